"""After the pages of a council were read: its people, its committees and its meetings are put together and kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from archive import names
from archive.assemble import assemble, organizations_of, roll_of
from archive.councils import Council
from archive.minutes import annotate
from archive.minutes.offices import DAYS, Offices
from archive.minutes.presence.attendance import attendance_in
from archive.records import MeetingRecords, Person
from archive.store import Keeper
from archive.store.rows import FOUND
from archive.takedowns import Takedowns


def settle(
    council: Council, keeper: Keeper, touched: Iterable[str], now: datetime, takedowns: Takedowns, progress: Callable[[str], None] = lambda _: None
) -> Counter[str]:
    """Put the touched meetings (keys) together and keep them.

    Returns how many meetings ``changed``, how many new ``versions`` there are, and how many records of each kind that is
    read from minutes (``speeches``, ``decisions`` …) came or went.
    """
    slug, today = council.slug, now.astimezone(council.zone).date()
    said = keeper.observations(slug, kinds=("organization", "person", "membership", "meeting"))
    known = {one.id: one for one in [*keeper.organizations(slug), *(c for c in keeper.councils() if c.id == slug)]}
    keeper.keep_organizations(organizations_of(council, said, known))
    before = keeper.people(council=slug)
    roll = roll_of(council, said, before)
    renamed = [one.id for one in roll.people if one.id in before and before[one.id].name != one.name]
    memberships = [seat for seat in roll.memberships if not takedowns.hides(seat.person_id)]
    keeper.keep_people(slug, takedowns.people(roll.people), memberships, roll.aliases)
    # Only those with a number of the publisher's: whoever is known by name alone is made anew, so that order plays no part.
    people = {id: person for id, person in keeper.people(council=council.slug).items() if person.source_id and not takedowns.hides(id)}
    days = {one.meeting: str(one.fields["start"])[:10] for one in said if one.kind == "meeting" and one.fields.get("start")}
    keys = sorted({*touched, *keeper.meetings_naming(renamed)}, key=lambda key: (days.get(key, ""), key))
    offices = Offices()
    for day, attendance in keeper.attendance_since(slug, _long_before(days.get(keys[0], "") if keys else "")):
        offices.note(date.fromisoformat(day).toordinal(), attendance)
    done: Counter[str] = Counter()
    for key in keys:
        done += _settle_meeting(council, keeper, key, people, offices, today, now, takedowns)
        progress(key)
    return done


def _long_before(day: str) -> str:
    """The first day whose offices count for a meeting on a day; the beginning of time for none."""
    return date.fromordinal(max(1, date.fromisoformat(day).toordinal() - DAYS)).isoformat() if day else ""


def _settle_meeting(
    council: Council, keeper: Keeper, key: str, people: Mapping[str, Person], offices: Offices, today: date, now: datetime, takedowns: Takedowns
) -> Counter[str]:
    if takedowns.hides(f"{council.slug}/meeting/{key}"):
        return Counter()
    said = keeper.observations(council.slug, meeting=key)
    before = keeper.find_meeting(f"{council.slug}/meeting/{key}")
    own = keeper.captures.of_meeting(council.slug, key)
    made = assemble(council, key, said, people, before, today, frozenset(own), own)
    if made is None:
        return Counter()
    records = takedowns.without(made.records)
    if not records.attendance and any(item.text for item in records.items):
        attendance, there = attendance_in("", records.items, list(people.values()), council.slug)
        records = takedowns.without(replace(records, attendance=tuple(attendance), people=tuple(there)))
    aliases = {names.fold(name): id for name, id in council.aliases.items()}
    day = date.fromisoformat(records.meeting.start[:10]).toordinal()
    held = {office: id for office, id in offices.before(day).items() if not takedowns.hides(id)}
    offices.note(day, records.attendance)
    everybody = {one.id: one for one in [*keeper.people([*held.values(), *aliases.values()]).values(), *people.values(), *records.people]}
    read = annotate(records.items, records.attendance, list(everybody.values()), council.slug, aliases, held)
    known_by_name = {one.id: replace(one, kind=council.kinds.get(one.id, one.kind)) for one in [*read.people, *records.people]}
    newcomers = tuple(takedowns.people(known_by_name.values()))
    complete = replace(records, people=newcomers, **{field: getattr(read, field) for field in FOUND})
    kept = keeper.keep(complete, made.content_hash, made.capture_ids, now, made.aliases)
    return Counter({"changed": int(kept.changed), "versions": int(kept.new_version)}) + differences(before, complete)


def differences(before: MeetingRecords | None, after: MeetingRecords) -> Counter[str]:
    """How many records of each kind that is read from minutes are there now and were not, or were and are not."""
    return Counter({field: len(set(getattr(before, field, ())) ^ set(getattr(after, field))) for field in FOUND})
