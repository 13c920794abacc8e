"""Consents given and withdrawn, and phones proved, at any time after the registration."""

from __future__ import annotations

from kiosk.application.context import Context
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.registration.known import member_of
from kiosk.application.registration.outcomes import CodeSent, Consented, Proved
from kiosk.application.registration.standing import registration_state
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.facts import MEMBER_CONSENTED, PHONE_PROVED
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission


def consent(
    context: Context, tx: LedgerTx, member: str, purpose: str, actor: Actor, *, given: bool
) -> Consented | Refusal:
    """Journal it, if it is not so already."""
    if not actor.may(Permission.ACT_FOR_ONESELF):
        return Refusal(RefusalCode.NOT_PERMITTED)
    if member_of(context, tx, member) is None:
        return Refusal(RefusalCode.MEMBER_UNKNOWN)
    text = context.reference.registration_policy().text_of(purpose)
    before = next((one for one in registration_state(context, tx, member).consents if one.purpose == purpose), None)
    if text is None and (given or before is None):
        return Refusal(RefusalCode.ACTION_CLOSED)
    version = text.version if text is not None else before.version if before is not None else ""
    so = before is not None and before.given == given and (before.version == version or not given)
    if not so:
        body = {"member": member, "channel": str(actor.channel)}
        tx.append(MEMBER_CONSENTED, actor.id, body | {"purpose": purpose, "version": version, "given": given})
    return Consented(member, purpose, version, given, ends=not given and text is not None and text.required)


def send_code(context: Context, phone: str, language: str) -> CodeSent | Refusal:
    """Have HQ send a code to a phone (E.164)."""
    told = context.one_time.send(phone, "register", language)
    if told is None:
        return Refusal(RefusalCode.HQ_OFFLINE)
    return told if isinstance(told, Refusal) else CodeSent(told.op, told.until, told.resend_after)


def send_code_to(context: Context, member: str, language: str) -> CodeSent | Refusal:
    """The same to a member's own."""
    row = context.ledger.run(lambda tx: member_of(context, tx, member))
    if row is None or not row.phone:
        return Refusal(RefusalCode.MEMBER_UNKNOWN)
    return send_code(context, row.phone, language)


def prove_phone(context: Context, member: str, op: str, digits: str, actor: Actor) -> Proved | Refusal:
    """Ask HQ whether it is the code, and journal that the phone is theirs."""
    if not actor.may(Permission.ACT_FOR_ONESELF):
        return Refusal(RefusalCode.NOT_PERMITTED)
    row = context.ledger.run(lambda tx: member_of(context, tx, member))
    if row is None or not row.phone:
        return Refusal(RefusalCode.MEMBER_UNKNOWN)
    checked = context.one_time.check(op, digits)
    if checked is None:
        return Refusal(RefusalCode.HQ_OFFLINE)
    if isinstance(checked, Refusal):
        return checked
    if not checked.proved:
        return Refusal(RefusalCode.CODE_WRONG, {"uses": checked.tries_left})
    if checked.phone != row.phone:
        return Refusal(RefusalCode.CODE_OVER)
    context.ledger.run(lambda tx: _prove(context, tx, member, actor))
    return Proved(member)


def _prove(context: Context, tx: LedgerTx, member: str, actor: Actor) -> None:
    if registration_state(context, tx, member).proved:
        return
    campaigns = context.campaigns(tx)
    campaigns.state(member)
    body = {"member": member, "channel": str(actor.channel), "how": "code"}
    campaigns.journal_rewards(tx.append(PHONE_PROVED, actor.id, body))
