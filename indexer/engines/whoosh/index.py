"""An index in a folder, behind the protocol that every engine keeps."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Lock

from indexer.catalogue import Catalogue
from indexer.counting import digest_of
from indexer.engines.whoosh import generations, library
from indexer.engines.whoosh.making import Making
from indexer.engines.whoosh.served import Served
from indexer.errors import OutOfDate, Unavailable
from indexer.index import Generation
from indexer.query import Query
from indexer.results import Hit, Results


class WhooshIndex:
    """An index in a folder. Safe to share between threads."""

    def __init__(self, folder: str, keep: int = 3) -> None:
        self.folder = Path(folder)
        self.keep = keep
        self._lock = Lock()
        self._opened: Served | None = None
        self._pointer = str(self.folder / "served")
        self._seen: tuple[tuple[int, int], str] = ((0, 0), "")

    def begin(self, rebuild: bool = False) -> Generation:
        """See ``Index``."""
        return Making(self.folder, self.keep, rebuild)

    def search(self, query: Query) -> Results:
        """See ``Index``."""
        return self._there().search(query)

    def every(self, query: Query) -> tuple[int, Iterator[Hit]]:
        """See ``Index``."""
        return self._there().every(query)

    def generation(self) -> str:
        """See ``Index``."""
        served = self._served()
        return f"{served.name}-{served.mark}" if served else ""

    def catalogue(self) -> Catalogue:
        """See ``Index``."""
        served = self._served()
        return served.catalogue if served else Catalogue()

    def vocabulary(self) -> Mapping[str, int]:
        """See ``Index``; passages that were deleted count until their segment is written anew."""
        served = self._served()
        return served.vocabulary if served else {}

    def revision(self) -> int:
        """See ``Index``."""
        served = self._served()
        return int(served.manifest["revision"]) if served else 0

    def digest(self) -> str:
        """See ``Index``."""
        served = self._served()
        return digest_of(served.passages() if served else ())

    def damaged(self) -> list[str]:
        """See ``Index``: files, by their hashes."""
        name = generations.served_name(self.folder)
        if not name:
            return []
        manifest = json.loads((self.folder / name / "manifest.json").read_text(encoding="utf-8"))
        return [f"{name}/{file}" for file in generations.damaged(self.folder / name, manifest, thoroughly=True)]

    def close(self) -> None:
        """Give the files back; the next search opens them again."""
        with self._lock:
            self._opened = None

    def _there(self) -> Served:
        served = self._served()
        if served is None:
            raise Unavailable("There is no search index yet: `minutebook index` makes one.")
        return served

    def _served(self) -> Served | None:
        """The served generation, opened once and again when the pointer moves; the last good one where the new one cannot be opened."""
        name = self._pointed()
        opened = self._opened
        if not name or (opened is not None and opened.name == name):
            return opened
        with self._lock:
            if self._opened is None or self._opened.name != name:
                self._opened = self._newest(name)
            return self._opened

    def _pointed(self) -> str:
        """The name of the served generation; the pointer is read only when it is another file than before."""
        try:
            now = os.stat(self._pointer)
        except FileNotFoundError:
            return ""
        mark = (now.st_ino, now.st_mtime_ns)
        if self._seen[0] != mark:
            self._seen = (mark, generations.served_name(self.folder))
        return self._seen[1]

    def _newest(self, name: str) -> Served:
        """The generation of this name, or the one that served so far, or the newest that can be opened."""
        try:
            return Served(self.folder / name)
        except (OSError, ValueError, KeyError, library.EmptyIndexError) as error:
            if self._opened is not None:
                return self._opened
            for folder in generations.all_of(self.folder):
                try:
                    return Served(folder)
                except (OSError, ValueError, KeyError, OutOfDate, library.EmptyIndexError):
                    continue
            raise Unavailable(f"The search index cannot be opened ({error}): `minutebook index --rebuild` makes a new one.") from error
