"""What every ModernGov page has round its content, and how to tell that a page is what it promises to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from archive.errors import Missing, ReadError
from archive.records import Capture
from archive.sources.moderngov.addresses import Addresses, Target
from archive.text import decoded, line_of, parsed

_ERROR = re.compile(r"(an )?error( has)? occurred|error|page not found|not found", re.I)
_CHALLENGE = re.compile(r"enable javascript|document\.cookie|location\.(reload|href|replace)|captcha|checking your browser", re.I)
_LOGIN = re.compile(r"""type\s*=\s*["']?password""", re.I)
_FOOTER = re.compile(r"""class\s*=\s*["']?mgFooter|id\s*=\s*["']?hidIsExtLinkNewWindow""")


@dataclass(frozen=True)
class Page:
    """A page of the install: its content, ``div#modgov``, and what little of the frame round it is of use."""

    capture: Capture
    addresses: Addresses
    content: Tag = field(repr=False)
    """Only what stands in here is the publisher's; menus and traps are outside."""
    heading: str
    """The kind of page, "Agenda and minutes"; it may stand before the content."""
    title: str
    """Of the document, with the council's name at its end."""

    @property
    def subject(self) -> Tag | None:
        """The title line under the heading, where there is one."""
        found = self.content.select_one("h2.mgSubTitleTxt, .mgSubTitle h2, .mgSubTitleTxt")
        return found

    def targets(self, *pages: str, within: Tag | None = None) -> Iterator[tuple[Tag, Target]]:
        """The links of the content that lead to these kinds of pages, in the order of the page."""
        for tag in (within or self.content).find_all("a", href=True):
            target = self.addresses.target(str(tag["href"]))
            if target and target.page in pages:
                yield tag, target

    def broken(self, what: str) -> ReadError:
        """The error that says what the page lacks."""
        return ReadError(self.capture.link.url, what)


def open_page(capture: Capture, addresses: Addresses) -> Page:
    """The page of a capture. Raises ``Missing`` for the publisher's own error page, ``ReadError`` for what is no whole page of ModernGov."""
    url = capture.link.url
    landed = addresses.target(capture.url)
    if landed and landed.page == "error":
        raise Missing(url, "the site leads to its error page: there is no such page, or it has been withdrawn")
    if _name(capture.url) != _name(url):
        raise ReadError(url, f"the site leads to another page instead: {capture.url}")
    text = decoded(capture.body, capture.charset)
    soup = parsed(text)
    content = soup.find(id=re.compile(r"^modgov$", re.I))
    if not isinstance(content, Tag):
        raise ReadError(url, _what_came(text))
    if not (re.search(r"</html\s*>", text, re.I) or _FOOTER.search(text)):
        raise ReadError(url, "the page is cut short: its end is missing")
    heading = _heading(content)
    if _ERROR.fullmatch(heading.strip(" .!")):
        raise Missing(url, f"the site answers with its error page ({heading})")
    return Page(capture, addresses, content, heading, _title(soup))


def _what_came(text: str) -> str:
    """In words, what a page is that is no page of ModernGov."""
    if not text.strip():
        return "the page is empty"
    if _LOGIN.search(text):
        return "a page to log in came instead: it may have been taken from public view"
    if len(text) < 5000 and _CHALLENGE.search(text):
        return "a JavaScript challenge came instead of the page: the site wants a browser; ask the council to let the archive in"
    return f"this is no page of ModernGov: it has no div#modgov ({len(text)} characters)"


def _name(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[2].lower()


def _heading(content: Tag) -> str:
    inside = content.select_one(".mgMainTitleTxt, h1")
    found = inside or content.find_previous("h1")
    return line_of(found) if found else ""


def _title(soup: BeautifulSoup) -> str:
    """The document's title; ``DC.title`` is the same without the council."""
    found = soup.title.get_text() if soup.title else ""
    meta = soup.find("meta", attrs={"name": re.compile(r"^DC\.title$", re.I)})
    return " ".join((found or (str(meta.get("content", "")) if isinstance(meta, Tag) else "")).split())
