"""Posts in a sentence: "the Chair", "The Head of Planning", "Cabinet Member for Adults and Health (Planning)", "the planning officer"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.minutes.mention.forenames import courtesy_of, is_forename
from archive.minutes.mention.naming import (
    ARTICLES,
    CHAIRS,
    COMMON,
    COURTESY,
    FUNCTION,
    HEADS,
    MEMBER,
    MEMBER_POSTS,
    NO_NAME,
    ORGANISATIONS,
    SMALL_HEADS,
    SUBJECTS,
    Mention,
)
from archive.minutes.prose import Word
from archive.minutes.verbs import ADVERBS, PAST, WELSH

# ruff: noqa: SIM905

_JOINS = frozenset("of for to and the & / - – on in with y yr a'r â dros".split())
_QUALIFIED = frozenset("director head manager officer secretary engineer".split())
"""Posts that a department may follow behind a comma."""
_NO_POST_BEHIND = frozenset(
    "vacancy vacancies report reports update updates salary wages election appointment announcements announcement meeting training minutes remarks business".split()
)
_DEPARTMENTS = frozenset(
    "planning housing finance transportation environment enterprise development physical rural water roads support executive libraries fire".split()
)
_WITH_ARTICLE = frozenset("welsh gaelic irish environment arts economy climate voluntary countryside coast armed built natural night third".split())
"""What an article may stand in front of in the middle of a post."""
_BEGINS_POST = frozenset("executive council committee cabinet board group report action independent labour conservative".split())
"""Words that are no names and may begin a post."""
_WELSH_DEEDS = frozenset("datganodd gadawodd ymunodd cyrhaeddodd penderfynodd cymeradwyodd etholwyd penodwyd ymataliodd pleidleisiodd".split())
"""Verbs that may stand in front of a post and say nothing that is spoken: "Datganodd y Cadeirydd fuddiant"."""


def post_at(text: str, words: Sequence[Word], at: int) -> Mention | None:
    """``the Chair``, ``The Head of Planning``, ``Cabinet Member for Adults and Health (Planning)``."""
    begin = at + 1 if words[at].lower in ARTICLES else at
    if begin >= len(words):
        return None
    first = words[begin]
    if begin > at and (end := _section_151(words, begin) or _small_post_end(words, begin)):
        return Mention(
            words[at].start,
            words[end - 1].end,
            text[words[at].start : words[end - 1].end],
            "",
            text[first.start : words[end - 1].end],
            "",
            "post",
            False,
            at,
            end,
        )
    if first.lower in SMALL_HEADS and not first.is_capital:
        if begin == at and not (at == 0 or words[at - 1].text in ",("):
            return None
        end = begin + 1
        if end < len(words) and words[end].lower in ("of", "and"):
            end = _post_tail(words, end)
    elif (
        first.lower in ADVERBS
        or first.lower.removesuffix("'r") in WELSH | _WELSH_DEEDS
        or (first.lower in PAST and first.lower not in HEADS)
        or (first.lower in FUNCTION and first.lower not in _BEGINS_POST)
    ):
        return None
    else:
        end = _post_end(words, begin)
        if end == begin:
            return None
    last = words[end - 1]
    stop = last.end - 2 if last.text.endswith("'s") else last.end
    possessive = last.text.endswith("'s") or (end < len(words) and words[end].text.startswith("'"))
    post = text[first.start + (first.is_capital and not first.text[0].isupper()) : stop]  # "An tArdmhéara" is the Ardmhéara.
    return Mention(words[at].start, stop, text[words[at].start : stop], "", post, "", "post", possessive, at, end)


_SMALL_OFFICES = frozenset(
    "officer manager solicitor adviser advisor engineer clerk treasurer secretary director executive auditor accountant surveyor ecologist headteacher".split()
)
_SMALL_ALONE = frozenset("solicitor headteacher engineer auditor surveyor accountant".split())
"""Offices that need nothing in front: "the solicitor"."""
_SMALL_QUALIFIERS = SUBJECTS | frozenset(
    "planning case legal monitoring finance financial democratic committee highways highway tree conservation enforcement licensing housing county town parish borough "
    "district council's council senior principal deputy assistant acting interim chief responsible internal external building control road safety transport education "
    "section s151 151 project duty presenting investigating scrutiny election returning vice".split()
)


_SHORT_OFFICES = frozenset("rfo ceo cfo coo dpo sio pcso cpo cso".split())


def _section_151(words: Sequence[Word], begin: int) -> int:
    """Behind ``s.151 Officer``; 0 for anything else."""
    return begin + 4 if [word.lower for word in words[begin : begin + 4]] == ["s", ".", "151", "officer"] else 0


def _small_post_end(words: Sequence[Word], begin: int) -> int:
    """Behind a post in small letters, or in capitals alone, with an article in front: "the planning officer", "the vice chair", "the RFO"; 0 for none."""
    if words[begin].lower in _SHORT_OFFICES and words[begin].text.isupper():
        return begin + 1 if begin + 1 >= len(words) or not words[begin + 1].is_capital else 0
    place = begin
    while place < len(words) and place - begin < 4 and words[place].lower in _SMALL_QUALIFIERS and not words[place].is_capital:
        place += 1
    if place >= len(words) or words[place].is_capital:
        return 0
    word, qualified = words[place].lower, place > begin
    is_post = (word in _SMALL_OFFICES and (qualified or word in _SMALL_ALONE)) or (
        word in CHAIRS and qualified and words[place - 1].lower in ("vice", "deputy")
    )
    return place + 1 if is_post else 0


def _post_end(words: Sequence[Word], begin: int) -> int:
    """Behind the last word of a post that begins here, which holds one of the words that make a post; ``begin`` where there is none."""
    head, end = -1, begin
    for place in range(begin, min(begin + 14, len(words))):
        word = words[place]
        folded = word.lower.removesuffix("'s")
        if word.is_capital and not (head >= 0 and folded in ("and", "the")):
            if _is_head(words, place, begin):
                head = place
            elif head == place - 1 >= begin and _is_person(words, place):
                break  # "Clerk Jo Ash".
            elif folded in ("the", "councillor", "cllr", "mr", "mrs", "ms", "miss", "dr", "members", "officers", "he", "she") or (
                word.lower in PAST and word.text.isupper()
            ):
                break
            elif folded in _NO_POST_BEHIND and head >= 0:
                return begin  # "Clerk Vacancy", "Planning Officer Report".
            end = place + 1
            if word.text.endswith("'s") and (folded in HEADS or not (place + 1 < len(words) and words[place + 1].is_capital)):
                break
        elif folded.isdigit() and (head < 0 or words[place - 1].lower == "section") and begin < place < len(words) - 1 and words[place + 1].is_capital:
            continue  # "the Section 151 Officer".
        elif folded in _JOINS and begin < place < len(words) - 1 and (words[place + 1].is_capital or words[place + 1].lower in _JOINS):
            if folded in ("-", "–") and head < 0:
                return begin  # "Church Road – the Clerk" has its post behind the dash.
            if folded == "the" and words[place - 1].lower not in _JOINS - {"-", "–", "/"}:
                break
            if folded in ("and", "&") and head >= 0 and words[place + 1].lower.partition("-")[0] in ("deputy", "vice", "assistant"):
                break  # "the Clerk and Deputy Clerk".
            if folded in ("and", "&") and (not _more_post(words, place + 1) if head >= 0 else words[place + 1].lower == "the"):
                break
        elif word.text == "(" and head >= 0 and place == end:
            return _behind_bracket(words, place) or end
        elif head >= 0 and word.text == "," and words[head].lower in _QUALIFIED and (behind := _behind_qualifier(words, place)):
            return behind
        elif not (head >= 0 and word.text == "," and _is_series(words, place)):
            break
    return end if head >= 0 else begin


def _is_person(words: Sequence[Word], at: int) -> bool:
    """Whether somebody's name begins here: a certain forename and a surname."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not following.is_capital or following.lower in NO_NAME or following.lower in HEADS:
        return False
    return is_forename(words[at].lower) and not following.text.isdigit()


def _behind_qualifier(words: Sequence[Word], comma: int) -> int:
    """Behind ``Physical Development`` in "The Director, Physical Development responded"; 0 where no department stands behind the comma."""
    place, told = comma + 1, False
    while place < len(words) and place - comma <= 12 and (words[place].is_capital or words[place].lower in ("and", "&", ",")):
        if words[place].lower in (*MEMBER, *COURTESY, "the") or courtesy_of(words[place].lower):
            return 0
        if _is_person(words, place):
            break
        told = told or words[place].lower in SUBJECTS or words[place].lower in _DEPARTMENTS
        place += 1
    while place > comma and words[place - 1].text == ",":
        place -= 1
    return place if told and place < len(words) and (words[place].lower in PAST or words[place].lower in ADVERBS or words[place].text == ",") else 0


def _is_head(words: Sequence[Word], place: int, begin: int) -> bool:
    """Whether a word makes a run of capitals a post: "Officer", "Rheolwr-gyfarwyddwr", the "Member" of "Cabinet Member"."""
    folded = words[place].lower.removesuffix("'s")
    if folded in ("member", "aelod"):
        return (place > begin and words[place - 1].lower in MEMBER_POSTS) or (
            place + 1 < len(words) and words[place + 1].lower in ("for", "cabinet", "portffolio", "lleol")
        )
    return folded in HEADS or (len(folded) > 8 and any(part in HEADS for part in folded.split("-")))


def _behind_bracket(words: Sequence[Word], at: int) -> int:
    """Behind a bracket that belongs to a post: "Assistant Director (Planning)"; 0 for one that holds a person or initials."""
    closing = next((n for n in range(at + 1, min(at + 8, len(words))) if words[n].text == ")"), 0)
    inside = words[at + 1 : closing]
    if not inside or not inside[0].is_capital or (len(inside) == 1 and inside[0].text.isupper() and len(inside[0].text) <= 3):
        return 0
    return 0 if looks_like_person(words, at + 1, closing) else closing + 1


def _post_tail(words: Sequence[Word], at: int) -> int:
    """Behind ``of the Council``."""
    end = at
    for place in range(at, min(at + 8, len(words))):
        if words[place].is_capital:
            end = place + 1
        elif words[place].lower not in _JOINS:
            break
    return end if end > at else at


def _more_post(words: Sequence[Word], at: int) -> bool:
    """Whether what follows "and" goes on with the post ("Adults and Health"): not a new post, a person or an article."""
    if words[at].lower == "the" and at + 1 < len(words) and words[at + 1].is_capital and words[at + 1].lower in SUBJECTS | _DEPARTMENTS | _WITH_ARTICLE:
        return True  # "for Education and the Welsh Language".
    if words[at].lower in ("the", *MEMBER, *COURTESY) or not words[at].is_capital or _is_person(words, at):
        return False
    if words[at].lower in FUNCTION and words[at].lower not in _BEGINS_POST:
        return False  # "the Deputy Mayor and RESOLVED".
    if words[at].text.isupper() and 1 < len(words[at].text) <= 3 and words[at].lower not in _SHORT_OFFICES:
        return False  # "the Clerk and PB": initials.
    for place in range(at, min(at + 5, len(words))):
        if words[place].lower in HEADS and place > at:
            return True
        if not words[place].is_capital and words[place].lower not in _JOINS:
            return True
    return True


def _is_series(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma inside a post stands in a series of capitals that "and" ends: "Adults, Health and Care"."""
    place, capitals = comma + 1, 0
    while place < len(words) and place - comma < 8:
        word = words[place]
        if word.lower in (*MEMBER, *COURTESY, "the") or word.lower in HEADS or _is_person(words, place):
            return False
        if word.is_capital:
            capitals += 1
        elif word.lower in ("and", "&"):
            return 0 < capitals <= 3 and place + 1 < len(words) and words[place + 1].is_capital and words[place + 1].lower not in (*MEMBER, *COURTESY, "the")
        elif word.text != ",":
            return False
        place += 1
    return False


def looks_like_person(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether what stands in a bracket is a person: a title, an initial, or two or three capitals that are no subject of a department."""
    inside = words[at:end]
    if inside[0].lower in MEMBER or inside[0].lower in COURTESY or (len(inside[0].text) == 1 and len(inside) > 1) or courtesy_of(inside[0].lower):
        return True
    strange = FUNCTION | COMMON | ORGANISATIONS | HEADS | SUBJECTS
    return 2 <= len(inside) <= 3 and all(word.is_capital and word.lower not in strange for word in inside)
