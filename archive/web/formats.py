"""The formats that machines read: which addresses answer in one, and the twins of a page that a reader can follow or download."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import request, url_for

from archive.questions import read_question
from archive.web.language import N_, gettext
from archive.web.site import search_address

ATOM, CALENDAR, CSV, JSON, NDJSON_GZIP = "application/atom+xml", "text/calendar", "text/csv", "application/json", "application/gzip"
ENDINGS = {".json": JSON, ".atom": ATOM, ".csv": CSV, ".ics": CALENDAR, ".ndjson.gz": NDJSON_GZIP}
"""How the path of a machine's address ends → the media type of its answer."""
WHOLE = frozenset(("/changes", "/healthz", "/suggest"))
"""Paths without such an ending that answer machines alone."""


@dataclass(frozen=True)
class Twin:
    """The same content in a format for machines."""

    media_type: str
    url: str
    words: str
    """What a link to it says, as a message of the catalogues; may have ``%(total)s``, the number of results."""

    @property
    def is_feed(self) -> bool:
        """Whether it tells of what is new."""
        return self.media_type == ATOM

    def link(self, total: int = 0) -> str:
        """The words of the link, in the language of the page."""
        return gettext(_ONE if total == 1 and self.words == _ALL else self.words, total=f"{total:,}")


_FEED, _CALENDAR = N_("Follow by web feed (Atom): new items as they come"), N_("Meetings in your own calendar (iCalendar)")
_ALL, _ONE = N_("Download all %(total)s results as a table (CSV)"), N_("Download this result as a table (CSV)")
_WORDS = {
    "feeds.search": N_("Follow these results by web feed (Atom): new items as they come"),
    "tables.search": _ALL,
    "search.results_as_json": N_("This page of results as data (JSON)"),
    **dict.fromkeys(("feeds.council", "feeds.committee", "feeds.person"), _FEED),
    **dict.fromkeys(("calendars.council", "calendars.committee"), _CALENDAR),
    **dict.fromkeys(("api.council", "api.committee", "api.person", "api.meeting"), N_("This page as data (JSON)")),
    "meetings.item_json": N_("This page as data, with the rule that found each speaker, decision and vote (JSON)"),
}
_TWINS = {
    "search.results": ("feeds.search", "tables.search", "search.results_as_json"),
    "organizations.council": ("feeds.council", "calendars.council", "api.council"),
    "organizations.committee": ("feeds.committee", "calendars.committee", "api.committee"),
    "people.person": ("feeds.person", "api.person"),
    "meetings.meeting": ("api.meeting",),
    "meetings.item": ("meetings.item_json",),
}
"""Endpoint of a page → endpoints of its twins."""
_MEDIA = {"feeds": ATOM, "tables": CSV, "calendars": CALENDAR}


def is_for_machines(path: str) -> bool:
    """Whether an address answers in a format for machines, its errors included."""
    return path in WHOLE or path.endswith(tuple(ENDINGS))


def twins() -> list[Twin]:
    """The twins of the page that is shown now, for the links in its head and those that its readers see."""
    return list(_twins(request.endpoint or ""))


def _twins(endpoint: str) -> Iterator[Twin]:
    for twin in _TWINS.get(endpoint, ()):
        yield Twin(_MEDIA.get(twin.partition(".")[0], JSON), _address(endpoint, twin), _WORDS[twin])


def _address(endpoint: str, twin: str) -> str:
    if endpoint != "search.results":
        return url_for(twin, **(request.view_args or {}))
    question = read_question(request.args.to_dict(flat=False))
    whole = question if twin == "search.results_as_json" else question.on_page(1)
    return search_address(whole.parameters(), url_for(twin, lang=None).removeprefix(request.script_root))
