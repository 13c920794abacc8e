"""Run by test_killed_draws.py: evenings of draws on a ledger of its own, one after the other, until it is killed. It
says each step once it is durable. Each evening begins where the last life left it."""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.application.draws import stage_list
from kiosk.application.draws.stage_outcomes import StageView
from kiosk.domain.draws.batch import envelope_commitment
from kiosk.domain.draws.facts import PassReason
from kiosk.domain.draws.stage import Phase
from tests.fakes import KEY
from tests.shared.stage_room import DICE, LIN, WANG, Room, good
from tests.shared.till import MANAGER, Till


class GoneOn(Till):
    """A till on a ledger that may be there already."""

    def _opened(self, folder: Path | None, reference: Path | None) -> tuple[SqlLedger, object]:  # type: ignore[override]
        if folder is not None and (folder / "ledger.db").exists():
            from kiosk.adapters.db.reference import SqlReference

            return open_ledger(folder / "ledger.db", KEY, self.clock, threaded=False), SqlReference(
                folder / "ref.db", KEY
            )
        return super()._opened(folder, reference)


def room_at(folder: Path) -> Room:
    """The room of a ledger."""
    return Room(GoneOn(folder))


def in_envelope(name: str, draw: str) -> bytes:
    """Other envelopes each evening."""
    return hashlib.sha256(f"{name} {draw}".encode()).digest()


def step(room: Room, view: StageView, chance: random.Random) -> StageView:
    """What comes next in an evening."""
    api, draw = room.api, view.draw
    if view.phase is Phase.FROZEN:
        return good(api.publish_draw(draw, 1, MANAGER))
    if view.phase is Phase.DICE:
        more = DICE[: len(view.throws) + chance.randrange(1, 8)]
        return good(api.throw_dice(draw, 1, more, MANAGER))
    if view.phase is Phase.ENVELOPES:
        name = next(one.name for one in view.envelopes if not one.opened)
        return good(api.open_envelope(draw, 1, name, in_envelope(name, draw).hex(), MANAGER))
    if view.phase is Phase.READY:
        return good(api.draw_winners(draw, 1, MANAGER))
    if view.phase is Phase.DRAWN:
        return good(api.reveal_winners(draw, 1, view.revealed + 1, MANAGER))
    if view.alternates_left:
        return good(api.pass_prize_on(draw, 1, 0, PassReason.NO_SHOW, LIN, WANG))
    return good(api.close_draw(draw, 1, MANAGER))


def evenings(room: Room, say: Callable[[StageView], None], chance: random.Random, most: int = 10**6) -> None:
    """Hold draws. `say`: what is durable now."""
    for _ in range(most):
        lines = room.api.stage_draws()
        if lines and lines[0].phase is not Phase.CLOSED:
            view = good(room.api.stage_draw(lines[0].draw, 1))
        else:
            draw = f"local/d-01/{len(lines) + 1}"
            sealed = [
                envelope_commitment(in_envelope(name, draw)).hex() for name in ("envelope:HQ", "envelope:witness")
            ]
            view = room.frozen(beacon=False, commitments=tuple(sealed))
            assert view.draw == draw
            say(view)
        while view.phase is not Phase.CLOSED:
            view = step(room, view, chance)
            say(view)


def line_of(view: StageView) -> str:
    """A draw as it stands, on a line: what may only grow."""
    winners = ",".join(str(one.entrant) for prize in view.prizes for one in prize.winners)
    opened = sum(one.opened for one in view.envelopes)
    dice = "".join(str(one) for one in view.throws)
    return " ".join(
        (view.draw, view.fingerprint, dice or "-", str(opened), str(view.revealed), str(view.alternates_left), winners)
    )


def main() -> None:
    """Until it is killed."""
    stage_list.PIECE = 3  # so that some die while a list is being kept
    room = room_at(Path(sys.argv[1]))
    evenings(room, lambda view: print("ok", line_of(view), flush=True), random.Random(sys.argv[2]))


if __name__ == "__main__":
    main()
