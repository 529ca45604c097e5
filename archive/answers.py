"""What a search answers, for pages, machines and the command line alike: one question is one call of the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from archive.questions import Question
from indexer.catalogue import Catalogue
from indexer.helping import Help, help_on, narrowed
from indexer.index import Index
from indexer.passage import Passage
from indexer.query import FACETS, PAGE_SIZE, Query
from indexer.recognizing import Recognized, recognized
from indexer.results import Hit, Results
from indexer.words import Words, parse, understood


@dataclass(frozen=True)
class SearchAnswer:
    """The results of a question, and the names that belong to them."""

    results: Results
    understood: str
    """The question in plain English."""
    catalogue: Catalogue
    question: Question = field(default_factory=Question)
    help: Help = field(default_factory=Help)
    """Ways on when nothing was found."""

    read: Words = field(default_factory=Words)
    """The question's words as they were read."""

    @property
    def did_you_mean(self) -> str:
        """The words in another spelling that finds something; empty for none."""
        return self.help.did_you_mean.written if self.help.did_you_mean else ""

    @cached_property
    def named(self) -> Recognized:
        """The people and committees that the words name."""
        spoke = {value.value: value.count for value in self.results.facets.get("speaker", ())}
        return recognized(self.read, self.catalogue, spoke)

    def label(self, facet: str, value: str) -> str:
        """What to show for a value of a facet; outcomes and kinds are words already."""
        shown = self.catalogue.label(facet, value)
        return shown.capitalize() if facet in ("outcome", "kind") else shown

    def place(self, passage: Passage) -> str:
        """The committee of a passage, as a reader knows it."""
        return self.catalogue.label("committee", passage.committee)

    def speakers(self, passage: Passage) -> list[tuple[str, str]]:
        """(id, name) of the people of a passage who have pages."""
        return [(id, self.catalogue.label("speaker", id)) for id in passage.speakers]


def answer(index: Index, question: Question, values: int | None = None, facets: tuple[str, ...] = FACETS, size: int = PAGE_SIZE) -> SearchAnswer:
    """Search for what is asked: one call of the index, and some more for help where it finds nothing.

    Of these facets, ``values`` are listed (None: all). Raises the index's errors; a question with faults must not come here.
    """
    catalogue = index.catalogue()
    read = parse(question.words, catalogue)
    chosen = Query(
        filters={name: frozenset(values) for name, values in question.filters.items()},
        from_date=question.from_date,
        until_date=question.until_date,
        sort=question.sort,
        page=question.page,
        size=size,
        facets=facets,
        values=values if read.filters.keys().isdisjoint(question.filters) else None,  # A choice that the words rule out keeps its count only among all.
    )
    results = index.search(narrowed(chosen, read))
    help = help_on(index, read, chosen, catalogue) if size and not results.total else Help()
    return SearchAnswer(results, understood(read, question.sort), catalogue, question, help, read)


def newest(index: Index, filters: Mapping[str, tuple[str, ...]], size: int, facets: tuple[str, ...] = ()) -> SearchAnswer:
    """The newest passages that have these facet values; of facets only those asked for are counted."""
    query = Query(filters={name: frozenset(values) for name, values in filters.items()}, sort="newest", size=size, facets=facets)
    return SearchAnswer(index.search(query), "", index.catalogue())


def as_json(found: SearchAnswer) -> dict[str, Any]:
    """The form of ``/search.json`` and ``minutebook search --json``: a promise (docs/api.md)."""
    other = found.help.did_you_mean
    return {
        "total": found.results.total,
        "understood": found.understood,
        "did_you_mean": {"q": other.written, "count": other.count} if other else None,
        "without": [{"q": way.written, "left_out": way.left_out, "count": way.count} for way in found.help.without],
        "results": [
            {
                "item_id": hit.passage.id,
                "meeting_id": hit.passage.meeting,
                "item_source_id": hit.passage.source_id or None,
                "meeting_source_id": hit.passage.meeting_source_id,
                "title": hit.passage.title,
                "number": hit.passage.number,
                "date": hit.passage.date,
                "organization": found.place(hit.passage),
                "speakers": [{"person_id": id, "name": name} for id, name in found.speakers(hit.passage)],
                "outcomes": list(hit.passage.outcomes),
                "minutes_status": hit.passage.status or "none",
                "text_complete": hit.passage.complete,
                "snippets": [snippet.text for snippet in hit.snippets],
            }
            for hit in found.results.hits
        ],
        "facets": {name: [{"value": v.value, "label": v.label, "count": v.count} for v in values] for name, values in found.results.facets.items()},
    }


@dataclass(frozen=True)
class Everything:
    """All results of a question, whatever their number."""

    total: int
    hits: Iterator[Hit]
    """In the question's order, read one after the other."""
    understood: str
    catalogue: Catalogue


def everything(index: Index, question: Question) -> Everything:
    """All that a question finds, from one generation of the index. Raises like ``answer``."""
    catalogue = index.catalogue()
    read = parse(question.words, catalogue)
    filters = {name: frozenset(values) for name, values in question.filters.items()}
    chosen = Query(filters=filters, from_date=question.from_date, until_date=question.until_date, sort=question.sort)
    total, hits = index.every(narrowed(chosen, read))
    return Everything(total, hits, understood(read, question.sort), catalogue)
