"""Dates and times as ModernGov pages and their clerks write them, in English and Welsh."""

# ruff: noqa: SIM905

from __future__ import annotations

import re
from datetime import datetime

_ENGLISH = "january february march april may june july august september october november december".split()
_WELSH = "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split()
_MONTHS = {name: number for names in (_ENGLISH, _WELSH) for number, name in enumerate(names, 1)}
_DAY = re.compile(
    r"\b(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th|af|il|ail|ydd|edd|ed|fed|eg|ain))?,?\s+(?:of\s+)?(?P<month>[^\W\d_]{3,})\.?,?\s+(?P<year>\d{4})\b"
    r"|\b(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})\b|\b(?P<iso_y>\d{4})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?!\d)",
    re.I,
)
_TIME = re.compile(
    r"(?<![\d.:/])(?P<hour>\d{1,2})(?:\s?[.:]\s?(?P<minute>\d\d))?(?![\d.:/]\d)\s*(?P<half>[ap]\.?\s?m\b|y\.?\s?[bp]\b|o['’`]r\s+gloch|noon|midday|hanner\s+dydd)?",
    re.I,
)


def moment(text: str) -> str:
    """The last whole date in a text with the time after it, ``2022-07-04T14:00``, or the date alone; local time, no offset.

    A title may carry a second date in front ("Moved from 13 January, …"), so the last one counts. Raises ``ValueError``.
    """
    found = None
    for match in _DAY.finditer(text):
        day = _day(match)
        found = (day, match.end()) if day else found
    if found is None:
        raise ValueError(f"no date in {text[:80]!r}")
    day, end = found
    hour, minute = _time(text[end:])
    return f"{day:%Y-%m-%d}T{hour:02}:{minute:02}" if hour >= 0 else f"{day:%Y-%m-%d}"


def moment_or_none(*texts: str) -> str | None:
    """The moment in the first text that holds one."""
    for text in texts:
        try:
            return moment(text)
        except ValueError:
            continue
    return None


def _day(match: re.Match[str]) -> datetime | None:
    if match["month"]:
        day, month, year = int(match["day"]), _month(match["month"].lower()), int(match["year"])
    elif match["d"]:
        day, month, year = int(match["d"]), int(match["m"]), int(match["y"])
    else:
        day, month, year = int(match["iso_d"]), int(match["iso_m"]), int(match["iso_y"])
    try:
        return datetime(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month by its name or the beginning of it; 0 for none."""
    return _MONTHS.get(name) or next((number for month, number in _MONTHS.items() if month.startswith(name)), 0)


def _time(text: str) -> tuple[int, int]:
    """Hour and minute of the first time in a text, (-1, 0) for none."""
    for match in _TIME.finditer(text[:60]):
        half = (match["half"] or "").lower().replace(".", "").replace(" ", "")
        if match["minute"] is None and not half:
            continue  # A bare number is a room, not an hour.
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if (half in ("pm", "yp") and hour < 12) or _is_afternoon(half, match["hour"]):
            hour += 12
        elif half in ("am", "yb") and hour == 12:
            hour = 0
        if hour < 24 and minute < 60:
            return hour, minute
    return -1, 0


def _is_afternoon(half: str, hour: str) -> bool:
    """Councils do not meet between one and seven at night: "2.00 o'r gloch" is two in the afternoon, "07:00" is not."""
    return (not half or "gloch" in half) and len(hour) == 1 and 1 <= int(hour) <= 7
