"""The demonstration council, Hollinmarch: what its files say, in the two states that its website can be in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from archive import councils

STATES = 2
"""In state 0 the minutes of the newest meeting are a draft; in state 1 they are confirmed, with two corrections."""
FIRST_ITEM = 9000
FIRST_DOCUMENT = 6000


@dataclass(frozen=True)
class Item:
    """An agenda item as the site shows it; texts are paragraphs."""

    id: int
    number: str
    title: str
    agenda: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    minutes: tuple[str, ...] = ()
    documents: tuple[tuple[int, str], ...] = ()
    """(number, name)."""
    restricted: bool = False


@dataclass(frozen=True)
class Meeting:
    """A meeting as the site shows it."""

    id: int
    committee: int
    start: datetime
    venue: str
    status: str
    minutes_status: str
    attendance: tuple[tuple[str, int, str, str], ...]
    """(name, number of their page or 0, role, attendance)."""
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Site:
    """Everything of one state."""

    name: str
    today: date
    committees: dict[int, dict[str, Any]]
    members: dict[int, dict[str, Any]]
    meetings: dict[int, Meeting] = field(default_factory=dict)

    def item(self, id: int) -> tuple[Meeting, Item] | None:
        """An item and its meeting."""
        return next(((m, i) for m in self.meetings.values() for i in m.items if i.id == id), None)


def registered(base: str) -> councils.Council:
    """The council as the registry of an instance has it, published at a loopback address."""
    facts = _facts()
    source = councils.Source(base, loopback=True)
    return councils.Council(facts["slug"], facts["name"], kind=facts["kind"], languages=tuple(facts["languages"]), licence=facts["licence"], sources=(source,))


@cache
def site(state: int) -> Site:
    """What the council publishes in a state."""
    facts, people = _facts(), _read("people.toml")
    members = {one["id"]: one for one in people["members"]}
    posts = {one["name"]: one["post"] for one in people["officers"]}
    committees = {one["id"]: one for one in facts["committees"]}
    meetings = {}
    item, document = FIRST_ITEM, FIRST_DOCUMENT
    for name in sorted(one.name for one in (files("archive.demo") / "council" / "meetings").iterdir() if one.name.endswith(".toml")):
        data = _read(f"meetings/{name}")
        made = _meeting(data, state, item, document, committees[data["committee"]], members, posts)
        meetings[made.id] = made
        item += len(made.items) + 3
        document += sum(len(i.documents) for i in made.items) + 5
    return Site(facts["name"], facts["today"][state], committees, members, meetings)


def _meeting(data: dict[str, Any], state: int, item: int, document: int, committee: dict[str, Any], members: dict[int, Any], posts: dict[str, str]) -> Meeting:
    items = []
    for n, raw in enumerate(data.get("items", ())):
        documents = tuple((document + k, title) for k, title in enumerate(raw.get("documents", ())))
        document += len(documents)
        corrections = [c for c in data.get("corrections", ()) if c["item"] == n + 1 and state]
        texts = {part: _paragraphs(raw.get(part, ""), corrections) for part in ("agenda", "decision", "minutes")}
        items.append(Item(item + n, raw["number"], raw["title"], documents=documents, restricted=raw.get("restricted", False), **texts))
    attendance = tuple(_attendance(data.get("attendance", {}), committee, members, posts))
    return Meeting(data["id"], data["committee"], data["start"], data["venue"], data.get("status", ""), data["minutes_status"][state], attendance, tuple(items))


def _paragraphs(text: str, corrections: list[dict[str, Any]]) -> tuple[str, ...]:
    for one in corrections:
        text = text.replace(one["old"], one["new"])
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _attendance(said: dict[str, Any], committee: dict[str, Any], members: dict[int, Any], posts: dict[str, str]) -> Any:
    def member(id: int, role: str, status: str) -> tuple[str, int, str, str]:
        return members[id]["name"], id, role, status

    if "chair" in said:
        status = "Expected" if "expected" in said else "Present"
        yield member(said["chair"], committee.get("chair_title", "Chair"), status)
    for key, status in (("present", "Present"), ("expected", "Expected"), ("apologies", "Apologies")):
        yield from (member(id, "Committee Member", status) for id in said.get(key, ()) if id != said.get("chair"))
    yield from (member(id, "Substitute", "Present, as substitute") for id, _ in said.get("substitutes", ()))
    yield from (member(id, "Guest", "In attendance") for id in said.get("guests", ()))
    yield from ((name, 0, posts.get(name, "Officer"), "In attendance") for name in said.get("officers", ()))


def _facts() -> dict[str, Any]:
    return _read("council.toml")


def _read(name: str) -> dict[str, Any]:
    place = files("archive.demo") / "council"
    for part in name.split("/"):
        place = place / part
    return tomllib.loads(place.read_text(encoding="utf-8"))
