"""A document on a paper: its blocks set in a column, the strips on pages, the pages on anything that Qt paints on."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Barcode,
    Document,
    DocumentKind,
    Field,
    Frame,
    Keep,
    PageBreak,
    Pair,
    Picture,
    Qr,
    Rule,
    Side,
    Size,
    Space,
    Table,
    Text,
    Ticks,
)
from kiosk.domain.documents.paper import MM_PER_INCH, Paper
from kiosk.ui.documents.forms import field_runs, ticks_runs
from kiosk.ui.documents.frames import draw_frame
from kiosk.ui.documents.marks import barcode_runs, picture_runs, qr_runs
from kiosk.ui.documents.paragraphs import pair_runs, text_runs
from kiosk.ui.documents.sheet import Sheet, beside, filled
from kiosk.ui.documents.strips import Draw, Page, Run, Strip, high, pages, shown, together
from kiosk.ui.documents.tables import table_runs

FINE_PER_MM = 1200 / MM_PER_INCH
"""As finely as PDFs are set; screens show the same, smaller."""
_SMALLER = (0.92, 0.85, 0.78, 0.71, 0.64)
"""Steps in which types become smaller, so that a label or a poster is one page; smaller they are not read."""
_LARGER = (1.5, 1.36, 1.24, 1.12)
"""Steps in which types become larger where they are looked at from afar and the paper is not full."""
_SHOWN = frozenset({DocumentKind.RULES_POSTER, DocumentKind.GREETING_CARD, DocumentKind.INVITE_CARD})
"""What fills its paper."""
_FEW = 3
"""Pages up to which a sheet is set a little smaller when that saves one."""
_SECTION_MM = 1.6
_NUMBERED_MM = 140
"""Papers at least so high have page numbers where there are several."""
_SIDE_GAP_MM = 5


class Drawn:
    """A document that was set on a paper. Lengths are units of `per_mm` a millimetre; used on the thread that made
    it."""

    def __init__(
        self, document: Document, paper: Paper, per_mm: float, *, crisp: bool = False, like: Drawn | None = None
    ) -> None:
        """`crisp`: in black dots (`sheet.Sheet`). `like`: one of the same kind, whose types are as large where that
        fits."""
        self.document = document
        self.paper = paper
        self._sheet = Sheet(document, paper, per_mm, crisp=crisp)
        self._pages = self._set(like.scale if like is not None else None)

    @property
    def scale(self) -> float:
        """Of its types, against those of its paper."""
        return self._sheet.scale

    def _set(self, like: float | None) -> list[Page]:
        sheet = self._sheet
        cuts = 1 + sum(isinstance(block, PageBreak) for block in self.document.blocks)
        if like is not None and (found := self._first((like,), cuts)) is not None:
            return found[1]
        runs, made = self._tried(1.0)
        whole = sheet.is_label or self.document.kind in _SHOWN
        if sheet.room is not None:
            # what is set smaller takes less of both directions
            hope = 1.05 * math.sqrt(cuts * sheet.room / max(1, sum(page.height for page in made)))
            if len(made) <= cuts:
                scales = _LARGER if self.document.kind in _SHOWN else ()
                found = self._first(tuple(scale for scale in scales if scale <= hope), cuts)
            elif whole:
                hoped = tuple(scale for scale in _SMALLER if scale <= hope) or _SMALLER[-1:]
                found = self._first(hoped, cuts) or self._tried(_SMALLER[-1])
            else:
                found = self._first(_SMALLER[:2] if len(made) <= _FEW else (), len(made) - 1)
            runs, made = found or self._tried(1.0)
        numbered = self.paper.height is not None and self.paper.height >= _NUMBERED_MM and len(made) > 1
        if not numbered:
            return made
        line = high(self._number(1, 1)) + self._sheet.units(2)
        made = pages(runs, (self._sheet.room or 0) - line)
        for at, page in enumerate(made):
            strips = self._number(at + 1, len(made))
            y = (self._sheet.room or 0) - high(strips)
            page.placed += [(y, strip) for strip in strips]
            page.height = y + high(strips)
        return made

    def _first(self, scales: Sequence[float], most: int) -> tuple[list[Run], list[Page]] | None:
        """Set in the first of the scales in which it takes so many pages at most."""
        return next((tried for scale in scales if len((tried := self._tried(scale))[1]) <= most), None)

    def _tried(self, scale: float) -> tuple[list[Run], list[Page]]:
        old = self._sheet
        self._sheet = Sheet(self.document, self.paper, old.per_mm, crisp=old.crisp, scale=scale)
        runs = block_runs(self._sheet, self.document.blocks, self._sheet.width)
        return runs, pages(runs, self._sheet.room)

    def _number(self, page: int, of: int) -> list[Strip]:
        sheet = self._sheet
        colour = sheet.colour(pale=True)
        return beside(
            [(0, sheet.lines(f"{page} / {of}", sheet.width, size=Size.SMALL, colour=colour, align=Align.CENTRE))]
        )

    @property
    def per_mm(self) -> float:
        """Units a millimetre."""
        return self._sheet.per_mm

    @property
    def count(self) -> int:
        """Pages, one at least."""
        return len(self._pages)

    @property
    def width(self) -> int:
        """Of the paper."""
        return self._sheet.width + 2 * (self._sheet.margin + self._sheet.band)

    def height(self, at: int) -> int:
        """Of a page; on a roll as much as it takes."""
        sheet = self._sheet
        inner = self._pages[at].height if sheet.room is None else sheet.room
        return inner + 2 * (sheet.margin + sheet.band)

    @property
    def margin(self) -> int:
        """On all sides."""
        return self._sheet.margin

    def inside(self, at: int) -> QRect:
        """What is between the margins of a page."""
        margin = self._sheet.margin
        return QRect(margin, margin, self.width - 2 * margin, self.height(at) - 2 * margin)

    def fills(self, at: int) -> QRect:
        """What the strips of a page take, from the page's corner."""
        page = self._pages[at]
        return QRect(self._sheet.margin + self._sheet.band, self._top(page), self._sheet.width, page.height)

    def _top(self, page: Page) -> int:
        """Labels and what has a frame have their content in the middle."""
        room = self._sheet.room
        middle = self._sheet.is_label or self._sheet.frame is not Frame.NONE
        spare = max(0, room - page.height) // 2 if middle and room is not None else 0
        return self._sheet.margin + self._sheet.band + spare

    def draw(self, painter: QPainter, at: int, *, top: int = 0, bottom: int | None = None) -> None:
        """Draw a page, its paper's corner at 0, 0; nothing outside of its margins. `top`, `bottom`: the heights between
        which anything is wanted."""
        page = self._pages[at]
        inside = self.inside(at)
        painter.save()
        painter.setClipRect(inside)
        sheet = self._sheet
        if sheet.frame is not Frame.NONE:
            draw_frame(painter, inside, sheet.band, sheet.frame, sheet.accent, crisp=sheet.crisp)
        begin = self._top(page)
        end = self.height(at) if bottom is None else bottom
        for y, strip in shown(page, top - begin, end - begin):
            if strip.draw is not None:
                strip.draw(painter, inside.x() + sheet.band, begin + y)
        painter.restore()


def block_runs(sheet: Sheet, blocks: Sequence[AnyBlock], width: int) -> list[Run]:
    """Blocks in a column of so many units."""
    runs: list[Run] = []
    before: AnyBlock | None = None
    for block in blocks:
        if before is not None and (mm := _apart(before, block)):
            runs.append(Run((sheet.gap(mm * sheet.paper.points[1] / 10),)))
        runs += _runs(sheet, block, width)
        before = block
    return runs


def _apart(before: AnyBlock, block: AnyBlock) -> float:
    """Millimetres between two blocks that would look like one without, where a body text has 10 points."""
    if any(isinstance(one, Space | Rule | PageBreak) for one in (before, block)):
        return 0
    if _begins_section(block):
        return 0 if _begins_section(before) else _SECTION_MM
    if any(isinstance(one, Table) and one.lined for one in (before, block)):
        return 1.4
    if any(isinstance(one, Text) and one.inverse for one in (before, block)):
        return 0.9
    large = isinstance(before, Text) and before.bold and before.size in (Size.LARGE, Size.HUGE)
    return 0.8 if large and not isinstance(block, Text) else 0


def _begins_section(block: AnyBlock) -> bool:
    """Whether it is a heading, which stands a little away from what is above it."""
    return isinstance(block, Text) and block.bold and block.accent and not block.inverse


def _runs(sheet: Sheet, block: AnyBlock, width: int) -> list[Run]:
    match block:
        case Text():
            return text_runs(sheet, block, width)
        case Pair():
            return pair_runs(sheet, block, width)
        case Table():
            return table_runs(sheet, block, width)
        case Rule():
            return [Run((_rule(sheet, width, torn=block.torn),))]
        case Space():
            return [Run((sheet.gap(min(block.mm, 400)),))] if block.mm > 0 else []
        case Qr():
            return qr_runs(sheet, block, width)
        case Barcode():
            return barcode_runs(sheet, block, width)
        case Picture():
            return picture_runs(sheet, block, width)
        case Field():
            return field_runs(sheet, block, width)
        case Ticks():
            return ticks_runs(sheet, block, width)
        case Keep():
            return together(block_runs(sheet, block.blocks, width), sheet.room)
        case Side():
            return _side(sheet, block, width)
        case PageBreak():
            return [Run(cut=True)]


def _rule(sheet: Sheet, width: int, *, torn: bool) -> Strip:
    space = sheet.units((2.5 if torn else 1.5) * sheet.scale)
    line, dash = sheet.line_width(), max(1, sheet.units(2))

    def draw(painter: QPainter, x: int, y: int) -> None:
        if not torn:
            filled(painter, x, y + space, width, line)
            return
        for at in range(0, width, 2 * dash):
            filled(painter, x + at, y + space, min(dash, width - at), line)

    return Strip(2 * space + line, draw)


def _side(sheet: Sheet, side: Side, width: int) -> list[Run]:
    """Beside each other, if there is room and one page holds them; else below each other."""
    gap = sheet.units(_SIDE_GAP_MM * sheet.scale)
    shares = [max(1, share) for share in side.shares]
    left_wide = (width - gap) * shares[0] // sum(shares)
    right_wide = width - gap - left_wide
    if sheet.side_by_side and min(left_wide, right_wide) >= sheet.units(12):
        left = _flat(block_runs(sheet, side.left, left_wide))
        right = _flat(block_runs(sheet, side.right, right_wide))
        height = max(high(left), high(right))
        if height == 0:
            return []
        if sheet.room is None or height <= sheet.room:
            middle = sheet.is_label
            columns = [
                (x, (height - high(strips)) // 2 if middle else 0, strips)
                for x, strips in ((0, left), (left_wide + gap, right))
            ]
            return [Run((Strip(height, _columns(columns)),))]
    return [*block_runs(sheet, side.left, width), *block_runs(sheet, side.right, width)]


def _flat(runs: list[Run]) -> list[Strip]:
    return [strip for run in runs for strip in run.strips]


def _columns(columns: list[tuple[int, int, list[Strip]]]) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        for left, down, strips in columns:
            at = y + down
            for strip in strips:
                if strip.draw is not None:
                    strip.draw(painter, x + left, at)
                at += strip.height

    return draw
