"""What begins with a few letters that were typed: people, committees and frequent words, from catalogue and vocabulary alone.

Names and words are sorted once a generation, and what begins alike stands together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from indexer.analysis import words
from indexer.catalogue import Catalogue, Entry
from indexer.expansion import STOP_WORDS

SHORTEST = 2
"""Letters from which on something is suggested."""
MOST = 8
"""So many of each are suggested."""
FREQUENT = 3
"""In so many passages a word stands at least: what is rarer may be the name of somebody who has no page."""
_AFTER = "\U0010ffff"
"""Sorts behind every letter."""


@dataclass(frozen=True)
class Suggestions:
    """What may be meant, the likeliest first."""

    people: tuple[Entry, ...] = ()
    committees: tuple[Entry, ...] = ()
    terms: tuple[tuple[str, int], ...] = ()
    """(folded word, how many passages have it)."""


class Suggester:
    """The names and words of one generation, sorted."""

    def __init__(self, catalogue: Catalogue, vocabulary: Mapping[str, int]) -> None:
        self.catalogue = catalogue
        self._people = _Names(catalogue.entries.get("speaker", ()))
        self._committees = _Names(catalogue.entries.get("committee", ()))
        self._terms = sorted(word for word, count in vocabulary.items() if count >= FREQUENT and len(word) > SHORTEST and word not in STOP_WORDS)
        self._vocabulary = vocabulary

    def suggest(self, typed: str) -> Suggestions:
        """What begins so, in any word of a name; nothing for less than two letters."""
        begun = " ".join(words(typed))
        if len(begun) < SHORTEST:
            return Suggestions()
        return Suggestions(self._people.beginning(begun), self._committees.beginning(begun), self._words(begun))

    def _words(self, begun: str) -> tuple[tuple[str, int], ...]:
        found = self._terms[bisect_left(self._terms, begun) : bisect_left(self._terms, begun + _AFTER)]
        return tuple((word, self._vocabulary[word]) for word in nsmallest(MOST, found, key=lambda word: (-self._vocabulary[word], word)))


class _Names:
    """Entries by each word of their names and all that follows it there."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        named = ((number, words(name)) for number, entry in enumerate(self._entries) for name in (entry.label, *entry.names))
        self._keys = sorted((" ".join(name[n:]), n > 0, number) for number, name in named for n in range(len(name)))

    def beginning(self, begun: str) -> tuple[Entry, ...]:
        """Those with a word that begins so; first those whose name begins so and, of these, who is not former."""
        found = self._keys[bisect_left(self._keys, (begun, False, 0)) : bisect_left(self._keys, (begun + _AFTER, False, 0))]
        best: dict[int, bool] = {}
        for _, later, number in found:
            best[number] = min(later, best.get(number, True))
        entries = self._entries
        chosen = nsmallest(MOST, best, key=lambda n: (best[n], entries[n].note == "former", entries[n].label, n))
        return tuple(entries[number] for number in chosen)
