"""The history of a matter: the other items of a council that have its title, or name the same application or minute, in whatever committee."""

# ruff: noqa: SIM905

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.minutes.reading import ItemReading
from archive.minutes.references import references_of
from archive.procedural import is_procedural
from archive.questions import MONTHS
from archive.records import AgendaItem, Reference
from indexer.analysis import folded_number, groups, tokens, words
from indexer.index import Index
from indexer.passage import Passage
from indexer.query import And, Has, Node, Or, Phrase, Query, Term, Weighted

MOST = 30
"""Items of one title; what comes up more often is standing business and no matter of its own."""
ASKED = 60
NO_MATTER = frozenset(
    "a the of on to and for from application applications planning report reports update updates motion motions petition petitions question questions item "
    "items part one two three other matters business presentation discussion decision decisions appeal appeals notice".split()
)
"""Words that alone make no title of a matter."""
_SURE = 3.0
"""How much more it counts to name the same thing than to share words with the title."""


@dataclass(frozen=True)
class Matter:
    """By what the items of one matter are known."""

    title: tuple[str, ...] = ()
    """The words of the title without numbers and dates; empty when it is no matter's own."""
    named: frozenset[tuple[str, ...]] = frozenset()
    """What is named wherever the matter is, each as words: planning references, minutes with a letter."""
    local: frozenset[tuple[str, ...]] = frozenset()
    """Minutes that are numbered without a letter: those of the same committee."""
    committee: str = ""

    def holds(self, passage: Passage) -> bool:
        """Whether a passage belongs to the matter."""
        if is_procedural(passage.title):
            return False
        if self.title and telling_words(passage.title) == self.title:
            return True
        names = self.named | (self.local if passage.committee == self.committee else frozenset())
        if tuple(words(passage.number)) in names:
            return True
        return any(_stands(name, text) for text in (passage.title, passage.text) for name in names)


def history(index: Index, item: AgendaItem, committee: str, references: Iterable[Reference]) -> list[Passage]:
    """The other items of the matter, oldest first; none for ordinary business. One call of the index."""
    matter = matter_of(item, committee, references)
    names = matter.named | matter.local
    nodes: list[Node] = [And(tuple(map(Term, matter.title)))] if matter.title else []
    nodes += [Weighted(Phrase(name), _SURE) for name in sorted(names)]
    if names:
        nodes.append(Has("number", frozenset(folded_number("/".join(name)) for name in names)))
    if not nodes:
        return []
    filters = {"council": frozenset({item.id.partition("/")[0]})}
    hits = index.search(Query(Or(tuple(nodes)), filters, size=ASKED, facets=(), snippets=False)).hits
    found = [hit.passage for hit in hits if hit.passage.id != item.id and matter.holds(hit.passage)]
    if len(found) >= MOST:
        found = [passage for passage in found if replace(matter, title=()).holds(passage)][:MOST]
    return sorted(found, key=lambda passage: (passage.date, passage.key))


def matter_of(item: AgendaItem, committee: str, references: Iterable[Reference]) -> Matter:
    """By what the other items of an item's matter are known."""
    if is_procedural(item.name):
        return Matter()
    in_title = list(references_of(ItemReading(replace(item, text=item.name), item.name, [])))
    title = () if in_title else telling_words(item.name)
    values = [one.value for one in (*in_title, *references) if one.item_id == item.id] + ([item.number.strip(". ")] if "/" in item.number else [])
    names = {value: tuple(words(value)) for value in values}
    telling = {value: name for value, name in names.items() if len(name) > 1 and any(map(str.isdigit, name))}
    local = {name for value, name in telling.items() if not re.search(r"[^\W\d_]", value) and len(value) < 7}
    return Matter(title, frozenset(telling.values()) - local, frozenset(local), committee)


def telling_words(title: str) -> tuple[str, ...]:
    """The words of a title without numbers, what is written together with one, and months; empty where nothing telling is left."""
    found = tokens(title)
    kept = [n for group in groups(title, found) if not any(c.isdigit() for n in group for c in found[n].word) for n in group]
    left = tuple(found[n].word for n in kept if found[n].word not in MONTHS)
    return left if not NO_MATTER.issuperset(left) else ()


def _stands(name: tuple[str, ...], text: str) -> bool:
    """Whether a name stands in a text; its words are letters and digits, so that most texts need not be taken apart."""
    plain = text.casefold()
    if not all(word in plain for word in name):
        return False
    found = words(text)
    return any(found[n] == name[0] and tuple(found[n : n + len(name)]) == name for n in range(len(found) - len(name) + 1))
