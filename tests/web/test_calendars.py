"""The meetings of a committee can be subscribed to."""

from __future__ import annotations

from datetime import date

from flask.testing import FlaskClient
from icalendar import Calendar

from archive.store import open_keeper


def test_a_calendar_has_the_meetings_of_a_committee_or_of_a_council(library: FlaskClient) -> None:
    for path, days in (("/ash/committee/1.ics", ["2024-02-01", "2025-03-10"]), ("/ash.ics", ["2024-02-01", "2024-06-01", "2025-01-10", "2025-03-10"])):
        answer = library.get(path)
        assert answer.mimetype == "text/calendar"
        events = list(Calendar.from_ical(answer.data).walk("VEVENT"))
        assert sorted(one.decoded("dtstart").date().isoformat() for one in events) == days
        assert {str(one["summary"]) for one in events} <= {"Cabinet", "Planning Committee", "Libraries and Culture Panel"}
        assert all(str(one["uid"]).startswith("http://localhost/ash/meeting/") for one in events)


def test_a_meeting_that_was_withdrawn_is_in_no_calendar(library: FlaskClient) -> None:
    keeper = open_keeper(library.application.extensions["minutebook"].config)
    keeper.withdraw("ash/meeting/10")
    keeper.close()
    [event] = Calendar.from_ical(library.get("/ash/committee/1.ics").data).walk("VEVENT")
    assert event.decoded("dtstart").date() == date(2025, 3, 10)
