"""The pieces of a passage that show why it was found; one highlighter for every engine, and never HTML."""

from __future__ import annotations

from bisect import bisect_left

from indexer.expansion import STOP_WORDS
from indexer.matching import Reading
from indexer.passage import Passage
from indexer.query import Node
from indexer.results import Snippet

WIDTH = 240
"""Characters of a snippet, about."""
MOST = 2
ENDINGS = frozenset(".?!:;")
"""What ends a sentence: nothing that tells is cut off beside it."""


def marked_title(passage: Passage, tree: Node | None) -> tuple[tuple[str, bool], ...]:
    """The title as (text, marked) runs."""
    reading = Reading(passage.title, passage.language)
    return _runs(passage.title, 0, len(passage.title), _spans(reading, tree))


def marks(text: str, language: str, tree: Node | None) -> list[tuple[int, int]]:
    """Where in a text the words of a tree stand, as (start, end) in characters; neighbours that only white space parts are one."""
    return _spans(Reading(text, language), tree)


def snippets(passage: Passage, tree: Node | None) -> tuple[Snippet, ...]:
    """At most two pieces: the decision where the words stand in it, then where most of them stand; without words the decision or the beginning."""
    spans = _spans(Reading(passage.text, passage.language), tree)
    chosen: list[tuple[int, int, bool]] = []
    outcome = ""
    decision = next((n for n, (s, e) in enumerate(passage.decisions) if not spans or any(s <= a < e for a, _ in spans)), None)
    if decision is not None:
        start, end = passage.decisions[decision]
        chosen.append((*_widened(passage.text, start, min(end, start + 2 * WIDTH)), True))
        outcome = passage.decided[decision] if passage.decided else ""
    if spans:
        chosen += _densest(passage, spans, chosen)
    elif not chosen and passage.text:
        chosen.append((*_widened(passage.text, 0, min(WIDTH, len(passage.text))), False))
    return tuple(_snippet(passage, start, end, spans, in_decision, outcome if in_decision else "") for start, end, in_decision in chosen[:MOST])


def _spans(reading: Reading, tree: Node | None) -> list[tuple[int, int]]:
    """Where marks stand, in characters; neighbours that only white space, or one small word, parts are one."""
    found: list[tuple[int, int]] = []
    for first, last in reading.places(tree) if tree is not None else []:
        start, end = reading.span(first, last)
        if found and (start <= found[-1][1] or _is_small(reading.text[found[-1][1] : start])):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _is_small(between: str) -> bool:
    """Whether what stands between two marks is nothing, or one word like ``of``."""
    word = between.strip().casefold()
    return not word or (word in STOP_WORDS and between[0].isspace() and between[-1].isspace())


def _densest(passage: Passage, spans: list[tuple[int, int]], taken: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    starts = [s for s, _ in spans]
    best: list[tuple[int, int, int]] = []
    for n, (start, _) in enumerate(spans):
        if not any(a <= start < b for a, b, _ in taken):
            best.append((n - bisect_left(starts, start + WIDTH), start, n))
    found: list[tuple[int, int, bool]] = []
    for _, start, _ in sorted(best):
        if len(found) + len(taken) >= MOST:
            break
        if not any(a - WIDTH < start < b for a, b, _ in [*found, *taken]):
            found.append((*_around(passage, start, max((b for _, b, _ in taken if b <= start), default=0)), False))
    return sorted(found)


def _around(passage: Passage, at: int, since: int) -> tuple[int, int]:
    """The piece around a place, from ``since`` on: it begins with the name of who begins to speak shortly before, in the same paragraph."""
    text = passage.text
    paragraph = text.rfind("\n", since, at) + 1
    name = max((start for _, start, _ in passage.named if max(since, paragraph, at - WIDTH) <= start <= at), default=-1)
    if name < 0:
        return _widened(text, max(0, at - WIDTH // 3), min(len(text), at + 2 * WIDTH // 3))
    return name, _widened(text, at, min(len(text), max(name + WIDTH, at + WIDTH // 3)))[1]


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The same piece from the beginning to the end of words, within its paragraphs."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _snippet(passage: Passage, start: int, end: int, spans: list[tuple[int, int]], decision: bool, outcome: str) -> Snippet:
    text = passage.text
    before, last = text[max(0, start - 2) : start], text[start:end][-1:]
    cut_before = bool(before) and before[-1] != "\n" and before[0] not in ENDINGS
    cut_after = end < len(text) and text[end] != "\n" and last not in ENDINGS
    place, named_to = next(((n, to) for n, at, to in passage.named if at == start and to <= end), (-1, start))
    opening = _runs(text, start, named_to, spans)
    speaker = passage.speakers[place] if place >= 0 else ""
    return Snippet(opening + _runs(text, named_to, end, spans), start, decision, outcome, cut_before, cut_after, speaker, opening)


def _runs(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    runs, at = [], start
    for first, last in spans:
        first, last = max(first, start), min(last, end)
        if first >= last:
            continue
        runs += [(text[at:first], False), (text[first:last], True)]
        at = last
    return tuple((piece, marked) for piece, marked in [*runs, (text[at:end], False)] if piece)
