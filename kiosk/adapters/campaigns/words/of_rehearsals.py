"""What a rehearsal warns of, and what it cannot tell: English → 繁體, 简体."""

from __future__ import annotations

REHEARSED: dict[str, tuple[str, str]] = {
    "rule `{rule}` never fired": ("規則 `{rule}` 從來沒有給過", "规则 `{rule}` 从来没有给过"),
    "rule `{rule}`: {each} rewards a member on average": (
        "規則 `{rule}`：平均一位會員給了 {each} 次",
        "规则 `{rule}`：平均一位会员给了 {each} 次",
    ),
    "stock `{stock}` ran out": ("庫存 `{stock}` 發完了", "库存 `{stock}` 发完了"),
    "stock `{stock}` fell below its safety line": ("庫存 `{stock}` 低於安全庫存", "库存 `{stock}` 低于安全库存"),
    "budget `{budget}` is used up": ("預算 `{budget}` 用完了", "预算 `{budget}` 用完了"),
    "member {member} alone gets {share} % of everything": (
        "會員 {member} 一個人就拿了全部的 {share} %",
        "会员 {member} 一个人就拿了全部的 {share} %",
    ),
    "rewards cost {share} % of all sales": ("獎勵成本是營業額的 {share} %", "奖励成本是营业额的 {share} %"),
    "the points that were given pay for as much as was bought: a loop": (
        "給出的積分足夠折抵全部消費：循環了",
        "给出的积分足够抵扣全部消费：循环了",
    ),
    # -- not rehearsed
    "{names} does not happen in it": ("試算裡沒有發生 {names}", "试算里没有发生 {names}"),
    "nothing happens in any of {names}": ("試算裡 {names} 什麼也沒發生", "试算里 {names} 什么也没发生"),
    "nothing happens by any of {names}": ("試算裡沒有管道 {names}", "试算里没有渠道 {names}"),
    "nobody has any tag of {names}": ("試算裡沒有人有標籤 {names}", "试算里没有人有标签 {names}"),
    "nobody pays with any of {names}": ("試算裡沒有人用 {names} 付款", "试算里没有人用 {names} 付款"),
    "nobody types a code": ("試算裡沒有人輸入優惠碼", "试算里没有人输入优惠码"),
    "no sale says which articles were bought": ("沒有一筆交易說明買了哪些商品", "没有一笔交易说明买了哪些商品"),
    "nothing is reduced: it is counted for all goods": (
        "沒有商品先降過價：當作全部商品都算",
        "没有商品先降过价：当作全部商品都算",
    ),
    "nobody could use one in it, and it says neither `off`, `most` nor `cost`: it costs nothing": (
        "試算裡沒有人用得上，也沒有寫 `off`、`most` 或 `cost`：成本算不出來",
        "试算里没有人用得上，也没有写 `off`、`most` 或 `cost`：成本算不出来",
    ),
}
