"""Published files: how a page links them, what they are called, and what kind they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bs4.element import Tag

from archive.records import Observation
from archive.sources.moderngov import labels
from archive.sources.moderngov.addresses import Addresses, Paper
from archive.text import line_of

_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "csv": "text/csv",
    "htm": "text/html",
    "html": "text/html",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "zip": "application/zip",
}


def papers_in(node: Tag, addresses: Addresses, is_title: bool = False) -> Iterator[tuple[Paper, str]]:
    """The files linked in a node, with their names; where a title is the link, the file's own name says what it is."""
    for link in [node, *node.find_all("a", href=True)]:
        paper = addresses.paper(str(link["href"])) if link.has_attr("href") else None
        if paper:
            yield paper, paper.stem if is_title else name_of(link)


def documents(papers: Iterable[tuple[Paper, str]], key: str, order: int, meeting: str, prefix: str, says: str) -> Iterator[Observation]:
    """An item's documents as observations; ``order`` tells which item is meant where it has no key."""
    for paper, name in papers:
        item = {"item": key} if key else {"item_order": order}
        yield document(paper, name, meeting, prefix, says, **item)


def document(paper: Paper, name: str, meeting: str, prefix: str, says: str, **item: Any) -> Observation:
    """One file as an observation; ``item`` says which item it belongs to."""
    fields = {"name": name or paper.stem, "media_type": media_type(paper.ending), "url": paper.url, **item}
    return Observation("document", prefix + paper.key, says, fields, meeting)


def media_type(ending: str) -> str:
    """By the ending of a file's name; empty for one that is not known."""
    return _MEDIA_TYPES.get(ending.lower(), "")


def name_of(link: Tag) -> str:
    """What a link to a document calls it, without size and the number of its item."""
    unsized = [node for node in link.contents if not (isinstance(node, Tag) and "mgFileSize" in (node.get("class") or ()))]
    return labels.ITEM_SUFFIX.sub("", line_of(*unsized))
