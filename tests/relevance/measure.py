"""How well a search answers labelled queries: figures between 0 and 1, and the failing queries in lines for people to read."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.answers import SearchAnswer, answer
from archive.questions import Question
from indexer.index import Index
from indexer.passage import Passage
from indexer.query import Query

DEPTH = 10
"""So many results count for nDCG."""
FIRST_PAGE = 20
"""Among so many results must be what must be found."""
NAMES = {
    "ndcg": "nDCG@10", "found": "must find", "first": "first", "empty": "empty", "suggested": "did you mean", "above": "above", "kept_out": "kept out",
}  # fmt: skip
"""The figures, as a table heads them: nDCG at 10; the share of what must be found that is among the first 20; and the shares of queries whose
first result is a wanted one, which find nothing where nothing must be found, which offer the right spelling or find what must be found without, whose
wanted items all come above the unwanted ones, and which keep out what must not be found."""
GOOD = 0.9
"""A query whose nDCG is lower is told among the failing ones."""


@dataclass(frozen=True)
class Labelled:
    """A query and what it promises; see the README."""

    words: str
    kind: str
    labels: Mapping[str, int] = field(default_factory=dict)
    must_find: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    empty: bool = False
    did_you_mean: tuple[str, ...] = ()
    note: str = ""

    @property
    def named(self) -> set[str]:
        """Every item that the promises name."""
        return {*self.labels, *self.must_find, *self.first, *self.below, *self.must_not}


@dataclass(frozen=True)
class Found:
    """What a query found: the ids of the first page in order, how many there are in all, and the spelling that was offered."""

    ids: tuple[str, ...] = ()
    total: int = 0
    suggested: str = ""


@dataclass(frozen=True)
class Figure:
    """A mean over ``count`` values."""

    total: float = 0.0
    count: int = 0

    @property
    def value(self) -> float:
        """The mean; 1 where there is nothing to measure, since nothing was broken."""
        return self.total / self.count if self.count else 1.0

    def __add__(self, other: Figure) -> Figure:
        return Figure(self.total + other.total, self.count + other.count)


@dataclass(frozen=True)
class Report:
    """The figures of a run, overall and by kind of query, and a line for each failing query."""

    figures: Mapping[str, Figure]
    by_kind: Mapping[str, Mapping[str, Figure]]
    queries: Mapping[str, int]
    """Queries of each kind."""
    failing: tuple[str, ...]

    def line(self) -> str:
        """The overall figures in one line."""
        return ", ".join(f"{title} {self.figures[name].value:.3f}" for name, title in NAMES.items() if self.figures[name].count)

    def table(self) -> str:
        """The figures by kind, and overall at the end; a dash where a kind promises nothing of the sort."""
        rows = [("kind", "queries", *NAMES.values())]
        rows += [(kind, str(count), *_cells(self.by_kind[kind])) for kind, count in self.queries.items()]
        rows.append(("all", str(sum(self.queries.values())), *_cells(self.figures)))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return "\n".join("  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]) for row in rows)


def _cells(figures: Mapping[str, Figure]) -> list[str]:
    return [f"{figures[name].value:.3f}" if figures[name].count else "-" for name in NAMES]


def read_queries(path: Path) -> list[Labelled]:
    """The labelled queries of a file."""
    written: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["queries"]
    made: list[dict[str, Any]] = [{name: tuple(value) if isinstance(value, list) else value for name, value in one.items()} for one in written]
    return [Labelled(**one) for one in made]


def label_of(passage: Passage) -> str:
    """The id by which labels name an item: the publisher's id of the meeting, and the printed number or else the place on the agenda."""
    return f"{passage.meeting_source_id} {passage.number.rstrip('.') or f'@{passage.order}'}"


def ndcg_at(depth: int, found: Sequence[str], labels: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain: gain 2^grade − 1, discount log2(rank + 1), against the best order there could be."""
    best = _gain(sorted(labels.values(), reverse=True)[:depth])
    return _gain([labels.get(id, 0) for id in found[:depth]]) / best if best else 1.0


def _gain(grades: Iterable[int]) -> float:
    return sum(float(2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def recall_at(depth: int, found: Sequence[str], wanted: Sequence[str]) -> Figure:
    """How much of what must be found is among the first results."""
    return Figure(sum(id in found[:depth] for id in wanted), len(wanted))


def figures_of(query: Labelled, found: Found) -> dict[str, Figure]:
    """Every figure of one query; a count of 0 where it promises nothing of the sort."""
    places = {id: place for place, id in enumerate(found.ids)}
    recall = recall_at(FIRST_PAGE, found.ids, query.must_find)
    last = max((places.get(id, FIRST_PAGE) for id in query.must_find), default=FIRST_PAGE)
    return {
        "ndcg": Figure(ndcg_at(DEPTH, found.ids, query.labels), 1) if query.labels else Figure(),
        "found": recall,
        "first": _kept(query.first, bool(found.ids) and found.ids[0] in query.first),
        "empty": _kept(query.empty, found.total == 0),
        "suggested": _kept(query.did_you_mean, found.suggested.casefold() in query.did_you_mean or recall.value == 1),
        "above": _kept(query.below, all(places.get(id, FIRST_PAGE + 1) > last for id in query.below)),
        "kept_out": _kept(query.must_not, not places.keys() & set(query.must_not)),
    }


def _kept(promised: object, kept: bool) -> Figure:
    return Figure(kept, 1) if promised else Figure()


def failure_of(query: Labelled, found: Found, titles: Mapping[str, str]) -> str:
    """What is wrong with an answer, in one line; empty when every promise is kept and the order is good."""
    figures = figures_of(query, found)
    wrong = []
    if figures["ndcg"].value < GOOD:
        wrong.append(f"nDCG {figures['ndcg'].value:.2f}")
    if missing := [id for id in query.must_find if id not in found.ids[:FIRST_PAGE]]:
        wrong.append(f"does not find {_listed(missing, titles)}")
    if figures["first"].value != 1:
        wrong.append(f"first is {_listed(found.ids[:1], titles) or 'nothing'}, not {_listed(query.first, titles)}")
    if figures["empty"].value != 1:
        wrong.append(f"finds {found.total}: {_listed(found.ids[:3], titles)}")
    if figures["suggested"].value != 1:
        wrong.append(f"offers {found.suggested!r}, not {query.did_you_mean[0]!r}" if found.suggested else f"does not offer {query.did_you_mean[0]!r}")
    if figures["above"].value != 1:
        wrong.append(f"does not put everything wanted above {_listed(query.below, titles)}")
    if figures["kept_out"].value != 1:
        wrong.append(f"finds {_listed([id for id in query.must_not if id in found.ids], titles)}")
    return f"[{query.kind}] {query.words}: {'; '.join(wrong)}" if wrong else ""


def _listed(ids: Sequence[str], titles: Mapping[str, str]) -> str:
    return ", ".join(f"{id} ({titles.get(id, '')[:40]})" for id in ids)


def ask(index: Index, query: Labelled) -> Found:
    """What the index answers; where it finds nothing and offers another spelling, what that finds, since a reader follows the link."""
    given = answer(index, Question(words=query.words))
    offered = suggestion(given)
    if offered and not given.results.total and not query.empty:
        given = answer(index, Question(words=offered))
    return Found(tuple(label_of(hit.passage) for hit in given.results.hits), given.results.total, offered)


def suggestion(given: SearchAnswer) -> str:
    """The words that an answer offers instead; empty for none, and as long as answers offer nothing."""
    return str(getattr(given, "did_you_mean", "") or "")


def titles_of(index: Index) -> dict[str, str]:
    """Every item of the index, by the id that labels use, with its title."""
    found: dict[str, str] = {}
    page = 1
    while hits := index.search(Query(sort="oldest", page=page, facets=())).hits:
        found |= {label_of(hit.passage): hit.passage.title for hit in hits}
        page += 1
    return found


def measured(index: Index, queries: Sequence[Labelled]) -> Report:
    """Ask every query and measure the answers."""
    titles = titles_of(index)
    by_kind: dict[str, dict[str, Figure]] = {}
    counted: dict[str, int] = {}
    failing = []
    for query in queries:
        found = ask(index, query)
        kind = by_kind.setdefault(query.kind, dict.fromkeys(NAMES, Figure()))
        by_kind[query.kind] = {name: kind[name] + figure for name, figure in figures_of(query, found).items()}
        counted[query.kind] = counted.get(query.kind, 0) + 1
        failing += [line] if (line := failure_of(query, found, titles)) else []
    overall = {name: sum((figures[name] for figures in by_kind.values()), Figure()) for name in NAMES}
    return Report(overall, by_kind, counted, tuple(failing))
