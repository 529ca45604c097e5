"""The people and committees that a reader's words name: shown above what is found, never instead of it.

All of it comes from the catalogue. A lower-case surname among other words may be a word like any other (green bins), so it
counts only for somebody who spoke in what was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from indexer.catalogue import GENERIC, Catalogue, Entry
from indexer.expansion import STOP_WORDS
from indexer.words import Piece, Words

MOST = 3
"""So many people and so many committees are shown."""


@dataclass(frozen=True)
class Known:
    """Somebody or some body that the words name."""

    entry: Entry
    rest: str = ""
    """What was written besides the name; empty when nothing was that tells more."""


@dataclass(frozen=True)
class Recognized:
    """Who is named, the likeliest first."""

    people: tuple[Known, ...] = ()
    committees: tuple[Known, ...] = ()


def recognized(read: Words, catalogue: Catalogue, spoke: Mapping[str, int]) -> Recognized:
    """Who is named by the words; ``spoke`` says of the people who are found most in how many passages, and orders those of one name."""
    return Recognized(_first(_people(read, catalogue, spoke), catalogue, "speaker"), _first(_committees(read, catalogue), catalogue, "committee"))


def _first(found: Iterator[tuple[str, str]], catalogue: Catalogue, facet: str) -> tuple[Known, ...]:
    rests: dict[str, str] = {}
    for id, rest in found:
        rests.setdefault(id, rest)
        if len(rests) == MOST:
            break
    return tuple(Known(entry, rest) for id, rest in rests.items() if (entry := catalogue.entry(facet, id)))


def _people(read: Words, catalogue: Catalogue, spoke: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """(id, the rest of the words) of people: those the words were taken for, those named in quotes or by ``speaker:``, then surnames."""
    mentions = [(frozenset(one.people), _rest(read, one.start, one.end)) for one in read.expanded if one.people]
    for piece in read.pieces:
        if piece.quoted:
            ids = catalogue.people.get(piece.words, frozenset()) | catalogue.posts.get(piece.words, frozenset())
            mentions.append((ids, _rest(read, piece.start, piece.end)))
    mentions.append((read.filters.get("speaker", frozenset()), ""))
    for piece in read.pieces:
        ids = catalogue.surnames.get((piece.word,), frozenset()) if piece.word not in STOP_WORDS else frozenset()
        mentions.append((frozenset(id for id in ids if spoke.get(id)), _rest(read, piece.start, piece.end)))
    for ids, rest in mentions:
        for id in sorted(ids, key=lambda id: (-spoke.get(id, 0), catalogue.label("speaker", id), id)):
            if catalogue.entry("speaker", id):
                yield id, rest


def _committees(read: Words, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """(id, the rest of the words) of committees: those whose name stands in the words, those named by ``committee:``, then those whose names hold all the words."""
    runs = [list(run) for _, run in groupby(read.pieces, key=lambda piece: (bool(piece.words), piece.start if piece.quoted else -1))]
    for run in runs:
        yield from _named(read, run, catalogue)
    for id in _ordered(read.filters.get("committee", frozenset()), catalogue):
        yield id, ""
    asked = {word for piece in read.pieces for word in piece.words if word not in STOP_WORDS}
    if asked - GENERIC:
        for id in _ordered(frozenset.intersection(*(catalogue.committees_by_word.get(word, frozenset()) for word in asked)), catalogue):
            yield id, ""


def _named(read: Words, run: Sequence[Piece], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Committees whose names stand in pieces that were written one after the other, the longest names first."""
    for length in range(len(run), 0, -1):
        for at in range(len(run) - length + 1):
            part = run[at : at + length]
            ids = catalogue.committees.get(tuple(word for piece in part for word in piece.words), frozenset())
            for id in _ordered(ids, catalogue):
                yield id, _rest(read, part[0].start, part[-1].end)


def _ordered(ids: frozenset[str], catalogue: Catalogue) -> list[str]:
    """Those that still meet first, then by name; ids that the catalogue does not know are left out."""
    known = [entry for id in ids if (entry := catalogue.entry("committee", id))]
    return [entry.id for entry in sorted(known, key=lambda entry: (bool(entry.note), len(entry.label), entry.label, entry.id))]


def _rest(read: Words, start: int, end: int) -> str:
    """What was written but for one stretch of it; empty where that holds no word that tells anything."""
    if any(not start <= piece.start < end and not STOP_WORDS.issuperset(piece.words or ("-",)) for piece in read.pieces):
        return " ".join((read.written[:start] + read.written[end:]).split())
    return ""
