"""What an existing till may ask for, on the real service, ledger and HQ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.application.sales.outcomes import Voided
from kiosk.application.staff.outcomes import Approval
from kiosk.application.till.bridge import CANCELLED
from kiosk.application.till.open_baskets import MOST_OPEN
from kiosk.application.till.outcomes import TillBasket, TillNo, TillRefused, TillState, TillTransaction
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.coupons.model import Benefit, BenefitKind, OfflinePolicy
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.domain.staff.actors import TILL
from kiosk.domain.staff.roles import Permission, Role
from tests.integration.till.rig import CAKE, SOAP, TEA, TillRig, fixed, held, refused
from tests.simulation.surroundings import Crash

MINUTE = 60_000


def total(found: TillTransaction) -> int:
    assert found.visit is not None
    return found.visit.quote.total


# --- pricing -----------------------------------------------------------------------------------------


def test_a_basket_gets_its_price_line_by_line(rig: TillRig) -> None:
    tea = rig.coupon("tea-only", benefit=fixed(8_000), categories=("tea",))
    every = rig.coupon("every")
    found = rig.put("T1")
    assert (found.state, total(found)) == (TillState.OPEN, 87_000)
    assert [(line.sku, line.amount, line.off, line.net) for line in found.lines] == [
        ("tea-1", 40_000, 10_000, 30_000),  # 8,000 and 40,000/100,000 of 5,000, in whole dollars
        ("cake-7", 50_000, 2_500, 47_500),
        ("soap-3", 10_000, 500, 9_500),
    ]
    assert found.lines[0].shares == ((tea.coupon.id, 8_000), (every.coupon.id, 2_000))
    assert sum(line.net for line in found.lines) == total(found)


def test_an_amount_without_articles_is_priced_without_lines(rig: TillRig) -> None:
    rig.coupon("tea-only", benefit=fixed(8_000), categories=("tea",))
    basket = TillBasket("TWD", amount=50_000, by_category=(("tea", 6_000),), member=rig.member.card_no)
    found = rig.put("T1", basket)
    assert (total(found), found.lines) == (44_000, ())


def test_the_same_basket_gives_the_same_answer_and_a_changed_one_is_priced_anew(rig: TillRig) -> None:
    rig.coupon("a")
    first = rig.put("T1")
    rig.coupon("b")
    assert rig.put("T1") == first
    again = rig.put("T1", rig.basket(TEA, CAKE))
    assert total(again) == 80_000


def test_a_code_that_does_not_count_is_named_with_its_reason_and_journalled_once(rig: TillRig) -> None:
    guest = rig.shop.give(rig.template(), rig.shop.members[0])
    codes = ("nonsense", guest.token, rig.shop.world.chain.badges["s-102"])
    for items in ((TEA,), (TEA, CAKE), (TEA, CAKE, SOAP)):
        found = rig.put("T1", rig.basket(*items, coupons=codes))
        assert [(row.code, row.refusal.code) for row in found.not_taken] == [
            ("nonsense", RefusalCode.NOT_OURS),
            (guest.token, RefusalCode.OTHER_MEMBER),
            (codes[2], RefusalCode.WRONG_KIND),
        ]
    assert [fact.body["source"] for fact in rig.facts(SCAN_REFUSED)] == ["till", "till"]


def test_a_coupon_that_is_wanted_for_another_time_stays_out(rig: TillRig) -> None:
    large, small = rig.coupon("large", benefit=fixed(9_000), stacks_with=()), rig.coupon("small", stacks_with=())
    assert total(rig.put("T1")) == 91_000
    found = rig.put("T1", rig.basket(without=frozenset({large.coupon.id})))
    assert total(found) == 95_000
    assert found.visit is not None
    assert [line.coupon for line in found.visit.quote.lines] == [small.coupon.id]


def test_what_is_left_out_makes_way_for_the_best_of_the_rest(rig: TillRig) -> None:
    """The coupon kept back went with one that was no good without it."""
    kept = rig.coupon("kept", benefit=fixed(9_000), stack_group="a", stacks_with=("b",))
    rig.coupon("beside", benefit=fixed(1_000), stack_group="b", stacks_with=("a",))
    alone = rig.coupon("alone", benefit=fixed(6_000), stack_group="c", stacks_with=())
    assert total(rig.put("T1")) == 90_000
    done = rig.sold("T1", rig.basket(without=frozenset({kept.coupon.id})))
    assert done.sale is not None
    assert [line.coupon for line in done.sale.lines] == [alone.coupon.id]


@pytest.mark.parametrize(
    ("changes", "no"),
    [
        ({"currency": "CNY"}, TillNo.CURRENCY_MISMATCH),
        ({"items": (), "amount": 0}, TillNo.AMOUNT_MISSING),
        ({"items": (replace(TEA, price=0),)}, TillNo.AMOUNT_MISSING),
        ({"items": (), "amount": -1}, TillNo.AMOUNT_MISSING),
        ({"items": (), "amount": 10**12}, TillNo.AMOUNT_TOO_LARGE),
        ({"items": (replace(TEA, price=10**12),)}, TillNo.AMOUNT_TOO_LARGE),
        ({"items": (), "amount": 100, "by_category": (("tea", 101),)}, TillNo.CATEGORIES_EXCEED_AMOUNT),
    ],
)
def test_amounts_that_cannot_be(rig: TillRig, changes: dict[str, object], no: TillNo) -> None:
    refused(rig.bridge.put("T1", rig.basket(**changes)), no)
    assert rig.bridge.state("T1").state is TillState.UNKNOWN


def test_a_category_nobody_knows_is_goods_like_others(rig: TillRig) -> None:
    rig.coupon("tea-only", categories=("tea",))
    rig.coupon("every", benefit=fixed(3_000))
    found = rig.put("T1", rig.basket(replace(TEA, category="never heard of"), CAKE))
    assert total(found) == 87_000


# --- payment -----------------------------------------------------------------------------------------


def test_what_is_paid_is_in_the_ledger_and_at_hq_once(rig: TillRig) -> None:
    row = rig.coupon()
    done = rig.sold("T1")
    assert done.sale is not None
    assert (done.sale.total, done.sale.clerk) == (95_000, "陳柏翰")
    assert held(rig.bridge.paid("T1", 95_000)) == done
    (fact,) = rig.facts(SALE_COMPLETED)
    assert (fact.actor, fact.body["till"]) == ("s-102", "T1")
    assert [line.net for line in done.lines] == [38_000, 47_500, 9_500]
    rig.shop.till.engine.round()
    assert [use.coupon for use in rig.shop.world.hq.redemptions()] == [row.coupon.id]
    txn = done.sale.txn
    assert rig.seen.what == [("basket", "T1"), ("sale", txn)]


def test_the_answer_is_the_same_after_the_terminal_died(rig: TillRig) -> None:
    rig.coupon("tea-only", categories=("tea",))
    done = rig.sold("T1")
    rig.restart()
    assert rig.bridge.state("T1") == done
    assert held(rig.bridge.paid("T1", 95_000)) == done
    assert refused(rig.bridge.put("T1", rig.basket()), TillNo.ALREADY_PAID).transaction == done
    assert refused(rig.bridge.paid("T1", 1), TillNo.ALREADY_PAID).transaction == done
    assert len(rig.facts(SALE_COMPLETED)) == 1


def test_dying_before_or_after_any_commit_of_a_payment_sells_once(rig: TillRig) -> None:
    """The till, which heard nothing, reports the payment again, and puts its basket again where it is told to."""
    forgot: set[bool] = set()
    deaths = 0
    for till in (f"T{number}" for number in range(40)):
        rig.coupon(till.lower())
        rig.put(till)
        due = rig.total(till)
        rig.shop.till.disk.fuse, rig.shop.till.disk.after = deaths // 2, bool(deaths % 2)
        try:
            rig.bridge.paid(till, due)
        except Crash:
            deaths += 1
            rig.restart()
            again = rig.bridge.paid(till, due)
            forgot.add(isinstance(again, TillRefused))
            if isinstance(again, TillRefused):
                assert again.no is TillNo.PUT_AGAIN
                rig.put(till)
                again = rig.bridge.paid(till, due)
            assert held(again).state is TillState.PAID
            assert [fact.body["till"] for fact in rig.facts(SALE_COMPLETED)].count(till) == 1
        else:
            break
    assert forgot == {False, True}, "it never died on both sides of the sale's commit"
    assert deaths < 40


def test_payment_of_a_basket_that_a_dead_terminal_forgot_sells_nothing(rig: TillRig) -> None:
    rig.coupon()
    rig.put("T1")
    rig.restart()
    assert rig.bridge.state("T1").state is TillState.UNKNOWN
    refused(rig.bridge.paid("T1", 95_000), TillNo.PUT_AGAIN)
    assert rig.facts(SALE_COMPLETED) == []


def test_another_total_than_the_quote_redeems_nothing(rig: TillRig) -> None:
    rig.coupon()
    rig.put("T1")
    no = refused(rig.bridge.paid("T1", 100_000), TillNo.PRICE_CHANGED)
    assert no.transaction is not None
    assert total(no.transaction) == 95_000
    assert rig.facts(SALE_COMPLETED) == []


def test_a_coupon_that_went_since_changes_the_price_and_redeems_nothing(rig: TillRig) -> None:
    small, large = rig.coupon("small", benefit=fixed(1_000)), rig.coupon("large", benefit=fixed(9_000))
    assert total(rig.put("T1")) == 90_000
    rig.sold("T2", rig.basket(TEA, without=frozenset({small.coupon.id})))  # the same customer, at the same till
    no = refused(rig.bridge.paid("T1", 90_000), TillNo.PRICE_CHANGED)
    assert no.refusal is not None
    assert no.refusal.code is RefusalCode.ALREADY_USED_HERE
    assert no.transaction is not None
    assert total(no.transaction) == 99_000
    assert rig.put("T1") == no.transaction  # the same basket: what was told last
    done = held(rig.bridge.paid("T1", 99_000))
    assert done.sale is not None
    assert [line.coupon for line in done.sale.lines] == [small.coupon.id]
    assert large.coupon.id not in {share for line in done.lines for share, _ in line.shares}


def test_a_right_that_cannot_be_had_gives_way_to_the_next_best_price(rig: TillRig) -> None:
    mine = rig.coupon("mine", benefit=fixed(2_000))
    away = rig.coupon("away", benefit=fixed(9_000))
    rig.shop.till.ledger.run(lambda tx: tx.append(RIGHTS_CHANGED, "system", {"grant": [], "revoke": [away.coupon.id]}))
    assert total(rig.put("T1")) == 89_000
    rig.shop.offline()
    no = refused(rig.bridge.paid("T1", 89_000), TillNo.PRICE_CHANGED)
    assert no.refusal is not None
    assert no.refusal.code is RefusalCode.NO_RIGHT_OFFLINE
    assert no.transaction is not None
    assert total(no.transaction) == 98_000
    assert [row.code for row in no.transaction.not_taken] == [away.coupon.id]
    changed = rig.put("T1", rig.basket(TEA))  # a changed basket is priced anew, without what cannot be had
    assert (total(changed), changed.not_taken) == (38_000, ())
    done = held(rig.bridge.paid("T1", 38_000))
    assert done.sale is not None
    assert [line.coupon for line in done.sale.lines] == [mine.coupon.id]


def test_no_right_at_all_leaves_the_full_price_after_one_refusal(rig: TillRig) -> None:
    for name in ("a", "b", "c"):
        rig.coupon(name)
    rig.put("T1")
    rig.shop.offline()
    rig.shop.till.ledger.run(lambda tx: tx.set_meta("parked", "1"))
    no = refused(rig.bridge.paid("T1", 85_000), TillNo.PRICE_CHANGED)
    assert no.refusal is not None
    assert no.refusal.code is RefusalCode.RIGHT_UNUSABLE
    held(rig.bridge.paid("T1", 100_000))


def test_a_coupon_that_needs_a_manager_says_so_and_can_be_left_out(rig: TillRig) -> None:
    away = rig.coupon("away", offline=OfflinePolicy.ACCEPT_WITH_MANAGER, offline_limit=10_000)
    rig.shop.till.ledger.run(lambda tx: tx.append(RIGHTS_CHANGED, "system", {"grant": [], "revoke": [away.coupon.id]}))
    rig.shop.offline()
    rig.put("T1")
    no = refused(rig.bridge.paid("T1", 95_000), TillNo.APPROVAL_NEEDED)
    assert no.refusal is not None
    assert no.refusal.args["coupon"] == away.coupon.id
    assert rig.facts(SALE_COMPLETED) == []
    rig.put("T1", rig.basket(without=frozenset({away.coupon.id})))
    held(rig.bridge.paid("T1", 100_000))


def test_only_so_many_baskets_are_remembered(rig: TillRig) -> None:
    for number in range(MOST_OPEN + 1):
        rig.put(f"T{number}", rig.basket(TEA, member=None))
    assert rig.bridge.state("T0").state is TillState.UNKNOWN
    assert rig.bridge.state("T1").state is TillState.OPEN


# --- cancellation ------------------------------------------------------------------------------------


def test_cancelling_an_open_basket_forgets_it(rig: TillRig) -> None:
    rig.put("T1")
    for _ in range(2):
        assert held(rig.bridge.cancelled("T1")).state is TillState.CANCELLED
    assert rig.bridge.state("T1").state is TillState.UNKNOWN
    refused(rig.bridge.paid("T1", 100_000), TillNo.PUT_AGAIN)
    assert rig.seen.what == [("basket", "T1"), ("aside", "T1")]


def test_cancelling_what_was_paid_undoes_it_once(rig: TillRig) -> None:
    row = rig.coupon()
    rig.sold("T1")
    rig.restart()
    first = held(rig.bridge.cancelled("T1"))
    assert first.state is TillState.CANCELLED
    assert first.sale is not None
    assert first.sale.void_reason == CANCELLED
    assert held(rig.bridge.cancelled("T1")) == first
    refused(rig.bridge.paid("T1", 95_000), TillNo.ALREADY_CANCELLED)
    refused(rig.bridge.put("T1", rig.basket()), TillNo.ALREADY_CANCELLED)
    assert len(rig.facts(SALE_VOIDED)) == 1
    again = rig.sold("T2")  # the coupon can be used again
    assert again.sale is not None
    assert [line.coupon for line in again.sale.lines] == [row.coupon.id]


def test_a_late_cancellation_is_a_managers_affair(rig: TillRig) -> None:
    rig.sold("T1")
    rig.shop.world.pass_time(16 * MINUTE)
    no = refused(rig.bridge.cancelled("T1"), TillNo.MANAGER_NEEDED)
    assert no.refusal is not None
    assert no.refusal.args["policy"] == "too_late"
    assert no.transaction is not None
    txn = no.transaction.sale.txn if no.transaction.sale else ""
    approval: Approval = rig.shop.manager(Permission.APPROVE_VOID)
    assert isinstance(rig.shop.till.service.void(txn, "wrong_amount", rig.shop.actor, approval), Voided)
    assert held(rig.bridge.cancelled("T1")).state is TillState.CANCELLED


# --- who ---------------------------------------------------------------------------------------------


def test_while_nobody_is_signed_in_the_till_sells_and_hq_takes_it(rig: TillRig) -> None:
    rig.clerk = None
    row = rig.coupon()
    done = rig.sold("T1")
    assert done.sale is not None
    assert done.sale.clerk == "XY01"
    other = rig.put("T2").visit
    assert other is not None
    reasons = [left.refusal for left in other.quote.left_out]
    assert [(reason.code, reason.args["clerk"]) for reason in reasons] == [(RefusalCode.ALREADY_USED_HERE, "XY01")]
    assert [fact.actor for fact in rig.facts(SALE_COMPLETED)] == [TILL]
    rig.shop.till.engine.round()
    assert [use.coupon for use in rig.shop.world.hq.redemptions()] == [row.coupon.id]


@pytest.mark.parametrize("sold_by_clerk", [False, True])
def test_the_till_undoes_its_own_sale_whoever_was_signed_in(rig: TillRig, sold_by_clerk: bool) -> None:
    """Screens lock themselves: the clerk of the sale may be gone from the terminal, or have come since."""
    clerk = rig.clerk
    rig.clerk = clerk if sold_by_clerk else None
    rig.sold("T1")
    rig.clerk = None if sold_by_clerk else clerk
    undone = held(rig.bridge.cancelled("T1"))
    assert undone.state is TillState.CANCELLED
    assert undone.sale is not None
    assert undone.sale.voided_by == ("XY01" if sold_by_clerk else "陳柏翰")


def test_another_clerks_sale_needs_a_manager_as_at_the_checkout(rig: TillRig) -> None:
    rig.sold("T1")
    assert rig.clerk is not None
    rig.clerk = replace(rig.clerk, id="s-103")
    no = refused(rig.bridge.cancelled("T1"), TillNo.MANAGER_NEEDED)
    assert no.refusal is not None
    assert no.refusal.args["policy"] == "other_clerk"


def test_a_manager_at_the_screen_lends_the_till_nothing(rig: TillRig) -> None:
    assert rig.clerk is not None
    rig.clerk = replace(rig.clerk, role=Role.MANAGER)
    rig.sold("T1")
    rig.shop.world.pass_time(16 * MINUTE)
    refused(rig.bridge.cancelled("T1"), TillNo.MANAGER_NEEDED)


def test_an_auditor_at_the_screen_keeps_nobody_from_selling(rig: TillRig) -> None:
    assert rig.clerk is not None
    rig.clerk = replace(rig.clerk, role=Role.AUDITOR)
    rig.sold("T1")
    assert [fact.actor for fact in rig.facts(SALE_COMPLETED)] == [TILL]


def test_a_sale_that_a_restored_ledger_forgot_is_made_again_without_confusing_hq(rig: TillRig) -> None:
    """The till never uses an id twice, so both facts are about one sale: HQ counts the first."""
    row = rig.coupon()
    backup = rig.shop.till.back_up()
    rig.sold("T1")
    rig.shop.till.engine.round()
    rig.shop.till.restore(backup)
    rig.bridge = rig.new_bridge()
    for _ in range(3):
        rig.shop.till.engine.round()
    rig.put("T1")
    again = held(rig.bridge.paid("T1", 100_000))  # the coupon is used up, as HQ knows
    assert again.sale is not None
    assert again.sale.lines == ()
    for _ in range(3):
        rig.shop.till.engine.round()
    assert rig.shop.till.service.sync_status().queue == 0
    assert [use.coupon for use in rig.shop.world.hq.redemptions()] == [row.coupon.id]


def test_in_an_exchange_a_voucher_gets_its_part_first_and_hq_agrees(rig: TillRig) -> None:
    """Goods for 100,000, of which a voucher paid 30,000; two teas of 40,000 come back for a soap of 10,000: 30,000 are
    on the voucher again, 10,000 are money, nothing is to be paid."""
    benefit = Benefit(BenefitKind.VALUE, value=30_000)
    row = rig.shop.give(rig.template("gift", benefit=benefit), rig.member)
    first = rig.basket(use_vouchers=True)
    put = rig.put("S1", first)
    assert put.visit is not None
    assert put.visit.quote.due == 70_000
    held(rig.bridge.paid("S1", 100_000))
    back = replace(TEA, pieces=-2, of="S1")
    found = rig.put("X1", rig.basket(SOAP, back))
    assert found.visit is not None
    assert (found.visit.quote.back, found.visit.quote.due) == (10_000, 0)
    done = held(rig.bridge.paid("X1", 0))
    assert done.sale is not None
    assert done.sale.due == 0
    assert [(one.sku, one.net) for one in done.lines] == [("soap-3", 10_000), ("tea-1", -10_000)]
    assert rig.shop.till.ledger.run(lambda tx: sum(one.units for one in tx.uses_of_coupon(row.coupon.id))) == 0
    for _ in range(3):
        rig.shop.till.engine.round()
    hq = rig.shop.world.hq
    assert hq.conflicts() == []
    assert hq.overruns() == []
    assert hq.verify() == []
