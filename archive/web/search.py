"""The page of results, its twin as JSON, and what is suggested while somebody types."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from flask import Blueprint, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from archive.answers import SearchAnswer, answer, as_json
from archive.questions import Question, read_question
from archive.web.coverage import coverage_words
from archive.web.language import PARAMETER, chosen_language, gettext, ngettext
from archive.web.panel import SHOWN, SORT_LABELS, as_written_url, chips, committees, groups, last_page, people
from archive.web.panel import pages as page_links
from archive.web.site import search_address, site
from archive.web.understanding import understood_words
from archive.web.ways import did_you_mean, ways_without, why_nothing
from archive.web.years import years_of
from indexer.catalogue import Entry
from indexer.errors import QueryError
from indexer.query import PAGE_SIZE
from indexer.words import LONGEST

pages = Blueprint("search", __name__)


def asked() -> Question:
    """The question that the address asks."""
    return read_question(request.args.to_dict(flat=False))


def is_canonical(question: Question) -> bool:
    """Whether the address is the one that this question has: without what is empty, usual or unknown, and in order."""
    chosen = chosen_language()
    given = parse_qsl(request.query_string.decode("utf-8", "replace"), keep_blank_values=True)
    return given == [*question.parameters(), *([(PARAMETER, chosen)] if chosen else [])]


@pages.get("/search")
def results() -> ResponseReturnValue:
    """What was found: a list that can be narrowed, sorted and paged without a script."""
    question = asked()
    if question.faults:
        return _with_faults(question)
    if not is_canonical(question):
        return redirect(search_address(question.parameters()), 302)
    found = answer(site().index, question, values=SHOWN)
    last = last_page(found.results.total)
    return render_template("search.html", **_frame(question), **_around(found), **_found(found, last)), 200 if question.page <= last else 404


def _frame(question: Question) -> dict[str, Any]:
    """What stands on the page whatever is found."""
    return {
        "question": question,
        "words": question.words,
        "sort": question.sort,
        "sort_labels": {sort: gettext(words) for sort, words in SORT_LABELS.items()},
        "faults": {name: gettext(fault.message, **fault.values) for name, fault in question.faults.items()},
        "people_url": search_address(question.on_page(1).parameters(), "/search/by-person"),
        "clear_url": search_address(question.unnarrowed().parameters()),
    }


def _around(found: SearchAnswer) -> dict[str, Any]:
    """Filters in use, and those that can be chosen."""
    return {"answer": found, "chips": chips(found), "groups": groups(found)}


def _found(found: SearchAnswer, last: int) -> dict[str, Any]:
    """What the page says of the results, and how they go on."""
    question, total = found.question, found.results.total
    heading = heading_of(total, question.words)
    paged = gettext("%(heading)s (page %(page)s of %(last)s)", heading=heading, page=question.page, last=last) if last > 1 else heading
    first = question.page == 1
    return {
        "heading": heading,
        "title": paged,
        "told": understood_words(found.read, question.sort),
        "first": (question.page - 1) * PAGE_SIZE + 1,
        "pages": page_links(found),
        "last": last,
        "last_url": search_address(question.on_page(last).parameters()),
        "previous_url": search_address(question.on_page(max(1, min(question.page - 1, last))).parameters()),
        "next_url": search_address(question.on_page(min(last, question.page + 1)).parameters()),
        "people": people(found) if first else [],
        "committees": committees(found) if first else [],
        "years": years_of(found) if first and total else None,
        "as_written": as_written_url(found),
        "coverage": coverage_words(found.catalogue, question, found.read),
        **({} if total else {"why": why_nothing(found), "other": did_you_mean(found), "ways": ways_without(found)}),
    }


def heading_of(total: int, words: str) -> str:
    """How many results there are for the words."""
    shown = f"{total:,}"
    if words:
        return ngettext("%(count)s result for ‘%(words)s’", "%(count)s results for ‘%(words)s’", total, count=shown, words=words)
    return ngettext("%(count)s result", "%(count)s results", total, count=shown)


def _with_faults(question: Question) -> ResponseReturnValue:
    """The page with what is wrong at the fields, all other choices kept, and the search without what is wrong."""
    mended = question.mended()
    try:
        found = answer(site().index, mended, values=SHOWN, size=0)
    except QueryError:
        found = None
    around = _around(found) if found else {"chips": [], "groups": []}
    total = found.results.total if found else 0
    heading = gettext("We could not read that search")
    mended_url = search_address(mended.parameters()) if total else ""
    page = render_template(
        "search.html", heading=heading, title=heading, mended=mended, mended_url=mended_url, mended_total=total, **_frame(question), **around
    )
    return page, 400


@pages.get("/search.json")
def results_as_json() -> ResponseReturnValue:
    """The same results for machines; the form is a promise."""
    question = asked()
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
