"""Receipts as plain text for narrow printers: 32 columns on 58 mm paper, 48 on 80 mm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.adapters.printing.columns import paired, set_in, wrapped
from kiosk.domain.documents.blocks import Align
from kiosk.domain.documents.receipt import Receipt, ReceiptWords, wall_time
from kiosk.files import write_whole

COLUMNS_58_MM = 32
COLUMNS_80_MM = 48


def render_text(receipt: Receipt, words: ReceiptWords, columns: int = COLUMNS_58_MM) -> str:
    """The receipt in lines of at most `columns` columns (at least 16), each ended by a newline."""
    if columns < 16:
        raise ValueError(f"a receipt needs 16 columns, not {columns}")
    return "".join(f"{line.rstrip()}\n" for line in _lines(receipt, words, columns))


def write_text(receipt: Receipt, words: ReceiptWords, path: Path, columns: int = COLUMNS_58_MM) -> None:
    """The receipt as a UTF-8 file. OSError when it cannot be written; then nothing is changed."""
    write_whole(path, render_text(receipt, words, columns).encode())


def _lines(receipt: Receipt, words: ReceiptWords, columns: int) -> Iterator[str]:
    rule = "-" * columns
    yield from set_in(receipt.store.get(words.language), columns, Align.CENTRE)
    if receipt.voided is not None:
        yield "*" * columns
        when = wall_time(receipt.voided.at, receipt.zone)
        yield from set_in(words.voided.format(time=when, clerk=receipt.voided.clerk), columns, Align.CENTRE)
        yield "*" * columns
    yield from paired(wall_time(receipt.at, receipt.zone), receipt.terminal, columns)
    yield from wrapped(words.number.format(number=receipt.number), columns)
    yield from paired(words.clerk, receipt.clerk, columns)
    if receipt.member:
        yield from paired(words.member, receipt.member, columns)
    yield rule
    for what, how_much in words.pairs(receipt):
        yield from paired(what, how_much, columns)
    yield rule
    yield from paired(words.to_pay, words.money(receipt.total, receipt.currency), columns)
    if receipt.saved:
        yield from paired(words.saved, words.money(receipt.saved, receipt.currency), columns)
    if receipt.returned:
        yield from paired(words.returned, words.money(-receipt.returned, receipt.currency), columns)
    yield rule
    heading, *rewards = words.rewards(receipt) or ("",)
    if rewards:
        yield from wrapped(heading, columns)
        for reward in rewards:
            yield from (f"  {line}" for line in wrapped(reward, columns - 2))
        yield rule
    if receipt.unsent:
        yield from set_in(words.unsent, columns, Align.CENTRE)
    yield from set_in(words.thanks, columns, Align.CENTRE)
