"""A council with a few meetings, kept, indexed and shown: what tests of the pages share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from instances import kept_in, shown_from

from archive.records import AgendaItem, Meeting, MeetingRecords, Membership, Organization, Person, Reference, Speech
from archive.store import Keeper

SEEN = datetime(2026, 1, 2, tzinfo=UTC)
COMMITTEES = (("1", "Cabinet"), ("2", "Planning Committee"), ("3", "Libraries and Culture Panel"))
PEOPLE = (("1", "Jane Moore", "Mill Lane", ""), ("2", "Tom Moore", "", ""), ("3", "Ann Birch", "", "Head of Planning"))
ITEMS = (
    # meeting, committee, day, item, title, text, speaker
    (
        "10",
        "1",
        "2024-02-01",
        "100",
        "Library hours 2024",
        "Councillor Moore said the library hours at Mill Lane should be longer. The library opens late.",
        "1",
    ),
    ("10", "1", "2024-02-01", "101", "Apologies for absence", "There were apologies from Tom Moore about the library hours.", ""),
    ("11", "3", "2024-06-01", "110", "Library hours 2025", "The panel saw that the library hours had been longer, and that books were lent.", "2"),
    ("12", "2", "2025-01-10", "120", "Application 24/01234/FUL", "Ann Birch presented 24/01234/FUL, a bungalow with a garage at Mill Lane.", "3"),
    ("13", "1", "2025-03-10", "130", "Bungalow in Mill Lane", "The appeal about 24/01234/FUL, the bungalow with a garage, was lost.", ""),
    ("13", "1", "2025-03-10", "131", "Books and the library", "Books are lent by the library, whose hours are longer.", "1"),
)


@pytest.fixture
def library(tmp_path: Path, kept_library: Path) -> Iterator[FlaskClient]:
    """The pages of Ash Council, whose committees talked of a library and a bungalow."""
    yield from shown_from(tmp_path, kept_library)


@pytest.fixture(scope="session")
def kept_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The instance of Ash Council, made once."""
    folder = tmp_path_factory.mktemp("library")
    with kept_in(folder) as keeper:
        keep_library(keeper)
    return folder


def keep_library(keeper: Keeper) -> None:
    """Ash Council, its people and its meetings."""
    keeper.keep_organizations([
        Organization("ash", None, "Ash Council", "council"),
        *(Organization(f"ash/committee/{key}", key, name, "committee", "ash") for key, name in COMMITTEES),
    ])  # fmt: skip
    people = [Person(f"ash/person/{key}", key, name, "officer" if post else "member", ward=ward, post=post) for key, name, ward, post in PEOPLE]
    public = Person("ash/person/9", None, "Peter Quibble", "public")
    keeper.keep_people("ash", [*people, public], [Membership("ash/person/1", "ash/committee/1", "Chair")])
    for number in dict.fromkeys(one[0] for one in ITEMS):
        rows = [one for one in ITEMS if one[0] == number]
        meeting = Meeting(f"ash/meeting/{number}", number, f"ash/committee/{rows[0][1]}", "", f"{rows[0][2]}T10:00:00+00:00", "held", "confirmed", 0)
        items = tuple(AgendaItem(f"ash/item/{r[3]}", r[3], meeting.id, n, f"{n}.", r[4], r[5]) for n, r in enumerate(rows, 1))
        names = {f"ash/person/{key}": name for key, name, *_ in PEOPLE}
        speeches = tuple(Speech(f"ash/item/{r[3]}", f"ash/person/{r[6]}", names[f"ash/person/{r[6]}"], "person", "", "", 0, 9, "test") for r in rows if r[6])
        references = tuple(Reference(f"ash/item/{r[3]}", "planning", "24/01234/FUL", at, at + 12) for r in rows if (at := r[5].find("24/01234/FUL")) >= 0)
        keeper.keep(MeetingRecords(meeting, items, speeches=speeches, references=references), number, (1,), SEEN)
