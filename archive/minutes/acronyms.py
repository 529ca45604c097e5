"""Short forms with their long forms, paired by the text: "Long Form (LF)", "LF (Long Form)", "LF = Long Form"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive import names

_BRACKET = re.compile(
    r"[(\[](?:[“\"'‘]|(?:the|or|also|known as|referred to as|abbreviated (?:to|as)|hereafter|hereinafter|y|yr|neu)[ ,]+)*(?P<short>[A-Z][A-Za-z0-9&/.-]{0,13}[A-Za-z0-9](?:(?<=\.[A-Z])\.|(?<=[A-Z]) \d{1,3})?)(?:[”\"'’]|[)\]])"
)
_REVERSE = re.compile(r"\b(?P<short>[A-Z][A-Z&]{1,6}[A-Za-z]?) \((?P<long>[A-Za-z][^()\n]{4,80})\)")
_EQUALS = re.compile(r"\b(?P<short>[A-Z][A-Z&]{1,6})\s?(?:=|–|stands for|means)\s?(?P<long>[A-Za-z][\w &'-]{4,80})")
_SMALL = frozenset("of the and for in to on with a an at by & or from y yr yn i o a'r a’r i'r i’r ac ar am mewn gyda dros gan er rhwng".split())  # noqa: SIM905
_TITLED = re.compile(r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sir|Cynghorydd)\.? (?:[A-Z][\w.'-]* ?){1,4}$")
_WORD = re.compile(r"\b[A-Z][A-Za-z0-9&/-]*[A-Za-z0-9]\b")
_MOST = 12
"""Words in front of a bracket among which the long form is looked for."""


def acronyms_in(text: str, people: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """(short, long) as written, each once, in order; ``people`` are folded names, whose initials are no acronyms."""
    found: dict[tuple[str, str], None] = {}
    for short, long in [*_before_brackets(text, people), *_given(text)]:
        found.setdefault((short, long))
    return list(found)


def _before_brackets(text: str, people: frozenset[str]) -> Iterator[tuple[str, str]]:
    written = frozenset(_WORD.findall(text))
    for found in _BRACKET.finditer(text):
        short = found["short"].strip("/-&")
        short = short if re.fullmatch(r"(?:[A-Z]\.)+", short) else short.strip(".")
        plain = short.replace(".", "")
        single = short[:-1] if short.endswith("s") and short[:-1].isupper() else short
        letters = [c for c in single if c.isalpha()]
        capitals = sum(c.isupper() for c in letters)
        whole_word = capitals == 1 and 4 <= len(letters) <= 7 and plain.isalpha()  # "Defra".
        if not 2 <= len(letters) <= 8 or not (whole_word or (capitals >= 2 and capitals * 2 >= len(letters))):
            continue
        lead = text[max(0, found.start() - 200) : found.start()].rstrip(" “'‘")
        lead = re.split(r"[\n.;:()](?=\s|$)", lead)[-1]
        number = re.search(r"\d+$", short)
        if number and " " in short and not lead.endswith(f" {number[0]}"):
            continue  # "(HB 12)" of a bill in general is a reference.
        long = _long_form(letters, lead, number[0] if number else "", by_initials=whole_word)
        if long and not _is_person(long, lead, people):
            yield single if single in written else short, long


def _given(text: str) -> Iterator[tuple[str, str]]:
    for pattern in (_REVERSE, _EQUALS):
        for found in pattern.finditer(text):
            letters = [c for c in found["short"] if c.isalpha()]
            long = found["long"].strip(" .,'")
            if pattern is _EQUALS:
                long = " ".join(long.split()[: len(letters) + 3])
            whole = _long_form(letters, long)
            if whole and (pattern is _EQUALS or whole == long):
                yield found["short"].replace("&", "&"), whole


def _long_form(letters: list[str], lead: str, number: str = "", by_initials: bool = False) -> str:
    """The words at the end of ``lead`` whose letters spell the short form: each letter begins a word or a part of one, in order.

    A number at the end of the short form ends the long form, too: "Framework 4 (F4)".
    """
    words = list(re.finditer(r"[^\s,]+", lead))[-_MOST:]
    wanted = [letter.casefold() for letter in letters]
    numbered = words[-1:] if number and words and words[-1][0] == number else []
    while words and words[-1][0].isdigit():
        words.pop()  # "Flood and Water Management Act 2010 (FWMA)".
    for inside in (False,) if by_initials else (False, True):
        for first in range(len(words)) if inside else range(len(words) - 1, -1, -1):  # Of "closed circuit television" every word counts.
            begin = re.sub(r"^\W+", "", words[first][0])
            if begin and begin[0].casefold() == wanted[0] and begin.casefold() not in _SMALL and _spells([word[0] for word in words[first:]], wanted, inside):
                long = lead[words[first].start() : (numbered or words)[-1].end()].strip(" ,“”'‘")
                return long if len(long.split()) >= 2 or "-" in long else ""
    return ""


def _spells(words: list[str], wanted: list[str], inside: bool) -> bool:
    """Whether the letters are initials of the words, small words left out at will; every other word gives a letter, or, ``inside``, two."""
    parts: list[tuple[str, bool]] = []
    for word in words:
        for n, piece in enumerate(re.split(r"[-/]", re.sub(r"^\W+|\W+$", "", word))):
            if piece:
                parts.append((piece.casefold(), piece.casefold() in _SMALL or n > 0))
    reachable = {0}
    for piece, optional in parts:
        following = set(reachable) if optional else set()
        for place in reachable:
            if place < len(wanted) and piece[0] == wanted[place]:
                following.add(place + 1)
                if inside and place + 1 < len(wanted) and wanted[place + 1] in piece[1:]:
                    following.add(place + 2)  # "GPs", "PhD", "Wi-Fi", "BioTech": a second letter from inside.
                if inside:  # "PINS", the Planning INSpectorate.
                    following.update(place + n for n in (3, 4) if place + n <= len(wanted) and piece.startswith("".join(wanted[place : place + n])))
        reachable = following
        if not reachable:
            return False
    return len(wanted) in reachable


def _is_person(long: str, lead: str, people: frozenset[str]) -> bool:
    if re.match(r"(?:Councillor|Member)s?\b", long):
        return False  # "Councillor Ward Funding (CWF)": nobody's initials count the title.
    return names.fold(names.plain(long)) in people or bool(_TITLED.search(lead))
