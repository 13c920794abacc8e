"""Who may redeem a coupon without asking: one terminal at a time, fenced.

A coupon's right sits with the first active terminal of its member's home store. When another terminal claims the
coupon online, HQ recalls the right: the row disappears from the holder's bucket, and HQ gives the coupon to nobody
else before the holder's fact rights.changed {revoke} has arrived (whatever it redeemed by that right comes earlier in
its chain), or a person declared the holder lost. A terminal that was shut down in good order said so in its last fact
and uses no right before it has met HQ again: from such a one HQ takes a right at once, so that the till that opens in
the morning need not wait for the one that does not. So two terminals never hold one use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Row, func, select, update

from kiosk.domain.time import instant
from kiosk.hq.context import Caller
from kiosk.hq.coupons import judging
from kiosk.hq.coupons.queries import CouponFacts, coupon_facts, refunded
from kiosk.hq.rows.buckets import Bucket, rights_of
from kiosk.hq.rows.publish import RowChange, chunks, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import chain, device, op, published, redemption, right_grant
from kiosk.protocol.rows import RightRow


def lock_of(coupon: str) -> str:
    """The lock of whoever decides about a coupon's uses and rights (`Tx.hold`)."""
    return f"coupon/{coupon}"


def open_grants(tx: Tx, coupons: Iterable[str]) -> dict[str, Row[Any]]:
    """Grants that have not come to their end, by coupon; recalled ones too."""
    found: dict[str, Row[Any]] = {}
    for ids in chunks(coupons):
        query = select(right_grant).where(right_grant.c.coupon.in_(ids), right_grant.c.ended_at.is_(None))
        found.update({row.coupon: row for row in tx.execute(query)})
    return found


def holder_of(tx: Tx, store: str) -> str | None:
    """The terminal that gets its store's rights: the first that is in service."""
    query = (
        select(device.c.device)
        .where(device.c.store == store, device.c.state == "active")
        .order_by(device.c.number)
        .limit(1)
    )
    found = tx.execute(query).scalar()
    return None if found is None else str(found)


def assign_store(tx: Tx, store: str, now: int) -> int:
    """Give out every right of a store's coupons that nobody holds."""
    query = select(published.c.id).where(
        published.c.store == store, published.c.subject == "coupons", published.c.data.is_not(None)
    )
    return assign(tx, tx.execute(query).scalars().all(), now)


def assign(tx: Tx, coupons: Iterable[str], now: int) -> int:
    """Give the rights of these coupons to their home store's terminal, where nobody holds or claims them and a use
    is left. Gives how many."""
    coupons = set(coupons)
    tx.hold(map(lock_of, coupons))
    facts = coupon_facts(tx, coupons)
    taken = open_grants(tx, facts).keys() | _claimed(tx, facts, now)
    free = {coupon: known for coupon, known in facts.items() if coupon not in taken and _good(known, now)}
    holders = {store: holder_of(tx, store) for store in {known.home for known in free.values()}}
    fences = _fences(tx, free)
    used = _unknown_uses(tx, {coupon: holders[known.home] for coupon, known in free.items()})
    grants: list[dict[str, Any]] = []
    for coupon, known in free.items():
        holder = holders[known.home]
        uses = known.limit - used.get(coupon, 0)
        if holder is not None and uses > 0:
            grants.append(_grant(known.home, coupon, fences.get(coupon, 0) + 1, holder, uses, now))
    _give(tx, grants, now)
    return len(grants)


def _grant(store: str, coupon: str, fence: int, holder: str, uses: int, now: int) -> dict[str, Any]:
    return {"store": store, "coupon": coupon, "fence": fence, "device": holder, "uses": uses, "granted_at": now}


def _give(tx: Tx, grants: list[dict[str, Any]], now: int) -> None:
    tx.insert_new(right_grant, grants)
    judging.later(tx, [row["coupon"] for row in grants], now)
    places = _places(tx, {row["device"] for row in grants})
    publish(
        tx,
        [
            RowChange(places[row["device"]], row["coupon"], RightRow(row["coupon"], row["uses"], row["fence"]))
            for row in grants
        ],
        now,
    )


def _places(tx: Tx, devices: Iterable[str]) -> dict[str, Bucket]:
    """The buckets of devices' rights. A device may hold rights of coupons that are at home in another store: those it
    made for a guest."""
    found: dict[str, Bucket] = {}
    for ids in chunks(sorted(devices)):
        query = select(device.c.device, device.c.store).where(device.c.device.in_(ids))
        found.update({row.device: rights_of(row.store, row.device) for row in tx.execute(query)})
    return found


def confirm(tx: Tx, caller: Caller, coupons: Iterable[str], now: int) -> None:
    """A terminal has made these coupons and may redeem them already: the right is its own. Where somebody else has it
    (two terminals, out of reach of each other, made the same coupon), it is told to give it back."""
    facts = coupon_facts(tx, coupons)
    held = open_grants(tx, facts)
    claimed = _claimed(tx, facts, now)
    for coupon in held.keys() - claimed:
        if held[coupon].device == caller.device and held[coupon].recalled_at is not None:  # taken back, made again
            tx.execute(update(right_grant).where(_same(held.pop(coupon))).values(ended_at=now))
    taken = held.keys() | claimed
    fences = _fences(tx, facts)
    grants = [
        _grant(known.home, coupon, fences.get(coupon, 0) + 1, caller.device, known.limit, now)
        for coupon, known in facts.items()
        if coupon not in taken and _good(known, now)
    ]
    _give(tx, grants, now)
    place = rights_of(caller.store, caller.device)
    lost = [coupon for coupon in taken if coupon not in held or held[coupon].device != caller.device]
    publish(tx, [RowChange(place, coupon, None, again=True) for coupon in lost], now)


def _good(known: CouponFacts, now: int) -> bool:
    coupon = known.row.coupon
    return coupon.member is not None and coupon.revoked_at is None and coupon.expires > instant(now)


def _claimed(tx: Tx, coupons: Iterable[str], now: int) -> set[str]:
    found: set[str] = set()
    for ids in chunks(coupons):
        waiting = (op.c.verdict == "pending") | ((op.c.verdict == "granted") & (op.c.expires_at > now))
        found.update(
            tx.execute(select(op.c.coupon).where(op.c.coupon.in_(ids), op.c.closed.is_(None), waiting)).scalars()
        )
    return found


def _fences(tx: Tx, coupons: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for ids in chunks(coupons):
        query = select(right_grant.c.coupon, func.max(right_grant.c.fence)).where(right_grant.c.coupon.in_(ids))
        found.update({coupon: int(fence) for coupon, fence in tx.execute(query.group_by(right_grant.c.coupon))})
    return found


def _unknown_uses(tx: Tx, holders: dict[str, str | None]) -> dict[str, int]:
    """How many standing uses of each coupon (minor units of a voucher of value) the holder's own ledger does not count:
    other terminals', and its own that were lost when it was restored. (`RightRow.uses` is "in all", by the holder's
    own count.)"""
    known = {holder: _remembered(tx, holder) for holder in set(holders.values()) if holder is not None}
    counts: dict[str, int] = defaultdict(int)
    for ids in chunks(holders):
        query = select(redemption).where(redemption.c.coupon.in_(ids), redemption.c.state != "voided")
        back = refunded(tx, ids)
        for row in tx.execute(query):
            holder = holders[row.coupon]
            if row.device != holder or holder is None or row.seq > known[holder].get(row.epoch, 0):
                counts[row.coupon] += max(0, row.units - back.get((row.at_store, row.coupon, row.txn), 0))
    return counts


def _remembered(tx: Tx, holder: str) -> dict[int, int]:
    """epoch → the last seq of it that the terminal's ledger still has. A ledger that shares nothing with one epoch
    may stem from before it, so nothing older is taken for granted either."""
    query = (
        select(chain.c.epoch, chain.c.common_seq, chain.c.closed_at)
        .where(chain.c.device == holder)
        .order_by(chain.c.epoch.desc())
    )
    remembered: dict[int, int] = {}
    for epoch, common, closed in tx.execute(query):
        remembered[epoch] = 2**62 if closed is None else int(common or 0)
        if not remembered[epoch]:
            break
    return remembered


def recall(tx: Tx, grant: Row[Any], now: int) -> None:
    """Ask for a right back: its row goes from the holder's bucket."""
    if grant.recalled_at is None:
        tx.execute(update(right_grant).where(_same(grant)).values(recalled_at=now))
        place = _places(tx, [grant.device])[grant.device]
        publish(tx, [RowChange(place, grant.coupon, None)], now)


def take_from_parked(tx: Tx, grant: Row[Any], now: int) -> bool:
    """End a grant of a terminal that was shut down in good order: it redeems nothing before it has met HQ again and
    learnt of this. False if the holder is not shut down."""
    parked = tx.execute(select(device.c.parked_at).where(device.c.device == grant.device)).scalar()
    if parked is None:
        return False
    recall(tx, grant, now)
    tx.execute(update(right_grant).where(_same(grant)).values(ended_at=now))
    return True


def _same(grant: Row[Any]) -> Any:
    return (
        (right_grant.c.store == grant.store)
        & (right_grant.c.coupon == grant.coupon)
        & (right_grant.c.fence == grant.fence)
    )


def returned(tx: Tx, device_id: str, coupons: Iterable[str], now: int) -> set[str]:
    """The holder's fact says that it gave these rights back. Only what was recalled ends: a second report of an old
    recall must not end a newer grant. Gives the coupons whose right came back."""
    ended: set[str] = set()
    for grant in open_grants(tx, coupons).values():
        if grant.device == device_id and grant.recalled_at is not None:
            tx.execute(update(right_grant).where(_same(grant)).values(ended_at=now))
            ended.add(grant.coupon)
    return ended


def trim(tx: Tx, coupons: Iterable[str], now: int) -> None:
    """Take back what others have used up, so that the holder does not redeem it a second time."""
    grants = {coupon: grant for coupon, grant in open_grants(tx, coupons).items() if grant.recalled_at is None}
    limits = {coupon: known.limit for coupon, known in coupon_facts(tx, grants).items()}
    used = _unknown_uses(tx, {coupon: grant.device for coupon, grant in grants.items()})
    for coupon, grant in grants.items():
        left = limits.get(coupon, 1) - used.get(coupon, 0)
        if left <= 0:
            recall(tx, grant, now)
        elif left < grant.uses:
            tx.execute(update(right_grant).where(_same(grant)).values(ended_at=now))
            _give(tx, [_grant(grant.store, coupon, grant.fence + 1, grant.device, left, now)], now)


def mended(tx: Tx, coupons: Iterable[str], now: int) -> None:
    """Uses of these coupons are gone, or are there again, as if they had never been told, or always: whoever holds the
    right has it for what is left; one that was called back for their sake stays, where nobody waits for it."""
    coupons = set(coupons)
    tx.hold(map(lock_of, coupons))
    trim(tx, coupons, now)
    facts = coupon_facts(tx, coupons)
    claimed = _claimed(tx, facts, now)
    grants = {
        coupon: grant
        for coupon, grant in open_grants(tx, facts).items()
        if coupon not in claimed and _good(facts[coupon], now)
    }
    used = _unknown_uses(tx, {coupon: grant.device for coupon, grant in grants.items()})
    again: list[dict[str, Any]] = []
    for coupon, grant in grants.items():
        left = facts[coupon].limit - used.get(coupon, 0)
        if left > 0 and (left > grant.uses or grant.recalled_at is not None):
            tx.execute(update(right_grant).where(_same(grant)).values(ended_at=now))
            again.append(_grant(grant.store, coupon, grant.fence + 1, grant.device, left, now))
    _give(tx, again, now)
    assign(tx, coupons, now)


def device_lost(tx: Tx, store: str, device_id: str, now: int) -> None:
    """A person declared the terminal lost: its rights go to the next one of its store."""
    held = (right_grant.c.device == device_id) & right_grant.c.ended_at.is_(None)
    coupons = tx.execute(select(right_grant.c.coupon).where(held)).scalars().all()
    tx.hold(map(lock_of, coupons))
    tx.execute(update(right_grant).where(held).values(ended_at=now))
    publish(tx, [RowChange(rights_of(store, device_id), coupon, None) for coupon in coupons], now)
    assign(tx, coupons, now)


def after_restore(tx: Tx, caller: Caller, now: int) -> None:
    """A restored ledger may have forgotten grants, recalls and uses: every row of its rights is published anew, with
    the uses that are left by what it still knows. Deletions too, for it may believe in rights it gave back."""
    place = rights_of(caller.store, caller.device)
    query = select(published.c.id, published.c.data).where(
        published.c.store == place.store, published.c.subject == place.subject
    )
    rows = {row.id: row.data for row in tx.execute(query)}
    _bump_deletions(tx, place, [coupon for coupon, data in rows.items() if data is None], now)
    held = {coupon: msgspec.json.decode(data, type=RightRow) for coupon, data in rows.items() if data is not None}
    grants = open_grants(tx, held)
    limits = {coupon: known.limit for coupon, known in coupon_facts(tx, held).items()}
    used = _unknown_uses(tx, dict.fromkeys(held, caller.device))
    again: list[dict[str, Any]] = []
    for coupon in held:
        grant = grants[coupon]
        left = min(grant.uses, limits.get(coupon, 1) - used.get(coupon, 0))
        if left > 0:
            again.append(_grant(grant.store, coupon, grant.fence + 1, caller.device, left, now))
        else:
            recall(tx, grant, now)
    for ids in chunks([row["coupon"] for row in again]):
        tx.execute(
            update(right_grant)
            .where(
                right_grant.c.coupon.in_(ids),
                right_grant.c.device == caller.device,
                right_grant.c.ended_at.is_(None),
            )
            .values(ended_at=now)
        )
    _give(tx, again, now)


def _bump_deletions(tx: Tx, place: Bucket, coupons: list[str], now: int) -> None:
    publish(tx, [RowChange(place, coupon, None, again=True) for coupon in coupons], now)
