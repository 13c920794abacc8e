"""The use cases of a sale behind one interface; each lives in a file of its own."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.application.campaigns.outcomes import MemberAction
from kiosk.application.context import Context, here
from kiosk.application.members.outcomes import MemberView
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.lookups import Ask, Told
from kiosk.application.sales.confirm import confirm_sale
from kiosk.application.sales.exchanges import exchange_of, exchanged_anew
from kiosk.application.sales.explain import explain_member, explain_sale, explain_visit, find_explained
from kiosk.application.sales.find import find_sales
from kiosk.application.sales.member_actions import act, ask_for_price, member_actions, prove, refresh
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
from kiosk.application.sales.price import price_visit
from kiosk.application.sales.rights import online
from kiosk.application.sales.scan import Answered, scan_code, with_member
from kiosk.application.sales.undo import recent_sales, refund_for, return_goods, sale_of, void_sale
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.channels import Channel
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Actor


class SalesService:
    """Implements `SalesApi`. What is more (`explain_member`, `find_explained`) is for the command line."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def new_visit(self, channel: Channel = Channel.CHECKOUT) -> Visit:
        """An empty visit with a fresh transaction id."""
        return Visit(txn=self._context.new_id(), channel=channel)

    def scan(self, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome:
        """Judge what was scanned, asking HQ where it has to be asked."""
        outcome = self.scan_at_once(visit, event, actor)
        return self.scan_asking(visit, event, actor, outcome) if isinstance(outcome, Ask) else outcome

    def scan_at_once(self, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome | Ask:
        """Judge what was scanned; or what HQ has to be asked."""
        return self._context.ledger.run(lambda tx: scan_code(self._context, tx, visit, event, actor))

    def scan_asking(self, visit: Visit, event: ScanEvent, actor: Actor, ask: Ask) -> ScanOutcome:
        """Ask HQ, then judge."""
        answered = Answered(self._context.lookups.look_up(ask))

        def judge(tx: LedgerTx) -> ScanOutcome:
            outcome = scan_code(self._context, tx, visit, event, actor, answered)
            assert not isinstance(outcome, Ask)  # HQ was asked
            return outcome

        return self._context.ledger.run(judge)

    def choose_member(self, visit: Visit, member: str) -> Visit:
        """Put a member found by hand into the visit."""

        def choose(tx: LedgerTx) -> Visit:
            _identity, store = here(self._context, tx)
            row = self._context.member(member)
            if row is None:
                return visit
            # another store's was found by asking HQ a moment ago
            told = Answered(Told((row,))) if online(self._context) else None
            return with_member(self._context, tx, visit, store, row, proven=False, answered=told).visit

        return self._context.ledger.run(choose)

    def price(self, visit: Visit) -> Visit:
        """The visit with its coupons judged anew and its quote."""

        def work(tx: LedgerTx) -> Visit:
            return price_visit(self._context, tx, exchanged_anew(self._context, tx, visit))

        return self._context.ledger.run(work)

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

    def act(self, visit: Visit, action: MemberAction, actor: Actor, value: int = 0, said: str = "") -> Acted | Refusal:
        """Do one of them, durably. What is paid in points beyond the terminal's share, HQ is asked for."""
        ask_for_price(self._context, visit, action)
        return self._context.ledger.run(lambda tx: act(self._context, tx, visit, action, actor, value, said))

    def refresh(self, visit: Visit) -> Visit:
        """The visit with its member as they stand now."""
        return self._context.ledger.run(lambda tx: refresh(self._context, tx, visit))

    def prove(self, visit: Visit, digits: str) -> Visit | Refusal:
        """The last four digits of the member's phone number."""
        return self._context.ledger.run(lambda tx: prove(self._context, tx, visit, digits))

    def recent_sales(self, limit: int = 20) -> tuple[SaleView, ...]:
        """Newest first."""
        return self._context.ledger.run(lambda tx: recent_sales(self._context, tx, limit))

    def find_sales(self, text: str, limit: int = 20, after: SalePlace | None = None) -> SalesFound:
        """By receipt, amount, member or day."""
        return self._context.ledger.run(lambda tx: find_sales(self._context, tx, text, limit, after))

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

    def refund(self, txn: str, back: Returned) -> Refund | Refusal:
        """What would be paid back for goods of a sale."""
        return self._context.ledger.run(lambda tx: refund_for(self._context, tx, txn, back))

    def exchange(self, txn: str, back: Returned) -> ReturnInSale | Refusal:
        """What would come back with another sale."""
        return self._context.ledger.run(lambda tx: exchange_of(self._context, tx, txn, back))

    def return_goods(
        self, txn: str, back: Returned, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Voided | ApprovalNeeded | Refusal:
        """Take part of a sale back."""
        work: Callable[[LedgerTx], Voided | ApprovalNeeded | Refusal]
        work = lambda tx: return_goods(self._context, tx, txn, back, reason, actor, approval)  # noqa: E731
        return self._context.ledger.run(work)
