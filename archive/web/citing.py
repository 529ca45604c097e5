"""How to cite an item: a sentence in three styles, and an entry for BibTeX. Titles stand as they were printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.records import AgendaItem, Meeting
from archive.web.language import gettext
from archive.web.wording import day

_SPECIAL = re.compile(r"[\\{}$&#^_%~]")
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "^": r"\textasciicircum{}", "_": r"\_", "%": r"\%", "~": r"\textasciitilde{}",
}  # fmt: skip


@dataclass(frozen=True)
class Citation:
    """One item in every style."""

    plain: str
    harvard: str
    chicago: str
    bibtex: str


def cite(item: AgendaItem, meeting: Meeting, council: str, committee: str, address: str, today: str) -> Citation:
    """The citation of an item at its permanent address, which its reader saw ``today`` (ISO 8601)."""
    number = item.number.strip(" .")
    given = {
        "council": council,
        "committee": committee,
        "date": day(meeting.start),
        "year": meeting.start[:4],
        "number": number,
        "title": item.name,
        "address": address,
        "today": day(today),
    }
    if number:
        plain = gettext("%(council)s, %(committee)s, %(date)s, minute %(number)s, ‘%(title)s’.", **given)
        harvard = gettext(
            "%(council)s (%(year)s) ‘%(title)s’, minute %(number)s, Minutes of the %(committee)s, %(date)s. Available at: %(address)s (Accessed: %(today)s).",
            **given,
        )
        chicago = gettext("%(council)s. “%(title)s.” Minute %(number)s, %(committee)s, %(date)s. Accessed %(today)s. %(address)s.", **given)
    else:
        plain = gettext("%(council)s, %(committee)s, %(date)s, ‘%(title)s’.", **given)
        harvard = gettext(
            "%(council)s (%(year)s) ‘%(title)s’, Minutes of the %(committee)s, %(date)s. Available at: %(address)s (Accessed: %(today)s).", **given
        )
        chicago = gettext("%(council)s. “%(title)s.” %(committee)s, %(date)s. Accessed %(today)s. %(address)s.", **given)
    return Citation(plain, harvard, chicago, bibtex(item, meeting, council, committee, address, today))


def bibtex(item: AgendaItem, meeting: Meeting, council: str, committee: str, address: str, today: str) -> str:
    """An entry for BibTeX and what reads it."""
    number = item.number.strip(" .")
    fields = {
        "author": f"{{{tex(council)}}}",
        "title": f"{{{tex(item.name)}}}",
        "howpublished": tex(f"Minutes of the {committee}" + (f", minute {number}" if number else "")),
        "year": meeting.start[:4],
        "date": meeting.start[:10],
        "url": address.replace("{", "%7B").replace("}", "%7D"),
        "urldate": today,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{re.sub(r'[^A-Za-z0-9]+', '-', item.id)},\n{lines}}}"


def tex(text: str) -> str:
    """A text in which nothing is a command to TeX."""
    return " ".join(_SPECIAL.sub(lambda found: _TEX[found[0]], text).split())
