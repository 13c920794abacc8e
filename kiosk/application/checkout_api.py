"""What the checkout station may ask for: one interface, implemented by `service.CheckoutService`.

The screen calls these on the database thread (ui/tasks.py), never on its own. Expected answers are returned; an
exception is a fault (disk full, ledger damaged), which ui/shell/messages.py shows as a clear page.
"""

from __future__ import annotations

from typing import Protocol

from kiosk.application.campaigns.outcomes import MemberAction
from kiosk.application.members.outcomes import MemberView
from kiosk.application.sales.outcomes import (
    Acted,
    Explained,
    Redemption,
    Returned,
    SaleView,
    ScanOutcome,
    Visit,
    Voided,
)
from kiosk.application.staff.outcomes import Actor, Approval, ApprovalNeeded, SignedIn, Staff, StaffName
from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.roles import Permission


class CheckoutApi(Protocol):
    """Use cases of the checkout station."""

    def terminal(self) -> TerminalInfo:
        """Who this terminal is."""

    def new_visit(self) -> Visit:
        """An empty visit with a fresh transaction id."""

    def scan(self, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome:
        """Judge what was scanned; a visit in the answer is priced. Refusals are journalled."""

    def find_members(self, text: str) -> tuple[MemberView, ...]:
        """Members by phone digits (last four or more), card number or part of a name, at most 20, masked."""

    def choose_member(self, visit: Visit, member: str) -> Visit:
        """Put a member found by hand into the visit, which is priced."""

    def price(self, visit: Visit) -> Visit:
        """The visit with its coupons judged anew and its best (or chosen) combination in `quote`."""

    def confirm(
        self, visit: Visit, actor: Actor, approval: Approval | None = None
    ) -> Redemption | ApprovalNeeded | Refusal:
        """Redeem durably. Asks HQ for coupons whose right is elsewhere (bounded wait). The same txn twice gives the
        same Redemption."""

    def explain_visit(self, visit: Visit) -> Explained:
        """Why the sale would bring, and cost, what the quote says: rule by rule."""

    def explain_sale(self, txn: str) -> Explained | Refusal:
        """The same of a sale that was made, as the rules stood then."""

    def actions(self, visit: Visit) -> tuple[MemberAction, ...]:
        """What can be done for the visit's member beside the sale, by the campaigns that run."""

    def act(self, visit: Visit, action: MemberAction, actor: Actor, value: int = 0) -> Acted | Refusal:
        """Do one of them, durably. `value`: the score of a survey, or days ago of a make-up card."""

    def prove(self, visit: Visit, digits: str) -> Visit | Refusal:
        """The member at the till says the last four digits of their phone number: enough to spend points where no pass
        was shown. The visit with `member.proven`, priced; else MEMBER_NOT_PROVEN."""

    def recent_sales(self, limit: int = 20) -> tuple[SaleView, ...]:
        """Newest first."""

    def void(
        self, txn: str, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Voided | ApprovalNeeded | Refusal:
        """Undo a sale. `reason`: a code of VOID_REASONS, or "other: " and words."""

    def return_goods(
        self, txn: str, back: Returned, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Voided | ApprovalNeeded | Refusal:
        """Part of a sale comes back; the answer's sale says what was taken back of its rewards."""

    def staff(self) -> tuple[StaffName, ...]:
        """Who may sign in here."""

    def sign_in(self, staff: str, pin: str) -> SignedIn | Refusal:
        """By PIN. Failures are journalled and delay the next try."""

    def sign_in_badge(self, staff: str, serial: str) -> SignedIn | Refusal:
        """By badge (BadgeRead from `scan`)."""

    def sign_out(self, actor: Staff, *, locked: bool = False) -> None:
        """Journal that the clerk left or the screen locked itself."""

    def approve(self, staff: str, pin: str, permission: Permission) -> Approval | Refusal:
        """A manager's PIN for one action."""

    def sync_status(self) -> SyncStatus:
        """For the badge; cheap, may be called from any thread."""


VOID_REASONS = ("customer_changed_mind", "wrong_amount", "wrong_coupon", "goods_returned", "training", "other")
