"""The big screen as a widget: fills the second screen, or a corner of the operator's console as a small likeness.

It has sizes of its own, from its own height. Nothing on it can be pressed.
"""

from __future__ import annotations

import random

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRadialGradient, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.documents.blocks import Frame
from kiosk.domain.time import Clock, instant
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.stage.adornment import adorn
from kiosk.ui.stage.frame import Frame as Areas
from kiosk.ui.stage.frame import frame_of
from kiosk.ui.stage.kinds import Moving, Showing, Stand
from kiosk.ui.stage.parts import SMALLEST, Brush
from kiosk.ui.stage.registry import kind_of, parts
from kiosk.ui.stage.scene import Poster, Scene
from kiosk.ui.stage.skin import REAL, REHEARSAL, stage_skin

FRAME_MS = 15
"""Between frames while something moves: sixty in a second and a little more, so that none is missed."""
TURN_MS = 8_000
"""How long a page is shown before the next."""
FADE_MS = 220
"""How long a scene gives way to the next."""


class StageScreen(QWidget):
    """What the room sees.

    Signals:
        landed(int): so many of the things that move, as names of winners do, have come to rest.
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
        self._moving: Moving | None = None
        self._since = 0
        self._at_rest = 0
        self._ground: dict[tuple[str, Frame, int, int, float], QPixmap] = {}
        self._static: QPixmap | None = None
        self._before: QPixmap | None = None
        self._faded_since = 0
        self.frames = 0
        """Frames painted since something last began to move."""
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
        """Of a scene that has several, from 0."""
        return self._page

    @property
    def rolling(self) -> bool:
        """Whether something moves, as names on their way to the winners."""
        return self._moving is not None

    @Slot(object)
    def show_scene(self, scene: Scene) -> None:
        """Another scene; the same one again changes nothing."""
        if scene == self._scene:
            return
        calm, kind = self._ui.comfort.calm, kind_of(scene)
        moves = kind.moves(scene)
        same_kind = type(scene) is type(self._scene)
        fades = self._fades and not calm and not moves and self.isVisible()
        self._before = self._static if fades else None
        self._faded_since = self._clock.mono_ms()
        self._scene = scene
        self._page = min(self._page, kind.pages(scene) - 1) if same_kind else 0
        self._moving, self._at_rest = None, 0
        if moves and not calm:
            self._begin()
        self._fresh()
        self._run_timers()
        if moves and calm:
            self.settled.emit()

    def turn(self, by: int) -> None:
        """Another page, round and round."""
        pages = kind_of(self._scene).pages(self._scene)
        if pages > 1:
            self._page = (self._page + by) % pages
            self._fresh()
            if self._turns.isActive():
                self._turns.start()

    def hasten(self) -> None:
        """Let what moves come to rest at once."""
        if self._moving is not None:
            self._since = self._clock.mono_ms() - self._moving.ends
            self._on_frame()

    def _begin(self) -> None:
        moving = kind_of(self._scene).moving
        if moving is not None and self.width() and self.height():
            stand = Stand(self._areas(), self._brush(), self.devicePixelRatioF(), self._chance)
            self._moving = moving(self._scene, stand)
            self._since, self.frames = self._clock.mono_ms(), 0

    def _run_timers(self) -> None:
        kind = kind_of(self._scene)
        pages = not self._ui.comfort.calm and kind.pages(self._scene) > 1
        for timer, wanted in (
            (self._frames, self._moving is not None or self._before is not None),
            (self._seconds, kind.by_second),
            (self._turns, pages),
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
        if self._moving is None:
            self.update()
            return
        elapsed = self._clock.mono_ms() - self._since
        at_rest = self._moving.landed(elapsed)
        if at_rest != self._at_rest:
            self._at_rest = at_rest
            self.landed.emit(at_rest)
        self._go_on(elapsed)

    def _go_on(self, elapsed: int) -> None:
        if self._moving is None:
            return  # whoever heard of a winner shows something else
        if elapsed >= self._moving.ends:
            self._moving = None
            self._run_timers()
            self._fresh()
            self.settled.emit()
        else:
            self.update(self._moving.area.toAlignedRect())

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

    def _areas(self) -> Areas:
        return frame_of(self._scene, self.width(), self.height())

    def _brush(self) -> Brush:
        skin = stage_skin(REHEARSAL if self._scene.rehearsed() else REAL)
        least = max(4, round(SMALLEST * min(self.width() / 1.5, self.height())))
        return Brush(skin, self._ui.theme, self._ui.i18n.language, least)

    def _fresh(self) -> None:
        self._static = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._before, self._static = None, None
        self._ground.clear()
        if self._moving is not None:
            begun = self._since
            self._begin()
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
        if self._moving is not None:
            self.frames += 1
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._moving.paint(painter, self._clock.mono_ms() - self._since)
        painter.end()

    def _painted(self) -> QPixmap:
        """The ground and everything that does not move."""
        picture = self._grounded().copy()
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        frame, brush = self._areas(), self._brush()
        showing = Showing(self._ui.i18n, instant(self._clock.now_ms()), self._page)
        for part in parts(self._scene, frame, showing):
            brush.paint(painter, part)
        if self._moving is None:
            for part in kind_of(self._scene).at_rest(self._scene, frame):
                brush.paint(painter, part)
        painter.end()
        return picture

    def _grounded(self) -> QPixmap:
        """The ground, made once for a size and a skin."""
        ratio, name = self.devicePixelRatioF(), REHEARSAL if self._scene.rehearsed() else REAL
        season = self._scene.season()
        key = (name, season, self.width(), self.height(), ratio)
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
            if season not in (Frame.NONE, Frame.PLAIN):
                adorn(painter, QRectF(0, 0, wide, high), season, skin)
            painter.end()
            self._ground[key] = picture
        return self._ground[key]
