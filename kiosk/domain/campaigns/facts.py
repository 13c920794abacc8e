"""Facts of campaigns: what members do, what the rules gave for it, and a terminal's shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from kiosk.domain.campaigns.limit_keys import newest_key
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.coupons.facts import RightGranted, RightRevoked
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind, MemberTouched
from kiosk.domain.members.facts import OF_MEMBER, OfMember, touched

_OWNER = "campaigns"
Counts = tuple[tuple[str, int], ...]


class Done(OfMember, frozen=True, kw_only=True):
    """`ref`, `part`: what a trigger of the same names asks for; `value`: points, or a score."""

    ref: str = ""
    part: str = ""
    value: int = 0
    amount: int = 0


class Spun(Done, frozen=True, kw_only=True):
    """`part`: the prize; `amount`: of a red packet, minor units; `lease`, `j`: which slot of which sealed tape;
    `ticket`, `tickets`: the draw whose tickets paid for it, and how many, where no spin did."""

    lease: str = ""
    j: int = -1
    ticket: str = ""
    tickets: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError for a slot of no tape, and for a price that is none."""
        if bool(self.lease) != (self.j >= 0) or bool(self.ticket) != (self.tickets > 0) or self.amount < 0:
            raise ValueError(f"slot {self.j} of {self.lease!r}, for {self.tickets} of {self.ticket!r}")


class Answered(Done, frozen=True, kw_only=True):
    """As of `Done`; `value`: the score, `remark`: commitment to what was said beside it, hex (docs/registration.md)."""

    remark: str = ""


class Won(Done, frozen=True, kw_only=True):
    """`ref`, `part`: the campaign's draw and the prize; `draw`, `seq`: which one it was; `place`: of the prize in the
    order drawn; `turn`: how often it had been passed on."""

    draw: str = ""
    seq: int = 0
    place: int = 0
    turn: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError for a prize at no place."""
        if self.place < 0 or self.turn < 0 or self.seq < 0 or bool(self.draw) != (self.seq > 0) or len(self.draw) > 200:
            raise ValueError(f"place {self.place} of {self.draw!r}, {self.seq}")


class MadeUp(OfMember, frozen=True, kw_only=True):
    """A make-up card for the day so many days ago."""

    days_ago: int = 1


class RewardRow(Body, frozen=True, kw_only=True):
    """A reward as it is journalled; the fields, but for the last, are those of `Reward`. `id`: "" where it is
    campaign/rule/happening/`part`; `happening`, `member`: "" for the fact's own."""

    id: str = ""
    campaign: str
    rule: str
    happening: str = ""
    member: str = ""
    kind: RewardKind
    ref: str = ""
    quantity: int
    cost: int = 0
    budget: str = ""
    wall: int
    settles: int = 0
    until: int = 0
    keep: bool = False
    takes: Counts = ()
    awaits: str = ""
    worth: int = 0
    part: str = "0"

    def __post_init__(self) -> None:
        """Raises ValueError for a voucher worth less than nothing."""
        if self.worth < 0:
            raise ValueError(f"worth {self.worth}")


class RewardsDecided(Body, frozen=True, kw_only=True):
    """What the rules gave a member for a happening; `member` "": what a sale used up of shared quantities that is
    nobody's reward: discounts for everyone in a sale to nobody known, gifts that coupons are for (`rule`: the
    coupon's name in the campaign, `part`: "coupon:" and its id). `taken_back`: ids of rewards undone; `counters`: the
    member's own, as they stand now; `takes`: shared quantities used up (negative: given back); `refused`: what had
    nothing left; `coupons`, `coupons_back`: ids of coupons made and taken back; `rights`: those of them that the
    terminal may redeem until HQ says otherwise, `units`: how much of them, where that is not once (docs/coupons.md);
    `points`: by how much the terminal's share of the member's points grew (or, below zero, shrank). Counts are pairs
    of a key and a number. `places`, never written: counters that version 1 named by their place in the rule's list,
    as pairs of today's name and that one."""

    member: str
    happening: str = ""
    granted: tuple[RewardRow, ...] = ()
    taken_back: tuple[str, ...] = ()
    counters: Counts = ()
    takes: Counts = ()
    refused: tuple[str, ...] = ()
    coupons: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    units: Counts = ()
    coupons_back: tuple[str, ...] = ()
    store: str | None = None
    points: int = 0
    places: tuple[tuple[str, str], ...] = ()

    def rewards(self) -> list[Reward]:
        """What was given."""
        return [_reward(row, self) for row in self.granted]


class LeaseChanged(Body, frozen=True, kw_only=True):
    """`quantities`: by key, ± what came or went."""

    op: str = ""
    quantities: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SlotTaken(Change):
    """A slot of a sealed tape is somebody's. `said`: the fact's body; `at`: ms since 1970; `stamp`: the fact's."""

    said: Spun
    at: int
    stamp: int


@dataclass(frozen=True, slots=True)
class SharedChanged(Change):
    """A quantity that members share: `key` has a "|" for a leased pool (what is left), else it is a limit's count."""

    key: str
    delta: int


# -- rewards ----------------------------------------------------------------------------------------------------------


def reward_row(reward: Reward, member: str, happening: str) -> RewardRow:
    """A reward in a fact about `member` and `happening`."""
    prefix = f"{reward.campaign}/{reward.rule}/{reward.happening}/"
    follows = reward.id.startswith(prefix)
    return RewardRow(
        campaign=reward.campaign,
        rule=reward.rule,
        kind=reward.kind,
        quantity=reward.quantity,
        wall=reward.wall,
        id="" if follows else reward.id,
        part=reward.id[len(prefix) :] if follows else "0",
        ref=reward.ref,
        cost=reward.cost,
        budget=reward.budget,
        settles=reward.settles,
        until=reward.until,
        keep=reward.keep,
        takes=reward.takes,
        awaits=reward.awaits,
        worth=reward.worth,
        happening="" if reward.happening == happening else reward.happening,
        member="" if reward.member == member else reward.member,
    )


def _reward(row: RewardRow, body: RewardsDecided) -> Reward:
    # every third fact has some: this is twice as fast as the class does it
    name, campaign, rule, happening, member, *rest, part = msgspec.structs.astuple(row)
    happening = happening or body.happening
    name = name or f"{campaign}/{rule}/{happening}/{part}"
    return tuple.__new__(Reward, (name, campaign, rule, happening, member or body.member, *rest))


def _decided(_fact: Fact, body: RewardsDecided) -> tuple[Change, ...]:
    """A terminal may redeem coupons that it alone can have made (`rights`) until HQ says otherwise: nobody else knows
    them before."""
    units = dict(body.units)
    return (
        *((MemberTouched(body.member),) if body.member else ()),
        # what is taken leaves a pool, and adds to a limit's count
        *(SharedChanged(key, -taken if "|" in key else taken) for key, taken in body.takes),
        *((SharedChanged(f"|points:{body.member}", body.points),) if body.points else ()),
        *(RightGranted(coupon, units.get(coupon, 1), 0) for coupon in body.rights),
        *map(RightRevoked, body.coupons_back),
    )


def _leased(_fact: Fact, body: LeaseChanged) -> tuple[Change, ...]:
    # the pools of other terminals are theirs: here they have no name
    return tuple(SharedChanged(f"|{key}", delta) for key, delta in body.quantities.items())


def _spun(fact: Fact, body: Spun) -> tuple[Change, ...]:
    taken = (SlotTaken(body, fact.corrected_ms, fact.hlc),) if body.lease else ()
    return (*touched(fact, body), *taken)


# -- older bodies -----------------------------------------------------------------------------------------------------

_REWARD_V1 = (
    *("id", "campaign", "rule", "happening", "member", "kind", "ref", "quantity", "cost", "budget", "wall"),
    *("settles", "until", "keep", "takes"),
)


def _named(body: Mapping[str, Any]) -> dict[str, Any]:
    """Version 1 wrote rewards as lists and the happening as `event`, and counted limits by their place in the rule."""
    raised = dict(body)
    raised["happening"] = str(raised.pop("event", ""))
    raised["granted"] = [
        {name: _newest(value) if name == "takes" else value for name, value in zip(_REWARD_V1, row, strict=True)}
        for row in body.get("granted", ())
    ]
    raised["takes"] = _newest(body.get("takes", ()))
    raised["counters"] = _newest(body.get("counters", ()), of_member=True)
    names = ((newest_key(str(key), of_member=True), str(key)) for key, _count in body.get("counters", ()))
    raised["places"] = [(name, key) for name, key in names if name != key]
    return raised


def _newest(counts: Iterable[tuple[str, int]], *, of_member: bool = False) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    renamed: dict[str, int] = {}
    for key, count in counts:
        name = newest_key(str(key), of_member=of_member)
        if name == key:
            found.append((name, count))
        else:  # of two limits that come under one name both counted the same
            renamed[name] = max(count, renamed.get(name, count))
    return [*found, *sorted(renamed.items())]


def _leased_by_id(body: Mapping[str, Any]) -> dict[str, Any]:
    """Version 1 named totals by their place in the rule."""
    quantities: dict[str, int] = {}
    for key, count in body["quantities"].items():
        name = newest_key(str(key))
        quantities[name] = quantities.get(name, 0) + count
    return {**body, "quantities": quantities}


# -- kinds ------------------------------------------------------------------------------------------------------------


def _done(name: str, happening: str, body: type[OfMember] = Done) -> Kind[Any]:
    return Kind(name, owner=_OWNER, body=body, says=OF_MEMBER, changes=touched, happening=happening)


CHECK_IN_DONE = _done("check_in.done", "checked_in", OfMember)
CHECK_IN_MADE_UP = _done("check_in.made_up", "made_up", MadeUp)
TASK_DONE = _done("task.done", "task_done")
SURVEY_ANSWERED = _done("survey.answered", "survey_answered", Answered)
DEPOSIT_PAID = _done("deposit.paid", "deposit_paid")
EVENT_SIGNED_UP = _done("event.signed_up", "signed_up")
EVENT_ATTENDED = _done("event.attended", "attended")
VOTE_CAST = _done("vote.cast", "voted")
POINTS_SPENT = _done("points.spent", "points_spent")
WHEEL_SPUN = Kind(
    "wheel.spun",
    owner=_OWNER,
    body=Spun,
    says=f"{OF_MEMBER}; the slot is taken",
    changes=_spun,
    happening="spun",
)
DRAW_WON = _done("draw.won", "won", Won)
DRAW_LOST = Kind(
    "draw.lost",
    owner=_OWNER,
    body=Won,
    says=f"{OF_MEMBER}; what the rules gave for that win is not due; only HQ journals it",
    changes=touched,
    happening="lost",
)
PARTNER_CODE = _done("partner.code", "partner_code")
REWARD_CHOSEN = _done("reward.chosen", "chosen")
REWARDS_DECIDED = Kind(
    "rewards.decided",
    owner=_OWNER,
    body=RewardsDecided,
    says="rewards of the member; shared quantities; rights on coupons made here",
    changes=_decided,
    happening="decided",
    older=(_named,),
)
LEASE_CHANGED = Kind(
    "lease.changed",
    owner=_OWNER,
    body=LeaseChanged,
    says="this terminal's share of stock, budgets and totals",
    changes=_leased,
    happening="leased",
    older=(_leased_by_id,),
)


def decision_in(fact: Fact) -> RewardsDecided | None:
    """The decision that a fact is; None for other facts, and for one of a newer program. Raises BodyError."""
    return REWARDS_DECIDED.read(fact.body) if fact.kind == REWARDS_DECIDED else None


KINDS: tuple[Kind[Any], ...] = (
    CHECK_IN_DONE,
    CHECK_IN_MADE_UP,
    TASK_DONE,
    SURVEY_ANSWERED,
    DEPOSIT_PAID,
    EVENT_SIGNED_UP,
    EVENT_ATTENDED,
    VOTE_CAST,
    POINTS_SPENT,
    WHEEL_SPUN,
    DRAW_WON,
    DRAW_LOST,
    PARTNER_CODE,
    REWARD_CHOSEN,
    REWARDS_DECIDED,
    LEASE_CHANGED,
)
