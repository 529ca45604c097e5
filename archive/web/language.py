"""The languages that the pages speak: which one a reader gets, the words of it, and links that stay in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, cast
from urllib.parse import quote, urlencode

import flask_babel
from babel.dates import format_date
from flask import Flask, Response, has_request_context, request
from markupsafe import Markup, escape

LANGUAGES = {"en": "English", "cy": "Cymraeg"}
"""Code (BCP 47) → its own name. The first is what everybody gets who asks for none of them."""
PARAMETER = "lang"
"""Of an address: asks for a language whatever the browser prefers, and is carried on by every link."""
NEUTRAL = frozenset((
    "static", "notices.healthz", "search.suggest", "search.results_as_json", "meetings.item_json", "tables.search", "calendars.council", "calendars.committee",
    "api.openapi", "api.council", "api.committee", "api.person", "api.meeting", "api.export", "api.changes", "robots.robots", "robots.sitemap",
    "robots.sitemap_part",
))  # fmt: skip
"""Endpoints that answer alike in every language."""

gettext = cast(Callable[..., str], flask_babel.gettext)
"""A message in the language of the page; in English outside of one. Placeholders are named: ``gettext("Page %(number)s", number=2)``."""
ngettext = cast(Callable[..., str], flask_babel.ngettext)
"""The same for a number of things: ``ngettext("%(num)s item", "%(num)s items", 3)``."""


def N_(message: str) -> str:
    """Mark a message for the catalogues that is kept in a table and put into the reader's language only when it is shown."""
    return message


def speak(app: Flask) -> None:
    """Teach an application its languages."""
    flask_babel.Babel(app, locale_selector=language, default_locale="en", default_translation_directories=str(_catalogues(app)))
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.filters["lang"] = lang_attribute

    @app.url_defaults
    def stay_in_language(endpoint: str, values: dict[str, Any]) -> None:
        if (chosen := chosen_language()) and endpoint not in NEUTRAL:
            values.setdefault(PARAMETER, chosen)

    @app.after_request
    def say_language(response: Response) -> Response:
        if response.mimetype in ("text/html", "application/atom+xml"):
            response.headers["Content-Language"] = language()
            response.vary.add("Accept-Language")
        return response


def language() -> str:
    """The language of the page: what its address asks for, else what the browser prefers of ours; English outside of a request."""
    if not has_request_context():
        return next(iter(LANGUAGES))
    return chosen_language() or request.accept_languages.best_match(list(LANGUAGES)) or next(iter(LANGUAGES))


def chosen_language() -> str:
    """The language that the address asks for; empty when it asks for none of ours."""
    asked = request.args.get(PARAMETER, "") if has_request_context() else ""
    return asked if asked in LANGUAGES else ""


def in_language(address: str) -> str:
    """An address of ours that stays in the language the reader chose; a fragment stays at its end."""
    if not (chosen := chosen_language()):
        return address
    place, sharp, fragment = address.partition("#")
    return f"{place}{'&' if '?' in place else '?'}{PARAMETER}={chosen}{sharp}{fragment}"


def other_languages() -> list[tuple[str, str, str]]:
    """(code, own name, address of this page in it) of the languages that the page does not speak."""
    rest = [(name, value) for name, value in request.args.items(multi=True) if name != PARAMETER]
    place = f"{request.script_root}{quote(request.path)}"
    return [(code, name, f"{place}?{urlencode([*rest, (PARAMETER, code)], safe='/,')}") for code, name in LANGUAGES.items() if code != language()]


def lang_attribute(code: str) -> Markup:
    """The attribute that marks text in another language than the page's; nothing for text in its own."""
    return Markup("") if code == language() else Markup(' lang="{}"').format(escape(code))


def date_words(day: date, pattern: str) -> str:
    """A date in the words of the page's language; ``pattern`` is of CLDR (``d MMMM yyyy``)."""
    return _date_words(day, pattern, language())


@lru_cache(maxsize=1 << 12)
def _date_words(day: date, pattern: str, code: str) -> str:
    return format_date(day, pattern, locale=code)


def _catalogues(app: Flask) -> str:
    return f"{app.root_path}/translations"
