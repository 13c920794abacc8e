"""The one route of every message and every fault to the user.

Use cases return expected answers; what arrives here as an exception is a fault. Its words are found by a stable code;
the exception itself is shown only as details that support can copy.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.application.ports import LedgerFault
from kiosk.ui.i18n import translate

log = logging.getLogger(__name__)

UNEXPECTED = "unexpected"


class Level(StrEnum):
    """How loud a notice is."""

    INFO = "info"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class FaultReport:
    """A fault as the screen shows it: its code, and details for support (no personal data, no traceback)."""

    code: str
    details: str


@dataclass(frozen=True, slots=True)
class FaultWords:
    """What happened, and what to do about it, in the language in use."""

    title: str
    text: str
    steps: tuple[str, ...]


FAULT_CODES = (
    "disk_full",
    "ledger_read_only",
    "ledger_locked",
    "ledger_wrong_key",
    "ledger_damaged",
    "ledger_too_new",
    "sqlite_too_old",
    "ledger_fault",
    UNEXPECTED,
)


class Messages(QObject):
    """Everybody who has something to say says it here; the window listens.

    Signals:
        noticed(str, str): a Level and a sentence for a short notice.
        faulted(FaultReport): work cannot go on; a page says what to do.
    """

    noticed = Signal(str, str)
    faulted = Signal(object)

    def notice(self, text: str, level: Level = Level.INFO) -> None:
        """A sentence that needs no answer."""
        self.noticed.emit(level.value, text)

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
    """The report of an exception: LedgerFaults by their code, anything else as unexpected, by its type only (its
    message might hold personal data)."""
    if isinstance(fault, LedgerFault):
        return FaultReport(fault.code, f"{fault.code} · {type(fault).__name__}")
    place = ""
    trace = fault.__traceback__
    while trace is not None:
        place = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return FaultReport(UNEXPECTED, f"{UNEXPECTED} · {type(fault).__name__} · {place}")


def fault_words(code: str) -> FaultWords:
    """Title, text and steps for a fault code; those of an unexpected fault for a code that is not known."""
    words = {
        "disk_full": lambda: FaultWords(
            translate("Fault", "The disk of this terminal is full"),
            translate("Fault", "Nothing was redeemed just now. Everything redeemed before is safe."),
            (
                translate("Fault", "Free some space: empty the recycle bin, remove old downloads."),
                translate("Fault", "Then press “Try again”. The journal itself must not be deleted."),
            ),
        ),
        "ledger_read_only": lambda: FaultWords(
            translate("Fault", "The journal cannot be written"),
            translate("Fault", "Its folder is read-only, so no redemption can be recorded. Everything before is safe."),
            (
                translate("Fault", "Ask IT to give this user account the right to write in the data folder."),
                translate("Fault", "Then press “Try again”."),
            ),
        ),
        "ledger_locked": lambda: FaultWords(
            translate("Fault", "The program is running already"),
            translate("Fault", "Another window of it owns the journal on this computer."),
            (
                translate("Fault", "Go on in the window that is open already."),
                translate("Fault", "If there is none, restart the computer."),
            ),
        ),
        "ledger_wrong_key": lambda: FaultWords(
            translate("Fault", "The journal cannot be opened"),
            translate(
                "Fault", "Its key on this computer does not fit. This happens after a move to another user or computer."
            ),
            (
                translate("Fault", "Sign in to this computer as the user who set the terminal up."),
                translate("Fault", "If that is not possible, call IT: they restore the key or a backup."),
            ),
        ),
        "ledger_damaged": lambda: FaultWords(
            translate("Fault", "The journal is damaged"),
            translate("Fault", "To protect what was redeemed, nothing more is recorded on this terminal."),
            (
                translate("Fault", "Use another till, or paper slips, until it is repaired."),
                translate(
                    "Fault",
                    "Call IT: they verify the journal and restore the last backup. HQ has everything sent so far.",
                ),
            ),
        ),
        "ledger_too_new": lambda: FaultWords(
            translate("Fault", "This program is too old for its journal"),
            translate("Fault", "A newer version worked here before. Nothing is lost."),
            (translate("Fault", "Start the newer version, or ask IT to install it."),),
        ),
        "sqlite_too_old": lambda: FaultWords(
            translate("Fault", "A part of the program is out of date"),
            translate("Fault", "The database library has a known fault that can lose data, so it is not used."),
            (translate("Fault", "Ask IT to install the program again from its original package."),),
        ),
        "ledger_fault": lambda: FaultWords(
            translate("Fault", "The journal does not answer"),
            translate("Fault", "The last step was not recorded. Everything before is safe."),
            (
                translate("Fault", "Press “Try again”."),
                translate("Fault", "If this page comes back, restart the computer, then call IT."),
            ),
        ),
    }
    if code in words:
        return words[code]()
    return FaultWords(
        translate("Fault", "Something unexpected happened"),
        translate("Fault", "The last step may not have been carried out. Everything recorded before is safe."),
        (
            translate("Fault", "Press “Try again” and look at “Recent” to see whether the last sale is there."),
            translate("Fault", "If this page comes back, copy the details and send them to IT."),
        ),
    )
