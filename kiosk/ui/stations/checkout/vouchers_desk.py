"""Opens the sheet of vouchers, and carries out what was decided in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.application.sales.charge_outcomes import Charged, ChargeView
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.ui.customer.views import CustomerView
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.ask import AskSheet, AskWords
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.checkout.news import Changed, News
from kiosk.ui.words.printing import why_not_words
from kiosk.ui.words.refusals import in_a_sentence, refusal_words
from kiosk.ui.words.surroundings import Surroundings
from kiosk.ui.words.vouchers import charged_words

if TYPE_CHECKING:
    from kiosk.ui.stations.checkout.voucher_sheet import VoucherSheet

_REASON = "customer_changed_mind"


class VouchersDesk(QObject):
    """Between the sheet and the paper; a manager's PIN is given in a sheet of its own.

    Signals:
        customer_sees(Charging): what is sold, topped up or taken back; None: nothing any more.
    """

    customer_sees = Signal(object)

    def __init__(
        self,
        shell: Shell,
        api: CheckoutApi,
        news: News,
        actor: Callable[[], Staff | None],
        around: Callable[[], Surroundings],
    ) -> None:
        super().__init__()
        self._shell, self._api, self._news, self._actor, self._around = shell, api, news, actor, around
        self._terminal: TerminalInfo | None = None
        self._undo: ChargeView | None = None
        self._seen = False
        shell.overlay.emptied.connect(self._on_emptied)

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is, for what is printed."""
        self._terminal = terminal

    def open(self) -> None:
        """Ctrl B"""
        actor = self._actor()
        if actor is None:
            return
        if not actor.may(Permission.REDEEM):
            self._say_no(Refusal(RefusalCode.NOT_PERMITTED))
            return
        self._open(actor)

    def _open(self, actor: Staff) -> VoucherSheet:
        from kiosk.ui.stations.checkout.voucher_sheet import VoucherSheet  # not of every sale

        shell = self._shell
        several = shell.printing.desk.prints_receipts
        sheet = VoucherSheet(shell.ui, self._api, shell.tasks, actor, self._around, several=several)
        sheet.charged.connect(self._on_charged)
        sheet.undo_wanted.connect(self._on_undo_wanted)
        sheet.customer_sees.connect(self._on_seen)
        sheet.refused.connect(self._on_refused)
        sheet.faulted.connect(shell.messages.fault)
        shell.overlay.open(sheet)
        return sheet

    def _on_seen(self, view: CustomerView) -> None:
        if view is not None or self._seen:
            self._seen = view is not None
            self.customer_sees.emit(view)

    def _on_emptied(self) -> None:
        self._on_seen(None)

    def _on_refused(self, _refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    def _say_no(self, refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)
        self._shell.messages.notice(lambda: in_a_sentence(refusal_words(refusal, self._around())), Level.ATTENTION)

    # --- sold --------------------------------------------------------------------------------------------------------

    def _on_charged(self, charge: ChargeView) -> None:
        self._shell.sounds.play(Sound.OK)
        self._news.say(Changed.PRICE)
        if self._shell.printing.desk.prints_receipts:
            self._print(charge)
        elif charge.code:
            self._show_code(charge)

    def _print(self, charge: ChargeView) -> None:
        actor, terminal = self._actor(), self._terminal
        if actor is not None and terminal is not None:
            work = partial(_queued, self._api, charge, terminal, self._shell.ui.i18n.language, actor)
            self._shell.tasks.run(work, self._on_queued)

    def _show_code(self, charge: ChargeView) -> None:
        """There is no paper: the customer takes a photograph of it."""
        from kiosk.ui.stations.checkout.code_sheet import CodeSheet, CodeWords

        def words() -> CodeWords:
            return CodeWords(
                translate("VoucherSheet", "The new voucher"),
                translate("VoucherSheet", "The voucher’s QR code"),
                translate("VoucherSheet", "The customer takes a photograph of it: whoever has it can pay with it."),
                charged_words(charge, self._shell.ui.i18n),
            )

        self._shell.overlay.open(CodeSheet(self._shell.ui, charge.code, words))

    def _on_queued(self, answer: Queued | NotPrinted) -> None:
        self._shell.printing.look_soon()
        if isinstance(answer, NotPrinted):
            self._shell.messages.notice(partial(why_not_words, answer.why), Level.ATTENTION)

    # --- taken back --------------------------------------------------------------------------------------------------

    def _on_undo_wanted(self, charge: ChargeView) -> None:
        i18n = self._shell.ui.i18n

        def words() -> AskWords:
            money = i18n.money(charge.value, charge.currency)
            title = translate("VoucherSheet", "Take {money} off the voucher and pay it back?")
            return AskWords(
                spaced(title.format(money=money)),
                spaced(
                    translate("VoucherSheet", "Receipt {number}. It can be done as long as all of it is there.").format(
                        number=charge.receipt
                    )
                ),
                translate("VoucherSheet", "Yes, pay it back"),
                translate("VoucherSheet", "No, leave it"),
            )

        self._undo = charge
        self._shell.sounds.play(Sound.ATTENTION)
        self._shell.overlay.open(AskSheet(self._shell.ui, self._shell.clock, words, self._void))

    def _void(self, approval: Approval | None = None) -> None:
        actor, charge = self._actor(), self._undo
        if actor is not None and charge is not None:
            work = partial(self._api.void_charge, charge.txn, _REASON, actor, approval)
            self._shell.tasks.ask_hq(work, self._on_voided, self._shell.messages.fault)

    def _on_voided(self, answer: Charged | ApprovalNeeded | Refusal) -> None:
        actor, shell = self._actor(), self._shell
        if isinstance(answer, ApprovalNeeded):
            needed = answer.refusal
            sheet = ApprovalSheet(
                shell.ui,
                self._api,
                shell.tasks,
                shell.clock,
                Permission.APPROVE_VOID,
                lambda: in_a_sentence(refusal_words(needed, self._around())),
            )
            sheet.refused.connect(self._on_refused)
            sheet.approved.connect(self._void)
            shell.overlay.open(sheet)
            shell.sounds.play(Sound.ATTENTION)
        elif actor is not None and isinstance(answer, Refusal):
            self._open(actor).show_refused(answer)
        elif actor is not None and isinstance(answer, Charged):
            self._open(actor).show_undone(answer.charge)
            shell.sounds.play(Sound.OK)
            self._news.say(Changed.PRICE)
            if shell.printing.desk.prints_receipts:
                self._print(answer.charge)


def _queued(
    api: CheckoutApi, charge: ChargeView, terminal: TerminalInfo, language: str, actor: Staff
) -> Queued | NotPrinted:
    from kiosk.domain.documents import charge_receipt
    from kiosk.ui.words.documents import charges
    from kiosk.ui.words.documents.sales import copy_words

    words = charges.charge_words(language, charge.currency)
    document = charge_receipt.lay_out(charges.charge_receipt(charge, terminal), words, terminal.brand)
    about = f"{charge.txn}/back" if charge.voided_at is not None else charge.txn
    return api.queue_document(document, actor, about=about, copy_words=copy_words(language))
