"""Who spoke, by the many ways clerks have of saying so, in sentences of our own."""

from __future__ import annotations

import pytest

from archive.minutes import Annotations, annotate
from archive.records import AgendaItem, Attendance


def read(text: str, title: str = "Paths", attendance: list[Attendance] | None = None) -> Annotations:
    return annotate([AgendaItem("ash/item/1", "1", "ash/meeting/1", 1, "1.", title, text)], attendance or [], [], "ash")


def names(text: str, title: str = "Paths", attendance: list[Attendance] | None = None) -> list[str]:
    return sorted(speech.name for speech in read(text, title, attendance).speeches)


def there(*people: tuple[str, str]) -> list[Attendance]:
    """An attendance of (name as written, post)."""
    return [
        Attendance("ash/meeting/1", n, f"ash/person/{n}", written.removeprefix("Mrs "), written, "present", post) for n, (written, post) in enumerate(people)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Birch made it known that she kept bees.",
        "Cllr Birch made plain that she was against it.",
        "Cllr Birch did not dispute the figure.",
        "Cllr Birch did not doubt that it was so.",
        "Cllr Birch did not regard this as a conflict.",
        "Cllr Birch was sympathetic but pointed out the cost.",
        "Cllr Birch was mindful of the cost.",
        "Cllr Birch was tired of hearing about it.",
        "Cllr Birch associated herself with those remarks.",
        "Cllr Birch wished to be associated with the remarks.",
        "Cllr Birch could see no harm in a bench.",
        "Cllr Birch saw no reason to wait.",
        "Cllr Birch could not support the charge.",
        "Cllr Birch could not see why it was needed.",
        "Cllr Birch failed to see why it was needed.",
        "Cllr Birch had walked the path on Sunday and said that it was wet.",
        "Cllr Birch had been to look and reported a leak.",
        "Cllr Birch had visited the hut and thought it sound.",
        "Cllr Birch remembered the last flood well.",
        "Cllr Birch took a different view: it was cheap.",
        "Cllr Birch took the contrary view and said so.",
        "Cllr Birch took part in the debate.",
        "Cllr Birch was heard in support of the plan.",
        "Cllr Birch joined in the discussion.",
        "Cllr Birch put it to the witness that it was late.",
        "Cllr Birch led this item.",
        "Cllr Birch led the item on grants.",
        "Cllr Birch gave evidence first.",
        "Cllr Birch had every sympathy with the tenants.",
        "Cllr Birch had no objection to the hut.",
        "Cllr Birch set the scene.",
        "Cllr Birch went over the figures.",
        "Cllr Birch exercised her right of reply.",
        "Cllr Birch promised a note by June.",
        "Cllr Birch, in seconding, reserved her right to speak.",
        "Cllr Birch, for the signatories, stated that it was late.",
        "Cllr Birch, of No. 7, addressed the Committee and said that it was dark.",
        "Cllr Birch, whilst sympathetic, considered it too soon.",
        "Cllr Birch, on the other hand, felt that it was too late.",
        "Cllr Birch, when pressed on the cost, said that it was high.",
        "On the nomination of Cllr Birch the hut was chosen.",
        "On the proposition of Cllr Birch the hut was chosen.",
        "A proposal by Cllr Birch that it wait a year did not find favour.",
        "An amendment by Cllr Birch that it wait a year fell.",
        "A suggestion by Cllr Birch that it wait a year was not taken up.",
        "There followed a debate, in the course of which Cllr Birch spoke.",
        "There was a short discussion, during which Cllr Birch queried the cost.",
        "The report was presented, after which Cllr Birch asked about the cost.",
        "Having heard Cllr Birch, the Committee agreed to wait.",
        "Having heard from Cllr Birch, the Committee agreed to wait.",
        "After hearing from Cllr Birch the Committee agreed to wait.",
        "After contributions from Cllr Birch and a vote, it was lost.",
        "The Committee received a verbal update from Cllr Birch.",
        "A verbal report was received from Cllr Birch.",
        "A letter from the owner was read out by Cllr Birch.",
        "Cllr Birch read out a letter from the owner.",
        "There were many doubts, while Cllr Birch could see no harm in it.",
        "There being no questions, Cllr Birch summed up.",
        "Councillors noted it, Cllr Birch adding that it was late.",
        "The plan was welcomed, Cllr Birch asking only that it be soon.",
        "It was late, Cllr Birch replied.",
        "In response to a point made by Cllr Birch it was confirmed that it was shut.",
        "Pressed by Cllr Birch, the officers could not say.",
        "Questioned by Cllr Birch, officers confirmed that it was shut.",
        "– Cllr Birch: would like to see a bench.",
        "• Cllr Birch – would like to see a bench.",
        "By Cllr Birch, to the Leader, on the cost of benches.",
        "(1) From Cllr Birch to the Leader: Why is it shut?",
        "Councillor Birch intimated that it was so.",
        "Councillor Birch sought and received assurance that it was so.",
        "In seconding the motion, Councillor Birch spoke of the cost.",
        "Councillor Birch dissented from the decision.",
        "Councillor Birch asked that his dissent be recorded.",
        "Councillor Birch raised a point of order.",
        "Thereafter, Councillor Birch summed up.",
        "Bailie Birch questioned the need for it.",
        "The Committee heard Mr Birch, agent for the applicant, in support of the application.",
        "Following a query from Alderman Birch it was confirmed that it was so.",
        "Upon enquiry from Cllr Birch it was confirmed that it was so.",
        "In response to Councillor Birch’s query it was confirmed that it was so.",
        "Councillor Birch indicated that he would be happy to propose it.",
        "Councillor Birch, Chair of Scrutiny, was invited to address the Cabinet and said that it was so.",
        "Councillor Birch, Portfolio Holder for Paths, introduced the report.",
        "The report was introduced by the Portfolio Holder, Councillor Birch.",
        "The report was introduced by the Portfolio Holder for Paths (Councillor Birch).",
        "Introducing the report, Councillor Birch said that it was so.",
        "Councillor Birch in introducing the report highlighted the cost.",
        "Councillor Birch (Labour) asked about the cost.",
        "Speaking on the item, Councillor Birch said no.",
        "Councillor Birch for the Opposition asked about the cost.",
        "Councillor Birch also spoke at the invitation of the Leader.",
        "Contributions were also made by Councillor Birch.",
        "A representation was heard from Mr Birch.",
        "An objector, Mr Birch, spoke about the noise.",
        "The applicant’s agent, Mr Birch, addressed the Committee.",
        "The local ward member Cllr Birch spoke against it.",
        "Representing the applicant, Mr Birch stated that it was so.",
        "Ms Birch, speaking on behalf of residents, said that it was so.",
        "Public speaking: Mr Birch – objector",
        "Registered speakers: Mr Birch (objector)",
        "Speaking in favour: Mr Birch",
        "In attendance and speaking: Mr Birch",
        "Mr Birch, in evidence, said that it was so.",
        "Cross-examined by Mr Birch, the officer conceded that it was so.",
        "In closing, Mr Birch submitted that it was so.",
        "Under questioning, Mr Birch conceded that it was so.",
        "Questioned on the cost, Cllr Birch replied that it was so.",
        "Cllr Birch enquired as to the cost.",
        "Cllr Birch sought clarification on the cost.",
        "Cllr Birch was interested to learn of the cost.",
        "It was Cllr Birch’s view that it was dear.",
        "A question was put by Cllr Birch about the cost.",
        "According to Cllr Birch, it was dear.",
        "When Cllr Birch asked if it was dear, nobody knew.",
        "As Cllr Birch pointed out, it was dear.",
        "Cllr Birch, who had sat on the board, said that it was dear.",
        "Dr Birch took us through the slides.",
        "Dr Birch shared slides.",
        "Dr Birch talked to the paper.",
        "Dr Birch spoke to the paper.",
        "Cllr Birch begged to differ.",
        "Cllr Birch was at pains to stress that it was dear.",
        "Cllr Birch was not alone in thinking it dear.",
        "Cllr Birch thought otherwise.",
        "Cllr Birch was of like mind.",
        "Cllr Birch was firmly against.",
        "Cllr Birch would rather wait.",
        "Cllr Birch would not support it.",
        "Cllr Birch would have liked more time.",
        "Cllr Birch would vote against it.",
        "Cllr Birch trusted that it would be so.",
        "Cllr Birch took exception to this.",
        "Cllr Birch took issue with the figures.",
        "Cllr Birch took the point.",
        "Cllr Birch begged leave to withdraw the amendment.",
        "Cllr Birch came back to the cost.",
        "Cllr Birch returned to the question of cost.",
        "Cllr Birch picked up the point about cost.",
        "Cllr Birch followed up by asking about the cost.",
        "Cllr Birch came in on the cost.",
        "Cllr Birch wound up the debate.",
        "Cllr Birch opened the debate.",
        "Cllr Birch replied to the debate.",
        "Cllr Birch kicked off the discussion.",
        "Cllr Birch queried, as she had in May, the cost.",
        "Cllr Birch’s contention was that it was dear.",
        "The concern voiced by Cllr Birch was that it was dear.",
        "The motion was put by Cllr Birch.",
        "Cllr Birch formally moved.",
        "Cllr Birch as seconder said that it was so.",
        "The mover, Cllr Birch, agreed to the change.",
        "With the consent of his seconder, Cllr Birch agreed to alter the motion.",
        "Cllr Birch broke the news that it was sold.",
        "Cllr Birch had seen it for herself.",
        "Mrs Birch had lived in the lane for ten years.",
        "Mrs Birch lives at the top of the lane, and spoke for her neighbours.",
        "Cyflwynwyd yr adroddiad gan y Cynghorydd Birch.",
        "Cyflwynwyd diweddariad llafar gan y Cynghorydd Birch.",
        "Gwahoddwyd y Cynghorydd Birch i gyflwyno’r sylwadau. Dywedodd fod y llwybr yn wlyb.",
        "Cafwyd cyflwyniad byr ar y llwybrau gan y Cynghorydd Birch.",
        "Nododd y Cynghorydd Birch ei phryder.",
        "Mewn ymateb i ymholiad gan y Cynghorydd Birch, cadarnhawyd bod y llwybr ar gau.",
        "Roedd y Cynghorydd Birch am wybod faint oedd y gost.",
    ],
)
def test_one_speaks(text: str) -> None:
    assert [name for name in names(text) if name != "Leader"] == ["Birch"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Cllrs Ash and Birch associated themselves with the remarks.", ["Ash", "Birch"]),
        ("This was supported by Jo Ash and by Councillor Birch.", ["Birch", "Jo Ash"]),
        ("Questions were asked by Cllr Ash, by Cllr Birch and by Mr Cole.", ["Ash", "Birch", "Cole"]),
        ("A debate in which Mr. Ash held that it was dear and Mr. K Birch that it was cheap went on.", ["Ash", "K Birch"]),
        ("Cllr Ash thought it dear, Cllr Birch that it was cheap.", ["Ash", "Birch"]),
        ("Mr. Ash proposed Mr. Cole, Mrs. Birch seconded.", ["Ash", "Birch"]),
        ("Mr Ash proposed Mr Cole and Mrs Birch seconded.", ["Ash", "Birch"]),
        ("Responding to Mrs Ash, Ms Birch stated that it was so.", ["Ash", "Birch"]),
        ("In answer to Cllr Ash, the Head of Paths said that it was so.", ["Ash", "Head of Paths"]),
        ("Councillors Ash, Birch and the Deputy Lord Mayor took part in the debate.", ["Ash", "Birch", "Deputy Lord Mayor"]),
        ("There were questions, in the course of which Councillors Ash, K Birch, Cole and Dunn spoke.", ["Ash", "Cole", "Dunn", "K Birch"]),
        (
            "Having heard Ms Jo Ash, chair of the Trust, who advised that it was wet, and having heard the Head of Paths on the rules, the Council agreed to wait.",
            ["Head of Paths", "Jo Ash"],
        ),
        ("It was moved by the Mayor, seconded by the Deputy Mayor and\nRESOLVED – That it be done.", ["Deputy Mayor", "Mayor"]),
        ("It was moved by the Mayor, seconded by the Deputy Mayor and RESOLVED – That it be done.", ["Deputy Mayor", "Mayor"]),
        ("Depute Provost Ash welcomed everyone. Deputy Mayor Birch replied.", ["Ash", "Birch"]),
        (
            "In response to a question from Cllr Ash about the wall, in which the mason had found that one stone in ten was loose, the Clerk said that it was so.",
            ["Ash", "Clerk"],
        ),
        ("Cllr Birch, on being asked by the Chair about it, said that it was high.", ["Birch", "Chair"]),
        ("After hearing the Head of Paths in amplification of the report, the Committee agreed to note it.", ["Head of Paths"]),
        ("After hearing the Head of Paths in answer to Members’ questions, the Committee agreed to note it.", ["Head of Paths"]),
        ("Having heard from the Chief Executive, who answered questions, the Committee agreed.", ["Chief Executive"]),
        ("The Head of Paths was heard in amplification of the report.", ["Head of Paths"]),
        ("The Convener, having heard Councillor Birch further, ruled that it was so.", ["Birch", "Convener"]),
        ("On the proposal of Councillor Birch, seconded by Councillor Ash, it was agreed.", ["Ash", "Birch"]),
        ("Speaking against the application: Mr Birch, Mrs Ash", ["Ash", "Birch"]),
        ("Moved Cllr Birch, seconded Cllr Ash.", ["Ash", "Birch"]),
        ("Moved by Cllr Birch and seconded by Cllr Ash: That it be noted.", ["Ash", "Birch"]),
        ("Proposer Cllr Birch, seconder Cllr Ash.", ["Ash", "Birch"]),
        ("Prop. Cllr Birch, Sec. Cllr Ash", ["Ash", "Birch"]),
        ("(Proposed: Cllr Birch; seconded: Cllr Ash)", ["Ash", "Birch"]),
        ("Cllr Birch/Cllr Ash proposed.", ["Ash", "Birch"]),
        ("On a motion by Cllr Birch, seconded by Cllr Ash, it was resolved.", ["Ash", "Birch"]),
        ("Cllr Birch, supported by Cllr Ash, asked that it wait.", ["Ash", "Birch"]),
        ("Cllr Birch, backed by Cllr Ash, argued that it wait.", ["Ash", "Birch"]),
        ("Both Cllr Ash and Cllr Birch thought it dear.", ["Ash", "Birch"]),
        ("Cllrs Ash and Birch each said that it was dear.", ["Ash", "Birch"]),
        ("First Cllr Ash and then Cllr Birch spoke.", ["Ash", "Birch"]),
        ("Cllr Ash spoke, followed by Cllr Birch.", ["Ash", "Birch"]),
        ("Cllr Ash spoke in favour and Cllr Birch against.", ["Ash", "Birch"]),
        ("Cllr Ash was in favour, Cllr Birch against.", ["Ash", "Birch"]),
        ("Cllr Ash asked about the cost and Cllr Birch about the noise.", ["Ash", "Birch"]),
        ("Cllr Ash thanked the staff, as did Cllr Birch.", ["Ash", "Birch"]),
        ("Cllr Ash thanked the staff; so did Cllr Birch.", ["Ash", "Birch"]),
        ("This view was shared by Cllrs Ash and Birch.", ["Ash", "Birch"]),
        ("Cllr Ash agreed with Cllr Birch that it was dear.", ["Ash"]),
        ("Cllr Ash echoed what Cllr Birch had said.", ["Ash"]),
        ("Cllr Ash thanked Cllr Birch for his report.", ["Ash"]),
        ("Cllr Ash reminded Cllr Birch that it was late.", ["Ash"]),
        ("Cllr Ash asked Cllr Birch whether it was late.", ["Ash"]),
        ("Cllr Ash asked Cllr Birch, who replied that it was late.", ["Ash", "Birch"]),
        ("Mr X, who was with his sister, gave an account and said that he was sorry.", ["X"]),
        ("Prior to the start of business the Mayor referred to the death of Mr Ash.", ["Mayor"]),
        ("Cllr Ash, who was away, had asked that a statement be read out, and Mr Birch did so.", ["Birch"]),
        ("It was RESOLVED, County Borough Councillor M. E. Ash dissenting, that it be done.", ["M. E. Ash"]),
        ("Mr Ash had given notice of a question on buses. In Mr Ash’s absence a written answer would be sent.", []),
        ("Cllr Ash asked if the lane was shut; the Clerk thought that it was.", ["Ash", "Clerk"]),
        ("The Chair asked what it cost. Dr Birch: forty pounds. Jo Ash: too much.", ["Birch", "Chair", "Jo Ash"]),
        ("Cllr Ash was told by the Clerk, who had asked twice, that it was shut.", ["Clerk"]),
    ],
)
def test_several_speak(text: str, who: list[str]) -> None:
    assert names(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "A question from Cllr Ash fell in her absence.",
        "A question by Cllr Ash was not put, as he was not present.",
        "Mr Jo Ash had given notice of a question on buses but was not in the Chamber when it was called.",
        "Mr Ash had submitted a question but did not attend.",
        "In the absence of Cllr Ash, his question would be answered in writing.",
        "A statement from Dr Jo Ash, who was unable to attend, was read out.",
        "Cllr Ash, the ward member, who was unable to be present, had asked that a statement be read out.",
        "Two neighbours had written in objection, one of whom, Mrs Jo Ash, stated that “the well is dry”.",
        "An email had been received from Mr Ash, who stated that it was dear.",
        "The Roads Engineer, in a consultation response dated 3 May, had asked for a wider gate.",
        "He had received a dispensation from the Clerk and would remain.",
        "Cllr Ash was nominated but declined to stand.",
        "The question standing in the name of Cllr Ash would receive a written answer.",
        "Cllr Ash, having declared an interest, took no part in the debate.",
        "Cllr Ash took no part in the discussion or the vote.",
        "The auditor, Mr Jo Ash, had commented that the list wanted bringing up to date.",
        "The report of Dr Jo Ash, who concluded that it was quiet, was before Members.",
        "Cyflwynwyd cais gan Mr Jo Ash am ganiatâd.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert names(text) == []


def test_who_reads_out_a_statement_speaks_and_its_author_does_not() -> None:
    assert names("A statement from Dr Jo Ash, who was unable to attend, was read out by the Scrutiny Officer: “No.”") == ["Scrutiny Officer"]
    assert names("Cllr Birch read a letter from Mr W. Cole, who was in hospital, in which he complained that it was wet.") == ["Birch"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Chair asked why.", ["Jo Ash"]),
        ("The Cabinet Member for Paths replied.", ["Jo Ash"]),
        ("The Director of Money advised that it was dear.", ["Kim Birch"]),
        ("The Section 151 Officer advised that it was dear.", ["Kim Birch"]),
        ("The Director of Money spoke first. The Director added that it was dear.", ["Kim Birch"]),
        ("The Director of Roads spoke first. The Director added that it was dear.", ["Lee Cole"]),
        ("The Director of Money and the Director of Roads spoke. The Director added that it was dear.", ["Director", "Kim Birch", "Lee Cole"]),
        ("In response to a question from Councillor Dunn, the Director of Money said no. The Director of Money left.", ["Kim Birch", "Pat Dunn"]),
        ("In reply to Councillor Dunn, the Director of Roads was of the view that it was so. The Director of Roads agreed.", ["Lee Cole", "Pat Dunn"]),
        ("The Head of Legal advised that it was so.", ["Max Frost"]),
        ("The Head of Legal and Governance was asked. The Head of Service replied.", ["Max Frost"]),
        ("The Clerk/RFO presented the accounts.", ["Sal Green"]),
        ("The Clerk & Responsible Financial Officer presented the accounts.", ["Sal Green"]),
        ("The Deputy Leader moved it.", ["Pat Dunn"]),
        ("The Portfolio Holder for Hedges moved it.", ["Pat Dunn"]),
    ],
)
def test_a_post_is_the_person_who_holds_it(text: str, who: list[str]) -> None:
    attendance = there(
        ("Jo Ash", "Cabinet Member for Paths (Chair)"),
        ("Kim Birch", "Director of Money and Section 151 Officer"),
        ("Lee Cole", "Director of Roads"),
        ("Pat Dunn", "Deputy Leader and Portfolio Holder for Hedges"),
        ("Max Frost", "Head of Legal and Governance"),
        ("Sal Green", "Town Clerk"),
    )
    assert names(text, attendance=attendance) == who


def test_people_listed_by_their_forename_alone_speak_by_it() -> None:
    attendance = there(("Zadie", "Youth Forum"), ("Tariq", "Youth Forum"), ("Jo Ash", "Chair"))
    text = "Zadie and Tariq led this item. Zadie said that it was cold. Tariq wanted to know why at the Hut. Tariq, who was cold, left. Zadie’s film was shown."
    assert names(text, attendance=attendance) == ["Tariq", "Zadie"]


def test_a_courtesy_title_that_the_list_gives_tells_two_of_one_surname_apart() -> None:
    attendance = there(("N. Ash", ""), ("Mrs S. Ash", ""))
    assert names("Councillor Mrs Ash was worried about it.", attendance=attendance) == ["S. Ash"]
    assert names("Councillor Ash was worried about it.", attendance=attendance) == ["Ash"]


def test_a_constable_is_known_by_a_title_with_stops() -> None:
    assert names("P.C. Ash confirmed that the bell was rung.", attendance=there(("Dai Ash", "Police"))) == ["Dai Ash"]


def test_a_forename_is_whoever_the_title_or_an_earlier_line_names_in_full() -> None:
    assert names("Chris added that it was wet.", title="The path – Chris Ash") == ["Chris Ash"]
    assert names("Closing of the path: report from Gordon Ash.\nGordon reported that it was wet.") == ["Gordon Ash"]
