"""The pages of a meeting and of one item of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from flask import Blueprint, Response, jsonify, render_template, request

from archive.errors import NotKept
from archive.export import public
from archive.history import history
from archive.passages import passages_of
from archive.procedural import is_procedural
from archive.questions import read_question
from archive.records import AgendaItem, Attendance, Meeting, MeetingRecords, Organization, Person, VoteEvent
from archive.store.rows import FOUND
from archive.versions import State, items_that_changed, states
from archive.web.citing import cite
from archive.web.deciding import Moved, ballot, deciding, moved_in
from archive.web.language import N_, gettext
from archive.web.paragraphs import Span, excerpt, paragraph_at, paragraphs, speaker_links
from archive.web.people import ORDINARY_ROLES
from archive.web.site import has_page, permanent_address, search_address, site
from archive.web.speaking import speakers
from archive.web.titles import title_words
from archive.web.wording import day, moment
from indexer.catalogue import Catalogue
from indexer.errors import IndexerError
from indexer.passage import Passage
from indexer.related import related
from indexer.snippets import marks
from indexer.words import parse

pages = Blueprint("meetings", __name__)
GROUPS = {
    N_("Present"): ("present", "substitute"),
    N_("Apologies"): ("apologies",),
    N_("Absent"): ("absent",),
    N_("Officers"): ("officer",),
    N_("In attendance"): ("in_attendance",),
    N_("Expected"): ("expected",),
}
"""How attendance is grouped: heading → statuses; an officer in attendance has a group of their own."""
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
class Outcome:
    """One item as its meeting lists it: what was decided, in short."""

    item: AgendaItem
    title: str
    is_link: bool
    """Whether there is anything to read at its own page."""
    verdict: str = ""
    words: str = ""
    """The beginning of the decision's exact words."""
    votes: tuple[VoteEvent, ...] = ()
    """Those that tell who voted how."""
    speakers: int = 0


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

    def committees(self, own: str) -> int:
        """In how many committees the matter was, with an item's own."""
        return len({own, *(passage.committee for passage in self.matter)})

    @staticmethod
    def words(passage: Passage) -> str:
        """The beginning of what an item decided."""
        return excerpt(passage.text[: passage.decisions[0][1]], passage.decisions[0][0]) if passage.decisions else ""


@dataclass(frozen=True)
class Searched:
    """The search by which a reader came to an item, and what of it stands there."""

    words: str
    back: str
    """Address of the results."""
    marks: tuple[Span, ...] = ()
    first: int = 0
    """Number of the paragraph with the first match; 0 for none."""


@pages.get("/<council>/meeting/<key>")
def meeting(council: str, key: str) -> str:
    """A meeting: agenda and outcomes, attendance, documents, versions and source."""
    store = site().store
    found = store.meeting(f"{council}/meeting/{key}")
    one, hidden = found.meeting, found.meeting.status == HIDDEN
    parent, committee = _place(one)
    before, after = store.neighbours(one)
    people = _people(found)
    shown = replace(MeetingRecords(one), items=()) if hidden else found
    versions = store.versions(one.id) if one.version > 1 and not hidden else []
    return render_template(
        "meeting.html",
        heading=f"{committee.name}, {day(one.start)}",
        trail=_trail(parent, committee),
        meeting=one,
        committee=committee,
        hidden=hidden,
        agenda=outcomes_of(shown),
        decided=len({d.item_id for d in shown.decisions}),
        recorded=len({(v.item_id, v.start) for v in shown.votes}),
        present=present(shown.attendance, people),
        attendance=attendance_groups(shown.attendance, people),
        documents=shown.documents,
        versions=list(reversed(versions)),
        changed=[(item, title_words(item.name, item.text)) for item in items_that_changed(versions, shown.items)],
        is_past=one.start[:10] < site().today(council).isoformat(),
        proof=_proof(one, parent),
        before=before,
        after=after,
        permanent=permanent_address(one.id),
    )


@pages.get("/<council>/item/<key>")
def item(council: str, key: str) -> str:
    """One item: the decision first, then who spoke, motions and votes, the full text, its history, versions and source."""
    store = site().store
    one = store.item(f"{council}/item/{key}")
    found = store.meeting(one.meeting_id)
    hidden = found.meeting.status == HIDDEN
    text = "" if hidden else one.text
    parent, committee = _place(found.meeting)
    people = _people(found)

    own = MeetingRecords(found.meeting) if hidden else _of(found, one.id)
    moved = moved_of(own, text, people)
    searched = searched_for(text, one.language)
    before, after = _neighbours(found.items, one)
    permanent = permanent_address(one.id)
    title = title_words(one.name, text, *(other.text for other in found.items if not hidden))
    return render_template(
        "item.html",
        heading=title or gettext("Item without a title"),
        trail=[*_trail(parent, committee), (day(found.meeting.start), found.meeting.id)],
        item=one,
        meeting=found.meeting,
        committee=committee,
        hidden=hidden,
        decision=deciding(own.decisions, moved, text),
        moved=moved,
        paragraph=lambda offset: paragraph_at(text, offset),
        people={id: person for id, person in people.items() if has_page(person)},
        declarations=own.declarations,
        actions=own.actions,
        speakers=speakers(text, own.speeches, people, own.motions, own.declarations),
        paragraphs=paragraphs(text, speaker_links(text, own.speeches, people), searched.marks if searched else ()),
        searched=searched,
        agenda=[] if hidden else paragraphs(one.agenda_text),
        documents=[d for d in found.documents if d.item_id == one.id and not hidden],
        others=Others() if hidden else others(found, one),
        states=[] if hidden else _states(found.meeting, one),
        proof=_proof(found.meeting, parent),
        citation=cite(one, found.meeting, parent.name, committee.name, permanent, site().today(council).isoformat()),
        before=before,
        after=after,
        permanent=permanent,
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


def searched_for(text: str, language: str) -> Searched | None:
    """What of the search in the address stands in a text, by the index's own reading of words; None where the address carries no words."""
    question = read_question(request.args.to_dict(flat=False))
    if not question.words:
        return None
    question = replace(question, filters={} if question.faults else question.filters, since="", until="") if question.faults else question
    spans = marks(text, language, parse(question.words, site().catalogue()).tree)
    return Searched(question.words, search_address(question.parameters()), tuple(spans), paragraph_at(text, spans[0][0]) if spans else 0)


def outcomes_of(found: MeetingRecords) -> list[Outcome]:
    """The items of a meeting as they were held, each with what was decided."""
    text = "\n".join(item.text for item in found.items)
    papers = {document.item_id for document in found.documents}
    made = []
    for item in found.items:
        own = _of(found, item.id)
        decided = deciding(own.decisions, moved_of(own, item.text, {}), item.text)
        names = {vote.start for vote in own.votes}
        made.append(
            Outcome(
                item,
                title_words(item.name, text),
                bool(item.text) or (found.meeting.minutes_status == "none" and bool(item.agenda_text or item.id in papers)),
                decided.verdict if decided else "",
                excerpt(decided.decisions[0].text, 0, 160) if decided and decided.decisions else "",
                tuple(event for event in own.vote_events if event.start in names),
                len({s.person_id or s.name for s in own.speeches}),
            )
        )
    return made


def moved_of(own: MeetingRecords, text: str, people: dict[str, Person]) -> list[Moved]:
    """What was moved and voted on in one item, from its own records."""
    ballots = {event.start: ballot(event, own.votes, people, own.declarations, own.attendance, text) for event in own.vote_events}
    return moved_in(own.motions, own.vote_events, ballots, text)


def _of(found: MeetingRecords, item_id: str) -> MeetingRecords:
    """Of what was read from the minutes of a meeting, what stands in one item; with the attendance of all."""
    kinds = [kind for kind in FOUND if kind != "acronyms"]
    own = {kind: tuple(record for record in getattr(found, kind) if record.item_id == item_id) for kind in kinds}
    return MeetingRecords(found.meeting, attendance=found.attendance, **own)


def attendance_groups(entries: Iterable[Attendance], people: dict[str, Person]) -> dict[str, list[Attendee]]:
    """Heading → who was so, in the order of the record; a status of its own kind stands last under its own word."""
    headings = {status: heading for heading, statuses in GROUPS.items() for status in statuses}
    groups: dict[str, list[Attendee]] = {heading: [] for heading in GROUPS}
    for entry in entries:
        person = people.get(entry.person_id or "")
        status = "officer" if entry.status == "in_attendance" and person and person.kind == "officer" else entry.status
        groups.setdefault(headings.get(status, status.capitalize()), []).append(_attendee(entry, person))
    return {gettext(heading): who for heading, who in groups.items() if who}


def present(entries: Iterable[Attendance], people: dict[str, Person]) -> int:
    """How many members took part."""
    there = (people.get(entry.person_id or "") for entry in entries if entry.status in GROUPS["Present"])
    return sum(person is None or person.kind != "officer" for person in there)


def _states(meeting: Meeting, one: AgendaItem) -> list[State]:
    """The states of an item's minutes, newest first; none where there was only one."""
    if meeting.version < 2:
        return []
    found = states(site().store.versions(meeting.id), one, bool(site().config["SHOW_REMOVED"]))
    return found[::-1] if len(found) > 1 else []


def _attendee(entry: Attendance, person: Person | None) -> Attendee:
    if entry.substitute_for:
        role = gettext("substitute for %(name)s", name=entry.substitute_for)
    elif entry.status == "substitute":
        role = gettext("substitute")
    else:
        role = "" if entry.role.casefold() in ORDINARY_ROLES else entry.role
    shown = person.id if person and has_page(person) else ""
    return Attendee(entry.name if shown else entry.as_written or entry.name, role, shown)


def _people(found: MeetingRecords) -> dict[str, Person]:
    """The people that a meeting's records point at, in one call."""
    kinds = (found.speeches, found.attendance, found.votes, found.declarations, found.actions)
    ids = {one.person_id for records in kinds for one in records}
    ids |= {id for motion in found.motions for id in (motion.mover_id, motion.seconder_id)}
    return site().store.people(id for id in ids if id)


def _place(meeting: Meeting) -> tuple[Organization, Organization]:
    """The council and the committee of a meeting; a council that meets as a whole may be both."""
    committee = site().store.organization(meeting.organization_id)
    return (site().store.organization(committee.parent_id) if committee.parent_id else committee), committee


def _trail(council: Organization, committee: Organization) -> list[tuple[str, str]]:
    """The council and the committee, as a way back."""
    return [(one.name, one.id) for one in dict.fromkeys((council, committee))]


def _neighbours(items: tuple[AgendaItem, ...], one: AgendaItem) -> tuple[AgendaItem | None, AgendaItem | None]:
    """The items before and after one that have something to read."""
    place = next(n for n, other in enumerate(items) if other.id == one.id)
    before, after = [[other for other in part if other.text or other.agenda_text] for part in (items[:place], items[place + 1 :])]
    return (before[-1] if before else None, after[0] if after else None)


def _proof(meeting: Meeting, council: Organization) -> Proof:
    zone = site().zone(council.id)
    checked = site().store.checked_at(meeting)
    return Proof(council.name, council.licence or "", meeting.url, moment(meeting.retrieved_at, zone), moment(checked, zone), meeting.sha256)
