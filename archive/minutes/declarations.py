"""Interests that people declared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive import names
from archive.minutes.mention.listed import is_name
from archive.minutes.mention.mentions import Mention
from archive.minutes.people import PeopleTable, Resolved
from archive.minutes.presence.rolls import Listed
from archive.minutes.prose import Word
from archive.minutes.reading import ItemReading, Line
from archive.minutes.speech.sayings import groups
from archive.records import Declaration

_TITLE = re.compile(r"\b(?:declaration|disclosure|declare|disclose|interests?|dispensation|buddian\w*|fuddian\w*|ddiddordeb|diddordeb)", re.IGNORECASE)
_INTEREST = re.compile(
    r"\binterests?\b|\bDPI\b|\bpredetermin|\blobbied\b|\bfuddian|\bddiddordeb|\bgyswllt\b|\bconnection\b|\bpecuniary\b|\bprejudicial\b|\bbuddian|\bbias\b",
    re.IGNORECASE,
)
_DECLARED = frozenset("declared disclosed registered declaring disclosing".split())  # noqa: SIM905
_WELSH = frozenset("datganodd datgelodd gwnaeth mynegodd".split())  # noqa: SIM905
_STATED = frozenset(
    [
        "stated",
        "said",
        "advised",
        "informed",
        "reported",
        "noted",
        "explained",
        "indicated",
        "confirmed",
        "announced",
        "mentioned",
        "expressed",
        "made",
        "gave",
        "notified",
        "reminded",
        "told",
        "acknowledged",
        "recalled",
    ]
)
_MADE = frozenset("made gave expressed notified indicated reported noted raised".split())  # noqa: SIM905
_WISHES = re.compile(r"[^.]{0,40}\binterest in (?!(?:the )?(?:item|agenda|minute|application|matter)s?\b)(?:\w+ing\b|(?:the |a )?(?:post|position|role|vacancy|office)\b)", re.IGNORECASE)  # fmt: skip
"""``An interest in opening the trail`` is a wish."""
_KIND = re.compile(r"\b(?:personal|pecuniary|prejudicial|disclosable|registrable|registerable|declarable|conflict|DPI|item|agenda|minute|application|respect|relation)", re.IGNORECASE)  # fmt: skip
_NO = re.compile(r"\b(?:no|none|nothing)\b", re.IGNORECASE)
_TO_RECORD = re.compile(r" (?:to (?:declare|disclose|register) an?\b|(?:for )?it to be (?:recorded|noted|minuted) that (?:he|she|they)\b)")
_TIE = re.compile(r"\b(?:own(?:s|ed|er)?|relat\w+|connected|family|wife|husband|partner|son|daughter|brother|sister|mother|father|cousin|friend|neighbour|employ\w*|works?|worked|member|trustee|governor|director|tenant|landlord|knew|known)\b", re.IGNORECASE)  # fmt: skip
_OTHERWISE = re.compile(
    r"\b(?:declared|declaring) (?:that )?(?:the |this |a )?(?:\w+ )?(?:meeting|motion|vote|election|amendment|result|session|seat|vacancy|quorum|office|proposal)\b|\b(?:duly )?(?:elected|carried|lost|open|closed|vacant)\b",
    re.IGNORECASE,
)
"""What else is declared in meetings."""
_WORDS_BETWEEN = re.compile(r"^,? (?:by way of|for|in the interests? of|for the sake of|in) [^,.]{4,60},|^,? for the record,?|^ out(?= that)")
_SHORTLY = re.compile(
    r"(?:\s*[–—-]|,)?\s+(?:(?:declared )?(?:an?|the same|a similar) (?:[\w-]+ ){0,4}interests?\b|(?:in|on|for) (?:respect of |relation to )?(?:agenda |the same )?(?:items?|minutes?|applications?)\b|(?:did )?likewise\b|did the same\b)",
    re.IGNORECASE,
)
"""What is left of a declaration that goes on from the one before it: "and Cllr Birch in item 7"."""
_NEXT = re.compile(r"(?:^|[;,.]|\band)\s*(?:and )?(?:the )?$", re.IGNORECASE)
_OF_MEMBERS = re.compile(r" (?:all |the )?(?:members|councillors|committee|council|board|panel|meeting)\b,? (?:present )?that (?:they|their)\b", re.IGNORECASE)
"""What one tells the members about themselves is no interest of one's own."""
_OWN = re.compile(r"(?:(?:that )?(?:the )?[\w ]{2,40} (?:was|were|is|are) (?:well |personally )?(?:known|related|a (?:friend|relative|neighbour)) (?:to|of) (?:him|her|them)\b|(?:(?:the )?(?:meeting|members|committee|council|board|panel|chair(?:man)?) )?\b(?:that )?(?:as (?:an?|the) [^,.]{3,60}?,? )?(?:he|she|they|his|her|their)\b[^.]{0,60}\b(?:was|were|is|are|had|has|held|holds|knew|owned|owns|lived|lives|worked|works|served|sat|sits|employed|member|related|wife|husband|son|daughter|brother|sister|"
                  r"parent|father|mother|partner|friend|governor|trustee|landlord|tenant|acquainted|would|rents?|rented|knows)\b)", re.IGNORECASE)  # fmt: skip
_INFORMED = re.compile(
    r",? (?:also |then |both |again )*(?:(?:made|let) it (?:be )?(?:known|clear|plain)(?: to [^,.]{3,30})?|(?:wished|wanted|asked|requested)(?: for)?(?: it| that it)?(?: to)? be (?:known|noted|recorded|minuted)"
    r"|drew (?:[\w’' ]{3,25} )?attention to(?= (?:his|her|their)\b| the fact| an? (?:\w+ )?(?:interest|conflict))(?: the fact)?|referred to(?= (?:his|her|their)\b))(?: that)? (?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Declared in a roundabout way: "made it known that he was in receipt of a pass"."""
_STAKE = re.compile(
    r"(?:(?:his|her|their|an?) (?:[\w-]+ ){0,4}(?:interests?|membership|employment|ownership|connection|association|involvement|relationship|friendship|conflict)\b)",
    re.IGNORECASE,
)
_PLAINLY = re.compile(
    r" (?:also )?(?:is|was|are|were) (?:also |both )?(?:in receipt of|employed by|related to|acquainted with|known to|an? (?:\w+ ){0,2}(?:member|trustee|governor|director|friend|neighbour|tenant|owner|employee|resident|relative|volunteer|shareholder|landlord)|(?:the )?(?:members|trustees|governors|directors|owner|tenant)) (?:of )?",
    re.IGNORECASE,
)
"""A tie told without a verb of saying, in an item about declarations."""
_NONE = re.compile(
    r"\bno (?:\w+ ){0,4}(?:declarations?|interests?|disclosures?)\b|\b(?:were|was) (?:no|none)\b|\bnone\b|\bwithdrew (?:his|her|their) declaration",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:having|had|who had|has|have|previously|already)\s+(?:also\s+|previously\s+)?(?:declared|disclosed)\b", re.IGNORECASE)
_LISTED = re.compile(
    r"\s*(?:,\s(?=(?:[A-Z]\w+ )?(?:non[- ]?)?\w+(?: \w+)? interests?\b|(?:agenda |minute )?(?:item|application|personal|prejudicial|pecuniary|non-)))?(?:[:–—\t|-]|\(?(?:declared|personal|prejudicial|pecuniary|disclosable|non-|affects|(?:directly )?relates to|other|item|agenda item|minute|application|dpi|buddian\w*|fuddian\w*)\b|in (?:respect|relation|item|connection)|regarding|re\b|as (?:a|an|the|he|she|they|member|chair|trustee|owner)\b|due to|because|\d)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:declarations?|disclosures?|interests?)\b(?![^.]*\bdispensation)[^.]{0,120}\b(?:by|from|made by|(?:recorded|received|noted|registered|made|submitted) for|(?<!behalf )of)(?: the following(?: \w+)?)?\W*$|\b(?:datganwyd|datgelwyd|wnaed)\b[^.]{0,120}\bgan(?: yr?)?\W*$",
    re.IGNORECASE,
)
_RECORDED = re.compile(r"\bit was (?:noted|recorded|reported) that\W*$", re.IGNORECASE)
_SO = re.compile(r"\b(?:as|so) (?:did|had|has|have)\W*$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:\([^()]{0,120}\)|(?:[–—:-] ?(?:agenda )?items?\b|in (?:item|respect of|relation to)\b)[^,;.]{0,80})?\s*(?:[,;]|,? ?(?:and|&))\s*(?:the )?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\W*(?:\(?\w{1,3}[.)]\s*)?(?:(?:agenda |minute )?(?:items?|application|minutes?|min\.)(?: no\.?| number)? ?[\w./-]{1,14}(?: [^:–—.\n]{1,60}?)?|[\w -]{0,30}?(?:interests?|pecuniary|personal|prejudicial|DPIs?)|(?:declarations?|disclosures?) of [^:.\n]{0,40}|interests? (?:was|were) (?:declared|disclosed)(?: as follows| by the following)?|(?:the )?(?:following )?(?:members|councillors) (?:each )?(?:declared|disclosed) (?:an? )?(?:[\w-]+ ){0,3}interests?)\s*(?::[-–]?|[–—-])\s*(?:the )?",
    re.IGNORECASE,
)
"""What may stand in front of who declares, in a list by items or by kinds of interest."""
_NOT_LISTED = re.compile(r"\b(?:nothing|apolog|absent|left the|arrived|joined|returned|advised|asked|reminded|invited|present)\w*", re.IGNORECASE)


def declarations_of(reading: ItemReading, table: PeopleTable) -> Iterator[Declaration]:
    """The declarations of an item, one for each person, in order."""
    about = bool(_TITLE.search(reading.title))
    seen: set[str] = set()
    heading = False
    for line, following in zip(reading.lines, [*reading.lines[1:], None], strict=False):
        sentence = reading.text[line.sentence.start : line.sentence.end]
        heading = about or (heading and bool(line.mentions)) or bool(re.search(r"\binterests?\b[^.]*:[-–]?\s*$", sentence))
        if line.sentence.quoted:
            continue
        alone = _above_their_interest(reading, line, following) if heading else ()
        for meant, rule in [
            *alone,
            *_declaring(reading, line, sentence, about, heading, "declaration:short" if about and seen else ""),
            *(_surname_alone(line, sentence, table) if heading else ()),
        ]:
            if meant.key not in seen:
                seen.add(meant.key)
                start, end = line.sentence.start, line.sentence.end
                yield Declaration(reading.item.id, meant.person_id, meant.name, reading.item.text[start:end], start, end, rule)


def _declaring(reading: ItemReading, line: Line, sentence: str, about: bool, heading: bool, earlier: str) -> Iterator[tuple[Resolved, str]]:
    if not line.mentions:
        return
    words = line.sentence.words
    before, end = earlier if line.mentions[0].start <= line.sentence.start + 4 else "", line.sentence.start
    for group in groups(words, line.mentions):
        between = reading.text[end : group[0].start]
        short = _SHORTLY.match(reading.text, group[-1].end, line.sentence.end) and _NEXT.search(between)
        also = before and (
            re.fullmatch(r" (?:a|ac|a['’]r) (?:[Yy]r? )?", between)
            or short
            or _SO.search(between)
            or (before == "declaration:by" and _GOES_ON.fullmatch(between))
        )
        rule = _rule(reading.text, line, group, words, sentence, about) or (before if also else "")
        for one in group if rule else ():
            yield line.who(one), rule
        before, end = rule or ("" if before == "declaration:by" else before), group[-1].end
    yield from _in_list(reading, line, sentence, heading)


def _in_list(reading: ItemReading, line: Line, sentence: str, heading: bool) -> Iterator[tuple[Resolved, str]]:
    """Entries without a verb: "Cllr Ash – item 5, as a governor", "Item 5: Cllrs Ash and Birch, members of the club"."""
    first = line.mentions[0]
    lead = reading.text[line.sentence.start : first.start]
    led = bool(_LEAD.fullmatch(lead)) and (heading or bool(_TITLE.search(lead)))
    plain = heading and bool(re.fullmatch(r"\W*(?:\(?\w{1,3}[.)]\s*|\d{1,4}[/.-]\d{1,4}\s+)?(?:[Tt]he |[Yy]r? )?(?:[A-Z]\w+ )?", lead))
    if (
        not (led or plain)
        or not line.sentence.opens_paragraph
        or any(one.verb for one in line.sayings)
        or _NONE.search(sentence)
        or _OTHERWISE.search(sentence)
    ):
        return
    for n, group in enumerate(groups(line.sentence.words, line.mentions)):
        after = reading.text[group[-1].end : line.sentence.end]
        entry = not n or reading.text[group[0].start - 2 : group[0].start] in (", ", "; ")
        if entry and (led or _LISTED.match(after)) and not _NOT_LISTED.search(after[:40]):
            for one in group:
                yield line.who(one), "declaration:listed"
        elif not n:
            break


def _above_their_interest(reading: ItemReading, line: Line, following: Line | None) -> Iterator[tuple[Resolved, str]]:
    """A name on a line of its own, with the interest on the next: "Item 5 – personal interest as a governor"."""
    if following is None or not line.mentions or not following.sentence.opens_paragraph or not line.sentence.opens_paragraph:
        return
    first, last = line.mentions[0], line.mentions[-1]
    only = first.start <= line.sentence.start + 4 and line.sentence.end <= last.end + 2
    if only and not line.sayings and re.match(r"\W*(?:(?:agenda |minute )?items?\b|personal|prejudicial|pecuniary|non-|DPI)", reading.text[following.sentence.start :][:40], re.IGNORECASE):  # fmt: skip
        yield from ((line.who(one), "declaration:listed") for one in line.mentions)


_ALONE = re.compile(r"\W*(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3})\s*(?:[–—-]\s|:\s|\t)\s*\S")


def _surname_alone(line: Line, sentence: str, table: PeopleTable) -> Iterator[tuple[Resolved, str]]:
    """An entry of a list that begins with a name without title: "Wilkins – Member of Wetherfield Town Council"."""
    found = _ALONE.match(sentence)
    if found and line.sentence.opens_paragraph and not line.mentions and is_name(found["name"]):
        yield table.named(Listed(found["name"], names.plain(found["name"]))), "declaration:listed"


def _roundabout(rest: str, sentence: str, about: bool) -> str:
    """The rule by which what stands behind somebody declares in a roundabout way; empty if it does not."""
    told = _INFORMED.match(rest)
    if told and (_STAKE.match(told["what"]) or _OWN.match(told["what"])) and (about or _INTEREST.search(sentence)):
        return "declaration:informed"
    if re.match(r" (?:withdrew|left|vacated|retired)\b[^,.]{0,40}, having an? (?:[\w-]+ ){0,4}interest\b", rest):
        return "declaration:having"
    if re.match(r" made an? (?:\w+ )?transparency statement\b", rest) or (about and _PLAINLY.match(rest)):
        return "declaration:tie"
    return ""


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
    if about and before[-1:] == ["that"] and _RECORDED.search(lead) and re.match(r"\W*had (?:also )?declared\b", text[group[-1].end :][:30]):
        return "declaration:noted"
    if group[-1].possessive or (before and before[-1] in ("that", "by", "to", "from", "of", "with", "for", "whether", "if")):
        return ""
    for n in range(group[-1].last, min(group[-1].last + 24, len(words))):
        word = words[n].lower
        if n == group[-1].last and (rule := _roundabout(text[group[-1].end : line.sentence.end], sentence, about)):
            return rule
        if word in _DECLARED:
            earlier = words[n - 1].lower if n else ""
            if earlier in ("had", "having", "has", "have", "previously", "been") or (n > 1 and words[n - 2].lower in ("had", "having")):
                return ""
            rest = text[words[n].start : line.sentence.end]
            if _OTHERWISE.search(rest) and not _INTEREST.search(rest):
                return ""
            ties = word.endswith("ing") and bool(_TIE.search(rest))
            return f"declaration:{word}" if ties or _INTEREST.search(sentence) or about or re.search(r"\b(?:that|as) (?:he|she|they)\b", sentence) else ""
        if word in (*_STATED, "raised", "pointed") and n <= group[-1].last + 8:
            rest = text[words[n].end : line.sentence.end]
            makes = re.match(r" (?:(?!no\b)[\w-]+ ){0,4}(?:declaration|disclosure|notice|interest|conflict)s?\b", rest)
            if word in _MADE and makes and _INTEREST.search(sentence) and (word in ("made", "gave", "notified") or about or _KIND.search(rest)):
                return "" if _WISHES.match(rest) else "declaration:made"
            if _NO.search(rest[:60]) or re.search(r"\b(?:had|did|was) not\W*$", rest):
                return ""
            if words[n - 1].lower in ("was", "were", "been", "being") or (len(group) == 1 and _OF_MEMBERS.match(rest)):
                return ""
            told = about and word not in ("made", "gave", "expressed", "notified") and _OWN.match(_WORDS_BETWEEN.sub("", rest).lstrip())
            return f"declaration:{word}" if told else ""
        if word in ("wished", "asked") and _TO_RECORD.match(text[words[n].end : line.sentence.end]) and (about or _INTEREST.search(sentence)):
            return f"declaration:{word}"
        if words[n].text in ".;:" or (word == "who" and n > group[-1].last + 3):
            return ""
    return ""
