"""A query: the reader's words as a small tree, and filters, sort and paging as separate, validated values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FACETS = ("council", "committee", "year", "speaker", "outcome", "kind")
"""The facets there are; ``speaker`` and ``outcome`` have several values a passage."""
FILTERS = (*FACETS, "meeting")
"""What results can be narrowed by; nobody chooses from a list of all meetings, so they are not counted."""
SORTS = ("relevance", "newest", "oldest")
MAX_PAGE = 50
PAGE_SIZE = 20


@dataclass(frozen=True)
class Term:
    """A word: matches every form with the same stem; ``prefix`` matches every word that begins so."""

    word: str
    prefix: bool = False


@dataclass(frozen=True)
class Phrase:
    """Words next to each other as they are written, unstemmed; with ``within`` (NEAR), no more than so many words apart, any order."""

    words: tuple[str, ...]
    within: int = 0


@dataclass(frozen=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Not:
    """Leaves out what ``part`` finds; stands only inside an And."""

    part: Node


@dataclass(frozen=True)
class Has:
    """Passages that have one of these values of a facet, or one of these printed numbers (``number``), whatever their words."""

    facet: str
    values: frozenset[str]
    score: float = 5.0
    """What it adds to a passage's score: about as much as a rare word."""


@dataclass(frozen=True)
class Weighted:
    """The same with its scores multiplied: what the reader did not write counts less than what they did."""

    part: Node
    weight: float


@dataclass(frozen=True)
class Also:
    """What ``part`` finds; where ``more`` finds it as well, both scores count."""

    part: Node
    more: Node


Node = Term | Phrase | And | Or | Not | Has | Weighted | Also


@dataclass(frozen=True)
class Query:
    """What is asked of an index.

    ``filters`` maps one of FILTERS to the ids of which a passage must have one (OR within a facet, AND across);
    an id that nothing has is no error. ``from_date`` and ``until_date`` are ISO days, both inclusive, empty for open.
    """

    words: Node | None = None
    """None: everything."""
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    items: frozenset[str] = frozenset()
    """Printed item numbers, folded, of which a passage must have one; empty for any."""
    from_date: str = ""
    until_date: str = ""
    sort: str = "relevance"
    """One of SORTS; relevance without words is newest."""
    page: int = 1
    """From 1 to MAX_PAGE."""
    size: int = PAGE_SIZE
    facets: tuple[str, ...] = FACETS
    """The facets to count: name only what is shown."""
    values: int | None = None
    """How many values of a facet are listed, the most frequent ones; chosen ones always are. None: all."""
    spans: tuple[str, ...] = ()
    """Facets of which the first and the last date of each value are told."""
    snippets: bool = True
    """Whether hits show why they were found."""
