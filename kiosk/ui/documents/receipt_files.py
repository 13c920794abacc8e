"""Receipts into files: what the checkout's receipt buttons do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.application.sales.outcomes import SaleView
from kiosk.application.sales.receipt import receipt_of
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.paper import ROLL_80
from kiosk.domain.documents.receipt import Receipt, ReceiptWords, lay_out
from kiosk.files import file_name
from kiosk.ui.documents.pdf import write_pdf
from kiosk.ui.words.receipts import receipt_words, reward_texts


class ReceiptFiles:
    """A `ReceiptOutput` that writes into one folder, a file a receipt; the same receipt again replaces its file.

    `write_text` puts plain text into a file (`adapters.printing.receipt_text.write_text`, which the screen must not
    know).
    """

    def __init__(self, folder: Path, write_text: Callable[[Receipt, ReceiptWords, Path], None]) -> None:
        self._folder = folder
        self._write_text = write_text

    def save_pdf(self, sale: SaleView, terminal: TerminalInfo, language: str) -> Path:
        """Write the receipt as PDF, on 80 mm paper, and say where. OSError when it cannot be written."""
        path = self._path(sale, "pdf")
        document = lay_out(_receipt(sale, terminal), receipt_words(language, sale.currency), terminal.brand)
        write_pdf(document, ROLL_80, path)
        return path

    def save_text(self, sale: SaleView, terminal: TerminalInfo, language: str) -> Path:
        """Write it as plain text and say where. OSError when it cannot be written."""
        path = self._path(sale, "txt")
        self._write_text(_receipt(sale, terminal), receipt_words(language, sale.currency), path)
        return path

    def _path(self, sale: SaleView, suffix: str) -> Path:
        # terminal names are free text
        voided = "" if sale.voided_at is None else "-void"
        return self._folder / f"{file_name(sale.receipt)}{voided}.{suffix}"


def _receipt(sale: SaleView, terminal: TerminalInfo) -> Receipt:
    return replace(receipt_of(sale, terminal), rewards=reward_texts(sale, terminal.zone))
