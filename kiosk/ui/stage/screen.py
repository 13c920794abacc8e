"""The big screen as a widget: fills the second screen, or a corner of the operator's console as a small likeness.

It has sizes of its own, from its own height. Nothing on it can be pressed.
"""

from __future__ import annotations

import random

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRadialGradient, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.time import Clock, instant
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.stage.layout import Frame, board_pages, frame_of, parts, rehearsal
from kiosk.ui.stage.parts import SMALLEST, Brush
from kiosk.ui.stage.reels import Reels, cards
from kiosk.ui.stage.scenes import BeaconAwaited, Poster, Scene, WinnersBoard, WinnersRoll
from kiosk.ui.stage.skin import REAL, REHEARSAL, stage_skin

FRAME_MS = 15
"""Between frames while names roll: sixty in a second and a little more, so that none is missed."""
TURN_MS = 8_000
"""How long a page of the board is shown before the next."""
FADE_MS = 220
"""How long a scene gives way to the next."""


class StageScreen(QWidget):
    """What the room sees.

    Signals:
        landed(int): so many of the winners whose names roll have come to rest.
        settled(): all have.
    """

    landed = Signal(int)
    settled = Signal()

    def __init__(self, ui: Ui, clock: Clock, *, fades: bool = True, seed: int | None = None) -> None:
        """`fades`: a scene gives way to the next softly; a likeness has no use for it. `seed`: of the pattern that
        rolls past, for pictures."""
        super().__init__()
        self._ui, self._clock, self._fades = ui, clock, fades
        self._chance = random.Random(seed)
        self._scene: Scene = Poster("")
        self._page = 0
        self._reels: Reels | None = None
        self._since = 0
        self._at_rest = 0
        self._ground: dict[tuple[str, int, int, float], QPixmap] = {}
        self._static: QPixmap | None = None
        self._before: QPixmap | None = None
        self._faded_since = 0
        self.frames = 0
        """Frames painted since names last began to roll."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._on_frame)
        self._seconds = QTimer(self)
        self._seconds.setInterval(250)
        self._seconds.timeout.connect(self._on_second)
        self._shown_second = -1
        self._turns = QTimer(self)
        self._turns.setInterval(TURN_MS)
        self._turns.timeout.connect(self._on_turn)
        ui.i18n.changed.connect(self._on_language)
        self._on_language()

    # --- what is shown -----------------------------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        """What is on it."""
        return self._scene

    @property
    def page(self) -> int:
        """Of a board that has several, from 0."""
        return self._page

    @property
    def rolling(self) -> bool:
        """Whether names are on their way."""
        return self._reels is not None

    @Slot(object)
    def show_scene(self, scene: Scene) -> None:
        """Another scene; the same one again changes nothing."""
        if scene == self._scene:
            return
        moves = not self._ui.comfort.calm
        same_board = isinstance(scene, WinnersBoard) and isinstance(self._scene, WinnersBoard)
        self._before = self._static if moves and self._fades and self.isVisible() else None
        self._faded_since = self._clock.mono_ms()
        self._scene = scene
        self._page = (
            min(self._page, len(board_pages(scene)) - 1) if same_board and isinstance(scene, WinnersBoard) else 0
        )
        self._reels, self._at_rest = None, 0
        rolls = isinstance(scene, WinnersRoll) and scene.rolling
        if rolls and moves:
            self._before = None
            self._roll()
        self._fresh()
        self._run_timers()
        if rolls and not moves:
            self.settled.emit()

    def turn(self, by: int) -> None:
        """Another page of the board, round and round."""
        if isinstance(self._scene, WinnersBoard):
            self._page = (self._page + by) % len(board_pages(self._scene))
            self._fresh()
            if self._turns.isActive():
                self._turns.start()

    def hasten(self) -> None:
        """Let what rolls come to rest at once."""
        if self._reels is not None:
            self._since = self._clock.mono_ms() - self._reels.ends
            self._on_frame()

    def _roll(self) -> None:
        scene = self._scene
        if isinstance(scene, WinnersRoll) and scene.winners and self.width() and self.height():
            self._reels = Reels(
                scene.winners, scene.names, self._areas(), self._brush(), self.devicePixelRatioF(), self._chance
            )
            self._since, self.frames = self._clock.mono_ms(), 0

    def _run_timers(self) -> None:
        moves = not self._ui.comfort.calm
        for timer, wanted in (
            (self._frames, self._reels is not None or self._before is not None),
            (self._seconds, isinstance(self._scene, BeaconAwaited)),
            (self._turns, moves and isinstance(self._scene, WinnersBoard) and len(board_pages(self._scene)) > 1),
        ):
            if wanted and not timer.isActive():
                timer.start()
            elif not wanted:
                timer.stop()

    @Slot()
    def _on_frame(self) -> None:
        if self._before is not None and self._clock.mono_ms() - self._faded_since >= FADE_MS:
            self._before = None
            self._run_timers()
        if self._reels is None:
            self.update()
            return
        elapsed = self._clock.mono_ms() - self._since
        at_rest = self._reels.landed(elapsed)
        if at_rest != self._at_rest:
            self._at_rest = at_rest
            self.landed.emit(at_rest)
        self._go_on(elapsed)

    def _go_on(self, elapsed: int) -> None:
        if self._reels is None:
            return  # whoever heard of a winner shows something else
        if elapsed >= self._reels.ends:
            self._reels = None
            self._run_timers()
            self._fresh()
            self.settled.emit()
        else:
            self.update(self._reels.area.toAlignedRect())

    @Slot()
    def _on_second(self) -> None:
        second = self._clock.now_ms() // 1000
        if second != self._shown_second:
            self._shown_second = second
            self._before = None
            self._fresh()

    @Slot()
    def _on_turn(self) -> None:
        self.turn(1)

    @Slot()
    def _on_language(self) -> None:
        self.setWindowTitle(translate("Stage", "Stage"))
        self.setAccessibleName(self.windowTitle())
        self._before = None
        self._fresh()

    # --- painting ----------------------------------------------------------------------------------------------------

    def _areas(self) -> Frame:
        return frame_of(self._scene, self.width(), self.height())

    def _brush(self) -> Brush:
        skin = stage_skin(REHEARSAL if rehearsal(self._scene) else REAL)
        least = max(4, round(SMALLEST * min(self.width() / 1.5, self.height())))
        return Brush(skin, self._ui.theme, self._ui.i18n.language, least)

    def _fresh(self) -> None:
        self._static = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._before, self._static = None, None
        self._ground.clear()
        if self._reels is not None:
            begun = self._since
            self._roll()
            self._since = begun

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._static is None:
            self._static = self._painted()
        ratio, rect = self.devicePixelRatioF(), event.rect()
        source = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
        painter.drawPixmap(QRectF(rect), self._static, source)
        if self._before is not None:
            share = min(1.0, (self._clock.mono_ms() - self._faded_since) / FADE_MS)
            painter.setOpacity(1 - share)
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(1)
        if self._reels is not None:
            self.frames += 1
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._reels.paint(painter, self._clock.mono_ms() - self._since)
        painter.end()

    def _painted(self) -> QPixmap:
        """The ground and everything that does not move."""
        picture = self._grounded().copy()
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        frame, brush = self._areas(), self._brush()
        for part in parts(self._scene, frame, self._ui.i18n, instant(self._clock.now_ms()), self._page):
            brush.paint(painter, part)
        if isinstance(self._scene, WinnersRoll) and self._reels is None:
            for part in cards(self._scene.winners, frame):
                brush.paint(painter, part)
        painter.end()
        return picture

    def _grounded(self) -> QPixmap:
        """The ground, made once for a size and a skin."""
        ratio, name = self.devicePixelRatioF(), REHEARSAL if rehearsal(self._scene) else REAL
        key = (name, self.width(), self.height(), ratio)
        if key not in self._ground:
            skin = stage_skin(name)
            picture = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
            picture.setDevicePixelRatio(ratio)
            wide, high = self.width(), self.height()
            light = QRadialGradient(QPointF(wide * 0.5, high * 0.38), max(wide, high) * 0.62)
            for stop, tone in ((0, "glow"), (0.45, "middle"), (1, "ground")):
                light.setColorAt(stop, skin.colour(tone))
            painter = QPainter(picture)
            painter.fillRect(QRectF(0, 0, wide, high), light)
            painter.end()
            self._ground[key] = picture
        return self._ground[key]
