"""One council's crawl and reading, whole: what is asked for tonight, what came, what is hidden, what is reported."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol
from urllib.parse import urlsplit

from archive.councils import Council
from archive.crawler.crawl import crawl
from archive.errors import ArchiveError, Missing
from archive.records import Capture, Link
from archive.sources import reader_for
from archive.sources.source import SourceReader
from archive.store import Keeper
from archive.store.keeper import State
from archive.takedowns import Takedowns
from archive.work.desk import Desk
from archive.work.freshness import LastRead
from archive.work.settling import settle

LOG = logging.getLogger(__name__)
MOST_HOSTS = 8
"""Hosts that are crawled side by side."""
NOTHING_TAKEN_DOWN = Takedowns(())
YEAR = 365
"""Days after which a meeting without confirmed minutes is asked for once a week and no longer every night."""


class Fetches(Protocol):
    """What the crawl needs of the Fetcher."""

    def fetch(self, link: Link) -> Capture: ...


@dataclass
class CrawlReport:
    """What a run did; counts and faults for people and for `minutebook status`."""

    council: str
    run: int = 0
    asked: int = 0
    changed: int = 0
    versions: int = 0
    withdrawn: int = 0
    faults: list[dict[str, str]] = field(default_factory=list)
    """Page address, committee and, in words, why."""
    read: dict[str, int] = field(default_factory=dict)
    """How many records of each kind that is read from minutes came or went."""

    @property
    def reached(self) -> bool:
        """Whether the website was read: most of the pages that were asked for came and could be read."""
        return self.asked > 2 * len(self.faults)

    def settled(self, done: Counter[str]) -> None:
        """Write down what putting the meetings together did."""
        self.changed, self.versions = done["changed"], done["versions"]
        self.read = {kind: count for kind, count in done.items() if kind not in ("changed", "versions") and count}

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def crawl_council(
    council: Council,
    fetcher: Fetches,
    keeper: Keeper,
    open_days: int,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    progress: Callable[[str], None] = lambda _: None,
    takedowns: Takedowns = NOTHING_TAKEN_DOWN,
) -> CrawlReport:
    """Crawl one council, keep what is new and hide what its publisher took away. Nothing is removed because a page failed."""
    run = keeper.captures.begin_run(council.slug, clock())
    report = CrawlReport(council.slug, run)
    today = clock().astimezone(council.zone).date()
    readers = [reader_for(source, today) for source in council.sources]
    desk = Desk(council, readers, keeper, run, takedowns)
    states = keeper.states(council.slug)
    for number, reader in enumerate(readers):
        _crawl_source(council, number, reader, fetcher, keeper, desk, report, lambda link: _is_due(link, states, desk, today, open_days), progress, clock)
    report.withdrawn = _hide_withdrawn(council, readers, fetcher, keeper, run, report, clock)
    touched = desk.touched | {key for key, state in states.items() if not state.withdrawn and _is_open(state, today, open_days)}
    report.settled(settle(council, keeper, touched, clock(), takedowns, progress))
    keeper.captures.end_run(run, report.as_dict(), clock())
    return report


def crawl_councils(
    councils: Sequence[Council],
    fetcher: Fetches,
    keeper: Keeper,
    open_days: int,
    progress: Callable[[str], None],
    takedowns: Takedowns,
    last_read: LastRead,
) -> list[CrawlReport]:
    """Crawl councils: hosts side by side, one council after another on each. What goes wrong with one is a line of its report, and no end for the others."""
    by_host: dict[str, list[Council]] = {}
    for council in councils:
        by_host.setdefault(urlsplit(council.sources[0].base).hostname or "", []).append(council)

    def crawl_host(there: list[Council]) -> list[CrawlReport]:
        found = []
        for council in there:
            try:
                report = crawl_council(council, fetcher, keeper, open_days, progress=progress, takedowns=takedowns)
                if report.reached:
                    last_read.note(council.slug, datetime.now(UTC))
                found.append(report)
            except Exception as error:  # The one place where any failure becomes a line of the report.
                LOG.exception("The crawl of %s broke off", council.slug)
                why = f"the crawl broke off and what was kept is kept: {type(error).__name__}: {error}"
                found.append(CrawlReport(council.slug, asked=1, faults=[{"url": "", "organization": "", "why": why, "lists": ""}]))
        return found

    with ThreadPoolExecutor(max_workers=min(MOST_HOSTS, len(by_host)) or 1) as pool:
        return [report for reports in pool.map(crawl_host, by_host.values()) for report in reports]


def _crawl_source(
    council: Council,
    number: int,
    reader: SourceReader,
    fetcher: Fetches,
    keeper: Keeper,
    desk: Desk,
    report: CrawlReport,
    wanted: Callable[[Link], bool],
    progress: Callable[[str], None],
    clock: Callable[[], datetime],
) -> None:
    def fetch(link: Link) -> Capture:
        progress(link.url)
        try:
            return fetcher.fetch(link)
        except ArchiveError as error:
            keeper.captures.fail(report.run, council.slug, number, link, clock(), str(error), isinstance(error, Missing))
            raise

    def failed(link: Link, error: ArchiveError) -> None:
        if not (link.optional and isinstance(error, Missing)):
            report.faults.append({"url": link.url, "organization": link.organization, "why": str(error), "lists": "yes" if link.lists_meetings else ""})

    report.asked += crawl(reader.start(), fetch, desk.take(number), wanted, failed)


def _is_due(link: Link, states: dict[str, State], desk: Desk, today: date, open_days: int) -> bool:
    """Whether a page can have changed since it was last read: lists and people can, a meeting within its open window."""
    state = states.get(link.meeting)
    return not link.meeting or state is None or state.withdrawn or link.meeting in desk.touched or _is_open(state, today, open_days)


def _is_open(state: State, today: date, open_days: int) -> bool:
    """Whether a meeting is read again tonight."""
    day = date.fromisoformat(state.start[:10])
    latest = max(day, date.fromisoformat(state.changed_on))
    if today - latest <= timedelta(days=open_days):
        return True
    if state.minutes_status == "confirmed" or state.status == "cancelled":
        return False
    return (today - latest).days <= YEAR or today.toordinal() % 7 == sum(state.id.encode()) % 7


def _hide_withdrawn(
    council: Council, readers: Sequence[SourceReader], fetcher: Fetches, keeper: Keeper, run: int, report: CrawlReport, clock: Callable[[], datetime]
) -> int:
    """Hide meetings that two complete listings in a row omit and whose page is gone while a page known to be good still answers."""
    hidden = 0
    failed = {fault["organization"] for fault in report.faults if fault["lists"]}
    lists = {f.link.url: f.link.organization for f in keeper.captures.fetches(run) if f.link.lists_meetings and f.outcome in ("good", "same")}
    listings: dict[str, set[str]] = {organization: set() for organization in lists.values() if organization not in failed}
    for one in keeper.observations(council.slug, kinds=("listing",)):
        if lists.get(one.key) in listings:  # A page that is no longer part of the listing says nothing any more.
            listings[lists[one.key]].update(map(str, one.fields.get("meetings", ())))
    for organization, listed in sorted(listings.items()):
        for state in keeper.note_listing(f"{council.slug}/committee/{organization}", listed):
            if _is_gone(council, readers[-1], fetcher, keeper, state, report, clock):
                keeper.withdraw(state.id)
                hidden += 1
    return hidden


def _is_gone(
    council: Council, reader: SourceReader, fetcher: Fetches, keeper: Keeper, state: State, report: CrawlReport, clock: Callable[[], datetime]
) -> bool:
    """Whether a meeting's page is gone while another meeting's page still answers."""
    good = next((m for m in keeper.meetings(state.organization_id) if m.id != state.id and m.status != "withdrawn" and m.url), None)
    link = replace(reader.meeting(state.id.rpartition("/")[2]), optional=True)
    return good is not None and not _answers(reader, fetcher, link) and _answers(reader, fetcher, reader.meeting(good.source_id))


def _answers(reader: SourceReader, fetcher: Fetches, link: Link) -> bool:
    """Whether a page is there; any failure but a plain "not there" counts as there, since it proves nothing."""
    try:
        list(reader.read(fetcher.fetch(link)))
    except Missing:
        return False
    except ArchiveError:
        return True
    return True


def read_council(
    council: Council, keeper: Keeper, clock: Callable[[], datetime] = lambda: datetime.now(UTC), takedowns: Takedowns = NOTHING_TAKEN_DOWN
) -> CrawlReport:
    """Read every kept page of a council again, without the network, and put all its meetings together anew."""
    report = CrawlReport(council.slug)
    desk = Desk(council, [reader_for(source, clock().astimezone(council.zone).date()) for source in council.sources], keeper, 0, takedowns)
    for source, capture in keeper.captures.newest(council.slug):
        report.asked += 1
        try:
            desk.read(source, capture)
        except ArchiveError as error:
            report.faults.append({"url": capture.link.url, "organization": capture.link.organization, "why": str(error), "lists": ""})
    keys = {one.meeting for one in keeper.observations(council.slug, kinds=("meeting",))}
    report.settled(settle(council, keeper, keys, clock(), takedowns))
    return report
