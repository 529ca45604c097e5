"""No misbehaviour of a server holds a crawl up, fills the memory, or passes for a page that it is not."""

from __future__ import annotations

import gzip
import socket
import struct
import threading
import time
import tracemalloc
import zlib

import pytest
from raw_site import CERTIFICATE, at_home, drip, page, redirect

from archive.errors import FetchError, Forbidden, Missing, Unreachable

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
LIMITS = {"nothing for": {"READ_TIMEOUT": 0.3}, "not whole": {"TOTAL_TIMEOUT": 1, "READ_TIMEOUT": 20}}
"""One short limit for each of the words that tell of it; the others are so long that they cannot be reached first."""
LONGEST = 8
"""Seconds: the servers here go on for longer, and a busy machine does not need as long."""


def stall(start: bytes = b""):
    """Send something, then nothing for longer than anybody waits."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        connection.settimeout(30)
        connection.recv(1)

    return answer


def reset(start: bytes):
    """Send something, then reset the connection."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        time.sleep(0.02)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    return answer


def bomb(megabytes: int) -> bytes:
    """A little gzip that unpacks to very much."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()


def packed(body: bytes, coding: str = "gzip") -> bytes:
    return page(body, Content_Encoding=coding)


FAILURES = {
    "dripped headers": (drip(OK, b"X-A: b\r\n"), "not whole after 1 seconds"),
    "one dripped header without end": (drip(OK + b"X-A: "), "not whole after 1 seconds"),
    "a dripped body": (drip(OK + b"\r\n"), "not whole after 1 seconds"),
    "a dripped body of known length": (drip(OK + b"Content-Length: 10000\r\n\r\n"), "not whole after 1 seconds"),
    "dripped chunks": (drip(CHUNKED, b"1\r\nx\r\n"), "not whole after 1 seconds"),
    "endless early hints": (drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "not whole after 1 seconds"),
    "no first byte": (stall(), "nothing for 0.3 seconds"),
    "silence in the middle": (stall(OK + b"Content-Length: 100\r\n\r\nhalf"), "nothing for 0.3 seconds"),
    "a body shorter than its length": (page(b"half", Content_Length="5000"), "broke.*more expected"),
    "chunks cut in the middle": (CHUNKED + b"40\r\nhalf", "broke"),
    "chunks without the last": (CHUNKED + b"4\r\nhalf\r\n", "broke"),
    "a chunk that is none": (CHUNKED + b"zz\r\nhalf\r\n", "broke"),
    "a cut gzip of known length": (page(gzip.compress(b"minutes" * 999)[:20], Content_Encoding="gzip", Content_Length="50"), "broke|unpacked"),
    "a reset in the body": (reset(OK + b"Content-Length: 900\r\n\r\nhalf"), "broke"),
    "a reset before the answer": (reset(b""), "broke"),
    "no answer at all": (b"", "broke"),
    "an answer that is none": (b"220 mail.council.example ESMTP\r\n", "broke"),
    "a header without end": (OK + b"X-A: " + b"a" * 200_000, "broke"),
    "too many headers": (OK + b"X-A: b\r\n" * 500 + b"\r\n", "broke"),
    "two lengths": (OK + b"Content-Length: 4\r\nContent-Length: 9\r\n\r\nhalf", "broke"),
    "damaged gzip": (packed(b"not packed at all"), "unpacked"),
    "a packing nobody asked for": (packed(b"\x0b\x02\x80", "br"), "not asked for"),
    "a gzip bomb": (packed(bomb(60)), "larger than 100,000 bytes"),
    "a gzip bomb within gzip": (packed(gzip.compress(bomb(60)), "gzip, gzip"), "larger than 100,000 bytes"),
    "a deflate bomb": (packed(zlib.compress(bytes(20_000_000)), "deflate"), "larger than 100,000 bytes"),
    "a chunked bomb": (
        CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n") + b"%x\r\n%s\r\n0\r\n\r\n" % (len(bomb(20)), bomb(20)),
        "larger than",
    ),
    "20 MB": (page(bytes(20_000_000)), "larger than 100,000 bytes"),
    "a page without end": (drip(OK + b"\r\n", bytes(50_000), 0.001), "larger than 100,000 bytes"),
    "a redirect loop": (redirect("/fault"), "more than 5 times"),
    "a redirect to nowhere": (page(b"", "302 Found"), "without saying where"),
    "304 never asked for": (page(b"", "304 Not Modified"), "304"),
    "206 never asked for": (page(b"part", "206 Partial Content"), "206"),
    "500": (page(b"", "500 Internal Server Error"), r"500 \(Internal Server Error\)"),
    "503 for an hour": (page(b"", "503 Service Unavailable", Retry_After="3600"), "pause of 3,600 seconds"),
}


@pytest.mark.parametrize("fault", FAILURES)
def test_a_failure_ends_in_time_is_told_in_words_and_is_never_a_page(serve, fetcher_for, link, fault):
    answer, words = FAILURES[fault]
    site = serve({"/fault": answer, "/good": page()})
    limits = next((limits for told, limits in LIMITS.items() if told in words), {})
    fetcher = fetcher_for(site.base, **limits)
    fetcher.fetch(link(f"{site.base}/good"))
    began = time.monotonic()
    with pytest.raises(Unreachable, match=words) as raised:
        fetcher.fetch(link(f"{site.base}/fault"))
    assert time.monotonic() - began < LONGEST or not limits
    assert raised.value.url == f"{site.base}/fault"
    assert "Error(" not in raised.value.why
    if "pause" not in words:
        assert fetcher.fetch(link(f"{site.base}/good")).status == 200


PAGES = {
    "a maintenance page": (page(b"<h1>Down for maintenance</h1>"), "text/html", b"<h1>Down for maintenance</h1>"),
    "an empty list": (page(b"<ul></ul>"), "text/html", b"<ul></ul>"),
    "a PDF instead of a page": (page(b"%PDF-1.7", Content_Type="application/pdf"), "application/pdf", b"%PDF-1.7"),
    "bytes that are no UTF-8": (page(b"caf\xe9 \xff\xfe\0"), "text/html", b"caf\xe9 \xff\xfe\0"),
    "an end without warning, where the server gave no length": (OK + b"\r\n<ul><li>", "text/html", b"<ul><li>"),
    "gzip": (packed(gzip.compress(b"minutes")), "text/html", b"minutes"),
    "gzip upon gzip, and said so": (packed(gzip.compress(gzip.compress(b"minutes")), "gzip, gzip"), "text/html", b"minutes"),
    "gzip in two members": (packed(gzip.compress(b"min") + gzip.compress(b"utes")), "text/html", b"minutes"),
    "deflate": (packed(zlib.compress(b"minutes"), "deflate"), "text/html", b"minutes"),
    "chunks": (CHUNKED + b"3\r\nmin\r\n4\r\nutes\r\n0\r\n\r\n", "text/html", b"minutes"),
    "HTTP/1.0": (b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\nminutes", "text/html", b"minutes"),
    "odd cookies and a bad header line": (page(Set_Cookie="=;;; \x80; expires=never; max-age=x", X="\xff"), "text/html", b"<p>Minutes</p>"),
}


@pytest.mark.parametrize("case", PAGES)
def test_what_only_a_reader_can_judge_is_handed_on_byte_for_byte(serve, fetcher_for, link, case):
    answer, media_type, body = PAGES[case]
    site = serve({"/a": answer})
    capture = fetcher_for(site.base).fetch(link(f"{site.base}/a"))
    assert (capture.media_type, capture.body) == (media_type, body)


def test_a_bomb_is_not_unpacked_beyond_the_limit(serve, fetcher_for, link):
    site = serve({"/bomb": packed(bomb(100)), "/good": page()})
    fetcher = fetcher_for(site.base)
    fetcher.fetch(link(f"{site.base}/good"))
    tracemalloc.start()
    try:
        with pytest.raises(Unreachable, match="larger"):
            fetcher.fetch(link(f"{site.base}/bomb"))
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("status", "kind"), [("302 Found", Missing), ("404 Not Found", Missing), ("503 Busy", Unreachable)])
def test_the_body_of_what_is_no_page_is_not_read(serve, fetcher_for, link, status, kind):
    site = serve({"/bomb": page(bomb(100), status, Content_Encoding="gzip", Location="/missing")})
    fetcher = fetcher_for(site.base)
    tracemalloc.start()
    try:
        with pytest.raises(kind, match=r"404|503"):
            fetcher.fetch(link(f"{site.base}/bomb"))
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


def test_what_cannot_change_at_the_next_try_is_not_tried_again(serve, fetcher_for, link):
    site = serve({"/large": page(bytes(200_000)), "/secret": page(b"", "403 Forbidden"), "/gone": page(b"", "410 Gone"), "/odd": page(b"", "400 Bad Request")})
    fetcher = fetcher_for(site.base, TRIES=3)
    for path in ("/large", "/secret", "/gone", "/odd"):
        with pytest.raises(FetchError):
            fetcher.fetch(link(site.base + path))
    assert site.paths == ["/large", "/secret", "/gone", "/odd"]


def test_a_host_without_a_name_in_the_world_is_unreachable(fetcher_for, link):
    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    fetcher = fetcher_for("https://council.example", resolve=unknown)
    with pytest.raises(Unreachable, match=r"council\.example is not known \(Name or service not known\)"):
        fetcher.fetch(link("https://council.example/"))
    assert fetcher.requests == 0


def test_a_look_up_that_never_ends_ends_with_the_time_for_a_request(fetcher_for, link):
    never = threading.Event()

    def slow(*_, **__):
        never.wait(30)
        return []

    began = time.monotonic()
    with pytest.raises(Unreachable, match="could not be looked up in time"):
        fetcher_for("http://council.example", resolve=slow, TOTAL_TIMEOUT=0.3).fetch(link("http://council.example/"))
    assert time.monotonic() - began < LONGEST
    never.set()


def test_a_dead_port_is_unreachable(serve, fetcher_for, link):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(Unreachable, match=r"no connection to 127\.0\.0\.1 could be made \(Connection refused\)"):
        fetcher_for(f"http://127.0.0.1:{port}").fetch(link(f"http://127.0.0.1:{port}/"))


def test_a_server_that_takes_no_connection_is_given_up_in_time(fetcher_for, link):
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        base = f"http://127.0.0.1:{full.getsockname()[1]}"
        waiting = []
        for _ in range(4):  # Fill the queue of the listener, so that the next connection hangs.
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(full.getsockname())
            waiting.append(one)
        began = time.monotonic()
        with pytest.raises(Unreachable):
            fetcher_for(base, CONNECT_TIMEOUT=0.3).fetch(link(f"{base}/"))
        assert time.monotonic() - began < LONGEST
        for one in waiting:
            one.close()


def test_a_page_over_tls_is_fetched_where_the_certificate_is_trusted(serve, fetcher_for, link):
    site = serve({"/": page(b"safe")}, tls=True)
    base = f"https://council.example:{site.port}"
    assert fetcher_for(base, resolve=at_home, certificates=str(CERTIFICATE)).fetch(link(base)).body == b"safe"


def test_a_certificate_that_is_not_trusted_is_no_connection_and_not_tried_again(serve, fetcher_for, link):
    site = serve({"/": page(b"unsafe")}, tls=True)
    base = f"https://council.example:{site.port}"
    with pytest.raises(Unreachable, match="certificate"):
        fetcher_for(base, resolve=at_home, TRIES=3).fetch(link(base))
    assert (site.connections, site.requests) == (1, [])


def test_a_certificate_of_another_name_is_no_connection(serve, fetcher_for, link):
    site = serve({"/": page(b"unsafe")}, tls=True)
    base = f"https://other.example:{site.port}"
    with pytest.raises(Unreachable, match="certificate"):
        fetcher_for(base, resolve=at_home, certificates=str(CERTIFICATE)).fetch(link(base))
    assert site.requests == []


@pytest.mark.parametrize("answer", [stall(), drip(b"\x16\x03\x03\x40\x00", b"\0")], ids=["silent", "dripped"])
def test_a_tls_greeting_that_never_ends_ends_with_the_time_for_a_request(serve, fetcher_for, link, answer):
    site = serve({})
    site._answer = answer
    base = f"https://council.example:{site.port}"
    began = time.monotonic()
    with pytest.raises(Unreachable):
        fetcher_for(base, resolve=at_home, TOTAL_TIMEOUT=0.5).fetch(link(base))
    assert time.monotonic() - began < LONGEST


def test_a_dripped_page_over_tls_ends_with_the_time_for_a_request(serve, fetcher_for, link):
    site = serve({"/": drip(OK + b"\r\n")}, tls=True)
    base = f"https://council.example:{site.port}"
    began = time.monotonic()
    with pytest.raises(Unreachable, match="not whole after"):
        fetcher_for(base, resolve=at_home, certificates=str(CERTIFICATE), TOTAL_TIMEOUT=1).fetch(link(base))
    assert time.monotonic() - began < LONGEST


def test_a_refused_page_is_forbidden_and_the_next_is_asked_all_the_same(serve, fetcher_for, link):
    site = serve({"/secret": page(b"", "403 Forbidden"), "/open": page()})
    fetcher = fetcher_for(site.base)
    with pytest.raises(Forbidden):
        fetcher.fetch(link(f"{site.base}/secret"))
    assert fetcher.fetch(link(f"{site.base}/open")).status == 200
