"""The main job on a large look-alike site: how long crawl, read and index take, how fast a search is, how much memory it all needs.

    python benchmarks/whole.py [--site ../shared/council_site] [--skin plain] [--meetings 500]

Wall and processor seconds are of this machine; compare ratios within one run, never figures of two machines.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from archive import config
from archive.councils import Council, Source
from archive.crawler.fetcher import Fetcher
from archive.crawler.rules import rules_from
from archive.store import open_keeper
from archive.work import crawl_council, read_council, update_index
from indexer.opening import open_index
from indexer.query import Query
from indexer.words import parse

R = TypeVar("R")
WORDS = ["budget", "school", "transport", "road", "library", "council", "report", "housing", "planning", "bins", "parking", "flood", "grant", "committee"]
SEARCHES = 200
NIGHT = datetime(2026, 11, 20, 3, tzinfo=UTC)


def timed(what: str, work: Callable[[], R], units: Callable[[R], int]) -> R:
    """Do the work and print how long it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    done = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    count = units(done)
    print(f"{what:8} {count:6} in {wall:6.1f} s ({cpu:.1f} s of processor): {count / wall:.0f} a second")
    return done


def searches(index: object, seed: int = 1) -> list[float]:
    """Milliseconds of processor time of searches for one to three common words, with all six facets and snippets."""
    chance, found = random.Random(seed), []
    for _ in range(SEARCHES):
        read = parse(" ".join(chance.sample(WORDS, chance.choice([1, 2, 3]))))
        began = time.process_time()
        index.search(Query(words=read.tree))  # type: ignore[attr-defined]
        found.append(1000 * (time.process_time() - began))
    return sorted(found)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--site", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "council_site")
    options.add_argument("--skin", default="plain")
    options.add_argument("--meetings", type=int, default=500)
    chosen = options.parse_args()
    command = [sys.executable, "serve.py", "--port", "0", "--skin", chosen.skin, "--meetings", str(chosen.meetings)]
    with subprocess.Popen(command, cwd=chosen.site, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as site:
        assert site.stdout
        base = site.stdout.readline().strip()
        settings = config.load(tempfile.mkdtemp())
        council = Council("marlshire", "Marlshire", sources=(Source(base, service=chosen.skin == "plain", loopback=True),))
        keeper = open_keeper(settings)
        with Fetcher(rules_from(settings)) as fetcher:
            fetcher.allow(council.sources[0])
            timed("crawl", lambda: crawl_council(council, fetcher, keeper, 100, lambda: NIGHT), lambda report: report.asked)
        site.terminate()
    timed("read", lambda: read_council(council, keeper, lambda: NIGHT), lambda report: report.asked)
    index = open_index(settings.url("INDEX"))
    timed("index", lambda: update_index(keeper, index), lambda done: done[1])
    index.search(Query())
    taken = searches(index)
    print(
        f"search   {len(taken):6} with six facets: median {taken[len(taken) // 2]:.0f} ms, 95 in 100 below {taken[int(len(taken) * 0.95)]:.0f} ms of processor"
    )
    print(f"memory   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:6} MB at most, in one process that did it all")
    index.close()
    keeper.close()


if __name__ == "__main__":
    main()
