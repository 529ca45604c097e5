"""What was measured, as Markdown: each target with what was reached, then the figures behind it."""

from __future__ import annotations

import platform
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from searching.measuring import ALONE, WITH_FACETS, Measured, percentile
from searching.questions import KINDS
from searching.workers import FTS5, OURS, OURS_50, STOCK, TANTIVY, TANTIVY_50, TANTIVY_UNCOUNTED, Engine

NOTES = """\
- Times are **processor time** of the process that does the work, taken inside it; ratios are of one interleaved run on one machine, and only they can
  be compared with another run. Percentiles are the medians of the rounds; every round and mode has a set of {questions} questions of its own, the same for
  all engines, so that no engine is asked anything twice (but for the {common} most common words).
- Every engine gets the same tokens (made in Python), keeps the whole passage, and reads the passages of its 20 hits; every count is exact, every value of
  a facet is counted, and each facet leaves out its own filter; judged is what a page needs, the fifty most frequent values of each facet. Answers are compared in total and in every count (see below).
- Ours scores title and text together and prefers the written form of a word; the others are asked in the fewest clauses that find the same items.
- Snippets are part of our answers and of nobody else's, so they are told apart and judged by themselves.
- tantivy has all in one segment where its writer's limit allows it; columns of numbers, one aggregation for all facets without a filter and one for each
  with; “without the total” it may skip what cannot win. FTS5 is contentless, optimized and analyzed, one statement a question.
- Builds: seconds in which the made-up items were made are taken off; making tokens is part of the work. “tokens” says how much of it.
- Changes: whole meetings from all over the index, from `begin()` to a search that finds all of them, on a copy, the few and the many in turn.
- HTTP: `minutebook serve` over an instance with nothing but the index; every request is a new connection and asks what nobody asked before; the clients
  share the machine with the server.
"""


@dataclass(frozen=True)
class Row:
    """One target."""

    what: str
    ours: str
    other: str
    value: float
    target: float
    form: str = "{:.2f}"
    at_least: bool = False

    def cells(self) -> list[str]:
        """The row of the table."""
        reached = self.value >= self.target if self.at_least else self.value <= self.target
        short = (self.target - self.value if self.at_least else self.value - self.target) / self.target
        sign = "≥" if self.at_least else "≤"
        missed = f"{100 * short:.0f} %" if short < 2 else f"a factor of {short + 1:.1f}"
        verdict = "reached" if reached else f"**missed by {missed}**"
        return [self.what, self.ours, self.other, self.form.format(self.value), f"{sign} {self.form.format(self.target)}", verdict]


def report(all_measured: Sequence[Measured]) -> str:
    """The whole report."""
    parts = ["# Search, measured", "Made by `python benchmarks/search.py`. " + _machine()]
    for measured in all_measured:
        rounds = "one round" if measured.rounds == 1 else f"{measured.rounds} rounds"
        parts.append(f"## {measured.items:,} items ({rounds})")
        parts.append(_table(["", "ours", "theirs", "figure", "target", ""], [row.cells() for row in targets(measured)]))
        parts.append(_table(["processor ms a question", "p50", "p95", "max", "of which fetching, mean", "p95: ours in relation"], _times(measured)))
        head = ["build", "items a processor second", "of which tokens", "wall s", "most memory, MB", "on disk, MB"]
        parts.append(_table(head, _builds(measured)))
        parts.append(_table(["p50 ms by kind, with facets", *(name for name, _ in _with_facets(measured)), "ours, p95"], _kinds(measured)))
        parts.append("\n".join(_facts(measured)))
    first = all_measured[0]
    questions = len(first.answers[WITH_FACETS, OURS.label][0])
    parts.append("## How to read it\n\n" + NOTES.format(questions=questions, common=questions // (len(KINDS) + 1)))
    return "\n\n".join(parts).rstrip() + "\n"


def targets(measured: Measured) -> Iterator[Row]:
    """Every target that was measured at this size."""
    p95 = {key: measured.percentile(key[0], engine, 0.95) for key, engine in _asked(measured)}
    ours = p95[WITH_FACETS, OURS_50.label]
    for engine, target in ((TANTIVY_50, 1.0), (FTS5, 0.05)):
        if other := p95.get((WITH_FACETS, engine.label)):
            yield Row(f"{WITH_FACETS}, p95, against {engine.label}", f"{ours:.2f} ms", f"{other:.2f} ms", ours / other, target)
    if measured.stock:
        ours_here, other = (percentile((one.ms for one in measured.stock[engine.label]), 0.95) for engine in (OURS_50, STOCK))
        asked = len(measured.stock[STOCK.label])
        yield Row(f"the same against stock Whoosh, {asked} questions", f"{ours_here:.2f} ms", f"{other:.0f} ms", ours_here / other, 0.01, "{:.4f}")
    if measured.items >= 1_000_000:
        yield Row(f"{WITH_FACETS}, p95, ms", f"{ours:.2f} ms", "", ours, 100.0, "{:.1f}")
    snippets = _snippets(measured)
    yield Row("snippets, ms a hit", f"{snippets:.3f} ms", "", snippets, 0.5, "{:.3f}")
    if other := p95.get((ALONE, TANTIVY_UNCOUNTED.label)):
        ours = p95[ALONE, OURS.label]
        yield Row(f"{ALONE}, p95, against {TANTIVY_UNCOUNTED.label}", f"{ours:.2f} ms", f"{other:.2f} ms", ours / other, 2.0)
    if FTS5.label in measured.builds:
        ours, other = (_rate(measured, engine) for engine in (OURS, FTS5))
        yield Row("build, items a processor second, against SQLite FTS5", f"{ours:.0f}", f"{other:.0f}", ours / other, 0.8, at_least=True)
    if measured.changes:
        (few, first), (many, second) = measured.changes.items()
        yield Row(f"{few} changed items until searchable, s", f"{first['wall']:.2f} s ({first['cpu']:.2f} s processor)", "", first["wall"], 5.0)
        yield Row(f"{many} in relation to {few}", f"{second['wall']:.2f} s ({second['cpu']:.2f} s processor)", "", second["wall"] / first["wall"], 2.2)
    if measured.items >= 60_000 or measured.builds[OURS.label]["peak"] > 1000:
        peak = measured.builds[OURS.label]["peak"]
        yield Row("most memory of a build, MB", f"{peak:.0f} MB", "", peak, 1000, "{:.0f}")
    dirty = measured.memory["dirty"]
    yield Row("memory a worker has written, MB", f"{dirty:.0f} MB", "", dirty, 150, "{:.0f}")
    if measured.pages:
        yield Row("private memory of the larger web worker, MB", f"{measured.pages['memory']:.0f} MB", "", measured.pages["memory"], 150, "{:.0f}")
        yield Row("page over HTTP, 2 clients, p95 ms", f"{measured.pages['p95']:.1f} ms", "", measured.pages["p95"], 30.0, "{:.1f}")
        rate = measured.pages["rate"]
        yield Row("pages a second, 8 clients", f"{rate:.0f}", "", rate, 100, "{:.0f}", at_least=True)


def _asked(measured: Measured) -> list[tuple[tuple[str, str], Engine]]:
    engines = {engine.label: engine for engine in (OURS, OURS_50, TANTIVY, TANTIVY_50, TANTIVY_UNCOUNTED, FTS5)}
    return [(key, engines[key[1]]) for key in measured.answers]


def _with_facets(measured: Measured) -> list[tuple[str, list[list[float]]]]:
    """Engines with the times of their rounds, facets counted."""
    return [(engine, [[one.ms for one in timed] for timed in rounds]) for (mode, engine), rounds in measured.answers.items() if mode == WITH_FACETS]


def _times(measured: Measured) -> Iterator[list[str]]:
    for (mode, label), engine in _asked(measured):
        shares = [measured.percentile(mode, engine, share) for share in (0.5, 0.95, 1.0)]
        fetching = statistics.mean(one.fetching for timed in measured.answers[mode, label] for one in timed)
        own = OURS_50 if (mode, engine) == (WITH_FACETS, TANTIVY_50) else OURS
        ratio = measured.percentile(mode, own, 0.95) / shares[1]
        relation = "" if engine in (OURS, OURS_50) else f"{ratio:.2f}"
        yield [f"{label}: {mode}", *(f"{share:.2f}" for share in shares), f"{fetching:.2f}" if fetching else "", relation]
    for label, timed in measured.stock.items():
        shares = [percentile((one.ms for one in timed), share) for share in (0.5, 0.95, 1.0)]
        yield [f"{label}: {WITH_FACETS}, {len(timed)} questions", *(f"{share:.2f}" for share in shares), "", ""]


def _builds(measured: Measured) -> Iterator[list[str]]:
    for label, built in measured.builds.items():
        tokens = f"{100 * built['tokens'] / built['cpu']:.0f} %" if built["tokens"] else ""
        yield [label, f"{built['items'] / built['cpu']:.0f}", tokens, f"{built['wall']:.1f}", f"{built['peak']:.0f}", f"{built['size']:.0f}"]


def _kinds(measured: Measured) -> Iterator[list[str]]:
    kinds = dict.fromkeys(one.kind for one in measured.answers[WITH_FACETS, OURS.label][0])
    for kind in sorted(kinds):
        rounds = {label: measured.answers[WITH_FACETS, label] for label, _ in _with_facets(measured)}
        medians = [statistics.median(one.ms for timed in of for one in timed if one.kind == kind) for of in rounds.values()]
        slow = percentile((one.ms for timed in rounds[OURS.label] for one in timed if one.kind == kind), 0.95)
        yield [kind, *(f"{median:.2f}" for median in medians), f"{slow:.2f}"]


def _facts(measured: Measured) -> Iterator[str]:
    versions = "; ".join(
        f"{label} ({version})" for label, version in measured.versions.items() if label in (OURS.label, TANTIVY.label, FTS5.label, STOCK.label)
    )
    yield f"- Engines: {versions}."
    for name, (same, of) in measured.agreements.items():
        yield f"- Our answers and those of {name}: {same} of {of} agree in total and every count."
    totals = sorted(one.answer.total for timed in measured.answers[WITH_FACETS, OURS.label] for one in timed)
    yield f"- Questions find {totals[len(totals) // 2]:,} items in the median, {totals[-1]:,} at most; {sum(not total for total in totals)} of {len(totals)} find nothing."
    memory = measured.memory
    yield f"- Our worker has written {memory['dirty']:.0f} MB of memory; besides, {memory['clean']:.0f} MB of pages of files that other workers would share."
    if measured.changes:
        changes = measured.changes.items()
        yield "- Changes: " + "; ".join(f"{one['items']:.0f} items at worst {one['worst']:.2f} s" for _, one in changes) + "."
    if measured.pages:
        pages = measured.pages
        yield f"- HTTP: {pages['pages']:.0f} pages; two clients p50 {pages['p50']:.1f} ms; eight clients p95 {pages['p95 of eight']:.1f} ms."


def _snippets(measured: Measured) -> float:
    """Milliseconds a hit, over all questions with facets."""
    timed = [one for of in measured.answers[WITH_FACETS, OURS.label] for one in of]
    return sum(one.snippets for one in timed) / max(1, sum(one.hits for one in timed))


def _rate(measured: Measured, engine: Engine) -> float:
    built = measured.builds[engine.label]
    return built["items"] / built["cpu"]


def _machine() -> str:
    return f"Python {platform.python_version()}, {platform.system()} on {platform.machine()}."


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
