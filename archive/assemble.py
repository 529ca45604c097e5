"""Puts together what the pages say of one meeting; this is the one place where pages may disagree.

Precedence, written once: a field is taken from the first of ``RANK`` that says it, and from the newest capture among
equals. Exceptions, each with its reason: a status is the strongest that anybody says, since a page may be silent about a
cancellation that only the list or the calendar shows; a text that is cut on one page is completed from another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from archive import names
from archive.councils import Council
from archive.language import language_of
from archive.records import AgendaItem, Attendance, Document, Meeting, MeetingRecords, Membership, Observation, Organization, Person

RANK = ("page", "service", "item", "attendance", "list", "service-list", "calendar", "committees", "committee", "members", "member")


@dataclass(frozen=True)
class Assembled:
    """A meeting put together, before its minutes are read."""

    records: MeetingRecords
    content_hash: str
    capture_ids: tuple[int, ...]
    aliases: Mapping[str, str]
    """Ids that were made of a title → the publisher's own, now that it is known."""


@dataclass(frozen=True)
class Roll:
    """The people of a council, and where they sit."""

    people: tuple[Person, ...]
    memberships: tuple[Membership, ...]
    aliases: Mapping[str, str]


# ── organizations and people ────────────────────────────────────────────────────────────────────────────────────────


def organizations_of(council: Council, observations: Iterable[Observation], known: Mapping[str, Organization]) -> list[Organization]:
    """The council and its committees; a committee that no list of committees calls current is a former one."""
    found = [_council_record(council, known)]
    by_key: dict[str, list[Observation]] = {}
    for one in observations:
        if one.kind == "organization":
            by_key.setdefault(one.key, []).append(one)
        elif one.kind == "meeting" and one.fields.get("organization"):
            by_key.setdefault(str(one.fields["organization"]), [])
            if one.fields.get("committee"):
                fields = {"name": one.fields["committee"]}
                by_key[str(one.fields["organization"])].append(replace(one, kind="organization", fields=fields))
    for key, said in sorted(by_key.items()):
        id = f"{council.slug}/committee/{key}"
        name = _first(said, "name") or key
        found.append(
            Organization(
                id=id,
                source_id=key,
                name=name,
                classification="committee",
                parent_id=council.slug,
                status=_first(said, "status") or "former",
                former_names=_former_names(name, known.get(id)),
                url=_first(said, "url") or "",
            )
        )
    return found


def _council_record(council: Council, known: Mapping[str, Organization]) -> Organization:
    before = known.get(council.slug)
    former = tuple(dict.fromkeys([*council.former_names, *_former_names(council.name, before)]))
    return Organization(council.slug, None, council.name, "council", former_names=former, url=council.sources[-1].base, licence=council.licence)


def _former_names(name: str, before: Organization | Person | None) -> tuple[str, ...]:
    if before is None:
        return ()
    earlier = before.former_names if isinstance(before, Organization) else before.other_names
    return tuple(n for n in dict.fromkeys([*([before.name] if before.name != name else []), *earlier]) if n != name)


def roll_of(council: Council, observations: Iterable[Observation], known: Mapping[str, Person]) -> Roll:
    """The people whom the publisher has a number for, and their seats.

    A person's own page decides where they sit; a committee's page adds the role, and the seats of whoever has no page.
    """
    said: dict[str, list[Observation]] = {}
    seats: list[Observation] = []
    committees: set[str] = set()
    for one in observations:
        if one.kind == "person" and one.key:
            said.setdefault(one.key, []).append(one)
        elif one.kind == "membership":
            seats.append(one)
        elif one.kind == "organization":
            committees.add(one.key)
    people = {key: _person(council, key, group, known) for key, group in said.items()}
    members = {m for o in seats if o.says == "member" for m in [str(o.fields.get("person", ""))]} | {
        o.key for g in said.values() for o in g if o.says == "member"
    }
    memberships = _memberships(council, [s for s in seats if s.fields.get("person") in people and s.fields.get("organization") in committees], members)
    by_name: dict[str, list[Person]] = {}
    for person in people.values():
        by_name.setdefault(names.fold(person.name), []).append(person)
    aliases = {
        other.id: by_name[names.fold(other.name)][0].id
        for other in known.values()
        if other.source_id is None and len(by_name.get(names.fold(other.name), ())) == 1
    }
    return Roll(tuple(people[key] for key in sorted(people)), tuple(memberships), aliases)


def _person(council: Council, key: str, said: Sequence[Observation], known: Mapping[str, Person]) -> Person:
    id = f"{council.slug}/person/{key}"
    written = _first(said, "name") or key
    name = names.plain(written)
    kind = _first(said, "kind") or ("member" if names.is_member_title(written) else "officer")
    facts = {field: _first(said, field) or "" for field in ("party", "ward", "post", "url")}
    return Person(id, key, name, kind, _former_names(name, known.get(id)), **facts)


def _memberships(council: Council, seats: Sequence[Observation], with_page: set[str]) -> list[Membership]:
    roles = {(s.fields["person"], s.fields["organization"]): s.fields.get("role", "") for s in seats if s.says == "committee"}
    found = []
    for seat in seats:
        person, organization = seat.fields["person"], seat.fields["organization"]
        if seat.says == "committee" and person in with_page:
            continue
        current = seat.fields.get("status", "current") == "current"
        role = seat.fields.get("role") or (roles.get((person, organization), "") if current else "")
        dates = seat.fields.get("start_date"), seat.fields.get("end_date")
        status = "current" if current else "former"
        found.append(Membership(f"{council.slug}/person/{person}", f"{council.slug}/committee/{organization}", role, status, *dates))
    return sorted(set(found), key=lambda m: (m.person_id, m.organization_id, m.status, m.start_date or ""))


# ── one meeting ─────────────────────────────────────────────────────────────────────────────────────────────────────


def assemble(
    council: Council,
    key: str,
    observations: Sequence[Observation],
    people: Mapping[str, Person],
    before: MeetingRecords | None,
    today: date,
    own_pages: frozenset[int],
    hashes: Mapping[int, str],
) -> Assembled | None:
    """The records of one meeting, or None while nobody says when it is or whose.

    ``own_pages`` are the captures of pages about this meeting alone: they make a version, lists and calendars do not.
    ``hashes`` gives the SHA-256 of captures.
    """
    observations = _current(observations)
    of_kind = {kind: [o for o in observations if o.kind == kind] for kind in ("meeting", "item", "document", "attendance")}
    head = of_kind["meeting"]
    start, organization = _start(council, _first(head, "start")), _first(head, "organization")
    if start is None or not organization:
        return None
    id = f"{council.slug}/meeting/{key}"
    items, aliases = _items(council, key, of_kind["item"], before)
    documents = _documents(council, key, of_kind["document"], items)
    attendance, newcomers = _attendance(council, id, of_kind["attendance"], people)
    page = next((o for o in _ranked(head) if o.says == "page"), None) or next(iter(_ranked(head)))
    minutes = _first(head, "minutes_status") or ("confirmed" if any(i.text for i in items) else "none")
    if not any(item.text for item in items):
        minutes = "none" if minutes == "confirmed" else minutes
    meeting = Meeting(
        id=id,
        source_id=key,
        organization_id=f"{council.slug}/committee/{organization}",
        title=_first(head, "title") or _first(head, "committee") or "",
        start=start.isoformat(),
        status=_status(head, minutes, start, today),
        minutes_status=minutes,
        version=0,
        location=_first(head, "location") or "",
        url=_first(head, "url") or "",
        sha256=hashes.get(page.capture_id, ""),
    )
    records = MeetingRecords(meeting, tuple(items), tuple(documents), tuple(attendance), people=tuple(newcomers))
    captures = tuple(sorted({o.capture_id for o in observations} & own_pages))
    return Assembled(records, content_hash(records), captures, aliases)


def _current(observations: Sequence[Observation]) -> list[Observation]:
    """What the newest page of its kind says: after a move to another host, the pages of the old one say nothing any more."""
    whole = ("page", "service", "attendance")
    newest = {says: max((o.capture_id for o in observations if o.says == says), default=0) for says in whole}
    items = {o.key: o.capture_id for o in sorted(observations, key=lambda o: o.capture_id) if o.says == "item" and o.kind == "item"}
    kept = [o for o in observations if o.says not in whole or o.capture_id == newest[o.says]]
    return [o for o in kept if o.says != "item" or o.capture_id == items.get(o.key if o.kind == "item" else str(o.fields.get("item", "")), o.capture_id)]


def content_hash(records: MeetingRecords) -> str:
    """A hash over what the publisher says: not over addresses, ids of ours, dates of fetching, or a status that time alone changes."""
    meeting = records.meeting
    items = [(i.number, i.name, i.text, i.text_complete, i.agenda_text, i.decision_text, i.restricted) for i in records.items]
    documents = [(d.source_id, d.name) for d in records.documents]
    attendance = [(a.as_written, a.status, a.role) for a in records.attendance]
    said = [meeting.title, meeting.start, meeting.location, meeting.minutes_status, items, documents, attendance]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _start(council: Council, written: str | None) -> datetime | None:
    if not written:
        return None
    moment = datetime.fromisoformat(written)
    return datetime.combine(moment.date(), moment.time() if "T" in written else time(0), council.zone)


def _status(head: Iterable[Observation], minutes: str, start: datetime, today: date) -> str:
    said = {o.fields.get("status") for o in head}
    for status in ("cancelled", "moved"):
        if status in said:
            return status
    return "held" if minutes != "none" or start.date() < today else "scheduled"


# ── items ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _items(council: Council, meeting: str, said: Sequence[Observation], before: MeetingRecords | None) -> tuple[list[AgendaItem], dict[str, str]]:
    """The agenda items in order, each with an identity that survives the next reading and a changed number."""
    sources = [s for s in ("service", "page") if any(o.says == s for o in said)]
    if not sources:
        return [], {}  # The pages of single items may be older than a meeting's own page, which shows none any more.
    base = sorted((o for o in said if o.says == sources[0]), key=lambda o: o.fields.get("order", 0))
    whole = {o.key: o for o in said if o.says == "item" and o.key}
    shown = {o.key: o for o in said if o.says == "page" and o.key}
    earlier = {} if before is None else dict(zip(_titles(i.name for i in before.items), before.items, strict=True))
    items: list[AgendaItem] = []
    aliases: dict[str, str] = {}
    used: set[str] = set()
    for title, one in zip(_titles(str(o.fields.get("name", "")) for o in base), base, strict=True):
        made = _title_key(meeting, *title)
        known = earlier.get(title)
        key = one.key or (known.source_id if known and known.source_id else "")
        id = f"{council.slug}/item/{key or made}"
        if id in used:  # A page that prints the same anchor twice.
            key, id = "", f"{council.slug}/item/{made}.{len(used)}"
        used.add(id)
        if key:
            aliases[f"{council.slug}/item/{made}"] = id
        items.append(_item(council, id, key, meeting, one, shown.get(key), whole.get(key)))
    return [replace(item, order=n) for n, item in enumerate(items, 1)], aliases


def _item(council: Council, id: str, key: str, meeting: str, base: Observation, page: Observation | None, whole: Observation | None) -> AgendaItem:
    text, complete = _text(base, whole)
    if base.says == "service" and not text and page is not None and page.fields.get("text"):
        text, complete = _text(page, whole)
    said = [o for o in (base, page, whole) if o is not None]
    decision, agenda = (_first_given(said, field) or "" for field in ("decision_text", "agenda_text"))
    return AgendaItem(
        id=id,
        source_id=key or None,
        meeting_id=f"{council.slug}/meeting/{meeting}",
        order=0,
        number=str(base.fields.get("number", "")),
        name=str(base.fields.get("name", "")),
        text=text or decision,
        text_complete=complete,
        language=language_of(text or decision or agenda or str(base.fields.get("name", "")), council.languages if len(council.languages) > 1 else ("en", "cy")),
        agenda_text=agenda,
        decision_text=decision,
        restricted=any(o.fields.get("restricted") for o in said),
        url=_first_given(said, "url") or "",
    )


def _text(base: Observation, whole: Observation | None) -> tuple[str, bool]:
    """The item's minutes and whether they are known to be whole.

    An older capture of the whole text counts only while it begins with what the newer page shows of it.
    """
    text, complete = base.fields.get("text"), bool(base.fields.get("text_complete", True))
    if (complete and text is not None) or whole is None or "text" not in whole.fields:
        return text or "", complete
    full = str(whole.fields["text"])
    if whole.capture_id >= base.capture_id or _letters(full).startswith(_letters(text or "")):
        return full, bool(whole.fields.get("text_complete", True))
    return text or "", False


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _titles(written: Iterable[str]) -> list[tuple[str, int]]:
    """Titles, folded, each with how many of the same stand before it."""
    seen: dict[str, int] = {}
    found = []
    for title in map(names.fold, written):
        seen[title] = seen.get(title, 0) + 1
        found.append((title, seen[title]))
    return found


def _title_key(meeting: str, title: str, nth: int) -> str:
    return f"{meeting}.{names.slug(title or 'item')}" + (f".{nth}" if nth > 1 else "")


# ── documents and attendance ────────────────────────────────────────────────────────────────────────────────────────


def _documents(council: Council, meeting: str, said: Sequence[Observation], items: Sequence[AgendaItem]) -> list[Document]:
    by_key = {item.source_id: item.id for item in items if item.source_id}
    by_order = {item.order: item.id for item in items}
    found: dict[tuple[str, str | None], Document] = {}
    for one in sorted(_ranked(said), key=lambda o: RANK.index(o.says)):
        item = by_key.get(str(one.fields.get("item", ""))) or by_order.get(one.fields.get("item_order", 0))
        fields = {name: str(one.fields.get(name, "")) for name in ("name", "media_type", "url")}
        document = Document(f"{council.slug}/document/{one.key}", one.key, f"{council.slug}/meeting/{meeting}", item, **fields)
        found.setdefault((one.key, item), document)
    order = {item.id: item.order for item in items}
    return sorted(found.values(), key=lambda d: order.get(d.item_id or "", 0))


def _attendance(council: Council, meeting_id: str, said: Sequence[Observation], people: Mapping[str, Person]) -> tuple[list[Attendance], list[Person]]:
    source = next((s for s in ("service", "attendance", "page") if any(o.says == s for o in said)), None)
    by_name: dict[str, list[Person]] = {}
    for one_known in people.values():
        by_name.setdefault(names.fold(one_known.name), []).append(one_known)
    found: list[Attendance] = []
    newcomers: list[Person] = []
    for order, one in enumerate(sorted((o for o in said if o.says == source), key=lambda o: o.fields.get("order", 0)), 1):
        written, role = str(one.fields.get("name", "")), str(one.fields.get("role", ""))
        status = attendance_status(str(one.fields.get("status", "")))
        name = names.plain(written) or written
        same = by_name.get(names.fold(name), [])
        person = people.get(f"{council.slug}/person/{one.key}") if one.key else same[0] if len(same) == 1 else None
        if person is None and (one.key or not same):
            kind = _kind(written, role, status)
            person = Person(f"{council.slug}/person/{one.key or names.slug(name)}", one.key or None, name, kind)
            newcomers.append(person)
        found.append(Attendance(meeting_id, order, person.id if person else None, person.name if person else name, written, status, role))
    return found, newcomers


def attendance_status(printed: str) -> str:
    """A printed word of attendance as one of the archive's; what nobody knows is no evidence of presence: ``expected``."""
    words = printed.casefold()
    for status, signs in _ATTENDANCE:
        if any(sign in words for sign in signs):
            return status
    return "expected"


_ATTENDANCE = (
    ("expected", ("expected", "disgwyl")),
    ("apologies", ("apolog", "ymddiheur")),
    ("absent", ("absent", "not present", "absennol")),
    ("substitute", ("substitut", "dirprwy", "eilydd")),
    ("in_attendance", ("in attendance", "observ", "mewn presenoldeb")),
    ("present", ("present", "attended", "bresennol")),
)


def _kind(written: str, role: str, status: str) -> str:
    """Whether somebody known by name only is a member, an officer or of the public, by what the attendance says."""
    words = role.casefold()
    if names.is_member_title(written):
        return "member"
    if any(word in words for word in ("officer", "director", "head of", "manager", "clerk", "solicitor", "executive")):
        return "officer"
    if "member" in words and "public" not in words:
        return "member"
    return "public" if status == "in_attendance" else "member"


# ── how fields are taken ────────────────────────────────────────────────────────────────────────────────────────────


def _ranked(said: Iterable[Observation]) -> list[Observation]:
    return sorted(said, key=lambda o: (RANK.index(o.says), -o.capture_id))


def _first(said: Iterable[Observation], field: str) -> str | None:
    """What the best of those that say anything says."""
    found = _first_given(_ranked(said), field)
    return None if found is None else str(found)


def _first_given(said: Iterable[Observation], field: str) -> Any:
    return next((o.fields[field] for o in said if o.fields.get(field)), None)
