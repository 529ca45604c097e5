"""What may not be shown any more, as the operator's list says: ``instance/takedowns.toml``.

The list is a file of its own, so that it outlives every database: whatever is read, rebuilt or crawled again goes
through it. It names what was removed, and is for the operator alone.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from archive.errors import SettingError
from archive.records import AgendaItem, MeetingRecords, Observation, Person

KINDS = ("item", "person", "meeting", "document")
REMOVED = "[name removed]"
"""Stands in texts where the name of a person stood who was taken down."""


@dataclass(frozen=True)
class Takedown:
    """One removal."""

    id: str
    reason: str
    """A public word: it is shown where the record was."""
    date: str
    """ISO 8601, the day."""
    source_id: str = ""
    """The publisher's own id; empty where there is none."""
    meeting: str = ""
    """Key of the meeting that an item or a document is part of."""
    names: tuple[str, ...] = ()
    """All that a person is called in the records, longest first."""
    purge: bool = False
    """Whether the bytes are deleted, too."""

    @property
    def kind(self) -> str:
        """``item``, ``person``, ``meeting`` or ``document``."""
        return self.id.split("/")[1]


class Takedowns:
    """The operator's list, and what it leaves out of everything."""

    def __init__(self, entries: Iterable[Takedown]) -> None:
        self.entries = tuple(entries)
        self._ids = {entry.id for entry in self.entries}
        names = {name for entry in self.entries for name in entry.names}
        self._names = re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in sorted(names, key=len, reverse=True)), re.IGNORECASE) if names else None
        purged = [name for entry in self.entries if entry.purge for name in entry.names]
        self._purged_names = [name.encode() for name in sorted(purged, key=len, reverse=True)]
        self._purged_meetings = {(entry.id.split("/")[0], entry.meeting) for entry in self.entries if entry.purge and entry.meeting}

    def hides(self, id: str) -> bool:
        """Whether a record of this id is taken down."""
        return id in self._ids

    def is_purged(self, council: str, meeting: str) -> bool:
        """Whether no bytes of a meeting's pages may be kept."""
        return (council, meeting) in self._purged_meetings

    def without(self, records: MeetingRecords) -> MeetingRecords:
        """The records of a meeting without the items, documents and people that are taken down."""
        if not self.entries:
            return records
        items = tuple(self.without_names(item) for item in records.items if not self.hides(item.id))
        kept = {item.id for item in items}
        return replace(
            records,
            items=items,
            documents=tuple(d for d in records.documents if not self.hides(d.id) and (d.item_id is None or d.item_id in kept)),
            attendance=tuple(a for a in records.attendance if not self.hides(a.person_id or "") and not self._names_in(a.as_written)),
            people=tuple(self.people(records.people)),
        )

    def without_names(self, item: AgendaItem) -> AgendaItem:
        """An item with the names of people who are taken down struck out of its texts."""
        if self._names is None:
            return item

        def struck(text: str) -> str:
            return self._names.sub(REMOVED, text) if self._names else text

        return replace(item, name=struck(item.name), text=struck(item.text), agenda_text=struck(item.agenda_text), decision_text=struck(item.decision_text))

    def people(self, people: Iterable[Person]) -> list[Person]:
        """Those who are not taken down."""
        return [person for person in people if not self.hides(person.id)]

    def cleaned(self, body: bytes) -> bytes:
        """A page without the names of people whose bytes were purged."""
        for name in self._purged_names:
            body = re.sub(re.escape(name), REMOVED.encode(), body, flags=re.IGNORECASE)
        return body

    def observed(self, council: str, said: Sequence[Observation]) -> list[Observation]:
        """What a page says, without the content of purged items and meetings."""
        keys = {(e.kind, e.id.split("/")[0], e.source_id) for e in self.entries if e.purge and e.source_id}
        meetings = {e.source_id for e in self.entries if e.purge and e.kind == "meeting" and e.id.split("/")[0] == council}
        return [
            one
            for one in said
            if (one.kind, council, one.key) not in keys
            and not (one.kind == "document" and ("item", council, one.fields.get("item")) in keys)
            and not (one.meeting in meetings and one.kind != "meeting")
        ]

    def _names_in(self, text: str) -> bool:
        return self._names is not None and self._names.search(text) is not None


def read_takedowns(instance: Path) -> Takedowns:
    """The list of an instance; empty where there is none. Raises ``SettingError`` for a file that cannot be read: nothing is shown by mistake."""
    path = instance / "takedowns.toml"
    if not path.exists():
        return Takedowns(())
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("takedowns", [])
        return Takedowns(Takedown(**{**entry, "names": tuple(entry.get("names", ()))}) for entry in entries)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError) as error:
        raise SettingError(str(path), f"cannot be read: {error}") from error


def write_takedown(instance: Path, entry: Takedown) -> None:
    """Put one more at the end of the list."""
    instance.mkdir(parents=True, exist_ok=True)
    lines = [f"{f.name} = {json.dumps(_plain(getattr(entry, f.name)), ensure_ascii=False)}" for f in fields(entry)]
    with (instance / "takedowns.toml").open("a", encoding="utf-8") as file:
        file.write("\n".join(["[[takedowns]]", *lines, "", ""]))


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
