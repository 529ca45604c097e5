"""Dates as clerks write them."""

from __future__ import annotations

import pytest

from archive.sources.moderngov.dates import moment


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Monday, 4 July 2022 10.00 am", "2022-07-04T10:00"),
        ("Monday, 4th February 2019 10.30 a.m.", "2019-02-04T10:30"),
        ("Thursday, 2nd July, 2020 6.00 pm", "2020-07-02T18:00"),
        ("Tuesday 17 September 2013 7.00 pm", "2013-09-17T19:00"),
        ("26 July 2012 2.00 p.m.", "2012-07-26T14:00"),
        ("Dydd Iau, 9fed Hydref, 2014 2.00 o'r gloch", "2014-10-09T14:00"),
        ("Dydd Mawrth, 1af Medi 2015 10.00 yb", "2015-09-01T10:00"),
        ("16 Mar 2026 6.30 pm", "2026-03-16T18:30"),
        ("15 Jun 2026\xa07:30 pm", "2026-06-15T19:30"),
        ("13/01/2026, 13:00", "2026-01-13T13:00"),
        ("2026-01-13", "2026-01-13"),
        ("8 Apr 2026", "2026-04-08"),
        ("Monday 4 July 2022 at 12 noon", "2022-07-04T12:00"),
        ("4 July 2022 12.15 am", "2022-07-04T00:15"),
        ("4 July 2022 7pm", "2022-07-04T19:00"),
        ("4 July 2022 Room 7", "2022-07-04"),
        ("Moved from 13 January 2026, Panel - Monday 26 January 2026 7:30 pm", "2026-01-26T19:30"),
        ("Review 2020 - Monday 26 January 2026 7.30 pm, CANCELLED", "2026-01-26T19:30"),
        ("1 Sept 2020 9.00 am", "2020-09-01T09:00"),
    ],
)
def test_every_way_of_writing_is_read(text: str, wanted: str) -> None:
    assert moment(text) == wanted


@pytest.mark.parametrize("text", ["", "July 2022", "31 February 2022", "4 Octember 2022", "1234567", "13/13/2022", "Item 4 of 2022"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        moment(text)
