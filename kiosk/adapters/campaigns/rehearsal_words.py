"""Words of the page of a rehearsal, in the product's three languages."""

from __future__ import annotations

from enum import StrEnum

from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.texts import LocalText


class Said(StrEnum):
    """What stands on the page; its value is the English."""

    TITLE = "Rehearsal: {name} (version {version})"
    NOTE = "{span} · {source}. Money in {currency}."
    FACTS = "facts"
    MEMBERS = "members"
    TOOK_PART = "who got something"
    SALES = "sales"
    COST_OF_ALL = "cost of all rewards"
    OF_SALES = "cost of sales"
    ABOVE = "get more than they paid"
    TAKEN_BACK = "rewards taken back"
    FINDINGS = "Findings"
    NOTHING = "Nothing stands out."
    NOT_REHEARSED = "Not rehearsed"
    NOT_COUNTED = "What these bring, and cost, is in none of the numbers below."
    BUDGET = "Cost by budget category"
    NO_CATEGORY = "(no category)"
    IN_NO_BUDGET = "{part} in no budget"
    PART_OF = "{part} of {whole}"
    GONE = ", gone on {day}"
    ASKED_FOR = "; {need} asked for"
    STOCK = "Stock needed"
    STOCK_NOTE = "Pieces; the mark is what there is."
    DAYS = "Cost a day"
    DAYS_AXIS = "day; cost in {currency}"
    SPREAD = "Spread: what members get"
    OF_MEMBERS = "of the members who got something"
    MOST = "most"
    AT_MOST = "get at most"
    TOP = "The one per cent who get most get {share} % of everything."
    SPREAD_AXIS = "what a member gets, {currency}; bars: members"
    OUTCOMES = "Spread of outcomes"
    ALL_REWARDS = "all rewards"
    STORIES = "{count} made-up stories: from the least to the most, the dot is the one in the middle."
    WHO = "Who gets what"
    TIER = "tier"
    SEGMENT = "segment"
    NONE = "none"
    REWARD = "reward"
    TIMES = "times"
    QUANTITY = "quantity"
    COST = "cost"
    GROUP = "group {name}"
    PAID = "paid"
    MONTHS = "{count} months"
    EACH = "each on average"
    RULES = "Rules"
    COSTLIEST = "The costliest, {currency}."
    RULE = "rule"
    REWARDS = "rewards"
    REFUSED = "refused: limit, stock, budget"
    KIND = "kind"
    COUNT = "count"
    HAPPENED = "Facts"
    MADE_UP = "made-up facts, seed {seed}"
    OF_FILE = "facts of {name}"


_CHINESE: dict[Said, tuple[str, str]] = {
    Said.TITLE: ("試算：{name}（第 {version} 版）", "试算：{name}（第 {version} 版）"),
    Said.NOTE: ("{span}・{source}。金額單位 {currency}。", "{span} · {source}。金额单位 {currency}。"),
    Said.FACTS: ("件事", "件事"),
    Said.MEMBERS: ("會員", "会员"),
    Said.TOOK_PART: ("有得到的會員", "有得到的会员"),
    Said.SALES: ("營業額", "营业额"),
    Said.COST_OF_ALL: ("獎勵總成本", "奖励总成本"),
    Said.OF_SALES: ("成本占營業額", "成本占营业额"),
    Said.ABOVE: ("得到的比付的多", "得到的比付的多"),
    Said.TAKEN_BACK: ("收回的獎勵", "收回的奖励"),
    Said.FINDINGS: ("檢查結果", "检查结果"),
    Said.NOTHING: ("沒有特別的地方。", "没有特别的地方。"),
    Said.NOT_REHEARSED: ("無法試算", "无法试算"),
    Said.NOT_COUNTED: ("以下數字都不含這些帶來的效果與成本。", "以下数字都不含这些带来的效果与成本。"),
    Said.BUDGET: ("各項預算的成本", "各项预算的成本"),
    Said.NO_CATEGORY: ("（不屬於任何預算）", "（不属于任何预算）"),
    Said.IN_NO_BUDGET: ("{part} 不在預算內", "{part} 不在预算内"),
    Said.PART_OF: ("{part}／{whole}", "{part}／{whole}"),
    Said.GONE: ("，{day} 發完", "，{day} 发完"),
    Said.ASKED_FOR: ("；需要 {need}", "；需要 {need}"),
    Said.STOCK: ("需要的庫存", "需要的库存"),
    Said.STOCK_NOTE: ("件數；記號是現有數量。", "件数；记号是现有数量。"),
    Said.DAYS: ("每日成本", "每日成本"),
    Said.DAYS_AXIS: ("日期；成本 {currency}", "日期；成本 {currency}"),
    Said.SPREAD: ("分布：會員得到多少", "分布：会员得到多少"),
    Said.OF_MEMBERS: ("有得到的會員當中", "有得到的会员当中"),
    Said.MOST: ("最多", "最多"),
    Said.AT_MOST: ("最多得到", "最多得到"),
    Said.TOP: ("得到最多的百分之一，占全部的 {share} %。", "得到最多的百分之一，占全部的 {share} %。"),
    Said.SPREAD_AXIS: ("每位會員得到的金額，{currency}；長條：會員數", "每位会员得到的金额，{currency}；柱：会员数"),
    Said.OUTCOMES: ("結果的範圍", "结果的范围"),
    Said.ALL_REWARDS: ("全部獎勵", "全部奖励"),
    Said.STORIES: ("{count} 次模擬：從最少到最多，點是中間那一次。", "{count} 次模拟：从最少到最多，点是中间那一次。"),
    Said.WHO: ("誰得到什麼", "谁得到什么"),
    Said.TIER: ("等級", "等级"),
    Said.SEGMENT: ("客群", "客群"),
    Said.NONE: ("無", "无"),
    Said.REWARD: ("獎勵", "奖励"),
    Said.TIMES: ("次數", "次数"),
    Said.QUANTITY: ("數量", "数量"),
    Said.COST: ("成本", "成本"),
    Said.GROUP: ("{name} 組", "{name} 组"),
    Said.PAID: ("支付", "支付"),
    Said.MONTHS: ("{count} 個月", "{count} 个月"),
    Said.EACH: ("平均每位", "平均每位"),
    Said.RULES: ("規則", "规则"),
    Said.COSTLIEST: ("成本最高的，{currency}。", "成本最高的，{currency}。"),
    Said.RULE: ("規則", "规则"),
    Said.REWARDS: ("獎勵次數", "奖励次数"),
    Said.REFUSED: ("未給：上限、庫存、預算", "未给：上限、库存、预算"),
    Said.KIND: ("種類", "种类"),
    Said.COUNT: ("件數", "件数"),
    Said.HAPPENED: ("發生的事", "发生的事"),
    Said.MADE_UP: ("模擬的事，種子 {seed}", "模拟的事，种子 {seed}"),
    Said.OF_FILE: ("{name} 裡的事", "{name} 里的事"),
}
_REWARDS: dict[RewardKind, tuple[str, str, str]] = {
    RewardKind.POINTS: ("積分", "积分", "points"),
    RewardKind.COUPON: ("優惠券", "优惠券", "coupon"),
    RewardKind.GIFT: ("禮品", "礼品", "gift"),
    RewardKind.CHOICE: ("任選禮品", "任选礼品", "choice of gifts"),
    RewardKind.TICKETS: ("抽獎券", "抽奖券", "draw tickets"),
    RewardKind.SPINS: ("轉盤次數", "转盘次数", "spins"),
    RewardKind.TIER: ("等級", "等级", "tier"),
    RewardKind.TIER_MONTHS: ("等級延長", "等级延长", "months of a tier"),
    RewardKind.BADGE: ("勳章", "勋章", "badge"),
    RewardKind.REBATE: ("現金回饋", "返现", "cash back"),
    RewardKind.EXPERIENCE: ("體驗券", "体验券", "experience"),
    RewardKind.PARTNER: ("合作券", "合作券", "partner's voucher"),
    RewardKind.SLOT: ("預約名額", "预约名额", "place"),
    RewardKind.LOCK: ("價格保留", "价格保留", "price lock"),
    RewardKind.MAKE_UP_CARDS: ("補簽卡", "补签卡", "make-up cards"),
    RewardKind.DISCOUNT: ("折扣", "折扣", "discount"),
}
_HAPPENINGS: dict[HappeningKind, tuple[str, str, str]] = {
    HappeningKind.REGISTERED: ("註冊", "注册", "registered"),
    HappeningKind.MEMBER_KNOWN: ("已是會員", "已是会员", "a member already"),
    HappeningKind.PURCHASED: ("消費", "消费", "purchased"),
    HappeningKind.SALE_VOIDED: ("交易撤銷", "交易撤销", "sale voided"),
    HappeningKind.RETURNED: ("退貨", "退货", "returned"),
    HappeningKind.CHECKED_IN: ("簽到", "签到", "checked in"),
    HappeningKind.MADE_UP: ("補簽", "补签", "a missed day made up"),
    HappeningKind.TASK_DONE: ("完成任務", "完成任务", "task done"),
    HappeningKind.SURVEY_ANSWERED: ("填完問卷", "填完问卷", "survey answered"),
    HappeningKind.DEPOSIT_PAID: ("付定金", "付定金", "deposit paid"),
    HappeningKind.SIGNED_UP: ("報名活動", "报名活动", "signed up"),
    HappeningKind.ATTENDED: ("參加活動", "参加活动", "attended"),
    HappeningKind.VOTED: ("投票", "投票", "voted"),
    HappeningKind.POINTS_SPENT: ("兌換積分", "兑换积分", "points spent"),
    HappeningKind.SPUN: ("轉轉盤", "转转盘", "spun"),
    HappeningKind.WON: ("中獎", "中奖", "won"),
    HappeningKind.LOST: ("中獎失效", "中奖失效", "lost what was won"),
    HappeningKind.PARTNER_CODE: ("交來合作券", "交来合作券", "partner's voucher handed in"),
    HappeningKind.CHOSEN: ("選了禮品", "选了礼品", "gift chosen"),
    HappeningKind.SEEN: ("來店", "来店", "seen in a store"),
    HappeningKind.SWEPT: ("總部每日查看", "总部每日查看", "looked at by headquarters"),
    HappeningKind.PROVED: ("證明手機號碼", "证明手机号码", "phone proved"),
    HappeningKind.REVIEWED: ("註冊審核", "注册审核", "registration reviewed"),
    HappeningKind.MERGED: ("會員合併", "会员合并", "merged"),
    HappeningKind.ERASED: ("會員刪除", "会员删除", "erased"),
}


def say(said: Said, language: str, /, **args: object) -> str:
    """In `language`, one of LANGUAGES."""
    return LocalText(*_CHINESE[said], said.value).get(language).format(**args)


def reward(kind: RewardKind, language: str) -> str:
    """What a kind of reward is called."""
    return LocalText(*_REWARDS[kind]).get(language)


def happening(kind: str, language: str) -> str:
    """What a kind of happening is called; one that no fact tells as the program calls it."""
    words = _HAPPENINGS.get(HappeningKind(kind))
    return kind if words is None else LocalText(*words).get(language)
