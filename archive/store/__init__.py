"""Keeps the records and the captures: SQLite by default, any database that SQLAlchemy knows by URL."""

from archive.store.calendar import Listed
from archive.store.captures import Captures, open_captures
from archive.store.keeper import Keeper, Kept, open_keeper
from archive.store.store import Change, Store, Whereabouts, open_store

__all__ = ["Captures", "Change", "Keeper", "Kept", "Listed", "Store", "Whereabouts", "open_captures", "open_keeper", "open_store"]
