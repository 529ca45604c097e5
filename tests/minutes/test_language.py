"""English and Welsh told apart."""

from __future__ import annotations

import pytest

from archive.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nododd yr aelodau fod y gwaith ar yr harbwr wedi’i orffen.", "cy"),
        ("Diolchodd y Cadeirydd i bawb am ddod i’r cyfarfod.", "cy"),
        ("Members noted that the work on the harbour at Porth y Gwynt was finished.", "en"),
        ("Cllr Llŷr ap Ynyr said that the bridge at Pont-ar-Gan was closed.", "en"),
    ],
)
def test_a_language_is_told_by_its_small_words(text: str, language: str) -> None:
    assert language_of(text) == language
    assert language_of(text, ("cy", "en")) == language


@pytest.mark.parametrize("text", ["", "None.", "Dim", "2024"])
def test_a_text_too_short_to_tell_is_in_the_main_language(text: str) -> None:
    assert language_of(text) == "en"
    assert language_of(text, ("cy", "en")) == "cy"


def test_a_council_with_one_language_writes_in_it() -> None:
    assert language_of("Nododd yr aelodau fod y gwaith wedi ei orffen.", ("en",)) == "en"
