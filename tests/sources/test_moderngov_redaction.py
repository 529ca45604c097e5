"""Home addresses, telephone numbers and e-mail addresses are cut out before anything is kept."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import BASE, PAGES, Read, capture_of

from archive.councils import Source
from archive.records import Link
from archive.sources.moderngov import ModernGov
from archive.sources.moderngov.redaction import without_addresses, without_contacts

PRIVATE = (b"Elm Row", b"Mill Lane", b"Old Forge", b"Heol y Bont", b"Ty Gwyn", b"960", b"07700", b"finch.example", b"ferrets", b"blue door")
POSTCODE = re.compile(rb"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
MEMBERS = ["member_sidebar.html", "member_table.html", "member_run_on.html"]


def redacted(page: str, name: str) -> bytes:
    link = Link(f"{BASE}/mgUserInfo.aspx?UID=71", page)
    return ModernGov(Source(BASE)).redacted(capture_of(link, (PAGES / name).read_bytes()))


@pytest.mark.parametrize(("page", "name"), [*(("member", name) for name in MEMBERS), ("members", "members.html"), ("service-councillors", "councillors.xml")])
def test_nothing_private_survives(page: str, name: str) -> None:
    kept = redacted(page, name)
    assert [word for word in PRIVATE if word in kept] == []
    assert POSTCODE.search(kept) is None
    assert b"@" not in kept


@pytest.mark.parametrize("name", MEMBERS)
def test_party_ward_post_and_seats_are_read_as_before(reading: Callable[..., Read], name: str) -> None:
    before = reading("member", "mgUserInfo.aspx?UID=71", name)
    after = reading("member", "mgUserInfo.aspx?UID=71", redacted("member", name))
    assert (after.said, after.links) == (before.said, before.links)


def test_the_index_of_councillors_is_read_as_before(reading: Callable[..., Read]) -> None:
    assert reading("members", "mgMemberIndex.aspx", redacted("members", "members.html")).said == reading("members", "mgMemberIndex.aspx", "members.html").said


def test_the_service_keeps_every_other_byte() -> None:
    kept = redacted("service-councillors", "councillors.xml")
    page = (PAGES / "councillors.xml").read_bytes()
    start = page.index(b"<homeaddress>") + len(b"<homeaddress>")
    assert kept.startswith(page[:start] + b"</homeaddress>")
    assert kept.endswith(b"<workaddress></workaddress><personalnotes></personalnotes></councillor></councillors></ward></wards></councillorsbyward>\n")


def test_a_page_with_nothing_private_stays_as_it_was_sent() -> None:
    page = b'<html><head></head><body><div id="modgov"><h1>Councillor details</h1><h2>Ann  Ash</h2><p><span class="mgLabel">Ward: </span>East</p></div></body></html>'
    assert without_contacts(page, "utf-8") == page
    xml = b"<councillorsbyward><wards><ward><councillor><councillorid>1</councillorid></councillor></ward></wards></councillorsbyward>"
    assert without_addresses(xml) == xml


@pytest.mark.parametrize(
    "block",
    [
        '<div class="card"><h3>Contact</h3><address>9 Quay St<br>OK4 7QQ</address></div>',
        '<ul><li><span class="mgLabel">Correspondence address:</span> 9 Quay St</li><li>Tel: +44 (0)1632 960 000</li></ul>',
        '<p>Write to 9 Quay St, or ring <a href="tel:01632960000">me</a></p>',
        "<table><tr><th>Address</th><td>9 Quay St</td></tr></table>",
        '<p><strong>Home</strong><br/>9 Quay St</p><div><div><span title="9 Quay St">*</span>9 Quay St</div></div>',
        '<p><span class="mgLabel">Party: </span>Green<br><span class="mgLabel">Home address: </span>9 Quay St</p>',
        '<p><span class="mgLabel">Title: </span>Leader OK4 7QQ 01632 960000</p><script>var home = "9 Quay St";</script>',
    ],
)
def test_addresses_go_in_layouts_that_nobody_has_seen(block: str) -> None:
    page = f'<html><body><div id="modgov"><h1>Councillor details</h1><h2 class="mgSubTitleTxt">Ann Ash</h2>{block}</div></body></html>'
    kept = without_contacts(page.encode(), "utf-8")
    assert b"Quay St" not in kept
    assert b"OK4" not in kept
    assert b"960" not in kept
    assert b"Ann Ash" in kept


@given(
    st.lists(
        st.sampled_from(
            [
                "<homeaddress>",
                "</homeaddress>",
                "<line1>",
                "</line1>",
                "SECRET",
                "<email/>",
                "<!-- SECRET -->",
                "<x:fax>",
                "</x:fax>",
                "</councillor>",
                "<keyposts>",
                "</keyposts>",
            ]
        ),
        max_size=12,
    )
)
def test_what_stands_in_an_element_that_is_not_named_as_kept_goes_even_if_the_xml_is_broken(parts: list[str]) -> None:
    body = "".join(part for part in parts if part not in ("<keyposts>", "</keyposts>", "</councillor>"))
    kept = without_addresses(f"<councillor><councillorid>7</councillorid><homeaddress>SECRET{body}".encode())
    assert b"<homeaddress>SECRET" not in kept
    assert kept.startswith(b"<councillor><councillorid>7</councillorid><homeaddress>")
