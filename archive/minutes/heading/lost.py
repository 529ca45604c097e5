"""Headings within long lines, in documents whose lines were lost."""

from __future__ import annotations

import re

from archive.minutes.heading.numbering import WORD, Heading, chosen_numbering, parsed, recounted
from archive.minutes.heading.signs import ATTENDANCE, FEWEST, NO_HEADING, NOT_TITLE
from archive.minutes.heading.titles import KNOWN, LONGEST_TITLE, MONTHS, TOLD, coded_title, leading_capitals

LINES_OF_A_LOST_LAYOUT = 6
"""So many paragraphs, or fewer, has a document whose lines were lost."""
_INLINE = re.compile(
    rf"(?:^|(?<=[\w.!?)”|] ))[(\[]?(?P<number>(?:{WORD} ?)?(?P<code>[A-Z]{{1,5}}[./ -]?|[A-Z][a-z]{{1,5}}[./-])?\d{{1,4}}(?P<parts>(?:[./-]\d{{1,4}}){{0,2}}))(?P<sign>[.):\]]*)(?P<dash>[ \t]?[|–:-])?[ \t](?:\d{{1,2}}[.)]?[ \t]+)?(?=[A-Z])"
)


def inline_numbers(text: str) -> list[Heading]:
    """Numbered titles within long lines; a plain number without a sign needs a title in capitals."""
    found = []
    for one in _INLINE.finditer(text):
        rest = text[one.end() : one.end() + 300].split("\n")[0]
        marked = one["sign"] or one["dash"] or one["parts"] or not one["number"].isdigit()
        caps = leading_capitals(rest)
        title, behind = (rest[:caps].strip(" .:–-|"), caps) if caps else coded_title(rest) if marked else ("", 0)
        if title and not NOT_TITLE.match(title) and not MONTHS.match(title) and not (one["code"] and one["number"].startswith(_NO_CODES)):
            found.append(Heading(one.start(), *parsed(one["number"], one["sign"], one[0]), title, one.end() + behind, True))
    chosen = chosen_numbering(recounted(found))
    return chosen if len(chosen) >= 3 else []


_ROW = re.compile(r"(?<=[\w.!?)”:]) (?P<number>\d{1,2})(?P<sign>\.?) (?=[A-Z])")
_USUAL = frozenset({"minutes", "questions", "deputations", "motions", "petitions", "announcements", "membership"})
_ROW_ENDS = re.compile(
    r"\s(?=(?:Decisions?|Motion|Resolved|RESOLVED|Recommendations?|Members)\b|(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b\.? )?(?:[A-Z]\.? ){1,3}[A-Z][\w'’]+ [a-z]+(?:ed|ing)\b)"
)


def inline_row(text: str) -> list[Heading]:
    """Plain numbers within long lines, with or without a full stop, that count from the first on by one: "1 Minutes The Chair … 2 Grants The Clerk …"."""
    wanted, at, found = 1, 0, list[Heading]()
    for one in _ROW.finditer(text):
        if int(one["number"]) != wanted or one.start() < at:
            continue
        rest = text[one.end() : one.end() + LONGEST_TITLE]
        if NOT_TITLE.match(rest) or MONTHS.match(rest):
            continue
        title, behind = coded_title(rest)
        cut = _ROW_ENDS.search(rest)
        if cut and (not title or cut.start() < len(title)):
            title, behind = rest[: cut.start()].strip(" .:"), cut.end()
        if title and not TOLD.search(title):
            found.append(Heading(one.start() + 1, one["number"] + one["sign"], "#", wanted, title, one.end() + behind, True))
            wanted, at = wanted + 1, one.end()
        elif found and one["sign"]:
            found.append(Heading(one.start() + 1, one["number"] + one["sign"], "#", wanted, "", one.end(), True))
            wanted, at = wanted + 1, one.end()
    return found if len(found) >= 3 and any(KNOWN.fullmatch(one.title) or one.title.casefold() in _USUAL for one in found) else []


_SHOUTED = re.compile(r"(?<=[\w.!?)”:] )(?P<title>[A-Z][A-Z'’]{2,}(?: (?:[A-Z&'’(),/-]+|\d{2,4})){1,12})(?::|(?P<number> \d{3,4})(?= [A-Z][a-z]))\s(?=[A-Z“])")


def inline_capitals(text: str) -> list[Heading]:
    """Titles in capitals within long lines, with a colon or the number of the minute behind: "ADOPTION OF MINUTES: On the proposal …"."""
    found = []
    for one in _SHOUTED.finditer(text):
        if not NO_HEADING.match(one["title"]) and not ATTENDANCE.search(one["title"]):
            number = (one["number"] or "").strip()
            found.append(Heading(one.start(), number, "", 0, one["title"], one.end(), True))
    return found if len(found) >= FEWEST or any(one.number for one in found) else []


_NO_CODES = ("NO", "PAGE", "PART", "PHASE", "YEAR", "PM", "AM", "A ", "I ")
"""Words in front of numbers that count something else."""
