"""A real server that answers as it is told, byte for byte, and a clock that is moved by hand."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CERTIFICATE = Path(__file__).parent / "council.example.pem"
Answer = bytes | Callable[[socket.socket], None]


def page(body: bytes = b"<p>Minutes</p>", status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; underscores in names of headers stand for hyphens."""
    lines = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **{k.replace("_", "-"): v for k, v in headers.items()}}
    return f"HTTP/1.1 {status}\r\n".encode() + "".join(f"{k}: {v}\r\n" for k, v in lines.items()).encode("latin-1") + b"\r\n" + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return page(b"", status, Location=to)


def drip(start: bytes, piece: bytes = b"x", seconds: float = 0.05) -> Callable[[socket.socket], None]:
    """An answer that begins with ``start`` and goes on for ever, a little at a time."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(start)
        for _ in range(1000):
            connection.sendall(piece)
            time.sleep(seconds)

    return answer


@dataclass
class Request:
    """What a server was asked."""

    path: str
    headers: dict[str, str]
    raw: bytes


@dataclass
class Site:
    """A server on this machine. ``answers`` gives what it sends for a path (a list: one after another, the last for ever)."""

    answers: dict[str, Answer | list[Answer]]
    listener: socket.socket
    tls: ssl.SSLContext | None = None
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    open_now: int = 0
    most_open: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        """What was asked, but for robots.txt."""
        return [one.path for one in self.requests if one.path != "/robots.txt"]

    def serve(self) -> None:
        """Take connections until the listener is closed, each in a thread of its own."""
        with suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                threading.Thread(target=self._meet, args=(connection,), daemon=True).start()

    def _meet(self, connection: socket.socket) -> None:
        with self._lock:
            self.connections, self.open_now = self.connections + 1, self.open_now + 1
            self.most_open = max(self.most_open, self.open_now)
        with suppress(OSError):
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            self._answer(connection)
        with self._lock:
            self.open_now -= 1
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
        connection.close()

    def _answer(self, connection: socket.socket) -> None:
        raw = b""
        while b"\r\n\r\n" not in raw:
            piece = connection.recv(65536)
            if not piece:
                break
            raw += piece
        if not raw:
            return
        first, *lines = raw.decode("latin-1").strip().split("\r\n")
        path = first.split(" ")[1]
        with self._lock:
            self.requests.append(Request(path, {k.lower(): v for k, _, v in (line.partition(": ") for line in lines)}, raw))
            answer = self.answers.get(path, page(b"", "404 Not Found"))
            if isinstance(answer, list):
                answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if callable(answer):
            answer(connection)
        else:
            connection.sendall(answer)


class Clock:
    """Seconds that pass only by sleeping and by hand."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.sleeps: list[float] = []

    def __call__(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.seconds += seconds

    def passes(self, seconds: float, answer: bytes) -> Callable[[socket.socket], None]:
        """An answer that takes so long."""

        def late(connection: socket.socket) -> None:
            self.seconds += seconds
            connection.sendall(answer)

        return late


def at_home(host: str, port: int, **_: Any) -> list[Any]:
    """A resolver by which every name leads to this machine."""
    return socket.getaddrinfo("127.0.0.1", port, type=socket.SOCK_STREAM)
