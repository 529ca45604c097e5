"""What begins with a few letters: names in any of their words, committees, and frequent words with counts."""

from __future__ import annotations

import random
import time

from indexer.catalogue import Catalogue, Entry
from indexer.suggesting import MOST, Suggester

CATALOGUE = Catalogue(
    {
        "speaker": (Entry("p/1", "Siân Moore"), Entry("p/2", "Tom O’Hara", ("Thomas O’Hara",)), Entry("p/3", "Morag Tait"), *(Entry(f"q/{n}", f"Ann Zed{n}") for n in range(20))),
        "committee": (Entry("c/1", "Monitoring Board", note="former"), Entry("c/2", "Children and Families Committee"), Entry("c/3", "Moorland Panel")),
    }
)  # fmt: skip
SUGGESTER = Suggester(CATALOGUE, {"moor": 7, "mooring": 9, "moorhen": 2, "the": 90, "mo": 50, "bins": 4})


def people(typed: str) -> list[str]:
    return [entry.label for entry in SUGGESTER.suggest(typed).people]


def test_any_word_of_a_name_may_begin_so_without_accents_and_apostrophes() -> None:
    assert people("mo") == ["Morag Tait", "Siân Moore"]
    assert people("SIAN") == ["Siân Moore"]
    assert people("sian mo") == ["Siân Moore"]
    assert people("o'h") == people("oha") == ["Tom O’Hara"]
    assert people("oore") == []


def test_committees_that_still_meet_come_first() -> None:
    assert [entry.id for entry in SUGGESTER.suggest("mo").committees] == ["c/3", "c/1"]
    assert [entry.id for entry in SUGGESTER.suggest("fam").committees] == ["c/2"]


def test_frequent_words_come_with_counts_and_rare_ones_not_at_all() -> None:
    assert SUGGESTER.suggest("moo").terms == (("mooring", 9), ("moor", 7))
    assert SUGGESTER.suggest("th").terms == ()


def test_less_than_two_letters_suggest_nothing_and_more_no_more_than_eight() -> None:
    for typed in ("", "m", "’", "\x00", " - "):
        assert SUGGESTER.suggest(typed) == Suggester(Catalogue(), {}).suggest("bins")
    assert len(people("zed")) == MOST


def test_a_large_vocabulary_answers_in_a_few_milliseconds() -> None:
    letters = random.Random(1)
    vocabulary = {"".join(letters.choices("abcdefghij", k=8)): letters.randrange(3, 9999) for _ in range(100_000)}
    suggester = Suggester(CATALOGUE, vocabulary)
    begun = time.process_time()
    for typed in ("ab", "bcd", "zz", "aaaa") * 5:
        suggester.suggest(typed)
    assert (time.process_time() - begun) / 20 < 0.01
