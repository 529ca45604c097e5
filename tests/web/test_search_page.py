"""A page of results leads on where nothing was found, says what was understood, and asks the index once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from indexer.query import Query


def shown(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


@pytest.fixture
def calls(library: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> list[Query]:
    """Every query that the index is asked from now on; the records may not be asked at all."""
    library.get("/search?q=library")
    site, made = library.application.extensions["minutebook"], []
    search: Callable[[Query], Any] = site.index.search
    monkeypatch.setattr(site.index, "search", lambda query: made.append(query) or search(query))
    monkeypatch.setattr(site.store, "_rows", lambda *_: pytest.fail("a page of results asked the database"))
    monkeypatch.setattr(site.store, "_all", lambda *_: pytest.fail("a page of results asked the database"))
    return made


def test_another_spelling_is_offered_first_and_keeps_the_filters(library: FlaskClient) -> None:
    page = shown(library, "/search?q=libary+hours&year=2024")
    assert 'Did you mean <a href="/search?q=library+hours&amp;year=2024"><b>library hours</b></a>? 3 results.' in page
    found = library.get("/search.json?q=libary+hours&year=2024").get_json()
    assert found["did_you_mean"] == {"q": "library hours", "count": 3}


def test_another_spelling_that_finds_something_only_without_the_filters_says_so(library: FlaskClient) -> None:
    page = shown(library, "/search?q=bungalw&committee=ash/committee/3")
    assert '<a href="/search?q=bungalow"><b>bungalow</b></a>? 2 results, in all committees.' in page
    assert "No minutes contain the word <b>bungalw</b>, in any committee." in page
    assert library.get("/search.json?q=bungalw&committee=ash/committee/3").get_json()["did_you_mean"] is None


def test_the_word_that_empties_the_result_is_named_with_a_count(library: FlaskClient) -> None:
    page = shown(library, "/search?q=library+bungalow&year=2024")
    assert '<a href="/search?q=library&amp;year=2024">library</a>, with the same filters</td><td class="number">3<' in page
    assert '<a href="/search?q=bungalow">bungalow</a>, without any filter</td><td class="number">2<' in page
    assert "No item has all of these words, with your filters or without them." in page
    ways = library.get("/search.json?q=library+bungalow&year=2024").get_json()["without"]
    assert {"q": "library", "left_out": "bungalow", "count": 3} in ways


def test_the_filter_that_empties_the_result_is_named_with_a_count(library: FlaskClient) -> None:
    page = shown(library, "/search?q=bungalow&committee=ash/committee/3")
    assert '<a href="/search?q=bungalow">bungalow</a>, without Libraries and Culture Panel</td><td class="number">2<' in page
    assert "There are results for these words, but none that fits all of your filters." in page
    ways = library.get("/search.json?q=bungalow&committee=ash/committee/3").get_json()["without"]
    assert ways == [{"q": "bungalow", "left_out": "committee", "count": 2}]


def test_the_dates_that_empty_the_result_are_named_with_a_count(library: FlaskClient) -> None:
    assert '<a href="/search?q=bungalow">bungalow</a>, without the last date, 2024</td><td class="number">2<' in shown(library, "/search?q=bungalow&to=2024")
    page = shown(library, "/search?q=bungalow&committee=ash/committee/3&year=2024")
    assert '<a href="/search?q=bungalow">bungalow</a>, without any filter</td><td class="number">2<' in page


def test_a_page_of_results_is_one_call_of_the_index_and_none_of_the_database(library: FlaskClient, calls: list[Query]) -> None:
    for path in (
        "/search?q=library",
        "/search?q=moore+library&year=2024",
        "/search.json?q=library",
        "/search/speaker?q=library",
        "/search/by-person?q=library",
        "/search",
    ):
        calls.clear()
        assert library.get(path).status_code == 200
        assert len(calls) == 1, path
    library.get("/search?q=zebra")
    assert len(calls) < 30


def test_the_panel_asks_for_no_more_values_than_it_shows(library: FlaskClient, calls: list[Query], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.web.search.SHOWN", 1)
    monkeypatch.setattr("archive.web.panel.SHOWN", 1)
    page = shown(library, "/search?q=library")
    assert calls[-1].values == 1
    assert "All 2 committees, A to Z" in page
    assert page.count('name="committee"') == 1
    every = shown(library, "/search/committee?q=library")
    assert (calls[-1].values, calls[-1].size, calls[-1].facets) == (None, 0, ("committee",))
    assert "Cabinet" in every
    assert "Libraries and Culture Panel" in every


def test_people_whom_the_words_name_stand_above_the_results(library: FlaskClient) -> None:
    jane = '<a href="/ash/person/1">Jane Moore</a><span class="post">, Mill Lane</span>'
    for words in ("jane moore", "Cllr+Moore+library", "moore", "moore+library", '"Jane+Moore"', "speaker:jane"):
        assert jane in shown(library, f"/search?q={words}").partition('<ol class="book"')[0], words
    assert 'href="/search?q=library&amp;speaker=ash/person/1"' in shown(library, "/search?q=Jane+Moore+library")
    assert 'href="/search?year=2024&amp;speaker=ash/person/1"' in shown(library, "/search?q=jane+moore&year=2024")


def test_who_holds_a_post_is_shown_and_nobody_from_the_public(library: FlaskClient) -> None:
    assert '<a href="/ash/person/3">Ann Birch</a><span class="post">, Head of Planning</span>' in shown(library, "/search?q=head+of+planning")
    assert "Quibble</a>" not in shown(library, "/search?q=Peter+Quibble")


def test_committees_that_the_words_name_stand_above_the_results(library: FlaskClient) -> None:
    panel = '<a href="/ash/committee/3">Libraries and Culture Panel</a>'
    for words in ("libraries", "culture+panel", "libraries+and+culture+books", "committee:culture"):
        assert panel in shown(library, f"/search?q={words}"), words
    assert 'href="/search?q=library&amp;committee=ash/committee/1"' in shown(library, "/search?q=cabinet+library")
    for words in ("panel", "books", "planning+books", "zebra"):
        assert 'class="plain known"' not in shown(library, f"/search?q={words}"), words


def test_words_that_were_expanded_can_be_searched_for_as_written(library: FlaskClient) -> None:
    link = "Search only for the words as written"
    page = shown(library, "/search?q=Cllr+Moore+library&year=2024")
    assert f'<a href="/search?q=%22Cllr+Moore%22+library&amp;year=2024">{link}</a>' in page
    assert link not in shown(library, "/search?q=%22Cllr+Moore%22+library")
    assert link not in shown(library, "/search?q=library")


def test_a_choice_that_the_words_rule_out_keeps_its_count_in_the_panel(library: FlaskClient, calls: list[Query]) -> None:
    page = shown(library, "/search?q=library+committee:cabinet&committee=ash/committee/3")
    assert calls[0].values is None
    assert 'value="ash/committee/3" checked><span>Libraries and Culture Panel</span> <span class="count">1<' in page
