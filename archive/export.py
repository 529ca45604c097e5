"""Every public record as one JSON object a line, in an order that streams; the fields are a promise (docs/api.md)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from archive.records import (
    Acronym,
    Action,
    AgendaItem,
    Attendance,
    Decision,
    Declaration,
    Document,
    MeetingRecords,
    Motion,
    Reference,
    Speech,
    Vote,
    VoteEvent,
)
from archive.store import Store

_TYPES = {
    Attendance: "attendance",
    AgendaItem: "agenda_item",
    Document: "document",
    Speech: "speech",
    Decision: "decision",
    Motion: "motion",
    VoteEvent: "vote_event",
    Vote: "vote",
    Declaration: "declaration",
    Action: "action",
    Reference: "reference",
    Acronym: "acronym",
}


def public(one: Any) -> dict[str, Any]:
    """A record as it is exported: its type and its fields; ``for`` is no name in Python."""
    return {"type": _TYPES[type(one)], **{name.rstrip("_"): value for name, value in asdict(one).items()}}


def exported(store: Store, council: str = "", since: int = 0) -> Iterator[dict[str, Any]]:
    """Organizations, people, memberships, then meeting by meeting; with ``since``, what changed after a revision and what is gone."""
    changes = store.changes(since)
    changed = {change.id for change in changes}
    slugs = [one for one in store.councils() if not council or one.id == council]
    for one in slugs:
        for organization in [one, *store.organizations(one.id)]:
            if organization.id in changed:
                record = {"type": "organization", **asdict(organization)}
                if organization.classification != "council":
                    del record["licence"]
                yield record
        people = store.people(council=one.id)
        yield from ({"type": "person", **asdict(person)} for person in people.values() if person.id in changed)
        for id in people:
            if id in changed:
                yield from ({"type": "membership", **asdict(seat)} for seat in store.memberships(person_id=id))
    for slug in slugs:
        for meeting in store.every_meeting(slug.id):
            if meeting.id in changed:
                yield from _meeting(store, store.meeting(meeting.id))
    if since:
        yield from ({"type": "tombstone", "id": change.id, "revision": change.revision} for change in changes if change.kind == "tombstone")


def _meeting(store: Store, records: MeetingRecords) -> Iterator[dict[str, Any]]:
    """A meeting with all that hangs on it; a withdrawn one with its status and nothing of its text."""
    yield {"type": "meeting", **asdict(records.meeting), "checked_at": store.checked_at(records.meeting)}
    if records.meeting.status == "withdrawn":
        return
    for found in (
        records.attendance,
        records.items,
        records.documents,
        records.speeches,
        records.decisions,
        records.motions,
        records.vote_events,
        records.declarations,
        records.actions,
        records.references,
        records.acronyms,
    ):
        yield from map(public, found)
