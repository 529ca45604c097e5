"""Who may be meant by a name in the minutes of one meeting; two candidates are a result, not a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive import names
from archive.records import Attendance, Person

_CHAIR = re.compile(r"\bchair(?:man|woman|person)?\b|cadeirydd", re.IGNORECASE)
_IN_CHAIR = re.compile(r"(?P<name>[^\n.;:,()]{3,60}?),? (?:\(?in the chair\b|was elected (?:as )?chair|took the chair|yn y gadair)", re.IGNORECASE)


_NO_POST = re.compile(r"(?:committee |council |co-opted |voting |non-voting )?(?:member|substitute|guest|officer|observer|councillor|reserve)?", re.IGNORECASE)
"""Roles in an attendance that say no more than that somebody was there."""


@dataclass(frozen=True)
class Resolved:
    """Who is meant: a person, or only the name as the minutes have it."""

    person_id: str | None
    name: str
    role: str = ""


class PeopleTable:
    """The people of one meeting, and behind them the people of its council."""

    def __init__(self, attendance: Sequence[Attendance], people: Sequence[Person], council: str, text: str) -> None:
        self._council = council
        self.newcomers: dict[str, Person] = {}
        roles = {a.person_id: "" if _NO_POST.fullmatch(a.role) else a.role for a in attendance if a.person_id}
        known = {p.id: p for p in people}
        there = [a for a in attendance if a.status != "expected"] or list(attendance)
        self._present = [Resolved(a.person_id, a.name, roles.get(a.person_id or "", a.role)) for a in there]
        self._council_people = [Resolved(p.id, p.name, roles.get(p.id, p.post)) for p in known.values()]
        folded = f" {names.fold(text)} "
        self._full_names = [Resolved(p.id, p.name) for p in known.values() if len(p.name.split()) > 1 and f" {names.fold(p.name)}" in folded]
        self._resolved: dict[str, Resolved | None] = {}
        self.chair = self._chair_of(attendance, text)

    def _chair_of(self, attendance: Sequence[Attendance], text: str) -> Resolved | None:
        found = _IN_CHAIR.search(text)
        taken = self.resolve(names.plain(found["name"])) if found else None
        if taken is not None and taken.person_id:
            return taken
        for status in ("present", "substitute", "expected"):
            chairs = [a for a in attendance if _CHAIR.match(a.role) and a.status == status]
            if chairs:
                return Resolved(chairs[0].person_id, chairs[0].name, chairs[0].role) if len(chairs) == 1 else None
        return None

    def holder(self, post: str) -> Resolved | None:
        """Who holds a post, as the attendance says it: the whole words, or the only one whose post begins with them. None: it does not say."""
        wanted = names.fold(post)
        here = [one for one in self._present if one.role]
        exact = _distinct(one for one in here if names.fold(one.role) == wanted)
        longer = _distinct(one for one in here if len(wanted.split()) > 1 and names.fold(one.role).startswith(f"{wanted} "))
        found = exact or longer
        return found[0] if len(found) == 1 else None

    def surfaces(self) -> list[str]:
        """Full names and unique forenames of those who may speak, longest first: what may stand without a title."""
        full = {one.name for one in [*self._present, *self._full_names] if len(one.name.split()) > 1}
        first = {name.split()[0] for name in full if len(name.split()[0]) > 2}
        return sorted(full | first, key=lambda name: (-len(name), name))

    def resolve(self, name: str) -> Resolved | None:
        """Whom a plain name means: exact, initials-compatible, unique surname, unique forename; first here, then in the council. None: nobody of that name."""
        if name not in self._resolved:
            self._resolved[name] = self._look_up(name)
        return self._resolved[name]

    def _look_up(self, name: str) -> Resolved | None:
        for group in (self._present, self._council_people):
            for fits in (_same, _initials_fit, _surname_fits, _forename_fits):
                found = _distinct(one for one in group if fits(name, one.name))
                if len(found) == 1:
                    return found[0]
                if len(found) > 1:
                    return Resolved(None, name)
        return None

    def newcomer(self, name: str, kind: str) -> Resolved:
        """Somebody whom only the minutes know, by full name; a bare surname stays unresolved."""
        if len(name.split()) < 2:
            return Resolved(None, name)
        id = f"{self._council}/person/{names.slug(name)}"
        self.newcomers.setdefault(id, Person(id, None, name, kind))
        return Resolved(id, name)


def _distinct(found: Iterable[Resolved]) -> list[Resolved]:
    return list({one.person_id or one.name: one for one in found}.values())


def _same(name: str, other: str) -> bool:
    return names.fold(name) == names.fold(other)


def _initials_fit(name: str, other: str) -> bool:
    """``P Smith`` and ``Patricia Smith``: the same surname, and every initial begins a forename in turn."""
    mine, theirs = names.fold(name).split(), names.fold(other).split()
    if len(mine) < 2 or len(theirs) < 2 or mine[-1] != theirs[-1]:
        return False
    pairs = list(zip(mine[:-1], theirs[:-1], strict=False))
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs) and any(len(a) == 1 or len(b) == 1 for a, b in pairs)


def _surname_fits(name: str, other: str) -> bool:
    mine, theirs = names.fold(name.replace("-", "")).split(), names.fold(other.replace("-", "")).split()
    return 0 < len(mine) < len(theirs) and theirs[-len(mine) :] == mine


def _forename_fits(name: str, other: str) -> bool:
    mine, theirs = names.fold(name).split(), names.fold(other).split()
    return len(mine) == 1 and len(theirs) > 1 and len(mine[0]) > 2 and mine[0] == theirs[0]
