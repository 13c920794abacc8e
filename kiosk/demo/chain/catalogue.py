"""The demo chain's stores, campaigns and coupon templates, relative to the day on which they are made."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from kiosk.domain.coupons.deal import Deal, Exclusive, Picked, Reach, Stage
from kiosk.domain.coupons.model import Benefit, BenefitKind, CouponTemplate, OfflinePolicy, Sold, WeekWindow
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.texts import LocalText

ZONE = "Asia/Taipei"
CURRENCY = "TWD"
DOLLAR = 100
WEEKDAYS = (1, 2, 3, 4, 5)

STORES = (
    Store("xinyi", LocalText("信義旗艦店", "信义旗舰店", "Xinyi Flagship"), ZONE, CURRENCY, "taipei"),
    Store("zhongxiao", LocalText("忠孝店", "忠孝店", "Zhongxiao"), ZONE, CURRENCY, "taipei"),
    Store("banqiao", LocalText("板橋店", "板桥店", "Banqiao"), ZONE, CURRENCY, "new-taipei"),
)


def campaigns(today: datetime) -> tuple[CampaignHeader, ...]:
    """`today`: the beginning of the stores' local day, as an instant."""

    def header(name: str, words: LocalText, begin: int, end: int, *, withdrawn: bool = False) -> CampaignHeader:
        return CampaignHeader(
            name, words, today + timedelta(days=begin), today + timedelta(days=end), withdrawn=withdrawn
        )

    return (
        header("anniversary", LocalText("十週年慶", "十周年庆", "Tenth Anniversary"), -3, 18),
        header("members", LocalText("會員專屬禮遇", "会员专属礼遇", "Members' Treats"), -120, 245),
        header("referral", LocalText("好友推薦季", "好友推荐季", "Bring a Friend"), -14, 46),
        header("summer", LocalText("夏日清涼祭", "夏日清凉祭", "Summer Cool-Down"), -70, -10),
        header("newyear", LocalText("新春開運", "新春开运", "New Year's Luck"), 20, 50),
        header("flash", LocalText("快閃加碼", "快闪加码", "Flash Extra"), -5, 9, withdrawn=True),
    )


def templates(today: datetime) -> tuple[CouponTemplate, ...]:
    """Every kind of rule at least once; see docs/hq.md for the list."""
    span = (today - timedelta(days=3), today + timedelta(days=18))
    year = (today - timedelta(days=120), today + timedelta(days=245))
    return (
        CouponTemplate(
            id="cash100",
            name=LocalText("現折 100 元券", "立减 100 元券", "NT$100 off"),
            campaign="anniversary",
            benefit=Benefit(BenefitKind.FIXED, off=100 * DOLLAR),
            min_spend=300 * DOLLAR,
            stack_group="cash",
            stacks_with=("percent", "gift"),
            valid_from=span[0],
            valid_until=span[1],
        ),
        CouponTemplate(
            id="ten-percent",
            name=LocalText("全館 9 折券（最高折 500 元）", "全馆 9 折券（最高减 500 元）", "10% off, up to NT$500"),
            campaign="anniversary",
            benefit=Benefit(BenefitKind.PERCENT, rate_bp=1000, cap=500 * DOLLAR),
            stack_group="percent",
            stacks_with=("cash", "gift"),
            valid_from=span[0],
            valid_until=span[1],
        ),
        CouponTemplate(
            id="spend1000",
            name=LocalText("滿 1,000 折 120", "满 1,000 减 120", "NT$120 off NT$1,000"),
            campaign="anniversary",
            benefit=Benefit(BenefitKind.THRESHOLD, off=120 * DOLLAR, spend=1000 * DOLLAR),
            stack_group="threshold",
            stacks_with=("gift",),
            valid_from=span[0],
            valid_until=span[1],
        ),
        CouponTemplate(
            id="each500",
            name=LocalText("每滿 500 折 50", "每满 500 减 50", "NT$50 off every NT$500"),
            campaign="anniversary",
            benefit=Benefit(BenefitKind.THRESHOLD, off=50 * DOLLAR, spend=500 * DOLLAR, each=True),
            valid_from=span[0],
            valid_until=span[1],
        ),
        CouponTemplate(
            id="gift-tote",
            name=LocalText("週年限定托特包", "周年限定托特包", "Anniversary tote bag"),
            campaign="anniversary",
            benefit=Benefit(
                BenefitKind.GIFT,
                gift=LocalText("帆布托特包", "帆布托特包", "Canvas tote bag"),
                value=290 * DOLLAR,
            ),
            min_spend=800 * DOLLAR,
            stack_group="gift",
            stacks_with=("*",),
            valid_from=span[0],
            valid_until=span[1],
        ),
        CouponTemplate(
            id="beauty15",
            name=LocalText("美妝 85 折券", "美妆 85 折券", "15% off beauty"),
            campaign="members",
            benefit=Benefit(BenefitKind.PERCENT, rate_bp=1500, cap=600 * DOLLAR),
            categories=("beauty",),
            stack_group="percent",
            stacks_with=("cash",),
            valid_from=year[0],
            valid_until=year[1],
        ),
        CouponTemplate(
            id="lunch60",
            name=LocalText("平日午間折 60 元", "平日午间减 60 元", "Weekday lunch NT$60 off"),
            campaign="members",
            benefit=Benefit(BenefitKind.FIXED, off=60 * DOLLAR),
            hours=(WeekWindow(WEEKDAYS, time(11), time(14)),),
            stack_group="cash",
            stacks_with=("gift",),
            valid_from=year[0],
            valid_until=year[1],
        ),
        CouponTemplate(
            id="night80",
            name=LocalText("週末夜貓折 80 元", "周末夜猫减 80 元", "Weekend night NT$80 off"),
            campaign="members",
            benefit=Benefit(BenefitKind.FIXED, off=80 * DOLLAR),
            hours=(WeekWindow((5, 6), time(20), time(2)),),
            valid_from=year[0],
            valid_until=year[1],
        ),
        CouponTemplate(
            id="coffee5",
            name=LocalText("咖啡五杯卡", "咖啡五杯卡", "Five-coffee card"),
            campaign="members",
            benefit=Benefit(BenefitKind.FIXED, off=45 * DOLLAR),
            uses_per_coupon=5,
            uses_per_member_day=2,
            stack_group="coffee",
            stacks_with=("*",),
            valid_from=year[0],
            valid_until=year[1],
        ),
        CouponTemplate(
            id="daily50",
            name=LocalText("會員日日折 50 元", "会员日日减 50 元", "Members' daily NT$50"),
            campaign="members",
            benefit=Benefit(BenefitKind.FIXED, off=50 * DOLLAR),
            min_spend=500 * DOLLAR,
            uses_per_coupon=30,
            uses_per_member_day=1,
            valid_from=year[0],
            valid_until=year[1],
        ),
        CouponTemplate(
            id="birthday20",
            name=LocalText("生日 8 折券", "生日 8 折券", "Birthday 20% off"),
            campaign="members",
            benefit=Benefit(BenefitKind.PERCENT, rate_bp=2000, cap=800 * DOLLAR),
            uses_per_member=1,
            valid_from=year[0],
            valid_until=year[1],
        ),
        CouponTemplate(
            id="welcome200",
            name=LocalText("新朋友滿 800 折 200", "新朋友满 800 减 200", "Welcome: NT$200 off NT$800"),
            campaign="referral",
            benefit=Benefit(BenefitKind.THRESHOLD, off=200 * DOLLAR, spend=800 * DOLLAR),
            valid_from=today - timedelta(days=14),
            valid_until=today + timedelta(days=46),
            offline=OfflinePolicy.ACCEPT_WITH_MANAGER,
            offline_limit=300 * DOLLAR,
        ),
        CouponTemplate(
            id="flagship150",
            name=LocalText("信義旗艦店限定折 150 元", "信义旗舰店限定减 150 元", "Xinyi only: NT$150 off"),
            campaign="anniversary",
            benefit=Benefit(BenefitKind.FIXED, off=150 * DOLLAR),
            min_spend=900 * DOLLAR,
            stores=("xinyi",),
            valid_from=span[0],
            valid_until=span[1],
        ),
        CouponTemplate(
            id="summer70",
            name=LocalText("夏日折 70 元", "夏日减 70 元", "Summer NT$70 off"),
            campaign="summer",
            benefit=Benefit(BenefitKind.FIXED, off=70 * DOLLAR),
            valid_from=today - timedelta(days=70),
            valid_until=today + timedelta(days=30),
        ),
        CouponTemplate(
            id="newyear88",
            name=LocalText("新春開運折 88 元", "新春开运减 88 元", "New Year NT$88 off"),
            campaign="newyear",
            benefit=Benefit(BenefitKind.FIXED, off=88 * DOLLAR),
            valid_from=today - timedelta(days=1),
            valid_until=today + timedelta(days=50),
        ),
        CouponTemplate(
            id="flash300",
            name=LocalText("快閃折 300 元", "快闪减 300 元", "Flash NT$300 off"),
            campaign="flash",
            benefit=Benefit(BenefitKind.FIXED, off=300 * DOLLAR),
            valid_from=today - timedelta(days=5),
            valid_until=today + timedelta(days=9),
            withdrawn=True,
        ),
        CouponTemplate(
            id="second-half",
            name=LocalText("美妝第二件半價", "美妆第二件半价", "Beauty: second piece at half price"),
            campaign="members",
            benefit=Benefit(BenefitKind.DEAL, rate_bp=5000),
            deal=Deal(
                Reach(categories=("beauty",)),
                rate_bp=5000,
                pick=(Picked.EVERY, 2),
                stage=Stage.COUPONS,
                exclusive=Exclusive.SALE,
            ),
            valid_from=year[0],
            valid_until=year[1],
        ),
        CouponTemplate(
            id="giftcard500",
            name=LocalText("500 元禮物卡", "500 元礼品卡", "NT$500 gift card"),
            campaign="members",
            benefit=Benefit(BenefitKind.VALUE, value=500 * DOLLAR),
            stacks_with=("*",),
            valid_from=year[0],
            valid_until=year[1],
            sold=Sold(100 * DOLLAR, 10_000 * DOLLAR, *year, (500 * DOLLAR, 1_000 * DOLLAR, 2_000 * DOLLAR), 365),
        ),
    )
