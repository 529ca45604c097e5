"""Suggestions for machines come from the index alone, name nobody from the public, and need not be sent twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive import create_app


def test_people_committees_and_terms_begin_with_what_was_typed(library: FlaskClient) -> None:
    found = library.get("/suggest?q=Moo").get_json()
    assert found["people"] == [
        {"id": "ash/person/1", "name": "Jane Moore", "note": "Mill Lane", "council": "ash"},
        {"id": "ash/person/2", "name": "Tom Moore", "note": "", "council": "ash"},
    ]
    found = library.get("/suggest?q=lib").get_json()
    assert [one["name"] for one in found["committees"]] == ["Libraries and Culture Panel"]
    assert found["terms"] == [{"term": "library", "count": 4}]
    assert library.get("/suggest?q=head").get_json()["people"] == []


def test_nobody_from_the_public_is_suggested(library: FlaskClient) -> None:
    assert library.get("/suggest?q=quib").get_json() == {"q": "quib", "people": [], "committees": [], "terms": []}


@pytest.mark.parametrize("query", ["", "q=", "q=x", "q=%00", "q=" + "x" * 5000, "q=a&q=b"])
def test_any_input_at_all_gets_an_answer(library: FlaskClient, query: str) -> None:
    assert library.get(f"/suggest?{query}").status_code == 200


def test_the_same_answer_is_not_sent_twice(library: FlaskClient) -> None:
    first = library.get("/suggest?q=moo")
    again = library.get("/suggest?q=moo", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert library.get("/suggest?q=lib", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_suggestions_ask_neither_the_engine_nor_the_database(library: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    library.get("/")
    site = library.application.extensions["minutebook"]
    monkeypatch.setattr(site.index, "search", lambda _: pytest.fail("the engine was asked"))
    monkeypatch.setattr(site.store, "_rows", lambda *_: pytest.fail("the database was asked"))
    assert library.get("/suggest?q=moo").get_json()["people"]


def test_without_an_index_suggestions_rest_which_is_not_to_find_nothing(tmp_path: Path) -> None:
    app = create_app(str(tmp_path))
    answer = app.test_client().get("/suggest?q=moo")
    assert (answer.status_code, answer.get_json()["error"]["status"]) == (503, 503)
    app.extensions["minutebook"].index.close()
