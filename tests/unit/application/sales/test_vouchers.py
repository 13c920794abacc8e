"""A voucher of value at the till: it pays, in parts, offline by its right, and gets back what comes back."""

from __future__ import annotations

from dataclasses import replace

from kiosk.application.ports.coupons import Claim
from kiosk.application.ports.lookups import Told
from kiosk.application.sales.outcomes import CouponAdded, Redemption, Visit
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.application.sync.outcomes import Link
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.coupons.model import Benefit, BenefitKind, OfflinePolicy
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.tokens import CouponClaims
from tests.shared.till import CLERK, Till

POINTS = "rules:\n  - {id: each, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}\n"


def with_voucher(till: Till, *, held: bool = True, left: int = 500_00, **changes: object) -> None:
    till.has_template("gift", benefit=Benefit(BenefitKind.VALUE, value=500_00), **changes)
    till.has_coupon("v-1", "gift", held=False)
    if held:
        till.holds("v-1", uses=left)


def paid(visit: Visit) -> list[tuple[str, int, int]]:
    return [(line.coupon, line.off, line.left) for line in visit.quote.vouchers]


def test_it_pays_of_the_price_after_discounts_and_what_it_paid_was_paid(till: Till) -> None:
    till.publishes(POINTS)
    till.has_template()
    till.has_coupon("c-1")
    with_voucher(till)
    visit = till.visit("m-1", 350_00)
    assert (visit.quote.total, visit.quote.due, paid(visit)) == (300_00, 0, [("v-1", 300_00, 200_00)])
    assert [line.coupon for line in visit.quote.lines] == ["c-1"]
    sold = till.buys("m-1", 350_00)
    assert (sold.sale.total, sold.sale.due) == (300_00, 0)
    assert [(line.coupon, line.off, line.left) for line in sold.sale.vouchers] == [("v-1", 300_00, 200_00)]
    assert till.points("m-1") == 30
    again = till.visit("m-1", 350_00)
    assert (again.quote.total, again.quote.due, paid(again)) == (350_00, 150_00, [("v-1", 200_00, 0)])


def test_when_it_is_empty_that_is_said(till: Till) -> None:
    with_voucher(till)
    till.buys("m-1", 500_00)
    (view,) = till.visit("m-1", 100_00).coupons
    assert view.refusal is not None
    assert (view.refusal.code, view.left) == (RefusalCode.ALREADY_USED_HERE, 0)


def test_a_void_and_parts_that_come_back_are_on_it_again(till: Till) -> None:
    with_voucher(till)
    first = till.buys("m-1", 300_00)
    second = till.buys("m-1", 600_00)
    assert second.sale.due == 400_00
    part = till.returns(second.sale.txn, 150_00)
    assert part.sale.back_on_vouchers == (("v-1", 150_00),)
    rest = till.returns(second.sale.txn, 150_00)
    assert rest.sale.back_on_vouchers == (("v-1", 50_00),)
    assert paid(till.visit("m-1", 900_00)) == [("v-1", 200_00, 0)]
    assert till.voids(first.sale.txn).sale.back_on_vouchers == (("v-1", 300_00),)
    assert paid(till.visit("m-1", 900_00)) == [("v-1", 500_00, 0)]
    till.voids(second.sale.txn)
    assert paid(till.visit("m-1", 900_00)) == [("v-1", 500_00, 0)]


def test_the_right_is_to_money_and_no_more_is_paid_by_it(till: Till) -> None:
    with_voucher(till, left=120_00)  # the rest was paid elsewhere
    assert paid(till.visit("m-1", 300_00)) == [("v-1", 120_00, 0)]
    shown = till.visit("m-1", 300_00)
    till.loses("v-1")
    till.link = Link.ONLINE
    till.answer = Claim(False, Refusal(RefusalCode.VOUCHER_SHORT, {"have": 50_00, "need": 120_00}))
    priced = till.service.price(shown)
    sold = till.service.confirm(priced, CLERK)
    assert isinstance(sold, Refusal)
    assert sold.code is RefusalCode.VOUCHER_SHORT
    assert [coupon for coupon, _open in till.claimed] == ["v-1"]
    assert till.open_claims() == []


def test_without_hq_and_without_the_right_only_a_manager_lets_it_pay_and_up_to_the_limit(till: Till) -> None:
    with_voucher(till, held=False)
    visit = till.visit("m-1", 300_00)
    assert (visit.quote.due, paid(visit)) == (300_00, [])
    assert [view.refusal.code for view in visit.coupons if view.refusal] == [RefusalCode.NO_RIGHT_OFFLINE]
    with_voucher(till, held=False, offline=OfflinePolicy.ACCEPT_WITH_MANAGER, offline_limit=100_00)
    visit = till.visit("m-1", 300_00)
    assert (visit.quote.due, paid(visit)) == (200_00, [("v-1", 100_00, 400_00)])
    assert isinstance(till.service.confirm(visit, CLERK), ApprovalNeeded)
    sold = till.service.confirm(visit, CLERK, Approval("s-2", "張志豪"))
    assert isinstance(sold, Redemption)
    assert sold.sale.due == 200_00


def test_a_bearers_voucher_says_what_hq_says_is_left_and_asks_again_when_scanned_again(till: Till) -> None:
    till.has_template("gift", benefit=Benefit(BenefitKind.VALUE, value=500_00))
    code = till.code(CouponClaims, id="v-9", template="gift", worth=800_00)
    till.link, till.told = Link.ONLINE, Told(left=130_00)
    visit = replace(till.service.new_visit(), amount=200_00)
    added = till.scans(code, visit)
    assert isinstance(added, CouponAdded)
    assert (added.coupon.left, paid(added.visit)) == (130_00, [("v-9", 130_00, 0)])
    till.told = Told(left=90_00)
    again = till.scans(code, added.visit)
    assert isinstance(again, CouponAdded)
    assert (again.visit.scanned, paid(again.visit)) == (("v-9",), [("v-9", 90_00, 0)])
    till.link = Link.OFFLINE
    once_more = till.scans(code, again.visit)
    assert isinstance(once_more, Refusal)
    assert once_more.code is RefusalCode.ALREADY_IN_SALE


def test_a_customer_may_keep_it_and_a_till_that_does_not_know_vouchers_is_paid_in_full(till: Till) -> None:
    with_voucher(till)
    assert till.visit("m-1", 300_00, without=frozenset({"v-1"})).quote.due == 300_00
    assert till.visit("m-1", 300_00, vouchers=False).quote.due == 300_00
    assert till.visit("m-1", 300_00, chosen=()).quote.due == 300_00
    assert till.visit("m-1", 300_00, chosen=("v-1",)).quote.due == 0


def test_what_is_due_must_be_what_was_shown(till: Till) -> None:
    with_voucher(till)
    shown = till.visit("m-1", 450_00)
    till.buys("m-1", 100_00)
    told = till.service.confirm(shown, CLERK)
    assert isinstance(told, Refusal)
    assert (told.code, told.args) == (RefusalCode.PRICE_CHANGED, {"have": 50_00, "need": 0})


GIVEN = """
coupons:
  - {id: card, name: NAME, value: 100, valid_days: 30}
  - {id: thrice, name: NAME, off: 5, uses: 3, valid_days: 30, with: ["*"]}
rules:
  - {id: one, name: NAME, when: first_purchase, give: [{coupon: card}, {coupon: thrice}]}
"""


def test_a_till_that_gave_them_takes_all_of_them_without_hq(till: Till) -> None:
    till.publishes(GIVEN)
    till.buys("m-1", 100_00)
    first = till.buys("m-1", 80_00)
    assert (first.sale.total, first.sale.due) == (75_00, 0)
    second = till.buys("m-1", 80_00)
    assert (second.sale.total, second.sale.due) == (75_00, 50_00)
    third = till.buys("m-1", 80_00)
    assert (third.sale.total, third.sale.due) == (75_00, 75_00)
    assert till.buys("m-1", 80_00).sale.total == 80_00


def test_a_coupon_that_is_not_reusable_stays_used_when_its_sale_is_voided(till: Till) -> None:
    for name, reusable in (("once", False), ("again", True)):
        till.has_template(name, reusable=reusable)
        till.has_coupon(f"c-{name}", name)
    sold = till.buys("m-1", 200_00)
    assert sold.sale.total == 100_00
    till.voids(sold.sale.txn)
    visit = till.visit("m-1", 200_00)
    assert [line.coupon for line in visit.quote.lines] == ["c-again"]
    (kept,) = [view.refusal for view in visit.coupons if view.id == "c-once"]
    assert kept is not None
    assert kept.code is RefusalCode.ALREADY_USED_HERE


PIECES = """
coupons:
  - {id: pot, name: NAME, price: 100, items: [pot], pieces: 1, valid_days: 30}
rules:
  - {id: one, name: NAME, when: first_purchase, give: [{coupon: pot}]}
"""


def test_a_coupon_of_a_file_for_one_article_at_the_till(till: Till) -> None:
    till.publishes(PIECES)
    till.buys("m-1", 50_00)
    pots = (Item("pot", "kitchen", 2, 180_00),)
    visit = till.visit("m-1", 360_00, items=pots, by_category=(("kitchen", 360_00),))
    assert (visit.quote.total, [line.off for line in visit.quote.lines]) == (280_00, [80_00])
    other = till.visit("m-1", 360_00, items=(Item("pan", "kitchen", 2, 180_00),), by_category=(("kitchen", 360_00),))
    assert [view.refusal.code for view in other.coupons if view.refusal] == [RefusalCode.CATEGORY_MISSING]
