"""SQLite FTS5: a contentless table of the same tokens, facets with GROUP BY over narrow side tables, one statement a question."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from indexer.analysis import stems_of
from indexer.passage import Passage
from indexer.query import FACETS, And, Node, Not, Phrase, Term
from searching.peers import BOOSTS, COPIES, SIZE, Answer, Clock, Numbers, stored, tokenized, values
from searching.questions import Asked

_SINGLE, _SEVERAL = ("council", "committee", "year", "kind"), ("speaker", "outcome")
_COLUMNS = [f"{field}_{copy}" for field in BOOSTS for copy in COPIES]
_WRITING = ("journal_mode = off", "synchronous = off", "cache_size = -500000", "temp_store = memory", "page_size = 8192")
_READING = ("query_only = on", "mmap_size = 8000000000", "cache_size = -200000", "temp_store = memory")
_TABLES = f"""
CREATE TABLE items (id INTEGER PRIMARY KEY, passage TEXT);
CREATE TABLE facts (id INTEGER PRIMARY KEY, date INTEGER, {", ".join(f"{facet} INTEGER" for facet in _SINGLE)});
{"".join(f"CREATE TABLE {facet}s (item INTEGER, {facet} INTEGER, PRIMARY KEY (item, {facet})) WITHOUT ROWID;" for facet in _SEVERAL)}
CREATE VIRTUAL TABLE fts USING fts5({", ".join(_COLUMNS)}, content='', tokenize="ascii tokenchars '.'");
INSERT INTO fts(fts, rank) VALUES ('hashsize', 400000000), ('automerge', 0), ('rank', 'bm25({", ".join(str(BOOSTS[c.partition("_")[0]]) for c in _COLUMNS)})');
"""
_AFTER = f"""
INSERT INTO fts(fts) VALUES ('optimize');
{"".join(f"CREATE INDEX by_{facet} ON {facet}s ({facet}, item);" for facet in _SEVERAL)}
CREATE INDEX by_council ON facts (council, year);
CREATE INDEX by_committee ON facts (committee);
CREATE INDEX by_date ON facts (date);
ANALYZE;
"""


class Fts5:
    """What somebody would write who likes SQLite: the rows that match are found and scored once, and counted from there."""

    name = "SQLite FTS5"
    version = f"SQLite {sqlite3.sqlite_version}"

    def __init__(self) -> None:
        self.clock = Clock()

    def build(self, folder: Path, meetings: Iterable[list[Passage]]) -> None:
        database = sqlite3.connect(folder / "fts.db", isolation_level=None)
        for pragma in _WRITING:
            database.execute(f"PRAGMA {pragma}")
        database.executescript(_TABLES)
        numbers, number = Numbers(), 0
        texts = f"INSERT INTO fts (rowid, {', '.join(_COLUMNS)}) VALUES (?{', ?' * len(_COLUMNS)})"
        database.execute("BEGIN")
        for passages in meetings:
            for passage in passages:
                number += 1
                began = process_time()
                fields = tokenized(passage)
                self.clock.add("tokens", process_time() - began)
                database.execute(texts, (number, *(fields[column] for column in _COLUMNS)))
                database.execute("INSERT INTO items VALUES (?, ?)", (number, stored(passage)))
                found = {facet: [numbers.number(facet, value) for value in them] for facet, them in values(passage).items()}
                single = (found[facet][0] for facet in _SINGLE)
                database.execute("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", (number, int(passage.date.replace("-", "")), *single))
                for facet in _SEVERAL:
                    database.executemany(f"INSERT INTO {facet}s VALUES (?, ?)", [(number, value) for value in found[facet]])
        database.execute("COMMIT")
        database.executescript(_AFTER)
        database.close()
        numbers.write(folder)

    def open(self, folder: Path) -> None:
        self.database = sqlite3.connect(folder / "fts.db", isolation_level=None, cached_statements=1000)
        for pragma in _READING:
            self.database.execute(f"PRAGMA {pragma}")
        self.numbers = Numbers.read(folder)

    def ask(self, asked: Asked, facets: bool) -> tuple[list[Any], list[Any]]:
        statement, arguments = self._statement(asked, facets)
        rows = self.database.execute(statement, arguments).fetchall()
        began = process_time()
        first = sorted((row for row in rows if row[0] == "hit"), key=lambda row: row[2])
        hits = [json.loads(self.database.execute("SELECT passage FROM items WHERE id = ?", (row[1],)).fetchone()[0]) for row in first]
        self.clock.add("fetching", process_time() - began)
        return rows, hits

    def answer(self, raw: Any) -> Answer:
        rows, hits = raw
        facets: dict[str, dict[str, int]] = {}
        for facet, value, count in rows:
            if facet in FACETS:
                facets.setdefault(facet, {})[self.numbers.names[facet][value]] = count
        return Answer(next(count for name, _, count in rows if name == "total"), [hit["id"] for hit in hits], facets)

    def apart(self) -> dict[str, float]:
        return self.clock.taken()

    def _statement(self, asked: Asked, facets: bool) -> tuple[str, list[Any]]:
        """One statement that finds, orders and counts; its parts are told apart by the first column."""
        filters = {facet: self._filter(facet, chosen) for facet, chosen in asked.filters.items()}
        arguments: list[Any] = []
        if asked.words is None:
            begin, hits = "", "(SELECT *, -date AS score FROM facts)"
        else:
            narrow = f" AND {' AND '.join(filters.values())}" if filters and not facets else ""  # Without facets nothing else is needed.
            begin = f"WITH found AS MATERIALIZED (SELECT facts.*, rank AS score FROM fts JOIN facts ON id = fts.rowid WHERE fts MATCH ?{narrow}) "
            hits = "found"
            arguments.append(_translated(asked.words))
        whole = _where(filters.values())
        parts = [
            f"SELECT * FROM (SELECT 'hit', id, score FROM {hits}{whole} ORDER BY score, id LIMIT {SIZE})",
            f"SELECT 'total', 0, count(*) FROM {hits}{whole}",
        ]
        for facet in FACETS if facets else ():
            others = _where(condition for name, condition in filters.items() if name != facet)
            source = hits if facet in _SINGLE else f"{hits} JOIN {facet}s ON item = id"
            parts.append(f"SELECT '{facet}', {facet}, count(*) FROM {source}{others} GROUP BY {facet}")
        return begin + " UNION ALL ".join(parts), arguments

    def _filter(self, facet: str, chosen: Iterable[str]) -> str:
        numbers = ", ".join(map(str, self.numbers.known(facet, chosen)))
        return f"{facet} IN ({numbers})" if facet in _SINGLE else f"id IN (SELECT item FROM {facet}s WHERE {facet} IN ({numbers}))"


def _where(conditions: Iterable[str]) -> str:
    joined = " AND ".join(conditions)
    return f" WHERE {joined}" if joined else ""


def _translated(node: Node) -> str:
    """The tree in the language of FTS5."""
    if isinstance(node, Term):
        if node.prefix:
            return f'{_columns("words")} : "{node.word}" *'
        stems = " OR ".join(f'"{word}"' for word in sorted(stems_of(node.word)))
        return f'(({_columns("stems")} : ({stems})) OR ({_columns("joined")} : "{node.word}"))'
    if isinstance(node, Phrase):
        return f'{_columns("words")} : "{" ".join(node.words)}"'
    if not isinstance(node, And):
        assert not isinstance(node, Not)
        return f"({' OR '.join(map(_translated, node.parts))})"
    wanted = [_translated(part) for part in node.parts if not isinstance(part, Not)]
    return f"({' NOT '.join([_all_of(wanted), *(_translated(part.part) for part in node.parts if isinstance(part, Not))])})"


def _all_of(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({' AND '.join(parts)})"


def _columns(copy: str) -> str:
    return "{" + " ".join(f"{field}_{copy}" for field in BOOSTS) + "}"
