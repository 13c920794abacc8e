"""Where a member's registration stands: proved, looked at, merged, erased; what they agreed to."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.registration.outcomes import ConsentState, ReferralOutcome, RegistrationState, ReviewState
from kiosk.application.registration.register import referral_in
from kiosk.domain.facts import ProjectionError, body_of
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body
from kiosk.domain.members.facts import Registered
from kiosk.domain.registration.facts import ConsentedBody, ErasedBody, MergedBody, ProvedBody, ReviewedBody
from kiosk.domain.registration.policy import RegistrationPolicy, Review
from kiosk.domain.time import instant

log = logging.getLogger(__name__)

_VERDICTS = {"approved": ReviewState.APPROVED, "rejected": ReviewState.REJECTED, "asked": ReviewState.ASKED}


class Said(NamedTuple):
    """A fact of a member's history, by whom it was told, and what it says."""

    device: str
    fact: Fact
    body: Body


def history_of(context: Context, tx: LedgerTx, member: str) -> Sequence[Said]:
    """Every fact that touches a member, as far as it is known here and can be read, in order, each once."""
    identity, _store = here(context, tx)
    facts = {(identity.device, fact.hlc): fact for fact in tx.member_facts(member)}
    for told in context.reference.events_of(member):
        facts.setdefault((told.device, told.fact.hlc), told.fact)
    found: list[Said] = []
    for (device, _stamp), fact in sorted(facts.items(), key=lambda one: (one[0][1], one[0][0])):
        try:
            body = body_of(fact)
        except ProjectionError as error:
            log.info("a fact of a member's history cannot be read: %s", error)
            continue
        if body is not None:
            found.append(Said(device, fact, body))
    return found


def registration_state(context: Context, tx: LedgerTx, member: str) -> RegistrationState:
    """What is known here."""
    policy = context.reference.registration_policy()
    registered: datetime | None = None
    proved, held, erased = False, False, False
    review, reason, merged = ReviewState.NONE, "", ""
    referral = ReferralOutcome()
    consents: dict[str, ConsentState] = {}
    for _device, fact, body in history_of(context, tx, member):
        at = instant(fact.corrected_ms)
        match body:
            case Registered(member=who) if who == member:
                if registered is None:
                    registered, held = at, bool(body.held)
                    referral = referral_in(context, tx, body)
                proved |= body.proved
                for purpose, version in body.consents:
                    consents[purpose] = _consent(policy, purpose, version, at, given=True)
            case ConsentedBody(member=who) if who == member:
                consents[body.purpose] = _consent(policy, body.purpose, body.version, at, given=body.given)
            case ProvedBody(member=who) if who == member:
                proved = True
            case ReviewedBody(member=who) if who == member:
                review, reason = _VERDICTS.get(body.verdict, review), body.reason
            case MergedBody(other=who) if who == member:
                merged = body.member
            case ErasedBody(member=who) if who == member:
                erased = True
    waits = held if policy.review is Review.SUSPICIOUS else policy.review is Review.ALL
    if review is ReviewState.NONE and registered is not None and waits:
        review = ReviewState.WAITING
    kept = tx.person(member)
    return RegistrationState(
        member,
        registered,
        proved,
        review,
        reason,
        referral,
        merged,
        erased,
        told=kept is None or kept.told_at_ms is not None,
        consents=tuple(consents.values()),
    )


def _consent(policy: RegistrationPolicy, purpose: str, version: str, at: datetime, *, given: bool) -> ConsentState:
    text = policy.text_of(purpose)
    return ConsentState(purpose, version, given, at, text is not None and text.version == version)
