"""How many voted on each side, told in a sentence in words or figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.minutes.mention.mentions import Mention
from archive.minutes.prose import Word
from archive.minutes.speech.sayings import groups

# ruff: noqa: SIM905

NUMBERS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())} | dict.fromkeys(
    "no none nil nobody neb dim".split(), 0
)  # fmt: skip
SIDES = {
    "for": ("for", "favour", "favor", "blaid", "yes", "aye", "ayes"),
    "against": ("against", "erbyn", "nay", "nays", "noes", "dissenting", "objections", "dissent", "dissentient", "dissentients"),
    "abstain": ("abstention", "abstentions", "abstained", "abstaining", "abstain", "abstentia", "ymatal", "declined"),
}
_SIDE = {word: side for side, words in SIDES.items() for word in words}
_N = r"(?P<{}>\d{{1,3}}|[a-z]+)"
_A, _B = _N.format("a"), _N.format("b")
_PAIRS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_A} votes?,? (?:to|against) {_B}\b",
        rf"\b(?:vote|majority|margin) of {_A} (?:votes? )?to {_B}\b",
        rf"\b(?:carried|lost|agreed|approved|defeated|passed|rejected|resolved|voted),? (?:\w+ )?by {_A} to {_B}\b(?! (?:per cent|%|metres|miles))",
        rf"\bmotion (?:had )?(?:received|attracted|secured) {_A} votes?\b.{{0,40}}?\bamendment (?:had )?(?:received |attracted |secured )?{_B} votes?\b",
        rf"\bvot(?:ed|es?|ing) (?:for|in favour of) the (?:\w+ )?(?:motion|proposal|amendment|recommendations?|application|proposition)s?[:,]? {_A}(?: votes?)?(?: \([^()]{{2,900}}\))?,? (?:and )?(?:voted |voting )?(?:against|for the amendment)(?: it| the \w+)?[:,]? {_B}\b",
        rf"\b(?:for the )?motion[:,–-]? {_A}(?: votes?)?[;,.]? (?:and )?(?:for the )?amendment[:,–-]? {_B}\b",
        rf"\b{_A} (?:members? )?(?:having )?(?:voted|voting) for the motion,? and {_B} (?:members? )?(?:voted |voting )?for the amendment\b",
        rf"\bo {_A} (?:ph|b|p)leidlais i {_B}\b",
        rf"\bvoted for (?:[A-Z][\w.'-]* ){{1,5}}{_A}(?: votes?)?,? and (?:for )?(?:[A-Z][\w.'-]* ){{1,5}}{_B}\b",
    )
)
"""``5 votes to 3``, ``on a vote of 5 to 3``, ``there voted for the motion 5 and against 3``."""
_ELSEWHERE = re.compile(r"^\W*(?:It|They|This) had\b|\bthat (?:the|its|their) [^.;]{0,60}\bhad\b[^.;]{0,80}$|\bfod y \w+ wedi\b[^.;]{0,80}$")
"""What leads to the vote of another body: "said that the Panel had supported it by 6 votes to 5"."""
_SCORE = re.compile(
    r"\b(?:carried|lost|passed|approved|agreed|resolved|defeated|vote[sd]?(?: of| was)?|voting|tied(?: at)?|result(?: was)?)\W{1,3}(?P<a>\d{1,2}) ?(?:[-–/]|:(?=\d\b)) ?(?P<b>\d{1,2})(?: ?[-–/:] ?(?P<c>\d{1,2}))?(?![\d/-])",
    re.IGNORECASE,
)
_TIED = re.compile(r"\b(?:tied?|equal\w*)\b[^.;]{0,24}?\b(?P<a>\d{1,2}|[a-z]+) (?:votes )?(?:each|all|apiece)\b", re.IGNORECASE)
"""``tied at four each``."""
DECIDED = r"(?:agreed|resolved|carried|approved|adopted|supported|accepted|voted|recommended|granted|refused|passed|confirmed|endorsed|elected|appointed|re-elected|deferred|rejected|decided|noted|dismissed|upheld|determined|nominated|co-opted|ratified|received|DISMISSED|UPHELD)"
_TOLD = re.compile(
    rf"\b{DECIDED}\b[^.;]{{0,120}}?\b(?:with|and|by)\b[^.;]{{0,40}}?\b(?:against|abst\w+|dissent\w*)|\b{DECIDED}(?:[,;]| \() ?[^.;]{{0,60}}?\b(?:voting against|voted against|abstained|abstaining|dissenting)\b"
    rf"|\b(?:abstained|voted against) (?:on|from|in) (?:this|the) (?:vote|proposal|motion|item|decision|matter|resolution)\b|\babstained from voting\b|\bvoted against\b[^.;]{{0,80}}\b(?:recorded|minuted)\b",
    re.IGNORECASE,
)
"""What makes a vote of a lone count: "agreed, with one against", "Cllr A abstained on this proposal"."""
_MOST_WORDS = 6
"""Between a number and its side."""


def counts_in(text: str, words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[dict[str, int], int, int]:
    """Side → count of one sentence, and where the counts stand; empty unless two sides are told."""
    if not words:
        return {}, 0, 0
    start, end = words[0].start, words[-1].end
    pair = next(
        (found for pattern in _PAIRS for found in [pattern.search(text, start, end)] if found and None not in (_number(found["a"]), _number(found["b"]))), None
    )
    if pair and _ELSEWHERE.search(text[start : pair.start()]):
        return {}, 0, 0
    if pair:
        a, b = _number(pair["a"]) or 0, _number(pair["b"]) or 0
        lost = re.search(r"\b(?:lost|defeated|not carried|fell|rejected)\b", text[start : pair.start() + 8]) and "motion" not in pair[0]
        counts = {"for": min(a, b) if lost else a, "against": max(a, b) if lost else b}
        rest, _, until = _numbered(text, [word for word in words if word.start >= pair.end()])
        named = {side: len(who) for side, who, _ in named_sides(words, mentions) if side == "abstain"}
        return ({**counts, **named, **{side: n for side, n in rest.items() if side == "abstain"}}, pair.start(), max(until, pair.end()))
    tied = _TIED.search(text, start, end)
    each = _number(tied["a"]) if tied else None
    if tied and each:
        return {"for": each, "against": each}, tied.start(), tied.end()
    score = _SCORE.search(text, start, end)
    if score:
        counts = {"for": int(score["a"]), "against": int(score["b"])}
        rest, _, until = _numbered(text, [word for word in words if word.start >= score.end()])
        abstain = {"abstain": int(score["c"])} if score["c"] else {side: n for side, n in rest.items() if side == "abstain"}
        return counts | abstain, score.start("a"), max(until, score.end())
    counts, at, until = _numbered(text, words)
    for side, who, end_of in named_sides(words, mentions):
        if side not in counts:
            counts[side], until = len(who), max(until, end_of)
    enough = len(counts) >= 2 or (counts.get("for") and re.search(r"\bvot(?:es?|ed|ing)\b", text[start:end]) and re.search(r"\ball\b", text[start:end]))
    alone = counts.keys() <= {"against", "abstain"} and any(counts.values()) and _TOLD.search(text, start, end)
    return (counts, at or start, until) if enough or alone else ({}, 0, 0)


def named_sides(words: Sequence[Word], mentions: Sequence[Mention]) -> Iterator[tuple[str, tuple[Mention, ...], int]]:
    """(side, who, where it ends) of people who are said to abstain, or to vote against: "and the Chairman abstaining"."""
    for group in groups(words, mentions):
        at = group[-1].last
        after = [word.lower for word in words[at : at + 14]]
        if after[:1] in (["abstaining"], ["abstained"]):
            yield "abstain", group, words[at].end
        elif after[:1] == ["dissenting"]:
            yield "against", group, words[at].end
        elif after[:2] in (["voting", "against"], ["voted", "against"], ["voting", "no"]):
            yield "against", group, words[at + 1].end
        elif after[:1] in (["wishing"], ["asking"], ["requesting"], ["asked"]) and "recorded" in after and after[-1:] and "voted" in after:
            yield ("against" if "against" in after else "abstain" if "abstained" in after else "for"), group, words[at].end


def _numbered(text: str, words: Sequence[Word]) -> tuple[dict[str, int], int, int]:
    """Every number with the side that follows it, or stands in front of it with a sign."""
    counts: dict[str, int] = {}
    at, until = 0, 0
    leads = _sides_lead(words)
    for n, word in enumerate(words):
        number = _number(word.text)
        if (
            number is None
            or (n and words[n - 1].text in "£/." and words[n - 1].end == word.start)
            or (n and words[n - 1].text == "," and words[n - 1].end == word.start)
            or (n + 1 < len(words) and words[n + 1].text in "%/" and words[n + 1].start == word.end)
        ):
            continue
        side, last = _SIDE.get(words[n - 1].lower, "") if leads and n else "", n
        if not side and n >= 2 and words[n - 1].text in ":–-=(":
            side = _SIDE.get(words[n - 2].lower, "")
            if side == "for" and n >= 3 and words[n - 2].lower == "for" and words[n - 3].lower not in ("votes", "voting", "vote", ",", ".", ";", "(", ":"):
                side = ""
        if not side:
            side, last = _side_behind(words, n)
        if (
            not side
            and n
            and _SIDE.get(words[n - 1].lower)
            and (n == 1 or words[n - 2].text in ",;(.:–-" or words[n - 2].lower in ("in", "yn", "o", "voted", "votes"))
        ):
            side, last = _SIDE[words[n - 1].lower], n
        if side and side not in counts:
            counts[side] = number
            at = at or word.start
            until = max(until, words[last].end)
    return counts, at, until


def _sides_lead(words: Sequence[Word]) -> bool:
    """Whether each side stands in front of its number, with no sign between: "FOR 5 AGAINST 2"."""
    pairs = [n for n in range(1, len(words)) if words[n].text.isdecimal() and words[n - 1].lower in _SIDE]
    return len(pairs) >= 2 and any(b - a == 2 for a, b in pairwise(pairs)) and (pairs[0] == 1 or not words[pairs[0] - 2].text.isdecimal())


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
