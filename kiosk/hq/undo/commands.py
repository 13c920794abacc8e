"""What a terminal did is undone, in steps that others can pass: its facts are marked, page by page; read models are
derived without them (rebuild/catch_up.py); then what rested on them is mended, thing by thing.

Facts stay where they are: the chain is whole and says what was told. Every step can be the last one before a crash;
whoever asks again, or the next start of HQ, goes on where it was. Putting it back reads the facts as if they had just
arrived, which gives the same in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, select, update

from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons import rights
from kiosk.hq.journal.reading import ReadFact, read_fact
from kiosk.hq.leases import commands as leases
from kiosk.hq.projections.live import carry_out
from kiosk.hq.rebuild import catch_up, state
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import undo, undo_todo
from kiosk.hq.terminals.queries import REVOKED, device_row
from kiosk.hq.undo import marking
from kiosk.hq.undo.mending import mend

MARKING, DERIVING, MENDING, DONE, REDOING = "marking", "deriving", "mending", "done", "redoing"
_MENDED_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Undone:
    """A terminal of which what it told since then (ms since 1970, by HQ's clock) is undone, or becomes so: `state`.
    `facts`: how many entries; `done_at` None: not finished."""

    device: str
    store: str
    since: int
    state: str
    facts: int
    asked_at: int
    done_at: int | None


def undone(tx: Tx) -> list[Undone]:
    """All there are, by device."""
    rows = tx.execute(select(undo).order_by(undo.c.device)).all()
    return [Undone(row.device, row.store, row.since, row.state, row.facts, row.asked_at, row.done_at) for row in rows]


def begin(context: Context, tx: Tx, device_id: str, since: int) -> bool:
    """What a terminal that is out of service told since then is to be undone. Asked again, it goes on, or goes further
    back. False if there is no such terminal, or it is in service."""
    found = device_row(tx, device_id, lock=True)
    if found is None or found.state != REVOKED:
        return False
    now = context.clock.now_ms()
    row = _row(tx, device_id)
    if row is not None and row.since <= since and row.state != REDOING:
        return True
    place = {"store": found.store, "device": device_id}
    since = since if row is None else min(since, row.since)
    begun = {"since": since, "state": MARKING, "epoch": 0, "seq": 0, "facts": 0 if row is None else row.facts}
    tx.upsert(undo, [{**place, **begun, "asked_at": now, "done_at": None}])
    return True


def put_back(context: Context, tx: Tx, device_id: str) -> bool:
    """What was undone of a terminal is to count again. False where nothing is undone, or it is not finished yet."""
    row = _row(tx, device_id)
    if row is None or row.state not in (DONE, REDOING) or state.behind(context, tx):
        return False
    if row.state == DONE:
        tx.execute(update(undo).where(_mine(row)).values(state=REDOING, epoch=0, seq=0, done_at=None))
    return True


def _row(tx: Tx, device_id: str) -> Row[Any] | None:
    found: Row[Any] | None = tx.execute(select(undo).where(undo.c.device == device_id)).first()
    return found


def _mine(row: Row[Any]) -> Any:
    return (undo.c.store == row.store) & (undo.c.device == row.device)


class Undoing:
    """Whatever is not finished. `step` does one short piece of work."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def run(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Work until nothing is left (True) or somebody says stop."""
        while not stop():
            if not self.step(stop):
                return not stop()
        return False

    def step(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """The next piece of work; deriving read models is one, of many short steps of its own. False when nothing is
        left."""
        with self._context.database.read() as tx:
            row = tx.execute(select(undo).where(undo.c.state != DONE).order_by(undo.c.asked_at, undo.c.device)).first()
        if row is None:
            return False
        if row.state == DERIVING:
            if not catch_up.CatchUp(self._context).run(stop):
                return False
            with self._context.database.write() as tx:
                tx.execute(update(undo).where(_mine(row), undo.c.state == DERIVING).values(state=MENDING))
            return True
        if row.state == MARKING and not catch_up.CatchUp(self._context).run(stop):
            return False  # what is being derived just now goes by facts that are about to be undone
        work = {MARKING: self._mark, MENDING: self._mend, REDOING: self._redo}[row.state]
        with self._context.database.write() as tx:
            again = tx.execute(select(undo).where(_mine(row)).with_for_update()).first()
            if again is not None and again.state == row.state:  # else another process was here
                work(tx, again)
        return True

    def _mark(self, tx: Tx, row: Row[Any]) -> None:
        facts = marking.page(tx, row, undone=False)
        if facts:
            marking.mark(tx, row, facts)
            return
        now = self._context.clock.now_ms()
        tx.insert_new(undo_todo, marking.rows_of(row, marking.let_go(tx, row, now)))
        catch_up.mark_behind(self._context, tx)
        tx.execute(update(undo).where(_mine(row)).values(state=DERIVING))

    def _mend(self, tx: Tx, row: Row[Any]) -> None:
        mine = (undo_todo.c.store == row.store) & (undo_todo.c.device == row.device)
        query = select(undo_todo.c.what, undo_todo.c.key).where(mine).order_by(undo_todo.c.what, undo_todo.c.key)
        todo = tx.execute(query.limit(_MENDED_AT_ONCE)).all()
        for one in todo:
            mend(self._context, tx, row, one.what, one.key)
            tx.execute(delete(undo_todo).where(mine, undo_todo.c.what == one.what, undo_todo.c.key == one.key))
        if todo:
            return
        if row.facts:
            tx.execute(update(undo).where(_mine(row)).values(state=DONE, done_at=self._context.clock.now_ms()))
        else:
            tx.execute(delete(undo).where(_mine(row)))

    def _redo(self, tx: Tx, row: Row[Any]) -> None:
        facts = marking.page(tx, row, undone=True)
        now = self._context.clock.now_ms()
        for epoch in sorted({one.epoch for one in facts}):
            some = [one for one in facts if one.epoch == epoch]
            marking.set_unread(tx, some, None)
            read = [read_fact(one.epoch, one.seq, bytes(one.raw)) for one in some]
            origin = Caller(row.store, row.device, epoch, REVOKED)
            carry_out(self._context, tx, origin, [one for one in read if isinstance(one, ReadFact)], now, judged=True)
        # it is out of service: what it would hold by these facts is for others
        rights.device_lost(tx, row.store, row.device, now)
        leases.take_back(tx, Caller(row.store, row.device, 0, REVOKED))
        tx.insert_new(undo_todo, marking.rows_of(row, marking.let_go(tx, row, now)))
        if facts:
            marking.go_on_after(tx, row, facts[-1], row.facts - len(facts))
        else:
            tx.execute(update(undo).where(_mine(row)).values(state=MENDING))
