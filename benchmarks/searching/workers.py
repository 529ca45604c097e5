"""Engines in processes of their own, each of which measures the processor time that it takes itself."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from searching.corpus import meetings
from searching.peers import Answer, Clock, Peer, timed_meetings
from searching.questions import Asked


@dataclass(frozen=True)
class Engine:
    """How to get at an engine: its module is imported only in the process that needs it."""

    label: str
    module: str
    made_by: str
    folder: str
    options: dict[str, Any] = field(default_factory=dict, hash=False)

    def make(self) -> Peer:
        """The engine itself."""
        peer: Peer = getattr(import_module(self.module), self.made_by)(**self.options)
        return peer


OURS = Engine("Minutebook", "searching.ours", "Ours", "ours")
OURS_50 = Engine("Minutebook, 50 values a facet", "searching.ours", "Ours", "ours", {"size": 50})
TANTIVY = Engine("tantivy", "searching.tantivy_peer", "Tantivy", "tantivy")
TANTIVY_50 = Engine("tantivy, 50 values a facet", "searching.tantivy_peer", "Tantivy", "tantivy", {"size": 50})
TANTIVY_UNCOUNTED = Engine("tantivy, without the total", "searching.tantivy_peer", "Tantivy", "tantivy", {"count": False})
FTS5 = Engine("SQLite FTS5", "searching.fts5", "Fts5", "fts5")
STOCK = Engine("stock Whoosh", "searching.stock", "StockWhoosh", "stock")


@dataclass
class Timed:
    """One question as an engine answered it."""

    kind: str
    ms: float
    """Processor time, without what is told apart as snippets."""
    snippets: float
    """Processor time of all snippets of this answer, in ms."""
    fetching: float
    """Of ``ms``, what reading the passages of the hits took."""
    hits: int
    answer: Answer


class Worker:
    """A process with one engine."""

    def __init__(self, engine: Engine) -> None:
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, engine), daemon=True)
        self._process.start()
        there.close()

    def do(self, work: str, *arguments: Any) -> Any:
        """Have some work done and wait for it."""
        self._here.send((work, arguments))
        done, result = self._here.recv()
        if not done:
            raise RuntimeError(result)
        return result

    def end(self) -> None:
        """End the process."""
        self._here.close()
        self._process.join(10)
        self._process.terminate()


@contextmanager
def working(engine: Engine) -> Iterator[Worker]:
    """A worker for as long as it is needed."""
    worker = Worker(engine)
    try:
        yield worker
    finally:
        worker.end()


def _serve(pipe: Connection, engine: Engine) -> None:
    peer = engine.make()
    works: dict[str, Callable[..., Any]] = {
        "build": _build,
        "open": lambda peer, folder: peer.open(folder),
        "ask": _ask,
        "change": _change,
        "memory": _memory,
        "version": _version,
    }
    while True:
        try:
            work, arguments = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send((True, works[work](peer, *arguments)))
        except Exception as error:  # noqa: BLE001 -- Whatever it is, the run must be told.
            pipe.send((False, f"{engine.label}: {type(error).__name__}: {error}"))


def _build(peer: Any, folder: Path, items: int) -> dict[str, float]:
    """Build an index in a folder emptied before: processor seconds without the making of the items, and the most memory it took."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    clock = Clock()
    wall, cpu = perf_counter(), process_time()
    peer.build(folder, timed_meetings(meetings(items), clock))
    wall, cpu = perf_counter() - wall, process_time() - cpu
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    making = clock.parts["making"]
    return {"items": items, "cpu": cpu - making, "wall": wall - making, "tokens": peer.apart().get("tokens", 0.0), "peak": _status("VmHWM"), "size": size / 1e6}


def _ask(peer: Any, asked: list[Asked], facets: bool) -> list[Timed]:
    found = []
    peer.apart()
    for one in asked:
        began = process_time()
        raw = peer.ask(one, facets)
        ms = 1000 * (process_time() - began)
        apart = peer.apart()
        snippets = 1000 * apart.get("snippets", 0.0)
        answer = peer.answer(raw)
        found.append(Timed(one.kind, ms - snippets, snippets, 1000 * apart.get("fetching", 0.0), len(answer.hits), answer))
    return found


def _change(peer: Any, items: int, wanted: int, version: str) -> dict[str, float]:
    found: dict[str, float] = peer.change(items, wanted, version)
    return found


def _version(peer: Any) -> str:
    segments = f", {peer.segments()} segment(s)" if hasattr(peer, "segments") else ""
    return f"{peer.version}{segments}"


def _memory(_: Any) -> dict[str, float]:
    return private_memory("self")


def private_memory(process: int | str) -> dict[str, float]:
    """Private memory of a process in MB: what it has written (``dirty``) and pages of files that only it has mapped so far (``clean``)."""
    lines = (line.split() for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:])
    parts = {words[0].strip(":"): int(words[1]) / 1024 for words in lines}
    return {"dirty": parts["Private_Dirty"], "clean": parts["Private_Clean"]}


def _status(name: str) -> float:
    """A line of the process's own status, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))
