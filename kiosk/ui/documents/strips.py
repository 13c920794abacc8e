"""Strips of paper and how they come onto pages. Lengths are whole units of whatever is painted on; no Qt is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

Draw = Callable[["QPainter", int, int], None]
"""Draws something whose left upper corner comes to x, y."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of paper that no end of a page goes through. `space`: empty, and not wanted at the top of a page."""

    height: int
    draw: Draw | None = None
    space: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Strips that stay on one page where one has room for them. `head`: comes again above them on a new page. `glued`:
    no page ends behind them. `cut`: here a page ends."""

    strips: tuple[Strip, ...] = ()
    head: tuple[Strip, ...] = ()
    glued: bool = False
    cut: bool = False

    @property
    def height(self) -> int:
        """Of all strips."""
        return high(self.strips)


@dataclass(slots=True)
class Page:
    """Strips and where each begins, counted from the upper margin. `height`: down to the end of the last."""

    placed: list[tuple[int, Strip]] = field(default_factory=list)
    height: int = 0

    def put(self, strip: Strip) -> None:
        """Place a strip below the others."""
        self.placed.append((self.height, strip))
        self.height += strip.height

    def trimmed(self) -> Page:
        """Without empty strips at the end."""
        while self.placed and self.placed[-1][1].space:
            self.height = self.placed.pop()[0]
        return self


def high(strips: Iterable[Strip]) -> int:
    """How high they are together."""
    return sum(strip.height for strip in strips)


def together(runs: Sequence[Run], room: int | None) -> list[Run]:
    """The runs as one that stays on a page, where a page has room for it; else as they are."""
    strips = tuple(strip for run in runs for strip in run.strips)
    if room is not None and high(strips) > room:
        return [run for run in runs if not run.cut]
    return [Run(strips, glued=bool(runs) and runs[-1].glued)] if strips else []


def paragraph(strips: Sequence[Strip], *, glued: bool = False) -> list[Run]:
    """Lines of a paragraph: none of its first two or its last two stands alone on a page."""
    if len(strips) <= 3:
        return [Run(tuple(strips), glued=glued)] if strips else []
    middle = [Run((strip,)) for strip in strips[2:-2]]
    return [Run(tuple(strips[:2])), *middle, Run(tuple(strips[-2:]), glued=glued)]


def pages(runs: Sequence[Run], room: int | None) -> list[Page]:
    """The runs on pages of so many units between the margins; None: on a roll, a page a part between cuts. Every strip
    is placed once, heads as often as they are wanted; there is one page at least."""
    made = [Page()]
    for at, run in enumerate(runs):
        page = made[-1]
        if run.cut:
            if page.placed:
                made.append(Page())
            continue
        if room is not None and page.placed:
            wanted = run.height + _glued_height(runs, at, room)
            if page.height + min(wanted, room) > room:
                page = _next(made, run, room, run.strips[0].height if run.strips else 0)
        for strip in run.strips:
            if room is not None and page.placed and page.height + strip.height > room and not strip.space:
                page = _next(made, run, room, strip.height)
            if page.placed or not strip.space or len(made) == 1:
                page.put(strip)
    if len(made) > 1 and not made[-1].trimmed().placed:
        made.pop()
    return [page.trimmed() for page in made]


def _next(made: list[Page], run: Run, room: int, first: int) -> Page:
    """A new page, with the run's head where that leaves room for what comes `first`."""
    page = Page()
    made.append(page)
    if high(run.head) <= min(room // 3, room - first):
        for strip in run.head:
            page.put(strip)
    return page


def _glued_height(runs: Sequence[Run], at: int, most: int) -> int:
    """What has to stand on the same page below a run that is glued to the next: at least its first strips. Not counted
    further than `most`."""
    total = 0
    while runs[at].glued and at + 1 < len(runs) and not runs[at + 1].cut and total < most:
        at += 1
        following = runs[at]
        total += following.height if following.glued or len(following.strips) <= 3 else high(following.strips[:2])
    return total


def shown(page: Page, top: int, bottom: int) -> Iterator[tuple[int, Strip]]:
    """What of a page lies between two heights, in part or whole."""
    return ((y, strip) for y, strip in page.placed if y < bottom and y + strip.height > top)
