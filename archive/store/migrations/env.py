"""Runs the migrations of one of the two databases on the connection that ``database.migrate`` hands over."""

from alembic import context

from archive.store import tables

which = context.config.attributes["tables"]
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=getattr(tables, which),
    version_table=f"{which}_version",  # Both databases may be one, on PostgreSQL.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
