"""Everything that is measured at one size of corpus, into one ``Measured``."""

from __future__ import annotations

import json
import shutil
import statistics
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from indexer.analysis import VERSION
from searching.questions import Asked, sets
from searching.web import page_times
from searching.workers import FTS5, OURS, OURS_50, STOCK, TANTIVY, TANTIVY_50, TANTIVY_UNCOUNTED, Engine, Timed, Worker, working

WITH_FACETS, ALONE = "top 20 and six facets", "top 20 alone"
CHANGED = (200, 400)
CHANGES_AT_MOST = 60_000
"""Larger corpora are not measured for changes."""
PATIENCE = 20.0
"""Seconds after which changes are not measured again for one round."""
STOCK_EACH = 3
"""Questions of each kind that stock Whoosh is asked."""


@dataclass
class Measured:
    """What was measured at one size; times of a question are in ms of processor time."""

    items: int
    rounds: int
    versions: dict[str, str] = field(default_factory=dict)
    builds: dict[str, dict[str, float]] = field(default_factory=dict)
    answers: dict[tuple[str, str], list[list[Timed]]] = field(default_factory=dict)
    """(mode, engine) → rounds → questions."""
    stock: dict[str, list[Timed]] = field(default_factory=dict)
    """Engine → the questions that stock Whoosh was asked, too."""
    changes: dict[int, dict[str, float]] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    pages: dict[str, float] = field(default_factory=dict)
    agreements: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Engine and mode → how many answers are ours in total and every count, and how many were compared."""
    disagreements: list[str] = field(default_factory=list)

    def percentile(self, mode: str, engine: Engine, share: float) -> float:
        """The median over the rounds of a percentile."""
        return statistics.median(percentile([one.ms for one in timed], share) for timed in self.answers[mode, engine.label])


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that is above so large a share of the values."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


@dataclass(frozen=True)
class Plan:
    """What to measure."""

    work: Path
    rounds: int = 3
    peers: tuple[str, ...] = ("tantivy", "fts5", "stock")
    http: bool = True
    changes: bool = True


def measure(items: int, plan: Plan) -> Measured:
    """Build all indexes of a size, then ask, change and serve them."""
    measured = Measured(items, plan.rounds)
    folders: dict[str, Path] = {}
    for engine in (OURS, TANTIVY, FTS5, STOCK):
        if engine is OURS or engine.folder in plan.peers:
            folders[engine.folder] = plan.work / f"{engine.folder}-{items}"
            measured.builds[engine.label] = _built(engine, folders[engine.folder], items)
    questions = sets(2 * plan.rounds + 3)
    _ask_all(measured, plan, folders, questions)
    if "stock" in plan.peers:
        _ask_stock(measured, folders, questions[0])
    if plan.http:
        _say("asking for pages over HTTP")
        measured.pages = page_times(folders["ours"], questions[-1][:16], questions[-1][16:], questions[-2] + questions[-3])
    if plan.changes and items <= CHANGES_AT_MOST:
        _change(measured, plan, folders["ours"])
    return measured


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


def _built(engine: Engine, folder: Path, items: int) -> dict[str, float]:
    """Figures of a build; those of a peer are kept, with its index, for the next run in the same folder."""
    here = Path(__file__).parent
    sources = [here / name for name in ("corpus.py", "vocabulary.py", "peers.py", f"{engine.module.rpartition('.')[2]}.py")]
    made_of = sha256(b"".join(path.read_bytes() for path in sources) + str(VERSION).encode()).hexdigest()
    note = folder.with_suffix(".json")
    if engine is not OURS and note.exists() and folder.exists():
        kept: dict[str, Any] = json.loads(note.read_text(encoding="utf-8"))
        if kept.pop("made_of") == made_of:
            return kept
    _say(f"building {items} items with {engine.label}")
    with working(engine) as worker:
        built: dict[str, float] = worker.do("build", folder, items)
    note.write_text(json.dumps({**built, "made_of": made_of}), encoding="utf-8")
    return built


def _ask_all(measured: Measured, plan: Plan, folders: dict[str, Path], questions: list[list[Asked]]) -> None:
    """For each round, for each engine in turn, all questions of a set; every round and mode has a set of its own."""
    by_mode = {WITH_FACETS: [OURS_50, TANTIVY_50, OURS, TANTIVY, FTS5], ALONE: [OURS, TANTIVY_UNCOUNTED, TANTIVY, FTS5]}
    by_mode = {mode: [engine for engine in engines if engine.folder in folders] for mode, engines in by_mode.items()}
    with ExitStack() as stack:
        workers: dict[str, Worker] = {}
        for engine in {engine.label: engine for engines in by_mode.values() for engine in engines}.values():
            workers[engine.label] = worker = stack.enter_context(working(engine))
            worker.do("open", folders[engine.folder])
            measured.versions[engine.label] = worker.do("version")
            worker.do("ask", questions[-1][:16], True)  # So that nothing is imported or read from the disk for the first time.
        for number in range(plan.rounds):
            for mode, asked in ((WITH_FACETS, questions[2 * number]), (ALONE, questions[2 * number + 1])):
                engines = by_mode[mode]
                turned = engines[number % len(engines) :] + engines[: number % len(engines)]
                _say(f"round {number + 1}, {mode}: {len(asked)} questions each")
                timed = {engine.label: workers[engine.label].do("ask", asked, mode == WITH_FACETS) for engine in turned}
                for engine in engines:
                    measured.answers.setdefault((mode, engine.label), []).append(timed[engine.label])
                    if engine not in (OURS, OURS_50, TANTIVY_50, TANTIVY_UNCOUNTED):
                        _compare(measured, f"{engine.label}, {mode}", asked, timed[OURS.label], timed[engine.label])
        measured.memory = workers[OURS.label].do("memory")


def _ask_stock(measured: Measured, folders: dict[str, Path], questions: list[Asked]) -> None:
    """A fixed part of the first set, once, to stock Whoosh; what others took for the same questions is beside it."""
    kinds: dict[str, list[int]] = {}
    for place, one in enumerate(questions):
        kinds.setdefault(one.kind, []).append(place)
    places = sorted(place for of_kind in kinds.values() for place in of_kind[:STOCK_EACH])
    asked = [questions[place] for place in places]
    _say(f"{len(asked)} questions to stock Whoosh")
    with working(STOCK) as worker:
        worker.do("open", folders["stock"])
        measured.versions[STOCK.label] = worker.do("version")
        measured.stock[STOCK.label] = worker.do("ask", asked, True)
    measured.stock[OURS_50.label] = [measured.answers[WITH_FACETS, OURS_50.label][0][place] for place in places]
    every = [measured.answers[WITH_FACETS, OURS.label][0][place] for place in places]
    _compare(measured, STOCK.label, asked, every, measured.stock[STOCK.label])


def _compare(measured: Measured, name: str, asked: list[Asked], ours: list[Timed], theirs: list[Timed]) -> None:
    """Count the answers that agree with ours in the total and in every count of every facet."""
    same, of = measured.agreements.get(name, (0, 0))
    for one, our, their in zip(asked, ours, theirs, strict=True):
        differing = [] if their.answer.total in (our.answer.total, -1) else [f"total {our.answer.total}, {their.answer.total} there"]
        facets = {*our.answer.facets, *their.answer.facets}
        differing += sorted(facet for facet in facets if our.answer.facets.get(facet, {}) != their.answer.facets.get(facet, {}))
        same, of = same + (not differing), of + 1
        if differing:
            measured.disagreements.append(f"{name}: {one.parameters()}: {', '.join(differing)}")
    measured.agreements[name] = (same, of)


def _change(measured: Measured, plan: Plan, folder: Path) -> None:
    """Change items of a copy of the index, few and many in turn; three times, unless that takes long and one round was asked for."""
    copy = plan.work / "changed"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    taken: dict[int, list[dict[str, float]]] = {wanted: [] for wanted in CHANGED}
    with working(OURS) as worker:
        worker.do("open", copy)
        for number in range(3):
            if number >= plan.rounds and sum(one["wall"] for many in taken.values() for one in many) > PATIENCE:
                break
            for wanted in CHANGED:
                _say(f"changing {wanted} items")
                taken[wanted].append(worker.do("change", measured.items, wanted, f"changed{number}x{wanted}"))
    shutil.rmtree(copy)
    for wanted, changes in taken.items():
        measured.changes[wanted] = {part: statistics.median(one[part] for one in changes) for part in ("items", "wall", "cpu")}
        measured.changes[wanted]["worst"] = max(one["wall"] for one in changes)
