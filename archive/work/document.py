"""One document that was never crawled: a saved page or a text, read as the crawler and the reader of minutes would read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from archive.councils import Source
from archive.errors import ReadError
from archive.export import public
from archive.minutes import Annotations, annotate
from archive.minutes.presence.attendance import attendance_in
from archive.minutes.segments import segments_of
from archive.records import AgendaItem, Attendance, Capture, Link, Observation
from archive.sources import reader_for
from archive.sources.source import SourceReader
from archive.text import decoded, main_text
from archive.text.wrapped import unwrapped

_COUNCIL = "document"
_MEETING = f"{_COUNCIL}/meeting/1"
_HTML = re.compile(r"<(?:!doctype html|html|body|table|div|p|h[1-6]|ul|ol)\b", re.IGNORECASE)
_MODERNGOV = re.compile(r"mgItemTable|mgItemNumberCell|mgAiTitleTxt|mgWordPara|class=.mgContent|ieListDocuments|mgAi\.aspx")
_SAVED = "https://saved.example/"
_KINDS = ("speeches", "decisions", "motions", "vote_events", "declarations", "actions", "references")


def annotated(body: bytes, url: str = "", committee: str = "") -> dict[str, Any]:
    """What is found in a document: ``attendance``, ``items`` and ``acronyms``, with the fields of the export.

    ``start`` and ``end`` of an item are offsets into the document's own characters (of a page: into what it shows); those of
    what is found in it are offsets into the item's ``text``.
    """
    text = decoded(body)
    if not _HTML.search(text[:20_000]):
        return _from_text(text, committee)
    if _MODERNGOV.search(text):
        try:
            return _from_moderngov(body, url or _SAVED, committee)
        except ReadError:
            pass  # Not a page of a kind that the crawler knows: read what it shows.
    return _from_shown(main_text(text), committee)


# ── a saved page of a publisher whose pages are known ───────────────────────────────────────────────────────────────


def _from_moderngov(body: bytes, url: str, committee: str) -> dict[str, Any]:
    """A page of ModernGov, by its own items. Raises ``ReadError``."""
    base = re.sub(r"/[^/]*$", "", url.split("?")[0])
    reader = reader_for(Source(base), date.today())
    known = reader.recognised(url)
    said = _said(reader, [known] if known else [Link(url, page, meeting="1") for page in ("meeting", "item", "whole")], body)
    found = sorted((one.fields for one in said if one.kind == "item"), key=lambda fields: fields.get("order", 0))
    if not found:
        raise ReadError(url, "no items can be found on it")
    texts = [str(one.get("text") or one.get("decision_text") or "") for one in found]
    items = [
        AgendaItem(f"{_COUNCIL}/item/{n}", None, _MEETING, n, str(one.get("number", "")), str(one.get("name", "")) or committee, text)
        for n, (one, text) in enumerate(zip(found, texts, strict=True), 1)
    ]
    attendance, people = attendance_in("", items, [], _COUNCIL)
    return _as_json(items, [(0, 0)] * len(items), attendance, annotate(items, attendance, people, _COUNCIL))


def _said(reader: SourceReader, links: Sequence[Link], body: bytes) -> list[Observation]:
    """What a page says, read as the first kind of page that it can be. Raises ``ReadError`` of the last."""
    for n, link in enumerate(links, 1):
        capture = Capture(link, link.url, 200, "text/html", "", body, datetime.now(UTC))
        try:
            return [one for one in reader.read(capture) if isinstance(one, Observation)]
        except ReadError:
            if n == len(links):
                raise
    return []


# ── text, in whatever layout ────────────────────────────────────────────────────────────────────────────────────────


def _from_text(text: str, committee: str) -> dict[str, Any]:
    whole = unwrapped(text)
    return _split(whole.text, whole.origin, committee)


def _from_shown(text: str, committee: str) -> dict[str, Any]:
    return _split(text, lambda offset: offset, committee)


def _split(text: str, origin: Any, committee: str) -> dict[str, Any]:
    head, segments = segments_of(text)
    items = [
        AgendaItem(f"{_COUNCIL}/item/{n}", None, _MEETING, n, one.number, one.title or committee, text[one.text_start : one.end])
        for n, one in enumerate(segments, 1)
    ]
    attendance, people = attendance_in(text[:head], items, [], _COUNCIL)
    spans = [(origin(one.start), origin(one.end)) for one in segments]
    return _as_json(items, spans, attendance, annotate(items, attendance, people, _COUNCIL))


def _as_json(items: Sequence[AgendaItem], spans: Sequence[tuple[int, int]], attendance: Sequence[Attendance], found: Annotations) -> dict[str, Any]:
    shown = []
    for item, (start, end) in zip(items, spans, strict=True):
        place = {"start": start, "end": end} if end else {}
        entry: dict[str, Any] = {"number": item.number, "name": item.name, **place, "text": item.text}
        for kind in _KINDS:
            entry[kind] = [public(one) for one in getattr(found, kind) if one.item_id == item.id]
        shown.append(entry)
    return {"attendance": [public(one) for one in attendance], "items": shown, "acronyms": [{"short": one.short, "long": one.long} for one in found.acronyms]}
