"""The minutes of one meeting taken apart: sentences, who is named in them, who is meant, who says something. What all readers of minutes build on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from archive.minutes.mention.forenames import is_forename, is_said_alone
from archive.minutes.mention.mentions import NOBODY, Known, Mention, mentions_in
from archive.minutes.people import PeopleTable, Resolved
from archive.minutes.prose import Sentence, normal, sentences, without_stops
from archive.minutes.speech.sayings import UNHEARD, Saying, sayings_of
from archive.records import AgendaItem

_SEATED = re.compile(
    r"\b(?:in the chair|took the chair|presiding|presided|assumed the chair|(?:took|assumed) the role of chair(?:man|woman|person)?|yn y gadair|chaired the meeting)\b",
    re.IGNORECASE,
)
_ELECTED = re.compile(
    r",? ?(?:should |shall |will )?(?:was |were |be |is |being |had been )?(?:duly |unanimously |therefore |re-?)?(?:elected|re-elected|appointed|re-appointed|nominated and elected)(?: as)?(?: the)? "
    r"(?:new )?(?:chair(?:man|woman|person)?|cathaoirleach|cadeirydd|mayor)\b(?! of (?:the )?(?!council|committee|board|authority|forum|panel|meeting|sub-committee|group|working|commission|cabinet))",
    re.IGNORECASE,
)
_ELECTED_VICE = re.compile(
    r",? (?:should |shall )?(?:was |were |be |is |being )?(?:duly |unanimously |re-?)?(?:elected|appointed)(?: as)?(?: the)? (?:vice|deputy)[- ]?chair(?:man|woman|person)?\b(?! of (?:the )?(?!council|committee|board|authority|forum|panel|meeting|sub-committee|group|commission))",
    re.IGNORECASE,
)
_CABINET = re.compile(
    r"\b(?:The|the|That|that)? ?(?:Cabinet|Executive) (?:considered|resolved|RESOLVED|agreed|AGREED|noted|approved|received|endorsed|discussed|recommended|thanked)\b|^Cabinet$",
    re.MULTILINE,
)
_COMMITTEE = re.compile(
    r"\b(?:The|the) (?:Committee|Council|Commission|Panel|Sub-Committee) (?:considered|resolved|RESOLVED|agreed|AGREED|noted|approved|received|endorsed|discussed|recommended|thanked)\b"
)
"""By whom the minutes tell of decisions."""
LATELY = 60
"""People named before a surname that two share, among whom one may be meant."""


@dataclass
class Line:
    """One sentence with who is named and who says something."""

    sentence: Sentence
    mentions: list[Mention]
    sayings: list[Saying]
    named: list[Resolved] = field(default_factory=list)
    """Whom each mention means."""

    def who(self, mention: Mention) -> Resolved:
        """Whom a mention of this sentence means."""
        return self.named[bisect_left(self.mentions, mention.start, key=lambda one: one.start)]


@dataclass
class ItemReading:
    """One item: its text in normal form, which is as long as the text, and its sentences."""

    item: AgendaItem
    text: str
    lines: list[Line]

    @cached_property
    def plain(self) -> str:
        """The text without the full stops that end nothing, for patterns that reach as far as a full stop."""
        return without_stops(self.text)

    @property
    def title(self) -> str:
        return self.item.name.casefold()

    def mentions(self) -> Iterator[tuple[Line, Mention, Resolved]]:
        """Everybody named, in order."""
        for line in self.lines:
            for mention, meant in zip(line.mentions, line.named, strict=True):
                yield line, mention, meant


def read_items(items: Sequence[AgendaItem], table: PeopleTable) -> list[ItemReading]:
    """The items that have a text, taken apart; the table learns who is introduced, and who is in the chair from where."""
    texts = [(item, normal(item.text)) for item in items if item.text]
    whole = "\n".join(text for _, text in texts)
    cut = [(item, text, sentences(text)) for item, text in texts]
    known = Known.of(table.surfaces(whole), table.holders(), table.initials)
    readings = [_parse(item, text, found, known) for item, text, found in cut]
    table.is_cabinet = len(_CABINET.findall(whole)) > len(_COMMITTEE.findall(whole))
    titles = [_parse(item, normal(item.name), sentences(normal(item.name)), known) for item, _ in texts if item.name]
    before, known_initials = len(table.introduced), len(table.initials)
    table.infer_initials(whole)
    for reading in readings:
        for line in reading.lines:
            for mention in line.mentions:
                if mention.post and UNHEARD.match(reading.text, mention.end):
                    continue  # "The Director of Roads, Ms Ash, who was unable to attend": "the Director" is somebody else.
                if mention.name and _MOURNED.search(reading.text, max(line.sentence.start, mention.start - _MOURNED_WITHIN), mention.start):
                    continue  # A namesake of somebody who is there.
                if mention.rule in ("title", "known") or mention.post or any(mention in saying.who for saying in line.sayings):
                    table.introduce(mention)
                    table.note_initials(mention.name, reading.text[mention.end : mention.end + 7])
    _introduce_by_forename([*readings, *titles], whole, table)
    if len(table.introduced) > before or len(table.initials) > known_initials:
        known = Known.of(table.surfaces(whole), table.holders(), table.initials)
        readings = [_parse(item, text, found, known) for item, text, found in cut]
    for number, reading in enumerate(readings):
        _note_chairs(number, reading, table)
    for number, reading in enumerate(readings):
        _resolve(number, reading, table)
    return readings


_MOURNED = re.compile(
    r"\b(?:death|passing|loss|memory|funeral|bereavement)s? of\b[^.;]*$|\bthe late\b[^.,;]{0,30}$|\bformer (?:[A-Z][\w'’-]* |and ){0,5}$", re.IGNORECASE
)
_MOURNED_WITHIN = 80
"""Characters in front of a name that tell that its bearer is dead, or holds no office any more."""


def _introduce_by_forename(readings: Sequence[ItemReading], whole: str, table: PeopleTable) -> None:
    """Take in whom the text or the title of an item names once in full, and whose forename then stands alone: "Report from Jo Ash", "Jo said that"."""
    for reading in readings:
        for line in reading.lines:
            for mention in line.mentions:
                first = mention.name.split()[0] if mention.name else ""
                met = mention.first > 0 and line.sentence.words[mention.first - 1].lower in ("to", "with")
                if mention.rule == "bare" and not met and len(mention.name.split()) == 2 and is_forename(first.casefold()) and is_said_alone(first, whole):
                    table.introduce(mention)


def _parse(item: AgendaItem, text: str, cut: Sequence[Sentence], known: Known = NOBODY) -> ItemReading:
    lines = []
    for sentence in cut:
        mentions = mentions_in(text, sentence.words, known)
        lines.append(Line(sentence, mentions, sayings_of(text, sentence, mentions)))
    return ItemReading(item, text, lines)


_ELECTION = re.compile(
    r"\W*(?:to elect |re-?)?(?:election|appointment|nominations?) (?:of|for)?(?: the| an?)? ?(?:town |parish |council )?(?P<vice>vice|deputy)?[- ]?(?:chair(?:man|woman|person)?|mayor)\b",
    re.IGNORECASE,
)
_IS_ELECTED = re.compile(
    r",? (?:was|is|be|were) (?:duly |then |therefore |unanimously |re-?)*(?:elected|appointed)\b(?! (?:as )?(?:the |a |an |its )?[A-Za-z-]+)|,? (?:was|is) (?:duly |then |therefore |unanimously |re-?)*(?:elected|appointed) (?:and|unanimously|unopposed)\b",
    re.IGNORECASE,
)
"""Of whom the title of the item says to what."""


def _elected(number: int, reading: ItemReading, table: PeopleTable) -> None:
    """Who is elected chair or vice-chair where only the title says to what."""
    title = _ELECTION.match(reading.title)
    for line in reading.lines if title else ():
        for found in _IS_ELECTED.finditer(reading.text, line.sentence.start, line.sentence.end):
            who = [mention for mention in line.mentions if mention.name and 0 <= found.start() - mention.end <= 1]
            meant = table.resolve(who[-1], number) if who else None
            if meant and meant.kind == "person" and title:
                table.deputise(number, line.sentence.end, meant) if title["vice"] else table.seat(number, line.sentence.end, meant)


def _note_chairs(number: int, reading: ItemReading, table: PeopleTable) -> None:
    """Who takes the chair, and from where."""
    _elected(number, reading, table)
    for line in reading.lines:
        for elected in _ELECTED_VICE.finditer(reading.text, line.sentence.start, line.sentence.end):
            chosen = [mention for mention in line.mentions if mention.end <= elected.start() + 1 and elected.start() - mention.end <= 2]
            if chosen:
                table.deputise(number, line.sentence.end, table.resolve(chosen[-1], number))
        for pattern, at in ((_SEATED, line.sentence.start), (_ELECTED, line.sentence.end)):
            for found in pattern.finditer(reading.text, line.sentence.start, line.sentence.end):
                named = [mention for mention in line.mentions if mention.end <= found.start() + 1 and not mention.possessive]
                if not named or (pattern is _ELECTED and found.start() - named[-1].end > 2):
                    continue
                who = table.resolve(named[-1], number)
                if who.kind == "person":
                    table.seat(number, at, who)


def _resolve(number: int, reading: ItemReading, table: PeopleTable) -> None:
    lately: deque[Resolved] = deque(maxlen=LATELY)
    for line in reading.lines:
        for mention in line.mentions:
            meant = table.resolve(mention, number, lately)
            line.named.append(meant)
            if meant.person_id or meant.kind == "role":
                lately.append(meant)
