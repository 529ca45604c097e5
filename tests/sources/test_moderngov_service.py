"""The web service: its shapes and its traps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import BASE, Read

from archive.errors import ReadError
from archive.sources.moderngov.service import body_text

Reading = Callable[..., Read]
GET_MEETING = "mgWebService.asmx/GetMeeting?lMeetingId=42"


@pytest.fixture
def parks(reading: Reading) -> Read:
    return reading("service-meeting", GET_MEETING, "meeting.xml", service=True, organization="8", meeting="42")


def test_every_committee_that_was_not_deleted_leads_to_its_meetings(reading: Reading) -> None:
    page = reading("service-committees", "mgWebService.asmx/GetCommittees", "committees.xml", service=True)
    assert [(o.key, o.fields["status"]) for o in page.of("organization")] == [("8", "current"), ("3", "former"), ("2", "former")]
    dates = "sFromDate=01/01/1990&sToDate=31/12/2028"
    assert page.urls("service-list") == [f"mgWebService.asmx/GetMeetings?lCommitteeId={n}&{dates}" for n in (8, 3)]
    assert page.urls("committee") == ["mgCommitteeDetails.aspx?ID=8", "mgCommitteeDetails.aspx?ID=3"]


def test_every_meeting_is_asked_for_in_the_service_and_as_a_page(reading: Reading) -> None:
    page = reading("service-list", "mgWebService.asmx/GetMeetings", "meetings.xml", service=True, organization="8")
    assert [(m.key, m.says, m.fields["start"], m.fields["status"], m.fields["committee"]) for m in page.of("meeting")] == [
        ("42", "service-list", "2026-04-08T19:00", "", "Parks Panel"),
        ("41", "service-list", "2026-02-11T19:00", "cancelled", "Parks Panel"),
    ]
    assert page.one("listing").fields == {"organization": "8", "meetings": ["42", "41"]}
    assert page.urls()[:2] == ["ieListDocuments.aspx?MId=42", GET_MEETING]


def test_a_meeting_gives_items_with_their_whole_texts(parks: Read) -> None:
    heading, bandstand, pool, _ = (item.fields for item in parks.of("item"))
    assert (heading["number"], heading["name"], heading["text"]) == ("", "PART ONE", "")
    assert (bandstand["number"], bandstand["name"], bandstand["agenda_text"], bandstand["decision_text"]) == (
        "1.",
        "Bandstand & green",
        "To hear the friends.",
        "Granted.",
    )
    assert pool["text"] == "Reopened & cheered."
    assert [item.fields["restricted"] for item in parks.of("item")] == [False, False, True, False]
    assert [item.fields["order"] for item in parks.of("item")] == [1, 2, 3, 4]


def test_a_sign_that_the_text_shows_does_not_become_markup(parks: Read) -> None:
    assert parks.of("item")[1].fields["text"] == "A grant of < 5% & no more; the tag <b> was shown."


def test_minutes_that_the_service_keeps_back_are_asked_for_on_the_items_page(parks: Read) -> None:
    last = parks.of("item")[3].fields
    assert "text" not in last
    assert not last["text_complete"]
    assert parks.urls() == ["mgAi.aspx?ID=503"]


def test_attendees_have_a_key_only_where_they_have_a_page(parks: Read) -> None:
    assert [(o.key, o.fields["name"], o.fields["role"], o.fields["status"]) for o in parks.of("attendance")] == [
        ("71", "Councillor Ada Finch", "Chair", "Present"),
        ("", "Mr B Oduya", "Guest", "Expected"),
    ]


def test_documents_that_nobody_may_see_are_left_out(parks: Read) -> None:
    document = parks.one("document")
    assert (document.key, document.fields["item"], document.fields["name"], document.fields["media_type"]) == ("s71", "501", "Plan", "application/pdf")
    assert document.fields["url"] == f"{BASE}/mgConvert2PDF.aspx?ID=71"


def test_the_head_says_when_and_where_and_leaves_draft_to_the_page(parks: Read) -> None:
    head = parks.one("meeting").fields
    assert (head["start"], head["location"], head["status"]) == ("2026-04-08T19:00", "Town Hall", "")
    assert "minutes_status" not in head


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One</p><p>two &amp; three</p>", "One\ntwo & three"),
        ("&lt;p&gt;One &amp;amp; two&lt;/p&gt;", "One & two"),
        ("&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;", "One"),
        ("plain words, x &lt; y", "plain words, x < y"),
        ("<p>the tag &lt;p&gt; opens</p>", "the tag <p> opens"),
        ('<?xml:namespace prefix = o ns = "urn:x" /><p>One</p>', "One"),
        ("\n   \n", ""),
        (None, ""),
    ],
)
def test_bodies_are_unescaped_until_they_are_markup_and_no_further(body: str | None, text: str) -> None:
    assert body_text(body) == text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "nothing"),
        (b"<html><body>moved</body></html>", "HTML page"),
        (b"<!DOCTYPE html><html></html>", "HTML page"),
        (b"<meeting><meetingid>42</meetingid>", "cut short"),
        (b"<string>no</string>", "was due"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><meeting>&b;</meeting>', "entities"),
        (b"Server busy", "broken"),
    ],
)
def test_what_is_not_the_xml_that_was_asked_for_is_refused_in_words(reading: Reading, body: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        reading("service-meeting", GET_MEETING, body, service=True, meeting="42")


def test_councillors_have_party_ward_and_a_page(reading: Reading) -> None:
    page = reading("service-councillors", "mgWebService.asmx/GetCouncillorsByWard", "councillors.xml", service=True)
    said = page.one("person").fields
    assert (said["name"], said["party"], said["ward"], said["post"], said["kind"]) == ("Councillor Ada Finch", "Green Party", "Northgate", "Mayor", "member")
    assert page.urls() == ["mgUserInfo.aspx?UID=71"]
