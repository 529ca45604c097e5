"""The states that the minutes of an item went through, and what of each change may be shown.

What changed between draft and confirmed is shown in words. A change of another kind is a correction: that it was made
and when is shown, and the words that were removed only where the operator wants it (docs/decisions/0004-pages.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.differences import Change, differences, paragraphs_of
from archive.records import AgendaItem, Version


@dataclass(frozen=True)
class State:
    """The minutes of an item as one version has them, and how they came from the state before."""

    minutes_status: str
    seen: str
    """When it was first seen, ISO 8601."""
    kind: str
    """``first``, ``confirmed`` (a draft became confirmed) or ``corrected``."""
    paragraphs: int = 0
    changed: int = 0
    """How many paragraphs differ from the state before."""
    shown: tuple[Change, ...] = ()
    """Those of them whose words are shown."""

    @property
    def kept_back(self) -> int:
        """How many changes are told without their words."""
        return self.changed - len(self.shown)


def states(versions: Iterable[Version], item: AgendaItem, show_removed: bool) -> list[State]:
    """The states of an item's minutes, oldest first; none of versions that had no minutes of it."""
    told: list[tuple[Version, str]] = []
    for version in versions:
        text = next((one.text for one in version.items if _is_same(one, item)), "")
        if (text or told) and (not told or _words(told[-1][1]) != _words(text) or told[-1][0].minutes_status != version.minutes_status):
            told.append((version, text))
    made: list[State] = []
    for n, (version, text) in enumerate(told):
        kind = "first" if not n else "confirmed" if (told[n - 1][0].minutes_status, version.minutes_status) == ("draft", "confirmed") else "corrected"
        changes = differences(paragraphs_of(told[n - 1][1]), paragraphs_of(text)) if n else []
        if kind == "corrected" and not changes:
            continue
        left = frozenset(paragraphs_of(told[-1][1])) if n + 1 < len(told) else None
        shown = changes if show_removed else _showable(changes, left) if kind == "confirmed" else []
        made.append(State(version.minutes_status, version.first_seen, kind, len(paragraphs_of(text)), len(changes), tuple(shown)))
    return made


def items_that_changed(versions: Sequence[Version], items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The items whose minutes are not what an older version with minutes of them had."""
    return [item for item in items if len({_words(one.text) for version in versions for one in version.items if one.text and _is_same(one, item)}) > 1]


def _showable(changes: list[Change], left: frozenset[str] | None) -> list[Change]:
    """The changes to a confirmed text that a later correction (whose text has these paragraphs left) did not touch: its words must not come back by way of the draft."""
    return [change for change in changes if left is None or change.after in left]


def _is_same(one: AgendaItem, item: AgendaItem) -> bool:
    """Whether an item of an older version is this item, which may have had no id of the publisher's then."""
    return one.id == item.id or (one.source_id is None and (one.number, one.name) == (item.number, item.name))


def _words(text: str) -> str:
    return " ".join(text.split())
