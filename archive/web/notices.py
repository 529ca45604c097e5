"""Pages that say something about the site itself: help, about, health and robots."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template
from flask.typing import ResponseReturnValue

from archive.errors import ArchiveError
from archive.web.language import gettext
from archive.web.site import site
from indexer.errors import IndexerError

pages = Blueprint("notices", __name__)


@pages.get("/help")
def help_page() -> str:
    """How to search, with examples that are searches, of people and committees that are here."""
    entries = site().catalogue().entries
    person = next((entry.label for entry in entries.get("speaker", ()) if '"' not in entry.label), "")
    committee = next((entry.label for entry in entries.get("committee", ()) if not entry.note and '"' not in entry.label), "")
    return render_template("help.html", heading=gettext("How to search"), person=person, committee=committee, year=site().today().year - 1)


@pages.get("/about")
def about() -> str:
    """What this is, whose the content is, what is kept about people and how to have it removed."""
    return render_template("about.html", heading="About this archive", councils=site().store.councils())


@pages.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Whether records and index can be read, for whoever watches the site."""
    try:
        revision, indexed = site().store.revision(), site().index.revision()
    except (ArchiveError, IndexerError) as error:
        return jsonify(status="resting", why=str(error)), 503
    return jsonify(status="ok", revision=revision, indexed=indexed)


@pages.get("/robots.txt")
def robots() -> Response:
    """Search pages are endless; record pages are for everybody."""
    return Response("User-agent: *\nDisallow: /search\nDisallow: /suggest\n", mimetype="text/plain")
