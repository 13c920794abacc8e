"""Leases of wheels' sealed tapes (`POST /v1/wheels/ask`): carved out of what is left, signed and made public before the
round of the beacon that their tapes follow from is out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Row, func, select

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.draws.batch import Prize
from kiosk.domain.draws.beacon import Round, first_round_from
from kiosk.domain.draws.encoding import jcs
from kiosk.domain.draws.lease_facts import WheelLeased
from kiosk.domain.draws.shares import carved, share_of
from kiosk.domain.draws.stream import Stream
from kiosk.domain.draws.wheel import Lease
from kiosk.domain.journal.fit import fit_text
from kiosk.domain.stores import CampaignHeader
from kiosk.domain.time import millis
from kiosk.hq.context import Caller, Context
from kiosk.hq.draws import beacons, leases, stock
from kiosk.hq.draws.leases import OPEN, State
from kiosk.hq.draws.wheel_tables import wheel_lease
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, device
from kiosk.hq.tokens import keys
from kiosk.protocol.campaigns.signature import rules_hash
from kiosk.protocol.draws.signatures import sign_body
from kiosk.protocol.wire.messages import WheelAsk
from kiosk.protocol.wire.messages import WheelLeased as Leased

MOST_SLOTS = 2_000
"""Of one lease: its tape is made again with every start of its terminal."""
MOST_OPEN = 2
"""Leases of a wheel that a terminal has at a time: the one it spins, and the next."""
AHEAD_MS = 24 * 3_600_000
"""Before a campaign begins, leases of its wheels may be had: it may begin while HQ is out of reach."""
_HEADERS = Bucket(CHAIN, "campaigns")
_LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Given:
    """A new lease. `said`: what HQ's journal is to say of it before it is answered."""

    reply: Reply
    said: WheelLeased


def ask(context: Context, tx: Tx, caller: Caller, request: WheelAsk) -> Given | Reply:
    """A lease; or the one that the op got before, or why there is none."""
    now = context.clock.now_ms()
    names = (request.op, request.campaign, request.wheel)
    if not all(0 < len(name) <= _LONGEST_ID and fit_text(name, _LONGEST_ID) for name in names):
        return problem(400, "malformed", "ids have 1 to 64 characters", now)
    if len(request.commitment) != 32 or not 1 <= request.want <= 2**31:
        return problem(400, "malformed", "a commitment has 32 bytes, and at least one spin is wanted", now)
    tx.hold([stock.lock_of(request.campaign, request.wheel)])
    row = tx.execute(select(wheel_lease).where(_of(caller), wheel_lease.c.op == request.op)).one_or_none()
    if row is not None:
        return _answer(row, now)
    campaign = _running(context, tx, caller, request, now)
    if isinstance(campaign, Reply):
        return campaign
    known = select(wheel_lease.c.lease).where(wheel_lease.c.commitment == request.commitment.hex())
    if tx.execute(known).first() is not None:
        return problem(409, "commitment_known", "a lease was given for that commitment already", now)
    mine = _of(caller) & (wheel_lease.c.campaign == request.campaign) & (wheel_lease.c.wheel == request.wheel)
    open_now = select(func.count()).select_from(wheel_lease).where(mine, wheel_lease.c.state.in_(list(OPEN)))
    if tx.execute(open_now).scalar_one() >= MOST_OPEN:
        return problem(409, "enough", "close a lease first", now)
    return _given(context, tx, caller, request, campaign, now)


def _of(caller: Caller) -> Any:
    return (wheel_lease.c.store == caller.store) & (wheel_lease.c.device == caller.device)


def _running(context: Context, tx: Tx, caller: Caller, request: WheelAsk, now: int) -> Campaign | Reply:
    """The edition by which the wheel is spun now, or soon."""
    editions = [one for one in context.rules.of(tx).editions if one.campaign.id == request.campaign]
    found = [one.campaign for one in editions if one.until is None or one.until > now]
    campaign = found[-1] if found else None
    header = published_row(tx, _HEADERS, request.campaign, CampaignHeader)
    if not editions or header is None or all(one.id != request.wheel for one in editions[-1].campaign.wheels):
        return problem(409, "no_such_wheel", "no campaign has that wheel", now)
    starts, ends = millis(header.starts), millis(header.ends)
    if campaign is None or header.withdrawn or not starts - AHEAD_MS <= now < ends:
        return problem(409, "not_running", "the campaign does not run", now)
    if campaign.stores and caller.store not in campaign.stores:
        return problem(409, "not_running", "the campaign does not run in that store", now)
    return campaign


def _given(context: Context, tx: Tx, caller: Caller, request: WheelAsk, campaign: Campaign, now: int) -> Given | Reply:
    if not stock.stock(tx, request.campaign, request.wheel):  # published by a program that knew no stock of wheels
        stock.offer(tx, campaign, now)
    left = {code: max(0, one.left) for code, one in stock.stock(tx, request.campaign, request.wheel).items()}
    size = share_of(sum(left.values()), min(request.want, MOST_SLOTS), _terminals(tx, campaign))
    if not size:
        return problem(409, "nothing_left", "every prize of the wheel is out", now)
    settings = context.settings
    chain = beacons.chain_in_force(tx)
    number = first_round_from(chain, math.ceil(now / 1000) + settings.wheel_beacon_ahead_s)
    header = published_row(tx, _HEADERS, request.campaign, CampaignHeader)
    assert header is not None
    valid_to = min(now + settings.wheel_lease_s * 1000, millis(header.ends)) // 1000
    if chain.genesis + number * chain.period >= valid_to:
        return problem(409, "no_more_time", "the campaign ends before the tape could be known", now)
    counts = carved(left, size, Stream(context.random.bytes(32)).below)
    seq = 1 + int(tx.execute(_last_seq(caller, request)).scalar() or 0)
    lease = Lease(
        campaign=request.campaign,
        lease_id=_new_id(context, request.wheel),
        terminal=caller.device,
        seq=seq,
        counts=tuple(Prize(code, count) for code, count in counts.items() if count),
        commit_terminal=request.commitment.hex(),
        beacon=Round(chain.hash, number),
        valid_from=now // 1000,
        valid_to=valid_to,
        rules_hash=rules_hash(campaign),
    )
    row = _signed(context, tx, caller, request, lease, now)
    out = {prize.code: prize.n for prize in lease.counts}
    tx.insert_new(wheel_lease, [{**row, "out": stock.kept(out), "won": "{}", "given": "{}"}])
    stock.move(tx, request.campaign, request.wheel, out, {})
    beacons.want(tx, chain.hash, number)
    leases.settle(tx, [lease.lease_id], now)
    said = {name: row[name] for name in ("lease", "device", "store", "campaign", "wheel", "body", "key_id")}
    kept = tx.execute(select(wheel_lease).where(_of(caller), wheel_lease.c.op == request.op)).one()
    return Given(_answer(kept, now), WheelLeased(**said, signature=row["signature"]))


def _signed(context: Context, tx: Tx, caller: Caller, request: WheelAsk, lease: Lease, now: int) -> dict[str, Any]:
    key = keys.signing(context, tx)
    return {
        "store": caller.store,
        "device": caller.device,
        "lease": lease.lease_id,
        "op": request.op,
        "campaign": request.campaign,
        "wheel": request.wheel,
        "seq": lease.seq,
        "commitment": lease.commit_terminal,
        "body": jcs(lease.body()).decode(),
        "key_id": key.key_id.hex(),
        "signature": sign_body(Ed25519PrivateKey.from_private_bytes(key.private), lease.body()).hex(),
        "chain": lease.beacon.chain,
        "round": lease.beacon.round,
        "epoch": caller.epoch,
        "issued_at": now,
        "valid_to": lease.valid_to * 1000,
        "state": State.GRANTED.value,
        "faults": "[]",
        "closed_at": None,
        "decided_by": "",
    }


def _new_id(context: Context, wheel: str) -> str:
    """KD1's body of a lease says nothing of the wheel: its id does."""
    tail = context.new_id(".", 10)
    return wheel[: _LONGEST_ID - len(tail)] + tail


def _last_seq(caller: Caller, request: WheelAsk) -> Any:
    mine = _of(caller) & (wheel_lease.c.campaign == request.campaign) & (wheel_lease.c.wheel == request.wheel)
    return select(func.max(wheel_lease.c.seq)).where(mine)


def _terminals(tx: Tx, campaign: Campaign) -> int:
    query = select(func.count()).select_from(device).where(device.c.state == "active")
    if campaign.stores:
        query = query.where(device.c.store.in_(campaign.stores))
    return int(tx.execute(query).scalar_one())


def _answer(row: Row[Any], now: int) -> Reply:
    """Asked again, an answer is the same but for its time, which goes on."""
    leased = Leased(
        op=row.op,
        body=row.body,
        key_id=bytes.fromhex(row.key_id),
        signature=bytes.fromhex(row.signature),
        ttl=max(0, (row.valid_to - now) // 1000),
        time=now,
    )
    return Reply(200, leased)
