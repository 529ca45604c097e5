"""Feeds are valid Atom, say what the page of results says, and tell of each item once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from flask.testing import FlaskClient

from archive.records import AgendaItem, Meeting, MeetingRecords
from archive.store import open_keeper
from archive.web import feeds

ATOM = f"{{{feeds.NAMESPACE}}}"
FEEDS = ("/search.atom?q=library", "/search.atom", "/search.atom?q=zebra", "/search.atom?q=%00%08x", "/ash.atom", "/ash/committee/1.atom", "/ash/person/1.atom")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ONCE = ("id", "title", "updated")
"""Children that a feed and an entry have exactly once (RFC 4287, 4.1.1 and 4.1.2)."""
AT_MOST_ONCE = ("generator", "icon", "logo", "rights", "subtitle", "published", "summary", "content", "source")
KNOWN = {*ONCE, *AT_MOST_ONCE, "author", "category", "contributor", "link", "entry"}


def problems(text: bytes) -> Iterator[str]:
    """What of a feed is not as RFC 4287 says."""
    feed = ET.fromstring(text)
    if feed.tag != f"{ATOM}feed":
        yield f"the root is {feed.tag}"
    entries = feed.findall(f"{ATOM}entry")
    for one in (feed, *entries):
        yield from _problems_of(one)
    authored = feed.find(f"{ATOM}author") is not None
    yield from ("an entry has no author" for entry in entries if not authored and entry.find(f"{ATOM}author") is None)
    ids = [(entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}updated")) for entry in entries]
    if len(ids) != len(set(ids)):
        yield "two entries have one id and one moment"
    if feed.find(f"{ATOM}link[@rel='self']") is None:
        yield "the feed does not say where it is"


def _problems_of(one: ET.Element) -> Iterator[str]:
    children = [child.tag.removeprefix(ATOM) for child in one]
    yield from (f"{name} is not of Atom" for name in children if name not in KNOWN)
    yield from (f"{name} is there {children.count(name)} times" for name in ONCE if children.count(name) != 1)
    yield from (f"{name} is there more than once" for name in AT_MOST_ONCE if children.count(name) > 1)
    for name in ("updated", "published"):
        yield from (f"{child.text} is no moment" for child in one.findall(f"{ATOM}{name}") if not MOMENT.fullmatch(child.text or ""))
    if not urlsplit(one.findtext(f"{ATOM}id") or "").scheme:
        yield "an id is no IRI"
    links = [(link.get("rel", "alternate"), link.get("type"), link.get("hreflang")) for link in one.findall(f"{ATOM}link") if link.get("href")]
    if len(links) != len(one.findall(f"{ATOM}link")) or len(links) != len(set(links)):
        yield "a link leads nowhere, or there are two of one kind"
    if one.tag == f"{ATOM}entry" and not any(link[0] == "alternate" for link in links):
        yield "an entry has neither content nor an alternate link"
    yield from ("an author has no name" for author in one.findall(f"{ATOM}author") if not author.findtext(f"{ATOM}name"))
    yield from ("a category has no term" for category in one.findall(f"{ATOM}category") if not category.get("term"))


@pytest.mark.parametrize("path", FEEDS)
def test_every_feed_is_valid_atom(library: FlaskClient, path: str) -> None:
    answer = library.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    assert list(problems(answer.data)) == []
    read = feedparser.parse(answer.data)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert "link" in read.feed
    assert all(entry.link and entry.updated_parsed for entry in read.entries)


def test_what_is_no_atom_is_noticed() -> None:
    text = b"<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title><id>here</id><updated>today</updated><entry><id>a:b</id></entry></feed>"
    assert {"today is no moment", "an id is no IRI", "title is there 0 times", "an entry has no author", "the feed does not say where it is"} <= set(
        problems(text)
    )


def ids_of(text: bytes) -> list[str]:
    return [urlsplit(entry.findtext(f"{ATOM}id") or "").path.lstrip("/") for entry in ET.fromstring(text).findall(f"{ATOM}entry")]


@pytest.mark.parametrize("query", ["q=library", "", "q=library&committee=ash/committee/1", "year=2024", "q=bungalow&from=2025", "q=zebra"])
def test_the_feed_of_a_search_has_what_the_page_has_newest_first(library: FlaskClient, query: str) -> None:
    page = library.get(f"/search?{query}&sort=newest").get_data(as_text=True)
    shown = re.findall(r'<h3><a href="/(ash/item/\w+)"', page)
    assert ids_of(library.get(f"/search.atom?{query}").data) == shown
    assert ids_of(library.get(f"/search.atom?{query}&sort=oldest").data) == shown
    assert [one["item_id"] for one in library.get(f"/search.json?{query}&sort=newest").get_json()["results"]] == shown


@pytest.mark.parametrize(
    ("path", "query"),
    [("/ash.atom", "council=ash"), ("/ash/committee/1.atom", "committee=ash/committee/1"), ("/ash/person/1.atom", "speaker=ash/person/1")],
)
def test_the_feed_of_a_record_has_its_newest_items(library: FlaskClient, path: str, query: str) -> None:
    ids = ids_of(library.get(path).data)
    assert ids == ids_of(library.get(f"/search.atom?{query}").data)
    assert ids


def test_somebody_from_the_public_has_no_feed(library: FlaskClient) -> None:
    assert library.get("/ash/person/9.atom").status_code == 404


def told(client: FlaskClient, item: str) -> tuple[str | None, str | None]:
    for entry in ET.fromstring(client.get("/ash/committee/1.atom").data).findall(f"{ATOM}entry"):
        if (entry.findtext(f"{ATOM}id") or "").endswith(item):
            return entry.findtext(f"{ATOM}published"), entry.findtext(f"{ATOM}updated")
    raise AssertionError(f"{item} is not in the feed")


def test_an_item_is_told_of_again_only_when_its_own_words_are_others(library: FlaskClient) -> None:
    site = library.application.extensions["minutebook"]
    first = "2026-01-02T00:00:00Z"
    assert told(library, "ash/item/130") == (first, first)
    assert library.get("/ash/committee/1.atom").data == library.get("/ash/committee/1.atom").data
    keeper = open_keeper(site.config)
    found = keeper.meeting("ash/meeting/13")
    items = tuple(AgendaItem(**{**one.__dict__, "text": "The appeal was won."}) if one.id == "ash/item/130" else one for one in found.items)
    meeting = Meeting(**{**found.meeting.__dict__, "title": "Later"})
    keeper.keep(MeetingRecords(meeting, items, speeches=found.speeches), "other", (2,), datetime(2026, 2, 3, tzinfo=UTC))
    keeper.close()
    assert told(library, "ash/item/130") == (first, "2026-02-03T00:00:00Z")
    assert told(library, "ash/item/131") == (first, first)


def test_a_search_that_cannot_be_made_is_refused_in_json(library: FlaskClient) -> None:
    for query in ("page=0", "from=yesterday", "sort=body"):
        answer = library.get(f"/search.atom?{query}")
        assert (answer.status_code, answer.mimetype) == (400, "application/json")
        assert len(answer.get_json()["error"]["message"]) > 20
