"""Records as JSON at the address of their page, the whole archive in one file, and what changed since a revision; the forms are promises (docs/api.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, abort, jsonify, request

from archive.errors import NotKept
from archive.export import HANGING, HIDDEN, as_it_is, changed_after, exported, gzipped, line, public
from archive.records import Meeting
from archive.store import Store
from archive.store.store import Change
from archive.web import popolo
from archive.web.bulk import only_one, streamed
from archive.web.formats import JSON, NDJSON_GZIP
from archive.web.openapi import CHANGES_MOST, CHANGES_USUAL, described
from archive.web.site import has_page, site, whole_address

pages = Blueprint("api", __name__)
REVISION_HEADER = "Minutebook-Revision"
"""Says up to which revision an export is true: ``/changes`` goes on from there."""
_LONGEST_ID = 500


@pages.get("/openapi.json")
def openapi() -> Response:
    """What machines can ask for, as OpenAPI 3.1 describes it."""
    return jsonify(described(whole_address(""), str(site().config["SITE_NAME"]), str(site().config["CONTACT"])))


@pages.get("/<council>.json")
def council(council: str) -> Response:
    """A council (Popolo: Organization) with its committees."""
    store = site().store
    one = store.organization(council)
    return jsonify({**popolo.organization(one), "committees": list(map(popolo.organization, store.organizations(one.id)))})


@pages.get("/<council>/committee/<key>.json")
def committee(council: str, key: str) -> Response:
    """A committee (Popolo: Organization) with its memberships and meetings, the newest first."""
    store = site().store
    one = store.organization(f"{council}/committee/{key}")
    seats = store.memberships(organization_id=one.id)
    people = {id: person for id, person in store.people([seat.person_id for seat in seats]).items() if has_page(person)}
    memberships = [popolo.membership(seat, person=people[seat.person_id]) for seat in seats if seat.person_id in people]
    return jsonify({**popolo.organization(one), "memberships": memberships, "meetings": list(map(popolo.meeting, store.meetings(one.id)))})


@pages.get("/<council>/person/<key>.json")
def person(council: str, key: str) -> Response:
    """A member or an officer (Popolo: Person) with memberships; somebody from the public has no page, and so no twin of it."""
    store = site().store
    one = store.person(f"{council}/person/{key}")
    if not has_page(one):
        raise NotKept("person", one.id)
    organizations = {other.id: other for other in [store.organization(council), *store.organizations(council)]}
    seats = [seat for seat in store.memberships(person_id=one.id) if seat.organization_id in organizations]
    return jsonify({**popolo.person(one), "memberships": [popolo.membership(seat, organization=organizations[seat.organization_id]) for seat in seats]})


@pages.get("/<council>/meeting/<key>.json")
def meeting(council: str, key: str) -> Response:
    """A meeting with all that hangs on it, in the records of the export; of a withdrawn one only that it was there."""
    store = site().store
    found = store.meeting(f"{council}/meeting/{key}")
    shown = HANGING if found.meeting.status != HIDDEN else ()
    earlier, later = store.neighbours(found.meeting)
    return jsonify({
        **popolo.meeting(found.meeting),
        "checked_at": store.checked_at(found.meeting),
        "organization": popolo.organization(store.organization(found.meeting.organization_id)),
        **{_PLURAL.get(field, field): list(map(public, getattr(found, field) if field in shown else ())) for field in HANGING},
        "versions": [_version(one) for one in store.versions(found.meeting.id)],
        "previous": _named(earlier),
        "next": _named(later),
    })  # fmt: skip


@pages.get("/export.ndjson.gz")
def export() -> Response:
    """Every public record, one JSON object a line: what ``minutebook export`` prints."""
    store, council = site().store, request.args.get("council", "")
    if council:
        store.organization(council)
    revision, held = store.revision(), only_one()
    answered = streamed(gzipped(map(line, exported(store, council))), NDJSON_GZIP, held)
    answered.headers[REVISION_HEADER] = str(revision)
    answered.headers["Content-Disposition"] = f'attachment; filename="{council or "minutes"}-revision-{revision}.ndjson.gz"'
    return answered


@pages.get("/changes")
def changes() -> Response:
    """What changed after a revision, in the order of revisions: each record once, with all that is exported of it now; then where to go on."""
    store, newest = site().store, site().store.revision()
    since, most, after = _number("since", 0, 0, newest), _number("limit", CHANGES_USUAL, 1, CHANGES_MOST), request.args.get("after", "")
    if len(after) > _LONGEST_ID:
        abort(400, "‘after’ must be an id, as ‘next’ has it.")
    found, more = changed_after(store, since, after, newest, most)
    last = found[-1] if found else None
    onward = whole_address("/changes", [("since", str(last.revision)), ("after", last.id), ("limit", str(most))]) if last and more else None
    head = {"since": since, "until": last.revision if last and more else newest, "revision": newest, "next": onward}
    return streamed(_page(store, head, found), JSON)


def _page(store: Store, head: dict[str, Any], found: Sequence[Change]) -> Iterator[bytes]:
    """A page of changes as JSON, one change after the other, so that memory holds one meeting."""
    yield f'{json.dumps(head)[:-1]}, "changes": ['.encode()
    for number, change in enumerate(found):
        yield (b",\n" if number else b"\n") + line(as_it_is(store, change).as_json()).rstrip()
    yield b"\n]}\n"


def _number(name: str, usual: int, least: int, most: int) -> int:
    """A parameter that is a whole number between two others; stops with 400 for any other."""
    written = request.args.get(name, str(usual))
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 16 else -1
    if not least <= number <= most:
        abort(400, f"‘{name}’ must be a whole number from {least} to {most}.")
    return number


_PLURAL = {"items": "agenda_items"}
"""Fields of a meeting that are called otherwise for machines, after the type of their records."""


def _version(one: Any) -> dict[str, Any]:
    return {name: asdict(one)[name] for name in ("number", "minutes_status", "first_seen")}


def _named(one: Meeting | None) -> dict[str, Any] | None:
    return popolo.references([one.id])[0] if one else None
