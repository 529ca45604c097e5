"""The links of one install: every page that is fetched, at its canonical address and with the keys it belongs to."""

from __future__ import annotations

from datetime import date

from archive.councils import Source
from archive.records import Link
from archive.sources.moderngov.addresses import Addresses

_OLDEST = "1990-01-01"
"""No ModernGov holds earlier meetings."""
_AHEAD = 2
"""Years after this one for which meetings are asked: councils set their calendars a year or two ahead."""


class Install:
    """One source at one address, on one day; makes keys of the publisher's numbers and links to pages."""

    def __init__(self, source: Source, today: date) -> None:
        self.source = source
        self.today = today
        self.addresses = Addresses(source.base)

    def key(self, id: str) -> str:
        """The archive's key for a number of the publisher's."""
        return self.source.id_prefix + id

    def id(self, key: str) -> str:
        """The publisher's number behind a key."""
        return key.removeprefix(self.source.id_prefix)

    def takes(self, start: str | None) -> bool:
        """Whether a meeting lies within the days that are taken from this source; one without a date does."""
        day = (start or "")[:10]
        return not day or (self.source.since or "") <= day <= (self.source.until or "9999")

    @property
    def first_year(self) -> int:
        """The earliest year that lists are followed to."""
        return int((self.source.since or _OLDEST)[:4])

    @property
    def last_year(self) -> int:
        """The latest year that lists are followed to."""
        return self.today.year + _AHEAD

    # ── pages about committees and people ──────────────────────────────────────────────────────────────────────────

    def committees(self) -> Link:
        """All committees."""
        if self.source.service:
            return self._operation("service-committees", "GetCommittees")
        return Link(self.addresses.page("mgListCommittees.aspx"), "committees")

    def councillors(self) -> Link:
        """All councillors; not every install has a page of them."""
        if self.source.service:
            return self._operation("service-councillors", "GetCouncillorsByWard")
        return Link(self.addresses.page("mgMemberIndex.aspx"), "members", optional=True)

    def committee(self, id: str) -> Link:
        """The page of one committee."""
        return Link(self.addresses.page("mgCommitteeDetails.aspx", ID=id), "committee", self.key(id), optional=True)

    def member(self, id: str) -> Link:
        """The page of one person."""
        return Link(self.addresses.page("mgUserInfo.aspx", UID=id), "member", optional=True)

    # ── pages that lead to meetings ────────────────────────────────────────────────────────────────────────────────

    def meetings_of(self, committee: str) -> Link:
        """The meetings of a committee, from the service or as the first page of its list.

        The dates asked for are the same all year, so that the address stays the same; the service leaves the last day out.
        """
        if not self.source.service:
            return self.list(committee)
        first, last = self.source.since or _OLDEST, f"31/12/{self.last_year}"
        dates = {"sFromDate": f"{first[8:10]}/{first[5:7]}/{first[:4]}", "sToDate": last}
        url = self.addresses.page("mgWebService.asmx/GetMeetings", lCommitteeId=committee, **dates)
        return Link(url, "service-list", self.key(committee), lists_meetings=True)

    def list(self, committee: str, **more: str | int) -> Link:
        """A page of a committee's list; ``Year``, or ``Act`` and ``D``, for others than the first."""
        if "Act" in more:
            more["MD"] = "ielistmeetings"
        url = self.addresses.page("ieListMeetings.aspx", CId=committee, **more)
        return Link(url, "list", self.key(committee), lists_meetings=True)

    def month(self, year: int, month: int, committee: str = "0", organization: str = "", lists: bool = False) -> Link:
        """A month of the calendar, of all committees or of one; ``organization`` is the key of the one that needs it."""
        url = self.addresses.page("mgCalendarMonthView.aspx", M=month, DD=year, CID=committee, C=-1, MR=0, ACT="Go")
        return Link(url, "calendar", organization, lists_meetings=lists, optional=not lists)

    # ── pages of one meeting ───────────────────────────────────────────────────────────────────────────────────────

    def meeting(self, id: str, organization: str = "", welsh: bool = False) -> Link:
        """The page of one meeting, in Welsh where that was linked; ``organization`` is a key."""
        url = self.addresses.page("ieListDocuments.aspx", MId=id, **({"LLL": 1} if welsh else {}))
        return Link(url, "meeting", organization, self.key(id))

    def whole(self, id: str, organization: str, query: dict[str, str]) -> Link:
        """A migrated meeting, which is one text without items."""
        more = {name: query.get(name.lower(), "") for name in ("CommitteeId", "DF", "RD", "F")}
        return Link(self.addresses.page("CeListDocuments.aspx", MID=id, **more), "whole", organization, self.key(id))

    def service_meeting(self, id: str, organization: str) -> Link:
        """One meeting in the web service."""
        return self._operation("service-meeting", "GetMeeting", organization, self.key(id), lMeetingId=id)

    def item(self, id: str, organization: str, meeting: str, welsh: bool = False) -> Link:
        """The page of one item; ``organization`` and ``meeting`` are keys."""
        url = self.addresses.page("mgAi.aspx", ID=id, **({"LLL": 1} if welsh else {}))
        return Link(url, "item", organization, meeting)

    def attendance(self, meeting: str, organization: str) -> Link:
        """Who was at a meeting; not every install has such pages. Both arguments are keys."""
        url = self.addresses.page("mgMeetingAttendance.aspx", ID=self.id(meeting))
        return Link(url, "attendance", organization, meeting, optional=True)

    def _operation(self, page: str, name: str, organization: str = "", meeting: str = "", **arguments: str) -> Link:
        return Link(self.addresses.page(f"mgWebService.asmx/{name}", **arguments), page, organization, meeting)
