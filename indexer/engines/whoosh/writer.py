"""Writes passages as a segment of Whoosh's: words are gathered as numbers, and turned into posting lists by one sort a field."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import stem
from indexer.engines.whoosh import library
from indexer.engines.whoosh.codec import ArrayCodec
from indexer.engines.whoosh.columns import ColumnsWriter
from indexer.engines.whoosh.postings import Lists, all_encoded
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
    prefix, offset = library.pack_ushort(writer._fieldid), writer._postfile.tell()
    for term, written, facts in zip(lists.terms, all_encoded(lists, count), _facts(lists, count), strict=True):
        writer._postfile.write(written)
        writer._tindex.add(prefix + term, library.W3TermInfo._struct.pack(0, *facts) + _EXTENT.pack(offset, len(written)))
        offset += len(written)
    writer.finish_field()


_EXTENT = struct.Struct("!qi")
"""How Whoosh's table of terms says where a posting list begins and how long it is."""


def _facts(lists: Lists, count: int) -> Iterator[tuple[Any, ...]]:
    """What the table says of each term: its weight in all, documents, shortest and longest of them, greatest weight, first and last."""
    starts, ends = lists.starts[:-1], lists.starts[1:]
    lengths = np.searchsorted(_LENGTHS, np.bincount(lists.documents, lists.frequencies, count))[lists.documents]
    shortest, longest = (np.minimum(f.reduceat(lengths, starts), len(_LENGTHS) - 1).tolist() for f in (np.minimum, np.maximum))
    weights, most = (f.reduceat(lists.frequencies, starts).tolist() for f in (np.add, np.maximum))
    first, last = lists.documents[starts].tolist(), lists.documents[ends - 1].tolist()
    return zip(weights, (ends - starts).tolist(), shortest, longest, most, first, last, strict=True)


_LENGTHS = np.array([library.byte_to_length(n) for n in range(256)])
"""The lengths that Whoosh tells apart; the places in this list are what it keeps."""


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
