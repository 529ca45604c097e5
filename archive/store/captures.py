"""The captures: every page as it was sent, and a ledger with a row for every request.

Bodies are kept once, by the SHA-256 of their bytes, packed with zstd. A fetch has an outcome:

``unread``   kept, not read yet
``good``     read, and something on it was new: its body is what `minutebook read` reads
``same``     read, and it said what the last good one said: its body is dropped again, the row stays
``suspect``  its promise was broken: the body is kept for whoever mends the reader, the records stand as they were
``missing``  the publisher says that there is no such page
``failed``   nothing usable came
"""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

import zstandard
from sqlalchemy import CursorResult, Engine, Row, and_, delete, func, select, update

from archive.config import Config
from archive.records import Capture, Link
from archive.store.database import migrate, open_engine
from archive.store.tables import body, fetch, run

OUTCOMES = ("unread", "good", "same", "suspect", "missing", "failed")
BROKEN = ("suspect", "missing", "failed")
"""Outcomes that leave a page unread."""
_LEVEL = 9


def timestamp(moment: datetime) -> str:
    """An aware moment as the archive writes it: UTC, to the second, ``2026-11-24T02:14:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Fetched:
    """A row of the ledger."""

    id: int
    link: Link
    outcome: str
    fetched_at: str
    sha256: str
    content_hash: str
    why: str


@dataclass(frozen=True)
class Run:
    """One crawl of one council."""

    id: int
    started_at: str
    finished_at: str
    """Empty: still at work, or stopped half-way."""
    report: Mapping[str, Any]


class Captures:
    """The database of captures; safe to share between threads."""

    def __init__(self, reading: Engine, writing: Engine) -> None:
        self._reading = reading
        self._writing = writing

    def close(self) -> None:
        """Give the connections back."""
        self._reading.dispose()
        self._writing.dispose()

    # ── runs ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def begin_run(self, council: str, now: datetime) -> int:
        """A new run of the crawl of one council; returns its number."""
        with self._writing.begin() as connection:
            made = connection.execute(run.insert().values(council=council, started_at=timestamp(now), report={}))
            return _new_id(made)

    def end_run(self, number: int, report: Mapping[str, Any], now: datetime) -> None:
        """Write down how a run ended; ``report`` is for `minutebook status`."""
        with self._writing.begin() as connection:
            connection.execute(update(run).where(run.c.id == number).values(finished_at=timestamp(now), report=dict(report)))

    def runs(self, council: str) -> list[tuple[int, datetime]]:
        """Every run of a council and when it began, oldest first."""
        with self._reading.connect() as connection:
            rows = connection.execute(select(run.c.id, run.c.started_at).where(run.c.council == council).order_by(run.c.id))
            return [(row.id, datetime.fromisoformat(row.started_at)) for row in rows]

    def last_run(self, council: str) -> tuple[str, dict[str, Any]] | None:
        """When the newest finished run of a council ended, and its report."""
        with self._reading.connect() as connection:
            wanted = select(run.c.finished_at, run.c.report).where(run.c.council == council, run.c.finished_at != "").order_by(run.c.id.desc()).limit(1)
            row = connection.execute(wanted).first()
            return (row.finished_at, dict(row.report)) if row else None

    def reports(self, council: str, limit: int = 60) -> list[Run]:
        """The newest runs of a council with their reports, the newest first."""
        with self._reading.connect() as connection:
            wanted = select(run).where(run.c.council == council).order_by(run.c.id.desc()).limit(limit)
            return [Run(row.id, row.started_at, row.finished_at, dict(row.report)) for row in connection.execute(wanted)]

    # ── keeping ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def keep(self, number: int, council: str, source: int, capture: Capture) -> Capture:
        """Commit a page before anybody reads it; returns it with its row and hash."""
        digest = hashlib.sha256(capture.body).hexdigest()
        with self._writing.begin() as connection:
            held = connection.execute(select(body.c.packed.is_not(None)).where(body.c.sha256 == digest)).scalar()
            if held is None:
                packed = zstandard.ZstdCompressor(level=_LEVEL).compress(capture.body)
                connection.execute(body.insert().values(sha256=digest, packed=packed, size=len(capture.body)))
            values = self._row(number, council, source, capture.link, "unread") | {
                "url": capture.url,
                "status": capture.status,
                "media_type": capture.media_type,
                "charset": capture.charset,
                "fetched_at": timestamp(capture.fetched_at),
                "sha256": digest,
            }
            made = connection.execute(fetch.insert().values(values))
            return replace(capture, id=_new_id(made), sha256=digest)

    def settle(self, id: int, outcome: str, content_hash: str = "", why: str = "", keep_body: bool = True) -> None:
        """Write down how the reading of a kept page ended; a body that nobody needs any more is dropped."""
        with self._writing.begin() as connection:
            connection.execute(update(fetch).where(fetch.c.id == id).values(outcome=outcome, content_hash=content_hash, why=why))
            if outcome in ("same", "missing") or not keep_body:
                self._drop_unneeded(connection, connection.execute(select(fetch.c.sha256).where(fetch.c.id == id)).scalar_one(), purged=not keep_body)

    def fail(self, number: int, council: str, source: int, link: Link, now: datetime, why: str, missing: bool = False) -> None:
        """Write down a request to which nothing usable came."""
        with self._writing.begin() as connection:
            values = self._row(number, council, source, link, "missing" if missing else "failed")
            connection.execute(fetch.insert().values(values | {"status": 0, "fetched_at": timestamp(now), "why": why}))

    @staticmethod
    def _row(number: int, council: str, source: int, link: Link, outcome: str) -> dict[str, Any]:
        return {"run_id": number, "council": council, "source": source, "link": asdict(link), "page": link.url, "meeting": link.meeting, "outcome": outcome}

    @staticmethod
    def _drop_unneeded(connection: Any, digest: str, purged: bool) -> None:
        if purged:
            connection.execute(update(body).where(body.c.sha256 == digest).values(packed=None))
            return
        needed = select(func.count()).where(fetch.c.sha256 == digest, fetch.c.outcome.in_(("unread", "good", "suspect")))
        if not connection.execute(needed).scalar():
            connection.execute(delete(body).where(body.c.sha256 == digest))

    # ── looking ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def good(self, council: str, page: str) -> Fetched | None:
        """The newest fetch of a page that could be read and was new."""
        with self._reading.connect() as connection:
            wanted = select(fetch).where(fetch.c.council == council, fetch.c.page == page, fetch.c.outcome == "good")
            row = connection.execute(wanted.order_by(fetch.c.id.desc()).limit(1)).first()
            return _fetched(row) if row else None

    def checked_at(self, council: str, page: str) -> str:
        """When a page was last seen to say what is kept of it; empty if never."""
        with self._reading.connect() as connection:
            wanted = select(func.max(fetch.c.fetched_at)).where(fetch.c.council == council, fetch.c.page == page, fetch.c.outcome.in_(("good", "same")))
            return connection.execute(wanted).scalar() or ""

    def latest(self) -> str:
        """The last request and the end of the last crawl: another text whenever anything was asked for, or a crawl ended, since."""
        with self._reading.connect() as connection:
            asked, ended = (connection.execute(select(func.max(column))).scalar() for column in (fetch.c.id, run.c.finished_at))
            return f"{asked or 0} {ended or ''}"

    def fetches(self, number: int) -> list[Fetched]:
        """Every request of a run, in the order sent."""
        with self._reading.connect() as connection:
            return [_fetched(row) for row in connection.execute(select(fetch).where(fetch.c.run_id == number).order_by(fetch.c.id))]

    def outcomes(self, number: int) -> dict[str, int]:
        """How many requests of a run had each outcome."""
        with self._reading.connect() as connection:
            wanted = select(fetch.c.outcome, func.count().label("n")).where(fetch.c.run_id == number).group_by(fetch.c.outcome)
            return {row.outcome: row.n for row in connection.execute(wanted)}

    def broken(self, council: str, meetings: Iterable[str]) -> dict[str, str]:
        """Why a page about each of these meetings (keys) could not be read in the last run that asked for any; those all of whose pages could are left out."""
        found: dict[str, str] = {}
        keys = list(meetings)
        with self._reading.connect() as connection:
            for at in range(0, len(keys), 500):
                ours = and_(fetch.c.council == council, fetch.c.meeting.in_(keys[at : at + 500]))
                last = select(fetch.c.meeting, func.max(fetch.c.run_id).label("run")).where(ours).group_by(fetch.c.meeting).subquery()
                wanted = (
                    select(fetch).join(last, and_(last.c.meeting == fetch.c.meeting, last.c.run == fetch.c.run_id)).where(ours, fetch.c.outcome.in_(BROKEN))
                )
                for row in connection.execute(wanted.order_by(fetch.c.id)):
                    if not row.link["optional"]:
                        found.setdefault(row.meeting, row.why)
        return found

    def of_meeting(self, council: str, meeting: str) -> dict[int, str]:
        """The captures of pages about one meeting alone that say something: row → SHA-256."""
        with self._reading.connect() as connection:
            wanted = select(fetch.c.id, fetch.c.sha256).where(fetch.c.council == council, fetch.c.meeting == meeting, fetch.c.outcome.in_(("good", "same")))
            return {row.id: row.sha256 for row in connection.execute(wanted)}

    def newest(self, council: str) -> Iterator[tuple[int, Capture]]:
        """(source, capture) of the newest readable state of every page of a council, in the order fetched; purged bodies are left out."""
        with self._reading.connect() as connection:
            newest = select(func.max(fetch.c.id)).where(fetch.c.council == council, fetch.c.outcome.in_(("good", "unread"))).group_by(fetch.c.page)
            ids = connection.execute(select(fetch.c.id).where(fetch.c.id.in_(newest)).order_by(fetch.c.id)).scalars().all()
        yield from self._captures(ids)

    def of_run(self, number: int) -> Iterator[tuple[int, Capture]]:
        """(source, capture) of every page of a run whose body is kept, in the order fetched."""
        with self._reading.connect() as connection:
            wanted = select(fetch.c.id).where(fetch.c.run_id == number, fetch.c.outcome.in_(("good", "unread"))).order_by(fetch.c.id)
            ids = connection.execute(wanted).scalars().all()
        yield from self._captures(ids)

    def _captures(self, ids: Any) -> Iterator[tuple[int, Capture]]:
        for id in ids:
            with self._reading.connect() as connection:
                row = connection.execute(select(fetch, body.c.packed).join(body, body.c.sha256 == fetch.c.sha256).where(fetch.c.id == id)).first()
            if row is not None and row.packed is not None:
                yield row.source, _capture(row)

    # ── care ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def counts(self) -> dict[str, int]:
        """How many requests there were by outcome, and how many bodies and bytes are kept."""
        with self._reading.connect() as connection:
            found = {row.outcome: row.n for row in connection.execute(select(fetch.c.outcome, func.count().label("n")).group_by(fetch.c.outcome))}
            bodies = connection.execute(select(func.count(), func.sum(func.length(body.c.packed))).where(body.c.packed.is_not(None))).one()
            return {**{o: found.get(o, 0) for o in OUTCOMES}, "bodies": bodies[0], "bytes": bodies[1] or 0}

    def damaged(self) -> Iterator[str]:
        """The hashes of bodies whose bytes are not what they were, and of fetches whose body is gone without having been purged."""
        with self._reading.connect() as connection:
            for digest in connection.execute(select(body.c.sha256).where(body.c.packed.is_not(None))).scalars().all():
                packed = connection.execute(select(body.c.packed).where(body.c.sha256 == digest)).scalar_one()
                if not _is_sound(packed, digest):
                    yield digest
            orphans = (
                select(fetch.c.sha256).outerjoin(body, body.c.sha256 == fetch.c.sha256).where(fetch.c.outcome.in_(("good", "suspect")), body.c.sha256.is_(None))
            )
            yield from connection.execute(orphans).scalars()

    def purge(self, council: str, meeting: str) -> int:
        """Delete the bytes of every page of one meeting, and keep their hashes; returns how many bodies went."""
        with self._writing.begin() as connection:
            digests = select(fetch.c.sha256).where(fetch.c.council == council, fetch.c.meeting == meeting, fetch.c.sha256 != "")
            return int(connection.execute(update(body).where(body.c.sha256.in_(digests), body.c.packed.is_not(None)).values(packed=None)).rowcount)

    def purge_bodies(self, council: str, words: Iterable[str]) -> int:
        """Delete the bytes of every page of a council that holds one of these words, and keep their hashes; returns how many went."""
        wanted = [word.casefold() for word in words]
        with self._reading.connect() as connection:
            digests = connection.execute(select(fetch.c.sha256).where(fetch.c.council == council, fetch.c.sha256 != "").distinct()).scalars().all()
        purged = 0
        for digest in digests:
            with self._writing.begin() as connection:
                packed = connection.execute(select(body.c.packed).where(body.c.sha256 == digest)).scalar()
                if packed and any(word in html.unescape(_unpacked(packed).decode("utf-8", "replace")).casefold() for word in wanted):
                    connection.execute(update(body).where(body.c.sha256 == digest).values(packed=None))
                    purged += 1
        return purged


def open_captures(config: Config) -> Captures:
    """The captures of an instance; makes the database where there is none."""
    url = config.url("CAPTURES")
    migrate(url, "CAPTURES", "captures")
    return Captures(open_engine(url, "CAPTURES", write=False), open_engine(url, "CAPTURES", write=True))


def _unpacked(packed: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompress(packed)


def _new_id(made: CursorResult[Any]) -> int:
    key = made.inserted_primary_key
    assert key is not None
    return int(key[0])


def _is_sound(packed: bytes, digest: str) -> bool:
    try:
        return hashlib.sha256(_unpacked(packed)).hexdigest() == digest
    except zstandard.ZstdError:
        return False


def _fetched(row: Row[Any]) -> Fetched:
    return Fetched(row.id, Link(**row.link), row.outcome, row.fetched_at, row.sha256, row.content_hash, row.why)


def _capture(row: Row[Any]) -> Capture:
    return Capture(
        link=Link(**row.link),
        url=row.url,
        status=row.status,
        media_type=row.media_type,
        charset=row.charset,
        body=_unpacked(row.packed),
        fetched_at=datetime.fromisoformat(row.fetched_at),
        sha256=row.sha256,
        id=row.id,
    )
