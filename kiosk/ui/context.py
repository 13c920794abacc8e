"""What every widget of a station gets: the skin, the language, the icons."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.i18n import I18n
from kiosk.ui.icons import Icons
from kiosk.ui.theme import Theme, load_theme


class Ui(QObject):
    """The look in use.

    Signals:
        theme_changed(): another skin is in use; widgets that paint themselves or hold icons renew them.
    """

    theme_changed = Signal()

    def __init__(self, theme: Theme, i18n: I18n) -> None:
        super().__init__()
        self.theme = theme
        self.i18n = i18n
        self.icons = Icons(theme)
        self._windows: list[QWidget] = []
        i18n.changed.connect(self._set_faces)
        self._apply()

    def dress(self, window: QWidget) -> None:
        """Give a window the style sheet of the skin in use, now and whenever it changes. Each window has its own:
        changing the application's would take five times as long."""
        self._windows.append(window)
        window.setStyleSheet(self.theme.style_sheet())

    def set_theme(self, name: str) -> None:
        """Put on another skin (one of THEMES)."""
        if name == self.theme.name:
            return
        self.theme = load_theme(name)
        self.icons = Icons(self.theme)
        self._apply()
        self.theme_changed.emit()

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
