"""The made-up corpus: agenda items in meetings, seeded, made one meeting at a time, the same in every process."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from typing import Any

from indexer.catalogue import Catalogue, Entry
from indexer.passage import Passage
from searching.vocabulary import sayings, table, topics

COUNCILS, COMMITTEES, SPEAKERS = 30, 20, 400
"""Councils, and committees and speakers of each."""
YEARS = (2005, 2026)
OUTCOMES = ("agreed", "noted", "approved", "refused", "deferred", "referred", "amended", "withdrawn", "lost", "recommended")
MEDIAN, SPREAD, LONGEST = 120, 0.95, 8_000
"""Words of a text: a log-normal distribution, cut off."""
_SPRINKLED = ("£40m", "S106", "N.H.S.", "O’Hara", "pick-up", "Siân", "2.30pm", "well-being", "Łukasz", "1,234.50", "café", "A6", "long-term")


def meetings(items: int, seed: int = 1) -> Iterator[list[Passage]]:
    """So many items as whole meetings; the last meeting is cut short where it must be."""
    made = number = 0
    while made < items:
        passages = meeting(number, seed)[: items - made]
        yield passages
        made, number = made + len(passages), number + 1


def meeting(number: int, seed: int = 1, version: str = "") -> list[Passage]:
    """The items of one meeting, about twelve; another ``version`` has the same items with other texts, all of which hold the version as a word."""
    chance = random.Random(f"{seed}/{number}")
    council = min(int(chance.expovariate(4 / COUNCILS)), COUNCILS - 1)
    slug = f"council{council}"
    year = YEARS[1] - min(int(chance.expovariate(0.09)), YEARS[1] - YEARS[0])
    date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    committee = f"{slug}/committee/{min(int(chance.expovariate(3 / COMMITTEES)), COMMITTEES - 1)}"
    count = chance.randint(8, 16)
    facts = {"council": slug, "committee": committee, "date": date, "meeting": f"{slug}/meeting/{number}", "meeting_source_id": str(number)}
    kind = "agenda" if chance.random() < 0.12 else "minutes"
    status = "" if kind == "agenda" else "confirmed" if chance.random() < 0.8 else "draft"
    if version:
        chance = random.Random(f"{seed}/{number}/{version}")
    return [_item(chance, n, facts, kind, status, version) for n in range(1, count + 1)]


def _item(chance: random.Random, n: int, facts: dict[str, Any], kind: str, status: str, version: str) -> Passage:
    slug, number = facts["council"], facts["meeting_source_id"]
    text, sentences = _text(chance, version)
    decided = kind == "minutes" and chance.random() < 0.6
    spans = tuple(sorted(chance.sample(sentences, min(len(sentences), chance.choice((1, 1, 1, 2)))))) if decided else ()
    return Passage(
        id=f"{slug}/item/{number}-{n}",
        group=f"meeting:{facts['meeting']}",
        title=" ".join(chance.choices(table(), k=chance.randint(1, 7)) + [*chance.choice(sayings()[:400])][: chance.randint(1, 3)]).capitalize(),
        text=text,
        kind=kind,
        speakers=_speakers(chance, slug),
        outcomes=tuple(dict.fromkeys(OUTCOMES[min(int(chance.expovariate(0.5)), len(OUTCOMES) - 1)] for _ in spans)),
        decisions=spans,
        number=str(n),
        order=n,
        status=status,
        source_id=f"{number}{n:02}",
        **facts,
    )


def _text(chance: random.Random, version: str) -> tuple[str, list[tuple[int, int]]]:
    """Sentences in paragraphs, and where each sentence stands."""
    length = min(max(int(MEDIAN * 2.718281828 ** chance.gauss(0, SPREAD)), 8), LONGEST)
    words = chance.choices(table(), k=length)
    topic = chance.choice(topics())
    about = range(chance.randint(0, 5), length, 7)
    words[about.start :: 7] = chance.choices(topic, k=len(about))
    for _ in range(length // 60 + 1):
        at = chance.randrange(length)
        words[at:at] = sayings()[min(int(chance.paretovariate(0.4)) - 1, len(sayings()) - 1)]
    for _ in range(length // 150 + chance.randint(0, 1)):
        words[chance.randrange(length)] = chance.choice(_SPRINKLED) if chance.random() < 0.7 else _reference(chance)
    if version:
        words[min(3, len(words) - 1)] = version
    pieces, spans, begun, at = [], [], 0, 0
    while begun < len(words):
        ended = min(begun + chance.randint(8, 30), len(words))
        sentence = " ".join(words[begun:ended])
        sentence = f"{sentence[:1].upper()}{sentence[1:]}."
        spans.append((at, at + len(sentence)))
        pieces += [sentence, "\n" if chance.random() < 0.25 else " "]
        begun, at = ended, at + len(sentence) + 1
    return "".join(pieces[:-1]), spans


def _reference(chance: random.Random) -> str:
    return f"{chance.randint(*YEARS)}/{chance.randint(1, 9999):04}/{chance.choice(('FUL', 'MIN', 'LBC', 'OUT'))}"


def _speakers(chance: random.Random, council: str) -> tuple[str, ...]:
    """From none to six people of the council; some speak far more often than others."""
    count = min(int(chance.expovariate(0.5)), 6)
    drawn = (min(int(SPEAKERS ** chance.random()), SPEAKERS) - 1 for _ in range(count))
    return tuple(dict.fromkeys(f"{council}/person/{n}" for n in drawn))


@cache
def catalogue() -> Catalogue:
    """The names of councils, committees and speakers."""
    chance = random.Random("names")
    slugs = [f"council{n}" for n in range(COUNCILS)]
    named = {slug: f"{_name(chance)}shire Council" for slug in slugs}
    committees = [Entry(f"{slug}/committee/{n}", f"{_name(chance)} Committee", (), slug) for slug in slugs for n in range(COMMITTEES)]
    speakers = [Entry(f"{slug}/person/{n}", f"{_name(chance)} {_name(chance)}", (), slug) for slug in slugs for n in range(SPEAKERS)]
    councils = tuple(Entry(slug, name) for slug, name in named.items())
    return Catalogue({"council": councils, "committee": tuple(committees), "speaker": tuple(speakers)}, {"checked_at": "2026-11-20T03:00:00+00:00"})


def _name(chance: random.Random) -> str:
    return chance.choice(table()[TAIL_OF_TABLE:]).capitalize()


TAIL_OF_TABLE = 700_000
"""From here on the table holds rare words."""
