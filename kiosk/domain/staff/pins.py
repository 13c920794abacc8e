"""How staff prove who they are: pure rules.

Hashing is `kiosk.adapters.keys.passwords`; what is remembered across restarts is the ledger's matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.staff.roles import StaffMember

# --- PINs ---------------------------------------------------------------------------------------------

MIN_PIN = 4
MAX_PIN = 8
"""Digits of a PIN. HQ gives them out and sees to it that they are good ones."""


@dataclass(frozen=True, slots=True)
class PinFailures:
    """Wrong PINs in a row for one person at one terminal. Stored durably, so that a restart forgives nothing.
    `last_at`: now less the time that has passed since by a clock nobody can set, so that a wall clock set back or
    forward neither prolongs nor skips a wait."""

    count: int = 0
    last_at: datetime | None = None

    def after_wrong(self, at: datetime) -> PinFailures:
        """One more, at this instant."""
        return PinFailures(self.count + 1, at)


NO_FAILURES = PinFailures()

_FREE_TRIES = 3
_DELAYS = tuple(timedelta(seconds=s) for s in (5, 15, 60, 5 * 60, 15 * 60))


def delay_after(failures: int) -> timedelta:
    """How long to wait after so many wrong PINs in a row: none, none, 5 s, 15 s, 1 min, 5 min, then 15 min.

    NIST SP 800-63B (rate limiting) asks for waits that grow; the cap keeps a colleague's prank from
    closing a till for the day: a manager may unlock at once.
    """
    if failures < _FREE_TRIES:
        return timedelta(0)
    return _DELAYS[min(failures - _FREE_TRIES, len(_DELAYS) - 1)]


def wait_left(failures: PinFailures, at: datetime) -> timedelta:
    """How long until the next try is allowed; zero when it is allowed now. Never more than the full delay."""
    delay = delay_after(failures.count)
    if failures.last_at is None or not delay:
        return timedelta(0)
    return max(timedelta(0), min(delay, failures.last_at + delay - at))


# --- Signing in ---------------------------------------------------------------------------------------


class SignInOutcome(StrEnum):
    SIGNED_IN = "signed_in"
    WRONG_PIN = "wrong_pin"
    WAIT = "wait"
    NO_PIN = "no_pin"
    UNKNOWN_STAFF = "unknown_staff"
    BADGE_WITHDRAWN = "badge_withdrawn"
    NOT_ACTIVE = "not_active"
    NOT_YET_VALID = "not_yet_valid"
    NO_LONGER_VALID = "no_longer_valid"
    OTHER_STORE = "other_store"


@dataclass(frozen=True, slots=True)
class SignInDecision:
    """The answer to one attempt. `failures` is what the caller stores now; `retry_at` when the next try is
    allowed (None: at once); `since`/`until` say when a right ended or begins."""

    outcome: SignInOutcome
    staff: StaffMember | None
    failures: PinFailures = NO_FAILURES
    retry_at: datetime | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def signed_in(self) -> bool:
        return self.outcome is SignInOutcome.SIGNED_IN


def standing(staff: StaffMember, store: str, at: datetime, failures: PinFailures) -> SignInDecision | None:
    """Why somebody may not work in a store at this instant, whoever they have shown to be; None when they may."""
    if not staff.active:
        return SignInDecision(SignInOutcome.NOT_ACTIVE, staff, failures)
    if staff.valid_from is not None and at < staff.valid_from:
        return SignInDecision(SignInOutcome.NOT_YET_VALID, staff, failures, until=staff.valid_from)
    if staff.valid_until is not None and at >= staff.valid_until:
        return SignInDecision(SignInOutcome.NO_LONGER_VALID, staff, failures, since=staff.valid_until)
    if staff.stores is not None and store not in staff.stores:
        return SignInDecision(SignInOutcome.OTHER_STORE, staff, failures)
    return None


def before_pin(staff: StaffMember | None, store: str, failures: PinFailures, at: datetime) -> SignInDecision | None:
    """A refusal that needs no look at the PIN, or None: go on and verify it.

    Asked before hashing, so that a waiting time costs an attacker time and not the till its processor.
    """
    if staff is None:
        return SignInDecision(SignInOutcome.UNKNOWN_STAFF, None, failures)
    if left := wait_left(failures, at):
        return SignInDecision(SignInOutcome.WAIT, staff, failures, retry_at=at + left)
    if staff.pin_hash is None:
        return SignInDecision(SignInOutcome.NO_PIN, staff, failures)
    return None


def after_pin(staff: StaffMember, store: str, failures: PinFailures, at: datetime, *, matches: bool) -> SignInDecision:
    """The decision once the PIN was compared. A wrong PIN is counted, a right one clears the count.

    Whether somebody may work here is told only to who knows the PIN.
    """
    if not matches:
        counted = failures.after_wrong(at)
        left = wait_left(counted, at)
        return SignInDecision(SignInOutcome.WRONG_PIN, staff, counted, retry_at=at + left if left else None)
    return standing(staff, store, at, NO_FAILURES) or SignInDecision(SignInOutcome.SIGNED_IN, staff)


def by_badge(staff: StaffMember | None, serial: str, store: str, failures: PinFailures, at: datetime) -> SignInDecision:
    """The decision on a badge whose signature holds. Only the serial in the staff row is good.

    Wrong PINs stay counted: whoever found a badge must not clear the way for guessing.
    """
    if staff is None:
        return SignInDecision(SignInOutcome.UNKNOWN_STAFF, None, failures)
    if staff.badge_id is None or staff.badge_id != serial:
        return SignInDecision(SignInOutcome.BADGE_WITHDRAWN, staff, failures)
    return standing(staff, store, at, failures) or SignInDecision(SignInOutcome.SIGNED_IN, staff, failures)


def idle_locked(last_activity_s: float, now_s: float, limit: timedelta) -> bool:
    """True when the station must lock. Both times in seconds of the *monotonic* clock, which nobody can set;
    one that runs backwards means a restart, and a restart locks."""
    return now_s < last_activity_s or now_s - last_activity_s >= limit.total_seconds()
