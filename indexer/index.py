"""The protocol that every engine keeps; ``indexer.opening`` is the one door to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from indexer.catalogue import Catalogue
from indexer.passage import Passage
from indexer.query import Query
from indexer.results import Hit, Results


class Generation(Protocol):
    """A state of the index in the making: nobody sees it before ``switch``. Use it as a context manager: leaving it without a switch discards it."""

    revision: int
    """The ``revision`` that the generation it began from was switched with; 0 for an empty one."""

    def __enter__(self) -> Generation: ...

    def __exit__(self, *exc: object) -> None: ...

    def replace(self, group: str, passages: Iterable[Passage]) -> None:
        """Put these passages in place of all that the group had; none: the group is gone."""

    def groups(self) -> Mapping[str, int]:
        """Every group there will be, with its number of passages."""

    def check(self, expected: Mapping[str, int]) -> None:
        """Commit and re-open what was written; raise ``Unavailable`` unless it holds just these groups with so many passages."""

    def switch(self, catalogue: Catalogue, revision: int) -> str:
        """Make this the generation that is served; returns its name. ``revision`` is the store's, up to which it is true."""


class Index(Protocol):
    """An index behind one URL. Safe to share between threads; a search always sees one whole generation."""

    def begin(self, rebuild: bool = False) -> Generation:
        """A new generation that starts from the served one, or from nothing; raises ``Busy``-like ``Unavailable`` while another is being made."""

    def search(self, query: Query) -> Results:
        """Raises ``QueryError`` ("too broad"), ``Unavailable`` or ``OutOfDate``."""

    def every(self, query: Query) -> tuple[int, Iterator[Hit]]:
        """How many passages a query finds, and all of them in its order, one after the other, from one generation; page, size and facets are passed over.

        Raises like ``search``.
        """

    def catalogue(self) -> Catalogue:
        """Of the generation served now; empty while there is none."""

    def vocabulary(self) -> Mapping[str, int]:
        """The words of letters alone that the served generation's texts hold, folded, each with how many passages; for spelling."""

    def revision(self) -> int:
        """Of the generation served now; 0 while there is none."""

    def generation(self) -> str:
        """The name of the generation served now, which no other one ever has; empty while there is none."""

    def damaged(self) -> list[str]:
        """What of the served generation is not as it was written, thoroughly looked at; empty when all is well."""

    def close(self) -> None:
        """Give files and connections back."""

    def digest(self) -> str:
        """A hash over every passage of the served generation: equal content, equal digest, on every engine."""
