"""What terminals report of a draw of HQ's that they held on a stage: recomputed, and taken or refused with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import select

from kiosk.domain.draws.facts import DRAW_REFUSED, DrawnBody, PassedBody, RefusedBody, SeededBody, Step
from kiosk.domain.draws.life import State
from kiosk.hq.context import Context
from kiosk.hq.draws import arrivals, beacons
from kiosk.hq.draws.steps import DrawSeen, draw_of, lock_of
from kiosk.hq.draws.tables import draw_report, draw_step
from kiosk.hq.draws_batch.drawing import draw_now
from kiosk.hq.draws_batch.passing import DrawFault, pass_on
from kiosk.hq.journalling import append
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN

_KINDS = {str(Step.SEEDED): SeededBody, str(Step.DRAWN): DrawnBody, str(Step.PASSED): PassedBody}


def judge_one(context: Context) -> bool:
    """Answer one thing that a terminal reported. False when nothing is left to answer."""
    with context.database.read() as tx:
        found = next(iter(_open(tx)), None)
    if found is None:
        return False
    if found.step == Step.DRAWN:
        _result(context, found)
    else:
        _passed(context, found)
    return True


def _open(tx: Tx) -> Sequence[Any]:
    """Results and passed prizes that HQ has neither taken nor refused, of draws that it knows, in the order told."""
    steps = (str(Step.DRAWN), str(Step.PASSED))
    query = select(draw_report).where(draw_report.c.store == CHAIN, draw_report.c.step.in_(steps))
    found = []
    seen: dict[tuple[str, int], DrawSeen | None] = {}
    for row in tx.execute(query.order_by(draw_report.c.hlc, draw_report.c.device)):
        key = (row.draw, row.seq)
        if key not in seen:
            seen[key] = draw_of(tx, *key)
        known = seen[key]
        if known is not None and not _answered(tx, known, row):
            found.append(row)
    return found


def _said(row: Any) -> Any:
    return msgspec.json.decode(row.said, type=_KINDS[row.step])


def _name(row: Any) -> str:
    """By what a refusal knows what it refuses."""
    body = _said(row)
    return body.result if isinstance(body, DrawnBody) else f"{body.place}/{body.entrant}/{body.alternate}"


def _answered(tx: Tx, known: DrawSeen, row: Any) -> bool:
    body = _said(row)
    if isinstance(body, DrawnBody) and known.drawn is not None and known.drawn.result == body.result:
        return known.state is not State.VOID or _refused(tx, row)
    if isinstance(body, PassedBody) and any(_same(one, body) for one in known.passed):
        return True
    return _refused(tx, row)


def _same(one: PassedBody, other: PassedBody) -> bool:
    return (one.place, one.entrant, one.alternate) == (other.place, other.entrant, other.alternate)


def _refused(tx: Tx, row: Any) -> bool:
    mine = (draw_step.c.store == CHAIN) & (draw_step.c.draw == row.draw) & (draw_step.c.seq == row.seq)
    mine &= (draw_step.c.step == str(Step.REFUSED)) & (draw_step.c.part == f"{row.device}/{_name(row)}"[:140])
    return tx.execute(select(draw_step.c.hlc).where(mine)).first() is not None


def _result(context: Context, row: Any) -> None:
    """HQ draws for itself by the seed that the terminal had, and compares."""
    body = _said(row)
    seeded = _seeded(context, row)
    if seeded is not None and seeded.signature:
        _learn(context, row, seeded)
    wrong = draw_now(context, row.draw, row.seq, seeded.sources if seeded is not None else ())
    with context.database.write() as tx:
        tx.hold([lock_of(row.draw)])
        known = draw_of(tx, row.draw, row.seq)
        if known is None or known.state is State.VOID:
            _refuse(context, tx, row, "void")
        elif known.drawn is None:
            _refuse(context, tx, row, wrong or "not_drawn")
        elif known.drawn.result != body.result:
            _refuse(context, tx, row, "other_result")


def _seeded(context: Context, row: Any) -> SeededBody | None:
    mine = (draw_report.c.store == CHAIN) & (draw_report.c.draw == row.draw) & (draw_report.c.seq == row.seq)
    mine &= (draw_report.c.device == row.device) & (draw_report.c.step == str(Step.SEEDED))
    with context.database.read() as tx:
        said = tx.execute(select(draw_report.c.said).where(mine)).scalar()
    return None if said is None else msgspec.json.decode(said, type=SeededBody)


def _learn(context: Context, row: Any, seeded: SeededBody) -> None:
    """The round that a terminal read from a phone, if it is the one of the manifest and holds."""
    with context.database.write() as tx:
        known = draw_of(tx, row.draw, row.seq)
        manifest = None if known is None else known.manifest
        if manifest is None or manifest.beacon is None or manifest.beacon.round != seeded.round:
            return
        try:
            signature = bytes.fromhex(seeded.signature)
        except ValueError:
            return
        if beacons.signature(tx, manifest.beacon.chain, seeded.round) is None:
            arrivals.arrived(context, tx, manifest.beacon.chain, seeded.round, signature, row.device)


def _passed(context: Context, row: Any) -> None:
    body = _said(row)
    with context.database.write() as tx:
        tx.hold([lock_of(row.draw)])
        try:
            pass_on(
                context,
                tx,
                row.draw,
                body.place,
                body.reason,
                body.by,
                body.second,
                seq=row.seq,
                entrant=body.entrant,
                alternate=body.alternate,
            )
        except DrawFault as fault:
            _refuse(context, tx, row, fault.code)


def _refuse(context: Context, tx: Tx, row: Any, code: str) -> None:
    said = RefusedBody(draw=row.draw, seq=row.seq, device=row.device, result=_name(row), code=code)
    append(context, tx, DRAW_REFUSED, DRAW_REFUSED.write(said))
