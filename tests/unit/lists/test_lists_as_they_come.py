"""Lists as they come: from offices, chats, forms and other programs' exports, each beside what a person reads in it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
import xlsxwriter

from kiosk.adapters.lists.workbooks import read_workbook
from kiosk.domain.lists.guests import Doubt
from kiosk.domain.lists.names import Bare, bare_name, is_to_come
from kiosk.domain.lists.understand import understand
from tests.unit.lists.sheets import A, B, C, Case, g, hold, of_text

LISTS = {
    "names still to come": Case(
        "姓名,手機,桌次\n王明,0912345678,1\n(待補),,1\nTBD,,2\nN/A,,2\n陳真,0987654321,2\n",
        [g("王明", A, 0, "1"), g("陳真", B, 0, "2")],
    ),
    "words for nobody yet": Case(
        "姓名,手機,桌次\n"
        "待定,,1\n"
        "待確認,,1\n"
        "保留席,,1\n"
        "???,,1\n"
        "xxx,,1\n"
        "未定1,,1\n"
        "Guest 1,,1\n"
        "空位,,1\n"
        "王明,0912345678,1\n",
        [g("王明", A, 0, "1")],
    ),
    "a phone whose name is to come": Case(
        "姓名,手機,桌次\n待補,0912345678,1\n王明,0987654321,1\n",
        [g("", A, 0, "1"), g("王明", B, 0, "1")],
    ),
    "phones still to come": Case(
        "姓名,手機,桌次\n王明,待補,1\n李四,N/A,1\n張三,TBC,待定\n",
        [g("王明", "", 0, "1"), g("李四", "", 0, "1"), g("張三")],
        doubts=0,
    ),
    "Null is somebody": Case(
        "Name,Phone\nJennifer Null,0912345678\nNull,0987654321\n",
        [g("Jennifer Null", A), g("Null", B)],
    ),
    "who did not come": Case(
        "Name,Phone,Status\nAmy Lin,0912345678,Confirmed\nBob Wu,0987654321,No show\nEd Ho,0922333444,no-show\n",
        [g("Amy Lin", A)],
    ),
    "who did not come, in Chinese": Case(
        "姓名,電話,狀態\n王明,0912345678,已報名\n陳真,0987654321,未到\n李四,0922333444,缺席\n",
        [g("王明", A)],
    ),
    "nobody has come yet": Case(
        "姓名,電話,報到狀態\n王明,0912345678,未到\n陳真,0987654321,未到\n",
        [g("王明", A), g("陳真", B)],
    ),
    "some have come already": Case(
        "姓名,電話,狀態\n王明,0912345678,已到\n陳真,0987654321,未到\n",
        [g("王明", A), g("陳真", B)],
    ),
    "not signed in yet": Case(
        "姓名,電話,狀態\n王明,0912345678,未報到\n陳真,0987654321,尚未簽到\n",
        [g("王明", A), g("陳真", B)],
    ),
    "KKTIX": Case(
        "Id,報名序號,訂單編號,票種,付款狀態,金額,聯絡人 姓名,聯絡人 Email,聯絡人 手機,聯絡人 公司,報到狀態,檢查碼\n"
        "1001,1,55012,早鳥票,已付款,800,王明,a@x.tw,0912-345-678,某某科技,未報到,a1b2c3\n"
        "1002,2,55013,一般票,已付款,1000,陳真,b@x.tw,0987-654-321,,未報到,d4e5f6\n",
        [g("王明", A), g("陳真", B)],
        also={"ticket": ["早鳥票", "一般票"], "company": ["某某科技", ""]},
    ),
    "Accupass": Case(
        "訂單編號,票券名稱,票券編號,參加人姓名,參加人Email,參加人手機,票券狀態,入場時間\n"
        "O1,單人票,T100001,王明,a@x.tw,0912345678,有效,\n"
        "O2,單人票,T100002,陳真,b@x.tw,0987654321,已退票,\n",
        [g("王明", A)],
        also={"code": ["T100001"]},
    ),
    "活动行": Case(
        "订单号,姓名,手机,邮箱,公司,职位,票种名称,票价,签到码,签到状态,报名时间,审核状态\n"
        "1,王明,13812345678,a@x.cn,某某公司,经理,普通票,0,88213344,未签到,2026-11-01,审核通过\n"
        '2,陈真,13987654321,b@x.cn,,,"VIP票",0,88213345,未签到,2026-11-01,审核拒绝\n'
        "3,李四,13700001111,,,,VIP票,0,88213346,未签到,2026-11-01,待审核\n",
        [g("王明", "+8613812345678"), g("李四", "+8613700001111", 0, "", True)],
        home="CN",
    ),
    "a form's answers": Case(
        "時間戳記,電子郵件地址,您的大名,請問您的聯絡電話？,是否攜伴？,攜伴人數（不含本人）,有什麼想對我們說的話\n"
        "2026/11/1 下午 3:22:10,a@x.tw,王明,0912345678,是,2,期待\n"
        "2026/11/1 下午 5:22:10,b@x.tw,陳真,987654321,否,,\n",
        [g("王明", A, 2), g("陳真", B)],
    ),
    "a form's answers in English": Case(
        "Timestamp,Email Address,What is your name?,Your phone number,Will you attend?,How many guest"
        "s will you bring?,Any dietary restrictions?\n"
        '11/1/2026 15:22:10,a@x.tw,Amy Lin,0912345678,"Yes, I will be there",1,Vegan\n'
        '11/1/2026 15:23:10,b@x.tw,Bob Wu,0987654321,"No, sorry",,\n',
        [g("Amy Lin", A, 1)],
        also={"note": ["Vegan"]},
    ),
    "Eventbrite": Case(
        "Order no.,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Order Type,Attendee no.,A"
        "ttendee Status,Barcode no.,Cell Phone\n"
        "9911,2026-11-01,Amy,Lin,a@x.tw,1,General,Free,77001,Attending,9911770010001,+886912345678\n"
        "9912,2026-11-01,Bob,Wu,b@x.tw,1,VIP,Free,77002,Not Attending,9912770020001,+886987654321\n"
        "9913,2026-11-01,Ed,Ho,c@x.tw,1,VIP,Free,77003,Checked In,9913770030001,\n",
        [g("Amy Lin", A), g("Ed Ho", "", 0, "", True)],
        also={"code": ["9911770010001", "9913770030001"]},
    ),
    "Eventbrite in German": Case(
        "Bestellnummer,Bestelldatum,Vorname,Nachname,E-Mail,Menge,Tickettyp,Teilnehmernummer,Teilnehm"
        "erstatus,Barcode-Nr.,Mobiltelefon\n"
        "1,2026,Amy,Lin,a@x.de,1,Standard,7,Nimmt teil,991,+491711234567\n"
        "2,2026,Bob,Wu,b@x.de,1,Standard,8,Nimmt nicht teil,992,+491711234568\n",
        [g("Amy Lin", "+491711234567")],
    ),
    "Indico": Case(
        "ID;Name;Email Address;Affiliation;Phone Number;Registration state;Checked in\n"
        "1;LIN, Amy;a@x.ch;CERN;+41 22 767 61 11;Completed;No\n"
        "2;WU, Bob;b@x.ch;CERN;;Withdrawn;No\n",
        [g("LIN, Amy", "+41227676111")],
        also={"company": ["CERN"]},
    ),
    "pretix in German": Case(
        '"Bestellung","E-Mail","Telefonnummer","Produkt","Name Teilnehmer*in",'
        '"Bestellstatus","Ticket-Code","Check-in-Hinweis"\n'
        '"ABCDE","a@x.de","+491711234567","Standard","Amy Lin","bezahlt","xyz123",""\n'
        '"ABCDF","b@x.de","","Standard","Bob Wu","storniert","xyz124",""\n',
        [g("Amy Lin", "+491711234567")],
        also={"code": ["xyz123"]},
    ),
    "pretix in French": Case(
        "Code de commande;Nom du participant;Produit;Prix;E-mail du participant;Statut de la commande"
        ";Secret du billet\n"
        "A;Amy Lin;VIP;10;a@x.fr;payée;abc\n"
        "B;Bob Wu;Std;10;b@x.fr;annulée;abd\n",
        [g("Amy Lin", "", 0, "", True)],
    ),
    "Luma": Case(
        "api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,ticket_name\n"
        "g1,Amy Lin,Amy,Lin,a@x.tw,+886912345678,2026,approved,,Standard\n"
        "g2,Bob Wu,Bob,Wu,b@x.tw,,2026,declined,,Standard\n"
        "g3,Ed Ho,Ed,Ho,c@x.tw,,2026,waitlist,,Standard\n",
        [g("Amy Lin", A), g("Ed Ho")],
    ),
    "merged headings in two rows": Case(
        [
            ["2026 年終晚宴 貴賓名單", None, None, None, None],
            ["基本資料", None, "聯絡方式", None, "座位"],
            ["姓", "名", "手機", "Email", "桌"],
            ["王", "小明", "0912345678", "a@x.tw", "3"],
            ["陳", "真", None, "b@x.tw", "4"],
        ],
        [g("王小明", A, 0, "3"), g("陳真", "", 0, "4")],
        merged=[(0, 0, 0, 4), (1, 0, 1, 1), (1, 2, 1, 3)],
    ),
    "titles and two rows of headings": Case(
        [
            ["公司尾牙", None, None],
            ["（請於 12/1 前回覆）", None, None],
            ["姓名", "連絡", "攜伴"],
            ["(中文)", "(手機)", "(人)"],
            ["王明", 912345678, 1],
            ["陳真", 987654321, None],
        ],
        [g("王明", A, 1), g("陳真", B)],
    ),
    "years of the Republic": Case(
        "編號,姓名,生日,手機,報名日期\n"
        "1,王明,民國75年3月2日,0912345678,115/11/01\n"
        "2,陳真,75.03.02,0987654321,115.11.02\n",
        [g("王明", A), g("陳真", B)],
    ),
    "such a day in a remark": Case(
        "姓名,手機,備註\n王明,0912345678,115/11/01 報名\n",
        [g("王明", A)],
        also={"note": ["115/11/01 報名"]},
    ),
    "phones as numbers": Case(
        "姓名,手機\n王明,9.12345678E+08\n陳真,987654321.0\n李四,9.12346E+08\n",
        [g("王明", A), g("陳真", B), g("李四")],
    ),
    "phones as numbers of a workbook": Case(
        [["姓名", "手機"], ["王明", 912345678.0], ["陳真", 886987654321.0], ["李四", 922333444.0]],
        [g("王明", A), g("陳真", B), g("李四", C)],
    ),
    "everything in full width": Case(
        "姓名，手機，攜伴\n王明，０９１２－３４５－６７８，２\n陳真，０９８７６５４３２１，０\n",
        [g("王明", A, 2), g("陳真", B)],
    ),
    "several phones in a cell": Case(
        "姓名,電話\n"
        "王明,02-2712-3456 / 0912-345-678\n"
        '陳真,"0987654321(公),0922333444(私)"\n'
        "李四,家02-27123456 手機0922-333-444\n",
        [g("王明", A), g("陳真", B), g("李四", C)],
    ),
    "phones with signs": Case(
        "姓名,電話\n"
        "王明,(0912)345678\n"
        "陳真,0987.654.321\n"
        "李四,886-922-333-444\n"
        "趙五,００８８６９１２３４５６７９\n"
        "錢六,+886(0)912345670\n",
        [g("王明", A), g("陳真", B), g("李四", C), g("趙五", "+886912345679"), g("錢六", "+886912345670")],
    ),
    "a phone that was masked": Case(
        "姓名,手機\n王明,0912***678\n陳真,0987654321\n",
        [g("王明"), g("陳真", B)],
    ),
    "phones as formulas": Case(
        '姓名,手機\n王明,"=""0912345678"""\n陳真,\'0987654321\n',
        [g("王明", A), g("陳真", B)],
    ),
    "Hong Kong": Case(
        "Name,Mobile\nChan Tai Man,9123 4567\nLee Siu Ming,+852 6123 4567\nWong,853-6612 3456\n",
        [g("Chan Tai Man", "+85291234567"), g("Lee Siu Ming", "+85261234567"), g("Wong", "+85366123456")],
        home="HK",
    ),
    "who comes along beside the name": Case(
        "姓名,手機,桌次\n陳大文 夫婦,0912345678,3\n林董伉儷,0987654321,主桌\n張小姐+2,0922333444,5\n",
        [g("陳大文", A, 1, "3"), g("林董", B, 1, "主桌"), g("張小姐", C, 2, "5")],
    ),
    "the same in brackets and in English": Case(
        "姓名,手機\n"
        "王明（攜伴1）,0912345678\n"
        "陳真 (+1),0987654321\n"
        "李四+太太,0922333444\n"
        "Mr & Mrs Smith,\n"
        "Amy Lin +1,\n"
        "Bob Wu & guest,\n",
        [
            g("王明", A, 1),
            g("陳真", B, 1),
            g("李四", C, 1),
            g("Mr & Mrs Smith", "", 1),
            g("Amy Lin", "", 1),
            g("Bob Wu", "", 1),
        ],
    ),
    "households and parties": Case(
        "姓名,人數\n王明夫妻,2\n陳真全家,4\n李四一家三口,\n趙五及夫人,2\n錢六等3人,3\n",
        [g("王明", "", 1), g("陳真", "", 3), g("李四", "", 2), g("趙五", "", 1), g("錢六", "", 2)],
    ),
    "beside the name and in a column": Case(
        "姓名,手機,攜伴\n王明夫婦,0912345678,\n陳真伉儷,0987654321,1\n",
        [g("王明", A, 1), g("陳真", B, 1)],
    ),
    "titles are a part of the name": Case(
        "姓名,職稱,手機\n王明 董事長,,0912345678\n陳真,總經理,0987654321\n",
        [g("王明 董事長", A), g("陳真", B)],
    ),
    "two names in a cell": Case(
        "姓名,手機\n王明、陳真,0912345678\n",
        [g("王明、陳真", A)],
    ),
    "marks of honour beside a name": Case(
        "姓名,手機,備註\n"
        "★王明,0912345678,\n"
        "V 陳真,0987654321,\n"
        "貴賓-李四,0922333444,\n"
        "[VIP]趙五,,\n"
        "錢六(V),,\n"
        "孫七 VIP,,\n"
        "周八,,VIP\n"
        "吳九,,♛\n",
        [
            g("王明", A, 0, "", True),
            g("陳真", B, 0, "", True),
            g("李四", C, 0, "", True),
            g("趙五", "", 0, "", True),
            g("錢六", "", 0, "", True),
            g("孫七", "", 0, "", True),
            g("周八", "", 0, "", True),
            g("吳九"),
        ],
    ),
    "marks of honour in a column": Case(
        "姓名,VIP\n王明,★\n陳真,V\n李四,貴賓\n趙五,1\n錢六,\n孫七,-\n周八,否\n吳九,普通\n鄭十,一般\n",
        [
            g("王明", "", 0, "", True),
            g("陳真", "", 0, "", True),
            g("李四", "", 0, "", True),
            g("趙五", "", 0, "", True),
            g("錢六"),
            g("孫七"),
            g("周八"),
            g("吳九"),
            g("鄭十"),
        ],
    ),
    "a star with a legend": Case(
        "姓名,手機\n★王明,0912345678\n陳真,0987654321\n★ 為貴賓\n",
        [g("王明", A, 0, "", True), g("陳真", B)],
    ),
    "tables as people write them": Case(
        "姓名,桌號\n王明,第3桌\n陳真,主桌\n李四,T-12\n趙五,A區5桌\n錢六,3 桌 2 位\n孫七,\n",
        [
            g("王明", "", 0, "第3桌"),
            g("陳真", "", 0, "主桌"),
            g("李四", "", 0, "T-12"),
            g("趙五", "", 0, "A區5桌"),
            g("錢六", "", 0, "3 桌 2 位"),
            g("孫七"),
        ],
    ),
    "tables as numbers": Case(
        [["姓名", "桌次"], ["王明", 3.0], ["陳真", 4]],
        [g("王明", "", 0, "3"), g("陳真", "", 0, "4")],
    ),
    "a table that became a day": Case(
        [["姓名", "桌次"], ["王明", dt.date(2026, 3, 1)], ["陳真", "3-2"]],
        [g("王明", "", 0, "3-1"), g("陳真", "", 0, "3-2")],
    ),
    "tables above their guests, no headings": Case(
        "座位表\n第一桌,,\n王明,0912345678,素\n陳真,0987654321,\n第二桌,,\n李四,0922333444,\n",
        [g("王明", A, 0, "第一桌"), g("陳真", B, 0, "第一桌"), g("李四", C, 0, "第二桌")],
    ),
    "as above": Case(
        "桌次,姓名,手機\n1,王明,0912345678\n〃,陳真,0987654321\n同上,李四,0922333444\n″,趙五,\n",
        [g("王明", A, 0, "1"), g("陳真", B, 0, "1"), g("李四", C, 0, "1"), g("趙五", "", 0, "1")],
    ),
    "a table and a seat": Case(
        "Table,Seat,Name\n1,A,Amy Lin\n1,B,Bob Wu\n",
        [g("Amy Lin", "", 0, "1-A"), g("Bob Wu", "", 0, "1-B")],
    ),
    "an area and a table": Case(
        "區域,桌號,姓名\nA區,3,王明\nB區,4,陳真\n",
        [g("王明", "", 0, "3"), g("陳真", "", 0, "4")],
    ),
    "several remarks": Case(
        "姓名,手機,備註1,備註2,飲食習慣\n王明,0912345678,輪椅,,素食\n",
        [g("王明", A)],
        also={"note": ["素食；輪椅"]},
    ),
    "what one eats is a remark": Case(
        "姓名,電話,特殊註記,葷/素\n王明,0912345678,需停車位,素\n",
        [g("王明", A)],
        also={"note": ["素；需停車位"]},
    ),
    "nothing but what one eats": Case(
        "姓名,葷素\n王明,素\n陳真,葷\n",
        [g("王明"), g("陳真")],
        also={"note": ["素", "葷"]},
    ),
    "numbered lines": Case(
        "1. 王明 0912345678\n2. 陳真 0987-654-321\n3、李四\n",
        [g("王明", A), g("陳真", B), g("李四")],
    ),
    "names alone": Case(
        "王明\n陳真\n李四\n",
        [g("王明"), g("陳真"), g("李四")],
    ),
    "a chat's list": Case(
        "報名接龍\n1.王明 +1\n2.陳真\n3.李四（素）+2\n4.Amy\n",
        [g("王明", "", 1), g("陳真"), g("李四（素）", "", 2), g("Amy")],
    ),
    "empty columns and a remark": Case(
        "姓名,手機,,,\n王明,0912345678,,,\n,,,,\n陳真,0987654321,,,\n備註：請準時,,,,\n",
        [g("王明", A), g("陳真", B)],
    ),
    "a sheet to sign": Case(
        "編號,姓名,單位,簽名\n1,王明,A公司,\n2,陳真,B公司,\n3,,,\n4,,,\n",
        [g("王明"), g("陳真")],
        also={"company": ["A公司", "B公司"]},
    ),
    "numbers without people": Case(
        "序,姓名,手機\n1,王明,0912345678\n2,,\n3,,\n",
        [g("王明", A)],
        left=2,
    ),
    "the name last": Case(
        "手機,Email,公司,姓名\n0912345678,a@x.tw,X,王明\n",
        [g("王明", A)],
    ),
    "first and last below Guest": Case(
        "Guest,,Contact,\nFirst,Last,Mobile,Email\nAmy,Lin,0912345678,a@x.tw\n",
        [g("Amy Lin", A)],
    ),
    "family first, two scripts": Case(
        "Last Name,First Name,Phone\nLin,Amy,0912345678\n王,小明,0987654321\n",
        [g("Amy Lin", A), g("王小明", B)],
    ),
    "two columns of names": Case(
        "中文姓名,英文姓名,手機\n王明,Ming Wang,0912345678\n,Amy Lin,0987654321\n",
        [g("王明", A), g("Amy Lin", B)],
    ),
    "salutations": Case(
        "Title,Name,Phone\nMr.,Bob Wu,0987654321\nDr.,Amy Lin,0912345678\n",
        [g("Bob Wu", B), g("Amy Lin", A)],
    ),
    "addresses with names": Case(
        'Name,Email\n"Lin, Amy" <amy@x.tw>,\nBob Wu,Bob Wu <bob@x.tw>\n',
        [g("Lin, Amy"), g("Bob Wu")],
        also={"email": ["amy@x.tw", "bob@x.tw"]},
    ),
    "said twice": Case(
        "姓名,手機,攜伴\n王明,0912345678,1\n王明,0912-345-678,1\n",
        [g("王明", A, 1)],
        left=1,
    ),
    "people in all": Case(
        "姓名,總人數\n王明,0\n陳真,1\n李四,3\n",
        [g("王明"), g("陳真"), g("李四", "", 2)],
    ),
    "whether they come": Case(
        "姓名,手機,是否出席\n王明,0912345678,出席\n陳真,0987654321,不克出席\n李四,0922333444,未定\n",
        [g("王明", A), g("李四", C)],
    ),
    "how many come": Case(
        "姓名,手機,出席人數\n王明,0912345678,2\n陳真,0987654321,0\n",
        [g("王明", A, 1)],
    ),
    "yes or no": Case(
        "姓名,手機,出席(Y/N)\n王明,0912345678,Y\n陳真,0987654321,N\n",
        [g("王明", A)],
    ),
    "a table of bars": Case(
        "| 姓名 | 手機 | 桌次 |\n|---|---|---|\n| 王明 | 0912345678 | 1 |\n| 陳真 | 0987654321 | 2 |\n",
        [g("王明", A, 0, "1"), g("陳真", B, 0, "2")],
    ),
    "Japanese": Case(
        "氏名,ふりがな,電話番号,会社名,同伴者数\n山田太郎,やまだ たろう,090-1234-5678,X社,1\n",
        [g("山田太郎", "+819012345678", 1)],
        home="JP",
        also={"company": ["X社"]},
    ),
    "Korean": Case(
        "이름,전화번호,소속,동반인원\n김민수,010-1234-5678,X,2\n",
        [g("김민수", "+821012345678", 2)],
        home="KR",
    ),
    "simplified Chinese": Case(
        "姓名,手机号,随行人数,桌号,是否贵宾,备注\n王明,138-1234-5678,1,3,是,素食\n陈真,86 139 8765 4321,,主桌,否,\n",
        [g("王明", "+8613812345678", 1, "3", True), g("陈真", "+8613987654321", 0, "主桌")],
        home="CN",
    ),
    "how many come, as a question": Case(
        "昵称,姓名,手机,来几人\nA,王明,13812345678,3\n",
        [g("王明", "+8613812345678", 2)],
        home="CN",
    ),
    "adults and children": Case(
        "姓名,手機,大人,小孩\n王明,0912345678,2,1\n陳真,0987654321,1,0\n",
        [g("王明", A, 2), g("陳真", B)],
    ),
    "chances": Case(
        "姓名,手機,張數\n王明,0912345678,2\n",
        [g("王明", A)],
    ),
    "a company without a person": Case(
        "單位,姓名,手機\n某公司,,\n某公司,王明,0912345678\n",
        [g("王明", A)],
        left=1,
    ),
    "a group's contact": Case(
        "公司,聯絡人,電話,人數\nA公司,王明,0912345678,10\n",
        [g("王明", A, 9)],
    ),
    "a sum without a word": Case(
        "姓名,手機,人數\n王明,0912345678,2\n陳真,0987654321,1\n,,3\n",
        [g("王明", A, 1), g("陳真", B)],
        left=1,
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_as_a_person_reads_it(name: str) -> None:
    hold(LISTS[name])


STILL_NAMES = (
    "王與友", "和田一郎", "陳及第", "李一家", "Hammer & Sons", "Anna and Bob", "Null", "None", "Guest", "Void Studio",
    "Tba Chen", "V", "VIP", "Vivi", "V Smith", "Plus Wong", "Unknown Mortal", "Andy", "等等", "未來", "未央",
    "待伊", "空海", "同行科技", "全家便利商店", "X", "Na", "帶刀", "Reserve Wine Co", "Withers", "暨南大學",
    "Smith-and-Wesson",
)  # fmt: skip
TO_COME = (
    "(待補)", "待補", "待定", "TBD", "t.b.a.", "N/A", "n.a.", "未定", "尚未提供", "【待確認】", "保留席", "預留位",
    "空位", "???", "？", "xxx", "○○○", "To be confirmed", "name to follow", "reserved", "Guest 12", "貴賓3",
    "来宾 1", "TBC 2",
    "姓名待補", "另行通知", "無名氏", "plus one", "(unknown)", "N／A",
)  # fmt: skip
BESIDE = {
    "陳大文 夫婦": Bare("陳大文", more=1),
    "林董伉儷": Bare("林董", more=1),
    "林董賢伉儷": Bare("林董", more=1),
    "張小姐+2": Bare("張小姐", more=2),
    "張小姐＋２": Bare("張小姐", more=2),
    "王明等三人": Bare("王明", more=2),
    "王明一家四口": Bare("王明", more=3),
    "王明闔家": Bare("王明", more=None),
    "王明（攜眷）": Bare("王明", more=1),
    "王小明與夫人": Bare("王小明", more=1),
    "Amy Lin & guest": Bare("Amy Lin", more=1),
    "Amy Lin with husband": Bare("Amy Lin", more=1),
    "Amy plus 2": Bare("Amy", more=2),
    "3. 王明 VIP": Bare("王明", honour=True),
    "★王明+1": Bare("王明", star=True, more=1),
    "V-王明": Bare("王明", honour=True),
}


def test_words_for_who_is_still_to_come_and_names_that_only_look_so() -> None:
    assert [one for one in TO_COME if not is_to_come(one)] == []
    assert [one for one in STILL_NAMES if is_to_come(one) or bare_name(one) != Bare(one)] == []


def test_what_stands_beside_a_name() -> None:
    assert {one: bare_name(one) for one in BESIDE} == BESIDE


@pytest.mark.parametrize(("legend", "vip"), [("", True), ("★：VIP", True), ("★ 素食", False), ("★=需停車位", False)])
def test_a_star_means_what_the_list_says(legend: str, vip: bool) -> None:
    below = of_text(f"姓名,手機\n★王明,0912345678\n陳真,\n{legend}\n")
    above = of_text(f"{legend},\n姓名,手機\n★王明,0912345678\n陳真,\n")
    assert [one.vip for one in (*below.guests, *above.guests)] == [vip, False, vip, False]


def test_rows_that_the_sheet_does_not_show_are_said() -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("名單")
    for at, name in enumerate(("姓名", "王明", "陳真", "李四")):
        sheet.write(at, 0, name)
    sheet.autofilter(0, 0, 3, 0)
    sheet.filter_column(0, "x == 王明")
    sheet.set_row(2, None, None, {"hidden": True})
    book.close()
    read = understand(read_workbook(made.getvalue()))
    assert [(one.name, one.doubts) for one in read.guests] == [
        ("王明", ()), ("陳真", (Doubt.HIDDEN_ROW,)), ("李四", ()),
    ]  # fmt: skip


def test_rows_that_an_open_document_does_not_show_are_said() -> None:
    def row(text: str, more: str = "") -> str:
        cell = f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        return f"<table:table-row{more}>{cell}</table:table-row>"

    content = (
        "<?xml version='1.0'?><office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
        " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
        " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
        "<office:body><office:spreadsheet>"
        '<table:table table:name="名單">'
        + row("姓名")
        + row("王明")
        + row("陳真", ' table:visibility="filter"')
        + row("", ' table:number-rows-repeated="2" table:visibility="collapse"')
        + row("李四")
        + "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", content)
        parts.writestr("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='urn:x'/>")
    read = understand(read_workbook(made.getvalue()))
    assert [(one.name, one.doubts) for one in read.guests] == [
        ("王明", ()), ("陳真", (Doubt.HIDDEN_ROW,)), ("李四", ()),
    ]  # fmt: skip
