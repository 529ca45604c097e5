"""Counts by year are drawn with the years between, and every year that has any is a link."""

from __future__ import annotations

from archive.web.bars import TALLEST, bars_of


def test_years_between_are_drawn_and_are_no_links() -> None:
    drawn = bars_of({"2021": 2, "2024": 4}, lambda year: f"/?year={year}")
    assert drawn is not None
    assert [(bar.year, bar.count, bar.url) for bar in drawn.bars] == [("2021", 2, "/?year=2021"), ("2022", 0, ""), ("2023", 0, ""), ("2024", 4, "/?year=2024")]
    assert [bar.height for bar in drawn.bars] == [TALLEST // 2, 1, 1, TALLEST]
    assert [bar.year for bar in drawn.counted] == ["2024", "2021"]
    assert drawn.most.year == "2024"
    assert all(bar.x >= 0 and bar.x + 20 <= drawn.width for bar in drawn.bars)


def test_one_year_alone_and_a_slip_of_the_pen_are_not_drawn() -> None:
    assert bars_of({"2024": 4, "2023": 0}, str) is None
    assert bars_of({"2024": 4, "0202": 1}, str) is None
    assert bars_of({}, str) is None


def test_years_outside_of_what_was_asked_for_are_hollow() -> None:
    drawn = bars_of({"2021": 2, "2024": 4}, str, hollow=lambda year: year < "2023")
    assert drawn is not None
    assert [bar.hollow for bar in drawn.bars] == [True, True, False, False]
