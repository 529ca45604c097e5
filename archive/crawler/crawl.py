"""The loop of a crawl: every page once, on one host one after another, and a failure is no end."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from archive.errors import ArchiveError
from archive.records import Capture, Link


def crawl(
    start: Iterable[Link],
    fetch: Callable[[Link], Capture],
    take: Callable[[Capture], Iterable[Link]],
    wanted: Callable[[Link], bool],
    failed: Callable[[Link, ArchiveError], None],
) -> int:
    """Follow links until there are none left; returns how many pages were asked for.

    ``take`` keeps and reads a page and answers where it leads; ``wanted`` says whether a page can have changed; ``failed``
    hears of every page that could not be had or read. Addresses are canonical, so that a page is asked for once however
    many lead to it.
    """
    waiting = deque(start)
    seen: set[str] = set()
    asked = 0
    while waiting:
        link = waiting.popleft()
        if link.url in seen or not wanted(link):
            continue
        seen.add(link.url)
        asked += 1
        try:
            waiting.extend(take(fetch(link)))
        except ArchiveError as error:
            failed(link, error)
    return asked
