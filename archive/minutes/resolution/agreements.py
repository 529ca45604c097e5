"""Decisions told in prose: sentences of agreement, and results of votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.minutes.reading import ItemReading
from archive.minutes.resolution.parts import stripped

BODY = (
    r"(?:(?:The|the|This) (?!(?:[A-Z]\w+ )?Chief |(?:Executive|Non-Executive) (?:Director|Member|Officer|Head))(?:[A-Z][\w'&-]*,? (?:and |of |for |& )?){0,7}(?:Committee|Board|Cabinet|Panel|Forum|Council|Sub-Committee|Subcommittee|Working Party|Working Group|Group|Executive|Authority|Commission|Assembly|Partnership|Body|Trustees|Members|Councillors)"
    r"|(?:The|the|this) (?:committee|board|meeting|panel|council|forum|members|sub-committee|group)|Members|Councillors|Cabinet|Council|Committee|Trustees|Governors|[Aa]ll(?: members present| councillors present| members| councillors| present| those present)?|Directors|An Chomhairle|The (?:CC|PC|TC)|(?:The )?(?:PCC|PFA|PTA)|[Ww]e)"
)
_PAPER = (
    r"(?:reports?|updates?|position|presentations?|plans?|policy|policies|strategy|strategies|budget|precept|programme|statements?|letters?|schedules?|contents?|findings|registers?|recommendations?|proposals?|"
    r"accounts?|payments?|minutes|notes|terms|dates?|document|framework|figures|information|performance|feedback|risks?|actions?|items?|matters?|quotations?|quotes?|request|resolution|list|invoices|expenditure|"
    r"nomination|nominations|appointments?|changes|arrangements?|charges|fees|outcome|decision|comments|grant|grants|calendar|timetable|agreement|procedures?|standing orders|regulations|assessment|review|"
    r"returns?|reconciliations?|virements?|responses?|apologies|correspondence|notice|scheme|criteria|allocation|allocations|progress|tenders?|contract|project|idea|suggestion|purchase|works?|log|tracker|overview|summary|recording|verbal update|forecast|outturn)"
)
_ADV = r"(?:(?!previously|recently|formerly|originally|initially|nearly|apparently|only)[a-z]{2,14}ly|therefore|further|also|then|all|now|again|hereby|thereupon|thereafter|otherwise|however|nevertheless|nonetheless|in principle,?)"
_GOOD = r"(?:agreed|approved|resolved|endorsed|adopted|accepted|ratified|supported|confirmed|noted|received|granted|refused|deferred|permitted|rejected|declined|postponed|authorised|signed)"
_POST = (
    r"(?:[Cc]hair|[Vv]ice|[Dd]eput[ye]|[Cc]onven[eo]r|[Cc]hampion|[Rr]epresentative|[Tt]rustee|[Gg]overnor|[Mm]ember|[Dd]elegate|[Oo]bserver|[Ss]pokes\w+|[Aa]uditor|[Ss]ubstitute|[Nn]ominee|"
    r"Mayor|Provost|Leader|Director|Officer|Chaplain|Secretary|Treasurer|Clerk|Ambassador|Lead|Bailie|Warden)"
)
_MANNER = r"(?:by|on|upon|with|following|after) (?:[\w(),'’-]+ ){1,9}?(?:it was )?"
"""``by a show of hands``, ``on a vote of 5 to 2 it was``."""
_B, _P, _A, _G, _MANNER = (piece.replace(" ", r"\ ") for piece in (BODY, _PAPER, _ADV, _GOOD, _MANNER))
_PROSE = re.compile(
    rf"""
      \b[Ii]t\ (?:was|is|has\ been|were)\ (?:{_A}\ )*(?:agreed|resolved|decided|RESOLVED|AGREED|Agreed|Resolved|Decided|determined)\b(?!\ (?:at|by)\ (?:the\ last|the\ previous|a\ previous))
    | \b[Ii]t\ was\ (?:{_A}\ )*(?:noted\b(?=\W*$|\.|,|\ and\b|\ that\ the\ (?:report|position|update)\ be)|recommended\ (?:that|to)\b|approved\b)
    | \bit\ was\ (?:{_A}\ )*(?:agreed|resolved|decided)\b
    | \b{_B}\ (?:{_A}\ )*(?:(?:considered|discussed|reviewed|debated)\ and\ )?(?:{_A}\ )*(?:agreed|AGREED|approved|APPROVED|resolved|RESOLVED|decided|endorsed|ENDORSED|adopted|ADOPTED|ratified|accepted|refused|deferred|granted|authorised|rejected|nominated|appointed|elected|co-opted|recommended|RECOMMENDED|delegated|homologated|remitted|revoked|continued\ (?:consideration|the\ (?:matter|item|application|case)))\b(?!\ (?:with|upon\ by)\b)
    | \b{_B},\ [^.;:\n]{{3,160}}?,\ (?:{_A}\ )*(?:agreed|AGREED|approved|APPROVED|resolved|RESOLVED|decided|adopted|appointed|elected|noted|refused|granted)\b
    | \b{_B}\ (?:{_A}\ )*(?:(?:upheld|dismissed|overturned|reversed|UPHELD|DISMISSED)\ the\b|(?:determined|declined)\ (?:not\ )?to\b|set\ (?:a|the)\ (?:\w+\ )?(?:precept|budget|council\ tax|rent|fee|charge)s?\b)
    | (?:^|(?<=[.!?]\ )|(?<=\n)){_B}\ (?:{_A}\ )*(?:approves|agrees|adopts|endorses|resolves|accepts|ratifies|confirms)\b
    | (?:^|(?<=[.!?\t]\ )|(?<=\d\ )|(?<=\n))Recommendations?\ (?:\(?[\da-z]{{1,2}}\)?,?\ (?:and\ )?){{0,4}}(?:was|were)\ (?:{_A}\ )*(?:approved|agreed|accepted|supported|adopted)\b
    | \b{_B}\ were\ (?:{_A}\ )*happy\ (?:with\ (?:this|that|the)|for|that|to\ (?:proceed|agree|support|accept|approve|note))\b
    | \b(?:passed|approved|authorised|agreed)\ for\ payment\b
    | \b{_B}\ (?:{_A}\ )*(?:thanked|considered|discussed|reviewed|debated|welcomed|heard|commended|congratulated|examined)\ [^.;:\n]{{3,140}}?\ and\ (?:{_A}\ )*(?:agreed|noted|approved|resolved|endorsed)\ (?:to|that|the|its|their|this)\b(?<!noted\ that)
    | \b{_B}\ (?:{_A}\ )*wish(?:es|ed)?\ to\ (?:object|support|make\ no|raise\ no)\b | \b{_B}\ (?:{_A}\ )*(?:supports|objects\ to)\ (?:the|this)\ (?:\w+\ )?(?:application|proposal|scheme|plan)\b
    | \b[Ss]tanding\ [Oo]rders\b[^.\n]{{0,40}}?\bwere\ suspended\b | \b(?:[Pp]recept|[Bb]udget|[Rr]ents?|[Ff]ees?|[Cc]harges?|[Ll]evy|[Rr]ates?)\b[^.\n]{{0,40}}?\b(?:was|were)\ (?:{_A}\ )*set\ at\b
    | \b{_B}\ (?:{_A}\ )*supported\ the\ (?:\w+\ )?(?:recommendations?|proposals?|application|scheme|motion|approach)\b | \b{_B}\ (?:{_A}\ )*recommends\ (?:that|to|approval|refusal|the)\b
    | \bwas\ (?:{_A}\ )*authorised\ to\ (?:spend|purchase|buy|pay|sign|negotiate|proceed|place|order|engage|obtain)\b
    | \b(?i:considerations?|decisions?|matters?|items?|motions?)\b[^.\n]{{0,80}}\b(?:was|were)\ (?:{_A}\ )*(?:deferred|adjourned|held\ in\ abeyance|left\ in\ abeyance|left\ on\ the\ table)\b
    | (?:^|(?<=[.!?]\ ))(?:Cytunodd|Penderfynodd|Cymeradwyodd|Argymhellodd|Derbyniodd|Gwrthododd|Gohiriodd|Nododd)\ (?:y|yr)\ (?:Pwyllgor|Cabinet|Cyngor|Bwrdd|Panel|[Aa]elodau|Is-bwyllgor|cyfarfod|Fforwm)\b(?!\ (?:bod|fod|y\ byddai|na)\b)
    | \b[Ii]t\ was\ (?:{_A}\ )*(?:remitted|delegated|left)\ to\b
    | \b(?:was|were)\ (?:{_A}\ )*(?:submitted|presented|read|considered|discussed|debated|circulated|reviewed|tabled|examined|put|received)\ (?:to\ the\ (?:vote|meeting)\ |for\ (?:information|consideration|approval|comment)\ )?and\ (?:{_A}\ )*{_G}\b
    | \b(?:was|were)\ (?:{_A}\ )*(?:submitted|presented|circulated|tabled|reviewed)\ by\ [^.,;:\n]{{2,50}}?\ and\ (?:{_A}\ )*(?:approved|agreed|adopted|accepted|noted)\b(?!\ by\b)
    | \b{_B}\ (?:{_A}\ )*voted\ (?:{_A}\ )*(?:by\ [^.,;:\n]{{1,40}}?\ |\(?\d{{1,2}}\ ?[-–/:]\ ?\d{{1,2}}\)?,?\ )?(?:to\b|in\ favour|for\b|against\b|unanimously)
    | \b{_B}\ (?:{_A}\ )*(?:noted|NOTED)\ (?:and\ \w+\ )?(?:the|this|these|their|its|all|with\ (?:thanks|(?:\w+\ )?(?:concern|interest|regret|disappointment|pleasure))(?!\ that))\b(?!\ (?:absence|fact)\b)
    | \b{_B}\ (?:{_A}\ )*(?:received|RECEIVED)\ (?:and\ \w+\ )?(?:the|this|these)\ (?:[\w'’/&-]+,?\ ){{0,8}}?(?i:{_P})\b
    | \b(?:[Pp]ress\ and\ )?public\ (?:was|were)\ excluded
    | \b{_B}\ did\ not\ (?:agree|accept|support|approve)\b
    | \b[Mm]inutes?\b[^.\n]{{0,200}}?\b(?:were|was|are|having\ been)\ (?:{_A}\ )*(?:submitted\ and\ |read\ and\ |considered\ and\ )?(?:taken\ as\ read|confirmed|approved|agreed|signed|accepted|adopted|received|ratified|recorded\ as\ correct|AGREED|APPROVED)\b
    | \b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hose|[Bb]oth|[Aa]ll|[Aa]n?)\ (?:[\w'’/&£,-]+\ ){{0,9}}?(?i:{_P}),?\ (?:[\w'’/&£,()-]+\ ){{0,9}}?(?:was|were)\ (?:{_A}\ )*(?:{_G}|NOTED|APPROVED|AGREED|RECEIVED|RESOLVED)\b(?!\ (?:by\ (?:the\ )?(?:Cabinet|Secretary|Government|Minister|Inspector|District|Borough)|from|in\ (?:19|20)\d\d|that))
    | \b[Vv]otes?\ of\ (?:sympathy|thanks|condolence|congratulations|confidence)\b[^.\n]{{0,60}}?\b(?:was|were)\ (?:{_A}\ )*(?:passed|agreed|extended|recorded|carried|approved)\b
    | \bdeclared\ (?:that\ )?(?:[\w.'’-]+\ ){{1,6}}(?:duly\ )?elected\b | \bwas\ (?:duly\ )?declared\ elected\b | \b(?:was|were)\ declared\ (?:duly\ )?elected\b
    | \b[Tt]he\ following\ (?:[\w-]+\ ){{0,3}}were\ (?:{_A}\ )*(?:agreed|appointed|elected|nominated|approved)\b
    | \bCllrs\ (?:{_A}\ )*agreed\ to\b
    | \b(?:They|It)\ (?:was|were)\ (?:{_A}\ )*(?:approved|agreed|adopted|accepted)\b(?!\ by\ (?:the\ )?(?:Cabinet|Secretary|Government|Minister|Inspector|District|Borough|County))
    | \b(?:This|These|They|It)\ having\ been\ (?:\w+\ ){{1,5}}(?:was|were)\ (?:{_A}\ )*{_G}\b
    | (?<=and\ )this\ was\ (?:{_A}\ )*(?:passed|agreed|approved|accepted|adopted|AGREED|APPROVED|CARRIED)\b
    | (?:^|(?<=[.!?]\ ))(?:The|This|These)\ (?:[A-Z][\w'’&-]*\ ){{1,6}}(?:was|were)\ (?:{_A}\ )*(?:agreed|approved|adopted|ratified|endorsed)\b(?!\ by\ (?:the\ )?(?:Cabinet|Secretary|Government|Minister|Inspector|District|Borough|County))(?!\ in\ (?:19|20)\d\d)
    | (?:^|(?<=\b\w\.\ ))(?![^\n]*\d{{2,4}}/\d)[^\n]{{3,120}}\ [–-]\ (?:[Aa]pproved|[Aa]greed|[Nn]oted|[Aa]dopted|[Dd]eferred|[Rr]efused|[Gg]ranted|[Dd]eclined|[Rr]ejected)(?:\ (?:to|until|for|pending)\ [^.\n]{{0,60}}|\ \([^()\n]{{0,60}}\))?\W*$
    | \b[Mm]inutes\b[^.\n]{{0,200}}?\band\ (?:duly\ )?(?:signed|confirmed|approved|agreed)\b
    | \b(?:was|were)\ unanimously\ (?:approved|agreed|accepted|adopted|supported|carried|passed|endorsed)\b
    | \b(?i:seconded|proposed|moved|nominated)\b(?:(?!\b(?:Council|Committee|Board|Cabinet|Members)\ )[^;:]){{2,90}}?(?:,|,?\ and)\ (?P<behind>(?:it\ was\ )?(?:{_MANNER})?(?:{_A}\ )*(?:agreed|resolved|approved|adopted|elected|appointed|co-opted)\b)
    | \b(?:This|These|All|Both)\ (?:was|were)\ (?:{_A}\ )*(?:{_G}|AGREED|APPROVED|NOTED)\b(?!\ by\ (?!all\b|the\ (?:Committee|Council|meeting|Board)\b))
    | \b(?:[Mm]otion|[Aa]mendment|[Pp]roposal|[Pp]roposition|[Rr]esolution)\b[^.\n]{{0,80}}\b(?:was|were)\ (?:{_A}\ )*(?:agreed|approved|supported|accepted)\b
    | \b(?:[Aa]pplications?|[Pp]ermission|[Cc]onsent|[Ll]icence|[Rr]equest|[Gg]rant|[Dd]ispensation)\b[^.\n]{{0,120}}?\b(?:was|were)\ (?:{_A}\ )*(?:refused|deferred|granted|approved|permitted|turned\ down|declined|agreed|rejected|supported|not\ (?:supported|approved|granted|agreed)|REFUSED|GRANTED|APPROVED|DEFERRED)\b
    | \b(?:was|were)\ (?:{_A}\ )*(?:elected|re-elected|co-opted|re-appointed|reappointed)\b
    | \b(?:was|were)\ (?:{_A}\ )*(?:(?:appointed|nominated)\ (?:as\ |to\ (?:be|the|serve|represent)\b|by\ the\ (?:Council|Committee)|onto)|(?:appointed|nominated|(?:named|chosen|designated)\ as)\ (?:(?:the|a|an|its|their|our)\ )?(?:[\w'&-]+\ ){{0,4}}?{_POST}s?\b)
    | \b(?:was|were)\ awarded\ £ | \bgrant\ of\ £[\d,.]+\ was\ (?:agreed|approved|awarded)
    | \b(?:was|were)(?:,\ [^,.;:\n]{{3,60}},)?\ (?:deferred|put\ off|put\ back|held\ over|stood\ over|left\ over|postponed|carried\ forward|carried\ over)\ (?:to|until|till|for|pending|as|while)\b | \bwas\ (?:{_A}\ )*continued\ to\ (?:the|a)\ (?:next\ |following\ )?meeting\b
    | (?:^|(?<=[.!?]\ ))(?:Penderfynwyd|Cytunwyd|Cadarnhawyd|Cymeradwywyd|Nodwyd|Argymhellwyd|Gwrthodwyd|Gohiriwyd|Etholwyd|Penodwyd|Derbyniwyd\ (?:yr|y|a\ nodwyd)\ (?:adroddiad|cofnodion))\b
    | \b{_B}\ (?:do\ however\ |{_A}\ )*(?:concurred|consented|assented)\b
    | \b{_B}\ (?:were|was|are)\ (?:{_A}\ )*(?:content|minded|in\ agreement|unanimous)\b
    | \b{_B}\ (?:{_A}\ )*(?:chose|opted)\ to\b
    | \b{_B}\ (?:{_A}\ )*(?:gave|granted)\ (?:its|their|unanimous|full)\ (?:\w+\ )?(?:permission|approval|consent|agreement|support|endorsement)\b
    | \b{_B}\ (?:{_A}\ )*(?:raised\ no|had\ no|has\ no|have\ no|made\ no)\ objections?\b
    | \b{_B}\ (?:do|does|did)\ (?:however\ )?support\b | (?:^|(?<=[.!?]\ ))(?:The\ )?(?:Committee|Council|Board|Cabinet|Panel|Meeting)\ (?:hereby\ )?resolves\b
    | \b(?:[Ii]t\ was|[Tt]his\ was)\ the\ (?:unanimous\ |general\ |clear\ )?(?:view|consensus|decision|will|feeling|wish)\ of\ (?:the\ )?(?:Committee|Council|Panel|Board|Cabinet|Members|meeting|Forum|Group|members|committee|council)\b
    | \b[Tt]here\ was\ (?:unanimous|general|broad|full|universal|overall)\ (?:agreement|support|consensus|approval)\b | \b[Bb]y\ (?:common|general|unanimous)\ consent\b
    | (?:^|(?<=[.!?:]\ ))(?:Unanimous|General|Broad|Full)\ (?:agreement|approval|support)\b
    | \b(?:[Aa]pproval|[Cc]onsent|[Pp]ermission|[Aa]uthority|[Aa]greement)\ was\ (?:{_A}\ )*(?:given|granted|refused)\b
    | \b{_B}\ [^.;:\n]{{4,160}}?,?\ but\ (?:{_A}\ )*(?:agreed|resolved|decided)\ (?:that|to)\b
    | \b(?:was|were)\ (?:{_A}\ )*(?:referred|remitted|referred\ back)\ to\ (?:the\ )?(?:[A-Z][\w&-]*\ ){{0,6}}(?:Committee|Council|Board|Panel|Group|Cabinet|Sub-Committee|Officers|Executive|Party)\b
    | \b(?:was|were)\ (?:{_A}\ )*(?:approved|adopted|ratified|noted|accepted|endorsed)\ (?:by|with)\ (?:the\ (?:unanimous\ )?(?:consent|agreement|support)|(?:the\ |all\ )?(?:elected\ |those\ )?(?:members|councillors|meeting|trustees|governors|directors|committee|panel|forum|present))\b
    | (?:^(?:\(?\w{{1,2}}[.)]\ )?|(?<=[.!?]\ ))(?!(?:He|She|They|It|This|These|Those|There|Planning|Application)\b)[A-Z][^.;:\n]{{3,200}}?\ (?:was|were)\ (?:{_A}\ )*(?:approved|adopted|ratified|agreed)(?=\W*$|\.|,?\ (?:and\ (?:signed|will|the)|subject\ to|unanimously|en\ bloc|Prop\b|as\ (?:presented|drafted|circulated|amended)))
    | (?:^|(?<=[.!?]\ )|(?<=\t))[A-Z][^.;:\n\t]{{2,160}}?\ (?<!\bbe\ )(?<!\bwas\ )(?<!\bbeen\ )(?:once\ again\ |duly\ |re-?|unanimously\ |are\ )?(?:appointed|elected|co-opted|nominated)(?=\W*$|\ (?:to|onto|as)\ )
    | (?:^|(?<=[.!?]\ )|(?<=\t))(?!{_B}\b|(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|He|She|They|We|I)\b)[A-Z][^.;:\n\t]{{2,80}}?\ (?<!\bwas\ )(?<!\bbe\ )(?<!\bbeen\ )(?<!\bhad\ )(?<!\bpreviously\ )(?<!\bas\ )(?:agreed|approved|adopted)\ (?:as|at|for|by|unanimously|subject\ to)\b
    | \b(?:[Aa]pproval|[Rr]efusal)\ (?:was\ )?recommended\W*$
    | (?:^|(?<=[.!?]\ ))The\ (?:[\w'’-]+\ ){{1,5}}(?:was|were)\ not\ (?:agreed|approved|supported|accepted|adopted|carried)(?=\W*$|,?\ and\b)
    | ,\ (?:AGREED|APPROVED|RESOLVED|NOTED)\W*$
    | \bM/S/(?:A|C|P)\b | \bMSC\b | \bwere\ taken\ as\ read\b
    """,
    re.VERBOSE | re.MULTILINE,
)
_WHOLE = re.compile(
    rf"""
      (?:The\ )?[Mm]inutes\ (?:of\ [^.\n]{{0,120}}\ )?(?:{_A}\ )*(?:confirmed|approved|agreed|signed|accepted|adopted)\b
    | (?:Circulated|Read|Taken\ as\ read),?\ (?:and\ )?(?:approved|agreed|accepted|confirmed|signed)\b
    | Re-?agenda\b
    | (?:Planning\ )?(?:Permission|Consent|Licence|Application|Request|PERMISSION|CONSENT|APPLICATION)\ (?:unanimously\ )?(?:refused|granted|approved|deferred|REFUSED|GRANTED|APPROVED|DEFERRED)(?=\W*$|\ (?:subject|for|unanimously|with|on|[–-])\b)
    | (?:Left\ over|Held\ over|Deferred|Put\ off|(?:Left|Laid|To\ lie|Lies?)\ (?:up)?on\ the\ table)\b
    | (?:Referred|Remitted)\ (?:back\ )?to\b | (?:Reports?|Update|Correspondence|Letter|Accounts)\ (?:received|noted|approved)\W*$
    | \W*(?:All\ |Unanimously\ |Duly\ )?(?:Agreed|agreed|AGREED|Noted|NOTED|Approved|APPROVED|Resolved|RESOLVED|Accepted|Adopted|Refused|Recommended|Ratified|Cytunwyd|Nodwyd|Derbyniwyd)(?:\ unanimously)?\W*$
    | (?:NOT\ (?:APPROVED|AGREED|SUPPORTED|GRANTED|AWARDED|ACCEPTED)|Not\ (?:approved|agreed|supported|granted|awarded|accepted))\b(?!\ by\b)
    | (?:APPROVED|GRANTED|REFUSED|DECLINED|DEFERRED|REJECTED|ADOPTED|AWARDED|SUPPORTED|Granted|Refused|Awarded)(?!\ to\ vote)(?=\W*$|\ (?:[–-]|to|at|subject|until|in|for|by|as|with|unanimously|on)\b)
    | (?:Resolved|Decided|Recommended),?\ (?:that|to|not\ to)\b
    | (?:Agreed|Noted|Approved|Accepted),?\ (?:subject\ to|with|as|and\ signed|&\ signed|no\ (?:\w+\ )?(?:comments?|objections?|action)|to\ (?!by\b)|the|that|by\ all|unanimously|on|for)\b
    """,
    re.VERBOSE,
)
"""Sentences that are a decision by how they begin."""
_RESULT = re.compile(
    r"\b(?:[Mm]otion|[Aa]mendment|[Pp]roposal|[Pp]roposition|[Rr]ecommendations?|[Rr]esolution|MOTION|AMENDMENT)\b[^.\n]{0,120}\b(?<!be )(?:carried|CARRIED|lost|LOST|defeated|not\s+carried|passed|fell|agreed|adopted|rejected|DEFEATED)\b"
    r"|(?:^|(?<=[.!?;:)”] )|(?<=\n))(?:[Mm]otion |MOTION |[Uu]nanimously )?(?:[Cc]arried|CARRIED|[Pp]assed)(?: unanimously| UNANIMOUSLY| nem)?\b|^(?:DEFEATED|Defeated|LOST|Lost)\b|\bit was (?:put and )?carried\b|\bdeclared (?:that )?(?:the|both) [^.\n]{1,320}\b(?:defeated|carried|lost)\b|\bvote (?:was )?carried\b|\b[Aa]ll (?:members |present |councillors |were |voted )*in favour\b|^Unanimous(?:ly agreed)?\W*$|\bseconded\b[^.;\n]{2,90}?,? and (?:was |were )?(?:unanimously |duly )?(?:carried|passed)\b|\bwas (?:put to the vote and )?(?:carried|lost)\b(?! (?:out|forward|over|on|away)\b)|\bCARRIED\b"
)
_LOST = r"(?:lost|defeated|rejected|negatived|voted\ down|not\ (?:been\ )?(?:agreed|approved|supported|adopted|accepted|carried|passed))"
_MOVED = r"(?:motions?|amendments?|(?:counter-?)?proposals?|propositions?|recommendations?|resolutions?|direct\ negative|reference\ back|deferral|refusal|vote|it|this|which)"
_LOST_MOTION = re.compile(
    rf"""
      \b{_MOVED}\b[^\n]{{0,300}}?\b(?:was|were|be|being|is|declared|and|but)\ (?:\w+ly\ |then\ |thereupon\ |therefore\ |was\ |were\ |declared\ |put\ (?:to\ the\ (?:vote|meeting)\ )?and\ |put,?\ and\ )*{_LOST}\b
    | \b(?:motion|amendment|proposal)\ {_LOST}\b | \bvoted\ (?:[^.\n]{{3,60}}\ )?down\b
    | \b(?:motion|amendment|proposal|proposition)\ (?:\w+ly\ |therefore\ |then\ |thereupon\ )?(?:fell|failed|fails|falls)\b
    | \b(?:did\ not|failed\ to)\ (?:find|win|gain|attract|secure|command)\ (?:favour|support|approval|a\ majority|sufficient\ support|enough\ support)\b
    | ^\W*(?:motion\ |amendment\ )?(?:lost|defeated)\b | \bdeclared\ (?:[^.\n]{{1,320}}\ )?(?:lost|defeated)\b | \b{_LOST}\ by\ [^.\n]{{1,30}}\bvotes?\b
    | \b(?:gollwyd|collwyd|gwrthodwyd|methodd|syrthiodd|trechwyd|threchwyd)\ (?:y|yr)\ (?:cynnig|gwelliant)\b | \b(?:cynnig|gwelliant)\b[^.\n]{{0,60}}\b(?:wedi\ methu|ei\ golli|ei\ wrthod)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What says that a motion or an amendment was lost, which is a decision too."""
_NO_SECONDER = re.compile(r"\b(?:no|a|any|without a) seconder\b|\bnot seconded\b", re.IGNORECASE)
NOT_CARRIED = re.compile(r"\b(?:lost|defeated|fell|rejected|not (?:been )?(?:carried|passed))\b", re.IGNORECASE)
_NEXT_RESULT = re.compile(
    r"(?:[,;]| and| but|, and|, but|; and) (?=(?:the |that |it )?(?:original |substantive |main )?(?:motion|amendment|recommendations?|proposal)s? (?:as amended )?(?:was|were|having|fell|CARRIED|LOST|carried|lost)\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:had|has|have) (?:been |also |already |previously )?(?:agreed|resolved|approved|decided|been(?! (?:previously |already )?(?:circulated|posted|distributed|sent|e-?mailed|published|issued)))|(?<![Mm]inutes of the )\b(?:previous|last|earlier) (?:meeting|year)\b.{0,40}\b(?:it was )?(?:agreed|resolved)\b(?! (?:as|and signed))|"
    r"\bwould (?:be|have|need|then)\b.{0,40}(?:agreed|approved|deferred|refused)|\b(?:if|once|when|until|unless|whether|where|before|after|should) (?:\w+ ){0,8}(?:was|were|is|are|be|had|agreed|approved|resolved)|\bmay be\b|\bcould be\b|"
    r"\b(?:asked|invited|requested|recommended|seeking|sought) (?:\w+ ){0,3}(?:to|that) (?:note|agree|approve|consider)|\bto consider (?:whether|if|and)\b",
)
_PURPOSE = re.compile(r"\W*To (?:receive|consider|invite|confirm|discuss|determine|elect|appoint|review|hear|answer|decide)\b")
"""What the agenda says that an item is for."""
_PAUSES = re.compile(r"\bmeeting was (?:\w+ly )?(?:adjourned|suspended|closed)\b(?! until| to (?:a|the) )", re.IGNORECASE)
"""A pause in which the public speaks, or the end, is no decision."""
_THEN = re.compile(
    r" (?:by \w+ )?(?:last (?:month|year|time|week|night|meeting)|previously|earlier|in (?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)|on \d{1,2}(?:st|nd|rd|th)? [A-Z]|at (?:the|its|our|their) (?:last|previous|[A-Z]\w+) (?:meeting|Council))\b"
)
"""What stands behind the verb of an earlier decision: "It was agreed last month to …"."""
_NOTED_BELOW = re.compile(r"\b(?:comments|questions|discussion|debate|points)\b[^.]{0,60}\b(?:it was|were|was) noted:\s*$", re.IGNORECASE)
"""``Further to questions it was noted:`` opens a list of what was said."""
_AFTER_TALK = re.compile(r"^\W*(?:After|Following)(?: \w+){0,3} (?:discussions?|debate|consideration|deliberation|questions)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"^\W*At (?:its|their) (?:last |previous |own )?meeting (?:in|on|held)\b|^\W*At (?:a|an|its|their|another|the (?:last|recent|previous)) (?:[^.,]{0,60} )?[Mm]eeting\b[^.]{0,60}\bit was\b"
)
_LEADS = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?:[^.\n]{0,80}?\b(?:[Ii]t was|[Ii]t was unanimously|and it was|Members|[Aa]ll|(?:The|the) [A-Z]?[\w-]+(?: [A-Z][\w-]+){0,4}|Cabinet|Council|Committee)) (?:then |unanimously |therefore |also |further |duly )?$"
)
_THAT_BELOW = re.compile(r"\s*[“'‘]?(?:\(?\w{1,3}[.)]\s+)?(?:That|THAT|To|to)\b")


@dataclass(frozen=True)
class Span:
    """Where a decision stands, and how it was found."""

    start: int
    end: int
    rule: str
    recommended: bool = False
    """Whether it stands under RECOMMENDED."""


_VOTE_BEHIND = re.compile(
    r"(?<![\d:.£])\s*[(,;]? ?\(?(?:by )?(?:\d+(?![\d:.])|one|two|three|four|five|six|seven|eight|nine|ten|none|all)\b[^.()]{0,40}\b(?:for|in favour|votes?)\b[^()]{0,60}\)?\.?\s*$"
)


def agreements_of(reading: ItemReading) -> Iterator[Span]:
    """The sentences of agreement, with the sentence they agree to, and with the list below."""
    text = reading.plain
    for number, line in enumerate(reading.lines):
        start, end = line.sentence.start, line.sentence.end
        if line.sentence.quoted or end - start > 4000:
            continue
        found = _WHOLE.match(text, start, end) or _PROSE.search(text, start, end)
        if not found or _in_quotation(text, start, found.start()):
            continue
        behind = found.re is _PROSE and found["behind"] is not None and bool(_CLAUSE_BEHIND.match(text, found.end()))
        begin = _clause(text, start, found.start("behind") if behind else found.start())
        if _THEN.match(text, found.end(), end) or (not found[0].startswith("this was") and _PAST.search(text[begin : min(found.end() + 2, end)])):
            continue
        if _NOTED_BELOW.search(text, start, end) or _ELSEWHERE.match(text[start:end]) or _embedded(_AFTER_TALK.sub("", text[start : found.start()])):
            continue
        if _COUNTED_MEMBERS.search(text, max(start, found.start() - 20), found.start()) and found[0].startswith("Members"):
            continue  # "Nine Members voted for the amendment" tells a vote.
        if _PAUSES.search(text, start, end) or _PURPOSE.match(text, start, end):
            continue
        if _OPENS_BELOW.search(text, start, end) and _THAT_BELOW.match(text, end):
            continue  # The decision stands below, and is found there.
        vote = _VOTE_BEHIND.search(text, found.end(), end)
        if vote and vote.start() > found.end():
            end = vote.start()
        elif text[start:end].rstrip(" -–").endswith(":"):
            end = _list_below(text, end)
        before = reading.lines[number - 1].sentence if number and not line.sentence.opens_paragraph else None
        if before and not before.quoted and REFERS_BACK.match(text, begin, end) and not _MOTION.search(text, before.start, before.end):
            begin = before.start
        yield Span(begin, end, "received" if _RECEIVED.search(found[0]) else "prose")


_COUNTED_MEMBERS = re.compile(r"\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty\S*) $", re.IGNORECASE)
_OPENS_BELOW = re.compile(r":[ –-]*$|\b(?:resolved|agreed|carried|RESOLVED|AGREED|CARRIED)\s*$")
"""How a sentence ends that what was decided stands below."""
_CLAUSE_BEHIND = re.compile(r",? (?:that|to)\b")
_RECEIVED = re.compile(r"\b(?:received|RECEIVED) (?:the|this|these)\b|\btaken as read$")
"""What is a decision only where nothing else was decided: "The Board received the report and agreed …"."""
REFERS_BACK = re.compile(
    r"\W*(?:(?:(?:This|They|These|It|He|She) (?:was|were) )?(?:all |unanimously |duly )*(?:agreed|approved|accepted|AGREED|APPROVED|Agreed|Approved|elected|adopted)(?: unanimously| and signed)?|(?:Approval|Refusal) recommended)\W*$",
    re.IGNORECASE,
)
"""``This was agreed.``: what was agreed stands in front."""
_MOTION = re.compile(r"\b(?:moved|proposed|seconded)\b", re.IGNORECASE)
_BULLET = re.compile(r"\n[ \t]*(?:[•·▪*–-]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])[ \t]*[^\n]+")


def _list_below(text: str, end: int) -> int:
    """The end of the list that a colon opens: "… approved the minutes of:-"."""
    for _ in range(30):
        bullet = _BULLET.match(text, end)
        if bullet is None:
            break
        end = bullet.end()
    return end


def _in_quotation(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at)


_EMBEDS = re.compile(
    r"\b(?:said|stated|reported|advised|explained|noted|commented|confirmed|asked|suggested|informed|hoped|believed|thought|felt|understood|recalled|clarified|highlighted|emphasised|pointed out|"
    r"aware|concerned|read|agreed|added|replied|told|mentioned|reminded|requested|proposed|recommended|moved|seconded|queried)\b[^.;]{0,200}\b(?:that|if|whether|how|why|as|when|until)\b|\b(?:because|although|whether|if|which|who)\b[^,;:]{0,60}$|\b(?:once|until|unless|before|after|when|where|subject to)\b[^,;]*$",
    re.IGNORECASE,
)


def _embedded(lead: str) -> bool:
    """Whether what leads to the words of agreement makes them somebody's report of another decision."""
    return (
        bool(_EMBEDS.search(lead))
        and not re.search(r"(?:;|, and|\band) (?:it was |this (?:was )?|the \w+ |members )?$", lead, re.IGNORECASE)
        and not re.search(r"\b(?:moved|seconded|proposed) by [^.;]*$|\bseconded\b[^.;]*,? (?:and )?(?:it was )?$", lead, re.IGNORECASE)
    )


_FIRST = re.compile(r"\W*(?:\(?\w{1,2}[.)] )?(?:After|Following|Having|As|Whilst|While|Although)\b")
"""How a sentence begins that tells in its first clause what went before."""


def _clause(text: str, start: int, at: int) -> int:
    """Where the clause of agreement begins: behind "seconded by Y and" or a semicolon."""
    lead = text[start:at]
    if _FIRST.match(lead) and lead.endswith(", ") and text.startswith("it was", at):
        return at
    cuts = [found.end() for found in _CUTS.finditer(text, start, min(at + _AHEAD, len(text))) if found.end() <= at]
    return cuts[-1] if cuts else start


_CUTS = re.compile(
    r"; (?:and )?|, (?=it was (?:\w+ly )?(?:agreed|resolved|decided)\b)|, and (?=(?:it|all|members|the)\b)|\bseconded by [^,;.]{2,60}?(?:,| and),? (?:and )?|"
    r"\band (?=it was (?:resolved|agreed)\b|(?:members|the (?:committee|council|board|panel|cabinet|forum|meeting)) (?:\w+ly )?(?:noted|agreed|resolved|approved|decided)\b)|\bdiscussion,? |\bdebate,? |\bno (?:other|further) nominations?,? (?=(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|it)\b)",
    re.IGNORECASE,
)
"""What stands in front of a clause of its own."""
_AHEAD = 40
"""Characters of the clause itself that are looked at."""
_CASTING = re.compile(
    r"\bcasting vote,? (?:(?:was|which was|and voted|in|cast|he|she|they) )*(?:(?P<against>against\b|to reject)|(?:for\b|favour of\b|to (?:support|approve|carry)))",
    re.IGNORECASE,
)
"""What decides where nothing else says what became of the motion."""
_UNUSED = re.compile(r"\b(?:not|never|would|could|might|may|should|if|had|that)\b", re.IGNORECASE)
_OTHER_MOTION = re.compile(r"(?:The )?(?:original|substantive|main)\b", re.IGNORECASE)


def results_of(reading: ItemReading) -> list[Span]:
    """Results of votes: what was carried, by the rule ``result``, and what was lost, by the rule ``lost``."""
    found: list[Span] = []
    cast: Span | None = None
    for line in reading.lines:
        start, end = line.sentence.start, line.sentence.end
        told = [] if line.sentence.quoted else [*_results(reading.plain, start, end)]
        found += [cast] if cast and (not told or _OTHER_MOTION.match(reading.text, start, end)) else []
        vote = None if told or line.sentence.quoted else _CASTING.search(reading.text, start, end)
        if vote and _UNUSED.search(reading.text, start, vote.start()):
            vote = None
        cast = Span(start, stripped(reading.text, start, end), "lost" if vote["against"] else "result") if vote else None
        found += told
    return [*found, cast] if cast else found


def _results(text: str, start: int, end: int) -> Iterator[Span]:
    """The results that a sentence tells: "The amendment was lost and the motion was carried" tells two."""
    begin = start
    for cut in [*_NEXT_RESULT.finditer(text, start, end), None]:
        until = cut.start() if cut else end
        lost = _LOST_MOTION.search(text, begin, until)
        told = lost or _RESULT.search(text, begin, until)
        if told is None:
            continue
        if (
            not _in_quotation(text, start, told.start())
            and not _PAST.search(text[start : told.end()])
            and not _embedded(text[start : told.start()])
            and not (lost and _NO_SECONDER.search(text, start, end))
        ):
            yield Span(begin, stripped(text, begin, until), "lost" if lost else "result")
        begin = cut.end() if cut else end
