"""Whether a passage matches a tree of words, and where: the plain truth that engines are held against, and what snippets are marked by."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.analysis import Token, joined, stem, stems_of, tokens
from indexer.query import And, Node, Not, Or, Phrase, Term


class Reading:
    """A text read for matching."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.tokens: list[Token] = tokens(text)
        self.stems = [stem(t.word, language) for t in self.tokens]
        self.joined = joined(text, self.tokens)

    def places(self, node: Node) -> list[tuple[int, int]]:
        """The (first, last) positions of every place where a word or phrase of the tree stands; what is left out has none."""
        if isinstance(node, Term):
            return self._term(node)
        if isinstance(node, Phrase) and node.within:
            return self._near(node)
        if isinstance(node, Phrase):
            width = len(node.words)
            starts = range(len(self.tokens) - width + 1)
            return [(n, n + width - 1) for n in starts if all(self.tokens[n + k].word == w for k, w in enumerate(node.words))]
        if isinstance(node, Not):
            return []
        return sorted({place for part in node.parts for place in self.places(part)})

    def _term(self, node: Term) -> list[tuple[int, int]]:
        if node.prefix:
            return [(n, n) for n, t in enumerate(self.tokens) if t.word.startswith(node.word)]
        wanted = stems_of(node.word, self.language)
        found = [(n, n) for n, (t, s) in enumerate(zip(self.tokens, self.stems, strict=True)) if s in wanted or t.word == node.word]
        return found + [(j.first, j.last) for j in self.joined if j.word == node.word]

    def _near(self, node: Phrase) -> list[tuple[int, int]]:
        """The words of every stretch in which all of them stand, the first and the last no more than so many words apart."""
        places = {word: [n for n, t in enumerate(self.tokens) if t.word == word] for word in node.words}
        found: set[int] = set()
        for start in {n for each in places.values() for n in each}:
            inside = {word: [n for n in each if start <= n <= start + node.within] for word, each in places.items()}
            if all(inside.values()):
                found.update(n for each in inside.values() for n in each)
        return [(n, n) for n in sorted(found)]


def matches(node: Node, readings: Iterable[Reading]) -> bool:
    """Whether the tree holds in texts that belong together (a title and a text); a phrase must stand in one of them."""
    texts = list(readings)
    if isinstance(node, And):
        return all(matches(part, texts) for part in node.parts)
    if isinstance(node, Or):
        return any(matches(part, texts) for part in node.parts)
    if isinstance(node, Not):
        return not matches(node.part, texts)
    return any(text.places(node) for text in texts)
