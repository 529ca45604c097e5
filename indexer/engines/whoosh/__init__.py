"""The embedded engine: Whoosh with posting lists of arrays, in generations that are never written once they are served.

How it goes: ``schema`` says which words of a passage are kept; ``writer`` turns them into posting lists (``postings``,
``codec``) and facet values into ``columns``; ``making`` puts them together as a generation (``generations``). To search,
``segment`` maps the files into memory, ``evaluation`` finds what the words match, ``served`` filters, counts and sorts.
"""

from indexer.engines.whoosh.index import WhooshIndex

__all__ = ["WhooshIndex"]
