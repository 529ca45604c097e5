"""Undertakings told in sentences: "undertook to …", "said that she would see to it", "that the Clerk bring back a report"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.minutes.followup.owners import Owned, is_unknown
from archive.minutes.followup.tasks import DELIVERS, DO, HELPS
from archive.minutes.mention.mentions import Mention
from archive.minutes.people import Resolved
from archive.minutes.reading import ItemReading, Line
from archive.minutes.speech.sayings import groups

_ADVERBS = r"(?:also |then |therefore |now |duly |kindly |gladly |willingly |happily |in turn |certainly |however |further |\w{2,16}ly )*"
_HOLDS = r"(?!(?:act|serve|stand|be|become|join|chair|represent|speak (?:on|for|against)|withdraw|leave|remain|continue|accept|support|second|step|sit)\b)"
"""What somebody offers or agrees to be, or to do at the meeting, is no task."""
_PROMISE = re.compile(
    rf"{_ADVERBS}(?:(?:undertook|promised|pledged|committed)(?: \w+self)? to (?:also )?{_HOLDS}{DO}"
    rf"|(?:agreed to|was to|were to|was asked to|were asked to) {_ADVERBS}{HELPS}|(?:offered to|volunteered to|was happy to|were happy to) {_ADVERBS}{DELIVERS}"
    rf"|promised (?:(?:it|this|that|them|one)(?: \w+)?(?: by| for| before|\.)|(?:him |her |them |members |the \w+ )?(?:an?|the) (?:\w+ ){{0,2}}(?:answer|reply|response|note|report|letter|list|update|meeting)\b)"
    rf"|(?:gave|made) (?:an undertaking|a commitment|an assurance|a promise) (?:to {DO}|that (?:he|she|they) would {DELIVERS})|took (?:an action|it upon \w+self|the action) to {DO})",
    re.IGNORECASE,
)
_GLADLY = r"(?:be (?:happy|glad|pleased|willing|delighted) to )?"
_WOULD = re.compile(rf"(?:would|will) {_ADVERBS}{_GLADLY}{DELIVERS}", re.IGNORECASE)
_WILL = re.compile(rf" ?will (?!(?:not|no)\b){_HOLDS}(?!add\b){DO}(?: [^\s.;]+){{0,3}}\.?")
"""All that a short sentence says of somebody: "Keith will amend."."""
_SHE_WOULD = re.compile(
    rf"(?:^|(?<=[;,.:”] )|(?<=\bthat )|(?<=\band )|(?<=\bbut )|(?<=\bso )|(?<=\bsaid )|(?<=\bconfirmed )|(?<=\badvised ))(?:he|she|they)(?: would| will|[’']d|[’']ll) {_ADVERBS}{_GLADLY}{DELIVERS}",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,|;| –)? ?\b(?:and|but|though|so|then|yet) (?:he |she |they )?$", re.IGNORECASE)
_ADJACENT = re.compile(
    r"(?:,? (?:who|in reply|in response|on being asked|when (?:asked|pressed)|having [^,;.]{3,60}|for (?:his|her|their) part),?|,? ?\([^()]{1,40}\)|,)* ?"
)
_IF = re.compile(r"\b(?:if|unless|until|when|whether|provided)\b[^.;]*$", re.IGNORECASE)
_PRONOUN = re.compile(r"[“‘\W]*(?:He|She|They)\b")
_SPOKE = ("verb:", "feeling:", "mind:", "verb first", "present and")
_SAID = re.compile(
    r"\b(?:he|she) (?:\w+ly )?(?:said|replied|answered|explained|added|confirmed|stated|advised|thought|told|undertook|accepted|agreed)\b", re.IGNORECASE
)
"""Words that tell that whoever spoke last goes on: "In answer to a further question, she said …"."""
_ASKS = frozenset("ask query question enquire inquire wonder suggest request hope move propose second wish".split())  # noqa: SIM905
"""Who asks or hopes that somebody "would" does not say that they will."""
_BY = re.compile(
    r"\b(?:repl(?:y|ies)|answers?|responses?|notes?|letters?|reports?|briefing|updates?|lists?|cop(?:y|ies)|figures|information|details?|it|this|these)\b[^.;]{0,60}\b(?:would|will|to|should|must) be (?:\w+ly )?"
    r"(?:sent|provided|circulated|supplied|given|issued|prepared|written|shared|brought|e-?mailed|drafted|arranged|obtained|followed up|taken up|investigated)(?: \w+){0,4}? by (?:the )?$",
    re.IGNORECASE,
)
_RESOLVES = re.compile(
    r"\b(?:RESOLVED|AGREED|DECIDED|[Rr]esolved|[Aa]greed|[Dd]ecided|[Rr]equested|[Aa]sked|[Ii]nstructed|[Ss]uggested by the Chair)\b|^\W*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s|[Tt]hat\b|THAT\b)"
)
_THAT = re.compile(
    r"(?:\b(?:[Tt]hat|THAT)|[;:] (?:and )?(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])?)\s+(?:the )?$|^\W*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+(?:[Tt]hat )?(?:the )?$"
)
_SUBJUNCTIVE = re.compile(
    rf" (?:also |both |then )?(?!write\b)(?:{HELPS}|visit|sign|prepare|provide|report|consider|undertake|review|draft|complete|submit|attend|act on)\b(?!:)(?! (?:\w+ )?(?:be|is|was|are|were|of|from)\b)"
    r"(?![^.;]{0,60}\bbe (?:noted|approved|received|agreed|accepted|endorsed|adopted)\b)",
    re.IGNORECASE,
)
"""A plain form behind "that the Clerk", where no noun such as "the Clerk's report" may be meant; a letter that a body sends by somebody's hand is its decision."""
_EXECUTIVE = re.compile(r"(?:the )?(?:cabinet|executive|portfolio|lead|leader|council|government|minister|secretary of state)\b", re.IGNORECASE)
"""Posts to which a body recommends; it gives them no tasks."""
_WELSH = re.compile(r"\b(?:ymrwymodd|addawodd|cytunodd|cynigiodd|ymgymerodd|gwirfoddolodd) (?:y |yr )?(?:hefyd )?$", re.IGNORECASE)
_WELSH_TASK = re.compile(r" (?:i|â) (?!dderbyn|gymeradwyo|nodi|gefnogi|ohirio|eilio)[a-zâêîôûŵŷ]+(?:o|u|i|a|e|w|io|wch|dd|n|r)?\b")


def undertakings_of(reading: ItemReading) -> Iterator[Owned]:
    """Who undertakes something, and whom a body gives a task, told in a sentence."""
    subject: list[Resolved] = []
    for line in reading.lines:
        if line.sentence.opens_paragraph:
            subject = []
        if line.sentence.quoted:
            continue
        found = [*_promised(reading.text, line, subject), *_given(reading.text, line)]
        for who, rule in found:
            yield Owned(who, line.sentence.start, line.sentence.end, rule)
        subject = _speakers(line, line.sentence.end) or subject


def _promised(text: str, line: Line, subject: list[Resolved]) -> Iterator[tuple[Resolved, str]]:
    """Those who say that they will do something."""
    start, end = line.sentence.start, line.sentence.end
    for group in groups(line.sentence.words, line.mentions):
        if group[-1].possessive or _knows_nobody(line, group):
            continue
        behind = _ADJACENT.match(text, group[-1].end, end)
        at = behind.end() if behind else group[-1].end
        free = _stands_free(text, start, group[0].start)
        if (_PROMISE.match(text, at, end) and (free or text.startswith("which ", group[0].start - 6))) or (
            free and not group[-1].post and (_WOULD.match(text, at, end) or _WILL.fullmatch(text, at, end))
        ):
            yield from ((line.who(one), "action:promise") for one in group)
    opens = bool(_PRONOUN.match(text, start, end))
    for pattern in (_PROMISE, _WOULD, _SHE_WOULD):
        for told in pattern.finditer(text, start, end):
            pronoun = pattern is _SHE_WOULD
            if not pronoun and not _AND.search(text, max(start, told.start() - 12), told.start()) and not (opens and told.start() - start < 8):
                continue
            if _IF.search(text, max(start, told.start() - 80), told.start()):
                continue
            if pronoun and opens and told.start() > start:
                continue  # Of "he said that he would" it takes the words in front to tell who is meant.
            nobody = pronoun and len(subject) == 1 and _SAID.search(text, start, told.start()) and not any(one.end <= told.start() for one in line.mentions)
            who = _speakers(line, told.start()) or (subject if opens or nobody else _opening(text, line, told.start()))
            yield from ((one, "action:said") for one in who)


def _given(text: str, line: Line) -> Iterator[tuple[Resolved, str]]:
    """Those to whom a task is given: "that the Clerk bring …", "a reply would be sent by Mr A"."""
    start, end = line.sentence.start, line.sentence.end
    for group in groups(line.sentence.words, line.mentions):
        first, last = group[0], group[-1]
        if last.possessive or _knows_nobody(line, group) or (not first.name and _EXECUTIVE.match(first.post)):
            continue
        lead = text[max(start, first.start - 240) : first.start]
        rule = ""
        if _BY.search(lead):
            rule = "action:by"
        elif _THAT.search(lead) and _RESOLVES.search(lead) and _SUBJUNCTIVE.match(text, last.end, end):
            rule = "action:resolved"
        elif _WELSH.search(lead) and _WELSH_TASK.match(text, last.end, end):
            rule = "action:promise"
        if rule:
            yield from ((line.who(one), rule) for one in group)


def _speakers(line: Line, before: int) -> list[Resolved]:
    """Who says something last in front of an offset, unless they ask for it."""
    told = [saying for saying in line.sayings if saying.at < before and (saying.rule.startswith(_SPOKE) or (saying.rule == "reply to" and len(saying.who) > 1))]
    if not told or (told[-1].verb in _ASKS and told[-1].rule != "reply to"):
        return []
    if told[-1].rule == "reply to":
        return [line.who(told[-1].who[-1])]  # "In reply to Cllr A, the Clerk said".
    return [line.who(one) for one in told[-1].who]


def _opening(text: str, line: Line, before: int) -> list[Resolved]:
    """The one with whom a sentence begins."""
    first = next((one for one in line.mentions if one.end <= before), None)
    if first is None or first.possessive or line.sayings or not re.compile(r"[\W\d]*(?:The |the )?").fullmatch(text, line.sentence.start, first.start):
        return []
    return [line.who(first)] if not _knows_nobody(line, (first,)) else []


def _stands_free(text: str, start: int, at: int) -> bool:
    """Whether a clause may begin here, so that who follows is its subject."""
    return (
        bool(
            re.compile(r"(?:^|[,;:.•–-] ?|\b(?:and|but|so|while|whereupon|then) |\d |\t|\n)(?:the |both )?$", re.IGNORECASE).search(
                text, max(start, at - 16), at
            )
        )
        or not text[start:at].strip(" \t(•–-")
        or text[start:at].strip() in ("The", "the")
    )


def _knows_nobody(line: Line, group: tuple[Mention, ...]) -> bool:
    return any(is_unknown(line.who(one), one) for one in group)
