"""The class of a decision: by the verb of its clause, the first of the eight classes that fits."""

from __future__ import annotations

import re

_TO_OTHERS = (
    r"(?:the )?(?:\w+ ){0,3}?(?:Council|Cabinet(?: Member)?|Executive|Government|Minister|Secretary of State|Board|Trust|Authority|Committee|Commission|Assembly|"
    r"MPs?|Member of Parliament|ICS|ICB|CCG|NHS \w+|Police|Commissioner|Portfolio Holder|Lead Member|Leader|Mayor|Department)"
)
_BE = r"(?<!had )(?<!has )(?<!have )\b(?:be|was|were|is|are)\s+(?:\w+ly\s+|not\s+|also\s+|hereby\s+|therefore\s+|thereupon\s+|then\s+|now\s+|and\s+is\s+hereby\s+)*"
_LEAD = r"(?:^\W*(?:(?:RESOLVED|AGREED|Resolved|Agreed|DECISION|Decision)\W+)?(?:\(?\w{1,4}[.)]\s*)?(?:(?:unanimously|that|to|(?:the )?(?:committee|board|cabinet|panel|forum|council|members|group|executive)|members|it was|was|also|and)\s+)*)"
_ACTIVE = rf"(?:{_LEAD}|\b(?:to|and|Members|Councillors|Cllrs|Governors|Trustees|Directors|Council|Committee|Cabinet|Board|Body|Panel|Forum|Group|Commission|Authority|Executive|Assembly|Partnership|Sub-Committee|Subcommittee|Meeting|meeting|all|they|Chomhairle,?)\s+(?:[a-z]{{2,14}}ly\s+|also\s+|then\s+|otherwise\s+|therefore\s+)*)"


def _verbs(passive: str, active: str) -> str:
    return rf"{_BE}(?:{passive})\b|{_ACTIVE}(?:{active})\b"


_PAPER_MINUTES = r"\bminutes\b"
CLASSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for outcome, pattern in (
        ("rejected",
         r"\b(?:motion|amendment|proposals?|proposition|recommendations?|request|resolution|petition|call-in)\b.{0,160}\b(?:lost|rejected|defeated|not carried|fell|not supported|not approved|"
         r"not agreed|turned down|declined|negatived)\b|\bnot (?:to )?(?:accept|support|approve|agree|proceed)\b|\bnot (?:be )?(?:accepted|supported|approved|agreed|adopted|proceeded|pursued)\b|"
         r"\brejected (?:the|this|an|his|her|their) (?:\w+ ){0,2}?(?:motion|amendment|proposal|recommendation|request|resolution|petition)s?\b|\b(?:request|application|offer|proposal) (?:was |be )(?:declined|turned down)\b|\bturned down\b|^gwrthodwyd|\b(?:cynnig|gwelliant)\b.{0,60}\b(?:wedi methu|ei golli|ei wrthod)\b|\b(?:collwyd|gwrthodwyd|methodd|syrthiodd|trechwyd)\b.{0,20}\b(?:cynnig|gwelliant)\b|\b(?:motion|amendment) (?:was )?(?:put and )?lost\b"),
        ("refused", rf"{_verbs('refused', 'refuse[ds]?|turn down')}|\brefusal of (?:planning|permission|the application)|\bdeclined to\b|^\W*refused\b|\b(?:permission|consent|licence|application|request) (?:unanimously )?refused\b|\b(?:decided|agreed|resolved) (?:to (?:give|award|grant|donate) nothing|not to (?:give|award|grant|donate|make a (?:grant|donation)))\b|\bnot to (?:grant|permit|approve) (?:a|an|the) (?:\w+ ){{0,2}}(?:licence|permission|application|consent)\b|\bno (?:grant|donation|award) (?:be|was) (?:made|given)\b|\bgwrthod\b|\bgwrthodwyd"),
        ("deferred", rf"{_verbs('deferred|adjourned|postponed|put off|put back|stood over|left over|held over|carried forward|carried over|withdrawn from the agenda', 'defer(?:red)?|adjourn(?:ed)? (?:the|consideration|this)|postponed?')}"
                     r"|\b(?:item|application|matter|decision|it|they|this) (?:is|be|was|were) brought back\b|^\W*(?:deferred|postponed|left over|held over|put off)\b|\bleft over\b|\bheld over\b|\bput off\b|\b(?:held|left) in abeyance\b|\b(?:left|lie|lay) (?:up)?on the table\b|\bhold (?:\w+ ){0,3}over\b|\bput back (?:to|until)\b|\bcontinu(?:e|ed|ing) (?:consideration|the (?:matter|item|application|case|hearing))\b|\bcontinued to (?:the|a) (?:next |following )?meeting\b|\bstand adjourned\b|\bbrought forward to the next\b|\bcome ?back to (?:this|the)\b|\b(?:revisit|return to) (?:this|it|the (?:matter|item|issue))\b|^re-?agenda\b|\bdeferment\b|\bgohir|\bdefer(?:red)? (?:to|until|for|pending|consideration|the|this|a decision)\b"),
        ("appointed", rf"(?<!committees set out in the schedule ){_verbs('(?:re-?)?(?:appointed|elected|nominated)|co-?opted|chosen|named as', '(?:re-?)?(?:appoint|elect|nominate)(?:ed|d)?|co-?opt(?:ed)?')}"
                      r"|\bdeclared\b.{0,80}\belected\b|\b(?:(?:once again|duly|unanimously) (?:re-?)?(?:appointed|elected)|(?:re-?)?appointed (?:to|onto|as)|co-?opted (?:to|onto|as))\b|\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b[^.;\n]{0,60}\b(?:be|to be|as) (?:the|its|their|our|a|an) (?:\w+ ){0,3}(?:representatives?|delegate|trustee|governor|champion|chair\w*|vice-chair\w*)\b|\btakes? the chair\b|\brepresent (?:the |this )?(?:council|committee|board|authority) on\b|\bpenod|\bethol|\bcontinue[sd]? (?:to (?:act|serve) )?as (?:its|their|the|our|a|an) (?:\w+ )?(?:representative|chair|vice|trustee|member|delegate|champion|governor|deputy|substitute)|\bremain(?:s)? as (?:its |the |our )?(?:chair|vice|trustee|represent|member)|\b(?:representatives|office bearers|delegates|trustees) (?:were|be|was) (?:agreed|approved|confirmed)\b|\b(?:appointment|election|co-option|nomination) of .{0,80} (?:be|was) (?:approved|agreed|confirmed)"),
        ("recommended", rf"\b(?:approval|refusal) (?:was )?recommended\b|^\W*(?:it was )?(?:unanimously )?(?:RECOMMEND(?!ations?\b)|recommended:|recommended that|recommended to)|\brecommend(?:ed|s)?\b.{{0,60}}\b(?:Council|Cabinet|Committee|Board|to|Executive|Government|that)\b|\bbe a recommendation (?:to|of)\b"
                        rf"|\b{_TO_OTHERS} (?:be|was|were) (?:asked|requested|urged|invited(?! to (?:the|a|an|its|this|our|attend|join|address|speak|meet|come)\b)|recommended|called upon|encouraged)\b|(?<!\bto )\b(?:asked|requested|urged|asks|requests|calls on|urges|invited) {_TO_OTHERS} to\b"
                        rf"|^\W*(?:(?:RESOLVED|AGREED)\W+)?(?:\(?\w{{1,4}}[.)]\s*)?(?:that )?(?:to )?(?:request|ask|urge|call on|recommend)\b(?: to)? {_TO_OTHERS}|^\W*(?:\w+ ){{0,3}}?argymh?ell|\brecommends?\b"),
        ("approved", rf"{_verbs('(?:re-?)?approved|adopted|granted|permitted|confirmed|ratified|accepted|awarded|signed|endorsed|made permanent|passed|agreed as|agreed a|taken as read|sealed|agreed and signed', '(?:re-?)?approve[ds]?|adopt(?:ed|s)?|grant(?:ed|s)?|permit(?:ted)?|confirm(?:ed|s)?|ratif(?:y|ied)|accept(?:ed|s)?|award(?:ed)?|endorse[ds]?')}"
                     r"|\b(?:correct|true|accurate|fair) (?:and \w+ )?record\b|^\W*(?:circulated,? (?:and )?)?(?:approved|adopted|granted|accepted|ratified|permitted|endorsed)\b|\b(?:permission|consent|licence|application) (?:unanimously )?(?:granted|approved)\b|\border be made\b|\bagreed for adoption\b|\bagreed to (?:its|their|the) (?:acceptance|adoption|approval)\b|\b[cg]h?ymeradwy|\b[cg]adarnha|\b[mf]abwysiad|\bderbyn(?:iwyd|)\b.{0,20}cofnod"
                     r"|\bdyfarn|\bcaniat|\bminutes\b.{0,120}\b(?:agreed|signed|approved|accepted|confirmed|adopted|correct)\b|\bconditional(?:ly)? (?:approval|permission)|\bapproval (?:be|was) (?:given|granted)|\bawarded £|\bapproval of the (?:accounts|minutes|payments)"),
        ("noted", rf"{_verbs('noted|received|thanked', 'not(?:e[ds]?)|receive[ds]?|welcome[ds]?')}|^\W*(?:noted|received)\b|\bthanks of\b|\bnodi\b|\bnodwyd|\bnodi'r|\b(?:dd|d)erbyn(?:iwyd)? (?:yr |yr? )?(?:adroddiad|diweddariad|wybodaeth|cyflwyniad)|\bto note\b|\bvote of thanks"),
    )
)  # fmt: skip
_MINUTES_TITLE = re.compile(
    r"^\W*notes of (?:the )?(?:last|previous)\b|^\W*(?:draft |previous |confirmation of (?:the )?|approval of (?:the )?|to \w+ (?:and \w+ )?(?:as a correct record )?(?:the )?)?minutes\b(?! of the whole)|\bcofnodion\b|\bminutes of (?:the )?(?:last|previous)\b",
    re.IGNORECASE,
)
_ONLY_AGREED = re.compile(
    r"^\W*(?:that )?(?:they |these |it |the (?:minutes|notes) (?:of [^.;\n]{1,60} )?|this )?(?:were |was |be )?(?:unanimously |all )?(?:agreed|resolved|carried|signed|correct)\b(?! (?:it|that|to|we)\b)",
    re.IGNORECASE,
)
_ELECTION_TITLE = re.compile(r"\W*(?:re-?)?(?:election|appointment|nomination)s? (?:of|to)\b", re.IGNORECASE)
_PEOPLE_AGREED = re.compile(r"\W*(?:the )?following (?:\w+ ){0,3}?(?:was|were) (?:\w+ly )?(?:agreed|approved|confirmed)\b", re.IGNORECASE)
_NOTED_FIRST = re.compile(r"\W*(?:penderfynwyd (?:yn unfrydol )?nodi\b|nodwyd|nododd|noted\b)", re.IGNORECASE)
_SYMPATHY = re.compile(r"\bvotes? of (?:sympathy|thanks|condolence|congratulations)\b", re.IGNORECASE)
_PLAIN_VERB = re.compile(
    r"(?:[^.;]{0,120}\b(?:agreed|resolved|decided) |(?:RESOLVED|AGREED|Resolved|Agreed)\W+)to (?:suspend|enter|write|proceed|continue(?! (?:consideration|the (?:matter|item|application|case|hearing)))|discuss|hear|receive (?:(?:the|an?) (?:\w+ ){0,3}(?:deputations?|delegations?|petitioners)|(?:a|an|further|another|regular|quarterly|monthly|annual)\b)|purchase|buy|pay|spend|arrange|apply|hold(?! (?:\w+ ){0,3}over\b)|form|establish|contribute|donate|use|look into|meet|move|fund)\b"
    r"(?![^;]*;)(?![^.]*\band (?:to )?(?:recommend|approve|adopt|note|appoint|defer))",
    re.IGNORECASE,
)
"""``agreed to suspend standing orders to receive a delegation``: the first verb tells the class."""
_NOTES_FIRST = re.compile(
    r"\W*(?:(?:RESOLVED|AGREED|Resolved|Agreed)\W+)?(?:unanimously )?(?:that |to )?(?:[Tt]he )?(?:(?:Cabinet|Committee|Council|Board|Panel|Members|Councillors|Forum|Executive|Governors) )?(?:received and |considered and |welcomed and )?note[sd]?\b(?! of\b)"
    r"(?! and (?:approve|agree|endorse|adopt))(?!,)"
)
_ACCEPTS_OFFER = re.compile(
    r"\baccept(?:ed)? (?:the |a |this |\w+(?:'s|’s) )?(?:\w+ ){0,2}(?:quotes?|quotation|tender|offer|invitation|estimate|recommendations?|apolog(?:y|ies)|reasons?)\b|\badopt(?:ed)? (?:the |all |these )(?:\w+ ){0,2}recommendations?\b|\brecommendations?\b[^.;]{0,60}\b(?:be|is|was|were) accepted\b|\b(?:quotes?|quotation|tender|offer|invitation|estimate)\b[^.;]{0,60}\b(?:be|is|was) accepted\b",
    re.IGNORECASE,
)
"""A price or an offer is accepted as anything else is agreed; what is approved is a paper."""
_LAST_WORD = re.compile(r"\s[–-] (approved|adopted|noted|deferred|refused)\b[^.\n]{0,50}\W*$", re.IGNORECASE)
"""``Request for a memorial - approved``: what was decided stands behind the dash."""
_BY_LAST_WORD = {"approved": "approved", "adopted": "approved", "noted": "noted", "deferred": "deferred", "refused": "refused"}
_ENDS_NOTED = re.compile(r"\W*(?:(?:RESOLVED|AGREED|Resolved|Agreed)\W+)?(?P<subject>[^.;]{3,400}?) (?:was|were|be|is|are) (?:\w+ly )?noted(?: with \w+)?\W*")
"""``The decision of the planning authority to refuse the application was noted``: what was noted tells no class."""
_IS_DONE = re.compile(r"\b(?:be|was|were|is|are) (?:\w+ly )?\w+(?:ed|en)\b|\b(?:approved|agreed|adopted|RESOLVED|AGREED)\b")
_DELEGATED = re.compile(
    r"\b(?:(?:authority|powers?) (?:be|is|was|were) (?:\w+ly |also )?(?:delegated|given|granted)|delegated (?:authority|powers?) (?:be|is|was|were) (?:given|granted)|(?:to )?(?:delegate|grant|give)s? (?:delegated )?(?:authority|powers?) to)\b(?![^.]*(?:;|\b(?:permission|application|consent)\b))",
    re.IGNORECASE,
)
"""Who is given the power to award a contract has not been awarded it."""
_NOT_GRANTED = re.compile(
    r"\W*not (?:approved|granted|supported|awarded|agreed)\b|[^.;]{0,120}\bapplications?\b[^.;]{0,100}\b(?:was|were|be|is|are) not (?:be )?(?:approved|granted|supported|agreed|awarded)\b",
    re.IGNORECASE,
)
_OWN_MOTION = re.compile(
    r"\W*(?:(?:RESOLVED|AGREED|Resolved|Agreed)\W+)?(?:[Tt]hat )?(?:this|This) (?:Council|Authority|Assembly)\b(?:[^.;]{0,300}?\b(?:asks|requests|calls (?:on|for|upon)|urges|invites|instructs|refers|supports|commits|pledges|believes|agrees to|opposes|resolves (?:to|that))\b| (?:\w+ )?(?:notes with|regrets|condemns|deplores|opposes|supports|believes|recognises|calls)\b)"
)
"""``RESOLVED that this Council asks the Government to …``: a motion that the body made its own."""
_CONDITION = re.compile(
    r"(?<=[\w,]) (?:where|if|once|unless|until|when|whenever|as soon as|provided that) (?:[\w'-]+ ){1,6}?(?:is|was|were|are|be|been|has|have|had)\b[^,;.]*"
)
"""``be charged where no reply was received``: under what condition tells no class."""
_REACH = 1200
"""Characters of a decision that tell its class: the clause comes first."""


def outcome_of(text: str, title: str = "") -> str:
    """The class of a decision; anything positive that is of no other class is ``agreed``. ``title`` is the item's."""
    head = _CONDITION.sub("", text[:_REACH])
    last = _LAST_WORD.search(head)
    if last:
        return _BY_LAST_WORD[last[1].casefold()]
    if _SYMPATHY.search(head) or _PLAIN_VERB.match(head):
        return "agreed"
    if _NOTED_FIRST.match(head) or _NOTES_FIRST.match(head):
        return "noted"
    noted = _ENDS_NOTED.fullmatch(head)
    if noted and not _IS_DONE.search(noted["subject"]):
        return "noted"
    if _NOT_GRANTED.match(head):
        return "refused"
    if _OWN_MOTION.match(head):
        return "agreed"
    delegated = _DELEGATED.search(head)
    if delegated:
        head = head[: delegated.start()]
    found = next((outcome for outcome, words in CLASSES if words.search(head)), "agreed")
    if found in ("agreed", "approved") and _ELECTION_TITLE.match(title) and _PEOPLE_AGREED.match(head):
        return "appointed"
    if found == "approved" and _ACCEPTS_OFFER.search(head):
        return "agreed"
    return "approved" if found == "agreed" and _MINUTES_TITLE.search(title) and _ONLY_AGREED.match(head) else found
