"""What `check` warns of though it has a meaning: slips, names nearly alike, combinations, no effect, other versions."""

from __future__ import annotations

import pytest

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.check_goods import ChainLists
from kiosk.domain.findings import Finding
from tests.unit.campaigns.stage import HEAD, PHASES, campaign

THINGS = """
stock: [{id: mug, name: NAME, value: 99, quantity: 3}]
coupons: [{id: c, name: NAME, off: 50, min_spend: 500}]
"""


def found(rules: str, *, head: str = HEAD, phases: str = PHASES, things: str = THINGS) -> set[tuple[str, str]]:
    """Code and place of the findings but the legal ones, and but what the others here lack."""
    given = (
        "  - {id: g, name: NAME, when: seen, give: [{coupon: c}], limits: [{most: 1}]}\n" if "id: c," in things else ""
    )
    some = check(campaign(f"{things}rules:\n{rules}{given}", head=head, phases=phases))
    return {(one.code, one.path) for one in some if not one.code.startswith("legal.") and one.code != "no_budget"}


def discount(fields: str, *, when: str = "") -> str:
    return f"  - {{id: d, name: NAME, when: basket, {when}give: [{{discount: {{{fields}}}}}]}}\n"


AT = "rules[0].give[0].discount"


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ("percent: 90", "percent"),
        ("percent: 85", "percent"),
        ("percent: 0.8", "percent"),
        ("percent: 10, most_percent: 0.2", "most_percent"),
    ],
)
def test_percentages_that_look_like_tenths(fields: str, where: str) -> None:
    assert ("fold", f"{AT}.{where}") in found(discount(fields))
    things = THINGS.replace("off: 50", "percent: 90")
    assert ("fold", "coupons[0].percent") in found("", things=things)


def test_what_is_meant_by_a_slip_is_said() -> None:
    def words(percent: str) -> str:
        (one,) = [f for f in check(campaign(f"rules:\n{discount(f'percent: {percent}')}")) if f.code == "fold"]
        return one.words

    assert words("90") == "90 % is taken off and the customer pays 10 %; if 9 折 is meant, write 10"
    assert words("85") == "85 % is taken off and the customer pays 15 %; if 85 折 is meant, write 15"
    assert words("0.8") == "0.8 % is less than one in a hundred; if 8 折 is meant, write 20"
    assert words("0.85") == "0.85 % is less than one in a hundred; if 8.5 折 is meant, write 15"


@pytest.mark.parametrize("fields", ["percent: 10", "percent: 50", "percent: 1", "percent: 100, items: [tea]"])
def test_usual_percentages_are_no_slip(fields: str) -> None:
    assert found(discount(fields)) == set()


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ("price: 99", ".price"),
        ("buy: 2, free: 1", ".buy"),
        ("bundle: {pieces: 3, price: 99}", ".bundle"),
        ("percent: 100", ".percent"),
    ],
)
def test_a_price_without_goods_is_for_the_whole_shop(fields: str, where: str) -> None:
    assert ("whole_shop", AT + where) in found(discount(fields))
    assert found(discount(f"{fields}, items: [tea]")) == set()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("price: 99", {("whole_shop", "price")}),
        ("price: 99, items: [tea]", set()),
        ("buy: 2, free: 1", {("whole_shop", "buy")}),
        ("bundle: {pieces: 3, price: 99}", {("whole_shop", "bundle")}),
        ("bundle: {pieces: 3, percent: 90}, items: [tea]", {("fold", "bundle.percent")}),
        ("bundle: {pieces: 3, off: 0.5}, items: [tea]", {("no_effect", "bundle.off")}),
        ("set: {parts: [{items: [tea]}, {items: [cup]}], percent: 90}", {("fold", "set.percent")}),
        ("percent: 100", {("whole_shop", "percent")}),
        ("percent: 100, items: [tea]", set()),
        ("percent: 100, pieces: 1", {("whole_shop", "")}),
        ("percent: 100, pick: {cheapest: 1}", set()),
        ("off: 5, times: [18:00-23:59]", {("last_minute", "times[0]")}),
        ("off: 5, times: [09:00-09:00]", {("whole_day", "times[0]")}),
        ("buy: 1, free: 5, items: [tea]", {("mostly_free", "free")}),
        ("buy: 3, free: 3, items: [tea]", set()),
        ("percent: 5, categories: [“tea”]", {("full_width", "categories[0]")}),
        ("percent: 5, items: [「tea」, cup]", {("full_width", "items[0]")}),
        ("percent: 5, categories: [t\u200bea]", {("invisible", "categories[0]")}),
    ],
)
def test_what_a_coupon_hardly_means_is_told_as_of_a_rule(fields: str, expected: set[tuple[str, str]]) -> None:
    things = f"coupons: [{{id: c, name: NAME, {fields}}}]\n"
    given = "  - {id: x, name: NAME, when: seen, give: [{coupon: c}], limits: [{most: 1}]}\n"
    places = {(code, f"coupons[0].{at}" if at else "coupons[0]") for code, at in expected}
    assert found(given, things=things) == places


@pytest.mark.parametrize("groups", ["any_of", "all_of"])
def test_hours_in_groups_lose_a_minute_too(groups: str) -> None:
    when = f"if: {{{groups}: [{{amount: 5}}, {{times: [18:00-23:59]}}]}}, "
    assert found(discount("percent: 5", when=when)) == {("last_minute", f"rules[0].if.{groups}[1].times[0]")}


@pytest.mark.parametrize("event", ["spend_reached, amount: 100", "pieces_reached, pieces: 9, categories: [coffee]"])
def test_sums_begin_anew_and_repeat(event: str) -> None:
    when = f"when: {{event: {event}, every: true, period: month}}"
    rule = f"  - {{id: x, name: NAME, {when}, give: [{{points: 5}}], limits: [{{most: 9, per: [member]}}]}}\n"
    assert found(rule) == set()


def test_an_end_at_2359_loses_a_minute() -> None:
    phases = PHASES.replace("ends: 2026-07-01 00:00", "ends: 2026-06-30 23:59")
    rule = discount("percent: 5", when="if: {times: [18:00-23:59]}, ")
    assert found(rule, phases=phases) == {("last_minute", "phases[2].ends"), ("last_minute", "rules[0].if.times[0]")}


def test_less_than_a_coin_is_nothing() -> None:
    assert ("no_effect", f"{AT}.off") in found(discount("off: 0.9"))


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ("off: 3.5", ".off"),
        ("price: 9.99, items: [tea]", ".price"),
        ("bundle: {pieces: 2, price: 49.5}, items: [tea]", ".bundle.price"),
        ("set: {parts: [{items: [tea]}, {items: [cup]}], price: 49.5}", ".set.price"),
        ("set: {parts: [{items: [tea]}, {items: [cup]}], off: 4.5}", ".set.off"),
    ],
)
def test_an_amount_that_no_coins_make_up_is_told(fields: str, where: str) -> None:
    assert ("no_coin", AT + where) in found(discount(fields))
    cny = HEAD.replace("TW\n", "CN\n").replace("TWD", "CNY")
    assert found(discount("off: 0.9"), head=cny) == set()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("when: seen, give: [{gift: {stock: mug, count: 4}}], limits: [{most: 1}]", "rules[0].give[0].gift"),
        ("when: seen, give: [{gift: mug}], limits: [{most: 4}]", "stock[0].quantity"),
        ("when: basket, give: [{discount: {price: 9, items: [a], stock: mug, pieces: 4}}]", AT),
    ],
)
def test_more_than_there_is(rule: str, expected: str) -> None:
    assert ("beyond_stock", expected) in found(f"  - {{id: x, name: NAME, {rule}}}\n")


@pytest.mark.parametrize(("more", "expected"), [("handed_over_by_hq: true", True), ("cost: 40", False)])
def test_no_till_has_what_headquarters_hands_over(more: str, expected: bool) -> None:
    things = THINGS.replace("quantity: 3", f"quantity: 3, {more}").replace("off: 50", "gift: mug")
    assert (("beyond_stock", "coupons[0].gift") in found("", things=things)) is expected


@pytest.mark.parametrize(
    "rule",
    [
        "when: seen, give: [{gift: mug}], limits: [{most: 3}]",
        "when: seen, give: [{gift: mug}], limits: [{most: 4}], otherwise: [{points: 5}]",
        "when: seen, give: [{gift: mug}], limits: [{most: 9, per: [member]}]",
    ],
)
def test_what_the_stock_bears(rule: str) -> None:
    assert found(f"  - {{id: x, name: NAME, {rule}}}\n") == set()


GROUPS = """
coupons:
  - {id: c, name: NAME, off: 50, min_spend: 500, group: threshold, with: [WITH]}
"""


@pytest.mark.parametrize(
    ("of_coupon", "of_discount", "expected"),
    [
        ("tier", "threshold", set()),
        ('"*"', "threshold", set()),
        ("tier", "thresold", {("unknown_group", f"{AT}.with[0]"), ("one_sided", "coupons[0].with[0]")}),
        ("tier", "other", {("one_sided", "coupons[0].with[0]")}),
        ("tier", "tier", {("one_sided", "coupons[0].with[0]")}),
        ("member", "threshold", {("unknown_group", "coupons[0].with[0]"), ("one_sided", f"{AT}.with[0]")}),
    ],
)
def test_groups_that_are_unknown_or_one_sided(of_coupon: str, of_discount: str, expected: set[tuple[str, str]]) -> None:
    rule = discount(f"percent: 5, group: tier, with: [{of_discount}]")
    things = GROUPS.replace("WITH", of_coupon)
    assert found(rule, things=things, head=f"{HEAD}other_groups: [other]\n") == expected


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("percent: 50, for_each: {items: [b]}, items: [a]", "percent: 50", None),
        ("percent: 30", "percent: 20", None),
        ("percent: 30", "percent: 25", "over_half"),
        ("percent: 50", "off: 50, spend: 100", "nothing_left"),
        ("percent: 30, most_percent: 20", "percent: 30", None),
        ("buy: 1, free: 1, items: [a]", "percent: 10", "over_half"),
        ("percent: 50", "percent: 50, of: rest", "over_half"),
        ("percent: 30", "percent: 20, of: rest", None),
    ],
)
def test_what_goes_together_and_takes_too_much(first: str, second: str, code: str | None) -> None:
    rules = discount(f'{first}, group: a, with: ["*"]') + discount(f'{second}, group: b, with: ["*"]').replace(
        "id: d", "id: e"
    )
    some = {one for one, _ in found(rules)}
    assert ({code} if code else set()) == some & {"over_half", "nothing_left"}
    apart = rules.replace('group: a, with: ["*"]', "group: a, with: [a]")
    assert not {"over_half", "nothing_left"} & {one for one, _ in found(apart)}


def test_a_word_that_is_written_once_and_nearly_like_another() -> None:
    when = "if: {categories: {any: [snacks]}}, "
    assert found(discount("percent: 5, categories: [snaks]", when=when)) == {("written_once", f"{AT}.categories[0]")}
    assert found(discount("percent: 5, categories: [tee]", when=when.replace("snacks", "tea"))) == {
        ("written_once", f"{AT}.categories[0]")
    }
    for other in ("snacks", "bread", "beauty"):
        assert found(discount(f"percent: 5, categories: [{other}]", when=when)) == set()
    assert found(discount("percent: 5, items: [a-102]", when="if: {items: {any: [a-101]}}, ")) == set()


def test_two_words_with_a_chinese_comma_are_one() -> None:
    assert ("full_width", f"{AT}.categories[0]") in found(discount("percent: 5, categories: [飲料，點心]"))


def test_what_the_chain_does_not_have() -> None:
    text = f"stores: [xinyi, xinyu]\nrules:\n{discount('percent: 5, items: [tea], categories: [drinks, snack]')}"
    lists = ChainLists(frozenset({"xinyi"}), frozenset({"drinks", "snacks"}), frozenset({"coffee"}))

    def said(chain: ChainLists) -> dict[str, Finding]:
        return {one.path: one for one in check(campaign(text), chain) if one.code.startswith("unknown")}

    assert {path: one.code for path, one in said(lists).items()} == {
        "stores[1]": "unknown_store",
        f"{AT}.items[0]": "unknown_article",
        f"{AT}.categories[1]": "unknown_category",
    }
    assert "did you mean `snacks`?" in said(lists)[f"{AT}.categories[1]"].words
    assert "there are: coffee" in said(lists)[f"{AT}.items[0]"].words
    assert said(ChainLists()) == {}


@pytest.mark.parametrize(
    ("rule", "where"),
    [
        ("when: {event: purchased, every: true}, give: [{gift: mug}]", "when.every"),
        ("when: {event: purchased, period: year}, give: [{gift: mug}]", "when.period"),
        ("when: {event: purchased, ref: x}, give: [{gift: mug}]", "when.ref"),
        ("when: {event: seen, part: x}, give: [{gift: mug}]", "when.part"),
        ("when: purchased, give: [{multiply_points: 2}]", "give"),
        ("when: checked_in, give: [{points: 2}], otherwise: [{points: 1}]", "otherwise"),
        ("when: basket, give: [{discount: {percent: 5}}], on_void: keep", "on_void"),
    ],
)
def test_what_changes_nothing(rule: str, where: str) -> None:
    assert ("no_effect", f"rules[0].{where}") in found(f"  - {{id: x, name: NAME, {rule}}}\n")


def test_another_version_that_forgets_what_was_counted() -> None:
    def with_limits(limits: str, version: int = 2, rule: str = "x") -> str:
        limited = f", limits: [{limits}]" if limits else ""
        return f"rules: [{{id: {rule}, name: NAME, when: seen, give: [{{points: 1}}]{limited}}}]\n"

    def of(text: str, version: int) -> Finding | None:
        before = campaign(with_limits("{most: 1, per: [member]}, {most: 9}"))
        after = campaign(text, head=HEAD.replace("version: 1", f"version: {version}"))
        mine = ("limit_moved", "limit_gone", "rule_gone", "version", "other_campaign")
        return next((one for one in check(after, before=before) if one.code in mine), None)

    def code(text: str, version: int = 2) -> str | None:
        one = of(text, version)
        return one.code if one else None

    assert code(with_limits("{most: 9}, {most: 2, per: [member]}")) is None
    assert code(with_limits("{most: 1, per: [member, day]}, {most: 9}")) == "limit_moved"
    assert code(with_limits("")) == "limit_gone"
    assert code(with_limits("{most: 1}", rule="y")) == "rule_gone"
    assert code(with_limits("{most: 8}, {most: 1, per: [member]}"), version=1) == "version"
    assert code(with_limits("{most: 1, per: [member]}, {most: 9}"), version=1) is None
    other = campaign(with_limits("{most: 1}"), head=HEAD.replace("id: test", "id: other"))
    assert "other_campaign" in {one.code for one in check(other, before=campaign(with_limits("{most: 1}")))}


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ("off: 5, percent: 10", ".percent"),
        ("", ""),
        ("buy: 2, items: [a]", ".buy"),
        ("free: 1, items: [a]", ".free"),
        ("percent: 5, each: true, spend: 9", ".each"),
        ("bundle: {pieces: 0, price: 9}, items: [a]", ".bundle.pieces"),
        ("set: {parts: [{items: [a]}], price: 9}", ".set.parts"),
        ("set: {parts: [{items: [a]}, {pieces: 1}], price: 9}", ".set.parts[1]"),
        ("set: {parts: [{items: [a]}, {items: [b]}]}", ".set"),
        ("set: {parts: [{items: [a]}, {items: [b]}], price: 9}, items: [a]", ".items"),
        ("percent: 50, items: [a], for_each: {pieces: 2}", ".for_each"),
        ("percent: 50, items: [a], for_each: {items: [b], gets: 0}", ".for_each"),
        ("percent: 50, items: [a], pick: {cheapest: 1, dearest: 1}", ".pick"),
        ("percent: 50, items: [a], pick: {nth: 0}", ".pick"),
        ("buy: 2, free: 1, items: [a], pick: {nth: 1}", ".pick"),
        ("percent: 5, items: [a], except: {items: [a]}", ".except.items"),
        ("percent: 5, piece_price: {at_least: 9, at_most: 5}", ".piece_price"),
        ("percent: 5, from_pieces: 4, to_pieces: 3", ".to_pieces"),
        ("percent: 5, items: [a], stage: articles, of: rest", ".of"),
        ("percent: 5, stage: points", ".stage"),
        ("bundle: {pieces: 3}, items: [a]", ".bundle"),
        ("bundle: {pieces: 3, price: 9, percent: 5}, items: [a]", ".bundle"),
        ("bundle: {pieces: 3, off: 9}, items: [a], most: 5", ".most"),
        ("bundle: {pieces: 3, percent: 9}, items: [a], spend: 5", ".spend"),
        ("bundle: {pieces: 3, price: 9}, items: [a], from_pieces: 3", ".from_pieces"),
        ("set: {parts: [{items: [a]}, {items: [b]}], price: 9}, except: {items: [b]}", ".set.parts[1]"),
        ("off: 5, for_points: 9, pieces: 1", ".for_points"),
        ("off: 5, for_points: 9, pick: {cheapest: 1}", ".for_points"),
        ("off: 5, for_points: 9, for_each: {items: [a]}", ".for_points"),
    ],
)
def test_fields_of_a_discount_that_contradict_each_other(fields: str, where: str) -> None:
    assert AT + where in {path for _, path in found(discount(fields))}


@pytest.mark.parametrize(
    "fields",
    [
        "off_piece: 5, items: [a]",
        "bundle: {pieces: 3, price: 99}, categories: [a]",
        "set: {parts: [{items: [a]}, {categories: [b], pieces: 2}], percent: 20}",
        "percent: 50, items: [a], for_each: {items: [b], pieces: 2}",
        "percent: 50, categories: [a], pick: {every: 2}",
        "price: 9, categories: [a], pick: {cheapest: 1}",
        "percent: 10, except: {categories: [tobacco]}, not_reduced: true",
        "percent: 10, from_pieces: 3, to_pieces: 5, categories: [a]",
        "percent: 10, of: rest, stage: basket, exclusive: sale, priority: 3",
        "bundle: {pieces: 3, percent: 20}, categories: [a], most: 50, from_pieces: 6",
    ],
)
def test_new_kinds_of_discounts_pass(fields: str) -> None:
    assert found(discount(fields)) == set()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("off: 10, spend: 100, each: true, most: 50", False),
        ("off_piece: 5, items: [a], most: 20", False),
        ("bundle: {pieces: 3, percent: 20}, items: [a], most: 20", False),
        ("off: 10, most: 5", True),
        ("price: 5, items: [a], most: 20", True),
        ("gift: mug, most: 5", True),
    ],
)
def test_what_a_coupon_takes_off_may_be_bounded(fields: str, told: bool) -> None:
    things = f"stock: [{{id: mug, name: NAME, value: 9, quantity: 9}}]\ncoupons: [{{id: c, name: NAME, {fields}}}]\n"
    given = "  - {id: x, name: NAME, when: seen, give: [{coupon: c}], limits: [{most: 1}]}\n"
    assert (("no_meaning", "coupons[0].most") in found(given, things=things)) is told


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("pick: {nth: 3}", True),
        ("pick: {nth: 3}, group: a, with: [a]", False),
        ("pick: {nth: 2}", False),
        ("pick: {every: 3}", False),
        ("pick: {nth: 3}, items: [b]", False),
    ],
)
def test_steps_that_count_the_same_pieces(second: str, told: bool) -> None:
    goods = "" if "items" in second else ", items: [a]"
    first = "percent: 20, pick: {nth: 2}, items: [a], group: a, with: [a]"
    rules = discount(first) + discount(f"percent: 30, {second}{goods}").replace("id: d", "id: e")
    assert (("steps", "rules[1].give[0].discount.pick") in found(rules)) is told


def test_a_budget_that_cannot_know_what_a_coupon_costs() -> None:
    def codes(fields: str) -> set[str]:
        text = (
            f"coupons: [{{id: c, name: NAME, valid_days: 9, items: [pot], {fields}}}]\n"
            "budget: [{id: b, name: NAME, amount: 1000}]\n"
            "rules: [{id: g, name: NAME, when: registered, give: [{coupon: c}], budget: b}]"
        )
        return {one.code for one in check(campaign(text))}

    assert "cost_unknown" in codes("price: 100")
    assert "cost_unknown" in codes("percent: 20")
    assert "cost_unknown" not in codes("price: 100, cost: 60")
    assert "cost_unknown" not in codes("percent: 20, most: 50")
