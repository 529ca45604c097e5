"""Brings the index up to the store: only the meetings that changed since its newest generation."""

from __future__ import annotations

from collections.abc import Callable

from archive.passages import group_of, passages_of
from archive.store import Store
from indexer.catalogue import Catalogue, Entry
from indexer.index import Index


def update_index(store: Store, index: Index, rebuild: bool = False, progress: Callable[[str], None] = lambda _: None) -> tuple[int, int]:
    """Index what changed; returns how many meetings and how many passages were written. Readers move over without noticing."""
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
        generation.switch(catalogue_of(store), revision)
    return meetings, written


def catalogue_of(store: Store) -> Catalogue:
    """The names that the index carries: councils, committees, and people who have pages."""
    councils = store.councils()
    entries = {
        "council": tuple(Entry(c.id, c.name, c.former_names) for c in councils),
        "committee": tuple(
            Entry(o.id, o.name, o.former_names, c.id, "" if o.status == "current" else "former") for c in councils for o in store.organizations(c.id)
        ),
        "speaker": tuple(
            Entry(p.id, p.name, p.other_names, c.id, p.post or p.ward) for c in councils for p in store.people(council=c.id).values() if p.kind != "public"
        ),
    }
    counts = {name: str(count) for name, count in store.counts().items()}
    return Catalogue(entries, {**counts, "checked_at": store.last_crawl()})
