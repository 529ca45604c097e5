"""How pages put things into words: days, times, counts, outcomes, states; each is a filter of the templates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from archive.web import welsh
from archive.web.language import N_, date_words, gettext, language
from archive.web.paragraphs import excerpt
from archive.web.titles import title_words

OUTCOMES = {
    "rejected": N_("Rejected"),
    "refused": N_("Refused"),
    "deferred": N_("Deferred"),
    "appointed": N_("Appointed"),
    "recommended": N_("Recommended"),
    "approved": N_("Approved"),
    "noted": N_("Noted"),
    "agreed": N_("Agreed"),
}
MINUTES = {"none": N_("No minutes published"), "draft": N_("Draft minutes"), "confirmed": N_("Confirmed minutes")}
MEETING_STATES = {
    "cancelled": N_("This meeting was cancelled."),
    "moved": N_("This meeting was moved to another date."),
    "withdrawn": N_("The council has withdrawn this meeting from its website, so its text is not shown here."),
}
"""Only what is out of the ordinary; nothing is said of a meeting that is held or to come."""

MEDIA = {
    "application/pdf": "PDF",
    "application/msword": "Word",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/vnd.ms-powerpoint": "PowerPoint",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
}
_LETTER = re.compile(r"(\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[).])\s+", re.IGNORECASE)


def day(iso: str) -> str:
    """``2025-06-10…`` → ``10 June 2025``; what is no date stays as it is."""
    try:
        return date_words(date.fromisoformat(iso[:10]), "d MMMM yyyy")
    except ValueError:
        return iso


def weekday(iso: str) -> str:
    """``2025-06-10…`` → ``Tuesday 10 June 2025``."""
    try:
        return date_words(date.fromisoformat(iso[:10]), "EEEE d MMMM yyyy")
    except ValueError:
        return iso


def weekday_name(iso: str) -> str:
    """``2025-06-10…`` → ``Tuesday``; empty for what is no date."""
    try:
        return date_words(date.fromisoformat(iso[:10]), "EEEE")
    except ValueError:
        return ""


def clock(iso: str) -> str:
    """The time of day of an ISO date and time: ``2.14am``, ``2pm``; empty for a date alone and at midnight, which nobody meets at."""
    try:
        time = datetime.fromisoformat(iso).time()
    except ValueError:
        return ""
    if len(iso) <= 10 or (time.hour, time.minute) == (0, 0):
        return ""
    minutes = f".{time.minute:02d}" if time.minute else ""
    half = gettext("am") if time.hour < 12 else gettext("pm")
    return f"{(time.hour - 1) % 12 + 1}{minutes}{half}"


def moment(iso: str, zone: ZoneInfo) -> str:
    """A moment in UTC as the council's clocks showed it: ``24 November 2026, 2.14am``; empty for none."""
    try:
        local = datetime.fromisoformat(iso).astimezone(zone)
    except ValueError:
        return iso
    return f"{date_words(local.date(), 'd MMMM yyyy')}, {clock(local.isoformat()) or gettext('midnight')}"


def told(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """When something was done, as the council's clocks showed it: ``today, 24 November 2026, at 2.14am``."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    when = {"day": date_words(local.date(), "d MMMM yyyy"), "time": clock(local.isoformat()) or gettext("midnight")}
    if local.date() == today:
        return gettext("today, %(day)s, at %(time)s", **when)
    if local.date() == today - timedelta(days=1):
        return gettext("yesterday, %(day)s, at %(time)s", **when)
    return gettext("on %(day)s, at %(time)s", **when)


def month(iso: str) -> str:
    """``2022-01`` or a day of it → ``January 2022``; what is no month stays as it is."""
    try:
        return date_words(date.fromisoformat(f"{iso[:7]}-01"), "LLLL yyyy")
    except ValueError:
        return iso


def count(number: int, one: str, many: str = "") -> str:
    """``1 item``, ``1,200 items``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    if language() == "cy":
        return f"{', '.join(words[:-1])} {welsh.and_(words[-1])}"
    return gettext("%(several)s and %(last)s", several=", ".join(words[:-1]), last=words[-1])


def outcome(word: str) -> str:
    """The outcome class as a page writes it."""
    return gettext(OUTCOMES[word]) if word in OUTCOMES else word.capitalize()


def verdict(outcomes: Sequence[str]) -> str:
    """Outcome classes as one heading, each once, in order: ``Approved and noted``; never a summary of the text."""
    words = [outcome(word) for word in dict.fromkeys(outcomes)]
    return listed([word if n == 0 else word.lower() for n, word in enumerate(words)])


def minutes_state(status: str) -> str:
    """Of a meeting's minutes: confirmed, draft or none."""
    return gettext(MINUTES[status]) if status in MINUTES else status


def meeting_state(status: str) -> str:
    """What a reader must know of a meeting that is out of the ordinary; empty for others."""
    return gettext(MEETING_STATES[status]) if status in MEETING_STATES else ""


def grouped(digits: str, size: int = 8) -> str:
    """A hash in groups, so that it can be compared by eye."""
    return " ".join(digits[n : n + size] for n in range(0, len(digits), size))


def lettered(words: str) -> tuple[str, str]:
    """The letter or number in front of a part of a decision, and its words: ``(a)``, ``That …``."""
    found = _LETTER.match(words)
    return (found[1], words[found.end() :]) if found else ("", words)


def media_name(media_type: str) -> str:
    """The kind of a file as people know it; empty for pages and for what nobody could guess by its name."""
    return MEDIA.get(media_type.partition(";")[0].strip().lower(), "")


def web_link(url: str) -> str:
    """The address, if it leads to a web page; empty otherwise: what a source prints is never trusted as a link (``javascript:``)."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def without_scheme(url: str) -> str:
    """An address as people read it."""
    return url.partition("://")[2] or url


def contact_link(contact: str, subject: str = "") -> str:
    """The operator's contact as a link: a web address as it is, an e-mail address as ``mailto:`` with a subject; empty for anything else."""
    if "@" not in contact or ":" in contact:
        return web_link(contact)
    return f"mailto:{contact}?subject={quote(subject)}" if subject else f"mailto:{contact}"


FILTERS = (
    day, weekday, weekday_name, month, clock, count, listed, outcome, verdict, minutes_state, meeting_state, grouped, lettered, media_name, web_link,
    without_scheme, contact_link, title_words, excerpt,
)  # fmt: skip
