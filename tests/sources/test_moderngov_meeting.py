"""A meeting's page, an item's page and the attendance, in the habits of several installs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import BASE, Read

Reading = Callable[..., Read]
MEETING = "ieListDocuments.aspx?MId="


@pytest.fixture
def harbour(reading: Reading) -> Read:
    return reading("meeting", f"{MEETING}4711", "whole_minutes.html", organization="31", meeting="4711")


@pytest.fixture
def parks(reading: Reading) -> Read:
    return reading("meeting", f"{MEETING}42", "cut_and_linked.html", organization="8", meeting="42")


@pytest.fixture
def downs(reading: Reading) -> Read:
    return reading("meeting", f"{MEETING}300", "noted_times.html", organization="5", meeting="300")


# ── the head ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_head_names_committee_day_and_place(harbour: Read) -> None:
    assert harbour.one("meeting").fields == {
        "organization": "31",
        "committee": "Harbour Committee",
        "title": "Harbour Committee - Tuesday, 3rd March, 2026 6.30 pm",
        "start": "2026-03-03T18:30",
        "status": "",
        "location": "The Net Loft, Quay Street",
        "url": f"{BASE}/{MEETING}4711",
        "minutes_status": "confirmed",
    }


def test_a_prefix_is_no_part_of_the_committees_name_and_means_moved(downs: Read) -> None:
    head = downs.one("meeting").fields
    assert (head["committee"], head["start"], head["status"], head["location"]) == ("Downs Area Board", "2026-05-07T19:00", "moved", "Village Hall")
    assert head["title"] == "Moved from 30 April, Downs Area Board - Thursday, 7 May 2026 7.00 p.m."
    assert head["organization"] == "5"


def test_where_the_title_line_repeats_the_kind_the_documents_title_says_who_and_when(reading: Reading) -> None:
    head = reading("meeting", f"{MEETING}77", "bare_title.html", meeting="77").one("meeting").fields
    assert (head["organization"], head["committee"], head["start"]) == ("9", "Quay Forum", "2026-11-05T19:30")
    assert head["title"] == "Quay Forum - Thursday 5 November 2026, 7:30 pm"
    assert head["minutes_status"] == "none"


@pytest.mark.parametrize(
    ("line", "committee", "status"),
    [
        ("Parks Panel - Wednesday 8 April 2026 7.00 pm, CANCELLED", "Parks Panel", "cancelled"),
        ("CANCELLED - Parks Panel - Wednesday 8 April 2026 7.00 pm", "Parks Panel", "cancelled"),
        ("MOVED - to 26 May, Parks Panel - Wednesday 8 April 2026 7.00 pm", "Parks Panel", "moved"),
        ("Parks Panel - Wednesday 8 April 2026 7.00 pm, POSTPONED", "Parks Panel", "moved"),
        ("Parks Panel - Wednesday 8 April 2026 7.00 pm, NEW", "Parks Panel", ""),
        ("Dorsal Council - Parks Panel - Wednesday 8 April 2026 7.00 pm", "Dorsal Council - Parks Panel", ""),
    ],
)
def test_words_beside_the_name_are_the_status(reading: Reading, line: str, committee: str, status: str) -> None:
    page = f'<html><title>x</title><div id="modgov"><h1>Meeting</h1><h2 class="mgSubTitleTxt">{line}</h2></div></html>'
    head = reading("meeting", f"{MEETING}42", page, meeting="42").one("meeting").fields
    assert (head["committee"], head["status"], head["start"]) == (committee, status, "2026-04-08T19:00")


def test_a_committee_called_after_moving_is_not_moved(reading: Reading) -> None:
    line = '<a href="mgCommitteeDetails.aspx?ID=6" title="Link to Moved Persons Panel">Moved Persons Panel - Monday 1 June 2026 6.00 pm</a>'
    page = f'<html><div id="modgov"><h1>Meeting</h1><h2 class="mgSubTitleTxt">{line}</h2></div></html>'
    assert reading("meeting", f"{MEETING}42", page, meeting="42").one("meeting").fields["status"] == ""


# ── items ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_items_are_rows_with_a_number_cell_and_nothing_else(harbour: Read) -> None:
    assert [(i.key, i.fields["order"], i.fields["number"], i.fields["name"]) for i in harbour.of("item")] == [
        ("", 1, "", "This meeting is webcast"),
        ("8001", 2, "12.", "Minutes"),
        ("8002", 3, "13/a", "Mooring fees"),
        ("8003", 4, "14.", "Sale of the ice house"),
    ]
    assert harbour.of("item")[1].fields["url"] == f"{BASE}/{MEETING}4711#AI8001"


def test_agenda_decision_and_minutes_are_kept_apart(harbour: Read) -> None:
    fees = harbour.of("item")[2].fields
    assert fees["agenda_text"] == "To set the fees."
    assert fees["decision_text"] == "That the fees be set."
    assert fees["text"].split("\n") == [
        "13.1 The harbourmaster explained the fees. See the earlier report.",
        "Minutes:",
        "Berth\tFee",
        "North\t£90",
        "a. That the fees be set; and",
        "b. that they be read out on the 21st.",
    ]
    assert fees["text_complete"]


def test_no_minutes_are_the_empty_text(harbour: Read) -> None:
    assert harbour.of("item")[3].fields["text"] == ""


def test_only_the_item_itself_makes_it_restricted(harbour: Read) -> None:
    assert [item.fields["restricted"] for item in harbour.of("item")] == [False, False, False, True]


def test_a_sentence_of_the_system_makes_an_item_restricted_and_is_no_text(downs: Read) -> None:
    item = downs.of("item")[1].fields
    assert item["restricted"]
    assert "agenda_text" not in item


def test_a_planned_time_is_no_number(downs: Read) -> None:
    assert [(i.key, i.fields["number"], i.fields["name"]) for i in downs.of("item")] == [("70", "1", "Welcome"), ("71", "", "PART 2")]


def test_a_cut_text_is_marked_and_its_page_asked_for(parks: Read) -> None:
    item = parks.of("item")[0].fields
    assert item["text"] == "The panel heard from the friends of the bandstand, who\nasked for a roof and"
    assert not item["text_complete"]
    assert parks.urls("item") == ["mgAi.aspx?ID=501", "mgAi.aspx?ID=502", "mgAi.aspx?ID=503"]


def test_a_text_that_is_only_linked_is_absent(parks: Read) -> None:
    item = parks.of("item")[1].fields
    assert "text" not in item
    assert not item["text_complete"]


def test_a_link_to_the_text_gives_an_item_without_anchor_its_id(parks: Read) -> None:
    assert [item.key for item in parks.of("item")] == ["501", "502", "503", "504"]


def test_dots_without_a_link_are_text(parks: Read) -> None:
    assert parks.of("item")[3].fields["text"] == "The meeting closed at 8 p.m..."
    assert parks.of("item")[3].fields["text_complete"]


def test_a_link_behind_every_text_leaves_them_all_unsure(downs: Read) -> None:
    item = downs.of("item")[0].fields
    assert (item["agenda_text"], item["text"], item["text_complete"]) == ("The chair to welcome all.", "There were none.", False)
    assert downs.urls("item") == ["mgAi.aspx?ID=70"]


def test_with_the_service_on_no_further_page_is_asked_for(reading: Reading) -> None:
    assert reading("meeting", f"{MEETING}42", "cut_and_linked.html", service=True, meeting="42").links == []


def test_welsh_labels_are_understood(reading: Reading) -> None:
    page = reading("meeting", f"{MEETING}2&LLL=1", "welsh.html", organization="4", meeting="2")
    head, item = page.one("meeting").fields, page.one("item").fields
    assert (head["committee"], head["start"], head["location"], head["minutes_status"]) == ("Pwyllgor y Cwm", "2025-10-09T14:00", "Neuadd y Dref", "draft")
    assert (item["name"], item["text"], item["decision_text"]) == ("Cofnodion", "Cymeradwywyd y cofnodion.", "Cymeradwyo.")
    assert page.one("document").fields["name"] == "Cofnodion Medi"


def test_minutes_below_the_documents_need_no_label(reading: Reading) -> None:
    cell = '<p class="mgAiTitleTxt">Roads</p><p class="mgSubItemTitleTxt">Additional documents:</p><ul><li><a href="documents/s1/A.pdf">A</a></li></ul>'
    page = reading("meeting", f"{MEETING}42", meeting_with(cell + '<div class="mgWordPara"><p>It was agreed.</p></div>'), meeting="42")
    assert page.one("item").fields["text"] == "It was agreed."
    assert page.one("document").key == "s1"


def test_a_list_of_links_that_is_never_closed_does_not_swallow_the_minutes(reading: Reading) -> None:
    cell = '<p class="mgAiTitleTxt">Roads</p><ul class="mgActionList"><ul class="mgActionList"><li>View the background</li></ul>'
    cell += '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>It was agreed.</p></div>'
    assert reading("meeting", f"{MEETING}42", meeting_with(cell), meeting="42").one("item").fields["text"] == "It was agreed."


def test_many_thousand_nested_elements_are_read(reading: Reading) -> None:
    deep = "<div>" * 5000 + "deep down" + "</div>" * 5000
    cell = f'<p class="mgAiTitleTxt">Roads</p><p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">{deep}</div>'
    assert reading("meeting", f"{MEETING}42", meeting_with(cell), meeting="42").one("item").fields["text"] == "deep down"


# ── draft or confirmed ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "heading", "printed", "status"),
    [
        ("Noted.", "Agenda and minutes", "", "confirmed"),
        ("Noted.", "Agenda and draft minutes", "", "draft"),
        ("Noted.", "Agenda and minutes", "Printed draft minutes", "draft"),
        ("These minutes are subject to confirmation at the next meeting.", "Agenda and minutes", "", "draft"),
        ("Please note that these are draft minutes.", "Agenda and minutes", "", "draft"),
        ("These minutes are subject to confirmation at the next meeting.", "Agenda and minutes", "Printed minutes", "confirmed"),
        ("The draft minutes of the meeting held on 3 May were approved.", "Agenda and minutes", "", "confirmed"),
        ("The draft plan was noted, subject to approval of the minutes.", "Agenda and minutes", "", "confirmed"),
        ("", "Agenda and minutes", "Printed minutes", "none"),
    ],
)
def test_minutes_are_draft_by_heading_label_or_sentence(reading: Reading, text: str, heading: str, printed: str, status: str) -> None:
    cell = '<p class="mgAiTitleTxt">Roads</p>' + (f'<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>{text}</p></div>' if text else "")
    links = f'<div class="mgLinks"><a href="documents/g1/Printed minutes.pdf?T=1">{printed}</a></div>' if printed else ""
    page = meeting_with(cell, heading).replace('<table id="mgItemTable">', f'{links}<table id="mgItemTable">')
    assert reading("meeting", f"{MEETING}42", page, meeting="42").one("meeting").fields["minutes_status"] == status


# ── documents ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_documents_of_items_are_found_and_restricted_ones_and_webcasts_left_out(harbour: Read) -> None:
    mine = [(d.key, d.fields["item"], d.fields["name"], d.fields["media_type"]) for d in harbour.of("document") if "item" in d.fields]
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert mine == [("s901", "8001", "Minutes of 3 February", "application/pdf"), ("s902", "8002", "Fees for 2026", word)]


def test_packs_are_papers_of_the_meeting_and_html_minutes_are_none(harbour: Read) -> None:
    packs = [(d.key, d.fields["name"]) for d in harbour.of("document") if "item" not in d.fields and "item_order" not in d.fields]
    assert packs == [("g4790-0", "Agenda frontsheet"), ("g4790-10", "Agenda reports pack"), ("b310", "Late papers"), ("g4790-1", "Printed minutes")]


def test_line_ends_and_blanks_in_addresses_are_mended(harbour: Read) -> None:
    urls = {d.key: d.fields["url"] for d in harbour.of("document")}
    assert urls["s902"] == f"{BASE}/documents/s902/Fees%202026.docx"
    assert urls["b310"] == f"{BASE}/documents/b310/Late%20papers%2003rd-Mar-2026.pdf?T=9"


def test_an_item_without_id_is_told_to_its_document_by_order(reading: Reading) -> None:
    page = meeting_with('<p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s7/A map.pdf">Map</a></p>').replace('<a name="AI1"></a>', "")
    document = reading("meeting", f"{MEETING}42", page, meeting="42").one("document")
    assert document.fields["item_order"] == 1
    assert "item" not in document.fields


def test_packs_behind_a_page_to_choose_from_are_known_by_their_numbers(reading: Reading) -> None:
    links = '<div class="mgLinks"><a href="mgChooseDocPack.aspx?ID=58">Agenda reports pack</a><a href="mgChooseDocPack.aspx?ID=58&SID=84">Late</a></div>'
    page = meeting_with('<p class="mgAiTitleTxt">Roads</p>').replace('<table id="mgItemTable">', f'{links}<table id="mgItemTable">')
    assert [(d.key, d.fields["name"]) for d in reading("meeting", f"{MEETING}42", page, meeting="42").of("document")] == [
        ("g58-10", "Agenda reports pack"),
        ("b84", "Late"),
    ]


# ── other pages of a meeting ────────────────────────────────────────────────────────────────────────────────────────


def test_attendance_is_asked_for_whether_it_is_linked_or_not(parks: Read, harbour: Read) -> None:
    assert parks.urls("attendance") == ["mgMeetingAttendance.aspx?ID=42"]
    assert [(link.optional, link.meeting, link.organization) for link in harbour.links if link.page == "attendance"] == [(True, "4711", "31")]


def test_a_meeting_to_come_without_papers_leads_to_its_month_in_the_calendar_only(reading: Reading) -> None:
    page = reading("meeting", f"{MEETING}43", "no_papers.html", organization="8", meeting="43")
    assert page.urls() == ["mgCalendarMonthView.aspx?M=12&DD=2026&CID=0&C=-1&MR=0&ACT=Go"]
    assert page.one("meeting").fields["minutes_status"] == "none"


def test_an_own_page_gives_the_whole_text_and_all_documents(reading: Reading) -> None:
    page = reading("item", "mgAi.aspx?ID=502", "item.html", organization="8", meeting="42")
    item = page.one("item")
    assert (item.key, item.meeting, item.fields["name"]) == ("502", "42", "Paddling pool")
    assert item.fields["text"] == "The pool was reopened, and the panel cheered."
    assert item.fields["agenda_text"] == "To reopen the pool."
    assert item.fields["text_complete"]
    assert [(d.key, d.fields["item"], d.fields["name"]) for d in page.of("document")] == [("s61", "502", "Pool"), ("s62", "502", "Plan of the pool")]


def test_attendance_is_kept_as_printed_and_in_order(reading: Reading) -> None:
    said = reading("attendance", "mgMeetingAttendance.aspx?ID=42", "attendance.html", meeting="42").of("attendance")
    assert [(o.key, o.fields["name"], o.fields["role"], o.fields["status"], o.fields["order"]) for o in said] == [
        ("71", "Councillor Ada Finch", "Chair", "Present", 1),
        ("", "Mr B Oduya", "Officer", "In attendance, virtual", 2),
    ]


def test_a_migrated_meeting_is_one_item_with_the_whole_text(reading: Reading) -> None:
    page = reading("whole", "CeListDocuments.aspx?MID=12", "one_document.html", organization="31", meeting="12")
    item = page.one("item").fields
    assert item["text"] == "1. Apologies\nNone.\n2. Dredging\nRESOLVED: That the channel be dredged."
    assert page.one("meeting").fields["start"] == "2010-04-12T10:00"


def test_keys_carry_the_prefix_of_a_second_source(reading: Reading) -> None:
    page = reading("meeting", f"{MEETING}42", "cut_and_linked.html", prefix="old-", organization="old-8", meeting="old-42")
    assert page.one("meeting").key == "old-42"
    assert page.one("meeting").fields["organization"] == "old-8"
    assert {item.key for item in page.of("item")} == {"old-501", "old-502", "old-503", "old-504"}
    assert [d.key for d in page.of("document")] == ["old-s61"]
    assert [d.fields["item"] for d in page.of("document")] == ["old-502"]
    assert page.urls("attendance") == ["mgMeetingAttendance.aspx?ID=42"]


def meeting_with(cell: str, heading: str = "Agenda and minutes") -> str:
    """A page with one item."""
    return (
        f'<html><body><div id="modgov"><h1>{heading}</h1><h2 class="mgSubTitleTxt">Parks Panel - Wednesday 8 April 2026 7.00 pm</h2><div class="mgContent">'
        f'<table id="mgItemTable"><tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI1"></a>1.</p></td><td>{cell}</td></tr></table></div></div></body></html>'
    )
