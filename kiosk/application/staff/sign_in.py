"""Who stands at the till: sign-in by PIN or badge, and a manager's PIN for one action."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from kiosk.application.context import Context
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.staff.outcomes import Approval, SignedIn, StaffName
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.staff.actors import SYSTEM, Staff
from kiosk.domain.staff.facts import STAFF_LOCKED, STAFF_PIN_FAILED, STAFF_SIGNED_IN, STAFF_SIGNED_OUT
from kiosk.domain.staff.pins import (
    NO_FAILURES,
    PinFailures,
    SignInDecision,
    SignInOutcome,
    after_pin,
    before_pin,
    by_badge,
    delay_after,
    standing,
    wait_left,
)
from kiosk.domain.staff.roles import Permission, StaffMember

log = logging.getLogger(__name__)

_CODES = {
    SignInOutcome.WRONG_PIN: RefusalCode.WRONG_PIN,
    SignInOutcome.WAIT: RefusalCode.PIN_LOCKED,
    SignInOutcome.NO_PIN: RefusalCode.STAFF_INACTIVE,
    SignInOutcome.UNKNOWN_STAFF: RefusalCode.STAFF_UNKNOWN,
    SignInOutcome.BADGE_WITHDRAWN: RefusalCode.STAFF_INACTIVE,
    SignInOutcome.NOT_ACTIVE: RefusalCode.STAFF_INACTIVE,
    SignInOutcome.NOT_YET_VALID: RefusalCode.STAFF_INACTIVE,
    SignInOutcome.NO_LONGER_VALID: RefusalCode.STAFF_INACTIVE,
    SignInOutcome.OTHER_STORE: RefusalCode.STAFF_INACTIVE,
}

_WAITING = "pin_wait/"
_ONE_AT_A_TIME = threading.Lock()
"""Key of the ledger's setting for a staff id: the boot, and the monotonic ms in it, since which they have to wait. The
wall clock may be set by whoever stands at the till, so it is not asked how long that is."""


@dataclass(frozen=True, slots=True)
class _Asked:
    member: StaffMember | None
    store: str
    failures: PinFailures


def staff_names(context: Context, tx: LedgerTx) -> tuple[StaffName, ...]:
    """Who may sign in here, and who has to wait."""
    now = context.now()
    names = []
    for member in tx.staff():
        if member.active and member.pin_hash is not None:
            failures = _failures(context, tx, member.id, now)
            left = wait_left(failures, now)
            names.append(StaffName(member.id, member.name, member.role, now + left if left else None))
    return tuple(sorted(names, key=lambda name: name.id))


def sign_in(context: Context, staff: str, pin: str) -> SignedIn | Refusal:
    """By PIN. A wrong one is journalled, with its growing delay, before the answer."""
    decision = _decide(context, staff, pin)
    if decision.staff is None or not decision.signed_in:
        return _refusal(decision, context.now())
    return _signed_in(context, decision.staff, "pin")


def sign_in_badge(context: Context, staff: str, serial: str) -> SignedIn | Refusal:
    """By a badge whose signature held."""
    now = context.now()

    def decide(tx: LedgerTx) -> SignInDecision:
        asked = _asked(context, tx, staff, now)
        return by_badge(asked.member, serial, asked.store, asked.failures, now)

    decision = context.ledger.run(decide)
    if decision.staff is None or not decision.signed_in:
        return _refusal(decision, context.now())
    return _signed_in(context, decision.staff, "badge")


def sign_out(context: Context, actor: Staff, *, locked: bool) -> None:
    """Journal that the clerk left, or that the screen locked itself."""
    kind = STAFF_LOCKED if locked else STAFF_SIGNED_OUT
    context.ledger.run(lambda tx: tx.append(kind, actor.id, {"staff": actor.id}))


def must_leave(context: Context, tx: LedgerTx, actor: Staff) -> Staff | None:
    """Who is signed in, if HQ does not let them work here any more, or not in the role they signed in with."""
    identity, person = tx.identity(), tx.staff_member(actor.id)
    if person is None or person.role is not actor.role:
        return actor
    return actor if standing(person, identity.store if identity else "", context.now(), NO_FAILURES) else None


def approve(context: Context, staff: str, pin: str, permission: Permission) -> Approval | Refusal:
    """A PIN that stands in for one action of another person's."""
    decision = _decide(context, staff, pin)
    if decision.staff is None or not decision.signed_in:
        return _refusal(decision, context.now())
    if not decision.staff.may(permission):
        return Refusal(RefusalCode.NOT_PERMITTED, {"name": decision.staff.name})
    return Approval(decision.staff.id, decision.staff.name)


def approve_badge(context: Context, staff: str, serial: str, permission: Permission) -> Approval | Refusal:
    """The same by a badge whose signature held."""
    now = context.now()

    def decide(tx: LedgerTx) -> SignInDecision:
        asked = _asked(context, tx, staff, now)
        return by_badge(asked.member, serial, asked.store, asked.failures, now)

    decision = context.ledger.run(decide)
    if decision.staff is None or not decision.signed_in:
        return _refusal(decision, context.now())
    if not decision.staff.may(permission):
        return Refusal(RefusalCode.NOT_PERMITTED, {"name": decision.staff.name})
    return Approval(decision.staff.id, decision.staff.name)


def _decide(context: Context, staff: str, pin: str) -> SignInDecision:
    """One try. They go one after the other: several at once would all see the count before any of them."""
    with _ONE_AT_A_TIME:
        return _decide_alone(context, staff, pin)


def _decide_alone(context: Context, staff: str, pin: str) -> SignInDecision:
    now = context.now()  # as the facts of earlier failures are dated
    asked = context.ledger.run(lambda tx: _asked(context, tx, staff, now))
    early = before_pin(asked.member, asked.store, asked.failures, now)
    if early is not None or asked.member is None or asked.member.pin_hash is None:
        assert early is not None
        return early
    # hashing takes tens of milliseconds on purpose: never inside the ledger's transaction
    try:
        matches = context.hasher.verify_pin(asked.member.pin_hash, pin)
    except ValueError:  # what HQ published is no hash, or one of a newer program
        log.warning("the PIN of %s cannot be read: update advised", staff)
        return SignInDecision(SignInOutcome.NO_PIN, asked.member, asked.failures)
    decision = after_pin(asked.member, asked.store, asked.failures, now, matches=matches)
    if not matches:
        context.ledger.run(lambda tx: _count_wrong(tx, staff))
    return decision


def _asked(context: Context, tx: LedgerTx, staff: str, now: datetime) -> _Asked:
    identity = tx.identity()
    return _Asked(tx.staff_member(staff), identity.store if identity else "", _failures(context, tx, staff, now))


def _count_wrong(tx: LedgerTx, staff: str) -> None:
    fact = tx.append(STAFF_PIN_FAILED, SYSTEM, {"staff": staff})
    _wait_from(tx, staff, fact.boot, fact.mono)


def _wait_from(tx: LedgerTx, staff: str, boot: str, mono_ms: int) -> None:
    tx.set_meta(_WAITING + staff, f"{mono_ms} {boot}")


def _failures(context: Context, tx: LedgerTx, staff: str, now: datetime) -> PinFailures:
    """Wrong PINs in a row, the last of them dated by how long ago it is. After a start of the machine nobody knows how
    long that is: the wait begins anew, once."""
    count, last_ms = tx.pin_failures(staff)
    if last_ms is None or not count:
        return PinFailures(count)
    mono, boot = context.clock.mono_ms(), context.clock.boot_id()
    since, _blank, of_boot = (tx.meta(_WAITING + staff) or "").partition(" ")
    if of_boot != boot or int(since) > mono:
        _wait_from(tx, staff, boot, mono)
        return PinFailures(count, now)
    return PinFailures(count, now - timedelta(milliseconds=mono - int(since)))


def _signed_in(context: Context, member: StaffMember, how: str) -> SignedIn:
    body = {"staff": member.id, "how": how}
    work: Callable[[LedgerTx], object] = lambda tx: tx.append(STAFF_SIGNED_IN, member.id, body)  # noqa: E731
    context.ledger.run(work)
    return SignedIn(Staff(member.id, member.name, member.role))


def _refusal(decision: SignInDecision, now: datetime) -> Refusal:
    args: dict[str, ArgValue] = {}
    if decision.staff is not None:
        args["name"] = decision.staff.name
    if decision.since is not None:
        args["since"] = decision.since
    if decision.until is not None:
        args["until"] = decision.until
    if decision.outcome is SignInOutcome.WRONG_PIN:
        count = decision.failures.count
        args["uses"] = next(more for more in range(10) if delay_after(count + more).total_seconds() > 0)
    if decision.retry_at is not None:
        args["until"] = decision.retry_at
        args["seconds"] = max(1, ceil((decision.retry_at - now).total_seconds()))
        code = RefusalCode.PIN_LOCKED
    else:
        code = _CODES[decision.outcome]
    return Refusal(code, args)
