"""However a page is linked, it has one address."""

from __future__ import annotations

import pytest

from archive.sources.moderngov.addresses import Addresses, Target

HERE = Addresses("https://democracy.example.gov.uk/moderngov/")


@pytest.mark.parametrize(
    "href",
    [
        "ieListDocuments.aspx?CId=8&MId=42&Ver=4",
        "ielistdocuments.aspx?mid=42",
        "ieListDocuments.aspx?MeetingId=42&XXR=0&bcr=1&J=1#AI501",
        "/ModernGov/ieListDocuments.aspx?MID=42",
        "https://DEMOCRACY.example.gov.uk/moderngov/ieListDocuments.aspx?MId=42",
        "http://democracy.example.gov.uk/moderngov//ieListDocuments.aspx?MId=42",
        "/moderngov/(S(k3v1qz55mlr0fh2yhx4n45))/ieListDocuments.aspx?MId=42",
        "/moderngov/%28S%28k3v1qz55mlr0fh2yhx4n45%29%29/ieListDocuments.aspx?MId=42",
        " ieListDocuments.aspx?\r\nMId=42 ",
        "ieListDocuments.asp?MId=42",
    ],
)
def test_all_ways_of_writing_lead_to_the_same_meeting(href: str) -> None:
    target = HERE.target(href)
    assert target is not None
    assert (target.page, target.id) == ("meeting", "42")


@pytest.mark.parametrize(
    "href",
    [
        "https://elsewhere.example.org/moderngov/ieListDocuments.aspx?MId=42",
        "https://democracy.example.gov.uk/other/ieListDocuments.aspx?MId=42",
        "https://democracy.example.gov.uk:8443/moderngov/ieListDocuments.aspx?MId=42",
        "/ieListDocuments.aspx?MId=42",
        "../ieListDocuments.aspx?MId=42",
        "mailto:clerk@example.gov.uk",
        "javascript:go()",
        "ieListDocuments.aspx?MId=one",
        "http://[/",
    ],
)
def test_what_leads_out_or_nowhere_is_no_page_of_this_install(href: str) -> None:
    target = HERE.target(href)
    assert target is None or target == Target("", "", {})


def test_pages_of_no_interest_are_known_as_such() -> None:
    target = HERE.target("mgDeclarationSubmission.aspx?UID=7")
    assert target is not None
    assert target.page == ""


@pytest.mark.parametrize(
    ("href", "key", "stem", "ending"),
    [
        ("documents/s7942/Plan of 3.2.2026.pdf", "s7942", "Plan of 3.2.2026", "pdf"),
        ("/moderngov/documents/s7942/Plan%20A.PDF?J=1#page=2", "s7942", "Plan A", "pdf"),
        ("documents/s7/\r\nA.docx", "s7", "A", "docx"),
        ("documents/g58/Printed minutes Monday 08-Jun-2026 19.00 Panel.pdf?T=11", "g58-11", "Printed minutes Monday 08-Jun-2026 19.00 Panel", "pdf"),
        ("documents/b84/Late.pdf?T=9", "b84", "Late", "pdf"),
        ("documents/s8/No ending", "s8", "No ending", ""),
    ],
)
def test_a_published_file_is_known_by_its_number(href: str, key: str, stem: str, ending: str) -> None:
    paper = HERE.paper(href)
    assert paper is not None
    assert (paper.key, paper.stem, paper.ending) == (key, stem, ending)
    assert paper.url.startswith("https://democracy.example.gov.uk/moderngov/documents/")
    assert " " not in paper.url
    assert "J=" not in paper.url


@pytest.mark.parametrize(
    "href", ["documents/g58/Minutes.htm?T=1&CT=2", "documents/g58/Pack.pdf", "documents/x1/A.pdf", "https://else.example/documents/s1/A.pdf"]
)
def test_what_is_no_published_file_is_none(href: str) -> None:
    assert HERE.paper(href) is None
