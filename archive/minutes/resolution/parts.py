"""One decision that holds several: "(a) …; (b) …", and two clauses of different classes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from archive.minutes.resolution.outcomes import outcome_of

_INLINE = re.compile(
    r"(?:[;,.:]|\band|\bthat|\bto)\s+(?=\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s)|[;,.]\s+(?:and\s+)?(?=\d\)\s|\(?(?:ii|iii|iv|b|c|d|e|2|3|4|5)\)\s)"
)
_AND = re.compile(
    r"\s+and\s+(?=to (?:RECOMMEND|recommend|invite|ask|request|approve|agree|note|defer|receive|refer|delegate|authorise)\b|that\s+(?:[\w'-]+\s+){1,7}?be\s+\w+ed\b|(?:that\s+)?(?:the|a|an)\s+(?:\w+\s+){1,5}?be\s+\w+ed\b|(?:also\s+|further\s+)?(?:agreed|(?:asked|requested)(?!\s+for)|recommended|resolved|approved|endorsed|instructed|authorised|delegated|invited)\b(?!\s+(?:by|as|and signed|minutes|plans?|budget|list|version|draft|amounts?|sites?|schemes?)\b))"
)
_ASKS_FOR = re.compile(
    r",?\s+and\s+(?:also\s+)?(?:asked|called|hoped|looked forward|thanked|congratulated|signed (?:the|his|her|their) (?:declaration|acceptance)|took the chair)\b(?!\s+that)",
    re.IGNORECASE,
)
"""What a body did beside deciding: "noted the report and asked for another"."""
_HAS_VERB = re.compile(
    r"\bbe \w+|\bto (?:note|approve|agree|adopt|endorse|receive|accept|support|grant|refuse|defer|appoint)\b|\b(?:noted|agreed|approved|endorsed|received|accepted|RESOLVED|resolved|adopted|supported|elected|appointed)\b"
)
_DECIDED = re.compile(r"\b(?:agreed|resolved|noted|approved|received|accepted|decided|considered)\b", re.IGNORECASE)
_ONLY_OPENS = re.compile(
    r"(?:Resolved|RESOLVED|Agreed|AGREED)\b[^:;\n]{0,120}:|[^:;.\n]{0,80}\b(?:agreed|resolved|decided|recommended|AGREED|RESOLVED)(?: unanimously)?(?: that| to)?\s*[:–-]+"
)
"""``The Board resolved:`` in front of "(a) …; (b) …"."""
_CLAUSES = re.compile(r";\s+(?:and\s+)?(?=(?:that|to)\s)")
_WAS = re.compile(r"\s+and\s+(?=[A-Z][\w'-]+\s+(?:[A-Z][\w'-]+\s+)?was\s+(?:re-)?(?:elected|appointed))")


def parts_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a decision that stand in one paragraph: "(a) …; (b) …", and two clauses of different classes."""
    clauses = [found.end() for found in _CLAUSES.finditer(text, start, end)]
    if clauses and re.search(r"\b(?:that|to)\b", text[start : clauses[0]], re.IGNORECASE):
        for a, b in zip([start, *clauses], [*clauses, end], strict=True):
            yield a, stripped(text, a, b)
        return
    marks = [found.end() for found in _INLINE.finditer(text, start, end)]
    if len(marks) >= 2 or (marks and re.search(r"\((?:b|ii|2)\)", text[marks[0] : end])):
        cuts = [start, *[mark for mark in marks if mark > start + 25 or not re.match(r"\((?:a|i|1)\)", text[mark : mark + 4])], end]
    else:
        cuts = [start, end]
        for found in [*_AND.finditer(text, start, min(end, start + 1500)), *_WAS.finditer(text, start, end)]:
            if not (_DECIDED if text.startswith(("asked", "requested"), found.end()) else _HAS_VERB).search(text, start, found.start()):
                continue
            if outcome_of(text[start : found.start()]) != outcome_of(text[found.end() : end]) or found.re is _WAS:
                cuts = [start, found.start(), found.end(), end]
                break
        beside = _ASKS_FOR.search(text, start, end)
        if len(cuts) == 2 and beside and _DECIDED.search(text, start, beside.start()):
            cuts = [start, beside.start()]
        if len(cuts) == 4:
            yield cuts[0], cuts[1]
            yield cuts[2], stripped(text, cuts[2], cuts[3])
            return
    for a, b in itertools.pairwise(cuts):
        until = stripped(text, a, b)
        if until > a and not (until < end and _ONLY_OPENS.fullmatch(text, a, until)):
            yield a, until


def stripped(text: str, start: int, end: int) -> int:
    """The end without the white space in front of it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
