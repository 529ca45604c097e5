"""Who is named in a sentence: people with and without titles, posts, people with their posts, and lists of them.

A small parser over words, one pass, no pattern that nests. It says what stands there, not who is meant: that is ``people``'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive import names
from archive.minutes.mention.forenames import courtesy_of, is_forename
from archive.minutes.mention.naming import (
    APPOSED,
    ARTICLES,
    BEFORE,
    CHAIRS,
    COMMON,
    COURTESY,
    FEMALE,
    FUNCTION,
    HEADS,
    MALE,
    MANY,
    MEMBER,
    MEMBER_POSTS,
    NO_NAME,
    ORGANISATIONS,
    PARTICLES,
    SMALL_HEADS,
    SUBJECTS,
    SURNAMES_TOO,
    Mention,
)
from archive.minutes.mention.posts import looks_like_person, post_at
from archive.minutes.prose import Word
from archive.minutes.verbs import ADVERBS, BASE, PAST, WELSH

# ruff: noqa: SIM905 -- long lists of words are easier to read and to extend as words.

__all__ = [
    "BEFORE",
    "CHAIRS",
    "COMMON",
    "COURTESY",
    "FEMALE",
    "FUNCTION",
    "HEADS",
    "MALE",
    "MANY",
    "MEMBER",
    "MEMBER_POSTS",
    "NOBODY",
    "NO_NAME",
    "ORGANISATIONS",
    "PARTICLES",
    "SUBJECTS",
    "Known",
    "Mention",
    "mentions_in",
]

_NO_PERSON = frozenset(
    "age annual autism bin bins book brothers british central citizen communications concern conservation council's dementia distribution draft electric electricity energy england english "
    "environmental external final gas green healthwatch heritage highway highways historic homes internal ireland irish local king meadow midlands mind monthly mount municipal "
    "national natural network networks north northern open payback power rail railways return rivers royal rural scotland scottish severn south southern spaces "
    "queen register sons sport street survey telecom thames trading transport travel trent united urban volunteer volunteers wales watch water welsh west western wildlife yorkshire".split()
)
"""Words of bodies and things that no name holds which begins with no certain forename, folded."""
_SURNAMES_TOO = SURNAMES_TOO | frozenset("provost constable sheriff warden marshall".split())
"""Words of places and posts that are surnames, too, behind a certain forename."""
_ANONYMOUS = frozenset("mr mrs ms miss dr".split())
_TITLES_TOO = frozenset("baillie bailie judge major constable father lord provost pastor canon bishop sergeant rabbi trustee supervisor".split())
"""Titles that are surnames, too."""
_POLICE = frozenset("pc pcso dc ds sgt sergeant constable".split())
_LONG_INITIALS = frozenset("Ll Ch Th Ph Rh Wm Jn Chr Fr".split())
"""Initials of more than one letter, with a full stop behind: "R.Ll. Hughes"."""
_BRINGS_IN = frozenset("welcomed introduced invited thanked were was to upon including heard".split())


@dataclass(frozen=True)
class Known:
    """What is known before a sentence is read."""

    by_first: dict[str, list[tuple[str, ...]]]
    """Names that need no title to be seen, by their first word: their words, folded, the longest first."""
    holders: dict[str, str]
    """Who holds a post: folded post → folded name."""
    initials: frozenset[str] = frozenset()
    """Initials that stand for people here: ``SH``."""

    @classmethod
    def of(cls, surfaces: Iterable[str], holders: dict[str, str] | None = None, initials: Iterable[str] = ()) -> Known:
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for surface in surfaces:
            parts = tuple(names.fold(surface).split())
            if parts:
                by_first.setdefault(parts[0], []).append(parts)
        return cls({first: sorted(set(same), key=len, reverse=True) for first, same in by_first.items()}, holders or {}, frozenset(initials))


NOBODY = Known({}, {})


def mentions_in(text: str, words: Sequence[Word], known: Known = NOBODY) -> list[Mention]:
    """Everybody named in a sentence, in order, without overlaps; bare names only at its start, where a subject stands."""
    found: list[Mention] = []
    at, many = 0, False
    while at < len(words):
        one = _person_at(
            text, words, at, known, bool(found) and ((many and _continues_list(words, found[-1].last, at)) or _is_named_behind(words, found[-1], at))
        )
        if one is None:
            at += 1
            if at < len(words) and words[at].text in ".;:":
                many = False
            continue
        if one.rule == "bare" and found and not many and _is_employer(words, found[-1], one):
            at = one.last
            continue
        many = many or _is_plural(one) or (one.rule == "title" and one.is_member)
        found.append(one)
        at = one.last
    return _joined(text, words, _with_shared_surnames(words, found), known)


def _is_named_behind(words: Sequence[Word], before: Mention, at: int) -> bool:
    """Whether a forename stands behind a post and a comma: "the Head of Planning, Jo Ash, confirmed"."""
    return (
        bool(before.post)
        and not before.name
        and before.last == at - 1
        and words[at - 1].text == ","
        and (is_forename(words[at].lower) or _is_followed(words, at))
    )


def _is_followed(words: Sequence[Word], at: int) -> bool:
    """Whether two capitals stand between commas in front of a verb: ", Joy Ash, replied"."""
    behind = words[at + 2 : at + 4]
    return at + 1 < len(words) and words[at + 1].is_capital and len(behind) == 2 and behind[0].text == "," and behind[1].lower in PAST


def _is_employer(words: Sequence[Word], before: Mention, one: Mention) -> bool:
    """Whether capitals between commas, between somebody and their verb, are whom they work for: "C Ash, Marl Water, said that"."""
    between = [word.text for word in words[before.last : one.first]]
    closes = one.last + 1 < len(words) and words[one.last].text == "," and (words[one.last + 1].lower in PAST or words[one.last + 1].lower == "who")
    return bool(before.name) and between == [","] and closes and not is_forename(one.name.split()[0].casefold())


def _with_shared_surnames(words: Sequence[Word], found: list[Mention]) -> list[Mention]:
    """``Councillors George and Judith Cooper`` are both Coopers."""
    made = list(found)
    for n, (one, following) in enumerate(pairwise(found)):
        between = [word.lower for word in words[one.last : following.first]]
        initial = len(one.name) == 1 and following.rule == "title"  # "Mr J and Mrs K Cooper".
        forename = courtesy_of(one.name.casefold()) and following.rule == "bare"
        if between == ["and"] and " " not in one.name and (initial or forename) and len(following.name.split()) == 2:
            made[n] = replace(one, name=f"{one.name} {following.name.split()[1]}")
    return made


def _is_plural(one: Mention) -> bool:
    return bool(MANY & set(one.titles.split()))


def _continues_list(words: Sequence[Word], last: int, at: int) -> bool:
    """Whether only a comma or "and" stands between the end of a mention and a word."""
    between = [word.lower for word in words[last:at]]
    return bool(between) and len(between) <= 2 and all(word in (",", "and", "&", "a", "ac", "/") for word in between)


def _person_at(text: str, words: Sequence[Word], at: int, known: Known, listed: bool) -> Mention | None:
    """The person or post that begins at a word, if any."""
    word = words[at]
    if word.is_capital:
        if word.text.removesuffix("'s") in known.initials:
            by_initials = _mention(text, words, at, at + 1, "", "initials", name_from=at)
            return replace(by_initials, name=by_initials.written)
        found = _titled(text, words, at) or _behind_post(text, words, at) or _known(text, words, at, known)
        if found is None and at and words[at - 1].text in "'“" and word.lower in NO_NAME:
            return None
        found = found or post_at(text, words, at)
        if found is None and (listed or _starts(words, at)):
            found = _bare(text, words, at, listed)
        return found
    if word.lower in ARTICLES or word.lower in SMALL_HEADS:
        return post_at(text, words, at)
    return _bare(text, words, at, listed) if listed and word.lower in PARTICLES else None


def _starts(words: Sequence[Word], at: int) -> bool:
    """Whether a sentence, a list entry or a clause begins here."""
    before = words[at - 1].text if at else ""
    if before.casefold() in ("by", "from", "gan") or before.casefold() in APPOSED or before.casefold() in WELSH:
        return True  # "seconded by Jo Ash", "Local resident Jo Ash".
    if is_forename(words[at].lower) and (before.casefold() in _BRINGS_IN or (at and words[at - 1].is_capital and words[at - 1].lower in HEADS)):
        return True  # "welcomed Jo Ash, who", "Clerk Jo Ash".
    if before == "," and at > 1 and is_forename(words[at].lower) and words[at - 2].is_capital and words[at - 2].lower in HEADS:
        return True  # "to which the Case Officer, Jo Ash, replied".
    if before == "," and at > 3 and not words[at - 2].is_capital and words[at - 3].lower in ("the", "his", "her", "their"):
        return True  # "and the architect, Jo Ash, spoke".
    return at == 0 or before in "().:–-•·*“;|]/" or (before in ",." and at <= 12) or (before.casefold() in ("and", "while", "whilst") and at > 1)


# ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _titled(text: str, words: Sequence[Word], at: int) -> Mention | None:
    """``Cllr. Mrs P Smith MBE (Chair)``."""
    end = at
    titles: list[str] = []
    if [word.text for word in words[at : at + 4]] == ["P", ".", "C", "."] and words[at + 3].start == words[at].start + 3:
        titles, end = ["pc"], at + 4
    while end < len(words):
        folded = words[end].lower
        if (
            folded in BEFORE
            and end + 1 < len(words)
            and any(word.lower in MEMBER | COURTESY for word in words[end + 1 : end + 2 + (words[end + 1].lower in BEFORE)])
            and words[end].is_capital
        ):
            end += 1
        elif (folded in MEMBER or folded in COURTESY) and (words[end].is_capital or titles):
            titles.append(folded)
            end += 1
            if end < len(words) and words[end].text == "." and words[end].start == words[end - 1].end:
                end += 1
        else:
            break
    if not titles:
        return None
    if end + 1 < len(words) and words[end].text.isdigit() and not _POLICE.isdisjoint(titles):
        end += 1  # "PC 1234 Ash".
    if end < len(words) and words[end].text in ":–-" and MANY & set(titles):
        end += 1  # "Aldermen – F Agnew, P Brett".
    name_end = _within_cell(text, words, end, _name_end(words, end, FUNCTION))
    if name_end == end and len(titles) > 1 and titles[-1] in _TITLES_TOO and titles[0] in MEMBER | _ANONYMOUS:
        titles.pop()
        name_end, end = end, end - 1  # "Councillor Baillie", "Mrs Judge".
    if (
        name_end == end
        and end < len(words)
        and titles[-1] in _ANONYMOUS
        and len(words[end].text) == 1
        and words[end].is_capital
        and not (end + 1 < len(words) and words[end + 1].lower in ("and", "&"))
    ):
        name_end = end + 1  # "Mr X", whose name is kept back.
    if name_end == end:
        return None
    if titles[0] in ("provost", "mayor") and (
        (at and words[at - 1].lower in ("the", "deputy", "lord")) or words[end].lower in NO_NAME or words[end].lower in HEADS
    ):
        return None
    if len(titles) == 1 and titles[0] in ("major", "father", "judge", "lord", "lady", "sister", "constable", "inspector", "commander", "supervisor", "trustee"):
        following = words[name_end].lower if name_end < len(words) else ""
        if following in ("works", "project", "projects", "scheme", "road", "street") or words[end].lower in HEADS:
            return None
    made = _mention(text, words, at, name_end, " ".join(titles), "title", name_from=end)
    return replace(made, post=text[words[at].start : words[end - 1].end]) if titles[0] in ("provost", "mayor") else made


_STAND_AS_TITLES = CHAIRS | frozenset(
    "president vice-chair vice-chairman vice-president treasurer secretary clerk commissioner inspector sergeant superintendent headteacher".split()
)


def _behind_post(text: str, words: Sequence[Word], at: int) -> Mention | None:
    """``Chairman Ash`` in front of a verb: a post used as a title."""
    end = at + (words[at].lower in ("vice", "deputy"))
    if end >= len(words) or words[end].lower not in _STAND_AS_TITLES or not words[end].is_capital or (at and words[at - 1].lower in ARTICLES):
        return None
    name_end = _name_end(words, end + 1, NO_NAME | HEADS | SUBJECTS)
    if name_end == end + 1 or name_end >= len(words) or not (words[name_end].lower in PAST or words[name_end].lower in ADVERBS):
        return None
    found = _mention(text, words, at, name_end, "", "title", name_from=end + 1)
    return replace(found, post=text[words[at].start : words[end].end])


def _known(text: str, words: Sequence[Word], at: int, known: Known) -> Mention | None:
    """A name that is known to belong to somebody here."""
    for parts in known.by_first.get(names.fold(words[at].text.removesuffix("'s")).partition(" ")[0], ()):
        end = _match(words, at, parts)
        if end:
            grown = _name_end(words, at, FUNCTION) if len(parts) == 1 else end
            if len(parts) == 1 and grown > at + 1:
                continue  # A forename in front of another surname is somebody else's.
            return _mention(text, words, at, end, "", "known", name_from=at)
    return None


def _match(words: Sequence[Word], at: int, parts: tuple[str, ...]) -> int:
    """Behind the last word, if the words from ``at`` are these parts; dots of initials are passed over."""
    place, end = 0, at
    while end < len(words) and place < len(parts):
        word = words[end]
        if word.text == "." and place and len(parts[place - 1]) == 1:
            end += 1
            continue
        folded = names.fold(word.text.removesuffix("'s")).split()
        if not folded or tuple(folded) != parts[place : place + len(folded)]:
            return 0
        place, end = place + len(folded), end + 1
    return end if place == len(parts) else 0


def _bare(text: str, words: Sequence[Word], at: int, listed: bool) -> Mention | None:
    """Two to four capitals, or in a list of names one: nothing in front says that it is a person."""
    end = _within_cell(text, words, at, _name_end(words, at, FUNCTION))
    parts = [word for word in words[at:end] if word.text != "."]
    if not parts or parts[0].lower in COMMON:
        return None
    certain = len(parts) == 2 and is_forename(parts[0].lower) and parts[1].lower in _SURNAMES_TOO  # "Patrick Hall".
    if not certain and any(names.fold(word.text) in ORGANISATIONS or word.lower in HEADS for word in parts):
        return None
    if any(word.lower in MEMBER for word in parts):
        return None
    if all(word.lower in SUBJECTS or word.lower in COMMON for word in parts):
        return None
    if not is_forename(parts[0].lower) and len(parts[0].text) > 1 and any(word.lower in _NO_PERSON for word in parts):
        return None
    if any(re.fullmatch(r"[A-Z][a-z]+[A-Z]+", word.text) for word in parts):
        return None  # "DfI Roads".
    if listed and all(word.text.isupper() and 1 < len(word.text) <= 3 for word in parts):
        return None  # Initials of somebody, or of a body.
    if parts[0].lower in ADVERBS or parts[0].lower in WELSH or (not listed and parts[-1].lower in COMMON):
        return None
    if not listed and (len(parts) < 2 or len(parts) > 4 or all(word.text.isupper() and len(word.text) > 1 for word in parts)):
        return None
    return _mention(text, words, at, end, "", "bare", name_from=at)


def _name_end(words: Sequence[Word], at: int, no_name: frozenset[str]) -> int:
    """Behind the last word of a name that begins here: initials, capitals, particles between them, then post-nominals."""
    end, full, initials = at, 0, 0
    while end < len(words) and full + initials < 6:
        word = words[end]
        folded = word.lower.removesuffix("'s")
        if full and len(word.text) == 1 and end + 1 < len(words) and words[end + 1].text == ":":
            break  # "P: Cllr Ash S: Cllr Birch".
        if (len(word.text) == 1 and word.text.isupper()) or (word.text in _LONG_INITIALS and end + 1 < len(words) and words[end + 1].text == "."):
            initials += 1
            end += 1
            if end < len(words) and words[end].text == "." and words[end].start == word.end:
                end += 1
            continue
        if full and word.text in names.POSTNOMINALS:
            break
        surname = full == 1 and end > at and is_forename(words[end - 1].lower) and word.is_capital and not word.text.isupper() and word.lower not in NO_NAME
        if word.is_capital and (_may_be_name(word, folded, full, no_name) or (surname and word.lower in PAST)):  # "Philippa Drew", "Ann Read".
            full += 1
            end += 1
            if word.text.endswith("'s"):
                break
            continue
        if folded in PARTICLES and end + 1 < len(words) and (words[end + 1].is_capital or words[end + 1].lower in PARTICLES):
            end += 1
            continue
        break
    if not full:
        return at
    while end > at and (words[end - 1].lower in PARTICLES and not words[end - 1].is_capital):
        end -= 1
    if end - at > 1 and words[end - 1].text == "." and len(words[end - 2].text) != 1:
        end -= 1
    return _behind_postnominals(words, end) if not words[end - 1].text.endswith("'s") else end


def _within_cell(text: str, words: Sequence[Word], at: int, end: int) -> int:
    """The end of a name, which never goes on in the next cell of a row."""
    return next((n for n in range(at + 1, end) if "\t" in text[words[n - 1].end : words[n].start]), end)


def _may_be_name(word: Word, folded: str, full: int, no_name: frozenset[str]) -> bool:
    """Whether a capitalised word may be part of a name; verbs in capitals ("Cllr Smith PROPOSED") are not, unless it is the first."""
    if folded in no_name or any(sign.isdigit() for sign in word.text):
        return False
    return not (
        full and (word.lower in PAST or (word.lower in BASE and word.text.isupper()) or word.lower in HEADS or word.lower in MEMBER or word.lower in COURTESY)
    )


def _behind_postnominals(words: Sequence[Word], end: int) -> int:
    """Behind ``CC MBE`` and ``O.B.E.``, commas between them included."""
    while end < len(words):
        step = 1 if words[end].text == "," and end + 1 < len(words) else 0
        if words[end + step].text in names.POSTNOMINALS if end + step < len(words) else False:
            end += step + 1
            continue
        letters, place = "", end + step
        while place + 1 < len(words) and len(words[place].text) == 1 and words[place].text.isupper() and words[place + 1].text == ".":
            letters, place = letters + words[place].text, place + 2
        if letters in names.POSTNOMINALS and len(letters) > 1:
            end = place
            continue
        break
    return end


def _mention(text: str, words: Sequence[Word], at: int, end: int, titles: str, rule: str, name_from: int) -> Mention:
    """A mention, with initials in brackets behind a surname taken in: ``Sheahan (K)``."""
    possessive = words[end - 1].text.endswith("'s") or (end < len(words) and words[end].text in ("'", "'s") and words[end].start == words[end - 1].end)
    if end + 2 < len(words) and words[end].text == "(" and names.INITIALS.fullmatch(words[end + 1].text) and words[end + 1].text.isupper():
        closing = next((n for n in range(end + 1, min(end + 8, len(words))) if words[n].text == ")"), None)
        if closing is not None and all(len(word.text) == 1 for word in words[end + 1 : closing]):
            end = closing + 1
    start, stop = words[at].start, words[end - 1].end
    if words[end - 1].text.endswith("'s"):
        stop -= 2
    written = text[start:stop]
    name = names.plain(text[words[name_from].start : stop]) or text[words[name_from].start : stop]
    return Mention(start, stop, written, name, "", titles, rule, possessive, at, end)


# ── together ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _joined(text: str, words: Sequence[Word], found: list[Mention], known: Known) -> list[Mention]:
    """People and their posts put together: "The Chair, Councillor Freeman,", "Mr Lewis, Clerk", "Director (Mr B Kennedy)"."""
    made: list[Mention] = []
    for one in found:
        before = made[-1] if made else None
        if before is not None and not before.possessive:
            between = [word.text for word in words[before.last : one.first]]
            pair = _pair(before, one, between, words, known)
            if pair is not None:
                end = one.last + (between == ["("] and one.last < len(words) and words[one.last].text == ")")
                written = text[before.start : words[end - 1].end]
                made[-1] = replace(pair, start=before.start, end=words[end - 1].end, written=written, first=before.first, last=end, possessive=one.possessive)
                continue
        made.append(one)
    return made


_HANGS = frozenset("of from to by with through for as at".split())


def _is_told(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of speaking follows, over adverbs."""
    while at < len(words) and words[at].lower in ADVERBS:
        at += 1
    return at < len(words) and (words[at].lower in PAST or words[at].lower in ("was", "did", "had", "could", "would"))


def _has_own_post(words: Sequence[Word], at: int) -> bool:
    """Whether a comma and a post follow: "At the invitation of the Leader, Mr Ash, Leader of the Green Group, asked"."""
    return at + 2 < len(words) and words[at].text == "," and words[at + 1].is_capital and any(word.lower in HEADS for word in words[at + 1 : at + 4])


def _pair(before: Mention, one: Mention, between: Sequence[str], words: Sequence[Word], known: Known) -> Mention | None:
    """One mention of two, if one names the person and the other the post that nobody else is known to hold."""
    if (before.name and before.post) or (one.name and one.post):
        return None
    hangs = before.post and list(between) in ([","], []) and before.first and words[before.first - 1].lower in _HANGS
    if hangs and (_is_told(words, one.last) or _has_own_post(words, one.last)):
        return None  # "At the invitation of the Chair, Mr Ash addressed": Mr Ash is not the Chair.
    if (
        before.post
        and one.name
        and list(between) in ([","], [], ["("], ["-"], ["–"], [":"], [",", "y"])
        and (one.rule != "bare" or (list(between) in (["("], [","], []) and looks_like_person(words, one.first, one.last)))
    ):
        holder = known.holders.get(names.fold(before.post))
        return replace(one, post=before.post) if not holder or holder.split()[-1] == names.fold(one.name).split()[-1] else None
    if before.name and one.post and list(between) in ([","], ["("]):
        holder = known.holders.get(names.fold(one.post))
        if holder and holder.split()[-1] != names.fold(before.name).split()[-1]:
            return None
        if list(between) == [","] and before.first and words[before.first - 1].lower in _HANGS and _is_told(words, one.last):
            return None  # "In reply to Mrs Ash, the Director said": Mrs Ash is not the Director.
        closes = (
            one.last >= len(words)
            or words[one.last].text in ",.;:)–-"
            or between == ["("]
            or words[one.last].lower in ("who", "and", "responsible")
            or (words[one.last].lower in ("at", "with", "from") and not (before.first and words[before.first - 1].lower in _HANGS))
            or (
                list(between) == [","]
                and (words[one.last].lower in PAST or words[one.last].lower == "attended")
                and (words[one.first].is_capital or " of " in one.post)
            )
        )
        return replace(before, post=one.post) if closes else None
    return None
