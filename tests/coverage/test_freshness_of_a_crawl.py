"""A crawl writes down when it read a council's website, and only if it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.councils import Council, Source
from archive.errors import Unreachable
from archive.records import Capture, Link
from archive.store import Keeper
from archive.takedowns import Takedowns
from archive.work import CrawlReport, crawl_councils
from archive.work.freshness import LastRead


class Dead:
    """A website that does not answer."""

    def fetch(self, link: Link) -> Capture:
        raise Unreachable(link.url, "the host cannot be found")


def test_a_website_that_does_not_answer_was_not_read(keeper: Keeper, tmp_path: Path) -> None:
    council = Council("ash", "Ash Council", sources=(Source("https://ash.example"),))
    [report] = crawl_councils([council], Dead(), keeper, 100, lambda _: None, Takedowns(()), LastRead(tmp_path))
    assert report.faults
    assert LastRead(tmp_path).times() == {}


@pytest.mark.parametrize(("asked", "faults", "reached"), [(0, 0, False), (1, 1, False), (10, 5, False), (10, 4, True), (10, 0, True)])
def test_a_website_was_read_when_most_of_its_pages_came(asked: int, faults: int, reached: bool) -> None:
    assert CrawlReport("ash", asked=asked, faults=[{}] * faults).reached == reached
