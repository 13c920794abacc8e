"""What becomes of the rows."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import pytest

from kiosk.adapters.lists.texts import read_text
from kiosk.adapters.lists.workbooks import read_workbook
from kiosk.domain.lists.book import Trouble, UnreadableList
from kiosk.domain.lists.entrants import Repeated, entrants
from kiosk.domain.lists.guests import Doubt, Why
from kiosk.domain.lists.understand import understand
from kiosk.domain.progress import Cancelled
from tests.unit.lists.sheets import Rows, of_text, of_workbook, said, workbook

A, B = "+886912345678", "+886987654321"


def test_a_table_for_many_is_written_once_in_merged_cells() -> None:
    rows: list[list[Any]] = [
        ["晚宴名單", None, None],
        ["桌次", "姓名", "手機"],
        ["主桌", "王明", "0912345678"],
        [None, "陳真", "0987654321"],
    ]
    rows += [["A-1", "Amy Lin", None], [None, "李四", None]]
    read = of_workbook(("名單", rows), merged=[(0, 0, 0, 2), (2, 0, 3, 0), (4, 0, 5, 0)])
    assert said(read) == [
        ("王明", A, 0, "主桌", False),
        ("陳真", B, 0, "主桌", False),
        ("Amy Lin", "", 0, "A-1", False),
        ("李四", "", 0, "A-1", False),
    ]
    assert read.sheets[0].heading_row == 2


def test_cells_that_are_only_empty_stay_empty() -> None:
    assert said(of_text("姓名,桌次\n王明,主桌\n陳真,\n"))[1][3] == ""


def test_headings_in_two_rows_without_merged_cells() -> None:
    read = of_text("活動報名表,,\n來賓,,同行\n姓名,手機,人數\n王明,0912345678,2\n")
    assert (said(read), read.sheets[0].heading_row) == ([("王明", A, 1, "", False)], 3)


@pytest.mark.parametrize("by_1904", [False, True])
def test_dates_and_numbers_of_either_calendar(by_1904: bool) -> None:
    rows: Rows = [["姓名", "手機", "備註"], ["王明", 912345678, dt.date(2026, 11, 29)]]
    read = of_workbook(("1", rows), date_1904=by_1904)
    assert (read.guests[0].phone, read.guests[0].note) == (A, "2026-11-29")


def test_formulas_give_what_was_saved_and_say_when_nothing_was() -> None:
    rows = [
        ["姓名", "手機", "備註"],
        ["王明", "0912345678", '=HYPERLINK("http://a.example","看")'],
        ["陳真", "0987654321", '=A2&"x"'],
    ]
    data = workbook(("1", rows))
    read = understand(read_workbook(data))
    assert [one.note for one in read.guests] == ["0", "0"]
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as new:
            for one in old.namelist():
                new.writestr(one, old.read(one).replace(b"<v>0</v>", b"<v></v>") if "sheet1" in one else old.read(one))
    read = understand(read_workbook(made.getvalue()))
    assert [one.note for one in read.guests] == ["看", ""]
    assert [one.doubts for one in read.guests] == [(), (Doubt.FORMULA_UNSAVED,)]


def test_a_hundred_columns_and_the_three_that_matter() -> None:
    heads = [f"欄位{n}" for n in range(100)]
    heads[40], heads[77], heads[99] = "手機", "姓名", "桌次"
    row = [f"x{n}" for n in range(100)]
    row[40], row[77], row[99] = "912345678", "王明", "12"
    read = of_text("\t".join(heads) + "\n" + "\t".join(row) + "\n", "utf-16")
    assert said(read) == [("王明", A, 0, "12", False)]
    assert len(read.sheets[0].unused) == 97


def test_sheets_that_are_no_lists_are_left_out_and_say_why() -> None:
    people = [["姓名", "手機"], ["王明", "0912345678"]]
    read = of_workbook(("名單", people), ("樞紐", [["不要匯入"]]), ("空", []))
    assert [(one.name, one.why, one.taken) for one in read.sheets] == [
        ("名單", None, 1),
        ("樞紐", Why.NO_HEADINGS, 0),
        ("空", Why.EMPTY_SHEET, 0),
    ]


def test_a_sheet_a_table() -> None:
    rows = [["姓名", "手機"], ["王明", "0912345678"]]
    read = of_workbook(("第1桌", rows), ("第2桌", [["姓名", "手機"], ["陳真", "0987654321"]]), ("Sheet3", rows))
    assert [one.table for one in read.guests] == ["第1桌", "第2桌"]
    assert read.left_out[0].of_sheet == "第1桌"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("合計,,12", Why.TOTAL),
        ("Total,,3", Why.TOTAL),
        ("姓名,手機,人數", Why.HEADING_AGAIN),
        ("※請於六點前入場,,", Why.REMARK),
        (",,2", Why.NOBODY),
        (" 王 明 ,+886-912345678,1", Why.DUPLICATE),
    ],
)
def test_rows_that_are_no_guests(row: str, why: Why) -> None:
    read = of_text(f"姓名,手機,人數\n王明,0912345678,1\n{row}\n陳真,0987654321,1\n")
    assert [one.name for one in read.guests] == ["王明", "陳真"]
    assert [(one.row, one.why) for one in read.left_out] == [(3, why)]


def test_who_cancelled_does_not_come() -> None:
    read = of_text("姓名,手機,狀態\n王明,0912345678,已付款\n陳真,0987654321,已取消\n")
    assert [one.why for one in read.left_out] == [Why.CANCELLED]


def test_two_who_share_a_phone_are_kept_and_doubted() -> None:
    read = of_text("姓名,手機\n王明,0912345678\n王太太,0912345678\n陳真,0987654321\n")
    assert [one.doubts for one in read.guests] == [(Doubt.PHONE_SHARED,), (Doubt.PHONE_SHARED,), ()]


def test_two_of_one_name_with_nothing_else_are_kept_and_doubted() -> None:
    assert of_text("姓名\n王明\n王明\n").doubts()[Doubt.NAME_SHARED] == 2


def test_the_first_row_gets_what_only_the_second_says() -> None:
    read = of_text("姓名,手機,桌次,備註\n王明,0912345678,,\n王明,0912345678,主桌,VIP\n")
    assert said(read) == [("王明", A, 0, "主桌", True)]


def test_phones_that_are_none_are_said_and_the_guest_is_kept() -> None:
    read = of_text("姓名,手機\n王明,1234\n陳真,9.87E+08\n")
    assert [one.doubts for one in read.guests] == [(Doubt.PHONE_UNREADABLE,), (Doubt.PHONE_LOST,)]


def test_a_name_in_the_column_of_phones() -> None:
    assert said(of_text("姓名,手機\n0912345678,王明\n陳真,0987654321\n"))[0][:2] == ("王明", A)


def test_names_in_two_columns() -> None:
    assert [one.name for one in of_text("姓,名,手機\n王,小明,0912345678\nLin,Amy,\n").guests] == ["王小明", "Amy Lin"]


def test_a_list_without_headings_is_told_by_what_it_holds() -> None:
    read = of_text("1,王明,0912345678\n2,陳真,0987654321\n")
    assert said(read) == [("王明", A, 0, "", False), ("陳真", B, 0, "", False)]
    assert read.sheets[0].heading_row == 0


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"  \n", Trouble.EMPTY),
        (b"PK\x03\x04 no workbook", Trouble.DAMAGED),
        (bytes(range(256)) * 20, Trouble.NOT_A_LIST),
        ("商品,數量\n蘋果,3\n".encode(), Trouble.NO_NAMES),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, trouble: Trouble) -> None:
    with pytest.raises(UnreadableList) as refused:
        understand(read_workbook(data) if data.startswith(b"PK") else read_text(data))
    assert refused.value.trouble is trouble


def test_a_quotation_mark_that_nobody_closed_swallows_nothing() -> None:
    rows = "".join(f"客{n},09{n:08d}\n" for n in range(60))
    read = of_text(f'姓名,手機\n"王明,0912345678\n{rows}')
    assert len(read.guests) == 61


def test_a_web_page_that_calls_itself_a_workbook() -> None:
    page = "<html><table><tr><th>姓名</th><th>手機</th></tr><tr><td>王明</td><td>0912345678</td></tr></table></html>"
    read = of_text(page, "big5")
    assert (said(read), read.kind, read.encoding) == ([("王明", A, 0, "", False)], "html", "big5")


def test_the_person_may_stop_it() -> None:
    rows = "姓名\n" + "\n".join(f"客{n}" for n in range(2000))
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        told.append((done, total))
        return len(told) < 3

    with pytest.raises(Cancelled):
        understand(read_text(rows.encode()), progress=stop)
    assert told == [(500, 2001), (1000, 2001), (1500, 2001)]


def test_entrants_of_a_draw_and_what_a_repeated_row_means() -> None:
    read = of_text("姓名,手機,抽獎券\n王明,0912345678,2\n陳真,0987654321,\n王明,0912345678,3\n李四,,0\n")
    once = entrants(read)
    assert [(one.name, one.phone, one.tickets) for one in once] == [("王明", A, 2), ("陳真", B, 1)]
    assert [one.tickets for one in entrants(read, Repeated.ADD)] == [5, 1]
    assert [one.why for one in read.left_out] == [Why.DUPLICATE, Why.NO_TICKETS]


def test_eventbrites_report_of_attendees() -> None:
    text = (
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,"
        "Currency,Total Paid,Attendee Status,Barcode #,Buyer First Name,Buyer Last Name,Cell Phone,Company,Guest List\n"
        "991,2026-09-01,Amy,Lin,a@example.org,1,,VIP,2360209833,,Free Order,TWD,0,Attending,"
        "99123604,Bob,Wu,0912345678,Acme,\n"
        "992,2026-09-01,小明,王,b@example.org,1,,General,2360209834,,Free Order,TWD,0,Checked In,99123605,小明,王,,,\n"
        "993,2026-09-01,Cy,Ho,c@example.org,1,,General,2360209835,,Free Order,TWD,0,Not Attending,99123606,Cy,Ho,,,\n"
        "994,2026-09-01,Di,Xu,d@example.org,1,,General,2360209836,,Free Order,TWD,0,Deleted,99123607,Di,Xu,,,\n"
    )
    read = of_text(text)
    assert said(read) == [("Amy Lin", A, 0, "", True), ("王小明", "", 0, "", False)]
    assert [(one.code, one.email, one.company) for one in read.guests] == [
        ("99123604", "a@example.org", "Acme"),
        ("99123605", "b@example.org", ""),
    ]
    assert [one.why for one in read.left_out] == [Why.CANCELLED, Why.CANCELLED]


def test_indicos_list_of_registrants() -> None:
    text = (
        "ID,Name,First Name,Last Name,Affiliation,Position,Address,Phone Number,Country,Email Address,"
        "Registration date,Registration state,Price,Checked in,Tags\n"
        "1,Amy Lin,Amy,Lin,NTU,Professor,,+886 912 345 678,Taiwan,a@example.org,2026-09-01,Completed,0,False,VIP\n"
        "2,陳真,真,陳,,,,,Taiwan,b@example.org,2026-09-01,Pending,0,False,\n"
        "3,李四,四,李,,,,,Taiwan,c@example.org,2026-09-01,Withdrawn,0,False,\n"
        "4,吳五,五,吳,,,,,Taiwan,d@example.org,2026-09-01,Rejected,0,False,\n"
    )
    read = of_text(text)
    assert said(read) == [("Amy Lin", A, 0, "", True), ("陳真", "", 0, "", False)]
    assert read.guests[0].company == "NTU"
    assert [one.why for one in read.left_out] == [Why.CANCELLED, Why.CANCELLED]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "gb18030"])
def test_a_hundred_columns_of_which_few_are_wanted(encoding: str) -> None:
    heads = [f"問卷第{number}題" for number in range(98)]
    heads[40:40], heads[70:70] = ["姓名"], ["手機"]
    row = [f"答{number % 7}" for number in range(98)]
    row[40:40], row[70:70] = ["王小明"], ["0912345678"]
    read = of_text("\n".join(",".join(cells) for cells in (heads, row)) + "\n", encoding)
    assert said(read) == [("王小明", A, 0, "", False)]
    assert len(read.sheets[0].unused) == 98
