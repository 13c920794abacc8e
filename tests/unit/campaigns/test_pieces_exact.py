"""The best price of small baskets with everything a discount can say of pieces, against `pieces_by_trial`.

The rules go the whole way: campaign, engine, candidates, price. `make test` tries some hundreds of baskets, `--torture`
ten thousand.
"""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import pytest

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import Happening, HappeningKind, Item
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.campaigns.model import Limit, Rule, Trigger, When
from kiosk.domain.campaigns.offers import candidates
from kiosk.domain.campaigns.pieces import Bundle, Except, ForEach, Of, Pick, PiecePrice, SetPart, SetPrice, StageName
from kiosk.domain.campaigns.scopes import Scope
from kiosk.domain.campaigns.shared import Shared, one_pool
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.campaigns.things import Stock
from kiosk.domain.coupons.deal import Exclusive
from kiosk.domain.coupons.pricing import Pricing, best, price
from kiosk.domain.coupons.shares import paid
from kiosk.domain.refusals import RefusalCode
from tests.unit.campaigns.pieces_by_trial import Rival, Thing, Trial
from tests.unit.campaigns.stage import campaign
from tests.unit.campaigns.test_best_price_exact import AT, NAME

SKUS = {"p": "x", "q": "x", "r": "y", "s": "y", "t": "z"}
GROUPS = ("a", "b", "c")
LIMIT, STOCK = 2, 2
PLAIN = campaign("rules: []")


class Till:
    """A made-up basket, and what may make it cheaper."""

    def __init__(self, rng: random.Random) -> None:
        self.unit = rng.choice((1, 1, 100))
        scale = self.scale = self.unit
        self.gives = [discount(rng, scale) for _ in range(rng.choice((1, 2, 2, 3, 3, 4)))]
        self.limited = [rng.random() < 0.2 for _ in self.gives]
        count = rng.choice((1, 2, 3, 3, 4))
        # which of equally dear pieces of two lines stand in a set is not said
        certain = any(one.set_ or one.bundle or one.for_each or one.off for one in self.gives)
        prices = rng.sample(range(40), count) if certain else rng.choices(range(40), k=count)
        self.items = []
        for sku, pieces, cost in zip(rng.choices(sorted(SKUS), k=count), (1, 1, 2, 1), prices, strict=False):
            said = rng.choice(((), (), (True,), (False, 9 * scale)))
            self.items.append(Item(sku, SKUS[sku], pieces, cost * scale, *said))
        if rng.random() < 0.1:
            self.items[0] = self.items[0]._replace(barred=True)
        parts: dict[str, int] = {}
        for item in self.items:
            parts[item.category] = parts.get(item.category, 0) + item.pieces * item.price
        if rng.random() < 0.3:
            name = rng.choice("xyz")
            parts[name] = parts.get(name, 0) + rng.randrange(1, 80) * scale
        self.amount = sum(parts.values()) + rng.choice((0, 0, 0, rng.randrange(80) * scale))
        self.most_off = rng.choice((None, None, None, self.amount // 2))
        self.happening = Happening(
            "e", HappeningKind.BASKET, (1, "T", 1, 1, 0), AT, wall_minutes(AT, "Asia/Taipei"), "xinyi", "T", "lin",
            member="A", amount=self.amount, categories=tuple(parts.items()), items=tuple(self.items),
        )  # fmt: skip

    def things(self) -> list[Thing]:
        found = [Thing(one.price, one.category, one.sku, *one[4:7]) for one in self.items for _ in range(one.pieces)]
        rest = self.amount
        for name, part in self.happening.categories:
            left = part - sum(one.price for one in found if one.category == name and one.sku)
            rest -= part
            if left:
                found.append(Thing(left, name, ""))
        return [*found, Thing(rest, "", "")] if rest else found

    def price(self) -> Pricing:
        rules = []
        for number, (give, limited) in enumerate(zip(self.gives, self.limited, strict=True)):
            limits = (Limit(LIMIT, (Scope.MEMBER,), "s"),) if limited else ()
            rules.append(Rule(f"r{number}", NAME, When(Trigger.BASKET), (give,), limits=limits))
        currency = "TWD" if self.unit == 100 else "CNY"
        stock = (Stock("k", NAME, 1, STOCK),)
        engine = Engine([Edition(dataclasses.replace(PLAIN, rules=tuple(rules), stock=stock, currency=currency))])
        shared = Shared(one_pool, pools={"|stock:test/k": STOCK})
        self.candidates = candidates(engine, self.happening, MemberState("A"), shared)
        self.basket = dataclasses.replace(basket_of(self.happening), most_off=self.most_off)
        return best(self.basket, self.candidates, unit=self.unit)

    def tried(self) -> int:
        most_off = self.amount if self.most_off is None else self.most_off
        trial = Trial(self.things(), self.amount, self.unit, LIMIT, STOCK, most_off)
        return trial.best(
            [
                Rival(
                    f"r{number}",
                    give,
                    give.group,
                    give.with_,
                    give.exclusive is Exclusive.SALE,
                    stage_of(give),
                    limited,
                    give.stock is not None,
                )
                for number, (give, limited) in enumerate(zip(self.gives, self.limited, strict=True))
            ]
        )


def stage_of(give: Discount) -> int:
    return ["articles", "basket", "coupons", "points"].index(give.stage.value) if give.stage else 0


def discount(rng: random.Random, scale: int) -> Discount:
    some = tuple(rng.sample(GROUPS, rng.randrange(1, 3)))
    names = rng.choice(((), (), tuple(rng.sample("xyz", rng.randrange(1, 3)))))
    items = tuple(rng.sample(sorted(SKUS), rng.randrange(1, 4))) if rng.random() < 0.3 else ()
    plain = Discount(
        group=rng.choice(GROUPS),
        # what is left of everything is what nobody excludes
        with_=(*rng.choice((("*",), GROUPS, (), (), (), some)), "rest"),
        exclusive=rng.choice((*[Exclusive.ARTICLE] * 4, Exclusive.SALE)),
        stage=StageName.ARTICLES,
        categories=names,
        items=items,
        except_=rng.choice((Except(), Except(), Except(items=("p",)), Except(categories=("y",)))),
        not_reduced=rng.random() < 0.1,
        piece_price=rng.choice((None, None, None, PiecePrice(10 * scale), PiecePrice(0, 25 * scale))),
    )
    rate = rng.choice((1000, 1075, 2000, 5000, 10_000))
    off = rng.randrange(1, 40) * scale
    how: dict[str, Any] = rng.choice(({"percent": rate}, {"off_piece": off}, {"price": off}, {"off": off}))
    bound: dict[str, Any] = rng.choice(
        ({}, {}, {}, {"most": off}, {"most_percent": 3000}, {"spend": off}, {"from_pieces": 2}, {"to_pieces": 3})
    )
    kind = rng.randrange(11)
    if kind == 0:
        return dataclasses.replace(plain, percent=rate, **bound)
    if kind == 1:
        return dataclasses.replace(plain, off=off, spend=rng.choice((0, 2 * off)), each=False)
    if kind == 2:
        return dataclasses.replace(plain, off=off, spend=2 * off, each=True)
    if kind == 3:
        return dataclasses.replace(plain, buy=rng.choice((1, 2)), free=1, pieces=rng.choice((None, 1)))
    if kind == 4:
        number = rng.choice((1, 2))
        pick = rng.choice((Pick(cheapest=number), Pick(dearest=number), Pick(nth=number), Pick(every=2)))
        return dataclasses.replace(plain, pick=pick, **how, **bound)
    if kind == 5:
        size = rng.choice((2, 3))
        price = Bundle(size, rng.randrange(60) * scale)
        group = rng.choice((price, price, Bundle(size, percent=rate), Bundle(size, off=off)))
        return dataclasses.replace(plain, bundle=group, pieces=rng.choice((None, 1)))
    if kind == 6:
        parts = rng.choice(
            (
                (SetPart(items=("p", "q")), SetPart(items=("r", "t"))),
                (SetPart(categories=("x",)), SetPart(categories=("x", "y"))),
                (SetPart(items=("p",)), SetPart(categories=("y",), pieces=2)),
            )
        )
        said = rng.choice((SetPrice(parts, price=off), SetPrice(parts, percent=rate), SetPrice(parts, off=off)))
        return dataclasses.replace(plain, set_=said, categories=(), items=(), pieces=rng.choice((None, 1)))
    if kind == 7:
        earned = ForEach(items=rng.choice((("p", "q"), ("r",))), pieces=rng.choice((1, 2)), gets=rng.choice((1, 2)))
        return dataclasses.replace(plain, for_each=earned, **how)
    if kind == 8:
        return dataclasses.replace(plain, **how, pieces=rng.choice((1, 2)), stock=rng.choice((None, "k")))
    if kind == 9:
        return dataclasses.replace(
            Discount(percent=rate, of=Of.REST, stage=StageName.COUPONS, group="rest", with_=("*",)),
            most=rng.choice((None, off)), spend=rng.choice((0, 3 * off)),
        )  # fmt: skip
    return dataclasses.replace(plain, price=off)


@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_cheaper_than_the_best_price(seed: int, torture: bool) -> None:
    rng = random.Random(f"pieces {seed}")
    for number in range(500 if torture else 12):
        till = Till(rng)
        found = till.price()
        assert found.bound == 0, (seed, number)
        assert found.saved == till.tried(), (seed, number)
        _adds_up(till, found)
        shuffled = [*till.candidates]
        rng.shuffle(shuffled)
        assert best(till.basket, shuffled, unit=till.unit) == found, (seed, number)


def _adds_up(till: Till, found: Pricing) -> None:
    assert found.amount - sum(line.off for line in found.lines) == found.total >= 0
    assert all(line.off > 0 for line in found.lines)
    shares = paid(till.basket, found, till.unit)
    told = sum(cost for _, cost in shares.by_category)
    rest = till.amount - sum(part for _, part in till.happening.categories)
    assert told <= found.total <= told + rest
    for line, left in zip(till.basket.lines, shares.by_line, strict=True):
        assert line.pieces * min(line.price, line.floor) <= left <= line.cost
        assert left == line.cost or not line.barred
    again = price(till.basket, [(line.coupon, line.template) for line in found.lines], unit=till.unit)
    assert again.total == found.total
    for left_out in found.left_out:
        if left_out.refusal.code is RefusalCode.NO_BENEFIT:
            more = [*((line.coupon, line.template) for line in found.lines), (left_out.coupon, left_out.template)]
            assert price(till.basket, more, unit=till.unit).total >= found.total
