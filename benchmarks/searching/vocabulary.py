"""The words of the made-up corpus: pronounceable invented ones after Zipf's law, with the words of real councils at about their real ranks."""

# ruff: noqa: SIM905 -- Lists of words are read best as texts.
from __future__ import annotations

import random
from functools import cache

SIZE = 60_000
"""Different words, besides the references and sums that texts are sprinkled with."""
TABLE = 1 << 20
"""Places of the table that words are drawn from: each word has places in proportion to its frequency, and at least one."""

HEAD = """the of and to in that be a for on was is by with as it at council this would from committee an which not were councillor report has are had
have been members will meeting their or there chair item he noted all agreed any she resolved officer but minutes they approved recommendations
its also further service no application more planning should""".split()
"""The most frequent words, in order."""

TAIL = """local development director area public community site people board review work proposed cabinet policy budget year services agenda officers
scheme time access traffic road residents housing support health children school issues process plan information consultation part management
authority new financial condition proposal provision concerns highway impact response decision care street partnership member risk car group
strategy current land agreement funding subject county need cost details update parking building town design action national number staff works
project property use order objection environment safety draft future government capital received department received statement neighbouring
monitoring village performance delegated additional vote opportunity training education comments relation market park provided scrutiny issue
figures considered rates panel objections questions team contract young private income considerations legal report centre interest carried out
present required increase adopted apologies absence declaration pecuniary motion amendment seconded chairman vice mayor deputy leader audit
treasury pension reserves grant savings deficit forecast procurement tender lease licensing premises alcohol taxi hackney enforcement appeal
inspector conservation heritage listed tree hedge flood drainage river sewer waste recycling bins refuse litter fly tipping collection gully
pothole footway cycling bus route crossing speed bump calming zone permit signage lighting lamp library museum leisure swimming pool theatre
playground allotment cemetery crematorium burial memorial bench toilet homelessness tenancy rent arrears repairs cladding damp adaptation
disabled carer dementia safeguarding adoption fostering nursery academy pupil attendance exclusion transport governor special needs youth
crime police antisocial cctv neighbourhood parish ward boundary electoral election register polling referendum petition deputation complaint
ombudsman gdpr freedom climate carbon solar turbine emissions air quality biodiversity wildlife badger newt bat verge grass meadow orchard
harbour ferry airport station railway canal bridge tunnel roundabout bypass quarry landfill incinerator telecommunication mast broadband
hospital pharmacy dentist vaccination pandemic food hygiene noise nuisance dog stray pest rat seagull asbestos contamination radon
festival carnival parade firework christmas twinning jubilee coronation armistice beekeeping""".split()
"""Rarer ones, the more frequent first; they are spread over the ranks down to a few thousand."""
_LAST_RANK = 9_000

_ONSETS = "b bl br c ch cl cr d dr f fl g gr h j k l l m m n n p pl pr r r s s sh sk sl sp st t t tr v w w y z".split()
_VOWELS = "a a e e i o u ai ea ee oa oo".split()
_CODAS = [*([""] * 8), *"b d g l m n n nd ng nt p r rd rn s st t t x".split()]
_ENDINGS = ("s", "ed", "ing", "ment", "er", "ly", "al", "ness")


@cache
def vocabulary() -> tuple[str, ...]:
    """Every word, the most frequent first."""
    chance = random.Random("vocabulary")
    real = dict(enumerate(HEAD))
    tail = [word for word in dict.fromkeys(TAIL) if word not in HEAD]
    for n, word in enumerate(tail):
        rank = int(len(HEAD) * (_LAST_RANK / len(HEAD)) ** (n / len(tail)))
        while rank in real:
            rank += 1
        real[rank] = word
    seen, roots, found = set(real.values()), list[str](), list[str]()
    for rank in range(SIZE):
        word = real.get(rank, "")
        while not word or (rank not in real and word in seen):
            if roots and chance.random() < 0.4:
                word = chance.choice(roots) + chance.choice(_ENDINGS)
            else:
                word = _invented(chance, chance.choice((1, 2) if rank < 1_500 else (2, 2, 3)))
                roots.append(word)
        seen.add(word)
        found.append(word)
    return tuple(found)


@cache
def table() -> list[str]:
    """Words to draw from with equal chance: the n-th has places in proportion to 1/n."""
    words = vocabulary()
    scale = TABLE / sum(1 / n for n in range(1, len(words) + 1))
    places: list[str] = []
    for n, word in enumerate(words, start=1):
        places += [word] * max(1, round(scale / n))
    return places


@cache
def topics() -> list[list[str]]:
    """What items may be about: each topic is a few dozen words of middling frequency, so that words come in company."""
    chance = random.Random("topics")
    words = vocabulary()
    return [[words[int(60 * 300 ** chance.random())] for _ in range(40)] for _ in range(400)]


@cache
def sayings() -> list[tuple[str, ...]]:
    """Standing phrases of two to four words, the most frequent first: what a reader puts in quotes."""
    chance = random.Random("sayings")
    words = vocabulary()
    return [tuple(words[int(10 * 3_000 ** chance.random())] for _ in range(chance.choice((2, 2, 3, 4)))) for _ in range(3_000)]


def _invented(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(syllables))
