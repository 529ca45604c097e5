"""Who spoke: a name in front of a verb of speaking, or behind "moved by". A first, plain reading: one clause, no pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive import names
from archive.minutes.people import PeopleTable, Resolved
from archive.records import AgendaItem, Speech

VERBS = (
    "said stated reported asked advised presented introduced outlined welcomed thanked reminded invited undertook explained noted commented queried enquired "
    "inquired replied responded answered confirmed clarified suggested proposed moved seconded expressed questioned emphasised emphasized highlighted raised "
    "spoke addressed added agreed informed updated drew referred requested sought observed felt considered acknowledged apologised argued warned pointed "
    "described gave stressed summarised told urged called supported opposed wondered hoped read announced "
    "dywedodd gofynnodd eglurodd cyflwynodd adroddodd diolchodd cynigiodd eiliodd nododd atebodd croesawodd"
)
_TITLE = r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:d|erend)?|Sir|Dame|Lord|Lady|Baroness|Alderman|Ald|Bailie|Canon|Father|(?:Y )?Cynghorydd)\.? ?"
_WORD = r"(?:[A-Z]\.? ?){0,3}[A-ZÀ-ÖØ-ÞŁŚŻ][\w’'‘-]+"
_ADVERB = r"(?:also|then|further|again|next|later|briefly|formally|therefore|subsequently|jointly|both) "
_SPOKE = re.compile(rf"(?:,? (?:\([^()\n]{{1,80}}\)|[^,.;:\n]{{1,60}}),)? ?(?:who )?(?:{_ADVERB})?(?:had )?(?P<verb>{'|'.join(VERBS.split())})\b")
_BY = re.compile(r"\b(?:moved|seconded|proposed|introduced|presented|tabled|asked|outlined) by (?:the )?$", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"\b(?:that|by|to|from|of|with|for|whom|whether|if|as|what|when|while|because|which|thanked|welcomed|congratulated|and the late) (?:the )?$", re.IGNORECASE
)
_POST = r"[Tt]he (?P<post>(?:Vice-|Deputy )?Chair(?:man|woman|person)?|(?:[A-Z][\w-]+ (?:of |for |and |the )*){0,7}(?:Director|Officer|Manager|Head|Leader|Clerk|Solicitor|Treasurer|Engineer|Executive|Member)(?: (?:of|for|and|[A-Z][\w-]+)){0,9})"


def speeches_of(item: AgendaItem, table: PeopleTable) -> Iterator[Speech]:
    """Who spoke in an item, each once, where they are first named."""
    seen: set[str] = set()
    surfaces = "|".join(re.escape(surface) for surface in table.surfaces())
    alternatives = [rf"(?P<titled>\b(?:{_TITLE}){{1,3}}{_WORD}(?: {_WORD}){{0,3}}(?: [A-Z]{{2,3}}\b)?)", rf"{_POST}\b"]
    if surfaces:
        alternatives.append(rf"(?P<known>\b(?:{surfaces})\b)")
    pattern = re.compile("|".join(alternatives))
    for found in pattern.finditer(item.text):
        rule = _rule(item.text, found)
        if not rule:
            continue
        written, who, kind = _who(found, table)
        key = who.person_id or names.fold(who.name)
        if key and key not in seen:
            seen.add(key)
            yield Speech(item.id, who.person_id, who.name, kind, who.role, written, found.start(), found.start() + len(written), rule)


def _rule(text: str, found: re.Match[str]) -> str:
    """The rule by which the one named here speaks; empty if no rule says so."""
    line = text.rfind("\n", 0, found.start()) + 1
    before = text[max(line, found.start() - 60) : found.start()]
    if _BY.search(before):
        return "by"
    verb = _SPOKE.match(text, found.end(), found.end() + 200)
    if not verb or _EMBEDDED.search(before) or before.count("“") > before.count("”"):
        return ""
    return f"verb:{verb['verb']}"


def _who(found: re.Match[str], table: PeopleTable) -> tuple[str, Resolved, str]:
    """The words, the person or post, and its kind."""
    groups = found.groupdict()
    if groups["post"]:
        post = groups["post"]
        if re.fullmatch(r"Chair\w*", post) and table.chair is not None:
            return found[0], table.chair, "person"
        return found[0], Resolved(None, post, post), "role"
    written = found[0].strip()
    name = names.plain(written) or written
    who = table.resolve(name)
    if who is None:
        who = table.newcomer(name, "member" if names.is_member_title(written) else "public")
    return written, who, "person"
