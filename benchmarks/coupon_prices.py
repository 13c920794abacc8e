"""How long the best combination of coupons takes: `python -m benchmarks.coupon_prices`."""

from __future__ import annotations

import random
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta

from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.coupons.pricing import Candidate, best, price
from kiosk.domain.texts import LocalText

START = datetime(2026, 1, 1, tzinfo=UTC)
NAME = LocalText("券", "券", "Coupon")
CATEGORIES = ("tea", "cake", "cup", "gift")


def wallet(rng: random.Random, count: int, templates: int, groups: int) -> list[Candidate]:
    """`count` coupons of `templates` templates, whose `groups` groups tolerate one another at random."""
    made = []
    for index in range(templates):
        benefit = Benefit(
            rng.choice(list(BenefitKind)),
            off=rng.randrange(10_00, 90_00, 100),
            rate_bp=rng.randrange(100, 4000, 50),
            cap=rng.choice([None, 50_00]),
            spend=rng.randrange(10_00, 400_00),
            each=rng.random() < 0.3,
            gift=NAME,
            value=rng.randrange(30_00),
        )
        tolerance = rng.choice([0.5, 0.8, 0.95])
        stacks_with = tuple(f"g{group}" for group in range(groups) if rng.random() < tolerance)
        made.append(
            CouponTemplate(
                f"T{index}",
                NAME,
                "K",
                benefit,
                START,
                START + timedelta(days=90),
                categories=rng.choice([None, None, ("tea",), ("cake", "cup")]),
                stack_group=f"g{rng.randrange(groups)}",
                stacks_with=("*",) if rng.random() < 0.2 else stacks_with,
            )
        )
    chosen = [made[index % templates] for index in range(count)]
    return [
        (Coupon(f"C{index}", kind.id, START, START + timedelta(days=rng.randrange(1, 60))), kind)
        for index, kind in enumerate(chosen)
    ]


def main() -> None:
    """Print a row a case: milliseconds, and how often taking the largest first is dearer than the best."""
    sys.stdout.write("candidates templates groups  goods     median   p95   max ms   greedy dearer\n")
    for count, templates, groups in ((12, 5, 6), (12, 12, 12), (50, 12, 6), (50, 50, 50)):
        for amount in (50_00, 500_00, 10_000_00):
            rng = random.Random(1)
            times, dearer = [], 0
            for _ in range(200):
                basket = Basket(amount, tuple((name, amount // 5) for name in CATEGORIES))
                candidates = wallet(rng, count, templates, groups)
                began = time.perf_counter()
                found = best(basket, candidates, unit=100)
                times.append((time.perf_counter() - began) * 1000)
                alone = sorted(candidates, key=lambda one: price(basket, [one], unit=100).total)
                dearer += price(basket, alone, unit=100).total > found.total
            times.sort()
            sys.stdout.write(
                f"{count:10} {templates:9} {groups:6}  {amount / 100:8,.0f}  {statistics.median(times):6.2f} "
                f"{times[189]:6.2f} {times[-1]:6.2f}   {dearer / 2:.0f} %\n"
            )


if __name__ == "__main__":
    main()
