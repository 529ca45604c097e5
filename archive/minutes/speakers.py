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
    "described gave stressed summarised told urged called supported opposed wondered hoped read announced thought wanted offered conceded preferred challenged "
    "complained recalled objected maintained pleaded insisted remarked regretted doubted feared believed admitted promised concluded "
    "detailed reiterated congratulated assured accepted "
)
WELSH_VERBS = "Dywedodd Gofynnodd Eglurodd Esboniodd Cyflwynodd Adroddodd Diolchodd Cynigiodd Eiliodd Nododd Atebodd Croesawodd Holodd Awgrymodd Cadarnhaodd Mynegodd Pwysleisiodd"
"""Welsh puts the verb first."""
NO_PERSON = frozenset(
    [
        "Committee",
        "Council",
        "Board",
        "Cabinet",
        "Panel",
        "Forum",
        "Club",
        "Association",
        "Society",
        "Trust",
        "Group",
        "Police",
        "Theatre",
        "School",
        "Academy",
        "Library",
        "Road",
        "Street",
        "Lane",
        "Party",
        "Partnership",
        "Authority",
        "Agency",
        "Service",
        "Services",
        "Team",
        "Department",
        "Parish",
        "Town",
        "County",
        "District",
        "Borough",
        "City",
        "Village",
        "Church",
        "Hall",
        "House",
        "Centre",
        "Members",
        "Officers",
        "Residents",
        "The",
        "This",
        "That",
        "These",
        "It",
        "Sub-Committee",
        "Working",
        "Government",
        "Ministry",
        "Company",
        "Limited",
        "Ltd",
        "Bank",
        "University",
        "College",
        "Hospital",
        "NHS",
        "England",
        "Wales",
        "Scotland",
        "Report",
        "Reports",
        "Item",
        "Items",
        "Traders",
        "Friends",
        "Councillors",
        "Minutes",
        "Planning",
        "Highways",
        "Development",
    ]
)
"""Words that show that capitals name no person."""
_TITLE = r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:d|erend)?|Sir|Dame|Lord|Lady|Baroness|Alderman|Ald|Bailie|Canon|Father|(?:Y )?Cynghorydd)\.? ?"
_WORD = r"(?:[A-Z]\.? ?){0,3}[A-ZÀ-ÖØ-ÞŁŚŻ][\w’'‘-]+"
_ADVERB = r"(?:also|then|further|again|next|later|briefly|formally|therefore|subsequently|jointly|both) "
_SPOKE = re.compile(rf"(?:,? (?:\([^()\n]{{1,80}}\)|[^,.;:\n]{{1,60}}),)? ?(?:who )?(?:{_ADVERB})?(?:had )?(?P<verb>{'|'.join(VERBS.split())})\b")
_BY = re.compile(r"\b(?:moved|seconded|proposed|introduced|presented|tabled|asked|outlined) by (?:the )?$", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"\b(?:that|by|to|from|of|with|for|whom|whether|if|as|what|when|while|because|which|thanked|welcomed|congratulated|and the late) (?:the )?$", re.IGNORECASE
)
_NAME = r"[A-ZÀ-ÖØ-ÞŁŚŻ][\w’'‘-]+"
_BARE = rf"(?P<bare>(?:(?<=\n)|(?<=^)|(?<=[.;:!?”] )){_NAME}(?: (?:[A-Z]\.? )?(?:(?:de|la|van|der|von|ap|ab|y|o|O) ?){{0,2}}{_NAME}){{1,2}})(?=,? )"
_WELSH = rf"\b(?:{'|'.join(WELSH_VERBS.split())}) (?:y )?(?P<welsh>(?:Cynghorydd |Cadeirydd,? ?|Cyng\.? |Mr |Mrs |Ms |Dr )?{_NAME}(?: {_NAME}){{0,2}})"
_STRONG = re.compile(
    r"(?:, [^.;:\n]{1,70},)? (?:also |then |again |later )?(?:said|asked|spoke|explained|thought|wanted|replied|read|told|reported|added|presented|introduced|answered|felt|agreed|noted|outlined|offered|suggested|proposed|seconded|moved|described|thanked|queried|advised|confirmed|complained|wondered)\b"
)
_POST = r"[Tt]he (?P<post>(?:Vice-|Deputy )?Chair(?:man|woman|person)?|(?:[A-Z][\w-]+ (?:of |for |and |the )*){0,7}(?:Director|Officer|Manager|Head|Leader|Clerk|Solicitor|Treasurer|Engineer|Executive|Member)(?: (?:of|for|and|[A-Z][\w-]+)){0,9})"


def speeches_of(item: AgendaItem, table: PeopleTable) -> Iterator[Speech]:
    """Who spoke in an item, each once, where they are first named."""
    seen: set[str] = set()
    surfaces = "|".join(re.escape(surface) for surface in table.surfaces())
    alternatives = [rf"(?P<titled>\b(?:{_TITLE}){{1,3}}{_WORD}(?: {_WORD}){{0,3}}(?: [A-Z]{{2,3}}\b)?)", rf"{_POST}\b"]
    if surfaces:
        alternatives.append(rf"(?P<known>\b(?:{surfaces})\b)")
    pattern = re.compile("|".join([_WELSH, *alternatives, _BARE]), re.MULTILINE)
    for found in pattern.finditer(item.text):
        rule = _rule(item.text, found)
        if not rule:
            continue
        written, who, kind = _who(found, table)
        key = who.person_id or names.fold(who.name)
        if key and key not in seen:
            seen.add(key)
            start = found.start("welsh") if found["welsh"] else found.start()
            yield Speech(item.id, who.person_id, who.name, kind, who.role, written, start, start + len(written), rule)


def _rule(text: str, found: re.Match[str]) -> str:
    """The rule by which the one named here speaks; empty if no rule says so."""
    if found["welsh"]:
        return "verb first"
    if found["bare"]:
        is_name = not NO_PERSON & set(found["bare"].replace("’s", "").split())
        return "bare name" if is_name and _STRONG.match(text, found.end(), found.end() + 120) else ""
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
        holder = table.holder(post)
        if holder is not None:
            return found[0], holder, "person"
        if re.fullmatch(r"Chair\w*", post) and table.chair is not None:
            return found[0], table.chair, "person"
        return found[0], Resolved(None, post, post), "role"
    written = (groups["welsh"] or found[0]).strip()
    if groups["welsh"] and written.startswith("Cadeirydd"):
        return written, table.chair or Resolved(None, "Cadeirydd", "Cadeirydd"), "person" if table.chair else "role"
    name = names.plain(written) or written
    who = table.resolve(name)
    if who is None:
        who = table.newcomer(name, "member" if names.is_member_title(written) else "public")
    return written, who, "person"
