"""Labels of an attendance: "Present:", "Also in attendance (remotely)", "Ymddiheuriadau"; what they say of the people behind or below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HOW = r"(?:,? ?\(?(?:in (?:person|(?:the )?(?:chair|(?:council )?chamber|room|hall|building)|remote(?: location)?)|remotely|virtually|online|on-line|physically|by invitation|" \
       r"(?:via|by|on|over|through|using) (?:a )?(?:\w+ ){0,2}?(?:zoom|teams|webex|skype|video\w*|phone|telephone|tele\w+|link|conference|call|meet))(?: (?:link|call|conference|conf))?\)?)*"  # fmt: skip
"""By what way they were there, which makes no difference to it."""
_OFFICERS = r"officers?|officials?|staff|advisers?|advisors?|guests?|swyddogion|oifigigh|employees|representatives"
_MEMBERS = r"members?|councillors?|cllrs?|trustees|governors|directors|committee members|board members|panel members|voting members|other members|aelodau|cynghorwyr|comhairleoirí|baill"
_KIND = r"(?:(?:committee|cabinet|council|board|panel|county|borough|district|parish|town|city|community|unitary|authority|executive|elected|appointed|co-opted|independent|lay|voting)[ -]){1,3}"
"""What may stand in front of "members" or "councillors"."""
_LABELS = (
    ("absent", rf"(?:(?:{_MEMBERS}|also) )?(?:absent|not (?:present|in attendance|attending)|did not attend|yn absennol|absennol|as láthair|non[- ]attend\w+)(?: with(?:out)? (?:apolog\w+|leave|notice|reason))?"),
    ("apologies", r"(?:regrets|(?:unable|could not|not able) (?:to )?attend(?: the meeting)?)|(?:to receive |receive )?(?:any )?apolog(?:y|ies)(?: for (?:absence|non-attendance|inability to attend))?(?: (?:and|&) (?:reasons?|substitut\w+)[\w ]*)?(?: (?:were |was |had been |have been )?(?:received|submitted|given|recorded|intimated|sent|noted))?(?: from| by| on behalf of)?|ymddiheuriadau(?: am absenoldeb)?|(?:cafwyd|derbyniwyd) ymddiheuriad(?:au)?(?: am absenoldeb)?(?: gan| oddi wrth)?|leithsc[ée]al\w*(?: ó)?|leisgeulan"),
    ("substitute", r"(?:named |nominated )?substitut(?:es?|ions?|ing)(?: members?)?(?: present| attending)?|nominated subs|subs|alternates?"),
    ("in_attendance", rf"(?:the following )?(?:(?:also,?|others?|(?:{_KIND})?(?:{_MEMBERS})|{_OFFICERS}) )?(?:(?:was|were) )?(?:also )?(?:in[- ]attendance|yn bresennol hefyd|mewn presenoldeb|wrth law|hefyd yn bresennol|i dtinreamh|i l[áa]thair freisin|freisin i l[áa]thair){_HOW}"
                      rf"|(?:others? )?also (?:present|attending|there|joining|joined){_HOW}|others? (?:present|attending){_HOW}|(?:the following )?(?:council |supporting |attending |lead |county |other )*(?:{_OFFICERS})(?: (?:and|&) (?:{_OFFICERS}))?(?: (?:were|was|present|attending|in attendance|also|joining))*{_HOW}|observers?(?: present| attending)?{_HOW}|by invitation|other (?:members|councillors|attendees)(?: (?:present|in attendance))?"
                      r"|(?:school governor services |minutes? )?(?:(?:parish |town |community |council |deputy |assistant |acting )*clerk(?: to the (?:council|board|committee|governors))?(?: present| in attendance)?|clerked by|minuted by|minutes taken by|minute taker|minute secretary|note taker|notes taken by|secretary|secretariat|minutes|rúnaí)|speakers?|invited(?: guests?| attendees| to attend)?|visitors|external|representatives from other bodies in attendance|external attendees|in attendance \(officers\)|(?:members of the )?(?:public|press)(?: (?:and|&) (?:public|press))?(?: present| in attendance)?"),
    ("beside", r"(?:officers? )?in support|support(?:ing)? officers|others?|notes(?: by)?|(?:representing|on behalf of|office of) [^:;\t\n]{3,50}(?=:)|(?:(?:cabinet|executive) (?:members?|councillors?)|portfolio holders?|(?:visiting|attending|non-committee) (?:members?|councillors?))(?: (?:present|attending))?|(?:(?:external|internal|expert|legal|independent|professional|technical|invited|other|local|interested|responsible|key) ){0,2}(?:witness(?:es)?|experts?|advis[eo]rs?|auditors?|audit|persons?|part(?:y|ies)|partners?|authorit(?:y|ies)|contributors?|presenters?|consultants?|contractors?)|(?:for |on behalf of )?(?:the )?(?:applicants?|appellants?|objectors?|licen[cs]e holders?|premises licen[cs]e holders?)|police|deputations?|petitioners?|gwahoddedigion|gwesteion|tystion"),
    ("present", rf"(?:the following |there were )?(?:(?:also|those|remotely|virtually|physically|{_MEMBERS}|attendees) )?(?:(?:was|were) )?(?:present|attending|attended|joining|joined|remote attend(?:ance|ees)|virtual attend(?:ance|ees)|in person|yn bresennol|presennol|i l[áa]thair){_HOW}"
                rf"|(?:(?:{_KIND})?(?:{_MEMBERS})|panel|(?:sub-?committee|committee|cabinet)(?=:)|roll[- ]call|attendance|attendees|sederunt|membership|aelodau(?: lleyg| etholedig| annibynnol| cyfetholedig)|presiding|in the chair|chaired by|chair(?:man|woman|person)?|cathaoirleach|(?:vice|deputy)[- ]chair(?:man|woman|person)?|(?:non[- ]?)?(?:schools?|employers?|employees?|scheme|staff|parents?|teachers?|unions?|trade unions?|community|tenants?|partners?|faith|business|academy|academies|early years|primary|secondary|maintained|pensioner)(?: school)? (?:members|representatives)|(?:independent|co-opted|lay|elected|non-voting|substantive|core|present|ex[- ]officio) (?:{_MEMBERS})|ex[- ]officio|on-?line|remote(?:ly)?|virtual(?:ly)?|in the (?:room|hall|(?:council )?chamber)|headteacher)(?: of the (?:committee|council|board|panel|forum))?(?: (?:present|in attendance))?"),
)  # fmt: skip
_LABEL = re.compile(rf"^\W*(?:\(?\w{{1,3}}[.)]\s+|\d{{1,3}}\s+)?(?:{'|'.join(f'(?P<{status}>{words})' for status, words in _LABELS)})(?<!\W)\b(?P<sign>\)?\s*[:;–—-]+[-\s]*|\s(?:was|were)\b:?\s+(?=[A-Z])|\s*\([^)]*\)\s*:?\s*|\)?\s*$|\)?\t+|(?<=from)\s|(?<=gan)\s|(?<=by)\s|(?<=behalf of)\s|\s(?=(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|Y Cynghor)\b|(?-i:(?:[A-Z]\.? ){{1,3}}[A-Z][a-zà-ÿ’'])))", re.IGNORECASE)  # fmt: skip
_SPLIT = re.compile(
    r",?\s+(?:and |together with |along with |with )+(?:the )?(?:following )?(?=officers?(?: in attendance| present)?:)|(?<=[.;,])\s*(?=[Aa]pologies (?:were |had been )?(?:received )?from\b)|(?<=[a-z)])(?<!County)(?<!District)(?<!Parish)(?<!Ward)(?<!Town)(?<!City)(?<!Borough)(?<!Unitary)(?<!Community)(?<!Other)(?<!Deputy)(?<!Assistant)(?<!Visiting)(?<!Elected)(?<!Local)(?<!Cabinet)(?<!Executive)(?<!following)(?<!Attending) (?=(?:Councillors|Clerk|Members of (?:the )?[Pp]ublic|Residents|Ex officio|CC members):\s)|(?<=[a-z)]) (?=(?:Also in|ALSO IN|In|IN) (?:attendance|ATTENDANCE) (?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b)|(?<=[.;)\t|])\s*(?=(?:Minutes|Apolog(?:ies|y)|Also [Pp]resent|In [Aa]ttendance|Also in [Aa]ttendance|Absent|Officers?(?: present)?|Substitutes?|Present|Clerk|Staff|Members of the [Pp]ublic|Guests?|Observers?|Ex[- ][Oo]fficio|"
    r"APOLOGIES|ALSO PRESENT|IN ATTENDANCE|ALSO IN ATTENDANCE|ABSENT|OFFICERS|PRESENT|Ymddiheuriadau|Hefyd yn bresennol)\b[^.:]{0,40}:)"
)
_POST_ALONE = re.compile(r"chair(?:man|woman|person)?|vice[- ]chair(?:man)?|[a-z ]*clerk|secretary|secretariat|headteacher|external|panel|governors|directors|trustees|cathaoirleach", re.IGNORECASE)  # fmt: skip
_GROUP_ALONE = re.compile(rf"(?:{_KIND})?(?:{_MEMBERS})", re.IGNORECASE)
_MEMBERS_TOO = re.compile(r"\b(?:members?|councillors?|portfolio holders?)\b", re.IGNORECASE)
_TITLE_ALONE = re.compile(r"(?:^|\W)(?:councillors?|cllrs?|cynghorwyr) $", re.IGNORECASE)
"""The title of whoever is named next, and no label: "Councillor Mrs A Ash"."""
_WAY_ALONE = re.compile(r"(?:remote|virtual) attend\w+|on-?line|remote(?:ly)?|virtual(?:ly)?|in person|in the (?:room|hall|(?:council )?chamber)", re.IGNORECASE)  # fmt: skip
_SHORT = re.compile(r"^\W*(?P<words>[^\W\d][^:.;,\t\n]{2,70}?)(?:\s(?:were|was|are|is))?\s*:(?=[\s-]|$)[-–\s]*")
_TELLS = re.compile(r"\b(?:is|are|was|were|asked|noted|to|that|agreed|resolved|be|vote\w*|proposed|seconded|action|apolog\w+ for late\w*)\b", re.IGNORECASE)
_WORDS = (
    ("apologies", re.compile(r"\bapolog|\bymddiheur|\bleithsc", re.IGNORECASE)),
    ("absent", re.compile(r"\babsen(?:t|ces?)\b|\bnot present\b", re.IGNORECASE)),
    ("substitute", re.compile(r"\bsubstitut", re.IGNORECASE)),
    (
        "in_attendance",
        re.compile(
            r"\b(?:officers?|officials?|staff|guests?|visitors?|observers?|invite\w*|public|press|in attendance|also|advis[eo]rs?|hefyd|swyddogion|gwahoddedigion)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "present",
        re.compile(
            r"\b(?:present|attend\w*|remote\w*|virtual\w*|online|join(?:ed|ing)|members|councillors|cllrs|trustees|governors|bresennol|presennol|aelodau|cynghorwyr)\b",
            re.IGNORECASE,
        ),
    ),
)


_ONE = re.compile(r"\w (?:officer|advis[eo]r|solicitor|engineer|manager|executive)$", re.IGNORECASE)
"""A post that one person holds."""
_BESIDE = {"beside": "in_attendance"}
_TO_NOTE = re.compile(r"^\W*(?:to )?(?:note|record|receive|list)\b(?: of)? (?:the |any |all |names of )*(?=\w+ (?:present|in attendance)|those)", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True)
class Label:
    """What a label says of the people behind or below it, in which post, and where they begin."""

    status: str
    role: str
    end: int
    words: str
    sign: str
    is_beside: bool = False
    """Whether it stands for people in attendance only where others are listed: "Witnesses:", "For the applicant:"."""

    @property
    def is_body(self) -> bool:
        """Whether it stands for the members of the body where nobody is listed yet: "Panel Members in attendance:"."""
        return self.status == "in_attendance" and bool(re.fullmatch(rf"(?:{_KIND})?(?:{_MEMBERS}) in attendance", self.words, re.IGNORECASE))

    @property
    def is_members(self) -> bool:
        """Whether it stands for members, of the body itself where nobody else is listed: "Cabinet Members:"."""
        return self.is_beside and bool(_MEMBERS_TOO.search(self.words))

    @property
    def is_post(self) -> bool:
        """Whether it is a post that stands behind names as well: "Chair", "Clerk"."""
        return bool(_POST_ALONE.fullmatch(self.words)) and ":" not in self.sign

    @property
    def is_group(self) -> bool:
        """Whether it says who they are and not whether they were there: "Councillors:"."""
        return bool(_GROUP_ALONE.fullmatch(self.words))

    @property
    def is_way(self) -> bool:
        """Whether it says only by what way they were there: "Remote attendance:"."""
        return bool(_WAY_ALONE.fullmatch(self.words))


def label_of_title(title: str) -> Label | None:
    """The label that the title of an item is: "To note the members present"."""
    return label_of(_TO_NOTE.sub("", title) + ":")


def label_of(text: str) -> Label | None:
    """The label that a line, a cell or a part of a line begins with."""
    found = _LABEL.match(text)
    if found and not _TITLE_ALONE.search(found[0]):
        status = next(name for name, _ in _LABELS if found[name])
        words = found[status].strip(" ()").casefold()
        role = (
            "Chair"
            if re.fullmatch(r"presiding|in the chair|chaired by|cathaoirleach|chair(?:man|woman|person)?|.*in the chair", words)
            else "Vice-Chair"
            if words.startswith(("vice", "deputy chair"))
            else "Clerk"
            if words.endswith("clerk") or words.startswith("clerk") or words in ("minutes taken by", "minute taker")
            else text[found.start(status) : found.end(status)].strip(" ()")
            if status == "beside" and _ONE.search(words)
            else ""
        )
        return Label(_BESIDE.get(status, status), role, found.end(), words, found["sign"], status in _BESIDE)
    short = _SHORT.match(text)
    if short and len(short["words"].split()) <= 8 and not _TELLS.search(short["words"]):
        kinds = [name for name, pattern in _WORDS if pattern.search(short["words"])]
        told = "" if "present" in kinds and kinds[0] in ("apologies", "absent") and " and " in short["words"] else kinds[0] if kinds else ""
        role = short["words"] if told == "in_attendance" and _ONE.search(short["words"]) else ""
        return Label(told, role, short.end(), short["words"].casefold(), ":") if told else None
    return None


def labelled(line: str) -> Iterator[tuple[Label | None, str]]:
    """The parts of a line, each with its label: "Present: A, B. Apologies: C" has two."""
    for piece in _SPLIT.split(line):
        yield label_of(piece), piece
