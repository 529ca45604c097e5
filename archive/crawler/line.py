"""The one connection of a request: whom it may reach, and how long it may last.

requests and urllib3 time each read, not the whole; a server that sends a byte now and then would hold them for hours, and
they know nothing of private networks. Here a name is looked up once, only permitted numbers among the answers are connected to
(so a name that changes its meaning between check and use changes nothing), and a watchdog shuts the socket when time is up.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from archive.crawler.addresses import IPAddress

Resolve = Callable[..., list[Any]]
"""Looks a name up as ``socket.getaddrinfo`` does."""


class NoLine(Exception):
    """No connection could be had; ``str()`` says in words why."""


class PrivateNumber(Exception):
    """The name leads only to numbers that may not be asked."""


class Line:
    """A connection watched from the first look-up to the last byte; used as a context, for one request."""

    def __init__(self, permits: Callable[[IPAddress], bool], *, resolve: Resolve, connect_seconds: float, total_seconds: float) -> None:
        self._permits, self._resolve = permits, resolve
        self._connect_seconds = connect_seconds
        self._ends = time.monotonic() + total_seconds
        self._watchdog = threading.Timer(total_seconds, self._cut)
        self._watchdog.daemon = True
        self._handle: socket.socket | None = None
        self.is_cut = False
        """Whether the time was up before the request was done."""
        self.is_connected = False
        """Whether anything could have been sent."""

    def __enter__(self) -> Line:
        self._watchdog.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._watchdog.cancel()
        if self._handle is not None:
            self._handle.close()

    def connect(self, host: str, port: int) -> socket.socket:
        """A socket to the first permitted number that answers. Raises ``NoLine`` and ``PrivateNumber``."""
        failure: OSError | None = None
        for family, number_and_port in self._permitted(host, port):
            sock = socket.socket(family, socket.SOCK_STREAM)
            try:
                sock.settimeout(max(0.001, min(self._connect_seconds, self._ends - time.monotonic())))
                sock.connect(number_and_port)
                self._watch(sock)
                return sock
            except OSError as error:
                sock.close()
                failure = error
        if isinstance(failure, TimeoutError):
            raise NoLine(f"{host} did not answer within {self._connect_seconds:g} seconds; it may be down, or drop what comes from this machine") from failure
        raise NoLine(f"no connection to {host} could be made ({_reason(failure)})") from failure

    def _permitted(self, host: str, port: int) -> Iterator[tuple[socket.AddressFamily, Any]]:
        """The permitted ones among the numbers of a name."""
        found = self._look_up(host, port)
        permitted = [(one[0], one[4]) for one in found if self._permits(ipaddress.ip_address(one[4][0]))]
        if found and not permitted:
            raise PrivateNumber(host)
        return iter(permitted)

    def _look_up(self, host: str, port: int) -> list[Any]:
        """The numbers of a name, from a thread of its own, since a look-up cannot be given a time limit."""
        answers: queue.SimpleQueue[list[Any] | Exception] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(self._resolve(host.strip("[]"), port, type=socket.SOCK_STREAM))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        threading.Thread(target=look_up, daemon=True).start()
        try:
            answer = answers.get(timeout=max(0.001, self._ends - time.monotonic()))
        except queue.Empty as error:
            raise NoLine(f"the name {host} could not be looked up in time") from error
        if isinstance(answer, Exception):
            raise NoLine(f"the name {host} is not known ({_reason(answer)}); if this goes on, the council may have moved") from answer
        return answer

    def _watch(self, sock: socket.socket) -> None:
        """Keep a second handle on the connection, which stays good when TLS or a response takes the first over."""
        self._handle = sock.dup()
        self.is_connected = True
        if self.is_cut:
            self._cut()

    def _cut(self) -> None:
        """Time is up: whatever is being read or written ends now."""
        self.is_cut = True
        if self._handle is not None:
            with suppress(OSError):
                self._handle.shutdown(socket.SHUT_RDWR)


def _reason(error: Exception | None) -> str:
    """The system's own words for a failure."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__) if error else "it has no number"


def pools_over(connect: Callable[[str, int], socket.socket]) -> dict[str, type[HTTPConnectionPool]]:
    """urllib3's pools for http and https whose connections are all made by ``connect``."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self.host, self.port or self.default_port)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self.host, self.port or self.default_port)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
