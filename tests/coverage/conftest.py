"""A small store made by hand: one council, two committees, and a meeting of every kind that coverage tells apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ash_calendar import PARKS, STREETS

from archive import config
from archive.records import Organization
from archive.store import Keeper, open_keeper


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    one = open_keeper(config.load(tmp_path))
    one.keep_organizations([
        Organization("ash", None, "Ash Council", "council"),
        Organization(STREETS, "1", "Streets Committee", "committee", "ash"),
        Organization(PARKS, "2", "Parks Panel", "committee", "ash", "former"),
    ])  # fmt: skip
    yield one
    one.close()
