"""What purchases earn: points by piece and by goods, stamp cards, thresholds of a receipt or a day, limits on
points and money; and that none of it depends on where it stands in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.coupons import coupons_of, template_of
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.offers import offers
from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.coupons.model import Basket
from kiosk.domain.coupons.pricing import best
from tests.unit.campaigns.stage import Stage, campaign, same_everywhere
from tests.unit.campaigns.test_limits import staged

COFFEE, CAKE, CIGARS = ("latte", "coffee"), ("cake", "bakery"), ("cigar", "tobacco")
Goods = tuple[tuple[str, str], int, int]


def rows(*goods: Goods, paid: tuple[int | None, ...] = ()) -> dict[str, Any]:
    """Fields of a sale's fact: ((article, category), pieces, dollars a piece) each, and what was paid for it."""
    items = [
        {"sku": sku, "category": category, "pieces": pieces, "price": price * 100}
        | ({"paid": cost * 100} if cost is not None else {})
        for ((sku, category), pieces, price), cost in zip(goods, paid or (None,) * len(goods), strict=True)
    ]
    sums: dict[str, int] = {}
    for (_, category), pieces, price in goods:
        sums[category] = sums.get(category, 0) + pieces * price * 100
    return {"v": 2, "items": items, "by_category": sorted(sums.items())}


def points_of(give: str, *goods: Goods, paid: tuple[int | None, ...] = (), total: int | None = None) -> int:
    stage = Stage(campaign(f"rules: [{{id: x, name: NAME, when: purchased, give: [{give}]}}]\n"))
    cost = sum(pieces * price for _, pieces, price in goods) if total is None else total
    stage.buys("A", cost, **rows(*goods, paid=paid))
    same_everywhere(stage)
    return stage.points("A")


@pytest.mark.parametrize(
    ("give", "points"),
    [
        ("{points_per: {pieces: 1, points: 2}}", 12),
        ("{points_per: {pieces: 2, points: 1, categories: [coffee]}}", 1),
        ("{points_per: {pieces: 1, points: 1, items: [latte, cake]}}", 5),
        ("{points_per: {pieces: 1, points: 1, except: {categories: [tobacco]}}}", 5),
        ("{points_per: {pieces: 1, points: 5, most: 8}}", 8),
        ("{points_per: {amount: 10, points: 1}}", 75),
        ("{points_per: {amount: 10, points: 1, categories: [coffee]}}", 15),
        ("{points_per: {amount: 10, points: 1, items: [cake]}}", 10),
        ("{points_per: {amount: 10, points: 1, except: {items: [cigar]}}}", 25),
        ("{points_per: {amount: 10, points: 1, except: {categories: [tobacco], items: [cake]}}}", 15),
    ],
)
def test_points_by_piece_and_by_goods(give: str, points: int) -> None:
    assert points_of(give, (COFFEE, 3, 50), (CAKE, 2, 50), (CIGARS, 1, 500)) == points


def test_points_count_what_was_paid_for_the_goods() -> None:
    give = "{points_per: {amount: 1, points: 1, items: [latte]}}"
    assert points_of(give, (COFFEE, 3, 50), (CAKE, 1, 50), paid=(100, None), total=150) == 100


def test_a_line_that_was_free_has_no_pieces() -> None:
    give = "{points_per: {pieces: 1, points: 1}}"
    assert points_of(give, (COFFEE, 1, 50), (CAKE, 2, 40), paid=(0, None), total=80) == 2


def test_amounts_without_articles_count_by_category() -> None:
    stage = Stage(
        campaign(
            "rules: [{id: x, name: NAME, when: purchased,"
            " give: [{points_per: {amount: 1, points: 1, except: {categories: [tobacco]}}}]}]\n"
        )
    )
    stage.buys("A", 90, by_category=[["tobacco", 3000], ["coffee", 2000]])
    assert stage.points("A") == 60, "what has no category is no tobacco"


CARD = """
coupons: [{id: free-latte, name: NAME, off: 50, valid_days: 30}]
rules:
  - id: tenth
    name: NAME
    when: {event: pieces_reached, pieces: 9, categories: [coffee], every: true}
    give: [{coupon: free-latte}]
"""


def test_a_stamp_card_is_full_after_nine_and_begins_anew() -> None:
    stage = Stage(campaign(CARD))
    given = [len(stage.buys("A", 50 * pieces, **rows((COFFEE, pieces, 50)))) for pieces in (3, 5, 1, 8, 10)]
    assert given == [0, 0, 1, 0, 1]
    stage.buys("A", 50, **rows((CAKE, 1, 50)))
    assert stage.why_not("tenth") == (Outcome.COUNTED, "pieces_reached")
    check_ = next(t for t in list(stage.decisions.values())[-1].trace if t.rule == "tenth").checks[-1]
    assert (check_.have, check_.need) == (0, 9), "27 are three full cards"
    same_everywhere(stage)


def test_one_sale_fills_several_cards_and_a_return_takes_one_back() -> None:
    stage = Stage(campaign(CARD))
    (reward,) = stage.buys("A", 50 * 19, "S1", **rows((COFFEE, 19, 50)))
    assert reward.quantity == 2
    back = [{"sku": "latte", "category": "coffee", "pieces": 2, "price": 5000}]
    stage.happens("sale.returned", "", v=2, txn="S1", amount=10000, items=back, by_category=[["coffee", 10000]])
    assert sum(one.quantity for one in stage.state("A").rewards.values()) == 1
    stage.voids("S1")
    assert not stage.state("A").rewards
    assert not any(stage.state("A").counters.values())
    same_everywhere(stage)


def test_a_card_of_a_month_ends_with_it() -> None:
    stage = Stage(campaign(CARD.replace("every: true", "every: true, period: month"))).at("2026-03-30 12:00")
    assert not stage.buys("A", 400, **rows((COFFEE, 8, 50)))
    stage.at("2026-04-01 00:05")
    assert not stage.buys("A", 400, **rows((COFFEE, 8, 50)))
    assert stage.buys("A", 50, **rows((COFFEE, 1, 50)))


def test_pieces_of_one_receipt_do_not_add_up() -> None:
    stage = Stage(
        campaign(CARD.replace("pieces: 9", "pieces: 3").replace("every: true", "every: true, period: receipt"))
    )
    given = [stage.buys("A", 50 * pieces, **rows((COFFEE, pieces, 50))) for pieces in (2, 2, 3, 7)]
    assert [sum(one.quantity for one in some) for some in given] == [0, 0, 1, 2]
    assert not stage.state("A").counters
    same_everywhere(stage)


def reached(period: str, *sales: tuple[str, int]) -> list[int]:
    """Coupons after sales (when, dollars) of 滿千送百 by period."""
    stage = Stage(
        campaign(
            "coupons: [{id: c, name: NAME, off: 100, valid_days: 9}]\n"
            f"rules: [{{id: x, name: NAME, give: [{{coupon: c}}],"
            f" when: {{event: spend_reached, amount: 1000, every: true, period: {period}}}}}]\n"
        )
    )
    found = [sum(one.quantity for one in stage.at(when).buys("A", total)) for when, total in sales]
    same_everywhere(stage)
    return found


def test_a_thousand_on_one_receipt_in_a_day_or_over_time() -> None:
    sales = (
        ("2026-03-10 12:00", 700),
        ("2026-03-10 18:00", 700),
        ("2026-03-11 00:00", 2600),
        ("2026-03-12 12:00", 999),
    )
    assert reached("receipt", *sales) == [0, 0, 2, 0]
    assert reached("day", *sales) == [0, 1, 2, 0]
    assert reached("campaign", *sales) == [0, 1, 3, 0]


LIMITED = """
point_cost: 0.01
rules:
  - {id: base, name: NAME, when: purchased, give: [{points_per: {amount: 1, points: 1}}], LIMITS}
  - {id: double, name: NAME, when: purchased, if: {weekdays: [7]}, give: [{multiply_points: 2}], LIMITS}
"""


def test_points_are_capped_by_the_day() -> None:
    stage = Stage(campaign(LIMITED.replace("LIMITS", "limits: [{points: 500, per: [member, day], shared: daily}]")))
    stage.at("2026-03-10 10:00").buys("A", 300, "S1")
    stage.buys("A", 300, "S2")
    assert stage.points("A") == 500
    stage.buys("A", 300)
    assert stage.points("A") == 500
    stage.buys("B", 800)
    assert stage.points("B") == 500
    stage.voids("S1")
    assert stage.points("A") == 500, "what was not given for want of room is given now"
    stage.tomorrow().buys("A", 80)
    assert stage.points("A") == 580
    stage.at("2026-03-15 10:00").buys("A", 300)
    assert stage.points("A") == 580 + 500, "300, and 200 of the 300 that Sunday doubles"
    assert all(one.cost == one.quantity for one in stage.state("A").rewards.values()), "what was cut off costs nothing"
    same_everywhere(stage)


def test_points_are_capped_in_all() -> None:
    stage = Stage(campaign(LIMITED.replace("LIMITS", "limits: [{points: 500, shared: all}]")))
    stage.buys("A", 300, "S1")
    stage.buys("B", 300)
    stage.buys("C", 300)
    assert [stage.points(member) for member in "ABC"] == [300, 200, 0]
    stage.voids("S1")
    stage.buys("C", 400)
    assert [stage.points(member) for member in "ABC"] == [0, 200, 300]
    same_everywhere(stage)


SAVING = """
rules:
  - id: ten
    name: NAME
    when: basket
    limits: [{saved: 50, per: [member, month]}]
    give: [{discount: {percent: 10}}]
"""


def test_money_saved_is_capped_by_the_month() -> None:
    stage = Stage(campaign(SAVING)).at("2026-03-10 12:00")
    assert stage.buys_at_best("A", 300, "S1").total == 270_00
    assert stage.buys_at_best("A", 400, "S2").total == 380_00, "20 are left of the month's 50"
    assert stage.buys_at_best("A", 400, "S3").total == 400_00
    assert stage.why_not("ten", stage.basket("A", 400)) == (Outcome.LIMIT, "limit.member.month.saved")
    stage.voids("S1")
    assert stage.buys_at_best("A", 200, "S4").total == 180_00
    assert stage.at("2026-04-01 00:00").buys_at_best("A", 500, "S5").total == 450_00
    same_everywhere(stage)


BAD = {
    "limits: [{per: [member]}]": "no_meaning",
    "limits: [{most: 1, points: 5}]": "no_meaning",
    "limits: [{saved: 5, per: [member]}]": "no_meaning",
    "limits: [{points: 0, per: [member]}]": "never",
    "limits: [{most: 1, per: [day], shared: a}, {points: 1, per: [month], shared: a}]": "no_meaning",
}


@pytest.mark.parametrize(("limits", "code"), BAD.items())
def test_limits_that_mean_nothing_are_found(limits: str, code: str) -> None:
    found = check(campaign(f"rules: [{{id: x, name: NAME, when: purchased, give: [{{points: 5}}], {limits}}}]\n"))
    assert code in {finding.code for finding in found if finding.path.startswith("rules[0].limits")}


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("when: {event: pieces_reached, items: [a]}, give: [{points: 1}]", "missing"),
        ("when: {event: purchased, pieces: 3}, give: [{points: 1}]", "no_meaning"),
        ("when: {event: spend_reached, amount: 3, items: [a]}, give: [{points: 1}]", "no_meaning"),
        ("when: purchased, give: [{points_per: {amount: 5, pieces: 1, points: 1}}]", "no_meaning"),
        ("when: purchased, give: [{points_per: {points: 1}}]", "unbounded"),
    ],
)
def test_what_means_nothing_is_found(rule: str, code: str) -> None:
    assert code in {one.code for one in check(campaign(f"rules: [{{id: x, name: NAME, {rule}}}]\n"))}


MOVED = """
coupons:
  - {id: one, name: NAME, off: 5, valid_days: 9}
  - {id: two, name: NAME, off: 6, valid_days: 9}
rules:
  - {id: a, name: NAME, when: purchased, give: [{points_per: {amount: 1, points: 1}}],
     limits: [{points: 300, per: [member, day]}, {most: 2, per: [member, day]}, {points: 700, per: [member]}]}
  - {id: b, name: NAME, when: purchased, give: [{coupon: one}],
     limits: [{most: 1, per: [clerk, day]}, {most: 3, per: [member]}, {most: 5}]}
  - {id: c, name: NAME, when: basket, give: [{discount: {percent: 10}}],
     limits: [{saved: 40, per: [member, month]}, {most: 3, per: [member]}, {saved: 60, shared: purse}]}
  - {id: d, name: NAME, when: {event: pieces_reached, pieces: 3, every: true}, give: [{coupon: two}],
     limits: [{most: 4, shared: cards}]}
"""
SALES = st.lists(
    st.tuples(st.sampled_from("AB"), st.sampled_from([40, 150, 400]), st.booleans()), min_size=2, max_size=9
)


@st.composite
def moved(draw: st.DrawFn) -> Campaign:
    """The next version, with its limits, rules and coupons in any order."""
    plain = campaign(MOVED)
    rules = [replace(rule, limits=tuple(draw(st.permutations(rule.limits)))) for rule in plain.rules]
    coupons = tuple(draw(st.permutations(plain.coupons)))
    return replace(plain, version=2, rules=tuple(draw(st.permutations(rules))), coupons=coupons)


@given(SALES, moved())
@settings(max_examples=40, deadline=None)
def test_a_new_version_with_everything_moved_about_goes_on_counting(
    sales: list[tuple[str, int, bool]], other: Campaign
) -> None:
    """Nothing is counted by its place in the file."""
    plain = campaign(MOVED)
    since = Stage(plain).at("2026-03-11 00:00").ms
    straight, changed = staged(Edition(plain)), staged(Edition(plain, 0, since), Edition(other, since))
    for stage in (straight, changed):
        stage.at("2026-03-10 12:00")
    for index, (member, total, next_day) in enumerate(sales):
        paid = []
        for stage in (straight, changed):
            stage.tomorrow(int(next_day))
            price = best(
                Basket(total * 100), stage.candidates(member, total, Item("latte", "coffee", 1, total * 100)), unit=100
            )
            used = [dict(zip(("rule", "off", "pieces"), row, strict=True)) for row in offers(price.lines)]
            goods = rows((COFFEE, 1, total), paid=(price.total // 100,))
            stage.happens("sale.completed", member, txn=f"S{index}", total=price.total, offers=used, **goods)
            paid.append(price.total)
        assert paid[0] == paid[1]
    for member in "AB":
        mine, theirs = straight.state(member), changed.state(member)
        assert mine.counters == theirs.counters
        assert mine.rewards == theirs.rewards
        assert changed.rebuilt().member(member).counters == theirs.counters
    assert straight.fold.shared.pools == changed.fold.shared.pools
    assert straight.fold.shared.counts == changed.fold.shared.counts


BACK = """
coupons: [{id: back, name: NAME, value: 200, valid_days: 30}]
rules: [{id: ten, name: NAME, when: purchased, give: [{coupon: {template: back, percent_of_purchase: 10}}]}]
"""


def test_a_voucher_is_worth_a_share_of_the_purchase() -> None:
    shop = campaign(BACK)
    stage = Stage(shop)
    for number, (paid, worth) in enumerate(((500, 50), (333, 33), (5, 1), (9000, 200))):
        (reward,) = stage.buys("A", paid, f"S{number}")
        (coupon,) = coupons_of(reward, shop, stage.zone)
        assert (reward.worth, reward.cost) == (worth * 100, worth * 100)
        assert coupon.units(template_of(shop, shop.coupons[0])) == worth * 100
    assert stage.buys("A", 4) == [], "less than half of the smallest coin is nothing"
    assert all(one.worth == stage.rebuilt().rewards()[one.id].worth for one in stage.fold.rewards().values())
    stage.voids("S0")
    assert len(stage.fold.rewards()) == 3
    same_everywhere(stage)


def test_nobody_makes_more_of_a_voucher_than_its_template_allows() -> None:
    shop = campaign(BACK)
    (reward,) = Stage(shop).buys("A", 500)
    (coupon,) = coupons_of(reward._replace(worth=10**12), shop, "UTC")
    assert coupon.worth == 200_00


@pytest.mark.parametrize(
    "rule",
    [
        "when: purchased, give: [{coupon: {template: plain, percent_of_purchase: 10}}]",
        "when: checked_in, give: [{coupon: {template: back, percent_of_purchase: 10}}]",
    ],
)
def test_a_share_of_a_purchase_needs_a_voucher_and_a_purchase(rule: str) -> None:
    text = (
        "coupons: [{id: back, name: NAME, value: 200, valid_days: 3}, {id: plain, name: NAME, off: 5, valid_days: 3}]\n"
        f"rules: [{{id: x, name: NAME, {rule}}}]\n"
    )
    assert "rules[0].give[0].coupon.percent_of_purchase" in {one.path for one in check(campaign(text))}
