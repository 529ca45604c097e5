"""Welsh words are found whatever their first letters have become."""

import pytest

from indexer.welsh import forms

FAMILIES = [
    ("cyngor", ["gyngor", "nghyngor", "chyngor"]),
    ("pentref", ["bentref", "mhentref", "phentref"]),
    ("tref", ["dref", "nhref", "thref"]),
    ("bwrdd", ["fwrdd", "mwrdd"]),
    ("dinas", ["ddinas", "ninas"]),
    ("gardd", ["ardd", "ngardd"]),
    ("gwastraff", ["wastraff", "ngwastraff"]),
    ("glanhau", ["lanhau", "nglanhau"]),
    ("llyfrgell", ["lyfrgell"]),
    ("mynydd", ["fynydd"]),
    ("rheolwr", ["reolwr"]),
    ("ysgol", ["hysgol"]),
    ("arweinydd", ["harweinydd"]),
    ("adroddiad", ["hadroddiad"]),
]


@pytest.mark.parametrize(("radical", "mutated"), FAMILIES)
def test_every_form_finds_every_other(radical: str, mutated: list[str]) -> None:
    family = {radical, *mutated}
    for form in family:
        assert family <= forms(form) | {form} or radical in forms(form)
        assert radical in forms(form), form
    assert family <= forms(radical)


@pytest.mark.parametrize(("one", "other"), [("cyngor", "angor"), ("ffordd", "bordd"), ("ar", "gar"), ("llan", "glan"), ("2024", "024")])
def test_words_that_are_no_mutation_of_each_other_stay_apart(one: str, other: str) -> None:
    assert other not in forms(one)
