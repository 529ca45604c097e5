"""Who spoke and what was decided, in sentences of our own; each finding stands at its place and says by which rule."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.minutes import annotate
from archive.records import AgendaItem, Attendance, Person
from archive.work.document import annotated

PEOPLE = [
    Person("ash/person/1", "1", "Eira Loxley", "member"),
    Person("ash/person/2", "2", "Dev Harcastle", "member"),
    Person("ash/person/3", "3", "Mair Penn", "member"),
    Person("ash/person/4", "4", "Owen Penn", "member"),
    Person("ash/person/5", None, "Tamsin Boyle", "officer"),
]
ROLES = ["Chair", "Committee Member", "Committee Member", "Committee Member", "Head of Streets"]
ATTENDANCE = [
    Attendance("ash/meeting/1", n, p.id, p.name, p.name, "in_attendance" if p.kind == "officer" else "present", ROLES[n]) for n, p in enumerate(PEOPLE)
]


def read(text: str, title: str = "Bins"):  # type: ignore[no-untyped-def]
    return annotate([AgendaItem("ash/item/1", "1", "ash/meeting/1", 1, "1.", title, text)], ATTENDANCE, PEOPLE, "ash")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillor Loxley said that the bins were late.", ["Eira Loxley"]),
        ("Cllr Mrs E Loxley MBE asked why.", ["Eira Loxley"]),
        ("Eira explained the rota.", ["Eira Loxley"]),
        ("The Chair welcomed everybody.", ["Eira Loxley"]),
        ("The Head of Streets reported that two lorries had broken down.", ["Tamsin Boyle"]),
        ("It was moved by Councillor Harcastle and seconded by Councillor Loxley that the report be noted.", ["Dev Harcastle", "Eira Loxley"]),
        ("Councillor Penn asked for a date.", ["Penn"]),
        ("Councillor Mair Penn asked for a date.", ["Mair Penn"]),
        ("The Treasurer advised that there was no money.", ["Treasurer"]),
        ("Joan Applegarth, Mill Lane, asked when the road would be mended.", ["Joan Applegarth"]),
        ("Dywedodd y Cynghorydd Loxley fod y biniau’n llawn.", ["Eira Loxley"]),
        ("Members thanked Councillor Harcastle for his work.", []),
        ("The report stated that Councillor Harcastle had agreed.", []),
        ("The Committee asked for a report.", []),
        ("A letter from Mr Tench was read.", []),
        ("The Mill Lane Residents Association said no more.", []),
    ],
)
def test_speakers(text: str, names: list[str]) -> None:
    assert [speech.name for speech in read(text).speeches] == names


def test_two_people_of_one_surname_stay_unresolved() -> None:
    [speech] = read("Councillor Penn asked for a date.").speeches
    assert speech.person_id is None


def test_a_resident_is_public_and_a_titled_stranger_a_member() -> None:
    found = read("Joan Applegarth asked when.\nCouncillor Petra Quill said soon.")
    assert {person.name: person.kind for person in found.people} == {"Joan Applegarth": "public", "Petra Quill": "member"}


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("RESOLVED: That the report be noted.", ["noted"]),
        ("RESOLVED:\n(a) That the plan be approved;\n(b) That the Cabinet be asked to fund it.", ["approved", "recommended"]),
        ("RESOLVED that the application be refused.", ["refused"]),
        ("AGREED that a letter be written to the bus company.", ["agreed"]),
        ("Decision: deferred until May.", ["deferred"]),
        ("DECISION: That the licence be granted.", ["approved"]),
        ("After a long debate. It was agreed that the hut be painted.", ["agreed"]),
        ("The minutes of the last meeting were taken as read, confirmed and signed.", ["approved"]),
        ("The report was noted.", ["noted"]),
        ("Noted.", ["noted"]),
        ("Councillor Loxley was elected Chair for the year.", ["appointed"]),
        ("On being put to the vote the amendment was lost.", ["rejected"]),
        ("PENDERFYNWYD nodi’r adroddiad.", ["noted"]),
        ("PENDERFYNIAD: Cymeradwyo’r cais yn unol ag argymhelliad y swyddog.", ["approved"]),
        ("PENDERFYNWYD argymell i’r Cyngor llawn fabwysiadu’r polisi.", ["recommended"]),
        ("Penderfynwyd yn unfrydol gymeradwyo cofnodion y cyfarfod.", ["approved"]),
        ("Cytunwyd i dderbyn yr adroddiad.", ["noted"]),
        ("RESOLVED that officers report again to this Committee in the spring.", ["agreed"]),
        ("Resolved        that standing orders be suspended.", ["agreed"]),
        ("AND AGREED\n“To confirm the minutes of the last meeting.”", ["approved"]),
        ("A vote of sympathy was passed by the members.", ["agreed"]),
        ("Minutes of the previous meeting were agreed.", ["approved"]),
        ("The Clerk declared Cllr Ash elected as Chairman.", ["appointed"]),
        ("The Mayor declared the proposal to defer the plan as defeated.", ["rejected"]),
        ("It was AGREED to write. It was noted that the bank had shut.", ["agreed"]),
        ("At a recent forum meeting it was agreed that Mr Ash would ask.", []),
        ("Further to questions from Members it was noted:", []),
        ("Request for a memorial - approved.", ["approved"]),
        ("Letter from the club - noted.", ["noted"]),
        ("a. Finance Policy – deferred to the next meeting", ["deferred"]),
        ("24/00123/FUL – garage – approved.", []),
        ("The Constitution was approved and adopted.", ["approved"]),
        ("After discussion it was resolved to apply for a precept.", ["agreed"]),
        ("Cllr Ash proposed and Cllr Birch seconded that Cllr Cole should be elected as Chairman, and this was passed unanimously.", ["appointed"]),
        ("RESOLVED that Cabinet note the settlement, including the grant that was approved.", ["noted"]),
        ("Agreed to accept the quote from Ash & Co.", ["agreed"]),
        ("Councillors approved payment of this.", ["approved"]),
        ("RESOLVED: That the question of the gate be brought forward to the next meeting.", ["deferred"]),
        ("The following representatives were agreed: Jo Ash.", ["appointed"]),
        ("All Councillors agreed to its acceptance.", ["approved"]),
        ("The report, as circulated, was noted by Members.", ["noted"]),
        ("Circulated, approved & signed as correct.", ["approved"]),
        ("All members present agreed to the code of conduct.", ["agreed"]),
        ("Re-agenda for next meeting.", ["deferred"]),
        ("RESOLVED that the item be brought back to the next meeting.", ["deferred"]),
        ("Cymeradwywyd y cofnodion.", ["approved"]),
        ("It was moved by A and seconded by B and carried:-\n“That the common be mown in June.”", ["agreed"]),
        ("Members were content to leave the fee as it was.", ["agreed"]),
        ("It was the view of the Committee that the wall should stay.", ["agreed"]),
        ("There was general agreement that the lamp be lit.", ["agreed"]),
        ("The Council raised no objection.", ["agreed"]),
        ("Members concurred.", ["agreed"]),
        ("The Board discussed the letter, but agreed that it be sent in May.", ["agreed"]),
        ("The matter was held over to the next meeting.", ["deferred"]),
        ("Agreed to come back to this issue.", ["deferred"]),
        ("The application was referred back to the Planning Committee.", ["agreed"]),
        ("Referred to the Parks Group.", ["agreed"]),
        ("Jo Ash once again appointed.", ["appointed"]),
        ("JA and KB appointed to the Parks Group.", ["appointed"]),
        ("Treasurer: Jo Ash was the only nomination. She was duly elected.", ["appointed"]),
        ("The Swan agreed as venue for the dinner.", ["agreed"]),
        ("Allowances of £20 for the fête were approved.", ["approved"]),
        ("The monthly report covered the roads and was noted by the members.", ["noted"]),
        ("It was agreed to suspend standing orders to receive a deputation.", ["agreed"]),
        ("24/0012 – new shed. Approval recommended.", ["recommended"]),
        ("A vote of thanks to Jo Ash was passed.", ["agreed"]),
        ("The amendment was LOST, 3 voting for it and 5 against.", ["rejected"]),
        ("The motion fell by 3 votes to 5.", ["rejected"]),
        ("The proposal did not find favour with members.", ["rejected"]),
        ("Following a vote, 3 for and 5 against, the proposal was rejected.", ["rejected"]),
        ("The amendment, on being put to the meeting, was declared lost.", ["rejected"]),
        ("The amendment was put and negatived.", ["rejected"]),
        ("The Committee rejected the amendment.", ["rejected"]),
        ("Methodd y gwelliant.", ["rejected"]),
        ("On being put to the vote the amendment was defeated and the motion was carried.", ["rejected", "agreed"]),
        ("The amendment was defeated.\nRESOLVED: That a lamp be bought.", ["rejected", "agreed"]),
        ("The motion was carried.\nRESOLVED: That a lamp be bought.", ["agreed"]),
        ("The amendment fell for want of a seconder.", []),
        ("Cllr Ash said that the motion had been lost in May.", []),
        ("The Board received the report of the Clerk. The Board agreed to buy a lamp.", ["agreed"]),
        ("The Board received the report of the Clerk.", ["noted"]),
        ("It was agreed last month to buy a lamp.", []),
        ("This was supported by Cllr Ash.", []),
        ("Resolved, that the Council objects.", ["agreed"]),
        ("5.4 Resolved that the report be noted.", ["noted"]),
        ("Noted, with the addition of a lamp.", ["noted"]),
        ("Agreed nem con that a lamp be bought.", ["agreed"]),
        ("It was remitted to the Head of Roads to write.", ["agreed"]),
        ("The Council, on the motion of Cllr Ash, approved the Minute as a correct record.", ["approved"]),
        ("The rules, which had been circulated, were approved and signed.", ["approved"]),
        ("The minute of the last meeting was submitted and approved.", ["approved"]),
        ("Having heard Mr Ash, the Council agreed –\n(i) to note the report;\n(ii) to thank the club.", ["noted", "agreed"]),
        ("It was therefore resolved that the Authority:\na) approve a budget of £3m; and\nb) note the letter.", ["approved", "noted"]),
        ("The Authority therefore resolved: (a) to buy a lamp; (b) to mend the gate.", ["agreed", "agreed"]),
        ("The Local Review Body thereupon upheld the determination and refused planning permission.", ["refused"]),
        ("The Local Review Body accordingly agreed to continue consideration of the request.", ["deferred"]),
        ("The item was put back to April. The motion was, at her request, deferred until June.", ["deferred", "deferred"]),
        ("Consideration of the letter was deferred.", ["deferred"]),
        ("The Committee RECOMMENDS to Full Council that a lamp be bought.", ["recommended"]),
        ("It was agreed that Cllr Ash should continue as its representative.", ["appointed"]),
        ("It was decided to give nothing this year. The Board declined to buy a lamp.", ["refused", "refused"]),
        ("The Committee received and noted the list of decisions, among which was one to refuse a licence.", ["noted"]),
        ("Members were happy to proceed with the lamp.", ["agreed"]),
        ("The Chairman proposed that the item be deferred. This was agreed.", ["deferred"]),
        ("Cllr Cole was nominated by Cllr Ash, seconded by Cllr Birch, and elected Chairman.", ["appointed"]),
        ("The Panel thanked the Clerk and noted the report.", ["noted"]),
        ("Members supported the recommendation.", ["agreed"]),
        ("The application was thereupon refused.", ["refused"]),
        ("The Clerk was authorised to spend £60.", ["agreed"]),
        ("The Panel recommends that Cabinet buys a lamp.", ["recommended"]),
        ("Accounts totalling £400 were passed for payment.", ["approved"]),
        ("Cytunodd y Pwyllgor i brynu lamp. Nododd yr Aelodau yr adroddiad.", ["agreed", "noted"]),
        ("Nododd yr Aelodau bod y lamp yn hen.", []),
        ("24/00123/FUL\t14 High Street, porch\tNo objection", ["agreed"]),
        ("24/00123/FUL 14 High Street, porch. No observations.", ["agreed"]),
        ("24/00123/FUL – 14 High Street\nThe Council objects on grounds of height.", ["agreed"]),
        ("24/00123/FUL 14 High Street, porch: Deferred to the next meeting", ["deferred"]),
        ("24/00123/FUL\t14 High Street, porch\tApproved (ATC: no objection)", []),
        ("7/0412/2023/HHA 14 High Street, porch. NO OBJECTION.", ["agreed"]),
        ("The Committee otherwise approved the plan.", ["approved"]),
        ("The Board reluctantly agreed to sell the lamp.", ["agreed"]),
        ("Members previously agreed to buy a lamp.", []),
        ("Ash Rowing Club (£50). NOT APPROVED – the Club is in another parish.", ["refused"]),
        ("The application for a grant was not supported.", ["refused"]),
        ("Declined to vote", []),
        ("On the nomination of the Leader, Cllr Ash was appointed Member Champion for Carers.", ["appointed"]),
        ("Cllr Ash was appointed the Council’s representative on the Trust.", ["appointed"]),
        ("Cllr Ash was named as Depute Convener.", ["appointed"]),
        ("The count was carried out in May.", []),
        ("Permission granted by the Inspector in May was about to lapse.", []),
        ("The Chair explained that he would not use his casting vote against officers.", []),
        ("Cllr Ash was named as the author of the letter.", []),
        ("Mr Ash, who was appointed Director in 2020, thanked Members.", []),
        ("The petition was presented by Mr Ash and received 50 signatures.", []),
        ("Not supported by evidence, said Cllr Ash.", []),
        ("RESOLVED that it be a recommendation to Council that the lamp be lit.", ["recommended"]),
        ("The Committee recommends refusal to the planning authority.", ["recommended"]),
        ("RESOLVED that the matter lie on the table.", ["deferred"]),
        ("It was agreed to hold the matter over until June.", ["deferred"]),
        ("Permission refused.", ["refused"]),
        ("24 Mill Lane, porch. Permission granted.", ["approved"]),
        ("The Committee homologated the action taken by the Clerk.", ["agreed"]),
        ("The Committee remitted the matter to the Director for a further report.", ["agreed"]),
        ("The accounts were presented by the outgoing Treasurer and approved.", ["approved"]),
        ("The application was discussed and accepted by all.", ["approved"]),
        ("Jo asked for a board at a cost of £68, AGREED.", ["agreed"]),
        ("Members voted by 5 to 3 to buy the lamp.", ["agreed"]),
        ("The motion was declared not carried.", ["rejected"]),
        ("It was agreed that Cllr Ash be the representative on the Trust.", ["appointed"]),
        ("Cllr Ash proposed that the lamp be lit; this was seconded by Cllr Birch and carried.", ["agreed"]),
        ("There were 4 votes for and 4 against. The Mayor used his casting vote against the amendment.", ["rejected"]),
        ("There were 4 votes for and 4 against. The Convener gave her casting vote for the motion.", ["agreed"]),
        ("The Chair gave his casting vote against. The motion was declared lost.", ["rejected"]),
        ("RESOLVED that this Council, having seen the river, asks the Government to clean it.", ["agreed"]),
        ("RESOLVED to ask the Government to clean it.", ["recommended"]),
        (
            "Proposed by Cllr Ash\nSeconded by Cllr Birch\n- that the plan be deferred.\nAll voted in favour and the Chair declared the motion carried.",
            ["deferred"],
        ),
        ("The Chair put the motion to the vote and declared the motion\nlost.", ["rejected"]),
        (
            "The amendment was carried and became the substantive motion. The substantive motion was put and it was\nRESOLVED that a lamp be bought.",
            ["agreed", "agreed"],
        ),
        ("The amendment was carried. The amendment then became the substantive motion.\nRECOMMENDED that a lamp be bought.", ["recommended"]),
        (
            "It was moved by Cllr Ash and seconded by Cllr Birch that a lamp be bought. The motion was CARRIED nem. con.\n"
            "It was moved by Cllr Cole and seconded by Cllr Dunn that the gate be mended.\nRESOLVED that the gate be mended.",
            ["agreed", "agreed"],
        ),
        ("RESOLVED that the accounts be approved. Proposed Cllr. Ash, seconded Cllr. Birch. Carried unanimously.", ["approved"]),
        ("It was agreed to buy a lamp. Proposed by Cllr Ash, seconded by Cllr Birch, all in favour.", ["agreed"]),
        ("The Chair declared the motion carried and application approved.", ["approved"]),
        ("The Provost gave his casting vote for the motion and declared it carried and the application refused.", ["refused"]),
        ("The decision of the Department to refuse the appeal was noted.", ["noted"]),
        ("The Committee agreed to receive a deputation from the Friends of the Mill.", ["agreed"]),
        ("RESOLVED that authority be delegated to the Clerk to award the contract.", ["agreed"]),
        ("RESOLVED to delegate authority to the Head of Planning to approve the plan.", ["agreed"]),
        ("RESOLVED that delegated authority be given to the Head of Planning to grant planning permission.", ["approved"]),
        ("On a show of hands it was agreed by 10 votes to 6 –\n(a) that the rent be raised; and\n(b) that the report be noted.", ["agreed", "noted"]),
        ("It was agreed that a letter be sent and that a fee be charged where no reply was received.", ["agreed"]),
        ("The Committee was supportive.", []),
        ("She felt that the matter should be referred back to the Cabinet.", []),
        ("The plan was approved by the Secretary of State.", []),
        ("It was noted that the clock had stopped.", []),
        ("The Agreed Syllabus for Religious Education was discussed.", []),
        ("She said that the Cabinet had agreed the plan in March.", []),
        ("The Forum considered the report.", []),
    ],
)
def test_decisions(text: str, outcomes: list[str]) -> None:
    assert [decision.outcome for decision in read(text).decisions] == outcomes


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("The bench is broken. Jo Ash asked for a new one at £90. AGREED.\nThe fair is in May.", ["Jo Ash asked for a new one at £90. AGREED."]),
        ("Should the hall be let? Unanimously agreed.", ["Should the hall be let? Unanimously agreed."]),
        ("She asked that the fee be waived. This was agreed.", ["She asked that the fee be waived. This was agreed."]),
        ("It was proposed by Mr Ash that it be tried. This was agreed.", ["This was agreed."]),
        ("The lamp was lit.\nNoted.", ["Noted."]),
        ("Agreed to write again. The first letter had been lost.", ["Agreed to write again."]),
        (
            "On the proposal of Cllr S. Ash, seconded by Cllr D. Birch, Council considered and approved the minutes of:-\n• the June meeting\n• the July meeting",
            ["Council considered and approved the minutes of:-\n• the June meeting\n• the July meeting"],
        ),
    ],
)
def test_a_decision_goes_as_far_as_what_it_decides(text: str, decided: list[str]) -> None:
    assert [decision.text for decision in read(text).decisions] == decided


@pytest.mark.parametrize(
    ("title", "text", "decided"),
    [
        ("Election of Chairman", "Cllr Ash, proposed by Cllr Birch, seconded by Cllr Cole.", ["Cllr Ash, proposed by Cllr Birch, seconded by Cllr Cole."]),
        ("Election of Representatives", "(1) Village Hall – Cllr Ash. Proposed by Cllr Birch, seconded by Cllr Cole.", ["Village Hall – Cllr Ash"]),
        ("Reports of committees", "(1) Finance – Cllrs Ash & Birch\n(2) Parks – Cllr Cole", []),
        ("Appointments to committees", "(1) Finance – Cllrs Ash & Birch\n(2) Parks – Cllr Cole", ["Finance – Cllrs Ash & Birch", "Parks – Cllr Cole"]),
        ("Election of Chairman", "Cllr Ash, proposed by Cllr Birch, seconded by Cllr Cole. A ballot was held.", []),
        ("Bins", "Cllr Ash, proposed by Cllr Birch, seconded by Cllr Cole.", []),
    ],
)
def test_an_election_that_no_verb_tells(title: str, text: str, decided: list[str]) -> None:
    found = read(text, title).decisions
    assert [decision.text for decision in found] == decided
    assert all(decision.outcome == "appointed" for decision in found)


def test_a_saved_page_says_nothing_behind_what_it_does_not_show() -> None:
    assert [one.text for one in read("RESOLVED: That the report on the harbour be ... view the full minutes text for item 5").decisions] == [
        "RESOLVED: That the report on the harbour be"
    ]


def test_the_same_words_printed_twice_count_once() -> None:
    assert len(read("RESOLVED: That the report be noted.\nDecision:\nRESOLVED: That the report be noted.").decisions) == 1


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Councillor Loxley said", "RESOLVED: That", "the bins", "\n", "Mr X. Y. Z", "“That", "(a) ", "Dywedodd Eira", ". It was agreed that", "Smith"]
        ),
        max_size=30,
    )
)
def test_every_finding_stands_where_it_says_and_reading_twice_gives_the_same(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read(text)
    assert all(text[s.start : s.end] == s.as_written and s.rule for s in found.speeches)
    assert all(text[d.start : d.end] == d.text and d.rule for d in found.decisions)
    assert read(text) == found


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "Mr A. B. C. D. ",
        "Councillor Loxley ",
        "Anna Bella Carla ",
        "The Head of the Head of the ",
        "the motion the minutes ",
        "“That “That ",
        "a, b, c and d ",
        "x" * 40,
        "RESOLVED: That RESOLVED ",
        "ACTION: AB/CD Action JE. ",
        "The A was approved and agreed. AGREED. ",
        "Treasurer Jo and Kim and Lee appointed ",
        "moved by Mr Ash and seconded by Mr Birch and carried 3 for 2 against. ",
        "Present: Cllr A Ash, Apologies: Cllr B Birch, ",
        "1. Minutes: (a) Councillor Ash said that 12/34 APOLOGIES ",
        "Councillor Ash declared an interest; Clerk to write to the Board (TB). ",
        "((((",
        "1 2 3 4 5 6 7 8 9 for against ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    assert _grows(piece, 50_000, read)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["1. APOLOGIES None. ", "Present: Cllr A Ash\n", "RESOLVED:\n(a) That it be done;\n", "Minutes: | ", "x\n\n", "For: Mr Ash, Mr Birch\n", "Mr Ash\t"],
)
def test_time_for_a_whole_document_grows_with_it_and_no_faster(piece: str) -> None:
    assert _grows(piece, 40_000, lambda text: annotated(text.encode()))


ROUNDS = 6
"""Times that both lengths are read, in turn, before the quickest of each tell: other work on the machine slows some of them."""


def _grows(piece: str, length: int, work: Callable[[str], object]) -> bool:
    """Whether twice the text takes no more than two and a half times the processor time, within a few rounds."""
    texts = [(piece * (2 * length // len(piece) + 1))[:size] for size in (length, 2 * length)]
    best = [60.0, 60.0]
    for _ in range(ROUNDS):
        for n, text in enumerate(texts):
            began = time.process_time()
            work(text)
            best[n] = min(best[n], time.process_time() - began)
        if best[1] <= 2.5 * best[0] + 0.02:
            return True
    return False
