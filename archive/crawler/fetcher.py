"""Fetches pages for one run: only from hosts that were named, only what robots.txt allows, each server asked politely."""

from __future__ import annotations

import hashlib
import socket
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from types import TracebackType

from archive.councils import Source
from archive.crawler.addresses import Address, AllowedHosts, follow, read_address
from archive.crawler.answers import Answer, page_of
from archive.crawler.door import Door
from archive.crawler.line import Resolve
from archive.crawler.politeness import Pace
from archive.crawler.robots import LARGEST, PATH, Robots
from archive.crawler.rules import FetchRules, rules_from
from archive.crawler.server import Server
from archive.errors import Forbidden, SettingError, Unreachable
from archive.records import Capture, Link

__all__ = ["FetchRules", "Fetcher", "rules_from"]

MAX_REDIRECTS = 5


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Fetcher:
    """Fetches pages, politely, for one run. Threads may share it; requests to one server go one after another in any case.

    ``clock`` (monotonic seconds), ``sleep``, ``now`` (aware) and ``resolve`` (as ``socket.getaddrinfo``) are arguments for tests' sake.
    """

    def __init__(
        self,
        rules: FetchRules,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = _utc_now,
        resolve: Resolve = socket.getaddrinfo,
    ) -> None:
        self._rules, self._clock, self._sleep, self._now, self._resolve = rules, clock, sleep, now, resolve
        self._allowed = AllowedHosts()
        self._lock = threading.Lock()
        self._doors: list[Door] = []
        self._servers: dict[str, Server] = {}
        self._robots: dict[str, Robots] = {}

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for door in self._doors:
            door.close()

    @property
    def requests(self) -> int:
        """How many requests were sent, robots.txt, redirects and further tries included."""
        return sum(door.requests for door in list(self._doors))

    def allow(self, source: Source) -> None:
        """Allow the host of a source. Raises ``SettingError`` for an address that is none, and for another machine while nobody can be named."""
        try:
            address = read_address(source.base)
        except Forbidden as error:
            raise SettingError("base", str(error)) from error
        if not self._rules.contact and not address.is_this_machine:
            raise SettingError("CONTACT", f"is empty: {address.host} should know whom to turn to; set your e-mail address or a web page about the crawl")
        self._allowed.add(address, loopback=source.loopback)

    def fetch(self, link: Link) -> Capture:
        """The page at a link. Raises ``Unreachable``, ``Missing`` or ``Forbidden``, after the tries and pauses that are due."""
        address = read_address(link.url)
        self._allowed.check(address)
        answer = self._followed(address, self._page)
        return Capture(
            link=link,
            url=answer.address.url,
            status=answer.status,
            media_type=answer.media_type,
            charset=answer.charset,
            body=answer.body,
            fetched_at=self._now(),
            sha256=hashlib.sha256(answer.body).hexdigest(),
        )

    def _followed(self, address: Address, ask: Callable[[Address], Answer]) -> Answer:
        """The answer at the end of the redirects, each of which leads to an allowed address."""
        asked = address.url
        for _ in range(MAX_REDIRECTS + 1):
            answer = ask(address)
            if not answer.leads_to:
                return answer
            address = follow(address, answer.leads_to)
            self._allowed.check(address, led_from=asked)
        raise Unreachable(asked, f"the site led from one address to the next more than {MAX_REDIRECTS} times, last to {address.url}")

    def _page(self, address: Address) -> Answer:
        """One page or redirect, if the server's standing and its robots.txt allow it."""
        server = self._server(address)
        server.check(address.url)
        delay = self._robots_of(address).check(address)
        return server.visit(address, page_of, delay or 0)

    def _robots_of(self, address: Address) -> Robots:
        """The robots.txt that speaks for an address."""
        place = read_address(address.origin + PATH)
        with self._lock:
            if address.origin not in self._robots:
                self._robots[address.origin] = Robots(partial(self._followed, place, self._robots_txt))
            return self._robots[address.origin]

    def _robots_txt(self, address: Address) -> Answer:
        """The first part of a robots.txt, or a redirect."""
        return self._server(address).ask(address, LARGEST, cut=True)

    def _server(self, address: Address) -> Server:
        """The server that an address is asked of, with a door of its own: one session, one connection."""
        with self._lock:
            if address.server not in self._servers:
                door = Door(self._rules, self._resolve, self._allowed.permits, proxy="" if address.is_this_machine else self._rules.proxy)
                pace = Pace(self._rules, this_machine=address.is_this_machine, clock=self._clock, sleep=self._sleep)
                self._doors.append(door)
                self._servers[address.server] = Server(address.server, self._rules, pace, door.send, clock=self._clock, now=self._now)
            return self._servers[address.server]
