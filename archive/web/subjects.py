"""What the titles of several items share: the words by which somebody's items can be told apart, and nothing that no title says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from archive.history import NO_MATTER, telling_words
from indexer.analysis import stem, words
from indexer.expansion import STOP_WORDS

MOST = 6
FEWEST = {1: 3, 2: 2}
"""Items that must share one word, or two together, before it is a subject."""
PAIR = 1.5
"""How much more two words together tell than one."""
_SHORT = 4


def subjects(titles: Iterable[str], leave_out: Sequence[str] = ()) -> list[str]:
    """The words, one or two together, that most titles share, as most of them write them; each word is in one subject alone."""
    common = STOP_WORDS | NO_MATTER | {word for name in leave_out for word in words(name)}
    counts: Counter[tuple[str, ...]] = Counter()
    forms: dict[tuple[str, ...], Counter[str]] = {}
    for title in titles:
        found = list(telling_words(title))
        seen: dict[tuple[str, ...], str] = {}
        for n, word in enumerate(found):
            if word in common or not word.isalpha():
                continue
            if len(word) >= _SHORT:
                seen[(stem(word, "en"),)] = word
            if n + 1 < len(found) and found[n + 1] not in common and found[n + 1].isalpha():
                seen[stem(word, "en"), stem(found[n + 1], "en")] = f"{word} {found[n + 1]}"
        for key, written in seen.items():
            counts[key] += 1
            forms.setdefault(key, Counter())[written] += 1
    chosen: list[str] = []
    used: set[str] = set()
    for key in sorted(counts, key=lambda key: (-counts[key] * (PAIR if len(key) > 1 else 1), key)):
        if counts[key] >= FEWEST[len(key)] and used.isdisjoint(key) and len(chosen) < MOST:
            chosen.append(forms[key].most_common(1)[0][0])
            used.update(key)
    return chosen
