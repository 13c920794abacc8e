"""A stage on which campaign files are played: facts go in as a terminal writes them, through their bytes, and what the
rules make of them comes out and is journalled as facts. At the end everything is rebuilt from the facts alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.effects import Effect
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening, HappeningKind, Item
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.offers import candidates, offers
from kiosk.domain.campaigns.rewards import Decision, Outcome, Reward
from kiosk.domain.campaigns.shared import one_pool, whole_quantities
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.coupons.model import Basket
from kiosk.domain.coupons.pricing import Candidate, Pricing, best
from kiosk.domain.facts import happening_of
from kiosk.domain.journal import hlc
from kiosk.domain.journal.facts import Fact, decode, encode
from kiosk.domain.time import millis
from kiosk.protocol.campaigns.file import read_campaign

ZONE = "Asia/Taipei"

HEAD = """
format: 1
id: test
version: 1
jurisdiction: TW
currency: TWD
name: {zh_TW: 測試, zh_CN: 测试, en: Test}
summary: {zh_TW: 測試, zh_CN: 测试, en: Test}
terms: {zh_TW: 測試, zh_CN: 测试, en: Test}
organiser: {name: {zh_TW: 總部, zh_CN: 总部, en: HQ}, contact: 0800-000-123}
"""
PHASES = """
phases:
  - {id: warm-up, kind: warm_up, name: NAME, starts: 2026-03-01 00:00, ends: 2026-03-08 00:00}
  - {id: main, kind: main, name: NAME, starts: 2026-03-08 00:00, ends: 2026-06-01 00:00}
  - {id: tail, kind: long_tail, name: NAME, starts: 2026-06-01 00:00, ends: 2026-07-01 00:00}
"""
NAME = "{zh_TW: 規則, zh_CN: 规则, en: Rule}"


def campaign(text: str, *, head: str = HEAD, phases: str = PHASES) -> Campaign:
    """A campaign from the lines that matter; `NAME` stands for a name in three languages."""
    return read_campaign((head + phases + text).replace("NAME", NAME).encode()).campaign


class Stage:
    """One chain, several terminals, a clock that is set by hand."""

    def __init__(
        self,
        *campaigns: Campaign,
        zone: str = ZONE,
        pool_of: Callable[[str], str] = one_pool,
        pools: Mapping[str, int] | None = None,
    ) -> None:
        self.engine = Engine([Edition(one) for one in campaigns])
        self.zone = zone
        if pools is None:
            pools = {key: quantity for one in campaigns for key, quantity in whole_quantities(one).items()}
        self._how: dict[str, Any] = {"pool_of": pool_of, "pools": pools}
        self.fold = Fold(self.engine, trace=True, **self._how)
        self.facts: list[tuple[str, Fact]] = []
        self.seq: dict[str, int] = {}
        self.last = 0
        self.now = datetime.fromisoformat("2026-03-10 12:00")
        self.decisions: dict[str, Decision] = {}

    # -- time ---------------------------------------------------------------------------------------------------------

    def at(self, text: str) -> Stage:
        """Set the store's wall clock."""
        self.now = datetime.fromisoformat(text)
        return self

    def tomorrow(self, days: int = 1) -> Stage:
        self.now += timedelta(days=days)
        return self

    @property
    def ms(self) -> int:
        return millis(self.now.replace(tzinfo=ZoneInfo(self.zone)))

    @property
    def wall(self) -> int:
        return wall_minutes(self.ms, self.zone)

    # -- facts --------------------------------------------------------------------------------------------------------

    def write(self, kind: str, body: dict[str, Any], device: str, clerk: str) -> Happening | None:
        """Append a fact to a device's journal; returns its happening."""
        seq = self.seq[device] = self.seq.get(device, 0) + 1
        self.last = hlc.tick(self.last, self.ms)
        if kind == "sale.completed":  # plays say what rules look at, facts say more
            body = {"amount": body.get("total", 0), "total": body.get("amount", 0), "coupons": [], **body}
        elif kind == "sale.voided":
            body = {"reason": "", **body}
        fact = decode(encode(Fact(1, seq, kind, self.last, self.ms, None, "boot", 0, clerk, body)))
        self.facts.append((device, fact))
        return happening_of(fact, device, self._place)

    def _place(self, device: str) -> tuple[str, str]:
        return "xinyi", self.zone

    def happens(self, kind: str, member: str, *, device: str = "T1", clerk: str = "lin", **body: Any) -> list[Reward]:
        """A fact of a member; gives what they got, or lost (quantity below zero), for it."""
        happening = self.write(kind, {"member": member, **body}, device, clerk)
        assert happening is not None
        effects = self.fold.add(happening)
        for effect in effects:
            self._journal(effect, device)
        return [reward for effect in effects for reward in effect.granted]

    def _journal(self, effect: Effect, device: str) -> None:
        if effect.decision is not None:
            self.decisions[effect.happening] = effect.decision
        if not effect.empty:
            self.write("rewards.decided", effect.body(), device, "system")

    def register(self, member: str, by: str = "", **body: Any) -> list[Reward]:
        return self.happens("member.registered", member, other=by, **body)

    def known(self, member: str, **body: Any) -> list[Reward]:
        return self.happens("member.known", member, **body)

    def buys(self, member: str, total: int, txn: str = "", **body: Any) -> list[Reward]:
        """`total` in whole dollars."""
        return self.happens("sale.completed", member, txn=txn or f"X{len(self.facts)}", total=total * 100, **body)

    def voids(self, txn: str) -> list[Reward]:
        return self.happens("sale.voided", "", txn=txn, reason="returned")

    def returns(self, txn: str, amount: int) -> list[Reward]:
        return self.happens("sale.returned", "", txn=txn, amount=amount * 100)

    def checks_in(self, member: str, **body: Any) -> list[Reward]:
        return self.happens("check_in.done", member, **body)

    # -- questions ----------------------------------------------------------------------------------------------------

    def state(self, member: str) -> MemberState:
        return self.fold.member(member)

    def points(self, member: str) -> int:
        return self.state(member).points_at(self.wall)

    def probe(self, member: str, **fields: Any) -> Happening:
        """A happening that is asked about and never comes."""
        order = (self.last + 1, "T1", 1, 10**6, 0)
        return Happening(
            "probe", HappeningKind.BASKET, order, self.ms, self.wall, "xinyi", "T1", "lin", member=member
        )._replace(**fields)

    def basket(self, member: str, total: int, *items: Item, categories: tuple[tuple[str, int], ...] = ()) -> Decision:
        """What the rules take off a basket of `total` dollars."""
        return self.fold.ask(self.probe(member, amount=total * 100, categories=categories, items=items))

    def candidates(self, member: str, total: int, *items: Item, points: bool = False, **fields: Any) -> list[Candidate]:
        """The rules' discounts for a basket of `total` dollars, as `coupons.pricing` takes them."""
        happening = self.probe(member, amount=total * 100, items=items, detail={"use_points": points}, **fields)
        return candidates(self.engine, happening, self.state(member), self.fold.shared)

    def buys_at_best(self, member: str, total: int, txn: str, *coupons: Candidate, points: bool = False) -> Pricing:
        """A sale at the best price that rules and `coupons` give for a basket of `total` dollars."""
        price = best(Basket(total * 100), [*coupons, *self.candidates(member, total, points=points)], unit=100)
        rows = [list(row) for row in offers(price.lines)]
        self.happens("sale.completed", member, txn=txn, total=price.total, offers=rows)
        return price

    def why_not(self, rule: str, decision: Decision | None = None) -> tuple[Outcome, str]:
        """Outcome and deciding condition of a rule at the last decision (or at one given)."""
        found = decision or list(self.decisions.values())[-1]
        trace = next(one for one in found.trace if one.rule in (rule, "*"))
        return trace.outcome, trace.checks[-1].code if trace.checks else ""

    def rebuilt(self) -> Fold:
        """State from the facts alone: nothing is judged, the journal says what was given."""
        fold = Fold(self.engine, decide=False, **self._how)
        for device, fact in self.facts:
            happening = happening_of(fact, device, self._place)
            assert happening is not None
            fold.add(happening)
        return fold

    def folded_again(self) -> Fold:
        """State from the facts, judged anew from the first."""
        fold = Fold(self.engine, **self._how)
        happenings = [happening_of(fact, device, self._place) for device, fact in self.facts]
        fold.add_all(happening for happening in happenings if happening is not None)
        return fold


def view(state: MemberState, wall: int) -> dict[str, Any]:
    """What must agree however the state came about."""
    return {
        "points": state.points
        + sum(points for _, points in state.held.values())
        + sum(points for _, _, points in state.unproved.values()),
        "points_now": [state.points_at(at) for at in (wall, wall + 1440, wall + 2880)],
        "points_ahead": state.points_ahead(wall),
        "purchases": state.purchases,
        "spent": [state.spent(0, until) for until in (wall - 1440, wall, 1 << 60)],
        "check_ins": sorted(state.check_ins),
        "cards": state.make_up_cards,
        "tickets": state.tickets,
        "spins": state.spins,
        "things": state.things,
        "rebates": state.rebates,
        "tier": state.tier_at(wall),
        "counters": {key: count for key, count in state.counters.items() if count},
        "referees": state.referees,
        "rewards": {key: (reward.kind, reward.ref, reward.quantity) for key, reward in state.rewards.items()},
    }


def same_everywhere(stage: Stage) -> None:
    """The state rebuilt from the journal, and the state judged anew, are the state."""
    for other in (stage.rebuilt(), stage.folded_again()):
        for member, state in stage.fold.members.items():
            assert view(other.member(member), stage.wall) == view(state, stage.wall), member
        assert nonzero(other.shared.pools) == nonzero(stage.fold.shared.pools)
        assert nonzero(other.shared.counts) == nonzero(stage.fold.shared.counts)


def nonzero(counts: Mapping[str, int]) -> dict[str, int]:
    return {key: count for key, count in counts.items() if count}


def got(rewards: list[Reward]) -> list[tuple[str, str, int]]:
    """Rewards as (kind, ref, quantity)."""
    return [(str(reward.kind), reward.ref, reward.quantity) for reward in rewards]
