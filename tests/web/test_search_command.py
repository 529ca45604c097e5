"""The search of the command line helps on like the page."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from archive import cli


def told(library: FlaskClient, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.main(["--instance", library.application.instance_path, "search", *words]) == 0
    return capsys.readouterr().err


def test_a_search_that_finds_nothing_says_how_to_go_on(library: FlaskClient, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Did you mean ‘library hours’? 4 results." in told(library, capsys, "libary", "hours")
    assert "Without ‘zebra’: 4 results." in told(library, capsys, "library", "zebra")
    assert "Without" not in told(library, capsys, "library")
