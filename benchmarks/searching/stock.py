"""Whoosh as it comes: its own codec, ``groupedby`` with counting facets, one segment."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterable
from pathlib import Path
from time import process_time
from typing import Any

from indexer.analysis import stems_of
from indexer.passage import Passage
from indexer.query import FACETS, And, Node, Not, Or, Phrase, Term
from searching.peers import BOOSTS, COPIES, SIZE, Answer, Clock, stored, tokenized, values
from searching.questions import Asked

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import whoosh
    from whoosh import fields, index, query, scoring, sorting
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.qparser import QueryParser  # noqa: F401 -- Imported with its warnings, since Whoosh imports it late.

_SEVERAL = ("speaker", "outcome")


class StockWhoosh:
    """Whoosh 2.7.4 with its default codec."""

    name = "stock Whoosh"
    version = f"Whoosh {'.'.join(map(str, whoosh.__version__))}"

    def __init__(self) -> None:
        self.clock = Clock()

    def build(self, folder: Path, meetings: Iterable[list[Passage]]) -> None:
        texts = {
            f"{field}_{copy}": fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=copy == "words", stored=False) for field in BOOSTS for copy in COPIES
        }
        facets = {facet: fields.KEYWORD(scorable=False) if facet in _SEVERAL else fields.ID(sortable=True) for facet in FACETS}
        schema = fields.Schema(passage=fields.STORED(), date=fields.ID(sortable=True), **texts, **facets)
        writer = index.create_in(str(folder), schema).writer(limitmb=1024)
        for passages in meetings:
            for passage in passages:
                began = process_time()
                tokens = tokenized(passage)
                self.clock.add("tokens", process_time() - began)
                writer.add_document(passage=stored(passage), date=passage.date, **tokens, **{facet: " ".join(them) for facet, them in values(passage).items()})
        writer.commit(optimize=True)

    def open(self, folder: Path) -> None:
        self.searcher = index.open_dir(str(folder)).searcher(weighting=scoring.BM25F())

    def ask(self, asked: Asked, facets: bool) -> tuple[Any, list[Any], dict[str, Any]]:
        words = query.Every() if asked.words is None else _translated(asked.words)
        filters = {facet: query.Or([query.Term(facet, value) for value in chosen]) for facet, chosen in asked.filters.items()}
        order = {} if asked.words else {"sortedby": sorting.FieldFacet("date", reverse=True)}
        free = [facet for facet in FACETS if facet not in filters] if facets else []
        found = self.searcher.search(words, limit=SIZE, filter=_all_of(filters.values()), groupedby=_groups(free), **order)
        hits = [json.loads(hit["passage"]) for hit in found]
        counted = {facet: found.groups(facet) for facet in free}
        for facet in filters if facets else ():
            others = _all_of(one for name, one in filters.items() if name != facet)
            counted[facet] = self.searcher.search(words, limit=1, filter=others, groupedby=_groups([facet])).groups(facet)
        return found, hits, counted

    def answer(self, raw: Any) -> Answer:
        found, hits, counted = raw
        return Answer(len(found), [hit["id"] for hit in hits], {name: {str(k): n for k, n in one.items() if k} for name, one in counted.items()})

    def apart(self) -> dict[str, float]:
        return self.clock.taken()


def _groups(facets: Iterable[str]) -> Any:
    made = sorting.Facets()
    for facet in facets:
        made.add_field(facet, maptype=sorting.Count, allow_overlap=facet in _SEVERAL)
    return made


def _all_of(queries: Iterable[Any]) -> Any:
    found = list(queries)
    return query.And(found) if found else None


def _translated(node: Node) -> Any:
    if isinstance(node, Term):
        return query.Or([one for field, boost in BOOSTS.items() for one in _term(field, node, boost)])
    if isinstance(node, Phrase):
        return query.Or([_phrase(field, node, boost) for field, boost in BOOSTS.items()])
    if isinstance(node, Or):
        return query.Or([_translated(part) for part in node.parts])
    assert isinstance(node, And)
    wanted = query.And([_translated(part) for part in node.parts if not isinstance(part, Not)])
    unwanted = [_translated(part.part) for part in node.parts if isinstance(part, Not)]
    return query.AndNot(wanted, query.Or(unwanted)) if unwanted else wanted


def _term(field: str, node: Term, boost: float) -> list[Any]:
    if node.prefix:
        return [query.Prefix(f"{field}_words", node.word, boost=boost)]
    stems = [query.Term(f"{field}_stems", word, boost=boost) for word in sorted(stems_of(node.word))]
    return [*stems, query.Term(f"{field}_joined", node.word, boost=boost)]


def _phrase(field: str, node: Phrase, boost: float) -> Any:
    if len(node.words) == 1:
        return query.Term(f"{field}_words", node.words[0], boost=boost)
    return query.Phrase(f"{field}_words", list(node.words), boost=boost)
