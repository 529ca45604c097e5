"""What is here and what is missing: as a page, and as words beside every list of results. All of it comes from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup, escape

from archive.coverage import ASIDE, UNDATED, Coverage, Missing, Tally, Year
from archive.errors import NotKept
from archive.questions import Question
from archive.web.language import N_, date_words, gettext, in_language, ngettext
from archive.web.site import search_address, site
from archive.web.wording import listed, month
from indexer.catalogue import Catalogue, Entry
from indexer.words import Words

pages = Blueprint("coverage", __name__)
REASONS = {
    "late": N_("the council has not published minutes"),
    "unpublished": N_("minutes not published yet"),
    "unread": N_("the page could not be read"),
    "file": N_("minutes are published only as a file, whose text is not read here"),
    "unindexed": N_("kept, and not in the search index yet"),
    "removed": N_("removed from this archive"),
}
"""Why one meeting is missing."""
EVERYTHING, NO_WORDS = Question(), Words()


@dataclass(frozen=True)
class Told:
    """The words beside a list of results."""

    known: Markup
    """How many of the meetings that were held are here."""
    missing: str
    """Why the others are not; empty when all are here."""
    url: str
    """Address of the page that lists them; empty when all are here."""


@dataclass(frozen=True)
class Cell:
    """One month of one committee, in words."""

    month: str
    """``Jan``."""
    words: str
    """How many of the meetings held are here; empty when none was held."""
    aside: str
    """Meetings that were not held: to come, cancelled …; may be empty."""
    url: str
    """Where the words lead; empty for nowhere."""
    is_missing: bool


@dataclass(frozen=True)
class Row:
    """One committee in one year."""

    id: str
    """Of the committee's page; empty where it has none."""
    key: str
    """For the address of its missing meetings within the page."""
    name: str
    cells: tuple[Cell, ...]
    total: str
    missing: tuple[Missing, ...]


# ── the pages ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pages.get("/coverage")
def everything() -> ResponseReturnValue:
    """Every council with how much of it is here; where there is only one, its own page."""
    catalogue = site().catalogue()
    councils = catalogue.entries.get("council", ())
    if len(councils) == 1:
        return _council_page(catalogue, councils[0])
    coverage = coverage_in(catalogue)
    rows = [(council, coverage.tally([council.id]), address_of(council.id)) for council in councils]
    return render_template("coverage_councils.html", heading=gettext("What is here, and what is missing"), rows=rows, tally=coverage.tally(), since=_month)


@pages.get("/<council>/coverage")
def one_council(council: str) -> ResponseReturnValue:
    """The meetings of one council in one year: what is missing first, then every committee month by month."""
    catalogue = site().catalogue()
    entry = catalogue.entry("council", council)
    if entry is None:
        raise NotKept("organization", council)
    return _council_page(catalogue, entry)


def _council_page(catalogue: Catalogue, council: Entry) -> ResponseReturnValue:
    coverage = coverage_in(catalogue)
    years = coverage.years(council.id)
    held = [year for year in years if coverage.tally([council.id], years=[year]).held]
    year = request.args.get("year") or (held or years or [""])[-1]
    if years and year not in years:
        abort(404)
    rows = list(_rows(coverage, catalogue, council.id, year)) if years else []
    missing = sorted((row for row in rows if row.missing), key=lambda row: -len(row.missing))
    return render_template(
        "coverage.html",
        heading=gettext("What is here, and what is missing"),
        council=council,
        year=year,
        years=[(one, address_of(council.id, one)) for one in years],
        tally=coverage.tally([council.id], years=[year]),
        rows=rows,
        months=[month_name(n) for n in range(1, 13)],
        missing=missing,
        unlisted=[catalogue.label("committee", id) for id in coverage.unlisted if id.partition("/")[0] == council.id],
        undated=[(row.name, row.missing) for row in _rows(coverage, catalogue, council.id, UNDATED)],
        former=[entry.label for entry in catalogue.entries.get("committee", ()) if entry.parent == council.id and entry.note and _row_of(rows, entry.id)],
        withdrawn=any("withdrawn" in years_.get(year, Year(())).aside for years_ in coverage.of_council(council.id).values()),
        reason=reason,
        day_of=day_of,
    )


def _rows(coverage: Coverage, catalogue: Catalogue, council: str, year: str) -> Iterator[Row]:
    """The committees that have meetings in a year, by name; a council's own first."""
    for id, years in sorted(coverage.of_council(council).items(), key=lambda pair: ("/" in pair[0], catalogue.label("committee", pair[0]).casefold())):
        if year not in years:
            continue
        entry, one = catalogue.entry("committee", id), years[year]
        name = entry.label if entry else gettext("Committee not known")
        key = id.rpartition("/")[2]
        cells = tuple(_cells(one, id, key, year)) if year else ()
        tally = coverage.tally([id], years=[year]) if year else Tally(sum(one.held))
        yield Row(id if entry else "", key, name, cells, of_words(tally.here, tally.held) if tally.held else "–", one.missing)


def _cells(one: Year, committee: str, key: str, year: str) -> Iterator[Cell]:
    for n, held in enumerate(one.held, 1):
        this = f"{year}-{n:02}"
        here = held - sum(gap.day[:7] == this for gap in one.missing)
        aside = [_aside(state, one.aside[state][n - 1]) for state in ASIDE if state in one.aside and one.aside[state][n - 1]]
        url = search_address([("committee", committee), ("from", this), ("to", this)]) if here else f"#missing-{key}" if held else ""
        yield Cell(month_name(n), _held(here, held) if held else "", ", ".join(aside), url, here < held)


def _held(here: int, held: int) -> str:
    if not here:
        return gettext("none of %(held)s", held=held)
    return gettext("all %(held)s", held=held) if here == held > 1 else of_words(here, held)


def _aside(state: str, number: int) -> str:
    """What stands in a cell for meetings that were not held."""
    words = {
        "coming": ngettext("to come", "%(num)s to come", number),
        "cancelled": ngettext("cancelled", "%(num)s cancelled", number),
        "moved": ngettext("moved", "%(num)s moved", number),
        "withdrawn": ngettext("withdrawn", "%(num)s withdrawn", number),
    }
    return words[state]


def _row_of(rows: list[Row], id: str) -> bool:
    return any(row.id == id for row in rows)


def reason(gap: Missing) -> Markup:
    """Why one meeting is missing; what the machine says of its page stands in brackets, in English as it was written."""
    words = escape(gettext(REASONS[gap.reason]))
    if gap.reason == "file" and gap.why == "application/pdf":
        words = escape(gettext("minutes are published only as a PDF, whose text is not read here"))
    return words + Markup(' (<span lang="en">{}</span>)').format(gap.why) if gap.reason == "unread" and gap.why else words


def day_of(gap: Missing) -> str:
    """``29 July``; empty where no page says when."""
    return date_words(date.fromisoformat(gap.day), "d MMMM") if gap.day else ""


def of_words(here: int, held: int) -> str:
    """``3 of 5``."""
    return gettext("%(here)s of %(held)s", here=f"{here:,}", held=f"{held:,}")


def month_name(number: int) -> str:
    """``Jan``."""
    return date_words(date(2000, number, 1), "LLL")


def address_of(council: str, year: str = "") -> str:
    """The address of a council's page of coverage."""
    return in_language(f"{request.script_root}/{council}/coverage" + (f"?year={year}" if year else ""))


def _month(iso: str) -> str:
    return month(iso) if iso else ""


# ── the words beside a list of results ──────────────────────────────────────────────────────────────────────────────


def coverage_in(catalogue: Catalogue) -> Coverage:
    """The coverage that a generation's catalogue carries; an empty one for a generation that was made before there was any."""
    return Coverage.from_json(catalogue.facts.get("coverage", ""))


def coverage_words(catalogue: Catalogue, question: Question = EVERYTHING, read: Words = NO_WORDS) -> Told | None:
    """How much of what a question asks is here, by the council, committee, year and dates that it chooses, in its filters or in its words.

    None where nothing can be said: no meeting was held there, or the catalogue does not know.
    """
    coverage = coverage_in(catalogue)
    councils, committees = (_chosen(question, read, facet) for facet in ("council", "committee"))
    asked_years = _chosen(question, read, "year")
    years = frozenset(year for year in asked_years or () if re.fullmatch(r"[1-9][0-9]{3}", year))
    if committees is not None and councils is not None:
        committees = frozenset(one for one in committees if one.partition("/")[0] in councils)
    scopes = committees if committees is not None else councils if councils is not None else frozenset(("",))
    since = max(question.from_date, read.from_date)[:7]
    until = min(filter(None, (question.until_date, read.until_date)), default="")[:7]
    tally = coverage.tally(scopes, since, until, years)
    if not tally.held or (asked_years is not None and not years):
        return None
    names = [catalogue.label("committee" if "/" in one else "council", one) for one in scopes if one]
    when = _when(tally, since, until if until < coverage.day[:7] else "", years)
    return Told(
        _known(tally, names, committees is not None, when), _missing(tally), _missing_address(catalogue, coverage, scopes, tally) if tally.absent else ""
    )


def _chosen(question: Question, read: Words, facet: str) -> frozenset[str] | None:
    """The values of a facet that may be found: of those chosen, and of those that the words name; None for any."""
    sets: list[frozenset[str]] = [frozenset(question.filters[facet])] if facet in question.filters else []
    sets += [read.filters[facet]] if facet in read.filters else []
    return frozenset.intersection(*sets) if sets else None


def _known(tally: Tally, names: list[str], are_committees: bool, when: str) -> Markup:
    """How many of the meetings that were held are here: whole sentences, so that each can be said well in another language."""
    given = {"here": f"{tally.here:,}", "held": f"{tally.held:,}", "when": when, "name": names[0] if names else ""}
    parts = {name: escape(words) for name, words in given.items()}
    if not names and tally.absent:
        found = ngettext(
            "<b>The one meeting</b> held %(when)s is not here.", "<b>%(here)s of the %(held)s meetings</b> held %(when)s are here.", tally.held, **parts
        )
    elif not names:
        found = ngettext("<b>The one meeting</b> held %(when)s is here.", "<b>All %(held)s meetings</b> held %(when)s are here.", tally.held, **parts)
    elif len(names) == 1 and tally.absent:
        found = ngettext(
            "<b>The one meeting</b> of %(name)s held %(when)s is not here.",
            "<b>%(here)s of the %(held)s meetings</b> of %(name)s held %(when)s are here.",
            tally.held,
            **parts,
        )
    elif len(names) == 1:
        found = ngettext(
            "<b>The one meeting</b> of %(name)s held %(when)s is here.",
            "<b>All %(held)s meetings</b> of %(name)s held %(when)s are here.",
            tally.held,
            **parts,
        )
    elif are_committees and tally.absent:
        found = ngettext(
            "<b>The one meeting</b> these committees have held %(when)s is not here.",
            "<b>%(here)s of the %(held)s meetings</b> these committees have held %(when)s are here.",
            tally.held,
            **parts,
        )
    elif are_committees:
        found = ngettext(
            "<b>The one meeting</b> these committees have held %(when)s is here.",
            "<b>All %(held)s meetings</b> these committees have held %(when)s are here.",
            tally.held,
            **parts,
        )
    elif tally.absent:
        found = ngettext(
            "<b>The one meeting</b> these councils have held %(when)s is not here.",
            "<b>%(here)s of the %(held)s meetings</b> these councils have held %(when)s are here.",
            tally.held,
            **parts,
        )
    else:
        found = ngettext(
            "<b>The one meeting</b> these councils have held %(when)s is here.",
            "<b>All %(held)s meetings</b> these councils have held %(when)s are here.",
            tally.held,
            **parts,
        )
    return Markup(found)


def _when(tally: Tally, since: str, until: str, years: frozenset[str]) -> str:
    """The time that the sentence speaks of; months and years are told apart, since other languages say *in* of each in another way."""
    if years and not since and not until:
        return gettext("in %(years)s", years=listed(sorted(years)))
    first = max(tally.first, since)
    if not first:
        return gettext("at any time")
    if first == until:
        return gettext("in %(month)s", month=month(first))
    if until or years:
        until = min(filter(None, (until, f"{max(years)}-12" if years else "")))
        return gettext("from %(first_month)s to %(last_month)s", first_month=month(first), last_month=month(until))
    return gettext("since %(month)s", month=month(first))


def _missing(tally: Tally) -> str:
    """Why the others are not here: one clause for each reason."""
    late, count = tally.missing.get("late", 0), tally.missing
    unpublished = late + count.get("unpublished", 0)
    clauses = [
        ngettext("%(num)s has no published minutes", "%(num)s have no published minutes", unpublished)
        if late
        else ngettext("%(num)s has no published minutes yet", "%(num)s have no published minutes yet", unpublished)
        if unpublished
        else "",
        ngettext("%(num)s could not be read", "%(num)s could not be read", count["unread"]) if "unread" in count else "",
        ngettext("%(num)s has minutes only as a file", "%(num)s have minutes only as a file", count["file"]) if "file" in count else "",
        ngettext("%(num)s is not indexed yet", "%(num)s are not indexed yet", count["unindexed"]) if "unindexed" in count else "",
        ngettext("%(num)s was removed from this archive", "%(num)s were removed from this archive", count["removed"]) if "removed" in count else "",
    ]
    said = [clause for clause in clauses if clause]
    return gettext("%(clauses)s.", clauses=listed(said)) if said else ""


def _missing_address(catalogue: Catalogue, coverage: Coverage, scopes: frozenset[str], tally: Tally) -> str:
    """The page that lists what is missing: of the one council that is meant, in the last year with a gap; else of all."""
    councils = {one.partition("/")[0] for one in scopes if one} or {entry.id for entry in catalogue.entries.get("council", ())}
    if len(councils) == 1:
        [council] = councils
        return address_of(council, tally.last[:4])
    return in_language(f"{request.script_root}/coverage")
