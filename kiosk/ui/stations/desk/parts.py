"""Small parts of the desk's page: a name that fits, a name whose matches are marked, a box on a coloured card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.context import Ui
from kiosk.ui.measure import px
from kiosk.ui.widgets.basics import ElidedText, restyle

SHADE = 40
"""Of 255: how much darker a box on a coloured card is."""
Span = tuple[int, int]
"""(first character, how many)."""


class FitName(ElidedText):
    """A name of unknown length, in the largest of several type styles that has room, and shortened only in the last."""

    def __init__(self, ui: Ui, styles: tuple[str, ...], tone: str = "ink") -> None:
        super().__init__(styles[0], tone)
        self._ui, self._styles, self._style = ui, styles, styles[0]

    def use(self, styles: tuple[str, ...]) -> None:
        """Other type styles to choose from."""
        if styles != self._styles:
            self._styles = styles
            self.updateGeometry()
            self._fit()

    def setText(self, text: str) -> None:
        """Write it."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._fit()

    def sizeHint(self) -> QSize:
        # as high as its largest style: nothing moves when a longer name needs a smaller one
        return QSize(super().sizeHint().width(), round(1.25 * self._ui.theme.type_px(self._styles[0])))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def _fit(self) -> None:
        room = self.contentsRect().width()
        fits = next((style for style in self._styles if self._width(style) <= room), self._styles[-1])
        if fits != self._style:
            self._style = fits
            restyle(self, type=fits)

    def _width(self, style: str) -> int:
        font = self._ui.theme.font(self._ui.i18n.language, style)
        return QFontMetrics(font).horizontalAdvance(self.text())


class MarkedText(ElidedText):
    """Words of which some characters are marked: those that a search found."""

    def __init__(self, ui: Ui, style: str, tone: str = "ink") -> None:
        super().__init__(style, tone)
        self._ui = ui
        self.spans: tuple[Span, ...] = ()

    def write(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Other words, and what is marked in them."""
        self.setText(text)
        if tuple(spans) != self.spans:
            self.spans = tuple(spans)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.spans:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ui.theme.colour("mark"))
            metrics, text, room = self.fontMetrics(), self.text(), self.contentsRect()
            high = metrics.height()
            top = room.top() + (room.height() - high) / 2
            for first, count in self.spans:
                left = metrics.horizontalAdvance(text[:first])
                right = min(metrics.horizontalAdvance(text[: first + count]), room.width())
                if left < right:
                    painter.drawRoundedRect(QRectF(room.left() + left, top, right - left, high), px(3), px(3))
            painter.end()
        super().paintEvent(event)


class Shaded(QWidget):
    """A box on a coloured card, a little darker than the card."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ui.theme.colour("shadow", SHADE))
        radius = px(self._ui.theme.radius["m"])
        painter.drawRoundedRect(self.rect(), radius, radius)
