"""A day's report as a document, in the language in use."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.closing_report import ClosingReport, VoidLine, lay_out
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.i18n import speaking
from kiosk.ui.words.codes import void_reason_word
from kiosk.ui.words.documents.store import closing_report_words


def day_report_document(report: ClosingReport, language: str, brand: Brand | None) -> Document:
    """The paper. Reasons of voids come as codes and stand there in words. May be called on any thread."""
    said = replace(report, voids=tuple(map(_in_words, report.voids)))
    return lay_out(said, closing_report_words(language, report.currency), brand)


def _in_words(void: VoidLine) -> VoidLine:
    if void.reason is None:
        return void
    words = {}
    for language in LANGUAGES:
        with speaking(language):
            words[language] = void_reason_word(void.reason.en)
    return replace(void, reason=LocalText(**words))
