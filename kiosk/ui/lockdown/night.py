"""The screen outside opening hours: dark, with nothing that moves but a line that does not burn itself in."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import px

AWAKE_MS = 20_000
"""A hand lights it up for so long."""
MOVES_MS = 60_000
_DIM, _LIT = 70, 255
"""Of the words, out of 255."""
_PLACES = ((0.5, 0.5), (0.38, 0.42), (0.62, 0.58), (0.42, 0.62), (0.58, 0.38))


class NightPage(QWidget):
    """Lies over the whole window while the store is shut. It takes every tap; only the door is behind it."""

    def __init__(self, ui: Ui, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui, self._below = ui, parent
        self._opens: datetime | None = None
        self._now: datetime | None = None
        self._lit = False
        self._place = 0
        self.setObjectName("night")
        self.hide()
        parent.installEventFilter(self)
        self._sleep = QTimer(self)
        self._sleep.setSingleShot(True)
        self._sleep.setInterval(AWAKE_MS)
        self._sleep.timeout.connect(self._dim)
        self._move = QTimer(self)
        self._move.setInterval(MOVES_MS)
        self._move.timeout.connect(self._on_move)

    def fall(self, now: datetime, until: datetime | None) -> None:
        """It is night until then (None: nobody knows)."""
        local = self._ui.i18n.local
        if self._now is None or (local(now).date(), until) != (local(self._now).date(), self._opens):
            self._now, self._opens = now, until
            self.setAccessibleName(self.words())
            self.update()
        if self.isHidden():
            self.setGeometry(self._below.rect())
            self.show()
            self.raise_()
            self._move.start()

    def lift(self) -> None:
        """It is day."""
        self._move.stop()
        self._sleep.stop()
        self._lit = False
        self.hide()

    def wake(self) -> None:
        """A hand is there: let it see what it does."""
        if self.isVisible():
            self._sleep.start()
            if not self._lit:
                self._lit = True
                self.update()

    @property
    def lit(self) -> bool:
        """Whether somebody woke it."""
        return self._lit

    def words(self) -> str:
        """When the store opens."""
        if self._opens is None or self._now is None:
            return translate("Night", "Closed")
        time = self._ui.i18n.time(self._opens)
        local = self._ui.i18n.local
        days = (local(self._opens).date() - local(self._now).date()).days
        if days == 0:
            text = translate("Night", "Closed. We open at {time}.")
        elif days == 1:
            text = translate("Night", "Closed. We open tomorrow at {time}.")
        else:
            text = translate("Night", "Closed. We open on {day} at {time}.")
        return spaced(text.format(day=self._ui.i18n.short_day(self._opens), time=time))

    def _dim(self) -> None:
        self._lit = False
        self.update()

    def _on_move(self) -> None:
        self._place = (self._place + 1) % len(_PLACES)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._below and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._below.rect())
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.words())
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wake()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._ui.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)  # in every skin: the screen is dark, not the page
        painter.setFont(theme.font(self._ui.i18n.language, "s_title"))
        painter.setPen(theme.colour("on_camera", _LIT if self._lit else _DIM))
        wide = min(px(720), self.width() - px(48))
        across, down = _PLACES[self._place]
        room = QRect(0, 0, wide, px(160))
        room.moveCenter(QRect(0, 0, round(self.width() * across * 2), round(self.height() * down * 2)).center())
        room.moveLeft(max(px(24), min(room.left(), self.width() - wide - px(24))))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words())
