"""Batch draws as facts tell them: each step by the word of whom the draw belongs to, what terminals report of HQ's
draws, and who was told of a prize."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from kiosk.domain.campaigns.facts import DRAW_WON, Won
from kiosk.domain.draws import facts
from kiosk.domain.draws.facts import DrawSaid, PassedBody, RefusedBody, owner_of
from kiosk.hq.context import Caller
from kiosk.hq.draws.steps import TOPIC, lock_of
from kiosk.hq.draws.tables import draw_report, draw_step, draw_won
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.leases.commands import HQ
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN

_FIRST = ("hlc", "device", "epoch", "fact")


def _locks(_tx: Tx, _origin: Caller, told: Sequence[ReadFact]) -> Iterable[str]:
    return {lock_of(change.draw) for read in told for change in read.changes if isinstance(change, DrawSaid)}


def _apply(run: Run, origin: Caller, told: Sequence[ReadFact]) -> None:
    steps: list[dict[str, Any]] = []
    reports: list[dict[str, Any]] = []
    for read, said in _said(told):
        row = _row(origin, read, said)
        if (owner_of(said.draw) or HQ) == origin.device:
            steps.append(row | {"actor": said.actor})
        elif not owner_of(said.draw):
            reports.append(row | {"at_store": origin.store})
    run.tx.insert_first(draw_step, steps, _FIRST)
    run.tx.insert_first(draw_report, reports, _FIRST)
    won = [_won(origin, read, read.body) for read in told if isinstance(read.body, Won) and read.body.draw]
    run.tx.insert_first(draw_won, won if origin.device == HQ else [], _FIRST)
    if run.live is not None and (steps or reports or won):
        run.tx.touch(TOPIC)


def _said(told: Iterable[ReadFact]) -> Iterator[tuple[ReadFact, DrawSaid]]:
    for read in told:
        for change in read.changes:
            if isinstance(change, DrawSaid):
                yield read, change


def _part(said: DrawSaid) -> str:
    """A draw has one of each step; of prizes that are passed on, each holder passes theirs once; each terminal is told
    once of each result or prize that is not taken."""
    body = said.said
    if isinstance(body, PassedBody):
        return f"{body.place}/{body.entrant}"
    return f"{body.device}/{body.result}"[:140] if isinstance(body, RefusedBody) else ""


def _of_fact(origin: Caller, read: ReadFact) -> dict[str, Any]:
    fact = read.fact
    place = {"device": origin.device, "epoch": fact.epoch, "fact": fact.seq, "hlc": fact.hlc}
    return {"store": CHAIN, **place, "at": fact.corrected_ms}


def _row(origin: Caller, read: ReadFact, said: DrawSaid) -> dict[str, Any]:
    text = msgspec.json.encode(said.said).decode()
    which = {"draw": said.draw, "seq": said.seq, "step": str(said.step), "part": _part(said)}
    return _of_fact(origin, read) | which | {"said": text}


def _won(origin: Caller, read: ReadFact, body: Won) -> dict[str, Any]:
    of_draw = {"draw": body.draw, "seq": body.seq, "place": body.place, "turn": body.turn, "member": body.member}
    return _of_fact(origin, read) | of_draw


DRAWS = Projection(
    name="draws",
    version=1,
    kinds=frozenset({*map(str, facts.KINDS), str(DRAW_WON)} - {str(facts.DRAW_REHEARSED)}),
    tables=(draw_step, draw_report, draw_won),
    apply=_apply,
    locks=_locks,
)
