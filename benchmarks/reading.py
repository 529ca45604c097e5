"""How well minutes are read: crawls the annotated look-alike council, exports it, and prints the scorer's table and, with --errors, every error.

python benchmarks/reading.py [--shared ../shared] [--skin plain] [--errors]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from archive import config
from archive.councils import Council, Source
from archive.crawler.fetcher import Fetcher
from archive.crawler.rules import rules_from
from archive.export import exported
from archive.minutes import annotate
from archive.records import AgendaItem
from archive.store import open_keeper
from archive.work import crawl_council


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    options.add_argument("--skin", default="plain")
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    work = Path(tempfile.mkdtemp())
    command = [sys.executable, "serve.py", "--port", "0", "--skin", chosen.skin]
    with subprocess.Popen(command, cwd=chosen.shared / "council_site", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as site:
        assert site.stdout
        settings = config.load(work)
        council = Council("marlshire", "Marlshire", sources=(Source(site.stdout.readline().strip(), service=chosen.skin == "plain", loopback=True),))
        keeper = open_keeper(settings)
        with Fetcher(rules_from(settings)) as fetcher:
            fetcher.allow(council.sources[0])
            crawl_council(council, fetcher, keeper, 100, lambda: datetime(2026, 11, 20, 3, tzinfo=UTC))
        site.terminate()
    with (work / "archive.ndjson").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in exported(keeper))
    keeper.close()
    _tell_time(work / "archive.ndjson")
    truth, gold = chosen.shared / "council_site" / "truth" / "night0", chosen.shared / "gold"
    subprocess.run([sys.executable, gold / "from_export.py", work / "archive.ndjson", "--truth", truth, "--out", work / "predictions"], check=True)
    subprocess.run([sys.executable, gold / "score.py", "--gold", truth, "--pred", work / "predictions", *(["--errors"] if chosen.errors else [])], check=True)


HOSTILE = ("Councillor Ash ", "The Head of the Head of the ", "Mr A. B. C. D. ", "RESOLVED: That RESOLVED ", "a, b, c and d ", "“That “That ", "x" * 40)


def _tell_time(export: Path) -> None:
    """Milliseconds an item, and how long the worst of some hostile lines of 100 kB takes; CPU time."""
    records = [json.loads(line) for line in export.read_text(encoding="utf-8").splitlines()]
    texts = [record["text"] for record in records if record["type"] == "agenda_item" and record["text"]]
    each = sorted(_seconds(text) for text in texts)
    worst = max((_seconds((piece * (100_000 // len(piece) + 1))[:100_000]), piece) for piece in HOSTILE)
    print(f"reading: {1000 * sum(each) / len(each):.1f} ms an item, p95 {1000 * each[int(0.95 * len(each))]:.1f} ms, longest {1000 * each[-1]:.0f} ms")
    print(f"a hostile line of 100 kB: at most {worst[0]:.2f} s ({worst[1].strip()!r})")


def _seconds(text: str) -> float:
    began = time.process_time()
    annotate([AgendaItem("x/item/1", None, "x/meeting/1", 1, "1.", "", text)], [], [], "x")
    return time.process_time() - began


if __name__ == "__main__":
    main()
