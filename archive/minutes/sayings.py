"""Who does what in a sentence: the subject of a verb of speaking, or who stands behind its "by"; a small grammar over words.

The guard is here: whoever is named in a that-clause, behind a preposition, as somebody's object or in a quotation does not speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.minutes.mentions import Mention
from archive.minutes.prose import Sentence, Word
from archive.minutes.verbs import ADVERBS, BASE, FEELING, GERUNDS, MENTAL, PAST, WELSH, speaks

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
    "cross-examined expressed voiced explained supported opposed questioned led reported read challenged moved-and supplementary chaired clarified "
    "summarised informed advised reminded told welcomed".split()
) - {"chaired", "welcomed", "moved-and"}
"""Participles whose "by" names who spoke."""
SAID = frozenset(
    "question questions enquiry enquiries inquiry query queries presentation presentations statement statements address update updates comment comments suggestion proposal motion "
    "amendment proposition contribution contributions observation observations point points overview briefing introduction concern concerns explanation "
    "supplementary remarks remark representations submission submissions evidence request speech speeches interjection intervention clarification".split()
)
"""Nouns whose "by", "from" or "of" may name who spoke."""
_GAVE_NOTICE = re.compile(r"had (?:given notice of|submitted|asked|put|tabled) (?:\S+ ){0,4}(?:question|statement|petition|motion)s?\b", re.IGNORECASE)
_BETWEEN = frozenset("to the meeting council committee then as correct a true record for acceptance adoption approval".split())
"""What may stand between a participle and its "by": "proposed as a true record by"."""
_OPENS = frozenset("with in at on following upon during further".split())
"""What a sentence may open with before its subject, without a comma: "With regret the Chairman advised"."""
_HAVE = frozenset("was were is are be been had has have that which who".split())
_STANDS_BEFORE = frozenset("both neither either even the right rt worshipful hon honourable reverend".split())
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
_OF_THE_OPINION = re.compile(r" (?:o'r farn|yn (?:teimlo|credu|poeni|pryderu|bryderus|falch|awyddus|siomedig|cefnogi|gwrthwynebu|cytuno|anghytuno))\b")
"""What must stand behind "Roedd y Cynghorydd X", which alone says only that somebody was."""
WELSH_SAID = _WELSH_QUESTIONS | frozenset("sylw sylwadau cyflwyniad gyflwyniad anerchiad".split())
"""Nouns behind which "gan" names who spoke."""
HEARD = frozenset("heard".split())
_JOINING = frozenset(", and & both a ac ;".split())
REPLY = frozenset("reply answer response ateb".split())


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
        between = [word.lower for word in words[group[-1].last : one.first]] if group else []
        beside = bool(group) and between == [","] and bool(group[-1].post) and not group[-1].name and bool(one.name)  # "of the Chairman, Mr A spoke".
        if group and group[-1].post and not group[-1].name and group[-1].first and words[group[-1].first - 1].lower == "as":
            yield _listed(words, group)  # "proposed A as Chairman and B seconded".
            group = [one]
            continue
        if group and not group[-1].possessive and between and len(between) <= 3 and _JOINING.issuperset(between) and not (beside and _behind_of(words, group)):
            group.append(one)
            continue
        if group:
            yield _listed(words, group)
        group = [one]
    if group:
        yield _listed(words, group)


def _behind_of(words: Sequence[Word], group: Sequence[Mention]) -> bool:
    """Whether the first of a group stands behind a preposition, so that nobody who follows a comma is listed with them."""
    first = group[0].first
    return first > 0 and words[first - 1].lower in PREPOSITIONS


def _with_posts(words: Sequence[Word], mentions: Sequence[Mention], last: Sequence[Mention]) -> tuple[Mention, ...]:
    """Everybody from the beginning of the sentence on, where each is followed by what they are: "A, headteacher, B, governor and C, parent, were present and …"."""
    chain = list(last)
    for one in reversed([other for other in mentions if other.last <= last[0].first]):
        between = [word.lower for word in words[one.last : chain[0].first]]
        if between[:1] != [","] or between[-1] not in (",", "and") or len(between) > 8 or any(word in PAST for word in between):
            break
        chain.insert(0, one)
    return tuple(chain)


def _listed(words: Sequence[Word], group: list[Mention]) -> tuple[Mention, ...]:
    """The group up to where no "and" holds bare names together."""
    ends = [n for n in range(1, len(group)) if words[group[n].first - 1].text != ","]
    return tuple(one for n, one in enumerate(group) if n == 0 or one.rule != "bare" or any(n <= end for end in ends))


def sayings_of(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> list[Saying]:
    """Every saying of a sentence, in order; none of one that stands in a quotation."""
    if sentence.quoted or not mentions:
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
        if subject is not None and subject.rule.startswith("present and"):
            subject = replace(subject, who=_with_posts(words, mentions, group))
        found += [*behind, *([subject] if subject else [])]
        used |= {one.at for one in found}
    return found


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
    while before and before[-1] in (":", "–", "-", "the", "both", "—", "y", "yr"):
        before.pop()
    if not before or group[-1].possessive:
        return
    last = before[-1]
    rest = before[:-1]
    if last == "by":
        verbs = _participles(words, at - (len(words[max(0, at - 9) : at]) - len(rest)))
        for verb in verbs:
            yield Saying(group, PAST.get(verb, verb), f"by:{verb}", words[at].start)
        if not verbs and _noun_of_speech(rest):
            yield Saying(group, "ask" if _asks(rest) else "", "noun by", words[at].start)
    elif last == "from":
        if (rest and rest[-1] in HEARD) or _noun_of_speech(rest):
            yield Saying(group, "ask" if _asks(rest) else "", "noun from", words[at].start)
    elif last == "gan" and rest and rest[-1] in WELSH_PASSIVE:
        yield Saying(group, WELSH_PASSIVE[rest[-1]], f"gan:{rest[-1]}", words[at].start)
    elif last == "gan" and rest and rest[-1] in WELSH_SAID:
        yield Saying(group, "ask" if rest[-1] in _WELSH_QUESTIONS else "", f"gan:{rest[-1]}", words[at].start)
    elif last == "moladh" or (last == "ag" and rest and rest[-1] == "cuidithe"):
        yield Saying(group, "move" if last == "moladh" else "second", f"irish:{last}", words[at].start)
    elif last == "of" and rest and rest[-1] in ("proposal", "proposition", "motion") and len(rest) > 1 and rest[-2] in ("the", "on"):
        yield Saying(group, "move", "motion of", words[at].start)
    elif last == "to" and rest and rest[-1] in REPLY and len(rest) > 1 and rest[-2] == "in":
        yield Saying(group, "ask", "reply to", words[at].start)
    elif last in ("proposed", "seconded", "moved", "proposer", "seconder", "mover", "prop", "sec", "2nd") or (
        last == "." and rest and rest[-1] in ("prop", "sec")
    ):
        word = rest[-1] if last == "." else last
        if _is_label(words, at, word):
            yield Saying(group, "second" if word.startswith(("sec", "2nd")) else "move", f"label:{word}", _start_of(words, at, word))


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
        "roedd" if _OF_THE_OPINION.match(text, group[-1].end) and at and words[max(0, at - 2)].lower in ("roedd", "'roedd") else ""
    )
    if inverted:
        return Saying(group, inverted, "verb first", words[at].start)
    with_them = at and words[at - 1].lower == "with"
    if with_them:
        place = _over_adverbs(words, end)
        if place < len(words) and words[place].lower in GERUNDS and speaks(GERUNDS[words[place].lower], text, words[place].end):
            return Saying(group, GERUNDS[words[place].lower], f"with:{words[place].lower}", words[place].start)
    if not _may_be_subject(words, at):
        return None
    bare = any(one.rule == "bare" for one in group)
    verb = _verb(text, words, end, bare)
    if verb is None:
        return None
    place, base, rule = verb
    if _is_embedded(words, at, words[place].lower):
        return None
    return Saying(group, base, rule, words[place].start)


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
    if before in LINKS:
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


def _is_embedded(words: Sequence[Word], at: int, verb: str) -> bool:
    """Whether the clause hangs on a "that" opened before it and nothing closes."""
    opened = False
    for n in range(at):
        word = words[n].lower
        if word in ("that", "whether", "if", "fod", "bod") and n and not _is_determiner(words, n):
            opened = True
        elif word in (";", ".", ":") or word == "resolved":
            opened = False
    if not opened:
        return False
    place = at - 1
    while place >= 0 and words[place].lower in ADVERBS:
        place -= 1
    return words[place].lower not in ("and", "but", "while", "whilst", "then")


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
        found = _verb_here(text, words, at)
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


def _closing(words: Sequence[Word], at: int) -> int:
    """Behind the bracket that closes the one at ``at``; -1 if none does soon."""
    return next((n + 1 for n in range(at + 1, min(at + 40, len(words))) if words[n].text in ")]"), -1)


def _next_comma(words: Sequence[Word], at: int) -> int:
    """The next comma or dash within reach; -1 if the sentence ends first."""
    for n in range(at, min(at + 24, len(words))):
        if words[n].text in (",", "–", "—"):
            return n
        if words[n].text in ".;:":
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
            if (
                word in ("asked", "told", "informed", "invited", "advised", "reminded", "thanked", "congratulated")
                and at
                and words[at - 1].lower in ("was", "were", "been", "be")
            ):
                return None
            return at, base, f"verb:{word}"
        return None
    after = at + 1
    if word in ("was", "were"):
        while after < len(words) and (
            words[after].lower in ADVERBS or words[after].lower in ("not", "very", "most", "rather", "more", "extremely", "also", "still")
        ):
            after += 1
        if after < len(words) and words[after].lower in FEELING:
            if words[after].lower in ("able", "willing", "pleased", "keen", "happy") and after + 1 < len(words) and words[after + 1].lower == "with":
                return None
            return after, "feel", f"feeling:{words[after].lower}"
        if after + 2 < len(words) and words[after].lower == "of" and words[after + 1].lower in ("the", "a"):
            return (after, "feel", "feeling:of the view") if words[after + 2].lower in ("view", "opinion", "belief") else None
        if after < len(words) and words[after].lower in ("in", "present", "able"):
            return _present_and(text, words, after)
        return None
    if word in ("did", "didn't", "could", "couldn't") and after < len(words):
        if words[after].lower == "not":
            after += 1
        elif word in ("did", "could"):
            return None
        return (after, "feel", f"mind:{words[after].lower}") if after < len(words) and words[after].lower in MENTAL else None
    if word in ("wished", "wanted", "sought", "continued", "began", "concluded", "started", "rose", "able", "opened", "took") and after + 1 < len(words):
        place = after + 1 if words[after].lower in ("to", "by") else after
        if place < len(words):
            following = words[place].lower
            base = following if following in BASE else GERUNDS.get(following, "")
            if base and speaks(base, text, words[place].end):
                return place, base, f"verb:{following}"
    if word == "had" and _GAVE_NOTICE.match(text, words[at].start):
        return at, "ask", "verb:had given notice"
    if word == "attended" and after < len(words):
        return _present_and(text, words, after)
    return None


def _present_and(text: str, words: Sequence[Word], at: int) -> tuple[int, str, str] | None:
    """ "were present and addressed the meeting", "was in attendance and answered questions", "attended and spoke"."""
    for n in range(at, min(at + 8, len(words))):
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
