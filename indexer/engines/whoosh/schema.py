"""What the index keeps of a passage: which fields, and which words in each of them.

``words``   the words as they stand, with positions: phrases, NEAR and beginnings of words. The title comes first, then a gap, then the text.
``stems``   what the forms of a word share, weighted: a word of the title counts three times, one of a decision twice.
            Joined words (pick-up → pickup) stand here too, since no phrase is looked for here.
``welsh``   the same of Welsh passages, whose words are found by the mutations of their first letters instead of by stems.
"""

from __future__ import annotations

import json
from array import array
from typing import Any

from indexer.analysis import fold, joined_words, written_words
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


def stored(passage: Passage) -> str:
    """A passage as it is kept for results."""
    return json.dumps([getattr(passage, name) for name in _NAMES], ensure_ascii=False)


def restored(kept: str) -> Passage:
    """The passage that was stored."""
    values = dict(zip(_NAMES, json.loads(kept), strict=True))
    values |= {name: tuple(values[name]) for name in ("speakers", "outcomes", "decided")}
    values |= {name: tuple(map(tuple, values[name])) for name in ("decisions", "named")}
    return Passage(**values)


_NAMES = tuple(Passage.__dataclass_fields__)


class Numbered(dict[str, int]):
    """Numbers words in the order in which they are first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class _AsWritten(dict[str, int]):
    """The number of a word by how it is written, so that each spelling is folded once."""

    def __init__(self, numbers: Numbered) -> None:
        self._numbers = numbers

    def __missing__(self, written: str) -> int:
        number = self[written] = self._numbers[fold(written)]
        return number


class Gathered:
    """The words of many passages as numbers in C arrays, until they are written as a segment."""

    def __init__(self) -> None:
        self.numbers = Numbered()
        self._written = _AsWritten(self.numbers)
        self.words, self.weights = array("i"), bytearray()
        self.counts, self.titles = array("i"), array("i")
        """How many words each document has, and how many of them stand in its title."""
        self.joined, self.joined_weights, self.joined_documents = array("i"), bytearray(), array("i")
        self.welsh = bytearray()
        """1 for each document in Welsh."""

    def add(self, passage: Passage) -> dict[str, int]:
        """Add the next document; returns how long it is in each field."""
        title, text = self._numbered(passage.title), self._numbered(passage.text)
        weights = bytearray([TITLE]) * len(title) + bytearray([1]) * len(text)
        for start, end in passage.decisions:
            first, last = (len(title) + len(self._numbered(passage.text[:at])) for at in (start, end))
            weights[first:last] = bytes([1 + DECISION]) * (last - first)
        self.words.extend(title)
        self.words.extend(text)
        self.weights += weights
        self.counts.append(len(title) + len(text))
        self.titles.append(len(title))
        self.welsh.append(is_welsh(passage.language))
        together = [(word, TITLE) for word, _ in joined_words(passage.title)]
        together += [(word, 1 + DECISION * any(start <= at < end for start, end in passage.decisions)) for word, at in joined_words(passage.text)]
        self.joined.extend(self.numbers[word] for word, _ in together)
        self.joined_weights += bytes(weight for _, weight in together)
        self.joined_documents.extend([len(self.counts) - 1] * len(together))
        return {"words": len(weights), "welsh" if self.welsh[-1] else "stems": sum(weights) + sum(weight for _, weight in together)}

    def _numbered(self, text: str) -> list[int]:
        """The numbers of a text's words."""
        return list(map(self._written.__getitem__, written_words(text)))
