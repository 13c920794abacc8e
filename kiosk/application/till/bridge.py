"""What an existing till may ask for: price a basket, report payment or cancellation, ask what became of either.

The till's own transaction id is the key to everything. The ledger's transaction id follows from it, so "the same id
twice" rests on the ledger alone: what was paid is known after any crash. A basket that was priced and not paid lives in
memory; whoever finds it gone puts it again.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol

from kiosk.application.ports.ledger import Ledger
from kiosk.application.ports.sales import StoredSale
from kiosk.application.sales.api import SalesApi
from kiosk.application.sales.charge_api import ChargeApi
from kiosk.application.sales.charge_outcomes import Charged
from kiosk.application.sales.exchanges import return_in_sale, rows_by_sale
from kiosk.application.sales.find import sale_of_receipt
from kiosk.application.sales.outcomes import (
    DrawReceiptScanned,
    ReceiptRead,
    Redemption,
    Returned,
    ReturnInSale,
    Visit,
    Voided,
)
from kiosk.application.staff.outcomes import ApprovalNeeded, BadgeRead
from kiosk.application.terminal.api import TerminalApi
from kiosk.application.till import charges
from kiosk.application.till.line_prices import line_prices
from kiosk.application.till.open_baskets import OpenBasket, OpenBaskets
from kiosk.application.till.outcomes import (
    NotTaken,
    TillBasket,
    TillCharge,
    TillNo,
    TillOutcome,
    TillRefused,
    TillState,
    TillTransaction,
)
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.channels import Channel
from kiosk.domain.money import largest_amount
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import goods_in
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Actor, Staff, System
from kiosk.domain.staff.roles import Permission, Role
from kiosk.domain.tokens import TokenKind

CANCELLED = "till_cancelled"
"""The reason of a void that the till asked for."""
RETURNED = "goods_returned"
"""The reason of a return that it reports."""
_EXCHANGE = "exchange:"
"""Before the till's id of a transaction with which a return was made: no return that it reports can have such an id."""
_NOT_PROVEN = RefusalCode.MEMBER_NOT_PROVEN


class TillApi(SalesApi, ChargeApi, TerminalApi, Protocol):
    """What a till asks the terminal for."""


class TillWatcher(Protocol):
    """Somebody who wants to see what the till does. Called on the bridge's threads; must return soon."""

    def basket_arrived(self, visit: Visit) -> None:
        """A basket was put, or put again, and priced (`visit.till`: the till's id)."""

    def sale_made(self, redemption: Redemption) -> None:
        """It was paid."""

    def put_aside(self, till: str) -> None:
        """An open basket was cancelled, or a sale undone."""


class TillBridge:
    """The use cases. Callable from any thread but the ledger's own; calls about one transaction wait for each other."""

    def __init__(self, service: TillApi, ledger: Ledger) -> None:
        self._service = service
        self._ledger = ledger
        self._open = OpenBaskets()
        # a claim at HQ may take seconds, and other transactions must not wait for it
        self._locks = tuple(threading.Lock() for _ in range(16))
        self._clerk: Callable[[], Staff | None] = lambda: None
        self._watcher: TillWatcher | None = None

    def staffed_by(self, clerk: Callable[[], Staff | None]) -> None:
        """Who is signed in at the terminal, callable from any thread: they sell what the till reports as paid. While it
        gives None, the till does (`System`). Either has a clerk's permissions here, never a manager's: a manager who is
        signed in did not look at what the till asks for."""
        self._clerk = clerk

    def watched_by(self, watcher: TillWatcher) -> None:
        """Tell `watcher` what happens from now on."""
        self._watcher = watcher

    # --- use cases -----------------------------------------------------------------------------------

    def put(self, till: str, basket: TillBasket) -> TillOutcome:
        """Price a basket. The same one again gives the same answer; a changed one, or one of which something could not
        be redeemed, is priced anew. Raises LedgerFault, as the others do."""
        with self._alone(till):
            known = self._sold(till)
            if known is not None:
                return _refused(known)
            found = self._open.find(till)
            # what is paid back for goods of a sale that is named may be another amount by now
            if found is None or found.basket != basket or found.visit.returns:
                no = self._no(basket)
                if no is not None:
                    return TillRefused(no)
                returns = self._returns(till, basket)
                if isinstance(returns, TillRefused):
                    return returns
                found = self._priced(till, basket, found, returns)
                self._open.remember(till, found)
            if self._watcher is not None:
                self._watcher.basket_arrived(found.visit)
            return self._transaction(till, found)

    def paid(self, till: str, total: int) -> TillOutcome:
        """The customer pays `total` minor units: redeem, if that is the price. Again: the same sale."""
        with self._alone(till):
            known = self._sold(till)
            if known is not None:
                same = known.sale is not None and known.sale.net == total
                return known if known.state is TillState.PAID and same else _refused(known)
            found = self._open.find(till)
            if found is None:
                return TillRefused(TillNo.PUT_AGAIN)
            if total != found.visit.quote.net:
                return TillRefused(TillNo.PRICE_CHANGED, None, self._transaction(till, found))
            outcome = self._service.confirm(found.visit, self._actor())
            if isinstance(outcome, Refusal):
                changed = self._without(found, outcome)
                if changed.visit.returns != found.visit.returns and outcome.code is not RefusalCode.PRICE_CHANGED:
                    # a till is told what cannot come back, and says itself what the sale is without it
                    return TillRefused(TillNo.NOT_POSSIBLE, outcome, self._transaction(till, found))
                self._open.remember(till, changed)
                stale = outcome.code is RefusalCode.PRICE_CHANGED and bool(found.visit.returns)
                if _price(changed) != _price(found) or stale:
                    return TillRefused(TillNo.PRICE_CHANGED, outcome, self._transaction(till, changed))
                if outcome.code is RefusalCode.REWARD_GONE:
                    # what the sale brings is less now, and the customer pays what was agreed
                    found, outcome = changed, self._service.confirm(changed.visit, self._actor())
            if isinstance(outcome, ApprovalNeeded):
                by_policy = outcome.refusal.code is RefusalCode.NOT_PERMITTED
                no = TillNo.MANAGER_NEEDED if by_policy else TillNo.APPROVAL_NEEDED
                return TillRefused(no, outcome.refusal, self._transaction(till, found))
            if isinstance(outcome, Refusal):
                return TillRefused(TillNo.NOT_POSSIBLE, outcome, self._transaction(till, found))
            self._open.forget(till)
            if self._watcher is not None:
                self._watcher.sale_made(outcome)
            return self._sold(till) or TillRefused(TillNo.PUT_AGAIN)

    def cancelled(self, till: str) -> TillOutcome:
        """The till gave up: forget the basket, or undo the sale as far as a clerk may."""
        with self._alone(till):
            known = self._sold(till)
            if known is None:
                if self._open.forget(till) and self._watcher is not None:
                    self._watcher.put_aside(till)
                return TillTransaction(till, TillState.CANCELLED)
            if known.state is TillState.CANCELLED:
                return known
            undo = self._service.void if known.charge is None else self._service.void_charge
            outcome = undo(self._txn(till), CANCELLED, self._actor())
            if isinstance(outcome, ApprovalNeeded):
                return TillRefused(TillNo.MANAGER_NEEDED, outcome.refusal, known)
            if not isinstance(outcome, Voided | Charged) and outcome.code is not RefusalCode.ALREADY_VOIDED:
                return TillRefused(TillNo.NOT_POSSIBLE, outcome, known)
            if self._watcher is not None:
                self._watcher.put_aside(till)
            return self._sold(till) or TillRefused(TillNo.PUT_AGAIN)

    def returned(self, till: str, back: Returned, *, ask: bool = False) -> TillOutcome:
        """Goods of a paid transaction come back, as far as a clerk may take them; the same `back.till` again: the same
        return. `ask`: only say what would be paid back."""
        with self._alone(till):
            known = self._sold(till)
            if known is None:
                return TillRefused(TillNo.NOT_PAID)
            if known.state is TillState.CANCELLED:
                return _refused(known)
            txn = self._txn(till)
            if ask:
                refund = self._service.refund(txn, back)
                if isinstance(refund, Refusal):
                    return TillRefused(TillNo.NOT_POSSIBLE, refund, known)
                return replace(known, refund=refund)
            outcome = self._service.return_goods(txn, back, RETURNED, self._actor())
            if isinstance(outcome, ApprovalNeeded):
                return TillRefused(TillNo.MANAGER_NEEDED, outcome.refusal, known)
            if not isinstance(outcome, Voided):
                changed = outcome.code is RefusalCode.PRICE_CHANGED
                return TillRefused(TillNo.PRICE_CHANGED if changed else TillNo.NOT_POSSIBLE, outcome, known)
            return replace(self._sold(till) or known, refund=outcome.refund)

    def charged(self, till: str, wanted: TillCharge) -> TillOutcome:
        """The customer pays for a voucher of value. Again: the same one. Nothing else is sold under that id."""
        with self._alone(till):
            known = self._sold(till)
            if known is not None and not wanted.ask:
                same = known.charge is not None and known.charge.value == wanted.value
                return known if known.state is TillState.PAID and same else _refused(known)
            currency = self._service.terminal().currency
            return charges.charged(self._service, till, self._txn(till), wanted, self._actor(), currency)

    def state(self, till: str) -> TillTransaction:
        """How a transaction stands."""
        known = self._sold(till)
        if known is not None:
            return known
        found = self._open.find(till)
        return self._transaction(till, found) if found is not None else TillTransaction(till, TillState.UNKNOWN)

    # --- what was sold -------------------------------------------------------------------------------

    def _txn(self, till: str) -> str:
        """The ledger's id of the till's transaction: always the same one, and another at every terminal."""
        device = self._service.terminal().device
        return "t-" + hashlib.sha256(f"{device}\n{till}".encode()).hexdigest()[:30]

    def _sold(self, till: str) -> TillTransaction | None:
        txn = self._txn(till)
        stored = self._ledger.run(lambda tx: tx.sale(txn))
        sale = self._service.sale(txn) if stored is not None else None
        if stored is None or sale is None:
            put = self._service.charge_of(txn)
            return charges.as_transaction(till, put) if put is not None else None
        items = tuple(
            Item(one.sku, one.category, one.pieces, one.price, one.reduced, barred=one.barred)
            for one in goods_in(stored.document)
        )
        state = TillState.PAID if sale.voided_at is None else TillState.CANCELLED
        return TillTransaction(till, state, sale.currency, sale=sale, lines=line_prices(items, sale.lines, sale.back))

    # --- what is open --------------------------------------------------------------------------------

    def _no(self, basket: TillBasket) -> TillNo | None:
        if basket.currency != self._service.terminal().currency:
            return TillNo.CURRENCY_MISMATCH
        if basket.back and not basket.bought:
            return TillNo.NOTHING_BOUGHT
        if basket.worth <= 0:
            return TillNo.AMOUNT_MISSING
        back = -sum(item.amount for item in basket.back)
        if max(basket.worth, back) > largest_amount(basket.currency):
            return TillNo.AMOUNT_TOO_LARGE
        if sum(part for _, part in basket.categories) > basket.worth:
            return TillNo.CATEGORIES_EXCEED_AMOUNT
        return None

    def _returns(self, till: str, basket: TillBasket) -> tuple[ReturnInSale, ...] | TillRefused:
        """What comes back of sales that are named, by the till's id or by their receipt."""
        rows = [(one.of, Item(one.sku, "", -one.pieces, one.price)) for one in basket.back if one.of]
        sales = {name: self._named(name) for name, _ in rows}
        unknown = next((name for name, sale in sales.items() if sale is None), None)
        if unknown is not None:
            return TillRefused(TillNo.NOT_PAID, Refusal(RefusalCode.SALE_UNKNOWN))
        found: list[ReturnInSale] = []
        known = {name: sale for name, sale in sales.items() if sale is not None}
        receipts = {sale.txn: str(sale.document["receipt"]) for sale in known.values()}
        for txn, items in rows_by_sale([(known[name].txn, item) for name, item in rows]).items():
            back = Returned(items=items, till=f"{_EXCHANGE}{till}")
            refund = self._service.refund(txn, back)
            if isinstance(refund, Refusal):
                return TillRefused(TillNo.NOT_POSSIBLE, refund)
            found.append(return_in_sale(txn, receipts[txn], back, refund))
        return tuple(found)

    def _named(self, name: str) -> StoredSale | None:
        txn = self._txn(name)
        return self._ledger.run(lambda tx: tx.sale(txn) or sale_of_receipt(tx, name))

    def _priced(
        self, till: str, basket: TillBasket, before: OpenBasket | None, returns: tuple[ReturnInSale, ...]
    ) -> OpenBasket:
        """The basket as a visit with its price. Codes that were judged for this transaction are not judged again: a
        till puts its basket at every article."""
        codes = [*filter(None, [basket.member]), *basket.coupons]
        same = before is not None and (before.basket.member, before.basket.coupons) == (basket.member, basket.coupons)
        visit = before.visit if before is not None and same else Visit(self._txn(till), till=till, channel=Channel.TILL)
        visit = replace(
            visit,
            amount=basket.worth,
            by_category=basket.categories,
            items=tuple(Item(item.sku, item.category, item.pieces, item.price, item.reduced) for item in basket.bought),
            back=tuple(Item(one.sku, one.category, -one.pieces, one.price) for one in basket.back if not one.of),
            returns=returns,
            pay=basket.pay,
            without=basket.without,
        )
        if before is not None and same:
            not_taken = tuple(
                row for row in before.not_taken if row.code in codes and row.refusal.code is not _NOT_PROVEN
            )
        else:
            visit, not_taken = self._scanned(visit, codes)
        proven = visit.member is not None and visit.member.proven
        if basket.use_points and basket.member and visit.member is not None and not proven:
            not_taken += (NotTaken(basket.member, Refusal(_NOT_PROVEN)),)  # a card's number proves nothing
        # a till that does not know vouchers takes the whole total: then none pays beside it
        visit = replace(visit, use_points=basket.use_points and proven, vouchers=basket.use_vouchers)
        return OpenBasket(basket, self._service.price(visit), not_taken)

    def _scanned(self, visit: Visit, codes: Iterable[str]) -> tuple[Visit, tuple[NotTaken, ...]]:
        not_taken = []
        actor = self._actor()
        for code in codes:
            outcome = self._service.scan(
                visit, ScanEvent(code, Symbology.UNKNOWN, ScanSource.TILL, None, None, 0.0), actor
            )
            if isinstance(outcome, Refusal):
                not_taken.append(NotTaken(code, outcome))
            elif isinstance(outcome, BadgeRead | ReceiptRead | DrawReceiptScanned):
                read = "staff_badge" if isinstance(outcome, BadgeRead) else "receipt"
                read = str(TokenKind.DRAW_RECEIPT) if isinstance(outcome, DrawReceiptScanned) else read
                not_taken.append(NotTaken(code, Refusal(RefusalCode.WRONG_KIND, {"read": read})))
            else:
                visit = outcome.visit
        return visit, tuple(not_taken)

    def _without(self, found: OpenBasket, refusal: Refusal) -> OpenBasket:
        """The same basket, priced without what could not be redeemed."""
        coupons = [line.coupon for line in found.visit.quote.lines if not line.rule]
        coupons += [line.coupon for line in found.visit.quote.vouchers]
        if refusal.code is RefusalCode.RIGHT_UNUSABLE:
            unusable = set(coupons)
        elif refusal.code is RefusalCode.NO_RIGHT_OFFLINE:
            unusable = {coupon for coupon in coupons if not self._held(coupon)}
        else:
            unusable = {coupon for coupon in coupons if coupon == refusal.args.get("coupon")}
        # in a fixed order, for the answer
        left_out = tuple(NotTaken(coupon, refusal) for coupon in coupons if coupon in unusable)
        visit = self._service.price(replace(found.visit, without=found.visit.without | unusable))
        return replace(found, visit=visit, not_taken=found.not_taken + left_out)

    def _held(self, coupon: str) -> bool:
        right = self._ledger.run(lambda tx: tx.right(coupon))
        return right is not None and right.uses > 0

    def _transaction(self, till: str, found: OpenBasket) -> TillTransaction:
        visit = found.visit
        currency = found.basket.currency
        lines = line_prices(visit.items, visit.quote.lines, visit.came_back)
        return TillTransaction(till, TillState.OPEN, currency, visit, lines=lines, not_taken=found.not_taken)

    # --- odds and ends -------------------------------------------------------------------------------

    def _actor(self) -> Actor:
        clerk = self._clerk()
        if clerk is not None and clerk.may(Permission.REDEEM):
            return replace(clerk, role=Role.CLERK, channel=Channel.TILL)
        return System(Channel.TILL, self._service.terminal().name)

    @contextmanager
    def _alone(self, till: str) -> Iterator[None]:
        with self._locks[hash(till) % len(self._locks)]:
            yield


def _refused(known: TillTransaction) -> TillRefused:
    no = TillNo.ALREADY_PAID if known.state is TillState.PAID else TillNo.ALREADY_CANCELLED
    return TillRefused(no, None, known)


def _price(found: OpenBasket) -> tuple[int, int, frozenset[str]]:
    """What the customer is asked to agree to."""
    quote = found.visit.quote
    used = (*(line.coupon for line in quote.lines), *(line.coupon for line in quote.vouchers))
    return quote.net, quote.due, frozenset(used)
