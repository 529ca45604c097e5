"""Elections that are told by no verb: "Cllr A, proposed by Cllr B, seconded by Cllr C" under "Election of Chairman"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.minutes.prose import paragraphs
from archive.minutes.reading import ItemReading
from archive.minutes.resolution.agreements import Span

_TITLE = re.compile(r"\W*(?:re-?)?(?:election|appointment|nomination)s? (?:of|to)\b")
_CONTEST = re.compile(
    r"\b(?:vote|votes|voted|ballot|candidates?|not seconded|lost|defeated|deferred|declined|no nominations?|vacan\w+|elected|appointed|resolved|agreed|approved)\b",
    re.IGNORECASE,
)
_BACKED = re.compile(
    r"\W*(?:\(?\d{1,2}[.)]\s*)?(?P<who>[A-Z][^;\n]{3,160}?)(?P<stop>[.,]?) +(?:[Pp]roposed|[Nn]ominated|[Mm]oved) (?:by )?[A-Z][^;\n]{2,60}?[,.]? (?:and )?[Ss]econded (?:by )?[A-Z]"
)
_HOLDS = re.compile(r"\W*(?:\(?\d{1,2}[.)]\s*)(?P<who>[A-Z][^;:\n–-]{2,80} [–-] (?:[A-Z][a-z]+ )?(?:Cllrs?|Councillors?)\.? [A-Z][^;\n]{1,120})$", re.MULTILINE)


def elected_in(reading: ItemReading) -> Iterator[Span]:
    """Whom an item about an election names with a proposer, or against a post of a list, where nothing tells of a contest or a result."""
    if not _TITLE.match(reading.title) or _CONTEST.search(reading.text):
        return
    for start, end in paragraphs(reading.text):
        found = _BACKED.match(reading.text, start, end) or _HOLDS.match(reading.text, start, end)
        if found:
            alone = found.re is _HOLDS or found["stop"] == "."
            yield Span(found.start("who"), found.end("who") if alone else end, "election")
