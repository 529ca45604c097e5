"""Pages are small, and what was searched for is in the first screen."""

from __future__ import annotations

from typing import Any

import pytest
from kinds import Pages

pytestmark = pytest.mark.browser
MOST_BYTES, MOST_REQUESTS = 50_000, 3


def test_a_page_of_twenty_results_is_small(page: Any, served: Pages) -> None:
    answers: list[Any] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(served.address("results"), wait_until="networkidle")
    assert page.locator("main ol h3").count() == 20
    assert len(answers) <= MOST_REQUESTS
    assert sum(len(answer.body()) for answer in answers if answer.request.resource_type in ("document", "stylesheet")) < MOST_BYTES


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
@pytest.mark.parametrize("name", ["results", "results of one word, one filter", "results, many filters", "results, people and committees named"])
def test_the_first_result_is_in_the_first_screen(page: Any, served: Pages, name: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(served.address(name))
    assert page.locator("main ol h3 a").first.evaluate("one => one.getBoundingClientRect().bottom") <= height


@pytest.mark.parametrize("width", [320, 390, 700, 1280])
def test_the_words_of_an_item_have_the_width_of_the_page(page: Any, served: Pages, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served.address("item"))
    widths = page.evaluate("[...document.querySelectorAll('li[id^=p] > p:not(.margin)')].map(p => p.getBoundingClientRect().width)")
    assert min(widths) > min(width, 700) * 0.6


def test_who_is_named_takes_one_line_on_a_phone(page: Any, served: Pages) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served.address("results, people and committees named"))
    heights = page.evaluate("[...document.querySelectorAll('.known li')].map(li => li.getBoundingClientRect().height)")
    assert len(heights) == 3
    assert max(heights) < 45
