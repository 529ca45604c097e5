"""Titles of items: how long one is where its text follows on the same line, and what tells a title from a sentence."""

from __future__ import annotations

import re

from archive.minutes.mention.listed import is_name

MONTHS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|st|nd|rd|th)\b",
    re.IGNORECASE,
)
_SPEAKS = r"(?:The|A|An|It|Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|There|Apologies|Following|Members|None|This|That|These|All|RESOLVED|Resolved|AGREED|Agreed|Noted|No|Nothing|Having|As|In|At|On)"
SENTENCE = re.compile(rf"{_SPEAKS}\b(?! of\b)")
TOLD = re.compile(
    r"\b(?:said|asked|was|were|reported|had|advised|noted|presented|explained|took|introduced|extended|agreed|stated|thanked|welcomed|proposed|informed|confirmed|is|are|has|have|be|will)\b"
)
_ENDS_CODED = re.compile(
    rf"\s(?=(?:Deferred|Approved|Adopted|Received|Carried)(?:[.,;]|\s\d|\s*$))|\s(?:[–—|-]\s)?(?=(?:\(?(?:\d{{1,4}}(?:[./]\d{{1,4}}){{0,2}}|[a-z])[.)]?\s)?{_SPEAKS} [A-Za-z])|(?<=[a-z)]{{2}}): |(?<=[a-z)]{{3}})\. |\t"
)
_ENDS_TITLE = re.compile(
    r"(?<=[a-z)\dA-Z]{2})[:.](?=\s|$)|\s[–—-]\s|(?<=[A-Z)]{2}) (?=(?:The|It|A|An|Cllrs?|Councillors?|Mr|Mrs|Ms|Apologies|There|None|No|Members|RESOLVED|Resolved|In|At|To|This|Following|Resolved|All|Minutes|Noted|AGREED|[A-Z][a-z]+ [a-z]+)\b)|\t|\s\|\s"
)
KNOWN = re.compile(
    r"\W*(?:(?:to receive |receive |any |other )*(?:apolog(?:y|ies)|declarations? of|disclosures? of|minutes of (?:the )?(?:last|previous|(?:\w+ )?meetings?|january|february|march|april|may|june|july|august|september|october|november|december|\d)|confirmation of|approval of|matters arising|public (?:participation|questions?|sessions?|forum|time|comments?|speaking|engagement)|correspondence|"
    r"planning (?:applications|matters)|finance|financial|accounts|any other business|other business|a\.?o\.?c?\.?b|date (?:and \w+ )?of (?:the )?next|next meeting|election of|appointment of|chair(?:man|person)?['’]?s? (?:announcements|report|remarks|welcome|opening|introduction)|(?:clerk|treasurer|secretary|head ?teacher|principal|mayor)['’]?s (?:report|update)|votes? of (?:sympathy|congratulations?|thanks)|presiding$|"
    r"reports? (?:from|of)|exclusion of|urgent business|highways|footpaths|councillors?['’]?s? reports?|(?:unitary|ward|community|local|cabinet) councillors?['’]?s? reports?|county councillor|district councillor|borough councillor|police|preliminar(?:y|ies)|introductions?|housekeeping|welcome|open forum|questions? (?:from|by)|petitions?|notices? of motion|work programme|forward plan))\b.{0,70}$",
    re.IGNORECASE,
)
RESOLVES = re.compile(r"(?:RESOLVED|AGREED|NOTED|Resolved|Agreed|Noted|None|Nil|No)\b")
"""How the text of an item may begin that has no verb."""
LONGEST_TITLE = 160


_NOTED_BEHIND = re.compile(
    r"(?P<title>[^:–—]{3,80}?)\s[–—-]\s(?=(?:none|nil|noted|approved|agreed|accepted|resolved|received|deferred|proposed|carried|cllr|it was|nothing|not? )\b)",
    re.IGNORECASE,
)
"""A title with shorthand behind a dash: "Declarations of interest – none"."""
_ABBREVIATED = re.compile(r"\b(?:Nos?|Ref|St|Cllrs?|Mrs?|Dr|App|Sec|vs)\.(?= )", re.IGNORECASE)


def title_of(written: str) -> tuple[str, int]:
    """The title at the beginning of a line, and where the text behind it begins; empty for a paragraph."""
    whole = written.strip()
    if (
        len(whole) <= LONGEST_TITLE
        and not re.search(r"[.;]$|[.;] ", _ABBREVIATED.sub("", whole.rstrip(".")))
        and len(whole.split()) <= 22
        and not (whole.endswith(".") and (len(whole.split()) > 9 or TOLD.search(whole)) and not KNOWN.fullmatch(whole.rstrip(".")))
    ):
        caps = 0 if _all_capitals(whole) else leading_capitals(whole)
        noted = None if _all_capitals(whole) else _NOTED_BEHIND.match(whole)
        if noted:
            return noted["title"].rstrip(" :"), noted.end()
        if not caps:
            short = re.match(r"(?:[^:]{3,60}):\s+(?=\S)", whole)
            if short and re.search(r"[A-Za-z]{3}", short[0]) and not re.search(r"/\d", short[0]) and not _is_subtitle(short[0], whole[short.end() :]):
                return short[0].rstrip(" :"), short.end()
            return whole.rstrip(" .:"), len(written)
    if _all_capitals(whole):
        return whole.rstrip(" .:"), len(written)
    caps = leading_capitals(whole)
    if caps:
        return whole[:caps].strip(" .:–-"), caps
    cut = _ENDS_TITLE.search(whole, 2, LONGEST_TITLE)
    if cut and 1 <= len(whole[: cut.start()].split()) <= 20 and not TOLD.search(whole[: cut.start()]):
        return whole[: cut.start()].strip(" .:"), cut.end()
    return "", 0


_NO_SUBTITLE = re.compile(
    r"[.;]$|^[a-z]+ed\b|^to\b|\bto [a-z]|\t|\b(?:none|nil|noted|agreed|resolved|approved|deferred)\b|\d{1,2}[:.]\d\d|,",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]")
_LABELS = re.compile(
    r"\W*(?:chair|clerk|present|venue|date|time|action|owner|lead|by|decision|resolved|agreed|proposed|seconded|apologies|absent|location)\b", re.IGNORECASE
)


def _is_subtitle(before: str, behind: str) -> bool:
    """Whether what stands behind a colon goes on with the title: "External audit: completion report", not "Apologies: none"."""
    if KNOWN.fullmatch(before.rstrip(" :")) or _LABELS.match(before) or len(behind.split()) > 10:
        return False
    return not (_NO_SUBTITLE.search(behind) or _SOMEBODY.search(behind) or TOLD.search(behind) or SENTENCE.match(behind) or is_name(behind))


def _all_capitals(line: str) -> bool:
    """Whether a line is a title in capitals with its years, numbers and dates: "PAY POLICY STATEMENT 2026/27", "HELD ON 4TH MAY"."""
    if len(line) > LONGEST_TITLE or re.search(
        r"[a-z]{2}(?<!\dst)(?<!\dnd)(?<!\drd)(?<!\dth)|\t|\b(?:RESOLVED|AGREED|NOTED|NONE|CLLRS?|COUNCILLORS?|MRS|MS)\b", line
    ):
        return False
    return len(re.findall(r"[A-Z]", line)) >= 5 and bool(re.search(r"[A-Z]{3}", line))


def coded_title(written: str, plain: bool = False) -> tuple[str, int]:
    """The title behind a number that is no plain one ("145/18 Neighbourhood Plan The Chair advised …"), up to where a sentence begins."""
    cut = _ENDS_CODED.search(written, 3, LONGEST_TITLE)
    if not cut or len(written[: cut.start()].split()) > 16:
        return "", 0
    title = written[: cut.start()].strip(" .:")
    told = plain and (TOLD.search(title) or (SENTENCE.match(title) and not KNOWN.fullmatch(title)))
    return ("", 0) if told else (title, cut.end())


def leading_capitals(line: str) -> int:
    """The length of a run of capitals in front of ordinary words: "APOLOGIES FOR ABSENCE Apologies were …"; 0 for none."""
    found = re.match(
        r"(?:[A-Z0-9&/'’“”,.()–-]*[A-Z]{2,}[A-Z0-9&/'’“”,()–-]*|[A-Z&]|[0-9/–-]+|\(?(?:cont|inc)\w*\.?\)?)(?:[ :.]+(?:[A-Z0-9&/'’“”,.()–-]*[A-Z]{2,}[A-Z0-9&/'’“”,()–-]*[:.]?|[A-Z](?= [A-Z]{2})|&|[–-]|[0-9/]+[,]?(?=[ ]))){0,16}",
        line,
    )
    if not found or len(re.sub(r"[^A-Z]", "", found[0])) < 4 or found.end() >= len(line.rstrip()) or re.match(r"RESOLVED|AGREED", found[0]):
        return 0
    decided = re.search(r"[ :.–-]+(?=(?:RESOLVED|AGREED|NOTED)\b)", found[0])
    if decided:
        return decided.end()
    return found.end() if re.match(r"[ :.–-]+\S", line[found.end() :]) else 0


def is_title(written: str) -> bool:
    """Whether a line is a title and no sentence."""
    return (
        written[:1].isupper()
        and not re.search(r"[.;,?!]$", written)
        and len(written.split()) <= 14
        and not TOLD.search(written)
        and not SENTENCE.match(written)
    )
