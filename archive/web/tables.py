"""All results of a search as one table (CSV, RFC 4180), for spreadsheets and data tools; docs/decisions/0005-machines.md says why it looks so."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from flask import Blueprint, Response, abort, request

from archive.answers import Everything, everything
from archive.questions import Question, read_question
from archive.web.bulk import only_one, streamed
from archive.web.feeds import licences
from archive.web.formats import CSV
from archive.web.site import permanent_address, site, whole_address
from indexer.results import Hit

pages = Blueprint("tables", __name__)
COLUMNS = (
    "permalink", "item_id", "council", "committee", "date", "number", "title", "kind", "outcomes", "speakers", "minutes_status", "text_complete", "decision",
    "snippet",
)  # fmt: skip
"""A promise (docs/api.md): more may come at the end."""
MARK = "\ufeff"
"""Says to spreadsheets that the file is UTF-8."""
LIVE = "=+-@\t\r\n\0＝＋－＠"
"""Characters with which a cell begins that a spreadsheet may take for a formula (OWASP ASVS 5, 1.2.10)."""
LARGE = 1000
"""Results from which on a table counts as a bulk download, of which there is one at a time."""
_AT_ONCE = 100
"""Rows that are sent together."""


@pages.get("/search.csv")
def search() -> Response:
    """Every result of a search, not only a page of them."""
    question = read_question(request.args.to_dict(flat=False))
    if question.faults:
        abort(400, " ".join(question.faults.values()))
    found = everything(site().index, question)
    held = only_one() if found.total > LARGE else None
    pieces = _pieces(found, permanent_address(""), _told(question, found))
    answered = streamed((text.encode("utf-8", "replace") for text in pieces), CSV, held)
    answered.headers["Content-Type"] = f"{CSV}; charset=utf-8; header=present"
    answered.headers["Content-Disposition"] = f'attachment; filename="minutes-{site().today().isoformat()}.csv"'
    return answered


def disarmed(value: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins like one begins with an apostrophe instead."""
    return f"'{value}" if value and value[0] in LIVE else value


def _pieces(found: Everything, root: str, told: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The text of the table: a mark, the columns, the rows, and at last where it comes from."""
    waiting = io.StringIO()
    waiting.write(MARK)
    rows = csv.writer(waiting, quoting=csv.QUOTE_ALL)
    rows.writerow(COLUMNS)
    for number, hit in enumerate(found.hits, 1):
        rows.writerow(map(disarmed, _row(found, hit, root)))
        if number % _AT_ONCE == 0:
            yield waiting.getvalue()
            waiting.seek(0)
            waiting.truncate()
    # The first cell stands without quotation marks, so that data tools can be told that such a row is a comment.
    for name, value in told:
        waiting.write(f"# {name},")
        rows.writerow([disarmed(value)])
    yield waiting.getvalue()


def _row(found: Everything, hit: Hit, root: str) -> Iterator[str]:
    passage, label = hit.passage, found.catalogue.label
    decisions = [passage.text[start:end] for start, end in passage.decisions]
    cells = (
        f"{root}{passage.id}",
        passage.id,
        label("council", passage.council),
        label("committee", passage.committee),
        passage.date,
        passage.number,
        passage.title,
        passage.kind,
        "; ".join(passage.outcomes),
        "; ".join(label("speaker", id) for id in passage.speakers),
        passage.status or "none",
        "true" if passage.complete else "false",
        " ".join(decisions),
        " … ".join(snippet.text for snippet in hit.snippets[:2]),
    )
    return (" ".join(cell.split()) for cell in cells)


def _told(question: Question, found: Everything) -> list[tuple[str, str]]:
    """What the table says of itself, below its rows."""
    return [
        ("rows", str(found.total)),
        ("query", found.understood),
        ("search", whole_address("/search", question.on_page(1).parameters())),
        ("made on", site().today().isoformat()),
        ("source", f"{site().config['SITE_NAME']}, {permanent_address('')}"),
        *(("licence", licence) for licence in licences(set(question.filters.get("council", ())))),
        ("note", "The signed minutes are the legal record."),
    ]
