"""A generation that is searched: words → documents (``evaluation``), then filters, facets, order and hits, on whole arrays."""

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
from indexer.engines.whoosh.columns import MULTIPLE, NOTHING
from indexer.engines.whoosh.evaluation import Corpus, Evaluation, Found
from indexer.engines.whoosh.generations import damaged, readable
from indexer.engines.whoosh.postings import Numbers
from indexer.engines.whoosh.segment import MappedStorage, Segment, having
from indexer.errors import OutOfDate, QueryError
from indexer.passage import Passage, day_of
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
        total, places = 0, []
        sort, wanted = sort_of(query), min(max(query.page, 1), MAX_PAGE) * query.size
        for number, segment in enumerate(self.corpus.segments):
            found = _Narrowed(segment, self._found(number, query, check), query)
            total += len(found.whole.documents)
            places.append(_first(segment, number, found.whole, sort, wanted))
            for name, counted in counts.items():
                own = self._own[number][name]
                counted[own] += found.counts(name)
            check()
        for name, counted in counts.items():
            if self._values[name][:1] == [NOTHING]:
                counted[0] = 0
        hits = [self._hit(place, sort, query) for place in self._merged(places, sort)[wanted - query.size : wanted]]
        facets = {name: self._listed(name, counted, query) for name, counted in counts.items()}
        return Results(total, tuple(hits), facets, {name: int(np.count_nonzero(counted)) for name, counted in counts.items()}, self.name)

    def every(self, query: Query, seconds: float = SECONDS) -> tuple[int, Iterator[Hit]]:
        """See ``Index``; the passages are read one after the other, so that memory holds only where they are."""
        check = _deadline(query, time.monotonic() + seconds)
        found = [_Narrowed(segment, self._found(number, query, check), query).whole for number, segment in enumerate(self.corpus.segments)]
        total, sort = sum(len(one.documents) for one in found), sort_of(query)
        order = self._merged([_first(segment, number, found[number], sort, total) for number, segment in enumerate(self.corpus.segments)], sort)
        check()
        return total, (self._hit(place, sort, query) for place in order)

    def _hit(self, place: tuple[int, int, float], sort: str, query: Query) -> Hit:
        segment, document, score = place
        return hit_of(self.corpus.segments[segment].passage(document), score if sort == "relevance" else 0.0, query)

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


class _Narrowed:
    """What was found in a segment, and which of it passes the filters."""

    def __init__(self, segment: Segment, found: Found, query: Query) -> None:
        self._columns = segment.columns
        kept = None
        if query.from_date or query.until_date:
            kept = _in_dates(self._columns["day"][found.documents], query)
        if query.items:
            numbered = having(segment, "number", query.items)[found.documents]
            kept = numbered if kept is None else kept & numbered
        if kept is not None:
            found = Found(found.documents[kept], found.scores[kept])
        self._documents = found.documents.astype(np.intp)  # As arrays are indexed: once here instead of once for each column.
        self.whole = Found(self._documents, found.scores)
        self._failing = {name: ~having(segment, name, values)[self._documents] for name, values in query.filters.items()}
        if self._failing:
            self._fails = sum((failing.astype(np.int8) for failing in self._failing.values()), np.zeros(len(self._documents), np.int8))
            passing = self._fails == 0
            self.whole = Found(self._documents[passing], found.scores[passing])

    def counts(self, name: str) -> Numbers:
        """How many documents have each of a facet's values, the facet's own filter left out."""
        documents = self.whole.documents
        if name in self._failing:
            documents = self._documents[(self._fails == 0) | ((self._fails == 1) & self._failing[name])]
        size = len(self._columns.values[name])
        if name not in MULTIPLE:
            return np.bincount(self._columns[name][documents], minlength=size)
        starts, values = self._columns[f"{name}_starts"], self._columns[name]
        if len(documents) * 4 > len(starts):
            chosen = np.zeros(len(starts) - 1, bool)
            chosen[documents] = True
            return np.bincount(values[chosen[self._columns.rows[name]]], minlength=size)
        first, lengths = starts[documents], starts[documents + 1] - starts[documents]
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + lengths, lengths)
        return np.bincount(values[places], minlength=size)


def _in_dates(days: Numbers, query: Query) -> NDArray[np.bool_]:
    kept = np.ones(len(days), bool)
    if query.from_date:
        kept &= days >= day_of(query.from_date)
    if query.until_date:
        kept &= (days > 0) & (days <= day_of(query.until_date))
    return kept


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
