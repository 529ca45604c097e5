"""Pages answer with what is kept, and bad input gets a clear word and never an error of ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from archive import config, create_app
from archive.records import AgendaItem, Decision, Meeting, MeetingRecords, Organization, Person, Speech
from archive.store import open_keeper
from archive.work import update_index
from indexer.opening import open_index

TEXT = "Councillor Nia O’Hara said that <b>bins</b> in Mill Lane had been missed.\nRESOLVED: That the report be noted."
SEEN = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FlaskClient]:
    settings = config.load(tmp_path)
    keeper = open_keeper(settings)
    keeper.keep_organizations([
        Organization("ash", None, "Ash Council", "council", licence="© the council, see source"),
        Organization("ash/committee/1", "1", "Streets Committee", "committee", "ash"),
    ])  # fmt: skip
    meeting = Meeting(
        "ash/meeting/5", "5", "ash/committee/1", "Streets Committee", "2025-03-04T10:00:00+00:00", "held", "confirmed", 0, url="https://ash.example/5"
    )
    item = AgendaItem("ash/item/9", "9", meeting.id, 1, "7.", "Bin collections", TEXT)
    speech = Speech(item.id, "ash/person/3", "Nia O’Hara", "person", "", "Councillor Nia O’Hara", 0, 21, "verb:said")
    decision = Decision(item.id, "noted", TEXT[TEXT.index("RESOLVED") :], TEXT.index("RESOLVED"), len(TEXT), "marker")
    person = Person("ash/person/3", None, "Nia O’Hara", "member")
    keeper.keep(MeetingRecords(meeting, (item,), speeches=(speech,), decisions=(decision,), people=(person,)), "hash", (1,), SEEN)
    index = open_index(settings.url("INDEX"))
    update_index(keeper, index)
    app = create_app(str(tmp_path))
    yield app.test_client()
    app.extensions["minutebook"].index.close()
    app.extensions["minutebook"].store.close()
    keeper.close()
    index.close()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Ash Council"),
        ("/search?q=bins", "1 result for ‘bins’"),
        ("/search?q=zebra", "0 results"),
        ("/ash", "Streets Committee"),
        ("/ash/committee/1", "4 March 2025"),
        ("/ash/meeting/5", "Bin collections"),
        ("/ash/item/9", "<div class=\"decision\">"),
        ("/ash/person/3", "Nia O’Hara"),
        ("/help", "speaker:"),
        ("/about", "© the council"),
    ],
)  # fmt: skip
def test_every_page_shows_what_is_kept(client: FlaskClient, path: str, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert words in answer.get_data(as_text=True)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_markup_of_the_minutes_is_shown_and_never_live(client: FlaskClient) -> None:
    for path in ("/ash/item/9", "/search?q=lane"):
        assert "<b>bins" not in client.get(path).get_data(as_text=True)


def test_the_json_twin_has_the_promised_form(client: FlaskClient) -> None:
    answer = client.get('/search.json?q=bins speaker:"Nia O\'Hara"').get_json()
    assert answer["total"] == 1
    assert answer["results"][0]["speakers"] == [{"person_id": "ash/person/3", "name": "Nia O’Hara"}]
    assert set(answer) == {"total", "results", "facets", "understood", "did_you_mean", "without"}
    assert (answer["did_you_mean"], answer["without"]) == (None, [])


@pytest.mark.parametrize(
    "query", ["page=0", "page=abc", "page=999999999", "from=yesterday", "q=%00%22[to]", "committee=nobody", "sort=body", "q=" + "x" * 8000]
)
def test_bad_input_is_no_error_of_ours(client: FlaskClient, query: str) -> None:
    for page in ("/search", "/search.json"):
        assert client.get(f"{page}?{query}").status_code in (200, 302, 400, 404, 414)


def test_what_is_not_kept_is_not_found(client: FlaskClient) -> None:
    for path in ("/ash/item/404", "/ash/person/nobody", "/elsewhere", "/search/body"):
        assert client.get(path).status_code == 404


def test_search_rests_where_there_is_no_index(tmp_path: Path) -> None:
    app = create_app(str(tmp_path))
    assert app.test_client().get("/search?q=bins").status_code == 503
    app.extensions["minutebook"].index.close()


def test_an_item_says_by_which_rule_it_was_read(client: FlaskClient) -> None:
    found = client.get("/ash/item/9.json").get_json()
    assert found["item"]["text"] == TEXT
    assert [(one["type"], one["rule"]) for one in found["found"]] == [("speech", "verb:said"), ("decision", "marker")]
    assert client.get("/ash/item/77.json").status_code == 404
