"""Facts that are kept and acknowledged, and that nothing follows from: what HQ cannot read or carry out (sync.md,
"Poison"). The reason stands beside the fact (`fact.unread`); a rebuild leaves them out as a push did."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select, update

from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import fact, undo
from kiosk.hq.store.troubles import trouble_of

FAULT = "fault:"
"""With what the reason begins when a projection broke over a fact that had been read; a name of a Python exception
follows. `kiosk hq rebuild` tries those again."""

UNDONE = "undone"
"""A person undid what the terminal did (undo/commands.py)."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact that nothing follows from. `at`: when it arrived, ms since 1970; `kind` None: not even that could be
    read."""

    store: str
    device: str
    epoch: int
    seq: int
    kind: str | None
    reason: str
    at: int


def is_of_the_fact(error: Exception) -> bool:
    """Whether a fault in carrying out a fact is the fact's. When the database does not answer, or has no room, it is
    not: then the whole push has to be told again."""
    return not isinstance(error, MemoryError) and trouble_of(error) is None


def reason_of(error: Exception) -> str:
    """The reason beside a fact over which a projection broke."""
    return FAULT + type(error).__name__


def leave_out(tx: Tx, place: tuple[str, str, int, int], reason: str | None) -> None:
    """Nothing follows from the fact at (store, device, epoch, seq)."""
    store, device, epoch, seq = place
    mine = (fact.c.store == store) & (fact.c.device == device) & (fact.c.epoch == epoch) & (fact.c.seq == seq)
    tx.execute(update(fact).where(mine).values(unread=reason))


def let_in(tx: Tx, place: tuple[str, str, int, int]) -> None:
    """The fact there was left out, and is not any more."""
    leave_out(tx, place, None)


def try_again(tx: Tx) -> None:
    """Those over which a projection broke are to be tried anew."""
    tx.execute(update(fact).where(fact.c.unread.startswith(FAULT)).values(unread=None))


def total(tx: Tx) -> int:
    """How many there are."""
    return int(tx.execute(select(func.count()).select_from(fact).where(fact.c.unread.is_not(None))).scalar_one())


def total_undone(tx: Tx) -> int:
    """How many of them a person has undone."""
    return int(tx.execute(select(func.coalesce(func.sum(undo.c.facts), 0))).scalar_one())


def left_out(tx: Tx, most: int | None = None) -> list[LeftOut]:
    """Those that came last first."""
    columns = (fact.c.store, fact.c.device, fact.c.epoch, fact.c.seq, fact.c.kind, fact.c.unread, fact.c.received_at)
    query = select(*columns).where(fact.c.unread.is_not(None))
    query = query.order_by(fact.c.received_at.desc(), fact.c.device, fact.c.epoch.desc(), fact.c.seq.desc())
    return [LeftOut(*row) for row in tx.execute(query.limit(most))]
