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
    outcome: str = ""
    """Of that decision; empty where it is not known."""
    cut_before: bool = False
    cut_after: bool = False
    speaker: str = ""
    """Id of somebody with a page whose name the piece begins with as they begin to speak; empty for nobody."""
    opening: tuple[tuple[str, bool], ...] = ()
    """The runs of that name, which ``runs`` begins with, too."""

    @property
    def rest(self) -> tuple[tuple[str, bool], ...]:
        """The runs that follow the opening."""
        return self.runs[len(self.opening) :]

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
    others: int = 0
    """How many more of the whole result are of the same meeting."""


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
    by_year: tuple[tuple[str, int], ...] = ()
    """How many there would be in each year without the limits of date and year, oldest first; only where years are counted."""
    spans: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    """Facet → value → first and last day (ISO 8601) of the passages that are counted for it; only of the facets that were asked for."""
    generation: str = ""
    """Name of the generation that answered."""
