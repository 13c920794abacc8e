"""A document on the screen as it will be on paper: its pages below each other, as wide as the view, to be scrolled.

Pages are drawn when they are painted, at the screen's own fineness: letters and symbols stay crisp at every size.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.paper import MM_PER_INCH, Paper
from kiosk.ui.context import Ui
from kiosk.ui.documents.drawing import FINE_PER_MM, Drawn
from kiosk.ui.documents.painting import SMOOTH

_GAP = 16
"""Logical pixels around pages."""
_LARGEST_DPI = 140
"""Paper is not shown much larger than it is."""


class DocumentView(QScrollArea):
    """Shows one document on one paper. Keys pass through to the page or sheet, which calls `turn`."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._pages = _Pages(ui.theme.colour("control"), ui.theme.colour("press"))
        self.setWidget(self._pages)
        self.setWidgetResizable(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_document(self, document: Document | None, paper: Paper) -> None:
        """Show a document from its beginning; None: nothing."""
        self._pages.show_drawn(None if document is None else Drawn(document, paper, FINE_PER_MM))
        self._pages.setAccessibleName(document.title if document is not None else "")
        self._fit()
        self.verticalScrollBar().setValue(0)

    def turn(self, views: int) -> None:
        """Scroll down (or up, below 0) by so many views."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + views * bar.pageStep())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    @property
    def pages(self) -> int:
        """How many are shown."""
        return self._pages.count

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # whether or not the bar is shown: pages that made room for it would be shorter, need none, and grow again
        self._pages.fit(self.contentsRect().width() - self.verticalScrollBar().sizeHint().width())


class _Pages(QWidget):
    def __init__(self, edge: QColor, ground: QColor) -> None:
        super().__init__()
        self._edge = edge
        self._ground = ground
        self._drawn: Drawn | None = None
        self._places: list[QRect] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        return len(self._places)

    def show_drawn(self, drawn: Drawn | None) -> None:
        self._drawn = drawn
        self._places = []
        self.update()

    def fit(self, width: int) -> None:
        """Lay the pages out in so many logical pixels."""
        self._places = []
        y = _GAP
        if self._drawn is not None and width > 2 * _GAP:
            scale = min((width - 2 * _GAP) / self._drawn.width, _LARGEST_DPI / MM_PER_INCH / self._drawn.per_mm)
            wide = round(self._drawn.width * scale)
            for at in range(self._drawn.count):
                high = max(1, round(self._drawn.height(at) * scale))
                self._places.append(QRect(QPoint((width - wide) // 2, y), QSize(wide, high)))
                y += high + _GAP
        self.setFixedSize(max(1, width), max(1, y))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground)
        if self._drawn is None:
            return
        painter.setRenderHints(SMOOTH)
        for at, place in enumerate(self._places):
            wanted = event.rect().intersected(place)
            if wanted.isEmpty():
                continue
            painter.fillRect(place.adjusted(-1, -1, 1, 1), self._edge)
            painter.fillRect(place, Qt.GlobalColor.white)
            scale = place.width() / self._drawn.width
            painter.save()
            painter.translate(place.topLeft())
            painter.scale(scale, scale)
            top, bottom = wanted.top() - place.top(), wanted.bottom() + 1 - place.top()
            self._drawn.draw(painter, at, top=int(top / scale), bottom=int(bottom / scale) + 1)
            painter.restore()
