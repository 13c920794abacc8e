"""The words of a receipt, in the language the customer wants: not always the one on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTranslator

from kiosk import paths
from kiosk.domain.receipt import ReceiptWords
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.i18n import ensure_compiled, format_money


def receipt_words(language: str, currency: str, folder: Path | None = None) -> ReceiptWords:
    """The words in one of LANGUAGES, with the sign of `currency` (ISO 4217). May be called on any thread.

    `folder`: where the translations lie. ValueError for another language, FileNotFoundError without its translation.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    folder = folder or paths.resources() / "i18n"
    ensure_compiled(folder)
    translator = QTranslator()
    if not translator.load(str(folder / f"kiosk_{language}.qm")):
        raise FileNotFoundError(folder / f"kiosk_{language}.qm")

    def translate(context: str, text: str) -> str:  # by this name ts_files.py finds the words
        return translator.translate(context, text) or text

    return ReceiptWords(
        language=language,
        currency=format_money(0, currency).removesuffix("0"),
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
    )
