"""What Welsh asks of a word that no catalogue can say, since the word is known only when it is shown."""

from __future__ import annotations

import re

_VOWEL = re.compile(r"[aeiouyâêîôûŵŷáéíóú]", re.IGNORECASE)
_AS_BEFORE_VOWEL = re.compile(r"(?:mae|nid|ni|nad|felly|fel|roedd|hefyd|1|11|16|8\d*)\b")
"""Words and numbers (*un*, *wyth*) before which *and* is written as before a vowel."""
_ENGLISH_Y = re.compile(r"Y[aeou]")
"""Names like Young, which begin with a consonant."""
_ASPIRATED = {"p": "ph", "t": "th", "c": "ch"}
_TAG = re.compile(r"<[^>]*>")
_DIGRAPH = re.compile(r"[ptc]h")


def and_(word: str) -> str:
    """*And* with the word that follows it: ``ac eiliodd``, ``a nodwyd``, ``a chytunwyd``; names, which begin with a capital, stay as they are."""
    heard = _TAG.sub("", word)
    if _AS_BEFORE_VOWEL.match(heard) or (_VOWEL.match(heard) and not _ENGLISH_Y.match(heard)):
        return f"ac {word}"
    if word[:1] in _ASPIRATED and not _DIGRAPH.match(word):
        return f"a {_ASPIRATED[word[0]]}{word[1:]}"
    return f"a {word}"
