"""What was decided: marked blocks with their parts, bare That-clauses, and sentences of agreement in prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from archive.minutes.reading import ItemReading
from archive.minutes.resolution.agreements import BODY, REFERS_BACK, Span, agreements_of, results_of
from archive.minutes.resolution.elections import elected_in
from archive.minutes.resolution.outcomes import outcome_of
from archive.minutes.resolution.parts import parts_of, stripped
from archive.minutes.resolution.results import carried, class_of_result, in_words_of_motion, only_opens
from archive.minutes.resolution.schedules import views_in
from archive.records import Decision, Motion

_CAPITALS = r"RESOLVED|AGREED|RECOMMENDED|RECOMMENDS|RESOLVES|DETERMINED|ORDERED|DECIDED|PENDERFYNWYD|CYTUNWYD|ARGYMHELLWYD|CYMERADWYWYD"
_MARK = re.compile(
    rf"\b(?P<capitals>(?:UNANIMOUSLY )?(?:{_CAPITALS}))\b(?! (?:Syllabus|SYLLABUS|ACTION|TO PROVISION))"
    r"|^(?P<bullet>(?:(?:\(?\w{1,3}[.)]|\d{1,2}\.\d{1,2}\.?|\d{1,4}/\d{1,4}[.:]?) )?)(?P<label>(?:The |And |and )?(?:[Uu]nanimously )?(?:Resolved|Agreed|Decisions?|Decided|DECISIONS?|DECIDED|Recommended|Noted|NOTED|Approved|APPROVED|Accepted|Outcome|OUTCOME|RESOLUTION|Resolution|"
    r"DEFERRED|Deferred|REFUSED|Refused|GRANTED|Granted|ADOPTED|Adopted|Penderfynwyd|Penderfyniad|Penderfyniadau|Cytunwyd|PENDERFYNIAD))"
    r"(?P<sign> ?[:–—-]+|(?=,?[ \t]{1,12}(?:that|to|To|That|fod|unanimously|nem\.? con\.?|in principle|subject to)\b)|\.?$|(?= THAT\b)|(?=, (?:on the (?:motion|proposal|proposition|recommendation|nomination)|proposed by|moved by)\b))"
    r"|(?:(?<=[.!?] )|(?<=\band )|(?<=[”)] ))(?P<within>Resolved|Agreed|Decided|Recommended) ?:[-–—]? ?(?=[“'‘]?(?:that|That|THAT|to|To)\b|\((?:1|a|i)\))",
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
_PART = re.compile(r"^\W{0,2}(?P<mark>\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,2})[.)]|[a-zA-Z](?=\t)|\d{1,2}\.\d{1,2}\.?|[•·▪*–-]|o(?= ))[\s\t]+")
_THAT = re.compile(r"^[“'‘]?(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s+)?[“'‘]?(?:That|THAT)\b")
_TO = re.compile(r"^[“'‘]?(?:Not |not )?(?:To|to) (?!be arranged)[a-z]+\b")
_NOTHING = re.compile(
    r"^\W*(?:There (?:were|was) no|No |None|Nil|Apologies|An apology|The purpose of (?:this|the) (?:item|report)|Voting record)\b", re.IGNORECASE
)
"""What stands under "Decision:" where there was nothing to decide."""
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
_CARRIED = re.compile(r"\b(?:glacadh leis|carried|resolved|agreed|approved|RESOLVED|AGREED|adopted)\b[^.\n]{0,60}[:–-]*\s*$")
_HOW = r"(?:,? (?:unanimously|nem\.? ?con\.?|by [^.:;–\n]{1,60}|on a (?:show of hands|vote)|without (?:dissent|a vote|a division)))?"
_OPENS = re.compile(
    rf"(?:[,;.] |\band ){BODY} (?:(?:then|therefore|unanimously|accordingly|also) )?(?:agreed|resolved|decided|AGREED|RESOLVED){_HOW},?(?: (?:that|to))? ?[:–-]+$|\b[Ii]t was (?:(?:then|therefore|unanimously|accordingly|also) )?(?:agreed|resolved|decided){_HOW},?(?: (?:that|to))?(?: {BODY})?(?: should)? ?[:–-]+$"
    r"|\b(?:[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Ss]econded|SECONDED|[Uu]pon|[Oo]n)\b[^;:\n]{3,200}?\b(?:agreed|resolved|decided|carried|recommended|AGREED|RESOLVED|CARRIED|RECOMMENDED)\b(?! by (?!an? |\w+ votes? |common |general )|[^:\n]*\b(?:cast|vot\w+)\b)[^;:.\n]{0,60}?(?: ?(?:[–-]|:-?)|(?:,? that|,? to):?)$"
)
"""How a sentence ends that opens a list of decisions: "Having heard the Clerk, the Council agreed –", "Moved by A, seconded by B and by a majority agreed that:"."""
_OPENER = re.compile(
    rf"^That (?:the |this )?(?:[A-Z][\w-]+ ?){{1,4}}:-?$|^(?:[\d.]+\s+)?(?:It was |Accordingly,? |Thereafter,? )?{BODY}?(?: ?(?:then|unanimously|therefore|also|thereafter|accordingly))?(?: ?(?:agreed|resolved|decided|noted|approved|recommended|AGREED|NOTED))?(?: (?:that|to))? ?[:–-]+$"
)
_TO_BODY = re.compile(r"(?:to|TO) (?:the |THE )?(?:[A-Z][\w&-]*,? ?(?:and |of )?){1,5}(?:that|THAT)?")
"""``RECOMMENDED TO COUNCIL`` on a line of its own."""
_VOTED = re.compile(r"\bvoted (?:in favour|for|against)\b|\babstained\b|\bvoting (?:for|against)\b|^Proposed\b|^Moved\b")
_LOST_BELOW = re.compile(
    r"[\s.”]*(?:The |THE )?(?:motion |Motion |MOTION |amendment |AMENDMENT )?(?:was |WAS )?(?:declared )?(?:LOST|DEFEATED|Lost|Defeated|lost|defeated|NOT CARRIED|not carried)\b"
)
_LEAD = 240
"""Characters in front of a marker that are looked at."""


def decisions_of(reading: ItemReading, motions: Sequence[Motion] = ()) -> Iterator[Decision]:
    """The decisions of an item, in order; the same words printed twice count once."""
    blocks, headings = _blocks(reading.text)
    spans = [_before_anybody_speaks(reading, span) for span in blocks]
    taken = sorted([*((span.start, span.end) for span in spans), *headings])
    results = results_of(reading)
    lost = [span for span in (*results, *views_in(reading)) if span.rule in ("lost", "view") and not _overlaps(span, taken)]
    taken = sorted([*taken, *((span.start, span.end) for span in lost)])
    prose = [span for span in (*agreements_of(reading), *elected_in(reading)) if not _overlaps(span, taken)]
    prose += carried(reading.text, motions, results, sorted([*taken, *((one.start, one.end) for one in prose)]), spans)
    prose = [in_words_of_motion(reading.text, motions, span) for span in prose if not only_opens(reading.text, motions, span, blocks)] + lost
    if spans or any(span.rule != "received" for span in prose):
        prose = [span for span in prose if span.rule != "received"]
    starts = [span.start for span in blocks]
    prose = [span for span in prose if not (_FORESHADOWS.search(reading.text, span.start, span.end) and _is_told_below(starts, span))]
    if any(_NOTES.search(reading.text, span.start, span.end) for span in blocks):
        prose = [span for span in prose if not _IS_NOTED.search(reading.text, span.start, span.end)]
    seen: list[set[str]] = []
    for span in sorted([*spans, *prose], key=lambda one: one.start):
        teaser = _TEASER.search(reading.text, span.start, span.end)
        until = teaser.start() if teaser else span.end
        for start, end in [(span.start, until)] if span.rule == "view" else parts_of(reading.text, span.start, until):
            words = _words(reading.text[start:end])
            if not words or (span.rule not in ("lost", "view") and any(_alike(words, other) for other in seen[-30:])):
                continue
            seen.append(words)
            yield Decision(reading.item.id, _outcome(reading, motions, span, start, end), reading.item.text[start:end], start, end, span.rule)


_FORESHADOWS = re.compile(r"\b(?:concurred|voted (?:\w+ )?(?:in favour|for|to))\b")
"""What a body is said to do where the block below says what it decided by it."""
_BELOW = 300
"""Characters in front of a block that lead to it."""


def _is_told_below(starts: Sequence[int], span: Span) -> bool:
    place = bisect_left(starts, span.end)
    return place < len(starts) and starts[place] - span.end <= _BELOW


_NOTES = re.compile(r"\b(?:note|noted|NOTED)\b")
_IS_NOTED = re.compile(r"\b(?:was|were) (?:duly )?noted\W*$")
"""What a marked block says again: "The programme was noted. AGREED to note it."."""


_DEFERS = re.compile(r"\bdefer(?:red)?\b", re.IGNORECASE)
_TEASER = re.compile(r"\s*(?:\.\.\.|…)?\s*\bview the full (?:minutes|agenda|decision)s? text\b", re.IGNORECASE)
"""What a saved page says behind the beginning of a text that it does not show."""


def _before_anybody_speaks(reading: ItemReading, span: Span) -> Span:
    """A marked decision without the sentences behind it, in the same paragraph, that say who spoke or voted."""
    place = bisect_left(reading.lines, span.start, key=lambda line: line.sentence.start)
    for line in reading.lines[place : place + 40]:
        if line.sentence.start >= span.end:
            break
        if line.sentence.start > span.start and (line.sayings or _VOTED.search(reading.text, line.sentence.start, line.sentence.end)):
            return Span(span.start, stripped(reading.text, span.start, line.sentence.start), span.rule, span.recommended)
    return span


def _words(text: str) -> set[str]:
    """The words of a decision without its marker, to see that it is printed twice."""
    bare = re.sub(rf"^\W*(?:(?:{_CAPITALS}|Decisions?|That|that|Agreed|Resolved)\W+)+(?=\w)", "", text)
    return set(re.findall(r"\w+", bare.casefold()))


def _outcome(reading: ItemReading, motions: Sequence[Motion], span: Span, start: int, end: int) -> str:
    text = reading.text[start:end]
    if span.recommended:
        return "recommended"
    if span.rule == "election":
        return "appointed"
    if span.rule == "lost":
        return "rejected"
    if span.rule == "view":
        return "deferred" if _DEFERS.search(text) else "agreed"
    if span.rule == "result":
        return class_of_result(reading.text, motions, span)
    if span.rule == "that" and _LOST_BELOW.match(reading.text, end):
        return "rejected"
    found = outcome_of(text, reading.title)
    if found == "agreed" and span.rule == "prose" and REFERS_BACK.fullmatch(text):
        told = outcome_of(_before(reading, start))
        return told if told in ("deferred", "refused", "appointed", "noted") else found
    return found


def _before(reading: ItemReading, start: int) -> str:
    """The sentence of the same paragraph in front of the one that begins at an offset."""
    place = bisect_left(reading.lines, start, key=lambda line: line.sentence.start)
    if not 0 < place < len(reading.lines) or reading.lines[place].sentence.opens_paragraph:
        return ""
    sentence = reading.lines[place - 1].sentence
    return reading.text[sentence.start : sentence.end]


def _alike(a: set[str], b: set[str]) -> bool:
    return a == b or (min(len(a), len(b)) >= 5 and len(a & b) >= 0.85 * max(len(a), len(b)) and not any(map(_DATES.search, a ^ b)))


_DATES = re.compile(r"\d|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$")
"""Two decisions that differ in one of these are two: the minutes of January and the minutes of February."""


def _overlaps(span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a span overlaps one of those that are taken, which are sorted and do not overlap each other."""
    place = bisect_left(taken, (span.start, span.start))
    return any(span.start < b and a < span.end for a, b in taken[max(0, place - 1) : place + 2])


# ── marked blocks and That-clauses ──────────────────────────────────────────────────────────────────────────────────


def _blocks(text: str) -> tuple[list[Span], list[tuple[int, int]]]:
    """Decisions with a marker or a That in front, paragraph by paragraph, and where markers stand alone as headings."""
    spans: list[Span] = []
    headings: list[tuple[int, int]] = []
    block, first_mark, before, series, within = "", "", "", "", ""
    recommended = False
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        if not line.strip():
            continue
        mark = _marker(line)
        part = _PART.match(line)
        if (_OPENER.match(line) or _OPENS.search(line, max(0, len(line) - _LEAD))) and not (mark is not None and line[mark[0] : mark[1]].isupper()):
            block, first_mark, recommended = "open" if line.rstrip(" :–-").endswith(("that", "to")) else "parts", "", bool(_RECOMMENDS.search(line))
            headings.append((start + _last_sentence(line), end))
            series = _series(line)
        elif mark is not None:
            begin, rest_at = mark
            rest = line[rest_at:].strip(" :–-—.,“")
            bare = (
                not rest
                or rest.casefold()
                in ("that", "to", "unanimously", "unanimously that", "unanimously to", "that the committee", "to recommend that", "that it be", "that:")
                or (line.rstrip().endswith((":", ":-", "–", "—", " -", "that", "to")) and len(rest.split()) <= 7 and not _LISTS_WITHIN.search(line))
                or _TO_BODY.fullmatch(rest)
            )
            recommended = bool(re.match(r"\W*(?:.{0,30}\b)?RECOMMEND(?:ED|S)\b|\W*Recommended\b", line[begin:rest_at]))
            series = _series(line) if bare else ""
            if bare:
                block, first_mark = "open", ""
                headings.append((start, end))
            else:
                told = _in_running_text(line, begin, rest_at)
                stop = None if told or not _AGREED_TO.match(line, begin) else _SENTENCE_END.search(line, rest_at)
                told = [(begin, stop.end())] if stop else told
                spans += [Span(start + a, start + b, "marker", recommended) for a, b in told] or [Span(start + begin, end, "marker", recommended)]
                inside = _PART.match(rest)
                block = "parts" if inside or line.rstrip().endswith((":", ";", "; and", ",", " and", ":-", "; or", "–")) else ""
                first_mark = _style(inside["mark"]) if inside else ""
        elif block and part and series and _series(line) and _series(line) == series:
            block = ""  # The next numbered paragraph of the item, not an entry of the list.
        elif block == "open" and _NOTHING.match(line):
            pass
        elif block and ((_STOPS.match(line) and not _THAT.match(line)) or _ANNOUNCED.match(line)):
            block = "" if not _ANNOUNCED.match(line) else block
        elif block and (part or _THAT.match(line) or _TO.match(line) or (block == "open" and _DECIDES.search(line)) or (line[:1].islower() and not first_mark)):
            style = _style(part["mark"]) if part else ""
            follows = bool(spans and part and spans[-1].end >= start - 2 and spans[-1].rule in ("part", "marker", "that"))
            within = style if follows and (_LISTS_WITHIN.search(before) or style == within) else ""
            nested = bool(within) or bool(
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
                spans[-1] = Span(spans[-1].start, end, spans[-1].rule, recommended)
            else:
                spans.append(Span(start + (part.end() if part and not _THAT.match(line) else 0), end, "part", recommended))
                first_mark = first_mark or style
            if block == "open" and not part and not line.rstrip().endswith((";", ":", "and", ",", "–", ":-")) and not _THAT.match(line) and not _TO.match(line):
                block = ""
            elif block == "open":
                block = "parts"
        elif _THAT.match(line) and _stands_alone(line, before):
            spans.append(Span(start, end, "that"))
            block, first_mark = "parts", _style(part["mark"]) if part else ""
        else:
            block = ""
        before = line
    return spans, headings


_LISTS_WITHIN = re.compile(
    r"\b(?:conditions?|reasons?|grounds?|amendments?|informatives?|modifications?|changes|terms|details|names|members)\b[^.;:]{0,60}[:–-]+\s*$"
)
"""How a decision ends that a list belongs to: "APPROVED subject to the following conditions:"."""
_RECOMMENDS = re.compile(r"\b(?:recommended|RECOMMENDED)\b[^.;]{0,80}$")


def _series(line: str) -> str:
    """The number of the item with which a numbered paragraph begins: ``92`` of "92.6 It was resolved to:"."""
    found = _DOTTED.match(line)
    return found[1] if found else ""


_DOTTED = re.compile(r"\W{0,2}(\d{1,3})\.\d{1,2}\.?\s")


def _last_sentence(line: str) -> int:
    """Where the last sentence of a paragraph begins."""
    return max((found.end() for found in _SENTENCE_END.finditer(line)), default=0)


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
                or (
                    lead.strip()
                    and _CLOSES.fullmatch(after)
                    and not found.group().startswith("UNAN")
                    and _COMPLETE.search(lead)
                    and not line.rstrip().endswith((":", "–", "—", " -", ":-"))
                )
                or (found["capitals"].startswith("RECOMMEND") and re.search(r"\b(?:it is|are|is|officers?|report) $", lead, re.IGNORECASE))
            ):
                continue
            return _first_word(line, found.start()), found.end()
        if found["within"]:
            return found.start(), found.end()
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


_AGREED_TO = re.compile(r"Agreed to ")
"""A sentence as notes are taken; what follows in its paragraph is told and not agreed."""
_COMPLETE = re.compile(r"[.,;?!)–-] $|\bwas $")
"""``… for the hall. AGREED.``: the marker closes what was decided and opens nothing."""
_CLOSES = re.compile(
    r"[ .)\]*]*(?:(?:unanimously|nem\.? ?con|without (?:dissent|a vote|discussion)|on a show of hands|by (?:a|\w+ votes?) [^.]{1,30})[ .)\]*]*)?", re.IGNORECASE
)
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


_ONLY_A_MOTION = re.compile(r"\W*(?:Deemed |Substantive |Original |Alternative |Notice of )?(?:[Mm]otion|[Aa]mendment|[Pp]roposal)\b[^.:\n]{0,80}")
"""A heading that says whose motion stands below: "Amendment on behalf of the Marl Group"."""


def _stands_alone(line: str, before: str) -> bool:
    """Whether a That-clause is a decision and not the words of a motion that was only moved."""
    quoted = line[:1] in "“'‘"
    carried = bool(_CARRIED.search(before))
    if quoted:
        return carried
    if re.search(r"\b(?:asked|invited|recommended|requested|proposes?|proposed)\b[^.]*[:–-]+\s*$", before) and not carried:
        return False
    moved = bool(_MOVED.search(before)) and before.rstrip().endswith((":", ":-", ":–", "–", "-", "that", ",", ";", "motion"))
    return carried or not (moved or _ONLY_A_MOTION.fullmatch(before))
