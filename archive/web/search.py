"""The page of results, its twin as JSON, and the whole list of a facet's values."""

from __future__ import annotations

from flask import Blueprint, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from archive.answers import answer, as_json
from archive.questions import Question, read_question
from archive.web.coverage import coverage_words
from archive.web.panel import (
    LEGENDS,
    SHOWN,
    SORT_LABELS,
    as_written_url,
    chips,
    committees,
    did_you_mean,
    groups,
    last_page,
    people,
    toggled,
    values_of,
    ways_without,
)
from archive.web.panel import pages as page_links
from archive.web.site import search_address, site
from archive.web.wording import count
from indexer.catalogue import Entry
from indexer.query import PAGE_SIZE
from indexer.words import LONGEST

pages = Blueprint("search", __name__)


def _asked() -> Question:
    return read_question(request.args.to_dict(flat=False))


@pages.get("/search")
def results() -> ResponseReturnValue:
    """What was found: a list that can be narrowed, sorted and paged without a script."""
    question = _asked()
    parameters = question.parameters()
    frame = {"question": question, "words": question.words, "sort": question.sort, "sort_labels": SORT_LABELS, "faults": question.faults}
    frame |= {"json_url": search_address(parameters, "/search.json"), "clear_url": search_address(question.unnarrowed().parameters())}
    if question.faults:
        return render_template("search.html", heading="The search was not made", title="Search", chips=[], groups=[], **frame), 400
    found = answer(site().index, question, values=SHOWN)
    last = last_page(found.results.total)
    heading = count(found.results.total, "result") + (f" for ‘{question.words}’" if question.words else "")
    title = heading + (f" (page {question.page} of {last})" if last > 1 else "")
    return render_template(
        "search.html",
        heading=heading,
        title=title,
        answer=found,
        chips=chips(found),
        groups=groups(found),
        first=(question.page - 1) * PAGE_SIZE + 1,
        pages=page_links(found),
        last=last,
        previous_url=search_address(question.on_page(max(1, question.page - 1)).parameters()),
        next_url=search_address(question.on_page(min(last, question.page + 1)).parameters()),
        people=people(found) if question.page == 1 else [],
        committees=committees(found) if question.page == 1 else [],
        as_written=as_written_url(found),
        other=did_you_mean(found),
        ways=ways_without(found),
        coverage=coverage_words(found.catalogue, question, found.read),
        **frame,
    )


@pages.get("/search.json")
def results_as_json() -> ResponseReturnValue:
    """The same results for machines; the form is a promise."""
    question = _asked()
    if question.faults:
        return jsonify(error={"status": 400, "message": " ".join(question.faults.values())}), 400
    return jsonify(as_json(answer(site().index, question)))


@pages.get("/suggest")
def suggest() -> ResponseReturnValue:
    """People, committees and frequent words that begin with what was typed, for machines; the form is a promise."""
    typed = request.args.get("q", "")[:LONGEST]
    found = site().suggester().suggest(typed)
    answered = jsonify(
        q=typed,
        people=[_suggested(entry) for entry in found.people],
        committees=[_suggested(entry) for entry in found.committees],
        terms=[{"term": word, "count": count} for word, count in found.terms],
    )
    # Kept by browsers only as long as it is still so: somebody who is taken down must not be suggested.
    answered.headers["Cache-Control"] = "no-cache"
    answered.add_etag()
    return answered.make_conditional(request)


def _suggested(entry: Entry) -> dict[str, str]:
    return {"id": entry.id, "name": entry.label, "note": entry.note or "".join(entry.posts[:1]), "council": entry.parent}


@pages.get("/search/<facet>")
def values(facet: str) -> ResponseReturnValue:
    """Every value of one facet for the results as they are."""
    if facet not in LEGENDS:
        abort(404)
    question = _asked()
    found = answer(site().index, question if not question.faults else Question(), facets=(facet,), size=0)
    every = values_of(found, facet)
    if facet != "year":
        every = sorted(every, key=lambda value: value.label.casefold())
    shown = [(value, search_address(toggled(found.question, facet, value.value).parameters())) for value in every]
    return render_template("facet.html", heading=f"All {LEGENDS[facet][1]}", words=question.words, values=shown, back=search_address(question.parameters()))
