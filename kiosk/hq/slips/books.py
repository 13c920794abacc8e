"""Books of paper slips as HQ knows them: what became of each, and what it takes of what was set aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row, select

from kiosk.domain.slips.model import BookState, Declared, Range, SlipBook, state_of
from kiosk.domain.time import instant
from kiosk.hq.leases.commands import HQ
from kiosk.hq.rows.publish import chunks
from kiosk.hq.slips.tables import slip_book, slip_said, slip_use
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import voiding


def book_of(row: Row[Any]) -> SlipBook:
    """The book of a row."""
    return SlipBook(
        row.book,
        row.store,
        row.rule,
        row.template,
        row.off,
        row.first,
        row.last,
        row.uses,
        row.most,
        instant(row.made),
        instant(row.since),
        instant(row.until),
        "" if row.device == HQ else row.device,
    )


def books(tx: Tx, ids: Iterable[str] | None = None) -> dict[str, SlipBook]:
    """By id: those, or all there are. Of two of one id, which nobody makes in good faith, the one that was made first
    counts."""
    query = select(slip_book).order_by(slip_book.c.hlc, slip_book.c.device)
    rows: list[Row[Any]] = []
    if ids is None:
        rows += tx.execute(query).all()
    for some in chunks(sorted(set(ids or ()))):
        rows += tx.execute(query.where(slip_book.c.book.in_(some))).all()
    found: dict[str, SlipBook] = {}
    for row in rows:
        found.setdefault(row.book, book_of(row))
    return found


def uses(tx: Tx, ids: Iterable[str] | None = None) -> list[Row[Any]]:
    """Slips that were keyed in and not voided, of those books or of all, in the order in which they were."""
    void = (voiding.c.store == slip_use.c.store) & (voiding.c.txn == slip_use.c.txn)
    query = select(slip_use).where(~select(voiding.c.txn).where(void).exists())
    query = query.order_by(slip_use.c.hlc, slip_use.c.device, slip_use.c.epoch, slip_use.c.seq)
    if ids is None:
        return list(tx.execute(query).all())
    found: list[Row[Any]] = []
    for some in chunks(sorted(set(ids))):
        found += tx.execute(query.where(slip_use.c.book.in_(some))).all()
    return found


def said(tx: Tx, ids: Iterable[str] | None = None) -> Mapping[str, list[Range]]:
    """What was declared of the numbers of those books, or of all, by book."""
    query = select(slip_said).order_by(slip_said.c.hlc, slip_said.c.device)
    rows: list[Row[Any]] = []
    if ids is None:
        rows += tx.execute(query).all()
    for some in chunks(sorted(set(ids or ()))):
        rows += tx.execute(query.where(slip_said.c.book.in_(some))).all()
    found: dict[str, list[Range]] = defaultdict(list)
    for row in rows:
        one = Range(row.first, row.last, Declared(row.what))
        if one not in found[row.book]:
            found[row.book].append(one)
    return found


def states(tx: Tx, ids: Iterable[str] | None = None) -> list[BookState]:
    """What became of those books, or of all, by store and the time they were made."""
    wanted = None if ids is None else sorted(set(ids))
    known, declared = books(tx, wanted), said(tx, wanted)
    numbers: dict[str, list[int]] = defaultdict(list)
    off: dict[str, int] = defaultdict(int)
    for row in uses(tx, wanted):
        if row.book not in known or row.store != known[row.book].store:
            continue  # a conflict, and no use of the book
        numbers[row.book].append(row.number)
        off[row.book] += row.off
    found = [state_of(book, numbers[name], declared.get(name, ()), off[name]) for name, book in known.items()]
    return sorted(found, key=lambda one: (one.book.store, one.book.made, one.book.id))
