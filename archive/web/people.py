"""The page of a member or an officer."""

from __future__ import annotations

from collections import Counter

from flask import Blueprint, render_template

from archive.answers import SearchAnswer, newest
from archive.errors import NotKept
from archive.records import Attendance, Meeting
from archive.web.site import has_page, permanent_address, search_address, site
from indexer.errors import IndexerError

pages = Blueprint("people", __name__)
THERE = ("present", "substitute", "in_attendance")
"""Statuses of attendance that say that somebody was in the room."""
RECENT = 10


@pages.get("/<council>/person/<key>")
def person(council: str, key: str) -> str:
    """A member or officer: roles, what was said lately, attendance. Somebody from the public has no page."""
    store = site().store
    one = store.person(f"{council}/person/{key}")
    if not has_page(one):
        raise NotKept("person", one.id)
    memberships = store.memberships(person_id=one.id)
    attended = store.attended(one.id)
    answer = spoken(one.id)
    organizations = {o.id: o for o in store.organizations(council)}
    return render_template(
        "person.html",
        heading=one.name,
        person=one,
        council=store.organization(council),
        memberships=memberships,
        organizations=organizations,
        spoken=answer,
        all_url=search_address([("speaker", one.id), ("sort", "newest")]),
        attendance=attendance_by_committee(attended),
        years=spoken_by("year", one.id, answer),
        spoken_in=spoken_by("committee", one.id, answer),
        motions=store.moved_by(one.id)[:RECENT],
        votes=store.voted(one.id)[:RECENT],
        seats={m.organization_id for m in memberships},
        permanent=permanent_address(one.id),
    )


def spoken(person_id: str) -> SearchAnswer | None:
    """The newest items in which somebody spoke, and how many there are; None while search rests."""
    try:
        return newest(site().index, {"speaker": (person_id,)}, RECENT, facets=("year", "committee"))
    except IndexerError:
        return None


def spoken_by(facet: str, person_id: str, answer: SearchAnswer | None) -> list[tuple[str, int, str]]:
    """(year or committee, in how many items somebody spoke, address of these): years newest first, committees as counted; none while search rests."""
    counted = [one for one in (answer.results.facets.get(facet, ()) if answer else ()) if one.count]
    if facet == "year":
        counted.sort(key=lambda one: one.value, reverse=True)
    return [
        (answer.label(facet, one.value), one.count, search_address([("speaker", person_id), (facet, one.value), ("sort", "newest")]))
        for one in counted
        if answer is not None
    ]


def attendance_by_committee(attended: list[tuple[Meeting, Attendance]]) -> list[tuple[str, int, int, int]]:
    """(committee id, meetings attended, apologies, meetings that record somebody), the most recorded first.

    Mere expectation is no evidence of presence or absence and is not counted.
    """
    seen = [(meeting.organization_id, entry.status) for meeting, entry in attended if entry.status != "expected" and meeting.status != "withdrawn"]
    recorded = Counter(organization for organization, _ in seen)
    there = Counter(organization for organization, status in seen if status in THERE)
    sorry = Counter(organization for organization, status in seen if status == "apologies")
    return [(organization, there[organization], sorry[organization], total) for organization, total in recorded.most_common()]
