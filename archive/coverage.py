"""The council's own calendar and lists against what is kept and indexed: how many meetings were held, and why each that is not here is missing.

The count rule: a meeting counts as **held** when a page of the council names it, its day has passed, and no page says that
it was cancelled, moved to another day or withdrawn. It is **here** when minutes of it, draft or confirmed, are kept as text
and lie in the search index. Every other meeting that was held is **missing**, with one reason. A meeting that was moved
counts on its new day; on its old one only where that has an agenda of its own.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from operator import add

from archive.passages import group_of
from archive.store import Listed, Store

HERE = "here"
MISSING = ("late", "unpublished", "unread", "file", "unindexed", "removed")
"""Why a meeting that was held is not here: its minutes are overdue, or not published yet; its page could not be read; its minutes are a file
without text; they are kept and not indexed yet; it was taken down here."""
ASIDE = ("coming", "cancelled", "moved", "withdrawn")
"""Meetings that are listed and were not held, as far as their pages say."""
LATE = 60
"""Days after a meeting by which most councils have published its minutes, be it as a draft for the next meeting."""
UNDATED = ""
"""The year of meetings of which no page says when they were."""
_FORM = 1
"""Changes whenever an older coverage can no longer be read."""
Months = Mapping[str, tuple[int, Counter[str] | None]]
"""Month → how many meetings were held, and how many are missing for each reason; only months with a meeting."""
_ADDRESS = re.compile(r"^https?://\S+: ")


@dataclass(frozen=True)
class Missing:
    """One meeting that was held and is not here."""

    day: str
    """ISO 8601; empty where no page says when."""
    reason: str
    """One of ``MISSING``."""
    meeting: str = ""
    """Id of its page; empty when it has none here."""
    why: str = ""
    """What was wrong with its page, or the media type of the file, in words of the machine; may be empty."""


@dataclass(frozen=True)
class Year:
    """The meetings of one committee in one year."""

    held: tuple[int, ...]
    """By month, January first; one number for the year of those without a date."""
    missing: tuple[Missing, ...] = ()
    """By day."""
    aside: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """State → by month, only states that occur."""


@dataclass(frozen=True)
class Tally:
    """What a choice of committees and months adds up to."""

    held: int = 0
    missing: Mapping[str, int] = field(default_factory=dict)
    """Reason → how many, only reasons that occur, in the order of ``MISSING``."""
    first: str = ""
    """The first month with a meeting (``2009-01``); empty for none."""
    last: str = ""
    """The last month with one that is missing; empty for none, or none with a date."""

    @property
    def absent(self) -> int:
        return sum(self.missing.values())

    @property
    def here(self) -> int:
        return self.held - self.absent


@dataclass(frozen=True)
class Coverage:
    """What is here and what is missing, by committee and month; made once for each generation of the index."""

    day: str = ""
    """The day it was made on where the councils are, ISO 8601."""
    committees: Mapping[str, Mapping[str, Year]] = field(default_factory=dict)
    """Committee id → year (``2026``) → its meetings. A council's own id stands for meetings of which no page says whose they are."""
    unlisted: tuple[str, ...] = ()
    """Ids of the committees whose list of meetings could not be read in the last crawl: there may be meetings that nobody here knows of."""

    def years(self, council: str) -> list[str]:
        """The years in which a council has meetings, held or listed, the oldest first; not those without a date."""
        return sorted({year for id, years in self.of_council(council).items() for year in years if year})

    def of_council(self, council: str) -> dict[str, Mapping[str, Year]]:
        """The committees of a council that have meetings."""
        return {id: years for id, years in self.committees.items() if id.partition("/")[0] == council}

    def tally(self, scopes: Collection[str] = ("",), since: str = "", until: str = "", years: Collection[str] = ()) -> Tally:
        """The sum over some committees or councils (ids; the empty one is everything), from one month to another, in some years.

        Meetings without a date count only where no month and no year is asked for.
        """
        held, missing, first, last = 0, Counter[str](), "", ""
        for scope in scopes:
            for month, (number, gaps) in self._months(scope).items():
                if (years and month[:4] not in years) or (since and month < since) or (until and not "" < month <= until):
                    continue
                held += number
                first = min(first or month, month or first)
                if gaps:
                    missing += gaps
                    last = max(last, month)
        return Tally(held, {reason: missing[reason] for reason in MISSING if missing[reason]}, first, last)

    def _months(self, scope: str) -> Months:
        """Of a committee, a council, or everything."""
        if "/" in scope:
            return _summed([self.committees.get(scope, {})])
        if scope not in self._whole:
            found = _summed(self.of_council(scope).values() if scope else self.committees.values())
            if scope and not found:
                return found  # Whatever somebody may have asked for: it is not remembered.
            self._whole[scope] = found
        return self._whole[scope]

    @cached_property
    def _whole(self) -> dict[str, Months]:
        """The sums of councils, and of everything, once they were asked for."""
        return {}

    def to_json(self) -> str:
        """A compact text for the catalogue: numbers by month, and words only for what is missing."""
        committees = {id: {year: _packed(one, id) for year, one in years.items()} for id, years in self.committees.items()}
        return json.dumps({"form": _FORM, "day": self.day, "committees": committees, "unlisted": self.unlisted}, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    @lru_cache(maxsize=4)
    def from_json(text: str) -> Coverage:
        """What such a text says; nothing for an empty one, or one of another form."""
        try:
            data = json.loads(text)
            if data["form"] != _FORM:
                return Coverage()
            committees = {id: {year: _unpacked(*one, id=id) for year, one in years.items()} for id, years in data["committees"].items()}
            return Coverage(data["day"], committees, tuple(data["unlisted"]))
        except (ValueError, KeyError, TypeError):
            return Coverage()


def coverage_of(store: Store, indexed: Container[str], today: Mapping[str, date]) -> Coverage:
    """The coverage of every council of a store, on the day it is there (by slug); ``indexed`` are the groups of the index."""
    found: dict[str, Mapping[str, Year]] = {}
    unlisted: set[str] = set()
    for council, day in today.items():
        listed = store.listed(council)
        keys = [one.id.rpartition("/")[2] for one in listed if not one.has_minutes]
        found |= counted(listed, store.captures.broken(council, keys), indexed, day)
        last = store.captures.last_run(council)
        faults = last[1].get("faults", ()) if last else ()
        unlisted |= {f"{council}/committee/{fault['organization']}" for fault in faults if fault["lists"] and fault["organization"]}
    return Coverage(max(today.values()).isoformat() if today else "", found, tuple(sorted(unlisted)))


def counted(listed: Iterable[Listed], broken: Mapping[str, str], indexed: Container[str], today: date) -> dict[str, dict[str, Year]]:
    """The meetings of one council, counted by committee, year and month; ``broken`` says, by a meeting's key, why its page could not be read."""
    judged: dict[str, dict[str, list[tuple[Listed, str]]]] = {}
    for one in listed:
        state = state_of(one, one.id.rpartition("/")[2] in broken, group_of(one.id) in indexed, today)
        judged.setdefault(one.committee, {}).setdefault(one.start[:4], []).append((one, state))
    return {committee: {year: _year(year, those, broken) for year, those in sorted(years.items())} for committee, years in sorted(judged.items())}


def state_of(one: Listed, is_broken: bool, is_indexed: bool, today: date) -> str:
    """``here``, one of ``MISSING``, or one of ``ASIDE``."""
    if one.status in ("cancelled", "withdrawn"):
        return one.status
    if one.has_minutes:
        return HERE if is_indexed else "unindexed"
    if one.status == "moved" and not one.has_agenda:
        return "moved"
    if one.start[:10] >= today.isoformat():
        return "coming"
    if one.status == "removed":
        return "removed"
    if is_broken or not one.is_kept:
        return "unread"
    if one.minutes_file:
        return "file"
    return "late" if (today - date.fromisoformat(one.start[:10])).days > LATE else "unpublished"


def _summed(committees: Iterable[Mapping[str, Year]]) -> Months:
    held: dict[str, list[int]] = {}
    gaps: dict[str, Counter[str]] = {}
    for years in committees:
        for year, one in years.items():
            held[year] = list(map(add, held[year], one.held)) if year in held else list(one.held)
            for gap in one.missing:
                gaps.setdefault(gap.day[:7], Counter())[gap.reason] += 1
    months = ((f"{year}-{n:02}" if year else UNDATED, number) for year, numbers in held.items() for n, number in enumerate(numbers, 1) if number)
    return {month: (number, gaps.get(month)) for month, number in months}


def _year(year: str, those: list[tuple[Listed, str]], broken: Mapping[str, str]) -> Year:
    held, aside = [0] * (12 if year else 1), {state: [0] * (12 if year else 1) for state in ASIDE}
    missing = []
    for one, state in sorted(those, key=lambda pair: (pair[0].start, pair[0].id)):
        month = int(one.start[5:7]) - 1 if year else 0
        (aside.get(state) or held)[month] += 1
        if state in MISSING:
            why = broken.get(one.id.rpartition("/")[2], "") if state == "unread" else one.minutes_file if state == "file" else ""
            missing.append(Missing(one.start[:10], state, one.id if one.is_kept else "", _ADDRESS.sub("", why)))
    return Year(tuple(held), tuple(missing), {state: tuple(months) for state, months in aside.items() if any(months)})


def _packed(one: Year, committee: str) -> list[object]:
    """Held, missing, aside, without what is empty at the end; a meeting's id is cut to its key."""
    missing = [[gap.day, gap.reason, gap.meeting.rpartition("/")[2], gap.why] for gap in one.missing]
    parts: list[object] = [list(one.held), missing, {state: list(months) for state, months in one.aside.items()}]
    while not parts[-1]:
        parts.pop()
    return parts


def _unpacked(held: list[int], missing: Iterable[list[str]] = (), aside: Mapping[str, list[int]] | None = None, *, id: str) -> Year:
    council = id.partition("/")[0]
    gaps = tuple(Missing(day, reason, f"{council}/meeting/{key}" if key else "", why) for day, reason, key, why in missing)
    return Year(tuple(held), gaps, {state: tuple(months) for state, months in (aside or {}).items()})
