"""Mistakes in the chain's goods file: English → 繁體, 简体."""

from __future__ import annotations

GOODS: dict[str, tuple[str, str]] = {
    "`{id}`: 1 to {most} letters": ("`{id}`：要有 1 到 {most} 個字", "`{id}`：要有 1 到 {most} 个字"),
    "`{id}` is there twice": ("`{id}` 出現兩次", "`{id}` 出现两次"),
    "no category `{name}`": ("沒有分類 `{name}`", "没有分类 `{name}`"),
    "no article `{name}`": ("沒有商品 `{name}`", "没有商品 `{name}`"),
    "`{id}`: categories go round, or lie more than {most} deep": (
        "`{id}`：分類繞成一圈，或超過 {most} 層",
        "`{id}`：分类绕成一圈，或超过 {most} 层",
    ),
    "`{id}`: it costs less than its floor": ("`{id}`：售價低於底價", "`{id}`：售价低于底价"),
    "{found} {what}: {most} at most": ("{what}有 {found} 個：最多 {most} 個", "{what}有 {found} 个：最多 {most} 个"),
    # -- a list (CSV)
    "the file is empty": ("檔案是空的", "文件是空的"),
    "the first line has headings, each once: {columns}": (
        "第一行是欄位名稱，每個只出現一次：{columns}",
        "第一行是列名，每个只出现一次：{columns}",
    ),
    "`{name}`: the first line has headings, each once: {columns}": (
        "`{name}`：第一行是欄位名稱，每個只出現一次：{columns}",
        "`{name}`：第一行是列名，每个只出现一次：{columns}",
    ),
    "more columns than headings": ("這一行的欄比欄位名稱多", "这一行的列比列名多"),
    "`{value}`: yes or no": ("`{value}`：要寫 yes 或 no（是或否）", "`{value}`：要写 yes 或 no（是或否）"),
    "`{id}` lies at `{path}` here, before at `{other}`": (
        "`{id}` 在這裡是 `{path}`，前面是 `{other}`",
        "`{id}` 在这里是 `{path}`，前面是 `{other}`",
    ),
    "a price, and nobody said in which currency": (
        "有價格，卻沒有說是哪種貨幣（--currency）",
        "有价格，却没有说是哪种货币（--currency）",
    ),
    "`{value}` is no price in {currency}": ("`{value}` 不是 {currency} 的價格", "`{value}` 不是 {currency} 的价格"),
}
