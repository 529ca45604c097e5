"""The pieces of a passage that show why it was found; one highlighter for every engine, and never HTML."""

from __future__ import annotations

from bisect import bisect_left

from indexer.matching import Reading
from indexer.passage import Passage
from indexer.query import Node
from indexer.results import Snippet

WIDTH = 240
"""Characters of a snippet, about."""
MOST = 2


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
    decision = next(((s, e) for s, e in passage.decisions if not spans or any(s <= a < e for a, _ in spans)), None)
    if decision:
        chosen.append((*_widened(passage.text, decision[0], min(decision[1], decision[0] + 2 * WIDTH)), True))
    if spans:
        chosen += _densest(passage.text, spans, chosen)
    elif not chosen and passage.text:
        chosen.append((*_widened(passage.text, 0, min(WIDTH, len(passage.text))), False))
    return tuple(_snippet(passage.text, start, end, spans, in_decision) for start, end, in_decision in chosen[:MOST])


def _spans(reading: Reading, tree: Node | None) -> list[tuple[int, int]]:
    """Where marks stand, in characters; neighbours that only white space parts are one."""
    found: list[tuple[int, int]] = []
    for first, last in reading.places(tree) if tree is not None else []:
        start, end = reading.span(first, last)
        if found and (start <= found[-1][1] or not reading.text[found[-1][1] : start].strip()):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _densest(text: str, spans: list[tuple[int, int]], taken: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
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
            found.append((*_widened(text, max(0, start - WIDTH // 3), min(len(text), start + 2 * WIDTH // 3)), False))
    return sorted(found)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The same piece from the beginning to the end of words, within its paragraphs."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _snippet(text: str, start: int, end: int, spans: list[tuple[int, int]], decision: bool) -> Snippet:
    return Snippet(_runs(text, start, end, spans), start, decision, start > 0 and text[start - 1] != "\n", end < len(text) and text[end] != "\n")


def _runs(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    runs, at = [], start
    for first, last in spans:
        first, last = max(first, start), min(last, end)
        if first >= last:
            continue
        runs += [(text[at:first], False), (text[first:last], True)]
        at = last
    return tuple((piece, marked) for piece, marked in [*runs, (text[at:end], False)] if piece)
