"""The verdict at the head of an item is made of outcome classes and facts of votes, and a vote belongs to what the minutes say it was on."""

from __future__ import annotations

import pytest

from archive.records import Attendance, Decision, Motion, Person, Vote, VoteEvent
from archive.web.deciding import AGAINST, FOREMOST, Ballot, Deciding, Moved, ballot, deciding, moved_in
from archive.web.wording import OUTCOMES


def decision(text: str, words: str, outcome: str, rule: str = "marker") -> Decision:
    start = text.index(words)
    return Decision("i", outcome, words, start, start + len(words), rule)


def motion(text: str, words: str, outcome: str | None, amendment: bool = False) -> Motion:
    start = text.index(words)
    return Motion("i", "Ann Birch", "Tom Moore", outcome, amendment, words, start, start + len(words), "test")


def vote(text: str, words: str, for_: int | None, against: int | None, abstain: int | None = None, unanimous: bool = False) -> VoteEvent:
    start = text.index(words)
    return VoteEvent("i", for_, against, abstain, unanimous, (), (), (), words, start, start + len(words), "test")


def read(text: str, decisions: list[Decision], motions: list[Motion], votes: list[VoteEvent]) -> tuple[Deciding | None, list[Moved]]:
    ballots: dict[int, Ballot] = {event.start: ballot(event, (), {}, (), (), text) for event in votes}
    moved = moved_in(motions, votes, ballots, text)
    return deciding(decisions, moved, text), moved


def verdict_of(text: str, decisions: list[Decision], motions: list[Motion] = [], votes: list[VoteEvent] = []) -> str:  # noqa: B006
    found, _ = read(text, decisions, motions, votes)
    return found.verdict if found else ""


def test_every_outcome_either_turns_down_or_does_something() -> None:
    assert sorted((*AGAINST, *FOREMOST)) == sorted(OUTCOMES)


def test_an_item_without_decision_and_motion_has_no_verdict() -> None:
    assert verdict_of("It was discussed.", []) == ""


def test_parts_that_were_turned_down_are_counted() -> None:
    text = "(a) one (b) two (c) three"
    parts = [decision(text, "(a) one", "noted", "part"), decision(text, "(b) two", "deferred", "part"), decision(text, "(c) three", "approved", "part")]
    found, _ = read(text, parts, [], [])
    assert found is not None
    assert (found.verdict, found.in_parts) == ("Approved, with 1 of 3 parts deferred", True)


def test_decisions_that_are_no_parts_are_named_and_not_counted() -> None:
    text = "one two"
    assert verdict_of(text, [decision(text, "one", "noted"), decision(text, "two", "deferred")]) == "Noted and deferred"


@pytest.mark.parametrize(
    ("outcome", "for_", "against", "abstain", "unanimous", "words"),
    [
        ("agreed", None, None, None, True, "Agreed. Carried unanimously"),
        ("agreed", 15, 8, None, False, "Agreed. Carried, 15 to 8"),
        ("agreed", 15, 8, 5, False, "Agreed. Carried, 15 to 8, with 5 abstentions"),
        ("refused", None, None, None, True, "Refused, unanimously"),
        ("refused", 4, 2, None, False, "Refused, by 4 to 2"),
        ("refused", 2, 4, None, False, "Refused"),
        ("agreed", 7, None, None, False, "Agreed"),
    ],
)
def test_the_verdict_says_how_the_vote_went(outcome: str, for_: int | None, against: int | None, abstain: int | None, unanimous: bool, words: str) -> None:
    text = "RESOLVED that it be done. The vote."
    assert verdict_of(text, [decision(text, "RESOLVED that it be done.", outcome)], votes=[vote(text, "The vote", for_, against, abstain, unanimous)]) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("The Chairman gave a casting vote against the motion, which was lost.", "Motion lost, on the Chairman’s casting vote"),
        ("The motion was lost on the casting vote of the Mayor.", "Motion lost, on the Mayor’s casting vote"),
        ("The Chair declined to use a casting vote and the motion was lost.", "Motion lost, 10 to 10"),
        ("The motion was lost.", "Motion lost, 10 to 10"),
    ],
)
def test_a_casting_vote_decides_only_where_it_was_given(told: str, words: str) -> None:
    text = f"It was moved to build. On the motion there were 10 for and 10 against. {told}"
    assert (
        verdict_of(text, [decision(text, told, "rejected", "lost")], [motion(text, "to build", "lost")], [vote(text, "10 for and 10 against", 10, 10)]) == words
    )


def test_what_became_of_an_amendment_is_told_beside_the_decision() -> None:
    text = "Moved to build. Moved to wait. The amendment was lost, by 3 votes to 9. The motion was carried, by 9 votes to 3."
    found, _ = read(
        text,
        [decision(text, "The amendment was lost", "rejected", "lost"), decision(text, "The motion was carried", "agreed")],
        [motion(text, "to build", "carried"), motion(text, "to wait", "lost", amendment=True)],
        [vote(text, "3 votes to 9", 3, 9), vote(text, "9 votes to 3", 9, 3)],
    )
    assert found is not None
    assert (found.verdict, found.besides) == ("Agreed. Carried, 9 to 3", ("An amendment was lost.",))
    assert [d.outcome for d in found.decisions] == ["agreed"]


def test_a_vote_belongs_to_the_motion_that_its_paragraph_names() -> None:
    text = (
        "Moved to build.\nMoved to wait.\nThe amendment was put, 3 voting for and 9 against.\nThe recorded vote: 8 and 4\nThe motion, as amended, was carried."
    )
    _, moved = read(
        text,
        [],
        [motion(text, "to build", "carried"), motion(text, "to wait", "lost", amendment=True)],
        [vote(text, "3 voting for and 9 against", 3, 9), vote(text, "8 and 4", 8, 4)],
    )
    assert [one.heading for one in moved] == ["Motion: carried, 8 to 4", "Amendment: lost, 3 to 9"]


def test_a_vote_of_which_nobody_says_on_what_belongs_to_no_motion() -> None:
    text = "Moved to build. Moved to sell. 8 and 4."
    _, moved = read(text, [], [motion(text, "to build", None), motion(text, "to sell", None)], [vote(text, "8 and 4", 8, 4)])
    assert [one.heading for one in moved] == ["Motion", "Motion", "Vote: 8 to 4"]


def test_the_words_of_a_motion_may_stand_behind_the_vote_on_it() -> None:
    text = "It was carried by 14 votes to 1:-\n“That committees be set up."
    _, moved = read(text, [], [motion(text, "That committees be set up", "carried")], [vote(text, "14 votes to 1", 14, 1)])
    assert [one.heading for one in moved] == ["Motion: carried, 14 to 1"]


def test_members_stand_by_surname_and_only_those_with_pages_are_linked() -> None:
    event = VoteEvent("i", 2, 1, None, False, ("Tom Moore", "Ann Birch"), ("Peter Quibble",), (), "vote", 0, 4, "test")
    people = {"ash/person/1": Person("ash/person/1", "1", "Ann Birch", "member"), "ash/person/9": Person("ash/person/9", None, "Peter Quibble", "public")}
    votes = [Vote("i", 0, "for", "ash/person/1", "Ann Birch"), Vote("i", 0, "against", "ash/person/9", "Peter Quibble")]
    rows = ballot(event, votes, people, (), (), "vote").rows
    assert [(row.side, row.number, row.members) for row in rows] == [
        ("For", 2, (("Ann Birch", "ash/person/1"), ("Tom Moore", ""))),
        ("Against", 1, (("Peter Quibble", ""),)),
    ]


@pytest.mark.parametrize(("others", "holder"), [((), ("Ann Birch", "ash/person/1")), (("Tom Moore",), ("Chair", ""))])
def test_a_casting_vote_has_a_name_only_where_one_of_those_present_held_the_post(others: tuple[str, ...], holder: tuple[str, str]) -> None:
    people = {"ash/person/1": Person("ash/person/1", "1", "Ann Birch", "member")}
    there = [Attendance("m", 1, "ash/person/1", "Ann Birch", "Cllr Birch", "present", "Chair")]
    there += [Attendance("m", 2, None, name, name, "present", "chair") for name in others]
    text = "There were 2 for and 2 against. The Chair used the casting vote."
    cast = ballot(vote(text, "2 for and 2 against", 2, 2), (), people, (), there, text).rows[-1]
    assert (cast.side, cast.members) == ("Casting vote", (holder,))
