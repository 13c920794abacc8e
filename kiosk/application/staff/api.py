"""What a station may ask about who works at it."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.staff.outcomes import Approval, SignedIn, StaffName
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission


class StaffApi(Protocol):
    """Sign-in, sign-out, and a manager's PIN for one action."""

    def staff(self) -> tuple[StaffName, ...]:
        """Who may sign in here."""

    def sign_in(self, staff: str, pin: str) -> SignedIn | Refusal:
        """By PIN. Failures are journalled and delay the next try."""

    def sign_in_badge(self, staff: str, serial: str) -> SignedIn | Refusal:
        """By badge (BadgeRead from `scan`)."""

    def sign_out(self, actor: Staff, *, locked: bool = False) -> None:
        """Journal that the clerk left or the screen locked itself."""

    def must_leave(self, actor: Staff) -> Staff | None:
        """Who is signed in, if HQ does not let them work here any more, or not in the role they signed in with."""

    def approve(self, staff: str, pin: str, permission: Permission) -> Approval | Refusal:
        """A manager's PIN for one action."""

    def approve_badge(self, staff: str, serial: str, permission: Permission) -> Approval | Refusal:
        """The same by a badge (BadgeRead)."""
