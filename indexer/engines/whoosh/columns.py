"""What is known of every document of a segment, as arrays beside Whoosh's files: facet values, days, order, weight.

A facet with one value a document is an array of numbers of values; one with several is a pair of arrays, where document
``d`` has ``values[starts[d]:starts[d + 1]]``. Whoosh's own columns keep one value each and are read one Python object at a
time, which is why these are plain NumPy files. They are named like a segment's other files, so Whoosh removes them with it.
"""

from __future__ import annotations

import json
from array import array
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import folded_number
from indexer.engines.whoosh.postings import mapped
from indexer.engines.whoosh.schema import Numbered
from indexer.passage import Passage, day_of

SINGLE = ("council", "committee", "year", "kind", "group", "number", "meeting")
MULTIPLE = ("speaker", "outcome")
NOTHING = ""
"""The value of a document that has none."""


class ColumnsWriter:
    """Gathers the columns of a segment's documents."""

    def __init__(self) -> None:
        self._values = {name: Numbered() for name in (*SINGLE, *MULTIPLE)}
        self._single = {name: array("i") for name in SINGLE}
        self._multiple = {name: array("i") for name in MULTIPLE}
        self._starts = {name: array("i", [0]) for name in MULTIPLE}
        self._days, self._keys, self._weights = array("i"), array("q"), array("f")

    def add(self, passage: Passage) -> None:
        """Add the next document."""
        ones = (passage.council, passage.committee, passage.year, passage.kind, passage.group, folded_number(passage.number), passage.meeting)
        for name, value in zip(SINGLE, ones, strict=True):
            self._single[name].append(self._values[name][value])
        for name, several in zip(MULTIPLE, (passage.speakers, passage.outcomes), strict=True):
            self._multiple[name].extend(map(self._values[name].__getitem__, dict.fromkeys(several)))
            self._starts[name].append(len(self._multiple[name]))
        self._days.append(day_of(passage.date))
        self._keys.append(passage.key)
        self._weights.append(passage.weight)

    def write(self, path: Path) -> None:
        """Write the columns beside a segment's other files; ``path`` is theirs without an ending."""
        arrays = {**self._single, **self._multiple, "day": self._days, "key": self._keys, "weight": self._weights}
        arrays |= {f"{name}_starts": numbers for name, numbers in self._starts.items()}
        for name, numbers in arrays.items():
            np.save(f"{path}.{name}.npy", np.asarray(numbers), allow_pickle=False)
        values = {name: list(numbered) for name, numbered in self._values.items()}
        Path(f"{path}.values.json").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


class Columns:
    """The columns of a segment, memory-mapped."""

    def __init__(self, path: Path) -> None:
        self.values: dict[str, list[str]] = json.loads(Path(f"{path}.values.json").read_text(encoding="utf-8"))
        """The values of each facet; its arrays hold places in these lists."""
        names = (*SINGLE, *MULTIPLE, *(f"{name}_starts" for name in MULTIPLE), "day", "key", "weight")
        self._arrays = {name: mapped(f"{path}.{name}.npy") for name in names}  # At once: the files may be gone when a next generation serves.

    def __getitem__(self, name: str) -> NDArray[Any]:
        """A column: numbers of a facet's values, ``…_starts`` of one with several; ``day``, ``key``, ``weight``."""
        return self._arrays[name]

    @cached_property
    def meetings(self) -> dict[str, int]:
        """The number of each meeting."""
        return {value: number for number, value in enumerate(self.values["meeting"])}

    @cached_property
    def rows(self) -> dict[str, NDArray[np.int32]]:
        """For each facet with several values, the document that each of its values belongs to."""
        return {name: np.repeat(np.arange(len(self[f"{name}_starts"]) - 1, dtype=np.int32), np.diff(self[f"{name}_starts"])) for name in MULTIPLE}
