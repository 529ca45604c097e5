"""Pages that lead to meetings: a committee's list, page by page, and the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bs4.element import NavigableString, Tag

from archive.records import Link, Observation
from archive.sources.moderngov import labels
from archive.sources.moderngov.addresses import Target
from archive.sources.moderngov.dates import moment_or_none
from archive.sources.moderngov.install import Install
from archive.sources.moderngov.wrapper import Page
from archive.text import line_of

_CUT_AT = 51
"""A page of one year ends after so many rows, whatever the year held (Senedd)."""
_STAMP = re.compile(r"\d{8,14}")
_FRAME = ".mgMeetingsEarlierLater, #FormYearSelect, select[name='YearSelect'], .mgNonBulletTableList"
_MEETING_OF = re.compile(r"^(?:meeting of|cyfarfod)\s+", re.I)


@dataclass(frozen=True)
class Row:
    """One meeting in a list."""

    id: str
    start: str
    """ISO 8601, or empty where no date is printed."""
    link: Link
    fields: dict[str, Any]


def read_list(page: Page, install: Install) -> Iterator[Link | Observation]:
    """One page of a committee's meetings, and the way to its other pages."""
    link = page.capture.link
    rows = list(_rows(page, install))
    if not rows and not _may_be_empty(page):
        raise page.broken("this list of meetings has no rows, and does not say that there are none")
    name = line_of(page.subject) if page.subject else ""
    for row in rows:
        if install.takes(row.start):
            committee = {"committee": name} if name and not moment_or_none(name) else {}
            yield Observation("meeting", row.link.meeting, "list", {**row.fields, **committee}, row.link.meeting)
            yield row.link
    keys = list(dict.fromkeys(row.link.meeting for row in rows if install.takes(row.start)))
    yield Observation("listing", link.url, "list", {"organization": link.organization, "meetings": keys})
    yield from _other_pages(page, install, rows)


def _rows(page: Page, install: Install) -> Iterator[Row]:
    """The meetings; a migrated one is linked a second time as one document, which counts only where it is the only link."""
    found: dict[str, Row] = {}
    for tag, target in page.targets("meeting", "whole"):
        if target.id not in found or (target.page == "meeting" and found[target.id].link.page == "whole"):
            found[target.id] = _row(tag, target, page, install)
    yield from found.values()


def _row(tag: Tag, target: Target, page: Page, install: Install) -> Row:
    organization = page.capture.link.organization
    if target.page == "meeting":
        link = install.meeting(target.id, organization, welsh=target.query.get("lll") == "1")
    else:
        link = install.whole(target.id, organization, dict(target.query))
    around = tag.find_parent("li") or tag.find_parent("tr") or tag.parent or tag
    after = line_of(*_until_link(tag))
    start = moment_or_none(line_of(tag), str(tag.get("title", "")), line_of(around)) or ""
    words = [word.strip(" .") for word in re.split(r"[,;]|\s[-–—]\s|^\s*[-–—]", after)]
    papers = [word for word in words if word and not labels.status_in(word) and not re.search(r"\d", word)]
    fields = {"organization": organization, "start": start, "status": labels.status_in(f"{line_of(tag)} {after}"), "url": link.url, "papers": papers}
    return Row(target.id, start, link, {name: value for name, value in fields.items() if value or name == "status"})


def _until_link(tag: Tag) -> Iterator[NavigableString | Tag]:
    """What follows a link in its row, up to the next link."""
    for node in tag.next_siblings:
        if isinstance(node, Tag) and (node.name == "a" or node.find("a")):
            return
        if isinstance(node, NavigableString | Tag):
            yield node


def _may_be_empty(page: Page) -> bool:
    """Whether a list without rows is one: it says so, or has the frame of a list."""
    if labels.NO_MEETINGS.search(page.content.get_text(" ")) or page.content.select_one(_FRAME):
        return True
    return any(target.query.get("year") or target.query.get("act") for _, target in page.targets("list"))


# ── the other pages of a list ───────────────────────────────────────────────────────────────────────────────────────


def _other_pages(page: Page, install: Install, rows: list[Row]) -> Iterator[Link]:
    committee = install.id(page.capture.link.organization)
    shown = install.addresses.target(page.capture.link.url)
    here = shown.query if shown else {}
    own = [target.query for _, target in page.targets("list") if target.id == committee and not target.query.get("info")]
    if any(_STAMP.fullmatch(one.get("d", "")) for one in own):
        if rows:
            yield from _earlier_and_later(install, committee, own, here)
        return
    if not here.get("act"):
        for year in sorted({one.get("year", "") for one in own} | _years_of_form(page), reverse=True):
            if re.fullmatch(r"\d{4}", year) and install.first_year <= int(year) <= install.last_year:
                yield install.list(committee, Year=year)
    if re.fullmatch(r"\d{4}", here.get("year", "")) and len(rows) >= _CUT_AT:
        yield from _months_beyond(install, page.capture.link.organization, int(here["year"]), rows)


def _earlier_and_later(install: Install, committee: str, own: list[Mapping[str, str]], here: Mapping[str, str]) -> Iterator[Link]:
    """The next pages. They never end, so one is followed only from a page with rows, and only onwards."""
    act, at = here.get("act", "").lower(), here.get("d", "")
    for one in own:
        way, stamp = one.get("act", "").lower(), one.get("d", "")
        if way not in ("earlier", "later") or not _STAMP.fullmatch(stamp) or (act and way != act):
            continue
        onwards = not at or (stamp < at if way == "earlier" else stamp > at)
        if onwards and install.first_year <= int(stamp[:4]) <= install.last_year:
            yield install.list(committee, Act=way, D=stamp)


def _years_of_form(page: Page) -> set[str]:
    """The years that a form offers, where no link does."""
    return {str(option.get("value") or line_of(option)).strip() for option in page.content.select("select option")}


def _months_beyond(install: Install, organization: str, year: int, rows: list[Row]) -> Iterator[Link]:
    """The months of a year whose list was cut: those at its ends and beyond."""
    months = sorted(int(row.start[5:7]) for row in rows if row.start.startswith(str(year)))
    for month in range(1, 13):
        if not months or month <= months[0] or month >= months[-1]:
            yield install.month(year, month, install.id(organization), organization, lists=True)


# ── the calendar ────────────────────────────────────────────────────────────────────────────────────────────────────


def read_calendar(page: Page, install: Install) -> Iterator[Link | Observation]:
    """One month: what it says of the meetings in it; it leads to no other month.

    As part of a committee's list it counts for that committee alone, whatever else it shows.
    """
    link = page.capture.link
    if not page.content.select_one(".mgCalendarCell, [class*='mgCalendar']"):
        raise page.broken("this is not a calendar of meetings")
    keys = []
    for tag, target in page.targets("meeting"):
        words = " ".join(str(tag.get("title") or line_of(tag)).split())
        start = moment_or_none(words) or ""
        organization = install.key(target.query["cid"]) if target.query.get("cid", "").isdigit() else ""
        if not install.takes(start) or (link.lists_meetings and organization not in ("", link.organization)):
            continue
        meeting = install.meeting(target.id, organization or link.organization)
        keys.append(meeting.meeting)
        committee = _committee_in(words)
        fields = {"organization": organization, "committee": "" if committee.endswith("...") else committee, "start": start, "url": meeting.url}
        said = {name: value for name, value in fields.items() if value}
        yield Observation("meeting", meeting.meeting, "calendar", {**said, "status": labels.status_in(_outside_name(words))}, meeting.meeting)
        yield meeting
    if link.lists_meetings:
        yield Observation("listing", link.url, "calendar", {"organization": link.organization, "meetings": keys})


def _committee_in(words: str) -> str:
    """The name in "CANCELLED - Meeting of Cabinet, 07/01/2026 6.30 pm"."""
    name = _MEETING_OF.sub("", labels.without_prefix(words))
    return re.sub(r",?\s*\d{1,2}/\d{1,2}/\d{4}.*$", "", name).strip()


def _outside_name(words: str) -> str:
    """What stands beside the committee's name."""
    return words.replace(_committee_in(words), " ") if _committee_in(words) else words
