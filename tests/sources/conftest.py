"""Fixtures for tests of sources."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readings import BASE, PAGES, TODAY, Read, capture_of

from archive.councils import Source
from archive.records import Link, Observation
from archive.sources.moderngov import ModernGov


@pytest.fixture
def reading() -> Callable[..., Read]:
    """Reads a golden page (its file's name) or a body: ``reading("meeting", "ieListDocuments.aspx?MId=1", "plain.html", meeting="1")``."""

    def read(page: str, path: str, body: str | bytes, service: bool = False, prefix: str = "", url: str = "", charset: str = "utf-8", **keys: str) -> Read:
        reader = ModernGov(Source(BASE, service=service, id_prefix=prefix, since=keys.pop("since", "")), TODAY)
        content = (PAGES / body).read_bytes() if isinstance(body, str) and body.endswith((".html", ".xml")) else body
        link = Link(f"{BASE}/{path}", page, **keys)  # type: ignore[arg-type]
        found = list(reader.read(capture_of(link, content, url, charset)))
        return Read([one for one in found if isinstance(one, Link)], [one for one in found if isinstance(one, Observation)])

    return read
