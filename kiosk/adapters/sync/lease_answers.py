"""What all exchanges about shares have in common: their ids, HQ's signature, and the fact of what came or went."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.domain.campaigns.facts import LEASE_CHANGED, LeaseChanged
from kiosk.protocol import signed_texts
from kiosk.protocol.signed_texts import NotSigned
from kiosk.protocol.wire import messages as m

NUMBER = "lease_number"


def next_op(tx: LedgerTransaction) -> str:
    """An id that was never used."""
    number = int(tx.meta(NUMBER) or 0) + 1
    tx.set_meta(NUMBER, str(number))
    return op_id(tx, number)


def op_id(tx: LedgerTransaction, number: int) -> str:
    """The id of an exchange by its number."""
    return f"l-{tx.head.epoch}-{number}"


def journal_share(tx: LedgerTransaction, op: str, quantities: Mapping[str, int]) -> None:
    """Shares came, or left (below zero)."""
    tx.append(LEASE_CHANGED, "system", LEASE_CHANGED.write(LeaseChanged(op=op, quantities=quantities)))


def verified(tx: LedgerTransaction, reference: SqlReference, op: str, answer: m.LeaseAnswer) -> None:
    """Raises HqUnreachable when an answer is not HQ's to `op`."""
    identity = tx.identity()
    if answer.op != op or identity is None:
        raise HqUnreachable("the answer is another question's")
    text = signed_texts.lease(identity.device, answer.op, answer.fence, answer.ttl, answer.granted)
    try:
        signed_texts.check_hq(reference.token_keys(), answer.key_id, answer.signature, text)
    except NotSigned as error:
        raise HqUnreachable(f"an answer about shares: {error}") from error
