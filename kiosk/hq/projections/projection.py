"""What a read model at HQ is: tables that follow from facts, and how.

`apply` fills the tables from facts of one device, in order. It gives the same for every order in which devices tell,
and the same facts always give the same rows: that is what `kiosk hq rebuild --check` compares. What HQ *does* because
of facts that have just arrived (rights, signed coupons, rows for terminals) it does where `run.live` is there: a
rebuild derives tables beside and does nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Table

from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.store.database import Tx
from kiosk.protocol.wire.messages import PushResult

if TYPE_CHECKING:
    from kiosk.hq.context import Caller, Context


@dataclass(frozen=True, slots=True)
class Live:
    """Facts that have just arrived, at `now` (ms): HQ does what follows. `results` go into the push's answer."""

    context: Context
    now: int
    results: list[PushResult] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Run:
    """Where facts are applied. `live` is None when tables are derived anew, beside those in use."""

    tx: Tx
    live: Live | None = None


def store_lock(store: str) -> str:
    """The lock of a store's facts (`Tx.hold`)."""
    return f"store/{store}"


def always(_tx: Tx) -> bool:
    """Kept from the first fact on."""
    return True


def nothing(_tx: Tx, _origin: Caller, _facts: Sequence[ReadFact]) -> Iterable[str]:
    """Decides about nothing that others decide about, too."""
    return ()


@dataclass(frozen=True, eq=False)
class Projection:
    """A read model. `version` grows when the same facts give other rows, or the tables change: then it is derived anew.

    `kinds`: the facts it reads. `wanted`: whether it is kept yet. `locks`: what has to be held (`Tx.hold`) while facts
    are applied live. `apart`: columns whose values do not follow from facts alone, by table. `settle`: in one short
    transaction, do what follows from the tables after they were derived anew, for some keys after the one given ("" to
    begin with); gives the last of them, None at the end.
    """

    name: str
    version: int
    kinds: frozenset[str]
    tables: tuple[Table, ...]
    apply: Callable[[Run, Caller, Sequence[ReadFact]], None]
    wanted: Callable[[Tx], bool] = always
    locks: Callable[[Tx, Caller, Sequence[ReadFact]], Iterable[str]] = nothing
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    settle: Callable[[Context, Tx, str], str | None] | None = None
