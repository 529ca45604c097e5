"""Ways on from a search that found nothing or could not be read: other searches, each with what it finds."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from archive.answers import SearchAnswer
from archive.questions import Question
from archive.web.language import N_, gettext
from archive.web.panel import label
from archive.web.site import search_address
from indexer.helping import FILTERS, Way

WITHOUT = {
    "council": N_("without the %(count)s councils"),
    "committee": N_("without the %(count)s committees"),
    "year": N_("without the %(count)s years"),
    "speaker": N_("without the %(count)s speakers"),
    "outcome": N_("without the %(count)s outcomes"),
    "kind": N_("without the %(count)s kinds of text"),
    "meeting": N_("without the %(count)s meetings"),
}
"""What is left out where several values of a facet are."""


@dataclass(frozen=True)
class Onward:
    """Another search: its words, what else is said of it, its address, and how many results it has."""

    words: str
    beside: str
    url: str
    results: int


def did_you_mean(answer: SearchAnswer) -> Onward | None:
    """The words in another spelling that finds something, within the same filters if it does there."""
    other = answer.help.did_you_mean
    return Onward(other.written, _free(answer) if other.free else "", _url(answer.question, other), other.count) if other else None


def ways_without(answer: SearchAnswer) -> list[Onward]:
    """Searches without one of the words, filters or dates that empty this one, each of which finds something."""
    every = gettext("All items")
    return [Onward(way.written or every, _beside(answer, way), _url(answer.question, way), way.count) for way in answer.help.without]


def _url(asked: Question, way: Way) -> str:
    question = asked.with_words(way.written)
    if way.free or way.left_out == FILTERS:
        question = question.unnarrowed()
    elif way.left_out and not way.is_word:
        question = question.without(way.left_out)
    return search_address(question.parameters())


def _beside(answer: SearchAnswer, way: Way) -> str:
    """What tells this search from the others, to follow its words after a comma."""
    asked = answer.question
    if way.is_word:
        return (_free(answer) if way.free else gettext("with the same filters")) if asked.is_narrowed else ""
    if way.left_out == FILTERS:
        return gettext("without any filter")
    if way.left_out in ("from", "to"):
        written = asked.since if way.left_out == "from" else asked.until
        return gettext("without the first date, %(date)s", date=written) if way.left_out == "from" else gettext("without the last date, %(date)s", date=written)
    labels = [label(answer, way.left_out, value) for value in asked.filters[way.left_out]]
    return gettext("without %(filter)s", filter=labels[0]) if len(labels) == 1 else gettext(WITHOUT[way.left_out], count=len(labels))


def _free(answer: SearchAnswer) -> str:
    asked = answer.question
    if set(asked.filters) == {"committee"} and not (asked.since or asked.until):
        return gettext("in all committees")
    return gettext("without any filter")


def _nowhere(words: str) -> Markup:
    message = (
        gettext("No minutes contain the words %(words)s, in any committee.")
        if '"' in words
        else gettext("No minutes contain the word %(words)s, in any committee.")
    )
    return Markup(message) % {"words": Markup("<b>{}</b>").format(words)}


def why_nothing(answer: SearchAnswer) -> list[Markup]:
    """Why nothing was found, in sentences; never more than is certain."""
    asked, nowhere = answer.question, answer.help.nowhere
    if nowhere:
        return [_nowhere(word) for word in nowhere]
    if not asked.words:
        return [Markup.escape(gettext("No item fits all of your filters."))]
    outside = next((way for way in answer.help.without if way.left_out == FILTERS), None) or next((way for way in answer.help.without if not way.is_word), None)
    if outside is not None:
        return [Markup.escape(gettext("There are results for these words, but none that fits all of your filters."))]
    if asked.is_narrowed:
        return [Markup.escape(gettext("No item has all of these words, with your filters or without them."))]
    return [Markup.escape(gettext("No item has all of these words."))]
