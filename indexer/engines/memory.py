"""The oracle: every passage is read for every query. Slow and plain, so that it can be believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from indexer.analysis import words
from indexer.catalogue import Catalogue
from indexer.counting import answer, digest_of, groups_of, sort_of
from indexer.errors import Unavailable
from indexer.index import Generation
from indexer.matching import Reading, matches
from indexer.passage import Passage
from indexer.query import Query
from indexer.results import Hit, Results


class MemoryIndex:
    """An index in memory, for tests."""

    def __init__(self) -> None:
        self.served: dict[str, tuple[Passage, ...]] = {}
        self.state: tuple[Catalogue, int, int] = (Catalogue(), 0, 0)

    def begin(self, rebuild: bool = False) -> Generation:
        """See ``Index``."""
        return _MemoryGeneration(self, rebuild)

    def search(self, query: Query) -> Results:
        """See ``Index``."""
        return answer(query, self._found(query), self.state[0], str(self.state[2]), sort_of(query))

    def every(self, query: Query) -> tuple[int, Iterator[Hit]]:
        """See ``Index``."""
        found = self._found(query)
        whole = answer(replace(query, page=1, size=len(found), facets=()), found, self.state[0], str(self.state[2]), sort_of(query))
        return whole.total, iter(whole.hits)

    def _found(self, query: Query) -> list[tuple[Passage, float]]:
        found = []
        for passage in (p for group in self.served.values() for p in group):
            readings = Reading(passage.title, passage.language), Reading(passage.text, passage.language)
            if query.words is None or matches(query.words, passage, readings):
                score = 0.0 if query.words is None else 3.0 * len(readings[0].places(query.words)) + len(readings[1].places(query.words))
                found.append((passage, score))
        return found

    def catalogue(self) -> Catalogue:
        """See ``Index``."""
        return self.state[0]

    def vocabulary(self) -> Mapping[str, int]:
        """See ``Index``."""
        every = (p for group in self.served.values() for p in group)
        return Counter(word for p in every for word in {*words(p.title), *words(p.text)} if word.isalpha())

    def revision(self) -> int:
        """See ``Index``."""
        return self.state[1]

    def generation(self) -> str:
        """See ``Index``."""
        return str(self.state[2] or "")

    def damaged(self) -> list[str]:
        """See ``Index``."""
        return []

    def close(self) -> None:
        """See ``Index``."""

    def digest(self) -> str:
        """See ``Index``."""
        return digest_of(p for group in self.served.values() for p in group)


class _MemoryGeneration:
    def __init__(self, index: MemoryIndex, rebuild: bool) -> None:
        self._index = index
        self._groups = {} if rebuild else dict(index.served)
        self.revision = 0 if rebuild else index.revision()

    def __enter__(self) -> _MemoryGeneration:
        return self

    def __exit__(self, *exc: object) -> None:
        pass

    def replace(self, group: str, passages: Iterable[Passage]) -> None:
        self._groups.pop(group, None)
        found = tuple(passages)
        if found:
            self._groups[group] = found

    def groups(self) -> Mapping[str, int]:
        return groups_of(p for group in self._groups.values() for p in group)

    def check(self, expected: Mapping[str, int]) -> None:
        if dict(self.groups()) != dict(expected):
            raise Unavailable("The new generation does not hold what it should; the old one goes on serving.")

    def switch(self, catalogue: Catalogue, revision: int) -> str:
        name = self._index.state[2] + 1
        self._index.served, self._index.state = self._groups, (catalogue, revision, name)
        return str(name)
