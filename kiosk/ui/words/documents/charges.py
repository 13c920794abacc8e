"""The words of receipts of vouchers that were sold or topped up."""

from __future__ import annotations

from pathlib import Path

from kiosk.application.sales.charge_outcomes import ChargeView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.charge_receipt import ChargeReceipt, ChargeWords
from kiosk.domain.money import currency_sign
from kiosk.ui.i18n import speaking, translate


def charge_words(language: str, currency: str, folder: Path | None = None) -> ChargeWords:
    """The words in one of LANGUAGES, with the sign of `currency` (ISO 4217). May be called on any thread. `folder`:
    where the translations lie."""
    with speaking(language, folder):
        return ChargeWords(
            language=language,
            currency=currency_sign(currency),
            sold=translate("ChargePaper", "Voucher sold"),
            topped_up=translate("ChargePaper", "Voucher topped up"),
            voided=translate("ChargePaper", "Voucher taken back"),
            number=translate("Receipt", "Receipt {number}"),
            clerk=translate("Receipt", "Served by"),
            paid=translate("ChargePaper", "Paid"),
            back=translate("ChargePaper", "Paid back"),
            left=translate("ChargePaper", "On the voucher"),
            until=translate("ChargePaper", "Good until {day}"),
            show=translate("ChargePaper", "Show this code when you pay"),
            keep=translate("ChargePaper", "Keep it like cash: whoever holds it can pay with it."),
            thanks=translate("Receipt", "Thank you, see you soon"),
        )


def charge_receipt(charge: ChargeView, terminal: TerminalInfo) -> ChargeReceipt:
    """What stands on it."""
    return ChargeReceipt(
        store=terminal.store_name,
        terminal=terminal.name,
        number=charge.receipt,
        at=charge.at,
        zone=terminal.zone,
        clerk=charge.clerk,
        currency=charge.currency,
        name=charge.name,
        value=charge.value,
        left=charge.left,
        until=charge.until,
        first=charge.first,
        code=charge.code,
        voided=charge.voided_at,
    )
