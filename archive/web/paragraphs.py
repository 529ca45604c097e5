"""The text of an item as numbered paragraphs: speakers linked at their words, and the words marked that a reader searched for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.names import is_title
from archive.records import Person, Speech
from archive.web.site import has_page

Span = tuple[int, int]
Run = tuple[str, tuple[tuple[str, bool], ...]]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its number from 1, and its text as (id of the person it links to, or the empty string; (text, marked) pieces) runs."""

    number: int
    runs: tuple[Run, ...]


def paragraphs(text: str, links: Iterable[tuple[int, int, str]] = (), marks: Iterable[Span] = ()) -> list[Paragraph]:
    """The paragraphs of a text; ``links`` are (start, end, id) and ``marks`` (start, end) in code points, of which overlapping ones are passed over."""
    made: list[Paragraph] = []
    waiting, marked = sorted(links), sorted(marks)
    start = 0
    for line in text.split("\n"):
        if line.strip():
            end = start + len(line)
            inside = [(a - start, b - start, id) for a, b, id in waiting if start <= a < b <= end]
            here = [(max(a, start) - start, min(b, end) - start) for a, b in marked if a < end and b > start]
            made.append(Paragraph(len(made) + 1, _runs(line, inside, here)))
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
            at = named_at(text, speech)
            if at >= 0:
                links.append((at, at + len(speech.as_written), speech.person_id))
    return links


def named_at(text: str, speech: Speech) -> int:
    """The offset at which the minutes name the speaker; -1 where the text does not hold the words there."""
    return text.find(speech.as_written, speech.start, max(speech.end, speech.start + len(speech.as_written))) if speech.as_written else -1


def excerpt(text: str, start: int, longest: int = 200) -> str:
    """What stands from an offset on, to the end of its paragraph or of a word not far behind ``longest`` characters."""
    end = text.find("\n", start)
    piece = text[start : end if end >= 0 else len(text)].strip()
    if len(piece) <= longest + 20:
        return piece
    return f"{piece[: longest + 1].rpartition(' ')[0] or piece[:longest]} …"


def sentence_start(text: str, offset: int) -> int:
    """Where the sentence begins in which an offset lies, as far as a full stop, a capital behind it, and the paragraph can tell."""
    start = text.rfind("\n", 0, offset) + 1
    for mark in (". ", "! ", "? "):
        at = text.rfind(mark, start, offset)
        # Initials and short titles end in full stops, too: "Mr. J. Smith".
        while at >= 0 and _is_short_form(text[max(start, text.rfind(" ", start, at) + 1) : at]):
            at = text.rfind(mark, start, at)
        start = max(start, at + len(mark)) if at >= 0 else start
    return start


def _is_short_form(word: str) -> bool:
    return word.isalpha() and word[0].isupper() and (len(word) == 1 or is_title(word))


def _runs(line: str, links: list[tuple[int, int, str]], marks: list[Span]) -> tuple[Run, ...]:
    """A line cut at its links, and each piece at its marks."""
    runs: list[Run] = []
    done = 0
    for start, end, id in [*links, (len(line), len(line), "")]:
        if start < done:
            continue
        for first, last, to in ((done, start, ""), (start, end, id)):
            if first < last:
                runs.append((to, _pieces(line, first, last, marks)))
        done = end
    return tuple(runs)


def _pieces(line: str, start: int, end: int, marks: list[Span]) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = []
    at = start
    for first, last in marks:
        first, last = max(first, at), min(last, end)
        if first < last:
            pieces += [(line[at:first], False), (line[first:last], True)]
            at = last
    return tuple(piece for piece in (*pieces, (line[at:end], False)) if piece[0])
