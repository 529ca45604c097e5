"""Whether a passage matches a tree of words, and where: the plain truth that engines are held against, and what snippets are marked by."""

from __future__ import annotations

from functools import cached_property

from indexer.analysis import Token, joined, joined_words, stem, stems_of, tokens, words
from indexer.passage import Passage, values_of
from indexer.query import Also, And, Has, Node, Not, Or, Phrase, Term, Weighted


class Reading:
    """A text read for matching."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.words = words(text)

    @cached_property
    def tokens(self) -> list[Token]:
        """The words with where they stand, which only those ask for that found something."""
        return tokens(self.text)

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
        return sorted({place for part in node.parts for place in self.places(part)})

    def _term(self, node: Term) -> list[tuple[int, int]]:
        if node.prefix:
            return [(n, n) for n, word in enumerate(self.words) if word.startswith(node.word)]
        wanted = stems_of(node.word, self.language)
        good = {word for word in self._different if word == node.word or stem(word, self.language) in wanted}
        found = [(n, n) for n, word in enumerate(self.words) if word in good] if good else []
        if node.word in self._joined:
            found += [(j.first, j.last) for j in joined(self.text, self.tokens) if j.word == node.word]
        return found

    @cached_property
    def _different(self) -> set[str]:
        return set(self.words)

    @cached_property
    def _joined(self) -> set[str]:
        """The joined words, which are few and quicker to find than where they stand."""
        return {word for word, _ in joined_words(self.text)}

    def _phrase(self, words: tuple[str, ...]) -> list[tuple[int, int]]:
        if not self._different.issuperset(words):
            return []
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
