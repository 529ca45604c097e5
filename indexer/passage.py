"""A passage: the unit that is indexed and found."""

from dataclasses import dataclass


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
    outcomes: tuple[str, ...] = ()
    decisions: tuple[tuple[int, int], ...] = ()
    """Where in ``text`` decisions stand: (start, end) in code points."""
    meeting: str = ""
    number: str = ""
    """Of the item, as printed."""
    order: int = 0
    """Place within its group: the last key of every sort is (group, order, id)."""
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
