"""The state machine: nothing lost, nothing twice, whatever arrives while a step is running."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.application.ports.faults import LedgerFull
from kiosk.application.ports.lookups import Ask
from kiosk.application.sales.outcomes import Redemption, ScanOutcome, Visit
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.demo.checkout.stubs import RefusalStub
from kiosk.demo.store.store import DemoStore
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Actor, Staff
from kiosk.domain.staff.roles import Role
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.tasks import TaskRunner

CLERK = Staff("1001", "林雅婷", Role.CLERK)


class GatedApi(RefusalStub):
    """The demo store's service, whose steps wait until the test lets them go on."""

    def __init__(self, store: DemoStore) -> None:
        super().__init__(store.context)
        self.scanned: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()
        self.full = False
        self.priced = 0

    def price(self, visit: Visit) -> Visit:
        self.priced += 1
        return super().price(visit)

    def _pass(self) -> None:
        self.entered.set()
        assert self.gate.wait(30)

    def hold(self) -> None:
        """From now on the next step waits."""
        self.gate.clear()
        self.entered.clear()

    def scan_at_once(self, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome | Ask:
        self._pass()
        self.scanned.append(event.text)
        return super().scan_at_once(visit, event, actor)

    def confirm(
        self, visit: Visit, actor: Actor, approval: Approval | None = None
    ) -> Redemption | ApprovalNeeded | Refusal:
        self._pass()
        if self.full:
            raise LedgerFull("no space left on device")
        return super().confirm(visit, actor, approval)


class Till:
    """A flow with somebody to work it."""

    def __init__(self, *, verdict_min: int = 0) -> None:
        self.store = DemoStore()
        self.api = GatedApi(self.store)
        self.tasks = TaskRunner()
        self.faults: list[Exception] = []
        self.flow = CheckoutFlow(self.api, self.tasks, verdict_min=verdict_min, fault=self.faults.append)
        self.refused: list[Refusal] = []
        self.redeemed: list[Redemption] = []
        self.told: list[Refusal] = []
        self.flow.refused.connect(self.refused.append)
        self.flow.told.connect(self.told.append)
        self.flow.redeemed.connect(self.redeemed.append)
        self.flow.begin(CLERK)
        self.settle()

    def settle(self) -> None:
        for _ in range(2):
            QApplication.processEvents()
            while self.tasks.pending:
                QApplication.processEvents()

    def phase(self) -> Phase:
        return self.flow.phase

    def scan(self, text: str) -> None:
        """A code is held up: `text`, or what stands behind it when it is a short name of the store's `codes`."""
        self.flow.scan(ScanEvent(self.store.codes[text], Symbology.QR, ScanSource.CAMERA, None, None, 0.0))

    def keys(self, text: str) -> None:
        for key in text:
            self.flow.key_amount(key)

    def let_go(self) -> None:
        self.api.gate.set()
        self.settle()

    def sales(self) -> int:
        """How many were made since the store was opened."""
        return len(self.store.facts(SALE_COMPLETED))

    def close(self) -> None:
        self.api.gate.set()
        self.tasks.close()
        self.store.close()


@pytest.fixture
def till(qapp: QApplication) -> Iterator[Till]:
    made = Till()
    yield made
    made.close()


def test_a_visit_from_scan_to_receipt(till: Till) -> None:
    till.scan("M:m1")
    till.settle()
    till.keys("462")
    till.settle()
    visit = till.flow.visit
    assert visit is not None
    assert visit.member is not None
    assert (visit.quote.amount, visit.quote.total) == (46200, 37900)
    till.flow.confirm()
    till.settle()
    assert till.phase() is Phase.DONE
    assert [one.sale.total for one in till.redeemed] == [37900]
    till.flow.clear()
    till.settle()
    assert till.phase() is Phase.ENTRY
    assert till.flow.empty


def test_a_second_enter_confirms_nothing_twice(till: Till) -> None:
    till.scan("M:m1")
    till.keys("462")
    till.settle()
    till.api.hold()
    till.flow.confirm()
    till.flow.confirm()
    assert till.api.entered.wait(30)
    till.flow.confirm()
    till.let_go()
    till.flow.confirm()
    till.settle()
    assert len(till.redeemed) == 1
    assert till.sales() == 1


def test_scans_during_a_step_wait_in_order(till: Till) -> None:
    till.api.hold()
    for text in ("M:m1", "C:p2", "R:forged", "C:p2"):
        till.scan(text)
    till.let_go()
    assert till.flow.visit is not None
    assert till.flow.visit.scanned == ("p2",)
    assert [refusal.code for refusal in till.refused] == [RefusalCode.FORGED]
    assert [refusal.code for refusal in till.told] == [RefusalCode.ALREADY_IN_SALE]
    assert till.api.scanned == [till.store.codes[text] for text in ("M:m1", "C:p2", "R:forged", "C:p2")]


def test_an_amount_keyed_in_during_a_scan_is_kept(till: Till) -> None:
    till.api.hold()
    till.scan("M:m1")
    assert till.api.entered.wait(30)
    till.keys("500")
    till.flow.confirm()
    till.let_go()
    # The confirmation waited for the scan and for the price of the new amount.
    assert [one.sale.amount for one in till.redeemed] == [50000]
    assert till.redeemed[0].sale.masked_name == "陳*麗"
    assert len(till.redeemed[0].sale.lines) == 2


def test_what_a_scan_answers_is_not_priced_a_second_time(till: Till) -> None:
    till.keys("462")
    till.settle()
    till.api.priced = 0
    till.scan("M:m1")
    till.settle()
    visit = till.flow.visit
    assert visit is not None
    assert (visit.quote.amount, visit.quote.total) == (46200, 37900)
    assert till.api.priced == 0  # but by the scan itself


def test_clearing_during_a_scan_leaves_nothing_behind(till: Till) -> None:
    till.api.hold()
    till.scan("M:m1")
    assert till.api.entered.wait(30)
    till.flow.clear()
    till.keys("8")
    till.let_go()
    assert till.flow.visit is not None
    assert till.flow.visit.member is None
    assert till.flow.visit.amount == 800


def test_clearing_and_typing_do_nothing_during_a_confirmation(till: Till) -> None:
    till.scan("M:m1")
    till.keys("462")
    till.settle()
    till.api.hold()
    till.flow.confirm()
    assert till.api.entered.wait(30)
    till.flow.clear()
    till.keys("9")
    till.let_go()
    assert [one.sale.amount for one in till.redeemed] == [46200]


def test_after_a_fault_the_same_sale_is_made_once(till: Till) -> None:
    till.scan("M:m1")
    till.keys("462")
    till.settle()
    assert till.flow.visit is not None
    txn = till.flow.visit.txn
    till.api.full = True
    till.flow.confirm()
    till.settle()
    assert [type(fault) for fault in till.faults] == [LedgerFull]
    assert till.flow.phase is Phase.ENTRY
    till.api.full = False
    till.flow.retry()
    till.flow.confirm()
    till.settle()
    assert [one.sale.txn for one in till.redeemed] == [txn]


def test_a_scan_after_the_verdict_begins_the_next_visit(till: Till) -> None:
    till.scan("M:m1")
    till.keys("462")
    till.flow.confirm()
    till.settle()
    till.scan("M:m2")
    till.settle()
    assert till.flow.phase is Phase.ENTRY
    assert till.flow.visit is not None
    assert till.flow.visit.member is not None
    assert till.flow.visit.member.id == "m2"
    assert till.flow.visit.amount == 0


def test_a_scan_during_the_confirmation_waits_until_the_verdict_was_seen(qapp: QApplication) -> None:
    till = Till(verdict_min=3_600_000)
    till.scan("M:m1")
    till.keys("462")
    till.settle()
    till.api.hold()
    till.flow.confirm()
    assert till.api.entered.wait(30)
    till.scan("M:m2")
    till.let_go()
    assert till.flow.phase is Phase.DONE
    till.flow._hold.timeout.emit()
    till.flow._hold.stop()
    till.flow._step()
    till.settle()
    assert till.flow.visit is not None
    assert till.flow.visit.member is not None
    assert till.flow.visit.member.id == "m2"
    till.close()


def test_a_digit_after_the_verdict_begins_the_next_visit(till: Till) -> None:
    till.scan("M:m1")
    till.keys("462")
    till.flow.confirm()
    till.settle()
    till.keys("7")
    till.settle()
    assert till.flow.visit is not None
    assert till.flow.visit.amount == 700
    assert till.flow.visit.member is None


def test_coupons_are_chosen_and_left_out_by_hand(till: Till) -> None:
    till.scan("M:m1")
    till.keys("462")
    till.settle()

    def used() -> list[str]:
        assert till.flow.visit is not None
        return [line.coupon for line in till.flow.visit.quote.lines]

    assert sorted(used()) == ["c1", "c2"]
    till.flow.toggle_coupon("c2")
    till.settle()
    assert used() == ["c1"]
    till.flow.toggle_coupon("c3")  # does not stand beside c1: takes its place
    till.settle()
    assert used() == ["c3"]
    till.flow.toggle_coupon("c1")  # and back
    till.settle()
    assert used() == ["c1"]
    till.flow.choose_best()
    till.settle()
    assert sorted(used()) == ["c1", "c2"]
    till.flow.toggle_coupon("c1")
    till.settle()
    till.scan("C:p2")  # who scans a coupon wants it
    till.settle()
    assert used() == ["c2", "p2"]


def test_another_member_asks_and_is_the_next_customer(till: Till) -> None:
    asked: list[bool] = []
    till.flow.other_member.connect(lambda: asked.append(True))
    till.scan("M:m1")
    till.keys("462")
    till.settle()
    till.scan("M:m2")
    till.settle()
    assert asked == [True]
    assert till.flow.visit is not None
    assert till.flow.visit.member is not None
    assert till.flow.visit.member.id == "m1"
    till.flow.new_customer()
    till.settle()
    assert till.flow.visit.member.id == "m2"
    assert [coupon.id for coupon in till.flow.visit.coupons] == ["c6"]
    # nobody's goods are mixed up with another's
    assert till.flow.visit.amount == 0
    assert till.flow.amount.text == ""
    till.flow.take_back()
    till.settle()
    assert till.flow.visit.member.id == "m1"
    assert till.flow.visit.amount == 462_00
    till.flow.shelf.forget()


def test_with_nothing_keyed_in_another_member_simply_comes(till: Till) -> None:
    replaced: list[bool] = []
    till.flow.member_replaced.connect(lambda: replaced.append(True))
    till.scan("M:m1")
    till.scan("M:m2")
    till.settle()
    assert replaced == [True]
    assert till.flow.visit is not None
    assert till.flow.visit.member is not None
    assert till.flow.visit.member.id == "m2"


def test_a_sale_taken_back_while_a_step_runs_is_what_stays(till: Till) -> None:
    till.scan("M:m1")
    till.keys("462")
    till.settle()
    till.flow.abandon()
    till.settle()
    till.api.hold()
    till.scan("M:m2")
    till.flow.take_back()
    till.let_go()
    assert till.flow.visit is not None
    assert till.flow.visit.member is not None
    assert till.flow.visit.member.id == "m1"
    assert till.flow.visit.quote.total == 379_00


def test_a_friends_invitation_stays_with_the_sale(till: Till) -> None:
    read: list[bool] = []
    till.flow.share_read.connect(lambda: read.append(True))
    till.scan("I:m2")
    till.scan("M:m1")
    till.keys("462")
    till.settle()
    assert read == [True]
    assert till.flow.visit is not None
    assert (till.flow.visit.sharer, till.flow.visit.amount) == ("m2", 462_00)


def test_a_manager_is_asked_and_the_sale_goes_on(till: Till) -> None:
    needed: list[ApprovalNeeded] = []
    till.flow.approval_needed.connect(needed.append)
    till.store.take_right("c1")
    till.scan("M:m1")
    till.keys("462")
    till.flow.confirm()
    till.settle()
    assert len(needed) == 1
    assert till.redeemed == []
    till.flow.confirm(Approval("1010", "許志豪"))
    till.settle()
    assert len(till.redeemed) == 1


def test_without_a_clerk_nothing_moves(qapp: QApplication) -> None:
    store, tasks = DemoStore(), TaskRunner()
    faults: list[Exception] = []
    flow = CheckoutFlow(store.service, tasks, verdict_min=0, fault=faults.append)
    flow.scan(ScanEvent("M:m1", Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
    flow.confirm()
    assert tasks.pending == 0
    assert store.facts() == []
    tasks.close()
    store.close()
