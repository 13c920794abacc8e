"""`POST /v1/push`: a batch of facts, in one transaction (sync.md, "HQ's push, one transaction").

Facts are never refused for what they say: a body that HQ cannot read is kept, acknowledged and reported. Only a chain
that disagrees with what HQ holds is answered with 409.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Any, Literal

import msgspec
from sqlalchemy import select, update

from kiosk.domain.facts import FactError, FactKind, decode, genesis, link
from kiosk.domain.projection import Change, ProjectionError, changes
from kiosk.hq.service import identity
from kiosk.hq.service.context import Caller, Context
from kiosk.hq.service.redemptions import ReadFact, project
from kiosk.hq.service.reply import Reply, problem
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import chain, device, fact
from kiosk.protocol.messages import Hints, PushAnswer, PushRefused, PushRequest, PushResult

_MAX_INT = 2**63 - 1
_MAX_AT = 253_402_300_799_999  # the end of year 9999: what a datetime can say
_MAX_TEXT = 64
_MAX_REASON = 4096


def push(context: Context, tx: Tx, caller: Caller, request: PushRequest) -> Reply:
    """Take a batch of the caller's facts."""
    now = context.clock.now_ms()
    if request.device != caller.device:
        return problem(403, "other_device", "facts of another terminal", now)
    too_many = len(request.facts) > context.settings.push_facts
    too_large = len(request.facts) > 1 and sum(map(len, request.facts)) > context.settings.push_bytes
    if too_many or too_large:
        return problem(413, "batch_too_large", "send fewer facts at once", now)
    if not (1 <= request.first <= _MAX_INT - len(request.facts)):
        return problem(400, "malformed", "facts are numbered from 1", now)
    # the state as of now, under the lock: another request may have quarantined the device since the session was read
    state, epoch = tx.execute(
        select(device.c.state, device.c.epoch)
        .where(device.c.store == caller.store, device.c.device == caller.device)
        .with_for_update()
    ).one()
    caller = Caller(caller.store, caller.device, epoch, state)
    acked, acked_hash = identity.held(tx, caller, lock=True)
    refused = _disagreement(tx, caller, request, acked, acked_hash)
    if refused is not None:
        return _refuse(context, tx, caller, refused, acked, acked_hash)
    hashes = _chain(request)
    fresh = range(acked + 1, request.first + len(request.facts))
    results: tuple[PushResult, ...] = ()
    if fresh:
        raw = request.facts[fresh.start - request.first :]
        results = _store(tx, caller, fresh.start, raw, hashes[fresh.start - request.first :], now)
        acked, acked_hash = fresh.stop - 1, hashes[-1]
    _remember(tx, caller, request, acked, acked_hash, fresh=len(fresh), now=now)
    hints = Hints(push_after=context.settings.push_after, pull_after=context.settings.pull_after)
    return Reply(200, PushAnswer(acked=acked, hash=acked_hash, time=now, results=results, hints=hints))


Disagreement = Literal["fork", "gap", "epoch", "chain"]


def _disagreement(tx: Tx, caller: Caller, request: PushRequest, acked: int, acked_hash: bytes) -> Disagreement | None:
    if (_chain(request) or [request.prev_hash])[-1] != request.last_hash:
        return "chain"
    if caller.state == identity.QUARANTINED:
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


def _refuse(context: Context, tx: Tx, caller: Caller, what: Disagreement, acked: int, acked_hash: bytes) -> Reply:
    now = context.clock.now_ms()
    code = None
    if what == "fork":
        mine = (device.c.store == caller.store) & (device.c.device == caller.device)
        tx.execute(update(device).where(mine).values(state=identity.QUARANTINED))
    if what in ("fork", "epoch"):
        code = identity.new_code(context, tx, caller.store, for_device=caller.device)
    refused = PushRefused(problem=what, acked=acked, hash=acked_hash, epoch=caller.epoch, time=now, reenroll_code=code)
    return Reply(409, refused)


def _store(
    tx: Tx, caller: Caller, first: int, raw: Sequence[bytes], hashes: Sequence[bytes], now: int
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
    results += project(tx, caller, [found for found in read if isinstance(found, ReadFact)], now)
    return tuple(sorted(results, key=lambda result: result.seq))


def read_fact(epoch: int, seq: int, raw: bytes) -> ReadFact | str:
    """A fact and what it changes, or a short reason why it cannot be read: no fact, not the one its place says, or
    values that no database can hold."""
    try:
        found = decode(raw)
        changed = changes(found)
    except (FactError, ProjectionError, RecursionError, OverflowError) as error:
        return type(error).__name__
    if (found.epoch, found.seq) != (epoch, seq):
        return "misplaced"
    values: list[Any] = [found.kind, found.actor, found.hlc]
    times = [found.corrected_ms]
    for change in changed:
        if problems := _unstorable(change):
            return problems
        times += [change.at] if hasattr(change, "at") else []
    if not all(map(_storable, values)) or not all(0 <= at <= _MAX_AT for at in times):
        return "out_of_range"
    return ReadFact(found, changed)


def _unstorable(change: Change) -> str | None:
    """Why a change cannot be stored. The projector reads bodies of newer terminals leniently; columns are strict."""
    kind: Any = type(change)
    for name, wanted, limit in _columns(kind):
        value = getattr(change, name)
        if type(value) not in wanted or not _storable(value, limit):
            return f"bad_{name}"
    return None


@cache
def _columns(change: Any) -> tuple[tuple[str, frozenset[type], int], ...]:
    """What each field of a change may be, and how long."""
    known: dict[str, frozenset[type]] = {
        "int": frozenset({int}),
        "str": frozenset({str}),
        "str | None": frozenset({str, type(None)}),
    }
    return tuple(
        (field.name, known[str(field.type)], _MAX_REASON if field.name == "reason" else _MAX_TEXT)
        for field in fields(change)
        if field.name != "document"
    )


def _storable(value: object, limit: int = _MAX_TEXT) -> bool:
    if isinstance(value, int):
        return abs(value) <= _MAX_INT
    if isinstance(value, str):
        # no NUL, which PostgreSQL's text cannot hold, and no lone surrogates, which are no text at all
        return len(value) <= limit and "\0" not in value and (value.isascii() or _encodable(value))
    return value is None


def _encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _remember(tx: Tx, caller: Caller, request: PushRequest, acked: int, digest: bytes, *, fresh: int, now: int) -> None:
    seen: dict[str, Any] = {"seen_at": now}
    if fresh:
        last = read_fact(caller.epoch, acked, request.facts[-1])
        stopped = isinstance(last, ReadFact) and last.fact.kind == FactKind.TERMINAL_STOPPED
        seen["parked_at"] = now if stopped else None
        mine = (chain.c.store == caller.store) & (chain.c.device == caller.device) & (chain.c.epoch == caller.epoch)
        tx.execute(update(chain).where(mine).values(last_seq=acked, last_hash=digest))
    if request.health is not None:
        seen["health"] = msgspec.json.encode(request.health).decode()
        seen["app_version"] = request.health.app_version[:64]
    tx.execute(update(device).where(device.c.store == caller.store, device.c.device == caller.device).values(**seen))
