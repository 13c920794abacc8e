"""The readiness drill: how everything that a desk needs is, before the doors open. Nothing of it counts.

Made-up guests come in by the real use case of a scan, within a transaction that is rolled back: what they leave is
the time it took. They stand beside the list, in no table; HQ is parked meanwhile, by a switch that springs back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, cast

from kiosk.application.context import Context
from kiosk.application.documents.setup import read_setup
from kiosk.application.guests.listen import Desk, is_local
from kiosk.application.guests.outcomes import Verdict
from kiosk.application.guests.scan import scan_guest
from kiosk.application.ports.guests import Guests
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sync.outcomes import Link
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.routing import STILL_PRINTS, route
from kiosk.domain.guests import drill
from kiosk.domain.guests.attendance import Attendance, rules_of
from kiosk.domain.guests.drill import Line, Result
from kiosk.domain.guests.event import Entry, Guest
from kiosk.domain.guests.facts import DRILL_RUN, DrillBody
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.scan.events import CameraStatus, ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Actor
from kiosk.domain.time import instant
from kiosk.domain.tokens import ReadToken

_AROUND = timedelta(hours=1)


class DrillOver(Exception):
    """Rolls everything back that made-up guests left. `result`: of the line."""

    def __init__(self, result: Result) -> None:
        super().__init__("nothing of a drill counts")
        self.result = result


@dataclass(frozen=True, slots=True)
class _DrillDesk(Desk):
    """The desk with guests who do not exist. `made`: by their secret."""

    made: Mapping[str, Guest] = field(default_factory=dict)

    @property
    def list(self) -> Guests:
        """The real list is asked, so that the time is the real one."""
        return cast(Guests, _Beside(self.context.reference.guests, self.made))


class _Beside:
    """A list, and beside it guests who stand in no table."""

    def __init__(self, guests: Guests, made: Mapping[str, Guest]) -> None:
        self._guests, self._made = guests, made

    def by_code(self, event: str, code: str) -> Sequence[Guest]:
        """Of both."""
        found = self._guests.by_code(event, code)
        made = self._made.get(code)
        return found if made is None else (made,)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._guests, name)


def look(desk: Desk, line: Line, camera: CameraStatus | None) -> Result:
    """A line that is only looked at. `camera`: what it does now."""
    context = desk.context
    status = context.sync_status()
    match line:
        case Line.POWER:
            return drill.power_line(context.drill.power())
        case Line.DISK:
            return drill.disk_line(context.drill.free_bytes())
        case Line.CAMERA:
            return drill.camera_line(camera)
        case Line.PRINTER:
            return _printer(desk)
        case Line.CLOCK:
            others = [(one.name, one.clock_ahead_ms) for one in context.lan.status().desks]
            return drill.clock_line(status.clock_off_ms, backwards=status.clock_backwards, others=others)
        case Line.DATA:
            guests, event = desk.totals().guests, desk.event
            own = instant(context.clock.now_ms())  # by which `last_sync` is told
            return drill.data_line(status.last_sync, own, guests, local=is_local(event), walk_ins=event.walk_ins)
        case Line.QUEUE:
            return drill.queue_line(status.queue, online=status.link is Link.ONLINE)
        case _:
            raise ValueError(f"{line} is not only looked at")


def _printer(desk: Desk) -> Result:
    printer = route(read_setup(desk.tx), DocumentKind.BADGE)
    if printer is None:
        return drill.printer_line(wanted=desk.event.badge)
    state = desk.context.spool.states().get(printer.id)
    trouble = state.trouble if state is not None else None
    return drill.printer_line(
        wanted=desk.event.badge,
        name=printer.name,
        trouble=trouble,
        holds_up=trouble not in STILL_PRINTS,
        labels=printer.labels,
        guests=desk.totals().guests,
    )


def tickets(desk: Desk, actor: Actor) -> Result:
    """Made-up guests come in, and one of them again. Raises DrillOver with what came of it, always: the transaction
    must not stand."""
    now = desk.context.now()
    event = replace(
        desk.event,
        starts=now - _AROUND,
        ends=now + _AROUND,
        sessions=(),
        zones=(),
        questions=(),
        quota=0,
        entry=Entry.ONCE,
        badge=False,
    )
    ids = [f"drill-{desk.context.new_id()}" for _ in range(drill.TICKETS)]
    made = {one: Guest(event.id, one, one, codes=(one,)) for one in ids}
    stand = _DrillDesk(desk.context, desk.tx, event, Attendance(rules_of(event)), desk.device, desk.name, made=made)
    took, wrong = [], 0
    for at, code in enumerate((*ids, ids[0])):
        expected = VerdictKind.WELCOME if at < len(ids) else VerdictKind.ALREADY_IN
        begun = desk.context.clock.mono_ms()
        scan = ScanEvent(code, Symbology.QR, ScanSource.HANDHELD, None, None, begun / 1000)
        said = scan_guest(stand, scan, actor, "", "", leaving=False)
        took.append(desk.context.clock.mono_ms() - begun)
        wrong += not isinstance(said, Verdict) or said.kind is not expected
    raise DrillOver(drill.tickets_line(took, wrong))


@dataclass(frozen=True, slots=True)
class Cut:
    """HQ before it was parked. `last`: when it told last; `cut`: it is parked."""

    cut: bool
    was_online: bool
    last: datetime | None


def cut(context: Context) -> Cut:
    """Park HQ for some seconds, if it answers."""
    status = context.sync_status()
    online = status.link is Link.ONLINE
    return Cut(online and context.drill.cut(drill.CUT_MS), online, status.last_sync)


def mend(context: Context) -> datetime | None:
    """Let HQ be met again. When it told last, until now: a round that was on its way when it was parked ended since."""
    last = context.sync_status().last_sync
    context.drill.mend()
    return last


def back(context: Context, before: Cut, *, wait: bool) -> Result | None:
    """Whether HQ has told again since; None: not yet. Without `wait` that is a failure."""
    status = context.sync_status()
    met = status.link is Link.ONLINE and status.last_sync != before.last
    if before.cut and wait and (not met or status.queue):
        return None
    return drill.cut_line(cut=before.cut, was_online=before.was_online, back=met)


def scanned(desk: Desk, scan: ScanEvent) -> Result:
    """A code for the drill alone: read, and not judged."""
    text = scan.text.strip()
    read = desk.context.codes.read(scan.text, scan.symbology, desk.context.now())
    secret = bool(text) and bool(desk.list.by_code(desk.event.id, text))
    return drill.scanner_line(read=secret or isinstance(read, ReadToken))


def done(tx: LedgerTx, event: str, results: Sequence[Result], actor: Actor) -> None:
    """That it was done, for whoever is responsible."""
    p95 = next((one.figures.get("p95", 0) for one in results if one.line is Line.TICKETS), 0)
    failed = drill.failed(results)
    body = DrillBody(event=event, passed=not failed, failed=failed, p95_ms=p95)
    tx.append(DRILL_RUN, actor.id, DRILL_RUN.write(body))
