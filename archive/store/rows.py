"""Records to rows and back: a record's fields are its table's columns, and tuples are lists of JSON."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import RowMapping, Table

from archive import records
from archive.store import tables

R = TypeVar("R")

TABLES: dict[type, Table] = {
    records.Organization: tables.organization,
    records.Person: tables.person,
    records.Membership: tables.membership,
    records.Meeting: tables.meeting,
    records.Version: tables.version,
    records.AgendaItem: tables.agenda_item,
    records.Document: tables.document,
    records.Attendance: tables.attendance,
    records.Speech: tables.speech,
    records.Decision: tables.decision,
    records.Motion: tables.motion,
    records.VoteEvent: tables.vote_event,
    records.Vote: tables.vote,
    records.Declaration: tables.declaration,
    records.Action: tables.action,
    records.Reference: tables.reference,
    records.Acronym: tables.acronym,
}
FOUND: dict[str, type] = {
    "speeches": records.Speech,
    "decisions": records.Decision,
    "motions": records.Motion,
    "vote_events": records.VoteEvent,
    "votes": records.Vote,
    "declarations": records.Declaration,
    "actions": records.Action,
    "references": records.Reference,
    "acronyms": records.Acronym,
}
"""What is read from the minutes: field of ``MeetingRecords`` → kind of record; each table keeps the order of the text."""


@cache
def _names_of(kind: Hashable) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cast(Any, kind)))


def _names(kind: type) -> tuple[str, ...]:
    return _names_of(cast(Hashable, kind))


def row_of(record: Any, **more: Any) -> dict[str, Any]:
    """A record as a row of its table, with the columns that only the table has."""
    values = {name: getattr(record, name) for name in _names(type(record))}
    return {**{name: list(v) if isinstance(v, tuple) else v for name, v in values.items()}, **more}


def record_of(kind: type[R], row: Mapping[str, Any] | RowMapping) -> R:
    """A record from a row, which may have more columns than the record has fields."""
    values = ((name, cast(Any, row)[name]) for name in _names(kind))
    return kind(**{name: tuple(v) if isinstance(v, list) else v for name, v in values})
