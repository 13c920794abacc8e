"""The words of papers about sales that were undone, and of copies. A receipt's own: `words.receipts`."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.documents.copies import CopyWords
from kiosk.domain.documents.return_receipt import ReturnReceiptWords
from kiosk.domain.documents.void_receipt import VoidReceiptWords
from kiosk.domain.money import currency_sign
from kiosk.ui.i18n import speaking, translate
from kiosk.ui.words.receipts import receipt_words


def return_receipt_words(language: str, currency: str, folder: Path | None = None) -> ReturnReceiptWords:
    """The words in one of LANGUAGES, with the sign of `currency` (ISO 4217), as of every document here. May be called
    on any thread. `folder`: where the translations lie."""
    with speaking(language, folder):
        return ReturnReceiptWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Return receipt"),
            number=translate("Paper", "For receipt {number}"),
            sold=translate("Paper", "Bought"),
            clerk=translate("Receipt", "Served by"),
            member=translate("Receipt", "Member"),
            goods=translate("Paper", "Goods returned"),
            rule=translate("Paper", "Refunded: what was paid, less what the goods kept cost without these"),
            paid=translate("Paper", "Paid"),
            back=translate("Paper", "Refunded"),
            before=translate("Paper", "Refunded earlier"),
            onto=translate("Paper", "Back on the voucher"),
            in_money=translate("Paper", "Paid back in money"),
            remains=translate("Paper", "Still charged"),
            taken_back=translate("Paper", "Rewards taken back"),
            signature=translate("Paper", "Customer’s signature"),
            thanks=translate("Receipt", "Thank you, see you soon"),
        )


def void_receipt_words(language: str, currency: str, folder: Path | None = None) -> VoidReceiptWords:
    """The words of a void receipt."""
    receipt = receipt_words(language, currency, folder)
    with speaking(language, folder):
        return VoidReceiptWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Void receipt"),
            receipt=receipt,
            reason=translate("Paper", "Reason"),
            approved_by=translate("Paper", "Approved by"),
            onto=translate("Paper", "Back on the voucher"),
            in_money=translate("Paper", "Paid back in money"),
            signature=translate("Paper", "Customer’s signature"),
        )


def copy_words(language: str, folder: Path | None = None) -> CopyWords:
    """The words of a copy's marks."""
    with speaking(language, folder):
        return CopyWords(
            language=language,
            currency="",
            head=translate("Paper", "Copy {n}"),
            foot=translate("Paper", "Copy {n} – not the original"),
        )
