"""After the pages of a council were read: its people, its committees and its meetings are put together and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from archive.assemble import assemble, organizations_of, roll_of
from archive.councils import Council
from archive.minutes import annotate
from archive.records import Person
from archive.store import Keeper
from archive.store.rows import FOUND
from archive.takedowns import Takedowns


def settle(
    council: Council, keeper: Keeper, touched: Iterable[str], now: datetime, takedowns: Takedowns, progress: Callable[[str], None] = lambda _: None
) -> tuple[int, int]:
    """Put the touched meetings (keys) together and keep them; returns how many changed, and how many have a new version."""
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
    changed = versions = 0
    for key in sorted({*touched, *keeper.meetings_naming(renamed)}):
        kept = _settle_meeting(council, keeper, key, people, today, now, takedowns)
        changed, versions = changed + kept[0], versions + kept[1]
        progress(key)
    return changed, versions


def _settle_meeting(
    council: Council, keeper: Keeper, key: str, people: Mapping[str, Person], today: date, now: datetime, takedowns: Takedowns
) -> tuple[bool, bool]:
    if takedowns.hides(f"{council.slug}/meeting/{key}"):
        return False, False
    said = keeper.observations(council.slug, meeting=key)
    before = keeper.find_meeting(f"{council.slug}/meeting/{key}")
    own = keeper.captures.of_meeting(council.slug, key)
    made = assemble(council, key, said, people, before, today, frozenset(own), own)
    if made is None:
        return False, False
    records = takedowns.without(made.records)
    everybody = [*people.values(), *records.people]
    read = annotate(records.items, records.attendance, everybody, council.slug)
    newcomers = tuple(takedowns.people({one.id: one for one in [*read.people, *records.people]}.values()))
    complete = replace(records, people=newcomers, **{field: getattr(read, field) for field in FOUND})
    kept = keeper.keep(complete, made.content_hash, made.capture_ids, now, made.aliases)
    return kept.changed, kept.new_version
