"""The errors of the archive: each name is a decision about what happens next.

::

    ArchiveError
    ├─ FetchError(url, why)          a page could not be had
    │  ├─ Unreachable                try again, then leave it for the next night
    │  ├─ Missing                    the publisher says the page is not there: keep our copy, mark it
    │  └─ Forbidden                  stop asking this publisher tonight
    ├─ ReadError(url, what)          the page came but broke its promise: keep it aside, report, go on
    ├─ NotKept(kind, id)             nothing of that id is kept: 404
    ├─ Busy(what)                    another process is at it: exit code 75
    └─ SettingError(name, why)       a setting is wrong: do not start

The indexer, which knows nothing of the archive, has a tree of its own in ``indexer.errors``.
"""


class ArchiveError(Exception):
    """The base of every error the archive raises on purpose; ``str()`` is fit to be read by a person."""


class FetchError(ArchiveError):
    """A page could not be had; ``url`` says which, ``why`` says in words what happened."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url}: {why}")
        self.url = url
        self.why = why


class Unreachable(FetchError):
    """Trying again, now or next night, may help: time-outs, 5xx answers, broken connections."""


class Missing(FetchError):
    """The publisher says that the page is not there (404, 410, or its own error page)."""


class Forbidden(FetchError):
    """The publisher, or our own rules, forbid asking: robots.txt, 401, 403, a foreign or private host."""


class ReadError(ArchiveError):
    """A page came but does not hold what its kind promises; ``url`` says which, ``what`` says what is wrong."""

    def __init__(self, url: str, what: str) -> None:
        super().__init__(f"{url}: {what}")
        self.url = url
        self.what = what


class NotKept(ArchiveError):
    """Nothing with this id is kept."""

    def __init__(self, kind: str, id: str) -> None:
        super().__init__(f"No {kind} with the id {id!r} is kept here.")
        self.kind = kind
        self.id = id


class Busy(ArchiveError):
    """Another process holds what is needed; ``str()`` says what it is and what to do."""


class SettingError(ArchiveError):
    """A setting or a council's file is wrong; ``name`` says which, ``why`` says what would be right."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name
        self.why = why
