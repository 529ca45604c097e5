"""Posting lists as arrays: document numbers, how often, and where; those of all terms of a field of a segment one after the other.

They lie beside Whoosh's files of the segment as plain NumPy files, ``<segment>.<field>.documents.npy`` and so on, as
narrow as their greatest number allows, and are read where they lie: memory-mapped, nothing is decoded. Whoosh's table of
terms says of each term where its list begins. Terms that begin alike are neighbours, so all their documents are one slice.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]


class Postings(NamedTuple):
    """Where one term stands."""

    documents: Numbers
    """Numbers within the segment, ascending, each once."""
    frequencies: Numbers | None
    """One a document; None when each is 1."""
    positions: Numbers | None
    """As many as the frequencies add up to, document by document, ascending within each; None where the field keeps none."""


class Lists(NamedTuple):
    """The posting lists of all terms of a field."""

    documents: Numbers
    frequencies: Numbers
    positions: Numbers | None

    def of(self, start: int, count: int, place: int, repeated: bool) -> Postings:
        """The list that begins at ``start`` among the documents and at ``place`` among the positions."""
        frequencies = self.frequencies[start : start + count]
        positions = None
        if self.positions is not None:
            positions = self.positions[place : place + (int(frequencies.sum()) if repeated else count)]
        return Postings(self.documents[start : start + count], frequencies if repeated else None, positions)

    def save(self, path: Path, field: str) -> None:
        """Write the arrays beside a segment's files; ``path`` is theirs without an ending."""
        for name, numbers in self._asdict().items():
            if numbers is not None:
                np.save(f"{path}.{field}.{name}.npy", _narrowed(numbers), allow_pickle=False)


def load(path: Path, field: str) -> Lists:
    """The posting lists of a field of a segment, memory-mapped; raises ``FileNotFoundError`` when it has none."""
    positions = mapped(f"{path}.{field}.positions.npy") if Path(f"{path}.{field}.positions.npy").exists() else None
    return Lists(mapped(f"{path}.{field}.documents.npy"), mapped(f"{path}.{field}.frequencies.npy"), positions)


def mapped(path: str) -> Numbers:
    """An array that stays in its file."""
    found: Numbers = np.load(path, mmap_mode="r", allow_pickle=False).view(np.ndarray)
    return found


def _narrowed(numbers: Numbers) -> Numbers:
    """The same numbers in as few bytes as hold every one; fractions as they are."""
    if numbers.dtype.kind == "f":
        whole = numbers.astype(np.int64)
        return _narrowed(whole) if bool((whole == numbers).all()) else numbers.astype(np.float32)
    most = int(numbers.max()) if len(numbers) else 0
    return numbers.astype(next(kind for kind in (np.uint8, np.uint16, np.uint32) if most <= np.iinfo(kind).max - MARGIN))


MARGIN = 64
"""What may be added to a number without its becoming too great for its bytes."""


class Terms(NamedTuple):
    """The terms of a field, and where the list of each begins."""

    terms: list[bytes]
    """Ascending."""
    starts: Numbers
    """Among the documents; at the end, how many there are."""
    places: Numbers
    """Among the positions."""
    lists: Lists


def inverted(words: list[str], terms: Numbers, documents: Numbers, places: Numbers, positional: bool) -> Terms:
    """Posting lists from occurrences: for each, which of the words it is, in which document, and where, or else with what weight.

    Everything about an occurrence goes into one number, so that a single sort puts the lists in order.
    """
    used = np.zeros(len(words), bool)
    used[terms] = True
    coded = sorted((words[n].encode(), n) for n in np.flatnonzero(used).tolist())
    rank = np.zeros(max(len(words), 1), np.int64)
    rank[[n for _, n in coded]] = np.arange(len(coded))
    keys = rank[terms] << _PLACE_BITS + _DOCUMENT_BITS
    keys |= documents.astype(np.int64) << _PLACE_BITS
    keys |= np.minimum(places, np.int64((1 << _PLACE_BITS) - 1))  # What stands behind the two millionth word of a text is found, but in no phrase.
    keys.sort()
    lists = keys >> _PLACE_BITS
    first = np.flatnonzero(np.diff(lists, prepend=-1))
    keys &= (1 << _PLACE_BITS) - 1
    ends = np.append(first, len(keys))
    frequencies = np.diff(ends) if positional else np.add.reduceat(keys, first) if len(first) else np.zeros(0, np.int64)
    lists = lists[first]
    starts = np.searchsorted(lists, np.arange(len(coded) + 1) << _DOCUMENT_BITS)
    lists &= (1 << _DOCUMENT_BITS) - 1
    return Terms([word for word, _ in coded], starts, ends[starts], Lists(lists, frequencies, keys if positional else None))


_PLACE_BITS, _DOCUMENT_BITS = 21, 17
"""How many bits an occurrence's place and its document take; what is left is enough for 33 million different words."""
