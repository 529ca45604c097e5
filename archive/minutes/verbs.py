"""Verbs of speaking in minutes, with their inflections: a closed list, since precision with an explanation matters more than coverage."""

# ruff: noqa: SIM905 -- long lists of words are easier to read and to extend as words.

from __future__ import annotations

import re

_REGULAR = (
    "accept acknowledge add address admit admonish advance advise advocate affirm agree air alert allege allude announce answer apologise appeal "
    "applaud appreciate apprise argue ask assert associate assure attest attribute believe bemoan berate bewail blame brief broach call caution challenge "
    "champion chide chime cite claim clarify commence commend comment commiserate complain compliment concede conclude concur condemn confess confirm "
    "congratulate consider contend contest contradict contribute convey correct counsel count counter cover criticise debate declare decline decry deem defend deliver "
    "demand demonstrate deny deplore deprecate describe detail digress disagree discourage dismiss dispel dispute dissent dissociate distance divulge doubt echo "
    "elaborate elucidate emphasise encourage endorse enquire enthuse envisage estimate evidence exclaim exercise exhort expand explain explore expostulate "
    "expound express extend extol fail favour fear flag follow float forecast greet grumble guarantee hand hazard highlight hint hope identify illustrate implore imply "
    "indicate inform inquire insist interject interpose interrupt intervene intimate introduce invite invoke itemise join joke justify kick lament laud like liken list look "
    "maintain marvel mention moot move muse narrate nominate note notify object observe offer open opine oppose outline paraphrase participate pass perceive persist pick "
    "pinpoint place plead pledge point ponder pontificate pose posit postulate praise predict preface prefer present press probe proclaim profess promise prompt pull pursue "
    "pronounce propose protest provide publicise query question quip quote raise re-emphasise re-iterate re-state react reaffirm reason reassure "
    "rebuff rebuke recall recap recite reckon recognise recollect recommend record recount refer reference reflect refuse refute regret rehearse "
    "reiterate reject rejoice relate relay remark remember remind remonstrate repeat rephrase reply report reprise request reserve respond restate retort return "
    "reveal rue rule salute second sense share shout show signal signpost sketch sound specify speculate spotlight stand state stipulate stress submit suggest "
    "summarise support surmise suspect sympathise talk testify thank theorise toast touch trail trust underline update urge utter venture view voice "
    "volunteer vouch vow want warn welcome wish wonder worry"
)
_IRREGULAR = {
    "say": "said", "tell": "told", "speak": "spoke", "think": "thought", "feel": "felt", "give": "gave", "make": "made", "take": "took", "put": "put",
    "lead": "led", "draw": "drew", "pay": "paid", "read": "read", "seek": "sought", "undertake": "undertook", "rise": "rose", "sum": "summed",
    "bring": "brought", "foresee": "foresaw", "go": "went", "begin": "began", "run": "ran", "plead": "pleaded", "refer": "referred",
    "prefer": "preferred", "admit": "admitted", "submit": "submitted", "regret": "regretted", "concur": "concurred", "recap": "recapped", "flag": "flagged",
    "talk": "talked", "cross-examine": "cross-examined", "chip": "chipped", "find": "found", "quip": "quipped", "table": "tabled", "set": "set", "walk": "walked", "feed": "fed", "spell": "spelt",
    "stand": "stood", "understand": "understood", "know": "knew", "quiz": "quizzed", "hold": "held", "dwell": "dwelt", "demur": "demurred",
    "rebut": "rebutted", "infer": "inferred", "commit": "committed", "see": "saw", "cast": "cast", "come": "came", "wind": "wound", "break": "broke", "beg": "begged",
    "lend": "lent", "deal": "dealt", "throw": "threw", "strike": "struck", "let": "let", "get": "got", "leave": "left", "bid": "bade",
}  # fmt: skip
MOVING = {"moved": "move", "proposed": "move", "seconded": "second", "nominated": "move", "supported": ""}
"""Past forms that make a mover or a seconder."""
_GIVEN = (
    r"(?:\S+ ){0,5}?(?:presentation|update|overview|report|statement|account|summary|summation|explanation|answer|repl|response|undertaking|assurance|"
    r"briefing|talk|introduction|example|detail|thanks|background|reason|figure|evidence|feedback|view|outline|history|context|information|advice|resume|résumé|"
    r"speech|address|backing|run-?through|slide ?show|tour|taste|flavour|picture|breakdown|clarification|commitment|synopsis|rundown|apolog(?!ies for)|position|support|warning|reminder|insight|demonstration|description|notice that|notice of (?:his|her|their|a) )"
)
"""What is given, provided or delivered by speaking."""
NEEDS = {
    "give": _GIVEN,
    "provide": _GIVEN,
    "deliver": _GIVEN,
    "cover": r"(?:\S+ ){0,3}?(?:point|topic|following|main|highlight|aspect|area)",
    "extend": r"(?:\S+ ){0,3}?(?:thanks|welcome|invitation|condolence|sympath|wishes|congratulation|gratitude|apolog)",
    "convey": r"(?:\S+ ){0,3}?(?:thanks|welcome|invitation|condolence|sympath|wishes|congratulation|gratitude)",
    "record": r"(?:\S+ ){0,3}?(?:thanks|appreciation|gratitude|sympath|condolence|objection|concern|dissent)",
    "associate": r"(?:himself|herself|themselves|itself)\b",
    "dissociate": r"(?:himself|herself|themselves)\b",
    "distance": r"(?:himself|herself|themselves)\b",
    "commit": r"to\b|(?:himself|herself|themselves)\b",
    "decline": r"to (?:answer|comment|say|be drawn|give (?:an|any))\b",
    "exercise": r"(?:his|her|their|the) right (?:to speak|of reply)",
    "fail": r"to (?:see|understand)\b",
    "join": r"in (?:the |this |these |with the )?(?:discussion|debate|tributes?|thanks|congratulations|good wishes|expressions?|vote of|sympath\w+|condolences)|(?:\S+ ){0,4}?in (?:thanking|congratulating|welcoming|paying|praising|expressing|condemning|wishing)",
    "see": r"(?:no|little|nothing|much) (?:\S+ )?(?:reason|harm|need|objection|merit|point|case|sense|wrong|benefit|difficulty|alternative|way)\b|(?:(?:some|great|real|much|considerable) )?(?:merit|force|virtue|advantage)s?\b",
    "deal": r"with (?:\S+ ){0,4}?(?:question|quer|point|enquir|concern)",
    "contribute": r"to (?:the |this |that )?(?:\S+ )?(?:debate|discussion|questioning|exchange)|that\b",
    "participate": r"in (?:the |this |that )?(?:\S+ )?(?:debate|discussion|questioning|exchange)",
    "cast": r"(?:\S+ )?doubt",
    "come": r"in on (?:the|this)|back (?:to|on) (?:the|this) (?:\S+ )?(?:cost|question|point|issue|matter|subject|theme)",
    "wind": r"up\b",
    "break": r"the (?:\S+ )?news\b",
    "kick": r"off (?:the )?(?:debate|discussion|questions|questioning)",
    "return": r"to the (?:\S+ )?(?:question|point|issue|matter|subject|theme)",
    "pick": r"up (?:on )?(?:the|this|that) (?:\S+ )?(?:point|question|issue|theme)",
    "follow": r"(?:this |that |it )?up (?:by|with|on)\b|with (?:a|an|the|his|her|their|another) (?:\S+ )?(?:question|point|query|comment|observation|statement)",
    "beg": r"(?:the|members|to differ|that|leave|for)\b",
    "sketch": r"(?:out|the)\b",
    "probe": r"(?:the|him|her|them|officers|why|how|whether)\b",
    "feed": r"back\b",
    "spell": r"out\b",
    "look": r"forward to\b",
    "pull": r"no punches\b",
    "sound": r"(?:a|the) (?:\S+ )?(?:note|warning|alarm)\b",
    "lend": r"(?:his|her|their) (?:\S+ ){0,2}?(?:support|voice|weight|backing)\b",
    "throw": r"(?:his|her|their) weight\b",
    "strike": r"a (?:\S+ ){0,2}?note\b",
    "let": r"it be known\b|(?:\S+ ){1,3}know\b",
    "get": r"up to (?:say|speak|ask|move|second)\b|to (?:his|her|their) feet\b",
    "leave": r"(?:\S+ ){1,3}?in (?:no|little) doubt\b",
    "bid": r"(?:\S+ ){1,4}?(?:welcome|farewell|goodbye)\b",
    "hold": r"that\b|the (?:view|opinion)\b",
    "hand": r"over to\b",
    "stand": r"(?:by|up) (?:his|her|their|the|to|and)\b",
    "dwell": r"on\b|upon\b",
    "understand": r"that\b|(?:the|from|why|how)\b",
    "know": r"(?:that|of)\b",
    "identify": r"(?:that|the|a|an|several|some|two|three|four|concerns|issues)\b",
    "recognise": r"(?:that|the|how|and)\b",
    "float": r"(?:the|an|a) (?:idea|suggestion|possibility|proposal)",
    "like": r"(?:the|this|that) (?:\S+ )?(?:idea|plan|proposal|design|scheme|suggestion|concept|approach)",
    "list": r"(?:the|several|a number|some|his|her|their|all)\b",
    "relate": r"(?:that|how|his|her|their|the)\b",
    "reserve": r"(?:his|her|their|the) (?:right|position)",
    "rule": r"(?:that|the|it|out|him|her|on|in)\b",
    "view": r"(?:the (?:proposal|scheme|report|plan) as|it as|this as)\b",
    "open": r"(?:up )?(?:the )?(?:debate|discussion|questioning)\b",
    "commence": r"(?:by|the (?:debate|discussion|presentation))\b",
    "declare": r"(?:(?:his|her|their) )?(?:full |strong )?(?:support|opposition|disappointment|delight)\b",
    "refuse": r"to (?:accept|answer|agree|support|comment|believe|withdraw|apologise)",
    "reject": r"(?:the (?:claim|suggestion|allegation|idea|notion|assertion|argument|view|criticism)|any|this|that)\b",
    "demonstrate": r"(?:how|that|the|to (?:members|the (?:committee|board|panel|meeting|council)))\b",
    "press": r"(?:for|the|him|her|on)\b",
    "prompt": r"(?:members|the|officers)\b",
    "contest": r"(?:that|the (?:claim|view|figure|suggestion|assertion))\b",
    "make": r"(?:\S+ ){0,4}?(?:motion|statement|comment|point|reference|representation|suggestion|observation|presentation|remark|announcement|proposal|request|"
    r"plea|appeal|speech|contribution|enquir|case|introduc|submission|clear|known|plain|no secret|no bones|mention|recommendation|allegation|apology)",
    "take": r"the floor|part(?=[.;,]|$)|part in (?:the|this|that|a) (?:\S+ )?(?:debate|discussion|questioning|exchange)|(?:\S+ ){0,3}?(?:through|questions|view|issue with|exception to|the point|the opportunity)\b|up the|(?:the|a) (?:same|opposite|contrary|similar|different) (?:line|position|stance|approach)\b",
    "put": r"(?:\S+ ){0,3}?(?:question|it to|forward|the case|the point|the view|a motion|on record|a (?:\S+ )?word)|in a (?:\S+ )?word\b",
    "lead": r"(?:\S+ ){0,3}?(?:through|discussion|presentation|on the)|(?:this|the) (?:item|session|debate|tributes|thanks|questioning)\b",
    "draw": r"(?:\S+ ){0,4}?(?:attention|comparison|parallel|distinction|contrast|analogy)",
    "place": r"(?:\S+ ){0,2}?on (?:the )?record\b",
    "pursue": r"(?:the|this|that|his|her) (?:\S+ )?(?:point|question|matter|issue|theme)\b",
    "pay": r"(?:\S+ ){0,2}?(?:tribute|respects)",
    "go": r"on to (?:say|explain|ask|add|describe|state|outline|report|highlight|thank|note|give|advise)|(?:through|over) (?:the|his|her|each)|into detail",
    "begin": r"by |the (?:debate|discussion|presentation)",
    "run": r"(?:\S+ ){0,2}?through",
    "call": r"(?:for|on|upon|attention|it|this|the (?:report|decision|proposal|plan|policy))\b",
    "pass": r"on (?:\S+ ){0,4}?(?:thanks|condolences|praise|comments|concerns|best wishes|congratulations|regards)",
    "bring": r"(?:\S+ ){0,4}?(?:up to (?:date|speed)|attention|matter up|up the)",
    "find": r"(?:himself|herself|themselves) (?:in|at|un\w+|agreeing|persuaded)\b|(?:it|that|the (?:report|proposal|idea|argument|situation))\b",
    "chip": r"in\b",
    "rise": r"(?:on|to) a point|in (?:support|opposition|defence)\b|to (?:say|speak|ask|make|second|support|oppose)",
    "set": r"out\b|the scene\b",
    "walk": r"(?:\S+ ){0,3}?through",
    "show": r"(?:\S+ ){0,3}?(?:footage|slide|members|photograph|picture|plan|map|film|video|image|the (?:committee|board|panel|meeting|forum|council|cabinet|sub-committee))",
    "count": r"(?:\S+ ){0,2}?cost",
    "touch": r"on\b|upon\b",
    "advance": r"(?:the|a|an) ",
    "sum": r"up\b|it up\b",
    "talk": r"",
    "point": r"(?:\S+ ){0,1}?(?:out|to)\b",
}
"""What must follow a verb that by itself says nothing of speaking."""
_NO_COMMENT = r"(?:no|nothing) (?:further |other |more |such )?(?:comments?|questions?|remarks?|observations?)\b"
NOT_FOLLOWED = {
    "present": r"(?:\S+ ){0,2}?(?:badges?|certificates?|awards?|medals?|cheques?|flowers|gifts?|bouquets?|troph|prizes?|scrolls?|cups?)\b",
    "move": r"(?:into|in(?! (?:terms|accordance|line)\b)|away|from(?! the chair)|house|home|seats?|next|off|on|to (?:a|the|another|his|her|part|vote|next|\d)|(?:\S+ ){0,6}?(?:up|down|forward|further up|earlier|later) (?:on |in )?the agenda)\b",
    "express": r"(?:a|an|no|his|her) (?:\S+ )?interest in (?:item|agenda|minute)",
    "second": r"to\b",
    "make": rf"{_NO_COMMENT}|(?:\S+ ){{0,3}}?(?:transparency statement|declarations? of)",
    "ask": _NO_COMMENT,
    "agree": r"to (?:adjourn|close|suspend)",
    "submit": r"(?:\S+ ){0,2}?apolog",
    "offer": rf"(?:\S+ ){{0,2}}?apolog|{_NO_COMMENT}",
    "raise": r"(?:his|her|their) (?:hands?|glass)|the flag|£|(?:\S+ )?(?:funds|money)\b",
    "remember": r"to\b",
    "read": r"and signed",
    "note": r"down\b",
    "give": r"(?:\S+ ){0,2}?apolog(?:y|ies)(?: for (?:absence|not|being|his|her|their)|[.,;]| and left|$)",
    "share": r"(?:\S+ ){0,2}?screen",
    "deliver": r"(?:\S+ ){0,3}?(?:leaflet|newsletter|letter|to each|to every)",
    "provide": r"(?:\S+ ){0,3}?(?:written|refreshment|equipment)",
    "report": r"to (?:the police|police|be)\b",
    "accept": r"(?:the )?(?:(?:office|position|post|role|nomination|appointment|chair|declaration) (?:of|as)|office)\b",
    "put": r"(?:\S+ ){0,3}?to the vote",
    "set": r"(?:off|up)\b",
}
_LEAVING = r"(?:\S+ ){0,3}?that (?:he|she|they|(?:\S+ )?Councillor \S+) (?:would|will)(?: also| therefore| then| have to)? (?:leave|withdraw|not (?:vote|take part|participate|speak)|take no (?:further )?part|abstain|vacate)\b"
"""What somebody says who declares an interest, and nothing of the matter."""
NOT_FOLLOWED |= dict.fromkeys("indicate advise state say confirm announce inform explain".split(), _LEAVING)
"""What must not follow."""
FEELING = frozenset(
    "opposed concerned worried pleased happy unhappy disappointed sorry satisfied dissatisfied keen surprised astonished grateful delighted minded "
    "content aware unaware sceptical doubtful confident convinced unconvinced uneasy uncomfortable reluctant disturbed dismayed encouraged "
    "impressed anxious supportive glad proud shocked saddened troubled unclear clear adamant sure unsure certain uncertain against inclined alarmed "
    "puzzled critical frustrated appalled amazed hopeful optimistic pessimistic willing unwilling interested heartened relieved curious wary "
    "nervous perplexed bemused angry upset sympathetic mindful conscious cautious tired ashamed thankful hesitant unpersuaded persuaded unmoved unimpressed comfortable dubious fearful baffled astounded horrified unsurprised disheartened intrigued enthusiastic indebted insistent emphatic loath "
    "complimentary dismissive apologetic".split()
)
"""Behind "was": a mind that is spoken."""
MENTAL = frozenset(
    "agree accept think want believe feel support consider see understand share wish like know have expect mind object favour recognise remember "
    "dispute doubt oppose recommend regard intend blame disguise envisage begrudge welcome regret concede deny fear reckon disagree anticipate foresee condone trust".split()
)
"""Behind "did not": the same."""
ADVERBS = frozenset(
    "also then further again next later briefly formally therefore subsequently jointly both all each firstly secondly finally duly accordingly now "
    "himself herself themselves additionally similarly separately initially previously personally simply merely strongly first only immediately "
    "just furthermore moreover however still specifically clearly repeatedly particularly rightly kindly helpfully respectively collectively "
    "verbally orally meanwhile very so rightfully categorically passionately eloquently emphatically concisely unanimously consequently too instead once even always quite publicly openly nevertheless sincerely warmly "
    "firmly wholly fully entirely totally deeply genuinely greatly equally broadly generally largely certainly frankly honestly bluntly politely pointedly reluctantly gladly "
    "happily readily promptly vigorously robustly wryly ruefully likewise nonetheless twice remotely online virtually".split()
)
WELSH = frozenset(
    "dywedodd talodd estynnodd anerchodd gofynnodd eglurodd esboniodd cyflwynodd adroddodd diolchodd cynigiodd eiliodd nododd atebodd croesawodd holodd awgrymodd cadarnhaodd "
    "mynegodd pwysleisiodd atgoffodd ychwanegodd cyfeiriodd amlinellodd hysbysodd cynghorodd cwestiynodd cytunodd ymatebodd siaradodd crynhodd "
    "llongyfarchodd anogodd galwodd tynnodd soniodd gwahoddodd darllenodd cyhoeddodd rhoddodd  teimlai credai pryderai dymunai ategodd "
    "cefnogodd gwrthwynebodd rhybuddiodd ymddiheurodd addawodd cydnabu disgrifiodd mynnodd tybiai gobeithiai dadleuodd ymholodd cwynodd canmolodd "
    "derbyniodd teimlodd gresynodd ymholodd trafododd manylodd rhannodd sicrhaodd pwysleisiai dymunodd rhybuddiai anghytunodd cododd amlygodd tanlinellodd ymhelaethodd argymhellodd ceisiodd gobeithiodd gwadodd datgelodd briffiodd "
    "tywysodd crybwyllodd ailadroddodd clodforodd ystyriai barnai cyfaddefodd pwysodd ymrwymodd sylwodd rhagwelai lleisiodd cyfarchodd arweiniodd gofynnai "
    "nodai holai awgrymai mynegai eglurai esboniai dywedai atebai cwestiynai rhoes adroddai croesawai gresynai anghytunai cytunai cefnogai gwrthwynebai".split()
)
"""Welsh puts the verb first; these are third persons of the past and the imperfect, without mutation."""
_MUTATED = {"ll": "l", "rh": "r", "p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "m": "f", "g": ""}
WELSH |= {
    next((soft + verb[len(hard) :] for hard, soft in _MUTATED.items() if verb.startswith(hard) and not verb.startswith(("dd", "ch", "th", "ph"))), verb)
    for verb in WELSH
}
"""With the soft mutation, too: "Fe ddywedodd"."""
WELSH_MOVING = {"cynigiodd": "move", "eiliodd": "second"}


def _past(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeo" else verb + "ed"


def _gerund(verb: str) -> str:
    if verb in ("refer", "prefer", "admit", "submit", "regret", "put", "concur", "sum", "begin", "run", "set", "chip", "recap", "flag", "commit", "beg"):
        return verb + verb[-1] + "ing"
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"


def _inflected() -> tuple[dict[str, str], dict[str, str]]:
    past: dict[str, str] = {}
    gerunds: dict[str, str] = {}
    for verb in {*_REGULAR.split(), *_IRREGULAR}:
        for form in {verb, verb.replace("ise", "ize") if verb.endswith("ise") else verb}:
            past[_past(form) if form == verb else _past(verb).replace("is", "iz")] = verb
            gerunds[_gerund(form)] = verb
    return past, gerunds


PAST, GERUNDS = _inflected()
"""Inflected form → its verb."""
PRESENT = {
    (verb + "es" if verb.endswith(("s", "sh", "ch", "x", "go")) else verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeo" else verb + "s"): verb
    for verb in {*_REGULAR.split(), *_IRREGULAR}
}
"""Third person of the present → its verb, for clerks who write "Cllr Ash asks whether"."""
BASE = frozenset({*_REGULAR.split(), *_IRREGULAR})
_NEEDS = {verb: re.compile(pattern, re.IGNORECASE) for verb, pattern in NEEDS.items()}
_NOT_FOLLOWED = {verb: re.compile(pattern, re.IGNORECASE) for verb, pattern in NOT_FOLLOWED.items()}
_REACH = 160
"""Characters behind a verb that are looked at."""


def speaks(verb: str, text: str, end: int) -> bool:
    """Whether a verb (its base form) that ends at an offset speaks, by what follows it."""
    at = end
    while at < len(text) and text[at] == " ":
        at += 1
    needs, not_followed = _NEEDS.get(verb), _NOT_FOLLOWED.get(verb)
    return not (needs and not needs.match(text, at, at + _REACH)) and not (not_followed and not_followed.match(text, at, at + _REACH))
