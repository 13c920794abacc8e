"""Made-up customers, for rehearsals: what might happen in the stores while a campaign runs.

Not a forecast. The mix is that of a busy store (somewhat more than a third purchases), most amounts are small, some
customers come often and most seldom, a tenth have slept for more than six months. The same seed gives the same story.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from kiosk.domain.campaigns.conditions import KINDS
from kiosk.domain.campaigns.happenings import Event, EventKind
from kiosk.domain.campaigns.localtime import DAY, minutes
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.journal.hlc import tick

HISTORY_DAYS = 240
"""Days before the campaign in which customers already bought, so that segments mean something."""

_MIX: dict[EventKind, int] = {
    EventKind.PURCHASED: 38,
    EventKind.SEEN: 16,
    EventKind.CHECKED_IN: 20,
    EventKind.REGISTERED: 5,
    EventKind.TASK_DONE: 4,
    EventKind.SURVEY_ANSWERED: 2,
    EventKind.SPUN: 8,
    EventKind.POINTS_SPENT: 3,
    EventKind.SIGNED_UP: 1,
    EventKind.ATTENDED: 1,
    EventKind.VOTED: 2,
    EventKind.DEPOSIT_PAID: 1,
    EventKind.PARTNER_CODE: 1,
    EventKind.SWEPT: 4,
    EventKind.SALE_VOIDED: 1,
    EventKind.RETURNED: 1,
}
_MS = 60_000
_EPOCH = 719_163 * DAY
_STORES = ("s1", "s2", "s3")


def synthetic(campaign: Campaign, count: int, seed: int = 1) -> Iterator[Event]:
    """About `count` events in order, from before the campaign to its end. The stores' wall clock is UTC's."""
    return _Story(campaign, count, random.Random(seed)).tell()


class _Story:
    def __init__(self, campaign: Campaign, count: int, rng: random.Random) -> None:
        self._campaign, self._count, self._rng = campaign, count, rng
        self._seq = self._stamp = 0
        self._joined: list[str] = []
        self._sales: list[Event] = []
        self._refs = {
            trigger: [rule.when for rule in campaign.rules if rule.when.event is trigger] for trigger in Trigger
        }
        self._kinds = [kind for kind in _MIX if self._happens(kind)]
        self._weights = [_MIX[kind] for kind in self._kinds]
        self._tapes = {wheel.id: self._tape(wheel.id) for wheel in campaign.wheels}
        wanted = {
            name for rule in campaign.rules if rule.if_.categories is not None for name in rule.if_.categories.any
        }
        self._categories = sorted(wanted | {"beauty", "home", "snacks", "drinks"})

    def tell(self) -> Iterator[Event]:
        start, end = minutes(self._campaign.starts) // DAY, minutes(self._campaign.ends) // DAY
        people = max(20, self._count // 25)
        before = max(people, self._count // 5)
        yield from self._people(people, start - HISTORY_DAYS)
        for day, kinds in self._days(start - HISTORY_DAYS, start, before - people, [EventKind.PURCHASED], [1]):
            yield from self._one(day, kinds)
        for day, kinds in self._days(start, max(start + 1, end), self._count - before, self._kinds, self._weights):
            yield from self._one(day, kinds)

    def _happens(self, kind: EventKind) -> bool:
        always = {EventKind.PURCHASED, EventKind.REGISTERED, EventKind.SALE_VOIDED, EventKind.RETURNED}
        return kind in always or any(kind in KINDS[trigger] for trigger, rules in self._refs.items() if rules)

    def _tape(self, wheel_id: str) -> list[str]:
        wheel = next(one for one in self._campaign.wheels if one.id == wheel_id)
        tape = [prize.code for prize in wheel.prizes for _ in range(min(prize.count, 100_000))]
        self._rng.shuffle(tape)
        return tape

    def _people(self, count: int, day: int) -> Iterator[Event]:
        for index in range(count):
            name = f"m{index}"
            self._joined.append(name)
            # a handful buy often: few ids are drawn much more than others
            tier = self._rng.choices(("basic", "silver", "gold", "platinum"), (70, 18, 9, 3))[0]
            birthday = f"{self._rng.randrange(1, 13):02}-{self._rng.randrange(1, 29):02}"
            yield self._event(
                EventKind.MEMBER_KNOWN,
                day * DAY,
                name,
                detail={
                    "joined_day": day - self._rng.randrange(400),
                    "tier": tier,
                    "birthday": birthday,
                    "household": f"h{index * 9 // 10}",
                    "points": self._rng.randrange(600),
                },
            )

    def _days(
        self, first: int, last: int, count: int, kinds: list[EventKind], weights: list[int]
    ) -> Iterator[tuple[int, list[tuple[int, EventKind]]]]:
        days = range(first, last)
        for index, day in enumerate(days):
            share = count * (index + 1) // len(days) - count * index // len(days)
            chosen = self._rng.choices(kinds, weights, k=share)
            yield day, sorted((self._rng.randrange(9 * 60, 22 * 60), kind) for kind in chosen)

    def _one(self, day: int, kinds: list[tuple[int, EventKind]]) -> Iterator[Event]:
        for minute, kind in kinds:
            event = self._made(kind, day * DAY + minute)
            if event is not None:
                yield event

    def _made(self, kind: EventKind, wall: int) -> Event | None:
        rng = self._rng
        member = self._somebody()
        match kind:
            case EventKind.PURCHASED:
                return self._purchase(wall, member)
            case EventKind.REGISTERED:
                member = f"m{len(self._joined)}"
                self._joined.append(member)
                referrer = self._somebody() if rng.random() < 0.5 else ""
                detail = {"household": f"h{len(self._joined)}"}
                return self._event(kind, wall, member, other="" if referrer == member else referrer, detail=detail)
            case EventKind.SALE_VOIDED | EventKind.RETURNED:
                if not self._sales:
                    return None
                sale = rng.choice(self._sales[-200:])
                return self._event(kind, wall, "", txn=sale.txn, amount=max(1, sale.amount // 3))
            case EventKind.SPUN:
                wheel = rng.choice(self._campaign.wheels)
                tape = self._tapes[wheel.id]
                return self._event(kind, wall, member, ref=wheel.id, part=tape.pop()) if tape else None
            case EventKind.SWEPT:
                return self._event(kind, wall, member, channel="hq")
            case _:
                return self._about(kind, wall, member)

    def _about(self, kind: EventKind, wall: int, member: str) -> Event:
        """Events that name a thing of the campaign: one that some rule waits for."""
        rules = [when for trigger, found in self._refs.items() if kind in KINDS[trigger] for when in found if when.ref]
        if not rules:
            return self._event(kind, wall, member)
        when = self._rng.choice(rules)
        value = when.points or self._rng.randrange(1, 6)
        paid = 100_00 if kind is EventKind.DEPOSIT_PAID else 0
        channel = "event" if kind is EventKind.ATTENDED else "checkout"
        return self._event(
            kind, wall, member, ref=when.ref or "", part=when.part or "", value=value, amount=paid, channel=channel
        )

    def _purchase(self, wall: int, member: str) -> Event:
        rng = self._rng
        amount = max(20, int(rng.lognormvariate(5.6, 0.9))) * 100
        first, second = rng.sample(self._categories, 2)
        part = amount * rng.randrange(11) // 10
        sharer = self._somebody() if self._refs[Trigger.SHARE_BOUGHT] and rng.random() < 0.08 else ""
        event = self._event(
            EventKind.PURCHASED,
            wall,
            member,
            amount=amount,
            categories=((first, part), (second, amount - part)),
            txn=f"x{self._seq + 1}",
            other="" if sharer == member else sharer,
        )
        self._sales.append(event)
        return event

    def _somebody(self) -> str:
        return self._joined[int(len(self._joined) * self._rng.random() ** 2)]

    def _event(self, kind: EventKind, wall: int, member: str, **fields: object) -> Event:
        self._seq += 1
        at = (wall - _EPOCH) * _MS
        store = _STORES[self._seq % len(_STORES)]
        self._stamp = tick(self._stamp, at)
        event = Event(
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
        return event._replace(**fields)  # type: ignore[arg-type]
