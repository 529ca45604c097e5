"""Coverage against the look-alike site's truth, on every skin, with a page that cannot be read, and after nights on which minutes appear and a meeting is withdrawn."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from archive import config
from archive.councils import Council, Source
from archive.coverage import MISSING, Coverage
from archive.crawler.fetcher import Fetcher
from archive.crawler.rules import rules_from
from archive.store import Keeper, open_keeper
from archive.work import crawl_council, update_index
from indexer.index import Index
from indexer.opening import open_index

pytestmark = pytest.mark.shared
FIRST = datetime(2026, 11, 20, 3, tzinfo=UTC)
BROKEN, BEFORE_ITS_MINUTES = "5598", "5611"
"""A meeting of April 2026 whose pages come empty, and one of September whose minutes are published on night 1."""


def crawled(council: Council, keeper: Keeper, index: Index, night: int) -> Coverage:
    now = FIRST + timedelta(days=night)
    with Fetcher(rules_from(config.load(MAX_FAILURES=50, TRIES=1))) as fetcher:
        fetcher.allow(council.sources[0])
        crawl_council(council, fetcher, keeper, 100, lambda: now)
    update_index(keeper, index, today=lambda _: now.date())
    return Coverage.from_json(index.catalogue().facts["coverage"])


def of_truth(shared: Path, night: int, unread: str = "") -> Counter[tuple[str, str, str]]:
    """(committee, month, state) → how many meetings, as the site's own truth has it."""
    folder, today = shared / "council_site" / "truth", (FIRST + timedelta(days=night)).date()
    nights = json.loads((folder / "nights.json").read_text(encoding="utf-8"))
    found: Counter[tuple[str, str, str]] = Counter()
    for key, one in nights["night0"]["meetings"].items():
        now = nights[f"night{night}"]["meetings"].get(key)
        newest = max(folder.glob(f"night[0-{night}]/{key}.json"))
        title = json.loads(newest.read_text(encoding="utf-8"))["title"]
        found[one["committee"], one["date"][:7], state_in_truth(now, title, today, key == unread)] += 1
    return found


def state_in_truth(now: dict[str, Any] | None, title: str, today: date, is_unread: bool) -> str:
    if now is None:
        return "withdrawn"
    if now["status"] == "CANCELLED":
        return "cancelled"
    if is_unread:
        return "missing"
    if now["minutes"] != "none":
        return "here"
    if title.startswith("MOVED - to"):
        return "moved"
    return "coming" if now["date"] >= today.isoformat() else "missing"


def of_coverage(coverage: Coverage, labels: dict[str, str]) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for id, years in coverage.committees.items():
        for year, one in years.items():
            missing = Counter(int(gap.day[5:7]) for gap in one.missing)
            for n, held in enumerate(one.held, 1):
                month = f"{year}-{n:02}"
                found[labels[id], month, "here"] += held - missing[n]
                found[labels[id], month, "missing"] += missing[n]
                for state, months in one.aside.items():
                    found[labels[id], month, state] += months[n - 1]
    return +found


@pytest.mark.parametrize("skin", ["plain", "county", "london"])
def test_every_meeting_of_the_truth_is_here_or_missing_with_its_reason(council_site: Callable[..., Any], shared: Path, tmp_path: Path, skin: str) -> None:
    site = council_site(skin, 0, f"empty:1:(MId|lMeetingId|mgMeetingAttendance.aspx.ID)={BROKEN}")
    council = Council("marlshire", "Marlshire County Council", sources=(Source(site.base, service=skin == "plain", loopback=True),))
    settings = config.load(tmp_path)
    keeper, index = open_keeper(settings), open_index(settings.url("INDEX"))
    coverage = crawled(council, keeper, index, 0)
    labels = {entry.id: entry.label for entry in index.catalogue().entries["committee"]}
    assert of_coverage(coverage, labels) == of_truth(shared, 0, unread=BROKEN)
    gaps = {gap.meeting.rpartition("/")[2]: gap for years in coverage.committees.values() for year in years.values() for gap in year.missing}
    assert gaps[BROKEN].reason == "unread"
    assert gaps[BROKEN].why
    assert "http" not in gaps[BROKEN].why
    assert gaps[BEFORE_ITS_MINUTES].reason == "unpublished"
    assert {gap.reason for gap in gaps.values()} <= set(MISSING)

    site.control(faults={})
    for night in (1, 2, 3):
        site.control(night=night)
        coverage = crawled(council, keeper, index, night)
    assert of_coverage(coverage, labels) == of_truth(shared, 3)
    keeper.close()
    index.close()
