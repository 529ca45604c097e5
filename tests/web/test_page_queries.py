"""A page asks the databases a bounded number of times, however much there is to show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from archive import config, create_app
from archive.records import (
    AgendaItem,
    Attendance,
    Decision,
    Document,
    Meeting,
    MeetingRecords,
    Membership,
    Motion,
    Organization,
    Person,
    Speech,
    Vote,
    VoteEvent,
)
from archive.store import open_keeper
from archive.work import update_index
from indexer.opening import open_index

SEEN = datetime(2026, 1, 2, tzinfo=UTC)
PATHS = ("/", "/ash", "/ash/people", "/ash/committee/1", "/ash/committee/1?year=all", "/ash/meeting/0", "/ash/item/0-0", "/ash/item/0-0?q=bus", "/ash/person/0")
MOST = 40
"""Statements of one page. A meeting with all that hangs on it is fourteen tables."""


@contextmanager
def counted() -> Iterator[list[str]]:
    """Every statement that any engine runs meanwhile."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def archive(folder: Path, size: int) -> FlaskClient:
    """A council with so many committees, people, meetings, items and versions."""
    settings = config.load(folder)
    keeper, index = open_keeper(settings), open_index(settings.url("INDEX"))
    keeper.keep_organizations(
        [
            Organization("ash", None, "Ash", "council"),
            *(Organization(f"ash/committee/{n}", str(n), f"Panel {n}", "committee", "ash") for n in range(1, size + 1)),
        ]
    )
    people = [Person(f"ash/person/{n}", str(n), f"Jane{n} Moore{n}", "member") for n in range(size)]
    keeper.keep_people("ash", people, [Membership(p.id, f"ash/committee/{n}") for p in people for n in range(1, size + 1)])
    text = "Councillor moved that the bus be kept.\nVote: 2 and 1 on the motion.\nRESOLVED: that it be kept."
    for m in range(size):
        start = (datetime(2020, 1, 5, 10, tzinfo=UTC) + timedelta(days=100 * m)).isoformat()
        meeting = Meeting(f"ash/meeting/{m}", str(m), "ash/committee/1", "", start, "held", "draft", 0)
        items = [AgendaItem(f"ash/item/{m}-{n}", f"{m}-{n}", meeting.id, n, f"{n}.", f"The bus to Mill Lane {n}", text) for n in range(size)]
        found = MeetingRecords(
            meeting,
            tuple(items),
            documents=tuple(Document(f"ash/document/{m}-{n}", f"{m}-{n}", meeting.id, items[n].id, "Report", "application/pdf", "") for n in range(size)),
            attendance=tuple(Attendance(meeting.id, n, p.id, p.name, p.name, "present") for n, p in enumerate(people)),
            speeches=tuple(Speech(item.id, p.id, p.name, "person", "", "Councillor", 0, 10, "test") for item in items for p in people),
            decisions=tuple(Decision(item.id, "agreed", "RESOLVED: that it be kept.", text.index("RESOLVED"), len(text), "marker") for item in items),
            motions=tuple(Motion(item.id, p.name, None, "carried", False, "the bus", 0, 10, "test", p.id) for item in items for p in people),
            vote_events=tuple(VoteEvent(item.id, 2, 1, None, False, (), (), (), "2 and 1", 45, 52, "test") for item in items),
            votes=tuple(Vote(item.id, 45, "for", p.id, p.name) for item in items for p in people),
        )  # fmt: skip
        for version in range(2):
            keeper.keep(found, f"hash {version}", (m * 10 + version,), SEEN)
    update_index(keeper, index)
    keeper.close()
    index.close()
    return create_app(str(folder)).test_client()


def statements_of(client: FlaskClient, path: str) -> list[str]:
    client.get("/")  # Opens records, captures and index.
    with counted() as statements:
        assert client.get(path).status_code == 200
    return statements


@pytest.fixture(scope="module")
def few_and_many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FlaskClient, FlaskClient]]:
    clients = archive(tmp_path_factory.mktemp("few"), 2), archive(tmp_path_factory.mktemp("many"), 9)
    yield clients
    for client in clients:
        client.application.extensions["minutebook"].store.close()
        client.application.extensions["minutebook"].index.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_much_asks_as_often_as_a_page_of_little(few_and_many: tuple[FlaskClient, FlaskClient], path: str) -> None:
    few, many = few_and_many
    asked = statements_of(many, path)
    assert len(asked) == len(statements_of(few, path)), asked
    assert 0 < len(asked) <= MOST
