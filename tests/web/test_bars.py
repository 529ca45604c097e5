"""Counts by year are drawn with the years between, and every year that has any is a link."""

from __future__ import annotations

from archive.web.bars import MOST, TALLEST, bars_of


def test_years_between_are_drawn_and_are_no_links() -> None:
    drawn = bars_of({"2021": 2, "2024": 4}, lambda year: f"/?year={year}")
    assert drawn is not None
    assert [(bar.year, bar.count) for bar in drawn.bars] == [("2021", 2), ("2022", 0), ("2023", 0), ("2024", 4)]
    assert [bar.height for bar in drawn.bars] == [TALLEST // 2, 0, 0, TALLEST]
    assert drawn.rows == (("2024", 4, "/?year=2024"), ("2021", 2, "/?year=2021"))
    assert (drawn.first, drawn.most) == ("2021", ("2024", 4))
    assert all(bar.left >= 0 and bar.left + 20 <= drawn.width for bar in drawn.bars)


def test_whoever_has_any_is_seen_beside_one_who_has_a_thousand() -> None:
    drawn = bars_of({"2023": 1, "2024": 1_000}, str)
    assert drawn is not None
    assert drawn.bars[0].height == 1


def test_one_year_alone_is_not_drawn() -> None:
    assert bars_of({"2024": 4, "2023": 0}, str) is None
    assert bars_of({"2024": 4, "0202": 1}, str) is None
    assert bars_of({}, str) is None


def test_a_year_far_from_the_others_is_a_row_and_no_bar() -> None:
    drawn = bars_of({"2024": 4, "2023": 1, "0202": 1}, str)
    assert drawn is not None
    assert [bar.year for bar in drawn.bars] == ["2023", "2024"]
    assert [year for year, _, _ in drawn.rows] == ["2024", "2023", "0202"]
    drawn = bars_of({str(year): 1 for year in range(1990, 2025)}, str)
    assert drawn is not None
    assert [bar.year for bar in drawn.bars] == [str(year) for year in range(2025 - MOST, 2025)]


def test_what_was_asked_for_is_filled_and_the_rest_hollow() -> None:
    drawn = bars_of({"2021": 2, "2022": 4, "2024": 4}, str, inside={"2022": 2, "2024": 4})
    assert drawn is not None
    assert [(bar.height, bar.filled) for bar in drawn.bars] == [(TALLEST // 2, 0), (TALLEST, TALLEST // 2), (0, 0), (TALLEST, TALLEST)]
    assert drawn.filled.count("M") == 2
    assert drawn.hollow.count("M") == 2


def test_without_anything_asked_for_all_is_filled() -> None:
    drawn = bars_of({"2021": 2, "2024": 4}, str)
    assert drawn is not None
    assert drawn.hollow == ""
