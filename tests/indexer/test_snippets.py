"""A snippet begins where somebody begins to speak, marks what was meant, and says what was decided."""

from __future__ import annotations

from dataclasses import replace

from random_corpora import CATALOGUE

from indexer.passage import Passage
from indexer.results import Snippet
from indexer.snippets import marked_title, snippets
from indexer.words import parse

PADDING = "The committee heard a long report about other things. " * 8


def passage(text: str, *names: str, decided: str = "") -> Passage:
    named = tuple((n, text.index(name), text.index(name) + len(name)) for n, name in enumerate(names))
    at = text.find(decided) if decided else -1
    return Passage(
        "1", "g", "Home to school transport", text, speakers=tuple(f"p{n}" for n in range(len(names))), named=named,
        decisions=((at, at + len(decided)),) if decided else (), decided=("refused",) if decided else (),
    )  # fmt: skip


def found(one: Passage, written: str) -> tuple[Snippet, ...]:
    return snippets(one, parse(written, CATALOGUE).tree)


def marks(snippet: Snippet) -> list[str]:
    return [text for text, is_marked in snippet.runs if is_marked]


def test_a_snippet_begins_with_whoever_begins_to_speak_shortly_before() -> None:
    [one] = found(passage(f"{PADDING}Councillor Vane said that the ferry was late. {PADDING}", "Councillor Vane"), "ferry")
    assert (one.speaker, one.opening) == ("p0", (("Councillor Vane", False),))
    assert one.text.startswith("Councillor Vane said that the ferry was late.")
    assert one.opening + one.rest == one.runs
    assert not one.cut_before


def test_a_name_that_is_far_off_or_in_another_paragraph_opens_no_snippet() -> None:
    for text in (f"Councillor Vane spoke. {PADDING} The ferry was late.", f"Councillor Vane spoke of {PADDING[:100]}.\nThe ferry was late."):
        assert [one.speaker for one in found(passage(text, "Councillor Vane"), "ferry")] == [""]


def test_a_name_that_was_searched_for_is_marked_where_it_opens_the_snippet() -> None:
    [one] = found(passage("Councillor Vane said that the ferry was late.", "Councillor Vane"), "vane ferry")
    assert one.opening == (("Councillor ", False), ("Vane", True))


def test_a_decision_comes_first_with_its_own_outcome() -> None:
    one, other = found(passage(f"The ferry was late. {PADDING}\nRESOLVED: That the ferry be refused.", decided="RESOLVED: That the ferry be refused."), "ferry")
    assert (one.decision, one.outcome, one.text) == (True, "refused", "RESOLVED: That the ferry be refused.")
    assert (other.decision, other.outcome) == (False, "")


def test_neighbouring_marks_are_one_across_a_small_word() -> None:
    assert [text for text, is_marked in marked_title(passage(""), parse("home to school").tree) if is_marked] == ["Home to school"]
    [one] = found(passage("A school transport policy for transport to school."), "school transport")
    assert marks(one) == ["school transport", "transport to school"]


def test_words_that_only_mean_something_together_are_marked_only_together() -> None:
    tree = parse("bins", replace(CATALOGUE, alike=(("bins", "household waste"),))).tree
    [one] = snippets(passage("Bins hold household waste, and it was a waste of time to ask whether every single household had some."), tree)
    assert marks(one) == ["Bins", "household waste"]
