"""Who has a page already is told whether it is still so (ETag, 304), before anything of it is made.

A page is what the records, the index, the program and the reader's language make of its address, so its tag is made of
their names: of the index for results, which must not ask the database, and of the records for all else. Weak, since the
same tag may come with other bytes (compression, the order of equal things).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from flask import Flask, Response, g, request

from archive.errors import ArchiveError
from archive.web.language import NEUTRAL, language
from archive.web.site import Site, site
from indexer.errors import IndexerError

FROM_INDEX = frozenset((
    "search.results", "search.results_as_json", "search.values", "tables.search", "coverage.everything", "coverage.one_council",
))  # fmt: skip
"""Endpoints whose answers are made of the index alone."""
OWN = frozenset(("static", "notices.healthz", "search.suggest"))
"""Endpoints that see to it themselves, or must be asked each time."""
_PROGRAM = ("*.py", "*.html", "*.po", "*.mo", "*.css", "*.svg", "*.txt", "*.toml")


def revalidate(app: Flask, folders: Iterable[str]) -> None:
    """Give every page a tag, and answer those who have it already without making it again. ``folders`` hold the program."""
    program = mark_of(folders)

    @app.before_request
    def answer_who_has_it() -> Response | None:
        # Before the page is made: should anything change meanwhile, the page is newer than its tag, and is asked for once more than it need be.
        g.tag = _tag(program)
        has_it = g.tag and not request.if_none_match.star_tag and request.if_none_match.contains_weak(g.tag)
        return Response(status=304, mimetype="") if has_it else None

    @app.after_request
    def add_tag(response: Response) -> Response:
        if response.status_code in (200, 304) and "ETag" not in response.headers and (tag := g.get("tag")):
            response.set_etag(tag, weak=True)
            if request.endpoint not in NEUTRAL:
                response.vary.add("Accept-Language")
        return response


def mark_of(folders: Iterable[str]) -> str:
    """A hash over the program's own files: modules, templates, catalogues, styles."""
    found = hashlib.sha256()
    for path in sorted({path for folder in folders for pattern in _PROGRAM for path in Path(folder).rglob(pattern)}):
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _tag(program: str) -> str:
    """The tag of the page that is asked for; empty where there is none."""
    if request.method not in ("GET", "HEAD") or request.endpoint is None or request.endpoint in OWN or request.routing_exception:
        return ""
    try:
        parts = [program, request.full_path, *state_of(site(), request.endpoint in FROM_INDEX), "" if request.endpoint in NEUTRAL else language()]
    except (ArchiveError, IndexerError):
        return ""  # What cannot be read now is no page that somebody has.
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def state_of(shown: Site, index_alone: bool) -> list[str]:
    """What pages are made of now: the settings, the day, how fresh it is, the generation of the index, and the records with the last look at their source."""
    settings = repr(sorted(shown.config.values.items()))
    days = sorted({shown.today(council).isoformat() for council in ("", *shown.councils)})
    state = [settings, *days, repr(shown.freshness()), shown.index.generation()]
    return state if index_alone else [*state, str(shown.store.revision()), shown.store.captures.latest()]
