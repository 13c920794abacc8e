"""Printers without a line: they do what a test says, and keep what came out."""

from __future__ import annotations

import threading
from collections.abc import Callable

from kiosk.application.ports.printing import FoundPrinter
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.printers import Printer, Reached, Sent, Trouble

HANGS_S = 60.0
"""How long a test that waits in vain stands."""


class ScriptedDevice:
    """`trouble`: how it is; nothing is sent while it is set. `drops`: every how manieth job is dropped in the middle
    (0: none). `papers`: titles of what came out, whole or not. `hold`: jobs wait in the middle until it is set."""

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        self.drops = 0
        self.papers: list[str] = []
        self.hold = threading.Event()
        self.hold.set()
        self.let_go = threading.Event()
        self.unrenderable: set[str] = set()
        self.asked = 0
        self.changed = threading.Condition()
        self._jobs = 0

    def render(self, document: Document) -> bytes:
        if document.title in self.unrenderable:
            raise ZeroDivisionError(document.title)
        return document.title.encode()

    def pieces(self, data: bytes) -> int:
        return 1

    def send(self, data: bytes, starting: Callable[[], None]) -> Sent:
        with self.changed:
            trouble = self.trouble
        if trouble is not None:
            return Sent(Reached.NOTHING, trouble)
        starting()
        self.let_it_through()
        with self.changed:
            if self.let_go.is_set():
                self.changed.notify_all()
                return Sent(Reached.PART, Trouble.UNREACHABLE)
            self._jobs += 1
            dropped = self.drops and self._jobs % self.drops == 0
            self.papers.append(data.decode())
            self.changed.notify_all()
        return Sent(Reached.PART, Trouble.UNREACHABLE) if dropped else Sent(Reached.PRINTED)

    def let_it_through(self) -> None:
        """Stand in the middle of a job for as long as it is held."""
        while not self.hold.wait(0.01) and not self.let_go.is_set():
            pass

    def status(self) -> Trouble | None:
        with self.changed:
            self.asked += 1
            self.changed.notify_all()
            return self.trouble

    def close(self) -> None:
        self.let_go.set()

    # --- hands -------------------------------------------------------------------------------------------------------

    def gets(self, trouble: Trouble | None) -> None:
        """Something happens to it."""
        with self.changed:
            self.trouble = trouble

    def wait(self, papers: int) -> list[str]:
        """Until so many came out."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.papers) >= papers, HANGS_S), self.papers
            return list(self.papers)

    def wait_asked(self, more: int = 2) -> None:
        """Until it was asked how it is, so many times from now on."""
        with self.changed:
            until = self.asked + more
            assert self.changed.wait_for(lambda: self.asked >= until, HANGS_S)


class ScriptedDevices:
    """Opens them; an address that begins with "?" is of no known form."""

    def __init__(self) -> None:
        self.made: dict[str, ScriptedDevice] = {}

    def found(self) -> tuple[FoundPrinter, ...]:
        return (FoundPrinter("device:/dev/usb/lp0", "TM-m30"),)

    def open(self, printer: Printer) -> ScriptedDevice:
        if printer.address.startswith("?"):
            raise ValueError(printer.address)
        self.made[printer.id] = ScriptedDevice()
        return self.made[printer.id]
