"""M03 to M06: friends, played from the plans' campaign files through facts to rewards."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.campaigns.rewards import Outcome, RewardKind
from tests.unit.campaigns.stage import Stage, got

Play = Callable[..., Stage]


def test_m03_a_referrer_is_rewarded_after_the_friend_registered_and_bought_over_the_threshold(play: Play) -> None:
    stage = play("referral-party").at("2026-12-20 10:00")
    stage.known("A", joined_day=1)
    assert got(stage.register("B", by="A"))[-2:] == [("points", "", 20), ("tickets", "evening", 1)]
    assert got(stage.buys("B", 299)) == []  # below 300: and the first purchase is gone
    stage.register("C", by="A")
    assert got(stage.buys("C", 300, "X")) == [("points", "", 200), ("coupon", "thanks-100", 1)]
    assert stage.points("A") == 40  # provisional for seven days
    assert stage.tomorrow(7).at(f"{stage.now:%Y-%m-%d} 00:00").points("A") == 240


def test_m03_a_return_inside_the_hold_period_claws_the_reward_back(play: Play) -> None:
    stage = play("referral-party").at("2026-12-20 10:00")
    stage.known("A", joined_day=1)
    stage.register("B", by="A")
    stage.buys("B", 500, "X")
    stage.tomorrow(3).returns("X", 250)  # 250 are left: below the threshold
    assert not [reward for reward in stage.state("A").rewards.values() if reward.rule == "friend-bought"]
    assert stage.tomorrow(30).points("A") == 20


def test_m03_five_friends_give_an_experience_and_three_a_choice(play: Play) -> None:
    stage = play("referral-party").at("2026-12-20 10:00")
    stage.known("A", joined_day=1)
    for friend in "BCDEF":
        stage.tomorrow().register(friend, by="A")
        stage.buys(friend, 400)
    rewards = [reward.ref for reward in stage.state("A").rewards.values() if reward.rule != "friend-bought"]
    assert rewards.count("tumbler|umbrella|tote") == 1
    assert rewards.count("care") == 1


def test_m03_nobody_refers_themselves_their_household_or_in_a_circle(play: Play) -> None:
    stage = play("referral-party").at("2026-12-20 10:00")
    stage.known("A", household="H1", joined_day=1)
    stage.register("A2", by="A", household="H1")
    assert stage.why_not("sign-up-friend") == (Outcome.NOT_MET, "referral")
    stage.register("B", by="C")
    stage.register("C", by="B")
    assert stage.state("C").referrer == ""
    stage.register("D", by="D")
    assert not stage.state("A").rewards
    assert stage.state("D").referrer == ""


def test_m04_the_pack_has_coupon_sample_and_points_and_the_first_order_is_cheaper_in_some_categories(
    play: Play,
) -> None:
    stage = play("mini-program").at("2026-11-28 10:00")
    assert got(stage.register("B")) == [("coupon", "join-300-50", 1), ("gift", "sample", 1), ("points", "", 100)]
    goods = (("beauty", 400_00), ("drinks", 600_00))
    decision = stage.basket("B", 1000, categories=goods)
    assert got(list(decision.rewards)) == [("discount", "first-order", 60_00)]  # 15 % of 400
    stage.buys("B", 940, "X", by_category=goods, offers=[["mini-program/first-order", 60_00, 0]])
    assert stage.basket("B", 1000, categories=goods).rewards == ()
    assert stage.why_not("first-order", stage.basket("B", 1000, categories=goods)) == (Outcome.NOT_MET, "purchases")
    stage.voids("X")
    assert stage.basket("B", 1000, categories=goods).rewards


def test_m04_when_the_samples_are_gone_points_stand_in(play: Play) -> None:
    stage = play("mini-program").at("2026-11-28 10:00")
    stage.happens("lease.changed", "", quantities={"stock:mini-program/sample": -8000})
    assert got(stage.register("B")) == [("coupon", "join-300-50", 1), ("points", "", 150)]
    assert stage.why_not("join-pack")[0] is Outcome.SUBSTITUTED


def test_m05_three_friends_who_registered_and_bought_give_a_gift_of_choice(play: Play) -> None:
    stage = play("mini-program").at("2026-11-28 10:00")
    stage.known("A", joined_day=1)
    for friend in "BCD":
        stage.tomorrow().register(friend, by="A")
        assert stage.basket(friend, 500).rewards[0].quantity == 100_00  # the friend's own 20 %
        given = stage.buys(friend, 400)
    choice = given[-1]
    assert choice.kind is RewardKind.CHOICE
    assert stage.happens("reward.chosen", "A", part=choice.id, ref="snack-box") == []  # the goods may still come back
    stage.tomorrow(7)
    assert got(stage.happens("reward.chosen", "A", part=choice.id, ref="snack-box")) == [("gift", "snack-box", 1)]
    assert stage.happens("reward.chosen", "A", part=choice.id, ref="cup") == []  # only one of them
    assert stage.happens("reward.chosen", "A", part=choice.id, ref="phone") == []  # and only what was offered


def test_m05_holiday_packs_go_to_both_sides(play: Play) -> None:
    stage = play("holiday").at("2027-01-31 10:00")
    stage.known("A", joined_day=1)
    stage.register("B", by="A")
    given = stage.buys("B", 200)
    packs = [(reward.member, reward.ref) for reward in given if reward.kind is RewardKind.COUPON]
    assert sorted(packs) == [(who, what) for who in "AB" for what in ("festive-300-40", "festive-snacks")]
    # bound to the holiday: both end with the eve of the new year
    assert {reward.until for reward in given if reward.kind is RewardKind.COUPON} == {stage.at("2027-02-07 00:00").wall}


def test_m06_every_purchase_through_a_share_gives_the_sharer_a_coupon(play: Play) -> None:
    stage = play("mini-program").at("2026-11-28 10:00")
    for number, friend in enumerate("BCB"):
        given = stage.buys(friend, 150, f"X{number}", other="A")
        assert [reward for reward in got(given) if reward[0] == "coupon"] == [("coupon", "share-200-20", 1)]
    assert stage.state("A").things == {"coupon:share-200-20": 3}
    stage.buys("A", 150, other="A")
    assert stage.state("A").things == {"coupon:share-200-20": 3}  # not for buying oneself
    stage.voids("X1")
    assert stage.state("A").things == {"coupon:share-200-20": 2}
