"""The seam between the crawl and a publisher's system."""

from collections.abc import Iterator
from typing import Protocol

from archive.records import Capture, Link, Observation


class SourceReader(Protocol):
    """Reads one publisher's system. It never fetches and never stores; it may keep nothing between two calls.

    One is made for each source of each council, with the source's base address.
    """

    def start(self) -> Iterator[Link]:
        """The pages to begin with; everything else is found by following what ``read`` yields."""

    def meeting(self, key: str) -> Link:
        """The page that proves that a meeting is still published, or is gone."""

    def recognised(self, url: str) -> Link | None:
        """The page at an address, if it is one of a meeting or an item that ``read`` knows."""

    def read(self, capture: Capture) -> Iterator[Link | Observation]:
        """What a page says, and where it leads; links are canonical, so that equal pages have equal addresses.

        Raises ``ReadError`` when the page does not hold what its kind promises, and ``Missing`` when it is the publisher's
        own way of saying that there is no such page. Nothing of what was yielded before counts then.
        """

    def redacted(self, capture: Capture) -> bytes:
        """The body without what must not be kept (home addresses); the same bytes where there is nothing of that kind."""
