"""Wheels: tapes that were opened, slots that were won and shown, leases that were closed; and what leases hold of the
stock because of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.domain.campaigns.facts import WHEEL_SPUN, Spun
from kiosk.domain.draws.wheel_facts import WHEEL_CLOSED, WHEEL_OPENED, WHEEL_SHOWN, WheelClosed, WheelOpened, WheelShown
from kiosk.domain.draws.wheel_stock import slot_code
from kiosk.domain.journal.facts import Fact
from kiosk.hq.context import Caller
from kiosk.hq.draws import leases, stock
from kiosk.hq.draws.told_tables import wheel_closing, wheel_opened, wheel_shown, wheel_spin
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.store.database import Tx

_FIRST = ("hlc", "epoch", "seq")
_Said = WheelOpened | WheelShown | WheelClosed | Spun


def _of(facts: Sequence[ReadFact]) -> Iterator[tuple[Fact, _Said]]:
    for read in facts:
        match read.body:
            case Spun(lease="") | None:
                pass
            case WheelOpened() | WheelShown() | WheelClosed() | Spun():
                yield read.fact, read.body
            case _:
                pass


def touched_by(facts: Sequence[ReadFact]) -> set[str]:
    """Leases about which these facts say something."""
    return {body.lease for _, body in _of(facts)}


def _locks(tx: Tx, _origin: Caller, facts: Sequence[ReadFact]) -> Iterator[str]:
    for row in leases.rows_of(tx, touched_by(facts)).values():
        yield stock.lock_of(row.campaign, row.wheel)


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    tx, found = run.tx, list(_of(facts))
    tx.insert_first(wheel_opened, [_opened(origin, *one) for one in found if isinstance(one[1], WheelOpened)], _FIRST)  # type: ignore[arg-type]
    tx.insert_first(wheel_spin, [_spun(origin, *one) for one in found if isinstance(one[1], Spun)], ("epoch", "seq"))  # type: ignore[arg-type]
    tx.insert_first(wheel_shown, [_shown(origin, *one) for one in found if isinstance(one[1], WheelShown)], _FIRST)  # type: ignore[arg-type]
    tx.insert_first(wheel_closing, [_closed(origin, *one) for one in found if isinstance(one[1], WheelClosed)], _FIRST)  # type: ignore[arg-type]
    if run.live is not None:
        leases.settle(tx, touched_by(facts), run.live.now)


def _place(origin: Caller, fact: Fact) -> dict[str, Any]:
    place = {"store": origin.store, "device": origin.device, "epoch": fact.epoch, "seq": fact.seq, "hlc": fact.hlc}
    return {**place, "at": fact.corrected_ms}


def _opened(origin: Caller, fact: Fact, body: WheelOpened) -> dict[str, Any]:
    said = {"lease": body.lease, "root": body.root, "root_signature": body.root_signature, "size": body.size}
    return {**_place(origin, fact), **said}


def _spun(origin: Caller, fact: Fact, body: Spun) -> dict[str, Any]:
    return {**_place(origin, fact), "lease": body.lease, "j": body.j, "code": _code(body), "member": body.member}


def _code(body: Spun) -> str:
    """As the tape has it; bounded, since somebody may make up what is no prize."""
    return slot_code(body.part, body.amount)[:64]


def _shown(origin: Caller, fact: Fact, body: WheelShown) -> dict[str, Any]:
    return {**_place(origin, fact), "lease": body.lease, "j": body.j}


def _closed(origin: Caller, fact: Fact, body: WheelClosed) -> dict[str, Any]:
    return {**_place(origin, fact), "lease": body.lease, "nt": body.nt, "used": body.used, "why": str(body.why)}


WHEELS = Projection(
    name="wheels",
    version=1,
    kinds=frozenset({WHEEL_SPUN, WHEEL_OPENED, WHEEL_SHOWN, WHEEL_CLOSED}),
    tables=(wheel_opened, wheel_spin, wheel_shown, wheel_closing),
    apply=_apply,
    locks=_locks,
)
