"""What a till may ask about vouchers of value: what is sold, what is on one, sell one or top one up, take that back."""

from __future__ import annotations

from kiosk.application.sales.charge_api import ChargeApi
from kiosk.application.sales.charge_outcomes import CardFound, Charged, ChargeView, ChargeWanted
from kiosk.application.till.outcomes import TillCharge, TillNo, TillOutcome, TillRefused, TillState, TillTransaction
from kiosk.domain.channels import Channel
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Actor


def as_transaction(till: str, charge: ChargeView) -> TillTransaction:
    """A voucher that was sold or topped up under the till's id."""
    state = TillState.PAID if charge.voided_at is None else TillState.CANCELLED
    return TillTransaction(till, state, charge.currency, charge=charge)


def charged(service: ChargeApi, till: str, txn: str, wanted: TillCharge, actor: Actor, currency: str) -> TillOutcome:
    """Put `wanted.value` on a voucher; or, with `ask`, only say what is sold and what is on it."""
    if wanted.currency != currency:
        return TillRefused(TillNo.CURRENCY_MISMATCH)
    card = None
    if wanted.code:
        found = service.find_card(ScanEvent(wanted.code, Symbology.UNKNOWN, ScanSource.TILL, None, None, 0.0))
        if isinstance(found, Refusal):
            return TillRefused(TillNo.NOT_POSSIBLE, found)
        card = found
    if wanted.ask:
        kinds = service.voucher_kinds() if card is None else ()
        return TillTransaction(till, TillState.UNKNOWN, currency, card=card, kinds=kinds)
    if wanted.value <= 0:
        return TillRefused(TillNo.AMOUNT_MISSING)
    done = service.charge(_wanted(txn, till, wanted, card), actor)
    return as_transaction(till, done.charge) if isinstance(done, Charged) else TillRefused(TillNo.NOT_POSSIBLE, done)


def _wanted(txn: str, till: str, wanted: TillCharge, card: CardFound | None) -> ChargeWanted:
    if card is None:
        return ChargeWanted(txn, wanted.kind, wanted.value, channel=Channel.TILL, till=till)
    return ChargeWanted(
        txn, card.kind.template, wanted.value, card.coupon, card.left, card.until, channel=Channel.TILL, till=till
    )
