"""What a reader asks of the archive: plain parameters, as an address or a command line carries them, read into a question.

The parameters are a promise (docs/api.md): ``q``, the facets ``council``, ``committee``, ``year``, ``speaker``,
``outcome`` and ``kind`` (each may be given more than once), ``from``, ``to``, ``sort`` and ``page``.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from indexer.query import FACETS, MAX_PAGE, SORTS

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
EXAMPLES = "2019, March 2019 or 27/3/2019"
_FORMS = (
    re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<day>\d{1,2})[-/. ])?(?P<month>\d{1,2})[-/. ](?P<year>\d{4})"),
    re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|ain|af|il|ydd|fed|ed|eg)?[ -])?(?P<name>[^\W\d_]+)\.?,?[ -](?P<year>\d{4})"),
)


@dataclass(frozen=True)
class Question:
    """What is asked, as the reader wrote it, with the dates understood."""

    words: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet → chosen ids, in order, without doubles; only facets with a choice."""
    since: str = ""
    until: str = ""
    """First and last date as they were written; empty for open."""
    sort: str = "relevance"
    page: int = 1
    faults: Mapping[str, str] = field(default_factory=dict)
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
        chosen = [(facet, value) for facet in FACETS for value in self.filters.get(facet, ())]
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

    def unnarrowed(self) -> Question:
        """The words alone, in the same order, without filters and dates."""
        return Question(words=self.words, sort=self.sort)


def read_question(parameters: Mapping[str, Sequence[str]]) -> Question:
    """The question that parameters ask; what cannot be read is named in its ``faults``. Unknown parameters are passed over.

    Of a parameter that can be given once, the first value counts.
    """
    given = {name: [_clean(value) for value in values if _clean(value)] for name, values in parameters.items()}
    once = {name: values[0] for name, values in given.items() if values}
    filters = {facet: tuple(dict.fromkeys(given[facet])) for facet in FACETS if given.get(facet)}
    faults = {facet: _fault_of_choice(values) for facet, values in filters.items()}
    faults |= {name: _fault_of_date(once[name], "From" if name == "from" else "To") for name in ("from", "to") if name in once}
    sort, numbered = (next(filter(None, parameters.get(name, ())), usual) for name, usual in (("sort", "relevance"), ("page", "1")))
    faults |= {"sort": "" if sort in SORTS else f"‘Sort by’ must be one of {', '.join(SORTS)}."}
    page = _page(numbered)
    faults |= {"page": "" if page else f"‘Page’ must be a number from 1 to {MAX_PAGE}: nobody reads further, so narrow the search instead."}
    question = Question(once.get("q", ""), filters, once.get("from", ""), once.get("to", ""), sort, page or 1)
    if not faults.get("from") and not faults.get("to") and "" < question.until_date < question.from_date:
        faults["to"] = f"‘To’ must not be before ‘From’: {question.until} ends before {question.since} begins."
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


def _fault_of_choice(values: Sequence[str]) -> str:
    if len(values) > MOST_VALUES:
        return f"No more than {MOST_VALUES} values can be chosen at once: take some back."
    return "One of the choices is too long to be one of ours." if any(len(v) > LONGEST_VALUE for v in values) else ""


def _fault_of_date(written: str, label: str) -> str:
    try:
        days(written)
    except ValueError:
        return f"‘{label}’ must be a year, a month or a day, like {EXAMPLES}."
    return ""
