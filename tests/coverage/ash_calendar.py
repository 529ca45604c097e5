"""The calendar of Ash Council, whose streets and parks meet: records and pages made by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

from archive.records import AgendaItem, Document, Link, Meeting, MeetingRecords, Observation
from archive.store import Keeper

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 2, 14, tzinfo=UTC)
STREETS, PARKS = "ash/committee/1", "ash/committee/2"


def meeting_of(key: str, day: str, status: str = "held", minutes: str = "", committee: str = STREETS, agenda: bool = True, file: str = "") -> MeetingRecords:
    """A meeting with one item, whose minutes are these words; or with a file of them."""
    id = f"ash/meeting/{key}"
    meeting = Meeting(id, key, committee, "", f"{day}T10:00:00+00:00", status, "confirmed" if minutes else "none", 0)
    items = (AgendaItem(f"ash/item/{key}", key, id, 1, "1.", "Bins", minutes),) if agenda else ()
    documents = (Document(f"ash/document/g{key}", f"g{key}", id, None, file, "application/pdf", ""),) if file else ()
    return MeetingRecords(meeting, items, documents)


def keep(keeper: Keeper, *found: MeetingRecords) -> None:
    for one in found:
        keeper.keep(one, f"hash {one.meeting.id} {one.meeting.minutes_status}", (1,), NOW)


def listed(key: str, **fields: str) -> Observation:
    """What a list says of a meeting."""
    return Observation("meeting", key, "list", fields, key)


def asked(keeper: Keeper, key: str, why: str, missing: bool = False, optional: bool = False) -> None:
    """A run in which the page of a meeting did not come."""
    run = keeper.captures.begin_run("ash", NOW)
    link = Link(f"https://ash.example/{key}", "meeting", "1", key, optional=optional)
    keeper.captures.fail(run, "ash", 0, link, NOW, f"{link.url}: {why}", missing)
