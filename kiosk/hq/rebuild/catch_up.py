"""Bringing read models up to date: after an upgrade, after the first campaign, or because a person wants it.

Tables are derived anew beside those in use, while pushes go on and keep those in use going. Then, page by page in short
transactions, rows in use that differ are replaced; facts that arrived meanwhile are applied before each page, so that
what is put in place is what all facts give. That is repeated until nothing differs: a fact that arrives in between is
applied to tables of which some rows are not replaced yet. At last what follows from the rows is settled: uses are
judged, stores are told. Every step can be the last one before a crash: the next start goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import delete, text, update

from kiosk.hq.context import Context
from kiosk.hq.journal.left_out import leave_out, try_again
from kiosk.hq.projections.projection import Projection
from kiosk.hq.rebuild import state
from kiosk.hq.rebuild.derive import Derived, Differing, forget
from kiosk.hq.store.database import Tx

_PLACE = "beside"
_DONE = "null"
_DIFFERED = "differed"
"""Whether rows that differed were found since the tables were begun with: then they are gone through once more."""


class CatchUp:
    """One run. `step` does one short piece of work."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._derived: Derived | None = None

    def run(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Work until nothing is left (True) or somebody says stop."""
        try:
            while not stop():
                if not self.step():
                    return True
            return False
        finally:
            if self._derived is not None:
                self._derived.close()
                self._derived = None

    def step(self) -> bool:
        """The next piece of work. False when every read model is up to date."""
        with self._context.database.read() as tx:
            todo = state.behind(self._context, tx)
        if not todo:
            if self._derived is not None:
                self._derived.discard()
                self._derived = None
            return False
        if self._nothing_told(todo):
            return True
        if self._derived is None:
            self._derived = Derived(self._context, _PLACE)
        derived = self._derived
        if derived.advance():
            done, total = derived.counts()
            self._write(todo, done, total, whole=False)
            self._leave_out(derived)
        elif not (self._put_in_place(derived, todo) or self._settle(derived, todo)):
            self._write(todo, *derived.counts(), whole=True)
        return True

    def _nothing_told(self, todo: list[Projection]) -> bool:
        with self._context.database.write() as tx:
            if not state.no_facts(tx):
                return False
            state.write(tx, todo, version=None, done=0, total=0)
            return True

    def _write(self, todo: list[Projection], done: int, total: int, *, whole: bool) -> None:
        with self._context.database.write() as tx:
            state.write(tx, todo, version=None if whole else 0, done=done, total=total)

    def _leave_out(self, derived: Derived) -> None:
        """Say beside the facts of which nothing could be derived, why."""
        while derived.left_out:
            with self._context.database.write() as tx:
                place, reason = next(iter(derived.left_out.items()))
                leave_out(tx, place, reason)
            del derived.left_out[place]

    def _put_in_place(self, derived: Derived, todo: list[Projection]) -> bool:
        for model in todo:
            for table in model.tables:
                note = f"rows/{model.name}/{table.name}"
                after = derived.noted(note) or "[]"
                if after != _DONE:
                    derived.note(note, msgspec.json.encode(self._put(derived, model, table.name, after)).decode())
                    return True
        if derived.noted(_DIFFERED) != "1":
            return False
        # what came while some rows were as they should be and others not yet may have been applied to those others
        derived.note(_DIFFERED, "0")
        for model in todo:
            for table in model.tables:
                derived.note(f"rows/{model.name}/{table.name}", "[]")
        return True

    def _put(self, derived: Derived, model: Projection, table: str, after: str) -> list[Any] | None:
        with self._context.database.write() as tx:
            if tx.connection.dialect.name == "postgresql":
                tx.execute(text("LOCK TABLE fact IN SHARE MODE"))  # nobody pushes meanwhile
            with derived.whole() as beside:
                found, at = derived.differing(model, table, msgspec.json.decode(after), beside, tx)
                if found:  # durable before anything is replaced
                    derived.note(_DIFFERED, "1", beside)
            _replace(tx, model, table, found)
            return at

    def _settle(self, derived: Derived, todo: list[Projection]) -> bool:
        for model in todo:
            note = f"settled/{model.name}"
            after = derived.noted(note) or '""'
            if model.settle is not None and after != _DONE:
                with self._context.database.write() as tx:
                    at = model.settle(self._context, tx, msgspec.json.decode(after))
                derived.note(note, msgspec.json.encode(at).decode())
                return True
        return False


def _replace(tx: Tx, model: Projection, name: str, rows: Sequence[Differing]) -> None:
    table = next(table for table in model.tables if table.name == name)
    tx.insert_new(table, [dict(row.derived._mapping) for row in rows if row.derived is not None and row.stored is None])
    apart = model.apart.get(name, frozenset())
    for row in rows:
        same = [table.c[key] == value for key, value in row.key.items()]
        if row.derived is None:
            tx.execute(delete(table).where(*same))
        elif row.stored is not None:
            values = {key: value for key, value in row.derived._mapping.items() if key not in apart | row.key.keys()}
            tx.execute(update(table).where(*same).values(**values))


def begin_anew(context: Context) -> None:
    """Have every read model derived anew, from the first fact, those over which a projection broke among them."""
    with context.database.write() as tx:
        try_again(tx)
        mark_behind(context, tx)


def mark_behind(context: Context, tx: Tx) -> None:
    """No read model is what facts give any more: each is to be derived anew, from the first fact."""
    forget(context, _PLACE)
    state.write(tx, [one for one in context.projections if one.wanted(tx)], version=0, done=0, total=0)
