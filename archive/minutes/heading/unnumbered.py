"""Headings without a number: capitals, what every meeting deals with, short lines, titles in front of their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.minutes.heading.numbering import Heading
from archive.minutes.heading.signs import ATTENDANCE, CAPS, HEAD, NO_HEADING, PRESENT
from archive.minutes.heading.titles import KNOWN, SENTENCE, TOLD, leading_capitals
from archive.minutes.mention.listed import is_name

_INTERLUDE = re.compile(
    r"(?:(?:resolution for )?exclusion of (?:the )?(?:press|public)|(?:re-?admi(?:ssion|ttance)|return) of (?:the )?(?:press|public)|exempt (?:items?|information|business)|urgent business|preliminary)"
    r"(?:[ /,&a-z]{0,40})",
    re.IGNORECASE,
)
"""Titles that stand without a number among those that have one."""
_CLOSING = re.compile(
    r"(?:summary of |list of |table of |schedule of )?actions?(?: points?| list| log| table| summary| sheet| tracker)?(?: arising| agreed| from (?:this|the) meeting| to be taken)?(?: from (?:this|the) meeting)?",
    re.IGNORECASE,
)
"""The title of the table that ends the minutes."""


def with_interludes(text: str, lines: Sequence[tuple[int, int]], chosen: list[Heading]) -> list[Heading]:
    """The items, and those between them and at the end that bear no number: "EXCLUSION OF PUBLIC/PRESS", "Actions arising"."""
    first, last = chosen[0].start, chosen[-1].start
    taken = {one.start for one in chosen} | {text.rfind("\n", 0, one.text_start) + 1 for one in chosen}
    found = list[Heading]()
    closing = [start for start, end in lines if _CLOSING.fullmatch(text[start:end].strip(" *_#:"))]
    for start, end in lines:
        line = text[start:end].strip(" *_#:")
        between = first < start < last and bool(_INTERLUDE.fullmatch(line))
        if start not in taken and (between or (closing == [start] and start > last)) and text[end:].strip():
            found.append(Heading(start, "", "", 0, line, end, False))
    return sorted([*chosen, *found], key=lambda one: one.start)


def in_capitals(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Lines in capitals, or capitals in front of a line; not those above the list of who was present."""
    present = PRESENT.search(text, 0, HEAD)
    for n, (start, end) in enumerate(lines):
        if present and start < present.start():
            continue
        line = text[start:end].strip(" *_#")
        if NO_HEADING.match(line) or len(re.sub(r"[^A-Z]", "", line)) < 5:
            continue
        if CAPS.fullmatch(line) and len(line) <= 110 and n + 1 < len(lines):
            yield Heading(start, "", "", 0, line.strip(" .:"), end, False)


_TOP = 250
"""Characters in which a document says what it is."""
_LISTS_BEHIND = re.compile(
    r"(?:apologies|members|public|police|visitors|guests|clerk|councillors?|county councillors?|district councillors?)\b[^:]{0,40}:[\s–-]*(?:[A-Z]|none)|apolog(?:y|ies) (?-i:(?:[A-Z]\.? ){1,3}[A-Z][a-z])",
    re.IGNORECASE,
)
"""Who was there, and no title: "Police: PC Ash"."""


def known_titles(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Lines that say no more than what every meeting deals with."""
    present = PRESENT.search(text, 0, HEAD)
    for start, end in lines:
        line = text[start:end].strip(" *_#")
        if (present and start < present.start()) or (start < _TOP and line[:7].casefold() == "minutes" and " " in line):
            continue  # What the document is.
        if (
            len(line) <= 90
            and line[:1].isupper()
            and not line.rstrip().endswith((".", ",", ";"))
            and not _LISTS_BEHIND.match(line)
            and (KNOWN.fullmatch(line) or KNOWN.fullmatch(line.rstrip(" :")))
        ):
            yield Heading(start, "", "", 0, line.rstrip(" :"), end, False)


def above_first(text: str, lines: Sequence[tuple[int, int]], first: int) -> list[Heading]:
    """Titles between the list of who was present and the first item, with a paragraph below: "Urgent Business"."""
    present = PRESENT.search(text, 0, min(HEAD, first))
    found = {one.start: one for one in [*known_titles(text, lines), *short_titles(text, lines)] if present and present.end() < one.start < first}
    below = {start: text[low:high] for (start, _), (low, high) in pairwise(lines)}
    return [one for start, one in sorted(found.items()) if len(below.get(start, "")) >= 90 and not ATTENDANCE.search(one.title)]


_NO_PREAMBLE = re.compile(r"apolog|attend|present|absent|absence|substitut|quorum|\bheld (?:on|at|in)\b|sederunt|\t|ymddih", re.IGNORECASE)
_ACTS = re.compile(rf"{TOLD.pattern}|\b[a-z]{{3,}}ed\b")
_PREAMBLE_FROM = 45
"""Characters of a paragraph."""


def preamble(text: str, lines: Sequence[tuple[int, int]], first: int) -> list[Heading]:
    """What is told directly above the first title, as an item without one: "At the outset, the Mayor …"."""
    begin = first
    for start, end in reversed([line for line in lines if line[0] < first]):
        line = text[start:end].strip()
        if len(line) < _PREAMBLE_FROM or not line.endswith((".", "”", "!")) or not _ACTS.search(line) or _NO_PREAMBLE.search(line):
            break
        begin = start
    above = [text[start:end].strip() for start, end in lines if end < begin][-1:]
    title = above[0].rstrip(" :") if above and KNOWN.fullmatch(above[0].rstrip(" :")) and not re.search(r"[.,;\t]", above[0]) else ""
    return [Heading(begin - len(above[0]) - 1 if title else begin, "", "", 0, title, begin, False)] if begin < first else []


_OPENS = re.compile(r"(?:\(?\w{1,3}(?:\.\d{1,2})?[.)]?[ \t]+)?[A-Z]")
"""How a paragraph begins, numbered or not."""
_LABEL = re.compile(r"(?P<title>[A-Z][^:.;\t|\n]{3,70}?)(?P<sign>:|\.| [–—-])[ \t]+(?=[A-Z“‘\d])")
_MOST_WORDS = 9
"""Of a title in front of its text that nothing but a sign tells from it."""
_FEWEST_IN_FRONT = 4
_FEWEST_KNOWN = 3


def in_front(text: str, lines: Sequence[tuple[int, int]]) -> list[Heading]:
    """Titles without a number in front of their text: "APOLOGIES – Cllr Ash", and "Apologies: Cllr Ash" where three such are what every meeting deals with."""
    capitals, labels = list[Heading](), dict[str, list[Heading]]()
    for start, end in lines:
        line = text[start:end]
        caps, label = leading_capitals(line), _LABEL.match(line)
        title = (line[:caps] if caps else label["title"] if label else "").strip(" *_#.:–-")
        if len(title) < 4 or NO_HEADING.match(title.upper()) or (not caps and is_name(title)) or len(title.split()) > _MOST_WORDS:
            continue
        if caps:
            capitals.append(Heading(start, "", "", 0, title, start + caps, True))
        elif label and not TOLD.search(title) and (KNOWN.fullmatch(title) or not SENTENCE.match(title)):
            labels.setdefault(label["sign"], []).append(Heading(start, "", "", 0, title, start + label.end(), True))
    told = [some for some in labels.values() if sum(bool(KNOWN.fullmatch(one.title)) for one in some) >= _FEWEST_KNOWN]
    told += [capitals] if len(capitals) >= _FEWEST_IN_FRONT else []
    return max(told, key=len, default=[])


def short_titles(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Short lines without a full stop, each with a paragraph below it: titles that nothing else marks."""
    colon = sum(text[start:end].rstrip().endswith(":") for start, end in ((one.start, one.text_start) for one in known_titles(text, lines))) >= _FEWEST_KNOWN
    least = 45 if sum(1 for _ in known_titles(text, lines)) >= 4 else 90
    for (start, end), (low, high) in pairwise(lines):
        line, following = text[start:end].strip(" *_#"), text[low:high].strip()
        if not (
            3 <= len(line) <= 60 and len(line.split()) <= 8 and len(following) >= least and following.endswith((".", "”", "?")) and _OPENS.match(following)
        ):
            continue
        if (
            re.search(rf"[.;,?!|\t]$|{'' if colon else ':$|'}[\t|@£]|\d{2}:\d\d|\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr)\b|\b(?:19|20)\d\d\b", line)
            or not line[:1].isalpha()
        ):
            continue
        if not TOLD.search(line) and not NO_HEADING.match(line.upper()):
            yield Heading(start, "", "", 0, line.rstrip(" :"), end, False)
