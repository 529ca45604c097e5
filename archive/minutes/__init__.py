"""Reads minutes: who spoke and what was decided, each with its place in the text and the rule that found it. Pure text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.minutes.decisions import decisions_of
from archive.minutes.people import PeopleTable
from archive.minutes.speakers import speeches_of
from archive.records import AgendaItem, Attendance, Decision, Person, Speech


@dataclass(frozen=True)
class Annotations:
    """What was found in the minutes of one meeting."""

    speeches: tuple[Speech, ...]
    decisions: tuple[Decision, ...]
    people: tuple[Person, ...] = ()
    """Those known only from these minutes."""


def annotate(items: Sequence[AgendaItem], attendance: Sequence[Attendance], people: Sequence[Person], council: str) -> Annotations:
    """Read the minutes of one meeting; who was there is the authority on who may be meant, then the council's people."""
    table = PeopleTable(attendance, people, council, "\n".join(item.text for item in items))
    speeches = tuple(speech for item in items if item.text for speech in speeches_of(item, table))
    decisions = tuple(decision for item in items if item.text for decision in decisions_of(item))
    return Annotations(speeches, decisions, tuple(table.newcomers.values()))
