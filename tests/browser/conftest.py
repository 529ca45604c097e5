"""What the suites of this folder share: the archives, and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from chromium import CHROMIUM, launched
from kinds import Pages, archives

PATIENCE = 5_000
"""Milliseconds that a page may take to show what is waited for."""


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """Every kind of page, in archives that were made for it."""
    with archives(tmp_path_factory.mktemp("archives")) as made:
        yield made


@pytest.fixture(scope="session")
def served(pages: Pages) -> Iterator[Pages]:
    """The same, served over HTTP."""
    with pages.served():
        yield pages


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A running Chromium; skips where there is none, or fails with REQUIRE_BROWSER."""
    required = bool(os.environ.get("REQUIRE_BROWSER"))
    if not CHROMIUM:
        message = "there is no Chromium: install chromium-headless-shell, or name one in CHROMIUM"
        pytest.fail(message) if required else pytest.skip(message)
    if not required:
        pytest.importorskip("playwright.sync_api")
    with launched() as running:
        yield running


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """An empty page at the width of a desktop, which a test may resize."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Any) -> Iterator[Any]:
    """An empty page on a phone that runs no script."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
