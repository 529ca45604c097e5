"""Who has a page is told whether it is still so, and whatever makes a page another one makes its tag another one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from archive import create_app
from archive.records import Organization
from archive.store import open_keeper
from archive.web.revalidation import mark_of
from archive.work import update_index
from indexer.opening import open_index

PAGES = ("/", "/search?q=library", "/search.json?q=library", "/search.csv?q=library", "/search.atom?q=library", "/search/committee", "/ash", "/ash.json", "/ash.atom", "/ash.ics",
         "/ash/committee/1", "/ash/meeting/10", "/ash/meeting/10.json", "/ash/item/100", "/ash/item/100.json", "/ash/person/1", "/changes", "/export.ndjson.gz", "/sitemap.xml",
         "/sitemap-1.xml", "/openapi.json", "/help", "/about", "/data", "/robots.txt", "/opensearch.xml")  # fmt: skip
NEUTRAL = (".json", ".csv", ".ics", ".gz", ".xml", ".txt", "/changes")


def again(client: FlaskClient, path: str, tag: str, **headers: str) -> TestResponse:
    return client.get(path, headers={"If-None-Match": tag, **headers})


@pytest.mark.parametrize("path", PAGES)
def test_the_same_page_is_not_sent_twice(library: FlaskClient, path: str) -> None:
    with library.get(path) as first:
        tag = first.headers["ETag"]
        assert first.headers["Cache-Control"] == "no-cache"
    assert tag.startswith('W/"')
    for value in (tag, f'"other", {tag}', tag.removeprefix("W/")):
        second = again(library, path, value)
        assert (second.status_code, second.data) == (304, b"")
        assert second.headers["ETag"] == tag
        assert second.headers.get("Vary") == first.headers.get("Vary")
    for value in ('"other"', "*", "nonsense"):
        with again(library, path, value) as answer:
            assert answer.status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_another_language_is_another_page_where_it_is_negotiated(library: FlaskClient, path: str) -> None:
    english, welsh = (library.get(path, headers={"Accept-Language": code}, buffered=True) for code in ("en", "cy"))
    with english, welsh:
        negotiated = path.partition("?")[0] == "/opensearch.xml" or not path.partition("?")[0].endswith(NEUTRAL)
        assert ("Accept-Language" in english.headers.get("Vary", "")) == negotiated
        assert (english.headers["ETag"] != welsh.headers["ETag"]) == negotiated


def tags(client: FlaskClient) -> dict[str, str]:
    found = {}
    for path in PAGES:
        with client.get(path) as answer:
            found[path] = answer.headers["ETag"]
    return found


def test_a_record_that_changes_makes_every_page_of_records_another_at_once_and_results_when_they_are_indexed(library: FlaskClient) -> None:
    before = tags(library)
    config = library.application.extensions["minutebook"].config
    keeper = open_keeper(config)
    keeper.keep_organizations([Organization("ash/committee/2", "2", "Planning and Licensing", "committee", "ash")])
    kept = tags(library)
    of_results = {"/search?q=library", "/search.json?q=library", "/search.csv?q=library", "/search/committee"}
    assert {path for path in PAGES if kept[path] == before[path]} == of_results
    assert again(library, "/ash", before["/ash"]).status_code == 200
    index = open_index(config.url("INDEX"))
    update_index(keeper, index)
    keeper.close()
    index.close()
    assert not {path for path in of_results if tags(library)[path] == kept[path]}


def test_what_is_taken_down_is_not_called_unchanged(library: FlaskClient) -> None:
    tag = library.get("/ash/person/3").headers["ETag"]
    keeper = open_keeper(library.application.extensions["minutebook"].config)
    keeper.entomb("ash/person/3", "person", "", "At her request", datetime(2026, 2, 3, tzinfo=UTC))
    keeper.close()
    assert again(library, "/ash/person/3", tag).status_code == 410


def test_a_setting_that_pages_show_makes_them_others(library: FlaskClient) -> None:
    app = create_app(library.application.instance_path, SITE_NAME="Another name")
    assert again(app.test_client(), "/help", library.get("/help").headers["ETag"]).status_code == 200
    app.extensions["minutebook"].index.close()
    app.extensions["minutebook"].store.close()


@pytest.mark.parametrize("name", ["item.html", "search.py", "cy/LC_MESSAGES/messages.mo"])
def test_a_change_of_template_module_or_catalogue_is_another_program(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("one")
    before = mark_of([str(tmp_path)])
    assert before == mark_of([str(tmp_path)])
    file.write_text("two")
    assert mark_of([str(tmp_path)]) != before


def test_the_tag_of_a_page_of_results_asks_no_database(library: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = library.get("/search?q=library").headers["ETag"]
    site = library.application.extensions["minutebook"]
    monkeypatch.setattr(site.store, "_reading", None)
    monkeypatch.setattr(site.index, "search", lambda _: pytest.fail("the engine was asked"))
    assert again(library, "/search?q=library", tag).status_code == 304


def test_errors_and_redirects_have_no_tag(library: FlaskClient) -> None:
    for path in ("/nothing", "/ash/item/nothing", "/search?page=0", "/changes?since=x"):
        assert "ETag" not in library.get(path).headers
