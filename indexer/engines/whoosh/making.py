"""A generation in the making: passages are put in place of others, small segments are merged, and all of it is checked before it is served."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log
from pathlib import Path

import numpy as np

from indexer.catalogue import Catalogue
from indexer.engines.whoosh import generations, library
from indexer.engines.whoosh.schema import schema
from indexer.engines.whoosh.segment import Segment
from indexer.engines.whoosh.served import opened
from indexer.engines.whoosh.writer import PassageWriter
from indexer.errors import Unavailable
from indexer.passage import Passage

MOST_PASSAGES = 1 << 16
"""Passages of a segment: fewer than that are numbered in two bytes."""
MOST_WORDS = 1 << 24
"""Words that wait in memory before they are written as a segment."""
TOGETHER = 8
"""So many segments of about one size become one."""
STALE = 0.5
"""A segment of which more than this share is deleted is written anew."""


class Making:
    """See ``indexer.index.Generation``."""

    def __init__(self, folder: Path, keep: int, rebuild: bool) -> None:
        self._keep = keep
        self._guard = generations.locked(folder)
        self._folder, old = generations.begun(folder, rebuild)
        self.revision = int(old["revision"]) if old else 0
        if not old:
            library.create_in(str(self._folder), schema())
        self._groups: dict[str, int] = {}
        self._writer: PassageWriter | None = None
        self._deleted: list[tuple[int, int]] = []
        """Documents that go with the next commit, as (segment, number)."""
        self._open()

    def __enter__(self) -> Making:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._writer is not None:
            self._writer.cancel()
        if not (self._folder / "manifest.json").exists():
            generations.discard(self._folder)
        self._guard.close()

    def replace(self, group: str, passages: Iterable[Passage]) -> None:
        """See ``Generation``."""
        if group in self._fresh:
            self._commit()  # What was written a moment ago can be replaced once it is a segment.
        if place := self._places.pop(group, None):
            number, own = place
            self._deleted += [(number, n) for n in np.flatnonzero(self._segments[number].columns["group"] == own).tolist()]
        self._groups.pop(group, None)
        found = sorted(passages, key=lambda p: (p.order, p.id))
        for passage in found:
            self._writing().add_passage(passage)
        if found:
            self._groups[group] = len(found)
            self._fresh.add(group)
        if self._writer is not None and (self._writer.doc_count() >= MOST_PASSAGES or self._writer.words() >= MOST_WORDS):
            self._commit()

    def groups(self) -> Mapping[str, int]:
        """See ``Generation``."""
        return self._groups

    def check(self, expected: Mapping[str, int]) -> None:
        """See ``Generation``."""
        self._commit()
        while some := _to_merge(self._segments):
            self._merge(some)
        if groups_of(self._segments) != dict(expected):
            raise Unavailable("The new generation of the index does not hold what it should; the old one goes on serving. `minutebook index --rebuild` helps.")

    def switch(self, catalogue: Catalogue, revision: int) -> str:
        """See ``Generation``."""
        self._commit()
        manifest = {"revision": revision, "groups": len(self._groups), "passages": sum(self._groups.values())}
        generations.finished(self._folder, catalogue.to_json(), manifest, self._keep)
        return self._folder.name

    def _writing(self) -> PassageWriter:
        if self._writer is None:
            self._writer = PassageWriter(library.open_dir(str(self._folder)))
        return self._writer

    def _merge(self, some: list[int]) -> None:
        """Write the passages of these segments as one new segment."""
        for number in some:
            segment = self._segments[number]
            for document in segment.numbers().tolist():
                self._writing().add_passage(segment.passage(document))
        self._commit(frozenset(some))

    def _commit(self, without: frozenset[int] = frozenset()) -> None:
        """Let what was added and deleted become part of the generation's files; the segments of these numbers are left out."""
        if not (self._writer or self._deleted):
            return
        writer = self._writing()
        for number, document in self._deleted:
            writer.segments[number].delete_document(document)
        writer.commit(mergetype=lambda _, segments: [s for n, s in enumerate(segments) if n not in without and s.doc_count_all() > s.deleted_count()])
        self._writer, self._deleted = None, []
        self._open()

    def _open(self) -> None:
        self._segments = opened(self._folder)
        self._groups = groups_of(self._segments)
        self._fresh: set[str] = set()
        self._places = {
            group: (number, own)
            for number, segment in enumerate(self._segments)
            for own, group in enumerate(segment.columns.values["group"])
            if group in self._groups
        }


def groups_of(segments: list[Segment]) -> dict[str, int]:
    """Every group with its number of passages that are not deleted."""
    found: dict[str, int] = {}
    for segment in segments:
        counts = np.bincount(segment.columns["group"][segment.numbers()], minlength=len(segment.columns.values["group"])).tolist()
        found |= {group: count for group, count in zip(segment.columns.values["group"], counts, strict=True) if count}
    return found


def _to_merge(segments: list[Segment]) -> list[int]:
    """The numbers of segments that should become one: as many of one size as are too many, or one that is mostly deleted; empty when all is well."""
    sizes: dict[int, list[int]] = {}
    for number, segment in enumerate(segments):
        alive = len(segment.numbers())
        if alive < segment.count * (1 - STALE):
            return [number]
        if alive * TOGETHER <= MOST_PASSAGES:
            sizes.setdefault(int(log(alive, TOGETHER)), []).append(number)
    return next((numbers for _, numbers in sorted(sizes.items()) if len(numbers) >= TOGETHER), [])
