"""A book of paper slips as a PDF: every slip whole, readable, with the right number; quick enough for a thousand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.slips.outcomes import SlipSheet
from kiosk.domain.documents.blocks import Qr, Side, Text
from kiosk.domain.documents.paper import A4
from kiosk.domain.slips.model import SlipBook
from kiosk.domain.slips.signed import slip_claims
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import signing_key
from kiosk.ui.documents.drawing import Drawn
from kiosk.ui.documents.pdf import part_of
from kiosk.ui.documents.slip_books import ACROSS, DOWN, book_path, slips_of, write_book

MADE = datetime(2026, 10, 1, tzinfo=UTC)
KEY = signing_key(bytes(range(32)))


def sheet(count: int = 7, name: str = "滿千折百") -> SlipSheet:
    book = SlipBook("K7MP3QRT", "xinyi", "t1", "t1", 0, 1, count, count, 100, MADE, MADE, MADE + timedelta(days=31))
    codes = tuple(sign_token(claims, KEY) for claims in slip_claims(book, KEY.key_id, "HQ"))
    names = LocalText(name, name, name)
    return SlipSheet(book, names, LocalText("信義旗艦店", "信义旗舰店", "Xinyi Flagship"), "TWD", "Asia/Taipei", codes)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["滿千折百", "A discount with a name that is much longer than anybody would think of" * 2]
)
def test_a_slip_is_one_piece_of_the_page(qtbot: QtBot, language: str, name: str) -> None:
    piece = part_of(A4, ACROSS, DOWN)
    for document in slips_of(sheet(2, name), language):
        assert Drawn(document, piece, 1200 / 25.4).count == 1


def test_each_slip_has_its_own_code_and_number(qtbot: QtBot) -> None:
    book = sheet()
    for number, (document, code) in enumerate(zip(slips_of(book, "en"), book.codes, strict=True), 1):
        side = next(block for block in document.blocks if isinstance(block, Side))
        assert [block.code for block in side.right if isinstance(block, Qr)] == [code]
        assert f"K7MP3QRT-{number:04}" in " ".join(block.text for block in side.left if isinstance(block, Text))


def test_a_book_is_written_with_progress_and_stops_when_it_shall(qtbot: QtBot, tmp_path: Path) -> None:
    book = sheet()
    told: list[int] = []
    path = book_path(book, tmp_path)
    assert write_book(book, path, "zh_TW", done=told.append) == 2
    assert told == list(range(1, 8))
    assert path.read_bytes().startswith(b"%PDF")
    path.unlink()
    assert write_book(book, path, "zh_TW", cancelled=lambda: len(told) > 8, done=told.append) is None
    assert list(tmp_path.iterdir()) == []


def test_another_book_has_another_file(tmp_path: Path) -> None:
    one = sheet()
    other = replace(one, book=replace(one.book, id="OTHER222"))
    assert book_path(one, tmp_path) != book_path(other, tmp_path)
