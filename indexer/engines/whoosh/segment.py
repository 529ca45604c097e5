"""A segment that is read: its files memory-mapped, so that workers share them and threads do not disturb each other."""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.engines.whoosh import library
from indexer.engines.whoosh.codec import extent_of, path_of
from indexer.engines.whoosh.columns import MULTIPLE, Columns
from indexer.engines.whoosh.postings import Numbers, Postings
from indexer.engines.whoosh.schema import restored
from indexer.passage import Passage


class MappedFile(library.StructFile):  # type: ignore[misc]  # Whoosh has no types.
    """Whoosh's way to read a file, without a position that threads would have to share."""

    def get(self, position: int, length: int) -> bytes:
        """See Whoosh."""
        return bytes(self.file[position : position + length])

    def close(self) -> None:
        """Nothing: arrays may still lie in the file, and it goes when they do."""


class MappedStorage(library.FileStorage):  # type: ignore[misc]
    """A folder whose files are memory-mapped."""

    def open_file(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """See Whoosh."""
        with (Path(self.folder) / name).open("rb") as file:
            empty = not os.fstat(file.fileno()).st_size  # Nothing cannot be mapped.
            return MappedFile(BytesIO() if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), name=name)


class Segment:
    """The documents of one segment, numbered from 0."""

    def __init__(self, storage: Any, info: Any) -> None:
        self.count: int = info.doc_count_all()
        self.totals: dict[str, int] = info._fieldlengths
        """How long each field is, all documents together."""
        deleted = list(info.deleted_docs())
        self.live: NDArray[np.bool_] | None = None
        """Which documents are not deleted; None when none is."""
        if deleted:
            self.live = np.ones(self.count, bool)
            self.live[deleted] = False
        self._path = path_of(storage, info)
        self.columns = Columns(self._path)
        self._terms = info.codec().terms_reader(storage, info)
        self._documents = info.codec().per_document_reader(storage, info)
        self._documents.stored_fields(0)  # So that its file is open while it is there.

    def entry(self, field: str, term: bytes) -> Any:
        """What Whoosh's table of terms says of a term; None when no document has it."""
        try:
            return self._terms.term_info(field, term)
        except library.TermNotFound:
            return None

    def postings(self, field: str, entry: Any) -> Postings:
        """The posting list of a term."""
        found: Postings = self._terms.postings(field, entry)
        return found

    def beginning_with(self, field: str, prefix: bytes) -> tuple[Numbers, Numbers]:
        """The document numbers, and how often in each, of all terms of a field that begin so, term by term."""
        first = next(iter(self._terms.items_from(field, prefix)), None)
        if first is None or first[0][0] != field or not first[0][1].startswith(prefix):
            return np.zeros(0, np.int32), np.zeros(0, np.int32)
        after = next(iter(self._terms.items_from(field, prefix + b"\xff")), None)  # No term in UTF-8 holds this byte.
        last = extent_of(after[1])[0] if after and after[0][0] == field else None
        lists, part = self._terms.arrays[field], slice(extent_of(first[1])[0], last)
        return lists.documents[part], lists.frequencies[part]

    def vocabulary(self) -> Iterator[tuple[str, int]]:
        """Words of letters alone, with how many documents."""
        path = self._path.with_name(f"{self._path.name}.vocabulary.txt")
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            word, _, count = line.partition(" ")
            yield word, int(count)

    def lengths(self, field: str) -> NDArray[np.uint8]:
        """The length of a field in each document, as one of Whoosh's 256 lengths."""
        found = np.zeros(self.count, np.uint8)
        path = self._path.with_name(f"{self._path.name}._{field}_len.col")
        if path.exists():
            kept = np.fromfile(path, np.uint8)[: self.count]
            found[: len(kept)] = kept  # Whoosh leaves out the zeros at the end.
        return found

    def passage(self, number: int) -> Passage:
        """What is stored of a document."""
        return restored(self._documents.stored_fields(number)["passage"])

    def numbers(self) -> NDArray[np.int32]:
        """Of every document that is not deleted."""
        every = np.arange(self.count, dtype=np.int32)
        return every if self.live is None else every[self.live]


def having(segment: Segment, facet: str, values: frozenset[str]) -> NDArray[np.bool_]:
    """Which documents of a segment have one of a facet's values."""
    columns = segment.columns
    wanted = np.array([value in values for value in columns.values[facet]] or [False])
    if facet not in MULTIPLE:
        return np.asarray(wanted[columns[facet]])
    found = np.zeros(segment.count, bool)
    found[columns.rows[facet][wanted[columns[facet]]]] = True
    return found
