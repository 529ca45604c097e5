"""From HTML to plain text as a reader sees it: one line for each paragraph, list item and table row.

Nothing here calls itself, so that deep nesting costs time in proportion and no more.
"""

# ruff: noqa: SIM905

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

from archive.text.encoding import decoded

__all__ = ["collapsed", "decoded", "line_of", "main_text", "parsed", "text_of"]

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "html legend li main nav ol option p pre section summary table tbody tfoot thead tr ul".split()
)
_UNSEEN = frozenset("button head input math noscript object script select style svg template textarea title".split())
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NO_MARKER = re.compile(r"list-style(?:-type)?\s*:\s*none", re.I)
_BLANK = re.compile(r"\s+")
_WINDOWS = {code: bytes([code]).decode("windows-1252", "ignore") for code in range(0x80, 0xA0)}
_SIGNS = {**_WINDOWS, **dict.fromkeys((0x00, 0xAD, 0x200B, 0x2060, 0xFEFF))}
"""Old pages name the signs of Windows-1252 by their numbers there (``&#146;``); soft hyphens and blanks without width are not seen."""
_PREAMBLE = re.compile(r"\A\s*<\?xml[^>]*>")


def parsed(markup: str) -> BeautifulSoup:
    """The tree of a page or of a piece of one; broken markup is mended as browsers mend it, as far as the parser knows how."""
    markup = _PREAMBLE.sub("", markup.replace("\x00", ""))
    return BeautifulSoup(markup if "<" in markup else f"<body>{markup}</body>", "lxml")


def main_text(markup: str) -> str:
    """What a whole page shows but for its menus, header and footer; of its main part where it names one that holds most of it."""
    page = parsed(markup)
    for tag in page.select("nav, header nav, footer, aside, [role=navigation], [role=banner], [role=contentinfo], .breadcrumb, .breadcrumbs, #cookie-banner"):
        tag.decompose()
    whole = text_of(page)
    for place in page.select("main, [role=main], article, #main, #content, .mgContent, #modgov"):
        text = text_of(place)
        if len(text) * 2 > len(whole):
            return text
    return whole


def line_of(*nodes: PageElement) -> str:
    """What is shown of some nodes, on one line."""
    return _BLANK.sub(" ", text_of(*nodes))


def text_of(*nodes: PageElement) -> str:
    """What is shown of some nodes: paragraphs separated by one line feed, cells by a tab, white space collapsed.

    Numbers of ordered lists are written out, since minutes are quoted by them; bullets are not. A table row is one line,
    unless one of its cells holds several paragraphs: then it is layout, and its paragraphs follow each other.
    """
    flow = _Flow()
    waiting: list[PageElement | _End] = [*reversed(nodes)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, _End):
            flow.leave(node.tag)
        elif isinstance(node, Tag):
            if _is_seen(node):
                flow.enter(node)
                waiting.append(_End(node))
                waiting.extend(reversed(node.contents))
        elif type(node) is NavigableString:  # Its subclasses are comments, declarations, scripts.
            flow.write(str(node))
    return "\n".join(flow.finished())


def collapsed(text: str) -> str:
    """Plain text as ``text_of`` would give it: white space collapsed, no empty lines."""
    lines = (_BLANK.sub(" ", line.translate(_SIGNS)).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _is_seen(tag: Tag) -> bool:
    if tag.name in _UNSEEN:
        return False
    if not tag.attrs:
        return True
    return not ("mgHide" in _classes(tag) or "hidden" in tag.attrs or _NOT_SHOWN.search(str(tag.get("style", ""))))


def _classes(tag: Tag) -> Iterable[str]:
    value = tag.get("class") or ()
    return (value,) if isinstance(value, str) else value


class _End:
    """Stands on the stack where an element ends."""

    def __init__(self, tag: Tag) -> None:
        self.tag = tag


class _Flow:
    """Text as it is put together while the tree is walked."""

    def __init__(self) -> None:
        self._run: list[str] = []
        self._lines: list[str] = []
        self._outside: list[list[str]] = []
        """The lines round each open cell."""
        self._rows: list[list[list[str]]] = []
        """For each open row, the lines of its cells."""
        self._lists: list[_Numbers | None] = []
        self._marker = ""

    def write(self, text: str) -> None:
        self._run.append(text)

    def enter(self, tag: Tag) -> None:
        name = tag.name
        if name in ("td", "th") and self._rows:
            self._break()
            self._outside.append(self._lines)
            self._lines = []
        elif name in _BLOCKS or name in ("td", "th"):
            self._break()
        if name == "tr":
            self._rows.append([])
        elif name in ("ol", "ul"):
            self._lists.append(_Numbers(tag) if name == "ol" else None)
        elif name == "li" and self._lists and (numbers := self._lists[-1]):
            self._marker = numbers.next(tag)

    def leave(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS or name in ("td", "th"):
            self._break()
        if name in ("td", "th") and self._rows and self._outside:
            self._rows[-1].append(self._lines)
            self._lines = self._outside.pop()
        elif name == "tr":
            cells = self._rows.pop()
            flat = all(len(cell) < 2 for cell in cells)
            self._lines += ["\t".join("".join(cell) for cell in cells).strip("\t")] if flat else [line for cell in cells for line in cell]
        elif name in ("ol", "ul"):
            self._lists.pop()
        elif name == "li":
            self._marker = ""

    def finished(self) -> list[str]:
        self._break()
        return [line for line in self._lines if line]

    def _break(self) -> None:
        line = _BLANK.sub(" ", "".join(self._run).translate(_SIGNS)).strip()
        self._run.clear()
        if line:
            self._lines.append(f"{self._marker} {line}" if self._marker else line)
            self._marker = ""


class _Numbers:
    """The numbers of an ordered list."""

    def __init__(self, tag: Tag) -> None:
        style = str(tag.get("style", ""))
        self._kind = "" if _NO_MARKER.search(style) else str(tag.get("type", "1"))
        self._at = _whole(tag.get("start"), 1) - 1

    def next(self, item: Tag) -> str:
        self._at = _whole(item.get("value"), self._at + 1)
        if self._kind in ("a", "A"):
            number = _letters(self._at)
        elif self._kind in ("i", "I"):
            number = _roman(self._at)
        else:
            number = str(self._at) if self._kind else ""
        return f"{number.upper() if self._kind in ('A', 'I') else number}." if number else ""


def _whole(value: object, otherwise: int) -> int:
    return int(str(value)) if re.fullmatch(r"-?[0-9]{1,6}", str(value).strip()) else otherwise


def _letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, sign in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True):
        out, number = out + sign * (number // value), number % value
    return out
