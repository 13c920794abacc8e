"""One sale against 200 rules, 50 coupons, a member with 1,000 past facts: `python -m benchmarks.campaign_sale`.

What the checkout does while the clerk waits: the discounts for the basket, with reasons; the best price with the
member's coupons; then the sale itself, judged with reasons, and its rewards given. Also with 20,000 other members in
memory, to show that the cost does not grow with the ledger. Processor time, so that what else runs does not count, and
the time by the clock on the wall, in which it does.
"""

from __future__ import annotations

import dataclasses
import random
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta

from benchmarks.campaign_common import plans
from benchmarks.coupon_prices import wallet
from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.offers import USE_POINTS, candidates, offers
from kiosk.domain.campaigns.shared import one_pool, whole_quantities
from kiosk.domain.coupons.pricing import best
from kiosk.domain.time import millis

RULES = 200
SALES = 300
PAST = 1000


def crowd() -> list[Campaign]:
    """The plans, again and again under other names, until that many rules run at the time of the benchmark."""
    found: list[Campaign] = []
    while sum(len(campaign.rules) for campaign in found) < RULES:
        for campaign in plans():
            if campaign.id in ("mini-program", "product-welfare"):  # both run in December 2026
                found.append(dataclasses.replace(campaign, id=f"{campaign.id}-{len(found)}"))
    return found


def happening(number: int, kind: HappeningKind, at: datetime, member: str, amount: int) -> Happening:
    """The `number`th happening."""
    ms = millis(at)
    half = amount // 2
    return Happening(
        f"T/1/{number}", kind, (number, "T", 1, number, 0), ms, wall_minutes(ms, "Asia/Taipei"), "s1", "T", "c",
        "checkout", member, amount, (("beauty", half), ("home", amount - half)), (), f"x{number}",
    )  # fmt: skip


def main() -> None:
    """Print percentiles in milliseconds."""
    campaigns = crowd()
    rng = random.Random(1)
    pools = {key: quantity for campaign in campaigns for key, quantity in whole_quantities(campaign).items()}
    engine = Engine([Edition(campaign) for campaign in campaigns])
    rules = sum(len(campaign.rules) for campaign in campaigns)
    for others in (0, 20_000):
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
        for _ in range(SALES):
            number += 1
            sale = happening(
                number,
                HappeningKind.PURCHASED,
                datetime(2026, 12, 8, 4, tzinfo=UTC),
                "M",
                rng.randrange(100_00, 3000_00),
            )
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
        times.sort()
        walls.sort()
        at95 = SALES * 95 // 100
        sys.stdout.write(
            f"{rules} rules, 50 coupons, {PAST:,} past facts, {others:6,} other members: median "
            f"{statistics.median(times):.2f} ms  p95 {times[at95]:.2f} ms  max {times[-1]:.2f} ms; by the clock p95 "
            f"{walls[at95]:.2f} ms (of which the best price: median {statistics.median(pricing):.2f} ms)\n"
        )


if __name__ == "__main__":
    main()
