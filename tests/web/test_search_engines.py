"""Search engines are led to the pages of records, each by one address, and kept from endless ones."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import lxml.html
import pytest
from flask.testing import FlaskClient

from archive.store import open_keeper
from archive.web import robots

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RECORDS = ("/ash", "/ash/committee/1", "/ash/meeting/10", "/ash/item/100", "/ash/person/1")
PAGES = ("/", "/help", "/about", "/data", *RECORDS)


def places(text: bytes) -> dict[str, str]:
    """Path → when it changed, of a sitemap or its index."""
    return {urlsplit(one.findtext(f"{SITEMAP}loc") or "").path: one.findtext(f"{SITEMAP}lastmod") or "" for one in ET.fromstring(text)}


def test_the_sitemap_has_every_page_of_a_record_and_no_other(library: FlaskClient) -> None:
    [part] = places(library.get("/sitemap.xml").data)
    found = places(library.get(part).data)
    assert set(RECORDS) <= set(found)
    assert not [path for path in found if path.startswith("/search") or "?" in path]
    assert "/ash/person/9" not in found, "somebody from the public has no page"
    assert {library.get(path).status_code for path in found} == {200}
    assert found["/ash/item/100"] == found["/ash/meeting/10"] == found["/ash/committee/1"] == "2026-01-02T00:00:00Z"


def test_what_was_withdrawn_is_not_in_the_sitemap(library: FlaskClient) -> None:
    keeper = open_keeper(library.application.extensions["minutebook"].config)
    keeper.withdraw("ash/meeting/10")
    keeper.close()
    assert not {"/ash/meeting/10", "/ash/item/100", "/ash/item/101"} & set(places(library.get("/sitemap-1.xml").data))


def test_a_large_sitemap_comes_in_parts(library: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = places(library.get("/sitemap-1.xml").data)
    assert robots.MOST == 50_000
    monkeypatch.setattr(robots, "MOST", 4)
    parts = [places(library.get(part).data) for part in places(library.get("/sitemap.xml").data)]
    assert [len(part) for part in parts[:-1]] == [4] * (len(parts) - 1)
    assert [path for part in parts for path in part] == list(whole)
    assert library.get(f"/sitemap-{len(parts) + 1}.xml").status_code == 404


def test_robots_names_the_sitemap_and_keeps_from_searches(library: FlaskClient) -> None:
    text = library.get("/robots.txt").get_data(as_text=True)
    assert "Sitemap: http://localhost/sitemap.xml" in text
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    for path, allowed in (
        ("/", True),
        ("/ash/item/100", True),
        ("/search?q=x", False),
        ("/search/committee", False),
        ("/search.csv", False),
        ("/export.ndjson.gz", False),
    ):
        assert rules.can_fetch("anybody", f"http://localhost{path}") == allowed, path


@pytest.mark.parametrize("path", ["/search?q=library", "/search", "/search/committee", "/search?page=0", "/nothing"])
def test_pages_of_results_and_errors_are_not_to_be_found(library: FlaskClient, path: str) -> None:
    [meta] = lxml.html.document_fromstring(library.get(path).get_data(as_text=True)).xpath("//meta[@name='robots']/@content")
    assert meta.startswith("noindex")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_address_whatever_else_was_asked_for(library: FlaskClient, path: str) -> None:
    for more, wanted in (("", ""), ("?lang=en", ""), ("?utm_source=x", ""), ("?lang=cy", "?lang=cy"), ("?lang=xx", "")):
        [canonical] = lxml.html.document_fromstring(library.get(f"{path}{more}").get_data(as_text=True)).xpath("//link[@rel='canonical']/@href")
        assert canonical == f"http://localhost{path}{wanted}"


@pytest.mark.parametrize("path", RECORDS)
def test_a_record_names_itself_in_every_language(library: FlaskClient, path: str) -> None:
    for more in ("", "?lang=cy"):
        links = lxml.html.document_fromstring(library.get(f"{path}{more}").get_data(as_text=True)).xpath("//link[@hreflang]")
        assert {link.get("hreflang"): urlsplit(link.get("href")).query for link in links} == {"en": "", "cy": "lang=cy", "x-default": ""}


@pytest.mark.parametrize("path", ["/search?q=library&page=1", *RECORDS])
def test_every_twin_that_a_page_names_is_there_and_of_the_format_that_it_says(library: FlaskClient, path: str) -> None:
    page = lxml.html.document_fromstring(library.get(path).get_data(as_text=True))
    links = page.xpath("//link[@rel='alternate' and @type]")
    assert links
    for link in links:
        with library.get(link.get("href")) as answer:
            assert (answer.status_code, answer.mimetype) == (200, link.get("type"))


def test_readers_see_where_to_follow_and_to_download(library: FlaskClient) -> None:
    page = library.get("/search?q=library").get_data(as_text=True)
    assert "Download all 4 results as a table (CSV)" in page
    assert re.search(r'<a href="/search\.atom\?q=library"', page)


def test_a_browser_can_search_from_its_own_box(library: FlaskClient) -> None:
    [place] = lxml.html.document_fromstring(library.get("/").get_data(as_text=True)).xpath("//link[@rel='search']/@href")
    answer = library.get(place)
    assert answer.mimetype == "application/opensearchdescription+xml"
    templates = [one.get("template", "") for one in ET.fromstring(answer.data) if one.get("template")]
    assert templates[0] == "http://localhost/search?q={searchTerms}"
