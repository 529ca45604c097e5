"""The catalogue: names and ids that a generation of the index carries with it.

Labels beside facets, names in the reader's words (``speaker:"Jane Moore"``), and what the front page says come from
here, so that they touch neither engine nor database.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field


def folded(name: str) -> str:
    """A name without case, accents and punctuation, to compare by: ``Siân O’Hara`` → ``sian ohara``."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = ("" if unicodedata.combining(c) or c in "'’‘`´" else c if c.isalnum() else " " for c in plain)
    return " ".join("".join(kept).split())


@dataclass(frozen=True)
class Entry:
    """One council, committee or person."""

    id: str
    label: str
    names: tuple[str, ...] = ()
    """Other names it may be asked for by."""
    parent: str = ""
    """Id of the council it belongs to; empty for a council."""
    note: str = ""
    """A word or two to tell it from others of the same name: a post, a ward, "former"."""


@dataclass(frozen=True)
class Catalogue:
    """Entries by facet (``council``, ``committee``, ``speaker``), and facts for people to read."""

    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    """Whatever the maker wants to show beside results: ``checked_at``, ``meetings``, ``items`` …"""

    def label(self, facet: str, value: str) -> str:
        """What to show for a facet's value; the value itself where the catalogue does not know it."""
        return self._labels.get((facet, value), value)

    def named(self, facet: str, name: str) -> tuple[Entry, ...]:
        """The entries that bear this name, or whose names hold all its words, best first; empty when none does."""
        wanted = folded(name)
        if not wanted:
            return ()
        entries = self.entries.get(facet, ())
        exact = tuple(e for e in entries if wanted in map(folded, (e.label, *e.names)))
        if exact:
            return exact
        words = set(wanted.split())
        return tuple(e for e in entries if any(words <= set(folded(n).split()) for n in (e.label, *e.names)))

    @property
    def _labels(self) -> dict[tuple[str, str], str]:
        cached: dict[tuple[str, str], str] | None = self.__dict__.get("_by_value")
        if cached is None:
            cached = {(facet, e.id): e.label for facet, entries in self.entries.items() for e in entries}
            object.__setattr__(self, "_by_value", cached)
        return cached

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Catalogue:
        data = json.loads(text)
        entries = {f: tuple(Entry(**{**e, "names": tuple(e["names"])}) for e in es) for f, es in data["entries"].items()}
        return cls(entries, data["facts"])
