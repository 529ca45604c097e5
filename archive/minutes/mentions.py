"""Who is named in a sentence: people with and without titles, posts, people with their posts, and lists of them.

A small parser over words, one pass, no pattern that nests. It says what stands there, not who is meant: that is ``people``'s to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive import names
from archive.minutes.forenames import courtesy_of, is_forename
from archive.minutes.prose import Word
from archive.minutes.verbs import ADVERBS, BASE, PAST, WELSH

# ruff: noqa: SIM905 -- long lists of words are easier to read and to extend as words.

MEMBER = frozenset(
    "councillor councillors councilor councilors cllr cllrs clr clrs clir coun cllor ccllr bcllr dcllr tcllr cncllr alderman alderwoman aldermen ald bailie baillie cynghorydd gynghorydd "
    "nghynghorydd cynghorwyr gynghorwyr cyng comhairleoir cmhlr cmhlrs comhairleoirí councilman councilwoman councilmember trustee selectman supervisor cc bc".split()
)
COURTESY = frozenset(
    "mr mrs ms miss mx messrs mesdames dr prof professor sir dame lord lady baroness rev revd reverend canon father fr rabbi imam pastor archdeacon judge provost mayor ardmhéara "
    "capt captain col colonel maj major lt brigadier commander cmdr cdr sgt sergeant insp inspector supt superintendent pc pcso dc ds constable acc dcc cso cpo parch hon".split()
)
BEFORE = frozenset("police county borough district parish town city ward community local unitary fellow former chief detective deputy right acting".split())
"""Words that may stand in front of a title: "Borough Councillor", "Chief Inspector"."""
MANY = frozenset("comhairleoirí councillors councilors cllrs clrs aldermen messrs mesdames cynghorwyr gynghorwyr cmhlrs members".split())
_POLICE = frozenset("pc pcso dc ds sgt sergeant constable".split())
MALE, FEMALE = frozenset("mr sir lord".split()), frozenset("mrs ms miss dame lady baroness".split())
_LONG_INITIALS = frozenset("Ll Ch Th Ph Rh Wm Jn Chr Fr".split())
"""Initials of more than one letter, with a full stop behind: "R.Ll. Hughes"."""
PARTICLES = frozenset("de del della der den la le van von ap ab ferch o' al el bin ní ni uí mac mc da dos du san st".split())
HEADS = frozenset(
    "chair chairman chairwoman chairperson vice-chair vice-chairman vice-chairwoman vice-chairperson mayor mayoress leader clerk director head officer manager "
    "secretary treasurer solicitor engineer executive surveyor planner lawyer adviser advisor accountant auditor convener convenor provost holder "
    "commissioner constable sheriff ombudsman cathaoirleach chathaoirleach ardmhéara tardmhéara administrator architect archaeologist ecologist coordinator co-ordinator "
    "president vice-president deputy depute superintendent inspector sergeant consultant governor headteacher principal librarian analyst representative barrister "
    "spokesperson spokesman counsel whip warden ranger curator registrar controller lead specialist "
    "cadeirydd gadeirydd is-gadeirydd arweinydd clerc cyfarwyddwr cyfarwyddwraig pennaeth swyddog rheolwr peiriannydd cyfreithiwr maer prif ysgrifennydd trysorydd".split()
)
"""The word that makes a run of capitals a post."""
SMALL_HEADS = frozenset("chair chairman chairwoman chairperson vice-chair vice-chairman mayor clerk leader treasurer cadeirydd clerc".split())
"""Posts that are written without a capital, too."""
MEMBER_POSTS = frozenset(
    "cabinet gabinet portfolio lead ward local executive deputy county district borough parish town shadow ministerial division divisional".split()
)
"""Words that make "Member" a post."""
JOINS = frozenset("of for to and the & / - – on in with y yr a'r â dros".split())
_QUALIFIED = frozenset("director head manager officer secretary engineer".split())
"""Posts that a department may follow behind a comma."""
_DEPARTMENTS = frozenset(
    "planning housing finance transportation environment enterprise development physical rural water roads support executive libraries fire".split()
)
_ARTICLES = frozenset("the our y yr i'r a'r an".split())
_BEGINS_POST = frozenset("executive council committee cabinet board group report action independent labour conservative".split())
"""Words that are no names and may begin a post."""
_NO_POST_BEHIND = frozenset(
    "vacancy vacancies report reports update updates salary wages election appointment announcements announcement meeting training minutes remarks business".split()
)
APPOSED = frozenset(
    "resident parishioner applicant agent objector supporter speaker governor rep representative coordinator volunteer colleague headteacher student".split()
)
"""Nouns that may stand directly in front of whoever they are about."""
_BRINGS_IN = frozenset("welcomed introduced invited thanked were was to upon including heard".split())
CHAIRS = frozenset(
    "chair chairman chairwoman chairperson cadeirydd gadeirydd cathaoirleach ardmhéara tardmhéara ardmheara tardmheara mayor provost convener convenor".split()
)
FUNCTION = frozenset(
    "cuidithe moladh agus the this that these those it they he she we his her its their a an in on at by for from to of with as if and or but nor so when while where which who "
    "there here no not all any some each every both either neither one two three four five six seven eight nine ten following further after before during "
    "under upon having being whilst although though because since until unless however therefore resolved agreed noted approved carried recommended "
    "committee sub-committee council cabinet board panel forum group working executive authority commission members residents minutes minute item items "
    "report reports appendix agenda action decision decisions apologies present absent declaration declarations interest interests question questions "
    "motion amendment date venue contact tel email website yes none nil nothing dear ref application applications also then seconded proposed moved seconder proposer mover "
    "conservative labour liberal democrat democrats ukip independent plaid cymru sinn féin fein fianna fáil gael reform group's "
    "y yr yn i o gan bod bu ar am dim gwnaeth wnaeth bu cofnodion cyngor pwyllgor bwrdd eitem adroddiad everyone everybody someone somebody nobody".split()
)
"""Words that are no part of a name, not even behind a title, folded."""
COMMON = frozenset(
    "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday "
    "party assembly trust association society club police fire nhs government department ministry service services team office officers members councillors "
    "public press meeting annex schedule section paragraph page part policy plan strategy budget bill act order orders regulation "
    "planning highways housing development education environment finance licensing scrutiny overview standards audit transport "
    "road street avenue drive way square house school academy college university hospital library station centre center market "
    "parish town county district borough city village ward central england wales scotland ireland britain uk eu london north south east "
    "recommendation recommendations attendance answer answers reply response proposal note notes time "
    "company limited ltd plc llp bank inc partnership partners agency friends neighbourhood community citizens youth scouts women's institute "
    "chairman's mayor's leader's clerk's thanks re applicant agent site land people others other another many several most few new old church "
    "gofynnodd dywedodd eglurodd".split()
)
"""Words that begin no name that stands without a title, folded."""
NO_NAME = FUNCTION | COMMON
SUBJECTS = frozenset(
    "adult adults children young families family social care health wellbeing corporate strategic strategy customer customers digital technology information ict resources "
    "operations operational delivery place places communities infrastructure property assets estates legal democratic governance regulatory regeneration growth economy economic "
    "business commercial procurement communications marketing culture leisure tourism sport environmental waste recycling streets street parks green flood drainage policy "
    "performance improvement transformation change projects programme programmes capital revenue benefits pensions payroll hr human people organisational development "
    "north south east west area central temporary interim acting part-time job share".split()
)
"""What departments are about, folded: "Assistant Director (Adult Care)"."""
ORGANISATIONS = frozenset(
    "committee council board cabinet panel forum club association society trust group police theatre school academy library party partnership authority "
    "agency service services team department parish church hall house centre bank university college hospital nhs government ministry company limited ltd "
    "plc llp institute foundation federation union alliance network project scheme consultants solutions architects homes group's charity campaign parishioner parishioners assistant support apprentice trainee resident neighbour member councillor governor "
    "lane road street avenue crescent terrace gardens cottages farm drive mews close grove".split()
)
_SURNAMES_TOO = frozenset("hall lane street church house parish close grove farm bank provost constable sheriff warden marshall".split())
"""Words of places and posts that are surnames, too, behind a certain forename."""
NO_PERSON = frozenset(
    "age annual autism bin bins book brothers british central citizen communications concern conservation council's dementia distribution draft electric electricity energy england english "
    "environmental external final gas green healthwatch heritage highway highways historic homes internal ireland irish local king meadow midlands mind monthly mount municipal "
    "national natural network networks north northern open payback power rail railways return rivers royal rural scotland scottish severn south southern spaces "
    "queen register sons sport street survey telecom thames trading transport travel trent united urban volunteer volunteers wales watch water welsh west western wildlife yorkshire".split()
)
"""Words of bodies and things that no name holds which begins with no certain forename, folded."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named: where, in which words, and as what."""

    start: int
    end: int
    written: str
    name: str
    """Without titles; empty for a post alone."""
    post: str = ""
    """The post that is named alone or with the name, without "the"; empty for none."""
    titles: str = ""
    """Folded titles."""
    rule: str = ""
    """How the name was told: ``title``, ``known``, ``bare`` or ``post``."""
    possessive: bool = False
    """Whether it goes on with "'s": then something of theirs is meant."""
    first: int = 0
    last: int = 0
    """Its words: from, and behind the last."""

    @property
    def is_member(self) -> bool:
        return any(title in MEMBER for title in self.titles.split())

    @property
    def courtesy(self) -> str:
        """``m`` or ``f`` where a title tells, else empty."""
        folded = set(self.titles.split())
        return "m" if folded & MALE else "f" if folded & FEMALE else ""


@dataclass(frozen=True)
class Known:
    """What is known before a sentence is read."""

    by_first: dict[str, list[tuple[str, ...]]]
    """Names that need no title to be seen, by their first word: their words, folded, the longest first."""
    holders: dict[str, str]
    """Who holds a post: folded post → folded name."""
    initials: frozenset[str] = frozenset()
    """Initials that stand for people here: ``SH``."""

    @classmethod
    def of(cls, surfaces: Iterable[str], holders: dict[str, str] | None = None, initials: Iterable[str] = ()) -> Known:
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for surface in surfaces:
            parts = tuple(names.fold(surface).split())
            if parts:
                by_first.setdefault(parts[0], []).append(parts)
        return cls({first: sorted(set(same), key=len, reverse=True) for first, same in by_first.items()}, holders or {}, frozenset(initials))


NOBODY = Known({}, {})


def mentions_in(text: str, words: Sequence[Word], known: Known = NOBODY) -> list[Mention]:
    """Everybody named in a sentence, in order, without overlaps; bare names only at its start, where a subject stands."""
    found: list[Mention] = []
    at, many = 0, False
    while at < len(words):
        one = _person_at(text, words, at, known, many and bool(found) and _continues_list(words, found[-1].last, at))
        if one is None:
            at += 1
            if at < len(words) and words[at].text in ".;:":
                many = False
            continue
        many = many or _is_plural(one) or (one.rule == "title" and one.is_member)
        found.append(one)
        at = one.last
    return _joined(text, words, _with_shared_surnames(words, found), known)


def _with_shared_surnames(words: Sequence[Word], found: list[Mention]) -> list[Mention]:
    """``Councillors George and Judith Cooper`` are both Coopers."""
    made = list(found)
    for n, (one, following) in enumerate(pairwise(found)):
        between = [word.lower for word in words[one.last : following.first]]
        if between == ["and"] and " " not in one.name and courtesy_of(one.name.casefold()) and following.rule == "bare" and len(following.name.split()) == 2:
            made[n] = replace(one, name=f"{one.name} {following.name.split()[1]}")
    return made


def _is_plural(one: Mention) -> bool:
    return bool(MANY & set(one.titles.split()))


def _continues_list(words: Sequence[Word], last: int, at: int) -> bool:
    """Whether only a comma or "and" stands between the end of a mention and a word."""
    between = [word.lower for word in words[last:at]]
    return bool(between) and len(between) <= 2 and all(word in (",", "and", "&", "a", "ac", "/") for word in between)


def _person_at(text: str, words: Sequence[Word], at: int, known: Known, listed: bool) -> Mention | None:
    """The person or post that begins at a word, if any."""
    word = words[at]
    if word.is_capital:
        if word.text.removesuffix("'s") in known.initials:
            by_initials = _mention(text, words, at, at + 1, "", "initials", name_from=at)
            return replace(by_initials, name=by_initials.written)
        found = _titled(text, words, at) or _behind_post(text, words, at) or _known(text, words, at, known)
        if found is None and at and words[at - 1].text in "'“" and word.lower in NO_NAME:
            return None
        found = found or _post(text, words, at)
        if found is None and (listed or _starts(words, at)):
            found = _bare(text, words, at, listed)
        return found
    if word.lower in _ARTICLES or word.lower in SMALL_HEADS:
        return _post(text, words, at)
    return None


def _starts(words: Sequence[Word], at: int) -> bool:
    """Whether a sentence, a list entry or a clause begins here."""
    before = words[at - 1].text if at else ""
    if before.casefold() in ("by", "from", "gan") or before.casefold() in APPOSED or before.casefold() in WELSH:
        return True  # "seconded by Jo Ash", "Local resident Jo Ash".
    if is_forename(words[at].lower) and (before.casefold() in _BRINGS_IN or (at and words[at - 1].is_capital and words[at - 1].lower in HEADS)):
        return True  # "welcomed Jo Ash, who", "Clerk Jo Ash".
    return at == 0 or before in "().:–-•·*“;|]/" or (before in ",." and at <= 12) or (before.casefold() in ("and", "while", "whilst") and at > 1)


# ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _titled(text: str, words: Sequence[Word], at: int) -> Mention | None:
    """``Cllr. Mrs P Smith MBE (Chair)``."""
    end = at
    titles: list[str] = []
    while end < len(words):
        folded = words[end].lower
        if folded in BEFORE and end + 1 < len(words) and (words[end + 1].lower in MEMBER | COURTESY) and words[end].is_capital:
            end += 1
        elif (folded in MEMBER or folded in COURTESY) and (words[end].is_capital or titles):
            titles.append(folded)
            end += 1
            if end < len(words) and words[end].text == "." and words[end].start == words[end - 1].end:
                end += 1
        else:
            break
    if not titles:
        return None
    if end + 1 < len(words) and words[end].text.isdigit() and not _POLICE.isdisjoint(titles):
        end += 1  # "PC 1234 Ash".
    if end < len(words) and words[end].text in ":–-" and MANY & set(titles):
        end += 1  # "Aldermen – F Agnew, P Brett".
    name_end = _name_end(words, end, FUNCTION)
    if name_end == end:
        return None
    if titles[0] in ("provost", "mayor") and (
        (at and words[at - 1].lower in ("the", "deputy", "lord")) or words[end].lower in NO_NAME or words[end].lower in HEADS
    ):
        return None
    if len(titles) == 1 and titles[0] in ("major", "father", "judge", "lord", "lady", "sister", "constable", "inspector", "commander", "supervisor", "trustee"):
        following = words[name_end].lower if name_end < len(words) else ""
        if following in ("works", "project", "projects", "scheme", "road", "street") or words[end].lower in HEADS:
            return None
    return _mention(text, words, at, name_end, " ".join(titles), "title", name_from=end)


_STAND_AS_TITLES = CHAIRS | frozenset(
    "president vice-chair vice-chairman vice-president treasurer secretary clerk commissioner inspector sergeant superintendent headteacher".split()
)


def _behind_post(text: str, words: Sequence[Word], at: int) -> Mention | None:
    """``Chairman Ash`` in front of a verb: a post used as a title."""
    end = at + (words[at].lower in ("vice", "deputy"))
    if end >= len(words) or words[end].lower not in _STAND_AS_TITLES or not words[end].is_capital or (at and words[at - 1].lower in _ARTICLES):
        return None
    name_end = _name_end(words, end + 1, NO_NAME | HEADS | SUBJECTS)
    if name_end == end + 1 or name_end >= len(words) or not (words[name_end].lower in PAST or words[name_end].lower in ADVERBS):
        return None
    found = _mention(text, words, at, name_end, "", "title", name_from=end + 1)
    return replace(found, post=text[words[at].start : words[end].end])


def _known(text: str, words: Sequence[Word], at: int, known: Known) -> Mention | None:
    """A name that is known to belong to somebody here."""
    for parts in known.by_first.get(names.fold(words[at].text.removesuffix("'s")).partition(" ")[0], ()):
        end = _match(words, at, parts)
        if end:
            grown = _name_end(words, at, FUNCTION) if len(parts) == 1 else end
            if len(parts) == 1 and grown > at + 1:
                continue  # A forename in front of another surname is somebody else's.
            return _mention(text, words, at, end, "", "known", name_from=at)
    return None


def _match(words: Sequence[Word], at: int, parts: tuple[str, ...]) -> int:
    """Behind the last word, if the words from ``at`` are these parts; dots of initials are passed over."""
    place, end = 0, at
    while end < len(words) and place < len(parts):
        word = words[end]
        if word.text == "." and place and len(parts[place - 1]) == 1:
            end += 1
            continue
        folded = names.fold(word.text.removesuffix("'s")).split()
        if not folded or tuple(folded) != parts[place : place + len(folded)]:
            return 0
        place, end = place + len(folded), end + 1
    return end if place == len(parts) else 0


def _bare(text: str, words: Sequence[Word], at: int, listed: bool) -> Mention | None:
    """Two to four capitals, or in a list of names one: nothing in front says that it is a person."""
    end = _name_end(words, at, FUNCTION)
    parts = [word for word in words[at:end] if word.text != "."]
    if not parts or parts[0].lower in COMMON:
        return None
    certain = len(parts) == 2 and is_forename(parts[0].lower) and parts[1].lower in _SURNAMES_TOO  # "Patrick Hall".
    if not certain and any(names.fold(word.text) in ORGANISATIONS or word.lower in HEADS for word in parts):
        return None
    if any(word.lower in MEMBER for word in parts):
        return None
    if all(word.lower in SUBJECTS or word.lower in COMMON for word in parts):
        return None
    if not is_forename(parts[0].lower) and len(parts[0].text) > 1 and any(word.lower in NO_PERSON for word in parts):
        return None
    if listed and all(word.text.isupper() and 1 < len(word.text) <= 3 for word in parts):
        return None  # Initials of somebody, or of a body.
    if parts[0].lower in ADVERBS or parts[0].lower in WELSH or (not listed and parts[-1].lower in COMMON):
        return None
    if not listed and (len(parts) < 2 or len(parts) > 4 or all(word.text.isupper() and len(word.text) > 1 for word in parts)):
        return None
    return _mention(text, words, at, end, "", "bare", name_from=at)


def _name_end(words: Sequence[Word], at: int, no_name: frozenset[str]) -> int:
    """Behind the last word of a name that begins here: initials, capitals, particles between them, then post-nominals."""
    end, full, initials = at, 0, 0
    while end < len(words) and full + initials < 6:
        word = words[end]
        folded = word.lower.removesuffix("'s")
        if (len(word.text) == 1 and word.text.isupper()) or (word.text in _LONG_INITIALS and end + 1 < len(words) and words[end + 1].text == "."):
            initials += 1
            end += 1
            if end < len(words) and words[end].text == "." and words[end].start == word.end:
                end += 1
            continue
        if full and word.text in names.POSTNOMINALS:
            break
        if word.is_capital and _may_be_name(word, folded, full, no_name):
            full += 1
            end += 1
            if word.text.endswith("'s"):
                break
            continue
        if folded in PARTICLES and end + 1 < len(words) and (words[end + 1].is_capital or words[end + 1].lower in PARTICLES):
            end += 1
            continue
        break
    if not full:
        return at
    while end > at and (words[end - 1].lower in PARTICLES and not words[end - 1].is_capital):
        end -= 1
    if end - at > 1 and words[end - 1].text == "." and len(words[end - 2].text) != 1:
        end -= 1
    return _behind_postnominals(words, end) if not words[end - 1].text.endswith("'s") else end


def _may_be_name(word: Word, folded: str, full: int, no_name: frozenset[str]) -> bool:
    """Whether a capitalised word may be part of a name; verbs in capitals ("Cllr Smith PROPOSED") are not, unless it is the first."""
    if folded in no_name:
        return False
    return not (
        full and (word.lower in PAST or (word.lower in BASE and word.text.isupper()) or word.lower in HEADS or word.lower in MEMBER or word.lower in COURTESY)
    )


def _behind_postnominals(words: Sequence[Word], end: int) -> int:
    """Behind ``CC MBE`` and ``O.B.E.``, commas between them included."""
    while end < len(words):
        step = 1 if words[end].text == "," and end + 1 < len(words) else 0
        if words[end + step].text in names.POSTNOMINALS if end + step < len(words) else False:
            end += step + 1
            continue
        letters, place = "", end + step
        while place + 1 < len(words) and len(words[place].text) == 1 and words[place].text.isupper() and words[place + 1].text == ".":
            letters, place = letters + words[place].text, place + 2
        if letters in names.POSTNOMINALS and len(letters) > 1:
            end = place
            continue
        break
    return end


def _mention(text: str, words: Sequence[Word], at: int, end: int, titles: str, rule: str, name_from: int) -> Mention:
    """A mention, with initials in brackets behind a surname taken in: ``Sheahan (K)``."""
    possessive = words[end - 1].text.endswith("'s") or (end < len(words) and words[end].text in ("'", "'s") and words[end].start == words[end - 1].end)
    if end + 2 < len(words) and words[end].text == "(" and names.INITIALS.fullmatch(words[end + 1].text) and words[end + 1].text.isupper():
        closing = next((n for n in range(end + 1, min(end + 8, len(words))) if words[n].text == ")"), None)
        if closing is not None and all(len(word.text) == 1 for word in words[end + 1 : closing]):
            end = closing + 1
    start, stop = words[at].start, words[end - 1].end
    if words[end - 1].text.endswith("'s"):
        stop -= 2
    written = text[start:stop]
    name = names.plain(text[words[name_from].start : stop]) or text[words[name_from].start : stop]
    return Mention(start, stop, written, name, "", titles, rule, possessive, at, end)


# ── posts ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _post(text: str, words: Sequence[Word], at: int) -> Mention | None:
    """``the Chair``, ``The Head of Planning``, ``Cabinet Member for Adults and Health (Planning)``."""
    begin = at + 1 if words[at].lower in _ARTICLES else at
    if begin >= len(words):
        return None
    first = words[begin]
    if begin > at and (end := _small_post_end(words, begin)):
        return Mention(
            words[at].start,
            words[end - 1].end,
            text[words[at].start : words[end - 1].end],
            "",
            text[first.start : words[end - 1].end],
            "",
            "post",
            False,
            at,
            end,
        )
    if first.lower in SMALL_HEADS and not first.is_capital:
        if begin == at and not (at == 0 or words[at - 1].text in ",("):
            return None
        end = begin + 1
        if end < len(words) and words[end].lower in ("of", "and"):
            end = _post_tail(words, end)
    elif (
        first.lower in ADVERBS
        or first.lower.removesuffix("'r") in WELSH | _WELSH_DEEDS
        or (first.lower in PAST and first.lower not in HEADS)
        or (first.lower in FUNCTION and first.lower not in _BEGINS_POST)
    ):
        return None
    else:
        end = _post_end(words, begin)
        if end == begin:
            return None
    last = words[end - 1]
    stop = last.end - 2 if last.text.endswith("'s") else last.end
    possessive = last.text.endswith("'s") or (end < len(words) and words[end].text.startswith("'"))
    post = text[first.start + (first.is_capital and not first.text[0].isupper()) : stop]  # "An tArdmhéara" is the Ardmhéara.
    return Mention(words[at].start, stop, text[words[at].start : stop], "", post, "", "post", possessive, at, end)


_WELSH_DEEDS = frozenset("datganodd gadawodd ymunodd cyrhaeddodd penderfynodd cymeradwyodd etholwyd penodwyd ymataliodd pleidleisiodd".split())
"""Verbs that may stand in front of a post and say nothing that is spoken: "Datganodd y Cadeirydd fuddiant"."""
_SMALL_OFFICES = frozenset(
    "officer manager solicitor adviser advisor engineer clerk treasurer secretary director executive auditor accountant surveyor ecologist headteacher".split()
)
_SMALL_ALONE = frozenset("solicitor headteacher".split())
"""Offices that need nothing in front: "the solicitor"."""
_SMALL_QUALIFIERS = SUBJECTS | frozenset(
    "planning case legal monitoring finance financial democratic committee highways highway tree conservation enforcement licensing housing county town parish borough "
    "district council's council senior principal deputy assistant acting interim chief responsible internal external building control road safety transport education "
    "project duty presenting investigating scrutiny election returning vice".split()
)


_SHORT_OFFICES = frozenset("rfo ceo cfo coo dpo sio pcso cpo cso".split())


def _small_post_end(words: Sequence[Word], begin: int) -> int:
    """Behind a post in small letters, or in capitals alone, with an article in front: "the planning officer", "the vice chair", "the RFO"; 0 for none."""
    if words[begin].lower in _SHORT_OFFICES and words[begin].text.isupper():
        return begin + 1 if begin + 1 >= len(words) or not words[begin + 1].is_capital else 0
    place = begin
    while place < len(words) and place - begin < 4 and words[place].lower in _SMALL_QUALIFIERS and not words[place].is_capital:
        place += 1
    if place >= len(words) or words[place].is_capital:
        return 0
    word, qualified = words[place].lower, place > begin
    is_post = (word in _SMALL_OFFICES and (qualified or word in _SMALL_ALONE)) or (
        word in CHAIRS and qualified and words[place - 1].lower in ("vice", "deputy")
    )
    return place + 1 if is_post else 0


def _post_end(words: Sequence[Word], begin: int) -> int:
    """Behind the last word of a post that begins here, which holds one of the words that make a post; ``begin`` where there is none."""
    head, end = -1, begin
    for place in range(begin, min(begin + 14, len(words))):
        word = words[place]
        folded = word.lower.removesuffix("'s")
        if word.is_capital:
            if _is_head(words, place, begin):
                head = place
            elif head == place - 1 >= begin and _is_person(words, place):
                break  # "Clerk Jo Ash".
            elif folded in ("the", "councillor", "cllr", "members", "officers", "he", "she") or (word.lower in PAST and word.text.isupper()):
                break
            elif folded in _NO_POST_BEHIND and head >= 0:
                return begin  # "Clerk Vacancy", "Planning Officer Report".
            end = place + 1
            if word.text.endswith("'s") and (folded in HEADS or not (place + 1 < len(words) and words[place + 1].is_capital)):
                break
        elif folded.isdigit() and head < 0 and begin < place < len(words) - 1 and words[place + 1].is_capital:
            continue  # "the Section 151 Officer".
        elif folded in JOINS and begin < place < len(words) - 1 and (words[place + 1].is_capital or words[place + 1].lower in JOINS):
            if folded in ("-", "–") and head < 0:
                return begin  # "Church Road – the Clerk" has its post behind the dash.
            if folded == "the" and words[place - 1].lower not in JOINS - {"-", "–", "/"}:
                break
            if folded in ("and", "&") and head >= 0 and not _more_post(words, place + 1):
                break
        elif word.text == "(" and head >= 0 and place == end:
            return _behind_bracket(words, place) or end
        elif head >= 0 and word.text == "," and words[head].lower in _QUALIFIED and (behind := _behind_qualifier(words, place)):
            return behind
        elif not (head >= 0 and word.text == "," and _is_series(words, place)):
            break
    return end if head >= 0 else begin


def _is_person(words: Sequence[Word], at: int) -> bool:
    """Whether somebody's name begins here: a certain forename and a surname."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not following.is_capital or following.lower in NO_NAME or following.lower in HEADS:
        return False
    return is_forename(words[at].lower) and not following.text.isdigit()


def _behind_qualifier(words: Sequence[Word], comma: int) -> int:
    """Behind ``Physical Development`` in "The Director, Physical Development responded"; 0 where no department stands behind the comma."""
    place, told = comma + 1, False
    while place < len(words) and place - comma <= 12 and (words[place].is_capital or words[place].lower in ("and", "&", ",")):
        if words[place].lower in (*MEMBER, *COURTESY, "the") or courtesy_of(words[place].lower):
            return 0
        if _is_person(words, place):
            break
        told = told or words[place].lower in SUBJECTS or words[place].lower in _DEPARTMENTS
        place += 1
    while place > comma and words[place - 1].text == ",":
        place -= 1
    return place if told and place < len(words) and (words[place].lower in PAST or words[place].lower in ADVERBS or words[place].text == ",") else 0


def _is_head(words: Sequence[Word], place: int, begin: int) -> bool:
    """Whether a word makes a run of capitals a post: "Officer", "Rheolwr-gyfarwyddwr", the "Member" of "Cabinet Member"."""
    folded = words[place].lower.removesuffix("'s")
    if folded in ("member", "aelod"):
        return (place > begin and words[place - 1].lower in MEMBER_POSTS) or (
            place + 1 < len(words) and words[place + 1].lower in ("for", "cabinet", "portffolio", "lleol")
        )
    return folded in HEADS or (len(folded) > 8 and any(part in HEADS for part in folded.split("-")))


def _behind_bracket(words: Sequence[Word], at: int) -> int:
    """Behind a bracket that belongs to a post: "Assistant Director (Planning)"; 0 for one that holds a person or initials."""
    closing = next((n for n in range(at + 1, min(at + 8, len(words))) if words[n].text == ")"), 0)
    inside = words[at + 1 : closing]
    if not inside or not inside[0].is_capital or (len(inside) == 1 and inside[0].text.isupper() and len(inside[0].text) <= 3):
        return 0
    return 0 if _looks_like_person(words, at + 1, closing) else closing + 1


def _post_tail(words: Sequence[Word], at: int) -> int:
    """Behind ``of the Council``."""
    end = at
    for place in range(at, min(at + 8, len(words))):
        if words[place].is_capital:
            end = place + 1
        elif words[place].lower not in JOINS:
            break
    return end if end > at else at


def _more_post(words: Sequence[Word], at: int) -> bool:
    """Whether what follows "and" goes on with the post ("Adults and Health"): not a new post, a person or an article."""
    if words[at].lower in ("the", *MEMBER, *COURTESY) or not words[at].is_capital or _is_person(words, at):
        return False
    if words[at].text.isupper() and 1 < len(words[at].text) <= 3 and words[at].lower not in _SHORT_OFFICES:
        return False  # "the Clerk and PB": initials.
    for place in range(at, min(at + 5, len(words))):
        if words[place].lower in HEADS and place > at:
            return True
        if not words[place].is_capital and words[place].lower not in JOINS:
            return True
    return True


def _is_series(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma inside a post stands in a series of capitals that "and" ends: "Adults, Health and Care"."""
    place, capitals = comma + 1, 0
    while place < len(words) and place - comma < 8:
        word = words[place]
        if word.lower in (*MEMBER, *COURTESY, "the") or word.lower in HEADS or _is_person(words, place):
            return False
        if word.is_capital:
            capitals += 1
        elif word.lower in ("and", "&"):
            return 0 < capitals <= 3 and place + 1 < len(words) and words[place + 1].is_capital and words[place + 1].lower not in (*MEMBER, *COURTESY, "the")
        elif word.text != ",":
            return False
        place += 1
    return False


def _looks_like_person(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether what stands in a bracket is a person: a title, an initial, or two or three capitals that are no subject of a department."""
    inside = words[at:end]
    if inside[0].lower in MEMBER or inside[0].lower in COURTESY or (len(inside[0].text) == 1 and len(inside) > 1) or courtesy_of(inside[0].lower):
        return True
    strange = FUNCTION | COMMON | ORGANISATIONS | HEADS | SUBJECTS
    return 2 <= len(inside) <= 3 and all(word.is_capital and word.lower not in strange for word in inside)


# ── together ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _joined(text: str, words: Sequence[Word], found: list[Mention], known: Known) -> list[Mention]:
    """People and their posts put together: "The Chair, Councillor Freeman,", "Mr Lewis, Clerk", "Director (Mr B Kennedy)"."""
    made: list[Mention] = []
    for one in found:
        before = made[-1] if made else None
        if before is not None and not before.possessive:
            between = [word.text for word in words[before.last : one.first]]
            pair = _pair(before, one, between, words, known)
            if pair is not None:
                end = one.last + (between == ["("] and one.last < len(words) and words[one.last].text == ")")
                written = text[before.start : words[end - 1].end]
                made[-1] = replace(pair, start=before.start, end=words[end - 1].end, written=written, first=before.first, last=end, possessive=one.possessive)
                continue
        made.append(one)
    return made


_HANGS = frozenset("of from to by with through for as at".split())


def _is_told(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of speaking follows, over adverbs."""
    while at < len(words) and words[at].lower in ADVERBS:
        at += 1
    return at < len(words) and words[at].lower in PAST


def _pair(before: Mention, one: Mention, between: Sequence[str], words: Sequence[Word], known: Known) -> Mention | None:
    """One mention of two, if one names the person and the other the post that nobody else is known to hold."""
    if (before.name and before.post) or (one.name and one.post):
        return None
    if before.post and list(between) == [","] and before.first and words[before.first - 1].lower in _HANGS and _is_told(words, one.last):
        return None  # "At the invitation of the Chair, Mr Ash addressed": Mr Ash is not the Chair.
    if (
        before.post
        and one.name
        and list(between) in ([","], [], ["("], ["-"], ["–"], [":"], [",", "y"])
        and (one.rule != "bare" or (list(between) in (["("], [","], []) and _looks_like_person(words, one.first, one.last)))
    ):
        holder = known.holders.get(names.fold(before.post))
        return replace(one, post=before.post) if not holder or holder.split()[-1] == names.fold(one.name).split()[-1] else None
    if before.name and one.post and list(between) in ([","], ["("]):
        closes = (
            one.last >= len(words)
            or words[one.last].text in ",.;:)–-"
            or between == ["("]
            or words[one.last].lower in ("who", "and")
            or (
                list(between) == [","]
                and (words[one.last].lower in PAST or words[one.last].lower == "attended")
                and (words[one.first].is_capital or " of " in one.post)
            )
        )
        return replace(before, post=one.post) if closes else None
    return None
