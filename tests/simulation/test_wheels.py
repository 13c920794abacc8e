"""Members who spin a wheel as steps of drawn worlds; and bugs put into the product on purpose, which show in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.sync.wheels import WheelKeeper
from kiosk.application.draws import spin as spinning
from kiosk.application.draws.wheel_outcomes import SpinWay, Spun
from kiosk.application.draws.wheel_service import WheelService
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.draws.held import HeldLease
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor
from kiosk.hq.draws import leases, stock
from kiosk.hq.draws.leases import State
from kiosk.hq.store.database import Tx
from tests.simulation import spinners, steps
from tests.simulation.having import Having
from tests.simulation.invariants import Violation
from tests.simulation.runner import Failed, play, play_anew

WHEELS = Having(wheels=True)
STEPS, WORLDS = 90, 4
Patch = pytest.MonkeyPatch


def test_no_slot_is_shown_twice_and_no_prize_promised_twice(tmp_path: Path) -> None:
    outcome = play(tmp_path, 1, 70, having=WHEELS)
    assert outcome.spins > 5


# --- bugs put in on purpose ---


def a_tape_is_spun_on_after_a_restore(patch: Patch) -> None:
    """The terminal goes by its old ledger, which knows nothing of slots that were taken since."""

    def usable(_context: Any, tx: LedgerTx, campaign: str, wheel: str) -> list[HeldLease] | Refusal:
        mine = [one for one in tx.wheel_leases() if (one.campaign, one.wheel) == (campaign, wheel)]
        return [one for one in mine if not one.closed and one.left] or Refusal(RefusalCode.WHEEL_EMPTY)

    patch.setattr(spinning, "usable", usable)
    patch.setattr(WheelKeeper, "forgetting", lambda self: lambda tx: None)


def a_lease_that_is_closed_twice_gives_back_twice(patch: Patch) -> None:
    """HQ takes each closing for a new one."""
    settle = leases.settle

    def again(tx: Tx, names: Iterable[str], now: int, *, anew: bool = False) -> None:
        names = list(names)
        before = {name: row.state for name, row in leases.rows_of(tx, names).items()}
        settle(tx, names, now, anew=anew)
        for name, row in leases.rows_of(tx, names).items():
            if before[name] == row.state == State.CLOSED:
                given = stock.counts(row.given)
                back = {one.code: given.get(one.code, 0) - one.n for one in leases.body_of(row).counts}
                stock.move(tx, row.campaign, row.wheel, back, {})

    patch.setattr(leases, "settle", again)


class _Peeked(Exception):
    def __init__(self, found: object) -> None:
        super().__init__()
        self.found = found


def a_slot_is_shown_before_it_is_journalled(patch: Patch) -> None:
    """The wheel turns to it at once; that it is taken is written down when it has stopped."""
    spin, shown = WheelService.spin, WheelService.spin_shown
    waiting: dict[tuple[int, str, int], tuple[Any, ...]] = {}

    def first_shown(
        self: WheelService, visit: Visit, campaign: str, wheel: str, way: SpinWay, actor: Actor
    ) -> Spun | Refusal:
        ledger = self._context.ledger

        def looked_at() -> Any:
            """What it would come to; nothing of it stays."""

            def peek(tx: Any) -> Any:
                raise _Peeked(self._take(tx, visit, campaign, wheel, way, actor))

            try:
                return ledger.run(peek)
            except _Peeked as peeked:
                return peeked.found

        slot = looked_at()
        if isinstance(slot, spinning.TapeWanted):
            self._context.tapes.get(slot.held)
            slot = looked_at()
        if isinstance(slot, Refusal):
            return slot
        found = self._proved(slot)
        waiting[id(ledger), found.lease, found.j] = (visit, campaign, wheel, way, actor)
        return found

    def then_journalled(self: WheelService, lease: str, j: int, actor: Actor) -> bool:
        said = waiting.pop((id(self._context.ledger), lease, j), None)
        if said is not None:
            spin(self, *said)
        return shown(self, lease, j, actor)

    patch.setattr(WheelService, "spin", first_shown)
    patch.setattr(WheelService, "spin_shown", then_journalled)


RESTORES = {"backup": 12, "restore": 8}
PLANTED: dict[Callable[[Patch], None], tuple[int, dict[str, int]]] = {
    # where to begin to look, the first world in which it showed when this was written; and what happens more often
    a_tape_is_spun_on_after_a_restore: (5, RESTORES),
    a_lease_that_is_closed_twice_gives_back_twice: (0, {**RESTORES, "time passes": 20, "sync": 40}),
    a_slot_is_shown_before_it_is_journalled: (5, RESTORES),
}


@pytest.mark.parametrize("bug", PLANTED, ids=lambda bug: bug.__name__)
def test_a_planted_bug_is_found(monkeypatch: Patch, allowed_warnings: list[str], bug: Callable[[Patch], None]) -> None:
    allowed_warnings.append("")  # what is put in may well be reported
    monkeypatch.setattr(spinners, "HAPPENS", 0.8)
    monkeypatch.setattr(spinners, "AGAIN", 0.4)
    first, weights = PLANTED[bug]
    for name, weight in weights.items():
        monkeypatch.setitem(steps.STEPS, name, (weight, steps.STEPS[name][1]))
    bug(monkeypatch)
    assert any(_found(seed) for seed in range(first, first + WORLDS)), f"unnoticed in {WORLDS} worlds"


def _found(seed: int) -> bool:
    try:
        play_anew(seed, STEPS, check_every=15, having=WHEELS)
    except Failed as failed:
        # a program that merely breaks would be found without a simulation
        return isinstance(failed.__cause__, Violation)
    return False
