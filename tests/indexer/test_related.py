"""Passages like another one share its telling words, on every engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indexer.catalogue import Catalogue, Entry
from indexer.engines.memory import MemoryIndex
from indexer.engines.whoosh import WhooshIndex
from indexer.passage import Passage
from indexer.related import related, telling_words

CATALOGUE = Catalogue({"speaker": (Entry("p/1", "Jane Moore"),)}, titles=("councillor", "mr"))
TEXTS = {
    "library/a": ("Library hours", "Councillor Moore asked that the library be open later. Mr Quibble read there. The books were lent."),
    "bins/a": ("Bins", "The lorry was late and the bins were full of books."),
    "library/b": ("Opening of the library", "The hours of the library, and the books that were lent there. Quibble spoke with Moore."),
    "bins/b": ("Missed bins", "The lorry missed the bins in the lane. Quibble and Moore spoke."),
    "road/c": ("Potholes", "The road has holes, and so has the lane."),
}
PASSAGES = [
    Passage(id, f"meeting:{id[-1]}", title, text, date=f"2024-0{n}-01", meeting=id[-1], order=n) for n, (id, (title, text)) in enumerate(TEXTS.items(), 1)
]
LIBRARY = PASSAGES[0]


@pytest.fixture(params=["memory", "whoosh"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    made: Any = MemoryIndex() if request.param == "memory" else WhooshIndex(str(tmp_path))
    with made.begin() as generation:
        for group in {p.group for p in PASSAGES}:
            generation.replace(group, [p for p in PASSAGES if p.group == group])
        generation.switch(CATALOGUE, 1)
    yield made
    made.close()


def test_the_likest_comes_first_and_nothing_of_the_same_meeting(index: Any) -> None:
    found = [passage.id for passage in related(index, LIBRARY)]
    assert found[0] == "library/b"
    assert "library/a" not in found
    assert "bins/a" not in found
    assert related(index, LIBRARY, most=0) == ()


def test_telling_words_are_no_names_no_stop_words_and_none_that_stands_nowhere_else(index: Any) -> None:
    words = telling_words(LIBRARY, index.vocabulary(), CATALOGUE)
    assert words[:2] == ["library", "hours"]
    assert not {"moore", "quibble", "councillor", "the", "later"} & set(words)
    assert "books" in words


def test_what_has_no_telling_word_has_nothing_like_it(index: Any) -> None:
    assert related(index, Passage("x", "meeting:x", "Zebra", "", meeting="x")) == ()
