"""The pages of a meeting and of one item of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from flask import Blueprint, Response, jsonify, render_template

from archive.errors import NotKept
from archive.export import public
from archive.history import history
from archive.passages import passages_of
from archive.procedural import is_procedural
from archive.records import AgendaItem, Attendance, Decision, Meeting, MeetingRecords, Organization, Person, VoteEvent
from archive.store.rows import FOUND
from archive.web.paragraphs import paragraph_at, paragraphs, speaker_links, speakers
from archive.web.site import has_page, permanent_address, site
from archive.web.wording import day, listed, moment
from indexer.catalogue import Catalogue
from indexer.errors import IndexerError
from indexer.passage import Passage
from indexer.related import related

pages = Blueprint("meetings", __name__)
GROUPS = {
    "Present": ("present", "substitute"),
    "Apologies": ("apologies",),
    "Absent": ("absent",),
    "In attendance": ("in_attendance",),
    "Expected": ("expected",),
}
"""How attendance is grouped: heading → statuses."""
RELATED = 5
"""Items that are like another one, as its page lists them."""
HIDDEN = "withdrawn"
"""The status of a meeting of which nothing but its existence is shown."""


@dataclass(frozen=True)
class Attendee:
    """One person in a list of attendance."""

    name: str
    note: str
    page: str
    """Id of their page; empty for people without one."""


@dataclass(frozen=True)
class Proof:
    """What the source box says: who published a meeting, where, and when that was seen."""

    publisher: str
    licence: str
    url: str
    retrieved: str
    checked: str
    sha256: str


@dataclass(frozen=True)
class Others:
    """Items of other meetings: of the same matter, oldest first, and like it."""

    matter: Sequence[Passage] = ()
    alike: Sequence[Passage] = ()
    catalogue: Catalogue = field(default_factory=Catalogue)

    def place(self, passage: Passage) -> str:
        """The committee of an item, with the council's name where there are several."""
        several = len(self.catalogue.entries.get("council", ())) > 1
        council = self.catalogue.label("council", passage.council) if several else ""
        return ", ".join(filter(None, (self.catalogue.label("committee", passage.committee), council)))


@pages.get("/<council>/meeting/<key>")
def meeting(council: str, key: str) -> str:
    """A meeting: agenda and outcomes, attendance, documents, versions and source."""
    store = site().store
    found = store.meeting(f"{council}/meeting/{key}")
    one, hidden = found.meeting, found.meeting.status == HIDDEN
    before, after = store.neighbours(one.id)
    papers = [] if hidden else list(found.documents)
    return render_template(
        "meeting.html",
        heading=f"{_committee(one).name}, {day(one.start)}",
        trail=_trail(one),
        meeting=one,
        items=[] if hidden else found.items,
        decisions={item.id: [d for d in found.decisions if d.item_id == item.id] for item in found.items},
        spoke={item.id: sum(s.item_id == item.id for s in found.speeches) for item in found.items},
        attendance={} if hidden else attendance_groups(found.attendance, _people(found)),
        documents=papers,
        versions=list(reversed(store.versions(one.id))),
        proof=_proof(one),
        before=before,
        after=after,
        permanent=permanent_address(one.id),
    )


@pages.get("/<council>/item/<key>")
def item(council: str, key: str) -> str:
    """One item: the decision first, then who spoke, the full text, documents and source."""
    store = site().store
    one = store.item(f"{council}/item/{key}")
    found = store.meeting(one.meeting_id)
    hidden = found.meeting.status == HIDDEN
    text = "" if hidden else one.text

    def of_item(kind: str) -> list[Any]:
        return [record for record in getattr(found, kind) if record.item_id == one.id and not hidden]

    speeches = of_item("speeches")
    people = _people(found)
    before, after = _neighbours(found.items, one)
    return render_template(
        "item.html",
        heading=one.name,
        trail=[*_trail(found.meeting), (day(found.meeting.start), found.meeting.id)],
        item=one,
        meeting=found.meeting,
        committee=_committee(found.meeting),
        hidden=hidden,
        decisions=[(d, paragraph_at(text, d.start)) for d in of_item("decisions")],
        motions=[(m, paragraph_at(text, m.start)) for m in of_item("motions")],
        votes=[(v, voters(v), paragraph_at(text, v.start)) for v in of_item("vote_events")],
        declarations=[(d, paragraph_at(text, d.start)) for d in of_item("declarations")],
        actions=[(a, paragraph_at(text, a.start)) for a in of_item("actions")],
        speakers=speakers(text, speeches, people),
        paragraphs=paragraphs(text, speaker_links(text, speeches, people)),
        agenda=[] if hidden else paragraphs(one.agenda_text),
        documents=[d for d in found.documents if d.item_id == one.id and not hidden],
        others=Others() if hidden else others(found, one),
        proof=_proof(found.meeting),
        before=before,
        after=after,
        permanent=permanent_address(one.id),
    )


def others(found: MeetingRecords, one: AgendaItem) -> Others:
    """The items of other meetings to go on to from one; none while search rests, and none like an item of ordinary business."""
    index = site().index
    try:
        matter = history(index, one, found.meeting.organization_id, found.references)
        passages = [] if is_procedural(one.name) else list(passages_of(replace(found, items=(one,)), {}))
        alike = [other for passage in passages for other in related(index, passage, RELATED + len(matter), len(found.items))]
        seen = {other.id for other in matter}
        return Others(matter, [other for other in alike if other.id not in seen][:RELATED], index.catalogue())
    except IndexerError:
        return Others()


@pages.get("/<council>/item/<key>.json")
def item_json(council: str, key: str) -> Response:
    """All that was read from one item, with the place and the name of the rule that found it: why the page says what it says."""
    store = site().store
    one = store.item(f"{council}/item/{key}")
    found = store.meeting(one.meeting_id)
    if found.meeting.status == HIDDEN:
        raise NotKept("item", one.id)
    records = (record for kind in FOUND for record in getattr(found, kind) if getattr(record, "item_id", "") == one.id)
    return jsonify({"item": public(one), "found": [public(record) for record in records]})


def voters(vote: VoteEvent) -> list[tuple[str, int | None, str]]:
    """(side, count, names) of a vote, as a small table shows it; sides of which nothing is told are left out."""
    sides = (("For", vote.for_, vote.for_names), ("Against", vote.against, vote.against_names), ("Abstained", vote.abstain, vote.abstain_names))
    return [(side, count, listed(names)) for side, count, names in sides if count is not None or names]


def attendance_groups(entries: Iterable[Attendance], people: dict[str, Person]) -> dict[str, list[Attendee]]:
    """Heading → who was so, in the order of the record; a status of its own kind stands last under its own word."""
    headings = {status: heading for heading, statuses in GROUPS.items() for status in statuses}
    groups: dict[str, list[Attendee]] = {heading: [] for heading in GROUPS}
    for entry in entries:
        groups.setdefault(headings.get(entry.status, entry.status.capitalize()), []).append(_attendee(entry, people))
    return {heading: who for heading, who in groups.items() if who}


def decisions_of(decisions: Iterable[Decision]) -> list[str]:
    """The outcome classes of decisions, in order, each once."""
    return list(dict.fromkeys(decision.outcome for decision in decisions))


def _attendee(entry: Attendance, people: dict[str, Person]) -> Attendee:
    person = people.get(entry.person_id or "")
    notes = [entry.role, f"substitute for {entry.substitute_for}" if entry.substitute_for else "substitute" if entry.status == "substitute" else ""]
    shown = person.id if person and has_page(person) else ""
    return Attendee(entry.name if shown else entry.as_written or entry.name, ", ".join(note for note in notes if note), shown)


def _people(found: MeetingRecords) -> dict[str, Person]:
    """The people that a meeting's records point at, in one call."""
    ids = {s.person_id for s in found.speeches if s.person_id} | {a.person_id for a in found.attendance if a.person_id}
    return site().store.people(ids)


def _committee(meeting: Meeting) -> Organization:
    return site().store.organization(meeting.organization_id)


def _trail(meeting: Meeting) -> list[tuple[str, str]]:
    """The council and the committee of a meeting, as a way back."""
    committee = _committee(meeting)
    parents = [site().store.organization(committee.parent_id)] if committee.parent_id else []
    return [(one.name, one.id) for one in (*parents, committee)]


def _neighbours(items: tuple[AgendaItem, ...], one: AgendaItem) -> tuple[AgendaItem | None, AgendaItem | None]:
    """The items before and after one."""
    place = next(n for n, other in enumerate(items) if other.id == one.id)
    return (items[place - 1] if place else None, items[place + 1] if place + 1 < len(items) else None)


def _proof(meeting: Meeting) -> Proof:
    slug = meeting.id.partition("/")[0]
    zone = site().zone(slug)
    council = site().store.organization(slug)
    checked = site().store.checked_at(meeting.id)
    return Proof(council.name, council.licence or "", meeting.url, moment(meeting.retrieved_at, zone), moment(checked, zone), meeting.sha256)
