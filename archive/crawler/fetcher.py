"""Fetches pages: the one door to ``requests``, and to the network.

Every request is limited in time and size, goes only to hosts that the operator named, waits its turn, and says who asks. Where a
proxy is set, only the proxy can look names up; our guard then sees its number alone, so names that lead to private networks
are the proxy's to refuse (numbers written as such are refused in any case).
"""

from __future__ import annotations

import hashlib
import socket
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, ReadTimeoutError

from archive.councils import Source
from archive.crawler.addresses import Address, AllowedHosts, IPAddress, follow, is_public, private_words, read_address
from archive.crawler.answers import BODIED, Answer, Broken, page_of
from archive.crawler.line import Line, NoLine, PrivateNumber, Resolve, pools_over
from archive.crawler.politeness import Pace
from archive.crawler.robots import LARGEST, PATH, Robots
from archive.crawler.rules import FetchRules, rules_from
from archive.crawler.server import Server
from archive.errors import Forbidden, SettingError, Unreachable
from archive.records import Capture, Link

__all__ = ["FetchRules", "Fetcher", "rules_from"]

MAX_REDIRECTS = 5
PIECE = 65_536
"""Bytes unpacked at a time."""
PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
"""The content codings that are taken, alone or one upon another."""
HEADERS = {"Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "Accept-Encoding": "gzip, deflate", "Connection": "close"}
"""A connection serves one request: the next comes seconds later, when many servers have dropped a kept one."""


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
        self._doors: list[_Door] = []
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
        self._allowed.check(address, link.url)
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
            self._allowed.check(address, asked)
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
                door = _Door(self._rules, self._resolve, self._permits, proxy="" if address.is_this_machine else self._rules.proxy)
                pace = Pace(self._rules, this_machine=address.is_this_machine, clock=self._clock, sleep=self._sleep)
                self._doors.append(door)
                self._servers[address.server] = Server(address.server, self._rules, pace, door.send, clock=self._clock, now=self._now)
            return self._servers[address.server]

    def _permits(self, address: Address, number: IPAddress) -> bool:
        """Whether a machine with this number may be asked for an address: a public one, or this one if the operator said so."""
        return is_public(number) or (number.is_loopback and self._allowed.may_be_this_machine(address))


class _Door:
    """One server's session with ``requests``; used by one thread at a time."""

    def __init__(self, rules: FetchRules, resolve: Resolve, permits: Callable[[Address, IPAddress], bool], *, proxy: str) -> None:
        self._rules, self._resolve, self._permits, self._proxy = rules, resolve, permits, proxy
        self._adapter = _Adapter()
        self._session = _Session()
        self._session.trust_env = False
        self._session.verify = rules.certificates or True
        self._session.headers.update({**HEADERS, "User-Agent": rules.user_agent})
        self._session.proxies.update({"http": proxy, "https": proxy} if proxy else {})
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, self._adapter)
        self.requests = 0

    def close(self) -> None:
        """Close what may still be open."""
        self._session.close()

    def send(self, address: Address, most: int, cut: bool) -> Answer:
        """One request and its answer, of at most so many bytes, beyond which it is broken, or cut. Raises ``Broken`` and ``Forbidden``."""
        with self._line(address) as line:
            try:
                answer = self._answer(address, most, cut)
            except PrivateNumber as error:
                raise Forbidden(address.url, private_words(address.host)) from error
            except (NoLine, requests.RequestException, HTTPError, OSError) as error:
                raise self._broken(error, line) from error
            finally:
                self.requests += line.is_connected
                self._session.close()
            if line.is_cut:
                raise self._broken(None, line)
            return answer

    def _line(self, address: Address) -> Line:
        """The line for one request; to a proxy, which the operator named, any number will do."""
        permits: Callable[[IPAddress], bool] = (lambda _: True) if self._proxy else partial(self._permits, address)
        rules = self._rules
        self._adapter.line = Line(permits, resolve=self._resolve, connect_seconds=rules.connect_timeout, total_seconds=rules.total_timeout)
        return self._adapter.line

    def _answer(self, address: Address, most: int, cut: bool) -> Answer:
        """The answer as far as it is wanted: the body of a page, nothing of any other."""
        request = self._session.prepare_request(requests.Request("GET", address.url))
        timeout = (self._rules.connect_timeout, self._rules.read_timeout)
        with self._session.send(request, stream=True, timeout=timeout, allow_redirects=False) as response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            body = self._body(response, most, cut) if response.status_code in BODIED else b""
            return Answer(address, response.status_code, headers, body)

    def _body(self, response: requests.Response, most: int, cut: bool) -> bytes:
        """The body, unpacked piece by piece and never much beyond the limit."""
        packings = {one.strip().lower() for one in response.headers.get("Content-Encoding", "").split(",")}
        if not packings <= PACKINGS:
            raise Broken(f"the page is packed in a way that was not asked for ({', '.join(sorted(packings))})")
        body = bytearray()
        for piece in response.iter_content(PIECE):
            body += piece
            if len(body) > most and cut:
                return bytes(body[:most])
            if len(body) > most:
                raise Broken(f"the page is larger than {most:,} bytes, more than is taken; MAX_BYTES sets the limit", may_pass=False)
        return bytes(body)

    def _broken(self, error: Exception | None, line: Line) -> Broken:
        """What went wrong, in words."""
        if line.is_cut:
            return Broken(f"the answer was not whole after {self._rules.total_timeout:g} seconds")
        if isinstance(error, NoLine):
            return Broken(f"the proxy cannot be used: {error}" if self._proxy else str(error))
        if isinstance(error, requests.exceptions.ProxyError):
            return Broken(f"the proxy {urlsplit(self._proxy).hostname} cannot be used: {_reason(error)}")
        if isinstance(error, requests.exceptions.SSLError):
            trusted = "CERTIFICATE_VERIFY_FAILED" not in str(error)
            return Broken(f"no safe connection: {_reason(error)}; the council's web team has to put its certificate in order", may_pass=trusted)
        if isinstance(error, requests.Timeout) or isinstance(error and error.args and error.args[0], ReadTimeoutError):
            return Broken(f"the site sent nothing for {self._rules.read_timeout:g} seconds")
        if isinstance(error, requests.exceptions.ContentDecodingError):
            return Broken("the page came damaged: it cannot be unpacked")
        return Broken(f"the connection broke, or brought something that is no whole answer: {_reason(error)}")


class _Session(requests.Session):
    """A session that leaves redirects to us; asked about one, requests would read its whole body, without a limit."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: no redirect is followed, or prepared to be."""


class _Adapter(HTTPAdapter):
    """Sends over the line of the present request, also to a proxy; it never tries again."""

    line: Line

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make the pools, with our connections in them."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools()

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        """The pools of a proxy, with our connections in them."""
        manager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = self._pools()
        return manager

    def _pools(self) -> Any:
        return pools_over(lambda host, port: self.line.connect(host, port))


def _reason(error: Exception | None) -> str:
    """The innermost cause that a library gives, in the system's own words where there are any."""
    while error is not None and (inner := _inner(error)) is not None:
        error = inner
    return str(getattr(error, "strerror", None) or error)


def _inner(error: Exception) -> Exception | None:
    """The error that another one wraps."""
    reason = getattr(error, "reason", None)
    return next((one for one in (reason, *error.args) if isinstance(one, Exception)), None)
