"""What the demo store's campaigns say: rewards, what is near, discounts, points as money, explanations, actions.

Few rules, but believable ones, worked out from the visit, so that pictures and tests of the screen show what the engine
of `domain.campaign` would bring. The real ones are in resources/campaigns.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from kiosk.application.campaigns.outcomes import (
    ActionKind,
    CheckView,
    MemberAction,
    NearReward,
    PointsOffer,
    RewardView,
    RuleExplained,
)
from kiosk.application.members.outcomes import MemberView
from kiosk.application.sales.outcomes import AppliedLine, Explained, LeftOut, Quote, SaleView, Visit
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.localtime import DAY
from kiosk.domain.campaigns.rewards import Outcome, RewardKind
from kiosk.domain.members.member import Segment, Tier
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.texts import LocalText

CAMPAIGN = LocalText("老友新鄰", "老友新邻", "Old Friends, New Neighbours")
FEAST = LocalText("團圓年味", "团圆年味", "Home for the New Year")

MOONCAKE = LocalText("月餅兌換券", "月饼兑换券", "Mooncake voucher")
TOTE = LocalText("帆布環保袋", "帆布环保袋", "Canvas tote bag")
CUP = LocalText("雙層隨行杯", "双层随行杯", "Double-walled cup")
UMBRELLA = LocalText("晴雨傘", "晴雨伞", "Umbrella")
EVENING_DRAW = LocalText("每晚八點抽獎", "每晚八点抽奖", "Draw at eight")
PLATINUM_DAY = LocalText("鉑金禮遇 92 折", "铂金礼遇 92 折", "Platinum 8% off")
THOUSAND = LocalText("滿 1,000 現折 100", "满 1,000 立减 100", "100 off from 1,000")
PAY_POINTS = LocalText("積分折抵", "积分抵现", "Paid with points")

POINT_WORTH = 1
"""Minor units: a hundred points pay NT$1."""
POINTS_SHARE = 30
"""Percent of a price that points can pay at most."""

_R = {
    "points": LocalText("消費 10 元積 1 分", "消费 10 元积 1 分", "One point for every 10"),
    "ticket": LocalText("滿 400 送抽獎券", "满 400 送抽奖券", "A draw ticket from 400"),
    "mooncake": LocalText("滿 500 送月餅券", "满 500 送月饼券", "A mooncake voucher from 500"),
    "streak": LocalText("連續簽到 7 天", "连续签到 7 天", "Seven days in a row"),
    "friends": LocalText("邀三位好友，禮品任選", "邀三位好友，礼品任选", "Three friends, a gift to choose"),
    "wednesday": LocalText("週三雙倍積分", "周三双倍积分", "Double points on Wednesdays"),
    "platinum": LocalText("鉑金一對一顧問", "铂金一对一顾问", "Platinum: your own adviser"),
    "sample": LocalText("每日一份試用裝", "每日一份试用装", "A sample a day"),
    "mascot": LocalText("限量公仔", "限量公仔", "Limited mascot"),
    "wake": LocalText("久別回訪禮", "久别回访礼", "Welcome back"),
    "spend": LocalText("每累計 3,000 送好禮", "每累计 3,000 送好礼", "A gift for every 3,000"),
    "check_in": LocalText("每日簽到", "每日签到", "Daily check-in"),
    "mall": LocalText("積分商城", "积分商城", "Points mall"),
    "survey": LocalText("滿意度問卷", "满意度问卷", "How did you like it?"),
    "deposit": LocalText("年夜飯定金鎖 85 折", "年夜饭定金锁 85 折", "A deposit locks 15% off the feast"),
}


def reward(
    rule: str, kind: RewardKind, quantity: int = 1, *, name: LocalText | None = None, ref: str = "", **more: object
) -> RewardView:
    """A reward of one of the demo's rules."""
    id_ = f"old-friends/{rule}/demo/0"
    return RewardView(id_, kind, quantity, CAMPAIGN, _R[rule], ref, name, **more)  # type: ignore[arg-type]


def owed_to(member: str) -> tuple[RewardView, ...]:
    """Gifts that wait for a member."""
    if member != "m3":
        return ()
    choices = (("cup", CUP), ("umbrella", UMBRELLA), ("tote", TOTE))
    return (reward("friends", RewardKind.CHOICE, name=None, choices=choices),)


# --- price -----------------------------------------------------------------------------------------------------------


def priced(visit: Visit, quote: Quote, now: datetime) -> Visit:
    """The visit with what campaigns make of it: their discounts, points as money, rewards, what is near."""
    member = visit.member
    if member is None or not member.known:
        return replace(visit, quote=quote)
    if member.tier is Tier.PLATINUM and visit.amount:
        quote = _platinum(visit, quote)
    offer = points_offer(member, quote.total)
    if offer is not None and visit.use_points:
        line = AppliedLine("old-friends/pay", "old-friends/pay", PAY_POINTS, offer.off, rule=True, points=offer.points)
        quote = replace(quote, total=quote.total - offer.off, lines=(*quote.lines, line))
    quote = replace(quote, pay_points=offer, rewards=rewards_of(visit, quote))
    near = near_to(member, visit.amount, now)
    return replace(visit, quote=quote, member=replace(member, near=near, owed=owed_to(member.id)))


def _platinum(visit: Visit, quote: Quote) -> Quote:
    """8 % off what the coupons leave; the gold members' coupon does not go with it."""
    kept = tuple(line for line in quote.lines if line.template != "t-c2")
    left = [out for out in quote.left_out if out.coupon != "c2"]
    before = visit.amount - sum(line.off for line in kept)
    off = before * 8 // 100
    rule = AppliedLine("old-friends/platinum", "old-friends/platinum", PLATINUM_DAY, off, rule=True)
    if any(coupon.id == "c2" for coupon in visit.coupons):
        left.append(LeftOut("c2", Refusal(RefusalCode.NOT_STACKABLE, {"other": rule.coupon})))
    short = Refusal(RefusalCode.MINIMUM_NOT_REACHED, {"need": 100000, "have": visit.amount})
    instead = Refusal(RefusalCode.NOT_STACKABLE, {"other": rule.coupon})
    left.append(LeftOut("old-friends/thousand", short if visit.amount < 100000 else instead, THOUSAND))
    return replace(quote, total=before - off, lines=(*kept, rule), left_out=tuple(left))


def points_offer(member: MemberView, total: int) -> PointsOffer | None:
    """What a member's points could pay of a price."""
    most = min(member.points // 100 * 100, total * POINTS_SHARE // 100)
    off = most // 100 * 100
    return PointsOffer(off // POINT_WORTH, off) if off > 0 else None


def rewards_of(visit: Visit, quote: Quote) -> tuple[RewardView, ...]:
    """What the sale would bring."""
    found: list[RewardView] = []
    if quote.total >= 1000:
        found.append(reward("points", RewardKind.POINTS, quote.total // 1000))
    if visit.amount >= 40000:
        found.append(reward("ticket", RewardKind.TICKETS, name=EVENING_DRAW))
    if visit.amount >= 50000:
        found.append(reward("mooncake", RewardKind.COUPON, name=MOONCAKE))
    paid = sum(line.points for line in quote.lines)
    if paid:
        found.append(reward("points", RewardKind.POINTS, -paid, ref="paid"))
    return tuple(found)


def taken_back(sale: SaleView, back: int) -> tuple[tuple[RewardView, ...], tuple[RewardView, ...]]:
    """When `back` more minor units of a sale come back: what stays with the member, and what is taken from them."""
    left = sale.total - sale.returned - back
    least = {_R["ticket"]: 40000, _R["mooncake"]: 50000}
    kept: list[RewardView] = []
    taken: list[RewardView] = []
    for one in sale.rewards:
        if one.kind is RewardKind.POINTS and one.quantity > 0:
            stays = min(one.quantity, left // 1000)
            kept += [replace(one, quantity=stays)] if stays else []
            taken += [replace(one, quantity=one.quantity - stays)] if stays < one.quantity else []
        else:
            (kept if left >= least.get(one.rule, 0) else taken).append(one)
    return tuple(kept), tuple(taken)


def near_to(member: MemberView, amount: int, now: datetime) -> tuple[NearReward, ...]:
    """What the clerk should say, the nearest first."""
    ends = now + timedelta(days=21)
    found: list[NearReward] = []
    if amount < 50000:
        mooncake = (reward("mooncake", RewardKind.COUPON, name=MOONCAKE),)
        found.append(NearReward(CAMPAIGN, _R["mooncake"], "amount", amount, 50000, True, mooncake, ends))
    if member.streak_days and member.streak_days % 7:
        tickets = (reward("streak", RewardKind.TICKETS, 2, name=EVENING_DRAW),)
        found.append(NearReward(CAMPAIGN, _R["streak"], "streak_reached", member.streak_days % 7, 7, False, tickets))
    if member.segment is Segment.ACTIVE and member.id != "m3":
        gift = (reward("friends", RewardKind.CHOICE, choices=(("cup", CUP), ("umbrella", UMBRELLA))),)
        found.append(NearReward(CAMPAIGN, _R["friends"], "referrals", 2, 3, False, gift, ends))
    ordered = sorted(found, key=lambda near: (near.missing / near.need, near.need))
    return tuple(ordered[:3])


# --- why -------------------------------------------------------------------------------------------------------------


def explained(visit: Visit, now: datetime) -> Explained:
    """Rule by rule, of a visit at the till."""
    rules = _rules(visit.amount, visit.quote.rewards, visit.member)
    return Explained(
        visit.txn, HappeningKind.PURCHASED.value, now, rules, price=visit.quote.lines, left_out=visit.quote.left_out
    )


def explained_sale(sale: SaleView, member: MemberView | None) -> Explained:
    """The same of a sale that was made."""
    facts = (("sale.completed", f"d-01/1/{sale.txn[-4:]}"), ("rewards.decided", f"d-01/1/{int(sale.txn[-4:]) + 1}"))
    return Explained(
        sale.receipt,
        HappeningKind.PURCHASED.value,
        sale.at,
        _rules(sale.amount, sale.rewards, member),
        facts if member is not None else facts[:1],
        sale.lines,
        voided=sale.voided_at is not None,
    )


def _rules(amount: int, rewards: tuple[RewardView, ...], member: MemberView | None) -> tuple[RuleExplained, ...]:
    if member is None or not member.known:
        nobody = (CheckView("member", False),)
        return (RuleExplained(CAMPAIGN, None, "*", Outcome.NOT_MET, nobody), _feast())

    def of(rule: str) -> tuple[RewardView, ...]:
        return tuple(one for one in rewards if one.rule == _R[rule])

    def by_amount(rule: str, need: int) -> RuleExplained:
        met = amount >= need
        check = CheckView("amount", met, amount, need, money=True)
        outcome = Outcome.GRANTED if met else Outcome.NOT_MET
        return RuleExplained(CAMPAIGN, _R[rule], rule, outcome, (CheckView("member", True), check), of(rule))

    main = LocalText("爆發期", "爆发期", "Main phase")
    phase = CheckView("phases", True, main, (main,))
    gold = CheckView("tiers", member.tier is Tier.PLATINUM, member.tier, (Tier.PLATINUM,))
    total = 184000 + amount
    target = (total // 300000 + 1) * 300000
    return (
        RuleExplained(CAMPAIGN, _R["points"], "points", Outcome.GRANTED, (phase,), of("points")),
        by_amount("ticket", 40000),
        by_amount("mooncake", 50000),
        RuleExplained(
            CAMPAIGN,
            _R["spend"],
            "spend",
            Outcome.NOT_MET,
            (phase, CheckView("spend_reached", False, total, target, money=True)),
        ),
        RuleExplained(
            CAMPAIGN, _R["wednesday"], "wednesday", Outcome.NOT_MET, (phase, CheckView("weekdays", False, 6, (3,)))
        ),
        RuleExplained(CAMPAIGN, _R["platinum"], "platinum", Outcome.NOT_MET if not gold.ok else Outcome.LIMIT, (gold,)),
        RuleExplained(
            CAMPAIGN,
            _R["sample"],
            "sample",
            Outcome.LIMIT,
            (phase, CheckView("limit.member.day", False, 1, 1)),
        ),
        RuleExplained(
            CAMPAIGN,
            _R["mascot"],
            "mascot",
            Outcome.GONE,
            (phase, CheckView("amount", True, amount, 10000, money=True), CheckView("stock", False, 0, _R["mascot"])),
        ),
        RuleExplained(
            CAMPAIGN,
            _R["wake"],
            "wake",
            Outcome.NOT_MET,
            (CheckView("segments", False, member.segment, (Segment.DORMANT,)),),
        ),
        _feast(),
    )


def _feast() -> RuleExplained:
    begins = date(2027, 1, 22).toordinal() * DAY
    check = CheckView("period", False, begins - 80_000, (begins, begins + 27_000))
    return RuleExplained(FEAST, None, "*", Outcome.NOT_MET, (check,))


# --- what can be done ------------------------------------------------------------------------------------------------


def actions_for(member: MemberView, done: frozenset[str]) -> tuple[MemberAction, ...]:
    """What a clerk can do for a member. `done`: keys (`action_key`) of what was done already."""
    found = [
        MemberAction(ActionKind.CHECK_IN, "", None, CAMPAIGN, rewards=(reward("check_in", RewardKind.POINTS, 5),)),
        MemberAction(ActionKind.MAKE_UP, "1", None, CAMPAIGN, rewards=(reward("check_in", RewardKind.POINTS, 5),)),
    ]
    for owed in owed_to(member.id):
        for stock, name in owed.choices:
            gift = reward("friends", RewardKind.GIFT, name=name, ref=stock)
            found.append(MemberAction(ActionKind.CHOOSE, stock, name, CAMPAIGN, owed.id, rewards=(gift,)))
    found += [
        _mall("cup", CUP, 800, member),
        _mall("coffee", LocalText("街角咖啡券", "街角咖啡券", "Corner Café voucher"), 150, member, RewardKind.PARTNER),
        _mall("mascot", _R["mascot"], 1200, member, gone=True),
        MemberAction(
            ActionKind.DEPOSIT,
            "feast",
            _R["deposit"],
            FEAST,
            amount=10000,
            rewards=(reward("deposit", RewardKind.LOCK, name=_R["deposit"]),),
        ),
        MemberAction(
            ActionKind.SURVEY,
            "taste",
            _R["survey"],
            CAMPAIGN,
            asks_score=True,
            rewards=(reward("survey", RewardKind.POINTS, 20),),
        ),
        MemberAction(
            ActionKind.TASK,
            "post",
            LocalText("社群分享心得", "社群分享心得", "A post about the store"),
            CAMPAIGN,
            rewards=(reward("survey", RewardKind.POINTS, 10),),
        ),
        MemberAction(
            ActionKind.SIGN_UP,
            "tasting",
            LocalText("週末品茗會", "周末品茗会", "Tea tasting at the weekend"),
            CAMPAIGN,
            rewards=(
                reward("survey", RewardKind.EXPERIENCE, name=LocalText("品茗體驗券", "品茗体验券", "Tea tasting")),
            ),
        ),
        MemberAction(
            ActionKind.SPIN,
            "wheel",
            LocalText("幸運大轉盤", "幸运大转盘", "Wheel of fortune"),
            CAMPAIGN,
            refusal=Refusal(RefusalCode.ACTION_CLOSED),
        ),
    ]
    return tuple(_refused(one) if action_key(one) in done else one for one in found)


def action_key(action: MemberAction) -> str:
    """What an action is told apart by; of a choice of gifts only one can be taken."""
    return action.part or f"{action.kind}:{action.ref}"


def _refused(action: MemberAction) -> MemberAction:
    return replace(action, refusal=Refusal(RefusalCode.ALREADY_DONE))


def _mall(
    ref: str,
    name: LocalText,
    points: int,
    member: MemberView,
    kind: RewardKind = RewardKind.GIFT,
    *,
    gone: bool = False,
) -> MemberAction:
    refusal = None
    if gone:
        refusal = Refusal(RefusalCode.REWARD_GONE, {"name": ref})
    elif member.points < points:
        refusal = Refusal(RefusalCode.POINTS_SHORT, {"need": points, "have": member.points})
    elif not member.proven:
        refusal = Refusal(RefusalCode.MEMBER_NOT_PROVEN)
    rewards = (reward("mall", kind, name=name, ref=ref),)
    return MemberAction(ActionKind.MALL, ref, name, CAMPAIGN, points=points, rewards=rewards, refusal=refusal)
