"""A server is asked no faster than it likes, and left alone when it fails or says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from raw_site import at_home, page

from archive.crawler.politeness import seconds_asked
from archive.errors import Forbidden, Missing, Unreachable

BUSY = page(b"", "503 Service Unavailable")
BROKEN = page(b"", "500 Internal Server Error")


@pytest.fixture
def far(serve, fetcher_for):
    """A site that goes by a name, as another machine does, and a Fetcher for it: ``far(answers, **settings)``."""

    def make(answers, **settings):
        site = serve(answers)
        base = f"http://council.example:{site.port}"
        return site, base, fetcher_for(base, resolve=at_home, **settings)

    return make


def test_the_gap_is_kept_from_the_end_of_a_request_to_the_start_of_the_next(far, link, clock):
    _, base, fetcher = far({"/a": page(), "/b": page()}, GAP=2)
    fetcher.fetch(link(f"{base}/a"))
    clock.seconds += 0.5
    fetcher.fetch(link(f"{base}/b"))
    clock.seconds += 10
    fetcher.fetch(link(f"{base}/b"))
    assert clock.sleeps == [2, 1.5]


def test_this_machine_is_not_waited_for(serve, fetcher_for, link, clock):
    site = serve({"/a": clock.passes(3, page()), "/robots.txt": page(b"User-agent: *\nCrawl-delay: 20"), "/busy": [BUSY, BUSY, page()]})
    fetcher = fetcher_for(site.base, GAP=2, TRIES=3)
    for path in ("/a", "/a", "/busy"):
        fetcher.fetch(link(site.base + path))
    assert clock.sleeps == []


def test_servers_do_not_wait_for_each_other(serve, fetcher_for, link, clock):
    sites = [serve({"/": page()}) for _ in range(2)]
    bases = [f"http://council.example:{site.port}" for site in sites]
    fetcher = fetcher_for(*bases, resolve=at_home, GAP=2)
    for base in bases:
        fetcher.fetch(link(base))
    assert clock.sleeps == [2, 2]  # Each between a robots.txt and the page.


def test_a_slow_answer_makes_the_gap_longer_and_a_quick_one_shorter_again(far, link, clock):
    _, base, fetcher = far({"/slow": clock.passes(3, page()), "/quick": page()}, GAP=2, GAP_FACTOR=5)
    for path in ("/slow", "/quick", "/quick"):
        fetcher.fetch(link(base + path))
    assert clock.sleeps == [2, 15, 2]


def test_a_quick_failure_does_not_make_the_gap_shorter(far, link, clock):
    _, base, fetcher = far({"/slow": clock.passes(3, page()), "/quick": page()}, GAP=2, GAP_FACTOR=5)
    fetcher.fetch(link(f"{base}/slow"))
    with pytest.raises(Missing):
        fetcher.fetch(link(f"{base}/missing"))
    fetcher.fetch(link(f"{base}/quick"))
    assert clock.sleeps == [2, 15, 15]


def test_the_gap_grows_up_to_its_limit(far, link, clock):
    _, base, fetcher = far({"/slow": clock.passes(40, page())}, GAP=2, GAP_FACTOR=5, MAX_GAP=60)
    for _ in range(2):
        fetcher.fetch(link(f"{base}/slow"))
    assert clock.sleeps == [2, 60]


@pytest.mark.parametrize(("asked", "gap"), [("7", 7), ("1", 2), ("0.5", 2), ("600", 60), ("-3", 2), ("soon", 2), ("nan", 2), ("inf", 2)])
def test_a_crawl_delay_is_obeyed_up_to_the_longest_gap(far, link, clock, asked, gap):
    _, base, fetcher = far({"/robots.txt": page(f"User-agent: *\nCrawl-delay: {asked}".encode()), "/": page()}, GAP=2, MAX_GAP=60)
    for _ in range(2):
        fetcher.fetch(link(base))
    assert clock.sleeps == [gap, gap]


def test_a_failure_that_may_pass_is_tried_again_after_growing_pauses_at_random(far, link, clock):
    site, base, fetcher = far({"/a": [BROKEN, b"", BUSY, page(b"at last")]}, GAP=2, TRIES=4)
    assert fetcher.fetch(link(f"{base}/a")).body == b"at last"
    assert len(site.paths) == 4
    gap, first, second, third = clock.sleeps
    assert gap == 2
    assert 2 <= first <= 4
    assert 2 <= second <= 8
    assert 2 <= third <= 16


def test_the_pauses_before_further_tries_differ_and_do_not_grow_for_ever(far, link, clock):
    _, base, fetcher = far({"/a": BROKEN}, GAP=2, MAX_GAP=30, TRIES=20)
    with pytest.raises(Unreachable):
        fetcher.fetch(link(f"{base}/a"))
    pauses = clock.sleeps[1:]
    assert len(pauses) == 19
    assert len(set(pauses)) > 10
    assert 2 < max(pauses) <= 30


def test_tries_come_to_an_end_and_are_told(far, link):
    site, base, fetcher = far({"/a": BUSY}, TRIES=3)
    with pytest.raises(Unreachable, match=r"503 \(Service Unavailable\).*asked 3 times"):
        fetcher.fetch(link(f"{base}/a"))
    assert len(site.paths) == 3


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_a_pause_that_the_server_asks_for_is_kept(far, link, clock, status):
    _, base, fetcher = far({"/a": [page(b"", status, Retry_After="90"), page()]}, TRIES=2, GAP=2)
    fetcher.fetch(link(f"{base}/a"))
    assert clock.sleeps == [2, 90]


def test_a_pause_asked_for_at_the_last_try_is_kept_before_the_next_page(far, link, clock):
    _, base, fetcher = far({"/a": page(b"", "503 Busy", Retry_After="90"), "/b": page()}, TRIES=1, GAP=2)
    with pytest.raises(Unreachable):
        fetcher.fetch(link(f"{base}/a"))
    fetcher.fetch(link(f"{base}/b"))
    assert clock.sleeps == [2, 90]


def test_a_pause_too_long_for_tonight_leaves_the_server_for_the_next_night(far, link, clock):
    site, base, fetcher = far({"/a": page(b"", "503 Busy", Retry_After="3600"), "/b": page()}, TRIES=3, MAX_RETRY_AFTER=120)
    with pytest.raises(Unreachable, match="pause of 3,600 seconds, so it is left for the next night"):
        fetcher.fetch(link(f"{base}/a"))
    with pytest.raises(Unreachable, match="left for the next night"):
        fetcher.fetch(link(f"{base}/b"))
    assert site.paths == ["/a"]


NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120), (" 0 ", 0), ("1.5", 1.5), (format_datetime(NOW + timedelta(minutes=2), usegmt=True), 120), (format_datetime(NOW - timedelta(days=1)), 0),
        ("Fri, 20 Nov 2026 03:01:00", 60), ("", None), ("soon", None), ("-5", None), ("²", None), ("1e9", None), ("9" * 500, None), ("Fri, 99 Nov 2026 03:01:00 GMT", None),
        ("Fri, 20 Nov 99999999999 03:01:00 GMT", None),
    ],
)  # fmt: skip
def test_retry_after_is_read_as_seconds_or_as_a_date_and_else_ignored(header, seconds):
    assert seconds_asked(header, NOW) == seconds


def test_a_server_that_only_fails_is_left_for_the_next_night(far, link):
    site, base, fetcher = far({f"/{n}": BROKEN for n in range(9)}, MAX_FAILURES=5)
    for n in range(5):
        with pytest.raises(Unreachable, match="500"):
            fetcher.fetch(link(f"{base}/{n}"))
    for n in range(5, 9):
        with pytest.raises(Unreachable, match="failed 5 times in a row, so it is left for the next night"):
            fetcher.fetch(link(f"{base}/{n}"))
    assert len(site.paths) == 5


def test_a_server_that_dies_in_the_middle_is_left_after_its_last_good_page_fails_too(far, link):
    site, base, fetcher = far({"/good": [page(), BROKEN], **{f"/{n}": BROKEN for n in range(9)}}, MAX_FAILURES=3)
    fetcher.fetch(link(f"{base}/good"))
    for n in range(9):
        with pytest.raises(Unreachable):
            fetcher.fetch(link(f"{base}/{n}"))
    assert site.paths == ["/good", "/0", "/1", "/2", "/good"]


def test_pages_that_are_broken_do_not_close_a_server_that_is_well(far, link):
    site, base, fetcher = far({"/good": page(), **{f"/{n}": BROKEN for n in range(9)}, "/last": page()}, MAX_FAILURES=3)
    fetcher.fetch(link(f"{base}/good"))
    for n in range(9):
        with pytest.raises(Unreachable, match="500"):
            fetcher.fetch(link(f"{base}/{n}"))
    assert fetcher.fetch(link(f"{base}/last")).status == 200
    assert site.paths.count("/good") == 4


def test_a_missing_page_is_an_answer_and_no_failure(far, link):
    _, base, fetcher = far({"/bad": BROKEN, "/good": page()}, MAX_FAILURES=2)
    for path in ("/bad", "/missing") * 4:
        with pytest.raises((Unreachable, Missing)):
            fetcher.fetch(link(base + path))
    assert fetcher.fetch(link(f"{base}/good")).status == 200


def test_a_server_that_refuses_three_pages_in_a_row_is_asked_no_more(far, link):
    site, base, fetcher = far({f"/{n}": page(b"", "403 Forbidden") for n in range(6)})
    for n in range(3):
        with pytest.raises(Forbidden, match="403"):
            fetcher.fetch(link(f"{base}/{n}"))
    for n in range(3, 6):
        with pytest.raises(Forbidden, match=r"refused 3 pages in a row.*ask the council"):
            fetcher.fetch(link(f"{base}/{n}"))
    assert len(site.paths) == 3


def test_refused_pages_do_not_close_a_server_that_lets_us_in_elsewhere(far, link):
    _, base, fetcher = far({"/good": page(), **{f"/{n}": page(b"", "403 Forbidden") for n in range(7)}})
    fetcher.fetch(link(f"{base}/good"))
    for n in range(7):
        with pytest.raises(Forbidden, match="403"):
            fetcher.fetch(link(f"{base}/{n}"))
    assert fetcher.fetch(link(f"{base}/good")).status == 200


def test_a_server_that_is_left_does_not_take_the_others_with_it(serve, fetcher_for, link):
    dead, well = serve({f"/{n}": BROKEN for n in range(5)}), serve({"/": page()})
    fetcher = fetcher_for(dead.base, well.base, MAX_FAILURES=2)
    for n in range(4):
        with pytest.raises(Unreachable):
            fetcher.fetch(link(f"{dead.base}/{n}"))
    assert fetcher.fetch(link(well.base)).status == 200
