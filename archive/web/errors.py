"""Errors as pages: what happened, what still works and what to do next, in plain words; as JSON for who asked for JSON."""

from __future__ import annotations

import logging
import re
from typing import Any

from flask import Flask, Response, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest, HTTPException, SecurityError

from archive.answers import answer
from archive.errors import ArchiveError, Busy, NotKept, SettingError
from archive.questions import Question, read_question
from archive.records import Meeting
from archive.web.formats import ENDINGS, is_for_machines
from archive.web.language import N_, gettext
from archive.web.site import address, search_address, site
from archive.web.understanding import asked_for_words, told
from archive.web.ways import Onward
from indexer.errors import IndexerError, OutOfDate, QueryError, Unavailable
from indexer.words import Flaw, parse

LOG = logging.getLogger(__name__)
HEADINGS = {
    400: N_("We could not read that request"),
    404: N_("Page not found"),
    405: N_("This page can only be read"),
    410: N_("This page was removed"),
    413: N_("That was too much to send"),
    500: N_("Something went wrong here"),
    503: N_("The archive is resting"),
}
BROAD = N_("This search is too broad to be answered in time: add a word, or choose a committee or a year.")
"""What the index says itself of a search that takes too long."""
_IN_MEETING = re.compile(r"/([a-z0-9-]+)/(?:meeting|item)/(\d+)")
RETRY_AFTER = "60"
"""Seconds after which a resting search may be asked again."""


def handle_errors(app: Flask) -> None:
    """Register a page for every error that can reach a reader."""
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(NotKept, show_not_kept)
    app.register_error_handler(QueryError, show_query_error)
    for resting in (Unavailable, OutOfDate):
        app.register_error_handler(resting, show_search_resting)
    app.register_error_handler(SettingError, show_store_resting)
    app.register_error_handler(Busy, show_busy)


def show_http_error(error: HTTPException) -> ResponseReturnValue:
    """Any error of HTTP's own: unknown addresses, wrong methods, foreign host names, and what we did not foresee."""
    if isinstance(error, SecurityError):
        # Asking for anything of the host again would raise again, so this page is a plain sentence.
        return "This archive does not answer to that host name.\n", 400, {"Content-Type": "text/plain; charset=utf-8"}
    status = error.code or 500
    if status < 400:
        return error.get_response()
    if _wants_json() and isinstance(error, BadRequest) and error.description != BadRequest.description:
        return _json(status, str(error.description)), status
    body = _page(status, _heading(status, error.name))
    allowed = {"Allow": ", ".join(sorted(methods))} if (methods := getattr(error, "valid_methods", None)) else {}
    return body, status, allowed


def show_not_kept(error: NotKept) -> ResponseReturnValue:
    """An id that is not kept: it moved (301), was removed (410), or never was (404)."""
    place = site().store.where(error.id)
    if place.moved_to:
        return redirect(address(place.moved_to + _ending()), code=301)
    if place.gone_at:
        return _page(410, _heading(410), gone=place), 410
    return _page(404, _heading(404)), 404


def show_query_error(error: QueryError) -> ResponseReturnValue:
    """The reader's words cannot be searched for as they are: say why, mark where, and offer what may have been meant."""
    status = BadRequest.code
    if _wants_json():
        return _json(status, error.why, position=error.position), status
    question = read_question(request.args.to_dict(flat=False)).mended()
    flaw = parse(question.words, site().catalogue()).flaw
    why = told(flaw.why) if flaw else gettext(BROAD) if error.why == BROAD else error.why
    heading, repaired = gettext("We could not read that search"), _repaired(question, flaw)
    kept = question.with_words("").parameters()
    return render_template("error_query.html", heading=heading, error=error, why=why, words=question.words, kept=kept, repaired=repaired), status


def _repaired(question: Question, flaw: Flaw | None) -> list[Onward]:
    """Searches that may have been meant, each of which finds something."""
    found = []
    for words in flaw.repaired if flaw else ():
        try:
            answered = answer(site().index, question.with_words(words), facets=(), size=0)
        except IndexerError:
            continue
        if answered.results.total:
            beside = asked_for_words(answered.read)
            found.append(Onward(words, beside, search_address(question.with_words(words).parameters()), answered.results.total))
    return found


def show_search_resting(error: Exception) -> ResponseReturnValue:
    """The index cannot answer: never to be taken for finding nothing."""
    LOG.error("The search cannot answer: %s", error)
    if _wants_json():
        return _json(503, "Search is resting: try again in a minute. This is not the same as finding nothing."), 503, {"Retry-After": RETRY_AFTER}
    return render_template("error_resting.html", heading=gettext("Search is resting"), words=request.args.get("q", "")), 503, {"Retry-After": RETRY_AFTER}


def show_store_resting(error: SettingError) -> ResponseReturnValue:
    """The records cannot be opened."""
    LOG.error("The records cannot be opened: %s", error)
    return _page(503, _heading(503)), 503, {"Retry-After": RETRY_AFTER}


def _heading(status: int, otherwise: str = "") -> str:
    return gettext(HEADINGS[status]) if status in HEADINGS else otherwise


def show_busy(error: Busy) -> ResponseReturnValue:
    """Somebody else has what there is only one of."""
    return _json(503, str(error)), 503, {"Retry-After": RETRY_AFTER}


def _page(status: int, heading: str, **more: Any) -> Response | str:
    if _wants_json():
        return _json(status, f"{heading}.")
    meeting = _meeting_meant(request.path) if status == 404 else None
    return render_template("error.html", status=status, heading=heading, path=request.path, meeting=meeting, **more)


def _meeting_meant(path: str) -> Meeting | None:
    """The meeting that an address seems to belong to: one of its items, or its own address with something added."""
    found = _IN_MEETING.match(path)
    try:
        return site().store.meeting(f"{found[1]}/meeting/{found[2]}").meeting if found else None
    except ArchiveError:
        return None


def _ending() -> str:
    """How the address that was asked for ends beyond the id: that of a twin leads on to a twin."""
    return next((ending for ending in ENDINGS if request.path.endswith(ending)), "")


def _json(status: int, message: str, **more: Any) -> Response:
    return jsonify(error={"status": status, "message": message, **more})


def _wants_json() -> bool:
    return is_for_machines(request.path)
