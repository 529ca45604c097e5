"""The front page, and the pages of councils and committees."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, render_template

from archive.answers import SearchAnswer, newest
from archive.questions import Question
from archive.records import Meeting, Membership, Organization
from archive.web.coverage import coverage_words
from archive.web.site import has_page, permanent_address, search_address, site
from archive.web.wording import OUTCOMES, moment
from indexer.errors import IndexerError
from indexer.results import Hit

pages = Blueprint("organizations", __name__)
LATEST, NEXT, DECIDED = 8, 5, 6
PROCEDURAL = (
    "apolog", "minutes", "declaration", "disclosure", "exclusion of", "election of", "appointment of chair", "date of next", "urgent", "public question",
    "ymddiheuriad", "cofnodion", "datgan",
)  # fmt: skip
"""How titles of items begin that every meeting has; they stay out of "Decided lately"."""


@pages.get("/")
def home() -> str:
    """The search box first; then what was decided lately, meetings, councils and committees."""
    store = site().store
    councils = store.councils()
    today = site().today().isoformat()
    return render_template(
        "home.html",
        heading=f"Search {councils[0].name} minutes" if len(councils) == 1 else "Search council minutes",
        councils=councils,
        committees={council.id: store.organizations(council.id) for council in councils},
        decided=decided_lately(),
        latest=store.latest_meetings(None, LATEST),
        coming=store.next_meetings(None, today, NEXT),
        names=_names(councils),
        counts=store.counts(),
        coverage=coverage_words(site().catalogue()),
        last_read=moment(store.last_crawl(None), site().zone()),
        decided_url=search_address([*(("outcome", word) for word in OUTCOMES), ("sort", "newest")]),
    )


@pages.get("/<council>")
def council(council: str) -> str:
    """A council: its committees, its latest and its next meetings."""
    store = site().store
    one = store.organization(council)
    committees = store.organizations(council)
    return render_template(
        "council.html",
        heading=one.name,
        council=one,
        current=[c for c in committees if c.status == "current"],
        former=[c for c in committees if c.status != "current"],
        latest=store.latest_meetings(council, LATEST),
        coming=store.next_meetings(council, site().today(council).isoformat(), NEXT),
        names={c.id: c.name for c in committees},
        counts=store.counts(council),
        coverage=coverage_words(site().catalogue(), Question(filters={"council": (council,)})),
        last_read=moment(store.last_crawl(council), site().zone(council)),
        permanent=permanent_address(one.id),
    )


@pages.get("/<council>/committee/<key>")
def committee(council: str, key: str) -> str:
    """A committee: its meetings by year, its members."""
    store = site().store
    one = store.organization(f"{council}/committee/{key}")
    meetings = store.meetings(one.id)
    today = site().today(council).isoformat()
    held = [m for m in meetings if m.start[:10] < today or m.minutes_status != "none"]
    return render_template(
        "committee.html",
        heading=one.name,
        committee=one,
        council=store.organization(council),
        years=by_year(held),
        held=held,
        coming=[m for m in reversed(meetings) if m not in held],
        members=members(store.memberships(organization_id=one.id)),
        search_url=search_address([("committee", one.id)]),
        coverage=coverage_words(site().catalogue(), Question(filters={"committee": (one.id,)})),
        permanent=permanent_address(one.id),
    )


def decided_lately() -> tuple[SearchAnswer, list[Hit]] | None:
    """The newest items with a decision, without those that every meeting has; None while search rests."""
    try:
        answer = newest(site().index, {"outcome": tuple(OUTCOMES)}, DECIDED * 5)
    except IndexerError:
        return None
    return answer, [hit for hit in answer.results.hits if not hit.passage.title.casefold().lstrip().startswith(PROCEDURAL)][:DECIDED]


def by_year(meetings: list[Meeting]) -> list[tuple[str, list[Meeting]]]:
    """Meetings, newest first, in their years."""
    return [(year, list(those)) for year, those in groupby(meetings, lambda meeting: meeting.start[:4])]


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


def _names(councils: list[Organization]) -> dict[str, str]:
    """Committee id → name, with the council's where there are several."""
    store, several = site().store, len(councils) > 1
    return {c.id: f"{c.name}, {council.name}" if several else c.name for council in councils for c in store.organizations(council.id)}
