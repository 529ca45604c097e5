"""Who was there, who stayed away and who came late, as sentences tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive import names
from archive.minutes.presence.rolls import Listed, people_listed

_APOLOGIES = re.compile(
    r"\bapolog(?:y|ies)\b[^.;\n]{0,90}?\b(?:(?:from|by|on behalf of)\b:?\s*|(?:recorded|noted|received|given|reported) for\s(?=[A-Z])|of\s(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)))|\bapolog(?:y|ies)\b[^.\n:]{0,60}:\s*|\bymddiheuriad(?:au)?\b[^.\n]{0,60}?\b(?:gan|oddi wrth)\s+(?:y\s+)?",
    re.IGNORECASE,
)
SAID = (("present", "present|attended"), ("apologies", "(?:sent |gave )?apolog(?:y|ies)(?: received| sent)?"), ("absent", "absent|not present"))
"""What may stand behind a single name."""
LATE = re.compile(
    r"^(?:At \d[^,]{1,12},? )?(?P<who>(?:(?:County|District|Borough|Parish|Town|City) )?(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\b[^\n:;]{2,80}?) (?:joined|arrived|entered)\b"
)
_SENTENCES = (
    ("absent", re.compile(r"^(?P<who>[^\n,]{3,80}?) (?:(?:was|were) neither present\b|did not attend (?:the meeting )?(?:and|nor) )", re.IGNORECASE)),
    (
        "apologies",
        re.compile(
            r"^(?P<who>[^\n]{3,200}?) (?:had |has |have )?(?:sent|gave|given|tendered|submitted|offered)(?: (?:his|her|their))? apolog\w+(?<!ised)(?<!ized)(?:[^.\n]{0,40}?, as (?:had|has|have|did) (?P<too>[^.\n]{3,120}))?",
            re.IGNORECASE,
        ),
    ),
    (
        "absent",
        re.compile(
            r"^(?P<who>[^\n]{3,120}?) (?:(?:was|were) (?:also )?(?:absent|not present|not in attendance|neither present)|did not attend(?= and\b| the meeting\b|\W*$))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "apologies",
        re.compile(
            r"^(?P<who>[^\n]{3,80}?) (?:had )?apologi[sz]ed for (?:being unable to attend|not being (?:able to attend|present)|(?:his|her|their) (?:absence|non-attendance|inability))",
            re.IGNORECASE,
        ),
    ),
    (
        "in_attendance",
        re.compile(
            r"^(?P<who>[A-Z][^\n:]{3,120}?) (?:had |also )?attended (?:the meeting )?(?:to observe|as (?:an? )?(?:observers?|guests?)|by invitation|in an? (?:advisory|observing|non-voting) capacity)\b",
            re.IGNORECASE,
        ),
    ),
    ("in_attendance", re.compile(r"^(?P<who>[A-Z][^\n:.]{3,300}?) (?:was|were) also present(?! as\b)\b", re.IGNORECASE)),
    ("present", re.compile(r"^(?P<who>[A-Z][^\n:.]{3,300}?) (?:was|were) present(?! as\b)\b", re.IGNORECASE)),
    ("in_attendance", re.compile(r"^(?P<who>[A-Z][^\n:]{3,300}?) (?:was|were) (?:also )?in attendance(?! as\b)\b", re.IGNORECASE)),
    ("present", LATE),
    *((status, re.compile(rf"^(?P<who>[A-Z][^\n:;,–—]{{2,60}}?) ?(?: -|[–—:]) ?(?:{words})\W*$", re.IGNORECASE)) for status, words in SAID),
)
_THERE = re.compile(
    r"(?:^|(?<=[.!?] ))\(?(?:\W{0,4}\w{1,3}[.)] )?(?P<who>[A-Z][^\n:;]{3,160}?),? (?:(?:was|were) (?:also )?(?:in attendance|present)(?= (?:for|to|virtually|remotely|online|via|and (?:addressed|spoke|gave|answered|presented))\b|\.)|(?:present|in attendance)(?=\.)|attended (?:the meeting |virtually |remotely |online )?(?=to \w)|joined the meeting (?=to|for|remotely|online|via))",
    re.MULTILINE,
)
"""Somebody there for the sake of one item."""
_AWAY = re.compile(
    r"(?P<who>(?:(?:County|District|Borough|Parish|Town|City) ){0,2}\b(?:Cllr|Councillor|Alderman|Mr|Mrs|Ms|Miss|Dr|PC|PCSO)\b\.? [^\n:;,]{2,50}?),? (?:who )?(?:had|has) (?:sent|given|tendered|submitted|offered) (?:in )?(?:his |her |their )?apologies\b(?! (?:to|for (?:late|the))\b)"
)
"""Somebody of whom the minutes of an item say by the way that they sent apologies."""
_SENTENCE_END = re.compile(r"(?<=[a-z)]{2})(?<!Cllr)(?<!Cllrs)(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Rev)(?<!Prof)[.!?] ")
_LATENESS = re.compile(
    r"(?:,|;|\band\b)?\s*\b(?:an? )?(?:apolog\w+ )?for (?:(?:his|her|their) )?(?:being late|late(?:ness| arrival)?|arriving late|(?:having to )?leav(?:e|ing)|an? early departure|early departure)\b(?:[^.;\n]|\.(?=\d))*",
    re.IGNORECASE,
)
"""Apologies of those who come late or leave early, who are there."""
_TOLD_IN_BRACKETS = re.compile(r" ?\([^()]*\b(?:who|whom|whose|which|was|were)\b[^()]*\)")
_TOLD_BETWEEN = re.compile(r",? who (?:was|were|is|are|had|has|could) [^,.;]{2,50}?(?=,? and (?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b)")
_CLAUSES = re.compile(r"(?<=apologies)(?:,|;)? (?:and|while|but) (?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b)")
_WITHOUT_LEAD = re.compile(r"^\W*(?:\(?\w{1,3}[.)]\s+)?")
_SAYS_THAT = re.compile(r"^.*\b(?:report|advis|noted|stat|announc|inform|explain|hear|learn|said|told)\w*\b[^,;]{0,40}? (?:that|who)\b (?=[A-Z])")
"""What stands in front of a clause that says who was where: "The Clerk reported that"."""


@dataclass(frozen=True)
class Attendee:
    """One entry: somebody, how they were there, and for whom."""

    listed: Listed
    status: str
    substitute_for: str | None = None
    told: bool = False
    """Whether a sentence says it and no list: then somebody of a list may be meant."""


def told_in(line: str) -> Iterator[Attendee]:
    """Apologies, absence, presence and late arrivals told in sentences."""
    if re.search(r"\bno apologies\b|\bapologies (?:were|was) (?:accepted|noted)\b(?! from)", line, re.IGNORECASE) and not re.search(r"\bfrom\b", line):
        return
    line = _LATENESS.sub("", line)
    found = [*_APOLOGIES.finditer(line)]
    for n, one in enumerate(found):
        if re.search(r"\bnot\b", one[0]) or re.search(r"\bno $", line[: one.start()], re.IGNORECASE):
            continue
        rest = line[one.end() : found[n + 1].start() if n + 1 < len(found) else len(line)]
        rest = _TOLD_BETWEEN.sub("", _TOLD_IN_BRACKETS.sub("", rest))
        rest = re.split(
            r"(?<=[a-z)])(?<!\bMrs)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<!\bCllrs)(?<!\bRev)\.(?:\s|$)|\b(?:who|whom|whose|which|were|was|and it was|due to|because|with|but|had|has|be)\b(?! M)",
            rest,
            maxsplit=1,
        )[0]
        by, _, behalf = rest.partition(" on behalf of ")
        for listed in people_listed(_without_substitutes(behalf)) or people_listed(_without_substitutes(by)):
            yield Attendee(listed, "apologies")
    yield from _sent_apologies(line)
    for sentence in _SENTENCE_END.split(line)[1 if found else 0 :]:
        for clause in _CLAUSES.split(sentence):
            yield from _told_of(clause)


def _told_of(sentence: str) -> Iterator[Attendee]:
    """Whoever a sentence begins with, and how it says they were there."""
    for status, pattern in _SENTENCES:
        told = pattern.match(sentence)
        if told:
            for who in (told[name] for name in ("who", "too") if told.groupdict().get(name)):
                said = _WITHOUT_LEAD.sub("", _SAYS_THAT.sub("", who))
                yield from (Attendee(listed, status, told=True) for listed in people_listed(said))
            return


def _sent_apologies(text: str) -> Iterator[Attendee]:
    """Those of whom it says by the way that they sent apologies: "no report from Cllr Ash, who had sent her apologies"."""
    for found in _AWAY.finditer(text):
        yield from (Attendee(listed, "apologies", told=True) for listed in people_listed(found["who"])[:1])


def for_an_item(text: str) -> Iterator[Attendee]:
    """Who is said to have been there, or to have sent apologies, in the minutes of an item that is about something else."""
    yield from _sent_apologies(text)
    for found in _THERE.finditer(text):
        for listed in people_listed(_SENTENCE_END.split(found["who"])[-1]):
            if not listed.is_member and (" " in listed.name or names.titled(listed.written).titles):
                yield Attendee(listed, "in_attendance", told=True)


def _without_substitutes(written: str) -> str:
    """A list without the brackets that say who came instead: those are read by themselves."""
    return re.sub(r"\([^()]*\b(?:attend|substitut|deputis|represent|absence)\w*[^()]*\)", "", written)
