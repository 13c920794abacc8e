"""M17, M19, M20, M22 to M24: holidays, events, surveys, deposits and slots, partners, phases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.rewards import Outcome
from tests.unit.campaigns.stage import Stage, got

Play = Callable[..., Stage]


def test_m17_valentines_is_for_two(play: Play) -> None:
    stage = play("product-welfare").at("2027-02-14 10:00")
    goods = (("couple-set", 1200_00),)
    assert [reward.quantity for reward in stage.basket("A", 1300, categories=goods).rewards] == [168_00]
    assert ("gift", "couple-mugs", 1) in got(stage.buys("A", 1132, by_category=goods))
    stage.at("2027-02-15 00:00")
    assert stage.basket("A", 1300, categories=goods).rewards == ()


def test_m17_red_packets_rain_at_their_hours(play: Play) -> None:
    stage = play("product-welfare").at("2027-02-05 11:59")
    assert stage.happens("task.done", "A", ref="red-rain") == []
    assert stage.why_not("red-rain") == (Outcome.NOT_MET, "times")
    stage.at("2027-02-05 12:00")
    assert got(stage.happens("task.done", "A", ref="red-rain")) == [("spins", "rain", 1)]
    assert got(stage.happens("wheel.spun", "A", ref="rain", part="fifty")) == [("coupon", "red-50", 1)]


def test_m17_mid_autumn_purchases_draw_for_mooncakes(play: Play) -> None:
    stage = play("product-welfare").at("2027-09-10 10:00")
    assert ("tickets", "mid-autumn", 1) in got(stage.buys("A", 300))
    assert got(stage.happens("draw.won", "A", ref="mid-autumn", part="mooncakes")) == [("gift", "mooncakes", 1)]


def test_m17_a_sale_for_some_hours_and_one_of_so_many(play: Play) -> None:
    stage = play("product-welfare").at("2027-05-20 17:59")
    kettle = Item("kettle", "home", 2, 990_00)

    def off() -> dict[str, int]:
        return {reward.rule: reward.quantity for reward in stage.basket("A", 1980, kettle).rewards}

    assert off() == {"flash-kettle": 500_00}  # 490 for one of the two
    stage.at("2027-05-20 18:00")
    assert off() == {"anniversary-hour": 396_00, "flash-kettle": 500_00}
    stage.buys("A", 1480, "X", offers=[["product-welfare/flash-kettle", 500_00, 1]])
    assert "flash-kettle" not in off()  # one a member
    assert stage.fold.shared.pools["|stock:product-welfare/flash-kettle"] == 99
    stage.voids("X")
    assert stage.fold.shared.pools["|stock:product-welfare/flash-kettle"] == 100
    stage.happens("lease.changed", "", quantities={"stock:product-welfare/flash-kettle": -100})
    assert off() == {"anniversary-hour": 396_00}
    assert stage.why_not("flash-kettle", stage.basket("A", 1980, kettle)) == (Outcome.GONE, "stock")


def test_m17_buy_two_get_the_cheapest_free(play: Play) -> None:
    stage = play("product-welfare").at("2027-03-20 10:00")
    basket = (Item("a", "new-products", 2, 100_00), Item("b", "new-products", 1, 70_00), Item("c", "home", 1, 5_00))
    assert [reward.quantity for reward in stage.basket("A", 275, *basket).rewards] == [70_00]
    assert stage.basket("A", 200, basket[0]).rewards == ()


def test_m17_a_festive_box_has_its_greeting_card(play: Play) -> None:
    stage = play("holiday").at("2027-02-01 10:00")
    assert ("gift", "card", 1) in got(stage.buys("A", 500, by_category=[["gift-box", 500_00]]))


def test_m19_the_open_day_has_sign_up_sign_in_voucher_brochure_and_feedback(play: Play) -> None:
    stage = play("referral-party").at("2026-12-19 10:00")
    assert got(stage.happens("event.signed_up", "A", ref="open-day")) == [("tickets", "evening", 1)]
    visit = stage.happens("event.attended", "A", ref="open-day", channel="event")
    assert got(visit) == [("gift", "brochure", 1), ("experience", "trial", 1)]
    assert stage.happens("event.attended", "A", ref="open-day", channel="event") == []
    assert got(stage.happens("survey.answered", "A", ref="event-feedback", value=5)) == [("points", "", 30)]


def test_m20_an_answered_survey_has_its_reward(play: Play) -> None:
    stage = play("holiday").at("2027-02-01 10:00")
    assert got(stage.happens("survey.answered", "A", ref="taste", value=4)) == [("coupon", "fresh-25", 1)]
    assert stage.happens("survey.answered", "A", ref="taste", value=5) == []


def test_m22_a_deposit_locks_the_discount_for_the_main_phase(play: Play) -> None:
    stage = play("holiday").at("2027-01-25 10:00")
    goods = (("family-set", 2000_00),)
    assert got(stage.happens("deposit.paid", "A", ref="dinner-lock", amount=100_00)) == [
        ("price_lock", "dinner-lock", 1)
    ]
    assert stage.basket("A", 2000, categories=goods).rewards == ()  # not in the warm-up
    stage.at("2027-01-31 10:00")
    assert [reward.quantity for reward in stage.basket("A", 2000, categories=goods).rewards] == [300_00]
    assert stage.basket("B", 2000, categories=goods).rewards == ()
    assert stage.why_not("deposit-used", stage.basket("B", 2000, categories=goods)) == (Outcome.NOT_MET, "holds")


def test_m22_only_so_many_have_new_years_eve(play: Play) -> None:
    stage = play("holiday").at("2027-01-31 10:00")
    stage.happens("lease.changed", "", quantities={"slot:holiday/eve-delivery": -59})
    slots = []
    for who in "ABC":
        stage.known(who, tier="gold", joined_day=1)
        slots += [reward.ref for reward in stage.buys(who, 800, f"X{who}") if reward.kind == "slot"]
    assert slots == ["eve-delivery", "eve-morning", "eve-morning"]
    stage.voids("XA")
    stage.known("D", tier="platinum", joined_day=1)
    assert ("slot", "eve-delivery", 1) in got(stage.buys("D", 800))


def test_m23_partners_codes_are_honoured_and_points_buy_partners_vouchers(play: Play) -> None:
    stage = play("referral-party", "holiday").at("2026-12-20 10:00")
    assert got(stage.happens("partner.code", "A", ref="cafe-guest")) == [("coupon", "play-30", 1), ("points", "", 10)]
    assert ("partner", "cafe", 1) in got(stage.buys("A", 600))
    stage.at("2027-02-01 10:00").known("A", points=150)
    assert got(stage.happens("points.spent", "A", ref="coffee", value=150)) == [
        ("points", "paid", -150),
        ("partner", "coffee", 1),
    ]


def test_m24_every_phase_has_its_rules_and_the_long_tail_follows_up(play: Play) -> None:
    stage = play("referral-party").at("2026-11-30 10:00")
    stage.buys("A", 100)
    assert stage.happens("member.seen", "A") == []  # not begun
    assert stage.why_not("warm-up-coupon") == (Outcome.NOT_MET, "period")
    assert ("coupon", "old-friend-60", 1) in got(stage.at("2026-12-01 00:00").happens("member.seen", "A"))
    stage.at("2026-12-17 10:00").register("B", by="A")
    stage.register("C", by="A")
    stage.buys("C", 50)
    assert stage.happens("member.swept", "B", channel="hq") == []  # main phase
    stage.at("2027-01-10 00:00")
    assert got(stage.happens("member.swept", "B", channel="hq")) == [("coupon", "come-in-80", 1)]
    assert stage.happens("member.swept", "C", channel="hq") == []  # has bought
    assert stage.happens("member.swept", "B", channel="hq") == []  # once
    assert got(stage.buys("C", 60)) == [("points", "", 100)]
    stage.at("2027-01-25 00:00")
    assert stage.buys("C", 60) == []


@pytest.mark.parametrize("moment", ["2026-12-31 23:59", "2027-01-01 00:00"])
def test_m24_who_did_not_buy_in_the_main_phase_is_thanked_in_the_last(play: Play, moment: str) -> None:
    stage = play("mini-program").at("2026-10-01 10:00")
    stage.buys("A", 100)
    given = got(stage.at(moment).happens("member.swept", "A", channel="hq"))
    assert given == ([("coupon", "back-again", 1)] if moment.startswith("2027") else [])
