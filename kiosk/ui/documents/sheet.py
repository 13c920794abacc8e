"""What everything on a paper shares while it is set: its room, its units, its letters, its colours."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPainter

from kiosk.domain.documents.blocks import Align, Document, Frame, Size
from kiosk.domain.documents.paper import Paper
from kiosk.ui.documents.faces import Faces, Line
from kiosk.ui.documents.strips import Draw, Strip

WHITE, BLACK = QColor("#ffffff"), QColor("#000000")
_PALE, _LESS = QColor("#555555"), QColor("#a3281a")
_SIDE_BY_SIDE_MM = 100
_LABEL_MM = 140
_FRAMED_MM = 100
"""Papers at least so wide have room for a frame."""
_BAND = 0.05
"""A frame's breadth, of the paper's width."""
_LEADING = {Size.SMALL: 1.1, Size.BODY: 1.1, Size.LARGE: 1.0, Size.HUGE: 1.0}


class Sheet:
    """A paper at `per_mm` units a millimetre, on which a document is set. `crisp`: black dots without grey or colour,
    every length a whole dot. `scale`: of types and marks, so that all comes onto one paper, or fills it. `width` and
    `room`: inside of the margins and the frame's `band`; `room` is None on a roll."""

    def __init__(self, document: Document, paper: Paper, per_mm: float, *, crisp: bool, scale: float = 1.0) -> None:
        self.paper = paper
        self.crisp = crisp
        self.scale = scale
        self.faces = Faces(document.language, per_mm, crisp=crisp)
        self.per_mm = per_mm
        accent = QColor(document.accent)
        self.accent = accent if accent.isValid() else BLACK
        self.frame = document.frame if paper.height is not None and paper.width >= _FRAMED_MM else Frame.NONE
        self.band = self.units(paper.width * _BAND) if self.frame is not Frame.NONE else 0
        self.margin = self.units(paper.margin)
        self.width = self.units(paper.room) - 2 * self.band
        self.room = None if paper.height is None else self.units(paper.height - 2 * paper.margin) - 2 * self.band

    def units(self, mm: float) -> int:
        """Whole units of a length."""
        return round(mm * self.per_mm)

    def line_width(self) -> int:
        """Of rules and frames: a fifth of a millimetre."""
        return max(1, self.units(0.2))

    @property
    def is_label(self) -> bool:
        """A small paper of which one piece holds everything: cards, badges, shelf labels."""
        return self.paper.height is not None and self.paper.height < _LABEL_MM

    @property
    def side_by_side(self) -> bool:
        """Wide enough for blocks beside each other."""
        return self.paper.width >= _SIDE_BY_SIDE_MM or self.is_label

    def points(self, size: Size) -> float:
        """Of a type size."""
        return self.paper.size(size) * self.scale

    def font(self, size: Size, *, bold: bool = False) -> QFont:
        """The font of a type size."""
        return self.faces.font(self.points(size), bold=bold)

    def colour(self, *, pale: bool = False, accent: bool = False, less: bool = False, inverse: bool = False) -> QColor:
        """The colour of letters."""
        if inverse:
            return WHITE
        if self.crisp:
            return BLACK
        return _PALE if pale else _LESS if less else self.accent if accent else BLACK

    def ground(self, *, accent: bool) -> QColor:
        """The colour behind inverse letters."""
        return self.accent if accent and not self.crisp and self.accent.lightness() < 150 else BLACK

    def lines(
        self,
        text: str,
        width: int,
        *,
        size: Size = Size.BODY,
        bold: bool = False,
        colour: QColor = BLACK,
        align: Align = Align.LEFT,
    ) -> list[Line]:
        """A paragraph of a type size in a column."""
        leading = 1.0 if self.is_label else _LEADING[size]
        font = self.font(size, bold=bold)
        return self.faces.lines(text, font, max(1, width), colour=colour, align=align, leading=leading)

    def text_width(self, text: str, size: Size = Size.BODY, *, bold: bool = False) -> int:
        """The widest of a text's lines, if nothing breaks them."""
        font = self.font(size, bold=bold)
        # as it is laid out: joining letters and fallback fonts make it another sum than that of the characters
        lines = self.faces.lines(text, font, 2**22, colour=BLACK)
        return max(line.width for line in lines) + 1

    def gap(self, mm: float) -> Strip:
        """Empty paper, which falls away at the top of a page."""
        return Strip(self.units(mm * self.scale), space=True)


def beside(cells: list[tuple[int, list[Line]]]) -> list[Strip]:
    """Columns of lines beside each other, a strip a line, letters of each on one height. `cells`: where each begins."""
    strips = []
    for at in range(max(len(lines) for _, lines in cells)):
        row = [(x, lines[at]) for x, lines in cells if at < len(lines)]
        ascent = max(line.ascent for _, line in row)
        height = ascent + max(line.height - line.ascent for _, line in row)
        strips.append(Strip(height, _row(row, ascent)))
    return strips


def _row(row: list[tuple[int, Line]], ascent: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        for left, line in row:
            line.draw(painter, x + left, y + ascent - line.ascent)

    return draw


def filled(painter: QPainter, x: int, y: int, width: int, height: int, colour: QColor = BLACK) -> None:
    """A rectangle without soft edges."""
    painter.fillRect(QRect(x, y, width, height), colour)


def frame(painter: QPainter, x: int, y: int, width: int, height: int, line: int) -> None:
    """The outline of a rectangle, inside of it, `line` units wide."""
    filled(painter, x, y, width, line)
    filled(painter, x, y + height - line, width, line)
    filled(painter, x, y, line, height)
    filled(painter, x + width - line, y, line, height)


def placed(align: Align, width: int, room: int) -> int:
    """How far from the left something stands."""
    return {Align.LEFT: 0, Align.CENTRE: max(0, room - width) // 2, Align.RIGHT: max(0, room - width)}[align]
