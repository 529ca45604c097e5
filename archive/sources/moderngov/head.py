"""The head of a meeting's page: which committee met, when, where, and whether it was moved or cancelled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bs4.element import Tag

from archive.sources.moderngov import labels
from archive.sources.moderngov.dates import moment_or_none
from archive.sources.moderngov.install import Install
from archive.sources.moderngov.wrapper import Page
from archive.text import line_of

_AGENDA_FOR = re.compile(r"^\S+ (?:for|ar gyfer|o) (?P<committee>.+) (?:on|ar) (?P<date>(?:[^\W\d]+,? ){0,2}\d.*)$")
_VENUE = re.compile(r"^(?:proposed )?venue|^lleoliad", re.I)
_STATUS = re.compile(r",\s*([A-Z][A-Z' ]{2,})\s*$")


@dataclass(frozen=True)
class Head:
    """What the head of the page says; empty where it is silent."""

    organization: str
    """Key of the committee."""
    committee: str
    title: str
    start: str
    status: str
    location: str

    def fields(self, url: str) -> dict[str, Any]:
        """As the fields of an observation; the status is said in any case, since the page shows that there is none."""
        said = {name: value for name, value in vars(self).items() if value or name == "status"}
        return {**said, "url": url}


def read_head(page: Page, install: Install) -> Head:
    """The head of a meeting's page. The committee is taken from the link, since the title line may carry more than its name."""
    line = line_of(page.subject) if page.subject else ""
    in_title = _AGENDA_FOR.match(_without_council(page.title))
    id, named = _linked_committee(page)
    committee = named or (in_title["committee"] if in_title else "") or labels.without_prefix(line.rpartition(" - ")[0])
    start = moment_or_none(line, in_title["date"] if in_title else "", page.title, _dc_date(page))
    around = line.replace(committee, " ") if committee else line
    title = _STATUS.sub("", line)
    if not moment_or_none(line) and in_title:  # Some installs repeat the heading in the title line.
        title = f"{committee} - {in_title['date']}"
    organization = install.key(id) if id else page.capture.link.organization
    return Head(organization, committee, title, start or "", labels.status_in(around), _venue(page))


def _linked_committee(page: Page) -> tuple[str, str]:
    """Number and name of the committee that the title line links to; the link's title says the name without a prefix."""
    if page.subject is None:
        return "", ""
    for tag, target in page.targets("committee", within=page.subject):
        named = re.sub(r"^(?:Link to|Dolen i)\s+", "", " ".join(str(tag.get("title", "")).split()))
        return target.id, "" if labels.part_named(named) or named.lower().startswith("details") else named
    return "", ""


def _without_council(title: str) -> str:
    """The document's title without the council's name behind the last dash or bar."""
    shorter = re.sub(r"\s(?:-|–|\|)\s[^-–|]*(?:-\w[^-–|]*)*$", "", title)
    return shorter if moment_or_none(shorter) else title


def _dc_date(page: Page) -> str:
    """The date in the head of the document, which is the meeting's on its own pages."""
    root = page.content.find_parent("html")
    meta = root.find("meta", attrs={"name": re.compile(r"^DC\.date$", re.I)}) if root else None
    return str(meta.get("content", "")) if isinstance(meta, Tag) else ""


def _venue(page: Page) -> str:
    for tag in page.content.select(".mgLabel"):
        if _VENUE.match(line_of(tag)) and tag.parent:
            shown = [n for n in tag.next_siblings if not (isinstance(n, Tag) and n.name == "a" and "mglocation" in str(n.get("href", "")).lower())]
            return line_of(*shown).strip(" .:")
    return ""
