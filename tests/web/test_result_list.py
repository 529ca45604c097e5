"""The page of results with many results: how each is shown, how they are narrowed, and what the page weighs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, quote_plus, urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import config, create_app
from indexer.catalogue import Catalogue, Entry
from indexer.errors import Unavailable
from indexer.opening import open_index
from indexer.passage import Passage
from indexer.query import Query

NAMES = [
    "Ada Mole",
    "Ben Moss",
    "Cora Amory",
    "Dan Pike",
    "Eve de la Haye",
    "Siân O’Móre",
    "Fay Unwin",
    "Gus Vane",
    "Hal Wren",
    "Ida York",
    "Jo Zell",
    "Kit Dunn",
    "Lou Fenn",
    "Max Gill",
]
SPEAKERS = tuple(Entry(f"elm/person/{n}", name) for n, name in enumerate(NAMES))
COMMITTEES = tuple(
    Entry(f"elm/committee/{n}", f"{name} Committee", parent="elm") for n, name in enumerate(["Audit", "Bins", "Culture", "Docks", "Estates", "Fish", "Grants"])
)
FILLER = "Members heard a report of the officers about the service and asked how it would be paid for in the coming year. " * 4


def _passage(n: int) -> Passage:
    """The n-th item of a council that talks of the ferry in every one of its items, three items a meeting."""
    speaker, opening = f"elm/person/{n % len(NAMES)}", f"Councillor {NAMES[n % len(NAMES)]}"
    text = f"{FILLER}\n{opening} said that the ferry was late. {FILLER}\nRESOLVED: That ferry {n} be noted."
    at, decision = len(FILLER) + 1, text.index("RESOLVED")
    return Passage(
        f"elm/item/{n}", f"meeting:elm/meeting/{n // 3}", f"Ferry timetable {n}", text, council="elm", committee=f"elm/committee/{n % 7}",
        date=f"{2015 + n % 9}-0{1 + n % 9}-11", speakers=(speaker,), named=((0, at, at + len(opening)),), outcomes=("noted",) if n % 2 else (),
        decisions=((decision, len(text)),) if n % 2 else (), decided=("noted",) if n % 2 else (), meeting=f"elm/meeting/{n // 3}", number=f"{n}.", order=n % 3,
        status="draft" if n == 4 else "confirmed",
    )  # fmt: skip


PASSAGES = [
    *(_passage(n) for n in range(63)),
    Passage("elm/item/900", "meeting:elm/meeting/90", "REPAIR OF THE QUAY WALL", "The Quay was built in 1702.", kind="agenda", council="elm", committee="elm/committee/3",
            date="2024-01-11", meeting="elm/meeting/90", number="1."),
    Passage("elm/item/901", "meeting:elm/meeting/91", "<i>Buoys</i> & ropes", "The <b>buoys</b> & ropes of the quay", council="elm", committee="elm/committee/3",
            date="2024-02-11", meeting="elm/meeting/91", complete=False, speakers=("elm/person/0", "elm/person/1", "elm/person/2", "elm/person/3")),
]  # fmt: skip


@pytest.fixture(scope="module")
def elm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The pages of Elm Council, which has an index and no records."""
    folder = tmp_path_factory.mktemp("elm")
    index = open_index(config.load(folder).url("INDEX"))
    with index.begin() as generation:
        for group in {p.group for p in PASSAGES}:
            generation.replace(group, [p for p in PASSAGES if p.group == group])
        generation.check(generation.groups())
        generation.switch(Catalogue({"council": (Entry("elm", "Elm Council"),), "speaker": SPEAKERS, "committee": COMMITTEES}), 1)
    index.close()
    app = create_app(str(folder))
    yield app.test_client()
    app.extensions["minutebook"].index.close()


def shown(client: FlaskClient, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.get_data(as_text=True)


def entry(page: str, words: str) -> str:
    """The part of a page that shows one result."""
    return next(part for part in re.findall(r"<li>\n<h3>.*?</li>", page, re.S) if words in part)


def test_a_page_of_results_is_one_call_of_the_index_and_none_of_the_database(elm: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    site, calls = elm.application.extensions["minutebook"], []
    search: Callable[[Query], Any] = site.index.search
    monkeypatch.setattr(site.index, "search", lambda query: calls.append(query) or search(query))
    shown(elm, "/search?q=ferry&committee=elm/committee/1&from=2016&sort=newest")
    assert len(calls) == 1
    assert site._store is None


def test_a_full_page_and_its_style_weigh_less_than_50_kilobytes(elm: FlaskClient) -> None:
    page = elm.get("/search?q=ferry+report&from=2016").data
    address = re.search(r'href="(/static/style[^"]*)"', page.decode())
    assert address
    with elm.get(address[1].replace("&amp;", "&")) as answer:
        style = answer.data
    assert page.count(b"<h3>") == 20
    assert len(page) + len(style) < 50_000
    assert b"<script" not in page


def test_the_heading_and_the_title_say_how_many_results_there_are(elm: FlaskClient) -> None:
    page = shown(elm, "/search?q=ferry&page=2")
    assert "<h1>63 results for ‘ferry’</h1>" in page
    assert "<title>63 results for ‘ferry’ (page 2 of 4) – " in page
    assert '<h2 class="vh" id="results" tabindex="-1">Results 21 to 40</h2>' in page
    assert '<ol class="book" role="list" start="21">' in page


def test_the_question_is_told_back_with_its_words_in_bold(elm: FlaskClient) -> None:
    assert '<p class="facts">Items with <b>ferry</b> and <b>late</b>, without <b>&lt;i&gt;</b>. Newest first.' in shown(
        elm, "/search?q=ferry+late+-<i>&sort=newest"
    )


def test_a_title_in_capitals_is_shown_in_sentence_case_and_stays_as_printed_for_machines(elm: FlaskClient) -> None:
    assert "Repair of the <mark>Quay</mark> wall</a></h3>" in shown(elm, "/search?q=quay")
    titles = [one["title"] for one in elm.get("/search.json?q=quay").get_json()["results"]]
    assert "REPAIR OF THE QUAY WALL" in titles


def test_what_is_not_the_whole_or_not_the_last_word_says_so(elm: FlaskClient) -> None:
    page = shown(elm, "/search?q=quay")
    assert '<span class="tag">Agenda only</span>' in entry(page, "Repair of")
    assert "This text is cut" in entry(page, "ropes")
    assert '<span class="tag">Draft minutes</span>' in entry(shown(elm, "/search?q=%22timetable+4%22"), "timetable 4")


def test_text_is_escaped_after_it_is_marked(elm: FlaskClient) -> None:
    part = entry(shown(elm, "/search?q=buoys"), "ropes")
    assert "&lt;i&gt;<mark>Buoys</mark>&lt;/i&gt; &amp; ropes" in part
    assert "The &lt;b&gt;<mark>buoys</mark>&lt;/b&gt; &amp; ropes of the quay" in part


def test_a_decision_that_has_the_words_stands_first_with_its_outcome_in_bold(elm: FlaskClient) -> None:
    part = entry(shown(elm, "/search?q=ferry+5"), "Ferry</mark> timetable <mark>5")
    assert re.search(r'<blockquote class="quote"><b>Noted\.</b> RESOLVED: That <mark>ferry 5</mark> be noted\.</blockquote>\s*<p>', part)
    assert "Outcome:" not in part


def test_who_begins_to_speak_opens_the_snippet_as_a_link(elm: FlaskClient) -> None:
    part = entry(shown(elm, "/search?q=ferry&speaker=elm/person/8"), "elm/item/8?")
    assert '<p><b><a href="/elm/person/8">Councillor Hal Wren</a></b> said that the <mark>ferry</mark> was late.' in part
    assert "Spoke:" not in part


def test_speakers_are_named_where_no_snippet_begins_with_one_whom_the_reader_asked_for_first(elm: FlaskClient) -> None:
    part = entry(shown(elm, "/search?q=buoys&speaker=elm/person/3"), "ropes")
    assert 'Spoke: <a href="/elm/person/3">Dan Pike</a>, <a href="/elm/person/0">Ada Mole</a>, <a href="/elm/person/1">Ben Moss</a> and 1 other' in part


def test_a_result_leads_to_its_item_with_the_search_that_found_it(elm: FlaskClient) -> None:
    assert '<h3><a href="/elm/item/900?q=quay+wall">' in shown(elm, "/search?q=quay+wall")
    assert '<h3><a href="/elm/item/900?q=quay&amp;kind=agenda&amp;sort=oldest">' in shown(elm, "/search?q=quay&kind=agenda&sort=oldest")
    assert '<h3><a href="/elm/item/900">' in shown(elm, "/search?committee=elm/committee/3&kind=agenda")
    assert '<h3><a href="/elm/item/900?q=quay&amp;lang=cy"' in shown(elm, "/search?q=quay&lang=cy")


def test_more_matches_of_a_meeting_are_one_link_away_and_keep_the_other_filters(elm: FlaskClient) -> None:
    page = shown(elm, "/search?q=ferry&from=2015&sort=oldest")
    link = '<a href="/search?q=ferry&amp;meeting=elm/meeting/0&amp;from=2015&amp;sort=oldest">2 more matches in this meeting</a>'
    assert link in entry(page, "elm/item/0?")
    narrowed = shown(elm, "/search?q=ferry&meeting=elm/meeting/2&from=2015")
    assert "<h1>3 results for ‘ferry’</h1>" in narrowed
    assert "more matches in this meeting" not in narrowed
    chip = re.search(r'<a class="chip" href="/search\?q=ferry&amp;from=2015"><span class="vh">Remove filter, meeting: </span>([^<]*)<', narrowed)
    assert chip
    assert re.fullmatch(r"\w+ Committee, 11 \w+ 20\d\d", chip[1])
    assert '<input type="hidden" form="search" name="meeting" value="elm/meeting/2">' in narrowed


def test_every_filter_in_use_is_a_link_that_takes_it_back(elm: FlaskClient) -> None:
    page = shown(elm, "/search?q=ferry&committee=elm/committee/1&committee=elm/committee/2&outcome=noted&from=2016")
    links = dict(re.findall(r'<a class="chip" href="([^"]*)"><span class="vh">[^<]*</span>([^<]*)<', page))
    assert list(links.values()) == ["Bins Committee", "Culture Committee", "Noted", "From 2016"]
    assert next(iter(links)) == "/search?q=ferry&amp;committee=elm/committee/2&amp;outcome=noted&amp;from=2016"
    assert '<a href="/search?q=ferry">Clear all filters</a>' in page
    assert '<span class="vh">Remove filter, committee: </span>Bins Committee' in page
    assert "<span>(4 in use)</span>" in page
    assert "Clear all filters" not in shown(elm, "/search?q=ferry&from=2016")


def test_a_chosen_value_stays_listed_at_0_and_other_counts_leave_the_choice_out(elm: FlaskClient) -> None:
    page = shown(elm, "/search?q=quay&committee=elm/committee/0")
    group = page.partition('<legend class="vh">Committee</legend>')[2].partition("</fieldset>")[0]
    counts = re.findall(r'value="([^"]*)"( checked)?>.*?class="count">(\d+)<', group)
    assert counts == [("elm/committee/3", "", "2"), ("elm/committee/0", " checked", "0")]


def test_the_groups_stand_in_order_and_those_with_one_value_are_left_out(elm: FlaskClient) -> None:
    legends = re.findall(r'<legend class="vh">([^<]*)</legend>', shown(elm, "/search?q=ferry"))
    assert legends == ["Sort by", "Committee", "Year", "Date", "Speaker"]


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("q=ferry&sort=relevance&from=&to=&page=1", "q=ferry"),
        ("committee=elm/committee/1&q=ferry", "q=ferry&committee=elm/committee/1"),
        ("q=++ferry++boat+", "q=ferry+boat"),
        ("q=", ""),
        ("q=ferry&utm_source=letter", "q=ferry"),
        ("from=2016&year=2017&year=2017&lang=cy&q=ferry", "q=ferry&year=2017&from=2016&lang=cy"),
    ],
)
def test_an_address_that_says_too_much_leads_to_the_canonical_one(elm: FlaskClient, asked: str, canonical: str) -> None:
    answer = elm.get(f"/search?{asked}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/search{'?' if canonical else ''}{canonical}")
    assert elm.get(answer.headers["Location"]).status_code == 200


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["q", "committee", "from", "sort", "page", "lang", "x"]), st.text(max_size=12)), max_size=6))
def test_no_address_leads_in_a_circle_or_to_another_host(elm: FlaskClient, pairs: list[tuple[str, str]]) -> None:
    answer = elm.get("/search?" + "&".join(f"{name}={quote_plus(value, errors='replace')}" for name, value in pairs))
    if answer.status_code == 302:
        place = urlsplit(answer.headers["Location"])
        assert (place.netloc, place.path) == ("", "/search")
        answer = elm.get(answer.headers["Location"])
    assert answer.status_code in (200, 400, 404)


def test_a_page_that_is_not_there_offers_the_last(elm: FlaskClient) -> None:
    page = shown(elm, "/search?q=ferry&page=9", 404)
    assert 'There is no page 9 of these results. <a href="/search?q=ferry&amp;page=4">Go to the last page, page 4</a>' in page
    assert "must be a number from 1 to 50" in shown(elm, "/search?q=ferry&page=51", 400)


def test_a_date_that_cannot_be_read_is_told_at_its_field_and_loses_no_other_choice(elm: FlaskClient) -> None:
    page = shown(elm, "/search?q=ferry&committee=elm/committee/1&from=yesterday", 400)
    assert "<title>Error: We could not read that search – " in page
    assert '<a href="#from">‘From’ must be a year, a month or a day, like 2019, March 2019 or 27/3/2019.</a>' in page
    assert 'name="from" value="yesterday" autocomplete="off" aria-invalid="true" aria-describedby="from-wrong"' in page
    assert re.search(r'<details class="group" open>\s*<summary>Date', page)
    assert '<details class="panel" open>' in page
    assert 'value="elm/committee/1" checked' in page
    assert '<a href="/search?q=ferry&amp;committee=elm/committee/1">ferry</a>, without what could not be read: 9 results' in page


def test_words_that_cannot_be_read_are_shown_with_the_place_and_searches_that_find_something(elm: FlaskClient) -> None:
    page = shown(elm, "/search?q=%22was+late%22+%22ferry+was&committee=elm/committee/1", 400)
    assert "The quotation mark before <b>ferry</b> is never closed." in page
    assert '<p class="code">&#34;was late&#34; <mark>&#34;</mark>ferry was</p>' in page
    for words in ("%22was+late%22+%22ferry+was%22", "%22was+late%22+ferry+was"):
        assert re.search(rf'<a href="/search\?q={re.escape(words)}&amp;committee=elm/committee/1">[^<]*</a>: 9 results', page)
    assert '<input type="hidden" name="committee" value="elm/committee/1">' in page
    found = elm.get("/search.json?q=%22ferry+was")
    assert (found.status_code, found.get_json()["error"]["position"]) == (400, 0)


def test_a_repaired_search_that_finds_nothing_is_not_offered(elm: FlaskClient) -> None:
    assert "You could search for" not in shown(elm, "/search?q=%22zebra+crossing", 400)


def test_search_that_rests_keeps_the_words_and_is_not_taken_for_finding_nothing(elm: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def resting(query: Query) -> None:
        raise Unavailable("damaged")

    monkeypatch.setattr(elm.application.extensions["minutebook"].index, "search", resting)
    page = shown(elm, "/search?q=ferry", 503)
    assert "<h1>Search is resting</h1>" in page
    assert 'value="ferry"' in page
    assert "This is not the same as finding nothing." in page


def test_years_are_drawn_with_what_lies_outside_of_the_dates_hollow(elm: FlaskClient) -> None:
    page = shown(elm, "/search?q=ferry&from=2020")
    assert '<svg role="img" aria-labelledby="years-said" width="270" height="90"' in page
    assert '<p class="s" id="years-said">7 in 2020, 2021, 2022 and 2023, the most in a year. 35 older results are outside your dates.</p>' in page
    filled, hollow = re.findall(r'<path (?:class="hollow" )?d="(M[^"]+z)"/>', page)
    assert (filled.count("M"), hollow.count("M")) == (4, 5)
    assert '<tr><th scope="row"><a href="/search?q=ferry&amp;year=2016">2016</a></th><td class="number">7</td></tr>' in page
    assert "<h1>7 results" in shown(elm, "/search?q=ferry&year=2016")
    assert "<svg role" not in shown(elm, "/search?q=quay")


class _Fields(HTMLParser):
    """What a form of a page would send, and where to, by the names of its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.inside = given.get("class") == "choose"
        if self.inside and tag == "input" and (given.get("type") in ("hidden", "text") or "checked" in given):
            self.sent.append((given["name"], given.get("value", "")))


def test_a_long_list_of_values_has_letters_and_is_narrowed_by_what_is_typed(elm: FlaskClient) -> None:
    page = shown(elm, "/search/speaker?q=ferry")
    assert re.findall(r"<h2>(\w)</h2>", page) == ["A", "D", "F", "G", "H", "M", "O", "P", "U", "V", "W", "Y", "Z"]
    narrowed = shown(elm, "/search/speaker?q=ferry&find=MO")
    assert "4 of 14 speakers contain ‘MO’." in narrowed
    assert re.findall(r"<span>([^<]*)</span> <span class=\"count\">", narrowed) == ["Cora Amory", "Ada Mole", "Ben Moss", "Siân O’Móre"]
    assert re.findall(r"<h2>(\w)</h2>", narrowed) == []


def test_several_values_are_chosen_at_once_and_the_rest_of_the_question_is_kept(elm: FlaskClient) -> None:
    page = shown(elm, "/search/speaker?q=ferry&committee=elm/committee/1&speaker=elm/person/1&speaker=elm/person/8&sort=newest&find=wren")
    form = _Fields()
    form.feed(page)
    assert form.sent == [
        ("q", "ferry"), ("committee", "elm/committee/1"), ("sort", "newest"), ("find", "wren"), ("speaker", "elm/person/1"), ("speaker", "elm/person/8"),
    ]  # fmt: skip
    assert '<form class="choose" action="/search">' in page
    assert '<button formaction="/search/speaker">Narrow the list</button>' in page
    canonical = elm.get("/search", query_string=form.sent).headers["Location"]
    assert parse_qsl(urlsplit(canonical).query) == [("q", "ferry"), ("committee", "elm/committee/1"), ("speaker", "elm/person/1"), ("speaker", "elm/person/8"), ("sort", "newest")]  # fmt: skip


def test_who_spoke_is_told_with_how_often_and_from_when_to_when(elm: FlaskClient) -> None:
    page = shown(elm, "/search/by-person?q=ferry&from=2016")
    assert '<a href="/search/by-person?q=ferry&amp;from=2016">Who spoke in these items, and how often</a>' in shown(elm, "/search?q=ferry&from=2016")
    row = re.search(r'<tr><th scope="row"><a href="/elm/person/3">Dan Pike</a></th>(.*?)</tr>', page)
    assert row
    assert '<a href="/search?q=ferry&amp;speaker=elm/person/3&amp;from=2016">4<span class="vh"> items in which Dan Pike spoke</span></a>' in row[1]
    assert re.search(r"<td>11 \w+ 2018 to 11 \w+ 2023</td>", row[1])
    assert "<h1>4 results" in shown(elm, "/search?q=ferry&speaker=elm/person/3&from=2016")


def test_every_example_of_the_help_is_a_search(elm: FlaskClient) -> None:
    examples = re.findall(r'<a href="(/search\?[^"]*)"><code>', shown(elm, "/help"))
    assert len(examples) > 10
    for address in examples:
        assert elm.get(address.replace("&amp;", "&")).status_code == 200, address
    assert any("speaker" in address for address in examples)


PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "%(words)s{{7*7}}",
    "</title><script>",
]


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", ["q", "committee", "speaker", "meeting", "year", "from", "to", "sort", "page", "find"])
def test_nothing_that_is_typed_becomes_live(elm: FlaskClient, name: str, payload: str) -> None:
    for path in ("/search", "/search/speaker", "/search/by-person"):
        answer = elm.get(path, query_string={name: payload}, follow_redirects=True)
        page = answer.get_data(as_text=True)
        assert answer.status_code in (200, 400)
        assert "<script" not in page
        assert "<img" not in page
        assert "<svg/" not in page


def test_one_result_is_downloaded_as_one(elm: FlaskClient) -> None:
    page = shown(elm, "/search?q=buoys")
    assert "<h1>1 result" in page
    assert "Download this result as a table (CSV)" in page
