"""Finds out what system is behind an address that somebody typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from archive.councils import Source
from archive.errors import ArchiveError, FetchError, Forbidden, ReadError
from archive.records import Capture, Link
from archive.sources.moderngov import ModernGov
from archive.sources.moderngov.wrapper import opened
from archive.text.html import text_of

PREFIXES = ("", "/moderngov", "/mgInternet", "/democracy", "/committees", "/meetings")
"""Paths before the pages that installs are known to have, most frequent first."""


@dataclass(frozen=True)
class Found:
    """A source, the name of its council, and what to tell the operator."""

    source: Source
    name: str
    notes: tuple[str, ...]


def discover(address: str, loopback: bool, allow: Callable[[Source], None], fetch: Callable[[Link], Capture]) -> Found:
    """The ModernGov source behind an address. Raises ``ReadError`` when there is none, ``Forbidden`` when the site refuses to be asked."""
    typed = address if re.match(r"https?://", address) else f"https://{address}"
    split = urlsplit(typed)
    root = f"{split.scheme}://{split.netloc}"
    folder = split.path.rpartition("/")[0] if "." in split.path.rpartition("/")[2] else split.path.rstrip("/")
    reasons = []
    for prefix in dict.fromkeys([folder, *PREFIXES]):
        source = Source(root + prefix, loopback=loopback)
        allow(source)
        try:
            page = opened(fetch(Link(f"{source.base}/mgListCommittees.aspx", "committees")), source.base)
        except Forbidden:
            raise
        except ArchiveError as error:
            reasons.append(error.why if isinstance(error, FetchError) else str(error))
            continue
        title = text_of(page.soup.title.contents) if page.soup.title else ""
        name = re.split(r"\s[-|–]\s", title)[-1].strip() or split.netloc
        source, how = _with_service(source, fetch)
        return Found(source, name, (f"ModernGov at {source.base}", how))
    raise ReadError(
        typed, f"no ModernGov pages were found there ({reasons[0] if reasons else 'nothing answered'}); give the address of a page of the council's committees"
    )


def _with_service(source: Source, fetch: Callable[[Link], Capture]) -> tuple[Source, str]:
    """Whether the web service answers; the pages are read in any case."""
    tried = replace(source, service=True)
    reader = ModernGov(tried)
    try:
        list(reader.read(fetch(next(reader.start()))))
    except ArchiveError as error:
        return source, f"its web service does not answer ({error}); its pages are read instead"
    return tried, "its web service answers"
