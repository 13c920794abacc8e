"""`POST /v1/push`: a batch of facts, in one transaction (sync.md, "HQ's push, one transaction").

Facts are never refused for what they say: a body that HQ cannot read is kept, acknowledged and reported. Only a chain
that disagrees with what HQ holds is answered with 409.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import func, select, update

from kiosk.domain.journal import hlc
from kiosk.domain.journal.facts import HASH_BYTES, genesis, link
from kiosk.domain.journal.kinds import TERMINAL_STOPPED
from kiosk.hq.context import Caller, Context
from kiosk.hq.journal.reading import MAX_INT, ReadFact, read_fact
from kiosk.hq.journalling import MOST_AHEAD_MS
from kiosk.hq.projections.live import carry_out
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows.editions import any_published
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import chain, device, fact
from kiosk.hq.terminals import copies
from kiosk.hq.terminals.commands import new_code, plain
from kiosk.hq.terminals.queries import COPIED, HELD, QUARANTINED, REVOKED, held
from kiosk.protocol.wire.messages import Hints, PushAnswer, PushRefused, PushRequest, PushResult


def push(context: Context, tx: Tx, caller: Caller, request: PushRequest) -> Reply:
    """Take a batch of the caller's facts."""
    now = context.clock.now_ms()
    if request.device != caller.device:
        return problem(403, "other_device", "facts of another terminal", now)
    too_many = len(request.facts) > context.settings.push_facts
    too_large = len(request.facts) > 1 and sum(map(len, request.facts)) > context.settings.push_bytes
    if too_many or too_large:
        return problem(413, "batch_too_large", "send fewer facts at once", now)
    if not (1 <= request.first <= MAX_INT - len(request.facts)):
        return problem(400, "malformed", "facts are numbered from 1", now)
    if len(request.prev_hash) != HASH_BYTES or len(request.last_hash) != HASH_BYTES:
        # damaged, and no other chain: the device is not quarantined for it
        return problem(400, "malformed", f"a hash has {HASH_BYTES} bytes", now)
    # the state as of now, under the lock: another request may have quarantined the device since the session was read
    state, epoch = tx.execute(
        select(device.c.state, device.c.epoch)
        .where(device.c.store == caller.store, device.c.device == caller.device)
        .with_for_update()
    ).one()
    if state == REVOKED:  # since the session was read: nothing of it reaches anybody any more
        return problem(403, "revoked", "this terminal was taken out of service", now)
    caller = Caller(caller.store, caller.device, epoch, state, caller.instance)
    acked, acked_hash = held(tx, caller, lock=True)
    refused = _disagreement(tx, caller, request, acked, acked_hash)
    if refused is not None:
        return _refuse(context, tx, caller, request, refused, acked, acked_hash)
    hashes = _chain(request)
    fresh = range(acked + 1, request.first + len(request.facts))
    results: tuple[PushResult, ...] = ()
    if fresh:
        raw = request.facts[fresh.start - request.first :]
        results = _store(context, tx, caller, fresh.start, raw, hashes[fresh.start - request.first :], now)
        acked, acked_hash = fresh.stop - 1, hashes[-1]
    _remember(tx, caller, request, acked, acked_hash, fresh=len(fresh), now=now)
    hints = Hints(push_after=context.settings.push_after, pull_after=context.settings.pull_after)
    answer = PushAnswer(acked=acked, hash=acked_hash, time=now, results=results, hints=hints)
    return Reply(200, answer, queue_empty=any_published(tx) and _queue_empty(context, request))


def _queue_empty(context: Context, request: PushRequest) -> bool:
    """Whether the terminal has nothing more to tell: its queue, counted before this batch, is in it."""
    if request.health is not None:
        return request.health.queue <= len(request.facts)
    return len(request.facts) < context.settings.push_facts


Disagreement = Literal["fork", "gap", "epoch", "chain"]


def _disagreement(tx: Tx, caller: Caller, request: PushRequest, acked: int, acked_hash: bytes) -> Disagreement | None:
    if (_chain(request) or [request.prev_hash])[-1] != request.last_hash:
        return "chain"
    if caller.state in (QUARANTINED, HELD):
        return "fork"
    if request.epoch != caller.epoch:
        return "epoch"
    if request.first > acked + 1:
        return "gap"
    before = _hash_at(tx, caller, request.first - 1, acked, acked_hash)
    last_known = min(acked, request.first + len(request.facts) - 1)
    if before != request.prev_hash:
        return "fork"
    if last_known >= request.first:
        known = _hash_at(tx, caller, last_known, acked, acked_hash)
        if known != _chain(request)[last_known - request.first]:
            return "fork"
    return None


def _chain(request: PushRequest) -> list[bytes]:
    """The chain's hash after each fact of the batch."""
    hashes: list[bytes] = []
    previous = request.prev_hash
    for seq, raw in enumerate(request.facts, start=request.first):
        previous = link(previous, seq, raw)
        hashes.append(previous)
    return hashes


def _hash_at(tx: Tx, caller: Caller, seq: int, acked: int, acked_hash: bytes) -> bytes:
    if seq == 0:
        return genesis(caller.device, caller.epoch)
    if seq == acked:
        return acked_hash
    query = select(fact.c.hash).where(
        fact.c.store == caller.store,
        fact.c.device == caller.device,
        fact.c.epoch == caller.epoch,
        fact.c.seq == seq,
    )
    return bytes(tx.execute(query).scalar_one())


def _refuse(
    context: Context, tx: Tx, caller: Caller, request: PushRequest, what: Disagreement, acked: int, acked_hash: bytes
) -> Reply:
    now = context.clock.now_ms()
    code, waits = None, ""
    if what in ("fork", "epoch"):
        waits = _waits(context, tx, caller, request, now)
    if what == "fork" and not waits:
        mine = (device.c.store == caller.store) & (device.c.device == caller.device)
        tx.execute(update(device).where(mine).values(state=QUARANTINED))
    if what in ("fork", "epoch") and not waits:
        code = new_code(context, tx, caller.store, for_device=caller.device)
    refused = PushRefused(
        problem=what, acked=acked, hash=acked_hash, epoch=caller.epoch, time=now, reenroll_code=code, waits=waits
    )
    return Reply(409, refused)


def _waits(context: Context, tx: Tx, caller: Caller, request: PushRequest, now: int) -> str:
    """Why a person has to decide before this terminal goes on; "" when it may by itself."""
    if caller.state not in copies.WAITING:
        if copies.lives_on(tx, caller, request.epoch):
            copies.mark(tx, caller, COPIED, now)
            return COPIED
        if copies.too_often(context, tx, caller, now):
            copies.mark(tx, caller, HELD, now)
            return HELD
        return ""
    return caller.state


def _store(
    context: Context, tx: Tx, caller: Caller, first: int, raw: Sequence[bytes], hashes: Sequence[bytes], now: int
) -> tuple[PushResult, ...]:
    read = [read_fact(caller.epoch, seq, data) for seq, data in enumerate(raw, start=first)]
    rows: list[dict[str, Any]] = []
    results: list[PushResult] = []
    for seq, data, digest, found in zip(range(first, first + len(raw)), raw, hashes, read, strict=True):
        known = found.fact if isinstance(found, ReadFact) else None
        unread = found if isinstance(found, str) else None
        rows.append(
            {
                "store": caller.store,
                "device": caller.device,
                "epoch": caller.epoch,
                "seq": seq,
                "raw": data,
                "hash": digest,
                "kind": known.kind if known else None,
                "hlc": known.hlc if known else None,
                "at": known.corrected_ms if known else None,
                "received_at": now,
                "unread": unread,
            }
        )
        if unread is not None:
            results.append(PushResult(seq=seq, kind="unread", detail={"reason": unread}))
    tx.insert_new(fact, rows)
    _note_ahead(tx, caller, max((hlc.milliseconds(row["hlc"] or 0) for row in rows), default=0), now)
    good = [found for found in read if isinstance(found, ReadFact)]
    results += carry_out(context, tx, caller, good, now)
    return tuple(sorted(results, key=lambda result: result.seq))


def _note_ahead(tx: Tx, caller: Caller, stamped: int, now: int) -> None:
    """A terminal whose stamps lie far before HQ's clock is told of (`kiosk hq terminals`): its clock is wrong, or it
    is not what it seems. Its facts count like all others."""
    if stamped > now + MOST_AHEAD_MS:
        mine = (device.c.store == caller.store) & (device.c.device == caller.device)
        later = func.coalesce(device.c.ahead_at, 0) < stamped
        tx.execute(update(device).where(mine, later).values(ahead_at=stamped))


def _remember(tx: Tx, caller: Caller, request: PushRequest, acked: int, digest: bytes, *, fresh: int, now: int) -> None:
    seen: dict[str, Any] = {"seen_at": now}
    if fresh:
        last = read_fact(caller.epoch, acked, request.facts[-1])
        stopped = isinstance(last, ReadFact) and last.fact.kind == TERMINAL_STOPPED
        seen["parked_at"] = now if stopped else None
        mine = (chain.c.store == caller.store) & (chain.c.device == caller.device) & (chain.c.epoch == caller.epoch)
        tx.execute(update(chain).where(mine).values(last_seq=acked, last_hash=digest, instance=caller.instance or None))
    if request.health is not None:
        seen["health"] = msgspec.json.encode(request.health).decode()
        seen["app_version"] = plain(request.health.app_version, 64)
    tx.execute(update(device).where(device.c.store == caller.store, device.c.device == caller.device).values(**seen))
