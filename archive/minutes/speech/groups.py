"""Who stands together as one subject, and what it is that several say: "A, B and C"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.minutes.mention.naming import Mention
from archive.minutes.prose import Word
from archive.minutes.speech.predicates import over_adverbs
from archive.minutes.verbs import GERUNDS, PAST

# ruff: noqa: SIM905

PREPOSITIONS = frozenset(
    "by to from of with for about on against between into through at behind including regarding concerning like unlike besides alongside under upon via near towards without "
    "within during despite except gan i am wrth".split()
) - {"i", "am"}
HAVE = frozenset("was were is are be been had has have that which who".split())
_JOINING = frozenset(", and & / both a ac nor ; then".split())
_BESIDE = frozenset(["together with", "along with", "as well as"])


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
        between = _without_preposition(words, group, _without_brackets([word.lower for word in words[group[-1].last : one.first]])) if group else []
        beside = bool(group) and between == [","] and bool(group[-1].post) and not group[-1].name and bool(one.name)  # "of the Chairman, Mr A spoke".
        if group and group[-1].post and not group[-1].name and group[-1].first and words[group[-1].first - 1].lower == "as":
            yield _listed(words, group)  # "proposed A as Chairman and B seconded".
            group = [one]
            continue
        beside = beside or (between == [","] and _has_own_verb(words, one))
        joined = (len(between) <= 3 and _JOINING.issuperset(between) and ("/" not in between or len(between) == 1)) or " ".join(
            word for word in between if word != ","
        ) in _BESIDE
        joined = joined or _with_noun(between)
        if group and not group[-1].possessive and between and joined and not (beside and _behind_of(words, group)) and not _is_object(words, group, one):
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


def _with_noun(between: Sequence[str]) -> bool:
    """Whether "and" and what somebody is stand between two names: "the agent, Jo Ash, and the architect, Kim Birch, spoke"."""
    told = [word for word in between if word != ","]
    return (
        3 <= len(told) <= 8
        and told[0] == "and"
        and told[1] in ("the", "a", "an", "his", "her", "their")
        and between[between.index("and") + 1 :].count(",") <= (between[-1] == ",")
        and all(word.isalpha() and word not in PAST and word not in HAVE and word not in ("not", "to") for word in told)
    )


def _without_preposition(words: Sequence[Word], group: Sequence[Mention], between: list[str]) -> list[str]:
    """What stands between two names, without the preposition of the first said again: "supported by A and by B"."""
    first = group[0].first
    again = len(between) > 1 and first > 0 and between[-1] == words[first - 1].lower and between[-1] in ("by", "from", "gan")
    return between[:-1] if again else between


def _is_object(words: Sequence[Word], group: Sequence[Mention], one: Mention) -> bool:
    """Whether a group is what a verb is about and the next begins a clause: "A proposed B, C seconded", "A thanked B and C agreed"."""
    first = group[0].first
    return first > 1 and words[first - 1].lower in PAST and words[first - 2].text not in ",.;:()–-" and _has_own_verb(words, one)


def _has_own_verb(words: Sequence[Word], one: Mention) -> bool:
    """Whether a verb of speaking follows somebody directly: "In reply to Councillor A, the Leader stated"."""
    at = over_adverbs(words, one.last)
    return at < len(words) and words[at].lower in PAST


def _behind_of(words: Sequence[Word], group: Sequence[Mention]) -> bool:
    """Whether the first of a group stands behind a preposition, so that nobody who follows a comma is listed with them."""
    first = group[0].first
    return first > 0 and (words[first - 1].lower in PREPOSITIONS or (first == 1 and words[0].lower in GERUNDS))  # "Echoing A, B asked".


def with_posts(words: Sequence[Word], mentions: Sequence[Mention], last: Sequence[Mention]) -> tuple[Mention, ...]:
    """Everybody from the beginning of the sentence on, where each is followed by what they are: "A, headteacher, B, governor and C, parent, were present and …"."""
    chain = list(last)
    for one in reversed([other for other in mentions if other.last <= last[0].first]):
        between = [word.lower for word in words[one.last : chain[0].first]]
        if between[:1] != [","] or between[-1] not in (",", "and") or len(between) > 8 or any(word in PAST or word in HAVE for word in between):
            break
        chain.insert(0, one)
    return tuple(chain)


def _listed(words: Sequence[Word], group: list[Mention]) -> tuple[Mention, ...]:
    """The group up to where no "and" holds bare names together."""
    ends = [
        n
        for n in range(1, len(group))
        if words[group[n].first - 1].text != "," or _with_noun([word.lower for word in words[group[n - 1].last : group[n].first]])
    ]
    return tuple(one for n, one in enumerate(group) if n == 0 or one.rule != "bare" or any(n <= end for end in ends))
