"""Who moves and who seconds, in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.minutes.mention.mentions import Mention
from archive.minutes.people import Resolved
from archive.minutes.reading import Line
from archive.minutes.speech.sayings import Saying, groups

_PRONOUN = re.compile(
    r"(?:(?:^|(?<=[,;] and )|(?<=[;.!?”’] )|(?<= and )|(?<= but )|(?<=\n))(?:He|She|They|he|she|they) |(?:,|;|,? and|,? but|; and) )(?:also |then |therefore |accordingly |formally |so |in turn )*(?P<verb>moved|proposed)"
    r"(?=,? (?:that|the following|the (?:motion|report|minutes|recommendations?|adoption|acceptance|approval|amendment|reference)|an amendment|as an amendment|acceptance|approval|adoption|deferral|refusal|(?:a|an) (?:\w+ )?(?:visit|adjournment|deferral|vote)|(?:this|it) (?:formally|and was)|to (?:defer|refuse|approve|grant|accept|adopt)|an? [a-z]+ (?:of|to))\b|:)"
)
_PROPOSAL = r"(?:proposal|motion|amendment|proposition|counter-proposal)"
_PUT_BY = re.compile(
    rf"\b{_PROPOSAL} (?:was |had been )?(?:then |also )?(?:made|put forward|put|tabled|submitted|brought|moved) (?:forward )?by (?:the )?$", re.IGNORECASE
)
_PUTS = re.compile(
    rf",? (?:then |also |therefore )*(?:made|put forward|tabled|submitted|brought) (?:an?|the following|a further|another) (?:\w+ )?{_PROPOSAL}\b(?! (?:as|form))",
    re.IGNORECASE,
)
_NOUN_BY = re.compile(
    r"\b(?:[Aa]mendment|[Pp]roposal|[Mm]otion|[Pp]roposition|[Cc]ounter-proposal) (?:by|(?<=[Mm]otion )from|(?<=mendment )from|(?:standing )?in the names? of|submitted by) (?:the )?(?:(?:County|Borough|Town|Parish|District|City) ){0,2}$"
)
_GAVE_NOTICE = re.compile(r",?(?: (?:seconded|supported) by [^.;]{3,60},)? had given notice of (?:the following |a |his |her |this )?(?:notice of )?motion\b")
_OWN_MOTION = re.compile(r"['’]s? (?:amendment|motion|proposition|counter-proposal|proposal(?= (?:that|to)\b))\b")
_IN_MOVING = re.compile(r",? in (?:proposing|moving|putting forward) (?:the|this|his|her|it)\b")
_MOVING = re.compile(
    r"(?:^|(?<=[.;:,\n] )|(?<=\n))(?:In |On |When )?(?P<how>[Mm]oving|[Pp]roposing|[Pp]utting forward|[Ss]econding) (?:the|this|his|her|its|their|an?)\b[^,;:.\n]{0,80},? (?:the )?$"
)
"""``Moving the recommendation, Cllr A warned that …``."""
_LEAD = 240
"""Characters in front of a name that are looked at."""
_SECONDED = re.compile(r",? (?:having |then |also |in turn |duly |was (?:happy|pleased|content) to |agreed to |in )*second(?:ed|ing)?\b(?! by)")
_NOTICE = re.compile(r"\b[Nn]otice of [Mm]otion\b")
_ORIGINAL = re.compile(r"\bsecond(?:ed|ing)? the (?:original|main|substantive)\b")
_MOVES = re.compile(r"\b(?:proposed|nominated|moved) (?:the )?$")
_WHICH = re.compile(r"\bwhich (?:the )?$")
_HE = re.compile(r"(?:He|She|They)\b")
_OPENS = re.compile(r"[\W\d]*(?:The |the )?(?:\w{1,2}[.)] )?")


@dataclass(frozen=True)
class Event:
    """Somebody moves or seconds something."""

    who: list[Resolved]
    kind: str
    """``move`` or ``second``; ``second the original`` where the sentence says which motion."""
    at: int
    rule: str


def events_in(text: str, line: Line, subject: Resolved | None) -> list[Event]:
    """Who moves and seconds in a sentence, by where the names stand; ``subject`` is whom the paragraph spoke of last."""
    if line.sentence.quoted:
        return []
    found = _said(text, line)
    named = {event.at for event in found}
    found += [event for event in _by_other_words(text, line) if event.at not in named]
    if not any(event.kind == "move" for event in found):
        found += _moved_again(text, line, subject)
    return sorted(found, key=lambda event: event.at)


def _said(text: str, line: Line) -> list[Event]:
    events: list[Event] = []
    both = {saying.at for saying in line.sayings if kind_of(saying) == "second"} & {saying.at for saying in line.sayings if kind_of(saying) == "move"}
    for saying in line.sayings:
        kind = kind_of(saying) or _puts_forward(text, line, saying)
        if not kind or (kind == "second" and saying.at in both):
            continue
        mentions = saying.who
        if kind == "second" and _MOVES.search(text, line.sentence.start, mentions[0].start):
            mentions = mentions[-1:]  # "A proposed C, B seconded".
        kind = "second the original" if kind == "second" and _ORIGINAL.match(text, saying.at) else kind
        events.append(Event([line.who(one) for one in mentions], kind, mentions[0].start, saying.rule))
    return events


def _by_other_words(text: str, line: Line) -> Iterator[Event]:
    """Who moves or seconds behind a noun, "an amendment by A", or behind other words than a verb of saying: "B having seconded it"."""
    start, end = line.sentence.start, line.sentence.end
    for group in groups(line.sentence.words, line.mentions):
        first, last = group[0], group[-1]
        who = [line.who(one) for one in group]
        if last.possessive:
            if _OWN_MOTION.match(text, last.end, end) or _OWN_MOTION.search(text, last.start, min(last.end + 20, end)):
                yield Event(who[-1:], "move", first.start, "proposal by")
            continue
        seconds = _SECONDED.match(text, last.end, end)
        lead = max(start, first.start - _LEAD)
        if _NOUN_BY.search(text, lead, first.start):
            yield Event(who, "move", first.start, "notice" if _NOTICE.search(text, start, first.start) else "proposal by")
        elif _GAVE_NOTICE.match(text, last.end, end) and re.search(r"\bmov(?:ed|ing)\b", text[last.end : end]):
            yield Event(who, "move", first.start, "verb:moved")
        elif moving := _MOVING.search(text, max(start, first.start - 120), first.start):
            yield Event(who[:1], "second" if moving["how"].casefold() == "seconding" else "move", first.start, "in moving")
        elif _IN_MOVING.match(text, last.end, end):
            yield Event(who, "move", first.start, "in moving")
        elif seconds and (
            " second" not in seconds[0][:8]
            or seconds[0].startswith(", seconding")
            or _WHICH.search(text, start, first.start)
            or _MOVES.search(text, start, first.start)
        ):
            original = _ORIGINAL.search(text, seconds.start(), end)
            yield Event(who[-1:], "second the original" if original else "second", first.start, "verb:seconded")


def _moved_again(text: str, line: Line, subject: Resolved | None) -> list[Event]:
    """``He moved that …``, ``Cllr A thought it dear and moved that …``: the motion of whoever the sentence, or the paragraph, spoke of last."""
    for found in _PRONOUN.finditer(text, line.sentence.start, line.sentence.end):
        opens = _HE.match(text, line.sentence.start, line.sentence.end)
        who = subject_of(line, found.start()) or (subject if opens else _opening(text, line, found.start()))
        if who:
            return [Event([who], "move", found.start("verb"), f"pronoun:{found['verb']}")]
    return []


def _opening(text: str, line: Line, before: int) -> Resolved | None:
    """The one with whom a sentence begins."""
    first: Mention | None = next((one for one in line.mentions if one.end <= before), None)
    if first is None or first.possessive or not _OPENS.fullmatch(text, line.sentence.start, first.start):
        return None
    return line.who(first)


def subject_of(line: Line, before: int | None = None) -> Resolved | None:
    """The one person or post that a sentence, as far as ``before``, says something of; None where there are several."""
    subjects = [saying for saying in line.sayings if saying.rule.startswith("verb:") and (before is None or saying.at < before)]
    return line.who(subjects[-1].who[0]) if subjects and len(subjects[-1].who) == 1 else None


def _puts_forward(text: str, line: Line, saying: Saying) -> str:
    """``move`` for "a proposal was made by A", "A put forward an amendment"."""
    first, last = saying.who[0], saying.who[-1]
    before, behind = text[max(line.sentence.start, first.start - _LEAD) : first.start], text[last.end : line.sentence.end]
    return "move" if _PUT_BY.search(before) or _PUTS.match(behind) else ""


def kind_of(saying: Saying) -> str:
    """``move`` or ``second``; empty for every other saying."""
    if saying.verb in ("second", "eiliodd") or saying.rule.endswith(":seconded"):
        return "second"
    return "move" if saying.verb in ("move", "propose", "nominate", "cynigiodd") else ""
