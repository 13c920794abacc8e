"""What campaigns give, would give, and why not, as it may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from kiosk.domain.campaigns.rewards import Outcome, RewardKind
from kiosk.domain.refusals import Refusal
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class RewardView:
    """Something campaigns give, or would give. `kind`: a RewardKind; `name`: of the thing where it has one (a coupon, a
    gift, a draw, …); `quantity`: points, pieces, months, or minor units for a rebate; `provisional_until`: it settles
    then; `choices`: for a choice of gifts, (stock id, name) of what is left."""

    id: str
    kind: RewardKind
    quantity: int
    campaign: LocalText
    rule: LocalText
    ref: str = ""
    name: LocalText | None = None
    provisional_until: datetime | None = None
    choices: tuple[tuple[str, LocalText], ...] = ()


@dataclass(frozen=True, slots=True)
class PointsAhead:
    """Points that run out together. `until`: when, UTC; the last day on which they are good is the one before."""

    points: int
    until: datetime


@dataclass(frozen=True, slots=True)
class NearReward:
    """A reward within reach. `code`: what is missing, as a check's code of `domain.campaigns.rewards.Check` ("amount",
    "spend_reached", "streak_reached", "n", "points" …); `have` of `need` is there: minor units where `money`, else a
    count. `until`: when the offer ends."""

    campaign: LocalText
    rule: LocalText
    code: str
    have: int
    need: int
    money: bool
    rewards: tuple[RewardView, ...]
    until: datetime | None = None

    @property
    def missing(self) -> int:
        """What it still takes."""
        return self.need - self.have


@dataclass(frozen=True, slots=True)
class CheckView:
    """One condition as it was judged. `have`/`need`: numbers, ids, or ranges; minor units where `money`."""

    code: str
    ok: bool
    have: Any = None
    need: Any = None
    money: bool = False


@dataclass(frozen=True, slots=True)
class RuleExplained:
    """What became of one rule, with the conditions looked at: the last one decided when it was not met. `rule` None:
    the campaign as a whole (not running, not this store)."""

    campaign: LocalText
    rule: LocalText | None
    rule_id: str
    outcome: Outcome
    checks: tuple[CheckView, ...]
    rewards: tuple[RewardView, ...] = ()


class ActionKind(StrEnum):
    """What a clerk can do for a member beside a sale."""

    CHECK_IN = "check_in"
    MAKE_UP = "make_up"
    DEPOSIT = "deposit"
    MALL = "mall"
    CHOOSE = "choose"
    TASK = "task"
    SURVEY = "survey"
    SIGN_UP = "sign_up"
    ATTEND = "attend"
    VOTE = "vote"
    PARTNER = "partner"
    SPIN = "spin"


@dataclass(frozen=True, slots=True)
class MemberAction:
    """Something to do for the member at the till now. `ref`: the lock, mall item, task, survey, event or partner;
    for a choice the stock, with the choice's id in `part`. `points`: its price; `amount`: the deposit in minor units;
    `rewards`: what it would bring; `refusal`: why not now."""

    kind: ActionKind
    ref: str
    name: LocalText | None
    campaign: LocalText
    part: str = ""
    points: int = 0
    amount: int = 0
    asks_score: bool = False
    """A survey: how satisfied, 1 to 5."""
    rewards: tuple[RewardView, ...] = ()
    refusal: Refusal | None = None
    from_hq: bool = False
    """What it brings is HQ's to give: the member is another store's."""


@dataclass(frozen=True, slots=True)
class PointsOffer:
    """Points the customer could pay with in this sale: `points` for `off` minor units at most."""

    points: int
    off: int


@dataclass(frozen=True, slots=True)
class PointsHeldBack:
    """Without HQ only `usable` of the member's `balance` may be paid here, and that is less than this sale could take;
    `with_manager`: so many more on a manager's word. `asked`: HQ was asked, and has no more to give at the moment."""

    usable: int
    balance: int
    with_manager: int = 0
    asked: bool = False
