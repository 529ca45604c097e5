"""How well a search finds what was sought: prints the figures of the labelled set by kind of query, and every failing query.

python benchmarks/relevance.py [--shared ../shared] [--only demonstration|council_site]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "relevance"))

import corpora  # noqa: E402 -- It lies beside the labels, among the tests.
from measure import Report, measured, read_queries  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options.add_argument("--only", choices=[corpora.DEMONSTRATION.stem, corpora.COUNCIL_SITE.stem])
    chosen = options.parse_args()
    if chosen.only != corpora.COUNCIL_SITE.stem:
        tell(corpora.DEMONSTRATION.stem, demonstration())
    if chosen.only != corpora.DEMONSTRATION.stem:
        if (chosen.shared / "council_site" / "serve.py").exists():
            tell(corpora.COUNCIL_SITE.stem, council_site(chosen.shared))
        else:
            print(f"The look-alike council site is not at {chosen.shared}: say where with --shared.")


def demonstration() -> Report:
    """The figures of the demonstration council."""
    with tempfile.TemporaryDirectory() as folder, corpora.demonstration(Path(folder)) as index:
        return measured(index, read_queries(corpora.DEMONSTRATION))


def council_site(shared: Path) -> Report:
    """The figures of the look-alike council site, which is served for as long as they take."""
    command = [sys.executable, "serve.py", "--port", "0", "--skin", "plain"]
    with subprocess.Popen(command, cwd=shared / "council_site", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as site:
        assert site.stdout
        try:
            with tempfile.TemporaryDirectory() as folder, corpora.council_site(Path(folder), site.stdout.readline().strip()) as index:
                return measured(index, read_queries(corpora.COUNCIL_SITE))
        finally:
            site.terminate()


def tell(name: str, report: Report) -> None:
    """Print a table and the failing queries."""
    print(f"\n{name}\n\n{report.table()}\n\n{len(report.failing)} of {sum(report.queries.values())} queries fail:")
    print("\n".join(f"  {line}" for line in report.failing))


if __name__ == "__main__":
    main()
