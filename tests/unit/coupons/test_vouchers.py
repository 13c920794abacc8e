"""Vouchers of value: what pays, in which order, and what goes back where."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.coupons.model import Benefit, BenefitKind, PastUse
from kiosk.domain.coupons.vouchers import Voucher, last_uses, left_on, payments, refunds
from tests.unit.coupons.samples import NOW, coupon, template

GIFT = template("V", benefit=Benefit(BenefitKind.VALUE, value=500_00))


def voucher(name: str, left: int, *, days: int = 9, payable: int | None = None) -> Voucher:
    one = coupon(name, "V", expires=NOW + timedelta(days=days))
    return Voucher(one, GIFT, left, left if payable is None else payable)


def use(txn: str, units: int, store: str = "N01") -> PastUse:
    return PastUse("A", "V", None, NOW, store, "till", "s-1", txn, units)


def paid(due: int, *vouchers: Voucher) -> list[tuple[str, int, int]]:
    return [(one.voucher.coupon.id, one.paid, one.left) for one in payments(due, vouchers)]


def test_a_voucher_pays_what_is_due_and_keeps_the_rest() -> None:
    assert paid(300, voucher("A", 500)) == [("A", 300, 200)]
    assert paid(700, voucher("A", 500)) == [("A", 500, 0)]
    assert paid(0, voucher("A", 500)) == []
    assert paid(300, voucher("A", 0)) == []


def test_what_runs_out_first_pays_first_then_the_one_with_less() -> None:
    early, small, large = voucher("C", 400, days=1), voucher("B", 100), voucher("A", 300)
    assert paid(600, large, small, early) == [("C", 400, 0), ("B", 100, 0), ("A", 100, 200)]


def test_no_more_is_paid_than_may_be_here() -> None:
    assert paid(300, voucher("A", 500, payable=200)) == [("A", 200, 300)]


def test_a_sale_that_several_tell_of_counts_once() -> None:
    assert left_on(coupon("A", "V"), GIFT, [use("x", 200), use("x", 200, "N02"), use("y", 50)]) == 500_00 - 250
    assert left_on(coupon("A", "V", worth=120), GIFT, [use("x", 200)]) == 0
    assert left_on(coupon("A", "V", worth=120), GIFT, [use("x", 100)]) == 20


def test_what_was_paid_by_voucher_goes_back_first_the_last_one_first() -> None:
    sale = [("A", 300), ("B", 100)]
    assert refunds(350, sale, {"A": 300, "B": 100}) == (("B", 100), ("A", 250))
    assert refunds(350, sale, {"A": 50, "B": 0}) == (("A", 50),)
    assert refunds(350, [], {}) == ()


def test_what_it_paid_last_is_told_newest_first_each_sale_once() -> None:
    def at(txn: str, hours: int, units: int) -> PastUse:
        return replace(use(txn, units), at=NOW + timedelta(hours=hours))

    uses = [at("x", 1, 50), at("y", 3, 70), at("x", 1, 60), at("back", 4, 0), at("z", 2, 10)]
    assert last_uses(uses) == ((NOW + timedelta(hours=3), 70), (NOW + timedelta(hours=2), 10))


@given(
    due=st.integers(0, 2_000),
    lefts=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900), st.integers(1, 3)), max_size=5),
    data=st.data(),
)
def test_vouchers_pay_as_much_as_they_can_whatever_the_order(
    due: int, lefts: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    known = [voucher(f"V{at}", left, days=days, payable=most) for at, (left, most, days) in enumerate(lefts)]
    found = payments(due, known)
    assert sum(one.paid for one in found) == min(due, sum(min(one.left, one.payable) for one in known))
    assert all(0 < one.paid <= min(one.voucher.left, one.voucher.payable) and one.left >= 0 for one in found)
    assert payments(due, data.draw(st.permutations(known))) == found


@given(
    sale=st.lists(st.integers(1, 500), min_size=1, max_size=4),
    steps=st.lists(st.integers(1, 400), max_size=6),
)
def test_in_parts_exactly_what_was_paid_goes_back(sale: list[int], steps: list[int]) -> None:
    rows = [(f"V{at}", value) for at, value in enumerate(sale)]
    still = dict(rows)
    total = 0
    for amount in steps:
        for name, value in refunds(amount, rows, still):
            assert 0 < value <= still[name]
            still[name] -= value
            total += value
    assert total == min(sum(steps), sum(sale))
