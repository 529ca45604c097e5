"""What is behind an address that somebody typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import PAGES, capture_of

from archive.councils import Source
from archive.errors import ArchiveError, Forbidden, Missing, ReadError, Unreachable
from archive.records import Capture, Link
from archive.sources.discover import discover

COMMITTEES, XML = (PAGES / "committees.html").read_bytes(), (PAGES / "committees.xml").read_bytes()


class Site:
    """A site of a few pages; everything else is missing."""

    def __init__(self, pages: dict[str, bytes], moved: dict[str, str] | None = None, refuses: ArchiveError | None = None, down: str = "") -> None:
        self.pages, self.moved, self.refuses, self.down = pages, moved or {}, refuses, down
        self.asked: list[str] = []
        self.allowed: list[Source] = []

    def allow(self, source: Source) -> None:
        self.allowed.append(source)

    def fetch(self, link: Link) -> Capture:
        self.asked.append(link.url)
        if self.down and link.url.startswith(self.down):
            raise Unreachable(link.url, "nobody answers")
        if self.refuses:
            raise self.refuses
        url = self.moved.get(link.url, link.url)
        if url not in self.pages:
            raise Missing(link.url, "404")
        return capture_of(link, self.pages[url], url)


ROOT = "https://meetings.oak.example"


@pytest.mark.parametrize(
    "address",
    [
        ROOT,
        f"{ROOT}/",
        "meetings.oak.example",
        " meetings.oak.example ",
        f"{ROOT}/ieListDocuments.aspx?MId=3",
        f"{ROOT}/(S(ab12))/mgAi.aspx?ID=4",
        f"{ROOT}/ieLogon.aspx/x",
    ],
)
def test_any_page_of_the_site_will_do(address: str) -> None:
    site = Site({f"{ROOT}/mgListCommittees.aspx": COMMITTEES})
    found = discover(address, False, site.allow, site.fetch)
    assert found.source == Source(ROOT)
    assert found.name == "Oakhampton Borough Council"
    assert found.languages == ("en", "cy")
    assert "does not answer" in found.notes[1]


def test_the_service_is_used_where_it_answers() -> None:
    site = Site({f"{ROOT}/mgListCommittees.aspx": COMMITTEES, f"{ROOT}/mgWebService.asmx/GetCommittees": XML})
    found = discover(ROOT, True, site.allow, site.fetch)
    assert found.source == Source(ROOT, service=True, loopback=True)
    assert found.notes[1] == "that its web service answers, with 2 committees"


@pytest.mark.parametrize("answer", [b"<html><body>redirectToHttps()</body></html>", XML[:90], b""])
def test_what_is_no_xml_is_no_service(answer: bytes) -> None:
    site = Site({f"{ROOT}/mgListCommittees.aspx": COMMITTEES, f"{ROOT}/mgWebService.asmx/GetCommittees": answer})
    assert not discover(ROOT, False, site.allow, site.fetch).source.service


def test_the_path_before_the_pages_is_found() -> None:
    site = Site({f"{ROOT}/a/moderngov/mgListCommittees.aspx": COMMITTEES})
    assert discover(f"{ROOT}/a/moderngov/deep/page.aspx", False, site.allow, site.fetch).source.base == f"{ROOT}/a/moderngov"
    site = Site({f"{ROOT}/moderngov/mgListCommittees.aspx": COMMITTEES})
    assert discover(ROOT, False, site.allow, site.fetch).source.base == f"{ROOT}/moderngov"
    assert len(site.asked) < 5


def test_a_redirect_shows_where_the_pages_are_now() -> None:
    safe = ROOT.replace("https", "http")
    site = Site({f"{ROOT}/new/mgListCommittees.aspx": COMMITTEES}, {f"{safe}/mgListCommittees.aspx": f"{ROOT}/new/mgListCommittees.aspx"})
    assert discover(safe, False, site.allow, site.fetch).source.base == f"{ROOT}/new"


def test_a_site_without_safe_connections_is_found_if_nobody_asked_for_one() -> None:
    site = Site({"http://meetings.oak.example/mgListCommittees.aspx": COMMITTEES}, down="https://")
    assert discover("meetings.oak.example", False, site.allow, site.fetch).source.base == "http://meetings.oak.example"
    with pytest.raises(Unreachable, match="nobody answers"):
        discover(ROOT, False, site.allow, site.fetch)


def test_a_site_that_refuses_is_asked_no_more() -> None:
    site = Site({}, refuses=Forbidden(f"{ROOT}/mgListCommittees.aspx", "its robots.txt refuses"))
    with pytest.raises(Forbidden, match=r"robots\.txt refuses.*democratic services"):
        discover(ROOT, False, site.allow, site.fetch)
    assert len(site.asked) == 1


@pytest.mark.parametrize("body", [None, b"<html><body>Welcome to Oak</body></html>"])
def test_a_site_of_another_kind_is_said_to_be_one(body: bytes | None) -> None:
    site = Site({f"{ROOT}/mgListCommittees.aspx": body} if body else {})
    with pytest.raises(ReadError, match="no ModernGov pages were found there"):
        discover(ROOT, False, site.allow, site.fetch)


@pytest.mark.parametrize("address", ["", "https://", "   "])
def test_no_address_is_said_to_be_none(address: str) -> None:
    site = Site({})
    with pytest.raises(ReadError, match="no address"):
        discover(address, False, site.allow, site.fetch)


@pytest.mark.shared
@pytest.mark.parametrize(("skin", "prefix"), [("plain", ""), ("county", "/moderngov"), ("london", "")])
def test_the_look_alike_site_is_found_on_every_skin(council_site: Callable[..., object], skin: str, prefix: str) -> None:
    import urllib.error
    import urllib.request

    site = council_site(skin=skin, prefix=prefix)

    def fetch(link: Link) -> Capture:
        try:
            with urllib.request.urlopen(link.url) as answer:
                return capture_of(link, answer.read(), answer.geturl())
        except urllib.error.HTTPError as error:
            raise Missing(link.url, str(error)) from error

    base = str(site.base)  # type: ignore[attr-defined]
    found = discover(base, True, lambda _: None, fetch)
    assert found.source == Source(base, service=skin == "plain", loopback=True)
    assert found.name == "Marlshire County Council"
