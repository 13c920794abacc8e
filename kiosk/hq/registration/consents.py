"""What members agreed to: every word of theirs is kept, with the version of the text; the last one stands."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from kiosk.domain.registration.facts import MEMBER_CONSENTED
from kiosk.domain.registration.policy import SERVICE
from kiosk.hq.context import Context
from kiosk.hq.journalling import append
from kiosk.hq.members.reviews import policy
from kiosk.hq.messages import outbox
from kiosk.hq.projections.registrations import consent
from kiosk.hq.store.database import Tx

SERVICE_LETTERS = ("welcome", "asked", "won", "booked", "shipped")
"""Kinds of letters that need the consent for service; a one-time code is asked for by whoever gets it."""


@dataclass(frozen=True, slots=True)
class ConsentSaid:
    """A consent that was given, or (`given` False) withdrawn, at `at` (ms)."""

    member: str
    purpose: str
    version: str
    given: bool
    at: int


def consents_of(tx: Tx, members: list[str]) -> list[ConsentSaid]:
    """All that these members ever said, in order."""
    query = select(consent).where(consent.c.member.in_(members))
    rows = tx.execute(query.order_by(consent.c.hlc, consent.c.store, consent.c.member, consent.c.purpose))
    return [ConsentSaid(row.member, row.purpose, row.version, bool(row.given), row.at) for row in rows]


def agreed(tx: Tx, member: str, purpose: str) -> bool:
    """Whether a member agrees to this, by what they said last."""
    said = [one for one in consents_of(tx, [member]) if one.purpose == purpose]
    return bool(said) and said[-1].given


def say(context: Context, tx: Tx, member: str, purpose: str, *, given: bool) -> bool:
    """A member told HQ that they agree, or do not any more. Withdrawn for service: nothing more is sent to them. False
    where the chain asks for no such consent."""
    text = policy(tx).text_of(purpose)
    if text is None:
        return False
    body = {"member": member, "purpose": purpose, "version": text.version, "given": given, "channel": "hq"}
    append(context, tx, MEMBER_CONSENTED, body)
    if not given and purpose == SERVICE:
        outbox.withdraw(tx, member, SERVICE_LETTERS)
    return True
