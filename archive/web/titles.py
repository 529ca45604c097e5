"""Titles that the clerk wrote in capitals, as people read them: in sentence case, words spelt as elsewhere in the same text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.expansion import STOP_WORDS

Runs = Sequence[tuple[str, bool]]
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
KEPT = 3
"""A word of so many letters may be an abbreviation."""
TOGETHER = 6
"""So many words are looked for in the text as they stand together."""


def is_shouted(title: str) -> bool:
    """Whether a title is wholly in capitals, and more than abbreviations."""
    return title.isupper() and any(len(word) > KEPT for word in WORD.findall(title))


def calm(title: Runs, text: str) -> Runs:
    """The runs of a title as they are read: those of a title wholly in capitals in sentence case."""
    whole = "".join(piece for piece, _ in title)
    if not is_shouted(whole):
        return title
    written = in_sentence_case(whole, text)
    found, at = [], 0
    for piece, marked in title:
        found.append((written[at : at + len(piece)], marked))
        at += len(piece)
    return found


def in_sentence_case(title: str, text: str) -> str:
    """A title in capitals as a sentence of the text would have it; as long as before.

    Words that stand together in the text are spelt as there. A word that the text never has in small letters is spelt as it
    stands; one that it does not have is small, unless it has no vowel or belongs to a number (S106, HTST).
    """
    words, small = list(WORD.finditer(title)), text.lower()
    if not words or len(small) != len(text) or len(title.lower()) != len(title):
        return title
    spellings, calmed, at = _spellings(text), title, 0
    while at < len(words):
        last, written = _together(words[at : at + TOGETHER], title, small, text)
        if not last:
            last, written = 1, _alone(words[at], title, spellings)
        start = words[at].start()
        calmed = calmed[:start] + written + calmed[start + len(written) :]
        at += last
    first = words[0].start()
    return calmed[:first] + calmed[first].upper() + calmed[first + 1 :] if len(calmed[first].upper()) == 1 else calmed


def _spellings(text: str) -> dict[str, str]:
    """Each word of the text in the smallest letters that it has there."""
    found: dict[str, str] = {}
    for word in WORD.findall(text):
        known = found.get(folded := word.lower())
        if known is None or (word.islower() and not known.islower()) or (known.isupper() and not word.isupper()):
            found[folded] = word
    return found


def _together(words: list[re.Match[str]], title: str, small: str, text: str) -> tuple[int, str]:
    """How many of the first words stand together in the text, and how they are spelt there; 0 for fewer than two, or only in capitals."""
    for count in range(len(words), 1, -1):
        part = title[words[0].start() : words[count - 1].end()]
        for found in re.finditer(rf"(?<!\w){re.escape(part.lower())}(?!\w)", small):
            written = text[found.start() : found.end()]
            if not written.isupper():
                return count, written[0].lower() + written[1:] if words[0][0].lower() in STOP_WORDS else written
    return 0, ""


def _alone(found: re.Match[str], title: str, spellings: dict[str, str]) -> str:
    word = found[0]
    if word.lower() in STOP_WORDS:
        return word.lower()
    if found.start() and (title[found.start() - 1].isdigit() or title[found.start() - 1] in "./&") and len(word) <= KEPT:
        return word
    if title[found.end() : found.end() + 1].isdigit() or not re.search("[AEIOUYÀ-ÖØ-ÝŴŶ]", word):
        return word
    known = spellings.get(word.lower(), word.lower())
    return known if len(known) == len(word) else word
