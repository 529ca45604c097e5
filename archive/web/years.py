"""The results of each year: a small drawing, the sentence that it shows, and a table that says the same."""

from __future__ import annotations

from dataclasses import dataclass

from archive.answers import SearchAnswer
from archive.questions import Question
from archive.web.language import gettext, ngettext
from archive.web.site import search_address
from archive.web.wording import listed

WIDE, BAR = 30, 20
"""Of a year and of its bar, in px."""
HIGH, ABOVE, BELOW = 56, 16, 18
"""Of the highest bar, of the number above it, and of the year below, in px."""
FEWEST = 10
"""Results from which on their years are worth a drawing."""
MOST = 24
"""So many years are drawn, the newest; the table has all of them."""


@dataclass(frozen=True)
class Bar:
    """A year in the drawing: what the reader's dates leave of it is filled, the rest of it is hollow."""

    year: str
    x: int
    all: int
    """Height of the whole bar."""
    inside: int
    """Height of its filled part."""
    number: str
    """What stands above it."""
    is_inside: bool


@dataclass(frozen=True)
class Years:
    """Everything that is said of the years."""

    bars: tuple[Bar, ...]
    width: int
    sentences: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]
    """(year, number, address of its results), newest first."""


def years_of(answer: SearchAnswer) -> Years | None:
    """The years of an answer; None where there is too little to compare."""
    every = {year: count for year, count in answer.results.by_year if year.isdigit()}
    if len(every) < 2 or sum(every.values()) < FEWEST:
        return None
    inside = _inside(answer, every)
    span = [f"{year:04d}" for year in range(int(min(every)), int(max(every)) + 1)][-MOST:]
    scale = HIGH / max(every[year] for year in span if year in every)
    bars = tuple(_bar(year, n, every.get(year, 0), inside.get(year, 0), scale) for n, year in enumerate(span))
    rows = tuple((year, f"{count:,}", _only(answer.question, year)) for year, count in sorted(every.items(), reverse=True))
    return Years(bars, WIDE * len(bars), tuple(_sentences(every, inside)), rows)


def _inside(answer: SearchAnswer, every: dict[str, int]) -> dict[str, int]:
    """How many results of each year fit the reader's dates and years."""
    ticked = answer.question.filters.get("year", ())
    counted = {value.value: value.count for value in answer.results.facets.get("year", ()) if value.value in every and value.count}
    return {year: count for year, count in counted.items() if not ticked or year in ticked}


def _bar(year: str, place: int, count: int, inside: int, scale: float) -> Bar:
    shown = inside or count
    return Bar(year, place * WIDE, round(count * scale), round(inside * scale), f"{shown:,}" if shown else "", inside > 0)


def _sentences(every: dict[str, int], inside: dict[str, int]) -> list[str]:
    """Which year has most, and what lies outside of the reader's dates."""
    said = []
    if inside:
        most = max(inside.values())
        words = {"count": f"{most:,}", "year": listed([year for year in sorted(inside) if inside[year] == most])}
        said.append(gettext("%(count)s in %(year)s.", **words) if len(inside) == 1 else gettext("%(count)s in %(year)s, the most in a year.", **words))
    left = {year: count - inside.get(year, 0) for year, count in every.items() if count > inside.get(year, 0)}
    if number := sum(left.values()):
        count = f"{number:,}"
        if inside and max(left) < min(inside):
            said.append(ngettext("%(count)s older result is outside your dates.", "%(count)s older results are outside your dates.", number, count=count))
        elif inside and min(left) > max(inside):
            said.append(ngettext("%(count)s newer result is outside your dates.", "%(count)s newer results are outside your dates.", number, count=count))
        else:
            said.append(ngettext("%(count)s result is outside your dates.", "%(count)s results are outside your dates.", number, count=count))
    return said


def _only(asked: Question, year: str) -> str:
    """The address of the results of one year, whatever the dates were."""
    return search_address(Question(asked.words, {**asked.filters, "year": (year,)}, sort=asked.sort).parameters())
