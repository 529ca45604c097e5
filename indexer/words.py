"""The reader's words, parsed once into a small tree that every engine translates. Any input at all is understood somehow; nothing raises.

words (all must occur) · ``"exact phrase"`` · ``-word`` · ``OR`` · ``NEAR`` (within ten words, ``NEAR/3`` within three) ·
``speaker: committee: council: year: date:2019..2021 outcome: item:`` with quotes where needed · ``word*`` from three letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from indexer.analysis import folded_number, words
from indexer.catalogue import Catalogue
from indexer.expansion import STOP_WORDS, meanings, plain
from indexer.query import And, Node, Not, Or, Phrase, Term
from indexer.saying import ENGLISH, Quoted, Said, Several, Told, in_marks, listed, tell

LONGEST = 200
"""Characters that are read; the rest is left out, and said so."""
MOST_TERMS = 12
NEARBY, FARTHEST = 10, 50
"""How many words NEAR reaches, and how many it may be asked to."""
_LEXEME = re.compile(r'(?P<minus>(?<!\S)-)?(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_NEAR = re.compile(r"NEAR(?:/(\d{1,3}))?")
_NAMED = {"speaker": "spoken", "committee": "of", "council": "of"}
_FIELDS = frozenset((*_NAMED, "year", "outcome", "date", "item"))
NOBODY = "\x00"
"""A facet value that nothing has: what a name that nobody bears filters by."""


@dataclass(frozen=True)
class Piece:
    """A part of what was written that can be left out by itself, or a word of it that can be spelt another way."""

    start: int
    end: int
    """Where it stands in what was written."""
    words: tuple[str, ...] = ()
    """Folded, when they must occur: a plain word, which may be several (pick-up), or what stood in quotes."""
    quoted: bool = False

    @property
    def word(self) -> str:
        """The word, when it is a single plain one."""
        return self.words[0] if len(self.words) == 1 and not self.quoted else ""


@dataclass(frozen=True)
class Expanded:
    """Words that were taken to stand for more than themselves."""

    start: int
    end: int
    """Where they stand in what was written."""
    people: frozenset[str] = frozenset()
    """Ids of the people whom they name."""


@dataclass(frozen=True)
class Flaw:
    """What of the words does not say what was meant."""

    at: int
    """Where it stands in what was written."""
    why: Said
    repaired: tuple[str, ...]
    """What may have been meant, the likeliest first."""


@dataclass(frozen=True)
class Words:
    """What the reader's words mean."""

    tree: Node | None = None
    filters: dict[str, frozenset[str]] = field(default_factory=dict)
    items: frozenset[str] = frozenset()
    from_date: str = ""
    until_date: str = ""
    notes: tuple[Said, ...] = ()
    """What was left out or not found."""
    shown: tuple[Said, ...] = ()
    """What was understood, piece by piece."""
    written: str = ""
    """What was read."""
    pieces: tuple[Piece, ...] = ()
    """In the order in which they were written."""
    expanded: tuple[Expanded, ...] = ()
    """In the order in which they were written."""
    flaw: Flaw | None = None
    """The first that there is; the rest was read as if it were meant so."""

    @property
    def as_written(self) -> str:
        """The words with those in quotes that were expanded, which asks for just them; empty where none was, or where they would grow too long."""
        text = self.written
        for one in reversed(self.expanded):
            text = f'{text[: one.start]}"{text[one.start : one.end]}"{text[one.end :]}'
        return text if self.expanded and len(text) <= LONGEST else ""


@dataclass
class _Lexeme:
    start: int
    end: int
    text: str
    field: str = ""
    quoted: bool = False
    minus: bool = False
    open_at: int = -1
    """Where a quotation mark stands that is never closed; -1 for none."""

    @property
    def near(self) -> int:
        """How far NEAR reaches when this is one; 0 when it is not."""
        match = None if self.quoted or self.field or self.minus else _NEAR.fullmatch(self.text)
        return min(max(int(match[1] or NEARBY), 1), FARTHEST) if match else 0

    @property
    def alternative(self) -> bool:
        """Whether this is OR."""
        return self.text == "OR" and not (self.quoted or self.field or self.minus)

    @property
    def plain(self) -> bool:
        """Whether this is a word that may stand for something else, together with its neighbours."""
        return not (self.quoted or self.field or self.minus or self.near or self.alternative or self.text.endswith("*"))


def parse(written: str, catalogue: Catalogue | None = None) -> Words:
    """Read what somebody typed; names are looked up in the catalogue."""
    text = re.sub(r"[“”„«»]", '"', "".join(c if c.isprintable() else " " for c in written))
    notes = [Said("most characters", {"most": str(LONGEST)})] if len(text) > LONGEST else []
    state = _State(catalogue or Catalogue(), notes, text[:LONGEST])
    lexemes = _lexemes(text[:LONGEST])
    if lexemes and lexemes[-1].open_at >= 0 and len(text) <= LONGEST:
        state.flaw = _unclosed(text, lexemes[-1])
    return state.read(lexemes)


def _unclosed(text: str, last: _Lexeme) -> Flaw:
    at = last.open_at
    without = " ".join(f"{text[:at]}{'' if last.field else ' '}{text[at + 1 :]}".split())
    return Flaw(at, Said("unclosed", {"word": Quoted(last.text.split()[0])}), (f'{text[:at]}"{last.text.strip()}"', without))


def _lexemes(text: str) -> list[_Lexeme]:
    found = []
    for match in _LEXEME.finditer(text):
        name, quoted = (match["field"] or "").lower(), match["phrase"] is not None
        value = (match["phrase"] if quoted else match["word"]) or ""
        if name and name not in _FIELDS:  # A colon after any other word is punctuation.
            name, value = "", f"{match['field']} {value}"
        open_at = match.start("phrase") - 1 if quoted and match.end("phrase") == match.end() and value.strip() else -1
        found.append(_Lexeme(match.start(), match.end(), value, name, quoted, bool(match["minus"]), open_at))
    return found


class _State:
    def __init__(self, catalogue: Catalogue, notes: list[Said], written: str) -> None:
        self.catalogue, self.notes, self.written = catalogue, notes, written
        self.required: list[list[Node]] = []
        self.forbidden: list[Node] = []
        self.filters: dict[str, frozenset[str]] = {}
        self.items: set[str] = set()
        self.dates = ["", ""]
        self.shown: list[Said] = []
        self.wanted: list[Told] = []
        self.pieces: list[Piece] = []
        self.expanded: list[Expanded] = []
        self.flaw: Flaw | None = None
        self.terms = 0

    def read(self, lexemes: list[_Lexeme]) -> Words:
        """Take the lexemes in order, operators with their operands, and plain words that stand together at once."""
        at = 0
        while at < len(lexemes):
            operands = self._operands(lexemes, at)
            if len(operands) > 1 and lexemes[at + 1].near:
                self._near(operands, max(each.near for each in lexemes[at : at + 2 * len(operands) - 1]))
                at += 2 * len(operands) - 1
            elif len(operands) > 1:
                self._either(operands)
                at += 2 * len(operands) - 1
            elif lexemes[at].plain:
                run = self._run(lexemes, at)
                self._plain(run)
                at += len(run)
            else:
                self._single(lexemes[at])
                at += 1
        return self._words()

    def _operands(self, lexemes: list[_Lexeme], at: int) -> list[_Lexeme]:
        """The operands of the operators of one kind that follow here; one lexeme when none follows."""
        found = [lexemes[at]]
        if lexemes[at].field or lexemes[at].minus or lexemes[at].near or lexemes[at].alternative:
            return found
        near = at + 1 < len(lexemes) and bool(lexemes[at + 1].near)
        while at + 2 < len(lexemes) and (lexemes[at + 1].near if near else lexemes[at + 1].alternative):
            operand = lexemes[at + 2]
            if operand.field or operand.minus or operand.near or operand.alternative:
                break
            found.append(operand)
            at += 2
        return found

    def _run(self, lexemes: list[_Lexeme], at: int) -> list[_Lexeme]:
        """The plain words that stand together from here, but for one that an operator takes."""
        last = at + 1
        while last < len(lexemes) and lexemes[last].plain and len(self._operands(lexemes, last)) == 1:
            last += 1
        return lexemes[at:last]

    def _plain(self, run: list[_Lexeme]) -> None:
        run = [each for each in run if words(each.text)]
        run = run[: self._room(len(run))]
        for at, meaning in meanings([each.text for each in run], self.catalogue):
            taken = run[at : at + meaning.length]
            self.required.append([meaning.node])
            if meaning.besides:
                self.expanded.append(Expanded(taken[0].start, taken[-1].end, meaning.people))
            words_taken = Quoted(" ".join(each.text for each in taken))
            self.wanted.append(Said("besides", {"words": words_taken, "others": meaning.besides}) if meaning.besides else words_taken)
            self.pieces += [Piece(each.start, each.end, tuple(words(each.text))) for each in taken]

    def _room(self, wanted: int) -> int:
        """How many of so many further words there is room for; says so when not for all."""
        room = max(0, min(wanted, MOST_TERMS - self.terms))
        self.terms += room
        note = Said("most words", {"most": str(MOST_TERMS)})
        if room < wanted and note not in self.notes:
            self.notes.append(note)
        return room

    def _either(self, operands: list[_Lexeme]) -> None:
        kept = [each for each in operands if words(each.text)]
        kept = kept[: self._room(len(kept))]
        if kept:
            self.required.append([self._node(each) for each in kept])
            self.wanted.append(Several("or", tuple(Quoted(each.text) for each in kept)))
            self.pieces.append(Piece(kept[0].start, kept[-1].end))

    def _near(self, operands: list[_Lexeme], within: int) -> None:
        found = [word for each in operands for word in words(each.text)]
        found = found[: self._room(len(found))]
        if found:
            self.required.append([Phrase(tuple(found), within) if len(set(found)) > 1 else Term(found[0])])
            self.wanted.append(Several("near", tuple(Quoted(each.text) for each in operands if words(each.text))))
            self.pieces.append(Piece(operands[0].start, operands[-1].end))

    def _single(self, each: _Lexeme) -> None:
        if each.near or each.alternative:  # An operator without operands is a word like any other that stands everywhere.
            return
        if each.field:
            self._field(each)
        elif words(each.text) and self._room(1):
            if each.minus:
                self.forbidden.append(self._node(each))
                self.shown.append(Said("without", {"words": Quoted(each.text)}))
            else:
                self.required.append([self._node(each)])
                self.wanted.append(Quoted(each.text))
        exact = each.quoted and not each.field and not each.minus
        self.pieces.append(Piece(each.start, each.end, tuple(words(each.text)) if exact else (), exact))

    def _node(self, each: _Lexeme) -> Node:
        found = tuple(words(each.text))
        if each.quoted:
            return Phrase(found)
        if each.text.endswith("*") and len(found) == 1 and len(found[0]) >= 3:
            return Term(found[0], True)
        return plain(each.text, found)

    def _field(self, each: _Lexeme) -> None:
        name, value = each.field, each.text
        if name in _NAMED:
            entries = self.catalogue.named(name, value)
            if not entries:
                self.notes.append(Said(f"no {name}", {"name": Quoted(value)}))
            labels = Several("or", tuple(e.label for e in entries[:3]) or (value,))
            self._filter(name, frozenset(e.id for e in entries) or frozenset({NOBODY}), Said(_NAMED[name], {"names": labels}))
        elif name == "date":
            self._date(each)
        elif name == "item":
            self.items.add(folded_number(value))
            self.shown.append(Said("item", {"number": value}))
        else:
            self._filter(name, frozenset({value.lower()}), Said("in", {"when": value}) if name == "year" else Said("outcome", {"outcome": value}))

    def _filter(self, facet: str, values: frozenset[str], shown: Said) -> None:
        self.filters[facet] = self.filters.get(facet, frozenset()) | values
        self.shown.append(shown)

    def _date(self, each: _Lexeme) -> None:
        value = each.text
        first, dots, last = value.partition("..")
        ends = [re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", end) for end in (first, last if dots else first)]
        if not any(ends):
            why = Said("no date", {"written": Quoted(value)})
            self.flaw = self.flaw or Flaw(each.end - len(value), why, (" ".join(f"{self.written[: each.start]} {self.written[each.end :]}".split()),))
            return
        for n, (end, filler) in enumerate(zip(ends, (("01", "01"), ("12", "31")), strict=True)):
            if end:
                self.dates[n] = f"{end[1]}-{end[2] or filler[0]}-{end[3] or filler[1]}"
        between = "between" if first and last else "since" if first else "until"
        self.shown.append(Said(between, {"first": first, "last": last}) if dots else Said("in", {"when": value}))

    def _words(self) -> Words:
        parts: list[Node] = [group[0] if len(group) == 1 else Or(tuple(group)) for group in self.required]
        telling = [part for part in parts if not (isinstance(part, Term) and not part.prefix and part.word in STOP_WORDS)]
        parts = telling or parts
        parts += [Not(node) for node in self.forbidden]
        tree = None if not parts else parts[0] if len(parts) == 1 and not self.forbidden else And(tuple(parts))
        shown = (*([Said("with", {"words": Several("and", tuple(self.wanted))})] if self.wanted else []), *self.shown)
        notes = [*self.notes, Said("quotes")] if self.expanded else self.notes
        return Words(
            tree,
            self.filters,
            frozenset(self.items),
            self.dates[0],
            self.dates[1],
            tuple(notes),
            shown,
            self.written,
            tuple(sorted(self.pieces, key=lambda p: p.start)),
            tuple(self.expanded),
            self.flaw,
        )


def asked_for(read: Words, phrases: Mapping[str, str] = ENGLISH, quoted: Callable[[str], str] = in_marks) -> str:
    """What the words look for, in one sentence."""
    pieces = [tell(piece, phrases, quoted) for piece in read.shown]
    return phrases["items"] % {"what": listed(pieces, phrases)} if pieces else phrases["all"]


def understood(read: Words, sort: str = "relevance", phrases: Mapping[str, str] = ENGLISH, quoted: Callable[[str], str] = in_marks) -> str:
    """The query in plain words, for the reader to check; in plain English, unless other phrases are given."""
    what = asked_for(read, phrases, quoted)
    order = phrases["newest" if sort == "relevance" and not read.tree else sort]
    return type(what)(" ").join([what, order, *(tell(note, phrases, quoted) for note in read.notes)])
