"""A whole document of minutes, split into its items by what clerks put in front of them: numbers, capitals, "Minutes:"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.minutes.mention.listed import is_name
from archive.minutes.numbering import WORD, Heading, chosen_numbering, parsed, recounted
from archive.minutes.prose import paragraphs
from archive.minutes.titles import KNOWN, LONGEST_TITLE, MONTHS, RESOLVES, SENTENCE, TOLD, coded_title, is_title, leading_capitals, title_of

_NUMBER = rf"(?P<number>(?:{WORD} ?)?(?:[A-Z][A-Za-z]{{0,6}}[./ -]{{0,2}})?\d{{1,4}}(?:[a-z](?=/\d\d\b))?(?:(?:[./_]|-(?=\d{{3}}\b|0\d(?!\d)))\d{{1,4}}(?:-\d{{2}})?){{0,2}}(?:(?<=/\d\d):\d{{2}})?(?:\.?[a-z](?![a-z]))?)"
_NUMBERED = re.compile(rf"\W{{0,4}}{_NUMBER}\\?(?P<sign>[.):\]]*)[*_]{{0,2}}(?:\s*[|/]\s*|\s*[–—-]\s+|[\s\t]+|(?<=\d[.:)])(?=[A-Z][a-z]))(?P<title>[^\s|].*)")
_ALONE = re.compile(rf"\W{{0,4}}{_NUMBER}(?P<sign>[.):]*)\W*")
_SUB = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})[.)]$")
_NUMBER_OPENS = (
    r"(?:\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)? ?[A-Z]{3}|\d{4}[/-]\d{2,4} [A-Z]|(?:19|20)\d\d(?:[/-]\d{2,4})? [A-Z][a-z]|\d{2,4}/\d{2,6}(?:/\w{1,5})?,?(?::| [–-])? [A-Z\d]|"
    r"\d{1,3}[a-z]?(?:[–-]\d{1,3}[a-z]?)?,? (?:[A-Z][\w'’]+ ){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Way|Terrace|Crescent|Place|Row|Square|Gardens|Hill|Court)\b|"
    r"\d{1,2} ?(?:mph|MPH|[Yy]ear|[Mm]onth)\b|\d{1,2}(?:st|nd|rd|th) (?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]|"
    r"\d{1,2}[A-Z] [A-Z]|\d{3}(?: [A-Z][a-z]+){1,4}$)"
)
"""How a title begins with a number: a year, the reference of an application, the number of a house, a limit."""
_NOT_TITLE = re.compile(
    rf"(?:(?:For|Against|Abstentions?|Abstained|In [Ff]avour)[,:;] |(?:RESOLVED|AGREED|NOTED|Resolved|Agreed|Noted) (?:that|THAT|to)\b|In (?:response|reply|answer) to\b|(?:A|One|Some|Another) (?:[Mm]ember|[Cc]ouncillor|[Rr]esident)s?\b|That|To (?!(?i:receive|consider|note|approve|confirm|agree|discuss|elect|appoint|adopt|sign|review|resolve|report|authorise|decide|determine|make|set|record|co-opt|accept|hear|ratify|answer|update|confirm/sign|approve/sign|elect|co-opt|fix|review|endorse|highlight|inform|provide|delegate|exclude))|that|the|a|an|and|of|to|for|in|it|is|was|were|votes?|members?|am|pm|noon)\b|(?!{_NUMBER_OPENS})\d|[£%/]"
)
_CAPS = re.compile(r"[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*")
_NO_HEADING = re.compile(
    r"\W*(?:RESOLVED|AGREED|RECOMMENDED|DECISION|ACTION|NOTED|APPROVED|CARRIED|PRESENT|MEMBERS|ABSENT|IN ATTENDANCE|IN THE CHAIR|MINUTES OF(?! (?:THE )?(?:LAST|PREVIOUS|PRECEDING)\b)|NOTES OF|CHAIR|SIGNED|DATED|DATE(?! (?:AND (?:TIME|VENUE|PLACE) )?OF (?:THE )?NEXT\b)|DRAFT|CONFIRMED|VOTE|FOR|AGAINST|ABSTENTION|"
    r"UNANIMOUS|REASON|AND AGREED|AND RESOLVED|OFFICIALS|CATHAOIRLEACH|WRTH LAW|PROPOSED|SECONDED|OFFICERS?|COUNCILLORS?|ALSO PRESENT|ALSO IN ATTENDANCE|(?:OTHERS|THOSE) (?:PRESENT|ATTENDING|IN ATTENDANCE)|YN BRESENNOL|PRESENNOL|PENDERFYNWYD|HELD|APPLICANTS?|OBSERVERS|BY INVITATION|ATTENDANCE|NB)\b|\W*$",
)
_MINUTES = re.compile(r"(?:^|\s)(?P<mark>(?:Draft )?Minutes|Decisions?|Cofnodion|Minute|Penderfyniad)\s?:(?=\s|$)")
_FURNITURE = re.compile(
    r"\s*(?:\bpdf icon\b.*|\bPDF \d+ ?[KM]B\b.*|\bAdditional documents?:.*|\bSupporting documents?:.*|\bDogfennau ychwanegol:.*|\bpdf eicon\b.*)",
    re.IGNORECASE | re.DOTALL,
)
FEWEST = 2
"""Numbered headings that make a numbering."""


@dataclass(frozen=True)
class Segment:
    """One item: its number and title as printed, and its minutes, by offsets into the document."""

    number: str
    title: str
    start: int
    text_start: int
    end: int


def segments_of(text: str) -> tuple[int, list[Segment]]:
    """Where the head of a document ends, and its items in order; one item of all that is left where nothing splits it."""
    found = _page_of_one(text) or _by_bars(text) or _by_headings(text)
    if not found:
        return 0, [Segment("", "", 0, 0, len(text))] if text.strip() else []
    return found[0].start, [_with_minutes(text, one) for one in found]


# ── a page of one item, as its publisher's site shows it ────────────────────────────────────────────────────────────

_PAGE_OF_ONE = re.compile(
    r"\s*(?:You are here:\s*|[^\n]{0,60} - Home\s*|Skip to [^\n]{1,40}\s*|To report any issues [^\n]{1,120}\s*)*(?:(?:Agenda item|Eitem ar yr agenda|Decision details|Manylion y penderfyniad)\s*\n\s*(?P<title>[^\n]{2,200}?)\s*\n|"
    r"(?:Issue - (?:meetings|decisions|items at meetings)\b[^\n]*\n)?(?:\s*(?!Meeting:)[^\n]{1,200}\n){0,2}\s*Meeting: \d{1,2}/\d{1,2}/\d{4} - [^\n]{1,120}\n\s*(?P<item>[^\n]{2,200}?)\s*\n)",
    re.IGNORECASE,
)
"""How the text of a page of ModernGov about one item begins."""
_OWN_NUMBER = re.compile(r"(\d{1,4}[a-z]?\.?)\s+(?=\S)")


def _page_of_one(text: str) -> list[Segment]:
    """The item of such a page: paragraphs that are numbered in it are no items."""
    page = _PAGE_OF_ONE.match(text)
    if not page or len(re.findall(r"^\s*Meeting: \d{1,2}/", text, re.MULTILINE)) > 1:
        return []
    group = "title" if page["title"] else "item"
    title, start = page[group], page.start(group)
    number = _OWN_NUMBER.match(title) if group == "item" else None
    return [Segment(number[1] if number else "", _FURNITURE.sub("", title[number.end() if number else 0 :]), start, page.end(group), len(text))]


# ── headings on lines of their own, or in front of the text ─────────────────────────────────────────────────────────


def _by_headings(text: str) -> list[Segment]:
    lines = [(start, end) for start, end in paragraphs(text) if any(sign.isalnum() for sign in text[start:end])]
    every = recounted([*_numbered(text, lines)])
    numbered = chosen_numbering(_above_minutes(text, every) or every)
    inline = _inline_numbers(text) or _inline_row(text) or _inline_capitals(text) if len(lines) <= _LINES_OF_A_LOST_LAYOUT else []
    chosen = max(numbered if len(numbered) >= FEWEST or _begins(text, numbered) else [], inline, key=len)
    if numbered and inline and {one.family for one in (*numbered, *inline)} == {"#"}:
        both = {one.start: one for one in (*numbered, *inline)}
        chosen = max(chosen, chosen_numbering([both[start] for start in sorted(both)]), key=len)
    below = [*_with_item_below(text, lines)]
    if len(below) >= FEWEST and len(below) >= len(chosen):
        chosen = below
    if chosen and len(chosen) < 5 and chosen[0].start > len(text) * 0.6 and sum(bool(KNOWN.fullmatch(one.title)) for one in chosen) < FEWEST:
        chosen = []  # A list at the end is no numbering of the items: nothing of the text in front of it may be lost.
    capitals = [*_capitals(text, lines)]
    lettered = [*_lettered(text, lines)]
    bracketed = [*_bracketed(text, lines)]
    if len(lettered) >= _FEWEST_LETTERS and len(lettered) > len(chosen):
        chosen = lettered
    elif len(bracketed) >= _FEWEST_IN_BRACKETS and not chosen and any(KNOWN.fullmatch(one.title) for one in bracketed):
        chosen = bracketed
    elif not chosen or (len(capitals) >= 5 and len(chosen) <= FEWEST):
        chosen = capitals
    page = _page_of_many(text, lines) if len(chosen) < FEWEST else []
    if len(page) >= FEWEST:
        chosen = page
    if len(chosen) < FEWEST and not _begins(text, chosen):
        known = [*_known(text, lines)]
        short = [*_short(text, lines)]
        if len(short) >= FEWEST:
            known = sorted({one.start: one for one in [*known, *short]}.values(), key=lambda one: one.start)
        chosen = max(chosen, known, [*_in_front(text, lines)], key=len)
    if chosen:
        chosen = _with_letters(_with_untitled(text, lines, chosen))
        above = [*_above(text, lines, chosen[0].start)] or _preamble(text, lines, chosen[0].start)
        chosen = _with_interludes(text, lines, [*above, *_with_parts(text, lines, chosen)])
    ends = [*(one.start for one in chosen[1:]), len(text)]
    return [Segment(one.number, one.title, one.start, one.text_start, end) for one, end in zip(chosen, ends, strict=False)]


def _begins(text: str, numbered: Sequence[Heading]) -> bool:
    """Whether one numbered title alone begins the items: the first of what every meeting deals with, or one that "Minutes:" stands below."""
    if len(numbered) != 1:
        return False
    one = numbered[0]
    return bool((one.value == 1 and KNOWN.fullmatch(one.title)) or re.match(r"\s*(?:Minutes|Decisions?|Cofnodion|Penderfyniad):", text[one.text_start :]))


_BY_LETTER = re.compile(r"\(?(?P<letter>[A-Za-z])[.)][ \t]+(?P<title>(?=[A-Z]).*)")
_FEWEST_LETTERS = 4
_LINES_OF_A_LOST_LAYOUT = 6
"""So many paragraphs, or fewer, has a document whose lines were lost."""


def _lettered(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Titles that letters count, in capitals: "a) APOLOGIES  Mr. Ash"; in order from the first letter on."""
    wanted = "a"
    for start, end in lines:
        found = _BY_LETTER.fullmatch(text, start, end)
        if not found or found["letter"].casefold() != wanted:
            continue
        caps = len(found["title"]) if _CAPS.fullmatch(found["title"]) else leading_capitals(found["title"])
        if caps:
            at = found.start("title")
            yield Heading(start, text[start : found.end("letter") + 1], "", 0, text[at : at + caps].strip(" .:–-"), at + caps, at + caps < end)
            wanted = chr(ord(wanted) + 1)


def _above_minutes(text: str, headings: Sequence[Heading]) -> list[Heading]:
    """The headings of the numbering whose items have "Minutes:" below them, where two or more have; other numbers are of what is told."""
    above = [one.family for one in headings if _MARK_BELOW.search(text, one.text_start, one.text_start + _AGENDA_BETWEEN)]
    family, count = Counter(above).most_common(1)[0] if above else ("", 0)
    return [one for one in headings if one.family == family] if count >= FEWEST else []


_MARK_BELOW = re.compile(r"\nMinutes:\s")
_AGENDA_BETWEEN = 400
"""Characters of the agenda between a title and its minutes."""
_MANY = re.compile(r"\s*(?:Skip to main content\s*)?Agenda(?:, decisions)? and (?:draft )?minutes\b[^\0]{0,900}?\n\s*(?:No\. Item|Items)\s*\n")
_PURPOSE = re.compile(
    r"(?:To (?:receive|consider|confirm|note|approve|sign|agree|review|discuss|record|report|invite)\b|Members (?:are|will|of)\b|The (?:Committee|Board|Panel|Council|Sub-Committee) (?:will|is|are)\b)"
)


def _page_of_many(text: str, lines: Sequence[tuple[int, int]]) -> list[Heading]:
    """The titles of a page of a meeting whose numbers and marks were lost: those with a document behind them, or the agenda's purpose below."""
    page = _MANY.match(text)
    found = list[Heading]()
    for (start, end), (low, high) in pairwise(lines) if page else ():
        line = text[start:end].strip()
        title = _FURNITURE.sub("", line).strip(" .")
        if start < (page.end() if page else 0) or not title[:1].isupper() or len(title) > 2 * LONGEST_TITLE:
            continue
        has_document = title != line.strip(" .")
        if has_document or (len(line) <= LONGEST_TITLE and not line.endswith((".", ";", ":", ",")) and _PURPOSE.match(text[low:high])) or KNOWN.fullmatch(line):
            found.append(Heading(start, "", "", 0, title, end, False))
    return found


_IN_BRACKETS = re.compile(r"\(?(?P<letter>[a-z])\)\s+(?P<title>[A-Z][^\n]{3,150})")
_FEWEST_IN_BRACKETS = 3


def _bracketed(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
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


def _with_untitled(text: str, lines: Sequence[tuple[int, int]], chosen: list[Heading]) -> list[Heading]:
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


def _with_letters(chosen: list[Heading]) -> list[Heading]:
    """Headings without a number, with the Roman numbers or letters in front of them told apart, if three bear such."""
    found = [None if one.number else _LETTERED.match(one.title) for one in chosen]
    if len([letters for letters in found if letters]) < 3:
        return chosen
    return [replace(one, number=letters[1], title=one.title[letters.end() :]) if letters else one for one, letters in zip(chosen, found, strict=True)]


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


def _with_interludes(text: str, lines: Sequence[tuple[int, int]], chosen: list[Heading]) -> list[Heading]:
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


_ITEM_BELOW = re.compile(r"\s*\((?:Agenda )?Items? ?(?:[Nn]o\.? ?)?(?P<number>\d{1,3}[a-z]?)\)\s*", re.IGNORECASE)
"""``(Item 4)`` on a line of its own belongs to the heading above it."""


def _heads_number(above: str, written: str) -> bool:
    """Whether a title stands above the number in front of the text: "APOLOGIES", and below it "AUD21/15  Apologies were recorded"."""
    told = TOLD.search(written) or RESOLVES.match(written) or (SENTENCE.match(written) and written.rstrip().endswith("."))
    return bool(told) and not _NUMBERED.match(above) and not _NO_HEADING.match(above.upper()) and (is_title(above) or bool(_CAPS.fullmatch(above)))


def _shouted(line: str) -> bool:
    """Whether a line is in capitals and no number of a minute."""
    return bool(_CAPS.fullmatch(line)) and len(re.sub(r"[^A-Z]", "", line)) >= 5 and not _ALONE.fullmatch(line)


def _first_of_title(text: str, lines: Sequence[tuple[int, int]], last: int) -> int:
    """The first line of a title that ends in a line: in capitals it may have been wrapped."""
    first = last
    while first and last - first < 3 and _shouted(text[slice(*lines[first])]) and _shouted(text[slice(*lines[first - 1])]):
        first -= 1
    return first


_SECOND = re.compile(r"\d{1,2}[.):]?[ \t]+(?=[A-Z][A-Za-z])")
"""The agenda's number behind that of the minute: "C48/23  1.  Apologies"."""


def _numbered(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
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
                and not _NO_HEADING.match(above.upper())
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
                and (following[:1].isupper() or re.match(_NUMBER_OPENS, following))
                and not _NO_HEADING.match(re.sub(r"^MINUTES OF\b", "", following) or "-")
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


def _with_parts(text: str, lines: Sequence[tuple[int, int]], chosen: Sequence[Heading]) -> list[Heading]:
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
        if title and not _NOT_TITLE.match(title):
            yield Heading(found.start(), *parsed(number, found["sign"]), title, found.end() + rest, True)


_SMALL_OPENS = re.compile(r"[ei]-?[A-Z]|e-[a-z]")
"""Words that are titles with a small letter: "e-bikes", "iPads"."""


def _is_numbered_title(found: re.Match[str]) -> bool:
    title = found["title"]
    if (
        _NOT_TITLE.match(title)
        or (MONTHS.match(title) and not found["sign"])
        or not (title[0].isupper() or title[0].isdigit() or title[0] in "“'‘\"*(" or _SMALL_OPENS.match(title))
    ):
        return False
    return (
        bool(found["sign"])
        or not found["number"].isdigit()
        or bool(_CAPS.match(title) or title.lstrip("“‘'\"")[:1].isupper() or re.match(_NUMBER_OPENS, title))
    )


_PRESENT = re.compile(
    r"^\W*(?:members |those |councillors |[a-z]+ members )?(?:present|attendees|in attendance|sederunt|yn bresennol|presennol)\b", re.IGNORECASE | re.MULTILINE
)
_HEAD = 2500
"""Characters at the beginning, where the name of the body stands in capitals above those present."""


def _capitals(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Lines in capitals, or capitals in front of a line; not those above the list of who was present."""
    present = _PRESENT.search(text, 0, _HEAD)
    for n, (start, end) in enumerate(lines):
        if present and start < present.start():
            continue
        line = text[start:end].strip(" *_#")
        if _NO_HEADING.match(line) or len(re.sub(r"[^A-Z]", "", line)) < 5:
            continue
        if _CAPS.fullmatch(line) and len(line) <= 110 and n + 1 < len(lines):
            yield Heading(start, "", "", 0, line.strip(" .:"), end, False)


_TOP = 250
"""Characters in which a document says what it is."""
_LISTS_BEHIND = re.compile(
    r"(?:apologies|members|public|police|visitors|guests|clerk|councillors?|county councillors?|district councillors?)\b[^:]{0,40}:[\s–-]*(?:[A-Z]|none)|apolog(?:y|ies) (?-i:(?:[A-Z]\.? ){1,3}[A-Z][a-z])",
    re.IGNORECASE,
)
"""Who was there, and no title: "Police: PC Ash"."""


def _known(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Lines that say no more than what every meeting deals with."""
    present = _PRESENT.search(text, 0, _HEAD)
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


def _above(text: str, lines: Sequence[tuple[int, int]], first: int) -> list[Heading]:
    """Titles between the list of who was present and the first item, with a paragraph below: "Urgent Business"."""
    present = _PRESENT.search(text, 0, min(_HEAD, first))
    found = {one.start: one for one in [*_known(text, lines), *_short(text, lines)] if present and present.end() < one.start < first}
    below = {start: text[low:high] for (start, _), (low, high) in pairwise(lines)}
    return [one for start, one in sorted(found.items()) if len(below.get(start, "")) >= 90 and not _ATTENDANCE.search(one.title)]


_NO_PREAMBLE = re.compile(r"apolog|attend|present|absent|absence|substitut|quorum|\bheld (?:on|at|in)\b|sederunt|\t|ymddih", re.IGNORECASE)
_ACTS = re.compile(rf"{TOLD.pattern}|\b[a-z]{{3,}}ed\b")
_PREAMBLE_FROM = 45
"""Characters of a paragraph."""


def _preamble(text: str, lines: Sequence[tuple[int, int]], first: int) -> list[Heading]:
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


_ATTENDANCE = re.compile(
    r"present|apolog|attend|absen|officer|official|member|councillor|clerk|chair|cynghor|comhairl|presennol|ymddih|láthair|lathair|baill|oifig|[(,]",
    re.IGNORECASE,
)


def _with_item_below(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Titles with ``(Item 4)`` on the line below, whether or not they bear a number of their own."""
    for (start, end), (low, high) in pairwise(lines):
        below, line = _ITEM_BELOW.fullmatch(text, low, high), text[start:end].strip()
        if below and len(line) <= 2 * LONGEST_TITLE and line[:1].isalnum():
            own = _NUMBERED.fullmatch(line)
            title = (own["title"] if own else line).strip(" .")
            yield Heading(start, own["number"] + ("." if own["sign"] else "") if own else below["number"], "(item)", 0, title, high, False)


_OPENS = re.compile(r"(?:\(?\w{1,3}(?:\.\d{1,2})?[.)]?[ \t]+)?[A-Z]")
"""How a paragraph begins, numbered or not."""
_LABEL = re.compile(r"(?P<title>[A-Z][^:.;\t|\n]{3,70}?)(?P<sign>:|\.| [–—-])[ \t]+(?=[A-Z“‘\d])")
_MOST_WORDS = 9
"""Of a title in front of its text that nothing but a sign tells from it."""
_FEWEST_IN_FRONT = 4
_FEWEST_KNOWN = 3


def _in_front(text: str, lines: Sequence[tuple[int, int]]) -> list[Heading]:
    """Titles without a number in front of their text: "APOLOGIES – Cllr Ash", and "Apologies: Cllr Ash" where three such are what every meeting deals with."""
    capitals, labels = list[Heading](), dict[str, list[Heading]]()
    for start, end in lines:
        line = text[start:end]
        caps, label = leading_capitals(line), _LABEL.match(line)
        title = (line[:caps] if caps else label["title"] if label else "").strip(" *_#.:–-")
        if len(title) < 4 or _NO_HEADING.match(title.upper()) or (not caps and is_name(title)) or len(title.split()) > _MOST_WORDS:
            continue
        if caps:
            capitals.append(Heading(start, "", "", 0, title, start + caps, True))
        elif label and not TOLD.search(title) and (KNOWN.fullmatch(title) or not SENTENCE.match(title)):
            labels.setdefault(label["sign"], []).append(Heading(start, "", "", 0, title, start + label.end(), True))
    told = [some for some in labels.values() if sum(bool(KNOWN.fullmatch(one.title)) for one in some) >= _FEWEST_KNOWN]
    told += [capitals] if len(capitals) >= _FEWEST_IN_FRONT else []
    return max(told, key=len, default=[])


def _short(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Heading]:
    """Short lines without a full stop, each with a paragraph below it: titles that nothing else marks."""
    colon = sum(text[start:end].rstrip().endswith(":") for start, end in ((one.start, one.text_start) for one in _known(text, lines))) >= _FEWEST_KNOWN
    least = 45 if sum(1 for _ in _known(text, lines)) >= 4 else 90
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
        if not TOLD.search(line) and not _NO_HEADING.match(line.upper()):
            yield Heading(start, "", "", 0, line.rstrip(" :"), end, False)


_INLINE = re.compile(
    rf"(?:^|(?<=[\w.!?)”|] ))[(\[]?(?P<number>(?:{WORD} ?)?(?P<code>[A-Z]{{1,5}}[./ -]?|[A-Z][a-z]{{1,5}}[./-])?\d{{1,4}}(?P<parts>(?:[./-]\d{{1,4}}){{0,2}}))(?P<sign>[.):\]]*)(?P<dash>[ \t]?[|–:-])?[ \t](?:\d{{1,2}}[.)]?[ \t]+)?(?=[A-Z])"
)


def _inline_numbers(text: str) -> list[Heading]:
    """Numbered titles within long lines; a plain number without a sign needs a title in capitals."""
    found = []
    for one in _INLINE.finditer(text):
        rest = text[one.end() : one.end() + 300].split("\n")[0]
        marked = one["sign"] or one["dash"] or one["parts"] or not one["number"].isdigit()
        caps = leading_capitals(rest)
        title, behind = (rest[:caps].strip(" .:–-|"), caps) if caps else coded_title(rest) if marked else ("", 0)
        if title and not _NOT_TITLE.match(title) and not MONTHS.match(title) and not (one["code"] and one["number"].startswith(_NO_CODES)):
            found.append(Heading(one.start(), *parsed(one["number"], one["sign"], one[0]), title, one.end() + behind, True))
    chosen = chosen_numbering(recounted(found))
    return chosen if len(chosen) >= 3 else []


_ROW = re.compile(r"(?<=[\w.!?)”:]) (?P<number>\d{1,2})(?P<sign>\.?) (?=[A-Z])")
_USUAL = frozenset({"minutes", "questions", "deputations", "motions", "petitions", "announcements", "membership"})
_ROW_ENDS = re.compile(
    r"\s(?=(?:Decisions?|Motion|Resolved|RESOLVED|Recommendations?|Members)\b|(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b\.? )?(?:[A-Z]\.? ){1,3}[A-Z][\w'’]+ [a-z]+(?:ed|ing)\b)"
)


def _inline_row(text: str) -> list[Heading]:
    """Plain numbers within long lines, with or without a full stop, that count from the first on by one: "1 Minutes The Chair … 2 Grants The Clerk …"."""
    wanted, at, found = 1, 0, list[Heading]()
    for one in _ROW.finditer(text):
        if int(one["number"]) != wanted or one.start() < at:
            continue
        rest = text[one.end() : one.end() + LONGEST_TITLE]
        if _NOT_TITLE.match(rest) or MONTHS.match(rest):
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


def _inline_capitals(text: str) -> list[Heading]:
    """Titles in capitals within long lines, with a colon or the number of the minute behind: "ADOPTION OF MINUTES: On the proposal …"."""
    found = []
    for one in _SHOUTED.finditer(text):
        if not _NO_HEADING.match(one["title"]) and not _ATTENDANCE.search(one["title"]):
            number = (one["number"] or "").strip()
            found.append(Heading(one.start(), number, "", 0, one["title"], one.end(), True))
    return found if len(found) >= FEWEST or any(one.number for one in found) else []


_NO_CODES = ("NO", "PAGE", "PART", "PHASE", "YEAR", "PM", "AM", "A ", "I ")
"""Words in front of numbers that count something else."""


# ── tables flattened to "Title … Minutes: … |" ──────────────────────────────────────────────────────────────────────


def _by_bars(text: str) -> list[Segment]:
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


def _with_minutes(text: str, one: Segment) -> Segment:
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
