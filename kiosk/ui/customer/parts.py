"""The areas of the customer's screen, and of what it is made."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from kiosk.ui.widgets.painted import Ground, Symbol, Words

Part = Words | Ground | Symbol


class Area:
    """The screen's areas. `unit`: a hundredth of its shorter side."""

    def __init__(self, width: float, height: float) -> None:
        self.whole = QRectF(0, 0, width, height)
        self.unit = min(width, height) / 100
        self._upright = height > width
        self.inner = inside(self.whole, self.unit * 6)

    def row(self, top: float, height: float) -> QRectF:
        """As wide as the inner area."""
        return strip(self.inner, top, height)

    def sides(self, share: float) -> tuple[QRectF, QRectF]:
        """The main area and the one beside it, or below it on an upright screen."""
        inner, gap = self.inner, self.unit * 4
        if self._upright:
            high = inner.height() * 0.5
            below = QRectF(inner.left(), inner.top() + high + gap, inner.width(), inner.height() - high - gap)
            return QRectF(inner.left(), inner.top(), inner.width(), high), below
        wide = inner.width() * share
        beside = QRectF(inner.left() + wide + gap, inner.top(), inner.width() - wide - gap, inner.height())
        return QRectF(inner.left(), inner.top(), wide, inner.height()), beside


def strip(area: QRectF, top: float, height: float) -> QRectF:
    """A strip of an area, as wide as it."""
    return QRectF(area.left(), top, area.width(), height)


def inside(area: QRectF, margin: float) -> QRectF:
    """An area within another one."""
    return area.adjusted(margin, margin, -margin, -margin)
