"""Our own index, through its protocol alone; the time that snippets take is told apart where they are made."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from indexer import snippets
from indexer.analysis import VERSION
from indexer.index import Index
from indexer.opening import open_index
from indexer.passage import Passage
from indexer.query import FACETS, Query, Term
from indexer.results import Results
from searching.corpus import catalogue, meeting
from searching.peers import Answer, Clock
from searching.questions import Asked


class Ours:
    """Minutebook's index."""

    name = "Minutebook"
    version = f"text analysis {VERSION}"

    def __init__(self, size: int | None = None) -> None:
        self.size, self.clock = size, Clock()
        self.catalogue = catalogue()  # Made here, since making up names is no part of what is measured.

    def build(self, folder: Path, meetings: Iterable[list[Passage]]) -> None:
        index = open_index(f"whoosh:{folder}")
        with index.begin(rebuild=True) as generation:
            expected = {}
            for passages in meetings:
                expected[passages[0].group] = len(passages)
                generation.replace(passages[0].group, passages)
            generation.check(expected)
            generation.switch(self.catalogue, 1)
        index.close()

    def open(self, folder: Path) -> None:
        self.index: Index = open_index(f"whoosh:{folder}")
        self._timing = _timed_snippets(self.clock)
        self._timing.__enter__()

    def ask(self, asked: Asked, facets: bool) -> Results:
        found = self.index.search(replace(asked.query(FACETS if facets else ()), values=self.size))
        self.clock.add("hits", len(found.hits))
        return found

    def answer(self, raw: Results) -> Answer:
        facets = {name: {one.value: one.count for one in values if one.count} for name, values in raw.facets.items()}
        return Answer(raw.total, [hit.passage.id for hit in raw.hits], facets)

    def apart(self) -> dict[str, float]:
        return self.clock.taken()

    def change(self, items: int, wanted: int, version: str) -> dict[str, float]:
        """Change about so many items in whole meetings from all over the corpus: seconds from ``begin`` to a search that finds them all."""
        chance = random.Random(version)
        changed: list[list[Passage]] = []
        count = 0
        for number in chance.sample(range(items // 13), items // 13):
            passages = meeting(number, version=version)
            if count + len(passages) <= wanted:
                changed.append(passages)
                count += len(passages)
            if wanted - count < 8:
                break
        wall, cpu = perf_counter(), process_time()
        with self.index.begin() as generation:
            expected = dict(generation.groups())
            for passages in changed:
                generation.replace(passages[0].group, passages)
                expected[passages[0].group] = len(passages)
            generation.check(expected)
            generation.switch(self.catalogue, 2)
        found = self.index.search(Query(words=Term(version)))
        wall, cpu = perf_counter() - wall, process_time() - cpu
        assert found.total == count, f"{found.total} of {count} changed items are found"
        return {"items": count, "wall": wall, "cpu": cpu}


@contextmanager
def _timed_snippets(clock: Clock) -> Iterator[None]:
    """The highlighter's two functions, wherever the index has imported them, with a clock around them."""

    def timed(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            began = process_time()
            try:
                return function(*arguments, **named)
            finally:
                clock.add("snippets", process_time() - began)

        return call

    replaced = []
    for function in (snippets.snippets, snippets.marked_title):
        wrapped = timed(function)
        for module in [module for name, module in sys.modules.items() if name.startswith("indexer.")]:
            for name, value in list(vars(module).items()):
                if value is function:
                    setattr(module, name, wrapped)
                    replaced.append((module, name, function))
    try:
        yield
    finally:
        for module, name, function in replaced:
            setattr(module, name, function)
