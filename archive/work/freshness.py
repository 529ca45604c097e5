"""When each council's website was last read: a small file in the instance, so that every page can say it and none asks a database."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

from archive.store.captures import timestamp

FILE = "last-read.json"
STALE = timedelta(hours=48)
"""A website that was not read for longer is told of at the top of every page: two nights were lost."""


class LastRead:
    """The file of one instance. Safe to share between threads; the crawl alone writes it."""

    def __init__(self, instance: Path) -> None:
        self.path = instance / FILE
        self._lock = Lock()
        self._seen: tuple[tuple[int, int], Mapping[str, datetime]] = ((0, 0), {})

    def note(self, council: str, at: datetime) -> None:
        """Write down that a council's website was read; a reader sees the whole file of before or that of after."""
        with self._lock:
            times = {**self.times(), council: at}
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new = self.path.with_suffix(".new")
            with new.open("w", encoding="utf-8") as file:
                json.dump({slug: timestamp(moment) for slug, moment in sorted(times.items())}, file)
                file.flush()
                os.fsync(file.fileno())
            os.replace(new, self.path)
            _flush(self.path.parent)

    def times(self) -> Mapping[str, datetime]:
        """When each council was last read, by slug; empty where there is no file, or one that says nothing. Read only when it is another one than before."""
        try:
            now = self.path.stat()
            mark = (now.st_ino, now.st_mtime_ns)
            if self._seen[0] != mark:
                self._seen = (mark, _times(self.path.read_text(encoding="utf-8")))
            return self._seen[1]
        except OSError:
            return {}


@dataclass(frozen=True)
class Freshness:
    """How old what is shown can be."""

    at: datetime | None
    """Since when every council's website has been read; None when one never was, or nobody knows."""
    stale: Mapping[str, datetime]
    """The councils whose websites were not read for too long (by slug), the longest first."""


def freshness(times: Mapping[str, datetime], now: datetime) -> Freshness:
    """How fresh the archive is at a moment, of the councils that it crawls."""
    late = {slug: at for slug, at in sorted(times.items(), key=lambda pair: (pair[1], pair[0])) if now - at > STALE}
    return Freshness(min(times.values(), default=None), late)


def moment_of(written: object) -> datetime | None:
    """A moment as the archive writes it; None for anything else."""
    try:
        found = datetime.fromisoformat(str(written))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _times(text: str) -> Mapping[str, datetime]:
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    pairs = ((slug, moment_of(written)) for slug, written in (said.items() if isinstance(said, dict) else ()))
    return {slug: at for slug, at in pairs if at is not None}


def _flush(folder: Path) -> None:
    """Make sure that the folder's names survive a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
