"""Every public record as one JSON object a line, in an order that streams; the fields are a promise (docs/api.md)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from archive.errors import NotKept
from archive.records import (
    Acronym,
    Action,
    AgendaItem,
    Attendance,
    Decision,
    Declaration,
    Document,
    Meeting,
    MeetingRecords,
    Membership,
    Motion,
    Organization,
    Person,
    Reference,
    Speech,
    Vote,
    VoteEvent,
)
from archive.store import Store
from archive.store.rows import FOUND
from archive.store.store import Change

TYPES = {
    Organization: "organization",
    Person: "person",
    Membership: "membership",
    Meeting: "meeting",
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
"""Kind of record → what it is called in every export."""
HANGING = ("attendance", "items", "documents", *(field for field in FOUND if field != "votes"))
"""What is exported with a meeting: fields of ``MeetingRecords``. A vote event holds the names of its votes."""
HIDDEN = "withdrawn"
"""The status of a meeting of which nothing but its own record is exported."""
_PIECE = 1 << 16
"""Bytes of a compressed export that are put together before they are handed on."""


@dataclass(frozen=True)
class Changed:
    """One change, with all that is exported now of what it is about: nothing for what is gone."""

    change: Change
    records: tuple[dict[str, Any], ...]

    def as_json(self) -> dict[str, Any]:
        """The form of ``/changes``: a promise (docs/api.md)."""
        one = self.change
        return {"id": one.id, "kind": one.kind, "revision": one.revision, "moved_to": one.moved_to or None, "records": list(self.records)}


def public(one: Any) -> dict[str, Any]:
    """A record as it is exported: its type and its fields; ``for`` is no name in Python, and only a council has a licence."""
    record = {"type": TYPES[type(one)], **{name.rstrip("_"): value for name, value in asdict(one).items()}}
    if record.get("classification") == "committee":
        del record["licence"]
    return record


def exported(store: Store, council: str = "", since: int = 0) -> Iterator[dict[str, Any]]:
    """Organizations, people, memberships, then meeting by meeting; with ``since``, what changed after a revision and what is gone."""
    changes = store.changes(since)
    changed = {change.id for change in changes}
    councils = [one for one in store.councils() if not council or one.id == council]
    for one in councils:
        yield from (public(organization) for organization in [one, *store.organizations(one.id)] if organization.id in changed)
        people = [person for person in store.people(council=one.id).values() if person.id in changed]
        yield from map(public, people)
        for person in people:
            yield from map(public, store.memberships(person_id=person.id))
    for one in councils:
        for meeting in store.every_meeting(one.id):
            if meeting.id in changed and (found := store.find_meeting(meeting.id)):
                yield from of_meeting(store, found)
    if since:
        for change in changes:
            if change.kind == "tombstone" and (not council or change.id.partition("/")[0] == council):
                yield {"type": "tombstone", "id": change.id, "revision": change.revision, "moved_to": change.moved_to or None}


def of_meeting(store: Store, found: MeetingRecords) -> Iterator[dict[str, Any]]:
    """A meeting with all that hangs on it; a withdrawn one with its status and nothing of its text."""
    one = found.meeting
    yield {**public(one), "checked_at": store.checked_at(one)}
    if one.status != HIDDEN:
        yield from (public(record) for field in HANGING for record in getattr(found, field))


def changed_after(store: Store, since: int, after: str, until: int, most: int) -> tuple[list[Change], bool]:
    """The first so many changes after a revision, and, of that revision, after an id; and whether there are more.

    ``until`` is the store's revision as it was before: of what is written while we read, all or nothing must be told.
    """
    changes = [change for change in store.changes(since, after) if change.revision <= until]
    return changes[:most], len(changes) > most


def as_it_is(store: Store, change: Change) -> Changed:
    """A change with what it is about as that is now, which may be newer than the change: then a later change says so, too."""
    return Changed(change, tuple(_records_of(store, change)))


def _records_of(store: Store, change: Change) -> Iterator[dict[str, Any]]:
    try:
        if change.kind == "organization":
            yield public(store.organization(change.id))
        elif change.kind == "person":
            yield public(store.person(change.id))
            yield from map(public, store.memberships(person_id=change.id))
        elif change.kind == "meeting":
            yield from of_meeting(store, store.meeting(change.id))
    except NotKept:  # It went while we were reading; its tombstone is a later change.
        return


def line(record: dict[str, Any]) -> bytes:
    """A record as one line of NDJSON, in UTF-8 that everybody can read."""
    try:
        return f"{json.dumps(record, ensure_ascii=False)}\n".encode()
    except UnicodeEncodeError:  # Half a character, as broken pages have them: JSON can write it, UTF-8 cannot.
        return f"{json.dumps(record)}\n".encode()


def gzipped(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines as the pieces of one gzip file, the same bytes for the same lines; memory holds one piece."""
    packer = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    waiting = bytearray()
    for one in lines:
        waiting += packer.compress(one)
        if len(waiting) >= _PIECE:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting) + packer.flush()
