"""Made-up customers, for rehearsals: what might happen in the stores while a campaign runs.

Not a forecast. The mix is that of a busy store (somewhat more than a third purchases), most amounts are small, some
customers come often and most seldom, a tenth have slept for more than six months. The same seed gives the same story.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import Any

from kiosk.domain.campaigns.chain_goods import NO_GOODS, Goods
from kiosk.domain.campaigns.conditions import KINDS
from kiosk.domain.campaigns.happenings import PAY, Happening, HappeningKind, Item
from kiosk.domain.campaigns.localtime import DAY, minutes
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.payments import payments_of
from kiosk.domain.campaigns.shelf import Ware, shelf
from kiosk.domain.channels import Channel
from kiosk.domain.journal.hlc import tick

HISTORY_DAYS = 240
"""Days before the campaign in which customers already bought, so that segments mean something."""

_MIX: dict[HappeningKind, int] = {
    HappeningKind.PURCHASED: 38,
    HappeningKind.SEEN: 16,
    HappeningKind.CHECKED_IN: 20,
    HappeningKind.REGISTERED: 5,
    HappeningKind.TASK_DONE: 4,
    HappeningKind.SURVEY_ANSWERED: 2,
    HappeningKind.SPUN: 8,
    HappeningKind.POINTS_SPENT: 3,
    HappeningKind.SIGNED_UP: 1,
    HappeningKind.ATTENDED: 1,
    HappeningKind.VOTED: 2,
    HappeningKind.DEPOSIT_PAID: 1,
    HappeningKind.PARTNER_CODE: 1,
    HappeningKind.SWEPT: 4,
    HappeningKind.SALE_VOIDED: 1,
    HappeningKind.RETURNED: 1,
}
_MS = 60_000
_EPOCH = 719_163 * DAY
_STORES = ("s1", "s2", "s3")
SOLD = (Channel.CHECKOUT, Channel.TILL, Channel.SELF_SERVICE, Channel.ONLINE)
"""Where goods are sold."""


_LINES = (1, 1, 1, 2, 2, 2, 3, 4, 6)
_PIECES = (1, 1, 1, 1, 1, 2, 2, 3, 4)
"""Articles of a basket, and pieces of each: one of these."""


def synthetic(
    campaign: Campaign, count: int, seed: int = 1, wares: Iterable[Ware] = (), goods: Goods = NO_GOODS
) -> Iterator[Happening]:
    """About `count` happenings in order, from before the campaign to its end. The stores' wall clock is UTC's. `wares`:
    the chain's articles; what is missing of the campaign's goods is made up. `goods`: what the chain's goods file says
    beside."""
    return _Story(campaign, count, random.Random(seed), wares, goods).tell()


class _Story:
    def __init__(self, campaign: Campaign, count: int, rng: random.Random, wares: Iterable[Ware], goods: Goods) -> None:
        self._campaign, self._count, self._rng = campaign, count, rng
        self._seq = self._stamp = 0
        self._joined: list[str] = []
        self._sales: list[Happening] = []
        self._refs = {
            trigger: [rule.when for rule in campaign.rules if rule.when.event is trigger] for trigger in Trigger
        }
        self._kinds = [kind for kind in _MIX if self._happens(kind)]
        self._weights = [_MIX[kind] for kind in self._kinds]
        self._tapes = {wheel.id: self._tape(wheel.id) for wheel in campaign.wheels}
        self._goods = goods
        self._named, self._others = (tuple(map(goods.filled, items)) for items in shelf(campaign, wares, rng))
        parts = [part for rule in campaign.rules for part in rule.if_.parts]
        self._tags = sorted({tag for part in (*parts, campaign.audience) for tag in part.tags})
        self._pays = ("", *(name for name, _ in payments_of(campaign)))
        asked = {str(one) for part in parts for one in part.channels}
        sold = [str(one) for one in SOLD if str(one) in asked or one is Channel.CHECKOUT]
        self._channels = [one for one in sold if not campaign.channels or one in campaign.channels] or sold
        named = {store for rule in campaign.rules for store in rule.if_.stores}
        self._stores = tuple(sorted(set(campaign.stores) or named | set(_STORES)))

    def tell(self) -> Iterator[Happening]:
        start, end = minutes(self._campaign.starts) // DAY, minutes(self._campaign.ends) // DAY
        people = max(20, self._count // 25)
        before = max(people, self._count // 5)
        yield from self._people(people, start - HISTORY_DAYS)
        for day, kinds in self._days(start - HISTORY_DAYS, start, before - people, [HappeningKind.PURCHASED], [1]):
            yield from self._one(day, kinds)
        for day, kinds in self._days(start, max(start + 1, end), self._count - before, self._kinds, self._weights):
            yield from self._one(day, kinds)

    def _happens(self, kind: HappeningKind) -> bool:
        always = {HappeningKind.PURCHASED, HappeningKind.REGISTERED, HappeningKind.SALE_VOIDED, HappeningKind.RETURNED}
        return kind in always or any(kind in KINDS[trigger] for trigger, rules in self._refs.items() if rules)

    def _tape(self, wheel_id: str) -> list[str]:
        wheel = next(one for one in self._campaign.wheels if one.id == wheel_id)
        tape = [prize.code for prize in wheel.prizes for _ in range(min(prize.count, 100_000))]
        self._rng.shuffle(tape)
        return tape

    def _people(self, count: int, day: int) -> Iterator[Happening]:
        for index in range(count):
            name = f"m{index}"
            self._joined.append(name)
            # a handful buy often: few ids are drawn much more than others
            tier = self._rng.choices(("basic", "silver", "gold", "platinum"), (70, 18, 9, 3))[0]
            birthday = f"{self._rng.randrange(1, 13):02}-{self._rng.randrange(1, 29):02}"
            yield self._happening(
                HappeningKind.MEMBER_KNOWN,
                day * DAY,
                name,
                detail={
                    "joined_day": day - self._rng.randrange(400),
                    "tier": tier,
                    "birthday": birthday,
                    "household": f"h{index * 9 // 10}",
                    "points": self._rng.randrange(600),
                    **self._tagged(),
                },
            )

    def _tagged(self) -> dict[str, list[str]]:
        return {"tags": [tag for tag in self._tags if self._rng.random() < 0.3]} if self._tags else {}

    def _days(
        self, first: int, last: int, count: int, kinds: list[HappeningKind], weights: list[int]
    ) -> Iterator[tuple[int, list[tuple[int, HappeningKind]]]]:
        days = range(first, last)
        for index, day in enumerate(days):
            share = count * (index + 1) // len(days) - count * index // len(days)
            chosen = self._rng.choices(kinds, weights, k=share)
            yield day, sorted((self._rng.randrange(9 * 60, 22 * 60), kind) for kind in chosen)

    def _one(self, day: int, kinds: list[tuple[int, HappeningKind]]) -> Iterator[Happening]:
        for minute, kind in kinds:
            happening = self._made(kind, day * DAY + minute)
            if happening is not None:
                yield happening

    def _made(self, kind: HappeningKind, wall: int) -> Happening | None:
        rng = self._rng
        member = self._somebody()
        match kind:
            case HappeningKind.PURCHASED:
                return self._purchase(wall, member)
            case HappeningKind.REGISTERED:
                member = f"m{len(self._joined)}"
                self._joined.append(member)
                referrer = self._somebody() if rng.random() < 0.5 else ""
                detail = {"household": f"h{len(self._joined)}"}
                return self._happening(kind, wall, member, other="" if referrer == member else referrer, detail=detail)
            case HappeningKind.SALE_VOIDED | HappeningKind.RETURNED:
                if not self._sales:
                    return None
                sale = rng.choice(self._sales[-200:])
                return self._happening(kind, wall, "", txn=sale.txn, amount=max(1, sale.amount // 3))
            case HappeningKind.SPUN:
                wheel = rng.choice(self._campaign.wheels)
                tape = self._tapes[wheel.id]
                if not tape:
                    return None
                prize = tape.pop()
                held = next(one for one in wheel.prizes if one.code == prize)
                # a packet of the middle: what all of them cost together is their budget
                amount = held.packets.budget // max(1, held.count) if held.packets is not None else 0
                return self._happening(kind, wall, member, ref=wheel.id, part=prize, amount=amount)
            case HappeningKind.SWEPT:
                return self._happening(kind, wall, member, channel="hq")
            case _:
                return self._about(kind, wall, member)

    def _about(self, kind: HappeningKind, wall: int, member: str) -> Happening:
        """Happenings that name a thing of the campaign: one that some rule waits for."""
        rules = [when for trigger, found in self._refs.items() if kind in KINDS[trigger] for when in found if when.ref]
        if not rules:
            return self._happening(kind, wall, member)
        when = self._rng.choice(rules)
        value = when.points or self._rng.randrange(1, 6)
        paid = 100_00 if kind is HappeningKind.DEPOSIT_PAID else 0
        channel = "event" if kind is HappeningKind.ATTENDED else "checkout"
        return self._happening(
            kind, wall, member, ref=when.ref or "", part=when.part or "", value=value, amount=paid, channel=channel
        )

    def _purchase(self, wall: int, member: str) -> Happening:
        rng = self._rng
        basket: dict[str, Item] = {}
        sums: dict[str, int] = {}
        amount = 0
        for _ in range(rng.choice(_LINES)):
            item = rng.choice(self._named if self._named and rng.random() < 0.4 else self._others or self._named)
            if item.sku not in basket:
                pieces = rng.choice(_PIECES)
                basket[item.sku] = item._replace(pieces=pieces)
                amount += pieces * item.price
                if item.category:
                    sums[item.category] = sums.get(item.category, 0) + pieces * item.price
        pay = rng.choice(self._pays) if len(self._pays) > 1 else ""
        detail: dict[str, Any] = {PAY: pay} if pay else {}
        if self._goods is not NO_GOODS:
            detail |= self._goods.said(tuple(sums), tuple(basket.values()))
        sharer = self._somebody() if self._refs[Trigger.SHARE_BOUGHT] and rng.random() < 0.08 else ""
        happening = self._happening(
            HappeningKind.PURCHASED,
            wall,
            member,
            amount=amount,
            categories=tuple(sums.items()),
            items=tuple(basket.values()),
            channel=self._channels[0] if len(self._channels) == 1 else rng.choice(self._channels),
            detail=detail,
            txn=f"x{self._seq + 1}",
            other="" if sharer == member else sharer,
        )
        self._sales.append(happening)
        return happening

    def _somebody(self) -> str:
        return self._joined[int(len(self._joined) * self._rng.random() ** 2)]

    def _happening(self, kind: HappeningKind, wall: int, member: str, **fields: object) -> Happening:
        self._seq += 1
        at = (wall - _EPOCH) * _MS
        store = self._stores[self._seq % len(self._stores)]
        self._stamp = tick(self._stamp, at)
        happening = Happening(
            f"{store}/1/{self._seq}",
            kind,
            (self._stamp, store, 1, self._seq, 0),
            at,
            wall,
            store,
            store,
            f"clerk{self._seq % 5}",
            "checkout",
            member,
        )
        return happening._replace(**fields)  # type: ignore[arg-type]
