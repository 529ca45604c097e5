"""Votes: counts in words and figures, named votes, and what is said to be unanimous."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive import names
from archive.minutes.mentions import Mention
from archive.minutes.naming import is_name
from archive.minutes.people import PeopleTable, Resolved
from archive.minutes.prose import Word, paragraphs
from archive.minutes.reading import ItemReading, Line
from archive.minutes.rolls import people_listed
from archive.minutes.sayings import groups
from archive.records import Vote, VoteEvent

# ruff: noqa: SIM905

NUMBERS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())} | dict.fromkeys(
    "no none nil nobody neb dim".split(), 0
)  # fmt: skip
SIDES = {
    "for": ("for", "favour", "favor", "blaid", "yes", "aye", "ayes"),
    "against": ("against", "erbyn", "nay", "nays", "noes", "dissenting", "objections", "dissent"),
    "abstain": ("abstention", "abstentions", "abstained", "abstaining", "abstain", "abstentia", "ymatal", "ymatal", "declined"),
}
_SIDE = {word: side for side, words in SIDES.items() for word in words}
_BY = re.compile(r"\b(?P<a>\d{1,3}|[a-z]+) votes? (?:to|against) (?P<b>\d{1,3}|[a-z]+)\b", re.IGNORECASE)
_RECEIVED = re.compile(
    r"\bmotion (?:had )?(?:received|attracted|secured) (?P<a>\d{1,3}|[a-z]+) votes?\b.{0,40}?\bamendment (?:had )?(?:received |attracted |secured )?(?P<b>\d{1,3}|[a-z]+) votes?\b",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?:carried|lost|passed|approved|agreed|defeated|vote[sd]?|tied(?: at)?|result(?: was)?)\W{1,3}(?P<a>\d{1,2}) ?[-–/] ?(?P<b>\d{1,2})(?: ?[-–/] ?(?P<c>\d{1,2}))?(?![\d/-])",
    re.IGNORECASE,
)
_DECIDED = r"(?:agreed|resolved|carried|approved|adopted|supported|accepted|voted|recommended|granted|refused|passed|confirmed|endorsed|elected|appointed|re-elected|deferred|rejected|decided|noted)"
_UNANIMOUS = re.compile(
    rf"(?P<whole>\bunanimously[,:]? (?:\w+ ){{0,2}}{_DECIDED}\b|\b{_DECIDED}[,:]? (?:\w+ ){{0,2}}unanimously\b|\bunanimous (?:vote|approval|agreement|decision)\b|\bmotion [^.\n]{{0,60}}unanimously\b"
    r"|\((?:all )?unanimous(?:ly)?(?: agreed| carried)?\)|\bvot(?:e|ing)(?: was| result)?[:\s–-]{1,3}unanimous|\b(?:all|everyone|everybody)(?: \w+){0,3} (?:were |was |voted |voting )?in favou?r\b|\b(?:approved|agreed|accepted|supported|carried|adopted) by (?:all|everyone)(?: (?:the )?(?:councillors|members|cllrs|those))?(?: present)?\b(?! (?:party|the) )|\bnem\.? ?con\b|\bAIF\b|(?:^|(?<=[.!?:;] ))all (?:the )?(?:members |councillors |present |those present |members present )?agreed\b(?! that (?:more|it would be|there))|\bwithout (?:dissent|division|a division)\b"
    r"|\bno (?:member|one|body|councillor|person)s? (?:having )?(?:voted|voting) against\b|\bnobody voted against\b|^unanimous(?:ly)?\.?$|\byn unfrydol\b)",
    re.IGNORECASE | re.MULTILINE,
)
_ROLL = re.compile(
    r"^(?:\W*)(?:(?:the following|those|members?|councillors?|voting|voted|votes?|recorded|who|were|present|as follows) ?){0,6}"
    r"(?P<side>for|in favour|in favor|against|abstain(?:ed|ing)?|abstentions?|ayes?|noes|nays?|o blaid|yn erbyn)\b"
    r"(?: (?:of )?(?:the )?(?P<about>motion|amendment|proposal|recommendation|substantive|resolution|budget|original)\b){0,3}(?: were| as follows)? ?(?:\((?P<count>\d{1,3})\))? ?[:–=\t-]+ ?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\W*(?:voting |votes? |voted )?(?P<side>for|in favour|in favor|against|abstain(?:ed|ing)?|abstentions?|ayes?|noes|nays?|yes|no)"
    r"(?: (?:of )?(?:the )?(?:original |substantive )?(?P<about>motion|amendment|proposal|recommendation)s?)?\W*\(?(?P<count>\d{1,3})?\)?\W*",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\W*\(?\d*\)?\W*(?:none|nil|no one|nobody)\b", re.IGNORECASE)
_DIVISION = re.compile(r"\bfor the amendment\b", re.IGNORECASE)
_TABLE = re.compile(r"^\W*(?:for|in favour)\b[^\t]*\t[^\t]*\bagainst\b[^\t]*(?:\t.*)?$", re.IGNORECASE)
_VOTED = re.compile(r"\bvot(?:ed|ing) (?P<side>for|in favour|in favor|against)\b|\b(?P<abstain>abstained)\b", re.IGNORECASE)
_OPTION = {"for": "for", "in favour": "for", "in favor": "for", "aye": "for", "ayes": "for", "yes": "for", "noes": "against", "no": "against", "o blaid": "for", "against": "against", "nay": "against", "nays": "against", "yn erbyn": "against"}  # fmt: skip
_TOLD = re.compile(
    rf"\b{_DECIDED}\b[^.;]{{0,120}}?\b(?:with|and|by)\b[^.;]{{0,40}}?\b(?:against|abst\w+|dissent\w*)|\b{_DECIDED}[,;] [^.;]{{0,60}}?\b(?:voting against|voted against|abstained|abstaining|dissenting)\b"
    r"|\b(?:abstained|voted against) (?:on|from|in) (?:this|the) (?:vote|proposal|motion|item|decision|matter|resolution)\b",
    re.IGNORECASE,
)
"""What makes a vote of a lone count: "agreed, with one against", "Cllr A abstained on this proposal"."""
_NEAR = 100
"""Characters between a count and the names that belong to it."""
_MOST_WORDS = 6
"""Between a number and its side."""


@dataclass
class _Tally:
    start: int
    end: int
    rule: str
    counts: dict[str, int] = field(default_factory=dict)
    names: dict[str, list[Resolved]] = field(default_factory=dict)
    unanimous: bool = False


def votes_of(reading: ItemReading, table: PeopleTable) -> tuple[list[VoteEvent], list[Vote]]:
    """The votes of an item, in order, and how each person voted where names are recorded."""
    events, votes = [], []
    for tally in _tallies(reading, table):
        counts = {side: tally.counts.get(side, len(tally.names[side]) if side in tally.names else None) for side in SIDES}
        names = {side: tuple(one.name for one in tally.names.get(side, ())) for side in SIDES}
        text = reading.item.text[tally.start : tally.end]
        events.append(
            VoteEvent(reading.item.id, counts["for"], counts["against"], counts["abstain"], tally.unanimous, names["for"], names["against"], names["abstain"],
                      text, tally.start, tally.end, tally.rule)
        )  # fmt: skip
        votes += [Vote(reading.item.id, tally.start, option, one.person_id, one.name) for option, people in tally.names.items() for one in people]
    return events, votes


def _tallies(reading: ItemReading, table: PeopleTable) -> Iterator[_Tally]:
    rolls = list(_rolls(reading, table))
    starts = [roll.start for roll in rolls]
    free = (line for line in reading.lines if not (place := bisect_right(starts, line.sentence.start)) or rolls[place - 1].end <= line.sentence.start)
    found = [one for line in free for one in _in_sentence(reading, line)]
    found += [one for one in _told_by_name(reading) if not any(one.start < other.end and other.start < one.end for other in rolls)]
    for one in sorted([*rolls, *found], key=lambda one: one.start):
        if one.names or not any(_is_count_of(one, roll) for roll in rolls[bisect_right(starts, one.start) :][:1]):
            yield one


def _told_by_name(reading: ItemReading) -> Iterator[_Tally]:
    """Votes told in sentences: "Councillors A, B and C voted in favour. Councillor D abstained."."""
    tally: _Tally | None = None
    for line in reading.lines:
        sides = [] if line.sentence.quoted else [*_sides_of(line)]
        if sides and tally is None:
            tally = _Tally(line.sentence.start, line.sentence.end, "vote:named")
        for side, people in sides if tally else ():
            tally.names.setdefault(side, []).extend(people)  # type: ignore[union-attr]
            tally.end = line.sentence.end  # type: ignore[union-attr]
        if tally is not None and not sides:
            if _is_roll_call(tally):
                yield tally
            tally = None
    if tally is not None and _is_roll_call(tally):
        yield tally


def _sides_of(line: Line) -> Iterator[tuple[str, list[Resolved]]]:
    """(side, people) of a sentence whose subjects vote."""
    words = line.sentence.words
    for group in groups(words, line.mentions):
        after = [word.lower for word in words[group[-1].last : group[-1].last + 4]]
        people = [line.who(one) for one in group]
        if after[:1] == ["abstained"]:
            yield "abstain", people
        elif after[:1] == ["voted"] and len(after) > 1:
            side = "for" if after[1] == "for" or after[1:3] == ["in", "favour"] else "against" if after[1] == "against" else ""
            if side:
                yield side, people


def _is_roll_call(tally: _Tally) -> bool:
    """Whether enough is told to be a vote and not what one member did."""
    return sum(map(len, tally.names.values())) >= 3 and bool(tally.names.keys() & {"for", "against"})


def _is_count_of(tally: _Tally, roll: _Tally) -> bool:
    """Whether a count is that of the names that follow it."""
    return (
        bool(tally.counts)
        and roll.start - tally.end < _NEAR
        and all(roll.counts.get(side, len(roll.names.get(side, ()))) == count for side, count in tally.counts.items())
    )


# ── counts in a sentence ────────────────────────────────────────────────────────────────────────────────────────────


def _in_sentence(reading: ItemReading, line: Line) -> Iterator[_Tally]:
    start, end = line.sentence.start, line.sentence.end
    if line.sentence.quoted:
        return
    counts, at, until = _counts(reading.text, line.sentence.words, line.mentions)
    unanimous = _UNANIMOUS.search(reading.text, start, end)
    if counts:
        yield _Tally(at, until, "vote:count", counts, {}, bool(unanimous))
    elif unanimous and not re.search(r"\bnot unanimous|\bcould not\b", reading.text[start:end]):
        yield _Tally(unanimous.start(), unanimous.end(), "vote:unanimous", {}, {}, True)


def _counts(text: str, words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[dict[str, int], int, int]:
    """Side → count of one sentence, and where the counts stand; empty unless two sides are told."""
    if not words:
        return {}, 0, 0
    start, end = words[0].start, words[-1].end
    by = _BY.search(text, start, end)
    a, b = (_number(by["a"]), _number(by["b"])) if by else (None, None)
    if by and a is not None and b is not None:
        lost = re.search(r"\b(?:lost|defeated|not carried)\b", text[start : by.start()])
        counts = {"for": min(a, b) if lost else a, "against": max(a, b) if lost else b}
        rest, _, until = _numbered(text, [word for word in words if word.start >= by.end()])
        named = {side: n for side, n, _ in _by_name(words, mentions) if side == "abstain"}
        return ({**counts, **named, **{side: n for side, n in rest.items() if side == "abstain"}}, by.start(), max(until, by.end()))
    received = _RECEIVED.search(text, start, end)
    if received:
        rest, _, until = _numbered(text, [word for word in words if word.start >= received.end()])
        counts = {"for": _number(received["a"]) or 0, "against": _number(received["b"]) or 0}
        return counts | {side: n for side, n in rest.items() if side == "abstain"}, received.start(), max(until, received.end())
    score = _SCORE.search(text, start, end)
    if score:
        counts = {"for": int(score["a"]), "against": int(score["b"])}
        return (counts | ({"abstain": int(score["c"])} if score["c"] else {}), score.start("a"), score.end())
    counts, at, until = _numbered(text, words)
    for side, number, end_of in _by_name(words, mentions):
        if side not in counts:
            counts[side], until = number, max(until, end_of)
    enough = len(counts) >= 2 or (counts.get("for") and re.search(r"\bvot(?:es?|ed|ing)\b", text[start:end]) and re.search(r"\ball\b", text[start:end]))
    alone = counts.keys() <= {"against", "abstain"} and any(counts.values()) and _TOLD.search(text, start, end)
    return (counts, at or start, until) if enough or alone else ({}, 0, 0)


def _by_name(words: Sequence[Word], mentions: Sequence[Mention]) -> Iterator[tuple[str, int, int]]:
    """(side, how many, where it ends) of people who are said to abstain, or to vote against: "and the Chairman abstaining"."""
    for group in groups(words, mentions):
        after = [word.lower for word in words[group[-1].last : group[-1].last + 3]]
        if after[:1] in (["abstaining"], ["abstained"]):
            yield "abstain", len(group), words[group[-1].last].end
        elif after[:2] in (["voting", "against"], ["voted", "against"]):
            yield "against", len(group), words[group[-1].last + 1].end


def _numbered(text: str, words: Sequence[Word]) -> tuple[dict[str, int], int, int]:
    """Every number with the side that follows it, or stands in front of it with a sign."""
    counts: dict[str, int] = {}
    at, until = 0, 0
    for n, word in enumerate(words):
        number = _number(word.text)
        if (
            number is None
            or (n and words[n - 1].text in "£/.")
            or (n and words[n - 1].text == "," and words[n - 1].end == word.start)
            or (n + 1 < len(words) and words[n + 1].text in "%/")
        ):
            continue
        side, last = "", n
        if n >= 2 and words[n - 1].text in ":–-=(":
            side = _SIDE.get(words[n - 2].lower, "")
            if side == "for" and n >= 3 and words[n - 2].lower == "for" and words[n - 3].lower not in ("votes", "voting", "vote", ",", ".", ";", "(", ":"):
                side = ""
        if not side:
            side, last = _side_behind(words, n)
        if (
            not side
            and n
            and _SIDE.get(words[n - 1].lower)
            and (n == 1 or words[n - 2].text in ",;(.:–-" or words[n - 2].lower in ("in", "yn", "voted", "votes"))
        ):
            side, last = _SIDE[words[n - 1].lower], n
        if side and side not in counts:
            counts[side] = number
            at = at or word.start
            until = max(until, words[last].end)
    return counts, at, until


def _side_behind(words: Sequence[Word], n: int) -> tuple[str, int]:
    for place in range(n + 1, min(n + 1 + _MOST_WORDS, len(words))):
        word = words[place]
        if word.text in ".;:()" or word.text == "," or (_number(word.text) is not None and word.lower not in ("one", "no")):
            return "", n
        side = _SIDE.get(word.lower, "")
        if side == "for" and word.lower == "for":
            nearer = words[n + 1 : place]
            if nearer and not any(w.lower in ("votes", "vote", "voted", "voting", "members", "member", "councillors", "having") for w in nearer):
                return "", n
            after = [word.lower for word in words[place + 1 : place + 4]]
            if after and (
                after[0] == "£"
                or (_number(after[0]) is not None and not {"votes", "vote", "against", "members", "councillors", "abstentions", "abstained"} & set(after[1:]))
            ):
                return "", n
        if side:
            return side, place
    return "", n


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if len(word) <= 3 else None
    return NUMBERS.get(word.casefold())


# ── recorded votes ──────────────────────────────────────────────────────────────────────────────────────────────────


def _rolls(reading: ItemReading, table: PeopleTable) -> Iterator[_Tally]:
    """Recorded votes: a list of names for each side, behind its label, below it, or in the columns of a table."""
    roll: _Tally | None = None
    header: list[str] = []
    side = ""
    for start, end in paragraphs(reading.text):
        line = reading.text[start:end]
        labelled = _labelled(line)
        if _TABLE.match(line):
            if roll is not None and roll.names:
                yield roll
            header, roll, side = [_option(cell) for cell in line.split("\t")], _Tally(start, end, "vote:table"), ""
        elif header and roll is not None and "\t" in line:
            _read_row(roll, header, line, table)
            roll.end = end
        elif labelled is not None:
            if roll is None or header or labelled[0] in roll.names:
                if roll is not None and roll.names:
                    yield roll
                roll, header = _Tally(start, end, "vote:roll"), []
            side, rest = labelled[0], labelled[1]
            _add(roll, side, rest, table)
            roll.end = end
        elif roll is not None and side and (line.strip().isdecimal() or _is_roll(line)):
            _add(roll, side, line, table)
            roll.end = end
        else:
            if roll is not None and roll.names:
                yield roll
            roll, header, side = None, [], ""
    if roll is not None and roll.names:
        yield roll


def _labelled(line: str) -> tuple[str, str] | None:
    """(side, what follows) of a line that begins with the label of a side; with names, "none" or nothing behind it."""
    alone = _ALONE.fullmatch(line)
    if alone:
        against = bool(alone["about"]) and alone["about"].casefold() == "amendment" and _option(alone["side"]) == "for"
        return "against" if against else _option(alone["side"]), alone["count"] or ""
    found = _ROLL.match(line)
    if not found:
        return None
    rest = line[found.end() :]
    if not (people_listed(rest) or _NOBODY.match(rest)):
        return None
    side = _option(found["side"])
    about = (found["about"] or "").casefold()
    return ("against" if side == "for" and about == "amendment" and _DIVISION.search(line) else side), f"{found['count'] or ''} {rest}"


def _add(roll: _Tally, side: str, written: str, table: PeopleTable) -> None:
    """Names and counts of one side."""
    counted = re.search(r"^\s*(\d{1,3})\b(?!\w)|\((\d{1,3})\)\W*$|[-–:] ?(\d{1,3})\W*$", written)
    if counted:
        roll.counts[side] = int(next(digits for digits in counted.groups() if digits))
    people = _people(re.sub(r"^\s*\d{1,3}\b", "", written), table)
    if people or _NOBODY.match(written):
        roll.names.setdefault(side, []).extend(people)


def _is_roll(line: str) -> bool:
    """Whether a line is a list of names and nothing else."""
    pieces = [piece.strip(" .") for piece in re.split(r"[,;\t]| and ", re.sub(r"\([^()]{1,5}\)", "", line)) if piece.strip(" .")]
    pieces = [piece for piece in pieces if piece not in names.POSTNOMINALS]
    return len(line) < 4000 and bool(pieces) and all(is_name(piece) for piece in pieces)


def _read_row(roll: _Tally, header: Sequence[str], line: str, table: PeopleTable) -> None:
    cells = line.split("\t")
    figures = all(cell.strip().isdecimal() for cell in cells if cell.strip())
    for side, cell in zip(header, cells, strict=False):
        if side and figures and cell.strip():
            roll.counts[side] = int(cell)
        elif side:
            roll.names.setdefault(side, []).extend(_people(cell, table))


def _option(written: str) -> str:
    words = written.casefold()
    return next((side for word, side in _OPTION.items() if re.search(rf"\b{word}\b", words)), "abstain" if "abst" in words or "declin" in words else "")


def _people(written: str, table: PeopleTable) -> list[Resolved]:
    """The people of one side, each once."""
    if _NOBODY.match(written):
        return []
    found = [table.named(one) for one in people_listed(written)]
    return list({one.key: one for one in found}.values())
