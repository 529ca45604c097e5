"""The two corpora of the labelled set, crawled, read and indexed as an instance would do it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from archive import config
from archive.councils import Council, Source
from archive.crawler.fetcher import Fetcher
from archive.crawler.rules import rules_from
from archive.demo.council import STATES, registered
from archive.demo.site import DemoSite
from archive.store import Keeper, open_keeper
from archive.work import crawl_council, update_index
from indexer.index import Index
from indexer.opening import open_index

NIGHT = datetime(2026, 11, 20, 3, tzinfo=UTC)
HERE = Path(__file__).parent
DEMONSTRATION = HERE / "demonstration.json"
COUNCIL_SITE = HERE / "council_site.json"


@contextmanager
def demonstration(folder: Path) -> Iterator[Index]:
    """The demonstration council, crawled in all its states."""
    settings = config.load(folder)
    keeper = open_keeper(settings)
    with DemoSite() as site:
        for site.state in range(STATES):
            _crawl(settings, registered(site.base), keeper)
    with _indexed(settings, keeper) as index:
        yield index


@contextmanager
def council_site(folder: Path, base: str) -> Iterator[Index]:
    """The look-alike council site that is served, with its web service, at an address."""
    settings = config.load(folder)
    keeper = open_keeper(settings)
    _crawl(settings, Council("marlshire", "Marlshire County Council", sources=(Source(base, service=True, loopback=True),)), keeper)
    with _indexed(settings, keeper) as index:
        yield index


def _crawl(settings: config.Config, council: Council, keeper: Keeper) -> None:
    with Fetcher(rules_from(settings)) as fetcher:
        fetcher.allow(council.sources[0])
        report = crawl_council(council, fetcher, keeper, 100, lambda: NIGHT)
    if report.faults:
        raise RuntimeError(f"the corpus is not whole: {report.faults}")


@contextmanager
def _indexed(settings: config.Config, keeper: Keeper) -> Iterator[Index]:
    index = open_index(settings.url("INDEX"))
    try:
        update_index(keeper, index)
        yield index
    finally:
        index.close()
        keeper.close()
