"""Pages that say something about the site itself: help, about, data, health."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template
from flask.typing import ResponseReturnValue

from archive.errors import ArchiveError
from archive.web.language import gettext
from archive.web.site import site, whole_address
from indexer.errors import IndexerError

pages = Blueprint("notices", __name__)


@pages.get("/help")
def help_page() -> str:
    """How to search, with examples."""
    return render_template("help.html", heading="How to search")


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


@pages.get("/data")
def data() -> str:
    """How to take the archive's data, in plain words."""
    return render_template("data.html", heading=gettext("Data and API"), revision=site().store.revision(), example=_example())


def _example() -> str:
    """The id of a council that is kept, to show addresses with; empty for none."""
    return next((council.id for council in site().store.councils()), "")


@pages.get("/opensearch.xml")
def opensearch() -> Response:
    """How a browser searches here from its own box (OpenSearch 1.1)."""
    page = render_template("opensearch.xml", name=site().config["SITE_NAME"], search=whole_address("/search"), icon=whole_address("/static/mark.svg"))
    return Response(page, mimetype="application/opensearchdescription+xml")
