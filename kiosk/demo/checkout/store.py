"""A believable store in memory: a complete `CheckoutApi` without ledger, keys or HQ. Its campaigns are in
`demo_campaigns`.

For pictures of every state (`kiosk screenshots`) and for tests of the screen. Codes are plain texts here: "M:<id>" is a
member, "I:<id>" their invitation, "C:<id>" a coupon, "S:<id>" a staff badge, "R:<code>" whatever refusal is
asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations, count

from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.members.outcomes import CouponView, MemberView
from kiosk.application.sales.outcomes import (
    VOID_REASONS,
    Acted,
    AppliedLine,
    CouponAdded,
    Explained,
    LeftOut,
    MemberFound,
    Quote,
    Redemption,
    Returned,
    SaleView,
    ScanOutcome,
    ShareRead,
    Visit,
    Voided,
)
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded, BadgeRead, SignedIn, StaffName
from kiosk.application.sync.outcomes import Link, SyncStatus, TerminalInfo
from kiosk.demo.checkout.campaigns import (
    CAMPAIGN,
    EVENING_DRAW,
    MOONCAKE,
    action_key,
    actions_for,
    explained,
    explained_sale,
    priced,
    reward,
    taken_back,
)
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.channels import Channel
from kiosk.domain.coupons.model import Benefit, BenefitKind
from kiosk.domain.members.member import Segment, Tier
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Actor, Staff
from kiosk.domain.staff.roles import Permission, Role, may
from kiosk.domain.texts import LocalText

NOW = datetime(2026, 11, 21, 6, 26, tzinfo=UTC)
"""14:26 in Taipei, a Saturday."""

PIN = "8305"


class DemoClock:
    """Stands at NOW until it is moved."""

    def __init__(self, at: datetime = NOW) -> None:
        self._ms = round(at.timestamp() * 1000)
        self._mono = 0

    def now_ms(self) -> int:
        """Wall clock."""
        return self._ms

    def mono_ms(self) -> int:
        """Monotonic clock."""
        return self._mono

    def boot_id(self) -> str:
        """Always the same boot."""
        return "demo"

    def move(self, ms: int) -> None:
        """Let time pass."""
        self._ms += ms
        self._mono += ms


TERMINAL = TerminalInfo(
    device="d-01",
    name="收銀 2",
    store="S02",
    store_name=LocalText("信義旗艦店", "信义旗舰店", "Xinyi Flagship"),
    zone="Asia/Taipei",
    currency="TWD",
    campaign=CAMPAIGN,
    day=9,
    days=30,
    stores=(
        ("S01", LocalText("忠孝店", "忠孝店", "Zhongxiao")),
        ("S02", LocalText("信義旗艦店", "信义旗舰店", "Xinyi Flagship")),
        ("S03", LocalText("板橋店", "板桥店", "Banqiao")),
    ),
)

STAFF = (
    StaffName("1001", "林雅婷", Role.CLERK),
    StaffName("1002", "周建宏", Role.CLERK),
    StaffName("1003", "吳佩珊", Role.CLERK),
    StaffName("1010", "許志豪", Role.MANAGER),
    StaffName("1020", "Grace Lin", Role.AUDITOR),
)


def coupon(
    id_: str,
    name: LocalText,
    benefit: Benefit,
    days: int = 9,
    *,
    minimum: int = 0,
    categories: tuple[str, ...] | None = None,
) -> CouponView:
    """A coupon of the demo chain, good for `days` more days."""
    refusal = None
    if minimum:
        refusal = Refusal(RefusalCode.MINIMUM_NOT_REACHED, {"need": minimum, "have": 0})
    elif categories:
        refusal = Refusal(RefusalCode.CATEGORY_MISSING)
    return CouponView(id_, f"t-{id_}", name, CAMPAIGN, benefit, NOW + timedelta(days=days), refusal, categories)


THRESHOLD = coupon(
    "c1",
    LocalText("滿 400 減 60", "满 400 减 60", "60 off from 400"),
    Benefit(BenefitKind.THRESHOLD, off=6000, spend=40000),
    minimum=40000,
)
GOLD_DAY = coupon(
    "c2",
    LocalText("金卡會員日", "金卡会员日", "Gold members’ day"),
    Benefit(BenefitKind.PERCENT, rate_bp=500, cap=20000),
    20,
)
BIRTHDAY = coupon("c3", LocalText("生日券", "生日券", "Birthday coupon"), Benefit(BenefitKind.FIXED, off=3000), 9)
TEA = coupon(
    "c4",
    LocalText("茶品 8 折", "茶品 8 折", "20% off tea"),
    Benefit(BenefitKind.PERCENT, rate_bp=2000),
    30,
    categories=("tea",),
)
SAMPLE = CouponView(
    "c5",
    "t-c5",
    LocalText("新品試用裝", "新品试用装", "Sample of the new series"),
    CAMPAIGN,
    Benefit(BenefitKind.GIFT, gift=LocalText("試用裝一份", "试用装一份", "One sample"), value=5000),
    NOW - timedelta(days=2),
    Refusal(RefusalCode.EXPIRED, {"since": NOW - timedelta(days=2)}),
)
GIFT = coupon(
    "c6",
    LocalText("來店禮", "到店礼", "Welcome gift"),
    Benefit(BenefitKind.GIFT, gift=LocalText("環保袋一個", "环保袋一个", "One tote bag"), value=3000),
    12,
)
KEPT = coupon(
    "c7",
    LocalText("為您保留：滿 199 折 50", "为您保留：满 199 减 50", "Kept for you: 50 off 199"),
    Benefit(BenefitKind.THRESHOLD, off=5000, spend=19900),
    2,
    minimum=19900,
)
VALUE = {"c1": 6000, "c2": 2310, "c3": 3000, "c4": 2000, "c5": 5000, "c6": 3000, "c7": 5000}

MEMBERS = (
    MemberView(
        "m1", "陳*麗", "0922***444", Tier.GOLD, Segment.ACTIVE, 3480, 2, 6, 11, True,
        (THRESHOLD, GOLD_DAY, BIRTHDAY, TEA, SAMPLE), True, points_held=120,
    ),
    MemberView("m2", "李*", "0933***128", Tier.SILVER, Segment.NEW, 120, 0, 1, 1, False, (GIFT,), True),
    MemberView("m3", "王*明", "0912***678", Tier.PLATINUM, Segment.ACTIVE, 20150, 5, 30, 64, False, (THRESHOLD, GOLD_DAY)),  # noqa: E501
    MemberView("m4", "張*芬", "0955***019", Tier.BASIC, Segment.DORMANT, 60, 0, 0, 3, False, ()),
    MemberView("m6", "何*文", "0988***606", Tier.SILVER, Segment.DORMANT, 240, 0, 0, 7, True, (KEPT, GIFT)),
    MemberView("m9", "", "", Tier.BASIC, Segment.ACTIVE, 0, 0, 0, 0, False, (GOLD_DAY,), known=False),
    MemberView("m5", "A** L**", "138****5678", Tier.SILVER, Segment.ACTIVE, 880, 1, 2, 9, False, (BIRTHDAY,)),
)  # fmt: skip


def _sale(number: int, minutes: int, name: str | None, amount: int, off: int, **more: object) -> SaleView:
    line = (AppliedLine("old", "t-c1", THRESHOLD.name, off),) if off else ()
    sale = SaleView(
        f"txn-old-{number:04}", f"S02-{number:06}", NOW - timedelta(minutes=minutes), "林雅婷", amount, amount - off,
        "TWD", line, name, sent=True,
    )  # fmt: skip
    return replace(sale, **more)  # type: ignore[arg-type]  # fields of SaleView by name


def demo_sales() -> list[SaleView]:
    """What was sold before, newest first."""
    voided = {
        "voided_at": NOW - timedelta(minutes=30),
        "voided_by": "許志豪",
        "void_reason": "wrong_amount",
    }
    won = (
        reward("points", RewardKind.POINTS, 118),
        reward("ticket", RewardKind.TICKETS, name=EVENING_DRAW),
        reward("mooncake", RewardKind.COUPON, name=MOONCAKE),
    )
    return [
        _sale(481, 5, "李*", 18000, 6000, sent=False, rewards=(reward("points", RewardKind.POINTS, 12),)),
        _sale(480, 8, None, 5650, 0, sent=False),
        _sale(479, 11, "張*芬", 89900, 0),
        _sale(478, 41, "王*明", 124000, 6000, **voided, rewards=won),
        _sale(477, 55, "黃*", 46000, 6000, void_needs_manager=True),
        _sale(476, 73, None, 32000, 0),
    ]


class DemoApi:
    """A `CheckoutApi` whose rules are few but real: best combination, limits by amount, one use of each coupon."""

    def __init__(self, clock: DemoClock | None = None) -> None:
        self.clock = clock or DemoClock()
        self.sales: list[SaleView] = demo_sales()
        self.members: dict[str, MemberView] = {member.id: member for member in MEMBERS}
        self.coupons: dict[str, CouponView] = {
            one.id: one for one in (THRESHOLD, GOLD_DAY, BIRTHDAY, TEA, SAMPLE, GIFT, KEPT)
        }
        self.used: dict[str, str] = {}
        self.done: dict[str, set[str]] = {}
        self.wrong_pins: dict[str, int] = {}
        self.waits: dict[str, datetime] = {}
        self.offline = False
        self.needs_manager = False
        self.journal: list[str] = []
        self._ids = count(482)

    # --- who and what ------------------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """The clock's instant."""
        return datetime.fromtimestamp(self.clock.now_ms() / 1000, UTC)

    def terminal(self) -> TerminalInfo:
        """Checkout 2 of the flagship store."""
        return TERMINAL

    def sync_status(self) -> SyncStatus:
        """Online, or offline since 10:42 with 17 facts waiting."""
        if self.offline:
            since = NOW - timedelta(hours=3, minutes=44)
            return SyncStatus(Link.OFFLINE, since, 17, since)
        return SyncStatus(Link.ONLINE, NOW, 0, NOW)

    # --- a visit -----------------------------------------------------------------------------------------------------

    def new_visit(self, channel: Channel = Channel.CHECKOUT) -> Visit:
        """Empty, numbered."""
        return Visit(txn=f"S02-{next(self._ids):06}", channel=channel)

    def scan(self, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome:
        """By the prefixes in the module's text."""
        self.journal.append(f"scan {event.text}")
        kind, _, value = event.text.partition(":")
        if kind == "S":
            return BadgeRead(value, "badge-1")
        if kind == "R" and value in RefusalCode.__members__.values():
            return self.refusal(RefusalCode(value))
        if kind == "M" and value in self.members:
            replaced = visit.member is not None and visit.member.id != value
            return MemberFound(self._with_member(Visit(visit.txn) if replaced else visit, value), replaced)
        if kind == "C" and value in self.coupons:
            return self._scan_coupon(visit, value)
        if kind == "I" and value in self.members:
            return ShareRead(self.price(replace(visit, sharer=value)))
        return Refusal(RefusalCode.NOT_OURS, {"read": event.text[:24]})

    def _scan_coupon(self, visit: Visit, id_: str) -> ScanOutcome:
        if id_ in self.used:
            return self.refusal(RefusalCode.ALREADY_USED_HERE)
        if id_ in visit.scanned:
            return Refusal(RefusalCode.ALREADY_IN_SALE)
        view = self.coupons[id_]
        if view.expires <= self.now():
            return Refusal(RefusalCode.EXPIRED, {"since": view.expires})
        coupons = visit.coupons if any(one.id == id_ for one in visit.coupons) else (*visit.coupons, view)
        return CouponAdded(self.price(replace(visit, coupons=coupons, scanned=(*visit.scanned, id_))), view)

    def refusal(self, code: RefusalCode) -> Refusal:
        """Any refusal, with arguments of the kind it carries."""
        now = self.now()
        args: Mapping[str, ArgValue] = {
            "at": now - timedelta(hours=3, minutes=44),
            "since": now - timedelta(days=2),
            "until": now + timedelta(days=3),
            "store": "S01",
            "clerk": "周建宏",
            "terminal": "收銀 1",
            "need": 50000,
            "have": 46200,
            "value": 80000,
            "seconds": 30,
            "uses": 2,
            "read": "0922 333",
            "other": "amount" if code is RefusalCode.CONDITION_NOT_MET else "c1",
            "name": "環保袋",
        }
        return Refusal(code, args)

    def find_members(self, text: str) -> tuple[MemberView, ...]:
        """By what is not masked."""
        return tuple(one for one in self.members.values() if text in one.masked_phone or text in one.masked_name)

    def choose_member(self, visit: Visit, member: str) -> Visit:
        """Put them into the visit."""
        return self._with_member(visit, member)

    def _with_member(self, visit: Visit, id_: str) -> Visit:
        member = self.members[id_]
        own = tuple(one for one in member.coupons if one.id not in self.used)
        if member.segment is Segment.DORMANT and any(one.id == KEPT.id for one in own):
            visit = replace(visit, brought=(reward("wake", RewardKind.COUPON, name=KEPT.name),))
        scanned = tuple(one for one in visit.coupons if one.id in visit.scanned and one not in own)
        return self.price(replace(visit, member=replace(member, coupons=own), coupons=own + scanned))

    def price(self, visit: Visit) -> Visit:
        """The combination that takes most off; the birthday coupon stands beside no threshold coupon."""
        judged = tuple(self._judge(one, visit) for one in visit.coupons)
        usable = [one for one in judged if one.refusal is None]
        if visit.chosen is None:
            best = self._best(usable, visit)
        else:
            best = self._fitting([one for one in usable if one.id in visit.chosen])
        lines, total = self._lines(best, visit)
        left = tuple(LeftOut(one.id, self._why_left(one, best)) for one in judged if one not in best)
        quote = Quote(visit.amount, total, tuple(lines), left)
        return priced(replace(visit, coupons=judged), quote, self.now())

    def _judge(self, one: CouponView, visit: Visit) -> CouponView:
        benefit = one.benefit
        eligible = dict(visit.by_category)
        refusal: Refusal | None = None
        if one.expires <= self.now():
            refusal = Refusal(RefusalCode.EXPIRED, {"since": one.expires})
        elif benefit.kind is BenefitKind.THRESHOLD and visit.amount < benefit.spend:
            refusal = Refusal(RefusalCode.MINIMUM_NOT_REACHED, {"need": benefit.spend, "have": visit.amount})
        elif one.categories and not any(eligible.get(category) for category in one.categories):
            refusal = Refusal(RefusalCode.CATEGORY_MISSING)
        elif not visit.amount and benefit.kind is not BenefitKind.GIFT:
            refusal = Refusal(RefusalCode.AMOUNT_MISSING)
        return replace(one, refusal=refusal)

    def _fitting(self, wanted: list[CouponView]) -> list[CouponView]:
        kept: list[CouponView] = []
        for one in wanted:
            if not any({one.id, other.id} == {"c1", "c3"} for other in kept):
                kept.append(one)
        return kept

    def _best(self, usable: list[CouponView], visit: Visit) -> list[CouponView]:
        best: list[CouponView] = []
        for size in range(len(usable) + 1):
            for chosen in combinations(usable, size):
                fits = list(chosen)
                if len(self._fitting(fits)) == size and self._key(fits, visit) > self._key(best, visit):
                    best = fits
        return best

    def _key(self, chosen: list[CouponView], visit: Visit) -> tuple[int, int]:
        return (visit.amount - self._lines(chosen, visit)[1], sum(one.benefit.value for one in chosen))

    def _lines(self, chosen: list[CouponView], visit: Visit) -> tuple[list[AppliedLine], int]:
        lines, total = [], visit.amount
        for one in chosen:
            benefit = one.benefit
            base = dict(visit.by_category).get(one.categories[0], 0) if one.categories else visit.amount
            off = benefit.off if benefit.kind is not BenefitKind.PERCENT else base * benefit.rate_bp // 10_000
            off = min(off, total, benefit.cap or off)
            total -= off
            lines.append(AppliedLine(one.id, one.template, one.name, off, benefit.gift))
        return lines, total

    def _why_left(self, one: CouponView, best: list[CouponView]) -> Refusal:
        if one.refusal is not None:
            return one.refusal
        rival = next((other.id for other in best if {one.id, other.id} == {"c1", "c3"}), None)
        return Refusal(RefusalCode.NOT_STACKABLE, {"other": rival}) if rival else Refusal(RefusalCode.NO_BENEFIT)

    def confirm(
        self, visit: Visit, actor: Actor, approval: Approval | None = None
    ) -> Redemption | ApprovalNeeded | Refusal:
        """Once for each visit."""
        for sale in self.sales:
            if sale.txn == visit.txn:
                return Redemption(sale, self.offline)
        if not visit.amount and not visit.quote.lines:
            return Refusal(RefusalCode.AMOUNT_MISSING)
        if visit.use_points and visit.member is not None and not visit.member.proven:
            return Refusal(RefusalCode.MEMBER_NOT_PROVEN)
        if visit.member is None and not visit.coupons:
            return Refusal(RefusalCode.NOTHING_TO_DO)
        if self.needs_manager and approval is None:
            return ApprovalNeeded(Refusal(RefusalCode.NO_RIGHT_OFFLINE, {"coupon": visit.quote.lines[0].coupon}))
        name = visit.member.masked_name if visit.member else None
        quote = visit.quote
        sale = SaleView(
            visit.txn,
            visit.txn,
            self.now(),
            actor.name,
            quote.amount,
            quote.total,
            "TWD",
            quote.lines,
            name,
            rewards=quote.rewards,
        )
        for line in quote.lines:
            self.used[line.coupon] = visit.txn
        self.sales.insert(0, sale)
        self.journal.append(f"confirm {visit.txn}")
        return Redemption(sale, self.offline)

    # --- campaigns ---------------------------------------------------------------------------------------------------

    def explain_visit(self, visit: Visit) -> Explained:
        """By the demo's rules."""
        return explained(self.price(visit), self.now())

    def explain_sale(self, txn: str) -> Explained | Refusal:
        """By the demo's rules, as long as the sale is among the last."""
        sale = next((one for one in self.sales if one.txn == txn), None)
        if sale is None:
            return Refusal(RefusalCode.SALE_UNKNOWN)
        member = next((one for one in self.members.values() if one.masked_name == sale.masked_name), None)
        return explained_sale(sale, member)

    def actions(self, visit: Visit) -> tuple[MemberAction, ...]:
        """Everything the demo's campaigns offer."""
        if visit.member is None or not visit.member.known:
            return ()
        member = replace(self.members[visit.member.id], proven=visit.member.proven)
        return actions_for(member, frozenset(self.done.get(member.id, ())))

    def act(self, visit: Visit, action: MemberAction, actor: Actor, value: int = 0) -> Acted | Refusal:
        """Once for each action; points and check-ins show at once."""
        if visit.member is None:
            return Refusal(RefusalCode.MEMBER_NEEDED)
        offered = {(one.kind, one.ref): one for one in self.actions(visit)}.get((action.kind, action.ref))
        if offered is None or offered.refusal is not None:
            return offered.refusal if offered is not None and offered.refusal else Refusal(RefusalCode.ACTION_CLOSED)
        if action.asks_score and not 1 <= value <= 5:
            return Refusal(RefusalCode.CONDITION_NOT_MET, {"other": "score", "need": 5, "have": value})
        self.done.setdefault(visit.member.id, set()).add(action_key(action))
        self.journal.append(f"act {action.kind} {action.ref} {value}")
        gained = sum(one.quantity for one in offered.rewards if one.kind is RewardKind.POINTS) - offered.points
        member = self.members[visit.member.id]
        streak = member.streak_days + (action.kind in (ActionKind.CHECK_IN, ActionKind.MAKE_UP))
        self.members[member.id] = replace(member, points=member.points + gained, streak_days=streak)
        proven = self.members[member.id] = replace(self.members[member.id], proven=visit.member.proven)
        return Acted(self._with_member(visit, proven.id), offered.rewards)

    def prove(self, visit: Visit, digits: str) -> Visit | Refusal:
        """Any four digits that end as the masked phone number does."""
        member = visit.member
        if member is None or len(digits) != 4 or not digits.endswith(member.masked_phone[-3:]):
            return Refusal(RefusalCode.MEMBER_NOT_PROVEN)
        self.members[member.id] = replace(self.members[member.id], proven=True)
        return self._with_member(visit, member.id)

    def recent_sales(self, limit: int = 20) -> tuple[SaleView, ...]:
        """Newest first."""
        return tuple(self.sales[:limit])

    def sale(self, txn: str) -> SaleView | None:
        """One of them."""
        return next((sale for sale in self.sales if sale.txn == txn), None)

    def void(
        self, txn: str, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Voided | ApprovalNeeded | Refusal:
        """With a reason; some with a manager."""
        at = self._undoable(txn, reason, approval)
        if not isinstance(at, int):
            return at
        sale = self.sales[at]
        self.sales[at] = replace(sale, voided_at=self.now(), voided_by=actor.name, void_reason=reason)
        self.used = {id_: by for id_, by in self.used.items() if by != txn}
        self.journal.append(f"void {txn} {reason}")
        return Voided(self.sales[at])

    def return_goods(
        self, txn: str, back: Returned, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Voided | ApprovalNeeded | Refusal:
        """Part of it: the coupons stay used, the rewards become those of the rest."""
        at = self._undoable(txn, reason, approval)
        if not isinstance(at, int):
            return at
        sale = self.sales[at]
        left = sale.total - sale.returned
        if not 0 < back.amount <= left:
            return Refusal(RefusalCode.RETURN_TOO_LARGE, {"have": left, "need": back.amount})
        kept, taken = taken_back(sale, back.amount)
        self.sales[at] = replace(sale, returned=sale.returned + back.amount, rewards=kept)
        self.journal.append(f"return {txn} {back.amount} {reason}")
        return Voided(replace(self.sales[at], rewards=taken))

    def _undoable(self, txn: str, reason: str, approval: Approval | None) -> int | ApprovalNeeded | Refusal:
        """The place of a sale that may be undone."""
        at = next((i for i, sale in enumerate(self.sales) if sale.txn == txn), None)
        if at is None:
            return Refusal(RefusalCode.SALE_UNKNOWN)
        sale = self.sales[at]
        if sale.voided_at is not None:
            return Refusal(RefusalCode.ALREADY_VOIDED, {"at": sale.voided_at, "clerk": sale.voided_by or ""})
        if reason.partition(": ")[0] not in VOID_REASONS:
            return Refusal(RefusalCode.REASON_MISSING)
        if sale.void_needs_manager and approval is None:
            return ApprovalNeeded(Refusal(RefusalCode.NOT_PERMITTED))
        return at

    # --- staff -------------------------------------------------------------------------------------------------------

    def staff(self) -> tuple[StaffName, ...]:
        """Five of them."""
        return tuple(replace(person, wait_until=self.waits.get(person.id)) for person in STAFF)

    def _person(self, id_: str) -> StaffName | None:
        return next((person for person in STAFF if person.id == id_), None)

    def _check(self, id_: str, pin: str) -> Refusal | None:
        until = self.waits.get(id_)
        if until is not None and self.now() < until:
            seconds = round((until - self.now()).total_seconds())
            return Refusal(RefusalCode.PIN_LOCKED, {"seconds": seconds, "until": until})
        if pin == PIN:
            self.wrong_pins.pop(id_, None)
            return None
        wrong = self.wrong_pins[id_] = self.wrong_pins.get(id_, 0) + 1
        if wrong >= 3:
            self.waits[id_] = self.now() + timedelta(seconds=5)
            return Refusal(RefusalCode.PIN_LOCKED, {"seconds": 5, "until": self.waits[id_]})
        return Refusal(RefusalCode.WRONG_PIN, {"uses": 3 - wrong})

    def sign_in(self, staff: str, pin: str) -> SignedIn | Refusal:
        """Everybody has the same PIN here."""
        person = self._person(staff)
        if person is None:
            return Refusal(RefusalCode.STAFF_UNKNOWN)
        refusal = self._check(staff, pin)
        if refusal is not None:
            return refusal
        self.journal.append(f"sign_in {staff}")
        return SignedIn(Staff(person.id, person.name, person.role))

    def sign_in_badge(self, staff: str, serial: str) -> SignedIn | Refusal:
        """Any badge of somebody on the list."""
        person = self._person(staff)
        if person is None:
            return Refusal(RefusalCode.STAFF_UNKNOWN)
        self.journal.append(f"badge {staff}")
        return SignedIn(Staff(person.id, person.name, person.role))

    def sign_out(self, actor: Staff, *, locked: bool = False) -> None:
        """Written down."""
        self.journal.append(f"{'lock' if locked else 'sign_out'} {actor.id}")

    def approve(self, staff: str, pin: str, permission: Permission) -> Approval | Refusal:
        """A manager's PIN."""
        person = self._person(staff)
        if person is None or not may(person.role, permission):
            return Refusal(RefusalCode.NOT_PERMITTED)
        refusal = self._check(staff, pin)
        if refusal is not None:
            return refusal
        self.journal.append(f"approve {staff} {permission}")
        return Approval(person.id, person.name)
