"""Shows the record: the web pages, and the search as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask

from archive.config import load
from archive.web import api as api
from archive.web import calendars as calendars
from archive.web import coverage as coverage
from archive.web import errors as errors
from archive.web import feeds as feeds
from archive.web import meetings as meetings
from archive.web import notices as notices
from archive.web import organizations as organizations
from archive.web import people as people
from archive.web import robots as robots
from archive.web import search as search
from archive.web import site as site
from archive.web import tables as tables
from archive.web import wording as wording
from archive.web.canonical import canonical_address, languages_of_page
from archive.web.formats import twins
from archive.web.headers import set_headers
from archive.web.language import chosen_language, language, other_languages, speak
from archive.web.revalidation import revalidate

_PACKAGE = Path(__file__).parent.parent
MAX_BODY = 10_000
"""Bytes of a request's body: nothing here is sent one."""
STYLE_AGE = 365 * 24 * 3600
"""Seconds that browsers may keep the stylesheet, whose address changes with it."""


def make_app(instance: str | None, **settings: Any) -> Flask:
    """The application of an instance; it opens records and index when first asked. Raises ``SettingError`` for a wrong setting."""
    config = load(instance, **settings)
    app = Flask("archive", root_path=str(_PACKAGE), template_folder=templates_folder(), static_folder="static", instance_path=str(config.instance))
    app.config.update(
        TRUSTED_HOSTS=str(config["TRUSTED_HOSTS"]).split() or None,
        MAX_CONTENT_LENGTH=MAX_BODY,
        SEND_FILE_MAX_AGE_DEFAULT=STYLE_AGE,
    )
    # An address is right or it is not found: a redirect to the right one would be made with whatever host the reader claims.
    app.url_map.strict_slashes = app.url_map.merge_slashes = False
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["minutebook"] = site.Site(config)
    for blueprint in (search.pages, notices.pages, coverage.pages, organizations.pages, meetings.pages, people.pages):
        app.register_blueprint(blueprint)
    for blueprint in (feeds.pages, tables.pages, calendars.pages, api.pages, robots.pages):
        app.register_blueprint(blueprint)
    speak(app)
    revalidate(app, (str(_PACKAGE), str(_PACKAGE.parent / "indexer"), templates_folder()))
    set_headers(app, str(config["SITE_URL"]))
    errors.handle_errors(app)
    _teach_templates(app)
    return app


def templates_folder() -> str:
    """Where the templates are: in the package once it is installed, beside it in a checkout."""
    installed = _PACKAGE / "templates"
    return str(installed if installed.is_dir() else _PACKAGE.parent / "templates")


def _teach_templates(app: Flask) -> None:
    """Give the templates their filters, and what stands in the frame of every page."""
    app.jinja_env.globals.update(twins=twins, canonical_address=canonical_address, languages_of_page=languages_of_page)
    app.jinja_env.filters.update({function.__name__: function for function in (*wording.FILTERS, site.address)})

    @app.context_processor
    def frame() -> dict[str, Any]:
        shown = site.site()
        catalogue = shown.catalogue()
        fresh, now = shown.freshness(), shown.clock()
        return {
            "site_name": shown.config["SITE_NAME"],
            "contact": shown.config["CONTACT"],
            "style_version": shown.style_version,
            "councils_here": catalogue.entries.get("council", ()),
            "last_read": wording.told(fresh.at, now, shown.zone()) if fresh.at else "",
            "stale": [(catalogue.label("council", slug), wording.told(at, now, shown.zone(slug))) for slug, at in fresh.stale.items()],
            "search_address": site.search_address,
            "page_language": language(),
            "chosen_language": chosen_language(),
            "other_languages": other_languages(),
        }
