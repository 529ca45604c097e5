"""Titles that shout are set in sentence case; names, short forms and references keep their capitals."""

from __future__ import annotations

import pytest

from archive.web.titles import calm
from archive.web.wording import title_words


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("LIBRARY SERVICE CONSULTATION", "", "Library service consultation"),
        ("FLOOD RISK: REVIEW OF THE NOVEMBER FLOODS", "", "Flood risk: review of the November floods"),
        ("CALL-IN: THE FUTURE OF THE LIBRARY SERVICE (MINUTE C/208)", "", "Call-in: the future of the library service (minute C/208)"),
        ("PARKING IN WHARF STREET", "Councillor Moore said that Wharf Street was full. The street was narrow.", "Parking in Wharf Street"),
        ("HTST AND NHS CHARGES IN 2026/27", "", "HTST and NHS charges in 2026/27"),
        ("REPORT ON CADW", "It was for Cadw to say.", "Report on Cadw"),
        ("ESTYN REPORT", "The ESTYN visit went well.", "ESTYN report"),
        ("APPLICATION 24/01234/FUL, 4 MILL LANE", "A bungalow at 4 Mill Lane.", "Application 24/01234/FUL, 4 Mill Lane"),
        ("MINUTES OF 4TH MAY 2024", "", "Minutes of 4th May 2024"),
        ("TREE ORDER No. 9 OF 4th MAY 2024, MADE AT 7pm", "", "Tree order No. 9 of 4th May 2024, made at 7pm"),
        ("WHAT MAY BE DONE, PART II", "", "What may be done, part II"),
        ("LLYFRGELLOEDD YNG NGHWM DU", "Dywedodd y Cynghorydd fod llyfrgelloedd yng Nghwm Du yn brysur.", "Llyfrgelloedd yng Nghwm Du"),
        ("BUDGET", "BUDGET\nThe budget was set.", "Budget"),
    ],
)
def test_a_title_in_capitals_is_shown_in_sentence_case(title: str, text: str, shown: str) -> None:
    assert title_words(title, text) == shown


@pytest.mark.parametrize("title", ["Bus services", "NHS", "CCTV", "", "C/208", "iPads for ALL"])
def test_any_other_title_stays_as_it_is(title: str) -> None:
    assert title_words(title, "nhs and cctv") == title


def test_marks_stay_on_their_words() -> None:
    assert calm([("ONE ", False), ("BUS", True), (" LANES", False)], "A bus came.") == [("One ", False), ("bus", True), (" lanes", False)]
    assert calm([("Bus ", True), ("lanes", False)], "") == [("Bus ", True), ("lanes", False)]
