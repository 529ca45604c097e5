"""Numbers in front of titles: what must be alike in one numbering, what counts up, and which numbering runs through a document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.minutes.heading.titles import KNOWN, is_title
from archive.minutes.mention.forenames import is_forename
from archive.minutes.mention.listed import is_name
from archive.minutes.mention.naming import COURTESY, MEMBER

_THROUGH_THE_YEARS = 100
"""From here on a plain number is taken for the number of a minute, which goes on from meeting to meeting."""


WORD = r"(?:(?:[Aa]genda |AGENDA )?(?:[Ii]tem|ITEM)s?|[Mm]inute|MINUTE|Min|MIN|Agenda|AGENDA)\.?(?: ?(?:[Nn]o|NO|[Nn]umber|NUMBER|[Rr]ef|REF)\b\.?:?)?"
"""What may stand in front of the number of an item."""
_A_SENTENCE = 0.9
"""What a numbered sentence counts for beside a numbered title."""
_FEWEST_AGAIN = 3
"""Titles numbered one that make a list."""
_A_MEETING = 40
"""Minutes that one meeting may number."""


@dataclass(frozen=True)
class Heading:
    """A number and the title behind it, where they stand."""

    start: int
    number: str
    family: str
    value: int
    title: str
    text_start: int
    inline: bool


def parsed(number: str, sign: str, line: str = "") -> tuple[str, str, int]:
    """(as printed, family, value): what must be alike in one numbering, and what counts up."""
    bare = re.sub(rf"^{WORD} ?", "", number)
    if re.fullmatch(r"\d{1,3}\.0", bare):
        return number, "#", int(bare[:-2])  # "1.0", whose parts are "1.1" and "1.2".
    digits = [*re.finditer(r"\d+", bare)]
    code = bool(re.match(r"[A-Za-z]", bare))
    if not digits:
        return number, "", 0
    counts = digits[-1]
    if len(digits) >= 2 and ((re.fullmatch(r"(?:19|20)?\d\d", digits[-1][0]) and bare[digits[-1].start() - 1] in "/-") or bare[digits[-1].start() - 1] == "-"):
        counts = digits[0] if code or len(digits) == 2 else digits[-2]
    family = bare[: counts.start()] + "#" + re.sub(r"\d+", "#", re.sub(r"[a-z]$|^[a-z](?=/)", "", bare[counts.end() :]))
    value = int(counts[0])
    if family == "#" and bare != number:
        return number, "item #", value  # "Item 3", whose inner lists bear plain numbers.
    if family == "#":  # "(1)" and "1)" count within an item, and minutes numbered through the years are another numbering than an agenda's.
        family = "(#)" if line.lstrip().startswith("(") or sign.startswith(")") else "##" if value >= _THROUGH_THE_YEARS else family
    return number + ("." if sign.startswith(".") else ""), family, value


def recounted(found: list[Heading]) -> list[Heading]:
    """The headings, counted by another part of their numbers where the one that was taken stands still: "24/01", "24/02"."""
    alike: dict[str, list[Heading]] = {}
    for one in found:
        alike.setdefault(re.sub(r"\d+", "#", one.number), []).append(one)
    made: dict[int, Heading] = {}
    again = [one for one in found if one.number.rstrip(".") == "1"]
    if _FEWEST_AGAIN <= len(again) <= _A_MEETING and len(again) > len(found) - len(again) and any(KNOWN.fullmatch(one.title) for one in again):
        made |= {one.start: replace(one, number="", value=n) for n, one in enumerate(again, 1)}  # A list whose numbers were lost: "1.", "1.", "1.".
    for kind, members in alike.items():
        if kind.count("#") < 2 or len(members) < 2 or len({one.value for one in members}) > 1:
            continue
        parts = [[int(digits) for digits in re.findall(r"\d+", one.number)] for one in members]
        counting = next((n for n in range(kind.count("#")) if all(a[n] < b[n] for a, b in pairwise(parts))), None)
        if counting is not None and (len(members) > 2 or parts[0][counting] + 1 == parts[1][counting]):
            made |= {one.start: replace(one, family=kind, value=part[counting]) for one, part in zip(members, parts, strict=True)}
    return [made.get(one.start, one) for one in found]


def chosen_numbering(found: list[Heading]) -> list[Heading]:
    """The numbering that runs through the document: whole numbers before dotted ones, and only as they count up."""
    families: dict[str, list[Heading]] = {}
    for one in found:
        families.setdefault(one.family, []).append(one)
    _join_across_a_hundred(families)
    chains = {family: _chain(members) for family, members in families.items()}
    minutes = max(chains.get("item #", []), chains.get("##", []), key=len)
    best = minutes if len(minutes) >= 3 and not any(_runs_before(chain, minutes) for family, chain in chains.items() if family != "(#)") else []
    for family, chain in sorted(chains.items(), key=lambda entry: ("." in entry[0], entry[0])):
        within = "." in family or family == "(#)" or (best is minutes and bool(minutes))
        if family not in ("##", "item #") and len(chain) > len(best) * (2 if within else 1) and (len(chain) >= 3 or not best):
            best = chain
    best = best or minutes
    if _are_people([one.title for one in best]):
        return chosen_numbering([one for one in found if one not in best])  # A numbered list of those present.
    return [*_before(best, families), *best] if best else []


def _join_across_a_hundred(families: dict[str, list[Heading]]) -> None:
    """Numbers of minutes that pass from two digits to three within one meeting ("99", "100") are one numbering."""
    both = sorted((*families.get("#", ()), *families.get("##", ())), key=lambda one: one.start)
    chain = _chain([one for one in both if abs(one.value - _THROUGH_THE_YEARS) <= _A_MEETING])
    if chain and chain[0].value < _THROUGH_THE_YEARS <= chain[-1].value:
        families["##"] = sorted({*families["##"], *chain}, key=lambda one: one.start)
        families["#"] = [one for one in families["#"] if one not in chain]


def _are_people(titles: Sequence[str]) -> bool:
    """Whether most of these are names of two words or more, and a fifth begins with a forename that is one for certain."""
    named = [title.split() for title in titles if len(title.split()) >= 2 and is_name(title)]
    certain = sum(is_forename(words[0].casefold()) or words[0].casefold().strip(".") in MEMBER | COURTESY for words in named)
    return len(titles) >= 4 and len(named) * 2 > len(titles) and certain * 5 >= len(titles)


def _runs_before(chain: Sequence[Heading], other: Sequence[Heading]) -> bool:
    return len(chain) >= 3 and chain[0].start < other[0].start


def _before(best: Sequence[Heading], families: Mapping[str, list[Heading]]) -> list[Heading]:
    """Another numbering of the same kind in front of the one that was chosen: two meetings in one document."""
    earlier = [one for one in families.get(best[0].family, []) if one.start < best[0].start]
    chain = _chain(earlier)
    return chain if len(chain) >= 3 else []


def _chain(members: Sequence[Heading]) -> list[Heading]:
    """The longest run that counts up by one, two or three; a number may stand again with letters behind it ("6a", "6b")."""
    best: list[list[Heading]] = []
    weights: list[float] = []
    recent: dict[int, int] = {}
    result, most = list[Heading](), 0.0
    for one in members:
        before = max(
            (recent[value] for value in range(one.value - 3, one.value + 1) if value in recent and (value < one.value or re.search(r"[a-z]\W*$", one.number))),
            key=lambda n: weights[n],
            default=None,
        )
        chain = [*best[before], one] if before is not None else [one]
        best.append(chain)
        weights.append((weights[before] if before is not None else 0) + (1 if is_title(one.title) or KNOWN.fullmatch(one.title) else _A_SENTENCE))
        if one.value not in recent or weights[recent[one.value]] < weights[-1]:
            recent[one.value] = len(best) - 1
        if weights[-1] > most:
            result, most = chain, weights[-1]
        if len(best) > 400:
            break
    return result
