"""The checkout as a state machine over an immutable `Visit`.

One step runs at a time: on the database's thread, or for the confirmation on the one that may wait for HQ. What comes
meanwhile is kept: scans wait in order, keyed amounts change the visit on screen at once and are merged with the step's
answer, a confirmation waits until everything before it is done. A second Enter finds the confirmation already asked for
and does nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.ports.lookups import Ask
from kiosk.application.sales.outcomes import (
    Acted,
    CodeRead,
    CouponAdded,
    DrawReceiptScanned,
    MemberFound,
    ReceiptRead,
    Redemption,
    ReturnInSale,
    ScanOutcome,
    ShareRead,
    Visit,
)
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded, BadgeRead
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Staff
from kiosk.ui.stations.checkout.amount import AmountEntry
from kiosk.ui.stations.checkout.aside import AsideShelf
from kiosk.ui.tasks import TaskRunner

Errand = Callable[[Visit, Staff], Visit | Acted | Refusal]
"""Something to do for the visit's member on the database thread."""


class Phase(StrEnum):
    """Where a visit is."""

    ENTRY = "entry"
    CONFIRMING = "confirming"
    DONE = "done"


def _judge_next(api: CheckoutApi, event: ScanEvent, actor: Staff) -> tuple[Visit, ScanOutcome | Ask]:
    """The next customer's visit, and what the scan means there."""
    visit = api.new_visit()
    return visit, api.scan_at_once(visit, event, actor)


class CheckoutMachine(QObject):
    """Carries one visit after the other from the first scan to the receipt.

    Signals:
        visit_changed(): `visit` or the keyed amount is another; show it.
        phase_changed(): `phase` is another.
        refused(Refusal): a scan or the confirmation was refused.
        told(Refusal): what was asked for is so already, or is another by now: news, no refusal.
        key_refused(): a key of the amount that does not fit.
        doubtful(int): that amount (minor units) is unlikely; go on with `agree(amount)` or let it be.
        coupon_added(CouponView): a scanned coupon joined the visit.
        member_replaced(): another member stands there now; nothing had been keyed in or scanned for the one before.
        other_member(): another member's code, while there is something to lose: go on with `new_customer()` or let it
            be.
        share_read(): the purchase comes through somebody's invitation.
        code_read(CodeRead): a public code of a campaign.
        redeemed(Redemption): durable.
        approval_needed(ApprovalNeeded): go on with `confirm(approval)` or let it be.
        badge_read(BadgeRead): somebody's badge was scanned.
        receipt_read(SaleView): a receipt was scanned: that sale is meant, and the visit stays as it is.
        draw_read(str): what proves a draw was scanned, and the visit stays as it is.
        undone(): the sale whose verdict is on screen was voided, or goods of it came back.
        stepped(): a step's answer has been dealt with.
    """

    visit_changed = Signal()
    phase_changed = Signal()
    refused = Signal(object)
    told = Signal(object)
    key_refused = Signal()
    doubtful = Signal(object)
    coupon_added = Signal(object)
    member_replaced = Signal()
    other_member = Signal()
    share_read = Signal()
    code_read = Signal(object)
    redeemed = Signal(object)
    approval_needed = Signal(object)
    badge_read = Signal(object)
    receipt_read = Signal(object)
    draw_read = Signal(str)
    undone = Signal()
    stepped = Signal()

    def __init__(
        self, api: CheckoutApi, tasks: TaskRunner, *, verdict_min: int, fault: Callable[[Exception], None]
    ) -> None:
        super().__init__()
        self._api = api
        self._tasks = tasks
        self._fault = fault
        self.actor: Staff | None = None
        self.visit: Visit | None = None
        self.amount = AmountEntry()
        self.currency = "TWD"
        self.phase = Phase.ENTRY
        self.redemption: Redemption | None = None
        self.came_back = 0
        """Minor units that went back when the sale on screen was undone last."""
        self.usual = 0
        """Minor units of a usual sale; 0: nobody knows yet."""
        self.shelf = AsideShelf()
        self._other: MemberFound | None = None
        self._agreed: int | None = None
        self._sold: frozenset[str] = frozenset()
        self._next_member: MemberFound | None = None
        self._next_returns: tuple[ReturnInSale, ...] = ()
        self._generation = 0
        self._began = 0
        self._running = False
        self._started: Visit | None = None
        self._scans: deque[ScanEvent] = deque()
        self._scanned: ScanEvent | None = None
        self._fresh_wanted = True
        self._member_wanted: str | None = None
        self._price_wanted = False
        self._pushed: Visit | None = None
        self._errands: deque[tuple[Errand, Callable[[Visit | Acted | Refusal], None]]] = deque()
        self._errand_answer: Callable[[Visit | Acted | Refusal], None] | None = None
        self._confirm_wanted = False
        self._approval: Approval | None = None
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(verdict_min)
        self._hold.timeout.connect(self._step)

    @property
    def empty(self) -> bool:
        """Nothing was scanned or keyed in yet."""
        visit = self.visit
        return (visit is None or (visit.member is None and not visit.coupons and not visit.returns)) and not (
            self.amount.text
        )

    @property
    def at_stake(self) -> bool:
        """Something would be lost that was keyed in or scanned: an amount, a coupon."""
        visit = self.visit
        return bool(self.amount.text) or (visit is not None and bool(visit.scanned or visit.chosen or visit.returns))

    def _take_pushed(self) -> None:
        """Show the till's basket in place of an empty visit, or of what was shown of it before."""
        pushed = self._pushed
        known = self.visit is not None and pushed is not None and pushed.txn == self.visit.txn
        if pushed is None or self._confirm_wanted or self._scans or not (known or self.empty):
            return
        self._pushed = None
        self._fresh_wanted = False
        self.visit = pushed
        self.amount.set_minor(pushed.amount)
        self.visit_changed.emit()

    def _reset(self) -> None:
        self.amount.clear()
        self.visit = None
        self.redemption = None
        self._agreed = None
        self._fresh_wanted = True
        self._member_wanted = None
        self._other = self._next_member = None
        self._next_returns = ()
        self._price_wanted = self._confirm_wanted = False
        self._errands.clear()
        self._hold.stop()
        self._set_phase(Phase.ENTRY)
        self.visit_changed.emit()

    def _edit(self, **changes: Any) -> None:
        if self.visit is not None:
            self.visit = replace(self.visit, **changes)
        self._price_wanted = True
        self.visit_changed.emit()
        self._step()

    def _set_phase(self, phase: Phase) -> None:
        if phase is not self.phase:
            self.phase = phase
            self.phase_changed.emit()

    @Slot()
    def _step(self) -> None:
        if self._running or self.actor is None:
            return
        if self.phase is Phase.DONE:
            if not (self._scans or self._pushed) or self._hold.isActive():
                return
            if self._scans:
                # judged first: what belongs to the sale just made does not end its verdict
                self._scanned = self._scans.popleft()
                self._run(partial(_judge_next, self._api, self._scanned, self.actor), self._on_next_scanned)
                return
            self._reset()
        self._take_pushed()
        if self._fresh_wanted or self.visit is None:
            self._run(self._api.new_visit, self._on_fresh)
        elif self._scans:
            self._scanned = self._scans.popleft()
            self._run(partial(self._api.scan_at_once, self.visit, self._scanned, self.actor), self._on_scanned)
        elif self._member_wanted is not None:
            member, self._member_wanted = self._member_wanted, None
            self._run(partial(self._api.choose_member, self.visit, member), self._on_visit)
        elif self._price_wanted:
            self._price_wanted = False
            self._run(partial(self._api.price, self.visit), self._on_visit)
        elif self._errands:
            errand, on_answer = self._errands.popleft()
            self._errand_answer = on_answer
            # what is had for points may be a question to HQ
            self._run(partial(errand, self.visit, self.actor), self._on_errand, self._tasks.ask_hq)
        elif self._confirm_wanted:
            approval, self._approval = self._approval, None
            self._set_phase(Phase.CONFIRMING)
            # asks HQ for coupons whose right is elsewhere: searches and PINs must not wait for that
            self._run(
                partial(self._api.confirm, self.visit, self.actor, approval), self._on_confirmed, self._tasks.ask_hq
            )

    def _run(
        self, work: Callable[[], Any], on_done: Callable[[Any], None], how: Callable[..., None] | None = None
    ) -> None:
        self._running = True
        self._began = self._generation
        self._started = self.visit
        (how or self._tasks.run)(work, on_done, self._on_fault)

    def _merge(self, answer: Visit) -> None:
        """Take the answer, which is priced, but keep what was keyed in since the step began; that has to be priced."""
        now, before = self.visit, self._started
        if now is not None and before is not None:
            for name in ("amount", "by_category", "chosen", "use_points", "pay", "returns"):
                if getattr(now, name) != getattr(before, name):
                    answer = replace(answer, **{name: getattr(now, name)})
                    self._price_wanted = True
        self.visit = answer
        if self.amount.set_minor(answer.amount):
            self._price_wanted = True

    def _want(self, coupon: str) -> None:
        """Who scans a coupon wants it, also when they had chosen by hand before."""
        if self.visit is not None and self.visit.chosen is not None and coupon not in self.visit.chosen:
            self.visit = replace(self.visit, chosen=(*self.visit.chosen, coupon))
            self._price_wanted = True

    def _stale(self) -> bool:
        """The visit was cleared while the step ran: its answer belongs to nobody."""
        return self._fresh_wanted or self._began != self._generation

    def _finish(self) -> None:
        self._running = False
        self._started = None
        self._step()
        self.stepped.emit()

    def _on_fresh(self, visit: Visit) -> None:
        if self._began != self._generation:
            self._finish()  # a sale was taken back meanwhile
            return
        self._fresh_wanted = False
        if self._next_member is not None:
            found, self._next_member = self._next_member.visit, None
            visit = replace(visit, member=found.member, coupons=found.coupons, brought=found.brought)
            self._price_wanted = True
        if self._next_returns:
            visit, self._next_returns = replace(visit, returns=self._next_returns), ()
            self._price_wanted = True
        # An amount keyed in before the visit was there belongs to it.
        self.visit = replace(visit, amount=self.amount.minor)
        self._price_wanted = self._price_wanted or bool(self.amount.minor)
        self.visit_changed.emit()
        self._finish()

    def _on_next_scanned(self, answer: tuple[Visit, ScanOutcome | Ask]) -> None:
        """The first scan after a verdict: the next customer, a badge, or a code of the sale just made."""
        visit, outcome = answer
        calm = isinstance(outcome, BadgeRead | ReceiptRead | DrawReceiptScanned) or (
            isinstance(outcome, Refusal) and self._just_sold(outcome)
        )
        if self.phase is Phase.DONE and not calm:
            self._reset()
            self._fresh_wanted = False
            self.visit = self._started = visit
        if calm and isinstance(outcome, Refusal):
            self.told.emit(outcome)
            self._finish()
        else:
            self._on_scanned(outcome)

    def _just_sold(self, refusal: Refusal) -> bool:
        return refusal.code is RefusalCode.ALREADY_USED_HERE and refusal.args.get("coupon") in self._sold

    def _say_no(self, refusal: Refusal) -> None:
        """A refusal, unless it only says what is so already: then it is no error."""
        here = refusal.code in (RefusalCode.ALREADY_IN_SALE, RefusalCode.PRICE_CHANGED)
        if here or (self.empty and self._just_sold(refusal)):
            self.told.emit(refusal)
        else:
            self.refused.emit(refusal)

    def _on_scanned(self, outcome: ScanOutcome | Ask) -> None:
        if isinstance(outcome, Ask) and not self._stale():
            assert self.visit is not None
            assert self.actor is not None
            assert self._scanned is not None
            # the database's thread must not wait for HQ
            work = partial(self._api.scan_asking, self.visit, self._scanned, self.actor, outcome)
            self._run(work, self._on_scanned, self._tasks.ask_hq)
            return
        if isinstance(outcome, BadgeRead):
            self.badge_read.emit(outcome)
        elif isinstance(outcome, ReceiptRead):
            self.receipt_read.emit(outcome.sale)
        elif isinstance(outcome, DrawReceiptScanned):
            self.draw_read.emit(outcome.text)
        elif self._stale() or isinstance(outcome, Ask):
            pass  # cleared by the clerk: the next customer starts empty
        elif isinstance(outcome, Refusal):
            self._say_no(outcome)
        elif isinstance(outcome, MemberFound) and outcome.replaced and self.at_stake:
            self._other = outcome
            self.other_member.emit()
        else:
            if isinstance(outcome, MemberFound) and outcome.replaced:
                self.visit = outcome.visit
                self.member_replaced.emit()
            self._merge(outcome.visit)
            if isinstance(outcome, CouponAdded):
                self._want(outcome.coupon.id)
            self.visit_changed.emit()
            if isinstance(outcome, CouponAdded):
                self.coupon_added.emit(outcome.coupon)
            elif isinstance(outcome, ShareRead):
                self.share_read.emit()
            elif isinstance(outcome, CodeRead):
                self.code_read.emit(outcome)
        self._finish()

    def _on_visit(self, visit: Visit) -> None:
        if not self._stale():
            self._merge(visit)
            self.visit_changed.emit()
        self._finish()

    def _on_errand(self, answer: Visit | Acted | Refusal) -> None:
        on_answer, self._errand_answer = self._errand_answer, None
        if not self._stale():
            if not isinstance(answer, Refusal):
                self._merge(answer.visit if isinstance(answer, Acted) else answer)
                self.visit_changed.emit()
            if on_answer is not None and shiboken6.isValid(on_answer.__self__):  # type: ignore[attr-defined]
                on_answer(answer)
        self._finish()

    def _on_confirmed(self, answer: Redemption | ApprovalNeeded | Refusal) -> None:
        self._confirm_wanted = False
        if isinstance(answer, Redemption):
            self.redemption = answer
            self._sold = frozenset(line.coupon for line in answer.sale.lines)
            if self._hold.interval() > 0:
                self._hold.start()
            self._set_phase(Phase.DONE)
            self.redeemed.emit(answer)
        else:
            self._set_phase(Phase.ENTRY)
            if isinstance(answer, ApprovalNeeded):
                self.approval_needed.emit(answer)
            else:
                # What was shown may have changed meanwhile (another till, midnight, a withdrawal).
                self._price_wanted = True
                self._say_no(answer)
        self._finish()

    def _on_fault(self, fault: Exception) -> None:
        # The visit stays: after a fault the same transaction can be confirmed again and is made once.
        self._confirm_wanted = False
        self._errands.clear()
        self._set_phase(Phase.ENTRY)
        self._running = False
        self._started = None
        self._fault(fault)
        self.stepped.emit()

    def price_again(self) -> None:
        """What the visit is judged by has changed."""
        if self.phase is Phase.ENTRY and self.visit is not None:
            self._price_wanted = True
            self._step()

    def retry(self) -> None:
        """After a fault: go on with what is still waiting."""
        self._price_wanted = self.visit is not None
        self._step()
