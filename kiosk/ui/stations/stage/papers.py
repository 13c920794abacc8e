"""What of a draw leaves the room: the file that everybody can check, and paper with the list's fingerprint."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from kiosk.application.draws.stage_api import StageApi
from kiosk.application.draws.stage_outcomes import StageView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.time import instant
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.paper_desk import PaperDesk, PaperSaid
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.stage.settings import StageSettings
from kiosk.ui.stations.stage.words import void_word


class StagePapers(QObject):
    """Saves and prints."""

    def __init__(
        self, shell: Shell, api: StageApi, settings: StageSettings, refused: Callable[[Refusal], None]
    ) -> None:
        super().__init__()
        self._shell, self._api, self._settings, self._refused = shell, api, settings, refused
        self._papers = PaperDesk(shell, settings.documents, refused)
        self._saving: StageView | None = None

    def save(self, view: StageView) -> None:
        """The published file, and to HQ, if it is a real draw."""
        if self._saving is None:
            self._saving = view
            work = partial(_saved, self._api, self._settings, view.draw, view.seq)
            self._shell.tasks.run(work, self._on_saved, self._on_not_saved)

    def print(self, view: StageView, terminal: TerminalInfo, staff: Staff) -> None:
        """The notice of the list, or the board of the winners whom the room has seen."""
        from kiosk.ui.words.documents.draw_notices import notice_document, notice_of

        void = void_word(view.voided) if view.voided else ""
        notice = notice_of(view, terminal, instant(self._settings.clock.now_ms()), void)
        self._papers.make(partial(notice_document, notice, self._shell.ui.i18n.language, terminal), staff, SAID)

    @Slot(object)
    def _on_saved(self, saved: Path | Refusal) -> None:
        view, self._saving = self._saving, None
        if isinstance(saved, Refusal):
            self._refused(saved)
            return
        if view is not None and not view.rehearsal:
            self._shell.tasks.ask_hq(partial(self._api.send_published, view.draw, view.seq))
        words = translate("StageDesk", "Saved: {file}. Whoever wants to check the draw needs only this file.")
        self._shell.messages.notice(lambda: spaced(words.format(file=saved.name)))

    @Slot(object)
    def _on_not_saved(self, fault: Exception) -> None:
        self._saving = None
        if isinstance(fault, OSError):
            self._shell.messages.notice(
                lambda: translate("StageDesk", "The file could not be saved. Check the folder and the disk."),
                Level.ATTENTION,
            )
        else:
            self._shell.messages.fault(fault)


def _saved(api: StageApi, settings: StageSettings, draw: str, seq: int) -> Path | Refusal:
    file = api.published_draw(draw, seq)
    return file if isinstance(file, Refusal) else settings.save(f"draw-{draw.replace('/', '-')}-{seq}.json", file)


SAID = PaperSaid(
    saved=lambda: translate("StageDesk", "The notice is saved: {path}"),
    failed=lambda: translate("StageDesk", "The notice could not be saved. Check the folder and the disk."),
    goes=lambda: translate("StageDesk", "The notice goes to {printer}."),
    waits=lambda: translate("StageDesk", "The notice waits for {printer}: {trouble}. {do}"),
)
