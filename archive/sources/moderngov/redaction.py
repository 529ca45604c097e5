"""Cuts out of pages about people what must not be kept: home addresses, telephone numbers, e-mail addresses.

What is kept is named, and everything else goes: installs show private data in more layouts than anybody has seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4.element import NavigableString, Tag

from archive.sources.moderngov.people import labelled
from archive.text import decoded, line_of, parsed

_KEPT = frozenset(b"councillorid fullusername politicalpartytitle politicalgrouptitle districttitle representing keyposts termsofoffice".split())
"""Elements of a councillor in the web service that say nothing private."""
_MARKUP = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<(?P<end>/?)(?P<name>[\w:.-]+)(?P<rest>[^<>]*)>", re.S)
_LINKS = ("mgcommitteedetails", "mgoutsidebodydetails", "mguserinfo")
_POSTCODES = r"\b[A-Z]{1,2}\d[A-Z\d]?\s{0,3}\d[A-Z]{2}\b|\b[AC-FHKNPRTV-Y]\d[\dW]\s?(?=[A-Z]*\d)[A-Z\d]{4}\b"
PRIVATE = re.compile(_POSTCODES + r"|\b[\w.+'-]+@[\w-]+(?:\.[\w-]+)+|\+?\(?\d[\d\s()/.-]{7,}\d", re.I)
"""Postcodes of Britain and Ireland, e-mail addresses and telephone numbers, wherever they stand."""
_DATES = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d|\b(?:19|20)\d\d\s*[-/]\s*(?:19|20)?\d\d\b")


def without_addresses(xml: bytes) -> bytes:
    """The councillors of the web service with everything private emptied, and every other byte as it was."""
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")):
        xml = decoded(xml).encode("utf-8")
    out, at = bytearray(), 0
    for start, end in _private_spans(xml):
        out += xml[at:start]
        at = end
    return bytes(out + xml[at:])


def _private_spans(xml: bytes) -> Iterator[tuple[int, int]]:
    """Where the content of private elements stands; one that is not closed reaches to the end."""
    path: list[bytes] = []
    opened = 0
    for found in _MARKUP.finditer(xml):
        if found["name"] is None:
            continue
        name = found["name"].rpartition(b":")[2].lower()
        inside = len(path) > 1 and path[0] == b"councillor"
        if found["end"]:
            if name not in path:
                continue
            if inside and path.index(name) == 1 and path[1] not in _KEPT:
                yield opened, found.start()
            del path[path.index(name) :]
        elif not found["rest"].rstrip().endswith(b"/") and (path or name == b"councillor"):
            path.append(name)
            opened = found.end() if len(path) == 2 else opened
    if len(path) > 1 and path[1] not in _KEPT:
        yield opened, len(xml)


def without_contacts(page: bytes, charset: str) -> bytes:
    """A page about one person or all of them, with nothing in its content but names, parties, wards, posts and seats.

    The same bytes where there is nothing else; UTF-8 where something was cut.
    """
    soup = parsed(decoded(page, charset))
    content = soup.find(id=re.compile(r"^modgov$", re.I))
    cut = _cut(content) if isinstance(content, Tag) else False
    cut = _blank(soup) or cut
    return str(soup).encode("utf-8", "replace") if cut else page


def _cut(content: Tag) -> bool:
    """Take everything out of the content that is not named as kept; whether there was anything."""
    kept = {id(node) for node in _kept(content)}
    around = {id(parent) for node in _kept(content) for parent in (node.parents if isinstance(node, Tag | NavigableString) else ())}
    waiting, cut = [*content.contents], False
    while waiting:
        node = waiting.pop()
        if id(node) in kept:
            continue
        if isinstance(node, Tag) and id(node) in around:
            waiting += node.contents
        elif isinstance(node, Tag) and (line_of(node) or node.find(["a", "img", "script", "input"]) or node.name in ("a", "img", "script")):
            if "mgFooter" not in (node.get("class") or ()):
                node.decompose()
                cut = True
        elif isinstance(node, NavigableString) and node.strip():
            node.extract()
            cut = True
    return cut


def _kept(content: Tag) -> Iterator[Tag | NavigableString]:
    """Headings, labels that are kept with what belongs to them, seats, and links to people."""
    yield from content.find_all(["h1", "h2", "h3", "h4"])
    for _, label, nodes in labelled(content):
        yield label
        yield from nodes
    for link in content.find_all("a", href=True):
        if any(name in str(link["href"]).lower() for name in _LINKS):
            row = link.find_parent(["li", "tr"])
            seat = "mguserinfo" not in str(link["href"]).lower() and row is not None and not row.find(["li", "tr"])
            yield row if seat and row is not None else link


def _blank(soup: Tag) -> bool:
    """Blank what looks private wherever it still stands, the council's template included; whether there was anything."""
    found = False
    for text in soup.find_all(string=PRIVATE):
        blanked = PRIVATE.sub(lambda match: match[0] if _DATES.search(match[0]) else " ", str(text))
        if blanked != text and type(text) is NavigableString:
            text.replace_with(blanked)
            found = True
    for link in soup.find_all("a", href=re.compile(r"^\s*(?:mailto|tel|sms):", re.I)):
        link.decompose()
        found = True
    return found
