"""The one door to the engines: an index by its URL."""

from __future__ import annotations

from indexer.index import Index


def open_index(url: str) -> Index:
    """The index behind ``memory:`` or ``whoosh:<folder>``; engines are imported only when asked for."""
    scheme, _, place = url.partition(":")
    if scheme == "memory":
        from indexer.engines.memory import MemoryIndex

        return MemoryIndex()
    if scheme == "whoosh":
        from indexer.engines.whoosh import WhooshIndex

        return WhooshIndex(place)
    raise ValueError(f"{url!r} names no search engine: write whoosh:<folder> or memory:")
