"""Who works at a station: sign-in, sign-out, and a manager's PIN for one action."""

from __future__ import annotations

from kiosk.application.context import Context
from kiosk.application.staff import sign_in as use_cases
from kiosk.application.staff.outcomes import Approval, SignedIn, StaffName
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission


class StaffService:
    """Implements `StaffApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def staff(self) -> tuple[StaffName, ...]:
        """Who may sign in here."""
        return self._context.ledger.run(lambda tx: use_cases.staff_names(self._context, tx))

    def sign_in(self, staff: str, pin: str) -> SignedIn | Refusal:
        """By PIN."""
        return use_cases.sign_in(self._context, staff, pin)

    def sign_in_badge(self, staff: str, serial: str) -> SignedIn | Refusal:
        """By badge."""
        return use_cases.sign_in_badge(self._context, staff, serial)

    def sign_out(self, actor: Staff, *, locked: bool = False) -> None:
        """Journal that the clerk left or the screen locked itself."""
        use_cases.sign_out(self._context, actor, locked=locked)

    def must_leave(self, actor: Staff) -> Staff | None:
        """Who is signed in, if HQ ended that."""
        return self._context.ledger.run(lambda tx: use_cases.must_leave(self._context, tx, actor))

    def approve(self, staff: str, pin: str, permission: Permission) -> Approval | Refusal:
        """A manager's PIN for one action."""
        return use_cases.approve(self._context, staff, pin, permission)

    def approve_badge(self, staff: str, serial: str, permission: Permission) -> Approval | Refusal:
        """A badge for one action."""
        return use_cases.approve_badge(self._context, staff, serial, permission)
