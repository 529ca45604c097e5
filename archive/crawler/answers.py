"""What a server answered, and what its status means for the crawl."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from archive.crawler.addresses import Address
from archive.crawler.rules import PRODUCT
from archive.errors import Forbidden, Missing, Unreachable

BODIED = frozenset({200, 203})
"""The statuses that bring a page."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PASSING = frozenset({408, 429})
"""Statuses below 500 that may be gone at the next try."""
GONE = frozenset({404, 410})
REFUSED = frozenset({401, 403, 451})


class Broken(Exception):
    """A request brought no usable answer; ``str()`` says in words why."""

    def __init__(self, why: str, *, may_pass: bool = True) -> None:
        super().__init__(why)
        self.may_pass = may_pass
        """Whether trying again may help."""


@dataclass(frozen=True)
class Answer:
    """One answer of a server; the body is unpacked, and empty unless the status brings a page."""

    address: Address
    status: int
    headers: Mapping[str, str]
    """By lower-case name."""
    body: bytes = b""

    @property
    def leads_to(self) -> str:
        """The address of a redirect as the server wrote it; empty for any other answer, and for a redirect that names none."""
        if self.status not in REDIRECTS:
            return ""
        return self.headers.get("location", "").encode("latin-1", "replace").decode("utf-8", "replace").strip()

    @property
    def may_pass(self) -> bool:
        """Whether trying again may help."""
        return self.status in PASSING or self.status >= 500

    @property
    def media_type(self) -> str:
        """Lower case, without parameters; empty when the header names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """As the header says it; empty when it says nothing."""
        found = re.search(r""";\s*charset\s*=\s*["']?([^\s"';]+)""", self.headers.get("content-type", ""), re.IGNORECASE)
        return found[1] if found else ""

    @property
    def words(self) -> str:
        """The status in words: ``403 (Forbidden)``."""
        try:
            return f"{self.status} ({HTTPStatus(self.status).phrase})"
        except ValueError:
            return str(self.status)


def page_of(answer: Answer) -> Answer:
    """The answer, if it brings a page or leads to one. Raises ``Missing``, ``Forbidden`` or ``Unreachable`` with what its status means."""
    asked = answer.address.url
    if answer.status in BODIED or answer.leads_to:
        return answer
    if answer.status in GONE:
        raise Missing(asked, f"the site says that there is no such page: {answer.words}")
    if answer.status in REFUSED:
        raise Forbidden(asked, f"the site refuses to show this page: {answer.words}; if it refuses others too, ask the council to let {PRODUCT} in")
    if answer.status in REDIRECTS:
        raise Unreachable(asked, f"the site answered {answer.words}, which leads elsewhere, without saying where")
    raise Unreachable(asked, f"the site answered {answer.words}, which brings no page")
