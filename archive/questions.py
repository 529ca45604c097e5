"""What a reader asks of the archive: plain parameters, as an address or a command line carries them, read into a question.

The parameters are a promise (docs/api.md): ``q``, the facets ``council``, ``committee``, ``year``, ``speaker``,
``outcome`` and ``kind`` and ``meeting`` (each may be given more than once), ``from``, ``to``, ``sort`` and ``page``.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from indexer.query import FILTERS, MAX_PAGE, SORTS
from indexer.saying import N_

MOST_VALUES = 50
"""So many values of one facet may be chosen at once."""
LONGEST_VALUE = 200
"""Characters of a facet's value or a date; longer ones are nobody's."""
MONTHS = (
    {name.casefold(): n for names in (calendar.month_name, calendar.month_abbr) for n, name in enumerate(names) if name}
    | {
        name: n
        for n, name in enumerate(
            ("ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr"), start=1
        )
    }
    | {"sept": 9}
)
"""English and Welsh names of the months."""
_FORMS = (
    re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<day>\d{1,2})[-/. ])?(?P<month>\d{1,2})[-/. ](?P<year>\d{4})"),
    re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|ain|af|il|ydd|fed|ed|eg)?[ -])?(?P<name>[^\W\d_]+)\.?,?[ -](?P<year>\d{4})"),
)


class Fault(str):
    """What is wrong with a parameter, in words to the reader: in English as it stands, elsewhere by its message and values."""

    message: str
    values: Mapping[str, str]

    def __new__(cls, message: str, **values: str) -> Fault:
        """The message with the values in its named places."""
        made = super().__new__(cls, message % values if values else message)
        made.message, made.values = message, values
        return made


_FROM = N_("‘From’ must be a year, a month or a day, like 2019, March 2019 or 27/3/2019.")
_TO = N_("‘To’ must be a year, a month or a day, like 2019, March 2019 or 27/3/2019.")
_ORDER = N_("‘To’ must not be before ‘From’: %(until)s ends before %(since)s begins.")
_SORT = N_("‘Sort by’ must be one of these: %(sorts)s.")
_PAGE = N_("‘Page’ must be a number from 1 to %(most)s: nobody reads further, so narrow the search instead.")
_MANY = N_("No more than %(most)s values can be chosen at once: take some back.")
_LONG = N_("One of the choices is too long to be one of ours.")


@dataclass(frozen=True)
class Question:
    """What is asked, as the reader wrote it, with the dates understood."""

    words: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet, or ``meeting`` → chosen ids, in order, without doubles; only those with a choice."""
    since: str = ""
    until: str = ""
    """First and last date as they were written; empty for open."""
    sort: str = "relevance"
    page: int = 1
    faults: Mapping[str, Fault] = field(default_factory=dict)
    """Parameter → what is wrong with it, in words to the reader; a question with faults is not to be searched for."""

    @property
    def from_date(self) -> str:
        """First day asked for, ISO 8601; empty when open."""
        return days(self.since)[0] if self.since else ""

    @property
    def until_date(self) -> str:
        """Last day asked for, ISO 8601; empty when open."""
        return days(self.until)[1] if self.until else ""

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter or date is chosen."""
        return bool(self.filters or self.since or self.until)

    def parameters(self) -> list[tuple[str, str]]:
        """The parameters of the canonical address: in a fixed order, without the empty and the usual."""
        chosen = [(facet, value) for facet in FILTERS for value in self.filters.get(facet, ())]
        rest = [("from", self.since), ("to", self.until), ("sort", "" if self.sort == "relevance" else self.sort)]
        page = [("page", str(self.page))] if self.page > 1 else []
        return [(name, value) for name, value in [("q", self.words), *chosen, *rest] if value] + page

    def on_page(self, page: int) -> Question:
        """The same question, another page of its results."""
        return replace(self, page=page)

    def without(self, name: str, value: str = "") -> Question:
        """The question with a choice taken back: a facet's value, or all of its values, a date (``from``, ``to``), the words (``q``)."""
        left = {f: tuple(v for v in values if f != name or value not in ("", v)) for f, values in self.filters.items()}
        return replace(
            self,
            words="" if name == "q" else self.words,
            filters={f: values for f, values in left.items() if values},
            since="" if name == "from" else self.since,
            until="" if name == "to" else self.until,
            page=1,
        )

    def with_words(self, words: str) -> Question:
        """The same question with other words, from the first page on."""
        return replace(self, words=words, page=1)

    def mended(self) -> Question:
        """The question without whatever has a fault."""
        choices = {facet: values for facet, values in self.filters.items() if facet not in self.faults}
        since, until = ("" if self.faults.get(name) else written for name, written in (("from", self.since), ("to", self.until)))
        return Question(self.words, choices, since, until, "relevance" if "sort" in self.faults else self.sort, self.page)

    def unnarrowed(self) -> Question:
        """The words alone, in the same order, without filters and dates."""
        return Question(words=self.words, sort=self.sort)


def read_question(parameters: Mapping[str, Sequence[str]]) -> Question:
    """The question that parameters ask; what cannot be read is named in its ``faults``. Unknown parameters are passed over.

    Of a parameter that can be given once, the first value counts.
    """
    given = {name: [_clean(value) for value in values if _clean(value)] for name, values in parameters.items()}
    once = {name: values[0] for name, values in given.items() if values}
    filters = {facet: tuple(dict.fromkeys(given[facet])) for facet in FILTERS if given.get(facet)}
    faults = {facet: _fault_of_choice(values) for facet, values in filters.items()}
    faults |= {name: None if _is_date(once.get(name, "")) else Fault(message) for name, message in (("from", _FROM), ("to", _TO))}
    sort, numbered = (next(filter(None, parameters.get(name, ())), usual) for name, usual in (("sort", "relevance"), ("page", "1")))
    faults |= {"sort": None if sort in SORTS else Fault(_SORT, sorts=", ".join(SORTS))}
    page = _page(numbered)
    faults |= {"page": None if page else Fault(_PAGE, most=str(MAX_PAGE))}
    question = Question(once.get("q", ""), filters, once.get("from", ""), once.get("to", ""), sort, page or 1)
    if not faults.get("from") and not faults.get("to") and "" < question.until_date < question.from_date:
        faults["to"] = Fault(_ORDER, until=question.until, since=question.since)
    return replace(question, faults={name: fault for name, fault in faults.items() if fault})


def days(written: str) -> tuple[str, str]:
    """The first and the last day of a year, a month or a day as people write them, ISO 8601; raises ``ValueError``.

    Days stand before months (27/3/2019), as in Britain.
    """
    for form in _FORMS:
        if found := form.fullmatch(written.casefold().strip()):
            parts = found.groupdict()
            year, month, day = int(parts["year"]), _month(parts), int(parts.get("day") or 0)
            last = calendar.monthrange(year, month or 12)[1]
            return date(year, month or 1, day or 1).isoformat(), date(year, month or 12, day or last).isoformat()
    raise ValueError(f"{written!r} is not a year, a month or a day")


def _month(parts: Mapping[str, str | None]) -> int:
    if name := parts.get("name"):
        if name not in MONTHS:
            raise ValueError(f"{name!r} is not a month")
        return MONTHS[name]
    month = int(parts.get("month") or 0)
    if not 0 <= month <= 12 or (month == 0 and parts.get("month")):
        raise ValueError(f"{month} is not a month")
    return month


def _clean(value: str) -> str:
    """A value without control characters and outer blanks; inner white space becomes one blank."""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def _page(written: str) -> int:
    """The number of a page; 0 for what is none."""
    return int(written) if re.fullmatch(r"[0-9]{1,4}", written) and 1 <= int(written) <= MAX_PAGE else 0


def _fault_of_choice(values: Sequence[str]) -> Fault | None:
    if len(values) > MOST_VALUES:
        return Fault(_MANY, most=str(MOST_VALUES))
    return Fault(_LONG) if any(len(v) > LONGEST_VALUE for v in values) else None


def _is_date(written: str) -> bool:
    """Whether this is a date, or nothing."""
    try:
        return not written or bool(days(written))
    except ValueError:
        return False
