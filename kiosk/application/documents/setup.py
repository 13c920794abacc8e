"""The printers of this terminal, as a manager set them up. They lie in the ledger's settings."""

from __future__ import annotations

import logging
from typing import Any

import msgspec
from msgspec.structs import replace

from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.documents.facts import DOCUMENT_WITHDRAWN
from kiosk.domain.documents.printers import PrintSetup
from kiosk.domain.documents.routing import sound
from kiosk.domain.journal.kinds import SETTING_CHANGED

SETUP = "print_setup"
"""Key of the ledger's settings."""

_EVER = 2**62

log = logging.getLogger(__name__)


def read_setup(tx: LedgerTx) -> PrintSetup:
    """The printers in use; none where a newer program wrote what this one cannot read."""
    kept = tx.meta(SETUP)
    if kept is None:
        return PrintSetup()
    try:
        return msgspec.json.decode(kept, type=PrintSetup)
    except (msgspec.DecodeError, ValueError) as error:
        log.info("the printers' settings cannot be read: %s", error)
        return PrintSetup()


def change_setup(tx: LedgerTx, setup: PrintSetup, approved_by: str) -> PrintSetup:
    """Use other settings from now on. Journalled under who approved it, with what is other; not when nothing is.
    What waits at a printer that is gone is withdrawn."""
    before = read_setup(tx)
    setup = sound(setup)
    told = _difference(before, setup)
    if told:
        tx.append(SETTING_CHANGED, approved_by, {"setting": "printing", "approved_by": approved_by} | told)
        keep(tx, setup)
        for printer in tx.waiting_jobs():
            if setup.printer(printer) is None:
                tx.append(DOCUMENT_WITHDRAWN, approved_by, {"printer": printer, "before": _EVER})
    return setup


def new_roll(tx: LedgerTx, printer: str, labels: int | None, actor: str) -> PrintSetup:
    """So many labels are on a printer's roll; None: nobody counts them. Journalled."""
    setup = read_setup(tx)
    found = setup.printer(printer)
    if found is None or found.labels == labels:
        return setup
    body = {"setting": "labels", "printer": printer, "before": found.labels, "after": labels}
    tx.append(SETTING_CHANGED, actor, body)
    return _with_labels(tx, setup, printer, labels)


def count_labels(tx: LedgerTx, printer: str, pieces: int) -> None:
    """`pieces` labels went (below zero: came back), where they are counted."""
    setup = read_setup(tx)
    found = setup.printer(printer)
    if found is not None and found.labels is not None:
        _with_labels(tx, setup, printer, max(0, found.labels - pieces))


def keep(tx: LedgerTx, setup: PrintSetup) -> None:
    """Write it."""
    tx.set_meta(SETUP, msgspec.json.encode(setup).decode())


def _with_labels(tx: LedgerTx, setup: PrintSetup, printer: str, labels: int | None) -> PrintSetup:
    printers = tuple(replace(one, labels=labels) if one.id == printer else one for one in setup.printers)
    changed = replace(setup, printers=printers)
    keep(tx, changed)
    return changed


def _difference(before: PrintSetup, after: PrintSetup) -> dict[str, Any]:
    """What is other: printers by id, as they were and as they are, and the rest of the page where it changed."""
    old = {printer.id: msgspec.to_builtins(printer) for printer in before.printers}
    new = {printer.id: msgspec.to_builtins(printer) for printer in after.printers}
    changed = sorted(key for key in {*old, *new} if old.get(key) != new.get(key))
    told: dict[str, Any] = {}
    if changed:
        told["printers"] = [{"before": old.get(key), "after": new.get(key)} for key in changed]
    rest_before, rest_after = (
        {key: value for key, value in msgspec.to_builtins(setup).items() if key != "printers"}
        for setup in (before, after)
    )
    if rest_before != rest_after:
        told["before"], told["after"] = rest_before, rest_after
    order = [printer.id for printer in after.printers]
    if not told and order != [printer.id for printer in before.printers]:
        told["order"] = order
    return told
