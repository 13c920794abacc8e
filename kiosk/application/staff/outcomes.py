"""Who acts at this terminal, and what was approved. Frozen; the screen shows it and knows nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role


@dataclass(frozen=True, slots=True)
class BadgeRead:
    """A staff badge was scanned."""

    staff: str
    serial: str


@dataclass(frozen=True, slots=True)
class ApprovalNeeded:
    """Allowed only with a manager's PIN: ask for it and call again with the approval."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Approval:
    """A manager (or whoever may) stood by and gave their PIN."""

    staff: str
    name: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The clerk works from now on."""

    actor: Staff


@dataclass(frozen=True, slots=True)
class StaffName:
    """A staff member for the sign-in list; `wait_until`: locked until then after wrong PINs."""

    id: str
    name: str
    role: Role
    wait_until: datetime | None = None
