"""What is here and what is missing, as pages and as words beside lists; how fresh it is; how the archive is doing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from archive import config, create_app
from archive.councils import Council, Source, write_council
from archive.questions import Question, read_question
from archive.records import AgendaItem, Link, Meeting, MeetingRecords, Organization, Speech
from archive.store import Keeper, open_keeper
from archive.web.coverage import coverage_words
from archive.work import update_index
from archive.work.freshness import FILE, LastRead
from indexer.catalogue import Catalogue
from indexer.opening import open_index
from indexer.words import parse

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
READ = datetime(2026, 11, 24, 2, 14, tzinfo=UTC)
CABINET, AUDIT, PARKS = "ash/committee/1", "ash/committee/2", "ash/committee/3"
MEETINGS = (
    # key, committee, start, status, minutes
    ("1", CABINET, "2024-02-08T10:00", "held", "The bins were said to be full."),
    ("2", CABINET, "2026-01-13T10:00", "held", "The bins were emptied."),
    ("3", CABINET, "2026-01-27T10:00", "held", "The bins were full again."),
    ("4", CABINET, "2026-12-08T10:00", "scheduled", ""),
    ("5", AUDIT, "2026-07-29T10:00", "held", ""),
    ("6", AUDIT, "2026-11-18T10:00", "held", ""),
    ("7", AUDIT, "2026-02-11T10:00", "held", "The accounts were agreed."),
    ("8", PARKS, "2026-03-05T10:00", "cancelled", ""),
    ("9", PARKS, "2025-03-05T10:00", "held", ""),
)


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    """Ash Council, with three committees, two of which have gaps."""
    one = open_keeper(config.load(tmp_path))
    one.keep_organizations([
        Organization("ash", None, "Ash Council", "council"),
        Organization(CABINET, "1", "Cabinet", "committee", "ash"),
        Organization(AUDIT, "2", "Audit <and> Governance", "committee", "ash"),
        Organization(PARKS, "3", "Parks Panel", "committee", "ash", "former"),
    ])  # fmt: skip
    for key, committee, start, status, minutes in MEETINGS:
        meeting = Meeting(f"ash/meeting/{key}", key, committee, "", f"{start}:00+00:00", status, "confirmed" if minutes else "none", 0)
        item = AgendaItem(f"ash/item/{key}", key, meeting.id, 1, "1.", "Bins", minutes)
        speeches = (Speech(item.id, None, "Mr Smith", "person", "", "Mr Smith", 0, 3, "verb:said"),) if key == "2" else ()
        one.keep(MeetingRecords(meeting, (item,), speeches=speeches), key, (1,), NOW)
    run = one.captures.begin_run("ash", READ - timedelta(minutes=5))
    link = Link("https://ash.example/9", "meeting", "3", "9")
    why = "https://ash.example/9: the page of a meeting should hold <b>agenda items</b>, but none can be found"
    one.captures.fail(run, "ash", 0, link, READ, why)
    fault = {"url": link.url, "organization": "3", "why": why, "lists": "yes"}
    report = {"asked": 12, "changed": 2, "versions": 1, "withdrawn": 0, "faults": [fault], "read": {"speeches": 7, "decisions": 1}}
    one.captures.end_run(run, report, READ)
    yield one
    one.close()


@pytest.fixture
def client(keeper: Keeper, tmp_path: Path) -> Iterator[FlaskClient]:
    write_council(tmp_path, Council("ash", "Ash Council", sources=(Source("https://ash.example"),)))
    index = open_index(config.load(tmp_path).url("INDEX"))
    update_index(keeper, index, today=lambda _: NOW.date())
    LastRead(tmp_path).note("ash", READ)
    app = create_app(str(tmp_path), CONTACT="archive@example.org")
    app.extensions["minutebook"].clock = lambda: NOW
    yield app.test_client()
    app.extensions["minutebook"].index.close()
    app.extensions["minutebook"].store.close()
    index.close()


def text_of(answer: Any) -> str:
    """What a page says, without its tags."""
    spaced = re.sub(r"</?(?:p|li|td|th|tr|h\d|caption|ul|table|div|footer|main)\b[^>]*>", " ", answer.get_data(as_text=True))
    return " ".join(re.sub(r"<[^>]*>", "", spaced).split())


def told(client: FlaskClient, **parameters: str | list[str]) -> str:
    """The words beside the results of a search."""
    catalogue: Catalogue = client.application.extensions["minutebook"].catalogue()
    question = read_question({name: [value] if isinstance(value, str) else value for name, value in parameters.items()})
    with client.application.test_request_context():
        found = coverage_words(catalogue, question, parse(question.words, catalogue))
    return re.sub(r"</?b>", "*", f"{found.known} {found.missing}".strip()) if found else ""


# ── the words beside results ────────────────────────────────────────────────────────────────────────────────────────


def test_words_follow_committees_years_and_dates_in_use(client: FlaskClient) -> None:
    everything = "*4 of the 7 meetings* held since February 2024 are here. 2 have no published minutes and 1 could not be read."
    assert told(client) == everything
    assert told(client, q="bins", outcome="noted") == everything
    assert told(client, committee=CABINET) == "*All 3 meetings* of Cabinet held since February 2024 are here."
    assert told(client, committee=CABINET, year="2024") == "*The one meeting* of Cabinet held in 2024 is here."
    assert told(client, committee=[CABINET, PARKS]) == "*3 of the 4 meetings* these committees have held since February 2024 are here. 1 could not be read."
    assert told(client, year=["2024", "2025"]) == "*1 of the 2 meetings* held in 2024 and 2025 are here. 1 could not be read."
    assert told(client, **{"from": "1/11/2026"}) == "*The one meeting* held since November 2026 is not here. 1 has no published minutes yet."
    assert told(client, **{"from": "January 2026", "to": "March 2026"}) == "*All 3 meetings* held from January 2026 to March 2026 are here."
    assert told(client, **{"from": "January 2026", "to": "January 2026"}) == "*All 2 meetings* held in January 2026 are here."
    assert told(client, to="2025") == "*1 of the 2 meetings* held from February 2024 to December 2025 are here. 1 could not be read."
    assert told(client, to="2027") == everything
    assert told(client, year="2026", to="March 2026") == "*All 3 meetings* held from January 2026 to March 2026 are here."


def test_words_follow_what_stands_in_the_search_itself(client: FlaskClient) -> None:
    assert told(client, q="bins committee:Cabinet year:2024") == "*The one meeting* of Cabinet held in 2024 is here."
    assert told(client, q="bins committee:Cabinet", committee=AUDIT) == ""


def test_nothing_is_said_where_nothing_was_held_or_asked_for_in_earnest(client: FlaskClient) -> None:
    assert told(client, year="2031") == told(client, committee="ash/committee/99") == told(client, council="oak") == told(client, **{"from": "2030"}) == ""
    assert told(client, year="<script>") == ""
    assert "<script>" not in told(client, year=["2024", "<script>"])


def test_a_name_is_escaped_in_the_words(client: FlaskClient) -> None:
    assert "of Audit &lt;and&gt; Governance held" in told(client, committee=AUDIT)
    assert "of Audit &lt;and&gt; Governance held" in client.get(f"/search?q=accounts&committee={AUDIT}").get_data(as_text=True)


@pytest.mark.parametrize("path", ["/", "/ash", "/search?q=bins", f"/search?q=zebra&committee={AUDIT}", f"/{AUDIT}"])
def test_the_words_stand_beside_every_list_with_a_way_to_what_is_missing(client: FlaskClient, path: str) -> None:
    page = client.get(path).get_data(as_text=True)
    assert re.search(r"<b>\d of the \d meetings</b>", page)
    assert '<a href="/ash/coverage?year=2026">See what is missing</a>' in page


def test_a_generation_from_before_there_was_coverage_still_answers(keeper: Keeper, tmp_path: Path) -> None:
    index = open_index(config.load(tmp_path).url("INDEX"))
    with index.begin() as generation:
        generation.switch(Catalogue({"council": (), "committee": ()}, {"checked_at": "2026-11-24T02:14:00Z"}), 0)
    client = create_app(str(tmp_path)).test_client()
    assert coverage_words(index.catalogue(), Question()) is None
    assert (client.get("/search?q=bins").status_code, client.get("/coverage").status_code, client.get("/status").status_code) == (200, 200, 200)
    client.application.extensions["minutebook"].store.close()
    client.application.extensions["minutebook"].index.close()
    index.close()


def test_a_search_says_it_without_the_records(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    site = type(client.application.extensions["minutebook"])
    monkeypatch.setattr(site, "store", property(lambda self: pytest.fail("a search opened the records")))
    for path in ("/search?q=bins", "/search?q=zebra", "/coverage", "/ash/coverage?year=2025"):
        assert client.get(path).status_code == 200


# ── the page ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_says_what_is_missing_first_and_then_every_month_in_words(client: FlaskClient) -> None:
    page = text_of(client.get("/ash/coverage?year=2026"))
    assert "3 of the 5 meetings held in 2026 are here. 2 are missing, and each has a reason." in page
    assert "29 July the council has not published minutes" in page
    assert "18 November minutes not published yet" in page
    assert page.index("Missing in 2026") < page.index("Every committee, month by month")
    for cell in ("Jan all 2", "Feb 1 of 1", "Mar cancelled", "Jul none of 1", "Dec to come"):
        assert cell in page
    assert "Parks Panel no longer meets." in page


def test_a_cell_leads_to_what_was_said_in_that_month_and_a_gap_to_its_reason(client: FlaskClient) -> None:
    page = client.get("/ash/coverage?year=2026").get_data(as_text=True)
    assert '<a href="/search?committee=ash/committee/1&amp;from=2026-01&amp;to=2026-01">all 2</a>' in page
    assert '<a href="#missing-2">none of 1</a>' in page
    assert '<h3 id="missing-2">' in page
    assert 'href="mailto:archive@example.org?subject=Missing%20meeting%3A%20Ash%20Council"' in page


def test_a_page_that_could_not_be_read_says_why_and_its_words_are_never_live(client: FlaskClient) -> None:
    page = client.get("/ash/coverage?year=2025").get_data(as_text=True)
    assert 'the page could not be read (<span lang="en">the page of a meeting should hold &lt;b&gt;agenda items' in page
    assert "<b>agenda items" not in page
    assert "https://ash.example/9" not in page


def test_a_list_that_could_not_be_read_is_owned_up_to(client: FlaskClient) -> None:
    assert "The list of meetings of Parks Panel could not be read in the last crawl" in text_of(client.get("/ash/coverage"))


def test_years_are_links_and_the_newest_with_a_meeting_held_is_shown_first(client: FlaskClient) -> None:
    page = client.get("/coverage").get_data(as_text=True)
    assert '<a href="/ash/coverage?year=2026" aria-current="page">2026</a>' in page
    assert '<a href="/ash/coverage?year=2024">2024</a>' in page
    assert client.get("/coverage?year=1999").status_code == client.get("/oak/coverage").status_code == 404


def test_the_table_stays_a_table_when_it_is_shown_as_blocks(client: FlaskClient) -> None:
    page = client.get("/ash/coverage").get_data(as_text=True)
    assert "<table" not in page, "what is a table by its element alone is none any more once it is shown as blocks"
    counts = {role: len(re.findall(rf'role="{role}"', page)) for role in ("table", "rowgroup", "row", "columnheader", "rowheader", "cell")}
    assert counts == {"table": 1, "rowgroup": 2, "row": 4, "columnheader": 14, "rowheader": 3, "cell": 3 * 13}


def test_several_councils_are_listed_with_how_much_of_each_is_here(client: FlaskClient, keeper: Keeper, tmp_path: Path) -> None:
    keeper.keep_organizations([Organization("oak", None, "Oak Council", "council"), Organization("oak/committee/1", "1", "Cabinet", "committee", "oak")])
    keeper.keep(MeetingRecords(Meeting("oak/meeting/1", "1", "oak/committee/1", "", "2020-03-05T10:00:00+00:00", "held", "none", 0)), "1", (1,), NOW)
    index = open_index(config.load(tmp_path).url("INDEX"))
    update_index(keeper, index, today=lambda _: NOW.date())
    index.close()
    page = text_of(client.get("/coverage"))
    assert "Ash Council February 2024 4 of 7 Oak Council March 2020 0 of 1" in page
    assert told(client, council=["ash", "oak"]).startswith("*4 of the 8 meetings* these councils have held since March 2020 are here.")
    assert told(client, council="oak") == "*The one meeting* of Oak Council held since March 2020 is not here. 1 has no published minutes."
    assert '<a href="/coverage">See what is missing</a>' in client.get("/search?q=bins").get_data(as_text=True)


# ── how fresh it is ─────────────────────────────────────────────────────────────────────────────────────────────────


def at(client: FlaskClient, now: datetime) -> str:
    client.application.extensions["minutebook"].clock = lambda: now
    return text_of(client.get("/help"))


def test_the_foot_of_every_page_says_when_the_website_was_last_read(client: FlaskClient) -> None:
    assert "Council website last read today, 24 November 2026, at 2.14am." in at(client, NOW)
    assert "Council website last read yesterday, 24 November 2026, at 2.14am." in at(client, NOW + timedelta(days=1))
    assert "Council website last read on 24 November 2026, at 2.14am." in at(client, NOW + timedelta(days=2))


def test_past_two_days_the_same_words_stand_at_the_head_of_every_page(client: FlaskClient) -> None:
    words = "The website of Ash Council was last read on 24 November 2026, at 2.14am. What was published there since then is not here yet."
    assert words not in at(client, READ + timedelta(hours=48))
    assert words in at(client, READ + timedelta(hours=48, seconds=1))
    for path in ("/", "/search?q=bins", "/ash/item/1", "/nowhere", "/coverage", "/status"):
        assert words in text_of(client.get(path))


def test_a_council_that_is_registered_no_longer_is_not_waited_for(client: FlaskClient, tmp_path: Path) -> None:
    LastRead(tmp_path).note("elm", READ - timedelta(days=99))
    assert "was last read" not in at(client, NOW)


def test_several_websites_that_were_not_read_are_told_of_in_one_line(keeper: Keeper, client: FlaskClient, tmp_path: Path) -> None:
    write_council(tmp_path, Council("oak", "Oak Council", sources=(Source("https://oak.example"),)))
    LastRead(tmp_path).note("oak", READ - timedelta(days=9))
    words = at(client, NOW + timedelta(days=9))
    assert "The websites of 2 councils were not read for two days or longer, one of them last on 15 November 2026, at 2.14am." in words


@pytest.mark.parametrize("broken", ["", "{", "[]", '"ash"', '{"ash": 7}', '{"ash": "yesterday"}', "\x00"])
def test_a_broken_file_breaks_no_page_and_the_catalogue_says_it_instead(client: FlaskClient, tmp_path: Path, broken: str) -> None:
    (tmp_path / FILE).write_text(broken, encoding="utf-8")
    assert "Council website last read today, 24 November 2026, at 2.14am." in at(client, NOW)
    assert "Council website last read on 24 November 2026, at 2.14am. What was published there" in at(client, NOW + timedelta(days=3))


def test_the_catalogue_speaks_where_there_is_no_file(client: FlaskClient, tmp_path: Path) -> None:
    (tmp_path / FILE).unlink()
    assert "Council website last read today, 24 November 2026, at 2.14am." in at(client, NOW)


def test_the_file_is_replaced_as_a_whole_and_a_new_one_is_seen_at_once(tmp_path: Path) -> None:
    writer, reader = LastRead(tmp_path / "new"), LastRead(tmp_path / "new")
    assert reader.times() == {}
    writer.note("ash", READ)
    assert reader.times() == {"ash": READ}
    writer.note("oak", NOW)
    writer.note("ash", NOW)
    assert reader.times() == {"ash": NOW, "oak": NOW}
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE]


# ── how the archive is doing ────────────────────────────────────────────────────────────────────────────────────────


def test_status_says_what_happened_and_what_needs_a_person(client: FlaskClient) -> None:
    page = client.get("/status").get_data(as_text=True)
    words = text_of(client.get("/status"))
    assert "The last crawl ended today, 24 November 2026, at 2.14am, with one problem." in words
    assert "Needs a person" in words
    assert "Parks Panel: the page of a meeting should hold" in words
    assert "&lt;b&gt;agenda items&lt;/b&gt;" in page
    assert "Mr Smith" in words
    assert "Ash Council. Meetings changed: 2. New versions of minutes: 1." in words
    assert "Speakers 7" in words
    assert "gen-1" in words


def test_status_is_calm_when_nothing_is_wrong(client: FlaskClient, keeper: Keeper) -> None:
    run = keeper.captures.begin_run("ash", NOW)
    keeper.captures.end_run(run, {"asked": 12, "faults": []}, NOW)
    words = text_of(client.get("/status"))
    assert "without a problem" in words
    assert "Needs a person" not in words


def test_status_says_when_a_crawl_has_not_ended_and_when_search_is_behind(client: FlaskClient, keeper: Keeper) -> None:
    keeper.captures.begin_run("ash", NOW)
    keeper.withdraw("ash/meeting/1")
    words = text_of(client.get("/status"))
    assert "another began today, 24 November 2026, at 9.30am and has not ended" in words
    assert "The search index is older than the records" in words


def test_status_for_machines_says_the_same(client: FlaskClient) -> None:
    found = client.get("/status.json").get_json()
    assert (found["finished_at"], found["problems"], found["search"]["state"]) == ("2026-11-24T02:14:00Z", 1, "answering")
    [source] = found["sources"]
    assert (source["council"], source["asked"], source["unread"], source["is_stale"]) == ("ash", 12, 1, False)
    assert source["problems"][0]["committee"] == PARKS
    assert not source["problems"][0]["why"].startswith("http")
    assert json.loads(client.get("/status.json").data)["unplaced"] == [{"council": "ash", "name": "Mr Smith", "items": 1, "item": "ash/item/2"}]


def test_the_command_prints_the_same_status(client: FlaskClient, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from archive.cli import main

    assert main(["status", "--instance", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "search: answering, generation gen-1" in printed
    assert "Ash Council: last crawled 2026-11-24T02:14:00Z, last whole never" in printed
    assert "https://ash.example/9: the page of a meeting" in printed
    assert "'Mr Smith' in 1 item" in printed


def test_every_page_leads_to_the_statements_and_the_operator(client: FlaskClient) -> None:
    page = client.get("/help").get_data(as_text=True)
    for address in ("/about", "/accessibility", "/status", "/coverage", "mailto:archive@example.org?subject=Missing%20meeting"):
        assert f'href="{address}"' in page
    assert "archive@example.org" in text_of(client.get("/accessibility"))
