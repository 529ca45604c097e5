"""Records made by hand for what the demonstration council does not show: the rare states of a page, and words that strain a layout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from archive.demo.council import registered
from archive.keeping.takedown import take_down
from archive.records import AgendaItem, Attendance, Decision, Document, Meeting, MeetingRecords, Membership, Organization, Person, Speech, Vote, VoteEvent
from archive.store import Keeper

SEEN = datetime(2026, 11, 27, 3, tzinfo=UTC)
COUNCIL = "hollinmarch"
LONG_TITLE = "THE HOLLINMARCH (TEMPORARY AND EXPERIMENTAL TRAFFIC REGULATION AND RESIDENTS PARKING PLACES) (CONSOLIDATION) (AMENDMENT No. 14) ORDER 2026"
LONG_WORD = "https://www.hollinmarch.example/" + "consultation-on-residents-parking-places/" * 4 + "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
SPOKEN = "Councillor Tester said that the order <b>&amp; its plan</b> were clear."


def keep_corners(instance: Path, keeper: Keeper) -> None:
    """Keep them among the demonstration's own, which is already there: a closed committee, a few meetings, people with nothing to show."""
    keeper.keep_organizations([
        Organization(f"{COUNCIL}/committee/91", "91", "Canal and Towpath Sub-Committee", "committee", COUNCIL, "former", ("Canals Panel",)),
        Organization(f"{COUNCIL}/committee/92", "92", "Joint Committee for Everything that Concerns the Highways of Two Counties and of Their Neighbours", "committee", COUNCIL),
    ])  # fmt: skip
    people = [
        Person(f"{COUNCIL}/person/991", "991", "Ada Tester-Featherstonehaugh", "member", ("Ada Tester",), "Independent", "Long Ward Name and Villages", "Cabinet Member"),
        Person(f"{COUNCIL}/person/992", "992", "Silent Member", "member"),
    ]  # fmt: skip
    keeper.keep_people(COUNCIL, [*keeper.people(council=COUNCIL).values(), *people], [*_seats(keeper), *_new_seats()])
    for records in (_strained(), _withdrawn(), _draft(), _closed(), _to_come(), _roll_call()):
        keeper.keep(records, records.meeting.source_id, (1,), SEEN)
    keeper.withdraw(f"{COUNCIL}/meeting/9902")
    oldest = min(keeper.every_meeting(COUNCIL), key=lambda meeting: meeting.start)
    take_down(instance, registered("http://127.0.0.1"), keeper, keeper.meeting(oldest.id).items[-1].id, "The council asked for it", False, SEEN.date())


def _seats(keeper: Keeper) -> Iterable[Membership]:
    return [seat for id in keeper.people(council=COUNCIL) for seat in keeper.memberships(person_id=id)]


def _new_seats() -> Iterable[Membership]:
    yield Membership(f"{COUNCIL}/person/991", f"{COUNCIL}/committee/92", "Chairman", "current", "2024-05-20")
    yield Membership(f"{COUNCIL}/person/991", f"{COUNCIL}/committee/91", "Member", "former", "2020-05-18", "2024-05-20")


def _strained() -> MeetingRecords:
    """Long words, a title in capitals, an item without a title, a text that is cut, Welsh words, a role that spoke."""
    meeting = _meeting("9901", "92", "2026-10-15T10:00:00+01:00", "confirmed", location="The Old Corn Exchange and Assembly Rooms, Hollinmarch")
    text = f"{SPOKEN}\nThe plan was at {LONG_WORD} for all to see.\nRESOLVED: That the order be made."
    at = text.index("RESOLVED")
    items = (
        AgendaItem(f"{COUNCIL}/item/9901", "9901", meeting.id, 1, "1234567/2026-27(b).", LONG_TITLE, text),
        AgendaItem(f"{COUNCIL}/item/9902", "9902", meeting.id, 2, "", "", "There was nothing to say of it."),
        AgendaItem(f"{COUNCIL}/item/9903", "9903", meeting.id, 3, "3.", "A text that is cut", "It began well and", text_complete=False, url="https://hollinmarch.example/3"),
        AgendaItem(f"{COUNCIL}/item/9904", "9904", meeting.id, 4, "4.", "Parcio i breswylwyr", "Nododd y Pwyllgor yr adroddiad am barcio.", language="cy"),
    )  # fmt: skip
    person = f"{COUNCIL}/person/991"
    return MeetingRecords(
        meeting,
        items,
        documents=(Document(f"{COUNCIL}/document/9901", "9901", meeting.id, items[0].id, LONG_WORD, "application/pdf", LONG_WORD),),
        attendance=(
            Attendance(meeting.id, 1, person, "Ada Tester-Featherstonehaugh", "Cllr Ada Tester", "present", "Chairman"),
            Attendance(meeting.id, 2, None, "Silent Member", "Cllr S Member", "apologies"),
        ),
        speeches=(
            Speech(items[0].id, person, "Ada Tester-Featherstonehaugh", "person", "", "Councillor Tester", 0, 18, "test"),
            Speech(items[0].id, None, "Director of Highways", "role", "Director of Highways", "", 0, 18, "test"),
        ),
        decisions=(Decision(items[0].id, "approved", text[at:], at, len(text), "test"),),
    )


def _withdrawn() -> MeetingRecords:
    meeting = _meeting("9902", "92", "2026-09-10T10:00:00+01:00", "confirmed")
    return MeetingRecords(meeting, (AgendaItem(f"{COUNCIL}/item/9906", "9906", meeting.id, 1, "1.", "Taken off the website", "A text that nobody shall see."),))


def _draft() -> MeetingRecords:
    meeting = _meeting("9903", "92", "2026-11-12T10:00:00+00:00", "draft")
    return MeetingRecords(meeting, (AgendaItem(f"{COUNCIL}/item/9907", "9907", meeting.id, 1, "1.", "Not yet confirmed", "The draft says that it was quiet."),))


def _closed() -> MeetingRecords:
    """The last meeting of a committee that is no more."""
    meeting = _meeting("9904", "91", "2025-03-06T10:00:00+00:00", "confirmed")
    return MeetingRecords(meeting, (AgendaItem(f"{COUNCIL}/item/9908", "9908", meeting.id, 1, "1.", "Towpath repairs", "The towpath was mended."),))


def _to_come() -> MeetingRecords:
    """Far enough ahead that it stays to come."""
    return MeetingRecords(replace(_meeting("9905", "92", "2099-01-15T10:00:00+00:00", "none"), status="scheduled"))


def _roll_call() -> MeetingRecords:
    """A vote with everybody's name, more than a phone has room for."""
    meeting = _meeting("9906", "92", "2026-08-06T10:00:00+01:00", "confirmed")
    names = [f"{first} {last}" for last in ("Ash", "Birch-Penhaligon", "Cedar", "Elder") for first in ("Ann", "Bartholomew", "Cy")]
    sides = {"for": tuple(names[:7]), "against": tuple(names[7:11]), "abstain": tuple(names[11:])}
    text = "A recorded vote was taken and the motion was carried by seven votes to four, with one abstention."
    item = AgendaItem(f"{COUNCIL}/item/9910", "9910", meeting.id, 1, "1.", "A bridge over the canal", text)
    event = VoteEvent(item.id, 7, 4, 1, False, sides["for"], sides["against"], sides["abstain"], text, 0, len(text), "test")
    votes = tuple(Vote(item.id, 0, option, f"{COUNCIL}/person/991" if name == "Ann Ash" else None, name) for option, those in sides.items() for name in those)
    return MeetingRecords(meeting, (item,), vote_events=(event,), votes=votes)


def _meeting(key: str, committee: str, start: str, minutes: str, location: str = "") -> Meeting:
    id = f"{COUNCIL}/meeting/{key}"
    return Meeting(id, key, f"{COUNCIL}/committee/{committee}", "", start, "held", minutes, 0, location=location, url=f"https://hollinmarch.example/{key}")
