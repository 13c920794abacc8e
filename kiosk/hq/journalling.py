"""HQ's own journal: what happens at HQ (registrations by phone, draws, the daily look at every member) and rewards that
no terminal could decide. It is a chain like a terminal's, of the device "hq" in no store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from kiosk.domain.facts import ProjectionError
from kiosk.domain.journal import hlc
from kiosk.domain.journal.facts import Fact, encode, genesis, link
from kiosk.hq.context import Context
from kiosk.hq.journal.reading import read_fact
from kiosk.hq.leases.commands import HQ_ITSELF as HERE
from kiosk.hq.projections.live import project
from kiosk.hq.projections.projection import store_lock
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, chain, fact, published

ACTOR = "system"
MOST_AHEAD_MS = 5 * 60_000
"""How far a terminal's stamp may lie before HQ's clock and still move HQ's stamps. A clock that is further off is said
(sync.md, "Clocks"), and what it stamped is answered by stamps of a kind of their own."""
_AHEAD = 1 << (hlc.COUNTER_BITS - 1)


def append(context: Context, tx: Tx, kind: str, body: Mapping[str, Any], *, after: int = 0) -> Fact:
    """Journal a fact at HQ, and do with it what is done with facts of terminals. `after`: a stamp before it. Raises
    ProjectionError on a body that does not fit the kind."""
    tx.hold([store_lock(CHAIN)])
    now = context.clock.now_ms()
    start = {"store": HERE.store, "device": HERE.device, "epoch": HERE.epoch, "began_at": now}
    tx.insert_new(chain, [{**start, "last_seq": 0, "last_hash": genesis(HERE.device, HERE.epoch)}])
    mine = (chain.c.store == CHAIN) & (chain.c.device == HERE.device) & (chain.c.epoch == HERE.epoch)
    seq, previous = tx.execute(select(chain.c.last_seq, chain.c.last_hash).where(mine)).one()
    stamp = _stamp(tx, after, now)
    made = Fact(
        HERE.epoch,
        seq + 1,
        kind,
        stamp,
        now,
        0,
        context.clock.boot_id(),
        context.clock.mono_ms(),
        ACTOR,
        dict(body),
    )
    raw = encode(made)
    read = read_fact(made.epoch, made.seq, raw)
    if isinstance(read, str):
        raise ProjectionError(f"{kind}: {read}")
    digest = link(bytes(previous), made.seq, raw)
    row = {
        "store": CHAIN,
        "device": HERE.device,
        "epoch": HERE.epoch,
        "seq": made.seq,
        "raw": raw,
        "hash": digest,
    }
    tx.insert_new(fact, [{**row, "kind": kind, "hlc": stamp, "at": now, "received_at": now}])
    tx.execute(update(chain).where(mine).values(last_seq=made.seq, last_hash=digest))
    project(context, tx, HERE, [read], now)
    return made


def _stamp(tx: Tx, after: int, now: int) -> int:
    """The stamp of HQ's next fact, after `after`. What a terminal stamped far in the future is answered after that, and
    leaves HQ's clock where it is: else one wrong or hostile clock would have HQ's word come after everybody's, for
    ever."""
    near = (now + MOST_AHEAD_MS) << hlc.COUNTER_BITS
    if after >= near:
        # of those that answer such a stamp each has one of its own, in the upper half of a millisecond
        return hlc.tick(max(_last(tx, fact.c.hlc >= near), after), now) | _AHEAD
    stamp = hlc.tick(max(_last(tx, fact.c.hlc < near), after), now)
    while _answered_ahead(tx, stamp):  # HQ's clock comes by there at last
        stamp = hlc.tick(stamp, now)
    return stamp


def _last(tx: Tx, which: Any) -> int:
    """The stamp of HQ's last fact of these."""
    mine = (fact.c.store == CHAIN) & (fact.c.device == HERE.device) & (fact.c.epoch == HERE.epoch)
    query = select(fact.c.hlc).where(mine, which).order_by(fact.c.seq.desc()).limit(1)
    return int(tx.execute(query).scalar() or 0)


def _answered_ahead(tx: Tx, stamp: int) -> bool:
    """Whether HQ has told something under this stamp: it answered what a terminal had stamped so."""
    if not stamp & _AHEAD:
        return False
    told = (published.c.subject == "events") & (published.c.id == f"{HERE.device}/{stamp:x}")
    return tx.execute(select(published.c.rev).where(told)).first() is not None
