"""What stands against publishing a campaign file at HQ: English → 繁體, 简体."""

from __future__ import annotations

PUBLISHING: dict[str, tuple[str, str]] = {
    "a campaign `{id}` without a file is published already": (
        "已經有一個沒有檔案的活動 `{id}`",
        "已经有一个没有文件的活动 `{id}`",
    ),
    "version {version} is published already: give it a higher one": (
        "第 {version} 版已經發布，請用更大的版本號",
        "第 {version} 版已经发布，请用更大的版本号",
    ),
    "version {version} is in force from {since} on": (
        "第 {version} 版從 {since} 起生效",
        "第 {version} 版从 {since} 起生效",
    ),
    "from {starts} to {ends}: such years are not reckoned with": (
        "從 {starts} 到 {ends}：這樣的年份無法計算",
        "从 {starts} 到 {ends}：这样的年份无法计算",
    ),
    "{store} sells in {theirs}, not in {ours}": (
        "{store} 用 {theirs} 收款，不是 {ours}",
        "{store} 用 {theirs} 收款，不是 {ours}",
    ),
    # -- prizes of chance
    "prizes of {year}: {whole} given or promised, with the {worth} of this campaign, are more than "
    "the {most} that the law allows (`kiosk hq draws totals`)": (
        "{year} 年的獎品：連同這個活動的 {worth} 共 {whole}，超過法定上限 {most}（`kiosk hq draws totals`）",
        "{year} 年的奖品：连同这个活动的 {worth} 共 {whole}，超过法定上限 {most}（`kiosk hq draws totals`）",
    ),
    "say --favour NAME if other words are no worse for customers": (
        "文字改了但對顧客沒有更不利時，請加上 --favour 姓名",
        "文字改了但对顾客没有更不利时，请加上 --favour 姓名",
    ),
    "the draw is not there any more": ("這個抽獎沒有了", "这个抽奖没有了"),
    "it was to be at {old}, not at {new}": ("原定 {old} 開獎，不是 {new}", "原定 {old} 开奖，不是 {new}"),
    "there is none on {day} any more": ("{day} 的抽獎沒有了", "{day} 的抽奖没有了"),
    "fewer alternates: {new} instead of {old}": ("備取少了：{new}，原來 {old}", "候补少了：{new}，原来 {old}"),
    "the wheel is not there any more": ("這個轉盤沒有了", "这个转盘没有了"),
    "a spin costs more tickets": ("轉一次要更多抽獎券", "转一次要更多抽奖券"),
    "the prize is not there any more": ("這個獎項沒有了", "这个奖项没有了"),
    "{new} instead of {old}": ("現在 {new}，原來 {old}", "现在 {new}，原来 {old}"),
    "it is worth less": ("價值變低了", "价值变低了"),
    "{new} instead of {old} of tickets for {name}": (
        "{name} 的抽獎券：現在 {new} 張，原來 {old} 張",
        "{name} 的抽奖券：现在 {new} 张，原来 {old} 张",
    ),
    "{new} instead of {old} of spins of {name}": (
        "{name} 的轉盤次數：現在 {new}，原來 {old}",
        "{name} 的转盘次数：现在 {new}，原来 {old}",
    ),
    "it ends on {new} instead of {old}": ("改為 {new} 結束，原來 {old}", "改为 {new} 结束，原来 {old}"),
    "other words": ("文字改了", "文字改了"),
}
