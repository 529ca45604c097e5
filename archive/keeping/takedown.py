"""Takes a record down: off the list of what may be shown, out of the records, and, when asked, out of the captures."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from archive.councils import Council
from archive.errors import NotKept, SettingError
from archive.records import MeetingRecords
from archive.store import Keeper
from archive.takedowns import KINDS, Takedown, read_takedowns, write_takedown
from archive.work.settling import settle


def take_down(instance: Path, council: Council, keeper: Keeper, id: str, reason: str, purge: bool, today: date) -> Takedown:
    """Remove a record from everything that readers see, for good. Raises ``NotKept``, or ``SettingError`` for an id of no such kind."""
    parts = id.split("/")
    if len(parts) != 3 or parts[1] not in KINDS:
        raise SettingError(
            "id", f"{id!r} is not the id of an item, a person, a meeting or a document: it is the end of the page's address, like {council.slug}/item/20074"
        )
    entry, meetings = _described(keeper, id, reason, purge, today)
    write_takedown(instance, entry)
    takedowns = read_takedowns(instance)
    now = datetime.now(UTC)
    if entry.kind == "meeting":
        keeper.remove(entry.id, "meeting", reason, now)
    else:
        settle(council, keeper, meetings, now, takedowns)
        keeper.entomb(entry.id, entry.kind, f"{council.slug}/meeting/{entry.meeting}" if entry.meeting else "", reason, now)
    keeper.rewrite_versions(council.slug, meetings, takedowns.without_names, takedowns.hides)
    if purge:
        _purge(council, keeper, entry, meetings)
    return entry


def _described(keeper: Keeper, id: str, reason: str, purge: bool, today: date) -> tuple[Takedown, list[str]]:
    """The entry for the list, and the keys of the meetings it touches."""
    kind, council = id.split("/")[1], id.split("/")[0]
    if kind == "person":
        person = keeper.person(id)
        written = {a.as_written for _, a in keeper.attended(id)}
        names = tuple(sorted({person.name, *person.other_names, *written}, key=lambda name: (-len(name), name)))
        every = [meeting.source_id for meeting in keeper.every_meeting(council)]
        return Takedown(id, reason, today.isoformat(), person.source_id or "", "", names, purge), every
    records = _meeting_with(keeper, id)
    source_ids = {
        records.meeting.id: records.meeting.source_id,
        **{i.id: i.source_id or "" for i in records.items},
        **{d.id: d.source_id for d in records.documents},
    }
    if id not in source_ids:
        raise NotKept(kind, id)
    key = records.meeting.source_id
    return Takedown(id, reason, today.isoformat(), source_ids[id], key, (), purge), [key]


def _meeting_with(keeper: Keeper, id: str) -> MeetingRecords:
    kind = id.split("/")[1]
    if kind == "meeting":
        return keeper.meeting(id)
    return keeper.meeting(keeper.item(id).meeting_id if kind == "item" else keeper.meeting_of_document(id))


def _purge(council: Council, keeper: Keeper, entry: Takedown, meetings: list[str]) -> None:
    """Delete the bytes; the hashes stay. The pages that hold a purged item hold its whole meeting, whose records stand on what was read."""
    if entry.kind == "person":
        keeper.captures.purge_bodies(council.slug, entry.names)
        keeper.rewrite_observations(council.slug, None, entry.names)
        return
    for key in meetings:
        keeper.captures.purge(council.slug, key)
    keeper.drop_observations(council.slug, entry.meeting, "" if entry.kind == "meeting" else entry.source_id, entry.kind)
