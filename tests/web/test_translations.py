"""The pages speak Welsh as whole as English: every message has its translation, and what is shipped is what was translated."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

from archive.web.welsh import and_ as welsh_and

ROOT = Path(__file__).resolve().parents[2]
WELSH = ROOT / "archive/translations/cy/LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def said() -> set[str | tuple[str, ...]]:
    """Every message that the program can show, one or (one, many)."""
    with (ROOT / "archive/translations/babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    return {message for _, _, message, _, _ in extract_from_dir(ROOT, methods, options, DEFAULT_KEYWORDS)}


@pytest.fixture(scope="module")
def welsh() -> Catalog:
    with (WELSH / "messages.po").open("rb") as file:
        return read_po(file, locale="cy")


def messages(catalog: Catalog) -> list[Message]:
    """Without the head of the catalogue, whose id is empty."""
    return [one for one in catalog if one.id]


def forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def test_every_message_is_in_welsh(said: set[str | tuple[str, ...]], welsh: Catalog) -> None:
    def is_whole(message: str | tuple[str, ...]) -> bool:
        one = welsh.get(message if isinstance(message, str) else message[0])
        return one is not None and one.id == message and not one.fuzzy and all(forms(one)) and len(forms(one)) == (1 if isinstance(message, str) else 6)

    assert len(said) > 100
    assert [message for message in said if not is_whole(message)] == []


def test_nothing_is_translated_that_nobody_says(said: set[str | tuple[str, ...]], welsh: Catalog) -> None:
    assert [one.id for one in messages(welsh) if one.id not in said] == []


def test_a_translation_names_what_the_message_names(welsh: Catalog) -> None:
    """The number itself may be told in a word where English does so, too."""
    wrong = []
    for one in messages(welsh):
        english = [one.id] if isinstance(one.id, str) else list(one.id)
        named = [set(PLACEHOLDER.findall(form)) for form in english]
        wrong += [form for form in forms(one) if not set.intersection(*named) <= set(PLACEHOLDER.findall(form)) <= set.union(*named)]
    assert wrong == []


def test_a_translation_has_the_tags_of_the_message(welsh: Catalog) -> None:
    wrong = []
    for one in messages(welsh):
        english = [one.id] if isinstance(one.id, str) else list(one.id)
        tags = [sorted(TAG.findall(form)) for form in english]
        wrong += [form for form in forms(one) if sorted(TAG.findall(form)) not in tags]
    assert wrong == []


def test_what_is_shipped_is_what_was_translated(welsh: Catalog) -> None:
    """As gettext reads it, with the form of each number: Welsh tells 0, 1, 2, 3, 6 and others apart."""
    with (WELSH / "messages.mo").open("rb") as file:
        shipped = GNUTranslations(file)
    stale = []
    for one in messages(welsh):
        told = [shipped.gettext(one.id)] if isinstance(one.id, str) else [shipped.ngettext(*one.id, number) for number in (0, 1, 2, 3, 6, 15)]
        stale += [one.id] if told != forms(one) else []
    assert stale == [], "compile the catalogue anew: docs/CONTRIBUTING.md says how"


def test_and_in_welsh_heeds_the_word_that_follows() -> None:
    assert [welsh_and(word) for word in ("eiliodd", "nodwyd", "cytunwyd", "penodwyd", "ni dderbyniwyd")] == [
        "ac eiliodd", "a nodwyd", "a chytunwyd", "a phenodwyd", "ac ni dderbyniwyd",
    ]  # fmt: skip
    assert [welsh_and(name) for name in ("Tom Price", "Ann Evans", "Kit Young", "Young", "3 arall", "8 arall", "chwaraeodd", '<a href="/b">Ian Lee</a>')] == [
        "a Tom Price", "ac Ann Evans", "a Kit Young", "a Young", "a 3 arall", "ac 8 arall", "a chwaraeodd",
        'ac <a href="/b">Ian Lee</a>',
    ]  # fmt: skip


def test_the_browser_or_the_address_chooses_the_language(library: FlaskClient) -> None:
    assert '<html lang="en">' in library.get("/help").text
    assert '<html lang="cy">' in library.get("/help", headers={"Accept-Language": "cy-GB,cy;q=0.9,en;q=0.8"}).text
    assert '<html lang="cy">' in library.get("/help?lang=cy").text
    assert '<html lang="en">' in library.get("/help?lang=en", headers={"Accept-Language": "cy"}).text
    assert '<html lang="en">' in library.get("/help?lang=xx").text
    assert "Accept-Language" in library.get("/help").headers["Vary"]


def test_links_stay_in_the_language_that_was_chosen(library: FlaskClient) -> None:
    page = library.get("/search?q=library&lang=cy").text
    within = [link for link in re.findall(r'href="(/[^"]*)"', page) if not link.startswith(("/static", "/search.", "/search?q=library&amp;lang=en"))]
    assert within
    assert [link for link in within if "lang=cy" not in link and "lang=en" not in link] == []
    assert '<input type="hidden" name="lang" value="cy">' in page
    assert "lang=" not in re.sub(r'hreflang="[^"]*"|lang="[^"]*"', "", library.get("/ash/item/100").text).replace("?lang=cy", "")


def test_english_text_on_a_welsh_page_says_so(library: FlaskClient) -> None:
    page = library.get("/ash/item/100?lang=cy").text
    assert re.search(r'<h1 lang="en">Library hours 2024</h1>', page)
    assert 'lang="en"' not in re.sub(r'<html lang="en">|hreflang="[^"]*"', "", library.get("/ash/item/100?lang=en").text)
