"""Which of a council's languages a text is written in: English or Welsh, told by their small words."""

# ruff: noqa: SIM905 -- long lists of words are easier to read and to extend as words.

from __future__ import annotations

import re
from collections.abc import Sequence

SMALL_WORDS = {
    "en": frozenset(
        "the of and to in that was for be is by on with it as were at this which had have has from an are not been would their they "
        "he she his her its or if any all no there who when".split()
    ),
    "cy": frozenset(
        "y yr a o i yn ar ei am gan wedi bod eu ac mae oedd fel neu sydd gyda hyn i'r o'r a'r ni nad na yw er ym fod wrth dros hwn hon "
        "cael gael byddai fyddai roedd bu fu rhwng mewn eitem cyfarfod pwyllgor cyngor cynghorydd adroddiad cofnodion".split()
    ),
}
"""Function words of each language, with a few words that no Welsh minutes do without; ``a`` and ``i`` count for Welsh alone,
since an English text long enough to tell has many others."""
WORD = re.compile(r"[^\W\d_]+(?:'r\b)?")
FEWEST = 2
"""So many small words must speak for a language before it is believed."""
LONGEST = 20_000
"""Characters that are looked at: enough to tell, and a hostile text costs nothing."""


def language_of(text: str, languages: Sequence[str] = ("en", "cy")) -> str:
    """The language of a text among ``languages``; the first of them where the text is too short or too mixed to tell."""
    words = WORD.findall(text[:LONGEST].casefold().replace("’", "'"))
    counts = {language: sum(word in SMALL_WORDS.get(language, ()) for word in words) for language in languages}
    best = max(languages, key=lambda language: counts[language])
    others = max((counts[language] for language in languages if language != best), default=0)
    return best if counts[best] >= FEWEST and counts[best] > others else languages[0]
