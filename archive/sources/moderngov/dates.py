"""Dates as clerks write them, English and Welsh, in lists, titles and XML."""

# ruff: noqa: SIM905

from __future__ import annotations

import re

MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december".split(),
        "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split(),
    )
    for number, name in enumerate(names, 1)
}
_WORDS = re.compile(r"\b(\d{1,2})\s*(?:st|nd|rd|th|ain|af|il|ydd|fed|ed|eg)?,?[\s-]+(?:o\s+)?([^\W\d_]{3,})\.?,?[\s-]+(\d{4})\b", re.IGNORECASE)
_FIGURES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_TIME = re.compile(r"\b(\d{1,2})[.:](\d{2})\s*(a\.?m|p\.?m|yb|yh|y\.b|y\.h)?\b", re.IGNORECASE)


def moment(text: str) -> str | None:
    """The first date in a text, with the time behind it if there is one: ``2022-07-04T14:00`` or ``2022-07-04``; None if there is none."""
    text = text.replace("\xa0", " ")
    day, rest = _day(text)
    if day is None:
        return None
    clock = _TIME.search(rest)
    if not clock or int(clock[2]) > 59 or int(clock[1]) > 23:
        return day
    hour, half = int(clock[1]), (clock[3] or "").lower().replace(".", "")
    if half in ("pm", "yh") and hour < 12:
        hour += 12
    if half in ("am", "yb") and hour == 12:
        hour = 0
    return f"{day}T{hour:02}:{clock[2]}"


def before_date(text: str) -> str:
    """What stands before the first date and its day of the week, without the dash between them."""
    found = _WORDS.search(text) or _FIGURES.search(text)
    head = text[: found.start()] if found else text
    return re.sub(r"[\s,]*(?:[-–—]\s*)?(?:Dydd\s+)?[^\W\d_]*day?,?\s*$|[\s,]*[-–—]\s*(?:Dydd\s+[^\W\d_]+,?\s*)?$", "", head, flags=re.IGNORECASE).strip(" ,-–—")


def _day(text: str) -> tuple[str | None, str]:
    for found in _WORDS.finditer(text):
        month = next((n for name, n in MONTHS.items() if name.startswith(found[2].lower()[:3]) and name.startswith(found[2].lower())), None)
        if month and 1 <= int(found[1]) <= 31:
            return f"{found[3]}-{month:02}-{int(found[1]):02}", text[found.end() :]
    found_figures = _FIGURES.search(text)
    if found_figures and int(found_figures[2]) <= 12 and int(found_figures[1]) <= 31:
        return f"{found_figures[3]}-{int(found_figures[2]):02}-{int(found_figures[1]):02}", text[found_figures.end() :]
    return None, ""
