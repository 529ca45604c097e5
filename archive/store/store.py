"""The store as it is read: records by id, and the lists that pages show. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, Table, func, literal, select

from archive.config import Config
from archive.errors import NotKept
from archive.records import (
    AgendaItem,
    Attendance,
    Document,
    Meeting,
    MeetingRecords,
    Membership,
    Organization,
    Person,
    Version,
)
from archive.store import tables
from archive.store.calendar import Listed, listed_meetings
from archive.store.captures import Captures, open_captures
from archive.store.database import migrate, open_engine
from archive.store.lists import Lists, records_in
from archive.store.rows import FOUND, TABLES, record_of

R = TypeVar("R")
WORDS = ("name", "number", "text", "agenda_text", "decision_text")
"""The fields of an item that make it another one to read when they change."""
_CHANGING = {"organization": tables.organization, "person": tables.person, "meeting": tables.meeting, "tombstone": tables.tombstone}
"""Tables whose rows carry the revision that changed them."""


@dataclass(frozen=True)
class Whereabouts:
    """What became of an id that is not kept; all empty: it never was."""

    moved_to: str = ""
    gone_at: str = ""
    reason: str = ""
    parent: str = ""
    """The meeting it was part of."""


@dataclass(frozen=True)
class Change:
    """A record, or a whole meeting with all that hangs on it, that a commit changed; or what is gone since then."""

    id: str
    kind: str
    """``organization``, ``person`` (with the memberships), ``meeting``; ``tombstone`` for what is gone."""
    revision: int
    moved_to: str = ""
    """Where what is gone is found now."""


class Store(Lists):
    """The records of an instance. Safe to share between threads; every call sees one state of the database."""

    def __init__(self, engine: Engine, captures: Captures) -> None:
        super().__init__(engine)
        self.captures = captures

    def close(self) -> None:
        """Give the connections back."""
        self._reading.dispose()
        self.captures.close()

    # ── organizations and people ────────────────────────────────────────────────────────────────────────────────────

    def councils(self) -> list[Organization]:
        """Every council, by name."""
        return self._all(Organization, self._select(Organization).where(tables.organization.c.classification == "council").order_by(tables.organization.c.name))

    def organizations(self, council_id: str) -> list[Organization]:
        """The committees of a council, by name."""
        return self._all(Organization, self._select(Organization).where(tables.organization.c.parent_id == council_id).order_by(tables.organization.c.name))

    def organization(self, id: str) -> Organization:
        """Raises ``NotKept``."""
        return self._one(Organization, id)

    def person(self, id: str) -> Person:
        """Raises ``NotKept``."""
        return self._one(Person, id)

    def people(self, ids: Iterable[str] | None = None, council: str = "") -> dict[str, Person]:
        """People by id: those asked for that are kept, or everybody of a council."""
        wanted = self._select(Person).order_by(tables.person.c.id)
        wanted = wanted.where(tables.person.c.id.in_(list(ids))) if ids is not None else wanted.where(tables.person.c.council == council)
        return {one.id: one for one in self._all(Person, wanted)}

    def memberships(self, person_id: str | None = None, organization_id: str | None = None) -> list[Membership]:
        """The memberships of a person, or of an organization; current ones first."""
        wanted = self._select(Membership)
        if person_id is not None:
            wanted = wanted.where(tables.membership.c.person_id == person_id)
        if organization_id is not None:
            wanted = wanted.where(tables.membership.c.organization_id == organization_id)
        return self._all(Membership, wanted.order_by(tables.membership.c.status, tables.membership.c.organization_id, tables.membership.c.place))

    def attendance_since(self, council: str, day: str) -> list[tuple[str, list[Attendance]]]:
        """(day, attendance with a role) of the meetings of a council from a day on, oldest first."""
        table, meeting = tables.attendance, tables.meeting
        wanted = select(table, meeting.c.start.label("start")).join(meeting, meeting.c.id == table.c.meeting_id)
        wanted = wanted.where(meeting.c.council == council, meeting.c.start >= day, table.c.role != "").order_by(
            meeting.c.start, table.c.meeting_id, table.c.order
        )
        return [(row["start"][:10], [record_of(Attendance, row)]) for row in self._rows(wanted)]

    def posts(self, council: str) -> dict[str, tuple[str, ...]]:
        """Under which roles each person of a council attended, by person id."""
        table, meeting = tables.attendance, tables.meeting
        wanted = select(table.c.person_id, table.c.role).join(meeting, meeting.c.id == table.c.meeting_id).distinct()
        found: dict[str, tuple[str, ...]] = {}
        for row in self._rows(wanted.where(meeting.c.council == council, table.c.role != "", table.c.person_id.is_not(None)).order_by(table.c.role)):
            found[row["person_id"]] = (*found.get(row["person_id"], ()), row["role"])
        return found

    def acronyms(self) -> list[tuple[str, str]]:
        """Every (short, long) pair that the minutes of some meeting explain, once each."""
        table = tables.acronym
        rows = self._rows(select(table.c.short, table.c.long).distinct().order_by(table.c.short, table.c.long))
        return [(row["short"], row["long"]) for row in rows]

    def unresolved(self, council: str, limit: int = 20) -> list[tuple[str, int, str]]:
        """(name as the minutes have it, how many items, one of them) of speakers whom nobody could tell, the most frequent first."""
        one = tables.speech
        count = func.count().label("count")
        wanted = select(one.c.name, count, func.min(one.c.item_id).label("item")).where(
            one.c.kind == "person", one.c.person_id.is_(None), one.c.item_id.startswith(f"{council}/", autoescape=True)
        )
        rows = self._rows(wanted.group_by(one.c.name).order_by(count.desc(), one.c.name).limit(limit))
        return [(row["name"], row["count"], row["item"]) for row in rows]

    # ── meetings ────────────────────────────────────────────────────────────────────────────────────────────────────

    def meetings(self, organization_id: str) -> list[Meeting]:
        """The meetings of a committee, newest first."""
        wanted = self._select(Meeting).where(tables.meeting.c.organization_id == organization_id)
        return self._all(Meeting, wanted.order_by(tables.meeting.c.start.desc(), tables.meeting.c.id))

    def latest_meetings(self, council_id: str | None = None, limit: int = 10) -> list[Meeting]:
        """Meetings that have minutes, newest first."""
        wanted = self._of(council_id).where(tables.meeting.c.minutes_status != "none", ~tables.meeting.c.withdrawn)
        return self._all(Meeting, wanted.order_by(tables.meeting.c.start.desc(), tables.meeting.c.id).limit(limit))

    def next_meetings(self, council_id: str | None = None, after: str = "", limit: int = 10) -> list[Meeting]:
        """Meetings on and after a day (ISO 8601), the next one first."""
        wanted = self._of(council_id).where(tables.meeting.c.start >= after, ~tables.meeting.c.withdrawn)
        return self._all(Meeting, wanted.order_by(tables.meeting.c.start, tables.meeting.c.id).limit(limit))

    def meeting(self, id: str) -> MeetingRecords:
        """A meeting with all that is kept of it. Raises ``NotKept``."""
        found = self.find_meeting(id)
        if found is None:
            raise NotKept("meeting", id)
        return found

    def find_meeting(self, id: str) -> MeetingRecords | None:
        """A meeting with all that is kept of it, or None."""
        with self._reading.connect() as connection:
            return meeting_records(connection, id)

    def item(self, id: str) -> AgendaItem:
        """Raises ``NotKept``."""
        return self._one(AgendaItem, id)

    def meeting_of_document(self, id: str) -> str:
        """The id of the meeting that a document hangs on. Raises ``NotKept``."""
        rows = self._rows(select(tables.document.c.meeting_id).where(tables.document.c.id == id).limit(1))
        if not rows:
            raise NotKept("document", id)
        return str(rows[0]["meeting_id"])

    def versions(self, meeting_id: str) -> list[Version]:
        """The versions of a meeting with their items, oldest first."""
        rows = self._rows(self._select(Version).where(tables.version.c.meeting_id == meeting_id).order_by(tables.version.c.number))
        return [replace(record_of(Version, row), items=tuple(AgendaItem(**item) for item in row["items"])) for row in rows]

    def checked_at(self, meeting: Meeting) -> str:
        """When the meeting's page was last confirmed to say what is kept (ISO 8601, UTC); empty if never."""
        return self.captures.checked_at(meeting.id.partition("/")[0], meeting.url)

    def every_meeting(self, council: str = "") -> Iterator[Meeting]:
        """The meetings of a council, or of all, by council, committee and date, as a stream."""
        order = (tables.meeting.c.council, tables.meeting.c.organization_id, tables.meeting.c.start, tables.meeting.c.id)
        yield from self._stream(Meeting, self._of(council or None).order_by(*order))

    def listed(self, council: str) -> list[Listed]:
        """Every meeting that the pages of a council name, whether it could be kept or not."""
        with self._reading.connect() as connection:
            return list(listed_meetings(connection, council))

    # ── ids, revisions, counts ──────────────────────────────────────────────────────────────────────────────────────

    def where(self, id: str) -> Whereabouts:
        """What became of an id that is not kept."""
        with self._reading.connect() as connection:
            moved = connection.execute(select(tables.alias.c.target).where(tables.alias.c.id == id)).scalar()
            if moved:
                return Whereabouts(moved_to=moved)
            gone = connection.execute(select(tables.tombstone).where(tables.tombstone.c.id == id)).first()
            return Whereabouts(gone_at=gone.at, reason=gone.reason, parent=gone.parent) if gone else Whereabouts()

    def revision(self) -> int:
        """The number of the last commit that changed a record; 0 for an empty store."""
        with self._reading.connect() as connection:
            return connection.execute(select(tables.counter.c.value).where(tables.counter.c.name == "revision")).scalar() or 0

    def changes(self, since: int = 0, after: str = "") -> list[Change]:
        """All that changed after a revision, in the order of revisions and ids; each record once, with its last one.

        With ``after``, what has that very revision and a later id is named, too: so a long revision can be gone through in parts.
        """
        found = []
        with self._reading.connect() as connection:
            for kind, table in _CHANGING.items():
                rows = connection.execute(select(table.c.id, table.c.revision).where(table.c.revision >= since))
                found += [Change(row.id, kind, row.revision) for row in rows]
            moved = connection.execute(select(tables.alias).where(tables.alias.c.revision >= since))
            found += [Change(row.id, "tombstone", row.revision, row.target) for row in moved]
        later = [change for change in found if change.revision > since or (after and change.id > after)]
        return sorted(later, key=lambda change: (change.revision, change.id))

    def first_seen(self, item_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """When items were first seen at all, and first seen with the words that they have now (ISO 8601, UTC), by id; those that are not kept are left out."""
        version, ids = tables.version, list(item_ids)
        with self._reading.connect() as connection:
            items = {one.id: one for one in records_in(connection, AgendaItem, self._select(AgendaItem).where(tables.agenda_item.c.id.in_(ids)))}
            former = connection.execute(select(tables.alias.c.id, tables.alias.c.target).where(tables.alias.c.target.in_(ids))).all()
            now = {row.id: row.target for row in former} | {id: id for id in items}
            wanted = select(version.c.first_seen, version.c["items"]).where(version.c.meeting_id.in_({one.meeting_id for one in items.values()}))
            found: dict[str, tuple[str, str]] = {}
            words: dict[str, tuple[str, ...]] = {}
            for row in connection.execute(wanted.order_by(version.c.meeting_id, version.c.number)):
                for one in row.items:
                    id, said = now.get(one["id"], ""), tuple(one[name] for name in WORDS)
                    if id and words.get(id) != said:
                        found[id] = (found.get(id, (row.first_seen, ""))[0], row.first_seen)
                        words[id] = said
        return found

    def pages(self) -> Iterator[tuple[str, str]]:
        """(id, when what it shows was first seen so, ISO 8601, UTC, or empty where that is not known) of every record that has a page and is shown."""
        meeting, item = tables.meeting, tables.agenda_item
        newest = select(func.max(meeting.c.retrieved_at)).where(meeting.c.organization_id == tables.organization.c.id).scalar_subquery()
        kinds = (
            select(tables.organization.c.id, newest.label("seen")).order_by(tables.organization.c.id),
            select(tables.person.c.id, literal("").label("seen")).where(tables.person.c.kind.in_(("member", "officer"))).order_by(tables.person.c.id),
            select(meeting.c.id, meeting.c.retrieved_at.label("seen")).where(~meeting.c.withdrawn).order_by(meeting.c.id),
            select(item.c.id, meeting.c.retrieved_at.label("seen"))
            .join(meeting, meeting.c.id == item.c.meeting_id)
            .where(~meeting.c.withdrawn)
            .order_by(item.c.id),
        )
        with self._reading.connect() as connection:
            for wanted in kinds:
                for row in connection.execution_options(yield_per=1000).execute(wanted):
                    yield row.id, row.seen or ""

    def counts(self, council: str = "") -> dict[str, int]:
        """How many records there are of each kind; of one council, or of all."""
        with self._reading.connect() as connection:
            return {table.name: connection.execute(self._counted(table, council)).scalar_one() for table in TABLES.values() if table is not tables.version}

    def last_crawl(self, council_id: str | None = None) -> str:
        """When the last finished crawl of a council ended (of all: the oldest of these); ISO 8601, UTC, empty if never."""
        councils = [council_id] if council_id else [one.id for one in self.councils()]
        ended = [self.captures.last_run(council) for council in councils]
        return min((run[0] for run in ended if run), default="")

    # ── how it is asked ─────────────────────────────────────────────────────────────────────────────────────────────

    @staticmethod
    def _select(kind: type) -> Select[Any]:
        return select(TABLES[kind])

    def _of(self, council_id: str | None) -> Select[Any]:
        wanted = self._select(Meeting)
        return wanted.where(tables.meeting.c.council == council_id) if council_id else wanted

    @staticmethod
    def _counted(table: Table, council: str) -> Select[Any]:
        column = next(table.c[name] for name in ("meeting_id", "organization_id", "id") if name in table.c)
        counted = select(func.count()).select_from(table)
        return counted.where((column == council) | column.startswith(f"{council}/", autoescape=True)) if council else counted

    def _one(self, kind: type[R], id: str) -> R:
        found = self._all(kind, self._select(kind).where(TABLES[kind].c.id == id))
        if not found:
            raise NotKept(kind.__name__.lower().removeprefix("agenda"), id)
        return found[0]

    def _stream(self, kind: type[R], wanted: Select[Any]) -> Iterator[R]:
        with self._reading.connect() as connection:
            for row in connection.execution_options(yield_per=200).execute(wanted).mappings():
                yield record_of(kind, row)


def meeting_records(connection: Connection, id: str) -> MeetingRecords | None:
    """A meeting with all that hangs on it, or None."""
    head = records_in(connection, Meeting, select(tables.meeting).where(tables.meeting.c.id == id))
    if not head:
        return None

    def of_meeting(kind: type[R], *order: str) -> tuple[R, ...]:
        table = TABLES[kind]
        return tuple(records_in(connection, kind, select(table).where(table.c.meeting_id == id).order_by(*(table.c[name] for name in order))))

    return MeetingRecords(
        meeting=head[0],
        items=of_meeting(AgendaItem, "order", "id"),
        documents=of_meeting(Document, "place", "id"),
        attendance=of_meeting(Attendance, "order"),
        **{field: of_meeting(kind, "number") for field, kind in FOUND.items()},
    )


def open_store(config: Config) -> Store:
    """The records of an instance, to read; makes empty databases where there are none. Raises ``SettingError``."""
    url = config.url("DATABASE")
    migrate(url, "DATABASE", "records")
    return Store(open_engine(url, "DATABASE", write=False), open_captures(config))
