"""Pages about committees and people: who sits where, and how the lists of meetings are reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bs4.element import Tag

from archive.records import Link, Observation
from archive.sources.moderngov import labels
from archive.sources.moderngov.dates import moment_or_none
from archive.sources.moderngov.install import Install
from archive.sources.moderngov.wrapper import Page
from archive.text import line_of

FACTS = {
    "party": re.compile(r"^(?:political )?(?:party|group)$|^plaid$|^grŵp(?: gwleidyddol)?$", re.I),
    "ward": re.compile(
        r"^(?:(?:local )?(?:electoral )?(?:ward|division|area|district)|constituency|region|ward/division|etholaeth|ward etholiadol|adran(?: etholiadol)?)s?$",
        re.I,
    ),
    "post": re.compile(r"^(?:title|role|position|post|job title|teitl|rôl|swydd)$", re.I),
}
"""Labels of a person's page that are kept; nothing else on it is."""
_ROLE = re.compile(r"\(([^()]*)\)")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\s+[^\W\d_]{3,}\s+\d{4}")
_OFFICER = re.compile(r"contact details|officer|swyddog", re.I)


def read_committees(page: Page, install: Install) -> Iterator[Link | Observation]:
    """All committees, by category; a heading that says so makes former ones."""
    found: set[str] = set()
    for tag, target in page.targets("committee"):
        if not line_of(tag) or target.id in found:
            continue
        found.add(target.id)
        section = tag.find_previous(["h2", "h3", "caption"])
        category = line_of(section) if isinstance(section, Tag) and section.find_parent(id=str(page.content.get("id"))) else ""
        link = install.committee(target.id)
        fields = {"name": line_of(tag), "status": "former" if labels.FORMER.search(category) else "current", "category": category, "url": link.url}
        yield Observation("organization", link.organization, "committees", fields)
        yield link
        yield install.meetings_of(target.id)
    if not found:
        raise page.broken("the page of all committees names none")


def read_committee(page: Page, install: Install) -> Iterator[Link | Observation]:
    """One committee: its name, its members with their roles, and the way to its meetings."""
    key, name = page.capture.link.organization, line_of(page.subject) if page.subject else ""
    if not name:
        raise page.broken("the page of a committee does not say its name")
    fields = {"name": name, "url": page.capture.link.url}
    if labels.NO_LONGER.search(page.content.get_text(" ")):
        fields["status"] = "former"
    yield Observation("organization", key, "committee", fields)
    yield install.meetings_of(install.id(key))
    for tag, target in page.targets("member"):
        row = tag.find_parent(["li", "tr"])
        if row is None or not line_of(tag):
            continue
        person = install.key(target.id)
        role = _ROLE.search(line_of(row).replace(line_of(tag), ""))
        seat = {"person": person, "organization": key, "name": line_of(tag), "role": role[1].strip() if role else "", "status": "current"}
        yield Observation("membership", person, "committee", seat)
        yield install.member(target.id)


def read_members(page: Page, install: Install) -> Iterator[Link | Observation]:
    """The councillors; party and ward are left to their own pages, which say which is which."""
    found: set[str] = set()
    for tag, target in page.targets("member"):
        name = line_of(tag)
        if name and target.id not in found:
            found.add(target.id)
            yield Observation("person", install.key(target.id), "members", {"name": name, "kind": "member", "url": install.member(target.id).url})
            yield install.member(target.id)
    if not found:
        raise page.broken("the page of all councillors names none")


def read_member(page: Page, install: Install) -> Iterator[Link | Observation]:
    """One person: name, party, ward, post, and the seats held now and before."""
    target = install.addresses.target(page.capture.link.url)
    name = line_of(page.subject) if page.subject else page.heading
    if target is None or not name:
        raise page.broken("the page of a councillor does not say the name")
    person = install.key(target.id)
    facts = dict(_facts(page.content))
    kind = "member" if facts.get("ward") or facts.get("party") else "officer" if _OFFICER.search(page.heading) else ""
    fields = {"name": name, "kind": kind, "url": page.capture.link.url, **facts}
    yield Observation("person", person, "member", {key: value for key, value in fields.items() if value})
    for tag, committee in page.targets("committee"):
        row = tag.find_parent(["li", "tr"])
        if row is not None and line_of(tag):
            yield _seat(person, install.key(committee.id), line_of(tag), row, install)
            yield install.committee(committee.id)


def _seat(person: str, organization: str, committee: str, row: Tag, install: Install) -> Observation:
    """A seat; former ones stand in the same list, marked by a class and hidden, or with a last day that is over."""
    words = row.get_text(" ").replace(committee, " ", 1)
    days = [moment_or_none(day) for day in _DATE.findall(words)]
    dates = {name: day[:10] for name, day in zip(("start_date", "end_date"), days, strict=False) if day}
    over = "end_date" in dates and dates["end_date"] < install.today.isoformat()
    former = over or any("expired" in c.lower() for c in row.get("class") or ())
    role = next((found.strip() for found in _ROLE.findall(" ".join(words.split())) if found.strip() and not re.search(r"\d", found)), "")
    seat: dict[str, Any] = {"person": person, "organization": organization, "role": role, "status": "former" if former else "current", **dates}
    return Observation("membership", person, "member", seat)


def _facts(content: Tag) -> Iterator[tuple[str, str]]:
    """What is kept of the labels of a person's page."""
    for name, label, nodes in labelled(content):
        value = line_of(*nodes).strip(" :\xa0")
        if value and label:
            yield name, value


def labelled(content: Tag) -> Iterator[tuple[str, Tag, list[Any]]]:
    """(fact, label, what belongs to it) for every label of ``FACTS``, in whichever of the usual layouts it stands."""
    for label in content.select(".mgLabel, strong, b, th, dt, td"):
        words = line_of(label).strip(" :\xa0").lower()
        name = next((fact for fact, pattern in FACTS.items() if pattern.search(words)), "")
        if name:
            yield name, label, list(_value_of(label))


def _value_of(label: Tag) -> Iterator[Any]:
    """What follows a label: the next cell, or the rest of the line."""
    if label.name in ("th", "dt", "td"):
        following = label.find_next_sibling(["td", "dd"])
        if following is not None:
            yield following
        return
    for node in label.next_siblings:
        if isinstance(node, Tag) and (node.name in ("br", "p", "div", "ul") or "mgLabel" in (node.get("class") or ()) or node.name == label.name):
            return
        yield node
