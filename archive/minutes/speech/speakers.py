"""Who spoke in an item, each once, where they are first named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.minutes.mention.forenames import is_forename
from archive.minutes.mention.naming import Mention
from archive.minutes.people import Resolved
from archive.minutes.reading import ItemReading, Line
from archive.minutes.speech.groups import groups
from archive.minutes.speech.sayings import UNHEARD
from archive.minutes.verbs import ADVERBS, PAST, WELSH, speaks
from archive.records import Speech

_LISTS_SPEAKERS = re.compile(
    r"^\W*(?:public )?speakers?(?: in (?:favour|support|objection|opposition))?\W*$|"
    r"\b(?:spoke|speak|speakers?|presentations|updates? (?:was|were) (?:given|received|provided)(?: by| from)?|speaking|addressed|heard|contributed|contributions?|comments from|questions from|representations|(?:raised|made|asked|put|expressed|received|given) (?:by|from))\b[^.]*:[-–]?\s*$",
    re.IGNORECASE,
)
_LISTS_COMMENTS = re.compile(
    r"\b(?:points?|comments?|views?|observations?|questions?|contributions?|matters|issues|discussion|debate|feedback)\b[^.:]{0,80}:[-–]?\s*$", re.IGNORECASE
)
_COMES_AND_GOES = re.compile(r"\W*\(.*\b(?:joined|left|arrived|entered|withdrew|returned|rejoined)\b")
"""A note of who came or went, among those who are listed."""
_BULLET = re.compile(r"[•·*–—-]|\(?\w{1,3}[.)]")
_PRONOUNS = frozenset("he she they".split())  # noqa: SIM905
_ASKS = re.compile(
    r"(?:\(?\w{1,3}[.)] ?)?(?:Q(?:uestion(?:er)?)?s?\.? ?\d*|Supplementary(?: question)?)[ :.–-]*(?:from |by |asked by |put by )?\(?(?:the )?$", re.IGNORECASE
)
_ANSWERS = re.compile(r"(?:Response|Reply|Answer|A|R)\.?[ :–-]*(?:from |by |given by |of )?\(?(?:the )?$")


_NOT_THERE = re.compile(r",? (?:(?:not being|was not|being (?:absent|unable)|who was not) (?:present|in attendance|there|able to)|did not attend)\b")
"""Behind somebody whose question stands in the minutes and was not heard."""


def speeches_of(reading: ItemReading) -> Iterator[Speech]:
    """The speeches of an item, in the order of the text."""
    seen: set[str] = set()
    away = {meant.key for _, mention, meant in reading.mentions() if _NOT_THERE.match(reading.text, mention.end)}
    for mention, meant, rule in _speaking(reading):
        if meant.key in seen or not meant.name or (meant.key in away and not rule.startswith("verb")):
            continue
        seen.add(meant.key)
        start, end = mention.start, mention.end
        yield Speech(reading.item.id, meant.person_id, meant.name, meant.kind, meant.role, reading.item.text[start:end], start, end, rule)


def _speaking(reading: ItemReading) -> Iterator[tuple[Mention, Resolved, str]]:
    before: tuple[Mention, Resolved] | None = None
    listing = commenting = False
    for line in reading.lines:
        if not any(word.text[0].isalpha() for word in line.sentence.words):
            continue  # "1." in front of an entry of a list.
        for saying in line.sayings:
            for mention in saying.who:
                yield mention, line.who(mention), saying.rule
        if line.sentence.opens_paragraph and not (_BULLET.match(reading.text, line.sentence.start) or (line.mentions and line.mentions[0].first <= 1)):
            commenting = False
        yield from _without_verb(reading, line, listing, commenting)
        commenting = commenting or bool(_LISTS_COMMENTS.search(reading.text, line.sentence.start, line.sentence.end))
        if before is not None and _goes_on(reading.text, line):
            yield *before, "pronoun"
        before = _brought_in(reading.text, line) or _opening(reading.text, line) or (before if not line.mentions and _goes_on(reading.text, line) else None)
        if line.sentence.opens_paragraph:
            listing = (listing and bool(line.mentions) and line.mentions[0].first <= 3) or bool(
                _LISTS_SPEAKERS.search(reading.text, line.sentence.start, line.sentence.end)
            )
        else:
            listing = listing or bool(_LISTS_SPEAKERS.search(reading.text, line.sentence.start, line.sentence.end))


_BY_LETTER = re.compile(r"\b(?:in|by) (?:a|an|his|her|their|its) (?:\w+ )?(?:response|letter|e-?mail|report|note|statement)\b", re.IGNORECASE)
"""Behind somebody who wrote: "she" in the next sentence is somebody who is there."""


def _opening(text: str, line: Line) -> tuple[Mention, Resolved] | None:
    """Whoever alone a sentence begins with: whom "he" or "she" means in the next."""
    begins_with_verb = line.sentence.words[0].lower.endswith(("odd", "wyd"))  # "Gwahoddwyd y Cynghorydd A".
    if not line.mentions or line.mentions[0].first > 1 + begins_with_verb or line.mentions[0].possessive or line.sentence.quoted:
        return None
    first = line.mentions[0]
    if not line.sayings and _BY_LETTER.search(text, first.end, line.sentence.end):
        return None
    if len(line.mentions) > 1 and line.mentions[1].first - first.last <= 1 and not first.post and line.sentence.words[first.last].lower not in _FROM:
        return None
    return first, line.named[0]


_FROM = frozenset(("from", "of", "at", "for", "representing"))
"""What stands between somebody and the place or body that they come from."""
_BRINGS_IN = re.compile(r"\b(?:welcomed|introduced|invited|allow|allowed|permit|permitted|enable|called (?:up)?on|heard from) $", re.IGNORECASE)


def _brought_in(text: str, line: Line) -> tuple[Mention, Resolved] | None:
    """Whoever a sentence ends with who is brought in to speak: "The Chair welcomed Mrs A to the meeting", whom "she" means in the next."""
    if len(line.mentions) not in (1, 2) or line.sentence.quoted:
        return None
    last = line.mentions[-1]
    found = last.name and not last.possessive and _BRINGS_IN.search(text, max(0, last.start - 20), last.start)
    return (last, line.named[-1]) if found else None


_BEHIND_WELSH = frozenset("fod bod na nad ei eu mai hefyd ymhellach sylw at am i'r wrth , gan".split())  # noqa: SIM905
"""What may stand behind a Welsh verb whose subject is whoever spoke before: "Dywedodd fod"."""


def _goes_on(text: str, line: Line) -> bool:
    """Whether a sentence begins with a pronoun and a verb of speaking, or with a Welsh verb that has its subject in itself."""
    words = line.sentence.words
    if len(words) < 2 or line.sentence.quoted:
        return False
    if words[0].lower in WELSH:
        return words[1].lower in _BEHIND_WELSH
    if words[0].lower not in _PRONOUNS:
        return False
    at = 1
    while at < len(words) and words[at].lower in ADVERBS:
        at += 1
    return at < len(words) and words[at].lower in PAST and speaks(PAST[words[at].lower], text, words[at].end)


_ENTRY = re.compile(r"\W*(?:\(?\w{1,4}[.)] ?)?(?:By|From) (?:the )?$")
_TO_SOMEBODY = re.compile(r",? to (?:the )?(?=[A-Z])")
"""In front of and behind whoever asks, in a list of questions: "By Councillor A, to the Leader, on the cost"."""
_LABELS = re.compile(r"\) [A-Z£\d]|: ")
"""What stands behind initials that are a label: "JS: No news", "(SF) The school …"."""


_REPORT_OF = re.compile(
    r"\W*(?:verbal |oral )?(?:Report|Update|Presentation|Statement|Question|Address)s? (?:from|by) (?:the )?(?:(?:County|District|Borough|City|Town|Parish) )?",
    re.IGNORECASE,
)
_RAISES = re.compile(r" (?:re|regarding|concerning|about)\b")
"""What stands behind whoever raised something in a session for the public: "Mr A re the path"."""
_NO_SPEECH = re.compile(r"interest|apolog|attend|present|vote|voting|division|appoint|election|membership|declar|buddiant|ymddiheur")
"""Titles of items in which a colon behind a name stands for something else."""
_BEHIND_COLON = re.compile(r"(?: ?\([^()]{1,60}\))? ?: ?(?!to\b)(?=\w)")
_ANSWERS_SHORTLY = re.compile(r": (?!to\b)[a-z]")
"""Behind a name within a paragraph: "The Chair asked what was dear. Dr A: the paint."."""
_BEHIND_DASH = re.compile(r"(?: ?\([^()]{1,60}\))? ?[–—-] ?(?!to\b)(?=\w)")
_FINITE = frozenset(
    ["is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "does", "do", "did", "i", "i'd", "i'm", "i've", "we", "we've", "we're", "it's", "there's", "that's", "don't", "isn't", "can't", "said", "needs", "thinks", "wants"]
)  # fmt: skip
"""Words by one of which a clause is told from a heading, within so many words."""


def _says_behind(sign: re.Pattern[str], reading: ItemReading, line: Line) -> bool:
    """Whether a name stands in front of what its bearer says: "Cllr A: The path is wet"; not of what they hold, or are to do."""
    first, words = line.mentions[0], line.sentence.words
    colon = sign.match(reading.text, first.end)
    if not colon or _NO_SPEECH.search(reading.title) or (first.rule == "bare" and not is_forename(first.name.split()[0].casefold())):
        return False
    said = [word.lower for word in words if word.start >= colon.end()][:14]
    if len(said) < 4 or any(mention.start == colon.end() for mention in line.mentions[1:]):
        return False
    return not _FINITE.isdisjoint(said) or any(word in PAST for word in said[:2])


_REPLY_BEHIND = re.compile(r"['’]s? (?:reply|response|answer)\W*$")
"""What stands behind whoever answers in the next paragraph: "The Leader's reply:"."""


def _ends_in_bracket(text: str, line: Line) -> bool:
    """Whether an entry of a list of points ends with whoever made it: "• Why the path is wet (Cllr A)"."""
    last = line.mentions[-1]
    return bool(last.name) and text[last.start - 1 : last.start] == "(" and text[last.end : line.sentence.end].strip(" .?") == ")" and last.first > 3


def _without_verb(reading: ItemReading, line: Line, listing: bool, commenting: bool) -> Iterator[tuple[Mention, Resolved, str]]:
    """Speakers told by layout: "Councillor A: “…”", "Q1 (Cllr B): Why …", "Cllr A to the Leader", a list under "The following spoke:"."""
    if not line.mentions or line.sentence.quoted:
        return
    first, words = line.mentions[0], line.sentence.words
    if UNHEARD.match(reading.text, first.end):
        return
    before = reading.text[line.sentence.start : first.start]
    after = reading.text[first.end : first.end + 4]
    if (
        line.sentence.opens_paragraph
        and first.first <= 1
        and not first.possessive
        and (re.match(r" ?[:–-] ?“", after) or _says_behind(_BEHIND_COLON, reading, line))
    ):
        yield first, line.named[0], "colon"
    elif (line.sentence.opens_paragraph or after.startswith(": ")) and first.rule == "initials" and before.strip() in ("", "(") and _LABELS.match(after):
        yield first, line.named[0], "initials label"
    elif (
        (commenting or first.is_member)
        and line.sentence.opens_paragraph
        and first.first <= 1
        and not line.sayings
        and _says_behind(_BEHIND_DASH, reading, line)
    ):
        yield first, line.named[0], "dash"
    elif commenting and line.sentence.opens_paragraph and not line.sayings and _ends_in_bracket(reading.text, line):
        yield line.mentions[-1], line.named[-1], "in brackets"
    elif first.possessive and first.first <= 1 and _REPLY_BEHIND.match(reading.text, first.end, line.sentence.end):
        yield first, line.named[0], "answer"
    elif _ASKS.fullmatch(before) and (before.rstrip().endswith(("(", ":", "from", "by", "–", "-", "(the")) or re.match(r"\)? ?[:)]", after) or " to " in after):
        yield first, line.named[0], "question"
    elif _ANSWERS.fullmatch(before) and before.rstrip()[-1:] in "(:–-mynf":
        yield first, line.named[0], "answer"
    elif line.sentence.opens_paragraph and _ENTRY.fullmatch(before) and _TO_SOMEBODY.match(reading.text, first.end):
        yield first, line.named[0], "question to"
    elif not line.sentence.opens_paragraph and first.first == 0 and first.name and _ANSWERS_SHORTLY.match(reading.text, first.end):
        yield first, line.named[0], "colon"
    elif (
        len(line.mentions) == 2
        and line.sentence.opens_paragraph
        and first.first <= 4
        and line.mentions[1].last >= len(words) - 1
        and first.last + 1 == line.mentions[1].first
    ) and words[first.last].lower == "to":
        yield first, line.named[0], "question to"
    elif line.sentence.opens_paragraph and first.name and _REPORT_OF.fullmatch(before) and re.match(r" ?[:–—-] ?\S", reading.text[first.end : first.end + 5]):
        yield first, line.named[0], "report by"
    elif "public" in reading.title and first.name:
        for mention, meant in zip(line.mentions, line.named, strict=True):
            if (
                mention.name
                and _RAISES.match(reading.text, mention.end)
                and (mention is first or reading.text[: mention.start].rstrip().endswith(("&", "and", ",")))
            ):
                yield mention, meant, "raised"
    if listing and line.sentence.opens_paragraph and first.first <= 3 and not _COMES_AND_GOES.match(reading.text, line.sentence.start, line.sentence.end):
        for mention in next(groups(words, line.mentions)):
            yield mention, line.who(mention), "listed"
    colon = _LISTS_SPEAKERS.search(before)
    if colon:
        for mention, meant in zip(line.mentions, line.named, strict=True):
            yield mention, meant, "listed"
