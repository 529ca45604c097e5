"""What stands around a list of results: filters in use, the panel of filters, the pages, and ways out of an empty list."""

from __future__ import annotations

from dataclasses import dataclass

from archive.answers import SearchAnswer
from archive.questions import Question
from archive.web.site import search_address
from indexer.query import MAX_PAGE, PAGE_SIZE
from indexer.results import FacetValue

LEGENDS = {
    "council": ("Council", "councils"),
    "committee": ("Committee", "committees"),
    "year": ("Year", "years"),
    "speaker": ("Speaker", "speakers"),
    "outcome": ("Outcome", "outcomes"),
    "kind": ("Kind of text", "kinds of text"),
}
OPEN = frozenset(("committee", "speaker"))
"""Groups that are open before anything is chosen in them."""
SHOWN = 6
"""Values of a group before the link to all of them."""
SORT_LABELS = {"relevance": "Best match", "newest": "Newest first", "oldest": "Oldest first"}
SINGLE_VALUED = ("council", "committee", "year", "kind")
"""Facets of which every passage has one value: their counts add up to the results there would be without a choice."""


@dataclass(frozen=True)
class Chip:
    """A filter in use, and the address of the results without it."""

    label: str
    name: str
    """What it filters by, for who cannot see where it stands: ``committee``, ``from date``."""
    url: str


@dataclass(frozen=True)
class Group:
    """One facet in the panel."""

    facet: str
    legend: str
    values: tuple[FacetValue, ...]
    """The most frequent, then what else is chosen; ``chosen`` as the reader ticked it."""
    total: int
    all_words: str
    all_url: str
    """Address of the page with every value; empty when all are shown."""
    is_open: bool

    @property
    def chosen(self) -> int:
        """How many values are ticked."""
        return sum(value.chosen for value in self.values)


@dataclass(frozen=True)
class Way:
    """A way out of an empty list: the search without one of its limits."""

    words: str
    url: str
    results: int | None
    """Exact number of results there would be; None where it is not known without searching."""


def chips(answer: SearchAnswer) -> list[Chip]:
    """Every filter in use, in the order of the panel."""
    asked = answer.question
    chosen = [
        Chip(answer.label(facet, value), LEGENDS[facet][0].lower(), search_address(asked.without(facet, value).parameters()))
        for facet, values in asked.filters.items()
        for value in values
    ]
    dates = [("from", "From", asked.since), ("to", "To", asked.until)]
    return chosen + [Chip(f"{word} {written}", f"{name} date", search_address(asked.without(name).parameters())) for name, word, written in dates if written]


def groups(answer: SearchAnswer) -> list[Group]:
    """The facets in which there is something to choose, or something chosen."""
    made = (_group(answer, facet) for facet in LEGENDS)
    return [group for group in made if group.total > 1 or group.chosen]


def values_of(answer: SearchAnswer, facet: str) -> list[FacetValue]:
    """Every value of a facet as the reader ticked it, chosen ones that no result has included; in the index's order."""
    ticked = answer.question.filters.get(facet, ())
    found = {v.value: v for v in answer.results.facets.get(facet, ())}
    missing = [FacetValue(value, answer.label(facet, value), 0) for value in ticked if value not in found]
    every = [v for v in (*found.values(), *missing) if v.count or v.value in ticked]
    return [FacetValue(v.value, answer.label(facet, v.value), v.count, v.value in ticked) for v in every]


def toggled(question: Question, facet: str, value: str) -> Question:
    """The question with a value of a facet ticked, or taken back where it is ticked; from the first page on."""
    if value in question.filters.get(facet, ()):
        return question.without(facet, value)
    filters = {**question.filters, facet: (*question.filters.get(facet, ()), value)}
    return Question(question.words, filters, question.since, question.until, question.sort)


def pages(answer: SearchAnswer) -> list[tuple[int, str]]:
    """(number, address) of the pages to link to: the first, the last, and those around the current one; 0 stands for a gap."""
    last, here = last_page(answer.results.total), answer.question.page
    near = sorted({1, last, *range(max(1, here - 2), min(last, here + 2) + 1)}) if last > 1 else []
    numbered: list[tuple[int, str]] = []
    for number in near:
        if numbered and number > numbered[-1][0] + 1:
            numbered.append((0, ""))
        numbered.append((number, search_address(answer.question.on_page(number).parameters())))
    return numbered


def last_page(total: int) -> int:
    """The number of the last page that can be shown; 1 for no results."""
    return max(1, min(MAX_PAGE, -(-total // PAGE_SIZE)))


def ways_out(answer: SearchAnswer) -> list[Way]:
    """Searches that may find something where this one found nothing, with what they would find where the counts say so."""
    asked, ways = answer.question, []
    for facet in asked.filters:
        there = sum(v.count for v in answer.results.facets.get(facet, ()))
        known = there if facet in SINGLE_VALUED else None if there else 0
        question = Question(asked.words, {f: v for f, v in asked.filters.items() if f != facet}, asked.since, asked.until, asked.sort)
        ways.append(Way(f"Without {_named(answer, facet)}", search_address(question.parameters()), known))
    for name, word, written in (("from", "from", asked.since), ("to", "to", asked.until)):
        if written:
            ways.append(Way(f"Without the limit “{word} {written}”", search_address(asked.without(name).parameters()), None))
    if len(ways) > 1 and asked.words:
        ways.append(Way("Your words, without any filter", search_address(asked.unnarrowed().parameters()), None))
    return [way for way in ways if way.results != 0]


def _named(answer: SearchAnswer, facet: str) -> str:
    labels = [answer.label(facet, value) for value in answer.question.filters[facet]]
    return labels[0] if len(labels) == 1 else f"the {len(labels)} {LEGENDS[facet][1]}"


def _group(answer: SearchAnswer, facet: str) -> Group:
    every = values_of(answer, facet)
    shown = every[:SHOWN] + [v for v in every[SHOWN:] if v.chosen]
    more = len(every) > len(shown)
    legend, plural = LEGENDS[facet]
    order = "newest first" if facet == "year" else "A to Z"
    words = f"All {len(every)} {plural}, {order}" if more else ""
    url = search_address(answer.question.on_page(1).parameters(), f"/search/{facet}") if more else ""
    return Group(facet, legend, tuple(shown), len(every), words, url, facet in OPEN or any(v.chosen for v in every))
