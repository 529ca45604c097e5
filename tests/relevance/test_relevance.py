"""The labelled set is sound, what measures it is right, and a search keeps what the labels promise."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import corpora
import pytest
from measure import Figure, Found, Labelled, failure_of, figures_of, label_of, measured, ndcg_at, read_queries, recall_at, titles_of

from indexer.index import Index
from indexer.passage import Passage

NDCG = 0.90
MUST_FIND = 1.0
MUST_BE_EMPTY = 1.0
DID_YOU_MEAN = 1.0
KINDS = {
    "topic", "must-find", "must-rank-first", "must-be-empty", "person", "person+topic", "post", "typo", "apostrophe", "accent", "hyphen", "money",
    "reference", "acronym", "council-word", "Welsh", "phrase", "minus", "OR", "NEAR", "prefix", "field", "procedural",
}  # fmt: skip


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with corpora.demonstration(tmp_path_factory.mktemp("demonstration")) as index:
        yield index


@pytest.fixture(scope="module")
def marlshire(council_site: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with corpora.council_site(tmp_path_factory.mktemp("council_site"), council_site("plain").base) as index:
        yield index


@pytest.mark.parametrize("path", [corpora.DEMONSTRATION, corpora.COUNCIL_SITE], ids=lambda path: path.stem)
def test_the_labelled_queries_agree_with_themselves(path: Path) -> None:
    queries = read_queries(path)
    assert {query.kind for query in queries} == KINDS
    assert len({query.words for query in queries}) == len(queries) >= 100
    for query in queries:
        assert set(query.labels.values()) <= {1, 2, 3}, query.words
        assert bool(query.labels) != query.empty, query.words
        assert {*query.must_find, *query.first} <= query.labels.keys(), query.words
        assert not set(query.must_not) & query.labels.keys(), query.words
        assert not set(query.below) & {*query.must_find, *query.first}, query.words
        assert not query.below or query.must_find, query.words
        assert bool(query.did_you_mean) == (query.kind == "typo"), query.words
        assert not query.did_you_mean or query.must_find, query.words
        assert list(query.did_you_mean) == [one.casefold() for one in query.did_you_mean], query.words


def test_every_label_names_an_item_of_the_demonstration(demonstration: Index) -> None:
    assert unknown(corpora.DEMONSTRATION, demonstration) == set()


@pytest.mark.shared
def test_every_label_names_an_item_of_the_look_alike_site(marlshire: Index) -> None:
    assert unknown(corpora.COUNCIL_SITE, marlshire) == set()


def test_the_demonstration_is_searched_as_well_as_promised(demonstration: Index, capsys: pytest.CaptureFixture[str]) -> None:
    assert_floors(corpora.DEMONSTRATION, demonstration, capsys)


@pytest.mark.shared
def test_the_look_alike_site_is_searched_as_well_as_promised(marlshire: Index, capsys: pytest.CaptureFixture[str]) -> None:
    assert_floors(corpora.COUNCIL_SITE, marlshire, capsys)


def unknown(path: Path, index: Index) -> set[str]:
    """Ids that the labels name and the index has not."""
    return set().union(*(query.named for query in read_queries(path))) - titles_of(index).keys()


def assert_floors(path: Path, index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    report = measured(index, read_queries(path))
    with capsys.disabled():
        sys.stdout.write(f"\n{path.stem}: {report.line()}\n")
    reached = (report.figures["ndcg"].value, report.figures["found"].value, report.figures["empty"].value, report.figures["suggested"].value)
    assert all(value >= floor for value, floor in zip(reached, (NDCG, MUST_FIND, MUST_BE_EMPTY, DID_YOU_MEAN), strict=True)), "\n".join(
        [report.line(), *report.failing]
    )


def test_the_best_order_scores_one_and_any_worse_order_less() -> None:
    labels = {"a": 3, "b": 2, "c": 1}
    assert ndcg_at(10, ["a", "b", "c"], labels) == 1
    assert ndcg_at(10, ["a", "x", "b", "c"], labels) < 1
    assert ndcg_at(10, ["b", "a"], labels) == pytest.approx((3 + 7 / 1.584962500721156) / (7 + 3 / 1.584962500721156 + 1 / 2))
    assert ndcg_at(10, [], labels) == 0
    assert ndcg_at(2, ["a", "b"], labels) == 1


def test_recall_is_counted_within_the_first_page() -> None:
    assert recall_at(2, ["x", "a", "b"], ["a", "b"]) == Figure(1, 2)
    assert recall_at(20, ["x"], []).value == 1


@pytest.mark.parametrize(
    ("promise", "found", "figure", "kept"),
    [
        (Labelled("w", "topic", {"a": 3}, first=("a",)), Found(("a", "b"), 2), "first", True),
        (Labelled("w", "topic", {"a": 3}, first=("a",)), Found(("b", "a"), 2), "first", False),
        (Labelled("w", "topic", {"a": 3}, first=("a",)), Found(), "first", False),
        (Labelled("w", "must-be-empty", empty=True), Found(), "empty", True),
        (Labelled("w", "must-be-empty", empty=True), Found(("a",), 1), "empty", False),
        (Labelled("w", "typo", {"a": 3}, did_you_mean=("right",)), Found(("a",), 1, "Right"), "suggested", True),
        (Labelled("w", "typo", {"a": 3}, must_find=("a",), did_you_mean=("right",)), Found(("a",), 1), "suggested", True),
        (Labelled("w", "typo", {"a": 3}, must_find=("a",), did_you_mean=("right",)), Found(), "suggested", False),
        (Labelled("w", "procedural", {"a": 3}, must_find=("a",), below=("b",)), Found(("a", "b"), 2), "above", True),
        (Labelled("w", "procedural", {"a": 3}, must_find=("a",), below=("b",)), Found(("b", "a"), 2), "above", False),
        (Labelled("w", "procedural", {"a": 3}, must_find=("a",), below=("b",)), Found(("b",), 1), "above", False),
        (Labelled("w", "minus", {"a": 3}, must_not=("b",)), Found(("a",), 1), "kept_out", True),
        (Labelled("w", "minus", {"a": 3}, must_not=("b",)), Found(("a", "b"), 2), "kept_out", False),
    ],
)
def test_a_promise_is_kept_or_broken_and_a_broken_one_is_told(promise: Labelled, found: Found, figure: str, kept: bool) -> None:
    assert figures_of(promise, found)[figure] == Figure(kept, 1)
    if not kept:
        assert failure_of(promise, found, {}).startswith(f"[{promise.kind}] w: ")


def test_an_item_is_named_by_what_its_publisher_prints() -> None:
    assert label_of(Passage("x", "g", "t", "", meeting_source_id="4012", number="65.", order=5)) == "4012 65"
    assert label_of(Passage("x", "g", "t", "", meeting_source_id="4023", order=1)) == "4023 @1"
