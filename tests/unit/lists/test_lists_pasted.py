"""Lists that were pasted, exported or drawn by hand, each beside what a person reads in it."""

from __future__ import annotations

import pytest

from tests.unit.lists.sheets import A, B, C, Case, Rows, g, hold, of_workbook, said

LISTS: dict[str, Case] = {
    "vcards pasted": Case(
        "BEGIN:VCARD\n"
        "VERSION:3.0\n"
        "N:王;小明;;;\n"
        "FN:王小明\n"
        "ORG:某某科技\n"
        "TEL;TYPE=CELL:0912-345-678\n"
        "EMAIL:a@x.tw\n"
        "END:VCARD\n"
        "BEGIN:VCARD\n"
        "VERSION:3.0\n"
        "N:Lin;Amy;;;\n"
        "FN:Amy Lin\n"
        "TEL;TYPE=WORK,VOICE:02-2712-3456\n"
        "TEL;TYPE=CELL,VOICE:+886 987 654 321\n"
        "END:VCARD\n",
        [g("王小明", A), g("Amy Lin", B)],
        also={"company": ["某某科技", ""]},
    ),
    "vcards 2.1 quoted printable": Case(
        "BEGIN:VCARD\r\n"
        "VERSION:2.1\r\n"
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E6=98=8E;;;\r\n"
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=E6=98=8E\r\n"
        "TEL;CELL:0912345678\r\n"
        "END:VCARD\r\n"
        "BEGIN:VCARD\r\n"
        "VERSION:2.1\r\n"
        "N:Wu;Bob\r\n"
        "FN:Bob Wu\r\n"
        "TEL;CELL;PREF:0987654321\r\n"
        "END:VCARD\r\n",
        [g("王明", A), g("Bob Wu", B)],
    ),
    "web page as xls of Excel": Case(
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:e'
        'xcel" xmlns="http://www.w3.org/TR/REC-html40">\n'
        '<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Ex'
        "cel.Sheet>\n"
        '<style>td{mso-number-format:"\\@";}</style></head><body><table border=1>\n'
        "<tr><td colspan=4 style='font-size:18pt'>2026 VIP 之夜 報名名單</td></tr>\n"
        "<tr><th>姓名</th><th>手機</th><th>攜伴<br>人數</th><th>備註</th></tr>\n"
        "<tr><td>王明</td><td x:str>0912345678</td><td x:num>1</td><td>&nbsp;</td></tr>\n"
        "<tr><td>陳&nbsp;真</td><td>0987-654-321</td><td></td><td>素食<br>輪椅</td></tr>\n"
        "<tr><td>合計</td><td></td><td x:num>1</td><td></td></tr></table></body></html>",
        [g("王明", A, 1), g("陳 真", B)],
    ),
    "Numbers": Case(
        "Table 1\n姓名,手機,攜伴,桌次\n王明,0912345678,1,3\n陳真,0987654321,0,4\n,,,\n",
        [g("王明", A, 1, "3"), g("陳真", B, 0, "4")],
    ),
    "Google contacts": Case(
        "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name P"
        "refix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Bir"
        "thday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 "
        "- Label,Phone 2 - Value\n"
        "Amy,,Lin,,,,,,,,X Co,,,,wheelchair,,* myContacts,* ,a@x.tw,Mobile,+886 912 345 678,Work,02 2712 3456\n"
        "小明,,王,,,,,,,,,,,,,,* myContacts,,,Mobile,0987654321,,\n",
        [g("Amy Lin", A), g("王小明", B)],
        also={"email": ["a@x.tw", ""], "company": ["X Co", ""]},
    ),
    "Outlook contacts": Case(
        '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Busines'
        's Street","Business Fax","Business Phone","Home Phone","Mobile Phone","E-mail Address","Notes"\n'
        '"","Amy","","Lin","","X Co","","","","02-27123457","02-27123456","","0912345678","a@x.tw",""\n'
        '"","Bob","","Wu","","","","","","","","","0987654321","b@x.tw","vegan"\n',
        [g("Amy Lin", A), g("Bob Wu", B)],
        also={"company": ["X Co", ""], "note": ["", "vegan"]},
    ),
    "subtotals by table": Case(
        "桌次,姓名,手機,人數\n"
        "1,王明,0912345678,2\n"
        "1,陳真,0987654321,1\n"
        "小計,,,3\n"
        "2,李四,0922333444,4\n"
        "小計,,,4\n"
        "總計,,,7\n",
        [g("王明", A, 1, "1"), g("陳真", B, 0, "1"), g("李四", C, 3, "2")],
    ),
    "VIP as a row above": Case(
        "姓名,手機\nVIP貴賓,\n王明,0912345678\n陳真,0987654321\n一般來賓,\n李四,0922333444\n",
        [g("王明", A, 0, "", True), g("陳真", B, 0, "", True), g("李四", C)],
    ),
    "who comes along in words": Case(
        "姓名,手機,攜伴\n"
        "王一,0912345601,帶老婆和兩個小孩\n"
        "王二,0912345602,with wife and 2 kids\n"
        "王三,0912345603,一個人\n"
        "王四,0912345604,單獨\n"
        "王五,0912345605,兩大一小\n"
        "王六,0912345606,連同太太\n"
        "王七,0912345607,携一名家属\n"
        "王八,0912345608,plus one\n"
        "王九,0912345609,無攜伴\n"
        "王十,0912345610,本人+1\n"
        "王甲,0912345611,我跟我先生\n"
        "王乙,0912345612,just me\n"
        "王丙,0912345613,不帶\n",
        [
            g("王一", "+886912345601", 3),
            g("王二", "+886912345602", 3),
            g("王三", "+886912345603", 1),
            g("王四", "+886912345604"),
            g("王五", "+886912345605", 3),
            g("王六", "+886912345606", 1),
            g("王七", "+886912345607", 1),
            g("王八", "+886912345608", 1),
            g("王九", "+886912345609"),
            g("王十", "+886912345610", 1),
            g("王甲", "+886912345611", 1),
            g("王乙", "+886912345612"),
            g("王丙", "+886912345613"),
        ],
    ),
    "phones of three places, home Macau": Case(
        "姓名,電話\n"
        "何一,66123456\n"
        "何二,+852 9123 4567\n"
        "何三,00853-6612-3457\n"
        "何四,(852)91234568\n"
        "何五,13812345678\n"
        "何六,86-13812345679\n"
        "何七,0086 138 1234 5670\n"
        "何八,+853 2833 1234\n"
        "何九,853 66123458\n",
        [
            g("何一", "+85366123456"),
            g("何二", "+85291234567"),
            g("何三", "+85366123457"),
            g("何四", "+85291234568"),
            g("何五", "+8613812345678"),
            g("何六", "+8613812345679"),
            g("何七", "+8613812345670"),
            g("何八", "+85328331234"),
            g("何九", "+85366123458"),
        ],
        home="MO",
    ),
    "country code in its own column": Case(
        "Name,Country Code,Mobile\n"
        "Chan Tai Man,852,91234567\n"
        "Ho Sio,853,66123456\n"
        "Wang Ming,+86,13812345678\n"
        "Amy Lin,886,912345678\n",
        [
            g("Chan Tai Man", "+85291234567"),
            g("Ho Sio", "+85366123456"),
            g("Wang Ming", "+8613812345678"),
            g("Amy Lin", A),
        ],
    ),
    "area code in its own column": Case(
        "姓名,區號,電話,國碼\n陳大文,,91234567,852\n何文,,66123456,853\n",
        [g("陳大文", "+85291234567"), g("何文", "+85366123456")],
        home="HK",
    ),
    "zero width": Case(
        "\ufeff\u59d3\u200b\u540d,\u624b\xa0\u6a5f\n"
        "\u738b\u200b\u660e,\u202d0912345678\u202c\n"
        "\u2060\u9673\u771f\ufeff,\u200e+886\xa0987\u2011654\u2011321\n"
        "\u674e\xad\u56db,0922\u2009333\u2009444\n",
        [g("王明", A), g("陳真", B), g("李四", C)],
    ),
    "chat list with counts": Case(
        "#接龙\n12月5日活动报名\n\n1. 张三 2人\n2. 李四 1大1小\n3. 王五 13812345678 素食\n4. 赵六\n",
        [g("张三", "", 1), g("李四", "", 1), g("王五", "+8613812345678"), g("赵六")],
        home="CN",
    ),
    "company above its people": Case(
        "公司：某某科技,,\n"
        "姓名,手機,職稱\n"
        "王明,0912345678,經理\n"
        "陳真,0987654321,\n"
        "公司：大大銀行,,\n"
        "李四,0922333444,\n",
        [g("王明", A), g("陳真", B), g("李四", C)],
    ),
    "Eventbrite now": Case(
        "Order ID,Order date,Buyer first name,Buyer last name,Buyer email,Attendee first name,Attendee last "
        "name,Attendee email,Phone number,Ticket quantity,Ticket type,Attendee status,Barcode number\n"
        "991,2026-11-01,Amy,Lin,a@x.tw,Amy,Lin,a@x.tw,0912345678,1,VIP,Attending,99177001\n"
        "991,2026-11-01,Amy,Lin,a@x.tw,Bob,Wu,,,1,General Admission,Attending,99177002\n"
        "992,2026-11-01,Ed,Ho,c@x.tw,Ed,Ho,c@x.tw,0922333444,1,General Admission,Refunded,99277003\n",
        [g("Amy Lin", A, 0, "", True), g("Bob Wu")],
        also={"code": ["99177001", "99177002"]},
    ),
    "Indico with who accompanies": Case(
        "ID,Name,Email Address,Affiliation,Phone,Accompanying Persons,Registration date,Registration state,T"
        "icket price\n"
        '1,Amy Lin,a@x.ch,CERN,+41 22 767 61 11,"Bob Wu, Ed Ho",2026-11-01,Completed,0\n'
        "2,Eve Yu,e@x.ch,ETH,,,2026-11-01,Rejected,0\n"
        "3,Joe Fu,j@x.ch,ETH,,Ann Fu,2026-11-01,Awaiting payment,0\n",
        [g("Amy Lin", "+41227676111", 2), g("Joe Fu", "", 1)],
    ),
    "pretix in Spanish": Case(
        "Código de pedido;Nombre del asistente;Producto;Precio;Estado del pedido;Código secreto;Correo elect"
        "rónico;Número de teléfono\n"
        "A;Ana Ruiz;VIP;10;pagado;abc;a@x.es;+34612345678\n"
        "B;Bob Wu;Std;10;cancelado;abd;b@x.es;\n",
        [g("Ana Ruiz", "+34612345678", 0, "", True)],
    ),
    "Peatix": Case(
        "申込番号,チケット番号,姓,名,セイ,メイ,メールアドレス,電話番号,チケット名,ステータス\n"
        "1,T1,山田,太郎,ヤマダ,タロウ,a@x.jp,090-1234-5678,一般,申込済\n"
        "2,T2,佐藤,花子,サトウ,ハナコ,b@x.jp,080-1234-5678,VIP,キャンセル済\n",
        [g("山田太郎", "+819012345678")],
        home="JP",
    ),
    "partner's name in columns": Case(
        "First Name,Last Name,Partner First Name,Partner Last Name,Email,RSVP\n"
        "Amy,Lin,Bob,Wu,a@x.tw,Attending\n"
        "Ed,Ho,,,e@x.tw,Attending\n"
        "Eve,Yu,Joe,Fu,,Declined\n",
        [g("Amy Lin", "", 1), g("Ed Ho")],
    ),
    "names of companions": Case(
        "姓名,手機,攜伴姓名\n王明,0912345678,陳真、李四\n趙五,0987654321,\n錢六,0922333444,錢太太\n",
        [g("王明", A, 2), g("趙五", B), g("錢六", C, 1)],
    ),
    "a row that says what has to be filled in": Case(
        "姓名,手機,攜伴,備註\n必填,必填,選填,選填\n王明,0912345678,1,\n陳真,0987654321,,\n",
        [g("王明", A, 1), g("陳真", B)],
    ),
    "an example row": Case(
        "姓名,手機,攜伴\n範例：王小明,0912-000-000,2\n陳真,0987654321,\n李四,0922333444,1\n",
        [g("陳真", B), g("李四", C, 1)],
    ),
    "old Mac line ends": Case(
        "姓名,手機\r王明,0912345678\r陳真,0987654321\r",
        [g("王明", A), g("陳真", B)],
    ),
    "each line quoted whole": Case(
        '"姓名,手機,桌次"\n"王明,0912345678,1"\n"陳真,0987654321,2"\n',
        [g("王明", A, 0, "1"), g("陳真", B, 0, "2")],
    ),
    "grades": Case(
        "姓名,等級\n王明,SVIP\n陳真,VVIP\n李四,一般\n趙五,金卡\n錢六,VIP2\n",
        [g("王明", "", 0, "", True), g("陳真", "", 0, "", True), g("李四"), g("趙五"), g("錢六", "", 0, "", True)],
    ),
    "ticks": Case(
        "姓名,貴賓\n一心,☑\n二心,√\n三心,TRUE\n四心,●\n五心,☐\n六心,×\n七心,FALSE\n八心,✗\n九心,o\n",
        [
            g("一心", "", 0, "", True),
            g("二心", "", 0, "", True),
            g("三心", "", 0, "", True),
            g("四心", "", 0, "", True),
            g("五心"),
            g("六心"),
            g("七心"),
            g("八心"),
            g("九心", "", 0, "", True),
        ],
    ),
    "Hong Kong banquet": Case(
        "賓客姓名,聯絡電話,出席人數,枱號,備註\n陳大文先生,9123 4567,2,主家席,\n李小姐,6123 4567,1,12,素\n",
        [g("陳大文先生", "+85291234567", 1, "主家席"), g("李小姐", "+85261234567", 0, "12")],
        home="HK",
    ),
    "two lists under each other with other headings": Case(
        "VIP 名單,,\n"
        "姓名,手機,桌次\n"
        "王明,0912345678,1\n"
        "陳真,0987654321,1\n"
        ",,\n"
        "一般名單,,\n"
        "桌次,姓名,手機\n"
        "5,李四,0922333444\n",
        [g("王明", A, 0, "1", True), g("陳真", B, 0, "1", True), g("李四", C, 0, "5")],
    ),
    "counts in words": Case(
        "姓名,人數\n一心,1+1\n二心,2人\n三心,二\n四心,3 pax\n五心,2大2小\n六心,兩位\n七心,１\n",
        [
            g("一心", "", 1),
            g("二心", "", 1),
            g("三心", "", 1),
            g("四心", "", 2),
            g("五心", "", 3),
            g("六心", "", 1),
            g("七心"),
        ],
    ),
    "adults, children, babies": Case(
        "姓名,成人,兒童,嬰兒\n王明,2,1,1\n陳真,1,,\n",
        [g("王明", "", 3), g("陳真")],
    ),
    "circled numbers": Case(
        "①王明 0912345678\n②陳真 0987654321\n③李四\n",
        [g("王明", A), g("陳真", B), g("李四")],
    ),
    "phones with words before": Case(
        "姓名,聯絡方式\n"
        "王明,tel:+886-912-345-678\n"
        "陳真,WhatsApp: +852 9123 4567\n"
        "李四,LINE ID: lisi88\n"
        "趙五,手機：0922333444\n",
        [g("王明", A), g("陳真", "+85291234567"), g("李四"), g("趙五", C)],
    ),
    "two rows for each guest": Case(
        "姓名,王明\n電話,0912345678\n桌次,3\n\n姓名,陳真\n電話,0987654321\n桌次,4\n",
        [g("王明", A, 0, "3"), g("陳真", B, 0, "4")],
    ),
    "on its side": Case(
        "姓名,王明,陳真,李四\n手機,0912345678,0987654321,0922333444\n桌次,1,1,2\n",
        [g("王明", A, 0, "1"), g("陳真", B, 0, "1"), g("李四", C, 0, "2")],
    ),
    "wedding sides": Case(
        "男方賓客,,,女方賓客,,\n姓名,人數,桌,姓名,人數,桌\n王明,2,1,陳真,1,2\n李四,1,1,,,\n",
        [g("王明", "", 1, "1"), g("陳真", "", 0, "2"), g("李四", "", 0, "1")],
    ),
    "spaces in Chinese names, full-width space": Case(
        "\u59d3\u3000\u540d,\u624b\u3000\u6a5f\n"
        "\u738b\u3000\u660e,\uff10\uff19\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\n"
        "陳 真,0987654321\n",
        [g("王\u3000明", A), g("陳 真", B)],
    ),
    "cancelled and waiting in words": Case(
        "姓名,手機,報名狀況\n"
        "王明,0912345678,報名成功\n"
        "陳真,0987654321,已取消報名\n"
        "李四,0922333444,候補中\n"
        "趙五,0912345679,臨時不來\n",
        [g("王明", A), g("李四", C)],
    ),
    "who pays is not who comes": Case(
        "付款人,付款人電話,參加者,參加者電話\n王媽媽,0912345678,王小弟,0987654321\n陳爸爸,0922333444,陳小妹,\n",
        [g("王小弟", B), g("陳小妹")],
    ),
    "LINE chat with times": Case(
        "報名：\n王明 0912345678 共3位\n陳真 0987654321 共1位\n李四 0922333444 共2位（1素）\n",
        [g("王明", A, 2), g("陳真", B), g("李四(1素)", C, 1)],
    ),
    "table names in words": Case(
        "Guest,Table\nAmy Lin,Table Three\nBob Wu,Head Table\nEd Ho,Rose\n",
        [g("Amy Lin", "", 0, "Table Three"), g("Bob Wu", "", 0, "Head Table"), g("Ed Ho", "", 0, "Rose")],
    ),
    "e-mail addresses pasted": Case(
        'Amy Lin <a@x.tw>; Bob Wu <b@x.tw>; "Ho, Ed" <e@x.tw>',
        [g("Amy Lin"), g("Bob Wu"), g("Ho, Ed")],
        also={"email": ["a@x.tw", "b@x.tw", "e@x.tw"]},
    ),
    "totals that look like people": Case(
        "姓名,手機,攜伴\n王明,0912345678,1\n陳真,0987654321,\n共 2 人,,\n總人數：3,,\n實到：,,\n應到人數,3,\n",
        [g("王明", A, 1), g("陳真", B)],
    ),
    "numbers with a space": Case(
        "1 王明\n2 陳真\n3 李四\n",
        [g("王明"), g("陳真"), g("李四")],
    ),
    "parties behind names in a column": Case(
        "姓名,桌次\n王明 2位,3\n陳真 一家4口,4\n李四(3人),5\n",
        [g("王明", "", 1, "3"), g("陳真", "", 3, "4"), g("李四(3人)", "", 2, "5")],
    ),
    "places of phones by name": Case(
        "姓名,地區,手機\n何文,澳門,66123456\n陳大文,香港,91234567\n王明,台北市,0912345678\n张三,中国大陆,13812345678\n",
        [g("何文", "+85366123456"), g("陳大文", "+85291234567"), g("王明", A), g("张三", "+8613812345678")],
    ),
    "a card of version 4": Case(
        'BEGIN:VCARD\nVERSION:4.0\nFN:Amy Lin\nTEL;VALUE=uri;TYPE="cell,voice":tel:+886-912-345-678\n'
        "item1.EMAIL;type=INTERNET:a@x.tw\nNOTE:wheel\\, chair\nEND:VCARD\n",
        [g("Amy Lin", A)],
        also={"email": ["a@x.tw"], "note": ["wheel, chair"]},
    ),
    "companions counted and named": Case(
        "姓名,攜伴人數,攜伴姓名\n王明,1,王太太\n陳真,,陳先生/陳小弟\n李四,2,\n趙五,0,無\n",
        [g("王明", "", 1), g("陳真", "", 2), g("李四", "", 2), g("趙五")],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_as_a_person_reads_it(name: str) -> None:
    hold(LISTS[name])


def test_a_block_is_of_guests_of_honour_where_it_says_so_once() -> None:
    rows: Rows = [["類別", "姓名"], ["VIP", "王明"], [None, "陳真"], ["一般", "李四"], [None, "趙五"]]
    read = of_workbook(("名單", rows), merged=[(1, 0, 2, 0), (3, 0, 4, 0)])
    assert [(one.name, one.vip) for one in read.guests] == [
        ("王明", True),
        ("陳真", True),
        ("李四", False),
        ("趙五", False),
    ]


def test_sheets_of_a_workbook_say_who_stands_in_them() -> None:
    guide: tuple[str, Rows] = ("說明", [["填寫說明"], ["1. 姓名必填"], ["2. 手機請填 10 碼，例如 0912345678"]])
    read = of_workbook(guide, ("VIP", [["姓名*", "手機*"], ["王明", "0912345678"]]), ("一般", [["姓名"], ["陳真"]]))
    assert said(read) == [g("王明", A, 0, "", True), g("陳真")]


def test_a_sheet_with_headings_in_two_languages_and_remarks_all_around() -> None:
    rows: Rows = [
        ["某某股份有限公司"],
        ["2026 年終晚宴 出席名單"],
        ["日期：2026/12/05", "", "地點：大倉久和"],
        [],
        ["NO\n序號", "部門", "員工姓名\nName", "分機", "手機\nMobile No.", "眷屬人數", "桌次/Table", "葷/素"],
        [1, "業務部", "王明", 1234, 912345678, 2, "3", "葷"],
        [2, "業務部", "陳真", 1235, "0987-654-321", None, "4", "素"],
        ["", "", "合計", "", "", 2, "", ""],
        ["製表：人資 林小姐 02-27123456"],
    ]
    read = of_workbook(("工作表1", rows))
    assert said(read) == [g("王明", A, 2, "3"), g("陳真", B, 0, "4")]
    cells = of_workbook(("Sheet1", [["來賓", "桌"], ["王明\n0912-345-678", "1"], ["陳真\n0987654321", "2"]]))
    assert said(cells) == [g("王明", A, 0, "1"), g("陳真", B, 0, "2")]
