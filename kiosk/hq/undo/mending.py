"""What rested on facts that are undone is made to fit what is left, thing by thing, after the read models were derived
without them. Each piece may be done twice, and in any order with what terminals tell meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, delete, select

from kiosk.domain.campaigns.effects import Effect
from kiosk.domain.campaigns.facts import REWARDS_DECIDED, RewardsDecided
from kiosk.domain.campaigns.judged_again import reckon
from kiosk.domain.campaigns.rewards import Reward
from kiosk.domain.sales.facts import SaleCompleted
from kiosk.hq import logs
from kiosk.hq.campaigns import recount
from kiosk.hq.campaigns.marks import BEHIND, recounted
from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons import judging, rights
from kiosk.hq.draws import leases as wheel_leases
from kiosk.hq.journal.admission import SALE_KNOWN
from kiosk.hq.journal.left_out import is_of_the_fact, let_in
from kiosk.hq.journal.reading import ReadFact, read_fact
from kiosk.hq.leases.commands import HQ
from kiosk.hq.members.kinship import Kin, follow_rows
from kiosk.hq.members.queries import referrers
from kiosk.hq.projections import guests, histories, photos, prizes, rewards, slips
from kiosk.hq.projections import help as calls_for_help
from kiosk.hq.projections.live import carry_out
from kiosk.hq.projections.projection import store_lock
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.editions import any_published
from kiosk.hq.rows.publish import RowChange, publish, rows_there
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, conflict, fact, member_fact, published, redemption, sale, undo_todo
from kiosk.hq.undo.marking import (
    BOOK,
    COUPON,
    EVENT,
    GUEST,
    HELP,
    LEASE,
    MEMBER,
    PHOTO,
    PRIZE,
    REGISTERED,
    SALE,
    SALES,
    USE,
    rows_of,
    spread,
)
from kiosk.protocol.rows import EventRow


def mend(context: Context, tx: Tx, row: Row[Any], what: str, key: str) -> None:
    """Mend one thing. `row`: the undoing. A fault in it is logged: nothing else has to wait for it."""
    try:
        with tx.savepoint():
            _MEND[what](context, tx, row, key)
    except Exception as error:
        if not is_of_the_fact(error):
            raise
        logs.report(context.new_id("e-", 5), error, mending=f"{what} {key}")


def _sales(context: Context, tx: Tx, row: Row[Any], _key: str) -> None:
    """Sales of other terminals that were left out because an undone one had their id."""
    theirs = (fact.c.unread == SALE_KNOWN) & (fact.c.device != row.device)
    for one in tx.execute(select(fact).where(theirs).order_by(fact.c.received_at, fact.c.hlc, fact.c.device)).all():
        read = read_fact(one.epoch, one.seq, bytes(one.raw))
        if not isinstance(read, ReadFact) or not isinstance(read.body, SaleCompleted):
            continue
        if tx.execute(select(sale.c.txn).where(sale.c.txn == read.body.txn)).first() is None:
            let_in(tx, (one.store, one.device, one.epoch, one.seq))
            carry_out(context, tx, Caller(one.store, one.device, one.epoch, ""), [read], context.clock.now_ms())


def _spread(what: str) -> Callable[[Context, Tx, Row[Any], str], None]:
    def more(_context: Context, tx: Tx, row: Row[Any], key: str) -> None:
        tx.insert_new(undo_todo, rows_of(row, spread(tx, row, what, key)))

    return more


def _registered(context: Context, tx: Tx, row: Row[Any], member: str) -> None:
    """Somebody who was registered, or was one person with who was: their row and their coupons say who they are now."""
    follow_rows(tx, [member], context.clock.now_ms(), anyhow=True)
    tx.insert_new(undo_todo, rows_of(row, spread(tx, row, REGISTERED, member)))


def _use(context: Context, tx: Tx, _row: Row[Any], use: str) -> None:
    """A use of a coupon that no fact tells of any more."""
    coupon, _, txn = use.partition("/")
    tx.hold([rights.lock_of(coupon)])
    there = (redemption.c.coupon == coupon) & (redemption.c.txn == txn)
    if tx.execute(select(redemption.c.txn).where(there)).first() is None:
        tx.execute(delete(conflict).where(conflict.c.coupon == coupon, conflict.c.txn == txn))
        _unpublish(context, tx, "spent", use)


def _unpublish(context: Context, tx: Tx, subject: str, row_id: str) -> None:
    told = (published.c.subject == subject) & (published.c.id == row_id) & published.c.data.is_not(None)
    places = tx.execute(select(published.c.store).where(told)).scalars().all()
    publish(tx, [RowChange(Bucket(store, subject), row_id, None) for store in places], context.clock.now_ms())


def _event(context: Context, tx: Tx, _row: Row[Any], row_id: str) -> None:
    """A row of histories: of those whose history the fact belongs to no more."""
    device_id, _, stamp = row_id.partition("/")
    mine = (member_fact.c.device == device_id) & (member_fact.c.hlc == int(stamp, 16))
    told = (published.c.subject == "events") & (published.c.id == row_id) & published.c.data.is_not(None)
    changes: list[RowChange] = []
    for store in tx.execute(select(published.c.store).where(told)).scalars().all():
        one = rows_there(tx, Bucket(store, "events"), [row_id], EventRow).get(row_id)
        if one is None:
            continue
        left = set(
            tx.execute(select(member_fact.c.member).where(mine, member_fact.c.member.in_(one.members))).scalars()
        )
        members = tuple(member for member in one.members if member in left)
        changes.append(RowChange(Bucket(store, "events"), row_id, replace(one, members=members) if members else None))
    publish(tx, changes, context.clock.now_ms())


def _book(context: Context, tx: Tx, _row: Row[Any], book: str) -> None:
    """A book of paper slips, or what was said of it."""
    slips.mend(tx, book, context.clock.now_ms())


def _lease(context: Context, tx: Tx, _row: Row[Any], lease: str) -> None:
    """A lease of a wheel, of which something was told."""
    wheel_leases.settle(tx, [lease], context.clock.now_ms(), anew=True)


def _help(context: Context, tx: Tx, row: Row[Any], call: str) -> None:
    """A call for help, or what was said of it."""
    calls_for_help.mend(tx, row.store, call, context.clock.now_ms())


def _guest(context: Context, tx: Tx, row: Row[Any], key: str) -> None:
    """What was said of a guest, or of an event."""
    event, _, guest = key.partition("/")
    guests.mend(context, tx, row.store, event, guest)


def _photo(context: Context, tx: Tx, _row: Row[Any], key: str) -> None:
    """What was said of a guest's photograph."""
    event, _, photo = key.partition("/")
    photos.tell(context, tx, event, [photo])


def _prize(context: Context, tx: Tx, row: Row[Any], claim: str) -> None:
    """A prize that somebody has to get, or what was said of it."""
    prizes.mend(tx, row.store, claim, context.clock.now_ms())


def _coupon(context: Context, tx: Tx, _row: Row[Any], key: str) -> None:
    """A coupon whose uses, or whose making, are gone."""
    coupon, _, member = key.partition("|")
    now = context.clock.now_ms()
    # as whoever decides about a coupon that was made: HQ's journal first
    tx.hold([store_lock(CHAIN)])
    tx.hold([rights.lock_of(coupon)])
    if member:
        rewards.mend(context, tx, coupon, member, now)
    judging.recompute(tx, [coupon], now)
    judging.told_only_where_due(tx, coupon, now)
    rights.mended(tx, [coupon], now)
    tx.touch(f"coupon/{coupon}")


def _member(context: Context, tx: Tx, row: Row[Any], name: str) -> None:
    """A member's rewards: what HQ gave only because of what is undone it takes back; then they are counted anew."""
    if not any_published(tx):
        return
    kin = Kin(tx, [name])
    kin.learn(kin.recommended_by(name))
    concerned = (name, *referrers(tx, [name]).values(), *sorted(kin.recommended_by(name)))
    for member in dict.fromkeys(kin.root(one) for one in concerned):
        found, newest = recounted(context, tx, recount.shared_at_hq(tx), member)
        effect, before = found.effect, found.journalled
        too_much = {one.id: one for one in effect.taken_back} | {name: before.rewards[name] for name in found.kept}
        if not effect.happening:  # nothing is left for which anything could be due
            too_much = before.rewards
        back = _hqs_own(context, tx, member, too_much, row.since)
        if back:
            recount.journal(context, tx, Effect(member, back[0].happening, taken_back=back), newest)
        recount.count(context, tx, [member])


def _hqs_own(context: Context, tx: Tx, member: str, too_much: Mapping[str, Reward], since: int) -> tuple[Reward, ...]:
    """Those of a member's rewards that are not due, that HQ gave since then, and that it would not have given by what
    it goes by now, of all that it knew when it gave them."""
    if not too_much:
        return ()
    same = (fact.c.store == member_fact.c.store) & (fact.c.device == member_fact.c.device)
    same &= (fact.c.epoch == member_fact.c.epoch) & (fact.c.seq == member_fact.c.seq)
    mine = select(fact).join(member_fact, same).where(member_fact.c.member == member, fact.c.received_at >= since)
    recent = tx.execute(mine.order_by(fact.c.received_at, fact.c.hlc)).all()
    given: dict[str, int] = {}
    elsewhere: set[tuple[str, int]] = set()
    hqs: set[str] = set()
    for one in recent:
        read = read_fact(one.epoch, one.seq, bytes(one.raw)) if one.kind == REWARDS_DECIDED else None
        if not isinstance(read, ReadFact) or not isinstance(read.body, RewardsDecided):
            continue
        said = {reward.id: reward for reward in read.body.rewards()}
        if one.device == HQ:
            hqs.add(f"{one.device}/{one.hlc:x}")
            given |= dict.fromkeys((name for name in said if said[name] == too_much.get(name)), one.received_at)
        else:  # what a person signed of another terminal's
            elsewhere |= {(reward.id, reward.quantity) for reward in said.values()}
    events = histories.events_of(tx, member)
    heard = {f"{one.device}/{one.hlc:x}": one.received_at for one in recent}

    def due(name: str, at: int) -> bool:
        known = [one for one in events if one.id not in hqs and heard.get(one.id, 0) <= at]
        found = reckon(context.rules.of(tx), recount.shared_at_hq(tx), member, known, None, BEHIND)
        return found is not None and any(
            one.id == name and one.quantity == too_much[name].quantity for one in found.effect.granted
        )

    return tuple(
        too_much[name]
        for name, at in given.items()
        if (name, too_much[name].quantity) not in elsewhere and not due(name, at)
    )


_MEND: Mapping[str, Callable[[Context, Tx, Row[Any], str], None]] = {
    SALES: _sales,
    SALE: _spread(SALE),
    REGISTERED: _registered,
    USE: _use,
    EVENT: _event,
    BOOK: _book,
    LEASE: _lease,
    COUPON: _coupon,
    MEMBER: _member,
    HELP: _help,
    PRIZE: _prize,
    GUEST: _guest,
    PHOTO: _photo,
}
