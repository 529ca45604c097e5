"""Everything works for a browser that runs no script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from kinds import ONE, Pages

pytestmark = pytest.mark.browser


def total(page: Any) -> int:
    """How many results the heading says there are."""
    found = re.match(r"[\d,]+", page.get_by_role("heading", level=1).inner_text())
    assert found
    return int(found[0].replace(",", ""))


def taken_off(value: str = "") -> re.Pattern[str]:
    """The name of a link that takes a filter off."""
    return re.compile(f"^Remove filter.*: {re.escape(value)}", re.IGNORECASE)


def test_a_resident_finds_an_item(plain: Any, served: Pages) -> None:
    plain.goto(served.host(ONE))
    plain.get_by_role("searchbox").fill("school transport")
    plain.get_by_role("button", name="Search").click()
    plain.get_by_role("link", name="School transport: policy from September 2027").first.click()
    assert plain.get_by_role("heading", level=1).inner_text() == "School transport: policy from September 2027"


def test_filters_are_chosen_applied_and_taken_off(plain: Any, served: Pages) -> None:
    plain.goto(f"{served.host(ONE)}/search?q=councillor")
    every = total(plain)
    plain.get_by_text("Filter and sort").click()
    boxes = plain.get_by_role("checkbox").filter(visible=True)
    labels = [one.inner_text().strip() for one in plain.locator("input[type=checkbox] + span").filter(visible=True).all()[:2]]
    boxes.nth(0).check()
    boxes.nth(1).check()
    plain.get_by_role("button", name="Show results").click()
    some = total(plain)
    assert 0 < some < every
    chip = plain.get_by_role("link", name=taken_off(labels[0]))
    chip.click()
    assert 0 < total(plain) < some
    assert plain.get_by_role("link", name=taken_off(labels[1])).count() == 1


def test_results_are_sorted_and_keep_the_words(plain: Any, served: Pages) -> None:
    plain.goto(f"{served.host(ONE)}/search?q=councillor")
    plain.get_by_text("Filter and sort").click()
    plain.get_by_text("Sort by").first.click()
    plain.get_by_role("radio", name="Newest first").check()
    plain.get_by_role("button", name="Show results").click()
    days = [one.get_attribute("datetime") for one in plain.locator("main ol h3 ~ * time").all()]
    assert len(days) == 20
    assert days == sorted(days, reverse=True)
    assert plain.get_by_role("searchbox").input_value() == "councillor"


def test_results_are_paged_through_to_the_end(plain: Any, served: Pages) -> None:
    plain.goto(f"{served.host(ONE)}/search?q=councillor")
    every, seen = total(plain), plain.locator("main ol h3").count()
    while (onward := plain.get_by_role("link", name=re.compile("^Next"))).count():
        onward.click()
        seen += plain.locator("main ol h3").count()
    assert seen == every > 20


def test_a_long_list_of_values_has_a_page_from_which_several_are_chosen(plain: Any, served: Pages) -> None:
    plain.goto(f"{served.host(ONE)}/search?q=councillor")
    every = total(plain)
    plain.get_by_text("Filter and sort").click()
    plain.get_by_role("link", name=re.compile(r"^All .*speakers.*A to Z")).click()
    plain.get_by_role("checkbox").first.check()
    plain.get_by_label("Speakers whose names contain").fill("e")
    plain.get_by_role("button", name="Narrow the list").click()
    assert plain.get_by_role("checkbox", checked=True).count() == 1
    plain.get_by_role("checkbox", checked=False).first.check()
    plain.get_by_role("button", name="Show results").click()
    assert 0 < total(plain) < every
    assert plain.get_by_role("link", name=taken_off()).count() == 2


def test_the_language_is_changed_and_stays(plain: Any, served: Pages) -> None:
    plain.goto(f"{served.host(ONE)}/search?q=councillor")
    plain.get_by_role("link", name="Cymraeg").click()
    assert plain.locator("html").get_attribute("lang") == "cy"
    plain.locator("main ol h3 a").first.click()
    assert plain.locator("html").get_attribute("lang") == "cy"
    plain.get_by_role("link", name="English").click()
    assert plain.locator("html").get_attribute("lang") == "en"


def test_a_slip_of_the_keys_is_mended(plain: Any, served: Pages) -> None:
    plain.goto(served.address("no results, a slip of the keys"))
    plain.get_by_role("link", name="school transport").first.click()
    assert plain.get_by_role("link", name="School transport: policy from September 2027").count() == 1


def test_dates_that_cannot_be_read_are_mended_in_place(plain: Any, served: Pages) -> None:
    plain.goto(served.address("wrong date"))
    plain.get_by_label("From").fill("2024")
    plain.get_by_role("button", name="Show results").click()
    assert total(plain) > 0
