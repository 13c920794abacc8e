"""M11, M12, M14 to M16 at the till: tiers, cumulative spend, multiplied points, the ladder, who is woken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.application.members.outcomes import MemberView
from kiosk.application.sales.outcomes import Redemption
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.members.member import Segment, Tier
from tests.shared.till import CLERK, Till, member, shown

Play = Callable[[str, str], Till]
BEFORE = (("2026-12-20", 10_00),)
"""A purchase before the campaign, so that nobody is new or asleep."""


def at_till(till: Till, who: str) -> MemberView:
    found = till.visit(who, 0).member
    assert found is not None
    return found


def test_m11_spending_raises_the_tier_which_has_its_gift_and_its_discount(play: Play) -> None:
    till = play("product-welfare", "2027-01-10 10:00")
    till.buys("m-1", 2000_00)
    near = at_till(till, "m-1").near
    assert [(one.code, one.missing, shown(one.rewards)) for one in near if one.code == "spend_reached"] == [
        ("spend_reached", 1000_00, [("tier", "silver", 12)])
    ]
    visit = till.visit("m-1", 1500_00)
    assert shown(visit.quote.rewards) == [("tier", "silver", 12), ("points", "per", 150)]
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption)
    # the new tier's own gift follows from the tier
    assert shown(sold.sale.rewards) == [("tier", "silver", 12), ("points", "per", 150), ("points", "", 100)]
    assert at_till(till, "m-1").tier is Tier.SILVER
    higher = till.buys("m-1", 9000_00)
    assert ("coupon", "upgrade-200", 1) in shown(higher.sale.rewards)
    assert ("experience", "free-delivery", 3) in shown(higher.sale.rewards)
    assert at_till(till, "m-1").tier is Tier.GOLD
    visit = till.visit("m-1", 1000_00)
    assert [(line.template, line.off) for line in visit.quote.lines] == [("product-welfare/upgrade-200", 200_00)]
    assert [out.coupon for out in visit.quote.left_out] == ["product-welfare/gold-every-day"]
    assert [(line.coupon, line.off) for line in till.visit("m-1", 900_00).quote.lines] == [
        ("product-welfare/gold-every-day", 45_00)
    ]
    till.voids(sold.sale.txn)  # 11,000 are left: silver by the later sale, and no gold
    assert at_till(till, "m-1").tier is Tier.SILVER
    assert till.visit("m-1", 1000_00).quote.lines == ()


def test_m11_every_tier_has_its_festive_pack_and_birthdays_are_kept_once(play: Play) -> None:
    feast = play("holiday", "2027-01-31 10:00")
    feast.has_members(*(member(f"m-{at}", tier=tier, bought=BEFORE) for at, tier in enumerate(Tier, start=1)))
    packs = [shown(feast.service.choose_member(feast.service.new_visit(), f"m-{at}").brought) for at in range(1, 5)]
    assert packs == [[], [("gift", "care-pack", 1)], [], [("experience", "adviser", 1)]]
    for at, due in ((2, False), (3, True), (4, True)):
        sold = feast.buys(f"m-{at}", 600_00)
        assert (("experience", "free-delivery", 1) in shown(sold.sale.rewards)) is due

    till = play("product-welfare", "2027-01-31 23:59")
    till.has_members(member("m-1", birthday="02-29", bought=BEFORE))
    assert till.service.choose_member(till.service.new_visit(), "m-1").brought == ()
    assert till.kinds()[-1] == "lease.changed"  # a scan that brings nothing costs the ledger nothing
    till.wall("2027-02-01 00:00")
    visit = till.service.choose_member(till.service.new_visit(), "m-1")
    assert shown(visit.brought) == [("coupon", "birthday-20", 1), ("gift", "cake", 1)]
    assert [one.template for one in visit.coupons] == ["product-welfare/birthday-20"]  # at once
    assert till.facts("member.seen")[-1].body == {"member": "m-1", "channel": "checkout"}
    assert till.buys("m-1", 1000_00).sale.total == 800_00
    till.wall("2027-02-02 10:00")
    assert till.visit("m-1", 0).brought == ()


def test_m12_spending_adds_up_to_gifts_in_the_campaign(play: Play) -> None:
    till = play("mini-program", "2026-11-28 10:00")
    till.has_members(member("m-1", bought=(("2026-11-01", 1900_00),)))  # before the campaign: counts for nothing
    close = till.service.price(replace(till.visit("m-1", 0), amount=1999_00)).member
    assert close is not None
    assert (close.near[0].missing, close.near[0].money) == (1_00, True)
    given = [till.buys("m-1", amount) for amount in (1999_00, 1_00, 3200_00)]
    others = [[row for row in shown(sold.sale.rewards) if row[0] in ("coupon", "gift", "tier")] for sold in given]
    assert others == [[], [("coupon", "store-200", 1)], [("gift", "cup", 1)]]
    assert given[2].sale.total == 3000_00  # with the coupon of the second
    left = at_till(till, "m-1").near
    assert [(one.missing, shown(one.rewards)) for one in left if one.money] == [(5000_00, [("tier", "gold", 12)])]
    assert ("tier", "gold", 12) in shown(till.buys("m-1", 5200_00).sale.rewards)
    assert at_till(till, "m-1").tier is Tier.GOLD
    till.voids(given[2].sale.txn)  # 7,200 are left, and the coupon can be used again
    assert at_till(till, "m-1").tier is Tier.BASIC
    assert till.state("m-1").things["gift:cup"] == 1  # the later sale reaches 5,000 now
    assert till.visit("m-1", 300_00).quote.total == 100_00


def test_m14_points_count_double_in_the_window_and_thrice_for_active_members_on_the_eve(play: Play) -> None:
    till = play("holiday", "2027-01-29 23:59")
    till.has_members(member("m-1", bought=(("2027-01-01", 10_00), ("2027-01-02", 10_00))))
    assert shown(till.buys("m-1", 100_00).sale.rewards) == [("points", "per", 10)]
    till.wall("2027-01-30 00:00")
    visit = till.visit("m-1", 100_00)
    assert shown(visit.quote.rewards) == [("points", "per", 10), ("points", "times", 10)]
    till.wall("2027-02-05 10:00")
    sold = till.buys("m-1", 100_00)
    assert shown(sold.sale.rewards) == [("points", "per", 10), ("points", "times", 20)]
    explained = till.service.explain_sale(sold.sale.txn)
    why = {rule.rule_id: rule for rule in explained.rules}  # type: ignore[union-attr]
    assert why["holiday/double-points"].checks[-1].code == "largest_multiplier"
    assert at_till(till, "m-1").points == 10 + 30
    till.voids(sold.sale.txn)
    assert at_till(till, "m-1").points == 10


def test_m15_the_first_order_climbs_a_ladder_with_substitutes(play: Play) -> None:
    till = play("holiday", "2027-01-31 10:00")
    ladder = {
        149_00: [],
        150_00: ["envelopes"],
        399_00: ["envelopes"],
        400_00: ["couplets"],
        900_00: ["mascot", "card"],
    }
    for number, (amount, gifts) in enumerate(ladder.items(), start=1):
        till.registers(f"m-7{number}")
        visit = till.visit(f"m-7{number}", amount)
        assert [one.ref for one in visit.quote.rewards if one.kind is RewardKind.GIFT] == gifts
    near = till.visit("m-71", 362_00).member.near  # type: ignore[union-attr]
    assert (near[0].missing, shown(near[0].rewards)) == (38_00, [("gift", "couplets", 1)])
    till.has_share({"stock:holiday/mascot": -400})
    sold = till.buys("m-71", 900_00)
    assert ("gift", "couplets", 1) in shown(sold.sale.rewards)
    outcome = next(
        rule.outcome
        for rule in till.service.explain_sale(sold.sale.txn).rules  # type: ignore[union-attr]
        if rule.rule_id == "holiday/first-order-900"
    )
    assert outcome == "substituted"
    till.has_share({"stock:holiday/couplets": -2999, "stock:holiday/envelopes": -20_000})
    assert ("coupon", "substitute-30", 1) in shown(till.buys("m-72", 900_00).sale.rewards)
    assert [one.ref for one in till.visit("m-72", 900_00).quote.rewards if one.kind is RewardKind.GIFT] == []
    till.voids(sold.sale.txn)
    # the couplets are back on the shelf, but the substitute's verdict stands
    assert ("gift", "couplets", 1) in shown(till.visit("m-73", 400_00).quote.rewards)


def test_m16_who_has_slept_is_woken_with_something_kept_for_three_days(play: Play) -> None:
    till = play("holiday", "2027-01-31 10:00")
    till.has_members(member("m-1", segment=Segment.ACTIVE, bought=(("2026-06-01", 10_00),)))
    visit = till.service.choose_member(till.service.new_visit(), "m-1")
    assert visit.member is not None
    assert visit.member.segment is Segment.DORMANT
    assert shown(visit.brought) == [("coupon", "come-back-50", 1), ("coupon", "come-back-gift", 1)]
    assert {one.expires.isoformat() for one in visit.coupons} == {"2027-02-02T16:00:00+00:00"}
    sold = till.buys("m-1", 200_00)
    assert sold.sale.total == 150_00
    assert [line.gift.en for line in sold.sale.lines if line.gift] == ["Spring couplets"]
    assert ("points", "", 100) in shown(sold.sale.rewards)  # for coming back
    assert at_till(till, "m-1").segment is not Segment.DORMANT
    # HQ's sweep in the night, of another one; who was swept is not woken again at the till
    given = till.happens("member.swept", {"member": "m-2", "channel": "hq"})
    assert shown(given) == [("coupon", "come-back-50", 1), ("coupon", "come-back-gift", 1)]
    assert till.service.choose_member(till.service.new_visit(), "m-2").brought == ()
