"""Leases of wheels as a person at HQ sees them: which are out, which are missing, and of which something does not
hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import func, select

from kiosk.hq.draws import stock
from kiosk.hq.draws.leases import OPEN, State
from kiosk.hq.draws.stock import PrizeStock
from kiosk.hq.draws.told_tables import wheel_closing, wheel_opened, wheel_spin
from kiosk.hq.draws.wheel_tables import wheel_lease, wheel_stock
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import device

MISSING = "missing"
"""What is said in place of the state of a lease that is open though its time was over long ago, or its terminal is out
of service: a tape that nobody closed."""
_OUT_OF_SERVICE = "revoked"
_TO_SEE_TO = frozenset({MISSING, State.FAULTY.value, State.LOST.value})


@dataclass(frozen=True, slots=True)
class LeaseSeen:
    """`state`: of `leases.State`, or missing. `slots`: of its tape; `told`: spins that HQ was told of; `shown`: of
    those, at how many the wheel has stopped. `out`, `won`: by code, what it holds of the stock and what of it is won.
    `faults`: stable codes of what does not hold. Times in ms."""

    lease: str
    store: str
    device: str
    campaign: str
    wheel: str
    seq: int
    state: str
    slots: int
    told: int
    shown: int
    out: Mapping[str, int]
    won: Mapping[str, int]
    issued_at: int
    valid_to: int
    opened_at: int | None
    closed_at: int | None
    why: str
    faults: tuple[str, ...]
    decided_by: str

    @property
    def to_see_to(self) -> bool:
        """Somebody has to find out."""
        return self.state in _TO_SEE_TO or (bool(self.faults) and self.state != State.RETURNED)


@dataclass(frozen=True, slots=True)
class WheelSeen:
    """A wheel's prizes. For each: whole = won + what open leases hold + what is in the reserve."""

    campaign: str
    wheel: str
    prizes: tuple[PrizeStock, ...]


def leases(tx: Tx, now: int, missing_after: int) -> list[LeaseSeen]:
    """All of them, the newest first. `missing_after`: ms after its time."""
    revoked = set(tx.execute(select(device.c.device).where(device.c.state == _OUT_OF_SERVICE)).scalars())
    opened = {row.lease: row.at for row in tx.execute(select(wheel_opened))}
    closings = {(row.store, row.device, row.lease): row.why for row in tx.execute(select(wheel_closing))}
    told = _spins(tx)
    found = []
    for row in tx.execute(select(wheel_lease).order_by(wheel_lease.c.issued_at.desc(), wheel_lease.c.lease)).all():
        state, is_open = row.state, row.state in OPEN
        if is_open and (row.device in revoked or row.valid_to + missing_after < now):
            state = MISSING
        spins = told.get(row.lease, Counter())
        faults = list(msgspec.json.decode(row.faults, type=list[str]))
        if is_open and any(count > 1 for count in spins.values()):
            faults.append("twice")  # known before it is closed
        counts = msgspec.json.decode(row.body, type=_Body).counts
        found.append(
            LeaseSeen(
                row.lease,
                row.store,
                row.device,
                row.campaign,
                row.wheel,
                row.seq,
                state,
                sum(one.n for one in counts),
                spins.total(),
                len(spins),
                stock.counts(row.out),
                stock.counts(row.won),
                row.issued_at,
                row.valid_to,
                opened.get(row.lease),
                row.closed_at,
                closings.get((row.store, row.device, row.lease), ""),
                tuple(faults),
                row.decided_by,
            )
        )
    return found


class _Count(msgspec.Struct):
    n: int


class _Body(msgspec.Struct):
    counts: list[_Count]


def _spins(tx: Tx) -> dict[str, Counter[int]]:
    query = select(wheel_spin.c.lease, wheel_spin.c.j, func.count()).group_by(wheel_spin.c.lease, wheel_spin.c.j)
    found: dict[str, Counter[int]] = {}
    for lease, j, count in tx.execute(query):
        found.setdefault(lease, Counter())[j] = count
    return found


def wheels(tx: Tx) -> list[WheelSeen]:
    """All wheels of all campaigns that HQ has published."""
    query = select(wheel_stock.c.campaign, wheel_stock.c.wheel).distinct()
    names = tx.execute(query.order_by(wheel_stock.c.campaign, wheel_stock.c.wheel)).all()
    return [WheelSeen(name, wheel, tuple(stock.stock(tx, name, wheel).values())) for name, wheel in names]


def missing(tx: Tx, now: int, missing_after: int) -> int:
    """How many leases a person has to see to."""
    return sum(one.to_see_to for one in leases(tx, now, missing_after))
