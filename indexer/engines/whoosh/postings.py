"""One posting list as a few arrays: document numbers, how often, and where.

On disk (little-endian, every array begins at a multiple of four bytes after the header's start)::

    header     bytes a document number takes (2, 4) · kind of the frequencies (0: all are 1; 1, 2, 4 bytes; 5: float32)
               · bytes a position takes (0: none, 2, 4) · 0 · how many documents, how many positions (uint32 each)
    documents  ascending
    positions  those of the first document, then those of the second …, ascending within each
    frequencies

The arrays are read where they lie in a memory-mapped file: nothing is decoded.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
_HEADER = struct.Struct("<BBBBII")
_SIZES = {0: 0, 1: 1, 2: 2, 4: 4, 5: 4}
_WIDTHS: dict[int, np.dtype[Any]] = {1: np.dtype("<u1"), 2: np.dtype("<u2"), 4: np.dtype("<u4"), 5: np.dtype("<f4")}


class Postings(NamedTuple):
    """Where a term stands."""

    documents: Numbers
    """Numbers within the segment, ascending, each once."""
    frequencies: Numbers | None
    """One a document; None when each is 1."""
    positions: Numbers | None
    """As many as the frequencies add up to, document by document; None where the field keeps none."""


def encoded(postings: Postings) -> bytes:
    """A posting list as bytes, a multiple of four long."""
    documents, frequencies, positions = postings
    number, count, place = _narrowest(documents, 2), _kind(frequencies), 0 if positions is None else _narrowest(positions, 2)
    parts = [_HEADER.pack(number, count, place, 0, len(documents), 0 if positions is None else len(positions)), _padded(documents, number)]
    if positions is not None:
        parts.append(_padded(positions, place))
    if frequencies is not None and count:
        parts.append(_padded(frequencies, count))
    return b"".join(parts)


class Lists(NamedTuple):
    """All posting lists of a field of a segment, one after the other."""

    terms: list[bytes]
    """Ascending."""
    starts: Numbers
    """Where the list of each term begins among the documents, and at the end how many there are."""
    documents: Numbers
    frequencies: Numbers
    positions: Numbers | None
    place_starts: Numbers | None
    """Where the list of each term begins among the positions, and at the end how many there are."""


def all_encoded(lists: Lists, count: int) -> Iterator[bytes]:
    """Each posting list as bytes; the arrays of a segment of ``count`` documents are converted as a whole, and cut."""
    places = lists.positions if lists.positions is not None else np.zeros(0, np.int64)
    number, kind, place = 2 if count <= 1 << 16 else 4, _narrowest(lists.frequencies, 1), _narrowest(places, 2)
    documents, frequencies, positions = (
        memoryview(numbers.astype(_WIDTHS[width]).tobytes()) for numbers, width in ((lists.documents, number), (lists.frequencies, kind), (places, place))
    )
    starts = lists.starts.tolist()
    place_starts = lists.place_starts.tolist() if lists.place_starts is not None else [0] * len(starts)
    often = np.maximum.reduceat(lists.frequencies, lists.starts[:-1]) > 1 if len(lists.terms) else np.zeros(0, bool)
    header, pads = _HEADER.pack, [bytes(n) for n in range(4)]
    for n, more in enumerate(often.tolist()):
        first, last, start, end = starts[n], starts[n + 1], place_starts[n], place_starts[n + 1]
        size, place_size, kind_size = (last - first) * number, (end - start) * place, (last - first) * kind
        yield b"".join(
            (
                header(number, kind if more else 0, place if lists.positions is not None else 0, 0, last - first, end - start),
                documents[first * number : last * number],
                pads[-size & 3],
                positions[start * place : end * place],
                pads[-place_size & 3],
                frequencies[first * kind : last * kind] if more else b"",
                pads[-kind_size & 3] if more else b"",
            )
        )


def decoded(buffer: Any, offset: int) -> Postings:
    """The posting list that begins at an offset of a buffer; its arrays lie in the buffer."""
    number, kind, place, _, count, places = _HEADER.unpack_from(buffer, offset)
    at = offset + _HEADER.size
    documents = np.frombuffer(buffer, _WIDTHS[number], count, at)
    at += _whole(count * number)
    positions = np.frombuffer(buffer, _WIDTHS[place], places, at) if place else None
    at += _whole(places * place)
    frequencies = np.frombuffer(buffer, _WIDTHS[kind], count, at) if kind else None
    return Postings(documents, frequencies, positions)


def documents_between(buffer: Any, offset: int, end: int) -> Iterator[Numbers]:
    """The document numbers of each of the posting lists that lie one after the other from an offset to an end."""
    while offset < end:
        number, kind, place, _, count, places = _HEADER.unpack_from(buffer, offset)
        yield np.frombuffer(buffer, _WIDTHS[number], count, offset + _HEADER.size)
        offset += _HEADER.size + _whole(count * number) + _whole(places * place) + _whole(count * _SIZES[kind])


def _narrowest(numbers: Numbers, least: int) -> int:
    """The fewest bytes that hold every one of these whole numbers."""
    most = int(numbers.max()) if len(numbers) else 0
    return next(width for width in (1, 2, 4) if width >= least and most < 1 << 8 * width)


def _kind(frequencies: Numbers | None) -> int:
    if frequencies is None or bool((frequencies == 1).all()):
        return 0
    return _narrowest(frequencies, 1) if bool((frequencies == np.floor(frequencies)).all()) else 5


def _padded(numbers: Numbers, kind: int) -> bytes:
    found: bytes = numbers.astype(_WIDTHS[kind], copy=False).tobytes()
    return found + bytes(_whole(len(found)) - len(found))


def _whole(length: int) -> int:
    """A length rounded up to a multiple of four."""
    return (length + 3) & ~3
