"""Titles that clerks set wholly in capitals, in sentence case for lists and headings; the record and the citation keep them as printed."""

# ruff: noqa: SIM905

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ACRONYMS = frozenset("UK EU GP AI IT ICT SEN SEND VAT AGM AOB CIL HRA DSG MOD RAF CEO LEA LEP EHCP ASB NEET EIA OBE MBE".split())
"""Short forms with vowels in them that minutes seldom explain; those without vowels need no list."""
_CALENDAR = frozenset(
    "JANUARY FEBRUARY APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY CHRISTMAS EASTER".split()
)
_MONTHS_THAT_ARE_WORDS = re.compile(r"\b(MARCH|MAY)(?= \d{4}\b)|(?<=\d )(MARCH|MAY)\b|(?<=\d(?:ST|ND|RD|TH|st|nd|rd|th) )(MARCH|MAY)\b")
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH)\W*")
_ROMAN = re.compile(r"(?=[IVX])(?:X{0,2})(?:IX|IV|V?I{0,3})")
_SMALL_ANYWAY = re.compile(r"\bNos?\b|(?<=\d)(?:st|nd|rd|th|pm|am|a|b|c|m|km)\b|\b(?:pm|am|c|v|vs|p)\b")
"""What has small letters even where all else is in capitals: "ORDER No. 9 OF 4th MAY"."""
FEWEST_LETTERS = 5
"""Capitals that a title must have before it is taken for shouting and not for an acronym."""


def title_words(title: str, *texts: str) -> str:
    """A title wholly in capitals in sentence case, its words spelt as elsewhere in these texts; any other title as it is."""
    if sum(map(str.isupper, title)) < FEWEST_LETTERS or any(map(str.islower, _SMALL_ANYWAY.sub("", title))):
        return title
    seen = "\n".join(texts)
    months = [found.span() for found in _MONTHS_THAT_ARE_WORDS.finditer(title)]
    words = list(_WORD.finditer(title))
    made, done = [], 0
    for n, found in enumerate(words):
        before = words[n - 1][0] if n else ""
        after = words[n + 1][0] if n + 1 < len(words) else ""
        spelt = found[0].capitalize() if found.span() in months else _spelt(title, found, before, after, seen)
        made += [title[done : found.start()], spelt]
        done = found.end()
    sentence = "".join([*made, title[done:]])
    first = _WORD.search(sentence)
    return sentence if first is None else sentence[: first.start()] + first[0][0].upper() + sentence[first.start() + 1 :]


def calm(title: Sequence[tuple[str, bool]], text: str) -> Sequence[tuple[str, bool]]:
    """The same for a title as (text, marked) runs: what was marked stays marked."""
    whole = "".join(piece for piece, _ in title)
    written = title_words(whole, text)
    if written == whole or len(written) != len(whole):
        return title
    found, at = [], 0
    for piece, marked in title:
        found.append((written[at : at + len(piece)], marked))
        at += len(piece)
    return found


def _spelt(title: str, found: re.Match[str], before: str, after: str, seen: str) -> str:
    word, piece = found[0], _piece(title, found)
    if not word.isupper():
        return word
    if _ORDINAL.fullmatch(piece):
        return word.lower()
    if any(map(str.isdigit, piece)):
        return word
    if elsewhere := _elsewhere(word, before, after, seen):
        return elsewhere
    if word in _CALENDAR:
        return word.capitalize()
    is_short_form = word in _ACRONYMS or (1 < len(word) < 7 and not set(word) & set("AEIOUYÂÊÎÔÛŴŶ"))
    return word if is_short_form or _is_numeral(word, piece) else word.lower()


def _elsewhere(word: str, before: str, after: str, seen: str) -> str:
    """How texts spell a word: beside the same neighbour if they have it so, else alone; empty where they do not have it inside a sentence."""
    for pattern in (
        rf"(?<={re.escape(before)} ){re.escape(word)}\b" if before else "",
        rf"\b{re.escape(word)}(?= {re.escape(after)}\b)" if after else "",
        rf"\b{re.escape(word)}\b",
    ):
        if pattern:
            told = Counter(one[0] for one in re.finditer(pattern, seen, re.IGNORECASE) if _tells(one, seen))
            if told:
                return told.most_common(1)[0][0]
    return ""


def _tells(one: re.Match[str], seen: str) -> bool:
    """Whether a word's capital is its own: not that of a sentence's beginning, nor of a line in capitals."""
    if one[0].isupper() and len(one[0]) > 1:
        line = seen[seen.rfind("\n", 0, one.start()) + 1 : (seen.find("\n", one.end()) + 1 or len(seen) + 1) - 1]
        return any(map(str.islower, line))
    return one[0].islower() or re.search(r"[^\W_][,;]?\s$", seen[max(0, one.start() - 3) : one.start()]) is not None


def _piece(title: str, found: re.Match[str]) -> str:
    """What stands between blanks around a word."""
    return title[title.rfind(" ", 0, found.start()) + 1 : (title.find(" ", found.end()) + 1 or len(title) + 1) - 1]


def _is_numeral(word: str, piece: str) -> bool:
    """Whether a word is a Roman numeral or a letter that counts: "PART II", "ANNEX B"; the article is none."""
    return (len(word) == 1 and word != "A" and piece.strip("().:") == word) or (len(word) > 1 and _ROMAN.fullmatch(word) is not None)
