"""A rehearsal: run campaigns over past or made-up happenings and add up what they would cost, and whom they would
reach."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator

from kiosk.domain.campaigns.compiled import Edition, days
from kiosk.domain.campaigns.coupons_used import CouponsUsed
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.draws import days_of, entrants
from kiosk.domain.campaigns.effects import Effect
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.gives import PointsPer
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.localtime import DAY, minutes
from kiosk.domain.campaigns.model import Campaign, Rule, Trigger
from kiosk.domain.campaigns.offers import USE_POINTS, candidates_of, offers
from kiosk.domain.campaigns.pieces import Except
from kiosk.domain.campaigns.rehearsal import Rehearsal, RuleResult, report
from kiosk.domain.campaigns.shared import one_pool, stock_key, whole_quantities
from kiosk.domain.campaigns.things import Draw
from kiosk.domain.campaigns.unrehearsed import Seen, by_pieces
from kiosk.domain.coupons.pricing import best
from kiosk.domain.coupons.shares import free_pieces, paid
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
        self.coupons = CouponsUsed(campaign, self.fold.shared)
        self._prices = any(rule.when.event is Trigger.BASKET for rule in campaign.rules)
        self._goods = [span for rule in campaign.rules if _minds_goods(rule) for span in _spans(rule, campaign)]
        self._unit = rounding_unit(campaign.currency)
        self.gone: dict[str, int] = {}
        """By stock: ordinal of the day on which the last one left."""
        self._stock_keys = {f"|{stock_key(campaign.id, item.id)}": item.id for item in campaign.stock}
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
            bought = happening.kind is HappeningKind.PURCHASED and not happening.offers
            if bought and (self._prices or self.coupons.holds(happening.member)):
                happening = self._priced(happening)
            yield happening

    def _priced(self, happening: Happening) -> Happening:
        wants = self._wishes.random() * 100 < POINTS_WANTED
        detail = {**happening.detail, USE_POINTS: wants}
        asked = self._engine.bounded(happening._replace(kind=HappeningKind.BASKET, detail=detail))
        state = self.fold.member(happening.member)
        offered = self._engine.offered(asked, state, self.fold.shared)
        held = self.coupons.usable(asked, basket_of(asked)) if self.coupons.holds(happening.member) else []
        if not offered and not held:
            return happening
        by_goods = any(since <= happening.wall < until for since, until in self._goods)
        if len(offered) == 1 and not (by_goods or held or by_pieces(offered[0].give)):  # nothing to combine, no pieces
            first = offered[0].give
            off = min(happening.amount, offered[0].reward.quantity) // self._unit * self._unit
            units = -(-off // first.off) if first.for_points else 0
            return happening._replace(
                amount=happening.amount - off, offers=((offered[0].key, off, units),) if off else ()
            )
        basket = basket_of(asked)
        rules = candidates_of(offered, asked, state)
        pricing = best(basket, [*held, *rules], unit=self._unit, room=self.coupons.room(asked, held))
        self._takes(asked, self.coupons.use(asked, pricing.lines))
        priced = happening._replace(amount=pricing.total, offers=offers(pricing.lines))
        if not by_goods or not pricing.lines:
            return priced
        shares = paid(basket, pricing, self._unit)
        rows = zip(happening.items, shares.by_line, free_pieces(basket, pricing, shares), strict=True)
        items = tuple(item._replace(paid=cost, free=given) for item, cost, given in rows)
        return priced._replace(categories=shares.by_category, items=items)

    def _takes(self, sale: Happening, takes: Iterable[tuple[str, int]]) -> None:
        """Note goods of which the last one left."""
        for key, _ in takes:
            if key in self._stock_keys and self.fold.shared.pools.get(key, 0) <= 0:
                self.gone.setdefault(self._stock_keys[key], sale.day)

    def did(self, happening: Happening, effect: Effect) -> None:
        """What followed from a happening."""
        self.coupons.changed(effect.granted, effect.taken_back)
        self._takes(happening, (take for reward in effect.granted for take in reward.takes))

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


def _minds_goods(rule: Rule) -> bool:
    """Whether a rule looks at what was paid for which goods."""
    if rule.when.event is Trigger.BASKET:
        return False
    parts = (one for part in rule.if_.parts for one in (part.categories, part.items))
    gives = [give for give in (*rule.give, *rule.otherwise) if isinstance(give, PointsPer)]
    per = any(give.pieces or give.categories or give.items for give in gives)
    spent = [part.amount for part in rule.if_.parts if part.amount is not None]
    less = any(one.except_ != Except() or one.not_reduced for one in spent)
    less = less or any(give.except_ != Except() or give.not_reduced for give in gives)
    return any(parts) or per or less or rule.when.event is Trigger.PIECES_REACHED


def _spans(rule: Rule, campaign: Campaign) -> Iterator[tuple[int, int]]:
    """Wall minutes outside of which a rule is not looked at."""
    since, until = days(rule.if_)
    for phase in campaign.phases:
        if not rule.if_.phases or phase.id in rule.if_.phases:
            yield max(since, minutes(phase.starts)), min(until, minutes(phase.ends))


def rehearse(campaign: Campaign, happenings: Iterable[Happening], *, seed: int = 1, plenty: bool = False) -> Rehearsal:
    """Run `campaign` over `happenings` (in order) and add up. Draws among ticket holders, and which customers want to
    pay with points, are played with `seed`. `plenty`: as if stock had no end, to see how much would be asked for."""
    run = _Run(campaign, seed, plenty)
    rules = {rule.id: RuleResult(campaign.id, rule.id) for rule in campaign.rules}
    counts: Counter[str] = Counter()
    taken_back = sales = 0
    seen = Seen()
    for happening in run.happenings(happenings):
        counts[happening.kind] += 1
        seen.add(happening)
        if happening.kind is HappeningKind.PURCHASED:
            sales += happening.amount - sum(item.cost for item in happening.back)
        for effect in run.fold.add(happening):
            taken_back += len(effect.taken_back)
            if effect.decision is not None:
                for name in effect.decision.refused:
                    rules[name.split("/")[1]].refused += 1
            run.did(happening, effect)
    return report(
        campaign,
        run.fold.members,
        rules,
        counts,
        run.gone,
        coupons=run.coupons,
        taken_back=taken_back,
        sales=sales,
        seen=seen,
    )
