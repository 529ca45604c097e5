"""What the index keeps of a passage: which fields, and which words in each of them.

``words``   the words as they stand, with positions: phrases, NEAR and beginnings of words. The title comes first, then a gap, then the text.
``stems``   what the forms of a word share, weighted: a word of the title counts three times, one of a decision twice.
            Joined words (pick-up → pickup) stand here too, since no phrase is looked for here.
``welsh``   the same of Welsh passages, whose words are found by the mutations of their first letters instead of by stems.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from typing import Any, NamedTuple

from indexer.analysis import joined, tokens
from indexer.engines.whoosh import library
from indexer.passage import Passage
from indexer.welsh import is_welsh

FIELDS = ("stems", "welsh", "words")
"""In the order of their names, as Whoosh's table of terms wants them."""
GAP = 100
"""Positions between title and text: more than any distance that NEAR asks for, so that neither it nor a phrase reaches across."""
TITLE, DECISION = 3, 1
"""How much a word of the title weighs, and how much more than 1 one of a decision."""


def schema() -> Any:
    """Whoosh's schema; the tokenizer is for plain Whoosh alone, since ours writes arrays."""

    def field(positions: bool) -> Any:
        return library.TEXT(analyzer=library.SpaceSeparatedTokenizer(), phrase=positions, stored=False)

    return library.Schema(passage=library.STORED(), **{name: field(name == "words") for name in FIELDS})


class Words(NamedTuple):
    """The words of a passage."""

    words: list[str]
    """Of the title and then of the text."""
    title: int
    """How many of them are the title's."""
    weights: bytearray
    """One a word."""
    joined: list[str]
    joined_weights: list[int]


def words_of(passage: Passage) -> Words:
    """The words of a passage, and how much each of them weighs."""
    title, text = tokens(passage.title), tokens(passage.text)
    weights = bytearray([TITLE]) * len(title) + bytearray([1]) * len(text)
    starts = [t.start for t in text] if passage.decisions else []
    for start, end in passage.decisions:
        for n in range(bisect_left(starts, start), bisect_left(starts, end)):
            weights[len(title) + n] = 1 + DECISION
    together = [(j.word, TITLE) for j in joined(passage.title, title)] + [(j.word, weights[len(title) + j.first]) for j in joined(passage.text, text)]
    return Words([t.word for t in title] + [t.word for t in text], len(title), weights, [w for w, _ in together], [n for _, n in together])


def stored(passage: Passage) -> str:
    """A passage as it is kept for results."""
    return json.dumps([getattr(passage, name) for name in _NAMES], ensure_ascii=False)


def restored(kept: str) -> Passage:
    """The passage that was stored."""
    values = dict(zip(_NAMES, json.loads(kept), strict=True))
    values |= {name: tuple(values[name]) for name in ("speakers", "outcomes")} | {"decisions": tuple(map(tuple, values["decisions"]))}
    return Passage(**values)


_NAMES = tuple(Passage.__dataclass_fields__)


class Numbered(dict[str, int]):
    """Numbers words in the order in which they are first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class Gathered:
    """The words of many passages as numbers in C arrays, until they are written as a segment."""

    def __init__(self) -> None:
        self.numbers = Numbered()
        self.words, self.weights = array("i"), bytearray()
        self.counts, self.titles = array("i"), array("i")
        """How many words each document has, and how many of them stand in its title."""
        self.joined, self.joined_weights, self.joined_documents = array("i"), bytearray(), array("i")
        self.welsh = bytearray()
        """1 for each document in Welsh."""

    def add(self, passage: Passage) -> dict[str, int]:
        """Add the next document; returns how long it is in each field."""
        found = words_of(passage)
        number = self.numbers.__getitem__
        self.words.extend(map(number, found.words))
        self.weights += found.weights
        self.joined.extend(map(number, found.joined))
        self.joined_weights += bytes(found.joined_weights)
        self.joined_documents.extend([len(self.counts)] * len(found.joined))
        self.counts.append(len(found.words))
        self.titles.append(found.title)
        self.welsh.append(is_welsh(passage.language))
        return {"words": len(found.words), "welsh" if self.welsh[-1] else "stems": sum(found.weights) + sum(found.joined_weights)}
