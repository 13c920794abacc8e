"""What keys and values are called elsewhere: in other shops' programs, in everyday speech. A word of a campaign file
that is none is looked up here before the nearest in letters, which may mean something else ("user" is no year)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

_NEAR = 0.6
"""So alike, at least, are a slip and what was meant (difflib's ratio)."""
_MEANT = {
    # -- keys
    "percent": "rate percentage pct discount_percent 折 折扣 打折 百分比",
    "off": "amount_off discount_amount minus reduce 減 减 折抵 立減 立减 減價",
    "most": "max maximum at_most upto up_to max_discount maximum_discount max_off 最多 上限",
    "at_most": "max maximum most upto up_to to 最多 上限",
    "since": "from start starts begin begins 開始 开始",
    "any_of": "any or either one_of 任一",
    "all_of": "all and both 全部 都",
    "pick": "cheapest dearest nth second which 最便宜 第二件",
    "off_piece": "off_each each_off off_per_piece per_piece 每件減 每件减",
    "with": "stackable stack stacks_with combine combines combinable together 併用 并用 疊加 叠加",
    "contact": "phone tel telephone email mail 電話 电话",
    "at_least": "min minimum from least 最少 至少",
    "min_spend": "min minimum min_amount minimum_amount min_purchase threshold 滿 满 低消",
    "spend": "min minimum min_amount minimum_amount threshold 滿 满",
    "amount": "total subtotal basket_amount 金額 金额 滿 满",
    "from_pieces": "min_qty min_quantity minimum_quantity min_pieces from",
    "to_pieces": "max_qty max_quantity maximum_quantity max_pieces",
    "free": "get gets get_free 送 贈 赠",
    "buy": "買 买",
    "pieces": "qty quantity count number 件 件數 件数 數量 数量",
    "quantity": "qty count number 數量 数量",
    "count": "qty quantity number pieces 數量 数量",
    "items": "product products sku skus article articles goods item 商品 品項",
    "stock": "item gift product article",
    "categories": "category cat department group 分類 分类 類別 类别 品類 品类",
    "except": "exclude excluding exclusions without not except_for 除外 排除",
    "until": "expires expiry expire valid_until end ends end_date expires_at to 到期 截止",
    "from": "start starts begin begins valid_from start_date 開始 开始",
    "ends": "end until end_date to 結束 结束 截止",
    "starts": "start from begin begins start_date 開始 开始",
    "valid_days": "days validity 有效天數 有效天数",
    "weekdays": "weekday day days day_of_week 星期 週 周",
    "times": "time hours hour 時段 时段",
    "price": "unit_price fixed_price original full total 價格 价格 單價 单价 售價 售价 原價 原价",
    "name": "title label 名稱 名称",
    "if": "condition conditions where only_if 條件 条件",
    "when": "event trigger on 何時 何时",
    "give": "reward rewards then gives benefit 給 给 獎勵 奖励",
    "otherwise": "else",
    "limits": "limit 限制 限量",
    "for": "who audience customers 對象 对象",
    "code": "codes promo_code coupon_code 優惠碼 优惠码",
    "pay": "payment payments pay_by payment_method 付款",
    "zh_TW": "tw zh_hant traditional 繁體 繁体 繁中",
    "zh_CN": "cn zh_hans simplified 簡體 简体 简中",
    "en": "english eng 英文",
    "template": "coupon id",
    # -- values
    "member": "user customer buyer 會員 会员",
    "members": "user users customer customers 會員 会员",
    "everyone": "all any anyone everybody public 所有人 每個人 每个人 大家 全部",
    "purchased": "paid buy bought purchase sale order ordered 購買 购买 消費 消费",
    "basket": "cart order checkout discount 購物車 购物车",
    "sale": "basket order cart true yes",
    "registered": "register signup sign_up join joined 註冊 注册 入會 入会",
    "article": "item product line false no",
    "rest": "left remaining remainder left_over 餘額 余额 折上折",
    "till": "pos register cash_register 收銀 收银",
    "online": "app web website shop 線上 线上 網路 网店",
    "day": "天 日 daily per_day",
    "week": "週 周 weekly per_week",
    "month": "月 monthly per_month",
    "year": "年 yearly per_year",
    "store": "shop 門市 门店 店",
    "clerk": "cashier staff 店員 店员",
    "household": "family 家庭",
    "basic": "普卡 一般 普通",
    "silver": "銀卡 银卡 銀級 银级",
    "gold": "金卡 金級 金级",
    "platinum": "白金 白金卡 白金級 白金级",
    "main": "sale 主要 主活動 主活动 活動 活动",
    "warm_up": "warmup teaser pre 預熱 预热",
    "sign_up": "signup registration 報名 报名",
    "long_tail": "tail after 長尾 长尾",
    "TW": "taiwan roc 台灣 臺灣 台湾",
    "CN": "china prc 中國 中国",
    "HK": "hongkong hong_kong 香港",
}
_WORDS = {meant: frozenset(said.split()) for meant, said in _MEANT.items()}


def meant_by(text: str, known: Collection[str]) -> str | None:
    """Which of `known` words is meant by one that is none of them."""
    plain = _plain(text)
    for word in known:
        if _plain(word) == plain:
            return word  # zh-TW, fromPieces
    for word in known:
        if plain in _WORDS.get(word, ()):
            return word
    near = difflib.get_close_matches(text.lower(), list(known), n=1, cutoff=_NEAR)
    return near[0] if near else None


def _plain(word: str) -> str:
    """In small letters, with underscores between what other ways of writing keep apart."""
    return re.sub(r"[\s_-]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", word.strip())).lower()
