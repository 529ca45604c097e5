"""Who held which office of a council, and when, as the attendance of its meetings says it: "the Leader" of a meeting that does not name them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable

from archive import names
from archive.records import Attendance

_OFFICE = re.compile(
    r"(?:(?:deputy |acting |interim )?leader of the council|(?:deputy |acting |interim )?leader|(?:lord |deputy )*mayor|(?:deputy |assistant |acting |interim )*chief (?:executive|officer|finance officer).*|"
    r"(?:executive |corporate |strategic |assistant |service )*director\b.*|head of .+|(?:cabinet|executive|lead|portfolio) (?:member|holder)\b.+|monitoring officer|section 151 officer|arweinydd\b.*|prif weithredwr)",
    re.IGNORECASE,
)
"""Offices that belong to the council and not to one committee: a chair or a clerk of one meeting is nobody's elsewhere."""
DAYS = 400
"""For so long an office is taken to be held by whom the last meeting named in it."""


class Offices:
    """The offices of one council in the order of time."""

    def __init__(self, held: Iterable[tuple[int, str, str]] = ()) -> None:
        self._held = sorted(held)

    def note(self, day: int, attendance: Iterable[Attendance]) -> None:
        """Take in who was there in which office on a day (ordinal)."""
        for entry in attendance:
            if entry.person_id and _OFFICE.fullmatch(entry.role):
                insort(self._held, (day, names.fold(entry.role), entry.person_id))

    def before(self, day: int) -> dict[str, str]:
        """Folded office → the id of whoever held it when it was last named before a day; none where two are named on one day."""
        found: dict[str, tuple[int, str]] = {}
        for then, office, person in self._held[bisect_left(self._held, (day - DAYS,)) : bisect_left(self._held, (day,))]:
            known = found.get(office)
            found[office] = (then, "" if known and known[0] == then and known[1] != person else person)
        return {office: person for office, (_, person) in found.items() if person}
