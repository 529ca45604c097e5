"""Small random corpora and questions for the promises that every engine keeps."""

from __future__ import annotations

from typing import Any

from hypothesis import Phase
from hypothesis import strategies as st

from indexer.catalogue import Catalogue, Entry
from indexer.passage import Passage
from indexer.query import Also, And, Has, Not, Or, Phrase, Query, Term, Weighted

WORDS = (
    "bin",
    "bins",
    "lane",
    "mill",
    "road",
    "o’hara",
    "pick-up",
    "café",
    "planning",
    "plan",
    "planned",
    "£1,200",
    "S.106",
    "2024/17/FUL",
    "cyngor",
    "gyngor",
    "the",
)
ASKED = ("bin", "lane", "mill", "road", "ohara", "pickup", "cafe", "plan", "1200", "s106", "202417ful", "cyngor", "nghyngor", "the", "nothing")
CATALOGUE = Catalogue({"speaker": (Entry("x/person/1", "Nia O’Hara"), Entry("x/person/2", "Tom Birch"))})
CORPUS = [
    Passage("1", "meeting:a", "Bin collections", "Nia O'Hara said that bins in Mill Lane were missed.\nRESOLVED: That the report be noted.", date="2024-03-05",
            speakers=("x/person/1",), outcomes=("noted",), committee="c1", council="x", decisions=((52, 88),), order=1, number="7a", meeting="a", named=((0, 0, 11),)),
    Passage("2", "meeting:a", "School transport", "The pick-up point in Mill Lane costs £1,200. The bus was late.", date="2024-03-05", committee="c1", council="x", order=2, meeting="a"),
    Passage("3", "meeting:b", "Buses", "Tom Birch asked about school buses.", date="2025-01-10", speakers=("x/person/2",), committee="c2", council="x", order=1, meeting="b"),
    Passage("4", "meeting:b", "Gwasanaeth", "Dywedodd y Cynghorydd fod ysgolion ar agor.", language="cy", date="2025-01-10", committee="c2", council="x", order=2, meeting="b"),
]  # fmt: skip
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Of hypothesis, without shrinking, which would take minutes here."""
GROUPS = ("meeting:a", "meeting:b", "meeting:c", "meeting:d")


def fill(index: Any, passages: list[Passage], rebuild: bool = False) -> None:
    with index.begin(rebuild=rebuild) as generation:
        for group in {p.group for p in passages}:
            generation.replace(group, [p for p in passages if p.group == group])
        generation.check(generation.groups())
        generation.switch(CATALOGUE, 1)


def texts(most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), max_size=most).map(" ".join)


def passages() -> st.SearchStrategy[dict[str, Any]]:
    """What a passage says, all but its id, group and order."""
    return st.fixed_dictionaries(
        {
            "title": texts(4),
            "text": texts(25),
            "language": st.sampled_from(["en", "en", "cy"]),
            "kind": st.sampled_from(["minutes", "agenda"]),
            "council": st.sampled_from(["x", "y"]),
            "committee": st.sampled_from(["", "c1", "c2"]),
            "date": st.sampled_from(["", "2023-12-31", "2024-03-05", "2024-03-06", "2025-01-10"]),
            "speakers": st.lists(st.sampled_from(["p1", "p2", "p3"]), unique=True, max_size=3).map(tuple),
            "outcomes": st.lists(st.sampled_from(["noted", "approved"]), unique=True, max_size=2).map(tuple),
            "number": st.sampled_from(["", "1", "7(a)", "10."]),
            "meeting": st.sampled_from(["", "m1", "m2", "m3"]),
        }
    )


def generations() -> st.SearchStrategy[list[dict[str, list[Passage]]]]:
    """What one generation after the other puts in place of its groups."""
    groups = st.dictionaries(st.sampled_from(GROUPS), st.lists(passages(), max_size=6), max_size=3)
    return st.lists(groups, min_size=1, max_size=4).map(
        lambda several: [
            {group: [Passage(id=f"{group}/{n}", group=group, order=n, **said) for n, said in enumerate(each)] for group, each in one.items()} for one in several
        ]
    )


def leaves() -> st.SearchStrategy[Any]:
    words = st.sampled_from(ASKED)
    near = st.builds(Phrase, st.lists(words, min_size=2, max_size=3).map(tuple), st.integers(1, 6))
    return st.one_of(
        st.builds(Term, words),
        st.builds(Term, st.sampled_from(["pla", "bin", "1,2"]), st.just(True)),
        st.builds(Phrase, st.lists(words, min_size=1, max_size=3).map(tuple)),
        near,
    )


def expanded() -> st.SearchStrategy[Any]:
    """Trees as expansion makes them of a reader's words."""
    has = st.one_of(st.builds(Has, st.just("speaker"), st.frozensets(st.sampled_from(["p1", "p2", "p9"]))), st.just(Has("number", frozenset({"7a", "x"}))))
    either = st.lists(st.one_of(leaves(), has, leaves().map(lambda leaf: Weighted(leaf, 0.5))), min_size=1, max_size=3).map(lambda parts: Or(tuple(parts)))
    return st.builds(Also, st.lists(either, min_size=1, max_size=3).map(lambda parts: And(tuple(parts))), st.one_of(leaves(), has))


def trees() -> st.SearchStrategy[Any]:
    """Trees as the reader's grammar makes them: an And of alternatives, some of them left out."""
    alternatives = st.one_of(leaves(), st.lists(leaves(), min_size=1, max_size=3).map(lambda parts: Or(tuple(parts))))
    left_out = leaves().map(Not)
    return st.one_of(st.none(), leaves(), st.lists(st.one_of(alternatives, left_out), min_size=1, max_size=4).map(lambda parts: And(tuple(parts))))


def queries() -> st.SearchStrategy[Query]:
    choices = {
        "council": ["x", "y"],
        "committee": ["c1", "c2"],
        "year": ["2023", "2024"],
        "speaker": ["p1", "p2", "p9"],
        "outcome": ["noted"],
        "kind": ["minutes", "agenda"],
        "meeting": ["m1", "m9"],
    }
    filters = st.fixed_dictionaries({}, optional={name: st.frozensets(st.sampled_from(values), min_size=1, max_size=2) for name, values in choices.items()})
    return st.builds(
        Query,
        words=st.one_of(trees(), expanded()),
        filters=filters,
        items=st.sampled_from([frozenset(), frozenset(), frozenset({"7a"}), frozenset({"1", "10"})]),
        from_date=st.sampled_from(["", "", "2024-03-05"]),
        until_date=st.sampled_from(["", "", "2024-12-31"]),
        sort=st.sampled_from(["newest", "oldest"]),
        page=st.sampled_from([1, 1, 2]),
        size=st.sampled_from([3, 20]),
        values=st.sampled_from([None, 1, 2]),
        spans=st.sampled_from([(), ("speaker", "committee")]),
    )
