"""Plain text as the reader of minutes sees it: the same length, one sign for each quotation mark, wrapped lines joined, sentences, words.

Everything keeps its place: offsets into the normal form are offsets into the text.
"""

# ruff: noqa: SIM905 -- long lists of words are easier to read and to extend as words.

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SIGNS = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "„": "“", "«": "“", "»": "”"}
)
_STRAIGHT = re.compile(r'"')
_OPENS_AFTER = frozenset(" \n\t([–—-:'")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[^\w\s]|_")
_BREAK = re.compile(r"[.!?]['”)\]]*(?=\s+[“'(\[]*[^\W\d_a-zà-öø-ÿ])|[.!?]['”)\]]*(?=\s+\d)|\n")
_LAST_WORD = re.compile(r"([^\W_]+)\.?$")
_NEXT_WORD = re.compile(r"\W*([^\W_]+)")
_LABELS = frozenset("proposed seconded moved proposer seconder prop sec".split())
_TITLES = frozenset("cllr cllrs councillor councillors mr mrs ms miss dr".split())
_BEHIND_WORD = re.compile(r"\w $")
"""In front of "seconded." that is a verb, "Cllr Ash seconded. Cllr Birch spoke", and no label."""
LONGEST = 500
"""Words of a sentence; longer ones are no sentences."""
ABBREVIATIONS = frozenset(
    "sen asst dir comm exec admin cllr cllrs clr clrs clir coun ald dist boro cty mr mrs ms mx dr prof rev revd hon capt col maj sgt insp supt cmdr lt gen st no nos para paras p pp art app "
    "cyng cynghorwyr cmhlr comh jr sr messrs ref refs tel ext fig approx dept viz cf vs ie eg etc inc co ltd esq ll ch th ph rh wm jan feb mar apr jun jul aug sept sep oct nov "
    "dec".split()
)
"""Words whose full stop ends no sentence, folded."""
_STARTERS = frozenset(
    "the a an it this that these those he she they there in on at councillor councillors cllr mr mrs ms dr members no resolved agreed".split()
)
"""Words that begin a sentence even behind a single capital, as in "option B. The Committee"."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word or sign: its characters and where they stand."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.casefold()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter, or with one behind the small letter that Irish puts in front: "tArdmhéara"."""
        return self.text[0].isupper() or (len(self.text) > 3 and self.text[0] in "tnhg" and self.text[1].isupper())


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or list entry: its words, and whether it stands within quotation marks opened before it."""

    start: int
    end: int
    words: tuple[Word, ...]
    quoted: bool
    opens_paragraph: bool


def normal(text: str) -> str:
    """The text with plain spaces, straight apostrophes, double quotation marks that open and close, and wrapped lines joined; as long as it was."""
    text = _STRAIGHT.sub(lambda found: "“" if _opens(found.string, found.start()) else "”", text.translate(_SIGNS))
    return _joined(text)


def _opens(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _OPENS_AFTER


def _joined(text: str) -> str:
    """Lines that go on in the next one, joined: the first does not end as sentences end, the next begins with a small letter."""
    lines = text.split("\n")
    out = [lines[0]]
    for before, line in itertools.pairwise(lines):
        goes_on = line[:1].islower() and before.strip() and before.rstrip()[-1] not in ".:;?!”|)" and not _is_marker(line)
        goes_on = goes_on or (line[:1].isupper() and bool(_UNFINISHED.search(before)) and not _is_marker(line) and not _RESOLVES.match(line))
        out.append((" " if goes_on else "\n") + line)
    return "".join(out)


_RESOLVES = re.compile(r"(?:RESOLVED|AGREED|DECIDED|CARRIED|IT WAS|Resolved|Agreed|Decided|Carried)\b")
"""What stands on a line of its own behind "seconded by Cllr Ash and"."""
_UNFINISHED = re.compile(r"[a-z] (?:by|from|the|of|and|with|Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr) *$")
"""Words that end no line but one that was wrapped."""


def _is_marker(line: str) -> bool:
    return bool(re.match(r"(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]", line))


def sentences(text: str) -> list[Sentence]:
    """The sentences of a normal text, in order; a line never holds a piece of the one before it."""
    found: list[Sentence] = []
    begin, depth, opens = 0, 0, True
    for end, breaks_line in _ends(text):
        start = begin
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            found += _cut(start, end, words(text, start, end), depth > 0, opens)
            opens = opens and not any(word.text[0].isalpha() for word in found[-1].words)  # The number of a paragraph opens none.
            depth = max(0, depth + text.count("“", start, end) - text.count("”", start, end))
        if breaks_line:
            depth, opens = 0, True
        begin = end
    return found


def _cut(start: int, end: int, inside: tuple[Word, ...], quoted: bool, opens: bool) -> Iterator[Sentence]:
    """A sentence, in pieces if it is longer than anybody writes: what is done with each stays small."""
    for n in range(0, max(len(inside), 1), LONGEST):
        piece = inside[n : n + LONGEST]
        last = n + LONGEST >= len(inside)
        yield Sentence(piece[0].start if n else start, end if last else piece[-1].end, piece, quoted, opens and n == 0)


def _ends(text: str) -> Iterator[tuple[int, bool]]:
    """Where sentences end, and whether a line ends there, too."""
    for found in _BREAK.finditer(text):
        if found[0] == "\n":
            yield found.start(), True
        elif not (found[0].startswith(".") and _is_abbreviation(text, found.start())):
            yield found.end(), False
    yield len(text), True


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether a full stop belongs to the word before it: a title, a number's sign, a person's initial."""
    before = _LAST_WORD.search(text, max(0, stop - 12), stop)
    if not before:
        return False
    word = before[1]
    if word.casefold() in ABBREVIATIONS:
        return True
    after = _NEXT_WORD.match(text, stop)
    following = after[1].casefold() if after else ""
    if word.casefold() in _LABELS and not _BEHIND_WORD.search(text, max(0, before.start() - 2), before.start()):
        return following in _TITLES or bool(after and re.fullmatch("[A-Z]{2,3}", after[1]))
    return len(word) == 1 and word.isupper() and bool(following) and following not in _STARTERS


_NO_STOP = re.compile(rf"(?<=\d)\.(?=\d)|\b(?:[A-Z]|(?i:{'|'.join(sorted(ABBREVIATIONS))}))\.(?=[ ,;)]|[A-Z])")


def without_stops(text: str) -> str:
    """The text, as long as it was, with a middle dot for each full stop that ends nothing: behind titles and initials, within figures."""
    return _NO_STOP.sub(lambda found: found[0][:-1] + "·", text)


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words and signs of a piece of normal text; ``O'Brien``, ``Vane-Percy`` and ``didn't`` are one word each."""
    return tuple(Word(found[0], found.start(), found.end()) for found in _WORD.finditer(text, start, len(text) if end is None else end))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """(start, end) of each line that is not blank: a text of ours has one line for each paragraph."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found
