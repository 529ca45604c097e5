"""Writes passages as a segment of Whoosh's: words are gathered as numbers, and turned into posting lists by one sort a field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from indexer.analysis import stem
from indexer.engines.whoosh import library
from indexer.engines.whoosh.codec import ArrayCodec, path_of
from indexer.engines.whoosh.columns import ColumnsWriter
from indexer.engines.whoosh.postings import Numbers, Terms, inverted
from indexer.engines.whoosh.schema import FIELDS, GAP, Gathered, Numbered, stored
from indexer.passage import Passage


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
        path = path_of(self.storage, self.newsegment)
        for name in FIELDS:
            found = inverted(*_occurrences(self._gathered, name))
            self.fieldwriter.write(name, self.schema[name], found, self.docnum)
            if name == "words":
                _write_vocabulary(path, found)
        self.fieldwriter.close()
        self._columns.write(path)


def _occurrences(gathered: Gathered, name: str) -> tuple[list[str], Numbers, Numbers, Numbers, bool]:
    """What stands where in a field: the arguments of ``inverted``."""
    words, counts = list(gathered.numbers), np.asarray(gathered.counts)
    terms, documents = np.asarray(gathered.words), np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    if name == "words":
        positions = np.arange(len(terms), dtype=np.int32) - np.repeat(np.cumsum(counts, dtype=np.int32) - counts, counts)
        positions[positions >= np.repeat(np.asarray(gathered.titles), counts)] += GAP
        return words, terms, documents, positions, True
    wanted = np.frombuffer(bytes(gathered.welsh), np.uint8)[documents] == (name == "welsh")
    terms, documents, weights = terms[wanted], documents[wanted], np.frombuffer(bytes(gathered.weights), np.uint8)[wanted]
    if name == "stems":
        numbers = Numbered(gathered.numbers)
        shared = np.array([numbers[stem(word)] for word in words] or [0], np.int32)
        terms, words = shared[terms], list(numbers)
    joined = np.asarray(gathered.joined_documents)
    wanted = np.frombuffer(bytes(gathered.welsh), np.uint8)[joined] == (name == "welsh")
    together = zip(
        (terms, documents, weights),
        (np.asarray(gathered.joined)[wanted], joined[wanted], np.frombuffer(bytes(gathered.joined_weights), np.uint8)[wanted]),
        strict=True,
    )
    terms, documents, weights = (np.concatenate(both) for both in together)
    return words, terms, documents, weights, False


def _write_vocabulary(path: Path, found: Terms) -> None:
    """Write the words of letters alone, with how many documents, for spelling: Whoosh's table of terms is slow to go through."""
    words = ((term.decode(), count) for term, count in zip(found.terms, np.diff(found.starts).tolist(), strict=True))
    path.with_name(f"{path.name}.vocabulary.txt").write_text("".join(f"{word} {count}\n" for word, count in words if word.isalpha()), encoding="utf-8")
