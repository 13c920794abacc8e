"""A sale is voided whose points were exchanged meanwhile: the mug is the customer's, and the points are owed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.sales.outcomes import Redemption
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.refusals import RefusalCode
from tests.shared.till import CLERK, Till

RULES = """
stock: [{id: mug, name: NAME, value: 99, quantity: 3}]
mall: [{id: cup, name: NAME}]
rules:
  - {id: base, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}
  - {id: cup, name: NAME, when: {event: points_spent, ref: cup, points: 50}, give: [{gift: mug}]}
  - {id: pay, name: NAME, when: basket, give: [{discount: {off: 10, for_points: 10}}]}
"""
MUG = "|stock:test/mug"


def test_the_debt_stands_blocks_and_is_worked_off(till: Till) -> None:
    till.publishes(RULES)
    sold = till.buys("m-1", 500_00)
    till.acts("m-1", ActionKind.MALL, "cup")
    assert till.ledger.run(lambda tx: tx.shared(MUG)) == 2
    undone = till.voids(sold.sale.txn)
    assert [(one.kind, one.quantity) for one in undone.sale.rewards] == [("points", 50)]  # the mug is not taken back
    assert (till.points("m-1"), till.ledger.run(lambda tx: tx.shared(MUG))) == (-50, 2)
    refusal = till.action("m-1", ActionKind.MALL, "cup").refusal
    assert refusal is not None
    assert (refusal.code, refusal.args) == (RefusalCode.POINTS_SHORT, {"have": -50, "need": 50})
    assert till.visit("m-1", 100_00, use_points=True).quote.pay_points is None
    till.buys("m-1", 700_00)
    assert till.points("m-1") == 20
    offered = till.visit("m-1", 100_00).quote.pay_points
    assert offered is not None
    assert offered.points == 20
    till.agrees()
    till.counts_the_same()


@pytest.mark.parametrize(
    ("amount", "back", "coupon", "together", "offered"),
    [
        (100_00, 0, 0, True, (50, 50_00)),
        (30_00, 0, 0, True, (30, 30_00)),
        (100_00, 80_00, 0, True, (20, 20_00)),
        (100_00, 95_00, 0, True, None),  # units of ten: nothing is left that they could pay
        (70_00, 80_00, 0, True, None),
        (100_00, 10_00, 70_00, True, (20, 20_00)),
        (100_00, 0, 100_00, True, None),
        (100_00, 0, 70_00, False, None),  # the other one takes more off, and they do not go together
        (100_00, 0, 20_00, False, (50, 50_00)),
    ],
)
def test_as_many_points_are_offered_as_then_pay(
    till: Till, amount: int, back: int, coupon: int, together: bool, offered: tuple[int, int] | None
) -> None:
    """Beside what else is taken off, and beyond what comes back: the screen's "Pay … points" says what it does."""
    off = f"  - {{id: o, name: NAME, when: basket, give: [{{discount: {{off: {coupon // 100}, TOGETHER}}}}]}}\n"
    rules = RULES.replace("for_points: 10", "for_points: 10, TOGETHER") + (off if coupon else "")
    till.publishes(rules.replace("TOGETHER", 'with: ["*"]' if together else "group: alone"))
    till.buys("m-1", 500_00 + coupon)
    goods = (Item("cup", "", 1, back),) if back else ()
    visit = till.visit("m-1", amount, back=goods)
    found = visit.quote.pay_points
    assert (None if found is None else (found.points, found.off)) == offered
    paid = till.visit("m-1", amount, use_points=True, back=goods)
    assert sum(line.off for line in paid.quote.lines if line.points) == (offered[1] if offered else 0)
    assert paid.quote.pay_points == found


def test_points_pay_what_an_exchange_costs_and_no_more(till: Till) -> None:
    till.publishes(RULES)
    till.buys("m-1", 500_00)
    back = (Item("cup", "", 1, 80_00),)
    visit = till.visit("m-1", 100_00, use_points=True, back=back)
    assert (visit.quote.total, visit.quote.due) == (80_00, 0)
    assert visit.member is not None
    sold = till.service.confirm(replace(visit, member=replace(visit.member, proven=True)), CLERK)
    assert isinstance(sold, Redemption)
    assert (sold.sale.total, sold.sale.for_back) == (80_00, 80_00)
    assert till.points("m-1") == 50 - 20
    assert till.visit("m-1", 70_00, use_points=True, back=back).quote.due == -10_00  # paid out, and without points
