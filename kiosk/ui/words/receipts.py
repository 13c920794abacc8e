"""The words of a receipt, in the language the customer wants: not always the one on the screen."""

from __future__ import annotations

from pathlib import Path

from kiosk.application.sales.outcomes import SaleView
from kiosk.domain.documents.receipt import ReceiptWords
from kiosk.domain.money import currency_sign
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.i18n import Customs, speaking, translate
from kiosk.ui.words.rewards import received, reward_lines


def receipt_words(language: str, currency: str, folder: Path | None = None) -> ReceiptWords:
    """The words in one of LANGUAGES, with the sign of `currency` (ISO 4217). May be called on any thread.

    `folder`: where the translations lie. ValueError for another language, FileNotFoundError without its translation.
    """
    with speaking(language, folder):
        return ReceiptWords(
            language=language,
            currency=currency_sign(currency),
            number=translate("Receipt", "Receipt {number}"),
            clerk=translate("Receipt", "Served by"),
            member=translate("Receipt", "Member"),
            goods=translate("Receipt", "Goods"),
            gift=translate("Receipt", "Gift: {name}"),
            to_pay=translate("Receipt", "To pay"),
            saved=translate("Receipt", "Saved"),
            unsent=translate("Receipt", "Recorded at the till, on its way to headquarters"),
            voided=translate("Receipt", "Voided {time} by {clerk}"),
            thanks=translate("Receipt", "Thank you, see you soon"),
            points=translate("Receipt", "{name}: {n} points"),
            won=translate("Receipt", "You receive"),
            taken_back=translate("Receipt", "Taken back"),
            returned=translate("Receipt", "Goods returned"),
            total=translate("Receipt", "Total"),
            voucher=translate("Voucher", "{name}, {left} left on it"),
            back=translate("Receipt", "Exchanged: {n} × {name}"),
            paid_out=translate("Receipt", "Paid out"),
        )


def reward_texts(sale: SaleView, zone: str, *, back: bool = False) -> tuple[LocalText, ...]:
    """What a sale brought, or what its void (or, with `back`, a return) took back, in words of every language. May be
    called on any thread."""
    back = back or sale.voided_at is not None
    shown = sale.rewards if back else received(sale.rewards)
    said: dict[str, list[str]] = {}
    for language in LANGUAGES if shown else ():
        with speaking(language):
            customs = Customs(language, zone, sale.currency)
            said[language] = reward_lines(shown, customs, back=back)
    return tuple(LocalText(*line) for line in zip(*(said[language] for language in said), strict=True))
