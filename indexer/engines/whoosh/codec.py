"""Whoosh's codec with posting lists of arrays; all else (stored fields, lengths, columns, the table of terms) is Whoosh's own.

A segment names its codec by module and class, so an index made with this one is opened by plain Whoosh wherever
``indexer`` can be imported. The names here must therefore never change.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from indexer.engines.whoosh import library
from indexer.engines.whoosh.postings import Postings, decoded, encoded


class ArrayCodec(library.W3Codec):  # type: ignore[misc]  # Whoosh has no types.
    """Whoosh 3's codec, except for what a posting list looks like."""

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> ArrayPostingsWriter:
        """See Whoosh; vectors, whose ids are bytes, are not kept."""
        assert not byteids
        return ArrayPostingsWriter(dbfile)

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> ArrayMatcher:
        """See Whoosh."""
        offset, length = terminfo.extent()
        length = length[0] if isinstance(length, tuple) else length  # Whoosh 2.7.4 reads it as a tuple of one.
        return ArrayMatcher(decoded(dbfile.get(offset, length), 0), terminfo, format_, term, scorer)


class ArrayPostingsWriter:
    """Writes posting lists one posting at a time, for Whoosh's own writer; ours writes whole lists (``writer``)."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._terminfo: Any = None

    def start_postings(self, format_: Any, terminfo: Any) -> None:
        """See Whoosh."""
        self._format, self._terminfo = format_, terminfo
        self._documents: list[int] = []
        self._weights: list[float] = []
        self._lengths: list[int] = []
        self._positions: list[int] = []

    def add_posting(self, id_: int, weight: float, vbytes: bytes, length: int | None = None) -> None:
        """See Whoosh."""
        self._documents.append(id_)
        self._weights.append(weight)
        self._lengths.append(length or 0)
        if self._format.supports("positions"):
            self._positions += self._format.decode_positions(vbytes)

    def finish_postings(self) -> Any:
        """See Whoosh."""
        positions = np.array(self._positions, np.uint32) if self._format.supports("positions") else None
        postings = Postings(np.array(self._documents, np.uint32), np.array(self._weights, np.float32), positions)
        lengths = [n for n in self._lengths if n] or [0]
        described(self._terminfo, postings, sum(self._weights), max(self._weights), min(lengths), max(lengths))
        offset, written = self._file.tell(), encoded(postings)
        self._file.write(written)
        self._terminfo.set_extent(offset, len(written))
        return self._terminfo

    def written(self) -> bool:
        """See Whoosh: lists are never begun before they are whole."""
        return False


def described(terminfo: Any, postings: Postings, weight: float, most: float, shortest: int, longest: int) -> None:
    """Fill in what Whoosh's table of terms says of a list: sums and extremes of its weights and of its documents' lengths."""
    terminfo._weight, terminfo._df, terminfo._maxweight = weight, len(postings.documents), most
    terminfo._minlength, terminfo._maxlength = shortest, longest
    terminfo._minid, terminfo._maxid = int(postings.documents[0]), int(postings.documents[-1])


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
