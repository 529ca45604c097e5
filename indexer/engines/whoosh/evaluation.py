"""A tree of words → the documents of a segment that match, with scores: Whoosh's BM25F, on whole arrays.

Every step yields documents in ascending order and a score for each, always more than 0. Scores of parts are added up,
as Whoosh's matchers do, so that plain Whoosh finds the same documents with the same scores (``translation`` says how).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import stems_of
from indexer.engines.whoosh import library
from indexer.engines.whoosh.postings import MARGIN, Numbers, Postings
from indexer.engines.whoosh.segment import Segment, having
from indexer.query import Also, And, Has, Node, Not, Or, Phrase, Term, Weighted

B, K1 = 0.5, 1.2
"""Of BM25; B is less than usual, since a long item is one that was discussed at length."""
_LENGTHS = np.array([library.byte_to_length(n) for n in range(256)], np.float64)


class Found(NamedTuple):
    """Documents of a segment, ascending, and the score of each."""

    documents: Numbers
    scores: NDArray[np.float32]


NONE = Found(np.zeros(0, np.int32), np.zeros(0, np.float32))


class Corpus:
    """The segments of a generation, and the figures that scores need of them all."""

    def __init__(self, segments: list[Segment]) -> None:
        self.segments = segments
        self.count = sum(s.count for s in segments)
        totals = {name: sum(s.totals.get(name, 0) for s in segments) for s in segments for name in s.totals}
        self.fields = frozenset(name for name, total in totals.items() if total)
        self._norms = {name: [_norms(s.lengths(name), totals[name] / self.count) for s in segments] for name in self.fields}
        self.entries: Callable[[str, str], tuple[float, list[Any]]] = lru_cache(maxsize=1 << 15)(self._entries)

    def norms(self, field: str, segment: int) -> NDArray[np.float32]:
        """What BM25 adds below the fraction line, for each document of a segment."""
        return self._norms[field][segment]

    def _entries(self, field: str, word: str) -> tuple[float, list[Any]]:
        """A term's factor in BM25, and its entry in each segment."""
        entries = [s.entry(field, word.encode("utf-8", "replace")) for s in self.segments]
        frequency = sum(e.doc_frequency() for e in entries if e)
        return (log(self.count / (frequency + 1)) + 1) * (K1 + 1), entries


def _norms(lengths: NDArray[np.uint8], average: float) -> NDArray[np.float32]:
    return (K1 * ((1 - B) + B * _LENGTHS / average)).astype(np.float32)[lengths]


class Evaluation:
    """One tree over one segment; ``check`` is called between steps and raises when time is up."""

    def __init__(self, corpus: Corpus, segment: int, check: Callable[[], None] = lambda: None) -> None:
        self.corpus, self.number, self.segment, self.check = corpus, segment, corpus.segments[segment], check

    def found(self, node: Node) -> Found:
        """What matches, deleted documents included."""
        self.check()
        if isinstance(node, Term):
            return self._prefix(node.word) if node.prefix else self.any_of([self.term(f, w) for f, w in terms_of(node, self.corpus.fields)])
        if isinstance(node, Phrase):
            return self._phrase(node)
        if isinstance(node, Or):
            return self.any_of([self.found(part) for part in node.parts])
        if isinstance(node, Not):
            return self._every_but([node.part])
        if isinstance(node, Has):
            documents = np.flatnonzero(having(self.segment, node.facet, node.values))
            return Found(documents, np.full(len(documents), node.score, np.float32))
        if isinstance(node, Weighted):
            found = self.found(node.part)
            return Found(found.documents, found.scores * np.float32(node.weight))
        if isinstance(node, Also):
            return self._with_more(self.found(node.part), self.found(node.more))
        return self._all(node)

    def term(self, field: str, word: str) -> Found:
        """The documents of one term of the index."""
        factor, entries = self.corpus.entries(field, word)
        entry = entries[self.number]
        return self._scored(field, factor, self.segment.postings(field, entry)) if entry else NONE

    def any_of(self, parts: list[Found]) -> Found:
        """What one at least has; scores are added up."""
        parts = [part for part in parts if len(part.documents)]
        if len(parts) < 2:
            return parts[0] if parts else NONE
        if sum(len(part.documents) for part in parts) * 16 < self.segment.count:
            documents, places = np.unique(np.concatenate([part.documents for part in parts]), return_inverse=True)
            return Found(documents, np.bincount(places, np.concatenate([part.scores for part in parts])).astype(np.float32))
        scores = np.zeros(self.segment.count, np.float32)
        for part in parts:
            scores[part.documents] += part.scores
        documents = np.flatnonzero(scores)
        return Found(documents, scores[documents])

    def _all(self, node: And) -> Found:
        """What all have; the parts with the fewest documents first, so that the others need only look those up."""
        wanted = sorted((part for part in node.parts if not isinstance(part, Not)), key=self._most)
        if not wanted:
            return self._every_but([part.part for part in node.parts if isinstance(part, Not)])
        found = self.found(wanted[0])
        for part in wanted[1:]:
            if not len(found.documents):
                return NONE
            found = self._both(found, self.found(part))
        for left_out in node.parts:
            if isinstance(left_out, Not) and len(found.documents):
                found = self._without(found, self.found(left_out.part))
        return found

    def _most(self, node: Node) -> int:
        """At most how many documents a part can find."""
        if isinstance(node, Term) and not node.prefix:
            entries = [self.corpus.entries(f, w)[1][self.number] for f, w in terms_of(node, self.corpus.fields)]
            return sum(e.doc_frequency() for e in entries if e)
        if isinstance(node, Phrase):
            entries = [self.corpus.entries("words", word)[1][self.number] for word in node.words]
            return min(e.doc_frequency() if e else 0 for e in entries)
        if isinstance(node, Or):
            return sum(map(self._most, node.parts))
        if isinstance(node, Weighted | Also):
            return self._most(node.part)
        return self.segment.count

    def _both(self, one: Found, other: Found) -> Found:
        if len(one.documents) * 16 < len(other.documents):
            places = np.searchsorted(other.documents, one.documents)
            places[places == len(other.documents)] = 0
            kept = other.documents[places] == one.documents
            return Found(one.documents[kept], one.scores[kept] + other.scores[places[kept]])
        scores = np.zeros(self.segment.count, np.float32)
        scores[other.documents] = other.scores
        others = scores[one.documents]
        kept = others > 0
        return Found(one.documents[kept], one.scores[kept] + others[kept])

    def _with_more(self, one: Found, other: Found) -> Found:
        scores = np.zeros(self.segment.count, np.float32)
        scores[other.documents] = other.scores
        return Found(one.documents, one.scores + scores[one.documents])

    def _without(self, one: Found, other: Found) -> Found:
        taken = np.zeros(self.segment.count, bool)
        taken[other.documents] = True
        kept = ~taken[one.documents]
        return Found(one.documents[kept], one.scores[kept])

    def _every_but(self, parts: list[Node]) -> Found:
        every = Found(np.arange(self.segment.count, dtype=np.int32), np.ones(self.segment.count, np.float32))
        return self._without(every, self.any_of([self.found(part) for part in parts]))

    def _prefix(self, prefix: str) -> Found:
        """All words that begin so count as one; how rare they are together is left out, since only all segments together could tell."""
        documents, frequencies = self.segment.beginning_with("words", prefix.encode("utf-8", "replace"))
        often = np.bincount(documents, frequencies, self.segment.count)
        documents = np.flatnonzero(often)
        return self._scored("words", K1 + 1, Postings(documents, often[documents], None)) if len(documents) else NONE

    def _scored(self, field: str, factor: float, postings: Postings) -> Found:
        norms = self.corpus.norms(field, self.number)[postings.documents]
        if postings.frequencies is None:
            return Found(postings.documents, np.float32(factor) / (norms + np.float32(1)))
        often = postings.frequencies.astype(np.float32)
        return Found(postings.documents, np.float32(factor) * often / (often + norms))

    def _phrase(self, node: Phrase) -> Found:
        """Documents where the words stand next to each other, or all within a stretch of the text (NEAR)."""
        factors, lists = [], []
        for word in node.words:
            factor, entries = self.corpus.entries("words", word)
            entry = entries[self.number]
            if entry is None:
                return NONE
            factors.append(factor)
            lists.append(self.segment.postings("words", entry))
        shared = self._shared([postings.documents for postings in lists])
        if len(node.words) > 1 and len(shared):
            shared = shared[_near([_places(p, shared) for p in lists], node.within) if node.within else _adjacent(lists, shared, self.check)]
        scores = np.zeros(len(shared), np.float32)
        for factor, postings in zip(factors, lists, strict=True):
            at = _where(postings.documents, shared)
            chosen = Postings(shared, None if postings.frequencies is None else postings.frequencies[at], None)
            scores += self._scored("words", factor, chosen).scores
        return Found(shared, scores)

    def _shared(self, lists: list[Numbers]) -> Numbers:
        """The documents that are in every list."""
        first, *others = sorted(lists, key=len)
        for other in others:
            if len(first) * 16 < len(other):
                at = np.searchsorted(other, first)
                at[at == len(other)] = 0
                first = first[other[at] == first]
            else:
                there = np.zeros(self.segment.count, bool)
                there[other] = True
                first = first[there[first]]
        return first


def _where(documents: Numbers, some: Numbers) -> Numbers:
    """Where some of these documents stand among them; both ascend."""
    if len(some) * 16 < len(documents):
        return np.searchsorted(documents, some)
    places = np.empty(int(documents[-1]) + 1, np.int32)
    places[documents] = np.arange(len(documents), dtype=np.int32)
    return places[some]


def terms_of(node: Term, fields: frozenset[str]) -> list[tuple[str, str]]:
    """The (field, term) pairs of the index that a reader's word stands for; no beginning of a word."""
    found = [("stems", word) for word in sorted(stems_of(node.word))]
    return found + [("welsh", word) for word in sorted(stems_of(node.word, "cy"))] if "welsh" in fields else found


def _places(postings: Postings, documents: Numbers, bits: int = 32, before: int = 0) -> Numbers:
    """Where a term stands in some of its documents: place of the document among them, then in so many bits the position + ``before``; ascending."""
    assert postings.positions is not None
    at = _where(postings.documents, documents)
    rows: Numbers = np.arange(len(documents), dtype=np.uint32 if bits == 16 else np.int64)
    rows <<= bits
    rows += before
    if postings.frequencies is None:
        rows += postings.positions[at]
        return rows
    counts = postings.frequencies[at].astype(np.int32)
    own = np.cumsum(counts, dtype=np.int32)
    first = np.cumsum(postings.frequencies, dtype=np.int32)[at] - own
    taken = np.repeat(first, counts)
    taken += np.arange(len(taken), dtype=np.int32)
    found: Numbers = np.repeat(rows, counts)
    found += postings.positions[taken]
    return found


def _adjacent(lists: list[Postings], documents: Numbers, check: Callable[[], None]) -> Numbers:
    """The places among these documents of those in which the words stand one right after the other; the rarest words are looked at first."""
    narrow = len(documents) <= 1 << 16 and len(lists) < MARGIN and all(p.positions is not None and p.positions.dtype.itemsize < 4 for p in lists)
    bits = 16 if narrow else 32
    order = sorted(range(len(lists)), key=lambda n: len(lists[n].documents))
    kept = np.arange(len(documents))
    starts = _places(lists[order[0]], documents, bits, len(lists) - order[0])
    for n in order[1:]:
        check()
        both = np.concatenate((starts, _places(lists[n], documents[kept], bits, len(lists) - n)))
        both.sort(kind="stable")  # Two ascending runs, which this kind of sort merely merges.
        starts = both[1:][both[1:] == both[:-1]]
        rows = starts >> bits
        new = np.append(True, rows[1:] != rows[:-1])[: len(rows)]
        kept = kept[rows[new]]
        starts = starts - ((rows + 1 - np.cumsum(new, dtype=rows.dtype)) << bits)
    return kept


def _near(places: list[Numbers], within: int) -> Numbers:
    """The rows in which all words stand within so many words of each other: no two of the chosen ones are further apart."""
    rows: list[Any] = []
    for n, first in enumerate(places):  # Whichever word comes first, each other one must follow before the stretch ends.
        good = np.ones(len(first), bool)
        for m, other in enumerate(places):
            if m != n:
                at = np.searchsorted(other, first)
                good &= (at < len(other)) & (other[np.minimum(at, len(other) - 1)] - first <= within)
        rows.append(first[good] >> 32)
    return np.unique(np.concatenate(rows))
