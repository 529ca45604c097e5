"""Where pages of one council arrive: each is kept, then read, then what it says is put in place of what it said before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

from archive.councils import Council
from archive.errors import Missing, ReadError
from archive.records import Capture, Link, Observation
from archive.sources.source import SourceReader
from archive.store import Keeper
from archive.takedowns import Takedowns


class Desk:
    """Takes the pages of one council in one run."""

    def __init__(self, council: Council, readers: Sequence[SourceReader], keeper: Keeper, run: int, takedowns: Takedowns) -> None:
        self.council = council
        self.touched: set[str] = set()
        """Keys of meetings of which a page says something new."""
        self.pages = 0
        self._readers = readers
        self._keeper = keeper
        self._run = run
        self._takedowns = takedowns

    def take(self, source: int) -> Callable[[Capture], list[Link]]:
        """What the crawl does with a page of one of the council's sources: keep it, read it, answer where it leads."""

        def take(capture: Capture) -> list[Link]:
            clean = replace(capture, body=self._takedowns.cleaned(self._readers[source].redacted(capture)))
            return self.read(source, self._keeper.captures.keep(self._run, self.council.slug, source, clean))

        return take

    def read(self, source: int, capture: Capture) -> list[Link]:
        """Read a kept page. Raises ``ReadError`` or ``Missing``, with the earlier record standing."""
        captures, slug = self._keeper.captures, self.council.slug
        self.pages += 1
        try:
            found = list(self._readers[source].read(capture))
        except (ReadError, Missing) as error:
            captures.settle(capture.id, "missing" if isinstance(error, Missing) else "suspect", why=str(error))
            raise
        said = self._takedowns.observed(slug, [one for one in found if isinstance(one, Observation)])
        digest = fingerprint(said)
        good = captures.good(slug, capture.link.url)
        if good is not None and good.id != capture.id and good.content_hash == digest:
            captures.settle(capture.id, "same", digest)
        else:
            self._observe(capture, said)
            captures.settle(capture.id, "good", digest, keep_body=not self._takedowns.is_purged(slug, capture.link.meeting))
        return [one for one in found if isinstance(one, Link)]

    def _observe(self, capture: Capture, said: Sequence[Observation]) -> None:
        """Put what the page says in place, and note which meetings that is news of."""
        before = {_words(one): one for one in self._keeper.observations(self.council.slug, page=capture.link.url)}
        now = {_words(one): one for one in said}
        self.touched |= {one.meeting for words, one in [*before.items(), *now.items()] if one.meeting and not (words in before and words in now)}
        self._keeper.observe(self.council.slug, capture.link.url, capture.id, said)


def fingerprint(said: Sequence[Observation]) -> str:
    """A hash over what a page says; its addresses are canonical, and dates of fetching are no part of it."""
    return hashlib.sha256("\n".join(map(_words, said)).encode("utf-8", "surrogatepass")).hexdigest()


def _words(one: Observation) -> str:
    return json.dumps({**asdict(one), "capture_id": 0}, ensure_ascii=False, sort_keys=True)
