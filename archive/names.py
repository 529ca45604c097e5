"""Names of people as they are written in the record: with titles, without, to compare by and for addresses.

The lists are those of British, Irish and Commonwealth local government; a word is a title only in front of a name and a
post-nominal only behind one, so that Councillor Lord and Jack Ma keep their surnames.
"""

# ruff: noqa: SIM905 -- long lists of words are easier to read and to extend as words.

from __future__ import annotations

import hashlib
import itertools
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MEMBER_TITLES = frozenset(
    "comhairleoir comhairleoiri councillor councillors councilor councilors cllr cllrs clr clrs clir cr crs coun cllor ccllr bcllr dcllr tcllr cncllr "
    "cynghorydd cynghorwyr cyng cynghor comhairleoir comhairleoirí comh cmhlr cmhlrs councilman councilwoman councilmember "
    "alderman alderwoman aldermen ald bailie baillie bailies baillies provost".split()
)
"""Titles that only elected members bear, folded; ``clir`` is how scanners read Cllr."""
COURTESY_TITLES = frozenset(
    "mr mrs ms miss mx messrs messers messieurs mesdames master madam dr doctor prof professor sir dame lord lady baroness baron viscount viscountess "
    "rev revd reverend canon archdeacon bishop father fr sister rabbi imam pastor deacon parch parchedig "
    "rt hon honourable honorable judge "
    "captain capt major maj colonel col lieutenant lt brigadier commander cdr commodore admiral general "
    "acc dcc cso cpo sergeant sgt inspector insp superintendent supt pc pcso dc ds dci constable commissioner "
    "mayor ardmheara mayoress deputy depute vice chief sheriff right worshipful".split()
)
QUALIFIERS = frozenset("police county borough district parish town city community ward honorary dist dst boro cty".split())
"""Words that may stand in front of a title: County Councillor."""
ARTICLES = frozenset("the y yr an his her".split())
POSTNOMINALS = frozenset(
    "CC JP MBE OBE CBE KBE DBE BEM KC QC SC MP MEP MS AM AS MSP MLA TD DL VL PC GBE KCB DCB CB KCMG DCMG CMG KCVO DCVO CVO LVO MVO RVM "
    "GC GM VC MC DSO DSC DFC RN RAF RM VRD RD ED QPM KPM QFSM KFSM QAM QVRM AO AC OAM FRS FRSA FRGS FCA ACA FCCA ACCA CPFA CIPFA "
    "FRICS MRICS RICS RIBA ARIBA MRTPI FRTPI MCIEH FCIPD MCIPD CEng FICE MICE PhD DPhil MD FRCP FRCS BA MA BSc MSc BEd MEd LLB LLM MBA "
    "MPhil MSt BCom BSocSc PGCE DMS Esq Hons Bt FRSE CStJ OStJ MStJ KStJ LLD DLitt MEng BEng DUniv MInstLM FIMechE".split()
)
"""As they are written, without dots."""
POST_WORDS = frozenset(
    "chair chairman chairwoman chairperson chairing convener convenor leader mayor clerk director head officer manager secretary treasurer "
    "assistant deputy vice acting executive solicitor engineer surveyor planner lawyer adviser advisor auditor accountant "
    "governor headteacher principal representative member portfolio cabinet spokesperson observer resident applicant agent "
    "substitute substituting cadeirydd arweinydd clerc cyfarwyddwr pennaeth swyddog rheolwr maer".split()
)
"""Words that show that what follows a comma is a post and no forename."""
INITIALS = re.compile(r"[^\W\d_](?:[. ]{1,2}[^\W\d_])*\.?")
SPLIT_INITIALS = re.compile(r"(?<![^\W\d_]{2})(?<=[^\W\d_])\.(?=[^\W\d_])")
APOSTROPHES = "'’‘ʼ`´"
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", **dict.fromkeys(APOSTROPHES, "")})
LONGEST_SLUG = 60


@dataclass(frozen=True)
class Name:
    """A name taken apart: ``Councillor Mrs``, ``Patricia Smith``, ``MBE``."""

    titles: str
    name: str
    postnominals: str


def plain(written: str) -> str:
    """A name without titles, honorifics, post-nominals and posts: ``Cllr Mrs P Smith MBE (Chairman)`` → ``P Smith``."""
    return titled(written).name


def titled(written: str) -> Name:
    """A written name taken apart; empty parts are empty strings, and something of the name always stays if there is any."""
    words, initials = _words(written)
    front = _titles_before(words)
    behind = _postnominals_from(words, front)
    name = [_cased(word, last=n == behind - 1) for n, word in enumerate(words[:behind]) if n >= front]
    if initials and len(name) == 1:
        name.insert(0, initials)
    return Name(" ".join(words[:front]), " ".join(name), " ".join(words[behind:]))


def is_member_title(written: str) -> bool:
    """Whether a written name or its titles begin with the title of an elected member."""
    words, _ = _words(written)
    titles = itertools.takewhile(lambda word: is_title(word) or fold(word) in ARTICLES, words)
    return any(fold(word) in MEMBER_TITLES for word in titles)


def is_title(word: str) -> bool:
    """Whether a single word can stand before a name as a title."""
    folded = fold(word)
    return folded in MEMBER_TITLES or folded in COURTESY_TITLES


def fold(name: str) -> str:
    """A name to compare by: without case, accents, apostrophes, dots and hyphens."""
    return _fold_short(name) if len(name) <= LONGEST_SLUG else _fold(name)


@lru_cache(maxsize=1 << 14)
def _fold_short(name: str) -> str:
    return _fold(name)


def _fold(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    kept = "".join(" " if c in ".-‐‑–,_" else c for c in decomposed if not unicodedata.combining(c))
    return " ".join(kept.split())


def slug(name: str) -> str:
    """A name for an address: small ASCII letters, digits and hyphens, 1 to 60 of them; ``Siân O’Hara`` → ``sian-ohara``.

    Where letters cannot be carried over (other alphabets) or the name is cut, a hash keeps different names apart.
    """
    folded = fold(name)
    kept = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    lost = any(c.isalnum() and not c.isascii() for c in folded)
    if kept and not lost and len(kept) <= LONGEST_SLUG:
        return kept
    digest = hashlib.sha256(folded.encode()).hexdigest()[:12]
    return "-".join(part for part in (kept[: LONGEST_SLUG - 13].strip("-"), digest) if part)


def _words(written: str) -> tuple[list[str], str]:
    """The words of a name in reading order, and the initials that stand in brackets behind a surname."""
    text = " ".join(unicodedata.normalize("NFKC", written).split())
    text, initials = _without_brackets(text)
    text = re.split(r"\s[-–—:]\s|;", text, maxsplit=1)[0].strip(" ,")
    words = _turned(text).split()
    behind = _postnominals_from(words)
    text = re.sub(r"([^\W\d_]+)\.(?=\w)", lambda found: f"{found[1]}. " if is_title(found[1]) else found[0], " ".join(words[:behind]))
    words = [*SPLIT_INITIALS.sub(". ", text).split(), *words[behind:]]
    return [word.strip(",") for word in words if word.strip(",.")], initials


def _without_brackets(text: str) -> tuple[str, str]:
    """The text without bracketed parts, and the initials among them, dotted: ``Sheahan (K J)`` → ``K. J.``."""
    initials = ""
    for inside in re.findall(r"\(([^()]*)\)", text):
        if INITIALS.fullmatch(inside.strip()) and inside.strip()[0].isupper():
            initials = " ".join(f"{letter}." for letter in re.findall(r"[^\W\d_]", inside))
    return re.sub(r"\([^()]*\)?", " ", text).replace(")", " ").strip(), initials


def _turned(text: str) -> str:
    """``Smith, Councillor John`` and ``The Chairman, John Smith`` as names are read; what follows any other comma is cut off."""
    head, _, tail = text.partition(",")
    before, after = head.split(), tail.split(",")[0].split()
    if not before or not after:
        return head
    if all(_is_postnominal(word) for word in after):
        return f"{head} {' '.join(after)}"
    front = _titles_before(after)
    if len(after) - front > 3 or not all(word[0].isupper() and fold(word) not in POST_WORDS for word in after[front:]):
        return head
    if len(before) == 1 and not is_title(head):
        return f"{' '.join(after)} {head}"
    is_post = is_title(before[-1]) or any(fold(word) in POST_WORDS for word in before)
    return " ".join(after) if is_post else head


def _titles_before(words: list[str]) -> int:
    """How many leading words are titles; one word always stays a name, an article counts only before a title."""
    front = 0
    for n, word in enumerate(words[:-1]):
        if is_title(word):
            front = n + 1
        elif not ((fold(word) in ARTICLES and is_title(words[n + 1])) or (fold(word) in QUALIFIERS and _qualifies(words[n + 1]))):
            break
    return front


def _qualifies(word: str) -> bool:
    """Whether a word may stand behind "County": a title, or one more qualifier."""
    return is_title(word) or fold(word) in QUALIFIERS


def _postnominals_from(words: list[str], front: int = 0) -> int:
    """Where the post-nominals begin; the number of words when there are none."""
    end = len(words)
    while end > front + 1 and _is_postnominal(words[end - 1]):
        end -= 1
    return end


def _is_postnominal(word: str) -> bool:
    bare = word.replace(".", "").strip(",()")
    return bare in POSTNOMINALS and bare != word[:1]


def _cased(word: str, *, last: bool) -> str:
    """A word in capitals (``O’NEILL``, ``McDONALD``) as names are written; initials stay."""
    if len(word) > 4 and word.startswith("MC") and word.isalpha() and word.isupper():
        return "Mc" + word[2:].capitalize()
    letters = "".join(c for c in word.removeprefix("Mc").removeprefix("Mac") if c.isalpha())
    if len(letters) < (3 if last else 4) or not letters.isupper() or "." in word:
        return word
    if word.startswith(("Mc", "Mac")):
        prefix = "Mac" if word.startswith("Mac") else "Mc"
        return prefix + word[len(prefix) :].capitalize()
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)
