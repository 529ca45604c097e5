"""Pages that say something about the site itself: help, about, accessibility, data, status and health."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template
from flask.typing import ResponseReturnValue

from archive.errors import ArchiveError
from archive.web.language import N_, gettext
from archive.web.site import site, whole_address
from archive.web.wording import told
from archive.work.freshness import moment_of
from archive.work.status import Status, status_of
from indexer.errors import IndexerError

pages = Blueprint("notices", __name__)
SHOWN = 20
"""Problems of one council that its page of status lists."""
READ = {
    "speeches": N_("Speakers"),
    "decisions": N_("Decisions"),
    "motions": N_("Motions"),
    "vote_events": N_("Counts of votes"),
    "votes": N_("Votes by name"),
    "declarations": N_("Interests declared"),
    "actions": N_("Actions"),
    "references": N_("References"),
    "acronyms": N_("Abbreviations"),
}
"""What is read from minutes, as the page of status calls it."""


@pages.get("/help")
def help_page() -> str:
    """How to search, with examples."""
    return render_template("help.html", heading="How to search")


@pages.get("/about")
def about() -> str:
    """What this is, whose the content is, what is kept about people and how to have it removed."""
    return render_template("about.html", heading=gettext("About this archive, and data licence"), councils=site().store.councils())


@pages.get("/accessibility")
def accessibility() -> str:
    """What was tested and how, what is known not to work, and whom to tell."""
    return render_template("accessibility.html", heading=gettext("Accessibility statement"))


@pages.get("/status")
def status() -> str:
    """What the last crawls did, what needs a person, and how search is."""
    catalogue = site().catalogue()
    return render_template(
        "status.html",
        heading=gettext("Status"),
        status=_status(),
        kinds=READ,
        shown=SHOWN,
        label=lambda id: catalogue.label("committee" if "/" in id else "council", id),
        when=lambda iso, council="": told(at, site().clock(), site().zone(council)) if (at := moment_of(iso)) else "",
    )


@pages.get("/status.json")
def status_as_json() -> Response:
    """The same for machines."""
    return jsonify(_status().as_dict())


def _status() -> Status:
    return status_of(site().store, site().index, list(site().councils.values()), site().clock())


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
