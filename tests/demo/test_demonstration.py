"""The demonstration: a fictional council that ships with the program is crawled over real HTTP, twice, and shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from archive import cli, config
from archive.crawler.fetcher import Fetcher
from archive.crawler.rules import rules_from
from archive.demo.council import registered, site
from archive.demo.site import DemoSite
from archive.keeping.takedown import take_down
from archive.store import Keeper, open_keeper
from archive.takedowns import read_takedowns
from archive.work import crawl_council, read_council
from archive.work.freshness import LastRead

NIGHT = datetime(2026, 11, 20, 3, tzinfo=UTC)


class Crawled:
    """An instance into which the demonstration was crawled in both its states."""

    def __init__(self, folder: Path) -> None:
        self.config = config.load(folder)
        self.keeper: Keeper = open_keeper(self.config)
        with DemoSite() as running:
            self.council = registered(running.base)
            self.reports = [self.crawl(running, state) for state in (0, 1)]

    def crawl(self, running: DemoSite, state: int) -> Any:
        running.state = state
        with Fetcher(rules_from(self.config)) as fetcher:
            fetcher.allow(self.council.sources[0])
            return crawl_council(self.council, fetcher, self.keeper, 100, lambda: NIGHT, takedowns=read_takedowns(self.config.instance))


@pytest.fixture
def crawled(tmp_path: Path) -> Iterator[Crawled]:
    one = Crawled(tmp_path)
    yield one
    one.keeper.close()


def everything(crawled: Crawled) -> str:
    from archive.export import exported

    return "\n".join(json.dumps(record, ensure_ascii=False) for record in exported(crawled.keeper))


def test_it_is_large_enough_that_facets_matter() -> None:
    shown = site(0)
    assert len(shown.committees) >= 4
    assert len({m.start.year for m in shown.meetings.values()}) >= 3
    assert sum(len(m.items) for m in shown.meetings.values()) >= 60


def test_all_of_it_is_crawled_without_a_fault(crawled: Crawled) -> None:
    assert [report.faults for report in crawled.reports] == [[], []]
    kept = crawled.keeper.counts()
    assert (kept["meeting"], kept["agenda_item"]) == (len(site(1).meetings), sum(len(m.items) for m in site(1).meetings.values()))


def test_a_text_that_is_cut_on_its_page_is_kept_whole(crawled: Crawled) -> None:
    [(meeting, item)] = [(m, i) for m in site(1).meetings.values() for i in m.items if sum(len(p.split()) for p in i.minutes) > 400]
    kept = crawled.keeper.item(f"hollinmarch/item/{item.id}")
    assert kept.text_complete
    assert kept.text.split() == " ".join(item.minutes).replace("**", "").split()
    assert meeting.id


def test_a_draft_that_is_confirmed_is_a_second_version(crawled: Crawled) -> None:
    assert crawled.reports[1].versions == 1
    versions = crawled.keeper.versions("hollinmarch/meeting/4112")
    assert [v.minutes_status for v in versions] == ["draft", "confirmed"]
    assert any("£45,200" in item.text for item in versions[0].items)
    assert not any("£45,200" in item.text for item in versions[1].items)


def test_welsh_items_are_known_as_welsh(crawled: Crawled) -> None:
    languages = {item.language for m in crawled.keeper.every_meeting("hollinmarch") for item in crawled.keeper.meeting(m.id).items}
    assert languages == {"en", "cy"}


def test_an_item_without_a_number_keeps_its_identity(crawled: Crawled) -> None:
    ids = {item.id for m in crawled.keeper.every_meeting("hollinmarch") for item in crawled.keeper.meeting(m.id).items if item.source_id is None}
    assert ids
    assert read_council(crawled.council, crawled.keeper).changed == 0
    assert ids == {item.id for m in crawled.keeper.every_meeting("hollinmarch") for item in crawled.keeper.meeting(m.id).items if item.source_id is None}


def test_a_person_who_is_taken_down_is_gone_and_stays_gone(crawled: Crawled) -> None:
    assert "Helen Pryce" in everything(crawled)
    take_down(crawled.config.instance, crawled.council, crawled.keeper, "hollinmarch/person/103", "At her request", True, NIGHT.date())
    assert "Helen Pryce" not in everything(crawled)
    assert crawled.keeper.where("hollinmarch/person/103").reason == "At her request"
    with DemoSite(1) as running:
        crawled.council = registered(running.base)
        crawled.crawl(running, 1)
    read_council(crawled.council, crawled.keeper, takedowns=read_takedowns(crawled.config.instance))
    assert "Helen Pryce" not in everything(crawled)
    assert b"Helen Pryce" not in b"".join(capture.body for _, capture in crawled.keeper.captures.newest("hollinmarch"))


def test_an_item_that_is_taken_down_leaves_a_word(crawled: Crawled) -> None:
    item = next(i for m in crawled.keeper.every_meeting("hollinmarch") for i in crawled.keeper.meeting(m.id).items if i.text)
    take_down(crawled.config.instance, crawled.council, crawled.keeper, item.id, "An error of the council", False, NIGHT.date())
    assert item.text not in everything(crawled)
    assert crawled.keeper.where(item.id).reason == "An error of the council"
    read_council(crawled.council, crawled.keeper, takedowns=read_takedowns(crawled.config.instance))
    assert item.text not in everything(crawled)


def test_the_command_shows_it_and_says_what_is_wrong_with_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--instance", str(tmp_path)]
    assert cli.main([*place, "demo", "--check", "--port", "0"]) == 0
    assert "A search for ‘school transport’ finds" in capsys.readouterr().err
    assert LastRead(tmp_path / "demo").times().keys() == {"hollinmarch"}
    demo = ["--instance", str(tmp_path / "demo")]
    assert cli.main(["search", "bins", "--json", *demo]) == 0
    assert json.loads(capsys.readouterr().out)["total"] > 0
    for wrong, code, words in (
        (["crawl", "elsewhere"], 2, "not registered"),
        (["takedown", "hollinmarch/item/0", "--reason", "x"], 1, "No item"),
        (["takedown", "hollinmarch", "--reason", "x"], 2, "is not the id"),
        (["annotate", str(tmp_path / "nothing.txt")], 2, "cannot be read"),
    ):
        assert cli.main([*wrong, *demo]) == code
        assert words in capsys.readouterr().err
    assert cli.main([*place, "crawl"]) == 2
    assert "minutebook add" in capsys.readouterr().err


def test_whom_only_the_operator_can_know_is_said_in_the_councils_file_and_read_without_a_crawl(crawled: Crawled) -> None:
    [(name, items, _)] = crawled.keeper.unresolved("hollinmarch")
    assert (name, items) == ("Bowater", 4)  # Two members are called so.
    known = next(one for one in crawled.keeper.people(council="hollinmarch").values() if one.name.endswith(" Bowater"))
    council = replace(crawled.council, aliases={"Bowater": known.id}, kinds={"hollinmarch/person/edith-lanyon": "officer"})
    report = read_council(council, crawled.keeper, lambda: NIGHT)
    assert crawled.keeper.unresolved("hollinmarch") == []
    assert report.read["speeches"] >= 4
    assert crawled.keeper.person("hollinmarch/person/edith-lanyon").kind == "officer"
    again = read_council(council, crawled.keeper, lambda: NIGHT)
    assert (again.changed, again.read) == (0, {})


def test_votes_and_motions_hang_on_the_people_who_made_them(crawled: Crawled) -> None:
    voters = {vote.person_id for meeting in crawled.keeper.every_meeting() for vote in crawled.keeper.meeting(meeting.id).votes}
    assert len(voters - {None}) >= 10
    voter = sorted(id for id in voters if id)[0]
    assert {vote.option for _, vote in crawled.keeper.voted(voter)} <= {"for", "against", "abstain"}
    movers = {motion.mover_id for meeting in crawled.keeper.every_meeting() for motion in crawled.keeper.meeting(meeting.id).motions}
    assert all(crawled.keeper.moved(mover) for mover in movers if mover)
