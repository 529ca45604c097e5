"""The reader's words, parsed once into a small tree that every engine translates. Any input at all is understood somehow; nothing raises.

words (all must occur) · ``"exact phrase"`` · ``-word`` · ``OR`` · ``speaker: committee: council: year: date:2019..2021 outcome:
item:`` with quotes where needed · ``word*`` from three letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from indexer.analysis import folded_number, words
from indexer.catalogue import Catalogue
from indexer.query import And, Node, Not, Or, Phrase, Term

LONGEST = 200
"""Characters that are read; the rest is left out, and said so."""
MOST_TERMS = 12
_TOKEN = re.compile(r'(?P<minus>(?<!\S)-)?(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_NAMED = ("speaker", "committee", "council")
NOBODY = "\x00"
"""A facet value that nothing has: what a name that nobody bears filters by."""


@dataclass(frozen=True)
class Words:
    """What the reader's words mean."""

    tree: Node | None = None
    filters: dict[str, frozenset[str]] = field(default_factory=dict)
    items: frozenset[str] = frozenset()
    from_date: str = ""
    until_date: str = ""
    notes: tuple[str, ...] = ()
    """What was left out or not found, in plain English."""
    shown: tuple[str, ...] = ()
    """What was understood, piece by piece, in plain English."""


def parse(written: str, catalogue: Catalogue | None = None) -> Words:
    """Read what somebody typed; names are looked up in the catalogue."""
    text = re.sub(r"[“”„«»]", '"', "".join(c if c.isprintable() else " " for c in written))
    notes: list[str] = [f"Only the first {LONGEST} characters were read."] if len(text) > LONGEST else []
    state = _State(catalogue or Catalogue(), notes)
    for found in _TOKEN.finditer(text[:LONGEST]):
        state.add(found)
    return state.words()


class _State:
    def __init__(self, catalogue: Catalogue, notes: list[str]) -> None:
        self.catalogue, self.notes = catalogue, notes
        self.required: list[list[Node]] = []
        self.forbidden: list[Node] = []
        self.filters: dict[str, frozenset[str]] = {}
        self.items: set[str] = set()
        self.dates = ["", ""]
        self.shown: list[str] = []
        self.wanted: list[str] = []
        self.terms = 0
        self.alternative = False

    def add(self, found: re.Match[str]) -> None:
        name, value = (found["field"] or "").lower(), found["phrase"] if found["phrase"] is not None else found["word"] or ""
        if found["word"] == "OR" and not name:
            self.alternative = bool(self.required)
        elif name in _NAMED:
            self._by_name(name, value)
        elif name in ("year", "outcome"):
            self._filter(name, frozenset({value.lower()}), f"{'in' if name == 'year' else 'with the outcome'} {value}")
        elif name == "date":
            self._date(value)
        elif name == "item":
            self.items.add(folded_number(value))
            self.shown.append(f"item {value}")
        else:
            self._term(f"{found['field']} {value}" if name else value, found["phrase"] is not None, bool(found["minus"]))

    def _by_name(self, facet: str, name: str) -> None:
        entries = self.catalogue.named(facet, name)
        if not entries:
            self.notes.append(f"No {facet} called {name!r} is known here.")
        said = {"speaker": "spoken by", "committee": "of", "council": "of"}[facet]
        self._filter(facet, frozenset(e.id for e in entries) or frozenset({NOBODY}), f"{said} {' or '.join(e.label for e in entries[:3]) or name}")

    def _filter(self, facet: str, values: frozenset[str], shown: str) -> None:
        self.filters[facet] = self.filters.get(facet, frozenset()) | values
        self.shown.append(shown)

    def _date(self, value: str) -> None:
        first, dots, last = value.partition("..")
        ends = [re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", end) for end in (first, last if dots else first)]
        if not any(ends):
            self.notes.append(f"{value!r} is no date that can be read: write date:2019..2021 or date:2019-03-27.")
            return
        for n, (end, filler) in enumerate(zip(ends, (("01", "01"), ("12", "31")), strict=True)):
            if end:
                self.dates[n] = f"{end[1]}-{end[2] or filler[0]}-{end[3] or filler[1]}"
        self.shown.append(f"from {first or 'the beginning'} to {last if dots else first}" if dots else f"in {value}")

    def _term(self, value: str, quoted: bool, minus: bool) -> None:
        found = words(value)
        if not found:
            return
        if self.terms >= MOST_TERMS:
            note = f"Only the first {MOST_TERMS} words were searched for."
            if note not in self.notes:
                self.notes.append(note)
            return
        self.terms += 1
        prefix = not quoted and value.endswith("*") and len(found) == 1 and len(found[0]) >= 3
        node: Node = Term(found[0], prefix) if len(found) == 1 and not quoted else Phrase(tuple(found))
        if minus:
            self.forbidden.append(node)
            self.shown.append(f"without ‘{value}’")
        elif self.alternative:
            self.required[-1].append(node)
            self.wanted[-1] += f" or ‘{value}’"
        else:
            self.required.append([node])
            self.wanted.append(f"‘{value}’")
        self.alternative = False

    def pieces(self) -> list[str]:
        """What was understood: first the words, all of which must occur, then what narrows them."""
        joined = ", ".join(self.wanted[:-1]) + (" and " if len(self.wanted) > 1 else "") + "".join(self.wanted[-1:])
        return [*([f"with {joined}"] if self.wanted else []), *self.shown]

    def words(self) -> Words:
        parts: list[Node] = [group[0] if len(group) == 1 else Or(tuple(group)) for group in self.required]
        parts += [Not(node) for node in self.forbidden]
        tree = None if not parts else parts[0] if len(parts) == 1 and not self.forbidden else And(tuple(parts))
        return Words(tree, self.filters, frozenset(self.items), self.dates[0], self.dates[1], tuple(self.notes), tuple(self.pieces()))


def understood(read: Words, sort: str = "relevance") -> str:
    """The query in plain English, for the reader to check."""
    what = "Items " + ", ".join(read.shown) if read.shown else "All items"
    order = {"newest": "Newest first.", "oldest": "Oldest first."}.get(sort, "Best match first." if read.tree else "Newest first.")
    return " ".join([f"{what}.", order, *read.notes])
