"""What stands on the demo's papers. Nobody named here exists, and nobody signed the codes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kiosk.demo.store.clock import NOW
from kiosk.domain.campaigns.model import Jurisdiction
from kiosk.domain.documents import (
    badge,
    closing_report,
    coupon,
    draw_notice,
    draw_ticket,
    event_ticket,
    fulfilment_note,
    greeting_card,
    invite_card,
    paper_slip,
    receipt,
    registration_form,
    result_slip,
    return_receipt,
    rules_poster,
    shelf_label,
    sign_in_sheet,
    table_sheet,
    test_page,
    void_receipt,
    welcome_slip,
)
from kiosk.domain.documents.blocks import DocumentKind, Frame
from kiosk.domain.documents.rules_poster import Item
from kiosk.domain.texts import LocalText

ZONE, CURRENCY = "Asia/Taipei", "TWD"
STORE = LocalText("信義旗艦店", "信义旗舰店", "Xinyi Flagship")
DAY = timedelta(days=1)
UNTIL = datetime(2026, 12, 31, 16, tzinfo=UTC)
TXN = "019aa4f1c2e07b6c9d3f5a8e21b04c77"


def code_of(kind: str, length: int) -> str:
    """A code as long as a signed one, and signed by nobody."""
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    chosen = random.Random(kind)
    return f"{kind}:" + "".join(chosen.choice(alphabet) for _ in range(length))


def text(zh_tw: str, zh_cn: str, en: str) -> LocalText:
    """In three languages."""
    return LocalText(zh_tw, zh_cn, en)


RECEIPT = receipt.Receipt(
    store=STORE,
    terminal="收銀 2",
    number="2-1000482",
    txn=TXN,
    at=NOW,
    zone=ZONE,
    clerk="林雅婷",
    currency=CURRENCY,
    amount=462_00,
    total=379_00,
    lines=(
        receipt.ReceiptLine(text("金卡會員日 95 折", "金卡会员日 95 折", "Gold members’ day, 5 % off"), 23_00),
        receipt.ReceiptLine(text("滿 400 減 60", "满 400 减 60", "60 off 400"), 60_00),
        receipt.ReceiptLine(text("體驗裝一份", "体验装一份", "Sample"), 0, text("護手霜", "护手霜", "Hand cream")),
    ),
    member="陳*麗",
    unsent=True,
    rewards=(text("46 積分", "46 积分", "46 points"), text("1 張抽獎券", "1 张抽奖券", "1 draw ticket")),
)
VOIDED = void_receipt.VoidReceipt(
    replace(RECEIPT, voided=receipt.VoidMark(NOW + timedelta(minutes=4), "許志豪"), unsent=False),
    reason=text("金額錯誤", "金额错误", "Wrong amount"),
    approved_by="許志豪",
)
RETURNED = return_receipt.ReturnReceipt(
    store=STORE,
    terminal="收銀 2",
    number="2-1000482",
    txn=TXN,
    sold_at=NOW - 2 * DAY,
    at=NOW,
    zone=ZONE,
    clerk="林雅婷",
    currency=CURRENCY,
    paid=379_00,
    back=120_00,
    returned=180_00,
    goods=(return_receipt.ReturnLine(text("洗面乳 × 1", "洗面奶 × 1", "1 × face wash"), 140_00),),
    less=(return_receipt.ReturnLine(text("滿 400 減 60", "满 400 减 60", "60 off 400"), 20_00),),
    member="陳*麗",
    taken_back=(text("12 積分", "12 积分", "12 points"),),
)
WELCOME = welcome_slip.WelcomeSlip(
    store=STORE,
    zone=ZONE,
    at=NOW,
    member="王*明",
    code=code_of("KM1", 150),
    gifts=(
        text("新會員滿 500 減 100 優惠券", "新会员满 500 减 100 优惠券", "Coupon: 100 off 500"),
        text("100 積分", "100 积分", "100 points"),
        text("護手霜體驗裝", "护手霜体验装", "Hand cream sample"),
    ),
    until=UNTIL,
    clerk="周建宏",
)
COUPON = coupon.PrintedCoupon(
    store=STORE,
    zone=ZONE,
    name=text("歲末感恩券", "岁末感恩券", "Year-end thank-you"),
    worth=text("滿 NT$1,000 折 NT$150", "满 NT$1,000 减 NT$150", "NT$150 off NT$1,000"),
    code=code_of("KC1", 180),
    until=UNTIL,
    since=NOW,
    conditions=(
        text("全門市適用", "全部门店适用", "In every store"),
        text("不可與其他優惠券併用", "不能与其他优惠券同时使用", "Not together with other coupons"),
    ),
    member="陳*麗",
)
INVITE = invite_card.InviteCard(
    store=STORE,
    zone=ZONE,
    member="陳*麗",
    code=code_of("KI1", 120),
    until=UNTIL,
    campaign=text("老友新鄰，共享美好", "老友新邻，共享美好", "Old friends, new neighbours"),
    for_friend=(
        text("首購 9 折", "首单 9 折", "10 % off your first purchase"),
        text("入會禮：護手霜體驗裝", "入会礼：护手霜体验装", "Welcome gift: hand cream sample"),
    ),
    terms=(text("限首次入會者。", "限首次入会者。", "For new members only."),),
    frame=Frame.PLAIN,
)
DRAW = text("中秋抽月餅", "中秋抽月饼", "Mid-Autumn draw")
TICKET = draw_ticket.DrawTicket(
    store=STORE,
    zone=ZONE,
    draw=DRAW,
    first=123,
    count=3,
    at=datetime(2026, 12, 5, 10, tzinfo=UTC),
    issued=NOW,
    code=code_of("KD1", 160),
    member="陳*麗",
    where=text("一樓大廳，同步直播", "一楼大厅，同步直播", "Ground floor, and live online"),
    fingerprint="7f3a 91c0 55de e41b 0c9e 6a72 d8f1 4b30",
    check_at="shop.example/draws",
)
RESULT = result_slip.ResultSlip(
    store=STORE,
    zone=ZONE,
    draw=DRAW,
    at=datetime(2026, 12, 5, 10, 4, tzinfo=UTC),
    code=code_of("KD1", 200),
    ticket="000124",
    grade=text("頭獎", "一等奖", "First prize"),
    prize=text("空氣清淨機", "空气净化器", "Air purifier"),
    currency=CURRENCY,
    value=24_900_00,
    tax=2_490_00,
    claim_until=datetime(2027, 1, 4, 16, tzinfo=UTC),
    claim=(
        text(
            "會員本人攜帶身分證件至原門市領取",
            "会员本人携带身份证件到原门店领取",
            "In person at this store, with an ID",
        ),
        text("逾期視為放棄", "逾期视为放弃", "Unclaimed prizes are forfeited"),
    ),
    member="陳*麗",
    fingerprint="7f3a 91c0 55de e41b 0c9e 6a72 d8f1 4b30",
    check_at="shop.example/draws",
)
NOTICE = draw_notice.DrawNotice(
    store=STORE,
    zone=ZONE,
    event="老友新鄰 狂歡派對",
    title="年終抽獎",
    draw="local/t-017/4",
    fingerprint="7f3a 91c0 55de e41b 0c9e 6a72 d8f1 4b30",
    whole=" ".join(["7f3a 91c0 55de e41b 0c9e 6a72 d8f1 4b30"] * 2),
    tickets=623,
    entrants=312,
    prizes=(
        draw_notice.NoticePrize("65 吋智慧電視", 1, (draw_notice.NoticeWinner("陳*麗", 124),)),
        draw_notice.NoticePrize(
            "智慧音箱", 2, (draw_notice.NoticeWinner("王*明", 17), draw_notice.NoticeWinner("", 0))
        ),
    ),
    printed=NOW,
    published=NOW,
    version=2,
    signers=("hq", "terminal", "witness"),
    witness_key=" ".join(["5c5c"] * 16),
    check_at="shop.example/draws",
    code="https://shop.example/draws/local/t-017/4",
)
EVENT = text("會員冬季品鑑會", "会员冬季品鉴会", "Members’ winter tasting")
PLACE = text("信義旗艦店 3 樓", "信义旗舰店 3 楼", "Xinyi Flagship, 3rd floor")
BADGE = badge.Badge(
    event=EVENT,
    name="歐陽 安娜",
    line="晨光設計",
    role=text("主講人", "主讲人", "Speaker"),
    seat="A-12",
    code=code_of("KT1", 90),
    vip=True,
)
SHELF = shelf_label.ShelfLabel(
    name=text("玫瑰護手霜 50 ml", "玫瑰护手霜 50 ml", "Rose hand cream 50 ml"),
    price=299_00,
    currency=CURRENCY,
    zone=ZONE,
    before=399_00,
    member_price=269_00,
    unit=text("條", "支", "tube"),
    note=text("歲末優惠", "岁末优惠", "Year-end offer"),
    until=UNTIL,
    article="4710000012345",
)
ADMISSION = event_ticket.EventTicket(
    store=STORE,
    zone=ZONE,
    event=EVENT,
    starts=datetime(2026, 12, 12, 6, tzinfo=UTC),
    ends=datetime(2026, 12, 12, 8, 30, tzinfo=UTC),
    code=code_of("KT1", 140),
    place=PLACE,
    name="歐*娜",
    seat="A-12",
    guests=1,
    vip=True,
    notes=(text("13:30 開放入場", "13:30 开放入场", "Doors open at 13:30"),),
)
CARD = greeting_card.GreetingCard(
    message="月圓人團圓\n願您和家人平安喜樂，事事順心。",
    to="外婆",
    sender="小安",
    occasion=text("中秋快樂", "中秋快乐", "Happy Mid-Autumn"),
    photo=b"",
    frame=Frame.MID_AUTUMN,
)
SHEET = sign_in_sheet.SignInSheet(
    store=STORE,
    zone=ZONE,
    event=EVENT,
    starts=datetime(2026, 12, 12, 6, tzinfo=UTC),
    ends=datetime(2026, 12, 12, 8, 30, tzinfo=UTC),
    printed=NOW,
    guests=tuple(
        sign_in_sheet.Guest(name, end, seat, along)
        for name, end, seat, along in (
            ("歐*娜", "5678", "A-12", 1),
            ("陳*麗", "3321", "A-13", 0),
            ("王*明", "0907", "B-02", 2),
            ("A** L**", "4410", "B-03", 0),
            ("林*", "8826", "", 0),
        )
    ),
    place=PLACE,
    blank=8,
)
WINNERS = table_sheet.TableSheet(
    store=STORE,
    zone=ZONE,
    title=text("中秋大抽獎得獎名單", "中秋大抽奖得奖名单", "Winners of the Mid-Autumn draw"),
    made=NOW,
    headings=("#", "獎品 Prize", "得獎人 Winner", "票號 Ticket", "狀態 State"),
    rows=(
        ("1", "花蓮兩天一夜 · Two days in Hualien", "王*明", "000412", "已領取 · handed over"),
        ("2", "55 吋電視 · 55-inch television", "陳*麗", "104233", "待領 · to be fetched"),
        ("3", "年節禮籃 · Hamper", "A** L**", "007720", "已遞補 · went on"),
    ),
    notes=(
        table_sheet.Noted("抽獎 Drawn", "2026-12-12 15:00"),
        table_sheet.Noted("參加 Entrants", "1,204 (8,310)"),
    ),
    counts=(0, 3),
    fingerprint="7f3a 91c2 55d0 e41b 0c9e 6a72 d8f1 4b30",
)
FORM = registration_form.RegistrationForm(
    store=STORE,
    campaign=text("老友新鄰，共享美好", "老友新邻，共享美好", "Old friends, new neighbours"),
    consents=(
        registration_form.PaperConsent(
            text(
                "我同意將上述資料用於會員服務：積分、優惠券與售後。",
                "我同意将上述信息用于会员服务：积分、优惠券与售后。",
                "I agree that these data are used for my membership: points, coupons and service.",
            ),
            "2026-1",
            required=True,
        ),
        registration_form.PaperConsent(
            text(
                "我同意接收簡訊與電子郵件的優惠通知，可隨時退訂。",
                "我同意接收短信与电子邮件的优惠通知，可随时退订。",
                "I agree to receive offers by text message and e-mail, and can unsubscribe at any time.",
            ),
            "2026-1",
        ),
    ),
    number="R-000217",
    code=code_of("KR1", 40),
    questions=(
        registration_form.Question(
            text("從哪裡得知我們？", "从哪里得知我们？", "How did you hear of us?"),
            (
                text("朋友推薦", "朋友推荐", "A friend"),
                text("路過門市", "路过门店", "Passing by"),
                text("社群媒體", "社交媒体", "Social media"),
            ),
        ),
    ),
)
RULES = rules_poster.RulesPoster(
    campaign=text("歲末抽獎月", "岁末抽奖月", "Year-end draws"),
    store=STORE,
    jurisdiction=Jurisdiction.TW,
    zone=ZONE,
    currency=CURRENCY,
    chance=True,
    starts=datetime(2026, 11, 30, 16, tzinfo=UTC),
    ends=UNTIL,
    organiser=text("青禾生活股份有限公司", "青禾生活股份有限公司", "Qinghe Living Co., Ltd."),
    contact="02-2700-0000 · care@example.com",
    texts={
        Item.CONDITIONS: text(
            "活動期間單筆消費滿 NT$500 的會員，每滿 NT$500 得 1 張抽獎券。",
            "活动期间单笔消费满 NT$500 的会员，每满 NT$500 得 1 张抽奖券。",
            "Members get one ticket for every full NT$500 of a purchase in the period.",
        ),
        Item.MANNER: text(
            "持券會員參加每週六的抽獎，每人每次至多中一項獎品。",
            "持券会员参加每周六的抽奖，每人每次至多中一项奖品。",
            "Ticket holders take part in the draw of each Saturday and win one prize in it at most.",
        ),
        Item.DRAW_TIME: text("每週六 18:00", "每周六 18:00", "Every Saturday at 18:00"),
        Item.DRAW_METHOD: text(
            "名單事前固定並公布核對碼，依公開的隨機數抽出，任何人都可重算。",
            "名单事前固定并公布校验码，依公开的随机数抽出，任何人都可重算。",
            "The list is fixed and its fingerprint published beforehand; a public random number decides, and anyone can"
            " recompute it.",
        ),
        Item.CLAIM_TIME: text("公告後 30 日內", "公告后 30 日内", "Within 30 days of the announcement"),
        Item.CLAIM_CONDITIONS: text(
            "會員本人出示會員碼與身分證件",
            "会员本人出示会员码与身份证件",
            "The member in person, with member code and ID",
        ),
        Item.CLAIM_METHOD: text("至原門市簽收", "到原门店签收", "Signed for at the store"),
        Item.DELIVERY: text("大型獎品由總部宅配", "大型奖品由总部快递", "Large prizes are delivered by headquarters"),
        Item.FORFEITURE: text("逾期未領視為放棄", "逾期未领视为放弃", "Unclaimed prizes are forfeited"),
        Item.TAX: text(
            "獎品價值逾 NT$20,000 者，依法代扣 10% 稅額。",
            "奖品价值超过 NT$20,000 的，依法代扣 10% 税额。",
            "10 % tax is withheld from prizes above NT$20,000.",
        ),
        Item.INSIDERS: text("本公司員工及其家屬", "本公司员工及其亲属", "Employees of the company and their families"),
        Item.PRIVACY: text(
            "個人資料僅用於抽獎與發獎；公布名單時姓名遮蔽。可隨時撤回同意並要求刪除。",
            "个人信息仅用于抽奖与发奖；公布名单时姓名做遮挡。可随时撤回同意并要求删除。",
            "Personal data are used for the draw and the prizes only; published names are masked. You can withdraw your"
            " consent and have them erased at any time.",
        ),
    },
    prizes=(
        rules_poster.Prize(
            text("空氣清淨機", "空气净化器", "Air purifier"), 24_900_00, 1, text("頭獎", "一等奖", "First")
        ),
        rules_poster.Prize(text("月餅禮盒", "月饼礼盒", "Mooncake box"), 880_00, 25, text("貳獎", "二等奖", "Second")),
        rules_poster.Prize(
            text("NT$100 優惠券", "NT$100 优惠券", "NT$100 coupon"),
            100_00,
            200,
            text("參加獎", "参与奖", "Participation"),
        ),
    ),
    version=2,
    fingerprint="c41d 0e77 9b52 6af0 1b3c 77de 90a4 5f12",
    check_at="shop.example/draws",
    code="https://example.com/rules/year-end",
    summary=text("消費滿額抽好禮，週週開獎", "消费满额抽好礼，周周开奖", "Shop, collect tickets, win every week"),
    frame=Frame.WINTER,
)
NOTE = fulfilment_note.FulfilmentNote(
    store=STORE,
    zone=ZONE,
    number="F-000093",
    reason=DRAW,
    items=(
        fulfilment_note.DueItem(text("空氣清淨機", "空气净化器", "Air purifier"), 1, 24_900_00),
        fulfilment_note.DueItem(text("護手霜", "护手霜", "Hand cream"), 2, 598_00),
    ),
    currency=CURRENCY,
    due_since=NOW - 3 * DAY,
    clerk="許志豪",
    member="陳*麗",
    tax=2_490_00,
    identity=True,
)
REPORT = closing_report.ClosingReport(
    store=STORE,
    terminal="收銀 2",
    zone=ZONE,
    day=date(2026, 11, 21),
    made=datetime(2026, 11, 21, 14, 5, tzinfo=UTC),
    by="許志豪",
    currency=CURRENCY,
    sales=86,
    amount=48_320_00,
    off=4_115_00,
    first="2-1000401",
    last="2-1000488",
    returns=1,
    returned=120_00,
    voids=(
        closing_report.VoidLine("2-1000444", 379_00, NOW, "林雅婷", text("金額錯誤", "金额错误", "Wrong amount")),
        closing_report.VoidLine("2-1000471", 1_250_00, NOW + timedelta(hours=2), "周建宏"),
    ),
    coupons=(
        closing_report.CouponCount(text("滿 400 減 60", "满 400 减 60", "60 off 400"), 31, 1_860_00),
        closing_report.CouponCount(
            text("金卡會員日 95 折", "金卡会员日 95 折", "Gold members’ day, 5 % off"), 22, 2_255_00
        ),
    ),
    points_given=4_420,
    points_taken=600,
    registered=7,
    conflicts=1,
    unsent=12,
    unsent_since=datetime(2026, 11, 21, 13, 41, tzinfo=UTC),
    prints=(
        closing_report.PrintCount(DocumentKind.RECEIPT, 86, 2, 1),
        closing_report.PrintCount(DocumentKind.WELCOME_SLIP, 7),
        closing_report.PrintCount(DocumentKind.BADGE, 34, 1),
    ),
    labels=(closing_report.LabelsLeft("標籤機", 166),),
)
SLIP = paper_slip.PaperSlip(
    store=STORE,
    zone=ZONE,
    number="S02-0417",
    code=code_of("KS1", 150),
    offer=text("滿 NT$1,000 折 NT$150", "满 NT$1,000 减 NT$150", "NT$150 off NT$1,000"),
    since=NOW,
    until=UNTIL,
    conditions=(text("每人限用 1 張", "每人限用 1 张", "One for each customer"),),
)
PAGE = test_page.TestPage(
    store=STORE, zone=ZONE, at=NOW, printer="收據機", paper="80 mm", dpi=203, speaks="ESC/POS · GB18030"
)
