"""Names in a row that nothing separates, where the signs or lines between them were lost: "Paul Ash Rotimi Birch M Elm Kathleen O’ Oak"."""

# ruff: noqa: SIM905

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.minutes.mention.forenames import is_forename
from archive.minutes.mention.listed import TOPICS
from archive.minutes.mention.naming import COURTESY, FUNCTION, HEADS, MEMBER, ORGANISATIONS, PARTICLES

MOST_WORDS = 600
"""Words that a row may have: no body has more members."""
FEWEST = 3
"""Names that make a row."""
_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w'’-]+")
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")
_PREFIX = re.compile(r"(?:[OD]['’]|(?:Mc|Mac|Ó|Ní|Ni|Nic|De|Le|La|St|Van|Von|ap|ab)['’.]?)")
"""What belongs to the surname behind it."""
_EITHER = frozenset(
    "chris sam lesley robin kim jo scott alex ashley max ricky kerry lee gale chas hal jerry alec des dee jan viv val leslie jamie ali jay jean mohamed mohammad "
    "ahmed abdul imran rotimi raj ravi seán séamus pádraig liam micheál siobhán eoghan eamon éamonn noirin noreen declan oisin aidan enda fergal".split()
)
"""Forenames that are surnames too, or that no register of births in Britain has among its first."""
_UNKNOWN, _MAYBE, _SECOND, _SECOND_UNKNOWN, _AS_SURNAME, _STRANGE = 0.7, 0.2, 0.35, 1.2, 0.3, 0.5
_MOST_AVERAGE = 0.55
"""What a name may cost on average: the less, the surer its beginning is."""


def names_in_row(words: Sequence[str]) -> list[str]:
    """The names of a row, each as written; empty where it is no row of three names or more."""
    joined = _joined(words)
    if joined is None or not 2 * FEWEST <= len(joined) <= MOST_WORDS:
        return []
    best: list[tuple[float, int, int, int] | None] = [(0.0, 0, 0, 0), *[None] * len(joined)]  # Cost, names, sure ones, where the last begins.
    for end in range(1, len(joined) + 1):
        for start in range(max(0, end - 7), end):
            before, cost = best[start], _cost(joined[start:end])
            if before is None or cost is None:
                continue
            candidate = (before[0] + cost, before[1] + 1, before[2] + (cost < _MAYBE), start)
            if best[end] is None or candidate[0] < best[end][0]:  # type: ignore[index]
                best[end] = candidate
    last = best[-1]
    if last is None or last[1] < FEWEST or last[0] > _MOST_AVERAGE * last[1] or 2 * last[2] < last[1]:
        return []
    names, end = list[str](), len(joined)
    while end:
        start = best[end][3]  # type: ignore[index]
        names.append(" ".join(joined[start:end]))
        end = start
    return names[::-1]


def _joined(words: Sequence[str]) -> list[str] | None:
    """The words with prefixes of surnames joined to what they stand before; None where one is no word of a name."""
    made: list[str] = []
    prefix = ""
    for word in words:
        if prefix:
            word = f"{prefix} {word}"
            prefix = ""
        elif _PREFIX.fullmatch(word) or word.casefold() in PARTICLES:
            prefix = word
            continue
        bare = word.strip(".").casefold()
        if not (_CAPITAL.fullmatch(word.split()[-1]) or _INITIAL.fullmatch(word) or bare in MEMBER | COURTESY):
            return None
        made.append(word)
    return None if prefix else made


def _cost(words: Sequence[str]) -> float | None:
    """How unlike one name these words are; None where they are none."""
    at = 0
    while at < len(words) and words[at].strip(".").casefold() in MEMBER | COURTESY:
        at += 1
    titled, rest = at > 0, words[at:]
    given, surname = rest[:-1], rest[-1] if rest else ""
    if not _CAPITAL.fullmatch(surname.split()[-1] if surname else "") or len(given) > 4 or surname.strip(".").casefold() in MEMBER | COURTESY:
        return None
    strange = FUNCTION | HEADS | ORGANISATIONS | TOPICS
    cost = _AS_SURNAME if is_forename(surname.casefold()) else _STRANGE if surname.casefold() in strange else 0.0
    if not given:
        return cost if titled else None
    initials = 0
    for n, word in enumerate(given):
        folded = word.casefold()
        if _INITIAL.fullmatch(word):
            initials += 1
        elif folded.strip(".") in MEMBER | COURTESY or n > 1 + initials or folded in strange:
            return None
        elif n == 0:
            cost += 0.0 if is_forename(folded) else _MAYBE if folded in _EITHER else _UNKNOWN
        else:
            cost += _SECOND if is_forename(folded) or folded in _EITHER else _SECOND_UNKNOWN
    return cost
