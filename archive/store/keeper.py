"""The store as it is written: one transaction for what is replaced together, and a revision for every change."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, insert, select, update

from archive.config import Config
from archive.records import AgendaItem, MeetingRecords, Membership, Observation, Organization, Person, Version
from archive.store import tables
from archive.store.captures import Captures, open_captures, timestamp
from archive.store.database import migrate, open_engine
from archive.store.rows import FOUND, TABLES, record_of, row_of
from archive.store.store import Store, meeting_records

_CHILDREN = (tables.document, tables.attendance, *(TABLES[kind] for kind in FOUND.values()), tables.agenda_item)

NAMING = tuple(table.c[name] for table in _CHILDREN for name in ("person_id", "mover_id", "seconder_id") if name in table.c)
"""The columns by which the records of a meeting point at people."""


@dataclass(frozen=True)
class Kept:
    """What keeping a meeting did."""

    changed: bool
    """Whether anything that readers see is different now."""
    new_version: bool
    """Whether the publisher's content is another one than before."""
    revision: int


@dataclass(frozen=True)
class State:
    """What the crawl asks of a meeting that is kept."""

    id: str
    organization_id: str
    start: str
    status: str
    minutes_status: str
    url: str
    changed_on: str
    """ISO 8601: the day on which its minutes last changed, as far as that can be known."""
    omitted: int
    withdrawn: bool


class Keeper(Store):
    """The records of an instance, to write. Safe to share between threads; one process writes at a time."""

    def __init__(self, reading: Engine, writing: Engine, captures: Captures) -> None:
        super().__init__(reading, captures)
        self._writing = writing

    def close(self) -> None:
        """Give the connections back."""
        self._writing.dispose()
        super().close()

    # ── observations ────────────────────────────────────────────────────────────────────────────────────────────────

    def observe(self, council: str, page: str, capture_id: int, observations: Sequence[Observation]) -> None:
        """Put what a page says now in place of what it said before."""
        rows = [
            {"council": council, "page": page, "place": n, **asdict(one), "capture_id": capture_id, "fields": dict(one.fields)}
            for n, one in enumerate(observations)
        ]
        with self._writing.begin() as connection:
            connection.execute(delete(tables.observation).where(tables.observation.c.council == council, tables.observation.c.page == page))
            if rows:
                connection.execute(insert(tables.observation), rows)

    def observations(self, council: str, meeting: str | None = None, kinds: Iterable[str] = (), page: str = "") -> list[Observation]:
        """What the pages of a council say now, older captures first: of one meeting, of some kinds, or by one page."""
        table = tables.observation
        wanted = select(table).where(table.c.council == council)
        if meeting is not None:
            wanted = wanted.where(table.c.meeting == meeting)
        if kinds:
            wanted = wanted.where(table.c.kind.in_(list(kinds)))
        if page:
            wanted = wanted.where(table.c.page == page)
        rows = self._rows(wanted.order_by(table.c.capture_id, table.c.place))
        return [Observation(row["kind"], row["key"], row["says"], row["fields"], row["meeting"], row["capture_id"]) for row in rows]

    # ── organizations and people ────────────────────────────────────────────────────────────────────────────────────

    def keep_organizations(self, organizations: Iterable[Organization]) -> int:
        """Keep these organizations as they are now; returns how many changed. Those not named stand as they were."""
        with self._writing.begin() as connection:
            return _keep_each(connection, organizations)

    def keep_people(self, council: str, people: Iterable[Person], memberships: Iterable[Membership], aliases: Mapping[str, str] = {}) -> int:
        """Keep these people as they are now, and their memberships in place of all that the council had; returns how many people changed.

        Memberships have no revision of their own: whose memberships are others now has a new one.

        ``aliases`` leads from an id that was made of a name to the publisher's own, now that it is known.
        """
        with self._writing.begin() as connection:
            changed = _keep_each(connection, people, council=council)
            places: dict[tuple[str, str], int] = {}
            rows = []
            for one in memberships:
                pair = (one.person_id, one.organization_id)
                places[pair] = places.get(pair, -1) + 1
                rows.append(row_of(one, place=places[pair]))
            ours = tables.membership.c.person_id.startswith(f"{council}/", autoescape=True)
            before = {tuple(row) for row in connection.execute(select(tables.membership).where(ours))}
            connection.execute(delete(tables.membership).where(ours))
            if rows:
                connection.execute(insert(tables.membership), rows)
            now = {tuple(row[column.name] for column in tables.membership.c) for row in rows}
            for id in sorted({seat[0] for seat in before ^ now}):
                connection.execute(update(tables.person).where(tables.person.c.id == id).values(revision=_next_revision(connection)))
            for old, new in aliases.items():
                changed += _merge_person(connection, old, new)
            return changed

    # ── meetings ────────────────────────────────────────────────────────────────────────────────────────────────────

    def keep(self, found: MeetingRecords, content_hash: str, capture_ids: Iterable[int], seen_at: datetime, aliases: Mapping[str, str] = {}) -> Kept:
        """Put a meeting in place of what was kept of it.

        A new version is begun when the content is another one and came from other captures; the same captures with other
        content mean that the reader became better, and replace the version. Equal records change nothing at all.
        """
        with self._writing.begin() as connection:
            before = meeting_records(connection, found.meeting.id)
            newest = _newest_version(connection, found.meeting.id)
            captures = tuple(sorted(set(capture_ids)))
            same = newest is not None and newest.content_hash == content_hash
            number = 1 if newest is None else newest.number if same or newest.capture_ids == captures else newest.number + 1
            new_version = newest is None or number != newest.number
            meeting = replace(found.meeting, version=number, retrieved_at=timestamp(seen_at))
            if before and before.meeting.status == "withdrawn":
                meeting = replace(meeting, status="withdrawn")  # Only a listing that names it again shows it again.
            if before and not new_version:
                meeting = replace(meeting, retrieved_at=before.meeting.retrieved_at, sha256=before.meeting.sha256)
            found = replace(found, meeting=meeting)
            newcomers = _keep_newcomers(connection, found.people, found.meeting.id)
            if before == found and not newcomers:
                return Kept(False, False, self._revision_of(connection, tables.meeting, meeting.id))
            revision = _next_revision(connection)
            _write_meeting(connection, before, found, revision, seen_at.date() if newest else None)
            if not same:
                _write_version(connection, Version(meeting.id, number, meeting.minutes_status, content_hash, meeting.retrieved_at, captures, found.items))
            _bury(connection, before, found, revision, timestamp(seen_at), aliases)
            return Kept(True, new_version, revision)

    def meetings_naming(self, people: Iterable[str]) -> set[str]:
        """The publisher's keys of the meetings whose records point at one of these people."""
        ids, found = list(people), set()
        for column in NAMING:
            wanted = select(tables.meeting.c.source_id).join(column.table, column.table.c.meeting_id == tables.meeting.c.id).where(column.in_(ids))
            found |= {row["source_id"] for row in self._rows(wanted)}
        return found

    def states(self, council: str) -> dict[str, State]:
        """What the crawl asks of every meeting of a council, by the publisher's key."""
        rows = self._rows(select(tables.meeting).where(tables.meeting.c.council == council))
        return {row["source_id"]: State(**{name: row[name] for name in State.__dataclass_fields__}) for row in rows}

    def note_listing(self, organization_id: str, listed: Iterable[str]) -> list[State]:
        """Write down a complete listing of a committee's meetings (keys); returns those kept that two listings in a row did not name.

        A meeting that is listed again is shown again.
        """
        named = set(listed)
        long_gone = []
        with self._writing.begin() as connection:
            rows = connection.execute(select(tables.meeting).where(tables.meeting.c.organization_id == organization_id)).mappings().all()
            for row in rows:
                omitted = 0 if row["source_id"] in named else row["omitted"] + 1
                if omitted != row["omitted"]:
                    connection.execute(update(tables.meeting).where(tables.meeting.c.id == row["id"]).values(omitted=omitted))
                if not omitted and row["withdrawn"]:
                    _set_withdrawn(connection, row["id"], False)
                if omitted >= 2 and not row["withdrawn"]:
                    long_gone.append(State(**{**{name: row[name] for name in State.__dataclass_fields__}, "omitted": omitted}))
        return long_gone

    def withdraw(self, meeting_id: str) -> None:
        """Hide a meeting that the publisher has taken away; everything of it is kept."""
        with self._writing.begin() as connection:
            _set_withdrawn(connection, meeting_id, True)

    # ── removing ────────────────────────────────────────────────────────────────────────────────────────────────────

    def remove(self, id: str, kind: str, reason: str, now: datetime) -> None:
        """Delete a meeting with all that hangs on it, and leave a public word in its place."""
        with self._writing.begin() as connection:
            before = meeting_records(connection, id)
            revision, at = _next_revision(connection), timestamp(now)
            for table in (*_CHILDREN, tables.version):
                connection.execute(delete(table).where(table.c.meeting_id == id))
            connection.execute(delete(tables.meeting).where(tables.meeting.c.id == id))
            for item in before.items if before else ():
                entomb(connection, item.id, "item", id, reason, at, revision)
            entomb(connection, id, kind, "", reason, at, revision)

    def entomb(self, id: str, kind: str, parent: str, reason: str, now: datetime) -> None:
        """Leave a public word for what is gone; a person's own record goes with it."""
        with self._writing.begin() as connection:
            if kind == "person":
                connection.execute(delete(tables.person).where(tables.person.c.id == id))
            entomb(connection, id, kind, parent, reason, timestamp(now), _next_revision(connection))

    def rewrite_versions(self, council: str, meetings: Iterable[str], changed: Callable[[AgendaItem], AgendaItem], hidden: Callable[[str], bool]) -> None:
        """Take out of the older texts of meetings (keys) what may not be shown."""
        for key in meetings:
            for version in self.versions(f"{council}/meeting/{key}"):
                items = [asdict(changed(item)) for item in version.items if not hidden(item.id)]
                with self._writing.begin() as connection:
                    _next_revision(connection)  # Pages that show older texts are others now.
                    same = (tables.version.c.meeting_id == version.meeting_id) & (tables.version.c.number == version.number)
                    connection.execute(update(tables.version).where(same).values(items=items))

    def drop_observations(self, council: str, meeting: str, key: str, kind: str) -> None:
        """Forget what pages say of a meeting, or, with a key, of one item or document of it."""
        table = tables.observation
        wanted = delete(table).where(table.c.council == council, table.c.meeting == meeting)
        with self._writing.begin() as connection:
            connection.execute(wanted.where(table.c.kind == kind, table.c.key == key) if key else wanted)

    def rewrite_observations(self, council: str, meeting: str | None, names: Iterable[str]) -> None:
        """Strike names out of all that pages say."""
        pattern = re.compile("|".join(re.escape(json.dumps(name, ensure_ascii=False)[1:-1]) for name in names), re.IGNORECASE)
        table = tables.observation
        with self._writing.begin() as connection:
            wanted = select(table).where(table.c.council == council)
            for row in connection.execute(wanted if meeting is None else wanted.where(table.c.meeting == meeting)).mappings().all():
                before = json.dumps(row["fields"], ensure_ascii=False)
                if pattern.search(before):
                    same = (table.c.council == council) & (table.c.page == row["page"]) & (table.c.place == row["place"])
                    connection.execute(update(table).where(same).values(fields=json.loads(pattern.sub("[name removed]", before))))

    # ── how it is written ───────────────────────────────────────────────────────────────────────────────────────────

    @staticmethod
    def _revision_of(connection: Connection, table: Table, id: str) -> int:
        return int(connection.execute(select(table.c.revision).where(table.c.id == id)).scalar_one())


def _next_revision(connection: Connection) -> int:
    """The next number of the single writer; the transaction it stands in makes it final."""
    counter = tables.counter
    value = connection.execute(select(counter.c.value).where(counter.c.name == "revision").with_for_update()).scalar()
    if value is None:
        connection.execute(insert(counter).values(name="revision", value=1))
        return 1
    connection.execute(update(counter).where(counter.c.name == "revision").values(value=value + 1))
    return int(value) + 1


def _keep_each(connection: Connection, found: Iterable[Organization] | Iterable[Person], **more: Any) -> int:
    """Insert or update records one by one; equal ones keep their revision."""
    changed = 0
    for one in found:
        table = TABLES[type(one)]
        row = connection.execute(select(table).where(table.c.id == one.id)).mappings().first()
        if row is not None and record_of(type(one), row) == one:
            continue
        values = row_of(one, revision=_next_revision(connection), **more)
        connection.execute(insert(table).values(values) if row is None else update(table).where(table.c.id == one.id).values(values))
        connection.execute(delete(tables.tombstone).where(tables.tombstone.c.id == one.id))
        changed += 1
    return changed


def _keep_newcomers(connection: Connection, people: Iterable[Person], meeting_id: str) -> int:
    """Keep people who are known by their names only, unless they are kept already; who was public becomes officer or member when a meeting says so."""
    changed = 0
    for one in people:
        row = connection.execute(select(tables.person).where(tables.person.c.id == one.id)).mappings().first()
        if row is not None and (row["source_id"] is not None or row["kind"] == one.kind or one.kind == "public"):
            continue
        changed += _keep_each(connection, [one], council=meeting_id.partition("/")[0])
    return changed


def _merge_person(connection: Connection, old: str, new: str) -> int:
    """Lead a person's old id to the new one, in every record that points at it."""
    if connection.execute(select(tables.person.c.id).where(tables.person.c.id == old)).scalar() is None:
        return 0
    touched: set[str] = set()
    for column in NAMING:
        touched |= set(connection.execute(select(column.table.c.meeting_id).where(column == old)).scalars())
        connection.execute(update(column.table).where(column == old).values({column.name: new}))
    connection.execute(delete(tables.person).where(tables.person.c.id == old))
    revision = _next_revision(connection)
    _lead(connection, old, new, revision)
    connection.execute(update(tables.meeting).where(tables.meeting.c.id.in_(touched)).values(revision=revision))
    return 1


def _lead(connection: Connection, old: str, new: str, revision: int) -> None:
    """An alias from an old id to a new one; aliases that led to the old one now lead to the new one, too."""
    connection.execute(update(tables.alias).where(tables.alias.c.target == old).values(target=new, revision=revision))
    connection.execute(delete(tables.alias).where(tables.alias.c.id.in_((old, new))))
    connection.execute(insert(tables.alias).values(id=old, target=new, revision=revision))


def _newest_version(connection: Connection, meeting_id: str) -> Version | None:
    wanted = select(tables.version).where(tables.version.c.meeting_id == meeting_id).order_by(tables.version.c.number.desc()).limit(1)
    row = connection.execute(wanted).mappings().first()
    return replace(record_of(Version, row), items=()) if row else None


def _write_meeting(connection: Connection, before: MeetingRecords | None, found: MeetingRecords, revision: int, today: date | None) -> None:
    """The rows of a meeting and of all that hangs on it. ``today`` is None for the first version: then its own day is the best guess of when it changed."""
    meeting = found.meeting
    values = row_of(meeting, revision=revision, withdrawn=meeting.status == "withdrawn")
    if before is None:
        council = meeting.id.partition("/")[0]
        connection.execute(insert(tables.meeting).values(values | {"council": council, "changed_on": meeting.start[:10], "omitted": 0}))
    else:
        if today is not None and before.meeting.version != meeting.version:
            values["changed_on"] = today.isoformat()
        connection.execute(update(tables.meeting).where(tables.meeting.c.id == meeting.id).values(values))
    for table in _CHILDREN:
        connection.execute(delete(table).where(table.c.meeting_id == meeting.id))
    connection.execute(delete(tables.agenda_item).where(tables.agenda_item.c.id.in_([item.id for item in found.items])))
    rows: list[tuple[Table, list[dict[str, Any]]]] = [
        (tables.agenda_item, [row_of(one) for one in found.items]),
        (tables.document, [row_of(one, place=n) for n, one in enumerate(found.documents)]),
        (tables.attendance, [row_of(one) for one in found.attendance]),
        *((TABLES[kind], [row_of(one, meeting_id=meeting.id) for one in getattr(found, field)]) for field, kind in FOUND.items()),
    ]
    for table, values_of in rows:
        if values_of:
            connection.execute(insert(table), values_of)


def _write_version(connection: Connection, version: Version) -> None:
    connection.execute(delete(tables.version).where(tables.version.c.meeting_id == version.meeting_id, tables.version.c.number == version.number))
    connection.execute(insert(tables.version).values(row_of(version) | {"items": [asdict(item) for item in version.items]}))


def _bury(connection: Connection, before: MeetingRecords | None, found: MeetingRecords, revision: int, at: str, aliases: Mapping[str, str]) -> None:
    """Leave a tombstone, or an alias, for every item and document that is no longer there; clear those of what is there again."""
    there = {found.meeting.id, *(one.id for one in found.items), *(one.id for one in found.documents)}
    connection.execute(delete(tables.tombstone).where(tables.tombstone.c.id.in_(there)))
    connection.execute(delete(tables.alias).where(tables.alias.c.id.in_(there)))
    gone = {one.id: "agenda_item" for one in before.items} | {one.id: "document" for one in before.documents} if before else {}
    for id, kind in gone.items():
        if id in there:
            continue
        if id in aliases:
            _lead(connection, id, aliases[id], revision)
        else:
            entomb(connection, id, kind, found.meeting.id, "It is no longer part of what the council publishes.", at, revision)


def entomb(connection: Connection, id: str, kind: str, parent: str, reason: str, at: str, revision: int) -> None:
    """Leave a public word for what is gone."""
    connection.execute(delete(tables.tombstone).where(tables.tombstone.c.id == id))
    connection.execute(insert(tables.tombstone).values(id=id, kind=kind, parent=parent, reason=reason, at=at, revision=revision))


def _set_withdrawn(connection: Connection, meeting_id: str, withdrawn: bool) -> None:
    row = connection.execute(select(tables.meeting).where(tables.meeting.c.id == meeting_id)).mappings().one()
    status = "withdrawn" if withdrawn else "held" if row["minutes_status"] != "none" else "scheduled"
    values = {"withdrawn": withdrawn, "status": status, "revision": _next_revision(connection)}
    connection.execute(update(tables.meeting).where(tables.meeting.c.id == meeting_id).values(values))


def open_keeper(config: Config) -> Keeper:
    """The records of an instance, to write; makes empty databases where there are none. Raises ``SettingError``."""
    url = config.url("DATABASE")
    migrate(url, "DATABASE", "records")
    reading, writing = (open_engine(url, "DATABASE", write) for write in (False, True))
    return Keeper(reading, writing, open_captures(config))
