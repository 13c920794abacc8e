"""When one terminal is two: a copied disk, a cloned virtual machine (docs/sync.md, "Copies").

A program that runs has a name of its own, which ends with it. Two of them in turn, each answering a nonce that is newer
than the other's session, run at the same time: that no restored backup does. A virtual machine that is cloned while its
program runs has that name twice: then an epoch lives on after its successor was used by the very same program. Either
way nobody goes on by itself: a person has to say which machine is the terminal. Somebody who only comes back again and
again from older disks is held after a few times an hour.
"""

from __future__ import annotations

from sqlalchemy import delete, func, select, update

from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons.queries import ConflictSeen
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import chain, device, instance, session
from kiosk.hq.terminals.queries import COPIED, HELD, QUARANTINED, device_row

_KEPT = 30 * 24 * 3_600_000
_HOUR = 3_600_000
WAITING = (COPIED, HELD)
"""States that end by a person's word only."""


def seen(tx: Tx, caller: Caller, name: str, issued: int, now: int) -> bool:
    """A program opens a session by a nonce that was `issued` then. False for one that has ended: what it sent arrives
    late. Whether there are two is in the device's state afterwards."""
    if not name:  # a terminal of an older program
        return True
    mine = (device.c.store == caller.store) & (device.c.device == caller.device)
    current = tx.execute(select(device.c.instance, device.c.instance_at).where(mine)).one()
    theirs = (instance.c.store == caller.store) & (instance.c.device == caller.device)
    if current.instance != name:
        before = tx.execute(select(instance.c.seen_at).where(theirs, instance.c.instance == name)).scalar()
        if before is not None and issued <= current.instance_at:
            return False
        # the first that is heard of a program, by a nonce from before its successor's session; where the session lies
        # ahead of HQ's clock, the clock was set back, and says nothing
        if before is None and current.instance is not None and issued < current.instance_at <= now:
            return False
        # whoever else has a session says who they are with their next request
        tx.execute(delete(session).where(session.c.store == caller.store, session.c.device == caller.device))
        tx.execute(update(device).where(mine).values(instance=name, instance_at=now))
        if before is not None:
            mark(tx, caller, COPIED, now)
    tx.execute(delete(instance).where(theirs, instance.c.seen_at < now - _KEPT))
    tx.upsert(instance, [{"store": caller.store, "device": caller.device, "instance": name, "seen_at": now}])
    return True


def lives_on(tx: Tx, caller: Caller, epoch: int) -> bool:
    """Whether a program tells of `epoch` though it has told of a later one."""
    if not caller.instance or epoch >= caller.epoch:
        return False
    later = (chain.c.store == caller.store) & (chain.c.device == caller.device) & (chain.c.epoch > epoch)
    query = select(func.count()).where(later, chain.c.last_seq > 0, chain.c.instance == caller.instance)
    return bool(tx.execute(query).scalar_one())


def too_often(context: Context, tx: Tx, caller: Caller, now: int) -> bool:
    """Whether the device has begun anew as often as it may in an hour."""
    row = device_row(tx, caller.device)
    since = max(now - _HOUR, (row.let_go_at if row is not None else None) or 0)
    mine = (chain.c.store == caller.store) & (chain.c.device == caller.device) & (chain.c.epoch > 1)
    begun = tx.execute(select(func.count()).where(mine, chain.c.began_at > since)).scalar_one()
    return int(begun) >= context.settings.forks_an_hour


def mark(tx: Tx, caller: Caller, state: str, now: int) -> None:
    """From now on a person has to decide. Both machines hear of it with their next request."""
    mine = (device.c.store == caller.store) & (device.c.device == caller.device)
    tx.execute(update(device).where(mine, device.c.state.not_in(WAITING)).values(waits_since=now))
    tx.execute(update(device).where(mine, device.c.state != COPIED).values(state=state))
    tx.execute(delete(session).where(session.c.store == caller.store, session.c.device == caller.device))
    tx.touch(f"device/{caller.device}/rights")


def let_go_on(context: Context, tx: Tx, device_id: str) -> bool:
    """A person says that there is one machine (again). It begins anew with its next push. False if nobody waits for
    that."""
    row = device_row(tx, device_id, lock=True)
    if row is None or row.state not in WAITING:
        return False
    forget(tx, Caller(row.store, row.device, row.epoch, row.state), context.clock.now_ms())
    mine = (device.c.store == row.store) & (device.c.device == device_id)
    tx.execute(update(device).where(mine).values(state=QUARANTINED))
    return True


def forget(tx: Tx, caller: Caller, now: int) -> None:
    """What was seen before a person decided does not count any more."""
    mine = (device.c.store == caller.store) & (device.c.device == caller.device)
    tx.execute(update(device).where(mine).values(instance=None, instance_at=None, waits_since=None, let_go_at=now))
    tx.execute(delete(instance).where(instance.c.store == caller.store, instance.c.device == caller.device))
    theirs = (chain.c.store == caller.store) & (chain.c.device == caller.device)
    tx.execute(update(chain).where(theirs, chain.c.instance.is_not(None)).values(instance=None))
    tx.execute(delete(session).where(session.c.store == caller.store, session.c.device == caller.device))


def waiting(tx: Tx) -> list[ConflictSeen]:
    """Terminals for which a person has to decide, as the list of conflicts has them."""
    query = select(device).where(device.c.state.in_(WAITING)).order_by(device.c.waits_since, device.c.device)
    return [
        ConflictSeen(
            coupon=f"terminal:{row.name}",
            txn="",
            store=row.store,
            device=row.device,
            at=row.waits_since or 0,
            value=0,
            actor="",
            winner_txn="",
            winner_device="",
            found_at=row.waits_since or 0,
            closed_at=None,
            what=row.state,
        )
        for row in tx.execute(query).all()
    ]
