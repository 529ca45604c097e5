"""Offices behind a proxy can crawl, too: every request goes through the one that is set, and through no other."""

from __future__ import annotations

import re
import socket
import threading
from contextlib import suppress

import pytest
from raw_site import CERTIFICATE, page, redirect

from archive.config import load
from archive.crawler.fetcher import rules_from
from archive.errors import Forbidden, SettingError, Unreachable


def pump(source: socket.socket, target: socket.socket) -> None:
    """Carry bytes one way until there are no more."""
    with suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


class Proxy:
    """A small forwarding proxy: it alone knows the way to council.example, plain on port 80 and over TLS on port 443."""

    def __init__(self, plain: int, secure: int) -> None:
        self.ways = {"council.example:80": plain, "council.example:443": secure, "council.example": plain}
        self.asked: list[str] = []
        self.heads: list[bytes] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                threading.Thread(target=self.forward, args=(client,), daemon=True).start()

    def forward(self, client: socket.socket) -> None:
        """One request: a tunnel for CONNECT, else the request with its address made relative."""
        with client:
            head = client.recv(65536)
            method, target, _ = head.split(b"\r\n")[0].decode().split(" ")
            self.asked.append(f"{method} {target}")
            self.heads.append(head)
            place = target if method == "CONNECT" else re.match(r"http://([^/]+)", target)[1]
            if place not in self.ways:
                return client.sendall(b"HTTP/1.1 502 No Such Host\r\nContent-Length: 0\r\n\r\n")
            with socket.create_connection(("127.0.0.1", self.ways[place])) as server:
                if method == "CONNECT":
                    client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                else:
                    server.sendall(head.replace(f"http://{place}".encode(), b"", 1))
                up = threading.Thread(target=pump, args=(client, server), daemon=True)
                up.start()
                pump(server, client)
                up.join(1)


@pytest.fixture
def office(serve):
    """A council's sites behind a proxy, since nothing else leads out of the office."""
    plain, secure = serve({"/a": page(b"plain"), "/moved": redirect("https://council.example/b")}), serve({"/b": page(b"secure")}, tls=True)
    proxy = Proxy(plain.port, secure.port)
    yield proxy
    with suppress(OSError):
        proxy.listener.shutdown(socket.SHUT_RDWR)
    proxy.listener.close()
    proxy.thread.join(2)


def only_numbers(host, port, **_):
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)


def test_requests_go_through_the_proxy_that_is_set(office, fetcher_for, link):
    fetcher = fetcher_for("http://council.example", loopback=False, resolve=only_numbers, PROXY=office.url)
    assert fetcher.fetch(link("http://council.example/a")).body == b"plain"
    assert office.asked == ["GET http://council.example/robots.txt", "GET http://council.example/a"]


def test_a_move_to_https_is_followed_through_a_tunnel_in_which_the_certificate_is_checked(office, fetcher_for, link):
    settings = {"loopback": False, "resolve": only_numbers, "PROXY": office.url}
    capture = fetcher_for("http://council.example", certificates=str(CERTIFICATE), **settings).fetch(link("http://council.example/moved"))
    assert (capture.url, capture.body) == ("https://council.example/b", b"secure")
    assert office.asked[-1] == "CONNECT council.example:443"
    assert not any(b"GET /b" in head for head in office.heads)
    with pytest.raises(Unreachable, match="certificate"):
        fetcher_for("http://council.example", **settings).fetch(link("http://council.example/moved"))


def test_this_machine_is_asked_without_the_proxy(office, serve, fetcher_for, link):
    site = serve({"/": page()})
    assert fetcher_for(site.base, PROXY=office.url).fetch(link(site.base)).status == 200
    assert office.asked == []


def test_a_host_that_the_proxy_does_not_know_is_unreachable(office, fetcher_for, link):
    for base in ("http://other.example", "https://other.example"):
        with pytest.raises(Unreachable, match=r"502|proxy"):
            fetcher_for(base, loopback=False, resolve=only_numbers, PROXY=office.url).fetch(link(base))


@pytest.mark.parametrize("form", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "169.254.169.254", "10.0.0.1", "[fd00:ec2::254]", "192.0.0.192"])
def test_a_proxy_is_no_way_to_an_internal_address(office, fetcher_for, link, form):
    for scheme in ("http", "https"):
        with pytest.raises(Forbidden):
            fetcher_for(f"{scheme}://{form}", loopback=False, PROXY=office.url).fetch(link(f"{scheme}://{form}/"))
    assert office.asked == []


def test_a_dead_proxy_is_named_without_its_password(fetcher_for, link):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for base in ("http://council.example", "https://council.example"):
        with pytest.raises(Unreachable, match=r"the proxy cannot be used: no connection to 127\.0\.0\.1") as raised:
            fetcher_for(base, loopback=False, PROXY=f"http://clerk:secret@127.0.0.1:{port}").fetch(link(base))
        assert "secret" not in str(raised.value)


def test_the_password_of_a_proxy_is_for_the_proxy_alone(office, serve, fetcher_for, link):
    proxy = office.url.replace("//", "//clerk:secret@")
    fetcher = fetcher_for("https://council.example", loopback=False, PROXY=proxy, certificates=str(CERTIFICATE))
    assert fetcher.fetch(link("https://council.example/b")).status == 200
    assert all(b"Proxy-Authorization: Basic" in head for head in office.heads)


@pytest.mark.parametrize("proxy", ["proxy.example:3128", "socks5://proxy.example", "http://", "http://proxy.example:port", "ftp://proxy.example"])
def test_what_is_no_proxy_is_a_wrong_setting(proxy):
    with pytest.raises(SettingError, match="PROXY"):
        rules_from(load(PROXY=proxy))
