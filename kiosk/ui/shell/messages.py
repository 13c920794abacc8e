"""The one route of every message and every fault to the user.

Use cases return expected answers; what arrives here as an exception is a fault. Its words are found by a stable code;
the exception itself is shown only as details that support can copy.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.ui.words.faults import CONFIG_ERROR, FAULT_CODES, UNEXPECTED

log = logging.getLogger(__name__)

Words = str | Callable[[], str]
"""A sentence, or what says it in the language in use. A sentence as such is put away when the language changes."""


class Level(StrEnum):
    """How loud a notice is."""

    INFO = "info"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class FaultReport:
    """A fault as the screen shows it: its code, and details for support (no personal data, no traceback)."""

    code: str
    details: str


class Messages(QObject):
    """Everybody who has something to say says it here; the window listens.

    Signals:
        noticed(str, object): a Level and the Words of a short notice.
        faulted(FaultReport): work cannot go on; a page says what to do.
    """

    noticed = Signal(str, object)
    faulted = Signal(object)

    def notice(self, words: Words, level: Level = Level.INFO) -> None:
        """A sentence that needs no answer."""
        self.noticed.emit(level.value, words)

    @Slot(object)
    def fault(self, fault: Exception) -> None:
        """A fault. An unexpected one is logged with its traceback, which never reaches the screen."""
        report = report_of(fault)
        if report.code == UNEXPECTED:
            log.error("unexpected fault", exc_info=fault)
        else:
            log.info("fault %s: %s", report.code, fault)
        self.faulted.emit(report)


def report_of(fault: Exception) -> FaultReport:
    """The report of an exception: by its stable `code` when that has words, anything else as unexpected. Its message is
    left out (it might hold personal data), but for the settings', which says where to look."""
    code = getattr(fault, "code", None)
    if code == CONFIG_ERROR:
        return FaultReport(code, f"{code} · {fault}")
    if code in FAULT_CODES:
        return FaultReport(code, f"{code} · {type(fault).__name__}")
    place = ""
    trace = fault.__traceback__
    while trace is not None:
        place = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return FaultReport(UNEXPECTED, f"{UNEXPECTED} · {type(fault).__name__} · {place}")
