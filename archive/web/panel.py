"""What stands around a list of results: who is named by the words, filters in use, the panel of filters, and the pages."""

from __future__ import annotations

from dataclasses import dataclass

from archive.answers import SearchAnswer
from archive.questions import Question
from archive.web.language import N_, gettext, ngettext
from archive.web.site import search_address
from archive.web.wording import day, outcome
from indexer.query import MAX_PAGE, PAGE_SIZE
from indexer.recognizing import Known
from indexer.results import FacetValue

LEGENDS = {
    "council": N_("Council"),
    "committee": N_("Committee"),
    "year": N_("Year"),
    "speaker": N_("Speaker"),
    "outcome": N_("Outcome"),
    "kind": N_("Kind of text"),
}
"""The facets, in the order of the panel."""
EVERY = {
    "council": N_("All %(count)s councils, A to Z"),
    "committee": N_("All %(count)s committees, A to Z"),
    "year": N_("All %(count)s years, newest first"),
    "speaker": N_("All %(count)s speakers, A to Z"),
    "outcome": N_("All %(count)s outcomes, A to Z"),
    "kind": N_("All %(count)s kinds of text, A to Z"),
}
REMOVE = {
    "council": N_("Remove filter, council:"),
    "committee": N_("Remove filter, committee:"),
    "year": N_("Remove filter, year:"),
    "speaker": N_("Remove filter, speaker:"),
    "outcome": N_("Remove filter, outcome:"),
    "kind": N_("Remove filter, kind of text:"),
    "meeting": N_("Remove filter, meeting:"),
    "from": N_("Remove filter, first date:"),
    "to": N_("Remove filter, last date:"),
}
"""What is said before a filter in use to whoever cannot see where it stands."""
KINDS = {"minutes": N_("Minutes"), "agenda": N_("Agenda only")}
OPEN = frozenset(("committee", "speaker"))
"""Groups that are open before anything is chosen in them."""
SHOWN = 6
"""Values of a group before the link to all of them."""
SORT_LABELS = {"relevance": N_("Best match"), "newest": N_("Newest first"), "oldest": N_("Oldest first")}


@dataclass(frozen=True)
class Chip:
    """A filter in use, and the address of the results without it."""

    label: str
    removes: str
    """What is said before it to whoever cannot see where it stands."""
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
    def chosen(self) -> str:
        """How many values are ticked, in words; empty for none."""
        number = sum(value.chosen for value in self.values)
        return ngettext("%(num)s chosen", "%(num)s chosen", number) if number else ""


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


def label(answer: SearchAnswer, facet: str, value: str) -> str:
    """What a page shows for a value of a facet, in its own language where it is a word of ours."""
    if facet == "outcome":
        return outcome(value)
    if facet == "kind":
        return gettext(KINDS[value]) if value in KINDS else value.capitalize()
    return _meeting(answer, value) if facet == "meeting" else answer.label(facet, value)


def _meeting(answer: SearchAnswer, id: str) -> str:
    """The committee and the date of a meeting, of which some item was found; its results know no more."""
    passage = next((hit.passage for hit in answer.results.hits if hit.passage.meeting == id), None)
    return f"{answer.place(passage)}, {day(passage.date)}" if passage else gettext("One meeting")


def chips(answer: SearchAnswer) -> list[Chip]:
    """Every filter in use, in the order of the panel."""
    asked = answer.question
    chosen = [
        Chip(label(answer, facet, value), gettext(REMOVE[facet]), search_address(asked.without(facet, value).parameters()))
        for facet, values in asked.filters.items()
        for value in values
    ]
    dates = [
        ("from", asked.since and gettext("From %(date)s", date=asked.since)),
        ("to", asked.until and gettext("To %(date)s", date=asked.until)),
    ]
    return chosen + [Chip(words, gettext(REMOVE[name]), search_address(asked.without(name).parameters())) for name, words in dates if words]


def groups(answer: SearchAnswer) -> list[Group]:
    """The facets in which there is something to choose, or something chosen."""
    made = (_group(answer, facet) for facet in LEGENDS)
    return [group for group in made if group.total > 1 or group.chosen]


def values_of(answer: SearchAnswer, facet: str) -> list[FacetValue]:
    """Every value of a facet that was listed, as the reader ticked it, chosen ones that no result has included; in the index's order."""
    ticked = answer.question.filters.get(facet, ())
    found = {v.value: v.count for v in answer.results.facets.get(facet, ())}
    every = {**found, **{value: 0 for value in ticked if value not in found}}
    return [FacetValue(value, label(answer, facet, value), count, value in ticked) for value, count in every.items() if count or value in ticked]


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


def _group(answer: SearchAnswer, facet: str) -> Group:
    every = values_of(answer, facet)
    shown = every[:SHOWN] + [v for v in every[SHOWN:] if v.chosen]
    total = answer.results.different.get(facet, 0) + sum(not v.count for v in every)
    more = total > len(shown)
    words = gettext(EVERY[facet], count=f"{total:,}") if more else ""
    url = search_address(answer.question.on_page(1).parameters(), f"/search/{facet}") if more else ""
    return Group(facet, gettext(LEGENDS[facet]), tuple(shown), total, words, url, facet in OPEN or any(v.chosen for v in every))
