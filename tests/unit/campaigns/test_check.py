"""What `check` finds, and that it finds nothing in the four plans."""

from __future__ import annotations

import dataclasses

import pytest

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.legal import highest_chance, legal_gaps
from kiosk.domain.campaigns.model import Jurisdiction
from kiosk.domain.campaigns.things import Legal
from kiosk.domain.findings import Severity
from tests.unit.campaigns.conftest import plan
from tests.unit.campaigns.stage import HEAD, PHASES, campaign

PLANS = ("referral-party", "mini-program", "product-welfare", "holiday")
THINGS = """
stock: [{id: mug, name: NAME, value: 99, quantity: 3}]
coupons: [{id: c, name: NAME, off: 50, min_spend: 60}]
budget: [{id: fun, name: NAME, amount: 4000}]
mall: [{id: item, name: NAME}]
wheels: [{id: w, name: NAME, prizes: [{code: p, name: NAME, count: 1, value: 5}]}]
rules:
  - {id: p, name: NAME, when: {event: spun, ref: w, part: p}, give: [{points: 1}]}
  - {id: s, name: NAME, when: seen, give: [{spins: w}, {coupon: c}], limits: [{most: 1, per: [member]}], budget: fun}
"""


def codes(rules: str, head: str = HEAD, phases: str = PHASES) -> set[str]:
    """Codes of the findings but the legal ones."""
    found = check(campaign(THINGS + rules, head=head, phases=phases))
    return {finding.code for finding in found if not finding.code.startswith("legal.")}


@pytest.mark.parametrize("name", PLANS)
def test_nothing_is_wrong_with_the_plans(name: str) -> None:
    assert check(plan(name)) == []


def test_nothing_is_wrong_with_the_things_of_this_test() -> None:
    assert codes("") == set()


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("when: purchased, give: [{gift: cup}]", "unknown_stock"),
        ("when: purchased, give: [{coupon: d}]", "unknown_coupon"),
        ("when: purchased, give: [{points: 1}], budget: joy", "unknown_budget"),
        ("when: purchased, give: [{points: 1}], if: {phases: [party]}", "unknown_phase"),
        ("when: {event: spun, ref: w, part: q}, give: [{points: 1}]", "unknown_prize"),
        ("when: {event: task_done, ref: x}, give: [{gift: mug}]", "unknown_task"),
        ('when: purchased, if: {holds: ["badge:x"]}, give: [{gift: mug}]', "unknown_badge"),
        ("when: purchased, if: {amount: {at_least: 5, at_most: 4}}, give: [{gift: mug}]", "empty_range"),
        ("when: first_purchase, if: {purchases: {at_least: 1}}, give: [{gift: mug}]", "never"),
        ("when: registered, if: {purchases: {at_least: 1}}, give: [{gift: mug}]", "never"),
        ("when: purchased, if: {tags: [a], without_tags: [a]}, give: [{gift: mug}]", "never"),
        ("when: dormant, if: {segments: [active]}, give: [{gift: mug}]", "never"),
        ("when: purchased, if: {weekdays: [8]}, give: [{gift: mug}]", "never"),
        ("when: purchased, give: [{gift: mug}], limits: [{most: 0}]", "never"),
        ("when: purchased, give: [{gift: mug}], limits: [{most: 2}, {most: 3}]", "limit_twice"),
        (
            "when: seen, give: [{gift: mug}], limits: [{most: 2, per: [member, day]}, {most: 3, per: [day, member]}]",
            "limit_twice",
        ),
        ("when: purchased, give: [{gift: mug}], limits: [{most: 2, shared: a}, {most: 3, shared: a}]", "limit_twice"),
        ("when: purchased, give: [{gift: mug}], limits: [{most: 2, id: total}, {most: 3}]", "limit_twice"),
        (
            "when: seen, if: {phases: [tail], dates: [{since: 2026-03-01, until: 2026-03-02}]}, give: [{gift: mug}]",
            "never",
        ),
        ("when: purchased, give: []", "gives_nothing"),
        ("when: purchased, give: [{points: 0}]", "gives_nothing"),
        ("when: purchased, give: [{rebate: {percent: 0}}]", "gives_nothing"),
        ("when: purchased, give: [{gift: {stock: mug, count: 0}}]", "gives_nothing"),
        ("when: registered, give: [{tier: {to: gold, months: 0}}]", "gives_nothing"),
        ("when: registered, give: [{tier: {to: gold, months: 9999999999}}]", "too_long"),
        ("when: registered, give: [{points: 1}], hold_days: 40000", "too_long"),
        ("when: purchased, give: [{points_per: {amount: 0, points: 1}}]", "unbounded"),
        ("when: basket, give: [{discount: {off: 5, each: true}}]", "unbounded"),
        ("when: basket, give: [{discount: {percent: 101}}]", "unbounded"),
        ("when: purchased, give: [{rebate: {percent: 5}}], budget: fun", "unbounded"),
        ("when: seen, give: [{points: 5}]", "unbounded"),
        ("when: purchased, give: [{discount: {off: 5}}]", "no_meaning"),
        ("when: basket, give: [{points: 5}]", "no_meaning"),
        ("when: checked_in, give: [{points_per: {amount: 10, points: 1}}]", "no_meaning"),
        ("when: checked_in, if: {amount: {at_least: 5}}, give: [{points: 5}]", "no_meaning"),
        ("when: purchased, give: [{multiply_points: 1}]", "no_meaning"),
        ("when: {event: checked_in, amount: 5}, give: [{points: 5}]", "no_meaning"),
        ("when: spend_reached, give: [{points: 5}]", "missing"),
        ("when: spun, give: [{points: 5}]", "missing"),
        ("when: purchased, give: [{coupon: c}], budget: fun", "coupon_loop"),
        ("when: {event: points_spent, ref: item, points: 5}, give: [{points: 5}]", "points_loop"),
        ("when: {event: spun, ref: w, part: p}, give: [{spins: w}]", "spin_loop"),
        ("when: basket, give: [{discount: {percent: 5, for_points: 100}}]", "no_meaning"),
        ("when: basket, give: [{discount: {percent: 5, offline_limit: 100}}]", "no_meaning"),
        ("when: basket, give: [{discount: {price: 5, for_points: 100}}]", "no_meaning"),
        ("when: basket, give: [{discount: {buy: 2, free: 1, for_points: 100}}]", "no_meaning"),
        ("when: basket, give: [{discount: {off: 5, for_points: 100, spend: 9}}]", "no_meaning"),
        ("when: basket, give: [{discount: {price: 5, most: 9}}]", "no_meaning"),
        ("when: basket, give: [{discount: {off: 5}}, {discount: {off: 6}}]", "no_meaning"),
        ("when: basket, give: [{discount: {off: 5}}], otherwise: [{discount: {off: 1}}]", "no_meaning"),
        ("when: basket, give: [{discount: {off: 5, for_points: 9}}], on_void: keep", "points_lost"),
        ("when: basket, give: [{discount: {off: 5, most_percent: 101}}]", "unbounded"),
        ("when: basket, give: [{discount: {off: 1, for_points: 100}}]", "point_cost"),
        ("when: {event: won, ref: d}, give: [{tickets: d}]", "unknown_draw"),
    ],
)
def test_what_is_wrong_with_a_rule_is_found(rule: str, code: str) -> None:
    assert code in codes(f"  - {{id: x, name: NAME, {rule}}}\n")


@pytest.mark.parametrize(
    "rule",
    [
        "when: purchased, if: {amount: {at_least: 500}}, give: [{coupon: c}], budget: fun, limits: [{most: 9}]",
        "when: purchased, give: [{coupon: c}], budget: fun, limits: [{most: 1, per: [member]}]",
        "when: {event: points_spent, ref: item, points: 5}, give: [{points: 4}]",
    ],
)
def test_what_is_bounded_is_no_loop(rule: str) -> None:
    assert codes(f"  - {{id: x, name: NAME, {rule}}}\n") == set()


@pytest.mark.parametrize(
    ("goods", "bought", "loop"),
    [
        ("items: [bin]", "items: {any: [pot]}", False),
        ("categories: [tea]", "categories: {any: [cake]}", False),
        ("items: [pot]", "items: {any: [pot, pan]}", True),
        ("items: [pot]", "weekdays: [1]", True),
    ],
)
def test_a_coupon_for_other_goods_is_no_loop(goods: str, bought: str, loop: bool) -> None:
    things = f"coupons: [{{id: c, name: NAME, percent: 100, {goods}}}]\n"
    rule = f"  - {{id: x, name: NAME, when: purchased, if: {{{bought}}}, give: [{{coupon: c}}]}}\n"
    assert ("coupon_loop" in {one.code for one in check(campaign(f"{things}rules:\n{rule}"))}) is loop


@pytest.mark.parametrize(
    ("earn", "loop"),
    [
        ("give: [{points_per: {amount: 1, points: 100}}]", True),
        ("give: [{points_per: {amount: 1, points: 99}}]", False),
        ("give: [{points: 500}], if: {amount: {at_least: 5}}", True),
        ("give: [{points: 500}], if: {amount: {at_least: 6}}", False),
        ("give: [{points: 500}], if: {amount: {at_least: 5}}, limits: [{most: 1, per: [member]}]", False),
    ],
)
def test_points_that_pay_for_more_than_they_cost_are_a_loop(earn: str, loop: bool) -> None:
    pay = "  - {id: pay, name: NAME, when: basket, give: [{discount: {off: 1, for_points: 100}}]}\n"
    assert ("points_loop" in codes(f"{pay}  - {{id: x, name: NAME, when: purchased, {earn}}}\n")) is loop
    double = "  - {id: d, name: NAME, when: purchased, give: [{multiply_points: 2}]}\n"
    per = "  - {id: x, name: NAME, when: purchased, give: [{points_per: {amount: 1, points: 50}}]}\n"
    assert "points_loop" in codes(pay + double + per)


def test_phases_substitutes_prizes_and_leftovers() -> None:
    assert "phases_overlap" in codes("", phases=PHASES.replace("ends: 2026-03-08", "ends: 2026-03-09"))
    assert "phase_ends_first" in codes("", phases=PHASES.replace("ends: 2026-07-01", "ends: 2026-05-01"))
    text = THINGS.replace(
        "quantity: 3}", "quantity: 3, substitute: pin}, {id: pin, name: NAME, value: 1, quantity: 1, substitute: mug}"
    )
    assert "substitute_loop" in {finding.code for finding in check(campaign(text))}
    links = "".join(f"  - {{id: s{n}, name: NAME, value: 1, quantity: 1, substitute: s{n + 1}}}\n" for n in range(300))
    chain = f"stock:\n{links}  - {{id: s300, name: NAME, value: 1, quantity: 1}}\nrules: []\n"
    assert "substitute_loop" in {finding.code for finding in check(campaign(chain))}
    assert "too_long" in codes("", head=HEAD + "segments: {dormant_months: 99999999}\n")
    text = THINGS.replace("{coupon: c}", "{points: 1}").replace("min_spend: 60", "min_spend: 60, valid_days: 99999")
    assert "too_long" in {finding.code for finding in check(campaign(text))}
    text = THINGS.replace("{event: spun, ref: w, part: p}", "purchased")
    assert "prize_without_rule" in {finding.code for finding in check(campaign(text))}
    text = THINGS.replace("{coupon: c}", "{points: 1}")
    assert "unused" in {finding.code for finding in check(campaign(text))}
    text = THINGS + "  - {id: s, name: NAME, when: checked_in, give: [{points: 1}]}\n"
    assert "id_twice" in {finding.code for finding in check(campaign(text))}


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ("{days: 365}", ""),
        ("{months: 12, end_of: year}", ""),
        ("{days: 7}", "hold"),
        ("{days: 5, months: 1}", "no_meaning"),
        ("{days: 0}", "no_meaning"),
        ("{months: 100000}", "too_long"),
    ],
)
def test_how_long_points_are_good_has_to_mean_something(terms: str, code: str) -> None:
    rule = "  - {id: x, name: NAME, when: first_purchase, give: [{points: 1}], hold_days: 7}\n"
    assert codes(rule, head=HEAD + f"points: {{expire: {terms}}}\n") == ({code} if code else set())


@pytest.mark.parametrize(
    ("place", "currency", "expected"),
    [
        (Jurisdiction.CN, "CNY", {"legal.cn.archive", "legal.cn.winners_board", "legal.cn.tax"}),
        (Jurisdiction.TW, "TWD", {"legal.tw.yearly_total", "legal.tw.remaining"}),
        (Jurisdiction.HK, "HKD", {"legal.hk.licence"}),
    ],
)
def test_each_place_has_its_checklist(place: Jurisdiction, currency: str, expected: set[str]) -> None:
    known = dataclasses.replace(plan("mini-program"), jurisdiction=place, currency=currency)
    assert expected <= {gap.code for gap in legal_gaps(dataclasses.replace(known, legal=Legal()))}
    common = {
        "legal.draw_method",
        "legal.odds",
        "legal.insiders",
        "legal.claim_time",
        "legal.forfeiture",
        "legal.delivery",
        "legal.claim_method",
        "legal.claim_conditions",
        "legal.marketing_consent",
    }
    assert common <= {gap.code for gap in legal_gaps(dataclasses.replace(known, legal=Legal()))}
    full = dataclasses.replace(known.legal, licence_number="TPC-1")
    left = legal_gaps(dataclasses.replace(known, legal=full))
    assert {gap.code for gap in left} <= {"legal.cn.tax"}
    assert not any(gap.mandatory for gap in left)


def test_prizes_above_the_caps_are_refused_and_chances_of_one_purchase_add_up() -> None:
    text = """
draws:
  - {id: a, name: NAME, at: "20:00", prizes: [{code: car, name: NAME, count: 1, value: 30000, tax_percent: 20}]}
  - {id: b, name: NAME, at: "20:00", prizes: [{code: car, name: NAME, count: 1, value: 30000, tax_percent: 20}]}
rules:
  - {id: t, name: NAME, when: purchased, give: [{tickets: a}, {tickets: b}]}
"""
    head = HEAD.replace("TW\n", "CN\n").replace("TWD", "CNY")
    both = campaign(text, head=head)
    assert "legal.cn.top_prize" in {gap.code for gap in legal_gaps(both)}
    one = campaign(text.replace(", {tickets: b}", ""), head=head)
    assert "legal.cn.top_prize" not in {gap.code for gap in legal_gaps(one)}
    tw = campaign(text.replace("30000", "6000000"))
    assert {"legal.tw.top_prize", "legal.tw.tax"} <= {gap.code for gap in legal_gaps(tw)}
    assert "legal.currency" in {gap.code for gap in legal_gaps(dataclasses.replace(tw, currency="USD"))}


@pytest.mark.parametrize(
    ("count", "rules", "most"),
    [
        (3, ["when: purchased, give: [{spins: {wheel: w, count: 1}}]"], 20_000),
        (3, ["when: purchased, give: [{spins: {wheel: w, count: 3}}]"], 60_000),
        (2, ["when: purchased, give: [{spins: {wheel: w, count: 3}}]"], 40_100),
        (3, ["when: purchased, give: [{spins: w}]", "when: first_purchase, give: [{spins: w}]"], 40_000),
        (3, ["when: {event: spend_reached, amount: 9}, give: [{spins: {wheel: w, count: 3}}]"], 60_000),
        (3, ["when: checked_in, give: [{spins: {wheel: w, count: 3}}]"], 20_000),  # no purchase
        (3, ["when: purchased, give: [{tickets: a}]", "when: purchased, give: [{tickets: a}]"], 20_000),  # wins it once
        (3, ["when: purchased, give: [{tickets: a}, {spins: w}]"], 35_000),
    ],
)  # fmt: skip
def test_the_most_that_one_purchase_can_win(count: int, rules: list[str], most: int) -> None:
    text = f"""
draws:
  - {{id: a, name: NAME, at: "20:00", prizes: [{{code: tv, name: NAME, count: 1, value: 15000}}]}}
wheels:
  - id: w
    name: NAME
    prizes:
      - {{code: phone, name: NAME, count: {count}, value: 20000}}
      - {{code: cup, name: NAME, count: 9, value: 100}}
      - {{code: thanks, name: NAME, count: 99, thanks: true}}
rules:
"""
    lines = [f"  - {{id: r{at}, name: NAME, {rule}}}\n" for at, rule in enumerate(rules)]
    made = campaign(text + "".join(lines))
    assert highest_chance(made) == most * 100


def test_errors_come_before_warnings() -> None:
    found = check(campaign(THINGS + "  - {id: x, name: NAME, when: seen, give: [{points: 5}, {gift: no}]}\n"))
    severities = [finding.severity for finding in found]
    assert severities == sorted(severities, key=lambda one: one is not Severity.ERROR)
    assert {Severity.ERROR, Severity.WARNING} == set(severities)


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ("min_spend: 60", ""),
        ("off: 5, percent: 10", ".percent"),
        ("gift: mug, off: 5", ".gift"),
        ("percent: 120", ".percent"),
        ("percent: 10, spend: 100", ".spend"),
        ("gift: mug, spend: 100", ".spend"),
        ("off: 5, most: 3", ".most"),
        ("percent: 10, most: 0", ".most"),
        ("off: 5, each: true", ".each"),
        ("percent: 10, each: true", ".each"),
        ("off: 5, valid_days: 0", ".valid_days"),
        ("off: 5, until: 2026-02-28", ".until"),
    ],
)
def test_a_coupon_whose_fields_contradict_each_other_is_refused_at_its_place(fields: str, where: str) -> None:
    things = THINGS.replace("off: 50, min_spend: 60", fields)
    found = check(campaign(things))
    assert ("no_meaning", f"coupons[0]{where}") in {(one.code, one.path) for one in found}


@pytest.mark.parametrize(
    "fields",
    ["off: 5", "off: 5, spend: 50, each: true", "percent: 10, most: 5, min_spend: 20", "gift: mug, min_spend: 9",
     "off: 5, valid_days: 1", "off: 5, until: 2026-03-01"],
)  # fmt: skip
def test_a_coupon_that_means_something_is_not_refused(fields: str) -> None:
    found = check(campaign(THINGS.replace("off: 50, min_spend: 60", fields)))
    assert "no_meaning" not in {one.code for one in found}


@pytest.mark.parametrize(
    ("discount", "code"),
    [
        ("{off: 5, percent: 10}", "no_meaning"),
        ("{off: 5, most: 3}", "no_meaning"),
        ("{percent: 10, most: 0}", "gives_nothing"),
        ("{price: 5, items: [a], pieces: 0}", "gives_nothing"),
    ],
)
def test_a_discount_whose_fields_contradict_each_other_is_refused(discount: str, code: str) -> None:
    assert code in codes(f"  - {{id: d, name: NAME, when: basket, give: [{{discount: {discount}}}]}}")


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("if: {weekdays: [6, 7, 6]}", ("twice", "rules[0].if.weekdays[2]")),
        ("if: {times: [18:00-19:00, 18:00-19:00]}", ("twice", "rules[0].if.times[1]")),
        ("if: {items: {any: [tea, tea]}}", ("twice", "rules[0].if.items.any[1]")),
        ("if: {any_of: [{tiers: [gold, gold]}, {amount: 5}]}", ("twice", "rules[0].if.any_of[0].tiers[1]")),
        ("if: {weekdays: [1, 2, 3, 4, 5, 6, 7]}", ("no_effect", "rules[0].if.weekdays")),
        ("if: {amount: 1}", ("twice", "rules[0].give[0].discount.items[1]")),
    ],
)
def test_what_is_named_twice_or_whole_is_told(rule: str, found: tuple[str, str]) -> None:
    give = "give: [{discount: {off: 1, items: [oolong, ITEM]}}]".replace(
        "ITEM", "oolong" if "amount: 1" in rule else "jade"
    )
    text = f"rules:\n  - {{id: x, name: NAME, when: basket, {rule}, {give}}}\n"
    told = [(one.code, one.path) for one in check(campaign(text)) if one.code in ("twice", "no_effect")]
    assert told == [found]
