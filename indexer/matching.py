"""Whether a passage matches a tree of words, and where: the plain truth that engines are held against, and what snippets are marked by."""

from __future__ import annotations

from functools import cached_property, lru_cache

from indexer.analysis import fold, joined, joined_words, stem, stems_of, tokens, words_in
from indexer.passage import Passage, values_of
from indexer.query import Also, And, Has, Node, Not, Or, Phrase, Term, Weighted


class Reading:
    """A text read for matching; nothing is worked out before it is needed, since most texts are read to be shown in short."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self._found = words_in(text)
        self._written = [match[0] for match in self._found]

    @cached_property
    def words(self) -> list[str]:
        """The folded words."""
        return list(map(fold, self._written))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from one position to another, both included, begin and end in the text."""
        return self._found[first].start(), self._found[last].end()

    def places(self, node: Node) -> list[tuple[int, int]]:
        """The (first, last) positions of every place where a word or phrase of the tree stands; what is left out has none."""
        if isinstance(node, Term):
            return self._term(node)
        if isinstance(node, Phrase):
            return self._near(node) if node.within else self._phrase(node.words)
        if isinstance(node, Not | Has):
            return []
        if isinstance(node, Weighted | Also):
            return self.places(node.part)
        if isinstance(node, Or):
            return sorted({place for part in node.parts for place in self._alternative(part)})
        return sorted({place for part in node.parts for place in self.places(part)})

    def _alternative(self, node: Node) -> list[tuple[int, int]]:
        """The places of one of several; those of words that only mean something together only where all of them stand close."""
        inner = node.part if isinstance(node, Weighted) else node
        if not isinstance(inner, And):
            return self.places(node)
        each = [self.places(part) for part in inner.parts]
        return [place for one in each for place in one if all(any(abs(place[0] - other[0]) <= TOGETHER for other in others) for others in each)]

    def _term(self, node: Term) -> list[tuple[int, int]]:
        if node.prefix:
            return [(n, n) for n, word in enumerate(self.words) if word.startswith(node.word)]
        stands_for = _forms_of(node.word, self.language)
        first = stands_for.first  # Looked at before anything else, since most words end here.
        found = [(n, n) for n, written in enumerate(self._written) if (written[0] in first or written[0] > "\x7f") and stands_for[written]]
        if any(word == node.word for word, _ in self._joined):
            found += [(j.first, j.last) for j in joined(self.text, tokens(self.text)) if j.word == node.word]
        return found

    @cached_property
    def _joined(self) -> list[tuple[str, int]]:
        """The joined words, which are few and quicker to find than where they stand."""
        return list(joined_words(self.text))

    def _phrase(self, words: tuple[str, ...]) -> list[tuple[int, int]]:
        width = len(words)
        return [(n, n + width - 1) for n, word in enumerate(self.words) if word == words[0] and tuple(self.words[n : n + width]) == words]

    def _near(self, node: Phrase) -> list[tuple[int, int]]:
        """The words of every stretch in which all of them stand, the first and the last no more than so many words apart."""
        places = {word: [n for n, own in enumerate(self.words) if own == word] for word in node.words}
        found: set[int] = set()
        for start in {n for each in places.values() for n in each} if all(places.values()) else ():
            inside = {word: [n for n in each if start <= n <= start + node.within] for word, each in places.items()}
            if all(inside.values()):
                found.update(n for each in inside.values() for n in each)
        return [(n, n) for n in sorted(found)]


class _Forms(dict[str, bool]):
    """Whether a word as it is written stands for a reader's word; each spelling is looked at once."""

    def __init__(self, word: str, language: str) -> None:
        self._word, self._language, self._stems = word, language, stems_of(word, language)
        letters = {each[0] for each in (*self._stems, word)}
        self.first = frozenset(letters | {letter.upper() for letter in letters})
        """What a word in ASCII that stands for it can begin with: no stemming changes how a word begins."""

    def __missing__(self, written: str) -> bool:
        if len(self) >= MOST_FORMS:
            self.clear()
        self[written] = known = self._stands_for(written)
        return known

    def _stands_for(self, written: str) -> bool:
        word = fold(written)
        return word == self._word or stem(word, self._language) in self._stems


TOGETHER = 5
"""So many words apart, words that mean something together still do."""
MOST_FORMS = 1 << 12
"""Spellings that are remembered for a word."""
_forms_of = lru_cache(maxsize=128)(_Forms)


def matches(node: Node, passage: Passage, texts: tuple[Reading, ...]) -> bool:
    """Whether the tree holds in a passage, whose texts (title and text) were read; a phrase must stand in one of them."""
    if isinstance(node, And):
        return all(matches(part, passage, texts) for part in node.parts)
    if isinstance(node, Or):
        return any(matches(part, passage, texts) for part in node.parts)
    if isinstance(node, Not):
        return not matches(node.part, passage, texts)
    if isinstance(node, Weighted | Also):
        return matches(node.part, passage, texts)
    if isinstance(node, Has):
        return not node.values.isdisjoint(values_of(passage, node.facet))
    return any(text.places(node) for text in texts)
