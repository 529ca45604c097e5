"""tantivy, the search library in Rust, through its Python bindings: one merged segment, facets as aggregations over columns."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from time import process_time
from typing import Any

import tantivy
from tantivy import Occur, Query

from indexer.analysis import stems_of
from indexer.passage import Passage
from indexer.query import FACETS, And, Node, Not, Or, Phrase, Term
from searching.peers import BOOSTS, COPIES, SIZE, Answer, Clock, Numbers, stored, tokenized, values
from searching.questions import Asked

EVERY_VALUE = 20_000
"""More values than any facet has: the answer holds all of them, as ours does."""

HEAP = 4_000_000_000
"""Bytes the writer may use, so that all comes into one segment."""


class Tantivy:
    """The same tokens in the same copies; terms are counted in columns of numbers, which is faster than in columns of texts."""

    name = "tantivy"
    version = f"tantivy-py {tantivy.__version__.split()[1].strip(',v')}"

    def __init__(self, size: int = EVERY_VALUE, count: bool = True) -> None:
        self.size, self.count = size, count
        self.clock = Clock()

    def build(self, folder: Path, meetings: Iterable[list[Passage]]) -> None:
        index = tantivy.Index(_schema(), str(folder))
        _register(index)
        writer = index.writer(heap_size=HEAP, num_threads=1)
        numbers = Numbers()
        for passages in meetings:
            for passage in passages:
                began = process_time()
                fields: dict[str, Any] = dict(tokenized(passage))
                self.clock.add("tokens", process_time() - began)
                for facet, found in values(passage).items():
                    fields[facet] = [numbers.number(facet, value) for value in found]
                fields |= {"passage": stored(passage).encode(), "date": int(passage.date.replace("-", ""))}
                writer.add_document(tantivy.Document.from_dict(fields, index.schema))
        writer.commit()
        writer.wait_merging_threads()
        numbers.write(folder)

    def open(self, folder: Path) -> None:
        self.index = tantivy.Index.open(str(folder))
        _register(self.index)
        self.index.reload()
        self.searcher = self.index.searcher()
        self.numbers = Numbers.read(folder)
        self.schema = self.index.schema

    def ask(self, asked: Asked, facets: bool) -> tuple[Any, list[dict[str, Any]], list[dict[str, Any]]]:
        words = Query.all_query() if asked.words is None else self._translated(asked.words)
        filters = {facet: self._filter(facet, chosen) for facet, chosen in asked.filters.items()}
        whole = _all_of([words, *filters.values()])
        if asked.words is None:
            found = self.searcher.search(whole, SIZE, count=self.count, order_by_field="date")
        else:
            found = self.searcher.search(whole, SIZE, count=self.count)
        began = process_time()
        hits = [json.loads(self.searcher.doc(address)["passage"][0]) for _, address in found.hits]
        self.clock.add("fetching", process_time() - began)
        counted = []
        if facets:
            counted.append(self._counted(whole, [facet for facet in FACETS if facet not in filters]))
            for facet in filters:  # Each facet leaves out its own filter.
                others = [query for name, query in filters.items() if name != facet]
                counted.append(self._counted(_all_of([words, *others]), [facet]))
        return found, hits, counted

    def answer(self, raw: Any) -> Answer:
        found, hits, counted = raw
        facets = {
            facet: {self.numbers.names[facet][int(bucket["key"])]: int(bucket["doc_count"]) for bucket in one["buckets"]}
            for part in counted
            for facet, one in part.items()
        }
        return Answer(found.count if self.count else -1, [hit["id"] for hit in hits], facets)

    def apart(self) -> dict[str, float]:
        return self.clock.taken()

    def segments(self) -> int:
        """How many segments the index has."""
        return int(self.searcher.num_segments)

    def _counted(self, query: Query, facets: list[str]) -> dict[str, Any]:
        wanted = {facet: {"terms": {"field": facet, "size": self.size, "segment_size": self.size}} for facet in facets}
        return self.searcher.aggregate(query, wanted)

    def _filter(self, facet: str, chosen: Iterable[str]) -> Query:
        numbers = self.numbers.known(facet, chosen)
        each = [(Occur.Should, Query.term_query(self.schema, facet, number, "basic")) for number in numbers]
        return Query.const_score_query(each[0][1] if len(each) == 1 else Query.boolean_query(each) if each else Query.empty_query(), 0.0)

    def _translated(self, node: Node) -> Query:
        if isinstance(node, Term):
            return _any_of([query for field in BOOSTS for query in self._term(field, node)])
        if isinstance(node, Phrase):
            return _any_of([_boosted(field, self._phrase(field, node)) for field in BOOSTS])
        if isinstance(node, Or):
            return _any_of([self._translated(part) for part in node.parts])
        assert isinstance(node, And)
        parts = [(Occur.MustNot, self._translated(p.part)) if isinstance(p, Not) else (Occur.Must, self._translated(p)) for p in node.parts]
        return Query.boolean_query(parts)

    def _term(self, field: str, node: Term) -> list[Query]:
        if node.prefix:
            return [_boosted(field, Query.regex_query(self.schema, f"{field}_words", f"{re.escape(node.word)}.*"))]
        terms = [(f"{field}_stems", word) for word in sorted(stems_of(node.word))] + [(f"{field}_joined", node.word)]
        terms = [(name, word) for name, word in terms if self.searcher.doc_freq(name, word)]  # What is nowhere costs nothing more.
        return [_boosted(field, Query.term_query(self.schema, name, word, "freq")) for name, word in terms]

    def _phrase(self, field: str, node: Phrase) -> Query:
        if len(node.words) == 1:
            return Query.term_query(self.schema, f"{field}_words", node.words[0], "freq")
        return Query.phrase_query(self.schema, f"{field}_words", list(node.words))


def _schema() -> tantivy.Schema:
    made = tantivy.SchemaBuilder()
    made.add_bytes_field("passage", stored=True)
    for field in BOOSTS:
        for copy in COPIES:
            made.add_text_field(f"{field}_{copy}", tokenizer_name="blanks", index_option="position" if copy == "words" else "freq")
    for facet in FACETS:
        made.add_unsigned_field(facet, indexed=True, fast=True)
    made.add_unsigned_field("date", fast=True)
    return made.build()


def _register(index: tantivy.Index) -> None:
    index.register_tokenizer("blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def _all_of(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def _any_of(queries: list[Query]) -> Query:
    if not queries:
        return Query.empty_query()
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])


def _boosted(field: str, query: Query) -> Query:
    return query if BOOSTS[field] == 1.0 else Query.boost_query(query, BOOSTS[field])
