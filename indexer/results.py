"""What a search answers: everything a list of results shows, so that showing it asks nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from indexer.passage import Passage


@dataclass(frozen=True)
class Snippet:
    """A piece of a passage's text as (text, marked) runs: the marked ones are what matched. Never HTML."""

    runs: tuple[tuple[str, bool], ...]
    start: int = 0
    """Offset of the piece in the passage's text."""
    decision: bool = False
    """Whether the piece is (part of) a decision."""
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


@dataclass(frozen=True)
class Hit:
    """One passage found."""

    passage: Passage
    score: float
    """Comparable within one search only; 0 when sorted by date."""
    snippets: tuple[Snippet, ...] = ()
    title: tuple[tuple[str, bool], ...] = ()
    """The title as (text, marked) runs."""


class FacetValue(NamedTuple):
    """A value of a facet: how many passages of the whole result have it, the facet's own filter left out."""

    value: str
    label: str
    count: int  # type: ignore[assignment]  # A tuple's method of this name is of no use here.
    chosen: bool = False


@dataclass(frozen=True)
class Results:
    """The answer to one query. ``total`` and every count are exact."""

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    """Most frequent first, then by value; years newest first. Chosen values are always listed, even at 0."""
    different: dict[str, int] = field(default_factory=dict)
    """How many values each facet has, whether listed or not."""
    generation: str = ""
    """Name of the generation that answered."""
