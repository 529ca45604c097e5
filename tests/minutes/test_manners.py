"""The manners of many clerks, each in sentences of our own: how they decide, vote, move, list who was there and tell who spoke."""

from __future__ import annotations

import pytest

from archive.minutes import Annotations, annotate
from archive.minutes.acronyms import acronyms_in
from archive.minutes.segments import segments_of
from archive.records import AgendaItem
from archive.text.wrapped import unwrapped
from archive.work.document import annotated

BODY = "The Clerk said that two heaters had failed, that they had been looked at twice, and that nobody knew what it would cost to mend them.\n"


def read(text: str, title: str = "Bins") -> Annotations:
    return annotate([AgendaItem("ash/item/1", "1", "ash/meeting/1", 1, "1.", title, text)], [], [], "ash")


def there(head: str) -> list[str]:
    found = annotated(f"{head}\n1. Bins\n{BODY}2. Bags\n{BODY}3. Boxes\n{BODY}".encode())["attendance"]
    return [f"{one['status'][:2]} {one['name']}" + (f" ({one['role']})" if one["role"] else "") for one in found]


# ── decisions ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        (
            "Moved by Cllr Ash, seconded by Cllr Birch and by a show of hands unanimously agreed that:\n(a) the lamp be lit;\n(b) the plan be deferred.",
            ["agreed: the lamp be lit;", "deferred: the plan be deferred."],
        ),
        ("Proposed by Cllr Ash, and resolved by a majority that:\nthe budget be adopted.", ["approved: the budget be adopted."]),
        ("RECOMMENDED TO COUNCIL –\n1. That the Tree Policy be adopted.", ["recommended: 1. That the Tree Policy be adopted."]),
        ("RECOMMENDED TO CABINET\nThat the Tree Policy be adopted.", ["recommended: That the Tree Policy be adopted."]),
        (
            "Proposed by Cllr Ash, seconded by Cllr Birch and by a show of hands unanimously agreed that the fee be £5.",
            ["agreed: by a show of hands unanimously agreed that the fee be £5."],
        ),
        ("92.1 It was resolved to:\n\tA\tNote the accounts.\n\tB\tApprove the plan.\n92.2 Mr Ash came back.", ["noted: Note the accounts.", "approved: Approve the plan."]),
        (
            "RESOLVED: That consent be GRANTED subject to the following conditions:\n1. Begun in three years.\n2. No lights.",
            ["approved: RESOLVED: That consent be GRANTED subject to the following conditions:\n1. Begun in three years.\n2. No lights."],
        ),
        ("DECISION: REFUSED for the following reasons:\n1. Too high.", ["refused: DECISION: REFUSED for the following reasons:\n1. Too high."]),
        ("The Board noted the report and asked for a plan for the backlog.", ["noted: The Board noted the report"]),
        ("The Panel considered the report and noted that the barn had burnt down.", []),
        ("Consideration was given to the list. Resolved:- That it be agreed.", ["agreed: Resolved:- That it be agreed."]),
        ("19/7 Resolved to buy a bench.", ["agreed: Resolved to buy a bench."]),
        ("a) Payments of £1,233.10 were approved.", ["approved: a) Payments of £1,233.10 were approved."]),
        ("Cllr Ash proposed, and Cllr Birch seconded, that a mower be bought. All agreed.", ["agreed: that a mower be bought. All agreed."]),
        ("The Chair spoke of filming and Members noted the information.", ["noted: Members noted the information."]),
        ("Jo will be away, and it was agreed that Kim would write.", ["agreed: it was agreed that Kim would write."]),
        ("The transfer was not agreed.", ["rejected: The transfer was not agreed."]),
        ("Left on the table until June.", ["deferred: Left on the table until June."]),
        ("Scouts – £450 – Refused (reserves too high)", ["refused: Scouts – £450 – Refused (reserves too high)"]),
        ("Resolved, on the motion of Cllr Ash seconded by Mr Birch: (a) that bills be paid; (b) that the plan be approved.", ["agreed: (a) that bills be paid;", "approved: (b) that the plan be approved."]),
        ("The Chief Executive agreed to bring one to the January meeting.", []),
        ("Standing orders were suspended.", ["agreed: Standing orders were suspended."]),
        ("At its meeting in May the Cabinet agreed to buy a bench.", []),
        ("Syrthiodd y gwelliant.", ["rejected: Syrthiodd y gwelliant."]),
        ("The Review Body unanimously DISMISSED the review and refused permission.", ["refused: The Review Body unanimously DISMISSED the review and refused permission."]),
        ("The Committee agreed to receive a further update in May.", ["agreed: The Committee agreed to receive a further update in May."]),
        ("RESOLVED – That this Council notes with alarm the loss of buses.", ["agreed: RESOLVED – That this Council notes with alarm the loss of buses."]),
        ("RESOLVED: That, if no objections are received, the order come into force.", ["agreed: RESOLVED: That, if no objections are received, the order come into force."]),
    ],
)  # fmt: skip
def test_how_clerks_decide(text: str, decided: list[str]) -> None:
    assert [f"{one.outcome}: {one.text}" for one in read(text).decisions] == decided


def test_what_a_council_says_of_each_application_is_told_behind_who_left_and_within_a_paragraph() -> None:
    rows = "(i)\t24/00123/FUL Barn\nCllr Ash left the room.\nComment: No objection\n(ii)\t24/00124/FUL Shed\nComment: Object"
    assert len(read(rows, "Planning").decisions) == 2
    assert len(read("(a) 24/00123/FUL Barn - no objection. (b) 24/00124/FUL Shed - object.", "Planning").decisions) == 2


# ── votes and motions ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("The amendment was lost: for – Cllrs Ash and Birch; against – Cllrs Cole, Dunn and Elm; abstained – Cllr Fir.", [(2, 3, 1)]),
        ("FOR 5 AGAINST 2 ABSTAINED 1", [(5, 2, 1)]),
        ("The proposal fell by three votes to two.", [(2, 3, None)]),
        ("There voted for Councillor Bull 6 and for Councillor Wendy Price 4.", [(6, 4, None)]),
        ("The vote was tied at four each.", [(4, 4, None)]),
        ("The vote was carried 6 – 1 with one abstention.", [(6, 1, 1)]),
        ("Mr Ash reported. It had refused the quarry by 7 votes to 4.", []),
        ("Pleidleisiwyd ar y gwelliant: o blaid 3, yn erbyn 6, ymatal 1.", [(3, 6, 1)]),
        ("O blaid (2): Y Cynghorwyr Ash a Birch\nYn erbyn (1): Y Cynghorydd Cole\nYmatal (1): Y Cynghorydd Dunn", [(2, 1, 1)]),
        ("It was carried by 4 votes to 2. Councillors A Ash, B Birch, C Cole and D Dunn voted for it. Councillors E Elm and F Fir voted against it.", [(4, 2, None)]),
        ("RESOLVED to object. Unanimous.", [(None, None, None)]),
    ],
)  # fmt: skip
def test_how_clerks_count(text: str, votes: list[tuple[int | None, int | None, int | None]]) -> None:
    assert [(one.for_, one.against, one.abstain) for one in read(text).vote_events] == votes


@pytest.mark.parametrize(
    ("text", "motions"),
    [
        ("Cllr Ash moved that the plan be adopted. Cllr Birch seconded. Cllr Cole moved an amendment that it be deferred, seconded by Cllr Dunn.\nThe amendment was put to the vote: for 2, against 3.", ["Ash/Birch:None", "Cole/Dunn:lost*"]),
        ("Councillor Ash, seconded by Councillor Birch, moved in terms of the notice:-\n“That buses run.”\nThereafter the motion was agreed to.", ["Ash/Birch:carried"]),
        ("Proposal: that the rate be 0% (Cllr Ash, seconded Cllr Birch)\nAGREED: that the rate be 0%.", ["Ash/Birch:carried"]),
        ("Mr Ash, in moving the motion, said that it was time. Mr Birch, seconding, reserved the right to speak.", ["Ash/Birch:None"]),
        ("It was proposed by Cllr Ash and seconded by Cllr Birch that Cllr Cole be elected. It was proposed by Cllr Dunn and seconded by Cllr Elm that Cllr Fir be elected.\nRESOLVED – That Cllr Cole be elected Chairman.", ["Ash/Birch:carried", "Dunn/Elm:lost"]),
        ("Cllr Ash felt that it was low. He proposed a precept of £9,000. There was no seconder and the proposal fell.", ["Ash/None:lost"]),
        ("Agreed, on the proposal of Cllr Ash, seconded by Cllr Birch, that the club be let in.", ["Ash/Birch:carried"]),
    ],
)  # fmt: skip
def test_how_clerks_tell_who_moved(text: str, motions: list[str]) -> None:
    assert [f"{one.mover}/{one.seconder}:{one.outcome}" + "*" * one.amendment for one in read(text).motions] == motions


# ── who spoke, who declared, who does it ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillors Ash, Mrs. Birch, van der Cole and Dunn spoke.", ["Ash", "Birch", "van der Cole", "Dunn"]),
        ("Bailies Agnes Ash and Donald Birch spoke.", ["Agnes Ash", "Donald Birch"]),
        ("The Chair asked why, to which the Case Officer, Joy Ash, replied that it was so.", ["Chair", "Joy Ash"]),
        ("The Clerk did so and reported that it was mended.", ["Clerk"]),
        ("Councillor Ash, the Executive Member responsible for libraries, thanked Mrs Birch.", ["Ash"]),
        ("The Cabinet Member for Education and the Welsh Language stated that it was so.", ["Cabinet Member for Education and the Welsh Language"]),
        ("Cllr Ash pointed out an error, which Mr Birch agreed to correct.", ["Ash", "Birch"]),
        ("Councillor Ash followed with a question on the lane.", ["Ash"]),
        ("The Clerk read a letter from Mr. and Mrs. Ash in which they asked for help.", ["Clerk"]),
        ("Councillor Ash declared an interest and indicated that she would leave the meeting.", []),
        ("Mr Ash said that the routes added following representations by Mrs Birch had been kept.", ["Ash"]),
        ("(2) Question by Mrs. Ann Ash to the Leader:-\n“Why?”\nMrs. Ash not being present, a written answer would be sent.", []),
        ("The following spoke:\nCouncillor Ash\n(Councillor Birch joined the meeting at 7.20 pm)", ["Ash"]),
        ("Cllr Ash – the bypass would be resurfaced in May.", ["Ash"]),
        ("Head of Finance Ms Ash presented the report.", ["Ash"]),
        ("Talodd y Cynghorydd Ash deyrnged i’r Clerc.", ["Ash"]),
    ],
)
def test_how_clerks_tell_who_spoke(text: str, names: list[str]) -> None:
    assert [one.name for one in read(text, "Report").speeches] == names


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("Councillor Ash\tP23/092 (iii)\tKnows the applicant", "DECLARATIONS", ["Ash"]),
        ("Declarations of Interest were recorded for Alderman Ash in Item 5.2.", "Declarations of interest", ["Ash"]),
        ("19/6 Councillor Ash – Item 7 (member of the club).", "Declarations of interest", ["Ash"]),
    ],
)
def test_how_clerks_list_interests(text: str, title: str, names: list[str]) -> None:
    assert [one.name for one in read(text, title).declarations] == names


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The Chair asked for it and Mr Ash agreed to correct it before publication.", ["Ash"]),
        ("Jo Ash had been missed. Jo Ash will amend.", ["Jo Ash"]),
        ("It was agreed that Jo Ash would take the chair.", []),
    ],
)
def test_how_clerks_give_tasks(text: str, owners: list[str]) -> None:
    assert [one.name for one in read(text).actions] == owners


def test_who_is_meant_by_a_post_is_told_by_the_kind_of_meeting_and_by_elections() -> None:
    head = "CABINET\nPresent: Mr A Ash (in the Chair), Mrs B Birch\nAlso present: Mr C Cole\n"
    text = "1. Bins\nThe Leader said that it was so. At the invitation of the Leader, Mr Cole, Leader of the Green Group, asked why.\nThe Cabinet agreed.\n2. Bags\nNone.\n"
    assert [one["name"] for one in annotated((head + text).encode())["items"][0]["speeches"]] == ["A Ash", "C Cole"]
    head = "Present: Mr A Ash, Mrs B Birch, Ms C Cole, Mr D Yates (Area Manager)\n"
    text = (
        "1. Election of Chairman\nMr Ash was duly elected.\n2. Election of Vice-Chairman\nMrs Birch was elected unopposed.\n"
        "3. Bins\nThe Chairman spoke. The Vice-Chairman seconded it. Area Manager Yates gave a talk.\n"
    )
    assert [one["name"] for one in annotated((head + text).encode())["items"][2]["speeches"]] == ["A Ash", "B Birch", "D Yates"]


# ── who was there ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Councillors:\nP  Jo Ash (Chairman)\nA  Kim Birch\nP: Present\nA: Apologies for absence", ["pr Jo Ash (Chairman)", "ap Kim Birch"]),
        ("Sub-Committee:   Mrs A Ash (Chairman)    Mr B Birch", ["pr A Ash (Chairman)", "pr B Birch"]),
        ("Schools members\nJo Ash\nKim Birch\nNon-schools members\nLee Cole", ["pr Jo Ash", "pr Kim Birch", "pr Lee Cole"]),
        ("Present: Cllrs A Ash and B Birch\nCouncillors C Cole and D Dunn were also present for part of it.", ["pr A Ash", "pr B Birch", "in C Cole", "in D Dunn"]),
        ("Present: Mr A Ash, Mr B Birch\nMr C Cole attended to observe and speak but not vote.", ["pr A Ash", "pr B Birch", "in C Cole"]),
        ("Present: Cllrs Ash, Birch, Cole; Clerk; Mr Dunn", ["pr Ash", "pr Birch", "pr Cole", "pr Dunn"]),
        ("Present / Yn bresennol: Cllr A Ash\nClerk / Clerc: Mrs B Birch", ["pr A Ash", "in B Birch (Clerk)"]),
        ("Present: Cllrs A Ash, B Birch\nCabinet Members: Councillors Grey and Hall", ["pr A Ash", "pr B Birch", "in Grey", "in Hall"]),
        ("Present: Councillor A Ash, L Birch\nPublic Speakers: C Cole, Agent, and D Dunn, Applicant", ["pr A Ash", "pr L Birch", "in C Cole (Agent)", "in D Dunn (Applicant)"]),
        ("Present: Cllr A Ash\nIn attendance: Mr B Birch (Clerk), Dist. Cllr C Cole", ["pr A Ash", "in B Birch (Clerk)", "in C Cole"]),
        ("Present: Provost A Ash; Councillors B Birch\nApologies: Councillor C Cole.\nProvost Ash presiding.", ["pr A Ash (Provost)", "pr B Birch", "ap C Cole"]),
        ("Present: Cllr A Ash\nApologies were recorded for Councillor Birch and Mrs. C Cole.", ["pr A Ash", "ap Birch", "ap C Cole"]),
        ("Present: Cllr A Ash\nApologies were received from Cllr B Birch who was ill and Cllr C Cole.", ["pr A Ash", "ap B Birch", "ap C Cole"]),
    ],
)  # fmt: skip
def test_how_clerks_list_who_was_there(head: str, found: list[str]) -> None:
    assert there(head) == found


def test_those_who_sent_apologies_and_a_substitute_are_told_in_one_sentence() -> None:
    assert there("Present: Cllr A Ash\nApologies for absence:- Councillors Ives (for whom Councillor Jarvis attended) and Kemp.") == [
        "pr A Ash",
        "ap Ives",
        "ap Kemp",
        "su Jarvis",
    ]


# ── items, lines, short forms ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "layout",
    [
        "a) APOLOGIES  Mr. Ash.\nb) BINS  {body}c) BAGS  {body}d) BOXES\n{body}",
        "APOLOGIES\nAUD21/15     Apologies were recorded from Cllr Ash.\nBINS\nAUD22/15     {body}BAGS\nAUD23/15     {body}BOXES\nAUD24/15     {body}",
        "1.\nAPOLOGIES\nNone.\n2.\n2.1\nBINS\n{body}3.\n3.1\nBAGS\n{body}4.\n4.1\nBOXES\n{body}",
        "COU\n94\nApologies\nNone were sent.\nCOU\n95\nBins\n{body}COU\n96\nBags\n{body}COU\n97\nBoxes\n{body}",
        "Item 1:Apologies.\n19/5 Cllr Ash was ill.\nItem 2:Bins.\n19/6 {body}Item 3:Bags.\n19/7 {body}Item 4:Boxes.\n19/8 {body}",
        "2024/1 Apologies – none\n2024/2 Bins – noted\n2024/3 Bags: {body}2024/4 Boxes – approved, all in favour\n",
        "1\nAPOLOGIES\nNone.\n2\nBINS\n{body}3\nBAGS\n{body}4\nBOXES\n{body}",
    ],
)
def test_items_are_cut_in_many_layouts(layout: str) -> None:
    whole = unwrapped("Ash Council\nPresent: Cllr A Ash, Cllr B Birch\n" + layout.format(body=BODY)).text
    assert [one.title.casefold() for one in segments_of(whole)[1]] == ["apologies", "bins", "bags", "boxes"]


def test_an_application_below_its_number_is_an_item() -> None:
    text = f"1\nMINUTES\n{BODY}2\n24/0123/FUL - 7 THE ROW, MARL\n{BODY}3\n24/0456/FUL - 9 THE ROW, MARL\n{BODY}"
    assert [one.title for one in segments_of(text)[1]] == ["MINUTES", "24/0123/FUL - 7 THE ROW, MARL", "24/0456/FUL - 9 THE ROW, MARL"]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("was moved by Councillor Ash, seconded by Councillor\nBirch:-", "was moved by Councillor Ash, seconded by Councillor Birch:-"),
        ("being put to the vote the motion was lost by 2 votes to\n4.", "being put to the vote the motion was lost by 2 votes to 4."),
        ("in the Guildhall were Ray Ash, Kath Birch, Pauline Cole, Ravi\nDunn, who came late.", "in the Guildhall were Ray Ash, Kath Birch, Pauline Cole, Ravi Dunn, who came late."),
        ("it was agreed to accept the minutes of the meeting held on\n21st June as a true record.", "it was agreed to accept the minutes of the meeting held on 21st June as a true record."),
    ],
)  # fmt: skip
def test_wrapped_lines_go_on(lines: str, whole: str) -> None:
    filling = "the road was long and it was wet and nobody knew where it\nwould end or who had built it, or when, or for what reason it\nhad been laid so very far from the town and the market and the\nsea, which could be seen from the hill above the last of the\nhouses on a clear day in the spring when the wind was low. It\n"
    assert whole in unwrapped(filling + lines).text


def test_the_number_of_a_page_with_a_place_to_sign_stands_in_no_sentence() -> None:
    text = "PCSO Ash undertook to \n\n      - 1 -        Initials\n      ........\n\nspeak to the parents."
    assert unwrapped(text).text == "PCSO Ash undertook to speak to the parents."


def test_every_word_of_a_long_form_counts() -> None:
    assert acronyms_in("They have closed circuit television (CCTV).") == [("CCTV", "closed circuit television")]


def test_a_numbered_paragraph_without_a_title_is_an_item_among_those_that_have_one() -> None:
    text = f"1. Apologies were received from Cllr. A. Ash.\n2. The minutes of the last meeting were signed.\n3. Bins\n{BODY}4. Bags\n{BODY}5. Boxes\n{BODY}"
    assert [(one.number, one.title) for one in segments_of(text)[1]] == [("1.", ""), ("2.", ""), ("3.", "Bins"), ("4.", "Bags"), ("5.", "Boxes")]
