"""A page that promises something and holds nothing of it is refused; a page that is not there is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import BASE, PAGES, Read

from archive.errors import Missing, ReadError

Reading = Callable[..., Read]
PATH = "ieListDocuments.aspx?MId=42"
CHALLENGE = (
    b'<html><head><script>document.cookie="a=1";window.location.reload(true);</script></head><body><noscript>Please enable JavaScript.</noscript></body></html>'
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (CHALLENGE, "JavaScript challenge"),
        (b'<html><form action="login"><input type="password"></form></html>', "log in"),
        (b"<html><body><h1>Welcome</h1></body></html>", "no page of ModernGov"),
        (b'<html><div id="modgov"><h1>Agenda and minutes</h1><table id="mgItemTable"><tr><td class="mgItemNumberCell">', "cut short"),
        (b'<html><div id="modgov"><h1>Agenda and minutes</h1><p>Our new design</p></div></html>', "should hold agenda items"),
        (b'<html><div id="modgov"><h1>Agenda</h1><table id="mgItemTable"><tr><th>No.</th></tr></table></div></html>', "should hold agenda items"),
    ],
)
def test_a_meeting_that_is_none_is_refused_in_words(reading: Reading, body: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as refused:
        reading("meeting", PATH, body, meeting="42")
    assert refused.value.url == f"{BASE}/{PATH}"


def test_the_publishers_error_page_is_a_missing_page(reading: Reading) -> None:
    page = '<html><div id="modgov"><h1>An error has occurred</h1></div></html>'
    with pytest.raises(Missing, match="error page"):
        reading("meeting", PATH, page, meeting="42", url=f"{BASE}/mgError.aspx")
    with pytest.raises(Missing, match="error page"):
        reading("meeting", PATH, page, meeting="42")


def test_a_page_that_led_elsewhere_is_refused(reading: Reading) -> None:
    with pytest.raises(ReadError, match="another page"):
        reading("meeting", PATH, "no_papers.html", meeting="42", url=f"{BASE}/ieDocHome.aspx")


def test_a_kind_of_page_that_nobody_knows_is_refused(reading: Reading) -> None:
    with pytest.raises(ReadError, match="of the kind"):
        reading("register", "mgRofI.aspx?UID=1", "item.html")


def test_pages_without_attendance_or_title_are_refused(reading: Reading) -> None:
    for page, words in (("attendance", "no table"), ("item", "neither title nor content"), ("whole", "empty")):
        with pytest.raises(ReadError, match=words):
            reading(
                page,
                "mgAi.aspx?ID=4",
                '<html><div id="modgov"><h1>Agenda item</h1></div></html>'.replace("Agenda item", "" if page == "whole" else "x"),
                meeting="42",
            )


def test_end_tags_that_are_missing_lose_nothing(reading: Reading) -> None:
    broken = (PAGES / "cut_and_linked.html").read_text(encoding="utf-8")
    for tag in ("</p>", "</li>", "</td>", "</tr>", "</span>"):
        broken = broken.replace(tag, "")
    whole = reading("meeting", PATH, "cut_and_linked.html", organization="8", meeting="42")
    assert reading("meeting", PATH, broken, organization="8", meeting="42").said == whole.said


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-16", "nonsense", ""])
def test_a_wrong_charset_in_the_header_spoils_nothing(reading: Reading, charset: str) -> None:
    page = reading("meeting", "ieListDocuments.aspx?MId=42", "welsh.html", charset=charset, meeting="42")
    assert page.one("meeting").fields["committee"] == "Pwyllgor y Cwm"


def test_an_old_page_in_the_encoding_of_windows_is_read(reading: Reading) -> None:
    text = (PAGES / "no_papers.html").read_text(encoding="utf-8").replace("Parks Panel", "Siân’s Panel")
    page = reading("meeting", PATH, text.encode("windows-1252"), charset="utf-8", meeting="42")
    assert page.one("meeting").fields["committee"] == "Siân’s Panel"


def test_only_the_content_is_read_never_the_frame_round_it(reading: Reading) -> None:
    page = reading("meeting", "ieListDocuments.aspx?MId=4711", "whole_minutes.html", organization="31", meeting="4711")
    assert not [link.url for link in page.links if "99999" in link.url or "k2-index" in link.url]
