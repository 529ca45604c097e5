"""What was decided: marked blocks, their parts, and plain sentences of agreement. A first, plain reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.records import AgendaItem, Decision

_MARKER = re.compile(
    r"(?:\b(?:UNANIMOUSLY |IT WAS (?:UNANIMOUSLY )?)?(?:RESOLVED|AGREED|RECOMMENDED|PENDERFYNWYD|CYTUNWYD)\b|^(?:Resolved|Agreed|Decision|Decisions|DECISION|DECISIONS|Penderfyniad)\s*[:–-])(?! Syllabus)",
    re.MULTILINE,
)
_BODY = r"(?:The (?:Committee|Board|Cabinet|Panel|Forum|Council|Sub-Committee|Working Party|Group|Executive|Authority|meeting)|Members)"
_PAPER = r"(?:report|update|position|presentation|plan|policy|strategy|budget|programme|action plan|statement|letter|schedule|contents?|findings|register)s?"
_PROSE = re.compile(
    rf"""
      \bIt\ was\ (?:unanimously\ |duly\ |therefore\ |further\ |also\ )*(?:agreed|resolved|RESOLVED|AGREED)\b
    | \bIt\ was\ (?:noted|recommended)\b(?!\ that\ (?:the|there|he|she|they|this))
    | \b{_BODY}\ (?:unanimously\ |then\ |also\ |therefore\ )*(?:agreed|approved|resolved|RESOLVED|AGREED|endorsed|adopted|refused|deferred)\b(?!\ with)
    | \b{_BODY}\ (?:unanimously\ |also\ )*(?:noted|received|accepted)\ the\ {_PAPER}\b
    | \b[Mm]inutes\b[^.\n]{{0,160}}?\b(?:were|was|be)?\ ?(?:taken\ as\ read[^.\n]{{0,20}}|duly\ |then\ )*(?:confirmed|approved|agreed|signed|accepted|adopted)\b
    | ^(?:The|That|This)\ (?:\w+\ ){{0,5}}?{_PAPER}\ (?:was|were)\ (?:noted|received|approved|adopted|agreed|endorsed|accepted)\b
    | (?<=\.\ )(?:The|This)\ (?:\w+\ ){{0,5}}?{_PAPER}\ (?:was|were)\ (?:noted|received|approved|adopted|endorsed)\b
    | \b(?:motion|amendment|proposal)\b[^.\n]{{0,60}}\b(?:was|were|declared)\ (?:declared\ )?(?:lost|defeated|rejected|not\ carried)\b
    | \b[Aa]pplications?\b[^.\n]{{0,60}}\b(?:was|were|be)\ (?:refused|deferred|granted|approved)\b
    | \b(?:was|were)\ (?:unanimously\ |duly\ )?(?:elected|re-elected)\ (?:as\ )?(?:the\ )?(?:Vice-|Deputy\ |Vice\ )?Chair
    | \bwas\ awarded\ £
    | \bdeferred\ (?:to|until)\ the\ next\ meeting
    | ^(?:Agreed|Noted|Approved|Resolved|Recommended|Cytunwyd|Nodwyd)(?:\.|\ subject\b|:\ )
    | (?:^|(?<=[.!?]\ ))(?:Penderfynwyd|Cytunwyd|Cadarnhawyd|Cymeradwywyd|Nodwyd|Argymhellwyd|Gwrthodwyd|Gohiriwyd|Derbyniwyd|Etholwyd|Penodwyd)\b
    """,
    re.VERBOSE | re.MULTILINE,
)
_PAST = re.compile(r"\bhad\b|\b(?:previous|last|earlier) (?:meeting|year)\b.{0,30}\b(?:agreed|resolved)|\bwould\b")
_CARRIED = re.compile(r"\b(?:carried|resolved|agreed|approved|RESOLVED|AGREED)\b[^.\n]{0,40}[:–-]+\s*$")
_PART = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|\d{1,2}[.)])\s")
_THAT = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s+)?That\b")
_OTHER_BODY = r"(?:Cabinet(?: Member)?|Council|Government|Minister|Secretary of State|Board|Trust|ICS|ICB|Authority|Committee|Executive|MPs?)"
_CLASSES = (
    ("rejected", r"\b(?:motion|amendment|proposals?)\b.{0,120}\b(?:lost|rejected|defeated|not carried|fell|not proceeded with|not be proceeded with)\b|\bnot accept\b|^Gwrthodwyd"),
    ("refused", r"\brefus(?:e|ed|al)\b|\bgwrthodwyd"),
    ("deferred", r"\bdefer(?:red)?\b|\badjourned\b|\bput off\b|\bgohir"),
    ("appointed", r"\b(?:be|was|were|is|to) (?:re-?)?(?:appoint|elect|nominat)(?:ed)?\b|\btakes? the chair\b|\belected\b|\bpenod|\bethol"),
    ("recommended", rf"^\W*(?:\w+ )?RECOMMENDED|\brecommend(?:ed)?\b.{{0,60}}\b(?:Council|Cabinet|Committee|Board|to)\b|\b{_OTHER_BODY} (?:be|was|were) (?:asked|requested|urged|invited|recommended)\b"
                    rf"|\basked the {_OTHER_BODY}\b|\bargymhell"),
    ("approved", r"\b(?:approved?|approves|adopt(?:ed)?|granted|permitted|awarded|accepted|confirmed|signed)\b|\bbe (?:grant|permit)|\border be made\b|\bcorrect record\b|\btrue record\b|\bbe made permanent\b|^.{0,30}\b[Mm]inutes\b.{0,80}\bagreed\b|\bcymeradwy|\bcadarnha|\bdyfarn"),
    ("noted", r"\bnoted?\b|\breceived?\b|\bthanks of\b|\bnodi\b|\bnodwyd|\bnodi’r"),
)  # fmt: skip


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
    at, block, before = 0, False, ""
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        marker = _MARKER.search(line)
        if marker:
            rest = line[marker.end() :].strip(" :–-—.,")
            block = not rest or line.rstrip().endswith(":") or rest.casefold() in ("that", "unanimously", "to")
            if not block or len(rest.split()) > 4:
                yield start + _first_word(line, marker.start()), end, "marker"
                block = line.rstrip().endswith((":", ";", "; and", ",")) or bool(_PART.match(rest))
        elif block and (_PART.match(line) or _THAT.match(line)):
            yield start, end, "part"
        elif _THAT.match(line) or (line[:1] in "“\"'‘" and _THAT.match(line[1:]) and _CARRIED.search(before)):
            yield start, end, "that"
        else:
            block = block and not line.strip()
            yield from ((start + a, start + b, "prose") for a, b in _sentences_that_decide(line))
        before = line or before


def _first_word(line: str, marker: int) -> int:
    """Where the sentence of a marker begins, when a few words such as "The Committee" lead to it."""
    lead = re.search(r"(?:^|(?<=[.!?] ))(?:The [A-Z][\w-]+(?: [A-Z][\w-]+)?|It was|It was unanimously|and it was|Members) $", line[:marker])
    return lead.start() if lead else marker


def _sentences_that_decide(line: str) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph that say in prose that something was decided at this meeting."""
    start = 0
    for stop in [*re.finditer(r"(?<![A-Z])(?<!\bNo)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bCllr)[.!?]”?(?=\s+[“A-Z(])", line), None]:
        end = stop.end() if stop else len(line)
        while start < end and line[start].isspace():
            start += 1
        found = _PROSE.search(line[start:end]) if end > start else None
        if found and not _PAST.search(line[start : start + found.end()]) and line[:start].count("“") <= line[:start].count("”"):
            yield start, end
        start = end
