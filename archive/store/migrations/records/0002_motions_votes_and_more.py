"""Motions, votes, declarations, actions, references and acronyms, as read from the minutes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_PLACE = (("start", sa.Integer, False), ("end", sa.Integer, False))
_WHO = (("person_id", sa.Text, True), ("name", sa.Text, False))
_TABLES = {
    "motion": (
        ("mover", sa.Text, False), ("seconder", sa.Text, True), ("outcome", sa.Text, True), ("amendment", sa.Boolean, False), ("text", sa.Text, False),
        *_PLACE, ("rule", sa.Text, False), ("mover_id", sa.Text, True), ("seconder_id", sa.Text, True),
    ),
    "vote_event": (
        ("for_", sa.Integer, True), ("against", sa.Integer, True), ("abstain", sa.Integer, True), ("unanimous", sa.Boolean, False),
        ("for_names", sa.JSON, False), ("against_names", sa.JSON, False), ("abstain_names", sa.JSON, False), ("text", sa.Text, False),
        *_PLACE, ("rule", sa.Text, False),
    ),
    "vote": (("start", sa.Integer, False), ("option", sa.Text, False), *_WHO),
    "declaration": (*_WHO, ("text", sa.Text, False), *_PLACE, ("rule", sa.Text, False)),
    "action": (*_WHO, ("text", sa.Text, False), *_PLACE, ("rule", sa.Text, False)),
    "reference": (("kind", sa.Text, False), ("value", sa.Text, False), *_PLACE),
}  # fmt: skip
_INDEXED = ("meeting_id", "item_id", "person_id", "mover_id", "seconder_id", "organization_id")


def upgrade() -> None:
    """Go on to this state."""
    for name, columns in _TABLES.items():
        _create(name, [("item_id", sa.Text, False)], columns)
    _create("acronym", [], (("organization_id", sa.Text, False), ("short", sa.Text, False), ("long", sa.Text, False)))


def _create(name, parents, columns) -> None:  # type: ignore[no-untyped-def]
    links = [sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f(f"fk_{name}_meeting_id"), ondelete="CASCADE")]
    links += [sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f(f"fk_{name}_item_id"), ondelete="CASCADE") for _ in parents]
    every = [("meeting_id", sa.Text, False), *parents, *columns]
    op.create_table(
        name,
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        *(sa.Column(column, kind(), nullable=nullable) for column, kind, nullable in every),
        *links,
        sa.PrimaryKeyConstraint("number", name=op.f(f"pk_{name}")),
    )
    for column, _, _ in every:
        if column in _INDEXED:
            op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def downgrade() -> None:
    """Go back to the state before."""
    for name in (*_TABLES, "acronym"):
        op.drop_table(name)
