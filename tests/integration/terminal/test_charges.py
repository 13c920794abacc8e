"""Vouchers that tills sell, between real tills and a real HQ: whatever is sold, topped up, spent and taken back with
and without HQ, no minor unit is paid twice, and what HQ says is owed is what is on them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.application.sales.charge_outcomes import CardFound, Charged, ChargeWanted
from kiosk.application.sales.outcomes import CouponAdded, Redemption, Returned, Voided
from kiosk.domain.coupons.model import Benefit, BenefitKind, Sold
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from tests.integration.terminal.shop import DAY, Shop
from tests.integration.terminal.visits import clerk, scan
from tests.simulation.world import SimTerminal, World

TILLS = (("XY02", "xinyi"), ("ZX01", "zhongxiao"))


class Counter:
    """Three tills of two stores that sell vouchers, and what the test itself knows of them."""

    def __init__(self, world: World) -> None:
        shop = Shop(world)
        self.hq, self.world = world.hq, world
        self.tills = [shop.till, *(world.add(*one) for one in TILLS)]
        shop.template(
            "gift",
            benefit=Benefit(BenefitKind.VALUE, value=50_000),
            sold=Sold(100, 900_000, shop.now - DAY, shop.now + timedelta(days=20), days=30),
            campaign="",
        )
        self.sync(*self.tills)
        self.actors = [clerk(till) for till in self.tills]
        self.codes: dict[str, str] = {}
        self.balance: dict[str, int] = {}
        self.charges: list[tuple[int, str, str, int]] = []
        self.sales: list[tuple[int, str, int]] = []

    def sync(self, *tills: SimTerminal) -> None:
        for till in tills:
            till.engine.round()

    def plug(self, at: int, *, up: bool) -> None:
        till = self.tills[at]
        till.network.up = up
        for _ in range(2):
            till.engine.round()

    def at(self, at: int) -> tuple[SimTerminal, Staff]:
        return self.tills[at], self.actors[at]

    def find(self, at: int, code: str) -> CardFound | Refusal:
        return self.tills[at].service.find_card(ScanEvent(code, Symbology.QR, ScanSource.HANDHELD, None, None, 0.0))

    def charge(self, at: int, value: int, code: str = "") -> str | RefusalCode:
        """The voucher's code."""
        till, actor = self.at(at)
        wanted = ChargeWanted(till.service.new_charge(), "gift", value)
        if code:
            found = self.find(at, code)
            if isinstance(found, Refusal):
                return found.code
            wanted = replace(wanted, coupon=found.coupon, left=found.left, until=found.until)
        done = till.service.charge(wanted, actor)
        assert isinstance(done, Charged), done
        coupon = done.charge.coupon
        self.balance[coupon] = self.balance.get(coupon, 0) + value
        self.charges.append((at, done.charge.txn, coupon, value))
        self.codes.setdefault(coupon, done.charge.code)
        return code or done.charge.code

    def pays(self, at: int, code: str, amount: int) -> int:
        """Minor units that a voucher pays of a sale; a price that changed meanwhile is no sale."""
        till, actor = self.at(at)
        added = scan(till, replace(till.service.new_visit(), amount=amount), code, actor)
        if not isinstance(added, CouponAdded):
            return 0
        sold = till.service.confirm(added.visit, actor)
        if not isinstance(sold, Redemption):
            return 0
        paid = sold.sale.total - sold.sale.due
        if paid:
            self.sales.append((at, sold.sale.txn, sold.sale.total))
        for line in sold.sale.vouchers:
            self.balance[line.coupon] -= line.off
        return paid

    def comes_back(self, sale: tuple[int, str, int], amount: int) -> None:
        """Goods of a sale that a voucher paid for: a part of them, or with `amount` 0 all that is left."""
        at, txn, _total = sale
        till, actor = self.at(at)
        done = (
            till.service.return_goods(txn, Returned(amount), "goods_returned", actor)
            if amount
            else till.service.void(txn, "wrong_amount", actor)
        )
        if isinstance(done, Voided):
            for coupon, value in done.sale.back_on_vouchers:
                self.balance[coupon] += value
        if not amount:
            self.sales.remove(sale)

    def void(self, charge: tuple[int, str, str, int]) -> bool:
        at, txn, coupon, value = charge
        till, actor = self.at(at)
        done = till.service.void_charge(txn, "training", actor)
        if isinstance(done, Charged):
            self.balance[coupon] -= value
            self.charges.remove(charge)
        return isinstance(done, Charged)

    def agrees(self) -> None:
        """After everybody has met HQ: nothing was overspent, and the liability is the sum of the balances."""
        for at in range(len(self.tills)):
            self.plug(at, up=True)
        self.sync(*self.tills, *self.tills)
        assert self.hq.conflicts() == []
        assert all(value >= 0 for value in self.balance.values()), self.balance
        (sums,) = [one for one in self.hq.voucher_sums() if one.template == "gift"]
        assert sums.left == sum(self.balance.values())
        put_on = sums.issued + sums.sold + sums.topped_up + sums.refunded + sums.beyond
        assert put_on == sums.used + sums.taken_off + sums.left + sums.expired + sums.revoked
        assert sums.count == len(self.balance)
        for coupon, code in self.codes.items():
            found = self.find(1, code)
            assert isinstance(found, CardFound)
            assert (found.left, found.sure) == (self.balance[coupon], True)
        assert self.hq.verify() == []


@pytest.fixture
def counter(world: World) -> Counter:
    return Counter(world)


def test_a_charge_asked_for_again_is_the_one_there_is_whoever_asks(world: World) -> None:
    counter = Counter(world)
    till, actor = counter.at(0)
    wanted = ChargeWanted(till.service.new_charge(), "gift", 50_000)
    first = till.service.charge(wanted, actor)
    assert isinstance(first, Charged)
    for asks in (actor, replace(actor, role=Role.AUDITOR)):
        again = till.service.charge(wanted, asks)
        assert isinstance(again, Charged)
        assert again.charge.receipt == first.charge.receipt
    other = replace(wanted, txn=till.service.new_charge())
    assert till.service.charge(other, replace(actor, role=Role.AUDITOR)) == Refusal(RefusalCode.NOT_PERMITTED)


def test_what_is_sold_without_hq_pays_here_at_once_and_elsewhere_when_hq_has_heard(counter: Counter) -> None:
    counter.plug(0, up=False)
    code = counter.charge(0, 50_000)
    assert counter.pays(0, code, 20_000) == 20_000
    assert counter.pays(1, code, 20_000) == 0  # nobody there has heard of it
    counter.plug(1, up=False)
    assert counter.charge(1, 10_000, code) == code
    assert counter.pays(1, code, 40_000) == 10_000  # what was put on it there, and no more
    assert counter.pays(0, code, 40_000) == 30_000
    counter.plug(0, up=True)
    counter.plug(1, up=True)
    counter.sync(*counter.tills)
    assert counter.charge(0, 70_000, code) == code
    counter.sync(*counter.tills)
    assert counter.pays(2, code, 60_000) == 60_000  # another till has the right, and gives it back
    assert counter.void(counter.charges[0]) is False
    counter.comes_back(counter.sales[-1], 10_000)
    counter.agrees()
    assert [one.refunded for one in counter.hq.voucher_sums() if one.template == "gift"] == [10_000]


@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_nothing_is_paid_twice_and_the_sums_agree(counter: Counter, seed: int) -> None:
    dice = random.Random(seed)
    codes = [counter.charge(0, 50_000), counter.charge(2, 30_000)]
    for _ in range(30):
        at, code = dice.randrange(3), dice.choice(codes)
        match dice.randrange(10):
            case 0:
                counter.plug(at, up=dice.random() < 0.5)
            case 1 | 2:
                counter.sync(counter.tills[at])
            case 3:
                codes.append(counter.charge(at, dice.randrange(1, 9) * 5_000))
            case 4:
                counter.charge(at, dice.randrange(1, 9) * 5_000, code)
            case 5 | 6:
                counter.pays(at, code, dice.randrange(1, 12) * 5_000)
            case 7 | 8:
                if counter.sales:
                    sale = dice.choice(counter.sales)
                    counter.comes_back(sale, dice.choice((0, sale[2] // 2)))
            case _:
                if counter.charges:
                    counter.void(dice.choice(counter.charges))
    counter.agrees()
