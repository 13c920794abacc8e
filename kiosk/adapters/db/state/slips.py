"""Paper slips: books that this terminal made, slips that were keyed in here, and what was declared of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Index, Integer, Table, Text

from kiosk.adapters.db.layout import Connection, metadata
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.slips import OwnBook, SaidOfSlips, SlipState, UsedSlip
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SaleVoided
from kiosk.domain.slips.facts import BookOpened, SlipsSaid, SlipUsed
from kiosk.domain.slips.model import Declared, Range, SlipBook
from kiosk.domain.time import instant

slip_book = Table(
    "slip_book",
    metadata,
    Column("book", Text, primary_key=True),
    Column("store", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("template", Text, nullable=False),
    Column("off", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("uses", Integer, nullable=False),
    Column("most", Integer, nullable=False),
    Column("made", Integer, nullable=False),
    Column("since", Integer, nullable=False),
    Column("until", Integer, nullable=False),
    Column("public", Text, nullable=False),
    Column("actor", Text, nullable=False),
    sqlite_with_rowid=False,
)

slip_use = Table(
    "slip_use",
    metadata,
    Column("book", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("txn", Text, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("keyed", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("off", Integer, nullable=False),
    Index("ix_slip_use_txn", "txn"),
    sqlite_with_rowid=False,
)

slip_said = Table(
    "slip_said",
    metadata,
    Column("book", Text, primary_key=True),
    Column("number", Integer, primary_key=True),  # 1, 2, 3 … as it was said
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    sqlite_with_rowid=False,
)


def _open(connection: Connection, _fact: Fact, change: BookOpened) -> None:
    connection.execute(
        'INSERT INTO slip_book (book, store, rule, template, "off", first, last, uses, most, made, since, until,'
        " public, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            change.book,
            change.store,
            change.rule,
            change.template,
            change.off,
            change.first,
            change.last,
            change.uses,
            change.most,
            change.made,
            change.since,
            change.until,
            change.public,
            change.actor,
        ),
    )


def _use(connection: Connection, _fact: Fact, change: SlipUsed) -> None:
    connection.execute(
        'INSERT INTO slip_use (book, number, txn, at, keyed, "by", actor, "off") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        (
            change.book,
            change.number,
            change.txn,
            change.at,
            change.keyed,
            change.by,
            change.actor,
            change.off,
        ),
    )


def _give_back(connection: Connection, _fact: Fact, change: SaleVoided) -> None:
    """What was keyed in wrongly is keyed in again."""
    connection.execute("DELETE FROM slip_use WHERE txn = ?", (change.txn,))


def _say(connection: Connection, _fact: Fact, change: SlipsSaid) -> None:
    connection.execute(
        "INSERT INTO slip_said (book, number, first, last, what, at, actor)"
        " SELECT ?1, 1 + count(*), ?2, ?3, ?4, ?5, ?6 FROM slip_said WHERE book = ?1",
        (change.book, change.first, change.last, change.what, change.at, change.actor),
    )


# a peer's slips are told by HQ: nothing that a peer says moves what was set aside for this terminal's books
STATE = State(
    tables=(slip_book, slip_use, slip_said),
    carry={BookOpened: _open, SlipUsed: _use, SaleVoided: _give_back, SlipsSaid: _say},
)

_BOOKS = (
    'SELECT book, store, rule, template, "off", first, last, uses, most, made, since, until, public FROM slip_book'
    " ORDER BY made DESC, book"
)


class SlipRows(Rows, SlipState):
    """Reads them."""

    def own_books(self) -> Sequence[OwnBook]:
        device = self.meta("device") or ""
        return [_book(row, device) for row in self._connection.execute(_BOOKS)]

    def used_slips(self, book: str) -> Sequence[UsedSlip]:
        rows = self._connection.execute(
            'SELECT book, number, txn, at, keyed, "by", actor, "off" FROM slip_use WHERE book = ?'
            " ORDER BY number, keyed",
            (book,),
        )
        device = self.meta("device") or ""
        return [
            UsedSlip(name, number, txn, at, keyed, by, actor, off, device)
            for name, number, txn, at, keyed, by, actor, off in rows
        ]

    def said_of_slips(self, book: str) -> Sequence[SaidOfSlips]:
        rows = self._connection.execute(
            "SELECT book, first, last, what, at, actor FROM slip_said WHERE book = ? ORDER BY number", (book,)
        )
        return [
            SaidOfSlips(name, Range(first, last, Declared(what)), at, actor)
            for name, first, last, what, at, actor in rows
        ]


def _book(row: Any, device: str) -> OwnBook:
    book, store, rule, template, off, first, last, uses, most, made, since, until, public = row
    times = (instant(made), instant(since), instant(until))
    return OwnBook(SlipBook(book, store, rule, template, off, first, last, uses, most, *times, device), public)
