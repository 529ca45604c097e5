"""The table of a search has every result, harms no spreadsheet, and says where it comes from."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from archive import config, create_app
from archive.records import AgendaItem, Meeting, MeetingRecords, Organization
from archive.store import open_keeper
from archive.web.tables import COLUMNS, LARGE, LIVE, disarmed
from archive.work import update_index
from indexer.opening import open_index

MANY = LARGE + 7


def rows_of(client: FlaskClient, address: str) -> tuple[list[dict[str, str]], dict[str, str]]:
    """The rows of a table, and what it says of itself below them."""
    with client.get(address) as answer:
        assert (answer.status_code, answer.mimetype) == (200, "text/csv")
        assert answer.data.startswith("\ufeff".encode())
        every = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))
    assert tuple(every[0]) == COLUMNS
    told = {row[0].removeprefix("# "): row[1] for row in every[1:] if row[0].startswith("# ")}
    return [dict(zip(every[0], row, strict=True)) for row in every[1:] if not row[0].startswith("# ")], told


@pytest.mark.parametrize("query", ["q=library", "", "q=library&committee=ash/committee/1", "sort=oldest", "year=2024&sort=newest", "q=zebra"])
def test_the_table_has_what_the_page_has_in_its_order(library: FlaskClient, query: str) -> None:
    rows, told = rows_of(library, f"/search.csv?{query}")
    found = library.get(f"/search.json?{query}").get_json()
    assert [row["item_id"] for row in rows] == [one["item_id"] for one in found["results"]]
    assert told["rows"] == str(found["total"])
    assert told["query"] == found["understood"]
    assert [row["title"] for row in rows] == [one["title"] for one in found["results"]]
    assert [row["speakers"] for row in rows] == ["; ".join(speaker["name"] for speaker in one["speakers"]) for one in found["results"]]


def test_every_row_leads_to_its_item(library: FlaskClient) -> None:
    for row in rows_of(library, "/search.csv?q=library")[0]:
        assert library.get(urlsplit(row["permalink"]).path).status_code == 200


def test_the_table_says_where_it_comes_from(library: FlaskClient) -> None:
    _, told = rows_of(library, "/search.csv?q=library&page=2")
    assert told["search"] == "http://localhost/search?q=library"
    assert {"rows", "query", "search", "made on", "source", "note"} <= set(told)


def test_data_tools_can_pass_over_what_is_no_row(library: FlaskClient) -> None:
    """Lines that begin with a number sign are comments to them, and no other line begins so."""
    lines = library.get("/search.csv?q=library").data.decode("utf-8-sig").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    assert lines[-len(comments) :] == comments
    assert all(line.startswith('"') for line in lines[: -len(comments)])


@pytest.mark.parametrize("first", LIVE)
def test_a_cell_that_begins_like_a_formula_is_disarmed(first: str) -> None:
    assert disarmed(f"{first}1+1") == f"'{first}1+1"
    assert disarmed(f"a{first}1") == f"a{first}1"
    assert disarmed("") == ""


@pytest.fixture
def many(tmp_path: Path) -> FlaskClient:
    """A council with more items than a page of results, or fifty of them, can show; every title is a formula."""
    settled = config.load(tmp_path)
    keeper = open_keeper(settled)
    keeper.keep_organizations(
        [Organization("ash", None, "Ash", "council", licence="Open"), Organization("ash/committee/1", "1", "=Cabinet", "committee", "ash")]
    )
    meeting = Meeting("ash/meeting/1", "1", "ash/committee/1", "", "2024-02-01T10:00:00+00:00", "held", "confirmed", 0)
    items = tuple(AgendaItem(f"ash/item/{n}", str(n), meeting.id, n, f"+{n}", f"=1+{n}", "@SUM(1) and \t-2") for n in range(MANY))
    keeper.keep(MeetingRecords(meeting, items), "1", (1,), datetime(2026, 1, 2, tzinfo=UTC))
    index = open_index(settled.url("INDEX"))
    update_index(keeper, index)
    index.close()
    keeper.close()
    return create_app(str(tmp_path)).test_client()


def test_all_results_are_there_and_no_cell_is_a_formula(many: FlaskClient) -> None:
    rows, told = rows_of(many, "/search.csv")
    assert len({row["item_id"] for row in rows}) == MANY == int(told["rows"])
    assert told["licence"] == "Ash: Open"
    assert {cell[0] for row in rows for cell in row.values() if cell}.isdisjoint(LIVE)
    assert rows[5]["title"].startswith("'=1+")


def test_one_large_table_is_made_at_a_time_and_small_ones_need_not_wait(many: FlaskClient) -> None:
    beats: list[int] = []
    many.application.extensions["minutebook"].alive = lambda: beats.append(1)
    first = many.get("/search.csv", buffered=False)
    second = many.get("/export.ndjson.gz")
    assert (second.status_code, second.mimetype, second.headers["Retry-After"]) == (503, "application/json", "60")
    assert "under way" in second.get_json()["error"]["message"]
    with many.get("/search.csv?q=zebra") as small:
        assert small.status_code == 200
    first.close()
    with many.get("/export.ndjson.gz") as third:
        assert third.status_code == 200
        assert third.data
    assert beats, "the server is told that we are at work"
