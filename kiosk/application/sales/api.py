"""What a station that sells may ask for."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.campaigns.outcomes import MemberAction
from kiosk.application.ports.lookups import Ask
from kiosk.application.sales.outcomes import (
    Acted,
    Explained,
    Redemption,
    Refund,
    Returned,
    ReturnInSale,
    SalePlace,
    SalesFound,
    SaleView,
    ScanOutcome,
    Visit,
    Voided,
)
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.channels import Channel
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Actor


class SalesApi(Protocol):
    """A visit from its first scan to its sale, what is done for its member, and sales that were made."""

    def new_visit(self, channel: Channel = Channel.CHECKOUT) -> Visit:
        """An empty visit with a fresh transaction id. Whatever is priced, sold and done in it has its channel."""

    def scan(self, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome:
        """Judge what was scanned; a visit in the answer is priced. Refusals are journalled. Asks HQ about another
        store's member, and a coupon whose right is elsewhere (bounded wait)."""

    def scan_at_once(self, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome | Ask:
        """The same without waiting for anybody: where HQ has to be asked, what; then `scan_asking` has the outcome."""

    def scan_asking(self, visit: Visit, event: ScanEvent, actor: Actor, ask: Ask) -> ScanOutcome:
        """Ask HQ (bounded wait), then judge."""

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

    def act(self, visit: Visit, action: MemberAction, actor: Actor, value: int = 0, said: str = "") -> Acted | Refusal:
        """Do one of them, durably. `value`: the score of a survey, or days ago of a make-up card; `said`: words beside
        the score."""

    def refresh(self, visit: Visit) -> Visit:
        """The visit with its member as they stand now, priced: after something that was not asked for with `act`."""

    def prove(self, visit: Visit, digits: str) -> Visit | Refusal:
        """The member at the till says the last four digits of their phone number: enough to spend points where no pass
        was shown. The visit with `member.proven`, priced; else MEMBER_NOT_PROVEN."""

    def recent_sales(self, limit: int = 20) -> tuple[SaleView, ...]:
        """Newest first."""

    def find_sales(self, text: str, limit: int = 20, after: SalePlace | None = None) -> SalesFound:
        """Sales of this terminal, and of others as far as their journals are here, newest first: by receipt's number,
        amount, member (as in `find_members`) or day, and a day together with one of them; all with an empty text.
        `after`: the last one of the page before."""

    def sale(self, txn: str) -> SaleView | None:
        """A sale by its transaction id, voided or not, with what it brought."""

    def void(
        self, txn: str, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Voided | ApprovalNeeded | Refusal:
        """Undo a sale. `reason`: a code of VOID_REASONS, or "other: " and words."""

    def refund(self, txn: str, back: Returned) -> Refund | Refusal:
        """What would be paid back if these goods of a sale came back now (docs/returns.md); changes nothing."""

    def exchange(self, txn: str, back: Returned) -> ReturnInSale | Refusal:
        """The same, to be put into a visit's `returns`: it comes back with that visit's sale, in one transaction."""

    def return_goods(
        self, txn: str, back: Returned, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Voided | ApprovalNeeded | Refusal:
        """Part of a sale comes back; the answer's sale says what was taken back of its rewards, its `refund` what is
        paid back."""
