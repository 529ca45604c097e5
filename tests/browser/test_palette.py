"""The colours of the stylesheets can be told apart in every theme, and no rule uses a colour that is not among them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SHEETS = sorted((Path(__file__).resolve().parents[2] / "archive/static").glob("*.css"))
STYLE = re.sub(r"/\*.*?\*/", "", "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS), flags=re.DOTALL)
TEXT, EDGE = 4.5, 3.0
"""The least contrast of text, and of what has to be seen without being read (WCAG 1.4.3, 1.4.11)."""
COLOURS = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)a?\(|(?<![\w-])(?:white|black|red|green|blue|gr[ae]y|silver|yellow)(?![\w-])"
)
GROUNDS = ("bg", "soft")
PAIRS = {
    **{(text, ground): TEXT for text in ("fg", "dim", "link", "visited", "bad", "act") for ground in GROUNDS},
    **{(text, "mark"): TEXT for text in ("fg", "link", "visited")},
    ("on", "act"): TEXT,
    ("onhead", "head"): TEXT,
    ("ink", "focus"): TEXT,
    **{(edge, ground): EDGE for edge in ("edge", "act", "bar", "bad") for ground in GROUNDS},
}
"""(token, token it lies on) → the least contrast."""
ON_SCREEN = {("focus", "head"): EDGE}
"""What matters only where something can have the focus."""


def blocks(css: str) -> list[tuple[str, str]]:
    """(what stands before the brace, what stands between the braces) of every rule; a rule within a rule is one more."""
    found, opened, start = [], [], 0
    for at, letter in enumerate(css):
        if letter == "{":
            opened.append((css[start:at].strip(), at + 1))
        elif letter == "}":
            head, begin = opened.pop()
            found.append((" ".join([*(outer for outer, _ in opened), head]), css[begin:at]))
        if letter in "{};":
            start = at + 1
    return found


def tokens(inside: str) -> dict[str, str]:
    """The tokens that a rule defines."""
    return dict(re.findall(r"--([\w-]+)\s*:\s*([^;}]+)", inside))


def themes() -> dict[str, dict[str, str]]:
    """Name → the tokens that are in force there."""
    roots = {head.removesuffix(":root").strip(): tokens(inside) for head, inside in blocks(STYLE) if head.endswith(":root")}
    light = roots.pop("")
    dark = light | roots.pop("@media (prefers-color-scheme:dark)")
    paper = roots.pop("@media print")
    assert roots == {}
    return {"light": light, "dark": dark, "printed": light | paper, "printed from the dark": dark | paper}


THEMES = themes()


def luminance(colour: str) -> float:
    """Of a colour written ``#rgb`` or ``#rrggbb``, as WCAG defines it."""
    digits = colour.strip().removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_of_colours_can_be_told_apart(theme: str) -> None:
    there, pairs = THEMES[theme], PAIRS if theme.startswith("printed") else PAIRS | ON_SCREEN
    low = {(one, other): round(contrast(there[one], there[other]), 2) for (one, other), least in pairs.items() if contrast(there[one], there[other]) < least}
    assert low == {}


@pytest.mark.parametrize("theme", THEMES)
def test_a_rule_that_sets_words_and_their_ground_sets_a_pair_that_can_be_read(theme: str) -> None:
    pair = re.compile(r"(?<![\w-])color:var\(--(\w+)\).*?background:var\(--(\w+)\)|background:var\(--(\w+)\).*?(?<![\w-])color:var\(--(\w+)\)", re.DOTALL)
    found = [(head, [name for name in match.groups() if name]) for head, inside in blocks(STYLE) if "{" not in inside and (match := pair.search(inside))]
    assert len(found) > 3
    assert [head for head, (one, other) in found if contrast(THEMES[theme][one], THEMES[theme][other]) < TEXT] == []


def test_no_rule_uses_a_colour_that_is_no_token() -> None:
    rules = [(head, inside) for head, inside in blocks(STYLE) if "{" not in inside and not head.endswith(":root")]
    assert [(head, found[0]) for head, inside in rules if (found := COLOURS.search(inside))] == []


def test_no_token_is_unknown() -> None:
    assert set(re.findall(r"var\(--([\w-]+)\)", STYLE)) <= set(THEMES["light"])
    assert set(THEMES["dark"]) == set(THEMES["light"])
