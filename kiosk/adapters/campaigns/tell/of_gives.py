"""What rules give."""

from __future__ import annotations

from kiosk.adapters.campaigns.tell.forms import Form, forms
from kiosk.adapters.campaigns.tell.of_deals import HOW, MOST, TOGETHER, WHICH

GIVES: dict[str, tuple[Form, ...]] = {
    "Points": forms(("points", "{points} 積分", "{points} 积分", "{points} points")),
    "PointsPer": forms(
        (
            "amount points",
            "每消費 {amount} 得 {points} 積分",
            "每消费 {amount} 得 {points} 积分",
            "{points} points for every {amount} paid",
        ),
        (
            "pieces points",
            "每買 {pieces} 件得 {points} 積分",
            "每买 {pieces} 件得 {points} 积分",
            "{points} points for every {pieces} pieces",
        ),
        ("points", "{points} 積分", "{points} 积分", "{points} points"),
        ("amount", "每 {amount}", "每 {amount}", "for every {amount}"),
        ("pieces", "每 {pieces} 件", "每 {pieces} 件", "for every {pieces} pieces"),
        ("items", "只算商品{items}", "只算商品{items}", "counting {items} alone"),
        ("categories", "只算分類{categories}", "只算分类{categories}", "counting {categories} alone"),
        ("except", "不算{except}", "不算{except}", "not counting {except}"),
        ("not_reduced", "不算已降價的商品", "不算已降价的商品", "not counting goods already reduced"),
        ("most", "最多 {most} 積分", "最多 {most} 积分", "{most} points at most"),
    ),
    "MultiplyPoints": forms(("by", "消費積分乘以 {by}", "消费积分乘以 {by}", "points for the amount times {by}")),
    "GiveCoupon": forms(
        ("template count", "{count} 張優惠券{template}", "{count} 张优惠券{template}", "{count} coupons {template}"),
        ("template", "優惠券{template}", "优惠券{template}", "the coupon {template}"),
        (
            "percent_of_purchase",
            "面額是消費額的 {percent_of_purchase}",
            "面额是消费额的 {percent_of_purchase}",
            "each worth {percent_of_purchase} of the purchase",
        ),
    ),
    "Gift": forms(
        ("stock count", "{count} 件禮品{stock}", "{count} 件礼品{stock}", "{count} × the gift {stock}"),
        ("stock", "禮品{stock}", "礼品{stock}", "the gift {stock}"),
    ),
    "Choice": forms(("of", "任選一樣：{of}", "任选一样：{of}", "one of {of}, as the customer likes")),
    "Tickets": forms(
        ("draw count", "{draw}的抽獎券 {count} 張", "{draw}的抽奖券 {count} 张", "{count} tickets for {draw}"),
        ("draw", "{draw}的抽獎券 1 張", "{draw}的抽奖券 1 张", "a ticket for {draw}"),
    ),
    "Spins": forms(
        ("wheel count", "{count} 次{wheel}", "{count} 次{wheel}", "{count} spins of {wheel}"),
        ("wheel", "1 次{wheel}", "1 次{wheel}", "a spin of {wheel}"),
    ),
    "GiveTier": forms(
        ("to months", "{to}等級 {months} 個月", "{to}等级 {months} 个月", "tier {to} for {months} months"),
        ("to", "{to}等級 12 個月", "{to}等级 12 个月", "tier {to} for 12 months"),
    ),
    "TierMonths": forms(
        ("months", "會員等級延長 {months} 個月", "会员等级延长 {months} 个月", "{months} more months of the tier")
    ),
    "GiveBadge": forms(("badge", "勳章{badge}", "勋章{badge}", "the badge {badge}")),
    "Rebate": forms(
        ("amount", "現金回饋 {amount}", "返现 {amount}", "{amount} in cash, from headquarters"),
        (
            "percent",
            "現金回饋金額的 {percent}（消費額，或紅包裡的）",
            "返现金额的 {percent}（消费额，或红包里的）",
            "{percent} of the amount (or of what is in the packet) in cash, from headquarters",
        ),
        ("most", "最多 {most}", "最多 {most}", "{most} at most"),
    ),
    "Experience": forms(
        (
            "voucher count",
            "{count} 張體驗券{voucher}",
            "{count} 张体验券{voucher}",
            "{count} × the experience {voucher}",
        ),
        ("voucher", "體驗券{voucher}", "体验券{voucher}", "the experience {voucher}"),
    ),
    "Partner": forms(
        (
            "voucher count",
            "{count} 張合作券{voucher}",
            "{count} 张合作券{voucher}",
            "{count} partner vouchers {voucher}",
        ),
        ("voucher", "合作券{voucher}", "合作券{voucher}", "the partner voucher {voucher}"),
    ),
    "SlotRight": forms(("slot", "時段{slot}的名額", "时段{slot}的名额", "a place in {slot}")),
    "LockPrice": forms(("lock", "價格鎖定{lock}", "价格锁定{lock}", "the locked price {lock}")),
    "MakeUpCards": forms(("count", "補簽卡 {count} 張", "补签卡 {count} 张", "{count} make-up cards")),
    "Discount": forms(
        (
            "off for_points",
            "每 {for_points} 積分折抵 {off}",
            "每 {for_points} 积分抵扣 {off}",
            "{off} off for every {for_points} points paid",
        ),
        ("off spend each", "每滿 {spend} 減 {off}", "每满 {spend} 减 {off}", "{off} off every full {spend}"),
        ("off spend", "滿 {spend} 減 {off}", "满 {spend} 减 {off}", "{off} off from {spend}"),
        ("off", "減 {off}", "减 {off}", "{off} off"),
        ("percent", "{percent_fold}", "{percent_fold}", "{percent} off"),
        *HOW,
        ("categories", "限分類{categories}", "限分类{categories}", "on {categories}"),
        *WHICH,
        ("spend", "消費滿 {spend}", "消费满 {spend}", "from {spend} on"),
        ("each", "每滿一次都算", "每满一次都算", "again for every full amount"),
        ("most", "最多減 {most}", "最多减 {most}", "{most} off at most"),
        *MOST,
        ("for_points", "付 {for_points} 積分", "付 {for_points} 积分", "for {for_points} points"),
        (
            "offline_limit",
            "連不上總部時，主管可再核准 {offline_limit}",
            "连不上总部时，主管可再批准 {offline_limit}",
            "while headquarters are out of reach a manager may accept {offline_limit} more",
        ),
        ("stock", "限量：{stock}", "限量：{stock}", "while {stock} lasts"),
        ("stage", "在{stage}計算", "在{stage}计算", "reckoned {stage}"),
        *TOGETHER,
        (
            "group with",
            "屬於{group}組，可和{with}組併用",
            "属于{group}组，可和{with}组同时使用",
            "of group {group}, goes with {with}",
        ),
        ("group", "屬於{group}組", "属于{group}组", "of group {group}"),
        ("with", "可和{with}組併用", "可和{with}组同时使用", "goes with {with}"),
    ),
    "Bundle": forms(
        ("pieces price", "任 {pieces} 件 {price}", "任 {pieces} 件 {price}", "any {pieces} for {price}"),
        (
            "pieces percent",
            "任 {pieces} 件一組{percent_fold}",
            "任 {pieces} 件一组{percent_fold}",
            "any {pieces} together {percent} off",
        ),
        ("pieces off", "任 {pieces} 件一組減 {off}", "任 {pieces} 件一组减 {off}", "any {pieces} together {off} off"),
        ("pieces", "任 {pieces} 件一組", "任 {pieces} 件一组", "any {pieces} together"),
        ("price", "一組 {price}", "一组 {price}", "together {price}"),
        ("percent", "一組{percent_fold}", "一组{percent_fold}", "together {percent} off"),
        ("off", "一組減 {off}", "一组减 {off}", "together {off} off"),
    ),
    "SetPrice": forms(
        ("parts price", "{parts}，一套 {price}", "{parts}，一套 {price}", "{parts}: together {price}"),
        (
            "parts percent",
            "{parts}，一套{percent_fold}",
            "{parts}，一套{percent_fold}",
            "{parts}: together {percent} off",
        ),
        ("parts off", "{parts}，一套減 {off}", "{parts}，一套减 {off}", "{parts}: together {off} off"),
        ("parts", "{parts}", "{parts}", "{parts}"),
        ("price", "一套 {price}", "一套 {price}", "together {price}"),
        ("percent", "一套{percent_fold}", "一套{percent_fold}", "together {percent} off"),
        ("off", "一套減 {off}", "一套减 {off}", "together {off} off"),
    ),
    "SetPart": forms(
        ("items", "商品{items}", "商品{items}", "{items}"),
        ("categories", "分類{categories}", "分类{categories}", "something of {categories}"),
        ("pieces", "{pieces} 件", "{pieces} 件", "{pieces} pieces"),
    ),
    "ForEach": forms(
        (
            "items categories pieces gets",
            "每買 {pieces} 件商品{items}（限分類{categories}），{gets} 件享優惠",
            "每买 {pieces} 件商品{items}（限分类{categories}），{gets} 件享优惠",
            "{gets} for every {pieces} pieces of {items} of {categories} bought",
        ),
        (
            "items categories pieces",
            "每買 {pieces} 件商品{items}（限分類{categories}），1 件享優惠",
            "每买 {pieces} 件商品{items}（限分类{categories}），1 件享优惠",
            "one for every {pieces} pieces of {items} of {categories} bought",
        ),
        (
            "items categories gets",
            "每買 1 件商品{items}（限分類{categories}），{gets} 件享優惠",
            "每买 1 件商品{items}（限分类{categories}），{gets} 件享优惠",
            "{gets} for each {items} of {categories} bought",
        ),
        (
            "items categories",
            "每買 1 件商品{items}（限分類{categories}），1 件享優惠",
            "每买 1 件商品{items}（限分类{categories}），1 件享优惠",
            "one for each {items} of {categories} bought",
        ),
        (
            "items pieces gets",
            "每買 {pieces} 件商品{items}，{gets} 件享優惠",
            "每买 {pieces} 件商品{items}，{gets} 件享优惠",
            "{gets} for every {pieces} pieces of {items} bought",
        ),
        (
            "items pieces",
            "每買 {pieces} 件商品{items}，1 件享優惠",
            "每买 {pieces} 件商品{items}，1 件享优惠",
            "one for every {pieces} pieces of {items} bought",
        ),
        (
            "items gets",
            "每買 1 件商品{items}，{gets} 件享優惠",
            "每买 1 件商品{items}，{gets} 件享优惠",
            "{gets} for each {items} bought",
        ),
        (
            "items",
            "每買 1 件商品{items}，1 件享優惠",
            "每买 1 件商品{items}，1 件享优惠",
            "one for each {items} bought",
        ),
        (
            "categories pieces gets",
            "每買 {pieces} 件分類{categories}，{gets} 件享優惠",
            "每买 {pieces} 件分类{categories}，{gets} 件享优惠",
            "{gets} for every {pieces} pieces of {categories} bought",
        ),
        (
            "categories pieces",
            "每買 {pieces} 件分類{categories}，1 件享優惠",
            "每买 {pieces} 件分类{categories}，1 件享优惠",
            "one for every {pieces} pieces of {categories} bought",
        ),
        (
            "categories gets",
            "每買 1 件分類{categories}，{gets} 件享優惠",
            "每买 1 件分类{categories}，{gets} 件享优惠",
            "{gets} for each {categories} bought",
        ),
        (
            "categories",
            "每買 1 件分類{categories}，1 件享優惠",
            "每买 1 件分类{categories}，1 件享优惠",
            "one for each {categories} bought",
        ),
        ("pieces", "每 {pieces} 件", "每 {pieces} 件", "every {pieces} pieces"),
        ("gets", "{gets} 件享優惠", "{gets} 件享优惠", "{gets} pieces each time"),
    ),
    "Pick": forms(
        ("cheapest", "最便宜的 {cheapest} 件", "最便宜的 {cheapest} 件", "the {cheapest} cheapest"),
        ("dearest", "最貴的 {dearest} 件", "最贵的 {dearest} 件", "the {dearest} dearest"),
        ("nth", "第 {nth} 件", "第 {nth} 件", "piece number {nth}"),
        ("every", "每第 {every} 件", "每第 {every} 件", "every piece number {every}"),
    ),
    "PiecePrice": forms(
        ("at_least at_most", "{at_least} 至 {at_most}", "{at_least} 至 {at_most}", "{at_least} to {at_most}"),
        ("at_least", "至少 {at_least}", "至少 {at_least}", "{at_least} at least"),
        ("at_most", "最多 {at_most}", "最多 {at_most}", "{at_most} at most"),
    ),
}
