"""Pages of a publisher’s site as text: one item on a page, many of them without numbers, tables flattened to "Title … Minutes: … |"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.minutes.heading.numbering import Heading
from archive.minutes.heading.signs import FEWEST
from archive.minutes.heading.titles import KNOWN, LONGEST_TITLE, TOLD

_MINUTES = re.compile(r"(?:^|\s)(?P<mark>(?:Draft )?Minutes|Decisions?|Cofnodion|Minute|Penderfyniad)\s?:(?=\s|$)")
_FURNITURE = re.compile(
    r"\s*(?:\bpdf icon\b.*|\bPDF \d+ ?[KM]B\b.*|\bAdditional documents?:.*|\bSupporting documents?:.*|\bDogfennau ychwanegol:.*|\bpdf eicon\b.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Segment:
    """One item: its number and title as printed, and its minutes, by offsets into the document."""

    number: str
    title: str
    start: int
    text_start: int
    end: int


_PAGE_OF_ONE = re.compile(
    r"\s*(?:You are here:\s*|[^\n]{0,60} - Home\s*|Skip to [^\n]{1,40}\s*|Decision - [^\n]{1,150}\s*|To report any issues [^\n]{1,120}\s*)*(?:(?:Agenda item|Eitem ar yr agenda|Decision details|Manylion y penderfyniad)\s*\n\s*(?P<title>[^\n]{2,200}?)\s*\n|"
    r"(?:Issue - (?:meetings|decisions|items at meetings)\b[^\n]*\n)?(?:\s*(?!Meeting:)[^\n]{1,200}\n){0,2}\s*Meeting: \d{1,2}/\d{1,2}/\d{4} - [^\n]{1,120}\n\s*(?P<item>[^\n]{2,200}?)\s*\n)",
    re.IGNORECASE,
)
"""How the text of a page of ModernGov about one item begins."""
_OWN_NUMBER = re.compile(r"(\d{1,4}[a-z]?\.?)\s+(?=\S)")


def page_of_one(text: str) -> list[Segment]:
    """The item of such a page: paragraphs that are numbered in it are no items."""
    page = _PAGE_OF_ONE.match(text)
    if not page or len(re.findall(r"^\s*Meeting: \d{1,2}/", text, re.MULTILINE)) > 1:
        return []
    group = "title" if page["title"] else "item"
    title, start = page[group], page.start(group)
    number = _OWN_NUMBER.match(title) if group == "item" else None
    return [Segment(number[1] if number else "", _FURNITURE.sub("", title[number.end() if number else 0 :]), start, page.end(group), len(text))]


_MANY = re.compile(
    r"\s*(?:Skip to main content\s*)?(?:Agenda(?:, decisions)? and (?:draft )?minutes\b[^\0]{0,900}?\n\s*(?:No\. Item|Items)\s*\n|[A-Z][^\n]{3,90} - (?:Mon|Tues|Wednes|Thurs|Fri)day,? \d[^\n]{1,40}\n)"
)
_PURPOSE = re.compile(
    r"(?:To (?:receive|consider|confirm|note|approve|sign|agree|review|discuss|record|report|invite)\b|Members (?:are|will|of)\b|The (?:Committee|Board|Panel|Council|Sub-Committee) (?:will|is|are)\b)"
)


def page_of_many(text: str, lines: Sequence[tuple[int, int]]) -> list[Heading]:
    """The titles of a page of a meeting whose numbers and marks were lost: those with a document behind them, or the agenda's purpose below."""
    page = _MANY.match(text)
    found = list[Heading]()
    for (start, end), (low, high) in pairwise(lines) if page else ():
        line = text[start:end].strip()
        title = _FURNITURE.sub("", line).strip(" .")
        if start < (page.end() if page else 0) or not title[:1].isupper() or len(title) > 2 * LONGEST_TITLE:
            continue
        has_document = title != line.strip(" .")
        if (
            has_document
            or (len(line) <= LONGEST_TITLE and not line.endswith((".", ";", ":", ",")) and _PURPOSE.match(text[low:high]))
            or (KNOWN.fullmatch(line) and not TOLD.search(line) and not line.startswith("Report of "))
        ):
            found.append(Heading(start, "", "", 0, title, end, False))
    return found


def by_bars(text: str) -> list[Segment]:
    """Items of a page whose table was flattened: each ends with a bar and holds "Minutes:"."""
    if len(re.findall(r"\bMinutes:", text)) < 2:
        return []
    if text.count("|") < 2:  # The bars may be lost as well: "Apologies. Minutes: There were none." on a line.
        return [*_marked(text, 0, len(text))] if len(_TITLE_AND_MINUTES.findall(text)) >= FEWEST else []
    found, at = [], 0
    for bar in [*re.finditer(r"\|", text), None]:
        end = bar.start() if bar else len(text)
        found += [*_marked(text, at, end)]
        at = bar.end() if bar else end
    return found


def _marked(text: str, at: int, end: int) -> Iterator[Segment]:
    """The items of one cell: usually one, more where bars were lost."""
    marks = [*_MINUTES.finditer(text, at, end)]
    start = at
    for n, mark in enumerate(marks):
        while start < mark.start() and text[start].isspace():
            start += 1
        stop = end
        if n + 1 < len(marks):
            line = text.rfind("\n", mark.end(), marks[n + 1].start())
            stop = marks[n + 1].start() if line < 0 or _is_told(text[line : marks[n + 1].start()]) else line
        head = text[start : mark.start("mark")]
        title = _FURNITURE.sub("", head.split("\n")[0]).strip(" .")
        title = _EXPLAINS.split(title)[0].strip(" .")
        title = re.split(r"(?<=[a-z)\d])\.? (?=To (?:receive|consider|note|approve|confirm|report|record|agree)\b|Members (?:are|to|may)\b|Report )", title)[0]
        if (title or (start >= mark.start() and text[mark.end() : stop].strip())) and len(title) <= 2 * LONGEST_TITLE:
            number = re.match(r"(\w{0,6}[./]?\d{1,4}\w?\.?)\s+(?=\S)", title)
            yield Segment(number[1] if number else "", title[number.end() :] if number else title, start, mark.end(), stop)
        start = stop


_TITLE_AND_MINUTES = re.compile(r"^(?!Agenda item|Decision)[A-Z][^\n]{3,400}? Minutes:(?=\s)", re.MULTILINE)
_EXPLAINS = re.compile(r"(?<=[a-z.]) \((?=Where|When|To |Members|Councillors|copy|report|Copy|Report|Pages)")


def _is_told(line: str) -> bool:
    """Whether a line is the end of what was told, and not the title of the item below: "On a vote, it was carried."."""
    return line.rstrip().endswith(".") and bool(TOLD.search(line))


def with_minutes(text: str, one: Segment) -> Segment:
    """An item whose minutes stand behind "Minutes:", after what the agenda said of it."""
    mark = _MINUTES.search(text, one.text_start, min(one.end, one.text_start + 6000))
    if mark and (mark.start() == one.text_start or text[mark.start()] == "\n" or text[max(0, mark.start() - 1)] in "\n. "):
        one = replace(one, text_start=mark.start("mark") if mark["mark"].startswith(("Decision", "Penderfyniad")) else mark.end())
    title = re.sub(r"\s*:\s*[-–]*$", "", _FURNITURE.sub("", one.title).strip(" .\t*_"))
    start = one.text_start
    while start < one.end and text[start].isspace():
        start += 1
    end = one.end
    while end > start and (text[end - 1].isspace() or text[end - 1] == "|"):
        end -= 1
    return replace(one, title=title or one.title, text_start=start, end=max(end, start))
