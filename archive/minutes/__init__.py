"""Reads minutes: who spoke, what was moved, voted and decided, who declared what, each with its place and the rule that found it. Pure text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive import names
from archive.minutes.acronyms import acronyms_in
from archive.minutes.declarations import declarations_of
from archive.minutes.followup.actions import actions_of
from archive.minutes.people import PeopleTable
from archive.minutes.reading import ItemReading, read_items
from archive.minutes.references import references_of
from archive.minutes.resolution.decisions import decisions_of
from archive.minutes.speech.speakers import speeches_of
from archive.minutes.voting.motions import motions_of, settled
from archive.minutes.voting.votes import votes_of
from archive.records import Acronym, Action, AgendaItem, Attendance, Decision, Declaration, Motion, Person, Reference, Speech, Vote, VoteEvent


@dataclass(frozen=True)
class Annotations:
    """What was found in the minutes of one meeting, item by item and in the order of the text."""

    speeches: tuple[Speech, ...]
    decisions: tuple[Decision, ...]
    motions: tuple[Motion, ...]
    vote_events: tuple[VoteEvent, ...]
    votes: tuple[Vote, ...]
    declarations: tuple[Declaration, ...]
    actions: tuple[Action, ...]
    references: tuple[Reference, ...]
    acronyms: tuple[Acronym, ...]
    people: tuple[Person, ...] = ()
    """Those known only from these minutes."""


def annotate(
    items: Sequence[AgendaItem],
    attendance: Sequence[Attendance],
    people: Sequence[Person],
    council: str,
    aliases: Mapping[str, str] = {},
    offices: Mapping[str, str] = {},
) -> Annotations:
    """Read the minutes of one meeting.

    Who was there is the authority on who may be meant, then who is introduced in the minutes, then the council's people.
    ``aliases`` gives a person's id for a folded name that only the operator can know, ``offices`` for a post of the council
    that the meetings before this one say who held.
    """
    table = PeopleTable.of(attendance, people, council, aliases, offices)
    readings = read_items(items, table)
    motions = {reading.item.id: motions_of(reading) for reading in readings}
    tallies = [votes_of(reading, table) for reading in readings]
    speeches = tuple(one for reading in readings for one in speeches_of(reading))
    declarations = tuple(one for reading in readings for one in declarations_of(reading, table))
    actions = tuple(one for number, reading in enumerate(readings) for one in actions_of(reading, table, number))
    decided = {reading.item.id: tuple(decisions_of(reading, motions[reading.item.id])) for reading in readings}
    moved = tuple(one for reading in readings for one in settled(motions[reading.item.id], decided[reading.item.id]))
    votes = tuple(one for _, people_voted in tallies for one in people_voted)
    named = {one.person_id for group in (speeches, declarations, actions, votes) for one in group}
    named |= {id for one in moved for id in (one.mover_id, one.seconder_id)}
    return Annotations(
        speeches=speeches,
        decisions=tuple(one for reading in readings for one in decided[reading.item.id]),
        motions=moved,
        vote_events=tuple(one for events, _ in tallies for one in events),
        votes=votes,
        declarations=declarations,
        actions=actions,
        references=tuple(one for reading in readings for one in references_of(reading)),
        acronyms=_acronyms(items, readings, table, council),
        people=tuple(one for one in table.newcomers.values() if one.id in named),
    )


def _acronyms(items: Sequence[AgendaItem], readings: Sequence[ItemReading], table: PeopleTable, council: str) -> tuple[Acronym, ...]:
    """The short forms of a meeting, each once; titles of items define them, too."""
    people = frozenset(names.fold(one.name) for one in (*table.present, *table.introduced, *table.behind))
    found: dict[tuple[str, str], Acronym] = {}
    texts = {reading.item.id: reading.text for reading in readings}
    for item in items:
        for text in (item.name, item.agenda_text, texts.get(item.id, "")):
            for short, long in acronyms_in(text, people):
                found.setdefault((short, names.fold(long)), Acronym(council, item.meeting_id, short, long))
    return tuple(found.values())
