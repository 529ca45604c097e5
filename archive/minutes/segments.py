"""A whole document of minutes, split into its items by what clerks put in front of them: numbers, capitals, "Minutes:"."""

from __future__ import annotations

from archive.minutes.heading.lost import LINES_OF_A_LOST_LAYOUT, inline_capitals, inline_numbers, inline_row
from archive.minutes.heading.numbered import (
    FEWEST_IN_BRACKETS,
    FEWEST_LETTERS,
    above_minutes,
    begins,
    by_letters,
    by_letters_in_brackets,
    numbered_headings,
    with_item_below,
    with_letters,
    with_parts,
    with_untitled,
)
from archive.minutes.heading.numbering import chosen_numbering, recounted
from archive.minutes.heading.pages import Segment, by_bars, page_of_many, page_of_one, with_minutes
from archive.minutes.heading.signs import FEWEST
from archive.minutes.heading.titles import KNOWN
from archive.minutes.heading.unnumbered import above_first, in_capitals, in_front, known_titles, preamble, short_titles, with_interludes
from archive.minutes.prose import paragraphs


def segments_of(text: str) -> tuple[int, list[Segment]]:
    """Where the head of a document ends, and its items in order; one item of all that is left where nothing splits it."""
    found = page_of_one(text) or by_bars(text) or _by_headings(text)
    if not found:
        return 0, [Segment("", "", 0, 0, len(text))] if text.strip() else []
    return found[0].start, [with_minutes(text, one) for one in found]


def _by_headings(text: str) -> list[Segment]:
    lines = [(start, end) for start, end in paragraphs(text) if any(sign.isalnum() for sign in text[start:end])]
    every = recounted([*numbered_headings(text, lines)])
    numbered = chosen_numbering(above_minutes(text, every) or every)
    inline = inline_numbers(text) or inline_row(text) or inline_capitals(text) if len(lines) <= LINES_OF_A_LOST_LAYOUT else []
    chosen = max(numbered if len(numbered) >= FEWEST or begins(text, numbered) else [], inline, key=len)
    if numbered and inline and {one.family for one in (*numbered, *inline)} == {"#"}:
        both = {one.start: one for one in (*numbered, *inline)}
        chosen = max(chosen, chosen_numbering([both[start] for start in sorted(both)]), key=len)
    below = [*with_item_below(text, lines)]
    if len(below) >= FEWEST and len(below) >= len(chosen):
        chosen = below
    if chosen and len(chosen) < 5 and chosen[0].start > len(text) * 0.6 and sum(bool(KNOWN.fullmatch(one.title)) for one in chosen) < FEWEST:
        chosen = []  # A list at the end is no numbering of the items: nothing of the text in front of it may be lost.
    capitals = [*in_capitals(text, lines)]
    lettered = [*by_letters(text, lines)]
    bracketed = [*by_letters_in_brackets(text, lines)]
    if len(lettered) >= FEWEST_LETTERS and len(lettered) > len(chosen):
        chosen = lettered
    elif len(bracketed) >= FEWEST_IN_BRACKETS and not chosen and any(KNOWN.fullmatch(one.title) for one in bracketed):
        chosen = bracketed
    elif not chosen or (len(capitals) >= 5 and len(chosen) <= FEWEST):
        chosen = capitals
    page = page_of_many(text, lines) if len(chosen) < FEWEST else []
    if len(page) >= FEWEST:
        chosen = page
    if len(chosen) < FEWEST and not begins(text, chosen):
        known = [*known_titles(text, lines)]
        short = [*short_titles(text, lines)]
        if len(short) >= FEWEST:
            known = sorted({one.start: one for one in [*known, *short]}.values(), key=lambda one: one.start)
        chosen = max(chosen, known, [*in_front(text, lines)], key=len)
    if chosen:
        chosen = with_letters(with_untitled(text, lines, chosen))
        above = [*above_first(text, lines, chosen[0].start)] or preamble(text, lines, chosen[0].start)
        chosen = with_interludes(text, lines, [*above, *with_parts(text, lines, chosen)])
    ends = [*(one.start for one in chosen[1:]), len(text)]
    return [Segment(one.number, one.title, one.start, one.text_start, end) for one, end in zip(chosen, ends, strict=False)]
