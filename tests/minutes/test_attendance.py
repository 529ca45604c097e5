"""Who was there, told in the layouts of many clerks, with people of our own invention."""

from __future__ import annotations

import pytest

from archive.minutes.presence.attendance import attendees_of
from archive.work.document import annotated

LETTERS = {"present": "P", "apologies": "A", "absent": "X", "in_attendance": "I", "substitute": "S"}


def told(head: str, *sections: tuple[str, str]) -> list[str]:
    """``P A Ash`` for each who was present, ``A`` for apologies, ``X`` absent, ``I`` in attendance, ``S A Ash>B Birch`` for a substitute."""
    return sorted(
        f"{LETTERS[one.status]} {one.listed.name}" + (f">{one.substitute_for}" if one.substitute_for else "") for one in attendees_of(head, [*sections])
    )


def people(written: str) -> list[str]:
    return sorted(written.split(";")) if written else []


LAYOUTS = [
    (
        "Present:\nCllr Tom Ash (Chairman), Cllr Ann Read, Cllr Phil Drew, Cllr Jon Elm, Cllr May Rose and Cllr Sue Oak",
        "P Tom Ash;P Ann Read;P Phil Drew;P Jon Elm;P May Rose;P Sue Oak",
    ),
    (
        "Present:\tCouncillor A Ash (Chair)\n\tCouncillor B Birch\nAttending:\tJo Dunn, Head of Legal\n\tKim Elm, Manager",
        "P A Ash;P B Birch;I Jo Dunn;I Kim Elm",
    ),
    ("Attending: Councillors A Ash and B Birch", "P A Ash;P B Birch"),
    ("Present via MS Teams:\nCllrs. A. Ash, B. Birch", "P A. Ash;P B. Birch"),
    ("Officials\nMs Jo Dunn, Clerk\nPresent via MS Teams:\nCllrs. A. Ash, B. Birch", "I Jo Dunn;P A. Ash;P B. Birch"),
    ("Present in person: Cllr A Ash\nPresent remotely: Cllr B Birch\nIn attendance (remotely): Jo Dunn", "P A Ash;P B Birch;I Jo Dunn"),
    ("Present (in person): Cllr A Ash\nPresent (remotely): Cllr B Birch\nOfficers present remotely: Jo Dunn, Solicitor", "P A Ash;P B Birch;I Jo Dunn"),
    ("Joining online: Cllr A Ash and Cllr B Birch", "P A Ash;P B Birch"),
    ("Joined via Zoom:\nCllr A Ash\nCllr B Birch", "P A Ash;P B Birch"),
    ("Attending remotely via Microsoft Teams: Councillors A Ash and B Birch", "P A Ash;P B Birch"),
    ("Present in the Chamber:\nCouncillor A Ash\nPresent by video link:\nCouncillor B Birch", "P A Ash;P B Birch"),
    ("Members attending virtually – Councillors A Ash and B Birch", "P A Ash;P B Birch"),
    ("Also present online: Cllr A Ash", "I A Ash"),
    ("In attendance via Zoom: Jo Dunn", "I Jo Dunn"),
    ("Virtual attendance: Cllr A Ash", "P A Ash"),
    ("Present: A Ash\nAlso present: J Dunn\nRemote attendance: K Elm", "P A Ash;I J Dunn;I K Elm"),
    ("Present: Cllr A Ash\nIn attendance: J Dunn\nOnline: Cllr K Elm", "P A Ash;I J Dunn;P K Elm"),
    ("Online: Cllr A Ash\nIn the room: Cllr B Birch", "P A Ash;P B Birch"),
    (
        "PRESENT:\nName\tOrganisation\tRole\nJo Ash\tGreggs\tIndependent\nKim Birch\tMarl Trust\tTreasurer\nIN ATTENDANCE:\nName\tOrganisation\tRole\nLee Cole\tNHS Marl\tArea Rep\nAPOLOGIES:\nName\tOrganisation\tRole\nPat Dunn\tLloyds\tCCA",
        "P Jo Ash;P Kim Birch;I Lee Cole;A Pat Dunn",
    ),
    ("Present:\nName\tJob title\tOrganisation\nJo Ash\tChief Nurse\tMarl Trust\nKim Birch\tChair\tElm House", "P Jo Ash;P Kim Birch"),
    ("Attendees\nJo Ash\tMarl Council\nKim Birch\tHartley Wood\nLee Cole\tBoots", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("Present: | Jo Ash (JA) | Marl Trust\n | Kim Birch (KB) | Elm House", "P Jo Ash;P Kim Birch"),
    ("Name\tPresent\tApologies\nCllr A Ash\t✓\t\nCllr B Birch\t\t✓\nCllr C Cole\t✓", "P A Ash;A B Birch;P C Cole"),
    ("Name\tAttendance\nJo Ash\tPresent\nKim Birch\tApologies\nLee Cole\tAbsent\nPat Dunn\tPresent (remote)", "P Jo Ash;A Kim Birch;X Lee Cole;P Pat Dunn"),
    ("Councillor\tWard\tAttended\nA Ash\tNorth\tYes\nB Birch\tSouth\tNo – apologies\nC Cole\tWest\tYes", "P A Ash;A B Birch;P C Cole"),
    (
        "Full board\t6 July 2021\nGovernor\tType\t04/05/21\t06/07/21\nJo Ash\tParent\tP\tS\nKim Birch\tStaff\tS\tP\nLee Cole\tStaff\tP\t\nP – Present   S – Sanctioned",
        "A Jo Ash;P Kim Birch",
    ),
    ("Meeting of 6 July 2021\nName\t04/05/21\t06/07/21\nJo Ash\tP\tA\nKim Birch\tA\tP", "P Kim Birch"),
    ("Present: Councillors A Ash (Chair), B Birch and C Cole; Mr D Dunn (Clerk)", "P A Ash;P B Birch;P C Cole;P D Dunn"),
    (
        "Present: Cllrs. Ash (Chairman), Birch & Cole. Also present: Jo Dunn (Clerk), 2 members of the public. Apologies: Cllr Elm.",
        "P Ash;P Birch;P Cole;I Jo Dunn;A Elm",
    ),
    (
        "PRESENT: Cllr A Ash (in the Chair); Cllrs B Birch, C Cole. IN ATTENDANCE: D Dunn (Clerk). APOLOGIES: Cllr E Elm",
        "P A Ash;P B Birch;P C Cole;I D Dunn;A E Elm",
    ),
    ("Councillors present: Councillor Jo Ash (Labour, North Ward), Councillor Kim Birch (Conservative, South Ward)", "P Jo Ash;P Kim Birch"),
    ("Present\nCouncillor Jo Ash – Chair\nCouncillor Kim Birch – Vice-Chair\nCouncillor Lee Cole – Harbour Ward", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("Present: Cllrs J Ash, K Birch, L Cole (ex officio), M Dunn", "P J Ash;P K Birch;P L Cole;P M Dunn"),
    ("Present: Jo Ash, Kim Birch, Lee Cole (Ex-Officio), Pat Dunn", "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn"),
    ("Apologies were received from Kim Birch on behalf of Jo Ash.", "A Jo Ash"),
    ("Cllr Birch gave apologies on behalf of Cllr Ash.", "A Ash"),
    ("Apologies were received on behalf of Councillors A Ash and B Birch.", "A A Ash;A B Birch"),
    ("Apologies for absence were submitted on behalf of Cllr A Ash, Cllr B Birch and Jo Dunn.", "A A Ash;A B Birch;A Jo Dunn"),
    (
        "Apologies for absence were received from Councillors A Ash and B Birch, for whom Councillors C Cole and D Dunn were substituting respectively.",
        "A A Ash;A B Birch;S C Cole>A Ash;S D Dunn>B Birch",
    ),
    ("The Clerk advised that for this meeting Cllr Ash would be substituting, with voting rights, for Cllr Birch.", "S Ash>Birch"),
    ("Cllr Ash would be substituting for Cllr Birch.", "S Ash>Birch"),
    ("Cllr A Ash was substituting for Cllr B Birch and Cllr C Cole was substituting for Cllr D Dunn.", "S A Ash>B Birch;S C Cole>D Dunn"),
    ("Present: Councillors A Ash (substituting for Councillor B Birch), C Cole and D Dunn", "S A Ash>B Birch;P C Cole;P D Dunn"),
    ("Present: Councillors A Ash (substitute for B Birch), C Cole", "S A Ash>B Birch;P C Cole"),
    ("Present: Councillor A Ash (as substitute for Councillor B Birch)\nCouncillor C Cole", "S A Ash>B Birch;P C Cole"),
    ("Present: Cllr C Cole\nCllr A Ash – substitute for Cllr B Birch", "S A Ash>B Birch;P C Cole"),
    ("Present: Cllr C Cole, Cllr A Ash (sub. for Cllr B Birch), Cllr D Dunn (named substitute)", "S A Ash>B Birch;P C Cole;S D Dunn"),
    ("Present: Cllr C Cole, Cllr A Ash (substitute), Cllr D Dunn", "S A Ash;P C Cole;P D Dunn"),
    ("Apologies: Cllr B Birch (Cllr A Ash substituting), Cllr C Cole", "A B Birch;S A Ash>B Birch;A C Cole"),
    ("Apologies: Cllr B Birch (sub Cllr A Ash), Cllr C Cole", "A B Birch;S A Ash>B Birch;A C Cole"),
    ("Apologies: Cllr B Birch (substitute: Cllr A Ash)", "A B Birch;S A Ash>B Birch"),
    ("Substitutes: Cllr A Ash (for Cllr B Birch), Cllr C Cole (for Cllr D Dunn)", "S A Ash>B Birch;S C Cole>D Dunn"),
    ("Substitutes\nCllr A Ash for Cllr B Birch\nCllr C Cole for Cllr D Dunn", "S A Ash>B Birch;S C Cole>D Dunn"),
    ("Substitute Members: Councillor A Ash in place of Councillor B Birch", "S A Ash>B Birch"),
    ("It was noted that Councillor A Ash was present as substitute for Councillor B Birch.", "S A Ash>B Birch"),
    ("Councillor A Ash attended the meeting as a named substitute on behalf of Councillor B Birch.", "S A Ash>B Birch"),
    ("Apologies were received from Jo Ash, Kim Birch and Lee Cole who was substituted by Pat Dunn.", "A Jo Ash;A Kim Birch;A Lee Cole;S Pat Dunn>Lee Cole"),
    ("Apologies were received from Councillor B Birch who was represented by Councillor A Ash.", "A B Birch;S A Ash>B Birch"),
    ("Apologies had been received from Cllr B Birch and Cllr A Ash was in attendance in his place.", "A B Birch;S A Ash>B Birch"),
    ("Apologies for absence: Cllr B Birch. Cllr A Ash substituted.", "A B Birch;S A Ash>B Birch"),
    (
        "Apologies:\nCllr Kim Ash, Ms C Birch, DOS\nMr. R. Cole, Chief Executive, Mr. C. Dunn, Ms. P. Elm, Directors of Services, Mr G. Fir, Meetings Administrator",
        "A Kim Ash;A C Birch;I R. Cole;I C. Dunn;I P. Elm;I G. Fir",
    ),
    ("Apologies: Cllr A Ash, Cllr B Birch and\nMr C Cole, Head of Parks, Ms D Dunn, Head of Roads", "A A Ash;A B Birch;A C Cole;A D Dunn"),
    (
        "Officers: Jo Ash, Kim Birch\nApologies: Cllr A Dunn\nMr C Cole, Head of Parks, Ms D Elm, Head of Roads",
        "I Jo Ash;I Kim Birch;A A Dunn;A C Cole;A D Elm",
    ),
    ("Also present: Cllr A Ash (MCC)", "I A Ash"),
    ("Officers: Jo Ash (Clerk), Kim Birch (Deputy Clerk)", "I Jo Ash;I Kim Birch"),
    ("Invited: Jo Ash (Marl Trust)\nObservers: Kim Birch", "I Jo Ash;I Kim Birch"),
    ("Observer – Jo Ash", "I Jo Ash"),
    ("Sederunt: Councillors A Ash, B Birch; J Dunn, Clerk", "P A Ash;P B Birch;P J Dunn"),
    ("Sederunt\nCouncillor A Ash (Convener)\nIn attendance\nJo Dunn, Chief Executive\nApologies\nCouncillor B Birch", "P A Ash;I Jo Dunn;A B Birch"),
    (
        "Yn bresennol: Y Cynghorydd Jo Ash (Cadeirydd), Y Cynghorwyr Kim Birch a Lee Cole\nYmddiheuriadau: Y Cynghorydd Pat Dunn\nHefyd yn bresennol: Eirlys Elm, Clerc",
        "P Jo Ash;P Kim Birch;P Lee Cole;A Pat Dunn;I Eirlys Elm",
    ),
    ("I LÁTHAIR: Comhairleoirí J. Ash, K. Birch\nI LÁTHAIR FREISIN: Jo Dunn, Rúnaí\nLEITHSCÉALA: Cllr L. Cole", "P J. Ash;P K. Birch;I Jo Dunn;A L. Cole"),
    ("I láthair:\nAn Cathaoirleach, Cllr J. Ash\nCllr K. Birch\nI dtinreamh:\nMr P Dunn, Chief Executive", "P J. Ash;P K. Birch;I P Dunn"),
    ("Leithscéal: Cllr K. Birch", "A K. Birch"),
    ("As láthair: Cllr K. Birch", "X K. Birch"),
    ("Present: Cllr A Ash (arrived 7.15pm), Cllr B Birch (left at 8pm), Cllr C Cole", "P A Ash;P B Birch;P C Cole"),
    ("Present: Cllr A Ash, Cllr B Birch\nCllr C Cole joined the meeting at 7.15pm.\nCllr B Birch left at 8pm.", "P A Ash;P B Birch;P C Cole"),
    ("Present: Cllr A Ash\nCllr C Cole arrived at 7.15 pm", "P A Ash;P C Cole"),
    ("Present: Cllr A Ash, from 7pm; Cllr B Birch, until item 4", "P A Ash;P B Birch"),
    ("In the Chair: Cllr A Ash\nPresent: Cllr B Birch", "P A Ash;P B Birch"),
    ("Chair: Jo Ash\nMembers: Kim Birch, Lee Cole\nClerk: Pat Dunn", "P Jo Ash;P Kim Birch;P Lee Cole;I Pat Dunn"),
    ("Attendees: Jo Ash (JA), Kim Birch (KB), Lee Cole (LC – minutes)", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("Those present: Jo Ash, Kim Birch", "P Jo Ash;P Kim Birch"),
    ("In attendance: Councillors A Ash, B Birch; the Clerk, Jo Dunn", "I A Ash;I B Birch;I Jo Dunn"),
    (
        "Present: Chairman Cllr Ash, Cllrs Birch, Cole & the Clerk. Members of the public – Mr Jo Dunn & Mark Hand from MCC, CSO Kim Elm.",
        "P Ash;P Birch;P Cole;P Jo Dunn;P Mark Hand;P Kim Elm",
    ),
    (
        "Present\nCouncillors D Ash (Chair), R. Birch, M Cole and\nP Dunn   Clerk Mrs J Elm  Marl District Councillor A Fir and\nCouncillor A Gorse  plus ten guests",
        "P D Ash;P R. Birch;P M Cole;P P Dunn;P J Elm;P A Fir;P A Gorse",
    ),
    ("1.Apologies:   Jo Ash   Kim Birch   Lee Cole", "A Jo Ash;A Kim Birch;A Lee Cole"),
    ("Non-attendance: Cllr A Ash", "X A Ash"),
    ("Absent without apology: Cllr A Ash", "X A Ash"),
    ("Not in attendance: Cllr A Ash", "X A Ash"),
    ("Did not attend: Cllr A Ash", "X A Ash"),
    ("Apologies were received and accepted from Cllr A Ash (work) and Cllr B Birch (ill).", "A A Ash;A B Birch"),
    ("Apologies for absence had been received from Cllr A Ash and it was resolved to accept the reason.", "A A Ash"),
    ("Apologies for lateness were received from Cllr A Ash.", ""),
    ("Cllrs Ash and Birch sent their apologies.", "A Ash;A Birch"),
    ("Cllr Ash had sent apologies, as had Cllr Birch.", "A Ash;A Birch"),
    ("Received from Cllrs Ash and Birch.", ""),
    ("An apology was received from Cllr A Ash.", "A A Ash"),
    ("Apologies – Cllr A Ash, Cllr B Birch", "A A Ash;A B Birch"),
    ("Apologies for inability to attend were intimated on behalf of Bailie Ash and Councillor Birch.", "A Ash;A Birch"),
    ("Present:\nCllr A Ash\tChair\nCllr B Birch\tVice Chair\nJo Dunn\tClerk", "P A Ash;P B Birch;P Jo Dunn"),
    ("Present:\nCllr A Ash\tCllr B Birch\nCllr C Cole\tCllr D Dunn", "P A Ash;P B Birch;P C Cole;P D Dunn"),
    ("Present:\tCllr A Ash\tChair\n\tCllr B Birch\n\tJo Dunn\tClerk", "P A Ash;P B Birch;P Jo Dunn"),
    ("Members Present\tOfficers Present\nCllr A Ash\tJo Dunn – Clerk\nCllr B Birch\tKim Elm – Deputy Clerk", "P A Ash;I Jo Dunn;P B Birch;I Kim Elm"),
    (
        "Present:\tClerk: Gail Ash\nCllr Jo Birch - Chairman\nCllr Kim Cole\tMembers of the Public\nCllr Lee Dunn\t2 (including Cllr D Elm)\nCllr Pat Fir",
        "I Gail Ash;P Jo Birch;P Kim Cole;P Lee Dunn;I D Elm;P Pat Fir",
    ),
    ("PRESENT\nLABOUR\nCouncillor A Ash\nCONSERVATIVE\nCouncillor B Birch", "P A Ash;P B Birch"),
    ("Present:\nVoting members\nJo Ash\nKim Birch\nNon-voting members\nLee Cole\nIn attendance\nPat Dunn", "P Jo Ash;P Kim Birch;P Lee Cole;I Pat Dunn"),
    ("Present:\nIndependent members: Jo Ash, Kim Birch\nCo-opted members: Lee Cole", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("Representing Marl Council: Jo Ash, Kim Birch", ""),
    ("Present: Jo Ash, Kim Birch, Lee Cole, Assistant to Dr Dunn", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("Present: Cllr Jo Ash; Dr Kim Birch MP; Lee Cole, Assistant to Dr Birch", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("Press: Jo Ash (Marl Gazette)\nPublic: Kim Birch", "I Jo Ash;I Kim Birch"),
    ("Trustees present: Jo Ash (Chair), Kim Birch. Staff: Lee Cole. Apologies: Pat Dunn", "P Jo Ash;P Kim Birch;I Lee Cole;A Pat Dunn"),
    ("Governors present: Jo Ash, Kim Birch\nHeadteacher: Lee Cole\nApologies received: Pat Dunn", "P Jo Ash;P Kim Birch;P Lee Cole;A Pat Dunn"),
    ("The following members were present: Councillors A Ash, B Birch and C Cole.", "P A Ash;P B Birch;P C Cole"),
    ("There were present: Councillors A Ash, B Birch", "P A Ash;P B Birch"),
    ("Councillors A Ash, B Birch and C Cole were present.", "P A Ash;P B Birch;P C Cole"),
    ("Jo Dunn (Clerk) was in attendance.", "I Jo Dunn"),
    ("Also in attendance was Jo Dunn, the Clerk.", "I Jo Dunn"),
    ("Officers in attendance were Jo Dunn and Kim Elm.", "I Jo Dunn;I Kim Elm"),
    ("Apologies for absence\nCllr Ash\nCllr Birch\nThe Chair welcomed Cllr Cole to the meeting.", "A Ash;A Birch"),
    ("Members of the public: Jo Ash, Kim Birch", "I Jo Ash;I Kim Birch"),
    ("Minutes: Jo Ash", "I Jo Ash"),
    ("Note taker – Jo Ash", "I Jo Ash"),
    ("Chaired by\tJo Ash\tClerked by\tKim Birch", "P Jo Ash;I Kim Birch"),
    ("Apologies received:\nJo Ash – holiday\nKim Birch – work", "A Jo Ash;A Kim Birch"),
    ("Apologies: Cllrs Ash (Holiday), Birch (Work) & Cole (Illness)", "A Ash;A Birch;A Cole"),
    ("Present: Cllrs J. Ash, K. Birch (until 8.30 p.m. during item 6), L. Cole (from item 3)", "P J. Ash;P K. Birch;P L. Cole"),
    ("Present: Lord Provost Jo Ash, Depute Provost Kim Birch, Bailie Lee Cole, Councillors Dunn, Elm", "P Jo Ash;P Kim Birch;P Lee Cole;P Dunn;P Elm"),
    (
        "Present: The Lord Mayor (Councillor Jo Ash), the Deputy Lord Mayor (Councillor Kim Birch) and Councillors L Cole, P Dunn",
        "P Jo Ash;P Kim Birch;P L Cole;P P Dunn",
    ),
    ("Present: The Mayor, Councillor Jo Ash; the Deputy Mayor, Councillor Kim Birch; Councillors L Cole and P Dunn", "P Jo Ash;P Kim Birch;P L Cole;P P Dunn"),
    ("Present: Revd Canon Dr Jo Ash, Rt Hon Kim Birch MP, Sir Lee Cole KBE, Dame Pat Dunn DBE", "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn"),
    ("Present: Cllr. Ms. J. Ash, Cllr. Mrs. K. Birch M.B.E., Cllr. Dr. L. Cole", "P J. Ash;P K. Birch;P L. Cole"),
    ("Present\nNorth Ward: Cllr A Ash, Cllr B Birch\nSouth Ward: Cllr C Cole", "P A Ash;P B Birch;P C Cole"),
    ("Present: Cllr A Ash (Lab), Cllr B Birch [Con], Cllr C Cole (LD) (Chair)", "P A Ash;P B Birch;P C Cole"),
    (
        "Present: Jo Ash (Chair of Governors), Kim Birch (Co-opted Governor), Lee Cole (Headteacher), Pat Dunn (Staff Governor)",
        "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn",
    ),
    ("Present: Jo Ash JA, Kim Birch KB, Lee Cole LC", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("Present: JA – Jo Ash, KB – Kim Birch", "P Jo Ash;P Kim Birch"),
    ("Present: Jo Ash, Chair, Kim Birch, Vice Chair, Lee Cole, Secretary", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("Present: Jo Ash, Chair of the Trust; Kim Birch, Director of Finance; Lee Cole", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("Present: Jo Ash & Kim Birch (Ash Council), Lee Cole (Elm Trust)", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("Present: Cllr Siân ap Ash, Cllr Máire Ní Bhroin, Cllr Piet van der Cole, Cllr O’Dunn", "P Siân ap Ash;P Máire Ní Bhroin;P Piet van der Cole;P O’Dunn"),
    ("Present: Cllrs JO ASH (CHAIR), KIM BIRCH, LEE COLE", "P Jo Ash;P Kim Birch;P Lee Cole"),
    ("PRESENT: COUNCILLORS A. ASH, B. BIRCH AND C. COLE", "P A. Ash;P B. Birch;P C. Cole"),
    ("Present: Councillors Ash, Birch, Cole-Dunn, D’Elm and MacFir", "P Ash;P Birch;P Cole-Dunn;P D’Elm;P MacFir"),
    ("Present: Jo Ash\nKim Birch (via Zoom)\nLee Cole (from 7.15pm)\nPat Dunn (left 8.00pm)", "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn"),
    ("Present: A Ash; B Birch; C Cole (items 1–4); D Dunn (part)", "P A Ash;P B Birch;P C Cole;P D Dunn"),
    ("Officers: Chief Executive, Jo Ash; Director of Finance, Kim Birch; Head of Legal, Lee Cole", "I Jo Ash;I Kim Birch;I Lee Cole"),
    ("Officers: J Ash (CEO), K Birch (S151), L Cole", "I J Ash;I K Birch;I L Cole"),
    ("In attendance: Ms J Ash, Chief Executive, Mr K Birch, Director of Roads, Mr L Cole, Senior Engineer", "I J Ash;I K Birch;I L Cole"),
    ("In attendance: The Clerk (Jo Dunn), the RFO (Kim Elm) and 5 members of the public", "I Jo Dunn;I Kim Elm"),
    ("In attendance: the Clerk and 5 members of the public", ""),
    ("In attendance: Jo Dunn, Clerk to the Council and Responsible Financial Officer; PCSO Kim Elm", "I Jo Dunn;I Kim Elm"),
    ("In attendance: Inspector Jo Dunn and PC 1234 Kim Elm (Marlshire Police)", "I Jo Dunn;I Kim Elm"),
    ("In attendance: District Councillor Jo Dunn; County Councillor Kim Elm; Clerk Pat Fir", "I Jo Dunn;I Kim Elm;I Pat Fir"),
    ("Also present: Mrs J Dunn - Clerk, Mr K Elm - Internal Auditor, and two residents.", "I J Dunn;I K Elm"),
    ("Apologies: Cllrs. Ash, Birch (both on holiday) and Cole (unwell)", "A Ash;A Birch;A Cole"),
    ("Apologies were received from Cllr A Ash – illness; Cllr B Birch – holiday.", "A A Ash;A B Birch"),
    ("Apologies received from: Jo Ash, Kim Birch; and Lee Cole.", "A Jo Ash;A Kim Birch;A Lee Cole"),
    ("Apologies had been received from Jo Ash, the Chair, and Kim Birch, the Treasurer.", "A Jo Ash;A Kim Birch"),
    ("Apologies for absence were received from Mr J Ash, Mrs K Birch and the Police.", "A J Ash;A K Birch"),
    ("Apologies were received from Councillor A Ash and from Councillor B Birch.", "A A Ash;A B Birch"),
    ("Apologies have been received from Cllr Ash. Cllr Birch was absent.", "A Ash;X Birch"),
    ("Apologies from Cllr Ash were accepted. Apologies were not received from Cllr Birch.", "A Ash"),
    ("No apologies were received from Cllr Birch.", ""),
    ("No apologies had been received.", ""),
    ("The Clerk reported that apologies had been received from Cllrs Ash and Birch.", "A Ash;A Birch"),
    ("The Chair gave apologies on behalf of Cllr Ash and Cllr Birch.", "A Ash;A Birch"),
    ("RESOLVED that the apologies of Cllr Ash and Cllr Birch be accepted.", "A Ash;A Birch"),
    ("It was resolved to accept apologies from Cllr Ash (work commitment).", "A Ash"),
    ("Cllr Ash sent his apologies. Cllr Birch will be late.", "A Ash"),
    ("Cllr Ash (apologies), Cllr Birch (apologies)", "A Ash;A Birch"),
    ("Present: Cllr Ash, Cllr Birch (apologies), Cllr Cole", "P Ash;A Birch;P Cole"),
    ("Present: Cllr Ash, Cllr Birch (absent), Cllr Cole", "P Ash;X Birch;P Cole"),
    ("Absent: Cllr Ash (no apologies received)", "X Ash"),
    ("Membership: Cllr A Ash (Chair), Cllr B Birch\nApologies: Cllr B Birch", "P A Ash;A B Birch"),
    ("Attending: Jo Ash, Kim Birch | Apologies: Lee Cole | Minutes: Pat Dunn", "P Jo Ash;P Kim Birch;A Lee Cole;I Pat Dunn"),
    ("Present:\n- Jo Ash (Chair)\n- Kim Birch\n• Lee Cole\n– Pat Dunn", "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn"),
    ("Present\n(a) Cllr Ash\n(b) Cllr Birch", "P Ash;P Birch"),
    (
        "Present: Jo Ash (JA) (Chair), Kim Birch (KB)\nApologies: Lee Cole (LC), Pat Dunn (PD)\nIn attendance: Sam Elm (SE) – minutes",
        "P Jo Ash;P Kim Birch;A Lee Cole;A Pat Dunn;I Sam Elm",
    ),
    ("Present: Jo, Kim, Lee, Pat", "P Jo;P Kim;P Lee;P Pat"),
    ("Roll call: Cllr Ash – present; Cllr Birch – present; Cllr Cole – apologies; Cllr Dunn – absent", "P Ash;P Birch;A Cole;X Dunn"),
    ("Cllr Ash – Present\nCllr Birch – Present\nCllr Cole – Apologies", "P Ash;P Birch;A Cole"),
    ("Ymddiheuriadau: Cafwyd ymddiheuriadau gan y Cynghorwyr Jo Ash a Kim Birch.", "A Jo Ash;A Kim Birch"),
    (
        "PRESENNOL: Y Cynghorydd Jo Ash (Cadeirydd); Cynghorwyr Kim Birch, Lee Cole.\nSWYDDOGION: Pat Dunn (Pennaeth Cyllid)\nYMDDIHEURIADAU: Cynghorydd Sam Elm",
        "P Jo Ash;P Kim Birch;P Lee Cole;I Pat Dunn;A Sam Elm",
    ),
    ("Hefyd yn bresennol: Jo Ash, Clerc", "I Jo Ash"),
    ("Sederunt: Jo Ash (Chairing), Kim Birch; apologies from Lee Cole.", "P Jo Ash;P Kim Birch;A Lee Cole"),
    ("Cllr B Birch substituting for Cllr A Ash, Cllr D Dunn substituting for Cllr C Cole", "S B Birch>A Ash;S D Dunn>C Cole"),
    ("Substitutions: Cllr B Birch replaced Cllr A Ash.", "S B Birch>A Ash"),
    ("Cllr A Ash was replaced by Cllr B Birch for this meeting.", "S B Birch>A Ash"),
    ("Cllr A Ash had nominated Cllr B Birch as his substitute.", "S B Birch>A Ash"),
    ("Cllr A Ash had given apologies and Cllr B Birch attended in his place.", "A A Ash;S B Birch>A Ash"),
    ("Apologies: Jo Ash (represented by Kim Birch)", "A Jo Ash;S Kim Birch>Jo Ash"),
    ("Present: Kim Birch (deputising for Jo Ash)", "S Kim Birch>Jo Ash"),
    ("Committee Members\nCllr Jo Ash (Chairman)\nMr Lee Cole (co-opted member, Marl Cyclists)\nApologies\nCllr Ian Fir", "P Jo Ash;P Lee Cole;A Ian Fir"),
    ("Present:\nCllr Pat Dunn (substitute for Cllr Ian Fir)\nApologies\nCllr Ian Fir", "S Pat Dunn>Ian Fir;A Ian Fir"),
    ("Present:\nCounty Borough Councillor J. Ash (Chair)\nCounty Borough Councillors M. E. Elm and R. Elm", "P J. Ash;P M. E. Elm;P R. Elm"),
    (
        "County Borough Councillors – The following Cabinet Members were present:\nCllr D T Ash (Leader, in the Chair)\nCllr Mrs A Birch\nOther Councillors in attendance:\nCllr H Cole",
        "P D T Ash;P A Birch;I H Cole",
    ),
    (
        "Committee members present: Jo Ash, Kim Birch\nCabinet Members present: Lee Cole\nVisiting Councillors: Pat Dunn",
        "P Jo Ash;P Kim Birch;I Lee Cole;I Pat Dunn",
    ),
    ("Cabinet Members:\nCllr Jo Ash\nCllr Kim Birch", "P Jo Ash;P Kim Birch"),
    (
        "Councillors present: Jo Ash (JA), Kim Birch (KB)\nIndependent members present: Lee Cole (LC), Dr Pat Dunn (PD)",
        "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn",
    ),
    (
        "Aelodau’r Cabinet yn bresennol: Y Cynghorydd Jo Ash (Arweinydd) yn y Gadair; y Cynghorwyr Kim Lee Birch, Lee Cole a Pat Dunn\nSwyddogion: Max Fir (Prif Weithredwr)\nRhif\tEitem",
        "P Jo Ash;P Kim Lee Birch;P Lee Cole;P Pat Dunn;I Max Fir",
    ),
    ("Derbyniwyd ymddiheuriadau gan y Cynghorydd Jo Ash a chan Kim Birch, Cyfarwyddwr Gofal.", "A Jo Ash;A Kim Birch"),
    ("Present: Jo Ash, Kim Birch\nNo.\tItem\nRef\tSubject\tPage", "P Jo Ash;P Kim Birch"),
    (
        "Officers: Director of Roads (D Ash), Head of Parks and Paths (S Birch), Leisure Manager (J Cole) and Democratic Services Officer (R Dunn)",
        "I D Ash;I S Birch;I J Cole;I R Dunn",
    ),
    ("Also present\nCllr Jo Ash – Cabinet Member for Highways and Transport\nCllr Kim Birch – Member for Marl and Elmcombe", "I Jo Ash;I Kim Birch"),
    ("In attendance: D Ash, Head of Education and Libraries; K Birch, Director of Housing, Roads and Waste; and R Cole, Clerk", "I D Ash;I K Birch;I R Cole"),
    ("In attendance: Jo Ash, Head of Parks and Kim Birch, Head of Roads", "I Jo Ash;I Kim Birch"),
    ("In attendance:\nJo Ash\tHead of Roads\nArea Manager Kim Birch\tMarl Fire Service\nLee Cole\tCarer", "I Jo Ash;I Kim Birch;I Lee Cole"),
    ("Present: Jo Ash, Kim Birch\nExternal audit: Lee Cole (LC) and Pat Dunn (PD), Beever & Elm LLP", "P Jo Ash;P Kim Birch;I Lee Cole;I Pat Dunn"),
    ("Present: Cllr A Ash\nResponsible Authorities:\nP.C. 1203 Jo Dunn, Heddlu Marl\nFor the Applicant:\nMr K Elm", "P A Ash;I Jo Dunn;I K Elm"),
    (
        "Present:\tCouncillor Mrs J. R. Ash (Chairman)\n\tCouncillor P. D. Birch (Vice-Chairman)\nCouncillors:\tN. Cole\tMrs S. Cole\tA. Elm\n\tI. Fir\tMs R. Gorse\nApologies for Absence:\tCouncillor B. Hale\nWitnesses:\tMr A. Ilex, Regional Director, Marl Buses\n\tMs Jo Larch, Elm Transport",
        "P J. R. Ash;P P. D. Birch;P N. Cole;P S. Cole;P A. Elm;P I. Fir;P R. Gorse;A B. Hale;I A. Ilex;I Jo Larch",
    ),
    (
        "Members\tAppointed by\tAttendance\nMr R Ash (Chair)\tSecretary of State\tPresent\nCllr S Cole\tMarl Council\tApologies\nCllr P Dunn\tParish\tPresent to minute 8\nCllr W Elm\tMarl Council\tPresent (substitute for Cllr S Cole)",
        "P R Ash;A S Cole;P P Dunn;S W Elm>S Cole",
    ),
    (
        "Attendance\nMembers\tRepresenting\nMr A Ash (Chairman)\tCounty Council\nCllr M Cole\tMarl City Council (substitute for Cllr P Dunn)\nMr N Elm\tOther Bodies\nOfficers and Advisers\tDesignation\nMs H Gorse\tDirector of Finance\nMr J Hale\tIndependent Adviser\nApologies\tMr K Larch (County Council); Cllr P Dunn",
        "P A Ash;S M Cole>P Dunn;P N Elm;I H Gorse;I J Hale;A K Larch;A P Dunn",
    ),
    ("Present:-\nCouncillor Jo ASH\nCouncillor Kim BIRCH\nApology:-\nCouncillor Lee COLE\nCouncillor Jo ASH, in the Chair.", "P Jo Ash;P Kim Birch;A Lee Cole"),
    ("Apologies were received from Alderman Ash and Councillor Birch. An apology for lateness was received from Councillor Cole.", "A Ash;A Birch"),
    ("Apologies for absence were received from Councillors Ash and Birch, and apologies for lateness from Councillor Cole.", "A Ash;A Birch"),
    ("Substitutes:\nAnne Ash for Paul Birch\nDr Mark Cole for Susan Dunn", "S Anne Ash>Paul Birch;S Mark Cole>Susan Dunn"),
    ("Substitutes: Cllr A Ash for Cllr B Birch and Cllr C Cole in place of Cllr D Dunn", "S A Ash>B Birch;S C Cole>D Dunn"),
    (
        "Mrs. Ash reported that Councillor T. Birch had sent her apologies and that Councillor R. Cole was attending in her stead.",
        "A T. Birch;S R. Cole>T. Birch",
    ),
    ("Apologies as listed; Emma Ash was attending on behalf of Peter Birch.", "S Emma Ash>Peter Birch"),
    ("Emma Ash was attending on behalf of Marl Action.", ""),
    ("Present: Provost Jo Ash; Depute Provost Kim Birch; and Councillors Lee Cole, Pat Dunn", "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn"),
]


@pytest.mark.parametrize(("head", "found"), LAYOUTS)
def test_attendance_in_the_layouts_of_many_clerks(head: str, found: str) -> None:
    assert told(head) == people(found)


def test_a_substitute_told_below_the_list_is_whoever_the_list_has() -> None:
    found = told("Present: Jo Ash, Kim Birch", ("Apologies and Substitutes", "Apologies were received from Lee Cole who was substituted by K Birch."))
    assert found == ["A Lee Cole", "P Jo Ash", "S Kim Birch>Lee Cole"]


def test_who_is_listed_as_present_is_not_listed_again_for_being_there_by_wire() -> None:
    assert told("Present: Jo Ash, Kim Birch", ("Apologies", "Ms J Ash was in attendance virtually.")) == ["P Jo Ash", "P Kim Birch"]


HEADS = [
    ("TO: All members of the Council\nCllr A Ash, Cllr B Birch\nPresent: Cllr A Ash\nApologies: Cllr B Birch", "P A Ash;A B Birch"),
    ("Present: Councillors A Ash, B Birch,\nC Cole, D Dunn\nand E Elm\nApologies: Councillor F Fir", "P A Ash;P B Birch;P C Cole;P D Dunn;P E Elm;A F Fir"),
    ("PRESENT:\nCouncillors\nAsh A (Chairman)\nBirch B\nCole C\nAlso present:\nMr J Dunn", "P A Ash;P B Birch;P C Cole;I J Dunn"),
    ("Present: Councillor Jo Ash in the Chair, Councillors Kim Birch, Lee Cole; together with Pat Dunn (Clerk)", "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn"),
    ("Present: Jo Ash – Chair, Kim Birch – Treasurer, Lee Cole – Secretary\nApologies: Pat Dunn – Vice Chair", "P Jo Ash;P Kim Birch;P Lee Cole;A Pat Dunn"),
    ("Present: Jo Ash (JA), Chair; Kim Birch (KB), Treasurer; Lee Cole (LC)\nApologies: Pat Dunn", "P Jo Ash;P Kim Birch;P Lee Cole;A Pat Dunn"),
    (
        "Attendance: Cllr Ash, Cllr Birch, Mrs J Dunn (Clerk), 2 residents, PC Elm\nApologies: Cllr Cole, County Councillor Fir and Borough Councillor Gorse.",
        "P Ash;P Birch;P J Dunn;P Elm;A Cole;A Fir;A Gorse",
    ),
    (
        "Councillors Present: A Ash, B Birch, C Cole (Chair)\nCouncillors Absent: D Dunn\nCouncillors' Apologies: E Elm\nClerk Present: J Fir",
        "P A Ash;P B Birch;P C Cole;X D Dunn;A E Elm;I J Fir",
    ),
    (
        "PRESENT\nConvener: Councillor A Ash\nVice-Convener: Councillor B Birch\nCouncillors: C Cole, D Dunn\nOFFICIALS: J Fir, Head of Roads",
        "P A Ash;P B Birch;P C Cole;P D Dunn;I J Fir",
    ),
    (
        "Present:\nParish Councillors: A Ash, B Birch\nCounty Councillor: C Cole\nDistrict Councillors: D Dunn, E Elm\nClerk: J Fir\nMembers of the public: 4",
        "P A Ash;P B Birch;P C Cole;P D Dunn;P E Elm;I J Fir",
    ),
    ("Present:\nChairman: Cllr A Ash\nVice Chairman: Cllr B Birch\nCllrs: C Cole; D Dunn\nParish Clerk: J Fir", "P A Ash;P B Birch;P C Cole;P D Dunn;I J Fir"),
    (
        "PRESENT\n\nCouncillor A Ash in the Chair\n\nCouncillors\n\nB Birch\tC Cole\nD Dunn\tE Elm\n\nApologies for absence were submitted by Councillors F Fir and G Gorse",
        "P A Ash;P B Birch;P C Cole;P D Dunn;P E Elm;A F Fir;A G Gorse",
    ),
    ("Present\nJo Ash Chair\nKim Birch Secretary\nLee Cole Treasurer\nApologies\nPat Dunn\nNext meeting: 4 May", "P Jo Ash;P Kim Birch;P Lee Cole;A Pat Dunn"),
    ("Present: Cllr Ash, Cllr Birch. Members of the public: none. The Chair opened the meeting at 7pm.", "P Ash;P Birch"),
    ("Present: Cllr Ash, Cllr Birch and the Clerk, Jo Dunn. Borough Cllr Elm joined at 7.20pm.", "P Ash;P Birch;P Jo Dunn;P Elm"),
    ("In attendance:\nJo Ash (Chair), Kim Birch, Lee Cole\nApologies:\nPat Dunn", "I Jo Ash;I Kim Birch;I Lee Cole;A Pat Dunn"),
    (
        "Present: Jo Ash (Chair), Kim Birch, Lee Cole\nApologies: none received\nIn attendance: Pat Dunn (Minutes)\nDate: 4 May 2021\nVenue: Ash Hall",
        "P Jo Ash;P Kim Birch;P Lee Cole;I Pat Dunn",
    ),
    (
        "Board members:\tJo Ash (Chair)\n\tKim Birch\n\tLee Cole\nOfficers:\tPat Dunn, Chief Executive\n\tSam Elm, Director of Finance\nApologies:\tMax Fir",
        "P Jo Ash;P Kim Birch;P Lee Cole;I Pat Dunn;I Sam Elm;A Max Fir",
    ),
    (
        "Board members present\tJo Ash\tNon-Executive Chair\nKim Birch\tNon-Executive Director\nLee Cole\tChief Executive\nIn attendance\tPat Dunn\tHead of Governance\nApologies\tMax Fir\tMedical Director",
        "P Jo Ash;P Kim Birch;P Lee Cole;I Pat Dunn;A Max Fir",
    ),
    ("Present: Cllr A Ash (Chair) (AA); Cllr B Birch (BB); Cllr C Cole (CC); D Dunn (DD) (Clerk)", "P A Ash;P B Birch;P C Cole;P D Dunn"),
    ("Those present: Cllr. A. Ash; Cllr. B. Birch; Cllr. C. Cole\nThose absent: Cllr. D. Dunn", "P A. Ash;P B. Birch;P C. Cole;X D. Dunn"),
    (
        "PRESENT: Councillor A Ash (Chair), Councillors B Birch, C Cole.\nAPOLOGIES: Councillor D Dunn.\nABSENT: None.\nNOT PRESENT: Councillor E Elm.\nOFFICERS PRESENT: F Fir, G Gorse.",
        "P A Ash;P B Birch;P C Cole;A D Dunn;X E Elm;I F Fir;I G Gorse",
    ),
    (
        "Present: Jo Ash, Kim Birch and Lee Cole (all Ash Council), Pat Dunn (Elm Trust)\nBy phone: Sam Elm\nRegrets: Max Fir",
        "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn;P Sam Elm;A Max Fir",
    ),
    ("Present - Mr J Ash (Chairman) Mrs K Birch Mr L Cole Miss P Dunn\nIn attendance - Mr S Elm (Clerk)", "P J Ash;P K Birch;P L Cole;P P Dunn;I S Elm"),
    (
        "Governors Present\tJo Ash (Chair)\tKim Birch\tLee Cole\n\tPat Dunn\tSam Elm\nApologies\tMax Fir",
        "P Jo Ash;P Kim Birch;P Lee Cole;P Pat Dunn;P Sam Elm;A Max Fir",
    ),
]
ITEMS = (
    "\n1. Bins\nThe Committee received a report on the emptying of the bins in the winter months and the cost of it, and noted it after a long discussion."
    "\n2. Bags\nThe Committee received a report on the bags in which the leaves are put in the autumn, and it was agreed that more of them be bought."
    "\n3. Date of next meeting\nThe next meeting will be held on 4 June 2021 in the hall, which will be open to the public from half past six in the evening."
)
WHOLE = [
    (
        "ASH PARISH COUNCIL\nMinutes of the meeting held on 4 May 2021 at 7pm in the Village Hall\nPresent: Cllrs Ash (Chair), Birch and Cole\nIn attendance: Jo Dunn (Clerk) and 3 members of the public\n1. Apologies for absence\nApologies were received and accepted from Cllr Elm.\n2. Declarations of interest\nNone.\n3. Minutes\nAgreed.",
        "P Ash;P Birch;P Cole;I Jo Dunn;A Elm",
    ),
    (
        "ASH PARISH COUNCIL\n1. Present\nCllrs Ash (Chair), Birch and Cole. Clerk: Jo Dunn\n2. Apologies\nCllr Elm (ill).\n3. Declarations of interest\nNone.\n4. Minutes\nAgreed.",
        "P Ash;P Birch;P Cole;I Jo Dunn;A Elm",
    ),
    (
        "ASH PARISH COUNCIL\n1. Attendance and apologies\nPresent: Cllrs Ash, Birch\nApologies: Cllr Elm\nThe Chair welcomed Cllr Fir to his first meeting.\n2. Minutes\nAgreed.\n3. Bins\nNoted.",
        "P Ash;P Birch;A Elm",
    ),
    (
        "ASH PARISH COUNCIL\nPRESENT\nCllr A Ash\nCllr B Birch\nVenue: Village Hall\nContact: Jo Dunn, Clerk\n1. Minutes\nAgreed.\n2. Bins\nNoted.\n3. Bags\nNoted.",
        "P A Ash;P B Birch",
    ),
    (
        "1. WELCOME AND APOLOGIES\nThe Chair, Cllr Ash, welcomed everyone. Apologies were noted from Cllrs Birch and Cole. Cllr Dunn was substituting for Cllr Birch.\n2. BINS\nNoted.\n3. BAGS\nNoted.",
        "A Birch;A Cole;S Dunn>Birch",
    ),
    (
        "Minutes\nMembers: Cllr A Ash (Chair)\n         Cllr B Birch\n         Cllr C Cole\nOfficers: Jo Dunn (Clerk)\n          Kim Elm (RFO)\n1. Apologies\nNone\n2. Bins\nNoted.\n3. Bags\nNoted",
        "P A Ash;P B Birch;P C Cole;I Jo Dunn;I Kim Elm",
    ),
    (
        "Chair: Cllr A Ash\n1. Welcome\nCllr A Ash welcomed all.\n2. Those present\nCllrs B Birch and C Cole, Jo Dunn (Clerk).\n3. Apologies\nCllr E Elm, Cllr F Fir.\n4. Bins\nNoted.",
        "P A Ash;P B Birch;P C Cole;P Jo Dunn;A E Elm;A F Fir",
    ),
    (
        "1. To receive apologies for absence\nCllrs Ash and Birch had sent apologies, which were accepted.\n2. To note the members present\nCllrs Cole and Dunn.\n3. Bins\nNoted.",
        "A Ash;A Birch;P Cole;P Dunn",
    ),
]


@pytest.mark.parametrize(("text", "found"), [*((head + ITEMS, found) for head, found in HEADS), *WHOLE])
def test_attendance_of_whole_documents(text: str, found: str) -> None:
    entries = annotated(text.encode())["attendance"]
    shown = [f"{LETTERS[one['status']]} {one['name']}" + (f">{one['substitute_for']}" if one["substitute_for"] else "") for one in entries]
    assert sorted(shown) == people(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The report was attached. PCSO Jo Dunn present. It was quiet.", "I Jo Dunn"),
        ("Mr Jo Dunn, the applicant, was present and addressed the meeting.", "I Jo Dunn"),
        ("(1) Jo Dunn, Head of Parks, was in attendance for this item.", "I Jo Dunn"),
        ("Jo Dunn and Kim Elm, Marl Trust, attended to present the plan.", "I Jo Dunn;I Kim Elm"),
        ("Jo Dunn joined the meeting remotely for this item.", "I Jo Dunn"),
        ("Ms J Ash was present for this item.", ""),
        ("The Chair noted that no officers were present.", ""),
        ("Mr Dunn was not present.", ""),
        ("Jo Dunn asked whether Kim Elm was present.", ""),
        ("Three residents were present.", ""),
        ("Cllr Elm attended the meeting of the hall trust.", ""),
    ],
)
def test_somebody_may_be_there_for_one_item(text: str, found: str) -> None:
    assert told("Present: Jo Ash", ("Parks", text)) == people(";".join(filter(None, ["P Jo Ash", found])))
