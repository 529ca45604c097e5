"""A passage: the unit that is indexed and found."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from indexer.analysis import folded_number


@dataclass(frozen=True)
class Passage:
    """One piece of text with what a list of results shows of it; for a council archive, one agenda item.

    The indexer does not look behind the words: ids are opaque, facet values are ids, labels come from the catalogue.
    """

    id: str
    """Unique in the index."""
    group: str
    """What is replaced together: ``meeting:<id>`` or ``document:<id>``."""
    title: str
    text: str
    """Plain text; paragraphs are separated by one line feed."""
    language: str = "en"
    """BCP 47: ``en`` or ``cy``."""
    kind: str = "minutes"
    """``minutes`` (an item with minutes) or ``agenda`` (one that has only agenda text so far)."""
    council: str = ""
    committee: str = ""
    date: str = ""
    """ISO 8601, the day alone; empty when unknown."""
    speakers: tuple[str, ...] = ()
    """Ids of people who have pages."""
    named: tuple[tuple[int, int, int], ...] = ()
    """Where in ``text`` those who spoke are named as they begin: (place in ``speakers``, start, end); shown, not searched."""
    outcomes: tuple[str, ...] = ()
    decisions: tuple[tuple[int, int], ...] = ()
    """Where in ``text`` decisions stand: (start, end) in code points."""
    decided: tuple[str, ...] = ()
    """The outcome of each of ``decisions``; shown, not searched."""
    meeting: str = ""
    number: str = ""
    """Of the item, as printed."""
    order: int = 0
    """Place within its group; passages of equal rank stand in this order."""
    weight: float = 1.0
    """What its score is multiplied by: less than 1 for what is seldom sought (the minutes of the last meeting, apologies)."""
    status: str = ""
    """``draft`` or ``confirmed``, empty for none: shown, not searched."""
    complete: bool = True
    """Whether the text is known to be whole: shown, not searched."""
    source_id: str = ""
    """The publisher's own id of the item, and below of the meeting: handed through to machine-readable results."""
    meeting_source_id: str = ""

    @property
    def year(self) -> str:
        """The calendar year of ``date``; empty when unknown."""
        return self.date[:4]

    @property
    def key(self) -> int:
        """What passages of equal rank are sorted by: a group's stay together, in their order; 63 bits, the same on every engine."""
        return key_of(self.group) | min(max(self.order, 0), ORDERS - 1)


def values_of(passage: Passage, facet: str) -> tuple[str, ...]:
    """The values that a passage has of a facet, its meeting, or its printed ``number`` as it is compared."""
    return _VALUES[facet](passage)


_VALUES: dict[str, Callable[[Passage], tuple[str, ...]]] = {
    "council": lambda p: (p.council,) if p.council else (),
    "committee": lambda p: (p.committee,) if p.committee else (),
    "year": lambda p: (p.year,) if p.date else (),
    "speaker": lambda p: p.speakers,
    "outcome": lambda p: p.outcomes,
    "kind": lambda p: (p.kind,),
    "meeting": lambda p: (p.meeting,) if p.meeting else (),
    "number": lambda p: (folded_number(p.number),),
}

ORDERS = 1 << 20
"""Places within a group that a key tells apart."""


@lru_cache(maxsize=1 << 10)
def key_of(group: str) -> int:
    """The upper bits of the keys of a group's passages."""
    return int.from_bytes(hashlib.blake2b(group.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 21 << 20


def day_of(date: str) -> int:
    """An ISO day as a number that sorts like it: 2024-03-05 → 20240305; 0 when unknown."""
    return int(date.replace("-", "")) if date else 0


def date_of(day: int) -> str:
    """The ISO day that such a number stands for."""
    return f"{day // 10000:04d}-{day // 100 % 100:02d}-{day % 100:02d}"
