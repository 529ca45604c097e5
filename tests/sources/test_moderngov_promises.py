"""A page that promises something and holds nothing of it is refused; a page that is not there is missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import BASE, PAGES, TODAY, Read, capture_of

from archive.councils import Source
from archive.errors import Missing, ReadError
from archive.records import Link
from archive.sources.moderngov import ModernGov

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


def test_a_table_that_is_never_closed_does_not_swallow_the_items_after_it(reading: Reading) -> None:
    text = (PAGES / "whole_minutes.html").read_text(encoding="utf-8")
    whole = reading("meeting", PATH, text, organization="31", meeting="4711")
    word = "<td><p>&pound;90</p></td></tr></table>"
    vote = "<td>Resolution 1</td></tr></table>"
    assert word in text
    assert vote in text
    broken = text.replace(word, word.removesuffix("</table>")).replace(vote, vote.removesuffix("</table>"))
    found = reading("meeting", PATH, broken, organization="31", meeting="4711")
    assert [(i.key, i.fields["name"]) for i in found.of("item")] == [(i.key, i.fields["name"]) for i in whole.of("item")]
    assert [i.fields["text"] for i in found.of("item")][1:2] == [i.fields["text"] for i in whole.of("item")][1:2]
    assert {d.key for d in found.of("document")} == {d.key for d in whole.of("document")}
    assert found.of("item")[3].fields["restricted"]


GOLDEN = {
    "meeting": ["whole_minutes.html", "cut_and_linked.html", "noted_times.html", "welsh.html", "no_papers.html", "bare_title.html"],
    "whole": ["one_document.html"],
    "item": ["item.html"],
    "attendance": ["attendance.html"],
    "list": ["list_paged.html", "list_years.html"],
    "calendar": ["calendar.html"],
    "committees": ["committees.html"],
    "committee": ["committee.html"],
    "members": ["members.html"],
    "member": ["member_sidebar.html", "member_table.html", "member_run_on.html"],
    "service-meeting": ["meeting.xml"],
    "service-list": ["meetings.xml"],
    "service-committees": ["committees.xml"],
    "service-councillors": ["councillors.xml"],
}


@given(st.sampled_from([(page, name) for page, names in GOLDEN.items() for name in names]), st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_page_is_read_or_refused_and_nothing_else(chosen: tuple[str, str], data: st.DataObject) -> None:
    page, name = chosen
    pieces = re.split(r"(<[^>]*>)", (PAGES / name).read_text(encoding="utf-8"))
    gone = data.draw(st.sets(st.integers(0, len(pieces) - 1), max_size=8))
    twice = data.draw(st.sets(st.integers(0, len(pieces) - 1), max_size=3))
    body = "".join(piece * (2 if n in twice else 1) for n, piece in enumerate(pieces) if n not in gone).encode()
    link = Link(f"{BASE}/mgAi.aspx?ID=1&UID=71&CId=8", page, "8", "42")
    reader = ModernGov(Source(BASE), TODAY)
    capture = capture_of(link, body)
    with suppress(ReadError, Missing):
        list(reader.read(capture_of(link, reader.redacted(capture))))
