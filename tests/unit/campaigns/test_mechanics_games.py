"""M07 to M10, M13 and M18: check-ins, wheel, draws, points mall, tasks and badges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain.campaigns.draws import entrants
from kiosk.domain.campaigns.rewards import Outcome
from tests.unit.campaigns.stage import Stage, got

Play = Callable[..., Stage]


def test_m07_daily_points_and_rewards_for_days_in_a_row(play: Play) -> None:
    stage = play("referral-party").at("2026-12-18 09:00")
    assert got(stage.checks_in("A")) == [("points", "", 5)]
    assert stage.checks_in("A") == []  # once a day
    assert stage.why_not("daily-check-in") == (Outcome.NOT_MET, "checked_in_today")
    for day in range(2, 8):
        given = got(stage.tomorrow().checks_in("A"))
        assert (("tickets", "evening", 1) in given) == (day in (3, 6))
    assert given[1:] == [("tickets", "evening", 3), ("points", "", 50), ("make_up_cards", "", 1)]


def test_m07_thirty_days_give_a_tier_and_a_limited_gift(play: Play) -> None:
    stage = play("product-welfare").at("2026-12-01 09:00")
    for _ in range(30):
        given = stage.checks_in("A")
        stage.tomorrow()
    assert got(given)[1:] == [("tier", "silver", 6), ("gift", "limited-mug", 1)]
    assert stage.state("A").tier_at(stage.wall) == "silver"


def test_m07_a_missed_day_breaks_the_streak_and_a_make_up_card_mends_it(play: Play) -> None:
    stage = play("referral-party").at("2026-12-18 09:00")
    for _ in range(7):
        stage.checks_in("A")
        stage.tomorrow()
    stage.tomorrow()  # the eighth day is missed
    stage.checks_in("A")
    assert stage.state("A").streak_at(stage.wall // 1440) == 1
    given = got(stage.happens("check_in.made_up", "A", days_ago=1))
    assert given == [("tickets", "evening", 1)]  # nine in a row: the third ticket
    assert stage.state("A").streak_at(stage.wall // 1440) == 9
    assert stage.state("A").make_up_cards == 0
    stage.tomorrow(2)
    assert stage.happens("check_in.made_up", "A", days_ago=1) == []  # no card is left


def test_m07_midnight_is_the_stores(play: Play) -> None:
    stage = play("mini-program").at("2026-12-01 23:59")
    assert got(stage.checks_in("A")) == [("points", "", 5)]
    assert got(stage.at("2026-12-02 00:00").checks_in("A")) == [("points", "", 5)]
    assert stage.state("A").streak_at(stage.wall // 1440) == 2


def test_m08_one_spin_a_day_and_the_wheel_pays_cash_coupons_and_goods(play: Play) -> None:
    stage = play("mini-program").at("2026-12-01 10:00")
    assert got(stage.happens("member.seen", "A")) == [("spins", "lucky", 1)]
    assert stage.happens("member.seen", "A") == []
    assert got(stage.happens("wheel.spun", "A", ref="lucky", part="cash-28")) == [("rebate", "", 28_00)]
    assert stage.happens("wheel.spun", "A", ref="lucky", part="cash-188") == []  # no spin is left
    assert stage.why_not("wheel-cash-188") == (Outcome.NOT_MET, "spins")
    for prize, reward in (("coupon-100", ("coupon", "wheel-800-100", 1)), ("drink", ("gift", "free-drink", 1))):
        stage.tomorrow().happens("member.seen", "A")
        assert got(stage.happens("wheel.spun", "A", ref="lucky", part=prize)) == [reward]
    assert stage.state("A").rebates == 28_00


def test_m09_ticket_holders_take_part_in_the_evening_draw_and_prizes_have_grades(play: Play) -> None:
    stage = play("referral-party").at("2026-12-20 10:00")
    stage.happens("task.done", "A", ref="memories")
    for _ in range(3):
        stage.checks_in("B")
        stage.tomorrow()
    assert entrants(stage.fold.members, "evening") == [("A", 1), ("B", 1)]
    for grade, gift in (("first", "speaker"), ("second", "tea-set"), ("third", "tote")):
        assert got(stage.happens("draw.won", "A", ref="evening", part=grade)) == [("gift", gift, 1)]
    assert got(stage.happens("draw.won", "B", ref="evening", part="taking-part")) == [("coupon", "play-30", 1)]


def test_m10_points_buy_tickets_for_a_draw(play: Play) -> None:
    stage = play("mini-program").at("2026-12-01 10:00")
    stage.known("A", points=120, joined_day=1)
    assert got(stage.happens("points.spent", "A", ref="draw-ticket", value=50)) == [
        ("points", "paid", -50),
        ("tickets", "points-draw", 1),
    ]
    stage.happens("points.spent", "A", ref="draw-ticket", value=50)
    assert stage.happens("points.spent", "A", ref="draw-ticket", value=50) == []
    assert stage.why_not("draw-ticket") == (Outcome.NOT_MET, "points")
    assert (stage.points("A"), stage.state("A").tickets) == (20, {"points-draw": 2})
    assert got(stage.happens("draw.won", "A", ref="points-draw", part="tablet")) == [("gift", "tablet", 1)]


def test_m13_the_points_mall_has_goods_virtual_goods_coupons_and_services(play: Play) -> None:
    stage = play("product-welfare").at("2027-01-10 10:00")
    stage.known("A", points=500, joined_day=1)
    for item, points, reward in (
        ("notebook", 200, ("gift", "notebook", 1)),
        ("skin", 40, ("experience", "card-skin", 1)),
        ("coupon-50", 120, ("coupon", "mall-50", 1)),
        ("gift-wrap", 60, ("experience", "gift-wrap", 1)),
    ):
        assert got(stage.happens("points.spent", "A", ref=item, value=points)) == [("points", "paid", -points), reward]
    assert stage.points("A") == 80


def test_m13_points_count_double_for_some_hours(play: Play) -> None:
    stage = play("holiday").at("2027-02-03 09:59")
    stage.known("A", points=1000, joined_day=1)

    def prices() -> list[tuple[str, int]]:
        return stage.fold.points_prices(stage.probe("A", ref="gift-box"))

    assert prices() == [("holiday/mall-gift-box", 800)]
    stage.at("2027-02-03 10:00")
    assert prices() == [("holiday/mall-gift-box-half", 400), ("holiday/mall-gift-box", 800)]
    stage.happens("points.spent", "A", ref="gift-box", value=400)
    assert stage.points("A") == 600


def test_m13_stock_that_is_gone_costs_no_points(play: Play) -> None:
    stage = play("holiday").at("2027-02-01 09:00")
    stage.known("A", points=1000, joined_day=1)
    stage.happens("lease.changed", "", quantities={"stock:holiday/gift-box": -120})
    assert stage.happens("points.spent", "A", ref="gift-box", value=800) == []
    assert stage.why_not("mall-gift-box") == (Outcome.GONE, "stock")
    assert stage.points("A") == 1000


def test_m13_points_pay_a_fifth_of_a_purchase(play: Play) -> None:
    stage = play("mini-program").at("2026-11-28 10:00")
    stage.known("A", points=1000, joined_day=1)
    stage.buys("A", 10)
    assert stage.buys_at_best("A", 300, "X").total == 300_00
    assert stage.buys_at_best("A", 300, "Y", points=True).total == 240_00
    assert stage.points("A") == 1000 + 1 + 30 - 600 + 24
    stage.voids("Y")
    assert stage.points("A") == 1000 + 1 + 30


@pytest.mark.parametrize(("task", "points"), [("profile", 20), ("first-scan", 20), ("tour", 30)])
def test_m18_newcomers_tasks_have_a_reward_each(play: Play, task: str, points: int) -> None:
    stage = play("product-welfare").at("2026-12-01 09:00")
    stage.register("A")
    before = stage.points("A")
    assert stage.happens("task.done", "A", ref=task)
    assert stage.points("A") == before + points
    assert stage.happens("task.done", "A", ref=task) == []


def test_m18_ten_posts_make_a_regular_and_three_good_ones_an_author(play: Play) -> None:
    stage = play("product-welfare").at("2026-12-01 09:00")
    for number in range(1, 11):
        given = got(stage.tomorrow().happens("task.done", "A", ref="post"))
        assert (("badge", "regular", 1) in given) == (number == 10)
    for _ in range(3):
        given = got(stage.happens("task.done", "A", ref="good-post"))
    assert ("badge", "author", 1) in given
    assert stage.state("A").things == {"badge:regular": 1, "badge:author": 1}
