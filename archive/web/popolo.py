"""Records in the shapes of Popolo (https://www.popoloproject.com/specs/), with links to the pages that people read; the names are a promise (docs/api.md)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from archive.export import public
from archive.records import Meeting, Membership, Organization, Person
from archive.web.site import permanent_address
from archive.web.wording import web_link


def organization(one: Organization) -> dict[str, Any]:
    """A council or a committee."""
    return {
        **_head(one),
        "classification": one.classification,
        "parent_id": one.parent_id,
        "status": one.status,
        **({"licence": one.licence} if one.classification == "council" else {}),
        "other_names": [{"name": name, "note": "former name"} for name in one.former_names],
        **_tail(one, ".json", ".atom", ".ics"),
    }


def person(one: Person) -> dict[str, Any]:
    """A member or an officer."""
    return {
        **_head(one),
        "kind": one.kind,
        "party": one.party,
        "ward": one.ward,
        "post": one.post,
        "other_names": [{"name": name} for name in one.other_names],
        **_tail(one, ".json", ".atom"),
    }


def membership(one: Membership, **named: Organization | Person) -> dict[str, Any]:
    """A person in an organization, with the name of the end that the reader has not got; nothing of somebody without a page."""
    ends = {end: {"id": other.id, "name": other.name} for end, other in named.items()}
    return {**{name: value for name, value in public(one).items() if name != "type"}, **ends}


def meeting(one: Meeting) -> dict[str, Any]:
    """A meeting as the export has it, with its links; what hangs on it is for the caller to add."""
    return {**public(one), "links": links(one.id, ".json")}


def links(id: str, *endings: str) -> list[dict[str, str]]:
    """Where a record is found here: its page, then its twins by how their addresses end."""
    found = [{"note": "html", "url": permanent_address(id)}]
    return found + [{"note": ending.removeprefix("."), "url": permanent_address(f"{id}{ending}")} for ending in endings]


def references(ids: Iterable[str]) -> list[dict[str, str]]:
    """Records by id, each with the address where it is read."""
    return [{"id": id, "url": permanent_address(f"{id}.json")} for id in ids]


def _head(one: Organization | Person) -> dict[str, Any]:
    return {"type": public(one)["type"], "id": one.id, "source_id": one.source_id, "name": one.name}


def _tail(one: Organization | Person, *endings: str) -> dict[str, Any]:
    """What all shapes end with: the publisher's ids, our addresses, and where it was read."""
    identifiers = [{"scheme": one.id.partition("/")[0], "identifier": one.source_id}] if one.source_id else []
    sources = [{"url": one.url}] if web_link(one.url) else []
    return {"identifiers": identifiers, "links": links(one.id, *endings), "sources": sources}
