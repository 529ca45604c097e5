"""The manners towards one server: the pauses between requests, and when to stop asking for tonight."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import inf

from archive.crawler.addresses import Address
from archive.crawler.rules import FetchRules
from archive.errors import FetchError, Forbidden, Missing, Unreachable

MAX_REFUSALS = 3
"""Pages refused (401, 403, 451) in a row after which a server is taken to refuse everything."""
LEAST_BACKOFF = 1.0
"""Seconds: what the pauses before further tries grow from when the gap is set to less."""


class Pace:
    """The pause between the end of one request to a server and the start of the next; none for this machine itself."""

    def __init__(self, rules: FetchRules, *, this_machine: bool, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._rules, self._this_machine = rules, this_machine
        self._clock, self._sleep = clock, sleep
        self._gap = 0.0 if this_machine else rules.gap
        self._slowness = 0.0
        self._ended = self._held_until = -inf

    def wait(self) -> None:
        """Sleep until the next request may start."""
        pause = max(self._ended + max(self._gap, self._slowness), self._held_until) - self._clock()
        if pause > 0:
            self._sleep(pause)

    def request_ended(self, seconds: float, *, well: bool) -> None:
        """A request has ended; a failure, which is often quick, cannot make the gap shorter than it was."""
        if not self._this_machine:
            slowness = min(self._rules.gap_factor * seconds, self._rules.max_gap)
            self._slowness = slowness if well else max(slowness, self._slowness)
        self._ended = self._clock()

    def lengthen(self, seconds: float) -> None:
        """Obey a Crawl-delay, up to the longest gap; this machine is not slowed down."""
        if not self._this_machine:
            self._gap = max(self._gap, min(seconds, self._rules.max_gap))

    def hold(self, seconds: float) -> None:
        """Start nothing for so long from now."""
        self._held_until = max(self._held_until, self._clock() + seconds)

    def back_off(self, failed_tries: int) -> None:
        """Before a further try, pause at random up to a limit that doubles with each failure, so that crawlers do not return in step."""
        if not self._this_machine:
            limit = min(max(self._rules.gap, LEAST_BACKOFF) * 2.0**failed_tries, max(self._rules.max_gap, LEAST_BACKOFF))
            self.hold(random.uniform(0, limit))


class Standing:
    """How a server has answered so far tonight, and whether it is still to be asked."""

    def __init__(self, max_failures: int) -> None:
        self._max_failures = max_failures
        self._failures = self._refusals = 0
        self._left: tuple[type[FetchError], str] | None = None
        self.good: Address | None = None
        """The last address that brought a page."""

    def check(self, asked: str) -> None:
        """Raise what the server was left with, if it was."""
        if self._left:
            kind, why = self._left
            raise kind(asked, why)

    def leave(self, kind: type[FetchError], why: str) -> None:
        """Ask nothing more of the server tonight."""
        self._left = self._left or (kind, why)

    def answered(self, good: Address | None = None) -> None:
        """It is alive and lets us in."""
        self._failures = self._refusals = 0
        self.good = good or self.good

    def is_in_doubt_after(self, error: FetchError) -> bool:
        """Count how a page went; whether so many in a row have failed or been refused that it may be the server itself."""
        if isinstance(error, Missing):
            self.answered()
        elif isinstance(error, Forbidden):
            self._failures, self._refusals = 0, self._refusals + 1
        else:
            self._failures, self._refusals = self._failures + 1, 0
        return self._refusals >= MAX_REFUSALS or self._failures >= self._max_failures

    def give_up(self, server: str) -> None:
        """Leave the server for what was counted."""
        if self._refusals >= MAX_REFUSALS:
            self.leave(
                Forbidden,
                f"{server} refused {self._refusals} pages in a row, so nothing more is asked of it tonight; ask the council whether it blocks this crawler",
            )
        else:
            self.leave(Unreachable, f"{server} failed {self._failures} times in a row, so it is left for the next night")


def seconds_asked(retry_after: str, now: datetime) -> float | None:
    """The pause that a Retry-After header asks for, in seconds or as a date; None when it says neither."""
    text = retry_after.strip()
    if re.fullmatch(r"[0-9]{1,12}(\.[0-9]+)?", text):
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())
