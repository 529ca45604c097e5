"""Words that are spelt nearly like another: what a reader may have meant."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Letters of a word that is taken for a slip of the keys; shorter ones are near to too many others."""


def close_words(word: str, vocabulary: Mapping[str, int], limit: int = 5) -> list[str]:
    """The words of a vocabulary (word → documents) that a folded word may be a slip for: fewest changes first, then the more frequent."""
    if len(word) < SHORTEST or not word.isalpha():
        return []
    changes = 1 if len(word) < 6 else 2
    found = process.extract(word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=max(changes, 2), limit=60)
    kept = [(distance, other) for other, distance, _ in found if other != word and (distance <= changes or _sounds(other) == _sounds(word))]
    return [other for _, other in sorted(kept, key=lambda each: (each[0] + (each[1][0] != word[0]), -vocabulary[each[1]], each[1]))][:limit]


def _sounds(word: str) -> str:
    """The consonants of a word without doubles: fairs and fares sound alike."""
    kept = [c for c in word if c not in "aeiouyhw"]
    return word[0] + "".join(c for n, c in enumerate(kept) if n == 0 or c != kept[n - 1])
