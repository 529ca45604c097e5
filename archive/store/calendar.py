"""What a council's own pages list of its meetings, beside what is kept of each: what coverage is counted from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, select

from archive.store.tables import agenda_item, document, meeting, observation, tombstone

_MINUTES = re.compile(r"\b(?:minutes|cofnodion|miontuairisc\w*)\b", re.IGNORECASE)
"""Of the name of a file that hangs on a whole meeting: it holds that meeting's own minutes."""


@dataclass(frozen=True)
class Listed:
    """One meeting that the council's pages name, whether it could be kept or not."""

    id: str
    committee: str
    """Id of the committee; the council's where no page says whose meeting it is."""
    start: str
    """ISO 8601; empty where no page says when."""
    status: str
    """As a kept meeting has it; of one that is only listed ``cancelled``, ``moved`` or empty, and ``removed`` when it was taken down here."""
    is_kept: bool = True
    has_agenda: bool = False
    has_minutes: bool = False
    """Whether minutes of it are kept as text."""
    minutes_file: str = ""
    """Media type of the file that holds its minutes, where they are kept as no text; empty where there is none."""


def listed_meetings(connection: Connection, council: str) -> Iterator[Listed]:
    """Every meeting of a council that is kept, then those that are only listed."""
    has_agenda, has_minutes = _has_item(), _has_item(agenda_item.c.text != "")
    files = {row.meeting_id: row.media_type for row in connection.execute(_files(council)) if _MINUTES.search(row.name)}
    wanted = select(meeting.c.id, meeting.c.organization_id, meeting.c.start, meeting.c.status, has_agenda.label("agenda"), has_minutes.label("minutes"))
    for row in connection.execute(wanted.where(meeting.c.council == council).order_by(meeting.c.organization_id, meeting.c.start, meeting.c.id)):
        yield Listed(row.id, row.organization_id, row.start, row.status, True, bool(row.agenda), bool(row.minutes), files.get(row.id, ""))
    yield from _only_listed(connection, council)


def _has_item(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(agenda_item.c.meeting_id == meeting.c.id, *conditions)


def _files(council: str) -> Any:
    """The files that hang on a whole meeting of which no minutes are kept as text."""
    wanted = select(document.c.meeting_id, document.c.name, document.c.media_type).join(meeting, meeting.c.id == document.c.meeting_id)
    return wanted.where(meeting.c.council == council, document.c.item_id.is_(None), ~_has_item(agenda_item.c.text != ""))


def _only_listed(connection: Connection, council: str) -> Iterator[Listed]:
    """Meetings that pages name and of which nothing could be kept."""
    kept = exists().where(and_(meeting.c.council == council, meeting.c.source_id == observation.c.meeting))
    wanted = select(observation.c.meeting, observation.c.fields).where(observation.c.council == council, observation.c.kind == "meeting", ~kept)
    said: dict[str, list[dict[str, Any]]] = {}
    for row in connection.execute(wanted.order_by(observation.c.capture_id.desc(), observation.c.place)):
        said.setdefault(row.meeting, []).append(row.fields)
    gone = set(connection.execute(select(tombstone.c.id).where(tombstone.c.id.startswith(f"{council}/meeting/", autoescape=True))).scalars())
    for key, fields in sorted(said.items()):
        id, committee = f"{council}/meeting/{key}", _first(fields, "organization")
        status = "removed" if id in gone else _first(fields, "status")
        yield Listed(id, f"{council}/committee/{committee}" if committee else council, _first(fields, "start"), status, is_kept=False)


def _first(fields: list[dict[str, Any]], name: str) -> str:
    return str(next((one[name] for one in fields if one.get(name)), ""))
