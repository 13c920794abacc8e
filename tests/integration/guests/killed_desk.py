"""A desk that signs in one guest after the other, says each when it is durable, and is killed: `python -m
tests.integration.guests.killed_desk FOLDER`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from kiosk.adapters.db import guest_people
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.domain.guests.event import Guest
from tests.fakes import IDENTITY, KEY
from tests.shared.desk import EventDesk, gala
from tests.shared.till import member

LIST = [Guest("gala", f"g-{n}", f"王{n}", codes=(f"secret-{n}",), member=f"m-{n}" if n % 2 else "") for n in range(60)]


class Lived(EventDesk):
    """A desk on the disk, which may have lived before."""

    def _opened(self, folder: Path | None, reference: Path | None) -> tuple[SqlLedger, SqlReference]:
        assert folder is not None
        ledger = open_ledger(folder / "ledger.db", KEY, self.clock, threaded=False)
        if ledger.run(lambda tx: tx.identity()) is None:
            ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
        return ledger, SqlReference(folder / "ref.db", KEY)


def opened(folder: Path) -> Lived:
    """The desk, as it stands after whatever happened to it; its clock goes on."""
    desk = Lived(folder=folder)
    stamp = desk.ledger.run(lambda tx: tx.last_stamp())
    desk.clock.now = max(desk.clock.now, (stamp >> 16) + 1_000)
    guest_people.put_back(desk.ledger, desk.reference)
    if not desk.reference.guests.events():
        desk.has_members(*(replace(member(f"m-{n}"), name="王小明") for n in range(1, 60, 2)))
        desk.has_event(gala(campaign_event="open-day"), *LIST)
    return desk


def main() -> None:
    """Sign in until somebody ends it."""
    desk = opened(Path(sys.argv[1]))
    for one in LIST:
        said = desk.reads(one.codes[0])
        print(said.kind, one.id, flush=True)
        if one.id.endswith("7"):
            found = desk.walks_in(f"走進{one.id}", id=f"w-{one.id}")
            print(found.kind, f"w-{one.id}", flush=True)
    print("done", "-", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
