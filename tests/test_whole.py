"""The main job, whole, against a look-alike council site over real HTTP: crawl, keep, index, search, export."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from archive import config
from archive.answers import answer
from archive.councils import Council, Source
from archive.crawler.fetcher import Fetcher
from archive.crawler.rules import rules_from
from archive.export import exported
from archive.questions import Question
from archive.store import Keeper, open_keeper
from archive.work import crawl_council, read_council, update_index
from indexer.opening import open_index

pytestmark = pytest.mark.shared
SKINS = ("plain", "county", "london")


class Archive:
    """An instance that crawls one look-alike site."""

    def __init__(self, folder: Path, base: str, service: bool, **settings: Any) -> None:
        self.config = config.load(folder, MAX_FAILURES=50, TRIES=1, **settings)
        self.council = Council("marlshire", "Marlshire County Council", sources=(Source(base, service=service, loopback=True),))
        self.keeper: Keeper = open_keeper(self.config)

    def crawl(self, night: int = 0) -> Any:
        with Fetcher(rules_from(self.config)) as fetcher:
            fetcher.allow(self.council.sources[0])
            return crawl_council(self.council, fetcher, self.keeper, 100, lambda: datetime(2026, 11, 20, 3, tzinfo=UTC) + timedelta(days=night))

    def records(self, kind: str) -> list[dict[str, Any]]:
        return [one for one in exported(self.keeper) if one["type"] == kind]


@pytest.fixture(params=SKINS)
def skin(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def truth_of(shared: Path, night: int) -> dict[str, Any]:
    """The newest truth of every meeting at or before a night, but for withdrawn ones."""
    found = {}
    for n in range(night + 1):
        for path in (shared / "council_site" / "truth" / f"night{n}").glob("*.json"):
            found[path.stem] = json.loads(path.read_text(encoding="utf-8"))
    gone = json.loads((shared / "council_site" / "truth" / "nights.json").read_text(encoding="utf-8"))[f"night{night}"]["withdrawn"]
    return {page: one for page, one in found.items() if page not in map(str, gone)}


def compare(archive: Archive, truth: dict[str, Any]) -> None:
    """Every meeting, item, whole text, attendance entry and document of the truth is there."""
    meetings = {one["source_id"]: one for one in archive.records("meeting")}
    items: dict[str, list[dict[str, Any]]] = {}
    for item in archive.records("agenda_item"):
        items.setdefault(item["meeting_id"], []).append(item)
    for page, wanted in truth.items():
        id = meetings[page]["id"]
        mine = sorted(items.get(id, []), key=lambda item: item["order"])
        assert [squeezed(i["name"]) for i in mine] == [squeezed(i["title"]) for i in wanted["items"]], page
        assert [i["number"] for i in mine] == [squeezed(i["number"]) for i in wanted["items"]], page
        for item, true in zip(mine, wanted["items"], strict=True):
            assert squeezed(item["text"]) == squeezed(true["text"]), (page, true["number"])
            assert item["text_complete"], (page, true["number"])
        assert (meetings[page]["status"] == "cancelled") == (wanted["status"] == "CANCELLED"), page
        assert meetings[page]["minutes_status"] == {"final": "confirmed"}.get(wanted["minutes"], wanted["minutes"]), page
    counted = dict.fromkeys((one["id"] for one in meetings.values()), 0)
    for entry in archive.records("attendance"):
        counted[entry["meeting_id"]] += 1
    for page, wanted in truth.items():
        assert counted[meetings[page]["id"]] == sum(map(len, wanted["attendance"].values())), page
    kept = {one["source_id"] for one in archive.records("document")}
    assert {f"s{d['id']}" if isinstance(d, dict) else f"s{d}" for one in truth.values() for i in one["items"] for d in i["documents"]} <= kept


def test_everything_of_the_truth_is_found_on_every_skin(council_site: Callable[..., Any], shared: Path, tmp_path: Path, skin: str) -> None:
    site = council_site(skin)
    archive = Archive(tmp_path, site.base, skin == "plain")
    report = archive.crawl()
    assert report.faults == []
    assert site.log()["banned"] == []
    assert site.log()["peak_concurrent"] == 1
    compare(archive, truth_of(shared, 0))


def test_a_night_without_news_changes_nothing_and_asks_for_less(council_site: Callable[..., Any], tmp_path: Path, skin: str) -> None:
    archive = Archive(tmp_path, council_site(skin).base, skin == "plain")
    first = archive.crawl()
    revision = archive.keeper.revision()
    second = archive.crawl()
    assert (second.changed, second.versions, archive.keeper.revision()) == (0, 0, revision)
    assert second.asked < first.asked


def test_four_nights_end_in_the_truth_with_what_was_withdrawn_hidden_but_kept(
    council_site: Callable[..., Any], shared: Path, tmp_path: Path, skin: str
) -> None:
    site = council_site(skin)
    archive = Archive(tmp_path, site.base, skin == "plain")
    for night in range(4):
        site.control(night=night)
        archive.crawl(night)
    compare(archive, truth_of(shared, 3))
    assert archive.keeper.meeting("marlshire/meeting/5613").meeting.status == "withdrawn"
    assert len(archive.keeper.meeting("marlshire/meeting/5613").items) > 0
    assert "Susan Garlick" in archive.keeper.person("marlshire/person/121").other_names
    assert archive.keeper.meeting("marlshire/meeting/5610").meeting.version == 3


def test_reading_again_needs_no_network_and_loses_nothing(council_site: Callable[..., Any], tmp_path: Path) -> None:
    site = council_site("london")
    archive = Archive(tmp_path, site.base, False)
    archive.crawl()
    before = archive.keeper.counts()
    site.process.terminate()
    assert read_council(archive.council, archive.keeper).faults == []
    assert archive.keeper.counts() == before


def test_officers_find_what_was_said_by_whom(council_site: Callable[..., Any], tmp_path: Path) -> None:
    archive = Archive(tmp_path, council_site("plain").base, True)
    archive.crawl()
    index = open_index(archive.config.url("INDEX"))
    assert update_index(archive.keeper, index)[1] > 250
    assert update_index(archive.keeper, index) == (0, 0)
    found = answer(index, Question(words='EHCP speaker:"Jane Moore"'))
    assert [hit.passage.number for hit in found.results.hits] == ["171."]
    jenny = answer(index, Question(words="speaker:Jenny"))
    assert "Jenny Lawrence" in jenny.understood
    index.close()


FAULTS = {
    "unavailable": {"retry_after": 0}, "too_many": {"retry_after": 0}, "error": {}, "slow_first_byte": {"seconds": 3}, "drip": {"bytes_per_second": 50}, "reset": {},
    "wrong_length": {}, "gzip_bomb": {"megabytes": 64}, "redirect_loop": {}, "redirect_metadata": {}, "redirect_elsewhere": {"to": "http://elsewhere.example/"},
    "challenge": {}, "all_to_error": {}, "empty": {}, "robots_deny": {},
}  # fmt: skip
"""Every misbehaviour of the site that spoils a page, with its options."""


def test_no_fault_of_one_committee_costs_a_record_and_each_is_told_in_words(council_site: Callable[..., Any], tmp_path: Path) -> None:
    site = council_site("county")
    archive = Archive(tmp_path, site.base, False, TOTAL_TIMEOUT=2, READ_TIMEOUT=1)
    archive.crawl()
    counts = archive.keeper.counts()
    others = {one["id"]: one for one in archive.records("meeting") if not one["organization_id"].endswith("/134")}
    for night, (fault, options) in enumerate(FAULTS.items(), 1):
        match = "" if fault == "robots_deny" else "(?i)(CId|ID|CommitteeId)=134$|MId=(5401|5467|5533|5610|5622)"
        site.control(faults={fault: {"every": 1, **({"match": match} if match else {}), **options}})
        report = archive.crawl(night)
        assert report.faults, fault
        assert all(len(one["why"]) > 20 for one in report.faults), fault
        assert archive.keeper.counts() == counts, fault
        if fault != "robots_deny":
            assert {one["organization"] for one in report.faults} <= {"134", ""}, (fault, report.faults)
        still = {one["id"]: one for one in archive.records("meeting")}
        assert all(still[id]["version"] == one["version"] for id, one in others.items()), fault
    site.control(faults={})
    assert archive.crawl(20).faults == []


@pytest.mark.parametrize("fault", ["cut_xml", "html_for_xml"])
def test_xml_that_is_none_is_told_and_costs_nothing(council_site: Callable[..., Any], tmp_path: Path, fault: str) -> None:
    site = council_site("plain")
    archive = Archive(tmp_path, site.base, True)
    archive.crawl()
    counts = archive.keeper.counts()
    site.control(faults={fault: {"every": 1, "match": "GetMeeting"}})
    report = archive.crawl(1)
    assert any("mgWebService.asmx" in one["why"] for one in report.faults)
    assert archive.keeper.counts() == counts


@pytest.mark.parametrize("fault", ["malformed", "wrong_charset"])
def test_pages_that_are_sloppy_are_read_all_the_same(council_site: Callable[..., Any], tmp_path: Path, fault: str) -> None:
    site = council_site("county", 0, fault)
    archive = Archive(tmp_path, site.base, False)
    archive.crawl()
    assert archive.keeper.counts()["agenda_item"] == 275


def test_night_by_night_ends_where_a_fresh_crawl_ends(council_site: Callable[..., Any], tmp_path: Path, skin: str) -> None:
    site = council_site(skin)
    slow = Archive(tmp_path / "slow", site.base, skin == "plain")
    unanchored = []
    for night in range(4):
        site.control(night=night)
        slow.crawl(night)
        unanchored.append({i["name"]: i["id"] for i in slow.records("agenda_item") if i["meeting_id"] == "marlshire/meeting/5632" and i["source_id"] is None})
    fresh = Archive(tmp_path / "fresh", site.base, skin == "plain")
    fresh.crawl(3)
    gone = {one["id"] for one in slow.records("meeting") if one["status"] == "withdrawn"}
    assert gone == {"marlshire/meeting/5613"}
    former = {name.split()[-1]: one["id"] for one in slow.records("person") for name in one["other_names"]}
    assert "marlshire/person/121" in former.values()  # Renamed on night 2: only who was watching knows whom the old name means.

    def is_told_by_watching(one: dict[str, Any]) -> bool:
        return one.get("person_id") in former.values() or any(surname in str(one.get("name", "")) for surname in former)

    history = {"version", "retrieved_at", "checked_at", "sha256", "other_names", "former_names", "as_written"}
    for kind in ("organization", "membership", "meeting", "attendance", "agenda_item", "document", "speech", "decision"):
        states = []
        for archive in (slow, fresh):
            records = [one for one in archive.records(kind) if one.get("id") not in gone and one.get("meeting_id") not in gone]
            records = [one for one in records if kind != "speech" or not is_told_by_watching(one)]
            states.append(sorted(json.dumps({k: v for k, v in one.items() if k not in history}, sort_keys=True) for one in records))
        assert states[0] == states[1], kind
    for earlier, later in itertools.pairwise(unanchored):
        assert all(later.get(name, id) == id for name, id in earlier.items())


def test_readers_move_to_a_new_generation_without_an_error(council_site: Callable[..., Any], tmp_path: Path) -> None:
    archive = Archive(tmp_path, council_site("plain").base, True)
    archive.crawl()
    index = open_index(archive.config.url("INDEX"))
    update_index(archive.keeper, index)
    errors: list[Exception] = []
    totals: set[int] = set()
    done = Event()

    def ask() -> None:
        while not done.is_set():
            try:
                totals.add(answer(index, Question(words="school")).results.total)
            except Exception as error:  # noqa: BLE001 -- Any error at all is what must not be.
                errors.append(error)

    readers = [Thread(target=ask) for _ in range(3)]
    for reader in readers:
        reader.start()
    writer = open_index(archive.config.url("INDEX"))
    for _ in range(6):
        update_index(archive.keeper, writer, rebuild=True)
    done.set()
    for reader in readers:
        reader.join()
    writer.close()
    index.close()
    assert errors == []
    assert len(totals) == 1
