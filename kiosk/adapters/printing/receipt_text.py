"""Receipts as text files: 32 columns, as on 58 mm paper, or 48, as on 80 mm."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from kiosk.adapters.printing.plain_text import plain_text
from kiosk.domain.documents.blocks import Qr
from kiosk.domain.documents.receipt import Receipt, ReceiptWords, lay_out
from kiosk.files import write_whole

COLUMNS_58_MM = 32
COLUMNS_80_MM = 48


def render_text(receipt: Receipt, words: ReceiptWords, columns: int = COLUMNS_58_MM) -> str:
    """The receipt in lines of at most `columns` columns (at least 16), each ended by a newline; without its code, which
    nobody reads as letters."""
    document = lay_out(receipt, words)
    said = tuple(block for block in document.blocks if not isinstance(block, Qr))
    return plain_text(replace(document, blocks=said), columns)


def write_text(receipt: Receipt, words: ReceiptWords, path: Path, columns: int = COLUMNS_58_MM) -> None:
    """The receipt as a UTF-8 file. OSError when it cannot be written; then nothing is changed."""
    write_whole(path, render_text(receipt, words, columns).encode())
