"""Text → tokens, in Python and the same for every engine: what an index holds, and what a reader's word is compared with.

A **word** is folded: lower case, without accents and apostrophes (``Siân`` → ``sian``, ``O’Hara`` → ``ohara``,
``Łukasz`` → ``lukasz``). A **stem** is what the forms of a word share (``meetings`` → ``meet``). No stop words are
dropped, so that a phrase is found as it stands. Words that are written together (``pick-up``, ``2020/0417/MIN``,
``S.106``) are words of their own, and besides one **joined** word (``pickup``), kept apart from the text's positions.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from indexer.welsh import forms, is_welsh

VERSION = 2
"""Changes whenever the same text would give other tokens: an index of another version is built anew."""
LONGEST = 127
"""Characters of a token; the rest is cut off, since no engine takes words without end."""
HYPHENS = "-‐‑"
"""Hyphen-minus, hyphen and non-breaking hyphen; dashes part words for good."""
_CONNECTORS = HYPHENS + "/.&@_:"
_APOSTROPHES = "'’‘‛`´ʹʻʼʽʾʿˈ′＇"
_NOTHING = "\ufc5e-\ufc63\ufe70\ufe72\ufe74\ufe76\ufe78\ufe7a\ufe7c\ufe7e\uff9e\uff9f"
"""The only letters of Unicode of which folding leaves nothing: marks that stand alone."""
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_LETTER, _FIRST = rf"[^\W\d_{_NOTHING}]", rf"[^\W_{_APOSTROPHES}{_NOTHING}]"
_REST = rf"[^\W_{_APOSTROPHES}]|[{_MARKS}{_INVISIBLE}]"
_PIECE = re.compile(
    rf"""
      [A-Za-z]++(?![\w{_MARKS}{_INVISIBLE}{_APOSTROPHES}]|\.{_LETTER})      # Most words, which need no second look.
    | {_LETTER}(?:\.{_LETTER})+(?!\w)                                    # N.H.S., e.g., p.m
    | (?:\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)*|\d+(?:\.\d+)+)(?:{_REST})*  # 1,234.50; 40.5m; 4.7.2022
    | {_FIRST}(?:{_REST})*(?:[{_APOSTROPHES}]{_FIRST}(?:{_REST})*)*  # O'Hara, café, 40m
    """,
    re.VERBOSE,
)
_OTHER_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ƀ": "b", "ɨ": "i"}
)
"""Letters that Unicode does not take apart into a plain one and an accent."""


class Token(NamedTuple):
    """A word of a text; ``text[start:end]`` is how it is written there."""

    word: str
    start: int
    end: int


class Joined(NamedTuple):
    """Tokens ``first`` to ``last`` (both included) that are written together, as one word."""

    word: str
    first: int
    last: int


def tokens(text: str) -> list[Token]:
    """The words of a text in order; the place in the list is the token's position."""
    return [Token(fold(match[0]), *match.span()) for match in _PIECE.finditer(text)]


def words(text: str) -> list[str]:
    """The folded words of a text in order."""
    return list(map(fold, written_words(text)))


@lru_cache(maxsize=1 << 16)
def fold(written: str) -> str:
    """A written word as it is compared: lower case, without accents, apostrophes and all else that is no letter or digit.

    A possessive after an s loses its second s, so that ``James’s`` is found like ``James’`` and ``James``.
    """
    if written.isascii() and written.isalnum():
        return written.lower()[:LONGEST]
    plain = "".join("'" if c in _APOSTROPHES else c for c in written).casefold()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", plain).casefold()).translate(_OTHER_LETTERS)
    plain = plain.removesuffix("'s") if plain.endswith("s's") else plain
    keeps_points = plain[:1].isdigit()  # The point in 1,234.50 is part of the number, those in N.H.S. are not.
    return "".join(c for c in plain if c.isalnum() or (keeps_points and c == "."))[:LONGEST].rstrip(".")


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str = "en") -> str:
    """What the forms of a folded word share: English after Porter 2; in other languages, and with digits in it, the word itself."""
    if not language.startswith("en") or not word.isalpha():
        return word
    word = _IRREGULAR.get(word, word)
    if not hasattr(_own, "stemmer"):
        _own.stemmer = Stemmer.Stemmer("english", 0)  # One a thread, since it carries state; without its own cache, which is slow to make room.
    return str(_own.stemmer.stemWord(word))


_own = threading.local()
_IRREGULAR = {
    "buses": "bus", "minibuses": "minibus", "trolleybuses": "trolleybus", "gases": "gas", "children": "child", "men": "man", "women": "woman",
    "feet": "foot", "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "halves": "half", "shelves": "shelf", "crises": "crisis",
    "analyses": "analysis", "bases": "basis", "criteria": "criterion", "spoke": "speak", "spoken": "speak", "paid": "pay", "held": "hold",
}  # fmt: skip
"""Forms that no rule of Porter's brings together."""


def stems_of(word: str, language: str = "en") -> frozenset[str]:
    """The stems in texts of a language that a reader's folded word stands for: its own language is not known."""
    return forms(word) if is_welsh(language) else frozenset((stem(word), word))


def groups(text: str, found: list[Token]) -> Iterator[list[int]]:
    """The positions of a text's tokens, those together that are written together: with nothing but one connecting character between."""
    group: list[int] = []
    for position, token in enumerate(found):
        if group and text[found[position - 1].end : token.start] not in _JOINING:
            yield group
            group = []
        group.append(position)
    if group:
        yield group


_JOINING = frozenset(_CONNECTORS)


def joined(text: str, found: list[Token]) -> list[Joined]:
    """The joined words of a text: each group as a whole, and within it what hyphens alone hold together (pick-up/drop-off)."""
    spans: dict[tuple[int, int], None] = {}
    for group in groups(text, found):
        if len(group) > 1:
            spans[group[0], group[-1]] = None
            spans.update(dict.fromkeys(_hyphenated(text, found, group)))
    return [Joined("".join(t.word for t in found[first : last + 1]).replace(".", "")[:LONGEST], first, last) for first, last in spans]


def written_words(text: str) -> list[str]:
    """The words of a text in order as they are written: what ``fold`` makes of each is its token."""
    return _PIECE.findall(text)


def words_in(text: str) -> list[re.Match[str]]:
    """The same as matches, which know where each begins and ends."""
    return list(_PIECE.finditer(text))


def joined_words(text: str) -> Iterator[tuple[str, int]]:
    """The joined words of a text, and where the unbroken run of characters begins in which each stands: ``joined``, without the other words."""
    for run in _RUN.finditer(text):
        for each in joined(run[0], tokens(run[0])):
            yield each.word, run.start()


_RUN = re.compile(rf"(?<!\S)[^\s{re.escape(_CONNECTORS)}]*+[{re.escape(_CONNECTORS)}]\S++")
"""Characters without white space, among them one that may join words."""


def _hyphenated(text: str, found: list[Token], group: list[int]) -> Iterator[tuple[int, int]]:
    """The first and last positions of each run within a group that only hyphens hold together."""
    first = group[0]
    for position in group[1:]:
        if text[found[position - 1].end : found[position].start] not in HYPHENS:
            if position - 1 > first:
                yield first, position - 1
            first = position
    if group[-1] > first:
        yield first, group[-1]


def stems(found: Iterable[str], language: str) -> list[str]:
    """The stems of folded words, in order."""
    return [stem(word, language) for word in found]


def folded_number(printed: str) -> str:
    """The number of an item as it is compared: ``7 (a).`` → ``7a``, ``10.1.`` → ``10.1``, ``007`` → ``7``."""
    kept = "".join(c for c in unicodedata.normalize("NFKC", printed).casefold() if c.isalnum() or c in "./")
    return kept.strip("./").lstrip("0") or kept.strip("./")[:1]
