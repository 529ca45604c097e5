"""What was understood of a reader's words, told back in sentences; the phrases are a table, so that a page can say it in another language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def N_(message: str) -> str:
    """Mark a phrase for whoever translates the messages."""
    return message


ENGLISH: Mapping[str, str] = {
    "items": N_("Items %(what)s."),
    "all": N_("All items."),
    "relevance": N_("Best match first."),
    "newest": N_("Newest first."),
    "oldest": N_("Oldest first."),
    "with": N_("with %(words)s"),
    "without": N_("without %(words)s"),
    "besides": N_("%(words)s (or %(others)s)"),
    "spoken": N_("spoken by %(names)s"),
    "of": N_("of %(names)s"),
    "others": N_("%(names)s and others"),
    "and": N_("%(several)s and %(last)s"),
    "or": N_("%(several)s or %(last)s"),
    "near": N_("%(several)s near %(last)s"),
    "item": N_("item %(number)s"),
    "in": N_("in %(when)s"),
    "outcome": N_("with the outcome %(outcome)s"),
    "between": N_("from %(first)s to %(last)s"),
    "since": N_("from %(first)s on"),
    "until": N_("to %(last)s"),
    "no speaker": N_("No speaker called %(name)s is known here."),
    "no committee": N_("No committee called %(name)s is known here."),
    "no council": N_("No council called %(name)s is known here."),
    "no date": N_("%(written)s is no date that can be read: write date:2019..2021 or date:2019-03-27."),
    "most characters": N_("Only the first %(most)s characters were read."),
    "most words": N_("Only the first %(most)s words were searched for."),
    "quotes": N_("Put words in quotes to search for just them."),
    "unclosed": N_("The quotation mark before %(word)s is never closed."),
}
"""The phrases there are; those of another language have the same names and places."""


@dataclass(frozen=True)
class Quoted:
    """Words of the reader's, or words that stand for them."""

    text: str


@dataclass(frozen=True)
class Said:
    """One phrase, and what stands in its places."""

    phrase: str
    given: Mapping[str, Told] = field(default_factory=dict)


@dataclass(frozen=True)
class Several:
    """Some of a kind, joined as the phrase says: ``and``, ``or``, ``near``."""

    phrase: str
    each: tuple[Told, ...]


Told = str | Quoted | Said | Several


def in_marks(text: str) -> str:
    """Words in quotation marks."""
    return f"‘{text}’"


def tell(told: Told, phrases: Mapping[str, str] = ENGLISH, quoted: Callable[[str], str] = in_marks) -> str:
    """In the words of these phrases; ``quoted`` shows the reader's own words. Where the phrases are markup, so is what comes of them."""
    if isinstance(told, Quoted):
        return quoted(told.text)
    if isinstance(told, Said):
        return phrases[told.phrase] % {name: tell(part, phrases, quoted) for name, part in told.given.items()}
    if isinstance(told, Several):
        parts = [tell(part, phrases, quoted) for part in told.each]
        if told.phrase == "and" and len(parts) > 2:
            parts = [listed(parts[:-1], phrases), parts[-1]]
        whole = parts[0]
        for part in parts[1:]:
            whole = phrases[told.phrase] % {"several": whole, "last": part}
        return whole
    return told


def listed(parts: list[str], phrases: Mapping[str, str]) -> str:
    """With commas between them; as markup where the phrases are markup."""
    return type(phrases["items"])(", ").join(parts)
