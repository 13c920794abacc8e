"""The demo's event and who is on its list. Nobody of them exists."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.adapters.lists.texts import read_text
from kiosk.demo.store.clock import NOW
from kiosk.domain.guests.event import (
    Asked,
    Choice,
    Entry,
    Event,
    Guest,
    PhotoWall,
    Question,
    QuestionKind,
    Seats,
    Session,
    SignUp,
    Standing,
    Tag,
    TagLook,
    Zone,
)
from kiosk.domain.lists.book import Book
from kiosk.domain.progress import Progress
from kiosk.domain.texts import LocalText

PARTY, TALK, LATER = "party", "talk", "gala"
_YES = "yes"


def _meal(*, required: bool) -> Question:
    meat, veg = _words("葷食", "荤食", "With meat"), _words("素食", "素食", "Vegetarian")
    asked = _words("餐點要哪一種？", "餐点要哪一种？", "Which meal?")
    return Question("meal", QuestionKind.CHOICE, asked, (Choice("meat", meat), Choice("veg", veg)), required=required)


def _words(tw: str, cn: str, en: str) -> LocalText:
    return LocalText(tw, cn, en)


def events() -> tuple[Event, ...]:
    """Today's party with seats and badges, today's talk in two sessions with questions, and a gala next week."""
    starts = datetime(2026, 11, 21, 6, tzinfo=UTC)
    tags = (
        Tag("vip", LocalText("VIP", "VIP", "VIP"), TagLook.VIP),
        Tag("press", _words("媒體", "媒体", "Press"), TagLook.PRESS),
        Tag("crew", _words("工作人員", "工作人员", "Crew"), TagLook.STAFF),
    )
    party = Event(
        id=PARTY,
        names=_words("老友新鄰 狂歡派對", "老友新邻 狂欢派对", "Friends and Neighbours"),
        starts=starts,
        ends=starts + timedelta(hours=4),
        zone="Asia/Taipei",
        place="A 廳",
        zones=(Zone("tea", _words("茶席體驗", "茶席体验", "Tea tasting")),),
        tags=tags,
        questions=(
            _meal(required=False),
            Question(
                "again",
                QuestionKind.YES_NO,
                _words("下次活動要通知嗎？", "下次活动要通知吗？", "Tell them about the next one?"),
                when=Asked.AFTER,
            ),
        ),
        entry=Entry.ONCE,
        exits=True,
        seats=Seats.SEATS,
        badge=True,
        photos=PhotoWall(),
    )
    morning = Session(
        "am", _words("上午場", "上午场", "Morning"), starts - timedelta(hours=4), starts - timedelta(hours=2)
    )
    noon = Session("pm", _words("下午場", "下午场", "Afternoon"), starts, starts + timedelta(hours=2), 80)
    talk = Event(
        id=TALK,
        names=_words("新品說明會", "新品说明会", "What is new"),
        starts=morning.starts,
        ends=noon.ends,
        zone="Asia/Taipei",
        place="B 廳",
        sessions=(morning, noon),
        questions=(
            Question(
                "photo",
                QuestionKind.CONSENT,
                _words("同意現場拍照與刊登", "同意现场拍照与刊登", "Agrees to photographs being taken and shown"),
                required=True,
            ),
            Question(
                "meal",
                QuestionKind.CHOICE,
                _words("餐點要哪一種？", "餐点要哪一种？", "Which meal?"),
                (
                    Choice("meat", _words("葷食", "荤食", "With meat")),
                    Choice("veg", _words("素食", "素食", "Vegetarian")),
                    Choice("vegan", _words("全素", "全素", "Vegan")),
                ),
                required=True,
            ),
            Question("company", QuestionKind.TEXT, _words("名牌上的公司", "名牌上的公司", "Company on the badge")),
            Question(
                "sign",
                QuestionKind.SIGNATURE,
                _words("簽名", "签名", "Signature"),
                when=Asked.BEFORE_ENTRY,
            ),
        ),
        walk_ins=False,
    )
    gala = Event(
        id=LATER,
        names=_words("週年晚宴", "周年晚宴", "Anniversary dinner"),
        starts=NOW + timedelta(days=7),
        ends=NOW + timedelta(days=7, hours=4),
        zone="Asia/Taipei",
        place="忠孝店 3 樓",
        seats=Seats.TABLES,
        quota=60,
        waiting_list=True,
        questions=(
            _meal(required=True),
            Question("allergy", QuestionKind.TEXT, _words("有過敏的食物嗎？", "有过敏的食物吗？", "Any allergies?")),
        ),
        sign_up=SignUp(companions=3),
    )
    return party, talk, gala


_PEOPLE = (
    ("王小明", "+886912345678", "A-07", "", ("vip",), 0, ""),
    ("吳曉梅", "+8613812345678", "C-21", "", (), 0, ""),
    ("王秀敏", "+886933222555", "B-02", "", (), 2, ""),
    ("魏雪梅", "+886955111888", "A-11", "晨星設計", (), 0, ""),
    ("Wendy X. Ma", "+886966444000", "B-15", "Harbour Studio", ("press",), 0, ""),
    ("林大同", "+886928111222", "B-08", "", (), 1, ""),
    ("陳美麗", "+886922333444", "A-01", "", ("vip",), 1, "坐輪椅，請由側門進場"),
    ("李梅", "+886933555128", "C-03", "", (), 0, ""),
    ("張惠芬", "+886955777019", "C-04", "", (), 0, ""),
    ("何立文", "+886988123606", "C-05", "", (), 0, ""),
    ("黃麗君", "+886966888777", "A-02", "", ("crew",), 0, ""),
    ("周柏宇", "+886910222333", "D-01", "晨星設計", (), 0, ""),
    ("許家瑋", "+886910222334", "D-02", "晨星設計", (), 0, ""),
    ("蔡怡君", "+886910222335", "D-03", "晨星設計", (), 0, ""),
    ("鄭凱文", "+886910222336", "D-04", "", (), 3, ""),
    ("Alexandra Papadopoulou-Wellington", "+447700900123", "VIP-1", "North & South Ceramics", ("vip", "press"), 0, ""),
)  # fmt: skip
MEMBER_OF = {"王小明": "m3", "陳美麗": "m1", "李梅": "m2"}
NOT_EXPECTED = {"張惠芬": Standing.WAITING, "何立文": Standing.BLOCKED, "黃麗君": Standing.CANCELLED}
WHY_BLOCKED = "票款未付，請找活動負責人"


def guests() -> tuple[Guest, ...]:
    """Those of the party, then the talk's: the same people, in its afternoon."""
    found = []
    for event, sessions in ((PARTY, ()), (TALK, ("pm",))):
        for at, (name, phone, seat, company, tags, plus_ones, note) in enumerate(_PEOPLE, 1):
            standing = NOT_EXPECTED.get(name, Standing.EXPECTED) if event == PARTY else Standing.EXPECTED
            found.append(
                Guest(
                    event=event,
                    id=f"g{at}",
                    name=name,
                    phone=phone,
                    company=company,
                    seat=seat if event == PARTY else "",
                    tags=tags if event == PARTY else (),
                    codes=(f"ticket{at:04d}{event}",),
                    plus_ones=plus_ones if event == PARTY else 0,
                    sessions=("am",) if (event, name) == (TALK, "李梅") else sessions,
                    standing=standing,
                    reason=WHY_BLOCKED if standing is Standing.BLOCKED else "",
                    note=note if event == PARTY else "",
                    member=MEMBER_OF.get(name, ""),
                )
            )
    return tuple(found)


OFFICE_LIST = """老友新鄰 狂歡派對 賓客名單,,,,,
列印日期 2026/11/20,,,,,
姓名,手機,隨行,座位,公司,紅包袋
宋安娜,912000531,0,E-01,北岸出版,1
葉子豪,0912000532,2,E-02,,1
邱雅筑,0912-000-533,兩位,E-03,北岸出版,1
邱雅筑,0912000533,2,E-03,北岸出版,1
VIP 方老師,0912000534,1,A-09,,2
,,,E-04,,1
曾國維,電話再補,0,E-05,,1
溫心怡,0912000536,0,E-06,,1
王小明,0912345678,0,A-08,,1
合計,,6,,,
※ 素食請另外登記,,,,,
"""
"""As somebody's spreadsheet saves it."""


def office_list(_path: Path, _progress: Progress | None = None) -> Book:
    """The file of whoever chooses one in the demo, in Big5."""
    return read_text(OFFICE_LIST.encode("big5"))


def ticket(name: str, event: str = PARTY) -> str:
    """The code on somebody's ticket."""
    return next(guest.codes[0] for guest in guests() if guest.name == name and guest.event == event)
