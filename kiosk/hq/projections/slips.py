"""Paper slips: books, slips that were keyed in, and numbers that were declared; what each book takes of what was set
aside, and what stores are told of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import delete, select, update

from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED, SaleVoided
from kiosk.domain.slips.facts import SLIPS_BOOK_MADE, SLIPS_DECLARED, BookOpened, SlipsSaid, SlipUsed
from kiosk.domain.slips.model import SlipBook, share_key
from kiosk.hq.context import Caller
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.leases import commands as leases
from kiosk.hq.projections.projection import Live, Projection, Run
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, chunks, publish
from kiosk.hq.slips.books import books, said, states
from kiosk.hq.slips.tables import slip_book, slip_said, slip_use
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, device, published, slip_out
from kiosk.hq.tokens import issue, keys
from kiosk.protocol.rows import SlipBookRow, SlipMarksRow

_FIRST = ("hlc", "device", "epoch", "seq")


def _of(facts: Sequence[ReadFact]) -> Iterator[tuple[Fact, BookOpened | SlipsSaid | SlipUsed]]:
    for read in facts:
        for change in read.changes:
            if isinstance(change, BookOpened | SlipsSaid | SlipUsed):
                yield read.fact, change


def _voids(facts: Sequence[ReadFact]) -> list[str]:
    return [change.txn for read in facts for change in read.changes if isinstance(change, SaleVoided)]


def _touched(tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> set[str]:
    found = {change.book for _, change in _of(facts)}
    for txns in chunks(_voids(facts)):
        query = select(slip_use.c.book).where(slip_use.c.store == origin.store, slip_use.c.txn.in_(txns))
        found.update(tx.execute(query).scalars())
    return found


def _locks(tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> Iterator[str]:
    touched = _touched(tx, origin, facts)
    rules = {book.rule for book in books(tx, touched).values()} if touched else set()
    rules |= {change.rule for _, change in _of(facts) if isinstance(change, BookOpened)}
    yield from (f"slips/{book}" for book in touched)
    yield from (leases.lock_of(share_key(rule)) for rule in rules)


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    tx, found = run.tx, list(_of(facts))
    tx.insert_first(slip_book, [_book(origin, *one) for one in found if isinstance(one[1], BookOpened)], _FIRST)  # type: ignore[arg-type]
    tx.insert_first(slip_use, [_use(origin, *one) for one in found if isinstance(one[1], SlipUsed)], _FIRST)  # type: ignore[arg-type]
    tx.insert_first(slip_said, [_say(origin, *one) for one in found if isinstance(one[1], SlipsSaid)], _FIRST)  # type: ignore[arg-type]
    if run.live is None:
        return
    touched = _touched(tx, origin, facts)
    if touched:
        _follow(run.live, tx, origin, touched, [change for _, change in found])


def _book(origin: Caller, fact: Fact, one: BookOpened) -> dict[str, str | int]:
    return {
        "store": one.store,
        "book": one.book,
        "device": origin.device,
        "epoch": fact.epoch,
        "seq": fact.seq,
        "hlc": fact.hlc,
        "rule": one.rule,
        "template": one.template,
        "off": one.off,
        "first": one.first,
        "last": one.last,
        "uses": one.uses,
        "most": one.most,
        "made": one.made,
        "since": one.since,
        "until": one.until,
        "actor": one.actor,
    }


def _use(origin: Caller, fact: Fact, one: SlipUsed) -> dict[str, str | int]:
    return {
        "store": origin.store,
        "book": one.book,
        "number": one.number,
        "txn": one.txn,
        "device": origin.device,
        "epoch": fact.epoch,
        "seq": fact.seq,
        "hlc": fact.hlc,
        "at": one.at,
        "keyed": one.keyed,
        "by": one.by,
        "actor": one.actor,
        "off": one.off,
    }


def _say(origin: Caller, fact: Fact, one: SlipsSaid) -> dict[str, str | int]:
    return {
        "store": origin.store,
        "book": one.book,
        "device": origin.device,
        "hlc": fact.hlc,
        "epoch": fact.epoch,
        "seq": fact.seq,
        "first": one.first,
        "last": one.last,
        "what": one.what,
        "at": one.at,
        "actor": one.actor,
    }


# -- what HQ does -----------------------------------------------------------------------------------------------------


def _follow(
    live: Live, tx: Tx, origin: Caller, touched: set[str], changes: Iterable[BookOpened | SlipsSaid | SlipUsed]
) -> None:
    known = books(tx, touched)
    said_now = {change.book for change in changes if isinstance(change, SlipsSaid)}
    for book in known.values():
        _take(live, tx, origin, book)
    for state in states(tx, known):
        _settle(tx, state.book.id, state.out)
    marks = said(tx, said_now)
    publish(
        tx,
        [
            RowChange(Bucket(known[book].store, "slip_marks"), book, SlipMarksRow(book, tuple(marks[book])))
            for book in said_now
            if book in known
        ],
        live.now,
    )


def _take(live: Live, tx: Tx, origin: Caller, book: SlipBook) -> None:
    """A book that HQ has just heard of: what it takes is gone from now on, and its store is told."""
    if (
        tx.execute(select(slip_out.c.out).where(slip_out.c.store == CHAIN, slip_out.c.book == book.id)).scalar()
        is not None
    ):
        return
    key = share_key(book.rule)
    if leases.left_of(tx, key) is None:
        leases.set_aside(tx, key, 0)
    leases.use(tx, origin, {f"|{key}": book.uses})
    row = {"rule": book.rule, "holder_store": origin.store, "holder": origin.device, "out": book.uses}
    tx.insert_new(slip_out, [{"store": CHAIN, "book": book.id, **row}])
    if book.device:
        mine = (device.c.store == origin.store) & (device.c.device == book.device)
        public = tx.execute(select(device.c.public_key).where(mine)).scalar()
        told = SlipBookRow(book, public=bytes(public).hex() if public is not None else "")
    else:
        context = live.context
        key_now = keys.signing_slips(context, tx)
        told = SlipBookRow(book, issue.slip_codes(key_now, context.settings.issuer, book))
    publish(tx, [RowChange(Bucket(book.store, "slips"), book.id, told)], live.now)


def _settle(tx: Tx, book: str, out: int) -> None:
    """What is declared unused may be given to others; what is used all the same is gone all the same."""
    mine = (slip_out.c.store == CHAIN) & (slip_out.c.book == book)
    row = tx.execute(select(slip_out).where(mine)).one()
    if row.out != out:
        leases.shift(tx, Caller(row.holder_store, row.holder, 0, ""), share_key(row.rule), out - row.out)
        tx.execute(update(slip_out).where(mine).values(out=out))


def touched_by(tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> set[str]:
    """Books about which these facts of a device say something."""
    return _touched(tx, origin, facts)


def mend(tx: Tx, book: str, now: int) -> None:
    """Facts about a book were undone: what it takes of what was set aside, and what stores were told of it, follows
    from what is left. A book that nobody has made takes nothing; its slips are none."""
    known = books(tx, [book]).get(book)
    mine = (slip_out.c.store == CHAIN) & (slip_out.c.book == book)
    if tx.execute(select(slip_out.c.book).where(mine)).first() is not None:
        tx.hold([leases.lock_of(share_key(tx.execute(select(slip_out.c.rule).where(mine)).scalar_one()))])
        _settle(tx, book, states(tx, [book])[0].out if known is not None else 0)
    if known is None:
        tx.execute(delete(slip_out).where(mine))
    marks = said(tx, [book]).get(book) if known is not None else None
    for subject, there in (("slips", known), ("slip_marks", marks)):
        told = (published.c.subject == subject) & (published.c.id == book) & published.c.data.is_not(None)
        if not there:
            places = tx.execute(select(published.c.store).where(told)).scalars().all()
            publish(tx, [RowChange(Bucket(store, subject), book, None) for store in places], now)
    if known is not None and marks:
        publish(tx, [RowChange(Bucket(known.store, "slip_marks"), book, SlipMarksRow(book, tuple(marks)))], now)


SLIPS = Projection(
    name="slips",
    version=1,
    kinds=frozenset({SALE_COMPLETED, SALE_VOIDED, SLIPS_BOOK_MADE, SLIPS_DECLARED}),
    tables=(slip_book, slip_use, slip_said),
    apply=_apply,
    locks=_locks,
)
