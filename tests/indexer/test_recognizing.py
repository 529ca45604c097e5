"""The people and committees whom a reader's words name, and what of the words is left besides."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.catalogue import Catalogue, Entry
from indexer.recognizing import MOST, recognized
from indexer.words import parse

CATALOGUE = Catalogue(
    {
        "speaker": (
            Entry("p/1", "Jane Moore"),
            Entry("p/2", "Tom Moore", ("Thomas Moore",)),
            Entry("p/3", "Ann Green", posts=("Head of Planning",)),
            *(Entry(f"p/s{n}", f"{name} Smith") for n, name in enumerate(("Ada", "Bob", "Cy", "Di", "Ed"))),
        ),
        "committee": (
            Entry("c/1", "Cabinet"),
            Entry("c/2", "Planning Committee"),
            Entry("c/3", "Strategic Planning Board"),
            Entry("c/4", "Planning Sub-Committee", note="former"),
            Entry("c/5", "Children and Families Committee"),
        ),
    },
    titles=("cllr", "mrs"),
)


def people(words: str, **spoke: int) -> list[tuple[str, str]]:
    found = recognized(parse(words, CATALOGUE), CATALOGUE, {id.replace("_", "/"): count for id, count in spoke.items()})
    return [(one.entry.id, one.rest) for one in found.people]


def committees(words: str) -> list[tuple[str, str]]:
    return [(one.entry.id, one.rest) for one in recognized(parse(words, CATALOGUE), CATALOGUE, {}).committees]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("jane moore", [("p/1", "")]),
        ("thomas moore bins", [("p/2", "bins")]),
        ('"Jane Moore" on bins', [("p/1", "on bins")]),
        ("head of planning", [("p/3", "")]),
        ("bins", []),
        ("green bins", []),
        ("Jane", []),
        ("-moore bins", []),
    ],
)
def test_people_are_named_by_name_title_and_post(words: str, named: list[tuple[str, str]]) -> None:
    assert people(words) == named


def test_of_people_of_one_name_who_spoke_most_comes_first() -> None:
    assert people("Cllr Moore") == [("p/1", ""), ("p/2", "")]
    assert people("Cllr Moore", p_2=5, p_1=1) == [("p/2", ""), ("p/1", "")]
    assert len(people("smith")) == MOST


def test_a_word_that_is_also_a_surname_names_only_who_spoke_in_what_was_found() -> None:
    assert people("green bins", p_3=2) == [("p/3", "bins")]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("cabinet", [("c/1", "")]),
        ("cabinet bins", [("c/1", "bins")]),
        ("the cabinet", [("c/1", "")]),
        ("planning", [("c/2", ""), ("c/3", ""), ("c/4", "")]),
        ("planning committee bungalow", [("c/2", "bungalow")]),
        ("planning bungalow", []),
        ("children and families transport", [("c/5", "transport")]),
        ("committee", []),
        ("-cabinet bins", []),
        ('"planning committee"', [("c/2", ""), ("c/4", "")]),
    ],
)
def test_committees_are_named_by_the_whole_name_or_by_nothing_but_words_of_it(words: str, named: list[tuple[str, str]]) -> None:
    assert committees(words) == named


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(["jane", "Moore", "cllr", "planning", "committee", "the", '"', "-", "OR", "NEAR", "speaker:", "committee:", "head of", "’", "\x00"])
    )
)
def test_no_words_raise_and_never_more_than_a_few_are_named(parts: list[str]) -> None:
    for words in (" ".join(parts), "".join(parts)):
        read = parse(words, CATALOGUE)
        found = recognized(read, CATALOGUE, {"p/1": 2})
        assert len(found.people) <= MOST
        assert len(found.committees) <= MOST
        parse(read.as_written, CATALOGUE)
