"""Subjects are words that titles share, and nothing else."""

from __future__ import annotations

from archive.web.subjects import subjects


def test_two_words_together_that_titles_share_are_a_subject_in_whatever_form() -> None:
    titles = ["Bus service improvement plan", "Bus services in rural Marlshire: petition and motion", "Motion: Bus services in rural Marlshire", "Road safety"]
    assert subjects(titles, leave_out=("Marlshire County Council",))[0] == "bus services"


def test_a_word_alone_must_come_up_more_often() -> None:
    assert subjects(["Library hours", "The library fund"]) == []
    assert subjects(["Library hours", "The library fund", "A library for Mill Lane"]) == ["library"]


def test_words_of_every_title_and_names_of_the_council_are_no_subjects() -> None:
    assert subjects(["Marlshire report"] * 5 + ["Reports and motions"] * 5, leave_out=("Marlshire County Council",)) == []
