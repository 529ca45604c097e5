"""What every ModernGov page has round its content, and how to tell that a page is what it promises to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from archive.errors import Missing, ReadError
from archive.records import Capture
from archive.sources.moderngov.addresses import cleaned, parts
from archive.text.html import decoded, parsed, text_of


@dataclass(frozen=True)
class Page:
    """A page's content: what stands inside ``div#modgov``, and never what the council's template puts round it."""

    capture: Capture
    base: str
    soup: BeautifulSoup
    content: Tag

    def links(self, within: Tag | None = None) -> Iterator[tuple[Tag, str, dict[str, str]]]:
        """(tag, page, arguments) of every link to a page of this site."""
        for tag in (within or self.content).find_all("a", href=True):
            page, arguments = parts(cleaned(str(tag["href"]), self.capture.url), self.base)
            if page:
                yield tag, page, arguments

    def broken(self, what: str) -> ReadError:
        """The error that says what is missing."""
        return ReadError(self.capture.link.url, what)


def opened(capture: Capture, base: str) -> Page:
    """The page of a capture. Raises ``Missing`` for the publisher's error page and ``ReadError`` for what is no page of ModernGov."""
    if urlsplit(capture.url).path.lower().endswith("mgerror.aspx"):
        raise Missing(capture.link.url, "the council's site answers with its error page")
    markup = decoded(capture.body, capture.charset)
    if "</html>" not in markup[-3000:].lower():
        raise ReadError(capture.link.url, "the page is empty, cut short or no HTML page")
    soup = parsed(markup)
    content = soup.find(id=re.compile("^modgov$", re.IGNORECASE))
    if not isinstance(content, Tag):
        raise ReadError(capture.link.url, "this is not a page of ModernGov (a challenge, a login or a notice instead of it)")
    heading = content.find("h1")
    if heading is not None and text_of(heading).casefold() in ("an error has occurred", "error"):
        raise Missing(capture.link.url, "the council's site answers with its error page")
    return Page(capture, base, soup, content)


def heading(page: Page) -> str:
    """The kind of the page, as its first heading says it."""
    found = page.content.select_one(".mgMainTitleTxt") or page.content.find("h1") or page.soup.find("h1")
    return text_of(found) if found else ""


def labelled(page: Page, *names: str) -> str:
    """What stands behind the first label of one of these names (lower case, without the colon)."""
    for label in page.content.select("span.mgLabel"):
        if text_of(label).strip(" :").casefold() in names and label.parent is not None:
            return text_of(label.parent)[len(text_of(label)) :].strip(" .:")
    return ""
