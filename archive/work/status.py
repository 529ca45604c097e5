"""How the archive is doing: what the last crawl did, what it left for a person to look at, and whether search keeps up; for the page and for `minutebook status` alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from archive.councils import Council
from archive.store import Store
from archive.store.captures import BROKEN
from archive.work.freshness import STALE, moment_of
from indexer.errors import IndexerError
from indexer.index import Index
from indexer.query import Query

SHOWN = 20
"""Speakers nobody could place that are listed, the most frequent."""
ANSWERING, EMPTY, BEHIND, RESTING = "answering", "empty", "behind", "resting"


@dataclass(frozen=True)
class Problem:
    """Something that went wrong with one page, and will not mend itself unless a person, or the council, does something."""

    committee: str
    """Id; empty where the page is of no committee."""
    url: str
    """Of the page; empty where it is about none."""
    why: str


@dataclass(frozen=True)
class Crawled:
    """What became of one council's website."""

    council: str
    """Slug."""
    name: str
    finished_at: str = ""
    """When the newest crawl that ran to its end did; ISO 8601, UTC; empty if none has."""
    whole_at: str = ""
    """When one last ended without any fault."""
    unfinished_since: str = ""
    """When a later one began that has not ended: it is at work, or was stopped."""
    is_stale: bool = False
    """Whether nothing was read for longer than two days."""
    asked: int = 0
    unchanged: int = 0
    changed: int = 0
    """Pages that said something new, or were new."""
    missing: int = 0
    """Pages that the site says are not there."""
    unread: int = 0
    """Pages that did not come, or did not hold what they should."""
    meetings: int = 0
    """Meetings that are different now."""
    versions: int = 0
    withdrawn: int = 0
    read: Mapping[str, int] = field(default_factory=dict)
    """How many records of each kind that is read from minutes came or went."""
    problems: tuple[Problem, ...] = ()

    @property
    def reached(self) -> bool:
        """Whether anything at all came when it was last asked."""
        return len(self.problems) < self.asked


@dataclass(frozen=True)
class Unplaced:
    """A speaker who could be several people, or nobody known."""

    council: str
    name: str
    items: int
    item: str
    """Id of one of them."""


@dataclass(frozen=True)
class Search:
    """How the search index is."""

    state: str
    """``answering``; ``empty`` while there is none; ``behind`` when the records are newer; ``resting`` when it cannot be read."""
    generation: str = ""
    passages: int = 0
    revision: int = 0
    indexed: int = 0
    """The revision up to which the index is true."""


@dataclass(frozen=True)
class Status:
    """How the archive is doing."""

    counts: Mapping[str, int]
    """Records kept, by kind."""
    search: Search
    sources: tuple[Crawled, ...]
    unplaced: tuple[Unplaced, ...]

    @property
    def finished_at(self) -> str:
        """When the last crawl ended; empty if none has."""
        return max((one.finished_at for one in self.sources), default="")

    @property
    def problems(self) -> int:
        """How many pages could not be read in the last crawls."""
        return sum(len(one.problems) for one in self.sources)

    def as_dict(self) -> dict[str, Any]:
        """For machines; the form is that of ``/status.json``."""
        return {"finished_at": self.finished_at, "problems": self.problems, **asdict(self)}


def status_of(store: Store, index: Index, councils: Sequence[Council], now: datetime) -> Status:
    """How an archive is doing at a moment; of councils that are registered, and of others only what is kept."""
    known = {one.slug: one.name for one in councils} | {one.id: one.name for one in store.councils()}
    registered = {one.slug for one in councils}
    unplaced = [Unplaced(slug, *found) for slug in known for found in store.unresolved(slug, SHOWN)]
    return Status(
        counts=store.counts(),
        search=_search(store, index),
        sources=tuple(
            _crawled(store, slug, name, now) for slug, name in sorted(known.items(), key=lambda pair: pair[1]) if slug in registered or not registered
        ),
        unplaced=tuple(sorted(unplaced, key=lambda one: (-one.items, one.name))[:SHOWN]),
    )


def _search(store: Store, index: Index) -> Search:
    revision = store.revision()
    try:
        indexed = index.revision()
        if not indexed:
            return Search(EMPTY, revision=revision)
        found = index.search(Query(size=0, facets=()))
        return Search(BEHIND if indexed < revision else ANSWERING, found.generation, found.total, revision, indexed)
    except IndexerError:
        return Search(RESTING, revision=revision)


def _crawled(store: Store, slug: str, name: str, now: datetime) -> Crawled:
    captures = store.captures
    runs = captures.reports(slug)
    ended = next((run for run in runs if run.finished_at), None)
    began = runs[0].started_at if runs and not runs[0].finished_at else ""
    if ended is None:
        return Crawled(slug, name, unfinished_since=began, is_stale=not began)
    report, outcomes = ended.report, captures.outcomes(ended.id)
    at = moment_of(ended.finished_at)
    return Crawled(
        council=slug,
        name=name,
        finished_at=ended.finished_at,
        whole_at=next((run.finished_at for run in runs if run.finished_at and not run.report.get("faults")), ""),
        unfinished_since=began,
        is_stale=at is None or now - at > STALE,
        asked=report.get("asked", 0),
        unchanged=outcomes.get("same", 0),
        changed=outcomes.get("good", 0),
        missing=outcomes.get("missing", 0),
        unread=sum(outcomes.get(one, 0) for one in BROKEN if one != "missing"),
        meetings=report.get("changed", 0),
        versions=report.get("versions", 0),
        withdrawn=report.get("withdrawn", 0),
        read=report.get("read", {}),
        problems=tuple(_problem(slug, fault) for fault in report.get("faults", ())),
    )


def _problem(council: str, fault: Mapping[str, str]) -> Problem:
    key, url = fault.get("organization", ""), fault.get("url", "")
    return Problem(f"{council}/committee/{key}" if key else "", url, fault.get("why", "").removeprefix(f"{url}: "))
