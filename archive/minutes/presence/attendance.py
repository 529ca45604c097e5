"""Who was there, who sent apologies, who came for whom: as the minutes themselves say it, in whatever layout."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive import names
from archive.minutes.mention.listed import is_name
from archive.minutes.people import PeopleTable, may_be
from archive.minutes.presence.fullnames import written_out
from archive.minutes.presence.labels import Label, label_of, label_of_title, labelled
from archive.minutes.presence.rolls import Listed, names_one_a_line, people_listed
from archive.minutes.presence.substitutes import pairs_in, replaced
from archive.minutes.presence.tables import Columns, Key, columns_of, heads_items, person_in, second_is_what
from archive.minutes.presence.told import LATE, SAID, Attendee, for_an_item, told_in
from archive.minutes.prose import normal, sentences
from archive.minutes.prose import words as words_of
from archive.minutes.verbs import PAST
from archive.records import AgendaItem, Attendance, Person

_SAID_BEHIND = re.compile(r"\((?:present|apologies|absent)\)", re.IGNORECASE)
_SUBSTITUTE = re.compile(
    r"\W*(?:as )?(?:an? |the )?(?:(?:named |nominated )?(?:substitut(?:e|ing)|sub)\b\.?(?: members?| (?=for\b)| of\b|$)(?:\s*for\s+)?|deputi[sz]ing for |deputy for |in place of |replacing )(?P<whom>(?!for\b).*)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})?[.):]?\s+)?(?:resolved|agreed|the (?:meeting|chair|mayor|clerk|committee|council|board)|it was|there were|members were|declarations?|minutes of|to (?:receive|consider|note)|welcome|part (?:one|a|1)|no\.|at the|in order|prayers|before|preliminar\w+|public|quorum|webcast|recording|proposed|seconded|prop|action|signed|agenda|items?|business|meeting|contact|enquiries|venue|location(?!:?\s+(?:Cllr|Councillor|Alderm[ae]n|Mr|Mrs|Ms)\b)|date|time|distribution|circulation|copies|cc)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\b(?:present|attend|apolog|absen|substitut|sederunt|presennol|ymddiheur|welcome|roll)", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:(?:(?:Other |OTHER )?(?:Members|Councillors|MEMBERS|COUNCILLORS|Officers|OFFICERS|Officials|OFFICIALS|Staff|STAFF|Also|ALSO) )?(?:Present|PRESENT|present|[Ii]n [Aa]ttendance|IN ATTENDANCE)(?: IN THE CHAIR)?|"
    r"Apologies for [Aa]bsence|Apologies|Apology|APOLOG(?:Y|IES)(?: FOR ABSENCE)?|Absent|ABSENT|In the Chair|IN THE CHAIR|Substitutes?|Those Attending|Attendance|ATTENDANCE|"
    r"Officials|OFFICIALS|Officers|OFFICERS|Councillors|Members|MEMBERS|An [Cc]athaoirleach|Cathaoirleach|CATHAOIRLEACH|Chair(?:man|person)?|CHAIR(?:MAN|PERSON)?|Baill|BAILL|Oifigigh|OIFIGIGH|I L[ÁA]THAIR(?: FREISIN)?)\s*(?::|[–-](?=\s))\s*|\b(?:PRESENT|ATTENDING|IN ATTENDANCE|ALSO PRESENT|APOLOGIES|[Aa]lso in attendance|Also present)\s+(?=(?:Councillors?|Cllrs?|Mrs?|Ms|Dr|The Mayor)\b|(?:[A-Z]\.? ){1,3}[A-Z][a-z])"
)
_LEADERS = re.compile(r" ?(?:\.{3,}|_{3,}|…{2,}) ?")
"""What leads the eye from a name to a post."""
_GROUP = re.compile(r"^\W*(?:[\w’']+ ){0,3}(?:representatives|delegates|nominees|[Ss]ide|[Gg]roup|Representatives|Delegates|Nominees|LOCATION):\s*")
"""Whom those behind it stand for, which makes them nothing else: "Employees’ Side: …"."""
_NONE = re.compile(r"\W*(?:none|nil|no apologies|dim|there were no)\b", re.IGNORECASE)
_MEMBER_NEXT = re.compile(r"\s*(?:the )?(?:Cllr|Councillor|Cyng|Members)", re.IGNORECASE)
_NUMBERED = re.compile(r"\W{0,3}\d{1,3}[.)]\s*[A-Z]")
_BRACKETS = re.compile(r"\([^()]*\)")
_SEATED = re.compile(r"\b(?:in the chair|yn y gadair)$|^presiding$", re.IGNORECASE)
_LETTERED = re.compile(r"([A-Z]{1,2})[ \t]+(?=[A-Z])")
"""How somebody was there, by a letter that a key explains: "P  Jo Ash", "A  Kim Birch"."""
_BILINGUAL = re.compile(r"^(\W*[A-Z][\w ]{2,30}?) ?/ ?[A-Z][\w’' ]{3,40}(?=:|$)")
"""A label in two languages: "Clerk / Clerc:"."""
_HEADS = re.compile(r"(?:in the )?chair(?:man|woman|person)?", re.IGNORECASE)
_PRESIDES = re.compile(r"\b(?:presiding|presided|in the chair)\W*$", re.IGNORECASE)
_PRESIDED = re.compile(
    r"\W*(?:(?:The|An) )?(?:[A-Z][\w’'-]+,? ){0,4}?(?P<who>(?:Cllr|Councillor|Comh|Cr|Alderman|Mrs?|Ms|Miss|Dr)\b\.? [^,;:\n]{2,40}?),? (?:was |presiding )?(?:in the [Cc]hair|presided)\.?$"
)
"""``The Mayor, Councillor Jo Ash, was in the Chair.``"""
_DOES = frozenset("was were is are has had will opened took declared held began started left closed".split())  # noqa: SIM905
LONGEST = 30_000
"""Characters at the head of a document that may list who was there."""


def attendees_of(head: str, sections: list[tuple[str, str]]) -> list[Attendee]:
    """Who the minutes say was there.

    ``head`` is what stands before the first item; ``sections`` are (title, text) of the items, of which those about
    attendance are read. Each person once, by the first thing said of them that is not mere presence.
    """
    found: list[Attendee] = [*_in_block(head[:LONGEST], "")]
    if not any(one.status == "present" for one in found):
        found += _unlabelled(head[:LONGEST])
    for title, text in sections:
        if _SECTION.search(title) or (not title and not found):
            label = label_of_title(title)
            found += _in_block(text[:LONGEST], label.status if label else "")
        elif re.match(r"\W*(?:(?:\d+\W+)?PRESENT\b|(?:Also )?(?:[Pp]resent|[Ii]n attendance): )", text):
            found += _in_block(text[:LONGEST], "")
        if _SECTION.search(title):
            found += _replaced(text[:LONGEST])
        else:
            found += for_an_item(text)
    return _each_once([*_replaced(head[:LONGEST]), *found])


_INITIALLED = re.compile(r"\([A-Z]{2,4}\)")
_MANY_MEMBERS = re.compile(r"\W*(?:Councillors|Cllrs|Members|Cynghorwyr):?\s")
_FEWEST_INITIALLED = 3


def _unlabelled(head: str) -> Iterator[Attendee]:
    """Who was there where no label says so: a line of councillors, or of names with their initials in brackets, and below it whoever has a post."""
    seated = False
    for line in head.split("\n"):
        listed = people_listed(line) if _INITIALLED.search(line) or _MANY_MEMBERS.match(line) else []
        if (len(listed) >= _FEWEST_INITIALLED and _MANY_MEMBERS.match(line) and _before_story(line) == line) or (
            len(listed) >= _FEWEST_INITIALLED and len(_INITIALLED.findall(line)) * 2 >= len(listed)
        ):
            seated = True
            yield from (_attendee(one, "present") for one in listed)
        elif seated and listed and all(one.role for one in listed):
            yield from (_attendee(one, "in_attendance") for one in listed)


def _in_block(text: str, status: str) -> Iterator[Attendee]:
    """The entries of a piece of text, line by line; a label changes what follows, until something else begins."""
    reading = _Block(text, status)
    for raw in text.split("\n"):
        yield from reading.take(raw)


class _Block:
    """What is known between the lines of a piece of text."""

    def __init__(self, text: str, status: str) -> None:
        self.current = status
        self.alone = names_one_a_line(text)
        self.columns: list[str] = []
        self.key = Key.of(text)
        self.table: Columns | None = None
        rows = [[cell.strip() for cell in line.strip().split("\t")] for line in text.split("\n") if "\t" in line.strip()]
        self.second_is_what = second_is_what([row for row in rows if not label_of(row[0])])
        self.names_officers = any(label.status == "in_attendance" for line in text.split("\n") for label, _ in labelled(line.strip()) if label)
        self.members_away = self.members = self.members_titled = self.open_ended = self.unnumbered = self.someone = self.seated = False

    def take(self, raw: str) -> Iterator[Attendee]:
        """The entries of the next line."""
        raw = _BILINGUAL.sub(r"\1", _LEADERS.sub(" – ", raw))
        line = raw.strip()
        cells = [cell.strip() for cell in raw.split("\t")]
        if not line:
            return
        if len(cells) > 1:
            if heads_items(cells):
                self.current, self.columns, self.table = "", [], None
                return
            headed = columns_of(cells) or self._headed(cells)
            if headed:
                self.table = headed
                return
            if self.table and not label_of(cells[0]):
                found = person_in(self.table, cells, self.current, self.key)
                if found:
                    yield _attendee(*found)
                return
            labels = [label_of(cell) for cell in cells]
            before = len([*itertools.takewhile(bool, labels)])
            if 2 <= before < len(cells) and not any(labels[before:]) and all(label and not cell[label.end :] for label, cell in zip(labels[: before - 1], cells, strict=False)):  # fmt: skip
                line = "\t".join(cells[before - 1 :])  # "Present ⇥ Councillors: ⇥ Jo Ash".
                cells, labels = cells[before - 1 :], labels[before - 1 :]
            if _is_pairs(cells, labels):
                for label, cell in zip(labels[::2], cells[1::2], strict=False):
                    yield from _entries(cell, label.status, label.role) if label else ()
                return
            if self.columns or sum(bool(label) and not label.is_post for label in labels if label) > 1:
                yield from self._in_columns(cells)
                return
            if self.current and self.second_is_what and not labels[0]:
                yield from _with_what(cells, self.current)
                return
        elif self.columns and not label_of(line) and len(line.split()) <= 8 and self.columns[0]:
            yield from _entries(line, self.columns[0])
            return
        self.columns = []
        lettered = _LETTERED.match(line) if self.key.letters else None
        if lettered and lettered[1] in self.key.letters:
            yield from _entries(line[lettered.end() :], self.key.letters[lettered[1]])
            return
        yield from self._in_line(line)

    def _headed(self, cells: Sequence[str]) -> Columns | None:
        """The columns under a label that has headings beside it: "Officers ⇥ Designation"."""
        label = label_of(cells[0])
        headed = columns_of(["Name", *cells[1:]]) if label and not label.role else None
        if label and headed:
            self.current = label.status
        return headed

    def _in_columns(self, cells: list[str]) -> Iterator[Attendee]:
        """Cells that stand under labels of their own."""
        self.columns += [""] * (len(cells) - len(self.columns))
        for n, cell in enumerate(cells):
            parts = [(label, part) for label, part in labelled(cell) if label]
            for label, part in parts:
                self.columns[n] = label.status
                yield from _entries(part[label.end :], label.status, label.role)
            if self.columns[n] and not parts:
                yield from _entries(cell, self.columns[n])

    def _in_line(self, line: str) -> Iterator[Attendee]:
        """A line that may have labels within it."""
        if len(line) > 2500 or (len(line) > 200 and not label_of(line) and _WITHIN.search(line)):
            yield from _in_one_line(line)
            self.current = ""
            return
        for label, part in labelled(line):
            if label and label.is_body and not self.someone:
                label = replace(label, status="present")
            if label and label.is_beside and not (self.current and self.someone):
                if not label.is_members:
                    continue
                label = replace(label, status="present")
            if label is None or label.status == "apologies":
                told = [*told_in(part)]
                if told:
                    yield from told
                    if label or told[0].status != "present":  # Who came late interrupts no list.
                        self.current = "apologies" if label and ":" in label.sign else ""
                    self._note_away(told, line)
                    continue
            if label is None:
                yield from self._going_on(part)
                continue
            if label.words.startswith("other members") and self.seated and not self.members:
                label = replace(label, status="present")  # Beside the chair, who alone was named so far.
            if label.words == "attending" and self.seated:
                label = replace(label, status="in_attendance")  # Below a list of those present it is the officers'.
            if label.status == "substitute" and (came := [*_in_place(part[label.end :])] or [*_replaced(part[label.end :])]):
                yield from came
                self.current = "substitute"
                continue
            if label.words == "directors" and self.current == "in_attendance":
                label = replace(label, status="in_attendance")  # Of services.
            if label.words == "councillors" and self.current == "in_attendance" and self.seated:
                label = replace(label, status="in_attendance")  # Of a community council, whose members are none.
            beside = label.is_way and self.current == "in_attendance" and not _MEMBER_NEXT.match(part[label.end :])
            if not beside and not (label.is_group and self.current in ("apologies", "absent") and not self.members_away):
                self.current = label.status
            self.members_away = False
            self.table = None if part[label.end :].strip() else self.table
            found = [*_entries(part[label.end :], self.current, label.role)]
            yield from found
            self.unnumbered = bool(found)
            self._note_away(found, line)

    def _going_on(self, line: str) -> Iterator[Attendee]:
        """A line without a label: more people of the same status, or the end of them."""
        if not self.current and _SAID_BEHIND.search(line):
            yield from (one for one in _entries(line, "") if one.status)
        if not self.current and (seat := _PRESIDED.match(line)):
            yield from (Attendee(replace(one, role="Chair"), "present") for one in people_listed(seat["who"]))
        if not self.current or line.endswith(":"):
            return
        if self.current in ("apologies", "absent") and _PRESIDES.search(line):
            self.current = "" if self.seated else "present"
            if self.seated:
                return
        line = _GROUP.sub("", line)
        numbered = bool(_NUMBERED.match(line))
        stops = bool(_STOP.match(line) or _NONE.match(line)) or (numbered and self.unnumbered) or (len(line.split()) > 12 and not people_listed(line))
        people = "" if stops else _before_story(line)
        found = [*_entries(people, self.current, alone=self.alone)]
        if self._ends_members(line) and not self.names_officers and not self.open_ended and _are_officers(found):
            self.current = "in_attendance"
            found = [replace(one, status="in_attendance") for one in found]
        yield from found
        self.unnumbered = self.unnumbered or (bool(found) and not numbered)
        self._note_away(found, line)
        if len(people) < len(line):
            self.current, self.table = "", None

    def _ends_members(self, line: str) -> bool:
        """Whether a list of members may be at its end: of those who sent apologies, or of those present in front of a sentence-like row of others."""
        return (self.current == "apologies" and self.members_away) or (self.current == "present" and self.members_titled and line.endswith("."))

    def _note_away(self, found: Sequence[Attendee], line: str) -> None:
        """Members who sent apologies make a list of their own, unless it goes on in the next line."""
        self.someone = self.someone or bool(found)
        self.seated = self.seated or any(one.status == "present" for one in found)
        self.members = self.members or any(one.status == "present" and not _HEADS.fullmatch(one.listed.role) for one in found)
        self.members_titled = self.members_titled or any(one.status == "present" and one.listed.is_member for one in found)
        self.members_away = self.members_away or any(one.listed.is_member for one in found)
        self.open_ended = line.rstrip().endswith((",", "&", " and"))


def _before_story(line: str) -> str:
    """What of a line lists people: up to the first sentence that tells something else."""
    for sentence in sentences(normal(line)):
        words = words_of(_BRACKETS.sub(" ", line[sentence.start : sentence.end]))
        acts = any((word.lower in PAST or word.lower in _DOES) and (word.text[0].islower() or word.text.isupper()) for word in words[2:])  # Not Drew.
        if acts and (len(words) > 14 or line[sentence.end - 1] == "."):
            return line[: sentence.start]
    return line


def _is_pairs(cells: Sequence[str], labels: Sequence[Label | None]) -> bool:
    """Whether a row has labels with who they are for beside them: "Chaired by ⇥ Jo Ash ⇥ Clerked by ⇥ Kim Birch"."""
    return len(cells) >= 4 and len(cells) % 2 == 0 and all(labels[::2]) and not any(labels[1::2])


def _with_what(cells: Sequence[str], status: str) -> Iterator[Attendee]:
    """The person of a row and, in the next cell, what they are or who sent them."""
    if len(cells) > 2 and all(is_name(cell) for cell in cells):
        for cell in cells:
            yield from _entries(cell, status)
        return
    for listed in people_listed(cells[0])[:1]:
        yield Attendee(listed if listed.role else replace(listed, role=" ".join(cells[1:2])), status)


def _are_officers(found: Sequence[Attendee]) -> bool:
    """Whether a line below the apologies of members names several people by their posts: nobody lists those who stayed away like that."""
    return len(found) >= 2 and not any(one.listed.is_member for one in found) and any(one.listed.role for one in found)


def _entries(rest: str, status: str, role: str = "", alone: bool = False) -> Iterator[Attendee]:
    if _NONE.match(rest):
        return
    if status == "substitute" and (came := [*_in_place(rest)]):
        yield from came
        return
    listed: list[Listed] = []
    for n, sentence in enumerate(sentences(normal(rest))):
        text = rest[sentence.start : sentence.end]
        late = LATE.match(text) if n else None
        if n and not late and _before_story(text) != text:
            break
        listed += people_listed(late["who"] if late else text, alone)
    yield from (_attendee(replace(one, role=one.role or role), status) for one in listed)


def _in_place(rest: str) -> Iterator[Attendee]:
    """Substitutes, listed with whom they came for."""
    yield from (Attendee(who, "substitute", whom) for who, whom in pairs_in(rest))


def _attendee(one: Listed, status: str) -> Attendee:
    """Somebody of a list, by what is said behind the name, or else by the list."""
    sub = _SUBSTITUTE.match(one.note) or _SUBSTITUTE.match(one.role) or _for_somebody(one.note)
    said = next((how for how, words in SAID if re.fullmatch(words, one.note or one.role, re.IGNORECASE)), "")
    if said:
        return Attendee(Listed(one.written, one.name), said)
    if sub and (sub["whom"] or status != "apologies"):
        return Attendee(Listed(one.written, one.name), "substitute", names.plain(sub["whom"]) or None)
    if status == "apologies" and _SEATED.search(one.role):
        return Attendee(one, "present")  # Who is in the chair stands below those who sent apologies, and is none of them.
    return Attendee(one, status)


def _for_somebody(note: str) -> re.Match[str] | None:
    """``for Cllr B Birch``; never ``for item 4``."""
    found = re.match(r"for (?P<whom>[A-Z][\w.'’ -]{2,40}?)(?:\s[-–]|,|$)", note)
    return found if found and is_name(found["whom"]) else None


def _replaced(text: str) -> Iterator[Attendee]:
    """Substitutes, told in sentences or in brackets."""
    for who, whom in replaced(text):
        yield Attendee(who, "substitute", whom, told=True)


def _in_one_line(line: str) -> Iterator[Attendee]:
    """A document on one line: labels within it."""
    marks = [*_WITHIN.finditer(line[:12_000])]
    for n, mark in enumerate(marks):
        end = marks[n + 1].start() if n + 1 < len(marks) else min(len(line), mark.end() + 1500)
        rest = re.split(
            r"(?<=[a-z)])(?<!\bCllr)(?<!\bCllrs)(?<!\bMrs)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bComh)(?<!\bMessrs)(?<!\bMs)(?<!\bDir)(?<!\bSen)(?<!\bAsst)(?<!\bAdmin)(?<!\bCo)(?<!\bAld)(?<!\bRev)\.\s|\s\d{1,3}\.?\s(?=[A-Z])",
            line[mark.end() : end],
            maxsplit=1,
        )[0]
        label = label_of(mark[0].strip() + ":")
        if label:
            yield from _entries(rest, label.status, label.role)


def _each_once(found: list[Attendee]) -> list[Attendee]:
    """Each person once: a substitute is one only, somebody in two lists stands in the first that is not "present" again."""
    made: dict[str, Attendee] = {}
    for one in sorted(found, key=lambda one: one.told):
        key = names.fold(one.listed.name)
        if not key:
            continue
        if one.told and key not in made and one.status not in ("apologies", "absent"):
            fitting = [known for known, other in made.items() if may_be(one.listed.name, other.listed.name)]
            key = fitting[0] if len(fitting) == 1 else key
        if one.status in ("apologies", "absent") and key not in made and " " not in one.listed.name:
            away = [known for known, other in made.items() if other.status == one.status and may_be(one.listed.name, other.listed.name)]
            key = away[0] if len(away) == 1 else key  # "to accept the apologies of Cllr Ash", whom the list has in full.
        before = made.get(key)
        if before is None or (before.status == "present" and one.status == "apologies"):
            made[key] = one
        elif one.status == "substitute" and one.told:
            made[key] = replace(before, status="substitute", substitute_for=before.substitute_for or one.substitute_for)
        elif (before.status == one.status or _HEADS.fullmatch(one.listed.role)) and not before.listed.role and one.listed.role:
            made[key] = replace(before, listed=replace(before.listed, role=one.listed.role))
    return list(made.values())


def attendance_in(head: str, items: Sequence[AgendaItem], people: Sequence[Person], council: str) -> tuple[list[Attendance], list[Person]]:
    """What the minutes of one meeting say of attendance, as records, and those named in it whom the council's ``people`` do not hold."""
    table = PeopleTable.of([], people, council)
    meeting_id = items[0].meeting_id if items else ""
    found: list[Attendance] = []
    there = attendees_of(head, [(item.name, item.text) for item in items])
    listed = written_out([one.listed for one in there], [head, *(item.text for item in items)])
    for order, (one, who) in enumerate(zip(there, listed, strict=True), 1):
        meant = table.named(who)
        found.append(Attendance(meeting_id, order, meant.person_id, meant.name, who.written, one.status, who.role, one.substitute_for))
    roles = {entry.person_id: entry for entry in found}
    newcomers = [replace(person, kind=_kind(person, roles[person.id])) for person in table.newcomers.values() if person.id in roles]
    return found, newcomers


def _kind(person: Person, entry: Attendance) -> str:
    """Whether somebody known by name only is a member, an officer or of the public."""
    if person.kind == "member" or entry.status != "in_attendance":
        return "member"
    return "officer" if entry.role else person.kind
