"""Facts of a terminal become undone, page by page: they stay where they are, nothing follows from them any more, and
what rested on them is written down, to be mended once the read models are derived without them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, delete, select, tuple_, update

from kiosk.domain.campaigns.facts import RewardsDecided
from kiosk.domain.coupons.charge_facts import ChargeRecorded
from kiosk.domain.coupons.facts import CouponUsed, VoucherRefunded
from kiosk.domain.draws.claim_facts import ClaimSaid
from kiosk.domain.guests.facts import EventMade, GuestSaid
from kiosk.domain.guests.photos import PhotoJudged
from kiosk.domain.help.facts import HelpSaid
from kiosk.domain.journal.registry import MemberTouched
from kiosk.domain.members.facts import Registered
from kiosk.domain.sales.facts import SaleRecorded, SaleVoided
from kiosk.hq.context import Caller
from kiosk.hq.coupons import unsigned
from kiosk.hq.journal.left_out import UNDONE
from kiosk.hq.journal.reading import ReadFact, read_fact
from kiosk.hq.leases import commands as leases
from kiosk.hq.members.kinship import Kin
from kiosk.hq.projections import rewards, slips, wheels
from kiosk.hq.projections.projection import store_lock
from kiosk.hq.rows.editions import any_published
from kiosk.hq.rows.publish import chunks
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import (
    CHAIN,
    due_member,
    fact,
    goods_back,
    member_fact,
    op,
    published,
    redemption,
    sale,
    undo,
    undo_todo,
)
from kiosk.protocol.rows import EventRow, decode_row

FACTS_AT_ONCE = 200
SALES, SALE, REGISTERED, USE = "1 sales", "2 sale", "3 registered", "4 use"
EVENT, BOOK, LEASE, COUPON, MEMBER, HELP = "5 event", "6 book", "6 lease", "7 coupon", "8 member", "9 help"
PRIZE, GUEST, PHOTO = "9 prize", "9 guest", "9 photo"
"""What is to be mended, in this order: others' sales that were left out because one had their id; a sale; a member that
was registered; a use that is gone; a row of a history; a book of paper slips; a lease of a wheel; a coupon
("coupon|member"); a member's rewards; a call for help; a prize; a guest ("event/guest") or an event
("event/"); a guest's photograph ("event/photo")."""

Todo = set[tuple[str, str]]
"""What, and its key."""


def page(tx: Tx, row: Row[Any], *, undone: bool) -> list[Row[Any]]:
    """The next facts of a terminal that HQ goes by, or (`undone`) that are undone, in the order of its journal."""
    mine = (fact.c.store == row.store) & (fact.c.device == row.device) & (fact.c.received_at >= row.since)
    mine &= fact.c.unread == UNDONE if undone else fact.c.unread.is_(None)
    query = select(fact).where(mine, tuple_(fact.c.epoch, fact.c.seq) > tuple_(row.epoch, row.seq))
    return list(tx.execute(query.order_by(fact.c.epoch, fact.c.seq).limit(FACTS_AT_ONCE)).all())


def set_unread(tx: Tx, facts: Sequence[Row[Any]], reason: str | None) -> None:
    """Say why nothing follows from these facts of a device, or that something does."""
    same = tuple_(fact.c.epoch, fact.c.seq).in_([(one.epoch, one.seq) for one in facts])
    mine = (fact.c.store == facts[0].store) & (fact.c.device == facts[0].device)
    tx.execute(update(fact).where(mine, same).values(unread=reason))


def go_on_after(tx: Tx, row: Row[Any], last: Row[Any], facts: int) -> None:
    """So far it is done; so many facts are undone in all."""
    mine = (undo.c.store == row.store) & (undo.c.device == row.device)
    tx.execute(update(undo).where(mine).values(epoch=last.epoch, seq=last.seq, facts=facts))


def mark(tx: Tx, row: Row[Any], facts: Sequence[Row[Any]]) -> None:
    """These are undone from now on."""
    tx.hold([store_lock(row.store)])
    by_epoch: dict[int, list[ReadFact]] = {}
    for one in facts:
        read = read_fact(one.epoch, one.seq, bytes(one.raw))
        if isinstance(read, ReadFact):
            by_epoch.setdefault(one.epoch, []).append(read)
    todo: Todo = set()
    for epoch, reads in sorted(by_epoch.items()):
        origin = Caller(row.store, row.device, epoch, "")
        _not_used(tx, origin, reads)
        todo |= _rested_on(tx, origin, reads)
    tx.insert_new(undo_todo, rows_of(row, todo))
    set_unread(tx, facts, UNDONE)
    go_on_after(tx, row, facts[-1], row.facts + len(facts))


def rows_of(row: Row[Any], todo: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """As they are kept."""
    place = {"store": row.store, "device": row.device}
    return [{**place, "what": what, "key": key} for what, key in sorted(todo)]


def let_go(tx: Tx, row: Row[Any], now: int) -> Todo:
    """What the terminal had claimed it has not used and will not; nobody waits for it to tell more of members. Gives
    what is to be mended for that."""
    mine = (op.c.store == row.store) & (op.c.device == row.device) & op.c.closed.is_(None)
    claimed = tx.execute(select(op.c.coupon).where(mine, op.c.coupon.is_not(None))).scalars().all()
    tx.execute(update(op).where(mine).values(closed="abandoned", closed_at=now))
    due = (due_member.c.store == CHAIN) & (due_member.c.device == row.device)
    members = tx.execute(select(due_member.c.member).where(due)).scalars().all()
    tx.execute(delete(due_member).where(due))
    return {(COUPON, f"{coupon}|") for coupon in claimed} | {(MEMBER, member) for member in members}


def _not_used(tx: Tx, origin: Caller, reads: Sequence[ReadFact]) -> None:
    """What left its shares by these facts comes back; coupons that wait by its word do not wait any more."""
    used = rewards.used_by(tx, origin, reads) if any_published(tx) else {}
    tx.hold(map(leases.lock_of, used))
    leases.unuse(tx, origin, used)
    made = [coupon for read in reads if isinstance(read.body, RewardsDecided) for coupon in read.body.coupons]
    unsigned.forget(tx, made, device_id=origin.device)


def _rested_on(tx: Tx, origin: Caller, reads: Sequence[ReadFact]) -> Todo:
    todo: Todo = {(BOOK, book) for book in slips.touched_by(tx, origin, reads)}
    todo |= {(LEASE, lease) for lease in wheels.touched_by(reads)}
    for read in reads:
        if read.happening is not None:
            todo.add((EVENT, f"{origin.device}/{read.fact.hlc:x}"))
        for change in read.changes:
            match change:
                case MemberTouched(member=member) if member:
                    todo.add((MEMBER, member))
                case SaleRecorded(txn=txn):
                    todo |= {(SALES, ""), (SALE, txn)}
                case SaleVoided(txn=txn):
                    todo.add((SALE, txn))
                case CouponUsed(coupon=coupon, txn=txn):
                    todo |= {(USE, f"{coupon}/{txn}"), (COUPON, f"{coupon}|")}
                case VoucherRefunded(coupon=coupon) | ChargeRecorded(coupon=coupon):
                    todo.add((COUPON, f"{coupon}|"))
                case HelpSaid(call=call):
                    todo.add((HELP, call))
                case ClaimSaid(claim=claim):
                    todo.add((PRIZE, claim))
                case GuestSaid(event=event, guest=guest):
                    todo.add((GUEST, f"{event}/{guest}"))
                case EventMade(definition=event_made):
                    todo.add((GUEST, f"{event_made.id}/"))
                case PhotoJudged(event=event, photo=photo):
                    todo.add((PHOTO, f"{event}/{photo}"))
                case _:
                    pass
        if isinstance(read.body, RewardsDecided):
            words = (*read.body.coupons, *read.body.coupons_back)
            todo |= {(COUPON, f"{coupon}|{read.body.member}") for coupon in words}
    enrolled = {read.body.member for read in reads if isinstance(read.body, Registered)}
    kin = Kin(tx, enrolled)
    for member in enrolled:  # who was the same person as somebody else, by a merge that rests on it, may not be so
        todo |= {(what, one) for one in kin.same(member) for what in (REGISTERED, MEMBER)}
        todo |= {(MEMBER, one) for one in kin.recommended_by(member)}
    return todo | _told_to(tx, [key for what, key in todo if what == EVENT])


def _told_to(tx: Tx, events: Sequence[str]) -> Todo:
    """Whoever has one of these in their history, though the fact may not name them."""
    found: Todo = set()
    for ids in chunks(sorted(events)):
        query = select(published.c.data).where(published.c.subject == "events", published.c.id.in_(ids))
        for data in tx.execute(query.where(published.c.data.is_not(None))).scalars():
            found |= {(MEMBER, member) for member in decode_row(data, EventRow).members}
    return found


def spread(tx: Tx, row: Row[Any], what: str, key: str) -> Todo:
    """What else is to be mended, known only now that the read models are derived: of a sale that was told, or voided,
    what others made of it, and of whom the terminal registered, whose their sales were thought to be."""
    found: Todo = set()
    if what == SALE:
        back = select(goods_back.c.device, goods_back.c.hlc).where(goods_back.c.store == row.store)
        found |= {(EVENT, f"{one.device}/{one.hlc:x}") for one in tx.execute(back.where(goods_back.c.txn == key))}
        used = select(redemption.c.coupon).where(redemption.c.at_store == row.store, redemption.c.txn == key)
        found |= {(COUPON, f"{coupon}|") for coupon in tx.execute(used).scalars()}
        bought = select(sale.c.member).where(sale.c.store == row.store, sale.c.txn == key)
        found |= {(MEMBER, member) for member in tx.execute(bought).scalars() if member}
    elif what == REGISTERED:
        theirs = select(member_fact.c.device, member_fact.c.hlc).where(member_fact.c.member == key)
        found |= {(EVENT, f"{one.device}/{one.hlc:x}") for one in tx.execute(theirs)}
    return found
