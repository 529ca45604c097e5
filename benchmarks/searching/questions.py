"""What is asked: thirteen kinds of searches, seeded; within a set, and but for the most common words between sets, none is asked twice."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from indexer.query import FILTERS, And, Node, Not, Or, Phrase, Query, Term
from searching.corpus import COMMITTEES, COUNCILS, OUTCOMES, SPEAKERS, YEARS
from searching.vocabulary import HEAD, sayings, vocabulary

EACH = 16
"""Questions of each kind in a set."""
VERY_COMMON = [word for word in HEAD if len(word) > 4 and word not in ("would", "which", "their", "there", "other", "further", "should")][:EACH]
"""Words that stand in a large part of all items, ``council`` first; they are asked in every set."""


@dataclass(frozen=True)
class Asked:
    """One search, as a tree for the engines and as parameters of the page of results."""

    kind: str
    words: Node | None
    filters: dict[str, frozenset[str]] = field(default_factory=dict)

    def query(self, facets: tuple[str, ...]) -> Query:
        """The query of the index: the first 20, and these facets."""
        return Query(words=self.words, filters=self.filters, facets=facets)

    def parameters(self) -> list[tuple[str, str]]:
        """What the address of the page of results says."""
        chosen = [(facet, value) for facet in FILTERS for value in sorted(self.filters.get(facet, ()))]
        return [*([("q", written(self.words))] if self.words else []), *chosen]


def written(node: Node) -> str:
    """The tree as a reader types it."""
    if isinstance(node, Term):
        return node.word + "*" * node.prefix
    if isinstance(node, Phrase):
        return f'"{" ".join(node.words)}"'
    if isinstance(node, Not):
        return f"-{written(node.part)}"
    return (" OR " if isinstance(node, Or) else " ").join(map(written, node.parts))


@cache
def sets(count: int, each: int = EACH) -> list[list[Asked]]:
    """So many sets of questions of all kinds."""
    chance = random.Random("questions")
    made: list[list[Asked]] = [[] for _ in range(count)]
    for kind, make in KINDS.items():
        stream = _distinct(kind, make, chance)
        for one in made:
            one += [next(stream) for _ in range(each)]
    for one in made:
        one += [Asked("very common word", Term(word)) for word in VERY_COMMON[:each]]
        chance.shuffle(one)
    return made


def _distinct(kind: str, make: Callable[[random.Random], tuple[Node | None, dict[str, frozenset[str]]]], chance: random.Random) -> Iterator[Asked]:
    seen = set()
    while True:
        words, filters = make(chance)
        key = (words, tuple(sorted(filters.items())))
        if key not in seen:
            seen.add(key)
            yield Asked(kind, words, filters)


def _ranked(chance: random.Random, first: int, last: int) -> str:
    """A word between two ranks, each order of magnitude alike."""
    return vocabulary()[int(first * (last / first) ** chance.random())]


def _terms(chance: random.Random, count: int, first: int = 40, last: int = 8_000) -> tuple[Node, ...]:
    words: dict[str, None] = {}
    while len(words) < count:
        words[_ranked(chance, first, last)] = None
    return tuple(map(Term, words))


def _person(chance: random.Random) -> tuple[str, str]:
    """A council and one of its people, the busier the likelier."""
    council = f"council{min(int(chance.expovariate(4 / COUNCILS)), COUNCILS - 1)}"
    return council, f"{council}/person/{int(SPEAKERS ** (0.7 * chance.random())) - 1}"


def _year(chance: random.Random) -> str:
    return str(chance.randint(YEARS[1] - 12, YEARS[1]))


def _filters(chance: random.Random) -> dict[str, frozenset[str]]:
    council, person = _person(chance)
    choices = (
        {"council": frozenset({council}), "year": frozenset({_year(chance)})},
        {"committee": frozenset({f"{council}/committee/{chance.randrange(COMMITTEES)}"})},
        {"speaker": frozenset({person})},
        {"outcome": frozenset({chance.choice(OUTCOMES)}), "year": frozenset({_year(chance)})},
        {"kind": frozenset({"agenda"}), "council": frozenset({council})},
    )
    return dict(chance.choice(choices))


KINDS: dict[str, Callable[[random.Random], tuple[Node | None, dict[str, frozenset[str]]]]] = {
    "one common word": lambda chance: (Term(_ranked(chance, 60, 1_500)), {}),
    "one rare word": lambda chance: (Term(_ranked(chance, 5_000, 59_999)), {}),
    "two words": lambda chance: (And(_terms(chance, 2)), {}),
    "three words": lambda chance: (And(_terms(chance, 3)), {}),
    "either of two words": lambda chance: (Or(_terms(chance, 2)), {}),
    "phrase of common words": lambda chance: (Phrase(tuple(_ranked(chance, 1, 90) for _ in range(chance.choice((2, 2, 3))))), {}),
    "phrase of rare words": lambda chance: (Phrase(sayings()[int(len(sayings()) ** chance.random()) - 1]), {}),
    "a word left out": lambda chance: (And((*_terms(chance, 1, 30, 1_000), Not(*_terms(chance, 1, 30, 1_000)))), {}),
    "beginning of a word": lambda chance: (Term(_ranked(chance, 100, 20_000)[: chance.randint(3, 5)], prefix=True), {}),
    "word in councils": lambda chance: (
        Term(_ranked(chance, 20, 3_000)),
        {"council": frozenset(_person(chance)[0] for _ in range(chance.choice((1, 1, 2))))},
    ),
    "word, year and speaker": lambda chance: (
        Term(_ranked(chance, 20, 1_000)),
        {"year": frozenset({_year(chance), _year(chance)}), "speaker": frozenset({_person(chance)[1]})},
    ),
    "filters only": lambda chance: (None, _filters(chance)),
}
"""Kind → how one is made; ``very common word`` is a fixed list."""
