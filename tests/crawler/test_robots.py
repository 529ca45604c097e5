"""robots.txt is asked for once, decided by status, and obeyed; a refusal says what can be done about it."""

from __future__ import annotations

import pytest
from raw_site import page, redirect

from archive.errors import Forbidden, Unreachable

RULES = b"""\xef\xbb\xbfUser-agent: minutebook
Disallow: /ieDocSearch.aspx
Disallow: /*&private=1$

# A clerk's rule for everybody else.
User-agent: *
Disallow: /
"""


def test_the_rules_for_us_are_obeyed_and_asked_for_once(serve, fetcher_for, link):
    site = serve(
        {"/robots.txt": page(RULES), "/mgAi.aspx?ID=1": page(), "/ieDocSearch.aspx?q=a": page(), "/a?b=1&private=1": page(), "/a?b=1&private=10": page()}
    )
    fetcher = fetcher_for(site.base)
    for path in ("/ieDocSearch.aspx?q=a", "/a?b=1&private=1"):
        with pytest.raises(Forbidden):
            fetcher.fetch(link(site.base + path))
    for path in ("/mgAi.aspx?ID=1", "/a?b=1&private=10"):
        assert fetcher.fetch(link(site.base + path)).status == 200
    assert [one.path for one in site.requests] == ["/robots.txt", "/mgAi.aspx?ID=1", "/a?b=1&private=10"]


def test_a_refusal_says_who_refuses_and_what_the_council_can_do(serve, fetcher_for, link):
    site = serve({"/robots.txt": page(b"User-agent: *\nDisallow: /"), "/a": page()})
    with pytest.raises(Forbidden) as raised:
        fetcher_for(site.base).fetch(link(f"{site.base}/a"))
    assert f"{site.base}/robots.txt" in raised.value.why
    assert 'council can let it in by adding "User-agent: Minutebook"' in raised.value.why
    assert site.paths == []


def test_where_a_redirect_leads_is_asked_of_robots_too(serve, fetcher_for, link):
    site = serve({"/robots.txt": page(b"User-agent: *\nDisallow: /private"), "/a": redirect("/public/../private/b"), "/private/b": page()})
    with pytest.raises(Forbidden, match=r"robots\.txt"):
        fetcher_for(site.base).fetch(link(f"{site.base}/a"))
    assert site.paths == ["/a"]


@pytest.mark.parametrize(
    "robots",
    [
        page(b""),
        page(b"", "204 No Content"),
        page(b"<html><body>Not found</body></html>"),
        page(b"\xff\xfe\0\0junk"),
        page(b"", "404 Not Found"),
        page(b"", "410 Gone"),
        page(b"", "400 Bad Request"),
        page(b"", "405 Method Not Allowed"),
    ],
)
def test_where_there_are_no_rules_all_is_allowed(serve, fetcher_for, link, robots):
    site = serve({"/robots.txt": robots, "/a": page()})
    assert fetcher_for(site.base).fetch(link(f"{site.base}/a")).status == 200


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden"])
def test_a_robots_txt_that_is_refused_is_a_refusal(serve, fetcher_for, link, status):
    site = serve({"/robots.txt": page(b"", status), "/a": page()})
    fetcher = fetcher_for(site.base)
    for _ in range(2):
        with pytest.raises(Forbidden, match=r"robots\.txt could not be read.*ask the council"):
            fetcher.fetch(link(f"{site.base}/a"))
    assert [one.path for one in site.requests] == ["/robots.txt"]


@pytest.mark.parametrize(
    "robots",
    [
        page(b"", "500 Internal Server Error"),
        page(b"User-agent: *\nAllow: /", "503 Service Unavailable"),
        page(b"", "429 Too Many Requests"),
        page(b"", "302 Found"),
        page(b"", "304 Not Modified"),
        redirect("/robots.txt"),
        b"",
        page(b"Dis", Content_Length="900"),
        page(b"no gzip", Content_Encoding="gzip"),
    ],
)
def test_rules_that_cannot_be_read_may_forbid_anything_so_nothing_is_asked_tonight(serve, fetcher_for, link, robots):
    site = serve({"/robots.txt": robots, "/a": page()})
    fetcher = fetcher_for(site.base)
    for _ in range(2):
        with pytest.raises(Unreachable, match=r"robots\.txt could not be read, so nothing is asked of this site tonight"):
            fetcher.fetch(link(f"{site.base}/a"))
    assert site.paths == []


def test_robots_txt_is_tried_again_like_any_page(serve, fetcher_for, link):
    site = serve({"/robots.txt": [page(b"", "503 Busy"), page(b"User-agent: *\nDisallow: /b")], "/a": page()})
    assert fetcher_for(site.base, TRIES=2).fetch(link(f"{site.base}/a")).status == 200


def test_robots_txt_is_followed_through_redirects_of_the_site(serve, fetcher_for, link):
    site = serve(
        {"/robots.txt": redirect("/1"), **{f"/{n}": redirect(f"/{n + 1}") for n in range(1, 5)}, "/5": page(b"User-agent: *\nDisallow: /a"), "/a": page()}
    )
    with pytest.raises(Forbidden, match="obeyed"):
        fetcher_for(site.base).fetch(link(f"{site.base}/a"))


def test_robots_txt_at_another_host_is_not_asked_for(serve, fetcher_for, link):
    other = serve({"/robots.txt": page(b"")})
    site = serve({"/robots.txt": redirect(f"{other.base}/robots.txt"), "/a": page()})
    with pytest.raises(Forbidden, match=f"leads to {other.base}"):
        fetcher_for(site.base).fetch(link(f"{site.base}/a"))
    assert (other.connections, site.paths) == (0, [])


def test_the_first_500_kib_of_robots_txt_count_and_the_rest_does_not(serve, fetcher_for, link):
    filler = b"# " + b"x" * 97 + b"\n"
    rules = b"User-agent: *\nDisallow: /early\n" + filler * 6000 + b"Disallow: /late\n"
    site = serve({"/robots.txt": page(rules), "/early": page(), "/late": page()})
    fetcher = fetcher_for(site.base, TOTAL_TIMEOUT=5)
    with pytest.raises(Forbidden):
        fetcher.fetch(link(f"{site.base}/early"))
    assert fetcher.fetch(link(f"{site.base}/late")).status == 200


def test_each_host_has_its_own_rules(serve, fetcher_for, link):
    closed, free = serve({"/robots.txt": page(b"User-agent: *\nDisallow: /"), "/a": page()}), serve({"/a": page()})
    fetcher = fetcher_for(closed.base, free.base)
    with pytest.raises(Forbidden):
        fetcher.fetch(link(f"{closed.base}/a"))
    assert fetcher.fetch(link(f"{free.base}/a")).status == 200
