"""An item leads on to the other items of its matter and to items like it; while search rests, it is shown without them."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from archive.history import matter_of, telling_words
from archive.records import AgendaItem, Reference
from indexer.errors import Unavailable

HISTORY, ALIKE = "History of this matter", "Related items"


def section(client: FlaskClient, path: str, heading: str) -> str:
    """The part of a page from a heading to the next one; empty where there is none."""
    page = client.get(path).get_data(as_text=True)
    return page.partition(f">{heading}</h2>")[2].partition("<h2")[0].partition("</section>")[0]


def test_items_of_one_title_are_its_history_whatever_the_year_and_committee(library: FlaskClient) -> None:
    history = section(library, "/ash/item/110", HISTORY)
    assert history.index('href="/ash/item/100"') < history.index('aria-current="page"')
    assert history.count("<li") == 2
    assert "Cabinet" in history


def test_items_that_name_one_application_are_its_history(library: FlaskClient) -> None:
    assert 'href="/ash/item/130"' in section(library, "/ash/item/120", HISTORY)
    history = section(library, "/ash/item/130", HISTORY)
    assert history.index('href="/ash/item/120"') < history.index('aria-current="page"')


def test_an_item_that_comes_up_once_has_no_history(library: FlaskClient) -> None:
    assert section(library, "/ash/item/131", HISTORY) == ""


def test_an_item_leads_on_to_others_like_it_and_to_none_of_its_own_meeting(library: FlaskClient) -> None:
    alike = section(library, "/ash/item/131", ALIKE)
    assert 'href="/ash/item/110"' in alike
    assert "Libraries and Culture Panel" in alike
    assert "1 June 2024" in alike
    assert "/ash/item/130" not in alike


def test_ordinary_business_has_neither(library: FlaskClient) -> None:
    for heading in (HISTORY, ALIKE):
        assert section(library, "/ash/item/101", heading) == ""


def test_an_item_is_shown_while_search_rests(library: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def rests(_: object) -> None:
        raise Unavailable("no index")

    monkeypatch.setattr(library.application.extensions["minutebook"].index, "search", rests)
    answer = library.get("/ash/item/110")
    assert answer.status_code == 200
    assert "books were lent" in answer.get_data(as_text=True)
    assert HISTORY not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Revenue Budget 2024/25 (Q2)", "revenue budget"),
        ("Budget monitoring: March 2024", "budget monitoring"),
        ("Planning applications", ""),
        ("24/01234/FUL – Land at Mill Lane", "land at mill lane"),
        ("2024", ""),
    ],
)
def test_a_title_is_compared_without_numbers_and_dates(title: str, words: str) -> None:
    assert " ".join(telling_words(title)) == words


def test_a_matter_is_known_by_the_references_in_title_and_text_and_by_its_own_number() -> None:
    item = AgendaItem("ash/item/1", "1", "ash/meeting/1", 1, "C/91.", "24/01234/FUL – Mill Lane", "See minute 3/24 and minute 7.")
    references = [Reference("ash/item/1", "minute", "3/24", 0, 4), Reference("ash/item/1", "minute", "7", 0, 1), Reference("ash/item/2", "minute", "C/1", 0, 1)]
    matter = matter_of(item, "ash/committee/1", references)
    assert matter.title == ()
    assert matter.named == {("24", "01234", "ful"), ("c", "91")}
    assert matter.local == {("3", "24")}
