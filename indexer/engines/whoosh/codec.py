"""Whoosh's codec with posting lists of arrays; all else (stored fields, lengths, the table of terms) is Whoosh's own.

A segment names its codec by module and class, so an index made with this one is opened by plain Whoosh wherever
``indexer`` can be imported. The names here must therefore never change.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from indexer.engines.whoosh import library
from indexer.engines.whoosh.postings import Lists, Postings, Terms, load


class ArrayCodec(library.W3Codec):  # type: ignore[misc]  # Whoosh has no types.
    """Whoosh 3's codec, except for what a posting list looks like. Vectors are not kept."""

    def field_writer(self, storage: Any, segment: Any) -> ArrayFieldWriter:
        """See Whoosh."""
        return ArrayFieldWriter(self, storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> ArrayTermsReader:
        """See Whoosh."""
        name = segment.make_filename(self.TERMS_EXT)
        postings = segment.open_file(storage, self.POSTS_EXT)
        reader = ArrayTermsReader(self, storage.open_file(name), storage.file_length(name), postings)
        reader.arrays = {field: load(path_of(storage, segment), field) for field in reader.indexed_field_names()}
        return reader


def path_of(storage: Any, segment: Any) -> Path:
    """The path of a segment's files without an ending."""
    return Path(storage.folder, segment.make_filename(""))


class ArrayFieldWriter(library.W3FieldWriter):  # type: ignore[misc]
    """Writes whole fields (``write``); and one posting at a time, as Whoosh's own writer does."""

    def write(self, name: str, field: Any, found: Terms, count: int) -> None:
        """Write the posting lists of a field, and what the table says of each term; ``count`` documents are in the segment."""
        if not found.terms:
            return
        super().start_field(name, field)
        prefix = library.pack_ushort(self._fieldid)
        extents = zip(found.starts.tolist(), found.places.tolist(), strict=False)
        for term, facts, extent in zip(found.terms, _facts(found, count), extents, strict=False):
            self._tindex.add(prefix + term, library.W3TermInfo._struct.pack(0, *facts) + _EXTENT.pack(*extent))
        found.lists.save(path_of(self._storage, self._segment), name)
        super().finish_field()

    def start_field(self, fieldname: str, fieldobj: Any) -> None:
        """See Whoosh."""
        self._now = (fieldname, fieldobj)
        self._terms: list[bytes] = []
        self._documents: list[int] = []
        self._weights: list[float] = []
        self._positions: list[int] = []
        self._starts: list[tuple[int, int]] = []

    def start_term(self, btext: bytes) -> None:
        """See Whoosh."""
        self._terms.append(btext)
        self._starts.append((len(self._documents), len(self._positions)))

    def add(self, docnum: int, weight: float, vbytes: bytes, length: int) -> None:
        """See Whoosh."""
        self._documents.append(docnum)
        self._weights.append(weight)
        if self._now[1].format.supports("positions"):
            self._positions += self._now[1].format.decode_positions(vbytes)

    def finish_term(self) -> None:
        """See Whoosh."""

    def finish_field(self) -> None:
        """See Whoosh."""
        name, field = self._now
        positions = np.array(self._positions, np.int64) if field.format.supports("positions") else None
        lists = Lists(np.array(self._documents, np.int64), np.array(self._weights), positions)
        starts = np.array([start for start, _ in self._starts] + [len(self._documents)])
        self.write(name, field, Terms(self._terms, starts, np.array([place for _, place in self._starts]), lists), max(self._documents, default=-1) + 1)


_EXTENT = struct.Struct("!qi")
"""Where a list begins among the documents, and where among the positions: the two numbers that Whoosh's table has room for."""
_LENGTHS = np.array([library.byte_to_length(n) for n in range(256)])
"""The lengths that Whoosh tells apart; the places in this list are what it keeps."""


def _facts(found: Terms, count: int) -> Iterator[tuple[Any, ...]]:
    """What the table says of each term: its weight in all, documents, shortest and longest of them, greatest weight, first and last."""
    starts, ends, (documents, frequencies, _) = found.starts[:-1], found.starts[1:], found.lists
    lengths = np.minimum(np.searchsorted(_LENGTHS, np.bincount(documents, frequencies, count)), 255)[documents]
    shortest, longest = (f.reduceat(lengths, starts).tolist() for f in (np.minimum, np.maximum))
    weights, most = (f.reduceat(frequencies, starts).tolist() for f in (np.add, np.maximum))
    return zip(weights, (ends - starts).tolist(), shortest, longest, most, documents[starts].tolist(), documents[ends - 1].tolist(), strict=True)


class ArrayTermsReader(library.W3TermsReader):  # type: ignore[misc]
    """Whoosh's table of terms, with the arrays that its lists lie in."""

    arrays: dict[str, Lists]
    """The posting lists of each field."""

    def postings(self, field: str, info: Any) -> Postings:
        """The posting list of a term of which the table says this."""
        start, place = extent_of(info)
        return self.arrays[field].of(start, info.doc_frequency(), place, info.max_weight() != 1)

    def matcher(self, fieldname: str, tbytes: bytes, format_: Any, scorer: Any = None) -> ArrayMatcher:
        """See Whoosh."""
        info = self.term_info(fieldname, tbytes)
        return ArrayMatcher(self.postings(fieldname, info), info, format_, (fieldname, tbytes), scorer)


def extent_of(info: Any) -> tuple[int, int]:
    """Where a term's list begins among the documents, and where among the positions."""
    start, place = info.extent()
    return start, place[0] if isinstance(place, tuple) else place  # Whoosh 2.7.4 reads the second one as a tuple of one.


class ArrayMatcher(library.LeafMatcher):  # type: ignore[misc]
    """Whoosh's way through a posting list; the whole list is one block."""

    def __init__(self, postings: Postings, terminfo: Any, format_: Any, term: Any, scorer: Any) -> None:
        self._postings, self._terminfo, self.format, self._term, self.scorer = postings, terminfo, format_, term, scorer
        self._starts: Any = None
        self._at = 0

    def is_active(self) -> bool:
        """See Whoosh."""
        return self._at < len(self._postings.documents)

    def reset(self) -> None:
        """See Whoosh."""
        self._at = 0

    def copy(self) -> ArrayMatcher:
        """See Whoosh."""
        other = ArrayMatcher(self._postings, self._terminfo, self.format, self._term, self.scorer)
        other._at = self._at
        return other

    def id(self) -> int:
        """See Whoosh."""
        return int(self._postings.documents[self._at])

    def weight(self) -> float:
        """See Whoosh."""
        return 1.0 if self._postings.frequencies is None else float(self._postings.frequencies[self._at])

    def next(self) -> bool:
        """See Whoosh."""
        if not self.is_active():
            raise library.ReadTooFar
        self._at += 1
        return not self.is_active()

    def skip_to(self, id: int) -> None:
        """See Whoosh."""
        if not self.is_active():
            raise library.ReadTooFar
        self._at += int(np.searchsorted(self._postings.documents[self._at :], id))

    def skip_to_quality(self, minquality: float) -> int:
        """See Whoosh."""
        if self.block_quality() > minquality:
            return 0
        self._at = len(self._postings.documents)
        return 1

    def value(self) -> bytes:
        """See Whoosh; what plain Whoosh itself would have stored."""
        return bytes(self.format.encode(self._places())) if self._postings.positions is not None else b""

    def value_as(self, astype: str) -> Any:
        """See Whoosh."""
        if self._postings.positions is None or astype != "positions":
            return self.weight() if astype in ("frequency", "weight") else super().value_as(astype)
        return self._places()

    def all_ids(self) -> Any:
        """See Whoosh."""
        return iter(self._postings.documents.tolist())

    def block_min_length(self) -> int:
        """See Whoosh."""
        return int(self._terminfo.min_length())

    def block_max_length(self) -> int:
        """See Whoosh."""
        return int(self._terminfo.max_length())

    def block_max_weight(self) -> float:
        """See Whoosh."""
        return float(self._terminfo.max_weight())

    def block_min_id(self) -> int:
        """See Whoosh."""
        return int(self._postings.documents[0])

    def block_max_id(self) -> int:
        """See Whoosh."""
        return int(self._postings.documents[-1])

    def _places(self) -> list[int]:
        frequencies, positions = self._postings.frequencies, self._postings.positions
        assert positions is not None
        if frequencies is None:
            return [int(positions[self._at])]
        if self._starts is None:
            self._starts = np.concatenate(([0], np.cumsum(frequencies, dtype=np.int64)))
        return list(map(int, positions[self._starts[self._at] : self._starts[self._at + 1]]))
