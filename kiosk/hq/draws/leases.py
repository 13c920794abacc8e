"""What becomes of a wheel's lease: opened, spun, closed, lost. What it holds of the stock follows from its state and
from what terminals told, so that whatever arrives twice, or in whatever order, changes nothing.

- until it is closed, all that it was given is out;
- closed, and everything holds: what the taken slots gave; the rest is in the reserve again;
- closed, and something does not hold, or nobody knows what was spun (a restored ledger, a lost terminal): all of it
  stays out until a person has it returned; then only what was told as won is out;
- never opened, and its terminal began anew: nothing was ever spun, and all of it is back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Row, select, update

from kiosk.domain.draws.closing import Closing, Fault, Opening, Verdict, judged
from kiosk.domain.draws.wheel import Lease, lease_of
from kiosk.hq.draws import beacons, stock
from kiosk.hq.draws.told_tables import wheel_closing, wheel_opened, wheel_spin
from kiosk.hq.draws.wheel_tables import wheel_lease
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, chunks, publish
from kiosk.hq.store.database import Tx
from kiosk.protocol.rows import WheelLeaseRow

RESTORED = "restored"
"""Why a lease is closed of which nobody knows what was spun."""


class State(StrEnum):
    """Of a lease."""

    GRANTED = "granted"
    OPENED = "opened"
    CLOSING = "closing"
    """Closed by its terminal; HQ has not got the beacon's round, and cannot judge it."""
    CLOSED = "closed"
    FAULTY = "faulty"
    LOST = "lost"
    """Nobody knows what was spun of it."""
    RETURNED = "returned"
    """What was not told as won is back in the reserve, by a person's word, or since it was never opened."""


OPEN = (State.GRANTED, State.OPENED, State.CLOSING)
"""The terminal may still have spins of it, or HQ has still to judge it."""


def rows_of(tx: Tx, leases: Iterable[str]) -> dict[str, Row[Any]]:
    """HQ's record of leases, by id."""
    found: dict[str, Row[Any]] = {}
    for names in chunks(sorted(set(leases))):
        found |= {row.lease: row for row in tx.execute(select(wheel_lease).where(wheel_lease.c.lease.in_(names)))}
    return found


def body_of(row: Row[Any]) -> Lease:
    """The lease as it was signed."""
    return lease_of(msgspec.json.decode(row.body))


def settle(tx: Tx, leases: Iterable[str], now: int, *, anew: bool = False) -> None:
    """Bring leases' state, and what they hold of the stock, to what facts say. `anew`: facts do not count any more, and
    a closing may be one of them."""
    rows = rows_of(tx, leases)
    tx.hold(sorted({stock.lock_of(row.campaign, row.wheel) for row in rows.values()}))
    rows = rows_of(tx, rows)
    won = stock.won_by(tx, rows)
    moved = set()
    for name, row in sorted(rows.items()):
        if _settled(tx, row, won.get(name, Counter()), now, anew=anew):
            moved.add((row.campaign, row.wheel))
    for campaign, wheel in sorted(moved):
        stock.tell(tx, campaign, wheel, now)


def _settled(tx: Tx, row: Row[Any], won: Counter[str], now: int, *, anew: bool) -> bool:
    said: dict[str, Any] = {}
    state, given = State(row.state), stock.counts(row.given)
    opened = _own(tx, wheel_opened, row)
    if state is State.CLOSED and not anew:
        # what it gave back went to others: what comes after that is said, and counted by itself
        said = {"faults": msgspec.json.encode(_judged(tx, row, opened)[1].faults).decode()}
    elif state is not State.RETURNED:
        state, verdict = _judged(tx, row, opened)
        given = dict(verdict.given)
        said = {"faults": msgspec.json.encode(verdict.faults).decode(), "given": stock.kept(given)}
        said["closed_at"] = None if state in (State.GRANTED, State.OPENED) else row.closed_at or now
    out = _out(state, body_of(row), given, won)
    was_out, was_won = stock.counts(row.out), stock.counts(row.won)
    said |= {"state": state.value, "out": stock.kept(out), "won": stock.kept(won)}
    _put(tx, row, **said)
    _publish(tx, row, state, opened, now)
    more_out, more_won = _less(out, was_out), _less(won, was_won)
    stock.move(tx, row.campaign, row.wheel, more_out, more_won)
    return any(more_out.values()) or any(more_won.values())


def _judged(tx: Tx, row: Row[Any], opened: Row[Any] | None) -> tuple[State, Verdict]:
    closing = _own(tx, wheel_closing, row)
    if closing is None:
        return (State.GRANTED if opened is None else State.OPENED), Verdict()
    signature = beacons.signature(tx, row.chain, row.round)
    if opened is None and not closing.used and not _spins(tx, row):
        return State.CLOSED, Verdict()  # never opened: there is no tape, and nothing to make again
    if signature is None:
        return State.CLOSING, Verdict()
    opening = None if opened is None else Opening(opened.root, opened.size)
    verdict = judged(body_of(row), opening, Closing(closing.nt, closing.used), signature, _spins(tx, row))
    if closing.why == RESTORED:
        # what was spun since the backup and never told is known to nobody: gaps are what is to be expected
        serious = tuple(one for one in verdict.faults if one not in (Fault.GAP, Fault.BEYOND))
        return State.LOST, Verdict(serious)
    return (State.FAULTY if verdict.faults else State.CLOSED), verdict


def _out(state: State, lease: Lease, given: dict[str, int], won: Counter[str]) -> dict[str, int]:
    if state is State.CLOSED:
        held = given
    elif state is State.RETURNED:
        held = {}
    else:
        held = {prize.code: prize.n for prize in lease.counts}
    # more than it had was won: it is gone all the same
    return {code: max(held.get(code, 0), won[code]) for code in {*held, *won}}


def _less(these: dict[str, int] | Counter[str], those: dict[str, int]) -> dict[str, int]:
    return {code: these.get(code, 0) - those.get(code, 0) for code in {*these, *those}}


def _own(tx: Tx, table: Any, row: Row[Any]) -> Row[Any] | None:
    """What the lease's own terminal said first."""
    mine = (table.c.lease == row.lease) & (table.c.store == row.store) & (table.c.device == row.device)
    found: Row[Any] | None = tx.execute(select(table).where(mine)).one_or_none()
    return found


def _spins(tx: Tx, row: Row[Any]) -> list[tuple[int, str]]:
    query = select(wheel_spin.c.j, wheel_spin.c.code).where(wheel_spin.c.lease == row.lease)
    return [(spin.j, spin.code) for spin in tx.execute(query.order_by(wheel_spin.c.j, wheel_spin.c.hlc))]


def _put(tx: Tx, row: Row[Any], **said: Any) -> None:
    mine = (wheel_lease.c.store == row.store) & (wheel_lease.c.device == row.device)
    tx.execute(update(wheel_lease).where(mine, wheel_lease.c.lease == row.lease).values(said))


def _publish(tx: Tx, row: Row[Any], state: State, opened: Row[Any] | None, now: int) -> None:
    root, signed = ("", "") if opened is None else (opened.root, opened.root_signature)
    told = WheelLeaseRow(
        row.lease, row.device, row.campaign, row.wheel, row.body, row.key_id, row.signature, root, signed, state.value
    )
    publish(tx, [RowChange(Bucket(row.store, "wheel_leases"), row.lease, told)], now)


def round_is_here(tx: Tx, chain: str, number: int, now: int) -> None:
    """Closings that waited for this round can be judged."""
    waits = (wheel_lease.c.chain == chain) & (wheel_lease.c.round == number)
    query = select(wheel_lease.c.lease).where(waits, wheel_lease.c.state == State.CLOSING.value)
    settle(tx, tx.execute(query).scalars().all(), now)


# -- by people, and by what becomes of terminals ----------------------------------------------------------------------


def give_back(tx: Tx, lease: str, by: str, now: int) -> bool:
    """A person says that nobody will come with a win of this lease that HQ does not know of: what was not told as won
    is in the reserve again. False when there is no such lease, or it holds nothing back (any more)."""
    row = rows_of(tx, [lease]).get(lease)
    if row is None or State(row.state) in (State.CLOSED, State.RETURNED):
        return False
    _returned(tx, row, by, now)
    return True


def began_anew(tx: Tx, store: str, device: str, now: int) -> None:
    """A terminal begins a new epoch, or is out of service: leases that it never opened at HQ were never spun, since a
    root is published before the first spin."""
    mine = (wheel_lease.c.store == store) & (wheel_lease.c.device == device)
    granted = mine & (wheel_lease.c.state == State.GRANTED.value)
    for row in tx.execute(select(wheel_lease).where(granted).order_by(wheel_lease.c.lease)).all():
        _returned(tx, row, "", now)


def _returned(tx: Tx, row: Row[Any], by: str, now: int) -> None:
    tx.hold([stock.lock_of(row.campaign, row.wheel)])
    _put(tx, row, state=State.RETURNED.value, decided_by=by, closed_at=row.closed_at or now)
    settle(tx, [row.lease], now)
