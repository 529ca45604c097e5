"""What is a name, a post or a body, told from the words alone: "Jo Ash", "Head of Parks and Cemeteries", "Marl Buses"."""

from __future__ import annotations

import re

from archive import names
from archive.minutes.mention.forenames import is_forename
from archive.minutes.mention.naming import BEFORE, COMMON, COURTESY, FUNCTION, HEADS, MEMBER, MEMBER_POSTS, ORGANISATIONS, PARTICLES, SUBJECTS, SURNAMES_TOO

# ruff: noqa: SIM905

LONGEST = 8
"""Words that a name with its titles may have."""
BRACKET = re.compile(r"\(([^()]*)\)?|\[([^\[\]]*)\]?")
ROLE_DASH = re.compile(r"\s+[-–—:/]\s+|:\s+|\s+–|–\s+")
CAPITAL = re.compile(r"[A-ZÀ-Þ][\w'’-]+")
_BEFORE = BEFORE | frozenset("depute honorary hon cty dist boro".split())
TOPICS = frozenset(
    "chief person responsible financial planning highways finance legal democratic corporate strategic environmental housing development business community public head director governance licensing footpath area office tree flood west east north south central ex officio ex-officio name names organisation organization affiliation role position title rúnaí roads transportation libraries cemeteries countryside museums employment skills equalities harbours ports lighting cleansing honorary accepted noted received vicar rector curate chaplain".split()
)
_ABOUT = SUBJECTS | COMMON | ORGANISATIONS | TOPICS
"""What posts and departments are about."""
_POSTS_TOO = frozenset("warden ranger constable sheriff marshall head".split())
"""Posts that are surnames behind a forename."""
_BODIES = frozenset(
    "constabulary heddlu buses rail railways trains water energy homes housing hospitals hospital ambulance fire rescue transport news gazette herald mercury consulting".split()
)
"""Words that make capitals a body and no person."""
_POST_OF = re.compile(
    rf"\b(?:{'|'.join(sorted({*HEADS, 'member'}))})s? (?:[\w’'-]+ )?(?:of|for|am|dros|–|-) [^()]+$|\b(?:Prif|Pennaeth|Cyfarwyddwr|Rheolwr|Swyddog) [^()]+$",
    re.IGNORECASE,
)
"""A post that may go on."""


def is_name(text: str) -> bool:
    """Whether words are a person's name and nothing else: titles, initials, capitals, particles, post-nominals."""
    words = [word.strip(".,") for word in text.split() if word.strip(".,")]
    if not words or len(words) > LONGEST:
        return False
    at = 0
    while at < len(words) and (
        words[at].casefold() in MEMBER or words[at].casefold() in COURTESY or (words[at].casefold() in _BEFORE and has_title(" ".join(words[at + 1 :])))
    ):
        at += 1
    titled = at > 0
    rest = words[at:]
    full = 0
    for word in rest:
        folded = word.casefold()
        if folded in SURNAMES_TOO and full == 1 and word is rest[-1] and (titled or is_forename(rest[0].casefold())):
            continue  # "Patrick Hall", "Cllr Bly Hall".
        if folded in _POSTS_TOO and full == 1 and word is rest[-1] and is_forename(rest[0].casefold()):
            continue  # "Philip Warden".
        if not titled and folded in ORGANISATIONS:
            return False
        if not titled and full and len(word) >= 3 and re.fullmatch(r"[A-Z]{3,4}", word) and word not in names.POSTNOMINALS:
            return False  # "Aneurin Bevan UHB".
        if not titled and re.fullmatch(r"[A-Z][a-z]{1,3}[A-Z]{1,3}", word):
            return False  # "DfI Roads".
        if not titled and full and word in ("NI", "UK", "GB", "EU"):
            return False
        if word in names.POSTNOMINALS or names.INITIALS.fullmatch(word) or re.fullmatch(r"(?:[A-Z][a-z]?\.){1,3}[A-Z][a-z]?\.?|[A-Z]{1,4}", word):
            continue
        if folded in PARTICLES or (word is not rest[-1] and re.fullmatch(r"[OD]['’]|[A-ZÀ-Þ][\w'’]+-", word)):
            continue  # A scanner's gap: "O’ Neill", "Kerr- Ash".
        if not word[0].isupper() or not re.fullmatch(r"[^\W\d_]+(?:['’‘-][^\W\d_]+)*", word):
            return False
        if (
            folded in FUNCTION
            or (full and (folded in HEADS or (not titled and folded.removesuffix("s") in HEADS)))
            or (not titled and (folded in HEADS or any(part in HEADS for part in folded.split("-")) or folded in TOPICS))
            or (titled and full and folded in ORGANISATIONS)
        ):
            return False
        full += 1
    return full > 0 if titled else 1 <= full <= 4


def has_title(text: str) -> bool:
    first = next((word for word in text.casefold().split() if word.strip(".") not in _BEFORE), "")
    found = re.match(r"[^\W\d_]+", first)
    return bool(found) and (found[0] in MEMBER or found[0] in COURTESY)  # type: ignore[index]


def is_post(text: str) -> bool:
    words = [word.strip(".,()").casefold() for word in text.replace("/", " ").split()]
    return any(word in HEADS for word in words) or (("member" in words or "aelod" in words) and bool(MEMBER_POSTS & set(words)))


def name_then_post(text: str) -> tuple[str, str]:
    """``Mr M. Harris Parish Clerk`` → name and post, where a post begins behind a name."""
    words = text.split()
    titles = sum(word.strip(".").casefold() in MEMBER | COURTESY for word in words[:4])
    for cut in [*range(titles + 2, len(words)), titles + 1]:
        left, right = " ".join(words[:cut]), " ".join(words[cut:])
        if cut < len(words) and is_name(left) and is_post(right) and words[cut][0].isupper() and (titles or cut >= 2):
            return left, right
    return "", ""


def goes_on(lead: str, sign: str, rest: str) -> bool:
    """Whether what stands behind "and" or a comma still belongs to the post in front: "Head of Parks and Cemeteries"."""
    words = BRACKET.sub(" ", rest.replace("\x01", " ")).strip(" .:–-").split()
    if not words or not words[0][0].isupper() or sign.strip() not in ("and", "&", "a", ","):
        return False
    folded = [word.casefold() for word in words]
    if has_title(words[0]) or is_forename(folded[0]) or len(words[0].strip(".")) == 1 or ROLE_DASH.search(rest):
        return False
    about = any(word.strip(".,") in _ABOUT for word in folded)
    if not _POST_OF.search(lead):
        before = ROLE_DASH.split(BRACKET.sub(" ", lead))[-1].split()
        if sign.strip() not in ("and", "&") or not before:
            return False
        if is_post(lead) and before[-1].casefold() in _ABOUT and folded[0] in _ABOUT and before[0].casefold() not in ("mr", "mrs", "ms"):
            return True  # "Group Manager Services and Assets Ian Ash".
        return all(word.casefold() in _ABOUT for word in before) and (folded[-1] in HEADS or (sign.strip() == "&" and folded[0] in _ABOUT))
    return about if sign.strip() == "," else about or len(words) == 1 or not is_name(" ".join(words))


def is_body(written: str, before: str, behind_post: bool) -> bool:
    """Whether capitals behind an officer, or behind the post of one, are the body that sent them: "Mr A Ash, Director, Marl Buses"."""
    words = written.split()
    plain = len(words) > 1 and all(CAPITAL.fullmatch(word) and len(word) > 2 for word in words) and not has_title(written)
    if not plain or not has_title(before) or is_forename(words[0].casefold()):
        return False
    return behind_post or bool(_BODIES & {word.casefold() for word in words})


def is_origin(piece: str) -> bool:
    """Whether a piece tells for whom somebody came: "of Marl Trust", never "of Councillor Ash"."""
    sent = re.match(r"(?:of|for|representing|on behalf of) (?=[A-Z])", piece)
    return bool(sent) and not has_title(piece[sent.end() :]) and not is_forename(piece[sent.end() :].split()[0].casefold())  # type: ignore[union-attr]
