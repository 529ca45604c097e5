"""What helps a reader on when nothing is found: another spelling, or which word or filter to leave out, each with what it would find."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, product

from indexer.catalogue import Catalogue
from indexer.expansion import STOP_WORDS
from indexer.index import Index
from indexer.query import Phrase, Query, Term
from indexer.spelling import close_words
from indexer.words import NOBODY, Piece, Words, parse

MOST_TRIED = 12
"""So many other spellings are searched for, and so many words and filters left out."""

FILTERS = "filters"
"""What is left out when all that was chosen beside the words is."""


@dataclass(frozen=True)
class Way:
    """Another search, and what it finds."""

    written: str
    """The reader's words, changed."""
    count: int
    left_out: str = ""
    """The word that was left out, as written; or the name of the facet; ``from`` or ``to`` for a date that was chosen, ``filters`` for all of them."""
    is_word: bool = False
    """Whether a word was left out, and not a filter."""
    free: bool = False
    """Whether the filters and dates that were chosen beside the words are left out, too."""


@dataclass(frozen=True)
class Help:
    """Ways on, each of which finds something."""

    did_you_mean: Way | None = None
    without: tuple[Way, ...] = ()
    """Whatever empties the result, each left out by itself; a word also together with all filters."""
    nowhere: tuple[str, ...] = ()
    """Words, and phrases in quotes, that no passage has at all; as written."""


def narrowed(query: Query, read: Words) -> Query:
    """A query for these words within the filters that were chosen beside them."""
    filters = dict(query.filters)
    for name, values in read.filters.items():
        filters[name] = filters[name] & values or frozenset({NOBODY}) if name in filters else values
    return replace(
        query,
        words=read.tree,
        filters=filters,
        items=read.items,
        from_date=max(query.from_date, read.from_date),
        until_date=min(filter(None, (query.until_date, read.until_date)), default=""),
    )


def help_on(index: Index, read: Words, chosen: Query, catalogue: Catalogue) -> Help:
    """Ways on from words that find nothing; ``chosen`` has only the filters that were chosen beside them."""
    chosen = replace(chosen, size=0, page=1, facets=(), snippets=False)

    free = replace(chosen, filters={}, from_date="", until_date="")

    def found(written: str, within: Query = chosen) -> int:
        return index.search(narrowed(within, parse(written, catalogue))).total

    nowhere = [piece for piece in read.pieces if _is_nowhere(index, piece, free)]
    spelt = _spelt(index, read, [piece for piece in nowhere if piece.word], found, chosen, free)
    return Help(spelt, tuple(_without(read, chosen, free, found)), tuple(read.written[piece.start : piece.end] for piece in nowhere))


def _is_nowhere(index: Index, piece: Piece, free: Query) -> bool:
    """Whether no passage at all has a word or a phrase."""
    if not piece.words or STOP_WORDS.issuperset(piece.words) or (piece.word and piece.word in index.vocabulary()):
        return False
    return not index.search(replace(free, words=Term(piece.word) if piece.word else Phrase(piece.words))).total


def _spelt(index: Index, read: Words, unknown: list[Piece], found: Callable[[str, Query], int], chosen: Query, free: Query) -> Way | None:
    """The words with the fewest changes of spelling that find something: unknown words changed together, else one known word.

    Within what was chosen beside them; where nothing is found there, without it.
    """
    words = [piece for piece in read.pieces if piece.word and piece.word not in STOP_WORDS]
    if not words:
        return None
    tried = list(islice(_respelt(read.written, unknown or words, index.vocabulary(), together=bool(unknown)), MOST_TRIED))
    for within in (chosen, free) if free != chosen else (chosen,):
        for written in tried:
            if count := found(written, within):
                return Way(written, count, free=within is not chosen)
    return None


def _respelt(written: str, pieces: list[Piece], vocabulary: Mapping[str, int], together: bool) -> Iterator[str]:
    """The words with other spellings, the likeliest first."""
    close = [close_words(piece.word, vocabulary) for piece in pieces]
    if together:
        for choice in sorted(product(*(list(enumerate(each[:3])) for each in close)), key=lambda one: sum(n for n, _ in one)):
            yield _replaced(written, [(piece, word) for piece, (_, word) in zip(pieces, choice, strict=True)])
    else:
        for n in range(max(map(len, close), default=0)):
            for piece, each in zip(pieces, close, strict=True):
                if n < len(each):
                    yield _replaced(written, [(piece, each[n])])


def _replaced(written: str, changes: list[tuple[Piece, str]]) -> str:
    """What was written with other words, or with none, in place of some pieces."""
    for piece, word in sorted(changes, key=lambda each: each[0].start, reverse=True):
        written = written[: piece.start] + word + written[piece.end :]
    return " ".join(written.split())


def _without(read: Words, chosen: Query, free: Query, found: Callable[[str, Query], int]) -> Iterator[Way]:
    for facet in chosen.filters:
        fewer = replace(chosen, filters={name: values for name, values in chosen.filters.items() if name != facet})
        if count := found(read.written, fewer):
            yield Way(read.written, count, facet)
    for date, longer in (("from", replace(chosen, from_date="")), ("to", replace(chosen, until_date=""))):
        if longer != chosen and (count := found(read.written, longer)):
            yield Way(read.written, count, date)
    if len(chosen.filters) + bool(chosen.from_date) + bool(chosen.until_date) > 1 and (count := found(read.written, free)):
        yield Way(read.written, count, FILTERS)
    telling = [piece for piece in read.pieces if piece.word not in STOP_WORDS] if len(read.pieces) > 1 else []
    for piece in telling[:MOST_TRIED]:
        written, left_out = _replaced(read.written, [(piece, "")]), read.written[piece.start : piece.end]
        if count := found(written, chosen):
            yield Way(written, count, left_out, True)
        if free != chosen and (others := found(written, free)) > count:
            yield Way(written, others, left_out, True, free=True)
