"""The checkout as a station: its page, what opens above it, its actions, and what the shell tells it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.documents.outcomes import PrintDesk
from kiosk.application.members.outcomes import CouponView
from kiosk.application.sales.outcomes import CodeRead, Redemption
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import CameraStatus, Outline, ScanEvent
from kiosk.domain.scan.hints import ScanHint
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.stations import StationRole
from kiosk.ui.customer.views import CustomerView, Finished
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.actions import ALT, CTRL, ENTER, Action
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell, Station
from kiosk.ui.stations.checkout.actions import CheckoutActions, amount_keys, coupon_keys
from kiosk.ui.stations.checkout.cards import Cards
from kiosk.ui.stations.checkout.customer import customer_view
from kiosk.ui.stations.checkout.draws_desk import DrawsDesk
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.stations.checkout.forms_desk import FormsDesk
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.member_file import MemberFile
from kiosk.ui.stations.checkout.newcomers import Newcomers
from kiosk.ui.stations.checkout.news import Changed, News
from kiosk.ui.stations.checkout.page import CheckoutPage
from kiosk.ui.stations.checkout.prizes_desk import PrizesDesk
from kiosk.ui.stations.checkout.receipts import Receipts
from kiosk.ui.stations.checkout.settings import CheckoutSettings
from kiosk.ui.stations.checkout.sheet_router import Desk
from kiosk.ui.stations.checkout.slips_desk import SlipsDesk
from kiosk.ui.stations.checkout.vouchers_desk import VouchersDesk
from kiosk.ui.words.promo_codes import code_words
from kiosk.ui.words.refusals import coupon_of, in_a_sentence, refusal_words


class CheckoutStation(Station):
    """Sells.

    Signals:
        verdict_painted(): a success or a refusal has been on screen.
        redeemed(Redemption): a sale is durable (for whoever prints or pushes).
        customer_sees(CustomerView): what the customer's side of the counter shows.
    """

    verdict_painted = Signal()
    redeemed = Signal(object)
    customer_sees = Signal(object)

    role = StationRole.CHECKOUT
    needs = Permission.VIEW_TRANSACTIONS
    page: CheckoutPage

    def __init__(self, shell: Shell, api: CheckoutApi, settings: CheckoutSettings) -> None:
        super().__init__()
        self._shell = shell
        self.news = News()
        self.flow = CheckoutFlow(api, shell.tasks, verdict_min=settings.verdict_min, fault=shell.messages.fault)
        self.page = CheckoutPage(shell.ui, self.flow, settings)
        self.cards = Cards(shell, api, settings.cards) if settings.cards is not None else None
        self._terminal: TerminalInfo | None = None
        self.receipts = Receipts(shell, api, lambda: self.flow.actor)
        self.desk = Desk(shell, api, settings, self.page, self.flow, self.news, self.receipts)
        self.slips = SlipsDesk(shell, api, settings, self.news, lambda: self.flow.actor, self.page.surroundings)
        self.vouchers = VouchersDesk(shell, api, self.news, lambda: self.flow.actor, self.page.surroundings)
        self.newcomers = Newcomers(shell, api, self.flow, self.page.surroundings)
        self.newcomers.customer_sees.connect(self._on_code)
        self._code: CustomerView = None
        self.forms = FormsDesk(shell, api, self.newcomers, lambda: self.flow.actor, self.page.surroundings)
        self.slips.forms_wanted.connect(self.forms.open)
        self.file = MemberFile(shell, api, self.flow, self.newcomers, self.page.surroundings)
        self.file.customer_sees.connect(self._on_code)
        self.desk.file_wanted.connect(self.file.open)
        self.prizes = PrizesDesk(shell, api, self.flow, self.page.surroundings)
        self.desk.prizes_wanted.connect(self.prizes.open)
        self.prizes.customer_sees.connect(self._on_code)
        self.vouchers.customer_sees.connect(self._on_code)
        self.flow.visit_changed.connect(self.prizes.look)
        self.prizes.receipt_read.connect(self.desk.check_draw)
        self.draws = DrawsDesk(shell, api, self.flow, self.page.surroundings)
        self.draws.customer_sees.connect(self._on_code)
        self.desk.draw_wanted.connect(self.draws.open)
        self._actions = self._table()
        self.page.bind(self._actions)
        self.page.verdict_painted.connect(self._on_verdict_painted)
        self.flow.refused.connect(self._on_refused)
        self.flow.redeemed.connect(self._on_redeemed)
        self.flow.badge_read.connect(self.badge_read)
        self.flow.member_replaced.connect(self._on_member_replaced)
        self.flow.coupon_added.connect(self._on_coupon_added)
        self.flow.told.connect(self._on_told)
        self.flow.key_refused.connect(self._on_key_refused)
        self.flow.share_read.connect(self._on_share_read)
        self.flow.code_read.connect(self._on_code_read)
        self.flow.visit_changed.connect(self._on_visit_changed)
        self.flow.phase_changed.connect(self._on_phase)
        self.news.changed.connect(self.desk.refresh)
        self.news.changed.connect(self._on_news)
        shell.printing.changed.connect(self._on_printing)
        self.receipts.page_ready.connect(self._on_page)
        for changed in (self.flow.visit_changed, self.flow.phase_changed, self.flow.undone):
            changed.connect(self._tell_customer)

    def _table(self) -> CheckoutActions:
        key, page, flow, desk = Qt.Key, self.page, self.flow, self.desk

        def done() -> bool:
            return flow.phase is Phase.DONE

        def selling() -> bool:
            return flow.phase is not Phase.DONE

        return CheckoutActions(
            find=Action(desk.open_find, (key.Key_F3,), label=lambda: translate("Footer", "Find")),
            code=Action(desk.open_code, (key.Key_E,), CTRL),
            categories=Action(desk.open_categories, (key.Key_F4,), label=lambda: translate("Footer", "Categories")),
            services=Action(desk.open_actions, (key.Key_F5,), label=lambda: translate("Footer", "Services")),
            recent=Action(desk.open_recent, (key.Key_F6,), label=lambda: translate("Footer", "Recent")),
            points=Action(desk.toggle_points, (key.Key_F7,), label=lambda: translate("Footer", "Points")),
            pay=Action(flow.next_payment, (key.Key_Y,), CTRL),
            no_exchange=Action(flow.no_exchange, (key.Key_X,), CTRL),
            void=Action(desk.void_last, (key.Key_F8,), label=lambda: translate("Footer", "Void")),
            why=Action(desk.why_now, (key.Key_F1,), label=lambda: translate("Footer", "Why")),
            slips=Action(self.slips.open, (key.Key_K,), CTRL, label=lambda: translate("Footer", "Paper slips")),
            vouchers=Action(self.vouchers.open, (key.Key_B,), CTRL, label=lambda: translate("Footer", "Vouchers")),
            newcomer=Action(self.newcomers.open, (key.Key_N,), CTRL, label=lambda: translate("Footer", "New member")),
            file=Action(self.file.open, (key.Key_M,), CTRL),
            draws=Action(self.draws.open, (key.Key_D,), CTRL),
            prizes=Action(self.prizes.open, (key.Key_G,), CTRL),
            clear=Action(page.put_away, (key.Key_Escape,), label=lambda: translate("Footer", "New customer")),
            card=Action(self._open_card, (key.Key_F5,), CTRL, label=lambda: translate("Footer", "Card")),
            back=Action(flow.take_back, (key.Key_Z,), CTRL),
            confirm=Action(page.confirm, ENTER, enabled=selling, repeats=False),
            next=Action(flow.clear, caption="Enter"),
            best=Action(flow.choose_best, (key.Key_0,), ALT),
            pdf=Action(desk.save_pdf, (key.Key_F11,), enabled=done),
            text=Action(desk.save_text, (key.Key_F12,), enabled=done),
            paper=Action(desk.print_receipt, (key.Key_P,), CTRL, enabled=done, repeats=False),
            keys=(
                *coupon_keys(page.coupons.toggle_number, page.coupons.move_focus),
                *amount_keys(page.key_amount),
                Action(page.next_customer, ENTER, enabled=done, repeats=False),
            ),
        )

    def _open_card(self) -> None:
        """Ctrl F5"""
        if self.cards is not None and self._terminal is not None and self.flow.actor is not None:
            self.cards.open(self._terminal, self.flow.actor)

    # --- what the shell wants to know --------------------------------------------------------------------------------

    def actions(self) -> tuple[Action, ...]:
        return self._actions.in_order(self._shell.actions)

    def on_scan(self, event: ScanEvent) -> bool:
        if self.page.side.refusal_shown:
            self.page.dismiss_refusal()
        if self.slips.takes(event):
            self.slips.take(event)
        elif self.forms.takes(event):
            self.forms.take(event)
        elif self.newcomers.takes(event):
            self.newcomers.take(event)
        elif self.prizes.takes(event):
            self.prizes.take(event)
        else:
            self.flow.scan(event)
        return True

    def busy(self) -> bool:
        return self.flow.confirm_pending or (self.flow.phase is Phase.ENTRY and not self.flow.empty)

    def settling(self) -> bool:
        return self.flow.confirm_pending

    def clear(self) -> None:
        self.page.dismiss_refusal()
        self.flow.shelf.forget()
        self.flow.clear()

    def leave_to(self, staff: Staff) -> None:
        self.page.dismiss_refusal()
        self.flow.leave_to(staff.id)

    # --- what the shell tells ----------------------------------------------------------------------------------------

    def begin(self, staff: Staff) -> None:
        self.slips.forget()
        self.newcomers.forget()
        self.forms.forget()
        self.flow.begin(staff)
        self.flow.come_back(staff.id)
        if self.flow.phase is Phase.ENTRY:  # a sale that was made before the lock is nobody's any more
            self._tell_customer()
        self.news.say(Changed.SALES)

    def leave(self) -> None:
        self.page.side.camera.forget()
        self.newcomers.forget()
        self._code = None
        self.customer_sees.emit(None)

    def retry(self) -> None:
        self.flow.retry()
        self.news.say(Changed.SALES)

    def show_terminal(self, terminal: TerminalInfo) -> None:
        self._terminal = terminal
        self.flow.set_currency(terminal.currency)
        self.desk.show_terminal(terminal)
        self.receipts.show_terminal(terminal)
        self.newcomers.show_terminal(terminal)
        self.file.show_terminal(terminal)
        self.draws.show_terminal(terminal)
        self.forms.show_terminal(terminal)
        self.prizes.show_terminal(terminal)
        self.vouchers.show_terminal(terminal)
        self.page.show_terminal(terminal)

    def show_camera(self, status: CameraStatus) -> None:
        self.page.side.camera.show_status(status)

    def show_frame(self, image: QImage, outline: Outline | None) -> None:
        self.page.side.camera.show_frame(image, outline)
        if self.cards is not None:
            self.cards.show_frame(image)

    def show_hint(self, hint: ScanHint | None) -> None:
        self.page.side.camera.show_hint(hint)

    def show_refusal(self, refusal: Refusal) -> None:
        self.page.show_refusal(refusal)

    def _tell_customer(self) -> None:
        # a code that the customer is about to photograph stays until it is put away
        self.customer_sees.emit(self._code or customer_view(self.flow))

    def _on_code(self, code: CustomerView) -> None:
        self._code = code
        self._tell_customer()

    def _on_page(self, txn: str, url: str) -> None:
        view = customer_view(self.flow)
        if isinstance(view, Finished) and view.code == txn:
            self.customer_sees.emit(replace(view, code=url, on_phone=True))

    # --- verdicts ----------------------------------------------------------------------------------------------------

    def _on_refused(self, _refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    def _on_redeemed(self, redemption: Redemption) -> None:
        self._shell.sounds.play(Sound.OK)
        self.receipts.sold(redemption.sale)
        self.news.hold()
        self.news.tell(redemption)
        self.redeemed.emit(redemption)

    def _on_verdict_painted(self) -> None:
        self.verdict_painted.emit()
        self.news.release()
        self.receipts.release()

    def _on_phase(self) -> None:
        if self.flow.phase is Phase.ENTRY:
            self.news.release()  # the verdict was put away before it was painted
            self.receipts.release()

    def _on_news(self, changed: Changed) -> None:
        if Changed.PRICE in changed:
            self.flow.price_again()

    def _on_printing(self, desk: PrintDesk) -> None:
        self.page.show_printing(desk)

    def _on_member_replaced(self) -> None:
        self._shell.sounds.play(Sound.ATTENTION)
        self._shell.messages.notice(
            lambda: translate("Notice", "Another member; nothing had been keyed in for the one before."),
            Level.ATTENTION,
        )

    def _on_share_read(self) -> None:
        self._shell.messages.notice(
            lambda: translate("Notice", "A friend’s recommendation: whoever gave it is thanked.")
        )

    def _on_code_read(self, code: CodeRead) -> None:
        self._shell.sounds.play(Sound.ATTENTION if code.why is not None else Sound.OK)
        self._shell.messages.notice(lambda: code_words(code, self._shell.ui.i18n, self.page.surroundings()))

    def _on_told(self, refusal: Refusal) -> None:
        """So already, or another by now: said calmly."""
        self.page.coupons.mark(str(refusal.args.get("coupon", "")))
        self._shell.sounds.play(Sound.ATTENTION)

        def words() -> str:
            if refusal.code is RefusalCode.ALREADY_USED_HERE:
                return translate("Notice", "This coupon is in the sale just made: there is nothing to do.")
            around = self.page.surroundings()
            said, name = in_a_sentence(refusal_words(refusal, around)), coupon_of(refusal, around)
            return spaced(translate("Notice", "{coupon}: {words}").format(coupon=name, words=said) if name else said)

        self._shell.messages.notice(words, Level.ATTENTION if refusal.code is RefusalCode.PRICE_CHANGED else Level.INFO)

    def _on_key_refused(self) -> None:
        self._shell.sounds.play(Sound.ATTENTION)
        money = self._shell.ui.i18n.money(self.flow.amount.minor)
        self._shell.messages.notice(
            lambda: spaced(translate("Notice", "That key does not fit: the amount stays {money}.").format(money=money)),
            Level.ATTENTION,
        )

    def _on_coupon_added(self, coupon: CouponView) -> None:
        self.page.coupons.mark(coupon.id)
        if coupon.refusal is not None:
            # it stays in the list, should the amount or HQ change that; until then it is not used, and that is said now
            words = refusal_words(coupon.refusal, self.page.surroundings())
            self._shell.sounds.play(Sound.ATTENTION)
            name = self._shell.ui.i18n.text(coupon.name)
            self._shell.messages.notice(spaced(f"{name}: {in_a_sentence(words)}"), Level.ATTENTION)

    def _on_visit_changed(self) -> None:
        if self.page.side.refusal_shown and self.flow.empty:
            self.page.dismiss_refusal()
