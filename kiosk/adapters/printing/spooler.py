"""Brings what waits in the queue to the printers: one thread a printer, so that one that is dead holds nobody else.

What is on paper is never risked: a job is said to be on its way, durably, before its first byte, and one of which any
byte may have left is not sent again. A printer in trouble is asked how it is, at growing intervals, until it is well;
meanwhile another may print what waits for it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic

from kiosk.application.ports.faults import LedgerClosed, LedgerFault
from kiosk.application.ports.printing import Device, Devices, FoundPrinter, NotQueued, PrinterState, PrintQueue, Work
from kiosk.domain.documents.jobs import oldest_printed
from kiosk.domain.documents.printers import Printer, PrintSetup, Reached, Sent, Trouble
from kiosk.domain.documents.routing import STILL_PRINTS, stands_in

log = logging.getLogger(__name__)

FORGETS_EVERY_S = 3_600.0
ROLL_CHANGED_AFTER = frozenset({Trouble.PAPER_OUT, Trouble.COVER_OPEN})
"""Behind these a roll may be another one."""


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds between two looks at a printer in trouble: from `first`, doubled each time, to `longest`. `close`: how
    long the end of the program waits for what is on its way."""

    first: float = 0.25
    longest: float = 15.0
    close: float = 3.0


class _NoDevice:
    """Of a printer whose address nobody understands."""

    def render(self, document: object) -> bytes:
        """Nothing."""
        return b""

    def pieces(self, data: bytes) -> int:
        """None."""
        return 0

    def send(self, data: bytes, starting: Callable[[], None]) -> Sent:
        """To nobody."""
        return Sent(Reached.NOTHING, Trouble.UNREACHABLE)

    def status(self) -> Trouble | None:
        """Out of reach."""
        return Trouble.UNREACHABLE

    def close(self) -> None:
        """Nothing."""


class _Line:
    """A printer, its device and its thread."""

    def __init__(self, printer: Printer, device: Device, oldest_ms: int) -> None:
        self.printer, self.device = printer, device
        self.state = PrinterState(oldest_ms=oldest_ms)
        self.wake = threading.Event()
        self.over = False
        self.unsettled: tuple[Work, int, Sent] | None = None
        """What became of a job that the ledger could not take."""
        self.thread: threading.Thread | None = None

    @property
    def stuck(self) -> bool:
        """It does not print."""
        return self.state.trouble is not None and self.state.trouble not in STILL_PRINTS


class Spooler:
    """Implements `Spool`. `close` it before the ledger."""

    def __init__(
        self,
        queue: PrintQueue,
        *,
        pauses: Pauses | None = None,
    ) -> None:
        self._queue = queue
        self._devices: Devices | None = None
        self._on_change: Callable[[], None] = _nobody
        self._pauses = pauses or Pauses()
        self._lock = threading.Lock()
        self._setup = PrintSetup()
        self._lines: dict[str, _Line] = {}
        self._ending: list[_Line] = []
        self._using = threading.RLock()
        self._closing = threading.Event()
        self._starter: threading.Thread | None = None

    # --- from outside ------------------------------------------------------------------------------------------------

    def on_change(self, listener: Callable[[], None]) -> None:
        """Tell `listener`, on any thread, when a printer or a job stands elsewhere."""
        self._on_change = listener

    def start(self, devices: Devices, setup: Callable[[], PrintSetup]) -> None:
        """Begin, on a thread of its own: opening the first printer takes a while. `setup`: the printers as they are set
        up. Nothing is printed before it is known what was on its way when the program ended."""
        self._starter = self._thread(partial(self._begin, devices, setup), "printing")
        self._starter.start()

    def close(self) -> None:
        """End the threads; what is on its way is given up. Safe to call twice."""
        self._closing.set()
        with self._lock:
            lines = [*self._lines.values(), *self._ending]
        for line in lines:
            line.wake.set()
        deadline = monotonic() + self._pauses.close
        for line in lines:
            line.device.close()
        for thread in (self._starter, *(line.thread for line in lines)):
            if thread is not None:
                thread.join(max(0.0, deadline - monotonic()))
                if thread.is_alive():
                    log.info("%s did not end in time", thread.name)

    def use(self, setup: PrintSetup) -> None:
        """The printers are others now. One that is another ends what it does first."""
        with self._using:
            if self._devices is not None and not self._closing.is_set():
                self._use(self._devices, setup)

    def _use(self, devices: Devices, setup: PrintSetup) -> None:
        oldest_ms = oldest_printed(self._queue.now_ms(), setup.stale_minutes)
        with self._lock:
            self._setup = setup
            there = {printer.id: printer for printer in setup.printers}
            self._ending = [line for line in self._ending if line.thread is not None and line.thread.is_alive()]
            for id_, line in list(self._lines.items()):
                wanted = there.get(id_)
                if wanted is not None and _same_device(wanted, line.printer):
                    line.printer = wanted
                    continue
                del self._lines[id_]
                line.over = True
                line.wake.set()
                self._ending.append(line)
            begun = [self._begun(devices, one, oldest_ms) for one in setup.printers if one.id not in self._lines]
            self._lines |= {line.printer.id: line for line in begun}
        for line in begun:
            assert line.thread is not None
            line.thread.start()
        self.wake()
        self._on_change()

    def _begun(self, devices: Devices, printer: Printer, oldest_ms: int) -> _Line:
        line = _Line(printer, _opened(devices, printer), oldest_ms)
        line.thread = self._thread(lambda: self._live(line), f"printer {printer.name}")
        return line

    @staticmethod
    def _thread(work: Callable[[], None], name: str) -> threading.Thread:
        # a printer that never answers must not hold up the program's end
        return threading.Thread(target=work, name=name, daemon=True)

    def wake(self) -> None:
        """There is something to print."""
        with self._lock:
            lines = list(self._lines.values())
        for line in lines:
            line.wake.set()

    def states(self) -> Mapping[str, PrinterState]:
        """By printer's id."""
        with self._lock:
            cannot = self._cannot()
            return {
                id_: replace(
                    line.state, stands_in=other if (other := stands_in(self._setup, id_, cannot)) != id_ else ""
                )
                for id_, line in self._lines.items()
            }

    def same_roll(self, printer: str) -> None:
        """It was said how many labels are left."""
        with self._lock:
            line = self._lines.get(printer)
            if line is not None:
                line.state = replace(line.state, new_roll=False)
        self._on_change()

    def ask(self, printer: Printer) -> Trouble | None:
        """How it is now, on a line of its own."""
        if self._devices is None:
            return Trouble.UNREACHABLE
        device = self._devices.open(printer)
        try:
            return device.status()
        finally:
            device.close()

    def found(self) -> tuple[FoundPrinter, ...]:
        """Where printers may be."""
        return self._devices.found() if self._devices is not None else ()

    # --- the threads -------------------------------------------------------------------------------------------------

    def _begin(self, devices: Devices, setup: Callable[[], PrintSetup]) -> None:
        pause = self._pauses.first
        while not self._closing.is_set():
            try:
                self._queue.recover()
                self._queue.forget()
                with self._using:  # whoever sets printers up meanwhile comes after
                    self._devices = devices
                    self.use(setup())
                return
            except LedgerClosed:
                return
            except LedgerFault as fault:
                if not self._closing.is_set():
                    log.warning("the print queue cannot be read: %s", fault)
                self._closing.wait(pause)
                pause = min(pause * 2, self._pauses.longest)

    def _live(self, line: _Line) -> None:
        """A printer's thread."""
        pause = self._pauses.first
        while not self._closing.is_set() and not line.over:
            line.wake.clear()  # what comes from here on wakes it again
            try:
                goes_on = self._round(line)
                waits = None if goes_on is None else pause
            except LedgerClosed:
                return
            except LedgerFault as fault:
                if self._closing.is_set():
                    return
                log.warning("printer %s: the print queue cannot be written: %s", line.printer.name, fault)
                goes_on, waits = False, pause
            if goes_on:
                pause = self._pauses.first
            elif waits is None:
                if not line.wake.wait(FORGETS_EVERY_S):
                    self._forget()
            else:
                line.wake.wait(waits)
                pause = min(pause * 2, self._pauses.longest)

    def _forget(self) -> None:
        try:
            self._queue.forget()
        except (LedgerFault, LedgerClosed) as fault:
            log.info("old papers could not be dropped: %s", fault)

    def _round(self, line: _Line) -> bool | None:
        """One job, or one look at the printer. True: go on at once; False: look again after a pause; None: nothing to
        do. Raises LedgerFault."""
        self._settle_late(line)
        if line.stuck:
            trouble = line.device.status()
            if trouble is not None and trouble not in STILL_PRINTS:
                self._show(line, trouble=trouble)
                return False
        work = self._queue.next(self._served(line))
        if work is None:
            if line.stuck:
                self._well(line, None)
            return None
        return self._print(line, work)

    def _served(self, line: _Line) -> dict[str, int]:
        """Whose jobs it prints: its own, and those of printers for which it stands in; each since when."""
        now_ms = self._queue.now_ms()
        with self._lock:
            cannot, young = self._cannot(), oldest_printed(now_ms, self._setup.stale_minutes)
            served = {line.printer.id: max(line.state.oldest_ms, young) if line.stuck else line.state.oldest_ms}
            for id_, other in self._lines.items():
                if id_ != line.printer.id and stands_in(self._setup, id_, cannot) == line.printer.id:
                    served[id_] = max(other.state.oldest_ms, young)
            return served

    def _cannot(self) -> frozenset[str]:
        return frozenset(id_ for id_, line in self._lines.items() if line.stuck)

    def _print(self, line: _Line, work: Work) -> bool:
        try:
            data = line.device.render(work.document)
            pieces = line.device.pieces(data)
        except Exception:
            log.exception("printer %s: a document cannot be brought into its language", line.printer.name)
            self._queue.cannot(work, Trouble.FAULT)
            self._on_change()
            return True
        begun = False

        def starting() -> None:
            nonlocal begun
            self._queue.starting(work, line.printer.id, pieces)
            begun = True

        self._show(line, printing=True)
        try:
            sent = line.device.send(data, starting)
        except NotQueued:
            self._show(line, printing=False)
            return True
        except LedgerFault:
            self._show(line, printing=False)
            raise
        if begun:
            line.unsettled = (work, pieces, sent)
        self._after(line, sent)
        self._settle_late(line)
        return sent.reached is not Reached.NOTHING

    def _settle_late(self, line: _Line) -> None:
        if line.unsettled is not None:
            work, pieces, sent = line.unsettled
            self._queue.settle(work, line.printer.id, pieces, sent)
            line.unsettled = None
            self._on_change()

    def _after(self, line: _Line, sent: Sent) -> None:
        """What sending says about the printer."""
        stopped = sent.trouble is not None and sent.trouble not in STILL_PRINTS
        if stopped or sent.reached is Reached.NOTHING:
            self._show(line, trouble=sent.trouble or Trouble.FAULT)
        else:
            self._well(line, sent.trouble)

    def _well(self, line: _Line, trouble: Trouble | None) -> None:
        """It prints (again). What waited for too long while it did not is offered."""
        state = line.state
        if line.stuck:
            oldest = oldest_printed(self._queue.now_ms(), self._setup.stale_minutes)
            changed = line.printer.labels is not None and state.trouble in ROLL_CHANGED_AFTER
            state = replace(state, oldest_ms=max(state.oldest_ms, oldest), new_roll=state.new_roll or changed)
        self._set(line, replace(state, trouble=trouble, printing=False))

    def _show(self, line: _Line, *, trouble: Trouble | None = None, printing: bool = False) -> None:
        """A printer in trouble is in it until it is known to be well."""
        self._set(line, replace(line.state, trouble=trouble or line.state.trouble, printing=printing))

    def _set(self, line: _Line, state: PrinterState) -> None:
        with self._lock:
            before, line.state = line.state, state
            others = [other for other in self._lines.values() if other is not line]
        if before.trouble != state.trouble:
            log.info("printer %s: %s", line.printer.name, state.trouble or "well")
            for other in others:  # it may have to stand in
                other.wake.set()
        if before != state:
            self._on_change()


def _nobody() -> None:
    """Nobody listens."""


def _opened(devices: Devices, printer: Printer) -> Device:
    try:
        return devices.open(printer)
    except ValueError as error:
        log.info("printer %s: %s", printer.name, error)
        return _NoDevice()


def _same_device(one: Printer, other: Printer) -> bool:
    """What a device is made of is the same; names, fallbacks and counts are not its business."""

    def of(printer: Printer) -> tuple[object, ...]:
        return (
            printer.language, printer.address, printer.paper, printer.dpi, printer.code_page, printer.cuts,
            printer.drawer, printer.tells, printer.left, printer.top,
        )  # fmt: skip

    return of(one) == of(other)
