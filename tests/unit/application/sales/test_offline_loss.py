"""What may be lost without HQ, from what the journal and HQ's rows say."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kiosk.application.ports.ledger import PARKED
from kiosk.application.sales.outcomes import Redemption
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.coupons.model import Benefit, BenefitKind, OfflinePolicy
from kiosk.protocol.rows import RevocationRow, SpentRow
from tests.shared.till import CLERK, LONG_AGO, MANAGER, Till, member

APPROVAL = Approval(MANAGER.id, MANAGER.name)


def accepts(till: Till, name: str, limit: int, **changes: Any) -> None:
    till.has_template(name, offline=OfflinePolicy.ACCEPT_WITH_MANAGER, offline_limit=limit, **changes)


def counted(till: Till) -> dict[str, tuple[int, int]]:
    """Name → (times, what one takes)."""
    return {rule.name.en: (rule.times, rule.once) for rule in till.service.offline_loss().rules}


def test_nothing_where_everything_is_refused(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1", held=False)
    loss = till.service.offline_loss()
    assert (loss.rules, loss.total, loss.refused) == ((), 0, 1)


def test_coupons_that_are_good_and_whose_right_is_elsewhere(till: Till) -> None:
    accepts(till, "own", 40_00, uses_per_coupon=3)
    for name in ("a", "b", "c", "d", "e"):
        till.has_coupon(name, held=False)
    till.has_coupon("held", held=False)
    till.holds("held", uses=3)
    till.has_coupon("part", held=False)
    till.holds("part")
    till.has_coupon("old", held=False, expires=LONG_AGO + timedelta(days=1))
    till.put("chain/revocations", "b", RevocationRow("b", LONG_AGO))
    now = till.context.now()
    till.put("chain/spent", "c/1", SpentRow("c", "own", "t-1", "d-9", "N02", now))
    # a, d, e: 3 each; c: 2; part: 2
    assert counted(till) == {"own": (13, 40_00)}
    till.ledger.run(lambda tx: tx.set_meta(PARKED, "1"))
    assert counted(till) == {"own": (17, 40_00)}  # no right can be used before HQ is met


def test_an_acceptance_is_within_what_was_said_and_counted_off(till: Till) -> None:
    accepts(till, "own", 50_00)
    till.has_coupon("c-1", held=False)
    till.has_coupon("c-2", held=False, member="m-2")
    before = till.service.offline_loss()
    sold = till.service.confirm(till.visit("m-1", 200_00), CLERK, APPROVAL)
    assert isinstance(sold, Redemption)
    taken = sum(line.off for line in sold.sale.lines)
    assert 0 < taken <= before.total == 100_00
    assert till.service.offline_loss().total == before.total - taken


def test_kinds_that_cannot_be_used_here_are_not_counted(till: Till) -> None:
    now = till.context.now()
    accepts(till, "big", 90_00, benefit=Benefit(BenefitKind.PERCENT, rate_bp=1000))
    accepts(till, "own", 50_00)
    accepts(till, "gone", 50_00, withdrawn=True)
    accepts(till, "over", 50_00, valid_until=now)
    accepts(till, "away", 50_00, stores=("N02",))
    accepts(till, "odd", 50_00, benefit=Benefit(BenefitKind.UNKNOWN))
    for name in ("big", "own", "gone", "over", "away", "odd"):
        till.has_coupon(f"c-{name}", name, held=False)
    assert list(counted(till)) == ["big", "own"]  # the largest first
    assert till.service.offline_loss().total == 140_00


def test_points_of_members_who_may_have_some(till: Till) -> None:
    till.has_members(member("m-1", points=0), member("m-2", points=500))
    with_points = till.reference.members_with_points()
    rule = "rules:\n  - {id: pay, name: NAME, when: basket, give: [{discount: {off: 1, for_points: 10LIMIT}}]}\n"
    till.publishes(rule.replace("LIMIT", ""))
    assert till.service.offline_loss().rules == ()
    till.publishes(rule.replace("LIMIT", ", offline_limit: 80"))
    (found,) = till.service.offline_loss().rules
    assert (found.points, found.limit, found.once, found.times) == (True, 80_00, 80_00, with_points)
    till.elsewhere("points.spent", {"member": "m-1", "ref": "x"})
    assert till.service.offline_loss().total == 80_00 * (with_points + 1)
    till.wall("2026-08-01 12:00")  # the campaign is over
    assert till.service.offline_loss().rules == ()
