"""Everything can be reached with the keyboard, in the order of the page, and where one is can always be seen."""

from __future__ import annotations

from typing import Any

import pytest
from kinds import NAMES, Pages

pytestmark = pytest.mark.browser
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = [...one.getClientRects()].find(box => box.width && box.height) ?? one.getBoundingClientRect();
  const style = getComputedStyle(one), middle = box.top + box.height / 2;
  const seen = [box.left + 3, box.left + box.width / 2, box.right - 3].map(x => document.elementFromPoint(x, middle));
  return {
    index: [...document.querySelectorAll('*')].indexOf(one),
    html: one.outerHTML.slice(0, 100),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inView: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
    covered: seen.filter(there => !there || !(one.contains(there) || there.contains(one))).length > 0,
  };
}"""
"""What is to be known of where the keyboard is."""
REACHABLE = """() => {
  const radios = new Set();
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(one => {
    if (!one.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})) return false;
    if (one.type !== 'radio') return true;
    const seen = radios.has(one.name);
    radios.add(one.name);
    return !seen;
  }).length;
}"""
"""How many things on a page can be used; of each group of radio buttons one is reached."""


def walked(page: Any) -> list[dict[str, Any]]:
    """Where the Tab key leads, from the top of the page until it leaves it."""
    steps = []
    while len(steps) < 500:
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUSED)
        if step is None or (steps and step["index"] == steps[0]["index"]):
            break
        steps.append(step)
    return steps


@pytest.mark.parametrize("name", NAMES)
def test_the_keyboard_reaches_everything_in_order_and_is_always_seen(page: Any, served: Pages, name: str) -> None:
    page.goto(served.address(name))
    steps = walked(page)
    assert [step["html"] for step in steps if not step["ring"]] == []
    assert [step["html"] for step in steps if not step["inView"]] == []
    assert [step["html"] for step in steps if step["covered"]] == []
    places = [step["index"] for step in steps]
    assert places == sorted(places)
    assert len(places) == page.evaluate(REACHABLE)


@pytest.mark.parametrize("name", ["results", "no results", "item", "home"])
def test_on_a_phone_too(page: Any, served: Pages, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    test_the_keyboard_reaches_everything_in_order_and_is_always_seen(page, served, name)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["results", "results of one word, one filter", "results, page 2", "results, people and committees named"])
def test_the_first_result_is_reached_past_the_filters_in_two_presses(page: Any, served: Pages, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(served.address(name))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to results"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.locator("main ol h3 a").first
    assert page.evaluate("one => one === document.activeElement", first.element_handle())
    assert first.evaluate("one => one.getBoundingClientRect().bottom <= innerHeight")


@pytest.mark.parametrize("name", NAMES)
def test_the_first_skip_link_leads_past_the_header(page: Any, served: Pages, name: str) -> None:
    page.goto(served.address(name))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('header, [role=search], nav[aria-label=Main]') || !document.querySelector('main a')")


def test_a_panel_that_is_folded_on_a_phone_opens_with_the_keyboard(page: Any, served: Pages) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served.address("results"))
    assert page.get_by_role("checkbox").filter(visible=True).count() == 0
    page.locator("summary").filter(visible=True).first.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("checkbox").filter(visible=True).count() > 0
