"""What may be asked of the checkout's state machine: by the clerk, and by the till."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot

from kiosk.application.sales.outcomes import (
    Acted,
    Redemption,
    ReturnInSale,
    SaleView,
    Visit,
)
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.money import exponent, whole_digits
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Staff
from kiosk.ui.stations.checkout.amount import unlikely
from kiosk.ui.stations.checkout.aside import Aside
from kiosk.ui.stations.checkout.choice import toggled
from kiosk.ui.stations.checkout.machine import CheckoutMachine, Errand, Phase


class CheckoutFlow(CheckoutMachine):
    """The checkout as its page drives it."""

    # --- what the clerk does -----------------------------------------------------------------------------------------

    def set_currency(self, currency: str) -> None:
        """Amounts are keyed in in this currency (ISO 4217)."""
        self.currency = currency
        self.amount.decimals, self.amount.digits = exponent(currency), whole_digits(currency)

    def begin(self, actor: Staff) -> None:
        """This clerk works from now on. A visit under way goes on."""
        self.actor = actor
        self._step()

    @Slot(object)
    def scan(self, event: ScanEvent) -> None:
        """A code was scanned. After a finished visit it begins the next one."""
        self._scans.append(event)
        self._step()

    def clear(self) -> None:
        """Put everything aside and begin with the next customer. Not while a confirmation is under way."""
        if self.phase is Phase.CONFIRMING:
            return
        self._scans.clear()
        self._reset()
        self._step()

    def abandon(self) -> None:
        """The same, by a hand that may have slipped: an open sale can be taken back for a while."""
        if self.phase is Phase.CONFIRMING:
            return
        kept = self._open_sale()
        self.clear()
        if kept is not None:
            self.shelf.put(kept)

    def take_back(self) -> None:
        """The sale put aside last, again; one that is open is put aside for it."""
        if self.shelf.there is None or self.confirm_pending:
            return
        now, back = self._open_sale(), self.shelf.take()
        if back is not None:
            self._show_again(back)
        if now is not None:
            self.shelf.put(now)

    def leave_to(self, clerk: str) -> None:
        """Somebody else works here now: the open sale waits for that clerk, out of sight."""
        kept = self._open_sale()
        self.shelf.forget()
        self.clear()
        if kept is not None:
            self.shelf.keep_for(clerk, kept)

    def come_back(self, clerk: str) -> None:
        """That clerk is back: so is their sale, unless another one is open."""
        if self.empty and not self.confirm_pending:
            kept = self.shelf.of(clerk)
            if kept is not None:
                self._show_again(kept)

    def new_customer(self) -> None:
        """The member whose code was scanned is the next customer: this sale is put aside, theirs begins empty."""
        other, self._other = self._other, None
        if other is None or self.phase is not Phase.ENTRY:
            return
        self.abandon()
        self._next_member = other
        self._step()

    def _open_sale(self) -> Aside | None:
        if self.phase is not Phase.ENTRY or self.visit is None or self.empty:
            return None
        return Aside(replace(self.visit, amount=self.amount.minor), self.amount.text)

    def _show_again(self, kept: Aside) -> None:
        self._scans.clear()
        self._reset()
        self._fresh_wanted = False
        self._generation += 1
        self.visit = kept.visit
        self.amount.text = kept.typed
        self._price_wanted = True
        self.visit_changed.emit()
        self._step()

    def key_amount(self, key: str) -> None:
        """A key of the amount: digit, "00", ".", or Keypad's BACK and CLEAR."""
        if self.phase is Phase.CONFIRMING:
            return
        if self.phase is Phase.DONE:
            self._scans.clear()
            self._reset()
        if self.amount.press(key):
            self._edit(amount=self.amount.minor)
        elif self.amount.refused:
            self.key_refused.emit()

    def take_back_amount(self, text: str) -> None:
        """What was keyed in since `text` was no typing after all."""
        if self.phase is Phase.ENTRY and self.amount.text != text:
            self.amount.text = text
            self._edit(amount=self.amount.minor)

    def set_categories(self, by_category: tuple[tuple[str, int], ...]) -> None:
        """How much of the amount falls into which goods category."""
        if self.phase is Phase.ENTRY:
            self._edit(by_category=by_category)

    def choose_member(self, member: str) -> None:
        """A member found by hand."""
        if self.phase is Phase.DONE:
            self._reset()
        if self.phase is Phase.ENTRY:
            self._member_wanted = member
            self._step()

    def toggle_coupon(self, coupon: str) -> None:
        """Use it, or leave it out. One that cannot stand beside another takes the other's place."""
        if self.phase is not Phase.ENTRY or self.visit is None:
            return
        self._edit(chosen=toggled(self.visit, coupon))

    def choose_best(self) -> None:
        """Let the best combination be found again."""
        if self.phase is Phase.ENTRY and self.visit is not None and self.visit.chosen is not None:
            self._edit(chosen=None)

    def use_points(self, use: bool) -> None:
        """The customer pays with points, as far as they go, or does not."""
        if self.phase is Phase.ENTRY and self.visit is not None and self.visit.use_points is not use:
            self._edit(use_points=use)

    def exchange(self, back: ReturnInSale) -> bool:
        """These goods come back with the sale at the till, or with the next one, where its verdict is on screen; of one
        sale what was said last. False while that cannot be: a confirmation is under way, or the sale is a till's."""
        if self.phase is Phase.DONE:
            self._scans.clear()
            self._reset()
        if self.confirm_pending or (self.visit is not None and self.visit.till is not None):
            return False
        if self.visit is None or self._fresh_wanted:
            self._next_returns = (back,)
            self._step()
        else:
            self._edit(returns=(*(one for one in self.visit.returns if one.txn != back.txn), back))
        return True

    def no_exchange(self) -> None:
        """Nothing comes back after all."""
        if self.phase is Phase.ENTRY and self.visit is not None and self.visit.returns and not self.visit.till:
            self._edit(returns=())

    def next_payment(self) -> None:
        """The customer pays in the next of the ways that a running campaign asks for; after the last: in none of
        them."""
        if self.phase is Phase.ENTRY and self.visit is not None and self.visit.quote.payments:
            ways = ["", *(way for way, _name in self.visit.quote.payments)]
            at = ways.index(self.visit.pay) if self.visit.pay in ways else 0
            self._edit(pay=ways[(at + 1) % len(ways)])

    def run_errand(self, errand: Errand, on_answer: Callable[[Visit | Acted | Refusal], None]) -> None:
        """Do something for the member at the till, in its turn; the visit goes on as the answer has it. `on_answer`, a
        bound method of a QObject, is called unless the visit was cleared or the object is gone by then."""
        if self.phase is Phase.ENTRY:
            self._errands.append((errand, on_answer))
            self._step()

    def confirm(self, approval: Approval | None = None) -> None:
        """Redeem, once everything asked for before is done."""
        if self.phase is not Phase.ENTRY or self._confirm_wanted or self.actor is None:
            return
        amount = self.amount.minor
        if amount != self._agreed and unlikely(amount, self.usual, self.currency):
            self.doubtful.emit(amount)
            return
        self._confirm_wanted = True
        self._approval = approval
        self._step()

    def agree(self, amount: int) -> None:
        """The clerk was asked: this amount (minor units) is meant. Confirms it."""
        self._agreed = amount
        self.confirm()

    @property
    def confirm_pending(self) -> bool:
        """Enter was pressed and its answer has not come."""
        return self._confirm_wanted or self.phase is Phase.CONFIRMING

    # --- what the till does ------------------------------------------------------------------------------------------

    @Slot(object)
    def basket_arrived(self, visit: Visit) -> None:
        """The till pushed a basket: it is shown as soon as nobody else is being served here."""
        self._pushed = visit
        self._step()

    @Slot(object)
    def sale_made(self, redemption: Redemption) -> None:
        """The till was paid. Whoever looks at that basket here sees the verdict."""
        txn = redemption.sale.txn
        if self._pushed is not None and self._pushed.txn == txn:
            self._pushed = None
        if self.phase is Phase.ENTRY and not self._running and self.visit is not None and self.visit.txn == txn:
            self._on_confirmed(redemption)

    def sale_undone(self, sale: SaleView) -> bool:
        """A sale was voided, or goods of it came back. True when its verdict is what is on screen."""
        if self.phase is not Phase.DONE or self.redemption is None or self.redemption.sale.txn != sale.txn:
            return False
        before = self.redemption.sale
        self.came_back = before.by_void if sale.voided_at is not None else sale.returned - before.returned
        self.redemption = replace(self.redemption, sale=sale)
        self.undone.emit()
        return True

    @Slot(str)
    def put_aside(self, till: str) -> None:
        """The till cancelled a basket or undid a sale."""
        if self._pushed is not None and self._pushed.till == till:
            self._pushed = None
        self.shelf.forget_till(till)
        if self.visit is not None and self.visit.till == till and not self.confirm_pending:
            self.clear()
