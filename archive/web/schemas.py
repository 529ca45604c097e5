"""The forms of answers as JSON Schema; those of the export's records are made from the records themselves (``openapi``)."""

from __future__ import annotations

from typing import Any

Tree = dict[str, Any]
TEXT: Tree = {"type": "string"}
NUMBER: Tree = {"type": "integer", "minimum": 0}
FLAG: Tree = {"type": "boolean"}
NULLABLE: Tree = {"type": ["string", "null"]}


def ref(name: str) -> Tree:
    """Another form, by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def array(items: Tree) -> Tree:
    """A list of such things."""
    return {"type": "array", "items": items}


def form(properties: Tree, optional: tuple[str, ...] = ()) -> Tree:
    """An object that has all of these properties, but for the optional ones; more may come."""
    return {"type": "object", "required": [name for name in properties if name not in optional], "properties": properties}


def either(one: Tree) -> Tree:
    """Such a thing, or null."""
    return {"anyOf": [one, {"type": "null"}]}


_LINKS = array(form({"note": TEXT, "url": {"type": "string", "format": "uri"}}))
_NAMED = form({"id": TEXT, "name": TEXT})
_POPOLO: Tree = {
    "id": TEXT, "source_id": NULLABLE, "name": TEXT, "other_names": array(form({"name": TEXT, "note": TEXT}, ("note",))),
    "identifiers": array(form({"scheme": TEXT, "identifier": TEXT})), "links": _LINKS, "sources": array(form({"url": TEXT})),
}  # fmt: skip
_ORGANIZATION: Tree = {
    "type": {"const": "organization"}, **_POPOLO, "classification": {"enum": ["council", "committee"]}, "parent_id": NULLABLE,
    "status": {"enum": ["current", "former"]}, "licence": NULLABLE,
}  # fmt: skip
_SEAT: Tree = {
    "person_id": TEXT, "organization_id": TEXT, "role": TEXT, "status": {"enum": ["current", "former"]}, "start_date": NULLABLE, "end_date": NULLABLE,
    "person": _NAMED, "organization": _NAMED,
}  # fmt: skip
_FOUND = ("Speech", "Decision", "Motion", "VoteEvent", "Vote", "Declaration", "Action", "Reference", "Acronym")
_HANGING = {
    "attendance": "Attendance", "agenda_items": "AgendaItem", "documents": "Document", "speeches": "Speech", "decisions": "Decision", "motions": "Motion",
    "vote_events": "VoteEvent", "declarations": "Declaration", "actions": "Action", "references": "Reference", "acronyms": "Acronym",
}  # fmt: skip
_RECORDS = ("Organization", "Person", "Membership", "Meeting", "Attendance", "AgendaItem", "Document", *_FOUND)
_MOTIVE = form({"q": TEXT, "count": NUMBER})

SCHEMAS: Tree = {
    "Error": form({"error": form({"status": {"type": "integer"}, "message": TEXT, "position": {"type": ["integer", "null"]}}, ("position",))}),
    "Health": form({"status": {"enum": ["ok", "resting"]}, "revision": NUMBER, "indexed": NUMBER, "why": TEXT}, ("revision", "indexed", "why")),
    "Status": form({
        "counts": {"type": "object", "additionalProperties": NUMBER},
        "finished_at": TEXT,
        "problems": NUMBER,
        "search": form({"state": {"enum": ["answering", "empty", "behind", "resting"]}, "generation": TEXT, "passages": NUMBER, "revision": NUMBER, "indexed": NUMBER}),
        "sources": array(form({
            "council": TEXT, "name": TEXT, "finished_at": TEXT, "whole_at": TEXT, "unfinished_since": TEXT, "is_stale": {"type": "boolean"},
            **dict.fromkeys(("asked", "unchanged", "changed", "missing", "unread", "meetings", "versions", "withdrawn"), NUMBER),
            "read": {"type": "object", "additionalProperties": NUMBER},
            "problems": array(form({"committee": TEXT, "url": TEXT, "why": TEXT})),
        })),
        "unplaced": array(form({"council": TEXT, "name": TEXT, "items": NUMBER, "item": TEXT})),
    }),
    "SearchAnswer": form({
        "total": NUMBER,
        "understood": TEXT,
        "did_you_mean": either(_MOTIVE),
        "without": array(form({"q": TEXT, "left_out": TEXT, "count": NUMBER})),
        "results": array(ref("Result")),
        "facets": {"type": "object", "additionalProperties": array(form({"value": TEXT, "label": TEXT, "count": NUMBER}))},
    }),
    "Result": form({
        "item_id": TEXT, "meeting_id": TEXT, "item_source_id": NULLABLE, "meeting_source_id": TEXT, "title": TEXT, "number": TEXT, "date": TEXT,
        "organization": TEXT, "speakers": array(form({"person_id": TEXT, "name": TEXT})), "outcomes": array(TEXT),
        "minutes_status": {"enum": ["none", "draft", "confirmed"]}, "text_complete": FLAG, "snippets": array(TEXT),
    }),
    "Suggestions": form({
        "q": TEXT,
        **dict.fromkeys(("people", "committees"), array(form({"id": TEXT, "name": TEXT, "note": TEXT, "council": TEXT}))),
        "terms": array(form({"term": TEXT, "count": NUMBER})),
    }),
    "OrganizationPage": form(_ORGANIZATION, ("licence",)),
    "Council": form({**_ORGANIZATION, "committees": array(ref("OrganizationPage"))}),
    "Committee": form({**_ORGANIZATION, "memberships": array(ref("Seat")), "meetings": array(ref("MeetingListed"))}, ("licence",)),
    "PersonPage": form({
        "type": {"const": "person"}, **_POPOLO, "kind": {"enum": ["member", "officer"]}, "party": TEXT, "ward": TEXT, "post": TEXT, "memberships": array(ref("Seat")),
    }),
    "Seat": form(_SEAT, ("person", "organization")),
    "MeetingListed": {"allOf": [ref("Meeting"), form({"links": _LINKS})]},
    "MeetingPage": {"allOf": [ref("MeetingListed"), form({
        "organization": ref("OrganizationPage"),
        **{name: array(ref(kind)) for name, kind in _HANGING.items()},
        "versions": array(form({"number": NUMBER, "minutes_status": TEXT, "first_seen": TEXT})),
        **dict.fromkeys(("previous", "next"), either(form({"id": TEXT, "url": {"type": "string", "format": "uri"}}))),
    })]},
    "ItemPage": form({"item": ref("AgendaItem"), "found": array({"anyOf": list(map(ref, _FOUND))})}),
    "Change": form({
        "id": TEXT, "kind": {"enum": ["organization", "person", "meeting", "tombstone"]}, "revision": NUMBER, "moved_to": NULLABLE,
        "records": array({"anyOf": list(map(ref, _RECORDS))}),
    }),
    "Changes": form({"since": NUMBER, "until": NUMBER, "revision": NUMBER, "next": NULLABLE, "changes": array(ref("Change"))}),
}  # fmt: skip
"""Name → form."""
