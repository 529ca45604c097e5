"""What changed between two texts is told in words, by paragraph, and never at a cost without bound."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from archive.differences import ADDED, REMOVED, SAME, differences, paragraphs_of

TEXTS = st.lists(st.text(alphabet="ab c\t", max_size=12).filter(str.strip), max_size=12)


def told(before: str, after: str) -> list[tuple[int, list[tuple[str, str]]]]:
    return [(change.number, [run for run in change.runs if run[1] != SAME]) for change in differences(paragraphs_of(before), paragraphs_of(after))]


def test_only_changed_paragraphs_and_words_are_told() -> None:
    assert told("The first stays.\nIt cost nine pounds in all.", "The first stays.\nIt cost eleven pounds in all.") == [
        (2, [("nine", REMOVED), ("eleven", ADDED)])
    ]


def test_white_space_and_blank_lines_are_no_change() -> None:
    assert told("One  two.\n\nThree.", "One two.\nThree. ") == []


def test_a_paragraph_that_went_or_came_is_told_whole() -> None:
    assert told("One.\nGone for good.\nThree.", "One.\nThree.\nNew here.") == [(0, [("Gone for good.", REMOVED)]), (3, [("New here.", ADDED)])]


def test_paragraphs_that_share_little_are_not_taken_for_one_another() -> None:
    assert told("The bins were missed.", "A vote was then taken by show of hands.") == [
        (1, [("A vote was then taken by show of hands.", ADDED)]),
        (0, [("The bins were missed.", REMOVED)]),
    ]


def test_what_stays_far_from_a_change_is_cut() -> None:
    long = " ".join(f"word{n}" for n in range(300))
    (change,) = differences([f"{long} nine {long}"], [f"{long} ten {long}"])
    assert sum(len(text.split()) for text, _ in change.runs) < 60
    assert any("…" in text for text, how in change.runs if how == SAME)


@given(TEXTS, TEXTS)
def test_the_changes_lead_from_the_one_text_to_the_other(before: list[str], after: list[str]) -> None:
    changes = differences(before, after)
    plain = [" ".join(one.split()) for one in after]
    touched = {change.number for change in changes}
    assert all(plain[n - 1] == " ".join(change.after.split()) for change in changes if (n := change.number))
    left = [one for n, one in enumerate(plain, start=1) if n not in touched]
    old = [" ".join(one.split()) for one in before]
    gone = [" ".join(change.before.split()) for change in changes if change.before]
    assert sorted([*left, *gone]) == sorted(old)
    for change in changes:
        words = [word for text, how in change.runs if how != REMOVED for word in text.split()]
        assert words == change.after.split()


def test_long_and_hostile_texts_cost_little() -> None:
    began = time.monotonic()
    differences(["same words again"] * 3000, ["same words once more"] * 3000)
    differences(["a " * 40_000], ["b a " * 40_000])
    differences([f"paragraph {n}" for n in range(30_000)], [f"paragraph {n}" for n in range(1, 30_001)][::-1])
    assert time.monotonic() - began < 10
