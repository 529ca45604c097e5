"""The fullest form of a name that a list shortens: "Mr J Betts" of whom the minutes elsewhere say "Mr John Betts"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archive import names
from archive.minutes.mention.forenames import NICKNAMES, courtesy_of, is_forename
from archive.minutes.mention.mentions import FEMALE, HEADS, MALE, NO_NAME, ORGANISATIONS, PARTICLES, SUBJECTS
from archive.minutes.presence.rolls import Listed

_WRITTEN = re.compile(
    r"(?=\b(?P<titles>(?:(?:Cllrs?|Councillors?|Cyng|Cynghorydd|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|Sir|Dame)\b\.? ?){1,2})?(?P<first>(?!(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Prof|Professor|Rev|Sir|Dame)\b)[A-ZÀ-Þ][a-zà-ÿ'’-]+|(?:[A-Z]\.? ?){1,3}(?= ?[A-Z][a-z]))(?P<between>(?: [A-Z]\.?){0,2}) ?(?P<last>(?:(?:Ó|Ní|Uí|Nic|Mac|de|van|von|le|la|du|ap|ab) ){0,2}[A-ZÀ-Þ][\w'’-]+))"
)
"""A forename and a surname; it looks ahead only, for a post in capitals may stand in front."""


_POST_BEHIND = re.compile(
    rf",?\s?[(–-]? ?(?:[Tt]he )?(?:[A-Z][\w’'-]* |(?:of|and|for|the|&) ){{0,6}}(?:{'|'.join(sorted(head.capitalize() for head in HEADS if head.isalpha()))})\b"
)
"""A post behind a name says as much as a title that it is an officer's."""
_ELSEWHERE = re.compile(r"\b(?:death|died|late|sympath\w+|condolences?|famil(?:y|ies)|aged?|years? old|bereave\w*|residents?|memor\w+|funeral|RIP|visitor)\b", re.IGNORECASE)  # fmt: skip
"""Words around a name that may be a namesake's: somebody mourned, or somebody of the public."""
REACH = 60
"""Characters around a name in which they are looked for."""


def written_out(listed: Sequence[Listed], texts: Iterable[str]) -> list[Listed]:
    """The people of a list, each by the only fuller name that the texts have for them and for nobody else of the list.

    Where the list has titles, a name without one is somebody else's.
    """
    untitled = not any(names.titled(one.written).titles for one in listed)
    short = {names.fold(one.name).split()[-1] for one in listed if _is_short(one.name)}
    fuller: dict[str, dict[str, set[str]]] = {}
    for text in texts if short else ():
        for found, titles in _named(text):
            last = found["last"].removesuffix("’s").removesuffix("'s")
            surname = names.fold(last).split()[-1]
            around = text[max(0, found.start() - REACH) : found.end("last") + REACH]
            if surname in short and (titles or (untitled and _may_be_forename(found["first"], surname))) and not _ELSEWHERE.search(around):
                whole = " ".join(f"{found['first']}{found['between']} {last}".split())
                fuller.setdefault(surname, {}).setdefault(whole, set()).add(titles)
    return [_fullest(one, listed, fuller) for one in listed]


def _named(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Everybody named in full, with titles; one title may stand for a list, and a post behind a name says as much."""
    end, seen, before = 0, -1, ""
    for found in _WRITTEN.finditer(text):
        if found.start("first") == seen:
            continue  # The same without its title.
        titles = names.fold(found["titles"] or "") or ("mr" if _POST_BEHIND.match(text, found.end("last")) else "")
        if not titles and before.startswith(("cllrs", "councillors")) and text[end : found.start()] in (", ", " and ", ", and ", " & "):
            titles = before
        end, seen, before = found.end("last"), found.start("first"), titles
        yield found, titles


def _is_short(name: str) -> bool:
    """Whether a name has no forename, or one initial for it."""
    parts = names.fold(name).split()
    return len(parts) == 1 or (len(parts) > 1 and len(parts[0]) == 1 and (len(parts) == 2 or parts[1] in (*PARTICLES, "o")))


def _may_be_forename(first: str, surname: str) -> bool:
    """Whether a word without a title may be the forename in front of a surname: not in "Church Lane"."""
    folded = first.casefold()
    return is_forename(folded) or (
        len(first) > 2 and first.isalpha() and surname not in ORGANISATIONS and folded not in NO_NAME | HEADS | SUBJECTS | ORGANISATIONS
    )


def _fullest(one: Listed, listed: Sequence[Listed], fuller: dict[str, dict[str, set[str]]]) -> Listed:
    if not _is_short(one.name):
        return one
    parts = names.fold(one.name).split()
    others = [names.fold(other.name).split() for other in listed if other is not one]
    namesakes = [other for other in others if other and other[-1] == parts[-1] and (len(other) == 1 or len(parts) == 1 or other[0][0] == parts[0][0])]
    found = {name: titles for name, titles in fuller.get(parts[-1], {}).items() if _fits(one, parts, name, titles)}
    firsts = {names.fold(name).split()[0] for name in found}
    long = {first for first in firsts if len(first) > 1}
    if namesakes or not firsts or len(long) > 1 or len({first[0] for first in firsts}) > 1:
        return one
    return replace(one, name=names.plain(max(found, key=len)))


def _fits(one: Listed, parts: Sequence[str], name: str, titles: set[str]) -> bool:
    """Whether a fuller name may be that of somebody listed: the same initial, a title of the same kind, no other sex."""
    first = names.fold(name).split()[0]
    long = NICKNAMES.get(first, first)
    if len(parts) > 1 and (len(first) == 1 or parts[0] not in (first[0], long[0])):
        return False
    own = names.fold(names.titled(one.written).titles).split()
    sex = "m" if MALE & {*own} else "f" if FEMALE & {*own} else ""
    if sex and courtesy_of(first) not in ("", sex):
        return False
    kinds = {names.is_member_title(title) for title in titles if title}
    return not titles - {""} or (one.is_member or not own) in kinds or (not own and len(parts) > 1)
