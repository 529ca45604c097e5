"""The catalogue: names and ids that a generation of the index carries with it.

Labels beside facets, names in the reader's words (``speaker:"Jane Moore"``), and what the front page says come from
here, so that they touch neither engine nor database.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TypeVar

from indexer.analysis import words

Name = TypeVar("Name", str, tuple[str, ...])
GENERIC = frozenset(
    [
        "the",
        "and",
        "of",
        "for",
        "committee",
        "subcommittee",
        "sub",
        "panel",
        "board",
        "council",
        "group",
        "y",
        "yr",
        "pwyllgor",
        "is",
        "bwrdd",
        "cyngor",
        "grwp",
        "coiste",
        "comataidh",
    ]
)
"""Words of committees' names that tell none from the others."""


def folded(name: str) -> str:
    """A name without case, accents and punctuation, to compare by: ``Siân O’Hara`` → ``sian ohara``."""
    return " ".join(words(name))


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
    posts: tuple[str, ...] = ()
    """What a person is called by in place of the name: ``Head of Planning``, ``Provost``."""


@dataclass(frozen=True)
class Catalogue:
    """Entries by facet (``council``, ``committee``, ``speaker``), and facts for people to read."""

    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    """Whatever the maker wants to show beside results: ``checked_at``, ``meetings``, ``items`` …"""
    alike: tuple[tuple[str, ...], ...] = ()
    """Words and phrases that mean the same to a reader: an acronym and what it stands for, ``bins`` and ``refuse``."""
    titles: tuple[str, ...] = ()
    """Words that stand before names, folded: ``cllr``, ``mrs``."""

    def label(self, facet: str, value: str) -> str:
        """What to show for a facet's value; the value itself where the catalogue does not know it."""
        return self._labels.get((facet, value), value)

    def entry(self, facet: str, value: str) -> Entry | None:
        """The entry of a facet's value; None where the catalogue does not know it."""
        return self._by_id.get((facet, value))

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

    @cached_property
    def people(self) -> dict[tuple[str, ...], frozenset[str]]:
        """Ids of people by the words of a full name; middle names may be left out."""
        found: dict[tuple[str, ...], set[str]] = {}
        for entry in self.entries.get("speaker", ()):
            for name in map(_words_of, (entry.label, *entry.names)):
                if len(name) > 1:
                    found.setdefault(name, set()).add(entry.id)
                    found.setdefault((name[0], name[-1]), set()).add(entry.id)
        return _frozen(found)

    @cached_property
    def surnames(self) -> dict[tuple[str, ...], frozenset[str]]:
        """Ids of people by the last word of a name."""
        found: dict[tuple[str, ...], set[str]] = {}
        for entry in self.entries.get("speaker", ()):
            for name in map(_words_of, (entry.label, *entry.names)):
                if len(name) > 1:
                    found.setdefault(name[-1:], set()).add(entry.id)
        return _frozen(found)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Every word of somebody's name."""
        return frozenset(word for entry in self.entries.get("speaker", ()) for name in (entry.label, *entry.names) for word in words(name))

    @cached_property
    def posts(self) -> dict[tuple[str, ...], frozenset[str]]:
        """Ids of people by the words of a post."""
        found: dict[tuple[str, ...], set[str]] = {}
        for entry in self.entries.get("speaker", ()):
            for post in filter(None, map(_words_of, entry.posts)):
                found.setdefault(post, set()).add(entry.id)
        return _frozen(found)

    @cached_property
    def committees(self) -> dict[tuple[str, ...], frozenset[str]]:
        """Ids of committees by the words of a name; words that every name has may be left out at its ends where two others remain."""
        found: dict[tuple[str, ...], set[str]] = {}
        for entry in self.entries.get("committee", ()):
            for name in filter(None, map(_words_of, (entry.label, *entry.names))):
                found.setdefault(name, set()).add(entry.id)
                telling = [n for n, word in enumerate(name) if word not in GENERIC]
                if len(telling) > 1:
                    found.setdefault(name[telling[0] : telling[-1] + 1], set()).add(entry.id)
        return _frozen(found)

    @cached_property
    def committees_by_word(self) -> dict[str, frozenset[str]]:
        """Ids of committees by each word of their names."""
        found: dict[str, set[str]] = {}
        for entry in self.entries.get("committee", ()):
            for word in (word for name in (entry.label, *entry.names) for word in words(name)):
                found.setdefault(word, set()).add(entry.id)
        return _frozen(found)

    @cached_property
    def alike_by_phrase(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """What else may be meant, by the words of a phrase without the s of plurals, in the order of ``alike``."""
        found: dict[tuple[str, ...], dict[str, None]] = {}
        for group in self.alike:
            for phrase in group:
                found.setdefault(phrase_key(phrase), {}).update((other, None) for other in group if phrase_key(other) != phrase_key(phrase))
        return {phrase: tuple(others) for phrase, others in found.items() if phrase and others}

    @cached_property
    def longest(self) -> int:
        """Words of the longest name, post or phrase that is known."""
        return max(map(len, (*self.people, *self.posts, *self.alike_by_phrase)), default=1)

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], Entry]:
        return {(facet, e.id): e for facet, entries in self.entries.items() for e in entries}

    @cached_property
    def _labels(self) -> dict[tuple[str, str], str]:
        return {(facet, e.id): e.label for facet, entries in self.entries.items() for e in entries}

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Catalogue:
        data = json.loads(text)
        several = ("names", "posts")
        entries = {f: tuple(Entry(**{**e, **{name: tuple(e[name]) for name in several}}) for e in es) for f, es in data["entries"].items()}
        return cls(entries, data["facts"], tuple(map(tuple, data["alike"])), tuple(data["titles"]))


def phrase_key(phrase: str) -> tuple[str, ...]:
    """A phrase as it is looked up: one or many alike. Not by stems, since parking is no park."""
    return tuple(word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in words(phrase))


def _words_of(name: str) -> tuple[str, ...]:
    return tuple(words(name))


def _frozen(found: dict[Name, set[str]]) -> dict[Name, frozenset[str]]:
    return {name: frozenset(ids) for name, ids in found.items()}
