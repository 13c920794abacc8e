"""Which column is which."""

from __future__ import annotations

import pytest

from kiosk.domain.lists.columns import Column, match


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("姓名", Column.NAME),
        ("請填寫您的姓名", Column.NAME),
        ("Name 姓名", Column.NAME),
        ("Attendee name", Column.NAME),
        ("參加者姓名*", Column.NAME),
        ("手機", Column.PHONE),
        ("手机号码（必填）", Column.PHONE),
        ("聯絡人電話", Column.PHONE),
        ("電話 Tel", Column.PHONE),
        ("Mobile No.", Column.PHONE),
        ("Telefonnummer", Column.PHONE),
        ("攜伴人數", Column.PLUS_ONES),
        ("人數(不含本人)", Column.PLUS_ONES),
        ("攜伴人數（含本人）", Column.PARTY),
        ("人数", Column.PARTY),
        ("Party size", Column.PARTY),
        ("桌次", Column.TABLE),
        ("桌號/座位", Column.TABLE),
        ("Seat name", Column.TABLE),
        ("VIP?", Column.VIP),
        ("是否為VIP", Column.VIP),
        ("身分", Column.TAGS),
        ("票种", Column.TICKET),
        ("Ticket Type", Column.TICKET),
        ("秘密", Column.CODE),
        ("Barcode #", Column.CODE),
        ("抽獎券張數", Column.TICKETS),
        ("備註(素食/葷食)", Column.NOTE),
        ("公司/單位", Column.COMPANY),
        ("First Name", Column.GIVEN),
        ("姓", Column.FAMILY),
        ("Attendee Status", Column.STATUS),
        ("會員編號", Column.MEMBER),
        # of somebody else, or of something else
        ("緊急聯絡人電話", None),
        ("推薦人姓名", None),
        ("承辦人", None),
        ("活動名稱", None),
        ("攜伴姓名", Column.COMPANIONS),
        ("推薦人電話", None),
        ("Partner Last Name", None),
        ("Phone 1 - Label", None),
        ("國碼", Column.COUNTRY),
        ("外部客戶ID", None),
        ("發票號碼", None),
        ("報名日期", None),
        ("編號", None),
        ("", None),
        ("x" * 500, None),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str, column: Column | None) -> None:
    found = match(heading)
    assert (found.column if found else None) is column
