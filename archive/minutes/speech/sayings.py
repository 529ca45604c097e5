"""Who does what in a sentence: the subject of a verb of speaking, or who stands behind its "by"; a small grammar over words.

The guard is here: whoever is named in a that-clause, behind a preposition, as somebody's object or in a quotation does not speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.minutes.mention.forenames import is_forename
from archive.minutes.mention.naming import APPOSED, Mention
from archive.minutes.prose import Sentence, Word
from archive.minutes.speech.behind import sayings_behind
from archive.minutes.speech.groups import HAVE, PREPOSITIONS, Saying, groups, with_posts
from archive.minutes.speech.predicates import closing_of, next_comma, over_adverbs, verb_here, verb_of
from archive.minutes.verbs import ADVERBS, GERUNDS, PAST, WELSH, speaks

# ruff: noqa: SIM905

__all__ = ["Saying", "groups", "sayings_of"]

LINKS = frozenset(", ; : and but or & – — - ( [ “ ) . ] | • · * then so while whilst whereupon yet nor ac a".split()) - {"a"}
_OPENS = frozenset("there with in at on following upon during further prior before after by".split())
"""What a sentence may open with before its subject, without a comma: "With regret the Chairman advised"."""
_ENDS_OPENING = frozenset("meeting business item point debate question questions supplementary vote chair discussion response reply councillor".split())
"""Nouns with which an opening may end without a comma: "At this point Cllr A asked"."""
_ASKED = frozenset("on when asked pressed questioned responding replying answering".split())
"""What a sentence opens with that tells of somebody who asked before somebody else answers."""
_STANDS_BEFORE = frozenset("both neither either even his her worship the right rt worshipful hon honourable reverend".split())
"""What may stand between the beginning of a clause and its subject."""
_DID = re.compile(r"\b(?:g?wnaeth|bu i)(?:'r)? (?:yr? )?$", re.IGNORECASE)
_WELSH_DOING = re.compile(
    r" (?:groesawu|ddiolch|ofyn|holi|sylw|sylwadau|gais|gynnig|nodi|egluro|esbonio|awgrymu|gyfeirio|atgoffa|ddweud|adrodd|gyflwyno|fynegi|ateb|gadarnhau|longyfarch|annog)\b"
)
"""What somebody did, as Welsh may say it: "Gwnaeth y Cadeirydd groesawu pawb"."""
_WELSH_BE = frozenset("roedd 'roedd mae mae'r oedd".split())
_OF_THE_OPINION = re.compile(
    r" (?:o'r farn|am (?:wybod|weld|gael gwybod|ofyn|ddiolch|bwysleisio|nodi)|yn (?:teimlo|credu|poeni|pryderu|bryderus|falch|awyddus|siomedig|cefnogi|gwrthwynebu|cytuno|anghytuno|dymuno|gofyn|holi|awgrymu|cynnig|diolch))\b"
)
"""What must stand behind "Roedd y Cynghorydd X", which alone says only that somebody was."""


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
        if UNHEARD.match(text, group[-1].end):
            continue
        behind = [one for one in sayings_behind(text, words, group) if not one.rule.startswith("label") or one.at not in used]
        subject = None if group[-1].possessive or any(one.rule.startswith("label") for one in behind) else _subject(text, words, group)
        if subject is not None and group[0].first and (subject.rule.startswith("present and") or words[group[0].first - 1].lower == "and"):
            chain = with_posts(words, mentions, group)
            subject = replace(subject, who=chain) if subject.rule.startswith("present and") or chain[0].first <= 1 else subject
        subject = subject or _without_its_verb(words, group, found)
        found += [*behind, *([subject] if subject else [])]
        used |= {one.at for one in found}
    return found + [one for one in _paired(text, sentence, mentions) if one.at not in used]


def _paired(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Saying]:
    """Who moves and who seconds, with no more than a stroke between them."""
    for pair in _PAIR.finditer(text, sentence.start, sentence.end):
        for part, verb in (("mover", "move"), ("seconder", "second")):
            yield from (Saying((one,), verb, "pair", one.start) for one in mentions if pair.start(part) <= one.start < pair.end(part))


_PAIR = re.compile(r"\b(?:[Mm]oved|MOVED|[Pp]roposed|PROPOSED)(?: by)?:? ?\(?(?P<mover>[^/()\n,;]{3,50}?) ?/ ?(?P<seconder>[^/()\n,;:]{3,50})")
"""``Moved (Mayor Ash/Cr Birch):``"""


_ELSEWHERE = re.compile(
    r"\W{0,3}(?:\d{1,3}\.?\d{0,2}\.? )?(?:at (?:the|its|our|their|a) (?:last|previous|earlier|preceding)(?: \w+)? meeting|prior to this meeting|before this meeting|outside (?:of )?the meeting|"
    r"last (?:week|month|year)|yesterday|in (?:a|an|his|her|their) (?:letter|e-?mail)|by (?:letter|e-?mail)|earlier (?:this|in the) (?:week|month|year))\b",
    re.IGNORECASE,
)
"""How a sentence opens that tells what was said elsewhere, or earlier."""


UNHEARD = re.compile(
    r"(?:,[^,;.]{0,60})?,? (?:who )?(?:not being (?:present|in attendance|there|able)|(?:was|were|is|had been|could|being) (?:unable to (?:attend|be|come|speak|stay|join|present)|away|not (?:be |able|in attendance|present)|absent|too ill|in hospital)|did not attend|could not attend)|"
    r"(?:,[^,;.]{1,60},)? (?:was|were) (?:then |also )?read\b(?! and)|"
    r" (?:fell\b(?! (?:over|in love))|lapsed|was (?:not put|withdrawn|not taken)|could not be put|had fallen)|"
    r"(?: (?:of|from) [^,;.\n]{1,50}?| \([^()\n]{1,50}\)|, who)? (?:had given notice|gave notice|had submitted|submitted|had put down|had tabled)\b[^\n;]{0,240}?\b(?:in (?:his|her|their|[^.\n]{1,40}'s) absence|(?:was|were) (?:not (?:present|in|there|at)|absent|unable)|did not attend|had (?:left|sent)|could not attend)",
    re.IGNORECASE,
)
"""What tells of somebody that they, or their question, were not heard."""


def _without_its_verb(words: Sequence[Word], group: tuple[Mention, ...], found: Sequence[Saying]) -> Saying | None:
    """Somebody whose verb is that of the clause before: "in which A held that it was dear and B that it was cheap"."""
    at, end = group[0].first, group[-1].last
    if not found or not found[-1].rule.startswith(("verb:", "feeling:")) or end >= len(words) or words[at - 1].lower not in _GAPS:
        return None
    follows = next((words[n + 1].lower for n in range(at - 1) if words[n].start == found[-1].at), "")
    alike = words[end].lower in ("that", follows) and words[end].lower in _ALIKE
    sides = words[end].lower == "against" and (end + 1 == len(words) or words[end + 1].text in ".,;")
    return Saying(group, found[-1].verb, "same verb", words[end].start) if alike or sides else None


_ALIKE = frozenset("that about on for against whether if why how".split())
_GAPS = frozenset(", ; and but while whilst".split())


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
    if at and (words[at - 1].lower in ("with", ",", ";", "(") or (words[at - 1].lower == "and" and words[0].lower == "with")):
        place = over_adverbs(words, end)
        if (
            place < len(words)
            and words[place].lower in GERUNDS
            and words[place].lower != "wishing"
            and speaks(GERUNDS[words[place].lower], text, words[place].end)
        ):
            return Saying(group, GERUNDS[words[place].lower], f"with:{words[place].lower}", words[place].start)
    relative = at > 1 and words[at - 1].lower == "which" and words[at - 2].text == ","
    if not relative and not _may_be_subject(words, at):
        return _received(text, words, group)
    bare = any(one.rule == "bare" for one in group) and not any(_is_certain(one.name) for one in group if one.name)
    verb = verb_of(text, words, end, bare)
    if verb is None:
        return Saying(group, "speak", "did so", words[end].start) if _did_so(words, at, end) else None
    place, base, rule = verb
    if relative and base not in _OPINING and not _behind_which(words, at - 1):
        return None
    if at and words[at - 1].lower in ("when", "as") and base not in (_ASKING if words[at - 1].lower == "when" else _SAYING):
        return None
    if _is_embedded(words, at, words[place].lower) or (bare and words[place].lower in _OFTEN_PASSIVE and not _has_object(words, place + 1)):
        return None
    return Saying(group, base, rule, words[place].start)


_OPINING = frozenset(
    "agree undertake promise accept think feel consider welcome regret dispute call describe support oppose doubt believe deem hope endorse applaud deplore".split()
)
"""Behind ", which" somebody gives their mind of what was told: "There was laughter, which A thought misplaced"."""


def _did_so(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether somebody did what was asked of them by speaking: "asked that a statement be read out, and Mr A did so"."""
    did = [word.lower for word in words[end : end + 2]] == ["did", "so"]
    return did and any(word.lower in ("read", "speak", "address", "explain", "answer", "respond", "reply", "present", "comment") for word in words[:at])


_ASKING = frozenset("ask enquire inquire query question raise wonder suggest press".split())
"""Behind "when" at the beginning, what is said in this meeting: "When A asked why, nobody knew"."""
_SAYING = frozenset("point say note mention explain remark observe".split())
"""Behind "as" at the beginning: "As A pointed out, it was dear"."""
_PASSED = re.compile(r"\b(?:over|floor|passed|handed|way)\b.* to$")
_OFTEN_PASSIVE = frozenset(
    "requested presented suggested noted submitted recommended raised proposed reported mentioned announced discussed considered supported opposed tabled circulated "
    "confirmed accepted debated highlighted addressed reviewed shared read questioned queried".split()
)
_NO_OBJECT = frozenset(". ; : , ) | for as at by in out and from to with".split())


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Whether a verb has something it is about behind it: "Grit Bin requested." is a note of what was requested."""
    return at < len(words) and words[at].lower not in _NO_OBJECT


_RECEIVED = frozenset("asked questioned pressed welcomed introduced invited thanked called heard was were from by upon over received".split())
"""Words in front of somebody who is heard in this meeting."""


def _is_certain(name: str) -> bool:
    """Whether a name begins with an initial or a forename that nothing else is called by."""
    first = name.split()[0].rstrip(".")
    return len(first) == 1 or is_forename(first.casefold())


def _received(text: str, words: Sequence[Word], group: tuple[Mention, ...]) -> Saying | None:
    """A guest who then speaks: "The Chair welcomed Mr A, who spoke of the path"."""
    at, end = group[0].first, group[-1].last
    near = [word.lower for word in words[max(0, at - 5) : at]]
    if not near or not (any(word in _RECEIVED for word in near[-3:]) or _PASSED.search(" ".join(near))):
        return None
    before = [word.lower for word in words[:at]]
    if "had" in before or "that" in before or any(word in _WRITTEN for word in before):
        return None
    if end < len(words) and words[end].text == "(":
        end = max(closing_of(words, end), end)
    if end < len(words) and words[end].text == ",":
        closing = next_comma(words, end + 1)
        end = end + 1 if words[end + 1 : end + 2] and words[end + 1].lower == "who" else closing + 1 if closing > 0 else end
    if end >= len(words) or words[end].lower != "who":
        return None
    verb = verb_here(text, words, over_adverbs(words, end + 1))
    return Saying(group, verb[1], f"who:{words[verb[0]].lower}", words[verb[0]].start) if verb else None


_WRITTEN = frozenset("letter letters email emails e-mail correspondence phone telephone report spoken written wrote objections".split())


def _welsh_verb(words: Sequence[Word], at: int) -> str:
    """The Welsh verb in front of a mention: "Gofynnodd y Cynghorydd"; none of whom it is done to: "Diolchodd i'r Clerc"."""
    if words[at].lower == "i'r":
        return ""
    place = at - 1
    while place >= 0 and at - place <= 2 and words[place].lower in ("y", "yr", "hefyd", "wedyn"):
        place -= 1
    return words[place].lower.removesuffix("'r") if place >= 0 and words[place].lower.removesuffix("'r") in WELSH else ""


def _may_be_subject(words: Sequence[Word], at: int) -> bool:
    """Whether a clause may begin here: at the start, behind a sign, behind "and"; not behind a preposition or a verb."""
    place = at - 1
    while place >= 0 and (words[place].lower in ADVERBS or words[place].lower in _STANDS_BEFORE):
        place -= 1
    if place > 1 and words[place].lower == "and" and words[place - 1].lower.strip(".") in ("mr", "dr", ""):
        couple = place - 1 - (words[place - 1].text == ".")
        place = couple - 1 if words[couple].lower in ("mr", "dr") else place  # "from Mr. and Mrs. Ash".
    if place < 0:
        return True
    before = words[place].lower
    if before == "," and words[place - 1].lower == "whom" and any(word.lower in _WRITTEN for word in words[:place]):
        return False  # "Two had written in, one of whom, Mrs A, stated that": a letter is quoted.
    if before in LINKS or (before in APPOSED and place <= 3) or _behind_which(words, place):
        return True
    if before == "them" and words[place - 1].lower == "among":
        return True
    begin = _begin(words)
    if words[begin].lower in _ASKED and words[place].is_capital and words[at].lower == "the" and place == at - 1:
        return True  # "On being asked by Mr A the Clerk said so".
    if place == 0 and before in ("although", "though", "when", "as", "after", "once"):
        return True
    opens = place > begin and words[begin].lower in _OPENS and before not in PREPOSITIONS
    if opens and not any(word.lower in PAST or word.lower in HAVE for word in words[begin + 1 : place + 1]):
        return True
    return before in _ENDS_OPENING or words[place].text.isdigit()


def _behind_which(words: Sequence[Word], place: int) -> bool:
    """Whether a clause begins behind "to which", or behind "in which" where a debate is told of."""
    if words[place].lower != "which" or not place:
        return False
    before = words[place - 1].lower
    return before in ("to", "with", "after", "upon", "on") or (
        (before in ("in", "during") or (before == "of" and words[place - 2].lower == "course"))
        and any(
            word.lower in ("discussion", "discussions", "debate", "deliberation", "exchange", "questions", "questioning", "speeches") for word in words[:place]
        )
    )


def _is_embedded(words: Sequence[Word], at: int, verb: str) -> bool:
    """Whether the clause hangs on a "that" opened before it and nothing closes."""
    opened = False
    for n in range(at):
        word = words[n].lower
        if word in ("that", "whether", "if", "fod", "bod") and n and not _is_determiner(words, n):
            opened = True
        elif word in (";", ".", ":") or word == "resolved" or (word == "”" and words[n + 1].text == ","):
            opened = False
    if not opened or _opens_with_clause(words, at):
        return False
    place = at - 1
    while place >= 0 and words[place].lower in ADVERBS:
        place -= 1
    return words[place].lower not in ("and", "but", "while", "whilst", "then") and not _behind_which(words, place)


_CLAUSES = frozenset(
    "asked when on in upon responding replying answering following noting given having after with questioned referring considering hearing".split()
)


def _begin(words: Sequence[Word]) -> int:
    """The first word of a sentence, behind the bullet or the dash of an entry of a list."""
    return 1 if len(words) > 1 and words[0].text in "•·*–—-" else 0


_REPLIES = frozenset("response reply answer responding replying answering asked questioned pressed challenged".split())


def _opens_with_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a comma ends the clause that a sentence opens with: "Asked by A whether it was so, B said", "In reply to A, who asked if …, B said"."""
    begin = _begin(words)
    if words[at - 1].text != "," or words[begin].lower not in _CLAUSES:
        return False
    if (
        words[begin].lower in _REPLIES or words[begin + 1].lower in _REPLIES
    ):  # What was asked has verbs of its own: "In answer to A, who said that …, B replied".
        return sum(word.lower in ("that", "whether", "if") and not _is_determiner(words, n) for n, word in enumerate(words[1:at], 1)) <= 2
    opens = next((n for n in range(1, at) if words[n].lower in ("that", "whether", "if") and not _is_determiner(words, n)), at)
    return not any(word.lower in PAST for word in words[2:opens]) and sum(word.lower in ("that", "whether", "if") for word in words[:at]) == 1


def _is_determiner(words: Sequence[Word], n: int) -> bool:
    """Whether "that" points at a noun: "on that basis", "at that meeting"."""
    return words[n - 1].lower in PREPOSITIONS or (
        n + 1 < len(words) and words[n + 1].lower in ("point", "time", "meeting", "stage", "juncture", "basis", "item", "date", "evening")
    )
