"""What HQ knows of terminals: who calls, how far their journals are held, how they do."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, bindparam, func, literal_column, select

from kiosk.domain.journal.kinds import PROGRAM_RESTARTED
from kiosk.hq.context import Caller, Context
from kiosk.hq.reply import Reply, problem
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import chain, device, fact, session, undo

ACTIVE, QUARANTINED, REVOKED = "active", "quarantined", "revoked"
COPIED, HELD = "copied", "held"
"""Two machines are one terminal; it was set back too often: a person has to decide."""


@dataclass(frozen=True, slots=True)
class TerminalSeen:
    """A terminal as HQ sees it. `acked`: the last seq of its current epoch."""

    device: str
    name: str
    store: str
    state: str
    epoch: int
    acked: int
    seen_at: int | None
    waits_since: int | None = None
    """Copied or held since then: a person has to decide."""
    undone: int = 0
    """So many journal entries of it a person has undone."""
    ahead_at: int | None = None
    """The latest time it stamped anything with that lay far before HQ's clock, ms since 1970."""
    restarts: int = 0
    """So often its program died or hung and was started again, within the last week."""
    restarted_at: int | None = None
    """The last time of those."""


def digest(secret: str) -> str:
    """How a code or a session's token is stored."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def bearer(authorization: str | None) -> str | None:
    """The token of `Authorization: Bearer …`."""
    scheme, _, token = (authorization or "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


_BEHIND = (  # made once: it takes longer than to look it up, and every request begins with it
    select(device.c.store, device.c.device, device.c.epoch, device.c.state)
    .add_columns(session.c.expires_at, session.c.instance)
    .join(session, (session.c.store == device.c.store) & (session.c.device == device.c.device))
    .where(session.c.token == bindparam("token"))
)


def caller_of(context: Context, tx: Tx, authorization: str | None) -> Caller | Reply:
    """The device behind `Authorization: Bearer …`, looked up afresh with every request: a revocation holds at once."""
    now = context.clock.now_ms()
    token = bearer(authorization)
    if token is None:
        return problem(401, "no_session", "open a session first", now)
    row = tx.execute(_BEHIND, {"token": digest(token)}).first()
    if row is not None and row.state == REVOKED:
        return problem(403, "revoked", "this terminal was taken out of service", now)
    if row is None or row.expires_at <= now:
        return problem(401, "session_expired", "open a new session", now)
    return Caller(row.store, row.device, row.epoch, row.state, row.instance or "")


def held(tx: Tx, caller: Caller, *, lock: bool = False) -> tuple[int, bytes]:
    """The last seq HQ holds of the caller's epoch, and the chain's hash there."""
    query = select(chain.c.last_seq, chain.c.last_hash).where(
        chain.c.store == caller.store, chain.c.device == caller.device, chain.c.epoch == caller.epoch
    )
    seq, digest = tx.execute(query.with_for_update() if lock else query).one()
    return int(seq), bytes(digest)


def device_row(tx: Tx, device_id: str, *, lock: bool = False) -> Row[Any] | None:
    """A terminal, in or out of service. `lock`: nobody changes it before the transaction ends."""
    query = select(device).where(device.c.device == device_id)
    return tx.execute(query.with_for_update() if lock else query).first()  # type: ignore[no-any-return]


def others_in_service(tx: Tx, store: str, device_id: str) -> int:
    """How many other terminals its store has."""
    query = select(func.count()).where(device.c.store == store, device.c.device != device_id, device.c.state == ACTIVE)
    return int(tx.execute(query).scalar_one())


_WEEK_MS = 7 * 24 * 3_600_000
_OFTEN, _LATELY_MS = 3, 3_600_000


def terminals(tx: Tx, now: int) -> list[TerminalSeen]:
    """All terminals ever enrolled. `now`: ms since 1970."""
    same = (chain.c.store == device.c.store) & (chain.c.device == device.c.device) & (chain.c.epoch == device.c.epoch)
    query = select(
        device.c.device,
        device.c.name,
        device.c.store,
        device.c.state,
        device.c.epoch,
        chain.c.last_seq,
        device.c.seen_at,
        device.c.waits_since,
        func.coalesce(undo.c.facts, 0),
        device.c.ahead_at,
    ).join(chain, same)
    query = query.join(undo, (undo.c.store == device.c.store) & (undo.c.device == device.c.device), isouter=True)
    seen = [TerminalSeen(*row) for row in tx.execute(query.order_by(device.c.store, device.c.number))]
    again = restarts(tx, now - _WEEK_MS)
    return [
        replace(one, restarts=again[one.device][0], restarted_at=again[one.device][1]) if one.device in again else one
        for one in seen
    ]


def restarts(tx: Tx, since: int) -> dict[str, tuple[int, int]]:
    """How often programs were started again since then, and when last, by device. What a terminal carried into another
    epoch is one restart: it has one time."""
    query = (
        select(fact.c.device, func.count(func.distinct(fact.c.at)), func.max(fact.c.at))
        .where(fact.c.kind == literal_column(f"'{PROGRAM_RESTARTED}'"), fact.c.at >= since)
        .group_by(fact.c.device)
    )
    return {str(name): (int(count), int(last)) for name, count, last in tx.execute(query)}


def restarting(tx: Tx, now: int) -> int:
    """How many terminals do not get on: started again three times and more within the last hour."""
    return sum(count >= _OFTEN for count, _ in restarts(tx, now - _LATELY_MS).values())


def facts(tx: Tx, device_id: str, epoch: int) -> list[bytes]:
    """A journal's facts, as stored."""
    query = select(fact.c.raw).where(fact.c.device == device_id, fact.c.epoch == epoch).order_by(fact.c.seq)
    return [bytes(raw) for raw in tx.execute(query).scalars()]
