"""The search index against tantivy, SQLite FTS5 and stock Whoosh: the same made-up council, the same questions, one interleaved run.

    python benchmarks/search.py               60,000 and 200,000 items, three rounds, all peers, HTTP at 60,000
    python benchmarks/search.py --quick       10,000 items, one round, without stock Whoosh and HTTP
    python benchmarks/search.py --million     1,000,000 items, one round, against tantivy

Needs the extra ``benchmark``. With ``--work DIR`` the peers' indexes are kept there for the next run; ours is always built anew.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from searching.measuring import Plan, measure
from searching.report import report

PEERS = ("tantivy", "fts5", "stock")
ONCE = 60_000
"""The size at which stock Whoosh and the web pages are measured, once."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="10,000 items, one round, without stock Whoosh and HTTP")
    options.add_argument("--million", action="store_true", help="1,000,000 items, one round, against tantivy")
    options.add_argument("--items", type=int, nargs="+", metavar="N", help="other sizes")
    options.add_argument("--rounds", type=int)
    options.add_argument("--peers", nargs="*", choices=PEERS, help="which engines to compare with")
    options.add_argument("--http", action=argparse.BooleanOptionalAction, help="whether to ask for pages over HTTP, at every size")
    options.add_argument("--work", type=Path, help="where indexes are made; a temporary folder unless given")
    options.add_argument("--out", type=Path, help="where to write the report, besides printing it")
    options.add_argument("--differences", action="store_true", help="print every question that two engines answer differently")
    chosen = options.parse_args()
    short = chosen.quick or chosen.million
    sizes = chosen.items or ([10_000] if chosen.quick else [1_000_000] if chosen.million else [ONCE, 200_000])
    changed_at = max((size for size in sizes if size <= ONCE), default=0)
    done = []
    with _folder(chosen.work) as work:
        for items in sizes:
            usual = ("tantivy",) if chosen.million else PEERS if items == ONCE and not short else ("tantivy", "fts5")
            peers = usual if chosen.peers is None else tuple(chosen.peers)
            http = (items == ONCE and not short) if chosen.http is None else chosen.http
            measured = measure(items, Plan(work, chosen.rounds or (1 if short else 3), peers, http, items == changed_at))
            done.append(measured)
            if chosen.differences:
                print(*measured.disagreements, sep="\n", file=sys.stderr)
    text = report(done)
    print(text, end="")
    if chosen.out:
        chosen.out.write_text(text, encoding="utf-8")


@contextmanager
def _folder(chosen: Path | None) -> Iterator[Path]:
    """The folder to work in, which is gone afterwards unless it was chosen."""
    if chosen:
        chosen.mkdir(parents=True, exist_ok=True)
        yield chosen.resolve()
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


if __name__ == "__main__":
    main()
