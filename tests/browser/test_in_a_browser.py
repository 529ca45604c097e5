"""Pages in a real browser: no accessibility rule broken, nothing wider than a small phone, nothing that needs a script."""

from __future__ import annotations

import importlib.resources
import os
import shutil
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from werkzeug.serving import make_server

pytestmark = pytest.mark.browser
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ["/", "/search?q=bins+OR+transport", "/search?q=zebra&year=2024", "/search?q=Pryce+planning+committee", "/search?q=shool+trasport&to=2026", "/search?q=bins&committee=hollinmarch/committee/21", "/search?from=yesterday", "/search/speaker?q=school", "/hollinmarch",
         "/hollinmarch/committee/12", "/hollinmarch/meeting/4012", "/hollinmarch/item/9004", "/hollinmarch/item/9054", "/hollinmarch/person/103", "/help", "/about", "/nowhere"]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM:
        message = "there is no Chromium: install chromium-headless-shell, or name one in CHROMIUM"
        pytest.fail(message) if os.environ.get("REQUIRE_BROWSER") else pytest.skip(message)
    playwright = pytest.importorskip("playwright.sync_api") if not os.environ.get("REQUIRE_BROWSER") else importlib.import_module("playwright.sync_api")
    with playwright.sync_playwright() as running:
        one = running.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield one
        one.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from archive import cli, create_app

    folder = tmp_path_factory.mktemp("browser")
    assert cli.main(["--instance", str(folder), "demo", "--check", "--port", "0"]) == 0
    app = create_app(str(folder / "demo"))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    app.extensions["minutebook"].index.close()
    app.extensions["minutebook"].store.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "light"), (320, "dark")])
def test_no_rule_of_accessibility_is_broken_and_nothing_is_too_wide(browser: Any, address: str, width: int, scheme: str) -> None:
    axe = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page, wrong = context.new_page(), []
    for path in PAGES:
        page.goto(address + path)
        page.evaluate(axe)
        found = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})", RULES)
        wrong += [(path, one["id"], one["nodes"][0]["html"]) for one in found["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append((path, "too wide", ""))
    context.close()
    assert wrong == []


@pytest.mark.parametrize("width", [320, 390, 700, 1280])
def test_the_words_of_an_item_have_the_width_of_the_page(browser: Any, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address + "/hollinmarch/item/9004")
    widths = page.evaluate(
        "[...document.querySelectorAll('.words > li > p:not(.margin)')].map(p => p.parentElement.clientWidth && p.getBoundingClientRect().width)"
    )
    assert min(widths, default=0) > min(width, 700) * 0.6
    page.close()


def test_a_resident_finds_an_item_without_a_script(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address)
    page.get_by_role("searchbox").fill("school transport")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="School transport: policy from September 2027").click()
    assert "Decision" in page.content()
    context.close()


def test_a_slip_of_the_keys_is_mended_without_a_script(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + "/search?q=shool+trasport")
    page.get_by_role("link", name="school transport").click()
    assert page.get_by_role("link", name="School transport: policy from September 2027").count() == 1
    context.close()


def test_who_is_named_takes_one_line_on_a_phone(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address + "/search?q=Pryce+planning+committee")
    heights = page.evaluate("[...document.querySelectorAll('.known li')].map(li => li.getBoundingClientRect().height)")
    assert len(heights) == 3
    assert max(heights) < 45
    page.close()
