"""Reads ModernGov (Civica modern.gov): the web service where it answers, its HTML pages where it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from archive.councils import Source
from archive.errors import ReadError
from archive.records import Capture, Link, Observation
from archive.sources.moderngov import item_page, lists, meeting_page, people, redaction, service
from archive.sources.moderngov.install import Install
from archive.sources.moderngov.wrapper import Page, open_page

_Found = Iterator[Link | Observation]
_PAGES: Mapping[str, Callable[[Page, Install], _Found]] = {
    "committees": people.read_committees,
    "committee": people.read_committee,
    "members": people.read_members,
    "member": people.read_member,
    "list": lists.read_list,
    "calendar": lists.read_calendar,
    "meeting": meeting_page.read_meeting,
    "whole": meeting_page.read_whole,
    "item": item_page.read_item,
    "attendance": item_page.read_attendance,
}
_SERVICE: Mapping[str, Callable[[Capture, Install], _Found]] = {
    "service-committees": service.read_committees,
    "service-list": service.read_meetings,
    "service-meeting": service.read_meeting,
    "service-councillors": service.read_councillors,
}


class ModernGov:
    """The reader of one install; see ``SourceReader``.

    With the service on, texts, documents and attendance come from it; the page of each meeting is read as well, since it
    alone says what is draft, moved or cancelled, and has the packs.
    """

    def __init__(self, source: Source, today: date | None = None) -> None:
        self._source = source
        self._today = today

    @property
    def _install(self) -> Install:
        return Install(self._source, self._today or date.today())

    def start(self) -> Iterator[Link]:
        """The committees and the councillors, from the service or as pages."""
        yield self._install.committees()
        yield self._install.councillors()

    def meeting(self, key: str) -> Link:
        """The page of a meeting; its number is the key without the prefix of the source."""
        return self._install.meeting(self._install.id(key))

    def recognised(self, url: str) -> Link | None:
        """The page at an address, if it is one of a meeting or an item; the meeting of an item is not told by it."""
        target = self._install.addresses.target(url)
        if target is None or target.page not in ("meeting", "whole", "item"):
            return None
        return Link(url, target.page, meeting=self._install.key(target.id))

    def read(self, capture: Capture) -> _Found:
        """What a page says and where it leads. Raises ``ReadError`` and ``Missing`` as ``SourceReader`` says."""
        page, install = capture.link.page, self._install
        if page in _SERVICE:
            return _SERVICE[page](capture, install)
        if page in _PAGES:
            return _PAGES[page](open_page(capture, install.addresses), install)
        raise ReadError(capture.link.url, f"no page of ModernGov is of the kind {page!r}")

    def redacted(self, capture: Capture) -> bytes:
        """The body without home addresses, telephone numbers and e-mail addresses of people."""
        if capture.link.page == "service-councillors":
            return redaction.without_addresses(capture.body)
        if capture.link.page in ("member", "members"):
            return redaction.without_contacts(capture.body, capture.charset)
        return capture.body
