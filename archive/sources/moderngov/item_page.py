"""The page of one agenda item, with its whole text and all its documents; and the page of a meeting's attendance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.records import Link, Observation
from archive.sources.moderngov import items, papers
from archive.sources.moderngov.install import Install
from archive.sources.moderngov.wrapper import Page
from archive.text import line_of


def read_item(page: Page, install: Install) -> Iterator[Link | Observation]:
    """The page of an item: its text is whole here, unless even here a link leads on."""
    link = page.capture.link
    target = install.addresses.target(link.url)
    content = page.content.select_one(".mgContent")
    if target is None or page.subject is None or content is None:
        raise page.broken("the page of an agenda item has neither title nor content")
    body = items.read_body(content, None, install.addresses, target.id)
    key = install.key(target.id)
    yield Observation("item", key, "item", {"name": items.title_of(page.subject), **body.fields(), "url": link.url}, link.meeting)
    yield from papers.documents(body.papers, key, 0, link.meeting, install.source.id_prefix, "item")


def read_attendance(page: Page, install: Install) -> Iterator[Link | Observation]:
    """Who was there, in the order of the page."""
    link = page.capture.link
    tables = page.content.find_all("table", attrs={"summary": re.compile(r"attendance|presenoldeb", re.I)}) or page.content.find_all("table")
    if not tables and not re.search(r"\bno\b[^.]*\battend|not (?:been )?(?:recorded|available)|\bdim\b", page.content.get_text(" "), re.I):
        raise page.broken("the page of a meeting's attendance has no table")
    rows = [row for table in tables for row in table.find_all("tr")]
    width = max((len(row.find_all(["td", "th"], recursive=False)) for row in rows), default=0)
    order = 0
    for row in rows:
        cells = [line_of(cell) for cell in row.find_all("td", recursive=False)]
        if len(cells) < max(width, 2) or not cells[0]:
            continue  # A note below the table, or the rest of a broken one.
        order += 1
        uid = next((target.id for _, target in page.targets("member", within=row)), "")
        fields = {"name": cells[0], "role": cells[1] if len(cells) > 2 else "", "status": cells[-1], "order": order}
        yield Observation("attendance", install.key(uid) if uid else "", "attendance", fields, link.meeting)
