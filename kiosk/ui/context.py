"""What every widget of a station gets: the skin, the language, the icons."""

from __future__ import annotations

import math
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.comfort import CONTRAST, Comfort
from kiosk.ui.i18n import I18n
from kiosk.ui.icons import Icons
from kiosk.ui.measure import LEAST_TYPE, LEAST_WINDOW, Shape, fitting, rescale, upright, use_scale
from kiosk.ui.prompter import Prompter
from kiosk.ui.theme import Theme, load_theme
from kiosk.ui.voice import Voice
from kiosk.ui.window import Window

OPENING = (1366, 768)
"""Logical pixels of a window that was not told how large to be."""

TITLE_BAR = 40
"""Logical pixels that a desktop puts above a window."""


class Ui(QObject):
    """The look in use.

    Signals:
        theme_changed(): another skin, scale or shape is in use; widgets that paint themselves or hold icons renew them.
        comfort_changed(): somebody wants it larger, lower, calmer, …; what is of the look came by `theme_changed`.
    """

    theme_changed = Signal()
    comfort_changed = Signal()

    def __init__(self, theme: Theme, i18n: I18n) -> None:
        super().__init__()
        self.theme = theme
        self.i18n = i18n
        self.icons = Icons(theme)
        self.voice = Voice()
        self.prompter = Prompter(self.voice, lambda: i18n.language)
        self._windows: list[QWidget] = []
        self._strips: dict[str, int] = {}
        self._customers = False
        self._skin = theme.name
        self.comfort = Comfort()
        """How whoever is here wants it."""
        self.shape = Shape.WIDE
        """How pages lay themselves out now; another one comes with `theme_changed`."""
        use_scale(theme.scale)
        i18n.changed.connect(self._set_faces)
        self._apply()

    def dress(self, window: Window) -> None:
        """Give a window the style sheet of the skin in use, now and whenever it changes. Each window has its own:
        changing the application's would take five times as long."""
        self._windows.append(window)
        window.installEventFilter(self)
        self._open(window)
        if not self._take_scale(window, window.size()):
            window.setStyleSheet(self.theme.style_sheet())

    def reserve(self, strip: str, height: int) -> None:
        """A strip of so many design pixels (0: none) stands above the pages from now on, which make room for it."""
        self._strips[strip] = height
        for window in self._open_windows():
            self._take_scale(window, window.size())

    def serve_customers(self, customers: bool) -> None:
        """Whether the pages are for customers, who stand before them: upright windows are laid out larger then."""
        self._customers = customers
        for window in self._open_windows():
            self._take_scale(window, window.size())

    def _open(self, window: QWidget) -> None:
        """Make a window as large as pages are made for, or as the screen has room for beside its own frame."""
        screen, ratio = window.screen(), window.devicePixelRatioF()
        room = screen.availableSize() if screen is not None else QSize(*OPENING)
        window.resize(QSize(*OPENING).boundedTo(room - QSize(0, TITLE_BAR)))
        least = QSize(*(round(side / ratio) for side in LEAST_WINDOW))
        window.setMinimumSize(least.boundedTo(room - QSize(0, TITLE_BAR)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and isinstance(watched, QWidget) and watched.isWindow():
            self._take_scale(watched, event.size())
        return False

    def _take_scale(self, window: QWidget, size: QSize) -> bool:
        """Lay the window out for another size; False when its scale is the same."""
        ratio = window.devicePixelRatioF()
        shape, scale = fitting(size.width(), size.height(), sum(self._strips.values()), ratio)
        if self._customers and size.height() > size.width():
            shape, scale = Shape.TALL, upright(size.width(), size.height())
        least = math.ceil(LEAST_TYPE / ratio)
        if (shape, scale, least) == (self.shape, self.theme.scale, self.theme.least_type):
            return False
        self.shape = shape
        use_scale(scale)
        self.theme = replace(self.theme, scale=scale, least_type=least)
        self.icons = Icons(self.theme)
        self._apply()
        if window.layout() is not None:  # else it is only about to be built
            rescale(window)
            self.theme_changed.emit()
            # Words are said again: some choose their type by the room they have.
            QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        return True

    def set_theme(self, name: str) -> None:
        """Put on another skin (one of THEMES); not above one of strong contrast that somebody asked for."""
        self._skin = name
        if self._wear():
            self.theme_changed.emit()

    def set_comfort(self, comfort: Comfort) -> None:
        """Larger, stronger, lower, calmer, spoken, or not any more. `Comfort()`: as for anybody."""
        if comfort == self.comfort:
            return
        self.comfort = comfort
        self.prompter.turn(comfort.speech)
        if self._wear():
            for window in self._open_windows():
                rescale(window)
            self.theme_changed.emit()
            for window in self._open_windows():
                QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        self.comfort_changed.emit()

    def moving(self, duration: int) -> int:
        """How long something moves, in milliseconds: not at all for whoever wants it calm."""
        return 0 if self.comfort.calm else duration

    def _wear(self) -> bool:
        """Put on the skin and the letters that are wanted; False when they are on."""
        name = CONTRAST if self.comfort.contrast else self._skin
        now, letters = self.theme, self.comfort.letters.factor
        if (name, letters) == (now.name, now.letters):
            return False
        theme = now if name == now.name else load_theme(name)
        self.theme = replace(theme, scale=now.scale, least_type=now.least_type, letters=letters)
        self.icons = Icons(self.theme)
        self._apply()
        return True

    def _apply(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.theme.palette())
            self.i18n.set_theme(self.theme)
        windows = self._open_windows()
        if windows:
            sheet = self.theme.style_sheet()
            for window in windows:
                window.setStyleSheet(sheet)

    def _set_faces(self, language: str) -> None:
        # Below a style sheet Qt hands the application's font to the window only: every widget is told. Setting the
        # style sheet again would do the same and take ten times as long.
        face = self.theme.face(language)
        for window in self._open_windows():
            for widget in (window, *window.findChildren(QWidget)):
                widget.setFont(face)

    def _open_windows(self) -> list[QWidget]:
        self._windows = [window for window in self._windows if shiboken6.isValid(window)]
        return self._windows
