"""The faults of the look-alike council site, seen through a Fetcher."""

from __future__ import annotations

import pytest

from archive.crawler.robots import PATH as ROBOTS
from archive.errors import FetchError, Forbidden, Unreachable

pytestmark = pytest.mark.shared
PAGE = "/ieListMeetings.aspx?CId=135"


@pytest.fixture(scope="module")
def site(council_site):
    return council_site()


@pytest.mark.parametrize(
    ("fault", "options", "kind", "words"),
    [
        ("unavailable", {}, Unreachable, "503"),
        ("too_many", {}, Unreachable, "429"),
        ("error", {}, Unreachable, "500"),
        ("slow_first_byte", {"seconds": 2}, Unreachable, "nothing for"),
        ("drip", {"bytes_per_second": 200}, Unreachable, "not whole after"),
        ("reset", {}, Unreachable, "broke"),
        ("wrong_length", {}, Unreachable, "broke"),
        ("gzip_bomb", {"megabytes": 5}, Unreachable, "larger than"),
        ("redirect_loop", {}, Unreachable, "more than 5 times"),
        ("redirect_metadata", {}, Forbidden, "169.254.169.254"),
        ("redirect_elsewhere", {}, Forbidden, "leads to"),
    ],
)
def test_a_fault_of_the_site_is_told_in_words_and_passes(site, fetcher_for, link, fault, options, kind, words):
    fetcher = fetcher_for(site.base, **{"nothing for": {"READ_TIMEOUT": 0.5}, "not whole after": {"TOTAL_TIMEOUT": 1}}.get(words, {}))
    site.control(faults={fault: options})
    try:
        with pytest.raises(FetchError, match=words) as raised:
            fetcher.fetch(link(site.base + PAGE))
    finally:
        site.control(faults={})
    assert type(raised.value) is kind
    assert fetcher.fetch(link(site.base + PAGE)).status == 200


def test_a_site_that_is_picky_about_names_lets_us_in(site, fetcher_for, link):
    site.control(faults={"picky": True})
    try:
        assert fetcher_for(site.base).fetch(link(site.base + PAGE)).status == 200
    finally:
        site.control(faults={})


def test_a_robots_txt_that_refuses_everything_costs_one_request(site, fetcher_for, link):
    site.control(faults={"robots_deny": True}, clear_log=True)
    try:
        with pytest.raises(Forbidden, match=r"robots\.txt"):
            fetcher_for(site.base).fetch(link(site.base + PAGE))
    finally:
        site.control(faults={})
    assert [one["path"] for one in site.log()["requests"]] == [ROBOTS]
