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
from kiosk.hq.store.schema import CHAIN, chain, fact

ACTOR = "system"


def append(context: Context, tx: Tx, kind: str, body: Mapping[str, Any], *, after: int = 0) -> Fact:
    """Journal a fact at HQ, and do with it what is done with facts of terminals. `after`: a stamp before it. Raises
    ProjectionError on a body that does not fit the kind."""
    tx.hold([store_lock(CHAIN)])
    now = context.clock.now_ms()
    start = {"store": HERE.store, "device": HERE.device, "epoch": HERE.epoch, "began_at": now}
    tx.insert_new(chain, [{**start, "last_seq": 0, "last_hash": genesis(HERE.device, HERE.epoch)}])
    mine = (chain.c.store == CHAIN) & (chain.c.device == HERE.device) & (chain.c.epoch == HERE.epoch)
    seq, previous = tx.execute(select(chain.c.last_seq, chain.c.last_hash).where(mine)).one()
    last = tx.execute(
        select(fact.c.hlc).where(
            fact.c.store == CHAIN, fact.c.device == HERE.device, fact.c.epoch == HERE.epoch, fact.c.seq == seq
        )
    ).scalar()
    stamp = hlc.tick(max(int(last or 0), after), now)
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
