"""Calls for help: what was said of each, wherever, and what the store's terminals are told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import BigInteger, Column, Index, MetaData, String, Table, select

from kiosk.domain.help.facts import HELP_ANSWERED, HELP_CALLED, HELP_ENDED, HelpSaid, Said
from kiosk.domain.help.model import KEPT_MS, CallForHelp
from kiosk.domain.journal.facts import Fact
from kiosk.domain.time import instant, millis
from kiosk.hq.context import Caller
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, all_rows, publish
from kiosk.hq.store.columns import ID, WHOLE, key
from kiosk.hq.store.database import Tx
from kiosk.protocol.rows import HelpRow

metadata = MetaData()
_FIRST = ("hlc", "device", "epoch", "seq")

help_said = Table(
    "help_said",
    metadata,
    key("store"),
    key("call"),
    key("what", String(16)),
    Column("device", ID, nullable=False),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("terminal", ID, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", ID, nullable=False),
    Index("ix_help_said_at", "store", "at"),
    comment="what was said of each call: called, answered, ended; of several the first",
)


def _of(facts: Sequence[ReadFact]) -> Iterator[tuple[Fact, HelpSaid]]:
    for read in facts:
        for change in read.changes:
            if isinstance(change, HelpSaid):
                yield read.fact, change


def _locks(_tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> Iterator[str]:
    if next(_of(facts), None) is not None:
        yield f"help/{origin.store}"


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    found = list(_of(facts))
    rows = [_row(origin, fact, said) for fact, said in found]
    run.tx.insert_first(help_said, rows, _FIRST)
    if run.live is not None and found:
        _tell(run.tx, origin.store, {said.call for _, said in found}, run.live.now)


def _row(origin: Caller, fact: Fact, said: HelpSaid) -> dict[str, str | int]:
    return {
        "store": origin.store,
        "call": said.call,
        "what": said.what.value,
        "device": origin.device,
        "epoch": fact.epoch,
        "seq": fact.seq,
        "hlc": fact.hlc,
        "terminal": said.terminal,
        "at": said.at,
        "actor": said.actor,
    }


def _tell(tx: Tx, store: str, calls: Iterable[str], now: int) -> None:
    """What the store's terminals know of these calls; old ones are not told any longer."""
    place = Bucket(store, "help")
    changes = [RowChange(place, row.call, None) for row in all_rows(tx, place, HelpRow) if _old(row, now)]
    for call in sorted(calls):
        found = call_of(tx, store, call)
        if found is not None and now - found.since < KEPT_MS:
            changes.append(RowChange(place, call, _told(found)))
    publish(tx, changes, now)


def mend(tx: Tx, store: str, call: str, now: int) -> None:
    """Facts that spoke of a call were undone: what the store's terminals know of it follows from what is left."""
    _tell(tx, store, [call], now)
    if call_of(tx, store, call) is None:
        publish(tx, [RowChange(Bucket(store, "help"), call, None)], now)


def _old(row: HelpRow, now: int) -> bool:
    return now - millis(row.since) >= KEPT_MS


def call_of(tx: Tx, store: str, call: str) -> CallForHelp | None:
    """A call as it stands; None before it is known that anybody called."""
    mine = (help_said.c.store == store) & (help_said.c.call == call)
    said = {row.what: row for row in tx.execute(select(help_said).where(mine))}
    called, answered, ended = (said.get(what.value) for what in (Said.CALLED, Said.ANSWERED, Said.ENDED))
    if called is None:
        return None
    return CallForHelp(
        call,
        called.device,
        called.terminal,
        called.at,
        answered.actor if answered is not None else "",
        answered.at if answered is not None else 0,
        ended.at if ended is not None else 0,
    )


def _told(call: CallForHelp) -> HelpRow:
    return HelpRow(
        call.call,
        call.device,
        call.terminal,
        instant(call.since),
        call.answered_by,
        instant(call.answered) if call.answered_by else None,
        instant(call.ended) if call.ended else None,
    )


HELP = Projection(
    name="help",
    version=1,
    kinds=frozenset({HELP_CALLED, HELP_ANSWERED, HELP_ENDED}),
    tables=(help_said,),
    apply=_apply,
    locks=_locks,
)
