"""What machines can ask for, as OpenAPI 3.1 describes it; a test compares it with the routes, and another with the answers."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args, get_type_hints

from archive.export import TYPES
from archive.questions import LONGEST_VALUE, MOST_VALUES
from archive.web.formats import ATOM, CALENDAR, CSV, JSON, NDJSON_GZIP
from archive.web.schemas import SCHEMAS, array, ref
from indexer.query import FILTERS, MAX_PAGE, SORTS

Tree = dict[str, Any]
_LEAD = """Councils, committees, meetings, agenda items and people of this archive, and what was said and decided.
Reading is free of charge and of keys. An `id` is the end of the address of the record's page and stays for ever.
The signed minutes are the legal record."""
_FACETS = {
    "council": "Ids of councils.", "committee": "Ids of committees.", "speaker": "Ids of people.", "year": "Years, `2024`.",
    "outcome": "`agreed`, `approved`, `noted`, `recommended`, `appointed`, `deferred`, `refused`, `rejected`.",
    "kind": "`minutes` (an item with minutes) or `agenda` (one that has only agenda text so far).",
    "meeting": "Ids of meetings.",
}  # fmt: skip
CHANGES_MOST, CHANGES_USUAL = 500, 100
"""How many changes one page of them may have, and has when nothing is said."""


def described(address: str, name: str, contact: str) -> Tree:
    """The description of the archive that answers at an address."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": name,
            "version": "1",
            "description": _LEAD,
            **({"contact": {"email": contact} if "@" in contact else {"url": contact}} if contact else {}),
        },
        "servers": [{"url": address.rstrip("/")}],
        "paths": {path: {"get": operation, **_in_path(path)} for path, operation in _paths().items()},
        "components": {"schemas": {**SCHEMAS, **{_title(word): _record(kind, word) for kind, word in TYPES.items()}}},
    }


def _paths() -> Tree:
    search, feed = _search_parameters(), [_page()]
    return {
        "/search.json": _get("Search", "A page of 20 results, with exact counts for every facet.", search, {JSON: ref("SearchAnswer")}, (400, 503)),
        "/search.atom": _get("Search as a feed", "The same results, newest first, whatever `sort` says.", search, {ATOM: {"type": "string"}}, (400, 503)),
        "/search.csv": _get(
            "Search as a table", "All results, not only a page of them. The last rows begin with `#` and say where the table comes from; `# rows` "
            "has their number, so a table without it was cut short.", [one for one in search if one["name"] != "page"], {CSV: {"type": "string"}}, (400, 503),
        ),
        "/suggest": _get("Suggestions", "People, committees and frequent words that begin with some letters.", [_query("q", "What was typed.")], {JSON: ref("Suggestions")}, (503,)),
        "/changes": _get(
            "What changed", "Each record once, in the order of revisions, with all that is exported of it now. Go on at `next`; when that is null, ask again "
            "later with `since` = `until`.", _change_parameters(), {JSON: ref("Changes")}, (400, 503),
        ),
        "/export.ndjson.gz": _get(
            "The whole archive", "Every public record, one JSON object a line, gzip. The header `Minutebook-Revision` says up to which revision it is true; "
            "one such download is made at a time.", [_query("council", "The id of a council: only its records.")],
            {NDJSON_GZIP: {"type": "string", "format": "binary"}}, (404, 503),
        ),
        "/{council}.json": _record_at("A council", "With its committees.", JSON, ref("Council")),
        "/{council}.atom": _record_at("Newest items of a council", "As a feed.", ATOM, {"type": "string"}, feed),
        "/{council}.ics": _record_at("Meetings of a council", "As a calendar.", CALENDAR, {"type": "string"}),
        "/{council}/committee/{key}.json": _record_at("A committee", "With its memberships and meetings.", JSON, ref("Committee")),
        "/{council}/committee/{key}.atom": _record_at("Newest items of a committee", "As a feed.", ATOM, {"type": "string"}, feed),
        "/{council}/committee/{key}.ics": _record_at("Meetings of a committee", "As a calendar.", CALENDAR, {"type": "string"}),
        "/{council}/person/{key}.json": _record_at("A member or an officer", "With memberships. People from the public have no page.", JSON, ref("PersonPage")),
        "/{council}/person/{key}.atom": _record_at("Newest items in which somebody spoke", "As a feed.", ATOM, {"type": "string"}, feed),
        "/{council}/meeting/{key}.json": _record_at("A meeting", "With all that hangs on it; of a withdrawn one only that it was there.", JSON, ref("MeetingPage")),
        "/{council}/item/{key}.json": _record_at("An agenda item", "With all that was read from it, and the rule that found it.", JSON, ref("ItemPage")),
        "/healthz": _get("Health", "Whether records and index can be read.", [], {JSON: ref("Health")}, (), {"503": _answer("It rests.", JSON, ref("Health"))}),
        "/status.json": _get("Status", "How the last crawl went, whether search keeps up, and what needs a person.", [], {JSON: ref("Status")}, (503,)),
        "/openapi.json": _get("This description", "OpenAPI 3.1.", [], {JSON: {"type": "object"}}, ()),
    }  # fmt: skip


def _in_path(path: str) -> Tree:
    """The parameters that a path holds."""
    told = {"council": "The id of a council.", "key": "What the record's id ends with."}
    found = [{"name": name, "in": "path", "required": True, "description": told[name], "schema": {"type": "string"}} for name in told if f"{{{name}}}" in path]
    return {"parameters": found} if found else {}


def _record_at(summary: str, description: str, media_type: str, schema: Tree, more: list[Tree] | None = None) -> Tree:
    """An operation at a record's address; every one of them may have moved, be gone or never have been."""
    moved = {"301": {"description": "It has another id now: `Location` leads there."}}
    return _get(summary, description, more or [], {media_type: schema}, (*((400,) if more else ()), 404, 410, 503), moved)


def _get(summary: str, description: str, parameters: list[Tree], content: Tree, errors: tuple[int, ...], more: Tree | None = None) -> Tree:
    """An operation; path parameters are added by whoever knows the path."""
    found = {
        "description": "Found.",
        "headers": {"ETag": {"schema": {"type": "string"}}},
        "content": {kind: {"schema": schema} for kind, schema in content.items()},
    }
    refused = {str(status): _answer(_ERRORS[status], JSON, ref("Error")) for status in errors}
    return {
        "summary": summary,
        "description": description,
        "parameters": parameters,
        "responses": {"200": found, "304": {"description": "It is still as the `ETag` in `If-None-Match` says."}, **refused, **(more or {})},
    }


_ERRORS = {
    400: "What was asked cannot be read; `message` says why.",
    404: "Nothing of this id is kept.",
    410: "It was removed, or taken down.",
    503: "The archive or its search rests, or is busy; ask again after `Retry-After` seconds. It never means that nothing was found.",
}


def _answer(description: str, media_type: str, schema: Tree) -> Tree:
    return {"description": description, "content": {media_type: {"schema": schema}}}


def _search_parameters() -> list[Tree]:
    date = "A year, a month or a day: `2019`, `March 2019`, `27/3/2019`."
    many = f"May be repeated: any of them. At most {MOST_VALUES} that differ, of {LONGEST_VALUE} characters; empty ones do not count."
    return [
        _query(
            "q", 'Words, `"exact phrases"`, `-without`, `OR`, `NEAR`, `speaker:`, `year:` and others: see the page of help. The first 200 characters count.'
        ),
        *({**_query(name, f"{_FACETS[name]} {many}"), "schema": array({"type": "string"})} for name in FILTERS),
        _query("from", f"From this date on. {date}"),
        _query("to", f"Up to this date. {date}"),
        {**_query("sort", "The order of results."), "schema": {"type": "string", "enum": [*SORTS, ""], "default": "relevance"}},
        _page(),
    ]


def _page() -> Tree:
    number = {"type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": 1}
    return {**_query("page", "Of 20 results; the first where it is empty."), "schema": {"anyOf": [number, {"const": ""}]}}


def _change_parameters() -> list[Tree]:
    number = {"type": "integer", "minimum": 0}
    return [
        {**_query("since", "A revision: 0 for everything. One that the archive has not reached is refused."), "schema": {**number, "default": 0}},
        {**_query("limit", "How many changes at most."), "schema": {"type": "integer", "minimum": 1, "maximum": CHANGES_MOST, "default": CHANGES_USUAL}},
        {**_query("after", "With `since`: of that very revision, what has a later id, too. As `next` has it."), "schema": {"type": "string", "maxLength": 500}},
    ]


def _query(name: str, description: str) -> Tree:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": {"type": "string"}}


def _record(kind: type, word: str) -> Tree:
    """The schema of a record of the export, from its own fields."""
    hints = get_type_hints(kind)
    properties: Tree = {"type": {"const": word}, **{one.name.rstrip("_"): _type(hints[one.name]) for one in fields(kind)}}
    optional = {"licence"}
    if word == "meeting":
        properties["checked_at"] = {"type": "string"}
        optional = {"checked_at"}
    return {"type": "object", "required": [name for name in properties if name not in optional], "properties": properties}


def _type(hint: Any) -> Tree:
    """The schema of a field's type."""
    simple = {str: "string", int: "integer", bool: "boolean", type(None): "null"}
    if hint in simple:
        return {"type": simple[hint]}
    if getattr(hint, "__origin__", None) is tuple:
        return array(_type(get_args(hint)[0]))
    return {"type": [simple[one] for one in get_args(hint)]}


def _title(word: str) -> str:
    """``agenda_item`` → ``AgendaItem``."""
    return "".join(part.capitalize() for part in word.split("_"))
