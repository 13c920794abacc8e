"""Documents as plain text: never wider than asked, nothing lost, nothing in it that a terminal would obey."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.printing.columns import cleaned, width
from kiosk.adapters.printing.plain_text import flat, plain_text
from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Barcode,
    Column,
    Document,
    DocumentKind,
    Field,
    Keep,
    PageBreak,
    Pair,
    Picture,
    Qr,
    Rule,
    Side,
    Space,
    Table,
    Text,
    Ticks,
)
from tests.shared.printing.documents import DOCUMENTS

SLIP = """\
           信義旗艦店
********************************
         副本 2 Copy 2
********************************
會員                       陳*麗
--------------------------------
商品                 數量   金額
--------------------------------
護手霜                  2     80
非常長的名字，一定      1     99
要換行的商品
--------------------------------
        出示此碼 Scan me
           ABCD-1234

姓名                          ＿
簽名 ___________________________
證件號碼
[A][1][ ][ ][ ][ ][ ][ ][ ][ ]
同意？
[ ] 是
[ ] 否，我要再想一想，之後再回來
    告訴你們
- - - - - - - - - - - - - - - -
                          IMG123
          store front
================================
"""


def test_every_block_has_its_lines() -> None:
    columns = (Column("商品", 3), Column("數量", 1, count=True), Column("金額", 1, align=Align.RIGHT))
    rows = (("護手霜", "2", "80"), ("非常長的名字，一定要換行的商品", "1", "99"))
    blocks: tuple[AnyBlock, ...] = (
        Text("信義旗艦店", align=Align.CENTRE),
        Text("副本 2 Copy 2", inverse=True, align=Align.CENTRE),
        Pair("會員", "陳*麗"),
        Rule(),
        Table(columns, rows),
        Rule(),
        Qr("KC1:ABCD", "出示此碼 Scan me", readable="ABCD-1234"),
        Space(4),
        Side((Field("姓名", value="＿"),), (Field("簽名"),)),
        Field("證件號碼", boxes=10, value="A1"),
        Ticks("同意？", ("是", "否，我要再想一想，之後再回來告訴你們")),
        Rule(torn=True),
        Keep((Barcode("IMG123", align=Align.RIGHT),)),
        Picture(b"", 20, words="store front"),
        PageBreak(),
    )
    assert plain_text(Document(DocumentKind.RECEIPT, "zh_TW", "", blocks), 32) == SLIP


@given(DOCUMENTS, st.integers(16, 60))
def test_never_wider_than_asked_and_nothing_is_lost(document: Document, columns: int) -> None:
    text = plain_text(document, columns)
    assert all(width(line) <= columns for line in text.splitlines())
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in text.replace("\n", ""))
    said = "".join(text.split())
    for block in flat(document.blocks):
        for wanted in words(block):
            assert "".join(cleaned(wanted).split()) in said


def words(block: AnyBlock) -> tuple[str, ...]:
    match block:
        case Text():
            return (block.text,)
        case Pair():
            return block.left, block.right
        case Qr():
            return block.caption, block.readable or block.code
        case Barcode():
            return (block.code,)
        case Field():
            return (block.label,)
        case Ticks():
            return (block.label,)
        case _:
            return ()


def test_lines_of_a_message_stay_lines() -> None:
    document = Document(DocumentKind.GREETING_CARD, "en", "", (Text("Dear Ann,\nall the best\r\n\r\nBo"),))
    assert plain_text(document, 32) == "Dear Ann,\nall the best\nBo\n"


def test_too_narrow_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="16"):
        plain_text(Document(DocumentKind.RECEIPT, "en", "", ()), 15)
