"""Brings the index up to the store: only the meetings that changed since its newest generation."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from datetime import UTC, date, datetime
from importlib import resources

from archive.councils import today_in
from archive.coverage import coverage_of
from archive.names import COURTESY_TITLES, MEMBER_TITLES
from archive.passages import group_of, passages_of
from archive.store import Store
from indexer.catalogue import Catalogue, Entry
from indexer.index import Index


def update_index(
    store: Store,
    index: Index,
    rebuild: bool = False,
    progress: Callable[[str], None] = lambda _: None,
    today: Callable[[str], date] | None = None,
) -> tuple[int, int]:
    """Index what changed; returns how many meetings and how many passages were written. Readers move over without noticing.

    There is a new generation even where no record changed, since names and coverage may have. ``today`` is the day it is at
    a council, by slug; in Britain where it is left out.
    """
    meetings = written = 0
    revision = store.revision()
    with index.begin(rebuild=rebuild) as generation:
        expected = dict(generation.groups())
        for change in store.changes(generation.revision):
            if change.kind not in ("meeting", "tombstone"):
                continue
            records = store.find_meeting(change.id)
            people = store.people({s.person_id for s in records.speeches if s.person_id}) if records else {}
            passages = list(passages_of(records, people)) if records else []
            group = group_of(change.id)
            if not passages and group not in expected:
                continue
            generation.replace(group, passages)
            expected.pop(group, None)
            if passages:
                expected[group] = len(passages)
            meetings, written = meetings + 1, written + len(passages)
            progress(change.id)
        generation.check(expected)
        generation.switch(catalogue_of(store, expected, today or today_in((), datetime.now(UTC))), revision)
    return meetings, written


def catalogue_of(store: Store, indexed: Container[str], today: Callable[[str], date]) -> Catalogue:
    """What the index carries: names of councils, committees and people who have pages with their posts; words that mean the same; coverage."""
    councils = store.councils()
    entries = {
        "council": tuple(Entry(c.id, c.name, c.former_names) for c in councils),
        "committee": tuple(
            Entry(o.id, o.name, o.former_names, c.id, "" if o.status == "current" else "former") for c in councils for o in store.organizations(c.id)
        ),
        "speaker": tuple(entry for c in councils for entry in _people(store, c.id)),
    }
    facts = {name: str(count) for name, count in store.counts().items()} | {"checked_at": store.last_crawl()}
    facts["coverage"] = coverage_of(store, indexed, {council.id: today(council.id) for council in councils}).to_json()
    alike = (*store.acronyms(), *council_words())
    return Catalogue(entries, facts, alike, tuple(sorted(MEMBER_TITLES | COURTESY_TITLES)))


def _people(store: Store, council: str) -> Iterator[Entry]:
    posts = store.posts(council)
    for person in store.people(council=council).values():
        if person.kind != "public":
            held = dict.fromkeys(post for post in (person.post, *posts.get(person.id, ())) if post and post.casefold() not in EVERYWHERE)
            yield Entry(person.id, person.name, person.other_names, council, person.post or person.ward, tuple(held))


EVERYWHERE = frozenset((
    "committee member", "guest", "chair", "chairman", "chairwoman", "chairperson", "vice-chair", "vice chair", "vice-chairman", "vice chairman", "convener", "depute convener",
    "vice-convener", "deputy chair", "member", "co-opted member", "substitute", "officer", "councillor", "observer", "cadeirydd", "is-gadeirydd",
))  # fmt: skip
"""Roles that every committee has: to ask for one of them is not to ask for a person."""


def council_words() -> list[tuple[str, ...]]:
    """Words of residents with those of minutes for the same matter, curated in ``council_words.txt``."""
    lines = resources.files("archive").joinpath("council_words.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(phrase.strip() for phrase in line.split("|")) for line in lines if line.strip() and not line.startswith("#")]
