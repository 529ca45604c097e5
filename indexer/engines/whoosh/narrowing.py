"""What the words found in a segment, narrowed by filters and dates, and counted: facets, years, first and last days."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.counting import DATES
from indexer.engines.whoosh.columns import MULTIPLE, NOTHING
from indexer.engines.whoosh.evaluation import Found
from indexer.engines.whoosh.postings import Numbers
from indexer.engines.whoosh.segment import Segment, having
from indexer.passage import date_of, day_of
from indexer.query import Query


class Span(NamedTuple):
    """The first and the last day of each value of a facet, as numbers."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]

    @classmethod
    def of(cls, size: int) -> Span:
        """One that has no days yet."""
        return cls(np.full(size, np.iinfo(np.int64).max), np.zeros(size, np.int64))

    def told(self, values: list[str]) -> dict[str, tuple[str, str]]:
        """The days of each value that has some."""
        return {values[n]: (date_of(int(self.first[n])), date_of(int(self.last[n]))) for n in np.flatnonzero(self.last).tolist() if values[n] != NOTHING}


class Narrowed:
    """What was found in a segment, and which of it passes the filters."""

    def __init__(self, segment: Segment, found: Found, query: Query) -> None:
        self._columns = segment.columns
        self.is_dated = bool(query.from_date or query.until_date)
        if query.items:
            kept = having(segment, "number", query.items)[found.documents]
            found = Found(found.documents[kept], found.scores[kept])
        self._documents = found.documents.astype(np.intp)  # As arrays are indexed: once here instead of once for each column.
        self.whole = Found(self._documents, found.scores)
        self._failing = {name: ~having(segment, name, values)[self._documents] for name, values in query.filters.items()}
        if self.is_dated:
            self._failing[DATES] = ~_in_dates(self._columns["day"][self._documents], query)
        if self._failing:
            self._fails = sum((failing.astype(np.int8) for failing in self._failing.values()), np.zeros(len(self._documents), np.int8))
            passing = self._fails == 0
            self.whole = Found(self._documents[passing], found.scores[passing])

    def years(self) -> Numbers:
        """How many documents there would be in each year without the limits of date and year."""
        fails = self._fails - self._failing[DATES]
        if "year" in self._failing:
            fails -= self._failing["year"]
        return np.bincount(self._columns["year"][self._documents[fails == 0]], minlength=len(self._columns.values["year"]))

    def widen(self, span: Span, name: str, own: Numbers) -> None:
        """Let a span reach over the days of the documents that are counted for each of a facet's values; ``own`` says where the values stand among those of all."""
        documents = self._counted(name)
        documents = documents[self._columns["day"][documents] > 0]
        if name in MULTIPLE:
            rows = self._columns.rows[name]
            chosen = np.isin(rows, documents)
            documents, values = rows[chosen], self._columns[name][chosen]
        else:
            values = self._columns[name][documents]
        days = self._columns["day"][documents]
        np.minimum.at(span.first, own[values], days)
        np.maximum.at(span.last, own[values], days)

    def _counted(self, name: str) -> Numbers:
        """The documents that count for a facet, whose own filter is left out."""
        if name not in self._failing:
            return self.whole.documents
        counted: Numbers = self._documents[(self._fails == 0) | ((self._fails == 1) & self._failing[name])]
        return counted

    def counts(self, name: str) -> Numbers:
        """How many documents have each of a facet's values, the facet's own filter left out."""
        documents = self._counted(name)
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
