"""A badge for whoever has just come in, through the print queue as every paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.application.desk_api import DeskStationApi
from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.badge import lay_out
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.ui.shell.station import Shell
from kiosk.ui.words.documents.events import badge_words
from kiosk.ui.words.documents.sales import copy_words

Answer = Queued | NotPrinted | Refusal


class Badges(QObject):
    """Signals:
    failed(): nothing is printed; the card says so.
    queued(): it is on its way to the printer.
    """

    failed = Signal()
    queued = Signal()

    def __init__(self, shell: Shell, api: DeskStationApi, actor: Callable[[], Staff | None]) -> None:
        """`actor`: who works."""
        super().__init__()
        self._shell, self._api, self._actor = shell, api, actor
        self.terminal: TerminalInfo | None = None
        self._wish = ("", "", "")

    def wish(self, event: str, guest: str, name: str) -> None:
        """How a guest wishes to be called on their badge, "": as the list has it. Nothing but the badge ever has it;
        it is forgotten with the next wish."""
        self._wish = event, guest, name

    def forget(self) -> None:
        """The wish, too."""
        self._wish = "", "", ""

    def print(self, event: str, guest: str, name: str) -> None:
        """The badge of a guest, with the name that they wish for, else as the list has it: it is worn to be read."""
        if self._wish[:2] == (event, guest) and self._wish[2]:
            name = self._wish[2]
        actor, terminal = self._actor(), self.terminal
        if actor is not None and terminal is not None:
            language = self._shell.ui.i18n.language
            work = partial(_queue, self._api, event, guest, name, terminal, language, actor)
            self._shell.tasks.run(work, self._on_answer)

    @Slot(object)
    def _on_answer(self, answer: Answer) -> None:
        self._shell.printing.look_soon()
        if isinstance(answer, Queued):
            self.queued.emit()
        else:
            self.failed.emit()


def _queue(
    api: DeskStationApi, event: str, guest: str, name: str, terminal: TerminalInfo, language: str, actor: Staff
) -> Answer:
    badge = api.guest_badge(event, guest, name)
    if isinstance(badge, Refusal):
        return badge
    document = lay_out(badge, badge_words(language, terminal.currency), terminal.brand)
    return api.queue_document(document, actor, about=f"{event}/{guest}", copy_words=copy_words(language))
