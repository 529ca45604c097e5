"""The command line helps on like the pages, and says of wrong input what is wrong with it."""

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


def test_an_export_of_a_council_that_is_not_kept_is_refused_and_not_empty(library: FlaskClient, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--instance", library.application.instance_path, "export", "--council", "nope"]) == cli.USAGE
    told = capsys.readouterr()
    assert told.out == ""
    assert "nothing is kept of 'nope'; there is ash" in told.err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("serve", "--port", "99999"), "a port is a number from 0 to 65535, not '99999'"),
        (("demo", "--port", "x"), "a port is a number from 0 to 65535, not 'x'"),
        (("export", "--since", "-5"), "a revision is a number from 0 on, not '-5'"),
    ],
)
def test_a_number_that_cannot_be_meant_is_told_before_anything_is_done(arguments: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([*arguments])
    assert stopped.value.code == cli.USAGE
    assert why in capsys.readouterr().err
