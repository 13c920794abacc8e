"""What a campaign file says and its author hardly means: English → 繁體, 简体."""

from __future__ import annotations

SLIPS: dict[str, tuple[str, str]] = {
    # -- names
    "no {what} `{name}`; did you mean `{near}`?": (
        "沒有{what} `{name}`，是不是 `{near}`？",
        "没有{what} `{name}`，是不是 `{near}`？",
    ),
    "no {what} `{name}`; there are: {known}": (
        "沒有{what} `{name}`，現有的是：{known}",
        "没有{what} `{name}`，现有的是：{known}",
    ),
    "no {what} `{name}`: there is none at all": (
        "沒有{what} `{name}`：一個也沒有",
        "没有{what} `{name}`：一个也没有",
    ),
    "`{word}` is one {what} with a Chinese comma in it: write two, with `,` between them": (
        "`{word}` 用了中文逗號，會當成一個{what}：請用 `,` 分開",
        "`{word}` 用了中文逗号，会当成一个{what}：请用 `,` 分开",
    ),
    "`{word}` stands in the quotes of a Chinese keyboard, which are a part of it: write {meant}": (
        "`{word}` 外面是全形引號，會被當成名稱的一部分：請寫 {meant}",
        "`{word}` 外面是全角引号，会被当成名称的一部分：请写 {meant}",
    ),
    "`{word}` has an invisible sign (U+{sign}): write it anew": (
        "`{word}` 裡有看不見的字元（U+{sign}）：請重新輸入",
        "`{word}` 里有看不见的字符（U+{sign}）：请重新输入",
    ),
    "from {time} to {time} is the whole day, around the clock: leave it out, or write other hours": (
        "從 {time} 到 {time} 是整天 24 小時：請刪掉，或改寫時段",
        "从 {time} 到 {time} 是整天 24 小时：请删掉，或改写时段",
    ),
    "of {all} pieces {free} are free: more than are paid. Are `buy` and `free` the other way round?": (
        "{all} 件中有 {free} 件免費，比付錢的還多：`buy` 和 `free` 寫反了嗎？",
        "{all} 件中有 {free} 件免费，比付钱的还多：`buy` 和 `free` 写反了吗？",
    ),
    "the {what} `{word}` is written once; elsewhere it is `{near}`": (
        "{what} `{word}` 只寫了一次，別處寫的是 `{near}`",
        "{what} `{word}` 只写了一次，别处写的是 `{near}`",
    ),
    "the {what} `{word}` never carries a benefit, says the goods file: here it brings nothing": (
        "{what} `{word}` 在商品目錄裡是不參加優惠的，寫在這裡沒有作用",
        "{what} `{word}` 在商品目录里是不参加优惠的，写在这里没有作用",
    ),
    "coupon `{coupon}`: nothing says what one costs, and the budget counts it as nothing: write `cost`": (
        "優惠券 `{coupon}`：看不出一張的成本，預算會當成 0：請寫 `cost`",
        "优惠券 `{coupon}`：看不出一张的成本，预算会当成 0：请写 `cost`",
    ),
    "no rule gives the prize `{prize}`": ("沒有規則給出獎項 `{prize}`", "没有规则给出奖项 `{prize}`"),
    "no rule speaks of `{name}`": ("沒有規則用到 `{name}`", "没有规则用到 `{name}`"),
    # -- percentages, prices, ends
    "{percent} % is less than one in a hundred; if {fold} 折 is meant, write {meant}": (
        "{percent} % 不到百分之一；如果是 {fold} 折，請寫 {meant}",
        "{percent} % 不到百分之一；如果是 {fold} 折，请写 {meant}",
    ),
    "{percent} % is taken off and the customer pays {rest} %; if {fold} 折 is meant, write {rest}": (
        "減 {percent} %，顧客只付 {rest} %；如果是 {fold} 折，請寫 {rest}",
        "减 {percent} %，顾客只付 {rest} %；如果是 {fold} 折，请写 {rest}",
    ),
    "less than {coin} {currency}, which is the smallest that is paid: it takes nothing off": (
        "不到 {coin} {currency}，也就是不到最小的付款單位：什麼也沒有減",
        "不到 {coin} {currency}，也就是不到最小的付款单位：什么也没有减",
    ),
    "a piece may be sold at {percent} % of its price; if {percent} % off is the most, write {off}": (
        "一件可以低到原價的 {percent} %；如果是最多減 {percent} %，請寫 {off}",
        "一件可以低到原价的 {percent} %；如果是最多减 {percent} %，请写 {off}",
    ),
    "a cap has `most`, `most_percent` or both": (
        "上限要寫 `most` 或 `most_percent`，也可以都寫",
        "上限要写 `most` 或 `most_percent`，也可以都写",
    ),
    "a cap of 0: nothing is taken off any sale": ("上限是 0：什麼也不能減", "上限是 0：什么也不能减"),
    "all of a sale is no bound": ("整筆都可以減，等於沒有上限", "整笔都可以减，等于没有上限"),
    "a floor names its goods: `items` or `categories`": (
        "最低價要指定商品：`items` 或 `categories`",
        "最低价要指定商品：`items` 或 `categories`",
    ),
    "a floor has one of price and percent": (
        "最低價要寫 price 或 percent 其中一個",
        "最低价要写 price 或 percent 其中一个",
    ),
    "a floor of 0 is none": ("最低價是 0，等於沒有", "最低价是 0，等于没有"),
    "a floor above the price itself": ("最低價比原價還高", "最低价比原价还高"),
    "{amount} {currency} cannot be paid: the smallest coin is {coin}, and what is taken off is cut down to it": (
        "{amount} {currency} 付不出來：最小的付款單位是 {coin}，減的金額會捨去零頭",
        "{amount} {currency} 付不出来：最小的付款单位是 {coin}，减的金额会舍去零头",
    ),
    "no goods are named: every piece in the shop costs {price}. Add `items` or `categories`": (
        "沒有指定商品：全店每一件都是 {price}。請加 `items` 或 `categories`",
        "没有指定商品：全店每一件都是 {price}。请加 `items` 或 `categories`",
    ),
    "no goods are named: the cheapest pieces of the whole basket are free. Is that meant?": (
        "沒有指定商品：整筆交易裡最便宜的幾件免費。是這個意思嗎？",
        "没有指定商品：整笔交易里最便宜的几件免费。是这个意思吗？",
    ),
    "100 % off, and no goods are named: everything is free": (
        "減 100 %，又沒有指定商品：全部免費",
        "减 100 %，又没有指定商品：全部免费",
    ),
    "no goods are named: any pieces in the shop make a bundle": (
        "沒有指定商品：全店任何幾件都能湊成一組",
        "没有指定商品：全店任何几件都能凑成一组",
    ),
    "no goods are named: it is given on any piece in the shop": (
        "沒有指定商品：全店任何一件都適用",
        "没有指定商品：全店任何一件都适用",
    ),
    "the end is excluded, so the last minute is lost: write {meant}": (
        "結束的時刻不算在內，會少了最後一分鐘：請寫 {meant}",
        "结束的时刻不算在内，会少了最后一分钟：请写 {meant}",
    ),
    # -- together
    "`{one}` and `{other}` count the same pieces: one alone is given, unless each names the other's group in `with`": (
        "`{one}` 和 `{other}` 數的是同樣的商品：除非 `with` 裡互相有對方的組，否則只給其中一個",
        "`{one}` 和 `{other}` 数的是同样的商品：除非 `with` 里互相有对方的组，否则只给其中一个",
    ),
    "nothing here is of group `{name}`; did you mean `{near}`?": (
        "這裡沒有 `{name}` 這一組，是不是 `{near}`？",
        "这里没有 `{name}` 这一组，是不是 `{near}`？",
    ),
    "nothing here is of group `{name}`; a group of other campaigns is named in `other_groups`": (
        "這裡沒有 `{name}` 這一組；別的活動的組請列在 `other_groups`",
        "这里没有 `{name}` 这一组；别的活动的组请列在 `other_groups`",
    ),
    "`{name}` tolerates group `{group}`, but {others} does not tolerate `{own}`: not together": (
        "`{name}` 可以和 `{group}` 組併用，但 {others} 不容許 `{own}` 組：不可併用",
        "`{name}` 可以和 `{group}` 组同时使用，但 {others} 不允许 `{own}` 组：不能同时使用",
    ),
    "{names} go together and may take {percent} % of a purchase": (
        "{names} 可以併用，最多減掉一筆交易的 {percent} %",
        "{names} 可以同时使用，最多减掉一笔交易的 {percent} %",
    ),
    "{names} go together and leave nothing to pay": (
        "{names} 可以併用，一毛錢也不用付",
        "{names} 可以同时使用，一分钱也不用付",
    ),
    # -- stock
    "substitutes go round: {round}": ("替代品互相循環：{round}", "替代品互相循环：{round}"),
    "`{item}`: more than {most} substitutes one after the other": (
        "`{item}`：接連的替代品超過 {most} 個",
        "`{item}`：接连的替代品超过 {most} 个",
    ),
    "`{item}`: the safety line is above the whole stock": (
        "`{item}`：安全庫存比全部庫存還多",
        "`{item}`：安全库存比全部库存还多",
    ),
    "one piece of the stock is worth more than the whole budget": (
        "一件庫存的價值超過全部預算",
        "一件库存的价值超过全部预算",
    ),
    "{count} of `{item}` at once, and there are {there_is}: it is never given": (
        "一次要 {count} 件 `{item}`，但只有 {there_is} 件：永遠給不出去",
        "一次要 {count} 件 `{item}`，但只有 {there_is} 件：永远给不出去",
    ),
    "`{item}` is handed over by headquarters: no till has one for this coupon": (
        "`{item}` 由總部交付：沒有終端拿得出來兌換這張優惠券",
        "`{item}` 由总部交付：没有终端拿得出来兑换这张优惠券",
    ),
    "{count} of `{item}` at once, and there are {there_is}: so many are never taken": (
        "一次最多 {count} 件 `{item}`，但只有 {there_is} 件：用不到這麼多",
        "一次最多 {count} 件 `{item}`，但只有 {there_is} 件：用不到这么多",
    ),
    "{count} of `{item}` are promised and there are {there_is}: who comes last gets nothing": (
        "答應了 {count} 件 `{item}`，但只有 {there_is} 件：後來的人拿不到",
        "答应了 {count} 件 `{item}`，但只有 {there_is} 件：后来的人拿不到",
    ),
    # -- of no effect
    "`{field}` changes nothing at `{event}`": (
        "`{field}` 對 `{event}` 沒有作用",
        "`{field}` 对 `{event}` 没有作用",
    ),
    "`every` repeats the nth event: with `n` 1 it changes nothing": (
        "`every` 是每 n 次一次：`n` 是 1 時沒有作用",
        "`every` 是每 n 次一次：`n` 是 1 时没有作用",
    ),
    "`from_pieces` {pieces} changes nothing: it takes {size} pieces anyway": (
        "`from_pieces` {pieces} 不起作用：本來就要 {size} 件",
        "`from_pieces` {pieces} 不起作用：本来就要 {size} 件",
    ),
    "no rule gives points for an amount (`points_per`): there is nothing to multiply": (
        "沒有規則按金額給積分（`points_per`）：沒有可以加倍的",
        "没有规则按金额给积分（`points_per`）：没有可以加倍的",
    ),
    "nothing of `give` can be gone, so `otherwise` is never given": (
        "`give` 裡沒有會送完的東西，所以 `otherwise` 永遠用不到",
        "`give` 里没有会送完的东西，所以 `otherwise` 永远用不到",
    ),
    "a discount goes with its sale: there is nothing to keep": (
        "折扣跟著交易走：沒有可以保留的",
        "折扣跟着交易走：没有可以保留的",
    ),
    "the campaign does not run in {stores}; the coupon is given elsewhere": (
        "活動不在 {stores} 進行，優惠券是在別的門市給的",
        "活动不在 {stores} 进行，优惠券是在别的门店给的",
    ),
    "no rule names the budget `{budget}`: nothing is counted against it": (
        "沒有規則用到預算 `{budget}`：什麼也不會計入",
        "没有规则用到预算 `{budget}`：什么也不会计入",
    ),
    # -- another version
    "this is `{id}`, and the file before it `{before}`: not two versions of one campaign": (
        "這是 `{id}`，舊檔案是 `{before}`：不是同一個活動的兩個版本",
        "这是 `{id}`，旧文件是 `{before}`：不是同一个活动的两个版本",
    ),
    "the file has changed and its version has not grown: it was {before}, and is {version}": (
        "檔案改了，版本卻沒有增加：原來是 {before}，現在是 {version}",
        "文件改了，版本却没有增加：原来是 {before}，现在是 {version}",
    ),
    "the currency was {before}: amounts that were counted would mean another money": (
        "幣別原來是 {before}：已經累計的金額會變成另一種錢",
        "币种原来是 {before}：已经累计的金额会变成另一种钱",
    ),
    "the limit `{old}` is gone: the reward is no longer limited": (
        "限制 `{old}` 沒有了：獎勵不再有限制",
        "限制 `{old}` 没有了：奖励不再有限制",
    ),
    "the limit counted as `{old}`, now as `{new}`: what was used is forgotten. Give it an `id`": (
        "這項限制原來記為 `{old}`，現在記為 `{new}`：已用的次數會忘掉。請給它 `id`",
        "这项限制原来记为 `{old}`，现在记为 `{new}`：已用的次数会忘掉。请给它 `id`",
    ),
    "the rule `{rule}` is gone; what it counted is forgotten": (
        "規則 `{rule}` 沒有了，它累計的會忘掉",
        "规则 `{rule}` 没有了，它累计的会忘掉",
    ),
    # -- drafts
    "a draft: {count} texts are not in {languages} yet; what is published needs all": (
        "草稿：有 {count} 段文字還沒有 {languages}；發布時三種都要有",
        "草稿：有 {count} 段文字还没有 {languages}；发布时三种都要有",
    ),
}
