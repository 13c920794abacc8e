"""Words for vouchers of value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.application.sales.charge_outcomes import CardFound, ChargeView
from kiosk.domain.time import last_moment
from kiosk.ui.i18n import Customs, I18n, spaced, translate
from kiosk.ui.words.codes import void_reason_word


def voucher_words(name: str, left: int, i18n: I18n | Customs) -> str:
    """A voucher that pays, with the minor units that are on it afterwards."""
    return spaced(translate("Voucher", "{name}, {left} left on it").format(name=name, left=i18n.money(left)))


def card_words(card: CardFound, i18n: I18n) -> str:
    """What is on a voucher that was scanned, how long it is good, and what it paid here last."""
    parts = [
        translate("Voucher", "Nothing is on it yet.")
        if card.blank
        else translate("Voucher", "{left} on it.").format(left=i18n.money(card.left)),
        translate("Voucher", "Good until {day}.").format(day=i18n.day(last_moment(card.until))),
    ]
    if card.used:
        at, units = card.used[0]
        last = translate("Voucher", "Last paid here: {money} on {day}.")
        parts.append(last.format(money=i18n.money(units), day=i18n.short_day(at)))
    if not card.sure:
        parts.append(translate("Voucher", "HQ cannot be asked: this is what is known here."))
    return "\n".join(map(spaced, parts))


def charged_words(charge: ChargeView, i18n: I18n) -> str:
    """What was sold, topped up or taken back, in a sentence."""
    money = i18n.money(charge.value, charge.currency)
    if charge.voided_at is not None:
        text = translate("Voucher", "Taken back: pay {money} back. Receipt {number}.")
        return spaced(text.format(money=money, number=charge.receipt))
    text = (
        translate("Voucher", "Sold: take {money}. Receipt {number}; {left} on it.")
        if charge.first
        else translate("Voucher", "Topped up: take {money}. Receipt {number}; {left} on it.")
    )
    return spaced(text.format(money=money, number=charge.receipt, left=i18n.money(charge.left, charge.currency)))


def all_charged_words(charges: Sequence[ChargeView], i18n: I18n) -> str:
    """What was sold in one go, in a sentence."""
    if len(charges) == 1:
        return charged_words(charges[0], i18n)
    first, last = charges[0], charges[-1]
    text = translate("Voucher", "Sold {n}, {left} on each: take {money}. Receipts {first} to {last}.")
    money = i18n.money(sum(one.value for one in charges), first.currency)
    left = i18n.money(first.left, first.currency)
    return spaced(text.format(n=len(charges), left=left, money=money, first=first.receipt, last=last.receipt))


def charge_title(kind: str) -> str:
    """What a fact says of a voucher."""
    return {
        "voucher.charged": translate("Journal", "Money put on a voucher"),
        "voucher.charge_voided": translate("Journal", "Money taken off a voucher"),
    }[kind]


def charge_parts(body: Mapping[str, Any], i18n: I18n) -> tuple[str, ...]:
    """What is to be known of it besides."""
    money = i18n.money(int(body.get("value", 0)), str(body.get("currency", "")) or None)
    reason = void_reason_word(str(body.get("reason", ""))) if body.get("reason") else ""
    return (str(body.get("receipt", "")), money, str(body.get("coupon", "")), reason)
