"""What was understood of a reader's words, in the language of the page and with their own words in bold."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from markupsafe import Markup

from archive.web.language import gettext, language
from indexer.saying import ENGLISH, Said, tell
from indexer.words import Words, asked_for, understood

BOLD = Markup("<b>{}</b>")


def understood_words(read: Words, sort: str) -> Markup:
    """The question told back: ``Items with <b>school</b> and <b>transport</b>. Best match first.``"""
    notes = tuple(note for note in read.notes if note.phrase != "quotes")  # A link beside the sentence does what it advises.
    return Markup(understood(replace(read, notes=notes), sort, _phrases(language()), BOLD.format))


def asked_for_words(read: Words) -> Markup:
    """What the words look for: ``Items with <b>school</b> and <b>transport</b>.``"""
    return Markup(asked_for(read, _phrases(language()), BOLD.format))


def told(said: Said) -> Markup:
    """One thing that is said of the words."""
    return Markup(tell(said, _phrases(language()), BOLD.format))


@lru_cache(maxsize=8)
def _phrases(code: str) -> dict[str, Markup]:
    """The phrases in the language of the page, which is ``code``."""
    return {name: Markup(gettext(phrase)) for name, phrase in ENGLISH.items()}
