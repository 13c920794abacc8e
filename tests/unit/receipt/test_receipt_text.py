"""Receipts as text: never wider than the paper, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.printing.columns import width
from kiosk.adapters.printing.receipt_text import COLUMNS_58_MM, COLUMNS_80_MM, render_text, write_text
from kiosk.domain.documents.cleaning import clean
from kiosk.domain.documents.receipt import ReceiptLine, lay_out
from kiosk.domain.texts import LocalText
from tests.unit.receipt.samples import RECEIPT, VOID, WORDS

ON_58_MM = """\
           信義旗艦店
2026-09-22 14:26          收銀 2
收據收銀 2-1000482
經手人                    林雅婷
會員                       陳*麗
--------------------------------
商品金額                  NT$462
金卡會員日 95 折          -NT$23
滿 400 減 60              -NT$60
試用裝一份            贈：護手霜
--------------------------------
應收                      NT$379
已省                       NT$83
--------------------------------
   已記錄在本機，稍後上傳總部
       謝謝光臨，歡迎再來
"""


def test_on_58_mm_paper() -> None:
    assert render_text(RECEIPT, WORDS["zh_TW"]) == ON_58_MM


@pytest.mark.parametrize("columns", [COLUMNS_58_MM, COLUMNS_80_MM])
@pytest.mark.parametrize("language", sorted(WORDS))
def test_every_language_says_everything(language: str, columns: int) -> None:
    words = WORDS[language]
    text = render_text(replace(RECEIPT, voided=VOID), words, columns)
    flat = "".join(text.split())
    for said in (
        RECEIPT.store.get(language),
        "2026-09-22 14:26",
        RECEIPT.number,
        RECEIPT.clerk,
        "陳*麗",
        words.unsent,
        words.voided.format(time="2026-09-22 14:30", clerk="周先生"),
        "NT$379",
        "NT$83",
        *(line.name.get(language) for line in RECEIPT.lines),
    ):
        assert "".join(said.split()) in flat


def test_a_sent_sale_without_discount_says_no_more_than_that() -> None:
    words = WORDS["en"]
    text = render_text(replace(RECEIPT, unsent=False, lines=(), total=RECEIPT.amount, member=None), words)
    assert words.unsent[:10] not in text
    assert words.saved not in text
    assert words.member not in text


def test_time_is_the_store_s() -> None:
    assert "2026-09-22 02:26" in render_text(replace(RECEIPT, zone="America/New_York"), WORDS["en"])


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("陳*麗", 5), ("ｱｲ", 2), ("ＡＢ", 4), ("e\u0301", 1), ("·", 2), ("", 0)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_punctuation_does_not_begin_a_line() -> None:
    long_name = replace(RECEIPT, store=LocalText("一二三四五六七八九十一二三四五六。完", "", ""))
    first, second = render_text(long_name, WORDS["zh_TW"]).splitlines()[:2]
    assert first.strip().endswith("五")
    assert second.strip() == "六。完"


WRITING = st.text(
    st.one_of(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), st.sampled_from("券滿減，。() ab")),
    max_size=60,
)


@given(WRITING, WRITING, st.integers(-(10**12), 10**12), st.integers(16, 60))
def test_nothing_is_wider_than_the_paper_and_nothing_is_lost(store: str, name: str, off: int, columns: int) -> None:
    receipt = replace(
        RECEIPT,
        store=LocalText(store, store, store),
        lines=(ReceiptLine(LocalText(name, name, name), off), ReceiptLine(RECEIPT.store, 0, LocalText("", "", name))),
    )
    text = render_text(receipt, WORDS["en"], columns)
    assert max(map(width, text.splitlines())) <= columns
    flat = "".join(text.split())
    # what nobody sees is on no paper
    assert "".join(clean(store).split()) in flat
    assert "".join(clean(name).split()) in flat


@pytest.mark.parametrize("language", sorted(WORDS))
def test_it_says_what_every_other_paper_of_it_says(language: str) -> None:
    receipt = replace(RECEIPT, voided=VOID, returned=5_000, rewards=(LocalText("一", "一", "one"),))
    document = lay_out(receipt, WORDS[language])
    text = render_text(receipt, WORDS[language], 80)
    for block in document.blocks:
        for said in (getattr(block, name, "") for name in ("text", "left", "right")):
            assert said in text
    assert receipt.code not in text


def test_no_whole_phone_number_is_on_it() -> None:
    assert "0912345678" not in render_text(replace(RECEIPT, member="0912345678"), WORDS["en"])


def test_too_narrow_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="16"):
        render_text(RECEIPT, WORDS["en"], 15)


def test_written_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "receipts" / "1.txt"
    write_text(RECEIPT, WORDS["zh_TW"], path)
    assert path.read_bytes().decode() == ON_58_MM
