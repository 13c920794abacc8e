"""M11, M12, M14 to M16: tiers, cumulative spend, multiplied points, ladders, segments."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.members.member import Tier
from tests.unit.campaigns.stage import Stage, got

Play = Callable[..., Stage]


def test_m11_spending_raises_the_tier_and_the_new_tier_has_its_gift(play: Play) -> None:
    stage = play("product-welfare").at("2027-01-10 10:00")
    stage.buys("A", 2000)
    given = got(stage.buys("A", 1500, "X"))
    assert ("tier", "silver", 12) in given
    assert ("points", "", 100) in given
    assert stage.state("A").tier_at(stage.wall) is Tier.SILVER
    given = got(stage.buys("A", 9000))
    assert [row for row in given if row[0] != "points"] == [
        ("tier", "gold", 12),
        ("coupon", "upgrade-200", 1),
        ("experience", "free-delivery", 3),
    ]
    stage.voids("X")  # 11,000 are left: silver, from the other sale
    assert stage.state("A").tier_at(stage.wall) is Tier.SILVER
    assert "coupon:upgrade-200" not in stage.state("A").things


def test_m11_the_tier_ends_when_its_months_are_over(play: Play) -> None:
    stage = play("product-welfare").at("2027-01-10 10:00")
    stage.buys("A", 3000)
    assert stage.at("2028-01-10 23:59").state("A").tier_at(stage.wall) is Tier.SILVER
    assert stage.at("2028-01-11 00:00").state("A").tier_at(stage.wall) is Tier.BASIC


def test_m11_activity_raises_the_tier_too(play: Play) -> None:
    stage = play("product-welfare").at("2027-01-10 10:00")
    for _ in range(21):
        stage.checks_in("A")
        stage.tomorrow()
    for _ in range(7):
        stage.buys("A", 10)
    assert ("tier", "silver", 6) in got(stage.buys("A", 10))


@pytest.mark.parametrize(
    ("tier", "percent", "day"), [("gold", 5, 9), ("platinum", 10, 9), ("silver", 3, 18), ("silver", 0, 9)]
)
def test_m11_tiers_have_their_discount_and_silver_its_days(play: Play, tier: str, percent: int, day: int) -> None:
    stage = play("product-welfare").at(f"2027-01-{day:02} 10:00")
    stage.known("A", tier=tier, joined_day=1)
    rewards = stage.basket("A", 1000).rewards
    assert sum(reward.quantity for reward in rewards) == percent * 10_00


@pytest.mark.parametrize("tier", ["silver", "gold", "platinum"])
def test_m11_every_tier_has_its_festive_pack(play: Play, tier: str) -> None:
    stage = play("holiday").at("2027-01-31 10:00")
    stage.known("A", tier=tier, joined_day=1)
    given = got(stage.happens("member.seen", "A")) + got(stage.buys("A", 600))
    assert (("gift", "care-pack", 1) in given) == (tier == "silver")
    assert (("experience", "adviser", 1) in given) == (tier == "platinum")
    assert (("experience", "free-delivery", 1) in given) == (tier != "silver")


def test_m11_the_birthday_is_kept_once_a_year_in_its_month(play: Play) -> None:
    stage = play("product-welfare").at("2027-01-31 23:59")
    stage.known("A", birthday="02-29", joined_day=1)
    assert stage.happens("member.seen", "A") == []
    stage.at("2027-02-01 00:00")
    assert got(stage.happens("member.seen", "A")) == [("coupon", "birthday-20", 1), ("gift", "cake", 1)]
    assert stage.buys("A", 5) == []
    assert stage.why_not("birthday")[0] is Outcome.LIMIT


def test_m12_spending_adds_up_to_gifts_in_the_campaign(play: Play) -> None:
    stage = play("mini-program").at("2026-11-28 10:00")
    given = [got(stage.buys("A", 1999, "X1")), got(stage.buys("A", 1)), got(stage.buys("A", 3000, "X3"))]
    others = [[row for row in rewards if row[0] not in ("points", "partner")] for rewards in given]
    assert others == [[], [("coupon", "store-200", 1)], [("gift", "cup", 1)]]
    assert ("tier", "gold", 12) in got(stage.buys("A", 5000))
    stage.voids("X3")  # 7,000 are left
    assert stage.state("A").tier_at(stage.wall) is Tier.BASIC
    assert stage.state("A").things["gift:cup"] == 1  # the later sale reaches 5,000 now


def test_m12_what_was_spent_before_the_campaign_does_not_count(play: Play) -> None:
    stage = play("mini-program").at("2026-11-19 10:00")
    assert stage.buys("A", 1900) == []
    assert ("coupon", "store-200", 1) not in got(stage.at("2026-11-28 10:00").buys("A", 200))


def test_m14_points_are_multiplied_in_the_window_and_the_largest_multiplier_counts(play: Play) -> None:
    stage = play("holiday").at("2027-01-29 23:59")
    for _ in range(2):
        stage.buys("A", 10)
    before = stage.points("A")
    stage.buys("A", 999)
    assert stage.points("A") - before == 99
    stage.at("2027-01-30 00:00").buys("A", 999)
    assert stage.points("A") - before == 99 + 198
    stage.at("2027-02-05 10:00").buys("A", 999)  # active, on the eve: three times, not two and three
    assert stage.points("A") - before == 99 + 198 + 297
    assert stage.why_not("double-points") == (Outcome.NOT_MET, "largest_multiplier")


@pytest.mark.parametrize(
    ("amount", "gifts"),
    [(149, []), (150, ["envelopes"]), (399, ["envelopes"]), (400, ["couplets"]), (900, ["mascot", "card"])],
)
def test_m15_the_first_order_climbs_a_ladder(play: Play, amount: int, gifts: list[str]) -> None:
    stage = play("holiday").at("2027-01-31 10:00")
    assert [reward.ref for reward in stage.buys("A", amount) if reward.kind == "gift"] == gifts
    assert [reward.ref for reward in stage.buys("A", 900) if reward.kind == "gift"] == []


def test_m15_goods_that_are_gone_have_substitutes_and_at_last_a_coupon(play: Play) -> None:
    stage = play("holiday").at("2027-01-31 10:00")
    stage.happens("lease.changed", "", quantities={"stock:holiday/mascot": -400})
    assert ("gift", "couplets", 1) in got(stage.buys("A", 900))
    for gone, quantity in (("couplets", -2999), ("envelopes", -20000)):
        stage.happens("lease.changed", "", quantities={f"stock:holiday/{gone}": quantity})
    assert ("coupon", "substitute-30", 1) in got(stage.buys("B", 900))


def test_m16_segments_follow_the_plans_definitions(play: Play) -> None:
    stage = play("holiday").at("2027-01-31 10:00")
    numbers = stage.engine.editions[0].campaign.segments

    def segment(member: str) -> object:
        return stage.state(member).segment(stage.wall // 1440, numbers)

    stage.at("2026-07-30 10:00").buys("old", 10)
    stage.at("2026-07-31 10:00").buys("edge", 10)
    stage.at("2026-10-30 10:00").buys("almost", 10)
    stage.at("2026-10-31 10:00").buys("active", 10)
    stage.at("2027-01-20 10:00").register("new")
    stage.at("2027-01-30 10:00")
    for member in ("almost", "active"):
        stage.buys(member, 10)
    assert [segment(who) for who in ("old", "edge", "almost", "active", "new")] == [
        "dormant",
        None,
        "active",
        "active",
        "new",
    ]
    stage.at("2027-01-31 10:00")
    assert [segment(who) for who in ("edge", "almost", "active")] == ["dormant", None, "active"]


def test_m16_who_has_slept_is_woken_once_with_something_kept_for_three_days(play: Play) -> None:
    stage = play("holiday").at("2026-06-01 10:00")
    stage.buys("A", 10)
    stage.at("2027-01-31 10:00")
    given = stage.happens("member.swept", "A", channel="hq")
    assert got(given) == [("coupon", "come-back-50", 1), ("coupon", "come-back-gift", 1)]
    assert {reward.until for reward in given} == {stage.wall // 1440 * 1440 + 3 * 1440}
    assert stage.happens("member.seen", "A") == []
    assert ("points", "", 100) in got(stage.buys("A", 200))  # came back
    assert stage.why_not("woken-up")[0] is Outcome.GRANTED
    assert ("points", "", 100) not in got(stage.buys("A", 200))
