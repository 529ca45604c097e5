"""The one door to Whoosh: its modules warn when they are compiled on newer Pythons, and are imported here with warnings caught."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo, W3TermsReader
    from whoosh.fields import STORED, TEXT, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.filedb.structfile import StructFile
    from whoosh.index import EmptyIndexError, FileIndex, create_in, open_dir
    from whoosh.matching import LeafMatcher, ReadTooFar
    from whoosh.qparser import QueryParser  # noqa: F401 -- Imported with its warnings, since Whoosh imports it late.
    from whoosh.query import And, AndNot, ConstantScoreQuery, Every, Or, Phrase, Prefix, Term
    from whoosh.query import Query as WhooshQuery
    from whoosh.reading import TermNotFound
    from whoosh.scoring import BM25F
    from whoosh.searching import Searcher
    from whoosh.system import pack_ushort
    from whoosh.util.numeric import byte_to_length, length_to_byte
    from whoosh.writing import SegmentWriter

__all__ = [
    "BM25F",
    "STORED",
    "TEXT",
    "And",
    "AndNot",
    "ConstantScoreQuery",
    "EmptyIndexError",
    "Every",
    "FileIndex",
    "FileStorage",
    "LeafMatcher",
    "Or",
    "Phrase",
    "Prefix",
    "ReadTooFar",
    "Schema",
    "Searcher",
    "SegmentWriter",
    "SpaceSeparatedTokenizer",
    "StructFile",
    "Term",
    "TermNotFound",
    "W3Codec",
    "W3FieldWriter",
    "W3TermInfo",
    "W3TermsReader",
    "WhooshQuery",
    "byte_to_length",
    "create_in",
    "length_to_byte",
    "open_dir",
    "pack_ushort",
]
