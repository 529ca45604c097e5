"""What stands under the title of one agenda item, on the page of its meeting or on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4.element import NavigableString, PageElement, Tag

from archive.sources.moderngov import labels
from archive.sources.moderngov.addresses import Addresses, Paper
from archive.sources.moderngov.papers import papers_in
from archive.text import line_of, text_of

_NOISE = "script, style, button, form, .mgShareList, .mgSocialShareButton, [class*='Rating'], [class*='rating'], [class*='mgShare']"
_VOTES = re.compile(r"recorded votes?|pleidlais a gofnodwyd", re.I)
_DOTS = re.compile(r"\s*(?:\.\s*\.\s*\.|…)\s*$")
_SHORT_AGENDA = 100
"""Words: no install is known that cuts a text as short as that, and most agenda texts are shorter."""


@dataclass
class Body:
    """One item as it is shown."""

    texts: dict[str, str] = field(default_factory=dict)
    """Agenda, decision and minutes, as far as the page has such a part; empty where there is only a link to the text."""
    open_ended: set[str] = field(default_factory=set)
    """Parts that end in a link to the full text, or consist of it: whether they are whole, the page does not say."""
    papers: list[tuple[Paper, str]] = field(default_factory=list)
    """With their names."""
    has_more_papers: bool = False
    id: str = ""
    """The item's number, where a link to its own page gives it away."""
    restricted: bool = False

    @property
    def needs_own_page(self) -> bool:
        """Whether the item's own page has to say the rest. Some installs set the link behind every agenda text, also the shortest."""
        agenda = "agenda" in self.open_ended and len(self.texts.get("agenda", "").split()) > _SHORT_AGENDA
        return agenda or self.has_more_papers or bool(self.open_ended - {"agenda"})

    def fields(self) -> dict[str, Any]:
        """As the fields of an observation. A text that is only linked is absent, since the page does not say it."""
        found: dict[str, Any] = {"text_complete": not self.open_ended & {labels.MINUTES, labels.DECISION}}
        text = self.texts.get(labels.MINUTES, "")
        if text or labels.MINUTES not in self.open_ended:
            found["text"] = text
        for name, part in (("decision_text", labels.DECISION), ("agenda_text", "agenda")):
            if self.texts.get(part):
                found[name] = self.texts[part]
        return {**found, "restricted": self.restricted}


def read_body(cell: Tag, title: Tag | None, addresses: Addresses, id: str = "") -> Body:
    """What a cell, or the content of an item's own page, shows. ``id`` is the item's number, as far as it is known.

    The cell is changed by it: what is no text is taken out.
    """
    body = Body(id=id, restricted=_is_restricted(cell, addresses))
    if title is not None:
        body.papers += papers_in(title, addresses, is_title=True)
        title.extract()
    _take_out_noise(cell, addresses)
    parts = list(_parts(cell))
    if not any(name == labels.MINUTES for name, _ in parts):
        parts = list(_unlabelled_minutes(parts))
    for name, nodes in parts:
        _read_part(body, name, nodes, addresses)
    return body


def title_of(title: Tag) -> str:
    """An item's title without the size of the document that it links to."""
    for size in title.select(".mgFileSize"):
        size.decompose()
    return line_of(title)


# ── what is no text ─────────────────────────────────────────────────────────────────────────────────────────────────


def _take_out_noise(cell: Tag, addresses: Addresses) -> None:
    for tag in cell.select(_NOISE):
        if not _holds_a_part(tag):
            tag.decompose()
    for caption in cell.find_all("caption"):
        table = caption.find_parent("table")
        if table is not None and _VOTES.fullmatch(line_of(caption).strip(" :")):
            _take_out(table)
    for link in cell.find_all("a", href=True):
        target = None if link.decomposed else addresses.target(str(link["href"]))
        if target and target.page == "votes":
            around = link.find_parent(["li", "p"])
            (around if around and line_of(around) == line_of(link) else link).decompose()


def _take_out(table: Tag) -> None:
    """Take a table out, but for what follows it if it was never closed."""
    for row in table.find_all(["caption", "thead", "tr"]) if _holds_a_part(table) else [table]:
        if not row.decomposed and not _holds_a_part(row):
            row.decompose()


def _holds_a_part(tag: Tag) -> bool:
    """Whether an element, perhaps one that was never closed, reaches over labels or texts."""
    return tag.select_one(".mgWordPara, .mgSubItemTitleTxt") is not None


# ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _parts(cell: Tag) -> Iterator[tuple[str, list[PageElement]]]:
    """The parts of an item with their nodes: what stands before the first label is the agenda."""
    name, nodes = "agenda", list[PageElement]()
    for node in _pieces(cell):
        label = labels.part_named(line_of(node)) if isinstance(node, Tag) and _may_be_label(node) else ""
        if label:
            yield name, nodes
            name, nodes = label, []
        else:
            nodes.append(node)
    yield name, nodes


def _pieces(cell: Tag) -> Iterator[PageElement]:
    """The cell's content in order, taken apart where a label or a text lies deeper; lists of links are left out."""
    waiting = [*reversed(cell.contents)]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Tag) or ("mgWordPara" in (node.get("class") or ()) and not node.select_one(".mgSubItemTitleTxt")):
            yield node  # A text with a label in it was never closed.
        elif _holds_a_part(node):
            waiting.extend(reversed(node.contents))
        elif not _is_list_of_links(node):
            yield node


def _may_be_label(node: Tag) -> bool:
    return node.name in ("p", "h2", "h3", "h4", "h5", "strong", "b", "div", "span") and "mgWordPara" not in (node.get("class") or ())


def _is_list_of_links(node: Tag) -> bool:
    """Links under the title: background, declarations, reasons for a restriction, the meeting. Its words are no text."""
    around = [node, *([node.parent] if node.name == "li" and node.parent else [])]
    return any("mgActionList" in (one.get("class") or ()) for one in around)


def _unlabelled_minutes(parts: list[tuple[str, list[PageElement]]]) -> Iterator[tuple[str, list[PageElement]]]:
    """Some installs print minutes below the documents without a label (Dún Laoghaire)."""
    for name, nodes in parts:
        texts = [node for node in nodes if isinstance(node, Tag) and "mgWordPara" in (node.get("class") or ())]
        if name == labels.DOCUMENTS and texts:
            yield name, [node for node in nodes if node not in texts]
            yield labels.MINUTES, list(texts)
        else:
            yield name, nodes


def _read_part(body: Body, name: str, nodes: list[PageElement], addresses: Addresses) -> None:
    if name == labels.DOCUMENTS:
        _read_documents(body, nodes, addresses)
        return
    if _takes_teaser_out(body, nodes, addresses):
        body.open_ended.add(name)
    text = text_of(*(node for node in nodes if not _says_restricted(node)))
    if text or name != "agenda":
        body.texts[name] = f"{body.texts[name]}\n{text}" if body.texts.get(name) else text


def _is_restricted(cell: Tag, addresses: Addresses) -> bool:
    """Whether the item itself is closed: by the system's sentence, or by a link to the reasons that is about no document."""
    for link in _targets(cell, addresses, "restriction"):
        about_paper = re.search(r"document|dogfen", f"{line_of(link)} {link.get('title', '')}", re.I) or link.find_parent(class_="mgBulletList")
        if not about_paper:
            return True
    return labels.RESTRICTED.search(cell.get_text(" ")) is not None


def _says_restricted(node: PageElement) -> bool:
    """Whether a node is the system's own sentence about a restriction, which is no text of the item."""
    return isinstance(node, Tag) and node.name == "p" and labels.RESTRICTED.search(line_of(node)) is not None


def _targets(node: Tag, addresses: Addresses, page: str) -> Iterator[Tag]:
    for link in [node, *node.find_all("a", href=True)]:
        target = addresses.target(str(link["href"])) if link.has_attr("href") else None
        if target and target.page == page:
            yield link


def _takes_teaser_out(body: Body, nodes: list[PageElement], addresses: Addresses) -> bool:
    """Take the links to the full text, and the dots before them, out of a part; whether there was one."""
    found = False
    for node in nodes:
        for link in list(_targets(node, addresses, "item")) if isinstance(node, Tag) else ():
            target = addresses.target(str(link["href"]))
            if target is None or not (target.id == body.id or labels.TEASER.search(f"{line_of(link)} {link.get('title', '')}")):
                continue
            body.id = body.id or target.id
            _take_dots_out(link)
            link.clear()
            found = True
    return found


def _take_dots_out(link: Tag) -> None:
    """The dots before a link to the full text, wherever the last of the text ends."""
    for before in link.find_all_previous(string=True, limit=4):
        if isinstance(before, NavigableString) and before.strip():
            before.replace_with(_DOTS.sub("", before))
            return


def _read_documents(body: Body, nodes: list[PageElement], addresses: Addresses) -> None:
    for node in nodes:
        if isinstance(node, Tag):
            body.papers += papers_in(node, addresses)
            for link in _targets(node, addresses, "item"):
                target = addresses.target(str(link["href"]))
                body.has_more_papers = True
                body.id = body.id or (target.id if target else "")
