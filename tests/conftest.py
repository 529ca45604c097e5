"""Fixtures that several suites share: the look-alike council site, and what happens when it is not there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache

SHARED = Path(os.environ.get("MINUTEBOOK_SHARED") or Path(__file__).resolve().parents[2] / "shared")


@dataclass(frozen=True)
class CouncilSite:
    """A running look-alike of a council's site."""

    base: str
    process: subprocess.Popen[str]

    def control(self, **wanted: Any) -> dict[str, Any]:
        """Change its night or its faults; see the site's README."""
        root = "/".join(self.base.split("/")[:3])
        request = urllib.request.Request(f"{root}/__control", json.dumps(wanted).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return dict(json.load(answer))

    def log(self) -> dict[str, Any]:
        """Every request so far, the peak of concurrent ones, and who walked into the trap."""
        root = "/".join(self.base.split("/")[:3])
        with urllib.request.urlopen(f"{root}/__log") as answer:
            return dict(json.load(answer))


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every application of the tests uses the templates that the first one compiled."""
    before = Flask.jinja_options
    Flask.jinja_options = {**before, "bytecode_cache": FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))}
    yield
    Flask.jinja_options = before


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared test beds beside the checkout; skips, or with REQUIRE_SHARED fails, where it is absent."""
    if (SHARED / "council_site" / "serve.py").exists():
        return SHARED
    message = f"the shared test beds are not at {SHARED}: set MINUTEBOOK_SHARED to their folder"
    if os.environ.get("REQUIRE_SHARED"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def council_site(shared: Path) -> Iterator[Callable[..., CouncilSite]]:
    """Starts look-alike sites: ``council_site(skin="london", night=1, meetings=500)``; all are stopped at the end."""
    started: list[subprocess.Popen[str]] = []

    def start(skin: str = "plain", night: int = 0, *faults: str, meetings: int = 0, prefix: str = "") -> CouncilSite:
        command = [sys.executable, "serve.py", "--port", "0", "--skin", skin, "--night", str(night), "--meetings", str(meetings)]
        command += ["--prefix", prefix] if prefix else []
        command += [part for fault in faults for part in ("--fault", fault)]
        process = subprocess.Popen(command, cwd=shared / "council_site", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        started.append(process)
        assert process.stdout
        return CouncilSite(process.stdout.readline().strip(), process)

    yield start
    for process in started:
        process.terminate()
        process.communicate()
