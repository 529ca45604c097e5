"""Whether two ways of writing a post mean one post: "Cabinet Member (Housing)" and "Portfolio Holder for Housing"."""

from __future__ import annotations

import re

from archive.minutes.mention.naming import SUBJECTS

# ruff: noqa: SIM905

_SYNONYMS = {
    "s151": "section 151", "s 151": "section 151", "rfo": "responsible financial officer", "responsible finance officer": "responsible financial officer",
    "ceo": "chief executive", "chief executive officer": "chief executive", "portfolio holder": "cabinet member", "executive member": "cabinet member",
}  # fmt: skip
_NO_WORDS_OF_POSTS = frozenset("of for and the to in interim acting temporary".split())
_NO_LETTERS = re.compile(r"[^\w]+")
_RANKS_ALIKE = SUBJECTS | {"executive", "majors", "minors"}


def _words_of(post: str) -> frozenset[str]:
    """What tells one post from another: "Director (Finance)", "Director of Finance" and "Finance Director" have the same."""
    folded = f" {_NO_LETTERS.sub(' ', post)} "
    for short, long in _SYNONYMS.items():
        folded = folded.replace(f" {short} ", f" {long} ")
    return frozenset(folded.split()) - _NO_WORDS_OF_POSTS


def same_words(wanted: str, role: str) -> bool:
    """The same words in another order, or with other signs."""
    return _words_of(wanted) == _words_of(role)


def is_short_for(wanted: str, role: str) -> bool:
    """``Education Director`` and ``Director of Education and Children``: what is left out is a subject and no rank."""
    mine, whole = _words_of(wanted), _words_of(role)
    return len(mine) >= 2 and not mine.isdisjoint(("director", "head", "manager")) and mine < whole and whole - mine <= _RANKS_ALIKE
