"""Every engine keeps the same promises; the memory engine is the oracle."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_corpora import CATALOGUE, CORPUS, PHASES, fill, generations, queries

from indexer.engines.memory import MemoryIndex
from indexer.engines.whoosh import WhooshIndex
from indexer.engines.whoosh.making import MOST_PASSAGES
from indexer.engines.whoosh.served import Served
from indexer.errors import QueryError, Unavailable
from indexer.passage import Passage
from indexer.query import FACETS, Query
from indexer.words import parse, understood

QUESTIONS = [
    "bus",
    "mill lane",
    '"mill lane"',
    "bins -bus",
    "ohara",
    "pickup",
    "school OR bin",
    "cynghorydd",
    "speaker:birch",
    "year:2024 lane",
    "nothing",
    "scho*",
    "",
]


@pytest.fixture
def whoosh(tmp_path: Path) -> Iterator[WhooshIndex]:
    index = WhooshIndex(str(tmp_path))
    yield index
    index.close()


def asked(index: Any, words: str, **more: Any) -> Any:
    read = parse(words, CATALOGUE)
    return index.search(Query(words=read.tree, filters=read.filters | more.pop("filters", {}), sort="newest", **more))


def test_engines_agree_on_ids_counts_and_order(whoosh: WhooshIndex) -> None:
    memory = MemoryIndex()
    for index in (memory, whoosh):
        fill(index, CORPUS)
    assert memory.digest() == whoosh.digest()
    for words in QUESTIONS:
        for filters in ({}, {"committee": frozenset({"c1"})}, {"year": frozenset({"2025"}), "speaker": frozenset({"x/person/2"})}):
            one, other = asked(memory, words, filters=filters), asked(whoosh, words, filters=filters)
            assert [h.passage.id for h in one.hits] == [h.passage.id for h in other.hits], words
            assert (one.total, one.facets) == (other.total, other.facets), words


@settings(max_examples=60, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(generations(), st.lists(queries(), min_size=1, max_size=6))
def test_engines_agree_on_random_corpora_and_questions(several: list[dict[str, list[Passage]]], asked: list[Query]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        memory, whoosh = MemoryIndex(), WhooshIndex(folder)
        for changed in several:
            for index in (memory, whoosh):
                with index.begin() as generation:
                    for group, passages in changed.items():
                        generation.replace(group, passages)
                    generation.check(generation.groups())
                    generation.switch(CATALOGUE, 1)
        assert memory.digest() == whoosh.digest()
        for query in asked:
            one, other = memory.search(query), whoosh.search(query)
            assert [h.passage.id for h in one.hits] == [h.passage.id for h in other.hits]
            assert (one.total, one.facets, one.different) == (other.total, other.facets, other.different)
            for index in (memory, whoosh):
                total, hits = index.every(query)
                whole = index.search(replace(query, size=max(1, total), page=1))
                assert (total, list(hits)) == (whole.total, list(whole.hits))
            assert {h.passage.id for h in whoosh.search(replace(query, sort="relevance", size=50, page=1)).hits} == {
                h.passage.id for h in memory.search(replace(query, size=50, page=1)).hits
            }


def test_every_generation_has_a_name_of_its_own(whoosh: WhooshIndex) -> None:
    for index in (MemoryIndex(), whoosh):
        names = [index.generation()]
        for corpus in (CORPUS, CORPUS[:1]):
            fill(index, corpus)
            names.append(index.generation())
        assert names[0] == ""
        assert len(set(names)) == 3


def test_a_facet_leaves_out_its_own_filter(whoosh: WhooshIndex) -> None:
    fill(whoosh, CORPUS)
    found = asked(whoosh, "", filters={"committee": frozenset({"c1"})})
    assert found.total == 2
    assert {v.value: v.count for v in found.facets["committee"]} == {"c1": 2, "c2": 2}
    assert {v.value: v.count for v in found.facets["year"]} == {"2024": 2}


def test_a_decision_that_holds_the_words_is_shown(whoosh: WhooshIndex) -> None:
    fill(whoosh, CORPUS)
    [hit] = asked(whoosh, "report").hits
    assert hit.snippets[0].decision
    assert [text for text, marked in hit.snippets[0].runs if marked] == ["report"]


def test_replacing_a_group_leaves_the_served_generation_alone(whoosh: WhooshIndex) -> None:
    fill(whoosh, CORPUS)
    with whoosh.begin() as generation:
        generation.replace("meeting:a", [])
        assert asked(whoosh, "bins").total == 1
        generation.check({"meeting:b": 2})
        generation.switch(CATALOGUE, 2)
    assert asked(whoosh, "bins").total == 0
    assert whoosh.revision() == 2
    fill(whoosh, CORPUS)
    assert whoosh.digest() == digest_of_memory(CORPUS)


def digest_of_memory(passages: list[Passage]) -> str:
    memory = MemoryIndex()
    fill(memory, passages)
    return memory.digest()


def test_one_writer_at_a_time_and_a_stopped_one_leaves_nothing(whoosh: WhooshIndex) -> None:
    fill(whoosh, CORPUS)
    with whoosh.begin() as generation:
        generation.replace("meeting:a", [])
        with pytest.raises(Unavailable, match="Another process"):
            whoosh.begin()
    assert asked(whoosh, "bins").total == 1
    assert len(list(whoosh.folder.glob("gen-*"))) == 1


def test_no_index_is_not_no_results(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="minutebook index"):
        WhooshIndex(str(tmp_path)).search(Query())


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_no_input_raises(written: str) -> None:
    read = parse(written, CATALOGUE)
    assert understood(read)
    MemoryIndex().search(Query(words=read.tree, filters=read.filters))


def test_whoosh_is_imported_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-B", "-X", f"pycache_prefix={tmp_path}", "-c", "import indexer.engines.whoosh"]
    assert subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False).stderr == ""


def test_a_search_that_takes_too_long_is_refused_with_advice(whoosh: WhooshIndex) -> None:
    fill(whoosh, CORPUS)
    served = Served(whoosh.folder / "gen-1")
    with pytest.raises(QueryError, match="too broad"):
        served.search(Query(words=parse("bus").tree), seconds=-1)


def test_many_small_generations_become_few_segments_and_lose_nothing(whoosh: WhooshIndex) -> None:
    memory = MemoryIndex()
    for n in range(20):
        for index in (memory, whoosh):
            with index.begin() as generation:
                generation.replace(
                    f"meeting:{n % 12}", [Passage(f"{n % 12}/{k}", f"meeting:{n % 12}", f"Item {n}", f"words of night {n}", order=k) for k in range(3)]
                )
                generation.check(generation.groups())
                name = generation.switch(CATALOGUE, n)
    assert memory.digest() == whoosh.digest()
    assert len(Served(whoosh.folder / name).corpus.segments) < 8


def test_a_group_may_be_replaced_twice_in_one_generation(whoosh: WhooshIndex) -> None:
    with whoosh.begin() as generation:
        for text in ("first", "second", "third"):
            generation.replace("meeting:a", [Passage("1", "meeting:a", "Item", text)])
        generation.check({"meeting:a": 1})
        generation.switch(CATALOGUE, 1)
    assert [asked(whoosh, text).total for text in ("first", "second", "third")] == [0, 0, 1]


def test_readers_move_over_while_an_older_generation_goes_on_being_read(whoosh: WhooshIndex) -> None:
    fill(whoosh, CORPUS)
    older = Served(whoosh.folder / "gen-1")
    for n in range(5):
        fill(whoosh, [Passage("1", "meeting:a", "Other", f"text {n}")], rebuild=True)
    assert not (whoosh.folder / "gen-1").exists()
    assert older.search(Query(words=parse("bins").tree)).total == 1
    assert asked(whoosh, "bins").total == 0


def test_a_damaged_generation_is_not_served_while_an_older_one_is_whole(whoosh: WhooshIndex) -> None:
    fill(whoosh, CORPUS)
    fill(whoosh, CORPUS)
    for file in (whoosh.folder / "gen-2").glob("*.toc"):
        file.unlink()
    assert asked(WhooshIndex(str(whoosh.folder)), "bins").total == 1


@pytest.mark.parametrize("ending", [".npy", ".trm", ".values.json", ".col"])
def test_a_file_that_is_cut_short_is_noticed(whoosh: WhooshIndex, ending: str) -> None:
    fill(whoosh, CORPUS)
    for file in whoosh.folder.glob(f"gen-1/*{ending}"):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(Unavailable, match="rebuild"):
        asked(WhooshIndex(str(whoosh.folder)), "bins mill", facets=FACETS)


def test_one_changed_bit_is_noticed_by_a_thorough_look(whoosh: WhooshIndex) -> None:
    fill(whoosh, CORPUS)
    assert whoosh.damaged() == []
    file = next(whoosh.folder.glob("gen-1/*.words.positions.npy"))
    body = bytearray(file.read_bytes())
    body[-1] ^= 1
    file.write_bytes(body)
    assert whoosh.damaged() == [f"gen-1/{file.name}"]


def test_the_next_generation_of_a_damaged_one_begins_from_nothing(whoosh: WhooshIndex) -> None:
    fill(whoosh, CORPUS)
    next(whoosh.folder.glob("gen-1/*.trm")).write_bytes(b"")
    with whoosh.begin() as generation:
        assert (generation.revision, dict(generation.groups())) == (0, {})
    (whoosh.folder / "gen-1" / "manifest.json").write_text("{", encoding="utf-8")
    with whoosh.begin() as generation:
        assert generation.revision == 0


@pytest.mark.slow
def test_the_last_passage_of_a_full_segment_is_counted_like_any_other(whoosh: WhooshIndex) -> None:
    last = MOST_PASSAGES - 1
    passages = [Passage(str(n), "meeting:a", "Lamp" if n > last - 3 else "", "", speakers=("p1",) if n == last else (), order=n) for n in range(MOST_PASSAGES)]
    fill(whoosh, passages)
    found = asked(whoosh, "lamp")
    assert (found.total, [(v.value, v.count) for v in found.facets["speaker"]]) == (3, [("p1", 1)])
