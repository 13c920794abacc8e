"""M07 to M10, M13 and M18 at the till: check-ins, the wheel's spins, draws' tickets, the points mall, tasks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.members.outcomes import MemberView
from kiosk.application.sales.outcomes import Redemption, Visit
from kiosk.domain.refusals import Refusal, RefusalCode
from tests.shared.till import CLERK, Till, member, shown

Play = Callable[[str, str], Till]


def at_till(till: Till, who: str) -> MemberView:
    found = till.visit(who, 0).member
    assert found is not None
    return found


def why_not(till: Till, who: str, kind: ActionKind, ref: str = "") -> RefusalCode | None:
    refusal = till.action(who, kind, ref).refusal
    return refusal.code if refusal else None


def test_m07_check_ins_bring_points_streaks_bring_more_and_a_card_makes_up_for_a_day(play: Play) -> None:
    till = play("referral-party", "2026-12-17 09:00")
    for day in range(1, 8):
        till.wall(f"2026-12-{16 + day} 09:00")
        brought = till.acts("m-1", ActionKind.CHECK_IN)
        assert (("tickets", "evening", 1) in brought) == (day in (3, 6))
        assert why_not(till, "m-1", ActionKind.CHECK_IN) is RefusalCode.ALREADY_DONE
        if day == 2:
            near = at_till(till, "m-1").near[0]
            assert (near.code, near.have, near.need, shown(near.rewards)) == (
                "streak_reached", 2, 3, [("tickets", "evening", 1)],
            )  # fmt: skip
    assert brought == [("points", "", 5), ("tickets", "evening", 3), ("points", "", 50), ("make_up_cards", "", 1)]
    assert [fact.body for fact in till.facts("check_in.done")] == [{"member": "m-1", "channel": "checkout"}] * 7
    till.wall("2026-12-25 23:59")  # the eighth day was missed
    assert till.acts("m-1", ActionKind.CHECK_IN) == [("points", "", 5)]
    assert at_till(till, "m-1").streak_days == 1
    made_up = till.action("m-1", ActionKind.MAKE_UP)
    assert (made_up.ref, shown(made_up.rewards)) == ("1", [("tickets", "evening", 1)])
    assert till.acts("m-1", ActionKind.MAKE_UP) == [("tickets", "evening", 1)]  # nine in a row
    assert at_till(till, "m-1").streak_days == 9
    assert all(one.kind is not ActionKind.MAKE_UP for one in till.service.actions(till.visit("m-1", 0)))
    till.wall("2026-12-26 00:00")  # the store's midnight
    assert till.acts("m-1", ActionKind.CHECK_IN) == [("points", "", 5)]
    assert at_till(till, "m-1").points == 9 * 5 + 50


def test_m08_a_spin_a_day_for_who_is_there_and_the_wheel_pays(play: Play) -> None:
    till = play("mini-program", "2026-12-01 10:00")
    visit = till.service.choose_member(till.service.new_visit(), "m-1")
    assert shown(visit.brought) == [("spins", "lucky", 1)]
    assert till.kinds()[-2:] == ["member.seen", "rewards.decided"]
    assert till.visit("m-1", 0).brought == ()  # once a day
    for prize, reward in (
        ("cash-28", ("rebate", "", 28_00)),
        ("coupon-30", ("coupon", "wheel-300-30", 1)),
        ("drink", ("gift", "free-drink", 1)),
    ):
        given = till.happens("wheel.spun", {"member": "m-1", "ref": "lucky", "part": prize})
        assert shown(given) == [reward]
        # no second one without a spin
        assert till.happens("wheel.spun", {"member": "m-1", "ref": "lucky", "part": prize}) == []
        till.clock.advance(86_400_000)
        assert shown(till.visit("m-1", 0).brought) == [("spins", "lucky", 1)]
    assert till.state("m-1").rebates == 28_00
    assert till.visit("m-1", 300_00).quote.lines[0].template == "mini-program/wheel-300-30"


def test_m09_tickets_are_earned_at_the_till_and_a_prize_drawn_is_given(play: Play) -> None:
    till = play("referral-party", "2026-12-20 10:00")
    assert till.acts("m-1", ActionKind.TASK, "memories") == [("tickets", "evening", 1)]
    assert till.acts("m-2", ActionKind.SIGN_UP, "open-day") == [("tickets", "evening", 1)]
    assert [at_till(till, who).tickets for who in ("m-1", "m-2", "m-3")] == [1, 1, 0]
    for who, grade, gift in (("m-1", "first", "speaker"), ("m-2", "third", "tote")):
        given = till.happens("draw.won", {"member": who, "ref": "evening", "part": grade})
        assert shown(given) == [("gift", gift, 1)]
    given = till.happens("draw.won", {"member": "m-3", "ref": "evening", "part": "taking-part"})
    assert shown(given) == [("coupon", "play-30", 1)]
    assert till.visit("m-3", 200_00).quote.total == 170_00


def test_m10_points_buy_tickets_for_a_draw(play: Play) -> None:
    till = play("mini-program", "2026-12-01 10:00")
    till.has_members(member("m-1", points=120))
    refused = till.service.actions(till.visit("m-1", 0))
    ticket = next(one for one in refused if one.kind is ActionKind.MALL and one.ref == "draw-ticket")
    assert ticket.refusal is not None
    assert ticket.refusal.code is RefusalCode.MEMBER_NOT_PROVEN  # a card alone spends nobody's points
    action = till.action("m-1", ActionKind.MALL, "draw-ticket")
    assert (action.points, shown(action.rewards)) == (50, [("tickets", "points-draw", 1)])
    for left in (70, 20):
        assert ("tickets", "points-draw", 1) in till.acts("m-1", ActionKind.MALL, "draw-ticket")
        assert at_till(till, "m-1").points == left
    assert till.facts("points.spent")[-1].body == {
        "member": "m-1",
        "channel": "checkout",
        "ref": "draw-ticket",
        "value": 50,
    }
    assert why_not(till, "m-1", ActionKind.MALL, "draw-ticket") is RefusalCode.POINTS_SHORT
    assert at_till(till, "m-1").tickets == 2
    given = till.happens("draw.won", {"member": "m-1", "ref": "points-draw", "part": "tablet"})
    assert shown(given) == [("gift", "tablet", 1)]


def test_m13_the_points_mall_its_double_day_and_points_as_money(play: Play) -> None:
    till = play("product-welfare", "2027-01-10 10:00")
    till.has_members(member("m-1", points=500))
    for item, points, reward in (
        ("notebook", 200, ("gift", "notebook", 1)),
        ("skin", 40, ("experience", "card-skin", 1)),
        ("coupon-50", 120, ("coupon", "mall-50", 1)),
        ("gift-wrap", 60, ("experience", "gift-wrap", 1)),
    ):
        assert till.action("m-1", ActionKind.MALL, item).points == points
        assert reward in till.acts("m-1", ActionKind.MALL, item)
    assert at_till(till, "m-1").points == 80
    assert till.visit("m-1", 100_00).quote.lines[0].template == "product-welfare/mall-50"

    feast = play("holiday", "2027-02-03 09:59")
    feast.has_members(member("m-1", points=1000))
    assert feast.action("m-1", ActionKind.MALL, "gift-box").points == 800
    feast.wall("2027-02-03 10:00")
    assert feast.action("m-1", ActionKind.MALL, "gift-box").points == 400
    feast.has_share({"stock:holiday/gift-box": -120})
    assert why_not(feast, "m-1", ActionKind.MALL, "gift-box") is RefusalCode.REWARD_GONE
    feast.has_share({"stock:holiday/gift-box": 1})
    assert ("gift", "gift-box", 1) in feast.acts("m-1", ActionKind.MALL, "gift-box")
    assert at_till(feast, "m-1").points == 600
    assert why_not(feast, "m-1", ActionKind.MALL, "gift-box") is RefusalCode.ALREADY_DONE

    shop = play("mini-program", "2026-11-28 10:00")
    shop.has_members(member("m-1", points=1000, bought=(("2026-11-01", 10_00),)))
    visit = shop.visit("m-1", 300_00)
    assert visit.quote.pay_points is not None
    assert (visit.quote.total, visit.quote.pay_points.points, visit.quote.pay_points.off) == (300_00, 600, 60_00)
    paying = shop.service.price(replace(visit, use_points=True))
    assert isinstance(shop.service.confirm(paying, CLERK), Refusal)  # not proven
    proven = shop.service.prove(paying, "0001")
    assert isinstance(proven, Visit)
    sold = shop.service.confirm(proven, CLERK)
    assert isinstance(sold, Redemption)
    assert (sold.sale.total, at_till(shop, "m-1").points) == (240_00, 1000 - 600 + 24)
    shop.voids(sold.sale.txn)
    assert at_till(shop, "m-1").points == 1000


def test_m18_newcomers_tasks_and_badges(play: Play) -> None:
    till = play("product-welfare", "2026-12-01 09:00")
    till.registers("m-7")
    before = at_till(till, "m-7").points
    assert till.acts("m-7", ActionKind.TASK, "profile") == [("points", "", 20)]
    assert till.acts("m-7", ActionKind.TASK, "tour") == [("points", "", 30), ("gift", "notebook", 1)]
    assert at_till(till, "m-7").points == before + 50
    assert why_not(till, "m-7", ActionKind.TASK, "tour") is RefusalCode.ALREADY_DONE
    assert why_not(till, "m-1", ActionKind.TASK, "tour") is RefusalCode.CONDITION_NOT_MET  # not a newcomer
    for number in range(1, 11):
        till.clock.advance(86_400_000)
        assert (("badge", "regular", 1) in till.acts("m-1", ActionKind.TASK, "post")) == (number == 10)
    for _ in range(3):
        brought = till.acts("m-1", ActionKind.TASK, "good-post")
    assert ("badge", "author", 1) in brought
    assert till.state("m-1").things == {"badge:regular": 1, "badge:author": 1}

    feast = play("holiday", "2027-01-31 10:00")
    for _ in range(3):
        assert feast.acts("m-1", ActionKind.VOTE, "photo-wall") == [("points", "", 2)]
    assert why_not(feast, "m-1", ActionKind.VOTE, "photo-wall") is RefusalCode.ALREADY_DONE  # today
    assert feast.acts("m-1", ActionKind.TASK, "photo") == [("points", "", 20), ("gift", "envelopes", 1)]
    feast.has_share({"stock:holiday/envelopes": -19_999})
    assert feast.acts("m-2", ActionKind.TASK, "photo") == [("points", "", 20)]  # the envelopes are gone
    told = [feast.acts("m-1", ActionKind.TASK, "story") for _ in range(3)]
    assert told == [[], [], [("badge", "storyteller", 1), ("points", "", 50)]]
