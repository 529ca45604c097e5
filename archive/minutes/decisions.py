"""What was decided: marked blocks, their parts, and plain sentences of agreement. A first, plain reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.records import AgendaItem, Decision

_MARKER = re.compile(
    r"(?:\b(?:UNANIMOUSLY |IT WAS (?:UNANIMOUSLY )?)?(?:RESOLVED|AGREED|RECOMMENDED|PENDERFYNWYD|CYTUNWYD)\b|^(?:Resolved|Agreed|Decision|Decisions|Penderfyniad)\s*[:–-])(?! Syllabus)",
    re.MULTILINE,
)
_PROSE = re.compile(
    r"(?:It was (?:unanimously |duly |therefore |further )*(?:agreed|resolved)|(?:The (?:Committee|Board|Cabinet|Panel|Forum|Council|Sub-Committee|meeting)|Members) (?:unanimously )?(?:agreed|approved|resolved|noted the|accepted)|Penderfynwyd)\b"
)
_PART = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|\d{1,2}[.)])\s")
_THAT = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s+)?That\b")
_CLASSES = (
    ("rejected", r"\b(?:motion|amendment|proposal)\b.{0,80}\b(?:lost|rejected|defeated|not carried|fell)\b|\bgwrthod"),
    ("refused", r"\brefus|\bgwrthodwyd"),
    ("deferred", r"\bdefer|\badjourned|\bgohir"),
    ("appointed", r"\b(?:appoint|elect|nominat|re-elect)(?:ed|s)?\b|\bpenod|\bethol"),
    ("recommended", r"\brecommend(?:ed)?\b.{0,60}\b(?:Council|Cabinet|Committee|Board|to)\b|^RECOMMENDED|\bargymhell"),
    ("approved", r"\b(?:approv|adopt|grant|confirm|sign)(?:ed|al|s)?\b|\baccepted\b|\bcorrect record\b|\bcymeradwy"),
    ("noted", r"\b(?:noted?|received?)\b|\bnodi|\bnodwyd"),
)


def decisions_of(item: AgendaItem) -> Iterator[Decision]:
    """The decisions of an item, in order; the same words printed twice count once."""
    seen: set[str] = set()
    for start, end, rule in _spans(item.text):
        text = item.text[start:end]
        key = re.sub(r"\W+", "", re.sub(r"^(?:\W|RESOLVED|AGREED|Decision)+", "", text)).casefold()
        if key and key not in seen:
            seen.add(key)
            yield Decision(item.id, outcome_of(text), text, start, end, rule)


def outcome_of(text: str) -> str:
    """The class of a decision: the first whose words it has; anything else that is positive is ``agreed``."""
    return next((outcome for outcome, words in _CLASSES if re.search(words, text, re.IGNORECASE | re.DOTALL)), "agreed")


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, rule) of decisions, line by line; a marker that ends its line opens the block of parts below it."""
    at, block = 0, False
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        marker = _MARKER.search(line)
        prose = _PROSE.search(line)
        if marker:
            rest = line[marker.end() :].strip(" :–-—.,")
            block = not rest or line.rstrip().endswith(":") or rest.casefold() in ("that", "unanimously", "to")
            if not block or len(rest.split()) > 4:
                yield start + marker.start(), end, "marker"
                block = line.rstrip().endswith((":", ";", "; and", ",")) or bool(_PART.match(rest))
        elif block and (_PART.match(line) or _THAT.match(line)):
            yield start, end, "part"
        elif _THAT.match(line):
            yield start, end, "that"
        elif prose:
            block = False
            sentence = line.rfind(". ", 0, prose.start())
            stop = re.search(r"\.(?=\s+[A-Z]|\s*$)", line[prose.end() :])
            yield start + (sentence + 2 if sentence >= 0 else 0), start + prose.end() + stop.end() if stop else end, "prose"
        else:
            block = block and not line.strip()
