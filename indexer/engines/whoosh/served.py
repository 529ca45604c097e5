"""A generation that is searched: words → documents (``evaluation``), then filters, facets, order and hits, on whole arrays (``narrowing``)."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.catalogue import Catalogue
from indexer.counting import hit_of, listed, sort_of
from indexer.engines.whoosh import library
from indexer.engines.whoosh.columns import NOTHING
from indexer.engines.whoosh.evaluation import Corpus, Evaluation, Found
from indexer.engines.whoosh.generations import damaged, readable
from indexer.engines.whoosh.narrowing import Narrowed, Span
from indexer.engines.whoosh.postings import Numbers
from indexer.engines.whoosh.segment import MappedStorage, Segment
from indexer.errors import OutOfDate, QueryError
from indexer.passage import Passage
from indexer.query import FACETS, MAX_PAGE, Query
from indexer.results import FacetValue, Hit, Results

SECONDS = 2.0
"""How long a search may take."""


class Place(NamedTuple):
    """Documents of one segment with what they are sorted by."""

    segment: int
    documents: Numbers
    scores: NDArray[np.float32]


class Served:
    """A generation's folder, opened. Safe to share between threads; its files stay readable until nothing refers to it."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        written = (folder / "manifest.json").read_bytes()
        self.manifest: dict[str, Any] = json.loads(written)
        self.mark = hashlib.sha256(written).hexdigest()[:8]
        """Tells it from another generation of this name, made after the folder was deleted; the manifest has the hash of every file."""
        if not readable(self.manifest):
            raise OutOfDate("The search index was made by another version: `minutebook index --rebuild` makes a new one.")
        if wrong := damaged(folder, self.manifest):
            raise ValueError(f"{folder.name}/{wrong[0]} is damaged")
        self.catalogue = Catalogue.from_json((folder / "catalogue.json").read_text(encoding="utf-8"))
        self.corpus = Corpus(opened(folder))
        self._values = {name: sorted({v for s in self.corpus.segments for v in s.columns.values[name]}) for name in FACETS}
        self._labels = {name: [self.catalogue.label(name, value) for value in values] for name, values in self._values.items()}
        self._numbers = {name: {value: n for n, value in enumerate(values)} for name, values in self._values.items()}
        self._own = [{name: np.array([self._numbers[name][v] for v in s.columns.values[name]], np.int64) for name in FACETS} for s in self.corpus.segments]
        """For each segment and facet, where its own values stand among those of all."""

    def search(self, query: Query, seconds: float = SECONDS) -> Results:
        """Raises ``QueryError`` when it takes longer than so many seconds."""
        check = _deadline(query, time.monotonic() + seconds)
        counts = {name: np.zeros(len(self._values[name]), np.int64) for name in query.facets}
        years = np.zeros(len(self._values["year"]) if "year" in query.facets else 0, np.int64)
        spans = {name: Span.of(len(self._values[name])) for name in query.spans}
        total, places, narrowed = 0, [], []
        sort, wanted = sort_of(query), min(max(query.page, 1), MAX_PAGE) * query.size
        for number, segment in enumerate(self.corpus.segments):
            found = Narrowed(segment, self._found(number, query, check), query)
            total += len(found.whole.documents)
            places.append(_first(segment, number, found.whole, sort, wanted))
            narrowed.append(found)
            for name, counted in counts.items():
                own = self._own[number][name]
                counted[own] += found.counts(name)
            if len(years):
                years[self._own[number]["year"]] += found.years() if found.is_dated else found.counts("year")
            for name, span in spans.items():
                found.widen(span, name, self._own[number][name])
            check()
        for name, counted in counts.items():
            if self._values[name][:1] == [NOTHING]:
                counted[0] = 0
        order = self._merged(places, sort)[wanted - query.size : wanted]
        hits = tuple(self._hits(order, sort, query, narrowed))
        return Results(
            total,
            hits,
            {name: self._listed(name, counted, query) for name, counted in counts.items()},
            {name: int(np.count_nonzero(counted)) for name, counted in counts.items()},
            tuple((self._values["year"][n], int(years[n])) for n in np.flatnonzero(years).tolist() if self._values["year"][n] != NOTHING),
            {name: span.told(self._values[name]) for name, span in spans.items()},
            self.name,
        )

    def every(self, query: Query, seconds: float = SECONDS) -> tuple[int, Iterator[Hit]]:
        """See ``Index``; the passages are read one after the other, so that memory holds only where they are."""
        check = _deadline(query, time.monotonic() + seconds)
        found = [Narrowed(segment, self._found(number, query, check), query) for number, segment in enumerate(self.corpus.segments)]
        total, sort = sum(len(one.whole.documents) for one in found), sort_of(query)
        order = self._merged([_first(segment, number, found[number].whole, sort, total) for number, segment in enumerate(self.corpus.segments)], sort)
        check()
        return total, self._hits(order, sort, query, found)

    def _hits(self, order: list[tuple[int, int, float]], sort: str, query: Query, narrowed: list[Narrowed]) -> Iterator[Hit]:
        """The passages of these places as they are shown, read one after the other."""
        numbers = [(segment, int(self.corpus.segments[segment].columns["meeting"][document])) for segment, document, _ in order]
        meetings = self._in_meetings(narrowed, {self.corpus.segments[segment].columns.values["meeting"][number] for segment, number in numbers})
        for segment, document, score in order:
            passage = self.corpus.segments[segment].passage(document)
            yield hit_of(passage, score if sort == "relevance" else 0.0, query, meetings.get(passage.meeting, 0))

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """Words of letters alone, with how many documents."""
        found: dict[str, int] = {}
        for segment in self.corpus.segments:
            for word, count in segment.vocabulary():
                found[word] = found.get(word, 0) + count
        return found

    def passages(self) -> Iterator[Passage]:
        """Every passage."""
        return (segment.passage(number) for segment in self.corpus.segments for number in segment.numbers().tolist())

    def _found(self, number: int, query: Query, check: Callable[[], None]) -> Found:
        """What the words find in a segment, without deleted documents."""
        segment = self.corpus.segments[number]
        if query.words is None:
            every = segment.numbers()
            return Found(every, np.zeros(len(every), np.float32))
        found = Evaluation(self.corpus, number, check).found(query.words)
        if segment.live is not None:
            kept = segment.live[found.documents]
            found = Found(found.documents[kept], found.scores[kept])
        return Found(found.documents, found.scores * segment.columns["weight"][found.documents])

    def _in_meetings(self, narrowed: list[Narrowed], wanted: set[str]) -> dict[str, int]:
        """How many of the whole result are of each of these meetings."""
        found: dict[str, int] = {}
        wanted.discard(NOTHING)
        for segment, part in zip(self.corpus.segments, narrowed, strict=True):
            numbers = {meeting: segment.columns.meetings[meeting] for meeting in wanted if meeting in segment.columns.meetings}
            if numbers:
                counted = np.bincount(segment.columns["meeting"][part.whole.documents], minlength=len(segment.columns.meetings))
                for meeting, number in numbers.items():
                    found[meeting] = found.get(meeting, 0) + int(counted[number])
        return found

    def _listed(self, name: str, counted: NDArray[np.int64], query: Query) -> tuple[FacetValue, ...]:
        """The values of a facet as ``counting.listed`` has them; numbers of values sort like the values."""
        values, labels, chosen = self._values[name], self._labels[name], query.filters.get(name, frozenset())
        some = np.flatnonzero(counted)
        if name == "year":
            some = some[::-1]
        elif query.values is not None and len(some) > query.values:
            some = some[np.argsort(-counted[some], kind="stable")[: query.values]]
        else:
            some = some[np.argsort(-counted[some], kind="stable")]
        found = [FacetValue(values[n], labels[n], count, values[n] in chosen) for n, count in zip(some.tolist(), counted[some].tolist(), strict=True)]
        if chosen:
            missing = chosen.difference(value.value for value in found)
            more = {value: int(counted[self._numbers[name][value]]) if value in self._numbers[name] else 0 for value in missing}
            found = list(listed(name, {**{v.value: v.count for v in found}, **more}, replace(query, values=None), self.catalogue))
        return tuple(found)

    def _merged(self, places: list[Place], sort: str) -> list[tuple[int, int, float]]:
        """The first documents of all segments in order, as (segment, document, score)."""
        if not places:
            return []
        segments = np.concatenate([np.full(len(p.documents), p.segment) for p in places])
        documents, scores = np.concatenate([p.documents for p in places]), np.concatenate([p.scores for p in places])
        days, keys = (np.concatenate([self.corpus.segments[p.segment].columns[name][p.documents] for p in places]) for name in ("day", "key"))
        order = np.lexsort((documents, segments, keys, *_sorting(days, scores, sort)))
        return list(zip(segments[order].tolist(), documents[order].tolist(), scores[order].tolist(), strict=True))


def _first(segment: Segment, number: int, found: Found, sort: str, wanted: int) -> Place:
    """The documents that can be among the first so many, in no order."""
    documents, scores = found
    if not wanted:
        return Place(number, documents[:0], scores[:0])
    if len(documents) > wanted:
        days, keys = (segment.columns[name][documents] for name in ("day", "key"))
        kept, ties = np.zeros(0, np.int64), np.arange(len(documents))
        for values in (_sorting(days, scores, sort)[-1], -days, keys):
            missing = wanted - len(kept)
            if len(ties) <= missing:
                break
            own = values[ties]
            last = np.partition(own, missing - 1)[missing - 1]
            kept, ties = np.concatenate((kept, ties[own < last])), ties[own == last]
        kept = np.concatenate((kept, ties))
        documents, scores = documents[kept], scores[kept]
    return Place(number, documents, scores)


def _sorting(days: Numbers, scores: Numbers, sort: str) -> list[Numbers]:
    """The keys of a sort, the main one last, smallest first; those without a date come last."""
    if sort == "oldest":
        return [np.where(days == 0, np.iinfo(np.int32).max, days)]
    return [-days, -scores] if sort == "relevance" else [-days]


def opened(folder: Path) -> list[Segment]:
    """The segments of the index in a folder; none when it has no documents."""
    storage = MappedStorage(str(folder), supports_mmap=False)
    return [Segment(storage, info) for info in library.FileIndex(storage)._segments()]


def _deadline(query: Query, until: float) -> Callable[[], None]:
    def check() -> None:
        if time.monotonic() > until:
            raise QueryError("", "This search is too broad to be answered in time: add a word, or choose a committee or a year.")

    return check
