"""One sale against 225 rules, 50 coupons, a member with 1,000 past facts: `python -m benchmarks.campaign_sale`.

What the checkout does while the clerk waits: the discounts for the basket, with reasons; the best price with the
member's coupons; then the sale itself, judged with reasons, and its rewards given. Once the till tells amounts by
category; once 30 lines, for whose pieces a dozen of the rules and some of the coupons contend (then no two rules are
the same). Also with 20,000 other
members in memory, to show that the cost does not grow with the ledger. Processor time, so that what else runs does not
count, and the time by the clock on the wall, in which it does.
"""

from __future__ import annotations

import dataclasses
import random
import statistics
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta

from benchmarks.campaign_common import plans
from benchmarks.coupon_prices import wallet
from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import Happening, HappeningKind, Item
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.campaigns.model import Campaign, Rule, Trigger, When, Whom
from kiosk.domain.campaigns.offers import USE_POINTS, candidates, offers
from kiosk.domain.campaigns.pieces import Bundle, ForEach, Pick, SetPart, SetPrice
from kiosk.domain.campaigns.shared import one_pool, whole_quantities
from kiosk.domain.coupons.pricing import best
from kiosk.domain.time import millis

RULES = 200
SALES = 300
PAST = 1000
LINES = 30
CATEGORIES = ("tea", "cake", "cup", "beauty", "home", "snack")


def shop() -> Campaign:
    """Twelve discounts of a shop that contend for the pieces of a basket, each for those that suit it."""
    first = plans()[0]
    tea, cake = ("tea",), ("cake",)
    gives = (
        Discount(buy=2, free=1, categories=tea),
        Discount(percent=5000, pick=Pick(every=2), categories=tea),
        Discount(bundle=Bundle(3, 99_00), categories=tea),
        Discount(percent=2000, categories=cake),
        Discount(price=1_00, pick=Pick(cheapest=1), categories=cake, from_pieces=2),
        Discount(set_=SetPrice((SetPart(categories=tea), SetPart(categories=cake)), price=60_00)),
        Discount(for_each=ForEach(categories=tea), categories=("cup",), percent=5000),
        Discount(off_piece=5_00, categories=("beauty",), from_pieces=2),
        Discount(percent=1500, categories=("beauty",)),
        Discount(off=10_00, spend=100_00, each=True, categories=("home",)),
        Discount(percent=5000, pick=Pick(dearest=1), categories=("home",)),
        Discount(percent=1000),
    )
    rules = tuple(
        Rule(
            f"shop-{number}",
            first.name,
            When(Trigger.BASKET),
            (dataclasses.replace(give, with_=("points",)),),
            for_=Whom.EVERYONE,
        )
        for number, give in enumerate(gives)
    )
    december = next(campaign.phases for campaign in plans() if campaign.id == "mini-program")
    return dataclasses.replace(first, id="shop", rules=rules, phases=december)


def crowd(*, twins: bool) -> list[Campaign]:
    """The plans, again and again under other names, until that many rules run at the time of the benchmark. `twins`:
    their discounts again and again, too."""
    found: list[Campaign] = []
    while sum(len(campaign.rules) for campaign in found) < RULES:
        for campaign in plans():
            if campaign.id in ("mini-program", "product-welfare"):  # both run in December 2026
                again = len(found) > 1 and not twins
                rules = tuple(rule for rule in campaign.rules if not (again and rule.when.event is Trigger.BASKET))
                found.append(dataclasses.replace(campaign, id=f"{campaign.id}-{len(found)}", rules=rules))
    return found


def happening(number: int, kind: HappeningKind, at: datetime, member: str, amount: int) -> Happening:
    """The `number`th happening."""
    ms = millis(at)
    half = amount // 2
    return Happening(
        f"T/1/{number}", kind, (number, "T", 1, number, 0), ms, wall_minutes(ms, "Asia/Taipei"), "s1", "T", "c",
        "checkout", member, amount, (("beauty", half), ("home", amount - half)), (), f"x{number}",
    )  # fmt: skip


def with_lines(rng: random.Random, sale: Happening) -> Happening:
    """The same of 30 articles, one or two pieces each, at prices as shops make them."""
    items = []
    for number in range(LINES):
        category = rng.choice(CATEGORIES)
        price = rng.randrange(10, 120) * 100
        items.append(Item(f"{category}-{number}", category, rng.choice((1, 1, 1, 2)), price))
    parts: Counter[str] = Counter()
    for item in items:
        parts[item.category] += item.cost
    return sale._replace(amount=parts.total(), categories=tuple(parts.items()), items=tuple(items))


def measure(campaigns: list[Campaign], others: int, *, lines: bool) -> str:
    """One row."""
    rng = random.Random(1)
    pools = {key: quantity for campaign in campaigns for key, quantity in whole_quantities(campaign).items()}
    engine = Engine([Edition(campaign) for campaign in campaigns])
    rules = sum(len(campaign.rules) for campaign in campaigns)
    fold = Fold(engine, pool_of=one_pool, pools=pools, trace=True)
    number = 0
    for other in range(others):
        number += 1
        fold.add(happening(number, HappeningKind.SEEN, datetime(2026, 6, 1, tzinfo=UTC), f"o{other}", 0))
    for past in range(PAST):
        number += 1
        day = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=past * 270 // PAST)
        kind = HappeningKind.PURCHASED if past % 2 else HappeningKind.CHECKED_IN
        fold.add(happening(number, kind, day, "M", rng.randrange(50_00, 900_00)))
    times, pricing, walls = [], [], []
    inexact = 0
    for _ in range(SALES):
        number += 1
        day, amount = datetime(2026, 12, 8, 4, tzinfo=UTC), rng.randrange(100_00, 3000_00)
        sale = happening(number, HappeningKind.PURCHASED, day, "M", amount)
        sale = with_lines(rng, sale) if lines else sale
        coupons = wallet(rng, 50, 12, 6)
        began, clock = time.process_time(), time.perf_counter()
        basket = sale._replace(kind=HappeningKind.BASKET, detail={USE_POINTS: True})
        fold.ask(basket)
        found = candidates(engine, basket, fold.member("M"), fold.shared)
        asked = time.process_time()
        price = best(basket_of(sale), [*coupons, *found], unit=100)
        priced = time.process_time()
        fold.add(sale._replace(amount=price.total, offers=offers(price.lines)))
        times.append((time.process_time() - began) * 1000)
        walls.append((time.perf_counter() - clock) * 1000)
        pricing.append((priced - asked) * 1000)
        inexact += price.bound > 0
    times.sort()
    walls.sort()
    pricing.sort()
    at95 = SALES * 95 // 100
    bought = f"{LINES} lines" if lines else "amounts"
    return (
        f"{rules} rules, 50 coupons, {bought}, {PAST:,} past facts, {others:6,} other members: median "
        f"{statistics.median(times):.2f} ms  p95 {times[at95]:.2f} ms  max {times[-1]:.2f} ms; by the clock p95 "
        f"{walls[at95]:.2f} ms (of which the best price: median {statistics.median(pricing):.2f} ms  p95 "
        f"{pricing[at95]:.2f} ms; not shown to be the best: {inexact} of {SALES})\n"
    )


def main() -> None:
    """Print percentiles in milliseconds."""
    for others in (0, 20_000):
        sys.stdout.write(measure(crowd(twins=True), others, lines=False))
    sys.stdout.write(measure([*crowd(twins=False), shop()], 20_000, lines=True))


if __name__ == "__main__":
    main()
