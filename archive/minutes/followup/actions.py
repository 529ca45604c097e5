"""Tasks with an owner: "ACTION: name", "X to send …", "X undertook to …", "X was asked to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.minutes.followup.owners import Owned, Owners, is_unknown
from archive.minutes.followup.tasks import DELIVERS, DO, PROMISED, SURELY, WILLING
from archive.minutes.followup.undertakings import undertakings_of
from archive.minutes.mention.mentions import Mention
from archive.minutes.people import PeopleTable
from archive.minutes.reading import ItemReading, Line
from archive.records import Action

_I_WNEUD = "gysylltu|ysgrifennu|anfon|drefnu|ddarparu|ymchwilio|adrodd|wirio|edrych|ofyn|baratoi|gylchredeg|rannu|holi|gysylltu|ddosbarthu|roi|gael|gyflwyno|ddiweddaru|ymateb"
"""Welsh verbs of doing, as "i" mutates them: "Y Clerc i ysgrifennu at …"."""
_ALSO = r"(?:also |both |all |now |then |therefore |duly |kindly |and \w+ |\w+ly )?"
_BRACKET = r"(?: ?\([^()\n]{1,40}\))?"
_FOLLOWS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(pattern, re.IGNORECASE))
    for rule, pattern in (
        ("action:to", rf" i (?:{_I_WNEUD})\b|{_BRACKET} {_ALSO}to {_ALSO}{DO}"),
        ("action:would", rf",? (?:will|shall|would|has agreed to|have agreed to|agreed that (?:he|she|they) would) {_ALSO}{SURELY}|,? (?:agreed|agrees) to {_ALSO}{WILLING}"),
        ("action:promise", rf",? {_ALSO}(?:undertook|promised|committed|is|are) to {_ALSO}{DO}|,? shall {_ALSO}{DO}"),
        ("action:offer", rf",? (?:also |kindly |then |has |had |have ){{0,2}}(?:offered|volunteered) to {_ALSO}(?:{PROMISED}|(?!visit|meet|speak|suggest){SURELY})"),
        ("action:tasked", rf",? (?:was|were|is|are) (?:\w+ly |also |then |therefore )?(?:asked|requested|instructed|tasked|directed|authorised(?! to sign)|to be asked) to {_ALSO}{DO}|,? (?:was|were|is) tasked with\b|,? (?:has|have) been (?:asked|requested|instructed|tasked) to {DO}"),
        ("action:said", rf",? {_ALSO}(?:said|stated|advised|confirmed|indicated|replied|shared|added|reported|explained) (?:that )?(?:he|she|they) (?:would|will) {_ALSO}(?:be (?:happy|glad|pleased|willing) to )?{DELIVERS}"),
        ("action:who", rf",? who (?:will|would|agreed to|undertook to|offered to|is to|has agreed to|was asked to) {_ALSO}{SURELY}"),
    )
)  # fmt: skip
"""What stands behind an owner, at the beginning of a clause."""
_ANYWHERE = frozenset(("action:promise", "action:offer", "action:tasked", "action:who"))
"""Rules that need no beginning of a clause in front of the owner."""
_DOES = re.compile(rf" (?!report\b|update\b|meeting\b|contact\b:?)(?:reply|ask|notify|submit|tell|{SURELY})\b(?!:)", re.IGNORECASE)
"""A post and the plain form of a verb: "Clerk write to the owner", as notes are taken."""
_CLAUSE = re.compile(r"(?:^\W*(?:\(?\w{1,4}[.)]\s*){0,2}|[:•;.([]\s*|\s[–-]\s*|\t|,?\s(?:and|so|(?<!\ball )but)\s|,\s)(?:the |y |yr )?$", re.IGNORECASE)
_RESOLVES = re.compile(
    r"(?:\b(?:RESOLVED|Resolved|resolved|AGREED|Agreed|agreed|DECIDED|Decided|decided)\b[\s:–-]*(?:\(?\w{1,2}[.)] )?(?:[Tt]hat )?|^\W*(?:\(?\w{1,3}[.)]\s*)?That |\band that )(?:the )?$"
)
_SHOULD = re.compile(rf" (?:should|would|will|to|must) {_ALSO}(?:tell|{DO})", re.IGNORECASE)
"""What a body may resolve that somebody does: "That the Clerk should write to the owner"."""
_ASKED = re.compile(
    r"\b(?:asked|requested|instructed|tasked) (?:that )?(?:the )?$|\b(?:agreed|resolved|decided|RESOLVED|AGREED) (?:to )?(?:ask|request|instruct|task) (?:the )?$",
    re.IGNORECASE,
)
_BODY_ASKS = re.compile(r"\b(?:agreed|resolved|decided|members|committee|council|meeting|board|trustees|governors|councillors)\b", re.IGNORECASE)
_THAT = re.compile(r"(?:\bthat|\bif|\bwhether|\bby|\bof)\s+(?:the )?$")
_EXECUTIVE = re.compile(r"(?:the )?(?:cabinet|executive|portfolio|lead|leader|council|government|minister|secretary of state)\b", re.IGNORECASE)
"""Posts to which a body recommends; it gives them no tasks."""
_ELSEWHERE = re.compile(r"\bAt (?:an?|its|their|another|the (?:last|recent|previous)) (?:[^.,]{0,60} )?[Mm]eeting\b")
_INITIALS = re.compile(
    r"(?:^|(?<=[\n\t•:;.(\[] )|(?<=[\n\t•(\[])|(?<=\d )|(?<=and )|(?<=[Aa]ction )|(?<=ACTION )|(?<=\| ))(?P<who>[A-Z]{2,4}(?:(?:, and |, | and | & |/)[A-Z]{2,4}){0,6})(?= (?:to|will|agreed|is|are|was|were|undertook|offered|volunteered)\b)",
    re.MULTILINE,
)
_LEAD = 120
"""Characters in front of an owner that are looked at."""


def actions_of(reading: ItemReading, table: PeopleTable, number: int) -> Iterator[Action]:
    """The actions of an item, in order; one for each owner and sentence. ``number`` is the item's place in the meeting."""
    owners = Owners(reading, table, number)
    found = [*_told(reading), *undertakings_of(reading), *_told_by_initials(reading, owners), *owners.all()]
    seen: set[tuple[str, int]] = set()
    for one in sorted(found, key=lambda one: one.start):
        if (one.who.key, one.start) not in seen:
            seen.add((one.who.key, one.start))
            yield Action(reading.item.id, one.who.person_id, one.who.name, reading.item.text[one.start : one.end], one.start, one.end, one.rule)


def _told(reading: ItemReading) -> Iterator[Owned]:
    """Tasks told in sentences."""
    for line in reading.lines:
        if line.sentence.quoted:
            continue
        for number, meant in enumerate(line.named):
            rule = _rule(reading.text, line, number)
            if rule and not (is_unknown(meant, line.mentions[number]) and is_unknown(meant, _first_of_group(line, number))):
                yield Owned(meant, line.sentence.start, line.sentence.end, rule)


def _told_by_initials(reading: ItemReading, owners: Owners) -> Iterator[Owned]:
    """``AB, CD and EF to complete the forms``, where nothing else in the minutes makes persons of the initials."""
    for found in _INITIALS.finditer(reading.text):
        rule = next((rule for rule, follows in _FOLLOWS if follows.match(reading.text, found.end())), "")
        if rule:
            yield from (Owned(who, *owners.sentence_at(found.start()), rule) for who in owners.within(*found.span("who")))


def _rule(text: str, line: Line, number: int) -> str:
    mention = line.mentions[number]
    if mention.possessive or (not mention.name and _EXECUTIVE.match(mention.post)):
        return ""
    start, end = line.sentence.start, line.sentence.end
    first, group_end = _first_of_group(line, number), _group_end(line, number)
    tasks = [rule for rule, follows in _FOLLOWS if follows.match(text, group_end, end)]
    if not (tasks or _SHOULD.match(text, group_end, end) or (mention.post and _DOES.match(text, group_end, end))):
        return ""  # Nothing that they might be given to do stands behind them.
    lead = text[max(start, first.start - _LEAD) : first.start]
    opens = bool(_CLAUSE.search(lead)) if first.start - start < _LEAD or lead.rstrip()[-1:] in ":;.•–-" else lead.endswith((" and ", " and the "))
    if mention.post and not mention.name and re.fullmatch(r"\W*(?:\(?\w{1,2}[.)]?\s+)?(?:the )?", lead, re.IGNORECASE) and _DOES.match(text, group_end, end):
        return "action:does"
    if _ELSEWHERE.search(text, start, first.start):
        return ""
    if _RESOLVES.search(lead) and _SHOULD.match(text, group_end, end):
        return "action:resolved"
    if _ASKED.search(lead) and (line.mentions[0].start < first.start or _BODY_ASKS.search(lead)) and "action:to" in tasks:
        return "action:asked"
    if _THAT.search(lead):
        return ""
    for rule in tasks:
        if (opens or rule in _ANYWHERE) and not (rule == "action:tasked" and re.search(r"\brequests? was\b", lead)):
            return rule
    return ""


_JOINS = frozenset((",", "and", "&", "/", "+"))


def _first_of_group(line: Line, number: int) -> Mention:
    """The first of the list of names in which this one stands: "A and B to meet"."""
    first = line.mentions[number]
    for one in reversed(line.mentions[:number]):
        between = [word.lower for word in line.sentence.words[one.last : first.first]]
        if not 0 < len(between) <= 3 or any(word not in _JOINS and word != "the" for word in between):
            break
        first = one
    return first


def _group_end(line: Line, number: int) -> int:
    """The end of the list of names that begins here: "Cllrs A and B to meet"."""
    words, last = line.sentence.words, line.mentions[number]
    for one in line.mentions[number + 1 :]:
        between = [word.lower for word in words[last.last : one.first]]
        if not 0 < len(between) <= 3 or any(word not in _JOINS and word != "the" for word in between):
            break
        last = one
    return last.end
