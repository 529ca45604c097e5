"""The page of results over HTTP, served as ``minutebook serve`` serves it: gunicorn with two workers, asked by threads of another process."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from searching.questions import Asked
from searching.workers import private_memory

WORKERS = 2


def page_times(index: Path, warming: list[Asked], two: list[Asked], eight: list[Asked]) -> dict[str, float]:
    """Milliseconds (p95) a page with two clients, pages a second with eight, and the private memory of the larger web worker; none is asked twice."""
    with _served(index) as (port, server):
        _pages(port, warming, 4)
        taken = sorted(_pages(port, two, 2))
        began = time.perf_counter()
        with_eight = sorted(_pages(port, eight, 8))
        rate = len(eight) / (time.perf_counter() - began)
        memory = max(sum(private_memory(worker).values()) for worker in _children(server))
    return {
        "p50": taken[len(taken) // 2],
        "p95": taken[int(0.95 * len(taken))],
        "rate": rate,
        "p95 of eight": with_eight[int(0.95 * len(with_eight))],
        "memory": memory,
        "pages": len(two) + len(eight),
    }


@contextmanager
def _served(index: Path) -> Iterator[tuple[int, int]]:
    """The site over an index, in an instance that has nothing else: port and process."""
    with tempfile.TemporaryDirectory() as instance, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        settings = {"MINUTEBOOK_INSTANCE": instance, "MINUTEBOOK_INDEX": f"whoosh:{index}", "MINUTEBOOK_WORKERS": str(WORKERS)}
        path = os.pathsep.join([str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", "")])
        command = [sys.executable, "-m", "archive", "serve", "--port", str(port)]
        server = subprocess.Popen(command, env={**os.environ, **settings, "PYTHONPATH": path}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _await(port, server)
            yield port, server.pid
        finally:
            server.terminate()
            server.wait(20)


def _await(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            _page(port, "/search")
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The site could not be served.")


def _pages(port: int, asked: list[Asked], clients: int) -> list[float]:
    """Milliseconds of each page, asked by so many clients at once, each asking for the next as soon as it has one."""
    addresses = [f"/search?{urlencode(one.parameters())}" for one in asked]
    with ThreadPoolExecutor(clients) as pool:
        return list(pool.map(lambda address: _page(port, address), addresses))


def _page(port: int, address: str) -> float:
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", address)
    reply = connection.getresponse()
    body = reply.read()
    connection.close()
    if reply.status != 200 or b"</html>" not in body:
        raise RuntimeError(f"{address} was answered with {reply.status}")
    return 1000 * (time.perf_counter() - began)


def _children(process: int) -> list[int]:
    return [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()]
