"""The receipt on 80 mm paper: what a customer holds."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.adapters.printing.receipt_text import write_text
from kiosk.application.sales.outcomes import AppliedLine, SaleView
from kiosk.application.sales.receipt import receipt_of
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.paper import MM_PER_INCH, ROLL_80
from kiosk.domain.documents.receipt import Receipt, ReceiptWords, lay_out
from kiosk.domain.texts import LocalText
from kiosk.ui.documents.painting import picture
from kiosk.ui.documents.pdf import pdf_bytes, write_pdf
from kiosk.ui.documents.receipt_files import ReceiptFiles
from kiosk.ui.words.receipts import receipt_words
from tests.unit.receipt.samples import RECEIPT, VOID, WORDS

TRANSLATION = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}">
<context><name>Receipt</name>
<message><source>To pay</source><translation>{to_pay}</translation></message>
</context>
</TS>
"""


def paint_receipt(receipt: Receipt, words: ReceiptWords, width_px: int) -> QImage:
    """The receipt, so many pixels wide."""
    return picture(lay_out(receipt, words), ROLL_80, width_px / ROLL_80.width * MM_PER_INCH)


def pixels(image: QImage) -> np.ndarray:
    """Grey values, row by row."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


@pytest.mark.parametrize("language", sorted(WORDS))
def test_the_picture_carries_the_transaction(qtbot: QtBot, language: str) -> None:
    found = zxingcpp.read_barcodes(pixels(paint_receipt(RECEIPT, WORDS[language], 420)))
    assert [code.text for code in found] == [RECEIPT.txn]


@pytest.mark.parametrize("width_px", [200, 302, 1000])
def test_the_picture_has_the_width_asked_for_and_empty_margins(qtbot: QtBot, width_px: int) -> None:
    image = paint_receipt(RECEIPT, WORDS["en"], width_px)
    assert image.width() == width_px
    seen = pixels(image)
    margin = width_px // 30
    assert (seen[:, :margin] == 255).all()
    assert (seen[:, -margin:] == 255).all()
    assert (seen[-margin:] == 255).all()
    assert seen.min() < 64


def test_long_names_make_the_paper_longer_and_stay_on_it(qtbot: QtBot) -> None:
    name = "會員專屬超長名稱優惠券" * 6
    long_line = replace(RECEIPT.lines[0], name=LocalText(name, name, name))
    longer = pixels(paint_receipt(replace(RECEIPT, lines=(long_line,) * 3), WORDS["zh_TW"], 302))
    assert longer.shape[0] > paint_receipt(RECEIPT, WORDS["zh_TW"], 302).height()
    assert (longer[:, -10:] == 255).all()


def test_a_void_cannot_be_overlooked(qtbot: QtBot) -> None:
    """It adds a broad black bar."""

    def black_rows(image: QImage) -> int:
        return int(((pixels(image) < 64).mean(axis=1) > 0.5).sum())

    plain = black_rows(paint_receipt(RECEIPT, WORDS["zh_TW"], 302))
    assert black_rows(paint_receipt(replace(RECEIPT, voided=VOID), WORDS["zh_TW"], 302)) >= plain + 12


@pytest.mark.parametrize(("language", "family"), [("zh_TW", "tc"), ("zh_CN", "sc"), ("en", "tc")])
def test_the_pdf_has_the_language_s_fonts_inside(qtbot: QtBot, language: str, family: str) -> None:
    data = pdf_bytes(lay_out(RECEIPT, WORDS[language]), ROLL_80)
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    fonts = re.findall(rb"/BaseFont /([\w+-]+)", data)
    assert fonts
    assert data.count(b"/FontFile") == len(set(fonts))
    assert all(f"CJK{family}".encode() in font for font in fonts)


def test_the_pdf_is_one_page_80_mm_wide(qtbot: QtBot) -> None:
    data = pdf_bytes(lay_out(RECEIPT, WORDS["zh_TW"]), ROLL_80)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert len(boxes) == 1
    assert float(boxes[0][0]) / 72 * 25.4 == pytest.approx(80, abs=0.2)
    image = paint_receipt(RECEIPT, WORDS["zh_TW"], 1000)
    assert float(boxes[0][1]) / float(boxes[0][0]) == pytest.approx(image.height() / image.width(), rel=0.01)


def test_a_pdf_that_cannot_be_written_is_an_os_error(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(OSError):
        write_pdf(lay_out(RECEIPT, WORDS["en"]), ROLL_80, tmp_path / "taken" / "1.pdf")


def test_words_come_from_the_translation_of_the_language_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    for language, to_pay in (("zh_TW", "應收"), ("en", "")):
        text = TRANSLATION.format(language=language, to_pay=to_pay)
        (tmp_path / f"kiosk_{language}.ts").write_text(text, encoding="utf-8")
    words = receipt_words("zh_TW", "TWD", tmp_path)
    assert (words.to_pay, words.saved, words.currency) == ("應收", "Saved", "NT$")
    assert receipt_words("en", "CNY", tmp_path).to_pay == "To pay"
    with pytest.raises(FileNotFoundError):
        receipt_words("zh_CN", "TWD", tmp_path)
    with pytest.raises(ValueError):
        receipt_words("fr", "TWD", tmp_path)


@pytest.mark.parametrize("language", sorted(WORDS))
def test_the_product_s_own_words_are_complete(qtbot: QtBot, language: str) -> None:
    words = receipt_words(language, "TWD")
    assert "{number}" in words.number
    assert "{name}" in words.gift
    assert "{time}" in words.voided
    assert "{clerk}" in words.voided
    english = receipt_words("en", "TWD")
    same = [field.name for field in fields(words) if getattr(words, field.name) == getattr(english, field.name)]
    assert same == ["currency"] or language == "en"
    assert [code.text for code in zxingcpp.read_barcodes(pixels(paint_receipt(RECEIPT, words, 420)))] == [RECEIPT.txn]


SALE = SaleView(
    txn=RECEIPT.txn,
    receipt="收銀 2/1-000482",
    at=RECEIPT.at,
    clerk="林雅婷",
    amount=462_00,
    total=402_00,
    currency="TWD",
    lines=(AppliedLine("C1", "T1", LocalText("滿減", "满减", "Saver"), 60_00),),
    masked_name="陳*麗",
)
TERMINAL = TerminalInfo("D1", "收銀 2", "S02", RECEIPT.store, "Asia/Taipei", "TWD")


def test_a_sale_s_receipt_says_what_the_sale_says() -> None:
    receipt = receipt_of(SALE, TERMINAL)
    assert (receipt.amount, receipt.total, receipt.saved) == (462_00, 402_00, 60_00)
    assert (receipt.number, receipt.txn, receipt.member, receipt.unsent) == (SALE.receipt, SALE.txn, "陳*麗", True)
    assert receipt.voided is None
    voided = receipt_of(replace(SALE, voided_at=VOID.at, voided_by="周先生", sent=True), TERMINAL)
    assert (voided.voided, voided.unsent) == (VOID, False)


def test_files_are_named_by_the_receipt(qtbot: QtBot, tmp_path: Path) -> None:
    files = ReceiptFiles(tmp_path, write_text)
    pdf = files.save_pdf(SALE, TERMINAL, "zh_TW")
    text = files.save_text(replace(SALE, voided_at=VOID.at), TERMINAL, "en")
    assert (pdf.name, text.name) == ("收銀_2_1-000482.pdf", "收銀_2_1-000482-void.txt")
    assert pdf.read_bytes().startswith(b"%PDF-")
    said = text.read_text(encoding="utf-8")
    assert SALE.receipt in said
    assert SALE.txn not in said, "people read the number"
