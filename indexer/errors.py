"""The errors of the index: each name is a decision about what happens next.

::

    IndexerError
    ├─ QueryError(words, position, why)   the reader's query cannot be answered as it is: 400, show where and what to do
    ├─ Unavailable                        the index cannot answer now: 503, "search is resting", never "no results"
    └─ OutOfDate                          the index was made by a version that this one cannot read: say which command mends it
"""


class IndexerError(Exception):
    """The base of every error the indexer raises on purpose; ``str()`` is fit to be read by a person."""


class QueryError(IndexerError):
    """A query that cannot be answered as it is; ``position`` is the offset into ``words`` where it went wrong, or None."""

    def __init__(self, words: str, why: str, position: int | None = None) -> None:
        super().__init__(why)
        self.words = words
        self.why = why
        self.position = position


class Unavailable(IndexerError):
    """The index cannot answer now: there is none yet, its files are damaged, its server is down."""


class OutOfDate(IndexerError):
    """The index was made by another version and must be built anew."""
