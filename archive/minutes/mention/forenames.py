"""Forenames that in Britain and Ireland nearly always belong to men, or to women: so that "Mrs Smith" is not Gareth Smith.

The most frequent names of the registers of births of the last ninety years, with Welsh, Scottish and Irish ones; names that
both bear (Chris, Sam, Lesley, Robin, Kim, Jo) are left out on purpose. A name that is not here tells nothing.
"""

from __future__ import annotations

import re

# ruff: noqa: SIM905

MALE = frozenset(
    "adam adrian alan albert alexander alfred alistair alun andrew angus anthony antony archie arthur barry benjamin bernard brendan brian bruce callum cameron "
    "charles christopher ciaran clive colin conor craig cyril dafydd daniel darren david dean declan denis dennis derek desmond dewi dominic donald douglas duncan "
    "dylan eamonn edward edwin eifion emyr eoin eric ernest euan evan ewan fergus finlay francis frank fred frederick gareth gary gavin geoff geoffrey george gerald "
    "gerard gethin giles glyn gordon graeme graham gregory guy gwilym hamish harold harry hector henry herbert howard huw hugh hywel iain ian idris ieuan ifan iwan "
    "jack jacob james jason jeffrey jeremy joe john jonathan joseph joshua julian keith kenneth kevin kieran lachlan lawrence leonard lewis liam luke malcolm "
    "marcus mark martin matthew maurice michael mohammed muhammad murdo nathan neil nicholas nigel noel norman oliver oscar owen padraig patrick paul peter philip "
    "phillip ralph raymond reginald rhodri rhys richard robert roderick rodney roger roland ronald rory roy rupert russell ryan sean seamus sebastian shaun "
    "simon stanley stephen steven stewart stuart terence terry thomas timothy tobias tom tomos tony trevor vernon victor vincent walter warren wayne wilfred "
    "william wyn".split()
)
FEMALE = frozenset(
    "abigail agnes aileen alexandra alice alison amanda amelia amy angela angharad anita ann anna anne annette aoife audrey barbara beatrice belinda bernadette beryl "
    "bethan betty brenda bridget bronwen carol carole caroline carys catherine catrin ceri charlotte christina christine claire clare colleen cynthia daphne dawn "
    "deborah debra delyth denise diana diane dilys donna doreen doris dorothy edith eileen eirlys elaine eleanor elin elizabeth ella ellen elspeth emily emma "
    "enid erica esther ethel eunice eva evelyn felicity fiona florence frances freda gail gaynor gemma georgina geraldine gillian gladys glenda glenys gloria "
    "grace gwen gwenda gwyneth hannah harriet hazel heather heidi helen hilary hilda imogen irene isabel isabella isla jacqueline jane janet janice jean "
    "jeanette jemma jennifer jenny jessica jill joan joanna joanne josephine joyce judith julia julie june karen kate katharine katherine kathleen kathryn katie "
    "laura lauren lilian linda lisa lorna lorraine louise lowri lucy lynda lynette lynn lynne mair mairead maisie marcia margaret maria marian marianne marie "
    "marilyn marion marjorie martha mary maureen mavis megan melanie michelle mildred miranda moira molly monica muriel myra nancy naomi natalie natasha nerys "
    "niamh nicola nora norma olive olivia olwen orla pamela patricia paula pauline penelope philippa phyllis polly rachel rebecca rhian rhiannon rosalind rose "
    "rosemary roisin rosie ruth sally samantha sandra sarah shan sharon sheila shirley sian sinead siobhan sophie stella stephanie susan susannah suzanne "
    "sylvia tamsin tanya teresa theresa tracey tracy una ursula valerie vanessa vera veronica victoria violet vivien wendy winifred yasmin yvonne zara zoe".split()
)


NICKNAMES = {
    "alf": "alfred", "andy": "andrew", "barney": "bernard", "bert": "albert", "beth": "elizabeth", "betty": "elizabeth", "bill": "william", "bob": "robert",
    "charlie": "charles", "chris": "christopher", "dan": "daniel", "dave": "david", "dick": "richard", "don": "donald", "ed": "edward", "eddie": "edward",
    "fred": "frederick", "geoff": "geoffrey", "greg": "gregory", "harry": "henry", "jack": "john", "jeff": "jeffrey", "jenny": "jennifer", "jim": "james",
    "jo": "joanne", "joe": "joseph", "kate": "katherine", "kath": "kathleen", "ken": "kenneth", "larry": "lawrence", "liz": "elizabeth", "maggie": "margaret",
    "mick": "michael", "mike": "michael", "nick": "nicholas", "pam": "pamela", "pat": "patricia", "peg": "margaret", "peggy": "margaret", "pete": "peter",
    "phil": "philip", "ray": "raymond", "reg": "reginald", "rich": "richard", "rob": "robert", "ron": "ronald", "sally": "sarah", "sam": "samuel",
    "sandy": "alexander", "stan": "stanley", "steve": "stephen", "sue": "susan", "ted": "edward", "tim": "timothy", "tom": "thomas", "tony": "anthony",
    "trish": "patricia", "vic": "victor", "will": "william", "danny": "daniel", "ben": "benjamin", "matt": "matthew", "josh": "joshua",
    "debbie": "deborah", "becky": "rebecca", "vicky": "victoria", "cathy": "catherine", "mandy": "amanda", "jackie": "jacqueline", "gerry": "gerald",
}  # fmt: skip
"""Short forms whose long form begins with another letter or is written for them in lists."""


def courtesy_of(forename: str) -> str:
    """``m``, ``f``, or empty for a forename (folded) that tells nothing."""
    return "m" if forename in MALE else "f" if forename in FEMALE else ""


def is_forename(word: str) -> bool:
    """Whether a word (folded) is a forename or a short form of one for certain; that it is not here says nothing."""
    return bool(courtesy_of(word)) or word in NICKNAMES


def is_said_alone(name: str, text: str) -> bool:
    """Whether a single name of a list begins sentences and never stands behind a title, initials or a forename: young people are listed by a forename."""
    word = re.escape(name)
    begins = re.search(rf"(?:^|[.!?\n] ?){word}\b(?! [A-Z])", text)
    return bool(begins) and not re.search(rf"(?<![.!?:;] )\b(?:[A-Z][\w'’]* |(?:[A-Z]|Cllrs?|Coun|Mrs?|Ms|Dr)\. ?){word}\b", text)
