"""The store keeps what it was given, once, and says what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from archive import config
from archive.errors import NotKept, SettingError
from archive.records import AgendaItem, Capture, Link, Meeting, MeetingRecords, Organization
from archive.store import Keeper, open_keeper, tables
from archive.store.database import migrate, open_engine

DAY = datetime(2026, 5, 1, tzinfo=UTC)
MEETING = Meeting("ash/meeting/5", "5", "ash/committee/1", "Streets", "2026-04-04T10:00:00+01:00", "held", "draft", 0)
ITEM = AgendaItem("ash/item/9", "9", MEETING.id, 1, "7.", "Bins", "Said.")
RECORDS = MeetingRecords(MEETING, (ITEM,))


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    one = open_keeper(config.load(tmp_path))
    one.keep_organizations([Organization("ash", None, "Ash", "council"), Organization("ash/committee/1", "1", "Streets", "committee", "ash")])
    yield one
    one.close()


@pytest.mark.parametrize("which", ["records", "captures"])
def test_migrations_make_the_tables_that_the_code_knows(tmp_path: Path, which: str) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    migrate(url, "DATABASE", which)
    engine = open_engine(url, "DATABASE", write=False)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": f"{which}_version"})
        assert compare_metadata(context, getattr(tables, which)) == []
    engine.dispose()


def test_the_same_again_changes_nothing(keeper: Keeper) -> None:
    first = keeper.keep(RECORDS, "hash", (1,), DAY)
    again = keeper.keep(RECORDS, "hash", (2,), DAY.replace(day=2))
    assert (first.changed, first.new_version) == (True, True)
    assert (again.changed, again.new_version, again.revision) == (False, False, first.revision)
    assert keeper.meeting(MEETING.id).meeting.retrieved_at == "2026-05-01T00:00:00Z"


def test_other_content_is_a_new_version_and_the_old_one_stays(keeper: Keeper) -> None:
    keeper.keep(RECORDS, "hash", (1,), DAY)
    confirmed = replace(RECORDS, meeting=replace(MEETING, minutes_status="confirmed"), items=(replace(ITEM, text="Said and corrected."),))
    assert keeper.keep(confirmed, "other", (2,), DAY.replace(day=9)).new_version
    assert [(v.number, v.minutes_status, v.items[0].text) for v in keeper.versions(MEETING.id)] == [
        (1, "draft", "Said."),
        (2, "confirmed", "Said and corrected."),
    ]


def test_a_better_reader_replaces_the_version_it_read(keeper: Keeper) -> None:
    keeper.keep(RECORDS, "hash", (1,), DAY)
    kept = keeper.keep(replace(RECORDS, items=(replace(ITEM, text="Said: read better."),)), "other", (1,), DAY.replace(day=9))
    assert (kept.changed, kept.new_version) == (True, False)
    assert [v.items[0].text for v in keeper.versions(MEETING.id)] == ["Said: read better."]


def test_every_change_has_a_revision_and_what_is_gone_a_tombstone(keeper: Keeper) -> None:
    keeper.keep(RECORDS, "hash", (1,), DAY)
    before = keeper.revision()
    keeper.keep(replace(RECORDS, items=()), "other", (2,), DAY)
    assert {(c.kind, c.id) for c in keeper.changes(before)} == {("meeting", MEETING.id), ("tombstone", ITEM.id)}
    assert keeper.where(ITEM.id).parent == MEETING.id
    keeper.keep(RECORDS, "hash", (3,), DAY)
    assert keeper.where(ITEM.id).gone_at == ""


def test_an_old_id_leads_to_the_new_one(keeper: Keeper) -> None:
    by_title = replace(ITEM, id="ash/item/5.bins", source_id=None)
    keeper.keep(replace(RECORDS, items=(by_title,)), "hash", (1,), DAY)
    keeper.keep(RECORDS, "hash", (1,), DAY, {by_title.id: ITEM.id})
    assert keeper.where(by_title.id).moved_to == ITEM.id


def test_a_meeting_is_in_question_only_after_two_complete_listings_without_it(keeper: Keeper) -> None:
    keeper.keep(RECORDS, "hash", (1,), DAY)
    assert keeper.note_listing("ash/committee/1", []) == []
    assert keeper.note_listing("ash/committee/1", ["5"]) == []
    assert keeper.note_listing("ash/committee/1", []) == []
    assert [one.id for one in keeper.note_listing("ash/committee/1", [])] == [MEETING.id]
    keeper.withdraw(MEETING.id)
    assert keeper.meeting(MEETING.id).meeting.status == "withdrawn"
    keeper.note_listing("ash/committee/1", ["5"])
    assert keeper.meeting(MEETING.id).meeting.status == "held"


def test_a_capture_is_kept_byte_for_byte_and_dropped_again_when_it_says_the_same(keeper: Keeper) -> None:
    captures = keeper.captures
    run = captures.begin_run("ash", DAY)
    link = Link("https://ash.example/5", "meeting", meeting="5")
    first = captures.keep(run, "ash", 0, Capture(link, link.url, 200, "text/html", "utf-8", b"<p>\xff one</p>", DAY))
    captures.settle(first.id, "good", "says")
    second = captures.keep(run, "ash", 0, Capture(link, link.url, 200, "text/html", "utf-8", b"<p>\xff one</p> ", DAY.replace(day=2)))
    captures.settle(second.id, "same", "says")
    assert [capture.body for _, capture in captures.newest("ash")] == [b"<p>\xff one</p>"]
    assert captures.checked_at("ash", link.url) == "2026-05-02T00:00:00Z"
    assert captures.counts()["bodies"] == 1
    assert list(captures.damaged()) == []


def test_what_is_not_kept_says_so_and_a_wrong_url_does_not_start(keeper: Keeper, tmp_path: Path) -> None:
    with pytest.raises(NotKept):
        keeper.item("ash/item/none")
    with pytest.raises(SettingError, match="DATABASE"):
        open_keeper(config.load(tmp_path, DATABASE="nonsense"))
