"""Who declared an interest, in the ways of many clerks, in sentences of our own."""

from __future__ import annotations

import pytest

from archive.minutes import annotate
from archive.records import AgendaItem

D, B = "Declarations of Interest", "Bins"


def declared(text: str, title: str) -> list[str]:
    return [one.name for one in annotate([AgendaItem("ash/item/1", "1", "ash/meeting/1", 1, "1.", title, text)], [], [], "ash").declarations]


WAYS = [
    ("Cllr Ash expressed an interest in opening the trail.", B, ""),
    ("Cllr Ash expressed an interest in joining the working group.", D, ""),
    ("Cllr Ash expressed an interest in standing as Chairman.", B, ""),
    ("Two residents had expressed an interest in the plot.", B, ""),
    ("Cllr Ash showed an interest in the site.", B, ""),
    ("Cllr Ash expressed an interest in item 5 as a trustee of the hall.", D, "Ash"),
    ("Cllr Ash expressed a personal interest in item 5.", B, "Ash"),
    ("Cllr Ash declared a non-pecuniary interest in item 5 as a governor.", B, "Ash"),
    ("Councillors A Ash, B Birch and C Cole declared personal interests in agenda item 7 as members of the club.", D, "A Ash;B Birch;C Cole"),
    ("Member\tItem\tNature\nCllr A Ash\t5\tPersonal – governor\nCllr B Birch\t7\tPecuniary – owns the land", D, "A Ash;B Birch"),
    ("Name\tAgenda item\tInterest\tAction\nA Ash\t5\tPersonal\tStayed\nB Birch\t7\tPrejudicial\tLeft", D, "A Ash;B Birch"),
    ("Councillor\tItem No.\tType of interest\tReason\nAnn Ash\t8\tDPI\tOwns land", D, "Ann Ash"),
    ("Cllr A Ash\tItem 5\tPersonal interest\nCllr B Birch\tItem 6\tPrejudicial", D, "A Ash;B Birch"),
    ("There were no declarations of interest.", D, ""),
    ("No declarations were made by Councillors.", D, ""),
    ("None.", D, ""),
    ("No interests were declared by Cllr Ash or Cllr Birch.", D, ""),
    ("The following declarations of interest were made:\nCllr Ash – Item 5 – Governor of the school\nCllr Birch – Item 6 – owner of the shop", D, "Ash;Birch"),
    ("The following interests were declared:\n(a) Councillor Ash, item 5, non-pecuniary, governor.\n(b) Councillor Birch, item 6, pecuniary.", D, "Ash;Birch"),
    (
        "1. Councillor Ash declared a disclosable pecuniary interest in item 5 and left the room.\n2. Councillor Birch also declared an interest in the same item.",
        D,
        "Ash;Birch",
    ),
    ("Councillor Ash removed himself from the meeting, declaring that land in the area was owned by a relative.", B, "Ash"),
    ("Cllr Ash left the meeting, declaring an interest in the item.", B, "Ash"),
    ("Declarations of interest were received from Cllr Ash (item 5) and Cllr Birch (item 6).", D, "Ash;Birch"),
    ("Declarations of interest were made by Cllrs Ash and Birch in item 5.", D, "Ash;Birch"),
    ("A declaration of interest was made by Cllr Ash in relation to item 5.", B, "Ash"),
    ("A personal interest was declared by Councillor Ash in item 5.", D, "Ash"),
    ("An interest in item 5 was declared by Councillors Ash and Birch.", B, "Ash;Birch"),
    ("Cllr Ash made a declaration of interest in item 5.", D, "Ash"),
    ("Cllr Ash gave notice of a personal interest in item 5.", D, "Ash"),
    ("Cllr Ash stated that she had a non-pecuniary interest in a grant in so far as her children attend the school.", D, "Ash"),
    ("Cllr Ash advised that he was a member of the club.", D, "Ash"),
    ("Cllr Ash said that her husband was the applicant.", D, "Ash"),
    ("Cllr Ash, as a trustee of the hall, declared an interest in item 5.", D, "Ash"),
    ("Cllr Ash indicated a personal interest in item 5.", D, "Ash"),
    ("Cllr Ash registered an interest in item 5.", D, "Ash"),
    ("Cllr Ash disclosed that he owned land next to the site.", B, "Ash"),
    ("Cllr Ash noted his interest as a governor of the school.", D, "Ash"),
    ("Cllr Ash: Item 5, personal, member of the club.", D, "Ash"),
    ("Cllr Ash (item 5, neighbour), Cllr Birch (item 6, applicant).", D, "Ash;Birch"),
    ("Item 5 – Cllr Ash – member of the club\nItem 6 – Cllr Birch – owner", D, "Ash;Birch"),
    ("Item 5: Cllrs Ash and Birch, members of the club", D, "Ash;Birch"),
    ("Agenda item 9: Cllr Ash declared a personal interest.", D, "Ash"),
    ("Personal interests: Cllr Ash (item 5); Cllr Birch (item 6)", D, "Ash;Birch"),
    ("Non-pecuniary: Cllr Ash, item 5.", D, "Ash"),
    ("Cllr Ash – DPI item 5", D, "Ash"),
    ("Jo Ash declared that she is employed by the Trust.", D, "Jo Ash"),
    ("Jo Ash declared an interest in item 5 as she is employed by the Trust.", D, "Jo Ash"),
    ("Cllr Ash declared that Cllr Birch had won the vote.", B, ""),
    ("The Chair declared the meeting open.", D, ""),
    ("The Mayor declared Cllr Ash elected.", B, ""),
    ("The Clerk reminded Cllr Ash to declare an interest.", D, ""),
    ("Cllr Ash asked whether he should declare an interest.", D, ""),
    ("Cllr Ash, who had declared an interest, left the room.", B, ""),
    ("Having declared an interest Cllr Ash left the room.", B, ""),
    ("Cllr Ash declared a personal and prejudicial interest in item 5 and Cllr Birch declared a personal interest in item 6.", D, "Ash;Birch"),
    ("Cllr Ash declared an interest in item 5, as did Cllr Birch.", D, "Ash;Birch"),
    ("Cllr Ash and Cllr Birch both declared an interest in item 5.", D, "Ash;Birch"),
    ("Cllr A Ash declared her interest as an allotment holder.", B, "A Ash"),
    ("Cllr A Ash declared that he knew the applicant.", B, "A Ash"),
    ("Declaration of interest: Cllr Ash – the club.", B, "Ash"),
    ("Cllr Ash declared an interest on behalf of Cllr Birch.", D, "Ash"),
    ("Councillor Ash sought a dispensation in respect of item 5.", D, ""),
    ("It was noted that Councillor Ash had declared an interest in item 5.", D, "Ash"),
    ("Gwnaeth y Cynghorydd Ash ddatgan buddiant personol yn eitem 5.", D, "Ash"),
    ("Datganwyd buddiant personol gan y Cynghorydd Ash yn eitem 5.", "Datgan buddiannau", "Ash"),
    ("Cllr Ash thought that it was in the interest of residents.", B, ""),
    ("Cllr Ash declared a conflict of interest in item 5.", D, "Ash"),
    ("Cllr Ash declared a conflict of interest.", "Conflicts of interest", "Ash"),
    ("Jo Ash reported a potential conflict of interest as a trustee.", "Conflicts of interest", "Jo Ash"),
    ("Cllr Ash declared a potential bias and left the meeting.", B, "Ash"),
    ("Mr Ash declared a loyalty interest.", "Declarations of loyalty and interest", "Ash"),
]


@pytest.mark.parametrize(("text", "title", "found"), WAYS)
def test_declarations_in_the_ways_of_many_clerks(text: str, title: str, found: str) -> None:
    assert declared(text, title) == (found.split(";") if found else [])
