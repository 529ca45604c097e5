"""Headings that bear a number, a code or a letter, on lines of their own or in front of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from archive.minutes.heading.numbering import WORD, Heading, parsed
from archive.minutes.heading.signs import CAPS, FEWEST, NO_HEADING, NOT_TITLE, NUMBER_OPENS
from archive.minutes.heading.titles import KNOWN, LONGEST_TITLE, MONTHS, RESOLVES, SENTENCE, TOLD, coded_title, is_title, leading_capitals, title_of
from archive.minutes.mention.listed import is_name

_NUMBER = rf"(?P<number>(?:{WORD} ?)?(?:[A-Z][A-Za-z]{{0,6}}[./ -]{{0,2}})?\d{{1,4}}(?:[a-z](?=/\d\d\b))?(?:(?:[./_]|-(?=\d{{3}}\b|0\d(?!\d)))\d{{1,4}}(?:-\d{{2}})?){{0,2}}(?:(?<=/\d\d):\d{{2}})?(?:\.?[a-z](?![a-z]))?)"
_NUMBERED = re.compile(rf"\W{{0,4}}{_NUMBER}\\?(?P<sign>[.):\]]*)[*_]{{0,2}}(?:\s*[|/]\s*|\s*[–—-]\s+|[\s\t]+|(?<=\d[.:)])(?=[A-Z][a-z]))(?P<title>[^\s|].*)")
_ALONE = re.compile(rf"\W{{0,4}}{_NUMBER}(?P<sign>[.):]*)\W*")
_SUB = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})[.)]$")


def begins(text: str, numbered: Sequence[Heading]) -> bool:
    """Whether one numbered title alone begins the items: the first of what every meeting deals with, or one that "Minutes:" stands below."""
    if len(numbered) != 1:
        return False
    one = numbered[0]
    return bool((one.value == 1 and KNOWN.fullmatch(one.title)) or re.match(r"\s*(?:Minutes|Decisions?|Cofnodion|Penderfyniad):", text[one.text_start :]))


_BY_LETTER = re.compile(r"\(?(?P<letter>[A-Za-z])[.)][ \t]+(?P<title>(?=[A-Z]).*)")
FEWEST_LETTERS = 4
"""Titles in capitals behind letters that make a series."""


def by_letters(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Titles that letters count, in capitals: "a) APOLOGIES  Mr. Ash"; in order from the first letter on."""
    wanted = "a"
    for start, end in lines:
        found = _BY_LETTER.fullmatch(text, start, end)
        if not found or found["letter"].casefold() != wanted:
            continue
        caps = len(found["title"]) if CAPS.fullmatch(found["title"]) else leading_capitals(found["title"])
        if caps:
            at = found.start("title")
            yield Heading(start, text[start : found.end("letter") + 1], "", 0, text[at : at + caps].strip(" .:–-"), at + caps, at + caps < end)
            wanted = chr(ord(wanted) + 1)


def above_minutes(text: str, headings: Sequence[Heading]) -> list[Heading]:
    """The headings of the numbering whose items have "Minutes:" below them, where two or more have; other numbers are of what is told."""
    above = [one.family for one in headings if _MARK_BELOW.search(text, one.text_start, one.text_start + _AGENDA_BETWEEN)]
    family, count = Counter(above).most_common(1)[0] if above else ("", 0)
    return [one for one in headings if one.family == family] if count >= FEWEST else []


_MARK_BELOW = re.compile(r"\nMinutes:\s")
_AGENDA_BETWEEN = 400
"""Characters of the agenda between a title and its minutes."""
_IN_BRACKETS = re.compile(r"\(?(?P<letter>[a-z])\)\s+(?P<title>[A-Z][^\n]{3,150})")
FEWEST_IN_BRACKETS = 3
"""Titles behind letters in brackets that make one."""


def by_letters_in_brackets(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Titles on lines of their own that letters in brackets count: "(a) Appointment of Chairman"; in order from the first letter on."""
    wanted = "a"
    for start, end in lines:
        found = _IN_BRACKETS.fullmatch(text[start:end].strip())
        title = found["title"].rstrip(" .:") if found else ""
        if found and found["letter"] == wanted and not re.search(r"[.;,?!]$", title) and not TOLD.search(title):
            yield Heading(start, f"({wanted})", "", 0, title, end, False)
            wanted = chr(ord(wanted) + 1)


_FIRST_NUMBERS = 4
"""With one of these a numbering begins whose first items may have no title."""


def with_untitled(text: str, lines: Sequence[tuple[int, int]], chosen: list[Heading]) -> list[Heading]:
    """The headings of a numbering, and where it leaves out a number the paragraph that bears it: "2. The minutes were signed."."""
    if not chosen[0].value or not all(one.value for one in chosen):
        return chosen
    gaps = [(0, chosen[0], range(1, chosen[0].value))] if chosen[0].value <= _FIRST_NUMBERS else []
    gaps += [(before.text_start, after, range(before.value + 1, after.value)) for before, after in pairwise(chosen) if 1 < after.value - before.value <= 3]
    found = list[Heading]()
    starts = [start for start, _ in lines]
    for begin, after, values in gaps:
        for value in values:
            number = re.sub(rf"(?<!\d){after.value}(?!\d)", str(value), after.number)
            for start, end in lines[bisect_left(starts, begin) : bisect_left(starts, after.start)]:
                opens = re.match(rf"\W{{0,2}}{re.escape(number.rstrip('.'))}[.):]?[ \t]+(?=[A-Z])", text[start:end])
                if opens and number.rstrip(".") != after.number.rstrip("."):
                    found.append(Heading(start, number, after.family, value, "", start + opens.end(), True))
                    begin = end
                    break
    return sorted([*chosen, *found], key=lambda one: one.start)


_LETTERED = re.compile(r"([IVXL]{1,6}(?=[ \t]+[A-Z]{2})|(?:[IVXL]{1,6}|[ivxl]{1,6}|[A-Za-z])[.)])[ \t]+(?=[A-Z])")


def with_letters(chosen: list[Heading]) -> list[Heading]:
    """Headings without a number, with the Roman numbers or letters in front of them told apart, if three bear such."""
    found = [None if one.number else _LETTERED.match(one.title) for one in chosen]
    if len([letters for letters in found if letters]) < 3:
        return chosen
    return [replace(one, number=letters[1], title=one.title[letters.end() :]) if letters else one for one, letters in zip(chosen, found, strict=True)]


_ITEM_BELOW = re.compile(r"\s*\((?:Agenda )?Items? ?(?:[Nn]o\.? ?)?(?P<number>\d{1,3}[a-z]?)\)\s*", re.IGNORECASE)
"""``(Item 4)`` on a line of its own belongs to the heading above it."""


def _heads_number(above: str, written: str) -> bool:
    """Whether a title stands above the number in front of the text: "APOLOGIES", and below it "AUD21/15  Apologies were recorded"."""
    told = TOLD.search(written) or RESOLVES.match(written) or (SENTENCE.match(written) and written.rstrip().endswith("."))
    return bool(told) and not _NUMBERED.match(above) and not NO_HEADING.match(above.upper()) and (is_title(above) or bool(CAPS.fullmatch(above)))


def _shouted(line: str) -> bool:
    """Whether a line is in capitals and no number of a minute."""
    return bool(CAPS.fullmatch(line)) and len(re.sub(r"[^A-Z]", "", line)) >= 5 and not _ALONE.fullmatch(line)


def _first_of_title(text: str, lines: Sequence[tuple[int, int]], last: int) -> int:
    """The first line of a title that ends in a line: in capitals it may have been wrapped."""
    first = last
    while first and last - first < 3 and _shouted(text[slice(*lines[first])]) and _shouted(text[slice(*lines[first - 1])]):
        first -= 1
    return first


_SECOND = re.compile(r"\d{1,2}[.):]?[ \t]+(?=[A-Z][A-Za-z])")
"""The agenda's number behind that of the minute: "C48/23  1.  Apologies"."""


def numbered_headings(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    said = Counter(text[start:end] for start, end in lines)
    for n, (start, end) in enumerate(lines):
        line = text[start:end]
        if _ITEM_BELOW.fullmatch(line):
            continue
        found = _NUMBERED.fullmatch(line) if len(line) < 4000 else _NUMBERED.match(line)
        above = text[lines[n - 1][0] : lines[n - 1][1]].strip(" *_#") if n else ""
        if found and not found["number"].isdigit() and _heads_number(above, found["title"]):
            yield Heading(lines[n - 1][0], *parsed(found["number"], found["sign"], line), above.strip(" .:"), start + found.start("title"), False)
            continue
        second = _SECOND.match(found["title"]) if found and not found["number"].isdigit() else None
        opens = second.end() if second else 0
        if found and (second or _is_numbered_title(found)):
            written = found["title"][opens:]
            title, rest = title_of(written)
            if not title and (found["sign"] or not found["number"].isdigit()):
                title, rest = coded_title(written, plain=found["number"].isdigit())
            if title:
                text_start = start + found.start("title") + opens + rest
                yield Heading(start, *parsed(found["number"], found["sign"], line), title, text_start, rest < len(written))
        if len(line) > 200:
            yield from _within(text, start, end)
        alone = _ALONE.fullmatch(line)
        if found and not alone:
            continue
        if alone and n + 1 < len(lines):
            below = n + 1 + _parts_between(text, lines, n, alone["number"])
            following = text[lines[below][0] : lines[below][1]]
            first = _first_of_title(text, lines, n - 1) if n else 0
            above = text[lines[first][0] : lines[n - 1][1]].strip(" *_#").replace("\n", " ") if n else ""
            if (
                not alone["number"].isdigit()
                and (is_title(above.rstrip(" .:")) or KNOWN.fullmatch(above) or _shouted(above))
                and not NO_HEADING.match(above.upper())
                and not is_title(following)
            ):
                yield Heading(lines[first][0], *parsed(alone["number"], alone["sign"]), above.strip(" .:"), end, False)
                continue
            if (
                not alone["sign"]
                and alone["number"].isdigit()
                and (
                    said[following] > 1
                    or re.search(r"[.;,?!]$", following)
                    or TOLD.search(following)
                    or (" " in following and is_name(following) and not following.isupper() and not KNOWN.fullmatch(following))
                )
            ):
                continue  # The number of a page, above what stands at the head of every page.
            if (
                len(following) <= LONGEST_TITLE
                and (following[:1].isupper() or re.match(NUMBER_OPENS, following))
                and not NO_HEADING.match(re.sub(r"^MINUTES OF\b", "", following) or "-")
            ):
                yield Heading(start, *parsed(alone["number"], alone["sign"]), following.strip(), lines[below][1], False)


def _parts_between(text: str, lines: Sequence[tuple[int, int]], n: int, number: str) -> int:
    """How many numbers of paragraphs stand between the number of an item and its title, where a column was lost: "2.", "2.1", "URGENT ITEMS"."""
    count = 0
    while (
        number.isdigit()
        and n + count + 2 < len(lines)
        and count < 3
        and re.fullmatch(rf"{number}\.\d{{1,2}}(?:\.\d{{1,2}})?\.?", text[slice(*lines[n + count + 1])].strip())
    ):
        count += 1
    return count


_PART = re.compile(r"\W{0,4}(?P<number>(?P<whole>\d{1,3})\.(?P<part>\d{1,2})(?:\.\d{1,2})?)(?P<sign>[.):]*)\s+(?P<title>[^\s|].*)")


def with_parts(text: str, lines: Sequence[tuple[int, int]], chosen: Sequence[Heading]) -> list[Heading]:
    """The items, and below those whose parts all have titles ("3.1 Grants", "3.2 Lighting") the parts; numbered paragraphs are no parts."""
    found = [(start, part) for start, end in lines if end - start <= LONGEST_TITLE and (part := _PART.fullmatch(text, start, end))]
    starts = [start for start, _ in found]
    made: list[Heading] = []
    for one, following in zip(chosen, [*chosen[1:], None], strict=True):
        made.append(one)
        whole = re.search(r"\d+", one.number)
        if one.family not in ("#", "item #", "##") or not whole:
            continue
        stop = following.start if following else len(text)
        within = found[bisect_right(starts, one.start) : bisect_left(starts, stop)]
        parts = [(start, part) for start, part in within if part["whole"] == whole[0]]
        every = len(re.findall(rf"^\W{{0,4}}{whole[0]}\.\d", text[one.text_start : stop], re.MULTILINE))
        if len(parts) < every or not parts or parts[0][1]["part"] != "1" or not all(is_title(part["title"]) for _, part in parts):
            continue
        made += [Heading(start, part["number"], "part", 0, part["title"].strip(" .:"), part.end(), False) for start, part in parts]
    return made


_CODED = re.compile(
    r"(?:(?<=[.!?)”:] )(?P<plain>\d{1,4}[./]\d{1,4}(?:[./-]\d{2,4})?|\d{1,2}(?=\. [A-Z]))|(?<=\s)(?P<lettered>[A-Z][A-Za-z]{0,6}[./ ]?\d{1,4}[./-]\d{1,4}(?:[./-]\d{2,4})?))(?P<sign>[.:]?) (?=[A-Z])"
)


def _within(text: str, start: int, end: int) -> Iterator[Heading]:
    """Coded numbers in the middle of a long line, where paragraphs were lost."""
    for found in _CODED.finditer(text, start + 5, end):
        number = found["plain"] or found["lettered"]
        title, rest = coded_title(text[found.end() : min(end, found.end() + 300)], plain=number.isdigit())
        if title and not NOT_TITLE.match(title):
            yield Heading(found.start(), *parsed(number, found["sign"]), title, found.end() + rest, True)


_SMALL_OPENS = re.compile(r"[ei]-?[A-Z]|e-[a-z]")
"""Words that are titles with a small letter: "e-bikes", "iPads"."""


def _is_numbered_title(found: re.Match[str]) -> bool:
    title = found["title"]
    if (
        NOT_TITLE.match(title)
        or (MONTHS.match(title) and not found["sign"])
        or not (title[0].isupper() or title[0].isdigit() or title[0] in "“'‘\"*(" or _SMALL_OPENS.match(title))
    ):
        return False
    return (
        bool(found["sign"]) or not found["number"].isdigit() or bool(CAPS.match(title) or title.lstrip("“‘'\"")[:1].isupper() or re.match(NUMBER_OPENS, title))
    )


def with_item_below(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Titles with ``(Item 4)`` on the line below, whether or not they bear a number of their own."""
    for (start, end), (low, high) in pairwise(lines):
        below, line = _ITEM_BELOW.fullmatch(text, low, high), text[start:end].strip()
        if below and len(line) <= 2 * LONGEST_TITLE and line[:1].isalnum():
            own = _NUMBERED.fullmatch(line)
            title = (own["title"] if own else line).strip(" .")
            yield Heading(start, own["number"] + ("." if own["sign"] else "") if own else below["number"], "(item)", 0, title, high, False)
