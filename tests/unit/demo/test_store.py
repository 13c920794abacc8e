"""The demo store is the product: its service, its ledger, rows and codes that the product accepts."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from kiosk.application.sales.outcomes import CouponAdded, MemberFound, Redemption, ShareRead
from kiosk.application.staff.outcomes import ApprovalNeeded, BadgeRead
from kiosk.demo.checkout.stubs import RefusalStub, sample
from kiosk.demo.store import offers
from kiosk.demo.store.history import CLERK, scanned, signed_in
from kiosk.demo.store.memory import OneDatabase
from kiosk.demo.store.store import DemoStore
from kiosk.domain.campaigns.check import check
from kiosk.domain.coupons.facts import OP_INTENDED
from kiosk.domain.findings import Severity
from kiosk.domain.journal import facts
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology


@pytest.fixture
def store() -> Iterator[DemoStore]:
    made = DemoStore()
    yield made
    made.close()


def event(text: str) -> ScanEvent:
    return ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)


def test_every_code_is_what_it_says(store: DemoStore) -> None:
    clerk = signed_in(store, CLERK)
    meant = {"M": MemberFound, "K": MemberFound, "I": ShareRead, "S": BadgeRead}
    for name, text in store.codes.texts.items():
        found = store.service.scan(store.service.new_visit(), event(text), clerk)
        kind, _, who = name.partition(":")
        if kind in meant:
            assert isinstance(found, meant[kind]), (name, found)
        elif who in ("forged", "torn"):
            assert isinstance(found, Refusal)
            assert found.code is (RefusalCode.FORGED if who == "forged" else RefusalCode.UNREADABLE)
        elif who in offers.SOLD:
            assert isinstance(found, Refusal)
            assert found.code is RefusalCode.ALREADY_USED_HERE, name
        elif isinstance(found, Refusal):
            assert (who, found.code) in (("c5", RefusalCode.EXPIRED), ("p3", RefusalCode.MEMBER_NEEDED))
        else:
            assert isinstance(found, CouponAdded), (name, found)


def test_its_campaigns_have_no_mistakes_and_run(store: DemoStore) -> None:
    for campaign in offers.campaigns():
        assert [finding for finding in check(campaign) if finding.severity is Severity.ERROR] == []
    assert store.reference.editions_refused() == ()
    assert {edition.campaign.id for edition in store.reference.editions()} == set(offers.FILES)


def test_what_was_sold_before_is_in_a_journal_that_holds_together(store: DemoStore) -> None:
    sales = store.service.recent_sales()
    assert [sale.total for sale in sales] == [12000, 5600, 89900, 108100, 40000, 29000]
    assert [sale.voided_by for sale in sales if sale.voided_at] == ["許志豪"]
    before = facts.genesis("d-01", 1)
    rows = store.ledger.run(lambda tx: list(tx.facts_after(1, 0, 10_000)))
    for seq, raw, chained in rows:
        assert chained == facts.link(before, seq, raw)
        before = chained
    assert len(rows) > 30
    assert store.facts() == [], "of this store nothing has been journalled yet"


def test_what_a_void_gave_back_can_be_used_again(store: DemoStore) -> None:
    clerk = signed_in(store, CLERK)
    visit = scanned(store, clerk, store.service.new_visit(), "K:m3")
    sold = store.service.confirm(store.service.price(replace(visit, amount=88_000)), clerk)
    assert isinstance(sold, Redemption)
    assert "c31" in [line.coupon for line in sold.sale.lines]


def test_the_first_day_has_no_sales_but_everything_else() -> None:
    store = DemoStore(past=False)
    try:
        assert store.service.recent_sales() == ()
        assert len(store.service.staff()) == 5
        assert scanned(store, signed_in(store, CLERK), store.service.new_visit(), "M:m1").member is not None
    finally:
        store.close()


def test_stores_know_nothing_of_each_other(store: DemoStore) -> None:
    other = DemoStore()
    try:
        clerk = signed_in(store, CLERK)
        visit = scanned(store, clerk, store.service.new_visit(), "M:m1")
        sold = store.service.confirm(store.service.price(replace(visit, amount=46_200)), clerk)
        assert isinstance(sold, Redemption)
        store.publish("chain/templates", offers.THRESHOLD.id, None)
        assert len(other.service.recent_sales()) == 6
        assert other.facts() == []
        assert other.reference.template(offers.THRESHOLD.id) is not None
    finally:
        other.close()


def test_a_coupon_without_a_right_asks_hq_and_then_a_manager(store: DemoStore) -> None:
    clerk = signed_in(store, CLERK)
    store.take_right("c1")
    visit = scanned(store, clerk, store.service.new_visit(), "M:m1")
    outcome = store.service.confirm(store.service.price(replace(visit, amount=46_200)), clerk)
    assert isinstance(outcome, ApprovalNeeded)
    assert outcome.refusal.code is RefusalCode.NO_RIGHT_OFFLINE
    assert [fact.body["coupon"] for fact in store.facts(OP_INTENDED)] == ["c1"]


def test_many_threads_may_ask_at_once(store: DemoStore) -> None:
    clerk = signed_in(store, CLERK)

    def visit(number: int) -> int:
        found = scanned(store, clerk, store.service.new_visit(), f"M:m{1 + number % 3}")
        return store.service.price(replace(found, amount=10_000 + number * 100)).amount

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(visit, range(40))) == [10_000 + number * 100 for number in range(40)]


def test_the_databases_are_encrypted() -> None:
    disk = OneDatabase()
    held = disk.connect(Path(), bytes(32))
    held.execute("CREATE TABLE t (x)")
    with pytest.raises(sqlcipher.DatabaseError):
        disk.connect(Path(), bytes([1]) * 32).execute("SELECT * FROM t")
    held.close()


@pytest.mark.parametrize("code", list(RefusalCode))
def test_the_stub_says_any_refusal_and_leaves_the_rest_to_the_store(store: DemoStore, code: RefusalCode) -> None:
    stub = RefusalStub(store.context)
    clerk = signed_in(store, CLERK)
    assert stub.scan(stub.new_visit(), event(f"R:{code.value}"), clerk) == sample(code)
    unknown = stub.scan(stub.new_visit(), event("R:no-such-code"), clerk)
    assert isinstance(unknown, Refusal)
    assert unknown.code is RefusalCode.NOT_OURS
    assert isinstance(stub.scan(stub.new_visit(), event(store.codes["M:m1"]), clerk), MemberFound)
