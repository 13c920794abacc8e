"""Members who pay with points in drawn worlds: never more than they have by the right to them, and what a manager
accepted beyond it is listed at HQ to the point."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from kiosk.application.sales.outcomes import MemberFound, Returned, Visit
from kiosk.demo.chain.people import card_no, phone
from kiosk.domain.campaigns.facts import REWARDS_DECIDED, decision_in
from kiosk.domain.campaigns.points import is_payment, points_key
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.journal.facts import Fact, decode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.hq.campaigns.commands import CampaignPublished
from kiosk.hq.campaigns.points import points_of
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from kiosk.hq.store.schema import fact as fact_row
from tests.simulation.dealt_out import shares_usable
from tests.simulation.invariants import Violation, journal
from tests.simulation.points import campaign
from tests.simulation.world import SimTerminal, World

if TYPE_CHECKING:
    from tests.simulation.run import Run

HAPPENS = 0.25
"""How likely one of them comes after a step."""
_POINTS = (900, 60)
Told = dict[tuple[str, int], Fact]
"""Facts by device and stamp."""


class Purses:
    """Two members of the store with two tills. `limit`: what the campaign lets managers accept in one sale."""

    def __init__(self, run: Run) -> None:
        self._run = run
        dice = random.Random(f"{run.seed}/points")
        home = next(row for row in run.world.chain.members if row.home_store == "xinyi")
        self.members = [
            replace(home, id=f"m-purse{n}", card_no=card_no(90_000 + n), phone=phone(90_000 + n), points=points)
            for n, points in enumerate(_POINTS, start=1)
        ]
        run.world.hq.publish([RowChange(Bucket(one.home_store, "members"), one.id, one) for one in self.members])
        self.limit = dice.choice((None, 150))
        self.paid = 0
        done = run.world.hq.publish_campaign(campaign(offline_limit=self.limit))
        assert isinstance(done, CampaignPublished), done

    # --- what happens --------------------------------------------------------------------------------

    def step(self, dice: random.Random) -> None:
        """Perhaps one of them comes to a till."""
        terminal = self._run.till(dice) if dice.random() < HAPPENS else None
        if terminal is not None:
            self._run.survive(terminal, lambda: self._comes(terminal, dice), dice)

    def _comes(self, till: SimTerminal, dice: random.Random) -> None:
        run, member = self._run, dice.choice(self.members)
        actor = run.actor(till, dice)
        if actor is None:
            return
        event = ScanEvent(member.card_no, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
        found = till.service.scan(till.service.new_visit(), event, actor)
        if not isinstance(found, MemberFound) or found.visit.member is None:
            run.say(f"  {till.name} does not know {member.id}")
            return
        visit = replace(found.visit, member=replace(found.visit.member, proven=True))
        match dice.choices(("pay", "buy", "return", "look"), (6, 2, 1, 1))[0]:
            case "pay":
                self._buys(till, replace(visit, amount=dice.choice((20, 90, 400)) * 100, use_points=True), actor, dice)
            case "buy":
                self._buys(till, replace(visit, amount=dice.choice((900, 4_000)) * 100), actor, dice)
            case "return":
                self._brings_back(till, actor, dice)

    def _buys(self, till: SimTerminal, visit: Visit, actor: Staff, dice: random.Random) -> None:
        self._run.world.pass_time(1_000)
        visit = till.service.price(visit)
        points = sum(line.points for line in visit.quote.lines)
        self._run.say(f"  {till.name} {visit.member.id if visit.member else ''} with {points} points")
        self._run.confirm(till, visit, actor, dice)
        attempt = self._run.deeds.attempts.get(visit.txn)
        self.paid += bool(points and attempt is not None and attempt.sold)

    def _brings_back(self, till: SimTerminal, actor: Staff, dice: random.Random) -> None:
        sales = [one for one in till.service.recent_sales(12) if one.amount > 1_000]
        approval = self._run.manager(till, Permission.APPROVE_VOID)
        if sales:
            txn = dice.choice(sales).txn
            done = till.service.return_goods(txn, Returned(1_000), "wrong_amount", actor, approval)
            self._run.say(f"  {till.name} takes back some of {txn}: {type(done).__name__}")

    # --- what is true --------------------------------------------------------------------------------

    def check(self, unaware: Collection[SimTerminal], excused: Collection[tuple[str, int]]) -> None:
        """By what HQ was told and what tills have yet to tell: what was paid by right, and may still be paid, is no
        more than a member ever had; beyond it managers accepted no more than the campaign lets them. Machines that are
        `unaware` that there are two of them may pay a share twice: facts `excused`."""
        told = everything_told(self._run.world)
        self._check_accepted(told)
        usable = [
            till
            for till in self._run.world.terminals.values()
            if till.running and till not in unaware and shares_usable(till)
        ]
        for member in self.members:
            had, paid = member.points + _earned(told, member.id), _paid(told, member.id, excused)
            shares = sum(max(0, share_of(till, member.id)) for till in usable)
            if paid + shares > had:
                raise Violation(f"{member.id}: {paid} points paid by right, {shares} at hand, of {had}")

    def _check_accepted(self, told: Told) -> None:
        for fact in told.values():
            points = fact.body.get("points") if fact.kind == SALE_COMPLETED else None
            said = points if isinstance(points, dict) else {}
            beyond = said.get("beyond", 0)
            if beyond and (beyond > (self.limit or 0) or not said.get("approved_by")):
                raise Violation(f"{fact.body['txn']}: {beyond} points accepted beyond the share, against the rules")

    def check_listed(self) -> None:
        """When everything has come together: what was spent and was not there is in HQ's lists, to the point."""
        hq = self._run.world.hq
        with hq.database.read() as tx:
            missing = {one.id: max(0, -points_of(hq.context, tx, one.id)) for one in self.members}
        overruns = [one for one in hq.overruns() if (one.kind, one.ref) == ("points", "paid")]
        conflicts = [one for one in hq.conflicts() if one.what == "points"]
        for member, debt in missing.items():
            over = sum(one.given - one.due for one in overruns if one.member == member)
            listed = sum(one.count for one in conflicts if one.coupon == points_key(member))
            if not over == listed == debt:
                raise Violation(f"{member}: {debt} points too many were paid, listed are {over} and {listed}")


def share_of(till: SimTerminal, member: str) -> int:
    """What a till's ledger says that it may spend."""
    return till.ledger.run(lambda tx: tx.shared(f"|{points_key(member)}"))


def everything_told(world: World) -> Told:
    """What honest machines told HQ, what HQ decided itself, and what machines that still are there have yet to tell."""
    kinds = (REWARDS_DECIDED, SALE_COMPLETED, SALE_VOIDED)
    with world.hq.database.read() as tx:
        query = select(fact_row.c.device, fact_row.c.raw).where(fact_row.c.kind.in_(kinds))
        rows = [(row.device, decode(bytes(row.raw))) for row in tx.execute(query) if row.device not in world.strangers]
    told: Told = {(device, fact.hlc): fact for device, fact in rows}
    for till in world.terminals.values():
        told |= {(till.device, fact.hlc): fact for fact in journal(till) if fact.kind in kinds}
    return told


def _earned(told: Told, member: str) -> int:
    """The most that each reward ever was: goods that come back make it less, also when its points are spent."""
    most: dict[str, int] = {}
    for fact in told.values():
        decided = decision_in(fact)
        for one in decided.rewards() if decided is not None and decided.member == member else ():
            if one.kind is RewardKind.POINTS and not is_payment(one):
                most[one.id] = max(one.quantity, most.get(one.id, 0))
    return sum(most.values())


def _paid(told: Told, member: str, excused: Collection[tuple[str, int]]) -> int:
    """Points paid by sales that stand, less what managers accepted; without sales that are excused."""
    not_counted = _rewards((told[at] for at in told.keys() & set(excused)), member).keys()
    back = {one for fact in told.values() if (decided := decision_in(fact)) is not None for one in decided.taken_back}
    paid = {
        key: -one.quantity
        for key, one in _rewards(told.values(), member).items()
        if is_payment(one) and key not in not_counted and key not in back
    }
    voided = {fact.body["txn"] for fact in told.values() if fact.kind == SALE_VOIDED}
    accepted: dict[str, int] = {}
    for at, fact in told.items():
        if fact.kind == SALE_COMPLETED and fact.body.get("member") == member and at not in excused:
            points = fact.body.get("points")
            beyond = points.get("beyond", 0) if isinstance(points, dict) else 0
            accepted |= {fact.body["txn"]: beyond} if fact.body["txn"] not in voided else {}
    return sum(paid.values()) - sum(accepted.values())


def _rewards(told: Iterable[Fact], member: str) -> dict[str, Reward]:
    """What was given to a member, each once, as it was said last: HQ gives by the same ids what a terminal may give
    too."""
    found: dict[str, Reward] = {}
    for fact in sorted(told, key=lambda one: one.hlc):
        one = decision_in(fact)
        if one is not None and one.member == member:
            found |= {reward.id: reward for reward in one.rewards()}
    return found
