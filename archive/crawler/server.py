"""One server as we meet it in one run: asked one request at a time, again while that may help, and left when it fails."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

from archive.crawler.addresses import Address
from archive.crawler.answers import BODIED, Answer, Broken
from archive.crawler.politeness import Pace, Standing, seconds_asked
from archive.crawler.rules import FetchRules
from archive.errors import FetchError, Unreachable

RETRY_AFTER = frozenset({429, 503})
"""The statuses whose Retry-After is obeyed."""
Send = Callable[[Address, int, bool], Answer]
"""One request for an address, of at most so many bytes, the rest being cut off or making it ``Broken``."""


class Server:
    """A server with its pace and its standing; threads take turns."""

    def __init__(self, name: str, rules: FetchRules, pace: Pace, send: Send, *, clock: Callable[[], float], now: Callable[[], datetime]) -> None:
        self._name, self._rules, self._pace, self._send = name, rules, pace, send
        self._clock, self._now = clock, now
        self._turn = threading.RLock()
        self._standing = Standing(rules.max_failures)

    def check(self, asked: str) -> None:
        """Raise ``Unreachable`` or ``Forbidden`` if the server is left for tonight."""
        self._standing.check(asked)

    def visit(self, address: Address, judge: Callable[[Answer], Answer], delay: float = 0) -> Answer:
        """A page as ``judge`` passes it, at least ``delay`` seconds after the last; how it went counts for the server's standing."""
        with self._turn:
            self._standing.check(address.url)
            self._pace.lengthen(delay)
            try:
                answer = judge(self.ask(address, self._rules.max_bytes))
            except FetchError as error:
                if self._standing.is_in_doubt_after(error):
                    self._reconsider()
                raise
            self._standing.answered(address if answer.status in BODIED else None)
            return answer

    def ask(self, address: Address, most: int, *, cut: bool = False) -> Answer:
        """An answer that trying again would not change. Raises ``Unreachable`` when no try brought one."""
        with self._turn:
            for failures in range(1, self._rules.tries + 1):
                try:
                    answer = self._ask_once(address, most, cut)
                    if not answer.may_pass:
                        return answer
                    broken = Broken(f"the site answered {answer.words}")
                    self._heed_retry_after(answer)
                except Broken as error:
                    broken = error
                if not broken.may_pass:
                    break
                self._standing.check(address.url)
                self._pace.back_off(failures)
            tries = f" (asked {failures} times)" if failures > 1 else ""
            raise Unreachable(address.url, f"{broken}{tries}")

    def _ask_once(self, address: Address, most: int, cut: bool) -> Answer:
        """One request in its turn, timed."""
        self._pace.wait()
        began, well = self._clock(), False
        try:
            answer = self._send(address, most, cut)
            well = answer.status in BODIED
            return answer
        finally:
            self._pace.request_ended(self._clock() - began, well=well)

    def _heed_retry_after(self, answer: Answer) -> None:
        """Wait as long as the server asks, or leave it if that is too long for tonight."""
        wanted = seconds_asked(answer.headers.get("retry-after", ""), self._now()) if answer.status in RETRY_AFTER else None
        if wanted is None:
            return
        if wanted <= self._rules.max_retry_after:
            self._pace.hold(wanted)
        else:
            why = f"{self._name} answered {answer.words} and asked for a pause of {wanted:,.0f} seconds, so it is left for the next night"
            self._standing.leave(Unreachable, why)

    def _reconsider(self) -> None:
        """So many pages failed that the server is in doubt: leave it, unless the last good page still answers."""
        good = self._standing.good
        try:
            still_answers = good is not None and self._ask_once(good, self._rules.max_bytes, True).status in BODIED
        except (Broken, FetchError):
            still_answers = False
        if still_answers:
            self._standing.answered()
        else:
            self._standing.give_up(self._name)
