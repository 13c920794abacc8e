"""A book of paper slips as a PDF: several to a page, to be cut apart or left together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.application.slips.outcomes import SlipSheet
from kiosk.domain.documents import paper_slip
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.paper import A4, Paper
from kiosk.domain.documents.paper_slip import PaperSlip
from kiosk.domain.slips.code import code_of
from kiosk.files import file_name
from kiosk.ui.documents.pdf import part_of, write_sheet
from kiosk.ui.words.documents.store import paper_slip_words

ACROSS, DOWN = 2, 3
"""Slips beside and above each other on a page."""


def slips_of(book: SlipSheet, language: str) -> Iterator[Document]:
    """The slips of a book, in the order of their numbers."""
    words = paper_slip_words(language, book.currency)
    for number, code in enumerate(book.codes, book.book.first):
        slip = PaperSlip(
            book.store,
            book.zone,
            code_of(book.book.id, number),
            code,
            book.name,
            book.book.since,
            book.book.until,
        )
        yield paper_slip.lay_out(slip, words, book.brand)


def write_book(
    book: SlipSheet,
    path: Path,
    language: str,
    *,
    paper: Paper = A4,
    across: int = ACROSS,
    down: int = DOWN,
    done: Callable[[int], None] = lambda _count: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int | None:
    """Write it, so many slips to a page; gives the pages. As `pdf.write_sheet`."""
    piece = part_of(paper, across, down)
    title = f"{book.book.id} {book.book.first}–{book.book.last}"
    return write_sheet(slips_of(book, language), piece, paper, path, title=title, done=done, cancelled=cancelled)


def book_path(book: SlipSheet, folder: Path) -> Path:
    """Where it is put, unless somebody says otherwise."""
    return folder / f"{file_name(f'slips-{book.book.id}')}.pdf"
