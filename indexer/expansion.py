"""What a reader's plain words stand for besides themselves: a person, the holder of a post, an acronym, an amount, an item's number.

Whatever is added counts less than what was written, is told to the reader, and is left out of words in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.analysis import folded_number, words
from indexer.catalogue import Catalogue, phrase_key
from indexer.query import And, Has, Node, Or, Phrase, Term, Weighted
from indexer.saying import Quoted, Said, Several, Told

STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "i",
        "in",
        "is",
        "it",
        "its",
        "me",
        "my",
        "of",
        "on",
        "or",
        "our",
        "she",
        "should",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "there",
        "these",
        "they",
        "this",
        "to",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "about",
        "into",
        "y",
        "yr",
        "yn",
        "ac",
        "o",
        "i",
        "ar",
        "gan",
        "gyda",
    ]
)
"""Words that stand in nearly every text: they must not occur unless there is nothing else, or quotes."""
LESS = 0.6
"""How much a word of the same meaning counts."""
_UNITS = (("m", "million"), ("mn", "million"), ("bn", "billion"), ("k", "thousand"))
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)(m|mn|bn|k)?")


@dataclass(frozen=True)
class Meaning:
    """What the first few of some words mean."""

    length: int
    """How many of the words."""
    node: Node
    besides: Told | None = None
    """What it may stand for; None when only for itself."""
    people: frozenset[str] = frozenset()
    """Ids of the people whom the words name."""


def meanings(written: Sequence[str], catalogue: Catalogue) -> Iterator[tuple[int, Meaning]]:
    """The meanings of words that were written one after the other, and where each begins; the longest that is known wins."""
    found = [tuple(words(each)) for each in written]
    at = 0
    while at < len(written):
        meaning = (
            _person(found[at:], written[at:], catalogue, len(written))
            or _alike(found[at:], catalogue)
            or _amount(found[at:])
            or Meaning(1, plain(written[at], found[at]))
        )
        yield at, meaning
        at += meaning.length


def plain(written: str, found: tuple[str, ...]) -> Node:
    """A word as it stands: pick-up is found in pickup and pick up too, and C/91 under that number as well."""
    if len(found) < 2:
        node: Node = Term(found[0]) if found else And(())
    else:
        node = Or((Phrase(found), Term("".join(found).replace(".", ""))))
    return Or((node, Has("number", frozenset({folded_number(written)})))) if "/" in written else node


def _all_of(found: Sequence[str]) -> Node:
    return Term(found[0]) if len(found) == 1 else And(tuple(Term(word) for word in found if word not in STOP_WORDS) or tuple(map(Term, found)))


def _flat(found: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(word for each in found for word in each)


def _person(found: Sequence[tuple[str, ...]], written: Sequence[str], catalogue: Catalogue, whole: int) -> Meaning | None:
    """A full name, a title with a surname, a surname with a capital, or a post; a post of one word only when nothing else is asked."""
    titles = next((n for n, each in enumerate(found) if not (len(each) == 1 and each[0] in catalogue.titles)), len(found))
    for first in sorted({titles, 0}, reverse=True):
        for last in range(min(len(found), first + catalogue.longest), first, -1):
            name = _flat(found[first:last])
            ids = catalogue.people.get(name, frozenset())
            if (len(name) == 1 and (first or last == whole or written[last - 1][:1].isupper())) or (len(name) > 1 and first and not ids):
                ids = ids | catalogue.surnames.get(name, frozenset())
            if len(name) > 1 or last == whole:
                ids = ids | catalogue.posts.get(name, frozenset())
            if ids:
                labels = sorted({catalogue.label("speaker", id) for id in ids})
                names: Told = Several("or", tuple(labels[:3]))
                shown = Said("spoken", {"names": Said("others", {"names": names}) if len(labels) > 3 else names})
                return Meaning(last, Or((_all_of(name), Has("speaker", ids))), shown, ids)
    return None


def _alike(found: Sequence[tuple[str, ...]], catalogue: Catalogue) -> Meaning | None:
    for length in range(min(len(found), catalogue.longest), 0, -1):
        phrase = _flat(found[:length])
        if others := catalogue.alike_by_phrase.get(phrase_key(" ".join(phrase))):
            nodes = [Weighted(_all_of(tuple(words(other))), LESS) for other in others]
            return Meaning(length, Or((_all_of(phrase), *nodes)), Several("or", tuple(map(Quoted, others))))
    return None


def _amount(found: Sequence[tuple[str, ...]]) -> Meaning | None:
    """£2.7m and £2.7 million; £200k and £200,000."""
    match = _AMOUNT.fullmatch(found[0][0]) if len(found[0]) == 1 else None
    if match is None:
        return None
    number, short = match.groups()
    following = found[1][0] if len(found) > 1 and len(found[1]) == 1 else ""
    length, long = (1, dict(_UNITS).get(short)) if short else (2, next((word for _, word in _UNITS if word == following), None))
    if long is None:
        return None
    nodes: list[Node] = [Term(number + unit) for unit, word in _UNITS if word == long]
    nodes.append(Phrase((number, long)))
    if long == "thousand" and number.isdigit():
        nodes.append(Term(number + "000"))
    return Meaning(length, Or(tuple(nodes)))
