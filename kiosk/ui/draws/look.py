"""A draw that is played: a wheel, a scratch card, a grid, a capsule machine, red packets. What all of them have in
common: when they may move, how time passes, how they come to rest.

A look is told what was won and shows it; it decides nothing. Whoever uses it calls `play` when the result is
durable, and not before. Pictures are painted once for a size, skin and language, and only put together in each frame.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRadialGradient,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.documents.blocks import Frame
from kiosk.ui.context import Ui
from kiosk.ui.documents.frames import ornaments
from kiosk.ui.draws.confetti import LASTS_MS, Confetti
from kiosk.ui.draws.prizes import Prize
from kiosk.ui.measure import px
from kiosk.ui.shell.sounds import Sound

FRAME_MS = 16
"""Between two frames while something moves."""
_ORNAMENTS = 18
_MOST = 16_777_215
"""Of a widget's height, as Qt has it."""


def monotonic_ms() -> float:
    """Milliseconds of a clock that is never set."""
    return time.perf_counter() * 1000


class Look(QWidget):
    """What is played. Subclasses paint (`make`, `paint_frame`) and move (`begin`, `advance`).

    Signals:
        rested(): what was won is to be seen.
        sounded(Sound): something is to be heard now.
        pressed(): somebody touched it while nothing is played.
    """

    rested = Signal()
    sounded = Signal(object)
    pressed = Signal()

    touched_along = False
    """Whoever plays has something to do while it is played: rub, or choose a packet."""

    def __init__(
        self, ui: Ui, *, ticks: Callable[[], float] = monotonic_ms, noise: Random | None = None, alone: bool = False
    ) -> None:
        """`ticks`: milliseconds; `noise`: decides how it looks, never what is won. `alone`: nobody can touch it."""
        super().__init__()
        self.ui, self._ticks, self.alone = ui, ticks, alone
        self.noise = noise or Random()
        self.prizes: tuple[Prize, ...] = ()
        self.won: Prize | None = None
        self.season = Frame.PLAIN
        self.rounded = True
        self._began: float | None = None
        self._rested = False
        self._rested_at = 0.0
        self._confetti: Confetti | None = None
        self._made_for: tuple[object, ...] = ()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.tick)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        ui.theme_changed.connect(self.update)
        ui.i18n.changed.connect(self.update)
        self.prepare()

    # --- what it is told ---------------------------------------------------------------------------------------------

    def show_prizes(self, prizes: Sequence[Prize], season: Frame = Frame.PLAIN) -> None:
        """These can be won. Ornaments of a season lie behind it."""
        shown = tuple(replace(prize, left=None) for prize in prizes)  # how many are left is nothing to paint anew for
        if (shown, season) != (self.prizes, self.season):
            self.prizes, self.season = shown, season
            self.update()

    def invite(self) -> None:
        """Nothing is played yet."""
        self._timer.stop()
        self.won, self._began, self._rested, self._confetti = None, None, False, None
        self.reset()
        self.update()

    def play(self, won: Prize) -> None:
        """Move now, and come to rest where `won` is seen. Who wants nothing to move sees it at once."""
        if not self.ui.moving(1):
            self.reveal(won)
            return
        self._start(won)
        self._began = self._ticks()
        self._timer.start()
        self.tick()

    def reveal(self, won: Prize) -> None:
        """As it stands when it has come to rest, at once."""
        self._start(won)
        self.finish()
        self._come_to_rest(celebrate=False)

    def retell(self, won: Prize) -> None:
        """What is shown, in another language."""
        if self.won is not None and won != self.won:
            self.won, self._made_for = won, ()
            self.update()

    @property
    def playing(self) -> bool:
        """It moves, or waits for a hand."""
        return self.won is not None and not self._rested

    @property
    def at_rest(self) -> bool:
        """What was won is seen."""
        return self._rested

    @property
    def moving(self) -> bool:
        """Something on it moves: also paper that is still in the air."""
        return self._timer.isActive()

    def help_along(self) -> None:
        """Do for whoever plays what they would do with their hand."""

    def _start(self, won: Prize) -> None:
        self._ensure()
        self.won, self._rested, self._confetti = won, False, None
        self.begin(won)

    def tick(self) -> None:
        """Time has passed."""
        now = self._ticks()
        if self._began is not None and not self._rested and self.advance(now - self._began):
            self._come_to_rest(celebrate=True)
        if self._rested and (self._confetti is None or now - self._rested_at >= LASTS_MS):
            self._confetti = None
            self._timer.stop()
        self.update()

    def _come_to_rest(self, *, celebrate: bool) -> None:
        self._rested, self._rested_at = True, self._ticks()
        won = self.won
        self.settle()
        if celebrate and won is not None and not won.thanks:
            colours = [self.colour(name) for name in ("draw_a", "draw_b", "draw_c", "gild", "gild_light")]
            self._confetti = Confetti(QRectF(self.rect()), colours, self.noise, self.devicePixelRatioF())
        if won is not None:
            self.sounded.emit(Sound.CONSOLED if won.thanks else Sound.WON)
        self.update()
        self.rested.emit()

    # --- what subclasses do ------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """What it has of its own, once."""

    def reset(self) -> None:
        """As before anything was played."""

    def begin(self, won: Prize) -> None:
        """It is known what is won: choose the way to it."""

    def advance(self, ms: float) -> bool:
        """So long after it began. True: it has come to rest."""
        return True

    def finish(self) -> None:
        """Be where it rests."""

    def settle(self) -> None:
        """It has come to rest: what stands out now is painted."""

    def make(self, unit: float) -> None:
        """Paint the pictures that frames are put together from. `unit`: a hundredth of the square in the middle."""

    def paint_frame(self, painter: QPainter) -> None:
        """Put a frame together."""

    # --- painting ----------------------------------------------------------------------------------------------------

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """A token."""
        return self.ui.theme.colour(name, alpha)

    @property
    def square(self) -> QRectF:
        """The largest square in the middle, with a little air."""
        side = min(self.width(), self.height())
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        air = side * 0.025
        return QRectF(left, top, side, side).adjusted(air, air, -air, -air)

    @property
    def radius(self) -> int:
        """Of its corners, in logical pixels."""
        return px(self.ui.theme.radius["s_card"]) if self.rounded else 0

    def veil(self, painter: QPainter, brush: QBrush | QColor) -> None:
        """Lay something over all of it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(QRectF(self.rect()), self.radius, self.radius)
        painter.restore()

    def canvas(self, width: float, height: float) -> QPixmap:
        """An empty picture of so many logical pixels."""
        ratio = self.devicePixelRatioF()
        made = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        return made

    def picture(self, sign: str, tone: str, side: float) -> QPixmap:
        """A sign of so many logical pixels."""
        ratio = self.devicePixelRatioF()
        return self.ui.icons.pixmap(sign, tone, round(side / px(1000) * 1000), ratio)

    def brush(self, picture: QPixmap) -> QPainter:
        """A painter with smooth edges."""
        painter = QPainter(picture)
        hint = QPainter.RenderHint
        painter.setRenderHints(hint.Antialiasing | hint.TextAntialiasing | hint.SmoothPixmapTransform)
        return painter

    def _ensure(self) -> None:
        ui = self.ui
        key = (self.size(), ui.theme.name, ui.theme.scale, ui.i18n.language, self.prizes, self.season, self.rounded)
        if key == self._made_for or not self.prizes:
            return
        self._made_for = key
        self.ground = self._ground()
        self.make(self.square.width() / 100)
        if self._rested:
            self.settle()

    def _ground(self) -> QPixmap:
        """What lies behind: the skin's deep colour, light in the middle, ornaments of the season."""
        width, height = self.width(), self.height()
        made = self.canvas(width, height)
        made.fill(self.colour("bg"))
        painter = self.brush(made)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 0, width, height)
        deep = QLinearGradient(0, 0, width * 0.3, height)
        deep.setColorAt(0, self.colour("stage"))
        deep.setColorAt(1, self.colour("stage_deep"))
        painter.setBrush(deep)
        radius = self.radius
        painter.drawRoundedRect(whole, radius, radius)
        drawn = Random(str(self.season))
        shape = ornaments(self.season)[0]
        for _ in range(_ORNAMENTS):
            size = drawn.uniform(0.03, 0.1) * min(width, height)
            painter.save()
            painter.translate(QPointF(drawn.random() * width, drawn.random() * height))
            painter.rotate(drawn.uniform(-24, 24))
            painter.scale(size, size)
            painter.fillPath(shape, self.colour("on_stage", 16))
            painter.restore()
        glow = QRadialGradient(whole.center(), max(width, height) * 0.6)
        glow.setColorAt(0, self.colour("gild_light", 96))
        glow.setColorAt(0.55, self.colour("gild_light", 26))
        glow.setColorAt(1, self.colour("gild_light", 0))
        painter.setBrush(glow)
        painter.drawRoundedRect(whole, radius, radius)
        painter.end()
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.prizes:
            painter.fillRect(self.rect(), self.colour("bg"))
            return
        self._ensure()
        self.paint_frame(painter)
        if self._confetti is not None:
            self._confetti.paint(painter, self._ticks() - self._rested_at)

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def hold(self) -> None:
        """Stay as large as it is, whatever is shown beside it: to paint everything anew for another size would be seen
        in the middle of the movement."""
        if self.isVisible():
            self.setFixedHeight(self.height())

    def free(self) -> None:
        """As large as its place again."""
        self.setMinimumHeight(0)
        self.setMaximumHeight(_MOST)

    def sizeHint(self) -> QSize:
        return QSize(px(380), px(380))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(280))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.won is None and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
        event.accept()
