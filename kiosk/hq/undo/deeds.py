"""What a terminal did, by all it told: for people who decide whether that is to stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select, tuple_

from kiosk.domain.campaigns.facts import RewardsDecided
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.coupons.facts import CouponUsed
from kiosk.domain.journal.registry import MemberTouched
from kiosk.domain.sales.facts import SaleRecorded, SaleVoided
from kiosk.hq.context import Context
from kiosk.hq.journal.left_out import UNDONE
from kiosk.hq.journal.reading import ReadFact, read_fact
from kiosk.hq.store.schema import device, fact

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Deeds:
    """What HQ goes by, of what a terminal told; times in ms since 1970, money in minor units. `left_out`: entries of
    which nothing follows; `undone`: those of them that a person has undone. `first_told`, `last_told`: by HQ's clock;
    `first_at`, `last_at`: as the terminal says. `events`: what members did, or was done for them; `taken`: of stock,
    budgets, totals and members' points, by key."""

    device: str
    name: str
    store: str
    state: str
    facts: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    left_out: int = 0
    undone: int = 0
    first_told: int | None = None
    last_told: int | None = None
    first_at: int | None = None
    last_at: int | None = None
    members: tuple[str, ...] = ()
    events: int = 0
    sales: int = 0
    sold: int = 0
    voids: int = 0
    uses: int = 0
    used_value: int = 0
    coupons_given: int = 0
    coupons_taken_back: int = 0
    points_given: int = 0
    points_spent: int = 0
    taken: tuple[tuple[str, int], ...] = ()


def deeds_of(context: Context, device_id: str, since: int = 0) -> Deeds | None:
    """What a terminal told since then (by HQ's clock), page by page: others write meanwhile. None if there is no such
    terminal."""
    with context.database.read() as tx:
        found = tx.execute(select(device).where(device.c.device == device_id)).first()
    if found is None:
        return None
    count = _Count()
    for row in _told(context, device_id, since):
        count.add(row)
    return Deeds(device_id, found.name, found.store, found.state, **count.said())


def _told(context: Context, device_id: str, since: int) -> Iterator[Row[Any]]:
    at, rows = (0, 0), []
    mine = (fact.c.device == device_id) & (fact.c.received_at >= since)
    while True:
        with context.database.read() as tx:
            store = tx.execute(select(device.c.store).where(device.c.device == device_id)).scalar_one()
            query = select(fact).where(fact.c.store == store, mine, tuple_(fact.c.epoch, fact.c.seq) > tuple_(*at))
            rows = list(tx.execute(query.order_by(fact.c.epoch, fact.c.seq).limit(_PAGE)).all())
        yield from rows
        if len(rows) < _PAGE:
            return
        at = (rows[-1].epoch, rows[-1].seq)


class _Count:
    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.sums: Counter[str] = Counter()
        self.taken: Counter[str] = Counter()
        self.members: set[str] = set()
        self.told: list[int] = []
        self.at: list[int] = []

    def add(self, row: Row[Any]) -> None:
        if row.unread is not None:
            self.sums["left_out"] += 1
            self.sums["undone"] += row.unread == UNDONE
            return
        self.sums["facts"] += 1
        self.kinds[str(row.kind)] += 1
        self.told = [min([*self.told[:1], row.received_at]), max([*self.told[1:], row.received_at])]
        self.at = [min([*self.at[:1], row.at]), max([*self.at[1:], row.at])]
        read = read_fact(row.epoch, row.seq, bytes(row.raw))
        if isinstance(read, ReadFact):
            self._read(read)

    def _read(self, read: ReadFact) -> None:
        self.sums["events"] += read.happening is not None
        for change in read.changes:
            match change:
                case MemberTouched(member=member) if member:
                    self.members.add(member)
                case SaleRecorded(total=total):
                    self.sums["sales"] += 1
                    self.sums["sold"] += total
                case SaleVoided():
                    self.sums["voids"] += 1
                case CouponUsed(value=value):
                    self.sums["uses"] += 1
                    self.sums["used_value"] += value
                case _:
                    pass
        if isinstance(read.body, RewardsDecided):
            self._decided(read.body)

    def _decided(self, body: RewardsDecided) -> None:
        self.sums["coupons_given"] += len(body.coupons)
        self.sums["coupons_taken_back"] += len(body.coupons_back)
        for reward in body.rewards():
            if reward.kind is RewardKind.POINTS:
                self.sums["points_given" if reward.quantity > 0 else "points_spent"] += abs(reward.quantity)
        for key, quantity in body.takes:
            if "|" in key:
                self.taken[key.partition("|")[2]] += quantity

    def said(self) -> dict[str, Any]:
        taken = {key: quantity for key, quantity in self.taken.items() if quantity}
        return dict(self.sums) | {
            "kinds": tuple(sorted(self.kinds.items())),
            "first_told": self.told[0] if self.told else None,
            "last_told": self.told[1] if self.told else None,
            "first_at": self.at[0] if self.at else None,
            "last_at": self.at[1] if self.at else None,
            "members": tuple(sorted(self.members)),
            "taken": tuple(sorted(taken.items())),
        }
