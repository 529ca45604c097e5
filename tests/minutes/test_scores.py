"""How well the annotated look-alike council is read, held by floors: what a change makes worse shows here."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from archive import config
from archive.councils import Council, Source
from archive.crawler.fetcher import Fetcher
from archive.crawler.rules import rules_from
from archive.export import exported
from archive.store import open_keeper
from archive.work import crawl_council

FLOORS = {
    "speakers": (0.97, 0.95),
    "speakers strict": (0.95, 0.93),
    "decisions (found)": (0.96, 0.97),
    "decisions (found+outcome)": (0.93, 0.94),
    "motions (both right)": (0.96, 0.94),
    "votes": (0.92, 0.96),
    "attendance": (0.97, 0.96),
    "declarations": (0.95, 0.95),
    "acronyms": (0.97, 0.95),
    "actions": (0.85, 0.78),
}
"""Precision and recall. The truth counts "carried unanimously" as a vote in some places and not in others: hence .92."""


@pytest.mark.shared
def test_the_minutes_of_the_look_alike_council_are_read_as_well_as_they_were(council_site: Callable[..., Any], shared: Path, tmp_path: Path) -> None:
    settings = config.load(tmp_path)
    council = Council("marlshire", "Marlshire", sources=(Source(council_site("plain").base, service=True, loopback=True),))
    keeper = open_keeper(settings)
    with Fetcher(rules_from(settings)) as fetcher:
        fetcher.allow(council.sources[0])
        crawl_council(council, fetcher, keeper, 100, lambda: datetime(2026, 11, 20, 3, tzinfo=UTC))
    export, predictions, scores = tmp_path / "archive.ndjson", tmp_path / "predictions", tmp_path / "scores.json"
    export.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in exported(keeper)), encoding="utf-8")
    keeper.close()
    truth, gold = shared / "council_site" / "truth" / "night0", shared / "gold"
    subprocess.run([sys.executable, gold / "from_export.py", export, "--truth", truth, "--out", predictions], check=True)
    subprocess.run([sys.executable, gold / "score.py", "--gold", truth, "--pred", predictions, "--json", scores], check=True)
    reached = json.loads(scores.read_text(encoding="utf-8"))
    below = {name: (reached[name]["p"], reached[name]["r"]) for name, (p, r) in FLOORS.items() if reached[name]["p"] < p or reached[name]["r"] < r}
    assert below == {}
