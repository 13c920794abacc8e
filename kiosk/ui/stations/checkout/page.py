"""The checkout's page: three columns, or two on a tall one, that show what `CheckoutFlow` holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from kiosk.application.documents.outcomes import PrintDesk
from kiosk.application.sales.outcomes import Redemption, SaleView, Visit
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.refusals import Refusal
from kiosk.domain.time import instant
from kiosk.ui.context import Ui
from kiosk.ui.documents.receipt_paper import ReceiptPaper
from kiosk.ui.i18n import I18n, translate
from kiosk.ui.measure import Shape, held
from kiosk.ui.shell.actions import bind
from kiosk.ui.stations.checkout.actions import CheckoutActions
from kiosk.ui.stations.checkout.coupon_panel import CouponPanel, coupon_lines
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.member_panel import MemberPanel
from kiosk.ui.stations.checkout.quote_panel import QuotePanel
from kiosk.ui.stations.checkout.say_panel import SayPanel
from kiosk.ui.stations.checkout.settings import CheckoutSettings
from kiosk.ui.stations.checkout.side_panel import SidePanel
from kiosk.ui.stations.checkout.success_panel import SuccessPanel
from kiosk.ui.widgets.basics import ListArea, Panel, column, row
from kiosk.ui.widgets.keypad import Keypad
from kiosk.ui.words.surroundings import Surroundings


def said_of_page(visit: Visit | None, typed: int, i18n: I18n) -> str:
    """Where the focus is when nothing else has it: the amount, and who stands at the till."""
    who = visit.member.masked_name if visit is not None and visit.member is not None else ""
    words = translate("Page", "Checkout. Amount {money}").format(money=i18n.money(typed))
    return f"{words}. {who}" if who else words


class CheckoutPage(Panel):
    """What the clerk works with. Its keys are in the table of actions (`actions.py`).

    Signals:
        verdict_painted(): a success or a refusal has been on screen.
        abandon_wanted(): the open sale shall be put aside; ask.
        nothing_yet(): a confirmation without an amount; say what is missing.
        sale_wanted(SaleView): the receipt of this sale.
    """

    verdict_painted = Signal()
    abandon_wanted = Signal()
    nothing_yet = Signal()
    sale_wanted = Signal(object)

    def __init__(self, ui: Ui, flow: CheckoutFlow, settings: CheckoutSettings) -> None:
        super().__init__(ui, "page")
        self._flow, self._settings = flow, settings
        self._terminal: TerminalInfo | None = None
        self._done_at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        space, size = ui.theme.space, ui.theme.size
        self._columns = columns = row(self, margins=(space["xl"], space["m"], space["xl"], space["m"]), gap=space["l"])

        self._place = left = QWidget()
        held(left, least_width=size["gutter"])
        self._left = QStackedLayout(left)
        self._below = column(gap=space["m"])
        self._below.addWidget(left, 1)
        entry = QWidget()
        lines = column(entry, gap=space["m"])
        self.member = MemberPanel(ui)
        self.say = SayPanel(ui)
        self.coupons = CouponPanel(ui)
        lines.addWidget(self.member)
        lines.addWidget(self.say)
        lines.addWidget(self.coupons, 1)
        self.paper = ReceiptPaper(ui)
        slip = ListArea(0)  # long receipts are scrolled
        slip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        slip.rows.insertWidget(0, self.paper)
        self._left.addWidget(entry)
        self._left.addWidget(slip)

        middle = QWidget()
        held(middle, least_width=size["middle"])
        self._middle = QStackedLayout(middle)
        self.quote = QuotePanel(ui)
        self.success = SuccessPanel(ui)
        self._middle.addWidget(self.quote)
        self._middle.addWidget(self.success)

        self.side = SidePanel(ui)
        held(self.side, least_width=size["aside"])
        columns.addLayout(self._below, 12)
        columns.addWidget(middle, 17)
        columns.addWidget(self.side, 10)
        self._tall = False

        self.coupons.toggled.connect(flow.toggle_coupon)
        self.quote.keyed.connect(self._on_keyed)
        self.side.dismissed.connect(self.dismiss_refusal)
        self.side.sale_pressed.connect(self.sale_wanted)
        self.success.receipt_pressed.connect(self._on_receipt)
        self.paper.pressed.connect(self._on_receipt)
        self.side.refusal.painted.connect(self.verdict_painted)
        self.success.painted.connect(self.verdict_painted)
        flow.visit_changed.connect(self.show_visit)
        flow.shelf.changed.connect(self._show_shelf)
        flow.shelf.setParent(self)  # its timer ends with the window, in the window's thread
        flow.phase_changed.connect(self._on_phase)
        flow.refused.connect(self.show_refusal)
        self._arrange()
        self.show_visit()

    def bind(self, actions: CheckoutActions) -> None:
        """Which buttons do what."""
        for button, action in (
            (self.quote.confirm, actions.confirm),
            (self.quote.category_button, actions.categories),
            (self.quote.points, actions.points),
            (self.quote.exchange, actions.no_exchange),
            (self.quote.pay, actions.pay),
            (self.quote.why, actions.why),
            (self.quote.back, actions.back),
            (self.coupons.best, actions.best),
            (self.coupons.code, actions.code),
            (self.side.find_button, actions.find),
            (self.side.services, actions.services),
            (self.side.newcomer, actions.newcomer),
            (self.side.all, actions.recent),
            (self.side.void, actions.void),
            (self.success.why, actions.why),
            (self.success.pdf, actions.pdf),
            (self.success.text, actions.text),
            (self.success.paper, actions.paper),
            (self.success.next, actions.next),
        ):
            bind(button, action)

    # --- showing -----------------------------------------------------------------------------------------------------

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is."""
        self._terminal = terminal
        self.show_visit()

    def show_sales(self, sales: tuple[SaleView, ...]) -> None:
        """The last sales."""
        self.side.show_sales(sales)

    def show_printing(self, desk: PrintDesk) -> None:
        """Whether receipts are printed, and when."""
        self.success.show_printing(desk)

    def show_refusal(self, refusal: Refusal) -> None:
        """A verdict that stays until it is read or something else happens."""
        self.side.show_refusal(refusal, self.surroundings())
        self._place_side()

    def dismiss_refusal(self) -> None:
        """It was read."""
        if self.side.refusal_shown:
            self.side.show_refusal(None, self.surroundings())
            self._place_side()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def surroundings(self) -> Surroundings:
        """What refusals need for their words."""
        i18n, visit = self.ui.i18n, self._flow.visit
        names: dict[str, str] = {}
        for coupon in visit.coupons if visit is not None else ():
            names[coupon.id] = names[coupon.template] = i18n.text(coupon.name)
        for line in visit.quote.lines if visit is not None else ():
            names[line.coupon] = names[line.template] = i18n.text(line.name)
        stores: dict[str, str] = {}
        if self._terminal is not None:
            stores = {store: i18n.text(name) for store, name in self._terminal.stores}
        return Surroundings(i18n, instant(self._settings.clock.now_ms()), stores, names)

    def categories(self) -> tuple[str, ...]:
        """The goods categories for which an amount makes sense now."""
        wanted = list(self._settings.categories)
        visit = self._flow.visit
        for coupon in visit.coupons if visit is not None else ():
            wanted += [category for category in coupon.categories or () if category not in wanted]
        return tuple(wanted)

    def show_visit(self) -> None:
        """Show what the flow holds."""
        visit, flow = self._flow.visit, self._flow
        now = instant(self._settings.clock.now_ms())
        lines = coupon_lines(visit) if visit is not None else []
        self.member.show_member(
            visit.member if visit else None, sum(line.can_toggle or line.waiting for line in lines), now
        )
        self.say.show_member(visit.member if visit else None, now, visit.brought if visit else ())
        self.side.show_member(visit.member if visit else None)
        self.coupons.show_visit(visit, now, self.surroundings())
        self.setAccessibleName(said_of_page(visit, flow.amount.minor, self.ui.i18n))
        self.quote.show_visit(visit, flow.amount.minor, flow.amount.text, categories=bool(self.categories()))
        self._place_side()

    def retheme(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """The side panel beside the price, or below the member."""
        tall = self.ui.shape is Shape.TALL
        if tall is not self._tall:
            self._tall = tall
            (self._below if tall else self._columns).addWidget(self.side, 0 if tall else 10)
        self._place_side()

    def _place_side(self) -> None:
        """On a tall page: whole while nobody is at the till, a strip while there are coupons to look at, and everything
        else out of its way while it has a refusal to show."""
        visit, phase = self._flow.visit, self._flow.phase
        idle = phase is Phase.ENTRY and (visit is None or (visit.member is None and not visit.coupons))
        whole = self._tall and (idle or self.side.refusal_shown)
        focused = self.focusWidget()
        self.side.arrange(tall=self._tall, low=self._tall and not whole)
        self.coupons.setVisible(not whole)
        self._place.setVisible(not (self._tall and self.side.refusal_shown))
        upright = QSizePolicy.Policy.Maximum if whole else QSizePolicy.Policy.Preferred
        self._place.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        self._below.setStretch(0, 0 if whole else 1)
        if self._tall:
            self._below.setStretch(1, 1 if whole else 0)
        if focused is not None and not focused.isVisible() and self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # not on to whatever comes next: Enter would press it

    def _show_shelf(self) -> None:
        self.quote.show_aside(self._flow.shelf.there is not None)

    def retranslate(self) -> None:
        # The words of refusals in lists depend on names in the language in use.
        self.show_visit()
        if self.side.refusal_shown and self.side.refusal.refusal is not None:
            self.side.refusal.show_refusal(self.side.refusal.refusal, self.surroundings())

    def _show_redemption(self, redemption: Redemption) -> None:
        self._done_at = self._settings.clock.mono_ms()
        self.paper.show_sale(redemption.sale, self._terminal)
        self.success.show_redemption(redemption, files=self._settings.receipts is not None)

    def show_undone(self, came_back: int) -> None:
        """The sale of the verdict on screen, which the flow has as it is now, was undone: wholly or in part."""
        redemption = self._flow.redemption
        if redemption is not None:
            self.paper.show_sale(redemption.sale, self._terminal)
            self.success.show_undone(redemption, came_back)

    def _on_phase(self) -> None:
        phase = self._flow.phase
        # Behind the verdict nobody sees the button: it is ready again when the next visit begins.
        self.quote.show_busy(phase is not Phase.ENTRY)
        if phase is not Phase.ENTRY:
            self.dismiss_refusal()
        done = 1 if phase is Phase.DONE else 0
        if phase is Phase.DONE and self._flow.redemption is not None:
            # Filled in before it is shown: everything is laid out once.
            self._show_redemption(self._flow.redemption)
        if done != self._middle.currentIndex():
            self._left.setCurrentIndex(done)
            self._middle.setCurrentIndex(done)
            self._place_side()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_receipt(self) -> None:
        if self._flow.redemption is not None:
            self.sale_wanted.emit(self._flow.redemption.sale)

    # --- acting ------------------------------------------------------------------------------------------------------

    def _on_keyed(self, key: str) -> None:
        if key == Keypad.RESCAN:
            self.dismiss_refusal()
            self._settings.rescan()
        else:
            self._flow.key_amount(key)

    def key_amount(self, key: str) -> None:
        """A key of the amount, from the keyboard: the amount has it from now on, not a button that had the focus."""
        if not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._flow.key_amount(key)

    def keys_memento(self) -> Callable[[], None]:
        """Makes the amount what it is now again; after a sale, nothing."""
        text = self._flow.amount.text if self._flow.phase is Phase.ENTRY else ""
        return partial(self._flow.take_back_amount, text)

    def confirm(self) -> None:
        """Redeem what is shown."""
        self.dismiss_refusal()
        if self._flow.phase is Phase.ENTRY and not self._flow.amount.minor and not self._flow.confirm_pending:
            self.nothing_yet.emit()
            return
        self._flow.confirm()

    def next_customer(self) -> None:
        """Enter after the verdict."""
        # The second half of a double Enter must not wipe the verdict before anybody saw it.
        if self._settings.clock.mono_ms() - self._done_at >= self._settings.enter_guard:
            self._flow.clear()

    def put_away(self) -> None:
        """Esc: the refusal that is shown, or else everything; a sale that would be lost is asked about first."""
        if self.side.refusal_shown:
            self.dismiss_refusal()
        elif self._flow.phase is Phase.ENTRY and self._flow.at_stake:
            self.abandon_wanted.emit()
        else:
            self._flow.abandon()

    def sizeHint(self) -> QSize:
        return QSize(1366, 672)
