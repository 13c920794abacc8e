"""Kinds of things in a campaign file, as messages name them: English → 繁體, 简体."""

from __future__ import annotations

THINGS: dict[str, tuple[str, str]] = {
    "article": ("商品", "商品"),
    "articles": ("商品", "商品"),
    "badge": ("勳章", "勋章"),
    "budget": ("預算", "预算"),
    "categories": ("分類", "分类"),
    "category": ("分類", "分类"),
    "coupon": ("優惠券", "优惠券"),
    "draw": ("抽獎", "抽奖"),
    "event": ("活動", "活动"),
    "experience": ("體驗券", "体验券"),
    "gift": ("禮品", "礼品"),
    "key": ("欄位", "字段"),
    "kind of thing": ("種類", "种类"),
    "lock": ("價格鎖定", "价格锁定"),
    "mall item": ("積分商城品項", "积分商城条目"),
    "partner": ("合作券", "合作券"),
    "phase": ("階段", "阶段"),
    "price_lock": ("價格鎖定", "价格锁定"),
    "prize": ("獎項", "奖项"),
    "reward": ("獎勵", "奖励"),
    "slot": ("時段", "时段"),
    "stock": ("庫存", "库存"),
    "store": ("門市", "门店"),
    "survey": ("問卷", "问卷"),
    "tag": ("標籤", "标签"),
    "task": ("任務", "任务"),
    "value": ("值", "值"),
    "wheel": ("轉盤", "转盘"),
}
