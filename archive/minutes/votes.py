"""Votes: counts in words and figures, named votes, and what is said to be unanimous."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive import names
from archive.minutes.counts import DECIDED, SIDES, counts_in, named_sides
from archive.minutes.listed import is_name
from archive.minutes.people import PeopleTable, Resolved
from archive.minutes.prose import paragraphs
from archive.minutes.reading import ItemReading, Line
from archive.minutes.rolls import people_listed
from archive.minutes.sayings import groups
from archive.records import Vote, VoteEvent

_UNANIMOUS = re.compile(
    rf"(?P<whole>\bunanimously of the (?:opinion|view)\b|\bunanimously[,:]? (?:\w+ ){{0,2}}{DECIDED}\b|\b{DECIDED}[,:]? (?:\w+ ){{0,2}}unanimously\b|\bunanimous (?:vote|approval|agreement|decision)\b|\bmotion [^.\n]{{0,60}}unanimously\b"
    r"|\((?:all )?unanimous(?:ly)?(?: agreed| carried)?\)|\bvot(?:e|ing)(?: was| result)?[:\s–-]{1,3}unanimous|\b(?:all|everyone|everybody)(?: \w+){0,3} (?:were |was |voted |voting )?in favou?r\b|\b(?:approved|agreed|accepted|supported|carried|adopted) by (?:all|everyone)(?: (?:the )?(?:councillors|members|cllrs|those))?(?: present)?\b(?! (?:party|the) )|\bnem\.? ?con\b|\bAIF\b|(?:^|(?<=[.!?:;] ))all (?:the )?(?:members |councillors |present |those present |members present )?agreed\b(?! that (?:more|it would be|there))|\bwithout (?:dissent|division|a division)\b"
    r"|\bno (?:member|one|body|councillor|person)s? (?:having )?(?:voted|voting) against\b|\bnobody voted against\b|^unanimous(?:ly)?\.?$|\byn unfrydol\b)",
    re.IGNORECASE | re.MULTILINE,
)
_ROLL = re.compile(
    r"^(?:\W*)(?:(?:the following|those|members?|councillors?|voting|voted|votes?|recorded|who|were|present|as follows) ?){0,6}"
    r"(?P<side>for|in favour|in favor|against|abstain(?:ed|ing)?|abstentions?|declined(?: to vote)?|did not vote|not voting|ayes?|noes|nays?|o blaid|yn erbyn)\b"
    r"(?: (?:of )?(?:the )?(?P<about>motion|amendment|proposal|recommendation|substantive|resolution|budget|original)\b){0,3}(?: were| as follows)? ?(?:\((?P<count>\d{1,3})\))? ?[:–=\t-]+ ?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\W*(?:voting |votes? |voted )?(?P<side>for|in favour|in favor|against|abstain(?:ed|ing)?|abstentions?|ayes?|noes|nays?|yes|no)"
    r"(?: (?:of )?(?:the )?(?:original |substantive )?(?P<about>motion|amendment|proposal|recommendation)s?)?\W*\(?(?P<count>\d{1,3})?\)?\W*",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\W*\(?\d*\)?\W*(?:none|nil|no one|nobody)\b", re.IGNORECASE)
_TABLE = re.compile(r"^\W*(?:for|in favour)\b[^\t]*\t[^\t]*\bagainst\b[^\t]*(?:\t.*)?$", re.IGNORECASE)
_VOTED = re.compile(r"\bvot(?:ed|ing) (?P<side>for|in favour|in favor|against)\b|\b(?P<abstain>abstained)\b", re.IGNORECASE)
_OPTION = {"for": "for", "in favour": "for", "in favor": "for", "aye": "for", "ayes": "for", "yes": "for", "noes": "against", "no": "against", "o blaid": "for", "against": "against", "dissenting": "against", "dissentient": "against", "nay": "against", "nays": "against", "yn erbyn": "against"}  # fmt: skip
_NEAR = 100
"""Characters between a count and the names that belong to it."""


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
    counts, at, until = counts_in(reading.text, line.sentence.words, line.mentions)
    unanimous = _UNANIMOUS.search(reading.text, start, end)
    if counts:
        yield _Tally(at, until, "vote:count", counts, _named(reading.text, line, counts), bool(unanimous))
    elif unanimous and not re.search(r"\bnot unanimous|\bcould not\b", reading.text[start:end]):
        yield _Tally(unanimous.start(), unanimous.end(), "vote:unanimous", {}, {}, True)


_BRACKET = re.compile(
    r"\b(?P<side>for|in favou?r|against|dissenting|dissentient|abstain(?:ed|ing)?|abstentions?|declined)\b(?: (?:of )?the (?:original |substantive )?(?P<about>\w+))?[^().;]{0,30}\((?P<names>[^()]{2,900})\)",
    re.IGNORECASE,
)
"""``for the motion 7 (Councillors A and B)``, ``one against (Mr C)``."""


def _named(text: str, line: Line, counts: dict[str, int]) -> dict[str, list[Resolved]]:
    """Side → the people of it whom a sentence names, where they are as many as it counts."""
    found: dict[str, list[Resolved]] = {}
    for side, group, _ in named_sides(line.sentence.words, line.mentions):
        found.setdefault(side, []).extend(line.who(one) for one in group)
    for listed in _BRACKET.finditer(text, line.sentence.start, line.sentence.end):
        side = "against" if listed["about"] == "amendment" and "for" in found else _option(listed["side"])
        inside = [line.who(one) for one in line.mentions if listed.start("names") <= one.start < listed.end("names")]
        found.setdefault(side, []).extend(inside)
    return {side: people for side, people in found.items() if len(people) == counts.get(side)}


# ── recorded votes ──────────────────────────────────────────────────────────────────────────────────────────────────


def _rolls(reading: ItemReading, table: PeopleTable) -> Iterator[_Tally]:
    """Recorded votes: a list of names for each side, behind its label, below it, or in the columns of a table."""
    roll: _Tally | None = None
    header: list[str] = []
    side, about = "", ""
    posts = [(mention.start, meant) for _, mention, meant in reading.mentions() if mention.post and not mention.name]
    for start, end in _pieces(reading.text):
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
            side, rest, of = labelled
            if roll is not None and side == "for" and {of, about} == {"motion", "amendment"} and "against" not in roll.names:
                if about == "amendment":  # The motion stands against the amendment, whichever is told first.
                    _turn(roll)
                else:
                    side = "against"
            if roll is None or header or side in roll.names:
                if roll is not None and roll.names:
                    yield roll
                roll, header = _Tally(start, end, "vote:roll"), []
            about = of or about
            _add(roll, side, rest, table, [meant for at, meant in posts if start <= at < end])
            roll.end = end
        elif roll is not None and side and (line.strip().isdecimal() or _is_roll(line)):
            _add(roll, side, line, table, [])
            roll.end = end
        else:
            if roll is not None and roll.names:
                yield roll
            roll, header, side, about = None, [], "", ""
    if roll is not None and roll.names:
        yield roll


def _turn(roll: _Tally) -> None:
    """Makes those for the amendment the ones against the motion."""
    if "for" in roll.counts:
        roll.counts["against"] = roll.counts.pop("for")
    if "for" in roll.names:
        roll.names["against"] = roll.names.pop("for")


_LABEL_WITHIN = re.compile(r"(?<=[;.:,] )(?=(?:For|In favour|In Favour|Against|Abstain(?:ed|ing)?|Abstentions?|FOR|AGAINST|ABSTAINED)\b[^:–;.\n-]{0,30}[:–-])")


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, cut in front of each label of a side: "For – A and B; Against – C"."""
    for start, end in paragraphs(text):
        at = start
        for cut in _LABEL_WITHIN.finditer(text, start, end):
            yield at, cut.start()
            at = cut.start()
        yield at, end


def _labelled(line: str) -> tuple[str, str, str] | None:
    """(side, what follows, ``motion`` or ``amendment``) of a line that begins with the label of a side; with names, a count, "none" or nothing behind it."""
    found = _ALONE.fullmatch(line) or _ROLL.match(line)
    if not found:
        return None
    rest = line[found.end() :]
    if found.re is _ROLL and not (people_listed(rest) or _NOBODY.match(rest) or found["count"]):
        return None
    return _option(found["side"]), f"{found['count'] or ''} {rest}", (found["about"] or "").casefold()


def _add(roll: _Tally, side: str, written: str, table: PeopleTable, posts: Sequence[Resolved]) -> None:
    """Names and counts of one side; ``posts`` are those who are named by what they are."""
    counted = re.search(r"^\s*(\d{1,3})\b(?!\w)|\((\d{1,3})\)\W*$|[-–:] ?(\d{1,3})\W*$", written)
    if counted:
        roll.counts[side] = int(next(digits for digits in counted.groups() if digits))
    people = _people(re.sub(r"^\s*\d{1,3}\b", "", written), table)
    missing = roll.counts.get(side, len(people) + len(posts)) - len(people)
    people += list(posts) if 0 < len(posts) <= missing else []
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
    return next((side for word, side in _OPTION.items() if re.search(rf"\b{word}\b", words)), "abstain" if re.search("abst|declin|not vot", words) else "")


def _people(written: str, table: PeopleTable) -> list[Resolved]:
    """The people of one side, each once."""
    if _NOBODY.match(written):
        return []
    found = [table.named(one) for one in people_listed(written)]
    return list({one.key: one for one in found}.values())
