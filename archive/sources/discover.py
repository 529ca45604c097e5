"""Finds out what system is behind an address that somebody typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from archive.councils import Source
from archive.errors import ArchiveError, FetchError, Forbidden, Missing, ReadError, Unreachable
from archive.records import Capture, Link
from archive.sources.moderngov import ModernGov
from archive.sources.moderngov.addresses import Addresses
from archive.sources.moderngov.wrapper import Page, open_page
from archive.text import decoded

PREFIXES = ("", "/moderngov", "/mgInternet", "/democracy", "/committees", "/meetings")
"""Paths before the pages that installs are known to have, most frequent first."""
_WELSH = re.compile(r"[?&;]LLL=1\b|\bCymraeg\b", re.I)
_PAGE = re.compile(r"[^/]*\.(?:aspx?|asmx|html?)(?:/.*)?$", re.I)
_SESSION = re.compile(r"/(?:\(|%28)S(?:\(|%28)[^/]*", re.I)


@dataclass(frozen=True)
class Found:
    """A source, the name of its council, and what to tell the operator."""

    source: Source
    name: str
    notes: tuple[str, ...]
    """Each ends a sentence that begins "Found"."""
    languages: tuple[str, ...] = ("en",)
    """BCP 47, the main one first; Welsh where the site offers its pages in Welsh."""


def discover(address: str, loopback: bool, allow: Callable[[Source], None], fetch: Callable[[Link], Capture]) -> Found:
    """The ModernGov source behind an address: any page of the site, with or without ``https://``.

    Raises ``ReadError`` when there is none, ``Forbidden`` when the site refuses to be asked, ``Unreachable`` when it does
    not answer.
    """
    reasons: list[ArchiveError] = []
    for source in _candidates(address, loopback):
        if any(isinstance(error, Unreachable) and _origin(error.url) == _origin(source.base) for error in reasons):
            continue
        allow(source)
        try:
            page, source = _committees_page(source, fetch)
        except Forbidden as error:
            raise Forbidden(error.url, f"{error.why}. Ask the council's democratic services to let the archive in, naming this address") from error
        except ArchiveError as error:
            reasons.append(error)
            continue
        return _found(page, source, fetch)
    raise _nothing(address, reasons)


def _candidates(address: str, loopback: bool) -> Iterator[Source]:
    """Where the pages may stand: below the path that was typed, at the root, at well-known paths; then the same without safe connection."""
    typed = address.strip()
    schemes = [typed.partition("://")[0].lower()] if "://" in typed else ["https", "http"]
    parts = urlsplit(f"//{typed.rpartition('://')[2]}")
    if not parts.netloc:
        raise ReadError(address, "this is no address; one looks like https://democracy.example.gov.uk")
    folder = _PAGE.sub("", _SESSION.sub("", parts.path)).rstrip("/")
    folders = [folder[:at] for at in range(len(folder), 0, -1) if at == len(folder) or folder[at] == "/"]
    for scheme in schemes:
        for prefix in dict.fromkeys([*folders, *PREFIXES]):
            yield Source(f"{scheme}://{parts.netloc}{prefix}", loopback=loopback)


def _committees_page(source: Source, fetch: Callable[[Link], Capture]) -> tuple[Page, Source]:
    """The page of all committees, and the source at the address that answered, which a redirect may have changed."""
    link = Link(Addresses(source.base).page("mgListCommittees.aspx"), "committees")
    capture = fetch(link)
    landed = re.sub(r"/mgListCommittees\.aspx.*", "", _SESSION.sub("", capture.url), flags=re.I)
    if landed != capture.url:
        source = replace(source, base=landed)
    page = open_page(capture, Addresses(source.base))
    next(ModernGov(source).read(capture))
    return page, source


def _found(page: Page, source: Source, fetch: Callable[[Link], Capture]) -> Found:
    source, service = _with_service(source, fetch)
    name = _council_in(page.title) or urlsplit(source.base).hostname or source.base
    welsh = _WELSH.search(decoded(page.capture.body, page.capture.charset)) is not None
    notes = [f"ModernGov at {source.base}", service, *(["pages in Welsh as well"] if welsh else [])]
    return Found(source, name, tuple(notes), ("en", "cy") if welsh else ("en",))


def _with_service(source: Source, fetch: Callable[[Link], Capture]) -> tuple[Source, str]:
    """Whether the web service answers; the pages are read in any case."""
    tried = replace(source, service=True)
    reader = ModernGov(tried)
    try:
        committees = sum(isinstance(one, Link) and one.page == "service-list" for one in reader.read(fetch(next(reader.start()))))
    except ArchiveError as error:
        return source, f"that its web service does not answer ({_why(error)}), so that its pages are read instead"
    return tried, f"that its web service answers, with {committees} committees"


def _council_in(title: str) -> str:
    """The council's name, which stands last in the title of every page."""
    before, mark, name = re.split(r"(\s(?:-|–|\|)\s)", title)[-3:] if re.search(r"\s(?:-|–|\|)\s", title) else ("", "", "")
    return name.strip() if mark and before else ""


def _nothing(address: str, reasons: list[ArchiveError]) -> ArchiveError:
    """The error that says best why nothing was found: no answer at all, or what came instead."""
    if reasons and all(isinstance(error, Unreachable) for error in reasons):
        return reasons[0]
    told = next((error for error in reasons if not isinstance(error, Missing)), reasons[0] if reasons else None)
    why = f" ({_why(told)})" if told else ""
    return ReadError(address, f"no ModernGov pages were found there{why}; give the address of any page of the council's committee meetings")


def _why(error: ArchiveError) -> str:
    return error.why if isinstance(error, FetchError) else error.what if isinstance(error, ReadError) else str(error)


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
