"""Who is meant by a name in the minutes of one meeting: one resolver, ordered; two candidates are a result, not a guess."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import OSA

from archive import names
from archive.minutes.mention.alike import is_short_for, same_words
from archive.minutes.mention.forenames import NICKNAMES, courtesy_of, is_said_alone
from archive.minutes.mention.listed import is_post
from archive.minutes.mention.mentions import CHAIRS, Mention
from archive.minutes.presence.rolls import Listed
from archive.records import Attendance, Person

_NO_POST = re.compile(r"(?:committee |council |co-opted |voting |non-voting )?(?:member|substitute|guest|officer|observer|councillor|reserve)?", re.IGNORECASE)
"""Roles in an attendance that say no more than that somebody was there."""
_THIS_BODY = re.compile(
    r" (?:of|for|to) (?:the )?(?:council|committee|board|panel|forum|cabinet|meeting|sub-committee|commission|group|day)\b.*", re.IGNORECASE
)
_CHAIR = re.compile(
    r"(?:in the |independent |acting |interim )?(?:chair(?:man|woman|person)?\b|cadeirydd\b|cathaoirleach\b|(?:an )?cathaoirleach\b)", re.IGNORECASE
)
_VICE = re.compile(r"^(?:vice|deputy|is-?)[ -]?", re.IGNORECASE)
_OFFICER = re.compile(
    r"\b(?:officer|director|head|manager|clerk|solicitor|executive|engineer|adviser|advisor|secretary|treasurer|surveyor|planner|auditor)\b", re.IGNORECASE
)
MOST = 400
"""People that the minutes of one meeting may introduce; more are no people."""
_INITIALS = re.compile(r"\(([A-Z]{2,4})\)")
FUZZY_FROM = 5
"""Letters a surname must have before one slip is forgiven."""

SAYS_BY_INITIALS = re.compile(
    r"(?:(?:^|(?<=[\n.!?:;•–-] )|(?<=\n)|(?<=\n\()|(?<=\band )|(?<=\bby )|(?<=\b[Aa]ction )|(?<=\b[Aa]ction: )|(?<=\bACTION: )|(?<=\bProp )|(?<=\bProp: )|(?<=\b2nd )|(?<=\b2nd: )|(?<=\b2nd:)|(?<=\bSec: ))(?:The )?)([A-Z]{2,3})(?= (?:also |then )?(?:[a-z]+ed|said|gave|told|thought|felt|spoke|asks?|says|will|would|to|led|presented|undertook|and [A-Z]{2,3})\b|[.;:]|\) [A-Z]| -| ?&|/|$| 2nd| Sec| as\b| and\b)",
    re.MULTILINE,
)
"""Capitals where a speaker stands."""
NO_INITIALS = frozenset("AGM AM AOB BT CC CEO CIL CPO DC EU GP HR IT MP MSP NHS OK PC PCC PM PR PTA TC TV UK US VAT".split())  # noqa: SIM905
"""Capitals that mean something else in minutes, unless somebody speaks by them."""


@dataclass(frozen=True)
class Resolved:
    """Who is meant: a person, or only the name or the post as the minutes have it."""

    person_id: str | None
    name: str
    role: str = ""
    kind: str = "person"
    """``person`` or ``role``."""
    courtesy: str = ""

    @property
    def key(self) -> str:
        """What makes two findings one: the person, or the folded name."""
        return self.person_id or f"{self.kind} {names.fold(self.name)}"


@dataclass
class PeopleTable:
    """The people of one meeting, behind them who is introduced in its minutes, behind them the people of its council."""

    council: str
    present: list[Resolved] = field(default_factory=list)
    introduced: list[Resolved] = field(default_factory=list)
    behind: list[Resolved] = field(default_factory=list)
    newcomers: dict[str, Person] = field(default_factory=dict)
    initials: dict[str, str] = field(default_factory=dict)
    """Initials that the minutes use for people → the full name: "Nick Drew (ND)"."""
    away: frozenset[str] = frozenset()
    """Keys of those who sent apologies or were absent, and hold no post here."""
    offices: list[Resolved] = field(default_factory=list)
    """Who held which office of the council at that time, as the meetings before this one say it."""
    vices: list[tuple[int, int, Resolved]] = field(default_factory=list)
    """Who was elected vice-chair: (item, offset from which on, who), in order."""
    is_cabinet: bool = False
    """Whether the meeting is that of a cabinet, whose chair is the council's leader."""
    chairs: list[tuple[int, int, Resolved]] = field(default_factory=list)
    """(item, offset, person): who is in the chair from there on, in order."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Folded name → the person's id, as the operator wrote it."""
    _cache: dict[tuple[str, str], tuple[Resolved, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, attendance: Sequence[Attendance], people: Sequence[Person], council: str, aliases: Mapping[str, str] = {}, offices: Mapping[str, str] = {}
    ) -> PeopleTable:
        """The table before anything is read of the minutes."""
        roles = {a.person_id: a.role for a in attendance if a.person_id and not _NO_POST.fullmatch(a.role)}
        there = [a for a in attendance if a.status != "expected"] or list(attendance)
        present = [Resolved(a.person_id, a.name, _post_of(a), courtesy=_courtesy(a.as_written)) for a in there]
        behind = [Resolved(p.id, name, roles.get(p.id, p.post)) for p in people for name in (p.name, *map(names.plain, p.other_names))]
        named = {p.id: p for p in people}
        held = [Resolved(id, named[id].name, post) for post, id in offices.items() if id in named]
        away = frozenset(one.key for one, entry in zip(present, there, strict=True) if entry.status in ("apologies", "absent"))
        table = cls(council, present, [], behind, away=away, offices=held, aliases=dict(aliases))
        for entry in there:
            table.note_initials(entry.name, entry.as_written)
        for status in ("present", "substitute", "expected"):
            heads = [a for a in attendance if a.status == status and any(_CHAIR.match(post) for post in _posts_in(a.role))]
            seated = [a for a in heads if any(_CHAIR.fullmatch(post) for post in _posts_in(a.role))] or heads
            if heads:
                table.chairs += [(-1, 0, Resolved(head.person_id, head.name, head.role)) for head in seated if len(seated) == 1]
                break
        return table

    # ── what the minutes add ────────────────────────────────────────────────────────────────────────────────────────

    def note_initials(self, name: str, behind: str) -> None:
        """Take in initials in brackets that are those of the name in front of them."""
        found = _INITIALS.search(behind)
        if found and found[1] == "".join(part[0] for part in _parts(name)).upper():
            self.initials[found[1]] = name

    def infer_initials(self, text: str) -> None:
        """Take in initials that nobody explains, where the text lets several of those present speak by theirs: "DH advised that"."""
        owners: dict[str, list[str]] = {}
        for one in (one for one in self.present if one.key not in self.away):
            owners.setdefault("".join(part[0] for part in _parts(one.name)).upper(), []).append(one.name)
        said = [found[1] for found in SAYS_BY_INITIALS.finditer(text)]
        fitting = {short: owners[short][0] for short in said if len(owners.get(short, ())) == 1}
        if len(fitting) >= 2 and sum(short in fitting for short in said) >= 3:
            fitting |= self._with_middle_names({short for short in said if len(short) == 3 and short not in owners and short not in NO_INITIALS})
            others = {short for short in re.findall(r"\b[A-Z]{2,3}\b", text) if short not in NO_INITIALS and len(owners.get(short, ())) == 1}
            self.initials = {**{short: owners[short][0] for short in others}, **fitting, **self.initials}

    def _with_middle_names(self, shorts: Iterable[str]) -> dict[str, str]:
        """Initials with a letter between that the list does not have, of the only one present whose first and last they are: ``AMR`` is Ann Rudge."""
        here = [(one.name, _parts(one.name)) for one in self.present if one.key not in self.away]
        fitting = {
            short: [name for name, parts in here if len(parts) > 1 and f"{parts[0][0]}{parts[-1][0]}".upper() == short[0] + short[2]] for short in shorts
        }
        return {short: fits[0] for short, fits in fitting.items() if len(fits) == 1}

    def introduce(self, mention: Mention) -> None:
        """Take in somebody named in full, or the post of somebody known."""
        if len(mention.name.split()) < 2:
            if mention.name and mention.post:
                found = self._candidates(mention.name, mention.courtesy)
                self._note_post(found, mention)
            return
        found = self._candidates(mention.name, mention.courtesy)
        if not found and len(self.introduced) < MOST:
            self.introduced.append(self._newcomer(mention))
            self._cache.clear()
        elif found:
            found = self._written_out(found, mention)
            if len(found) == 1 and not any(one.key == found[0].key for one in (*self.present, *self.introduced)):
                self.introduced.append(found[0])
                self._cache.clear()
            self._note_post(found, mention)
            self._note_courtesy(found, mention)

    def _written_out(self, found: tuple[Resolved, ...], mention: Mention) -> tuple[Resolved, ...]:
        """Somebody whom the attendance knows by surname only, by the fuller name that the text has."""
        if len(found) != 1 or len(_parts(found[0].name)) > 1 or found[0].person_id:
            return found
        fuller = self._newcomer(mention)
        self._replace(found[0], person_id=fuller.person_id or "", name=fuller.name)
        return (replace(found[0], person_id=fuller.person_id, name=fuller.name),)

    def _note_post(self, found: Sequence[Resolved], mention: Mention) -> None:
        if len(found) == 1 and mention.post and not _NO_POST.fullmatch(mention.post) and found[0].key not in self.away:
            holder = self.holder(mention.post)
            if holder and holder.key != found[0].key:
                return  # "In reply to Cllr Ash, the Clerk said": of the two the list knows who is the clerk.
            self._replace(found[0], role=found[0].role or mention.post)

    def _note_courtesy(self, found: Sequence[Resolved], mention: Mention) -> None:
        if len(found) == 1 and mention.courtesy and not found[0].courtesy:
            self._replace(found[0], courtesy=mention.courtesy)

    def _replace(self, one: Resolved, **changes: str) -> None:
        for group in (self.present, self.introduced, self.behind):
            for n, other in enumerate(group):
                if other.key == one.key:
                    group[n] = replace(other, **changes)
        self._cache.clear()

    def _newcomer(self, mention: Mention) -> Resolved:
        """Somebody whom only the minutes know, by full name."""
        kind = "member" if mention.is_member else "officer" if _OFFICER.search(mention.post) else "public"
        id = f"{self.council}/person/{names.slug(mention.name)}"
        known = self.newcomers.get(id)
        if known is None or (known.kind == "public" and kind != "public"):
            self.newcomers[id] = Person(id, None, mention.name, kind)
        return Resolved(id, mention.name, mention.post, courtesy=mention.courtesy)

    def seat(self, item: int, offset: int, who: Resolved) -> None:
        """Somebody takes the chair."""
        insort(self.chairs, (item, offset, who), key=lambda entry: entry[:2])

    def deputise(self, item: int, offset: int, who: Resolved) -> None:
        """Somebody is elected vice-chair, which they were not before."""
        if who.kind == "person" and not who.role and not self.holder("Vice-Chairman"):
            insort(self.vices, (item, offset, replace(who, role="Vice-Chairman")), key=lambda entry: entry[:2])

    # ── who is meant ────────────────────────────────────────────────────────────────────────────────────────────────

    def resolve(self, mention: Mention, item: int, lately: Iterable[Resolved] = ()) -> Resolved:
        """Whom a mention means; ``lately`` are the people named before it in the same item, for a surname that two share."""
        if not mention.name:
            return self._of_post(mention, item, lately)
        found = self._candidates(mention.name, mention.courtesy)
        if len(found) > 1:
            keys = {one.key for one in lately}
            said = [one for one in found if one.key in keys]
            found = tuple(said) if len(said) == 1 else found
        if len(found) == 1:
            return replace(found[0], role=found[0].role or mention.post)
        if found or len(mention.name.split()) < 2:
            return Resolved(None, mention.name, mention.post)
        return self._newcomer(mention)

    def named(self, listed: Listed) -> Resolved:
        """Whom an entry of a list means."""
        mention = Mention(0, 0, listed.written, listed.name, titles=names.fold(names.titled(listed.written).titles))
        found = self._candidates(listed.name, mention.courtesy)
        if len(found) == 1:
            return found[0]
        return Resolved(None, listed.name) if found or len(listed.name.split()) < 2 else self._newcomer(mention)

    def _of_post(self, mention: Mention, item: int, lately: Iterable[Resolved]) -> Resolved:
        post = mention.post.strip(" ,")
        plain = _THIS_BODY.sub("", post)
        if names.fold(plain) in CHAIRS or _CHAIR.fullmatch(plain):
            place = bisect_right(self.chairs, (item, mention.start), key=lambda entry: entry[:2])
            if place:
                seated = self.chairs[place - 1][2]
                return replace(seated, role=seated.role or post)
        if self.vices and names.fold(plain) not in CHAIRS and _VICE.match(_plain_post(plain)) and _CHAIR.match(_VICE.sub("", _plain_post(plain))):
            place = bisect_right(self.vices, (item, mention.start), key=lambda entry: entry[:2])
            return self.vices[place - 1][2] if place else Resolved(None, post, post, "role")
        holder = (
            _named_lately(post, lately)
            or self.holder(post)
            or _one_of_several(post, lately)
            or (self.holder(plain) if plain != post else None)
            or self._named_in(post)
            or (self._leading() if names.fold(plain) == "leader" else None)
        )
        return holder or Resolved(None, post, post, "role")

    def _leading(self) -> Resolved | None:
        """The leader of a cabinet that names only who is in the chair."""
        opening = _distinct(who for item, _, who in self.chairs if item < 0)
        return opening[0] if self.is_cabinet and len(opening) == 1 and not _VICE.match(_plain_post(opening[0].role)) else None

    def _named_in(self, post: str) -> Resolved | None:
        """Whom a post means that is a title with a name: "Depute Provost Orr"."""
        titled = names.titled(post)
        found = self._candidates(titled.name, "") if titled.titles and titled.name else ()
        before, _, last = post.rpartition(" ")
        if not found and before and is_post(before) and not is_post(last):
            found = tuple(one for one in self._candidates(last, "") if one in (*self.present, *self.introduced))  # "Area Manager Ash".
        return found[0] if len(found) == 1 else None

    def holder(self, post: str) -> Resolved | None:
        """Who holds a post, as the attendance and the minutes say it: the same words, or the only one whose post begins with them."""
        wanted = _plain_post(post)
        for group in (self.present, self.introduced, self.behind, self.offices):
            roles = [(one, _plain_post(post)) for one in group for post in _posts_in(one.role)]
            for fits in (_equals, same_words, _begins, _has_words, is_short_for) if group is self.present else (_equals, same_words):
                found = _distinct(one for one, role in roles if fits(wanted, role))
                if len(found) == 1:
                    return found[0]
                if found:
                    return None
        several = [part for part in _SEVERAL.split(post) if part != post and (is_post(part) or part.isupper())]
        return next((one for one in map(self.holder, several) if one), None)

    def holders(self) -> dict[str, str]:
        """Folded post → folded name, where the attendance says it; "chair" for who opens the meeting."""
        held: dict[str, str] = {}
        for one in self.present:
            for post in map(names.fold, _posts_in(one.role)):
                name = names.fold(one.name)
                held[post] = name if held.get(post, name) == name else ""  # A post that two hold tells neither from the other.
        held = {post: name for post, name in held.items() if name}
        opening = [who for item, _, who in self.chairs if item < 0]
        return held | {post: names.fold(who.name) for who in opening for post in ("chair", "chairman", "chairwoman", "chairperson")}

    def surfaces(self, text: str) -> list[str]:
        """Full names, unique forenames and listed initials of those who may speak: what may stand without a title."""
        folded = f" {names.fold(text)} "
        here = [*self.present, *self.introduced, *(one for one in self.behind if len(one.name.split()) > 1 and f" {names.fold(one.name)} " in folded)]
        full = {one.name for one in here if len(one.name.split()) > 1}
        first = {name.split()[0].rstrip(".") for name in full}
        alone = {one.name for one in self.present if " " not in one.name and is_said_alone(one.name, text)}
        return sorted({*full, *alone, *(name for name in first if len(name) > 1)})

    def _candidates(self, name: str, courtesy: str) -> tuple[Resolved, ...]:
        """Everybody who may be meant by a name, from the first group and the first rule that knows anybody."""
        known = (names.fold(name), courtesy)
        if known not in self._cache:
            self._cache[known] = self._look_up(name, courtesy)
        return self._cache[known]

    def _look_up(self, name: str, courtesy: str) -> tuple[Resolved, ...]:
        name = self.initials.get(name) or self.initials.get(name.upper(), name)  # "Dbp" is what is made of DBP where names are put into small letters.
        by_hand = self.aliases.get(names.fold(name))
        if by_hand:
            return tuple(_distinct(one for one in (*self.present, *self.behind) if one.person_id == by_hand)[:1])
        for rule in RULES:
            for group in (self.present, self.introduced, self.behind):
                if rule is _nearly and group is not self.present:
                    continue
                if rule in (_surname_fits, _nearly, _forename_fits) and group is self.behind and not courtesy and rule is not _surname_fits:
                    continue
                found = _distinct(one for one in group if rule(name, one.name))
                if len(found) > 1 and courtesy:
                    found = [one for one in found if (one.courtesy or courtesy_of(_parts(one.name)[0])) in ("", courtesy)]
                    told = [one for one in found if one.courtesy == courtesy]
                    found = told if len(told) == 1 else found  # A list that says "Mrs" says it of everybody whom it fits.
                if found:
                    return tuple(found)
        return ()


def _post_of(entry: Attendance) -> str:
    """The post in which somebody was there; who was away holds none here."""
    return "" if _NO_POST.fullmatch(entry.role) or entry.status in ("apologies", "absent") else entry.role


def _courtesy(written: str) -> str:
    folded = f" {names.fold(written)} "
    return "m" if " mr " in folded or " sir " in folded else "f" if re.search(r" (?:mrs|ms|miss|dame|lady) ", folded) else ""


def _distinct(found: Iterable[Resolved]) -> list[Resolved]:
    return list({one.key: one for one in found}.values())


# ── do two names fit ────────────────────────────────────────────────────────────────────────────────────────────────


def _parts(name: str) -> list[str]:
    return names.fold(name).split()


def _same(name: str, other: str) -> bool:
    return names.fold(name) == names.fold(other)


def may_be(name: str, other: str) -> bool:
    """Whether a name as it is told may be the fuller one of a list: ``Ash`` or ``J Ash`` and ``Jo Ash``."""
    return _same(name, other) or _initials_fit(name, other) or _surname_fits(name, other)


def _initials_fit(name: str, other: str) -> bool:
    """``P Smith`` and ``Patricia Smith``, ``W Oakes`` and ``Bill Oakes``: one surname, and forenames that begin alike, in turn."""
    mine, theirs = _parts(name), _parts(other)
    if len(mine) < 2 or len(theirs) < 2 or mine[-1] != theirs[-1]:
        return False
    return all(_alike(a, b) for a, b in zip(mine[:-1], theirs[:-1], strict=False))


def _alike(a: str, b: str) -> bool:
    """Whether two forenames or initials may be one."""
    long_a, long_b = NICKNAMES.get(a, a), NICKNAMES.get(b, b)
    if min(len(a), len(b)) == 1:
        return a[0] in (b[0], long_b[0]) or b[0] in (a[0], long_a[0])
    return a == b or long_a == long_b


def _surname_fits(name: str, other: str) -> bool:
    mine, theirs = _parts(name), _parts(other)
    return 0 < len(mine) < len(theirs) and theirs[-len(mine) :] == mine


def _forename_fits(name: str, other: str) -> bool:
    mine, theirs = _parts(name), _parts(other)
    return len(mine) == 1 and len(theirs) > 1 and len(mine[0]) > 1 and mine[0] == theirs[0]


def _letters_fit(name: str, other: str) -> bool:
    """``SH`` and ``Sally Hope``."""
    return 2 <= len(name) <= 4 and name.isupper() and name.casefold() == "".join(part[0] for part in _parts(other))


def _only_surname(name: str, other: str) -> bool:
    """``S Kiely``, of whom a list has only ``Kiely``."""
    mine, theirs = _parts(name), _parts(other)
    return len(theirs) == 1 and len(mine) > 1 and mine[-1] == theirs[0]


def _nearly(name: str, other: str) -> bool:
    """One slip in a surname of some length, with forenames that fit: ``Reidy`` and ``Riedy``."""
    mine, theirs = _parts(name), _parts(other)
    if not mine or len(theirs) < 2 or len(mine[-1]) < FUZZY_FROM or (mine[-1][0] != theirs[-1][0] and mine[-1][1:] != theirs[-1][1:]):
        return False
    if OSA.distance(mine[-1], theirs[-1], score_cutoff=1) > 1:
        return False
    return all(_alike(a, b) for a, b in zip(mine[:-1], theirs[:-1], strict=False))


RULES: tuple[Callable[[str, str], bool], ...] = (_same, _initials_fit, _surname_fits, _forename_fits, _letters_fit, _only_surname, _nearly)
"""In the order in which they are asked."""


# ── does a post fit ─────────────────────────────────────────────────────────────────────────────────────────────────


def _plain_post(post: str) -> str:
    """``Director, Planning and Roads`` and ``Director of Planning & Roads`` are one."""
    return re.sub(
        r"^((?:deputy |assistant |acting )*(?:director|head|manager))(?: of| for)? ", r"\1 ", _THIS_BODY.sub("", names.fold(post).replace("&", "and"))
    )


_PARTED = re.compile(r"\s*[(),;/&]\s*|\s+(?:and|[–—-])\s+")
_SEVERAL = re.compile(r"\s*/\s*|(?:(?<=clerk)|(?<=treasurer)|(?<=secretary)|(?<=rfo))\s*(?:&|\band\b)\s*", re.IGNORECASE)
"""Between two posts that one person holds: "the Clerk/RFO", "the Clerk and Treasurer"."""
_BARE = frozenset(
    ["director", "head", "head of service", "manager", "officer", "service director", "executive director", "assistant director", "deputy director", "cabinet member", "portfolio holder", "executive member", "superintendent", "inspector", "sergeant", "consultant", "commissioner", "cyfarwyddwr", "pennaeth", "aelod cabinet"]
)  # fmt: skip
"""Posts that say nothing of a department: whoever was named by a longer one before is meant."""


def _posts_in(role: str) -> list[str]:
    """The posts that a role tells of one person, as a whole and one by one: ``Deputy Leader and Portfolio Holder for Hedges (Chair)`` are three."""
    return [*dict.fromkeys(part for part in (role, *_PARTED.split(role)) if part)]


def _named_lately(post: str, lately: Iterable[Resolved]) -> Resolved | None:
    """Whom "the Director" or "the Head of Service" means: the only one of those named before in the item."""
    if names.fold(post) not in _BARE:
        return None
    wanted = re.escape(_plain_post(post).removesuffix(" service"))
    for fits in (rf"{wanted} ", rf"(?!(?:deputy|assistant) ).*\b{wanted}\b"):
        found = _distinct(one for one in lately if re.match(fits, _plain_post(one.role)))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _one_of_several(post: str, lately: Iterable[Resolved]) -> Resolved | None:
    """Whom a post means that two hold: the only one of them named before in the item."""
    found = _distinct(one for one in lately if one.kind == "person" and one.role and _plain_post(one.role) == _plain_post(post))
    return found[0] if len(found) == 1 else None


def _equals(wanted: str, role: str) -> bool:
    """The same words."""
    return wanted == role


def _begins(wanted: str, role: str) -> bool:
    """``Director`` and ``Director of Environment``; never ``Chair`` and ``Chair of another body``."""
    if wanted in ("clerk", "mayor", "treasurer", "secretary", "commissioner", "solicitor", "actuary"):
        under = _VICE.match(role) or role.startswith("assistant ")
        return not under and (role.endswith(f" {wanted}") or role.startswith(f"{wanted} "))  # "Parish Clerk", "Clerk and Financial Officer".
    if " " in role and wanted.startswith(f"{role} ") and " and " in wanted[len(role) :]:
        return True  # "Head of Legal" in the list is "the Head of Legal and Governance".
    return role.startswith(f"{wanted} ") and not _CHAIR.match(wanted) and not (wanted == "leader" and _OF_A_GROUP.search(role))


_OF_A_GROUP = re.compile(r"\b(?:group|opposition|party|minority|independents?|conservatives?|labour|liberal)\b")
"""Leaders who are not the council's."""


def _has_words(wanted: str, role: str) -> bool:
    """``Vice Chair`` and ``Deputy Chairman``; ``Legal Officer`` and ``Senior Legal Officer`` are two."""
    if " " in wanted and re.match(rf"(?:independent|external|interim|acting|temporary|joint) {re.escape(wanted)}(?: to\b.*)?$", role):
        return True
    if _VICE.match(wanted) and _VICE.match(role):
        return bool(_CHAIR.match(_VICE.sub("", wanted)) and _CHAIR.match(_VICE.sub("", role)))
    return False
