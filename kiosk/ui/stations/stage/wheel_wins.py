"""Between draws: what was won lately at the store's wheels."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot

from kiosk.application.draws.wheel_api import WheelApi
from kiosk.application.draws.wheel_outcomes import Winner
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.blocks import Frame
from kiosk.ui.i18n import translate
from kiosk.ui.shell.station import Shell
from kiosk.ui.stage.backdrop import Backdrop
from kiosk.ui.stage.draws.scenes import WheelWin, WheelWins
from kiosk.ui.stage.scene import Scene
from kiosk.ui.words.documents.campaign_rules import frame_of

LOOK_MS = 5_000
MOST = 48
"""Of the newest: more would turn by too slowly for anybody to wait for themselves."""


class WheelWinsBackdrop(Backdrop):
    """Names come masked."""

    def __init__(self, shell: Shell, api: WheelApi) -> None:
        super().__init__()
        self._shell, self._api = shell, api
        self._won: tuple[Winner, ...] = ()
        self._terminal: TerminalInfo | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def word(self) -> str:
        return translate("Footer", "Wheel")

    def scene(self) -> Scene:
        wins = tuple(WheelWin(one.member, one.prize, one.amount) for one in self._won)
        if self._terminal is None:
            return WheelWins(wins)
        text, theme = self._shell.ui.i18n.text, self._terminal.theme
        return WheelWins(wins, text(self._terminal.store_name), frame_of(theme) if theme else Frame.NONE)

    def begin(self) -> None:
        self._timer.start()
        self._shell.tasks.run(self._shell.api.terminal, self._on_terminal)
        self._look()

    def rest(self) -> None:
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        self._shell.tasks.run(partial(self._api.recent_winners, limit=MOST), self._on_won)

    @Slot(object)
    def _on_won(self, won: tuple[Winner, ...]) -> None:
        if won != self._won:
            self._won = won
            self.changed.emit()

    @Slot(object)
    def _on_terminal(self, terminal: TerminalInfo) -> None:
        self._terminal = terminal
        self.changed.emit()
