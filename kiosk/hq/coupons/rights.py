"""Who may redeem a coupon without asking: one terminal at a time, fenced.

A coupon's right sits with the first active terminal of its member's home store. When another terminal claims the
coupon online, HQ recalls the right: the row disappears from the holder's bucket, and HQ gives the coupon to nobody
else before the holder's fact rights.changed {revoke} has arrived (whatever it redeemed by that right comes earlier in
its chain), or a person declared the holder lost. A terminal that was shut down in good order said so in its last fact
and uses no right before it has met HQ again: from such a one HQ takes a right at once, so that the till that opens in
the morning need not wait for the one that does not. So two terminals never hold one use.

What tills put on a voucher of value each holds itself: then several have a share of it, and together they have no more
than is left on it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Row, func, select, update

from kiosk.domain.time import instant
from kiosk.hq.context import Caller
from kiosk.hq.coupons import judging
from kiosk.hq.coupons.charge_tables import voucher_charge
from kiosk.hq.coupons.queries import CouponFacts, coupon_facts, refunded
from kiosk.hq.rows.buckets import Bucket, rights_of
from kiosk.hq.rows.publish import RowChange, chunks, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import chain, device, op, published, redemption, right_grant
from kiosk.protocol.rows import RightRow


def lock_of(coupon: str) -> str:
    """The lock of whoever decides about a coupon's uses and rights (`Tx.hold`)."""
    return f"coupon/{coupon}"


def every_open(tx: Tx, coupons: Iterable[str]) -> list[Row[Any]]:
    """Grants that have not come to their end, the newest of a coupon last; recalled ones too."""
    found: list[Row[Any]] = []
    for ids in chunks(coupons):
        query = select(right_grant).where(right_grant.c.coupon.in_(ids), right_grant.c.ended_at.is_(None))
        found += tx.execute(query.order_by(right_grant.c.coupon, right_grant.c.fence))
    return found


def open_grants(tx: Tx, coupons: Iterable[str], device_id: str | None = None) -> dict[str, Row[Any]]:
    """One for each coupon on which anybody has a right, or that device."""
    found = every_open(tx, coupons)
    return {row.coupon: row for row in found if device_id is None or row.device == device_id}


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
    used = _unknown_uses(tx, ((coupon, holders[known.home]) for coupon, known in free.items()))
    grants: list[dict[str, Any]] = []
    for coupon, known in free.items():
        holder = holders[known.home]
        uses = known.limit - used.get((coupon, holder), 0)
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


def beyond(tx: Tx, coupons: Iterable[str]) -> list[str]:
    """Which of these coupons, on which several have a right, are not theirs to share: those that are no vouchers of
    value, and those of which they may use more than is left."""
    facts = coupon_facts(tx, coupons)
    every = every_open(tx, coupons)
    found = _for_each(tx, every, {coupon: known.limit for coupon, known in facts.items()})
    own = _uses_of(tx, found)[1]
    wrong = set()
    for one in every:
        key = one.coupon, one.device
        if one.uses > max(found[key], own.get(key, 0)):
            wrong.add(one.coupon)
    return [coupon for coupon in coupons if coupon in wrong or coupon not in facts or not facts[coupon].of_value]


def charges_known(tx: Tx, txns: Iterable[str]) -> set[tuple[str, str]]:
    """(store, txn) of those charges of vouchers that were told before."""
    found: set[tuple[str, str]] = set()
    for ids in chunks(txns):
        query = select(voucher_charge.c.store, voucher_charge.c.txn).where(voucher_charge.c.txn.in_(ids))
        found.update((store, txn) for store, txn in tx.execute(query))
    return found


def charged(tx: Tx, origin: Caller, coupon: str, value: int, now: int, *, anew: bool) -> None:
    """A terminal put `value` minor units on a voucher and may use them already: they are added to its right. `anew`: it
    gave back what it had before, in the same breath."""
    known = coupon_facts(tx, [coupon]).get(coupon)
    if known is None or not known.of_value:  # nobody's word makes a right to what is no money
        return
    mine = [one for one in every_open(tx, [coupon]) if one.device == origin.device]
    if anew:
        mine = [one for one in mine if one.recalled_at is None]
    grant = mine[-1] if mine else None
    if grant is not None and grant.recalled_at is not None:  # its answer gives back this, too
        tx.execute(update(right_grant).where(_same(grant)).values(uses=grant.uses + value))
        return
    home = grant.store if grant is not None else known.home
    held = (coupon, origin.device)
    uses = grant.uses if grant is not None else _uses_of(tx, [held])[1].get(held, 0)
    if grant is not None:
        tx.execute(update(right_grant).where(_same(grant)).values(ended_at=now))
    _give(tx, [_grant(home, coupon, _next(tx, coupon), origin.device, uses + value, now)], now)


def _next(tx: Tx, coupon: str) -> int:
    """The fence of the next grant."""
    return _fences(tx, [coupon]).get(coupon, 0) + 1


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


_Held = tuple[str, str | None]
"""A coupon, and the terminal that has a right on it."""


def _unknown_uses(tx: Tx, held: Iterable[_Held]) -> dict[_Held, int]:
    """How many standing uses of each coupon (minor units of a voucher of value) the holder's own ledger does not count:
    other terminals', and its own that were lost when it was restored. (`RightRow.uses` is "in all", by the holder's
    own count.)"""
    return _uses_of(tx, held)[0]


def _uses_of(tx: Tx, held: Iterable[_Held]) -> tuple[dict[_Held, int], dict[_Held, int]]:
    """The same, and those that it counts."""
    by_coupon: dict[str, list[str | None]] = defaultdict(list)
    for coupon, holder in held:
        by_coupon[coupon].append(holder)
    holders = {holder for several in by_coupon.values() for holder in several}
    known = {holder: _remembered(tx, holder) for holder in holders if holder is not None}
    unknown: dict[_Held, int] = defaultdict(int)
    own: dict[_Held, int] = defaultdict(int)
    for ids in chunks(by_coupon):
        query = select(redemption).where(redemption.c.coupon.in_(ids), redemption.c.state != "voided")
        back = refunded(tx, ids)
        for row in tx.execute(query):
            units = max(0, row.units - back.get((row.at_store, row.coupon, row.txn), 0))
            for holder in by_coupon[row.coupon]:
                lost = row.device != holder or holder is None or row.seq > known[holder].get(row.epoch, 0)
                (unknown if lost else own)[row.coupon, holder] += units
    return unknown, own


def _for_each(tx: Tx, grants: Iterable[Row[Any]], limits: dict[str, int]) -> dict[_Held, int]:
    """How much of a coupon's `limit` is there for each of those who have a right on it, by their own count: less what
    their ledgers do not know of, and what the others may use still."""
    every = every_open(tx, {grant.coupon for grant in grants})
    unknown, own = _uses_of(tx, {(one.coupon, one.device) for one in every})
    rest = {(one.coupon, one.fence): max(0, one.uses - own.get((one.coupon, one.device), 0)) for one in every}
    found: dict[_Held, int] = {}
    for grant in grants:
        key = grant.coupon, grant.device
        others = (one for one in every if one.coupon == grant.coupon and one.device != grant.device)
        found[key] = (
            limits.get(grant.coupon, 1) - unknown.get(key, 0) - sum(rest[one.coupon, one.fence] for one in others)
        )
    return found


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
    for grant in every_open(tx, coupons):
        if grant.device == device_id and grant.recalled_at is not None:
            tx.execute(update(right_grant).where(_same(grant)).values(ended_at=now))
            ended.add(grant.coupon)
    return ended


def trim(tx: Tx, coupons: Iterable[str], now: int) -> None:
    """Take back what others have used up, so that the holder does not redeem it a second time."""
    grants = [grant for grant in every_open(tx, coupons) if grant.recalled_at is None]
    limits = {coupon: known.limit for coupon, known in coupon_facts(tx, {one.coupon for one in grants}).items()}
    left_for, shared = _for_each(tx, grants, limits), Counter(grant.coupon for grant in grants)
    for grant in grants:
        if shared[grant.coupon] > 1:  # what one of them gives up the others may keep
            left_for |= _for_each(tx, [grant], limits)
        left = left_for[grant.coupon, grant.device]
        if left <= 0:
            recall(tx, grant, now)
        elif left < grant.uses:
            tx.execute(update(right_grant).where(_same(grant)).values(ended_at=now))
            _give(tx, [_grant(grant.store, grant.coupon, _next(tx, grant.coupon), grant.device, left, now)], now)


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
    left_for = _for_each(tx, list(grants.values()), {coupon: known.limit for coupon, known in facts.items()})
    again: list[dict[str, Any]] = []
    for coupon, grant in grants.items():
        left = left_for[coupon, grant.device]
        if left > 0 and (left > grant.uses or grant.recalled_at is not None):
            tx.execute(update(right_grant).where(_same(grant)).values(ended_at=now))
            again.append(_grant(grant.store, coupon, _next(tx, coupon), grant.device, left, now))
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
    grants = open_grants(tx, held, caller.device)
    limits = {coupon: known.limit for coupon, known in coupon_facts(tx, held).items()}
    left_for = _for_each(tx, list(grants.values()), limits)
    fences = _fences(tx, held)
    again: list[dict[str, Any]] = []
    for coupon in held:
        grant = grants[coupon]
        left = min(grant.uses, left_for[coupon, caller.device])
        if left > 0:
            again.append(_grant(grant.store, coupon, fences[coupon] + 1, caller.device, left, now))
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
