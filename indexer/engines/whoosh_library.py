"""The one door to Whoosh: its modules warn when they are compiled on newer Pythons, and are imported here with warnings caught."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.fields import ID, STORED, TEXT, Schema
    from whoosh.index import EmptyIndexError, FileIndex, create_in, open_dir
    from whoosh.qparser import QueryParser  # noqa: F401 -- Imported with its warnings, since Whoosh imports it late.
    from whoosh.query import And, AndNot, Every, Or, Phrase, Prefix, Term
    from whoosh.query import Query as WhooshQuery
    from whoosh.reading import TermNotFound
    from whoosh.scoring import BM25F
    from whoosh.searching import Searcher

__all__ = [
    "BM25F",
    "ID",
    "STORED",
    "TEXT",
    "And",
    "AndNot",
    "EmptyIndexError",
    "Every",
    "FileIndex",
    "Or",
    "Phrase",
    "Prefix",
    "Schema",
    "Searcher",
    "SpaceSeparatedTokenizer",
    "Term",
    "TermNotFound",
    "WhooshQuery",
    "create_in",
    "open_dir",
]
