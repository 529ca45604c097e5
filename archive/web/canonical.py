"""The one address under which search engines should know a page, and the same page in other languages (docs/decisions/0005-machines.md)."""

from __future__ import annotations

from flask import request

from archive.questions import read_question
from archive.web.language import LANGUAGES, PARAMETER, chosen_language
from archive.web.site import whole_address

RECORDS = frozenset(("organizations.council", "organizations.committee", "people.person", "meetings.meeting", "meetings.item"))
"""Endpoints of the pages of records, which are meant to be found."""
_DEFAULT = next(iter(LANGUAGES))


def canonical_address() -> str:
    """The permanent address of the page; with the language only where another one than the first is asked for, since that page speaks otherwise."""
    question = read_question(request.args.to_dict(flat=False)).parameters() if (request.endpoint or "").startswith(("search.", "facets.")) else []
    chosen = chosen_language()
    return whole_address(request.path, [*question, *([(PARAMETER, chosen)] if chosen not in ("", _DEFAULT) else [])])


def languages_of_page() -> list[tuple[str, str]]:
    """(language, address) of a record's page in every language; ``x-default`` is the address that follows the browser. None for other pages."""
    if request.endpoint not in RECORDS:
        return []
    plain = whole_address(request.path)
    others = [(code, whole_address(request.path, [(PARAMETER, code)])) for code in LANGUAGES if code != _DEFAULT]
    return [(_DEFAULT, plain), *others, ("x-default", plain)]
