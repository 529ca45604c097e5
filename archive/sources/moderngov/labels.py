"""The words that ModernGov prints on its pages, in English and Welsh."""

from __future__ import annotations

import re

DOCUMENTS, DECISION, MINUTES = "documents", "decision", "minutes"
_PARTS = {
    "additional documents": DOCUMENTS,
    "supporting documents": DOCUMENTS,
    "documents": DOCUMENTS,
    "dogfennau ychwanegol": DOCUMENTS,
    "dogfennau ategol": DOCUMENTS,
    "dogfennau cefnogol": DOCUMENTS,
    "decision": DECISION,
    "decisions": DECISION,
    "penderfyniad": DECISION,
    "penderfyniadau": DECISION,
    "minutes": MINUTES,
    "cofnodion": MINUTES,
    "cofnod": MINUTES,
}
TEASER = re.compile(r"view\s+the\b.{0,40}\btext\b|\btestun\b", re.I | re.S)
"""The link after a text that may go on elsewhere, or that stands in its place."""
NO_PAPERS = re.compile(r"no documents are (?:currently )?available|nid oes (?:unrhyw )?ddogfennau|dim dogfennau ar gael", re.I)
NO_MEETINGS = re.compile(
    r"\bno\b[^.]{0,40}\bmeetings\b|\bmeetings\b[^.]{0,30}\bnot (?:been )?found|\bdim cyfarfodydd|ni chanfuwyd|nid oes (?:unrhyw )?gyfarfodydd", re.I
)
NO_LONGER = re.compile(
    r"\bno longer (?:meets|exists|sits|active)\b|\bhas been (?:disbanded|dissolved|abolished)\b|\bddim (?:bellach|yn cyfarfod mwyach)\b", re.I
)
FORMER = re.compile(r"\b(?:former|previous|historic\w*|past|old|archived?|expired|disbanded|blaenorol|hanesyddol)\b", re.I)
RESTRICTED = re.compile(r"restricted due to exempt information|gyfyngedig oherwydd gwybodaeth", re.I)
ITEM_SUFFIX = re.compile(r",\s*(?:agenda\s+)?e?item\s+\S+\s*$|,\s*eitem\s+\S+\s*$", re.I)
"""What follows the name of a document: "Report, item 59."."""

_CANCELLED = re.compile(r"\b(?:cancelled|canceled|abandoned|canslwyd|canslo|wedi['’]i ganslo)\b", re.I)
_MOVED = re.compile(r"\b(?:moved|postponed|rescheduled|re-scheduled|deferred|gohiriwyd|gohirio|symudwyd|wedi['’]i (?:symud|ohirio))\b", re.I)
_NOT_THE_NAME = re.compile(
    r"^\s*(?:(?:cancelled|postponed|provisional|rescheduled|moved|new|canslwyd|gohiriwyd)\s*(?::|\s[-–—])\s*(?:(?:to|from)\s[^,]{3,40},\s*)?"
    r"|(?:moved|postponed|rescheduled)\s(?:-\s)?(?:to|from)\s[^,]{3,40},\s*)",
    re.I,
)


def part_named(text: str) -> str:
    """Which part of an item a line begins, if it is exactly a label with its colon: an item may be called "Minutes"."""
    words = text.strip()
    return _PARTS.get(words[:-1].strip().lower(), "") if words.endswith(":") else ""


def status_in(text: str) -> str:
    """``cancelled``, ``moved`` or nothing, by what stands beside the name or the date of a meeting."""
    return "cancelled" if _CANCELLED.search(text) else "moved" if _MOVED.search(text) else ""


def without_prefix(title: str) -> str:
    """A title without what is set before it when the meeting is moved or cancelled."""
    return _NOT_THE_NAME.sub("", title)
