"""What stands around a list of results: who is named by the words, filters in use, the panel of filters, the pages, and ways on from an empty list."""

from __future__ import annotations

from dataclasses import dataclass

from archive.answers import SearchAnswer
from archive.questions import Question
from archive.web.site import search_address
from indexer.helping import FILTERS, Way
from indexer.query import MAX_PAGE, PAGE_SIZE
from indexer.recognizing import Known
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
class Onward:
    """A search without what empties this one, and how many results it has."""

    words: str
    url: str
    results: int


@dataclass(frozen=True)
class Named:
    """A person or a committee that the words name, as one line above the results."""

    name: str
    note: str
    """A post, a ward, that it is former, or the council where there are several; may be empty."""
    page: str
    """Id of its page."""
    url: str
    """Address of the search for what they said, or for what came before it."""
    about: str
    """The other words of the search, to which that one keeps; may be empty."""


def people(answer: SearchAnswer) -> list[Named]:
    """The people whom the words name."""
    return [_line(answer, "speaker", one) for one in answer.named.people]


def committees(answer: SearchAnswer) -> list[Named]:
    """The committees that the words name."""
    return [_line(answer, "committee", one) for one in answer.named.committees]


def _line(answer: SearchAnswer, facet: str, one: Known) -> Named:
    entry, asked = one.entry, answer.question
    council = answer.label("council", entry.parent) if len(answer.catalogue.entries.get("council", ())) > 1 else ""
    filters = {**{f: v for f, v in asked.filters.items() if f != facet}, facet: (entry.id,)}
    url = search_address(Question(one.rest, filters, asked.since, asked.until, asked.sort).parameters())
    return Named(entry.label, ", ".join(filter(None, (entry.note or "".join(entry.posts[:1]), council))), entry.id, url, one.rest)


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
    """Every value of a facet that was listed, as the reader ticked it, chosen ones that no result has included; in the index's order."""
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


def as_written_url(answer: SearchAnswer) -> str:
    """The address of the search for only the words as they were written, in quotes; empty where none was expanded."""
    words = answer.read.as_written
    return search_address(answer.question.with_words(words).parameters()) if words else ""


def did_you_mean(answer: SearchAnswer) -> Onward | None:
    """The words in another spelling that finds something within the same filters."""
    other = answer.help.did_you_mean
    return Onward(other.written, search_address(answer.question.with_words(other.written).parameters()), other.count) if other else None


def ways_without(answer: SearchAnswer) -> list[Onward]:
    """Searches without one of the words, filters or dates that empty this one, each of which finds something."""
    return [Onward(_left_out(answer, way), search_address(_without(answer.question, way).parameters()), way.count) for way in answer.help.without]


def _without(asked: Question, way: Way) -> Question:
    if way.is_word:
        return asked.with_words(way.written)
    return asked.unnarrowed() if way.left_out == FILTERS else asked.without(way.left_out)


def _left_out(answer: SearchAnswer, way: Way) -> str:
    if way.is_word:
        return f"Without ‘{way.left_out}’"
    if way.left_out == FILTERS:
        return "Without any filter"
    if way.left_out in ("from", "to"):
        written = answer.question.since if way.left_out == "from" else answer.question.until
        return f"Without the date ‘{way.left_out} {written}’"
    labels = [answer.label(way.left_out, value) for value in answer.question.filters[way.left_out]]
    one, many = LEGENDS[way.left_out]
    return f"Without the {one.lower()} {labels[0]}" if len(labels) == 1 else f"Without the {len(labels)} {many}"


def _group(answer: SearchAnswer, facet: str) -> Group:
    every = values_of(answer, facet)
    shown = every[:SHOWN] + [v for v in every[SHOWN:] if v.chosen]
    total = answer.results.different.get(facet, 0) + sum(not v.count for v in every)
    more = total > len(shown)
    legend, plural = LEGENDS[facet]
    order = "newest first" if facet == "year" else "A to Z"
    words = f"All {total:,} {plural}, {order}" if more else ""
    url = search_address(answer.question.on_page(1).parameters(), f"/search/{facet}") if more else ""
    return Group(facet, legend, tuple(shown), total, words, url, facet in OPEN or any(v.chosen for v in every))
