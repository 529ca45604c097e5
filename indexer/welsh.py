"""Welsh words change their first letters by what stands before them: ``cyngor``, ``y gyngor``, ``fy nghyngor``, ``ei chyngor``.

No stemmer knows Welsh; undoing these mutations is what a reader needs most. Which radical a mutated word comes from
cannot be told without a dictionary (``fawr`` is ``mawr``, ``fach`` is ``bach``), so every one that is possible counts.
Source: the tables of mutations in any grammar of Welsh (treiglad meddal, trwynol, llaes), and h before vowels.
"""

from __future__ import annotations

from functools import lru_cache

SHORTEST = 3
"""Letters of a word that is mutated; shorter ones would be taken for each other."""
_MUTATIONS = (
    ("p", "b", "mh", "ph"),
    ("t", "d", "nh", "th"),
    ("c", "g", "ngh", "ch"),
    ("b", "f", "m"),
    ("d", "dd", "n"),
    ("g", "", "ng"),
    ("m", "f"),
    ("ll", "l"),
    ("rh", "r"),
)
"""A radical's first letters, and what they become."""
_VOWELS = "aeiouwy"
_AFTER_G = _VOWELS + "lrn"
_DIGRAPHS = ("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th", "mh", "nh")
"""Two letters that are one: ``ffordd`` begins with ff, not with f."""


def is_welsh(language: str) -> bool:
    """Whether a BCP 47 tag says Welsh."""
    return language.partition("-")[0].lower() == "cy"


@lru_cache(maxsize=1 << 14)
def forms(word: str) -> frozenset[str]:
    """Every form that a folded word may have in a Welsh text, the word itself included."""
    if len(word) < SHORTEST or not word.isalpha():
        return frozenset((word,))
    return frozenset(form for radical in (word, *_radicals(word)) for form in _mutated(radical)) | {word}


def _radicals(word: str) -> list[str]:
    """The words that this one may be a mutation of."""
    first = _first(word)
    found = [radical + word[len(first) :] for radical, *mutated in _MUTATIONS if first in mutated]
    if word.startswith("ngh"):
        found.append("c" + word[3:])
    if word[0] in _AFTER_G:
        found.append("g" + word)
    if word[0] == "h" and word[1] in _VOWELS:
        found.append(word[1:])
    return found


def _mutated(radical: str) -> list[str]:
    """A radical and its mutations."""
    first = _first(radical)
    rest = radical[len(first) :]
    found = [radical, *(mutated + rest for begins, *others in _MUTATIONS if begins == first for mutated in others if mutated or rest[:1] in _AFTER_G)]
    return found + (["h" + radical] if radical[0] in _VOWELS else [])


def _first(word: str) -> str:
    """The first letter, as Welsh counts letters."""
    return next((two for two in _DIGRAPHS if word.startswith(two)), word[:1])
