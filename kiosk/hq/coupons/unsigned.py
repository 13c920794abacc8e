"""Coupons that terminals made and HQ has not signed yet: beyond so many of a rule a day, a terminal's word alone makes
none. They wait until HQ's own count of the rules gives them (`campaigns/confirming.py`), or a person decides.

What waits, and how many were signed at once, are HQ's own records: no rebuild touches them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Row, delete, select, update

from kiosk.domain.campaigns.fitting import gives_coupon
from kiosk.domain.campaigns.rewards import Reward
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.time import instant
from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons import judging, rights
from kiosk.hq.members.queries import homes
from kiosk.hq.rows.buckets import Bucket, rights_of
from kiosk.hq.rows.publish import RowChange, chunks, publish, published_rows, rows_there
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, device, signed_at_once, unsigned_coupon
from kiosk.hq.tokens import issue, keys
from kiosk.protocol.rows import CouponRow, RevocationRow, decode_row, encode_row

REVOCATIONS = Bucket(CHAIN, "revocations")
TAKEN_BACK = "taken_back"
UNDONE = "undone"
"""Why a coupon is revoked: whoever gave it took it back; what a terminal did was undone."""
_DAY = 86_400_000
_RULE = 200
_REWARD = 300

Waiting = Row[Any]
"""A row of `unsigned_coupon`."""


@dataclass(frozen=True, slots=True)
class Made:
    """A coupon of a reward that a decision (its stamp: `hlc`) gave; `home`: the store of its member."""

    coupon: Coupon
    home: str
    reward: Reward
    hlc: int


def beyond(
    context: Context, tx: Tx, origin: Caller, made: Sequence[Made], held: Iterable[str], now: int
) -> frozenset[str]:
    """The ids of those coupons that HQ does not sign on the terminal's word; from now on they wait. A reward is signed
    whole or not at all. `held`: what the terminal may use already. Nothing of HQ's own waits."""
    if origin.store == CHAIN or not made:
        return frozenset()
    day = now // _DAY
    mine = (signed_at_once.c.store == origin.store) & (signed_at_once.c.device == origin.device)
    today = select(signed_at_once.c.rule, signed_at_once.c.count).where(mine, signed_at_once.c.day == day)
    counts: dict[str, int] = {row.rule: row.count for row in tx.execute(today)}
    refused = _refused(tx, [one.coupon.id for one in made])
    by_reward: dict[str, list[Made]] = defaultdict(list)
    for one in made:
        by_reward[one.reward.id].append(one)
    changed: set[str] = set()
    waits: list[Made] = []
    for group in by_reward.values():
        reward = group[0].reward
        rule = f"{reward.campaign}/{reward.rule}"[:_RULE]
        count = counts.get(rule, 0) + len(group)
        beyond_cap = count > context.settings.unconfirmed_coupons_a_day
        if beyond_cap or not _of_its_rule(context, tx, reward) or any(one.coupon.id in refused for one in group):
            waits += group
        else:
            counts[rule] = count
            changed.add(rule)
    place = {"store": origin.store, "device": origin.device}
    tx.upsert(signed_at_once, [{**place, "rule": rule, "day": day, "count": counts[rule]} for rule in sorted(changed)])
    _wait(tx, origin, waits, frozenset(held), refused, now)
    return frozenset(one.coupon.id for one in waits)


def _of_its_rule(context: Context, tx: Tx, reward: Reward) -> bool:
    """Whether a published rule of that name gives such coupons."""
    return any(
        rule.id == reward.rule and gives_coupon(rule, reward.ref)
        for edition in context.rules.of(tx).editions
        if edition.campaign.id == reward.campaign
        for rule in edition.campaign.rules
    )


def _refused(tx: Tx, coupons: Iterable[str]) -> dict[str, int]:
    """Which of these a person has refused, and when. It holds whoever tells of the coupon again."""
    found: dict[str, int] = {}
    for ids in chunks(coupons):
        mine = (unsigned_coupon.c.store == CHAIN) & unsigned_coupon.c.coupon.in_(ids)
        query = select(unsigned_coupon.c.coupon, unsigned_coupon.c.refused_at).where(mine)
        found.update(
            {row.coupon: row.refused_at for row in tx.execute(query.where(unsigned_coupon.c.refused_at.is_not(None)))}
        )
    return found


def _wait(
    tx: Tx, origin: Caller, waits: Sequence[Made], held: frozenset[str], refused: dict[str, int], now: int
) -> None:
    rows = [
        {
            "store": CHAIN,
            "coupon": one.coupon.id,
            "device": origin.device,
            "at_store": origin.store,
            "home": one.home,
            "member": one.coupon.member,
            "reward": one.reward.id[:_REWARD],
            "granted": msgspec.json.encode(one.reward).decode(),
            "data": encode_row(CouponRow(one.coupon, "")).decode(),
            "hlc": one.hlc,
            "held": int(one.coupon.id in held),
            "since": now,
            "refused_at": refused.get(one.coupon.id),
        }
        for one in waits
    ]
    tx.upsert(unsigned_coupon, rows)


# -- what waits -------------------------------------------------------------------------------------------------------


def of_members(tx: Tx, members: Iterable[str]) -> dict[str, list[Waiting]]:
    """What waits, or was refused, of these members."""
    found: dict[str, list[Waiting]] = defaultdict(list)
    for ids in chunks(members):
        for row in _rows(tx, unsigned_coupon.c.member.in_(ids)):
            found[row.member].append(row)
    return found


def waiting(tx: Tx, *, reward: str | None = None, at: str | None = None) -> list[Waiting]:
    """What waits for a decision, the oldest first: of all, of a reward, or of a device (`at`)."""
    which: Any = unsigned_coupon.c.refused_at.is_(None)
    if reward is not None:
        which &= unsigned_coupon.c.reward == reward
    if at is not None:
        which &= unsigned_coupon.c.device == at
    return _rows(tx, which)


def reward_of(row: Waiting) -> Reward:
    """The reward as the terminal gave it."""
    return msgspec.json.decode(row.granted, type=Reward)


def _rows(tx: Tx, which: Any) -> list[Waiting]:
    order = (unsigned_coupon.c.since, unsigned_coupon.c.hlc, unsigned_coupon.c.coupon, unsigned_coupon.c.device)
    return list(tx.execute(select(unsigned_coupon).where(unsigned_coupon.c.store == CHAIN, which).order_by(*order)))


def forget(tx: Tx, coupons: Iterable[str], *, device_id: str | None = None) -> None:
    """These were taken back: they do not wait any more (with `device_id`: for that terminal). What a person refused
    stays refused."""
    for ids in chunks(sorted(set(coupons))):
        mine = [unsigned_coupon.c.store == CHAIN, unsigned_coupon.c.coupon.in_(ids)]
        mine += [] if device_id is None else [unsigned_coupon.c.device == device_id]
        tx.execute(delete(unsigned_coupon).where(*mine, unsigned_coupon.c.refused_at.is_(None)))


def refuse(tx: Tx, coupons: Iterable[str], now: int) -> None:
    """A person refuses these."""
    for ids in chunks(sorted(set(coupons))):
        mine = (unsigned_coupon.c.store == CHAIN) & unsigned_coupon.c.coupon.in_(ids)
        tx.execute(update(unsigned_coupon).where(mine).values(refused_at=now))


# -- signing ----------------------------------------------------------------------------------------------------------


def publish_signed(context: Context, tx: Tx, made: Iterable[tuple[str, Coupon]], now: int) -> set[str]:
    """Sign coupons and publish each in a store. What was taken back before it was signed is good again. Gives their
    ids."""
    made = list(made)
    key = keys.signing(context, tx)
    revoked = rows_there(tx, REVOCATIONS, [coupon.id for _home, coupon in made], RevocationRow)
    changes: list[RowChange] = []
    done: set[str] = set()
    for home, coupon in made:
        try:
            signed = issue.coupon_row(key, context.settings.issuer, coupon, instant(now))
        except ValueError:  # what no token can say: an instant before 1970
            continue
        if coupon.id in revoked and revoked[coupon.id].reason in (TAKEN_BACK, UNDONE):
            changes.append(RowChange(REVOCATIONS, coupon.id, None))
        changes.append(RowChange(Bucket(home, "coupons"), coupon.id, signed))
        done.add(coupon.id)
    publish(tx, changes, now)
    return done


def sign(context: Context, tx: Tx, rows: Sequence[Waiting], now: int) -> int:
    """Sign what waits, each coupon as the first of `rows` says; the right is of the terminal that made it. Gives how
    many."""
    first = {row.coupon: row for row in reversed(rows)}
    tx.hold(map(rights.lock_of, first))
    there = published_rows(tx, "coupons", first, CouponRow)
    home = homes(tx, {row.member for row in first.values()})
    made = [
        (home.get(row.member, row.home), replace(decode_row(row.data, CouponRow).coupon, revoked_at=None))
        for coupon, row in first.items()
        if coupon not in there
    ]
    done = publish_signed(context, tx, made, now)
    settled(tx, first, now)
    rights.assign(tx, done, now)
    judging.later(tx, done, now)
    return len(done)


def settled(tx: Tx, coupons: Iterable[str], now: int) -> None:
    """These are signed now, for whatever word: they wait no more. The right of each is of the terminal that has waited
    longest with it; others that made the same one learn that it is not theirs."""
    waited: dict[tuple[str, str], list[str]] = {}
    for ids in chunks(sorted(set(coupons))):
        rows = _rows(tx, unsigned_coupon.c.coupon.in_(ids))
        for row in rows:
            if row.held:
                waited.setdefault((row.at_store, row.device), []).append(row.coupon)
        if rows:
            mine = (unsigned_coupon.c.store == CHAIN) & unsigned_coupon.c.coupon.in_(ids)
            tx.execute(delete(unsigned_coupon).where(mine))
    for (store, device_id), ids in waited.items():
        state = tx.execute(select(device.c.state).where(device.c.device == device_id)).scalar()
        if state == "active":
            rights.confirm(tx, Caller(store, device_id, 0, ""), ids, now)
        else:  # it comes to nothing there; the store's next terminal gets it
            publish(tx, [RowChange(rights_of(store, device_id), coupon, None) for coupon in ids], now)
