"""The checkout's use cases behind one interface (`checkout_api.CheckoutApi`). Each lives in a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from kiosk.application.campaigns.member_actions import act, member_actions, prove
from kiosk.application.campaigns.outcomes import MemberAction
from kiosk.application.context import Context, here
from kiosk.application.members.outcomes import MemberView
from kiosk.application.members.views import member_view
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.confirm import confirm_sale
from kiosk.application.sales.explain import explain_member, explain_sale, explain_visit, find_explained
from kiosk.application.sales.outcomes import (
    Acted,
    Explained,
    MemberFound,
    Redemption,
    Returned,
    SaleView,
    ScanOutcome,
    Visit,
    Voided,
)
from kiosk.application.sales.price import price_visit
from kiosk.application.sales.scan import scan_code, with_member
from kiosk.application.sales.undo import recent_sales, return_goods, sale_of, void_sale
from kiosk.application.staff import sign_in as staff_use_cases
from kiosk.application.staff.outcomes import Actor, Approval, ApprovalNeeded, SignedIn, Staff, StaffName
from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.roles import Permission

FOUND_AT_MOST = 20


class CheckoutService:
    """Implements `CheckoutApi` over a `Context`. Callable from any thread but the ledger's own."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def terminal(self) -> TerminalInfo:
        """Who this terminal is."""
        return self._context.ledger.run(self._terminal)

    def _terminal(self, tx: LedgerTx) -> TerminalInfo:
        identity, store = here(self._context, tx)
        now = self._context.now()
        running = [c for c in self._context.reference.campaigns() if c.starts <= now < c.ends and not c.withdrawn]
        ruled = {campaign.id for campaign in self._context.campaigns(tx).in_force()}
        # one with rules is what the clerk talks about
        campaign = min(running, key=lambda c: (c.id not in ruled, c.ends, c.id), default=None)
        zone = ZoneInfo(store.zone)
        today = now.astimezone(zone).date()
        return TerminalInfo(
            device=identity.device,
            name=identity.terminal_name,
            store=store.id,
            store_name=store.name,
            zone=store.zone,
            currency=store.currency,
            campaign=campaign.name if campaign else None,
            day=(today - campaign.starts.astimezone(zone).date()).days + 1 if campaign else None,
            days=(campaign.ends - campaign.starts).days if campaign else None,
            stores=tuple((row.id, row.name) for row in self._context.reference.stores()),
        )

    def new_visit(self) -> Visit:
        """An empty visit with a fresh transaction id."""
        return Visit(txn=self._context.new_id())

    def scan(self, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome:
        """Judge what was scanned."""
        return self._context.ledger.run(lambda tx: scan_code(self._context, tx, visit, event, actor))

    def find_members(self, text: str) -> tuple[MemberView, ...]:
        """Members by phone digits, card number or part of a name, masked."""
        _identity, store = self._context.ledger.run(lambda tx: here(self._context, tx))
        now = self._context.now()
        found = self._context.reference.find_members(text, FOUND_AT_MOST)
        return tuple(member_view(member, (), now, store.zone, proven=False) for member in found)

    def choose_member(self, visit: Visit, member: str) -> Visit:
        """Put a member found by hand into the visit."""

        def choose(tx: LedgerTx) -> Visit:
            _identity, store = here(self._context, tx)
            row = self._context.reference.member(member)
            outcome = with_member(self._context, tx, visit, store, row, shown=member, proven=False)
            return outcome.visit if isinstance(outcome, MemberFound) else visit

        return self._context.ledger.run(choose)

    def price(self, visit: Visit) -> Visit:
        """The visit with its coupons judged anew and its quote."""
        return self._context.ledger.run(lambda tx: price_visit(self._context, tx, visit))

    def confirm(
        self, visit: Visit, actor: Actor, approval: Approval | None = None
    ) -> Redemption | ApprovalNeeded | Refusal:
        """Redeem durably."""
        return confirm_sale(self._context, visit, actor, approval)

    def explain_visit(self, visit: Visit) -> Explained:
        """Why it costs, and would bring, what the quote says."""
        return self._context.ledger.run(lambda tx: explain_visit(self._context, tx, visit))

    def explain_sale(self, txn: str) -> Explained | Refusal:
        """Why a sale cost and brought what it did."""
        return self._context.ledger.run(lambda tx: explain_sale(self._context, tx, txn))

    def explain_member(self, member: str) -> tuple[Explained, ...]:
        """What happened to a member last, and why it brought what it brought."""
        return self._context.ledger.run(lambda tx: explain_member(self._context, tx, member))

    def find_explained(self, text: str) -> tuple[MemberView | None, tuple[Explained, ...]] | None:
        """Why, for a transaction id, a receipt, a member's id or their card number."""
        return self._context.ledger.run(lambda tx: find_explained(self._context, tx, text))

    def actions(self, visit: Visit) -> tuple[MemberAction, ...]:
        """What can be done for the visit's member beside the sale."""
        return self._context.ledger.run(lambda tx: member_actions(self._context, tx, visit))

    def act(self, visit: Visit, action: MemberAction, actor: Actor, value: int = 0) -> Acted | Refusal:
        """Do one of them, durably."""
        return self._context.ledger.run(lambda tx: act(self._context, tx, visit, action, actor, value))

    def prove(self, visit: Visit, digits: str) -> Visit | Refusal:
        """The last four digits of the member's phone number."""
        return self._context.ledger.run(lambda tx: prove(self._context, tx, visit, digits))

    def recent_sales(self, limit: int = 20) -> tuple[SaleView, ...]:
        """Newest first."""
        return self._context.ledger.run(lambda tx: recent_sales(self._context, tx, limit))

    def sale(self, txn: str) -> SaleView | None:
        """A sale by its transaction id, voided or not."""
        return self._context.ledger.run(lambda tx: sale_of(self._context, tx, txn))

    def void(
        self, txn: str, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Voided | ApprovalNeeded | Refusal:
        """Undo a sale."""
        work: Callable[[LedgerTx], Voided | ApprovalNeeded | Refusal]
        work = lambda tx: void_sale(self._context, tx, txn, reason, actor, approval)  # noqa: E731
        return self._context.ledger.run(work)

    def return_goods(
        self, txn: str, back: Returned, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Voided | ApprovalNeeded | Refusal:
        """Take part of a sale back."""
        work: Callable[[LedgerTx], Voided | ApprovalNeeded | Refusal]
        work = lambda tx: return_goods(self._context, tx, txn, back, reason, actor, approval)  # noqa: E731
        return self._context.ledger.run(work)

    def staff(self) -> tuple[StaffName, ...]:
        """Who may sign in here."""
        return self._context.ledger.run(lambda tx: staff_use_cases.staff_names(self._context, tx))

    def sign_in(self, staff: str, pin: str) -> SignedIn | Refusal:
        """By PIN."""
        return staff_use_cases.sign_in(self._context, staff, pin)

    def sign_in_badge(self, staff: str, serial: str) -> SignedIn | Refusal:
        """By badge."""
        return staff_use_cases.sign_in_badge(self._context, staff, serial)

    def sign_out(self, actor: Staff, *, locked: bool = False) -> None:
        """Journal that the clerk left or the screen locked itself."""
        staff_use_cases.sign_out(self._context, actor, locked=locked)

    def approve(self, staff: str, pin: str, permission: Permission) -> Approval | Refusal:
        """A manager's PIN for one action."""
        return staff_use_cases.approve(self._context, staff, pin, permission)

    def sync_status(self) -> SyncStatus:
        """For the badge."""
        return self._context.sync_status()
