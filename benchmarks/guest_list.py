"""A list of 100,000 guests: taken in at HQ from a file, from HQ to a desk that is ready, and taken in at a desk.

    python -m benchmarks.guest_list [--guests N] [--quick] [--json FILE]

HQ and desk have real files (SQLCipher) and speak real HTTP on loopback, in one process on the same cores. `understood`:
the CSV is read and understood; `planned`: compared with who is on the list; `taken`: written in short transactions.
`pulled`: the desk's rounds until the list is there, HQ's making of the snapshot included; `opened`: the event is open,
the first search is answered, and the index of the whole list is there. `ready` is both. `desk`: the same file read and
taken in at a desk, durably, as an event made on the spot; `again`: once more, when nobody is new. `processor`: time of
this process alone, whatever else the machine does.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.common import write_json
from benchmarks.walk_in import GIVEN, SURNAMES
from kiosk.adapters.lists.apart import read_book_apart
from kiosk.adapters.lists.writing import write_csv
from kiosk.application.guests.import_list import ListPreview, ListTaken
from kiosk.application.service import CheckoutService
from kiosk.domain.channels import Channel
from kiosk.domain.guests.event import Event, Source
from kiosk.domain.lists.tables import OutTable
from kiosk.domain.lists.understand import understand
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from tests.integration.terminal.local_hq import LocalHq
from tests.simulation.surroundings import quiet_logs
from tests.simulation.world import SimTerminal, World

VOLUNTEER = Staff("s-101", "林怡君", Role.CLERK, Channel.EVENT)
NAMES = LocalText("晚宴", "晚宴", "Gala")
HEAD = ("姓名", "手機", "公司", "桌次", "攜伴", "VIP", "票號")


def rows(count: int) -> Sequence[tuple[str, ...]]:
    """People as an office writes them down; the 0 in front of half the phones is lost."""
    found: list[tuple[str, ...]] = []
    for number in range(count):
        name = SURNAMES[number % 20] + GIVEN[number // 20 % 20] + GIVEN[number // 400 % 20]
        mobile = f"{'0' if number % 2 else ''}9{number:08}"
        company = f"晨光{number % 700}有限公司" if number % 2 else ""
        honour = "是" if number % 20 == 0 else ""
        found.append((name, mobile, company, str(number % 900), str(number % 4), honour, f"T{number:07}"))
    return found


class _Timed:
    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.processor: dict[str, float] = {}

    @contextmanager
    def of(self, name: str) -> Any:
        began, spent = time.perf_counter(), time.process_time()
        yield
        self.seconds[name] = round(time.perf_counter() - began, 2)
        self.processor[name] = round(time.process_time() - spent, 2)

    def sum(self, *names: str) -> tuple[float, float]:
        """Seconds by the clock, and of the processor."""
        return round(sum(map(self.seconds.__getitem__, names)), 2), round(
            sum(map(self.processor.__getitem__, names)), 2
        )


def measure(folder: Path, count: int, say: Callable[[str], None] = print) -> dict[str, Any]:
    """All of it; seconds by name."""
    file = folder / "list.csv"
    write_csv(file, OutTable("list", HEAD, rows(count)))
    timed = _Timed()
    with quiet_logs():
        world = World(folder, 1)
        served = LocalHq(lambda *request: world.hq.wire.handle(*request))
        try:
            _at_hq(world, file, timed)
            say(f"HQ: {timed.seconds}")
            desk = world.add("XY01", "xinyi", transport=served.transport)
            _to_a_desk(desk, count, timed)
            _at_a_desk(desk, file, count, timed)
        finally:
            served.close()
            world.close()
    wholes = {
        "imported": timed.sum("understood", "planned", "taken"),
        "ready": timed.sum("pulled", "opened"),
        "desk": timed.sum("desk read", "desk taken"),
    }
    figures: dict[str, Any] = {"guests": count, "seconds": timed.seconds, "processor": timed.processor}
    for name, (clock, processor) in wholes.items():
        figures |= {f"{name} s": clock, f"{name}, processor s": processor}
    return figures


def _at_hq(world: World, file: Path, timed: _Timed) -> None:
    now = instant(world.hq.context.clock.now_ms())
    times = {"starts": now - timedelta(hours=1), "ends": now + timedelta(hours=9)}
    world.hq.events.publish("xinyi", {"id": "gala", "name": "晚宴", **times}, "boss")
    with timed.of("understood"):
        understood = understand(read_book_apart(file))
    with timed.of("planned"):
        made = world.hq.events.plan("gala", understood.guests)
    with timed.of("taken"):
        world.hq.events.take(made, "boss")


def _to_a_desk(desk: SimTerminal, count: int, timed: _Timed) -> None:
    with timed.of("pulled"):
        while not desk.reference.guests.totals("gala").guests:
            desk.engine.round()
    assert desk.reference.guests.totals("gala").guests == count
    with timed.of("opened"):
        desk.service.open_event("gala")
        assert desk.service.find_guests("gala", "王").total
        desk.reference.guests.wait("gala")
    began = time.perf_counter()
    desk.service.find_guests("gala", "陳")
    timed.seconds["a search then"] = round(time.perf_counter() - began, 3)


def _at_a_desk(desk: SimTerminal, file: Path, count: int, timed: _Timed) -> None:
    service = CheckoutService(replace(desk.context, read_book=read_book_apart))
    now = instant(desk.context.now_ms())
    event = Event("popup", NAMES, now, now + timedelta(hours=5), "Asia/Taipei", source=Source.LOCAL)
    service.make_event(event, VOLUNTEER)
    for name, new in (("desk", count), ("again", 0)):
        with timed.of(f"{name} read"):
            seen = service.read_list("popup", file)
        assert isinstance(seen, ListPreview)
        with timed.of(f"{name} taken"):
            done = service.take_list(seen, VOLUNTEER)
        assert isinstance(done, ListTaken)
        assert done.new == new, done


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--guests", type=int, default=100_000)
    parser.add_argument("--quick", action="store_true", help="5,000 guests")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), 5_000 if args.quick else args.guests)
    for name, value in found.items():
        print(f"{name}: {value}")
    if args.json is not None:
        write_json(args.json, found)


if __name__ == "__main__":
    main()
