"""Pictures of every kind of page in four widths and two themes, to be looked over: ``KIND-WIDTH-THEME.png`` in a folder.

python benchmarks/screenshots.py FOLDER [--only WORDS] [--widths 1280,390] [--themes light,dark]
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "browser"))

from chromium import launched
from kinds import NAMES, archives

HEIGHTS = {1280: 900, 768: 1024, 390: 844, 320: 568}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--only", default="", help="only kinds of page with these words in their name")
    options.add_argument("--widths", default=",".join(map(str, HEIGHTS)))
    options.add_argument("--themes", default="light,dark")
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, archives(Path(folder)) as made, made.served(), launched() as browser:
        for width in map(int, chosen.widths.split(",")):
            for theme in chosen.themes.split(","):
                page = browser.new_page(viewport={"width": width, "height": HEIGHTS.get(width, 900)}, color_scheme=theme)
                for name in NAMES:
                    if chosen.only in name:
                        page.goto(made.address(name))
                        page.screenshot(path=chosen.folder / f"{re.sub('[^a-z0-9]+', '-', name.lower())}-{width}-{theme}.png", full_page=True)
                page.close()


if __name__ == "__main__":
    main()
