"""Results of votes beside what was voted on: which of them are decisions of their own, and of which class."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from archive.minutes.resolution.agreements import NOT_CARRIED, Span
from archive.minutes.resolution.outcomes import outcome_of
from archive.records import Motion

_BARE = re.compile(
    r"\W*(?:and )?(?:unanimously )?(?:carried|passed)\b[^.\n]{0,60}\W*|\W*all in favour\W*|\W*unanimous\W*|\W*(?:proposed|prop|moved)\b(?![^\n]*\bthat\b)[^\n]{0,200}\b(?:carried|passed|in favour|unanimous\w*)\W*",
    re.IGNORECASE,
)
_PUT_AGAIN = re.compile(
    r"\b(?:substantive|amended|altered|original) (?:motion|proposal)\b[^.\n]{0,80}\b(?:put|vote|voted|carried|agreed|upon)\b|\b(?:motion|proposal),? as (?:amended|altered)\b",
    re.IGNORECASE,
)
_ABOUT_AMENDMENT = re.compile(r"\bamendments?\b", re.IGNORECASE)
_NEAR = 120
"""Characters between the result of a vote and the block in which its decision stands."""


def carried(text: str, motions: Sequence[Motion], results: Sequence[Span], taken: Sequence[tuple[int, int]], blocks: Sequence[Span]) -> list[Span]:
    """The results that nothing else tells; ``taken`` is where decisions stand, ``blocks`` are those with a marker."""
    made = [motion.start for motion in motions if not motion.amendment]
    starts = [block.start for block in blocks]
    free = [span for span in results if span.rule == "result" and not _is_taken(text, span, taken)]
    told = []
    for span in free:
        place = bisect_left(made, span.end)
        first, last = made[place - 1] if place else 0, made[place] if place < len(made) else len(text)
        block = bisect_left(starts, last) - 1
        in_block = block >= 0 and blocks[block].end > first  # Between this motion and the next.
        if not NOT_CARRIED.search(text, span.start, span.end) and (
            not in_block or (_ABOUT_AMENDMENT.search(text, span.start, span.end) and _is_apart(text, span, starts[block]))
        ):
            told.append(span)
    return told or ([] if blocks or any(span.rule == "lost" for span in results) else free)


def _is_taken(text: str, span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a decision stands there, or right in front of "Carried."."""
    place = bisect_right(taken, (span.start, len(text)))
    if place < len(taken) and taken[place][0] < span.end:
        return True
    end = taken[place - 1][1] if place else -2 * _NEAR
    return end > span.start or (span.start - end <= _NEAR and bool(_BARE.fullmatch(text, span.start, span.end)))


def _is_apart(text: str, span: Span, block: int) -> bool:
    """Whether what was carried as an amendment is not what the block says: the motion was put once more in between."""
    return block < span.start or bool(_PUT_AGAIN.search(text, span.end, block))


_CARRIES = re.compile(
    r"\W*(?:On|Upon)?[^.\n]{0,80}?\b(?:motion|amendment|proposal|proposition|cynnig|this|it)\b[^.\n]{0,80}\b(?:agreed|approved|accepted|supported|carried|passed)\b|\W*Cymeradwywyd y cynnig\b",
    re.IGNORECASE,
)


def only_opens(text: str, motions: Sequence[Motion], span: Span, blocks: Sequence[Span]) -> bool:
    """Whether a sentence only tells that the motion was carried whose words stand in the block below."""
    below = next((block.start for block in blocks if 0 <= block.start - span.end <= _NEAR), None)
    if below is None or not _CARRIES.match(text, span.start, span.end) or any(span.end <= motion.start < below for motion in motions):
        return False
    return not (_ABOUT_AMENDMENT.search(text, span.start, span.end) and _PUT_AGAIN.search(text, span.end, below))


_DECLARED = re.compile(
    r"\bdeclared the (?:motion|proposal|proposition) carried\W*$|\W*The (?:motion|proposal|proposition) was (?:\w+ )?carried(?: unanimously)?\W*$"
    r"|(?<![^\n])\W*(?:Motion|MOTION) (?:carried|CARRIED|passed)\b[^.\n]{0,30}$|\bit was declared carried\W*$"
)
_SHORTLY = re.compile(
    r"\W*(?:all |both |unanimously |duly |then )*(?:agreed|carried|passed|approved|resolved|in favour|voted in favour)(?: unanimously| by all|,? nem\.? ?con\.?)?\W*",
    re.IGNORECASE,
)
"""``All agreed.``, which says nothing of what was agreed."""
_FEWEST = 4
"""Words of a motion that tell what it is about."""
_BULLET = re.compile(r"(?:^|\n)[ \t]*(?:[•·▪*–-] ?)?“?$")


def in_words_of_motion(text: str, motions: Sequence[Motion], span: Span) -> Span:
    """Where the words of a motion stand that is only said to be carried, when they are an entry of their own: "- that it be deferred"."""
    if span.rule == "lost":
        return span
    if _SHORTLY.fullmatch(text, span.start, span.end):
        before = next((motion for motion in reversed(motions) if motion.end <= span.start), None)
        near = before is not None and span.start - before.end <= _NEAR and "\n" not in text[before.end : span.start]
        return Span(before.start, span.end, span.rule) if before and near and not before.amendment and len(before.text.split()) >= _FEWEST else span
    if not _DECLARED.search(text, span.start, span.end):
        return span
    made = next((motion for motion in reversed(motions) if motion.start < span.start and not motion.amendment), None)
    return Span(made.start, made.end, span.rule) if made and _BULLET.search(text, max(0, made.start - 6), made.start) else span


_SUBJECT_TOO = re.compile(r"\b(?:application|permission|consent|licence|request|item|matter|minutes|report|polic(?:y|ies)|grant)s?,? (?:(?:was|were|be|is|are|being|therefore|accordingly|duly|thereby) )*(?P<done>approved|granted|refused|deferred|adopted|noted)\b", re.IGNORECASE)  # fmt: skip
"""``declared the motion carried and the application refused`` says what the motion was."""
_OPENS_DONE = re.compile(r"\W*(?:approved|adopted|noted|deferred|refused|received|accepted)\b", re.IGNORECASE)
"""``approved, proposed Cllr Ash, all in favour``."""
_OPENS_MOTION = re.compile(
    r"\W*(?:That )?(?:[Tt]his |[Tt]he )?(?:Council|Authority|Committee|Board|Assembly) (?:notes|welcomes|recognises|regrets|believes|acknowledges|congratulates)\b"
)
"""How a notice of motion begins; what it calls for comes last."""


def class_of_result(text: str, motions: Sequence[Motion], span: Span) -> str:
    """The class of a result: what it says was done, else that of the words of the motion."""
    told = text[span.start : span.end]
    if _OPENS_DONE.match(told):
        return outcome_of(told)
    said = _SUBJECT_TOO.search(told)
    if said:
        return outcome_of(f"It was {said['done']}")
    if NOT_CARRIED.search(told):
        return "rejected"
    made = [motion for motion in motions if motion.start <= span.start and motion.outcome == "carried" and not motion.amendment]
    if not made or not made[-1].text:
        return "agreed"
    own = "agreed" if _OPENS_MOTION.match(made[-1].text) else outcome_of(made[-1].text)
    return own if own in ("approved", "appointed", "deferred", "refused", "noted") else "agreed"
