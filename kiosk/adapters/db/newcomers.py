"""Newcomers in both databases: the ledger keeps who they are until HQ has it, `ref.db` has their rows meanwhile.

The ledger comes first. What a kill between the two, or a `ref.db` that was thrown away, took from the rows is put back
from it; once HQ's own row of somebody is there, the ledger forgets who they are.
"""

from __future__ import annotations

import logging

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.domain.registration.person import newcomer_row

log = logging.getLogger(__name__)


def put_back(ledger: SqlLedger, reference: SqlReference) -> int:
    """Put the rows of newcomers there that are missing; gives how many. Raises LedgerFault."""
    people, identity = ledger.run(lambda tx: (tx.people(), tx.identity()))
    if identity is None or not people:
        return 0
    missing = [kept for kept in people if reference.told_of(kept.member) is None and kept.told_at_ms is None]
    rows = [newcomer_row(kept.data, identity.store, kept.at_ms) for kept in missing]
    found = [row for row in rows if row is not None]
    if len(found) < len(missing):
        log.error("%d newcomers in the ledger cannot be read", len(missing) - len(found))
    if found:
        reference.put_newcomers(found)
    return len(found)


def forget_told(ledger: SqlLedger, reference: SqlReference) -> int:
    """Erase in the ledger who newcomers are of whom HQ's own row is here, or whom HQ has taken and taken away again
    (one person registered twice); gives how many. Raises LedgerFault."""
    people = ledger.run(lambda tx: tx.people())
    gone = [
        kept.member
        for kept in people
        if (told := reference.told_of(kept.member)) or (told is None and kept.told_at_ms is not None)
    ]
    erase(ledger, gone)
    return len(gone)


def forget_lost(ledger: SqlLedger, reference: SqlReference) -> int:
    """Take away the rows of whom neither the ledger nor HQ knows: they registered before the disk was replaced by an
    older backup. Gives how many. To be asked when HQ has been told, and has told, everything. Raises LedgerFault."""
    untold = reference.newcomers()
    if not untold:
        return 0
    known = {kept.member for kept in ledger.run(lambda tx: tx.people())}
    lost = [member for member in untold if member not in known]
    if lost:
        log.info("%d newcomers were lost with a disk, and are forgotten", len(lost))
        reference.erase_newcomers(lost)
    return len(lost)


def erase(ledger: SqlLedger, members: list[str]) -> None:
    """Erase who some newcomers are in the ledger, so that nothing of it is left in its files. Raises LedgerFault."""
    if not members:
        return

    def forget(tx: LedgerTransaction) -> None:
        for member in members:
            tx.erase_person(member)

    ledger.run(forget)
    ledger.scrub()
