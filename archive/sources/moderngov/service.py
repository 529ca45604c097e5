"""The web service: committees, meetings, one meeting and the councillors as XML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from archive.errors import ReadError
from archive.records import Capture, Link, Observation
from archive.sources.moderngov.addresses import address
from archive.sources.moderngov.dates import moment
from archive.sources.moderngov.lists import committee_link, meeting_link
from archive.text.html import collapsed, decoded, parsed, text_of

PRIVATE = re.compile(
    rb"<(homeaddress|workaddress|address|phone|homephone|workphone|mobile|fax|email|homeemail|workemail|postcode)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)


def operation(base: str, name: str, **arguments: str | int) -> str:
    """The address of an operation; all its arguments must be there."""
    return address(base, f"mgWebService.asmx/{name}", **arguments)


def opened(capture: Capture, root: str) -> ElementTree.Element:
    """The XML of an answer. Raises ``ReadError`` for anything else."""
    markup = decoded(capture.body, capture.charset).lstrip("\ufeff \r\n")
    if "<!DOCTYPE" in markup[:500] or "<!ENTITY" in markup:
        raise ReadError(capture.link.url, "the web service answered with an HTML page")
    try:
        found = ElementTree.fromstring(re.sub(r"^<\?xml[^>]*\?>", "", markup))
    except ElementTree.ParseError as error:
        raise ReadError(capture.link.url, f"the XML is cut or broken: {error}") from error
    if found.tag.rpartition("}")[2].lower() != root:
        raise ReadError(capture.link.url, f"the web service answered <{found.tag}> where <{root}> was due")
    for node in found.iter():
        node.tag = node.tag.rpartition("}")[2].lower()
    return found


def value(node: ElementTree.Element, name: str) -> str:
    """The text of a child; an empty element holds a line break."""
    return " ".join((node.findtext(name) or "").split())


def read_committees(capture: Capture, base: str, prefix: str, since: str, until: str) -> Iterator[Link | Observation]:
    """Every committee, present and former."""
    for one in opened(capture, "committees").iter("committee"):
        id = value(one, "committeeid")
        if not id or value(one, "committeedeleted").lower() == "true":
            continue
        status = "former" if value(one, "committeeexpired").lower() == "true" else "current"
        link = committee_link(base, prefix, id)
        fields = {"name": value(one, "committeetitle"), "status": status, "category": value(one, "committeecategory"), "url": link.url}
        yield Observation("organization", prefix + id, "committees", fields)
        yield Link(link.url, "committee-members", prefix + id)
        url = operation(base, "GetMeetings", lCommitteeId=id, sFromDate=since, sToDate=until)
        yield Link(url, "service-list", prefix + id, lists_meetings=True)


def read_meetings(capture: Capture, base: str, prefix: str) -> Iterator[Link | Observation]:
    """Every meeting of one committee."""
    key, keys = capture.link.organization, []
    for one in opened(capture, "getmeetings").iter("meeting"):
        id = value(one, "meetingid")
        if not id:
            continue
        keys.append(prefix + id)
        status = "cancelled" if value(one, "meetingstatus").lower().startswith("cancel") else ""
        fields = {"organization": key, "start": moment(f"{value(one, 'meetingdate')} {value(one, 'meetingtime')}"), "status": status}
        fields["url"] = meeting_link(base, "", id).url
        yield Observation("meeting", prefix + id, "service-list", fields, prefix + id)
        yield meeting_link(base, prefix, id, key)
        yield Link(operation(base, "GetMeeting", lMeetingId=id), "service-meeting", key, prefix + id)
    yield Observation("listing", capture.link.url, "service-list", {"organization": key, "meetings": keys})


def read_meeting(capture: Capture, base: str, prefix: str) -> Iterator[Link | Observation]:
    """One meeting with its items, their whole texts, their documents, and its attendance."""
    root, meeting = opened(capture, "meeting"), capture.link.meeting
    status = "cancelled" if value(root, "meetingstatus").lower().startswith("cancel") else ""
    start = moment(f"{value(root, 'meetingdate')} {value(root, 'meetingtime')}")
    fields = {"organization": capture.link.organization, "start": start, "status": status, "location": value(root, "meetinglocation").strip(" .")}
    yield Observation("meeting", meeting, "service", {n: v for n, v in fields.items() if v or n == "status"}, meeting)
    for order, item in enumerate(root.iter("agendaitem"), 1):
        yield from _item(item, order, base, prefix, meeting)
    for order, one in enumerate(root.iter("attendee"), 1):
        known = "mguserinfo" in "".join(one.itertext()).lower()
        key = prefix + one.get("memberid", "") if known else ""
        said = {"name": one.get("name", ""), "role": one.get("roledescription", ""), "status": one.get("attendance", ""), "order": order}
        yield Observation("attendance", key, "service", said, meeting)


def _item(item: ElementTree.Element, order: int, base: str, prefix: str, meeting: str) -> Iterator[Observation]:
    id = value(item, "agendaitemid")
    fields: dict[str, Any] = {
        "order": order,
        "number": value(item, "fulldisplaynumberformat"),
        "name": value(item, "agendaitemtitle"),
        "text": body_text(item.findtext("minutesnonemptyhtmlbody") or ""),
        "text_complete": True,
        "url": address(base, "mgAi.aspx", ID=id),
    }
    for field, name in (("decision_text", "decisionnonemptyhtmlbody"), ("agenda_text", "agendatext")):
        text = body_text(item.findtext(name) or "")
        if text:
            fields[field] = text
    if value(item, "isrestricted").lower() == "true":
        fields["restricted"] = True
    yield Observation("item", prefix + id, "service", fields, meeting)
    for paper in item.iter("linkeddoc"):
        attachment = value(paper, "attachmentid")
        if attachment and value(paper, "isrestricted").lower() != "true":
            said = {"item": prefix + id, "name": value(paper, "title"), "url": value(paper, "url")}
            yield Observation("document", f"{prefix}s{attachment}", "service", said, meeting)


def body_text(escaped: str) -> str:
    """The text of a body, which may have been escaped once more than XML asks for."""
    if "<" not in escaped and "&lt;" in escaped:
        escaped = html.unescape(escaped)
    if "<" not in escaped:
        return collapsed(html.unescape(escaped))
    return text_of(parsed(f"<div>{escaped}</div>"))


def read_councillors(capture: Capture, base: str, prefix: str) -> Iterator[Link | Observation]:
    """Every councillor with party and ward."""
    for ward in opened(capture, "councillorsbyward").iter("ward"):
        for one in ward.iter("councillor"):
            id = value(one, "councillorid")
            if id:
                fields = {"name": value(one, "fullusername"), "party": value(one, "politicalpartytitle"), "ward": value(ward, "wardtitle"), "kind": "member"}
                yield Observation("person", prefix + id, "members", {n: v for n, v in fields.items() if v})
                yield Link(address(base, "mgUserInfo.aspx", UID=id), "member", optional=True)
