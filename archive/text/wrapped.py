"""Plain text as programs and printers left it, made whole: wrapped and double-spaced lines joined, page numbers out of sentences."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

_PAGE = re.compile(r"\W*(?:page\s*\|?\s*)?\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*(?:\|?\s*page)?\W*", re.IGNORECASE)
_SURELY_PAGE = re.compile(r"\W*(?:page\s*\|?\s*\d{1,4}.*|\d{1,4}\s*\|\s*page.*|[-–]\s*\d{1,4}\s*[-–]\W*(?:initials?|initialled|signed)?\W*)", re.IGNORECASE)
_MARK = re.compile(r"\([ivx]{1,4}\)(?=[A-Z])|(?:\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,4})[.)]|\d{1,3}(?:\.\d{1,3})+\.?|[•·▪*–-]|o |[A-Z]{1,6}[./]?\d+)\s")
_NUMBER = re.compile(r"\(?(?:[A-Z]{1,6}[./ ]?)?(?:\d\w{0,4}|[A-Z][A-Za-z\d]{0,4}|[a-z]|[ivxl]{2,5})(?:[./]\d+)*[.):]*")
_CODE = re.compile(
    r"(?:(?:[Aa]genda |AGENDA )?(?:Item|ITEM|item)|Minute|MINUTE)\.? ?(?:[Nn]o\.? ?|NO\.? ?)?\d{1,4}\b|(?:\d{1,4}[/-]\d{2,4}|[A-Z]{1,6}[./ ]?\d{1,4}[./-]\d{1,4})(?:[./-]\d{1,4})?[.:]?\s+[A-Z]"
)
"""The number of a minute in front of its title: "25-101 Bins", "FC/25/12 Bins"."""
_OPEN_END = re.compile(r"(?<=\w) (?:Councillors?|Cllrs?|Aldermen|Alderman|Messrs|Mrs?|Ms|Miss|Dr)\.?$")
"""A title that somebody's name must follow."""
_TITLED = re.compile(r"(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Prof|Rev|Alderm[ae]n|Bailie)\b")
_RULE = re.compile(r"\s*(?:\.{4,}|_{4,}|…{2,})\s*")
"""Dots or a line for somebody to sign on."""
_HALF_A_NAME, _OTHER_HALF = re.compile(r",.*,\s*[A-Z][\w'’-]+$"), re.compile(r"[A-Z][\w'’-]+,")
"""A list that breaks off behind a forename, and the surname that follows."""
_OPEN_WORD = re.compile(
    r"(?:,|\b(?:and|of|the|for|to|by|from|on|at|in|with|that|was|were|be|been|a|an|as|or|is|are|has|had|have|would|will|not|their|its|his|her))\s*$"
)
"""What ends no line but one that was wrapped."""
_LAST_FIGURE = re.compile(r"\d{1,3}\.?")
_HOLDER = re.compile(r"\((?:Mrs?|Ms|Miss|Dr|Prof|Sir|Cllr|Councillor)\.? [^()]{2,40}\)(?=[,;.\s]|$)")
"""Who holds the post with which the line before ends."""
_LABEL = re.compile(r"[A-Z][\w /&'’()-]{0,60}:(?:\s|$|-)")
_BLANKS = re.compile(r"[ \u00a0]{4,}|\s*\t\s*")
_BLANK = re.compile(r"[^\S\t]+")
_UNFINISHED = re.compile(r"[^.:;?!”\")\]|]\s*$")
_MARKED = re.compile(r"[^\S\t]*(?:[^\t\n]{0,60}\t)+[^\S\t]*(?:[xX✓✔√☑☒]|[Yy]es|YES)[^\S\t]*(?:\t.*)?")
"""A row of a table in which a mark tells by its column: empty cells count."""
NARROWEST, WIDEST = 40, 140
"""Characters of a line that somebody wrapped."""


@dataclass(frozen=True)
class Whole:
    """A text made whole, and where its characters stood."""

    text: str
    _starts: tuple[int, ...]
    _origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The offset in the text as it was."""
        at = bisect_right(self._starts, offset) - 1
        return self._origins[at] + offset - self._starts[at] if at >= 0 else 0


@dataclass
class _Line:
    pieces: list[tuple[str, int]]
    """Runs of characters and where they stood."""
    blank_before: int = 0
    indent: int = 0
    last: str = ""
    """The last of the printed lines that it is made of."""

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)


def unwrapped(text: str) -> Whole:
    """The text with one line for each paragraph; columns are separated by tabs. Time in proportion to its length."""
    lines = _lines(text)
    lines = _without_pages(lines)
    double = _is_double_spaced(lines)
    width = _width(lines)
    made: list[_Line] = []
    for line in lines:
        before = made[-1] if made else None
        close = before is not None and line.blank_before <= (1 if double else 0)
        hangs = (
            before is not None
            and not _TITLED.match(line.text)
            and line.indent > before.indent
            and bool(_UNFINISHED.search(before.last))
            and len(before.last) > width * 0.8
        )
        if before is not None and close and (_goes_on(before.last, line.text, width) or (width and hangs and not _MARK.match(line.text))):
            joint = "" if before.last.endswith("-") and line.text[:1].islower() else " "
            before.pieces += [(joint, line.pieces[0][1]), *line.pieces]
            before.last = line.text
        else:
            line.last = line.text
            made.append(line)
    return _whole(made)


def _lines(text: str) -> list[_Line]:
    """Lines that are not empty, trimmed, with their white space collapsed."""
    found: list[_Line] = []
    at = blank = 0
    for raw in re.split(r"\r\n|[\n\r\f\v\u2028\u2029]", text):
        start = text.index(raw, at) if raw else at
        at = start + len(raw)
        if not raw.strip() or _RULE.fullmatch(raw):
            blank += not _RULE.fullmatch(raw)
            continue
        found.append(_Line(_collapsed(raw, start), blank, len(raw) - len(raw.lstrip(" "))))
        blank = 0
    return found


def _collapsed(raw: str, start: int) -> list[tuple[str, int]]:
    pieces: list[tuple[str, int]] = []
    marked = bool(_MARKED.fullmatch(raw))
    at, end = len(raw) - len(raw.lstrip(" " if marked else None)), len(raw.rstrip())
    for found in re.finditer(r"\s{2,}|[\t\u00a0]", raw[:end]):
        if found.start() < at:
            continue
        pieces.append((raw[at : found.start()], start + at))
        pieces.append(("\t" * (found[0].count("\t") if marked else 1) or "\t" if _BLANKS.fullmatch(found[0]) else " ", start + found.start()))
        at = found.end()
    pieces.append((raw[at:end], start + at))
    return [piece for piece in pieces if piece[0]]


def _without_pages(lines: list[_Line]) -> list[_Line]:
    """Page numbers left out, and what is printed beside them on every page."""
    masked = Counter(re.sub(r"\d+", "#", line.text) for line in lines if len(line.text) < 90)
    pages = {n for n, line in enumerate(lines) if _is_page(lines, n)}
    furniture = {
        m
        for n in pages
        for m in (n - 2, n - 1, n + 1, n + 2)
        if 0 <= m < len(lines)
        and m not in pages
        and masked[re.sub(r"\d+", "#", lines[m].text)] >= 3
        and len(lines[m].text) > 8
        and not lines[m].text.endswith(":")
    }
    kept: list[_Line] = []
    for n, line in enumerate(lines):
        if n in pages or n in furniture:
            continue
        if (n - 1 in pages or n - 1 in furniture) and kept and _UNFINISHED.search(kept[-1].text):
            line.blank_before = 0  # The sentence goes on behind the page number.
        kept.append(line)
    return kept


def _is_page(lines: list[_Line], n: int) -> bool:
    line = lines[n].text
    if _SURELY_PAGE.fullmatch(line):
        return True
    if not _PAGE.fullmatch(line) or line.rstrip().endswith("."):
        return False
    before = lines[n - 1].text if n else ""
    after = lines[n + 1].text if n + 1 < len(lines) else ""
    return bool(before and after and _UNFINISHED.search(before) and after[:1].islower())


def _is_double_spaced(lines: list[_Line]) -> bool:
    """Whether nearly every line is followed by one empty line, and many go on in the next."""
    if len(lines) < 8:
        return False
    single = sum(line.blank_before == 1 for line in lines[1:])
    going_on = sum(after.text[:1].islower() and bool(_UNFINISHED.search(before.text)) for before, after in itertools.pairwise(lines))
    return single >= 0.75 * (len(lines) - 1) and going_on >= 0.08 * len(lines)


def _width(lines: list[_Line]) -> int:
    """At which column lines were wrapped; 0 for a text that was not."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 6:
        return 0
    widest = lengths[int(0.92 * (len(lengths) - 1))]
    near = sum(0.8 * widest <= length <= widest * 1.15 for length in lengths)
    return widest if NARROWEST <= widest <= WIDEST and near >= 0.25 * len(lengths) else 0


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line goes on with the one before it."""
    if (_OPEN_END.search(before) and width and len(before) > width * 0.7) or (_HALF_A_NAME.search(before) and _OTHER_HALF.match(line) and width):
        return True
    if _LAST_FIGURE.fullmatch(line) and before.endswith((" to", " by", " of", " and", " for", " votes")) and width:
        return True
    if _HOLDER.match(line) and ("," in before or "\t" in before) and _UNFINISHED.search(before):
        return True
    if (
        (_CODE.match(line) and not _UNFINISHED.search(before))
        or (_MARK.match(line) and not line[:1].islower())
        or _NUMBER.fullmatch(line)
        or _NUMBER.fullmatch(before)
    ):
        return False
    if line[:1].islower() and _UNFINISHED.search(before) and not _MARK.match(line):
        return True
    if width and _OPEN_WORD.search(before) and not _LABEL.match(line):
        return True
    if not width or _LABEL.match(line) or (line.isupper() and not before.isupper()):
        return False
    first = line.split(" ", 1)[0]
    return len(before) + 1 + len(first) > width * 0.97 and len(before) > width * 0.6 and "\t" not in before


def _whole(lines: list[_Line]) -> Whole:
    text: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    at = 0
    for n, line in enumerate(lines):
        if n:
            text.append("\n")
            at += 1
        for piece, origin in line.pieces:
            starts.append(at)
            origins.append(origin)
            text.append(piece)
            at += len(piece)
    return Whole("".join(text), tuple(starts), tuple(origins))
