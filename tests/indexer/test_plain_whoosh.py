"""Plain Whoosh opens an index of ours, and finds the same passages with the same scores."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_corpora import CATALOGUE, CORPUS, PHASES, generations, trees

from indexer.analysis import stems_of
from indexer.engines.whoosh import WhooshIndex, library
from indexer.engines.whoosh.evaluation import K1, B, Evaluation
from indexer.engines.whoosh.schema import restored
from indexer.engines.whoosh.served import Served
from indexer.passage import Passage
from indexer.query import And, Node, Not, Or, Phrase, Term


def translated(node: Node, welsh: bool) -> Any:
    """A tree as a query of Whoosh's."""
    if isinstance(node, Term) and node.prefix:
        return library.Prefix("words", node.word)
    if isinstance(node, Term):
        return library.Or([library.Term("stems", w) for w in stems_of(node.word)] + [library.Term("welsh", w) for w in stems_of(node.word, "cy") if welsh])
    if isinstance(node, Phrase):
        return library.Phrase("words", list(node.words)) if len(node.words) > 1 else library.Term("words", node.words[0])
    if isinstance(node, Or):
        return library.Or([translated(part, welsh) for part in node.parts])
    assert isinstance(node, And)
    return library.And([translated(part, welsh) for part in node.parts])


def by_us(served: Served, tree: Node) -> dict[str, float]:
    found = {}
    for number, segment in enumerate(served.corpus.segments):
        documents, scores = Evaluation(served.corpus, number).found(tree)
        found |= {segment.passage(d).id: s for d, s in zip(documents.tolist(), scores.tolist(), strict=True) if segment.live is None or segment.live[d]}
    return found


def by_plain_whoosh(folder: Path, tree: Node, welsh: bool) -> dict[str, float]:
    """What is left out is asked apart: the matcher of Whoosh's AndNot overlooks a document that stands before the first wanted one."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    with library.open_dir(str(folder)).searcher(weighting=library.BM25F(B=B, K1=K1)) as searcher:

        def asked(node: Node) -> dict[str, float]:
            return {restored(hit["passage"]).id: hit.score for hit in searcher.search(translated(node, welsh), limit=None)}

        found = asked(And(tuple(part for part in parts if not isinstance(part, Not))))
        unwanted = {id for part in parts if isinstance(part, Not) for id in asked(part.part)}
    return {id: score for id, score in found.items() if id not in unwanted}


def answerable(tree: Node | None) -> bool:
    """Whether plain Whoosh has the same question: no NEAR, no word repeated in a phrase, and something that is wanted."""
    if isinstance(tree, Phrase):
        return not tree.within and len(set(tree.words)) == len(tree.words)
    if isinstance(tree, Not):
        return answerable(tree.part)
    if isinstance(tree, And | Or):
        return all(map(answerable, tree.parts)) and any(not isinstance(part, Not) for part in tree.parts)
    return tree is not None


def scored_alike(tree: Node) -> bool:
    """Whether plain Whoosh gives the same scores: it gives one and the same to all that beginnings of words find."""
    if isinstance(tree, And | Or):
        return all(map(scored_alike, tree.parts))
    return not (isinstance(tree, Term) and tree.prefix)


@settings(max_examples=60, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(generations(), st.lists(trees().filter(answerable), min_size=1, max_size=5))
def test_plain_whoosh_finds_the_same_with_the_same_scores(several: list[dict[str, list[Passage]]], asked: list[Node]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = WhooshIndex(folder)
        for changed in several:
            with index.begin() as generation:
                for group, passages in changed.items():
                    generation.replace(group, passages)
                generation.check(generation.groups())
                name = generation.switch(CATALOGUE, 1)
        served = Served(Path(folder) / name)
        for tree in asked:
            expected = by_plain_whoosh(Path(folder) / name, tree, "welsh" in served.corpus.fields)
            if scored_alike(tree):
                assert by_us(served, tree) == {id: pytest.approx(score, rel=1e-4) for id, score in expected.items()}
            assert by_us(served, tree).keys() == expected.keys()


def test_plain_whoosh_can_write_with_our_codec(tmp_path: Path) -> None:
    """The codec keeps Whoosh's own promises too, so that every tool of Whoosh's works on such an index."""
    from indexer.engines.whoosh.codec import ArrayCodec
    from indexer.engines.whoosh.schema import schema, stored

    writer = library.create_in(str(tmp_path), schema()).writer(codec=ArrayCodec(), compound=False)
    for passage in CORPUS:
        writer.add_document(passage=stored(passage), words=f"{passage.title} {passage.text}".lower(), stems=passage.text.lower())
    writer.commit()
    with library.open_dir(str(tmp_path)).searcher() as searcher:
        assert {restored(h["passage"]).id for h in searcher.search(library.Phrase("words", ["mill", "lane"]))} == {"1", "2"}
        assert list(searcher.reader().lexicon("stems")) == sorted({w.encode() for p in CORPUS for w in p.text.lower().split()})
