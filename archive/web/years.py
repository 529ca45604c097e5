"""The results of each year: a small drawing, and the sentences that say the same."""

from __future__ import annotations

from dataclasses import dataclass

from archive.answers import SearchAnswer
from archive.questions import Question
from archive.web.bars import Bars, bars_of
from archive.web.language import gettext, ngettext
from archive.web.site import search_address
from archive.web.wording import listed

FEWEST = 10
"""Results from which on their years are worth a drawing."""


@dataclass(frozen=True)
class Years:
    """Everything that is said of the years of an answer."""

    drawing: Bars
    sentences: tuple[str, ...]


def years_of(answer: SearchAnswer) -> Years | None:
    """The years of an answer; None where there is too little to compare."""
    every = {year: count for year, count in answer.results.by_year if year.isdigit()}
    if sum(every.values()) < FEWEST:
        return None
    inside = _inside(answer, every)
    drawing = bars_of(every, lambda year: _only(answer.question, year), inside)
    return Years(drawing, tuple(_sentences(every, inside))) if drawing else None


def _inside(answer: SearchAnswer, every: dict[str, int]) -> dict[str, int]:
    """How many results of each year fit the reader's dates and years."""
    ticked = answer.question.filters.get("year", ())
    counted = {value.value: value.count for value in answer.results.facets.get("year", ()) if value.value in every and value.count}
    return {year: count for year, count in counted.items() if not ticked or year in ticked}


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
