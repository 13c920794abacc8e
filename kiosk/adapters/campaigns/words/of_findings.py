"""Contradictions, dead rules, loops and rewards without end: English → 繁體, 简体."""

from __future__ import annotations

FINDINGS: dict[str, tuple[str, str]] = {
    "`{name}` names every day: it limits nothing": (
        "`{name}` 列出了每一天：沒有限制",
        "`{name}` 列出了每一天：没有限制",
    ),
    # -- the whole
    "a campaign needs at least one phase": ("活動至少要有一個階段", "活动至少要有一个阶段"),
    "no rules: nothing will ever be given": ("沒有規則：什麼也不會給", "没有规则：什么也不会给"),
    "versions count from 1": ("版本從 1 開始", "版本从 1 开始"),
    "dormant_months must be more than active_months": (
        "dormant_months 必須大於 active_months",
        "dormant_months 必须大于 active_months",
    ),
    "phase `{phase}` ends before it begins": (
        "階段 `{phase}` 還沒開始就結束",
        "阶段 `{phase}` 还没开始就结束",
    ),
    "phase `{phase}` overlaps `{before}`": (
        "階段 `{phase}` 和 `{before}` 重疊",
        "阶段 `{phase}` 和 `{before}` 重叠",
    ),
    "`{name}` is there twice": ("`{name}` 有兩個", "`{name}` 有两个"),
    "{count} months: {most} years at most": ("{count} 個月：最多 {most} 年", "{count} 个月：最多 {most} 年"),
    "{count} days: {most} years at most": ("{count} 天：最多 {most} 年", "{count} 天：最多 {most} 年"),
    # -- points
    "rule `{rule}`: a share of the purchase, without a sale": (
        "規則 `{rule}`：要按消費額的比例給，但這裡沒有消費",
        "规则 `{rule}`：要按消费额的比例给，但这里没有消费",
    ),
    "rule `{rule}`: `percent_of_purchase` needs a coupon with a `value`, the most it can be worth: `{coupon}`": (
        "規則 `{rule}`：`percent_of_purchase` 要配有 `value`（面額上限）的券：`{coupon}`",
        "规则 `{rule}`：`percent_of_purchase` 要配有 `value`（面额上限）的券：`{coupon}`",
    ),
    "a point pays {pays} and costs the budget {cost} (`point_cost`)": (
        "一分能折抵 {pays}，預算裡卻只算 {cost}（`point_cost`）",
        "一分能抵扣 {pays}，预算里却只算 {cost}（`point_cost`）",
    ),
    "rule `{rule}` gives back all the points it costs": (
        "規則 `{rule}` 把花掉的積分全部還給會員",
        "规则 `{rule}` 把花掉的积分全部还给会员",
    ),
    "rule `{rule}`: a purchase gives points that pay for one as large: a loop": (
        "規則 `{rule}`：一次消費給的積分夠付同樣大的一次消費，會循環",
        "规则 `{rule}`：一次消费给的积分够付同样大的一次消费，会循环",
    ),
    "rule `{rule}`: its points are held for as long as they are good: nobody can spend them": (
        "規則 `{rule}`：積分待入帳的時間和有效期一樣長，沒有人用得到",
        "规则 `{rule}`：积分待入账的时间和有效期一样长，没有人用得到",
    ),
    "`days`, `months` or `end_of`: how long a point is good": (
        "積分有效多久：`days`、`months` 或 `end_of`",
        "积分有效多久：`days`、`months` 或 `end_of`",
    ),
    "`days` and `months`: one of them": ("`days` 和 `months` 只能寫一個", "`days` 和 `months` 只能写一个"),
    "points that are good for 0 days": ("積分只有效 0 天", "积分只有效 0 天"),
    "a point is good for 100 years at most; leave `expire` out for points without end": (
        "積分最多有效 100 年；不到期的積分請不要寫 `expire`",
        "积分最多有效 100 年；不到期的积分请不要写 `expire`",
    ),
    # -- loops
    "rule `{rule}`: coupon `{coupon}` brings the smallest purchase down to {price}, which gives the coupon again: "
    "a loop. Limit it, or ask for more": (
        "規則 `{rule}`：優惠券 `{coupon}` 讓最小的消費只付 {price}，又再給一張券，會循環。請加限制，或提高門檻",
        "规则 `{rule}`：优惠券 `{coupon}` 让最小的消费只付 {price}，又再给一张券，会循环。请加限制，或提高门槛",
    ),
    "rule `{rule}`: a spin that gives a spin, unlimited": (
        "規則 `{rule}`：轉一次又給一次，沒有限制",
        "规则 `{rule}`：转一次又给一次，没有限制",
    ),
    # -- coupons
    "coupon `{coupon}`: it takes nothing off and gives nothing: it needs `off`, `percent`, `gift` or `value`": (
        "優惠券 `{coupon}`：什麼也不減、什麼也不送，要有 `off`、`percent`、`gift` 或 `value`",
        "优惠券 `{coupon}`：什么也不减、什么也不送，要有 `off`、`percent`、`gift` 或 `value`",
    ),
    "rule `{rule}`: whoever knows the code uses it as often as they like: without `limits` it has no end": (
        "規則 `{rule}`：知道代碼的人想用幾次就用幾次：沒有 `limits` 就沒有上限",
        "规则 `{rule}`：知道代码的人想用几次就用几次：没有 `limits` 就没有上限",
    ),
    "rule `{rule}`: `{code}` is no code: {shortest} to {longest} letters and digits, a letter among them": (
        "規則 `{rule}`：`{code}` 不是代碼：{shortest} 到 {longest} 個字母和數字，至少有一個字母",
        "规则 `{rule}`：`{code}` 不是代码：{shortest} 到 {longest} 个字母和数字，至少有一个字母",
    ),
    "rule `{rule}`: nobody gives a code at `{event}`": (
        "規則 `{rule}`：`{event}` 沒有人輸入代碼",
        "规则 `{rule}`：`{event}` 没有人输入代码",
    ),
    "coupon `{coupon}`: `{field}` contradicts itself, or leaves nothing to take off": (
        "優惠券 `{coupon}`：`{field}` 自相矛盾，或是什麼也減不了",
        "优惠券 `{coupon}`：`{field}` 自相矛盾，或是什么也减不了",
    ),
    "coupon `{coupon}`: no more a day than in all: `per_member_day` has no effect": (
        "優惠券 `{coupon}`：每天的次數不少於全部的次數，`per_member_day` 沒有作用",
        "优惠券 `{coupon}`：每天的次数不少于全部的次数，`per_member_day` 没有作用",
    ),
    "coupon `{coupon}`: it begins on {since}, after the campaign ends: it needs `until` or `valid_days`": (
        "優惠券 `{coupon}`：{since} 才開始，那時活動已經結束：要有 `until` 或 `valid_days`",
        "优惠券 `{coupon}`：{since} 才开始，那时活动已经结束：要有 `until` 或 `valid_days`",
    ),
    "coupon `{coupon}`: a voucher of value pays for anything until it is empty: `{field}` means nothing": (
        "優惠券 `{coupon}`：儲值券什麼都能付，用完為止：`{field}` 沒有意義",
        "优惠券 `{coupon}`：储值券什么都能付，用完为止：`{field}` 没有意义",
    ),
    "coupon `{coupon}`: tills sell vouchers of value alone: it needs `value`": (
        "優惠券 `{coupon}`：櫃檯只售儲值券：要有 `value`",
        "优惠券 `{coupon}`：收银台只售储值券：要有 `value`",
    ),
    "coupon `{coupon}`: `sold` from {least} to {most}: nothing can be paid for it": (
        "優惠券 `{coupon}`：`sold` 從 {least} 到 {most}：沒有可以付的金額",
        "优惠券 `{coupon}`：`sold` 从 {least} 到 {most}：没有可以付的金额",
    ),
    "coupon `{coupon}`: an amount that tills offer is not between `least` and `most`": (
        "優惠券 `{coupon}`：櫃檯提供的金額不在 `least` 與 `most` 之間",
        "优惠券 `{coupon}`：收银台提供的金额不在 `least` 与 `most` 之间",
    ),
    "coupon `{coupon}`: no voucher is worth more than {most}": (
        "優惠券 `{coupon}`：儲值券最多值 {most}",
        "优惠券 `{coupon}`：储值券最多值 {most}",
    ),
    "coupon `{coupon}`: {until} is before {since}": (
        "優惠券 `{coupon}`：{until} 早於 {since}",
        "优惠券 `{coupon}`：{until} 早于 {since}",
    ),
    "coupon `{coupon}`: `{field}` of 0: it can never be used": (
        "優惠券 `{coupon}`：`{field}` 是 0，永遠不能用",
        "优惠券 `{coupon}`：`{field}` 是 0，永远不能用",
    ),
    "coupon `{coupon}`: there is no day {day}: 1 is Monday, 7 is Sunday": (
        "優惠券 `{coupon}`：沒有第 {day} 天：1 是星期一，7 是星期日",
        "优惠券 `{coupon}`：没有第 {day} 天：1 是星期一，7 是星期日",
    ),
    "coupon `{coupon}`: `{one}` and `{other}`: one of them; make two coupons for both": (
        "優惠券 `{coupon}`：`{one}` 和 `{other}` 只能選一個；兩個都要就做兩張券",
        "优惠券 `{coupon}`：`{one}` 和 `{other}` 只能选一个；两个都要就做两张券",
    ),
    "coupon `{coupon}`: `valid_days` {days}: the day on which it is given is the first of them": (
        "優惠券 `{coupon}`：`valid_days` 是 {days}，但給券那天就算第一天",
        "优惠券 `{coupon}`：`valid_days` 是 {days}，但给券那天就算第一天",
    ),
    "coupon `{coupon}`: it ends on {until}, before the campaign begins on {starts}": (
        "優惠券 `{coupon}`：{until} 就到期，活動 {starts} 才開始",
        "优惠券 `{coupon}`：{until} 就到期，活动 {starts} 才开始",
    ),
    "coupon `{coupon}`: {percent} %: more than everything": (
        "優惠券 `{coupon}`：{percent} % 超過全部",
        "优惠券 `{coupon}`：{percent} % 超过全部",
    ),
    "coupon `{coupon}`: `spend` is for `off`; a percentage from an amount on has `min_spend`": (
        "優惠券 `{coupon}`：`spend` 配 `off` 用；滿額打折請用 `min_spend`",
        "优惠券 `{coupon}`：`spend` 配 `off` 用；满额打折请用 `min_spend`",
    ),
    "coupon `{coupon}`: `spend` is for `off`; a gift from an amount on has `min_spend`": (
        "優惠券 `{coupon}`：`spend` 配 `off` 用；滿額贈禮請用 `min_spend`",
        "优惠券 `{coupon}`：`spend` 配 `off` 用；满额赠礼请用 `min_spend`",
    ),
    "coupon `{coupon}`: `{field}` bounds a `percent`, an `off` with `each`, or an `off_piece`": (
        "優惠券 `{coupon}`：`{field}` 只限制 `percent`、有 `each` 的 `off`，或 `off_piece`",
        "优惠券 `{coupon}`：`{field}` 只限制 `percent`、有 `each` 的 `off`，或 `off_piece`",
    ),
    "coupon `{coupon}`: `{field}` of 0: it takes nothing off": (
        "優惠券 `{coupon}`：`{field}` 是 0，什麼也不減",
        "优惠券 `{coupon}`：`{field}` 是 0，什么也不减",
    ),
    "coupon `{coupon}`: `each` needs the `spend` for which `off` is given": (
        "優惠券 `{coupon}`：`each` 要有 `spend` 和 `off`",
        "优惠券 `{coupon}`：`each` 要有 `spend` 和 `off`",
    ),
    # -- discounts
    "rule `{rule}`: it takes nothing off: one of off, percent, off_piece, price, buy and free, bundle, set": (
        "規則 `{rule}`：什麼也不減，要有 off、percent、off_piece、price、buy 和 free、bundle、set 其中一種",
        "规则 `{rule}`：什么也不减，要有 off、percent、off_piece、price、buy 和 free、bundle、set 其中一种",
    ),
    "rule `{rule}`: one of off, percent, off_piece, price, buy and free, bundle, set; make a rule for each": (
        "規則 `{rule}`：off、percent、off_piece、price、buy 和 free、bundle、set 只能選一種；要多種就分成多條規則",
        "规则 `{rule}`：off、percent、off_piece、price、buy 和 free、bundle、set 只能选一种；要多种就分成多条规则",
    ),
    "rule `{rule}`: a voided sale would keep the points that paid for it": (
        "規則 `{rule}`：交易撤銷後，付掉的積分不會退回",
        "规则 `{rule}`：交易撤销后，付掉的积分不会退回",
    ),
    "rule `{rule}`: `buy`, `bundle` and `set` say themselves which pieces they mean": (
        "規則 `{rule}`：`buy`、`bundle`、`set` 已經說明是哪幾件",
        "规则 `{rule}`：`buy`、`bundle`、`set` 已经说明是哪几件",
    ),
    "rule `{rule}`: more than everything is free": ("規則 `{rule}`：減得比全部還多", "规则 `{rule}`：减得比全部还多"),
    "rule `{rule}`: `buy` and `free` need each other": (
        "規則 `{rule}`：`buy` 和 `free` 要一起寫",
        "规则 `{rule}`：`buy` 和 `free` 要一起写",
    ),
    "rule `{rule}`: `each` needs the `spend` for which `off` is given": (
        "規則 `{rule}`：`each` 要有 `spend`，才知道每滿多少減 `off`",
        "规则 `{rule}`：`each` 要有 `spend`，才知道每满多少减 `off`",
    ),
    "rule `{rule}`: `each` repeats an `off`": (
        "規則 `{rule}`：`each` 配 `off` 用",
        "规则 `{rule}`：`each` 配 `off` 用",
    ),
    "rule `{rule}`: a bundle has one of price, percent and off": (
        "規則 `{rule}`：任選幾件一組要有 price、percent、off 其中一種，而且只能一種",
        "规则 `{rule}`：任选几件一组要有 price、percent、off 其中一种，而且只能一种",
    ),
    "rule `{rule}`: a bundle of 0 pieces": ("規則 `{rule}`：一組 0 件", "规则 `{rule}`：一组 0 件"),
    "rule `{rule}`: no piece has such a price: at most is below at least": (
        "規則 `{rule}`：沒有這樣的單價：上限比下限低",
        "规则 `{rule}`：没有这样的单价：上限比下限低",
    ),
    "rule `{rule}`: `to_pieces` is below `from_pieces`: it can never give": (
        "規則 `{rule}`：`to_pieces` 小於 `from_pieces`，永遠不會給",
        "规则 `{rule}`：`to_pieces` 小于 `from_pieces`，永远不会给",
    ),
    "rule `{rule}`: `most` bounds a `percent`, `each` or `for_points`": (
        "規則 `{rule}`：`most` 只限制 `percent`、`each` 或 `for_points`",
        "规则 `{rule}`：`most` 只限制 `percent`、`each` 或 `for_points`",
    ),
    "rule `{rule}`: nothing comes before the stage `articles`: `of: rest` is the price": (
        "規則 `{rule}`：`articles` 之前沒有別的折扣，`of: rest` 就是原價",
        "规则 `{rule}`：`articles` 之前没有别的折扣，`of: rest` 就是原价",
    ),
    "rule `{rule}`: `for_points` pay so much `off` each, and nothing else": (
        "規則 `{rule}`：`for_points` 只能配 `off`，表示積分折抵多少",
        "规则 `{rule}`：`for_points` 只能配 `off`，表示积分抵扣多少",
    ),
    "rule `{rule}`: `offline_limit` is for `for_points`": (
        "規則 `{rule}`：`offline_limit` 配 `for_points` 用",
        "规则 `{rule}`：`offline_limit` 配 `for_points` 用",
    ),
    "rule `{rule}`: only `for_points` is reckoned at the stage `points`": (
        "規則 `{rule}`：只有 `for_points` 在 `points` 這一步計算",
        "规则 `{rule}`：只有 `for_points` 在 `points` 这一步计算",
    ),
    "rule `{rule}`: a set has one of price, percent and off": (
        "規則 `{rule}`：一套要有 price、percent、off 其中一種",
        "规则 `{rule}`：一套要有 price、percent、off 其中一种",
    ),
    "rule `{rule}`: all goods of this part are excepted: there is no such set": (
        "規則 `{rule}`：這一部分的商品全被排除了，湊不成一套",
        "规则 `{rule}`：这一部分的商品全被排除了，凑不成一套",
    ),
    "rule `{rule}`: a set has two pieces or more": ("規則 `{rule}`：一套至少兩件", "规则 `{rule}`：一套至少两件"),
    "rule `{rule}`: the goods of a set stand in its `parts`": (
        "規則 `{rule}`：一套的商品寫在 `parts` 裡",
        "规则 `{rule}`：一套的商品写在 `parts` 里",
    ),
    "rule `{rule}`: a part of a set names its goods": (
        "規則 `{rule}`：一套的每個部分都要指定商品",
        "规则 `{rule}`：一套的每个部分都要指定商品",
    ),
    "rule `{rule}`: `for_each` names the goods that are to be bought": (
        "規則 `{rule}`：`for_each` 要指定買什麼",
        "规则 `{rule}`：`for_each` 要指定买什么",
    ),
    "rule `{rule}`: `for_each` of 0 pieces": ("規則 `{rule}`：`for_each` 是 0 件", "规则 `{rule}`：`for_each` 是 0 件"),
    "rule `{rule}`: `pick` has one of cheapest, dearest, nth and every": (
        "規則 `{rule}`：`pick` 要有 cheapest、dearest、nth、every 其中一種",
        "规则 `{rule}`：`pick` 要有 cheapest、dearest、nth、every 其中一种",
    ),
    "rule `{rule}`: `pick` of 0 pieces": ("規則 `{rule}`：`pick` 是 0 件", "规则 `{rule}`：`pick` 是 0 件"),
    "rule `{rule}`: all its goods are excepted": (
        "規則 `{rule}`：它的商品全部被排除",
        "规则 `{rule}`：它的商品全部被排除",
    ),
    "rule `{rule}`: `most`, `most_percent` or `pieces` of 0 is nothing": (
        "規則 `{rule}`：`most`、`most_percent` 或 `pieces` 是 0，等於沒有",
        "规则 `{rule}`：`most`、`most_percent` 或 `pieces` 是 0，等于没有",
    ),
    "rule `{rule}`: `most`, `most_percent` and `spend` are not for pieces": (
        "規則 `{rule}`：`most`、`most_percent`、`spend` 不用在按件的折扣",
        "规则 `{rule}`：`most`、`most_percent`、`spend` 不用在按件的折扣",
    ),
    # -- rules
    "rule `{rule}`: two limits count as `{name}`: give one of them an `id`": (
        "規則 `{rule}`：兩個限制都記為 `{name}`，請給其中一個 `id`",
        "规则 `{rule}`：两个限制都记为 `{name}`，请给其中一个 `id`",
    ),
    "rule `{rule}`: `{event}` needs `{name}` above 0": (
        "規則 `{rule}`：`{event}` 要有大於 0 的 `{name}`",
        "规则 `{rule}`：`{event}` 要有大于 0 的 `{name}`",
    ),
    "rule `{rule}`: `{event}` needs `ref`": (
        "規則 `{rule}`：`{event}` 要有 `ref`",
        "规则 `{rule}`：`{event}` 要有 `ref`",
    ),
    "rule `{rule}`: `n` {n} for `{event}`": (
        "規則 `{rule}`：`{event}` 不能用 `n` {n}",
        "规则 `{rule}`：`{event}` 不能用 `n` {n}",
    ),
    "rule `{rule}`: no score at `{event}`": ("規則 `{rule}`：`{event}` 沒有分數", "规则 `{rule}`：`{event}` 没有分数"),
    "rule `{rule}`: no amount at `{event}`": ("規則 `{rule}`：`{event}` 沒有金額", "规则 `{rule}`：`{event}` 没有金额"),
    "rule `{rule}`: no goods at `{event}`": ("規則 `{rule}`：`{event}` 沒有商品", "规则 `{rule}`：`{event}` 没有商品"),
    "`{name}` means nothing for `{event}`": (
        "`{name}` 對 `{event}` 沒有意義",
        "`{name}` 对 `{event}` 没有意义",
    ),
    "rule `{rule}`: one discount a rule, and nothing in its stead; make another rule": (
        "規則 `{rule}`：一條規則一個折扣，也沒有替代；請另寫一條規則",
        "规则 `{rule}`：一条规则一个折扣，也没有替代；请另写一条规则",
    ),
    "rule `{rule}`: tickets, spins, tiers and discounts take effect at once; `hold_days` holds the rest": (
        "規則 `{rule}`：抽獎券、轉盤、等級和折扣馬上生效，`hold_days` 只管其餘的",
        "规则 `{rule}`：抽奖券、转盘、等级和折扣马上生效，`hold_days` 只管其余的",
    ),
    "rule `{rule}`: discounts need `when: basket`, and a basket gives nothing else": (
        "規則 `{rule}`：折扣要用 `when: basket`，而 basket 只能給折扣",
        "规则 `{rule}`：折扣要用 `when: basket`，而 basket 只能给折扣",
    ),
    "rule `{rule}`: {kinds} at every `{event}`, without a limit": (
        "規則 `{rule}`：每次 `{event}` 都給 {kinds}，沒有限制",
        "规则 `{rule}`：每次 `{event}` 都给 {kinds}，没有限制",
    ),
    "rule `{rule}`: costs money and names no budget category": (
        "規則 `{rule}`：要花錢，卻沒有寫預算",
        "规则 `{rule}`：要花钱，却没有写预算",
    ),
    "rule `{rule}`: at most {most} and at least {least}": (
        "規則 `{rule}`：最多 {most}，卻至少 {least}",
        "规则 `{rule}`：最多 {most}，却至少 {least}",
    ),
    "rule `{rule}`: its dates lie outside its phases ({first} to {last})": (
        "規則 `{rule}`：日期不在它的階段裡（{first} 至 {last}）",
        "规则 `{rule}`：日期不在它的阶段里（{first} 至 {last}）",
    ),
    "rule `{rule}`: {until} is before {since}": (
        "規則 `{rule}`：{until} 早於 {since}",
        "规则 `{rule}`：{until} 早于 {since}",
    ),
    "rule `{rule}`: a limit of 0: it can never give": (
        "規則 `{rule}`：限制是 0，永遠不會給",
        "规则 `{rule}`：限制是 0，永远不会给",
    ),
    "rule `{rule}`: there is no day {day}": ("規則 `{rule}`：沒有第 {day} 天", "规则 `{rule}`：没有第 {day} 天"),
    "rule `{rule}` gives nothing": ("規則 `{rule}` 什麼也不給", "规则 `{rule}` 什么也不给"),
    "rule `{rule}`: `{reward}` of 0 is nothing": (
        "規則 `{rule}`：`{reward}` 是 0，等於沒有",
        "规则 `{rule}`：`{reward}` 是 0，等于没有",
    ),
    "rule `{rule}`: points for an amount, without a sale": (
        "規則 `{rule}`：按金額給積分，卻沒有交易",
        "规则 `{rule}`：按金额给积分，却没有交易",
    ),
    "rule `{rule}`: a multiplier stands alone and is more than 1": (
        "規則 `{rule}`：倍數要單獨寫，而且大於 1",
        "规则 `{rule}`：倍数要单独写，而且大于 1",
    ),
    "rule `{rule}`: points for every `amount` of money, or for every `pieces` of goods: one of them, above 0": (
        "規則 `{rule}`：積分按 `amount`（金額）或 `pieces`（件數）給，只能選一種，而且大於 0",
        "规则 `{rule}`：积分按 `amount`（金额）或 `pieces`（件数）给，只能选一种，而且大于 0",
    ),
    "rule `{rule}`: a limit has one of `most` (rewards), `points` and `saved` (money)": (
        "規則 `{rule}`：限制只能寫 `most`（次數）、`points`（積分）、`saved`（金額）其中一種",
        "规则 `{rule}`：限制只能写 `most`（次数）、`points`（积分）、`saved`（金额）其中一种",
    ),
    "rule `{rule}`: limits that share `{name}` have to count the same: `most`, `points` or `saved`": (
        "規則 `{rule}`：合計 `{name}` 的限制要用同一種：`most`、`points` 或 `saved`",
        "规则 `{rule}`：合计 `{name}` 的限制要用同一种：`most`、`points` 或 `saved`",
    ),
    "rule `{rule}`: a limit of points, and it gives none": (
        "規則 `{rule}`：限制積分，卻不給積分",
        "规则 `{rule}`：限制积分，却不给积分",
    ),
    "rule `{rule}`: a limit of money, and it has no discount": (
        "規則 `{rule}`：限制省下的金額，卻沒有折扣",
        "规则 `{rule}`：限制省下的金额，却没有折扣",
    ),
    "rule `{rule}`: a choice of one": ("規則 `{rule}`：只有一樣可選", "规则 `{rule}`：只有一样可选"),
    "rule `{rule}`: only a discount (`when: basket`) is for everyone: what is given needs somebody to own it": (
        "規則 `{rule}`：只有折扣（`when: basket`）能給所有人；給出去的東西要有主人",
        "规则 `{rule}`：只有折扣（`when: basket`）能给所有人；给出去的东西要有主人",
    ),
    "rule `{rule}` is for everyone, but `{place}` asks who buys: without a member's card it gives nothing": (
        "規則 `{rule}` 是給所有人的，但 `{place}` 要知道是誰買：沒有會員卡就不會給",
        "规则 `{rule}` 是给所有人的，但 `{place}` 要知道是谁买：没有会员卡就不会给",
    ),
    "rule `{rule}` is for everyone, but the campaign's audience are certain members": (
        "規則 `{rule}` 是給所有人的，但活動只給某些會員",
        "规则 `{rule}` 是给所有人的，但活动只给某些会员",
    ),
    "rule `{rule}`: at most less than at least": ("規則 `{rule}`：上限比下限低", "规则 `{rule}`：上限比下限低"),
    "rule `{rule}`: `{name}` of one group is that group: write it without `{name}`": (
        "規則 `{rule}`：`{name}` 只有一組就是那一組，不必寫 `{name}`",
        "规则 `{rule}`：`{name}` 只有一组就是那一组，不必写 `{name}`",
    ),
    "rule `{rule}`: `{name}` is wanted and left out at once": (
        "規則 `{rule}`：`{name}` 又要又排除",
        "规则 `{rule}`：`{name}` 又要又排除",
    ),
    "rule `{rule}`: any piece at all: name the articles, or how many pieces (`count`)": (
        "規則 `{rule}`：買任何一件都算：請寫出商品，或寫要幾件（`count`）",
        "规则 `{rule}`：买任何一件都算：请写出商品，或写要几件（`count`）",
    ),
    "rule `{rule}`: goods for nothing at all": (
        "規則 `{rule}`：商品金額是 0，等於沒有條件",
        "规则 `{rule}`：商品金额是 0，等于没有条件",
    ),
    "rule `{rule}`: nobody pays at `{event}`": (
        "規則 `{rule}`：`{event}` 沒有人付錢",
        "规则 `{rule}`：`{event}` 没有人付钱",
    ),
    "rule `{rule}`: a group without a condition always holds": (
        "規則 `{rule}`：沒有條件的一組永遠成立",
        "规则 `{rule}`：没有条件的一组永远成立",
    ),
    # -- never
    "rule `{rule}`: a first purchase after others: it can never fire": (
        "規則 `{rule}`：首購卻要求以前買過，永遠不會發生",
        "规则 `{rule}`：首购却要求以前买过，永远不会发生",
    ),
    "rule `{rule}`: purchases before the registration: it can never fire": (
        "規則 `{rule}`：註冊前就要買過，永遠不會發生",
        "规则 `{rule}`：注册前就要买过，永远不会发生",
    ),
    "rule `{rule}`: the same tag wanted and unwanted: it can never fire": (
        "規則 `{rule}`：同一個標籤既要有又不能有，永遠不會發生",
        "规则 `{rule}`：同一个标签既要有又不能有，永远不会发生",
    ),
    "rule `{rule}`: the same thing held and lacked: it can never fire": (
        "規則 `{rule}`：同一樣東西既要有又不能有，永遠不會發生",
        "规则 `{rule}`：同一样东西既要有又不能有，永远不会发生",
    ),
    "rule `{rule}`: tiers that the campaign's audience has not: it can never fire": (
        "規則 `{rule}`：活動對象沒有這些等級，永遠不會發生",
        "规则 `{rule}`：活动对象没有这些等级，永远不会发生",
    ),
    "rule `{rule}`: segments that the campaign's audience has not: it can never fire": (
        "規則 `{rule}`：活動對象沒有這些客群，永遠不會發生",
        "规则 `{rule}`：活动对象没有这些客群，永远不会发生",
    ),
    "rule `{rule}`: stores where the campaign does not run: it can never fire": (
        "規則 `{rule}`：活動不在這些門市進行，永遠不會發生",
        "规则 `{rule}`：活动不在这些门店进行，永远不会发生",
    ),
    "rule `{rule}`: channels where the campaign does not run: it can never fire": (
        "規則 `{rule}`：活動不在這些管道進行，永遠不會發生",
        "规则 `{rule}`：活动不在这些渠道进行，永远不会发生",
    ),
    "rule `{rule}`: somebody who came back is still dormant at that moment: it can never fire": (
        "規則 `{rule}`：回來的人在那一刻仍算久未光臨，永遠不會發生",
        "规则 `{rule}`：回来的人在那一刻仍算久未光临，永远不会发生",
    ),
    "rule `{rule}`: dormant, and of another segment: it can never fire": (
        "規則 `{rule}`：久未光臨又屬於別的客群，永遠不會發生",
        "规则 `{rule}`：久未光临又属于别的客群，永远不会发生",
    ),
    # -- wheels
    "`{prize}`: packets say themselves what they are worth": (
        "`{prize}`：紅包自己就寫明了價值",
        "`{prize}`：红包自己就写明了价值",
    ),
    "`{prize}`: {count} packets of {low} to {high} cannot add up to {budget}: "
    "they come to {least} at least and {most} at most, in whole steps": (
        "`{prize}`：{count} 個 {low} 至 {high} 的紅包湊不成 {budget}：最少 {least}，最多 {most}，而且要是整數級距",
        "`{prize}`：{count} 个 {low} 至 {high} 的红包凑不成 {budget}：最少 {least}，最多 {most}，而且要是整数级距",
    ),
    "no rule pays what is in `{prize}`: `give: [{{rebate: {{percent: 100}}}}]`": (
        "沒有規則支付 `{prize}` 裡的錢：`give: [{{rebate: {{percent: 100}}}}]`",
        "没有规则支付 `{prize}` 里的钱：`give: [{{rebate: {{percent: 100}}}}]`",
    ),
    "wheel `{wheel}`: the prize `{prize}` is there twice": (
        "轉盤 `{wheel}`：獎項 `{prize}` 有兩個",
        "转盘 `{wheel}`：奖项 `{prize}` 有两个",
    ),
    "wheel `{wheel}`: {slots} prizes; 1 to {most} can be drawn": (
        "轉盤 `{wheel}`：有 {slots} 個獎項，只能有 1 至 {most} 個",
        "转盘 `{wheel}`：有 {slots} 个奖项，只能有 1 至 {most} 个",
    ),
    "a spin costs one ticket at least": ("轉一次至少要一張抽獎券", "转一次至少要一张抽奖券"),
}
