"""Receipts on paper, with every sale or when asked for, and again; on the customer's phone where HQ has pages; without
either, as a code on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.application.sales.outcomes import Returned, SaleView, Voided
from kiosk.application.sales.receipt import receipt_of
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.printers import ReceiptPolicy
from kiosk.domain.documents.receipt import lay_out
from kiosk.domain.documents.routing import phones
from kiosk.domain.staff.actors import Actor, Staff
from kiosk.domain.time import instant
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.station import Shell
from kiosk.ui.words.documents.sales import copy_words
from kiosk.ui.words.printing import copy_word, trouble_word, what_to_do, why_not_words
from kiosk.ui.words.receipts import receipt_words, reward_texts


class Receipts(QObject):
    """Has them printed. A sale never waits: the queue is asked on the database's thread, after the verdict.

    Signals:
        page_ready(str, str): the receipt of that sale (txn) is opened by a phone at that address.
    """

    page_ready = Signal(str, str)

    def __init__(self, shell: Shell, api: CheckoutApi, actor: Callable[[], Actor | None]) -> None:
        super().__init__()
        self._shell, self._api, self._actor = shell, api, actor
        self._terminal: TerminalInfo | None = None
        self._waits: SaleView | None = None
        self._undone: Undone | None = None
        self._on_paper = False
        """Whether what waits is printed too."""

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
        self._undone = None
        desk = self._shell.printing.desk
        self._on_paper = desk.setup.receipts is ReceiptPolicy.ALWAYS and desk.prints_receipts
        self._waits = sale if self._on_paper or self._phones is not None else None

    def release(self) -> None:
        """The verdict was painted, or is gone."""
        sale, self._waits = self._waits, None
        if sale is None:
            return
        if self._on_paper:
            self._queue(sale, self._on_quiet)
        if self._phones is not None:
            self._hand_over(sale, self._phones, self._on_page)

    def undone(self, voided: Voided, back: Returned | None) -> None:
        """A sale was voided, or goods of it came `back`: its paper comes out as a sale's does."""
        self._undone = Undone(voided, back, instant(self._shell.clock.now_ms()))
        desk = self._shell.printing.desk
        if desk.setup.receipts is ReceiptPolicy.ALWAYS and desk.prints_receipts:
            self._queue_undone(self._undone, self._on_quiet)

    # --- when asked --------------------------------------------------------------------------------------------------

    def print_done(self, sale: SaleView) -> None:
        """Print the paper of what is on screen: of the sale just made, or of how it was undone."""
        if self._undone is not None and self._undone.sale.txn == sale.txn and self.printable:
            self._queue_undone(self._undone, self._on_queued)
        else:
            self.print_sale(sale)

    def print_sale(self, sale: SaleView) -> None:
        """Print its receipt, as a copy if one was printed already; or show its code."""
        if self.printable:
            self._queue(sale, self._on_queued)
        elif self._phones is not None:
            self._hand_over(sale, self._phones, self._on_page_wanted)
        else:
            self.show_code(sale)

    def show_code(self, sale: SaleView, page: str = "") -> None:
        """The code that stands on its receipt, for another till; or the address of its `page`, for a phone."""
        from kiosk.ui.stations.checkout.code_sheet import CodeSheet, CodeWords

        def words() -> CodeWords:
            return CodeWords(
                translate("Printing", "Receipt as QR code"),
                translate("Printing", "The receipt’s QR code"),
                translate("Printing", "The customer’s phone opens the receipt; it stays there for 30 days.")
                if page
                else translate(
                    "Printing", "The customer takes a photograph of it: any till of the store finds the sale by it."
                ),
                translate("Receipt", "Receipt {number}").format(number=sale.receipt),
            )

        self._shell.overlay.open(CodeSheet(self._shell.ui, page or sale.txn, words))

    @property
    def _phones(self) -> str | None:
        """The printer that is a page at HQ, where phones reach one."""
        brand = self._terminal.brand if self._terminal is not None else None
        return phones(self._shell.printing.desk.setup, brand)

    def _queue(self, sale: SaleView, then: Callable[[Queued | NotPrinted], None]) -> None:
        actor, terminal = self._actor(), self._terminal
        if actor is not None and terminal is not None:
            work = partial(_queued, self._api, sale, terminal, self._shell.ui.i18n.language, actor, "")
            self._shell.tasks.run(work, then)

    def _queue_undone(self, undone: Undone, then: Callable[[Queued | NotPrinted], None]) -> None:
        actor, terminal = self._actor(), self._terminal
        if actor is not None and terminal is not None:
            work = partial(_queued_undone, self._api, undone, terminal, self._shell.ui.i18n.language, actor)
            self._shell.tasks.run(work, then)

    def _hand_over(self, sale: SaleView, printer: str, then: Callable[[_Page], None]) -> None:
        actor, terminal = self._actor(), self._terminal
        if actor is not None and terminal is not None:
            work = partial(_handed_over, self._api, sale, terminal, self._shell.ui.i18n.language, actor, printer)
            self._shell.tasks.run(work, then)

    def _on_page(self, page: _Page) -> None:
        if page.address:
            self.page_ready.emit(page.sale.txn, page.address)

    def _on_page_wanted(self, page: _Page) -> None:
        self._on_page(page)
        self.show_code(page.sale, page.address)

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


@dataclass(frozen=True, slots=True)
class Undone:
    """A sale as it is since `at` (UTC). `back`: what came back; None: it was voided."""

    voided: Voided
    back: Returned | None
    at: datetime

    @property
    def sale(self) -> SaleView:
        """As it is now."""
        return self.voided.sale


@dataclass(frozen=True, slots=True)
class _Page:
    """Where a phone opens the receipt of a sale; "": nowhere."""

    sale: SaleView
    address: str


def _handed_over(
    api: CheckoutApi, sale: SaleView, terminal: TerminalInfo, language: str, actor: Actor, printer: str
) -> _Page:
    answer = _queued(api, sale, terminal, language, actor, printer)
    pages = terminal.brand.pages if terminal.brand is not None else ""
    return _Page(sale, f"{pages}{answer.page}" if pages and isinstance(answer, Queued) and answer.page else "")


def _queued(
    api: CheckoutApi, sale: SaleView, terminal: TerminalInfo, language: str, actor: Actor, printer: str
) -> Queued | NotPrinted:
    if sale.voided_at is not None:
        from kiosk.ui.stations.checkout.undo_papers import void_paper

        document = void_paper(sale, terminal, language)
    else:
        receipt = replace(receipt_of(sale, terminal), rewards=reward_texts(sale, terminal.zone))
        document = lay_out(receipt, receipt_words(language, sale.currency), terminal.brand)
    return api.queue_document(document, actor, about=sale.txn, copy_words=copy_words(language), printer=printer)


def _queued_undone(
    api: CheckoutApi, undone: Undone, terminal: TerminalInfo, language: str, actor: Actor
) -> Queued | NotPrinted:
    from kiosk.ui.stations.checkout.undo_papers import return_paper, void_paper

    sale, back = undone.sale, undone.back
    if back is None:
        document, about = void_paper(sale, terminal, language), sale.txn
    else:
        clerk = actor.name if isinstance(actor, Staff) else ""
        # goods of one sale may come back twice: none of the papers is a copy of another
        document = return_paper(undone.voided, back, clerk, undone.at, terminal, language)
        about = f"{sale.txn}/{sale.returned}/{sum(one.left for one in sale.goods)}"
    return api.queue_document(document, actor, about=about, copy_words=copy_words(language))


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
