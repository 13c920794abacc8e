"""The readiness drill of a desk before the doors open: what each line of its sheet says, and what it means.

Pure: how power, devices, clocks, lists and tickets were found, to pass, fail or "look at it". `code` is stable; the
words live in ui/words/drill.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.documents.printers import Trouble
from kiosk.domain.scan.events import CameraStatus

TICKETS = 40
"""Made-up guests who come in during a drill."""
P95_MOST_MS = 80
"""From scan to verdict: what nobody at a door notices."""
CUT_MS = 12_000
"""HQ is parked for as long at most: it is back by itself, whatever becomes of whoever cut it off."""
LEAST_FREE = 1_000_000_000
"""Bytes."""
CHARGE_ENOUGH = 50
CLOCK_MOST_MS = 120_000
FRESH, STALE = timedelta(minutes=15), timedelta(hours=12)


class Line(StrEnum):
    """Lines of the sheet, in their order."""

    POWER = "power"
    DISK = "disk"
    CAMERA = "camera"
    PRINTER = "printer"
    CLOCK = "clock"
    DATA = "data"
    TICKETS = "tickets"
    CUT = "cut"
    QUEUE = "queue"
    SCANNER = "scanner"


class Mark(StrEnum):
    """LOOK: the doors may open, and somebody should know."""

    PASS = "pass"
    LOOK = "look"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Power:
    """`battery`: there is one. `percent`: None where it does not say. `plugged`: None likewise."""

    battery: bool
    percent: int | None = None
    plugged: bool | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One line. `code`: why; `figures`: what was measured, and names, for the words."""

    line: Line
    mark: Mark
    code: str
    figures: Mapping[str, int] = field(default_factory=dict)
    name: str = ""


def power_line(power: Power | None) -> Result:
    """A machine without a battery hangs on the wall."""
    if power is None:
        return Result(Line.POWER, Mark.LOOK, "unknown")
    if not power.battery:
        return Result(Line.POWER, Mark.PASS, "mains")
    figures = {"percent": power.percent} if power.percent is not None else {}
    if power.plugged:
        return Result(Line.POWER, Mark.PASS, "plugged", figures)
    if power.percent is None:
        return Result(Line.POWER, Mark.LOOK, "unknown")
    enough = power.percent >= CHARGE_ENOUGH
    return Result(Line.POWER, Mark.LOOK if enough else Mark.FAIL, "battery", figures)


def disk_line(free: int | None) -> Result:
    """`free`: bytes; None: nobody knows."""
    if free is None:
        return Result(Line.DISK, Mark.LOOK, "unknown")
    mark = Mark.PASS if free >= LEAST_FREE else Mark.FAIL
    return Result(Line.DISK, mark, "free", {"mb": free // 1_000_000})


def camera_line(status: CameraStatus | None) -> Result:
    """READY: a picture came, neither black nor frozen."""
    if status in (None, CameraStatus.NONE):
        return Result(Line.CAMERA, Mark.PASS, "none")
    if status is CameraStatus.READY:
        return Result(Line.CAMERA, Mark.PASS, "ready")
    starting = status is CameraStatus.STARTING
    return Result(Line.CAMERA, Mark.LOOK if starting else Mark.FAIL, "starting" if starting else "lost")


def printer_line(
    *, wanted: bool, name: str = "", trouble: Trouble | None = None, holds_up: bool = False, labels: int | None = None,
    guests: int = 0,
) -> Result:  # fmt: skip
    """Of badges. `wanted`: the event gives badges; `name`: "" where no printer is set up; `holds_up`: it does not
    print with that trouble; `labels`: left on the roll; `guests`: who are expected."""
    if not wanted:
        return Result(Line.PRINTER, Mark.PASS, "no_badges")
    if not name:
        return Result(Line.PRINTER, Mark.FAIL, "none")
    if trouble is not None:
        return Result(Line.PRINTER, Mark.FAIL if holds_up else Mark.LOOK, str(trouble), name=name)
    if labels is None:
        return Result(Line.PRINTER, Mark.PASS, "ready", name=name)
    mark = Mark.FAIL if labels <= 0 else Mark.LOOK if labels < guests else Mark.PASS
    return Result(Line.PRINTER, mark, "labels", {"labels": labels}, name)


def clock_line(off_ms: int | None, *, backwards: bool, others: Iterable[tuple[str, int | None]] = ()) -> Result:
    """`off_ms`: HQ's clock minus ours, None: HQ was never met; `others`: name and ms ahead of other desks."""
    if backwards:
        return Result(Line.CLOCK, Mark.FAIL, "backwards")
    far = [(name, ahead) for name, ahead in others if ahead is not None and abs(ahead) > CLOCK_MOST_MS]
    if far:
        name, ahead = max(far, key=lambda one: abs(one[1]))
        return Result(Line.CLOCK, Mark.LOOK, "desk_off", {"seconds": abs(ahead) // 1000}, name)
    if off_ms is None:
        return Result(Line.CLOCK, Mark.LOOK, "unknown")
    mark = Mark.PASS if abs(off_ms) <= CLOCK_MOST_MS else Mark.LOOK
    return Result(Line.CLOCK, mark, "off", {"seconds": abs(off_ms) // 1000})


def data_line(last: datetime | None, now: datetime, guests: int, *, local: bool, walk_ins: bool) -> Result:
    """`last`: when HQ told last; `guests`: on the list; `local`: the event was made at a desk, so nobody tells."""
    figures = {"guests": guests}
    if not guests and not walk_ins:
        return Result(Line.DATA, Mark.FAIL, "nobody", figures)
    if local:
        return Result(Line.DATA, Mark.PASS if guests else Mark.LOOK, "local", figures)
    if last is None:
        return Result(Line.DATA, Mark.LOOK if guests else Mark.FAIL, "never", figures)
    age = max(timedelta(), now - last)
    figures = {"guests": guests, "minutes": age // timedelta(minutes=1)}
    mark = Mark.FAIL if age > STALE else Mark.LOOK if age > FRESH or not guests else Mark.PASS
    return Result(Line.DATA, mark, "age", figures)


def tickets_line(took_ms: Sequence[int], wrong: int) -> Result:
    """`took_ms`: from scan to verdict, of each; `wrong`: how many were not judged as they should be."""
    if wrong or not took_ms:
        return Result(Line.TICKETS, Mark.FAIL, "wrong", {"wrong": wrong, "count": len(took_ms)})
    worst = p95(took_ms)
    mark = Mark.PASS if worst <= P95_MOST_MS else Mark.LOOK
    return Result(Line.TICKETS, mark, "judged", {"count": len(took_ms), "p95": worst})


def cut_line(*, cut: bool, was_online: bool, back: bool) -> Result:
    """`cut`: HQ was parked meanwhile; `was_online`: it answered before; `back`: it has told again since."""
    if not was_online:
        return Result(Line.CUT, Mark.LOOK, "away")
    if not cut:
        return Result(Line.CUT, Mark.LOOK, "not_cut")
    return Result(Line.CUT, Mark.PASS if back else Mark.FAIL, "back" if back else "not_back")


def queue_line(waiting: int, *, online: bool) -> Result:
    """`waiting`: facts that HQ does not have."""
    mark = Mark.PASS if not waiting else Mark.FAIL if online else Mark.LOOK
    return Result(Line.QUEUE, mark, "waiting" if waiting else "empty", {"waiting": waiting})


def scanner_line(*, read: bool, scanned: bool = True) -> Result:
    """`read`: what was scanned is a code of ours, or a secret on the list; `scanned` False: nobody scanned."""
    if not scanned:
        return Result(Line.SCANNER, Mark.LOOK, "not_tried")
    return Result(Line.SCANNER, Mark.PASS if read else Mark.LOOK, "read" if read else "other")


def p95(values: Sequence[int]) -> int:
    """The value that 95 of 100 do not exceed. ValueError: there are none."""
    if not values:
        raise ValueError("nothing was measured")
    return sorted(values)[math.ceil(len(values) * 0.95) - 1]


def failed(results: Iterable[Result]) -> tuple[str, ...]:
    """Lines that failed."""
    return tuple(str(one.line) for one in results if one.mark is Mark.FAIL)


def verdict(results: Iterable[Result]) -> Mark:
    """The whole sheet's: its worst line's."""
    marks = {one.mark for one in results}
    return Mark.FAIL if Mark.FAIL in marks else Mark.LOOK if Mark.LOOK in marks else Mark.PASS
