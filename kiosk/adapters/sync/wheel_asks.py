"""Leases of wheels that a terminal has asked HQ for and not opened yet. They lie in the ledger's settings, each under
an id that is there before HQ is asked, so that after a lost answer, or a crash, the same is asked again."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from kiosk.adapters.db.ledger import LedgerTransaction

_ASKS, _NUMBER = "wheel_asks", "wheel_number"


@dataclass(frozen=True, slots=True)
class Ask:
    """`want`: how many spins. Answered, it has what HQ signed: `body` as text, `key_id` and `signature` in hex."""

    op: str
    campaign: str
    wheel: str
    want: int
    body: str = ""
    key_id: str = ""
    signature: str = ""

    @property
    def answered(self) -> bool:
        """HQ gave a lease."""
        return bool(self.body)


def asks(tx: LedgerTransaction) -> list[Ask]:
    """All of them, in the order in which they were begun."""
    return msgspec.json.decode(tx.meta(_ASKS) or "[]", type=list[Ask])


def begin(tx: LedgerTransaction, campaign: str, wheel: str, want: int) -> Ask:
    """A new one, under an id that was never used."""
    number = int(tx.meta(_NUMBER) or 0) + 1
    tx.set_meta(_NUMBER, str(number))
    ask = Ask(f"w-{tx.head.epoch}-{number}", campaign, wheel, want)
    _keep(tx, [*asks(tx), ask])
    return ask


def put(tx: LedgerTransaction, ask: Ask) -> None:
    """In the place of what was known of it. One that is not there any more stays away."""
    _keep(tx, [ask if one.op == ask.op else one for one in asks(tx)])


def drop(tx: LedgerTransaction, op: str) -> None:
    """It is over: opened, or refused."""
    _keep(tx, [one for one in asks(tx) if one.op != op])


def forget(tx: LedgerTransaction, now_ms: int) -> None:
    """The ledger is an older one: what was asked for is asked for anew, under numbers that were never used."""
    tx.drop_meta(_ASKS)
    tx.set_meta(_NUMBER, str(max(int(tx.meta(_NUMBER) or 0), now_ms // 1000)))


def _keep(tx: LedgerTransaction, found: list[Ask]) -> None:
    if found:
        tx.set_meta(_ASKS, msgspec.json.encode(found).decode())
    else:
        tx.drop_meta(_ASKS)
