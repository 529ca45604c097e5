"""Readings for tests: a golden page as it would come from the network, and a walk over a running site."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from archive.councils import Source
from archive.crawler.crawl import crawl
from archive.errors import ArchiveError, Missing
from archive.records import Capture, Link, Observation
from archive.sources.moderngov import ModernGov

PAGES = Path(__file__).resolve().parents[1] / "pages" / "moderngov"
BASE = "https://democracy.example.gov.uk"
TODAY = date(2026, 11, 20)


@dataclass
class Read:
    """What was read from one page."""

    links: list[Link]
    said: list[Observation]

    def of(self, kind: str) -> list[Observation]:
        return [one for one in self.said if one.kind == kind]

    def one(self, kind: str) -> Observation:
        (found,) = self.of(kind)
        return found

    def urls(self, page: str = "") -> list[str]:
        return [link.url.removeprefix(f"{BASE}/") for link in self.links if page in ("", link.page)]


def capture_of(link: Link, body: str | bytes, url: str = "", charset: str = "utf-8") -> Capture:
    """A page as it would come from the network."""
    content = body.encode("utf-8") if isinstance(body, str) else body
    return Capture(link, url or link.url, 200, "text/html", charset, content, datetime(2026, 11, 20, tzinfo=UTC))


@dataclass
class Walk:
    """What a crawl of a whole site found."""

    said: list[Observation] = field(default_factory=list)
    faults: list[tuple[Link, str]] = field(default_factory=list)
    asked: int = 0

    def of(self, kind: str, meeting: str = "", says: str = "") -> list[Observation]:
        return [o for o in self.said if o.kind == kind and meeting in ("", o.meeting) and says in ("", o.says)]


def walk(base: str, service: bool, only: tuple[str, ...] = ()) -> Walk:
    """Follow all links of a site, or those to some kinds of pages, with the standard library; what is to be redacted is."""
    reader, found = ModernGov(Source(base, service=service, loopback=True), TODAY), Walk()

    def fetch(link: Link) -> Capture:
        try:
            with urllib.request.urlopen(link.url) as answer:
                return capture_of(link, answer.read(), answer.geturl())
        except urllib.error.HTTPError as error:
            raise Missing(link.url, str(error)) from error

    def take(capture: Capture) -> list[Link]:
        clean = Capture(**{**vars(capture), "body": reader.redacted(capture)})
        read = list(reader.read(clean))
        found.said += [one for one in read if isinstance(one, Observation)]
        return [one for one in read if isinstance(one, Link)]

    def failed(link: Link, error: ArchiveError) -> None:
        if not (link.optional and isinstance(error, Missing)):
            found.faults.append((link, str(error)))

    found.asked = crawl(reader.start(), fetch, take, lambda link: not only or link.page in only, failed)
    return found
