"""What a Fetcher promises about pages, statuses, redirects and about itself."""

from __future__ import annotations

import hashlib
import threading
from datetime import UTC, datetime, timedelta

import pytest
from raw_site import page, redirect

from archive.config import load
from archive.crawler.fetcher import rules_from
from archive.errors import FetchError, Forbidden, Missing, SettingError, Unreachable


def test_a_capture_says_what_was_sent_when_and_from_where(serve, fetcher_for, link):
    site = serve({"/old": redirect("/new?a=1"), "/new?a=1": page(b"caf\xe9", Content_Type='Text/HTML; Charset="ISO-8859-1"')})
    capture = fetcher_for(site.base).fetch(asked := link(f"{site.base}/old"))
    assert capture.link is asked
    assert capture.url == f"{site.base}/new?a=1"
    assert (capture.status, capture.media_type, capture.charset, capture.body) == (200, "text/html", "ISO-8859-1", b"caf\xe9")
    assert capture.sha256 == hashlib.sha256(b"caf\xe9").hexdigest()
    assert abs(datetime.now(UTC) - capture.fetched_at) < timedelta(seconds=5)
    assert capture.fetched_at.utcoffset() == timedelta(0)


def test_a_server_that_names_no_type_gives_empty_words(serve, fetcher_for, link):
    site = serve({"/": b"HTTP/1.1 200 OK\r\n\r\nhello"})
    capture = fetcher_for(site.base).fetch(link(site.base))
    assert (capture.media_type, capture.charset, capture.body) == ("", "", b"hello")


def test_every_request_names_the_program_its_version_and_whom_to_ask(serve, fetcher_for, link):
    site = serve({"/": page()})
    fetcher_for(site.base, CONTACT="https://archive.example/crawl").fetch(link(site.base))
    agents = {one.headers["user-agent"] for one in site.requests}
    assert len(site.requests) == 2
    assert agents == {rules_from(load(CONTACT="https://archive.example/crawl")).user_agent}
    agent = agents.pop()
    assert agent.startswith("Minutebook/")
    assert agent.endswith(" (+https://archive.example/crawl)")
    assert "python-requests" not in agent


def test_a_crawl_of_another_machine_does_not_start_without_a_contact(fetcher_for):
    with pytest.raises(SettingError, match="CONTACT"):
        fetcher_for("https://democracy.council.example", CONTACT="", loopback=False)
    with pytest.raises(SettingError, match="CONTACT"):
        fetcher_for("https://democracy.council.example", CONTACT="", loopback=True)


def test_a_crawl_of_this_machine_needs_no_contact(serve, fetcher_for, link):
    site = serve({"/": page()})
    assert fetcher_for(site.base, CONTACT="").fetch(link(site.base)).status == 200
    assert site.requests[0].headers["user-agent"].startswith("Minutebook/")


@pytest.mark.parametrize("contact", ["nobody", "Clerk <clerk@council.example>", "clérk@council.example", "a@b.example\r\nX-Evil: 1"])
def test_a_contact_that_cannot_be_sent_or_reached_is_a_wrong_setting(contact):
    with pytest.raises(SettingError, match="CONTACT"):
        rules_from(load(CONTACT=contact))


@pytest.mark.parametrize("setting", ["TRIES", "MAX_BYTES", "TOTAL_TIMEOUT", "READ_TIMEOUT", "CONNECT_TIMEOUT", "MAX_FAILURES"])
def test_a_limit_that_lets_nothing_through_is_a_wrong_setting(setting):
    with pytest.raises(SettingError, match=setting):
        rules_from(load(**{setting: 0}))


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("404 Not Found", Missing),
        ("410 Gone", Missing),
        ("401 Unauthorized", Forbidden),
        ("403 Forbidden", Forbidden),
        ("451 Unavailable For Legal Reasons", Forbidden),
        ("304 Not Modified", Unreachable),
        ("302 Found", Unreachable),
        ("202 Accepted", Unreachable),
        ("400 Bad Request", Unreachable),
        ("408 Request Timeout", Unreachable),
        ("429 Too Many Requests", Unreachable),
        ("500 Internal Server Error", Unreachable),
        ("503 Service Unavailable", Unreachable),
        ("599 Odd", Unreachable),
    ],
)
def test_a_status_is_a_decision(serve, fetcher_for, link, status, kind):
    site = serve({"/a": page(b"words", status)})
    with pytest.raises(FetchError) as raised:
        fetcher_for(site.base).fetch(link(f"{site.base}/a"))
    assert type(raised.value) is kind
    assert raised.value.url == f"{site.base}/a"
    assert status[:3] in raised.value.why


def test_an_empty_page_is_a_page(serve, fetcher_for, link):
    site = serve({"/": page(b"")})
    assert fetcher_for(site.base).fetch(link(site.base)).body == b""


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"])
def test_a_redirect_within_the_site_is_followed(serve, fetcher_for, link, status):
    site = serve({"/a": redirect("b/c", status), "/b/c": page(b"here")})
    assert fetcher_for(site.base).fetch(link(f"{site.base}/a")).body == b"here"


def test_five_redirects_are_followed_and_a_sixth_is_not(serve, fetcher_for, link):
    site = serve({**{f"/{n}": redirect(f"/{n + 1}") for n in range(7)}, "/7": page()})
    fetcher = fetcher_for(site.base)
    assert fetcher.fetch(link(f"{site.base}/2")).url == f"{site.base}/7"
    with pytest.raises(Unreachable, match="more than 5 times"):
        fetcher.fetch(link(f"{site.base}/1"))


@pytest.mark.parametrize(
    "to",
    [
        "http://elsewhere.example/",
        "//elsewhere.example/",
        "https://127.0.0.1/",
        "ftp://127.0.0.1/",
        "javascript:void(0)",
        "http://user:pw@127.0.0.1/",
        "http://[",
    ],
)
def test_a_redirect_to_anywhere_else_is_refused_and_named(serve, fetcher_for, link, to):
    site = serve({"/a": redirect(to), "/b": page()})
    fetcher = fetcher_for(site.base)
    with pytest.raises(Forbidden, match="leads to") as raised:
        fetcher.fetch(link(f"{site.base}/a"))
    assert to.strip("/").split("/")[-1].split("@")[-1] in raised.value.why
    assert fetcher.fetch(link(f"{site.base}/b")).status == 200


def test_a_host_port_or_scheme_that_was_not_named_is_not_asked(serve, fetcher_for, link):
    named, other = serve({"/": page()}), serve({"/": page()})
    fetcher = fetcher_for(named.base)
    for url in (other.base, f"https://127.0.0.1:{named.port}/", f"http://localhost:{named.port}/", f"http://127.0.0.1:{named.port}@elsewhere.example/"):
        with pytest.raises(Forbidden):
            fetcher.fetch(link(url))
    assert (named.connections, other.connections, fetcher.requests) == (0, 0, 0)


def test_the_move_of_a_host_from_http_to_https_is_allowed_and_the_way_back_is_not(fetcher_for, link):
    fetcher = fetcher_for("http://council.example", resolve=lambda *_, **__: [])
    with pytest.raises(Unreachable):
        fetcher.fetch(link("https://council.example/"))
    fetcher = fetcher_for("https://council.example", resolve=lambda *_, **__: [])
    with pytest.raises(Forbidden):
        fetcher.fetch(link("http://council.example/"))


def test_addresses_are_sent_encoded_and_without_fragment(serve, fetcher_for, link):
    site = serve({"/documents/s1/Annual%20report%20caf%C3%A9%20100%25.pdf?T=10&q=a%20b": page()})
    fetcher_for(site.base).fetch(link(f"{site.base}/documents/s1/Annual report\r\n café 100%.pdf?T=10&q=a%20b#AI59"))
    assert site.paths == ["/documents/s1/Annual%20report%20caf%C3%A9%20100%25.pdf?T=10&q=a%20b"]


def test_cookies_last_for_one_run(serve, fetcher_for, link):
    site = serve({"/a": page(Set_Cookie="ASP.NET_SessionId=abc; path=/"), "/b": page()})
    fetcher = fetcher_for(site.base)
    fetcher.fetch(link(f"{site.base}/a"))
    fetcher.fetch(link(f"{site.base}/b"))
    fetcher_for(site.base).fetch(link(f"{site.base}/b"))
    assert [one.headers.get("cookie") for one in site.requests if one.path == "/b"] == ["ASP.NET_SessionId=abc", None]


def test_the_proxies_and_passwords_of_the_environment_are_left_alone(serve, fetcher_for, link, monkeypatch, tmp_path):
    site, proxy = serve({"/": page()}), serve({})
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.base)
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login clerk password secret")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    fetcher_for(site.base).fetch(link(site.base))
    assert proxy.connections == 0
    assert all("authorization" not in one.headers for one in site.requests)


def test_requests_are_counted_with_robots_redirects_and_tries(serve, fetcher_for, link):
    site = serve({"/a": redirect("/b"), "/b": [page(b"", "503 Busy"), page()]})
    fetcher = fetcher_for(site.base, TRIES=2)
    fetcher.fetch(link(f"{site.base}/a"))
    assert fetcher.requests == len(site.requests) == 4


def test_threads_share_a_fetcher_with_one_connection_a_server(serve, fetcher_for, link):
    pages = {f"/{n}": page(str(n).encode()) for n in range(8)}
    sites = [serve(pages), serve(pages)]
    fetcher = fetcher_for(*(site.base for site in sites))
    bodies: list[bytes] = []
    threads = [threading.Thread(target=lambda s=site, n=n: bodies.append(fetcher.fetch(link(f"{s.base}/{n}")).body)) for site in sites for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(bodies) == sorted([str(n).encode() for n in range(8)] * 2)
    assert [site.most_open for site in sites] == [1, 1]
    assert fetcher.requests == 18
