"""Rehearsals add up: every way of looking at the costs gives the same sum."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

import pytest

from kiosk.adapters.campaigns.rehearsal_page import page
from kiosk.adapters.campaigns.rehearsal_words import Said, happening, reward, say
from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.happenings import Happening, HappeningKind, Item
from kiosk.domain.campaigns.localtime import minutes
from kiosk.domain.campaigns.rehearsal import Rehearsal, as_plain
from kiosk.domain.campaigns.rehearse import rehearse
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.campaigns.shelf import Ware
from kiosk.domain.campaigns.synthetic import synthetic
from tests.shared.chinese import wrong_signs, wrong_words
from tests.unit.campaigns.conftest import plan
from tests.unit.campaigns.stage import campaign

PLANS = ("referral-party", "mini-program", "product-welfare", "holiday")


@pytest.mark.parametrize("name", PLANS)
def test_costs_by_rule_thing_day_budget_tier_and_segment_are_the_same_costs(name: str) -> None:
    found = rehearse(plan(name), synthetic(plan(name), 3000))
    assert found.cost > 0
    sums = (
        sum(rule.cost for rule in found.rules),
        sum(thing.cost for thing in found.things),
        sum(found.by_day.values()),
        sum(part.spent for part in found.budget),
        sum(group.cost for group in found.tiers),
        sum(group.cost for group in found.segments),
    )
    assert set(sums) == {found.cost}
    assert sum(group.members for group in found.tiers) == len(found.costs) >= found.above
    assert found.percentile(0) <= found.percentile(50) <= found.percentile(100) == found.costs[-1]
    assert found.share_of_top(1) <= found.share_of_top(10) <= found.share_of_top(100) == 100


def test_the_same_seed_tells_the_same_story_and_another_another() -> None:
    def cost(seed: int) -> int:
        return rehearse(plan("mini-program"), synthetic(plan("mini-program"), 2000, seed), seed=seed).cost

    assert cost(1) == cost(1) != cost(2)


def test_stock_without_end_tells_how_much_would_be_asked_for() -> None:
    text = (
        "stock: [{id: mug, name: NAME, value: 9, quantity: 5}]\n"
        "rules: [{id: g, name: NAME, when: purchased, give: [{gift: mug}]}]"
    )
    plain = campaign(text)

    def mugs(found: Rehearsal) -> tuple[int, bool]:
        (mug,) = found.stock
        return mug.given, mug.gone is not None

    events = list(synthetic(plain, 1000))
    assert mugs(rehearse(plain, events)) == (5, True)
    given, gone = mugs(rehearse(plain, events, plenty=True))
    assert given > 100
    assert not gone


def test_who_pays_with_points_is_rehearsed() -> None:
    found = rehearse(plan("mini-program"), synthetic(plan("mini-program"), 3000))
    paid = next(thing for thing in found.things if (thing.kind, thing.ref) == ("points", "paid"))
    assert paid.quantity < 0
    rule = next(rule for rule in found.rules if rule.rule == "points-as-money")
    assert rule.rewards > 10
    assert rule.cost == 0  # the points were paid for when they were given


PIECES = """
rules:
  - {id: two-one, name: NAME, when: basket, give: [{discount: {buy: 2, free: 1, categories: [tea]}}]}
  - {id: kettle, name: NAME, when: basket, give: [{discount: {price: 90, items: [kettle]}}]}
  - {id: card, name: NAME, when: {event: pieces_reached, pieces: 5, items: [kettle], every: true}, give: [{points: 9}]}
"""


def test_baskets_have_articles_and_what_is_off_pieces_costs() -> None:
    text = campaign(PIECES)
    told = list(synthetic(text, 2000))
    bought = {item.sku for happening in told for item in happening.items}
    assert {"kettle", "tea-1"} <= bought
    for sale in (one for one in told if one.kind is HappeningKind.PURCHASED):
        assert sum(item.cost for item in sale.items) == sale.amount
    found = rehearse(text, told)
    costs = {rule.rule: rule.cost for rule in found.rules}
    assert costs["two-one"] > 0
    assert costs["kettle"] > 0
    assert next(rule.rewards for rule in found.rules if rule.rule == "card") > 0
    assert found.not_rehearsed == []


def test_made_up_baskets_are_of_the_chains_articles_at_their_prices() -> None:
    wares = [Ware("kettle", "kitchen", 120_00), Ware("oolong", "tea", 66_00)]
    told = synthetic(campaign(PIECES), 2000, 1, wares)
    prices = {(item.sku, item.category, item.price) for happening in told for item in happening.items}
    assert {("kettle", "kitchen", 120_00), ("oolong", "tea", 66_00)} <= prices
    assert not any(sku.startswith("tea-") for sku, _, _ in prices), "the chain has tea of its own"


def test_what_a_rehearsal_cannot_tell_is_said() -> None:
    text = campaign(
        "coupons: [{id: fifth, name: NAME, percent: 20, valid_days: 3}]\n"
        "rules:\n"
        "  - {id: new, name: NAME, when: basket, give: [{discount: {percent: 5, not_reduced: true}}]}\n"
        "  - {id: piece, name: NAME, when: basket, give: [{discount: {off_piece: 5, items: [cup]}}]}\n"
        "  - {id: vip, name: NAME, when: purchased, if: {tags: [vip]}, give: [{coupon: fifth}]}\n"
        "  - {id: far, name: NAME, when: purchased, if: {stores: [moon]}, give: [{points: 1}]}\n"
        "  - {id: phone, name: NAME, when: purchased, if: {pay: [phone]}, give: [{points: 1}]}\n"
        "  - {id: plain, name: NAME, when: purchased, give: [{points: 1}]}\n"
    )

    def codes(told: list[Happening]) -> dict[str, str]:
        return {one.id: one.code for one in rehearse(text, told).not_rehearsed}

    told = list(synthetic(text, 1500))
    assert codes(told) == {"new": "reduced"}, "tags, stores and ways to pay are made up as needed"
    bare = [one._replace(items=(), detail={}, store="s1") for one in told if one.kind is HappeningKind.PURCHASED]
    missing = {"new": "articles", "piece": "articles", "vip": "tags", "far": "stores", "phone": "pay"}
    assert codes(bare) == {**missing, "fifth": "coupon"}
    report = rehearse(text, bare)
    assert all(dict(one.args).get("rule") not in {"vip", "far", "phone"} for one in report.warnings)
    said = as_plain(report)
    assert {one["id"] for one in said["not_rehearsed"]} == {*missing, "fifth"}
    assert json.loads(json.dumps(said)) == said
    html = page(report, "facts of a test")
    assert "Not rehearsed" in html
    assert "no sale says which articles were bought" in html


@pytest.mark.parametrize("language", ["zh_TW", "zh_CN"])
def test_the_page_is_in_the_language_of_its_reader(language: str) -> None:
    file = plan("holiday")
    runs = [rehearse(file, synthetic(file, 400, seed=seed)) for seed in (1, 2)]
    html = page(runs[0], "x", findings=check(file), others=runs[1:], wanted=runs[1], language=language)
    told = re.sub(r"<style>.*?</style>|<small>.*?</small>", "", html, flags=re.DOTALL)
    text = "\n".join(line for part in re.split(r"<[^>]+>", told) if (line := part.strip()))
    things = (file.rules, file.stock, file.coupons, file.wheels, file.draws, file.badges, file.locks)
    names = {one.id for part in things for one in part}
    ids = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    rest = re.sub(rf"(?m)^({ids})$|^\S+ [組组]$|`[^`]*`", "", text)
    assert re.findall(r"[a-z]{2,}", rest) == []
    assert wrong_words(text, language) == []
    assert f'<html lang="{language.replace("_", "-")}">' in html


@pytest.mark.parametrize("language", ["zh_TW", "zh_CN"])
def test_every_word_of_the_page_is_there(language: str) -> None:
    words = [say(one, language, **dict.fromkeys(re.findall(r"\{(\w+)\}", one.value), "1")) for one in Said]
    words += [reward(kind, language) for kind in RewardKind]
    words += [happening(kind, language) for kind in report_kinds()]
    assert [one for one in words if re.search("[a-z]{2,}", one)] == []
    assert [fault for one in words for fault in (*wrong_signs(one, language), *wrong_words(one, language))] == []


def report_kinds() -> list[HappeningKind]:
    """Those that facts tell."""
    never = {"basket", "leased", "decided", "referee_registered", "referee_bought", "referee_proved"}
    return [kind for kind in HappeningKind if kind not in {*never, "share_bought", "tier_reached"}]


USED = """
stock: [{id: mug, name: NAME, value: 30, quantity: 3, substitute: fan}, {id: fan, name: NAME, value: 10, quantity: 2}]
coupons:
  - {id: pot, name: NAME, price: 100, items: [pot], pieces: 1, valid_days: 30, per_member: 2}
  - {id: mug, name: NAME, gift: mug, valid_days: 30, group: gift, with: [coupon]}
rules:
  - {id: give, name: NAME, when: registered, give: [{coupon: {template: pot, count: 3}}, {coupon: mug}], budget: gifts}
  - {id: points, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}
budget: [{id: gifts, name: NAME, amount: 1000}]
point_cost: 0.01
"""


def told_of(kind: HappeningKind, member: str, order: int, **fields: Any) -> Happening:
    wall = minutes(datetime.fromisoformat("2026-03-10")) + order
    return Happening(f"h{order}", kind, (order, "", 0, 0, 0), 0, wall, "s1", member=member, **fields)


def test_coupons_cost_what_their_use_takes_off_and_gifts_leave_the_stock() -> None:
    file = campaign(USED)
    pot = Item("pot", "", 2, 180_00)
    told = [told_of(HappeningKind.REGISTERED, f"m{number}", number) for number in range(6)]
    told += [
        told_of(HappeningKind.PURCHASED, f"m{order % 6}", order, amount=360_00, items=(pot,), txn=f"t{order}")
        for order in range(10, 22)
    ]
    found = rehearse(file, told)
    cost = {rule.rule: rule.cost for rule in found.rules}
    assert cost["give"] == 6 * 2 * 80_00 + 6 * 30_00, "two pots each, and the gift as it was given"
    assert [(one.stock, one.given) for one in found.stock] == [("mug", 3), ("fan", 2)]
    assert {one.stock for one in found.stock if one.gone is not None} == {"mug", "fan"}
    assert found.sales == 6 * (2 * 360_00 - 2 * 80_00), "what is paid is less"
    assert found.budget[0].spent == cost["give"]
    assert found.not_rehearsed == []
    assert [one.id for one in rehearse(file, told[:6]).not_rehearsed] == ["points", "pot"]
