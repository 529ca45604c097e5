"""References to planning applications and to minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.minutes.reading import ItemReading
from archive.records import Reference

PLANNING = re.compile(
    r"(?<![\d/])\b(?:[A-Z]{1,4}/)?\d{2,4}/\d{3,6}(?:/[A-Z0-9]{1,7})*\b|\b[A-Z]{1,4}/(?:19|20)?\d{2}/\d{2,6}(?:/[A-Z]{1,5})?\b|\b(?:P|DC|PA|DM)[/.]?\d{2,4}[A-Z./]\d{2,5}(?:/[A-Z]{1,5})?\b|"
    r"\b\d{2}/\d{4,5}/[A-Z]{2,5}\b|\b[A-Z]/\d{5,6}\b|(?<![\d/])\b\d{1,2}/\d{3,5}/(?:19|20)\d{2}(?:/[A-Z]{1,5})?\b"
)
_MINUTE = re.compile(
    r"\b[Mm]inutes? (?:[Nn]os?\.? ?|[Nn]umbers? |[Rr]ef(?:erence)?\.? ?)?(?P<value>(?:[A-Z]{1,5}[./])?\d{1,4}(?:[./]\d{1,4}(?:[-/]\d{2,4})?)?(?: ?\([a-z]{1,3}\))?)(?! (?:January|February|March|April|May|June|July|August|September|October|November|December|minutes))"
)
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)?\d\d")


def references_of(reading: ItemReading) -> Iterator[Reference]:
    """The references of an item, each once, in order: planning applications of the title's text, too, if it stands in the minutes."""
    seen: set[tuple[str, str]] = set()
    found = [
        ("planning", one.start(), one.end())
        for one in PLANNING.finditer(reading.text)
        if not _DATE.match(one[0]) and not re.fullmatch(r"(?:19|20)\d\d/\d{2,4}", one[0])
    ]
    found += [("minute", one.start("value"), one.end("value")) for one in _MINUTE.finditer(reading.text)]
    for kind, start, end in sorted(found, key=lambda one: one[1]):
        value = reading.item.text[start:end]
        if (kind, value) not in seen:
            seen.add((kind, value))
            yield Reference(reading.item.id, kind, value, start, end)
