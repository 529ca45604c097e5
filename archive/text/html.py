"""HTML → plain text: one line feed between blocks, white space collapsed, hidden text left out."""

# ruff: noqa: SIM905

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag
from bs4.element import PreformattedString

_BLOCKS = frozenset(
    "address article blockquote br caption dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul".split()
)
_SILENT = frozenset({"script", "style", "template", "noscript", "head", "title", "button"})
_CELLS = frozenset({"td", "th"})


def decoded(body: bytes, charset: str = "") -> str:
    """The text of a page: a byte order mark and valid UTF-8 are believed before a header, which may be wrong."""
    if body.startswith(codecs.BOM_UTF8):
        return body.decode("utf-8-sig", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = re.search(rb"charset=[\"']?([\w-]+)", body[:2000])
    for name in (declared[1].decode("ascii") if declared else "", charset, "windows-1252"):
        try:
            if name:
                return body.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return body.decode("windows-1252", "replace")


def parsed(markup: str) -> BeautifulSoup:
    """A page as a tree."""
    return BeautifulSoup(markup, "lxml")


def text_of(nodes: PageElement | Iterable[PageElement]) -> str:
    """The text that these nodes show, without recursion, so that no depth of nesting can break it."""
    pieces: list[str] = []
    start = [nodes] if isinstance(nodes, PageElement) else list(nodes)
    waiting: list[PageElement | str] = list(reversed(start))
    while waiting:
        node = waiting.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            pieces.append(node)
        elif isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                pieces.append(re.sub(r"\s+", " ", node))
        elif isinstance(node, Tag) and node.name not in _SILENT and "mgHide" not in (node.get("class") or ()):
            edge = "\n" if node.name in _BLOCKS else " " if node.name in _CELLS else ""
            waiting.append(edge)
            waiting.extend(reversed(list(node.children)))
            waiting.append(edge)
    return collapsed("".join(pieces))


def collapsed(text: str) -> str:
    """Text with one blank between words, one line feed between blocks, and nothing at the ends."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
