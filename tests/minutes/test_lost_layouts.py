"""Minutes whose lines, columns and signs were lost on the way from the clerk to a page, and how clerks in Ireland, Scotland and New Zealand write."""

from __future__ import annotations

from typing import Any

import pytest

from archive.minutes.presence.runs import names_in_row
from archive.work.document import annotated


def there(head: str) -> list[str]:
    """``pr Jo Ash`` for whoever was present, ``in`` in attendance, ``ap`` for apologies."""
    return [f"{one['status'][:2]} {one['name']}" for one in annotated(head.encode())["attendance"]]


def items(text: str) -> list[dict[str, Any]]:
    return list(annotated(text.encode())["items"])


def decided(text: str) -> list[str]:
    return [f"{one['outcome']}: {one['text']}" for item in items(text) for one in item["decisions"]]


# ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("William Ash Pat Birch Rotimi Cole Mary Dunn", ["William Ash", "Pat Birch", "Rotimi Cole", "Mary Dunn"]),
        ("P J Ash T J Birch Mrs E A Cole O T Dunn", ["P J Ash", "T J Birch", "Mrs E A Cole", "O T Dunn"]),
        ("John Joe Ash Kathleen O’ Birch Brendan Mc Cole", ["John Joe Ash", "Kathleen O’ Birch", "Brendan Mc Cole"]),
        ("Robert C Ash Max Birch Mary Cole Norman J Work", ["Robert C Ash", "Max Birch", "Mary Cole", "Norman J Work"]),
        ("Mary Ash Pat Birch", []),
        ("Strategic Planning Committee Room Chief Officer", []),
        ("Ash Green Marl Hall Elm Village", []),
    ],
)
def test_names_in_a_row_are_told_apart_where_three_or_more_are_sure(row: str, names: list[str]) -> None:
    assert names_in_row(row.split()) == names


# ── who was there ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (
            "PRESENT: Councillors Paul Ash In the Chair Pat Birch William Cole Mary Dunn\nAPOLOGIES: Councillor Jo Elm",
            ["pr Paul Ash", "pr Pat Birch", "pr William Cole", "pr Mary Dunn", "ap Jo Elm"],
        ),
        (
            "Presiding J Ash\nOther Members Present P J Birch T J Cole (came in at 8.10 pm) J Dunn\nApology I P Elm\nOfficers Present J A Fir, (Chief Executive) J J Gorse (Director of Parks)",
            ["pr J Ash", "pr P J Birch", "pr T J Cole", "pr J Dunn", "ap I P Elm", "in J A Fir", "in J J Gorse"],
        ),
        (
            "The Cathaoirleach, Cllr. H. Ash, was in the Chair.\nThe other Councillors present were:-\nCllrs. M. Birch, J. Cole\nThe Council Staff in attendance were:-\nMr. D. Dunn, Co. Manager, Mr. J. Elm, Sen. Planner, Ms. K. Fir, Asst. Clerk.",
            ["pr H. Ash", "pr M. Birch", "pr J. Cole", "in D. Dunn", "in J. Elm", "in K. Fir"],
        ),
        (
            "Chair: Cllr S. Ash, Cathaoirleach\nPresent: Cllrs. Birch, Cole, Kerr- Dunn and R. Elm.\nMr. E. O’Fir, Chief Executive, Mr. P. Gorse and Ms. P. Hazel, Directors of Services.",
            ["pr S. Ash", "pr Birch", "pr Cole", "pr Kerr- Dunn", "pr R. Elm", "in E. O’Fir", "in P. Gorse", "in P. Hazel"],
        ),
        (
            "Members Present\nCouncillors Jo Ash and Al Birch\nOfficials in Attendance\nCounty Manager: Tom Cole\nDirectors: Kim Dunn, Lee Elm",
            ["pr Jo Ash", "pr Al Birch", "in Tom Cole", "in Kim Dunn", "in Lee Elm"],
        ),
        (
            "IN ATTENDANCE\nChief Executive Jo Ash, Group Manager Parks and Libraries Ian Birch, Manager Finance and Housing Ann Cole and Committee Advisor Amy Dunn.",
            ["in Jo Ash", "in Ian Birch", "in Ann Cole", "in Amy Dunn"],
        ),
        ("In attendance: P Ash, Area Engineer, P Birch, Director of Services M Cole, Meetings Administrator", ["in P Ash", "in P Birch", "in M Cole"]),
        ("Members\nCr David Ash\nCr Doug Hall", ["pr David Ash", "pr Doug Hall"]),
    ],
)
def test_who_was_there_where_signs_were_lost(head: str, found: list[str]) -> None:
    assert there(f"MINUTES OF THE MEETING\n\n{head}\n\n1. Bins\n\nIt was cold.\n\n2. Bags\n\nIt was wet.\n") == found


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Jo Ash (JA), Kim Birch (KB), Al Cole (AC)\nLee Dunn (LD) Clerk", ["pr Jo Ash", "pr Kim Birch", "pr Al Cole", "in Lee Dunn"]),
        ("Councillors Mrs Ash, Birch, Cole and D Dunn\nAlso Present:\nCouncillor Elm", ["in Elm", "pr Ash", "pr Birch", "pr Cole", "pr D Dunn"]),
    ],
)
def test_who_was_there_where_no_label_says_so(head: str, found: list[str]) -> None:
    assert (
        there(
            f"Minutes of the meeting in May\n\n{head}\n\n1. Apologies\n\nThere were none.\n\n2. Declarations of interest\n\nThere were none.\n\n3. Boxes\n\nIt was late.\n"
        )
        == found
    )


def test_who_came_for_one_item_is_told_at_its_head() -> None:
    text = "Present: Councillors J Ash and K Birch\n\n(a) Appointment of Chairman\n\nCouncillor Ash was elected Chairman.\n\n(b) Declarations of Interest\n\nNone were received.\n\n(c) The Marl Inn\n\nAlso present: Mr. I. Cole (Other Person); Ms. J. Dunn (Director).\n\nThe Chairman welcomed all."
    assert there(text) == ["pr J Ash", "pr K Birch", "in I. Cole", "in J. Dunn"]
    assert [(one["number"], one["name"]) for one in items(text)] == [
        ("(a)", "Appointment of Chairman"),
        ("(b)", "Declarations of Interest"),
        ("(c)", "The Marl Inn"),
    ]


def test_labels_within_one_line_are_found_in_two_languages() -> None:
    line = "CATHAOIRLEACH: Cllr. M. Ash, Cathaoirleach of the County I LATHAIR FREISIN: BAILL: Cllrs. T. Birch, D. Cole, Comh. S. Ó Dunn, Cllrs. J. Elm OIFIGIGH: Mr. K. Fir, Chief Executive; Ms. C. Gorse, Director."
    head = "MINUTES OF WHAT ASH COUNTY COUNCIL SAID AND DID IN ITS HALL AT MARL ON FRIDAY 3rd MAY 2019 FROM 2.00 P.M. ON "
    assert there(head + line) == ["pr M. Ash", "pr T. Birch", "pr D. Cole", "pr S. Ó Dunn", "pr J. Elm", "in K. Fir", "in C. Gorse"]


# ── items ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_items_that_count_within_one_line_are_found_with_and_without_a_full_stop() -> None:
    text = (
        "Minutes of Ash Council Ash, Friday 21 June 2019 1 Minutes Decision To approve the minute of 3 May 2019 as a true record. "
        "2. Questions The questions are listed at the end. 3 Leader’s Report The Leader said that the year was dry."
    )
    assert [(one["number"], one["name"]) for one in items(text)][-3:] == [("1", "Minutes"), ("2.", "Questions"), ("3", "Leader’s Report")]
    assert decided(text) == ["approved: Decision To approve the minute of 3 May 2019 as a true record."]


def test_titles_in_capitals_within_one_line_are_found_by_a_colon_or_the_number_of_the_minute() -> None:
    text = "PRESENT: Councillor Ash ADOPTION OF MINUTES: It was agreed to adopt them. COUNCIL BUDGET 2015: Mr Ash said that it was low."
    assert [one["name"] for one in items(text)] == ["ADOPTION OF MINUTES", "COUNCIL BUDGET 2015"]
    assert [(one["number"], one["name"]) for one in items("The meeting began. RESOLUTIONS OF SYMPATHY 2947 The Chair spoke of Mr Ash.")] == [
        ("2947", "RESOLUTIONS OF SYMPATHY")
    ]


def test_a_number_with_a_colon_counts_by_what_stands_behind_it() -> None:
    text = "12/10:01 APOLOGIES\n\nThere were none.\n\n12/10:02 MINUTES OF THE LAST MEETING\n\nThey were read.\n\n12/10:03 MATTERS ARISING\n\nThere were none."
    assert [one["number"] for one in items(text)] == ["12/10:01", "12/10:02", "12/10:03"]


def test_an_item_alone_is_one_where_its_minutes_stand_below_and_its_decision_above_them_is_read() -> None:
    text = "Issue - meetings\n\n18 Conference of Clerks 2013\n\nDecision:\n\nto agree that two of us go and tell.\n\nMinutes:\n\nThe Convener moved that nobody go."
    [one] = items(text)
    assert (one["number"], one["name"]) == ("18", "Conference of Clerks 2013")
    assert decided(text) == ["agreed: to agree that two of us go and tell."]


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        (
            "Agenda item\n\nLand at Marl\n\nTo consider the report.\n\nMinutes:\n\n1. The Chair said that it was wet.\n\n2. The Clerk said that it was dry.",
            "",
            "Land at Marl",
        ),
        (
            "Bins and bags\n\nMeeting: 20/11/2019 - Council (Item 61)\n\n61 To note what was said of bins\n\nCouncillor Ash said that it was cold.",
            "61",
            "To note what was said of bins",
        ),
    ],
)
def test_a_page_of_one_item_is_one_item(text: str, number: str, title: str) -> None:
    assert [(one["number"], one["name"]) for one in items(text)] == [(number, title)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("2020-06_1. BINS\nIt was cold.\n2020-06_2. BAGS\nIt was wet.", ["BINS", "BAGS"]),
        ("1. Apologies: Cllr Ash.\n\n1. Bins: the Clerk said that it was cold.\n\n1. Bags: the Clerk said that it was wet.", ["Apologies", "Bins", "Bags"]),
        (
            "BINS\nPLA1/14\nNone were there.\nBAGS AND BOXES (AS THE RULES OF THE HALL SAY OF\nALL WHO BRING THEM)\nPLA2/14\nNo bags were brought.",
            ["BINS", "BAGS AND BOXES (AS THE RULES OF THE HALL SAY OF ALL WHO BRING THEM)"],
        ),
        (
            "Apologies for absence. Minutes: There were none.\nDeclaration of interests. (Where a member has one, they must say so.) Minutes: There were none.\nBins. Minutes: It was cold.",
            ["Apologies for absence", "Declaration of interests", "Bins"],
        ),
        (
            "86.\n\nMinutes of the last meeting\n\nMinutes:\n\nThey were agreed.\n\n87.\n\nInterests\n\nMinutes:\n\nMin 98. Bins for Marl\n\nCouncillor Ash, a member of Marl Council.\n\n"
            "Min 99. Bags for Elm\n\nCouncillor Birch.\n\nMin 100. Boxes\n\nCouncillor Cole.",
            ["Minutes of the last meeting", "Interests"],
        ),
        (
            "Agenda and minutes\n\nVenue: Marl House\n\nNo. Item\n\nInterests of members\n\nMembers will be asked for theirs.\n\nThere were none.\n\nMinutes pdf icon PDF 155 KB\n\n"
            "They were agreed.\n\nBins and bags\n\nTo receive a report.\n\nIt was cold.",
            ["Interests of members", "Minutes", "Bins and bags"],
        ),
        (
            "1 Declarations\n\nNone.\n\n2 Minutes\n\nThey were read.\n\nVoting Record\n\n5 For, 0 Against, 1 Abstention\n\n3 Bins\n\nIt was cold.",
            ["Declarations", "Minutes", "Bins"],
        ),
    ],
)
def test_titles_in_layouts_that_were_lost(text: str, titles: list[str]) -> None:
    assert [one["name"] for one in items(text)] == titles


def test_somebody_mourned_is_not_whoever_bears_the_same_surname() -> None:
    text = "1. Announcements\n\nThe Mayor spoke of the death of former Councillor Myrtle Ash.\n\n2. Minutes\n\nIt was moved by Councillor Ash, seconded by Councillor Birch, and RESOLVED that they be approved."
    assert [speech["name"] for speech in items(text)[1]["speeches"]] == ["Ash", "Birch"]


def test_a_vice_chair_who_is_elected_was_none_before() -> None:
    text = "Present: Councillors Ash (Chair) and Birch\n\n1. Urgent items\n\nThe Vice-Chairman said that he would go.\n\n2. Election of Vice-Chairman\n\nRESOLVED: That Councillor Birch be elected as the Vice-Chairman.\n\n3. Bins\n\nThe Vice-Chairman said that it was cold."
    assert [(speech["name"], speech["kind"]) for item in items(text) for speech in item["speeches"]] == [("Vice-Chairman", "role"), ("Birch", "person")]


# ── decisions, motions and votes ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It was proposed by Cllr Ash, seconded by Cllr Birch, and RESOLVED\n\n“That the minutes of the meeting held on the 14th January 2019 be ADOPTED.”\n\n"
            "It was proposed by Cllr Cole, seconded by Cllr Birch, and RESOLVED\n\n“That the minutes of the meeting held on the 11th February 2019 be ADOPTED.”",
            [
                "approved: “That the minutes of the meeting held on the 14th January 2019 be ADOPTED.”",
                "approved: “That the minutes of the meeting held on the 11th February 2019 be ADOPTED.”",
            ],
        ),
        (
            "The Council approves the list of bins for May.",
            ["approved: The Council approves the list of bins for May."],
        ),
        ("Members are asked that the Council approves the plan.", []),
        ("The Chair asked for views. Nine Members voted for the lamp.", []),
        (
            "Moved (Mayor Ash/Cr Birch):\n\nThat the Council:\n\nAccepts the apology from Cr Cole.\n\nMotion carried (CNL/2016/130)",
            ["agreed: That the Council:\nAccepts the apology from Cr Cole"],
        ),
        ("Moved Cr Ash, seconded Cr Birch and resolved\n\nThat Council confirms the minutes of May.", ["approved: That Council confirms the minutes of May."]),
        (
            "Proposed by Cllr Ash, seconded by Cllr Birch and Resolved: “That the bye-laws be adopted”.",
            ["approved: Resolved: “That the bye-laws be adopted”."],
        ),
        ("The motion was carried\n\nand it was RESOLVED –\n\n(a) That the lamp be lit.", ["agreed: (a) That the lamp be lit."]),
        ("The Board agreed to a bell at 18:00 for its hens.", ["agreed: The Board agreed to a bell at 18:00 for its hens."]),
        ("The amendment about the lamp was put and was not carried.", ["rejected: The amendment about the lamp was put and was not carried."]),
        ("The other lamp was not agreed and the first was lit.", ["rejected: The other lamp was not agreed and the first was lit."]),
        ("Recommendation (4) was approved.", ["approved: Recommendation (4) was approved."]),
        ("The list of bins was submitted for information and noted.", ["noted: The list of bins was submitted for information and noted."]),
        ("The Panel RESOLVED:\nNot to grant the licence.", ["refused: Not to grant the licence."]),
        ("Decision:\nThere were no declarations.\nThe purpose of this item was to hear of them.", []),
        ("To receive apologies and the name of anybody nominated to attend.", []),
        ("On the motion of the Chairman the meeting was adjourned for the public to speak.", []),
        ("PENDERFYNWYD nodi'r adroddiad ond ceisio eglurhad.", ["noted: PENDERFYNWYD nodi'r adroddiad ond ceisio eglurhad."]),
    ],
)
def test_what_was_decided(text: str, found: list[str]) -> None:
    assert decided(f"1. Bins\n\n{text}\n\n2. Bags\n\nIt was cold.") == found


def test_who_moves_and_seconds_with_a_stroke_between_them_speaks() -> None:
    [one, _] = items("1. Bins\n\nMoved (Mayor Jo Ash/Cr Kim Birch):\n\nThat the lamp be lit.\n\nMotion carried\n\n2. Bags\n\nIt was cold.")
    assert [(motion["mover"], motion["seconder"], motion["outcome"]) for motion in one["motions"]] == [("Jo Ash", "Kim Birch", "carried")]
    assert [speech["name"] for speech in one["speeches"]] == ["Jo Ash", "Kim Birch"]


def test_a_division_in_one_sentence_is_read_with_its_names_and_posts() -> None:
    text = (
        "1. Bins\n\nOn a division, there voted:- For the motion by the Convener (4)  -  the Convener; the Vice Convener; and Councillors Ash and Birch; "
        "For the amendment by Councillor Cole (1)  - Councillor Cole; Declined to vote (2) Councillors Dunn and Elm.\n\n2. Bags\n\nIt was cold."
    )
    [vote] = items(text)[0]["vote_events"]
    assert (vote["for"], vote["against"], vote["abstain"]) == (4, 1, 2)
    assert (vote["for_names"], vote["against_names"], vote["abstain_names"]) == (("Ash", "Birch", "Convener", "Vice Convener"), ("Cole",), ("Dunn", "Elm"))


def test_interests_behind_a_comma_are_those_of_whoever_is_named() -> None:
    text = "1. Declarations of interest\n\nMin 98. Bins for Marl.\n\nCouncillor Sam Ash, Affects Non-registerable Interest, member of Marl Council.\n\nCouncillor Kim Birch, Personal Interest, lives in Marl.\n\n2. Bags\n\nIt was cold."
    assert [one["name"] for one in items(text)[0]["declarations"]] == ["Sam Ash", "Kim Birch"]


def test_what_was_not_carried_had_more_against_it() -> None:
    [vote] = items("1. Bins\n\nThe amendment was NOT CARRIED by 28 votes to 24.\n\n2. Bags\n\nIt was cold.")[0]["vote_events"]
    assert (vote["for"], vote["against"]) == (24, 28)


def test_the_words_of_motions_below_their_headings_are_no_decisions() -> None:
    text = "1. Rules\n\nDeemed motion on behalf of the Marl Group\n\nThat the rules be adopted.\n\nAmendment on behalf of the Elm Group\n\nThat the rules be replaced.\n\nProposed by Councillor Ash,\nSeconded by Councillor Birch;\n\nThat the lamp be lit.\n\n2. Bags\n\nIt was cold."
    assert decided(text) == []


def test_a_motion_is_carried_where_the_decision_below_says_the_same() -> None:
    text = "1. Vice-chairman\n\nIt was proposed by Cllr Ash and seconded by Kim Birch that Al Cole be appointed for the rest of the year.\n\nDecision\n\nThat Al Cole be appointed for the rest of the year.\n\n2. Bags\n\nIt was cold."
    assert [motion["outcome"] for motion in items(text)[0]["motions"]] == ["carried"]


def test_two_substitutes_in_one_sentence_are_two() -> None:
    text = (
        "1. Apologies\n\nApologies for absence were received from Al Ash and Bea Birch.\n\n2. Substitute Members\n\n"
        "It was said that Kim Cole was attending as Al Ash’s substitute and Lee Dunn, Director for Bins and Bags was attending as Bea Birch’s substitute."
    )
    assert there(text) == ["ap Al Ash", "ap Bea Birch", "su Kim Cole", "su Lee Dunn"]


def test_a_recorded_vote_is_read_behind_letters_and_dots() -> None:
    text = (
        "1. Bins\n\nThere voted for the lamp being lit:\n\nCouncillors Ash, Birch ........................  2\n\n"
        "There voted against the lamp being lit:\n\nCouncillor Cole ............  1\n\nThere abstained from voting:\n\nCouncillor Dunn ........ 1\n\n"
        "2. Bags\n\n(a) For recommendation (4) – 2\n\nCllr Ash and Cllr Birch.\n\n(b) Against recommendation (4) – 1\n\nCllr Cole.\n\n(c) Abstentions – 0"
    )
    votes = [vote for item in items(text) for vote in item["vote_events"]]
    assert [(vote["for"], vote["against"], vote["abstain"], vote["for_names"]) for vote in votes] == [(2, 1, 1, ("Ash", "Birch")), (2, 1, 0, ("Ash", "Birch"))]


def test_somebody_from_elsewhere_who_was_invited_is_whom_the_next_sentence_means() -> None:
    text = "Present: Cr Kim Birch\nIn attendance: Robin Ash (public)\n\n1. Forum\n\nRobin Ash from Marl Farm was invited to speak. He outlined how hens sleep.\n\n2. Bags\n\nIt was cold."
    assert [speech["name"] for speech in items(text)[0]["speeches"]] == ["Robin Ash"]
