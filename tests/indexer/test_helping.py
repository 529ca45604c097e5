"""What helps on when nothing is found, and which of the reader's words were taken for more than themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from random_corpora import CORPUS, fill

from indexer.catalogue import Catalogue, Entry
from indexer.engines.memory import MemoryIndex
from indexer.helping import FILTERS, Help, help_on
from indexer.query import Query
from indexer.words import LONGEST, parse

CATALOGUE = Catalogue({"speaker": (Entry("x/person/1", "Nia O’Hara", posts=("Head of Bins",)),)}, alike=(("bins", "refuse"),), titles=("cllr",))


def helped(words: str, **chosen: object) -> Help:
    index = MemoryIndex()
    fill(index, CORPUS)
    return help_on(index, parse(words, CATALOGUE), replace(Query(), **chosen), CATALOGUE)


def ways(found: Help) -> list[tuple[str, int]]:
    return [(way.left_out, way.count) for way in found.without]


def test_each_word_that_empties_the_result_is_left_out_by_itself() -> None:
    assert ways(helped("transport bins")) == [("transport", 1), ("bins", 1)]
    assert ways(helped('"mill lane" gwasanaeth')) == [('"mill lane"', 1), ("gwasanaeth", 2)]


def test_each_filter_and_date_that_empties_the_result_is_left_out_by_itself_and_all_of_them_together() -> None:
    assert ways(helped("bins", filters={"committee": frozenset({"c2"})})) == [("committee", 1)]
    assert ways(helped("bins", from_date="2025-01-01")) == [("from", 1)]
    assert ways(helped("bins", until_date="2023-12-31")) == [("to", 1)]
    assert ways(helped("bins", filters={"committee": frozenset({"c2"})}, from_date="2025-01-01")) == [(FILTERS, 1)]


def test_only_a_way_that_leaves_out_a_word_says_so() -> None:
    found = helped("transport bins", filters={"year": frozenset({"2024"})})
    assert [(way.left_out, way.is_word) for way in found.without if not way.free] == [("transport", True), ("bins", True)]
    assert not helped("bins", from_date="2025-01-01").without[0].is_word


def test_another_spelling_keeps_to_what_was_chosen_beside_the_words() -> None:
    other = helped("trensport", filters={"year": frozenset({"2024"})}).did_you_mean
    assert other
    assert (other.written, other.count) == ("transport", 1)
    assert not other.free


def test_another_spelling_that_finds_something_only_outside_of_what_was_chosen_says_so() -> None:
    other = helped("trensport", filters={"year": frozenset({"2025"})}).did_you_mean
    assert other
    assert (other.written, other.count, other.free) == ("transport", 1, True)


@pytest.mark.parametrize(
    ("words", "as_written"),
    [
        ("bins lane", '"bins" lane'),
        ("Cllr O'Hara lane", '"Cllr O\'Hara" lane'),
        ("head of bins", '"head of bins"'),
        ("£2.7m for bins -refuse", '£2.7m for "bins" -refuse'),
        ('"bins" lane', ""),
        ("lane", ""),
        ("bins " + "x" * (LONGEST - 6), ""),
    ],
)
def test_words_that_were_expanded_are_put_in_quotes(words: str, as_written: str) -> None:
    written = parse(words, CATALOGUE).as_written
    assert written == as_written
    assert parse(written, CATALOGUE).as_written == ""
