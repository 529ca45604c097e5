"""The tables of the two databases: records, which readers see, and captures, from which every record can be made again.

Every record is one table of flat rows that point at each other by id. ``revision`` is the number of the commit that last
changed a record; a single writer hands the numbers out. Migrations make these tables; a test holds the two together.
"""

from typing import Any

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

_NAMES = {"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}

# ── records ─────────────────────────────────────────────────────────────────────────────────────────────────────────

records = MetaData(naming_convention=_NAMES)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


def _meeting() -> Column[str]:
    return Column("meeting_id", ForeignKey("meeting.id", ondelete="CASCADE"), nullable=False, index=True)


def _item() -> Column[str]:
    return Column("item_id", ForeignKey("agenda_item.id", ondelete="CASCADE"), nullable=False, index=True)


counter = Table("counter", records, Column("name", String(20), primary_key=True), Column("value", Integer, nullable=False))

observation = Table(
    "observation",
    records,
    Column("council", String(40), primary_key=True),
    Column("page", Text, primary_key=True),  # Canonical address of the page that said so.
    Column("place", Integer, primary_key=True),  # Its place among all that the page said.
    Column("capture_id", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("key", Text, nullable=False),
    Column("says", String(20), nullable=False),
    Column("meeting", Text, nullable=False),
    Column("fields", JSON, nullable=False),
    Index("ix_observation_council_meeting", "council", "meeting"),
)

organization = Table(
    "organization",
    records,
    Column("id", Text, primary_key=True),
    Column("source_id", Text),
    _text("name"),
    _text("classification"),
    Column("parent_id", Text, index=True),
    _text("status"),
    Column("former_names", JSON, nullable=False),
    _text("url"),
    Column("licence", Text),
    Column("revision", Integer, nullable=False, index=True),
)

person = Table(
    "person",
    records,
    Column("id", Text, primary_key=True),
    Column("source_id", Text),
    _text("name"),
    _text("kind"),
    Column("other_names", JSON, nullable=False),
    _text("party"),
    _text("ward"),
    _text("post"),
    _text("url"),
    Column("council", String(40), nullable=False, index=True),
    Column("revision", Integer, nullable=False, index=True),
)

membership = Table(
    "membership",
    records,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), nullable=False, primary_key=True),
    Column("organization_id", ForeignKey("organization.id", ondelete="CASCADE"), nullable=False, primary_key=True, index=True),
    Column("place", Integer, primary_key=True),  # A person may have sat on a committee more than once.
    _text("role"),
    _text("status"),
    Column("start_date", Text),
    Column("end_date", Text),
)

meeting = Table(
    "meeting",
    records,
    Column("id", Text, primary_key=True),
    _text("source_id"),
    Column("organization_id", ForeignKey("organization.id"), nullable=False, index=True),
    _text("title"),
    Column("start", Text, nullable=False),
    _text("status"),
    _text("minutes_status"),
    Column("version", Integer, nullable=False),
    _text("location"),
    _text("url"),
    _text("retrieved_at"),
    _text("sha256"),
    Column("council", String(40), nullable=False, index=True),
    Column("changed_on", Text, nullable=False),  # The day on which its minutes last changed, as far as that can be known.
    Column("omitted", Integer, nullable=False, default=0),  # How many complete listings in a row did not name it.
    Column("withdrawn", Boolean, nullable=False, default=False),
    Column("revision", Integer, nullable=False, index=True),
    Index("ix_meeting_start", "start"),
)

version = Table(
    "version",
    records,
    Column("meeting_id", ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _text("minutes_status"),
    _text("content_hash"),
    _text("first_seen"),
    Column("capture_ids", JSON, nullable=False),
    Column("items", JSON, nullable=False),  # Its agenda items whole, since older texts stand nowhere else.
)

agenda_item = Table(
    "agenda_item",
    records,
    Column("id", Text, primary_key=True),
    Column("source_id", Text),
    _meeting(),
    Column("order", Integer, nullable=False),
    _text("number"),
    _text("name"),
    _text("text"),
    Column("text_complete", Boolean, nullable=False),
    _text("language"),
    _text("agenda_text"),
    _text("decision_text"),
    Column("restricted", Boolean, nullable=False),
    _text("url"),
)

document = Table(
    "document",
    records,
    _meeting(),
    Column("place", Integer, primary_key=True),
    Column("id", Text, nullable=False, primary_key=True),  # A document may hang on more than one item.
    _text("source_id"),
    Column("item_id", ForeignKey("agenda_item.id", ondelete="CASCADE"), index=True),
    _text("name"),
    _text("media_type"),
    _text("url"),
)

attendance = Table(
    "attendance",
    records,
    Column("meeting_id", ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True),
    Column("order", Integer, primary_key=True),
    Column("person_id", Text, index=True),
    _text("name"),
    _text("as_written"),
    _text("status"),
    _text("role"),
    Column("substitute_for", Text),
)


def _found(name: str, *columns: Column[Any]) -> Table:
    """What was read from the minutes of an item: rows in the order of the text."""
    return Table(name, records, _meeting(), _item(), Column("number", Integer, primary_key=True, autoincrement=True), *columns)


def _place() -> tuple[Column[Any], ...]:
    """Where in the item's text, and by which rule."""
    return (Column("start", Integer, nullable=False), Column("end", Integer, nullable=False), _text("rule"))


def _who() -> tuple[Column[Any], ...]:
    return (Column("person_id", Text, index=True), _text("name"))


speech = _found("speech", *_who(), _text("kind"), _text("role"), _text("as_written"), *_place())
decision = _found("decision", _text("outcome"), _text("text"), *_place())
motion = _found(
    "motion",
    _text("mover"),
    Column("seconder", Text),
    Column("outcome", Text),
    Column("amendment", Boolean, nullable=False),
    _text("text"),
    *_place(),
    Column("mover_id", Text, index=True),
    Column("seconder_id", Text, index=True),
)
vote_event = _found(
    "vote_event",
    *(Column(side, Integer) for side in ("for_", "against", "abstain")),
    Column("unanimous", Boolean, nullable=False),
    *(Column(f"{side}_names", JSON, nullable=False) for side in ("for", "against", "abstain")),
    _text("text"),
    *_place(),
)
vote = _found("vote", Column("start", Integer, nullable=False), _text("option"), *_who())
declaration = _found("declaration", *_who(), _text("text"), *_place())
action = _found("action", *_who(), _text("text"), *_place())
reference = _found("reference", _text("kind"), _text("value"), Column("start", Integer, nullable=False), Column("end", Integer, nullable=False))

acronym = Table(
    "acronym",
    records,
    _meeting(),
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("organization_id", Text, nullable=False, index=True),
    _text("short"),
    _text("long"),
)

alias = Table("alias", records, Column("id", Text, primary_key=True), Column("target", Text, nullable=False), Column("revision", Integer, nullable=False))

tombstone = Table(
    "tombstone",
    records,
    Column("id", Text, primary_key=True),
    _text("kind"),
    _text("parent"),  # The meeting it was part of, where the reader can go on.
    _text("reason"),
    Column("at", Text, nullable=False),
    Column("revision", Integer, nullable=False, index=True),
)

# ── captures ────────────────────────────────────────────────────────────────────────────────────────────────────────

captures = MetaData(naming_convention=_NAMES)

run = Table(
    "run",
    captures,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("council", String(40), nullable=False, index=True),
    Column("started_at", Text, nullable=False),
    Column("finished_at", Text, nullable=False, default=""),  # Empty: still at work, or stopped half-way.
    Column("report", JSON, nullable=False),
)

body = Table(
    "body",
    captures,
    Column("sha256", String(64), primary_key=True),
    Column("packed", LargeBinary),  # zstd; null once it was purged.
    Column("size", Integer, nullable=False),
)

fetch = Table(
    "fetch",
    captures,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("run_id", ForeignKey("run.id"), nullable=False, index=True),
    Column("council", String(40), nullable=False),
    Column("source", Integer, nullable=False),  # Which of the council's sources, from 0.
    Column("link", JSON, nullable=False),
    Column("page", Text, nullable=False),  # The link's canonical address.
    _text("meeting"),
    _text("url"),
    Column("status", Integer, nullable=False),
    _text("media_type"),
    _text("charset"),
    Column("fetched_at", Text, nullable=False),
    Column("sha256", String(64), nullable=False, default=""),
    Column("outcome", String(10), nullable=False),  # One of captures.OUTCOMES.
    _text("content_hash"),
    _text("why"),
    Index("ix_fetch_council_page", "council", "page", "outcome"),
    Index("ix_fetch_council_meeting", "council", "meeting"),
)
