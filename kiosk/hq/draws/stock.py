"""What there is of each wheel's prizes. For every prize holds, whatever happens: what is in no lease (`left`) and what
is out by leases, won or still to be won, make up the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import select

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.draws.wheel_stock import stock_of
from kiosk.hq.draws.told_tables import wheel_spin
from kiosk.hq.draws.wheel_tables import wheel_lease, wheel_stock
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import PrizeLeft, WheelRow

WHEELS = Bucket(CHAIN, "wheels")


@dataclass(frozen=True, slots=True)
class PrizeStock:
    """Of one prize: `whole` = `left` + what is out; `won`: of what is out, as far as HQ was told."""

    code: str
    whole: int
    left: int
    won: int


def lock_of(campaign: str, wheel: str) -> str:
    """The lock of whoever moves prizes of a wheel (`Tx.hold`)."""
    return f"wheel/{campaign}/{wheel}"


def offer(tx: Tx, campaign: Campaign, now: int) -> None:
    """A new edition: the prizes of its wheels are there from now on; of those that were there before, the difference.
    What an edition does not have any more can go into no further lease."""
    wheels = {wheel.id: stock_of(campaign, wheel) for wheel in campaign.wheels}
    mine = (wheel_stock.c.store == CHAIN) & (wheel_stock.c.campaign == campaign.id)
    known = {row.wheel for row in tx.execute(select(wheel_stock.c.wheel).where(mine))}
    tx.hold([lock_of(campaign.id, wheel) for wheel in sorted({*wheels, *known})])
    before = {(row.wheel, row.code): row for row in tx.execute(select(wheel_stock).where(mine)).all()}
    rows = []
    for wheel in sorted({*wheels, *known}):
        wholes = wheels.get(wheel, {})
        gone = [code for name, code in before if name == wheel and code not in wholes]
        for place, code in enumerate((*wholes, *sorted(gone))):
            was, whole = before.get((wheel, code)), wholes.get(code, 0)
            left = whole if was is None else was.left + whole - was.whole
            where = {"store": CHAIN, "campaign": campaign.id, "wheel": wheel, "code": code, "place": place}
            rows.append({**where, "whole": whole, "left": left, "won": 0 if was is None else was.won})
    tx.upsert(wheel_stock, rows)
    for wheel in sorted({*wheels, *known}):
        tell(tx, campaign.id, wheel, now)


def stock(tx: Tx, campaign: str, wheel: str) -> dict[str, PrizeStock]:
    """By code, in the campaign's order."""
    mine = (wheel_stock.c.store == CHAIN) & (wheel_stock.c.campaign == campaign) & (wheel_stock.c.wheel == wheel)
    rows = tx.execute(select(wheel_stock).where(mine).order_by(wheel_stock.c.place, wheel_stock.c.code))
    return {row.code: PrizeStock(row.code, row.whole, row.left, row.won) for row in rows}


def move(tx: Tx, campaign: str, wheel: str, out: Mapping[str, int], won: Mapping[str, int]) -> None:
    """So much more (below zero: less) is out by leases, and of it so much is won. Codes that the wheel never had are
    passed over."""
    changes = []
    for code, one in stock(tx, campaign, wheel).items():
        if out.get(code, 0) or won.get(code, 0):
            where = {"store": CHAIN, "campaign": campaign, "wheel": wheel, "code": code, "place": 0, "whole": one.whole}
            changes.append({**where, "left": one.left - out.get(code, 0), "won": one.won + won.get(code, 0)})
    for row in changes:
        mine = (wheel_stock.c.store == CHAIN) & (wheel_stock.c.campaign == campaign) & (wheel_stock.c.wheel == wheel)
        said = {"left": row["left"], "won": row["won"]}
        tx.execute(wheel_stock.update().where(mine, wheel_stock.c.code == row["code"]).values(said))


def tell(tx: Tx, campaign: str, wheel: str, now: int) -> None:
    """Every terminal is told what is left to be won."""
    prizes = tuple(PrizeLeft(one.code, one.whole, one.whole - one.won) for one in stock(tx, campaign, wheel).values())
    publish(tx, [RowChange(WHEELS, f"{campaign}/{wheel}", WheelRow(campaign, wheel, prizes))], now)


def counts(text: str) -> dict[str, int]:
    """Counts by code, as they are kept."""
    return msgspec.json.decode(text, type=dict[str, int])


def kept(numbers: Mapping[str, int]) -> str:
    """The same to keep; without zeros, so that equal counts are equal texts."""
    return msgspec.json.encode({code: numbers[code] for code in sorted(numbers) if numbers[code]}).decode()


def won_by(tx: Tx, leases: Iterable[str]) -> dict[str, Counter[str]]:
    """Spins that HQ was told of, by lease and code."""
    found: dict[str, Counter[str]] = {}
    names = sorted(set(leases))
    for start in range(0, len(names), 500):
        piece = names[start : start + 500]
        query = select(wheel_spin.c.lease, wheel_spin.c.code).where(wheel_spin.c.lease.in_(piece))
        for name, code in tx.execute(query):
            found.setdefault(name, Counter())[code] += 1
    return found


def out_of_balance(tx: Tx) -> list[str]:
    """Prizes for which what is left and what is out do not make up the whole, or of which another number is won than
    the leases say; leases of which another number is won than spins were told: none."""
    out: Counter[tuple[str, str, str]] = Counter()
    won: Counter[tuple[str, str, str]] = Counter()
    rows = tx.execute(select(wheel_lease)).all()
    spins = won_by(tx, [row.lease for row in rows])
    wrong = []
    for row in rows:
        for code, count in counts(row.out).items():
            out[row.campaign, row.wheel, code] += count
        for code, count in counts(row.won).items():
            won[row.campaign, row.wheel, code] += count
        if counts(row.won) != spins.get(row.lease, {}):
            wrong.append(row.lease)
    for row in tx.execute(select(wheel_stock)).all():
        prize = (row.campaign, row.wheel, row.code)
        if row.left + out[prize] != row.whole or row.won != won[prize]:
            wrong.append("/".join(prize))
    return sorted(wrong)
