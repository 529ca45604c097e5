"""Tables of people under a row of headings: "Name / Organisation / Role", "Councillor / Ward / Attended", "Name / Present / Apologies"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.minutes.presence.rolls import Listed, people_listed

_NAME = re.compile(
    r"(?:full )?names?(?: of (?:member|councillor|governor|attendee)s?)?|(?:governor|member|councillor|trustee|director|attendee|representative|person|cllr)s?(?: (?:name|attendance))?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:job |committee |board )?(?:role|title|position|post|designation|capacity|office|category|type|swydd|rôl|teitl)s?(?: held)?(?: ?/ ?(?:organi[sz]ation|title|role|body))?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:organi[sz]ation|affil+iat\w+|company|employer|represent(?:ing|ative of)|agency|(?:appointing |nominating )?(?:body|authority|council|organi[sz]ation)|(?:appointed|nominated|elected) by|appointing authorities|on behalf of|service|department|directorate|team|from|institution|trust|group|sector|represents|constituent council|sefydliad|corff)s?(?: represented)?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:political )?(?:ward|party|group|division|area|constituency|term|initials?|e-?mail|signature|signed|time|notes?|comments?|reasons?|no\.?|#|date resigned|end of term|term of office|action|date)",
    re.IGNORECASE,
)
_ITEMS = re.compile(
    r"(?:agenda |minute )?(?:no|number|item|items|ref|reference|rhif|eitem|eitemau|minute|minutes|cofnod|subject|pwnc|title|teitl|action|actions|gweithred|business|page|tudalen|decision|details?|description|discussion|by whom|owner|lead)"
    r"(?: (?:no|number|ref))?",
    re.IGNORECASE,
)
_STATUS = (
    ("apologies", re.compile(r"(?:sent |gave )?apolog(?:y|ies)(?: (?:received|sent|given))?", re.IGNORECASE)),
    ("absent", re.compile(r"absent|not present", re.IGNORECASE)),
    ("in_attendance", re.compile(r"in attendance", re.IGNORECASE)),
    ("present", re.compile(r"present|attended|attendance|attending|status|present ?/ ?(?:apologies|absent)|attended\?|present\?|in person|online|remote(?:ly)?", re.IGNORECASE)),
)  # fmt: skip
_SAID = (
    ("apologies", re.compile(r"\W*(?:no\b\W*)?(?:apolog\w*|apols?\.?|a\.?p\.?|sanctioned)\b.*", re.IGNORECASE)),
    ("absent", re.compile(r"\W*(?:absent|no|n|not present|did not attend|✗|✘|×)\b.*|[✗✘×]", re.IGNORECASE)),
    ("present", re.compile(r"\W*(?:yes|y|p|present|attended|in attendance|in person|remote\w*|online|virtual\w*|via\b.*|1)\b.*|[✓✔√]", re.IGNORECASE)),
)
_CAME_FOR = re.compile(
    r"[(–-]?\s*\b(?P<how>(?:as )?(?:a |the )?(?:named )?(?:substitut(?:e|ing)|sub\.?|deputi[sz]ing|deputy|alternate) for [^()]+)\)?$", re.IGNORECASE
)
"""In whichever cell it says that somebody came for another."""
_DATE = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?:\d\d){1,2}")
_DATE_IN_WORDS = re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905
_KEY = re.compile(r"\b(?P<letter>[A-Z]{1,2})\s*[–—=:-]\s*(?P<word>[A-Z]?[a-z]+)")
_NO_MARK = re.compile(r"[-–—. ]*(?:no|n|n/a)?[. ]*|[✗✘×]", re.IGNORECASE)


@dataclass(frozen=True)
class Columns:
    """What stands in which column of a table of people."""

    name: int
    role: int | None
    body: int | None
    statuses: tuple[tuple[int, str], ...]
    dates: tuple[tuple[int, tuple[int, int]], ...] = ()
    """Columns of meetings: (day, month) of each."""


def columns_of(cells: Sequence[str]) -> Columns | None:
    """The columns, if a row is the headings of a table of people."""
    kinds = [_kind(cell.strip(" :*")) for cell in cells]
    told = [kind for kind in kinds if kind]
    if len(told) < 2 or "" in kinds[: kinds.index(told[0])] or told[0] != "name" or any(kind is None for kind in kinds):
        return None
    at = {kind: n for n, kind in reversed([*enumerate(kinds)]) if kind}
    statuses = tuple((n, kind) for n, kind in enumerate(kinds) if kind in ("apologies", "absent", "in_attendance", "present"))
    dates = tuple((n, found) for n, kind in enumerate(kinds) if kind == "date" for found in days_in(cells[n]))
    return Columns(at["name"], at.get("role"), at.get("body"), statuses, dates)


def _kind(cell: str) -> str | None:
    """What a heading heads; empty for none, None for words that head nothing here."""
    if not cell:
        return ""
    for kind, pattern in (("date", _DATE), ("name", _NAME), ("role", _ROLE), ("body", _BODY), *_STATUS, ("other", _OTHER)):
        if pattern.fullmatch(cell):
            return kind
    return None


def heads_items(cells: Sequence[str]) -> bool:
    """Whether a row is the headings of a table of items, below which nobody is listed: "No. ⇥ Item"."""
    return len(cells) > 1 and all(_ITEMS.fullmatch(cell.strip(" .:*")) for cell in cells if cell.strip())


def days_in(text: str) -> list[tuple[int, int]]:
    """(day, month) of the dates of a text, in digits and in words."""
    digits = [(found.start(), int(found["day"]), int(found["month"])) for found in _DATE.finditer(text)]
    words = [(found.start(), int(found["day"]), _MONTHS.index(found["month"]) + 1) for found in _DATE_IN_WORDS.finditer(text)]
    return [(day, month) for _, day, month in sorted([*digits, *words])]


@dataclass(frozen=True)
class Key:
    """What is needed to read a table of several meetings: the day of this one, and what its letters mean."""

    day: tuple[int, int] | None
    letters: dict[str, str]

    @classmethod
    def of(cls, text: str) -> Key:
        """The first date outside the table, and the letters that are explained: "P – Present"."""
        outside = (day for line in text.split("\n") if not columns_of(line.split("\t")) for day in days_in(line))
        told = ((found["letter"], found["word"]) for found in _KEY.finditer(text))
        letters = {
            letter: status for letter, word in told for status, pattern in _SAID if word[:1].casefold() == letter[:1].casefold() and pattern.fullmatch(word)
        }
        return cls(next(outside, None), letters)


def person_in(columns: Columns, cells: Sequence[str], status: str, key: Key) -> tuple[Listed, str] | None:
    """The person of a row and how they were there; None for a row without one."""
    named = people_listed(cells[columns.name]) if columns.name < len(cells) else []
    if len(named) != 1:
        return None
    one = named[0]
    held = (_CAME_FOR.sub("", cells[n]).strip() for n in (columns.role, columns.body) if n is not None and n < len(cells))
    role = one.role or next((cell for cell in held if cell), "")
    note = next((found["how"] for found in map(_CAME_FOR.search, cells) if found), one.note)
    status = _on_the_day(columns, cells, key) if columns.dates else _told(columns, cells) if columns.statuses else status
    return (Listed(one.written, one.name, role, note), status or "present") if status or note != one.note else None


def _on_the_day(columns: Columns, cells: Sequence[str], key: Key) -> str:
    """How somebody was there on the day of the meeting, where the table has several; an A that nothing explains may be either."""
    today = [n for n, day in columns.dates if day == key.day and n < len(cells)]
    cell = cells[today[0]].strip() if len(today) == 1 else ""
    return key.letters.get(cell, "present" if re.fullmatch(r"P|Y|Yes|Present|[✓✔√]", cell) else "apologies" if re.fullmatch(r"Ap\w*|AP", cell) else "")


def _told(columns: Columns, cells: Sequence[str]) -> str:
    """How somebody was there, by the columns that say it: one that says it in words, or one for each status, marked."""
    marked = [(kind, cells[n].strip()) for n, kind in columns.statuses if n < len(cells) and cells[n].strip()]
    if len(columns.statuses) == 1:
        return next((status for kind, cell in marked for status, pattern in _SAID if pattern.fullmatch(cell)), "")
    return next((kind for kind, cell in marked if not _NO_MARK.fullmatch(cell)), "")


def second_is_what(rows: Sequence[Sequence[str]]) -> bool:
    """Whether in rows of two cells and more the second says what somebody is, or who sent them: "Jo Ash ⇥ Boots"."""
    pairs = [(cells[0], cells[1]) for cells in rows if len(cells) > 1]
    return len(pairs) >= 2 and all(" " in who and len(people_listed(who)) == 1 for who, _ in pairs) and any(not _may_be_person(what) for _, what in pairs)


def _may_be_person(cell: str) -> bool:
    """Whether a cell holds a person, or the initials of one."""
    return bool(people_listed(cell)) and (" " in cell.strip() or cell.isupper())
