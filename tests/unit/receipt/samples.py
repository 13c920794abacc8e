"""A receipt with everything on it, and its words in three languages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kiosk.domain.documents.receipt import Receipt, ReceiptLine, ReceiptWords, VoidMark
from kiosk.domain.texts import LocalText

AT = datetime(2026, 9, 22, 6, 26, tzinfo=UTC)
VOID = VoidMark(AT + timedelta(minutes=4), "周先生")

RECEIPT = Receipt(
    store=LocalText("信義旗艦店", "信义旗舰店", "Xinyi Flagship Store"),
    terminal="收銀 2",
    number="收銀 2-1000482",
    txn="01J9ZQ3YV4T8N6W2K5R7B0XEAD",
    at=AT,
    zone="Asia/Taipei",
    clerk="林雅婷",
    currency="TWD",
    amount=462_00,
    total=379_00,
    lines=(
        ReceiptLine(LocalText("金卡會員日 95 折", "金卡会员日 95 折", "Gold members' day 5% off"), 23_00),
        ReceiptLine(LocalText("滿 400 減 60", "满 400 减 60", "60 off from 400"), 60_00),
        ReceiptLine(LocalText("試用裝一份", "试用装一份", "A sample"), 0, LocalText("護手霜", "护手霜", "Hand cream")),
    ),
    member="陳*麗",
    unsent=True,
)

WORDS = {
    "zh_TW": ReceiptWords(
        language="zh_TW",
        currency="NT$",
        number="收據 {number}",
        clerk="經手人",
        member="會員",
        goods="商品金額",
        gift="贈：{name}",
        to_pay="應收",
        saved="已省",
        unsent="已記錄在本機，稍後上傳總部",
        voided="{time} 由 {clerk} 撤銷",
        thanks="謝謝光臨，歡迎再來",
        points="{name}：{n} 積分",
        won="本次獲得",
        taken_back="已收回",
        returned="退貨",
        total="合計",
        voucher="{name}，餘額 {left}",
        back="換回：{name} × {n}",
        paid_out="退給顧客",
    ),
    "zh_CN": ReceiptWords(
        language="zh_CN",
        currency="NT$",
        number="小票 {number}",
        clerk="经手人",
        member="会员",
        goods="商品金额",
        gift="赠：{name}",
        to_pay="应收",
        saved="已省",
        unsent="已记录在本机，稍后上传总部",
        voided="{time} 由 {clerk} 撤销",
        thanks="谢谢光临，欢迎再来",
        points="{name}：{n} 积分",
        won="本次获得",
        taken_back="已收回",
        returned="退货",
        total="合计",
        voucher="{name}，余额 {left}",
        back="换回：{name} × {n}",
        paid_out="退给顾客",
    ),
    "en": ReceiptWords(
        language="en",
        currency="NT$",
        number="Receipt {number}",
        clerk="Served by",
        member="Member",
        goods="Goods",
        gift="Gift: {name}",
        to_pay="To pay",
        saved="Saved",
        unsent="Recorded at the till, on its way to headquarters",
        voided="Voided {time} by {clerk}",
        thanks="Thank you, see you soon",
        points="{name}: {n} points",
        won="You receive",
        taken_back="Taken back",
        returned="Goods returned",
        total="Total",
        voucher="{name}, {left} left on it",
        back="Exchanged: {n} × {name}",
        paid_out="Paid out",
    ),
}
