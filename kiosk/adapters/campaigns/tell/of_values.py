"""Words for the values that fields choose from."""

from __future__ import annotations

from enum import StrEnum

from kiosk.domain.campaigns.model import Jurisdiction, Period, PhaseKind, Trigger
from kiosk.domain.campaigns.pieces import StageName
from kiosk.domain.campaigns.points_expiry import EndOf
from kiosk.domain.campaigns.scopes import Scope
from kiosk.domain.campaigns.things import WheelLook
from kiosk.domain.channels import Channel
from kiosk.domain.members.member import Segment, Tier
from kiosk.domain.texts import LocalText

VALUES: dict[tuple[type[StrEnum], str], LocalText] = {
    (type(one), one.value): LocalText(*words)
    for one, words in (
        (Trigger.REGISTERED, ("註冊成為會員", "注册成为会员", "a member registers")),
        (Trigger.REFERRED, ("推薦的好友註冊", "推荐的好友注册", "a recommended friend registers")),
        (
            Trigger.REFEREE_BOUGHT,
            ("推薦的好友首次消費", "推荐的好友首次消费", "a recommended friend buys for the first time"),
        ),
        (Trigger.PURCHASED, ("每次消費", "每次消费", "a purchase")),
        (Trigger.FIRST_PURCHASE, ("首購", "首单", "the first purchase")),
        (Trigger.SPEND_REACHED, ("累計消費達到金額", "累计消费达到金额", "spending reaches an amount")),
        (Trigger.PIECES_REACHED, ("集滿件數", "集满件数", "so many pieces are bought")),
        (Trigger.SHARE_BOUGHT, ("好友透過分享消費", "好友通过分享消费", "a friend buys through something shared")),
        (Trigger.CHECKED_IN, ("每日簽到", "每日签到", "a daily check-in")),
        (Trigger.STREAK_REACHED, ("連續簽到", "连续签到", "check-in in a row")),
        (Trigger.TASK_DONE, ("完成任務", "完成任务", "a task is done")),
        (Trigger.SURVEY_ANSWERED, ("填完問卷", "填完问卷", "a survey is answered")),
        (Trigger.BIRTHDAY, ("生日當月來店", "生日当月来店", "a visit in the month of the birthday")),
        (Trigger.DORMANT, ("久未光臨的會員", "久未光临的会员", "a member has not come for long")),
        (Trigger.CAME_BACK, ("久未光臨後又來消費", "久未光临后又来消费", "a purchase after a long time")),
        (Trigger.DEPOSIT_PAID, ("付定金", "付定金", "a deposit is paid")),
        (Trigger.SIGNED_UP, ("報名活動", "报名活动", "somebody signs up for an event")),
        (Trigger.ATTENDED, ("參加活動", "参加活动", "an event is attended")),
        (Trigger.VOTED, ("投票", "投票", "a vote")),
        (Trigger.POINTS_SPENT, ("用積分兌換", "用积分兑换", "points are spent")),
        (Trigger.TIER_REACHED, ("升等", "升级", "a tier is reached")),
        (Trigger.SPUN, ("轉轉盤", "转转盘", "a spin of the wheel")),
        (Trigger.WON, ("抽獎中獎", "抽奖中奖", "a prize is drawn")),
        (Trigger.PARTNER_CODE, ("交來合作券", "交来合作券", "a partner's voucher is handed in")),
        (Trigger.SEEN, ("會員來店", "会员来店", "a member is in the store")),
        (
            Trigger.SWEPT,
            ("總部每天查看所有會員", "总部每天查看所有会员", "headquarters look at every member, once a day"),
        ),
        (Trigger.BASKET, ("結帳時", "结账时", "goods are being paid for")),
        (Period.CAMPAIGN, ("活動期間", "活动期间", "in the campaign")),
        (Period.RECEIPT, ("單筆", "单笔", "on one receipt")),
        (Period.DAY, ("當天", "当天", "in a day")),
        (Period.MONTH, ("當月", "当月", "in a month")),
        (Period.YEAR, ("當年", "当年", "in a year")),
        (Period.LIFETIME, ("歷來", "历来", "ever")),
        (PhaseKind.WARM_UP, ("預熱", "预热", "warm-up")),
        (PhaseKind.SIGN_UP, ("報名", "报名", "sign-up")),
        (PhaseKind.MAIN, ("主活動", "主活动", "main")),
        (PhaseKind.LONG_TAIL, ("收尾", "收尾", "long tail")),
        (Jurisdiction.CN, ("中國大陸法規", "中国大陆法规", "law of mainland China")),
        (Jurisdiction.TW, ("臺灣法規", "台湾法规", "law of Taiwan")),
        (Jurisdiction.HK, ("香港法規", "香港法规", "law of Hong Kong")),
        (StageName.ARTICLES, ("單品這一步", "单品这一步", "at the stage of articles")),
        (StageName.BASKET, ("整筆交易這一步", "整笔交易这一步", "at the stage of the basket")),
        (StageName.COUPONS, ("優惠券這一步", "优惠券这一步", "at the stage of coupons")),
        (StageName.POINTS, ("積分這一步", "积分这一步", "at the stage of points")),
        (Scope.MEMBER, ("位會員", "位会员", "member")),
        (Scope.HOUSEHOLD, ("戶", "户", "household")),
        (Scope.DEVICE, ("台終端", "台终端", "terminal")),
        (Scope.CLERK, ("位店員", "位店员", "clerk")),
        (Scope.STORE, ("家門市", "家门店", "store")),
        (Scope.DAY, ("天", "天", "day")),
        (Scope.WEEK, ("週", "周", "week")),
        (Scope.MONTH, ("月", "月", "month")),
        (Scope.YEAR, ("年", "年", "year")),
        (WheelLook.WHEEL, ("轉盤", "转盘", "a wheel")),
        (WheelLook.SCRATCH, ("刮刮卡", "刮刮卡", "a scratch card")),
        (WheelLook.GRID, ("九宮格", "九宫格", "a grid of nine")),
        (WheelLook.CAPSULE, ("扭蛋", "扭蛋", "a capsule machine")),
        (WheelLook.RAIN, ("紅包雨", "红包雨", "a rain of red packets")),
        (Channel.CHECKOUT, ("收銀台", "收银台", "checkout")),
        (Channel.SELF_SERVICE, ("自助服務", "自助服务", "self-service")),
        (Channel.EVENT, ("活動現場", "活动现场", "event desk")),
        (Channel.TILL, ("門市收銀系統", "门店收银系统", "the store's own till")),
        (Channel.ONLINE, ("線上", "线上", "online")),
        (Channel.HQ, ("總部", "总部", "headquarters")),
        (Segment.NEW, ("新會員", "新会员", "new")),
        (Segment.ACTIVE, ("常客", "常客", "active")),
        (Segment.DORMANT, ("久未光臨的會員", "久未光临的会员", "dormant")),
        (Tier.BASIC, ("一般", "普通", "basic")),
        (Tier.SILVER, ("銀卡", "银卡", "silver")),
        (Tier.GOLD, ("金卡", "金卡", "gold")),
        (Tier.PLATINUM, ("鉑金卡", "铂金卡", "platinum")),
        (EndOf.MONTH, ("當月月", "当月月", "month")),
        (EndOf.YEAR, ("當年年", "当年年", "year")),
    )
}
"""By kind and value: values of two kinds may be spelled alike."""
WEEKDAYS = (
    ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"),
)
"""繁體, 简体, English."""
