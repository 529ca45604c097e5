"""Writes passages as a segment of Whoosh's: words are gathered as numbers, and turned into posting lists by one sort a field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import stem
from indexer.engines.whoosh import library
from indexer.engines.whoosh.codec import ArrayCodec, described
from indexer.engines.whoosh.columns import ColumnsWriter
from indexer.engines.whoosh.postings import Postings, encoded
from indexer.engines.whoosh.schema import FIELDS, GAP, Gathered, Numbered, stored
from indexer.passage import Passage

Numbers = NDArray[Any]


class PassageWriter(library.SegmentWriter):  # type: ignore[misc]  # Whoosh has no types.
    """Whoosh's writer of one segment, with a quicker way in for passages."""

    def __init__(self, index: Any) -> None:
        super().__init__(index, codec=ArrayCodec(), compound=False)
        self._gathered, self._columns = Gathered(), ColumnsWriter()

    def add_passage(self, passage: Passage) -> None:
        """Add a passage as the segment's next document."""
        lengths = self._gathered.add(passage)
        self._columns.add(passage)
        self.perdocwriter.start_doc(self.docnum)
        self.perdocwriter.add_field("passage", self.schema["passage"], stored(passage), 0)
        for name, length in lengths.items():
            self.perdocwriter.add_field(name, self.schema[name], None, length)
        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1

    def words(self) -> int:
        """How many words are waiting in memory."""
        return len(self._gathered.words)

    def _flush_segment(self) -> None:
        """See Whoosh: everything is on disk afterwards."""
        self.perdocwriter.close()
        for name in FIELDS:
            write_field(self.fieldwriter, name, self.schema[name], inverted(*_occurrences(self._gathered, name)), self.docnum)
        self.fieldwriter.close()
        self._columns.write(Path(self.storage.folder) / self.newsegment.make_filename(""))


class Lists(NamedTuple):
    """All posting lists of a field, one after the other."""

    terms: list[bytes]
    """Ascending."""
    starts: Numbers
    """Where the list of each term begins among the documents, and at the end how many there are."""
    documents: Numbers
    frequencies: Numbers
    positions: Numbers | None
    place_starts: Numbers | None
    """Where the list of each term begins among the positions, and at the end how many there are."""


def inverted(words: list[str], terms: Numbers, documents: Numbers, weights: Numbers | None, positions: Numbers | None) -> Lists:
    """Posting lists from occurrences: for each, which of the words it is, in which document, with what weight (None: 1), where."""
    used = np.zeros(len(words), bool)
    used[terms] = True
    numbers = np.flatnonzero(used).tolist()
    coded = sorted((words[n].encode(), n) for n in numbers)
    rank = np.zeros(max(len(words), 1), np.int64)
    rank[[n for _, n in coded]] = np.arange(len(coded))
    order = np.argsort(rank[terms] * (1 << 32) + documents, kind="stable")
    terms, documents = rank[terms][order], documents[order]
    first = np.flatnonzero((np.diff(terms, prepend=-1) != 0) | (np.diff(documents, prepend=-1) != 0))
    ends = np.append(first, len(terms))
    frequencies = np.diff(ends) if weights is None else np.add.reduceat(weights[order].astype(np.int64), first) if len(first) else np.zeros(0, np.int64)
    starts = np.searchsorted(terms[first], np.arange(len(coded) + 1))
    places = None if positions is None else positions[order]
    return Lists([word for word, _ in coded], starts, documents[first], frequencies, places, None if positions is None else ends[starts])


def write_field(writer: Any, name: str, field: Any, lists: Lists, count: int) -> None:
    """Write a field's posting lists and what Whoosh's table of terms says of them; ``count`` documents are in the segment."""
    if not lists.terms:
        return
    writer.start_field(name, field)
    starts = lists.starts[:-1]
    own = np.bincount(lists.documents, lists.frequencies, count).astype(np.int64)[lists.documents]
    shortest, longest = np.minimum.reduceat(own, starts).tolist(), np.maximum.reduceat(own, starts).tolist()
    weights, most = np.add.reduceat(lists.frequencies, starts).tolist(), np.maximum.reduceat(lists.frequencies, starts).tolist()
    prefix = library.pack_ushort(writer._fieldid)
    for n, (term, postings) in enumerate(zip(lists.terms, _each(lists), strict=True)):
        info = library.W3TermInfo()
        described(info, postings, weights[n], most[n], shortest[n], longest[n])
        offset, written = writer._postfile.tell(), encoded(postings)
        writer._postfile.write(written)
        info.set_extent(offset, len(written))
        writer._tindex.add(prefix + term, info.to_bytes())
    writer.finish_field()


def _each(lists: Lists) -> Iterator[Postings]:
    bounds = lists.starts.tolist()
    places = lists.place_starts.tolist() if lists.place_starts is not None else None
    for n in range(len(lists.terms)):
        part = slice(bounds[n], bounds[n + 1])
        positions = None if places is None or lists.positions is None else lists.positions[places[n] : places[n + 1]]
        yield Postings(lists.documents[part], lists.frequencies[part], positions)


def _occurrences(gathered: Gathered, name: str) -> tuple[list[str], Numbers, Numbers, Numbers | None, Numbers | None]:
    """What stands where in a field: the arguments of ``inverted``."""
    words, counts = list(gathered.numbers), np.asarray(gathered.counts)
    terms, documents = np.asarray(gathered.words), np.repeat(np.arange(len(counts)), counts)
    if name == "words":
        positions = np.arange(len(terms)) - np.repeat(np.cumsum(counts) - counts, counts)
        positions += np.where(positions >= np.repeat(np.asarray(gathered.titles), counts), GAP, 0)
        return words, terms, documents, None, positions
    terms = np.concatenate((terms, np.asarray(gathered.joined)))
    stemmed = len(documents)
    documents = np.concatenate((documents, np.asarray(gathered.joined_documents)))
    weights = np.frombuffer(bytes(gathered.weights + gathered.joined_weights), np.uint8)
    wanted = np.frombuffer(bytes(gathered.welsh), np.uint8)[documents] == (name == "welsh")
    if name == "stems":
        numbers = Numbered(gathered.numbers)
        shared = np.array([numbers[stem(word)] for word in words] or [0])
        terms[:stemmed] = shared[terms[:stemmed]]
        words = list(numbers)
    return words, terms[wanted], documents[wanted], weights[wanted], None
