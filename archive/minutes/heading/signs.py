"""What is no title and no number of an item, and where those present are listed."""

from __future__ import annotations

import re

NUMBER_OPENS = (
    r"(?:\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)? ?[A-Z]{3}|\d{4}[/-]\d{2,4} [A-Z]|(?:19|20)\d\d(?:[/-]\d{2,4})? [A-Z][a-z]|\d{2,4}/\d{2,6}(?:/\w{1,5})?,?(?::| [–-])? [A-Z\d]|"
    r"\d{1,3}[a-z]?(?:[–-]\d{1,3}[a-z]?)?,? (?:[A-Z][\w'’]+ ){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Way|Terrace|Crescent|Place|Row|Square|Gardens|Hill|Court)\b|"
    r"\d{1,2} ?(?:mph|MPH|[Yy]ear|[Mm]onth)\b|\d{1,2}(?:st|nd|rd|th) (?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]|"
    r"\d{1,2}[A-Z] [A-Z]|\d{3}(?: [A-Z][a-z]+){1,4}$)"
)
"""How a title begins with a number: a year, the reference of an application, the number of a house, a limit."""
NOT_TITLE = re.compile(
    rf"(?:(?:For|Against|Abstentions?|Abstained|In [Ff]avour)[,:;] |(?:RESOLVED|AGREED|NOTED|Resolved|Agreed|Noted) (?:that|THAT|to)\b|In (?:response|reply|answer) to\b|(?:A|One|Some|Another) (?:[Mm]ember|[Cc]ouncillor|[Rr]esident)s?\b|That|To (?!(?i:receive|consider|note|approve|confirm|agree|discuss|elect|appoint|adopt|sign|review|resolve|report|authorise|decide|determine|make|set|record|co-opt|accept|hear|ratify|answer|update|confirm/sign|approve/sign|elect|co-opt|fix|review|endorse|highlight|inform|provide|delegate|exclude))|that|the|a|an|and|of|to|for|in|it|is|was|were|votes?|members?|am|pm|noon)\b|(?!{NUMBER_OPENS})\d|[£%/]"
)
"""How a line behind a number goes on that is no title: a clause, a date, a count, an amount."""
CAPS = re.compile(r"[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*")
"""A line without a small letter."""
NO_HEADING = re.compile(
    r"\W*(?:RESOLVED|AGREED|RECOMMENDED|DECISION|ACTION|NOTED|APPROVED|CARRIED|PRESENT|MEMBERS|ABSENT|IN ATTENDANCE|IN THE CHAIR|MINUTES OF(?! (?:THE )?(?:LAST|PREVIOUS|PRECEDING)\b)|NOTES OF|CHAIR|SIGNED|DATED|DATE(?! (?:AND (?:TIME|VENUE|PLACE) )?OF (?:THE )?NEXT\b)|DRAFT|CONFIRMED|VOTE|FOR|AGAINST|ABSTENTION|"
    r"UNANIMOUS|REASON|AND AGREED|AND RESOLVED|OFFICIALS|CATHAOIRLEACH|WRTH LAW|PROPOSED|SECONDED|OFFICERS?|COUNCILLORS?|ALSO PRESENT|ALSO IN ATTENDANCE|(?:OTHERS|THOSE) (?:PRESENT|ATTENDING|IN ATTENDANCE)|YN BRESENNOL|PRESENNOL|PENDERFYNWYD|HELD|APPLICANTS?|OBSERVERS|BY INVITATION|ATTENDANCE|NB)\b|\W*$",
)
"""What stands in capitals and heads no item: a decision, a vote, a list of those present."""
FEWEST = 2
"""Numbered headings that make a numbering."""
PRESENT = re.compile(
    r"^\W*(?:members |those |councillors |[a-z]+ members )?(?:present|attendees|in attendance|sederunt|yn bresennol|presennol)\b", re.IGNORECASE | re.MULTILINE
)
"""Where the list of those present begins."""
HEAD = 2500
"""Characters at the beginning, where the name of the body stands in capitals above those present."""
ATTENDANCE = re.compile(
    r"present|apolog|attend|absen|officer|official|member|councillor|clerk|chair|cynghor|comhairl|presennol|ymddih|láthair|lathair|baill|oifig|[(,]",
    re.IGNORECASE,
)
"""Words of lines that tell who was there, and are no titles."""
