"""Counts by year as a small drawing of bars, in plain SVG, with a sentence that says the same and a table whose years are links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

STEP, WIDTH, TALLEST = 30, 20, 48
"""Pixels from one year to the next, of a bar, and of the tallest one."""
TOP, FOOT = 16, 18
"""Pixels for the number above a bar, and for the year below."""
MOST = 60
"""Years that are drawn; a year far from all others (a slip of somebody's pen) must not make a drawing of a thousand bars."""


@dataclass(frozen=True)
class Bar:
    """One year."""

    year: str
    count: int
    url: str
    """Empty for a year without any."""
    x: int
    y: int
    height: int
    labelled: bool
    hollow: bool
    """Whether it lies outside of what the reader asked for."""

    @property
    def middle(self) -> int:
        """Where its number and its year stand."""
        return self.x + WIDTH // 2


@dataclass(frozen=True)
class Bars:
    """The years from the first to the last, those without any among them."""

    bars: tuple[Bar, ...]

    @property
    def width(self) -> int:
        """Pixels of the whole drawing."""
        return STEP * len(self.bars)

    @property
    def height(self) -> int:
        """Pixels of the whole drawing."""
        return TOP + TALLEST + FOOT

    @property
    def most(self) -> Bar:
        """The latest of the years with the most."""
        return max(self.bars, key=lambda bar: (bar.count, bar.year))

    @property
    def counted(self) -> list[Bar]:
        """The years that have any, newest first."""
        return [bar for bar in reversed(self.bars) if bar.count]


def bars_of(counts: Mapping[str, int], url: Callable[[str], str], hollow: Callable[[str], bool] = lambda _: False) -> Bars | None:
    """The bars of counts by year; None where there is no second year to compare with."""
    years = sorted(int(year) for year, count in counts.items() if count and year.isascii() and year.isdigit())
    if len(years) < 2 or years[-1] - years[0] >= MOST:
        return None
    tallest = max(counts.values())
    made = []
    for n, number in enumerate(range(years[0], years[-1] + 1)):
        year = f"{number:04}"
        count = counts.get(year, 0)
        height = max(1, round(TALLEST * count / tallest))
        x = n * STEP + (STEP - WIDTH) // 2
        made.append(Bar(year, count, url(year) if count else "", x, TOP + TALLEST - height, height, n % 2 == 0, hollow(year)))
    return Bars(tuple(made))
