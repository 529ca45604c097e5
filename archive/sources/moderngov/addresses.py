"""Canonical addresses of ModernGov: whatever way a page is linked, it has one address, and equal pages have equal ones.

An address is the base, the page's name in its usual spelling, and the arguments that decide what is shown, in a fixed order.
Sessions (``/(S(…))/``, also percent-encoded) and everything else that leaves the page the same are dropped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

_SESSION = re.compile(r"/(?:\(|%28)S(?:\(|%28)[^/]*?(?:\)|%29){2}(?=/)", re.I)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_PAPER = re.compile(r"documents/([sgb])(\d+)/(.*)", re.I)
_PORTS = {"http": 80, "https": 443}
_PAGES = {
    "ielistdocuments": ("meeting", "mid meetingid"),
    "celistdocuments": ("whole", "mid meetingid"),
    "mgai": ("item", "id"),
    "mgmeetingattendance": ("attendance", "id meetingid mid"),
    "ielistmeetings": ("list", "cid committeeid id"),
    "mglistcommittees": ("committees", ""),
    "mgcommitteedetails": ("committee", "id cid committeeid"),
    "mgmemberindex": ("members", ""),
    "mguserinfo": ("member", "uid"),
    "mgcalendarmonthview": ("calendar", ""),
    "mgreasonsrestricted": ("restriction", "oid"),
    "mglistrecordedvotes": ("votes", ""),
    "mglistrecordedvotesshort": ("votes", "aiid"),
    "mgchoosedocpack": ("packs", "id"),
    "mgerror": ("error", ""),
}
"""Page → our word for it, and the arguments that may hold its number; names are written in any case."""


@dataclass(frozen=True)
class Target:
    """Where a link on a page leads, as far as it stays within the install."""

    page: str
    """Our word for the kind of page; empty for a page of no interest."""
    id: str
    """The publisher's number of what the page is about; empty where it is about nothing in particular."""
    query: Mapping[str, str]
    """All arguments, their names in lower case."""


@dataclass(frozen=True)
class Paper:
    """A published file, by its address."""

    key: str
    """``s7942`` an attachment, ``b310`` a supplement, ``g5642-10`` a pack: its number and its kind (T)."""
    stem: str
    """The name of the file, which ModernGov makes of the attachment's title, without its ending."""
    ending: str
    """In lower case, without the dot."""
    url: str


class Addresses:
    """The addresses of one install."""

    def __init__(self, base: str) -> None:
        self.base = base.rstrip("/")
        self._root = urlsplit(self.base).path.lower()
        self._host = _host(self.base)

    def page(self, name: str, **arguments: str | int) -> str:
        """The address of a page with these arguments, in this order."""
        query = urlencode({name: value for name, value in arguments.items() if value != ""}, safe="/")
        return f"{self.base}/{name}" + (f"?{query}" if query else "")

    def target(self, href: str) -> Target | None:
        """Where a link leads, or None if it leads out of the install or to no page at all."""
        path, query = self._within(href)
        if path is None:
            return None
        name = path.lower().partition(".asp")[0]
        page, names = _PAGES.get(name, ("", ""))
        arguments = {key.lower(): value for key, value in parse_qsl(query)}
        id = next((arguments[n].strip() for n in names.split() if arguments.get(n, "").strip().isdigit()), "")
        return None if names and page != "votes" and not id else Target(page, id, arguments)

    def paper(self, href: str) -> Paper | None:
        """The published file that a link leads to."""
        path, query = self._within(href)
        found = _PAPER.fullmatch(path or "")
        arguments = {key.lower(): value for key, value in parse_qsl(query)}
        if not found or arguments.get("ct"):  # CT=2 is a rendering of a pack as HTML.
            return None
        kind, number, name = found[1].lower(), found[2], unquote(found[3])
        if kind == "g" and not arguments.get("t", "").isdigit():
            return None
        stem, _, ending = name.strip().rpartition(".")
        url = f"{self.base}/documents/{kind}{number}/{quote(name)}"
        key = f"{kind}{number}" + (f"-{arguments['t']}" if kind == "g" else "")
        return Paper(key, stem or ending, ending.lower() if stem else "", url + (f"?T={arguments['t']}" if arguments.get("t") else ""))

    def _within(self, href: str) -> tuple[str | None, str]:
        """Path below the base and query of a link; None for a link that leads out."""
        try:
            parts = urlsplit(urljoin(f"{self.base}/", _CONTROL.sub("", href).strip()))
            host = _host(parts.geturl())
        except ValueError:  # An address that is none, like http://[/.
            return None, ""
        path = re.sub("/{2,}", "/", _SESSION.sub("", parts.path))
        if parts.scheme not in _PORTS or host != self._host or not path.lower().startswith(f"{self._root}/"):
            return None, ""
        return path[len(self._root) + 1 :], parts.query


def _host(url: str) -> tuple[str, int | None]:
    """Host and port; http and https at their usual ports are one host, since a site's own links mix them."""
    parts = urlsplit(url)
    port = parts.port
    return (parts.hostname or "").lower(), None if port in (None, _PORTS.get(parts.scheme)) else port
