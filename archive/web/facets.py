"""Every value of one facet, to choose several of; and who spoke in the results, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from archive.answers import SearchAnswer, answer
from archive.questions import Question
from archive.web.language import N_, chosen_language, gettext, ngettext
from archive.web.panel import LEGENDS, values_of
from archive.web.search import asked, heading_of
from archive.web.site import address, search_address, site
from archive.web.understanding import understood_words
from archive.web.wording import day
from indexer.catalogue import folded
from indexer.results import FacetValue

pages = Blueprint("facets", __name__)
LONG = 12
"""From so many values on, they stand under their letters."""
MOST = 1000
"""So many values are on a page: the box above them finds the others."""
FIND = "find"
"""Of an address: what the values are to contain."""
LONGEST = 60
HEADINGS = {
    "council": N_("Choose councils"),
    "committee": N_("Choose committees"),
    "year": N_("Choose years"),
    "speaker": N_("Choose speakers"),
    "outcome": N_("Choose outcomes"),
    "kind": N_("Choose kinds of text"),
}
LABELS = {
    "council": N_("Councils whose names contain"),
    "committee": N_("Committees whose names contain"),
    "year": N_("Years that contain"),
    "speaker": N_("Speakers whose names contain"),
    "outcome": N_("Outcomes that contain"),
    "kind": N_("Kinds of text that contain"),
}
CONTAINED = {
    "council": N_("%(found)s of %(all)s councils contain ‘%(typed)s’."),
    "committee": N_("%(found)s of %(all)s committees contain ‘%(typed)s’."),
    "year": N_("%(found)s of %(all)s years contain ‘%(typed)s’."),
    "speaker": N_("%(found)s of %(all)s speakers contain ‘%(typed)s’."),
    "outcome": N_("%(found)s of %(all)s outcomes contain ‘%(typed)s’."),
    "kind": N_("%(found)s of %(all)s kinds of text contain ‘%(typed)s’."),
}


@dataclass(frozen=True)
class Spoke:
    """Somebody who spoke in the results."""

    name: str
    page: str
    count: str
    url: str
    """Address of those results."""
    dates: str
    """The first and the last; one where they are the same."""


@pages.get("/search/<facet>")
def values(facet: str) -> ResponseReturnValue:
    """Every value of one facet for the results as they are; what is typed narrows the list, what is ticked stays."""
    if facet not in LEGENDS:
        abort(404)
    question = asked()
    question = question.mended() if question.faults else question
    found = answer(site().index, question, facets=(facet,), size=0)
    every, typed = values_of(found, facet), " ".join(request.args.get(FIND, "")[:LONGEST].split())
    listed = [value for value in every if folded(typed) in folded(value.label)] if folded(typed) else every
    return render_template(
        "facet.html",
        heading=gettext(HEADINGS[facet]),
        about=heading_of(found.results.total, question.words),
        words=question.words,
        facet=facet,
        legend=gettext(LEGENDS[facet]),
        find_label=gettext(LABELS[facet]),
        typed=typed,
        contained=gettext(CONTAINED[facet], found=f"{len(listed):,}", all=f"{len(every):,}", typed=typed) if typed else "",
        chosen=[value for value in every if value.chosen],
        sections=_sections(facet, [value for value in listed if not value.chosen][:MOST]),
        most=MOST if len(listed) > MOST else 0,
        is_long=len(every) > LONG,
        kept=_kept(question, facet),
        action=search_address(()).partition("?")[0],
        narrow=search_address((), f"/search/{facet}").partition("?")[0],
        back=search_address(question.parameters()),
    )


def _kept(question: Question, facet: str) -> list[tuple[str, str]]:
    """The rest of the question, for hidden fields."""
    chosen = chosen_language()
    return [*question.without(facet).parameters(), *([("lang", chosen)] if chosen else [])]


def _sections(facet: str, listed: list[FacetValue]) -> list[tuple[str, list[FacetValue]]]:
    """(letter, values), A to Z, people by their last names; one section without a letter where they are few, or years."""
    if facet == "year":
        return [("", listed)] if listed else []
    ordered = sorted(listed, key=lambda value: (_sorted_by(facet, value.label), value.value))
    if len(ordered) <= LONG:
        return [("", ordered)] if ordered else []
    return [(letter.upper(), list(some)) for letter, some in groupby(ordered, key=lambda value: _sorted_by(facet, value.label)[0][:1])]


def _sorted_by(facet: str, label: str) -> tuple[str, str]:
    name = folded(label)
    return (name.rpartition(" ")[2] if facet == "speaker" else name) or "#", name


@pages.get("/search/by-person")
def by_person() -> ResponseReturnValue:
    """Who spoke in the results: how often, first and last."""
    question = asked()
    question = question.mended() if question.faults else question
    found = answer(site().index, question, facets=("speaker",), size=0, spans=("speaker",))
    people = [one for one in found.results.facets["speaker"] if one.count]
    about = heading_of(found.results.total, question.words)
    return render_template(
        "by_person.html",
        heading=gettext("Who spoke: %(results)s", results=about),
        words=question.words,
        told=understood_words(found.read, question.sort),
        people=[_spoke(found, one) for one in people[:MOST]],
        said=ngettext("%(count)s person spoke in these items.", "%(count)s people spoke in these items.", len(people), count=f"{len(people):,}"),
        most=MOST if len(people) > MOST else 0,
        back=search_address(question.parameters()),
    )


def _spoke(found: SearchAnswer, one: FacetValue) -> Spoke:
    asked_for = found.question
    first, last = found.results.spans["speaker"].get(one.value, ("", ""))
    question = Question(asked_for.words, {**asked_for.filters, "speaker": (one.value,)}, asked_for.since, asked_for.until, asked_for.sort)
    dates = day(first) if first == last else gettext("%(first)s to %(last)s", first=day(first), last=day(last))
    return Spoke(one.label, address(one.value), f"{one.count:,}", search_address(question.parameters()), dates)
