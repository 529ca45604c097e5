"""Who came for whom: told in sentences, in brackets, or behind a name of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive import names
from archive.minutes.mention.forenames import is_forename
from archive.minutes.presence.rolls import Listed, people_listed

_TOLD = re.compile(r"\bfor whom\b|\bsub(?:stitut\w*)?\b|\b(?:in|took) (?:the |his |her |their )?(?:place|stead|absence)\b|\bdeputi[sz]|\brepla(?:ced|cing)\b|\brepresented by\b|\bstanding in\b|\bstood in\b|\binstead of\b|\bdirprwyo\b|\battend\w* on behalf of\b", re.IGNORECASE)  # fmt: skip
_BE = r"(?:(?:that )?(?:he|she|they) )?(?:(?:would|will|who|was|is|were|had|has|have|been|be|being|confirmed|are) ){0,4}"
_AS = r"(?:(?:as|a|an|the|his|her|their|named|nominated|official) ){0,3}(?:substitutes?|subs?\b\.?|deput(?:y|ies)|replacements?|alternates?)(?: members?)?"
_FOR = r",?(?: with (?:full )?voting rights,?)? (?:for|of|on behalf of|in place of|in (?:the )?(?:place|absence|stead) of|instead of)"
_ACTIVE = re.compile(
    rf",? \(?(?:[–—-] )?{_BE}(?:"
    rf"(?:attend(?:ed|ing)|appointed|acting|acted|present|in attendance|there|here|came|sitting|sat)(?: (?:the|this|at the|at this) meeting)?(?: in person| remotely)?(?: {_AS}{_FOR}| (?:in place of|instead of|in (?:the )?(?:place|absence|stead) of| as \w+)|(?: in place)? (?:for|on behalf of)(?= (?:Cllr|Councillor|Mr|Mrs|Ms|Dr))| on behalf of(?= [A-Z]))"
    rf"|(?:also )?(?:substitut(?:ing|ed|es?)|deputi[sz](?:ing|ed|es?)|st(?:anding|ood) in|sub(?:bing)?\.?){_FOR}|{_AS}{_FOR}|(?:replacing|replaced(?! by)|in place of|in (?:the )?stead of|instead of)) ",
    re.IGNORECASE,
)
"""Between who came and whom they came for."""
_POSSESSIVE = re.compile(
    rf",? {_BE}(?:attending|present|acting|there)(?: (?:the|this|at the) meeting)? as (?P<whom>[A-Z][^.;,\n()]{{2,50}}?)['’]s? (?:substitute|deputy)"
)
_PASSIVE = re.compile(
    rf",? \(?{_BE}(?:also )?(?:substituted(?: for)?|represented|replaced|deputi[sz]ed for) by (?:(?:his|her|their) (?:substitute|deputy),? )?|,? \((?:substitute|sub|deputy)[:\s–-]+(?!for\b)", re.IGNORECASE
)  # fmt: skip
"""Between who stayed away and who came for them."""
_WHO = r"[A-Z](?:[^.;,\n()]|(?<=\b[A-Z])\.|(?<=Cllr)\.|(?<=Mr)\.|(?<=Mrs)\.|(?<=Ms)\.|(?<=Dr)\.){2,60}?"
"""A name among other words, with the full stops of initials and titles."""
_RELATIVE = re.compile(
    r",? \(?(?:for whom|in whose (?:place|absence|stead)|whose (?:substitute|place) was(?: taken by)?) (?P<who>[A-Z][^.;\n()]{2,120}?)(?: (?:was|were|is|are|attended|substituted|deputised)\b|\)|\.|;|$)"
)
_WITH = re.compile(
    rf",? (?:with|and) (?:that )?(?P<who>{_WHO}) (?:was |were )?(?:attended |attending |acting |present |there |in attendance )*(?:(?:as|in) (?:his|her|their|a|the)? ?(?:substitute|place|stead|absence|deputy)|substituting|deputising)\b(?! for\b)"
)
_NAMED = re.compile(
    rf" (?:had |has |have )?(?:nominated|appointed|named|sent) (?P<who>{_WHO}) (?:as|to be|to attend as) (?:his|her|their|a|the) (?:named )?(?:substitute|deputy)"
)
_BRACKET = re.compile(
    r" \((?P<who>[A-Z][^(),\n]{2,60}?)(?:,[^(),\n]{0,60})? (?:(?:was |is )?(?:in attend|as (?:his |her |their |a )?substitute|attend|substitut|deputis|represent|present|act)\w*)\b(?! for (?!him|her|them))[^()]*\)"
)
_AFTER = re.compile(
    rf"[.;]\s+(?P<who>{_WHO}) (?:(?:(?:attended|deputised|substituted|was present|stood in|was in attendance)(?: the meeting)? (?:in (?:his|her|their) (?:absence|place|stead)|as (?:his |her |their |a |the )?substitute|for (?:him|her)))|substituted|deputised)\b(?! for (?!him|her))"
)
_WELSH = re.compile(
    r"\b(?:[Rr]oedd |[Bb]u )?(?P<who>(?:[Yy]r? )?(?:Cynghorydd |Cyng\.? )?[A-Z][^.;,\n()]{2,50}?) yn dirprwyo (?:ar (?:ei|eu) r[ah]n\b|(?:ar ran|dros) (?P<whom>[^.;,\n()]{3,60}))"
)
_EACH = re.compile(r"\brespectively\b", re.IGNORECASE)
_STOP = r"(?<!\bCllr)(?<!\bCllrs)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\b[A-Z])\.(?:\s|$)|;\s"
_BOUND = re.compile(rf"{_STOP}|\b(?:that|noted|advised|reported|by|rule \d+|this meeting|confirmed|announced)(?=\s|,)")
_CUT = re.compile(rf"{_STOP}|\)|\b(?:at|on|who|until|during|for|with|was|were|had|has|in|due|because|as)\b", re.IGNORECASE)
LONGEST = 4000
"""Characters of a line that may tell of substitutes."""


def replaced(text: str) -> Iterator[tuple[Listed, str]]:
    """(who came, whom they came for) of each substitute that a text tells of."""
    for line in text.split("\n"):
        if len(line) <= LONGEST and _TOLD.search(line):
            yield from _in_line(line)


def pairs_in(text: str) -> Iterator[tuple[Listed, str]]:
    """(who came, whom they came for) of a list of substitutes: "A Ash for B Birch; C Cole for D Dunn"."""
    for piece in _PARTED.split(text):
        found = _PAIR.fullmatch(piece.strip(" .•*–-"))
        who, whom = (people_listed(found["who"]), people_listed(found["whom"])) if found else ([], [])
        if len(who) == len(whom) == 1:
            yield who[0], whom[0].name


_PARTED = re.compile(r"[;\n\t]|,\s|\s(?:and|&)\s")
_PAIR = re.compile(
    r"(?P<who>[A-Z][^()]{2,60}?),? (?:\()?(?:substitut(?:e|ing) |sub\.? |deputy |deputi[sz]ing |attending |acting |here )?(?:for|in place of|instead of|in the place of|on behalf of|replac(?:es|ed|ing)|vice) (?P<whom>[A-Z][^()]{2,60}?)\)?"
)
"""One of a list of substitutes."""


def _in_line(line: str) -> Iterator[tuple[Listed, str]]:
    begin = 0
    for found in _ACTIVE.finditer(line):
        who, whom = _before(line[begin : found.start()]), _behind(line[found.end() :])
        pairs = min(len(who), len(whom)) if _EACH.search(line, found.end()) else 1
        if who and whom and (not found[0].endswith("on behalf of ") or _is_somebody(whom[0])):
            yield from ((one, other.name) for one, other in zip(who[-pairs:], whom[:pairs], strict=True))
        yield from _and_so_on(line[found.end() :][:400])
        begin = found.end()
    for found in _WELSH.finditer(line):
        yield from _paired(people_listed(found["who"]), people_listed(found["whom"] or "") or _before(line[: found.start()].rstrip(" ;,.")))
    begin = 0
    for found in _POSSESSIVE.finditer(line):
        yield from _paired(_before(re.sub(r"^\W*and ", "", line[begin : found.start()])), people_listed(found["whom"]))
        begin = found.end()
    for found in _PASSIVE.finditer(line):
        yield from _paired(_behind(line[found.end() :]), _before(line[: found.start()]))
    for found in _RELATIVE.finditer(line):
        who, whom = people_listed(found["who"]), _before(line[: found.start()])
        pairs = min(len(who), len(whom))
        yield from ((one, other.name) for one, other in zip(who[:pairs], whom[len(whom) - pairs :], strict=True))
    for pattern in (_WITH, _NAMED, _BRACKET, _AFTER):
        for found in pattern.finditer(line):
            yield from _paired(people_listed(found["who"]), _before(line[: found.start()]))


def _and_so_on(rest: str) -> Iterator[tuple[Listed, str]]:
    """Those told shortly behind another substitute: "… and Councillor Dunn for Councillor Birch"."""
    yield from (pair for pair in pairs_in(re.split(_STOP, rest, maxsplit=1)[0]) if names.titled(pair[0].written).titles)


def _paired(who: list[Listed], whom: list[Listed]) -> Iterator[tuple[Listed, str]]:
    if who and whom:
        yield who[0], whom[-1].name


def _is_somebody(one: Listed) -> bool:
    """Whether a name is surely a person's: one may attend on behalf of a body as well."""
    return bool(names.titled(one.written).titles) or is_forename(names.fold(one.name).split()[0])


def _before(text: str) -> list[Listed]:
    """The people that end where a phrase begins: of "apologies from A, B" both."""
    tail = _BOUND.split(text[-300:])[-1]
    tail = re.split(r"\b(?:from|on behalf of|gan|oddi wrth)\b:?\s|:\s", tail)[-1].rstrip(" ,(–-")
    tail = re.sub(r"\s(?:had|has|have|was|were|sent|gave|tendered|could|being)\b.*$", "", tail)
    return people_listed(re.sub(r"\([^()]*\)", "", tail))


def _behind(text: str) -> list[Listed]:
    """The people that begin where a phrase ends: of "A and B at this meeting" both."""
    return people_listed(_CUT.split(text[:200], maxsplit=1)[0].strip(" ,("))
