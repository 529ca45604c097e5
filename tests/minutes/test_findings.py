"""Motions, votes, declarations, actions, acronyms, references and attendance, in sentences of our own."""

from __future__ import annotations

import pytest

from archive.minutes import Annotations, annotate
from archive.minutes.acronyms import acronyms_in
from archive.minutes.presence.attendance import attendees_of
from archive.minutes.presence.rolls import people_listed
from archive.minutes.segments import segments_of
from archive.records import AgendaItem, Attendance
from archive.text.wrapped import unwrapped


def read(text: str, title: str = "Bins") -> Annotations:
    return annotate([AgendaItem("ash/item/1", "1", "ash/meeting/1", 1, "1.", title, text)], [], [], "ash")


# ── speakers without any list of attendance ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillors Ash, B Birch, C Cole and D Dunn spoke on the item.", ["Ash", "B Birch", "C Cole", "D Dunn"]),
        ("The matter was debated, with Councillor Ash, Birch, Dr Cole and P. Dunn all speaking.", ["Ash", "Birch", "Cole", "P. Dunn"]),
        ("Jo Ash, headteacher, Kim Birch, governor and Lee Cole, parent, were present and addressed the meeting.", ["Jo Ash", "Kim Birch", "Lee Cole"]),
        ("The Chair, Councillor D Dunn, welcomed everyone. The Chair asked for quiet.", ["D Dunn"]),
        ("Director of Services (Mr B Birch) reported. The Director of Services replied.", ["B Birch"]),
        ("Mr R G Ash, Clerk and Chief Executive, said so. The Clerk thanked him.", ["R G Ash"]),
        ("The Cabinet Member for Adults, Health and Public Protection introduced it.", ["Cabinet Member for Adults, Health and Public Protection"]),
        ("Cllr.Ash asked why. Clir. Birch replied.", ["Ash", "Birch"]),
        ("Councillor Sheaf (K) moved and K. Sheaf spoke.", ["K. Sheaf"]),
        ("In reply to questions submitted by Mr J Ash, the Leader stated that there were none.", ["J Ash", "Leader"]),
        ("Further to an enquiry by Councillor Ash, it was confirmed that it was shut.", ["Ash"]),
        ("Councillor Ash stated that Councillor Birch had agreed with Councillor Cole.", ["Ash"]),
        ("Mr Ash was thanked for his work and Mrs Birch was asked to write.", []),
        ("The letter read “Councillor Ash said that he would resign”.", []),
        ("A comment from N to be amended to read “N made a statement”.", []),
        ("Apologies were received from Councillor Ash. Councillor Birch opened the meeting and Councillor Cole left the room.", []),
        ("Members agreed. The Committee asked for a report. Officers replied.", []),
        ("Councillor Ash, seconded by Councillor Birch, moved that it be done.", ["Ash", "Birch"]),
        ("Councillor Mary Green noted the cost. Councillor May was concerned about it. Councillor Lane did not agree.", ["Mary Green", "May", "Lane"]),
        ("The following Members spoke:-\nCouncillor Ash\nCouncillor Birch\nThe report was noted.", ["Ash", "Birch"]),
        ("Q1 (Cllr Ash): Why is it shut?\nCllr Birch: “It is being mended.”", ["Ash", "Birch"]),
        ("Mr Rufus Ash, on behalf of the group. He said that it was too loud.", ["Rufus Ash"]),
        ("Cynigiwyd gan y Cynghorydd Ash ac eiliwyd gan y Cynghorydd Birch.", ["Ash", "Birch"]),
        ("Holodd y Cynghorydd R.Ll. Birch am y gost. Atebodd y Pennaeth Cyllid.", ["R. Ll. Birch", "Pennaeth Cyllid"]),
        ("Key points raised by Kim O’Ash on behalf of the police were that it was loud.", ["Kim O'Ash"]),
        ("It was proposed by Cllr Ash and seconded by Jo Birch that the bins be emptied.", ["Ash", "Jo Birch"]),
        ("Councillor Ash had given notice of the following question to Councillor Birch.\nCouncillor Birch replied: ‘No.’", ["Ash", "Birch"]),
        ("A statement from Marlshire Police was read. Comments from Marlshire County Council and from Environmental Health were noted.", []),
        ("Mewn ymateb i gwestiwn gan y Cynghorydd Ash, nododd y Swyddog Monitro fod y polisi’n glir.", ["Ash", "Swyddog Monitro"]),
        ("Ymatebodd yr Aelod Cabinet dros Gyllid. Holodd yr Is-gadeirydd, y Cynghorydd Jo Birch, pryd.", ["Aelod Cabinet dros Gyllid", "Jo Birch"]),
        ("Roedd y Cynghorydd Ash o’r farn bod angen mwy. Roedd y Cynghorydd Birch yn bresennol. Teimlai’r Cynghorydd Cole fel arall.", ["Ash", "Cole"]),
        ("The Chair moved this item up the agenda. Councillor Patrick Hall asked why.", ["Patrick Hall"]),
        ("Director of Services (Mr B Birch) came. The Director, Physical Development responded.", ["Director, Physical Development"]),
        ("Additionally, Jo Ash raised concerns. Our Clerk reported that it was done.", ["Jo Ash", "Clerk"]),
        ("With the deepest regret the Chairman advised of a death. The General Counsel replied.", ["Chairman", "General Counsel"]),
        ("The Chair and Members thanked her. Jo Ash, Cabinet Member for Children’s Services, presented it.", ["Chair", "Jo Ash"]),
        ("BCllr Ash reported. CCllr Birch replied.", ["Ash", "Birch"]),
        ("Provost Simms welcomed everyone. Alderman O'Hare paid tribute to staff.", ["Simms", "O'Hare"]),
    ],
)
def test_speakers(text: str, names: list[str]) -> None:
    assert [speech.name for speech in read(text).speeches] == names


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Ash has been to see the bridge. Cllr Birch would like it mended.",
        "It was pointed out by Cllr Birch that it was shut.",
        "Attention was drawn by Cllr Birch to page 4.",
        "Tribute was paid by Cllr Birch to the lifeboat crew.",
        "The view was shared by Cllr Birch.",
        "The scheme was introduced to Members by Cllr Birch.",
        "At the request of Cllr Birch, the item was put off.",
        "On the suggestion of Cllr Birch it was agreed to wait.",
        "In the view of Cllr Birch it was dear.",
        "In Cllr Birch’s opinion it was dear.",
        "It was dear, said Cllr Birch.",
        "Cllr Birch’s main concern was the cost.",
        "Cllr Birch’s suggestions were:- paint and varnish.",
        "The advice of Cllr Birch was that it be painted.",
        "In answer to Cllr Birch’s question it was confirmed that it was shut.",
        "Responding to Cllr Birch, it was confirmed that it was shut.",
        "Speaking against the plan was Cllr Birch.",
        "Questions were asked by several members, including Cllr Birch.",
        "Those who spoke included Cllr Birch.",
        "Cllr Birch asks whether it is dear.",
        "Cllr Birch is proposing a new path.",
        "Cllr Birch was of the strong opinion that it was dear.",
        "Cllr Birch did ask about the cost.",
        "Cllr Birch had nothing to report.",
        "Cllr Birch provided an update on the path.",
        "Cllr Birch fed back from the group.",
        "Cllr Birch mooted a new path.",
        "Cllr Birch was invited to speak and said that it was shut.",
        "Cllr Birch attended to discuss the path.",
        "The Committee welcomed Cllr Birch, who spoke of the path.",
        "The Committee heard from Cllr Birch (Ash Farm) who spoke of the path.",
        "Cllr Birch opened the meeting and welcomed everyone.",
        "Cllr Birch arrived at 7.15pm and apologised for being late.",
        "Cllr Birch abstained, saying that it was dear.",
        "Cllr Birch visited the site and reported that it was wet.",
        "Cllr Birch declared an interest but said that she would stay.",
        "A debate followed in which Cllr Birch queried the cost.",
        "In the absence of the Clerk, Cllr Birch presented the accounts.",
        "At the invitation of the Chair, Cllr Birch addressed the meeting.",
        "Thanks were expressed to the volunteers by Cllr Birch.",
        "The meeting was long, whilst Cllr Birch was in favour of it.",
        "Although Cllr Birch supported it, there was no money.",
        "Further points were raised by:\n- Cllr Birch",
        "Report from Cllr Birch: the path is wet.",
        "PC 1234 Birch reported two thefts.",
        "Ar gais y Cynghorydd Birch, gohiriwyd yr eitem.",
        "Gwnaeth y Cynghorydd Birch groesawu pawb.",
        "Cllr Birch:- reported that it was wet.",
        "Cllr Birch very kindly offered to help.",
        "Cllr Birch had concerns about the cost.",
        "Cllr Birch was not happy with the cost.",
        "Cllr Birch liked the plan.",
        "The minutes were read. That it was dear was confirmed by Cllr Birch.",
        "Mynegwyd pryder am y gost gan y Cynghorydd Birch.",
        "Cafwyd diweddariad gan y Cynghorydd Birch.",
        "Mae’r Cynghorydd Birch yn gofyn am fwy.",
        "Fe ddywedodd y Cynghorydd Birch fod mwy.",
    ],
)
def test_one_speaks_in_many_constructions(text: str) -> None:
    assert [speech.name for speech in read(text).speeches] == ["Birch"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Responding to Councillor Ash, the Leader stated that it was so.", ["Ash", "Leader"]),
        ("In reply to a question from Cllr Ash as to whether it was so, the Clerk said no.", ["Ash", "Clerk"]),
        ("Asked by Cllr Ash whether it was so, Cllr Birch said no.", ["Ash", "Birch"]),
        ("Cllr Ash asked about bins, to which Cllr Birch replied that they were full.", ["Ash", "Birch"]),
        ("Further clarification was sought from the Clerk by Councillor Ash.", ["Ash"]),
        ("Comments were made by Members including Cllrs Ash, Birch and Cole.", ["Ash", "Birch", "Cole"]),
        ("Cllr Ash agreed, as did Cllr Birch.", ["Ash", "Birch"]),
        ("The report was read by the Clerk and PB left. Jo Ash, the Chair of the Hill Group attended to discuss it.", ["Clerk", "Jo Ash"]),
        ("Councillor Ash, along with Councillor Birch, asked why. Cllrs Cole / Dunn replied.", ["Ash", "Birch", "Cole", "Dunn"]),
        ("Cllr Ash was proposed as Chair by Cllr Birch, seconded by Cllr Cole.", ["Birch", "Cole"]),
        ("Jo Ash made a motion, seconded by Jo Birch, to approve it.", ["Jo Ash", "Jo Birch"]),
        ("A question had been received from Mr Ash, who asked why. A discussion led by Jo Birch followed.", ["Ash", "Jo Birch"]),
        ("The Chair handed over to Jo Ash, who spoke of the path. Parent governor Jo Birch asked why.", ["Chair", "Jo Ash", "Jo Birch"]),
        ("Neither Cllr Ash nor Cllr Birch supported it.", ["Ash", "Birch"]),
        ("Representations were made by Jo Ash (objector) and Kim Birch (applicant).", ["Jo Ash", "Kim Birch"]),
        ("Assistant Director, Planning, Jo Ash reported it. The RFO presented the accounts.", ["Jo Ash", "RFO"]),
        ("Proposer: Cllr Ash\tSeconder: Cllr Birch", ["Ash", "Birch"]),
        ("Clerk Jo Ash reported. Local resident Kim Birch asked why. Jo Cole from Marlshire Police replied.", ["Jo Ash", "Kim Birch", "Jo Cole"]),
        ("Mr John Ash, as the Section 151 Officer, gave an overview. The Head of Waste, Jo Birch, replied.", ["John Ash", "Jo Birch"]),
        ("The minutes were proposed by\nCllr Ash and seconded by\nCllr Birch.", ["Ash", "Birch"]),
    ],
)
def test_who_stands_beside_another_speaker(text: str, names: list[str]) -> None:
    assert sorted(speech.name for speech in read(text).speeches) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cllr Ash: The path is wet.\nJo Birch (Ash Farm): I would like it mended.\nThe Clerk: it has been reported.", ["Ash", "Jo Birch", "Clerk"]),
        ("Cllr Ash: Footpaths\nCllr Birch: to write to the school\nChair: Cllr Cole", []),
        ("The Panel heard from the following speakers:\n1. Mr J Ash – objector\n2. Ms K Birch – applicant", ["J Ash", "K Birch"]),
        ("Jo Ash, Support Officer, Jo Birch, Paths Support Assistant, and Jo Cole, Paths Officer, spoke.", ["Jo Ash", "Jo Birch", "Jo Cole"]),
        ("There were two presentations:\n• Jo Ash: Paths\n• Kim Birch and Patrick Hall: Trees", ["Jo Ash", "Kim Birch", "Patrick Hall"]),
        ("Public speakers\nMr J Ash (objector)\nMs K Birch (agent)", ["J Ash", "K Birch"]),
        ("Cllr Ash had a question about the path. A short talk by Jo Birch followed. Cllr Cole had an allotment.", ["Ash", "Jo Birch"]),
        ("An tArdmhéara advised members of it. An Cathaoirleach agreed.", ["Ardmhéara", "Cathaoirleach"]),
        ("Chairman Ash thanked all. Vice Chairman Birch also spoke. Clerk Report noted.", ["Ash", "Birch"]),
        ("The planning officer advised that it was dear. The solicitor agreed. The vice chair asked why.", ["planning officer", "solicitor", "vice chair"]),
        ("The officer left. The senior planning officer’s report was long. A case officer wrote.", []),
    ],
)
def test_speakers_by_layout_and_by_post(text: str, names: list[str]) -> None:
    assert [speech.name for speech in read(text, "Paths").speeches] == names


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Ash was thanked and asked to write.",
        "Cllr Ash accepted the office of Chairman. Cllr Birch gave her apologies.",
        "The Clerk had spoken to Jo Ash, who said no.",
        "A letter was received from Jo Ash, who asked for a bin.",
        "Cllr Ash declared that he was a member of the club.",
        "The Chair declared the motion carried.",
        "At the last meeting Cllr Ash asked about the path.",
        "Cllr Ash met the farmer and asked him to mend the gate. The Clerk rang the county and spoke to Jo Birch.",
        "Cllr Ash to ask the Leader of the Council:",
        "Children who related to the Ash Tree Lane Club were seen.",
        "The budget was provided by the Finance Manager.",
        "Derbyniwyd datganiad o ddiddordeb gan y Cynghorydd Ash.",
        "Marlshire Rescue - request for a grant - noted.",
        "On the recommendation of the Clerk, the bill was paid, all were in favour.",
        "Cllr Ash attended an event and spoke to the warden.",
        "The matter raised by Cllr Ash at the previous meeting was done. The question previously asked by Cllr Birch was answered.",
        "A project led by Jo Ash was shown. The invoice submitted by Mr Birch was paid. A complaint made by Mr Cole had been received.",
        "An enquiry had been received from Mr Ash about the hall. In an email, Cllr Birch asked for a bin.",
        "The Clerk wrote to Mr Ash who replied that it was his.",
        "Grit Bin requested. Cash Book presented and signed. Harvest Supper suggested for June. Speed Watch reported ten cars.",
        "Derbyniwyd ymddiheuriad gan y Cynghorydd Ash.",
        "Marlshire Water reported a leak. Age Concern asked for a grant. Autism West Midlands is proposing a move.",
        "The Annual Return presented to the council was signed.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert [speech.name for speech in read(text).speeches] == []


# ── motions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "motions"),
    [
        ("It was moved by Mr Ash and seconded by Mrs Birch that the bins be emptied. The motion was put and carried.", [("Ash", "Birch", "carried", False)]),
        ("Proposed by Councillor Ash; Seconded by Councillor Birch.\nThis was agreed.", [("Ash", "Birch", "carried", False)]),
        ("Proposed: Cllr Ash Seconded: Cllr Birch. All in favour.", [("Ash", "Birch", "carried", False)]),
        ("Cllr Ash proposed acceptance, seconded by Cllr Birch.", [("Ash", "Birch", None, False)]),
        ("On the proposal of Cllr Ash, seconded by Cllr Birch, it was resolved that it be done.", [("Ash", "Birch", "carried", False)]),
        ("It was proposed by Cllr Ash & Cllr Birch that Cllr Cole be chairman.", [("Ash", "Birch", None, False)]),
        (
            "Councillor Ash moved the motion.\nCouncillor Birch seconded the motion.\nUpon being put to the vote the motion was declared LOST.",
            [("Ash", "Birch", "lost", False)],
        ),
        (
            "Councillor Ash moved and Councillor Birch seconded that it be done.\nAn amendment was moved by Councillor Cole and seconded by Councillor Dunn "
            "that it be not done.\nThe amendment was lost.\nThe motion was carried.",
            [("Ash", "Birch", "carried", False), ("Cole", "Dunn", "lost", True)],
        ),
        ("Cllr Ash spoke of the cost. He moved as an amendment that it be left out. It was not seconded.", [("Ash", None, None, True)]),
        ("The Chair said that she was glad. She proposed the following, and Jo Birch seconded:\nThat it be done.", [("Chair", "Jo Birch", None, False)]),
        ("Cllr Ash thought it dear, and he moved that it be deferred. Cllr Birch seconded.", [("Ash", "Birch", None, False)]),
        (
            "A proposal was made by the Chair to defer the matter. The proposal was seconded by Councillor Ash, voted on and carried.",
            [("Chair", "Ash", "carried", False)],
        ),
        ("Cllr Ash put forward an amendment, seconded by Cllr Birch, that it be left out.", [("Ash", "Birch", None, True)]),
        ("Cynigiodd y Cynghorydd Ash y dylid ei gymeradwyo ac eiliodd y Cynghorydd Birch. Pasiwyd y cynnig.", [("Ash", "Birch", "carried", False)]),
        ("Cllr Ash proposed, seconded by Cllr Birch that the report be adopted.", [("Ash", "Birch", None, False)]),
        ("Cllr Ash proposed Cllr Cole as Chairman & Cllr Birch seconded this proposition.", [("Ash", "Birch", None, False)]),
        ("Cllr Ash proposed himself as Chairman. The proposition was not seconded.", [("Ash", None, None, False)]),
        (
            "On the proposal of Cllr Ash, seconded by Cllr Birch, it was proposed to defer it.\nA vote was taken.\n"
            "The Mayor declared the proposal to defer it proposed by Cllr Ash and seconded by Cllr Birch as defeated.",
            [("Ash", "Birch", "lost", False)],
        ),
        ("Cllr Ash proposed & Cllr Birch seconded approval (4 in favour, 1 against).", [("Ash", "Birch", "carried", False)]),
        ("The accounts were approved. Prop: Cllr Ash 2nd: Cllr Birch", [("Ash", "Birch", "carried", False)]),
        ("It was agreed to mow. Proposed by Cllr Ash, seconded by Cllr Birch.", [("Ash", "Birch", "carried", False)]),
        ("It should be approved. Proposed by Cllr Ash, seconded by Cllr Birch.", [("Ash", "Birch", None, False)]),
        (
            "Cllr Ash moved and Cllr Birch seconded that it be sold. Cllr Cole moved an amendment, seconded by Cllr Dunn, that it be let. "
            "The amendment was carried and became the substantive motion. The motion as amended was put and carried.",
            [("Ash", "Birch", "carried", False), ("Cole", "Dunn", "carried", True)],
        ),
        ("Ar moladh Cllr. I. Ash Cuidithe ag Cllr. J. Birch agus glacadh leis.", [("I. Ash", "J. Birch", "carried", False)]),
        ("Cllr Ash could see no reason to wait and proposed that it be done. Cllr Birch seconded.", [("Ash", "Birch", None, False)]),
        ("The Leader spoke. He reminded them of the cost, and proposed that it be done. Cllr Birch seconded that.", [("Leader", "Birch", None, False)]),
        ("Cllr Ash was unsure, and proposed that it be deferred; this was seconded by Cllr Birch.", [("Ash", "Birch", None, False)]),
        ("Mr Ash thought it dear and he proposed a visit, which Ms Birch seconded. Put to the vote, this was carried.", [("Ash", "Birch", "carried", False)]),
        (
            "It was moved by Cllr Ash that it be done. Cllr Cole thought it dear, and moved as an amendment that it be deferred. "
            "The amendment was seconded by Cllr Dunn but was lost. Cllr Birch having seconded the original motion, it was put and carried.",
            [("Ash", "Birch", "carried", False), ("Cole", "Dunn", "lost", True)],
        ),
        (
            "Cllr Ash, seconded by Cllr Birch, had given notice of the following motion, which she now moved:\n“That it be done.”\nThe motion was carried.",
            [("Ash", "Birch", "carried", False)],
        ),
        (
            "Notice of Motion by Cllr Ash and Cllr Birch:\n“That it be done.”\nCllr Ash in proposing the motion said so.\n"
            "Cllr Birch was happy to second.\nThe motion was declared LOST.",
            [("Ash", "Birch", "lost", False)],
        ),
        ("Notice of Motion from Cllr Ash:\n“That it be done.”", []),
        ("An amendment by Cllr Ash that it be done was seconded by Cllr Birch but was defeated.", [("Ash", "Birch", "lost", True)]),
        ("Cllr Ash’s motion, seconded by Cllr Birch, that it be done, was put and carried.", [("Ash", "Birch", "carried", False)]),
        ("Mr. Ash proposed Mr. Cole, Mrs. Birch seconded. Mr. Cole was duly elected Chairman.", [("Ash", "Birch", "carried", False)]),
        ("The following were appointed on the proposition of the Chairman:", [("Chairman", None, "carried", False)]),
        ("A proposal by Cllr Ash that it be done did not find favour.", [("Ash", None, "lost", False)]),
        ("Cllr Ash proposed that it be done. The proposal failed for want of a seconder.", [("Ash", None, "lost", False)]),
        ("Cllr Ash moved an amendment to defer it but this did not find a seconder. The motion was carried.", [("Ash", None, None, True)]),
        ("Cllr Ash moved approval. No seconder was forthcoming and the motion fell.", [("Ash", None, "lost", False)]),
        ("The accounts were approved on the proposal of Cllr Ash, seconded Cllr Birch.", [("Ash", "Birch", "carried", False)]),
        ("RESOLVED, on the proposal of Cllr Ash, seconded by Cllr Birch, that it be done.", [("Ash", "Birch", "carried", False)]),
        ("The accounts were approved (Prop. Cllr Ash, Sec. Cllr Birch).", [("Ash", "Birch", "carried", False)]),
        (
            "Cllr Ash proposed an amendment, that it be left out. It was seconded by Cllr Birch. Cllr Cole said she was happy to accept it, "
            "and it became part of the substantive motion.",
            [("Ash", "Birch", "carried", True)],
        ),
        ("Cllr Ash moved, and Cllr Birch seconded, the following amendment: “Delete it.” The amendment was LOST.", [("Ash", "Birch", "lost", True)]),
        (
            "Cllr Ash moved that it be done. Cllr Birch seconded. With the consent of the meeting Cllr Ash withdrew his motion.\nRESOLVED: That it be noted.",
            [("Ash", "Birch", None, False)],
        ),
        (
            "Cllr Ash proposed and Cllr Birch seconded that Cllr Cole be Chairman. Cllr Dunn was proposed by Cllr Elm but declined to stand. "
            "It was resolved that Cllr Cole be appointed.",
            [("Ash", "Birch", "carried", False), ("Elm", None, None, False)],
        ),
        ("Cynigiodd y Cynghorydd Ash, eiliwyd gan y Cynghorydd Birch, fod hyn yn digwydd. Collwyd y cynnig.", [("Ash", "Birch", "lost", False)]),
        ("Cllr Ash proposed that it be done. Cllr Dunn feared that the tree might be lost.", []),
        ("Cllr Ash asked for it and Cllr Birch agreed and proposed a vote.", []),
        ("Cllr Ash spoke.\nHe moved that it be done. Cllr Birch seconded.", []),
        ("Cllr Ash said that he had moved to the village in May.", []),
        ("Councillor Ash proposed that the trust be asked to help.", []),
        (
            "Cllr. Ash, seconded by Cllr. Birch, proposed an amendment to £40. The Mayor used his casting vote against the amendment.",
            [("Ash", "Birch", "lost", True)],
        ),
        ("Moving the recommendation, Councillor Ash warned that it was dear. Councillor Birch seconded.", [("Ash", "Birch", None, False)]),
        (
            "In proposing the motion, Cllr Ash thanked the club. Seconding the motion, Cllr Birch did so too. It was carried.",
            [("Ash", "Birch", "carried", False)],
        ),
        ("Mr Ash, having heard the debate, proposed that the plan be put away. The Leader concurred.", [("Ash", None, None, False)]),
        ("It was AGREED that the licence be REFUSED, on the proposal of Cllr Ash, seconded by Cllr Birch.", [("Ash", "Birch", "carried", False)]),
        ("Cllr Ash’s proposal that the lamp be lit was seconded by Cllr Birch and carried.", [("Ash", "Birch", "carried", False)]),
        ("The motion standing in the name of Cllr Ash and seconded by Cllr Birch was put and carried.", [("Ash", "Birch", "carried", False)]),
        ("Cllr Ash introduced and moved the report. Cllr Birch formally seconded. The motion was agreed.", [("Ash", "Birch", "carried", False)]),
        ("It was RESOLVED, on a proposal by Cllr Ash and seconded by Cllr Birch, to light the lamp.", [("Ash", "Birch", "carried", False)]),
        ("Cynigiwyd gan y Cynghorydd Ash, eiliwyd gan y Cynghorydd Birch, a phenderfynwyd derbyn yr adroddiad.", [("Ash", "Birch", "carried", False)]),
        ("The grant was refused. Prop: Cllr Ash, sec: Cllr Birch.", [("Ash", "Birch", "carried", False)]),
    ],
)
def test_motions(text: str, motions: list[tuple[str, str | None, str | None, bool]]) -> None:
    assert [(one.mover, one.seconder, one.outcome, one.amendment) for one in read(text).motions] == motions


# ── votes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("The motion was put and carried, 5 members voting for the motion, 2 against and 1 abstaining.", [(5, 2, 1, False)]),
        ("It was carried by 14 votes to 1, with one abstention.", [(14, 1, 1, False)]),
        ("The motion was lost, by 4 votes to 5.", [(4, 5, None, False)]),
        ("(6 for, none against, 3 abstentions)", [(6, 0, 3, False)]),
        ("The vote was as follows: For: 9 Against: 3 Abstentions: 0", [(9, 3, 0, False)]),
        ("Six were in favour, one against and two abstained.", [(6, 1, 2, False)]),
        ("4 Votes for 2 Votes against. Carried", [(4, 2, None, False)]),
        ("It was resolved unanimously that it be done.", [(None, None, None, True)]),
        ("All members were in favour.", [(None, None, None, True)]),
        ("No member voted against.", [(None, None, None, True)]),
        ("The motion was carried, 3 for, none against, and the Chairman abstaining.", [(3, 0, 1, False)]),
        ("The club was awarded £2,500 for nets.", []),
        ("Two for the price of one, and nothing against it.", []),
        ("There were 48 lorries for 3 sites.", []),
        ("For the motion: Councillors Ash, Birch and Cole (3).\nAgainst the motion: Councillor Dunn (1).", [(3, 1, None, False)]),
        ("For\tAgainst\tAbstentions\nMr Ash, Mrs Birch\tMr Cole\tDr Dunn\n2\t1\t1", [(2, 1, 1, False)]),
        ("The accounts were approved by all councillors present.", [(None, None, None, True)]),
        ("For (4)\nMr Ash, Mrs Birch OBE, Sir Jo Cole, Dr Dunn\nAgainst (0)\nAbstain (1)\nMr Elm", [(4, 0, 1, False)]),
        ("In Favour:\nCouncillors Ash, Birch (A), Cole (3)\nAgainst:\nCouncillors Dunn, Elm (2)", [(3, 2, None, False)]),
        ("Voting: unanimous", [(None, None, None, True)]),
        ("The motion was carried with two abstentions.", [(None, None, 2, False)]),
        ("We agreed, with one against, to buy a lamp.", [(None, 1, None, False)]),
        ("The minutes were approved, Cllr Ash abstaining.", [(None, None, 1, False)]),
        ("Councillor Ash abstained on this proposal.", [(None, None, 1, False)]),
        ("It was carried by 5 votes to 3, Cllr Ash abstaining.", [(5, 3, 1, False)]),
        ("The vote was tied at 4-4 and the Chair used his casting vote.", [(4, 4, None, False)]),
        ("All agreed.", [(None, None, None, True)]),
        ("The minutes were read. All agreed this was a true record.", [(None, None, None, True)]),
        ("Proposed by Cllr Ash, 2nd by Cllr Birch. AIF.", [(None, None, None, True)]),
        ("For the Amendment (3): Cllrs Ash, Birch and Cole\nAgainst (2): Cllrs Dunn and Elm\nAbstained (1): The Lord Mayor", [(3, 2, 1, False)]),
        ("For the motion (2) – Cllrs Ash and Birch\nFor the amendment (1) – Cllr Cole\nDeclined to vote (1) – Cllr Dunn", [(2, 1, 1, False)]),
        ("There voted for the motion 3 (Cllrs Ash, Birch and Cole) and for the amendment 2 (Cllrs Dunn and Elm).", [(3, 2, None, False)]),
        ("There voted for the proposal 5, against 5, whereupon the Chair gave his casting vote.", [(5, 5, None, False)]),
        ("On a vote of 6 to 3, with 1 abstention, it was resolved.", [(6, 3, 1, False)]),
        ("On a division, 7 voted for the motion and 5 for the amendment.", [(7, 5, None, False)]),
        ("It was carried by a majority of 7 to 3.", [(7, 3, None, False)]),
        ("The motion was lost by 3 to 7.", [(3, 7, None, False)]),
        ("It was put and carried, with one against (Superintendent Ash).", [(None, 1, None, False)]),
        ("RESOLVED, with one dissentient, that it be done.", [(None, 1, None, False)]),
        ("RESOLVED, Councillor Ash dissenting, that it be done.", [(None, 1, None, False)]),
        ("It was carried by 5 votes to 1, Cllr Ash wishing it to be recorded that he had voted against.", [(5, 1, None, False)]),
        ("AGREED to recommend it. Cllr Ash voted against and asked that this be recorded.", [(None, 1, None, False)]),
        ("Voting: 6 For / 3 Against / 1 Abstention", [(6, 3, 1, False)]),
        ("(Voting: 7-2-1)", [(7, 2, 1, False)]),
        ("Cymeradwywyd y cynnig o 3 phleidlais i 2.", [(3, 2, None, False)]),
        ("Roedd 2 o blaid a 3 yn erbyn, ac felly collwyd y cynnig.", [(2, 3, None, False)]),
        ("The Review Body was unanimously of the opinion that it be done.", [(None, None, None, True)]),
        ("A named vote was taken: For – Cllrs Ash and Birch; Against – Cllr Cole; Abstained – Cllr Dunn.", [(2, 1, 1, False)]),
        ("He said that the Panel had supported it by 6 votes to 5.", []),
        ("Dywedodd fod y Pwyllgor wedi cefnogi’r cynnig o 6 phleidlais i 5.", []),
        ("Councillor Ash said that she had abstained then.", []),
        ("Two residents spoke against it.", []),
        ("1 o blaid, 3 yn erbyn", [(1, 3, None, False)]),
        ("On a division there voted: for the motion 5; for the amendment 3.", [(5, 3, None, False)]),
        ("Motion 5 votes, Amendment 3 votes.", [(5, 3, None, False)]),
        ("The result of the vote was 5-3 in favour.", [(5, 3, None, False)]),
        ("Councillors Ash and Birch voted in favour and Councillor Cole voted against.", [(2, 1, None, False)]),
        ("Responses to the survey: 120 for and 45 against.", []),
        ("Cllr Ash: No\nCllr Birch: No\nCllr Cole: No", []),
        ("Vote:\nFor: 3\nAgainst: 2\nAbstained: 1", [(3, 2, 1, False)]),
        ("Votes for: 3\nVotes against: 0", [(3, 0, None, False)]),
        ("Member\tFor\tAgainst\nCllr Ash\tX\nCllr Birch\t\tX\nCllr Cole\tX\nFor 2, against 1. The motion was carried.", [(2, 1, None, False)]),
    ],
)
def test_votes(text: str, votes: list[tuple[int | None, int | None, int | None, bool]]) -> None:
    assert [(one.for_, one.against, one.abstain, one.unanimous) for one in read(text).vote_events] == votes


def test_each_voter_of_a_roll_call_is_kept_with_the_side() -> None:
    found = read("For the motion: Councillors Ash and Birch (2).\nAgainst: Councillor Cole.\nAbstentions: none")
    assert [(one.name, one.option) for one in found.votes] == [("Ash", "for"), ("Birch", "for"), ("Cole", "against")]
    assert {one.start for one in found.votes} == {found.vote_events[0].start}


@pytest.mark.parametrize(
    ("text", "for_names", "against_names", "abstain_names"),
    [
        ("For the Amendment (2): Cllrs Ash and Birch\nAgainst (1): Cllr Cole\nAbstained (1): The Lord Mayor", ["Ash", "Birch"], ["Cole"], ["Lord Mayor"]),
        ("For the amendment: Cllr Ash\nFor the motion: Cllrs Birch and Cole", ["Birch", "Cole"], ["Ash"], []),
        ("There voted for the motion 2 (Cllrs Ash and Birch) and for the amendment 1 (Cllr Cole).", ["Ash", "Birch"], ["Cole"], []),
        ("For the Motion\nCllrs Ash and Birch (2)\nFor the Amendment\nCllr Cole (1)\nDeclined to vote\nMrs Dunn", ["Ash", "Birch"], ["Cole"], ["Dunn"]),
        ("Councillor\tFor\tAgainst\tAbstain\nAsh\t\t\tX\nBirch, J\tX\nBirch, K\t\tX", ["J Birch"], ["K Birch"], ["Ash"]),
        ("For\tAgainst\tAbstain\tMember\n✓\t\t\tCllr Ash\n\t✓\t\tCllr Birch\n\t\t✓\tCllr Cole", ["Ash"], ["Birch"], ["Cole"]),
        ("Cllr Ash – For\nCllr Birch – For\nCllr Cole – Against\nCllr Dunn – Abstain", ["Ash", "Birch"], ["Cole"], ["Dunn"]),
        ("Name\tVote\nMr Ash\tFor\nMs Birch\tabstained\nMr Cole\tagainst\nMr Dunn\tabsent", ["Ash"], ["Cole"], ["Birch"]),
        ("Name\tYes\tNo\tAbsent\nMr Ash\tYes\nMr Birch\t\tYes\nMr Cole\t\t\tYes", ["Ash"], ["Birch"], []),
        ("It was carried, with one against (Superintendent Ash).", [], ["Ash"], []),
        ("RESOLVED, Cllr Ash dissenting, that it be done.", [], ["Ash"], []),
        ("It was carried by 5 votes to 1, Cllr Ash wishing it to be recorded that he had voted against.", [], ["Ash"], []),
        ("It was carried by 5 votes to 2, Cllr Ash voting against.", [], [], []),
    ],
)
def test_who_voted_how(text: str, for_names: list[str], against_names: list[str], abstain_names: list[str]) -> None:
    (vote,) = read(text).vote_events
    assert (list(vote.for_names), list(vote.against_names), list(vote.abstain_names)) == (for_names, against_names, abstain_names)


# ── declarations, actions ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("Councillor Ash declared a personal interest in item 5 as a governor.", "Bins", ["Ash"]),
        ("Councillors Ash and Birch declared an interest in the club.", "Declarations of Interest", ["Ash", "Birch"]),
        ("Cllr Ash – item 8, as a neighbour.\nCllr Birch: personal interest in item 9", "Disclosure of Interests", ["Ash", "Birch"]),
        ("Members declared interests in minute 81 as follows:\nAsh - Member of the Town Council\nBirch - Trustee", "Declarations", ["Ash", "Birch"]),
        ("Mrs Ash in respect of item 4, Mr Birch in respect of item 5.", "Declaration of interest", ["Ash", "Birch"]),
        ("Dr Ash advised that she was a partner in the practice.", "Declarations of interest", ["Ash"]),
        ("Datganodd y Cynghorydd Ash fuddiant personol yn eitem 5.", "Datganiadau", ["Ash"]),
        ("The Chairman asked whether any member had an interest to declare. There were none.", "Declarations of interest", []),
        ("(Mr Ash, having declared an interest, left the room.)", "Quarry", []),
        ("The Monitoring Officer advised members on interests.", "Declarations of interest", []),
    ],
)
def test_declarations(text: str, title: str, names: list[str]) -> None:
    assert [one.name for one in read(text, title).declarations] == names


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("ACTION: Jo Ash to write to the bus company.", ["Jo Ash"]),
        ("Action – Cllr Birch to find out about the lease.", ["Birch"]),
        ("Clerk to contact the County Council.", ["Clerk"]),
        ("Clerk email Mrs Woods about the hedge.", ["Clerk"]),
        ("Action: Jo Ash and Kim Birch to draft a note.", ["Jo Ash", "Kim Birch"]),
        ("RESOLVED: That the Clerk should report the streetlights.", ["Clerk"]),
        ("Jo Ash offered to circulate the links.", ["Jo Ash"]),
        ("Cllr Ash said he would meet her on site.", ["Ash"]),
        ("Cllr Ash thought so but would check.", ["Ash"]),
        ("The Clerk and Cllr Ash to meet the contractor.", ["Clerk", "Ash"]),
        ("Cllr Ash kindly offered to repair the bench.", ["Ash"]),
        ("The Head of Streets said that he would ensure that Members got a copy.", ["Head of Streets"]),
        ("The Head of Streets confirmed he would pass on the comments.", ["Head of Streets"]),
        ("Cllr Ash would vote against it. The Clerk would be leaving in June.", []),
        ("Cllr Ash said she would be happy to take it up with the school.", ["Ash"]),
        ("Ms Ash replied that it was late. In answer to a further question, she said that she would let Mr Birch-Cole have the figures.", ["Ash"]),
        ("The Chair was authorised to sign the minutes.", []),
        ("RESOLVED that the Cabinet Member be asked to write.", []),
        ("The holes in the lane still had to be filled.\tJo Ash/Kim Birch", ["Jo Ash", "Kim Birch"]),
        ("Where\tWho\nThe hall\tJo Ash", []),
        ("CAM GWEITHREDU: Jo Ash i gysylltu â’r cyngor sir.", ["Jo Ash"]),
        ("Y Clerc i ysgrifennu at y cwmni bysiau.", ["Clerc"]),
        ("Cllr Ash to obtain three quotes.", ["Ash"]),
        ("Dr Ash undertook to send members a map.", ["Ash"]),
        ("The Chairman asked the Clerk to investigate and report back.", ["Clerk"]),
        ("Mr Birch was asked to provide figures.", ["Birch"]),
        ("The Clerk will write to the owner.", ["Clerk"]),
        ("Cllrs Ash and Birch will inspect the wall.", ["Ash", "Birch"]),
        ("The drain was blocked and the Clerk to report it.", ["Clerk"]),
        ("It was agreed that Cllr Ash would contact the owner.", ["Ash"]),
        ("Members agreed to ask the Clerk to write to the bank.", ["Clerk"]),
        ("The tree leans, and Cllr Ash agreed to look into this.", ["Ash"]),
        ("Cllr Ash raised it with Cllr Birch who will report it again.", ["Birch"]),
        ("Mr Ash said he would send the plan.", ["Ash"]),
        ("[Action – Clerk]", ["Clerk"]),
        ("The gate is to be oiled. (Action: Clerk / Cllr Ash)", ["Clerk", "Ash"]),
        ("Action 3: Jo Ash to ring the school.", ["Jo Ash"]),
        ("Action: Secretariat to book a room.", ["Secretariat"]),
        ("Actions\nClerk – order the salt\nCllr Ash: count the bins\nPaint the gate (Cllr Birch)", ["Clerk", "Ash", "Birch"]),
        ("What\tBy whom\tBy when\nOrder salt\tClerk\tasap\nMend gate\tCllr Ash\t01/03/2024", ["Clerk", "Ash"]),
        ("1\tThat the five lessons be learned\tCllr Ash\tMarch 2025", []),
        ("Cllr Ash said that the sum was large, and that he would let her have the table.", ["Ash"]),
        ("Cllr Ash replied that it had been ordered and that she would chase it with the manager.", ["Ash"]),
        ("Members were in favour, and the Clerk said that she would see to it.", ["Clerk"]),
        ("Dr Ash thought it unlikely but agreed to ask.", ["Ash"]),
        ("Mr Ash agreed to let members have the figures.", ["Ash"]),
        ("The Chairman concurred and agreed to write to them.", ["Chairman"]),
        ("Cllr Ash promised it by the end of July.", ["Ash"]),
        ("Cllr Ash promised a written answer.", ["Ash"]),
        ("Mr Ash did not have the figure but offered to find it out.", ["Ash"]),
        ("Mr Ash offered to have a word with the owner.", ["Ash"]),
        ("Cllr Ash explained the ban; she would be writing to every team that week.", ["Ash"]),
        ("Ms Ash explained the list. She would e-mail it to Members.", ["Ash"]),
        ("Mrs Ash would let him have a note.", ["Ash"]),
        ("In response to Cllr Ash, the Clerk said that eleven were waiting. He would e-mail Members the list.", ["Clerk"]),
        ("Cllr Ash pointed out the cost; she would look at what others did.", ["Ash"]),
        ("Cllr Ash thought this fair and would take it to the network.", ["Ash"]),
        ("The Clerk gave an undertaking to provide a note.", ["Clerk"]),
        ("Members asked for the figures, which the Clerk agreed to supply.", ["Clerk"]),
        ("Holodd Mr Ash am y bont, ac ymrwymodd y Cynghorydd Birch i drefnu hynny.", ["Birch"]),
        ("It was resolved to hold the rent, and that the Deputy Clerk bring back a report.", ["Deputy Clerk"]),
        ("RESOLVED that\n(1) the report be noted; and\n(2) the Head of Roads bring a further report in March.", ["Head of Roads"]),
        ("It was agreed that Mrs Ash and Mr Birch visit the depot.", ["Ash", "Birch"]),
        ("The Chairman added that a written reply would be sent by Mr Ash.", ["Ash"]),
        ("No.\tAction\tOwner\tBy\n21\tGet a price\tJo Ash\t31 Oct 2025", ["Jo Ash"]),
        ("Action: Mr. Birch", ["Birch"]),
        ("Cllr Ash asked whether he would send a note.", []),
        ("Cllr Ash said that if he had it he would send it.", []),
        ("He said that the Minister would send a reply.", []),
        ("Cllr Ash volunteered to act as deputy and agreed to be the representative.", []),
        ("That the Treasurer report to the Board be noted.", []),
        ("Cllr Ash would keep an open mind.", []),
        ("That the Director be asked to report.", []),
        ("The Board asked the Cabinet Member to review the formula.", []),
        ("At a meeting of the forum it was agreed that Cllr Ash would write.", []),
        ("Cllr Ash to date had heard nothing.", []),
        ("The Chairman agreed to take this item first.", []),
        ("Councillor Ash agreed to the amendment.", []),
        ("Councillor Ash would support it.", []),
    ],
)
def test_actions(text: str, owners: list[str]) -> None:
    assert [one.name for one in read(text).actions] == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("ACTION:JA/KB", ["Jo Ash", "Kim Birch"]),
        ("The gate is to be oiled. Action JA", ["Jo Ash"]),
        ("The gate is to be oiled by next month. [Action – JA & KB]", ["Jo Ash", "Kim Birch"]),
        ("Action: ALL/KB", ["Kim Birch"]),
        ("ACTION: LCol", ["Lee Cole"]),
        ("The holes in the lane still had to be filled.\tJA & KB", ["Jo Ash", "Kim Birch"]),
        ("JA, KB and LC to complete the forms.", ["Jo Ash", "Kim Birch", "Lee Cole"]),
        ("KB agreed to chase this and report back.", ["Kim Birch"]),
        ("ACTION: Jo Ash (the hall); Kim Birch and Lee Cole (the list)", ["Jo Ash", "Kim Birch", "Lee Cole"]),
        ("5.3 To ask for a report at each meeting (JA).", ["Jo Ash"]),
        ("Agreed –\n(1) that Jo Ash and Kim Birch bring a joint plan;\n(2) that all sign.", ["Jo Ash", "Kim Birch"]),
        ("Action: XY", []),
        ("Action: Kit", []),
    ],
)
def test_owners_by_their_initials_and_nobody_whom_two_could_be(text: str, owners: list[str]) -> None:
    there = [
        Attendance("ash/meeting/1", n, f"ash/person/{n}", name, name, "present")
        for n, name in enumerate(("Jo Ash", "Kim Birch", "Lee Cole", "Kit Dunn", "Kit Elm"))
    ]
    found = annotate([AgendaItem("ash/item/1", "1", "ash/meeting/1", 1, "1.", "Bins", text)], there, [], "ash").actions
    assert [one.name for one in found] == owners


# ── acronyms, references ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("the Medium Term Financial Strategy (“the MTFS”)", [("MTFS", "Medium Term Financial Strategy")]),
        ("under the Flood and Water Management Act 2010 (FWMA)", [("FWMA", "Flood and Water Management Act")]),
        ("houses in multiple occupation (HMOs)", [("HMOs", "houses in multiple occupation")]),
        ("National Planning Framework 4 (NPF4)", [("NPF4", "National Planning Framework 4")]),
        ("Planning Policy Statement 21 (PPS 21)", [("PPS 21", "Planning Policy Statement 21")]),
        ("the Hedges Bill (HB 12)", []),
        ("Gwasanaethau Dysgu i Oedolion (y GDO)", [("GDO", "Gwasanaethau Dysgu i Oedolion")]),
        ("the Local Access Forum (also known as the “LAF”)", [("LAF", "Local Access Forum")]),
        ("Local Development Plan 2 (LDP)", [("LDP", "Local Development Plan")]),
        ("Marl Local Councils Associations (M.L.C.A.) - Chairman", [("M.L.C.A.", "Marl Local Councils Associations")]),
        ("Cynllun Strategol y Gymraeg mewn Addysg (CSGA)", [("CSGA", "Cynllun Strategol y Gymraeg mewn Addysg")]),
        ("the Planning Inspectorate (PINS)", [("PINS", "Planning Inspectorate")]),
        ("the Department for Environment, Food and Rural Affairs (Defra)", [("Defra", "Department for Environment, Food and Rural Affairs")]),
        ("the Community Infrastructure Levy (hereinafter referred to as “CIL”)", [("CIL", "Community Infrastructure Levy")]),
        ('the Community Infrastructure Levy ("CIL")', [("CIL", "Community Infrastructure Levy")]),
        ("the Local Access Forum [LAF]", [("LAF", "Local Access Forum")]),
        ("the Marl Infrastructure (Phase) Elm (Marl)", []),
        ("Education, Health and Care Plans (EHCPs)", [("EHCPs", "Education, Health and Care Plans")]),
        ("Education, Health and Care Plans (EHCPs) were late; each EHCP was read", [("EHCP", "Education, Health and Care Plans")]),
        ("the Lead Local Flood Authority (LLFA)", [("LLFA", "Lead Local Flood Authority")]),
        ("the CAB (Citizens Advice Bureau)", [("CAB", "Citizens Advice Bureau")]),
        ("SEND = Special Educational Needs and Disabilities", [("SEND", "Special Educational Needs and Disabilities")]),
        ("the Marlshire Bus Framework 4 (MBF4)", [("MBF4", "Marlshire Bus Framework 4")]),
        ("the Marlshire Parish Councils Union (M.P.C.U.) met", [("M.P.C.U.", "Marlshire Parish Councils Union")]),
        ("Cynllun Bysiau’r Sir mewn Argyfwng (CBSA)", [("CBSA", "Cynllun Bysiau’r Sir mewn Argyfwng")]),
        ("the Lamp Inspectorate (LINS) was slow", [("LINS", "Lamp Inspectorate")]),
        ("Councillor Sally Hope (SH) said no", []),
        ("the report (Appendix A) was noted (see minute 4)", []),
        ("a shop in the Market Place (NB closed)", []),
    ],
)
def test_acronyms(text: str, pairs: list[tuple[str, str]]) -> None:
    assert acronyms_in(text) == pairs


def test_references_to_applications_and_minutes() -> None:
    found = read("Application 2020/0417/MIN and 19/00192/FUL, see minute 58(b) and Minute No. 142/20 of 11/12/2020.").references
    assert [(one.kind, one.value) for one in found] == [
        ("planning", "2020/0417/MIN"), ("planning", "19/00192/FUL"), ("minute", "58(b)"), ("minute", "142/20"),
    ]  # fmt: skip


# ── attendance ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Cllr P Ash (Chairman), Cllr Birch (arrived at 7.01pm) and Cllr J Cole", [("P Ash", "Chairman"), ("Birch", ""), ("J Cole", "")]),
        (
            "Chief Executive (Mr. C. Ash), Director, Land and Property (Ms. J. Birch)",
            [("C. Ash", "Chief Executive"), ("J. Birch", "Director, Land and Property")],
        ),
        ("Chief Executive - J Ash\nHead of Parks – T Birch", [("J Ash", "Chief Executive"), ("T Birch", "Head of Parks")]),
        ("Carol Ash, Depute Chief Executive\nIain Birch, Clerk", [("Carol Ash", "Depute Chief Executive"), ("Iain Birch", "Clerk")]),
        ("P J Ash J Birch T J Cole", [("P J Ash", ""), ("J Birch", ""), ("T J Cole", "")]),
        ("Councillors Burke (J), Burke (M) and Ó Cole", [("J. Burke", ""), ("M. Burke", ""), ("Ó Cole", "")]),
        ("Mr M. Ash (Parish Clerk), 3 members of the public", [("M. Ash", "Parish Clerk")]),
        ("Chief Executive\nDirector of Parks & Leisure", []),
        ("The Right Worshipful the Mayor Councillor R T Ash", [("R T Ash", "Mayor")]),
        ("Chairman Cllr Mrs Ash, Cllrs Birch, Cole, County Cllr Dunn & the Clerk.", [("Ash", "Chairman"), ("Birch", ""), ("Cole", ""), ("Dunn", "")]),
        ("Mark Ash (MA) (Chair)\t-\tCardale and Vale UHB", [("Mark Ash", "Chair")]),
        ("Head of Roads ( Mrs P Ash)", [("P Ash", "Head of Roads")]),
        ("Parish Clerk - Expenditure", []),
        ("T Ash, Northgate Area Engineer", [("T Ash", "Northgate Area Engineer")]),
        ("Y Cynghorwyr Mrs B. Ash, W.J. Birch a R.Ll. Cole MBE", [("B. Ash", ""), ("W. J. Birch", ""), ("R. Ll. Cole", "")]),
    ],
)
def test_lists_of_people(written: str, people: list[tuple[str, str]]) -> None:
    assert [(one.name, one.role) for one in people_listed(written)] == people


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (
            "Present: Cllr A Ash, Cllr B Birch\nApologies: Cllr C Cole (holiday)",
            [("A Ash", "present", None), ("B Birch", "present", None), ("C Cole", "apologies", None)],
        ),
        (
            "PRESENT\nCouncillor A Ash\nCouncillor B Birch\nOfficers in attendance:\nJo Dunn, Solicitor",
            [("A Ash", "present", None), ("B Birch", "present", None), ("Jo Dunn", "in_attendance", None)],
        ),
        ("Apologies for absence were received from Councillors A Ash and B Birch.", [("A Ash", "apologies", None), ("B Birch", "apologies", None)]),
        (
            "Apologies were received from Cllr A Ash with Cllr B Birch attending as his substitute.",
            [("B Birch", "substitute", "A Ash"), ("A Ash", "apologies", None)],
        ),
        ("Councillor M Ash had been appointed as a substitute member for Councillor D P Birch.", [("M Ash", "substitute", "D P Birch")]),
        (
            "Apologies for absence were received from Mr D Ash (Ms H Birch attended as substitute), Ms C Cole and Mr E Dunn, NHS England.",
            [("D Ash", "apologies", None), ("C Cole", "apologies", None), ("E Dunn", "apologies", None), ("H Birch", "substitute", "D Ash")],
        ),
        ("Apologies were received from Jo Ash. Kim Birch attended in her absence.", [("Jo Ash", "apologies", None), ("Kim Birch", "substitute", "Jo Ash")]),
        ("ACC Jo Ash was attending as Kim Birch’s substitute.", [("Jo Ash", "substitute", "Kim Birch")]),
        ("Cllr. K. Ash was absent.", [("K. Ash", "absent", None)]),
        (
            "Apologies were received from Councillor Jo Ash. Apologies were also received from Councillor Kim Birch, who was ill.",
            [("Jo Ash", "apologies", None), ("Kim Birch", "apologies", None)],
        ),
        ("PRESENT\nProfessor Sir Jo Ash CB / Chair\nDr Kim Birch / Director of Parks", [("Jo Ash", "present", None), ("Kim Birch", "present", None)]),
        ("Apologies: none.", []),
        (
            "Derbyniwyd ymddiheuriadau am absenoldeb oddi wrth y Cynghorwyr Jo Ash a Kim Birch.",
            [("Jo Ash", "apologies", None), ("Kim Birch", "apologies", None)],
        ),
        (
            "Present:\nJo Ash, Talk About Us\nPaul Birch, Honestly\nJo Cole, Commissioner’s Office\nPaul Dunn, Home Office",
            [("Jo Ash", "present", None), ("Paul Birch", "present", None), ("Jo Cole", "present", None), ("Paul Dunn", "present", None)],
        ),
        ("Panel: Jo Ash (Chair), Kim Birch (for Lee Cole, Marl DC)", [("Jo Ash", "present", None), ("Kim Birch", "substitute", "Lee Cole")]),
        ("Remotely present: Cllr Ash and Cllr Birch", [("Ash", "present", None), ("Birch", "present", None)]),
        (
            "Present: Cllr Ash\nAlso in attendance were Police Sergeant Jo Birch and Kim Cole (Engineer).",
            [("Ash", "present", None), ("Jo Birch", "in_attendance", None), ("Kim Cole", "in_attendance", None)],
        ),
        ("Invited guests:\nCouncillor Jo Ash: Marlshire Portfolio Holder: Culture, Leisure and Sport", [("Jo Ash", "in_attendance", None)]),
        ("Apologies:   Jo Ash   Kim Birch   Lee Cole", [("Jo Ash", "apologies", None), ("Kim Birch", "apologies", None), ("Lee Cole", "apologies", None)]),
        (
            "Present:\n1. Jo Ash\n2. Kim Birch   Secretary\n3. Lee Cole",
            [("Jo Ash", "present", None), ("Kim Birch", "present", None), ("Lee Cole", "present", None)],
        ),
        (
            "Present:\tAlso in attendance:\nK Ash (Chair)\tD Birch\nJ Cole\tApologies:\nN Dunn\tE Elm",
            [
                ("K Ash", "present", None),
                ("D Birch", "in_attendance", None),
                ("J Cole", "present", None),
                ("N Dunn", "present", None),
                ("E Elm", "apologies", None),
            ],
        ),
        (
            "Present: Comhairleoirí J. Ash, T. Birch, P. Cole\nComhairleoirí A. Dunn, B. Elm, C. Fir\nComhairleoirí D. Gorse, E. Holm, F. Ivy",
            [(name, "present", None) for name in ("J. Ash", "T. Birch", "P. Cole", "A. Dunn", "B. Elm", "C. Fir", "D. Gorse", "E. Holm", "F. Ivy")],
        ),
        ("Yn absennol: Y Cynghorydd Jo Ash", [("Jo Ash", "absent", None)]),
        ("Apologies were received from Councillors Kim Ash and Patrick Hall.", [("Kim Ash", "apologies", None), ("Patrick Hall", "apologies", None)]),
    ],
)
def test_attendance_told_by_the_minutes(head: str, found: list[tuple[str, str, str | None]]) -> None:
    told = [(one.listed.name, one.status, one.substitute_for) for one in attendees_of(head, [])]
    assert sorted(told, key=str) == sorted(found, key=str)


# ── documents ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("1. APOLOGIES\nNone.\n2. MINUTES\nAgreed.\n3. BINS\nNoted.", ["APOLOGIES", "MINUTES", "BINS"]),
        ("1. Apologies: None.\n2. Minutes: Agreed.\n3. Bins: It was noted.", ["Apologies", "Minutes", "Bins"]),
        ("21.44 ELECTION OF CHAIR\nDone.\n21.45 APOLOGIES\nNone.\n21.46 BINS\nNoted.", ["ELECTION OF CHAIR", "APOLOGIES", "BINS"]),
        ("P/142 Apologies\nNone.\nP/143 Minutes\nAgreed.", ["Apologies", "Minutes"]),
        ("126.\nDeclarations\nMinutes:\nNone.\n127.\nBins\nMinutes:\nNoted.", ["Declarations", "Bins"]),
        ("APOLOGIES\nNone.\nBINS AND BAGS\nThe report was noted.", ["APOLOGIES", "BINS AND BAGS"]),
        (
            "292. Apologies\n(Item 1)\nNone.\n293. Bins\n(Item 2)\n1) The Chair spoke.\n2) Mr Ash spoke.\n3) It was noted.\n294. Bags\n(Item 3)\nNoted.",
            ["Apologies", "Bins", "Bags"],
        ),
        (
            "Team update\n(Item 4)\n1. Jo Ash spoke.\n2. Kim Birch asked why.\n3. RESOLVED that it be noted.\nOther matters\n(Item 5)\nNone.",
            ["Team update", "Other matters"],
        ),
        (
            "805. Apologies: None.\n806. Minutes: Agreed.\n807. Places:-\n(1) Hall – Cllr Ash.\n(2) School – Cllr Birch.\n(3) Trust – Cllr Cole.\n(4) Bus – Cllr Dunn.",
            ["Apologies", "Minutes", "Places"],
        ),
        ("Item 3: Roads\n1. Ash Road\n2. Birch Road\n3. Cole Road\nItem 4: Parks\nNoted.\nItem 5: Bins\nNoted.", ["Roads", "Parks", "Bins"]),
        ("1.Apologies\nNone.\n2.Minutes\nAgreed.\n3.Bins\nNoted.", ["Apologies", "Minutes", "Bins"]),
        (
            "Prescribing by wire\n"
            + "Jo Ash said that the board would have to think about what it could buy and when it could buy it.\n" * 2
            + "Statement of purpose\n"
            + "Kim Birch said that the draft was too long and that it should be cut to a single page before May.\n" * 3
            + "Actions\n1. Write a letter.\n2. Send it.",
            ["Prescribing by wire", "Statement of purpose", "Actions"],
        ),
        (
            "ASH PARISH COUNCIL\nMINUTES\nPresent:\n1. Paul Ash\n2. Kim Birch\n3. Lee Cole\n4. Mary Dunn\n1. Welcome\nMary Dunn welcomed everyone to the hall, which was cold, and hoped to be done by nine.\n2. Bins\nNoted.\n3. Bags\nNoted.",
            ["Welcome", "Bins", "Bags"],
        ),
        ("ASH BOROUGH COUNCIL\nAREA MEETING\nPresent: Cllr Ash.\nPOLICE ISSUES\nIt was quiet.\nLOCAL ISSUES\nIt was loud.", ["POLICE ISSUES", "LOCAL ISSUES"]),
        (
            "1. Matters Arising\nNone.\n2. Village Hall\nNoted.\n3. Open Forum\nNone.\n4. Correspondence\nNone.",
            ["Matters Arising", "Village Hall", "Open Forum", "Correspondence"],
        ),
        (
            "Present: Jo Ash, Kim Birch.\nAt the outset the Mayor thanked everybody who had helped to mend the old path in the snow.\n1. Bins\n"
            + "They were noted. " * 12
            + "\n2. Bags\nNoted.",
            ["", "Bins", "Bags"],
        ),
        ("1. Bins\n1.1 New Bins\nCllr Ash asked why.\n1.2 Old Bins\nNoted.\n2. Bags\nNoted.", ["Bins", "New Bins", "Old Bins", "Bags"]),
        ("1. Bins\n1.1 The bins were full.\n1.2 New Bins\nNoted.\n2. Bags\n2.1 None.\n3. Any Other Business\nNone.", ["Bins", "Bags", "Any Other Business"]),
        ("1. BINS\nRESOLVED:\n1. That it be noted;\n2. That it be done.\n2. BAGS\nNoted.", ["BINS", "BAGS"]),
    ],
)
def test_items_of_a_document(text: str, titles: list[str]) -> None:
    assert [one.title for one in segments_of(text)[1]] == titles


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The Committee agreed that\nthe bins be emptied.", "The Committee agreed that the bins be emptied."),
        ("Present:\nCouncillor A Ash\nCouncillor B Birch", "Present:\nCouncillor A Ash\nCouncillor B Birch"),
        ("it was thought that the\n\n3\n\nroad would be shut", "it was thought that the road would be shut"),
        ("RESOLVED:\n(a) that it be noted;\n(b) that it be done.", "RESOLVED:\n(a) that it be noted;\n(b) that it be done."),
        ("Proposed by: Cllr Ash          Seconded by: Cllr Birch", "Proposed by: Cllr Ash\tSeconded by: Cllr Birch"),
        ("The Chair declared the motion\nlost.", "The Chair declared the motion lost."),
        ("Name\tFor\tAgainst\nAsh\t\tX\nBirch\t\tabsent", "Name\tFor\tAgainst\nAsh\t\tX\nBirch\tabsent"),
    ],
)
def test_wrapped_lines_are_made_whole_and_know_where_they_stood(text: str, whole: str) -> None:
    made = unwrapped(text)
    assert made.text == whole
    assert all(text[made.origin(n)] == c for n, c in enumerate(made.text) if not c.isspace())
