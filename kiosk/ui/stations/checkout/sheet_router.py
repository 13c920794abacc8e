"""What the checkout opens above its page, and what comes of it: sheets, approvals, voids, receipts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.application.campaigns.outcomes import PointsHeldBack
from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.sales.outcomes import Explained, ReturnInSale, SaleView, Voided
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.roles import Permission
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.shell.ask import AskSheet, AskWords
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.checkout.amount import usual_amount
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.news import Changed, News
from kiosk.ui.stations.checkout.page import CheckoutPage
from kiosk.ui.stations.checkout.receipts import Receipts
from kiosk.ui.stations.checkout.settings import CheckoutSettings
from kiosk.ui.words.refusals import coupon_of, in_a_sentence, refusal_words

if TYPE_CHECKING:
    from kiosk.ui.stations.checkout.void_sheet import Undo

# The sheets are imported when one is opened: they are a tenth of what a start has to read.

log = logging.getLogger(__name__)


class Desk(QObject):
    """Opens sheets and carries out what was decided in them.

    Signals:
        file_wanted(), prizes_wanted(): the file, or the prizes, of the member at the till.
        draw_wanted(): a draw for them.
    """

    file_wanted = Signal()
    prizes_wanted = Signal()
    draw_wanted = Signal()

    def __init__(
        self,
        shell: Shell,
        api: CheckoutApi,
        settings: CheckoutSettings,
        page: CheckoutPage,
        flow: CheckoutFlow,
        news: News,
        receipts: Receipts,
    ) -> None:
        super().__init__()
        self.ui = shell.ui
        self._shell, self._tasks, self._overlay, self._messages = shell, shell.tasks, shell.overlay, shell.messages
        self._api, self._settings, self._page, self._flow, self._news = api, settings, page, flow, news
        self._receipts = receipts
        self._terminal: TerminalInfo | None = None
        self._recent: tuple[SaleView, ...] = ()
        self._undo: Undo | None = None
        flow.approval_needed.connect(self._on_approval_needed)
        flow.doubtful.connect(self._on_doubtful)
        flow.other_member.connect(self._on_other_member)
        flow.receipt_read.connect(self.open_sale)
        flow.draw_read.connect(self.check_draw)
        page.abandon_wanted.connect(self._on_abandon_wanted)
        page.nothing_yet.connect(self._on_nothing_yet)
        page.sale_wanted.connect(self.open_sale)

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is, for receipts."""
        self._terminal = terminal

    def _on_quiet_refusal(self, refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    def _on_approval_needed(self, needed: ApprovalNeeded) -> None:
        def why() -> str:
            around = self._page.surroundings()
            reason, coupon = refusal_words(needed.refusal, around).reason, coupon_of(needed.refusal, around)
            if not coupon:
                return reason
            text = translate("Approval", "“{coupon}” is to be accepted without HQ. {reason}")
            return text.format(coupon=coupon, reason=reason)

        void = needed.refusal.code is RefusalCode.NOT_PERMITTED  # of what comes back with the sale
        sheet = self._approval_sheet(Permission.APPROVE_VOID if void else Permission.APPROVE_OFFLINE, why)
        sheet.approved.connect(self._on_approved)
        self._open(sheet)
        self._shell.sounds.play(Sound.ATTENTION)

    def _on_doubtful(self, amount: int) -> None:
        i18n, usual = self.ui.i18n, self._flow.usual

        def words() -> AskWords:
            money = i18n.money(amount)
            text = translate("Ask", "That is far more than usual. Please compare it with the goods.")
            if usual:
                text = translate("Ask", "A usual sale here is {usual}. Please compare the amount with the goods.")
            return AskWords(
                spaced(translate("Ask", "Is the amount really {money}?").format(money=money)),
                spaced(text.format(usual=i18n.money(usual))),
                spaced(translate("Ask", "Yes, {money}").format(money=money)),
                translate("Ask", "No, change it"),
            )

        self._ask(words, partial(self._flow.agree, amount))

    def _on_other_member(self) -> None:
        def words() -> AskWords:
            return AskWords(
                translate("Ask", "Another member’s code: a new customer?"),
                translate("Ask", "This sale is put aside then, and the new one begins without an amount."),
                translate("Ask", "New customer"),
                translate("Ask", "No, go on with this sale"),
            )

        self._ask(words, self._flow.new_customer)

    def _on_nothing_yet(self) -> None:
        visit = self._flow.visit
        empty = visit is None or (visit.member is None and not visit.coupons)

        def words() -> str:
            if empty:
                return translate("Notice", "Nothing to record yet: no amount, no member, no coupon. Key in the amount.")
            return translate("Notice", "The amount is missing: key it in first.")

        self._shell.sounds.play(Sound.ATTENTION)
        self._messages.notice(words, Level.ATTENTION)

    def _on_abandon_wanted(self) -> None:
        i18n, amount = self.ui.i18n, self._flow.amount.minor

        def words() -> AskWords:
            return AskWords(
                spaced(translate("Ask", "Put this sale aside ({money})?").format(money=i18n.money(amount))),
                translate("Ask", "It is not recorded. For five minutes Ctrl Z takes it back."),
                translate("Ask", "Yes, next customer"),
                translate("Ask", "No, go on with this sale"),
            )

        self._ask(words, self._abandon)

    def _abandon(self) -> None:
        if self._flow.phase is Phase.ENTRY:  # the till may have been paid meanwhile
            self._flow.abandon()

    def _ask(self, words: Callable[[], AskWords], yes: Callable[[], None]) -> None:
        """A question whose Yes is done after the sheet is gone."""
        self._shell.sounds.play(Sound.ATTENTION)
        self._open(AskSheet(self.ui, self._shell.clock, words, yes))

    def _on_approved(self, approval: Approval) -> None:
        self._flow.confirm(approval)

    def open_find(self) -> None:
        """F3"""
        from kiosk.ui.stations.checkout.sheets import FindMemberSheet

        sheet = FindMemberSheet(self.ui, self._api, self._tasks, self._page.surroundings)
        sheet.chosen.connect(self._flow.choose_member)
        self._open(sheet)

    def open_code(self) -> None:
        """Ctrl E"""
        from kiosk.ui.stations.checkout.typed_code_sheet import TypedCodeSheet

        self._open(TypedCodeSheet(self.ui, self._shell.clock, self._flow.scan))

    def open_categories(self) -> None:
        """F4"""
        categories = self._page.categories()
        visit = self._flow.visit
        if not categories or visit is None:
            self._messages.notice(lambda: translate("Notice", "No coupon at the till depends on the kind of goods."))
            return
        from kiosk.ui.stations.checkout.sheets import CategorySheet

        sheet = CategorySheet(self.ui, categories, visit.by_category, self._flow.amount.minor)
        sheet.chosen.connect(self._flow.set_categories)
        self._open(sheet)

    def open_recent(self) -> None:
        """F6"""
        self.open_sale(None)

    @Slot(str)
    def check_draw(self, code: str) -> None:
        """What a scanned receipt of a draw proves."""
        from kiosk.ui.stations.checkout.draw_receipt_sheet import DrawReceiptSheet  # draws are not of every day

        self._open(DrawReceiptSheet(self.ui, self._api, self._tasks, code, self._flow.visit, self._page.surroundings))

    @Slot(object)
    def open_sale(self, wanted: SaleView | None) -> None:
        """The sales, and one of them in particular: that of a scanned receipt."""
        from kiosk.ui.stations.checkout.sales_sheets import RecentSheet

        sheet = RecentSheet(
            self.ui,
            self._api,
            self._tasks,
            self._terminal,
            self._page.surroundings,
            page=self._settings.recent,
            files=self._settings.receipts is not None,
            paper=self._receipts.printable,
            wanted=wanted,
        )
        sheet.print_wanted.connect(self._receipts.print_sale)
        sheet.void_wanted.connect(self.open_void)
        sheet.exchange_wanted.connect(self.open_exchange)
        sheet.why_wanted.connect(self.open_why)
        sheet.pdf_wanted.connect(self._save_pdf)
        sheet.text_wanted.connect(self._save_text)
        self._open(sheet)

    def void_last(self) -> None:
        """F8: the last sale that stands."""
        self.open_void(next((one for one in self._recent if one.voided_at is None), None))

    @Slot(object)
    def open_void(self, sale: SaleView | None) -> None:
        """Undo a sale, if there is one."""
        self._open_undo(sale, exchange=False)

    @Slot(object)
    def open_exchange(self, sale: SaleView) -> None:
        """Goods of a sale come back with another one."""
        self._open_undo(sale, exchange=True)

    def _open_undo(self, sale: SaleView | None, *, exchange: bool) -> None:
        if sale is None or self._flow.actor is None:
            self._messages.notice(lambda: translate("Notice", "There is no sale to void on this terminal."))
            return
        from kiosk.ui.stations.checkout.void_sheet import VoidSheet

        around = self._page.surroundings()
        sheet = VoidSheet(self.ui, self._api, self._tasks, sale, self._flow.actor, around, exchange=exchange)
        sheet.exchanged.connect(self._on_exchanged)
        sheet.voided.connect(self._on_voided)
        sheet.approval_needed.connect(self._on_void_approval)
        sheet.faulted.connect(self._messages.fault)
        sheet.refused.connect(self._on_quiet_refusal)
        self._open(sheet)

    def _on_exchanged(self, back: ReturnInSale) -> None:
        if not self._flow.exchange(back):
            words = translate("Notice", "The sale at the till is the till’s: goods are exchanged there.")
            self._messages.notice(lambda: words, Level.ATTENTION)
            return
        money = sum(item.cost for item in back.rows)
        i18n = self.ui.i18n

        def words_now() -> str:
            text = translate("Notice", "{money} comes off the new sale. Key in what the customer buys.")
            return spaced(text.format(money=i18n.money(money)))

        self._messages.notice(words_now)

    def why_now(self) -> None:
        """F1: why the visit at the till, or the sale just made, brings and costs what it does."""
        self.open_why(None)

    @Slot(object)
    def open_why(self, sale: SaleView | None) -> None:
        """The same of this sale, or of what is at the till."""
        visit, redemption = self._flow.visit, self._flow.redemption
        if sale is None and redemption is not None:
            sale = redemption.sale
        ask: Callable[[], Explained | Refusal]
        if sale is not None:
            ask = partial(self._api.explain_sale, sale.txn)
        elif visit is not None:
            ask = partial(self._api.explain_visit, visit)
        else:
            return
        from kiosk.ui.stations.checkout.explain_sheet import ExplainSheet

        self._open(ExplainSheet(self.ui, self._tasks, ask, self._page.surroundings))

    def open_actions(self) -> None:
        """F5: what can be done for the member at the till."""
        visit = self._flow.visit
        if visit is None or visit.member is None or self._flow.phase is not Phase.ENTRY:
            self._messages.notice(lambda: translate("Notice", "Scan a member code first, or find the member (F3)."))
            return
        from kiosk.ui.stations.checkout.actions_sheet import ActionsSheet

        sheet = ActionsSheet(self.ui, self._api, self._tasks, self._flow, self._page.surroundings)
        sheet.acted.connect(self._on_acted)
        sheet.file_wanted.connect(self.file_wanted)
        sheet.draw_wanted.connect(self.draw_wanted)
        sheet.prizes_wanted.connect(self.prizes_wanted)
        sheet.refused.connect(self._on_quiet_refusal)
        self._open(sheet)

    def _on_acted(self) -> None:
        self._shell.sounds.play(Sound.OK)

    def toggle_points(self) -> None:
        """F7: pay with points, or not after all."""
        visit = self._flow.visit
        if visit is None or self._flow.phase is not Phase.ENTRY:
            return
        if visit.use_points or visit.quote.pay_points is None:
            if not visit.use_points:
                self._messages.notice(partial(_no_points, self.ui.i18n, visit.quote.held_back))
            self._flow.use_points(False)
        elif visit.member is not None and not visit.member.proven:
            from kiosk.ui.stations.checkout.proof import ProofSheet

            sheet = ProofSheet(self.ui, self._api, self._flow)
            sheet.proven.connect(self._on_proven)
            sheet.refused.connect(self._on_quiet_refusal)
            self._open(sheet)
        else:
            self._flow.use_points(True)

    def _on_proven(self) -> None:
        self._flow.use_points(True)

    def _approval_sheet(self, permission: Permission, why: Callable[[], str]) -> ApprovalSheet:
        sheet = ApprovalSheet(self.ui, self._api, self._tasks, self._shell.clock, permission, why)
        sheet.refused.connect(self._on_quiet_refusal)
        return sheet

    def _on_void_approval(self, needed: ApprovalNeeded, undo: Undo) -> None:
        self._undo = undo
        sheet = self._approval_sheet(
            Permission.APPROVE_VOID, lambda: in_a_sentence(refusal_words(needed.refusal, self._page.surroundings()))
        )
        sheet.approved.connect(self._on_void_approved)
        self._open(sheet)
        self._shell.sounds.play(Sound.ATTENTION)

    def _on_void_approved(self, approval: Approval) -> None:
        if self._flow.actor is not None and self._undo is not None:
            work = partial(self._undo.ask, self._api, self._flow.actor, approval)
            self._tasks.run(work, self._on_void_answer)

    def _on_void_answer(self, answer: Voided | ApprovalNeeded | Refusal) -> None:
        if isinstance(answer, Voided) and self._undo is not None:
            self._on_voided(answer, self._undo)
        elif not isinstance(answer, Voided):
            refusal = answer.refusal if isinstance(answer, ApprovalNeeded) else answer
            self._page.show_refusal(refusal)
            self._on_quiet_refusal(refusal)

    def _on_voided(self, voided: Voided, undo: Undo) -> None:
        from kiosk.ui.stations.checkout.void_sheet import undone_words

        before = self._flow.redemption
        if before is not None and self._flow.sale_undone(voided.sale):
            self._page.show_undone(voided.refund.amount if voided.refund is not None else before.sale.by_void)
        self._messages.notice(lambda: undone_words(voided, undo, self.ui.i18n))
        self._shell.sounds.play(Sound.OK)
        self._news.tell(voided)
        self._receipts.undone(voided, undo.back)

    def _open(self, sheet: Sheet) -> None:
        self._overlay.open(sheet)

    def print_receipt(self) -> None:
        """Ctrl P: the receipt of the sale just made."""
        if self._flow.redemption is not None:
            self._receipts.print_done(self._flow.redemption.sale)

    def save_pdf(self) -> None:
        """F11: the receipt of the sale just made."""
        if self._flow.redemption is not None:
            self._save_pdf(self._flow.redemption.sale)

    def save_text(self) -> None:
        """F12"""
        if self._flow.redemption is not None:
            self._save_text(self._flow.redemption.sale)

    def _save_pdf(self, sale: SaleView) -> None:
        if self._settings.receipts is not None:
            self._save(sale, self._settings.receipts.save_pdf)

    def _save_text(self, sale: SaleView) -> None:
        if self._settings.receipts is not None:
            self._save(sale, self._settings.receipts.save_text)

    def _save(self, sale: SaleView, save: Callable[[SaleView, TerminalInfo, str], Path]) -> None:
        if self._terminal is not None:
            work = partial(save, sale, self._terminal, self.ui.i18n.language)
            self._tasks.run(work, self._on_saved, self._on_not_saved)

    def _on_saved(self, path: Path) -> None:
        self._messages.notice(lambda: translate("Notice", "Receipt saved: {path}").format(path=path.name))

    def _on_not_saved(self, fault: Exception) -> None:
        if isinstance(fault, OSError):
            log.info("receipt not saved: %s", fault.strerror)
            self._messages.notice(
                lambda: translate("Notice", "The receipt could not be saved. Check the folder and the disk."),
                Level.ATTENTION,
            )
        else:
            self._messages.fault(fault)

    @Slot(object)
    def refresh(self, changed: Changed) -> None:
        """Ask for the last sales again when they are others."""
        if Changed.SALES in changed:
            self._tasks.run(partial(self._api.recent_sales, self._settings.recent), self._on_recent)

    def _on_recent(self, sales: tuple[SaleView, ...]) -> None:
        self._recent = sales
        self._flow.usual = usual_amount(sale.amount for sale in sales if sale.voided_at is None)
        self._page.show_sales(sales)


def _no_points(i18n: I18n, held: PointsHeldBack | None) -> str:
    """Why F7 finds nothing to pay with."""
    if held is None:
        return translate("Notice", "There are no points to pay this with.")
    text = translate("Notice", "{n} of {all} points can be used here at the moment; HQ has to be reached for more.")
    return text.format(n=i18n.number(held.usable), all=i18n.number(held.balance))
