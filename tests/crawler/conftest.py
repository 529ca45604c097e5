"""Real servers, and Fetchers with a clock that is moved by hand."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from raw_site import CERTIFICATE, Answer, Clock, Site

from archive.config import load
from archive.councils import Source
from archive.crawler.fetcher import Fetcher, rules_from
from archive.records import Link

SETTINGS: dict[str, Any] = {"CONTACT": "clerk@archive.example", "MAX_BYTES": 100_000, "TRIES": 1}


@pytest.fixture
def serve() -> Iterator[Callable[..., Site]]:
    """Starts sites: ``serve({"/minutes": page()})``; without a robots.txt of theirs it is 404."""
    started: list[tuple[Site, threading.Thread]] = []

    def start(answers: dict[str, Answer | list[Answer]], host: str = "127.0.0.1", tls: bool = False) -> Site:
        context = None
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
        both = host == "::" and socket.has_dualstack_ipv6()
        listener = socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=50, dualstack_ipv6=both)
        site = Site(answers, listener, context)
        thread = threading.Thread(target=site.serve, daemon=True)
        thread.start()
        started.append((site, thread))
        return site

    yield start
    for site, thread in started:
        with suppress(OSError):
            site.listener.shutdown(socket.SHUT_RDWR)
        site.listener.close()
        thread.join(2)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher_for(clock: Clock, tmp_path: Path) -> Iterator[Callable[..., Fetcher]]:
    """Makes Fetchers that may ask the bases given; one try and small pages, unless settings say otherwise."""
    made: list[Fetcher] = []

    def make(*bases: str, loopback: bool = True, resolve: Any = None, certificates: str = "", **settings: Any) -> Fetcher:
        rules = replace(rules_from(load(tmp_path, **{**SETTINGS, **settings})), certificates=certificates)
        fetcher = Fetcher(rules, clock=clock, sleep=clock.sleep, **({"resolve": resolve} if resolve else {}))
        for base in bases:
            fetcher.allow(Source(base, loopback=loopback))
        made.append(fetcher)
        return fetcher

    yield make
    for fetcher in made:
        fetcher.__exit__(None, None, None)


@pytest.fixture
def link() -> Callable[[str], Link]:
    """A link to an address."""
    return lambda url: Link(url, "meeting")
