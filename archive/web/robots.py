"""What search engines are told: where the records are, and what they are not to follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import quote
from xml.sax.saxutils import escape

from flask import Blueprint, Response, abort

from archive.web.bulk import streamed
from archive.web.site import permanent_address, site, whole_address

pages = Blueprint("robots", __name__)
MOST = 50_000
"""Addresses that one part of a sitemap may have (https://www.sitemaps.org/protocol.html)."""
MOST_PARTS = 50_000
"""Parts that a sitemap's index may have."""
XML = "application/xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_AT_ONCE = 500


@pages.get("/robots.txt")
def robots() -> Response:
    """Search pages are endless; record pages are for everybody."""
    lines = (
        "User-agent: *",
        "Disallow: /search",
        "Disallow: /suggest",
        "Disallow: /export",
        "Disallow: /changes",
        "",
        f"Sitemap: {whole_address('/sitemap.xml')}",
        "",
    )
    return Response("\n".join(lines), mimetype="text/plain")


@pages.get("/sitemap.xml")
def sitemap() -> Response:
    """The parts of the sitemap, each with the day on which its newest page was first seen as it is."""
    parts: list[str] = []
    every = site().store.pages()
    while part := list(islice(every, MOST)):
        parts.append(_entry("sitemap", whole_address(f"/sitemap-{len(parts) + 1}.xml"), max(seen for _, seen in part)))
    text = f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{''.join(parts)}</sitemapindex>\n"
    return Response(text, mimetype=XML)


@pages.get("/sitemap-<int:number>.xml")
def sitemap_part(number: int) -> Response:
    """One part: pages of councils, committees, members and officers, meetings and items, each with when it was first seen as it is, where that is known."""
    every = islice(site().store.pages(), (number - 1) * MOST, number * MOST) if 0 < number <= MOST_PARTS else iter(())
    first = next(every, None)
    if first is None:
        abort(404)
    return streamed(_part(first, every, permanent_address("")), XML)


def _part(first: tuple[str, str], rest: Iterable[tuple[str, str]], root: str) -> Iterator[bytes]:
    yield f"{_HEAD}<urlset {_NAMESPACE}>\n{_entry('url', _below(root, first[0]), first[1])}".encode()
    every = iter(rest)
    while some := list(islice(every, _AT_ONCE)):
        yield "".join(_entry("url", _below(root, id), seen) for id, seen in some).encode()
    yield b"</urlset>\n"


def _entry(name: str, address: str, seen: str) -> str:
    changed = f"<lastmod>{escape(seen)}</lastmod>" if seen else ""
    return f"<{name}><loc>{escape(address)}</loc>{changed}</{name}>\n"


def _below(root: str, id: str) -> str:
    return f"{root}{quote(id)}"
