"""Who stands behind "by", "from", "in reply to" and the like and so has spoken: told by the participle or the noun in front."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.minutes.mention.naming import Mention
from archive.minutes.prose import Word
from archive.minutes.speech.groups import Saying
from archive.minutes.speech.predicates import PASSIVE, over_adverbs
from archive.minutes.verbs import ADVERBS, PAST

# ruff: noqa: SIM905

SAID = frozenset(
    "question questions enquiry enquiries inquiry query queries presentation presentations statement statements address update updates comment comments suggestion proposal motion "
    "amendment proposition contribution contributions observation observations point points overview briefing introduction concern concerns explanation "
    "talk talks tribute tributes supplementary remarks remark representations submission submissions evidence request deputation deputations speech speeches interjection intervention clarification".split()
)
"""Nouns whose "by", "from" or "of" may name who spoke."""
_BETWEEN = frozenset(
    "to the meeting council committee then as correct a true record for acceptance adoption approval members councillors board panel cabinet public out up "
    "forward at this point behalf chair chairman chairperson vice vice-chair vice-chairman deputy mayor treasurer secretary".split()
)
"""What may stand between a participle and its "by": "proposed as a true record by"."""
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
_GIVEN_BEFORE = re.compile(r"ymddiheur|dd?iddordeb|[bf]uddiant|llythyr|\b[cg]ais\b|geisiad|ddeiseb|deiseb|gwrthwynebiad|enwebiad")
WELSH_SAID = _WELSH_QUESTIONS | frozenset("sylw sylwadau cyflwyniad gyflwyniad anerchiad".split())
"""Nouns behind which "gan" names who spoke."""
HEARD = frozenset("heard hearing".split())
_WHO_HEARS = frozenset("having after on upon members committee sub-committee council board panel cabinet authority body then also and".split())
"""What stands in front of "heard" where somebody is heard here: "Having heard Mr A, the Council agreed"."""
_BEFORE_THIS = re.compile(r",? (?:at|from) (?:the|our|its) (?:last|previous|earlier) ")
"""Behind whoever said something at another meeting."""
_SENT_ROUND = frozenset("circulated distributed issued published".split())
_DONE_WITH = frozenset(
    "signed approved prepared received considered adopted required written drafted published issued caused produced commissioned audited checked".split()
)
"""What is done with a statement or a request by somebody who does not speak it."""
_GIVING = frozenset("given submitted made led put delivered".split())
_PRIZES = frozenset("award awards prize prizes medal medals certificate certificates cheque cheques trophy trophies shield cup badge badges".split())
"""What is presented by somebody who need say nothing."""
_THINGS = frozenset(
    "quote quotes quotation quotations land invoice invoices application applications complaint complaints tender tenders offer claim claims bid bids project projects "
    "group meeting meetings review team work donation donations grant grants gift payment plan plans".split()
)
"""What is given, made, submitted or led by somebody who says nothing by it."""
_REPLYING = re.compile(r"(?:\bin (?:direct |further )?(?:reply|answer|response)|\b(?:responding|replying|answering|mewn (?:ymateb|ateb)|wrth ymateb|ymateb))$")
_TOUCHED = frozenset("troubled surprised concerned worried struck pleased puzzled saddened annoyed disappointed alarmed baffled".split())
_P_AND_S = re.compile(r"\bP ?: ?[A-Z].{2,60}?\bS ?: ?[A-Z]")
"""Proposer and seconder, as some clerks write them shortly."""
_AS_ONE_SEES_IT = re.compile(
    r",? (?:it (?:seemed|appeared|looked) |the (?:\S+ )?(?:question|issue|matter|point|concern|answer|key|problem|difficulty|choice) (?:was|were|lay) )"
)
"""Behind "for" or "to" somebody: "For Councillor A the question was"."""
_PAID = re.compile(
    r"\b(?:(?:tributes?|thanks) (?:was|were|is) paid|attention (?:was|were) (?:also |then )?(?:drawn|called)|it was (?:also |then |further )?(?:\S+ed|felt|said|thought)(?: out)?|"
    r"(?:debate|discussion|questioning|questions) (?:was|were) (?:then )?(?:opened|closed|begun|started|led|wound up|kicked off)|(?:vote|division|poll|report) (?:was|were|(?:has|having|had) been) (?:called|asked) for|"
    r"(?:sympathy|condolences|congratulations|thanks|welcome|wishes) (?:was|were) (?:also )?(?:extended|offered|conveyed|given)(?: to (?:\S+ ?){1,6})?|(?:dissent|objection|thanks|appreciation|concern|concerns|disappointment) (?:was|were) (?:recorded|registered|put on record))$"
)
"""What is done "by" somebody who speaks, beyond a participle of speaking."""
_AT_THE_WISH = re.compile(r"\b(?:at|on|upon|following) (?:the )?(?:\S+ )?(?:request|suggestion|instigation|prompting)$")
_OPINIONS = frozenset("words view opinion belief advice judgement judgment understanding".split())
_VIEWS = _OPINIONS - {"advice", "words"} | frozenset(
    "question questions query queries enquiry enquiries concern concerns suggestion suggestions comment comments point points proposal request requests response reply "
    "answer observation observations recommendation contention argument views preference objection objections supplementary remarks feeling".split()
)
"""What is somebody's because they said it."""
_TOLD_NOUNS = frozenset("concern concerns comment comments observation observations objection objections reply answer response".split())
"""What is somebody's where it is told: "The reply from A was that", "The concerns of A were noted"."""
_MOTIONS = frozenset("motion amendment proposal proposition nomination".split())
_OWN = frozenset("main first second third own initial final other further only general personal principal chief greatest biggest key".split())
_WANTED = frozenset("sought requested awaited required needed expected obtained awaiting outstanding seek request obtain wanted".split())
"""What is asked of somebody has not been said by them."""
_SPEAKING = frozenset(
    "spoke speaking speakers questions comments contributions points concerns views asked raised expressed voiced contributed commented spoken queried made".split()
)
_SPOKEN = frozenset("spoke asked contributed commented speaking spoken raised queried".split())
_SOME = frozenset("members member councillors councillor several others many some speakers those number residents various".split())
_WELSH_SAID_BY = frozenset(
    "cyflwynwyd adroddwyd mynegwyd codwyd cafwyd derbyniwyd eglurwyd esboniwyd ategwyd cyfeiriwyd diolchwyd nodwyd dywedwyd awgrymwyd cadarnhawyd croesawyd atgoffwyd hysbyswyd "
    "holwyd gwnaed rhoddwyd cefnogwyd gwrthwynebwyd pwysleisiwyd amlinellwyd ychwanegwyd tynnwyd clywyd".split()
)
"""Impersonal verbs whose "gan", some words on, names who spoke."""


def sayings_behind(text: str, words: Sequence[Word], group: tuple[Mention, ...]) -> Iterator[Saying]:
    """Sayings in which the group stands behind a participle or a noun of speaking."""
    at = group[0].first
    before = [word.lower for word in words[max(0, at - 9) : at]]
    if group[-1].possessive:
        yield from _of_theirs(words, group, before)
        return
    while before and before[-1] in (":", "–", "-", "the", "both", "—", "y", "yr", "an"):
        before.pop()
    if not before:
        return
    last = before[-1]
    rest = before[:-1]
    start = words[at].start
    if last == "(" and [word.lower for word in words[group[-1].last : group[-1].last + 2]] in (
        [",", "seconded"],
        [",", "seconder"],
        ["and", "seconded"],
        [",", "2nd"],
    ):
        yield Saying(group, "move", "label:(", start)  # "(AK, seconded GE)".
    elif last == "by":
        verbs = _participles(words, at - (len(words[max(0, at - 9) : at]) - len(rest)))
        if not verbs and (far := _participle_before(words, at)):
            verbs = [far]
        if not verbs and rest[-1:] == ["confirmed"] and not any(word.lower in ("minutes", "record", "order") for word in words[:at]):
            verbs = ["confirmed"]
        near = rest[-7:]
        if not verbs and "read" in near:
            return  # "The Clerk read a statement by Mr Ash".
        if (
            _BEFORE_THIS.match(text, group[-1].end)
            or ("previously" in near and near[near.index("previously") + 1] not in _SENT_ROUND)
            or (verbs == ["given"] and ("apologies" in near or "no" in near))
            or (verbs == ["presented"] and not _PRIZES.isdisjoint(near))
            or (not _THINGS.isdisjoint(near) and SAID.isdisjoint(near) and _GIVING.issuperset(verbs))
        ):
            return
        for verb in verbs:
            yield Saying(group, PAST.get(verb, verb), f"by:{verb}", words[at].start)
        if rest[-1:] == ["followed"] and any(word in _SPOKEN for word in rest):
            yield Saying(group, "speak", "followed by", start)
        elif (
            not verbs
            and rest[-1:]
            and rest[-1] not in _DONE_WITH
            and not _is_told_of_before(words, group)
            and (_noun_of_speech(rest) or _PAID.search(" ".join(rest)))
        ):
            yield Saying(group, "ask" if _asks(rest) else "", "noun by", words[at].start)
    elif last == "from" and "read" in rest[-7:]:
        return
    elif last == "from":
        if rest and rest[-1] in _TOLD_NOUNS and _is_stated(words, group[-1].last):
            yield Saying(group, "feel", "view of", start)
        elif (rest and rest[-1] in HEARD and rest[-2:-1] != ["had"]) or (
            _noun_of_speech(rest)
            and rest[-1] not in _WANTED
            and not (rest[-3:] == ["had", "been", "received"] and "question" not in rest and "questions" not in rest)
        ):
            yield Saying(group, "ask" if _asks(rest) else "", "noun from", words[at].start)
    elif last == "gan" and rest and (rest[-1] in WELSH_PASSIVE or _moved_in_welsh(rest)):
        passive = rest[-1] if rest[-1] in WELSH_PASSIVE else _moved_in_welsh(rest)
        yield Saying(group, WELSH_PASSIVE[passive], f"gan:{passive}", words[at].start)
    elif last == "gynnig" and rest[-1:] == ["ar"]:
        yield Saying(group, "move", "motion of", start)
    elif last == "gais" and rest and rest[-1] == "ar":
        yield Saying(group, "", "at the request of", start)
    elif last == "gan" and (passive := next((word for word in rest if word in _WELSH_SAID_BY), "")) and not _GIVEN_BEFORE.search(" ".join(rest)):
        yield Saying(group, "", f"gan:{passive}", start)
    elif last == "gan" and rest and rest[-1] in WELSH_SAID:
        yield Saying(group, "ask" if rest[-1] in _WELSH_QUESTIONS else "", f"gan:{rest[-1]}", words[at].start)
    elif last in ("moladh", "mholadh") or (last == "ag" and rest and rest[-1] == "cuidithe"):
        yield Saying(group, "second" if last == "ag" else "move", f"irish:{last}", words[at].start)
    elif last == "of" and rest and rest[-1] in ("proposal", "proposition", "motion", "nomination") and len(rest) > 1 and rest[-2] in ("the", "on"):
        yield Saying(group, "" if rest[-1] == "nomination" else "move", "motion of", words[at].start)
    elif (last in ("for", "to") and not rest and _AS_ONE_SEES_IT.match(text, group[-1].end)) or (
        last == "of" and rest[-1:] and rest[-1] in _TOLD_NOUNS and _is_stated(words, group[-1].last)
    ):
        yield Saying(group, "feel", "view of", start)
    elif last == "of" and _AT_THE_WISH.search(" ".join(rest)):
        yield Saying(group, "", "at the request of", start)
    elif (
        last == "of"
        and rest
        and rest[-1] in _OPINIONS
        and ((len(rest) > 2 and rest[-3:-1] in (["in", "the"], ["was", "the"])) or _is_stated(words, group[-1].last))
    ):
        yield Saying(group, "feel", "view of", start)
    elif last in ("to", "i'r", "i") and _REPLYING.search(" ".join(rest)):
        yield Saying(group, "ask", "reply to", start)
    elif last in ("including", "included", "were", "was", "are") and _is_of_speakers([word.lower for word in words[: at - 1]], last):
        yield Saying(group, "", "speakers", start)
    elif last == "between" and rest[-1:] and rest[-1] in ("exchange", "debate", "discussion", "argument", "disagreement") and len(group) > 1:
        yield Saying(group, "speak", "between", start)
    elif last in ("p", "s") and words[at - 1].text == ":" and _P_AND_S.search(text, words[0].start, words[-1].end):
        yield Saying(group, "move" if last == "p" else "second", f"label:{last}", start)
    elif rest and ((last == "to" and rest[-1] in ("seemed", "appeared") and "it" in rest[-2:]) or (last in _TOUCHED and rest[-1] in ("it", "what"))):
        yield Saying(group, "feel", "view of", start)
    elif last == "to" and rest[-1:] == ["according"]:
        yield Saying(group, "feel", "according to", start)
    elif last == "," and rest[-1:] == ["speakers"] and "no" not in rest:
        yield Saying(group, "speak", "speakers", start)
    elif last in HEARD and (not rest or rest[-1] in _WHO_HEARS):
        yield Saying(group, "speak", "heard", start)
    elif last == "did" and rest and rest[-1] in ("as", "so", "too", "nor", "neither") and (len(rest) == 1 or any(word.lower in PAST for word in words)):
        yield Saying(group, "feel", "as did", start)
    elif last in ("said", "added", "replied", "explained", "responded") and rest and rest[-1] in (",", "”", "'"):
        yield Saying(group, PAST[last], f"said:{last}", start)
    elif last in ("proposed", "seconded", "moved", "proposer", "seconder", "mover", "prop", "sec", "2nd") or (
        last == "." and rest and rest[-1] in ("prop", "sec")
    ):
        word = rest[-1] if last == "." else last
        if _is_label(words, at, word):
            yield Saying(group, "second" if word.startswith(("sec", "2nd")) else "move", f"label:{word}", _start_of(words, at, word))


def _is_told_of_before(words: Sequence[Word], group: tuple[Mention, ...]) -> bool:
    """Whether what somebody said is told as past by somebody else: "said that the routes added following representations by A had been kept"."""
    end = group[-1].last
    return end < len(words) and words[end].lower in ("had", "have", "has") and any(word.lower == "that" for word in words[: group[0].first])


def _moved_in_welsh(before: Sequence[str]) -> str:
    """The verb, some words on, by which somebody behind "gan" moves or seconds: "Eiliwyd y cynnig gan"."""
    return next((word for word in reversed(before[-6:]) if WELSH_PASSIVE.get(word) in ("move", "second")), "")


def _of_theirs(words: Sequence[Word], group: tuple[Mention, ...], before: Sequence[str]) -> Iterator[Saying]:
    """Sayings told by what is somebody's: "Cllr A's question was whether", "In Cllr A's view", "In reply to Cllr A's question"."""
    end = group[-1].last
    while end < len(words) and (words[end].text == "'" or words[end].lower in ("s", *_OWN) or words[end].lower in ADVERBS):
        end += 1
    noun = words[end].lower if end < len(words) else ""
    before = [word for word in before if word not in ("the", "y", "yr")]
    opens = not before or before[-1] in (",", ".", ":", ";", "•", "-", "–", ")", "and", "but")
    if noun in _MOTIONS and any(word.lower == "seconded" for word in words[end + 1 : end + 4]):
        yield Saying(group, "move", "theirs", words[end].start)
    elif noun in _VIEWS and before[-2:] in (["it", "was"], ["it", "is"]):
        yield Saying(group, "feel", "theirs", words[end].start)
    elif noun in _TAKEN_UP and opens and _is_taken_up(words, end + 1):
        yield Saying(group, "suggest", "theirs", words[end].start)
    elif noun in _VIEWS and opens and _is_stated(words, end + 1):
        yield Saying(group, "ask" if _asks([noun]) else "", "theirs", words[end].start)
    elif noun in _OPINIONS and before and before[-1] == "in":
        yield Saying(group, "feel", "view of", words[end].start)
    elif (noun in _ASKED and before == ["to"]) or (noun in _VIEWS and before and before[-1] == "to" and _REPLYING.search(" ".join(before[:-1]))):
        yield Saying(group, "ask", "reply to", words[group[0].first].start)


def _is_stated(words: Sequence[Word], at: int) -> bool:
    """Whether what a view or a question holds is told from a word on: "was that", "were:", "related to"."""
    at = over_adverbs(words, at)
    told = at < len(words) and words[at].lower in ("was", "were", "is", "are", "related", "concerned", "centred", "regarded")
    return told and not (at + 1 < len(words) and words[at + 1].lower in _WANTED)


_ASKED = frozenset("question questions query queries enquiry enquiries point suggestion".split())
_TAKEN_UP = frozenset("suggestion suggestions question questions point points comment comments remark remarks".split())
"""What somebody made here, where it is told what became of it."""
_BECAME = frozenset(
    "supported agreed accepted welcomed noted taken rejected endorsed referred adopted answered carried lost left put shared echoed approved dismissed".split()
)


def _is_taken_up(words: Sequence[Word], at: int) -> bool:
    """Whether it is told what became of somebody's suggestion: "of a joint session was supported"."""
    for n in range(at, min(at + 14, len(words) - 1)):
        if words[n].text in ".;:" or words[n].lower in ("that", "which", "had", "been"):
            return False
        if words[n].lower in ("was", "were"):
            return words[over_adverbs(words, n + 1)].lower in _BECAME if over_adverbs(words, n + 1) < len(words) else False
    return False


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
