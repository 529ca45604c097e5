"""The verb of a subject: whether what follows somebody says that they spoke, over adverbs, brackets, appositions and what they did besides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.minutes.prose import ABBREVIATIONS, Word
from archive.minutes.verbs import ADVERBS, BASE, FEELING, GERUNDS, MENTAL, MOVING, PAST, PRESENT, speaks

# ruff: noqa: SIM905

PASSIVE = frozenset(
    "moved proposed seconded presented introduced tabled asked raised put outlined requested suggested nominated given made delivered addressed submitted "
    "cross-examined expressed voiced explained supported opposed questioned led reported read challenged supplementary clarified "
    "summarised informed advised reminded told pointed mentioned stated stressed emphasised highlighted queried echoed endorsed shared backed announced "
    "spoken argued sought reiterated disputed refuted reassured assured alerted briefed updated urged warned cautioned thanked mooted observed commented "
    "noted recalled remarked relayed answered acknowledged welcomed criticised condemned contested pressed probed prompted "
    "championed congratulated commended praised repeated outlined added broached flagged".split()
)
"""Participles whose "by" names who spoke."""
_MOTION = re.compile(r"made (?:a|the) motion\b", re.IGNORECASE)
_HAD_QUESTIONS = re.compile(
    r"had (?!no (?:further |supplementary )?(?:questions?|comments?)\b)(?:(?:a great deal of|every|much|great|considerable|strong|a|an|one|two|three|some|several|many|further|another|other|no|serious|grave|real|major) )?(?:\S+ ){0,2}?(?:questions?|quer(?:y|ies)|concerns?|comments?|suggestions?|points?|objections?|reservations?|doubts?|misgivings|qualms|sympathy|(?<!no )supplementary(?! question))\b",
    re.IGNORECASE,
)
_FOR_ONESELF = re.compile(
    r"had (?:\w+ )?(?:seen|heard|walked|driven|used|been|visited|watched|tried|counted|measured|experienced|witnessed|had|found|fallen|lived)\b[^,.;]{0,60}?\b(?:himself|herself|themselves)\b|"
    r"had (?:\w+ )?(?:counted|timed|measured) \S|"
    r"had (?:\w+ )?lived (?:in|at|on|next|near|opposite|there)\b",
    re.IGNORECASE,
)
"""What somebody did who tells of it here: "had seen it for herself", "had lived in the lane for ten years"."""
_HAD_IN_MIND = re.compile(
    r"had (?:also |always |rather |only )?(?:(?:hoped|expected|wished|wanted) (?!to (?:attend|be (?:present|here|there)|come|speak))|(?:thought|assumed|wondered|supposed|feared|imagined) |"
    r"been (?:under the impression|surprised|disappointed|shocked|pleased|puzzled|struck|impressed|dismayed|concerned|unhappy|horrified|saddened|heartened)\b|nothing but |only praise|every (?:sympathy|confidence))",
    re.IGNORECASE,
)
"""A mind that is told of as past and spoken now: "had hoped for more", "had nothing but praise"."""
_FORCED = re.compile(
    r"(?:had to|was (?:bound|obliged|compelled|moved|forced|driven|tempted|unable) to|could (?:only|not but)|felt (?:bound|obliged|compelled) to|went (?:so|as) far as to) ([a-z]+)\b"
)
"""What stands between somebody and what they say: "had to admit", "went so far as to call it"."""
_AFTER = frozenset("after once when following".split())
_HAD_SPOKEN = re.compile(
    r"had (?:all |both |each )?(?:spoken|addressed|presented|introduced|outlined|explained|answered|replied|moved|commented)\b", re.IGNORECASE
)
_GAVE_NOTICE = re.compile(
    r"had (?:given notice of|submitted|asked|put|tabled) (?!(?:\S+ )?written)(?:\S+ ){0,4}(?:question|statement|petition|motion)s?\b", re.IGNORECASE
)


def over_adverbs(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].lower in ADVERBS:
        at += 1
    return at


def _names_whom_it_follows(words: Sequence[Word], closing: int) -> bool:
    """Whether a bracket names somebody whom a noun in front tells of: "A resident (Mr A) asked why"."""
    opening = next((n for n in range(closing - 1, max(0, closing - 7), -1) if words[n].text == "("), 0)
    return opening > 0 and words[opening - 1].lower.isalpha() and not words[opening - 1].is_capital


_NOTED_SHORTLY = frozenset("accepted noted approved received".split())
_OTHERS = frozenset("others several residents neighbours members officers councillors colleagues committee board panel".split())


def _behind_others(words: Sequence[Word], at: int) -> int:
    """Behind ``Members`` in "The Chair and Members thanked"; 0 where others stand there."""
    at += at < len(words) and words[at].lower in ("the", "other")
    return at + 1 if at < len(words) and words[at].lower in _OTHERS else 0


def verb_of(text: str, words: Sequence[Word], at: int, bare: bool) -> tuple[int, str, str] | None:
    """(place, base form, rule) of the verb of a subject that ends before ``at``, over adverbs, brackets and appositions."""
    skipped = 0
    while at < len(words):
        at = over_adverbs(words, at)
        if at >= len(words):
            return None
        word = words[at].lower
        found = verb_here(text, words, at) or _and_speaks(text, words, at)
        if found is not None:
            return found
        if word in ("who", "who'd"):
            inner = verb_here(text, words, over_adverbs(words, at + 1)) if word == "who" else None
            if inner is not None:
                return inner
            at = next_comma(words, at)
            if at < 0:
                return None
            at += 1
        elif word == "responsible" and not skipped and (closing := next_comma(words, at)) > 0:
            at, skipped = closing + (words[closing].text == ","), 1  # "Cllr Ash, the Executive Member responsible for libraries, thanked".
        elif word == "did" and [one.lower for one in words[at + 1 : at + 3]] == ["so", "and"]:
            at += 3  # "The Clerk did so and reported that".
        elif word == "and" and (behind := _behind_others(words, at + 1)):
            at = behind
        elif word == ")" and not skipped and _names_whom_it_follows(words, at):
            at += 1
        elif word == "(" or word == "[":
            at = closing_of(words, at)
            if at < 0:
                return None
        elif word == ":" and not skipped and (after := at + 1 + (words[at + 1 : at + 2] != () and words[at + 1].text in "-–")) < len(words):
            if words[after].lower not in PAST or words[after].lower in MOVING:
                return None
            at = after  # "Cllr A:- reported that".
        elif word in ("–", "—", "-") and bare:
            return None  # "Marlshire Rescue - request for a grant - noted".
        elif word in (",", "–", "—", "-"):
            after = over_adverbs(words, at + 1)
            if word != "," and after < len(words) and words[after].lower in _NOTED_SHORTLY and (after + 1 == len(words) or words[after + 1].text in ".;"):
                return None  # "Cllr Ash – accepted".
            if after < len(words) and (words[after].lower in ("who", "who'd") or verb_here(text, words, after) is not None):
                at = after
                continue
            if skipped >= 3:
                return None
            skipped += 1
            closing = next_comma(words, at + 1)
            if closing < 0:
                return None
            at = closing
            if words[at].text == ",":
                following = over_adverbs(words, at + 1)
                if following < len(words) and (verb_here(text, words, following) is not None or words[following].lower in ("who", "who'd")):
                    at = following
        elif bare or word not in _PHRASES:
            return None
        else:  # A short phrase between subject and verb: "Councillor Smith on behalf of the Group said".
            place, steps = at + 1, 0
            while (
                place < len(words)
                and steps < 9
                and (words[place].text not in ".;:" or _is_abbreviated(words, place))
                and verb_here(text, words, place) is None
                and words[place].text != ","
            ):
                place, steps = place + 1, steps + 1
            if place >= len(words) or (words[place].text != "," and (words[place - 1].lower in _AUXILIARY or verb_here(text, words, place) is None)):
                return None  # "Mr Ash of the Lane had submitted a quotation".
            at = place
    return None


_PHRASES = frozenset(
    "for of on from in as speaking representing with at when among having himself herself reporting attending summing responding replying answering whilst while "
    "participating appearing joining introducing presenting moving proposing seconding supporting opposing acknowledging referring".split()
)
"""What may begin a short phrase between somebody and their verb."""
_AUXILIARY = frozenset("had has have was were be been being".split())
_ACTS = frozenset(
    "opened closed called took signed arrived joined left declared circulated distributed displayed abstained voted rejoined returned vacated started began "
    "commenced stayed remained stood entered chaired resumed concluded adjourned apologised tendered resigned withdrew".split()
)
"""What somebody does in the meeting, besides speaking."""
_IS = frozenset("lives works runs owns keeps farms teaches represents lived worked".split())
"""What somebody is who then speaks: "lives at the top of the lane, and spoke for her neighbours"."""
_TELLS = frozenset(["reported"])
"""What somebody says here of what they did elsewhere."""
_LOOKED = frozenset(
    "visited walked inspected seen viewed been looked driven cycled watched read studied done tried used taken completed attended tested checked".split()
)
"""What somebody did elsewhere of which they tell, and what they have to say of it is said here."""
_TELLS_OF_IT = _TELLS | frozenset("said told felt thought considered confirmed described explained found recommended commended praised".split())
_GOING_ON = frozenset(
    "saying stating adding explaining noting asking suggesting arguing thanking welcoming commenting pointing expressing declaring citing".split()
)


def _and_speaks(text: str, words: Sequence[Word], at: int) -> tuple[int, str, str] | None:
    """The second verb of a subject: "opened the meeting and welcomed all", "abstained, saying that it was dear", "visited the site and reported that …"."""
    word = words[at].lower
    inside = word in _ACTS or word in _IS or (word in ("had", "has") and at + 1 < len(words) and words[at + 1].lower == "attended")
    tells = _TELLS_OF_IT if word in _LOOKED or (at + 1 < len(words) and words[at + 1].lower in _LOOKED) else _TELLS
    if not inside and not (word in ("has", "had", "met", "went") or (word.endswith("ed") and word not in PAST)):
        return None
    for n in range(at + 1, min(at + 22, len(words) - 1)):
        sign = words[n].text
        if sign in ";:" or words[n].lower in ("that", "who", "which", "was", "were"):
            return None
        after = over_adverbs(words, n + 1)
        if after >= len(words):
            return None
        following = words[after].lower
        if (
            words[n].lower in ("and", "but", "then")
            and following in PAST
            and (inside or following in tells)
            and speaks(PAST[following], text, words[after].end)
        ):
            return after, PAST[following], f"and:{following}"
        if inside and sign == "," and following in _GOING_ON and speaks(GERUNDS[following], text, words[after].end):
            return after, GERUNDS[following], f"and:{following}"
    return None


def closing_of(words: Sequence[Word], at: int) -> int:
    """Behind the bracket that closes the one at ``at``; -1 if none does soon."""
    return next((n + 1 for n in range(at + 1, min(at + 40, len(words))) if words[n].text in ")]"), -1)


def next_comma(words: Sequence[Word], at: int) -> int:
    """The next comma or dash within reach; -1 if the sentence ends first."""
    for n in range(at, min(at + 24, len(words))):
        if words[n].text in (",", "–", "—", "-"):
            return n
        if words[n].text in ".;:" and not _is_abbreviated(words, n):
            return -1
    return -1


def _is_abbreviated(words: Sequence[Word], stop: int) -> bool:
    """Whether a full stop within a sentence belongs to the word before it: "of No. 7", "of St. Ives"."""
    before = words[stop - 1].lower if words[stop].text == "." and stop else ""
    return before in ABBREVIATIONS or (len(before) == 1 and before.isalpha())


def verb_here(text: str, words: Sequence[Word], at: int) -> tuple[int, str, str] | None:
    """The verb of speaking that begins at a word: a past form, "was concerned", "did not agree", "went on to say", "were present and addressed"."""
    if at >= len(words):
        return None
    word = words[at].lower
    if (
        word in ("had", "was", "could", "went", "felt")
        and (forced := _FORCED.match(text, words[at].start))
        and (forced[1] in MENTAL or (forced[1] in BASE and speaks(forced[1], text, forced.end())))
    ):
        return at, forced[1], f"forced:{forced[1]}"
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
    if word in ("would", "wouldn't"):
        behind = over_adverbs(words, after + (words[after : after + 1] != () and words[after].lower in ("not", "have")))
        if behind + 1 < len(words) and words[behind].lower == "be" and words[behind + 1].lower in ("voting", "supporting", "opposing", "objecting", "drawn"):
            return behind, "feel", f"would:{words[behind + 1].lower}"
        if behind < len(words) and words[behind].lower in _WOULD:
            return behind, "feel", f"would:{words[behind].lower}"
    if (
        word in ("had", "has")
        and after + 2 < len(words)
        and words[after].lower in ("nothing", "little")
        and words[after + 1].lower in ("to", "further", "new", "more")
    ):
        return at, "report", "verb:had nothing to report"
    if word in ("was", "is") and after < len(words):
        behind = over_adverbs(words, after)
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
        if after < len(words) and words[after].lower in _BROUGHT_IN and (replied := _and_replied(words, after)):
            return replied, PAST[words[replied].lower], f"and:{words[replied].lower}"
        if after < len(words) and words[after].lower in ("invited", "called", "allowed", "permitted", "given"):
            found = _present_and(text, words, after)
            is_asked = found is not None and words[found[0]].lower in _DONE_TO and words[after].lower in ("invited", "called")
            return None if is_asked else found
        if after + 1 < len(words) and words[at - 1].lower != "all" and (words[after].lower, words[after + 1].lower) in _OF_A_MIND:
            return after, "feel", "feeling:in favour"
        if after < len(words) and words[after].lower in ("in", "present", "able"):
            return _present_and(text, words, after)
        return None
    if word == "did" and words[after : after + 1] and words[after].lower == "likewise":
        return at, "feel", "did:likewise"
    if word == "remained" and over_adverbs(words, after) < len(words) and words[over_adverbs(words, after)].lower in FEELING:
        return at, "feel", "feeling:remained"
    if word in ("did", "didn't", "could", "couldn't") and after < len(words):
        if words[after].lower == "not":
            after += 1
        elif word == "did":
            asked = words[after].lower
            return (after, asked, f"did:{asked}") if asked in BASE and speaks(asked, text, words[after].end) else None
        else:
            after = over_adverbs(words, after)
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
    if word == "had" and _HAD_IN_MIND.match(text, words[at].start):
        return at, "feel", "verb:had in mind"
    if (word == "spoken" and words[at - 1].lower == "having") or (word == "had" and words[0].lower in _AFTER and _HAD_SPOKEN.match(text, words[at].start)):
        return at, "speak", "verb:had spoken"
    if word == "had" and _FOR_ONESELF.match(text, words[at].start):
        return at, "report", "verb:had for oneself"
    if word == "had" and _GAVE_NOTICE.match(text, words[at].start):
        return at, "ask", "verb:had given notice"
    if word == "attended" and after < len(words):
        to = next((n for n in range(after, min(after + 6, len(words) - 1)) if words[n].lower == "to" or words[n].text in ",.;"), after)
        if words[to].lower == "to" and words[to + 1].lower in _COMES_TO:
            return to + 1, "speak", f"attended to:{words[to + 1].lower}"
        return _present_and(text, words, after)
    return None


_BROUGHT_IN = frozenset("asked questioned pressed invited welcomed introduced".split())
_REPLIES = frozenset("said replied answered explained confirmed responded stated outlined described undertook spoke gave".split())


def _and_replied(words: Sequence[Word], at: int) -> int:
    """The verb by which somebody replies who was asked or brought in: "was asked by A about the path and said"; 0 for none."""
    for n in range(at + 1, min(at + 24, len(words) - 1)):
        if words[n].text in ".;:" or words[n].lower in ("that", "who", "which"):
            return 0
        if words[n].lower == "and" and words[n + 1].lower in _REPLIES:
            return n + 1
    return 0


_WOULD = frozenset("like prefer welcome appreciate liked preferred welcomed appreciated rather support oppose vote object urge argue".split())
"""Behind "would" or "would not": a mind that is spoken."""
_OF_A_MIND = frozenset(
    [
        ("in", "favour"),
        ("in", "agreement"),
        ("in", "support"),
        ("in", "no"),
        ("in", "two"),
        ("at", "a"),
        ("at", "pains"),
        ("alone", "in"),
        ("of", "like"),
        ("all", "for"),
        ("heard", "in"),
        ("under", "the"),
    ]
)
"""Two words behind "was" that begin what somebody thinks: "in favour", "in no doubt", "at a loss", "heard in support"."""
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
    reach = 16 if words[at].lower == "given" else 8
    for n in range(at, min(at + reach, len(words))):
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
