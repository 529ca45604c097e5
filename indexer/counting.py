"""What every engine does alike once it knows which passages the words find: filters, facets, order, paging, hits."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from indexer.analysis import folded_number
from indexer.catalogue import Catalogue
from indexer.passage import Passage, values_of
from indexer.query import MAX_PAGE, Query
from indexer.results import FacetValue, Hit, Results
from indexer.snippets import marked_title, snippets

DATES = "dates"
"""Stands for the limits of date among the filters that a passage does not pass."""


def answer(query: Query, found: Sequence[tuple[Passage, float]], catalogue: Catalogue, generation: str, sort_key: str) -> Results:
    """The results of a query from all (passage, score) that its words find."""
    passing = [(p, s, _failing(p, query)) for p, s in found if not query.items or folded_number(p.number) in query.items]
    whole = [(p, s) for p, s, failing in passing if not failing]
    counts = {name: Counter(v for p, _, failing in passing if failing <= {name} for v in values_of(p, name)) for name in query.facets}
    facets = {name: listed(name, counted, query, catalogue) for name, counted in counts.items()}
    first = (min(max(query.page, 1), MAX_PAGE) - 1) * query.size
    meetings = Counter(p.meeting for p, _ in whole if p.meeting)
    shown = _ordered(whole, sort_key)[first : first + query.size]
    hits = tuple(hit_of(p, s if sort_key == "relevance" else 0.0, query, meetings[p.meeting]) for p, s in shown)
    years = Counter(p.year for p, _, failing in passing if p.date and failing <= {"year", DATES}) if "year" in query.facets else Counter()
    spans = {name: _spans([p for p, _, failing in passing if p.date and failing <= {name}], name) for name in query.spans}
    return Results(len(whole), hits, facets, {name: len(counted) for name, counted in counts.items()}, tuple(sorted(years.items())), spans, generation)


def hit_of(passage: Passage, score: float, query: Query, in_meeting: int) -> Hit:
    """A passage as it is shown; ``in_meeting`` says how many of the whole result are of its meeting, itself included."""
    others = max(0, in_meeting - 1)
    if not query.snippets:
        return Hit(passage, score, others=others)
    return Hit(passage, score, snippets(passage, query.words), marked_title(passage, query.words), others)


def listed(name: str, counts: Mapping[str, int], query: Query, catalogue: Catalogue) -> tuple[FacetValue, ...]:
    """The values of a facet in the order they are listed: those chosen are always among them."""
    chosen = query.filters.get(name, frozenset())
    values = [FacetValue(v, catalogue.label(name, v), counts.get(v, 0), v in chosen) for v in {*counts, *chosen} if v.isprintable()]
    if name == "year":
        return tuple(sorted(values, key=lambda v: v.value, reverse=True))
    values.sort(key=lambda v: (-v.count, v.value))
    return tuple(v for n, v in enumerate(values) if query.values is None or n < query.values or v.chosen)


def sort_of(query: Query) -> str:
    """How the results are sorted: relevance without words is newest."""
    return "newest" if query.sort == "relevance" and query.words is None else query.sort


def digest_of(passages: Iterable[Passage]) -> str:
    """A hash over passages, in whatever order they come."""
    each = sorted(hashlib.sha256(json.dumps(asdict(p), ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest() for p in passages)
    return hashlib.sha256("".join(each).encode()).hexdigest()


def groups_of(passages: Iterable[Passage]) -> Mapping[str, int]:
    """Every group with its number of passages."""
    return dict(Counter(p.group for p in passages))


def _failing(passage: Passage, query: Query) -> frozenset[str]:
    """The filters that a passage does not pass."""
    failing = {name for name, values in query.filters.items() if values.isdisjoint(values_of(passage, name))}
    return frozenset(failing if _in_dates(passage, query) else failing | {DATES})


def _spans(passages: Iterable[Passage], facet: str) -> dict[str, tuple[str, str]]:
    days: dict[str, list[str]] = {}
    for passage in passages:
        for value in values_of(passage, facet):
            days.setdefault(value, []).append(passage.date)
    return {value: (min(found), max(found)) for value, found in days.items()}


def _in_dates(passage: Passage, query: Query) -> bool:
    return (not query.from_date or passage.date >= query.from_date) and (not query.until_date or "" < passage.date <= query.until_date)


def _ordered(found: list[tuple[Passage, float]], sort_key: str) -> list[tuple[Passage, float]]:
    """By score or date, those without a date last; then always by the same second key, so that pages never overlap."""
    found = sorted(found, key=lambda f: (f[0].key, f[0].id))
    if sort_key == "oldest":
        return sorted(found, key=lambda f: f[0].date or "9999")
    found = sorted(found, key=lambda f: f[0].date, reverse=True)
    return sorted(found, key=lambda f: -f[1]) if sort_key == "relevance" else found
