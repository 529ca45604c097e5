"""Votes: counts in words and figures, named votes, and what is said to be unanimous."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive import names
from archive.minutes.mention.listed import is_name
from archive.minutes.people import PeopleTable, Resolved
from archive.minutes.presence.rolls import people_listed
from archive.minutes.prose import paragraphs
from archive.minutes.reading import ItemReading, Line
from archive.minutes.speech.sayings import groups
from archive.minutes.voting.counts import DECIDED, SIDES, counts_in, named_sides
from archive.records import Vote, VoteEvent

_UNANIMOUS = re.compile(
    rf"(?P<whole>\bunanimously of the (?:opinion|view)\b|\bunanimously[,:]? (?:\w+ ){{0,2}}{DECIDED}\b|\b{DECIDED}[,:]? (?:\w+ ){{0,2}}unanimously\b|\bunanimous (?:vote|approval|agreement|decision)\b|\bmotion [^.\n]{{0,60}}unanimously\b"
    r"|\((?:all )?unanimous(?:ly)?(?: agreed| carried)?\)|\bvot(?:e|ing)(?: was| result)?[:\s–-]{1,3}unanimous|\b(?:all|everyone|everybody)(?: \w+){0,3} (?:were |was |voted |voting )?in favou?r\b|\b(?:approved|agreed|accepted|supported|carried|adopted) by (?:all|everyone)(?: (?:the )?(?:councillors|members|cllrs|those))?(?: present)?\b(?! (?:party|the) )|\bnem\.? ?con\b|\bAIF\b|(?:^|(?<=[.!?:;] ))all (?:the )?(?:members |councillors |present |those present |members present )?agreed\b(?! that (?:more|it would be|there))|\bwithout (?:dissent|division|a division)\b"
    r"|\bno (?:member|one|body|councillor|person)s? (?:having )?(?:voted|voting) against\b|\bnobody voted against\b|(?:^|(?<=[.!?;:–-] ))unanimous(?:ly)?(?=\.?$|\. )|\byn unfrydol\b)",
    re.IGNORECASE | re.MULTILINE,
)
_ROLL = re.compile(
    r"^(?:\W*)(?:[a-z]\)\s+)?(?:(?:the following|those|members?|councillors?|voting|voted|votes?|recorded|who|were|present|as follows) ?){0,6}"
    r"(?P<side>for|in favour|in favor|against|abstain(?:ed|ing)?|abstentions?|declined(?: to vote)?|did not vote|not voting|ayes?|noes|nays?|o blaid|yn erbyn|ymatal|atal)\b"
    r"(?: (?:of )?(?:the )?(?P<about>motion|amendment|proposal|recommendation|substantive|resolution|budget|original)\b){0,3}(?: \(\d{1,2}\)(?= ?(?:[–-] ?\d|\()))?(?: by [^():;\n]{2,60}?)?(?: were| as follows)? ?(?:\((?P<count>\d{1,3})\))?(?: {0,2}[:–=\t-]+ {0,2}|(?<=\)) (?=(?:the |Councillor|Cllr|Alder|Mr|Mrs|Ms|Baillie|Bailie)))",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\W*(?:[a-z]\)\s+)?(?:there )?(?:voting |votes? |voted )?(?P<side>for|in favour|in favor|against|abstain(?:ed|ing)?|abstentions?|ayes?|noes|nays?|yes|no|declined(?: to vote)?|did not vote|not voting)"
    r"(?: (?:of )?(?:the )?(?:original |substantive )?(?P<about>motion|amendment|proposal|recommendation)s?(?: \(\d{1,2}\))?| (?:from voting|the [^:\n]{3,60})(?=:))?\W*\(?(?P<count>\d{1,3})?\)?\W*",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\W*\(?\d*\)?\W*(?:none|nil|no one|nobody)\b", re.IGNORECASE)
_TABLE = re.compile(r"^\W*(?:for|in favour)\b[^\t]*\t[^\t]*\bagainst\b[^\t]*(?:\t.*)?$", re.IGNORECASE)
_VOTED = re.compile(r"\bvot(?:ed|ing) (?P<side>for|in favour|in favor|against)\b|\b(?P<abstain>abstained)\b", re.IGNORECASE)
_OPTION = {"for": "for", "in favour": "for", "in favor": "for", "aye": "for", "ayes": "for", "yes": "for", "noes": "against", "no": "against", "o blaid": "for", "against": "against", "dissenting": "against", "dissentient": "against", "nay": "against", "nays": "against", "yn erbyn": "against"}  # fmt: skip
_MARK = re.compile(r"[xX✓✔√☑☒*•1]|yes|y", re.IGNORECASE)
_CELL_ENDS = re.compile(r"\t| [–-] |: ?(?=\w+(?: \w+)?\W*$)")
_SIDE_ALONE = re.compile(r"(?:voted )?(?:for|in favour|against|abstain(?:ed|s|ing)?|o blaid|yn erbyn)\.?", re.IGNORECASE)
_FEWEST = 3
"""Rows that are a vote without a heading: "Cllr A – For"."""
_NAME_HEADING = re.compile(
    r"(?:names?|members?|councillors?|cllrs?|councillor's name|name of (?:councillor|member)|members? name|aelodau?|cynghorydd|)(?: present)?", re.IGNORECASE
)
_AWAY = re.compile(r"absent|apologies|not present|not in|left|declared|did not|-$|–$", re.IGNORECASE)
_VOTE_HEADING = re.compile(r"votes?|voted|how voted|voting|pleidlais", re.IGNORECASE)
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
    columns = list(_columns(reading, table))
    rolls = sorted(
        [*columns, *(one for one in _rolls(reading, table) if not _meets(one, columns))],
        key=lambda one: one.start,
    )
    starts = [roll.start for roll in rolls]
    free = (line for line in reading.lines if not (place := bisect_right(starts, line.sentence.start)) or rolls[place - 1].end <= line.sentence.start)
    named = [one for one in _told_by_name(reading) if not _meets(one, rolls)]
    found = [one for line in free for one in _in_sentence(reading, line) if not _meets(one, named)]
    for one in sorted([*rolls, *named, *found], key=lambda one: one.start):
        place, by_name = bisect_right(starts, one.start), bisect_right(named, one.start, key=lambda other: other.start)
        near = [*rolls[max(0, place - 1) : place + 1], *named[max(0, by_name - 1) : by_name + 1]]
        if one.names or one in rolls[place - 1 : place] or not any(_is_count_of(one, roll) for roll in near):
            yield one


def _meets(tally: _Tally, others: Sequence[_Tally]) -> bool:
    """Whether a vote stands where one of others does, which are in order and do not meet each other."""
    place = bisect_right(others, tally.start, key=lambda one: one.start)
    return any(tally.start < one.end and one.start < tally.end for one in others[max(0, place - 1) : place + 1])


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
        and tally.start - roll.end < _NEAR
        and all(roll.counts.get(side, len(roll.names.get(side, ()))) == count for side, count in tally.counts.items())
    )


# ── counts in a sentence ────────────────────────────────────────────────────────────────────────────────────────────


_OF_OTHERS = re.compile(
    r"\b(?:respon(?:ses?|dents)|representations|residents|replies|survey|consultation|households|petition|letters)\b(?:(?!\bvot|\bcarried|\bmotion|\bmember|\bresolved|\bagreed)[^;]){0,40}$",
    re.IGNORECASE,
)
"""Who is for and against outside the meeting."""


def _in_sentence(reading: ItemReading, line: Line) -> Iterator[_Tally]:
    start, end = line.sentence.start, line.sentence.end
    if line.sentence.quoted:
        return
    counts, at, until = counts_in(reading.text, line.sentence.words, line.mentions)
    unanimous = _UNANIMOUS.search(reading.text, start, end)
    if counts and counts.get("for", 0) > counts.get("against", 0) and _LOST_BY.search(reading.text, max(start, at - _LOST_WITHIN), at):
        counts = {**counts, "for": counts["against"], "against": counts["for"]}  # "Not carried by 28 votes to 24": the more were against.
    if counts and not _OF_OTHERS.search(reading.text, start, at):
        yield _Tally(at, until, "vote:count", counts, _named(reading.text, line, counts), bool(unanimous))
    elif unanimous and not re.search(r"\bnot unanimous|\bcould not\b", reading.text[start:end]):
        yield _Tally(unanimous.start(), unanimous.end(), "vote:unanimous", {}, {}, True)


_LOST_BY = re.compile(r"\b(?:not carried|lost|defeated|rejected|not agreed|voted down)\b[^;,.]{0,20}$", re.IGNORECASE)
_LOST_WITHIN = 50
"""Characters in front of a count that tell that what was voted on was lost."""
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
            if roll is not None and _is_told(roll):
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
                if roll is not None and _is_told(roll):
                    yield roll
                roll, header = _Tally(start, end, "vote:roll"), []
            about = of or about
            _add(roll, side, rest, table, [*{meant.key: meant for at, meant in posts if start <= at < end}.values()])
            roll.end = end
        elif roll is not None and side and (line.strip().isdecimal() or _is_roll(line)):
            _add(roll, side, line, table, [])
            roll.end = end
        else:
            if roll is not None and _is_told(roll):
                yield roll
            roll, header, side, about = None, [], "", ""
    if roll is not None and _is_told(roll):
        yield roll


def _is_told(roll: _Tally) -> bool:
    """Whether a list of sides tells a vote: by names, or by how many were for and against."""
    return bool(roll.names) or {"for", "against"} <= roll.counts.keys()


def _columns(reading: ItemReading, table: PeopleTable) -> Iterator[_Tally]:
    """Recorded votes in a table with one row for each member: a mark in the column of a side, or the side written behind the name."""
    header: list[str] = []
    tally: _Tally | None = None
    rows = 0
    for start, end in [*paragraphs(reading.text), (len(reading.text), len(reading.text))]:
        cells = [cell.strip() for cell in _CELL_ENDS.split(reading.text[start:end])]
        options = [_option(cell) if len(cell.split()) <= 3 else "" for cell in cells]
        heads = _heads(cells, options)
        row = None if heads else _row(header, cells, options)
        if tally is not None and row is None:
            if tally.names and (header or rows >= _FEWEST):
                yield tally
            header, tally, rows = [], None, 0
        if heads:
            header, tally = options, _Tally(start, end, "vote:columns")
        elif row is not None and (tally or _SIDE_ALONE.fullmatch(cells[-1])):
            tally = tally or _Tally(start, end, "vote:columns")
            tally.end, rows = end, rows + 1
            if row[0]:
                tally.names.setdefault(row[0], []).extend(_people(row[1], table))


def _heads(cells: Sequence[str], options: Sequence[str]) -> bool:
    """Whether a row is the heading of a table of votes: "Councillor, For, Against", "Name, Vote"."""
    told = len({*options} - {""}) >= 2 or any(_VOTE_HEADING.fullmatch(cell) for cell in cells)
    return len(cells) > 1 and told and any(_NAME_HEADING.fullmatch(cell) for cell in cells)


def _row(header: Sequence[str], cells: Sequence[str], options: Sequence[str]) -> tuple[str, str] | None:
    """(side, name) of a row; the side is empty for who did not vote."""
    marked = [n for n, cell in enumerate(cells) if _MARK.fullmatch(cell)]
    named = [_turned(cell) for n, cell in enumerate(cells) if len(cell) > 1 and n not in marked and not options[n] and is_name(_turned(cell))]
    column = next((header[n] if any(header) else options[n] for n in marked if n < len(header)), "")
    side = column if marked else next(filter(None, options), "")
    told = marked or side or any(_AWAY.match(cell) for cell in cells)
    return (side, named[0]) if len(named) == 1 and told else None


def _turned(written: str) -> str:
    """``Birch, A`` as A Birch."""
    return re.sub(r"^([^,]{2,40}), ((?:[A-Z]\.? ?){1,3}|[A-Z][a-z-]+)$", r"\2 \1", written)


def _turn(roll: _Tally) -> None:
    """Makes those for the amendment the ones against the motion."""
    if "for" in roll.counts:
        roll.counts["against"] = roll.counts.pop("for")
    if "for" in roll.names:
        roll.names["against"] = roll.names.pop("for")


_LABEL_WITHIN = re.compile(
    r"(?<=[;:,] )(?=(?:for|in favour|against|abstain(?:ed|ing)|abstentions?)(?: \(\d{1,3}\))?(?: [–-] |: ))|(?<=[;.:,] )(?=(?:For|In favour|In Favour|Against|Abstain(?:ed|ing)?|Abstentions?|FOR|AGAINST|ABSTAINED)\b[^:–;.\n-]{0,30}[:–-])"
    r"|(?<=[;:,.–-] )(?=(?:For|Against|Declined|Abstained|Abstentions?)\b[^:;\n]{0,90}\(\d{1,3}\))"
)


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
    counted = re.search(r"^\s*(\d{1,3})\b(?!\w)|\((\d{1,3})\)\W*$|(?:[-–:]|\.{3,}) {0,2}(\d{1,3})\W*$", written)
    written = _LEADER.sub("", written)
    if counted:
        roll.counts[side] = int(next(digits for digits in counted.groups() if digits))
    people = _people(re.sub(r"^\s*\d{1,3}\b", "", written), table)
    missing = roll.counts.get(side, len(people) + len(posts)) - len(people)
    people += list(posts) if 0 < len(posts) <= missing else []
    if people or _NOBODY.match(written):
        roll.names.setdefault(side, []).extend(people)


_LEADER = re.compile(r"\s*\.{3,}\s*\d{0,3}\W*$")
"""Dots that lead from the last name to how many they are."""
_COUNT_BEHIND = re.compile(r"\(\d{1,3}\)\W*$")


def _is_roll(line: str) -> bool:
    """Whether a line is a list of names and nothing else; a count behind it lets one of four be no name that we know."""
    line = _LEADER.sub("", line)
    pieces = [piece.strip(" .") for piece in re.split(r"[,;\t]| and ", re.sub(r"\([^()]{1,5}\)", "", line)) if piece.strip(" .")]
    pieces = [piece for piece in pieces if piece not in names.POSTNOMINALS]
    return len(line) < 4000 and bool(pieces) and sum(not is_name(piece) for piece in pieces) <= (len(pieces) // 4 if _COUNT_BEHIND.search(line) else 0)


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
    return next((side for word, side in _OPTION.items() if re.search(rf"\b{word}\b", words)), "abstain" if re.search("abst|declin|not vot|atal", words) else "")


def _people(written: str, table: PeopleTable) -> list[Resolved]:
    """The people of one side, each once."""
    if _NOBODY.match(written):
        return []
    found = [table.named(one) for one in people_listed(written)]
    return list({one.key: one for one in found}.values())
