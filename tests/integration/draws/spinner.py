"""A terminal that spins until it is killed: `python -m tests.integration.draws.spinner FOLDER`.

Says what it did when it is durable: `again LEASE J CODE` for a slot that stands from before, `ok LEASE J CODE` for one
that is taken, `shown LEASE J`."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.application.draws.wheel_outcomes import Spun
from kiosk.domain.draws.wheel_stock import slot_code
from kiosk.domain.journal import hlc
from tests.fakes import IDENTITY, KEY
from tests.shared.memory import reference_in_memory
from tests.shared.till import member
from tests.shared.wheel_till import CUSTOMER, WHEEL, WheelTill, secret_of

MEMBERS = ("m-1", "m-2", "m-3")
COUNTS = {"cash:5": 3, "cash:88": 1, "mug": 2, "thanks": 4}


class Lived(WheelTill):
    """A till that was here before, or is new."""

    def _opened(self, folder: Path | None, reference: Path | None) -> tuple[SqlLedger, SqlReference]:
        assert folder is not None
        ledger = open_ledger(folder / "ledger.db", KEY, self.clock, threaded=False)
        if ledger.head.epoch < 1:
            ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
        self.clock.now = max(self.clock.now, hlc.milliseconds(ledger.head.hlc) + 1)
        return ledger, reference_in_memory()

    def _secret(self, op: str) -> bytes:
        # a key store outlives its program
        return secret_of("lucky", int(op.removeprefix("w-")))


def live(folder: Path) -> None:
    till = Lived(folder)
    till.publishes(WHEEL)
    till.has_members(*map(member, MEMBERS))
    dice = random.Random()
    for spun in till.service.standing_spins():
        _say("again", spun)
        _show(till, spun)
    while True:
        left = till.ledger.run(lambda tx: [one for one in tx.wheel_leases() if one.left])
        if len(left) < 2:
            many = till.ledger.run(lambda tx: len(tx.opened_leases("test", "lucky")))
            till.opens(COUNTS, seq=many + 1)
        who = dice.choice(MEMBERS)
        if not till.state(who).spins.get("lucky"):
            till.buys(who, 100_00)
        taken = till.spins(who)
        assert isinstance(taken, Spun), taken
        _say("ok", taken)
        _show(till, taken)


def _show(till: WheelTill, spun: Spun) -> None:
    assert till.service.spin_shown(spun.lease, spun.j, CUSTOMER)
    print("shown", spun.lease, spun.j, flush=True)


def _say(word: str, spun: Any) -> None:
    print(word, spun.lease, spun.j, slot_code(spun.prize.code, spun.amount), flush=True)


if __name__ == "__main__":
    live(Path(sys.argv[1]))
