"""What every meeting does anyway is told from what people seek."""

import pytest

from archive.procedural import is_procedural

ORDINARY = (
    "Apologies", "Apologies for absence.", "APOLOGIES AND SUBSTITUTIONS", "To receive apologies", "Declarations of interest and of lobbying", "Declarations of Members’ Interests",
    "Declaration of pecuniary interests", "Minutes of the last meeting", "MINUTES", "To approve the minutes of the meeting held on 3 May", "Minutes of the meeting held on 28/11/2023",
    "Confirmation of the Minutes", "Matters arising from the minutes", "Chairman's Announcements", "Mayor’s communications", "Urgent business", "Any other business", "AOB",
    "Date of next meeting", "Date and time of the next meeting", "Exclusion of the press and public", "Sederunt", "Welcome and introductions", "Substitutes", "Ymddiheuriadau am absenoldeb",
    "Cofnodion y cyfarfod blaenorol", "Datganiadau o fuddiant", "Datgan Buddiannau", "Work programme",
)  # fmt: skip
SOUGHT = (
    "Allotment rents", "The future of the library service", "Minutes of the whole meeting: quarry and roads"[16:], "Interest rates on loans to clubs", "Minute's silence policy"[8:],
    "Apology to tenants of Mill Court"[10:], "Recording of votes in committee", "Questions from residents", "Communications strategy", "Motion: free parking", "School attendance and exclusions",
    "Work programme for flood defences", "Polling places", "Fire station closure", "Date palms in the park", "Approval of the budget", "Annual report of the Leader",
)  # fmt: skip


@pytest.mark.parametrize("title", ORDINARY)
def test_ordinary_business_is_known_by_its_title(title: str) -> None:
    assert is_procedural(title)


@pytest.mark.parametrize("title", SOUGHT)
def test_what_people_seek_is_not_taken_for_it(title: str) -> None:
    assert not is_procedural(title)
