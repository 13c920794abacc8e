"""Sums below a list and names that are marked as cancelled, as offices write them; and guests who only look so."""

from __future__ import annotations

import pytest

from kiosk.domain.lists.guests import Why
from kiosk.domain.lists.no_guest import is_cancelled, is_total
from tests.unit.lists.sheets import of_text

TOTALS = (
    "合計", "總計", "总计", "小計", "小计", "總數", "总数", "共計", "總共", "总人数", "合計：", "合計:8",
    "合計（8位）", "人數合計", "男賓小計", "來賓總數", "合計8桌", "合計　8　位", "合計三十位", "合計人數：",
    "共8位", "共 120 人", "Total", "total:", "TOTAL 8", "Total:8", "Subtotal", "Sub-total", "Grand total",
    "Sum", "sum: 8", "Total guests", "Total (8)", "Totals", "Ｔｏｔａｌ", "Total number of guests: 8",
)  # fmt: skip
GUESTS = (
    "王明", "合田", "共田", "計小明", "总统先生", "Sum Ka Yee", "Total Energies", "Totti", "Sumi", "Amy Lin",
    "Grand Chen", "Total Wine Co", "小計畫", "8", "Summer",
)  # fmt: skip
CANCELLED = (
    "溫心怡（取消）", "溫心怡(取消)", "溫心怡 (已取消)", "【取消】溫心怡", "温心怡［取消］", "溫心怡〔退票〕",
    "溫心怡（不克出席）", "溫心怡（不克參加", "温心怡（不来了）", "温心怡(无法出席)", "溫心怡（臨時取消）",
    "溫心怡（11/28 取消）", "溫心怡（取消報名）", "溫心怡（請假）", "溫心怡（婉拒）", "溫心怡「取消」",
    "溫心怡（VIP）（取消）", "Amy Lin (cancelled)", "Amy Lin [Canceled]", "Amy Lin (CXL)",
    "(cancelled) Amy Lin", "Amy Lin (not coming)", "Amy Lin (can’t come)", "Amy Lin (cancelled by phone)",
    "Amy Lin (withdrawn)", "Amy Lin {declined}", "Amy Lin (cancelled on 11/28)", "Amy Lin <cancelled>",
    "Amy Lin (no longer attending)", "Amy Lin (unable to attend)",
)  # fmt: skip
COMING = (
    "溫心怡", "溫心怡（素食）", "溫心怡（未取消）", "溫心怡（取消素食）", "溫心怡（VIP）", "溫心怡（Amy）",
    "溫心怡（會來）", "溫心怡（不吃牛）", "溫心怡（改期）", "取消", "Amy Lin (not cancelled)",
    "Amy Lin (vegetarian)", "Amy (Void Studio)", "Amy Lin (coming)", "Amy Lin (no fish)", "Regret Chen",
    "Amy Lin ()", "Amy (", "Amy Lin (not coming alone)",
)  # fmt: skip


def test_sums_and_guests_who_are_none() -> None:
    assert [one for one in TOTALS if not is_total(one)] == []
    assert [one for one in GUESTS if is_total(one)] == []


def test_marks_of_cancelling_and_others() -> None:
    assert [one for one in CANCELLED if not is_cancelled(one)] == []
    assert [one for one in COMING if is_cancelled(one)] == []


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("合計,8 位,6,", Why.TOTAL),
        ("7,合計,8 位,6", Why.TOTAL),
        ("Total,8 guests,6,", Why.TOTAL),
        ("總計,NT$12000,,", Why.TOTAL),
        ("溫心怡（取消）,0955000111,1,", Why.CANCELLED),
        ("【已取消】溫心怡,,,", Why.CANCELLED),
    ],
)
def test_rows_are_left_out_with_the_reason(row: str, why: Why) -> None:
    read = of_text(f"姓名,手機,攜伴,桌次\n王明,0912345678,1,\n{row}\n")
    if row.startswith("7"):
        read = of_text(f"編號,姓名,手機,攜伴\n1,王明,0912345678,1\n{row}\n")
    assert [one.name for one in read.guests] == ["王明"]
    assert [(one.row, one.why) for one in read.left_out] == [(3, why)]


def test_who_has_a_phone_a_ticket_or_an_address_is_somebody_whatever_their_name() -> None:
    read = of_text("姓名,手機,電子郵件,票號\n合計,0912345678,,\nTotal,,sum@example.org,\nSum,,,AB12\n")
    assert [one.name for one in read.guests] == ["合計", "Total", "Sum"]


def test_a_mark_stands_in_either_of_two_columns_of_a_name() -> None:
    read = of_text("姓,名,手機\n溫,心怡（取消）,0912345678\n王,明,0987654321\n")
    assert ([one.name for one in read.guests], read.reasons()) == (["王明"], {Why.CANCELLED: 1})
