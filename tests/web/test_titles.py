"""A title in capitals is read in sentence case, spelt as the same minutes spell it; the record keeps what was printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.web.titles import calm, in_sentence_case

TEXT = "The Board heard of the Bus Service Improvement Plan (BSIP) in Pentre Marl. Service 47 is a bus service. Councillor McKay thanked Siân O’Hara."


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("BUS SERVICE IMPROVEMENT PLAN", "Bus Service Improvement Plan"),
        ("SERVICE IN PENTRE MARL: BSIP", "Service in Pentre Marl: BSIP"),
        ("PETITION OF SIÂN O’HARA", "Petition of Siân O’Hara"),
        ("MCKAY AND THE LIBRARIES", "McKay and the libraries"),
        ("S106 AND HTST FUNDS", "S106 and HTST funds"),
        ("APPLICATION 24/01234/FUL", "Application 24/01234/FUL"),
        ("BSIP", "BSIP"),
        ("Bus SERVICE", "Bus SERVICE"),
        ("", ""),
    ],
)
def test_a_title_in_capitals_is_read_as_the_minutes_spell_its_words(printed: str, read: str) -> None:
    assert "".join(text for text, _ in calm([(printed, False)], TEXT)) == read


def test_marks_stay_on_their_words() -> None:
    assert calm([("ONE ", False), ("BUS", True), (" LANES", False)], TEXT) == [("One ", False), ("bus", True), (" lanes", False)]


@given(st.text(max_size=60), st.text(max_size=200))
def test_a_title_never_changes_its_length_or_its_letters(title: str, text: str) -> None:
    read = in_sentence_case(title, text)
    assert len(read) == len(title)
    assert read.upper() == title.upper() or read.casefold() == title.casefold()
