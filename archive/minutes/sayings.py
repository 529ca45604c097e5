"""Who does what in a sentence: the subject of a verb of speaking, or who stands behind its "by"; a small grammar over words.

The guard is here: whoever is named in a that-clause, behind a preposition, as somebody's object or in a quotation does not speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.minutes.forenames import is_forename
from archive.minutes.mentions import APPOSED, Mention
from archive.minutes.prose import Sentence, Word
from archive.minutes.verbs import ADVERBS, BASE, FEELING, GERUNDS, MENTAL, MOVING, PAST, PRESENT, WELSH, speaks

# ruff: noqa: SIM905

SUBORDINATE = frozenset(
    "that whether if as what when because which whom whose where since until till unless although though than how why before after lest provided once "
    "fod bod a".split()
) - {"a"}
PREPOSITIONS = frozenset(
    "by to from of with for about on against between into through at behind including regarding concerning like under upon via near towards without "
    "within during despite except gan i am wrth".split()
) - {"i", "am"}
LINKS = frozenset(", ; : and but or & – — - ( “ ) . ] | • · * then so while whilst whereupon yet nor ac a".split()) - {"a"}
PASSIVE = frozenset(
    "moved proposed seconded presented introduced tabled asked raised put outlined requested suggested nominated given made delivered addressed submitted "
    "cross-examined expressed voiced explained supported opposed questioned led reported read challenged supplementary clarified "
    "summarised informed advised reminded told pointed mentioned stated stressed emphasised highlighted queried echoed endorsed shared backed announced "
    "argued sought reiterated disputed refuted reassured assured alerted briefed updated urged warned cautioned thanked mooted observed commented "
    "championed congratulated commended praised repeated outlined added broached flagged".split()
)
"""Participles whose "by" names who spoke."""
SAID = frozenset(
    "question questions enquiry enquiries inquiry query queries presentation presentations statement statements address update updates comment comments suggestion proposal motion "
    "amendment proposition contribution contributions observation observations point points overview briefing introduction concern concerns explanation "
    "talk talks tribute tributes supplementary remarks remark representations submission submissions evidence request deputation deputations speech speeches interjection intervention clarification".split()
)
"""Nouns whose "by", "from" or "of" may name who spoke."""
_MOTION = re.compile(r"made (?:a|the) motion\b", re.IGNORECASE)
_HAD_QUESTIONS = re.compile(
    r"had (?:(?:a|an|one|two|three|some|several|many|further|another|other|no|serious|grave|real|major) )?(?:\S+ ){0,2}?(?:questions?|quer(?:y|ies)|concerns?|comments?|suggestions?|points?|objections?|reservations?|doubts?)\b",
    re.IGNORECASE,
)
_GAVE_NOTICE = re.compile(r"had (?:given notice of|submitted|asked|put|tabled) (?:\S+ ){0,4}(?:question|statement|petition|motion)s?\b", re.IGNORECASE)
_BETWEEN = frozenset(
    "to the meeting council committee then as correct a true record for acceptance adoption approval members councillors board panel cabinet public out up "
    "forward at this point behalf chair chairman chairperson vice vice-chair vice-chairman deputy mayor treasurer secretary".split()
)
"""What may stand between a participle and its "by": "proposed as a true record by"."""
_OPENS = frozenset("with in at on following upon during further".split())
"""What a sentence may open with before its subject, without a comma: "With regret the Chairman advised"."""
_HAVE = frozenset("was were is are be been had has have that which who".split())
_STANDS_BEFORE = frozenset("both neither either even his her worship the right rt worshipful hon honourable reverend".split())
"""What may stand between the beginning of a clause and its subject."""
WELSH_PASSIVE = {
    "cynigiwyd": "move",
    "cynigwyd": "move",
    "eiliwyd": "second",
    "heiliwyd": "second",
    "gynigiwyd": "move",
    "gofynnwyd": "ask",
    "cyflwynwyd": "present",
    "adroddwyd": "report",
}
_WELSH_QUESTIONS = frozenset("gwestiwn cwestiwn gwestiynau cwestiynau ymholiad ymholiadau".split())
_GIVEN_BEFORE = re.compile(r"ymddiheur|dd?iddordeb|[bf]uddiant|llythyr")
_DID = re.compile(r"\b(?:g?wnaeth|bu i)(?:'r)? (?:yr? )?$", re.IGNORECASE)
_WELSH_DOING = re.compile(
    r" (?:groesawu|ddiolch|ofyn|holi|sylw|sylwadau|gais|gynnig|nodi|egluro|esbonio|awgrymu|gyfeirio|atgoffa|ddweud|adrodd|gyflwyno|fynegi|ateb|gadarnhau|longyfarch|annog)\b"
)
"""What somebody did, as Welsh may say it: "Gwnaeth y Cadeirydd groesawu pawb"."""
_WELSH_BE = frozenset("roedd 'roedd mae mae'r oedd".split())
_OF_THE_OPINION = re.compile(
    r" (?:o'r farn|yn (?:teimlo|credu|poeni|pryderu|bryderus|falch|awyddus|siomedig|cefnogi|gwrthwynebu|cytuno|anghytuno|dymuno|gofyn|holi|awgrymu|cynnig|diolch))\b"
)
"""What must stand behind "Roedd y Cynghorydd X", which alone says only that somebody was."""
WELSH_SAID = _WELSH_QUESTIONS | frozenset("sylw sylwadau cyflwyniad gyflwyniad anerchiad".split())
"""Nouns behind which "gan" names who spoke."""
HEARD = frozenset("heard".split())
_JOINING = frozenset(", and & / both a ac nor ;".split())
_BESIDE = frozenset(["together with", "along with", "as well as"])
_BEFORE_THIS = re.compile(r",? (?:at|from) (?:the|our|its) (?:last|previous|earlier) ")
"""Behind whoever said something at another meeting."""
_GIVING = frozenset("given submitted made led put delivered".split())
_THINGS = frozenset(
    "quote quotes quotation quotations land invoice invoices application applications complaint complaints tender tenders offer claim claims bid bids project projects "
    "group meeting meetings review team work donation donations grant grants gift payment plan plans".split()
)
"""What is given, made, submitted or led by somebody who says nothing by it."""
_REPLYING = re.compile(r"(?:\bin (?:direct |further )?(?:reply|answer|response)|\b(?:responding|replying|answering|mewn (?:ymateb|ateb)|wrth ymateb|ymateb))$")
_PAID = re.compile(
    r"\b(?:(?:tributes?|thanks) (?:was|were|is) paid|attention (?:was|were) (?:also |then )?(?:drawn|called)|it was (?:also |then |further )?(?:\S+ed|felt|said|thought)(?: out)?)$"
)
"""What is done "by" somebody who speaks, beyond a participle of speaking."""
_AT_THE_WISH = re.compile(r"\b(?:at|on|upon|following) (?:the )?(?:\S+ )?(?:request|suggestion|instigation|prompting)$")
_OPINIONS = frozenset("view opinion belief advice judgement judgment understanding".split())
_VIEWS = _OPINIONS - {"advice"} | frozenset(
    "question questions query queries enquiry enquiries concern concerns suggestion suggestions comment comments point points proposal request requests response reply "
    "answer observation observations recommendation contention argument views preference objection objections supplementary remarks feeling".split()
)
"""What is somebody's because they said it."""
_OWN = frozenset("main first second third own initial final other further only general personal principal chief greatest biggest key".split())
_WANTED = frozenset("sought requested awaited required needed expected obtained awaiting outstanding seek request obtain wanted".split())
"""What is asked of somebody has not been said by them."""
_SPEAKING = frozenset(
    "spoke speakers questions comments contributions points concerns views asked raised expressed voiced contributed commented spoken queried made".split()
)
_SOME = frozenset("members member councillors councillor several others many some speakers those number residents various".split())
_WELSH_SAID_BY = frozenset(
    "mynegwyd codwyd cafwyd derbyniwyd eglurwyd esboniwyd ategwyd cyfeiriwyd diolchwyd nodwyd dywedwyd awgrymwyd cadarnhawyd croesawyd atgoffwyd hysbyswyd "
    "holwyd gwnaed rhoddwyd cefnogwyd gwrthwynebwyd pwysleisiwyd amlinellwyd ychwanegwyd tynnwyd clywyd".split()
)
"""Impersonal verbs whose "gan", some words on, names who spoke."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody, or several, and the verb by which they speak."""

    who: tuple[Mention, ...]
    verb: str
    """Its base form; ``ask`` for who is answered; empty where words of another kind say it."""
    rule: str
    at: int
    """Offset at which the verb stands, or the name where there is none."""


def groups(words: Sequence[Word], mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Mentions that stand together as one subject: "A, B and C"; capitals behind a comma alone are where somebody lives."""
    group: list[Mention] = []
    for one in mentions:
        between = _without_brackets([word.lower for word in words[group[-1].last : one.first]]) if group else []
        beside = bool(group) and between == [","] and bool(group[-1].post) and not group[-1].name and bool(one.name)  # "of the Chairman, Mr A spoke".
        if group and group[-1].post and not group[-1].name and group[-1].first and words[group[-1].first - 1].lower == "as":
            yield _listed(words, group)  # "proposed A as Chairman and B seconded".
            group = [one]
            continue
        beside = beside or (between == [","] and _has_own_verb(words, one))
        joined = (len(between) <= 3 and _JOINING.issuperset(between) and ("/" not in between or len(between) == 1)) or " ".join(
            word for word in between if word != ","
        ) in _BESIDE
        if group and not group[-1].possessive and between and joined and not (beside and _behind_of(words, group)):
            group.append(one)
            continue
        if group:
            yield _listed(words, group)
        group = [one]
    if group:
        yield _listed(words, group)


def _without_brackets(between: list[str]) -> list[str]:
    """What stands between two names, without the short note in brackets behind the first: "by Jo Ash (objector) and Kim Birch"."""
    if between[:1] == ["("] and ")" in between[:8]:
        return between[between.index(")") + 1 :]
    return between


def _has_own_verb(words: Sequence[Word], one: Mention) -> bool:
    """Whether a verb of speaking follows somebody directly: "In reply to Councillor A, the Leader stated"."""
    at = _over_adverbs(words, one.last)
    return at < len(words) and words[at].lower in PAST


def _behind_of(words: Sequence[Word], group: Sequence[Mention]) -> bool:
    """Whether the first of a group stands behind a preposition, so that nobody who follows a comma is listed with them."""
    first = group[0].first
    return first > 0 and words[first - 1].lower in PREPOSITIONS


def _with_posts(words: Sequence[Word], mentions: Sequence[Mention], last: Sequence[Mention]) -> tuple[Mention, ...]:
    """Everybody from the beginning of the sentence on, where each is followed by what they are: "A, headteacher, B, governor and C, parent, were present and …"."""
    chain = list(last)
    for one in reversed([other for other in mentions if other.last <= last[0].first]):
        between = [word.lower for word in words[one.last : chain[0].first]]
        if between[:1] != [","] or between[-1] not in (",", "and") or len(between) > 8 or any(word in PAST or word in _HAVE for word in between):
            break
        chain.insert(0, one)
    return tuple(chain)


def _listed(words: Sequence[Word], group: list[Mention]) -> tuple[Mention, ...]:
    """The group up to where no "and" holds bare names together."""
    ends = [n for n in range(1, len(group)) if words[group[n].first - 1].text != ","]
    return tuple(one for n, one in enumerate(group) if n == 0 or one.rule != "bare" or any(n <= end for end in ends))


def sayings_of(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> list[Saying]:
    """Every saying of a sentence, in order; none of one that stands in a quotation."""
    if sentence.quoted or not mentions or _ELSEWHERE.match(text, sentence.start, sentence.end):
        return []
    words, found = sentence.words, list[Saying]()
    used: set[int] = set()
    quote = _quoted(words)
    for group in groups(words, mentions):
        first = group[0]
        if any(a <= first.first < b for a, b in quote):
            continue
        behind = [one for one in _behind(text, words, group) if not one.rule.startswith("label") or one.at not in used]
        subject = None if group[-1].possessive or any(one.rule.startswith("label") for one in behind) else _subject(text, words, group)
        if subject is not None and group[0].first and (subject.rule.startswith("present and") or words[group[0].first - 1].lower == "and"):
            chain = _with_posts(words, mentions, group)
            subject = replace(subject, who=chain) if subject.rule.startswith("present and") or chain[0].first <= 1 else subject
        found += [*behind, *([subject] if subject else [])]
        used |= {one.at for one in found}
    return found


_ELSEWHERE = re.compile(
    r"\W{0,3}(?:\d{1,3}\.?\d{0,2}\.? )?(?:at (?:the|its|our|their|a) (?:last|previous|earlier|preceding)(?: \w+)? meeting|prior to this meeting|before this meeting|outside (?:of )?the meeting|"
    r"last (?:week|month|year)|yesterday|in (?:a|an|his|her|their) (?:letter|e-?mail)|by (?:letter|e-?mail)|earlier (?:this|in the) (?:week|month|year))\b",
    re.IGNORECASE,
)
"""How a sentence opens that tells what was said elsewhere, or earlier."""


def _quoted(words: Sequence[Word]) -> list[tuple[int, int]]:
    """(from, behind) of quotations within a sentence."""
    found, opened = [], -1
    for n, word in enumerate(words):
        if word.text == "“":
            opened = n
        elif word.text == "”" and opened >= 0:
            found.append((opened, n))
            opened = -1
    return [*found, (opened, len(words))] if opened >= 0 else found


# ── behind "by", "from", "in reply to" ──────────────────────────────────────────────────────────────────────────────


def _behind(text: str, words: Sequence[Word], group: tuple[Mention, ...]) -> Iterator[Saying]:
    """Sayings in which the group stands behind a participle or a noun of speaking."""
    at = group[0].first
    before = [word.lower for word in words[max(0, at - 9) : at]]
    if group[-1].possessive:
        yield from _of_theirs(words, group, before)
        return
    while before and before[-1] in (":", "–", "-", "the", "both", "—", "y", "yr"):
        before.pop()
    if not before:
        return
    last = before[-1]
    rest = before[:-1]
    start = words[at].start
    if last == "by":
        verbs = _participles(words, at - (len(words[max(0, at - 9) : at]) - len(rest)))
        if not verbs and (far := _participle_before(words, at)):
            verbs = [far]
        if not verbs and rest[-1:] == ["confirmed"] and not any(word.lower in ("minutes", "record", "order") for word in words[:at]):
            verbs = ["confirmed"]
        near = rest[-7:]
        if (
            _BEFORE_THIS.match(text, group[-1].end)
            or "previously" in near
            or (not _THINGS.isdisjoint(near) and SAID.isdisjoint(near) and _GIVING.issuperset(verbs))
        ):
            return
        for verb in verbs:
            yield Saying(group, PAST.get(verb, verb), f"by:{verb}", words[at].start)
        if not verbs and (_noun_of_speech(rest) or _PAID.search(" ".join(rest))):
            yield Saying(group, "ask" if _asks(rest) else "", "noun by", words[at].start)
    elif last == "from":
        if (rest and rest[-1] in HEARD) or (
            _noun_of_speech(rest)
            and rest[-1] not in _WANTED
            and not (rest[-3:] == ["had", "been", "received"] and "question" not in rest and "questions" not in rest)
        ):
            yield Saying(group, "ask" if _asks(rest) else "", "noun from", words[at].start)
    elif last == "gan" and rest and rest[-1] in WELSH_PASSIVE:
        yield Saying(group, WELSH_PASSIVE[rest[-1]], f"gan:{rest[-1]}", words[at].start)
    elif last == "gais" and rest and rest[-1] == "ar":
        yield Saying(group, "", "at the request of", start)
    elif last == "gan" and (passive := next((word for word in rest if word in _WELSH_SAID_BY), "")) and not _GIVEN_BEFORE.search(" ".join(rest)):
        yield Saying(group, "", f"gan:{passive}", start)
    elif last == "gan" and rest and rest[-1] in WELSH_SAID:
        yield Saying(group, "ask" if rest[-1] in _WELSH_QUESTIONS else "", f"gan:{rest[-1]}", words[at].start)
    elif last == "moladh" or (last == "ag" and rest and rest[-1] == "cuidithe"):
        yield Saying(group, "move" if last == "moladh" else "second", f"irish:{last}", words[at].start)
    elif last == "of" and rest and rest[-1] in ("proposal", "proposition", "motion") and len(rest) > 1 and rest[-2] in ("the", "on"):
        yield Saying(group, "move", "motion of", words[at].start)
    elif last == "of" and _AT_THE_WISH.search(" ".join(rest)):
        yield Saying(group, "", "at the request of", start)
    elif last == "of" and rest and rest[-1] in _OPINIONS and ((len(rest) > 2 and rest[-3:-1] == ["in", "the"]) or _is_stated(words, group[-1].last)):
        yield Saying(group, "feel", "view of", start)
    elif last in ("to", "i'r", "i") and _REPLYING.search(" ".join(rest)):
        yield Saying(group, "ask", "reply to", start)
    elif last in ("including", "included", "were", "was", "are") and _is_of_speakers([word.lower for word in words[: at - 1]], last):
        yield Saying(group, "", "speakers", start)
    elif last == "did" and rest and rest[-1] in ("as", "so", "too", "nor", "neither") and any(word in PAST for word in rest):
        yield Saying(group, "feel", "as did", start)
    elif last in ("said", "added", "replied", "explained", "responded") and rest and rest[-1] in (",", "”", "'"):
        yield Saying(group, PAST[last], f"said:{last}", start)
    elif last in ("proposed", "seconded", "moved", "proposer", "seconder", "mover", "prop", "sec", "2nd") or (
        last == "." and rest and rest[-1] in ("prop", "sec")
    ):
        word = rest[-1] if last == "." else last
        if _is_label(words, at, word):
            yield Saying(group, "second" if word.startswith(("sec", "2nd")) else "move", f"label:{word}", _start_of(words, at, word))


def _of_theirs(words: Sequence[Word], group: tuple[Mention, ...], before: Sequence[str]) -> Iterator[Saying]:
    """Sayings told by what is somebody's: "Cllr A's question was whether", "In Cllr A's view", "In reply to Cllr A's question"."""
    end = group[-1].last
    while end < len(words) and (words[end].text == "'" or words[end].lower in ("s", *_OWN) or words[end].lower in ADVERBS):
        end += 1
    noun = words[end].lower if end < len(words) else ""
    before = [word for word in before if word not in ("the", "y", "yr")]
    opens = not before or before[-1] in (",", ".", ":", ";", "•", "-", "–", ")", "and", "but")
    if noun in _VIEWS and opens and _is_stated(words, end + 1):
        yield Saying(group, "ask" if _asks([noun]) else "", "theirs", words[end].start)
    elif noun in _OPINIONS and before and before[-1] == "in":
        yield Saying(group, "feel", "view of", words[end].start)
    elif noun in _VIEWS and before and before[-1] == "to" and _REPLYING.search(" ".join(before[:-1])):
        yield Saying(group, "ask", "reply to", words[group[0].first].start)


def _is_stated(words: Sequence[Word], at: int) -> bool:
    """Whether what a view or a question holds is told from a word on: "was that", "were:", "related to"."""
    at = _over_adverbs(words, at)
    return at < len(words) and words[at].lower in ("was", "were", "is", "are", "related", "concerned", "centred", "regarded")


def _is_of_speakers(before: Sequence[str], last: str) -> bool:
    """Whether a list of those who spoke follows: "Speaking were", "The speakers were", "Comments were made by Members including"."""
    if "that" in before or not before:
        return False
    if last in ("were", "was", "are"):
        opening = [word for word in before if word not in ADVERBS and word not in ("the", "public")][:1]
        return opening in (["speaking"], ["speakers"], ["speaker"]) or ("who" in before and any(word in ("spoke", "contributed") for word in before))
    near = before[-14:]
    return any(word in _SPEAKING for word in near) and any(word in _SOME for word in near)


def _start_of(words: Sequence[Word], at: int, label: str) -> int:
    return next(word.start for word in reversed(words[:at]) if word.lower == label)


def _is_label(words: Sequence[Word], at: int, word: str) -> bool:
    """Whether "Proposed" stands as a label, with nobody in front: "Proposed: Cllr A", "seconded Cllr B"."""
    place = at - 1
    while place >= 0 and words[place].text in ":–-—.":
        place -= 1
    if place < 0:
        return False
    if words[place].lower.startswith(("sec", "2nd")):
        return True
    return place == 0 or words[place - 1].text in ",.;:()–-[“”and|" or words[at - 1].text in ":–-—"


def _participles(words: Sequence[Word], end: int) -> list[str]:
    """The participles of speaking directly in front of "by": "proposed and seconded by" has two, "A proposed, seconded by" one."""
    found: list[str] = []
    place = end - 1
    while place >= 0 and end - place <= 8:
        word = words[place].lower
        if word in PASSIVE:
            if found and place and words[place - 1].is_capital:
                break
            found.insert(0, word)
        elif not (word in ADVERBS or word in ("and", ",", "&", "was", "duly") or (not found and word in _BETWEEN)):
            break
        place -= 1
    return found


def _participle_before(words: Sequence[Word], at: int) -> str:
    """The participle behind "was", with somebody or something between it and its "by": "Thanks were expressed to Cllr A by Cllr B"."""
    for n in range(at - 3, max(0, at - 14), -1):
        word = words[n].lower
        if word in (".", ",", ";", ":", "that") or (word in PAST and word not in PASSIVE):
            return ""
        if word in PASSIVE and words[n - 1].lower in ("was", "were") and words[n + 1].lower in ("to", "from", "about", "on", "at", "regarding", "concerning"):
            return word
    return ""


def _noun_of_speech(before: Sequence[str]) -> bool:
    """Whether a noun of speaking stands near the end: "questions submitted", "a verbal report"."""
    near = list(before[-6:])
    if any(word in ("no", "awaiting", "awaited", "any") for word in near):
        return False
    if any(
        word in ("letter", "letters", "email", "emails", "e-mail", "correspondence", "apologies", "objection", "objections", "report", "written")
        for word in near
    ):
        return "oral" in near or "verbal" in near
    return any(word in SAID for word in near)


def _asks(before: Sequence[str]) -> bool:
    return any(word.startswith(("question", "enquir", "inquir", "quer", "supplementary")) for word in before[-6:])


# ── subjects ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _subject(text: str, words: Sequence[Word], group: tuple[Mention, ...]) -> Saying | None:
    """The saying whose subject is the group, if it is one and its verb speaks."""
    at, end = group[0].first, group[-1].last
    inverted = _welsh_verb(words, at) or (
        "roedd" if _OF_THE_OPINION.match(text, group[-1].end) and at and {word.lower for word in words[max(0, at - 2) : at]} & _WELSH_BE else ""
    )
    if not inverted and at and _DID.search(text[max(0, group[0].start - 16) : group[0].start]) and _WELSH_DOING.match(text, group[-1].end):
        inverted = "gwnaeth"
    if inverted:
        return Saying(group, inverted, "verb first", words[at].start)
    with_them = at and words[at - 1].lower == "with"
    if with_them:
        place = _over_adverbs(words, end)
        if place < len(words) and words[place].lower in GERUNDS and speaks(GERUNDS[words[place].lower], text, words[place].end):
            return Saying(group, GERUNDS[words[place].lower], f"with:{words[place].lower}", words[place].start)
    if not _may_be_subject(words, at):
        return _received(text, words, group)
    bare = any(one.rule == "bare" for one in group) and not any(_is_certain(one.name) for one in group if one.name)
    verb = _verb(text, words, end, bare)
    if verb is None:
        return None
    place, base, rule = verb
    if _is_embedded(words, at, words[place].lower) or (bare and words[place].lower in _OFTEN_PASSIVE and not _has_object(words, place + 1)):
        return None
    return Saying(group, base, rule, words[place].start)


_PASSED = re.compile(r"\b(?:over|floor|passed|handed)\b.* to$")
_OFTEN_PASSIVE = frozenset(
    "requested presented suggested noted submitted recommended raised proposed reported mentioned announced discussed considered supported opposed tabled circulated "
    "confirmed accepted debated highlighted addressed reviewed shared read questioned queried".split()
)
_NO_OBJECT = frozenset(". ; : , ) | for as at by in out and from to with".split())


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Whether a verb has something it is about behind it: "Grit Bin requested." is a note of what was requested."""
    return at < len(words) and words[at].lower not in _NO_OBJECT


_RECEIVED = frozenset("welcomed introduced invited thanked called heard was were from by upon over received".split())
"""Words in front of somebody who is heard in this meeting."""


def _is_certain(name: str) -> bool:
    """Whether a name begins with an initial or a forename that nothing else is called by."""
    first = name.split()[0].rstrip(".")
    return len(first) == 1 or is_forename(first.casefold())


def _received(text: str, words: Sequence[Word], group: tuple[Mention, ...]) -> Saying | None:
    """A guest who then speaks: "The Chair welcomed Mr A, who spoke of the path"."""
    at, end = group[0].first, group[-1].last
    before = [word.lower for word in words[:at]]
    if (
        not before
        or "had" in before
        or "that" in before
        or not (any(word in _RECEIVED for word in before[-3:]) or _PASSED.search(" ".join(before[-5:])))
        or any(word in _WRITTEN for word in before)
    ):
        return None
    if end < len(words) and words[end].text == "(":
        end = max(_closing(words, end), end)
    if end < len(words) and words[end].text == ",":
        closing = _next_comma(words, end + 1)
        end = end + 1 if words[end + 1 : end + 2] and words[end + 1].lower == "who" else closing + 1 if closing > 0 else end
    if end >= len(words) or words[end].lower != "who":
        return None
    verb = _verb_here(text, words, _over_adverbs(words, end + 1))
    return Saying(group, verb[1], f"who:{words[verb[0]].lower}", words[verb[0]].start) if verb else None


_WRITTEN = frozenset("letter letters email emails e-mail correspondence phone telephone report spoken written".split())


def _welsh_verb(words: Sequence[Word], at: int) -> str:
    """The Welsh verb in front of a mention: "Gofynnodd y Cynghorydd"."""
    place = at - 1
    while place >= 0 and at - place <= 2 and words[place].lower in ("y", "yr", "hefyd", "wedyn", "i'r"):
        place -= 1
    return words[place].lower.removesuffix("'r") if place >= 0 and words[place].lower.removesuffix("'r") in WELSH else ""


def _may_be_subject(words: Sequence[Word], at: int) -> bool:
    """Whether a clause may begin here: at the start, behind a sign, behind "and"; not behind a preposition or a verb."""
    place = at - 1
    while place >= 0 and (words[place].lower in ADVERBS or words[place].lower in _STANDS_BEFORE):
        place -= 1
    if place < 0:
        return True
    before = words[place].lower
    if before in LINKS or (before in APPOSED and place <= 3) or _behind_which(words, place):
        return True
    if place == 0 and before in ("although", "though"):
        return True
    if (
        place
        and words[0].lower in _OPENS
        and before not in PREPOSITIONS
        and not any(word.lower in PAST or word.lower in _HAVE for word in words[1 : place + 1])
    ):
        return True
    return (
        (before in ("when", "meeting", "item", "point", "debate", "question", "chair", "discussion", "response", "reply") and before != "when")
        or words[place].text.isdigit()
        or before == "councillor"
    )


def _behind_which(words: Sequence[Word], place: int) -> bool:
    """Whether a clause begins behind "to which", or behind "in which" where a debate is told of."""
    if words[place].lower != "which" or not place:
        return False
    before = words[place - 1].lower
    return before in ("to", "with", "after", "upon") or (
        before in ("in", "during") and any(word.lower in ("discussion", "discussions", "debate", "deliberation", "exchange") for word in words[:place])
    )


def _is_embedded(words: Sequence[Word], at: int, verb: str) -> bool:
    """Whether the clause hangs on a "that" opened before it and nothing closes."""
    opened = False
    for n in range(at):
        word = words[n].lower
        if word in ("that", "whether", "if", "fod", "bod") and n and not _is_determiner(words, n):
            opened = True
        elif word in (";", ".", ":") or word == "resolved":
            opened = False
    if not opened or _opens_with_clause(words, at):
        return False
    place = at - 1
    while place >= 0 and words[place].lower in ADVERBS:
        place -= 1
    return words[place].lower not in ("and", "but", "while", "whilst", "then")


_CLAUSES = frozenset(
    "asked when on in upon responding replying answering following noting given having after with questioned referring considering hearing".split()
)


def _opens_with_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a comma ends the clause that a sentence opens with: "Asked by A whether it was so, B said", "In reply to A, who asked if …, B said"."""
    if words[at - 1].text != "," or words[0].lower not in _CLAUSES:
        return False
    opens = next((n for n in range(1, at) if words[n].lower in ("that", "whether", "if") and not _is_determiner(words, n)), at)
    return not any(word.lower in PAST for word in words[2:opens]) and sum(word.lower in ("that", "whether", "if") for word in words[:at]) == 1


def _is_determiner(words: Sequence[Word], n: int) -> bool:
    """Whether "that" points at a noun: "on that basis", "at that meeting"."""
    return words[n - 1].lower in PREPOSITIONS or (
        n + 1 < len(words) and words[n + 1].lower in ("point", "time", "meeting", "stage", "juncture", "basis", "item", "date", "evening")
    )


def _over_adverbs(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].lower in ADVERBS:
        at += 1
    return at


_OTHERS = frozenset("members officers councillors colleagues committee board panel".split())


def _behind_others(words: Sequence[Word], at: int) -> int:
    """Behind ``Members`` in "The Chair and Members thanked"; 0 where others stand there."""
    at += at < len(words) and words[at].lower in ("the", "other")
    return at + 1 if at < len(words) and words[at].lower in _OTHERS else 0


def _verb(text: str, words: Sequence[Word], at: int, bare: bool) -> tuple[int, str, str] | None:
    """(place, base form, rule) of the verb of a subject that ends before ``at``, over adverbs, brackets and appositions."""
    skipped = 0
    while at < len(words):
        at = _over_adverbs(words, at)
        if at >= len(words):
            return None
        word = words[at].lower
        found = _verb_here(text, words, at) or _and_speaks(text, words, at)
        if found is not None:
            return found
        if word in ("who", "who'd"):
            inner = _verb_here(text, words, _over_adverbs(words, at + 1)) if word == "who" else None
            if inner is not None:
                return inner
            at = _next_comma(words, at)
            if at < 0:
                return None
            at += 1
        elif word == "and" and (behind := _behind_others(words, at + 1)):
            at = behind
        elif word == "(" or word == "[":
            at = _closing(words, at)
            if at < 0:
                return None
        elif word == ":" and not skipped and (after := at + 1 + (words[at + 1 : at + 2] != () and words[at + 1].text in "-–")) < len(words):
            if words[after].lower not in PAST or words[after].lower in MOVING:
                return None
            at = after  # "Cllr A:- reported that".
        elif word in ("–", "—", "-") and bare:
            return None  # "Marlshire Rescue - request for a grant - noted".
        elif word in (",", "–", "—", "-"):
            after = _over_adverbs(words, at + 1)
            if after < len(words) and (words[after].lower in ("who", "who'd") or _verb_here(text, words, after) is not None):
                at = after
                continue
            if skipped >= 3:
                return None
            skipped += 1
            closing = _next_comma(words, at + 1)
            if closing < 0:
                return None
            at = closing
            if words[at].text == ",":
                following = _over_adverbs(words, at + 1)
                if following < len(words) and (_verb_here(text, words, following) is not None or words[following].lower in ("who", "who'd")):
                    at = following
        elif (
            bare
            or word not in ("for", "of", "on", "from", "in", "as", "speaking", "representing", "with", "at", "and", "when", "having", "himself", "herself")
            or word == "and"
        ):
            return None
        else:  # A short phrase between subject and verb: "Councillor Smith on behalf of the Group said".
            place, steps = at + 1, 0
            while place < len(words) and steps < 9 and words[place].text not in ".;:" and _verb_here(text, words, place) is None and words[place].text != ",":
                place, steps = place + 1, steps + 1
            if place >= len(words) or (words[place].text != "," and _verb_here(text, words, place) is None):
                return None
            at = place
    return None


_ACTS = frozenset(
    "opened closed called took signed arrived joined left declared circulated distributed displayed abstained voted rejoined returned vacated started began "
    "commenced stood entered chaired resumed concluded adjourned apologised tendered resigned withdrew".split()
)
"""What somebody does in the meeting, besides speaking."""
_TELLS = frozenset(["reported"])
"""What somebody says here of what they did elsewhere."""
_GOING_ON = frozenset(
    "saying stating adding explaining noting asking suggesting arguing thanking welcoming commenting pointing expressing declaring citing".split()
)


def _and_speaks(text: str, words: Sequence[Word], at: int) -> tuple[int, str, str] | None:
    """The second verb of a subject: "opened the meeting and welcomed all", "abstained, saying that it was dear", "visited the site and reported that …"."""
    word = words[at].lower
    inside = word in _ACTS or (word in ("had", "has") and at + 1 < len(words) and words[at + 1].lower == "attended")
    if not inside and not (word in ("has", "had", "met", "went") or (word.endswith("ed") and word not in PAST)):
        return None
    for n in range(at + 1, min(at + 22, len(words) - 1)):
        sign = words[n].text
        if sign in ";:" or words[n].lower in ("that", "who", "which", "was", "were"):
            return None
        after = _over_adverbs(words, n + 1)
        if after >= len(words):
            return None
        following = words[after].lower
        if (
            words[n].lower in ("and", "but", "then")
            and following in PAST
            and (inside or following in _TELLS)
            and speaks(PAST[following], text, words[after].end)
        ):
            return after, PAST[following], f"and:{following}"
        if inside and sign == "," and following in _GOING_ON and speaks(GERUNDS[following], text, words[after].end):
            return after, GERUNDS[following], f"and:{following}"
    return None


def _closing(words: Sequence[Word], at: int) -> int:
    """Behind the bracket that closes the one at ``at``; -1 if none does soon."""
    return next((n + 1 for n in range(at + 1, min(at + 40, len(words))) if words[n].text in ")]"), -1)


def _next_comma(words: Sequence[Word], at: int) -> int:
    """The next comma or dash within reach; -1 if the sentence ends first."""
    for n in range(at, min(at + 24, len(words))):
        if words[n].text in (",", "–", "—", "-"):
            return n
        if words[n].text in ";:":  # A full stop within a sentence ends an abbreviation: "Cllr. A".
            return -1
        if words[n].text == "(":
            continue
    return -1


def _verb_here(text: str, words: Sequence[Word], at: int) -> tuple[int, str, str] | None:
    """The verb of speaking that begins at a word: a past form, "was concerned", "did not agree", "went on to say", "were present and addressed"."""
    if at >= len(words):
        return None
    word = words[at].lower
    if word in PAST:
        base = PAST[word]
        if at + 1 < len(words) and words[at + 1].lower == "by" and word in PASSIVE:
            return None
        if speaks(base, text, words[at].end):
            if word in _DONE_TO and at and words[at - 1].lower in ("was", "were", "been", "be"):
                return None
            return at, "move" if _MOTION.match(text, words[at].start) else base, f"verb:{word}"
        return None
    if word in PRESENT and at and _is_reporting(words, at) and speaks(PRESENT[word], text, words[at].end):
        return at, PRESENT[word], f"present:{word}"
    after = at + 1
    if word == "would" and (behind := _over_adverbs(words, after)) < len(words) and words[behind].lower in ("like", "prefer", "welcome", "appreciate"):
        return behind, "feel", f"would:{words[behind].lower}"
    if (
        word in ("had", "has")
        and after + 2 < len(words)
        and words[after].lower in ("nothing", "little")
        and words[after + 1].lower in ("to", "further", "new", "more")
    ):
        return at, "report", "verb:had nothing to report"
    if word in ("was", "is") and after < len(words):
        behind = _over_adverbs(words, after)
        if behind < len(words) and words[behind].lower in _IN_PROGRESS:
            return behind, GERUNDS[words[behind].lower], f"gerund:{words[behind].lower}"
    if word in ("was", "were", "is"):
        while after < len(words) and (
            words[after].lower in ADVERBS or words[after].lower in ("not", "very", "most", "rather", "more", "extremely", "also", "still")
        ):
            after += 1
        if after < len(words) and words[after].lower in FEELING:
            if (
                words[after].lower in ("able", "willing", "pleased", "keen", "happy")
                and words[after - 1].lower != "not"
                and after + 1 < len(words)
                and words[after + 1].lower == "with"
            ):
                return None
            return after, "feel", f"feeling:{words[after].lower}"
        if after + 2 < len(words) and words[after].lower == "of" and words[after + 1].lower in ("the", "a"):
            return (
                (after, "feel", "feeling:of the view")
                if any(one.lower in ("view", "opinion", "belief", "mind") for one in words[after + 2 : after + 4])
                else None
            )
        if after < len(words) and words[after].lower in ("invited", "called", "allowed", "permitted", "given"):
            found = _present_and(text, words, after)
            return None if found is None or words[found[0]].lower in _DONE_TO else found
        if (
            after + 1 < len(words)
            and words[after].lower == "in"
            and words[at - 1].lower != "all"
            and words[after + 1].lower in ("favour", "agreement", "support")
        ):
            return after, "feel", "feeling:in favour"
        if after < len(words) and words[after].lower in ("in", "present", "able"):
            return _present_and(text, words, after)
        return None
    if word in ("did", "didn't", "could", "couldn't") and after < len(words):
        if words[after].lower == "not":
            after += 1
        elif word in ("did", "could"):
            asked = words[after].lower
            return (after, asked, f"did:{asked}") if word == "did" and asked in BASE and speaks(asked, text, words[after].end) else None
        return (after, "feel", f"mind:{words[after].lower}") if after < len(words) and words[after].lower in MENTAL else None
    if word in ("wished", "wanted", "sought", "continued", "began", "concluded", "started", "rose", "able", "opened", "took") and after + 1 < len(words):
        place = after + 1 if words[after].lower in ("to", "by") else after
        if place < len(words):
            following = words[place].lower
            base = following if following in BASE else GERUNDS.get(following, "")
            if base and speaks(base, text, words[place].end):
                return place, base, f"verb:{following}"
    if word == "had" and _HAD_QUESTIONS.match(text, words[at].start):
        return at, "ask", "verb:had questions"
    if word == "had" and _GAVE_NOTICE.match(text, words[at].start):
        return at, "ask", "verb:had given notice"
    if word == "attended" and after < len(words):
        to = next((n for n in range(after, min(after + 6, len(words) - 1)) if words[n].lower == "to" or words[n].text in ",.;"), after)
        if words[to].lower == "to" and words[to + 1].lower in _COMES_TO:
            return to + 1, "speak", f"attended to:{words[to + 1].lower}"
        return _present_and(text, words, after)
    return None


_DONE_TO = frozenset("asked told informed invited advised reminded thanked congratulated encouraged urged requested".split())
"""Past forms that behind "was" tell what was done to somebody."""
_IN_PROGRESS = frozenset("proposing asking suggesting requesting advocating recommending".split())
"""Behind "is" or "was": what somebody is saying."""
_COMES_TO = frozenset("discuss speak present give talk explain outline update address answer introduce report provide brief describe".split())
"""What somebody attends a meeting to do who is heard there."""


def _is_reporting(words: Sequence[Word], at: int) -> bool:
    """Whether a word in the present tense is a verb, which something depends on, and not a noun: "reports that", not "Clerk reports"."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    return following in _DEPENDS or (words[at].lower in ("wishes", "wants", "hopes") and following == "to")


_DEPENDS = frozenset("that if whether the a an for about his her their why how when what all members this it he she they there no".split())


def _present_and(text: str, words: Sequence[Word], at: int) -> tuple[int, str, str] | None:
    """ "were present and addressed the meeting", "was in attendance and answered questions", "attended and spoke"."""
    elsewhere = words[at - 1].lower == "attended" and words[at].lower in ("a", "an")  # "attended an event and spoke to the warden".
    for n in range(at, min(at + 8, len(words))):
        if elsewhere and words[n].lower == "and" and words[n + 1 : n + 2] and words[n + 1].lower not in ("reported", "said"):
            return None
        if words[n].lower == "and" and n + 1 < len(words) and words[n + 1].lower in PAST and speaks(PAST[words[n + 1].lower], text, words[n + 1].end):
            return n + 1, PAST[words[n + 1].lower], f"present and:{words[n + 1].lower}"
        if words[n].text in ",.;":
            return None
        if words[n].lower == "to" and n + 1 < len(words) and words[n + 1].lower in BASE and n + 1 < at + 6 and words[at].lower in ("present", "in", "able"):
            return (
                (n + 1, words[n + 1].lower, f"present to:{words[n + 1].lower}")
                if speaks(words[n + 1].lower, text, words[n + 1].end) and words[at].lower == "able"
                else None
            )
    return None


LABELLED = re.compile(r"(?:Q(?:uestion)? ?\d* ?[\[(–-]? ?$)|(?:^|\W)(?:Question|Q)s? ?\d*[:.)]? ?(?:from|by|asked by|put by|submitted by)? ?$", re.IGNORECASE)
