"""Reads ModernGov (Civica modern.gov): the web service where it answers, its HTML pages in any case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from archive.councils import Source
from archive.errors import ReadError
from archive.records import Capture, Link, Observation
from archive.sources.moderngov import lists, meeting_page, service
from archive.sources.moderngov.addresses import address
from archive.sources.moderngov.wrapper import opened
from archive.text.html import decoded, parsed, text_of

_PAGES = {
    "committees": lists.read_committees,
    "committee": lists.read_committee,
    "list": lists.read_list,
    "calendar": lists.read_calendar,
    "members": lists.read_members,
    "member": lists.read_member,
    "meeting": meeting_page.read_meeting,
    "item": meeting_page.read_item,
    "attendance": meeting_page.read_attendance,
}
_PRIVATE_LABELS = re.compile(r"address|cyfeiriad|phone|ffôn|mobile|fax|e-?mail|e-?bost|postcode|tel\b", re.IGNORECASE)


class ModernGov:
    """The reader of one install."""

    def __init__(self, source: Source, today: date | None = None) -> None:
        self._base = source.base.rstrip("/")
        self._prefix = source.id_prefix
        self._service = source.service
        year = (today or date.today()).year
        self._since = f"{source.since[8:10]}/{source.since[5:7]}/{source.since[:4]}" if source.since else "01/01/1990"
        self._until = f"31/12/{year + 3}"  # The same address all year, so that captures can be compared.

    def start(self) -> Iterator[Link]:
        """The committees and the councillors."""
        if self._service:
            yield Link(service.operation(self._base, "GetCommittees"), "service-committees")
            yield Link(service.operation(self._base, "GetCouncillorsByWard"), "service-councillors")
        else:
            yield Link(address(self._base, "mgListCommittees.aspx"), "committees")
            yield Link(address(self._base, "mgMemberIndex.aspx"), "members", optional=True)

    def meeting(self, key: str) -> Link:
        """The page of a meeting."""
        return lists.meeting_link(self._base, self._prefix, key.removeprefix(self._prefix))

    def read(self, capture: Capture) -> Iterator[Link | Observation]:
        """See ``SourceReader``."""
        page, base, prefix = capture.link.page, self._base, self._prefix
        if page == "service-committees":
            yield from service.read_committees(capture, base, prefix, self._since, self._until)
        elif page == "service-list":
            yield from service.read_meetings(capture, base, prefix)
        elif page == "service-meeting":
            yield from service.read_meeting(capture, base, prefix)
        elif page == "service-councillors":
            yield from service.read_councillors(capture, base, prefix)
        elif page in ("committee-members", *_PAGES):
            yield from self._read_page(capture)
        else:
            raise ReadError(capture.link.url, f"nobody knows how to read a page of the kind {page!r}")

    def _read_page(self, capture: Capture) -> Iterator[Link | Observation]:
        """With the service on, pages add what it does not say: lists of meetings, attendance and whole items come from it."""
        page = opened(capture, self._base)
        needless = {"list", "attendance", "item"} if self._service else set()
        for one in _PAGES["committee" if capture.link.page == "committee-members" else capture.link.page](page, self._prefix):
            if not (isinstance(one, Link) and one.page in needless):
                yield one

    def redacted(self, capture: Capture) -> bytes:
        """Addresses and numbers of people are cut out of what the councillors' operation and pages give."""
        if capture.link.page == "service-councillors":
            return service.PRIVATE.sub(rb"<\1></\1>", capture.body)
        if capture.link.page == "member":
            return _without_contacts(decoded(capture.body, capture.charset), capture.body)
        return capture.body


def _without_contacts(markup: str, body: bytes) -> bytes:
    """A member's page without the blocks whose label speaks of an address, a telephone or e-mail; the same bytes where there is none."""
    soup = parsed(markup)
    private = [tag for tag in soup.select(".mgLabel, dt, th, strong, b, h2, h3") if _PRIVATE_LABELS.search(text_of(tag)) and len(text_of(tag)) < 60]
    private += soup.select("a[href^='mailto:'], a[href^='tel:'], address")
    for tag in private:
        if tag.decomposed:
            continue
        block = tag.find_parent(("p", "li", "tr", "dl")) or tag
        for later in list(block.find_next_siblings()) if tag.name in ("h2", "h3") else []:
            if later.name in ("h2", "h3") or later.select_one(".mgLabel"):
                break
            later.decompose()
        block.decompose()
    return str(soup).encode() if private else body
