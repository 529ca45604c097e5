"""What lists on pages ask of the store: whole lists in one call each, however long they are. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, Select, func, or_, select

from archive.records import AgendaItem, Attendance, Decision, Meeting, Motion, Organization, Vote, VoteEvent
from archive.store import tables
from archive.store.rows import TABLES, record_of

R = TypeVar("R")
AT_ONCE = 500
"""Ids that one statement asks for: databases have a limit."""
THERE = ("present", "substitute")
"""Statuses of attendance of who took part as a member."""


@dataclass(frozen=True)
class Said:
    """One item in which somebody spoke, without its text."""

    item_id: str
    meeting_id: str
    organization_id: str
    start: str
    """Of the meeting, ISO 8601."""
    title: str
    as_written: str
    role: str
    place: int
    """Where in the item's text they are first named."""


class Lists:
    """The lists of records that pages show."""

    def __init__(self, engine: Engine) -> None:
        self._reading = engine

    # ── organizations ───────────────────────────────────────────────────────────────────────────────────────────────

    def every_organization(self) -> list[Organization]:
        """Every council and committee, by name."""
        return self._all(Organization, select(tables.organization).order_by(tables.organization.c.name, tables.organization.c.id))

    def meetings_held(self, council: str = "") -> dict[str, int]:
        """How many meetings with minutes each committee has, of a council or of all; those without any are left out."""
        table = tables.meeting
        wanted = select(table.c.organization_id.label("id"), func.count().label("held")).group_by(table.c.organization_id)
        wanted = wanted.where(table.c.minutes_status != "none", ~table.c.withdrawn)
        return {row["id"]: row["held"] for row in self._rows(wanted.where(table.c.council == council) if council else wanted)}

    def years(self, council: str) -> dict[str, int]:
        """How many meetings with minutes a council held in each year."""
        table = tables.meeting
        year = func.substr(table.c.start, 1, 4).label("year")
        wanted = select(year, func.count().label("held")).where(table.c.council == council, table.c.minutes_status != "none", ~table.c.withdrawn)
        return {row["year"]: row["held"] for row in self._rows(wanted.group_by(year))}

    # ── meetings ────────────────────────────────────────────────────────────────────────────────────────────────────

    def neighbours(self, meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
        """The meetings of the same committee before and after one."""
        table = tables.meeting
        own = select(table).where(table.c.organization_id == meeting.organization_id)
        earlier = or_(table.c.start < meeting.start, (table.c.start == meeting.start) & (table.c.id > meeting.id))
        later = or_(table.c.start > meeting.start, (table.c.start == meeting.start) & (table.c.id < meeting.id))
        before = self._all(Meeting, own.where(earlier).order_by(table.c.start.desc(), table.c.id).limit(1))
        after = self._all(Meeting, own.where(later).order_by(table.c.start, table.c.id.desc()).limit(1))
        return (before[0] if before else None, after[0] if after else None)

    def items_of(self, meetings: Iterable[str]) -> list[AgendaItem]:
        """The agenda items of these meetings, each meeting's in their order."""
        table = tables.agenda_item
        return self._among(AgendaItem, table.c.meeting_id, meetings, table.c.meeting_id, table.c.order, table.c.id)

    def items(self, ids: Iterable[str]) -> dict[str, AgendaItem]:
        """The items of these ids that are kept."""
        return {one.id: one for one in self._among(AgendaItem, tables.agenda_item.c.id, ids)}

    def decisions_of(self, meetings: Iterable[str]) -> list[Decision]:
        """What these meetings decided, in the order of the texts."""
        return self._among(Decision, tables.decision.c.meeting_id, meetings, tables.decision.c.number)

    def votes_in(self, items: Iterable[str]) -> list[VoteEvent]:
        """The counts and roll calls in these items, in the order of the texts."""
        return self._among(VoteEvent, tables.vote_event.c.item_id, items, tables.vote_event.c.number)

    def motions_in(self, items: Iterable[str]) -> list[Motion]:
        """The motions in these items, in the order of the texts."""
        return self._among(Motion, tables.motion.c.item_id, items, tables.motion.c.number)

    def present(self, meetings: Iterable[str]) -> dict[str, int]:
        """How many members took part in each of these meetings; those that record nobody are left out."""
        table, person = tables.attendance, tables.person
        found: dict[str, int] = {}
        for ids in _batches(meetings):
            wanted = select(table.c.meeting_id, func.count().label("there")).join(person, person.c.id == table.c.person_id, isouter=True)
            wanted = wanted.where(table.c.meeting_id.in_(ids), table.c.status.in_(THERE), or_(person.c.kind.is_(None), person.c.kind != "officer"))
            found |= {row["meeting_id"]: row["there"] for row in self._rows(wanted.group_by(table.c.meeting_id))}
        return found

    def with_papers(self, meetings: Iterable[str]) -> set[str]:
        """Those of these meetings of which an agenda or any paper is there."""
        found: set[str] = set()
        for ids in _batches(meetings):
            for table in (tables.agenda_item, tables.document):
                found |= {row["meeting_id"] for row in self._rows(select(table.c.meeting_id).where(table.c.meeting_id.in_(ids)).distinct())}
        return found

    # ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def said(self, person_id: str) -> list[Said]:
        """The items in which somebody spoke, the newest first; none of meetings that are hidden."""
        speech, item, meeting = tables.speech, tables.agenda_item, tables.meeting
        wanted = (
            select(
                speech.c.item_id,
                speech.c.as_written,
                speech.c.role,
                speech.c.start.label("place"),
                item.c.meeting_id,
                item.c.name.label("title"),
                meeting.c.organization_id,
                meeting.c.start,
            )
            .join(item, item.c.id == speech.c.item_id)
            .join(meeting, meeting.c.id == item.c.meeting_id)
            .where(speech.c.person_id == person_id, ~meeting.c.withdrawn)
            .order_by(meeting.c.start.desc(), meeting.c.id, item.c.order, speech.c.number)
        )
        return [Said(**row) for row in self._rows(wanted)]

    def attended(self, person_id: str) -> list[tuple[Meeting, Attendance]]:
        """The meetings whose attendance names a person, newest first."""
        return self._with_meetings(Attendance, tables.attendance.c.person_id == person_id, tables.attendance.c.order, hidden=True)

    def moved(self, person_id: str) -> list[tuple[Meeting, Motion]]:
        """The motions that a person moved or seconded, with their meetings, newest first; none of meetings that are hidden."""
        table = tables.motion
        return self._with_meetings(Motion, or_(table.c.mover_id == person_id, table.c.seconder_id == person_id), table.c.number)

    def voted(self, person_id: str) -> list[tuple[Meeting, Vote]]:
        """How a person voted in roll calls, with the meetings, newest first; none of meetings that are hidden."""
        return self._with_meetings(Vote, tables.vote.c.person_id == person_id, tables.vote.c.number)

    # ── how it is asked ─────────────────────────────────────────────────────────────────────────────────────────────

    def _with_meetings(self, kind: type[R], condition: ColumnElement[bool], order: ColumnElement[Any], hidden: bool = False) -> list[tuple[Meeting, R]]:
        """Records with their meetings, in two statements of one state of the database."""
        table, meeting = TABLES[kind], tables.meeting
        held = meeting.c.id.in_(select(table.c.meeting_id).where(condition))
        with self._reading.connect() as connection:
            rows = connection.execute(select(table).where(condition).order_by(order)).mappings().all()
            found = records_in(connection, Meeting, select(meeting).where(held) if hidden else select(meeting).where(held, ~meeting.c.withdrawn))
        meetings = {one.id: one for one in found}
        pairs = [(meetings[row["meeting_id"]], record_of(kind, row)) for row in rows if row["meeting_id"] in meetings]
        return sorted(pairs, key=lambda pair: pair[0].start, reverse=True)

    def _among(self, kind: type[R], column: ColumnElement[Any], ids: Iterable[str], *order: ColumnElement[Any]) -> list[R]:
        return [one for batch in _batches(ids) for one in self._all(kind, select(TABLES[kind]).where(column.in_(batch)).order_by(*order))]

    def _rows(self, wanted: Select[Any]) -> list[Any]:
        with self._reading.connect() as connection:
            return list(connection.execute(wanted).mappings())

    def _all(self, kind: type[R], wanted: Select[Any]) -> list[R]:
        with self._reading.connect() as connection:
            return records_in(connection, kind, wanted)


def _batches(ids: Iterable[str]) -> list[list[str]]:
    every = sorted(set(ids))
    return [every[n : n + AT_ONCE] for n in range(0, len(every), AT_ONCE)]


def records_in(connection: Connection, kind: type[R], wanted: Select[Any]) -> list[R]:
    """The records that a statement finds."""
    return [record_of(kind, row) for row in connection.execute(wanted).mappings()]
