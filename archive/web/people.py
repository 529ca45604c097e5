"""The page of a member or an officer, and the list of a council's people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, render_template, request

from archive import names
from archive.errors import NotKept
from archive.procedural import is_procedural
from archive.records import AgendaItem, Attendance, Meeting, Membership, Motion, Organization, Person, VoteEvent
from archive.store import Store
from archive.store.lists import Said
from archive.web.bars import bars_of
from archive.web.deciding import Moved, ballot, moved_in
from archive.web.language import gettext
from archive.web.paragraphs import excerpt, sentence_start
from archive.web.site import has_page, permanent_address, search_address, site
from archive.web.subjects import subjects
from archive.web.titles import title_words
from archive.web.wording import month
from indexer.errors import IndexerError
from indexer.query import Query
from indexer.words import parse

pages = Blueprint("people", __name__)
THERE = ("present", "substitute", "in_attendance")
"""Statuses of attendance that say that somebody was in the room."""
SEATED = ("present", "apologies", "absent")
"""Statuses that only who has a seat can have: a guest is in attendance, and a substitute is not missed."""
ORDINARY_ROLES = ("committee member", "member", "councillor")
"""Roles that everybody has say nothing of anybody."""
RECENT = 8
"""Items, motions and votes that a page lists of each."""
MOST_NAMES = 12
"""Ways of writing a name that a page lists."""
LONGEST_FILTER = 100
"""Characters of a name that the list of people is searched for."""


@dataclass(frozen=True)
class Words:
    """One item in which somebody spoke, and the beginning of what was said."""

    item: AgendaItem
    title: str
    date: str
    organization_id: str
    words: str


@dataclass(frozen=True)
class Part:
    """A motion that somebody moved or seconded, or a vote of theirs, in its item."""

    item: AgendaItem
    title: str
    meeting: Meeting
    did: str
    """``moved``, ``seconded``, ``for``, ``against`` or ``abstain``."""
    moved: Moved | None
    """What it was about, and how that ended."""


@dataclass(frozen=True)
class Seats:
    """Attendance at the meetings of the committees that somebody sits or sat on."""

    rows: tuple[tuple[str, int, int, int], ...]
    """(committee id, meetings attended, apologies, meetings that record them), the most recorded first."""
    elsewhere: int
    """Meetings of other committees that they attended."""

    @property
    def there(self) -> int:
        """How many of these meetings they attended."""
        return sum(row[1] for row in self.rows)

    @property
    def sorry(self) -> int:
        """For how many apologies were given."""
        return sum(row[2] for row in self.rows)

    @property
    def total(self) -> int:
        """How many of these meetings record them."""
        return sum(row[3] for row in self.rows)


@dataclass(frozen=True)
class Post:
    """A role as attendance records it, from the first meeting that is here to the last."""

    organization_id: str
    role: str
    first: str
    last: str


@pages.get("/<council>/people")
def people(council: str) -> str:
    """The members and officers of a council from A to Z, with a box to narrow the list by a name."""
    store = site().store
    one = store.organization(council)
    everybody = [person for person in store.people(council=council).values() if has_page(person)]
    wanted = " ".join(request.args.get("name", "")[:LONGEST_FILTER].split())
    folded = names.fold(wanted)
    shown = [person for person in everybody if all(word in names.fold(" ".join((person.name, *person.other_names))) for word in folded.split())]
    return render_template(
        "people.html",
        heading=gettext("People of %(council)s", council=one.name),
        council=one,
        letters=by_letter(shown),
        shown=len(shown),
        total=len(everybody),
        wanted=wanted,
    )


@pages.get("/<council>/person/<key>")
def person(council: str, key: str) -> str:
    """A member or officer: roles, what was said, motions, votes, attendance. Somebody from the public has no page."""
    store = site().store
    one = store.person(f"{council}/person/{key}")
    if not has_page(one):
        raise NotKept("person", one.id)
    memberships, attended, said = store.memberships(person_id=one.id), store.attended(one.id), store.said(one.id)
    organizations = {o.id: o for o in store.every_organization() if o.parent_id == council or o.id == council}
    written = [(m.start, a.as_written) for m, a in attended] + [(s.start, s.as_written) for s in said]
    former = former_names(one, written)
    years = Counter(s.start[:4] for s in said)
    return render_template(
        "person.html",
        heading=heading_of(one, former),
        person=one,
        council=organizations[council],
        memberships=seats_in_order(memberships, organizations),
        organizations=organizations,
        said=said,
        meetings=len({s.meeting_id for s in said}),
        newest=newest_words(store, said[:RECENT]),
        subjects=subjects_of(one, said, organizations[council]),
        spoken_in=spoken_in(one, said, organizations),
        bars=bars_of(years, lambda year: search_address([("year", year), ("speaker", one.id), ("sort", "newest")])),
        all_url=search_address([("speaker", one.id), ("sort", "newest")]),
        **_parts(store, one),
        posts=posts_of(attended, memberships, organizations),
        seats=attendance_at(attended, {m.organization_id for m in memberships}),
        recorded_as=recorded_as(one, said, {name for name, _ in former}),
        former=former,
        permanent=permanent_address(one.id),
    )


def by_letter(people: Iterable[Person]) -> list[tuple[str, list[Person]]]:
    """People under the first letter of the surname."""
    ordered = sorted(people, key=lambda one: (_surname(one.name), names.fold(one.name), one.id))
    return [(letter, list(those)) for letter, those in groupby(ordered, lambda one: _surname(one.name)[:1].upper())]


def heading_of(one: Person, former: Sequence[tuple[str, str]]) -> str:
    """The name, with a former one and, where that is known, until when it was borne."""
    if not former:
        return one.name
    name, until = former[0]
    if until:
        return gettext("%(name)s (%(former)s until %(month)s)", name=one.name, former=name, month=until)
    return gettext("%(name)s (formerly %(former)s)", name=one.name, former=name)


def former_names(one: Person, written: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(former name, month until which it was borne or the empty string) of names with another surname, the newest first.

    The month is known only where the last meeting under the old name and the first under the new one were in the same.
    """
    found = []
    uses = sorted((start, names.fold(as_written).split()) for start, as_written in written)
    now = _surname(one.name)
    for name in one.other_names:
        then = _surname(names.plain(name))
        if then and then != now:
            last = max((start for start, words in uses if then in words and now not in words), default="")
            first = min((start for start, words in uses if now in words and start > last), default="")
            known = last and first and last[:7] == first[:7] and all(start > last for start, words in uses if now in words)
            found.append((names.plain(name), month(last) if known else ""))
    return found


def seats_in_order(memberships: Iterable[Membership], organizations: Mapping[str, Organization]) -> list[Membership]:
    """Memberships of committees that are here: those of now first, then by when they began, the latest first."""
    here = sorted((m for m in memberships if m.organization_id in organizations), key=lambda m: organizations[m.organization_id].name)
    return sorted(sorted(here, key=lambda m: m.start_date or "", reverse=True), key=lambda m: m.status != "current")


def posts_of(attended: Iterable[tuple[Meeting, Attendance]], memberships: Iterable[Membership], organizations: Mapping[str, Organization]) -> list[Post]:
    """The roles under which attendance records somebody, the latest first, without what the memberships say already."""
    known = {m.organization_id for m in memberships}
    days: dict[tuple[str, str], list[str]] = {}
    for meeting, entry in attended:
        own = entry.role if entry.role.casefold() not in ORDINARY_ROLES else ""
        counts = meeting.organization_id in organizations and meeting.status != "withdrawn" and entry.status in (*THERE, *SEATED)
        is_seat = entry.status in SEATED and meeting.organization_id not in known
        if counts and (own or is_seat):
            days.setdefault((meeting.organization_id, own), []).append(meeting.start)
    posts = [Post(organization, role, min(starts), max(starts)) for (organization, role), starts in days.items()]
    return sorted(posts, key=lambda post: post.last, reverse=True)


def newest_words(store: Store, said: Sequence[Said]) -> list[Words]:
    """The beginning of what was said in these items."""
    items = store.items(one.item_id for one in said)
    made = []
    for one in said:
        if (item := items.get(one.item_id)) is not None:
            words = excerpt(item.text, sentence_start(item.text, one.place))
            made.append(Words(item, title_words(item.name, item.text), one.start, one.organization_id, words))
    return made


def subjects_of(one: Person, said: Sequence[Said], council: Organization) -> list[tuple[str, int, str]]:
    """(words, in how many items that somebody spoke in they occur, address of these) of what these items' titles share; none while search rests."""
    index, found = site().index, []
    titles = [s.title for s in said if not is_procedural(s.title)]
    try:
        for words in subjects(titles, leave_out=(council.name, one.name)):
            query = Query(parse(words, index.catalogue()).tree, {"speaker": frozenset({one.id})}, size=0, facets=(), snippets=False)
            if total := index.search(query).total:
                found.append((words[:1].upper() + words[1:], total, search_address([("q", words), ("speaker", one.id)])))
    except IndexerError:
        return []
    return sorted(found, key=lambda subject: -subject[1])


def spoken_in(one: Person, said: Iterable[Said], organizations: Mapping[str, Organization]) -> list[tuple[str, int, str]]:
    """(committee, in how many of its items somebody spoke, address of these), the most frequent first."""
    counted = Counter(s.organization_id for s in said)
    return [
        (organizations[id].name, total, search_address([("committee", id), ("speaker", one.id), ("sort", "newest")]))
        for id, total in counted.most_common()
        if id in organizations
    ]


def recorded_as(one: Person, said: Iterable[Said], former: set[str]) -> list[tuple[str, int, bool]]:
    """(as written, in how many items, whether only the post held on that day tells who it is), the most frequent first."""
    surnames = {_surname(name) for name in (one.name, *one.other_names)}
    counted = Counter(s.as_written for s in said if s.as_written and s.as_written != one.name)
    others = [name for name in one.other_names if names.plain(name) not in former and name not in counted]
    told = [(written, total, surnames.isdisjoint(names.fold(written).split())) for written, total in counted.most_common(MOST_NAMES)]
    return told + [(name, 0, False) for name in others]


def attendance_at(attended: Iterable[tuple[Meeting, Attendance]], seats: set[str]) -> Seats:
    """Attendance by committee: where somebody has a seat, or was recorded as a member. Mere expectation is no evidence and is not counted."""
    seen = {meeting.id: (meeting.organization_id, entry.status) for meeting, entry in attended if entry.status != "expected" and meeting.status != "withdrawn"}
    seats = seats | {organization for organization, status in seen.values() if status in SEATED}
    own = [one for one in seen.values() if one[0] in seats]
    recorded = Counter(organization for organization, _ in own)
    there = Counter(organization for organization, status in own if status in THERE)
    sorry = Counter(organization for organization, status in own if status == "apologies")
    rows = tuple((organization, there[organization], sorry[organization], total) for organization, total in recorded.most_common())
    return Seats(rows, sum(status in THERE for organization, status in seen.values() if organization not in seats))


def _parts(store: Store, one: Person) -> dict[str, object]:
    """The newest motions and recorded votes of somebody, each with how it ended; and how many there are."""
    motions, votes = store.moved(one.id), store.voted(one.id)
    shown_motions, shown_votes = motions[:RECENT], votes[:RECENT]
    ids = {m.item_id for _, m in shown_motions} | {v.item_id for _, v in shown_votes}
    items, moved = store.items(ids), _moved(store, ids)
    return {
        "motions": [
            Part(items[m.item_id], _title(items[m.item_id]), meeting, "moved" if m.mover_id == one.id else "seconded", _about(moved, m))
            for meeting, m in shown_motions
            if m.item_id in items
        ],
        "votes": [
            Part(items[v.item_id], _title(items[v.item_id]), meeting, v.option, _about(moved, v.start, v.item_id))
            for meeting, v in shown_votes
            if v.item_id in items
        ],
        "all_motions": len(motions),
        "all_votes": len(votes),
    }


def _moved(store: Store, ids: set[str]) -> dict[str, list[Moved]]:
    """What was moved and voted on in items."""
    items = store.items(ids)
    motions: dict[str, list[Motion]] = {}
    events: dict[str, list[VoteEvent]] = {}
    for motion in store.motions_in(ids):
        motions.setdefault(motion.item_id, []).append(motion)
    for event in store.votes_in(ids):
        events.setdefault(event.item_id, []).append(event)
    made = {}
    for id, item in items.items():
        own = events.get(id, [])
        made[id] = moved_in(motions.get(id, []), own, {e.start: ballot(e, (), {}, (), (), item.text) for e in own}, item.text)
    return made


def _about(moved: Mapping[str, Sequence[Moved]], sought: Motion | int, item_id: str = "") -> Moved | None:
    """What a motion became, or what a vote (by its place) was on."""
    if isinstance(sought, Motion):
        return next((one for one in moved.get(sought.item_id, ()) if one.motion == sought), None)
    return next((one for one in moved.get(item_id, ()) if any(b.event.start == sought for b in one.ballots)), None)


def _title(item: AgendaItem) -> str:
    return title_words(item.name, item.text)


def _surname(name: str) -> str:
    return (names.fold(name).split() or [""])[-1]
