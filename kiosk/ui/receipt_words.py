"""The words of a receipt, in the language the customer wants: not always the one on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTranslator

from kiosk import paths
from kiosk.domain.receipt import ReceiptWords
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.i18n import ensure_compiled, format_money

_WORDS: dict[str, object] = {
    "number": QT_TRANSLATE_NOOP("Receipt", "Receipt {number}"),
    "clerk": QT_TRANSLATE_NOOP("Receipt", "Served by"),
    "member": QT_TRANSLATE_NOOP("Receipt", "Member"),
    "goods": QT_TRANSLATE_NOOP("Receipt", "Goods"),
    "gift": QT_TRANSLATE_NOOP("Receipt", "Gift: {name}"),
    "to_pay": QT_TRANSLATE_NOOP("Receipt", "To pay"),
    "saved": QT_TRANSLATE_NOOP("Receipt", "Saved"),
    "unsent": QT_TRANSLATE_NOOP("Receipt", "Recorded at the till, on its way to headquarters"),
    "voided": QT_TRANSLATE_NOOP("Receipt", "Voided {time} by {clerk}"),
    "thanks": QT_TRANSLATE_NOOP("Receipt", "Thank you, see you soon"),
}


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
    words = {name: translator.translate("Receipt", str(source)) or str(source) for name, source in _WORDS.items()}
    return ReceiptWords(language=language, currency=format_money(0, currency).removesuffix("0"), **words)
