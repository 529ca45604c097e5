"""What every engine of the comparison does, and the texts that are handed to those that are not ours."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any, Protocol

from indexer.analysis import joined, stem, tokens
from indexer.passage import Passage
from indexer.query import FACETS

SIZE = 20
"""Hits of a page."""
BOOSTS = {"title": 3.0, "text": 1.0}
COPIES = ("stems", "words", "joined")


@dataclass
class Answer:
    """What an engine says to a question."""

    total: int
    """-1 where it was not counted."""
    hits: list[str] = field(default_factory=list)
    """Ids, best first."""
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    """Facet → value → count, without the values that count nothing."""


class Peer(Protocol):
    """One engine; each works in a process of its own."""

    name: str
    version: str

    def build(self, folder: Path, meetings: Iterable[list[Passage]]) -> None:
        """Write an index of all passages and leave it as it is best read."""

    def open(self, folder: Path) -> None:
        """Open what ``build`` wrote."""

    def ask(self, asked: Any, facets: bool) -> Any:
        """Answer a question in whatever form the engine gives; this is what is timed. The passages of the hits are read, too."""

    def answer(self, raw: Any) -> Answer:
        """The same for comparing, which is not timed."""

    def apart(self) -> dict[str, float]:
        """Seconds and counts, since the last call, of parts that are told apart."""


class Clock:
    """Adds up the processor time of a part of the work."""

    def __init__(self) -> None:
        self.parts: dict[str, float] = {}

    def add(self, part: str, amount: float) -> None:
        """Add to a part."""
        self.parts[part] = self.parts.get(part, 0.0) + amount

    def taken(self) -> dict[str, float]:
        """The parts, which begin again from nothing."""
        parts, self.parts = self.parts, {}
        return parts


def tokenized(passage: Passage) -> dict[str, str]:
    """The texts of a passage as tokens joined by blanks, each copy under ``<field>_<copy>``: the tokens of our own index."""
    fields = {}
    for name, text in (("title", passage.title), ("text", passage.text)):
        found = tokens(text)
        words = [token.word for token in found]
        fields[f"{name}_words"] = " ".join(words)
        fields[f"{name}_stems"] = " ".join([_stemmed(word) for word in words] if passage.language.startswith("en") else words)
        fields[f"{name}_joined"] = " ".join(one.word for one in joined(text, found))
    return fields


@cache
def _stemmed(word: str) -> str:
    """Each distinct word is stemmed once, as our own writer does."""
    return stem(word)


def stored(passage: Passage) -> str:
    """A passage as it is kept beside the index."""
    return json.dumps(asdict(passage), ensure_ascii=False)


def values(passage: Passage) -> dict[str, tuple[str, ...]]:
    """Facet → values of a passage."""
    single = {"council": passage.council, "committee": passage.committee, "year": passage.year, "kind": passage.kind}
    return {**{facet: (value,) for facet, value in single.items()}, "speaker": passage.speakers, "outcome": passage.outcomes}


class Numbers:
    """Numbers for the values of facets, as engines count them fastest; written beside the index."""

    def __init__(self, names: dict[str, list[str]] | None = None) -> None:
        self.names = names or {facet: [] for facet in FACETS}
        self._known = {facet: {name: n for n, name in enumerate(names)} for facet, names in self.names.items()}

    def number(self, facet: str, value: str) -> int:
        """The number of a value, a new one where there was none."""
        known = self._known[facet]
        if value not in known:
            known[value] = len(known)
            self.names[facet].append(value)
        return known[value]

    def known(self, facet: str, wanted: Iterable[str]) -> list[int]:
        """The numbers of those values that there are."""
        return sorted(self._known[facet][value] for value in wanted if value in self._known[facet])

    def write(self, folder: Path) -> None:
        """Keep them."""
        (folder / "numbers.json").write_text(json.dumps(self.names), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Numbers:
        """Those that were kept."""
        return cls(json.loads((folder / "numbers.json").read_text(encoding="utf-8")))


def timed_meetings(meetings: Iterable[list[Passage]], clock: Clock) -> Iterable[list[Passage]]:
    """The same meetings; the processor time that making them takes is told apart."""
    source = iter(meetings)
    while True:
        began = process_time()
        passages = next(source, None)
        clock.add("making", process_time() - began)
        if passages is None:
            return
        clock.add("items", len(passages))
        yield passages
