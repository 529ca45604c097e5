"""What a reader types is understood as they mean it, and told back to them."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from random_corpora import CORPUS, fill

from indexer.catalogue import Catalogue, Entry
from indexer.engines.memory import MemoryIndex
from indexer.engines.whoosh import WhooshIndex
from indexer.helping import help_on
from indexer.index import Index
from indexer.passage import Passage
from indexer.query import And, Has, Node, Or, Phrase, Query, Term
from indexer.saying import ENGLISH, tell
from indexer.words import parse, understood

CATALOGUE = Catalogue(
    {
        "speaker": (
            Entry("p1", "Nia O’Hara", posts=("Head of Planning",)),
            Entry("p2", "Łukasz Wójcik"),
            Entry("p3", "Jane P Moore", ("Jane Birch",), posts=("Provost",)),
            Entry("p4", "Tom Moore"),
        ),
        "committee": (Entry("c1", "Planning Committee", parent="x"),),
    },
    alike=(("MTFP", "Medium Term Financial Plan"), ("bins", "rubbish", "household waste"), ("speed bump", "traffic calming"), ("park", "recreation ground")),
    titles=("cllr", "mrs"),
)


def spoken_by(node: Node | None) -> set[str]:
    """Everybody of whom a tree asks."""
    if isinstance(node, Has):
        return set(node.values) if node.facet == "speaker" else set()
    return {id for part in getattr(node, "parts", ()) for id in spoken_by(part)}


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("Nia O'Hara", {"p1"}),
        ("nia ohara parking", {"p1"}),
        ("Lukasz Wojcik", {"p2"}),
        ("Jane Moore", {"p3"}),
        ("Jane Birch", {"p3"}),
        ("Mrs Moore", {"p3", "p4"}),
        ("cllr moore roads", {"p3", "p4"}),
        ("Moore roads", {"p3", "p4"}),
        ("wojcik", {"p2"}),
        ("the Provost", set()),
        ("Provost", {"p3"}),
        ("head of planning solar farm", {"p1"}),
        ("moore roads", set()),
        ('"Jane Moore"', set()),
        ("tom birch", set()),
    ],
)
def test_a_name_or_a_post_typed_plainly_finds_the_person(written: str, ids: set[str]) -> None:
    assert spoken_by(parse(written, CATALOGUE).tree) == ids


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("MTFP savings", "Items with ‘MTFP’ (or ‘Medium Term Financial Plan’) and ‘savings’. Best match first. Put words in quotes to search for just them."),
        ("medium-term financial plans", "‘medium-term financial plans’ (or ‘MTFP’)"),
        ("speed bumps", "‘speed bumps’ (or ‘traffic calming’)"),
        ("parking", "Items with ‘parking’. Best match first."),
        ('"MTFP"', "Items with ‘MTFP’. Best match first."),
        ("road NEAR safety", "Items with ‘road’ near ‘safety’."),
        ("road NEAR/3 safety NEAR children", "Items with ‘road’ near ‘safety’ near ‘children’."),
        ("bus OR tram -school", "Items with ‘bus’ or ‘tram’, without ‘school’."),
        ("Cllr Moore", "‘Cllr Moore’ (or spoken by Jane P Moore or Tom Moore)"),
        ("committee:planning year:2024", "Items of Planning Committee, in 2024. Newest first."),
        ("speaker:nobody", "No speaker called ‘nobody’ is known here."),
        ("a " * 150, "Only the first 200 characters were read."),
        ("one two three four five six seven eight nine ten eleven twelve thirteen", "Only the first 12 words were searched for."),
        ("", "All items. Newest first."),
    ],
)
def test_what_was_understood_is_told(written: str, told: str) -> None:
    assert told in understood(parse(written, CATALOGUE))


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        ("road NEAR safety", Phrase(("road", "safety"), 10)),
        ("road NEAR/3 safety", Phrase(("road", "safety"), 3)),
        ("road NEAR/999 safety", Phrase(("road", "safety"), 50)),
        ("near miss", And((Term("near"), Term("miss")))),
        ("OR", None),
        ("NEAR OR", None),
        ("the road to the isles", And((Term("road"), Term("isles")))),
        ("the the", And((Term("the"), Term("the")))),
        ('"to be or not"', Phrase(("to", "be", "or", "not"))),
        ("librar*", Term("librar", True)),
        ("pick-up", Or((Phrase(("pick", "up")), Term("pickup")))),
        ("£2.7 million", Or((Term("2.7m"), Term("2.7mn"), Phrase(("2.7", "million"))))),
        ("£200k", Or((Term("200k"), Phrase(("200", "thousand")), Term("200000")))),
        ("re: bins", And((Term("re"), Term("bins")))),
    ],
)
def test_the_grammar(written: str, tree: Node | None) -> None:
    assert parse(written).tree == tree


PASSAGES = [
    Passage("a", "meeting:a", "Parking in Mill Lane", "The charge rises to £2.7m. Cllr Wójcik objected.", speakers=("p2",), order=1, number="C/91"),
    Passage("b", "meeting:a", "Library hours", "The library in Mill Lane opens at nine.", order=2, committee="c1"),
    Passage("c", "meeting:b", "Y llyfrgell", "Roedd y gyngor yn gefnogol.", language="cy", order=1),
]


@pytest.fixture(params=["memory", "whoosh"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    made: Index = MemoryIndex() if request.param == "memory" else WhooshIndex(str(tmp_path_factory.mktemp("index")))
    fill(made, PASSAGES)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("library NEAR/4 opens", {"b"}),
        ("library NEAR/3 opens", set()),
        ("hours NEAR nine", set()),
        ("£2.7 million", {"a"}),
        ("C/91", {"a"}),
        ("Lukasz Wojcik", {"a"}),
        ("cyngor", {"c"}),
        ("chyngor", {"c"}),
        ("nghefnogol", {"c"}),
        ("cefnogol", {"c"}),
        ("kyngor", set()),
    ],
)
def test_words_find_the_same_on_every_engine(index: Index, written: str, ids: set[str]) -> None:
    assert {hit.passage.id for hit in index.search(Query(words=parse(written, CATALOGUE).tree)).hits} == ids


def test_another_spelling_is_offered_with_what_it_finds(index: Index) -> None:
    read = parse("libary hours", CATALOGUE)
    way = help_on(index, read, Query(), CATALOGUE).did_you_mean
    assert way is not None
    assert (way.written, way.count) == ("library hours", 1)


def test_several_slips_are_mended_together(index: Index) -> None:
    way = help_on(index, parse("parkng chrge", CATALOGUE), Query(), CATALOGUE).did_you_mean
    assert way is not None
    assert way.written == "parking charge"


def test_what_empties_a_result_is_told_with_what_there_would_be(index: Index) -> None:
    chosen = Query(filters={"committee": frozenset({"c1"})})
    found = help_on(index, parse("parking lane", CATALOGUE), chosen, CATALOGUE)
    within = [(way.left_out, way.written, way.count) for way in found.without if not way.free]
    assert within == [("committee", "parking lane", 1), ("parking", "lane", 1)]
    assert found.did_you_mean is None


def test_a_word_is_also_left_out_together_with_all_filters_where_that_finds_more(index: Index) -> None:
    found = help_on(index, parse("parking lane", CATALOGUE), Query(filters={"committee": frozenset({"c1"})}), CATALOGUE)
    assert [(way.left_out, way.written, way.count) for way in found.without if way.free] == [("parking", "lane", 2), ("lane", "parking", 1)]


def test_words_and_phrases_that_stand_nowhere_are_named(index: Index) -> None:
    chosen = Query(filters={"committee": frozenset({"c1"})})
    assert help_on(index, parse('parkin the "lane mill" library', CATALOGUE), chosen, CATALOGUE).nowhere == ("parkin", '"lane mill"')


@pytest.mark.parametrize(
    ("written", "at", "why", "repaired"),
    [
        ('speaker:arkwright "school transport', 18, "The quotation mark before ‘school’ is never closed.", ('speaker:arkwright "school transport"', "speaker:arkwright school transport")),
        ('speaker:"jane moore', 8, "The quotation mark before ‘jane’ is never closed.", ('speaker:"jane moore"', "speaker:jane moore")),
        ('12" pipe', 2, "The quotation mark before ‘pipe’ is never closed.", ('12"pipe"', "12 pipe")),
        ("bus date:yesterday lane", 9, "‘yesterday’ is no date that can be read: write date:2019..2021 or date:2019-03-27.", ("bus lane",)),
    ],
)  # fmt: skip
def test_what_does_not_say_what_was_meant_is_shown_with_what_may_have_been(written: str, at: int, why: str, repaired: tuple[str, ...]) -> None:
    flaw = parse(written, CATALOGUE).flaw
    assert flaw
    assert (flaw.at, tell(flaw.why), flaw.repaired) == (at, why, repaired)
    assert all(parse(other, CATALOGUE).flaw is None for other in flaw.repaired)


@pytest.mark.parametrize("written", ['"mill lane"', 'mill"', '"', '"a" "b"', "date:2019..", 'x "' + "y" * 300])
def test_what_can_be_read_has_no_flaw(written: str) -> None:
    assert parse(written, CATALOGUE).flaw is None


def test_what_was_understood_is_told_in_other_phrases_and_as_markup() -> None:
    phrases = {name: Markup(re.sub(r"(%\(\w+\)s)|(\w)", lambda one: one[0] if one[1] else one[0].upper(), phrase)) for name, phrase in ENGLISH.items()}
    told = understood(parse('bins -lane <b> speaker:"<i>"', CATALOGUE), phrases=phrases, quoted=Markup("<b>{}</b>").format)
    assert told.startswith(
        "ITEMS WITH <b>bins</b> (OR <b>rubbish</b> OR <b>household waste</b>) AND <b>&lt;b&gt;</b>, WITHOUT <b>lane</b>, SPOKEN BY &lt;i&gt;."
    )


def test_junk_is_offered_nothing(index: Index) -> None:
    found = help_on(index, parse("qqqqqq zzzzzz", CATALOGUE), Query(), CATALOGUE)
    assert (found.did_you_mean, found.without) == (None, ())


FRAGMENTS = st.one_of(
    st.sampled_from(
        [
            "OR",
            "NEAR",
            "NEAR/2",
            "-",
            '"',
            "speaker:",
            "item:7a",
            "date:2019..",
            "year:2024",
            "bin*",
            "*",
            "Cllr",
            "Moore",
            "£2.7",
            "million",
            "the",
            "“",
            "C/91",
            "'",
        ]
    ),
    st.text(max_size=12),
)
STRINGS = st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=14).map(" ".join))


def assert_answered_in_time(index: Index, written: str) -> None:
    began = time.monotonic()
    read = parse(written, CATALOGUE)
    assert understood(read)
    index.search(Query(words=read.tree, filters=read.filters, items=read.items))
    help_on(index, read, Query(), CATALOGUE)
    assert time.monotonic() - began < 2


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhooshIndex]:
    made = WhooshIndex(str(tmp_path_factory.mktemp("small")))
    fill(made, [*PASSAGES, *CORPUS])
    yield made
    made.close()


@settings(max_examples=300, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=STRINGS)
def test_no_input_raises_or_takes_long(small: WhooshIndex, written: str) -> None:
    assert_answered_in_time(small, written)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
@given(written=STRINGS)
def test_ten_thousand_inputs_neither_raise_nor_take_long(small: WhooshIndex, written: str) -> None:
    assert_answered_in_time(small, written)
