"""What the checkout asks of whoever can put a receipt on paper or into a file."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from kiosk.application.sales.outcomes import SaleView
from kiosk.application.sync.outcomes import TerminalInfo


class ReceiptOutput(Protocol):
    """Writes receipts. Called on the task thread; OSError when the file cannot be written."""

    def save_pdf(self, sale: SaleView, terminal: TerminalInfo, language: str) -> Path:
        """Write the receipt as PDF and say where."""

    def save_text(self, sale: SaleView, terminal: TerminalInfo, language: str) -> Path:
        """Write it as plain text and say where."""
