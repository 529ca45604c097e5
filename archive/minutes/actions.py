"""Tasks with an owner: "ACTION: name", "X to send …", "X undertook to …", "X was asked to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.minutes.mentions import Mention
from archive.minutes.reading import ItemReading, Line
from archive.records import Action

_LABEL = re.compile(r"^\W*(?:\(?\w{1,3}[.)]\s*)?(?:actions?|cam(?:au)? gweithredu|gweithredu)(?: points?| required| by| for| owner)?\W*\d*\W*$", re.IGNORECASE)
_INLINE = re.compile(r"[(\[]?\baction(?: by| for| point)?\s?[:–-]+\s*$|[(\[]action\s*$", re.IGNORECASE)
_DO = (
    r"(?:send|contact|write|circulate|arrange|provide|investigate|report|check|look|find|speak|ask|raise|chase|bring|prepare|organise|follow|liaise|e-?mail|obtain|draft|publish|update|"
    r"convene|confirm|review|discuss|get|take|put|make|ring|call|meet|share|forward|add|amend|attend|invite|produce|distribute|issue|set|submit|respond|reply|request|remind|research|explore|consider|"
    r"place|order|purchase|buy|pay|inform|notify|advise|feed|include|seek|source|let|keep|progress|purse|pursue|action|complete|clear|repair|fix|inspect|measure|monitor|record|collect|deliver|pass|"
    r"present|come|go|see|sort|speak|draw|deal|undertake|ensure|enquire|apply|approach|work|return|print|post|display|advertise|register|visit|establish|identify|clarify|compile|write|name|help|supply|give|install|replace|remove|cut|move)\b"
)
_I_WNEUD = "gysylltu|ysgrifennu|anfon|drefnu|ddarparu|ymchwilio|adrodd|wirio|edrych|ofyn|baratoi|gylchredeg|rannu|holi|gysylltu|ddosbarthu|roi|gael|gyflwyno|ddiweddaru|ymateb"
"""Welsh verbs of doing, as "i" mutates them: "Y Clerc i ysgrifennu at …"."""
_TO = re.compile(rf" i (?:{_I_WNEUD})\b| ?(?:\([^()\n]{{1,40}}\) ?)?(?:also |and \w+ )?to {_DO}", re.IGNORECASE)
_PROMISES = re.compile(rf",? (?:\w+ly |also |then |duly )?(?:undertook|promised|committed|is) to {_DO}|,? shall (?:also |now |then )?{_DO}", re.IGNORECASE)
_SURELY = r"(?:send|contact|write|circulate|arrange|provide|investigate|report|check|look into|find out|chase|organise|follow|liaise|e-?mail|obtain|draft|get in (?:touch|contact)|bring|prepare|raise|speak to|share|forward|update|remind|produce|create|ask|inform|notify|purchase|order|do (?:this|so|that)|have (?:a word|discussions)|take (?:this|it|that) (?:forward|up|back|on)|talk to|monitor|explore)\b"
_WOULD = re.compile(rf",? (?:would|will|agreed to) (?:also |then |now )?{_SURELY}", re.IGNORECASE)
_OFFERS = re.compile(
    r",? (?:also |kindly |then |has |had )?(?:offered|volunteered) to (?:send|circulate|provide|share|forward|e-?mail|follow|find out|look into|check|contact|chase|write|arrange|organise)\b",
    re.IGNORECASE,
)
_TASKED = re.compile(
    rf",? (?:was|were) (?:\w+ly |also |then |therefore )?(?:asked|requested|instructed|tasked|directed|authorised|to be asked) to {_DO}|,? (?:was|were) tasked with\b",
    re.IGNORECASE,
)
_DOES = re.compile(rf" (?!report\b|update\b)(?:reply|ask|notify|submit|tell|{_SURELY})\b(?!:)", re.IGNORECASE)
"""A post and the plain form of a verb: "Clerk write to the owner", as notes are taken."""
_RESOLVES = re.compile(
    r"(?:\b(?:RESOLVED|Resolved|resolved|AGREED|Agreed|agreed|DECIDED|decided)\b[\s:–-]*(?:\(?\w{1,2}[.)] )?[Tt]hat|^\W*(?:\(?\w{1,3}[.)]\s*)?That) (?:the )?$"
)
_SHOULD = re.compile(rf" should (?:also |now )?(?:tell|{_DO})", re.IGNORECASE)
"""What a body may resolve that somebody does: "That the Clerk should write to the owner"."""
_LEAD = 80
"""Characters in front of an owner that are looked at."""
_ASKED = re.compile(r"\b(?:asked|requested|instructed|tasked) (?:that )?(?:the )?$", re.IGNORECASE)


def actions_of(reading: ItemReading) -> Iterator[Action]:
    """The actions of an item, in order; one for each owner and sentence."""
    for number_of_line, line in enumerate(reading.lines):
        if line.sentence.quoted:
            continue
        seen: set[str] = set()
        column = _in_last_column(reading, line)
        for number, (mention, meant) in enumerate(zip(line.mentions, line.named, strict=True)):
            rule = "action:column" if mention.start in column else _rule(reading, line, number)
            if rule and meant.key not in seen:
                seen.add(meant.key)
                start, end = line.sentence.start, line.sentence.end
                if rule == "action:column" and end - start < _SHORTEST and number_of_line:
                    start, end = reading.lines[number_of_line - 1].sentence.start, reading.lines[number_of_line - 1].sentence.end
                yield Action(reading.item.id, meant.person_id, meant.name, reading.item.text[start:end], start, end, rule)


_PARTS = re.compile(r"(?:\s|[/,&.]|and\b)+")
_LONGEST_ROW = 2000
"""Characters around a sentence within which its row is looked for."""
_WIDEST_CELL = 70
_SHORTEST = 60
"""Characters of a sentence that may be no more than the cell with the owners."""


def _in_last_column(reading: ItemReading, line: Line) -> frozenset[int]:
    """Where those are named who stand alone in the last column of a row, behind what is to be done: "… to be filled. ⇥ GD/IK"."""
    text, start = reading.text, line.sentence.start
    stop = text.find("\n", start, start + _LONGEST_ROW)
    stop = stop if stop >= 0 else min(len(text), start + _LONGEST_ROW)
    tab = text.rfind("\t", max(start - _WIDEST_CELL, 0), stop)
    if tab < 0 or not 2 <= len(text[tab:stop].strip()) <= _WIDEST_CELL or "\n" in text[tab:start]:
        return frozenset()
    lowest = max(tab - _LONGEST_ROW, 0)
    what = text[max(text.rfind("\n", lowest, tab), text.rfind("\t", lowest, tab), lowest - 1) + 1 : tab]
    if len(re.findall(r"\b[a-z]{2,}\b", what)) < 4:
        return frozenset()
    within = [one for one in line.mentions if one.start > tab]
    rest, at = "", tab + 1
    for one in within:
        rest, at = rest + text[at : one.start] + " ", one.end
    return frozenset(one.start for one in within) if within and not _PARTS.sub("", rest + text[at:stop]) else frozenset()


def _rule(reading: ItemReading, line: Line, number: int) -> str:
    mention = line.mentions[number]
    if mention.possessive:
        return ""
    text, start, end = reading.text, line.sentence.start, line.sentence.end
    lead = text[max(start, mention.start - _LEAD) : mention.start]
    first = _first_of_group(line, number)
    before = text[max(start, first.start - _LEAD) : first.start]
    if (first.start - start <= _LEAD and _LABEL.match(before)) or _INLINE.search(before):
        return "action:label"
    group_end = _group_end(line, number)
    if mention.post and not mention.name and re.fullmatch(r"\W*(?:\(?\w{1,2}[.)]?\s+)?(?:the )?", lead, re.IGNORECASE) and _DOES.match(text, group_end, end):
        return "action:does"
    if re.fullmatch(r"\W*(?:\(?\w{1,4}[.)]\s*)?(?:the )?", lead, re.IGNORECASE) or (lead and lead.rstrip()[-1] in "-–:•;"):
        if _TO.match(text, group_end, end):
            return "action:to"
        if _WOULD.match(text, group_end, end):
            return "action:would"
    if _RESOLVES.search(lead) and _SHOULD.match(text, group_end, end):
        return "action:resolved"
    if re.search(r"(?:\bthat|\bif|\bwhether|\bby|\bof)\s+(?:the )?$", lead):
        return ""
    if _PROMISES.match(text, group_end, end):
        return "action:promise"
    if _OFFERS.match(text, group_end, end):
        return "action:offer"
    if _TASKED.match(text, group_end, end) and not re.search(r"\brequests? was\b", lead):
        return "action:tasked"
    if _ASKED.search(lead) and line.mentions[0].start < mention.start and _TO.match(text, group_end, end):
        return "action:asked"
    return ""


def _first_of_group(line: Line, number: int) -> Mention:
    """The first of the list of names in which this one stands: "Action: A and B to meet"."""
    first = line.mentions[number]
    for one in reversed(line.mentions[:number]):
        between = [word.lower for word in line.sentence.words[one.last : first.first]]
        if not 0 < len(between) <= 2 or any(word not in (",", "and", "&") for word in between):
            break
        first = one
    return first


def _group_end(line: Line, number: int) -> int:
    """The end of the list of names that begins here: "Cllrs A and B to meet"."""
    words, last = line.sentence.words, line.mentions[number]
    for one in line.mentions[number + 1 :]:
        if not 0 < one.first - last.last <= 2 or any(word.lower not in (",", "and", "&") for word in words[last.last : one.first]):
            break
        last = one
    return last.end
