"""Does what is stored agree with itself?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select

from kiosk.domain.guests.facts import AddedBody
from kiosk.domain.journal.facts import first_break, genesis
from kiosk.domain.registration.person import commitment_of
from kiosk.hq.context import Context
from kiosk.hq.coupons import rights
from kiosk.hq.draws import stock
from kiosk.hq.draws.tables import draw_file
from kiosk.hq.guests.tables import guest_kept
from kiosk.hq.leases import commands as leases
from kiosk.hq.members.queries import homes
from kiosk.hq.projections.guests import words_in
from kiosk.hq.projections.registrations import registered
from kiosk.hq.rebuild.check import check
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import recount
from kiosk.hq.slips.books import states
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import person
from kiosk.hq.store.schema import CHAIN, bucket, chain, fact, right_grant, slip_out


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something stored that does not agree with itself: `what` is a stable code, `where` says which."""

    what: str
    where: str


def verify(context: Context) -> list[Flaw]:
    """Check every stored chain link by link, the totals of every bucket, that no right is held twice, that shares of
    stock and budgets, and leases of wheels, make up the whole, and that read models are what all facts give."""
    with context.database.read() as tx:
        broken = list(_chains(tx))
        shares = [Flaw("lease_totals", key) for key in leases.out_of_balance(tx)]
        prizes = [Flaw("wheel_totals", key) for key in stock.out_of_balance(tx)]
        flaws = [
            *broken,
            *_buckets(tx),
            *_rights(tx),
            *shares,
            *prizes,
            *_slips(tx),
            *_persons(tx),
            *_guests(tx),
            *_draw_files(context, tx),
        ]
    if broken:  # what would be derived from other facts says nothing
        return flaws
    return flaws + [Flaw("derived", f"{one.table} {one.key}: {one.what}") for one in check(context)]


def _draw_files(context: Context, tx: Tx) -> Iterator[Flaw]:
    """Published files of draws, whose names are their hashes: the record is kept for years."""
    for row in tx.execute(select(draw_file).order_by(draw_file.c.draw, draw_file.c.seq)):
        path = context.folder / "draws" / f"{row.sha256}.json.zst"
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            found = ""
        if found != row.sha256:
            yield Flaw("draw_file", f"{row.draw}/{row.seq}")


def _persons(tx: Tx) -> Iterator[Flaw]:
    """Who somebody is: whom the fact of their registration commits to."""
    for row in tx.execute(select(person).order_by(person.c.member)):
        found = registered(tx, row.member, row.store)
        if found is None and homes(tx, [row.member]):
            yield Flaw("person_without_registration", row.member)
        if found is not None and commitment_of(bytes(row.salt), bytes(row.data)) != found.person:
            yield Flaw("person_wrong", row.member)


def _guests(tx: Tx) -> Iterator[Flaw]:
    """Guests whom desks added are those to whom their facts commit; the facts of one who was undone are not there."""
    lists: dict[tuple[str, str], list[Row[Any]]] = {}
    for row in tx.execute(select(guest_kept).order_by(guest_kept.c.event, guest_kept.c.guest)):
        lists.setdefault((row.store, row.event), []).append(row)
    for (store, event), rows in lists.items():
        said: dict[str, set[str]] = {}
        for word in words_in(tx, store, event):
            if isinstance(word.said, AddedBody):
                said.setdefault(word.said.guest, set()).add(word.said.person)
        for row in rows:
            theirs = said.get(row.guest)
            if theirs is not None and commitment_of(bytes(row.salt), bytes(row.data)) not in theirs:
                yield Flaw("guest_wrong", f"{event}/{row.guest}")


def _chains(tx: Tx) -> Iterator[Flaw]:
    for row in tx.execute(select(chain).order_by(chain.c.device, chain.c.epoch)).all():
        query = (
            select(fact.c.seq, fact.c.raw, fact.c.hash)
            .where(fact.c.store == row.store, fact.c.device == row.device, fact.c.epoch == row.epoch)
            .order_by(fact.c.seq)
        )
        facts = [(seq, bytes(raw), bytes(digest)) for seq, raw, digest in tx.execute(query)]
        where = f"{row.device}/{row.epoch}"
        broken = first_break(row.device, row.epoch, facts)
        last = (facts[-1][0], facts[-1][2]) if facts else (0, genesis(row.device, row.epoch))
        if broken is not None:
            yield Flaw("chain_broken", f"{where}/{broken}")
        elif last != (row.last_seq, bytes(row.last_hash)):
            yield Flaw("chain_end", where)


def _buckets(tx: Tx) -> Iterator[Flaw]:
    counted = recount(tx)
    for row in tx.execute(select(bucket.c.store, bucket.c.subject, bucket.c.rows, bucket.c.checksum)).all():
        place = Bucket(row.store, row.subject)
        if counted.get(place, (0, 0)) != (row.rows, row.checksum):
            yield Flaw("bucket_totals", place.name)


def _slips(tx: Tx) -> Iterator[Flaw]:
    """Books that take more, or less, of what was set aside than may still be used of them and was."""
    taken = {row.book: row.out for row in tx.execute(select(slip_out).where(slip_out.c.store == CHAIN))}
    for state in states(tx):
        if taken.get(state.book.id) != state.out:
            yield Flaw("slips_out", state.book.id)


def _rights(tx: Tx) -> Iterator[Flaw]:
    """Coupons on which several terminals have a right; of what they put on a voucher of value each may, as long as
    together they have no more than is on it."""
    query = select(right_grant.c.coupon).where(right_grant.c.ended_at.is_(None)).group_by(right_grant.c.coupon)
    several = tx.execute(query.having(func.count() > 1).order_by(right_grant.c.coupon)).scalars().all()
    for coupon in rights.beyond(tx, several):
        yield Flaw("right_held_twice", coupon)
