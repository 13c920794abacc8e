"""Deriving read models anew from all facts, in tables beside those in use (`Beside`): chain by chain, in short
transactions, and after a stop it goes on where it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, MetaData, Row, String, Table, Text, func, select, tuple_

from kiosk.hq.context import Caller, Context
from kiosk.hq.journal.left_out import is_of_the_fact, reason_of
from kiosk.hq.journal.reading import ReadFact, read_fact
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.rebuild import state
from kiosk.hq.store.columns import WHOLE
from kiosk.hq.store.database import Beside, Tx
from kiosk.hq.store.schema import chain, fact

FACTS_AT_ONCE = 500
ROWS_AT_ONCE = 1_000

_own = MetaData()
_position = Table(
    "derive_position",
    _own,
    Column("store", String(64), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("epoch", WHOLE, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
)
_note = Table("derive_note", _own, Column("name", String(200), primary_key=True), Column("value", Text))


@dataclass(frozen=True, slots=True)
class Differing:
    """A row that is derived, or stored, or both, and not the same. `key`: what tells it from others of its table."""

    key: Mapping[str, Any]
    derived: Row[Any] | None
    stored: Row[Any] | None


class Derived:
    """The read models of `context`, derived anew in the place called `name`. What another program began there is begun
    again."""

    def __init__(self, context: Context, name: str) -> None:
        self._context = context
        self.left_out: dict[tuple[str, str, int, int], str] = {}
        """Facts of which nothing could be derived, by (store, device, epoch, seq): why."""
        self._beside = Beside(context.database, name)
        said = msgspec.json.encode({one.name: one.version for one in context.projections}).decode()
        with self._beside.write() as tx:
            _own.create_all(tx.connection)
            begun = self._read_note(tx, "versions")
            if begun is None:
                self._begin(tx, said)
        if begun not in (None, said):
            self._beside.discard()
            self._beside = Beside(context.database, name)
            with self._beside.write() as tx:
                _own.create_all(tx.connection)
                self._begin(tx, said)
        self._copies = state.copies(context.projections)
        self._stored = state.copies(context.projections, schema=self._beside.stored_in)

    def _begin(self, tx: Tx, said: str) -> None:
        state.make(tx, self._context.projections)
        tx.upsert(_note, [{"name": "versions", "value": said}])

    # -- notes ---------------------------------------------------------------------------------------------

    def note(self, name: str, value: str, tx: Tx | None = None) -> None:
        """Keep something, with the tables; `tx`: in this transaction of theirs."""
        with self._beside.write() if tx is None else nullcontext(tx) as place:
            place.upsert(_note, [{"name": name, "value": value}])

    def noted(self, name: str) -> str | None:
        """What was kept under `name`."""
        with self._beside.write() as tx:
            return self._read_note(tx, name)

    @staticmethod
    def _read_note(tx: Tx, name: str) -> str | None:
        found = tx.execute(select(_note.c.value).where(_note.c.name == name)).scalar()
        return None if found is None else str(found)

    # -- facts ---------------------------------------------------------------------------------------------

    def advance(self) -> bool:
        """Apply the next facts of one device. False when every fact is applied."""
        with self._beside.write() as tx:
            return self._advance(tx)

    @contextmanager
    def whole(self) -> Iterator[Tx]:
        """A transaction in which every fact that HQ has is applied."""
        with self._beside.write() as tx:
            while self._advance(tx):
                pass
            yield tx

    def _advance(self, tx: Tx) -> bool:
        same = (chain.c.store == _position.c.store) & (chain.c.device == _position.c.device)
        same &= chain.c.epoch == _position.c.epoch
        done = func.coalesce(_position.c.seq, 0)
        query = select(chain.c.store, chain.c.device, chain.c.epoch, chain.c.last_seq, done.label("done"))
        query = query.join(_position, same, isouter=True).where(chain.c.last_seq > done)
        row = tx.execute(query.order_by(chain.c.store, chain.c.device, chain.c.epoch).limit(1)).first()
        if row is None:
            return False
        origin = Caller(row.store, row.device, row.epoch, "")
        last, facts = self._facts(tx, origin, row.done, row.last_seq)
        self._apply(tx, origin, facts)
        place = {"store": origin.store, "device": origin.device, "epoch": origin.epoch}
        tx.upsert(_position, [{**place, "seq": last}])
        return True

    def _apply(self, tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> None:
        """As a push does it: what breaks a projection is left out, alone."""
        try:
            with tx.savepoint():
                run = Run(tx)
                for one in self._context.projections:
                    mine = [read for read in facts if read.fact.kind in one.kinds]
                    if mine and one.wanted(tx):
                        one.apply(run, origin, mine)
            return
        except Exception as error:
            if not is_of_the_fact(error):
                raise
            if len(facts) == 1:
                self._leave_out(origin, facts[0].fact.seq, reason_of(error))
                return
        for read in facts:
            self._apply(tx, origin, [read])

    def _leave_out(self, origin: Caller, seq: int, reason: str) -> None:
        self.left_out[origin.store, origin.device, origin.epoch, seq] = reason

    def _facts(self, tx: Tx, origin: Caller, after: int, end: int) -> tuple[int, list[ReadFact]]:
        """The next facts that can be read, and up to where the journal has been looked through."""
        kinds = sorted(frozenset().union(*(one.kinds for one in self._context.projections)))
        mine = (fact.c.store == origin.store) & (fact.c.device == origin.device) & (fact.c.epoch == origin.epoch)
        query = select(fact.c.seq, fact.c.raw).where(mine, fact.c.seq > after, fact.c.seq <= end)
        query = query.where(fact.c.kind.in_(kinds), fact.c.unread.is_(None)).order_by(fact.c.seq).limit(FACTS_AT_ONCE)
        found: list[ReadFact] = []
        rows = tx.execute(query).all()
        for row in rows:
            read = read_fact(origin.epoch, row.seq, bytes(row.raw))
            if isinstance(read, ReadFact):
                found.append(read)
            else:  # a program before this one read it
                self._leave_out(origin, row.seq, read)
        last = rows[-1].seq if len(rows) == FACTS_AT_ONCE else end
        return int(last), found

    def counts(self) -> tuple[int, int]:
        """How many of how many facts are applied."""
        with self._beside.write() as tx:
            done = tx.execute(select(func.coalesce(func.sum(_position.c.seq), 0))).scalar_one()
            return int(done), int(tx.execute(select(func.coalesce(func.sum(chain.c.last_seq), 0))).scalar_one())

    # -- rows ----------------------------------------------------------------------------------------------

    def filled(self, tx: Tx) -> frozenset[str]:
        """The tables in which there is anything, here or in what is in use; most are empty in most chains."""
        names = [table.name for table in self._copies.sorted_tables]
        stored = self._beside.stored_in
        asked = (
            f"SELECT '{one}' WHERE EXISTS (SELECT 1 FROM {one}) OR EXISTS (SELECT 1 FROM {stored}.{one})"
            for one in names
        )
        return frozenset(tx.connection.exec_driver_sql(" UNION ALL ".join(asked)).scalars())

    def differing(
        self, model: Projection, name: str, after: list[Any], derived: Tx, stored: Tx | None = None
    ) -> tuple[list[Differing], list[Any] | None]:
        """Rows of a table that differ among the next after a key ([]: from the beginning), and the last key looked at;
        None at the end. `stored`: the transaction to read what is in use with; else as `derived` sees it."""
        here = self._copies.tables[name]
        qualified = f"{self._beside.stored_in}.{name}"
        there = here if stored is not None else self._stored.tables[qualified]
        keys = [column.name for column in here.primary_key if column.name not in model.apart.get(name, ())]
        made = derived.execute(_after(here, keys, after).limit(ROWS_AT_ONCE)).all()
        at = [made[-1]._mapping[key] for key in keys] if len(made) == ROWS_AT_ONCE else None
        query = _after(there, keys, after)
        if at is not None:
            query = query.where(tuple_(*(there.c[key] for key in keys)) <= tuple_(*at))
        kept = (stored or derived).execute(query).all()
        compared = [column.name for column in here.columns if column.name not in model.apart.get(name, ())]
        by_key: dict[tuple[Any, ...], list[Row[Any] | None]] = {}
        for place, rows in enumerate((made, kept)):
            for row in rows:
                by_key.setdefault(tuple(row._mapping[key] for key in keys), [None, None])[place] = row
        found = [
            Differing(dict(zip(keys, key, strict=True)), one, other)
            for key, (one, other) in by_key.items()
            if one is None or other is None or any(one._mapping[name] != other._mapping[name] for name in compared)
        ]
        return found, at

    def close(self) -> None:
        """Leave it as it is, to go on another time."""
        self._beside.close()

    def discard(self) -> None:
        """Forget everything."""
        self._beside.discard()


def forget(context: Context, name: str) -> None:
    """Nothing was derived in this place."""
    Beside(context.database, name).discard()


def _after(table: Table, keys: list[str], after: list[Any]) -> Any:
    columns = [table.c[key] for key in keys]
    query = select(table).order_by(*columns)
    return query.where(tuple_(*columns) > tuple_(*after)) if after else query
