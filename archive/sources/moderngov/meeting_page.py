"""The page of one meeting: its head, its items, its papers; and the page of one item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from bs4 import NavigableString, Tag

from archive.records import Link, Observation
from archive.sources.moderngov.addresses import address, cleaned
from archive.sources.moderngov.dates import before_date, moment
from archive.sources.moderngov.wrapper import Page, heading, labelled
from archive.text.html import text_of

MINUTES = frozenset({"minutes:", "cofnodion:"})
DECISION = frozenset({"decision:", "decisions:", "penderfyniad:", "penderfyniadau:"})
DOCUMENTS = frozenset({"additional documents:", "supporting documents:", "dogfennau ychwanegol:", "dogfennau ategol:"})
TEASER = re.compile(r"view\s+the\s+(?:full\s+)?(minutes|decision|agenda)\s+text", re.IGNORECASE)
_DRAFT = re.compile(r"\bdrafft?\b", re.IGNORECASE)
_DRAFT_SENTENCE = re.compile(
    r"\b(?:these|the following|this)\b[^.]{0,60}\b(?:are|is|in)\s+draft\b|\bdraft minutes\b[^.]{0,60}\b(?:subject to|until|to be)\b", re.IGNORECASE
)
_MEDIA = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "htm": "text/html",
    "html": "text/html",
    "rtf": "application/rtf",
    "txt": "text/plain",
}


@dataclass
class Body:
    """What stands under an item's title."""

    parts: dict[str, str] = field(default_factory=dict)
    """``agenda``, ``decision`` and ``minutes`` as far as they are there."""
    unsure: set[str] = field(default_factory=set)
    """Parts with a teaser behind them: cut, perhaps."""
    more_documents: bool = False
    teased: str = ""
    """The item's id, as a teaser's address gives it: an item without an anchor has no other."""


def read_meeting(page: Page, prefix: str) -> Iterator[Link | Observation]:
    """The page of a meeting."""
    meeting = page.capture.link.meeting
    key = meeting.removeprefix(prefix)
    table = page.content.find("table", id=re.compile("^mgItemTable$", re.IGNORECASE))
    head = _head(page, prefix)
    bare = "no documents are available" in text_of(page.content).casefold() or heading(page).casefold() in ("meeting", "cyfarfod")
    if table is None and not bare:
        raise page.broken("the page of a meeting has no table of items")
    if not head.get("start") or not head.get("organization"):
        raise page.broken("the page says neither which committee met nor when")
    rows = list(_rows(table)) if isinstance(table, Tag) else []
    if isinstance(table, Tag) and not rows:
        raise page.broken("the list of items is empty")
    said = [one for order, row in enumerate(rows, 1) for one in _item(page, prefix, meeting, order, *row)]
    texts = [o.fields for o in said if isinstance(o, Observation) and o.kind == "item"]
    has_minutes = any(f.get("text") or f.get("text_complete") is False for f in texts)
    head["minutes_status"] = ("draft" if _is_draft(page, texts) else "confirmed") if has_minutes else "none"
    yield Observation("meeting", meeting, "page", head, meeting)
    yield from said
    yield from _packs(page, meeting, rows)
    base = page.base
    yield Link(address(base, "mgMeetingAttendance.aspx", ID=key), "attendance", head["organization"], meeting, optional=True)
    if not rows:
        year, month = head["start"][:4], int(head["start"][5:7])
        yield Link(address(base, "mgCalendarMonthView.aspx", M=month, DD=year), "calendar", head["organization"], optional=True)


def _head(page: Page, prefix: str) -> dict[str, Any]:
    """Committee, date, status and place, from the title line, the page's title and its links."""
    line = page.content.select_one(".mgSubTitleTxt")
    shown = text_of(line) if line else ""
    title = page.soup.find("meta", attrs={"name": "DC.title"})
    whole = str(title.get("content", "")) if isinstance(title, Tag) else ""
    whole = whole or (text_of(page.soup.title.contents) if page.soup.title else "")
    committee, key = "", page.capture.link.organization
    for tag, name, arguments in page.links():
        if name == "mgcommitteedetails.aspx" and arguments.get("id") and line is not None and tag in line.descendants:
            committee, key = re.sub(r"^Link to ", "", str(tag.get("title", ""))).strip(), prefix + arguments["id"]
            break
    agenda_for = re.match(r"Agenda for (.*) on .*?\d", whole)
    words = before_date(shown) if moment(shown) else ""
    committee = committee or (agenda_for[1] if agenda_for else "") or re.sub(r"^(?:MOVED|Moved)\b[^,]*,\s*", "", words)
    status = (
        "cancelled"
        if re.search(r"\b(cancelled|canslwyd|gohiriwyd)\b", shown, re.IGNORECASE)
        else "moved"
        if re.search(r"\bmoved\b", shown, re.IGNORECASE)
        else ""
    )
    fields: dict[str, Any] = {
        "organization": key,
        "committee": committee,
        "title": re.sub(r"^moved\b[^,]*,\s*", "", words, flags=re.IGNORECASE) or committee,
        "start": moment(_after_moved(shown)) or moment(whole),
        "status": status,
        "location": re.sub(r"\s*View directions$", "", labelled(page, "venue", "proposed venue", "lleoliad")).strip(" ."),
        "url": page.capture.link.url,
    }
    return {name: value for name, value in fields.items() if value or name == "status"}


def _after_moved(line: str) -> str:
    """The title line without a prefix that names another date."""
    return re.sub(r"^\s*moved\b[^,]*,", "", line, flags=re.IGNORECASE)


def _is_draft(page: Page, texts: list[Any]) -> bool:
    links = " ".join(text_of(tag) for tag in page.content.select(".mgActionList a"))
    if _DRAFT.search(heading(page)) or re.search(r"printed draft minutes|cofnodion drafft", links, re.IGNORECASE):
        return True
    return any(_DRAFT_SENTENCE.search(str(f.get("text", ""))) for f in texts[:3])


def _rows(table: Tag) -> Iterator[tuple[Tag, Tag]]:
    """(number cell, content cell) of every item: only rows with a number cell of their own, since content cells hold tables, too."""
    for row in table.find_all("tr"):
        if row.find_parent("table") is not table:
            continue
        cells = row.find_all("td", recursive=False)
        numbers = [cell for cell in cells if "mgItemNumberCell" in (cell.get("class") or ())]
        rest = [cell for cell in cells if "mgItemNumberCell" not in (cell.get("class") or ())]
        if numbers and rest:
            yield numbers[-1], rest[-1]


def _item(page: Page, prefix: str, meeting: str, order: int, number: Tag, cell: Tag) -> Iterator[Link | Observation]:
    anchor = number.find("a", attrs={"name": re.compile(r"^AI\d+$")})
    body = body_of(cell)
    id = str(anchor["name"])[2:] if isinstance(anchor, Tag) else body.teased
    key = prefix + id if id else ""
    title = cell.select_one(".mgAiTitleTxt")
    fields: dict[str, Any] = {"order": order, "number": text_of(number), "name": _name(title) if title else ""}
    fields |= _texts(body)
    if _is_restricted(page, cell):
        fields["restricted"] = True
    if id:
        fields["url"] = address(page.base, "mgAi.aspx", ID=id)
    yield Observation("item", key, "page", fields, meeting)
    yield from documents_in(page, prefix, meeting, cell, key, order)
    if id and (body.unsure - {"agenda"} or body.more_documents):
        yield Link(fields["url"], "item", page.capture.link.organization, meeting)


def _texts(body: Body) -> dict[str, Any]:
    """The fields of an item's texts. Without a label of minutes there are none; behind a teaser they are perhaps cut."""
    fields: dict[str, Any] = {"text": body.parts.get("minutes", ""), "text_complete": "minutes" not in body.unsure}
    if body.parts.get("decision"):
        fields["decision_text"] = body.parts["decision"]
    if body.parts.get("agenda"):
        fields["agenda_text"] = body.parts["agenda"]
    return fields


def body_of(cell: Tag) -> Body:
    """The parts under an item's title, told apart by their labels, in whatever they are wrapped."""
    body, part, nodes = Body(), "agenda", {"agenda": [], "decision": [], "minutes": []}  # type: tuple[Body, str, dict[str, list[PageElement]]]
    for node in cell.children:
        if isinstance(node, Tag):
            label = text_of(node).casefold() if "mgSubItemTitleTxt" in (node.get("class") or ()) else ""
            if label:
                part = "minutes" if label in MINUTES else "decision" if label in DECISION else "documents" if label in DOCUMENTS else part
                continue
            for tease in [a for a in node.find_all("a") if TEASER.search(text_of(a))]:
                body.unsure.add("agenda" if TEASER.search(text_of(tease))[1].lower() == "agenda" else part)  # type: ignore[index]
                body.teased = (re.search(r"mgAi\.aspx\?ID=(\d+)", str(tease.get("href", "")), re.IGNORECASE) or ["", ""])[1]
                _cut_teaser(tease)
            if re.search(r"There are a further \d+ documents", text_of(node)):
                body.more_documents = True
                continue
            if _is_apparatus(node):
                continue
        if part in nodes:
            nodes[part].append(node)
    body.parts = {name: text_of(found) for name, found in nodes.items() if text_of(found)}
    return body


def _cut_teaser(link: Tag) -> None:
    """Take the link and the dots before it out of the text."""
    before = link.previous_sibling
    if isinstance(before, NavigableString):
        before.replace_with(NavigableString(re.sub(r"[\s\xa0]*(?:\.\.\.|…)[\s\xa0]*$", "", before)))
    link.decompose()


def _is_apparatus(node: Tag) -> bool:
    """Whether a node is no text of the item: title, link lists, widgets, recorded votes."""
    classes = set(node.get("class") or ())
    if classes & {"mgAiTitleTxt", "mgActionList", "mgShareList", "mgBulletList", "mgTableNoBorderFullWidth", "mgSocialShareButton"}:
        return True
    words = text_of(node)
    if node.name in ("li", "p") and node.find("a") is not None:
        return words == " ".join(text_of(a) for a in node.find_all("a")) and bool(re.search(r"vot|declaration", words, re.IGNORECASE))
    return words.casefold() == "the decision of the committee is restricted due to exempt information."


def _is_restricted(page: Page, cell: Tag) -> bool:
    own = [text_of(tag) for tag, name, _ in page.links(cell) if name == "mgreasonsrestricted.aspx"]
    return any(re.search(r"\bitem\b", words) for words in own) or "restricted due to exempt information" in text_of(cell)


def _name(title: Tag) -> str:
    for size in title.select(".mgFileSize"):
        size.decompose()
    return " ".join(text_of(title).split())


def documents_in(page: Page, prefix: str, meeting: str, within: Tag, item: str, order: int, says: str = "page") -> Iterator[Observation]:
    """The papers that are linked here; what may not be seen has no link."""
    for tag in within.find_all("a", href=True):
        url = cleaned(str(tag["href"]), page.capture.url)
        found = re.search(r"/documents/s(\d+)/(.*)", urlsplit(url).path, re.IGNORECASE)
        if not found:
            continue
        for size in tag.select(".mgFileSize"):
            size.decompose()
        stem, _, ending = unquote(found[2]).strip().rpartition(".")
        shown = re.sub(r",\s*item\s+\S+$", "", " ".join(text_of(tag).split()))
        name = stem if "mgAiTitleLnk" in (tag.get("class") or ()) or not shown else shown
        fields: dict[str, Any] = {"name": name, "media_type": _MEDIA.get(ending.lower(), ""), "url": url}
        fields |= {"item": item} if item else {"item_order": order}
        yield Observation("document", f"{prefix}s{found[1]}", says, fields, meeting)


def _packs(page: Page, meeting: str, rows: list[tuple[Tag, Tag]]) -> Iterator[Observation]:
    """The packs and supplements of the whole meeting."""
    for tag in page.content.select(".mgLinks a[href], ul.mgActionList a[href]"):
        url = cleaned(str(tag["href"]), page.capture.url)
        split = urlsplit(url)
        found = re.search(r"/documents/([gb])(\d+)/(.*)", split.path, re.IGNORECASE)
        kind = re.search(r"(?:^|&)T=(\d+)", split.query, re.IGNORECASE)
        if not found or "CT=2" in split.query:
            continue
        for size in tag.select(".mgFileSize"):
            size.decompose()
        key = f"b{found[2]}" if found[1].lower() == "b" else f"g{found[2]}-{kind[1] if kind else 0}"
        ending = unquote(found[3]).rpartition(".")[2].lower()
        yield Observation("document", key, "page", {"name": text_of(tag), "media_type": _MEDIA.get(ending, ""), "url": url}, meeting)


def read_item(page: Page, prefix: str) -> Iterator[Link | Observation]:
    """The page of one item: its whole text and all its documents."""
    link = page.capture.link
    content = page.content.select_one(".mgContent")
    if content is None or heading(page).casefold() not in ("agenda item", "eitem ar yr agenda", "eitem agenda"):
        raise page.broken("this is not the page of an agenda item")
    id = link.url.rpartition("=")[2]
    anchor = content.find("a", attrs={"name": "mgDocuments"})
    if isinstance(anchor, Tag):
        anchor.unwrap()
    body = body_of(content)
    fields: dict[str, Any] = {**_texts(body), "url": link.url}
    if not body.parts.get("minutes"):
        fields.pop("text"), fields.pop("text_complete")
    yield Observation("item", prefix + id, "item", fields, link.meeting)
    yield from documents_in(page, prefix, link.meeting, content, prefix + id, 0, "item")


def read_attendance(page: Page, prefix: str) -> Iterator[Link | Observation]:
    """The attendance of one meeting."""
    table = page.content.find("table", attrs={"summary": re.compile("attendance", re.IGNORECASE)})
    if not isinstance(table, Tag):
        raise page.broken("the page of attendance has no table of it")
    for order, row in enumerate(table.select("tbody tr"), 1):
        cells = row.find_all("td")
        if len(cells) < 3:
            continue
        key = next((prefix + a["uid"] for _, name, a in page.links(row) if name == "mguserinfo.aspx" and a.get("uid")), "")
        fields = {"name": text_of(cells[0]), "role": text_of(cells[1]), "status": text_of(cells[2]), "order": order}
        yield Observation("attendance", key, "attendance", fields, page.capture.link.meeting)
