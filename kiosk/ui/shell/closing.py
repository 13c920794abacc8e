"""Whether the window may be closed: not unasked while something is open in it, nor while something is recorded."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kiosk.domain.time import Clock
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.ask import AskSheet, AskWords
from kiosk.ui.shell.messages import Level, Messages
from kiosk.ui.shell.overlay import Overlay
from kiosk.ui.shell.sounds import Sound, Speaker
from kiosk.ui.shell.station import Station


def _close_words() -> AskWords:
    return AskWords(
        translate("Ask", "Close the window?"),
        translate("Ask", "A sale is open here. It is not recorded, and it is gone when the window is closed."),
        translate("Ask", "Yes, close"),
        translate("Ask", "No, go on with this sale"),
    )


class Closing:
    """Asks, before `window` closes."""

    def __init__(
        self, window: QWidget, ui: Ui, clock: Clock, messages: Messages, speaker: Speaker, overlay: Overlay
    ) -> None:
        self._window, self._ui, self._clock = window, ui, clock
        self._messages, self._speaker, self._overlay = messages, speaker, overlay
        self._may_close = False

    def let_go(self) -> None:
        """From now on the window closes without a question."""
        self._may_close = True

    @property
    def free(self) -> bool:
        """Whether the window closes without a question: somebody said so, or the system ends the session."""
        return self._may_close or QGuiApplication.instance().isSavingSession()  # type: ignore[union-attr]

    def _close_for_good(self) -> None:
        self.let_go()
        self._window.close()

    def asks(self, station: Station) -> bool:
        """Whether something is open or being recorded; says so."""
        if self.free:
            return False
        if station.settling():
            self._messages.notice(
                lambda: translate("Notice", "Something is being recorded. Close the window when it is done."),
                Level.ATTENTION,
            )
            return True
        if not station.busy():
            return False
        self._speaker.play(Sound.ATTENTION)
        self._overlay.open(AskSheet(self._ui, self._clock, _close_words, self._close_for_good))
        return True
