"""Shares of what is there only once: stock, slots, budgets and totals of campaigns (`POST /v1/leases/…`).

For every quantity holds, whatever happens: what is left here and all that is out make up the whole. What a device has
used, by its facts, stays out for ever. What it has not used comes back when it gives it back, when a person declares it
lost, or when its time was over so long ago that a sale of that time would have arrived; what it used without telling
is taken from the rest when it tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Row, delete, func, select

from kiosk.domain.campaigns.gives import Choice
from kiosk.domain.campaigns.limit_keys import limit_key, newest_key
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.shared import whole_quantities
from kiosk.domain.slips.model import SlipRule, rule_of_key
from kiosk.hq.context import Caller, Context
from kiosk.hq.leases import points
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import chunks, published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, device, lease, lease_holder, lease_op, quantity, shared_count
from kiosk.hq.tokens import keys
from kiosk.protocol import signed_texts
from kiosk.protocol.wire.messages import LeaseAnswer, LeaseRequest

HQ = "hq"
"""The device under which HQ's own share lies."""
HQ_ITSELF = Caller(CHAIN, HQ, 1, "active")

SLIP_RULES = Bucket(CHAIN, "slip_rules")
MOST_KEYS = 2_000
_LONGEST_KEY = 200
_LARGEST = 2**53
_OPS_KEPT = 30 * 24 * 3_600_000
# a budget is not shared out cent by cent when it comes to its end, and HQ keeps some of everything
_SMALLEST_BUDGET, _HQ_SHARE = 200, 10
_ONLY_HQ = frozenset({Trigger.WON, Trigger.SWEPT})


def offer(tx: Tx, campaign: Campaign) -> None:
    """A new edition: its quantities are there from now on; of those that were there before, the difference."""
    mine = (quantity.c.store == CHAIN) & (quantity.c.campaign == campaign.id)
    _hold(tx, tx.execute(select(quantity.c.key).where(mine)).scalars())
    before = {row.key: row for row in tx.execute(select(quantity).where(mine)).all()}
    wholes = {key: whole for key, whole in whole_quantities(campaign).items() if len(key) <= _LONGEST_KEY}
    only_hq = _only_hq(campaign)
    rows: list[dict[str, Any]] = []
    shares: list[dict[str, Any]] = []
    for key in sorted({*before, *wholes}):
        whole = wholes.get(key, 0)
        was = before.get(key)
        left = whole if was is None else was.left + whole - was.whole
        if was is None:
            share = whole if key in only_hq else whole // _HQ_SHARE
            left -= share
            shares.append(_lease(HQ_ITSELF, key, share))
        rows.append({"store": CHAIN, "key": key, "campaign": campaign.id, "whole": whole, "left": left})
    tx.upsert(quantity, rows)
    tx.insert_new(lease, shares)


def _only_hq(campaign: Campaign) -> set[str]:
    """What no terminal ever gives: prizes of draws, follow-ups, goods that HQ hands over itself."""
    here = {f"stock:{campaign.id}/{item.id}" for item in campaign.stock if item.handed_over_by_hq}
    hqs = frozenset(here)
    elsewhere: set[str] = set()
    for rule in campaign.rules:
        mine = here if rule.when.event in _ONLY_HQ else elsewhere
        for give in (*rule.give, *rule.otherwise):
            mine.add(f"stock:{campaign.id}/{getattr(give, 'stock', None)}")
            # whoever won a choice takes it at a terminal
            elsewhere |= {f"stock:{campaign.id}/{name}" for name in (give.of if isinstance(give, Choice) else ())}
        mine |= {limit_key(campaign.id, rule.id, one) for one in rule.limits if not one.per}
        mine.add(f"budget:{campaign.id}/{rule.budget}")
    # coupons are used at terminals, whoever issued them
    elsewhere |= {f"stock:{campaign.id}/{spec.gift}" for spec in campaign.coupons if spec.gift is not None}
    while (
        more := {
            f"stock:{campaign.id}/{item.substitute}"
            for item in campaign.stock
            if item.substitute and f"stock:{campaign.id}/{item.id}" in elsewhere
        }
        - elsewhere
    ):
        elsewhere |= more
    return (here - elsewhere) | hqs


def _lease(holder: Caller, key: str, granted: int) -> dict[str, Any]:
    return {
        "store": holder.store,
        "device": holder.device,
        "key": key,
        "granted": granted,
        "used": 0,
        "owed": 0,
        "recalled_at": None,
    }


# -- the wire ---------------------------------------------------------------------------------------------------------


def acquire(context: Context, tx: Tx, caller: Caller, request: LeaseRequest, points_of: points.Points) -> Reply:
    """`POST /v1/leases/acquire`: as much of what is wanted as may go to one terminal."""
    now = context.clock.now_ms()
    replay = _malformed(request, now) or _begin(context, tx, caller, request, now)
    if replay is not None:
        return replay
    # a terminal of an older program asks, and is answered, by its names
    names = {newest_key(key): key for key in request.quantities}
    wanted = {name: request.quantities[key] for name, key in names.items()}
    of_points = {key: wanted.pop(key) for key in [key for key in wanted if points.is_points(key)]}
    handed = points.hand_out(context, tx, caller, of_points, now, points_of, claim=request.claim)
    if handed.waits:
        return Reply(202, problem(202, "share_recalled", "another terminal is asked for its share", now).message)
    granted = _gone(tx, caller)
    for key, share in (_shares(context, tx, caller, wanted, now) | handed.granted).items():
        _move(tx, caller, key, share)
        granted[names[key]] = granted.get(names[key], 0) + share
    return _done(context, tx, caller, request.op, granted, now, handed.holders)


def renew(context: Context, tx: Tx, caller: Caller, request: LeaseRequest) -> Reply:
    """`POST /v1/leases/renew`: more time for all shares of the device, but for those that HQ has taken back."""
    now = context.clock.now_ms()
    replay = _malformed(request, now) or _begin(context, tx, caller, request, now)
    if replay is not None:
        return replay
    return _done(context, tx, caller, request.op, _gone(tx, caller), now)


def release(context: Context, tx: Tx, caller: Caller, request: LeaseRequest) -> Reply:
    """`POST /v1/leases/release`: shares that the device does not want any more."""
    now = context.clock.now_ms()
    replay = _malformed(request, now) or _begin(context, tx, caller, request, now)
    if replay is not None:
        return replay
    held = _held(tx, caller)
    went: dict[str, int] = {}
    for key, wanted in request.quantities.items():
        row = held.get(newest_key(key))
        if row is None:
            went[key] = 0
            continue
        # of what HQ has taken back already, nothing comes a second time
        told = min(wanted, row.owed)
        back = min(wanted - told, max(0, row.granted - row.used))
        _put(tx, row, granted=row.granted - back, owed=row.owed - told)
        _give_back(tx, row.key, back)
        went[key] = told + back
    return _done(context, tx, caller, request.op, went, now)


def _malformed(request: LeaseRequest, now: int) -> Reply | None:
    op, wanted = request.op, request.quantities
    good = 0 < len(op) <= 64 and op.isprintable() and len(wanted) <= MOST_KEYS
    good = good and all(0 <= count < _LARGEST and 0 < len(key) <= _LONGEST_KEY for key, count in wanted.items())
    return None if good else problem(400, "malformed", "ids have 1 to 64 printable characters; at most 2,000 keys", now)


def _begin(context: Context, tx: Tx, caller: Caller, request: LeaseRequest, now: int) -> Reply | None:
    """The answer that the op got before, if it is not a new one."""
    op = request.op
    _hold(tx, {*request.quantities, *_held(tx, caller)})
    take_back_expired(context, tx, now)
    mine = (lease_op.c.store == caller.store) & (lease_op.c.device == caller.device)
    row = tx.execute(select(lease_op).where(mine, lease_op.c.op == op)).one_or_none()
    if row is not None:
        return _answer(context, tx, caller, row, now)
    tx.execute(delete(lease_op).where(mine, lease_op.c.at < now - _OPS_KEPT))
    return None


def _hold(tx: Tx, keys: Iterable[str]) -> None:
    """Be the only one who moves shares of these quantities."""
    tx.hold([lock_of(key) for key in keys])


def lock_of(key: str) -> str:
    """The lock of whoever moves shares of a quantity or counts a limit (`Tx.hold`)."""
    return f"share/{key}"


def _done(
    context: Context,
    tx: Tx,
    caller: Caller,
    op: str,
    granted: Mapping[str, int],
    now: int,
    holders: Mapping[str, str] | None = None,
) -> Reply:
    who = {"store": caller.store, "device": caller.device}
    mine = (lease_holder.c.store == caller.store) & (lease_holder.c.device == caller.device)
    fence = int(tx.execute(select(lease_holder.c.fence).where(mine)).scalar() or 0) + 1
    times = {"fence": fence, "expires_at": now + context.settings.lease_ttl_s * 1000}
    tx.upsert(lease_holder, [{**who, **times}])
    said = msgspec.json.encode(dict(granted)).decode()
    tx.insert_new(lease_op, [{**who, "op": op, "granted": said, **times, "at": now}])
    row = tx.execute(
        select(lease_op).where(
            lease_op.c.store == caller.store, lease_op.c.device == caller.device, lease_op.c.op == op
        )
    ).one()
    return _answer(context, tx, caller, row, now, holders)


def _answer(
    context: Context, tx: Tx, caller: Caller, row: Row[Any], now: int, holders: Mapping[str, str] | None = None
) -> Reply:
    """Asked again, an answer is the same but for its time, which goes on."""
    granted = msgspec.json.decode(row.granted, type=dict[str, int])
    ttl = max(0, (row.expires_at - now) // 1000)
    key = keys.signing(context, tx)
    return Reply(
        200,
        LeaseAnswer(
            op=row.op,
            fence=row.fence,
            granted=granted,
            ttl=ttl,
            key_id=key.key_id,
            signature=keys.sign(key, signed_texts.lease(caller.device, row.op, row.fence, ttl, granted)),
            time=now,
            holders=dict(holders or {}),
        ),
    )


# -- shares -----------------------------------------------------------------------------------------------------------


def _shares(context: Context, tx: Tx, caller: Caller, wanted: Mapping[str, int], now: int) -> dict[str, int]:
    """How much of each key one terminal gets: at most what is left divided by twice the terminals, so that the others
    get theirs, and at least one (of a budget: a part with which something can be given)."""
    running = {
        one.campaign.id: one.campaign for one in context.rules.of(tx).editions if one.until is None or one.until > now
    }
    shares = dict.fromkeys(wanted, 0)
    for row in _quantities(tx, wanted):
        if rule_of_key(row.key) is not None:
            shares[row.key] = _share_of_slips(tx, caller, row, wanted[row.key])
            continue
        campaign = running.get(row.campaign)
        if campaign is None or (campaign.stores and caller.store not in campaign.stores):
            continue
        least = max(1, row.whole // _SMALLEST_BUDGET) if row.key.startswith("budget:") else 1
        fair = max(least, row.left // (2 * _terminals(tx, campaign)))
        shares[row.key] = max(0, min(wanted[row.key], row.left, fair))
    return shares


def _share_of_slips(tx: Tx, caller: Caller, row: Row[Any], wanted: int) -> int:
    """As much as the rule lets one terminal keep."""
    rule = published_row(tx, SLIP_RULES, rule_of_key(row.key) or "", SlipRule)
    held = _held(tx, caller).get(row.key)
    has = held.granted - held.used if held is not None else 0
    return max(0, min(wanted, row.left, rule.share - has)) if rule is not None else 0


def _quantities(tx: Tx, wanted: Iterable[str]) -> list[Row[Any]]:
    rows: list[Row[Any]] = []
    for ids in chunks(sorted(wanted)):
        rows += tx.execute(select(quantity).where(quantity.c.store == CHAIN, quantity.c.key.in_(ids))).all()
    return rows


def _terminals(tx: Tx, campaign: Campaign) -> int:
    query = select(func.count()).where(device.c.state == "active")
    if campaign.stores:
        query = query.where(device.c.store.in_(campaign.stores))
    return max(1, int(tx.execute(query).scalar_one()))


def _held(tx: Tx, holder: Caller) -> dict[str, Row[Any]]:
    mine = (lease.c.store == holder.store) & (lease.c.device == holder.device)
    return {row.key: row for row in tx.execute(select(lease).where(mine)).all()}


def _put(tx: Tx, row: Row[Any], **changes: int) -> None:
    tx.upsert(lease, [{**row._mapping, **changes}])


def _move(tx: Tx, holder: Caller, key: str, share: int) -> None:
    """Out of the reserve."""
    if share:
        row = _held(tx, holder).get(key)
        if row is None:
            tx.insert_new(lease, [_lease(holder, key, share)])
        else:
            _put(tx, row, granted=row.granted + share)
        _give_back(tx, key, -share)


def _give_back(tx: Tx, key: str, back: int) -> None:
    if back:
        row = _quantities(tx, [key])[0]
        tx.upsert(quantity, [{**row._mapping, "left": row.left + back}])


def _gone(tx: Tx, caller: Caller) -> dict[str, int]:
    """What HQ has taken back of the device's shares, told to it now: below zero."""
    owed = {key: row for key, row in _held(tx, caller).items() if row.owed}
    for row in owed.values():
        _put(tx, row, owed=0)
    return {key: -row.owed for key, row in owed.items()}


def count(tx: Tx, used: Mapping[str, int]) -> None:
    """Facts say that so much of limits (the keys without "|") is used up."""
    for ids in chunks(sorted(key for key in used if "|" not in key and len(key) <= _LONGEST_KEY)):
        mine = (shared_count.c.store == CHAIN) & shared_count.c.key.in_(ids)
        counts = {row.key: row.count for row in tx.execute(select(shared_count).where(mine)).all()}
        tx.upsert(shared_count, [{"store": CHAIN, "key": key, "count": counts.get(key, 0) + used[key]} for key in ids])


def use(tx: Tx, holder: Caller, used: Mapping[str, int]) -> None:
    """A device's facts say that it has used so much of its shares (the keys with "|"). More than it had comes out of
    the rest, which is how it was."""
    shares = {key.partition("|")[2]: count for key, count in used.items() if "|" in key}
    points.known(tx, filter(points.is_points, shares))
    known = {row.key for row in _quantities(tx, shares)}
    held = _held(tx, holder) if known else {}
    for key in sorted(known):
        row = held.get(key)
        if row is None:
            tx.insert_new(lease, [_lease(holder, key, 0)])
            row = _held(tx, holder)[key]
        total = row.used + shares[key]
        beyond = max(0, total - row.granted)
        _put(tx, row, used=total, granted=row.granted + beyond, owed=max(0, row.owed - beyond))
        _give_back(tx, key, -beyond)


def used_here(tx: Tx, store: str, key: str) -> int:
    """How much of a shared quantity terminals of a store have used, and HQ itself."""
    mine = (lease.c.key == key) & lease.c.store.in_((store, CHAIN))
    return int(tx.execute(select(func.coalesce(func.sum(lease.c.used), 0)).where(mine)).scalar_one())


def unuse(tx: Tx, holder: Caller, used: Mapping[str, int]) -> None:
    """So much of a device's shares (the keys with "|") was not used after all, for HQ goes by its facts no more. The
    device is out of service: it is there for others."""
    for key, row in sorted(_held(tx, holder).items()):
        back = used.get(f"|{key}", 0)
        if back:
            _put(tx, row, used=row.used - back, granted=row.granted - back)
            _give_back(tx, key, back)


def take_back(tx: Tx, holder: Caller) -> None:
    """What the device has not used, by its facts, is there for others."""
    _hold(tx, _held(tx, holder))
    for key, row in _held(tx, holder).items():
        unused = row.granted - row.used
        if unused > 0:
            _put(tx, row, granted=row.used, owed=row.owed + unused)
            _give_back(tx, key, unused)


def take_back_expired(context: Context, tx: Tx, now: int) -> None:
    """The same for all devices whose time was over long ago."""
    late = now - context.settings.lease_grace
    for row in tx.execute(select(lease_holder).where(lease_holder.c.expires_at < late)).all():
        take_back(tx, Caller(row.store, row.device, 0, ""))


# -- paper slips ------------------------------------------------------------------------------------------------------


def set_aside(tx: Tx, key: str, whole: int) -> bool:
    """So much of a quantity there is from now on. False, and nothing changes, where more than that is out already."""
    _hold(tx, [key])
    rows = _quantities(tx, [key])
    left = whole - (rows[0].whole - rows[0].left if rows else 0)
    if left < 0:
        return False
    tx.upsert(quantity, [{"store": CHAIN, "key": key, "campaign": "", "whole": whole, "left": left}])
    return True


def left_of(tx: Tx, key: str) -> tuple[int, int] | None:
    """(whole, what is left of it); None for a quantity that there is not."""
    rows = _quantities(tx, [key])
    return (int(rows[0].whole), int(rows[0].left)) if rows else None


def shift(tx: Tx, holder: Caller, key: str, more: int) -> None:
    """What a device used of a quantity is so much more (below zero: less) than its share knows of: it comes out of the
    rest, and goes back there."""
    row = _held(tx, holder).get(key)
    if more and row is not None:
        _put(tx, row, used=row.used + more, granted=row.granted + more)
        _give_back(tx, key, -more)


# -- HQ's own share ---------------------------------------------------------------------------------------------------


def hq_share(tx: Tx, key: str) -> int:
    """How much HQ may give itself. It keeps its share up from what is left."""
    _hold(tx, [key])
    rows = _quantities(tx, [key])
    if not rows:
        return 0
    row = _held(tx, HQ_ITSELF).get(key)
    share = row.granted - row.used if row is not None else 0
    low = rows[0].whole // (2 * _HQ_SHARE)
    if share <= low and rows[0].left > 0:
        more = min(rows[0].left, max(1, rows[0].left // _HQ_SHARE))
        _move(tx, HQ_ITSELF, key, more)
        share += more
    return int(share)


def count_of(tx: Tx, key: str) -> int:
    """How much of a limit by household, clerk, device or day is used up."""
    mine = (shared_count.c.store == CHAIN) & (shared_count.c.key == key)
    return int(tx.execute(select(shared_count.c.count).where(mine)).scalar() or 0)


def out_of_balance(tx: Tx) -> list[str]:
    """Keys for which what is left and what is out do not make up the whole: none."""
    out = func.coalesce(func.sum(lease.c.granted), 0)
    query = (
        select(quantity.c.key)
        .join(lease, lease.c.key == quantity.c.key, isouter=True)
        .group_by(quantity.c.key, quantity.c.whole, quantity.c.left)
        .having(out + quantity.c.left != quantity.c.whole)
    )
    return sorted(tx.execute(query).scalars())
