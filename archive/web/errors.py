"""Errors as pages: what happened, what still works and what to do next, in plain words; as JSON for who asked for JSON."""

from __future__ import annotations

import logging
from typing import Any

from flask import Flask, Response, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest, HTTPException, SecurityError

from archive.errors import Busy, NotKept, SettingError
from archive.web.formats import ENDINGS, is_for_machines
from archive.web.site import address, site
from indexer.errors import OutOfDate, QueryError, Unavailable

LOG = logging.getLogger(__name__)
HEADINGS = {
    400: "We could not read that request",
    404: "Page not found",
    405: "This page can only be read",
    410: "This page was removed",
    413: "That was too much to send",
    500: "Something went wrong here",
    503: "The archive is resting",
}
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
    body = _page(status, HEADINGS.get(status, error.name))
    allowed = {"Allow": ", ".join(sorted(methods))} if (methods := getattr(error, "valid_methods", None)) else {}
    return body, status, allowed


def show_not_kept(error: NotKept) -> ResponseReturnValue:
    """An id that is not kept: it moved (301), was removed (410), or never was (404)."""
    place = site().store.where(error.id)
    if place.moved_to:
        return redirect(address(place.moved_to + _ending()), code=301)
    if place.gone_at:
        return _page(410, HEADINGS[410], gone=place), 410
    return _page(404, HEADINGS[404]), 404


def show_query_error(error: QueryError) -> ResponseReturnValue:
    """The reader's words cannot be searched for as they are: say why and mark where."""
    status = BadRequest.code
    if _wants_json():
        return _json(status, error.why, position=error.position), status
    return render_template("error_query.html", heading="We could not read that search", error=error, words=error.words), status


def show_search_resting(error: Exception) -> ResponseReturnValue:
    """The index cannot answer: never to be taken for finding nothing."""
    LOG.error("The search cannot answer: %s", error)
    if _wants_json():
        return _json(503, "Search is resting: try again in a minute. This is not the same as finding nothing."), 503, {"Retry-After": RETRY_AFTER}
    return render_template("error_resting.html", heading="Search is resting", words=request.args.get("q", "")), 503, {"Retry-After": RETRY_AFTER}


def show_store_resting(error: SettingError) -> ResponseReturnValue:
    """The records cannot be opened."""
    LOG.error("The records cannot be opened: %s", error)
    return _page(503, HEADINGS[503]), 503, {"Retry-After": RETRY_AFTER}


def show_busy(error: Busy) -> ResponseReturnValue:
    """Somebody else has what there is only one of."""
    return _json(503, str(error)), 503, {"Retry-After": RETRY_AFTER}


def _page(status: int, heading: str, **more: Any) -> Response | str:
    if _wants_json():
        return _json(status, f"{heading}.")
    return render_template("error.html", status=status, heading=heading, path=request.path, **more)


def _ending() -> str:
    """How the address that was asked for ends beyond the id: that of a twin leads on to a twin."""
    return next((ending for ending in ENDINGS if request.path.endswith(ending)), "")


def _json(status: int, message: str, **more: Any) -> Response:
    return jsonify(error={"status": status, "message": message, **more})


def _wants_json() -> bool:
    return is_for_machines(request.path)
