"""What an item decided, as its page says it: a verdict made of outcome classes and facts of votes, and its motions each with its vote.

A verdict is never a summary of the text: whoever wants to know what was decided reads the exact words below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.names import fold
from archive.records import Attendance, Decision, Declaration, Motion, Person, Vote, VoteEvent
from archive.web.language import N_, gettext, ngettext
from archive.web.paragraphs import sentence_start
from archive.web.site import has_page
from archive.web.wording import outcome, verdict

AGAINST = ("rejected", "refused", "deferred")
"""Outcomes by which what was asked for is not done, or not now."""
FOREMOST = ("approved", "agreed", "recommended", "appointed", "noted")
"""The other outcomes, what does most first: it stands for all parts that were not turned down."""
_AMENDMENT = re.compile(r"\bamendments?\b|\b[gw]?welliant(?:au)?\b", re.IGNORECASE)
_MOTION = re.compile(r"\b(?:motion|substantive|proposition)\b|\bcynnig\b", re.IGNORECASE)
_POST = r"(?:(?:Vice-|Deputy )?(?:Chair(?:man|woman|person)?|Convenor|Convener|Provost|(?:Lord )?Mayor|Presiding Officer|Leader|Cadeirydd))"
_CAST = re.compile(
    rf"\b(?P<post>{_POST})\b(?P<between>[^.\n]{{0,60}}?)\b(?:casting vote|pleidlais fwrw)\b|\b(?:casting vote|pleidlais fwrw) (?:of )?(?:the |y )?(?P<whose>{_POST})\b",
    re.IGNORECASE,
)
_NOT_CAST = re.compile(r"\b(?:declined|not|refused|without|never)\b", re.IGNORECASE)
BEHIND = 160
"""Characters behind a vote that may say on what it was."""
FAR_BEHIND = 600
"""Characters behind equal numbers that may tell of a casting vote: other rows of a table and who did not vote stand between."""
SIDES = {"for": N_("For"), "against": N_("Against"), "abstain": N_("Abstained")}


@dataclass(frozen=True)
class Row:
    """One side of a vote: how many, and who, as (name, id of the page or empty), by surname."""

    side: str
    number: int | None
    members: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Ballot:
    """A vote, as a small table shows it."""

    event: VoteEvent
    rows: tuple[Row, ...]
    cast_by: str = ""
    """The post whose casting vote decided; empty where none did."""

    @property
    def is_recorded(self) -> bool:
        """Whether it is told who voted how."""
        return any(row.members for row in self.rows)

    @property
    def count(self) -> str:
        """``10 to 10``; empty where both numbers are not told."""
        if self.event.for_ is None or self.event.against is None:
            return ""
        if self.event.abstain:
            return ngettext(
                "%(for_)s to %(against)s, with %(num)s abstention",
                "%(for_)s to %(against)s, with %(num)s abstentions",
                self.event.abstain,
                for_=self.event.for_,
                against=self.event.against,
            )
        return gettext("%(for_)s to %(against)s", for_=self.event.for_, against=self.event.against)


@dataclass(frozen=True)
class Moved:
    """A motion or an amendment with its votes; or votes of which the minutes do not say on what, without one."""

    motion: Motion | None
    ballots: tuple[Ballot, ...] = ()

    @property
    def heading(self) -> str:
        """What it was and how it ended: ``Motion: lost, 10 to 10, on the casting vote``."""
        if self.motion is None:
            name = gettext("Vote")
        elif self.motion.amendment:
            name = gettext("Amendment")
        else:
            name = gettext("Motion")
        facts = self.facts
        return gettext("%(what)s: %(facts)s", what=name, facts=", ".join(facts)) if facts else name

    @property
    def facts(self) -> list[str]:
        """How it ended, in pieces: carried or lost, the count, by whose vote."""
        ended = {"carried": gettext("carried"), "lost": gettext("lost")}.get((self.motion.outcome or "") if self.motion else "", "")
        last = self.ballots[-1] if self.ballots else None
        told = [ended, last.count if last else "", gettext("on the casting vote") if last and last.cast_by else ""]
        if last and last.event.unanimous and not last.count:
            told = [gettext("carried unanimously") if ended != gettext("lost") else gettext("lost unanimously")]
        return [one for one in told if one]


@dataclass(frozen=True)
class Deciding:
    """The box at the head of an item."""

    verdict: str
    decisions: tuple[Decision, ...] = ()
    """What was decided, without what is told in ``besides``."""
    in_parts: bool = False
    besides: tuple[str, ...] = ()
    """What became of amendments, and of motions that were lost beside it; a sentence each."""


def deciding(decisions: Sequence[Decision], moved: Sequence[Moved], text: str) -> Deciding | None:
    """The decision of an item; None where none is recorded."""
    amended = [one for one in moved if one.motion and one.motion.amendment]
    lost = [one for one in moved if one.motion and one not in amended and one.motion.outcome == "lost"]
    about = [d for d in decisions if d.rule != "part" and (_is_on_amendment(d, text) if amended else False)]
    if lost and any(d.outcome != "rejected" for d in decisions if d not in about):
        about += [d for d in decisions if d not in about and d.rule != "part" and d.outcome == "rejected"]
    else:
        lost = []
    main = [d for d in decisions if d not in about] or list(decisions)
    substantive = [one for one in moved if one.motion and not one.motion.amendment and one.motion.outcome]
    if not main and not substantive:
        return None
    own = [one for one in moved if one not in amended and (one.motion or not amended)]
    words = _words(main, substantive[-1] if substantive else None, own)
    return Deciding(words, tuple(main), _in_parts(main), tuple(_besides(amended, len(lost))))


def moved_in(motions: Sequence[Motion], votes: Sequence[VoteEvent], ballots: Mapping[int, Ballot], text: str) -> list[Moved]:
    """Every motion with the votes on it, in the order of the text; a vote of which the minutes do not say on what stands last, by itself."""
    of: dict[int | None, list[Ballot]] = {}
    for event in votes:
        # The words of a motion may stand behind the vote on it: "carried by 14 votes to 1: That …".
        next_to = [n for n, motion in enumerate(motions) if motion.start >= event.end and not re.search(r"\w", text[event.end : motion.start])]
        before = next_to or [n for n, motion in enumerate(motions) if motion.start <= event.start]
        of.setdefault(_voted_on(event, motions, before, text), []).append(ballots[event.start])
    made = [Moved(motion, tuple(of.get(n, ()))) for n, motion in enumerate(motions)]
    return made + ([Moved(None, tuple(of[None]))] if None in of else [])


def _voted_on(event: VoteEvent, motions: Sequence[Motion], before: Sequence[int], text: str) -> int | None:
    """The last motion of the kind that is named by the vote, its sentence, its paragraph, or what stands behind it; None where that does not tell one from another."""
    start = text.rfind("\n", 0, event.start) + 1
    sentence = sentence_start(text, event.start)
    for piece in (text[event.start : event.end], text[sentence : event.end], text[start : event.end], text[event.end : event.end + BEHIND]):
        of_amendment, of_motion = _AMENDMENT.search(piece), _MOTION.search(piece)
        if bool(of_amendment) != bool(of_motion):
            return max((n for n in before if motions[n].amendment == bool(of_amendment)), default=None)
    return before[0] if len(before) == 1 else None


def ballot(
    event: VoteEvent, votes: Iterable[Vote], people: Mapping[str, Person], declarations: Iterable[Declaration], attendance: Iterable[Attendance], text: str
) -> Ballot:
    """A vote with its sides; sides of which nothing is told are left out."""
    own = [vote for vote in votes if vote.start == event.start]
    numbers = {"for": event.for_, "against": event.against, "abstain": event.abstain}
    names = {"for": event.for_names, "against": event.against_names, "abstain": event.abstain_names}
    rows = []
    for side, label in SIDES.items():
        known = {vote.name: vote.person_id or "" for vote in own if vote.option == side}
        members = [_member(name, known.get(name, ""), people) for name in names[side]]
        if numbers[side] is not None or members:
            rows.append(Row(gettext(label), numbers[side], _by_surname(members)))
    post = _cast_by(event, text)
    if post:
        rows.append(Row(gettext("Casting vote"), 1, tuple(_holders(post, attendance, people))))
    if own:
        voted = {vote.person_id or vote.name for vote in own}
        kept_out = {(d.person_id or d.name): _member(d.name, d.person_id or "", people) for d in declarations if (d.person_id or d.name) not in voted}
        if kept_out:
            rows.append(Row(gettext("Declared an interest, did not vote"), len(kept_out), _by_surname(kept_out.values())))
    return Ballot(event, tuple(rows), post)


def _words(main: Sequence[Decision], motion: Moved | None, moved: Sequence[Moved]) -> str:
    """The verdict: outcome classes, then how the vote went."""
    outcomes = [d.outcome for d in main]
    last = next((one.ballots[-1] for one in reversed(moved) if one.ballots), None)
    if motion and motion.motion and motion.motion.outcome == "lost" and not set(outcomes) - {"rejected"}:
        return _lost(last)
    if not outcomes:
        carried = gettext("Motion carried")
        return _with_vote(carried, last, against=False)
    return _with_vote(_outcomes(outcomes, _in_parts(main)), last, against=set(outcomes) <= set(AGAINST))


def _outcomes(outcomes: Sequence[str], in_parts: bool) -> str:
    turned_down = [one for one in outcomes if one in AGAINST]
    done = sorted({one for one in outcomes if one not in AGAINST}, key=lambda one: FOREMOST.index(one) if one in FOREMOST else len(FOREMOST))
    if not in_parts or not done or len(set(turned_down)) != 1:
        return verdict(outcomes)
    return ngettext(
        "%(outcome)s, with %(num)s of %(total)s parts %(other)s",
        "%(outcome)s, with %(num)s of %(total)s parts %(other)s",
        len(turned_down),
        outcome=outcome(done[0]),
        total=len(outcomes),
        other=outcome(turned_down[0]).lower(),
    )


def _lost(vote: Ballot | None) -> str:
    if vote and vote.cast_by:
        return gettext("Motion lost, on the %(post)s’s casting vote", post=vote.cast_by)
    if vote and vote.count:
        return gettext("Motion lost, %(count)s", count=vote.count)
    return gettext("Motion lost")


def _with_vote(words: str, vote: Ballot | None, against: bool) -> str:
    if vote is None:
        return words
    if vote.cast_by:
        return gettext("%(verdict)s, on the %(post)s’s casting vote", verdict=words, post=vote.cast_by)
    if vote.event.unanimous and not vote.event.against:
        return gettext("%(verdict)s, unanimously", verdict=words) if against else gettext("%(verdict)s. Carried unanimously", verdict=words)
    yes, no = vote.event.for_, vote.event.against
    if yes is None or no is None or yes <= no:
        return words
    return (
        gettext("%(verdict)s, by %(count)s", verdict=words, count=vote.count)
        if against
        else gettext("%(verdict)s. Carried, %(count)s", verdict=words, count=vote.count)
    )


def _besides(amended: Sequence[Moved], motions_lost: int) -> Iterable[str]:
    """What became of amendments, and of motions beside which something else was decided."""
    if motions_lost:
        yield ngettext("A motion was lost.", "%(num)s motions were lost.", motions_lost)
    lost = sum(1 for one in amended if one.motion and one.motion.outcome == "lost")
    carried = sum(1 for one in amended if one.motion and one.motion.outcome == "carried")
    if carried:
        yield ngettext("An amendment was carried.", "%(num)s amendments were carried.", carried)
    if lost:
        yield ngettext("An amendment was lost.", "%(num)s amendments were lost.", lost)


def _cast_by(event: VoteEvent, text: str) -> str:
    """The post that gave a casting vote after equal numbers; empty where none did, and where it was declined."""
    if event.for_ is None or event.for_ != event.against:
        return ""
    start = text.rfind("\n", 0, event.start) + 1
    found = _CAST.search(text[start : event.end + FAR_BEHIND])
    if found is None or _NOT_CAST.search(found["between"] or ""):
        return ""
    return found["post"] or found["whose"]


def _holders(post: str, attendance: Iterable[Attendance], people: Mapping[str, Person]) -> list[tuple[str, str]]:
    """Who held the post at the meeting, when just one of those present did; else the post's own words."""
    there = {(a.person_id or a.name): a for a in attendance if a.status in ("present", "substitute") and fold(a.role) == fold(post)}
    if len(there) != 1:
        return [(post, "")]
    one = next(iter(there.values()))
    return [_member(one.name, one.person_id or "", people)]


def _member(name: str, id: str, people: Mapping[str, Person]) -> tuple[str, str]:
    return name, id if has_page(people.get(id)) else ""


def _by_surname(members: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(members, key=lambda one: (fold(one[0].split()[-1]) if one[0].split() else "", fold(one[0]))))


def _is_on_amendment(decision: Decision, text: str) -> bool:
    sentence = text[decision.start : decision.end] or decision.text
    return _AMENDMENT.search(sentence) is not None and _MOTION.search(sentence) is None


def _in_parts(main: Sequence[Decision]) -> bool:
    return len(main) > 1 and all(d.rule == "part" for d in main)
