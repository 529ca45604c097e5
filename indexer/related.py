"""Passages like another one: those that share its most telling words, on every engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log

from indexer.analysis import Token, stem, tokens
from indexer.catalogue import Catalogue
from indexer.expansion import STOP_WORDS
from indexer.index import Index
from indexer.passage import Passage
from indexer.query import Or, Query, Term, Weighted

MOST_WORDS = 12
TITLE = 3
"""How many times as much a word of the title counts."""
LEAST = 0.15
"""How much of its own score a passage must give another for that to be like it: one common word makes nothing alike."""
MOST_ASKED = 60


def related(index: Index, passage: Passage, most: int = 5, siblings: int = 0) -> tuple[Passage, ...]:
    """The passages most like one, which is among those indexed; of its own meeting, which has so many ``siblings``, none."""
    telling = telling_words(passage, index.vocabulary(), index.catalogue())
    if not telling:
        return ()
    in_title = {token.word for token in tokens(passage.title)}
    parts = tuple(Weighted(Term(word), TITLE) if word in in_title else Term(word) for word in telling)
    hits = index.search(Query(Or(parts), size=min(most + siblings + 1, MOST_ASKED), facets=(), snippets=False)).hits
    own = next((hit.score for hit in hits if hit.passage.id == passage.id), 0.0)
    return tuple(hit.passage for hit in hits if hit.passage.meeting != passage.meeting and hit.score >= own * LEAST)[:most]


def telling_words(passage: Passage, vocabulary: Mapping[str, int], catalogue: Catalogue) -> list[str]:
    """The words that tell a passage from others, best first: frequent in it and rare elsewhere, of each stem one, no names of people."""
    counts: dict[str, int] = {}
    forms: dict[str, str] = {}
    whole = 1  # How many passages there are, about: as many as have the most frequent word of this one.
    for text, times in ((passage.title, TITLE), (passage.text, 1)):
        for token in _words(text, catalogue):
            whole = max(whole, vocabulary.get(token.word, 0))
            if vocabulary.get(token.word, 0) > 1 and len(token.word) > 2 and token.word not in STOP_WORDS:
                form = forms.setdefault(stem(token.word, passage.language), token.word)
                counts[form] = counts.get(form, 0) + times
    scores = {word: (1 + log(count)) * log(1 + whole / vocabulary[word]) for word, count in counts.items()}
    return sorted(scores, key=lambda word: (-scores[word], word))[:MOST_WORDS]


def _words(text: str, catalogue: Catalogue) -> Iterator[Token]:
    """The words of a text without titles and names: words with capitals that somebody is named by, or that follow a title."""
    after_title = False
    for token in tokens(text):
        capital = text[token.start].isupper()
        if token.word in catalogue.titles and capital:
            after_title = True
        elif not capital or not (after_title or token.word in catalogue.name_words):
            after_title = False
            yield token
