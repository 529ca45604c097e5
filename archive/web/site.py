"""What pages are made from: the settings, the records and the index of one instance."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from urllib.parse import quote, quote_plus
from zoneinfo import ZoneInfo

from flask import current_app, request

from archive.config import Config
from archive.councils import HOME_ZONE, Council, registry
from archive.records import Person
from archive.store import Store, open_store
from archive.web.language import in_language
from archive.work.freshness import Freshness, LastRead, freshness, moment_of
from indexer.catalogue import Catalogue
from indexer.errors import IndexerError, Unavailable
from indexer.index import Index
from indexer.opening import open_index
from indexer.suggesting import Suggester


class Site:
    """One instance as the web shows it; records and index are opened when a page first needs them, and then kept open."""

    def __init__(self, config: Config, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.config = config
        self.clock = clock
        """Says what moment it is; aware."""
        self._last_read = LastRead(config.instance)
        self.alive: Callable[[], None] = _nobody_waits
        """Tells the server that a long answer is still being made; the server says how (``archive.web.serving``)."""
        self._opening = Lock()
        self._store: Store | None = None
        self._index: Index | None = None
        self._suggester: Suggester | None = None

    @property
    def store(self) -> Store:
        """The records. Raises ``SettingError`` while they cannot be opened; the next page tries again."""
        with self._opening:
            if self._store is None:
                self._store = open_store(self.config)
            return self._store

    @property
    def index(self) -> Index:
        """The search index, which may have no generation yet."""
        with self._opening:
            if self._index is None:
                self._index = open_index(self.config.url("INDEX"))
            return self._index

    def catalogue(self) -> Catalogue:
        """Names and facts of the generation served now; an empty catalogue while search rests."""
        try:
            return self.index.catalogue()
        except IndexerError:
            return Catalogue()

    def suggester(self) -> Suggester:
        """What is suggested while somebody types, sorted once for each generation of the index. Raises ``Unavailable``."""
        catalogue, made = self.index.catalogue(), self._suggester
        if not catalogue.entries:
            raise Unavailable("There is no search index yet: `minutebook index` makes one.")
        if made is None or made.catalogue is not catalogue:
            made = self._suggester = Suggester(catalogue, self.index.vocabulary())
        return made

    @cached_property
    def councils(self) -> dict[str, Council]:
        """The registered councils by slug, as they were when this process first asked."""
        return {council.slug: council for council in registry(self.config.instance)}

    def zone(self, council: str = "") -> ZoneInfo:
        """The time zone of a council; without one, or for a council that is not registered any more, that of the first."""
        chosen = self.councils.get(council) or next(iter(self.councils.values()), None)
        return chosen.zone if chosen else ZoneInfo(HOME_ZONE)

    def today(self, council: str = "") -> date:
        """The day it is where the council is."""
        return self.clock().astimezone(self.zone(council)).date()

    def freshness(self) -> Freshness:
        """How fresh what is shown can be, by the crawl's own word; where it left none, by the catalogue's, which knows only of all councils together."""
        times = {slug: at for slug, at in self._last_read.times().items() if not self.councils or slug in self.councils}
        if not times and (at := moment_of(self.catalogue().facts.get("checked_at", ""))):
            times = {"": at}
        return freshness(times, self.clock())

    @cached_property
    def style_version(self) -> str:
        """Changes whenever a stylesheet does, so that browsers may keep them for long."""
        sheets = sorted(Path(str(current_app.static_folder)).glob("*.css"))
        return hashlib.sha256(b"".join(sheet.read_bytes() for sheet in sheets)).hexdigest()[:8]


def _nobody_waits() -> None:
    """Of a server that ends no process for being slow."""


def site() -> Site:
    """The site of the application that answers now."""
    found: Site = current_app.extensions["minutebook"]
    return found


def address(id: str) -> str:
    """The address of a record's page, from its id, below wherever the site is mounted; can never lead to another host."""
    return in_language(f"{request.script_root}/{quoted(id)}")


def search_address(parameters: Iterable[tuple[str, str]], path: str = "/search") -> str:
    """The address of a search with these parameters."""
    pairs = "&".join([f"{_in_query(name)}={_in_query(value)}" for name, value in parameters])
    return in_language(f"{request.script_root}{path}{'?' if pairs else ''}{pairs}")


@lru_cache(maxsize=1 << 13)
def quoted(id: str) -> str:
    """An id as it stands in an address; remembered, since a page has hundreds of links to the same few hundred things."""
    return quote(id.lstrip("/"))


@lru_cache(maxsize=1 << 13)
def _in_query(text: str) -> str:
    return quote_plus(text, safe="/,")


def permanent_address(id: str) -> str:
    """The whole address to cite: at SITE_URL, or, where the operator has set none, as the reader asked."""
    return whole_address(f"/{id.lstrip('/')}")


def whole_address(path: str, parameters: Iterable[tuple[str, str]] = ()) -> str:
    """The whole address of a page of ours: at SITE_URL, or, where the operator has set none, as the reader asked."""
    root = str(site().config["SITE_URL"]).rstrip("/") or request.host_url.rstrip("/") + request.script_root
    pairs = "&".join([f"{_in_query(name)}={_in_query(value)}" for name, value in parameters])
    return f"{root}{quote(path)}{'?' if pairs else ''}{pairs}"


def has_page(person: Person | None) -> bool:
    """Whether someone has a page of their own: members and officers do, people from the public do not."""
    return person is not None and person.kind in ("member", "officer")
