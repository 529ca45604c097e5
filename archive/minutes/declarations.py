"""Interests that people declared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive import names
from archive.minutes.mentions import Mention
from archive.minutes.people import PeopleTable, Resolved
from archive.minutes.prose import Word
from archive.minutes.reading import ItemReading, Line
from archive.minutes.rolls import Listed, is_name
from archive.minutes.sayings import groups
from archive.records import Declaration

_TITLE = re.compile(r"\b(?:declaration|disclosure|declare|disclose|interests?|dispensation|buddian\w*|fuddian\w*|ddiddordeb|diddordeb)", re.IGNORECASE)
_INTEREST = re.compile(
    r"\binterests?\b|\bDPI\b|\bpredetermin|\blobbied\b|\bfuddian|\bddiddordeb|\bgyswllt\b|\bconnection\b|\bpecuniary\b|\bprejudicial\b", re.IGNORECASE
)
_DECLARED = frozenset("declared disclosed registered".split())  # noqa: SIM905
_WELSH = frozenset("datganodd datgelodd gwnaeth mynegodd".split())  # noqa: SIM905
_STATED = frozenset("stated said advised informed reported noted explained indicated confirmed announced mentioned expressed made gave notified".split())  # noqa: SIM905
_OWN = re.compile(r"\b(?:that )?(?:he|she|they|his|her|their)\b[^.]{0,60}\b(?:was|were|is|are|had|has|held|holds|knew|owned|owns|lived|lives|worked|works|served|sat|sits|employed|member|related|wife|husband|son|daughter|brother|sister|"
                  r"parent|father|mother|partner|friend|governor|trustee|landlord|tenant|acquainted|would)\b", re.IGNORECASE)  # fmt: skip
_NONE = re.compile(
    r"\bno (?:\w+ ){0,4}(?:declarations?|interests?|disclosures?)\b|\b(?:were|was) (?:no|none)\b|\bnone\b|\bwithdrew (?:his|her|their) declaration",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:having|had|who had|has|have|previously|already)\s+(?:also\s+|previously\s+)?(?:declared|disclosed)\b", re.IGNORECASE)
_LISTED = re.compile(
    r"\s*(?:[:–—\t|-]|\(?(?:declared|personal|prejudicial|pecuniary|disclosable|non-|other|item|agenda item|minute|application|dpi)\b|in (?:respect|relation|item|connection)|regarding|re\b|as (?:a|an|the|he|she|they|member|chair|trustee|owner)\b|due to|because|\d)",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:declarations?|disclosures?|interests?|dispensations?)\b[^.]{0,120}\b(?:by|from|made by|of)\W*$", re.IGNORECASE)
_NOT_LISTED = re.compile(r"\b(?:apolog|absent|left the|arrived|joined|returned|advised|asked|reminded|invited|present)\w*", re.IGNORECASE)


def declarations_of(reading: ItemReading, table: PeopleTable) -> Iterator[Declaration]:
    """The declarations of an item, one for each person, in order."""
    about = bool(_TITLE.search(reading.title))
    seen: set[str] = set()
    heading = False
    for line in reading.lines:
        sentence = reading.text[line.sentence.start : line.sentence.end]
        heading = about or (heading and bool(line.mentions)) or bool(re.search(r"\binterests?\b[^.]*:[-–]?\s*$", sentence))
        if line.sentence.quoted:
            continue
        for meant, rule in [*_declaring(reading, line, sentence, about, heading), *(_surname_alone(line, sentence, table) if heading else ())]:
            if meant.key not in seen:
                seen.add(meant.key)
                start, end = line.sentence.start, line.sentence.end
                yield Declaration(reading.item.id, meant.person_id, meant.name, reading.item.text[start:end], start, end, rule)


def _declaring(reading: ItemReading, line: Line, sentence: str, about: bool, heading: bool) -> Iterator[tuple[Resolved, str]]:
    if not line.mentions:
        return
    words = line.sentence.words
    for group in groups(words, line.mentions):
        rule = _rule(reading.text, line, group, words, sentence, about)
        if rule:
            for one in group:
                yield line.who(one), rule
            continue
    first = line.mentions[0]
    lead = reading.text[line.sentence.start : first.start]
    if (
        heading
        and line.sentence.opens_paragraph
        and re.fullmatch(r"\W*(?:\(?\w{1,3}[.)]\s*)?(?:the )?(?:[A-Z]\w+ )?", lead)
        and not any(one.verb for one in line.sayings)
        and not _NONE.search(sentence)
    ):
        for n, group in enumerate(groups(words, line.mentions)):
            after = reading.text[group[-1].end : line.sentence.end]
            entry = not n or reading.text[group[0].start - 2 : group[0].start] in (", ", "; ")
            if entry and _LISTED.match(after) and not _NOT_LISTED.search(after[:40]):
                for one in group:
                    yield line.who(one), "declaration:listed"
            elif not n:
                break


_ALONE = re.compile(r"\W*(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3})\s*(?:[–—-]\s|:\s|\t)\s*\S")


def _surname_alone(line: Line, sentence: str, table: PeopleTable) -> Iterator[tuple[Resolved, str]]:
    """An entry of a list that begins with a name without title: "Wilkins – Member of Wetherfield Town Council"."""
    found = _ALONE.match(sentence)
    if found and line.sentence.opens_paragraph and not line.mentions and is_name(found["name"]):
        yield table.named(Listed(found["name"], names.plain(found["name"]))), "declaration:listed"


def _rule(text: str, line: Line, group: Sequence[Mention], words: Sequence[Word], sentence: str, about: bool) -> str:
    """The rule by which a group declares; empty if it does not."""
    before = [word.lower for word in words[max(0, group[0].first - 3) : group[0].first]]
    if before and before[-1] in ("y", "yr"):
        before.pop()
    if before and before[-1] in _WELSH and _INTEREST.search(sentence):
        return f"declaration:{before[-1]}"
    lead = text[max(line.sentence.start, group[0].start - 200) : group[0].start]
    if _BY.search(lead) and not _NONE.search(lead) and not group[-1].possessive:
        return "declaration:by"
    if group[-1].possessive or (before and before[-1] in ("that", "by", "to", "from", "of", "with", "for", "whether", "if")):
        return ""
    for n in range(group[-1].last, min(group[-1].last + 24, len(words))):
        word = words[n].lower
        if word in _DECLARED:
            earlier = words[n - 1].lower if n else ""
            if earlier in ("had", "having", "has", "have", "previously", "been") or (n > 1 and words[n - 2].lower in ("had", "having")):
                return ""
            return f"declaration:{word}" if _INTEREST.search(sentence) or about or re.search(r"\b(?:that|as) (?:he|she|they)\b", sentence) else ""
        if word in _STATED and n <= group[-1].last + 8:
            rest = text[words[n].end : line.sentence.end]
            if word in ("made", "gave", "expressed", "notified"):
                return (
                    "declaration:made" if re.match(r" (?:\w+ ){0,4}(?:declaration|disclosure|notice|interest)s?\b", rest) and _INTEREST.search(sentence) else ""
                )
            return f"declaration:{word}" if about and _OWN.match(rest.lstrip()) else ""
        if words[n].text in ".;:" or (word == "who" and n > group[-1].last + 3):
            return ""
    return ""
