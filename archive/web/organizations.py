"""The front page, and the pages of councils and committees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request

from archive.answers import newest
from archive.history import telling_words
from archive.procedural import is_procedural
from archive.questions import Question
from archive.records import AgendaItem, Meeting, Membership, Organization
from archive.web.bars import bars_of
from archive.web.coverage import coverage_words
from archive.web.paragraphs import excerpt
from archive.web.site import has_page, permanent_address, search_address, site
from archive.web.titles import title_words
from archive.web.wording import OUTCOMES
from archive.web.wording import outcome as outcome_words
from indexer.errors import IndexerError
from indexer.passage import Passage
from indexer.results import FacetValue

pages = Blueprint("organizations", __name__)
LATEST, NEXT, DECIDED = 8, 6, 6
MEETINGS = 12
"""Meetings of a committee that its page shows before a year is chosen."""
MAIN = 3
"""Decisions of one meeting in a list of meetings."""
EVERY_YEAR = "all"
_OWN_CHAIR = re.compile(r"(?:to )?(?:elect|appoint|ethol|penodi)\w*\b.{0,24}\b(?:chair|convener|cadeirydd|gadeirydd)", re.IGNORECASE)
"""How titles begin that are about who presides: decided every year, and seldom what a reader looks for."""


@dataclass(frozen=True)
class Lately:
    """Items that were decided lately, and searches that find something, since they are made from what is there."""

    items: Sequence[Passage] = ()
    examples: Sequence[str] = ()

    @staticmethod
    def words(passage: Passage) -> str:
        """The beginning of the exact words that were decided."""
        return excerpt(passage.text[: passage.decisions[0][1]], passage.decisions[0][0]) if passage.decisions else ""


@dataclass(frozen=True)
class Sitting:
    """A meeting in a list, with its main decisions."""

    meeting: Meeting
    items: int = 0
    present: int = 0
    decided: tuple[tuple[AgendaItem, str, tuple[str, ...]], ...] = ()
    """(item, title, outcomes)."""


@pages.get("/")
def home() -> str:
    """The search box first; then what was decided lately, the next meetings, councils and committees."""
    store = site().store
    every = store.every_organization()
    councils = [one for one in every if one.classification == "council"]
    committees = {council.id: [one for one in every if one.parent_id == council.id] for council in councils}
    coming = store.next_meetings(None, site().today().isoformat(), NEXT)
    catalogue = site().catalogue()
    return render_template(
        "home.html",
        heading="",
        councils=councils,
        committees=committees,
        held=store.meetings_held(),
        lately=decided_lately(),
        coming=coming,
        papers=store.with_papers(meeting.id for meeting in coming),
        names=_names(councils, committees),
        coverage=coverage_words(catalogue),
        decided_url=search_address([*(("outcome", word) for word in OUTCOMES), ("sort", "newest")]),
    )


@pages.get("/<council>")
def council(council: str) -> str:
    """A council: its committees, its latest meetings and their main decisions, the next ones, what was decided by outcome."""
    store = site().store
    one = store.organization(council)
    committees = store.organizations(council)
    coming = store.next_meetings(council, site().today(council).isoformat(), NEXT)
    years = store.years(council)
    return render_template(
        "council.html",
        heading=one.name,
        council=one,
        current=[c for c in committees if c.status == "current"],
        former=[c for c in committees if c.status != "current"],
        held=store.meetings_held(council),
        total=sum(years.values()),
        latest=sittings(store.latest_meetings(council, LATEST)),
        coming=coming,
        papers=store.with_papers(meeting.id for meeting in coming),
        names={c.id: c.name for c in (one, *committees)},
        bars=bars_of(years, lambda year: search_address([("council", council), ("year", year), ("sort", "newest")])),
        outcomes=outcomes("council", one.id),
        coverage=coverage_words(site().catalogue(), Question(filters={"council": (council,)})),
        permanent=permanent_address(one.id),
    )


@pages.get("/<council>/committee/<key>")
def committee(council: str, key: str) -> str:
    """A committee: its meetings and their main decisions, its members, what was decided by outcome."""
    store = site().store
    one = store.organization(f"{council}/committee/{key}")
    meetings = store.meetings(one.id)
    today = site().today(council).isoformat()
    past = [m for m in meetings if m.start[:10] < today or m.minutes_status != "none"]
    gone = {m.id for m in past}
    coming = [m for m in reversed(meetings) if m.id not in gone]
    here = [m for m in past if m.minutes_status != "none" and m.status != "withdrawn"]
    years = Counter(m.start[:4] for m in past)
    asked = request.args.get("year", "")
    year = asked if asked in years or asked == EVERY_YEAR else ""
    shown = [m for m in past if m.start[:4] == year] if year in years else past if year else past[:MEETINGS]
    return render_template(
        "committee.html",
        heading=one.name,
        committee=one,
        council=store.organization(council),
        here=here,
        past=past,
        year=year,
        sittings=[Sitting(m) for m in shown] if year == EVERY_YEAR else sittings(shown),
        coming=coming,
        papers=store.with_papers(meeting.id for meeting in coming),
        bars=bars_of(Counter(m.start[:4] for m in here), lambda number: search_address([("year", number)], f"/{one.id}")),
        members=members(store.memberships(organization_id=one.id)),
        outcomes=outcomes("committee", one.id),
        coverage=coverage_words(site().catalogue(), Question(filters={"committee": (one.id,)})),
        permanent=permanent_address(one.id),
    )


def decided_lately() -> Lately:
    """The newest items with a decision, without the ordinary business of every meeting; nothing while search rests."""
    try:
        answer = newest(site().index, {"outcome": tuple(OUTCOMES)}, DECIDED * 5, facets=("speaker",))
    except IndexerError:
        return Lately()
    passages = [hit.passage for hit in answer.results.hits if not is_ordinary(hit.passage.title)]
    return Lately(passages[:DECIDED], examples(passages, [answer.label("speaker", one.value) for one in answer.results.facets.get("speaker", ())[:1]]))


def is_ordinary(title: str) -> bool:
    """Whether an item is ordinary business, which is not among main decisions."""
    return is_procedural(title) or _OWN_CHAIR.match(title.strip()) is not None


def examples(passages: Iterable[Passage], people: Sequence[str]) -> list[str]:
    """Three searches that find something: two short titles of items that are there, and somebody who spoke."""
    found: list[str] = []
    for passage in passages:
        words = telling_words(passage.title)
        short = " ".join(words)
        if 2 <= len(words) <= 3 and all(map(str.isalpha, words)) and len(found) < 3 - len(people) and short not in found:
            found.append(short)
    return [*found, *people]


def sittings(meetings: Sequence[Meeting]) -> list[Sitting]:
    """Meetings with their main decisions: ordinary business is none of these. Three calls of the store, however many meetings."""
    store = site().store
    shown = [m.id for m in meetings if m.status != "withdrawn" and m.minutes_status != "none"]
    items, decisions, present = store.items_of(shown), store.decisions_of(shown), store.present(shown)
    found: dict[str, list[str]] = {}
    for decision in decisions:
        found.setdefault(decision.item_id, []).append(decision.outcome)
    made = []
    for one in meetings:
        own = [item for item in items if item.meeting_id == one.id]
        main = [item for item in own if item.id in found and not is_ordinary(item.name)][:MAIN]
        text = "\n".join(item.text for item in main)
        decided = tuple((item, title_words(item.name, text), tuple(dict.fromkeys(found[item.id]))) for item in main)
        made.append(Sitting(one, len(own), present.get(one.id, 0), decided))
    return made


def outcomes(facet: str, id: str) -> list[tuple[str, int, str]]:
    """(outcome, in how many items, address of these) of a council or a committee, the most frequent first; none while search rests."""
    try:
        counted: Sequence[FacetValue] = newest(site().index, {facet: (id,)}, 0, facets=("outcome",)).results.facets.get("outcome", ())
    except IndexerError:
        return []
    return [(outcome_words(one.value), one.count, search_address([(facet, id), ("outcome", one.value), ("sort", "newest")])) for one in counted if one.count]


def members(memberships: list[Membership]) -> list[tuple[Membership, str, str]]:
    """(membership, name, id of the page or empty) of those who sit on a committee now, by role and surname."""
    now = [m for m in memberships if m.status == "current"]
    people = site().store.people([m.person_id for m in now])
    shown = [(m, people[m.person_id].name, m.person_id if has_page(people[m.person_id]) else "") for m in now if m.person_id in people]
    return sorted(shown, key=lambda one: (_rank(one[0].role), one[1].split()[-1:], one[1]))


def _rank(role: str) -> int:
    """Chairs first, vice-chairs next, then everybody."""
    words = role.casefold()
    if not any(word in words for word in ("chair", "convener", "convenor", "cadeirydd", "leader", "mayor")):
        return 2
    return 1 if any(word in words for word in ("vice", "deputy", "depute", "is-")) else 0


def _names(councils: Sequence[Organization], committees: dict[str, list[Organization]]) -> dict[str, str]:
    """Committee id → name, with the council's where there are several."""
    several = len(councils) > 1
    return {c.id: f"{c.name}, {council.name}" if several and c != council else c.name for council in councils for c in (council, *committees[council.id])}
