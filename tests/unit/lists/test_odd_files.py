"""Files that no program should write and offices do: each as a person would read it."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest

from kiosk.adapters.lists.workbooks import read_workbook
from kiosk.domain.lists.book import Trouble, UnreadableList
from kiosk.domain.lists.columns import Column, match
from kiosk.domain.lists.guests import Why
from kiosk.domain.lists.no_guest import is_furniture, section
from kiosk.domain.lists.repair import Repair, phone
from kiosk.domain.lists.understand import understand
from tests.unit.lists.sheets import of_text, of_workbook, said, workbook

A, B, C = "+886912345678", "+886987654321", "+886955111222"


@pytest.mark.parametrize(
    ("written", "repairs"),
    [
        ("+886 (0)912-345-678", ()),
        ("0912.345.678", ()),
        ("0912/345/678", ()),
        ("0912_345_678", ()),
        ("0912~345~678", ()),
        ('="0912345678"', ()),
        ("0912\u200b345\u200b678", ()),
        ("0912345678(太太0987654321)", (Repair.FIRST_OF_SEVERAL,)),
        ("0912345678 0987654321", (Repair.FIRST_OF_SEVERAL,)),
        ("家:02-2345-6789 手機:0912345678", (Repair.FIRST_OF_SEVERAL,)),
        ("0912 345 678 (LINE同)", (Repair.WORDS,)),
        ("請打0912345678，謝謝", (Repair.WORDS,)),
    ],
)
def test_a_phone_among_signs_words_and_other_phones(written: str, repairs: tuple[Repair, ...]) -> None:
    assert phone(written, "TW")[:2] == (A, repairs)


def test_of_several_columns_of_phones_the_mobile_counts() -> None:
    read = of_text("姓名,公司電話,行動電話 Mobile*\n王明,02-2345-6789,0912345678\n陳真,0987654321,\n")
    assert [one.phone for one in read.guests] == [A, B]


def test_tables_as_headings_above_their_guests() -> None:
    read = of_text(
        "第一桌,,\n姓名,手機,備註\n王明,0912345678,\n陳真,0987654321,素\n第2桌（10人）,,\n李四,0955111222,\n"
    )
    assert said(read) == [
        ("王明", A, 0, "第一桌", False),
        ("陳真", B, 0, "第一桌", False),
        ("李四", C, 0, "第2桌", False),
    ]
    assert [(one.row, one.why) for one in read.left_out] == [(5, Why.REMARK)]


def test_tables_that_head_their_guests_and_names_that_do_not() -> None:
    tables = (
        "第一桌",
        "第 12 桌",
        "主桌",
        "Table 5",
        "TABLE No. 3",
        "【A桌】",
        "桌次：3",
        "貴賓桌",
        "十二桌",
        "第3桌 (10位)",
    )
    assert [one for one in tables if not section(one)] == []
    assert [one for one in ("王小桌", "桌上", "陳桌明", "Tablet Chen", "桌", "A-1", "王明") if section(one)] == []


def test_what_else_stands_on_a_page() -> None:
    page = ("以下空白", "（以下空白）", "第 1 頁，共 2 頁", "第三頁", "Page 2 of 2", "- 2 -", "製表人：林小姐",
            "列印日期:2026/11/30", "核准：",
            "來賓名單", "報名一覽表", "*** END OF LIST ***", "接下頁", "The end")  # fmt: skip
    assert [one for one in page if not is_furniture(one)] == []
    people = ("王明", "完顏洪烈", "Page Chen", "結城友奈", "續慧", "空明", "End Lin", "林列印", "白以下")
    assert [one for one in people if is_furniture(one)] == []


def test_rows_of_a_page_are_no_guests() -> None:
    read = of_text("春酒,\n姓名,手機\n王明,0912345678\n春酒,\n-----,\n,(以下空白)\n陳真,0987654321\n第 2 頁,\n")
    assert [one.name for one in read.guests] == ["王明", "陳真"]
    assert len(read.left_out) == 4


def test_lists_beside_each_other_under_the_same_headings() -> None:
    text = "序,姓名,手機,,序,姓名,手機\n1,王明,0912345678,,3,李四,0955111222\n2,陳真,0987654321,,,合計,3\n"
    read = of_text(text)
    assert [(one.name, one.phone) for one in read.guests] == [("王明", A), ("李四", C), ("陳真", B)]
    assert [one.why for one in read.left_out] == [Why.TOTAL]


def test_a_name_in_two_columns_is_one_list() -> None:
    read = of_text("姓名,手機,英文姓名\n王明,0912345678,Ming\n")
    assert [one.name for one in read.guests] == ["王明"]


@pytest.mark.parametrize(
    "answer", ["否", "不出席", "無法出席", "N", "No", "not attending", "婉拒", "can't make it", "✗", "不克參加"]
)
def test_who_says_that_they_do_not_come(answer: str) -> None:
    read = of_text(f"姓名,是否出席\n王明,{answer}\n陳真,是\n李四,\n林五,未定\n")
    assert [one.name for one in read.guests] == ["陳真", "李四", "林五"]
    assert [one.why for one in read.left_out] == [Why.CANCELLED]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("是否出席", Column.COMING),
        ("您是否會參加本次活動？", Column.COMING),
        ("出席與否", Column.COMING),
        ("參加意願", Column.COMING),
        ("RSVP", Column.COMING),
        ("Will you attend?", Column.COMING),
        ("是否參加抽獎", None),
        ("是否攜伴參加？", Column.PLUS_ONES),
        ("出席人數", Column.PARTY),
        ("携带人数", Column.PLUS_ONES),
        ("請問您的大名？", Column.NAME),
    ],
)
def test_headings_of_forms(heading: str, column: Column | None) -> None:
    found = match(heading)
    assert (found.column if found else None) is column


def test_marks_beside_a_name() -> None:
    read = of_text("姓名,手機\n王明(VIP),0912345678\n★陳真*,0987654321\n李四（素）,\n【貴賓】林五,\nVIP,\n")
    assert [(one.name, one.vip) for one in read.guests] == [
        ("王明", True), ("陳真", True), ("李四（素）", False), ("林五", True),
    ]  # fmt: skip
    assert [one.why for one in read.left_out] == [Why.REMARK]  # it heads a group, and nobody stands below it


def test_what_a_program_could_not_reckon_is_nothing() -> None:
    read = of_text("姓名,手機,桌次,備註\n王明,#N/A,#REF!,#VALUE!\n#N/A,#N/A,,\nNull,0987654321,NULL,nan\n")
    assert said(read) == [("王明", "", 0, "", False), ("Null", B, 0, "", False)]
    assert [one.note for one in read.guests] == ["", ""]
    assert [one.doubts for one in read.guests] == [(), ()]


def test_a_cover_sheet_with_a_sentence() -> None:
    people = [["姓名", "手機"], ["王明", "0912345678"]]
    read = of_workbook(("說明", [["本名單由行銷部提供，聯絡人：林小姐"], ["姓名請填真實姓名"]]), ("來賓", people))
    assert [one.name for one in read.guests] == ["王明"]
    assert read.sheets[0].why is Why.NO_HEADINGS


def test_cells_of_a_web_page_over_several_columns_and_rows() -> None:
    page = (
        "<html><table><tr><td colspan=3>名單</td></tr><tr><td rowspan=2>姓名</td><td colspan=2>聯絡</td></tr>"
        "<tr><td>手機</td><td>桌次</td></tr><tr><td>王明</td><td>0912345678</td><td rowspan=2>主桌</td></tr>"
        "<tr><td>陳真</td><td>0987654321</td></tr></table></html>"
    )
    assert said(of_text(page, "big5")) == [("王明", A, 0, "主桌", False), ("陳真", B, 0, "主桌", False)]


def test_the_one_file_xml_of_2003() -> None:
    def cells(*texts: str) -> str:
        return "<Row>" + "".join(f"<Cell><Data ss:Type='String'>{one}</Data></Cell>" for one in texts) + "</Row>"

    book = (
        "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>"
        "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='第3桌'><Table><Column/>"
        + cells("姓名", "備註", "手機")
        + "<Row ss:Index='4'><Cell><Data>王明</Data></Cell><Cell ss:Index='3'><Data>0912345678</Data></Cell></Row>"
        + "</Table></Worksheet></Workbook>"
    )
    read = of_text(book)
    assert said(read) == [("王明", A, 0, "第3桌", False)]
    assert read.guests[0].row == 4


def test_columns_drawn_with_spaces() -> None:
    read = of_text("姓名    手機          桌次\n王　明  0912345678    1\n陳真    0987654321    2\n")
    assert said(read) == [("王　明", A, 0, "1", False), ("陳真", B, 0, "2", False)]


def test_somebody_below_the_headings_is_no_second_row_of_them() -> None:
    read = of_text("姓名,等級,身份別\n王明,VIP,\n陳真,一般,貴賓\n李四,普通,媒體\n")
    assert [(one.name, one.vip) for one in read.guests] == [("王明", True), ("陳真", True), ("李四", False)]
    assert read.sheets[0].heading_row == 1


@pytest.mark.parametrize(
    "value", ["VIP", "門票", "主桌", "備註", "貴賓", "公司", "人數", "素食", "Table 3", "會員", "有", "手機"]
)
def test_whatever_the_first_guest_s_row_says_they_are_taken(value: str) -> None:
    for head in ("姓名,組", "姓名,手機,組", "Name,組,Email"):
        width = head.count(",")
        row = ["王明", *[""] * (width - 1), value] if width > 1 else ["王明", value]
        read = of_text(f"{head}\n{','.join(row)}\n陳真{',' * width}\n")
        assert [one.name for one in read.guests] == ["王明", "陳真"], head


def test_a_list_to_sign_with_one_column_that_we_know() -> None:
    read = of_text("尾牙簽到表,,,\n項次,編號,姓名,簽名\n1,A001,王明,\n2,A002,陳真,\n應到：2 人　實到：　人,,,\n")
    assert [one.name for one in read.guests] == ["王明", "陳真"]


def test_grown_ups_and_children_of_a_party() -> None:
    read = of_text("姓名,大人,小孩,兒童椅\n王明,2,1,1\n陳真,1,,\n李四,,,\n林五,2位,0,\n")
    assert [one.plus_ones for one in read.guests] == [2, 0, 0, 1]
    below = of_text("姓名,電話,人數,,桌次\n,,大人,小孩,\n王明,0912345678,2,1,3\n")
    assert said(below) == [("王明", A, 2, "3", False)]


def test_a_plan_of_tables() -> None:
    read = of_text("座位表,,\n第1桌,第2桌,主桌\n王明,陳真,李四（VIP）\n林五,,\n合計,1,1\n")
    assert [(one.name, one.table, one.vip) for one in read.guests] == [
        ("王明", "第1桌", False), ("陳真", "第2桌", False), ("李四", "主桌", True), ("林五", "第1桌", False),
    ]  # fmt: skip


def test_a_phone_behind_each_name_and_numbers_before() -> None:
    lines = "來賓名單\n1. 王明 0912345678\n2、陳真 手機：0987-654-321\n3) 李四\n"
    assert [(one.name, one.phone) for one in of_text(lines).guests] == [("王明", A), ("陳真", B), ("李四", "")]
    assert [(one.name, one.phone) for one in of_text("姓名/電話,桌\n王明(0912345678),1\n陳真,2\n").guests] == [
        ("王明", A),
        ("陳真", ""),
    ]


def test_departments_between_people() -> None:
    read = of_text("姓名,手機\n【業務部】,\n王明,0912345678\n[資訊部],\n陳真,0987654321\n")
    assert [one.name for one in read.guests] == ["王明", "陳真"]


@pytest.mark.parametrize("text", ["BEGIN:VCALENDAR\nSUMMARY:王明\nEND:VCALENDAR\n", '[{"姓名":"王明"}]', '{"a": 1}'])
def test_what_has_people_and_no_rows(text: str) -> None:
    with pytest.raises(UnreadableList) as refused:
        of_text(text)
    assert refused.value.trouble is Trouble.NOT_A_LIST


def test_damaged_workbooks_are_read_or_refused() -> None:
    whole = workbook(("s", [["姓名", "手機"], ["王明", "0912345678"]]))
    refused = 0
    for seed in range(80):
        chance = random.Random(seed)
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            damaged[chance.randrange(4, len(whole))] = chance.randrange(256)
        try:
            understand(read_workbook(bytes(damaged[: chance.choice((len(whole), chance.randrange(4, len(whole))))])))
        except UnreadableList:
            refused += 1
    assert refused > 40


def test_a_panic_of_the_library_is_a_damaged_workbook() -> None:
    head = struct.pack(
        "<16x5H6x9I109I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 2, 1, 0xFFFFFFFE, 0, 0, *[0xFFFFFFFF] * 108
    )
    with pytest.raises(UnreadableList) as refused:
        read_workbook(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + head)
    assert refused.value.trouble is Trouble.DAMAGED


def test_a_cell_at_the_end_of_the_world_takes_no_room() -> None:
    far = workbook(("s", [["姓名"], ["王明"], [*[None] * 16_383, "x"]]))
    assert [one.name for one in understand(read_workbook(far)).guests] == ["王明"]
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(far)) as old, zipfile.ZipFile(packed, "w") as new:
        for one in old.namelist():
            new.writestr(one, old.read(one).replace(b"XFD3", b"XFD1048576") if "sheet1" in one else old.read(one))
    with pytest.raises(UnreadableList) as refused:
        read_workbook(packed.getvalue())
    assert refused.value.trouble is Trouble.TOO_LARGE
