"""Who spoke in an item, and what part each took: moved, seconded, declared an interest, or spoke."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from archive.records import Declaration, Motion, Person, Speech
from archive.web.language import N_, gettext
from archive.web.paragraphs import named_at, paragraph_at
from archive.web.site import has_page

PARTS = {
    "moved": N_("moved the motion"),
    "seconded": N_("seconded the motion"),
    "moved amendment": N_("moved an amendment"),
    "seconded amendment": N_("seconded an amendment"),
    "declared": N_("declared an interest"),
    "spoke": N_("spoke"),
}
POST_ALONE = N_("a post; the minutes do not name the person")
NOT_KNOWN = N_("not identified")


@dataclass
class Speaker:
    """Someone who took part in an item, as its page lists them."""

    name: str
    note: str = ""
    """A post, or that nobody could be named; may be empty."""
    page: str = ""
    """Id of their page; empty for people without one."""
    places: set[int] = field(default_factory=set)
    """Numbers of the paragraphs where they are named."""
    parts: dict[str, None] = field(default_factory=dict)

    @property
    def paragraphs(self) -> list[int]:
        """The numbers of the paragraphs, in order."""
        return sorted(self.places)

    @property
    def told(self) -> list[str]:
        """What part they took, in words; that they spoke is told only of who did nothing else."""
        return [gettext(PARTS[part]) for part in PARTS if part in self.parts and (part != "spoke" or len(self.parts) == 1)]


def speakers(
    text: str, speeches: Iterable[Speech], people: Mapping[str, Person], motions: Iterable[Motion] = (), declarations: Iterable[Declaration] = ()
) -> list[Speaker]:
    """Who took part, in the order of the text; each once. Who only declared an interest is listed elsewhere."""
    found: dict[str, Speaker] = {}
    for speech in sorted(speeches, key=lambda one: one.start):
        person = people.get(speech.person_id or "")
        one = found.setdefault(speech.person_id or speech.name, Speaker(_name(speech, person), _note(speech, person), _page(person)))
        one.note = one.note or _note(speech, person)
        one.parts["spoke"] = None
        at = named_at(text, speech)
        if at >= 0:
            one.places.add(paragraph_at(text, at))
    for motion in motions:
        kind = " amendment" if motion.amendment else ""
        for part, id, name in (("moved", motion.mover_id, motion.mover), ("seconded", motion.seconder_id, motion.seconder or "")):
            if name:
                person = people.get(id or "")
                one = found.setdefault(id or name, Speaker(person.name if person else name, page=_page(person)))
                one.parts[part + kind] = None
    for declaration in declarations:
        if (known := found.get(declaration.person_id or declaration.name)) is not None:
            known.parts["declared"] = None
    return sorted(found.values(), key=lambda one: min(one.places, default=0) or len(text))


def _page(person: Person | None) -> str:
    return person.id if person and has_page(person) else ""


def _name(speech: Speech, person: Person | None) -> str:
    """The canonical name of who has a page; of everybody else what the minutes say."""
    return person.name if person and has_page(person) else speech.as_written or speech.name


def _note(speech: Speech, person: Person | None) -> str:
    if person is None:
        return gettext(POST_ALONE if speech.kind == "role" else NOT_KNOWN)
    return speech.role or person.post
