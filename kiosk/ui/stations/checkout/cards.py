"""Greeting cards at the checkout: the sheet, the camera's photo, the print queue."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.application.shell_api import ShellApi
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.routing import phones
from kiosk.domain.documents.unwanted_words import unwanted
from kiosk.domain.staff.actors import Staff
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.checkout.settings import CardTools

if TYPE_CHECKING:
    from kiosk.ui.stations.checkout.card_sheet import GreetingCardSheet
    from kiosk.ui.stations.checkout.code_sheet import CodeWords


class Cards(QObject):
    """Opens the sheet and has its card printed. A photo lives in the sheet alone, and in the queue until it is
    printed."""

    _photo = Signal(bytes)

    def __init__(self, shell: Shell, api: ShellApi, tools: CardTools) -> None:
        super().__init__()
        self._shell, self._api, self._tools = shell, api, tools
        self._sheet: GreetingCardSheet | None = None
        self._actor: Staff | None = None
        self._terminal: TerminalInfo | None = None
        # photos are taken on the camera's thread
        self._photo.connect(self._on_photo, Qt.ConnectionType.QueuedConnection)

    def open(self, terminal: TerminalInfo, actor: Staff) -> None:
        """A new card."""
        from kiosk.ui.stations.checkout.card_sheet import GreetingCardSheet  # a start needs none

        words = terminal.brand.unwanted if terminal.brand is not None else ()
        sheet = GreetingCardSheet(
            self._shell.ui,
            terminal.campaign,
            terminal.brand,
            partial(unwanted, words=words, simplified=self._tools.simplified),
            camera=self._tools.photograph is not None,
            phones=self._phones(terminal) is not None,
            currency=terminal.currency,
        )
        sheet.photo_wanted.connect(self._on_photo_wanted)
        sheet.print_wanted.connect(self._print)
        sheet.phone_wanted.connect(self._hand_over)
        self._sheet, self._actor, self._terminal = sheet, actor, terminal
        self._shell.overlay.open(sheet)

    def show_frame(self, image: QImage) -> None:
        """What the camera sees."""
        if (sheet := self._open_sheet()) is not None:
            sheet.show_frame(image)

    def _open_sheet(self) -> GreetingCardSheet | None:
        if self._sheet is not None and not shiboken6.isValid(self._sheet):
            self._sheet = None
        return self._sheet

    def _on_photo_wanted(self) -> None:
        if self._tools.photograph is not None:
            self._tools.photograph(self._photo.emit)

    @Slot(bytes)
    def _on_photo(self, photo: bytes) -> None:
        if (sheet := self._open_sheet()) is not None:
            sheet.take_photo(photo)

    @Slot(object)
    def _print(self, card: Document) -> None:
        if self._actor is not None:
            self._shell.tasks.run(partial(self._api.queue_document, card, self._actor), self._on_queued)

    def _phones(self, terminal: TerminalInfo) -> str | None:
        return phones(self._shell.printing.desk.setup, terminal.brand)

    @Slot(object)
    def _hand_over(self, card: Document) -> None:
        printer = self._phones(self._terminal) if self._terminal is not None else None
        if self._actor is not None and printer is not None:
            work = partial(self._api.queue_document, card, self._actor, printer=printer)
            self._shell.tasks.run(work, self._on_page)

    def _on_page(self, answer: Queued | NotPrinted) -> None:
        from kiosk.ui.stations.checkout.code_sheet import CodeSheet

        brand = self._terminal.brand if self._terminal is not None else None
        if isinstance(answer, Queued) and brand is not None:
            self._shell.overlay.open(CodeSheet(self._shell.ui, f"{brand.pages}{answer.page}", _phone_words))
        else:
            self._on_queued(answer)

    def _on_queued(self, answer: Queued | NotPrinted) -> None:
        if isinstance(answer, Queued):
            self._shell.messages.notice(
                lambda: spaced(translate("Card", "The card is printed on {printer}.").format(printer=answer.printer))
            )
        else:
            self._shell.messages.notice(
                lambda: translate("Card", "No printer is set up for cards: a manager does it (Ctrl F9)."),
                Level.ATTENTION,
            )


def _phone_words() -> CodeWords:
    from kiosk.ui.stations.checkout.code_sheet import CodeWords

    return CodeWords(
        translate("Card", "The card on their phone"),
        translate("Card", "The card’s QR code"),
        translate("Card", "The customer scans it and saves the card. It stays there for 30 days, with its photo."),
    )
