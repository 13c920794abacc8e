"""What the bridge's "no" means, in the three languages, for whoever stands at the till."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.application.till.outcomes import TillNo
from kiosk.domain.texts import LocalText

INVALID = LocalText(
    "收銀程式送出的資料有誤，請通知店長",
    "收银程序发送的数据有误，请通知店长",
    "The till sent what cannot be: tell the manager",
)
"""Of what the till's program got wrong."""

WORDS: Mapping[TillNo, LocalText] = {
    TillNo.CURRENCY_MISMATCH: LocalText("幣別與門市不同", "币种与门店不同", "The store sells in another currency"),
    TillNo.AMOUNT_MISSING: LocalText("沒有可結帳的商品金額", "没有可结账的商品金额", "There is nothing to pay for"),
    TillNo.NOTHING_BOUGHT: LocalText(
        "全部都是退回的商品，請改用退貨", "全部都是退回的商品，请改用退货", "Everything comes back: make it a return"
    ),
    TillNo.AMOUNT_TOO_LARGE: LocalText("金額過大", "金额过大", "The amount is too large"),
    TillNo.CATEGORIES_EXCEED_AMOUNT: LocalText(
        "各類別合計超過總額", "各类别合计超过总额", "The categories come to more than the whole"
    ),
    TillNo.PUT_AGAIN: LocalText("請重新送出購物清單", "请重新发送购物清单", "Send the basket again"),
    TillNo.PRICE_CHANGED: LocalText(
        "價格已變動，請再向顧客確認", "价格已变动，请再与顾客确认", "The price is another one now: ask the customer"
    ),
    TillNo.APPROVAL_NEEDED: LocalText(
        "有優惠券需要店長同意", "有优惠券需要店长同意", "A coupon needs a manager’s approval"
    ),
    TillNo.ALREADY_PAID: LocalText("這筆交易已付款", "这笔交易已付款", "It was paid already"),
    TillNo.ALREADY_CANCELLED: LocalText("這筆交易已取消", "这笔交易已取消", "It was cancelled already"),
    TillNo.MANAGER_NEEDED: LocalText(
        "請店長在終端機上處理", "请店长在终端机上处理", "A manager does this on the terminal"
    ),
    TillNo.NOT_PAID: LocalText("查無這筆已付款的交易", "没有这笔已付款的交易", "Nothing was paid under this number"),
    TillNo.NOT_POSSIBLE: LocalText("目前無法進行", "目前无法进行", "This is not possible now"),
}
