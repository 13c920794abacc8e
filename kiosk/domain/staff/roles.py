"""Who may do what at a station."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    CLERK = "clerk"
    MANAGER = "manager"
    AUDITOR = "auditor"
    VOLUNTEER = "volunteer"
    """Helps at events, and nowhere else."""


class Permission(StrEnum):
    REDEEM = "redeem"
    """Make a sale, with the coupons in its price."""
    SERVE = "serve"
    """Do for a member what needs somebody of the store: take a deposit, hand over, see that a task was done."""
    GREET = "greet"
    """Work at a desk of events: sign guests in and out, take that back, seat them, add who is not on the list."""
    ACT_FOR_ONESELF = "act_for_oneself"
    """What a member may do with nobody beside them: check in, answer, sign up, vote, take goods for points."""
    VOID_OWN = "void_own"
    """Void one's own redemption within the policy's time and amount."""
    APPROVE_VOID = "approve_void"
    """Stand in with a PIN for a void beyond policy."""
    APPROVE_OFFLINE = "approve_offline"
    """Accept a coupon without a right to it while HQ cannot be reached, up to the template's limit."""
    KEY_IN_SLIPS = "key_in_slips"
    """Key in paper slips that were written while everything was down."""
    MANAGE_SLIPS = "manage_slips"
    """Make books of paper slips, print them, say what became of their numbers, let a slip pass against which something
    stands."""
    HOLD_DRAWS = "hold_draws"
    """Hold a prize draw before a room: freeze, publish, draw, show."""
    SIGN_DRAWS = "sign_draws"
    """Sign beside somebody else that a winner is not there, or that a draw is void."""
    LET_IN = "let_in"
    """Let somebody in at an event who is blocked there, or was taken off its list."""
    VIEW_TRANSACTIONS = "view_transactions"
    """The last transactions of this terminal."""
    VIEW_JOURNAL = "view_journal"
    """Everything that everybody did."""
    EXPORT = "export"
    SETTINGS = "settings"
    SWITCH_STATION = "switch_station"
    MANAGE_STAFF = "manage_staff"
    """Unlock a colleague, give out or withdraw a badge."""


PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CLERK: frozenset(
        {
            Permission.REDEEM,
            Permission.SERVE,
            Permission.GREET,
            Permission.ACT_FOR_ONESELF,
            Permission.VOID_OWN,
            Permission.KEY_IN_SLIPS,
            Permission.SIGN_DRAWS,
            Permission.VIEW_TRANSACTIONS,
        }
    ),
    Role.MANAGER: frozenset(Permission),
    # An auditor looks and takes copies; whoever checks the books must not be able to write in them.
    Role.AUDITOR: frozenset({Permission.VIEW_TRANSACTIONS, Permission.VIEW_JOURNAL, Permission.EXPORT}),
    Role.VOLUNTEER: frozenset({Permission.GREET, Permission.ACT_FOR_ONESELF}),
}

CUSTOMER_PERMISSIONS = frozenset({Permission.ACT_FOR_ONESELF})
"""What a customer may do alone, at a station without staff. They sell nothing, undo nothing and approve nothing."""

TILL_PERMISSIONS = frozenset({Permission.REDEEM, Permission.VOID_OWN})
"""What the store's till may do while nobody is signed in at the terminal: what its cashier did there."""


def may(role: Role, permission: Permission) -> bool:
    """True when the role has the permission."""
    return permission in PERMISSIONS[role]


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One row of the store's staff list, as HQ keeps it.

    `stores` None: every store of the chain. `pin_hash`: argon2id in PHC string form, None before the first
    PIN is set. `badge_id`: serial of the only badge that is good; None: no badge. Validity: from
    `valid_from` (inclusive) until `valid_until` (exclusive), None meaning open.
    """

    id: str
    name: str
    role: Role
    stores: tuple[str, ...] | None = None
    pin_hash: str | None = field(default=None, repr=False)
    badge_id: str | None = None
    active: bool = True
    valid_from: datetime | None = None
    valid_until: datetime | None = None

    def may(self, permission: Permission) -> bool:
        """True when this person's role has the permission."""
        return may(self.role, permission)
