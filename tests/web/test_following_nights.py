"""Whoever follows the changes, from any revision on and in pages of any size, has the whole archive, night after night."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from followers import Follower, whole
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import config, create_app
from archive.councils import Council, Source
from archive.crawler.fetcher import Fetcher
from archive.crawler.rules import rules_from
from archive.keeping.takedown import take_down
from archive.store import open_keeper
from archive.takedowns import read_takedowns
from archive.work import crawl_council

pytestmark = pytest.mark.shared
NIGHTS = 4
DAY = datetime(2026, 11, 20, 3, tzinfo=UTC)
TAKEN = ("marlshire/person/121", "marlshire/item/20015")
"""A person and an item that the operator takes down after the last night."""


@pytest.fixture(scope="module")
def nights(council_site: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[FlaskClient]]:
    """The pages of the archive as it was after each night, and after two records were taken down."""
    folder = tmp_path_factory.mktemp("nights")
    site = council_site("county")
    settled = config.load(folder / "now", MAX_FAILURES=50, TRIES=1)
    council = Council("marlshire", "Marlshire County Council", sources=(Source(site.base, loopback=True),))
    keeper = open_keeper(settled)
    for night in range(NIGHTS + 1):
        if night < NIGHTS:
            site.control(night=night)
            with Fetcher(rules_from(settled)) as fetcher:
                fetcher.allow(council.sources[0])
                crawl_council(council, fetcher, keeper, 100, lambda: DAY + timedelta(days=night), takedowns=read_takedowns(settled.instance))  # noqa: B023
        else:
            for id in TAKEN:
                take_down(settled.instance, council, keeper, id, "At their request", False, DAY.date())
        keeper.close()
        shutil.copytree(folder / "now", folder / str(night))
        keeper = open_keeper(settled)
    keeper.close()
    apps = [create_app(str(folder / str(night))) for night in range(NIGHTS + 1)]
    yield [app.test_client() for app in apps]
    for app in apps:
        app.extensions["minutebook"].store.close()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(pages=st.lists(st.lists(st.integers(1, 60), max_size=6), min_size=NIGHTS, max_size=NIGHTS), last=st.integers(1, 500))
def test_a_follower_has_the_whole_archive_wherever_it_stopped_in_between(nights: list[FlaskClient], pages: list[list[int]], last: int) -> None:
    follower = Follower()
    for client, sizes in zip(nights, pages, strict=False):
        for size in sizes:
            if not follower.follow(client, size):
                break
    while follower.follow(nights[-1], max(last, 20)):
        pass
    assert follower.copy() == whole(nights[-1])


def test_a_follower_who_looks_once_a_night_has_the_archive_of_every_night(nights: list[FlaskClient]) -> None:
    follower = Follower()
    for client in nights:
        while follower.follow(client, 50):
            pass
        assert follower.copy() == whole(client)
        told = len(follower.seen)
        assert not follower.follow(client, 50)
        assert len(follower.seen) == told, "nothing is told twice"


def test_every_revision_that_stands_is_told_once(nights: list[FlaskClient]) -> None:
    follower = Follower()
    while follower.follow(nights[-1], 7):
        pass
    assert len({id for id, _ in follower.seen}) == len(follower.seen)
    assert [revision for _, revision in follower.seen] == sorted(revision for _, revision in follower.seen)


def test_who_begins_with_a_download_goes_on_from_its_revision(nights: list[FlaskClient]) -> None:
    with nights[1].get("/export.ndjson.gz") as answer:
        revision = answer.headers["Minutebook-Revision"]
    begun = Follower()
    while begun.follow(nights[1], 500):
        pass
    follower = copy.deepcopy(begun)
    follower.cursor = f"/changes?since={revision}"
    while follower.follow(nights[-1], 3):
        pass
    assert follower.copy() == whole(nights[-1])


def test_what_was_withdrawn_or_taken_down_carries_nothing_of_its_text(nights: list[FlaskClient]) -> None:
    before, after = (client.get("/changes?limit=500") for client in nights[3:])
    assert {one["id"] for one in after.get_json()["changes"] if one["kind"] == "tombstone"} >= set(TAKEN)
    for name in ("Susan Garlick", "Dedicated Schools Grant (DSG) had gone up"):
        assert name in before.get_data(as_text=True)
        assert name not in after.get_data(as_text=True)
    changes = {one["id"]: one for one in before.get_json()["changes"]}
    [alone] = changes["marlshire/meeting/5613"]["records"]
    assert (alone["type"], alone["status"]) == ("meeting", "withdrawn")
