"""A rehearsal: run campaigns over past or made-up happenings and add up what they would cost, and whom they would
reach."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.draws import days_of, entrants
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.localtime import DAY
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.offers import USE_POINTS, candidates_of, offers
from kiosk.domain.campaigns.rehearsal import Rehearsal, RuleResult, report
from kiosk.domain.campaigns.shared import one_pool, whole_quantities
from kiosk.domain.campaigns.things import Draw
from kiosk.domain.coupons.pricing import best
from kiosk.domain.money import rounding_unit

POINTS_WANTED = 30
"""Per cent of purchases whose customer pays with points as far as the rules allow."""
_PLENTY = 10**12


class _Run:
    """The happenings as they would have been with the campaign: sales are priced by its discounts, draws are drawn."""

    def __init__(self, campaign: Campaign, seed: int, plenty: bool) -> None:
        self.campaign = campaign
        self._engine = Engine([Edition(campaign)])
        pools = dict(whole_quantities(campaign))
        if plenty:
            pools |= {key: _PLENTY for key in pools if key.startswith("stock:")}
        self.fold = Fold(self._engine, pool_of=one_pool, pools=pools, trace=False)
        self._rng, self._wishes = random.Random(seed), random.Random(seed)
        self._prices = any(rule.when.event is Trigger.BASKET for rule in campaign.rules)
        self._unit = rounding_unit(campaign.currency)
        self._due = sorted(
            (day.toordinal() * DAY + draw.at.hour * 60 + draw.at.minute, index, draw)
            for index, draw in enumerate(campaign.draws)
            for day in days_of(campaign, draw)
        )

    def happenings(self, happenings: Iterable[Happening]) -> Iterator[Happening]:
        for happening in happenings:
            while self._due and self._due[0][0] <= happening.wall:
                _, _, draw = self._due.pop(0)
                yield from self._drawn(draw, happening)
            if happening.kind is HappeningKind.PURCHASED and self._prices and not happening.offers:
                happening = self._priced(happening)
            yield happening

    def _priced(self, happening: Happening) -> Happening:
        wants = self._wishes.random() * 100 < POINTS_WANTED
        asked = happening._replace(kind=HappeningKind.BASKET, detail={USE_POINTS: wants})
        state = self.fold.member(happening.member)
        offered = self._engine.offered(asked, state, self.fold.shared)
        if not offered:
            return happening
        first = offered[0].give
        if len(offered) == 1 and first.price is None and not first.free:  # nothing to combine, and no pieces
            off = min(happening.amount, offered[0].reward.quantity) // self._unit * self._unit
            units = -(-off // first.off) if first.for_points else 0
            return happening._replace(
                amount=happening.amount - off, offers=((offered[0].key, off, units),) if off else ()
            )
        pricing = best(basket_of(happening), candidates_of(offered, asked, state), unit=self._unit)
        return happening._replace(amount=pricing.total, offers=offers(pricing.lines))

    def _drawn(self, draw: Draw, before: Happening) -> Iterator[Happening]:
        """The winners of a draw: all tickets so far take part, a winner's tickets leave (draws.md)."""
        tickets = entrants(self.fold.members, draw.id)
        number = 0
        for prize in draw.prizes:
            for _ in range(prize.count):
                if not tickets:
                    return
                index = self._rng.choices(range(len(tickets)), [count for _, count in tickets])[0]
                member, _ = tickets.pop(index)
                number += 1
                yield before._replace(
                    id=f"{draw.id}/{before.id}/{number}",
                    kind=HappeningKind.WON,
                    order=(before.order[0], "", 0, before.order[3], number),
                    member=member,
                    ref=draw.id,
                    part=prize.code,
                    txn="",
                    other="",
                    amount=0,
                    offers=(),
                )


def rehearse(campaign: Campaign, happenings: Iterable[Happening], *, seed: int = 1, plenty: bool = False) -> Rehearsal:
    """Run `campaign` over `happenings` (in order) and add up. Draws among ticket holders, and which customers want to
    pay with points, are played with `seed`. `plenty`: as if stock had no end, to see how much would be asked for."""
    run = _Run(campaign, seed, plenty)
    rules = {rule.id: RuleResult(campaign.id, rule.id) for rule in campaign.rules}
    counts: Counter[str] = Counter()
    gone: dict[str, int] = {}
    taken_back = sales = 0
    stock_keys = {f"|stock:{campaign.id}/{item.id}": item.id for item in campaign.stock}
    for happening in run.happenings(happenings):
        counts[happening.kind] += 1
        sales += happening.amount if happening.kind is HappeningKind.PURCHASED else 0
        for effect in run.fold.add(happening):
            taken_back += len(effect.taken_back)
            if effect.decision is not None:
                for name in effect.decision.refused:
                    rules[name.split("/")[1]].refused += 1
            for reward in effect.granted:
                for key, _ in reward.takes:
                    if key in stock_keys and run.fold.shared.pools.get(key, 0) <= 0:
                        gone.setdefault(stock_keys[key], happening.day)
    return report(campaign, run.fold.members, rules, counts, gone, taken_back=taken_back, sales=sales)
