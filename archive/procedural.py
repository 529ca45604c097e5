"""The ordinary business of every meeting, told by an item's title: it mentions everything and is seldom what is sought."""

from __future__ import annotations

import re

_ORDINARY = re.compile(
    r"""
      (?:to\ (?:receive|consider|note|approve|confirm|agree|sign|take)\ (?:as\ read\ )?(?:and\ \w+\ )?)?(?:any\ |the\ |public\ )?
      (?:
        apolog(?:y|ies)\b | absences?\b | sederunt\b | attendance(?:\ and\ apologies)?$ | roll\ call\b
      | (?:declarations?|disclosures?|notifications?)\ (?:of\ |by\ )(?:members['’]?\ |disclosable\ |pecuniary\ |any\ |personal\ |councillors['’]?\ )*(?:interests?|lobbying|whip|party)\b
      | declarations?$ | members['’]?\ interests?$ | interests$ | transparency\ statements?\b
      | (?:confirmation\ of\ |approval\ of\ |draft\ |public\ |open\ |previous\ |signing\ of\ |acceptance\ of\ |matters\ arising\ from\ )*(?:the\ )?(?:minutes?|record)\b(?!\ (?:silence|taker))
      | matters?\ arising\b | notes?\ of\ (?:the\ )?(?:last|previous)\ meeting\b
      | substitut(?:es?|ions?)\b | appointment\ of\ substitutes?\b | welcomes?\b | introductions?\b | opening\ (?:remarks|prayer|of\ the\ meeting)\b | prayers?$
      | (?:chair|chairman|chairwoman|chairperson|mayor|convener|leader|provost)['’]?s?['’]?\ (?:announcements?|remarks|opening|communications?|welcome)\b
      | announcements?\b | communications?\b(?!\ strategy) | housekeeping\b | evacuation\b | fire\ (?:evacuation|exits?|procedure)
      | urgent\ (?:business|items?)\b | any\ other\ (?:urgent\ |competent\ )?business\b | a\.?o\.?b\.?c?\.?$ | other\ business\b | items?\ of\ urgent
      | (?:date|time)s?(?:,?\ (?:and\ )?(?:time|venue|place)s?)*\ of\ (?:the\ )?(?:next|future|forthcoming)\b | (?:next|future)\ meetings?\b | close\ of\ (?:the\ )?meeting\b
      | exclusion\ of\ (?:the\ )?(?:press|public)\b | exempt\ (?:items?|information)\b | confidential\ (?:items?|business)$ | dispensations?\b
      | (?:forward|work)\ (?:plan|programme)$ | order\ of\ (?:business|agenda)\b | filming\ and\ recording\b
      | ymddiheuriadau\b | datgan(?:iadau?)?\ (?:o\ )?(?:unrhyw\ )?[bf]uddian\w* | cofnodion\b | materion\ (?:brys|yn\ codi)\b | dyddiad\ y\ cyfarfod\ nesaf\b
      | croeso\b | cyhoeddiadau\b | unrhyw\ fater(?:ion)?\ arall\b
      | leisgeulan\b | leithscéalta\b | miontuairiscí\b
      )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_procedural(title: str) -> bool:
    """Whether a title names the ordinary business of a meeting, in English, Welsh, Gaelic or Irish."""
    return _ORDINARY.match(" ".join(title.split()).strip(" .:–-")) is not None
