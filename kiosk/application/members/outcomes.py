"""A member and their coupons, as they may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.application.campaigns.outcomes import NearReward, PointsAhead, RewardView
from kiosk.domain.coupons.model import Benefit, CouponTemplate
from kiosk.domain.members.member import Segment, Tier
from kiosk.domain.members.vouched import Vouched
from kiosk.domain.refusals import Refusal
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class CouponView:
    """A coupon of the member at the till, or one that was scanned. `refusal` is set when it cannot be used now."""

    id: str
    template: str
    name: LocalText
    campaign: LocalText | None
    benefit: Benefit
    expires: datetime
    refusal: Refusal | None = None
    categories: tuple[str, ...] | None = None
    """Goods categories it is limited to; the screen offers a field for each. None: no limit."""
    left: int | None = None
    """Minor units that are on a voucher of value, as far as is known here; None: it is none."""
    kind: CouponTemplate | None = None
    """What all coupons of its kind ask for."""
    used: tuple[tuple[datetime, int], ...] = ()
    """What a voucher of value paid last, as far as is known here: (when, minor units), newest first."""
    stores: tuple[str, ...] | None = None
    """Where this one alone is good; None: wherever its kind is."""


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member as the checkout may show them: masked."""

    id: str
    masked_name: str
    masked_phone: str
    tier: Tier
    segment: Segment
    points: int
    tickets: int
    streak_days: int
    visits: int
    birthday_month: bool
    coupons: tuple[CouponView, ...]
    proven: bool = False
    """True when a signed pass was scanned; a plain card identifies but proves nothing."""
    vouched: Vouched = Vouched.OWN
    points_held: int = 0
    """Provisional points: not to be spent yet."""
    points_ahead: tuple[PointsAhead, ...] = ()
    """Points that run out, the soonest first, if none are spent until then."""
    near: tuple[NearReward, ...] = ()
    """Rewards within reach, the nearest first: what the clerk should say."""
    owed: tuple[RewardView, ...] = ()
    """Gifts that wait to be handed over or chosen."""
    home: str = ""
    """The store they belong to (id); empty when it is not known."""
    last_bought: date | None = None
    """When they bought last, as HQ's row says."""

    @property
    def known(self) -> bool:
        """False for a member of another store who cannot be looked up now: a signed pass or coupon told no more than
        the id. The sale names them, and HQ gives what is due."""
        return self.vouched.known

    @property
    def guest(self) -> bool:
        """A member of another store, as HQ told: prices and coupons are like one's own, rewards come from HQ."""
        return self.known and self.vouched is not Vouched.OWN


@dataclass(frozen=True, slots=True)
class MembersFound:
    """What a search found: the first `members`, likeliest first, of `total`. `digits_needed`: digits of a phone that
    a search takes at least, when fewer were typed; else 0."""

    members: tuple[MemberView, ...] = ()
    total: int = 0
    digits_needed: int = 0
