"""The legal checklist: English → 繁體, 简体."""

from __future__ import annotations

LAW: dict[str, tuple[str, str]] = {
    "{place} counts in {theirs}, the file in {ours}": (
        "{place} 使用 {theirs}，檔案卻用 {ours}",
        "{place} 使用 {theirs}，文件却用 {ours}",
    ),
    "prize `{prize}`: 偶然所得 20 %: `tax_percent: 20`": (
        "獎項 `{prize}`：偶然所得 20 %，請寫 `tax_percent: 20`",
        "奖项 `{prize}`：偶然所得 20 %，请写 `tax_percent: 20`",
    ),
    "follow-up offers need a text on consent and opt-out": (
        "後續優惠需要一段說明：徵得同意，也可以退出",
        "后续优惠需要一段说明：征得同意，也可以退出",
    ),
    "the terms say no more than the name": ("活動條款只寫了名稱", "活动条款只写了名称"),
    "quantities or odds must be published: `odds_published: true`": (
        "數量或中獎機率必須公布：`odds_published: true`",
        "数量或中奖概率必须公布：`odds_published: true`",
    ),
    "employees must be excluded: `insiders_excluded: true`": (
        "員工不得參加：`insiders_excluded: true`",
        "员工不得参加：`insiders_excluded: true`",
    ),
    "more than ¥50,000 can be won with one purchase": (
        "一次消費能中的獎超過 ¥50,000",
        "一次消费能中的奖超过 ¥50,000",
    ),
    "results over ¥500 are shown continuously: `winners_board: true`": (
        "超過 ¥500 的結果必須隨時公示：`winners_board: true`",
        "超过 ¥500 的结果必须随时公示：`winners_board: true`",
    ),
    "the record is kept for two years: `archive_years: 2`": (
        "紀錄要留存兩年：`archive_years: 2`",
        "记录要保存两年：`archive_years: 2`",
    ),
    "a prize is above NT$5,000,000": ("有獎項超過 NT$5,000,000", "有奖项超过 NT$5,000,000"),
    "the yearly total so far: `yearly_prizes_so_far`": (
        "請填今年至今的獎額：`yearly_prizes_so_far`",
        "请填今年至今的奖额：`yearly_prizes_so_far`",
    ),
    "remaining prizes are shown at once: `winners_board: true`": (
        "剩餘獎項必須即時公布：`winners_board: true`",
        "剩余奖项必须即时公布：`winners_board: true`",
    ),
    "a trade promotion competition licence number is mandatory": (
        "推廣生意的競賽牌照號碼必須填寫",
        "推广生意的竞赛牌照号码必须填写",
    ),
    "chance decides, and `{name}` is not said": (
        "由機會決定，卻沒有寫 `{name}`",
        "由机会决定，却没有写 `{name}`",
    ),
    "prize `{prize}` needs a value and a quantity": (
        "獎項 `{prize}` 要有價值和數量",
        "奖项 `{prize}` 要有价值和数量",
    ),
    "prize `{prize}` is above NT$20,000: `tax_percent: 10`": (
        "獎項 `{prize}` 超過 NT$20,000：`tax_percent: 10`",
        "奖项 `{prize}` 超过 NT$20,000：`tax_percent: 10`",
    ),
}
