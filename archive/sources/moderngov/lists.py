"""Pages that lead to meetings: committees, lists of meetings, calendar; and people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bs4 import Tag

from archive.records import Link, Observation
from archive.sources.moderngov.addresses import address
from archive.sources.moderngov.dates import moment
from archive.sources.moderngov.wrapper import Page, heading, labelled
from archive.text.html import text_of

LONGEST_YEAR = 51
"""A page of one year stops at so many rows (Senedd)."""


def committee_link(base: str, prefix: str, id: str) -> Link:
    return Link(address(base, "mgCommitteeDetails.aspx", ID=id), "committee", prefix + id)


def list_link(base: str, prefix: str, id: str, **more: str) -> Link:
    return Link(address(base, "ieListMeetings.aspx", CId=id, **more), "list", prefix + id, lists_meetings=True)


def meeting_link(base: str, prefix: str, id: str, organization: str = "") -> Link:
    return Link(address(base, "ieListDocuments.aspx", MId=id), "meeting", organization, prefix + id)


def read_committees(page: Page, prefix: str) -> Iterator[Link | Observation]:
    """All committees, by category; a heading that says "former" makes former ones."""
    found = 0
    for tag, name, arguments in page.links():
        if name == "mgcommitteedetails.aspx" and arguments.get("id"):
            section = tag.find_previous(class_="mgSectionTitle")
            category = text_of(section) if section else ""
            status = "former" if re.search(r"former|blaenorol|historic|previous", category, re.IGNORECASE) else "current"
            key = prefix + arguments["id"]
            fields = {"name": text_of(tag), "status": status, "category": category, "url": committee_link(page.base, "", arguments["id"]).url}
            yield Observation("organization", key, "committees", fields)
            yield committee_link(page.base, prefix, arguments["id"])
            found += 1
    if not found:
        raise page.broken("the list of committees is empty")


def read_committee(page: Page, prefix: str) -> Iterator[Link | Observation]:
    """One committee: its name, its members, and the way to its meetings."""
    key = page.capture.link.organization
    title = page.content.select_one(".mgSubTitleTxt")
    if title is None or not text_of(title):
        raise page.broken("the page of a committee does not say its name")
    fields: dict[str, Any] = {"name": text_of(title), "url": page.capture.link.url}
    if "no longer meets" in text_of(page.content).casefold():
        fields["status"] = "former"
    yield Observation("organization", key, "committee", fields)
    yield list_link(page.base, prefix, key.removeprefix(prefix))
    for tag, name, arguments in page.links():
        if name != "mguserinfo.aspx" or not arguments.get("uid") or tag.find_parent("li") is None:
            continue
        role = re.search(
            r"\(\s*((?:Vice|Deputy|Joint|Co)?[\s-]*(?:Chair\w*|Cadeirydd|Is-gadeirydd)[^)]*)\)", text_of(tag.find_parent("li") or tag), re.IGNORECASE
        )
        person = prefix + arguments["uid"]
        seat = {"person": person, "organization": key, "name": text_of(tag), "role": role[1].strip() if role else ""}
        yield Observation("membership", person, "committee", {**seat, "status": "current"})


def read_list(page: Page, prefix: str) -> Iterator[Link | Observation]:
    """One page of a committee's meetings, and the way to the others."""
    key = page.capture.link.organization
    id, base = key.removeprefix(prefix), page.base
    if heading(page) and "browse" not in heading(page).casefold() and not page.content.select(".mgMeetingTableLnk"):
        frame = page.content.select(".mgMeetingsEarlierLater, #FormYearSelect")
        if not frame and "no meetings" not in text_of(page.content).casefold():
            raise page.broken("this is not a list of meetings")
    keys = []
    for tag in page.content.select("a.mgMeetingTableLnk"):
        row = next(((p, a) for t, p, a in page.links(tag.parent) if t is tag), None)
        meeting = row and (row[1].get("mid") or row[1].get("meetingid"))
        if not row or not meeting:
            continue
        keys.append(prefix + meeting)
        words = text_of(tag.parent or tag)
        status = "cancelled" if re.search(r"cancelled|canslwyd", words, re.IGNORECASE) else "moved" if re.search(r"\bmoved\b", words, re.IGNORECASE) else ""
        fields = {"organization": key, "start": moment(text_of(tag)), "status": status, "url": meeting_link(base, "", meeting).url}
        yield Observation("meeting", prefix + meeting, "list", {n: v for n, v in fields.items() if v or n == "status"}, prefix + meeting)
        yield meeting_link(base, prefix, meeting, key)
    yield Observation("listing", page.capture.link.url, "list", {"organization": key, "meetings": keys})
    yield from _other_pages(page, prefix, id, bool(keys), len(keys))


def _other_pages(page: Page, prefix: str, id: str, any_rows: bool, rows: int) -> Iterator[Link]:
    first = "Act=" not in page.capture.link.url and "Year=" not in page.capture.link.url
    for _, name, arguments in page.links():
        if name != "ielistmeetings.aspx" or arguments.get("info"):
            continue
        act, year = arguments.get("act", "").lower(), arguments.get("year", "")
        if act and arguments.get("d") and any_rows and (act == "earlier" or first):
            yield list_link(page.base, prefix, id, Act=act, D=arguments["d"])
        elif re.fullmatch(r"\d{4}", year):
            yield list_link(page.base, prefix, id, Year=year)
    year_shown = re.search(r"Year=(\d{4})", page.capture.link.url)
    if year_shown and rows >= LONGEST_YEAR:
        for month in range(1, 13):
            yield Link(address(page.base, "mgCalendarMonthView.aspx", M=month, DD=year_shown[1]), "calendar", prefix + id, lists_meetings=True)


def read_calendar(page: Page, prefix: str) -> Iterator[Link | Observation]:
    """One month: what it says of the status of meetings. It leads to no other month."""
    for tag, name, arguments in page.links():
        meeting = arguments.get("mid") or arguments.get("meetingid")
        if name != "ielistdocuments.aspx" or not meeting:
            continue
        words = str(tag.get("title") or text_of(tag))
        status = "cancelled" if re.search(r"cancelled|canslwyd", words, re.IGNORECASE) else "moved" if re.search(r"\bmoved\b", words, re.IGNORECASE) else ""
        if status:
            yield Observation("meeting", prefix + meeting, "calendar", {"status": status}, prefix + meeting)
        if page.capture.link.lists_meetings:
            yield meeting_link(page.base, prefix, meeting, prefix + arguments.get("cid", ""))


def read_members(page: Page, prefix: str) -> Iterator[Link | Observation]:
    """The councillors there are."""
    found = 0
    for tag, name, arguments in page.links():
        if name == "mguserinfo.aspx" and arguments.get("uid") and text_of(tag):
            person = prefix + arguments["uid"]
            yield Observation("person", person, "members", {"name": text_of(tag), "kind": "member"})
            yield Link(address(page.base, "mgUserInfo.aspx", UID=arguments["uid"]), "member", optional=True)
            found += 1
    if not found:
        raise page.broken("the list of councillors is empty")


def read_member(page: Page, prefix: str) -> Iterator[Link | Observation]:
    """One councillor: name, party, ward, and the seats held now and before."""
    person = prefix + page.capture.link.url.rpartition("=")[2]
    title = page.content.select_one(".mgSubTitleTxt") or page.content.find("h1") or page.soup.find("h1")
    if title is None or not text_of(title):
        raise page.broken("the page of a councillor does not say the name")
    fields = {
        "name": text_of(title),
        "party": labelled(page, "party", "plaid"),
        "ward": labelled(page, "ward", "electoral division", "division", "ward/division"),
        "post": labelled(page, "title", "teitl"),
        "url": page.capture.link.url,
    }
    yield Observation("person", person, "member", {n: v for n, v in fields.items() if v})
    for tag, name, arguments in page.links():
        if name != "mgcommitteedetails.aspx" or not arguments.get("id"):
            continue
        row = tag.find_parent("li")
        former = isinstance(row, Tag) and any("Expired" in c for c in (row.get("class") or ()))
        dates = re.findall(r"\d{1,2}/\d{1,2}/\d{4}", text_of(row)) if isinstance(row, Tag) else []
        seat: dict[str, Any] = {"person": person, "organization": prefix + arguments["id"], "status": "former" if former else "current"}
        seat |= {n: moment(d) for n, d in zip(("start_date", "end_date"), dates, strict=False)}
        yield Observation("membership", person, "member", seat)
        yield committee_link(page.base, prefix, arguments["id"])
