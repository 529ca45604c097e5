"""What Lighthouse says of the pages: prints the median of several runs for each, as the table of docs/measurements/pages.md.

    python benchmarks/pages.py [--runs 3] [--only item]

Needs Chromium and Node with npx, which brings Lighthouse. Accessibility, best practices and SEO are judgements and do not vary;
performance is of a slow phone that Lighthouse simulates, and a busy machine lowers it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "browser"))

from chromium import ARGUMENTS, CHROMIUM
from kinds import Pages, archives

LIGHTHOUSE = "lighthouse@13"
CATEGORIES = ("accessibility", "best-practices", "seo", "performance")
ATTEMPTS = 3
"""Of one run: Chromium and Lighthouse lose each other now and then."""
SHOWN = ("home", "results", "no results", "all speakers", "council", "committee", "meeting", "meeting, two versions", "item", "item, votes by name", "member", "help",
         "about", "not found")  # fmt: skip
"""The kinds of page that are looked at: one for each template, and the longest of them."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--only", choices=SHOWN)
    chosen = options.parse_args()
    print("| page | accessibility | best practices | SEO | performance |\n| --- | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder, archives(Path(folder)) as made, made.served():
        for name in [chosen.only] if chosen.only else SHOWN:
            print(f"| {name} | {' | '.join(cells(made, name, chosen.runs))} |", flush=True)


def cells(pages: Pages, name: str, runs: int) -> list[str]:
    """The figures of one kind of page; a dash for SEO where search engines are not meant to list it."""
    found = [scores(pages.address(name), pages.kinds[name].status) for _ in range(runs)]
    middle = {category: round(100 * statistics.median(one[category] for one in found)) for category in CATEGORIES}
    return ["–" if category == "seo" and not pages.kinds[name].indexed else str(middle[category]) for category in CATEGORIES]


def scores(address: str, status: int) -> dict[str, float]:
    """Category → score from 0 to 1, of one run."""
    with tempfile.TemporaryDirectory() as folder:
        flags = " ".join(["--headless", f"--user-data-dir={folder}/profile", *ARGUMENTS])
        command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={folder}/report.json", f"--chrome-flags={flags}"]
        command += [f"--only-categories={','.join(CATEGORIES)}"] + (["--ignore-status-code"] if status != 200 else [])
        for attempt in range(ATTEMPTS):
            done = subprocess.run(command, check=attempt + 1 == ATTEMPTS, env=os.environ | {"CHROME_PATH": CHROMIUM or ""}, stderr=subprocess.DEVNULL)
            if done.returncode == 0:
                break
        report = json.loads(Path(folder, "report.json").read_text(encoding="utf-8"))
    for audit in report["audits"].values():
        if audit["score"] == 0 and audit["scoreDisplayMode"] == "binary":
            print(f"{address}: {audit['title']}", file=sys.stderr)
    return {category: report["categories"][category]["score"] for category in CATEGORIES}


if __name__ == "__main__":
    main()
