"""The lines that `kiosk campaign price` answers with, in the product's three languages."""

from __future__ import annotations

from kiosk.domain.texts import LocalText

ITEM = LocalText(
    "{item} × {pieces}，單價 {price}：{paid}",
    "{item} × {pieces}，单价 {price}：{paid}",
    "{pieces} × {item} at {price}: {paid}",
)
COMES_BACK = LocalText("（退回）", "（退回）", " (comes back)")
BARRED = LocalText("（不適用任何優惠）", "（不适用任何优惠）", " (never carries a benefit)")
OFF = LocalText("{what} {name}：減 {off}", "{what} {name}：减 {off}", "{what} {name}: {off} off")
TOTAL = LocalText("合計：{total} {currency}", "合计：{total} {currency}", "total: {total} {currency}")
PAID_OUT = LocalText("，付給顧客", "，付给顾客", ", paid out")
BOUND = LocalText(
    "太多折扣互相競爭，無法全部試過；最低價最多再少 {money}",
    "太多折扣互相竞争，无法全部试过；最低价最多再少 {money}",
    "bound: too many discounts contend to try all; the best price may be up to {money} lower",
)
VOUCHER = LocalText(
    "禮券 {name}：付其中 {paid}，餘額 {left}",
    "礼品卡 {name}：付其中 {paid}，余额 {left}",
    "voucher {name}: pays {paid} of it, {left} left on it",
)
POINTS = LocalText("積分：{points}", "积分：{points}", "points: {points}")
GIVES = LocalText(
    "送：{kind} {ref} × {quantity}（{rule}）",
    "送：{kind} {ref} × {quantity}（{rule}）",
    "gives: {kind} {ref} × {quantity} ({rule})",
)
NEAR_AMOUNT = LocalText(
    "差一點 {rule}：再買 {more}{where}，減 {off}",
    "差一点 {rule}：再买 {more}{where}，减 {off}",
    "near {rule}: {more} more{where}, {off} off",
)
WHERE = LocalText("（{goods}）", "（{goods}）", " of {goods}")
NEAR_FREE = LocalText(
    "差一點 {rule}：再拿一件 {goods}，免費",
    "差一点 {rule}：再拿一件 {goods}，免费",
    "near {rule}: one more of {goods} is free",
)
NEAR_PRICE = LocalText(
    "差一點 {rule}：再拿一件 {goods}，只要 {price}",
    "差一点 {rule}：再拿一件 {goods}，只要 {price}",
    "near {rule}: one more of {goods} for {price}",
)
ANYTHING = LocalText("任何商品", "任何商品", "anything")
NOT = LocalText("沒有{what} {name}：{why}", "没有{what} {name}：{why}", "not {what} {name}: {why}")
RULE, COUPON = LocalText("規則", "规则", "rule"), LocalText("券", "券", "coupon")
SOLD = LocalText(
    "賣出禮券 {name}：{paid}，有效至 {last}；其他規則都不計入",
    "卖出礼品卡 {name}：{paid}，有效至 {last}；其他规则都不计入",
    "voucher {name} sold: {paid}, good until {last}; nothing else counts it",
)
NOT_SOLD = LocalText("禮券 {name} 沒有賣：{why}", "礼品卡 {name} 没有卖：{why}", "not voucher {name}: {why}")
TO_PAY = LocalText("應付：{money} {currency}", "应付：{money} {currency}", "to pay: {money} {currency}")

WRONG_FILE = LocalText(
    "kiosk campaign check 在檔案裡找到 {count} 個錯誤；照它算的價格沒有意義",
    "kiosk campaign check 在文件里找到 {count} 个错误；照它算的价格没有意义",
    "kiosk campaign check finds {count} errors in the file; a price by it means little",
)
NOT_LOOKED_AT = LocalText(
    "沒有試這些規則，它們等的不是購買：{names}",
    "没有试这些规则，它们等的不是购买：{names}",
    "not looked at, for they wait for something else than a sale: {names}",
)
NO_RULE_NAMES = LocalText("沒有規則提到：{names}", "没有规则提到：{names}", "no rule names: {names}")
NOT_LISTED = LocalText("商品檔裡沒有：{names}", "商品文件里没有：{names}", "not in the catalogue: {names}")
NO_RULE_PAYS = LocalText(
    "沒有規則問是否以 {pay} 付款", "没有规则问是否以 {pay} 付款", "no rule asks whether it is paid by {pay}"
)
TOO_MUCH = LocalText("收銀機最多收 {most}", "收银机最多收 {most}", "a till takes no more than {most}")


def say(words: LocalText, language: str, **fields: object) -> str:
    """In one of LANGUAGES, with its fields."""
    return words.get(language).format(**fields)
