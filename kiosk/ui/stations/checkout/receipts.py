"""Receipts on paper, with every sale or when asked for, and again; without a printer, as a code on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.application.sales.outcomes import SaleView
from kiosk.application.sales.receipt import receipt_of
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.printers import ReceiptPolicy
from kiosk.domain.documents.receipt import lay_out
from kiosk.domain.staff.actors import Actor
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.station import Shell
from kiosk.ui.words.documents.sales import copy_words
from kiosk.ui.words.printing import copy_word, trouble_word, what_to_do, why_not_words
from kiosk.ui.words.receipts import receipt_words, reward_texts


class Receipts(QObject):
    """Has them printed. A sale never waits: the queue is asked on the database's thread, after the verdict."""

    def __init__(self, shell: Shell, api: CheckoutApi, actor: Callable[[], Actor | None]) -> None:
        super().__init__()
        self._shell, self._api, self._actor = shell, api, actor
        self._terminal: TerminalInfo | None = None
        self._waits: SaleView | None = None

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is."""
        self._terminal = terminal

    @property
    def printable(self) -> bool:
        """There is a printer for receipts."""
        return self._shell.printing.desk.prints_receipts

    # --- with the sale -----------------------------------------------------------------------------------------------

    def sold(self, sale: SaleView) -> None:
        """A sale was made; what is to be printed with it is, as soon as its verdict was seen."""
        self.release()
        desk = self._shell.printing.desk
        always = desk.setup.receipts is ReceiptPolicy.ALWAYS and desk.prints_receipts
        self._waits = sale if always else None

    def release(self) -> None:
        """The verdict was painted, or is gone."""
        sale, self._waits = self._waits, None
        if sale is not None:
            self._queue(sale, self._on_quiet)

    # --- when asked --------------------------------------------------------------------------------------------------

    def print_sale(self, sale: SaleView) -> None:
        """Print its receipt, as a copy if one was printed already; or show its code."""
        if self.printable:
            self._queue(sale, self._on_queued)
        else:
            self.show_code(sale)

    def show_code(self, sale: SaleView) -> None:
        """The code that stands on its receipt, for the customer's phone or another till."""
        from kiosk.ui.stations.checkout.receipt_code_sheet import ReceiptCodeSheet

        self._shell.overlay.open(ReceiptCodeSheet(self._shell.ui, sale))

    def _queue(self, sale: SaleView, then: Callable[[Queued | NotPrinted], None]) -> None:
        actor, terminal = self._actor(), self._terminal
        if actor is not None and terminal is not None:
            work = partial(_queued, self._api, sale, terminal, self._shell.ui.i18n.language, actor)
            self._shell.tasks.run(work, then)

    def _on_quiet(self, answer: Queued | NotPrinted) -> None:
        """Printed with the sale: nothing is said when all is well."""
        if isinstance(answer, NotPrinted) or answer.trouble is not None or answer.copy:
            self._on_queued(answer)

    def _on_queued(self, answer: Queued | NotPrinted) -> None:
        self._shell.printing.look_soon()
        if isinstance(answer, NotPrinted):
            self._shell.messages.notice(partial(why_not_words, answer.why), Level.ATTENTION)
        else:
            level = Level.INFO if answer.trouble is None else Level.ATTENTION
            self._shell.messages.notice(partial(_sentence, answer), level)


def _queued(
    api: CheckoutApi, sale: SaleView, terminal: TerminalInfo, language: str, actor: Actor
) -> Queued | NotPrinted:
    receipt = replace(receipt_of(sale, terminal), rewards=reward_texts(sale, terminal.zone))
    document = lay_out(receipt, receipt_words(language, sale.currency), terminal.brand)
    return api.queue_document(document, actor, about=sale.txn, copy_words=copy_words(language))


def _sentence(queued: Queued) -> str:
    printer = queued.printer
    if queued.trouble is not None:
        words = translate("Printing", "The receipt waits for {printer}: {trouble}. {do}")
        words = words.format(printer=printer, trouble=trouble_word(queued.trouble), do=what_to_do(queued.trouble))
    elif queued.copy:
        words = translate("Printing", "{copy} of the receipt goes to {printer}.")
        words = words.format(copy=copy_word(queued.copy), printer=printer)
    else:
        words = translate("Printing", "The receipt goes to {printer}.").format(printer=printer)
    return spaced(words)
