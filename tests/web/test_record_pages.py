"""The pages of meetings, items, people and committees say what was decided, by whom and how it came about; and no more than may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from instances import kept_in, shown_from

from archive import config, create_app
from archive.records import (
    AgendaItem,
    Attendance,
    Decision,
    Declaration,
    Document,
    Meeting,
    MeetingRecords,
    Membership,
    Motion,
    Organization,
    Person,
    Speech,
    Vote,
    VoteEvent,
)
from archive.store import Keeper, open_keeper
from indexer.errors import Unavailable

MEETING = Meeting(
    "ash/meeting/50",
    "50",
    "ash/committee/1",
    "Cabinet",
    "2024-12-04T14:00:00+00:00",
    "held",
    "draft",
    0,
    "Shire Hall",
    "https://ash.example/50",
    sha256="ab" * 32,
)
BUS = (
    "Councillor Jane Moore moved that the bus be kept, seconded by Councillor Birch.\n"
    "Councillor Birch said that Mrs Quibble of 4 Mill Lane rode the bus nine times.\n"
    "A recorded vote was taken on the motion about Mill Lane: for, Moore; against, Birch.\n"
    "The Chair gave the casting vote against the motion, which was lost."
)
CONFIRMED = BUS.replace("nine times", "eleven times")
CORRECTED = CONFIRMED.replace("Mrs Quibble of 4 Mill Lane", "a resident")
DAYS = [datetime(2024, 12, 12, tzinfo=UTC), datetime(2025, 2, 13, tzinfo=UTC), datetime(2025, 3, 1, tzinfo=UTC)]
JANE, TOM, PUBLIC = "ash/person/1", "ash/person/2", "ash/person/peter-quibble"


def records(text: str, status: str) -> MeetingRecords:
    meeting = replace(MEETING, minutes_status=status)
    items = (
        AgendaItem("ash/item/1", "1", meeting.id, 1, "1.", "APOLOGIES FOR ABSENCE", "There were none."),
        AgendaItem("ash/item/2", "2", meeting.id, 2, "2.", "THE BUS TO MILL LANE", text),
        AgendaItem("ash/item/3", "3", meeting.id, 3, "3.", "Gwasanaethau <bws>", "Dywedodd y Cynghorydd Moore fod y bws yn hwyr. Cytunwyd.", language="cy"),
        AgendaItem("ash/item/4", "4", meeting.id, 4, "4.", "Sale of land", "", restricted=True),
    )

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    lost = "The Chair gave the casting vote against the motion, which was lost."
    return MeetingRecords(
        meeting,
        items,
        documents=(
            Document("ash/document/s1", "s1", meeting.id, "ash/item/2", "Report on buses", "application/pdf", "https://ash.example/s1"),
            Document("ash/document/s2", "s2", meeting.id, None, "Printed minutes", "application/pdf", "javascript:alert(1)"),
        ),
        attendance=(
            Attendance(meeting.id, 1, JANE, "Jane Moore", "Councillor Jane Moore", "present", "Chair"),
            Attendance(meeting.id, 2, TOM, "Tom Birch", "Councillor Tom Ash", "present", "Committee Member"),
            Attendance(meeting.id, 3, "ash/person/3", "Una Head", "Una Head", "in_attendance", "Head of Buses"),
            Attendance(meeting.id, 4, PUBLIC, "Peter Quibble", "Mr Quibble", "in_attendance"),
        ),
        speeches=(
            Speech("ash/item/2", TOM, "Tom Birch", "person", "", "Councillor Birch", *at("Councillor Birch said"), "verb:said"),
            Speech("ash/item/3", JANE, "Jane Moore", "person", "", "y Cynghorydd Moore", 9, 27, "verb:dywedodd"),
        ),
        decisions=(Decision("ash/item/2", "rejected", lost, *at(lost), "lost"), Decision("ash/item/1", "noted", "There were none.", 0, 16, "marker")),
        motions=(Motion("ash/item/2", "Jane Moore", "Tom Birch", "lost", False, "that the bus be kept", *at("that the bus be kept"), "motion", JANE, TOM),),
        vote_events=(VoteEvent("ash/item/2", 1, 1, None, False, ("Jane Moore",), ("Tom Birch",), (), "for, Moore", *at("for, Moore; against, Birch"), "vote:roll"),),
        votes=(Vote("ash/item/2", text.index("for, Moore"), "for", JANE, "Jane Moore"), Vote("ash/item/2", text.index("for, Moore"), "against", TOM, "Tom Birch")),
        declarations=(Declaration("ash/item/2", TOM, "Tom Birch", "Councillor Birch said that it was known.", *at("Councillor Birch said"), "declared"),),
    )  # fmt: skip


def keep_all(keeper: Keeper) -> None:
    keeper.keep_organizations([
        Organization("ash", None, "Ash Council", "council", licence="© Ash"),
        Organization("ash/committee/1", "1", "Cabinet", "committee", "ash", former_names=("Executive",)),
        Organization("ash/committee/2", "2", "Old Panel", "committee", "ash", status="former"),
    ])  # fmt: skip
    people = [
        Person(JANE, "1", "Jane Moore", "member", ward="Mill Lane"),
        Person(TOM, "2", "Tom Birch", "member", other_names=("Tom Ash",)),
        Person("ash/person/3", "3", "Una Head", "officer", post="Head of Buses"),
        Person(PUBLIC, None, "Peter Quibble", "public"),
    ]
    keeper.keep_people("ash", people, [Membership(JANE, "ash/committee/1", "Chair"), Membership(TOM, "ash/committee/1")])
    for number, (text, status) in enumerate(((BUS, "draft"), (CONFIRMED, "confirmed"), (CORRECTED, "confirmed"))):
        keeper.keep(records(text, status), f"hash {number}", (number + 1,), DAYS[number])
    others = (
        ("51", "1", "2999-01-10", "scheduled", "", "The agenda says what comes."),
        ("52", "1", "2025-01-08", "cancelled", "", ""),
        ("53", "1", "2025-01-15", "held", "Withdrawn words.", ""),
        ("54", "2", "2020-03-01", "held", "RESOLVED: That the panel be closed.", ""),
        ("55", "1", "2023-03-01", "held", "The bus to Mill Lane was late. RESOLVED: That the bus be noted.", ""),
    )
    for key, committee, day, status, text, agenda in others:
        meeting = Meeting(f"ash/meeting/{key}", key, f"ash/committee/{committee}", "", f"{day}T10:00:00+00:00", status, "confirmed" if text else "none", 0)
        item = AgendaItem(f"ash/item/{key}0", f"{key}0", meeting.id, 1, "1.", "The bus to Mill Lane" if key == "55" else "The end", text, agenda_text=agenda)
        start = text.find("RESOLVED")
        decisions = (Decision(item.id, "noted", text[start:], start, len(text), "marker"),) if start >= 0 else ()
        keeper.keep(MeetingRecords(meeting, (item,) if text or agenda else (), decisions=decisions), key, (int(key),), DAYS[0])
    keeper.withdraw("ash/meeting/53")


@pytest.fixture(scope="module")
def kept_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("records")
    with kept_in(folder) as keeper:
        keep_all(keeper)
    return folder


@pytest.fixture
def pages(tmp_path: Path, kept_records: Path) -> Iterator[FlaskClient]:
    yield from shown_from(tmp_path, kept_records)


def page(client: FlaskClient, path: str) -> str:
    """A page with its white space folded, so that words can be looked for."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.get_data(as_text=True).split())


def words(html: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def part(html: str, heading: str) -> str:
    """From a heading to the next one."""
    return html.partition(f"{heading}</h2>")[2].partition("<h2")[0]


# ── items ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_item_stands_in_the_order_of_its_importance(pages: FlaskClient) -> None:
    found = re.findall(r"<h2[^>]*>([^<]+)</h2>", page(pages, "/ash/item/2"))
    assert found == [
        "Decision", "Who spoke", "Motions and votes", "Interests declared", "Full text", "History of this matter", "Versions", "Source", "Cite",
    ]  # fmt: skip


def test_the_verdict_is_made_of_outcome_and_vote_and_the_exact_words_stand_below(pages: FlaskClient) -> None:
    html = page(pages, "/ash/item/2")
    assert 'class="verdict">Motion lost, on the Chair’s casting vote<' in html
    assert 'casting vote against the motion, which was lost.</span> <a class="s" href="#p4">Paragraph 4</a>' in html


def test_a_title_in_capitals_is_set_in_sentence_case_and_cited_as_printed(pages: FlaskClient) -> None:
    html = page(pages, "/ash/item/2")
    assert "<h1>The bus to Mill Lane</h1>" in html
    assert "Ash Council, Cabinet, 4 December 2024, minute 2, ‘THE BUS TO MILL LANE’." in html


def test_who_spoke_tells_what_part_each_took(pages: FlaskClient) -> None:
    spoke = words(part(page(pages, "/ash/item/2"), "Who spoke"))
    assert "Tom Birch seconded the motion and declared an interest" in spoke
    assert "Jane Moore moved the motion" in spoke
    assert "paragraph 2" in spoke


def test_a_recorded_vote_is_a_table_of_sides_with_members_linked(pages: FlaskClient) -> None:
    votes = part(page(pages, "/ash/item/2"), "Motions and votes")
    assert "<h3>Motion: lost, 1 to 1, on the casting vote</h3>" in votes
    rows = [words(row) for row in re.findall(r"<tr>(.*?)</tr>", votes)]
    assert rows == ["Vote Number Members", "For 1 Jane Moore", "Against 1 Tom Birch", "Casting vote 1 Jane Moore"]
    assert 'href="/ash/person/1">Jane Moore</a>' in votes


def test_paragraphs_are_numbered_places_of_their_own(pages: FlaskClient) -> None:
    assert re.findall(r'<li id="(p\d)">', page(pages, "/ash/item/2")) == ["p1", "p2", "p3", "p4"]


def test_the_history_of_a_matter_says_how_long_and_where(pages: FlaskClient) -> None:
    history = part(page(pages, "/ash/item/2"), "History of this matter")
    assert "2 items in one committee, from March 2023 to December 2024." in history
    assert history.index('href="/ash/item/550"') < history.index('aria-current="page"')
    assert "<b>Noted.</b> <span>RESOLVED: That the bus be noted.</span>" in history
    assert 'href="/ash/item/2"' not in history


def test_an_item_in_another_language_says_so_wherever_it_is_named(pages: FlaskClient) -> None:
    assert '<h1 lang="cy">Gwasanaethau &lt;bws&gt;</h1>' in page(pages, "/ash/item/3")
    assert '<h3 lang="cy"><a href="/ash/item/3">' in page(pages, "/ash/meeting/50")
    assert '<h1 lang="cy">' not in page(pages, "/ash/item/3?lang=cy")
    assert '<p lang="en">' in page(pages, "/ash/item/2?lang=cy")


def test_an_item_says_that_nothing_was_decided_or_that_there_are_no_minutes(pages: FlaskClient) -> None:
    assert "No decision is recorded in these minutes." in page(pages, "/ash/item/3")
    assert "Held in private (exempt information). No minutes are published." in page(pages, "/ash/item/4")
    assert "The minutes are not published yet. The agenda is." in page(pages, "/ash/item/510")


def test_proof_and_permanent_address_stand_beside(pages: FlaskClient) -> None:
    side = page(pages, "/ash/item/2").partition('class="side"')[2]
    assert "SHA-256 " + " ".join(["abababab"] * 8) in side
    assert '<dd class="code">http://localhost/ash/item/2</dd>' in side
    assert 'href="https://ash.example/s1">Report on buses (PDF)</a>' in side


def test_an_address_that_is_none_is_no_link(pages: FlaskClient) -> None:
    assert "javascript:" not in page(pages, "/ash/meeting/50")
    assert "Printed minutes (PDF)" in page(pages, "/ash/meeting/50")


# ── arriving from a search ──────────────────────────────────────────────────────────────────────────────────────────


def test_who_comes_from_a_search_is_told_where_it_stands_and_how_to_go_back(pages: FlaskClient) -> None:
    html = page(pages, "/ash/item/2?q=bus&committee=ash/committee/1")
    told = words(html.partition('class="searched s">')[2].partition("</p>")[0])
    assert told == "You searched for bus : 2 matches here, the first in paragraph 1 . Back to the results"
    assert 'href="/search?q=bus&amp;committee=ash/committee/1">Back to the results' in html
    assert html.count("<mark>bus</mark>") == 2


def test_a_mark_within_a_linked_name_breaks_neither(pages: FlaskClient) -> None:
    assert '<a href="/ash/person/2">Councillor <mark>Birch</mark></a>' in page(pages, '/ash/item/2?q="birch"')


def test_words_are_matched_as_the_index_matches_them(pages: FlaskClient) -> None:
    assert "<mark>recorded</mark>" in page(pages, "/ash/item/2?q=records")


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", '"><svg onload=alert(1)>', "' onmouseover='x", "\x00", "javascript:alert(1)", "-", '"', "a" * 5000]
)
def test_hostile_words_are_shown_as_words(pages: FlaskClient, query: str) -> None:
    answer = pages.get("/ash/item/2", query_string={"q": query, "from": "nonsense", "page": "-1"})
    html = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "<script>alert" not in html
    assert "<svg onload" not in html
    assert " onmouseover='x" not in html
    assert all(url.startswith("/search") for url in re.findall(r'href="([^"]*)">Back to the results', html))


def test_a_search_of_which_nothing_stands_there_says_so(pages: FlaskClient) -> None:
    assert "none of it stands in the minutes of this item" in page(pages, "/ash/item/2?q=zebra")


# ── versions ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_correction_shows_that_and_when_it_was_made_and_not_what_it_removed(pages: FlaskClient) -> None:
    html = page(pages, "/ash/item/2")
    versions = words(part(html, "Versions"))
    assert "A correction that was first seen on 1 March 2025: 1 paragraph differs." in versions
    assert "The confirmed minutes differ from the draft in 1 of 4 paragraphs." in versions
    assert "Quibble" not in html
    assert "4 Mill Lane" not in html


def test_the_draft_does_not_bring_back_what_a_correction_removed(pages: FlaskClient) -> None:
    versions = words(part(page(pages, "/ash/item/2"), "Versions"))
    assert "eleven" not in versions
    assert "1 of these paragraphs was corrected later" in versions


def test_what_was_removed_is_shown_where_the_operator_wants_it(pages: FlaskClient, tmp_path: Path) -> None:
    app = create_app(str(tmp_path), SHOW_REMOVED=True)
    versions = part(page(app.test_client(), "/ash/item/2"), "Versions")
    assert '<del><span class="vh">removed: </span>Mrs Quibble of 4 Mill Lane</del>' in versions
    assert '<del><span class="vh">removed: </span>nine</del> <ins><span class="vh">added: </span>eleven</ins>' in versions
    app.extensions["minutebook"].store.close()
    app.extensions["minutebook"].index.close()


def test_what_changed_between_draft_and_confirmed_is_shown_in_words(tmp_path: Path) -> None:
    keeper = open_keeper(config.load(tmp_path))
    keeper.keep_organizations([Organization("ash", None, "Ash Council", "council"), Organization("ash/committee/1", "1", "Cabinet", "committee", "ash")])
    for number, (text, status) in enumerate(((BUS, "draft"), (CONFIRMED, "confirmed"))):
        keeper.keep(records(text, status), f"hash {number}", (number + 1,), DAYS[number])
    keeper.close()
    app = create_app(str(tmp_path))
    versions = part(page(app.test_client(), "/ash/item/2"), "Versions")
    assert "The confirmed minutes differ from the draft in 1 of 4 paragraphs." in versions
    assert '<del><span class="vh">removed: </span>nine</del> <ins><span class="vh">added: </span>eleven</ins> times.' in versions
    assert '<a class="s" href="#p2">Paragraph 2</a>' in versions
    assert "moved that the bus" not in versions
    app.extensions["minutebook"].store.close()
    app.extensions["minutebook"].index.close()


def test_an_item_that_never_changed_has_no_versions(pages: FlaskClient) -> None:
    assert "Versions</h2>" not in page(pages, "/ash/item/550")
    assert "differ from the draft" not in page(pages, "/ash/item/3").replace("same as the draft", "")


# ── meetings ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_meeting_counts_and_lists_what_it_did(pages: FlaskClient) -> None:
    html = page(pages, "/ash/meeting/50")
    assert "4 items, 2 decisions, 1 recorded vote. 2 members present." in html
    agenda = part(html, "Agenda and outcomes")
    assert re.findall(r"<h3[^>]*>(.*?)</h3>", agenda)[3] == "Sale of land"
    assert "Held in private (exempt information). No minutes are published." in agenda
    assert 'href="/ash/item/2#votes">Recorded vote, 1 to 1</a>' in agenda


def test_attendance_is_counted_by_group_and_somebody_from_the_public_has_no_page(pages: FlaskClient) -> None:
    html = page(pages, "/ash/meeting/50")
    assert re.findall(r"<h3>(\w[\w ]* \(\d\))</h3>", html) == ["Present (2)", "Officers (1)", "In attendance (1)"]
    assert "<li>Mr Quibble</li>" in html
    assert "peter-quibble" not in html


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("51", "This meeting is still to come. The agenda is published."),
        ("52", "This meeting was cancelled."),
        ("53", "The council has withdrawn this meeting from its website"),
    ],
)
def test_a_meeting_out_of_the_ordinary_says_so(pages: FlaskClient, key: str, told: str) -> None:
    assert told in page(pages, f"/ash/meeting/{key}")


def test_a_withdrawn_meeting_shows_nothing_of_its_text_anywhere(pages: FlaskClient) -> None:
    for path in ("/ash/meeting/53", "/ash/item/530", "/ash/item/530?q=withdrawn", "/ash/committee/1", "/ash", "/"):
        assert "Withdrawn words" not in page(pages, path)


def test_a_meeting_names_the_items_whose_minutes_changed(pages: FlaskClient) -> None:
    versions = part(page(pages, "/ash/meeting/50"), "Versions")
    assert "The minutes of 1 of 4 items were changed" in versions
    assert 'href="/ash/item/2#versions"' in versions


def test_meetings_of_a_committee_lead_on_to_one_another(pages: FlaskClient) -> None:
    html = page(pages, "/ash/meeting/50")
    assert 'rel="prev" href="/ash/meeting/55"' in html
    assert 'rel="next" href="/ash/meeting/52"' in html


# ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_person_with_a_former_name_bears_both_and_is_found_by_either(pages: FlaskClient) -> None:
    assert "<h1>Tom Birch (formerly Tom Ash)</h1>" in page(pages, "/ash/person/2")
    for name in ("birch", "tom ASH", "as"):
        assert 'href="/ash/person/2">Tom Birch</a>' in page(pages, f"/ash/people?name={name}")


def test_a_person_page_tells_what_was_said_moved_and_voted(pages: FlaskClient) -> None:
    html = page(pages, "/ash/person/2")
    assert "Spoke in one item, in December 2024." in html
    assert "Councillor Birch said that a resident rode the bus eleven times." in html
    assert "Seconded, moved by Jane Moore" in html
    assert "<b>Voted against.</b> Motion: lost, 1 to 1, on the casting vote" in html


def test_attendance_counts_only_meetings_that_are_here(pages: FlaskClient) -> None:
    assert "Present at 1 of the 1 meeting of these committees that is here and records attendance (100%)." in words(page(pages, "/ash/person/1"))


def test_members_and_officers_stand_from_a_to_z_and_the_public_does_not(pages: FlaskClient) -> None:
    html = page(pages, "/ash/people")
    assert re.findall(r"<h2[^>]*>(\w)</h2>", html) == ["B", "H", "M"]
    assert "Quibble" not in html
    assert "0 of 3 people have ‘&lt;b&gt;’ in the name." in page(pages, "/ash/people?name=<b>")
    assert pages.get(f"/{PUBLIC}").status_code == 404


def test_the_search_box_of_a_person_or_committee_keeps_to_it(pages: FlaskClient) -> None:
    assert '<input type="checkbox" id="only" name="speaker" value="ash/person/1" checked>' in page(pages, "/ash/person/1")
    assert '<input type="checkbox" id="only" name="committee" value="ash/committee/1" checked>' in page(pages, "/ash/committee/1")


# ── committees, council, home ───────────────────────────────────────────────────────────────────────────────────────


def test_a_committee_lists_its_meetings_with_main_decisions_and_ordinary_business_is_none(pages: FlaskClient) -> None:
    meetings = part(page(pages, "/ash/committee/1"), "Meetings and their main decisions")
    assert "4 items · 2 members present" in meetings
    assert 'href="/ash/item/2">The bus to Mill Lane</a> <span class="dim">rejected</span>' in meetings
    assert "Apologies" not in meetings
    assert meetings.count("<b>2025</b>") == 1


def test_a_committee_says_what_it_was_called_and_whether_it_still_meets(pages: FlaskClient) -> None:
    assert "It was called Executive before." in page(pages, "/ash/committee/1")
    assert "This committee does not meet any more. The last of its meetings that is here was on 1 March 2020." in page(pages, "/ash/committee/2")


def test_a_year_of_a_committee_can_be_chosen(pages: FlaskClient) -> None:
    assert "Meetings in 2023 and their main decisions" in page(pages, "/ash/committee/1?year=2023")
    assert 'href="/ash/meeting/50"' not in page(pages, "/ash/committee/1?year=2023")
    assert 'href="/ash/meeting/55"' in page(pages, "/ash/committee/1?year=all")
    assert "Meetings and their main decisions" in page(pages, "/ash/committee/1?year=<b>")


def test_what_was_decided_leads_to_searches_that_find_as_much(pages: FlaskClient) -> None:
    decided = page(pages, "/ash/committee/1").partition("What was decided</h2>")[2].partition("</section>")[0]
    links = re.findall(r'href="([^"]+)">(\w+)</a> <span class="dim">(\d+)', decided)
    assert {label for _, label, _ in links} == {"Noted", "Rejected"}
    for url, _, count in links:
        found = pages.get(url.replace("&amp;", "&").replace("/search?", "/search.json?")).get_json()
        assert found["total"] == int(count)


def test_examples_on_the_front_page_find_something(pages: FlaskClient) -> None:
    hint = page(pages, "/").partition('id="hint">')[2].partition("</p>")[0]
    urls = re.findall(r'href="([^"]+)"', hint)
    assert urls
    for url in urls:
        assert pages.get(url.replace("&amp;", "&").replace("/search?", "/search.json?")).get_json()["total"] > 0


def test_the_front_page_says_of_the_next_meetings_what_there_is(pages: FlaskClient) -> None:
    html = page(pages, "/")
    assert "Thursday 10 January 2999, 10am" in html
    assert "Agenda published" in html
    assert "Apologies" not in part(html, "Decided lately")


@pytest.mark.parametrize("path", ["/", "/ash", "/ash/people", "/ash/committee/1", "/ash/meeting/50", "/ash/item/2", "/ash/person/1"])
@pytest.mark.parametrize("tongue", ["en", "cy"])
def test_no_page_has_a_heading_without_its_rank_or_the_same_id_twice(pages: FlaskClient, path: str, tongue: str) -> None:
    html = page(pages, f"{path}?lang={tongue}")
    ranks = [int(rank) for rank in re.findall(r"<h([1-6])", html)]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert "style=" not in html
    assert "<script" not in html


def test_pages_are_shown_while_search_rests(pages: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def rests(*_: object, **__: object) -> None:
        raise Unavailable("no index")

    index = pages.application.extensions["minutebook"].index
    monkeypatch.setattr(index, "search", rests)
    monkeypatch.setattr(index, "catalogue", rests)
    for path in ("/", "/ash", "/ash/people", "/ash/committee/1", "/ash/meeting/50", "/ash/item/2", "/ash/item/2?q=bus", "/ash/person/1"):
        page(pages, path)
