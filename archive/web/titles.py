"""Titles that the clerk wrote in capitals, as people read them: in sentence case, words spelt as elsewhere in the same text."""

from __future__ import annotations

import re
from collections.abc import Sequence

Runs = Sequence[tuple[str, bool]]
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
KEPT = 3
"""A title of one word of so many letters is an abbreviation."""


def is_shouted(title: str) -> bool:
    """Whether a title is wholly in capitals, and more than an abbreviation."""
    return title.isupper() and len(title) > KEPT and any(len(word) > KEPT for word in WORD.findall(title))


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

    A word that the text never has in small letters is spelt as it stands there; one that the text does not have is small,
    unless it has no vowel or belongs to a number (S106, HTST).
    """
    spellings: dict[str, str] = {}
    for word in WORD.findall(text):
        known = spellings.get(folded := word.casefold())
        if known is None or (word.islower() and not known.islower()) or (known.isupper() and not word.isupper()):
            spellings[folded] = word

    def spelt(match: re.Match[str]) -> str:
        word = match[0]
        if match.start() and (title[match.start() - 1].isdigit() or title[match.start() - 1] in "./&") and len(word) <= KEPT:
            return word
        if title[match.end() : match.end() + 1].isdigit() or not re.search("[AEIOUYÀ-ÿŴŶ]", word):
            known = word if len(word) > 1 else spellings.get(word.casefold(), word)
        else:
            known = spellings.get(word.casefold(), word.lower())
        return known if len(known) == len(word) else word

    calmed = WORD.sub(spelt, title)
    first = WORD.search(calmed)
    if first and first[0].islower():
        calmed = calmed[: first.start()] + calmed[first.start()].upper() + calmed[first.start() + 1 :]
    return calmed if len(calmed) == len(title) else title
