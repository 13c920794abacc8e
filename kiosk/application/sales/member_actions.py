"""What is done within a visit for its member beside the sale: the visit is shown anew afterwards."""

from __future__ import annotations

from dataclasses import replace

from kiosk.application.campaigns import member_actions as campaigns_actions
from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import MemberAction
from kiosk.application.context import Context
from kiosk.application.members.views import member_view
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.remarks import KeptRemark
from kiosk.application.sales.outcomes import Acted, Visit
from kiosk.application.sales.price import price_visit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.remarks.remark import SALT_BYTES, commitment, read_remark
from kiosk.domain.staff.actors import Actor

PROOF_DIGITS = 4


def member_actions(context: Context, tx: LedgerTx, visit: Visit) -> tuple[MemberAction, ...]:
    """What can be done for the visit's member now: what is possible first."""
    member = visit.member
    if member is None:
        return ()
    campaigns = context.campaigns(tx)
    return campaigns_actions.member_actions(
        campaigns, member.id, visit.channel, proven=member.proven, vouched=member.vouched
    )


def ask_for_price(context: Context, visit: Visit, action: MemberAction) -> None:
    """Have HQ add to the terminal's share what a price in points takes beyond it. The share shows whether it did."""
    member = visit.member
    if not action.points or member is None or member.guest:
        return
    share = context.ledger.run(lambda tx: context.campaigns(tx).points_share(member.id))
    if share < action.points:
        context.points.claim(member.id, action.points - share)


def act(
    context: Context, tx: LedgerTx, visit: Visit, action: MemberAction, actor: Actor, value: int, said: str = ""
) -> Acted | Refusal:
    """Do one of them. `said`: what somebody says beside the score of a survey; the fact commits to it."""
    member, campaigns = visit.member, context.campaigns(tx)
    if member is None:
        return Refusal(RefusalCode.ACTION_CLOSED)
    salt, text = context.randomness.bytes(SALT_BYTES), read_remark(said) if action.asks_score else ""
    remark = commitment(salt, text) if text else ""
    brought = campaigns_actions.act(
        campaigns,
        member.id,
        visit.channel,
        action,
        actor,
        value,
        proven=member.proven,
        vouched=member.vouched,
        remark=remark,
    )
    if isinstance(brought, Refusal):
        return brought
    if remark:
        tx.keep_remark(KeptRemark(remark, member.id, salt, text))
    return Acted(refreshed(context, tx, campaigns, visit), brought)


def prove(context: Context, tx: LedgerTx, visit: Visit, digits: str) -> Visit | Refusal:
    """Whether who stands here knows the last four digits of the member's phone number (tokens.md: a plain card
    identifies but proves nothing)."""
    row = context.member(visit.member.id) if visit.member else None
    if row is None or visit.member is None or len(digits) != PROOF_DIGITS or row.phone[-PROOF_DIGITS:] != digits:
        return Refusal(RefusalCode.MEMBER_NOT_PROVEN)
    return price_visit(context, tx, replace(visit, member=replace(visit.member, proven=True)))


def refresh(context: Context, tx: LedgerTx, visit: Visit) -> Visit:
    """The visit with its member and price as they are now."""
    return refreshed(context, tx, context.campaigns(tx), visit)


def refreshed(context: Context, tx: LedgerTx, campaigns: Campaigns, visit: Visit) -> Visit:
    """The same, with the campaigns at hand."""
    row = context.member(visit.member.id) if visit.member else None
    if row is None or visit.member is None:
        return price_visit(context, tx, visit)
    state, zone, before = campaigns.view(row.id), campaigns.store.zone, visit.member
    view = member_view(row, (), context.now(), zone, proven=before.proven, state=state, vouched=before.vouched)
    visit = price_visit(context, tx, replace(visit, member=view))
    assert visit.member is not None
    return replace(visit, member=replace(visit.member, coupons=visit.coupons))
