"""What each host's robots.txt allows, asked once a run and decided by status as RFC 9309 has it.

2xx: its rules are obeyed. 4xx: there are none. 401, 403 and 429: taken as a refusal. Anything that kept it from being read (5xx, no
connection, an endless or foreign redirect): nothing is asked of the host tonight, since it may forbid what we cannot see.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from protego import Protego

from archive.crawler.addresses import Address
from archive.crawler.answers import Answer
from archive.crawler.rules import PRODUCT
from archive.errors import FetchError, Forbidden, Unreachable

PATH = "/robots.txt"
LARGEST = 500 * 1024
"""Bytes that are read of a robots.txt; the rest is ignored (RFC 9309, 2.5)."""
REFUSALS = frozenset({401, 403, 429})


class Robots:
    """The robots.txt of one host at its scheme and port; it is asked for when first needed."""

    def __init__(self, ask: Callable[[], Answer]) -> None:
        self._ask = ask
        self._lock = threading.Lock()
        self._rules: Protego | None = None
        self._trouble: FetchError | None = None

    def check(self, address: Address) -> float | None:
        """The Crawl-delay that is asked of us, if any. Raises ``Forbidden`` for a refused page, and what kept the rules from being read."""
        with self._lock:
            if self._rules is None and self._trouble is None:
                self._read()
        if self._trouble:
            raise type(self._trouble)(address.url, self._trouble.why)
        assert self._rules is not None
        if not self._rules.can_fetch(address.url, PRODUCT):
            raise Forbidden(
                address.url,
                f"{address.origin}{PATH} asks crawlers not to read this page, and that is obeyed; "
                f'the council can let it in by adding "User-agent: {PRODUCT}" and "Allow: /" there',
            )
        return self._rules.crawl_delay(PRODUCT)

    def _read(self) -> None:
        """Ask for the rules and keep them, or what went wrong."""
        try:
            self._rules = _rules_of(self._ask())
        except Forbidden as error:
            self._trouble = Forbidden(error.url, f"its robots.txt could not be read, so nothing is asked of this site: {error.why}")
        except FetchError as error:
            self._trouble = Unreachable(error.url, f"its robots.txt could not be read, so nothing is asked of this site tonight: {error.why}")


def _rules_of(answer: Answer) -> Protego:
    """The rules that an answer to robots.txt amounts to. Raises ``Forbidden`` and ``Unreachable``."""
    if 200 <= answer.status < 300:
        return Protego.parse(answer.body.decode("utf-8-sig", "replace"))
    if answer.status in REFUSALS:
        raise Forbidden(answer.address.url, f"the site answered {answer.words}; ask the council to let {PRODUCT} in")
    if 400 <= answer.status < 500:
        return Protego.parse("")
    raise Unreachable(answer.address.url, f"the site answered {answer.words}")
