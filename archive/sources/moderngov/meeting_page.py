"""The page of one meeting: its head, its items, its papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4.element import Tag

from archive.records import Link, Observation
from archive.sources.moderngov import items, labels, papers
from archive.sources.moderngov.head import Head, read_head
from archive.sources.moderngov.install import Install
from archive.sources.moderngov.wrapper import Page
from archive.text import line_of, text_of

_DRAFT = re.compile(r"\bdraff?t\b", re.I)
_PRINTED = re.compile(r"\bprinted\b.*\bminutes\b|\bcofnodion\b.*\b(?:argraffedig|wedi['’]u hargraffu)\b|\bdrafft\b", re.I)
_THESE_ARE_DRAFT = re.compile(
    r"\b(?:these|following|attached)(?:\s+are\s+(?:the\s+)?)?\s*(?:draft\s+|unconfirmed\s+)?minutes\b[^.]{0,100}?"
    r"\b(?:draft|unconfirmed|unapproved|subject\s+to|until\s+(?:they\s+are\s+)?(?:approved|agreed|confirmed|signed)|not\s+yet\s+(?:been\s+)?(?:approved|agreed|confirmed))\b"
    r"|\b(?:these|following)\s+(?:are\s+)?(?:the\s+)?(?:draft|unconfirmed)\s+minutes\b"
    r"|\bminutes\s+(?:of\s+this\s+meeting\s+)?are\s+(?:in\s+)?draft\b"
    r"|\bmae['’]r cofnodion hyn\b[^.]{0,60}\bdrafft\b|\bcofnodion drafft yw['’]r rhain\b",
    re.I,
)
_NAMES_ITEMS = re.compile(r"agenda|minutes|decisions|rhaglen|cofnodion|penderfyniadau", re.I)


@dataclass
class Row:
    """One row of the table of items."""

    order: int
    id: str
    """Empty where the row has no anchor."""
    number: str
    cell: Tag
    title: Tag | None


def read_meeting(page: Page, install: Install) -> Iterator[Link | Observation]:
    """The page of a meeting."""
    link, head = page.capture.link, read_head(page, install)
    rows = list(_rows(page))
    if not rows:
        _check_that_none_are_due(page)
    yield from _meeting_and_items(page, install, head, rows)
    organization = head.organization or link.organization
    if not install.source.service:
        has_attendance = bool(rows) or any(page.targets("attendance"))
        yield from _further_pages(install, head, organization, link.meeting, bool(rows), has_attendance)


def _meeting_and_items(page: Page, install: Install, head: Head, rows: list[Row]) -> Iterator[Link | Observation]:
    link = page.capture.link
    welsh = "LLL=1" in link.url
    said: list[Link | Observation] = []
    texts: list[dict[str, Any]] = []
    for row in rows:
        name = items.title_of(row.title) if row.title else ""
        body = items.read_body(row.cell, row.title, install.addresses, row.id)
        key = install.key(body.id) if body.id else ""
        place = {"order": row.order, "number": row.number, "name": name, "url": f"{link.url}#AI{row.id}" if row.id else link.url}
        texts.append({**place, **body.fields()})
        said.append(Observation("item", key, "page", texts[-1], link.meeting))
        said += papers.documents(body.papers, key, row.order, link.meeting, install.source.id_prefix, "page")
        if body.id and body.needs_own_page and not install.source.service:
            said.append(install.item(body.id, head.organization or link.organization, link.meeting, welsh))
    yield Observation("meeting", link.meeting, "page", {**head.fields(link.url), "minutes_status": _minutes_status(page, texts)}, link.meeting)
    yield from said
    yield from _packs(page, install)


def _further_pages(install: Install, head: Head, organization: str, meeting: str, has_papers: bool, has_attendance: bool) -> Iterator[Link]:
    """Attendance, where there can be any, linked or not; the calendar, where the page says too little to know whether the meeting takes place."""
    if has_attendance or not head.start or head.start[:10] <= install.today.isoformat():
        yield install.attendance(meeting, organization)
    if not has_papers and not head.status and head.start:
        yield install.month(int(head.start[:4]), int(head.start[5:7]), organization=organization)


def _rows(page: Page) -> Iterator[Row]:
    """The items; tables inside their texts have no cells of this class."""
    table = _table(page)
    pairs = [pair for row in (table.find_all("tr") if table else ()) if (pair := _cells(row))]
    for number, _ in pairs:
        if number.parent and number.find_parent("td"):
            number.parent.extract()  # A table that is never closed swallows the items after it.
    for order, (number, cell) in enumerate(pairs, 1):
        yield Row(order, _anchor(number) or _anchor(cell), line_of(number), cell, cell.select_one(".mgAiTitleTxt"))


def _cells(row: Tag) -> tuple[Tag, Tag] | None:
    """The cell of the number and the one of the content; planned times may stand in a cell before them."""
    cells = row.find_all("td", recursive=False)
    numbers = [n for n, cell in enumerate(cells) if "mgItemNumberCell" in (cell.get("class") or ())]
    return (cells[numbers[-1]], cells[numbers[-1] + 1]) if numbers and numbers[-1] + 1 < len(cells) else None


def _table(page: Page) -> Tag | None:
    found = page.content.find("table", id=re.compile(r"^mgItemTable$", re.I))
    return found if isinstance(found, Tag) else page.content.select_one("table.mgItemTable")


def _anchor(cell: Tag) -> str:
    for tag in cell.find_all("a"):
        found = re.fullmatch(r"AI(\d+)", str(tag.get("name") or tag.get("id") or ""), re.I)
        if found:
            return found[1]
    return ""


def _check_that_none_are_due(page: Page) -> None:
    """Raise ``ReadError`` if a page without items should have some: its layout has changed, or it came in part."""
    if _table(page) is None and (labels.NO_PAPERS.search(page.content.get_text(" ")) or not _NAMES_ITEMS.search(page.heading)):
        return
    raise page.broken(f"the page of a meeting ({page.heading or 'without a heading'}) should hold agenda items, but none can be found")


def _minutes_status(page: Page, texts: list[dict[str, Any]]) -> str:
    """``none``, ``draft`` or ``confirmed``, as the page's heading or the label of the printed minutes says it.

    Only where there are no printed minutes does a sentence in the text count, since clerks leave it standing when the minutes are confirmed.
    """
    if not any(one.get("text") or "text" not in one for one in texts):
        return "none"
    links = [f"{line_of(tag)} {tag.get('title', '')}" for tag in page.content.select(".mgLinks a, .mgActionList a")]
    printed = [words for words in links if _PRINTED.search(words)]
    if _DRAFT.search(page.heading) or any(map(_DRAFT.search, printed)):
        return "draft"
    said = not printed and any(_THESE_ARE_DRAFT.search(one.get("text", "")) for one in texts)
    return "draft" if said else "confirmed"


# ── packs and supplements ───────────────────────────────────────────────────────────────────────────────────────────


def _packs(page: Page, install: Install) -> Iterator[Observation]:
    """The papers of the meeting as a whole: packs and supplements."""
    seen: set[str] = set()
    for tag in page.content.find_all("a", href=True):
        paper = install.addresses.paper(str(tag["href"]))
        if paper and not paper.key.startswith("s") and paper.key not in seen:
            seen.add(paper.key)
            yield papers.document(paper, papers.name_of(tag), page.capture.link.meeting, install.source.id_prefix, "page")
    for tag, target in page.targets("packs"):
        key = f"b{target.query['sid']}" if target.query.get("sid", "").isdigit() else f"g{target.id}-10"
        if key not in seen:
            seen.add(key)
            url = install.addresses.page("mgChooseDocPack.aspx", ID=target.id, **({"SID": key[1:]} if key[0] == "b" else {}))
            fields = {"name": papers.name_of(tag), "media_type": "text/html", "url": url}
            yield Observation("document", install.key(key), "page", fields, page.capture.link.meeting)


# ── a meeting that is one text ──────────────────────────────────────────────────────────────────────────────────────


def read_whole(page: Page, install: Install) -> Iterator[Link | Observation]:
    """A migrated meeting: its minutes as one document, kept as a single item."""
    link, head = page.capture.link, read_head(page, install)
    content = page.content.select_one(".mgContent") or page.content
    for tag in content.select(".mgHeader, .mgSubTitle, .mgFooter, .mgLinks, .mgActionList"):
        tag.decompose()
    text = text_of(content)
    if not text:
        raise page.broken("the page of a whole document is empty")
    draft = _THESE_ARE_DRAFT.search(text) or _DRAFT.search(page.heading)
    yield Observation("meeting", link.meeting, "page", {**head.fields(link.url), "minutes_status": "draft" if draft else "confirmed"}, link.meeting)
    item = {"order": 1, "number": "", "name": page.heading, "text": text, "text_complete": True, "restricted": False, "url": link.url}
    yield Observation("item", "", "page", item, link.meeting)
