"""Who was there in which post, told in the layouts of many clerks: posts decide whom "the Director" means later on."""

from __future__ import annotations

import pytest

from archive.minutes import annotate
from archive.minutes.presence.attendance import attendance_in, attendees_of
from archive.records import AgendaItem

LETTERS = {"present": "P", "apologies": "A", "absent": "X", "in_attendance": "I", "substitute": "S"}


def told(head: str, *sections: tuple[str, str]) -> list[str]:
    """``P A Ash [Chair]`` for each who was there, ``A`` for apologies, ``X`` absent, ``I`` in attendance, ``S A Ash>B Birch`` for a substitute."""
    return sorted(
        f"{LETTERS[one.status]} {one.listed.name}"
        + (f">{one.substitute_for}" if one.substitute_for else "")
        + (f" [{one.listed.role}]" if one.listed.role else "")
        for one in attendees_of(head, [*sections])
    )


LAYOUTS = [
    (
        "PRESENT: Cllr Jo Ash (Chair) and Cllrs Kim Birch, Lee Cole, together with the following officers: Pat Dunn (Clerk), Sam Elm (Deputy Clerk)",
        "P Jo Ash [Chair];P Kim Birch;P Lee Cole;I Pat Dunn [Clerk];I Sam Elm [Deputy Clerk]",
    ),
    (
        "Members:\nCouncillor Jo Ash in the Chair\nCouncillors:\nKim Birch\tLee Cole\nPat Dunn\tSam Elm\nAlso Present:\nCouncillors Max Fir and Gail Gorse",
        "P Jo Ash [Chair];P Kim Birch;P Lee Cole;P Pat Dunn;P Sam Elm;I Max Fir;I Gail Gorse",
    ),
    (
        "Present:\nCouncillor J Ash (Chair)\nCouncillor K Birch (Vice-Chair)\nCouncillors L Cole, P Dunn (substitute for S Elm), M Fir\nIn Attendance\nCouncillor G Gorse (Portfolio Holder for Housing and Communities)\nOfficers\nH Hale (Assistant Director, Housing), I Ilex (Principal Solicitor)",
        "P J Ash [Chair];P K Birch [Vice-Chair];P L Cole;S P Dunn>S Elm;P M Fir;I G Gorse [Portfolio Holder for Housing and Communities];I H Hale [Assistant Director, Housing];I I Ilex [Principal Solicitor]",
    ),
    (
        "Attendance\nBoard Member\tOrganisation\tPresent / Apologies\nJo Ash (Chair)\tMarl Council\tPresent\nDr Kim Birch\tNHS Marl\tApologies\nLee Cole\tHealthwatch\tPresent\nPat Dunn (for Kim Birch)\tNHS Marl\tPresent",
        "P Jo Ash [Chair];A Kim Birch [NHS Marl];P Lee Cole [Healthwatch];S Pat Dunn>Kim Birch",
    ),
    ("Councillor\tPresent\tApologies\tAbsent\nJ Ash (Chair)\tX\t\t\nK Birch\t\tX\t\nL Cole\t\t\tX", "P J Ash [Chair];A K Birch;X L Cole"),
    (
        "PRESENT\n\nCouncillor Jo Ash, Chair\nCouncillor Kim Birch, Vice Chair\nCouncillors: L Cole, P Dunn\n\nOFFICERS PRESENT\n\nSam Elm, Chief Executive\nMax Fir, Director of Law and Governance and Monitoring Officer\n\nALSO PRESENT\n\nGail Gorse, Grant Thornton",
        "P Jo Ash [Chair];P Kim Birch [Vice Chair];P L Cole;P P Dunn;I Sam Elm [Chief Executive];I Max Fir [Director of Law and Governance and Monitoring Officer];I Gail Gorse [Grant Thornton]",
    ),
    (
        "Also in attendance: Jo Ash and Kim Birch (Grant Thornton), Lee Cole (Head of Internal Audit, SWAP)",
        "I Jo Ash;I Kim Birch;I Lee Cole [Head of Internal Audit, SWAP]",
    ),
    ("Apologies for absence were received from Councillor J Ash (Councillor K Birch substituting) and Councillor L Cole.", "A J Ash;S K Birch>J Ash;A L Cole"),
    ("Apologies: Councillor J Ash, with Councillor K Birch as substitute.", "A J Ash;S K Birch>J Ash"),
    ("Apologies were received from Cllr J Ash. Cllr K Birch attended as his substitute.", "A J Ash;S K Birch>J Ash"),
    ("Councillor K Birch was in attendance as substitute for Councillor J Ash, who had given apologies.", "S K Birch>J Ash;A J Ash"),
    ("Apologies for absence had been received from Cllr Ash (Cllr Birch in attendance as his substitute) and Cllr Cole.", "A Ash;S Birch>Ash;A Cole"),
    ("Substitutions:\nCouncillor K Birch substituted for Councillor J Ash", "S K Birch>J Ash"),
    ("Substitutes present: Cllr K Birch (for Cllr J Ash); Cllr L Cole (vice Cllr P Dunn)", "S K Birch>J Ash;S L Cole>P Dunn"),
    ("Substitute Members: Councillors K Birch (in place of Councillor J Ash) and L Cole (in place of Councillor P Dunn)", "S K Birch>J Ash;S L Cole>P Dunn"),
    ("Substitute: K Birch for J Ash", "S K Birch>J Ash"),
    ("Named substitutes in attendance: Cllr K Birch", "S K Birch"),
    ("Apologies:\nCllr J Ash\nSubstitute:\nCllr K Birch", "A J Ash;S K Birch"),
    ("It was noted that Dr K Birch was deputising for Ms J Ash.", "S K Birch>J Ash"),
    ("K Birch attended in place of J Ash", "S K Birch>J Ash"),
    (
        "Yn bresennol: Cynghorwyr J Ash (Cadeirydd), K Birch, L Cole\nYmddiheuriadau am absenoldeb: Y Cynghorwyr P Dunn a S Elm\nSwyddogion yn bresennol: Max Fir, Pennaeth Cyllid; Gail Gorse, Swyddog Craffu",
        "P J Ash [Cadeirydd];P K Birch;P L Cole;A P Dunn;A S Elm;I Max Fir [Pennaeth Cyllid];I Gail Gorse [Swyddog Craffu]",
    ),
    ("Cafwyd ymddiheuriadau am absenoldeb oddi wrth y Cynghorwyr J Ash a K Birch.", "A J Ash;A K Birch"),
    ("Derbyniwyd ymddiheuriad gan Y Cynghorydd Jo Ash", "A Jo Ash"),
    (
        "PRESENNOL:\nY Cynghorydd Jo Ash (Cadeirydd)\nY Cynghorydd Kim Birch (Is-gadeirydd)\nY Cynghorwyr: Lee Cole, Pat Dunn\nHEFYD YN BRESENNOL:\nY Cynghorydd Sam Elm (Aelod Cabinet)\nGwahoddedigion:\nMax Fir (Heddlu Gogledd Cymru)",
        "P Jo Ash [Cadeirydd];P Kim Birch [Is-gadeirydd];P Lee Cole;P Pat Dunn;I Sam Elm [Aelod Cabinet];I Max Fir",
    ),
    ("Present: Councillors Ash, Birch (Chair), Mrs Cole, Dr Dunn, Ms Elm and Fir OBE", "P Ash;P Birch [Chair];P Cole;P Dunn;P Elm;P Fir"),
    (
        "Present:\tCouncillors\tJo Ash (Chair)\n\t\tKim Birch\n\t\tLee Cole\nOfficers:\tPat Dunn\tChief Executive\n\tSam Elm\tSolicitor",
        "P Jo Ash [Chair];P Kim Birch;P Lee Cole;I Pat Dunn [Chief Executive];I Sam Elm [Solicitor]",
    ),
    (
        "In Attendance:\n\nChief Executive – Jo Ash\nDirector of Place – Kim Birch\nClerk – Lee Cole",
        "I Jo Ash [Chief Executive];I Kim Birch [Director of Place];I Lee Cole [Clerk]",
    ),
    (
        "In Attendance: Chief Executive (Mr J Ash); Strategic Director of Place and Economy (Mrs K Birch); Head of Democratic Services (L Cole)",
        "I J Ash [Chief Executive];I K Birch [Strategic Director of Place and Economy];I L Cole [Head of Democratic Services]",
    ),
    ("Officers: J Ash – Head of Planning, K Birch – Legal Adviser, L Cole – Clerk", "I J Ash [Head of Planning];I K Birch [Legal Adviser];I L Cole [Clerk]"),
    ("Officers: Head of Planning – J Ash, Legal Adviser – K Birch", "I J Ash [Head of Planning];I K Birch [Legal Adviser]"),
    ("Apologies were submitted on behalf of Baillie Jo Ash, and Councillors Birch and Cole.", "A Jo Ash;A Birch;A Cole"),
    ("Attending:\nJo Ash (Chair)\nKim Birch\nNot attending:\nLee Cole", "P Jo Ash [Chair];P Kim Birch;X Lee Cole"),
    ("Present: 12 Members\nCouncillor J Ash (Chairman)\nCouncillor K Birch", "P J Ash [Chairman];P K Birch"),
    ("Witnesses\nMr J Ash, Chief Executive, Marl Homes\nDr Kim Birch, Consultant, Elm Hospital", ""),
    ("Present: Cllr J Ash\nExpert Witnesses: Prof K Birch (University of Marl)\nContributors: Lee Cole (Marl Age UK)", "P J Ash;I K Birch;I Lee Cole"),
    ("Present:\nEmployers’ Side: Councillors J Ash, K Birch\nEmployees’ Side: L Cole (UNISON), P Dunn (GMB)", "P J Ash;P K Birch;P L Cole;P P Dunn"),
    ("Voting Members: J Ash (Chair), K Birch\nNon-Voting Members: L Cole\nOfficers in Support: P Dunn", "P J Ash [Chair];P K Birch;P L Cole;I P Dunn"),
    ("Present: J Ash, K Birch\nIn support: P Dunn (Clerk)", "P J Ash;P K Birch;I P Dunn [Clerk]"),
    ("Present: Cllr J Ash\nMembers of the public: 3\nPress: 1\nIn the public gallery: 4 residents", "P J Ash"),
    ("Councillors J Ash (Chair), K Birch and L Cole\nAlso in attendance\nCouncillors P Dunn and S Elm", "P J Ash [Chair];P K Birch;P L Cole;I P Dunn;I S Elm"),
    ("Present: Councillors J Ash, K Birch.\nAbsent: Councillor L Cole (without apology).", "P J Ash;P K Birch;X L Cole"),
    ("Cllr L Cole was neither present nor had sent apologies.", "X L Cole"),
    ("Cllr L Cole did not attend and had not sent apologies.", "X L Cole"),
    ("Absent (no apologies received): Cllrs Cole and Dunn", "X Cole;X Dunn"),
    ("Apologies for lateness: Cllr Ash. Apologies for absence: Cllr Birch.", "A Birch"),
    ("Apologies for absence were received from Cllr Birch. Cllr Ash had sent apologies for late arrival.", "A Birch"),
    ("Present: Cllr J Ash (Mayor), Cllr K Birch (Deputy Mayor), Cllr L Cole (Leader)", "P J Ash [Mayor];P K Birch [Deputy Mayor];P L Cole [Leader]"),
    (
        "Present: The Mayor (Councillor J Ash), the Deputy Mayor (Councillor K Birch), Councillors L Cole and P Dunn",
        "P J Ash [Mayor];P K Birch [Deputy Mayor];P L Cole;P P Dunn",
    ),
    (
        "In the Chair: The Right Worshipful the Lord Mayor, Councillor Jo Ash\nPresent: Aldermen Birch and Cole; Councillors Dunn and Elm",
        "P Jo Ash [Chair];P Birch;P Cole;P Dunn;P Elm",
    ),
    (
        "Panel Members in attendance:\nCouncillor Jo Ash (Marl District Council) (Chair)\nKim Birch (Independent Co-opted Member)\nOffice of the Police and Crime Commissioner:\nLee Cole (Commissioner)\nPat Dunn (Chief Executive)",
        "P Jo Ash [Chair];P Kim Birch;I Lee Cole [Commissioner];I Pat Dunn [Chief Executive]",
    ),
    (
        "Present:\nPrimary Headteachers\nJo Ash (Elm Primary)\nKim Birch (Fir Primary)\nSecondary Headteachers\nLee Cole (Marl High)\nGovernors\nPat Dunn\nOfficers\nSam Elm, Head of Finance\nApologies\nMax Fir",
        "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn;I Sam Elm [Head of Finance];A Max Fir",
    ),
    (
        "Schools members: Jo Ash, Kim Birch\nAcademies members: Lee Cole\nNon-schools members: Pat Dunn\nLA Officers: Sam Elm (Clerk)",
        "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn;I Sam Elm [Clerk]",
    ),
    (
        "Present: Councillors J Ash (Chairman), K Birch & L Cole; County Councillor P Dunn; Borough Councillor S Elm; M Fir (Clerk); 3 members of the public.",
        "P J Ash [Chairman];P K Birch;P L Cole;P P Dunn;P S Elm;P M Fir [Clerk]",
    ),
    ("PRESENT:\nCllr J Ash ........ Chairman\nCllr K Birch ....... Vice Chairman\nCllr L Cole", "P J Ash [Chairman];P K Birch [Vice Chairman];P L Cole"),
    ("Present:\n1. Cllr J Ash (Chair)\n2. Cllr K Birch\n3. Cllr L Cole\nApologies:\n4. Cllr P Dunn", "P J Ash [Chair];P K Birch;P L Cole;A P Dunn"),
    (
        "Present:\nCouncillor Jo Ash\tNorth Ward\nCouncillor Kim Birch\tSouth Ward\tVice-Chair\nIn attendance:\nLee Cole\tClerk",
        "P Jo Ash [North Ward];P Kim Birch [South Ward];I Lee Cole [Clerk]",
    ),
    (
        "Councillor Ward Present\nCouncillor\tWard\tPresent\nJo Ash (Chair)\tNorth\tYes\nKim Birch\tSouth\tApologies\nLee Cole\tEast\tNo",
        "P Jo Ash [Chair];A Kim Birch;X Lee Cole",
    ),
    ("Present: Councillors Ash, J (Chair); Birch, K; Cole, L", "P J Ash [Chair];P K Birch;P L Cole"),
    ("PRESENT:\nASH, Councillor Jo (Chair)\nBIRCH, Councillor Kim", "P Jo Ash [Chair];P Kim Birch"),
    ("Present: Councillors J Ash (Chair), K Birch (from 6.15 pm), L Cole (to item 7), P Dunn (via Teams)", "P J Ash [Chair];P K Birch;P L Cole;P P Dunn"),
    (
        "Present in person: Cllrs J Ash, K Birch\nPresent via Teams: Cllr L Cole\nIn attendance via Teams: P Dunn, Solicitor",
        "P J Ash;P K Birch;P L Cole;I P Dunn [Solicitor]",
    ),
    (
        "Present (in the Chamber): Cllrs J Ash, K Birch. Present (remotely): Cllr L Cole. Officers (remotely): P Dunn (Clerk)",
        "P J Ash;P K Birch;P L Cole;I P Dunn [Clerk]",
    ),
    (
        "Present:\nConservative: Councillors J Ash, K Birch\nLabour: Councillors L Cole, P Dunn\nLiberal Democrat Group: Councillor S Elm",
        "P J Ash;P K Birch;P L Cole;P P Dunn;P S Elm",
    ),
    (
        "Members of the Sub-Committee:\nCouncillor J Ash (Chair)\nCouncillors K Birch and L Cole\nLegal Adviser: Ms P Dunn\nLicensing Officer: Mr S Elm\nClerk: Mr M Fir\nApplicant: Mr G Gorse\nFor the Applicant: Ms H Hale (Solicitor)\nObjectors: Mr I Ilex, Mrs J Larch",
        "P J Ash [Chair];P K Birch;P L Cole;I P Dunn [Legal Adviser];I S Elm [Licensing Officer];I M Fir [Clerk];I G Gorse;I H Hale [Solicitor];I I Ilex;I J Larch",
    ),
    (
        "Members Present: Councillor J Ash (Chair), Councillor K Birch\nOfficers Present:\nMr L Cole – Licensing Manager\nApplicant’s Representative: Mr P Dunn\nInterested Parties: Mrs S Elm",
        "P J Ash [Chair];P K Birch;I L Cole [Licensing Manager];I P Dunn;I S Elm",
    ),
    (
        "Present: Alderman J Ash (Chairperson)\nAldermen K Birch and L Cole\nCouncillors P Dunn, S Elm MBE and M Fir\nIn Attendance: Mr G Gorse (Chief Executive)\nMrs H Hale (Director of Planning)\nMiss I Ilex (Committee Clerk)\nApologies: Councillor J Larch",
        "P J Ash [Chairperson];P K Birch;P L Cole;P P Dunn;P S Elm;P M Fir;I G Gorse [Chief Executive];I H Hale [Director of Planning];I I Ilex [Committee Clerk];A J Larch",
    ),
    (
        "Councillor J Ash (Chair) in the Chair\nPresent: Councillors K Birch and L Cole\nOfficers in Attendance: P Dunn (Head of Legal & Democratic Services) and S Elm (Committee Officer)",
        "P J Ash [Chair];P K Birch;P L Cole;I P Dunn [Head of Legal & Democratic Services];I S Elm [Committee Officer]",
    ),
    (
        "PRESENT: Councillor J Ash – Chairperson\nK Birch\tL Cole\tP Dunn\tS Elm\nApologies for Absence\nM Fir and G Gorse\nOfficers:\nH Hale\tCorporate Director Education\nI Ilex\tDemocratic Services Officer",
        "P J Ash [Chairperson];P K Birch;P L Cole;P P Dunn;P S Elm;A M Fir;A G Gorse;I H Hale [Corporate Director Education];I I Ilex [Democratic Services Officer]",
    ),
    (
        "Present: Councillor J Ash, Convener; Councillor K Birch, Vice Convener; and Councillors L Cole and P Dunn (as substitute for Councillor S Elm).",
        "P J Ash [Convener];P K Birch [Vice Convener];P L Cole;S P Dunn>S Elm",
    ),
    ("Also Present:- Councillors J Ash and K Birch (substituting for Councillor L Cole).", "I J Ash;S K Birch>L Cole"),
    ("Sederunt: Councillors Ash, Birch, Cole (substituting for Councillor Dunn), Elm and Fir.", "P Ash;P Birch;S Cole>Dunn;P Elm;P Fir"),
    (
        "IN ATTENDANCE\nJ Ash, Chief Officer – Roads and Infrastructure; K Birch, Service Manager (Legal); and L Cole, Clerk to the Committee",
        "I J Ash [Chief Officer – Roads and Infrastructure];I K Birch [Service Manager (Legal)];I L Cole [Clerk to the Committee]",
    ),
    (
        "In attendance: Supt Jo Ash, Chief Inspector Kim Birch, Sgt Lee Cole, PCSO Pat Dunn, Station Commander Sam Elm and Rev Max Fir",
        "I Jo Ash;I Kim Birch;I Lee Cole;I Pat Dunn;I Sam Elm [Station Commander];I Max Fir",
    ),
    ("In attendance: Professor Dame Jo Ash, Sir Kim Birch, Lord Cole of Marl, Baroness Dunn", "I Jo Ash;I Kim Birch;I Cole;I Dunn"),
    ("In attendance: Honorary Alderman Jo Ash; Mr Kim Birch, Honorary Freeman", "I Jo Ash;I Kim Birch"),
    ("Present: Cllr (Mrs) J Ash, Cllr (Dr) K Birch, Cllr. (Miss) L Cole", "P J Ash;P K Birch;P L Cole"),
    ("Present: Councillors Mrs. J.A. Ash, K.B. Birch, L.C. Cole M.B.E., P.D. Dunn J.P.", "P J. A. Ash;P K. B. Birch;P L. C. Cole;P P. D. Dunn"),
    (
        "Present: Cllr Jo Ash-Birch, Cllr Kim O'Cole, Cllr Lee McDunn, Cllr Pat de la Elm, Cllr Sam St. John",
        "P Jo Ash-Birch;P Kim O'Cole;P Lee McDunn;P Pat de la Elm;P Sam St. John",
    ),
    ("Minutes taken by: Jo Ash\nMinute clerk: Kim Birch\nNotes: Lee Cole", "I Jo Ash [Clerk];I Kim Birch [Clerk];I Lee Cole"),
    (
        "Chair: Councillor Jo Ash\nDeputy Chair: Councillor Kim Birch\nCommittee: Councillors Lee Cole, Pat Dunn",
        "P Jo Ash [Chair];P Kim Birch [Vice-Chair];P Lee Cole;P Pat Dunn",
    ),
    (
        "Apologies for absence: Councillors J Ash, K Birch (Council business) and L Cole (maternity leave); and Mr P Dunn, Head of Parks and Countryside.",
        "A J Ash;A K Birch;A L Cole;A P Dunn [Head of Parks and Countryside]",
    ),
    ("Apologies had been received from Councillors Ash and Birch (on Council business), from the Director of Place and from Mr Cole.", "A Ash;A Birch;A Cole"),
    ("Apologies were presented on behalf of Cllr Ash.", "A Ash"),
    ("The following apologies were received: Cllr Ash (ill), Cllr Birch (work).", "A Ash;A Birch"),
    ("Councillor Ash apologised for being unable to attend.", "A Ash"),
    ("Councillor Ash had tendered his apologies, and Councillor Birch was absent without explanation.", "A Ash;X Birch"),
    ("Apologies: Cllr J Ash (Chair); in her absence Cllr K Birch took the Chair", "A J Ash [Chair]"),
    ("Present: Councillors Ash, Mrs Cole", "P Ash;P Cole"),
    ("Present:\nCHAIRMAN, Councillor Ash", "P Ash"),
    ("Present: Cllrs ASH, BIRCH; Mrs COLE", "P Ash;P Birch;P Cole"),
    (
        "Officers:\nJo Ash, Director of People and Organisational Development\nKim Birch, Director of Public Health",
        "I Jo Ash [Director of People and Organisational Development];I Kim Birch [Director of Public Health]",
    ),
    (
        "In attendance: Jo Ash, Consultant in Public Health; Kim Birch, Member Services Officer; members of the public",
        "I Jo Ash [Consultant in Public Health];I Kim Birch [Member Services Officer]",
    ),
    ("PRESENNOL: Y Cynghorydd Jo Ash (Cadeirydd) a'r Cynghorwyr Kim Birch a Lee Cole.", "P Jo Ash [Cadeirydd];P Kim Birch;P Lee Cole"),
    ("Apologies\nCllr J Ash (unwell), Cllr K Birch (work). Accepted.\n2 Declarations of interest\nCllr Cole – item 5.", "A J Ash;A K Birch"),
    ("PRESENT IN REMOTE\tAlderman J Ash\nLOCATION:\tCouncillor K Birch", "P J Ash;P K Birch"),
]


@pytest.mark.parametrize(("head", "found"), LAYOUTS)
def test_attendance_with_posts(head: str, found: str) -> None:
    assert told(head) == sorted(found.split(";") if found else [])


SAID = [
    ("Officers: Director of Roads (D Ash), Head of Parks and Cemeteries (S Birch)", "The Head of Parks and Cemeteries reported.", "S Birch"),
    ("Officers: K Ash (Director of Resources and Section 151 Officer)", "The Director of Resources advised that it was.", "K Ash"),
    ("Officers: K Ash (Director of Finance (Section 151 Officer))", "The Director of Finance advised that it was.", "K Ash"),
    ("Present:\nCllr Jo Ash\tCabinet Member for Health (Chair)\nCllr Kim Birch\tCabinet Member for Children", "The Chair said no.", "Jo Ash"),
    ("Present: Cllr Jo Ash (Leader, in the Chair), Cllr Kim Birch", "The Leader said no. The Chair said yes.", "Jo Ash"),
    ("Present: Cllr Jo Ash (Leader of the Council, Chairman), Cllr Kim Birch", "The Chairman said no. The Leader said yes.", "Jo Ash"),
    ("Present:\nDr Jo Ash\tClinical Lead, Marl Place (Vice Chair)\nKim Birch\tDirector", "The Vice Chair said no.", "Jo Ash"),
    ("In attendance: Mrs L Ash (Clerk/RFO), Mr K Birch (Warden)", "The Clerk/RFO presented the accounts. The RFO said no.", "L Ash"),
    ("Present: Provost Jo Ash; Depute Provost Kim Birch", "The Depute Provost said no.", "Kim Birch"),
    ("Aelodau yn bresennol: Y Cynghorydd Jo Ash (Arweinydd) yn y Gadair; y Cynghorydd Kim Birch", "Dywedodd yr Arweinydd fod y gwaith ar ben.", "Jo Ash"),
    ("PRESENT\tArdmhéara Comhairleoir J. Ash.\nComhairleoirí K. Birch, L. Cole", "An tArdmhéara advised that it was.", "J. Ash"),
    ("In attendance: Jo Ash (Police and Crime Commissioner), Kim Birch (Principal Solicitor)", "The Commissioner said no.", "Jo Ash"),
    ("Officers: J Ash (Director of Roads), K Birch (Director of Parks)", "The Director of Parks reported. The Director added that it rained.", "K Birch"),
    ("Officers: J Ash (Director of Roads), K Birch (Director of Parks)", "The Director added that it rained.", "Director"),
    ("Officers: J Ash (Clerk). Present: Cllr K Birch", "In reply to Cllr Birch, the Clerk said no. The Clerk added that it rained.", "K Birch;J Ash"),
]


@pytest.mark.parametrize(("head", "text", "speakers"), SAID)
def test_a_post_means_whom_the_list_gives_it_to(head: str, text: str, speakers: str) -> None:
    item = AgendaItem("ash/item/1", "1", "ash/meeting/1", 1, "1.", "Bins", text)
    there, people = attendance_in(head, [item], [], "ash")
    assert list(dict.fromkeys(one.name for one in annotate([item], there, people, "ash").speeches)) == speakers.split(";")


SECTIONS = [
    ("Apologies", "The Clerk reported that apologies had been received from Cllr Ash, and apologies for lateness from Cllr Cole.", "A Ash"),
    (
        "Apologies for absence and substitutions",
        "Apologies were received from Councillors Ash and Birch; Councillor Cole attended as substitute for Councillor Ash and Councillor Dunn for Councillor Birch.",
        "A Ash;A Birch;S Cole>Ash;S Dunn>Birch",
    ),
    ("Apologies and Substitutes", "Apologies: Councillor Ash.\nSubstitute: Councillor Cole for Councillor Ash.", "A Ash;S Cole>Ash"),
    ("Apologies", "Cllr Ash (Cllr Birch substituting)", "A Ash;S Birch>Ash"),
    (
        "Ymddiheuriadau",
        "Cafwyd ymddiheuriad am absenoldeb gan y Cynghorydd Jo Ash; roedd y Cynghorydd Kim Birch yn dirprwyo ar ei ran.",
        "A Jo Ash;S Kim Birch>Jo Ash",
    ),
    ("Ymddiheuriadau am absenoldeb", "Y Cynghorwyr Jo Ash a Kim Birch.", "A Jo Ash;A Kim Birch"),
    ("Apologies", "Apologies for absence were received from Jo Ash (Marl Trust), Kim Birch (Elm NHS Trust) and Lee Cole.", "A Jo Ash;A Kim Birch;A Lee Cole"),
    (
        "Apologies",
        "Apologies for absence were received from Councillor Ash, for whom Councillor Birch substituted, and from the Chief Fire Officer.",
        "A Ash;S Birch>Ash",
    ),
    ("Apologies", "None.", ""),
    ("Apologies", "Apologies for absence had been received from the Vicar, Rev Jo Ash, and PCSO Kim Birch.", "A Jo Ash;A Kim Birch"),
    ("Bins", "There was no report from County Cllr Ash, who had sent her apologies.", "A Ash"),
    ("Bins", "The report of District Councillor Birch, who had given his apologies, was read.", "A Birch"),
    ("Bins", "Mr Jo Ash and Ms Kim Birch of Marl Homes were in attendance for this item and gave a presentation.", "I Jo Ash;I Kim Birch"),
    ("Bins", "(Mr Jo Ash, Head of Parks and Paths, was in attendance for this item.)", "I Jo Ash [Head of Parks and Paths]"),
    ("Bins", "Jo Ash, Head of Roads, and Kim Birch, Engineer, attended the meeting to present the report.", "I Jo Ash [Head of Roads];I Kim Birch [Engineer]"),
]


@pytest.mark.parametrize(("title", "text", "found"), SECTIONS)
def test_attendance_told_in_an_item(title: str, text: str, found: str) -> None:
    assert told("", (title, text)) == sorted(found.split(";") if found else [])
