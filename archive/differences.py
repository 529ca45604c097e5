"""What changed between two texts, in words: paragraphs are aligned first, then the words of those that changed.

The cost is bounded: texts too long or too different to be compared in words are told as removed and added whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, REMOVED, ADDED = "same", "removed", "added"
MOST_PAIRS = 400
"""So many pairs of paragraphs are looked at for what belongs together within one changed stretch."""
MOST_WORK = 100_000
"""Pairs of equal words (or paragraphs) that two texts may have between them: beyond this words are not compared one by one."""
ALIKE = 0.4
"""How much of two paragraphs' words must be the same for the one to be the other, changed."""
AROUND = 24
"""Words that are shown before and after a change."""
_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Change:
    """One paragraph that changed."""

    number: int
    """Of the paragraph in the newer text, from 1; 0 for one that is gone."""
    runs: tuple[tuple[str, str], ...]
    """(text, ``same``, ``removed`` or ``added``)."""
    before: str
    after: str


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text, as pages number them."""
    return [line for line in text.split("\n") if line.strip()]


def differences(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """The paragraphs that differ, in the order of the newer text."""
    plain = [[" ".join(one.split()) for one in text] for text in (before, after)]
    return [_change(before[a] if a is not None else "", after[b] if b is not None else "", 0 if b is None else b + 1) for a, b in _changed(*plain)]


def _changed(before: list[str], after: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """(place in the one, place in the other) of paragraphs that changed; None for what is not there."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if _work(old, new) > MOST_WORK:
        was, now = frozenset(old), frozenset(new)
        yield from ((start + n, None) for n, one in enumerate(old) if one not in now)
        yield from ((None, start + n) for n, one in enumerate(new) if one not in was)
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            for x, y in _paired(old[a:b], new[c:d]):
                yield (None if x is None else start + a + x, None if y is None else start + c + y)


def _paired(old: list[str], new: list[str]) -> list[tuple[int | None, int | None]]:
    """Which paragraphs of a changed stretch belong together, in order; each is paired once."""
    pairs: list[tuple[int | None, int | None]] = []
    words = [[frozenset(one.split()) for one in text] for text in (old, new)] if len(old) * len(new) <= MOST_PAIRS else [[], []]
    done = 0
    for n in range(len(new)):
        scores = [(_likeness(words[0][m], words[1][n]), -m) for m in range(done, len(old))] if words[0] else []
        best, place = max(scores, default=(0.0, 0))
        if best >= ALIKE:
            pairs += [(m, None) for m in range(done, -place)]
            pairs.append((-place, n))
            done = -place + 1
        else:
            pairs.append((None, n))
    return pairs + [(m, None) for m in range(done, len(old))]


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _change(before: str, after: str, number: int) -> Change:
    old, new = _WORD.findall(before), _WORD.findall(after)
    runs: list[tuple[str, str]] = []
    was, now = [one.strip() for one in old], [one.strip() for one in new]
    if not old or not new or _work(was, now) > MOST_WORK:
        runs = [(before, REMOVED), (after, ADDED)]
    else:
        matcher = SequenceMatcher(None, was, now, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal":
                runs.append((_shortened(new[c:d], c == 0, d == len(new)), SAME))
            else:
                runs += [*_marked(old[a:b], REMOVED), *_marked(new[c:d], ADDED)]
    return Change(number, tuple(run for run in runs if run[0]), before, after)


def _work(old: list[str], new: list[str]) -> int:
    """How many pairs of equal pieces there are: what a comparison of the two has to look at, at least once."""
    counts = Counter(old)
    return sum(counts[one] for one in new)


def _marked(words: list[str], how: str) -> Iterator[tuple[str, str]]:
    """Words that went or came; the white space behind them is not part of them."""
    whole = "".join(words)
    yield from ((whole.rstrip(), how), (" " if whole != whole.rstrip() else "", SAME))


def _shortened(words: list[str], is_first: bool, is_last: bool) -> str:
    """What did not change, cut where it is far from a change."""
    before, after = 0 if is_first else AROUND, 0 if is_last else AROUND
    if len(words) <= before + after + 8:
        return "".join(words)
    return f"{''.join(words[:before])}… {''.join(words[len(words) - after :])}" if after else f"{''.join(words[:before])}…"
