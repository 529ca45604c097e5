"""Opening a database by URL and bringing it to the newest migration."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config as AlembicConfig
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from archive.errors import SettingError

_MIGRATIONS = Path(__file__).parent / "migrations"


def open_engine(url: str, name: str, write: bool) -> Engine:
    """An engine for the database of the setting ``name``.

    On SQLite a writing engine takes the write lock when a transaction begins: with the driver's own lazy transactions,
    two processes that read and then write lose updates without an error. Raises ``SettingError`` for a URL that is none.
    """
    try:
        engine = create_engine(url)
    except (ArgumentError, ImportError) as error:
        raise SettingError(name, f"{url!r} is not the URL of a database that can be used here: {error}") from error
    if engine.dialect.name == "sqlite":
        _set_up_sqlite(engine, "BEGIN IMMEDIATE" if write else "BEGIN")
    return engine


def migrate(url: str, name: str, tables: str) -> None:
    """Bring a database to the newest state of its tables (``records`` or ``captures``); makes it where there is none."""
    open_engine(url, name, write=False).dispose()
    place = make_url(url)
    if place.drivername.startswith("sqlite") and place.database:
        Path(place.database).parent.mkdir(parents=True, exist_ok=True)
    config = AlembicConfig()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("version_locations", str(_MIGRATIONS / tables))
    config.set_main_option("path_separator", "os")
    engine = open_engine(url, name, write=True)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            config.attributes["tables"] = tables
            command.upgrade(config, "head")
    except OperationalError as error:
        raise SettingError(name, f"the database {place.render_as_string()} cannot be opened: {error.orig}") from error
    finally:
        engine.dispose()


def _set_up_sqlite(engine: Engine, begin: str) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # The driver must not begin transactions behind our back.
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 60000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)
