"""Verbs of speaking in minutes, with their inflections: a closed list, since precision with an explanation matters more than coverage."""

# ruff: noqa: SIM905 -- long lists of words are easier to read and to extend as words.

from __future__ import annotations

import re

_REGULAR = (
    "accept acknowledge add address admit advance advise advocate affirm agree allege announce answer apologise appreciate argue ask assert assure "
    "attest believe caution challenge clarify comment commend compliment complain concede conclude concur confirm congratulate consider contend counter "
    "counsel criticise debate decry defend demand deny deplore describe detail disagree dismiss dispute doubt echo elaborate emphasise encourage endorse "
    "enquire envisage estimate exclaim explain express fear forecast greet guarantee highlight hope implore indicate inform inquire insist interject "
    "intervene introduce invite lament maintain mention move nominate note object observe offer oppose outline pass plead pledge point pose praise "
    "prefer present press profess promise propose protest query question quote raise react reaffirm reassure recall recap recommend refer reflect refute "
    "regret reiterate remark remind repeat reply report request respond restate reveal second share show signal specify state stress submit suggest "
    "summarise support surmise suspect talk thank trust underline update urge venture voice volunteer want warn welcome wish wonder worry "
    "appeal call count explore flag illustrate justify queried narrate relay narrate air bemoan champion correct enthuse expand explore hazard "
    "liken marvel muse opine ponder posit predict preface query reason reckon rejoice relate remonstrate retort rue stipulate sympathise testify "
    "touch vouch"
)
_IRREGULAR = {
    "say": "said", "tell": "told", "speak": "spoke", "think": "thought", "feel": "felt", "give": "gave", "make": "made", "take": "took", "put": "put",
    "lead": "led", "draw": "drew", "pay": "paid", "read": "read", "seek": "sought", "undertake": "undertook", "rise": "rose", "sum": "summed",
    "bring": "brought", "foresee": "foresaw", "go": "went", "begin": "began", "run": "ran", "plead": "pleaded", "refer": "referred",
    "prefer": "preferred", "admit": "admitted", "submit": "submitted", "regret": "regretted", "concur": "concurred", "recap": "recapped", "flag": "flagged",
    "talk": "talked", "cross-examine": "cross-examined", "chip": "chipped", "find": "found", "quip": "quipped", "table": "tabled", "set": "set", "walk": "walked",
}  # fmt: skip
MOVING = {"moved": "move", "proposed": "move", "seconded": "second", "nominated": "move", "supported": ""}
"""Past forms that make a mover or a seconder."""
NEEDS = {
    "give": r"(?:\S+ ){0,5}?(?:presentation|update|overview|report|statement|account|summary|summation|explanation|answer|repl|response|undertaking|assurance|"
    r"briefing|talk|introduction|example|detail|thanks|background|reason|figure|evidence|feedback|view|outline|history|context|information|advice|resume|résumé|"
    r"speech|address|breakdown|clarification|commitment|synopsis|rundown|apolog(?!ies for)|position|support|warning|reminder|insight|demonstration|description|notice of (?:his|her|their|a) )",
    "make": r"(?:\S+ ){0,4}?(?:statement|comment|point|reference|representation|suggestion|observation|presentation|remark|announcement|proposal|request|"
    r"plea|appeal|speech|contribution|enquir|case|introduc|submission|clear|mention|recommendation|allegation|apology)",
    "take": r"(?:\S+ ){0,3}?(?:through|questions|the view|issue with|the opportunity)|up the",
    "put": r"(?:\S+ ){0,3}?(?:question|it to|forward|the case|the point|the view|a motion)",
    "lead": r"(?:\S+ ){0,3}?(?:through|discussion|presentation|on the)",
    "draw": r"(?:\S+ ){0,4}?(?:attention|comparison)",
    "pay": r"(?:\S+ ){0,2}?(?:tribute|respects)",
    "go": r"on to (?:say|explain|ask|add|describe|state|outline|report|highlight|thank|note|give|advise)|through (?:the|his|her|each)|into detail",
    "begin": r"by |the (?:debate|discussion|presentation)",
    "run": r"(?:\S+ ){0,2}?through",
    "call": r"(?:for|on|upon|attention|it|this|the (?:report|decision|proposal|plan|policy))\b",
    "pass": r"on (?:\S+ ){0,4}?(?:thanks|condolences|praise|comments|concerns|best wishes|congratulations|regards)",
    "bring": r"(?:\S+ ){0,4}?(?:attention|matter up|up the)",
    "find": r"(?:it|that|the (?:report|proposal|idea|argument|situation))\b",
    "chip": r"in\b",
    "rise": r"to (?:say|speak|ask|make|second|support|oppose)",
    "set": r"out\b",
    "walk": r"(?:\S+ ){0,3}?through",
    "show": r"(?:\S+ ){0,3}?(?:footage|slide|members|photograph|picture|plan|map|film|video|image|the (?:committee|board|panel|meeting|forum|council|cabinet|sub-committee))",
    "press": r"(?:for|the|him|her|on)\b",
    "count": r"(?:\S+ ){0,2}?cost",
    "touch": r"on\b|upon\b",
    "advance": r"(?:the|a|an) ",
    "sum": r"up\b|it up\b",
    "talk": r"",
    "point": r"(?:\S+ ){0,1}?(?:out|to)\b",
}
"""What must follow a verb that by itself says nothing of speaking."""
NOT_FOLLOWED = {
    "present": r"(?:\S+ ){0,2}?(?:badges?|certificates?|awards?|medals?|cheques?|flowers|gifts?|bouquets?|troph|prizes?|scrolls?|cups?)\b",
    "move": r"(?:into|in|away|from|house|home|seats?|next|off|on|to (?:a|the|another|his|her|part|vote|next|\d)|(?:\S+ ){0,6}?(?:up|down|forward|further up|earlier|later) (?:on |in )?the agenda)\b",
    "express": r"(?:a|an|no|his|her) (?:\S+ )?interest in (?:item|agenda|minute)",
    "second": r"to\b",
    "agree": r"to (?:adjourn|close|suspend)",
    "submit": r"(?:\S+ ){0,2}?apolog",
    "offer": r"(?:\S+ ){0,2}?apolog",
    "raise": r"(?:his|her|their) hands?",
    "read": r"and signed",
    "note": r"down\b",
    "put": r"(?:\S+ ){0,3}?to the vote",
    "set": r"(?:off|up)\b",
}
"""What must not follow."""
FEELING = frozenset(
    "opposed concerned worried pleased happy unhappy disappointed sorry satisfied dissatisfied keen surprised astonished grateful delighted minded "
    "content aware unaware sceptical doubtful confident convinced unconvinced uneasy uncomfortable reluctant disturbed dismayed encouraged "
    "impressed anxious supportive glad proud shocked saddened troubled unclear clear adamant sure unsure certain uncertain against inclined alarmed "
    "puzzled critical frustrated appalled amazed hopeful optimistic pessimistic willing unwilling interested heartened relieved curious wary "
    "nervous perplexed bemused angry upset".split()
)
"""Behind "was": a mind that is spoken."""
MENTAL = frozenset(
    "agree accept think want believe feel support consider see understand share wish like know have expect mind object favour recognise remember".split()
)
"""Behind "did not": the same."""
ADVERBS = frozenset(
    "also then further again next later briefly formally therefore subsequently jointly both all each firstly secondly finally duly accordingly now "
    "himself herself themselves additionally similarly separately initially previously personally simply merely strongly first only immediately "
    "just furthermore moreover however still specifically clearly repeatedly particularly rightly kindly helpfully respectively collectively "
    "verbally orally concisely unanimously consequently too instead once even always quite publicly openly nevertheless sincerely warmly".split()
)
WELSH = frozenset(
    "dywedodd gofynnodd eglurodd esboniodd cyflwynodd adroddodd diolchodd cynigiodd eiliodd nododd atebodd croesawodd holodd awgrymodd cadarnhaodd "
    "mynegodd pwysleisiodd atgoffodd ychwanegodd cyfeiriodd amlinellodd hysbysodd cynghorodd cwestiynodd cytunodd ymatebodd siaradodd crynhodd "
    "llongyfarchodd anogodd galwodd tynnodd soniodd gwahoddodd darllenodd cyhoeddodd rhoddodd  teimlai credai pryderai dymunai ategodd "
    "cefnogodd gwrthwynebodd rhybuddiodd ymddiheurodd addawodd cydnabu disgrifiodd mynnodd tybiai gobeithiai dadleuodd ymholodd cwynodd canmolodd "
    "derbyniodd teimlodd gresynodd ymholodd trafododd manylodd rhannodd sicrhaodd pwysleisiai dymunodd rhybuddiai anghytunodd".split()
)
"""Welsh puts the verb first; these are third persons of the past and the imperfect, without mutation."""
WELSH_MOVING = {"cynigiodd": "move", "eiliodd": "second"}


def _past(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeo" else verb + "ed"


def _gerund(verb: str) -> str:
    if verb in ("refer", "prefer", "admit", "submit", "regret", "put", "concur", "sum", "begin", "run", "set", "chip", "recap", "flag"):
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
