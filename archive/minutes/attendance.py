"""Who was there, who sent apologies, who came for whom: as the minutes themselves say it, in whatever layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive import names
from archive.minutes.people import PeopleTable
from archive.minutes.prose import normal, sentences
from archive.minutes.rolls import Listed, is_name, names_one_a_line, people_listed
from archive.records import AgendaItem, Attendance, Person

_LABELS = (
    ("absent", r"(?:members? |councillors? |also )?(?:absent|not present|yn absennol|absennol|non[- ]attend\w+)(?: without apolog\w+)?"),
    ("apologies", r"(?:to receive |receive )?(?:any )?apolog(?:y|ies)(?: for (?:absence|non-attendance|inability to attend))?(?: (?:and|&) (?:reasons?|substitut\w+)[\w ]*)?(?: (?:were |was |had been |have been )?(?:received|submitted|given|recorded|intimated|sent|noted))?(?: from| by| on behalf of)?|ymddiheuriadau(?: am absenoldeb)?|(?:cafwyd|derbyniwyd) ymddiheuriadau?(?: am absenoldeb)?(?: gan| oddi wrth)?"),
    ("substitute", r"(?:named |nominated )?substitut(?:es?|ions?)(?: members?)?(?: present| attending)?|nominated subs|subs"),
    ("in_attendance", r"(?:also,? |members? |others? |officers? |officials? |staff |advisers? |guests? )?(?:in[- ]attendance|yn bresennol hefyd|mewn presenoldeb|wrth law|hefyd yn bresennol)(?: virtually| remotely| online| by invitation)?"
                      r"|also (?:present|attending|there)|(?:council |supporting |attending |lead )?(?:officers|officials|swyddogion)(?: (?:present|attending|in attendance|also))*|observers?|(?:invited )?guests?|by invitation|other (?:members|councillors|attendees)(?: (?:present|in attendance))?"
                      r"|(?:school governor services |minutes? )?(?:clerk|minutes taken by|minute taker|minute secretary|note taker|secretary|secretariat|minutes)|speakers?|invited|visitors|external|advisers?|representatives from other bodies in attendance|external attendees|in attendance \(officers\)"),
    ("present", r"(?:also |those |remotely |virtually |physically |members? |councillors? |cllrs? |other members |voting members |committee members |trustees |directors |board members |governors |attendees )?(?:present|attending|in person|yn bresennol|presennol)(?: in (?:person|the chair|chamber|remote location)| remotely| virtually| online| (?:via|by|on) (?:zoom|teams))?"
                r"|(?:members|councillors|panel|attendance|attendees|sederunt|membership|aelodau(?: lleyg| etholedig| annibynnol| cyfetholedig)?|presiding|in the chair|chair(?:man|woman|person)?|vice[- ]chair(?:man)?|(?:non[- ])?school members|present members|cynghorwyr)(?: of the (?:committee|council|board|panel|forum))?(?: (?:present|in attendance))?"),
)  # fmt: skip
_LABEL = re.compile(rf"^\W*(?:\(?\w{{1,3}}[.)]\s+|\d{{1,3}}\s+)?(?:{'|'.join(f'(?P<{status}>{words})' for status, words in _LABELS)})\b(?P<sign>\s*[:;–—-]+[-\s]*|\s(?:was|were)\b:?\s+(?=[A-Z])|\s*\([^)]*\)\s*:?\s*|\s*$|\t+|(?<=from)\s|(?<=gan)\s|(?<=by)\s|(?<=behalf of)\s|\s(?=(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|Y Cynghor)\b))", re.IGNORECASE)  # fmt: skip
_APOLOGIES = re.compile(
    r"\bapolog(?:y|ies)\b[^.\n]{0,90}?\b(?:from|by|on behalf of)\b:?\s*|\bapolog(?:y|ies)\b[^.\n:]{0,60}:\s*|\bymddiheuriadau?\b[^.\n]{0,60}?\b(?:gan|oddi wrth)\s+(?:y\s+)?",
    re.IGNORECASE,
)
_SORRY = re.compile(r"^(?P<who>[^\n]{3,200}?) (?:had |has |have )?(?:sent|gave|given|tendered|submitted|offered)(?: (?:his|her|their))? apolog", re.IGNORECASE)
_AWAY = re.compile(r"^(?P<who>[^\n]{3,120}?) (?:was|were) (?:absent|not present)\b", re.IGNORECASE)
_FOR = (
    re.compile(
        r"(?P<whom>[A-Z][^.;,\n()]{2,60}?) \((?P<who>[A-Z][^(),\n]{2,60}?)(?:,[^(),\n]{0,60})? (?:attended|attending|deputised|deputising|represented) (?:as (?:his |her |their |a |the )?substitute|in (?:his|her|their) (?:absence|place|stead)|for (?:him|her|them))\)"
    ),
    re.compile(
        r"(?:from|of) (?P<whom>[A-Z][^.;,\n]{2,60})\.\s+(?P<who>[A-Z][^.;,\n]{2,60}?) (?:attended|deputised|was present) in (?:his|her|their) (?:absence|place|stead)"
    ),
    re.compile(
        r"(?P<who>[A-Z][^.;,\n()]{2,60}?)(?:,[^.;\n()]{2,90})? (?:was|is|were|had been) attending (?:the |this )?(?:meeting )?as (?P<whom>[A-Z][^.;,\n()]{2,50}?)['’]s? substitute"
    ),
    re.compile(
        r"(?P<who>[A-Z][^.;\n(]{2,60}?) (?:(?:was|is|had been|has been|were|who was|confirmed (?:that )?(?:he|she|they) (?:was|were)) )?(?:attend(?:ed|ing)|appointed|acting|act(?:ed)|present|substitut(?:ing|ed)|deputis(?:ed|ing)|in attendance|there)(?: the meeting)?(?: as (?:a |the |his |her )?(?:named |nominated )?substitutes?(?: members?)?| in place)? (?:for|of|on behalf of) (?P<whom>[A-Z][^.;\n)]{2,60})"
    ),
    re.compile(r"(?P<who>[A-Z][^.;,\n()]{2,60}?) \(?(?:as )?(?:substitute|substituting|sub|deputy) for (?P<whom>[A-Z][^.;,\n()]{2,60})\)?", re.IGNORECASE),
    re.compile(
        r"(?P<whom>[A-Z][^.;,\n()]{2,60}?) \((?:substitute|sub|substituted by|represented by|replaced by)[:\s]+(?P<who>[A-Z][^()\n]{2,60})\)", re.IGNORECASE
    ),
    re.compile(
        r"(?P<whom>[A-Z][^.;\n]{2,60}?),? (?:with|and) (?P<who>[A-Z][^.;,\n]{2,60}?) (?:attending |acting |present )?(?:as|substituting|in) (?:his|her|their|a|the)? ?(?:substitute|place|stead)"
    ),
    re.compile(r"(?P<who>[A-Z][^.;,\n()]{2,60}?) (?:substituted|deputised) for (?P<whom>[A-Z][^.;\n()]{2,60})"),
)
_STOP = re.compile(
    r"^\W*(?:resolved|agreed|the (?:meeting|chair|mayor|clerk|committee|council|board)|it was|there were|members were|declarations?|minutes of|to (?:receive|consider|note)|welcome|part (?:one|a|1)|item|no\.|at the|in order|prayers|before|public|quorum|webcast|recording)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\b(?:present|attend|apolog|absen|substitut|sederunt|presennol|ymddiheur|welcome|roll)", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:(?:Members|Councillors|MEMBERS|COUNCILLORS|Officers|OFFICERS|Officials|OFFICIALS|Also|ALSO) (?:Present|PRESENT|present|in Attendance|IN ATTENDANCE|in attendance)|PRESENT(?: IN THE CHAIR)?|Present|In Attendance|IN ATTENDANCE|In attendance|"
    r"Apologies for [Aa]bsence|Apologies|APOLOGIES(?: FOR ABSENCE)?|Absent|ABSENT|In the Chair|IN THE CHAIR|Substitutes?|Those Attending|Attendance)\s*[:–-]\s*"
)
LONGEST = 30_000
"""Characters at the head of a document that may list who was there."""


@dataclass(frozen=True)
class Attendee:
    """One entry: somebody, how they were there, and for whom."""

    listed: Listed
    status: str
    substitute_for: str | None = None


def attendees_of(head: str, sections: list[tuple[str, str]]) -> list[Attendee]:
    """Who the minutes say was there.

    ``head`` is what stands before the first item; ``sections`` are (title, text) of the items, of which those about
    attendance are read. Each person once, by the first thing said of them that is not mere presence.
    """
    found: list[Attendee] = [*_in_block(head[:LONGEST], "")]
    for title, text in sections:
        if _SECTION.search(title) or (not title and not found):
            label = _LABEL.match(title + ":")
            status = next((name for name, _ in _LABELS if label and label[name]), "") if label else ""
            found += _in_block(text[:LONGEST], status)
        elif re.match(r"\W*(?:\d+\W+)?PRESENT\b", text):
            found += _in_block(text[:LONGEST], "")
        found += _replaced(text[:LONGEST]) if _SECTION.search(title) else []
    return _each_once([*_replaced(head[:LONGEST]), *found])


def _in_block(text: str, status: str) -> Iterator[Attendee]:
    """The entries of a piece of text, line by line; a label changes what follows, until something else begins."""
    current, alone = status, names_one_a_line(text)
    columns: list[str] = []
    for raw in text.split("\n"):
        line = raw.strip()
        if not line:
            continue
        cells = [cell.strip() for cell in raw.split("\t")]
        if len(cells) > 1 and (columns or sum(bool(_LABEL.match(cell)) for cell in cells) > 1):
            columns += [""] * (len(cells) - len(columns))
            for n, cell in enumerate(cells):
                labels = [*_labels(cell)]
                for label, rest, role in labels:
                    columns[n] = label
                    yield from _entries(rest, label, role)
                if columns[n] and not labels:
                    yield from _entries(cell, columns[n])
            continue
        if columns and not _LABEL.match(line) and len(line.split()) <= 8 and columns[0]:
            yield from _entries(line, columns[0])
            continue
        columns = []
        if current in ("", "apologies") or _APOLOGIES.search(line):
            apologies = [*_apologies(line)]
            if apologies:
                yield from apologies
                current = ""
                continue
        if len(line) > 2500 or (len(line) > 200 and not _LABEL.match(line) and _WITHIN.search(line)):
            yield from _in_one_line(line)
            current = ""
            continue
        labelled = [*_labels(line)]
        if not labelled:
            if _STOP.match(line) or (current and not people_listed(line) and len(line.split()) > 12):
                current = "" if _STOP.match(line) or len(line.split()) > 12 else current
                continue
            if current:
                yield from _entries(line, current, alone=alone)
            continue
        for label, rest, role in labelled:
            current = label
            yield from _entries(rest, label, role)


def _labels(line: str) -> Iterator[tuple[str, str, str]]:
    """(status, what follows, post) of each label of a line: "Present: A, B. Apologies: C"."""
    pieces = re.split(
        r"(?<=[.;)\t])\s*(?=(?:Apologies|Also present|In attendance|Also in attendance|Absent|Officers(?: present)?|Substitutes?|Present|Clerk)\b[^.:]{0,40}:)",
        line,
    )
    for piece in pieces:
        found = _LABEL.match(piece)
        if found:
            status = next(name for name, _ in _LABELS if found[name])
            words = found[status].casefold()
            role = (
                "Chair"
                if re.fullmatch(r"presiding|in the chair|chair(?:man|woman|person)?|.*in the chair", words)
                else "Vice-Chair"
                if words.startswith("vice")
                else "Clerk"
                if words in ("clerk", "minutes taken by", "minute taker")
                else ""
            )
            yield status, piece[found.end() :], role


def _entries(rest: str, status: str, role: str = "", alone: bool = False) -> Iterator[Attendee]:
    if re.match(r"\W*(?:none|nil|no apologies|dim|there were no)\b", rest, re.IGNORECASE):
        return
    plain = normal(rest)
    for one in (entry for sentence in sentences(plain) for entry in people_listed(rest[sentence.start : sentence.end], alone)):
        shown = Listed(one.written, one.name, one.role or role, one.note)
        sub = re.match(r"\(?sub\w*\s+(?:for|:)\s*(?P<whom>.+)", one.note, re.IGNORECASE) or re.match(r"sub\w*\s+for\s+(?P<whom>.+)", one.role, re.IGNORECASE)
        sub = sub or next((one for one in [re.match(r"for (?P<whom>[A-Z][\w.'’ -]{2,40}?)(?:\s[-–]|,|$)", one.note)] if one and is_name(one["whom"])), None)
        if sub:
            yield Attendee(Listed(one.written, one.name, "", ""), "substitute", names.plain(sub["whom"]))
        else:
            yield Attendee(shown, status)


def _apologies(line: str) -> Iterator[Attendee]:
    """Apologies, and absence, told in sentences."""
    if re.search(r"\bno apologies\b|\bapologies (?:were|was) (?:accepted|noted)\b(?! from)", line, re.IGNORECASE) and not re.search(r"\bfrom\b", line):
        return
    if re.search(r"\blateness\b|\blate arrival\b|\barriving late\b|\bfor leaving\b", line, re.IGNORECASE):
        return
    found = [*_APOLOGIES.finditer(line)]
    for n, one in enumerate(found):
        rest = line[one.end() : found[n + 1].start() if n + 1 < len(found) else len(line)]
        rest = re.split(r"(?<=[a-z)])\.(?:\s|$)|\b(?:who|which|were|was|and it was|due to|because|with|but)\b(?! M)", rest, maxsplit=1)[0]
        for listed in people_listed(_without_substitutes(rest)):
            yield Attendee(listed, "apologies")
    sorry = None if found else _SORRY.match(line)
    for listed in people_listed(sorry["who"]) if sorry else ():
        yield Attendee(listed, "apologies")
    away = None if found or sorry else _AWAY.match(line)
    for listed in people_listed(away["who"]) if away else ():
        yield Attendee(listed, "absent")


def _without_substitutes(written: str) -> str:
    """A list without the brackets that say who came instead: those are read by themselves."""
    return re.sub(r"\([^()]*\b(?:attend|substitut|deputis|represent|absence)\w*[^()]*\)", "", written)


def _replaced(text: str) -> Iterator[Attendee]:
    """Substitutes, told in sentences or in brackets."""
    for line in text.split("\n"):
        if (
            not re.search(r"\bsub(?:stitut\w*)?\b|\bin place\b|\bdeputis|\breplaced by\b|\brepresented by\b|\bstead\b|\babsence\b", line, re.IGNORECASE)
            or len(line) > 4000
        ):
            continue
        for pattern in _FOR:
            for found in pattern.finditer(line):
                who, whom = people_listed(_last_name(found["who"])), people_listed(_first_name(found["whom"]))
                if who and whom:
                    yield Attendee(who[-1], "substitute", whom[0].name)


def _last_name(text: str) -> str:
    return re.split(r"\b(?:from|that|with|and that|noted|by|rule \d+|,)\s", text)[-1].strip(" ,")


def _first_name(text: str) -> str:
    """The name at the end of ``apologies from A``, or at the beginning of ``A at this meeting``."""
    text = re.split(r"\b(?:from|on behalf of|by)\s", text)[-1]
    return re.split(r"\b(?:at|on|who|and|for|in|until|during)\b|,", text)[0].strip(" ,")


def _in_one_line(line: str) -> Iterator[Attendee]:
    """A document on one line: labels within it."""
    marks = [*_WITHIN.finditer(line[:12_000])]
    for n, mark in enumerate(marks):
        end = marks[n + 1].start() if n + 1 < len(marks) else min(len(line), mark.end() + 1500)
        rest = re.split(r"(?<=[a-z)])\.\s|\s\d{1,3}\.?\s(?=[A-Z])", line[mark.end() : end], maxsplit=1)[0]
        label = _LABEL.match(mark[0].strip() + ":")
        status = next((name for name, _ in _LABELS if label and label[name]), "")
        if status:
            yield from _entries(rest, status, "Chair" if "chair" in mark[0].casefold() else "")


def _each_once(found: list[Attendee]) -> list[Attendee]:
    """Each person once: a substitute is one only, somebody in two lists stands in the first that is not "present" again."""
    made: dict[str, Attendee] = {}
    for one in found:
        key = names.fold(one.listed.name)
        if not key:
            continue
        before = made.get(key)
        if before is None or (before.status == "present" and one.status == "apologies"):
            made[key] = one
        elif before.status == one.status and not before.listed.role and one.listed.role:
            made[key] = Attendee(Listed(before.listed.written, before.listed.name, one.listed.role, before.listed.note), before.status, before.substitute_for)
    return list(made.values())


def attendance_in(head: str, items: Sequence[AgendaItem], people: Sequence[Person], council: str) -> tuple[list[Attendance], list[Person]]:
    """What the minutes of one meeting say of attendance, as records, and those named in it whom the council's ``people`` do not hold."""
    table = PeopleTable.of([], people, council)
    meeting_id = items[0].meeting_id if items else ""
    found: list[Attendance] = []
    for order, one in enumerate(attendees_of(head, [(item.name, item.text) for item in items]), 1):
        meant = table.named(one.listed)
        found.append(Attendance(meeting_id, order, meant.person_id, meant.name, one.listed.written, one.status, one.listed.role, one.substitute_for))
    roles = {entry.person_id: entry for entry in found}
    newcomers = [replace(person, kind=_kind(person, roles[person.id])) for person in table.newcomers.values() if person.id in roles]
    return found, newcomers


def _kind(person: Person, entry: Attendance) -> str:
    """Whether somebody known by name only is a member, an officer or of the public."""
    if person.kind == "member" or entry.status != "in_attendance":
        return "member"
    return "officer" if entry.role else person.kind
