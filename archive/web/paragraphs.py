"""The text of an item as numbered paragraphs, with its speakers linked at their words and its decision marked off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.records import Person, Speech
from archive.web.site import has_page


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its number from 1, and its text as (text, id of the person it links to, or the empty string) runs."""

    number: int
    runs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Speaker:
    """Someone who spoke in an item, as the page lists them."""

    name: str
    note: str
    """A post, or that nobody could be named; may be empty."""
    page: str
    """Id of their page; empty for people without one."""
    paragraph: int
    """Where they are first named; 0 where the text does not say."""


def paragraphs(text: str, links: Iterable[tuple[int, int, str]] = ()) -> list[Paragraph]:
    """The paragraphs of a text; ``links`` are (start, end, id) in code points, of which overlapping ones are passed over."""
    waiting = sorted(link for link in links if 0 <= link[0] < link[1] <= len(text))
    made: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            inside = [(a - start, b - start, id) for a, b, id in waiting if start <= a and b <= start + len(line)]
            made.append(Paragraph(len(made) + 1, _runs(line, inside)))
        start += len(line) + 1
    return made


def paragraph_at(text: str, offset: int) -> int:
    """The number of the paragraph in which an offset lies, from 1."""
    return max(1, sum(bool(line.strip()) for line in text[: max(offset, 0) + 1].split("\n")))


def speaker_links(text: str, speeches: Iterable[Speech], people: Mapping[str, Person]) -> list[tuple[int, int, str]]:
    """Where in a text to link speakers who have pages: at the words by which the minutes name them."""
    links = []
    for speech in speeches:
        if speech.person_id and has_page(people.get(speech.person_id)):
            at = _named_at(text, speech)
            if at >= 0:
                links.append((at, at + len(speech.as_written), speech.person_id))
    return links


def speakers(text: str, speeches: Iterable[Speech], people: Mapping[str, Person]) -> list[Speaker]:
    """Who spoke, in the order of the text; each once."""
    found: dict[str, Speaker] = {}
    for speech in sorted(speeches, key=lambda one: one.start):
        person = people.get(speech.person_id or "")
        at = _named_at(text, speech)
        one = Speaker(_name(speech, person), _note(speech, person), person.id if person and has_page(person) else "", paragraph_at(text, at) if at >= 0 else 0)
        found.setdefault(one.page or one.name, one)
    return list(found.values())


def _name(speech: Speech, person: Person | None) -> str:
    """The canonical name of who has a page; of everybody else what the minutes say."""
    return person.name if person and has_page(person) else speech.as_written or speech.name


def _note(speech: Speech, person: Person | None) -> str:
    if person is None:
        return "a post; the minutes do not name the person" if speech.kind == "role" else "not identified"
    return speech.role or person.post


def _named_at(text: str, speech: Speech) -> int:
    """The offset at which the minutes name the speaker; -1 where the text does not hold the words there."""
    return text.find(speech.as_written, speech.start, max(speech.end, speech.start + len(speech.as_written))) if speech.as_written else -1


def _runs(line: str, links: Sequence[tuple[int, int, str]]) -> tuple[tuple[str, str], ...]:
    """A line cut at its links."""
    runs: list[tuple[str, str]] = []
    done = 0
    for start, end, id in links:
        if start >= done:
            runs += [(line[done:start], ""), (line[start:end], id)]
            done = end
    return tuple(run for run in (*runs, (line[done:], "")) if run[0])
