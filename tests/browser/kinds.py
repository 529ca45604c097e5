"""Every kind of page, in one place: what it is called, and where one is found in an archive that is made for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from corners import COUNCIL, SEEN, keep_corners
from flask import Flask

from archive import config, create_app
from archive.councils import write_council
from archive.crawler.fetcher import Fetcher
from archive.crawler.rules import rules_from
from archive.demo.council import STATES, registered
from archive.demo.site import DemoSite
from archive.export import exported
from archive.records import AgendaItem, Meeting, MeetingRecords, Organization
from archive.store import open_keeper
from archive.work import crawl_council, update_index
from indexer.opening import open_index

Rows = Sequence[dict[str, Any]]
"""The records of an archive, as they are exported."""
ONE, SEVERAL, RESTING, SHUT = "one council", "several councils", "no index", "no records"
"""The archives in which pages are found."""


@dataclass(frozen=True)
class Kind:
    """One kind of page."""

    name: str
    place: str | Callable[[Rows], str]
    """Its path, or what finds it in the records."""
    status: int = 200
    archive: str = ONE
    indexed: bool = False
    """Whether search engines are meant to list it; what they are not meant to says so, but for pages that are rare."""


def of(type: str, key: str = "id", **wanted: Any) -> Callable[[Rows], str]:
    """Finds the page of the first record of a type with these fields."""

    def find(rows: Rows) -> str:
        found = [row[key] for row in rows if row["type"] == type and all(row[name] == value for name, value in wanted.items())]
        assert found, f"the archive has no {type} with {wanted}"
        return f"/{found[0]}"

    return find


KINDS = (
    Kind("home", "/", indexed=True),
    Kind("home, several councils", "/", archive=SEVERAL, indexed=True),
    Kind("home, search resting", "/", archive=RESTING),
    Kind("results", "/search?q=councillor"),
    Kind("results, page 2", "/search?q=councillor&page=2"),
    Kind("results of one word, one filter", f"/search?q=bins&committee={COUNCIL}/committee/18&sort=newest"),
    Kind("results, many filters", "/search?q=road+OR+school&year=2024&year=2025&outcome=noted&outcome=approved&from=2019&to=2026"),
    Kind("results, people and committees named", "/search?q=Pryce+planning+committee"),
    Kind("results, words that strain", "/search?q=order+plan"),
    Kind("results, several councils", "/search?q=library", archive=SEVERAL),
    Kind("results without words", "/search"),
    Kind("results in Welsh", "/search?q=councillor&lang=cy"),
    Kind("no results", "/search?q=zebra&year=2024"),
    Kind("no results, a slip of the keys", "/search?q=shool+trasport&to=2026"),
    Kind("no results for the filters", f"/search?q=bins&committee={COUNCIL}/committee/21"),
    Kind("all speakers", "/search/speaker?q=councillor"),
    Kind("wrong date", "/search?q=bins&from=yesterday", 400),
    Kind("council", f"/{COUNCIL}", indexed=True),
    Kind("people", f"/{COUNCIL}/people"),
    Kind("people, narrowed to nobody", f"/{COUNCIL}/people?name=zebra"),
    Kind("committee", f"/{COUNCIL}/committee/12", indexed=True),
    Kind("committee, every year", f"/{COUNCIL}/committee/12?year=all"),
    Kind("closed committee", of("organization", status="former"), indexed=True),
    Kind("committee with a long name", f"/{COUNCIL}/committee/92", indexed=True),
    Kind("meeting", f"/{COUNCIL}/meeting/4012", indexed=True),
    Kind("meeting, two versions", of("meeting", version=2), indexed=True),
    Kind("meeting, draft", of("meeting", minutes_status="draft"), indexed=True),
    Kind("meeting, to come", of("meeting", status="scheduled"), indexed=True),
    Kind("meeting, cancelled", of("meeting", status="cancelled"), indexed=True),
    Kind("meeting, withdrawn", of("meeting", status="withdrawn")),
    Kind("meeting, words that strain", f"/{COUNCIL}/meeting/9901", indexed=True),
    Kind("item", f"/{COUNCIL}/item/9004", indexed=True),
    Kind("item, come upon by a search", f"/{COUNCIL}/item/9004?q=library+OR+road+OR+council"),
    Kind("item, votes by name", f"/{COUNCIL}/item/9910", indexed=True),
    Kind("item, interest declared", of("declaration", "item_id"), indexed=True),
    Kind("item, restricted", of("agenda_item", restricted=True), indexed=True),
    Kind("item, in Welsh", of("agenda_item", language="cy"), indexed=True),
    Kind("item, without a title", of("agenda_item", name=""), indexed=True),
    Kind("item, cut", of("agenda_item", text_complete=False), indexed=True),
    Kind("item, no minutes yet", of("agenda_item", text=""), indexed=True),
    Kind("item, words that strain", f"/{COUNCIL}/item/9901", indexed=True),
    Kind("item, of a withdrawn meeting", f"/{COUNCIL}/item/9906"),
    Kind("item, the page in Welsh", f"/{COUNCIL}/item/9004?lang=cy"),
    Kind("member", f"/{COUNCIL}/person/103", indexed=True),
    Kind("member of whom nothing is kept", f"/{COUNCIL}/person/992", indexed=True),
    Kind("member with a former name", f"/{COUNCIL}/person/991", indexed=True),
    Kind("officer", of("person", kind="officer"), indexed=True),
    Kind("help", "/help", indexed=True),
    Kind("about", "/about", indexed=True),
    Kind("coverage", f"/{COUNCIL}/coverage", indexed=True),
    Kind("coverage, several councils", "/coverage", archive=SEVERAL, indexed=True),
    Kind("status", "/status"),
    Kind("accessibility statement", "/accessibility", indexed=True),
    Kind("not found", "/nowhere", 404),
    Kind("removed", of("tombstone"), 410),
    Kind("search resting", "/search?q=bins", 503, RESTING),
    Kind("records resting", f"/{COUNCIL}", 503, SHUT),
)  # fmt: skip
"""A page kind that is new is a line here; every suite of this folder then looks at it."""
NAMES = [kind.name for kind in KINDS]


class Pages:
    """The archives, as applications and as servers, and where each kind of page is in them."""

    def __init__(self, apps: dict[str, Flask], rows: Rows) -> None:
        self.apps = apps
        self._hosts: dict[str, str] = {}
        self.kinds = {kind.name: replace(kind, place=kind.place if isinstance(kind.place, str) else kind.place(rows)) for kind in KINDS}

    def path(self, name: str) -> str:
        """The path of a kind of page."""
        return str(self.kinds[name].place)

    def html(self, name: str) -> str:
        """A page as it is sent. Fails unless it answers with the status of its kind."""
        kind = self.kinds[name]
        answer = self.apps[kind.archive].test_client().get(self.path(name))
        assert answer.status_code == kind.status, f"{name}: {answer.status}"
        return answer.get_data(as_text=True)

    def address(self, name: str) -> str:
        """The whole address of a kind of page, while the archives are served."""
        return self.host(self.kinds[name].archive) + self.path(name)

    def host(self, archive: str = ONE) -> str:
        """Where an archive is served."""
        return self._hosts[archive]

    @contextmanager
    def served(self) -> Iterator[Pages]:
        """Serve every archive on a port of this machine."""
        servers = {name: make_server("127.0.0.1", 0, app, server_class=_Server, handler_class=_Silent) for name, app in self.apps.items()}
        for server in servers.values():
            Thread(target=server.serve_forever, daemon=True).start()
        self._hosts = {name: f"http://127.0.0.1:{server.server_port}" for name, server in servers.items()}
        try:
            yield self
        finally:
            for server in servers.values():
                server.shutdown()
                server.server_close()


class _Server(ThreadingMixIn, WSGIServer):
    """A thread for each request; an answer is closed also where the browser went away, which Werkzeug's server for development forgets."""

    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_request(self, *_: object) -> None:
        """Say nothing: whoever reads a report has no use for it."""


@contextmanager
def archives(folder: Path) -> Iterator[Pages]:
    """Make the archives in an empty folder, and close them afterwards."""
    _make_one(folder / "one")
    _make_several(folder / "several")
    with ExitStack() as stack:
        apps = {
            ONE: create_app(str(folder / "one")),
            SEVERAL: create_app(str(folder / "several")),
            RESTING: create_app(str(folder / "several"), INDEX=f"whoosh:{folder / 'nothing'}"),
            SHUT: create_app(str(folder / "several"), DATABASE=f"sqlite:///{folder}"),
        }
        for name in (ONE, SEVERAL, RESTING):
            stack.callback(apps[name].extensions["minutebook"].store.close)
        for app in apps.values():
            stack.callback(app.extensions["minutebook"].index.close)
        store = apps[ONE].extensions["minutebook"].store
        gone = (row for row in exported(store, since=1) if row["type"] == "tombstone" and "/item/" in row["id"])
        yield Pages(apps, [*exported(store), *gone])


def _make_one(folder: Path) -> None:
    """The demonstration council, crawled in all its states, and what was made by hand."""
    settings = config.load(folder, CONTACT="clerk@hollinmarch.example")
    with closing(open_keeper(settings)) as keeper, closing(open_index(settings.url("INDEX"))) as index:
        with DemoSite() as site, Fetcher(rules_from(settings)) as fetcher:
            council = registered(site.base)
            write_council(folder, council)
            fetcher.allow(council.sources[0])
            for site.state in range(STATES):
                report = crawl_council(council, fetcher, keeper, 100, lambda: SEEN)
                assert report.faults == []
        keep_corners(folder, keeper)
        update_index(keeper, index)


def _make_several(folder: Path) -> None:
    """Two small councils."""
    settings = config.load(folder)
    with closing(open_keeper(settings)) as keeper, closing(open_index(settings.url("INDEX"))) as index:
        for slug, name in (("ash", "Ash Council"), ("birch", "Birch Council")):
            keeper.keep_organizations([Organization(slug, None, name, "council"), Organization(f"{slug}/committee/1", "1", "Cabinet", "committee", slug)])
            meeting = Meeting(f"{slug}/meeting/1", "1", f"{slug}/committee/1", "Cabinet", "2026-02-03T10:00:00+00:00", "held", "confirmed", 0)
            item = AgendaItem(f"{slug}/item/1", "1", meeting.id, 1, "1.", "Library hours", f"The library of {name} opens late.")
            keeper.keep(MeetingRecords(meeting, (item,)), "1", (1,), SEEN)
        update_index(keeper, index)
