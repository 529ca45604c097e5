"""The words that names and posts are told by: titles, the heads of posts, and what is no part of a name."""

from __future__ import annotations

# ruff: noqa: SIM905 -- long lists of words are easier to read and to extend as words.
from dataclasses import dataclass

MEMBER = frozenset(
    "councillor councillors councilor councilors cllr cllrs clr clrs clir cr crs coun cllor ccllr bcllr dcllr tcllr cncllr alderman alderwoman aldermen ald bailie baillie bailies baillies cynghorydd gynghorydd "
    "nghynghorydd cynghorwyr gynghorwyr cyng comhairleoir comhairleora chomhairleora chomhairleoir comh cmhlr cmhlrs comhairleoirí councilman councilwoman councilmember trustee selectman supervisor cc bc".split()
)
COURTESY = frozenset(
    "mr mrs ms miss mx messrs messers messieurs mesdames dr prof professor sir dame lord lady baroness rev revd reverend canon father fr rabbi imam pastor archdeacon judge provost mayor ardmhéara "
    "capt captain col colonel maj major lt brigadier commander cmdr cdr sgt sergeant insp inspector supt superintendent pc pcso dc ds constable acc dcc cso cpo parch hon".split()
)
BEFORE = frozenset(
    "police county borough district dist dst boro cty parish town city ward community local unitary fellow former chief detective deputy depute vice right acting".split()
)
"""Words that may stand in front of a title: "Borough Councillor", "Chief Inspector"."""
MANY = frozenset(
    "comhairleoirí councillors councilors cllrs clrs crs aldermen bailies baillies messrs messers messieurs mesdames cynghorwyr gynghorwyr cmhlrs members".split()
)
MALE, FEMALE = frozenset("mr sir lord".split()), frozenset("mrs ms miss dame lady baroness".split())
PARTICLES = frozenset("de del della der den la le van von ap ab ferch o' al el bin ní ni uí mac mc da dos du san st".split())
SURNAMES_TOO = frozenset("hall house church parish lane street close bank banks farm park parks wood woods grove drive mews court".split())
"""Words of places that are surnames behind a forename."""
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
ARTICLES = frozenset("the our y yr i'r a'r an".split())
APPOSED = frozenset(
    "member members resident parishioner applicant agent objector supporter speaker governor rep representative coordinator volunteer colleague headteacher student".split()
)
"""Nouns that may stand directly in front of whoever they are about."""
CHAIRS = frozenset(
    "chair chairman chairwoman chairperson cadeirydd gadeirydd cathaoirleach ardmhéara tardmhéara ardmheara tardmheara mayor provost convener convenor".split()
)
FUNCTION = frozenset(
    "cuidithe moladh agus sec prop the this that these those it they he she we his her its their a an in on at by for from to of with as if and or but nor so when while where which who "
    "there here no not all any some each every both either neither one two three four five six seven eight nine ten following further after before during "
    "under upon having being whilst although though because since until unless however therefore resolved agreed noted approved carried recommended "
    "committee sub-committee council cabinet board panel forum group working executive authority commission members residents minutes minute item items "
    "report reports appendix agenda action decision decisions apologies present absent declaration declarations interest interests question questions "
    "motion amendment vote votes voting result unanimous date venue contact tel email website yes none nil nothing dear ref application applications also then seconded proposed moved seconder proposer mover "
    "conservative labour liberal democrat democrats ukip independent plaid cymru sinn féin fein fianna fáil gael reform group's "
    "y yr yn i o gan bod bu ar am dim gwnaeth wnaeth bu foillseachaidhean com-pàirt geàrr-chunntas cofnodion cyngor pwyllgor bwrdd eitem adroddiad everyone everybody someone somebody nobody".split()
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
    "learning estate schools inclusion safeguarding commissioning engagement equalities compliance enforcement applications insight intelligence facilities fleet "
    "performance improvement transformation change projects programme programmes capital revenue benefits pensions payroll hr human people organisational development "
    "north south east west area central temporary interim acting part-time job share".split()
)
"""What departments are about, folded: "Assistant Director (Adult Care)"."""
ORGANISATIONS = frozenset(
    "clwb glwb ffermwyr cymdeithas gymdeithas ysgol côr gôr capel eglwys sefydliad elusen fenter menter committee council board cabinet panel forum club association society trust group police theatre school academy library party partnership authority "
    "agency service services team department parish church hall house centre bank university college hospital nhs government ministry company limited ltd "
    "plc llp institute foundation federation union alliance network project scheme consultants solutions architects homes group's charity campaign parishioner parishioners assistant support apprentice trainee resident neighbour member councillor governor "
    "lane road street avenue crescent terrace gardens cottages farm drive mews close grove".split()
)


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
