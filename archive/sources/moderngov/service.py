"""The web service: committees, meetings, one meeting and the councillors, as XML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from archive.errors import ReadError
from archive.records import Capture, Link, Observation
from archive.sources.moderngov import labels
from archive.sources.moderngov.dates import moment_or_none
from archive.sources.moderngov.install import Install
from archive.sources.moderngov.papers import media_type
from archive.text import decoded, parsed, text_of

_ESCAPED_TAG = re.compile(r"\s*&(?:amp;)*lt;[a-z!/?][^<]*?&(?:amp;)*gt;", re.I)
_NO_NUMBER = re.compile(r"0?\.?")


def open_xml(capture: Capture, *roots: str) -> ElementTree.Element:
    """The root of an answer, all names in lower case and without namespaces. Raises ``ReadError`` for anything else."""
    url, text = capture.link.url, decoded(capture.body, capture.charset).strip()
    if not text:
        raise ReadError(url, "the web service answered nothing")
    if re.match(r"(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<head|<body)", text, re.I):
        raise ReadError(url, "the web service answered with an HTML page instead of XML")
    if re.search(r"<!(?:DOCTYPE|ENTITY)", text):
        raise ReadError(url, "the web service answered with XML that declares entities, which it never does")
    try:
        root = ElementTree.fromstring(re.sub(r"^<\?xml[^>]*\?>", "", text))
    except ElementTree.ParseError as error:
        raise ReadError(url, f"the XML of the web service is cut short or broken ({error})") from error
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2].lower()
    if root.tag not in roots:
        raise ReadError(url, f"the web service answered <{root.tag}> where <{roots[0]}> was due")
    return root


def _value(node: ElementTree.Element, name: str) -> str:
    """The text of a child on one line; the service sets blanks before numbers and line breaks into empty elements."""
    return " ".join((node.findtext(name) or "").split())


def _is_true(node: ElementTree.Element, name: str) -> bool:
    return _value(node, name).lower() in ("true", "1")


def read_committees(capture: Capture, install: Install) -> Iterator[Link | Observation]:
    """Every committee, present and former; one that its council deleted is not asked for."""
    for one in open_xml(capture, "committees").iter("committee"):
        id, former = _value(one, "committeeid"), _is_true(one, "committeeexpired") or _is_true(one, "committeedeleted")
        if not id.isdigit():
            continue
        link = install.committee(id)
        fields = {"name": _value(one, "committeetitle"), "status": "former" if former else "current", "url": link.url}
        yield Observation("organization", link.organization, "committees", {**fields, "category": _value(one, "committeecategory")})
        if not _is_true(one, "committeedeleted"):
            yield link
            yield install.meetings_of(id)


def read_meetings(capture: Capture, install: Install) -> Iterator[Link | Observation]:
    """Every meeting of one committee."""
    link, keys = capture.link, []
    for committee in open_xml(capture, "getmeetings").iter("committee"):
        for one in committee.iter("meeting"):
            id = _value(one, "meetingid")
            start = moment_or_none(f"{_value(one, 'meetingdate')} {_value(one, 'meetingtime')}") or ""
            if not id.isdigit() or not install.takes(start):
                continue
            page = install.meeting(id, link.organization)
            keys.append(page.meeting)
            fields = {"organization": link.organization, "committee": _value(committee, "committeetitle"), "start": start, "url": page.url}
            status = {"status": labels.status_in(_value(one, "meetingstatus"))}
            yield Observation("meeting", page.meeting, "service-list", {**{k: v for k, v in fields.items() if v}, **status}, page.meeting)
            yield page
            yield install.service_meeting(id, link.organization)
    yield Observation("listing", link.url, "service-list", {"organization": link.organization, "meetings": keys})


# ── one meeting ─────────────────────────────────────────────────────────────────────────────────────────────────────


def read_meeting(capture: Capture, install: Install) -> Iterator[Link | Observation]:
    """One meeting: its items with their whole texts and documents, and its attendance."""
    root, link = open_xml(capture, "meeting"), capture.link
    said: list[Link | Observation] = []
    for order, node in enumerate(root.iter("agendaitem"), 1):
        said += _item(node, order, link, install)
    for order, node in enumerate(root.iter("attendee"), 1):
        said.append(_attendee(node, order, link, install))
    has_minutes = any(one.fields.get("text") for one in said if isinstance(one, Observation) and one.kind == "item")
    start = moment_or_none(f"{_value(root, 'meetingdate')} {_value(root, 'meetingtime')}")
    place = ", ".join(filter(None, (_value(root, "meetingroom"), _value(root, "meetinglocation")))).strip(" .")
    fields = {"organization": link.organization, "start": start, "location": place, "url": install.meeting(install.id(link.meeting)).url}
    if not has_minutes and not _is_true(root, "minutepublished"):
        fields["minutes_status"] = "none"  # Whether they are draft, the service does not say.
    known = {name: value for name, value in fields.items() if value}
    yield Observation("meeting", link.meeting, "service", {**known, "status": labels.status_in(_value(root, "meetingstatus"))}, link.meeting)
    yield from said


def _item(node: ElementTree.Element, order: int, link: Link, install: Install) -> Iterator[Link | Observation]:
    id, number = _value(node, "agendaitemid"), _value(node, "fulldisplaynumberformat")
    key = install.key(id) if id.isdigit() and id != "0" else ""
    is_heading = _value(node, "agendaitemnumber") == "0" and _NO_NUMBER.fullmatch(number)
    fields: dict[str, Any] = {
        "order": order,
        "number": "" if is_heading else number,
        "name": _value(node, "agendaitemtitle"),
        "restricted": _is_true(node, "isrestricted"),
        "url": install.meeting(install.id(link.meeting)).url + (f"#AI{id}" if key else ""),
    }
    minutes = body_text(node.findtext("minutesnonemptyhtmlbody"))
    withheld = not minutes and _is_true(node, "isminutepublished")  # There are minutes, but the service keeps them back.
    fields |= {"text_complete": not withheld} if withheld else {"text": minutes, "text_complete": True}
    for field, name in (("decision_text", "decisionnonemptyhtmlbody"), ("agenda_text", "agendatext")):
        if text := body_text(node.findtext(name)):
            fields[field] = text
    yield Observation("item", key, "service", fields, link.meeting)
    yield from _documents(node, key, order, link, install)
    if withheld and key:
        yield install.item(id, link.organization, link.meeting)


def body_text(body: str | None) -> str:
    """The text of a body. Some installs escape bodies once more than XML asks for; a "<" that the text itself shows stays one."""
    markup = body or ""
    for _ in range(3):
        if not _ESCAPED_TAG.match(markup):
            break
        markup = html.unescape(markup)
    return text_of(parsed(f"<div>{markup}</div>"))


def _documents(node: ElementTree.Element, key: str, order: int, link: Link, install: Install) -> Iterator[Observation]:
    for one in node.iter("linkeddoc"):
        id, url = _value(one, "attachmentid"), _value(one, "url")
        if not id.isdigit() or _is_true(one, "isrestricted"):
            continue
        last = url.partition("?")[0].rpartition("/")[2]
        kind = "application/pdf" if last.lower() == "mgconvert2pdf.aspx" else media_type(last.rpartition(".")[2])
        item = {"item": key} if key else {"item_order": order}
        yield Observation(
            "document", f"{install.key('s')}{id}", "service", {"name": _value(one, "title"), "media_type": kind, "url": url, **item}, link.meeting
        )


def _attendee(node: ElementTree.Element, order: int, link: Link, install: Install) -> Observation:
    """``memberid`` is a person's number only where the attendee has a page; others are numbered by their row."""
    said = {name.lower(): " ".join(value.split()) for name, value in node.attrib.items()}
    target = install.addresses.target(_value(node, "url"))
    uid = (target.id if target and target.page == "member" else "") or (said.get("memberid", "") if "mguserinfo" in _value(node, "url").lower() else "")
    fields = {"name": said.get("name", ""), "role": said.get("roledescription", ""), "status": said.get("attendance", ""), "order": order}
    return Observation("attendance", install.key(uid) if uid else "", "service", fields, link.meeting)


# ── councillors ─────────────────────────────────────────────────────────────────────────────────────────────────────


def read_councillors(capture: Capture, install: Install) -> Iterator[Link | Observation]:
    """Every councillor with party and ward."""
    for ward in open_xml(capture, "councillorsbyward").iter("ward"):
        for one in ward.iter("councillor"):
            id = _value(one, "councillorid")
            if not id.isdigit():
                continue
            fields = {"name": _value(one, "fullusername"), "party": _value(one, "politicalpartytitle"), "ward": _value(ward, "wardtitle")}
            known = {name: value for name, value in {**fields, "post": _value(one, "keyposts"), "url": install.member(id).url}.items() if value}
            yield Observation("person", install.key(id), "members", {**known, "kind": "member"})
            yield install.member(id)
