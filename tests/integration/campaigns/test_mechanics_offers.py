"""M17, M19, M20, M22 to M24 at the till: holidays, events, surveys, deposits and slots, partners, phases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.sales.outcomes import Redemption, Visit
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.members.member import Tier
from kiosk.domain.refusals import Refusal, RefusalCode
from tests.shared.till import CLERK, Till, member, shown

Play = Callable[[str, str], Till]
KETTLE = Item("kettle", "home", 1, 990_00)


def lines(visit: Visit) -> list[tuple[str, int]]:
    return [(line.coupon, line.off) for line in visit.quote.lines]


def test_m17_hours_limited_goods_two_for_one_and_the_days_for_two(play: Play) -> None:
    till = play("product-welfare", "2027-02-14 10:00")
    pair = (("couple-set", 1200_00),)
    visit = till.visit("m-1", 1300_00, by_category=pair)
    assert lines(visit) == [("product-welfare/couples", 168_00)]
    assert ("gift", "couple-mugs", 1) in shown(visit.quote.rewards)
    till.wall("2027-02-15 00:00")
    assert lines(till.visit("m-1", 1300_00, by_category=pair)) == []

    till.wall("2027-03-20 10:00")
    goods = (Item("a", "new-products", 2, 100_00), Item("b", "new-products", 1, 70_00))
    assert lines(till.visit("m-1", 270_00, items=goods)) == [("product-welfare/launch-two-for-one", 70_00)]

    till.wall("2027-05-20 17:59")
    till.has_share({"stock:product-welfare/flash-kettle": -98})  # this terminal's share: two of the hundred
    basket = {"items": (KETTLE,)}
    sold = till.buys("m-1", 990_00, **basket)
    assert (sold.sale.total, till.facts("sale.completed")[-1].body["offers"]) == (
        490_00, [{"rule": "product-welfare/flash-kettle", "off": 500_00, "pieces": 1}],
    )  # fmt: skip
    assert lines(till.visit("m-1", 990_00, **basket)) == []  # one a member
    shown_to = [till.visit(who, 990_00, **basket) for who in ("m-2", "m-3")]
    assert [visit.quote.total for visit in shown_to] == [490_00, 490_00]
    assert isinstance(till.service.confirm(shown_to[0], CLERK), Redemption)
    gone = till.service.confirm(shown_to[1], CLERK)  # the last one went meanwhile
    assert isinstance(gone, Refusal)
    assert gone.code is RefusalCode.PRICE_CHANGED
    why = next(
        rule
        for rule in till.service.explain_visit(till.service.price(shown_to[1])).rules
        if rule.rule_id == "product-welfare/flash-kettle"
    )
    assert (why.outcome, why.checks[-1].code) == ("gone", "stock")
    till.voids(sold.sale.txn)
    assert till.visit("m-3", 990_00, **basket).quote.total == 490_00
    till.wall("2027-05-20 18:00")
    assert lines(till.visit("m-3", 2000_00)) == [("product-welfare/anniversary-hour", 400_00)]


def test_m17_red_packets_rain_and_the_moon_is_drawn_for(play: Play) -> None:
    till = play("product-welfare", "2027-02-05 11:59")
    refusal = till.action("m-1", ActionKind.TASK, "red-rain").refusal
    assert refusal is not None
    assert (refusal.code, refusal.args["other"]) == (RefusalCode.CONDITION_NOT_MET, "times")
    till.wall("2027-02-05 12:00")
    assert till.acts("m-1", ActionKind.TASK, "red-rain") == [("spins", "rain", 1)]
    given = till.happens("wheel.spun", {"member": "m-1", "ref": "rain", "part": "fifty"})
    assert shown(given) == [("coupon", "red-50", 1)]
    assert till.visit("m-1", 300_00).quote.total == 250_00
    till.wall("2027-09-10 10:00")
    sold = till.buys("m-1", 300_00)
    assert ("tickets", "mid-autumn", 1) in shown(sold.sale.rewards)
    till.voids(sold.sale.txn)
    assert till.state("m-1").tickets == {}


def test_m19_the_open_day_signs_up_signs_in_and_asks_what_it_was_like(play: Play) -> None:
    till = play("referral-party", "2026-12-19 10:00")
    assert till.acts("m-1", ActionKind.SIGN_UP, "open-day") == [("tickets", "evening", 1)]
    assert till.acts("m-1", ActionKind.ATTEND, "open-day") == [("gift", "brochure", 1), ("experience", "trial", 1)]
    done = till.action("m-1", ActionKind.ATTEND, "open-day").refusal
    assert done is not None
    assert done.code is RefusalCode.ALREADY_DONE
    assert till.acts("m-1", ActionKind.SURVEY, "event-feedback", 5) == [("points", "", 30)]
    kinds = [kind for kind in till.kinds() if kind.startswith(("event.", "survey."))]
    assert kinds == ["event.signed_up", "event.attended", "survey.answered"]

    feast = play("holiday", "2027-02-01 10:00")
    brought = [("experience", "workshop", 1), ("gift", "brand-book", 1)]
    assert shown(feast.action("m-1", ActionKind.ATTEND, "craft-corner").rewards) == brought
    feast.has_share({"stock:holiday/brand-book": -3000})
    assert feast.acts("m-1", ActionKind.ATTEND, "craft-corner") == brought[:1]


def test_m20_an_answered_survey_has_its_reward_and_its_score(play: Play) -> None:
    till = play("holiday", "2027-02-01 10:00")
    survey = till.action("m-1", ActionKind.SURVEY, "taste")
    assert survey.asks_score
    visit = till.service.prove(till.visit("m-1", 0), "0001")
    assert isinstance(visit, Visit)
    for score in (0, 6):
        assert isinstance(till.service.act(visit, survey, CLERK, score), Refusal)
    assert till.acts("m-1", ActionKind.SURVEY, "taste", 2) == [("coupon", "fresh-25", 1)]
    assert till.facts("survey.answered")[-1].body == {
        "member": "m-1",
        "channel": "checkout",
        "ref": "taste",
        "value": 2,
    }
    fresh = till.visit("m-1", 100_00, by_category=(("fresh", 100_00),))
    assert [(line.template, line.off) for line in fresh.quote.lines] == [("holiday/fresh-25", 25_00)]


def test_m22_a_deposit_in_the_warm_up_locks_the_price_of_the_main_phase(play: Play) -> None:
    till = play("holiday", "2027-01-25 10:00")
    till.has_members(*(member(who, bought=(("2027-01-01", 10_00),)) for who in ("m-1", "m-2")))
    deposit = till.action("m-1", ActionKind.DEPOSIT, "dinner-lock")
    assert (deposit.amount, shown(deposit.rewards)) == (100_00, [("price_lock", "dinner-lock", 1)])
    assert till.acts("m-1", ActionKind.DEPOSIT, "dinner-lock") == [("price_lock", "dinner-lock", 1)]
    assert till.facts("deposit.paid")[-1].body == {
        "member": "m-1",
        "channel": "checkout",
        "ref": "dinner-lock",
        "amount": 100_00,
    }
    again = till.action("m-1", ActionKind.DEPOSIT, "dinner-lock").refusal
    assert again is not None
    assert again.code is RefusalCode.ALREADY_DONE
    goods = (("family-set", 2000_00),)
    till.wall("2027-01-29 23:59")
    assert lines(till.visit("m-1", 2000_00, by_category=goods)) == []
    till.wall("2027-01-30 00:00")
    late = till.action("m-2", ActionKind.DEPOSIT, "dinner-lock").refusal
    assert late is not None
    assert (late.code, late.args["other"]) == (RefusalCode.CONDITION_NOT_MET, "phases")
    assert lines(till.visit("m-2", 2000_00, by_category=goods)) == []
    sold = till.buys("m-1", 2000_00, by_category=goods)
    assert sold.sale.total == 1700_00
    assert [(line.coupon, line.off, line.rule) for line in sold.sale.lines] == [("holiday/deposit-used", 300_00, True)]
    assert lines(till.visit("m-1", 2000_00, by_category=goods)) == []  # used up
    till.voids(sold.sale.txn)
    assert lines(till.visit("m-1", 2000_00, by_category=goods)) == [("holiday/deposit-used", 300_00)]


def test_m22_only_so_many_have_new_years_eve(play: Play) -> None:
    till = play("holiday", "2027-01-31 10:00")
    golden = {"tier": Tier.GOLD, "bought": (("2027-01-01", 10_00),)}
    till.has_members(*(member(f"m-{number}", **golden) for number in range(1, 5)))
    till.has_share({"slot:holiday/eve-delivery": -59, "slot:holiday/eve-morning": -39})

    def slot(of: Visit) -> list[str]:
        return [reward.ref for reward in of.quote.rewards if reward.kind is RewardKind.SLOT]

    waiting = [till.visit(who, 800_00) for who in ("m-1", "m-2")]
    assert [slot(visit) for visit in waiting] == [["eve-delivery"], ["eve-delivery"]]
    first = till.service.confirm(waiting[0], CLERK)
    assert isinstance(first, Redemption)
    lost = till.service.confirm(waiting[1], CLERK)
    assert isinstance(lost, Refusal)
    assert (lost.code, lost.args["name"]) == (RefusalCode.REWARD_GONE, "eve-delivery")
    second = till.service.price(waiting[1])
    assert slot(second) == ["eve-morning"]
    assert isinstance(till.service.confirm(second, CLERK), Redemption)
    assert slot(till.visit("m-3", 800_00)) == []
    till.voids(first.sale.txn)
    assert slot(till.visit("m-3", 800_00)) == ["eve-delivery"]


def test_m23_partners_codes_are_honoured_and_points_buy_partners_vouchers(play: Play) -> None:
    till = play("referral-party", "2026-12-20 10:00")
    assert till.acts("m-1", ActionKind.PARTNER, "cafe-guest") == [("coupon", "play-30", 1), ("points", "", 10)]
    assert till.facts("partner.code")[-1].body == {"member": "m-1", "channel": "checkout", "ref": "cafe-guest"}
    sold = till.buys("m-1", 630_00)
    assert (sold.sale.total, ("partner", "cafe", 1) in shown(sold.sale.rewards)) == (600_00, True)
    till.voids(sold.sale.txn)
    assert till.state("m-1").things == {"coupon:play-30": 1}

    feast = play("holiday", "2027-02-01 10:00")
    feast.has_members(member("m-1", points=150))
    assert ("partner", "coffee", 1) in feast.acts("m-1", ActionKind.MALL, "coffee")
    short = feast.action("m-1", ActionKind.MALL, "movie").refusal
    assert short is not None
    assert (short.code, short.args) == (RefusalCode.POINTS_SHORT, {"have": 0, "need": 450})


def test_m24_every_phase_has_its_rules_and_the_long_tail_follows_up(play: Play) -> None:
    till = play("referral-party", "2026-11-30 10:00")
    till.has_members(member("m-1", bought=(("2026-11-01", 100_00),)))
    assert till.service.choose_member(till.service.new_visit(), "m-1").brought == ()
    till.wall("2026-12-01 00:00")
    visit = till.service.choose_member(till.service.new_visit(), "m-1")
    assert shown(visit.brought) == [("coupon", "old-friend-60", 1)]
    kept = till.service.price(replace(visit, amount=500_00))
    assert kept.quote.total == 440_00
    till.wall("2026-12-17 10:00")
    for friend in ("m-7", "m-8"):
        till.registers(friend, by="m-1")
    till.buys("m-8", 50_00)
    swept = {"channel": "hq"}
    assert till.happens("member.swept", {"member": "m-7", **swept}) == []
    till.wall("2027-01-10 00:00")
    assert shown(till.happens("member.swept", {"member": "m-7", **swept})) == [("coupon", "come-in-80", 1)]
    assert till.happens("member.swept", {"member": "m-8", **swept}) == []  # has bought
    assert till.happens("member.swept", {"member": "m-7", **swept}) == []  # once
    assert till.visit("m-7", 400_00).quote.total < 400_00
    assert shown(till.buys("m-8", 60_00).sale.rewards) == [("points", "", 100)]
    till.wall("2027-01-25 00:00")  # over: nothing is given any more, but what was given can be used
    assert till.visit("m-8", 60_00).quote.rewards == ()
    assert [one.template for one in till.visit("m-7", 400_00).coupons if one.refusal is None] == [
        "referral-party/come-in-80"
    ]


def test_m24_who_did_not_buy_in_the_main_phase_is_thanked_in_the_last(play: Play) -> None:
    till = play("mini-program", "2026-12-31 23:59")
    swept = {"member": "m-1", "channel": "hq"}
    assert till.happens("member.swept", swept) == []
    till.wall("2027-01-01 00:00")
    assert shown(till.happens("member.swept", swept)) == [("coupon", "back-again", 1)]
    assert till.visit("m-1", 400_00).quote.total == 360_00
