"""The first result is seen without scrolling, on a desk and on a phone, whatever stands above the results."""

from __future__ import annotations

from typing import Any

import pytest
from kinds import Pages


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
@pytest.mark.parametrize("query", ["q=councillor", "q=Pryce+planning+committee", "q=councillor&from=2020"])
def test_the_title_of_the_first_result_is_in_the_first_screen(browser: Any, served: Pages, query: str, width: int, height: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{served.host()}/search?{query}")
    assert page.locator("main ol h3").first.evaluate("title => title.getBoundingClientRect().bottom") < height
    page.close()


@pytest.mark.browser
def test_the_years_are_drawn_on_a_desk_and_told_in_a_table_on_a_phone(browser: Any, served: Pages) -> None:
    for width, is_drawn in ((1280, True), (390, False)):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(f"{served.host()}/search?q=councillor")
        assert page.locator("main svg").is_visible() == is_drawn
        page.get_by_text("Results year by year").click()
        assert page.locator(".years table").is_visible()
        page.close()
