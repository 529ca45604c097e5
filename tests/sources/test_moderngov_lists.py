"""Lists, calendars, committees and people: what they say, and how far they lead."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import BASE, Read

from archive.councils import Source
from archive.errors import ReadError
from archive.sources.moderngov import ModernGov

Reading = Callable[..., Read]
LIST = "ieListMeetings.aspx?CId=8"


def test_html_starts_with_committees_and_councillors_and_the_service_with_its_operations() -> None:
    assert [link.url.removeprefix(BASE) for link in ModernGov(Source(BASE)).start()] == ["/mgListCommittees.aspx", "/mgMemberIndex.aspx"]
    served = [link.url.removeprefix(BASE) for link in ModernGov(Source(BASE, service=True)).start()]
    assert served == ["/mgWebService.asmx/GetCommittees", "/mgWebService.asmx/GetCouncillorsByWard"]


def test_a_list_says_day_status_and_papers_of_each_meeting(reading: Reading) -> None:
    page = reading("list", LIST, "list_paged.html", organization="8")
    assert [(m.key, m.fields["start"], m.fields["status"], m.fields.get("papers", [])) for m in page.of("meeting")] == [
        ("43", "2026-12-02T19:00", "", []),
        ("42", "2026-04-08T19:00", "", ["Agenda", "Draft minutes"]),
        ("41", "2026-02-11T19:00", "cancelled", []),
        ("40", "2025-09-10T19:00", "cancelled", []),
        ("39", "2012-09-09T19:00", "", ["Minutes"]),
        ("12", "2010-04-12", "", []),
    ]
    assert page.one("listing").fields == {"organization": "8", "meetings": ["43", "42", "41", "40", "39", "12"]}
    assert {m.fields["committee"] for m in page.of("meeting")} == {"Parks Panel"}


def test_a_meeting_has_one_address_and_its_own_document_counts_only_where_it_is_alone(reading: Reading) -> None:
    page = reading("list", LIST, "list_paged.html", organization="8")
    assert page.urls("meeting") == [f"ieListDocuments.aspx?MId={n}" for n in (43, 42, 41, 40, 39)]
    assert page.urls("whole") == ["CeListDocuments.aspx?MID=12&CommitteeId=8&DF=12/04/2010"]
    assert {link.organization for link in page.links} == {"8"}


def test_the_first_page_leads_earlier_and_later_and_not_to_the_years_of_a_form(reading: Reading) -> None:
    page = reading("list", LIST, "list_paged.html", organization="8")
    assert page.urls("list") == [f"{LIST}&Act=earlier&D=202509101900&MD=ielistmeetings", f"{LIST}&Act=later&D=202612021900&MD=ielistmeetings"]
    assert all(link.lists_meetings and link.organization == "8" for link in page.links if link.page == "list")


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        (f"{LIST}&Act=earlier&D=202601010000&MD=ielistmeetings", [f"{LIST}&Act=earlier&D=202509101900&MD=ielistmeetings"]),
        (f"{LIST}&Act=later&D=202601010000&MD=ielistmeetings", [f"{LIST}&Act=later&D=202612021900&MD=ielistmeetings"]),
        (f"{LIST}&Act=earlier&D=202509101900&MD=ielistmeetings", []),
        (f"{LIST}&Act=later&D=202612021900&MD=ielistmeetings", []),
    ],
)
def test_a_further_page_leads_onwards_and_never_back(reading: Reading, path: str, leads: list[str]) -> None:
    assert reading("list", path, "list_paged.html", organization="8").urls("list") == leads


def test_an_empty_page_ends_the_way_although_it_links_on(reading: Reading) -> None:
    body = '<html><div id="modgov"><h1>Browse meetings</h1><p>No meetings found.</p>'
    body += '<a href="ieListMeetings.aspx?Act=earlier&CId=8&D=199001010000">Earlier meetings</a></div></html>'
    page = reading("list", f"{LIST}&Act=earlier&D=199501010000&MD=ielistmeetings", body, organization="8")
    assert page.links == []
    assert page.one("listing").fields["meetings"] == []


def test_years_are_followed_as_far_as_there_can_be_meetings(reading: Reading) -> None:
    page = reading("list", "ieListMeetings.aspx?CId=5", "list_years.html", organization="5")
    assert page.urls("list") == ["ieListMeetings.aspx?CId=5&Year=2026", "ieListMeetings.aspx?CId=5&Year=2025"]
    assert page.urls("meeting") == ["ieListDocuments.aspx?MId=300"]


def test_years_and_meetings_before_the_first_day_of_a_source_are_left_out(reading: Reading) -> None:
    page = reading("list", "ieListMeetings.aspx?CId=5", "list_years.html", organization="5", since="2026-06-01")
    assert page.urls() == ["ieListMeetings.aspx?CId=5&Year=2026"]
    assert page.one("listing").fields["meetings"] == []


def test_a_year_that_is_cut_is_completed_from_the_calendar_of_the_committee(reading: Reading) -> None:
    rows = "".join(f'<li><a href="ieListDocuments.aspx?MId={n}">{28 - n % 28} {("Dec", "Nov", "Oct")[n // 20]} 2025 6.00 pm</a></li>' for n in range(51))
    page = reading("list", "ieListMeetings.aspx?CId=5&Year=2025", f'<html><div id="modgov"><h1>Browse</h1><ul>{rows}</ul></div></html>', organization="5")
    months = [link for link in page.links if link.page == "calendar"]
    assert [link.url.partition("M=")[2].partition("&")[0] for link in months] == [*map(str, range(1, 11)), "12"]
    assert all(link.lists_meetings and link.organization == "5" and "CID=5" in link.url for link in months)


def test_a_calendar_says_what_was_cancelled_or_moved_and_leads_to_no_other_month(reading: Reading) -> None:
    page = reading("calendar", "mgCalendarMonthView.aspx?M=1&DD=2026", "calendar.html", organization="8")
    assert [(m.key, m.fields["committee"], m.fields["start"], m.fields["status"]) for m in page.of("meeting")] == [
        ("61", "Parks Panel", "2026-01-13T19:00", "moved"),
        ("62", "Quay Forum", "2026-01-13T19:30", "cancelled"),
    ]
    assert page.urls() == ["ieListDocuments.aspx?MId=61", "ieListDocuments.aspx?MId=62"]


def test_a_calendar_as_part_of_a_list_counts_for_its_committee_alone(reading: Reading) -> None:
    page = reading("calendar", "mgCalendarMonthView.aspx?M=1&DD=2026&CID=8", "calendar.html", organization="8", lists_meetings=True)
    assert page.one("listing").fields == {"organization": "8", "meetings": ["61"]}


@pytest.mark.parametrize("page", ["list", "calendar", "committees", "members", "committee", "member"])
def test_a_page_without_what_it_promises_is_refused(reading: Reading, page: str) -> None:
    with pytest.raises(ReadError, match=r"no rows|not a calendar|names none|does not say"):
        reading(page, "mgUserInfo.aspx?UID=1", '<html><div id="modgov"><p>Welcome to our new design</p></div></html>', organization="8")


def test_committees_are_current_unless_their_heading_says_otherwise(reading: Reading) -> None:
    page = reading("committees", "mgListCommittees.aspx", "committees.html")
    assert [(o.key, o.fields["name"], o.fields["status"], o.fields["category"]) for o in page.of("organization")] == [
        ("8", "Parks Panel", "current", "Scrutiny"),
        ("3", "Tramways Sub-Committee", "former", "Former committees"),
    ]
    assert page.urls() == ["mgCommitteeDetails.aspx?ID=8", LIST, "mgCommitteeDetails.aspx?ID=3", "ieListMeetings.aspx?CId=3"]


def test_a_committee_names_its_members_and_their_roles(reading: Reading) -> None:
    page = reading("committee", "mgCommitteeDetails.aspx?ID=8", "committee.html", organization="8")
    assert [(m.fields["person"], m.fields["name"], m.fields["role"]) for m in page.of("membership")] == [
        ("71", "Councillor Ada Finch", "Chair"),
        ("72", "Councillor Ravi Pole", ""),
    ]
    assert page.urls("list") == [LIST]
    assert page.one("organization").fields == {"name": "Parks Panel", "url": f"{BASE}/mgCommitteeDetails.aspx?ID=8"}


def test_the_index_of_councillors_leads_to_each_of_them_once(reading: Reading) -> None:
    page = reading("members", "mgMemberIndex.aspx", "members.html")
    assert [(p.key, p.fields["name"], p.fields["kind"]) for p in page.of("person")] == [
        ("71", "Councillor Ada Finch", "member"),
        ("72", "Councillor Ravi Pole", "member"),
    ]
    assert page.urls() == ["mgUserInfo.aspx?UID=71", "mgUserInfo.aspx?UID=72"]


def test_a_councillor_holds_some_seats_and_held_others(reading: Reading) -> None:
    page = reading("member", "mgUserInfo.aspx?UID=71", "member_sidebar.html")
    assert page.one("person").fields == {
        "name": "Councillor Ada Finch",
        "kind": "member",
        "url": f"{BASE}/mgUserInfo.aspx?UID=71",
        "party": "Green Party",
        "ward": "Northgate",
        "post": "Mayor",
    }
    assert [m.fields for m in page.of("membership")] == [
        {"person": "71", "organization": "8", "role": "Chair", "status": "current"},
        {"person": "71", "organization": "3", "role": "", "status": "former", "start_date": "2018-05-04", "end_date": "2022-05-06"},
    ]
    assert page.urls() == ["mgCommitteeDetails.aspx?ID=8", "mgCommitteeDetails.aspx?ID=3"]


def test_labels_are_found_in_tables_and_in_running_lines(reading: Reading) -> None:
    table = reading("member", "mgUserInfo.aspx?UID=72", "member_table.html")
    assert (table.one("person").fields["party"], table.one("person").fields["ward"]) == ("Ratepayers", "Southgate")
    assert table.one("membership").fields == {"person": "72", "organization": "8", "role": "", "status": "current", "start_date": "2023-05-04"}
    lines = reading("member", "mgUserInfo.aspx?UID=73", "member_run_on.html").one("person").fields
    assert (lines["party"], lines["ward"], lines["post"]) == ("Annibynnol", "Glan yr Afon", "Aelod Cabinet")
