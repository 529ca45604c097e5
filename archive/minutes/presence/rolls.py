"""Lists of people as minutes print them: who was present, who voted, who sent apologies; names, titles, posts, without a sentence around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive import names
from archive.minutes.mention.forenames import is_forename
from archive.minutes.mention.listed import BRACKET, CAPITAL, ROLE_DASH, TOPICS, goes_on, has_title, is_body, is_name, is_origin, is_post, name_then_post
from archive.minutes.mention.mentions import BEFORE, COMMON, COURTESY, FUNCTION, HEADS, MANY, MEMBER, ORGANISATIONS, SUBJECTS
from archive.minutes.mention.naming import SURNAMES_TOO
from archive.minutes.presence.runs import names_in_row

# ruff: noqa: SIM905

_SEPARATORS = re.compile(
    r"[;,\n\t|•·*]|[ ]{3,}|\s&\s|\sa['’]r\s(?=[A-Z])|\s(?:a|ac)\s(?=(?:chan|gan|oddi wrth)\s)|\s(?:and|a|ac|plus|with|(?:together|along) with)\s(?=(?:(?:also\s)?(?:from\s)?the\s|(?:also\s)?from\s)?[A-ZÀ-Þ“(]|(?:van|von|de|del|della|der|du|da|dos|ap|ab) (?:(?:der|den|la|le) )?[A-ZÀ-Þ]|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a|other)\s)|(?<!County)(?<!Borough)(?<!District)(?<!Parish)(?<!Town)(?<!City)(?<!Ward)(?<!Community)(?<!Mayor)(?<!Lord)(?<!Rt)(?<!The)(?<!Deputy)(?<!Depute)(?<!Cty)(?<!Cty\.)(?<!Dist\.)(?<!Boro\.)(?<!Honorary)(?<!Hon)(?<!the Clerk)(?<!The Clerk)(?<!Provost)(?<!Chairman)(?<!Chair)(?<!Leader)(?<!Convener)(?<!Cllr)(?<!Cllr\.)(?<!Cllrs)(?<!Councillor)(?<!Councillors)(?<!Dr)(?<! for)(?<! to)(?<! of)(?<! from)\s(?=(?:Cllrs?|Councillors?|COUNCILLORS|Messrs|Mrs?|Ms|Miss|Dr|Aldermen|Alderman|Ald|Provost|Baillie|Cynghorydd|Rev|Sir|Lord|Lady|Prof|Professor)\b\.?\s+[\w(“])"
)
_NESTED = re.compile(r"\(([^()\n]*?) ?\(([^()\n]*)\)([^()\n]*)\)")
"""``(Director of Finance (Section 151 Officer))``."""
_TITLE = re.compile(r"^(?:(?:the|also|and|both|from|by|of|with|plus|y|yr|chan|gan|oddi wrth)\s+)+", re.IGNORECASE)
_INITIALS_RUN = re.compile(
    r"(?:(?<=\s)(?<!Mr\s)(?<!Mrs\s)(?<!Ms\s)(?<!Miss\s)(?<!Dr\s)(?<!Cllr\s)(?<!Councillor\s)(?<!\b[A-Z]\s)(?<![A-Z]\.\s)|^)(?=(?:(?:Mrs?|Ms|Miss|Dr) )?(?:[A-Z]\.? ?){1,3}[A-ZÀ-Þ][a-zà-ÿ'’]+)"
)
_NOBODY = re.compile(
    r"\b(?:members? of the (?:public|press)|public|press|residents?|parishioners?|vacanc(?:y|ies)|vacant|none|nil|officers|officials|staff|guests|visitors|councillors|observers|others|members|people|journalists?|apologies|famil(?:y|ies)|on the death of)\b",
    re.IGNORECASE,
)
_ABOUT_PEOPLE = re.compile(
    r"(?i:\b(?:of|for|and|&)) (?:[A-Z][\w’']* )?(?:Public|People|Staff|Members?|Famil(?:y|ies)|Residents?|Visitors?)\b|\b(?:Public|People|Staff|Members?|Famil(?:y|ies)|Residents?|Visitors?)[’']? (?:Health|Protection|Services|Relations|Affairs|Engagement|Safety|Support|Development|and|&)\b"
)
"""Departments that are named by those whom they serve: "Director of Public Health"."""
_NOTE = re.compile(
    r"\b(?:arriv|left|from|until|until|late|item|items|pm|am|virtual|remote|v/c|via|zoom|teams|part|minute|joined|depart|in part|online|apolog)", re.IGNORECASE
)


LEAD = 200
"""Characters that a name and a post behind which more may belong to the post can have."""


@dataclass(frozen=True)
class Listed:
    """One person of a list."""

    written: str
    name: str
    role: str = ""
    note: str = ""
    """What else stands in brackets: "arrived at 7.01pm", "substitute: Councillor Nelson"."""

    @property
    def is_member(self) -> bool:
        return names.is_member_title(self.written)


def people_listed(text: str, one_a_line: bool = False) -> list[Listed]:
    """The people of a list, in order; posts without a person and things that are no names are left out.

    ``one_a_line``: each line names one person, and what stands behind the first comma is what they are.
    """
    if one_a_line:
        alone = _with_affiliation(text)
        if alone is not None:
            return [alone]
    held = [*_HELD.finditer(text)]
    if len(held) >= 2:
        listed = (_held(text[held[n - 1].end() if n else 0 : found.start()], found[1]) for n, found in enumerate(held))
        return [*(entry for entry in listed if entry is not None), *people_listed(text[held[-1].end() :])]
    found: list[Listed] = []
    text = _NEXT_SEATED.sub(r", \g<who> (in the Chair)", text)
    text = _OF_WHOM.sub("", text)
    for line in _SEATED.sub(r" (in the Chair), ", _BEHIND_BRACKET.sub(", ", text.replace(", (", " ("))).split("\n"):
        turned = _turned_round(line)
        if turned:
            found += turned
            continue
        alone = _in_columns(line)
        if alone is not None:
            found.append(alone)
        elif not _only_a_post(line):
            found += _in_line(line)
    return found


_BEHIND_BRACKET = re.compile(r"(?<=\)) (?=(?:(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\.? )?(?:[A-Z]\.? ){1,3}[A-ZÀ-Þ][a-zà-ÿ’'])")
"""Where the next name begins though nothing parts it from what is said of the one before: "T J Ash (joined at 8.10 pm) J Birch"."""
_OF_WHOM = re.compile(r"^\W*(?:[A-Z][\w-]{0,20} ){0,2}(?:[Mm]embers|[Cc]ouncillors): ")
"""A label behind another: "Present: Elected members: Jo Ash"."""
_NEXT_SEATED = re.compile(r"(?:,| and),? in the [Cc]hair,? (?P<who>(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b\.? [A-Z][^,.;\n]{1,30})")
"""``… Mr Ash and, in the Chair, Mr Kim Birch``: said of whom it stands in front of."""
_SEATED = re.compile(r" (?:[Ii]n the [Cc]hair|IN THE CHAIR)(?= [A-Z])")
"""Within a row: "Councillors Paul Ash In the Chair Rotimi Birch"."""
_FIRM = re.compile(
    r"\b[A-Z][\w’'-]+ (?:&|and) (?:[A-Z][\w’'-]+ ){0,3}(?:LLP|Ltd|Limited|plc|PLC|Co|Company|Sons?|Partners|Associates|Solicitors|Architects|Council|Trust|University|Police|Constabulary|Committee)\b(?! (?:Advis[eo]r|Officer|Clerk|Manager|Secretary|Chair|Support|Services|Administrator))"
)


_TURNED = re.compile(
    r"\W*(?P<who>(?P<last>[A-ZÀ-Þ][\w'’-]+), (?:(?:Councillor|Cllr|Alderman|Mrs?|Ms|Miss|Dr)\b\.? ?)*(?P<first>(?:[A-Z]\b\.? ?){1,3}|[A-Z][a-z]+))\s*(?:\((?P<what>[^()]*)\))?\W*"
)
"""``Ash, J (Chair)``, ``ASH, Councillor Jo``."""


def _turned_round(line: str) -> list[Listed]:
    """The people of a list that has surnames first: "Ash, J (Chair); Birch, K"; none where it may be a list of surnames."""
    first = line.split(" ", 1)[0]
    pieces = (line[len(first) :] if first.casefold().strip(":") in MANY else line).split(";")
    found = [one for one in map(_TURNED.fullmatch, pieces) if one]
    if len(found) < len(pieces):
        return []
    by_initials = len(found) > 1 and all(one["first"].isupper() for one in found)
    titled = all(one["last"].isupper() and one["last"].casefold() not in HEADS and has_title(one["who"].partition(", ")[2]) for one in found)
    return [_made_turned(one["who"].strip(), one["what"] or "") for one in found] if by_initials or titled else []


def _made_turned(written: str, what: str) -> Listed:
    return Listed(written, names.plain(written), what if is_post(what) else "", "" if is_post(what) else what)


def _in_line(line: str) -> list[Listed]:
    """The people of one line."""
    found: list[Listed] = []
    line = _NESTED.sub(r"(\1, \2\3)", line)
    if _in_capitals(line):
        return [replace(one, written=_as_printed(one.written, line)) for one in _in_line(_small(line))]
    behind_post = False
    plural = line.split(" ", 1)[0].casefold().strip(":") in MANY
    for piece, joined, parted in _pieces(line):
        if found and not found[-1].role and not parted and not joined and not found[-1].is_member:
            post, who = post_then_name(piece)
            if who and len(post.split()) > 1:  # "Jo Ash, Head of Roads Kim Birch, Clerk": the post is of the one before.
                found[-1] = replace(found[-1], role=post)
                piece = who
        one = _listed(piece, found[-1] if found else None)
        if one is None and plural and piece.casefold() in SURNAMES_TOO:
            one = Listed(piece, piece)  # "Councillors Grey and Hall".
        behind, behind_post = behind_post, isinstance(one, str) and bool(one)
        if isinstance(one, Listed) and found and not joined and (is_body(one.written, found[-1].written, behind) or is_origin(piece)):
            continue
        if isinstance(one, str):
            if (
                found
                and one
                and not found[-1].role
                and not parted
                and not (joined and piece.casefold().startswith("the "))
                and not piece.startswith("from the ")
            ):  # "Cllr Ash and the Clerk" are two.
                found[-1] = Listed(found[-1].written, found[-1].name, one, found[-1].note)
        elif one is not None:
            found.append(one)
    return [one for one in found if one.name.casefold().strip(".") not in _SHORT_FOR_POSTS]


_SHORT_FOR_POSTS = frozenset("sen snr dir asst comm exec admin acting co".split())
"""What begins a post and is nobody: "Mr. J. Ash, Sen. Engineer"."""


_LETTERS = re.compile(r"[^\W\d_]{2,}")


def _in_capitals(line: str) -> bool:
    """Whether a list is printed in capitals, titles aside, and names somebody for certain: "COUNCILLORS J ASH AND KIM BIRCH"."""
    words = [word for word in _LETTERS.findall(line) if word.casefold() not in MEMBER | COURTESY]
    titled = len(words) < len(_LETTERS.findall(line))
    return len(words) >= 2 and all(word.isupper() or word == "and" for word in words) and (titled or any(is_forename(word.casefold()) for word in words))


def _small(line: str) -> str:
    """A line in capitals as names are written."""
    kept = names.POSTNOMINALS | {"JP", "MP"}
    return _LETTERS.sub(
        lambda found: found[0].casefold() if found[0] in ("AND", "THE", "OF", "FOR") else found[0] if found[0] in kept else found[0].capitalize(), line
    )


def _as_printed(written: str, line: str) -> str:
    found = re.search(re.escape(written), line, re.IGNORECASE)
    return found[0] if found else written


_HELD = re.compile(r"\(\s*((?:Mrs?|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Rev|Cllr|Councillor)\.? [^()\n]{2,50})\)")
_TITLES_WITHIN = re.compile(r"\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Alderman)\b")
_OFFICE = re.compile(
    r"(?:the )?(?:(?:rt\.?|right) )?(?:worshipful )?(?:the )?(?P<role>(?:deputy )?(?:lord )?(?:mayor|provost|chair(?:man|woman|person)?|vice[- ]chair(?:man)?|leader|convener|clerk)),? (?=(?:cllr|councillor|alderman|mrs?|ms|miss|dr|baillie)\b)",
    re.IGNORECASE,
)


_COLUMNS = re.compile(r"\W*(?P<who>[^\t\n]{3,70}?)[ ]*\t[\t ]*(?:[-–—][\t ]*)?(?P<what>[^\t\n]+?)\s*")


_TITLED_COLON = re.compile(r"\W*(?P<who>(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b[^:,;\t\n]{3,50}): (?P<what>[^\t\n]*\w)\W*")


def _in_columns(line: str) -> Listed | None:
    """``A Ash (Chair) ⇥ - ⇥ Cardiff and Vale Board``: a person, and in the next column what they are or who sent them."""
    found = _COLUMNS.fullmatch(line) or _TITLED_COLON.fullmatch(line)
    if not found or has_title(found["what"]) or is_name(found["what"]):
        return None
    one = _listed(found["who"], None)
    return None if not isinstance(one, Listed) else one if one.role else Listed(one.written, one.name, found["what"], one.note)


def names_one_a_line(text: str) -> bool:
    """Whether the lines of a list name one person each, with post or employer behind a comma: "Jo Ash, Talk About Local"."""
    pairs = [re.split(r",\s+", BRACKET.sub("", line.strip()), maxsplit=1) for line in text.split("\n") if 5 < len(line.strip()) < 120]
    pairs = [pair for pair in pairs if len(pair) == 2 and is_name(pair[0]) and not _is_list(*pair)]
    told = [what for _, what in pairs if not is_name(what)]
    return len(pairs) >= 3 and len(told) * 3 >= len(pairs)


def _is_list(who: str, what: str) -> bool:
    """Whether what stands behind the first name of a line is more names: "Councillors C Ash, P Birch, …"."""
    first = who.split()[0].casefold().strip(".:") if who.split() else ""
    others = [BRACKET.sub("", piece).strip() for piece in what.split(",")]
    named = (piece for piece in others if is_name(piece))
    return first in MANY or len(others) > 3 or any(has_title(one) or is_forename(one.split()[0].casefold()) or re.match(r"[A-Z]\b", one) for one in named)


def _with_affiliation(line: str) -> Listed | None:
    """The one person of such a line; None where the line is none of them."""
    who, comma, what = line.strip().partition(",")
    if not comma or _is_list(who, what):
        return None
    one = _listed(who, None)
    return None if not isinstance(one, Listed) else one if one.role else Listed(one.written, one.name, what.strip(" ."), one.note)


def _held(post: str, person: str) -> Listed | None:
    """``Director, Corporate Services (Mr. P. Downey)``: the post may hold commas, for the name in brackets ends it."""
    role = re.sub(r"^(?:[\s,;.]|and\b|&)+", "", " ".join(post.split()))
    return _made(person, "", role.strip(" ,:–-"), "") if is_name(person) else None


def _only_a_post(line: str) -> bool:
    """Whether a line names a post that nobody is named for: "Executive Chief Officer, Resources & Finance"."""
    first = re.split(r"[,(]", line, maxsplit=1)[0].strip()
    return (
        "&" in line
        and not _TITLES_WITHIN.search(line)
        and is_post(line)
        and not is_name(first)
        and not re.search(r"\s[-–—]\s|:|\(", line)
        and not has_title(line)
    )


def _pieces(text: str) -> Iterator[tuple[str, bool, bool]]:
    """The text cut at commas and the like, but not within brackets; each with whether "and" joins it to what stands before, or a semicolon parts it from a list with commas."""
    hidden = _GAP.sub(_tabbed, _FIRM.sub(_whole, BRACKET.sub(_whole, text)))
    at, joined, apart = 0, False, False
    parted = [*_SEPARATORS.finditer(hidden), None]
    for found, following in zip(parted, [*parted[1:], None], strict=True):
        end = found.start() if found else len(text)
        if found and end - at <= LEAD and goes_on(hidden[at:end], found[0], hidden[found.end() : following.start() if following else len(text)]):
            continue
        piece = text[at:end].strip(" .:–-\u00a0")
        if piece:
            yield from ((part, joined, apart) for part in _split_run(piece))
        sign = hidden[found.start() : found.end()].strip() if found else ""
        joined, apart = sign in ("and", "&"), sign == ";" and "," in hidden[: found.start() if found else 0]
        at = found.end() if found else end


def _whole(found: re.Match[str]) -> str:
    return found[0].translate(_HIDE)


_HIDE = str.maketrans({",": "\x01", ";": "\x01", "\n": "\x01", "\t": "\x01", "|": "\x01", "&": "\x01", " ": "\x01"})


_GAP = re.compile(r"([^\W\d_]{3,})([ ]{2,}(?=[A-Za-z])|\.(?=[A-Z][a-z]))")


def _tabbed(found: re.Match[str]) -> str:
    """A gap of two spaces, or a full stop without one, parts two people, but not a title or a forename from what it stands before."""
    goes_on = found[1].casefold() in MEMBER | COURTESY | BEFORE or is_forename(found[1].casefold())
    return found[0] if goes_on else f"{found[1]}\t{found[2][1:]}"


def _split_run(piece: str) -> Iterator[str]:
    """``P J Ash J Birch T J Cole``: names that nothing separates."""
    words = piece.split()
    plural = words[0].casefold().strip(":.") in MANY
    if row := names_in_row(words[plural:]):
        yield from [*(words[:plural] and [f"{words[0]} {row[0]}"]), *row[plural:]]
        return
    starts = [found.start() for found in _INITIALS_RUN.finditer(piece)]
    if len(starts) < 2 or "(" in piece[: starts[-1]] or _SENT.match(piece) or ROLE_DASH.search(piece):
        yield from _split_pair(piece)
        return
    starts[0] = 0
    for a, b in zip(starts, [*starts[1:], len(piece)], strict=True):
        yield piece[a:b].strip()


_WITH_PLACE = re.compile(r"\s(?=(?:[A-Z][\w'’-]+ )?(?:County|District|Borough|City|Parish|Town|Community) (?:Councillor|Cllr)\b)")


def _split_pair(piece: str) -> Iterator[str]:
    """``Cllr Grant Ash Helen Birch Parish Clerk``: names that nothing separates."""
    cut = next((found.start() for found in _WITH_PLACE.finditer(piece) if " " in piece[: found.start()] and is_name(piece[: found.start()])), 0)
    if cut:  # "Mrs J Elm Marl District Councillor A Fir".
        yield piece[:cut]
        piece = piece[cut:].strip()
    words = piece.split()
    titles = sum(word.strip(".").casefold() in MEMBER | COURTESY for word in words[:3]) + (words[0] in ("y", "yr", "the", "The", "Y", "Yr"))
    rest = words[titles:]
    if len(rest) >= 6 and len(rest) % 2 == 0 and all(is_forename(word.casefold()) for word in rest[::2]) and all(CAPITAL.fullmatch(word) for word in rest):
        yield " ".join(words[: titles + 2])
        yield from (" ".join(rest[n : n + 2]) for n in range(2, len(rest), 2))
        return
    plain = all(CAPITAL.fullmatch(word) and word.casefold() not in FUNCTION | HEADS | ORGANISATIONS | TOPICS for word in rest[:4])
    if len(rest) >= 4 and plain and (len(rest) == 4 or is_post(" ".join(rest[4:]))) and not any(word in names.POSTNOMINALS for word in rest):
        yield " ".join(words[: titles + 2])
        yield " ".join(words[titles + 2 :])
    else:
        yield piece


def _listed(piece: str, before: Listed | None) -> Listed | str | None:
    """A person; a post, as words, for the person before it; or None."""
    notes = [inside for found in BRACKET.finditer(piece) for inside in (found[1] or found[2] or "",) if inside]
    plain = _TITLE.sub("", " ".join(BRACKET.sub(" ", piece).split())).strip(" .:–-")
    plain = re.sub(r"(?:\s(?:and|from|also|with|by|of))+$", "", plain)
    plain = _BADGE.sub(lambda badge: badge[1].replace(".", ""), _PLACE.sub("", plain))
    plain = _HONOUR.sub("", plain)
    if _IN_CHAIR.search(plain):
        notes, plain = [*notes, "Chair"], _IN_CHAIR.sub("", plain)
    rank = _RANK.match(plain)
    if rank and is_name(plain[rank.end() :]):
        return _made(plain[rank.end() :], "", rank[0].strip(), "")
    office = _OFFICE.match(plain)
    if office:
        one = _listed(piece[piece.find(plain[office.end() : office.end() + 4]) :], before)
        return Listed(one.written, one.name, office["role"].title(), one.note) if isinstance(one, Listed) else one
    among = next((found for found in map(_AMONG.match, notes) if found and is_name(found["who"])), None)
    if among:
        return _made(among["who"], "", "", "")
    if plain.casefold() in _WHAT_THEY_ARE:
        return plain
    if not plain or (_NOBODY.search(plain) and not has_title(plain) and not (is_post(plain) and _ABOUT_PEOPLE.search(plain))):
        return None
    parts = [part for part in ROLE_DASH.split(plain) if part]
    initials = next((note.strip() for note in notes if _are_initials(note.strip())), "")
    posts = [note for note in notes if note != initials and (is_post(note) or "chair" in note.casefold())]
    role = ", ".join(posts)
    note = next((note for note in notes if note not in (initials, *posts)), "")
    if len(parts) >= 2 and parts[0].casefold() in MANY:
        parts, plain = parts[1:], plain[len(parts[0]) :].lstrip(" :–-")
    if len(parts) >= 2:
        first, second = parts[0], parts[1]
        if is_name(first):
            return _made(first, initials, role or second, note)
        if is_name(second) and (has_title(second) or " " in second):
            return _made(second, initials, role or first, note)
    if is_name(plain):
        held = _HELD_IN_TITLE.match(plain)
        return _made(plain, initials, role or (held[0] if held else ""), note)
    inside = next((n.strip() for n in notes if is_name(n) and (has_title(n.strip()) or _holds(n.strip(), plain))), "")
    if inside:  # "Director of Services (Mr B Kennedy)".
        return _made(inside, "", _POSTS_RUN.split(piece[: piece.find(inside)])[-1].strip(" ([.:–-"), "")
    person, post = name_then_post(plain)
    if person and len(person.split()) >= 2:
        return _made(person, initials, role or post, note)
    post, person = post_then_name(plain)
    if person:
        return _made(person, initials, post, note)
    sent = _SENT.match(plain)
    if sent and is_name(sent["who"]) and _is_surely_name(sent["who"], sent["by"]):
        return _made(sent["who"], initials, role, note or sent["by"])
    kept = role or note  # "Head of Legal (Monitoring Officer)".
    return (f"{plain} ({kept})" if kept and kept[0].isupper() and not _NOTE.search(kept) else plain) if is_post(plain) else None


def post_then_name(text: str) -> tuple[str, str]:
    """``Clerk Pat Fir`` → post and name, where a name begins behind a post for certain: with a title, a forename or initials."""
    words = text.split()
    for cut in range(max(1, len(words) - 4), len(words) - 1):
        post, who = " ".join(words[:cut]), " ".join(words[cut:])
        begins = has_title(who) or is_forename(words[cut].casefold()) or re.fullmatch(r"(?:[A-Z]\.?){1,2}", words[cut])
        if begins and is_name(who) and not is_name(post) and (is_post(post) or words[cut - 1].casefold() in _PLACES_OF_WORK):
            return post, who
    return "", ""


_PLACES_OF_WORK = frozenset("section department unit team office division directorate services service".split())
_WHAT_THEY_ARE = frozenset("agent applicant objector supporter appellant architect resident".split())
"""What is said of a speaker behind a comma: "L Ash, Agent"."""
_HONOUR = re.compile(r"\b(?:[Tt]he )?(?:Rt\.?|Right) Hon(?:ou?rable|\.)? ")
_RANK = re.compile(r"(?:Area|Station|Group|Watch|Crew|Fleet) (?:Manager|Commander) (?=[A-Z])")
"""Ranks of the fire service that are no titles elsewhere."""
_POSTS_RUN = re.compile(
    "".join(
        f"(?<!{word})"
        for word in "Deputy Assistant Executive Strategic Corporate Service Acting Interim Joint Group Regional Associate Managing Programme".split()
    )
    + r"(?<=[a-z]) (?=(?:(?:Deputy|Assistant|Executive|Strategic|Corporate|Service|Acting|Interim) )?(?:Director|Head) of )"
)
"""Between posts that nothing separates: of "Chief Executive Head of Roads (Mr A Ash)" the last is held."""
_HELD_IN_TITLE = re.compile(r"(?:(?:Lord|Deputy|Depute|Vice) ){0,2}(?:Provost|Mayor|Ardmhéara)(?= [A-Z])", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?!(?:County|District|Borough|City) )(?:[A-Z][\w'’-]+ ){1,3}(?=(?:County|District|Borough|City|Parish|Town|Community) (?:Councillor|Cllr)s?\b)"
)
"""``Marl District Councillor A Fir``."""


def _holds(who: str, post: str) -> bool:
    """Whether a name without title in brackets is who holds the post in front of them: "Clerk (Jo Dunn)", never "Director (Adult Care)"."""
    words = who.split()
    strange = any(word.casefold() in SUBJECTS | COMMON | HEADS for word in words)
    return len(words) >= 2 and not strange and (is_post(post) or is_forename(words[0].casefold()) or post.isupper())


_BADGE = re.compile(r"^((?:P\.C\.|PC|PCSO|CSO|DC|Sgt|Sergeant|Insp|Inspector|Constable|WPC|DS)\.?) \d{1,6}\b")
_IN_CHAIR = re.compile(r",? (?:in the chair|presiding|chairing|yn y gadair)$", re.IGNORECASE)
_AMONG = re.compile(r"incl(?:uding|\.|udes)? (?P<who>(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b.+)")
"""``Two of the public (including Cllr D Elm)``."""
_SENT = re.compile(r"(?P<who>[^\n]{3,60}?) (?P<by>(?:from|of|for|representing|on behalf of|via|by|as|in place of|until|to) .+)")
"""Who sent somebody, for whom they came, how, or how long they stayed."""


def _is_surely_name(who: str, by: str) -> bool:
    """Whether capitals in front of a preposition are somebody, and no "Pride of place"."""
    first = who.split()[0].casefold()
    return has_title(who) or is_forename(first) or len(first.strip(".")) == 1 or (" " in who and not re.match(r"(?:of|for|to|by|as)\b", by))


def _are_initials(note: str) -> bool:
    return (
        bool(re.fullmatch(r"[A-Z]{2,4}", note) or names.INITIALS.fullmatch(note))
        and note.isupper()
        and len(re.sub(r"\W", "", note)) <= 4
        and note not in names.POSTNOMINALS
    )


def _made(written: str, initials: str, role: str, note: str) -> Listed:
    words = written.split()
    behind = re.search(r"(?:^|[\s,–-])([A-Z]{2,4})$", role)
    if behind and not initials and behind[1] == "".join(word[0] for word in re.split(r"[\s-]", names.plain(written)) if word).upper():
        role, initials = role[: behind.start()].strip(" ,–-"), behind[1]  # "A Ash (Chair AA)".
    if len(words) >= 3 and words[-1].isupper() and words[-1] == "".join(word[0] for word in words[:-1] if not has_title(word)).upper():
        written, initials = " ".join(words[:-1]), initials or words[-1]  # "Carol Ash CA".
    if len(words) == 2 and re.fullmatch(r"[A-Z]\.?", words[1]) and len(words[0]) > 2 and not (has_title(written) or is_forename(words[0].casefold())):
        written = f"{words[1]} {words[0]}"  # "Ash A".
    whole = f"{written} ({initials})" if initials else written
    name = names.plain(whole if len(names.plain(written).split()) == 1 else written)
    return Listed(whole, name or written, re.sub(r"^[Tt]he (?=[A-Z])", "", role.strip(" .")), note)
