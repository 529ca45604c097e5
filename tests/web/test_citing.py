"""An item is cited by what was printed, in three styles and for BibTeX."""

from __future__ import annotations

import pytest

from archive.records import AgendaItem, Meeting
from archive.web.citing import Citation, cite, tex

MEETING = Meeting("ash/meeting/5", "5", "ash/committee/1", "Streets", "2024-12-04T14:00:00+00:00", "held", "confirmed", 1)


def cited(number: str, title: str = "BINS & “bags” at 50%") -> Citation:
    item = AgendaItem("ash/item/9", "9", MEETING.id, 1, number, title, "Said.")
    return cite(item, MEETING, "Ash Council", "Streets Committee", "https://minutes.example/ash/item/9", "2026-11-24")


def test_the_styles_name_council_committee_date_minute_title_and_address() -> None:
    found = cited("37.")
    assert found.plain == "Ash Council, Streets Committee, 4 December 2024, minute 37, ‘BINS & “bags” at 50%’."
    assert found.harvard == (
        "Ash Council (2024) ‘BINS & “bags” at 50%’, minute 37, Minutes of the Streets Committee, 4 December 2024. "
        "Available at: https://minutes.example/ash/item/9 (Accessed: 24 November 2026)."
    )
    assert found.chicago == (
        "Ash Council. “BINS & “bags” at 50%.” Minute 37, Streets Committee, 4 December 2024. Accessed 24 November 2026. https://minutes.example/ash/item/9."
    )


def test_an_item_without_a_number_is_cited_without_one() -> None:
    found = cited("")
    assert "inute" not in found.plain
    assert found.harvard.count("inute ") == found.chicago.count("inute ") == 0


def test_nothing_in_a_title_is_a_command_to_tex() -> None:
    found = cited("C/3", "50% of \\write18{rm} & $x_1$ ~ #2 ^").bibtex
    assert found.startswith("@misc{ash-item-9,\n")
    assert r"50\% of \textbackslash{}write18\{rm\} \& \$x\_1\$ \textasciitilde{} \#2 \textasciicircum{}" in found
    assert found.count("{") == found.count("}")


@pytest.mark.parametrize("text", ["}", "{", "\\", "a\n\nb"])
def test_braces_of_an_entry_stay_balanced(text: str) -> None:
    assert tex(text).replace(r"\{", "").replace(r"\}", "").count("{") == tex(text).replace(r"\{", "").replace(r"\}", "").count("}")
    assert "\n" not in tex(text)
