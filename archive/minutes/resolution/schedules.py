"""What a council says to each planning application of a schedule: "25/0211/FUL ⇥ 14 High Street ⇥ No objection"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.minutes.prose import paragraphs
from archive.minutes.reading import ItemReading
from archive.minutes.references import PLANNING
from archive.minutes.resolution.agreements import Span

_VIEW = re.compile(
    r"(?:[A-Z]\d{1,2}: ?)?(?:(?:the )?(?:council|committee|members?) (?:would |wished? to |resolved to )?)?(?:strong(?:ly)? |unanimously |conditional |wished? to )?(?:"
    r"object(?:s|ed|ions?)?\b|no (?:further |other |adverse |strong )?(?:objections?|comments?|observations?|representations?|views?)\b|nothing to (?:add|say)\b|(?:do|did|does) not object\b|"
    r"(?:raised?|have|had|has) no (?:objections?|comments?|observations?)\b|support(?:s|ed)?\b|neutral\b|in favour\b|approve\b|refuse\b|"
    r"welcome[sd]?\b|noted?\b|defer(?:red)?\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:\w+ ){0,2}(?:comments?|response|observations?|resolution|decision|recommendation|outcome|views?)|resolved|agreed) ?[:–-] ?", re.IGNORECASE
)
_CUT = re.compile(r"\t|(?:[.;:]|[ \t][–—-])[ \t]+")
_OTHERS_DECIDED = re.compile(r"\b(?:decisions? (?:received|notices?|made|from|by|of)|decision notices?|determined|determinations|appeals?|for information)\b")
_REACH = 40
"""Characters within which a row names its application."""


def views_in(reading: ItemReading) -> Iterator[Span]:
    """The rows of a schedule that say what the council makes of an application; not those that tell what the planning authority decided."""
    if _OTHERS_DECIDED.search(reading.title):
        return
    text, row = reading.text, -1
    for start, end in _rows(text):
        named = PLANNING.search(text, start, min(end, start + _REACH))
        if named is None:
            if row >= 0 and _COMES_AND_GOES.search(text, start, end):
                continue  # Between the application and what is said of it.
            if row >= 0 and _is_view(text, start, end):
                yield Span(row, end, "view")
            row = -1
            continue
        cuts = [cut.end() for cut in _CUT.finditer(text, named.end(), end)]
        told = any(_is_view(text, at, end) and text.count("(", start, at) == text.count(")", start, at) for at in cuts)
        row = -1 if told else start
        if told:
            yield Span(start, end, "view")


_COMES_AND_GOES = re.compile(r"\b(?:left|returned|withdrew|rejoined|re-joined|declared)\b")
_ROW = re.compile(r"(?<=[.;:] )(?:\((?:[a-z]|[ivx]{1,4})\) |(?=\d{2,4}/\d{3,6}/[A-Z]{2,4}\b))")


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, and within one each application that a letter counts."""
    for start, end in paragraphs(text):
        at = start
        for found in _ROW.finditer(text, start, end):
            yield at, found.start()
            at = found.start()
        yield at, end


def _is_view(text: str, start: int, end: int) -> bool:
    label = _LABEL.match(text, start, end)
    return bool(_VIEW.match(text, label.end() if label else start, end))
