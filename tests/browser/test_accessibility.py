"""axe finds nothing on any kind of page, however it is looked at; nothing is wider than the screen; what is printed is dark on white."""

from __future__ import annotations

import importlib.resources
from typing import Any

import pytest
from kinds import NAMES, Pages

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OLDEST = (4, 12)
"""The version of axe below which it does not know what WCAG 2.2 asks of the size of targets."""
LOOKS = {
    "desktop": (1280, "light", "none"),
    "phone": (390, "light", "none"),
    "small phone": (320, "light", "none"),
    "dark": (1280, "dark", "none"),
    "forced colours": (390, "dark", "active"),
}
"""How every page is looked at: width, colour scheme, forced colours."""
SPACING = "* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} p {margin-bottom: 2em !important}"
"""What readers may set themselves (WCAG 1.4.12)."""
PALE = """() => {
  const dark = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return 1.05 / (.2126 * x + .7152 * y + .0722 * z + .05);
  };
  const found = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement, style = getComputedStyle(one);
    if (walk.currentNode.data.trim() && one.checkVisibility() && one.getBoundingClientRect().height > 1
        && dark(style.color.match(/[\\d.]+/g).slice(0, 3).map(Number)) < 4.5) found.add(one.outerHTML.slice(0, 80));
  }
  return [...found];
}"""
"""Words that are too pale to be printed on white, since browsers leave backgrounds out."""


def axe() -> str:
    """The source of axe."""
    return (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def broken(page: Any) -> list[tuple[str, str]]:
    """(rule, where first) of every rule that the page breaks."""
    found = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})", RULES)
    return [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]


def too_wide(page: Any) -> list[str]:
    """What reaches past the right edge of a page that must be scrolled sideways; nothing for a page that fits."""
    return list(
        page.evaluate(
            "() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]"
            ".filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 80)).slice(0, 5)"
        )
    )


def test_axe_knows_the_rules_of_wcag_2_2_and_bites(page: Any) -> None:
    page.set_content("<!doctype html><title>x</title><p style='color:#999'>Some pale words.<p><a href=/a>a</a><a href=/b>b</a><img src=x><input>")
    page.evaluate(axe())
    assert tuple(map(int, page.evaluate("axe.version").split(".")[:2])) >= OLDEST
    assert {"color-contrast", "html-has-lang", "image-alt", "label", "landmark-one-main", "target-size"} <= {rule for rule, _ in broken(page)}


@pytest.mark.parametrize("name", NAMES)
def test_no_rule_is_broken_and_nothing_is_too_wide(page: Any, served: Pages, name: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda said: said.type == "error" and said.location["url"] != page.url and complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(served.address(name))
    page.evaluate(axe())
    wrong: list[Any] = []
    for look, (width, scheme, forced) in LOOKS.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, forced_colors=forced)
        wrong += [(look, *one) for one in broken(page)]
        wrong += [(look, "too wide", one) for one in too_wide(page)]
    page.emulate_media(media="print", color_scheme="dark", forced_colors="none")
    wrong += [("print", "too pale", one) for one in page.evaluate(PALE)]
    wrong += [("print", "shown", one) for one in ("header nav", "form", ".skip") if page.locator(one).filter(visible=True).count()]
    page.emulate_media(media="screen", color_scheme="light")
    page.evaluate("css => {const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]}", SPACING)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        wrong += [(f"spaced out, {width}", "too wide", one) for one in too_wide(page)]
    assert wrong == []
    assert complaints == []
