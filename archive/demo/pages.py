"""The pages of the demonstration council's website, in the shapes of ModernGov."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import quote

from archive.demo.council import Item, Meeting, Site

CUT = 400
"""Words of minutes that a meeting's page shows; the whole text stands on the page of the item."""


def page(site: Site, name: str, arguments: Mapping[str, str]) -> str | None:
    """A page by its name in lower case, or None where there is none."""
    function = PAGES.get(name)
    made = function(site, arguments) if function else None
    if made is None:
        return None
    title, inner = made
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)} - {escape(site.name)}</title></head>\n'
        f'<body><header><a href="mgListCommittees.aspx">{escape(site.name)}</a></header>\n<div id="modgov">{inner}\n<div class="mgFooter"></div></div>\n</body></html>\n'
    )


def _number(arguments: Mapping[str, str], *names: str) -> int:
    value = next((arguments[name] for name in names if name in arguments), "")
    return int(value) if re.fullmatch(r"\d{1,9}", value) else 0


def _link(href: str, text: str, kind: str = "", title: str = "") -> str:
    return f'<a{f" class={chr(34)}{kind}{chr(34)}" if kind else ""} href="{escape(href)}"{f" title={chr(34)}{escape(title)}{chr(34)}" if title else ""}>{escape(text)}</a>'


def _head(kind: str, line: str = "") -> str:
    subtitle = f'<div class="mgSubTitle"><h2 class="mgSubTitleTxt">{line}</h2></div>' if line else ""
    return f'<div class="mgHeader"><h1 class="mgMainTitleTxt">{escape(kind)}</h1></div>{subtitle}'


def _long(meeting: Meeting) -> str:
    hour = f"{meeting.start.hour % 12 or 12}.{meeting.start:%M} {'am' if meeting.start.hour < 12 else 'pm'}"
    return f"{meeting.start:%A}, {meeting.start.day} {meeting.start:%B %Y} {hour}"


def _words(paragraphs: tuple[str, ...]) -> str:
    return '<div class="mgWordPara">' + "".join(f"<p>{_bold(p)}</p>" for p in paragraphs) + "</div>" if paragraphs else ""


def _bold(paragraph: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(paragraph))


def _label(words: str) -> str:
    return f'<p class="mgSubItemTitleTxt">{words}</p>'


def _documents(item: Item) -> str:
    if not item.documents:
        return ""
    links = [_link(f"documents/s{id}/{quote(name, safe='')}.pdf", name) for id, name in item.documents]
    entries = "".join(f'<li>{link} <span class="mgFileSize">PDF 84 KB</span></li>' for link in links)
    return _label("Additional documents:") + f'<ul class="mgBulletList">{entries}</ul>'


def _cut(item: Item) -> tuple[tuple[str, ...], bool]:
    left, shown = CUT, []
    for paragraph in item.minutes:
        words = paragraph.split()
        shown.append(" ".join(words[:left]))
        if len(words) > left:
            return tuple(shown), True
        left -= len(words)
        if left <= 0:
            break
    return tuple(shown), len(shown) < len(item.minutes)


def _body(item: Item, whole: bool) -> str:
    text, is_cut = (item.minutes, False) if whole else _cut(item)
    minutes = _words(text)
    if is_cut:
        teaser = _link(
            f"mgAi.aspx?ID={item.id}", f"view the full minutes text for item {item.number}", title=f"Link to view the full item text for item {item.number}"
        )
        minutes = minutes.removesuffix("</p></div>") + f" &nbsp;...&nbsp; {teaser}</p></div>"
    out = _words(item.agenda)
    if item.decision:
        out += _label("Decision:") + _words(item.decision)
    if item.minutes:
        out += _label("Minutes:") + minutes
    return out


def _row(item: Item) -> str:
    number = f'<p class="mgAiTitleTxt"><a name="AI{item.id}"></a>{escape(item.number)}</p>' if item.number else ""
    restricted = (
        f"<p>{_link(f'mgReasonsRestricted.aspx?OID={item.id}', f'View the reasons why item {item.number} is restricted')}</p>" if item.restricted else ""
    )
    return (
        f'<tr><td class="mgItemNumberCell">{number}</td><td><p class="mgAiTitleTxt">{escape(item.title)}</p>'
        f"{restricted}{_documents(item)}{_body(item, whole=False)}</td></tr>\n"
    )


# ── meetings ────────────────────────────────────────────────────────────────────────────────────────────────────────

Made = tuple[str, str] | None


def _meeting_page(site: Site, arguments: Mapping[str, str]) -> Made:
    meeting = site.meetings.get(_number(arguments, "mid", "meetingid"))
    if meeting is None:
        return None
    committee = site.committees[meeting.committee]["name"]
    kinds = {"none": "Agenda", "draft": "Agenda and draft minutes", "confirmed": "Agenda and minutes"}
    kind = kinds[meeting.minutes_status] if meeting.items else "Meeting"
    line = f"{committee} - {_long(meeting)}" + (", CANCELLED" if meeting.status == "cancelled" else "")
    head = _head(kind, _link(f"mgCommitteeDetails.aspx?ID={meeting.committee}", line, title=f"Link to {committee}"))
    links = [_link(f"mgMeetingAttendance.aspx?ID={meeting.id}", "Attendance details")]
    if meeting.items:
        links.append(_link(f"documents/g{meeting.id}/{quote('Public reports pack')}.pdf?T=10", "Agenda reports pack"))
    place = f'<p><span class="mgLabel">Venue: </span>{escape(meeting.venue)}</p>'
    table = "".join(_row(item) for item in meeting.items)
    table = (
        f'<table class="mgItemTable" summary="Table of agenda items" id="mgItemTable"><caption>Items</caption>\n'
        f'<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>\n{table}</table>'
        if table
        else "<p>No documents are available for this meeting</p>"
    )
    listed = "".join(f"<li>{one}</li>" for one in links)
    return (
        f"Agenda for {committee} on {_long(meeting)}",
        f'{head}<div class="mgLinks"><ul class="mgActionList">{listed}</ul></div><div class="mgContent">{place}{table}</div>',
    )


def _item_page(site: Site, arguments: Mapping[str, str]) -> Made:
    found = site.item(_number(arguments, "id"))
    if found is None:
        return None
    meeting, item = found
    back = _link(
        f"ieListDocuments.aspx?MId={meeting.id}#AI{item.id}", f"Meeting of {site.committees[meeting.committee]['name']}, {_long(meeting)} (Item {item.number})"
    )
    return (
        "Agenda item",
        f'{_head("Agenda item", escape(item.title))}<div class="mgContent"><ul class="mgActionList"><li>{back}</li></ul>{_body(item, True)}{_documents(item)}</div>',
    )


def _attendance_page(site: Site, arguments: Mapping[str, str]) -> Made:
    meeting = site.meetings.get(_number(arguments, "id"))
    if meeting is None:
        return None
    rows = "".join(
        f"<tr><td>{_link(f'mgUserInfo.aspx?UID={id}', name) if id else escape(name)}</td><td>{escape(role)}</td><td>{status}</td></tr>"
        for name, id, role, status in meeting.attendance
    )
    table = (
        f'<table summary="Table of meeting attendance"><thead><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    return "Meeting attendance", f'{_head("Meeting attendance", escape(_long(meeting)))}<div class="mgContent">{table}</div>'


# ── lists and people ────────────────────────────────────────────────────────────────────────────────────────────────


def _committees_page(site: Site, _: Mapping[str, str]) -> Made:
    out = ""
    for category in dict.fromkeys(one["category"] for one in site.committees.values()):
        names = [(id, one["name"]) for id, one in site.committees.items() if one["category"] == category]
        entries = "".join(f"<li>{_link(f'mgCommitteeDetails.aspx?ID={id}', name, title=f'Link to details for {name}')}</li>" for id, name in names)
        out += f'<h2 class="mgSectionTitle">{escape(category)}</h2><ul class="mgBulletList">{entries}</ul>'
    return "Committee structure", f'{_head("Committee structure")}<div class="mgContent">{out}</div>'


def _committee_page(site: Site, arguments: Mapping[str, str]) -> Made:
    id = _number(arguments, "id")
    one = site.committees.get(id)
    if one is None:
        return None
    seats = [(one["chair"], f" ({one.get('chair_title', 'Chair')})"), *((member, "") for member in one["members"] if member != one["chair"])]
    members = "".join(f"<li>{_link(f'mgUserInfo.aspx?UID={member}', site.members[member]['name'])}{escape(role)}</li>" for member, role in seats)
    inner = f'<h2 class="mgSectionTitle">Purpose of committee</h2><div class="mgWordPara"><p>{escape(one["purpose"])}</p></div>'
    inner += f'<h2 class="mgSectionTitle">Membership</h2><ul class="mgBulletList">{members}</ul>'
    links = f'<div class="mgLinks"><ul class="mgActionList"><li>{_link(f"ieListMeetings.aspx?CommitteeId={id}", "Browse meetings and agendas for this committee")}</li></ul></div>'
    return "Committee details", f'{_head("Committee details", escape(one["name"]))}{links}<div class="mgContent">{inner}</div>'


def _list_page(site: Site, arguments: Mapping[str, str]) -> Made:
    id, year = _number(arguments, "cid", "committeeid"), _number(arguments, "year")
    if id not in site.committees:
        return None
    every = sorted((m for m in site.meetings.values() if m.committee == id), key=lambda m: m.start, reverse=True)
    shown = [m for m in every if (m.start.year == year if year else m.start.year >= site.today.year - 1)]
    rows = ""
    for meeting in shown:
        when = f"{meeting.start.day} {meeting.start:%b %Y} {meeting.start.hour % 12 or 12}.{meeting.start:%M} {'am' if meeting.start.hour < 12 else 'pm'}"
        papers = "CANCELLED" if meeting.status == "cancelled" else "Agenda" + (", Minutes" if meeting.minutes_status != "none" else "")
        rows += f"<li>{_link(f'ieListDocuments.aspx?CId={id}&MId={meeting.id}&Ver=4', when, 'mgMeetingTableLnk')} - {papers}</li>"
    years = "".join(f"<li>{_link(f'ieListMeetings.aspx?CId={id}&Year={y}', str(y))}</li>" for y in sorted({m.start.year for m in every}, reverse=True))
    content = f'<ul class="mgNonBulletTableList">{rows}</ul>' if rows else "<p>No meetings found for the date range selected.</p>"
    content += f'<p class="mgLabel">Other years:</p><ul class="mgActionList">{years}</ul>'
    return "Browse meetings", f'{_head("Browse meetings", escape(site.committees[id]["name"]))}<div class="mgContent">{content}</div>'


def _members_page(site: Site, _: Mapping[str, str]) -> Made:
    entries = "".join(
        f"<li>{_link(f'mgUserInfo.aspx?UID={id}', one['name'])}<p>{escape(one.get('ward', ''))}</p><p>{escape(one.get('party', ''))}</p></li>"
        for id, one in site.members.items()
    )
    return "Your Councillors", f'{_head("Your Councillors")}<div class="mgContent"><ul class="mgBulletList">{entries}</ul></div>'


def _member_page(site: Site, arguments: Mapping[str, str]) -> Made:
    id = _number(arguments, "uid")
    one = site.members.get(id)
    if one is None:
        return None
    facts = "".join(
        f'<p><span class="mgLabel">{label}: </span>{escape(one[key])}</p>'
        for label, key in (("Title", "post"), ("Party", "party"), ("Ward", "ward"))
        if key in one
    )
    seats = "".join(
        f"<li>{_link(f'mgCommitteeDetails.aspx?ID={cid}', committee['name'])}</li>"
        for cid, committee in site.committees.items()
        if id in (committee["chair"], *committee["members"])
    )
    seats = f'<h2 class="mgSectionTitle">Committee appointments</h2><ul class="mgBulletList">{seats}</ul>' if seats else ""
    return "Councillor details", f'{_head("Councillor details", escape(one["name"]))}<div class="mgContent">{facts}{seats}</div>'


def _calendar_page(site: Site, arguments: Mapping[str, str]) -> Made:
    month, year = _number(arguments, "m"), _number(arguments, "dd")
    entries = ""
    for meeting in site.meetings.values():
        if (meeting.start.year, meeting.start.month) == (year, month):
            before = "CANCELLED - " if meeting.status == "cancelled" else ""
            name = f"{before}Meeting of {site.committees[meeting.committee]['name']}, {meeting.start:%d/%m/%Y}"
            entries += f"<li>{_link(f'ieListDocuments.aspx?CId={meeting.committee}&MId={meeting.id}', name[:48], 'mgCalendarCellTxt', name)}</li>"
    return "Monthly calendar", f'{_head("Monthly calendar")}<div class="mgContent"><ul class="mgCalendarMonthEventList">{entries}</ul></div>'


def _restricted_page(_: Site, __: Mapping[str, str]) -> Made:
    return "Reasons restricted", f'{_head("Reasons restricted")}<div class="mgContent"><p>This information is exempt.</p></div>'


PAGES: dict[str, Callable[[Site, Mapping[str, str]], Made]] = {
    "ielistdocuments.aspx": _meeting_page,
    "mgai.aspx": _item_page,
    "mgmeetingattendance.aspx": _attendance_page,
    "mglistcommittees.aspx": _committees_page,
    "mgcommitteedetails.aspx": _committee_page,
    "ielistmeetings.aspx": _list_page,
    "mgmemberindex.aspx": _members_page,
    "mguserinfo.aspx": _member_page,
    "mgcalendarmonthview.aspx": _calendar_page,
    "mgreasonsrestricted.aspx": _restricted_page,
}
