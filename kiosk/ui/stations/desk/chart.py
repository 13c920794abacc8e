"""Arrivals by five minutes, as bars: painted here, for a chart library would cost the start and the package more than
this page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held, px
from kiosk.ui.widgets.basics import ElidedText, Panel, Text, column, row

STEP = timedelta(minutes=5)
BARS = 12
"""An hour: what a rush lasts."""
Slots = Sequence[tuple[datetime, int]]


class Bars(QWidget):
    """The bars, the line they stand on, and the times below."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui
        self.slots: tuple[tuple[datetime, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(56))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, i18n = self._ui.theme, self._ui.i18n
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(i18n.language, "caption")
        painter.setFont(font)
        metrics = QFontMetrics(font)
        foot = self.height() - metrics.height() - px(2)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, foot, self.width(), foot)
        if not self.slots:
            return
        most = max(people for _, people in self.slots) or 1
        gap, count = px(6), len(self.slots)
        wide = (self.width() - gap * (count - 1)) / count
        peak = max(range(count), key=lambda at: self.slots[at][1])
        painter.setPen(Qt.PenStyle.NoPen)
        soft, full = theme.colour("jade_soft"), theme.colour("jade")
        for at, (_, people) in enumerate(self.slots):
            if people:
                high = max(px(2), round((foot - px(2)) * people / most))
                painter.setBrush(full if at == peak else _between(soft, full, 0.15 + 0.4 * people / most))
                painter.drawRect(QRectF(at * (wide + gap), foot - high, wide, high))
        painter.setPen(theme.colour("ink2"))
        for at in {0, count // 2, count - 1}:
            text = i18n.time(self.slots[at][0])
            left = at * (wide + gap) + wide / 2 - metrics.horizontalAdvance(text) / 2
            left = max(0.0, min(left, self.width() - metrics.horizontalAdvance(text)))
            painter.drawText(round(left), self.height() - metrics.descent() - 1, text)


def _between(one: QColor, other: QColor, share: float) -> QColor:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


class ChartPanel(Panel):
    """The chart in its card."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "card")
        space = ui.theme.space
        held(self, height=124)
        lines = column(self, margins=(space["xl"], space["m"], space["xl"], space["s"]), gap=space["xs"])
        head = row(gap=space["s"])
        self.title = Text("strong")
        self.peak = ElidedText("caption", "ink2")
        self.peak.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title)
        head.addWidget(self.peak, 1)
        lines.addLayout(head)
        self.bars = Bars(ui)
        lines.addWidget(self.bars, 1)
        self.retranslate()

    def show_slots(self, slots: Slots, now: datetime) -> None:
        """People by the start of their five minutes; the last hour up to `now` is shown."""
        self.bars.slots = last_hour(slots, now)
        self.retranslate()
        self.bars.update()

    def retranslate(self) -> None:
        i18n = self.ui.i18n
        self.title.setText(translate("Desk", "Arrivals every 5 minutes"))
        busiest = max(self.bars.slots, key=lambda slot: slot[1], default=None)
        if busiest is None or not busiest[1]:
            self.peak.setText(translate("Desk", "nobody yet"))
        else:
            words = translate("Desk", "Peak {time} · %n people", None, busiest[1])
            self.peak.setText(spaced(words.format(time=i18n.time(busiest[0]))))
        said = ", ".join(f"{i18n.time(at)}: {people}" for at, people in self.bars.slots if people)
        self.bars.setAccessibleName(self.title.text())
        self.bars.setAccessibleDescription(said)


def last_hour(slots: Slots, now: datetime) -> tuple[tuple[datetime, int], ...]:
    """Every five minutes of the hour that ends with those of `now`, empty ones too. Where nobody has come in that hour
    it is the hour up to the last arrival, so that the rush can still be seen when it is over."""
    known = dict(slots)
    if not known:
        return ()
    last = floor(now)
    if not any(last - STEP * BARS < at <= last for at in known):
        last = max(known)
    return tuple((at, known.get(at, 0)) for at in (last - STEP * (BARS - 1 - back) for back in range(BARS)))


def floor(at: datetime) -> datetime:
    """The beginning of the five minutes of an instant."""
    return at.replace(minute=at.minute - at.minute % 5, second=0, microsecond=0)
