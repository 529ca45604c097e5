"""Titles of items: how long one is where its text follows on the same line, and what tells a title from a sentence."""

from __future__ import annotations

import re

MONTHS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|st|nd|rd|th)\b",
    re.IGNORECASE,
)
_SPEAKS = r"(?:The|A|An|It|Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|There|Apologies|Following|Members|None|This|That|These|All|RESOLVED|Resolved|AGREED|Agreed|Noted|No|Nothing|Having|As|In|At|On)"
SENTENCE = re.compile(rf"{_SPEAKS}\b(?! of\b)")
TOLD = re.compile(
    r"\b(?:said|asked|was|were|reported|had|advised|noted|presented|explained|took|introduced|extended|agreed|stated|thanked|welcomed|proposed|informed|confirmed|is|are|has|have|be|will)\b"
)
_ENDS_CODED = re.compile(rf"\s(?={_SPEAKS} [A-Za-z])|(?<=[a-z)]{{2}}): |(?<=[a-z)]{{3}})\. |\t")
_ENDS_TITLE = re.compile(
    r"(?<=[a-z)\dA-Z]{2})[:.](?=\s|$)|\s[–—-]\s|(?<=[A-Z)]{2}) (?=(?:The|It|A|An|Cllrs?|Councillors?|Mr|Mrs|Ms|Apologies|There|None|No|Members|RESOLVED|Resolved|In|At|To|This|Following|Resolved|All|Minutes|Noted|AGREED|[A-Z][a-z]+ [a-z]+)\b)|\t"
)
KNOWN = re.compile(
    r"\W*(?:(?:to receive |receive |any |other )*(?:apolog(?:y|ies)|declarations? of|disclosures? of|minutes of (?:the )?(?:last|previous)|confirmation of|approval of|matters arising|public (?:participation|questions?|sessions?|forum|time|comments?|speaking|engagement)|correspondence|"
    r"planning (?:applications|matters)|finance|financial|accounts|any other business|other business|a\.?o\.?b|date (?:and \w+ )?of (?:the )?next|next meeting|election of|appointment of|chair(?:man|person)?['’]?s? (?:announcements|report|remarks)|(?:clerk|treasurer|secretary|head ?teacher|principal|mayor)['’]?s (?:report|update)|votes? of (?:sympathy|congratulations?|thanks)|presiding$|"
    r"reports? (?:from|of)|exclusion of|urgent business|highways|footpaths|county councillor|district councillor|borough councillor|police|welcome|open forum|questions? (?:from|by)|petitions?|notices? of motion|work programme|forward plan))\b.{0,70}$",
    re.IGNORECASE,
)
LONGEST_TITLE = 160


def title_of(written: str) -> tuple[str, int]:
    """The title at the beginning of a line, and where the text behind it begins; empty for a paragraph."""
    whole = written.strip()
    if (
        len(whole) <= LONGEST_TITLE
        and not re.search(r"[.;]$|[.;] ", whole.rstrip("."))
        and len(whole.split()) <= 22
        and not (whole.endswith(".") and len(whole.split()) > 9)
    ):
        caps = leading_capitals(whole)
        if not caps:
            short = re.match(r"(?:[^:]{3,60}):\s+(?=\S)", whole)
            return (short[0].rstrip(" :"), short.end()) if short else (whole.rstrip(" .:"), len(written))
    caps = leading_capitals(whole)
    if caps:
        return whole[:caps].strip(" .:–-"), caps
    cut = _ENDS_TITLE.search(whole, 2, LONGEST_TITLE)
    if cut and 1 <= len(whole[: cut.start()].split()) <= 20 and not TOLD.search(whole[: cut.start()]):
        return whole[: cut.start()].strip(" .:"), cut.end()
    return "", 0


def coded_title(written: str, plain: bool = False) -> tuple[str, int]:
    """The title behind a number that is no plain one ("145/18 Neighbourhood Plan The Chair advised …"), up to where a sentence begins."""
    cut = _ENDS_CODED.search(written, 3, LONGEST_TITLE)
    if not cut or len(written[: cut.start()].split()) > 16:
        return "", 0
    title = written[: cut.start()].strip(" .:")
    return ("", 0) if plain and (SENTENCE.match(title) or TOLD.search(title)) else (title, cut.end())


def leading_capitals(line: str) -> int:
    """The length of a run of capitals in front of ordinary words: "APOLOGIES FOR ABSENCE Apologies were …"; 0 for none."""
    found = re.match(
        r"(?:[A-Z0-9&/'’“”,.()–-]*[A-Z]{2,}[A-Z0-9&/'’“”,()–-]*|[A-Z&]|[0-9/–-]+|\(?(?:cont|inc)\w*\.?\)?)(?:[ :.]+(?:[A-Z0-9&/'’“”,.()–-]*[A-Z]{2,}[A-Z0-9&/'’“”,()–-]*[:.]?|[A-Z](?= [A-Z]{2})|&|[–-]|[0-9/]+[,]?(?=[ ]))){0,16}",
        line,
    )
    if not found or len(re.sub(r"[^A-Z]", "", found[0])) < 4 or found.end() >= len(line.rstrip()) or re.match(r"RESOLVED|AGREED", found[0]):
        return 0
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
