"""The best price of 10,000 small baskets against a second reckoning that tries every combination.

The rules go the whole way: campaign, engine, candidates, price. The second reckoning shares no code with it: it takes
goods apart into single pieces, asks for each set of discounts whether they go together and share what there is, and
finds what they take by the narrowest cut instead of a flow.
"""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from fractions import Fraction
from typing import NamedTuple

import pytest

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import Happening, HappeningKind, Item
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.campaigns.model import Conditions, Count, Limit, Rule, Trigger, When
from kiosk.domain.campaigns.offers import candidates, offers
from kiosk.domain.campaigns.scopes import Scope
from kiosk.domain.campaigns.shared import Shared, one_pool
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.campaigns.things import TimeSpan
from kiosk.domain.coupons.deal import Exclusive
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.coupons.pricing import Candidate, Pricing, best, price
from kiosk.domain.coupons.together import stackable
from kiosk.domain.members.member import Tier
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.texts import LocalText
from kiosk.domain.time import millis
from tests.unit.campaigns.stage import campaign

CHUNKS, BASKETS, MORE = 20, 125, 500
NAME = LocalText("價", "价", "Price")
SINCE, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
AT = millis(datetime(2026, 3, 10, 4, tzinfo=UTC))  # a Tuesday, noon in Taipei
GROUPS = ("a", "b", "c")
SKUS = {"p": "x", "q": "x", "r": "y", "s": "y", "t": "z"}
LIMIT = 2
"""What is left of the limit that rules share."""

PLAIN = campaign("rules: []")
CONDITIONS: tuple[tuple[Conditions, bool], ...] = (
    (Conditions(), True),
    (Conditions(tiers=(Tier.GOLD,)), True),  # the member's tier
    (Conditions(purchases=Count(at_most=0)), True),  # the first order
    (Conditions(weekdays=(2,)), True),  # the member day
    (Conditions(times=(TimeSpan(time(11), time(13)),)), True),  # a price for some hours
    (Conditions(holds=("price_lock:l",)), True),
    (Conditions(tiers=(Tier.PLATINUM,)), False),
    (Conditions(times=(TimeSpan(time(12, 1), time(13)),)), False),
)


@dataclass
class Till:
    """A basket with everything that could make it cheaper."""

    happening: Happening
    unit: int
    points: int
    rules: list[Rule] = field(default_factory=list)
    apply: list[bool] = field(default_factory=list)
    coupons: list[Candidate] = field(default_factory=list)


class Thing(NamedTuple):
    """A candidate, as the second reckoning sees it. `takes`: (articles or categories it may touch, minor units)."""

    name: str
    group: str
    with_: tuple[str, ...]
    takes: tuple[tuple[frozenset[tuple[str, str]], int], ...]
    gift: int
    uses: tuple[tuple[str, int], ...]


# -- made-up tills ----------------------------------------------------------------------------------------------------


def made_up(rng: random.Random) -> Till:
    unit = rng.choice((1, 1, 100))
    scale = 100 if unit == 100 else 1
    goods = []
    for sku in rng.sample(sorted(SKUS), rng.choice((0, 1, 1, 2, 2, 3))):
        cost = rng.randrange(1, 60) * scale + (50 if scale == 100 and rng.random() < 0.1 else 0)
        goods.append(Item(sku, SKUS[sku], rng.choice((1, 1, 2, 3)), cost))
    parts = dict.fromkeys(sorted({*(item.category for item in goods), *rng.sample("xyz", rng.randrange(2))}), 0)
    for item in goods:
        parts[item.category] += item.pieces * item.price
    for name in parts:
        parts[name] += rng.choice((0, rng.randrange(80) * scale))
    amount = max(1, sum(parts.values()) + rng.choice((0, 0, rng.randrange(150) * scale)))
    order = (1, "T", 1, 1, 0)
    happening = Happening(
        "e", HappeningKind.BASKET, order, AT, wall_minutes(AT, "Asia/Taipei"), "xinyi", "T", "lin", member="A",
        amount=amount, categories=tuple(parts.items()), items=tuple(goods), detail={"use_points": rng.random() < 0.7},
    )  # fmt: skip
    till = Till(happening, unit, rng.choice((0, 7, 40, 90, 500)))
    count = rng.choice((0, 1, 2, 3, 4, 4, 5, 6))
    for number in range(count):
        if_, holds = rng.choice(CONDITIONS)
        give = discount(rng, scale)
        limits = (Limit(LIMIT, (Scope.MEMBER,), "s"),) if rng.random() < 0.5 else ()
        till.rules.append(Rule(f"r{number}", NAME, When(Trigger.BASKET), (give,), if_, limits))
        till.apply.append(holds)
    for number in range(rng.randrange(min(5, 9 - count))):
        till.coupons.append(coupon(rng, number, scale))
    return till


def manners(rng: random.Random) -> tuple[str, tuple[str, ...]]:
    some = tuple(rng.sample(GROUPS, rng.randrange(1, 3)))
    return rng.choice(GROUPS), rng.choice((("*",), ("*",), GROUPS, (), some))


def discount(rng: random.Random, scale: int) -> Discount:
    group, with_ = manners(rng)
    names = rng.choice(((), (), tuple(rng.sample("xyz", rng.randrange(1, 3)))))
    items = tuple(rng.sample(sorted(SKUS), rng.randrange(1, 4))) if rng.random() < 0.3 else ()
    # what may not share a piece is tried in `test_pieces_exact`
    plain = Discount(group=group, with_=with_, categories=names, items=items, exclusive=Exclusive.SALE)
    off = rng.randrange(1, 90) * scale
    most = rng.choice((None, None, rng.randrange(1, 60) * scale))
    part = rng.choice((None, None, 2000, 5000))
    kind = rng.choice((0, 1, 2, 3, 3, 4, 5, 5))
    if kind == 0:
        return dataclasses.replace(plain, off=off, most=most, most_percent=part)
    if kind == 1:
        return dataclasses.replace(
            plain, percent=rng.choice((300, 500, 1075, 5000, 10_000)), most=most, most_percent=part
        )
    if kind == 2:
        return dataclasses.replace(
            plain, off=off, spend=rng.randrange(1, 150) * scale, each=rng.random() < 0.5, most=most
        )
    if kind == 3:
        return dataclasses.replace(plain, price=rng.randrange(40) * scale, pieces=rng.choice((None, 1, 2, 3)))
    if kind == 4:
        return dataclasses.replace(plain, buy=rng.choice((1, 2)), free=1, pieces=rng.choice((None, 1)))
    return dataclasses.replace(
        plain, off=rng.choice((1, 3)) * scale, for_points=rng.choice((1, 5, 10)), most=most, most_percent=part
    )


def coupon(rng: random.Random, number: int, scale: int) -> Candidate:
    group, with_ = manners(rng)
    benefit = rng.choice(
        (
            Benefit(BenefitKind.FIXED, off=rng.randrange(1, 90) * scale),
            Benefit(BenefitKind.PERCENT, rate_bp=rng.randrange(10_001), cap=rng.choice((None, 40 * scale))),
            Benefit(BenefitKind.THRESHOLD, off=9 * scale, spend=rng.randrange(1, 150) * scale, each=rng.random() < 0.5),
            Benefit(BenefitKind.GIFT, value=rng.randrange(20) * scale),
        )
    )
    names = rng.choice((None, None, tuple(rng.sample("xyz", rng.randrange(1, 3)))))
    template = CouponTemplate(
        f"t{number}", NAME, "c", benefit, SINCE, UNTIL, categories=names, stack_group=group, stacks_with=with_
    )
    return Coupon(f"c{number}", template.id, SINCE, UNTIL), template


# -- the way of the product -------------------------------------------------------------------------------------------


def of_rules(till: Till) -> list[Candidate]:
    currency = "TWD" if till.unit == 100 else "CNY"
    engine = Engine([Edition(dataclasses.replace(PLAIN, rules=tuple(till.rules), currency=currency))])
    state = MemberState("A", base_tier=Tier.GOLD, points=till.points, things={"price_lock:l": 1})
    return candidates(engine, till.happening, state, Shared(one_pool))


# -- the second reckoning ---------------------------------------------------------------------------------------------


def cells(till: Till) -> dict[tuple[str, str], int]:
    """(category, article) → minor units; what is in no article stands under "" there."""
    happening = till.happening
    found = {(item.category, item.sku): item.pieces * item.price for item in happening.items}
    for name, part in happening.categories:
        found[name, ""] = part - sum(cost for (category, sku), cost in found.items() if category == name and sku)
    found["", ""] = happening.amount - sum(part for _, part in happening.categories)
    return found


def things(till: Till) -> Iterator[Thing]:
    goods = cells(till)
    for rule, holds in zip(till.rules, till.apply, strict=True):
        (give,) = rule.give
        assert isinstance(give, Discount)
        thing = rule_thing(till, rule, give, goods) if holds else None
        if thing is not None:
            yield thing
    for one, template in till.coupons:
        touch = frozenset(cell for cell in goods if template.categories is None or cell[0] in template.categories)
        gift = max(1, template.benefit.value) if template.benefit.kind is BenefitKind.GIFT else 0
        off = coupon_off(template.benefit, sum(goods[cell] for cell in touch), till.unit)
        yield Thing(one.id, template.stack_group, template.stacks_with, ((touch, off),), gift, ())


def coupon_off(benefit: Benefit, goods: int, unit: int) -> int:
    if benefit.kind is BenefitKind.PERCENT:
        off = half_up(goods, benefit.rate_bp, unit)
        return off if benefit.cap is None else min(off, benefit.cap)
    if benefit.kind is BenefitKind.THRESHOLD:
        times = goods // benefit.spend
        return benefit.off * (times if benefit.each else min(times, 1))
    return benefit.off if benefit.kind is BenefitKind.FIXED else 0


def half_up(amount: int, rate_bp: int, unit: int) -> int:
    return int(Fraction(amount * rate_bp, 10_000 * unit) + Fraction(1, 2)) * unit


def rule_thing(till: Till, rule: Rule, give: Discount, goods: dict[tuple[str, str], int]) -> Thing | None:
    """What a rule takes off; None when it takes nothing."""
    touch = frozenset(
        cell
        for cell in goods
        if (not give.categories or cell[0] in give.categories) and (not give.items or cell[1] in give.items)
    )
    cost = sum(goods[cell] for cell in touch)
    uses = [("limit", 1)] if rule.limits else []
    takes: list[tuple[frozenset[tuple[str, str]], int]]
    if give.price is not None or give.free:
        takes = by_piece(till, give)
    else:
        most = min(cost, cost if give.most is None else give.most)
        if give.most_percent is not None:
            most = min(most, cost * give.most_percent // 10_000)
        if give.for_points:
            if not till.happening.detail["use_points"]:
                return None
            units = min(till.points // give.for_points, most // give.off)
            uses.append(("points", units * give.for_points))
            off = units * give.off
        elif give.spend:
            off = give.off * ((cost // give.spend) if give.each else int(cost >= give.spend))
        else:
            off = give.off + half_up(cost, give.percent, till.unit)
        takes = [(touch, min(off, most))]
    if sum(amount // till.unit for _, amount in takes) <= 0:
        return None
    return Thing(f"test/{rule.id}", give.group, give.with_, tuple(takes), 0, tuple(uses))


def by_piece(till: Till, give: Discount) -> list[tuple[frozenset[tuple[str, str]], int]]:
    pieces = [
        (item.price, item.category, item.sku)
        for item in till.happening.items
        for _ in range(item.pieces)
        if (not give.categories or item.category in give.categories) and (not give.items or item.sku in give.items)
    ]
    if give.price is not None:
        pieces = sorted((piece for piece in pieces if piece[0] > give.price), reverse=True)
        covered = len(pieces)
    else:
        pieces = sorted(pieces)
        covered = len(pieces) // (give.buy + give.free) * give.free
    covered = min(covered, len(pieces) if give.pieces is None else give.pieces)
    sums: dict[frozenset[tuple[str, str]], int] = {}
    for cost, category, sku in pieces[:covered]:
        tied = any(one[0] == cost for one in pieces[covered:])
        where = frozenset(one[1:] for one in pieces if one[0] == cost) if tied else frozenset({(category, sku)})
        sums[where] = sums.get(where, 0) + cost - (give.price or 0)
    return list(sums.items())


def tried(till: Till, found: list[Thing]) -> tuple[int, int]:
    """(minor units off, gifts) of the best of all combinations."""
    unit = till.unit
    goods = cells(till)
    names = list(goods)
    masks = range(1 << len(names))
    kept = [sum(goods[name] // unit * unit for bit, name in enumerate(names) if mask >> bit & 1) for mask in masks]
    beyond = []
    for thing in found:
        row = [0] * len(kept)
        for touch, amount in thing.takes:
            reach = sum(1 << bit for bit, name in enumerate(names) if name in touch)
            for mask in masks:
                if reach & ~mask:
                    row[mask] += amount // unit * unit
        beyond.append(row)
    together = [
        sum(1 << index for index, two in enumerate(found) if goes(one, two) and goes(two, one)) for one in found
    ]
    there_is = {"limit": LIMIT, "points": till.points}
    whole = till.happening.amount // unit * unit
    best_found = (0, 0)

    def look(index: int, cut: list[int], allowed: int, used: dict[str, int], gifts: int) -> None:
        nonlocal best_found
        best_found = max(best_found, (min(whole, min(cut)), gifts))
        for number in range(index, len(found)):
            if not allowed >> number & 1:
                continue
            thing = found[number]
            now = dict(used)
            for what, quantity in thing.uses:
                now[what] = now.get(what, 0) + quantity
            if all(quantity <= there_is[what] for what, quantity in now.items()):
                wider = [one + other for one, other in zip(cut, beyond[number], strict=True)]
                look(number + 1, wider, allowed & together[number], now, gifts + thing.gift)

    look(0, kept, (1 << len(found)) - 1, {}, 0)
    return best_found


def goes(one: Thing, other: Thing) -> bool:
    return "*" in one.with_ or other.group in one.with_


# -- the comparison ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(CHUNKS))
def test_the_best_price_is_never_beaten_and_every_line_and_reason_is_true(seed: int, torture: bool) -> None:
    rng = random.Random(seed)
    for number in range(MORE if torture else BASKETS):
        till = made_up(rng)
        mine = [*of_rules(till), *till.coupons]
        rng.shuffle(mine)
        basket = basket_of(till.happening)
        found = best(basket, mine, unit=till.unit)
        second = list(things(till))
        assert {one.name for one in second} == {one.id for one, _ in mine}, (seed, number)
        gifts = sum(max(1, t.benefit.value) for t in templates(found) if t.benefit.kind is BenefitKind.GIFT)
        assert (found.saved, gifts) == tried(till, second), (seed, number)
        adds_up(till, found, mine)
        reasons_are_true(basket, till.unit, found)
        if mine:
            without = best(basket, mine[1:], unit=till.unit)
            assert without.total >= found.total, (seed, number)
            assert best(basket, mine[::-1], unit=till.unit) == found, (seed, number)


def templates(found: Pricing) -> list[CouponTemplate]:
    return [line.template for line in found.lines]


def adds_up(till: Till, found: Pricing, mine: list[Candidate]) -> None:
    assert found.amount - sum(line.off for line in found.lines) == found.total >= 0
    assert all(line.off >= 0 and line.off % till.unit == 0 for line in found.lines)
    assert all(line.off > 0 or line.template.benefit.kind is BenefitKind.GIFT for line in found.lines)
    named = sorted([*(line.coupon.id for line in found.lines), *(left.coupon.id for left in found.left_out)])
    assert named == sorted(one.id for one, _ in mine)
    rules = {f"test/{rule.id}": rule for rule in till.rules}
    rows = offers(found.lines)
    assert sum(1 for key, _, _ in rows if rules[key].limits) <= LIMIT
    paid = 0
    for key, off, pieces in rows:
        (give,) = rules[key].give
        assert isinstance(give, Discount)
        paid += pieces * give.for_points
        if give.for_points:
            assert (pieces - 1) * give.off < off <= pieces * give.off
    assert paid <= till.points


def reasons_are_true(basket: Basket, unit: int, found: Pricing) -> None:
    chosen = [(line.coupon, line.template) for line in found.lines]
    for left in found.left_out:
        if left.refusal.code is RefusalCode.NOT_STACKABLE:
            other = next(line.template for line in found.lines if line.coupon.id == left.refusal.args["other"])
            assert not stackable(left.template, other) or (left.template.offer and left.template.offer.uses)
        else:
            assert left.refusal.code is RefusalCode.NO_BENEFIT
            more = price(basket, [*chosen, (left.coupon, left.template)], unit=unit)
            assert more.total == found.total
