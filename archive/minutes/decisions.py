"""What was decided: marked blocks with their parts, bare That-clauses, and sentences of agreement in prose."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.minutes.outcomes import outcome_of
from archive.minutes.reading import ItemReading
from archive.records import Decision, Motion

_CAPITALS = r"RESOLVED|AGREED|RECOMMENDED|RESOLVES|DETERMINED|ORDERED|DECIDED|PENDERFYNWYD|CYTUNWYD|ARGYMHELLWYD|CYMERADWYWYD"
_MARK = re.compile(
    rf"\b(?P<capitals>(?:UNANIMOUSLY )?(?:{_CAPITALS}))\b(?! (?:Syllabus|SYLLABUS|ACTION|TO PROVISION))"
    r"|^(?P<bullet>(?:\(?\w{1,3}[.)] )?)(?P<label>(?:The |And |and )?(?:[Uu]nanimously )?(?:Resolved|Agreed|Decisions?|Decided|DECISIONS?|DECIDED|Recommended|Noted|NOTED|Approved|APPROVED|Accepted|Outcome|OUTCOME|RESOLUTION|Resolution|"
    r"DEFERRED|Deferred|REFUSED|Refused|GRANTED|Granted|ADOPTED|Adopted|Penderfynwyd|Penderfyniad|Penderfyniadau|Cytunwyd|PENDERFYNIAD))"
    r"(?P<sign> ?[:–—-]+|(?=[ \t]{1,12}(?:that|to|fod|unanimously|subject to)\b)|\.?$|(?= THAT\b))",
    re.MULTILINE,
)  # fmt: skip
_FALSE = re.compile(
    r"(?:reasons?|rationale|alternative|options?|other options|see attached|maker|status|date of|key|notice of|made by|record of|implementation|taken under|delegated|forward plan|list|published|minutes and)\b",
    re.IGNORECASE,
)
_BEFORE_FALSE = re.compile(
    r"\b(?:reasons? for|key|previously|had|been|as|is|it is|officer|officers|the report|are|was not|not|if|when|already|whether|having|until|once|unless|would be|to be|could be|should be|options?|matters?|all actions?|actions?|an|the) $",
    re.IGNORECASE,
)
_PART = re.compile(r"^\W{0,2}(?P<mark>\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2})[.)]|\d{1,2}\.\d{1,2}\.?|[•·▪*–-]|o(?= ))[\s\t]+")
_THAT = re.compile(r"^[“'‘]?(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s+)?[“'‘]?(?:That|THAT)\b")
_TO = re.compile(r"^[“'‘]?(?:To|to) (?!be arranged)[a-z]+\b")
_STOPS = re.compile(
    r"^\W*(?:reasons?\b|reason for|alternative|options? considered|note:|notes:|\(?note\b|background|other options|votes?:|voting|for:|against:|action|the meeting (?:closed|ended)|\(?councillor|\(?cllr|\(?mr |\(?mrs )",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:be|was|were|is|are|agreed|approved|noted|granted|refused|deferred|adopted|endorsed|received|recommended|resolved|accepted|confirmed|appointed|elected|rejected|BE|WAS)\b|\b(?:GRANTED|REFUSED|APPROVED|AGREED|NOTED|DEFERRED)\b|\b(?:Grant|Refuse|Approve|Note|Agree|Defer|Delegate|Adopt|Endorse|Derbyn|Nodi|Gofyn|Cymeradwyo|Cytuno)\b|^(?:[a-z]\w+o'r|nodi|gofyn)\b"
)
_ANNOUNCED = re.compile(
    r"^(?:The )?(?:Chair|Chairman|Mayor|Leader|Vice-Chair|Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b[^.]{0,80}\b(?:announced|said|asked|reported|explained|advised|thanked|read|presented|introduced|outlined|welcomed|invited|informed|requested|stated|congratulated|reminded|opened|gave|drew)\b"
)
_MOVED = re.compile(r"\b(?:moved|proposed|seconded|motion|amendment|cynigiodd|notice of motion)\b", re.IGNORECASE)
_CARRIED = re.compile(r"\b(?:carried|resolved|agreed|approved|RESOLVED|AGREED|adopted)\b[^.\n]{0,60}[:–-]*\s*$")
_BODY = (
    r"(?:(?:The|the|This) (?:[A-Z][\w'&-]*,? (?:and |of |for |& )?){0,7}(?:Committee|Board|Cabinet|Panel|Forum|Council|Sub-Committee|Subcommittee|Working Party|Working Group|Group|Executive|Authority|Commission|Assembly|Partnership|Trustees|Members|Councillors)"
    r"|(?:The|the|this) (?:committee|board|meeting|panel|council|forum|members|sub-committee|group)|Members|Councillors|Cabinet|Council|Committee|Trustees|[Aa]ll(?: members present| councillors present| members| councillors| present| those present)?|Directors|An Chomhairle|The (?:CC|PC|TC)|(?:The )?(?:PCC|PFA|PTA)|[Ww]e)"
)
_OPENER = re.compile(
    rf"^(?:[\d.]+\s+)?(?:It was |Accordingly,? |Thereafter,? )?{_BODY}?(?: ?(?:then|unanimously|therefore|also|thereafter|accordingly))?(?: ?(?:agreed|resolved|decided|noted|approved|recommended|AGREED|NOTED))?(?: (?:that|to))? ?[:–-]+$"
)
_PAPER = (
    r"(?:reports?|updates?|position|presentations?|plans?|policy|policies|strategy|strategies|budget|precept|programme|statements?|letters?|schedules?|contents?|findings|registers?|recommendations?|proposals?|"
    r"accounts?|payments?|minutes|notes|terms|dates?|document|framework|figures|information|performance|feedback|risks?|actions?|items?|matters?|quotations?|quotes?|request|resolution|list|invoices|expenditure|"
    r"nomination|nominations|appointments?|changes|arrangements?|charges|fees|outcome|decision|comments|grant|grants|calendar|timetable|agreement|procedures?|standing orders|regulations|assessment|review|"
    r"returns?|reconciliations?|virements?|responses?|apologies|correspondence|notice|scheme|criteria|allocation|allocations|progress|tenders?|contract|project|idea|suggestion|purchase|works?|log|tracker|overview|summary|recording|verbal update|forecast|outturn)"
)
_ADV = r"(?:unanimously|duly|therefore|further|also|then|formally|subsequently|accordingly|all|generally|now|again|hereby|in principle,?)"
_GOOD = r"(?:agreed|approved|resolved|endorsed|adopted|accepted|ratified|supported|confirmed|noted|received|granted|refused|deferred|permitted|rejected|declined|postponed|authorised|signed)"
_B, _P, _A, _G = (piece.replace(" ", r"\ ") for piece in (_BODY, _PAPER, _ADV, _GOOD))
_PROSE = re.compile(
    rf"""
      \b[Ii]t\ (?:was|is|has\ been|were)\ (?:{_A}\ )*(?:agreed|resolved|decided|RESOLVED|AGREED|determined)\b(?!\ (?:at|by)\ (?:the\ last|the\ previous|a\ previous))
    | \b[Ii]t\ was\ (?:{_A}\ )*(?:noted\b(?=\W*$|\.|,|\ and\b|\ that\ the\ (?:report|position|update)\ be)|recommended\ (?:that|to)\b|approved\b)
    | \bit\ was\ (?:{_A}\ )*(?:agreed|resolved|decided)\b
    | \b{_B}\ (?:{_A}\ )*(?:(?:considered|discussed|reviewed|debated)\ and\ )?(?:{_A}\ )*(?:agreed|AGREED|approved|APPROVED|resolved|RESOLVED|decided|endorsed|ENDORSED|adopted|ADOPTED|ratified|accepted|refused|deferred|granted|authorised|rejected|nominated|appointed|elected|co-opted|recommended|RECOMMENDED|delegated)\b(?!\ (?:with|upon\ by)\b)
    | \b{_B}\ (?:{_A}\ )*voted\ (?:{_A}\ )*(?:to\b|in\ favour|for\b|against\b|unanimously)
    | \b{_B}\ (?:{_A}\ )*(?:noted|NOTED)\ (?:and\ \w+\ )?(?:the|this|these|their|its|all|with\ thanks)\b(?!\ (?:absence|fact)\b)
    | \b{_B}\ (?:{_A}\ )*(?:received|RECEIVED)\ (?:and\ \w+\ )?(?:the|this|these)\ (?:[\w'’/&-]+,?\ ){{0,8}}?(?i:{_P})\b
    | \b(?:[Pp]ress\ and\ )?public\ (?:was|were)\ excluded
    | \b{_B}\ did\ not\ (?:agree|accept|support|approve)\b
    | \b[Mm]inutes\b[^.\n]{{0,200}}?\b(?:were|was|are|having\ been)\ (?:{_A}\ )*(?:taken\ as\ read|confirmed|approved|agreed|signed|accepted|adopted|received|ratified|recorded\ as\ correct|AGREED|APPROVED)\b
    | \b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hose|[Bb]oth|[Aa]ll|[Aa]n?)\ (?:[\w'’/&£,-]+\ ){{0,9}}?(?i:{_P}),?\ (?:[\w'’/&£,()-]+\ ){{0,9}}?(?:was|were)\ (?:{_A}\ )*(?:{_G}|NOTED|APPROVED|AGREED|RECEIVED|RESOLVED)\b(?!\ (?:by\ (?:the\ )?(?:Cabinet|Secretary|Government|Minister|Inspector|District|Borough)|from|in\ (?:19|20)\d\d|that))
    | \b[Vv]otes?\ of\ (?:sympathy|thanks|condolence|congratulations|confidence)\b[^.\n]{{0,60}}?\b(?:was|were)\ (?:{_A}\ )*(?:passed|agreed|extended|recorded|carried|approved)\b
    | \bdeclared\ (?:that\ )?(?:[\w.'’-]+\ ){{1,6}}(?:duly\ )?elected\b | \bwas\ (?:duly\ )?declared\ elected\b | \b(?:was|were)\ declared\ (?:duly\ )?elected\b
    | \b[Tt]he\ following\ (?:[\w-]+\ ){{0,3}}were\ (?:{_A}\ )*(?:agreed|appointed|elected|nominated|approved)\b
    | \bCllrs\ (?:{_A}\ )*agreed\ to\b
    | \b(?:They|It)\ (?:was|were)\ (?:{_A}\ )*(?:approved|agreed|adopted|accepted)\b(?!\ by\ (?:the\ )?(?:Cabinet|Secretary|Government|Minister|Inspector|District|Borough|County))
    | \b(?:This|These|They|It)\ having\ been\ (?:\w+\ ){{1,5}}(?:was|were)\ (?:{_A}\ )*{_G}\b
    | (?<=and\ )this\ was\ (?:{_A}\ )*(?:passed|agreed|approved|accepted|adopted)\b
    | (?:^|(?<=[.!?]\ ))(?:The|This|These)\ (?:[A-Z][\w'’&-]*\ ){{1,6}}(?:was|were)\ (?:{_A}\ )*(?:agreed|approved|adopted|ratified|endorsed)\b(?!\ by\ (?:the\ )?(?:Cabinet|Secretary|Government|Minister|Inspector|District|Borough|County))(?!\ in\ (?:19|20)\d\d)
    | (?:^|(?<=\b\w\.\ ))(?![^\n]*\d{{2,4}}/\d)[^\n]{{3,120}}\ [–-]\ (?:[Aa]pproved|[Aa]greed|[Nn]oted|[Aa]dopted|[Dd]eferred)(?:\ (?:to|until)\ [^.\n]{{0,40}})?\W*$
    | \b[Mm]inutes\b[^.\n]{{0,200}}?\band\ (?:duly\ )?(?:signed|confirmed|approved|agreed)\b
    | \b(?:was|were)\ unanimously\ (?:approved|agreed|accepted|adopted|supported|carried|passed|endorsed)\b
    | \b(?i:seconded|proposed|moved)\b[^.;]{{2,90}}?,?\ and\ (?:it\ was\ )?(?:{_A}\ )*(?:agreed|resolved|approved|adopted)\b
    | \b(?:This|These|All|Both)\ (?:was|were)\ (?:{_A}\ )*{_G}\b
    | \b(?:[Mm]otion|[Aa]mendment|[Pp]roposal|[Pp]roposition|[Rr]esolution)\b[^.\n]{{0,80}}\b(?:was|were)\ (?:{_A}\ )*(?:agreed|approved|supported|accepted)\b
    | \b(?:[Aa]pplications?|[Pp]ermission|[Cc]onsent|[Ll]icence|[Rr]equest|[Gg]rant|[Dd]ispensation)\b[^.\n]{{0,120}}?\b(?:was|were)\ (?:{_A}\ )*(?:refused|deferred|granted|approved|permitted|turned\ down|declined|agreed|rejected|supported|REFUSED|GRANTED|APPROVED|DEFERRED)\b
    | \b(?:was|were)\ (?:{_A}\ )*(?:elected|re-elected|co-opted|re-appointed|reappointed)\b
    | \b(?:was|were)\ (?:{_A}\ )*(?:appointed|nominated)\ (?:as\ |to\ (?:be|the|serve|represent)\b|Chair|Vice|by\ the\ (?:Council|Committee)|onto|Mayor|Deputy)
    | \b(?:was|were)\ awarded\ £ | \bgrant\ of\ £[\d,.]+\ was\ (?:agreed|approved|awarded)
    | \b(?:was|were)\ (?:deferred|put\ off|held\ over|left\ over|postponed|carried\ forward)\ (?:to|until|for|pending|as|while)\b
    | (?:^|(?<=[.!?]\ ))(?:Penderfynwyd|Cytunwyd|Cadarnhawyd|Cymeradwywyd|Nodwyd|Argymhellwyd|Gwrthodwyd|Gohiriwyd|Etholwyd|Penodwyd|Derbyniwyd\ (?:yr|y|a\ nodwyd)\ (?:adroddiad|cofnodion))\b
    | \bM/S/(?:A|C|P)\b | \bMSC\b | \bwere\ taken\ as\ read\b
    """,
    re.VERBOSE | re.MULTILINE,
)
_WHOLE = re.compile(
    rf"""
      (?:The\ )?[Mm]inutes\ (?:of\ [^.\n]{{0,120}}\ )?(?:{_A}\ )*(?:confirmed|approved|agreed|signed|accepted|adopted)\b
    | (?:Circulated|Read|Taken\ as\ read),?\ (?:and\ )?(?:approved|agreed|accepted|confirmed)\b
    | Re-?agenda\b
    | (?:Left\ over|Held\ over|Deferred|Put\ off)\b
    | \W*(?:All\ |Unanimously\ |Duly\ )?(?:Agreed|agreed|AGREED|Noted|NOTED|Approved|APPROVED|Resolved|RESOLVED|Accepted|Adopted|Refused|Recommended|Ratified|Cytunwyd|Nodwyd|Derbyniwyd)(?:\ unanimously)?\W*$
    | (?:Agreed|Noted|Approved|Accepted)\ (?:subject\ to|with|as|and\ signed|&\ signed|to\ accept|the|that|by\ all|unanimously)\b
    """,
    re.VERBOSE,
)
"""Sentences that are a decision by how they begin."""
_RESULT = re.compile(
    r"\b(?:[Mm]otion|[Aa]mendment|[Pp]roposal|[Pp]roposition|[Rr]ecommendations?|[Rr]esolution|MOTION|AMENDMENT)\b[^.\n]{0,120}\b(?:carried|CARRIED|lost|LOST|defeated|not\s+carried|passed|fell|agreed|adopted|rejected|DEFEATED)\b"
    r"|^(?:[Mm]otion |MOTION |[Uu]nanimously )?(?:[Cc]arried|CARRIED|[Pp]assed)(?: unanimously| UNANIMOUSLY)?\b|^(?:DEFEATED|Defeated|LOST|Lost)\b|\bit was (?:put and )?carried\b|\bdeclared (?:that )?(?:the|both) [^.\n]{1,320}\b(?:defeated|carried|lost)\b|\bvote (?:was )?carried\b|\b[Aa]ll (?:members |present |councillors |were |voted )*in favour\b|^Unanimous(?:ly agreed)?\W*$|\bwas (?:put to the vote and )?(?:carried|lost)\b|\bCARRIED\b"
)
_VOTED = re.compile(r"\bvoted (?:in favour|for|against)\b|\babstained\b|\bvoting (?:for|against)\b|^Proposed\b|^Moved\b")
_LOST_BELOW = re.compile(
    r"[\s.”]*(?:The |THE )?(?:motion |Motion |MOTION |amendment |AMENDMENT )?(?:was |WAS )?(?:declared )?(?:LOST|DEFEATED|Lost|Defeated|lost|defeated|NOT CARRIED|not carried)\b"
)
_LOST = re.compile(r"\b(?:lost|defeated|not carried|fell|rejected|not been carried)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:had|has|have) (?:been |also |already |previously )?(?:agreed|resolved|approved|decided|been)|(?<![Mm]inutes of the )\b(?:previous|last|earlier) (?:meeting|year)\b.{0,40}\b(?:it was )?(?:agreed|resolved)\b(?! (?:as|and signed))|"
    r"\bwould (?:be|have|need|then)\b.{0,40}(?:agreed|approved|deferred|refused)|\b(?:if|once|when|until|unless|whether|where|before|after|should) (?:\w+ ){0,8}(?:was|were|is|are|be|had|agreed|approved|resolved)|\bmay be\b|\bcould be\b|"
    r"\b(?:asked|invited|requested|recommended|seeking|sought) (?:\w+ ){0,3}(?:to|that) (?:note|agree|approve|consider)|\bto consider (?:whether|if|and)\b",
)
_NOTED_BELOW = re.compile(r"\b(?:comments|questions|discussion|debate|points)\b[^.]{0,60}\b(?:it was|were|was) noted:\s*$", re.IGNORECASE)
"""``Further to questions it was noted:`` opens a list of what was said."""
_AFTER_TALK = re.compile(r"^\W*(?:After|Following)(?: \w+){0,3} (?:discussions?|debate|consideration|deliberation|questions)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"^\W*At (?:a|an|its|their|another|the (?:last|recent|previous)) (?:[^.,]{0,60} )?[Mm]eeting\b[^.]{0,60}\bit was\b")
_LEADS = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?:[^.\n]{0,80}?\b(?:[Ii]t was|[Ii]t was unanimously|and it was|Members|[Aa]ll|(?:The|the) [A-Z]?[\w-]+(?: [A-Z][\w-]+){0,4}|Cabinet|Council|Committee)) (?:then |unanimously |therefore |also |further |duly )?$"
)
_THAT_BELOW = re.compile(r"\s*[“'‘]?(?:\(?\w{1,3}[.)]\s+)?(?:That|THAT|To|to)\b")
_LEAD = 240
"""Characters in front of a marker that are looked at."""


@dataclass(frozen=True)
class _Span:
    start: int
    end: int
    rule: str
    recommended: bool = False
    """Whether it stands under RECOMMENDED."""


def decisions_of(reading: ItemReading, motions: Sequence[Motion] = ()) -> Iterator[Decision]:
    """The decisions of an item, in order; the same words printed twice count once."""
    blocks, headings = _blocks(reading.text)
    spans = [_before_anybody_speaks(reading, span) for span in blocks]
    taken = sorted([*((span.start, span.end) for span in spans), *headings])
    prose = [span for span in _prose(reading) if not _overlaps(span, taken)]
    if not spans:
        said = [(one.start, one.end) for one in prose]
        prose += [span for span in _results(reading) if not _overlaps(span, said)]
    seen: list[set[str]] = []
    for span in sorted([*spans, *prose], key=lambda one: one.start):
        for start, end in _split(reading.text, span):
            words = _words(reading.text[start:end])
            if not words or any(_alike(words, other) for other in seen[-30:]):
                continue
            seen.append(words)
            yield Decision(reading.item.id, _outcome(reading, motions, span, start, end), reading.item.text[start:end], start, end, span.rule)


def _before_anybody_speaks(reading: ItemReading, span: _Span) -> _Span:
    """A marked decision without the sentences behind it, in the same paragraph, that say who spoke or voted."""
    place = bisect_left(reading.lines, span.start, key=lambda line: line.sentence.start)
    for line in reading.lines[place : place + 40]:
        if line.sentence.start >= span.end:
            break
        if line.sentence.start > span.start and (line.sayings or _VOTED.search(reading.text, line.sentence.start, line.sentence.end)):
            return _Span(span.start, _stripped(reading.text, span.start, line.sentence.start), span.rule, span.recommended)
    return span


def _words(text: str) -> set[str]:
    """The words of a decision without its marker, to see that it is printed twice."""
    bare = re.sub(rf"^\W*(?:(?:{_CAPITALS}|Decisions?|That|that|Agreed|Resolved)\W+)+(?=\w)", "", text)
    return set(re.findall(r"\w+", bare.casefold()))


def _outcome(reading: ItemReading, motions: Sequence[Motion], span: _Span, start: int, end: int) -> str:
    text = reading.text[start:end]
    if span.recommended:
        return "recommended"
    if span.rule == "result":
        return "rejected" if _LOST.search(text) else _of_motion(motions, span) or "agreed"
    if span.rule == "that" and _LOST_BELOW.match(reading.text, end):
        return "rejected"
    return outcome_of(text, reading.title)


def _alike(a: set[str], b: set[str]) -> bool:
    return a == b or (min(len(a), len(b)) >= 5 and len(a & b) >= 0.85 * max(len(a), len(b)))


def _overlaps(span: _Span, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a span overlaps one of those that are taken, which are sorted and do not overlap each other."""
    place = bisect_left(taken, (span.start, span.start))
    return any(span.start < b and a < span.end for a, b in taken[max(0, place - 1) : place + 2])


# ── marked blocks and That-clauses ──────────────────────────────────────────────────────────────────────────────────


def _blocks(text: str) -> tuple[list[_Span], list[tuple[int, int]]]:
    """Decisions with a marker or a That in front, paragraph by paragraph, and where markers stand alone as headings."""
    spans: list[_Span] = []
    headings: list[tuple[int, int]] = []
    block, first_mark, before = "", "", ""
    recommended = False
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        if not line.strip():
            continue
        mark = _marker(line)
        part = _PART.match(line)
        if _OPENER.match(line) and not (mark is not None and line[mark[0] : mark[1]].isupper()):
            block, first_mark, recommended = "parts", "", False
            headings.append((start, end))
        elif mark is not None:
            begin, rest_at = mark
            rest = line[rest_at:].strip(" :–-—.,“")
            bare = (
                not rest
                or rest.casefold()
                in ("that", "to", "unanimously", "unanimously that", "unanimously to", "that the committee", "to recommend that", "that it be", "that:")
                or (line.rstrip().endswith((":", ":-", ":–", "that", "to")) and len(rest.split()) <= 7)
            )
            recommended = bool(re.match(r"\W*(?:.{0,30}\b)?RECOMMENDED\b|\W*Recommended\b", line[begin:rest_at]))
            if bare:
                block, first_mark = "open", ""
                headings.append((start, end))
            else:
                told = _in_running_text(line, begin, rest_at)
                spans += [_Span(start + a, start + b, "marker", recommended) for a, b in told] or [_Span(start + begin, end, "marker", recommended)]
                inside = _PART.match(rest)
                block = "parts" if inside or line.rstrip().endswith((":", ";", "; and", ",", " and", ":-", "; or", "–")) else ""
                first_mark = _style(inside["mark"]) if inside else ""
        elif block and ((_STOPS.match(line) and not _THAT.match(line)) or _ANNOUNCED.match(line)):
            block = "" if not _ANNOUNCED.match(line) else block
        elif block and (
            part
            or _THAT.match(line)
            or _TO.match(line)
            or (block == "open" and _DECIDES.search(line))
            or (block == "parts" and line[:1].islower() and not first_mark)
        ):
            style = _style(part["mark"]) if part else ""
            nested = bool(
                spans
                and first_mark
                and style
                and style != first_mark
                and style not in ("bullet",)
                and before.rstrip().endswith((":", ";", ",", ":-", "and", "or"))
                and spans[-1].end >= start - 2
                and spans[-1].rule in ("part", "marker")
            )
            if nested or (spans and first_mark and style == "bullet" and first_mark != "bullet" and spans[-1].end >= start - 2):
                spans[-1] = _Span(spans[-1].start, end, spans[-1].rule, recommended)
            else:
                spans.append(_Span(start + (part.end() if part and not _THAT.match(line) else 0), end, "part", recommended))
                first_mark = first_mark or style
            if block == "open" and not part and not line.rstrip().endswith((";", ":", "and", ",", "–", ":-")) and not _THAT.match(line) and not _TO.match(line):
                block = ""
            elif block == "open":
                block = "parts"
        elif _THAT.match(line) and _stands_alone(line, before):
            spans.append(_Span(start, end, "that"))
            block, first_mark = "parts", _style(part["mark"]) if part else ""
        else:
            block = ""
        before = line
    return spans, headings


def _style(mark: str) -> str:
    bare = mark.strip("().")
    if bare.isdigit() or re.fullmatch(r"\d+\.\d+", bare):
        return "digit"
    if not bare or not bare[0].isalnum() or bare == "o":
        return "bullet"
    return "roman" if re.fullmatch(r"[ivx]+", bare) and bare not in ("v", "x") else "letter"


def _marker(line: str) -> tuple[int, int] | None:
    """(where the decision begins, where the marker ends) of a line with a marker; None for lines without and for false ones."""
    for found in _MARK.finditer(line):
        after = line[found.end() :].lstrip(" :–-—")
        if _FALSE.match(after):
            continue
        if found["capitals"]:
            lead = line[max(0, found.start() - _LEAD) : found.start()]
            if (
                _BEFORE_FALSE.search(lead)
                or lead.count("“") > lead.count("”")
                or (found["capitals"] == "RECOMMENDED" and re.search(r"\b(?:it is|are|is|officers?|report) $", lead, re.IGNORECASE))
            ):
                continue
            return _first_word(line, found.start()), found.end()
        if found["label"] and found["sign"] is not None:
            if not after and found["sign"] == "." and len(line.split()) <= 3:
                return None  # "Agreed." is a sentence of its own.
            if not after and found["sign"] == "" and not line.strip().istitle() and len(line.split()) > 1:
                continue
            if (
                not after
                and found["sign"] == ""
                and found["label"].casefold() in ("noted", "agreed", "approved", "accepted", "refused", "granted", "deferred", "adopted")
            ):
                return None
            return found.start() + len(found["bullet"]), found.end()
    return None


_RUNS = re.compile(r"\b(?:was|were|also|we|members|it)(?: also| unanimously| then)* $", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-z\d)”]{2})\.(?=\s+[A-Z“])")


def _in_running_text(line: str, begin: int, marker_end: int) -> list[tuple[int, int]]:
    """``It was AGREED to write. Members then …``: the sentences with a marker in them; empty where the marker opens a block."""
    word = line.rfind(" ", 0, marker_end - 1) + 1
    if not _RUNS.search(line[max(0, word - 60) : word]):
        return []
    found: list[tuple[int, int]] = []
    while True:
        stop = _SENTENCE_END.search(line, marker_end)
        found.append((begin, stop.end() if stop else len(line.rstrip())))
        following = _marker(line[stop.end() :]) if stop else None
        if stop is None or following is None:
            return found
        begin, marker_end = stop.end() + following[0], stop.end() + following[1]


def _first_word(line: str, marker: int) -> int:
    """Where the sentence of a marker begins, when a few words such as "The Committee" lead to it."""
    begin = max(0, marker - _LEAD)
    lead = re.search(
        r"(?:^|(?<=[.!?] ))(?:(?:The|the) [A-Z][\w-]+(?: [A-Z][\w-]+){0,5}|[Ii]t was|[Ii]t was unanimously|and it was|Members|Council|Cabinet)(?: then| unanimously| therefore)? $",
        line[begin:marker],
    )
    return begin + lead.start() if lead and (lead.start() or not begin) else marker


def _stands_alone(line: str, before: str) -> bool:
    """Whether a That-clause is a decision and not the words of a motion that was only moved."""
    quoted = line[:1] in "“'‘"
    carried = bool(_CARRIED.search(before))
    if quoted:
        return carried
    if re.search(r"\b(?:asked|invited|recommended|requested|proposes?|proposed)\b[^.]*[:–-]+\s*$", before) and not carried:
        return False
    return carried or not (_MOVED.search(before) and before.rstrip().endswith((":", ":-", ":–", "–", "-", "that", ",", "motion")))


# ── sentences in prose ──────────────────────────────────────────────────────────────────────────────────────────────


_VOTE_BEHIND = re.compile(
    r"\s*[(,;]? ?\(?(?:by )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|none|all)\b[^.()]{0,40}\b(?:for|in favour|votes?)\b[^()]{0,60}\)?\.?\s*$"
)


def _prose(reading: ItemReading) -> Iterator[_Span]:
    for line in reading.lines:
        start, end = line.sentence.start, line.sentence.end
        if line.sentence.quoted or end - start > 4000:
            continue
        found = _WHOLE.match(reading.text, start, end) or _PROSE.search(reading.text, start, end)
        if not found or _in_quotation(reading.text, start, found.start()):
            continue
        if not found[0].startswith("this was") and _PAST.search(reading.text[start : min(found.end() + 2, end)]):
            continue
        if _NOTED_BELOW.search(reading.text, start, end):
            continue
        if _ELSEWHERE.match(reading.text[start:end]):
            continue
        if _embedded(_AFTER_TALK.sub("", reading.text[start : found.start()])):
            continue
        if reading.text[start:end].rstrip(" -–").endswith(":") and _THAT_BELOW.match(reading.text, end):
            continue  # The decision stands below, and is found there.
        vote = _VOTE_BEHIND.search(reading.text, found.end(), end)
        begin = _clause(reading.text, start, found.start())
        yield _Span(begin, vote.start() if vote and vote.start() > found.end() else end, "prose")


def _in_quotation(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at)


_EMBEDS = re.compile(
    r"\b(?:said|stated|reported|advised|explained|noted|commented|confirmed|asked|suggested|informed|hoped|believed|thought|felt|understood|recalled|clarified|highlighted|emphasised|pointed out|"
    r"aware|concerned|read|agreed|added|replied|told|mentioned|reminded|requested|proposed|recommended|moved|seconded|queried)\b[^.;]{0,200}\b(?:that|if|whether|how|why|as|when|until)\b|\b(?:because|although|whether|if|which|who)\b[^,;:]{0,60}$|\b(?:once|until|unless|before|after|when|where|subject to)\b[^,;]*$",
    re.IGNORECASE,
)


def _embedded(lead: str) -> bool:
    """Whether what leads to the words of agreement makes them somebody's report of another decision."""
    return (
        bool(_EMBEDS.search(lead))
        and not re.search(r"(?:;|, and|\band) (?:it was |the \w+ |members )?$", lead, re.IGNORECASE)
        and not re.search(r"\b(?:moved|seconded|proposed) by [^.;]*$|\bseconded\b[^.;]*,? (?:and )?(?:it was )?$", lead, re.IGNORECASE)
    )


def _clause(text: str, start: int, at: int) -> int:
    """Where the clause of agreement begins: behind "seconded by Y and" or a semicolon."""
    lead = text[start:at]
    for found in reversed(
        list(
            re.finditer(
                r"(?:; (?:and )?|, and (?=(?:it|this|all|members|the)\b)|\bseconded by [^,;.]{2,60}?(?:,| and),? (?:and )?|\bdiscussion,? |\bdebate,? )",
                lead,
                re.IGNORECASE,
            )
        )
    ):
        return start + found.end()
    return start


def _results(reading: ItemReading) -> Iterator[_Span]:
    """Results of votes, where the item says its decision in no other way: what was carried; if nothing was, what was lost."""
    found = []
    for line in reading.lines:
        start, end = line.sentence.start, line.sentence.end
        result = None if line.sentence.quoted else _RESULT.search(reading.text, start, end)
        if (
            result
            and not _in_quotation(reading.text, start, result.start())
            and not _PAST.search(reading.text[start : result.end()])
            and not _embedded(reading.text[start : result.start()])
        ):
            lost = bool(_LOST.search(reading.text[start:end]))
            found.append((_Span(start, end, "result"), lost))
    carried = [span for span, lost in found if not lost]
    yield from carried or [span for span, _ in found]


def _of_motion(motions: Sequence[Motion], span: _Span) -> str:
    """The class of a carried motion: that of its own words, where they tell."""
    made = [motion for motion in motions if motion.start <= span.start and motion.outcome == "carried" and not motion.amendment]
    if not made or not made[-1].text:
        return ""
    own = outcome_of(made[-1].text)
    return own if own in ("approved", "appointed", "deferred", "refused", "noted") else "agreed"


# ── one span, several decisions ─────────────────────────────────────────────────────────────────────────────────────

_INLINE = re.compile(
    r"(?:[;,.:]|\band|\bthat|\bto)\s+(?=\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s)|[;,.]\s+(?:and\s+)?(?=\d\)\s|\(?(?:ii|iii|iv|b|c|d|e|2|3|4|5)\)\s)"
)
_AND = re.compile(
    r"\s+and\s+(?=to (?:RECOMMEND|recommend|invite|ask|request|approve|agree|note|defer|receive|refer|delegate|authorise)\b|that\s+(?:[\w'-]+\s+){1,7}?be\s+\w+ed\b|(?:that\s+)?(?:the|a|an)\s+(?:\w+\s+){1,5}?be\s+\w+ed\b|(?:also\s+|further\s+)?(?:agreed|asked|requested|recommended|resolved|approved|endorsed|instructed|authorised|delegated|invited)\b(?!\s+(?:by|as|and signed)))"
)
_HAS_VERB = re.compile(
    r"\bbe \w+|\bto (?:note|approve|agree|adopt|endorse|receive|accept|support|grant|refuse|defer|appoint)\b|\b(?:noted|agreed|approved|endorsed|received|accepted|RESOLVED|resolved|adopted|supported|elected|appointed)\b"
)
_CLAUSES = re.compile(r";\s+(?:and\s+)?(?=(?:that|to)\s)")
_WAS = re.compile(r"\s+and\s+(?=[A-Z][\w'-]+\s+(?:[A-Z][\w'-]+\s+)?was\s+(?:re-)?(?:elected|appointed))")


def _split(text: str, span: _Span) -> Iterator[tuple[int, int]]:
    """The parts of a decision that stand in one paragraph: "(a) …; (b) …", and two clauses of different classes."""
    clauses = [found.end() for found in _CLAUSES.finditer(text, span.start, span.end)]
    if clauses and re.search(r"\b(?:that|to)\b", text[span.start : clauses[0]], re.IGNORECASE):
        for a, b in zip([span.start, *clauses], [*clauses, span.end], strict=True):
            yield a, _stripped(text, a, b)
        return
    marks = [found.end() for found in _INLINE.finditer(text, span.start, span.end)]
    if len(marks) >= 2 or (marks and re.search(r"\((?:b|ii|2)\)", text[marks[0] : span.end])):
        cuts = [span.start, *[mark for mark in marks if mark > span.start + 25 or not re.match(r"\((?:a|i|1)\)", text[mark : mark + 4])], span.end]
    else:
        cuts = [span.start, span.end]
        for found in [*_AND.finditer(text, span.start, min(span.end, span.start + 1500)), *_WAS.finditer(text, span.start, span.end)]:
            if not _HAS_VERB.search(text, span.start, found.start()):
                continue
            if outcome_of(text[span.start : found.start()]) != outcome_of(text[found.end() : span.end]) or found.re is _WAS:
                cuts = [span.start, found.start(), found.end(), span.end]
                break
        if len(cuts) == 4:
            yield cuts[0], cuts[1]
            yield cuts[2], _stripped(text, cuts[2], cuts[3])
            return
    for a, b in itertools.pairwise(cuts):
        end = _stripped(text, a, b)
        if end > a:
            yield a, end


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
