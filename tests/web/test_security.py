"""What comes from outside stays text, headers stand on every answer, and no address leads elsewhere (OWASP ASVS 5; reliability rows B3 to B6)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

import lxml.html
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from payloads import FORGED, PAYLOADS

from archive import config, create_app
from archive.records import (
    Action,
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
    VoteEvent,
)  # fmt: skip
from archive.store import open_keeper
from archive.web.formats import is_for_machines
from archive.web.headers import HEADERS
from archive.work import update_index
from indexer.opening import open_index

PARTS = {"council": "ash", "key": "1", "facet": "committee", "filename": "style.css", "number": "1", "code": "cy", "year": "2024", "month": "2024-02"}
"""What a part of a rule may be, so that its address can be asked for."""


def addresses(client: FlaskClient) -> Iterator[str]:
    """An address for every route that there is, and some that are not."""
    adapter = client.application.url_map.bind("localhost")
    for rule in client.application.url_map.iter_rules():
        values = {name: int(PARTS[name]) if "int:" in rule.rule else PARTS.get(name, "1") for name in rule.arguments}
        yield adapter.build(rule.endpoint, values)
    yield from (
        "/nothing",
        "/ash/item/nothing",
        "/ash/nothing/1",
        "/nothing.json",
        "/static/nothing.css",
        "/search?page=0",
        "/search.csv?page=0",
        "//evil.example",
    )


def test_every_answer_has_its_headers_whatever_its_status(library: FlaskClient) -> None:
    statuses = set()
    for address in addresses(library):
        for method in ("GET", "HEAD", "OPTIONS", "POST", "DELETE"):
            with library.open(address, method=method) as answer:
                statuses.add(answer.status_code)
                assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, (method, address)
                assert answer.headers.get("Cache-Control"), (method, address)
                assert "Set-Cookie" not in answer.headers
                assert answer.headers["Content-Type"] != "text/html", "the character set is missing"
                opened = answer.headers.get("Access-Control-Allow-Origin")
                assert opened == ("*" if is_for_machines(urlsplit(address).path) else None), (method, address)
                assert "Access-Control-Allow-Credentials" not in answer.headers
    assert {200, 404, 405, 400} <= statuses
    assert not {status for status in statuses if status >= 500}


def test_an_error_of_ours_has_its_headers_and_tells_nothing(library: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    library.get("/")
    library.application.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr(library.application.extensions["minutebook"].store, "organizations", lambda _: 1 / 0)
    for address in ("/ash", "/ash.json"):
        answer = library.get(address)
        assert answer.status_code == 500
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        assert "division" not in answer.get_data(as_text=True)


def test_the_policy_lets_nothing_run_and_has_no_exception() -> None:
    rules = dict(part.strip().partition(" ")[::2] for part in HEADERS["Content-Security-Policy"].split(";"))
    assert rules["default-src"] == "'none'"
    assert set(rules.values()) == {"'none'", "'self'"}
    assert not {"script-src", "object-src", "frame-src"} & set(rules)


def test_https_is_insisted_on_where_the_site_is_published_over_it(tmp_path: Path) -> None:
    for url, wanted in (("https://minutes.example.org", "max-age=31536000"), ("http://minutes.example.org", None), ("", None)):
        app = create_app(str(tmp_path), SITE_URL=url)
        assert app.test_client().get("/help").headers.get("Strict-Transport-Security") == wanted
        app.extensions["minutebook"].index.close()


# ── hosts and redirects ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def published(library: FlaskClient) -> Iterator[FlaskClient]:
    """The same council, published at an address of its own."""
    app = create_app(library.application.instance_path, SITE_URL="https://minutes.example.org", TRUSTED_HOSTS="minutes.example.org localhost")
    yield app.test_client()
    app.extensions["minutebook"].index.close()
    app.extensions["minutebook"].store.close()


@pytest.mark.parametrize("host", FORGED)
def test_a_forged_host_is_refused(published: FlaskClient, host: str) -> None:
    for address in ("/", "/search?q=library", "/search.atom", "/ash.json", "/ash/item/100", "/nothing", "/static/style.css", "/sitemap.xml"):
        answer = published.get(address, headers={"Host": host})
        assert answer.status_code == 400, address
        assert "evil" not in answer.get_data(as_text=True)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_no_address_is_built_from_the_host_that_the_reader_names(library: FlaskClient) -> None:
    app = create_app(library.application.instance_path, SITE_URL="https://minutes.example.org")
    client = app.test_client()
    for address in addresses(client):
        with client.get(address, headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}) as answer:
            assert b"evil.example" not in answer.data.replace(b"//evil.example", b"" if address == "//evil.example" else b"//evil.example"), address
            assert "evil.example" not in answer.headers.get("Location", "")
    app.extensions["minutebook"].index.close()
    app.extensions["minutebook"].store.close()


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "//evil.example/%2e%2e", "/\\evil.example", "/%5cevil.example", "/%2f%2fevil.example", "/ash//item/100", "/ash/", "/search/", "/https://evil.example",
     "/ash/item//evil.example", "/search?q=x&next=//evil.example", "/?lang=//evil.example", "/%0d%0aLocation:%20//evil.example", "/ash/item/%0d%0aX:%20y", "/search//evil.example"],
)  # fmt: skip
def test_no_address_leads_to_another_host(library: FlaskClient, address: str) -> None:
    answer = library.get(address)
    assert answer.status_code in (200, 301, 302, 400, 404)
    place = urlsplit(answer.headers.get("Location", ""))
    assert not place.netloc
    assert not place.path.startswith("//")
    assert "X" not in answer.headers


# ── hostile addresses ───────────────────────────────────────────────────────────────────────────────────────────────

FINE = {200, 301, 302, 304, 400, 404, 405, 410}
NASTY = [
    "0",
    "-1",
    "1000000000",
    "abc",
    "%00",
    "%ff%fe",
    "a" * 8192,
    "[to]",
    "*a*",
    "NOT NOT a",
    "council^0",
    "../../etc/passwd",
    "<script>",
    "' OR 1=1 --",
    "２",
    "1e9",
    "",
]
PATHS = ["/", "/search", "/search.json", "/search.atom", "/search.csv", "/suggest", "/changes", "/export.ndjson.gz", "/help", "/data", "/ash", "/ash.json", "/ash.ics",
         "/ash/item/100", "/ash/item/100.json", "/ash/meeting/10", "/ash/committee/1.atom", "/ash/person/1", "/search/committee", "/search/body", "/static/style.css",
         "/sitemap-1.xml", "/sitemap-999999999999999999999.xml", "/sitemap-0.xml", "/openapi.json", "/robots.txt", "/healthz"]  # fmt: skip
NAMES = [
    "q",
    "page",
    "sort",
    "from",
    "to",
    "year",
    "council",
    "committee",
    "speaker",
    "outcome",
    "kind",
    "meeting",
    "facet",
    "since",
    "limit",
    "after",
    "lang",
    "v",
    "%00",
]


@st.composite
def hostile(draw: st.DrawFn) -> str:
    """An address with what people and bots have put into addresses before, and with what nobody has thought of yet."""
    value = st.sampled_from(NASTY) | st.text(max_size=40).map(lambda text: quote(text.encode("utf-8", "surrogatepass"))) | st.binary(max_size=20).map(quote)
    path = draw(st.sampled_from(PATHS) | st.lists(value, min_size=1, max_size=4).map(lambda parts: "/" + "/".join(parts)))
    pairs = draw(st.lists(st.tuples(st.sampled_from(NAMES) | value, value), max_size=5))
    # Two slashes would be taken for a host by the client itself, before anything is asked of us.
    return f"/{path.lstrip('/')}?{'&'.join('='.join(pair) for pair in pairs)}"


@pytest.mark.slow
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(address=hostile(), method=st.sampled_from(["GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "PUT"]))
def test_a_thousand_hostile_addresses_are_answered_and_none_is_an_error_of_ours(library: FlaskClient, address: str, method: str) -> None:
    with library.open(address, method=method) as answer:
        assert answer.status_code in FINE, (method, address)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    "address", [f"{path}?{name}={value}" for path in ("/search", "/search.csv", "/changes") for name in ("page", "since", "sort", "from") for value in NASTY]
)
def test_what_breaks_others_is_refused_or_passed_over(library: FlaskClient, address: str) -> None:
    with library.get(address) as answer:
        assert answer.status_code in FINE


# ── script payloads ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A council every field of which is a payload; each of the hundred stands in every field of some meeting."""
    folder = tmp_path_factory.mktemp("poisoned")
    settled = config.load(folder)
    keeper = open_keeper(settled)
    council = Organization("ash", None, PAYLOADS[0], "council", url=PAYLOADS[1], licence=PAYLOADS[2], former_names=(PAYLOADS[3],))
    committees = [
        Organization(f"ash/committee/{n}", str(n), bad, "committee", "ash", "former" if n % 2 else "current", (bad,), bad) for n, bad in enumerate(PAYLOADS)
    ]
    people = [Person(f"ash/person/{n}", str(n), bad, "officer" if n % 2 else "member", (bad,), bad, bad, bad, bad) for n, bad in enumerate(PAYLOADS)]
    seats = [Membership(f"ash/person/{n}", f"ash/committee/{n}", bad, "former" if n % 3 == 0 else "current", bad, bad) for n, bad in enumerate(PAYLOADS)]
    keeper.keep_organizations([council, *committees])
    keeper.keep_people("ash", people, seats)
    for number, bad in enumerate(PAYLOADS):
        keeper.keep(_meeting(number, bad), str(number), (1,), datetime(2026, 1, 2, tzinfo=UTC))
        if number % 10 == 0:
            keeper.keep(_meeting(number, bad, "Before it was so. "), f"{number} again", (2,), datetime(2026, 1, 3, tzinfo=UTC))
    index = open_index(settled.url("INDEX"))
    update_index(keeper, index)
    app = create_app(str(folder))
    yield app.test_client()
    for one in (app.extensions["minutebook"].index, app.extensions["minutebook"].store, keeper, index):
        one.close()


def _meeting(number: int, bad: str, before: str = "") -> MeetingRecords:
    meeting = Meeting(
        f"ash/meeting/{number}",
        str(number),
        f"ash/committee/{number}",
        bad,
        f"20{number % 20 + 5:02}-02-01T10:00:00+00:00",
        "held",
        "draft",
        0,
        bad,
        bad,
        "",
        bad,
    )
    text = f"{before}{bad}\n{bad} resolved {bad}"
    item = AgendaItem(f"ash/item/{number}", str(number), meeting.id, 1, bad, bad, text, number % 2 == 0, "en", bad, bad, False, bad)
    place, who = (0, len(bad), "test"), f"ash/person/{number}"
    return MeetingRecords(
        meeting, (item,), (Document(f"ash/document/{number}", str(number), meeting.id, item.id, bad, bad, bad), Document(f"ash/document/m{number}", "", meeting.id, None, bad, bad, bad)),
        (Attendance(meeting.id, 1, who, bad, bad, "present", bad, bad),), (Speech(item.id, who, bad, "person", bad, bad, *place),), (Decision(item.id, "agreed", bad, *place),),
        (Motion(item.id, bad, bad, "carried", False, bad, *place, who, who),), (VoteEvent(item.id, 1, 1, 1, False, (bad,), (bad,), (bad,), bad, *place),),
        declarations=(Declaration(item.id, who, bad, bad, *place),), actions=(Action(item.id, who, bad, bad, *place),),
    )  # fmt: skip


def live(page: str) -> list[str]:
    """What of a page could run or lead to something that does."""
    tree = lxml.html.document_fromstring(page)
    found = [one.tag for one in tree.iter("script", "iframe", "object", "embed", "base", "frame", "applet", "img", "video", "audio", "math", "style", "template")
             if one.get("type") != "application/ld+json"]  # fmt: skip
    for one in tree.iter():
        if not isinstance(one.tag, str):
            continue
        for name, value in one.attrib.items():
            scheme = "".join(value.split()).casefold().partition(":")[0]
            if name.startswith("on") or name in ("style", "srcdoc") or (name == "formaction" and urlsplit(value).netloc):
                found.append(f"{one.tag} {name}")
            elif name in ("href", "src", "action", "formaction", "xlink:href", "data", "poster") and scheme in ("javascript", "data", "vbscript"):
                found.append(f"{one.tag} {name}={value}")
        if one.tag == "meta" and one.get("http-equiv"):
            found.append("meta http-equiv")
        if one.tag == "form" and urlsplit(one.get("action") or "").netloc:
            found.append("form action")
    return found


def test_what_is_live_is_noticed() -> None:
    page = '<p onclick=x>a<a href=" java\tscript:alert(1)">b</a><script>x</script><meta http-equiv=refresh content="0;url=javascript:x"><form action="//evil.example">'
    assert len(live(page)) == 5


KINDS = ("/ash/item/{}", "/ash/meeting/{}", "/ash/committee/{}", "/ash/person/{}", "/search?q={q}", "/search?committee=ash/committee/{}", "/search/committee?q={q}", "/{q}",
         "/search?speaker=ash/person/{}&from={q}", "/search?committee={q}&year={q}&sort={q}", "/ash/item/{q}", "/search?q=zzzzz+{q}")  # fmt: skip


def test_there_are_a_hundred_payloads() -> None:
    assert len(set(PAYLOADS)) >= 100


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_no_payload_is_live_on_any_page(poisoned: FlaskClient, kind: str) -> None:
    for number, bad in enumerate(PAYLOADS):
        for address in {kind.format(number, q=quote(bad, safe="")), kind.format(number, q=quote(bad, safe="")) + ("&" if "?" in kind else "?") + "lang=cy"}:
            answer = poisoned.get(address)
            assert answer.status_code in FINE, (bad, address)
            if answer.mimetype == "text/html":
                assert live(answer.get_data(as_text=True)) == [], (bad, address)


@pytest.mark.parametrize("address", ["/", "/ash", "/about", "/help", "/data", "/search", "/search/committee", "/search/speaker"])
def test_no_payload_is_live_on_the_pages_that_show_many(poisoned: FlaskClient, address: str) -> None:
    answer = poisoned.get(address)
    assert answer.status_code == 200
    assert live(answer.get_data(as_text=True)) == []


@pytest.mark.slow
def test_payloads_are_only_text_in_every_format_for_machines(poisoned: FlaskClient) -> None:
    for number, bad in enumerate(PAYLOADS):
        for kind in ("item", "meeting", "committee", "person"):
            answer = poisoned.get(f"/ash/{kind}/{number}.json")
            assert (answer.status_code, answer.mimetype) == (200, "application/json")
            assert (
                json.dumps(bad)[1:-1].encode() in answer.data or bad in json.dumps(answer.get_json(), ensure_ascii=False) or bad in _strings(answer.get_json())
            )
        for kind in ("committee", "person"):
            answer = poisoned.get(f"/ash/{kind}/{number}.atom")
            assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
            tags = {one.tag.rpartition("}")[2] for one in ET.fromstring(answer.data).iter()}
            assert tags <= {"feed", "id", "title", "subtitle", "updated", "link", "author", "name", "rights", "entry", "published", "category", "summary"}
            assert not [one.get("href") for one in ET.fromstring(answer.data).iter() if (one.get("href") or "http").partition(":")[0] not in ("http", "https")]
        answer = poisoned.get(f"/ash/committee/{number}.ics")
        assert sum(row == "BEGIN:VEVENT" for row in answer.get_data(as_text=True).splitlines()) == 1


def _strings(tree: object) -> list[str]:
    if isinstance(tree, dict | list):
        return [text for one in (tree.values() if isinstance(tree, dict) else tree) for text in _strings(one)]
    return [tree] if isinstance(tree, str) else []
