"""The seam of sources is not shaped like ModernGov: a plain list of minutes, as a parish might have, goes the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive import config
from archive.councils import Council, Source
from archive.errors import ReadError
from archive.records import Capture, Link, Observation
from archive.store import open_keeper
from archive.work import crawling
from archive.work.crawling import crawl_council, read_council

PAGES = {
    "https://parish.example/minutes": '<ul><li><a href="/minutes/2026-03-02">2 March 2026</a></ul>',
    "https://parish.example/minutes/2026-03-02": "<h1>Parish Meeting</h1><h2>1 Bench</h2><p>It was agreed that a bench be bought.</p><h2>2 Verges</h2><p>Mr A. Weir said that they were high.</p>",
}


class PlainList:
    """Reads a page that lists minutes, and minutes with a heading for each item."""

    def __init__(self, source: Source) -> None:
        self._base = source.base

    def start(self) -> Iterator[Link]:
        yield Link(f"{self._base}/minutes", "list", "parish", lists_meetings=True)

    def meeting(self, key: str) -> Link:
        return Link(f"{self._base}/minutes/{key}", "meeting", "parish", key)

    def read(self, capture: Capture) -> Iterator[Link | Observation]:
        text = capture.body.decode()
        if capture.link.page == "list":
            days = re.findall(r'href="/minutes/([\d-]+)"', text)
            yield Observation("organization", "parish", "list", {"name": "Parish Meeting", "status": "current"})
            yield Observation("listing", capture.link.url, "list", {"organization": "parish", "meetings": days})
            yield from map(self.meeting, days)
            return
        day = capture.link.meeting
        items = re.findall(r"<h2>(\d+) (.*?)</h2><p>(.*?)</p>", text)
        if not items:
            raise ReadError(capture.link.url, "the minutes have no headings")
        yield Observation("meeting", day, "page", {"organization": "parish", "title": "Parish Meeting", "start": day, "url": capture.link.url}, day)
        for order, (number, name, words) in enumerate(items, 1):
            yield Observation("item", f"{day}-{number}", "page", {"order": order, "number": number, "name": name, "text": words}, day)

    def redacted(self, capture: Capture) -> bytes:
        return capture.body


class Web:
    """Answers from the pages above."""

    def fetch(self, link: Link) -> Capture:
        return Capture(link, link.url, 200, "text/html", "utf-8", PAGES[link.url].encode(), datetime(2026, 4, 1, tzinfo=UTC))


def test_a_plain_list_of_minutes_is_crawled_kept_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawling, "reader_for", lambda source, today=None: PlainList(source))
    council = Council("ash", "Ash Parish Council", sources=(Source("https://parish.example", "plain"),))
    keeper = open_keeper(config.load(tmp_path))
    report = crawl_council(council, Web(), keeper, 100, lambda: datetime(2026, 4, 1, tzinfo=UTC))
    assert (report.asked, report.faults) == (2, [])
    kept = keeper.meeting("ash/meeting/2026-03-02")
    assert [item.name for item in kept.items] == ["Bench", "Verges"]
    assert [decision.outcome for decision in kept.decisions] == ["agreed"]
    assert [speech.name for speech in kept.speeches] == ["A. Weir"]
    assert read_council(council, keeper).changed == 0
    keeper.close()
