"""Sales: what stands, what was voided, what came back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, Index, Integer, Table, Text

from kiosk.adapters.db.layout import Connection, epoch_and_seq, metadata, place
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.sales import FoundSales, SaleQuery, SalesState, StoredReturn, StoredSale
from kiosk.domain.facts import ProjectionError, changes
from kiosk.domain.journal.facts import Fact, decode
from kiosk.domain.sales.facts import SALE_COMPLETED, SaleRecorded, SaleReturned, SaleVoided

# what was sold is in the fact at `fact`; `coupons`: JSON array of the ids that a void gives back, so that it
# finds their uses without an index. It has a rowid and grows at its end, as facts do
sale = Table(
    "sale",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("txn", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("coupons", Text, nullable=False),
    Column("fact", Integer, nullable=False),
    Column("voided_at", Integer),
    Column("voided_by", Text),
    Column("void_reason", Text),
    Column("void_approved_by", Text),
    Index("uq_sale_txn", "txn", unique=True),
)

# minor units, as paid, of goods that came back of a sale that stands otherwise
sale_return = Table(
    "sale_return",
    metadata,
    Column("txn", Text, primary_key=True),
    Column("amount", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# the returns of which more is known than an amount. JSON: `goods` arrays of [article, category, pieces, price], `less`
# and `vouchers` of [id, minor units]; `till`: the till's own id
sale_back = Table(
    "sale_back",
    metadata,
    Column("txn", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("amount", Integer, nullable=False),
    Column("goods", Text, nullable=False),
    Column("less", Text, nullable=False),
    Column("vouchers", Text, nullable=False),
    Column("till", Text, nullable=False),
    sqlite_with_rowid=False,
)

# what sales are found by, this terminal's (`device` empty) and those of peers together
sale_key = Table(
    "sale_key",
    metadata,
    Column("txn", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("member", Text),
    Column("total", Integer, nullable=False),
    Column("amount", Integer, nullable=False),
    Index("ix_sale_key_at", "at"),
    Index("ix_sale_key_number", "number"),
    Index("ix_sale_key_member", "member"),
    Index("ix_sale_key_total", "total"),
    Index("ix_sale_key_amount", "amount"),
    sqlite_with_rowid=False,
)

_IDS = json.JSONEncoder().encode
_TEXT = json.JSONEncoder(ensure_ascii=False).encode


def _note_key(connection: Connection, device: str, change: SaleRecorded) -> None:
    connection.execute(
        "INSERT INTO sale_key (txn, device, at, number, member, total, amount) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        _key(device, change),
    )


def _key(device: str, change: SaleRecorded) -> tuple[Any, ...]:
    number = change.document.get("number") or 0
    return (change.txn, device, change.at, number, change.member, change.total, change.amount)


# This terminal's keys are written when somebody looks for a sale (or now and then, see `key_sales`), not with the sale:
# they are half of the pages that a sale would have to make durable.
_KEYED = "sales_keyed"
_KEYED_BEFORE = "SELECT coalesce(max(number), 0) FROM sale_key WHERE device = ''"
_NOT_KEYED = (
    "SELECT s.number, s.txn, s.at, f.bytes FROM sale s LEFT JOIN fact f ON f.place = s.fact WHERE s.number > ?"
    " ORDER BY s.number LIMIT ?"
)


def _keyed(connection: Connection) -> int:
    """The number of the newest sale of this terminal that has its key."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEYED,)).fetchone()
    return int(row[0] if row else connection.execute(_KEYED_BEFORE).fetchone()[0])


def _of_fact(raw: bytes) -> Iterator[SaleRecorded]:
    yield from (change for change in changes(decode(bytes(raw))) if isinstance(change, SaleRecorded))


def keys_to_come(connection: Connection) -> list[tuple[Any, ...]]:
    """The keys that this terminal's sales have not got yet, in order; those of sales without a fact say nothing."""
    found: list[tuple[Any, ...]] = []
    for number, txn, at, raw in connection.execute(_NOT_KEYED, (_keyed(connection), -1)):
        found += (
            [_key("", one) for one in _of_fact(raw)] if raw is not None else [(txn, "", at, number, None, None, None)]
        )
    return sorted(found, key=lambda row: row[:2])


def note_keys(connection: Connection, fact: Fact) -> None:
    """The key of the sale that a fact is, at once."""
    for change in changes(fact):
        if isinstance(change, SaleRecorded):
            _note_key(connection, "", change)


def _record(connection: Connection, fact: Fact, change: SaleRecorded) -> None:
    number = change.document.get("number")
    if not isinstance(number, int):
        raise ProjectionError(f"{fact.kind} {fact.epoch}/{fact.seq}: no receipt number")
    used = (*change.document["coupons"], *change.document.get("vouchers", ()))
    coupons = _IDS([row["id"] for row in used if not row.get("kept")])
    connection.execute(
        "INSERT INTO sale (number, txn, at, actor, coupons, fact) VALUES (?, ?, ?, ?, ?, ?)",
        (number, change.txn, change.at, change.actor, coupons, place(fact.epoch, fact.seq)),
    )


def _void(connection: Connection, _fact: Fact, change: SaleVoided) -> None:
    connection.execute(
        "UPDATE sale SET voided_at = ?, voided_by = ?, void_reason = ?, void_approved_by = ?"
        " WHERE txn = ? AND voided_at IS NULL",
        (change.at, change.actor, change.reason, change.approved_by, change.txn),
    )


def _take_back(connection: Connection, _fact: Fact, change: SaleReturned) -> None:
    connection.execute(
        "INSERT INTO sale_return (txn, amount) VALUES (?, ?)"
        " ON CONFLICT (txn) DO UPDATE SET amount = amount + excluded.amount",
        (change.txn, change.amount),
    )
    if change.goods or change.till:
        connection.execute(
            "INSERT INTO sale_back (txn, place, amount, goods, less, vouchers, till)"
            " SELECT ?, (SELECT coalesce(max(place), 0) + 1 FROM sale_back WHERE txn = ?), ?, ?, ?, ?, ?",
            (
                *(change.txn, change.txn, change.amount),
                *map(_TEXT, (change.goods, change.less, change.vouchers)),
                change.till,
            ),
        )


def _moved(connection: Connection, _before: Fact, carried: Fact) -> None:
    if carried.kind == SALE_COMPLETED:
        connection.execute(
            "UPDATE sale SET fact = ? WHERE txn = ?", (place(carried.epoch, carried.seq), str(carried.body["txn"]))
        )


# sales of peers, apart: they have numbers of their own, and are not this terminal's to void
peer_sale = Table(
    "peer_sale",
    metadata,
    Column("device", Text, primary_key=True),
    Column("txn", Text, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("voided_at", Integer),
    Column("voided_by", Text),
    Column("void_reason", Text),
    Column("returned", Integer, nullable=False),
    sqlite_with_rowid=False,
)


def _record_of_peer(connection: Connection, device: str, fact: Fact, change: SaleRecorded) -> None:
    connection.execute(
        "INSERT INTO peer_sale (device, txn, at, actor, epoch, seq, returned) VALUES (?, ?, ?, ?, ?, ?, 0)"
        " ON CONFLICT DO NOTHING",
        (device, change.txn, change.at, change.actor, fact.epoch, fact.seq),
    )
    _note_key(connection, device, change)


def _void_of_peer(connection: Connection, device: str, _fact: Fact, change: SaleVoided) -> None:
    connection.execute(
        "UPDATE peer_sale SET voided_at = ?, voided_by = ?, void_reason = ?"
        " WHERE device = ? AND txn = ? AND voided_at IS NULL",
        (change.at, change.actor, change.reason, device, change.txn),
    )


def _take_back_of_peer(connection: Connection, device: str, _fact: Fact, change: SaleReturned) -> None:
    connection.execute(
        "UPDATE peer_sale SET returned = returned + ? WHERE device = ? AND txn = ?",
        (change.amount, device, change.txn),
    )


STATE = State(
    tables=(sale, sale_return, sale_back, peer_sale, sale_key),
    carry={SaleRecorded: _record, SaleVoided: _void, SaleReturned: _take_back},
    carry_of_peers={
        SaleRecorded: _record_of_peer,
        SaleVoided: _void_of_peer,
        SaleReturned: _take_back_of_peer,
    },
    moved=_moved,
)

_SALES = (
    "SELECT s.txn, s.at, s.actor, f.bytes, s.fact, s.voided_at, s.voided_by, s.void_reason,"
    " (SELECT r.amount FROM sale_return r WHERE r.txn = s.txn)"
    " FROM sale s JOIN fact f ON f.place = s.fact"
)
_SALE = f"{_SALES} WHERE s.txn = ?"
_BACK = "SELECT amount, goods, less, vouchers, till FROM sale_back WHERE txn = ? ORDER BY place"
_NUMBERED = f"{_SALES} WHERE s.number = ?"
_RECENT = f"{_SALES} ORDER BY s.number DESC LIMIT ?"
_PEERS = (
    "SELECT s.device, s.txn, s.at, s.actor, f.raw, s.epoch, s.seq, s.voided_at, s.voided_by, s.void_reason, s.returned"
    " FROM peer_sale s JOIN peer_fact f USING (device, epoch, seq)"
)
_OF_PEERS = f"{_PEERS} ORDER BY f.hlc DESC, s.device LIMIT ?"
_OF_PEER = f"{_PEERS} WHERE s.txn = ?"
# each way to be meant has an index: what a search costs does not grow with the sales that it does not find
_MEANT = (
    "WITH hit AS MATERIALIZED (SELECT txn, device FROM sale_key WHERE number IN (SELECT value FROM json_each(?1))"
    " UNION SELECT txn, device FROM sale_key WHERE total IN (SELECT value FROM json_each(?2))"
    " UNION SELECT txn, device FROM sale_key WHERE amount IN (SELECT value FROM json_each(?2))"
    " UNION SELECT txn, device FROM sale_key WHERE member IN (SELECT value FROM json_each(?3))),"
    " found AS (SELECT k.* FROM hit h JOIN sale_key k ON k.txn = h.txn AND k.device = h.device"
    " WHERE k.at >= ?4 AND k.at < ?5)"
)
_ALL = "WITH found AS (SELECT * FROM sale_key WHERE at >= ?4 AND at < ?5)"
_PAGE = (
    " SELECT txn, device, at FROM found WHERE at <= ?6 AND (at < ?6 OR txn < ?7) ORDER BY at DESC, txn DESC LIMIT ?8"
)
_COUNT = " SELECT count(*) FROM found"
_EVER = 2**62


class SalesRows(Rows, SalesState):
    """Reads them."""

    def __init__(self, connection: Connection, settings: Mapping[str, str], receipt: int | None) -> None:
        """`receipt`: the newest receipt's number, None: not looked up yet."""
        super().__init__(connection, settings)
        self.receipt = receipt

    def sale(self, txn: str) -> StoredSale | None:
        row = self._connection.execute(_SALE, (txn,)).fetchone()
        return self._with_goods_back(_sale(row)) if row else None

    def _with_goods_back(self, sale: StoredSale) -> StoredSale:
        rows = self._connection.execute(_BACK, (sale.txn,)).fetchall()
        return replace(sale, returns=tuple(_return(*row) for row in rows)) if rows else sale

    def sale_numbered(self, number: int) -> StoredSale | None:
        row = self._connection.execute(_NUMBERED, (number,)).fetchone()
        return self._with_goods_back(_sale(row)) if row else None

    def recent_sales(self, limit: int) -> Sequence[StoredSale]:
        rows = self._connection.execute(_RECENT, (limit,)).fetchall()
        return [self._with_goods_back(_sale(row)) for row in rows]

    def sales_of_peers(self, limit: int) -> Sequence[tuple[str, StoredSale]]:
        """(device, sale) of other terminals, as far as their journals are here; newest first, voided ones included."""
        return [(device, _stored(*row)) for device, *row in self._connection.execute(_OF_PEERS, (limit,))]

    def sale_of_peer(self, txn: str) -> tuple[str, StoredSale] | None:
        row = self._connection.execute(_OF_PEER, (txn,)).fetchone()
        return (row[0], _stored(*row[1:])) if row else None

    def key_sales(self, most: int = -1) -> int:
        """Make the next sales that cannot be found yet findable, at most so many (-1: all). Gives how many it were."""
        rows = self._connection.execute(_NOT_KEYED, (_keyed(self._connection), most)).fetchall()
        for _number, _txn, _at, raw in rows:
            for change in _of_fact(raw) if raw is not None else ():
                _note_key(self._connection, "", change)
        if rows:
            self.set_meta(_KEYED, str(rows[-1][0]))
        return len(rows)

    def find_sales(self, query: SaleQuery, limit: int, after: tuple[int, str] | None = None) -> FoundSales:
        self.key_sales()
        meant = _ALL if query.anything else _MEANT
        terms = (
            json.dumps(query.numbers),
            json.dumps(query.amounts),
            json.dumps(query.members),
            query.since_ms,
            _EVER if query.until_ms is None else query.until_ms,
        )
        (total,) = self._connection.execute(meant + _COUNT, terms).fetchone()
        at, txn = after or (_EVER, "")
        found = []
        page = (*terms[:-1], min(terms[-1], at + 1), at, txn, limit)  # the index begins where the page does
        for row in self._connection.execute(meant + _PAGE, page).fetchall():
            sale = self._found(*row)
            if sale is not None:
                found.append(sale)
        return FoundSales(tuple(found), total)

    def _found(self, txn: str, device: str, _at: int) -> tuple[str, StoredSale] | None:
        if device:
            return self.sale_of_peer(txn)
        stored = self.sale(txn)
        return ("", stored) if stored is not None else None

    def last_receipt(self) -> int:
        if self.receipt is None:
            row = self._connection.execute("SELECT coalesce(max(number), 0) FROM sale").fetchone()
            self.receipt = int(row[0])
        return self.receipt

    def _note_receipt(self, fact: Fact) -> None:
        """A fact was journalled: it may be the newest receipt's."""
        if fact.kind == SALE_COMPLETED and self.receipt is not None:
            self.receipt = max(self.receipt, fact.body["number"])


def _return(amount: int, goods: str, less: str, vouchers: str, till: str) -> StoredReturn:
    rows = ((str(sku), str(name), int(pieces), int(price)) for sku, name, pieces, price in json.loads(goods))
    return StoredReturn(amount, tuple(rows), _pairs(less), _pairs(vouchers), till)


def _pairs(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((str(name), int(count)) for name, count in json.loads(text))


def _sale(row: Any) -> StoredSale:
    txn, at, actor, raw, key, voided_at, voided_by, void_reason, returned = row
    return _stored(txn, at, actor, raw, *epoch_and_seq(key), voided_at, voided_by, void_reason, returned or 0)


def _stored(
    txn: str,
    at: int,
    actor: str,
    raw: bytes,
    epoch: int,
    seq: int,
    voided_at: int | None,
    voided_by: str | None,
    void_reason: str | None,
    returned: int,
) -> StoredSale:
    fact = json.loads(raw)
    return StoredSale(
        txn, at, actor, fact["body"], epoch, seq, voided_at, voided_by, void_reason, fact["hlc"], returned
    )
