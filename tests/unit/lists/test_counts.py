"""How many come along, as people write it; and what a column of ticks says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.lists.counts import beside, count, yes

ALONG = {
    0: ("", "無", "no", "-", "/", "0", "本人", "只有本人",
        "自己", "不克攜伴", "不帶", "無攜伴", "no guest", "just me", "0位", "N/A"),
    1: ("有", "+1", "攜眷", "攜伴一名", "夫妻", "與太太", "帶太太", "夫人",
        "1人陪同", "含眷屬1人", "攜伴1位(素食)", "○", "with wife",
        "spouse", "+1 guest", "本人及太太", "夫妻2人", "一個朋友", "bringing my husband"),
    2: ("帶2位", "携2人", "＋２", "②", "二位", "兩位", "貳位", "攜家眷2人",
        "2 kids", "2.0", "太太、小孩1位", "帶太太和1個小孩"),
    3: ("2大1小", "兩位大人一位小孩", "一家四口", "family of 4", "夫妻帶2小孩", "３"),
    12: ("十二位", "12 guests"),
    20: ("廿位", "二十"),
}  # fmt: skip
IN_ALL = {
    0: ("本人", "1", "1位", "只有我", "無", ""),
    1: ("2", "2位", "夫妻", "夫妻2人", "本人+1", "本人及太太", "含本人2位", "+1", "me and my wife"),
    2: ("3人", "2大1小", "帶2位"),
    3: ("一家四口", "全家共4人", "family of 4"),
}
NO_COUNT = ("待定", "ok?", "3-4位", "1/2", "很多", "全家", "½", "1.5", "some", "２位？", "A2", "999999999999", "x2y")
TICKED = (
    "✓", "✔️", "☑️", "√", "是", "Y", "yes", "TRUE", "t", "V ", "v", "1", "●",
    "★", "★★", "◎", "■", "👍", "對", "是。", "貴", "上賓", "2",
)  # fmt: skip
NOT_TICKED = (
    "",
    "否",
    "N",
    "0",
    "無",
    "☐",
    "□",
    "✗",
    "✘",
    "❌",
    "-",
    "—",
    "/",
    "FALSE",
    "f",
    "普通來賓",
    "非",
    "△",
    "?",
)


def test_counts_of_those_who_come_along() -> None:
    for number, texts in ALONG.items():
        assert {text: beside(text, party=False) for text in texts} == dict.fromkeys(texts, number)
    for number, texts in IN_ALL.items():
        assert {text: beside(text, party=True) for text in texts} == dict.fromkeys(texts, number)
    assert [text for text in NO_COUNT if count(text) is not None] == []


def test_ticks() -> None:
    assert [one for one in TICKED if not yes(one)] == []
    assert [one for one in NOT_TICKED if yes(one)] == []


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return f"{digits[tens] if tens > 1 else ''}{'十' if tens else ''}{digits[ones] if ones or not tens else ''}"


@settings(max_examples=200)
@given(
    number=st.integers(0, 99),
    front=st.sampled_from(["", "帶", "攜", "共", "+", "with ", "另帶"]),
    written=st.sampled_from([str, _chinese, lambda n: f" {n} ", lambda n: f"{n}.0"]),
    behind=st.sampled_from(["", "位", "人", "名", "位朋友", "個小孩", " guests", "位（素）"]),
)
def test_any_number_with_any_words_about_it(
    number: int, front: str, written: Callable[[int], str], behind: str
) -> None:
    assert beside(f"{front}{written(number)}{behind}", party=False) == number


@pytest.mark.parametrize("party", [False, True])
@settings(max_examples=200)
@given(text=st.text("帶攜眷伴位人兩二十3 1大小夫妻本人太全家無不+/、-(（x&", max_size=12))
def test_whatever_is_written_is_a_number_of_people_or_none(party: bool, text: str) -> None:
    read = beside(text, party=party)
    assert read is None or read >= 0 or text.strip().startswith("-")
