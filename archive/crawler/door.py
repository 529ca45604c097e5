"""The one door to ``requests``, and to the network: one request and its answer, limited in time and size.

Where a proxy is set, only the proxy can look names up; our guard then sees its number alone, so names that lead to private
networks are the proxy's to refuse (hosts written as such a number are refused before).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, ReadTimeoutError

from archive.crawler.addresses import Address, IPAddress, private_words
from archive.crawler.answers import BODIED, Answer, Broken
from archive.crawler.line import Line, NoLine, PrivateNumber, Resolve, pools_over
from archive.crawler.rules import FetchRules
from archive.errors import Forbidden

PIECE = 65_536
"""Bytes unpacked at a time."""
PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
"""The content codings that are taken, alone or one upon another."""
HEADERS = {"Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "Accept-Encoding": "gzip, deflate", "Connection": "close"}
"""A connection serves one request: the next comes seconds later, when many servers have dropped a kept one."""


class Door:
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
            raise Broken(f"the page is packed in a way that was not asked for ({', '.join(sorted(packings))[:60]!r})")
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
        if isinstance(error, NoLine):
            return Broken(f"the proxy cannot be used: {error}" if self._proxy else str(error))
        if line.is_cut:
            return Broken(f"the answer was not whole after {self._rules.total_timeout:g} seconds")
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
