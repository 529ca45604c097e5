"""Counts by year as a small drawing of bars, in plain SVG; the pages say the same in a sentence, and in a table whose years are links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

STEP, WIDTH, TALLEST = 30, 20, 56
"""Pixels from one year to the next, of a bar, and of the tallest one."""
TOP, FOOT = 16, 18
"""Pixels for the number above a bar, and for the year below."""
MOST = 24
"""So many years are drawn, the newest: a year far from all others (a slip of somebody's pen) must not make a drawing of a thousand bars."""


@dataclass(frozen=True)
class Bar:
    """One year."""

    year: str
    count: int
    inside: int
    """How much of the count fits what the reader asked for: that part is filled, the rest is hollow."""
    place: int
    """Of the year among those drawn, from 0."""
    height: int
    """Pixels of the whole bar."""
    filled: int
    """Pixels of its filled part."""

    @property
    def left(self) -> int:
        """Where the bar begins."""
        return self.place * STEP + (STEP - WIDTH) // 2

    @property
    def middle(self) -> int:
        """Where its number and its year stand."""
        return self.place * STEP + STEP // 2

    @property
    def above(self) -> int:
        """Where the number stands on top of it."""
        return TOP + TALLEST - self.height - 4


@dataclass(frozen=True)
class Bars:
    """The years from the first to the last, those without any among them, and what is said beside."""

    bars: tuple[Bar, ...]
    rows: tuple[tuple[str, int, str], ...]
    """(year, count, address) of every year that has any, newest first, those too old to be drawn among them."""

    @property
    def width(self) -> int:
        """Pixels of the whole drawing."""
        return STEP * len(self.bars)

    @property
    def height(self) -> int:
        """Pixels of the whole drawing."""
        return TOP + TALLEST + FOOT

    @property
    def first(self) -> str:
        """The first year that has any."""
        return self.rows[-1][0]

    @property
    def most(self) -> tuple[str, int]:
        """The latest of the years with the most, and its count."""
        year, count, _ = max(self.rows, key=lambda row: (row[1], row[0]))
        return year, count

    @property
    def filled(self) -> str:
        """The filled bars as one path of SVG."""
        return "".join(f"M{bar.left} {TOP + TALLEST}v-{bar.filled}h{WIDTH}v{bar.filled}z" for bar in self.bars if bar.filled)

    @property
    def hollow(self) -> str:
        """The outlines of the bars that are not all filled, as one path of SVG; half a pixel in, so that a line of one pixel is sharp."""
        return "".join(f"M{bar.left}.5 {TOP + TALLEST}v-{bar.height}h{WIDTH - 1}v{bar.height}z" for bar in self.bars if bar.height > bar.filled)


def bars_of(counts: Mapping[str, int], address: Callable[[str], str], inside: Mapping[str, int] | None = None) -> Bars | None:
    """The bars of counts by year; None where no second year is near enough to compare with. ``inside`` is what is filled; all of it unless given."""
    every = {year: count for year, count in counts.items() if count and year.isascii() and year.isdigit()}
    if not every:
        return None
    last = int(max(every))
    drawn = [year for year in sorted(every) if int(year) > last - MOST]
    if len(drawn) < 2:
        return None
    scale = TALLEST / max(every[year] for year in drawn)
    within = every if inside is None else inside
    bars = []
    for place, number in enumerate(range(int(drawn[0]), last + 1)):
        year = f"{number:04}"
        count, part = every.get(year, 0), within.get(year, 0)
        bars.append(Bar(year, count, part, place, _pixels(count, scale), _pixels(part, scale)))
    return Bars(tuple(bars), tuple((year, every[year], address(year)) for year in sorted(every, reverse=True)))


def _pixels(count: int, scale: float) -> int:
    """The height of a bar: whoever has any is seen."""
    return max(1, round(count * scale)) if count else 0
