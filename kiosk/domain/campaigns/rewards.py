"""What rules give, and why they did not: the engine's answers."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple


class RewardKind(StrEnum):
    """What a reward is. `ref` of the reward names the thing."""

    POINTS = "points"  # quantity may be negative: points paid
    COUPON = "coupon"
    GIFT = "gift"
    CHOICE = "choice"  # ref: the stock ids to choose from, joined by "|"
    TICKETS = "tickets"
    SPINS = "spins"
    TIER = "tier"  # quantity: months
    TIER_MONTHS = "tier_months"
    BADGE = "badge"
    REBATE = "rebate"  # quantity: minor units owed by HQ
    EXPERIENCE = "experience"
    PARTNER = "partner"
    SLOT = "slot"
    LOCK = "price_lock"
    MAKE_UP_CARDS = "make_up_cards"
    DISCOUNT = "discount"  # quantity: minor units off the basket; never journalled, but priced


class Reward(NamedTuple):
    """One thing given. `id` follows from campaign, rule and happening, so that the same reward has the same id at every
    terminal and at HQ. `settles`: wall minute from which it is no longer provisional (0: at once); `until`: wall
    minute at which it runs out (0: never); `cost`: expected cost, minor units; `takes`: shared quantities it uses;
    `awaits`: the member whose phone has to be proved before the points are settled ("": nobody's); `worth`: minor units
    on each voucher of value where that is not what its template says (0: it is)."""

    id: str
    campaign: str
    rule: str
    happening: str
    member: str
    kind: RewardKind
    ref: str
    quantity: int
    cost: int = 0
    budget: str = ""
    wall: int = 0
    settles: int = 0
    until: int = 0
    keep: bool = False
    takes: tuple[tuple[str, int], ...] = ()
    awaits: str = ""
    worth: int = 0


class Check(NamedTuple):
    """One condition of a rule as judged. `code` is stable (the condition's key in the file, or a limit's); `have` and
    `need` are what was compared, numbers or words."""

    code: str
    ok: bool
    have: Any = None
    need: Any = None


class Outcome(StrEnum):
    """What became of a rule at a happening."""

    GRANTED = "granted"
    SUBSTITUTED = "substituted"  # stock was gone; something else was given
    COUNTED = "counted"  # met, but it takes more such happenings
    NOT_MET = "not_met"
    LIMIT = "limit"
    GONE = "gone"  # stock, budget or lease is gone and nothing stands in


class RuleTrace(NamedTuple):
    """A rule's verdict with the conditions looked at; the last one is what decided when it was not met."""

    campaign: str
    rule: str
    outcome: Outcome
    checks: tuple[Check, ...]
    rewards: tuple[str, ...] = ()


class Decision(NamedTuple):
    """Everything the campaigns make of one happening. `progress`: counters of rules that need several happenings."""

    happening: str
    rewards: tuple[Reward, ...]
    progress: tuple[tuple[str, int], ...] = ()
    refused: tuple[str, ...] = ()
    trace: tuple[RuleTrace, ...] = ()
