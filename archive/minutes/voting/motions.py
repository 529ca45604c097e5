"""Motions and amendments: who moved, who seconded, what became of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.minutes.people import Resolved
from archive.minutes.reading import ItemReading, Line
from archive.minutes.resolution.agreements import Span
from archive.minutes.resolution.elections import elected_in
from archive.minutes.voting.movers import events_in, kind_of, subject_of
from archive.records import Decision, Motion

_AMENDMENT = re.compile(r"\bamendments?\b|\bto amend\b|\bgwelliant\b", re.IGNORECASE)
_THAT = re.compile(
    r"\bthat\b|\bfod\b|\bbod\b|\bto (?=(?:approve|accept|adopt|note|defer|refuse|grant|agree|elect|appoint|endorse|support|leave|delete|add|amend|insert)\b)",
    re.IGNORECASE,
)
_IS = r"(?:was|were|is|be|and|being|declared|then|unanimously|duly|members|council|meeting|it|motion|amendment|vote|all|committee|which|were\s+all|put)\s+(?:also\s+|then\s+|therefore\s+|duly\s+|put\s+and\s+|declared\s+|unanimously\s+)*"
_RESULT = re.compile(
    rf"""(?P<lost>\bcasting\s+vote\s+(?:was\s+)?against\b|\b(?:not\s+(?:been\s+)?(?:carried|approved|passed|supported|agreed)|lost|defeated|was\s+rejected|were\s+rejected|(?:motion|amendment|proposal|proposition)\s+(?:\w+ly\s+|therefore\s+|then\s+)?(?:fell|failed)|(?:and|,)\s+fell|(?:therefore\s+)?not\s+(?:therefore\s+)?put|(?:was|and)\s+negatived|voted\s+down|did\s+not\s+find\s+(?:favour|support))\b
        |\b(?:gollwyd|collwyd|gwrthodwyd|methodd|syrthiodd|trechwyd)\s+(?:y|yr)\s+(?:cynnig|gwelliant)\b|\bei\s+(?:golli|wrthod)\b)
      | (?P<carried>\bcasting\s+vote\s+(?:was\s+)?(?:in\s+favour|for)\b|\b{_IS}(?:carried|resolved|agreed|decided|approved|adopted|passed|accepted|incorporated|elected|re-elected|appointed|in\s+favour|unanimous)\b
        |\bcarried\s+(?:by|unanimously|with|nem)\b|^\W*(?:carried|agreed|approved|resolved|unanimously|all\s+in\s+favour|passed)\b|\b(?:RESOLVED|AGREED|CARRIED|PENDERFYNWYD|CYTUNWYD|ADOPTED)\b|\baccept\s+the\s+amendment\b|\b(?:(?:p|ph|b)enderfynwyd|(?:c|ch|g)ytunwyd|(?:p|ph|b)asiwyd|cariwyd|derbyniwyd|glacadh|cymeradwywyd\s+y)\b|\b(?:became|becoming|become|was\s+taken\s+into)\s+part\s+of\s+the\b|\b(?:happy|content|willing|pleased)\s+to\s+(?:accept|incorporate)\s+(?:it|this|that|the\s+amendment)\b)
      | (?P<withdrawn>\bwithdrawn\b|\bwithdrew\b|\bwithdraw\s+(?:his|her|the|their)\b|\bno\s+seconder\b|\bnot\s+seconded\b|\b(?:find|want\s+of|lack\s+of|without)\s+a\s+seconder\b|\bdeclined\s+(?:to\s+stand|the\s+nomination|nomination)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_ABOUT = re.compile(
    r"\b(?P<amendment>amendments?)\b|\b(?P<motion>(?:substantive |original )?motion|proposal|recommendations?|proposition|resolution|cynnig|gynnig)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:put to the (?:vote|meeting)|against|being put|was put|vote|voted|voting|carried|lost|declared|decided|resolved|agreed|approved|defeated|RESOLVED|AGREED|elected|not carried|in favour|"
    r"PENDERFYNWYD|CYTUNWYD|(?:p|ph|b)enderfynwyd|(?:c|ch|g)ytunwyd|(?:p|ph|b)asiwyd|[Cc]ariwyd|glacadh|incorporated|accepted|unanimous\w*|fell|passed|adopted|rejected|seconder|not seconded|withdraw\w*|withdrew|declined|failed|became part|accept|collwyd|gollwyd|[Gg]wrthodwyd|[Mm]ethodd|[Ss]yrthiodd|[Tt]rechwyd|cymeradwywyd|negatived|favour|upheld)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|asked|stated|thought|felt|would|could|should|hoped|wondered|suggested|advised|reported|explained|warned|feared|regretted|commented|considered|believed|argued|might|may)\b"
)
_BE_DONE = re.compile(r"be\s", re.IGNORECASE)
_WITHIN_MOTION = re.compile(r"\b(?:moved|proposed|seconded)\b.*\bthat\b", re.IGNORECASE | re.DOTALL)
"""What stands in front of the motion's own words: "seconded that the report be adopted" tells no result."""
_NO_SECONDER = re.compile(r"\b(?:not|wasn't|never) seconded\b|\bno seconder\b|\b(?:find|want of|lack of|lacked|without) a seconder\b", re.IGNORECASE)
_VOTE_LABEL = re.compile(r"\W*(?:Vote|Votes|Voting)\b")
_COUNTED = re.compile(
    r"\b(?:(\d{1,3}) (?:votes? |members? (?:voted |voting )?)?(?:in favou?r|for)\b[^.\d]{0,30}(\d{1,3}) (?:votes? )?against\b|(?:in favou?r|for)[: –-]{1,3}(\d{1,3})[,;.]? (?:and )?against[: –-]{1,3}(\d{1,3})\b)",
    re.IGNORECASE,
)
_AND_THIS = re.compile(r"\band (?:this|it|the (?:motion|proposal|amendment)|all)\b")
PENDING = 8
"""Motions that may wait for their results at one time."""
_DIVISION = re.compile(r"\bfor the amendment\b|\bamendment (?:had )?received\b", re.IGNORECASE)
_BY_THE_BODY = re.compile(r"\b(?:RESOLVED|AGREED|resolved|agreed)\b")
_CLAUSE = re.compile(r"“?(?P<own>(?:That|THAT|To|TO)\b)|[•·▪*–-] ?“?(?P<listed>(?:[Tt]hat|THAT|[Tt]o|TO)\b)")
_MOVES = re.compile(r"\b(?:moved|proposed|nominated)\b\s*")
_SECONDS = re.compile(r",? ?(?:and |was |which was )*(?:[A-Z][\w.'-]* ){0,5}seconded (?!by)")
_STOPS = re.compile(
    r",? (?:and )?(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Alderman)\.? (?:[A-Z][\w'-]*\.? ){1,4})?(?:which was )?(?:seconded|with)\b|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)\."
)
REACH = 12
"""Sentences within which a seconder is looked for."""


@dataclass(frozen=True)
class _Moved:
    at: int
    line: int
    who: Resolved
    seconder: Resolved | None
    word: str
    rule: str


def motions_of(reading: ItemReading) -> list[Motion]:
    """The motions of an item, in order, with their results where the text lets one tell."""
    moved = _each_once(reading, _moved(reading))
    motions = _with_results(reading, [one.at for one, _ in moved], [_motion(reading, one, last) for one, last in moved])
    elected = list(elected_in(reading))
    motions = _with_candidates(reading.text, motions)
    return [
        one if one.outcome else replace(one, outcome=_result_before(reading, event) or ("carried" if any(_near(one, span) for span in elected) else None))
        for one, (event, _) in zip(motions, moved, strict=True)
    ]


_FEWEST_ALIKE, _ALIKE = 5, 0.8
"""Words, and the share of them, that make a motion and a decision the same."""


def settled(motions: Sequence[Motion], decisions: Sequence[Decision]) -> list[Motion]:
    """The motions, those without a result carried where a decision below says the same: "proposed that A be chair. Decision: That A be chair"."""
    said = [(one.start, _words(one.text)) for one in decisions if one.outcome != "rejected"]
    return [
        replace(one, outcome="carried") if one.outcome is None and any(start >= one.end and _is_same(_words(one.text), words) for start, words in said) else one
        for one in motions
    ]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - {"that", "the", "resolved", "decision"}


def _is_same(a: frozenset[str], b: frozenset[str]) -> bool:
    return min(len(a), len(b)) >= _FEWEST_ALIKE and len(a & b) >= _ALIKE * max(len(a), len(b))


_CHOSEN = re.compile(r"\b(?:RESOLVED|AGREED|Resolved|Agreed)\b[^\n]{0,20}?\b[Tt]hat (?P<who>[A-Z][^,;\n]{2,60}?) be (?:duly )?(?:re-)?(?:elected|appointed)\b")
_CANDIDATE = re.compile(r"\bbe (?:duly )?(?:re-)?(?:elected|appointed)\b")


def _with_candidates(text: str, motions: list[Motion]) -> list[Motion]:
    """The motions, where several name a candidate, with what became of each by whom the resolution names."""
    named = [n for n, one in enumerate(motions) if _CANDIDATE.search(one.text)]
    chosen = _CHOSEN.search(text, motions[named[-1]].end) if len(named) > 1 else None
    who = chosen["who"].split()[-1] if chosen else ""
    for n in named if who else ():
        motions[n] = replace(motions[n], outcome="carried" if who in motions[n].text else "lost")
    return motions


_ON_THE_MOTION = re.compile(r"\bon (?:the |an? )?(?:motion|proposal|proposition) (?:of|by)\b", re.IGNORECASE)
_LABELLED = re.compile(r"(?:approval |\()?(?:proposed|prop|proposer|moved|mover)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:approved|granted|refused|deferred|REFUSED|GRANTED|DEFERRED|APPROVED|authorised|noted|received|agreed|accepted|resolved|adopted|appointed|elected|ratified|RESOLVED|AGREED)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(r"\b(?:not|rejected|lost|defeated|would|should|had been|to be)\b")


def _result_before(reading: ItemReading, moved: _Moved) -> str | None:
    """``carried`` where a label behind a decision says who moved it: "The accounts were approved. Prop: A, 2nd: B"."""
    sentence = reading.lines[moved.line].sentence
    whole = reading.text[sentence.start : sentence.end]
    if _ON_THE_MOTION.search(whole):
        return "carried" if _DONE.search(whole) and not _UNDONE.search(whole) else None
    label = _LABELLED.search(reading.text, sentence.start, moved.at)
    if label is None:
        return None
    lead = reading.text[sentence.start : label.start()].strip(" (") or _before_label(reading, moved.line)
    return "carried" if _DONE.search(lead) and not _UNDONE.search(lead) else None


def _before_label(reading: ItemReading, number: int) -> str:
    """The sentence in front of a label; what opens the list, where that is a row of one: "The payments were authorised: …"."""
    for line in reversed(reading.lines[max(0, number - REACH) : number]):
        written = reading.text[line.sentence.start : line.sentence.end].rstrip()
        if written.endswith((".", ":", ";", ")")) or line.sentence.quoted:
            return written
    return ""


def _near(motion: Motion, elected: Span) -> bool:
    """Whether a motion stands in the words of an election, or behind the person elected."""
    return elected.start - 5 <= motion.start <= elected.end + 5


_DECLARES = re.compile(r"\bdeclared\b.*\b(?:moved|proposed) by\b", re.IGNORECASE | re.DOTALL)


def _each_once(reading: ItemReading, moved: Sequence[tuple[_Moved, int]]) -> list[tuple[_Moved, int]]:
    """Without those that a result names again: "The Mayor declared the motion proposed by A and seconded by B as lost"."""
    kept: list[tuple[_Moved, int]] = []
    for one, last in moved:
        sentence = reading.lines[one.line].sentence
        said = bool(_DECLARES.search(reading.text, sentence.start, sentence.end))
        if not (said and any(one.who.key == other.who.key for other, _ in kept)):
            kept.append((one, last))
    return kept


def _moved(reading: ItemReading) -> list[tuple[_Moved, int]]:
    """Every motion with the sentence in which its making ends; "proposed" alone, without a seconder, is no motion."""
    found: list[tuple[_Moved, int]] = []
    subject: Resolved | None = None
    for number, line in enumerate(reading.lines):
        subject = None if line.sentence.opens_paragraph else subject
        events = events_in(reading.text, line, subject)
        subject = subject_of(line) or subject
        for event in events:
            who = event.who[0]
            if event.kind.startswith("second"):
                place = _seconded(found, number, who, event.kind)
                if place is not None:
                    found[place] = replace(found[place][0], seconder=who), max(number, found[place][1])
            elif not (event.rule in ("in moving", "proposal by") or (found and found[-1][0].word == "notice")) or all(
                who.key != one.who.key for one, _ in found[-PENDING:]
            ):
                pair = event.who[1] if len(event.who) == 2 else None
                found.append((_Moved(event.at, number, who, pair, event.rule, f"motion:{event.rule}"), number))
    return [(one, last) for one, last in found if _counts(reading, one)]


def _seconded(found: Sequence[tuple[_Moved, int]], number: int, who: Resolved, kind: str) -> int | None:
    """Which motion is seconded: the last, where it waits for a seconder; "the original motion" is the first that does."""
    first = max(0, len(found) - PENDING)
    waiting = [n for n, (one, _) in enumerate(found[first:], first) if one.seconder is None and number - one.line <= REACH and one.who.key != who.key]
    if kind != "second":
        return waiting[0] if waiting else None
    return waiting[-1] if waiting and waiting[-1] == len(found) - 1 else None


_WAS_MOVED = re.compile(r"\b(?:mov(?:ed|ing)|propos(?:ed|ing)|second(?:ed|ing)?|carried|lost|vote|agreed|RESOLVED|AGREED)\b", re.IGNORECASE)
"""What tells that a motion of which notice was given came up."""


_TAKEN_UP = re.compile(
    r"(?:This|It|The (?:proposal|proposition|motion)) was (?:\w+ly )?(?:carried|passed|supported|accepted)\b|(?:The (?:Chair\w*|Leader|Committee|Council|Board|Cabinet|Panel)|Members|All(?: members| present)?) (?:\w+ly )?(?:concurred|accepted (?:this|it|the proposal))\b"
)
"""What tells that a proposal without a seconder was one."""


def _counts(reading: ItemReading, moved: _Moved) -> bool:
    """Whether it is a motion: it has a seconder, or it was moved in so many words."""
    if moved.seconder is not None:
        return moved.word != "notice" or bool(_WAS_MOVED.search(reading.text, reading.lines[moved.line].sentence.end))
    text = reading.text[reading.lines[moved.line].sentence.start : reading.lines[moved.line].sentence.end]
    following = reading.lines[moved.line + 1] if moved.line + 1 < len(reading.lines) else None
    if moved.word.startswith("pronoun:"):  # Less is certain of who is meant, so more has to tell that it was a motion.
        after = reading.text[following.sentence.start : following.sentence.end] if following else ""
        lacking = _NO_SECONDER.search(after) and _FELL.search(after)
        return bool(
            lacking or _AMENDMENT.search(text) or (following and re.search(r"\bsecond(?!er)", reading.text[following.sentence.start : following.sentence.end]))
        )
    if _NO_SECONDER.search(text) or (following and _NO_SECONDER.search(reading.text[following.sentence.start : following.sentence.end])):
        return True
    if re.search(r"\bmov(?:ed|er)\b", text, re.IGNORECASE) and ("moved" in moved.word or "mover" in moved.word):
        return bool(
            _THAT.search(text) or _AMENDMENT.search(text) or re.search(r"motion|recommendation|adoption|acceptance|\bapproval|\brefusal|\bdeferral|:-?$", text)
        )
    if moved.word == "verb:proposed" and _THAT.search(text) and following and _TAKEN_UP.match(reading.text, following.sentence.start, following.sentence.end):
        return True
    if moved.word.startswith(("by:", "label:", "motion of", "proposal by")):
        near = text + (reading.text[following.sentence.start : following.sentence.end] if following else "")
        return bool(
            re.search(
                r"\b(?:agreed|carried|resolved|all in favour|unanimous\w*|seconded|appointed|approved|elected|declined|defeated|lost|rejected|fell|favour|support)\b",
                near,
                re.IGNORECASE,
            )
        )
    return False


# ── what was moved ──────────────────────────────────────────────────────────────────────────────────────────────────


def _motion(reading: ItemReading, moved: _Moved, last: int) -> Motion:
    line = reading.lines[last]
    start, end = _text_span(reading, moved, last)
    before = reading.text[reading.lines[moved.line].sentence.start : moved.at]
    before += reading.text[line.sentence.start : line.sentence.end] if last > moved.line else ""
    sentence = reading.text[reading.lines[moved.line].sentence.start : reading.lines[moved.line].sentence.end]
    amendment = bool(
        _AMENDMENT.search(before) or re.search(r"\b(?:moved|proposed|seconded|as|put forward|made|tabled|submitted),?\s+(?:\w+\s+){0,3}amendment\b", sentence)
    )
    text = reading.item.text[start:end]
    ids = moved.who.person_id, moved.seconder.person_id if moved.seconder else None
    return Motion(reading.item.id, moved.who.name, moved.seconder.name if moved.seconder else None, None, amendment, text, start, end, moved.rule, *ids)


def _text_span(reading: ItemReading, moved: _Moved, last: int) -> tuple[int, int]:
    """Where the motion's own words stand: behind "that", in the quotation or the That-clauses below, else the sentence."""
    text = reading.text
    first, line = reading.lines[moved.line], reading.lines[last]
    if moved.rule.endswith("in moving"):  # What the mover says is not what is moved.
        return first.sentence.start, _trimmed(text, first.sentence.start, first.sentence.end)
    names_end = max((mention.end for mention in line.mentions if _seconds(line, mention.start)), default=moved.at)
    that = _THAT.search(text, max(names_end, line.sentence.start), line.sentence.end)
    if that and text[that.end() : line.sentence.end].strip(" :–-"):
        return that.start(), _trimmed(text, that.start(), line.sentence.end)
    if text[line.sentence.start : line.sentence.end].rstrip().endswith((":", ":-", ":–", "and", "-", "–", ",", " that", " to")) and last + 1 < len(
        reading.lines
    ):
        following = reading.lines[last + 1].sentence
        stop = _quotation_end(text, following.start) if text[following.start] == "“" else _list_end(reading, last + 1)
        start = following.start + (text[following.start] == "“")
        marker = re.compile(r"(?:RESOLVED|AGREED|Resolved|Agreed|resolved|agreed)\b[\s:–-]*").match(text, start, stop)
        if marker and marker.end() >= stop and last + 2 < len(reading.lines):
            behind = reading.lines[last + 2].sentence
            return behind.start, _trimmed(text, behind.start, behind.end)
        return (marker.end() if marker else start), _trimmed(text, start, stop)
    below = reading.lines[last + 1].sentence if last + 1 < len(reading.lines) else None
    clause = _CLAUSE.match(text, below.start) if below is not None and below.opens_paragraph else None
    if below is not None and clause and not _THAT.search(text, moved.at, first.sentence.end):
        return clause.start(clause.lastgroup or 0), _trimmed(text, clause.start(clause.lastgroup or 0), _list_end(reading, last + 1))
    that = _THAT.search(text, moved.at, first.sentence.end)
    if that:
        return that.start(), _trimmed(text, that.start(), first.sentence.end)
    return _object(text, first.sentence.start, first.sentence.end) or (first.sentence.start, _trimmed(text, first.sentence.start, line.sentence.end))


_MOST_LISTED = 30
"""Entries of the list that a motion may be."""


def _list_end(reading: ItemReading, place: int) -> int:
    """The end of a motion that begins in a sentence; with the list below, where a colon opens one: "That the Council: …"."""
    end = reading.lines[place].sentence.end
    if not reading.text[:end].rstrip(" -–").endswith(":"):
        return end
    for line in reading.lines[place + 1 : place + 1 + _MOST_LISTED]:
        if line.sayings or _DECIDES.match(reading.text, line.sentence.start) or _MOTION_WORD.match(reading.text, line.sentence.start):
            break
        end = line.sentence.end
    return end


_MOTION_WORD = re.compile(
    r"\W*(?:The |On (?:a|being) |Upon )?(?:motion|amendment|proposal|vote|put|carried|lost|division|moved|proposed|seconded|unanimous)\b", re.IGNORECASE
)


def _object(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What stands behind the verb where no "that" does: "proposed acceptance, seconded by", "proposed and Cllr B seconded Cllr C as Chairman"."""
    verb = _MOVES.search(text, start, end)
    if not verb or text.startswith(("by", ",", ":"), verb.end()):
        return None
    seconds, stops = _SECONDS.match(text, verb.end(), end), _STOPS.search(text, verb.end(), end)
    begin, until = (seconds.end(), end) if seconds else (verb.end(), stops.start() if stops else end)
    return (begin, _trimmed(text, begin, until)) if until > begin else None


def _seconds(line: Line, start: int) -> bool:
    return any(start in (one.start for one in saying.who) and kind_of(saying) for saying in line.sayings)


def _quotation_end(text: str, start: int) -> int:
    """The end of a quotation that begins here; of its paragraph, where it is never closed."""
    closing = text.find("”", start)
    return closing if 0 <= closing < start + 6000 else (text.find("\n", start) + 1 or len(text) + 1) - 1


_RUNS_ON = re.compile(
    r",? (?:and )?(?:was |which was )?seconded by\b[^\n]*|,? (?:and )?(?:this|it|the motion|which|the proposal|all(?: members)?) (?:was|were|in favour)\b[^\n]*|[;,] and$|, (?:and )?(?:agreed|carried|resolved)\b[^\n]*|,? with all (?:members )?in favour\b[^\n]*|,? (?:but )?(?:(?:which )?(?:found|had|received|attracted|there was|there being) no seconder|(?:did not find|failed to find|failed for|fell for)\b)[^\n]*",
    re.IGNORECASE,
)


def _trimmed(text: str, start: int, end: int) -> int:
    on = _RUNS_ON.search(text, start + 10, end)
    end = on.start() if on else end
    while end > start and text[end - 1] in " .;:”“-–\n":
        end -= 1
    return end


# ── what became of it ───────────────────────────────────────────────────────────────────────────────────────────────


def _with_results(reading: ItemReading, moved_at: Sequence[int], motions: list[Motion]) -> list[Motion]:
    """The motions with what the text says became of them: the amendment last moved, the motion behind it."""
    closed: set[int] = set()
    for at, about, outcome in _results(reading):
        if not about and outcome == "carried" and _BY_THE_BODY.search(reading.text, at, at + 60):
            about = "motion" if any(not one.amendment and one.outcome is None for one in motions[-PENDING:]) else ""
        until = bisect_right(moved_at, at)
        open_ones = [n for n in range(max(0, until - PENDING), until) if motions[n].outcome is None and n not in closed]
        fitting = [n for n in open_ones if not about or motions[n].amendment == (about == "amendment")]
        if fitting and outcome == "withdrawn":
            closed.add(fitting[-1])
        elif fitting:
            motions[fitting[-1]] = replace(motions[fitting[-1]], outcome=outcome)
        if about == "motion" and outcome == "carried" and _DIVISION.search(reading.text):
            for n in open_ones:  # In a Scottish division the motion stands against the amendment.
                motions[n] = replace(motions[n], outcome="lost") if motions[n].amendment else motions[n]
    return motions


_ABOUT_AMENDMENT = re.compile(
    r"\bamendment\b[^.]*\b(?:withdraw\w*|withdrew|seconder|seconded)\b|\b(?:withdraw|withdrew|withdrawn)\b[^.]*\bamendment\b", re.IGNORECASE
)


_CLOSED = re.compile(
    r"\bwithdr(?:ew|aw) (?:his|her|their|the|it)(?: \w+)? (?:motion|amendment|proposal|proposition|nomination)\b|\b(?:motion|amendment|proposal|proposition|nomination|it|this)\b[^.]{0,80}\bwithdrawn\b|\bsecond(?:er|ed)\b|\bdeclined\b",
    re.IGNORECASE,
)
"""What leaves a motion without a result."""
_FELL = re.compile(r"\b(?:fell|failed|lost|not put|not therefore put)\b")


def _results(reading: ItemReading) -> Iterator[tuple[int, str, str]]:
    """(offset, ``amendment``, ``motion`` or empty, ``carried`` or ``lost``) of every sentence that tells a result."""
    for line in reading.lines:
        start, end = line.sentence.start, line.sentence.end
        sentence = reading.text[start:end]
        if line.sentence.quoted or not _DECIDES.search(sentence) or sentence.startswith("“"):
            continue
        found = next((one for one in _RESULT.finditer(sentence) if not (_BE_DONE.match(one[0]) and _WITHIN_MOTION.search(sentence, 0, one.start()))), None)
        if found and found["withdrawn"] and not _FELL.search(sentence, found.end()):
            if _CLOSED.search(sentence):
                yield start + found.start(), "amendment" if _ABOUT_AMENDMENT.search(sentence) else "", "withdrawn"
            continue
        if not found:
            counted = _COUNTED.search(sentence)
            if counted and (line.sayings or _ABOUT.search(sentence) or _VOTE_LABEL.match(sentence)):
                yield start + counted.start(), "", "carried" if int(counted[1] or counted[3]) > int(counted[2] or counted[4]) else "lost"
            continue
        told = _AND_THIS.search(sentence[max(0, found.start() - 40) : found.end()])
        if (
            _SAID.search(sentence, 0, found.start())
            and not told
            and not re.search(r"\b(?:RESOLVED|AGREED|CARRIED|being put|was put|incorporated|became part)\b", sentence)
        ):
            continue
        abouts = [one for one in _ABOUT.finditer(sentence) if one.start() < found.start()]
        abouts = abouts or [one for one in _ABOUT.finditer(sentence) if one.start() < found.start() + 40]
        about = ("amendment" if abouts[-1]["amendment"] else "motion") if abouts else ""
        if about == "amendment" and re.search(r"\bmotion,? as amended|\bmotion\b[^.]*\bas amended", sentence):
            about = "motion"
        lost = not found["carried"] or bool(re.search(r"\b(?:lost|not carried|defeated)\b", sentence))
        yield start + found.start(), about, "lost" if lost else "carried"
