"""A hit as an entry of a list of results: everything a reader sees of it, ready for the template."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from archive.answers import SearchAnswer
from archive.questions import Question
from archive.web.language import gettext, ngettext
from archive.web.site import address, quoted, search_address
from archive.web.titles import calm
from archive.web.wording import day, listed, verdict
from indexer.passage import Passage
from indexer.results import Hit, Snippet

SHOWN = 2
"""Snippets of a hit."""
NAMED = 3
"""Speakers who are named where no snippet begins with one."""


@dataclass(frozen=True)
class Piece:
    """A snippet."""

    html: Markup
    is_decision: bool


@dataclass(frozen=True)
class Entry:
    """One result."""

    url: str
    title: Markup
    language: str
    iso: str
    day: str
    number: str
    place: str
    is_draft: bool
    is_agenda: bool
    is_cut: bool
    """Whether the text that is kept is not the whole."""
    outcome: str
    """In small letters; empty where the decision is shown, which says it."""
    pieces: tuple[Piece, ...]
    speakers: Markup
    """Who spoke, where no snippet begins with a speaker; may be empty."""
    more: str
    """``3 more matches in this meeting``; empty when there are none."""
    more_url: str


def entry_of(hit: Hit, answer: SearchAnswer) -> Entry:
    """A hit of an answer as its entry."""
    passage, snippets = hit.passage, hit.snippets[:SHOWN]
    decided = any(snippet.decision for snippet in snippets)
    is_opened = any(snippet.speaker for snippet in snippets)
    more = hit.others if answer.question.words and "meeting" not in answer.question.filters else 0
    return Entry(
        item_url(passage.id, answer.question),
        marked(calm(hit.title or ((passage.title or gettext("Item without a title"), False),), passage.text)),
        passage.language,
        passage.date,
        day(passage.date),
        passage.number,
        answer.place(passage),
        passage.status == "draft",
        passage.kind == "agenda",
        not passage.complete,
        verdict(passage.outcomes).lower() if passage.outcomes and not decided else "",
        tuple(Piece(_piece(snippet, passage), snippet.decision) for snippet in snippets),
        Markup("") if is_opened else _speakers(passage, answer),
        ngettext("%(count)s more match in this meeting", "%(count)s more matches in this meeting", more, count=f"{more:,}") if more else "",
        search_address(_in_meeting(answer.question, passage).parameters()) if more else "",
    )


def item_url(id: str, question: Question) -> str:
    """The address of an item, which is told the search that led there, where that has words to be marked."""
    return search_address(question.parameters(), f"/{quoted(id)}") if question.words else address(id)


def marked(runs: Iterable[tuple[str, bool]]) -> Markup:
    """Runs of text, escaped, with marks."""
    return Markup("".join([f"<mark>{escape(text)}</mark>" if is_marked else str(escape(text)) for text, is_marked in runs]))


def _piece(snippet: Snippet, passage: Passage) -> Markup:
    text = marked(snippet.rest)
    if snippet.speaker:
        text = Markup('<b><a href="{}">{}</a></b>{}').format(address(snippet.speaker), marked(snippet.opening), text)
    outcomes = [snippet.outcome] if snippet.outcome else passage.outcomes
    if snippet.decision and outcomes:
        text = Markup("<b>{}.</b> {}{}").format(verdict(outcomes), "…" if snippet.cut_before else "", text)
    elif snippet.cut_before:
        text = "…" + text
    return text + "…" if snippet.cut_after else text


def _speakers(passage: Passage, answer: SearchAnswer) -> Markup:
    """Who spoke, whom the reader asked for first."""
    asked = answer.question.filters.get("speaker", ())
    everybody = sorted(answer.speakers(passage), key=lambda one: one[0] not in asked)
    if not everybody:
        return Markup("")
    names = [Markup('<a href="{}">{}</a>').format(address(id), name) for id, name in everybody[:NAMED]]
    others = len(everybody) - len(names)
    if others:
        names.append(Markup.escape(ngettext("%(num)s other", "%(num)s others", others)))
    return Markup(gettext("Spoke: %(names)s")) % {"names": Markup(listed(names))}


def _in_meeting(question: Question, passage: Passage) -> Question:
    return Question(question.words, {**question.filters, "meeting": (passage.meeting,)}, question.since, question.until, question.sort)
