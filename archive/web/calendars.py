"""The meetings of a council or a committee as a calendar (iCalendar, RFC 5545), to be subscribed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from flask import Blueprint, Response
from icalendar import Calendar, Event, vUri

from archive.records import Meeting
from archive.web.formats import CALENDAR
from archive.web.site import permanent_address, site
from archive.web.wording import clock

pages = Blueprint("calendars", __name__)
STATUS = {"cancelled": "CANCELLED", "moved": "CANCELLED"}
"""What a meeting's status is called in a calendar; a moved one takes place under another id."""


@pages.get("/<council>.ics")
def council(council: str) -> Response:
    """The meetings of all committees of a council."""
    store = site().store
    one = store.organization(council)
    names = {other.id: other.name for other in store.organizations(council)}
    return _calendar(one.name, store.every_meeting(council), names)


@pages.get("/<council>/committee/<key>.ics")
def committee(council: str, key: str) -> Response:
    """The meetings of a committee."""
    store = site().store
    one = store.organization(f"{council}/committee/{key}")
    return _calendar(f"{one.name}, {store.organization(council).name}", store.meetings(one.id), {one.id: one.name})


def _calendar(name: str, meetings: Iterable[Meeting], names: Mapping[str, str]) -> Response:
    calendar = Calendar()
    calendar.add("prodid", "-//Minutebook//EN")
    calendar.add("version", "2.0")
    calendar.add("name", _line(name))
    calendar.add("x-wr-calname", _line(name))
    for one in meetings:
        if one.status != "withdrawn":
            calendar.add_component(_event(one, names.get(one.organization_id, one.title)))
    return Response(calendar.to_ical(), mimetype=CALENDAR, headers={"Content-Disposition": 'inline; filename="meetings.ics"'})


def _event(one: Meeting, name: str) -> Event:
    """A meeting; published without an end, and on a whole day where no time is printed."""
    event = Event()
    event.add("uid", permanent_address(one.id))
    event.add("summary", _line(name))
    event.add("dtstamp", datetime.fromisoformat(one.retrieved_at))
    start = datetime.fromisoformat(one.start)
    if clock(one.start):
        event.add("dtstart", start.astimezone(UTC))
    else:
        event.add("dtstart", start.date())
        event.add("dtend", start.date() + timedelta(days=1))
    if one.location:
        event.add("location", _line(one.location))
    event.add("url", vUri(permanent_address(one.id)))
    event.add("status", STATUS.get(one.status, "CONFIRMED"))
    return event


def _line(words: str) -> str:
    """Words on one line, as a calendar shows them, without what it cannot hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
