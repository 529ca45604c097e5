"""Every meeting that the council lists is here, or missing with one reason, or was not held."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from ash_calendar import NOW, PARKS, STREETS, TODAY, asked, keep, listed, meeting_of

from archive import config
from archive.coverage import LATE, Coverage, Missing, Year, counted, coverage_of, state_of
from archive.passages import group_of
from archive.records import Capture, Link
from archive.store import Keeper, Listed
from archive.work import update_index
from indexer.opening import open_index


class Everything:
    """An index that holds every group."""

    def __contains__(self, group: object) -> bool:
        return True


def gaps(keeper: Keeper, today: date = TODAY) -> dict[str, Missing]:
    """The missing meetings by the keys of their pages, or by day."""
    found = coverage_of(keeper, Everything(), {"ash": today})
    return {gap.meeting.rpartition("/")[2] or gap.day: gap for years in found.committees.values() for year in years.values() for gap in year.missing}


def states(keeper: Keeper, today: date = TODAY) -> dict[str, str]:
    return {one.id.rpartition("/")[2]: state_of(one, False, True, today) for one in keeper.listed("ash")}


def test_a_meeting_is_here_when_its_minutes_are_kept_as_text(keeper: Keeper) -> None:
    keep(keeper, meeting_of("1", "2026-03-04", minutes="Said."), meeting_of("2", "2026-03-18"))
    found = coverage_of(keeper, Everything(), {"ash": TODAY})
    assert found.committees[STREETS]["2026"].held == (0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    assert gaps(keeper).keys() == {"2"}


def test_minutes_are_overdue_only_after_the_time_that_most_councils_take(keeper: Keeper) -> None:
    on_time, late = TODAY - timedelta(days=LATE), TODAY - timedelta(days=LATE + 1)
    keep(keeper, meeting_of("1", on_time.isoformat()), meeting_of("2", late.isoformat()))
    assert {key: gap.reason for key, gap in gaps(keeper).items()} == {"1": "unpublished", "2": "late"}


def test_a_meeting_of_today_is_to_come_and_missing_tomorrow(keeper: Keeper) -> None:
    keep(keeper, meeting_of("1", TODAY.isoformat(), "scheduled"))
    assert states(keeper) == {"1": "coming"}
    assert states(keeper, TODAY + timedelta(days=1)) == {"1": "unpublished"}


def test_what_was_cancelled_moved_or_withdrawn_was_not_held(keeper: Keeper) -> None:
    keep(
        keeper,
        meeting_of("1", "2026-03-04", "cancelled"),
        meeting_of("2", "2026-03-05", "moved", agenda=False),
        meeting_of("3", "2026-03-06", minutes="Said."),
        meeting_of("4", "2026-03-07", "moved"),
        meeting_of("5", "2026-03-08", "moved", minutes="Said."),
    )
    keeper.withdraw("ash/meeting/3")
    assert states(keeper) == {"1": "cancelled", "2": "moved", "3": "withdrawn", "4": "late", "5": "here"}
    year = coverage_of(keeper, Everything(), {"ash": TODAY}).committees[STREETS]["2026"]
    assert sum(year.held) == 2
    assert {state: sum(months) for state, months in year.aside.items()} == {"cancelled": 1, "moved": 1, "withdrawn": 1}


def test_minutes_that_are_only_a_file_are_missing_for_that_reason(keeper: Keeper) -> None:
    keep(
        keeper,
        meeting_of("1", "2026-03-04", file="Printed minutes"),
        meeting_of("2", "2026-03-05", file="Agenda reports pack"),
        meeting_of("3", "2026-03-06", minutes="Said.", file="Printed minutes"),
        meeting_of("4", "2026-03-07", file="Cofnodion drafft wedi'u hargraffu"),
    )
    assert {key: (gap.reason, gap.why) for key, gap in gaps(keeper).items()} == {
        "1": ("file", "application/pdf"),
        "2": ("late", ""),
        "4": ("file", "application/pdf"),
    }


def test_a_page_that_could_not_be_read_is_the_reason_in_words_without_its_address(keeper: Keeper) -> None:
    keep(keeper, meeting_of("1", "2026-03-04", agenda=False), meeting_of("2", "2026-03-05"))
    asked(keeper, "1", "the site answered 503 Service Unavailable, which brings no page")
    asked(keeper, "2", "there is no attendance page", missing=True, optional=True)
    assert gaps(keeper)["1"] == Missing("2026-03-04", "unread", "ash/meeting/1", "the site answered 503 Service Unavailable, which brings no page")
    assert gaps(keeper)["2"].reason == "late"


def test_a_page_that_came_again_is_no_reason_any_more(keeper: Keeper) -> None:
    keep(keeper, meeting_of("1", "2026-03-04"))
    asked(keeper, "1", "the site answered 503")
    run = keeper.captures.begin_run("ash", NOW)
    link = Link("https://ash.example/1", "meeting", "1", "1")
    kept = keeper.captures.keep(run, "ash", 0, Capture(link, link.url, 200, "text/html", "", b"agenda", NOW))
    keeper.captures.settle(kept.id, "good", "hash")
    assert gaps(keeper)["1"].reason == "late"


def test_a_page_of_another_address_that_failed_once_is_forgotten_when_the_council_moves_house(keeper: Keeper) -> None:
    keep(keeper, meeting_of("1", "2026-03-04"))
    asked(keeper, "1", "the host is gone")
    run = keeper.captures.begin_run("ash", NOW)
    link = Link("https://new.ash.example/1", "meeting", "1", "1")
    kept = keeper.captures.keep(run, "ash", 0, Capture(link, link.url, 200, "text/html", "", b"agenda", NOW))
    keeper.captures.settle(kept.id, "good", "hash")
    assert gaps(keeper)["1"].reason == "late"


def test_a_meeting_that_is_only_listed_is_missing_too(keeper: Keeper) -> None:
    keeper.observe("ash", "https://ash.example/list", 1, [listed("1", organization="1", start="2026-05-19T10:00"), listed("2", organization="1"), listed("3")])
    asked(keeper, "1", "the page of a meeting should hold agenda items, but none can be found")
    found = coverage_of(keeper, Everything(), {"ash": TODAY})
    assert found.committees[STREETS]["2026"].missing == (
        Missing("2026-05-19", "unread", "", "the page of a meeting should hold agenda items, but none can be found"),
    )
    assert found.committees[STREETS][""] == Year((1,), (Missing("", "unread"),))
    assert found.committees["ash"][""].missing == (Missing("", "unread"),)
    assert (found.tally().held, found.tally().here) == (3, 0)
    assert found.tally(since="2026-01").held == 1


def test_a_meeting_that_is_only_listed_as_cancelled_was_not_held(keeper: Keeper) -> None:
    said = [listed("1", organization="1", start="2026-05-19", status="cancelled"), listed("2", organization="1", start="2027-05-19")]
    keeper.observe("ash", "https://ash.example/list", 1, said)
    assert states(keeper) == {"1": "cancelled", "2": "coming"}


def test_a_meeting_that_was_taken_down_is_missing_for_that_reason_and_leads_nowhere(keeper: Keeper) -> None:
    keep(keeper, meeting_of("1", "2026-03-04", minutes="Said."))
    keeper.observe("ash", "https://ash.example/list", 1, [listed("1", organization="1", start="2026-03-04T10:00")])
    keeper.remove("ash/meeting/1", "meeting", "asked for", NOW)
    assert gaps(keeper) == {"2026-03-04": Missing("2026-03-04", "removed")}


def test_minutes_that_are_kept_and_not_indexed_are_not_here() -> None:
    one = Listed("ash/meeting/1", STREETS, "2026-03-04T10:00:00+00:00", "held", has_minutes=True)
    assert counted([one], {}, {group_of(one.id)}, TODAY)[STREETS]["2026"].missing == ()
    assert counted([one], {}, set(), TODAY)[STREETS]["2026"].missing == (Missing("2026-03-04", "unindexed", "ash/meeting/1"),)


def test_sums_keep_to_committees_councils_months_and_years(keeper: Keeper) -> None:
    keep(
        keeper,
        meeting_of("1", "2024-03-04", minutes="Said."),
        meeting_of("2", "2025-03-05"),
        meeting_of("3", "2025-06-05", minutes="Said.", committee=PARKS),
        meeting_of("4", "2026-01-06", minutes="Said."),
    )
    found = coverage_of(keeper, Everything(), {"ash": TODAY})
    assert (found.tally().held, found.tally().here, found.tally().first, found.tally().last) == (4, 3, "2024-03", "2025-03")
    assert found.tally(["ash"]) == found.tally()
    assert found.tally([STREETS]).held == 3
    assert found.tally([STREETS, PARKS], since="2025-06").held == 2
    assert found.tally(since="2025-03", until="2025-05").missing == {"late": 1}
    assert found.tally(years=["2024", "2026"]).held == 2
    assert found.tally(["oak"]).held == found.tally(["ash/committee/9"]).held == 0
    assert found.years("ash") == ["2024", "2025", "2026"]


def test_a_committee_whose_list_could_not_be_read_is_named_until_it_can(keeper: Keeper) -> None:
    faults = [{"url": "", "organization": "2", "why": "", "lists": "yes"}, {"url": "", "organization": "1", "why": "", "lists": ""}]
    keeper.captures.end_run(keeper.captures.begin_run("ash", NOW), {"faults": faults}, NOW)
    found = coverage_of(keeper, Everything(), {"ash": TODAY})
    assert found.unlisted == (PARKS,)
    assert Coverage.from_json(found.to_json()) == found
    keeper.captures.end_run(keeper.captures.begin_run("ash", NOW), {"faults": []}, NOW)
    assert coverage_of(keeper, Everything(), {"ash": TODAY}).unlisted == ()


def test_it_is_written_and_read_again_without_loss(keeper: Keeper) -> None:
    keep(keeper, meeting_of("1", "2026-03-04"), meeting_of("2", "2026-12-09", "scheduled"), meeting_of("3", "2026-04-04", "cancelled"))
    keeper.observe("ash", "https://ash.example/list", 1, [listed("4", organization="2")])
    found = coverage_of(keeper, Everything(), {"ash": TODAY})
    assert Coverage.from_json(found.to_json()) == found


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"form": 0, "day": "", "committees": {}}', '{"form": 1}'])
def test_a_coverage_that_cannot_be_read_says_nothing(text: str) -> None:
    assert Coverage.from_json(text) == Coverage()


def test_a_hundred_councils_for_twenty_years_stay_a_few_megabytes() -> None:
    why = "the page of a meeting (Agenda and minutes) should hold agenda items, but none can be found"

    def year(number: int) -> Year:
        gaps = (Missing(f"{number}-03-14", "late", "council/meeting/123456"), Missing(f"{number}-09-14", "unread", "council/meeting/123457", why))
        return Year((1,) * 12, gaps if number % 5 == 0 else ())

    years = {str(number): year(number) for number in range(2005, 2025)}
    coverage = Coverage("2026-11-24", {f"council{n}/committee/{m}": years for n in range(100) for m in range(40)})
    assert len(json.dumps(coverage.to_json())) < 8_000_000  # Inside of the catalogue it is a text of JSON.
    assert (coverage.tally().held, coverage.tally().absent) == (100 * 40 * 20 * 12, 100 * 40 * 4 * 2)


def test_the_catalogue_follows_when_nothing_but_the_coverage_changed(keeper: Keeper, tmp_path: Path) -> None:
    keep(keeper, meeting_of("1", "2026-03-04", minutes="Said."), meeting_of("2", "2026-11-26", "scheduled"))
    index = open_index(config.load(tmp_path).url("INDEX"))
    update_index(keeper, index, today=lambda _: TODAY)
    before = Coverage.from_json(index.catalogue().facts["coverage"])
    asked(keeper, "2", "the site answered 503")
    assert update_index(keeper, index, today=lambda _: TODAY + timedelta(days=9)) == (0, 0)
    after = Coverage.from_json(index.catalogue().facts["coverage"])
    assert (before.tally().held, before.tally().absent) == (1, 0)
    assert (after.tally().held, after.tally().missing) == (2, {"unread": 1})
    index.close()
