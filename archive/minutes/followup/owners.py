"""Who is written behind a task: names, posts and initials, behind a label, in a column or in a list of actions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from archive import names
from archive.minutes.mention.listed import is_name
from archive.minutes.mention.mentions import Mention
from archive.minutes.people import PeopleTable, Resolved
from archive.minutes.presence.rolls import people_listed
from archive.minutes.prose import paragraphs
from archive.minutes.reading import ItemReading

_LABEL = re.compile(
    r"(?:^|(?<=[\s(\[.;|*]))(?:ACTIONS?|Actions?|(?:(?<=[(\[])|(?<=\n)|^)actions?|(?i:cam(?:au)? gweithredu|gweithredu))(?: (?i:by|for|on|owner|points?|required|items?)){0,2}(?: ?\d{1,3})?"
    r" {0,40}(?P<sign>[:–—-]{1,2}|(?= )) {0,40}",
    re.MULTILINE,
)
_SEGMENT_END = re.compile(
    r"\n|\t|[\])]|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<!\b[A-Z])\.(?=\s|$)| o (?=[A-Z])| (?:to|i|will|should|would|is|are|was|by|at|on|with|has|have|asked|[–-])\s"
)
_BETWEEN = re.compile(r"\s*(?:[/,&+;]|\band\b|\bor\b)\s*")
_ARTICLE = re.compile(r"(?:the |y |yr )", re.IGNORECASE)
_TITLED = re.compile(r"(?:cllrs?|councillors?)\.? ", re.IGNORECASE)
_SHORT = re.compile(r"[A-Z][A-Za-z]?[A-Z]{0,3}[a-z]{0,3}")
_GROUP = re.compile(r"(?:all|everyone|trustees|members|governors|committee|board|council|officers|(?-i:[A-Z]{2,5}))(?: members)?", re.IGNORECASE)
_BODY = re.compile(r"(?:The |the )?(?P<name>(?:[A-Z][\w'&-]* ){0,3}(?:Secretariat|Office|Team|Department))")
"""Owners that are no people: "Action: Secretariat to set up a meeting"."""
_WHEN = re.compile(
    r"(?:|asap|a\.s\.a\.p\.?|ongoing|on-going|open|closed|done|complete[d]?|immediate(?:ly)?|next meeting|tbc|in progress|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|(?:by |end |mid )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}(?: \d{2,4})?)",
    re.IGNORECASE,
)
_WHO_HEADING = re.compile(r"(?:by )?whom?|(?:action )?owners?|action by|lead|responsib\w+|person responsible|assigned to|for action by", re.IGNORECASE)
_TASK_HEADING = re.compile(r"(?:agreed )?(?:actions?|tasks?)(?: (?:points?|required|agreed|arising))?|what", re.IGNORECASE)
_LIST_HEADING = re.compile(
    r"\W*(?:\d{1,3}\.?\s)?(?:(?:summary|list|table|schedule) of )?(?:agreed |outstanding |new )?action(?:s|s? (?:points?|list|items?|log|plan|summary|arising|agreed|to be taken|from this meeting))\W*",
    re.IGNORECASE,
)
_WITH_TASK = re.compile(r"[ \t]*(?P<who>[^();\n]{2,70}?) ?\((?!\d)[^()\n]{2,60}\)[.;,]? ?(?:and )?")
_TASK_BY = re.compile(
    r"[ \t]*(?:\d{1,2}\.\d{1,2}\.?|\(?\w{1,2}[.)]|[•–-])?[ \t]*(?:To|to|That|that) [a-z][^\n]*\((?P<who>[A-Z]{2,4}(?:(?:, ?| ?& ?|/| and )[A-Z]{2,4}){0,3})\)\W*$"
)
"""A decision with its owners' initials behind it: "To ask for a report (JA)"."""
_BEFORE_TASK = re.compile(r"\W*(?:\d{1,2}[.)] ?)?(?P<who>[^:–\n]{2,40}?) ?[:–-] (?=\w)")
_BEHIND_TASK = re.compile(r"(?: [–-] |\(|\[)(?P<who>[^()\[\]\n–]{2,40})[)\]]?\W*$")
_WIDEST = 70
"""Characters that owners take at most."""
_SHORTEST = 25
"""Characters of a sentence beside the label and the owners that are a task."""


@dataclass(frozen=True)
class Owned:
    """An owner, and the sentence in which the task stands."""

    who: Resolved
    start: int
    end: int
    rule: str


class Owners:
    """Reads the owners in the text of one item."""

    def __init__(self, reading: ItemReading, table: PeopleTable, number: int) -> None:
        self.text, self.lines = reading.text, reading.lines
        self.title = reading.item.name
        self.table, self.number = table, number
        self.named = [(mention, meant) for _, mention, meant in reading.mentions()]
        self.starts = [mention.start for mention, _ in self.named]
        self.sentences = [line.sentence.start for line in reading.lines]

    def all(self) -> Iterator[Owned]:
        """Every owner who is written beside a task and not as its subject."""
        yield from self._behind_labels()
        yield from self._in_columns()
        yield from self._in_lists()

    def within(self, start: int, end: int) -> list[Resolved]:
        """The owners that a piece of text is a list of; empty if it is anything else."""
        if not 2 <= end - start <= _WIDEST:
            return []
        found: list[Resolved] = []
        for a, b in self._pieces(start, end):
            who = self._who(a, b)
            if who is not None:
                found.append(who)
            elif not _GROUP.fullmatch(self.text, a, b):
                return []
        return found

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What stands between the commas, without an article."""
        at = start
        for cut in [*_BETWEEN.finditer(self.text, start, end), None]:
            a, b = at, cut.start() if cut else end
            while a < b and self.text[a] in " .\t*_":
                a += 1
            while b > a and self.text[b - 1] in " .\t*_":
                b -= 1
            article = _ARTICLE.match(self.text, a, b)
            a = article.end() if article else a
            if a < b:
                yield a, b
            at = cut.end() if cut else end

    def _who(self, start: int, end: int) -> Resolved | None:
        """Whom one piece means."""
        place = bisect_right(self.starts, start) - 1
        for mention, meant in self.named[max(place, 0) : place + 2]:
            if mention.start <= start + 1 and mention.end == end and mention.start >= start:
                return None if is_unknown(meant, mention) else meant
            if mention.post and not mention.name and mention.start <= start and end <= mention.end and "/" in mention.post:
                return self.table.resolve(Mention(start, end, self.text[start:end], "", post=self.text[start:end]), self.number)
        titled = _TITLED.match(self.text, start, end)
        short = self.text[titled.end() if titled else start : end]
        return self._by_initials(short) if _SHORT.fullmatch(short) and sum(c.isupper() for c in short) >= 2 else None

    def _by_initials(self, short: str) -> Resolved | None:
        """The one person whose initials these are, or whose surname begins as they go on: ``AHop``; two are nobody."""
        people = {one.key: one for one in (*self.table.present, *self.table.introduced)}.values()
        known = names.fold(self.table.initials.get(short, ""))
        folded = short.casefold()
        for fits in (
            lambda parts: " ".join(parts) == known,
            lambda parts: "".join(part[0] for part in parts) == folded,
            lambda parts: len(folded) > 2 and parts[0][0] == folded[0] and parts[-1].startswith(folded[1:]),
            lambda parts: len(folded) == 2 and parts[0][0] + parts[-1][0] == folded,
        ):
            found = [one for one in people if len(parts := re.findall(r"\w+", names.fold(one.name))) > 1 and fits(parts)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    # ── behind a label ──────────────────────────────────────────────────────────────────────────────────────────────

    def _behind_labels(self) -> Iterator[Owned]:
        """``ACTION: AB/CD``, ``[Action - Clerk]``, ``Action 4: Jo Ash to send …``, ``… to be compiled. Action JR``."""
        for label in _LABEL.finditer(self.text):
            if _LIST_HEADING.fullmatch(self.text, label.start(), label.end()) and self.text.startswith("\n", label.end()):
                continue
            shared = self._shared(label.end())
            if shared:
                yield from (Owned(who, *self._task(label.start(), label.end()), "action:label") for who in shared)
                continue
            stop = _SEGMENT_END.search(self.text, label.end(), label.end() + _WIDEST)
            end = stop.start() if stop else min(len(self.text), label.end() + _WIDEST)
            if not label["sign"] and stop and self.text[end] not in "\n)]." and not stop[0].startswith(" o"):
                continue
            found = self.within(label.end(), end)
            body = _BODY.fullmatch(self.text, label.end(), end) if label["sign"] and not found else None
            if body:
                found = [Resolved(None, body["name"], body["name"], "role")]
            follows = self.text.startswith((" to ", " i ", " will "), end)
            start, until = self.sentence_at(label.start()) if follows else self._task(label.start(), end)
            yield from (Owned(who, start, until, "action:label") for who in found)

    def _shared(self, start: int) -> list[Resolved]:
        """The owners of several tasks behind one label: "Jo Ash (the hall); Kim Birch and Lee Cole (the list)"."""
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        found: list[Resolved] = []
        for piece in _WITH_TASK.finditer(self.text, start, min(end, start + 300)):
            owners = self.within(*piece.span("who"))
            if piece.start() != start:
                return []
            found, start = found + owners, piece.end()
        return found if not self.text[start:end].strip(" .;") else []

    def _task(self, start: int, end: int) -> tuple[int, int]:
        """The sentence of a task whose owners stand at an offset: the one before, where theirs holds nothing else."""
        place = self._place(start)
        sentence = self.lines[place].sentence
        if sentence.end - sentence.start - (end - start) < _SHORTEST and place:
            sentence = self.lines[place - 1].sentence
        return sentence.start, sentence.end

    def sentence_at(self, at: int) -> tuple[int, int]:
        """The sentence in which an offset stands."""
        sentence = self.lines[self._place(at)].sentence
        return sentence.start, sentence.end

    def _place(self, at: int) -> int:
        return max(bisect_right(self.sentences, at) - 1, 0)

    # ── in a column ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _in_columns(self) -> Iterator[Owned]:
        """``… to be filled. ⇥ GD/IK``: those who stand alone in the last column but that of the dates, or below "By whom"."""
        column, tasks = -1, False
        for start, end in paragraphs(self.text):
            if "\t" not in self.text[start:end]:
                continue
            cells = _cells(self.text, start, end)
            heading = next((n for n, (a, b) in enumerate(cells) if n and _WHO_HEADING.fullmatch(self.text[a:b].strip())), -1)
            if heading >= 0:
                column = heading
                tasks = any(_TASK_HEADING.fullmatch(self.text[a:b].strip()) for a, b in cells)
                continue
            while cells and _WHEN.fullmatch(self.text[cells[-1][0] : cells[-1][1]].strip()):
                cells.pop()
            if len(cells) < 2:
                continue
            what = self.text[cells[-2][0] : cells[-2][1]]
            if what.startswith("That ") or len(re.findall(r"\b[a-z]{2,}\b", what)) < (4 if column != len(cells) - 1 else 1):
                continue
            found = self.within(*cells[-1])
            if not found and tasks and column == len(cells) - 1 and is_name(self.text[cells[-1][0] : cells[-1][1]].strip()):
                found = [self.table.named(one) for one in people_listed(self.text[cells[-1][0] : cells[-1][1]])]
            yield from (Owned(who, *self._task(*cells[-1]), "action:column") for who in found)

    # ── in a list ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _in_lists(self) -> Iterator[Owned]:
        """Below a heading "Actions": ``Clerk – send the letter``, ``Send the letter (Clerk)``."""
        listed = bool(_LIST_HEADING.fullmatch(self.title))
        for start, end in paragraphs(self.text):
            if _LIST_HEADING.fullmatch(self.text, start, end):
                listed = True
                continue
            found = _BEFORE_TASK.match(self.text, start, min(end, start + _WIDEST)) or _BEHIND_TASK.search(self.text, max(start, end - _WIDEST), end)
            owners = self.within(*found.span("who")) if listed and found else []
            behind = _TASK_BY.match(self.text, start, end) if not owners and end - start < 1000 else None
            yield from (Owned(who, start, end, "action:list") for who in (self.within(*behind.span("who")) if behind else ()))
            listed = listed and (bool(owners) or end - start > _SHORTEST)
            yield from (Owned(who, start, end, "action:list") for who in owners)


def is_unknown(meant: Resolved, mention: Mention) -> bool:
    """Whether only a forename or initials stand there, and nobody or several fit; a title makes a surname enough."""
    return meant.person_id is None and meant.kind == "person" and not mention.titles and not mention.post and " " not in mention.name


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of each cell of a row."""
    cells, at = [], start
    for cell in text[start:end].split("\t"):
        cells.append((at, at + len(cell)))
        at += len(cell) + 1
    return cells
